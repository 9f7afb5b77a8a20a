export const id = 992;
export const ids = [992];
export const modules = {

/***/ 6747:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   t: () => (/* binding */ Bits)
/* harmony export */ });
/** A set of numbers from 0 on, with a bit for each. */
class Bits {
    /** How many there are. */
    count = 0;
    #words;
    /** @param end numbers are below */
    constructor(end) {
        this.#words = new Uint32Array(Math.ceil(end / 32));
    }
    add(number) {
        const bit = 1 << (number & 31);
        if ((this.#words[number >>> 5] & bit) !== 0)
            return;
        this.#words[number >>> 5] |= bit;
        this.count++;
    }
    has(number) {
        return (this.#words[number >>> 5] & (1 << (number & 31))) !== 0;
    }
}


/***/ }),

/***/ 5835:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Q: () => (/* binding */ openContent),
/* harmony export */   v: () => (/* binding */ COMPRESSORS)
/* harmony export */ });
/* harmony import */ var node_zlib__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8522);

/** Decompressors for the pages of the files that this action writes. */
const COMPRESSORS = { ZSTD: (input) => new Uint8Array((0,node_zlib__WEBPACK_IMPORTED_MODULE_0__.zstdDecompressSync)(input)) };
/** Opens a parquet file in memory or on disk for reading. */
async function openContent(content) {
    if (!('file' in content))
        return inMemory(content.chunks);
    const { asyncBufferFromFile } = await Promise.all(/* import() */[__webpack_require__.e(459), __webpack_require__.e(649)]).then(__webpack_require__.bind(__webpack_require__, 4459));
    return asyncBufferFromFile(content.file);
}
function inMemory(chunks) {
    const { buffer, byteOffset, length } = chunks.length === 1 ? chunks[0] : Buffer.concat(chunks);
    return {
        byteLength: length,
        slice: (start, end = length) => buffer.slice(byteOffset + start, byteOffset + end),
    };
}


/***/ }),

/***/ 2996:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   F: () => (/* binding */ halvesOf),
/* harmony export */   v: () => (/* binding */ readIndex)
/* harmony export */ });
/* harmony import */ var _model_rows_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(6141);
/* harmony import */ var _parquet_content_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(5835);
/* harmony import */ var _schema_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(4210);



/**
 * Reads a row index, a row group in memory at a time.
 *
 * @param visit is handed an entry a line, marked {@link EARLIER} or 0, and its origin; the object is valid during the
 * call
 * @throws Error if it is not a row index
 */
async function readIndex(content, visit) {
    // Loaded when needed, because few runs read parquet.
    const { parquetMetadataAsync, parquetRead } = await Promise.all(/* import() */[__webpack_require__.e(459), __webpack_require__.e(649)]).then(__webpack_require__.bind(__webpack_require__, 4459));
    const file = 'byteLength' in content ? content : await (0,_parquet_content_js__WEBPACK_IMPORTED_MODULE_0__/* .openContent */ .Q)(content);
    const metadata = await parquetMetadataAsync(file);
    const names = metadata.schema.map(({ name, type }) => [name, type]);
    if (JSON.stringify(names.slice(1)) !==
        JSON.stringify(_schema_js__WEBPACK_IMPORTED_MODULE_1__/* .INDEX_SCHEMA */ .v4.slice(1).map(({ name, type }) => [name, type])))
        throw new Error('its columns are others');
    const entry = { rankHigh: 0, rankLow: 0, split: 0, value: 0, mark: 0 };
    let start = 0;
    for (const { num_rows } of metadata.row_groups) {
        const length = Number(num_rows);
        const columns = { rank: [], split: [], value: [], origin: [] };
        await parquetRead({
            file,
            metadata,
            compressors: _parquet_content_js__WEBPACK_IMPORTED_MODULE_0__/* .COMPRESSORS */ .v,
            rowStart: start,
            rowEnd: start + length,
            onChunk: ({ columnName, columnData }) => columns[columnName].push(columnData),
        });
        const rank = halvesOf(columns.rank, length);
        const value = halvesOf(columns.value, length);
        const split = new Pieces(columns.split);
        const origin = new Pieces(columns.origin);
        for (let row = 0; row < length; row++) {
            entry.rankLow = rank[2 * row];
            entry.rankHigh = rank[2 * row + 1];
            entry.value = value[2 * row];
            entry.split = _model_rows_js__WEBPACK_IMPORTED_MODULE_2__/* .SPLIT_NAMES */ .gP.indexOf(split.next());
            const from = origin.next();
            entry.mark = from === 'earlier' ? _schema_js__WEBPACK_IMPORTED_MODULE_1__/* .EARLIER */ .P8 : 0;
            if (entry.split < 0)
                throw new Error('it names an unknown split');
            visit(entry, from);
        }
        start += length;
    }
}
/** Returns the halves of 64-bit numbers, the lower one first. @param length how many numbers there are */
function halvesOf(pieces, length) {
    const numbers = new BigInt64Array(length);
    let at = 0;
    for (const piece of pieces) {
        numbers.set(piece, at);
        at += piece.length;
    }
    return new Uint32Array(numbers.buffer);
}
/** Values of pieces one after the other. */
class Pieces {
    #pieces;
    #piece = 0;
    #at = 0;
    constructor(pieces) {
        this.#pieces = pieces;
    }
    next() {
        while (this.#at === this.#pieces[this.#piece].length) {
            this.#piece++;
            this.#at = 0;
        }
        return this.#pieces[this.#piece][this.#at++];
    }
}


/***/ }),

/***/ 4210:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   P8: () => (/* binding */ EARLIER),
/* harmony export */   Sb: () => (/* binding */ ROW_INDEX_PATH),
/* harmony export */   Z5: () => (/* binding */ LINE_BYTES),
/* harmony export */   v4: () => (/* binding */ INDEX_SCHEMA)
/* harmony export */ });
/** Path of the row index in a version. */
const ROW_INDEX_PATH = 'row_index.parquet';
const TEXT = { type: 'BYTE_ARRAY', converted_type: 'UTF8', logical_type: { type: 'STRING' } };
/**
 * The columns of a row index: the rank of a row's identity as an unsigned number, its class id or a hash of its value, its
 * split, and its origin: one of `ROW_ORIGINS`, or `earlier` for a row of an earlier version that is in this one no more.
 */
const INDEX_SCHEMA = [
    { name: 'schema', num_children: 4 },
    {
        name: 'rank',
        type: 'INT64',
        // The library writes the width of the logical type as i32 where the format has i8, and pyarrow then refuses the file.
        converted_type: 'UINT_64',
        repetition_type: 'REQUIRED',
    },
    { name: 'value', type: 'INT64', repetition_type: 'REQUIRED' },
    { name: 'split', ...TEXT, repetition_type: 'REQUIRED' },
    { name: 'origin', ...TEXT, repetition_type: 'OPTIONAL' },
];
/** About how many bytes a line takes: its rank, which cannot be compressed, and a little for the rest. */
const LINE_BYTES = 10;
/** Mark of an entry whose row an earlier version held, and the indexed one no more; other entries have 0. */
const EARLIER = 1;


/***/ }),

/***/ 7250:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Bj: () => (/* binding */ sha256Of),
/* harmony export */   W7: () => (/* binding */ fileOf),
/* harmony export */   ie: () => (/* binding */ agrees),
/* harmony export */   sw: () => (/* binding */ isSameCommit),
/* harmony export */   tK: () => (/* binding */ gitBlobId)
/* harmony export */ });
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7598);

/** Returns git's id for the content of a file: SHA-1 of the header `blob <length>\0` and the bytes. */
function gitBlobId(content) {
    return (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.createHash)('sha1').update(`blob ${content.length}\0`).update(content).digest('hex');
}
/** Returns the lower-case hexadecimal SHA-256 of content in pieces in order. */
function sha256Of(chunks) {
    const hash = (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.createHash)('sha256');
    for (const chunk of chunks)
        hash.update(chunk);
    return hash.digest('hex');
}
/** Returns whether a listed file is the expected one; null if the listed facts do not suffice. */
function agrees(listed, { size, sha256, chunks }) {
    if (listed.size !== null && listed.size !== size)
        return false;
    if (listed.sha256 !== null)
        return listed.sha256 === sha256;
    if (listed.blobId === null || chunks === undefined)
        return null;
    return listed.blobId === gitBlobId(Buffer.concat(chunks));
}
/** Returns the file with this content. */
function fileOf(path, content) {
    const chunks = [content];
    return { path, size: content.length, sha256: sha256Of(chunks), chunks };
}
/** True for two ids of one commit, even if a Hub gives only the first digits of one of them. */
function isSameCommit(a, b) {
    return a.startsWith(b) || b.startsWith(a);
}


/***/ }),

/***/ 1396:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   JS: () => (/* binding */ requireState),
/* harmony export */   Rf: () => (/* binding */ lookAhead),
/* harmony export */   TE: () => (/* binding */ lookUp),
/* harmony export */   j: () => (/* binding */ checkVisibility),
/* harmony export */   pN: () => (/* binding */ lookUpAfter),
/* harmony export */   y4: () => (/* binding */ requireFound)
/* harmony export */ });
/* harmony import */ var _model_file_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7250);
/* harmony import */ var _version_metadata_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(6766);


/** Reads the metadata at the head of `main`, by one request if the Hub allows it; null if the repo does not exist. */
async function lookAhead(repo) {
    const head = await repo.readHead(_version_metadata_js__WEBPACK_IMPORTED_MODULE_1__/* .METADATA_PATH */ .GN);
    if (head === 'no-repo')
        return null;
    if (head === 'none')
        return { commit: null, metadata: null, previous: null };
    if (head !== null)
        return { commit: head.commit, metadata: head.text, previous: (0,_version_metadata_js__WEBPACK_IMPORTED_MODULE_1__/* .parsePreviousVersion */ .zS)(head.text) };
    const found = await lookUp(repo);
    return found && { commit: found.state.commit, metadata: found.metadata, previous: found.previous };
}
/**
 * Reads what a repo holds now; metadata that were read before at the same commit are not read again.
 *
 * @throws Error if the repo is gone
 */
async function lookUpAfter(repo, early) {
    if (early === null)
        return null;
    const state = await requireState(repo);
    const isSame = early.commit !== null && (0,_model_file_js__WEBPACK_IMPORTED_MODULE_0__/* .isSameCommit */ .sw)(early.commit, state.commit);
    return isSame ? { state, metadata: early.metadata, previous: early.previous } : readFound(repo, state);
}
/** Returns the state of a repo that existed before. @throws Error if the repo is gone */
async function requireState(repo, commit) {
    const state = await repo.state(commit);
    if (state !== null)
        return state;
    throw new Error(`datasets/${repo.name} was deleted in the meantime. Run the workflow again.`);
}
/** Reads what a repo holds at a commit, or at the head of `main`; null if the repo does not exist. */
async function lookUp(repo, commit) {
    const state = await repo.state(commit);
    return state === null ? null : readFound(repo, state);
}
async function readFound(repo, state) {
    if (!state.files.has(_version_metadata_js__WEBPACK_IMPORTED_MODULE_1__/* .METADATA_PATH */ .GN))
        return { state, metadata: null, previous: null };
    const metadata = await repo.readText(_version_metadata_js__WEBPACK_IMPORTED_MODULE_1__/* .METADATA_PATH */ .GN, state);
    return { state, metadata, previous: (0,_version_metadata_js__WEBPACK_IMPORTED_MODULE_1__/* .parsePreviousVersion */ .zS)(metadata) };
}
/** Reads what a repo that exists holds at the head of `main`. @throws Error if the token may not see it */
async function requireFound(repo) {
    const found = await lookUp(repo);
    if (found !== null)
        return found;
    throw new Error(`datasets/${repo.name} exists, but the token may not see it. Give the token read and write access to this repo.`);
}
/** @throws Error if private data would be published to a public repo */
function checkVisibility(repo, { isPrivate }, visibility) {
    if (visibility === 'public' || isPrivate)
        return;
    throw new Error(`datasets/${repo.name} is public, but the dataset is private. Make the repo private in its settings. To publish to a public repo, set private: false.`);
}


/***/ }),

/***/ 1992:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  runDiffVersions: () => (/* binding */ runDiffVersions)
});

// EXTERNAL MODULE: ./build/model/rows.js
var rows = __webpack_require__(6141);
// EXTERNAL MODULE: ./build/engine/near-duplicates/bits.js
var bits = __webpack_require__(6747);
// EXTERNAL MODULE: ./build/engine/parquet-content.js
var parquet_content = __webpack_require__(5835);
// EXTERNAL MODULE: ./build/engine/row-index/read-index.js
var read_index = __webpack_require__(2996);
;// CONCATENATED MODULE: ./build/engine/row-index/diff-indexes.js




/** Rows that differ between two versions, by their places in the data files of theirs. */
class DifferingRows {
    added;
    removed;
    /** Rows with another value, by their places in the earlier and in the later version. */
    relabelled;
    constructor(before, now) {
        const [rowsBefore, rowsNow] = [before, now].map(({ splits }) => splits.train + splits.eval + splits.test);
        this.added = new bits/* Bits */.t(rowsNow);
        this.removed = new bits/* Bits */.t(rowsBefore);
        this.relabelled = { before: new bits/* Bits */.t(rowsBefore), now: new bits/* Bits */.t(rowsNow) };
    }
}
/** More than there are classes. */
const CLASSES = 2 ** 20;
/** Key of two values in {@link IndexDifference.relabelledPairs}. */
function pairOf(before, now) {
    return before * CLASSES + now;
}
/** The values of a key of {@link pairOf}. */
function valuesOf(pair) {
    return [Math.floor(pair / CLASSES), pair % CLASSES];
}
/**
 * Compares the rows of two versions. A file holds the rows of each split by ascending rank: the splits of both versions are
 * merged as they are read, a row group of each in memory.
 *
 * @param options.hasClasses true when the value of a row is the id of its class
 * @param options.rows takes the places of rows that differ; left out where nobody needs them
 * @throws Error when a file is no row index, or its rows are not in the order of their ranks
 */
async function diffIndexes(before, now, { hasClasses, rows }) {
    const difference = {
        added: 0,
        removed: 0,
        relabelled: 0,
        moved: 0,
        same: 0,
        splits: {
            train: { added: 0, removed: 0, movedIn: 0 },
            eval: { added: 0, removed: 0, movedIn: 0 },
            test: { added: 0, removed: 0, movedIn: 0 },
        },
        relabelledPairs: new Map(),
        addedValues: new Map(),
        removedValues: new Map(),
    };
    const count = (counts, key) => {
        if (hasClasses)
            counts.set(key, 1 + (counts.get(key) ?? 0));
    };
    const [old, current] = await Promise.all([RankOrder.open(before), RankOrder.open(now)]);
    for (;;) {
        // A row group ends now and then, and only then is there anything to wait for.
        if (old.isHungry)
            await old.feed();
        if (current.isHungry)
            await current.feed();
        const [a, b] = [old.first, current.first];
        if (a === null && b === null)
            return difference;
        const order = a === null ? 1 : b === null ? -1 : compareRanks(a, b);
        if (order < 0) {
            difference.removed++;
            difference.splits[a.split].removed++;
            count(difference.removedValues, a.value);
            rows?.removed.add(a.place);
        }
        else if (order > 0) {
            difference.added++;
            difference.splits[b.split].added++;
            count(difference.addedValues, b.value);
            rows?.added.add(b.place);
        }
        else {
            if (a.split !== b.split) {
                difference.moved++;
                difference.splits[b.split].movedIn++;
            }
            if (a.value !== b.value) {
                difference.relabelled++;
                count(difference.relabelledPairs, pairOf(a.value, b.value));
                rows?.relabelled.before.add(a.place);
                rows?.relabelled.now.add(b.place);
            }
            else if (a.split === b.split)
                difference.same++;
        }
        if (order <= 0)
            old.advance();
        if (order >= 0)
            current.advance();
    }
}
/** Compares the ranks that two cursors are at. */
function compareRanks(a, b) {
    return a.high - b.high || a.low - b.low;
}
/** The rows of a version by ascending rank: those of its splits, merged. */
class RankOrder {
    #cursors;
    #first = null;
    constructor(cursors) {
        this.#cursors = cursors;
    }
    static async open({ content, splits }) {
        const { parquetMetadataAsync } = await Promise.all(/* import() */[__webpack_require__.e(459), __webpack_require__.e(649)]).then(__webpack_require__.bind(__webpack_require__, 4459));
        const file = 'byteLength' in content ? content : await (0,parquet_content/* openContent */.Q)(content);
        const metadata = await parquetMetadataAsync(file);
        let start = 0;
        const cursors = rows/* SPLIT_NAMES */.gP.map((split) => {
            const cursor = new Cursor(split, { file, metadata, start, end: start + splits[split] });
            start += splits[split];
            return cursor;
        });
        if (start > Number(metadata.num_rows))
            throw new Error('it has fewer rows than its version');
        const order = new RankOrder(cursors);
        await order.feed();
        return order;
    }
    /** The split whose next row has the lowest rank; null at the end. */
    get first() {
        return this.#first;
    }
    get isHungry() {
        return this.#first?.isHungry === true;
    }
    /** Reads on where a split has come to the end of what was read. */
    async feed() {
        for (const cursor of this.#cursors)
            if (cursor.isHungry)
                await cursor.feed();
        this.#choose();
    }
    advance() {
        this.#first.advance();
        if (!this.#first.isHungry)
            this.#choose();
    }
    #choose() {
        let first = null;
        for (const cursor of this.#cursors)
            if (!cursor.isAtEnd && (first === null || compareRanks(cursor, first) < 0))
                first = cursor;
        this.#first = first;
    }
}
/** The next row of a split. */
class Cursor {
    split;
    #range;
    /** Halves of the numbers that were read, the lower one first. */
    #ranks = new Uint32Array();
    #values = new Uint32Array();
    /** Place of the next row in what was read, and of the first that does not belong to the split. */
    #at = 0;
    #length = 0;
    /** Place in the file of the first row that was not read yet. */
    #next;
    high = 0;
    low = 0;
    value = 0;
    constructor(split, range) {
        this.split = split;
        this.#range = range;
        this.#next = range.start;
    }
    /** True when all rows were handed over. */
    get isAtEnd() {
        return this.#at === this.#length && this.#next === this.#range.end;
    }
    /** Place of the next row in the file. */
    get place() {
        return this.#next - this.#length + this.#at;
    }
    /** True when the next row has to be read first. */
    get isHungry() {
        return this.#at === this.#length && this.#next < this.#range.end;
    }
    /** Reads the rest of the row group that the next row is in, or of the split. */
    async feed() {
        const { parquetRead } = await Promise.all(/* import() */[__webpack_require__.e(459), __webpack_require__.e(649)]).then(__webpack_require__.bind(__webpack_require__, 4459));
        const { file, metadata, end: last } = this.#range;
        const group = groupOf(metadata, this.#next);
        const end = Math.min(last, group.end);
        const columns = { rank: [], value: [], split: [] };
        await parquetRead({
            file,
            metadata,
            compressors: parquet_content/* COMPRESSORS */.v,
            columns: ['rank', 'value', 'split'],
            rowStart: group.start,
            rowEnd: group.end,
            onChunk: ({ columnName, columnData }) => columns[columnName].push(columnData),
        });
        const [first, behind] = [this.#next - group.start, end - group.start];
        const rows = group.end - group.start;
        this.#ranks = (0,read_index/* halvesOf */.F)(columns.rank, rows);
        this.#values = (0,read_index/* halvesOf */.F)(columns.value, rows);
        let row = 0;
        for (const piece of columns.split)
            for (let at = 0; at < piece.length; at++, row++)
                if (row >= first && row < behind && piece[at] !== this.split)
                    throw new Error(`a row of ${this.split} is in ${piece[at]}`);
        this.#next = end;
        this.#at = first;
        this.#length = behind;
        this.#read();
    }
    advance() {
        this.#at++;
        if (this.#at < this.#length)
            this.#read();
    }
    #read() {
        const low = this.#ranks[2 * this.#at];
        const high = this.#ranks[2 * this.#at + 1];
        if (high < this.high || (high === this.high && low < this.low))
            throw new Error('its rows are not in the order of their ranks');
        this.high = high;
        this.low = low;
        this.value = this.#values[2 * this.#at];
    }
}
/** Places of the first row of the row group that a row is in, and of the first row after it. */
function groupOf({ row_groups: groups }, row) {
    let [start, end] = [0, 0];
    for (const { num_rows } of groups) {
        [start, end] = [end, end + Number(num_rows)];
        if (end > row)
            break;
    }
    return { start, end };
}

// EXTERNAL MODULE: ./build/engine/row-index/schema.js
var schema = __webpack_require__(4210);
// EXTERNAL MODULE: ./build/model/tasks.js
var tasks = __webpack_require__(6412);
// EXTERNAL MODULE: ./build/text/markdown.js
var markdown = __webpack_require__(1065);
;// CONCATENATED MODULE: ./build/version/describe-difference.js



/** Pairs of classes that are listed of relabelled rows. */
const MOST_PAIRS = 50;
/**
 * Describes how two versions differ.
 *
 * @param options.names of the classes of both versions by their ids
 * @param options.ids of rows that differ; null if nobody asked for them
 */
function describeDifference(difference, { before, now }, options) {
    const { added, removed, relabelled, moved, same, splits } = difference;
    const { names, ids } = options;
    const pairs = Array.from(difference.relabelledPairs, ([pair, rows]) => {
        const [from, to] = valuesOf(pair);
        return { from: names.before[from] ?? String(from), to: names.now[to] ?? String(to), rows };
    });
    const counts = new Map();
    const of = (name) => {
        const known = counts.get(name) ?? { added: 0, removed: 0, to: 0, from: 0 };
        counts.set(name, known);
        return known;
    };
    for (const [value, rows] of difference.addedValues)
        of(names.now[value] ?? String(value)).added += rows;
    for (const [value, rows] of difference.removedValues)
        of(names.before[value] ?? String(value)).removed += rows;
    for (const { from, to, rows } of pairs) {
        of(from).from += rows;
        of(to).to += rows;
    }
    const order = new Map([...names.now, ...names.before].map((name, index) => [name, index]));
    const classes = Array.from(counts, ([name, count]) => ({
        name,
        added: count.added,
        removed: count.removed,
        relabelled_to: count.to,
        relabelled_from: count.from,
        net: count.added - count.removed + count.to - count.from,
    })).sort((a, b) => (order.get(a.name) ?? 0) - (order.get(b.name) ?? 0));
    const sorted = pairs.sort((a, b) => b.rows - a.rows || (a.from < b.from ? -1 : 1));
    const total = { added, removed, relabelled, moved, same };
    return { before, now, ...total, splits, classes, relabelled_pairs: sorted, ids };
}
/** Writes a difference in Markdown. */
function writeDifference(difference) {
    const { before, now, splits, classes, relabelled_pairs: pairs } = difference;
    const total = ['added', 'removed', 'relabelled', 'moved', 'same'].map((name) => `${name}: ${(0,markdown/* formatCount */.B4)(difference[name])}`);
    const perSplit = rows/* SPLIT_NAMES */.gP.map((split) => [
        split,
        splits[split].added,
        splits[split].removed,
        splits[split].movedIn,
    ]);
    const perClass = classes.map(({ name, added, removed, relabelled_to: to, relabelled_from: from, net }) => [
        (0,markdown/* escapeMarkdown */.FV)(name),
        added,
        removed,
        to,
        from,
        `${net > 0 ? '+' : ''}${net < 0 ? '−' : ''}${(0,markdown/* formatCount */.B4)(Math.abs(net))}`,
    ]);
    const listed = pairs
        .slice(0, MOST_PAIRS)
        .map(({ from, to, rows }) => [(0,markdown/* escapeMarkdown */.FV)(from), (0,markdown/* escapeMarkdown */.FV)(to), rows]);
    const parts = [
        `## ${before} → ${now}`,
        `Rows ${total.join(', ')}.`,
        (0,markdown/* markdownTable */.Qj)(['Split', 'Added', 'Removed', 'Moved here'], perSplit),
        ...(perClass.length === 0
            ? []
            : [(0,markdown/* markdownTable */.Qj)(['Class', 'Added', 'Removed', 'Relabelled to', 'Relabelled from', 'Net'], perClass)]),
        ...(listed.length === 0 ? [] : [(0,markdown/* markdownTable */.Qj)(['From', 'To', 'Rows'], listed)]),
        ...writeIds(difference),
    ];
    return `${parts.join('\n\n')}\n`;
}
/** Writes the first ids of each kind, where all of them are, and which are unknown. */
function writeIds({ ids, ...counts }) {
    if (ids === null)
        return [];
    const { folder, unknown, file } = ids;
    const lists = ['added', 'removed', 'relabelled'].flatMap((kind) => {
        if (ids[kind].length === 0)
            return [];
        const more = counts[kind] - ids[kind].length;
        const shown = ids[kind].map(markdown/* escapeMarkdown */.FV).join(', ');
        return [`Ids of rows ${kind}: ${shown}${more > 0 ? `, and ${(0,markdown/* counted */.hS)(more, 'more', 'more')}` : ''}.`];
    });
    const missing = unknown.map((tag) => `The ids of the rows of ${tag} are unknown: ${asCode(folder)} does not have them. A run with output-dir writes the ids of the version that it prepares.`);
    return [...lists, ...(file === null ? [] : [`All ids are in ${asCode(file)}.`]), ...missing];
}
/** A path that is shown as it is. */
function asCode(path) {
    return `\`${(0,markdown/* oneLine */.TN)(path).replaceAll('`', "'")}\``;
}

// EXTERNAL MODULE: ./build/version/metadata.js
var metadata = __webpack_require__(6766);
// EXTERNAL MODULE: ./build/version/split-changes.js
var split_changes = __webpack_require__(5255);
// EXTERNAL MODULE: ./build/publish/found.js
var publish_found = __webpack_require__(1396);
;// CONCATENATED MODULE: ./build/publish/list-differing.js
/** Ids of each kind that are shown; the file has them all. */
const MOST_SHOWN = 20;
const CHUNK_CHARACTERS = 1 << 16;
/**
 * Lists the ids of rows that differ between two versions, and writes all of them to the folder. Relabelled rows have their
 * ids of the later version, or those of the earlier one if only these are known.
 *
 * @param folder that may have the ids of both versions, of one or of none
 * @throws Error if a file of ids is malformed, or the list cannot be written
 */
async function listDiffering(folder, before, now, rows) {
    const [idsBefore, idsNow] = await Promise.all([before, now].map((each) => idsOf(folder, each)));
    const tags = [before.version.versionTag, now.version.versionTag];
    const unknown = tags.filter((_, index) => [idsBefore, idsNow][index] === null);
    const shown = { added: [], removed: [], relabelled: [] };
    if (idsBefore === null && idsNow === null)
        return { folder: folder.root, unknown, file: null, ...shown };
    const changeNow = (place) => {
        if (rows.added.has(place))
            return 'added';
        return rows.relabelled.now.has(place) ? 'relabelled' : null;
    };
    const changeBefore = (place) => {
        if (rows.removed.has(place))
            return 'removed';
        return idsNow === null && rows.relabelled.before.has(place) ? 'relabelled' : null;
    };
    const lines = async function* () {
        if (idsNow !== null)
            yield* linesOf(idsNow, tags[1], changeNow, shown);
        if (idsBefore !== null)
            yield* linesOf(idsBefore, tags[0], changeBefore, shown);
    };
    const dataset = (idsNow === null ? before : now).version.name;
    const file = await folder.writeDifference(dataset, `difference-${tags.join('-')}.jsonl`, lines());
    return { folder: folder.root, unknown, file, ...shown };
}
async function idsOf(folder, { version, splits }) {
    const { name, contentSha256 } = version;
    return name === null || contentSha256 === null ? null : folder.idsOf(name, { contentSha256, splits });
}
/**
 * Returns the rows that changed as lines of JSON, in pieces:
 * `{"change":"added","id":"7","source":"reviewed","split":"train","version":"v20260101_020000"}`.
 *
 * @param changeOf gives what happened to the row at a place in the version; null for nothing
 * @param shown gets the first ids of each kind
 */
async function* linesOf(ids, version, changeOf, shown) {
    let [place, text] = [0, ''];
    for await (const { id, source, split } of ids) {
        const change = changeOf(place++);
        if (change === null)
            continue;
        if (shown[change].length < MOST_SHOWN)
            shown[change].push(id);
        text += `${JSON.stringify({ change, id, source, split, version })}\n`;
        if (text.length < CHUNK_CHARACTERS)
            continue;
        yield Buffer.from(text);
        text = '';
    }
    yield Buffer.from(text);
}

;// CONCATENATED MODULE: ./build/publish/diff-versions.js








/**
 * Compares the rows of two versions by their row indexes, which are read piece by piece. No text of a row is read.
 *
 * @param tags of the versions, the earlier one first
 * @param folder that may have the ids of their rows; null for none
 * @throws Error that names a version that is not there, or why the two cannot be compared; HubError
 */
async function diffVersions(repo, tags, folder) {
    const [before, now] = await Promise.all([openVersion(repo, tags.before), openVersion(repo, tags.now)]);
    if (!(0,split_changes/* haveComparableRows */.AQ)(before.version.splitRules, now.version.splitRules))
        throw new Error(`The rows of ${tags.before} and ${tags.now} cannot be compared: random-state, clean, pii or the split method changed between them, so a text has another rank, or split-method is sklearn. Compare versions with the same settings.`);
    const task = tasks/* TASK_NAMES */.TA.find((name) => name === now.version.task);
    const hasClasses = task !== undefined && (0,tasks/* hasOneClass */.Rr)(task) && before.version.task === task;
    const rows = folder === null ? undefined : new DifferingRows(before, now);
    const difference = await diffIndexes(before, now, { hasClasses, rows });
    const ids = folder === null ? null : await listDiffering(folder, before, now, rows);
    const names = { before: before.version.classNames ?? [], now: now.version.classNames ?? [] };
    return describeDifference(difference, tags, { names, ids });
}
/** Opens the row index of a version. */
async function openVersion(repo, tag) {
    if (!(0,metadata/* isVersionTag */.JM)(tag))
        throw new Error(`${JSON.stringify(tag)} is not the tag of a version. Write it as v20260101_020000.`);
    const tags = await repo.tags();
    if (!tags.has(tag))
        throw new Error(`datasets/${repo.name} has no version ${tag}. Choose two of the tags of the repo on the Hub.`);
    const found = await (0,publish_found/* lookUp */.TE)(repo, tag);
    const version = found?.previous ?? null;
    if (found === null || version === null || version.rowIndex === null || version.splits === null)
        throw new Error(`The version ${tag} of datasets/${repo.name} has no row index, so its rows cannot be compared. Row indexes exist since 1.7.0.`);
    return { version, splits: version.splits, content: repo.rangesOf(schema/* ROW_INDEX_PATH */.Sb, found.state) };
}

;// CONCATENATED MODULE: ./build/runs/diff-versions.js


/**
 * Shows which splits and classes gained and lost rows between two versions.
 *
 * @param tags of the versions, the earlier one first
 * @param folder that may have the ids of their rows; null for none
 * @throws Error that names a version that is not there, or why the two cannot be compared; HubError
 */
async function runDiffVersions(repo, tags, folder, { info, output, summary }) {
    const difference = await diffVersions(repo, tags, folder);
    const text = writeDifference(difference);
    for (const line of text.trimEnd().split('\n'))
        info(line);
    output('difference', JSON.stringify(difference));
    await summary(text);
    return true;
}


/***/ }),

/***/ 6766:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   C0: () => (/* binding */ versionInstant),
/* harmony export */   GN: () => (/* binding */ METADATA_PATH),
/* harmony export */   JM: () => (/* binding */ isVersionTag),
/* harmony export */   d7: () => (/* binding */ CARD_PATH),
/* harmony export */   e6: () => (/* binding */ versionTagOf),
/* harmony export */   x9: () => (/* binding */ holdsSame),
/* harmony export */   zS: () => (/* binding */ parsePreviousVersion)
/* harmony export */ });
/* harmony import */ var _engine_row_index_schema_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(4210);
/* harmony import */ var _model_features_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(8599);
/* harmony import */ var _model_predictions_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(4180);
/* harmony import */ var _model_rows_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(6141);
/* harmony import */ var _text_json_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(5666);
/* harmony import */ var _earlier_versions_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(3413);
/* harmony import */ var _split_rules_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(7702);







const METADATA_PATH = 'dataset_metadata.json';
const CARD_PATH = 'README.md';
const DATA_FILE = /^data\/(train|eval|test)-\d{5}-of-\d{5}\.parquet$/;
/** Returns whether an earlier version has the same content; one without recorded columns has those of its time. */
function holdsSame(previous, candidate) {
    if (previous.contentSha256 !== candidate.contentSha256)
        return false;
    if (previous.features === null)
        return true;
    // A list of 0 and 1 has as many as there are classes, and its column does not name them.
    const hasSameNames = previous.multiHot === null ||
        JSON.stringify(previous.classNames) === JSON.stringify(candidate.classNames);
    return previous.features === candidate.features && hasSameNames;
}
const VERSION_TAG = /^v\d{8}_\d{6}$/;
/** True if a tag is the name of a version. */
function isVersionTag(tag) {
    return VERSION_TAG.test(tag);
}
/** Returns the version tag `vYYYYMMDD_HHMMSS` (UTC) of an instant. */
function versionTagOf(instant) {
    const [date, time] = instant.toISOString().slice(0, 19).split('T');
    return `v${date.replaceAll('-', '')}_${time.replaceAll(':', '')}`;
}
/**
 * Returns the instant that a new version is named after: now, or the second after the previous version if that has the
 * tag of this second, because a tag is never moved.
 */
function versionInstant(now, previousTag) {
    if (previousTag === null || versionTagOf(now) > previousTag)
        return now;
    const match = /^v(\d{4})(\d{2})(\d{2})_(\d{2})(\d{2})(\d{2})$/.exec(previousTag);
    if (match === null)
        return now;
    const [year, month, day, hour, minute, second] = match.slice(1).map(Number);
    const next = new Date(Date.UTC(year, month - 1, day, hour, minute, second + 1));
    // A tag that is not a date, such as v99999999_999999, would give a year that no tag can hold.
    return versionTagOf(next) > previousTag ? next : now;
}
/**
 * Reads the `dataset_metadata.json` found on the Hub, of any origin: unknown or malformed parts are left out.
 *
 * @returns null if it names no version
 */
function parsePreviousVersion(json) {
    let found;
    try {
        found = JSON.parse(json);
    }
    catch {
        return null;
    }
    if (!(0,_text_json_js__WEBPACK_IMPORTED_MODULE_4__/* .isRecord */ .u4)(found) || typeof found.version_tag !== 'string' || !isVersionTag(found.version_tag))
        return null;
    const quality = (0,_text_json_js__WEBPACK_IMPORTED_MODULE_4__/* .isRecord */ .u4)(found.quality) ? found.quality : {};
    const labelMap = classNamesOf(found.label_map);
    return {
        versionTag: found.version_tag,
        name: typeof found.label_column === 'string' ? found.label_column : null,
        task: typeof found.task === 'string' ? found.task : null,
        contentSha256: matching(found.content_sha256, /^[0-9a-f]{64}$/),
        numSamples: (0,_text_json_js__WEBPACK_IMPORTED_MODULE_4__/* .isCount */ .my)(found.num_samples) ? found.num_samples : null,
        splits: isSplitCounts(found.splits) ? found.splits : null,
        classBalance: isClassBalance(quality.class_balance) ? quality.class_balance : null,
        classNames: labelMap === null || labelMap.length === 0 ? ((0,_model_features_js__WEBPACK_IMPORTED_MODULE_1__/* .classesOf */ .OX)(found.features) ?? labelMap) : labelMap,
        predictions: labelMap === null ? null : (0,_model_predictions_js__WEBPACK_IMPORTED_MODULE_5__/* .parsePredictions */ .Y8)(quality.predictions, labelMap.length),
        features: (0,_text_json_js__WEBPACK_IMPORTED_MODULE_4__/* .isRecord */ .u4)(found.features) ? JSON.stringify(found.features) : null,
        multiHot: typeof found.multi_hot === 'string' ? found.multi_hot : null,
        ...readFiles(found.files),
        generatedCardBlobId: matching(found.generated_card_blob_id, /^[0-9a-f]{40}$/),
        splitRules: (0,_split_rules_js__WEBPACK_IMPORTED_MODULE_3__/* .parseSplitRules */ .jC)(found),
        population: parsePopulation(found.population),
        splitsSince: matching(found.splits_since, VERSION_TAG),
        earlierVersions: (0,_earlier_versions_js__WEBPACK_IMPORTED_MODULE_2__/* .parseEarlierVersions */ .R6)(found.earlier_versions),
        changes: parseChanges(found.changes),
    };
}
function parseChanges(value) {
    if (!(0,_text_json_js__WEBPACK_IMPORTED_MODULE_4__/* .isRecord */ .u4)(value))
        return null;
    const { added, removed, relabelled, classes } = value;
    if (!(0,_text_json_js__WEBPACK_IMPORTED_MODULE_4__/* .isCount */ .my)(added) || !(0,_text_json_js__WEBPACK_IMPORTED_MODULE_4__/* .isCount */ .my)(removed) || !(0,_text_json_js__WEBPACK_IMPORTED_MODULE_4__/* .isCount */ .my)(relabelled))
        return null;
    const pairs = Array.isArray(classes) ? classes : [];
    return { added, removed, relabelled, classes: pairs.filter(isPairOfClasses) };
}
function isPairOfClasses(value) {
    return ((0,_text_json_js__WEBPACK_IMPORTED_MODULE_4__/* .isRecord */ .u4)(value) && typeof value.from === 'string' && typeof value.to === 'string' && (0,_text_json_js__WEBPACK_IMPORTED_MODULE_4__/* .isCount */ .my)(value.rows));
}
/** Reads what a version was sampled from; null for a malformed record. */
function parsePopulation(value) {
    if (!(0,_text_json_js__WEBPACK_IMPORTED_MODULE_4__/* .isRecord */ .u4)(value))
        return null;
    const { corrections, right, confirmed, confirmed_is_estimated: isEstimated, sampled } = value;
    const isPopulation = (0,_text_json_js__WEBPACK_IMPORTED_MODULE_4__/* .isCount */ .my)(corrections) &&
        (0,_text_json_js__WEBPACK_IMPORTED_MODULE_4__/* .isCount */ .my)(sampled) &&
        (right === null || ((0,_text_json_js__WEBPACK_IMPORTED_MODULE_4__/* .isCount */ .my)(right) && right <= corrections)) &&
        (confirmed === null || ((0,_text_json_js__WEBPACK_IMPORTED_MODULE_4__/* .isCount */ .my)(confirmed) && confirmed >= sampled));
    return isPopulation
        ? { corrections, right, confirmed, confirmed_is_estimated: isEstimated === true, sampled }
        : null;
}
function matching(value, pattern) {
    return typeof value === 'string' && pattern.test(value) ? value : null;
}
function isSplitCounts(value) {
    return (0,_text_json_js__WEBPACK_IMPORTED_MODULE_4__/* .isRecord */ .u4)(value) && _model_rows_js__WEBPACK_IMPORTED_MODULE_6__/* .SPLIT_NAMES */ .gP.every((split) => (0,_text_json_js__WEBPACK_IMPORTED_MODULE_4__/* .isCount */ .my)(value[split]));
}
/** Returns the files of a version, all of them or none. */
function readFiles(value) {
    const files = Array.isArray(value) && value.every(isFileEntry) ? value : [];
    const dataFiles = files.filter(({ path }) => DATA_FILE.test(path));
    const card = files.find(({ path }) => path === CARD_PATH);
    const rowIndex = files.find(({ path }) => path === _engine_row_index_schema_js__WEBPACK_IMPORTED_MODULE_0__/* .ROW_INDEX_PATH */ .Sb) ?? null;
    const isWhole = _model_rows_js__WEBPACK_IMPORTED_MODULE_6__/* .SPLIT_NAMES */ .gP.every((split) => dataFiles.some(({ path }) => path.startsWith(`data/${split}-`)));
    return isWhole && card !== undefined
        ? { dataFiles, rowIndex, card }
        : { dataFiles: null, rowIndex: null, card: null };
}
function isFileEntry(value) {
    return ((0,_text_json_js__WEBPACK_IMPORTED_MODULE_4__/* .isRecord */ .u4)(value) &&
        typeof value.path === 'string' &&
        (0,_text_json_js__WEBPACK_IMPORTED_MODULE_4__/* .isCount */ .my)(value.size) &&
        matching(value.sha256, /^[0-9a-f]{64}$/) !== null);
}
function isClassBalance(value) {
    return (0,_text_json_js__WEBPACK_IMPORTED_MODULE_4__/* .isRecord */ .u4)(value) && Object.values(value).every(isSplitCounts);
}
/**
 * Returns the names of the classes in the order of their ids.
 *
 * @param labelMap a version's map of names to ids, of any origin
 * @returns null unless the ids are those from 0 on, each once
 */
function classNamesOf(labelMap) {
    if (!(0,_text_json_js__WEBPACK_IMPORTED_MODULE_4__/* .isRecord */ .u4)(labelMap))
        return null;
    const classes = Object.entries(labelMap).toSorted(([, a], [, b]) => Number(a) - Number(b));
    return classes.every(([, id], index) => id === index) ? classes.map(([name]) => name) : null;
}


/***/ })

};
