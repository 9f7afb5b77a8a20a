import { createRequire as __WEBPACK_EXTERNAL_createRequire } from "module";
/******/ var __webpack_modules__ = ({

/***/ 598:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:crypto");

/***/ }),

/***/ 24:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:fs");

/***/ }),

/***/ 455:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:fs/promises");

/***/ }),

/***/ 760:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:path");

/***/ }),

/***/ 919:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:worker_threads");

/***/ }),

/***/ 522:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:zlib");

/***/ }),

/***/ 372:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   $: () => (/* binding */ AppendFile)
/* harmony export */ });
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(24);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(760);
/* harmony import */ var _spill_error_js__WEBPACK_IMPORTED_MODULE_2__ = __nccwpck_require__(956);



/** Writes records one after the other to a new file that only its owner may read. */
class AppendFile {
    /** Where records are put together, from the position that {@link reserve} returns. */
    buffer;
    /** Bytes so far. */
    size = 0;
    file;
    #descriptor;
    #filled = 0;
    #isClosed = false;
    /**
     * @param bufferBytes that are written at once
     * @throws SpillError
     */
    constructor(file, bufferBytes) {
        this.file = file;
        this.buffer = Buffer.allocUnsafeSlow(bufferBytes);
        try {
            this.#descriptor = (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.openSync)(file, 'wx', 0o600);
        }
        catch (error) {
            throw (0,_spill_error_js__WEBPACK_IMPORTED_MODULE_2__/* .spillError */ .h)(error, 'written to', node_path__WEBPACK_IMPORTED_MODULE_1__.dirname(file));
        }
    }
    /** Makes room for a record in {@link buffer}. @returns where it begins */
    reserve(bytes) {
        if (this.#filled + bytes > this.buffer.length) {
            this.flush();
            if (bytes > this.buffer.length)
                this.buffer = Buffer.allocUnsafeSlow(bytes);
        }
        const start = this.#filled;
        this.#filled += bytes;
        this.size += bytes;
        return start;
    }
    append(bytes) {
        const start = this.reserve(bytes.length);
        this.buffer.set(bytes, start);
    }
    /** Writes what is in the buffer. @throws SpillError */
    flush() {
        try {
            for (let written = 0; written < this.#filled;) {
                written += (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.writeSync)(this.#descriptor, this.buffer, written, this.#filled - written);
            }
        }
        catch (error) {
            throw (0,_spill_error_js__WEBPACK_IMPORTED_MODULE_2__/* .spillError */ .h)(error, 'written to', node_path__WEBPACK_IMPORTED_MODULE_1__.dirname(this.file));
        }
        this.#filled = 0;
    }
    /** Writes the rest. @throws SpillError */
    close() {
        try {
            this.flush();
        }
        finally {
            this.abandon();
        }
    }
    /**
     * Closes the file without the rest: as long as it is open, what was removed still takes room on the disk.
     *
     * @throws SpillError
     */
    abandon() {
        if (this.#isClosed)
            return;
        this.#isClosed = true;
        try {
            (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.closeSync)(this.#descriptor);
        }
        catch (error) {
            throw (0,_spill_error_js__WEBPACK_IMPORTED_MODULE_2__/* .spillError */ .h)(error, 'written to', node_path__WEBPACK_IMPORTED_MODULE_1__.dirname(this.file));
        }
    }
}


/***/ }),

/***/ 623:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {


// EXPORTS
__nccwpck_require__.d(__webpack_exports__, {
  z0: () => (/* binding */ OrderedRows),
  _N: () => (/* binding */ forEachOrdered),
  gx: () => (/* binding */ orderedFile)
});

// UNUSED EXPORTS: orderedReader

// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __nccwpck_require__(760);
// EXTERNAL MODULE: ./build/engine/disk/append-file.js
var append_file = __nccwpck_require__(372);
// EXTERNAL MODULE: ./build/engine/disk/record-file.js
var record_file = __nccwpck_require__(479);
// EXTERNAL MODULE: ./build/engine/rows/row-spill.js
var row_spill = __nccwpck_require__(346);
;// CONCATENATED MODULE: ./build/engine/disk/row-record.js


// Length, source, length of the id, rank, length of the text; then the id, the text, and for each dataset a byte that is 0
// for none, its class or the length of its values and they, the rank of its group, its annotator and its time.
const HEADER_BYTES = record_file/* LENGTH_BYTES */.R2 + 1 + 2 + 8 + 4;
/** Writes a row as it is in several datasets that share its text; integers little-endian. @param rows null where it is not */
function writeRow(target, parts, { source, id, rows }) {
    const first = rows.find((row) => row !== null);
    let length = HEADER_BYTES + id.length + first.text.length;
    for (let dataset = 0; dataset < parts.length; dataset++)
        length += partBytes(parts[dataset], rows[dataset]);
    let at = target.reserve(length);
    const { buffer } = target;
    at = buffer.writeUInt32LE(length, at);
    at = buffer.writeUInt8(source === 'pool' ? 1 : 0, at);
    at = buffer.writeUInt16LE(id.length, at);
    at = buffer.writeUInt32LE(first.rankHigh, at);
    at = buffer.writeUInt32LE(first.rankLow, at);
    at = buffer.writeUInt32LE(first.text.length, at);
    buffer.set(id, at);
    at += id.length;
    buffer.set(first.text, at);
    at += first.text.length;
    for (let dataset = 0; dataset < parts.length; dataset++)
        at = writePart(buffer, at, parts[dataset], rows[dataset]);
}
function partBytes({ isGrouped, isNoted }, row) {
    if (row === null)
        return 1;
    return 1 + (row.values === null ? 2 : 4 + row.values.length) + (isGrouped ? 8 : 0) + (isNoted ? 12 : 0);
}
function writePart(buffer, start, { isGrouped, isNoted }, row) {
    let at = buffer.writeUInt8(row === null ? 0 : 1, start);
    if (row === null)
        return at;
    if (row.values === null)
        at = buffer.writeUInt16LE(row.classId, at);
    else {
        at = buffer.writeUInt32LE(row.values.length, at);
        buffer.set(row.values, at);
        at += row.values.length;
    }
    if (isGrouped) {
        at = buffer.writeUInt32LE(row.groupHigh, at);
        at = buffer.writeUInt32LE(row.groupLow, at);
    }
    if (isNoted) {
        at = buffer.writeUInt32LE(row.annotator, at);
        at = buffer.writeDoubleLE(row.time, at);
    }
    return at;
}
/** Reads rows as they are in one of the datasets. */
class RowReader {
    source = 'reviewed';
    id = new Uint8Array();
    /** What the dataset holds; its bytes are views. */
    row = (0,row_spill/* emptyRow */.O)();
    #parts;
    #dataset;
    /** @param dataset its position among the parts */
    constructor(parts, dataset) {
        this.#parts = parts;
        this.#dataset = dataset;
    }
    /** @returns false when the row is none of the dataset's */
    read({ buffer, bytes, start }) {
        let at = start + record_file/* LENGTH_BYTES */.R2;
        const { row } = this;
        this.source = buffer[at] === 1 ? 'pool' : 'reviewed';
        const idLength = buffer.readUInt16LE(at + 1);
        row.rankHigh = buffer.readUInt32LE(at + 3);
        row.rankLow = buffer.readUInt32LE(at + 7);
        const textLength = buffer.readUInt32LE(at + 11);
        at += HEADER_BYTES - record_file/* LENGTH_BYTES */.R2;
        const textStart = at + idLength;
        let part = textStart + textLength;
        for (let dataset = 0; dataset < this.#dataset; dataset++)
            part = partEnd(buffer, part, this.#parts[dataset]);
        if (buffer[part] === 0)
            return false;
        this.id = bytes.subarray(at, textStart);
        row.text = bytes.subarray(textStart, textStart + textLength);
        this.#readPart(buffer, bytes, part + 1);
        return true;
    }
    #readPart(buffer, bytes, start) {
        const { hasOnlyClass, isGrouped, isNoted } = this.#parts[this.#dataset];
        const { row } = this;
        let at = start;
        if (hasOnlyClass) {
            row.classId = buffer.readUInt16LE(at);
            at += 2;
        }
        else {
            const length = buffer.readUInt32LE(at);
            row.values = bytes.subarray(at + 4, at + 4 + length);
            at += 4 + length;
        }
        if (isGrouped) {
            row.groupHigh = buffer.readUInt32LE(at);
            row.groupLow = buffer.readUInt32LE(at + 4);
            at += 8;
        }
        if (isNoted) {
            row.annotator = buffer.readUInt32LE(at);
            row.time = buffer.readDoubleLE(at + 4);
        }
    }
}
function partEnd(buffer, start, { hasOnlyClass, isGrouped, isNoted }) {
    if (buffer[start] === 0)
        return start + 1;
    const values = hasOnlyClass ? 2 : 4 + buffer.readUInt32LE(start + 1);
    return start + 1 + values + (isGrouped ? 8 : 0) + (isNoted ? 12 : 0);
}

;// CONCATENATED MODULE: ./build/engine/disk/ordered-rows.js




const BUFFER_BYTES = 1 << 20;
/** Files of a dataset's rows, one a split, in the order of their ranks. */
class OrderedRows {
    sizes = { train: 0, eval: 0, test: 0 };
    /** Number of different ranks: rows with the same one stay in one split. */
    ranks = 0;
    #files;
    #parts;
    #high = -1;
    #low = -1;
    /** @param name which its files begin with */
    constructor(folder, name, { hasOnlyClass }) {
        const open = (split) => new append_file/* AppendFile */.$(orderedFile(folder, name, split), BUFFER_BYTES);
        this.#files = { train: open('train'), eval: open('eval'), test: open('test') };
        this.#parts = [orderedPart(hasOnlyClass)];
    }
    /** Appends a row, which ranks above all before it. @param rank of its group, or its text */
    append(split, { source, id, row }, rank) {
        if (rank.high !== this.#high || rank.low !== this.#low)
            this.ranks++;
        this.#high = rank.high;
        this.#low = rank.low;
        this.sizes[split]++;
        writeRow(this.#files[split], this.#parts, { source, id, rows: [row] });
    }
    close() {
        for (const file of Object.values(this.#files))
            file.close();
    }
}
/** Reads the rows of a split in the order of their ranks. @param visit is told each one's place in the split, from 0 */
function forEachOrdered(file, hasOnlyClass, visit) {
    const reader = orderedReader(hasOnlyClass);
    let place = 0;
    (0,record_file/* forEachRecord */.cz)(file, (records) => {
        reader.read(records);
        visit(reader, place++);
    });
}
/** Reads the records of files of ordered rows. */
function orderedReader(hasOnlyClass) {
    return new RowReader([orderedPart(hasOnlyClass)], 0);
}
function orderedFile(folder, name, split) {
    return external_node_path_.join(folder, `${name}-${split}`);
}
function orderedPart(hasOnlyClass) {
    return { hasOnlyClass, isGrouped: false, isNoted: false };
}


/***/ }),

/***/ 516:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {


// EXPORTS
__nccwpck_require__.d(__webpack_exports__, {
  P: () => (/* binding */ prepareSpilled)
});

// EXTERNAL MODULE: ./build/model/rows.js
var model_rows = __nccwpck_require__(141);
// EXTERNAL MODULE: ./build/model/shape.js
var model_shape = __nccwpck_require__(79);
// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __nccwpck_require__(598);
;// CONCATENATED MODULE: ./build/engine/content-hash.js


const BUFFER_BYTES = 1 << 16;
const ROW_HEADER_BYTES = 8;
/**
 * Hashes what a version says, and nothing about when or how it was made: for each split its name, a newline, and
 * the number of rows (uint32), then for each row its class id (uint32), the text's length in bytes (uint32) and
 * the text; integers little-endian. Where a row holds more than a text and a class, the length of its packed values
 * (uint32) and they stand in the class id's place. Two datasets with the same hash and the same columns hold the same
 * rows in the same order.
 */
class ContentHash {
    #hash = (0,external_node_crypto_.createHash)('sha256');
    #buffer = Buffer.allocUnsafe(BUFFER_BYTES);
    #filled = 0;
    /** Begins the next split, in the order of {@link SPLIT_NAMES}, of so many rows. */
    beginSplit(split, rows) {
        this.#makeRoom(split.length + 1 + 4);
        this.#filled += this.#buffer.write(`${split}\n`, this.#filled, 'latin1');
        this.#filled = this.#buffer.writeUInt32LE(rows, this.#filled);
    }
    /** Begins the next row, of this class. */
    addClass(id) {
        this.#makeRoom(4);
        this.#filled = this.#buffer.writeUInt32LE(id, this.#filled);
    }
    /** Begins the next row, of these packed values. */
    addValues(bytes) {
        this.#makeRoom(4 + bytes.length);
        this.#filled = this.#buffer.writeUInt32LE(bytes.length, this.#filled);
        this.#add(bytes);
    }
    /** Adds the text of the row. */
    addText(text) {
        this.#makeRoom(4 + text.length);
        this.#filled = this.#buffer.writeUInt32LE(text.length, this.#filled);
        this.#add(text);
    }
    /** Begins the next row, of this class, and adds its text: without a view of it, which takes longest. */
    addRow(classId, rows, row) {
        const length = rows.byteLengthAt(row);
        this.#makeRoom(ROW_HEADER_BYTES + length);
        this.#filled = this.#buffer.writeUInt32LE(classId, this.#filled);
        this.#addTextOf(rows, row, length);
    }
    /** Begins the next row, of these packed values, and adds its text. */
    addValuedRow(values, rows, row) {
        const length = rows.byteLengthAt(row);
        this.addValues(values);
        this.#makeRoom(4 + length);
        this.#addTextOf(rows, row, length);
    }
    /** @returns lower-case hexadecimal SHA-256 */
    digest() {
        return this.#hash.update(this.#buffer.subarray(0, this.#filled)).digest('hex');
    }
    #makeRoom(bytes) {
        if (this.#filled + bytes <= BUFFER_BYTES)
            return;
        this.#hash.update(this.#buffer.subarray(0, this.#filled));
        this.#filled = 0;
    }
    #add(bytes) {
        if (this.#filled + bytes.length <= BUFFER_BYTES) {
            this.#buffer.set(bytes, this.#filled);
            this.#filled += bytes.length;
        }
        else
            this.#addLong(bytes);
    }
    #addTextOf(rows, row, length) {
        this.#filled = this.#buffer.writeUInt32LE(length, this.#filled);
        if (this.#filled + length <= BUFFER_BYTES) {
            rows.copyText(row, this.#buffer, this.#filled);
            this.#filled += length;
        }
        else
            this.#addLong(rows.textAt(row));
    }
    #addLong(bytes) {
        this.#hash.update(this.#buffer.subarray(0, this.#filled)).update(bytes);
        this.#filled = 0;
    }
}
/**
 * The {@link ContentHash} of rows that are at hand.
 *
 * @param values reads the rows' values; null where a class is all
 */
function content_hash_contentSha256(rows, splits, values) {
    const hash = new ContentHash();
    for (const split of SPLIT_NAMES) {
        hash.beginSplit(split, splits[split].length);
        if (values === null)
            for (const row of splits[split])
                hash.addRow(rows.classIds[row], rows, row);
        else
            for (const row of splits[split])
                hash.addValuedRow(values.bytesAt(rows.valueNumbers[row]), rows, row);
    }
    return hash.digest();
}

;// CONCATENATED MODULE: ./build/engine/near-duplicates/bits.js
/** Numbers from 0 on that have something in common, a bit each. */
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

// EXTERNAL MODULE: ./build/engine/rows/text-store.js
var text_store = __nccwpck_require__(398);
;// CONCATENATED MODULE: ./build/engine/near-duplicates/sketches.js

/** How many times so many bins must all agree for two texts to be compared. */
const BANDS = 6;
/** Numbers of a sketch: the key of each band, then the low bytes of the four bins of each. */
const SKETCH_WORDS = 2 * BANDS;
/** Sketches of texts, as a `Sketcher` makes them. */
class Sketches {
    /** {@link SKETCH_WORDS} numbers each. */
    numbers;
    /** @param count of sketches there is room for */
    constructor(count) {
        this.numbers = new Int32Array(SKETCH_WORDS * count);
    }
    /** Gives its memory back. */
    close() {
        (0,text_store/* release */._r)(this.numbers);
    }
    /** Makes a sketch the same as one of others. */
    copy(sketch, others, other) {
        for (let word = 0; word < SKETCH_WORDS; word++) {
            this.numbers[SKETCH_WORDS * sketch + word] = others.numbers[SKETCH_WORDS * other + word];
        }
    }
    /** How many bins of a sketch and the first of others agree; of those that do not, one in 256 all the same. */
    countEqual(sketch, { numbers: others }) {
        let equal = 0;
        for (let word = BANDS; word < SKETCH_WORDS; word++) {
            equal += countZeroBytes(this.numbers[SKETCH_WORDS * sketch + word] ^ others[word]);
        }
        return equal;
    }
}
/** All four at once (Warren, "Hacker's delight", 6-1). */
function countZeroBytes(word) {
    const zeros = ~(((word & 0x7f7f7f7f) + 0x7f7f7f7f) | word | 0x7f7f7f7f);
    return Math.imul(zeros >>> 7, 0x01010101) >>> 24;
}

;// CONCATENATED MODULE: ./build/engine/near-duplicates/band-index.js


/** Stands for a search that never comes. */
const REMOVED = 0xffffffff;
/** No entry follows. */
const NONE = -1;
/** Sketches a search looks at, so that its cost has a bound however many have a band in common with it. */
const MOST_SKETCHES = 32;
/** Of 24 bins those of which fewer agree where two texts are not near copies, and so many that most are. */
const LEAST_EQUAL = 15;
const LIKELY_EQUAL = 20;
/** Bits of the filter for each entry, of which a search so finds few set that are not its own. */
const FILTER_BITS = 8;
/** Finds sketches that have a band in common with another one, by chains in one table for all bands. */
class BandIndex {
    #sketches;
    /** A bit for each key that has an entry, and for others by chance: it is small enough to stay in the cache. */
    #filter = new Int32Array();
    /** First entry of each slot's chain; an entry is a band of a sketch. */
    #heads = new Int32Array();
    #next;
    /** The last search that came to a sketch, {@link REMOVED} for one that is not to be found any more. */
    #seenBy;
    /** Sketches the table was made for, and how many of them were removed since. */
    #members;
    #removed = 0;
    #searches = 0;
    /** Sketches the search may still look at. */
    #left = 0;
    /** What the search puts off, the most alike first, and how many bins of each agree. */
    #putOff = new Int32Array(MOST_SKETCHES);
    #equal = new Uint8Array(MOST_SKETCHES);
    #putOffs = 0;
    /** @param members the sketches it finds, in ascending order; its own from now on */
    constructor(sketches, members) {
        const sketchesEnd = members.length === 0 ? 0 : members[members.length - 1] + 1;
        this.#sketches = sketches;
        this.#members = members;
        this.#next = new Int32Array(BANDS * sketchesEnd);
        this.#seenBy = new Uint32Array(sketchesEnd);
        this.#makeTable();
    }
    /** Gives its memory back; it cannot be searched any more. */
    close() {
        (0,text_store/* release */._r)(this.#filter, this.#heads, this.#next, this.#seenBy, this.#members);
    }
    /** Has later searches not find a sketch. */
    remove(sketch) {
        this.#seenBy[sketch] = REMOVED;
        this.#removed++;
    }
    /**
     * Hands over the sketches that are alike and have a band in common with the first one of others, each once, until `visit` returns true: those that are hardly near copies after all others.
     *
     * @returns false when there were more than a search looks at
     */
    search(query, visit) {
        if (2 * this.#removed > this.#members.length)
            this.#shrink();
        this.#searches++;
        this.#left = MOST_SKETCHES;
        this.#putOffs = 0;
        for (let band = 0; band < BANDS && this.#left >= 0; band++) {
            const key = query.numbers[band];
            if ((this.#filter[(key >>> 5) & (this.#filter.length - 1)] & (1 << key)) === 0)
                continue;
            if (this.#searchChain(band, query, visit))
                return true;
        }
        for (let place = 0; place < this.#putOffs; place++)
            if (visit(this.#putOff[place]))
                return true;
        return this.#left >= 0;
    }
    /** What is left is found the faster, the smaller the table; all shrinking together costs no more than making it did. */
    #shrink() {
        const members = this.#members.filter((sketch) => this.#seenBy[sketch] !== REMOVED);
        (0,text_store/* release */._r)(this.#members, this.#filter, this.#heads);
        this.#members = members;
        this.#removed = 0;
        this.#makeTable();
    }
    #makeTable() {
        const slots = 2 ** Math.ceil(Math.log2(BANDS * this.#members.length + 32));
        this.#filter = new Int32Array((slots * FILTER_BITS) / 32);
        this.#heads = new Int32Array(slots).fill(NONE);
        for (const sketch of this.#members)
            this.#add(sketch);
    }
    #add(sketch) {
        for (let band = 0; band < BANDS; band++) {
            const entry = BANDS * sketch + band;
            const key = this.#sketches.numbers[SKETCH_WORDS * sketch + band];
            const slot = key & (this.#heads.length - 1);
            this.#filter[(key >>> 5) & (this.#filter.length - 1)] |= 1 << key;
            this.#next[entry] = this.#heads[slot];
            this.#heads[slot] = entry;
        }
    }
    /** @returns true when there is no more to be found */
    #searchChain(band, query, visit) {
        const { numbers } = this.#sketches;
        const key = query.numbers[band];
        const slot = key & (this.#heads.length - 1);
        let previous = NONE;
        let following = NONE;
        for (let entry = this.#heads[slot]; entry !== NONE; entry = following) {
            following = this.#next[entry];
            const sketch = (entry / BANDS) | 0;
            const seenBy = this.#seenBy[sketch];
            if (seenBy === REMOVED) {
                if (previous === NONE)
                    this.#heads[slot] = following;
                else
                    this.#next[previous] = following;
                continue;
            }
            previous = entry;
            if (seenBy === this.#searches || numbers[SKETCH_WORDS * sketch + (entry % BANDS)] !== key)
                continue;
            if (--this.#left < 0)
                return false;
            this.#seenBy[sketch] = this.#searches;
            if (this.#isLikely(sketch, query) && visit(sketch))
                return true;
        }
        return false;
    }
    /** True for a sketch that is much alike; one that is less alike is put off. */
    #isLikely(sketch, query) {
        const equal = this.#sketches.countEqual(sketch, query);
        if (equal >= LIKELY_EQUAL)
            return true;
        if (equal >= LEAST_EQUAL)
            this.#addPutOff(sketch, equal);
        return false;
    }
    #addPutOff(sketch, equal) {
        let place = this.#putOffs++;
        for (; place > 0 && equal > this.#equal[place - 1]; place--) {
            this.#putOff[place] = this.#putOff[place - 1];
            this.#equal[place] = this.#equal[place - 1];
        }
        this.#putOff[place] = sketch;
        this.#equal[place] = equal;
    }
}

;// CONCATENATED MODULE: ./build/engine/near-duplicates/kept-words.js

/** The different words of many texts, as hashes, one text after the other. */
class KeptWords {
    #hashes = new Int32Array(1 << 10);
    #length = 0;
    #starts;
    #sizes;
    /** @param texts how many there may be */
    constructor(texts) {
        this.#starts = new Uint32Array(texts);
        this.#sizes = new Uint32Array(texts);
    }
    /** Gives its memory back. */
    close() {
        (0,text_store/* release */._r)(this.#hashes, this.#starts, this.#sizes);
    }
    /** Words of all texts. */
    get length() {
        return this.#length;
    }
    add(text, { words, size }) {
        while (this.#length + size > this.#hashes.length)
            this.#hashes = (0,text_store/* enlarged */.vo)(this.#hashes);
        this.#starts[text] = this.#length;
        this.#sizes[text] = size;
        for (let word = 0; word < size; word++)
            this.#hashes[this.#length++] = words[word];
    }
    /** Different words of a text, 0 for one that was not added. */
    sizeOf(text) {
        return this.#sizes[text];
    }
    /** Has a set hold the words of a text. */
    fill(set, text) {
        set.fill(this.#hashes, this.#starts[text], this.#starts[text] + this.#sizes[text]);
    }
    /** Jaccard similarity of a set and a text: the words in both of the words in either. */
    similarityTo(set, text) {
        const start = this.#starts[text];
        const size = this.#sizes[text];
        const shared = set.countShared(this.#hashes, start, start + size);
        return shared / (set.size + size - shared);
    }
}

;// CONCATENATED MODULE: ./build/engine/near-duplicates/copy-block.js



/** Similarity from which on two texts are near copies. */
const NEAR_COPY = 0.8;
/** Texts that are compared with one in vain, so that its cost has a bound however many are almost near copies. */
const MOST_IN_VAIN = 16;
/** The sketches and words of some texts, in which near copies of other texts are searched. */
class CopyBlock {
    /** Number of its first text among those of all blocks. */
    start;
    /** Texts so far. */
    length = 0;
    #size;
    #sketches;
    #keptWords;
    #query;
    /** Is told of the copies of the text in hand. */
    #onCopy = () => true;
    /** How often the text in hand was compared in vain. */
    #inVain = 0;
    /** @param size texts it has room for */
    constructor(start, size) {
        this.start = start;
        this.#size = size;
        this.#sketches = new Sketches(size);
        this.#keptWords = new KeptWords(size);
    }
    /** Number of the text that comes after its last one. */
    get end() {
        return this.start + this.length;
    }
    /** Gives its memory back now, not when it is collected: the next block takes as much. */
    close() {
        this.#sketches.close();
        this.#keptWords.close();
    }
    /** Whether it has no room for another text. @param words it may keep before that */
    isFull(words) {
        return this.length === this.#size || this.#keptWords.length >= words;
    }
    /** Takes the next text. @param query null for one without a word, which is never found */
    add(query) {
        const number = this.length++;
        if (query === null)
            return;
        this.#sketches.copy(number, query.sketches, 0);
        this.#keptWords.add(number, query.set);
    }
    /** An index of its first texts: in their order, so that it is the same however they came. */
    indexOf(count) {
        const numbers = Uint32Array.from({ length: count }, (_, number) => number);
        return new BandIndex(this.#sketches, numbers.filter((number) => this.#keptWords.sizeOf(number) > 0));
    }
    /** Has one of its texts be searched for. @returns false for one without a word */
    take(number, query) {
        if (this.#keptWords.sizeOf(number) === 0)
            return false;
        query.take(number, this.#sketches, this.#keptWords);
        return true;
    }
    /**
     * Searches for a text that is not in the index.
     *
     * @returns true when all that are like it were compared, false when there are too many
     */
    search(query, index, onCopy) {
        this.#query = query;
        this.#inVain = 0;
        this.#onCopy = onCopy;
        const sawAll = index.search(query.sketches, this.#compare);
        return sawAll && this.#inVain < MOST_IN_VAIN;
    }
    #compare = (number) => {
        const similarity = this.#keptWords.similarityTo(this.#query.set, number);
        return similarity < NEAR_COPY ? ++this.#inVain === MOST_IN_VAIN : this.#onCopy(number, similarity);
    };
}

;// CONCATENATED MODULE: ./build/engine/split/mersenne-twister.js
const N = 624;
const M = 397;
/**
 * The generator behind `numpy.random.RandomState(seed)`: MT19937 seeded by `init_genrand`
 * (Matsumoto and Nishimura, 1998), with NumPy's legacy bounded draws and shuffle.
 */
class MersenneTwister {
    #state = new Uint32Array(N);
    #position = N;
    /** @param seed a whole number from 0 to 2^32 − 1 */
    constructor(seed) {
        this.#state[0] = seed;
        for (let index = 1; index < N; index++) {
            const previous = this.#state[index - 1];
            this.#state[index] = Math.imul(1812433253, previous ^ (previous >>> 30)) + index;
        }
    }
    /** The next 32-bit word. */
    uint32() {
        if (this.#position === N)
            this.#twist();
        let word = this.#state[this.#position++];
        word ^= word >>> 11;
        word ^= (word << 7) & 0x9d2c5680;
        word ^= (word << 15) & 0xefc60000;
        word ^= word >>> 18;
        return word >>> 0;
    }
    /** `RandomState.permutation(length)`: 0 … length − 1 in random order. */
    permutation(length) {
        return this.shuffle(Uint32Array.from({ length }, (_, index) => index));
    }
    /** `RandomState.shuffle`, in place. */
    shuffle(values) {
        for (let index = values.length - 1; index > 0; index--) {
            const other = this.#interval(index);
            const value = values[index];
            values[index] = values[other];
            values[other] = value;
        }
        return values;
    }
    /** `random_interval` of NumPy: a number from 0 to `most`, by rejection below the next power of two. */
    #interval(most) {
        const mask = 0xffffffff >>> Math.clz32(most);
        let value = (this.uint32() & mask) >>> 0;
        while (value > most)
            value = (this.uint32() & mask) >>> 0;
        return value;
    }
    #twist() {
        const state = this.#state;
        for (let index = 0; index < N; index++) {
            const mixed = (state[index] & 0x80000000) | (state[(index + 1) % N] & 0x7fffffff);
            state[index] = state[(index + M) % N] ^ (mixed >>> 1) ^ (mixed & 1 ? 0x9908b0df : 0);
        }
        this.#position = 0;
    }
}

;// CONCATENATED MODULE: ./build/engine/near-duplicates/sketcher.js


/** Bins of a band, which must all agree for two texts to be compared. */
const BAND_BINS = 4;
const BINS = BAND_BINS * BANDS;
/** Different words of a text of which four fifths are all: only texts with the same ones are near copies of it. */
const MOST_WORDS_OF_SHORT = 3;
/** Value of a bin without a word: none is higher. */
const EMPTY = 0x7fffffff;
/** A bit for each bin. */
const ALL_BINS = 2 ** BINS - 1;
/**
 * Makes sketches of texts by MinHash (Broder, "On the resemblance and containment of documents", 1997): the share of their 24
 * bins that agree is about that of the words two texts have in common. One hash of each word fills all bins (Li, Owen and
 * Zhang, "One permutation hashing", 2012), and an empty bin has the value of another one, chosen at random but always
 * the same way (Shrivastava, "Optimal densification for fast and accurate minwise hashing", 2017). Texts with the same key
 * of a band may be near copies (Leskovec, Rajaraman and Ullman, "Mining of massive datasets", chapter 3). A text of one to
 * three different words has the sketch of all of them together, so that texts with only some of them are not looked at.
 */
class Sketcher {
    #words;
    #bins = new Int32Array(BINS);
    /** For each bin all bins, in the order in which they are tried in its place. */
    #substitutes = substitutes();
    constructor(words) {
        this.#words = words;
    }
    /** Makes a sketch of the words that were read last. @returns false when there are none */
    set(sketches, sketch, words) {
        if (words === 0)
            return false;
        const filled = this.#fillBins(words);
        const short = isFew(filled) ? this.#hashOfShort(words) : null;
        if (short === null)
            this.#fillEmptyBins(filled);
        else
            this.#bins.fill(short);
        for (let band = 0; band < BANDS; band++)
            this.#setBand(sketches.numbers, SKETCH_WORDS * sketch, band);
        return true;
    }
    /** @returns a bit for each bin that has a word */
    #fillBins(words) {
        const { hashes } = this.#words;
        const bins = this.#bins;
        for (let bin = 0; bin < BINS; bin++)
            bins[bin] = EMPTY;
        let filled = 0;
        for (let word = 0; word < words; word++) {
            const hash = hashes[word];
            const bin = ((hash >>> 16) * BINS) >>> 16;
            filled |= 1 << bin;
            // The bin has used up the upper bits, which are much the same for all its words.
            const value = Math.imul(hash, 0x9e3779b1);
            if (value < bins[bin])
                bins[bin] = value;
        }
        return filled;
    }
    /** @returns a hash of the different words whatever their order, null when they are too many for a short text */
    #hashOfShort(words) {
        const { hashes } = this.#words;
        const different = [];
        for (let word = 0; word < words; word++) {
            if (different.includes(hashes[word]))
                continue;
            if (different.length === MOST_WORDS_OF_SHORT)
                return null;
            different.push(hashes[word]);
        }
        return different.reduce((sum, hash) => (sum + Math.imul(hash, 0x9e3779b1)) | 0, different.length);
    }
    #fillEmptyBins(filled) {
        const bins = this.#bins;
        const substitutes = this.#substitutes;
        for (let empty = ALL_BINS & ~filled; empty !== 0; empty &= empty - 1) {
            const bin = 31 - Math.clz32(empty & -empty);
            let next = BINS * bin;
            while (((filled >>> substitutes[next]) & 1) === 0)
                next++;
            bins[bin] = bins[substitutes[next]];
        }
    }
    #setBand(numbers, start, band) {
        let key = band;
        let low = 0;
        for (let bin = BAND_BINS * band; bin < BAND_BINS * (band + 1); bin++) {
            const value = this.#bins[bin];
            key = Math.imul(key ^ value, 0x85ebca6b);
            key ^= key >>> 15;
            low = (low << 8) | (value & 0xff);
        }
        numbers[start + band] = key;
        numbers[start + BANDS + band] = low;
    }
}
/** True for so few bins that their words may be those of a short text. */
function isFew(bins) {
    let rest = bins;
    for (let bin = 0; bin < MOST_WORDS_OF_SHORT; bin++)
        rest &= rest - 1;
    return rest === 0;
}
function substitutes() {
    const random = new MersenneTwister(0);
    return Uint8Array.from(Array.from({ length: BINS }, () => [...random.permutation(BINS)]).flat());
}

;// CONCATENATED MODULE: ./build/engine/near-duplicates/word-set.js
/** The different words of one text. */
class WordSet {
    /** Hashes of its words, in the order in which they first came; valid up to {@link size}. */
    words = new Int32Array(1 << 7);
    /** Different words in it. */
    size = 0;
    /** Open-addressed, by the lower bits of the hashes; at most half full. */
    #table = new Int32Array(1 << 8);
    /** When a slot was filled. */
    #filledAt = new Uint32Array(1 << 8);
    #fills = 0;
    /** Holds words from now on. @param start of their hashes, and their end */
    fill(hashes, start, end) {
        while (this.words.length < end - start)
            this.#grow();
        this.#fills++;
        this.size = 0;
        for (let word = start; word < end; word++) {
            const hash = hashes[word];
            const slot = this.#slotOf(hash);
            if (this.#filledAt[slot] === this.#fills)
                continue;
            this.#filledAt[slot] = this.#fills;
            this.#table[slot] = hash;
            this.words[this.size++] = hash;
        }
    }
    /** How many of some different words it holds. @param start of their hashes, and their end */
    countShared(hashes, start, end) {
        let shared = 0;
        for (let word = start; word < end; word++) {
            if (this.#filledAt[this.#slotOf(hashes[word])] === this.#fills)
                shared++;
        }
        return shared;
    }
    /** Slot of a word, or the free slot where it belongs. */
    #slotOf(hash) {
        const mask = this.#table.length - 1;
        let slot = hash & mask;
        while (this.#filledAt[slot] === this.#fills && this.#table[slot] !== hash)
            slot = (slot + 1) & mask;
        return slot;
    }
    #grow() {
        this.words = new Int32Array(2 * this.words.length);
        this.#table = new Int32Array(2 * this.words.length);
        this.#filledAt = new Uint32Array(2 * this.words.length);
    }
}

;// CONCATENATED MODULE: ./build/engine/near-duplicates/words.js
/** Words of a text that are read; of a longer text its beginning is judged. */
const MAX_WORDS = 1 << 16;
/** Bytes of a word without spaces from which on it ends at the next character whose code is a multiple of 4. */
const LONG_WORD = 12;
/** Start value and prime of FNV-1a, 32 bits (http://www.isthe.com/chongo/tech/comp/fnv/), a character a step. */
const FNV_BASIS = 0x811c9dc5 | 0;
const FNV_PRIME = 0x01000193;
/** First characters of scripts without spaces (Thai, Lao, Tibetan, Burmese; Khmer; Chinese and Japanese), and after them. */
const THAI = 0xe00;
const GEORGIAN = 0x10a0;
const KHMER = 0x1780;
const MONGOLIAN = 0x1800;
const CJK = 0x2e80;
const DANDA = 0x964;
const DOUBLE_DANDA = 0x965;
/** Upper bits of the characters U+2000–20FF and U+3000–303F, which are spaces, punctuation and currency signs. */
const PUNCTUATION = 0x20;
const CJK_PUNCTUATION = 0x3000 >> 6;
/** First byte of U+0080–00BF, which are spaces, signs and punctuation. */
const LATIN_SIGNS_LEAD = 0xc2;
/**
 * Reads the words of texts as hashes, from their UTF-8 bytes: runs of letters, digits and what else is no white space
 * and no punctuation, ASCII letters without regard to case. In scripts without spaces a word ends, once it is long enough,
 * at a character whose own code makes it an end, so that an insertion leaves the words after it as they are.
 */
class WordReader {
    /** Hashes of the words that were read last, as signed 32-bit numbers; valid up to their number. */
    hashes = new Int32Array(MAX_WORDS);
    /** By ASCII byte the byte of the small letter, 0 for one that ends a word. */
    #folded = Uint8Array.from({ length: 0x80 }, (_, byte) => foldedAscii(byte));
    /** @param text valid UTF-8 @returns how many words were read */
    read(text) {
        const hashes = this.hashes;
        const folded = this.#folded;
        const end = text.length;
        let words = 0;
        let hash = FNV_BASIS;
        let start = 0;
        let position = 0;
        while (position < end) {
            const byte = text[position++];
            if (byte < 0x80) {
                const letter = folded[byte];
                if (letter !== 0) {
                    hash = Math.imul(hash ^ letter, FNV_PRIME);
                    continue;
                }
            }
            else if (byte >= 0xe0 && byte < 0xf0) {
                const code = ((byte & 0x0f) << 12) | ((text[position] & 0x3f) << 6) | (text[position + 1] & 0x3f);
                position += 2;
                if (!isPunctuation(code)) {
                    hash = Math.imul(hash ^ code, FNV_PRIME);
                    if (code < THAI || !endsWord(code) || position - start < LONG_WORD)
                        continue;
                }
            }
            else if (byte === LATIN_SIGNS_LEAD) {
                position++;
            }
            else {
                hash = Math.imul(hash ^ byte, FNV_PRIME);
                continue;
            }
            start = position;
            if (hash === FNV_BASIS)
                continue;
            hashes[words++] = mixed(hash);
            if (words === MAX_WORDS)
                return words;
            hash = FNV_BASIS;
        }
        if (hash !== FNV_BASIS)
            hashes[words++] = mixed(hash);
        return words;
    }
}
function foldedAscii(byte) {
    const character = String.fromCharCode(byte);
    return /[0-9A-Za-z]/.test(character) ? character.toLowerCase().charCodeAt(0) : 0;
}
function endsWord(code) {
    const isUnspaced = code < GEORGIAN || (code >= KHMER && code < MONGOLIAN) || code >= CJK;
    return isUnspaced && (code & 3) === 0;
}
function isPunctuation(code) {
    return (code === DANDA || code === DOUBLE_DANDA || code >> 8 === PUNCTUATION || code >> 6 === CJK_PUNCTUATION);
}
/** The finalizer of MurmurHash3 (https://github.com/aappleby/smhasher): each bit depends on each. */
function mixed(hash) {
    let mix = hash ^ (hash >>> 16);
    mix = Math.imul(mix, 0x85ebca6b);
    mix = Math.imul(mix ^ (mix >>> 13), 0xc2b2ae35);
    return mix ^ (mix >>> 16);
}

;// CONCATENATED MODULE: ./build/engine/near-duplicates/query.js




/** A text that is searched for: its sketch, and its different words once they are asked for. */
class Query {
    /** Its sketch, the only one there. */
    sketches = new Sketches(1);
    #words = new WordReader();
    #sketcher = new Sketcher(this.#words);
    #set = new WordSet();
    /** Number of the words that were read last. */
    #wordsRead = 0;
    #isSetFilled = false;
    /** Takes a text. @returns false for one without a word, which is not searched for */
    read(text) {
        this.#wordsRead = this.#words.read(text);
        this.#isSetFilled = false;
        return this.#sketcher.set(this.sketches, 0, this.#wordsRead);
    }
    /** Takes a text that is kept. */
    take(text, sketches, words) {
        this.sketches.copy(0, sketches, text);
        words.fill(this.#set, text);
        this.#isSetFilled = true;
    }
    /** Its different words, valid until the next text is taken. */
    get set() {
        if (!this.#isSetFilled)
            this.#set.fill(this.#words.hashes, 0, this.#wordsRead);
        this.#isSetFilled = true;
        return this.#set;
    }
}

;// CONCATENATED MODULE: ./build/engine/near-duplicates/copy-search.js



const LIMITS = { texts: 3 << 17, words: 3 << 22, blocks: 1 };
/** Memory of a block and its index, in bytes. */
const BLOCK_BYTES = 110e6;
/** Pairs that are kept to be shown. */
const MOST_EXAMPLES = 20;
/**
 * Searches rows of eval and test for near copies of rows of other splits: those of eval and test are kept, some blocks of
 * them at a time, and all others are searched for in each block, in the order of their ranks. So what is found does not
 * depend on the order in which rows were read, nor on where they are.
 */
class CopySearch {
    trainTest = 0;
    trainEval = 0;
    evalTest = 0;
    /** Rows without a word, which are not judged. */
    tooShort = 0;
    /** Places of the rows of train that have a near copy in eval or test, where they are to be left out. */
    copiesOfTrain;
    #texts;
    #drop;
    #limits;
    #query = new Query();
    #notCompared;
    /** By block. */
    #examples = { train: [], eval: [] };
    constructor(texts, drop, limits = {}) {
        this.#texts = texts;
        this.#drop = drop;
        this.#limits = { ...LIMITS, ...limits };
        this.copiesOfTrain = new Bits(texts.sizes.train);
        this.#notCompared = { train: new Bits(texts.sizes.train), eval: new Bits(texts.sizes.eval) };
        const kept = texts.sizes.test + texts.sizes.eval;
        for (let start = 0; start < kept;)
            start = this.#searchFrom(start);
    }
    /** Some of the pairs that were found. */
    get examples() {
        return [...this.#examples.train, ...this.#examples.eval].flat().slice(0, MOST_EXAMPLES);
    }
    /** Rows of train or eval that had more like them than were looked at. */
    get notCompared() {
        return this.#notCompared.train.count + this.#notCompared.eval.count;
    }
    /** Searches rows of test and eval, which are numbered through, from this one on. @returns the first one left */
    #searchFrom(start) {
        const blocks = this.#keepFrom(start);
        this.#searchTrain(blocks);
        for (const block of blocks) {
            if (block.start < this.#texts.sizes.test)
                this.#searchEval(block);
            block.close();
        }
        return blocks[blocks.length - 1].end;
    }
    #keepFrom(start) {
        const { test, eval: evaluation } = this.#texts.sizes;
        const { texts: most, words, blocks: mostBlocks } = this.#limits;
        const begin = (first) => new CopyBlock(first, Math.min(test + evaluation - first, most));
        let block = begin(start);
        const blocks = [block];
        const keep = (text, number) => {
            if (number !== block.end)
                return;
            if (block.isFull(words)) {
                if (blocks.length === mostBlocks)
                    return;
                block = begin(number);
                blocks.push(block);
            }
            const isRead = this.#query.read(text);
            if (!isRead)
                this.tooShort++;
            block.add(isRead ? this.#query : null);
        };
        if (start < test)
            this.#texts.forEach('test', keep);
        this.#texts.forEach('eval', (text, place) => keep(text, test + place));
        return blocks;
    }
    #searchTrain(blocks) {
        let place = 0;
        const searches = blocks.map((block) => {
            const index = block.indexOf(block.length);
            const addExample = this.#exampleList('train', block);
            const onCopy = (number, similarity) => {
                addExample(place, number, similarity);
                if (this.#drop === 'train') {
                    this.copiesOfTrain.add(place);
                    return true;
                }
                if (block.start + number < this.#texts.sizes.test)
                    this.trainTest++;
                else
                    this.trainEval++;
                index.remove(number);
                return false;
            };
            return { block, index, onCopy };
        });
        this.#texts.forEach('train', (text, at) => {
            place = at;
            if (this.copiesOfTrain.has(at))
                return;
            if (!this.#query.read(text)) {
                if (blocks[0].start === 0)
                    this.tooShort++;
                return;
            }
            for (let number = 0; number < searches.length; number++) {
                const { block, index, onCopy } = searches[number];
                if (!block.search(this.#query, index, onCopy))
                    this.#notCompared.train.add(at);
                if (this.copiesOfTrain.has(at))
                    return;
            }
        });
        for (const { index } of searches)
            index.close();
    }
    /** Counts rows of test, as far as they are in the block, that have a near copy in eval. */
    #searchEval(block) {
        const { test } = this.#texts.sizes;
        const index = block.indexOf(Math.min(block.length, test - block.start));
        const addExample = this.#exampleList('eval', block);
        let place = 0;
        const onCopy = (number, similarity) => {
            addExample(place, number, similarity);
            this.evalTest++;
            index.remove(number);
            return false;
        };
        const search = (at) => {
            place = at;
            if (!block.search(this.#query, index, onCopy))
                this.#notCompared.eval.add(at);
        };
        const own = Math.max(0, block.end - test);
        for (let at = 0; at < own; at++)
            if (block.take(test + at - block.start, this.#query))
                search(at);
        if (own < this.#texts.sizes.eval) {
            this.#texts.forEach('eval', (text, at) => {
                if (at >= own && this.#query.read(text))
                    search(at);
            });
        }
        index.close();
    }
    /** @returns takes a row of the split and the number of the row in the block it is a near copy of */
    #exampleList(split, { start }) {
        const examples = [];
        this.#examples[split].push(examples);
        const { test } = this.#texts.sizes;
        return (place, number, similarity) => {
            if (examples.length === MOST_EXAMPLES)
                return;
            const kept = start + number;
            const other = kept < test ? { split: 'test', place: kept } : { split: 'eval', place: kept - test };
            examples.push({ rows: [{ split, place }, other], similarity });
        };
    }
}

;// CONCATENATED MODULE: ./build/engine/near-duplicates/near-duplicates.js

/**
 * Finds rows of different splits whose texts are near copies: texts of whose different words at least four fifths are
 * the same, so all of them where there are one to three. Candidates are found by sketches, and confirmed by comparing all their words, in time linear in the texts as long as all blocks
 * are in memory.
 *
 * @throws Error when train is left without rows
 */
function near_duplicates_findNearDuplicates(texts, { dropNearDuplicates, searchBlocks = 1 }) {
    const search = new CopySearch(texts, dropNearDuplicates, { blocks: searchBlocks });
    const { trainTest, trainEval, evalTest, notCompared, tooShort, examples, copiesOfTrain: dropped } = search;
    if (dropped.count > 0 && dropped.count === texts.sizes.train)
        throw new Error(NOTHING_LEFT);
    const counts = { trainTest, trainEval, evalTest, notCompared, tooShort };
    return { found: { ...counts, dropped: dropped.count }, copies: { examples, dropped } };
}
const NOTHING_LEFT = 'Every row of train is a near copy of a row of eval or test, and drop-near-duplicates: train leaves none. Say drop-near-duplicates: none, or collect texts that differ.';

// EXTERNAL MODULE: ./build/engine/parquet.js + 4 modules
var parquet = __nccwpck_require__(657);
;// CONCATENATED MODULE: ./build/engine/near-duplicates/stored-copies.js

/**
 * Finds near copies among rows that are in memory; see {@link findNearDuplicates}.
 *
 * @returns what was found, and the splits without what is taken out
 */
function stored_copies_findStoredCopies(rows, splits, options) {
    const { found, copies } = findNearDuplicates(textsOf(rows, splits), options);
    const { dropped, examples } = copies;
    const stored = examples.map((pair) => numbered(pair, splits));
    if (dropped.count === 0)
        return { found, copies: { examples: stored, droppedRows: NO_ROWS }, splits };
    const { train } = splits;
    return {
        found,
        copies: {
            examples: stored,
            droppedRows: Uint32Array.from(train.filter((_, place) => dropped.has(place))),
        },
        splits: { ...splits, train: train.filter((_, place) => !dropped.has(place)) },
    };
}
/** Returns the splits as they are, of which nothing is known to be a near copy. */
function stored_copies_notSearched(splits) {
    return { found: null, copies: { examples: [], droppedRows: NO_ROWS }, splits };
}
const NO_ROWS = new Uint32Array();
function textsOf(rows, splits) {
    return {
        sizes: { train: splits.train.length, eval: splits.eval.length, test: splits.test.length },
        forEach(split, visit) {
            const selected = splits[split];
            for (let place = 0; place < selected.length; place++)
                visit(rows.textAt(selected[place]), place);
        },
    };
}
function numbered({ rows: [one, other], similarity }, splits) {
    return {
        rows: [splits[one.split][one.place], splits[other.split][other.place]],
        splits: [one.split, other.split],
        similarity,
    };
}

// EXTERNAL MODULE: ./build/engine/rows/value-unpacker.js
var value_unpacker = __nccwpck_require__(752);
// EXTERNAL MODULE: ./build/engine/rows/rank.js
var rank = __nccwpck_require__(139);
// EXTERNAL MODULE: ./build/engine/split/split-of.js
var split_of = __nccwpck_require__(220);
;// CONCATENATED MODULE: ./build/engine/split/count-moved.js



/**
 * Counts the rows that another seed or other shares would put into another split.
 *
 * @param forEach calls back with the identity of each row of a split, which is the key of its split
 */
function count_moved_countMoved({ seed, ...shares }, forEach) {
    const ranker = new rank/* TextRanker */.F(seed);
    let moved = 0;
    for (const split of model_rows/* SPLIT_NAMES */.g) {
        forEach(split, (identity) => {
            ranker.rank(identity);
            if ((0,split_of/* splitOf */.u)(ranker, shares) !== split)
                moved++;
        });
    }
    return moved;
}

;// CONCATENATED MODULE: ./build/engine/split/split-stable.js

/**
 * Splits rows by the ranks of their texts alone, so that no other row and no class can ever move one: the lowest
 * ranks are test, the next eval, the rest train, each share as wide as it says. Each split is in rank order.
 */
function split_stable_splitStable(texts, { testBelow, evalBelow }) {
    const rows = rowsByRank(texts);
    const testEnd = countBelow(testBelow, rows, texts);
    const evalEnd = countBelow(evalBelow, rows, texts);
    return {
        train: rows.subarray(evalEnd),
        eval: rows.subarray(testEnd, evalEnd),
        test: rows.subarray(0, testEnd),
    };
}
/** How many of the rows, which are in rank order, rank below a bound. */
function countBelow({ high, low }, rows, { rankHigh, rankLow }) {
    let below = 0;
    let end = rows.length;
    while (below < end) {
        const middle = (below + end) >>> 1;
        const row = rows[middle];
        if (rankHigh[row] < high || (rankHigh[row] === high && rankLow[row] < low))
            below = middle + 1;
        else
            end = middle;
    }
    return below;
}
/** Row numbers by ascending rank, then by bytes: a radix sort of the ranks' upper halves, then of equal ones. */
function rowsByRank(texts) {
    const { rankHigh, rankLow } = texts;
    let rows = new Uint32Array(texts.length);
    let sorted = new Uint32Array(texts.length);
    for (let row = 0; row < rows.length; row++)
        rows[row] = row;
    for (let shift = 0; shift < 32; shift += DIGIT_BITS) {
        sortByDigit(rows, sorted, { keys: rankHigh, shift });
        [rows, sorted] = [sorted, rows];
    }
    release(sorted);
    const compare = (a, b) => rankLow[a] - rankLow[b] || Buffer.compare(texts.textAt(a), texts.textAt(b));
    for (let start = 0; start < rows.length;) {
        let end = start + 1;
        while (end < rows.length && rankHigh[rows[end]] === rankHigh[rows[start]])
            end++;
        if (end - start > 1)
            rows.subarray(start, end).sort(compare);
        start = end;
    }
    return rows;
}
/** Few enough that a pass's counters stay in the fastest cache. */
const DIGIT_BITS = 11;
const DIGIT_MASK = (1 << DIGIT_BITS) - 1;
/** One stable counting sort by 11 bits of the keys, into an array of the same length. */
function sortByDigit(rows, sorted, { keys, shift }) {
    const next = new Uint32Array((1 << DIGIT_BITS) + 1);
    for (const row of rows)
        next[((keys[row] >>> shift) & DIGIT_MASK) + 1]++;
    for (let digit = 1; digit < next.length; digit++)
        next[digit] += next[digit - 1];
    for (const row of rows)
        sorted[next[(keys[row] >>> shift) & DIGIT_MASK]++] = row;
}

;// CONCATENATED MODULE: ./build/engine/split/too-few-rows.js
/** Marks the error, also where it comes from another thread, which keeps no class. */
const TOO_FEW_ROWS = 'TOO_FEW_ROWS';
/** Returns an error that says in the user's words that rows are too few to be split. */
function tooFewRowsError(message) {
    return Object.assign(new Error(message), { code: TOO_FEW_ROWS });
}
/** Whether an error says that rows are too few to be split. */
function isTooFewRows(error) {
    return error instanceof Error && 'code' in error && error.code === TOO_FEW_ROWS;
}

;// CONCATENATED MODULE: ./build/engine/split/split.js



/** For scikit-learn, a class with fewer rows goes to train whole, because it cannot be in every split. */
const SMALLEST_SKLEARN_CLASS = 3;
/**
 * Splits rows into train, eval and test.
 *
 * @param options.seed of scikit-learn's random numbers; that of the stable split is in the ranks
 * @throws Error when there are too few rows to give each split at least one
 */
function split_splitRows(options) {
    const { rows, fractions, method } = options;
    const splits = method === 'stable' ? splitStable(rows, fractions) : splitSklearn(options);
    if (splits.train.length === 0 || splits.eval.length === 0 || splits.test.length === 0) {
        throw tooFewRows(rows.length, countGroups(rows));
    }
    return splits;
}
/** @param groups rows with the same rank are one, and stay in one split */
function tooFewRows(rows, groups) {
    const size = groups === rows ? `${rows} rows` : `${rows} rows in ${groups} group${groups === 1 ? '' : 's'}`;
    return tooFewRowsError(`${size} are too few to give train, eval and test at least one row each. Collect more reviews, or choose other shares for split.`);
}
function countGroups({ rankHigh, rankLow }) {
    return new Set(Array.from(rankHigh, (high, row) => `${high}:${rankLow[row]}`)).size;
}
function splitSklearn(options) {
    const { classIds } = options.rows;
    const classCounts = new Uint32Array(options.classNames.length);
    for (const classId of classIds)
        classCounts[classId]++;
    const isTiny = (row) => classCounts[classIds[row]] < SMALLEST_SKLEARN_CLASS;
    const all = Uint32Array.from(classIds, (_, row) => row);
    const splits = splitLikeSklearn({ ...options, rows: all.filter((row) => !isTiny(row)), classIds });
    const tiny = all.filter(isTiny);
    const train = new Uint32Array(splits.train.length + tiny.length);
    train.set(splits.train);
    train.set(tiny, splits.train.length);
    return { ...splits, train };
}

;// CONCATENATED MODULE: ./build/engine/prepare.js








/**
 * Splits the collected rows and sums up what came out.
 *
 * @throws Error when there are too few rows to split, or none is left in train
 */
function prepareDataset(shape, { rows, counts }, options) {
    const allSplits = splitRows({ rows, classNames: shape.classNames, ...options });
    const { found, copies, splits } = options.nearDuplicates === 'none' ? notSearched(allSplits) : findStoredCopies(rows, allSplits, options);
    const values = rows.valueMemory === null ? null : new ValueUnpacker(shape, rows.valueMemory);
    const classBalance = countClasses(shape, rows, { splits, values });
    const dataset = {
        shape,
        numSamples: rows.length - (found?.dropped ?? 0),
        splitSizes: ofSplits((split) => splits[split].length),
        splitBytes: ofSplits((split) => countDatasetBytes(shape, rows, splits[split])),
        classBalance,
        missingClasses: findMissingClasses(classBalance),
        counts,
        nearDuplicates: found,
        contentSha256: contentSha256(rows, splits, values),
        movedRows: movedRows(rows, splits, options.earlierSplit),
    };
    return { dataset, copies, splits };
}
function movedRows(rows, splits, before) {
    if (before === undefined)
        return null;
    return countMoved(before, (split, visit) => {
        for (const row of splits[split])
            visit(rows.textAt(row));
    });
}
/** Writes the data files of a dataset. */
function writeDataFiles(shape, rows, splits, options = {}) {
    return SPLIT_NAMES.flatMap((split) => writeParquet({ split, shape, rows, selected: splits[split], ...options }));
}
function ofSplits(count) {
    return { train: count('train'), eval: count('eval'), test: count('test') };
}
/** Rows of each class, and of several classes a row, in each split; none without classes. */
function countClasses(shape, rows, { splits, values }) {
    const balance = shape.classNames.map(() => ({ train: 0, eval: 0, test: 0 }));
    const type = shape.values[classColumn(shape)]?.type;
    for (const split of SPLIT_NAMES) {
        if (type === 'class')
            for (const row of splits[split])
                balance[rows.classIds[row]][split]++;
        if (type !== 'classes')
            continue;
        for (const row of splits[split]) {
            for (const id of values.classIdsAt(rows.valueNumbers[row]))
                balance[id][split]++;
        }
    }
    return Object.fromEntries(shape.classNames.map((name, classId) => [name, balance[classId]]));
}
/** Classes that have rows, but none in some splits. */
function findMissingClasses(classBalance) {
    return Object.entries(classBalance).flatMap(([className, rows]) => {
        const splits = model_rows/* SPLIT_NAMES */.g.filter((split) => rows[split] === 0);
        return splits.length === 0 || splits.length === model_rows/* SPLIT_NAMES */.g.length ? [] : [{ className, splits }];
    });
}

;// CONCATENATED MODULE: ./build/engine/rows/row-ids.js

/** Characters of an id that are told; a longer one is cut. */
const MOST_CHARACTERS = 80;
/** Bytes that hold one character more than is told, by which a longer id is known. */
const MOST_BYTES = 4 * (MOST_CHARACTERS + 1);
const CHUNK_BYTES = (/* unused pure expression or super */ null && (1 << 17));
/** What is kept of an id. */
function keptId(id) {
    return id.length > MOST_BYTES ? id.subarray(0, MOST_BYTES) : id;
}
/** An id as it is told, of a longer one its first 80 characters and an ellipsis. @param id its first bytes */
function row_ids_toldId(id) {
    const text = Buffer.from(id.buffer, id.byteOffset, id.length).toString();
    const characters = Array.from(text);
    return characters.length > MOST_CHARACTERS ? `${characters.slice(0, MOST_CHARACTERS).join('')}…` : text;
}
/** The ids of all rows that are read at once, by the order in which the rows were read: their serial numbers. */
class RowIds {
    /** Pieces of memory whose last byte stays free, so that an end tells its piece. */
    #chunks = [new Uint8Array(CHUNK_BYTES)];
    /** Where the id of each row ends, in bytes of all pieces; an id lies in one. */
    #ends = new Uint32Array(1024);
    #end = 0;
    #length = 0;
    #reviewed = 0;
    /**
     * Copies the id of the next row; all reviewed rows come before the first one of the pool.
     *
     * @param id UTF-8 bytes, as good as empty for NULL
     * @returns the row's serial number, counted from 0
     */
    add(source, id) {
        if (source === 'reviewed')
            this.#reviewed++;
        if (this.#length === this.#ends.length)
            this.#ends = enlarged(this.#ends);
        if (id)
            this.#append(keptId(id));
        this.#ends[this.#length] = this.#end;
        return this.#length++;
    }
    /** Forgets all rows. */
    clear() {
        this.#chunks = this.#chunks.slice(0, 1);
        this.#end = 0;
        this.#length = 0;
        this.#reviewed = 0;
    }
    /** Bytes of memory they take. */
    get bytes() {
        return this.#end + 4 * this.#length;
    }
    /** The id of a row; of a longer one its first 80 characters and an ellipsis. */
    of(serial) {
        return row_ids_toldId(this.bytesOf(serial));
    }
    sourceOf(serial) {
        return serial < this.#reviewed ? 'reviewed' : 'pool';
    }
    /**
     * Orders rows for people: reviewed ones first, then by their ids, shorter ones first, so that numbers are in their
     * order. @returns a number below, at or above 0
     */
    compare(a, b) {
        const sources = Number(a >= this.#reviewed) - Number(b >= this.#reviewed);
        if (sources !== 0)
            return sources;
        const [idOfA, idOfB] = [this.bytesOf(a), this.bytesOf(b)];
        return idOfA.length - idOfB.length || Buffer.compare(idOfA, idOfB);
    }
    #append(id) {
        let offset = this.#end % CHUNK_BYTES;
        if (offset + id.length >= CHUNK_BYTES) {
            this.#end = CHUNK_BYTES * this.#chunks.length;
            this.#chunks.push(new Uint8Array(CHUNK_BYTES));
            offset = 0;
        }
        this.#chunks[this.#chunks.length - 1].set(id, offset);
        this.#end += id.length;
    }
    /** The bytes of an id, of a very long one the first: a view, not a copy. */
    bytesOf(serial) {
        const end = this.#ends[serial];
        const chunk = Math.floor(end / CHUNK_BYTES);
        const start = Math.max(CHUNK_BYTES * chunk, serial === 0 ? 0 : this.#ends[serial - 1]);
        return this.#chunks[chunk].subarray(start % CHUNK_BYTES, end % CHUNK_BYTES);
    }
}
/** The ids of the rows a dataset keeps. */
class KeptIds {
    #ids;
    #serials;
    /** @param serials serial number of each row that is kept: the first that has its texts and its values */
    constructor(ids, serials) {
        this.#ids = ids;
        this.#serials = serials;
    }
    /** Id of a row that is kept, by its number among these. */
    of(row) {
        return this.#ids.of(this.#serials[row]);
    }
    /** Its serial number, by which it can be dropped. */
    serialOf(row) {
        return this.#serials[row];
    }
}

;// CONCATENATED MODULE: ./build/engine/shard-plan.js
/** Shards stay below this many bytes of data, as `datasets` counts them (its `MAX_SHARD_SIZE`, 500 MB). */
const MAX_SHARD_BYTES = 500_000_000;
/** Small enough that the Hub's viewer, which reads whole row groups, shows a page of rows quickly. */
const ROW_GROUP_ROWS = 20_000;
const ROW_GROUP_BYTES = 32 << 20;
/** Cuts the rows of a split into shards, and those into row groups; a larger single row is one of its own. */
class ShardPlan {
    /** How many rows each row group of each shard has. */
    shards = [[0]];
    #maxShardBytes;
    #shardBytes = 0;
    #groupBytes = 0;
    #groupRows = 0;
    /** @param maxShardBytes bytes of data, as `datasets` counts them */
    constructor(maxShardBytes = MAX_SHARD_BYTES) {
        this.#maxShardBytes = maxShardBytes;
    }
    /** Places the next row. @param bytes those of its data, as `datasets` counts them */
    add(bytes) {
        if (this.#shardBytes > 0 && this.#shardBytes + bytes > this.#maxShardBytes) {
            this.shards.push([]);
            this.#shardBytes = 0;
            this.#beginGroup();
        }
        else if (this.#groupRows === ROW_GROUP_ROWS ||
            (this.#groupRows > 0 && this.#groupBytes + bytes > ROW_GROUP_BYTES)) {
            this.#beginGroup();
        }
        const groups = this.shards[this.shards.length - 1];
        groups[groups.length - 1] = ++this.#groupRows;
        this.#groupBytes += bytes;
        this.#shardBytes += bytes;
    }
    #beginGroup() {
        this.shards[this.shards.length - 1].push(0);
        this.#groupRows = 0;
        this.#groupBytes = 0;
    }
}

;// CONCATENATED MODULE: ./build/engine/disk/class-reader.js


/** Reads the ids of a row's classes; none of a task without classes. */
function classReader(shape) {
    const type = shape.values[(0,model_shape/* classColumn */.$)(shape)]?.type;
    if (type === undefined)
        return () => [];
    if ((0,model_shape/* hasOnlyClass */.f)(shape))
        return ({ classId }) => [classId];
    if (type === 'class')
        return ({ values }) => [(0,value_unpacker/* firstClassIdIn */.v5)(values)];
    return ({ values }) => (0,value_unpacker/* classIdsIn */.Ar)(values);
}

// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __nccwpck_require__(760);
;// CONCATENATED MODULE: ./build/engine/rows/dropped-rows.js

/** Why a row was dropped, other than for being a copy of one that is kept. */
const dropped_rows_DROP_REASONS = [
    'no-text',
    'invalid-utf8',
    'empty',
    'unknown-class',
    'malformed',
    'conflict',
    'outvoted',
    'near-duplicate',
    'pii',
];
/** What the sources are called where people read of them. */
const dropped_rows_SOURCE_NAMES = { reviewed: 'reviewed', pool: 'confirmed' };
const CHUNK_CHARACTERS = (/* unused pure expression or super */ null && (1 << 16));
/** The rows of a dataset that were dropped, and why: a few bytes each. */
class DroppedRows {
    #ids;
    #serials = new Uint32Array(64);
    #reasons = new Uint8Array(64);
    #length = 0;
    constructor(ids) {
        this.#ids = ids;
    }
    get length() {
        return this.#length;
    }
    /** Bytes of memory they take. */
    get bytes() {
        return 5 * this.#length;
    }
    /** Tells of each in the order in which they were added. @param visit is told the row's serial number */
    forEach(visit) {
        for (let entry = 0; entry < this.#length; entry++) {
            visit(dropped_rows_DROP_REASONS[this.#reasons[entry]], this.#serials[entry]);
        }
    }
    /** @param serial the row's serial number, see `RowIds` */
    add(reason, serial) {
        if (this.#length === this.#serials.length) {
            this.#serials = enlarged(this.#serials);
            this.#reasons = enlarged(this.#reasons);
        }
        this.#serials[this.#length] = serial;
        this.#reasons[this.#length++] = dropped_rows_DROP_REASONS.indexOf(reason);
    }
    /**
     * Every row as a line of JSON, `{"id":"7","source":"reviewed","reason":"empty"}`, in pieces of some 64 kB: corrections
     * first, by their ids, whatever the order they were read in.
     */
    *lines() {
        const order = Uint32Array.from({ length: this.#length }, (_, entry) => entry);
        order.sort((a, b) => this.#compare(a, b));
        let text = '';
        for (const entry of order) {
            const serial = this.#serials[entry];
            const line = {
                id: this.#ids.of(serial),
                source: dropped_rows_SOURCE_NAMES[this.#ids.sourceOf(serial)],
                reason: dropped_rows_DROP_REASONS[this.#reasons[entry]],
            };
            text += `${JSON.stringify(line)}\n`;
            if (text.length < CHUNK_CHARACTERS)
                continue;
            yield Buffer.from(text);
            text = '';
        }
        if (text !== '')
            yield Buffer.from(text);
    }
    /** Ids of the first rows dropped for a reason, in the order of {@link lines}, `most` at most. */
    idsOf(reason, most) {
        const wanted = dropped_rows_DROP_REASONS.indexOf(reason);
        const first = [];
        for (let entry = 0; entry < this.#length; entry++) {
            if (this.#reasons[entry] !== wanted)
                continue;
            const after = first.findLastIndex((other) => this.#compare(other, entry) <= 0);
            first.splice(after + 1, 0, entry);
            if (first.length > most)
                first.pop();
        }
        return first.map((entry) => this.#ids.of(this.#serials[entry]));
    }
    #compare(a, b) {
        const ids = this.#ids.compare(this.#serials[a], this.#serials[b]);
        return ids || this.#reasons[a] - this.#reasons[b];
    }
}

// EXTERNAL MODULE: ./build/engine/disk/append-file.js
var append_file = __nccwpck_require__(372);
// EXTERNAL MODULE: ./build/engine/disk/record-file.js
var record_file = __nccwpck_require__(479);
;// CONCATENATED MODULE: ./build/engine/disk/dropped-runs.js





/** Rows that are sorted in memory, and written together. */
const RUN_ROWS = 1 << 16;
const dropped_runs_BUFFER_BYTES = 1 << 16;
const dropped_runs_CHUNK_CHARACTERS = (/* unused pure expression or super */ null && (1 << 16));
/** The rows of a dataset that were dropped, on disk in sorted runs, which are merged when they are told. */
class DroppedRuns {
    files = [];
    #folder;
    #name;
    #rows = [];
    /** @param name which its files begin with */
    constructor(folder, name) {
        this.#folder = folder;
        this.#name = name;
    }
    add({ source, id, reason }) {
        this.#rows.push({ source, id: id.slice(), reason });
        if (this.#rows.length === RUN_ROWS)
            this.flush();
    }
    /** Writes what is in memory. @throws SpillError */
    flush() {
        if (this.#rows.length === 0)
            return;
        const file = new append_file/* AppendFile */.$(external_node_path_.join(this.#folder, `${this.#name}-run${this.files.length}`), dropped_runs_BUFFER_BYTES);
        for (const row of this.#rows.sort(compareRows))
            write(file, row);
        file.close();
        this.files.push(file.file);
        this.#rows = [];
    }
}
/** Ids of the first rows that were dropped for a reason, in the order of {@link droppedLines}; `most` at most. */
class FirstDropped {
    #reason;
    #most;
    #rows = [];
    constructor(reason, most) {
        this.#reason = reason;
        this.#most = most;
    }
    add(row) {
        if (row.reason !== this.#reason)
            return;
        const after = this.#rows.findLastIndex((other) => compareRows(other, row) <= 0);
        if (after + 1 >= this.#most)
            return;
        this.#rows.splice(after + 1, 0, { ...row, id: row.id.slice() });
        this.#rows = this.#rows.slice(0, this.#most);
    }
    get ids() {
        return this.#rows.map(({ id }) => toldId(id));
    }
}
/** Every row of sorted runs as a line of JSON, in pieces, as `DroppedRows` tells them. @throws SpillError */
function* droppedLines(files) {
    let text = '';
    for (const { source, id, reason } of merged(files)) {
        text += `${JSON.stringify({ id: toldId(id), source: SOURCE_NAMES[source], reason })}\n`;
        if (text.length < dropped_runs_CHUNK_CHARACTERS)
            continue;
        yield Buffer.from(text);
        text = '';
    }
    if (text !== '')
        yield Buffer.from(text);
}
function* merged(files) {
    const runs = [];
    const opened = files.map((file) => new RecordFile(file));
    try {
        for (const records of opened)
            if (records.next())
                runs.push({ records, row: read(records) });
        runs.sort((a, b) => compareRows(a.row, b.row));
        while (runs.length > 0) {
            const [first] = runs;
            yield first.row;
            if (!first.records.next()) {
                runs.shift();
                continue;
            }
            first.row = read(first.records);
            let place = 1;
            while (place < runs.length && compareRows(runs[place].row, first.row) < 0) {
                runs[place - 1] = runs[place];
                place++;
            }
            runs[place - 1] = first;
        }
    }
    finally {
        for (const records of opened)
            records.close();
    }
}
function compareRows(a, b) {
    if (a.source !== b.source)
        return a.source === 'reviewed' ? -1 : 1;
    return (a.id.length - b.id.length ||
        Buffer.compare(a.id, b.id) ||
        dropped_rows_DROP_REASONS.indexOf(a.reason) - dropped_rows_DROP_REASONS.indexOf(b.reason));
}
// Length, source, reason, id.
function write(file, { source, id, reason }) {
    const length = record_file/* LENGTH_BYTES */.R2 + 2 + id.length;
    let at = file.reserve(length);
    at = file.buffer.writeUInt32LE(length, at);
    at = file.buffer.writeUInt8(source === 'pool' ? 1 : 0, at);
    at = file.buffer.writeUInt8(dropped_rows_DROP_REASONS.indexOf(reason), at);
    file.buffer.set(id, at);
}
function read({ buffer, start }) {
    const end = start + buffer.readUInt32LE(start);
    return {
        source: buffer[start + LENGTH_BYTES] === 1 ? 'pool' : 'reviewed',
        reason: DROP_REASONS[buffer[start + LENGTH_BYTES + 1]],
        id: Uint8Array.prototype.slice.call(buffer, start + LENGTH_BYTES + 2, end),
    };
}

// EXTERNAL MODULE: ./build/engine/disk/ordered-rows.js + 1 modules
var ordered_rows = __nccwpck_require__(623);
;// CONCATENATED MODULE: ./build/engine/disk/prepare-spilled.js














/**
 * Sums up what a dataset on disk comes to, in two passes over its rows: near copies, unless they are not searched, then
 * everything else.
 *
 * @throws Error when there are too few rows to split, or none is left in train; SpillError
 */
function prepareSpilled(source, options) {
    const { shape, folder, name, settled } = source;
    const { sizes } = settled;
    const { earlierSplit } = options;
    if (sizes.train === 0 || sizes.eval === 0 || sizes.test === 0)
        throw tooFewRows(sizes.train + sizes.eval + sizes.test, settled.ranks);
    const isClassOnly = (0,model_shape/* hasOnlyClass */.f)(shape);
    const { found, copies } = options.nearDuplicates === 'none'
        ? { found: null, copies: { examples: [], dropped: new Bits(sizes.train) } }
        : near_duplicates_findNearDuplicates(prepare_spilled_textsOf(source), options);
    const ids = new WantedIds(copies.examples);
    const dropped = new DroppedRuns(folder, `${name}-copies`);
    const hash = new ContentHash();
    const classIdsOf = classReader(shape);
    const balance = shape.classNames.map(() => ({ train: 0, eval: 0, test: 0 }));
    const splitBytes = { train: 0, eval: 0, test: 0 };
    const splitSizes = { ...sizes, train: sizes.train - copies.dropped.count };
    const plans = { train: new ShardPlan(), eval: new ShardPlan(), test: new ShardPlan() };
    const more = (0,parquet/* bytesBesideParts */.uy)(shape);
    for (const split of model_rows/* SPLIT_NAMES */.g) {
        hash.beginSplit(split, splitSizes[split]);
        (0,ordered_rows/* forEachOrdered */._N)((0,ordered_rows/* orderedFile */.gx)(folder, name, split), isClassOnly, ({ row, id, source: from }, place) => {
            ids.take(split, place, id);
            if (split === 'train' && copies.dropped.count > 0 && copies.dropped.has(place)) {
                dropped.add({ source: from, id, reason: 'near-duplicate' });
                return;
            }
            if (row.values === null)
                hash.addClass(row.classId);
            else
                hash.addValues(row.values);
            hash.addText(row.text);
            for (const classId of classIdsOf(row))
                balance[classId][split]++;
            const bytes = row.text.length + (row.values?.length ?? 0) + more;
            splitBytes[split] += bytes;
            plans[split].add(bytes);
        });
    }
    dropped.flush();
    const classBalance = Object.fromEntries(shape.classNames.map((className, id) => [className, balance[id]]));
    return {
        dataset: {
            shape,
            numSamples: splitSizes.train + splitSizes.eval + splitSizes.test,
            splitSizes,
            splitBytes,
            classBalance,
            missingClasses: findMissingClasses(classBalance),
            counts: source.counts,
            nearDuplicates: found,
            contentSha256: hash.digest(),
            movedRows: earlierSplit === undefined ? null : count_moved_countMoved(earlierSplit, leftTexts(source, copies)),
        },
        examples: copies.examples.map((pair) => ids.told(pair)),
        droppedFiles: dropped.files,
        shards: { train: plans.train.shards, eval: plans.eval.shards, test: plans.test.shards },
        copies,
    };
}
function prepare_spilled_textsOf({ shape, folder, name, settled }) {
    return {
        sizes: settled.sizes,
        forEach(split, visit) {
            (0,ordered_rows/* forEachOrdered */._N)((0,ordered_rows/* orderedFile */.gx)(folder, name, split), (0,model_shape/* hasOnlyClass */.f)(shape), ({ row }, place) => visit(row.text, place));
        },
    };
}
/** The texts of a split without the near duplicates that are dropped. */
function leftTexts(source, { dropped }) {
    const texts = prepare_spilled_textsOf(source);
    return (split, visit) => texts.forEach(split, (text, place) => {
        if (split !== 'train' || !dropped.has(place))
            visit(text);
    });
}
/** The ids of some rows, taken as they come by. */
class WantedIds {
    #ids = {
        train: new Map(),
        eval: new Map(),
        test: new Map(),
    };
    constructor(pairs) {
        for (const { rows } of pairs)
            for (const { split, place } of rows)
                this.#ids[split].set(place, '');
    }
    take(split, place, id) {
        const ids = this.#ids[split];
        if (ids.size > 0 && ids.has(place))
            ids.set(place, row_ids_toldId(id));
    }
    told({ rows: [one, other], similarity }) {
        const ids = [one, other].map(({ split, place }) => this.#ids[split].get(place));
        return { ids, splits: [one.split, other.split], similarity };
    }
}


/***/ }),

/***/ 479:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   R2: () => (/* binding */ LENGTH_BYTES),
/* harmony export */   cz: () => (/* binding */ forEachRecord)
/* harmony export */ });
/* unused harmony export RecordFile */
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(24);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(760);
/* harmony import */ var _spill_error_js__WEBPACK_IMPORTED_MODULE_2__ = __nccwpck_require__(956);



const CHUNK_BYTES = 1 << 20;
/** Every record begins with its own length in bytes, as uint32. */
const LENGTH_BYTES = 4;
/** Reads the records of a file in order; one is valid until the next is read. */
class RecordFile {
    /** Holds the record that was read last, from {@link start} on. */
    buffer = Buffer.allocUnsafeSlow(CHUNK_BYTES);
    /** The same memory: views of a Buffer cost several times those of a plain array. */
    bytes = plain(this.buffer);
    start = 0;
    #file;
    #descriptor;
    #next = 0;
    #filled = 0;
    /** @throws SpillError */
    constructor(file) {
        this.#file = file;
        try {
            this.#descriptor = (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.openSync)(file, 'r');
        }
        catch (error) {
            throw (0,_spill_error_js__WEBPACK_IMPORTED_MODULE_2__/* .spillError */ .h)(error, 'read from', node_path__WEBPACK_IMPORTED_MODULE_1__.dirname(file));
        }
    }
    /** Reads the next record. @returns false when there is none. @throws SpillError */
    next() {
        this.start = this.#next;
        if (!this.#has(LENGTH_BYTES)) {
            if (this.#filled > this.start)
                throw this.#cutShort();
            return false;
        }
        const length = this.buffer.readUInt32LE(this.start);
        if (!this.#has(length))
            throw this.#cutShort();
        this.#next = this.start + length;
        return true;
    }
    close() {
        (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.closeSync)(this.#descriptor);
    }
    /** Reads on until there are so many bytes from the start of the record. @returns false at the end of the file */
    #has(bytes) {
        if (this.start + bytes <= this.#filled)
            return true;
        this.#moveToFront(bytes);
        while (this.#filled < bytes) {
            const read = this.#read();
            if (read === 0)
                return false;
            this.#filled += read;
        }
        return true;
    }
    #moveToFront(bytes) {
        const target = bytes > this.buffer.length ? Buffer.allocUnsafeSlow(2 * bytes) : this.buffer;
        this.buffer.copy(target, 0, this.start, this.#filled);
        this.buffer = target;
        this.bytes = plain(target);
        this.#filled -= this.start;
        this.start = 0;
    }
    #read() {
        try {
            return (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.readSync)(this.#descriptor, this.buffer, this.#filled, this.buffer.length - this.#filled, null);
        }
        catch (error) {
            throw (0,_spill_error_js__WEBPACK_IMPORTED_MODULE_2__/* .spillError */ .h)(error, 'read from', node_path__WEBPACK_IMPORTED_MODULE_1__.dirname(this.#file));
        }
    }
    #cutShort() {
        return (0,_spill_error_js__WEBPACK_IMPORTED_MODULE_2__/* .spillError */ .h)(new Error('the file is shorter than it was'), 'read from', node_path__WEBPACK_IMPORTED_MODULE_1__.dirname(this.#file));
    }
}
/** Reads all records of a file. */
function forEachRecord(file, visit) {
    const records = new RecordFile(file);
    try {
        while (records.next())
            visit(records);
    }
    finally {
        records.close();
    }
}
function plain(buffer) {
    return new Uint8Array(buffer.buffer, buffer.byteOffset, buffer.length);
}


/***/ }),

/***/ 956:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   h: () => (/* binding */ spillError)
/* harmony export */ });
/** Rows could not be written to disk, or not be read from there again. */
class SpillError extends Error {
    name = 'SpillError';
}
/**
 * @param cause what the file system said
 * @param what was to be done
 */
function spillError(cause, what, folder) {
    const code = codeOf(cause);
    const reason = code === null ? '' : ` (${code})`;
    return new SpillError(`Rows that are more than memory-limit allows could not be ${what} ${folder}${reason}. ${adviceOn(code)}, or raise memory-limit if the machine has more memory. Nothing was published of the datasets they belong to.`, { cause });
}
function adviceOn(code) {
    if (code !== null && FULL.has(code))
        return 'The disk is full: free some of it, point RUNNER_TEMP to a larger one';
    if (code === 'EMFILE' || code === 'ENFILE')
        return 'Rows need some hundred open files: allow more (ulimit -n)';
    return 'Check that the folder may be written to';
}
/** No space, quota or size limit left. */
const FULL = new Set(['ENOSPC', 'EDQUOT', 'EFBIG']);
function codeOf(cause) {
    const isNamed = typeof cause === 'object' && cause !== null && 'code' in cause;
    return isNamed && typeof cause.code === 'string' ? cause.code : null;
}


/***/ }),

/***/ 657:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {


// EXPORTS
__nccwpck_require__.d(__webpack_exports__, {
  uy: () => (/* binding */ bytesBesideParts),
  A$: () => (/* binding */ shardPath)
});

// UNUSED EXPORTS: countDatasetBytes, writeParquet, writeShard

// EXTERNAL MODULE: ./build/model/features.js
var features = __nccwpck_require__(599);
// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __nccwpck_require__(598);
;// CONCATENATED MODULE: ./build/model/file.js

/** Id git gives to a file's content: SHA-1 of the header `blob <length>\0` and the bytes. */
function gitBlobId(content) {
    return createHash('sha1').update(`blob ${content.length}\0`).update(content).digest('hex');
}
/** Lower-case hexadecimal SHA-256 of content in pieces that follow each other. */
function file_sha256Of(chunks) {
    const hash = createHash('sha256');
    for (const chunk of chunks)
        hash.update(chunk);
    return hash.digest('hex');
}
/** Returns whether a listed file is the expected one; null when what is listed does not suffice to decide. */
function agrees(listed, { size, sha256, chunks }) {
    if (listed.size !== null && listed.size !== size)
        return false;
    if (listed.sha256 !== null)
        return listed.sha256 === sha256;
    if (listed.blobId === null || chunks === undefined)
        return null;
    return listed.blobId === gitBlobId(Buffer.concat(chunks));
}
/** The file that holds this content. */
function fileOf(path, content) {
    const chunks = [content];
    return { path, size: content.length, sha256: file_sha256Of(chunks), chunks };
}
/** True for the ids of one commit, also where a Hub gives only the first digits of one of them. */
function isSameCommit(a, b) {
    return a.startsWith(b) || b.startsWith(a);
}

// EXTERNAL MODULE: ./build/model/shape.js
var model_shape = __nccwpck_require__(79);
// EXTERNAL MODULE: external "node:zlib"
var external_node_zlib_ = __nccwpck_require__(522);
// EXTERNAL MODULE: ./node_modules/hyparquet-writer/src/bytewriter.js
var bytewriter = __nccwpck_require__(732);
;// CONCATENATED MODULE: ./build/engine/parquet-memory.js


/** Level 3 wrote faster than snappy, made files half the size and was read faster by pyarrow. */
const ZSTD_LEVEL = 3;
/** What a file's frame and a row of short text take. */
const FRAME_BYTES = 1 << 12;
const ROW_BYTES = 32;
/** Compresses pages one after the other, and gives the memory of each back when the next one comes. */
function parquet_memory_createCompressor() {
    let last = null;
    return (page) => {
        // The garbage collector lets megabytes of pages pile up in each thread.
        if (last instanceof ArrayBuffer)
            last.transfer(0);
        last = page.buffer;
        return parquet_memory_compressPage(page);
    };
}
/** Returns a page as it is written. */
function parquet_memory_compressPage(page) {
    return zstdCompressSync(page, { params: { [constants.ZSTD_c_compressionLevel]: ZSTD_LEVEL } });
}
/**
 * Writes to pieces that are never moved, each as long as all before it: a buffer that grows is copied again and again,
 * and many small pieces among the pages that come and go would keep the memory of those from being used again.
 */
class parquet_memory_PieceWriter extends bytewriter/* ByteWriter */.U {
    pieces = [];
    /** @param rows how many rows will be written */
    constructor(rows) {
        super(FRAME_BYTES + ROW_BYTES * rows);
    }
    ensure(size) {
        if (this.index + size <= this.buffer.byteLength)
            return;
        this.finish();
        this.buffer = new ArrayBuffer(Math.max(size, this.offset));
        this.view = new DataView(this.buffer);
        this.index = 0;
    }
    finish() {
        if (this.index > 0)
            this.pieces.push(new Uint8Array(this.buffer, 0, this.index));
    }
}

;// CONCATENATED MODULE: ./build/engine/parquet-schema.js
// No minima and maxima of free text: nobody filters by them, and finding them is a tenth of the writing.
const FREE_TEXT = { encoding: 'PLAIN', statistics: false };
/** How the values of each type are written. */
const parquet_schema_ENCODINGS = {
    string: FREE_TEXT,
    strings: { statistics: false },
    messages: { statistics: false },
    class: { encoding: 'RLE_DICTIONARY', columnIndex: true },
    classes: {},
    bool: {},
    int64: {},
    float32: {},
    float64: {},
};
const TEXT = {
    type: 'BYTE_ARRAY',
    converted_type: 'UTF8',
    logical_type: { type: 'STRING' },
};
/** The schema of a dataset's parquet files; lists have the three levels of the format's LogicalTypes.md. */
function parquet_schema_parquetSchema({ texts, values }) {
    const columns = [...texts, ...values];
    return [
        { name: 'schema', num_children: columns.length },
        ...columns.flatMap(({ name, type }) => elementsOf(name, type)),
    ];
}
function elementsOf(name, type) {
    switch (type) {
        case 'string':
            return [optional(name, TEXT)];
        case 'class':
        case 'int64':
            return [optional(name, { type: 'INT64' })];
        case 'bool':
            return [optional(name, { type: 'BOOLEAN' })];
        case 'float32':
            return [optional(name, { type: 'FLOAT' })];
        case 'float64':
            return [optional(name, { type: 'DOUBLE' })];
        case 'classes':
            return listOf(name, [optional('element', { type: 'INT64' })]);
        case 'strings':
            return listOf(name, [optional('element', TEXT)]);
        case 'messages':
            return listOf(name, [
                optional('element', { num_children: 2 }),
                optional('role', TEXT),
                optional('content', TEXT),
            ]);
    }
}
function optional(name, element) {
    return { name, ...element, repetition_type: 'OPTIONAL' };
}
function listOf(name, element) {
    return [
        optional(name, { converted_type: 'LIST', logical_type: { type: 'LIST' }, num_children: 1 }),
        { name: 'list', repetition_type: 'REPEATED', num_children: 1 },
        ...element,
    ];
}

// EXTERNAL MODULE: ./build/engine/rows/identity.js + 6 modules
var identity = __nccwpck_require__(293);
// EXTERNAL MODULE: ./build/engine/rows/text-store.js
var text_store = __nccwpck_require__(398);
// EXTERNAL MODULE: ./build/engine/rows/value-unpacker.js
var value_unpacker = __nccwpck_require__(752);
;// CONCATENATED MODULE: ./build/engine/text-column.js




/** Bytes of text from which on the library begins another page. */
const PAGE_BYTES = (/* unused pure expression or super */ null && (1 << 20));
/** A text stands after its length. */
const LENGTH_BYTES = 4;
/**
 * Writes rows as a row group, of which the first column is their texts: optional, PLAIN and without statistics, byte for byte
 * as `ParquetWriter` writes such a column. The library writes a text at a time to memory that grows with it, for each page
 * anew. This copies all texts of a page into the same memory again and again. It may go once the library reserves the memory
 * of a page at once.
 */
class text_column_TextColumnWriter {
    #parquet;
    #name;
    #page = new Uint8Array(0);
    /** @param name of the column */
    constructor(parquet, name) {
        this.#parquet = parquet;
        this.#name = name;
    }
    /** Writes a row group. @param others the columns after the texts, at least one */
    write(texts, others) {
        const parquet = this.#parquet;
        const column = this.#writeColumn(texts);
        parquet.pendingIndexes.push(column);
        parquet.write({ columnData: others, rowGroupSize: texts.group.length });
        const rowGroup = parquet.row_groups[parquet.row_groups.length - 1];
        const { total_uncompressed_size, total_compressed_size } = column.chunk.meta_data;
        rowGroup.columns.unshift(column.chunk);
        rowGroup.total_byte_size += total_uncompressed_size;
        rowGroup.total_compressed_size += total_compressed_size;
    }
    #writeColumn(texts) {
        const { writer } = this.#parquet;
        const start = writer.offset;
        const pages = [];
        let uncompressed = 0;
        for (const [first, end] of pagesOf(texts)) {
            const offset = writer.offset;
            uncompressed += writePage(writer, end - first, this.#fillPage(texts, first, end));
            pages.push({
                offset: BigInt(offset),
                compressed_page_size: writer.offset - offset,
                first_row_index: BigInt(first),
            });
        }
        const chunk = {
            meta_data: {
                type: 'BYTE_ARRAY',
                encodings: ['PLAIN'],
                path_in_schema: [this.#name],
                codec: 'ZSTD',
                num_values: BigInt(texts.group.length),
                total_compressed_size: BigInt(writer.offset - start),
                total_uncompressed_size: BigInt(uncompressed),
                data_page_offset: BigInt(start),
            },
            file_offset: BigInt(start),
        };
        return { chunk, offsetIndex: pages.length > 1 ? { page_locations: pages } : undefined };
    }
    /** Returns a page, which is valid until the next. */
    #fillPage({ rows, group }, first, end) {
        let size = LENGTH_BYTES * (end - first);
        for (let index = first; index < end; index++)
            size += rows.byteLengthAt(group[index]);
        if (size > this.#page.length)
            this.#page = new Uint8Array(size);
        const page = this.#page;
        const view = new DataView(page.buffer);
        let position = 0;
        for (let index = first; index < end; index++) {
            const length = rows.byteLengthAt(group[index]);
            view.setUint32(position, length, true);
            rows.copyText(group[index], page, position + LENGTH_BYTES);
            position += LENGTH_BYTES + length;
        }
        return page.subarray(0, size);
    }
}
/** Returns where each page begins and ends. */
function pagesOf({ rows, group }) {
    const pages = [];
    let first = 0;
    let bytes = 0;
    for (let index = 0; index < group.length; index++) {
        const length = rows.byteLengthAt(group[index]);
        bytes += length;
        if (bytes < PAGE_BYTES || index === first)
            continue;
        pages.push([first, index]);
        first = index;
        bytes = length;
    }
    return [...pages, [first, group.length]];
}
/** Writes a page of texts of which none is NULL. @returns its bytes before they are compressed */
function writePage(writer, texts, page) {
    const levels = new ByteWriter();
    const levelBytes = writeRleBitPackedHybrid(levels, new Uint8Array(texts).fill(1), 1);
    const compressed = compressPage(page);
    const start = writer.offset;
    writePageHeader(writer, {
        type: 'DATA_PAGE_V2',
        uncompressed_page_size: levelBytes + page.length,
        compressed_page_size: levelBytes + compressed.length,
        data_page_header_v2: {
            num_values: texts,
            num_nulls: 0,
            num_rows: texts,
            encoding: 'PLAIN',
            definition_levels_byte_length: levelBytes,
            repetition_levels_byte_length: 0,
            is_compressed: true,
        },
    });
    const headerBytes = writer.offset - start;
    writer.appendBytes(levels.getBytes());
    writer.appendBytes(compressed);
    return headerBytes + levelBytes + page.length;
}

;// CONCATENATED MODULE: ./build/engine/parquet.js












/** Bytes `datasets` counts for these rows. */
function countDatasetBytes(shape, rows, selected) {
    const bytesOf = bytesCounter(shape, rows);
    let bytes = 0;
    for (let index = 0; index < selected.length; index++)
        bytes += bytesOf(selected[index]);
    return bytes;
}
/** Bytes `datasets` counts for a row, by its number. */
function bytesCounter(shape, rows) {
    const { valueNumbers, valueMemory } = rows;
    const more = bytesBesideParts(shape);
    if (valueNumbers === null || valueMemory === null)
        return (row) => rows.byteLengthAt(row) + more;
    const reader = new TextReader(valueMemory);
    return (row) => rows.byteLengthAt(row) + reader.byteLengthAt(valueNumbers[row]) + more;
}
/**
 * Bytes `datasets` counts for each row beside those of its identity and, where a class is not all, its packed values: a
 * text counts with a 4-byte offset, a class as 8 bytes; other values as they are packed, which is close.
 */
function bytesBesideParts(shape) {
    const offsets = 4 * shape.texts.length - (shape.texts.length - 1);
    return (0,model_shape/* hasOnlyClass */.f)(shape) ? offsets + 8 : offsets;
}
/**
 * Writes one split as parquet, zstd, with the schema metadata key `huggingface` that tells `datasets` the features.
 *
 * @param selected row numbers in file order
 * @returns the shards in order; a split without rows is one file without rows
 */
function writeParquet(options) {
    const { split, shape, rows, selected, maxShardBytes } = options;
    const plan = new ShardPlan(maxShardBytes);
    const bytesOf = bytesCounter(shape, rows);
    const values = rows.valueMemory === null ? null : new ValueUnpacker(shape, rows.valueMemory);
    for (let index = 0; index < selected.length; index++)
        plan.add(bytesOf(selected[index]));
    let start = 0;
    const groups = plan.shards.map((shard) => shard.map((length) => {
        const group = selected.subarray(start, start + length);
        start += length;
        return { rows, group, values };
    }));
    return groups.map((shard, index) => {
        const written = writeShard(shape, shard, memorySink(shard));
        return { split, path: shardPath(split, index, groups.length), ...written };
    });
}
/** Path of a shard in the dataset repo, counted from 0. */
function shardPath(split, shard, shards) {
    const [number, total] = [shard, shards].map((count) => String(count).padStart(5, '0'));
    return `data/${split}-${number}-of-${total}.parquet`;
}
function memorySink(groups) {
    const writer = new PieceWriter(groups.reduce((sum, { group }) => sum + group.length, 0));
    return {
        writer,
        close() {
            const { pieces: chunks } = writer;
            const size = chunks.reduce((sum, { length }) => sum + length, 0);
            return { chunks, size, sha256: sha256Of(chunks) };
        },
    };
}
/** Writes one shard, a row group at a time. */
function writeShard(shape, groups, sink) {
    const parquet = new ParquetWriter({
        writer: sink.writer,
        schema: parquetSchema(shape),
        codec: 'ZSTD',
        compressors: { ZSTD: createCompressor() },
        kvMetadata: [{ key: 'huggingface', value: JSON.stringify({ info: { features: hubFeatures(shape) } }) }],
        createdBy: 'prepare-dataset',
    });
    const classIds = shape.classNames.map((_, classId) => BigInt(classId));
    const [{ name, type }] = shape.texts;
    const inBulk = shape.texts.length === 1 && type === 'string' ? new TextColumnWriter(parquet, name) : null;
    for (const group of groups) {
        const { length } = group.group;
        if (length === 0)
            continue;
        if (inBulk !== null)
            inBulk.write(group, valuesOf(shape, classIds, group));
        else
            parquet.write({ columnData: columnsOf(shape, classIds, group), rowGroupSize: length });
    }
    parquet.finish();
    return sink.close();
}
/** The columns of a row group. @param classIds each class id as it is written */
function columnsOf(shape, classIds, rowGroup) {
    const texts = emptyColumns(shape.texts, rowGroup);
    fillTexts(dataOf(texts), shape, rowGroup);
    return [...texts, ...valuesOf(shape, classIds, rowGroup)];
}
/** The columns after the texts. @param classIds each class id as it is written */
function valuesOf(shape, classIds, rowGroup) {
    const columns = emptyColumns(shape.values, rowGroup);
    if (rowGroup.values === null)
        fillClasses(columns[0].data, classIds, rowGroup);
    else
        fillValues(dataOf(columns), rowGroup.values, rowGroup);
    return columns;
}
function emptyColumns(columns, { group }) {
    return columns.map(({ name, type }) => ({
        name,
        data: new Array(group.length),
        ...ENCODINGS[type],
    }));
}
function dataOf(columns) {
    return columns.map(({ data }) => data);
}
function fillTexts(data, { texts }, { rows, group }) {
    for (let index = 0; index < group.length; index++) {
        const row = splitIdentity(rows.textAt(group[index]), texts.length);
        for (let column = 0; column < texts.length; column++) {
            data[column][index] = published(texts[column].type, row[column]);
        }
    }
}
/** The class of each row, which is its only value. */
function fillClasses(column, classIds, { rows, group }) {
    for (let index = 0; index < group.length; index++)
        column[index] = classIds[rows.classIds[group[index]]];
}
function fillValues(data, values, { rows, group }) {
    for (let index = 0; index < group.length; index++) {
        const row = values.at(rows.valueNumbers[group[index]]);
        for (let column = 0; column < data.length; column++)
            data[column][index] = row[column];
    }
}
function published(type, text) {
    return type === 'messages' ? parseJson(text) : text;
}


/***/ }),

/***/ 293:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {


// EXPORTS
__nccwpck_require__.d(__webpack_exports__, {
  mO: () => (/* binding */ IdentityReader),
  QW: () => (/* binding */ TEXT_SEPARATOR)
});

// UNUSED EXPORTS: isCleaned, splitIdentity

;// CONCATENATED MODULE: external "node:buffer"
const external_node_buffer_namespaceObject = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:buffer");
;// CONCATENATED MODULE: ./build/model/tasks.js
/** A row may also be dropped for a further column, whatever the task. */
const NO_TEXT = 'a kept value that is no text or list of texts';
const LABELLED = {
    cleaned: 'Cleaned',
    labelled: 'Labelled',
    text: 'text',
    values: 'labels',
    malformed: NO_TEXT,
};
const SCORED = {
    ...LABELLED,
    labelled: 'Scored',
    values: 'scores',
    malformed: `a score that is no number, or ${NO_TEXT}`,
};
const GENERATED = {
    cleaned: 'With text',
    labelled: 'Well-formed',
    text: 'answer',
    values: 'further columns',
    malformed: `messages that are no list of role and content, or ${NO_TEXT}`,
};
/** The task formats that a dataset can have. Whatever depends on a task is read from here. */
const TASKS = {
    'text-classification': {
        roles: ['text', 'label'],
        value: 'label',
        holds: 'class',
        isGenerative: false,
        isOnSpark: true,
        synonyms: ['classification', 'binary-classification', 'multi-class-classification', 'sentiment-analysis'],
        description: 'classification',
        hub: { task_categories: ['text-classification'], task_ids: ['multi-class-classification'] },
        trainer: null,
        words: LABELLED,
    },
    'multi-label-classification': {
        roles: ['text', 'labels'],
        value: 'labels',
        holds: 'classes',
        isGenerative: false,
        isOnSpark: false,
        synonyms: ['multi-label', 'multilabel'],
        description: 'multi label classification',
        hub: { task_categories: ['text-classification'], task_ids: ['multi-label-classification'] },
        trainer: null,
        words: { ...LABELLED, malformed: `labels that are no list of names, or ${NO_TEXT}` },
    },
    'text-scoring': {
        roles: ['text', 'score'],
        value: 'score',
        holds: 'number',
        isGenerative: false,
        isOnSpark: false,
        synonyms: ['regression', 'text-regression', 'scoring'],
        description: 'text scoring',
        hub: { task_categories: ['text-classification'], task_ids: ['text-scoring'] },
        trainer: null,
        words: SCORED,
    },
    'text-pair-classification': {
        roles: ['text_a', 'text_b', 'label'],
        value: 'label',
        holds: 'class',
        isGenerative: false,
        isOnSpark: true,
        synonyms: ['nli', 'natural-language-inference'],
        description: 'text pair classification',
        hub: { task_categories: ['text-classification'] },
        trainer: null,
        words: { ...LABELLED, text: 'pair' },
    },
    'text-pair-scoring': {
        roles: ['text_a', 'text_b', 'score'],
        value: 'score',
        holds: 'number',
        isGenerative: false,
        isOnSpark: false,
        synonyms: ['sts', 'sentence-similarity'],
        description: 'text pair scoring',
        hub: { task_categories: ['sentence-similarity'] },
        trainer: null,
        words: { ...SCORED, text: 'pair' },
    },
    chat: {
        roles: ['messages'],
        value: null,
        holds: null,
        isGenerative: true,
        isOnSpark: false,
        synonyms: ['conversational', 'messages', 'text-generation'],
        description: 'chat',
        hub: { task_categories: ['text-generation'] },
        trainer: { name: 'SFTTrainer', columns: ['messages'] },
        words: { ...GENERATED, text: 'conversation' },
    },
    'prompt-completion': {
        roles: ['prompt', 'completion'],
        value: null,
        holds: null,
        isGenerative: true,
        isOnSpark: false,
        synonyms: ['instruction', 'sft'],
        description: 'prompt completion',
        hub: { task_categories: ['text-generation'] },
        trainer: { name: 'SFTTrainer', columns: ['prompt', 'completion'] },
        words: GENERATED,
    },
    preference: {
        roles: ['prompt', 'chosen', 'rejected'],
        value: null,
        holds: null,
        isGenerative: true,
        isOnSpark: false,
        synonyms: ['dpo', 'orpo', 'reward', 'rlhf'],
        description: 'preference',
        hub: { task_categories: ['text-generation'] },
        trainer: { name: 'DPOTrainer', columns: ['prompt', 'chosen', 'rejected'] },
        words: { ...GENERATED, text: 'preference' },
    },
    'unpaired-preference': {
        roles: ['prompt', 'completion', 'label'],
        value: 'label',
        holds: 'flag',
        isGenerative: true,
        isOnSpark: false,
        synonyms: ['kto'],
        description: 'unpaired preference',
        hub: { task_categories: ['text-generation'] },
        trainer: { name: 'KTOTrainer', columns: ['prompt', 'completion', 'label'] },
        words: { ...GENERATED, values: 'labels' },
    },
};
const TASK_NAMES = Object.keys(TASKS);
/** Roles every task has; of these only `id` is needed. */
const COMMON_ROLES = (/* unused pure expression or super */ null && (['id', 'predicted', 'group', 'annotator', 'time']));
/** The roles of a task whose columns are published, in file order. */
function rolesOf(task) {
    return TASKS[task].roles;
}
/** True when a task has classes, which have to be named: one a row, or several. */
function hasClasses(task) {
    const { holds } = TASKS[task];
    return holds === 'class' || holds === 'classes';
}
/** True when each row of a task has one class, which scikit-learn's split keeps in proportion. */
function hasOneClass(task) {
    return TASKS[task].holds === 'class';
}
/** True when each row of a task may have several classes, or none. */
function hasSeveralClasses(task) {
    return TASKS[task].holds === 'classes';
}
/** Says in what rows that are the same row disagree, and how many of them there are. */
function describeConflict({ text, values }, count) {
    return `${values} that disagree on the same ${text} (${count} ${text}${count === '1' ? '' : 's'})`;
}

;// CONCATENATED MODULE: ./build/engine/rows/whitespace.js
/**
 * Length in bytes of the white space character that starts at a position of UTF-8 text, 0 when none does. White
 * space is what `\s` and `str.strip` of Python mean: U+0009–000D, 001C–0020, 0085, 00A0, 1680, 2000–200A, 2028,
 * 2029, 202F, 205F and 3000, but not U+FEFF.
 *
 * @param end position after the last byte of the text
 */
function whitespaceLength(text, position, end) {
    const first = text[position];
    if (first <= 0x20)
        return first === 0x20 || (first >= 0x09 && first <= 0x0d) || first >= 0x1c ? 1 : 0;
    if (first < 0xc2 || first > 0xe3)
        return 0;
    if (first === 0xc2) {
        if (position + 1 >= end)
            return 0;
        return text[position + 1] === 0x85 || text[position + 1] === 0xa0 ? 2 : 0;
    }
    if (first < 0xe1 || position + 2 >= end)
        return 0;
    const second = text[position + 1];
    const third = text[position + 2];
    if (first === 0xe1)
        return second === 0x9a && third === 0x80 ? 3 : 0;
    if (first === 0xe3)
        return second === 0x80 && third === 0x80 ? 3 : 0;
    if (second === 0x80)
        return third <= 0x8a || third === 0xa8 || third === 0xa9 || third === 0xaf ? 3 : 0;
    return second === 0x81 && third === 0x9f ? 3 : 0;
}
/** The bytes without the white space at their ends: a view, not a copy. */
function trimWhitespace(bytes) {
    let start = 0;
    for (let width = 1; start < bytes.length && width > 0; start += width) {
        width = whitespaceLength(bytes, start, bytes.length);
    }
    let end = bytes.length;
    for (let width = 1; end > start && width > 0; end -= width)
        width = whitespaceBefore(bytes, end);
    return bytes.subarray(start, end);
}
/** Length of the white space character that ends before a position, 0 when none does. */
function whitespaceBefore(bytes, end) {
    for (const width of [1, 2, 3]) {
        if (end >= width && whitespaceLength(bytes, end - width, end) === width)
            return width;
    }
    return 0;
}

;// CONCATENATED MODULE: ./build/engine/rows/clean.js

const NEWLINE = 0x0a;
const SPACE = 0x20;
const LESS_THAN = 0x3c;
const GREATER_THAN = 0x3e;
const LOWER_H = 0x68;
const LOWER_W = 0x77;
/** First byte of three-byte characters, among them all of Devanagari, of which none is white space. */
const INDIC_LEAD = 0xe0;
/** Bytes that may start white space. */
const WHITE_LEAD = new Uint8Array(256).fill(1, 0, SPACE + 1);
for (const byte of [0xc2, 0xe1, 0xe2, 0xe3])
    WHITE_LEAD[byte] = 1;
/** Bytes that may start something to clean: white space, `<`, `h` and `w`. */
const SUSPECT = WHITE_LEAD.slice();
for (const byte of [LESS_THAN, LOWER_H, LOWER_W])
    SUSPECT[byte] = 1;
/**
 * Cleans texts as Python's `clean_text` of the service this action replaces does, on UTF-8 bytes and in time linear
 * in their length: URLs `https?://\S+|www\.\S+` and then tags `<.*?>` are removed, runs of white space become one
 * space, and white space at the ends is removed.
 */
class TextCleaner {
    #scratch = new Uint8Array(1 << 16);
    /**
     * @param text valid UTF-8
     * @returns `text` itself when there is nothing to clean, else a view that is valid until the next call
     */
    clean(text) {
        const start = firstDirty(text);
        if (start === text.length)
            return text;
        if (this.#scratch.length < text.length)
            this.#scratch = new Uint8Array(2 * text.length);
        const scratch = this.#scratch;
        scratch.set(text.subarray(0, start));
        let length = copyWithoutUrls(text, start, scratch);
        length = removeTags(scratch, start, length);
        length = collapseWhitespace(scratch, start, length);
        return scratch.subarray(0, length);
    }
}
/** Position of the first byte that cleaning may change, the text's length when there is none. */
function firstDirty(text) {
    const end = text.length;
    let position = 0;
    while (position < end) {
        const byte = text[position];
        if (byte === INDIC_LEAD) {
            position += 3;
            continue;
        }
        if (SUSPECT[byte] === 1 && isDirtyAt(text, position, end, byte))
            return position;
        position++;
    }
    return end;
}
/** True when cleaning may change something at the suspect byte at `position`, before which all is clean. */
function isDirtyAt(text, position, end, byte) {
    if (byte === SPACE) {
        if (position === 0 || position + 1 === end)
            return true;
        const next = text[position + 1];
        return SUSPECT[next] === 1 && whitespaceLength(text, position + 1, end) > 0;
    }
    if (byte === LOWER_H || byte === LOWER_W)
        return urlEnd(text, position, end) > 0;
    return byte === LESS_THAN || whitespaceLength(text, position, end) > 0;
}
/** Copies what is left of `text` from `start` on without its URLs. @returns the length of `target` that is filled */
function copyWithoutUrls(text, start, target) {
    const end = text.length;
    const rest = Buffer.from(text.buffer, text.byteOffset + start, end - start);
    if (!rest.includes(AUTHORITY) && !rest.includes(WWW)) {
        target.set(rest, start);
        return end;
    }
    let length = start;
    let position = start;
    while (position < end) {
        const byte = text[position];
        const skipTo = byte === LOWER_H || byte === LOWER_W ? urlEnd(text, position, end) : 0;
        if (skipTo > 0) {
            position = skipTo;
            continue;
        }
        target[length++] = byte;
        position++;
    }
    return length;
}
/** Position after the URL that starts at `position`, 0 when none does. */
function urlEnd(text, position, end) {
    const start = urlPrefixEnd(text, position, end);
    if (start === 0)
        return 0;
    let after = start;
    while (after < end && (WHITE_LEAD[text[after]] === 0 || whitespaceLength(text, after, end) === 0))
        after++;
    return after > start ? after : 0;
}
/** Position after `http://`, `https://` or `www.` at `position`, 0 when there is none. */
function urlPrefixEnd(text, position, end) {
    if (text[position] === LOWER_W)
        return startsWith(text, position, end, WWW) ? position + WWW.length : 0;
    if (text[position] !== LOWER_H || !startsWith(text, position, end, HTTP))
        return 0;
    const afterScheme = position + HTTP.length + (text[position + HTTP.length] === LOWER_S ? 1 : 0);
    return startsWith(text, afterScheme, end, AUTHORITY) ? afterScheme + AUTHORITY.length : 0;
}
const LOWER_S = 0x73;
const WWW = Buffer.from('www.');
const HTTP = Buffer.from('http');
const AUTHORITY = Buffer.from('://');
function startsWith(text, position, end, prefix) {
    if (position + prefix.length > end)
        return false;
    for (let index = 0; index < prefix.length; index++)
        if (text[position + index] !== prefix[index])
            return false;
    return true;
}
/**
 * Removes tags in place; none starts before `start`. A `<` without a `>` on its line stays.
 *
 * @returns the length that is left
 */
function removeTags(text, start, end) {
    const filled = text.subarray(0, end);
    let position = filled.indexOf(LESS_THAN, start);
    if (position === -1 || filled.indexOf(GREATER_THAN, position) === -1)
        return end;
    let length = position;
    let unclosedUntil = 0;
    while (position < end) {
        if (text[position] === LESS_THAN && position >= unclosedUntil) {
            let close = position + 1;
            while (close < end && text[close] !== GREATER_THAN && text[close] !== NEWLINE)
                close++;
            if (close < end && text[close] === GREATER_THAN) {
                position = close + 1;
                continue;
            }
            unclosedUntil = close;
        }
        text[length++] = text[position++];
    }
    return length;
}
/**
 * Makes each run of white space one space and removes it at the ends, in place; before `start` only a space right
 * before it may have to go.
 *
 * @returns the length that is left
 */
function collapseWhitespace(text, start, end) {
    let position = start > 0 && text[start - 1] === SPACE ? start - 1 : start;
    let length = position;
    let pendingSpace = false;
    while (position < end) {
        const byte = text[position];
        const width = WHITE_LEAD[byte] === 1 ? whitespaceLength(text, position, end) : 0;
        if (width > 0) {
            pendingSpace = length > 0;
            position += width;
            continue;
        }
        if (pendingSpace)
            text[length++] = SPACE;
        pendingSpace = false;
        const from = position++;
        while (position < end && WHITE_LEAD[text[position]] === 0)
            position++;
        length = moveDown(text, from, position, length);
    }
    return length;
}
/** Moves the bytes from `from` to before `to` down to `target`. @returns the position after them */
function moveDown(text, from, to, target) {
    if (target === from)
        return to;
    if (to - from > LONG_RUN) {
        text.copyWithin(target, from, to);
        return target + to - from;
    }
    let length = target;
    for (let position = from; position < to; position++)
        text[length++] = text[position];
    return length;
}
/** Bytes from which on one call moves them faster than a loop. */
const LONG_RUN = 64;

;// CONCATENATED MODULE: ./build/text/json.js
/** Whether a value of JSON of any origin has keys. */
function isRecord(value) {
    return typeof value === 'object' && value !== null && !Array.isArray(value);
}
/** Whether it is a number of things. */
function isCount(value) {
    return Number.isSafeInteger(value) && value >= 0;
}
/** The value of a JSON text, undefined for what is none. */
function parseJson(json) {
    try {
        return JSON.parse(Buffer.from(json.buffer, json.byteOffset, json.length).toString());
    }
    catch {
        return undefined;
    }
}

;// CONCATENATED MODULE: ./build/engine/rows/messages.js

/**
 * Reads a list of messages and drops their other keys.
 *
 * @param json UTF-8 bytes
 * @param pii looks for personal data in the contents; null to look for none
 * @returns the list as JSON in one spelling, or why there is none
 */
function parseMessages(json, pii = null) {
    const found = parseJson(json);
    if (!Array.isArray(found) || !found.every(isMessage))
        return 'malformed';
    if (found.length === 0)
        return 'empty';
    const messages = found.map(({ role, content }) => ({ role, content: pii?.readText(content) ?? content }));
    return Buffer.from(JSON.stringify(messages));
}
function isMessage(value) {
    if (typeof value !== 'object' || value === null)
        return false;
    const { role, content } = value;
    return isText(role) && role !== '' && isText(content);
}
/** True for a text that UTF-8 can hold; JSON can spell half a character. */
function isText(value) {
    return typeof value === 'string' && value.isWellFormed();
}

;// CONCATENATED MODULE: ./build/engine/rows/identity.js





/** Stands between the texts of an identity; white space to Python, so no cleaned text holds one. */
const TEXT_SEPARATOR = 0x1f;
const identity_SPACE = 0x20;
/** True when URLs, tags and runs of white space are cleaned out of a dataset's texts; else only their ends are. */
function isCleaned({ task }) {
    return !TASKS[task].isGenerative;
}
/**
 * Makes the identity of rows: the cleaned text, of several texts each, joined by the unit separator, messages as JSON
 * of their roles and contents. Rows with the same identity are the same row.
 */
class IdentityReader {
    #cleaner = new TextCleaner();
    #isCleaned;
    #parts;
    #pii;
    #scratch = new Uint8Array(1 << 12);
    /**
     * @param positions where the texts stand in a row
     * @param pii looks for personal data in the texts; null to look for none
     */
    constructor(shape, positions, pii = null) {
        this.#pii = pii;
        this.#isCleaned = isCleaned(shape);
        this.#parts = shape.texts.map(({ type }, index) => ({
            position: positions[index],
            isMessages: type === 'messages',
        }));
    }
    /**
     * @param row fields as UTF-8 bytes, null for NULL
     * @returns the identity, valid until the next call, or why there is none
     */
    read(row) {
        this.#pii?.begin();
        if (this.#parts.length === 1)
            return this.#textOf(row, this.#parts[0]);
        let length = 0;
        for (const part of this.#parts) {
            const text = this.#textOf(row, part);
            if (typeof text === 'string')
                return text;
            while (length + 1 + text.length > this.#scratch.length)
                this.#growScratch();
            if (length > 0)
                this.#scratch[length++] = TEXT_SEPARATOR;
            this.#scratch.set(text, length);
            length += text.length;
        }
        return this.#scratch.subarray(0, length);
    }
    #textOf(row, { position, isMessages }) {
        const field = row[position];
        if (field === null)
            return 'nullMessage';
        if (!(0,external_node_buffer_namespaceObject.isUtf8)(field))
            return 'invalidUtf8';
        if (isMessages)
            return parseMessages(field, this.#pii);
        const text = this.#isCleaned ? this.#cleaner.clean(field) : withoutSeparators(trimWhitespace(field));
        if (text.length === 0)
            return 'empty';
        return this.#pii === null ? text : this.#pii.read(text);
    }
    #growScratch() {
        const larger = new Uint8Array(2 * this.#scratch.length);
        larger.set(this.#scratch);
        this.#scratch = larger;
    }
}
/** The texts of an identity: views, not copies. */
function splitIdentity(identity, count) {
    const texts = [];
    let start = 0;
    for (let text = 1; text < count; text++) {
        const end = identity.indexOf(TEXT_SEPARATOR, start);
        texts.push(identity.subarray(start, end));
        start = end + 1;
    }
    texts.push(identity.subarray(start));
    return texts;
}
/** The text with a space for each unit separator, which would look like the end of the text. */
function withoutSeparators(text) {
    return text.includes(TEXT_SEPARATOR) ? text.map((byte) => (byte === TEXT_SEPARATOR ? identity_SPACE : byte)) : text;
}


/***/ }),

/***/ 139:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   F: () => (/* binding */ TextRanker)
/* harmony export */ });
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(598);

/**
 * Ranks texts by the first 8 bytes, big-endian, of sha256(`<seed>:<text>`): an order that looks random, never
 * changes for a text, and that SQL can compute as well.
 */
class TextRanker {
    #prefix;
    #input = Buffer.alloc(1 << 16);
    /** The last text's rank, as two unsigned 32-bit halves. */
    high = 0;
    low = 0;
    constructor(seed) {
        this.#prefix = Buffer.from(`${seed}:`);
        this.#input.set(this.#prefix);
    }
    /** Sets {@link high} and {@link low} to a text's rank. */
    rank(text) {
        const length = this.#prefix.length + text.length;
        if (length > this.#input.length) {
            this.#input = Buffer.alloc(2 * length);
            this.#input.set(this.#prefix);
        }
        this.#input.set(text, this.#prefix.length);
        // A one-byte string is the digest's cheapest form: a Buffer for each row costs twice the time.
        const digest = (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.hash)('sha256', this.#input.subarray(0, length), 'binary');
        this.high = uint32At(digest, 0);
        this.low = uint32At(digest, 4);
    }
}
function uint32At(digest, index) {
    const high = (digest.charCodeAt(index) << 8) | digest.charCodeAt(index + 1);
    const low = (digest.charCodeAt(index + 2) << 8) | digest.charCodeAt(index + 3);
    return ((high << 16) | low) >>> 0;
}


/***/ }),

/***/ 346:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   O: () => (/* binding */ emptyRow)
/* harmony export */ });
/** A row to be filled. */
function emptyRow() {
    return {
        text: new Uint8Array(),
        rankHigh: 0,
        rankLow: 0,
        classId: 0,
        values: null,
        groupHigh: 0,
        groupLow: 0,
        annotator: 0,
        time: 0,
    };
}


/***/ }),

/***/ 398:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   _r: () => (/* binding */ release),
/* harmony export */   vo: () => (/* binding */ enlarged)
/* harmony export */ });
/* unused harmony exports TextReader, TextStore */
const CHUNK_BYTES = 8 << 20;
/** Words of a text's place: its chunk, its offset there, its length. */
const PLACE_WORDS = 3;
/** Reads texts by their numbers. */
class TextReader {
    chunks = [];
    places;
    constructor({ chunks, places }) {
        this.places = places;
        for (const [index, chunk] of chunks.entries())
            this.setChunk(index, chunk);
    }
    /** Its memory, for a reader in another thread. */
    get memory() {
        return { chunks: this.chunks.map(({ bytes }) => bytes.buffer), places: this.places };
    }
    /** A text's bytes: a view, not a copy. */
    at(number) {
        const place = number * PLACE_WORDS;
        const offset = this.places[place + 1];
        return this.chunks[this.places[place]].bytes.subarray(offset, offset + this.places[place + 2]);
    }
    /** Copies a text's bytes to a position of `target`, where there is room. */
    copyTo(number, target, position) {
        const place = number * PLACE_WORDS;
        const offset = this.places[place + 1];
        this.chunks[this.places[place]].buffer.copy(target, position, offset, offset + this.places[place + 2]);
    }
    byteLengthAt(number) {
        return this.places[number * PLACE_WORDS + 2];
    }
    setChunk(index, chunk) {
        this.chunks[index] = { bytes: new Uint8Array(chunk), buffer: Buffer.from(chunk) };
    }
}
/** Keeps many byte strings in few large pieces of memory, each string once and next to the one before. */
class TextStore extends TextReader {
    /** The piece of memory that is filled, and what is free in it. */
    #chunk = -1;
    #free = 0;
    #length = 0;
    #chunkBytes = 0;
    constructor() {
        super({ chunks: [], places: sharedWords(1024 * PLACE_WORDS) });
    }
    /** Number of texts. */
    get length() {
        return this.#length;
    }
    /** Bytes of memory it takes. */
    get bytes() {
        return this.#chunkBytes + 12 * this.#length;
    }
    /** Copies a text in. @returns its number, counted from 0 */
    add(text) {
        if (text.length > this.#free || this.#chunk < 0)
            this.#takeChunk(text.length);
        const place = this.#length * PLACE_WORDS;
        if (place === this.places.length)
            this.#growPlaces();
        const { bytes } = this.chunks[this.#chunk];
        const offset = bytes.length - this.#free;
        bytes.set(text, offset);
        this.#free -= text.length;
        this.places[place] = this.#chunk;
        this.places[place + 1] = offset;
        this.places[place + 2] = text.length;
        return this.#length++;
    }
    /** Forgets all texts, and uses their memory again. */
    clear() {
        this.#length = 0;
        this.#chunk = -1;
        this.#free = 0;
    }
    /** Forgets all texts, and gives their memory back. */
    close() {
        this.clear();
        this.chunks.length = 0;
        this.#chunkBytes = 0;
        this.places = sharedWords(1024 * PLACE_WORDS);
    }
    /** Goes on to a piece of memory with so much room. */
    #takeChunk(bytes) {
        const next = this.chunks[++this.#chunk];
        if (next === undefined || next.bytes.length < bytes) {
            const length = Math.max(CHUNK_BYTES, bytes);
            this.#chunkBytes += length - (next?.bytes.length ?? 0);
            this.setChunk(this.#chunk, new SharedArrayBuffer(length));
        }
        this.#free = this.chunks[this.#chunk].bytes.length;
    }
    #growPlaces() {
        const larger = sharedWords(PLACE_WORDS * nextLength(this.#length));
        larger.set(this.places);
        this.places = larger;
    }
}
function sharedWords(length) {
    return new Uint32Array(new SharedArrayBuffer(length * Uint32Array.BYTES_PER_ELEMENT));
}
/** Lengths that are skipped when an array grows. */
const SKIPPED = { from: 1 << 16, to: 1 << 23 };
/**
 * The length an array grows to: twice its own, but from tens of thousands at once millions. So long an array is memory
 * of its own, of which what is not used yet takes no room; what shorter ones leave behind when they move stays with the
 * process, 28 MB at the peak of 1 M rows.
 */
function nextLength(length) {
    return length === SKIPPED.from ? SKIPPED.to : 2 * length;
}
/** A longer array that begins with the values of this one, which must not be used any more. */
function enlarged(array) {
    const larger = new array.constructor(nextLength(array.length));
    larger.set(array);
    release(array);
    return larger;
}
/** Gives the memory of arrays back at once, without waiting for a garbage collection. */
function release(...arrays) {
    for (const { buffer } of arrays)
        buffer.transfer(0);
}


/***/ }),

/***/ 752:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   Ar: () => (/* binding */ classIdsIn),
/* harmony export */   v5: () => (/* binding */ firstClassIdIn)
/* harmony export */ });
/* unused harmony export ValueUnpacker */
/* harmony import */ var _text_store_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(398);


/** Reads packed values again. */
class ValueUnpacker {
    #bytes;
    #classIds = new Remembered((number) => classIdsIn(this.bytesAt(number)));
    #values;
    constructor({ values }, memory) {
        const reader = new TextReader(memory);
        this.#bytes = new Remembered((number) => reader.at(number));
        this.#values = new Remembered((number) => unpack(values, this.bytesAt(number)));
    }
    /** The packed bytes of values. */
    bytesAt(number) {
        return this.#bytes.at(number);
    }
    /** The class id of values whose first is a class. */
    firstClassId(number) {
        return firstClassIdIn(this.bytesAt(number));
    }
    /** The class ids of values whose first is a list of classes. */
    classIdsAt(number) {
        return this.#classIds.at(number);
    }
    /** The values of each column. */
    at(number) {
        return this.#values.at(number);
    }
}
/** Numbers are given in the order in which values are met, so what many rows have is soon among them. */
const REMEMBERED_NUMBERS = 4096;
/** Makes something of numbers, of the lowest ones only once. */
class Remembered {
    #make;
    #made = [];
    constructor(make) {
        this.#make = make;
    }
    at(number) {
        const made = this.#made[number];
        if (made !== undefined)
            return made;
        const fresh = this.#make(number);
        if (number < REMEMBERED_NUMBERS)
            this.#made[number] = fresh;
        return fresh;
    }
}
/** The class id of packed values whose first is a class. */
function firstClassIdIn(bytes) {
    return uint32At(bytes, 1);
}
/** The class ids of packed values whose first is a list of classes. */
function classIdsIn(bytes) {
    const ids = [];
    for (let index = 0; index < uint32At(bytes, 1); index++)
        ids.push(uint32At(bytes, 5 + 4 * index));
    return ids;
}
function unpack(columns, bytes) {
    const values = [];
    let position = 0;
    for (const { type } of columns) {
        const isThere = bytes[position++] === 1;
        values.push(isThere ? unpackOne(type, bytes, position) : null);
        if (isThere)
            position += packedLength(type, bytes, position);
    }
    return values;
}
function unpackOne(type, bytes, start) {
    switch (type) {
        case 'class':
            return BigInt(uint32At(bytes, start));
        case 'classes':
            return Array.from({ length: uint32At(bytes, start) }, (_, index) => BigInt(uint32At(bytes, start + 4 + 4 * index)));
        case 'bool':
            return bytes[start] === 1;
        case 'float32':
        case 'float64':
            return new DataView(bytes.buffer, bytes.byteOffset + start).getFloat64(0, true);
        default:
            return ofText(type, bytes.subarray(start + 4, start + 4 + uint32At(bytes, start)));
    }
}
function packedLength(type, bytes, start) {
    switch (type) {
        case 'class':
            return 4;
        case 'classes':
            return 4 + 4 * uint32At(bytes, start);
        case 'bool':
            return 1;
        case 'float32':
        case 'float64':
            return 8;
        default:
            return 4 + uint32At(bytes, start);
    }
}
function ofText(type, bytes) {
    if (type === 'int64')
        return BigInt(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).toString());
    return type === 'strings' ? parseJson(bytes) : bytes;
}
/** Little-endian. */
function uint32At(bytes, position) {
    return ((bytes[position] |
        (bytes[position + 1] << 8) |
        (bytes[position + 2] << 16) |
        (bytes[position + 3] << 24)) >>>
        0);
}


/***/ }),

/***/ 220:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   u: () => (/* binding */ splitOf)
/* harmony export */ });
/** The split of a rank: its own, or that of its group. */
function splitOf(rank, { testBelow, evalBelow }) {
    if (isBelow(rank, testBelow))
        return 'test';
    return isBelow(rank, evalBelow) ? 'eval' : 'train';
}
function isBelow({ high, low }, bound) {
    return high < bound.high || (high === bound.high && low < bound.low);
}


/***/ }),

/***/ 628:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   v: () => (/* binding */ answerRequests)
/* harmony export */ });
/* harmony import */ var node_worker_threads__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(919);

/** Answers the requests of the main thread. An error ends the thread, which the main thread is told as an event. */
function answerRequests(answers) {
    node_worker_threads__WEBPACK_IMPORTED_MODULE_0__.parentPort?.on('message', async (request) => {
        node_worker_threads__WEBPACK_IMPORTED_MODULE_0__.parentPort?.postMessage(request === 'write' ? await answers.write() : answers.prepare(request.prepare));
    });
}


/***/ }),

/***/ 599:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   xp: () => (/* binding */ hubFeatures)
/* harmony export */ });
/* unused harmony exports classesOf, changedColumns, cardFeatures */

/** Types of plain values as `datasets` names them. */
const DTYPES = {
    string: 'string',
    bool: 'bool',
    int64: 'int64',
    float32: 'float32',
    float64: 'float64',
};
/**
 * The dataset's features as `datasets` writes them into the `huggingface` key of a parquet schema. Lists are spelt as
 * before its version 4, which knows no `List`; later ones read that as well.
 */
function hubFeatures({ texts, values, classNames }) {
    const classLabel = { names: classNames, _type: 'ClassLabel' };
    const string = { dtype: 'string', _type: 'Value' };
    const featureOf = ({ type }) => {
        if (type === 'class')
            return classLabel;
        if (type === 'classes')
            return { feature: classLabel, _type: 'Sequence' };
        if (type === 'strings')
            return { feature: string, _type: 'Sequence' };
        if (type === 'messages')
            return [{ role: string, content: string }];
        return { dtype: DTYPES[type], _type: 'Value' };
    };
    return Object.fromEntries([...texts, ...values].map((column) => [column.name, featureOf(column)]));
}
/**
 * Returns the names of the classes in the order of their ids, as features of any origin name them; null where they name none.
 */
function classesOf(features) {
    if (!isRecord(features))
        return null;
    for (const feature of Object.values(features)) {
        const label = isRecord(feature) && isRecord(feature.feature) ? feature.feature : feature;
        if (!isRecord(label) || label._type !== 'ClassLabel')
            continue;
        const { names } = label;
        return Array.isArray(names) && names.every((name) => typeof name === 'string') ? names : null;
    }
    return null;
}
/** Columns that are gone, or of another type, since an earlier version; classes are no part of a type. */
function changedColumns(before, now) {
    const typeOf = (feature) => JSON.stringify(feature, (key, value) => (key === 'names' ? undefined : value));
    const names = Object.keys(before);
    return {
        gone: names.filter((name) => !Object.hasOwn(now, name)),
        retyped: names.filter((name) => Object.hasOwn(now, name) && typeOf(before[name]) !== typeOf(now[name])),
    };
}
/** The same features as a dataset card's `dataset_info` spells them. */
function cardFeatures({ texts, values, classNames }) {
    const classLabel = {
        class_label: { names: Object.fromEntries(classNames.map((name, id) => [String(id), name])) },
    };
    const string = (name) => ({ name, dtype: 'string' });
    return [...texts, ...values].map(({ name, type }) => {
        if (type === 'class')
            return { name, dtype: classLabel };
        if (type === 'classes')
            return { name, sequence: classLabel };
        if (type === 'strings')
            return { name, sequence: 'string' };
        if (type === 'messages')
            return { name, list: [string('role'), string('content')] };
        return { name, dtype: DTYPES[type] };
    });
}


/***/ }),

/***/ 141:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   g: () => (/* binding */ SPLIT_NAMES)
/* harmony export */ });
/** The files of a dataset, in the order they are reported and configured. */
const SPLIT_NAMES = ['train', 'eval', 'test'];


/***/ }),

/***/ 79:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   $: () => (/* binding */ classColumn),
/* harmony export */   f: () => (/* binding */ hasOnlyClass)
/* harmony export */ });
/** True when a row's only value is its class, which then needs no more than a number. */
function hasOnlyClass({ values }) {
    return values.length === 1 && values[0].type === 'class';
}
/** Position of the value whose classes are counted: the label, or the labels; -1 for a task without classes. */
function classColumn({ values }) {
    return values.findIndex(({ type }) => type === 'class' || type === 'classes');
}


/***/ }),

/***/ 411:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {


// EXPORTS
__nccwpck_require__.d(__webpack_exports__, {
  R: () => (/* binding */ publishShards)
});

// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __nccwpck_require__(598);
// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __nccwpck_require__(24);
// EXTERNAL MODULE: external "node:fs/promises"
var promises_ = __nccwpck_require__(455);
;// CONCATENATED MODULE: external "node:stream/promises"
const external_node_stream_promises_namespaceObject = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:stream/promises");
// EXTERNAL MODULE: ./build/engine/parquet.js + 4 modules
var parquet = __nccwpck_require__(657);
// EXTERNAL MODULE: ./build/model/rows.js
var rows = __nccwpck_require__(141);
// EXTERNAL MODULE: ./node_modules/hyparquet-writer/src/bytewriter.js
var bytewriter = __nccwpck_require__(732);
// EXTERNAL MODULE: ./node_modules/hyparquet/src/constants.js
var constants = __nccwpck_require__(312);
// EXTERNAL MODULE: ./node_modules/hyparquet/src/metadata.js + 1 modules
var metadata = __nccwpck_require__(367);
;// CONCATENATED MODULE: ./node_modules/hyparquet-writer/src/schema.js



/**
 * @import {ConvertedType, DecodedArray, FieldRepetitionType, ParquetType, SchemaElement, SchemaTree} from 'hyparquet'
 * @import {BasicType, ColumnSource, ShredType} from '../src/types.js'
 */

/**
 * Infer a schema from column data.
 * Accepts optional schemaOverrides to override the type of columns by name.
 *
 * @param {object} options
 * @param {ColumnSource[]} options.columnData
 * @param {Record<string, SchemaElement>} [options.schemaOverrides]
 * @returns {SchemaElement[]}
 */
function schemaFromColumnData({ columnData, schemaOverrides }) {
  /** @type {SchemaElement[]} */
  const schema = [{
    name: 'root',
    num_children: columnData.length,
  }]

  for (const { name, data, type, nullable, shredding } of columnData) {
    if (schemaOverrides?.[name]) {
      // use schema override
      const override = schemaOverrides[name]
      if (type || nullable !== undefined) {
        throw new Error(`cannot provide both type and schema override for column ${name}`)
      }
      if (override.name !== name) {
        throw new Error(`schema override for column ${name} must have matching name, got ${override.name}`)
      }
      if (override.type === 'FIXED_LEN_BYTE_ARRAY' && !override.type_length) {
        throw new Error('schema override for FIXED_LEN_BYTE_ARRAY must include type_length')
      }
      // TODO: support nested schema overrides
      if (override.num_children) {
        throw new Error('schema override does not support nested types')
      }
      schema.push(override)
    } else if (type === 'VARIANT') {
      // variant group with metadata and value children
      const repetition_type = nullable === false ? 'REQUIRED' : 'OPTIONAL'
      const shreddingConfig = shredding && shredding !== true ? normalizeShreddingConfig(shredding) : undefined
      if (shreddingConfig) {
        schema.push(
          { name, repetition_type, num_children: 3, logical_type: { type: 'VARIANT' } },
          { name: 'metadata', type: 'BYTE_ARRAY', repetition_type: 'REQUIRED' },
          { name: 'value', type: 'BYTE_ARRAY', repetition_type: 'OPTIONAL' },
          ...buildVariantTypedValue(shreddingConfig)
        )
      } else {
        schema.push(
          { name, repetition_type, num_children: 2, logical_type: { type: 'VARIANT' } },
          { name: 'metadata', type: 'BYTE_ARRAY', repetition_type: 'REQUIRED' },
          { name: 'value', type: 'BYTE_ARRAY', repetition_type: 'OPTIONAL' }
        )
      }
    } else if (type) {
      // use provided type
      schema.push(basicTypeToSchemaElement(name, type, nullable))
    } else {
      // auto-detect type from first 1000 values
      schema.push(autoSchemaElement(name, data.slice(0, 1000)))
    }
  }

  return schema
}

/**
 * Build the flat preorder SchemaElement subtree for a shredded variant
 * `typed_value` node, recursively, from a shred type. The first returned element
 * is always named `typed_value`. Supports scalars, object structs, and LIST arrays.
 *
 * @param {ShredType} shredType
 * @returns {SchemaElement[]}
 */
function buildVariantTypedValue(shredType) {
  // Array shred type: single-element array template -> 3-level LIST
  if (Array.isArray(shredType)) {
    return [
      { name: 'typed_value', repetition_type: 'OPTIONAL', converted_type: 'LIST', num_children: 1 },
      { name: 'list', repetition_type: 'REPEATED', num_children: 1 },
      { name: 'element', repetition_type: 'REQUIRED', num_children: 2 },
      { name: 'value', type: 'BYTE_ARRAY', repetition_type: 'OPTIONAL' },
      ...buildVariantTypedValue(shredType[0]),
    ]
  }

  // Object shred type: struct with one optional group per field
  if (typeof shredType === 'object') {
    const fieldNames = Object.keys(shredType)
    /** @type {SchemaElement[]} */
    const elements = [
      { name: 'typed_value', repetition_type: 'OPTIONAL', num_children: fieldNames.length },
    ]
    for (const fieldName of fieldNames) {
      elements.push(
        { name: fieldName, repetition_type: 'OPTIONAL', num_children: 2 },
        { name: 'value', type: 'BYTE_ARRAY', repetition_type: 'OPTIONAL' },
        ...buildVariantTypedValue(shredType[fieldName])
      )
    }
    return elements
  }

  // Scalar shred type: typed leaf
  return [shreddedLeafElement(shredType)]
}

/**
 * Map a BasicType to the typed_value leaf SchemaElement for shredded scalars.
 *
 * @param {BasicType} type
 * @returns {SchemaElement}
 */
function shreddedLeafElement(type) {
  switch (type) {
  case 'STRING':
    return { name: 'typed_value', type: 'BYTE_ARRAY', converted_type: 'UTF8', repetition_type: 'OPTIONAL' }
  case 'INT32':
    return { name: 'typed_value', type: 'INT32', repetition_type: 'OPTIONAL' }
  case 'INT64':
    return { name: 'typed_value', type: 'INT64', repetition_type: 'OPTIONAL' }
  case 'DOUBLE':
    return { name: 'typed_value', type: 'DOUBLE', repetition_type: 'OPTIONAL' }
  case 'FLOAT':
    return { name: 'typed_value', type: 'FLOAT', repetition_type: 'OPTIONAL' }
  case 'BOOLEAN':
    return { name: 'typed_value', type: 'BOOLEAN', repetition_type: 'OPTIONAL' }
  case 'TIMESTAMP':
    return { name: 'typed_value', type: 'INT64', converted_type: 'TIMESTAMP_MICROS', repetition_type: 'OPTIONAL' }
  default:
    throw new Error(`unsupported shredded field type: ${type}`)
  }
}

/**
 * @param {string} name
 * @param {Exclude<BasicType, 'VARIANT'>} type
 * @param {boolean} [nullable]
 * @returns {SchemaElement}
 */
function basicTypeToSchemaElement(name, type, nullable) {
  const repetition_type = nullable === false ? 'REQUIRED' : 'OPTIONAL'
  if (type === 'STRING') {
    return { name, type: 'BYTE_ARRAY', converted_type: 'UTF8', repetition_type }
  }
  if (type === 'JSON') {
    return { name, type: 'BYTE_ARRAY', converted_type: 'JSON', repetition_type }
  }
  if (type === 'TIMESTAMP') {
    return { name, type: 'INT64', converted_type: 'TIMESTAMP_MILLIS', repetition_type }
  }
  if (type === 'UUID') {
    return { name, type: 'FIXED_LEN_BYTE_ARRAY', type_length: 16, logical_type: { type: 'UUID' }, repetition_type }
  }
  if (type === 'FLOAT16') {
    return { name, type: 'FIXED_LEN_BYTE_ARRAY', type_length: 2, logical_type: { type: 'FLOAT16' }, repetition_type }
  }
  if (type === 'GEOMETRY') {
    return { name, type: 'BYTE_ARRAY', logical_type: { type: 'GEOMETRY' }, repetition_type }
  }
  if (type === 'GEOGRAPHY') {
    return { name, type: 'BYTE_ARRAY', logical_type: { type: 'GEOGRAPHY' }, repetition_type }
  }
  return { name, type, repetition_type }
}

/**
 * Automatically determine a SchemaElement from an array of values.
 *
 * @param {string} name the column name
 * @param {DecodedArray} values the column values
 * @returns {SchemaElement}
 */
function autoSchemaElement(name, values) {
  /** @type {ParquetType | undefined} */
  let type
  /** @type {FieldRepetitionType} */
  let repetition_type = 'REQUIRED'
  /** @type {ConvertedType | undefined} */
  let converted_type

  if (values instanceof Int32Array) return { name, type: 'INT32', repetition_type }
  if (values instanceof BigInt64Array) return { name, type: 'INT64', repetition_type }
  if (values instanceof Float32Array) return { name, type: 'FLOAT', repetition_type }
  if (values instanceof Float64Array) return { name, type: 'DOUBLE', repetition_type }

  for (const value of values) {
    if (value === null || value === undefined) {
      repetition_type = 'OPTIONAL'
    } else {
      // value is defined, infer type
      /** @type {ParquetType} */
      let valueType
      /** @type {ConvertedType | undefined} */
      let valueConvertedType
      if (typeof value === 'boolean') valueType = 'BOOLEAN'
      else if (typeof value === 'bigint') valueType = 'INT64'
      else if (Number.isInteger(value)) valueType = 'INT32'
      else if (typeof value === 'number') valueType = 'DOUBLE'
      else if (value instanceof Uint8Array) valueType = 'BYTE_ARRAY'
      else if (typeof value === 'string') {
        valueType = 'BYTE_ARRAY'
        valueConvertedType = 'UTF8'
      }
      else if (value instanceof Date) {
        valueType = 'INT64'
        valueConvertedType = 'TIMESTAMP_MILLIS'
      }
      else if (typeof value === 'object') {
        // use json (TODO: native list and object types)
        valueType = 'BYTE_ARRAY'
        valueConvertedType = 'JSON'
      }
      else throw new Error(`cannot determine parquet type for: ${value}`)

      // expand type if necessary
      if (type === undefined) {
        type = valueType
        converted_type = valueConvertedType
      } else if (type === 'INT32' && valueType === 'DOUBLE') {
        type = 'DOUBLE'
      } else if (type === 'DOUBLE' && valueType === 'INT32') {
        continue
      } else if (type !== valueType || converted_type !== valueConvertedType) {
        throw new Error(`parquet cannot write mixed types: ${converted_type ?? type} and ${valueConvertedType ?? valueType}`)
      }
    }
  }
  if (!type) {
    // fallback to nullable BYTE_ARRAY
    // TODO: logical_type: 'NULL'
    type = 'BYTE_ARRAY'
    repetition_type = 'OPTIONAL'
  }
  return { name, type, repetition_type, converted_type }
}

/**
 * Get the max repetition level for a given schema path.
 *
 * @param {SchemaElement[]} schemaPath
 * @returns {number} max repetition level
 */
function getMaxRepetitionLevel(schemaPath) {
  let maxLevel = 0
  for (const element of schemaPath) {
    if (element.repetition_type === 'REPEATED') {
      maxLevel++
    }
  }
  return maxLevel
}

/**
 * Create a function that resolves element paths against a schema.
 * The schema tree is built once, so resolving every column of a wide schema
 * costs O(columns) instead of the O(columns²) of calling getSchemaPath per column.
 *
 * @param {SchemaElement[]} schema
 * @returns {(path: string[]) => SchemaTree[]} schema elements from the root to the named element
 */
function schemaPathResolver(schema) {
  const root = (0,metadata/* parquetSchema */.YR)({ schema })
  /** @type {Map<SchemaTree, Map<string, SchemaTree>>} */
  const childrenByName = new Map()

  return path => {
    let tree = root
    const schemaPath = [tree]
    for (const part of path) {
      let children = childrenByName.get(tree)
      if (!children) {
        children = new Map()
        for (const child of tree.children) {
          // first match wins, like Array.prototype.find
          if (!children.has(child.element.name)) children.set(child.element.name, child)
        }
        childrenByName.set(tree, children)
      }
      const child = children.get(part)
      if (!child) throw new Error(`parquet schema element not found: ${path}`)
      schemaPath.push(child)
      tree = child
    }
    return schemaPath
  }
}

;// CONCATENATED MODULE: ./node_modules/hyparquet-writer/src/thrift.js
/**
 * @import {ThriftField, ThriftType, Writer} from '../src/types.js'
 */

// TCompactProtocol types
const STOP = 0
const TRUE = 1
const FALSE = 2
const BYTE = 3
const I32 = 5
const I64 = 6
const DOUBLE = 7
const BINARY = 8
const LIST = 9
const STRUCT = 12

/** A Thrift struct whose field ids and Compact Protocol types are already resolved. */
class ThriftStruct {
  /**
   * @param {ThriftField[]} fields
   */
  constructor(fields) {
    this.fields = fields
  }
}

/**
 * Serialize a JS object in TCompactProtocol format.
 *
 * Expects keys named like "field_1", "field_2", etc. in ascending order.
 *
 * @param {Writer} writer
 * @param {{ [key: `field_${number}`]: any }} data
 */
function serializeTCompactProtocol(writer, data) {
  writeElement(writer, STRUCT, data)
}

/**
 * Write a single value of a given compact type.
 *
 * @param {Writer} writer
 * @param {number} type
 * @param {ThriftType} value
 */
function writeElement(writer, type, value) {
  // true/false is stored in the type
  if (type === TRUE) return
  if (type === FALSE) return
  if (type === BYTE && typeof value === 'number') {
    writer.appendUint8(value)
  } else if (type === I32 && typeof value === 'number') {
    writer.appendZigZag(value)
  } else if (type === I64 && typeof value === 'bigint') {
    writer.appendZigZag(value)
  } else if (type === DOUBLE && typeof value === 'number') {
    writer.appendFloat64(value)
  } else if (type === BINARY && typeof value === 'string') {
    // store length as a varint, then raw bytes
    const bytes = new TextEncoder().encode(value)
    writer.appendVarInt(bytes.length)
    writer.appendBytes(bytes)
  } else if (type === BINARY && value instanceof Uint8Array) {
    // store length as a varint, then raw bytes
    writer.appendVarInt(value.byteLength)
    writer.appendBytes(value)
  } else if (type === LIST && Array.isArray(value)) {
    // Guess the element type from the first element
    const elemType = getCompactTypeForList(value)

    // Header: size << 4 | elementType
    if (value.length > 14) {
      writer.appendUint8(15 << 4 | elemType)
      writer.appendVarInt(value.length)
    } else {
      writer.appendUint8(value.length << 4 | elemType)
    }

    if (elemType === FALSE) {
      // Special case for boolean list
      for (const v of value) {
        writer.appendUint8(v ? 1 : 0)
      }
    } else {
      for (const v of value) {
        writeElement(writer, elemType, v)
      }
    }
  } else if (type === STRUCT && value instanceof ThriftStruct) {
    // Field ids and types were explicitly provided by the metadata conversion.
    let lastFid = 0
    for (const [fid, fieldType, fieldValue] of value.fields) {
      if (fieldValue === undefined) continue
      lastFid = writeStructField(writer, lastFid, fid, fieldType, fieldValue)
    }
    writer.appendUint8(STOP)
  } else if (type === STRUCT && typeof value === 'object') {
    // write struct fields
    let lastFid = 0
    for (const [k, v] of Object.entries(value)) {
      if (v === undefined) continue

      const fid = parseInt(k.replace(/^field_/, ''), 10)
      if (Number.isNaN(fid)) {
        throw new Error(`thrift invalid field name: ${k}. Expected "field_###"`)
      }
      const t = getCompactTypeForValue(v)
      lastFid = writeStructField(writer, lastFid, fid, t, v)
    }
    // end struct
    writer.appendUint8(STOP)
  } else {
    throw new Error(`thrift invalid type ${type} for value ${value}`)
  }
}

/**
 * @param {Writer} writer
 * @param {number} lastFid
 * @param {number} fid
 * @param {number} type
 * @param {ThriftType} value
 * @returns {number}
 */
function writeStructField(writer, lastFid, fid, type, value) {
  const delta = fid - lastFid
  if (delta <= 0) {
    throw new Error(`thrift non-monotonic field id: fid=${fid}, lastFid=${lastFid}`)
  }
  if (delta > 15) {
    writer.appendUint8(type)
    writer.appendZigZag(fid)
  } else {
    writer.appendUint8(delta << 4 | type)
  }
  writeElement(writer, type, value)
  return fid
}

/**
 * Infer type from JS value
 *
 * @param {any} value
 * @returns {number} CompactType
 */
function getCompactTypeForValue(value) {
  if (value === true) return TRUE
  if (value === false) return FALSE
  if (Number.isInteger(value)) return I32
  if (typeof value === 'number') return DOUBLE
  if (typeof value === 'bigint') return I64
  if (typeof value === 'string') return BINARY
  if (value instanceof Uint8Array) return BINARY
  if (Array.isArray(value)) return LIST
  if (value && typeof value === 'object') return STRUCT
  throw new Error(`Cannot determine thrift compact type for: ${value}`)
}

/**
 * Infer type for list elements, expand types as needed
 *
 * @param {any[]} value
 * @returns {number} CompactType
 */
function getCompactTypeForList(value) {
  let elemType = 0
  for (const v of value) {
    let t = getCompactTypeForValue(v)
    if (t === TRUE) t = FALSE // booleans map to FALSE
    if (!elemType) elemType = t // first element
    if (elemType === DOUBLE && t === I32) t = DOUBLE // expand int to float
    if (elemType === I32 && t === DOUBLE) elemType = DOUBLE // expand int to float
    if (t !== elemType) {
      throw new Error(`thrift invalid type for list element: ${v} (expected type ${elemType})`)
    }
  }
  return elemType ?? BYTE // BYTE for empty list
}

;// CONCATENATED MODULE: ./node_modules/hyparquet-writer/src/unconvert.js



/**
 * @import {DecodedArray, SchemaElement} from 'hyparquet'
 * @import {MinMaxType} from 'hyparquet/src/types.js'
 * @import {ChunkStatistics, ThriftObject} from '../src/types.js'
 */

const dayMillis = 86400000 // 1 day in milliseconds

/**
 * Convert values while reusing the result for repeated primitives or object
 * references. This prevents repeated logical values from retaining a separate
 * byte array for every row. The cache is released when conversion returns.
 *
 * @param {DecodedArray} values
 * @param {(value: any) => any} convert
 * @returns {any[]}
 */
function mapConverted(values, convert) {
  const cache = new Map()
  return Array.from(values, value => {
    if (cache.has(value)) return cache.get(value)
    const result = convert(value)
    cache.set(value, result)
    return result
  })
}

/**
 * Convert from rich to primitive types.
 *
 * @param {SchemaElement} element
 * @param {DecodedArray} values
 * @returns {DecodedArray}
 */
function unconvert(element, values) {
  const { type, converted_type: ctype, logical_type: ltype } = element
  if (ctype === 'DECIMAL') {
    const factor = 10 ** (element.scale || 0)
    return Array.from(values, v => {
      if (v === null || v === undefined) return v
      // A bigint is the already-scaled unscaled value, so it is written as-is.
      // Scaling a number goes through float64, which cannot hold every DECIMAL.
      if (typeof v === 'bigint') return unconvertDecimal(element, v)
      if (typeof v !== 'number') throw new Error('DECIMAL must be a number or bigint')
      return unconvertDecimal(element, BigInt(Math.round(v * factor)))
    })
  }
  if (ctype === 'DATE') {
    return Array.from(values).map(v => {
      if (v instanceof Date) return Math.floor(v.getTime() / dayMillis)
      return v
    })
  }
  if (ctype === 'TIMESTAMP_MILLIS') {
    return Array.from(values).map(v => {
      if (v === null || v === undefined) return v
      if (v instanceof Date) return BigInt(v.getTime())
      return BigInt(v)
    })
  }
  if (ctype === 'TIMESTAMP_MICROS') {
    return Array.from(values).map(v => {
      if (v === null || v === undefined) return v
      if (v instanceof Date) return BigInt(v.getTime() * 1000)
      return BigInt(v)
    })
  }
  if (ctype === 'JSON') {
    if (!Array.isArray(values)) throw new Error('JSON must be an array')
    const encoder = new TextEncoder()
    return mapConverted(
      values,
      v => v === null || v === undefined ? v : encoder.encode(JSON.stringify(toJson(v)))
    )
  }
  if (ctype === 'UTF8') {
    if (!Array.isArray(values)) throw new Error('strings must be an array')
    const encoder = new TextEncoder()
    return values.map(v => typeof v === 'string' ? encoder.encode(v) : v)
  }
  if (ctype === 'UINT_32' || ltype?.type === 'INTEGER' && ltype.bitWidth === 32 && !ltype.isSigned) {
    if (values instanceof Uint32Array) return values
    if (values instanceof Int32Array) return new Uint32Array(values.buffer, values.byteOffset, values.length)
    return Array.from(values).map(v => {
      if (v === null || v === undefined) return v
      if (!Number.isSafeInteger(v)) throw new Error('expected integer value, got ' + v)
      if (v < 0 || v > 4294967295) throw new Error('expected uint32 value, got ' + v)
      if (v > 2147483647) return v - 4294967296 // convert to signed range
      return v
    })
  }
  if (ltype?.type === 'FLOAT16') {
    if (type !== 'FIXED_LEN_BYTE_ARRAY') throw new Error('FLOAT16 must be FIXED_LEN_BYTE_ARRAY type')
    if (element.type_length !== 2) throw new Error('FLOAT16 expected type_length to be 2 bytes')
    return Array.from(values).map(unconvertFloat16)
  }
  if (ltype?.type === 'UUID') {
    if (!Array.isArray(values)) throw new Error('UUID must be an array')
    if (type !== 'FIXED_LEN_BYTE_ARRAY') throw new Error('UUID must be FIXED_LEN_BYTE_ARRAY type')
    if (element.type_length !== 16) throw new Error('UUID expected type_length to be 16 bytes')
    return values.map(unconvertUuid)
  }
  if (ltype?.type === 'TIMESTAMP') {
    return Array.from(values).map(v => {
      if (v === null || v === undefined) return v
      if (v instanceof Date) {
        const millis = BigInt(v.getTime())
        if (ltype.unit === 'NANOS') return millis * 1_000_000n
        if (ltype.unit === 'MICROS') return millis * 1_000n
        return millis // MILLIS (default)
      }
      return BigInt(v)
    })
  }
  if (ltype?.type === 'GEOMETRY' || ltype?.type === 'GEOGRAPHY') {
    if (!Array.isArray(values)) throw new Error('geometry must be an array')
    return mapConverted(values, v => {
      if (v === null || v === undefined) return v
      return geojsonToWkb(v)
    })
  }
  return values
}

/**
 * @param {Uint8Array | string | undefined} value
 * @returns {Uint8Array | undefined}
 */
function unconvertUuid(value) {
  if (value === undefined || value === null) return
  if (value instanceof Uint8Array) return value
  if (typeof value === 'string') {
    const uuidRegex = /^[0-9a-f]{8}-?[0-9a-f]{4}-?[0-9a-f]{4}-?[0-9a-f]{4}-?[0-9a-f]{12}$/i
    if (!uuidRegex.test(value)) {
      throw new Error('UUID must be a valid UUID string')
    }
    value = value.replace(/-/g, '').toLowerCase()
    const bytes = new Uint8Array(16)
    for (let i = 0; i < 16; i++) {
      bytes[i] = parseInt(value.slice(i * 2, i * 2 + 2), 16)
    }
    return bytes
  }
  throw new Error('UUID must be a string or Uint8Array')
}

// Default byte length that statistics min/max values are truncated to.
const STATS_TRUNCATE_LENGTH = 16

const utf8Decoder = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true })

/**
 * Truncate a byte-array statistic to at most `length` bytes.
 *
 * A prefix is a valid lower bound (min). A max is rounded up to a short value
 * that is still >= the original. STRING and ENUM bounds are cut on a code point
 * boundary so they stay valid UTF-8. A prefix of a JSON or BSON document is not
 * a valid document, so those bounds are kept whole. When no short upper bound
 * exists, the max is kept whole.
 *
 * @param {Uint8Array} bytes
 * @param {SchemaElement} element
 * @param {boolean} isMax
 * @param {number} length
 * @returns {Uint8Array}
 */
function truncateStatistic(bytes, element, isMax, length) {
  if (bytes.length <= length || !isTruncatable(element)) return bytes
  const truncated = isUtf8(element) ? truncateUtf8(bytes, isMax, length) : truncateBytes(bytes, isMax, length)
  return truncated ?? bytes
}

/**
 * @param {SchemaElement} element
 * @returns {boolean}
 */
function isTruncatable({ type, converted_type, logical_type }) {
  if (type !== 'BYTE_ARRAY') return false // a FIXED_LEN_BYTE_ARRAY bound must keep its length
  if (converted_type === 'DECIMAL' || converted_type === 'JSON' || converted_type === 'BSON') return false
  return logical_type?.type !== 'JSON' && logical_type?.type !== 'BSON'
}

/**
 * @param {SchemaElement} element
 * @returns {boolean}
 */
function isUtf8({ converted_type, logical_type }) {
  return converted_type === 'UTF8' || converted_type === 'ENUM' ||
    logical_type?.type === 'STRING' || logical_type?.type === 'ENUM'
}

/**
 * Byte-wise truncation. A max increments the last byte that is < 0xFF after
 * dropping trailing 0xFF bytes.
 *
 * @param {Uint8Array} bytes
 * @param {boolean} isMax
 * @param {number} length
 * @returns {Uint8Array | undefined}
 */
function truncateBytes(bytes, isMax, length) {
  // copy: Buffer.prototype.slice returns a view, and rounding mutates in place
  const prefix = new Uint8Array(bytes.subarray(0, length))
  if (!isMax) return prefix // a prefix is a valid lower bound
  let i = prefix.length - 1
  while (i >= 0 && prefix[i] === 0xff) i-- // drop trailing 0xFF
  if (i < 0) return undefined // all 0xFF: no valid shorter upper bound
  const rounded = prefix.slice(0, i + 1)
  rounded[i] += 1
  return rounded
}

/**
 * UTF-8 truncation on a code point boundary. A max increments the last code
 * point that has a successor fitting the length, skipping surrogates.
 * Invalid UTF-8 falls back to byte-wise truncation.
 *
 * @param {Uint8Array} bytes
 * @param {boolean} isMax
 * @param {number} length
 * @returns {Uint8Array | undefined}
 */
function truncateUtf8(bytes, isMax, length) {
  let end = length
  while (end > 0 && (bytes[end] & 0xc0) === 0x80) end--
  if (!isMax) return new Uint8Array(bytes.subarray(0, end))
  let text
  try {
    text = utf8Decoder.decode(bytes.subarray(0, end))
  } catch {
    return truncateBytes(bytes, isMax, length)
  }
  const codePoints = Array.from(text, c => c.codePointAt(0) ?? 0)
  const encoder = new TextEncoder()
  for (let i = codePoints.length - 1; i >= 0; i--) {
    // Remove this code point from the prefix, preserving its original UTF-8 bytes.
    end--
    while (end > 0 && (bytes[end] & 0xc0) === 0x80) end--
    const code = codePoints[i]
    if (code === 0x10ffff) continue
    const next = code === 0xd7ff ? 0xe000 : code + 1
    const suffix = encoder.encode(String.fromCodePoint(next))
    if (end + suffix.length > length) continue
    const rounded = new Uint8Array(end + suffix.length)
    rounded.set(bytes.subarray(0, end))
    rounded.set(suffix, end)
    return rounded
  }
}

/**
 * Returns false when a min/max value had to be truncated, otherwise undefined.
 *
 * We only emit the (optional) exactness flag when it is false; an absent flag
 * means the value is exact, which keeps the footer small for untruncated columns.
 *
 * @param {MinMaxType | undefined} value
 * @param {SchemaElement} element
 * @param {boolean} isMax
 * @param {number} length
 * @returns {boolean | undefined}
 */
function minMaxIsExact(value, element, isMax, length) {
  if (value === undefined || value === null) return undefined
  if (!isTruncatable(element)) return undefined
  const bytes = value instanceof Uint8Array ? value : new TextEncoder().encode(value.toString())
  return truncateStatistic(bytes, element, isMax, length) === bytes ? undefined : false
}

/**
 * Uncovert from rich type to byte array for metadata statistics.
 *
 * @param {MinMaxType | undefined} value
 * @param {SchemaElement} element
 * @param {boolean} isMax whether this is a max value (rounds truncation up)
 * @param {number} [truncateLength] max bytes for a byte-array value
 * @returns {Uint8Array | undefined}
 */
function unconvertMinMax(value, element, isMax, truncateLength = STATS_TRUNCATE_LENGTH) {
  if (value === undefined || value === null) return undefined
  const { type, converted_type } = element
  if (type === 'BOOLEAN') return new Uint8Array([value ? 1 : 0])
  if (element.logical_type?.type === 'UUID' && (typeof value === 'string' || value instanceof Uint8Array)) {
    return unconvertUuid(value)
  }
  if (converted_type === 'DECIMAL') {
    // Statistics must accept the same inputs as the values they describe, or a
    // column whose values are exact would carry min/max that are not.
    if (typeof value !== 'number' && typeof value !== 'bigint') {
      throw new Error('DECIMAL must be a number or bigint')
    }
    const factor = 10 ** (element.scale || 0)
    const scaled = typeof value === 'bigint' ? value : BigInt(Math.round(value * factor))
    const out = unconvertDecimal(element, scaled)
    if (out instanceof Uint8Array) return out
    if (typeof out === 'number') {
      const buffer = new ArrayBuffer(4)
      new DataView(buffer).setInt32(0, out, true)
      return new Uint8Array(buffer)
    }
    if (typeof out === 'bigint') {
      const buffer = new ArrayBuffer(8)
      new DataView(buffer).setBigInt64(0, out, true)
      return new Uint8Array(buffer)
    }
  }
  if (element.logical_type?.type === 'FLOAT16' && typeof value === 'number') {
    return unconvertFloat16(value)
  }
  if (type === 'BYTE_ARRAY' || type === 'FIXED_LEN_BYTE_ARRAY') {
    const bytes = value instanceof Uint8Array ? value : new TextEncoder().encode(value.toString())
    return truncateStatistic(bytes, element, isMax, truncateLength)
  }
  if (type === 'FLOAT' && typeof value === 'number') {
    const buffer = new ArrayBuffer(4)
    new DataView(buffer).setFloat32(0, value, true)
    return new Uint8Array(buffer)
  }
  if (type === 'DOUBLE' && typeof value === 'number') {
    const buffer = new ArrayBuffer(8)
    new DataView(buffer).setFloat64(0, value, true)
    return new Uint8Array(buffer)
  }
  if (type === 'INT32' && typeof value === 'number') {
    const buffer = new ArrayBuffer(4)
    new DataView(buffer).setInt32(0, value, true)
    return new Uint8Array(buffer)
  }
  if (type === 'INT64' && (typeof value === 'bigint' || typeof value === 'number' && Number.isInteger(value))) {
    const buffer = new ArrayBuffer(8)
    new DataView(buffer).setBigInt64(0, BigInt(value), true)
    return new Uint8Array(buffer)
  }
  if (type === 'INT32' && converted_type === 'DATE' && value instanceof Date) {
    const buffer = new ArrayBuffer(4)
    new DataView(buffer).setInt32(0, Math.floor(value.getTime() / dayMillis), true)
    return new Uint8Array(buffer)
  }
  if (type === 'INT64' && converted_type === 'TIMESTAMP_MILLIS' && value instanceof Date) {
    const buffer = new ArrayBuffer(8)
    new DataView(buffer).setBigInt64(0, BigInt(value.getTime()), true)
    return new Uint8Array(buffer)
  }
  if (type === 'INT64' && converted_type === 'TIMESTAMP_MICROS' && value instanceof Date) {
    const buffer = new ArrayBuffer(8)
    new DataView(buffer).setBigInt64(0, BigInt(value.getTime() * 1000), true)
    return new Uint8Array(buffer)
  }
  if (type === 'INT64' && element.logical_type?.type === 'TIMESTAMP' && value instanceof Date) {
    const millis = BigInt(value.getTime())
    const { unit } = element.logical_type
    let bigintValue = millis
    if (unit === 'NANOS') bigintValue = millis * 1_000_000n
    else if (unit === 'MICROS') bigintValue = millis * 1_000n
    const buffer = new ArrayBuffer(8)
    new DataView(buffer).setBigInt64(0, bigintValue, true)
    return new Uint8Array(buffer)
  }
  throw new Error(`unsupported type for statistics: ${type} with value ${value}`)
}

/**
 * @param {ChunkStatistics} stats
 * @param {SchemaElement} element
 * @param {number} [truncateLength] max bytes for a byte-array min/max
 * @returns {ThriftObject}
 */
function unconvertStatistics(stats, element, truncateLength = STATS_TRUNCATE_LENGTH) {
  return {
    field_1: unconvertMinMax(stats.max, element, true, truncateLength),
    field_2: unconvertMinMax(stats.min, element, false, truncateLength),
    field_3: stats.null_count,
    field_4: stats.distinct_count,
    field_5: unconvertMinMax(stats.max_value, element, true, truncateLength),
    field_6: unconvertMinMax(stats.min_value, element, false, truncateLength),
    field_7: stats.is_max_value_exact ?? minMaxIsExact(stats.max_value ?? stats.max, element, true, truncateLength),
    field_8: stats.is_min_value_exact ?? minMaxIsExact(stats.min_value ?? stats.min, element, false, truncateLength),
    field_9: stats.nan_count,
  }
}

/**
 * @param {SchemaElement} element
 * @param {bigint} value
 * @returns {number | bigint | Uint8Array}
 */
function unconvertDecimal({ type, type_length }, value) {
  if (type === 'INT32') return Number(value)
  if (type === 'INT64') return value
  if (type === 'FIXED_LEN_BYTE_ARRAY' && !type_length) {
    throw new Error('fixed length byte array type_length is required')
  }
  if (!type_length && !value) return new Uint8Array()

  const bytes = []
  while (true) {
    // extract the lowest 8 bits
    const byte = Number(value & 0xffn)
    bytes.unshift(byte)
    value >>= 8n

    if (type_length) {
      if (bytes.length >= type_length) break // fixed length
    } else {
      // for nonnegative: stop when top byte has signBit = 0 AND shifted value == 0n
      // for negative: stop when top byte has signBit = 1 AND shifted value == -1n
      const sign = byte & 0x80
      if (!sign && value === 0n || sign && value === -1n) {
        break
      }
    }
  }

  return new Uint8Array(bytes)
}

/**
 * @param {number | undefined} value
 * @returns {Uint8Array | undefined}
 */
function unconvertFloat16(value) {
  if (value === undefined || value === null) return
  if (typeof value !== 'number') throw new Error('parquet float16 expected number value')
  if (Number.isNaN(value)) return new Uint8Array([0x00, 0x7e])

  const sign = value < 0 || Object.is(value, -0) ? 1 : 0
  const abs = Math.abs(value)

  // infinities
  if (!isFinite(abs)) return new Uint8Array([0x00, sign << 7 | 0x7c])

  // ±0
  if (abs === 0) return new Uint8Array([0x00, sign << 7])

  // Round directly from float64: going through float32 can round twice.
  if (abs >= 65520) return new Uint8Array([0x00, sign << 7 | 0x7c])
  let exponent = -14
  if (abs >= 2 ** -14) {
    const view = new DataView(new ArrayBuffer(8))
    view.setFloat64(0, abs)
    exponent = (view.getUint32(0) >>> 20 & 0x7ff) - 1023
  }
  // Subnormals have a fixed spacing of 2^-24.
  const scaled = abs / 2 ** (exponent - 10)
  let significand = Math.floor(scaled)
  const remainder = scaled - significand
  if (remainder > 0.5 || remainder === 0.5 && significand % 2) significand++

  // Adding the rounded significand also handles carry into the next exponent.
  const magnitude = abs < 2 ** -14 ? significand : (exponent + 14) * 1024 + significand
  const bits16 = sign << 15 | magnitude
  return new Uint8Array([bits16 & 0xff, bits16 >> 8])
}

;// CONCATENATED MODULE: ./node_modules/hyparquet-writer/src/metadata.js





/**
 * @import {BoundingBox, FileMetaData, LogicalType, SchemaElement, TimeUnit} from 'hyparquet'
 * @import {PreconvertedThriftStruct, ThriftObject, Writer} from '../src/types.js'
 */

/**
 * Write Parquet file metadata as thrift.
 *
 * @param {Writer} writer
 * @param {FileMetaData} metadata
 * @param {number} [statisticsTruncateLength] max bytes for a byte-array min/max
 */
function writeMetadata(writer, metadata, statisticsTruncateLength) {
  const resolveSchemaPath = schemaPathResolver(metadata.schema)
  /** @type {ThriftObject} */
  const compact = {
    field_1: metadata.version,
    field_2: metadata.schema.map(element => ({
      field_1: element.type && constants/* ParquetTypes */.CE.indexOf(element.type),
      field_2: element.type_length,
      field_3: element.repetition_type && constants/* FieldRepetitionTypes */.Nw.indexOf(element.repetition_type),
      field_4: element.name,
      field_5: element.num_children,
      field_6: element.converted_type && constants/* ConvertedTypes */.gQ.indexOf(element.converted_type),
      field_7: element.scale,
      field_8: element.precision,
      field_9: element.field_id,
      field_10: logicalType(element.logical_type),
    })),
    field_3: metadata.num_rows,
    field_4: metadata.row_groups.map(rg => ({
      field_1: rg.columns.map(c => ({
        field_1: c.file_path,
        field_2: c.file_offset,
        field_3: c.meta_data && {
          field_1: constants/* ParquetTypes */.CE.indexOf(c.meta_data.type),
          field_2: c.meta_data.encodings.map(e => constants/* Encodings */.p6.indexOf(e)),
          field_3: c.meta_data.path_in_schema,
          field_4: constants/* CompressionCodecs */.IE.indexOf(c.meta_data.codec),
          field_5: c.meta_data.num_values,
          field_6: c.meta_data.total_uncompressed_size,
          field_7: c.meta_data.total_compressed_size,
          field_8: c.meta_data.key_value_metadata && c.meta_data.key_value_metadata.map(kv => ({
            field_1: kv.key,
            field_2: kv.value,
          })),
          field_9: c.meta_data.data_page_offset,
          field_10: c.meta_data.index_page_offset,
          field_11: c.meta_data.dictionary_page_offset,
          field_12: c.meta_data.statistics && unconvertStatistics(
            c.meta_data.statistics,
            schemaElement(c.meta_data.path_in_schema),
            statisticsTruncateLength
          ),
          field_13: c.meta_data.encoding_stats && c.meta_data.encoding_stats.map(es => ({
            field_1: constants/* PageTypes */.P2.indexOf(es.page_type),
            field_2: constants/* Encodings */.p6.indexOf(es.encoding),
            field_3: es.count,
          })),
          field_14: c.meta_data.bloom_filter_offset,
          field_15: c.meta_data.bloom_filter_length,
          field_16: c.meta_data.size_statistics && {
            field_1: c.meta_data.size_statistics.unencoded_byte_array_data_bytes,
            field_2: c.meta_data.size_statistics.repetition_level_histogram,
            field_3: c.meta_data.size_statistics.definition_level_histogram,
          },
          field_17: c.meta_data.geospatial_statistics && {
            field_1: c.meta_data.geospatial_statistics.bbox && thriftBoundingBox(c.meta_data.geospatial_statistics.bbox),
            field_2: c.meta_data.geospatial_statistics.geospatial_types,
          },
        },
        field_4: c.offset_index_offset,
        field_5: c.offset_index_length,
        field_6: c.column_index_offset,
        field_7: c.column_index_length,
        // field_8: c.crypto_metadata,
        field_9: c.encrypted_column_metadata,
      })),
      field_2: rg.total_byte_size,
      field_3: rg.num_rows,
      field_4: rg.sorting_columns && rg.sorting_columns.map(sc => ({
        field_1: sc.column_idx,
        field_2: sc.descending,
        field_3: sc.nulls_first,
      })),
      field_5: rg.file_offset,
      field_6: rg.total_compressed_size,
      // field_7: rg.ordinal, // should be int16
    })),
    field_5: metadata.key_value_metadata && metadata.key_value_metadata.map(kv => ({
      field_1: kv.key,
      field_2: kv.value,
    })),
    field_6: metadata.created_by,
    field_7: metadata.schema.filter(element => element.type).map(() => ({ field_1: {} })),
  }

  // write metadata as thrift
  const metadataStart = writer.offset
  serializeTCompactProtocol(writer, compact)
  // write metadata length
  const metadataLength = writer.offset - metadataStart
  writer.appendUint32(metadataLength)

  /**
   * Resolve schema element for statistics using the stored path.
   *
   * @param {string[]} path
   * @returns {SchemaElement}
   */
  function schemaElement(path) {
    const tree = resolveSchemaPath(path)
    return tree[tree.length - 1].element
  }
}

/**
 * Convert bounds to a struct with explicitly typed DOUBLE fields.
 *
 * @param {BoundingBox} bbox
 * @returns {PreconvertedThriftStruct}
 */
function thriftBoundingBox(bbox) {
  return new ThriftStruct([
    [1, DOUBLE, bbox.xmin],
    [2, DOUBLE, bbox.xmax],
    [3, DOUBLE, bbox.ymin],
    [4, DOUBLE, bbox.ymax],
    [5, DOUBLE, bbox.zmin],
    [6, DOUBLE, bbox.zmax],
    [7, DOUBLE, bbox.mmin],
    [8, DOUBLE, bbox.mmax],
  ])
}

/**
 * @param {LogicalType | undefined} type
 * @returns {ThriftObject | undefined}
 */
function logicalType(type) {
  if (!type) return
  if (type.type === 'STRING') return { field_1: {} }
  if (type.type === 'MAP') return { field_2: {} }
  if (type.type === 'LIST') return { field_3: {} }
  if (type.type === 'ENUM') return { field_4: {} }
  if (type.type === 'DECIMAL') return { field_5: {
    field_1: type.scale,
    field_2: type.precision,
  } }
  if (type.type === 'DATE') return { field_6: {} }
  if (type.type === 'TIME') return { field_7: {
    field_1: type.isAdjustedToUTC,
    field_2: timeUnit(type.unit),
  } }
  if (type.type === 'TIMESTAMP') return { field_8: {
    field_1: type.isAdjustedToUTC,
    field_2: timeUnit(type.unit),
  } }
  if (type.type === 'INTEGER') return { field_10: {
    field_1: type.bitWidth,
    field_2: type.isSigned,
  } }
  if (type.type === 'NULL') return { field_11: {} }
  if (type.type === 'JSON') return { field_12: {} }
  if (type.type === 'BSON') return { field_13: {} }
  if (type.type === 'UUID') return { field_14: {} }
  if (type.type === 'FLOAT16') return { field_15: {} }
  if (type.type === 'VARIANT') return { field_16: {} }
  if (type.type === 'GEOMETRY') return { field_17: {
    field_1: type.crs,
  } }
  if (type.type === 'GEOGRAPHY') return { field_18: {
    field_1: type.crs,
    field_2: type.algorithm && constants/* EdgeInterpolationAlgorithms */.I7.indexOf(type.algorithm),
  } }
}

/**
 * @param {TimeUnit} unit
 * @returns {ThriftObject}
 */
function timeUnit(unit) {
  if (unit === 'NANOS') return { field_3: {} }
  if (unit === 'MICROS') return { field_2: {} }
  return { field_1: {} }
}

// EXTERNAL MODULE: ./build/model/features.js
var features = __nccwpck_require__(599);
;// CONCATENATED MODULE: ./build/spark/footer.js




/** Length of the footer, and the magic number after it. */
const TAIL_BYTES = 8;
const MAGIC = 0x31524150;
/**
 * Puts the features of a dataset into the footer of a parquet file, under the key `huggingface` where `datasets` looks for
 * them. The row groups before it stay as they are.
 */
async function addFeatures({ file, bytes, metadata }, shape) {
    const others = (metadata.key_value_metadata ?? []).filter(({ key }) => key !== 'huggingface');
    const value = JSON.stringify({ info: { features: (0,features/* hubFeatures */.xp)(shape) } });
    const writer = new bytewriter/* ByteWriter */.U();
    writeMetadata(writer, { ...metadata, key_value_metadata: [...others, { key: 'huggingface', value }] });
    writer.appendUint32(MAGIC);
    const footer = writer.getBytes();
    const handle = await (0,promises_.open)(file, 'r+');
    try {
        const start = bytes - TAIL_BYTES - metadata.metadata_length;
        await handle.write(footer, 0, footer.length, start);
        await handle.truncate(start + footer.length);
    }
    finally {
        await handle.close();
    }
}

// EXTERNAL MODULE: ./build/spark/shard-file.js + 19 modules
var shard_file = __nccwpck_require__(670);
;// CONCATENATED MODULE: ./build/spark/publish-shards.js








/** Makes the data files of a dataset of Spark's shards: features into their footers, names as on the Hub. */
async function publishShards({ shape }, files) {
    const published = [];
    for (const split of rows/* SPLIT_NAMES */.g) {
        for (const [index, file] of files[split].entries()) {
            await addFeatures(await shard_file/* ShardFile */.p.open(file, shape), shape);
            const path = (0,parquet/* shardPath */.A$)(split, index, files[split].length);
            const { size } = await (0,promises_.stat)(file);
            published.push({ split, path, file, size, sha256: await sha256OfFile(file) });
        }
    }
    return published;
}
async function sha256OfFile(file) {
    const hash = (0,external_node_crypto_.createHash)('sha256');
    await (0,external_node_stream_promises_namespaceObject.pipeline)((0,external_node_fs_.createReadStream)(file), hash);
    return hash.digest('hex');
}


/***/ }),

/***/ 670:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {


// EXPORTS
__nccwpck_require__.d(__webpack_exports__, {
  p: () => (/* binding */ ShardFile),
  g: () => (/* binding */ wrongShard)
});

// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __nccwpck_require__(760);
// EXTERNAL MODULE: external "node:zlib"
var external_node_zlib_ = __nccwpck_require__(522);
;// CONCATENATED MODULE: external "fs"
const external_fs_namespaceObject = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("fs");
;// CONCATENATED MODULE: ./node_modules/hyparquet/src/node.js
/**
 * @import {AsyncBuffer} from '../src/types.js'
 */





/**
 * Construct an AsyncBuffer for a local file using node fs package.
 *
 * @param {string} filename
 * @returns {Promise<AsyncBuffer>}
 */
async function asyncBufferFromFile(filename) {
  const { size } = await external_fs_namespaceObject.promises.stat(filename)
  return {
    byteLength: size,
    slice(start, end) {
      if (start === end) return Promise.resolve(new ArrayBuffer(0))
      // read file slice (createReadStream end is inclusive)
      const reader = (0,external_fs_namespaceObject.createReadStream)(filename, { start, end: end === undefined ? undefined : end - 1 })
      return new Promise((resolve, reject) => {
        /** @type {any[]} */
        const chunks = []
        reader.on('data', chunk => chunks.push(chunk))
        reader.on('error', reject)
        reader.on('end', () => {
          const buffer = Buffer.concat(chunks)
          if (buffer.byteOffset === 0 && buffer.byteLength === buffer.buffer.byteLength) {
            resolve(buffer.buffer)
          } else {
            // small buffers share node's allocation pool
            resolve(buffer.buffer.slice(buffer.byteOffset, buffer.byteOffset + buffer.byteLength))
          }
        })
      })
    },
  }
}

// EXTERNAL MODULE: ./node_modules/hyparquet/src/metadata.js + 1 modules
var src_metadata = __nccwpck_require__(367);
// EXTERNAL MODULE: ./node_modules/hyparquet/src/thrift.js
var src_thrift = __nccwpck_require__(558);
;// CONCATENATED MODULE: ./node_modules/hyparquet/src/xxhash.js
// XxHash64 (https://github.com/Cyan4973/xxHash/blob/dev/doc/xxhash_spec.md)
// Used by parquet bloom filters: hashes the PLAIN encoding of column values with seed 0.

const MASK = 0xffffffffffffffffn
const PRIME1 = 0x9e3779b185ebca87n
const PRIME2 = 0xc2b2ae3d27d4eb4fn
const PRIME3 = 0x165667b19e3779f9n
const PRIME4 = 0x85ebca77c2b2ae63n
const PRIME5 = 0x27d4eb2f165667c5n

/**
 * @param {bigint} x
 * @param {bigint} r rotation amount in bits (1..63)
 * @returns {bigint}
 */
function rotl64(x, r) {
  return (x << r | x >> 64n - r) & MASK
}

/**
 * @param {bigint} acc
 * @param {bigint} val
 * @returns {bigint}
 */
function round(acc, val) {
  acc = acc + val * PRIME2 & MASK
  acc = rotl64(acc, 31n)
  return acc * PRIME1 & MASK
}

/**
 * @param {bigint} acc
 * @param {bigint} val
 * @returns {bigint}
 */
function mergeRound(acc, val) {
  acc ^= round(0n, val)
  return acc * PRIME1 + PRIME4 & MASK
}

/**
 * Compute the 64-bit xxHash of a byte buffer.
 *
 * @param {Uint8Array} input
 * @param {bigint} [seed]
 * @returns {bigint} 64-bit hash
 */
function xxhash64(input, seed = 0n) {
  const view = new DataView(input.buffer, input.byteOffset, input.byteLength)
  const len = input.byteLength
  let offset = 0
  let h64

  if (len >= 32) {
    let v1 = seed + PRIME1 + PRIME2 & MASK
    let v2 = seed + PRIME2 & MASK
    let v3 = seed
    let v4 = seed - PRIME1 & MASK

    while (offset + 32 <= len) {
      v1 = round(v1, view.getBigUint64(offset, true)); offset += 8
      v2 = round(v2, view.getBigUint64(offset, true)); offset += 8
      v3 = round(v3, view.getBigUint64(offset, true)); offset += 8
      v4 = round(v4, view.getBigUint64(offset, true)); offset += 8
    }

    h64 = rotl64(v1, 1n) + rotl64(v2, 7n) + rotl64(v3, 12n) + rotl64(v4, 18n) & MASK
    h64 = mergeRound(h64, v1)
    h64 = mergeRound(h64, v2)
    h64 = mergeRound(h64, v3)
    h64 = mergeRound(h64, v4)
  } else {
    h64 = seed + PRIME5 & MASK
  }

  h64 = h64 + BigInt(len) & MASK

  while (offset + 8 <= len) {
    h64 ^= round(0n, view.getBigUint64(offset, true))
    h64 = rotl64(h64, 27n) * PRIME1 + PRIME4 & MASK
    offset += 8
  }

  if (offset + 4 <= len) {
    h64 ^= BigInt(view.getUint32(offset, true)) * PRIME1 & MASK
    h64 = rotl64(h64, 23n) * PRIME2 + PRIME3 & MASK
    offset += 4
  }

  while (offset < len) {
    h64 ^= BigInt(view.getUint8(offset)) * PRIME5 & MASK
    h64 = rotl64(h64, 11n) * PRIME1 & MASK
    offset += 1
  }

  h64 ^= h64 >> 33n
  h64 = h64 * PRIME2 & MASK
  h64 ^= h64 >> 29n
  h64 = h64 * PRIME3 & MASK
  h64 ^= h64 >> 32n
  return h64
}

;// CONCATENATED MODULE: ./node_modules/hyparquet/src/bloom.js
// Split Block Bloom Filter (https://github.com/apache/parquet-format/blob/master/BloomFilter.md)
// A bloom filter is a sequence of 32-byte blocks. Each block holds 8 little-endian uint32 words.
// Insertion sets one bit per word, chosen by salting the low 32 bits of an xxhash64.
// Membership requires all 8 bits to be set; misses are exact, hits are probabilistic.




/**
 * @import {BloomFilter, DataReader, ParquetQueryFilter, SchemaElement} from '../src/types.js'
 */

const textEncoder = new TextEncoder()

const SALT = new Uint32Array([
  0x47b6137b, 0x44974d91, 0x8824ad5b, 0xa2b7289d,
  0x705495c7, 0x2df1424b, 0x9efc4947, 0x5c6bfb31,
])

/**
 * Map the high 32 bits of a hash to a block index in [0, numBlocks).
 *
 * @param {bigint} hash
 * @param {number} numBlocks
 * @returns {number}
 */
function blockIndex(hash, numBlocks) {
  return Number((hash >> 32n) * BigInt(numBlocks) >> 32n)
}

/**
 * Per-block mask: 8 uint32 words, each with a single bit set at position `(low32 * SALT[i]) >> 27`.
 *
 * @param {bigint} hash
 * @returns {Uint32Array}
 */
function blockMask(hash) {
  const m = new Uint32Array(8)
  const low = Number(hash & 0xffffffffn) | 0
  for (let i = 0; i < 8; i++) {
    m[i] = 1 << (Math.imul(low, SALT[i]) >>> 27)
  }
  return m
}

/**
 * Insert a hash into a Split Block Bloom Filter.
 *
 * @param {Uint32Array} blocks bloom filter words (8 * numBlocks long)
 * @param {bigint} hash 64-bit xxhash of the parquet-plain-encoded value
 */
function sbbfInsert(blocks, hash) {
  const offset = blockIndex(hash, blocks.length >> 3) << 3
  const m = blockMask(hash)
  for (let i = 0; i < 8; i++) {
    blocks[offset + i] |= m[i]
  }
}

/**
 * Test whether a hash might be present in a Split Block Bloom Filter.
 * False positives are possible; false negatives are not.
 *
 * @param {Uint32Array} blocks bloom filter words (8 * numBlocks long)
 * @param {bigint} hash 64-bit xxhash of the parquet-plain-encoded value
 * @returns {boolean}
 */
function sbbfContains(blocks, hash) {
  const offset = blockIndex(hash, blocks.length >> 3) << 3
  const m = blockMask(hash)
  for (let i = 0; i < 8; i++) {
    if ((blocks[offset + i] & m[i]) === 0) return false
  }
  return true
}

/**
 * Parse a Split Block Bloom Filter from a reader positioned at the BloomFilterHeader.
 * Returns undefined when the header advertises an unsupported algorithm, hash, or
 * compression — callers should treat that as "cannot use this bloom filter."
 *
 * @param {DataReader} reader
 * @returns {BloomFilter | undefined}
 */
function readBloomFilter(reader) {
  const header = (0,src_thrift/* deserializeTCompactProtocol */.Tn)(reader)
  const numBytes = header.field_1
  if (typeof numBytes !== 'number' || numBytes <= 0 || numBytes % 32 !== 0) return undefined
  // BloomFilterAlgorithm / Hash / Compression are unions with a single supported variant each.
  if (!header.field_2?.field_1) return undefined // algorithm must be BLOCK
  if (!header.field_3?.field_1) return undefined // hash must be XXHASH
  if (!header.field_4?.field_1) return undefined // compression must be UNCOMPRESSED

  const { view, offset } = reader
  if (offset + numBytes > view.byteLength) {
    throw new Error(`parquet bloom filter truncated: need ${numBytes} bytes, have ${view.byteLength - offset}`)
  }
  // Reader offset is not 4-aligned in general, and we want endian-portable reads.
  const blocks = new Uint32Array(numBytes >> 2)
  for (let i = 0; i < blocks.length; i++) {
    blocks[i] = view.getUint32(offset + i * 4, true)
  }
  reader.offset = offset + numBytes
  return { numBytes, blocks }
}

/**
 * Hash a JS filter value as its parquet PLAIN-encoded bytes, suitable for a
 * bloom filter lookup. Returns undefined when the column's parser is lossy or
 * ambiguous (DATE, TIMESTAMP_*, DECIMAL, JSON, BSON, INT96, FLOAT16, UUID,
 * GEOMETRY, GEOGRAPHY, INTERVAL) or when the JS value type doesn't match the
 * column. Callers must treat undefined as "bloom filter cannot help."
 *
 * @param {any} value
 * @param {SchemaElement} element
 * @returns {bigint | undefined}
 */
function hashParquetValue(value, element) {
  if (value === null || value === undefined) return undefined
  const { type, converted_type, logical_type } = element

  if (type === 'BOOLEAN') {
    if (typeof value !== 'boolean') return undefined
    return xxhash64(new Uint8Array([value ? 1 : 0]))
  }

  if (type === 'FLOAT') {
    if (typeof value !== 'number') return undefined
    const buf = new ArrayBuffer(4)
    new DataView(buf).setFloat32(0, value, true)
    return xxhash64(new Uint8Array(buf))
  }

  if (type === 'DOUBLE') {
    if (typeof value !== 'number') return undefined
    const buf = new ArrayBuffer(8)
    new DataView(buf).setFloat64(0, value, true)
    return xxhash64(new Uint8Array(buf))
  }

  if (type === 'INT32') {
    if (converted_type === 'DATE' || converted_type === 'DECIMAL' || converted_type === 'TIME_MILLIS') return undefined
    if (logical_type?.type === 'DATE' || logical_type?.type === 'TIME' || logical_type?.type === 'DECIMAL') return undefined
    if (typeof value !== 'number' || !Number.isInteger(value)) return undefined
    const buf = new ArrayBuffer(4)
    new DataView(buf).setInt32(0, value | 0, true)
    return xxhash64(new Uint8Array(buf))
  }

  if (type === 'INT64') {
    if (converted_type === 'TIMESTAMP_MILLIS' || converted_type === 'TIMESTAMP_MICROS') return undefined
    if (converted_type === 'TIME_MICROS' || converted_type === 'DECIMAL') return undefined
    if (logical_type?.type === 'TIMESTAMP' || logical_type?.type === 'TIME' || logical_type?.type === 'DECIMAL') return undefined
    let bigValue
    if (typeof value === 'bigint') bigValue = value
    else if (typeof value === 'number' && Number.isSafeInteger(value)) bigValue = BigInt(value)
    else return undefined
    const buf = new ArrayBuffer(8)
    new DataView(buf).setBigUint64(0, BigInt.asUintN(64, bigValue), true)
    return xxhash64(new Uint8Array(buf))
  }

  if (type === 'BYTE_ARRAY') {
    if (converted_type === 'JSON' || converted_type === 'BSON' || converted_type === 'DECIMAL') return undefined
    if (logical_type?.type === 'JSON' || logical_type?.type === 'BSON' || logical_type?.type === 'VARIANT') return undefined
    if (logical_type?.type === 'GEOMETRY' || logical_type?.type === 'GEOGRAPHY') return undefined
    if (typeof value === 'string') return xxhash64(textEncoder.encode(value))
    if (value instanceof Uint8Array) return xxhash64(value)
    return undefined
  }

  if (type === 'FIXED_LEN_BYTE_ARRAY') {
    if (converted_type === 'DECIMAL' || converted_type === 'INTERVAL') return undefined
    if (logical_type?.type === 'DECIMAL' || logical_type?.type === 'UUID' || logical_type?.type === 'FLOAT16') return undefined
    if (logical_type?.type === 'GEOMETRY' || logical_type?.type === 'GEOGRAPHY') return undefined
    if (value instanceof Uint8Array) return xxhash64(value)
    return undefined
  }

  // INT96 deprecated, or type missing on group columns
  return undefined
}

/**
 * Top-level column names that appear in $eq or $in predicates within a filter.
 * These are the only columns where a bloom filter can prove a value's absence
 * and let us skip a row group; any other operator can't be helped by a bloom.
 *
 * @param {ParquetQueryFilter | undefined} filter
 * @returns {Set<string>}
 */
function bloomEligibleColumns(filter) {
  /** @type {Set<string>} */
  const out = new Set()
  walkBloomEligible(filter, out)
  return out
}

/**
 * @param {ParquetQueryFilter | undefined} filter
 * @param {Set<string>} out
 */
function walkBloomEligible(filter, out) {
  if (!filter) return
  if ('$and' in filter && Array.isArray(filter.$and)) {
    for (const sub of filter.$and) walkBloomEligible(sub, out)
    return
  }
  if ('$or' in filter && Array.isArray(filter.$or)) {
    for (const sub of filter.$or) walkBloomEligible(sub, out)
    return
  }
  // $nor would need to prove presence, not absence — bloom can't help.
  if ('$nor' in filter) return
  for (const [field, condition] of Object.entries(filter)) {
    if (field.startsWith('$')) continue
    if (typeof condition === 'object' && condition !== null && !Array.isArray(condition)) {
      if ('$eq' in condition || '$in' in condition) out.add(field)
    } else {
      // primitive / null / array condition is an implicit $eq
      out.add(field)
    }
  }
}

;// CONCATENATED MODULE: ./node_modules/hyparquet/src/utils.js
/**
 * @import {AsyncBuffer, Awaitable, DecodedArray} from '../src/types.js'
 */



/**
 * Replace bigint, date, etc with legal JSON types.
 *
 * @param {any} obj object to convert
 * @returns {unknown} converted object
 */
function toJson(obj) {
  if (obj === undefined) return null
  if (typeof obj === 'bigint') return Number(obj)
  if (Object.is(obj, -0)) return 0
  if (Array.isArray(obj)) return obj.map(toJson)
  if (obj instanceof Uint8Array) return Array.from(obj)
  if (obj instanceof Date) return obj.toISOString()
  if (obj instanceof Object) {
    /** @type {Record<string, unknown>} */
    const newObj = {}
    for (const key of Object.keys(obj)) {
      if (obj[key] === undefined) continue
      newObj[key] = toJson(obj[key])
    }
    return newObj
  }
  return obj
}

/**
 * Concatenate two arrays fast.
 *
 * @param {any[]} aaa
 * @param {DecodedArray} bbb
 */
function utils_concat(aaa, bbb) {
  const chunk = 10000
  for (let i = 0; i < bbb.length; i += chunk) {
    aaa.push(...bbb.slice(i, i + chunk))
  }
}

/**
 * Deep equality.
 *
 * @param {any} a
 * @param {any} b
 * @param {boolean} [strict]
 * @returns {boolean}
 */
function equals(a, b, strict = true) {
  // eslint-disable-next-line eqeqeq
  if (strict ? a === b : a == b) return true
  if (!a || !b || typeof a !== 'object' || typeof b !== 'object') return false

  if (a instanceof Uint8Array && b instanceof Uint8Array) {
    if (a.length !== b.length) return false
    for (let i = 0; i < a.length; i++) {
      if (a[i] !== b[i]) return false
    }
    return true
  }
  if (a instanceof Date || b instanceof Date) {
    return a instanceof Date && b instanceof Date && a.getTime() === b.getTime()
  }
  if (Array.isArray(a) && Array.isArray(b)) {
    if (a.length !== b.length) return false
    for (let i = 0; i < a.length; i++) {
      if (!equals(a[i], b[i], strict)) return false
    }
    return true
  }

  const aKeys = Object.keys(a)
  if (aKeys.length !== Object.keys(b).length) return false
  for (const k of aKeys) {
    if (!equals(a[k], b[k], strict)) return false
  }
  return true
}

/**
 * Get the byte length using fetch with a ranged GET request.
 * Aborts the request if server returns 200 instead of 206.
 *
 * @param {string} url
 * @param {RequestInit} [requestInit] fetch options
 * @param {typeof globalThis.fetch} [fetchFn] fetch function to use
 * @returns {Promise<number>}
 */
async function byteLengthFromUrlUsingGet(url, requestInit = {}, fetchFn = globalThis.fetch) {
  const controller = new AbortController()
  const headers = new Headers(requestInit.headers)
  headers.set('Range', 'bytes=0-0')

  const res = await fetchFn(url, {
    ...requestInit,
    headers,
    signal: controller.signal,
  })

  if (!res.ok) throw new Error(`fetch with range failed ${res.status}`)

  // Server supports Range requests (206 Partial Content)
  if (res.status === 206) {
    const contentRange = res.headers.get('Content-Range')
    if (!contentRange) throw new Error('missing content-range header')

    // Parse "bytes 0-0/9446073" to get total length
    const match = contentRange.match(/bytes \d+-\d+\/(\d+)/)
    if (!match) throw new Error(`invalid content-range header: ${contentRange}`)

    return parseInt(match[1])
  }

  // Server ignored Range and returned 200 - get Content-Length and abort request
  if (res.status === 200) {
    const contentLength = res.headers.get('Content-Length')

    // Abort the request to stop any ongoing download
    controller.abort()

    if (contentLength) return parseInt(contentLength)
  }

  throw new Error('server does not support range requests and missing content-length')
}

/**
 * Get the byte length of a URL using a HEAD request.
 * If HEAD fails with 403 (e.g., with signed S3 URLs), falls back to a ranged GET request.
 * If HEAD succeeds but Content-Length is missing, falls back to GET with range.
 * If requestInit is provided, it will be passed to fetch.
 *
 * @param {string} url
 * @param {RequestInit} [requestInit] fetch options
 * @param {typeof globalThis.fetch} [customFetch] fetch function to use
 * @returns {Promise<number>}
 */
async function byteLengthFromUrl(url, requestInit, customFetch) {
  const fetch = customFetch ?? globalThis.fetch
  const res = await fetch(url, { ...requestInit, method: 'HEAD' })

  // If HEAD request is forbidden (common with signed S3 URLs), try GET with range
  if (res.status === 403) {
    return byteLengthFromUrlUsingGet(url, requestInit, fetch)
  }

  if (!res.ok) throw new Error(`fetch head failed ${res.status}`)
  const length = res.headers.get('Content-Length')
  // If Content-Length is missing from HEAD, fallback to GET with range
  if (!length) {
    return byteLengthFromUrlUsingGet(url, requestInit, fetch)
  }
  return parseInt(length)
}

/**
 * Construct an AsyncBuffer for a URL.
 * If byteLength is not provided, will make a HEAD request to get the file size.
 * If fetch is provided, it will be used instead of the global fetch.
 * If requestInit is provided, it will be passed to fetch.
 *
 * @param {object} options
 * @param {string} options.url
 * @param {number} [options.byteLength]
 * @param {typeof globalThis.fetch} [options.fetch] fetch function to use
 * @param {RequestInit} [options.requestInit]
 * @returns {Promise<AsyncBuffer>}
 */
async function asyncBufferFromUrl({ url, byteLength, requestInit, fetch: customFetch }) {
  if (!url) throw new Error('missing url')
  const fetch = customFetch ?? globalThis.fetch
  // byte length from HEAD request
  byteLength ??= await byteLengthFromUrl(url, requestInit, fetch)

  /**
   * A promise for the whole buffer, if range requests are not supported.
   * @type {Promise<ArrayBuffer>|undefined}
   */
  let buffer = undefined
  const init = requestInit || {}

  return {
    byteLength,
    async slice(start, end) {
      if (buffer) {
        return buffer.then(buffer => buffer.slice(start, end))
      }

      const headers = new Headers(init.headers)
      const endStr = end === undefined ? '' : end - 1
      headers.set('Range', `bytes=${start}-${endStr}`)

      const res = await fetch(url, { ...init, headers })
      if (!res.ok || !res.body) throw new Error(`fetch failed ${res.status}`)

      if (res.status === 200) {
        // Endpoint does not support range requests and returned the whole object
        buffer = res.arrayBuffer()
        return buffer.then(buffer => buffer.slice(start, end))
      } else if (res.status === 206) {
        // The endpoint supports range requests and sent us the requested range
        return res.arrayBuffer()
      } else {
        throw new Error(`fetch received unexpected status code ${res.status}`)
      }
    },
  }
}

/**
 * Returns a cached layer on top of an AsyncBuffer. For caching slices of a file
 * that are read multiple times, possibly over a network.
 *
 * @param {AsyncBuffer} file file-like object to cache
 * @param {{ minSize?: number }} [options]
 * @returns {AsyncBuffer} cached file-like object
 */
function cachedAsyncBuffer({ byteLength, slice }, { minSize = defaultInitialFetchSize } = {}) {
  if (byteLength < minSize) {
    // Cache whole file if it's small
    const buffer = slice(0, byteLength)
    return {
      byteLength,
      async slice(start, end) {
        return (await buffer).slice(start, end)
      },
    }
  }
  const cache = new Map()
  return {
    byteLength,
    /**
     * @param {number} start
     * @param {number} [end]
     * @returns {Awaitable<ArrayBuffer>}
     */
    slice(start, end) {
      const key = cacheKey(start, end, byteLength)
      const cached = cache.get(key)
      if (cached) return cached
      // cache miss, read from file
      const promise = slice(start, end)
      cache.set(key, promise)
      return promise
    },
  }
}


/**
 * Returns canonical cache key for a byte range 'start,end'.
 * Normalize int-range and suffix-range requests to the same key.
 *
 * @param {number} start start byte of range
 * @param {number} [end] end byte of range, or undefined for suffix range
 * @param {number} [size] size of file, or undefined for suffix range
 * @returns {string}
 */
function cacheKey(start, end, size) {
  if (start < 0) {
    if (end !== undefined) throw new Error(`invalid suffix range [${start}, ${end}]`)
    if (size === undefined) return `${start},`
    return `${size + start},${size}`
  } else if (end !== undefined) {
    if (start > end) throw new Error(`invalid empty range [${start}, ${end}]`)
    return `${start},${end}`
  } else if (size === undefined) {
    return `${start},`
  } else {
    return `${start},${size}`
  }
}

/**
 * Flatten a list of lists into a single list.
 *
 * @param {DecodedArray[]} [chunks]
 * @returns {DecodedArray}
 */
function utils_flatten(chunks) {
  if (!chunks) return []
  if (chunks.length === 1) return chunks[0]
  /** @type {any[]} */
  const output = []
  for (const chunk of chunks) {
    utils_concat(output, chunk)
  }
  return output
}

;// CONCATENATED MODULE: ./node_modules/hyparquet/src/filter.js
/**
 * @import {BloomFilter, ColumnPageStats, PageRanges, ParquetQueryFilter, RowGroup, SchemaElement} from '../src/types.js'
 */




const encoder = new TextEncoder()

/**
 * Returns the physical leaf paths referenced by a filter.
 *
 * @param {ParquetQueryFilter} [filter]
 * @returns {string[]}
 */
function pathsNeededForFilter(filter) {
  if (!filter) return []
  /** @type {string[]} */
  const paths = []
  if ('$and' in filter && Array.isArray(filter.$and)) {
    paths.push(...filter.$and.flatMap(pathsNeededForFilter))
  } else if ('$or' in filter && Array.isArray(filter.$or)) {
    paths.push(...filter.$or.flatMap(pathsNeededForFilter))
  } else if ('$nor' in filter && Array.isArray(filter.$nor)) {
    paths.push(...filter.$nor.flatMap(pathsNeededForFilter))
  } else {
    paths.push(...Object.keys(filter))
  }
  return [...new Set(paths)]
}

/**
 * Returns an array of top-level column names needed to evaluate the filter.
 *
 * @param {ParquetQueryFilter} [filter]
 * @returns {string[]}
 */
function filter_columnsNeededForFilter(filter) {
  return [...new Set(pathsNeededForFilter(filter).map(path => path.split('.')[0]))]
}

/**
 * Match a record against a query filter
 *
 * @param {Record<string, any>} record
 * @param {ParquetQueryFilter} filter
 * @param {boolean} [strict]
 * @returns {boolean}
 */
function matchFilter(record, filter, strict = true) {
  if ('$and' in filter && Array.isArray(filter.$and)) {
    return filter.$and.every(subQuery => matchFilter(record, subQuery, strict))
  }
  if ('$or' in filter && Array.isArray(filter.$or)) {
    return filter.$or.some(subQuery => matchFilter(record, subQuery, strict))
  }
  if ('$nor' in filter && Array.isArray(filter.$nor)) {
    return !filter.$nor.some(subQuery => matchFilter(record, subQuery, strict))
  }

  return Object.entries(filter).every(([field, condition]) => {
    const value = resolve(record, field)

    // implicit $eq for non-object conditions
    if (typeof condition !== 'object' || condition === null || Array.isArray(condition)) {
      return equals(value, condition, strict)
    }

    return Object.entries(condition || {}).every(([operator, target]) => {
      if (operator === '$gt') return value !== null && value !== undefined && value > target
      if (operator === '$gte') return value !== null && value !== undefined && value >= target
      if (operator === '$lt') return value !== null && value !== undefined && value < target
      if (operator === '$lte') return value !== null && value !== undefined && value <= target
      if (operator === '$eq') return equals(value, target, strict)
      if (operator === '$ne') return !equals(value, target, strict)
      if (operator === '$in') return Array.isArray(target) && matchesIn(value, target, strict)
      if (operator === '$nin') return Array.isArray(target) && !matchesIn(value, target, strict)
      // value is already resolved, so re-wrap it under a plain key. Reusing
      // field would send a dotted path back through resolve and lose the value.
      if (operator === '$not') return !matchFilter({ value }, { value: target }, strict)
      return true
    })
  })
}

/**
 * Match a value or one of its immediate array elements against a list.
 *
 * @param {any} value
 * @param {any[]} targets
 * @param {boolean} strict
 * @returns {boolean}
 */
function matchesIn(value, targets, strict) {
  return targets.some(target =>
    equals(value, target, strict) ||
    Array.isArray(value) && value.some(element => equals(element, target, strict)))
}

/**
 * Check if a row group can be skipped based on filter and column statistics,
 * optionally consulting per-column bloom filters for equality predicates that
 * statistics can't decide.
 *
 * @param {object} options
 * @param {RowGroup} options.rowGroup
 * @param {string[]} options.physicalColumns
 * @param {ParquetQueryFilter | undefined} options.filter
 * @param {boolean} [options.strict]
 * @param {Record<string, BloomFilter>} [options.bloomFilters] keyed by filter path
 * @param {Record<string, SchemaElement>} [options.schemaElements] keyed by physical leaf path
 * @returns {boolean} true if the row group can be skipped
 */
function canSkipRowGroup({ rowGroup, physicalColumns, filter, strict = true, bloomFilters, schemaElements }) {
  if (!filter) return false

  // Handle logical operators
  if ('$and' in filter && Array.isArray(filter.$and)) {
    // For AND, we can skip if ANY condition allows skipping
    return filter.$and.some(subFilter => canSkipRowGroup({ rowGroup, physicalColumns, filter: subFilter, strict, bloomFilters, schemaElements }))
  }
  if ('$or' in filter && Array.isArray(filter.$or)) {
    // For OR, we can skip only if ALL conditions allow skipping
    return filter.$or.every(subFilter => canSkipRowGroup({ rowGroup, physicalColumns, filter: subFilter, strict, bloomFilters, schemaElements }))
  }
  if ('$nor' in filter && Array.isArray(filter.$nor)) {
    // For NOR, we can skip if none of the conditions allow skipping
    // This is complex, so we'll be conservative and not skip
    return false
  }

  // Check column filters
  for (const [field, condition] of Object.entries(filter)) {
    // Find the column chunk for this field
    const columnIndex = physicalColumns.indexOf(field)
    if (columnIndex === -1) continue

    const stats = rowGroup.columns[columnIndex].meta_data?.statistics
    const { min, max, min_value, max_value, null_count: nullCount } = stats || {}
    const minVal = min_value !== undefined ? min_value : min
    const maxVal = max_value !== undefined ? max_value : max
    const haveStats = minVal !== undefined && maxVal !== undefined

    const bloom = bloomFilters?.[field]
    const element = schemaElements?.[field]
    const matchingNulls = matchFilter({ value: null }, { value: condition }, strict) &&
      (nullCount === undefined || nullCount > 0)

    if (haveStats && !matchingNulls && canSkipStats(condition, minVal, maxVal, strict, element)) {
      return true
    }

    // Handle operators
    for (const [operator, target] of Object.entries(condition || {})) {
      // Bloom-filter skipping for equality predicates (proves absence, never presence)
      if (bloom && element) {
        if (operator === '$eq') {
          const hash = hashParquetValue(target, element)
          if (hash !== undefined && !sbbfContains(bloom.blocks, hash)) return true
        }
        if (operator === '$in' && Array.isArray(target) && target.length > 0) {
          let allAbsent = true
          for (const v of target) {
            const h = hashParquetValue(v, element)
            if (h === undefined || sbbfContains(bloom.blocks, h)) {
              allAbsent = false
              break
            }
          }
          if (allAbsent) return true
        }
      }
    }
  }

  return false
}

/**
 * Check if a page value range [minVal, maxVal] provably contains no value
 * matching the operator conditions.
 *
 * @param {any} condition operator object like { $gt: 5 }
 * @param {any} minVal lower bound (may be truncated, still a valid bound)
 * @param {any} maxVal upper bound (may be truncated, still a valid bound)
 * @param {boolean} strict
 * @param {SchemaElement} [element] physical schema element for the bounds
 * @returns {boolean} true if no value in the range can match
 */
function canSkipStats(condition, minVal, maxVal, strict, element) {
  if (minVal === undefined || maxVal === undefined) return false
  const mayContainNaN = element?.type === 'FLOAT' || element?.type === 'DOUBLE' || element?.logical_type?.type === 'FLOAT16'
  for (const [operator, target] of Object.entries(condition || {})) {
    const minComparison = compareParquetValues(minVal, target, strict, element)
    const maxComparison = compareParquetValues(maxVal, target, strict, element)
    // Row filtering uses JavaScript relational operators. For non-ASCII
    // strings their UTF-16 order can differ from Parquet's UTF-8 index order,
    // and binary values are string-coerced rather than byte-compared, so those
    // min/max bounds cannot safely prove a relational predicate impossible.
    const binaryBounds = minVal instanceof Uint8Array || maxVal instanceof Uint8Array
    const relationalBoundsAreSafe = !binaryBounds && (element?.type !== 'BYTE_ARRAY' ||
      typeof target === 'string' && [...target].every(character => character.charCodeAt(0) <= 0x7f))
    if (operator === '$gt' && relationalBoundsAreSafe && maxComparison !== undefined && maxComparison <= 0) return true
    if (operator === '$gte' && relationalBoundsAreSafe && maxComparison !== undefined && maxComparison < 0) return true
    if (operator === '$lt' && relationalBoundsAreSafe && minComparison !== undefined && minComparison >= 0) return true
    if (operator === '$lte' && relationalBoundsAreSafe && minComparison !== undefined && minComparison > 0) return true
    if (operator === '$eq') {
      const targetMinComparison = compareParquetValues(target, minVal, strict, element)
      const targetMaxComparison = compareParquetValues(target, maxVal, strict, element)
      if (targetMinComparison !== undefined && targetMinComparison < 0 ||
          targetMaxComparison !== undefined && targetMaxComparison > 0) return true
    }
    if (operator === '$ne' && !mayContainNaN && equals(minVal, maxVal, strict) && equals(minVal, target, strict)) return true
    if (operator === '$in' && Array.isArray(target) && target.every(value => {
      const valueMinComparison = compareParquetValues(value, minVal, strict, element)
      const valueMaxComparison = compareParquetValues(value, maxVal, strict, element)
      return valueMinComparison !== undefined && valueMinComparison < 0 ||
        valueMaxComparison !== undefined && valueMaxComparison > 0
    })) return true
    if (operator === '$nin' && !mayContainNaN && Array.isArray(target) && equals(minVal, maxVal, strict) && target.some(value => equals(minVal, value, strict))) return true
  }
  return false
}

/**
 * Compare values using Parquet's unsigned lexicographic ordering for binary
 * values. Returns undefined when values do not have a safely comparable order.
 *
 * @param {any} a
 * @param {any} b
 * @param {boolean} strict
 * @param {SchemaElement} [element]
 * @returns {-1 | 0 | 1 | undefined}
 */
function compareParquetValues(a, b, strict, element) {
  // BYTE_ARRAY values are decoded as UTF-8 strings by the default parser even
  // without an explicit UTF8/STRING annotation.
  if (element?.type === 'BYTE_ARRAY') {
    if (typeof a !== 'string' || typeof b !== 'string') return undefined
    return compareBytes(encoder.encode(a), encoder.encode(b))
  }
  if (a instanceof Uint8Array || b instanceof Uint8Array) {
    if (!(a instanceof Uint8Array) || !(b instanceof Uint8Array)) return undefined
    return compareBytes(a, b)
  }
  if (a < b) return -1
  if (a > b) return 1
  if (equals(a, b, strict)) return 0
  return undefined
}

/**
 * @param {Uint8Array} a
 * @param {Uint8Array} b
 * @returns {-1 | 0 | 1}
 */
function compareBytes(a, b) {
  const length = Math.min(a.length, b.length)
  for (let i = 0; i < length; i++) {
    if (a[i] < b[i]) return -1
    if (a[i] > b[i]) return 1
  }
  if (a.length < b.length) return -1
  if (a.length > b.length) return 1
  return 0
}

/**
 * Check whether the filter condition accepts a null value.
 *
 * @param {any} condition
 * @param {boolean} strict
 * @returns {boolean}
 */
function matchesNull(condition, strict) {
  return matchFilter({ value: null }, { value: condition }, strict)
}

/**
 * Compute candidate row ranges within a row group that could match the filter,
 * based on per-page column index statistics.
 *
 * Returns sorted disjoint [start, end) row ranges relative to the group.
 * An empty array means the filter provably matches no rows in the group.
 * Returns undefined when the page statistics give no pruning information
 * (the caller must read the whole selection).
 *
 * @param {ParquetQueryFilter | undefined} filter
 * @param {Record<string, ColumnPageStats>} columnPages keyed by physical leaf path
 * @param {number} groupRows number of rows in the row group
 * @param {boolean} [strict]
 * @returns {PageRanges | undefined}
 */
function filterPageRanges(filter, columnPages, groupRows, strict = true) {
  if (!filter) return undefined
  if ('$and' in filter && Array.isArray(filter.$and)) {
    /** @type {PageRanges | undefined} */
    let ranges
    for (const subFilter of filter.$and) {
      ranges = intersectRanges(ranges, filterPageRanges(subFilter, columnPages, groupRows, strict))
    }
    return ranges
  }
  if ('$or' in filter && Array.isArray(filter.$or)) {
    /** @type {PageRanges} */
    let ranges = []
    for (const subFilter of filter.$or) {
      const subRanges = filterPageRanges(subFilter, columnPages, groupRows, strict)
      // any un-prunable branch could match anywhere
      if (!subRanges) return undefined
      ranges = unionRanges(ranges, subRanges)
    }
    return ranges
  }
  if ('$nor' in filter && Array.isArray(filter.$nor)) {
    // Conservative: negations cannot be pruned by min/max bounds
    return undefined
  }

  // Column conditions: all fields must match, so intersect their ranges
  /** @type {PageRanges | undefined} */
  let result
  for (const [field, condition] of Object.entries(filter)) {
    const pages = columnPages[field]
    if (!pages) continue
    const nullCanMatch = matchesNull(condition, strict)
    /** @type {PageRanges} */
    const keep = []
    for (let i = 0; i < pages.pageStarts.length; i++) {
      const start = pages.pageStarts[i]
      const end = i + 1 < pages.pageStarts.length ? pages.pageStarts[i + 1] : groupRows
      const nullCount = pages.nullCounts?.[i]
      // Keep pages with matching nulls, including pages whose null presence is
      // unknown because the optional null_counts index field was omitted.
      const matchingNulls = nullCanMatch && (nullCount === undefined || nullCount > 0)
      const skip = !pages.nullPages[i] && !matchingNulls &&
        canSkipStats(condition, pages.minValues[i], pages.maxValues[i], strict, pages.element)
      if (!skip) {
        const last = keep[keep.length - 1]
        if (last && last[1] === start) last[1] = end
        else keep.push([start, end])
      }
    }
    result = intersectRanges(result, keep)
  }
  return result
}

/**
 * Intersect two sets of sorted disjoint ranges. Undefined means "everything".
 *
 * @param {PageRanges | undefined} a
 * @param {PageRanges | undefined} b
 * @returns {PageRanges | undefined}
 */
function intersectRanges(a, b) {
  if (!a) return b
  if (!b) return a
  /** @type {PageRanges} */
  const out = []
  let i = 0
  let j = 0
  while (i < a.length && j < b.length) {
    const start = Math.max(a[i][0], b[j][0])
    const end = Math.min(a[i][1], b[j][1])
    if (start < end) out.push([start, end])
    if (a[i][1] < b[j][1]) i++
    else j++
  }
  return out
}

/**
 * Union two sets of sorted disjoint ranges.
 *
 * @param {PageRanges} a
 * @param {PageRanges} b
 * @returns {PageRanges}
 */
function unionRanges(a, b) {
  /** @type {PageRanges} */
  const out = []
  let i = 0
  let j = 0
  while (i < a.length || j < b.length) {
    const next = j >= b.length || i < a.length && a[i][0] <= b[j][0] ? a[i++] : b[j++]
    const last = out[out.length - 1]
    if (last && next[0] <= last[1]) last[1] = Math.max(last[1], next[1])
    else out.push([next[0], next[1]])
  }
  return out
}

/**
 * Resolve a dot-notation path to a value in a nested object.
 *
 * @param {Record<string, any>} record
 * @param {string} path
 * @returns {any}
 */
function resolve(record, path) {
  let value = record
  for (const part of path.split('.')) {
    value = value?.[part]
  }
  return value
}

// EXTERNAL MODULE: ./node_modules/hyparquet/src/schema.js
var src_schema = __nccwpck_require__(286);
// EXTERNAL MODULE: ./node_modules/hyparquet/src/convert.js + 1 modules
var convert = __nccwpck_require__(234);
;// CONCATENATED MODULE: ./node_modules/hyparquet/src/variant.js


/**
 * @import {DataReader, ParquetParsers, VariantMetadata} from '../src/types.js'
 */

const decoder = new TextDecoder()
/** @type {WeakMap<object, Map<string, VariantMetadata>>} */
const metadataCache = new WeakMap()

/**
 * Recursively decode variant structs into native values.
 *
 * @param {any} value
 * @param {ParquetParsers} [parsers]
 * @returns {any}
 */
function decodeVariantColumn(value, parsers = convert/* DEFAULT_PARSERS */.Rc) {
  if (Array.isArray(value)) {
    return value.map(entry => decodeVariantColumn(entry, parsers))
  }
  if (typeof value !== 'object') return value

  if ('metadata' in value) {
    const metadata = parseVariantMetadata(value.metadata)

    // Decode shredded fields from typed_value
    const shreddedFields = value.typed_value && decodeTypedValue(value.typed_value, metadata, parsers)

    // Decode binary value (may contain additional fields for partially shredded objects)
    const binaryValue = value.value && readVariant(makeReader(value.value), metadata, parsers)

    // Merge shredded and binary values for partially shredded objects
    if (shreddedFields && binaryValue) {
      return { ...binaryValue, ...shreddedFields }
    }
    return shreddedFields ?? binaryValue
  }

  return value
}

/**
 * Decode a shredded variant typed_value field.
 *
 * @param {any} typedValue
 * @param {VariantMetadata} metadata
 * @param {ParquetParsers} parsers
 * @returns {any}
 */
function decodeTypedValue(typedValue, metadata, parsers) {
  if (typedValue instanceof Date) return typedValue

  // Handle {typed_value, value} wrapper - unwrap and recurse
  if (typedValue && typeof typedValue === 'object' && !Array.isArray(typedValue) && !(typedValue instanceof Uint8Array)) {
    if ('typed_value' in typedValue && typedValue.typed_value !== null && typedValue.typed_value !== undefined) {
      return decodeTypedValue(typedValue.typed_value, metadata, parsers)
    }
    if ('value' in typedValue && typedValue.value instanceof Uint8Array) {
      return readVariant(makeReader(typedValue.value), metadata, parsers)
    }
    if ('typed_value' in typedValue || 'value' in typedValue) {
      // both null/missing → field is null
      return null
    }
    // Shredded object: each field value gets decoded
    /** @type {Record<string, any>} */
    const result = {}
    for (const [key, field] of Object.entries(typedValue)) {
      if (!metadata.dictionary.includes(key)) continue
      result[key] = decodeTypedValue(field, metadata, parsers)
    }
    return result
  }

  // Uint8Array: decode as binary variant
  if (typedValue instanceof Uint8Array) {
    return readVariant(makeReader(typedValue), metadata, parsers)
  }

  // Arrays
  if (Array.isArray(typedValue)) {
    return typedValue.map(element => decodeTypedValue(element, metadata, parsers))
  }

  return typedValue
}

/**
 * @param {Uint8Array} bytes
 * @returns {DataReader}
 */
function makeReader(bytes) {
  return { view: new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength), offset: 0 }
}

/**
 * Parse and cache variant metadata dictionary.
 *
 * @param {Uint8Array} bytes
 * @returns {VariantMetadata}
 */
function parseVariantMetadata(bytes) {
  let bufferCache = metadataCache.get(bytes.buffer)
  if (!bufferCache) {
    bufferCache = new Map()
    metadataCache.set(bytes.buffer, bufferCache)
  }
  const key = `${bytes.byteOffset}:${bytes.byteLength}`
  const cached = bufferCache.get(key)
  if (cached) return cached

  const reader = makeReader(bytes)
  const header = reader.view.getUint8(reader.offset++)
  const version = header & 0x0f
  if (version !== 1) throw new Error(`parquet unsupported variant metadata version: ${version}`)
  const sorted = (header >> 4 & 0x1) === 1
  const offsetSize = (header >> 6 & 0x3) + 1

  const dictionarySize = readUnsigned(reader, offsetSize)

  const offsets = new Array(dictionarySize + 1)
  for (let i = 0; i < offsets.length; i++) {
    offsets[i] = readUnsigned(reader, offsetSize)
  }

  const base = reader.offset
  const dictionary = new Array(dictionarySize)
  for (let i = 0; i < dictionarySize; i++) {
    const start = offsets[i]
    const end = offsets[i + 1]
    const strBytes = new Uint8Array(bytes.buffer, bytes.byteOffset + base + start, end - start)
    dictionary[i] = decoder.decode(strBytes)
  }

  const metadata = { dictionary, sorted }
  bufferCache.set(key, metadata)
  return metadata
}

/**
 * @param {DataReader} reader
 * @param {number} byteWidth
 * @returns {number}
 */
function readUnsigned(reader, byteWidth) {
  let value = 0
  for (let i = 0; i < byteWidth; i++) {
    value |= reader.view.getUint8(reader.offset + i) << i * 8
  }
  reader.offset += byteWidth
  return value
}

/**
 * @param {DataReader} reader
 * @param {VariantMetadata} metadata
 * @param {ParquetParsers} parsers
 * @returns {any}
 */
function readVariant(reader, metadata, parsers) {
  const typeByte = reader.view.getUint8(reader.offset++)
  const basicType = typeByte & 0x3
  const header = typeByte >> 2
  if (basicType === 0) return readVariantPrimitive(reader, header, parsers)
  if (basicType === 2) return readVariantObject(reader, header, metadata, parsers)
  if (basicType === 3) return readVariantArray(reader, header, metadata, parsers)
  // else short string
  const bytes = new Uint8Array(reader.view.buffer, reader.view.byteOffset + reader.offset, header)
  reader.offset += header
  return decoder.decode(bytes)
}

/**
 * @param {DataReader} reader
 * @param {number} typeId
 * @param {ParquetParsers} parsers
 * @returns {any}
 */
function readVariantPrimitive(reader, typeId, parsers) {
  switch (typeId) {
  case 0: return null
  case 1: return true
  case 2: return false
  case 3: {
    const value = reader.view.getInt8(reader.offset)
    reader.offset += 1
    return value
  }
  case 4: {
    const value = reader.view.getInt16(reader.offset, true)
    reader.offset += 2
    return value
  }
  case 5: {
    const value = reader.view.getInt32(reader.offset, true)
    reader.offset += 4
    return value
  }
  case 6: {
    const value = reader.view.getBigInt64(reader.offset, true)
    reader.offset += 8
    return value
  }
  case 7: {
    const value = reader.view.getFloat64(reader.offset, true)
    reader.offset += 8
    return value
  }
  case 8:
    return readVariantDecimal(reader, 4)
  case 9:
    return readVariantDecimal(reader, 8)
  case 10:
    return readVariantDecimal(reader, 16)
  case 11: {
    const value = reader.view.getInt32(reader.offset, true)
    reader.offset += 4
    return parsers.dateFromDays(value)
  }
  case 12: // timestamp_micros (utc)
  case 13: { // timestamp_micros_ntz (no timezone)
    const value = reader.view.getBigInt64(reader.offset, true)
    reader.offset += 8
    return parsers.timestampFromMicroseconds(value)
  }
  case 14: {
    const value = reader.view.getFloat32(reader.offset, true)
    reader.offset += 4
    return value
  }
  case 15:
    return readVariantBinary(reader)
  case 16: {
    const bytes = readVariantBinary(reader)
    return decoder.decode(bytes)
  }
  case 17: {
    // time: microseconds since midnight
    const value = reader.view.getBigInt64(reader.offset, true)
    reader.offset += 8
    return value
  }
  case 18: // timestamp_nanos (utc)
  case 19: { // timestamp_nanos_ntz (no timezone)
    const value = reader.view.getBigInt64(reader.offset, true)
    reader.offset += 8
    return parsers.timestampFromNanoseconds(value)
  }
  case 20: {
    const bytes = new Uint8Array(reader.view.buffer, reader.view.byteOffset + reader.offset, 16)
    reader.offset += 16
    const hex = Array.from(bytes, b => b.toString(16).padStart(2, '0')).join('')
    return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}`
  }
  default:
    throw new Error(`parquet unsupported variant primitive type: ${typeId}`)
  }
}

/**
 * @param {DataReader} reader
 * @param {number} header
 * @param {VariantMetadata} metadata
 * @param {ParquetParsers} parsers
 * @returns {Record<string, any>}
 */
function readVariantObject(reader, header, metadata, parsers) {
  const offsetWidth = (header & 0x3) + 1
  const idWidth = (header >> 2 & 0x3) + 1
  const isLarge = header >> 4 & 0x1
  const numElements = isLarge ? readUnsigned(reader, 4) : reader.view.getUint8(reader.offset++)

  /** @type {number[]} */
  const fieldIds = new Array(numElements)
  for (let i = 0; i < numElements; i++) {
    fieldIds[i] = readUnsigned(reader, idWidth)
  }

  const offsets = new Array(numElements + 1)
  for (let i = 0; i < offsets.length; i++) {
    offsets[i] = readUnsigned(reader, offsetWidth)
  }

  /** @type {Record<string, any>} */
  const out = {}
  for (let i = 0; i < numElements; i++) {
    const key = metadata.dictionary[fieldIds[i]]
    // Read value at the given offset
    const valueReader = {
      view: reader.view,
      offset: reader.offset + offsets[i],
    }
    out[key] = readVariant(valueReader, metadata, parsers)
  }
  reader.offset += offsets[offsets.length - 1]
  return out
}

/**
 * @param {DataReader} reader
 * @param {number} header
 * @param {VariantMetadata} metadata
 * @param {ParquetParsers} parsers
 * @returns {any[]}
 */
function readVariantArray(reader, header, metadata, parsers) {
  const fieldOffsetSize = header & 0x3
  const isLarge = header >> 2 & 0x1
  const offsetWidth = fieldOffsetSize + 1
  const numElements = readUnsigned(reader, isLarge ? 4 : 1)

  const offsets = new Array(numElements + 1)
  for (let i = 0; i < offsets.length; i++) {
    offsets[i] = readUnsigned(reader, offsetWidth)
  }

  const valuesStart = reader.offset
  const result = new Array(numElements)
  for (let i = 0; i < numElements; i++) {
    const valueReader = {
      view: reader.view,
      offset: valuesStart + offsets[i],
    }
    result[i] = readVariant(valueReader, metadata, parsers)
  }
  reader.offset = valuesStart + offsets[offsets.length - 1]
  return result
}

/**
 * @param {DataReader} reader
 * @param {number} width
 * @returns {number}
 */
function readVariantDecimal(reader, width) {
  const scale = reader.view.getUint8(reader.offset)
  reader.offset += 1
  let unscaled
  if (width === 4) {
    unscaled = BigInt(reader.view.getInt32(reader.offset, true))
    reader.offset += 4
  } else if (width === 8) {
    unscaled = reader.view.getBigInt64(reader.offset, true)
    reader.offset += 8
  } else {
    const low = reader.view.getBigUint64(reader.offset, true)
    const high = reader.view.getBigInt64(reader.offset + 8, true)
    unscaled = high << 64n | low
    reader.offset += 16
  }

  return Number(unscaled) * 10 ** -scale
}

/**
 * @param {DataReader} reader
 * @returns {Uint8Array}
 */
function readVariantBinary(reader) {
  const length = reader.view.getUint32(reader.offset, true)
  reader.offset += 4
  const bytes = new Uint8Array(reader.view.buffer, reader.view.byteOffset + reader.offset, length)
  reader.offset += length
  return bytes
}

;// CONCATENATED MODULE: ./node_modules/hyparquet/src/assemble.js



/**
 * Reconstructs a complex nested structure from flat arrays of values and
 * definition and repetition levels, according to Dremel encoding.
 *
 * @param {any[]} output
 * @param {number[] | undefined} definitionLevels
 * @param {number[]} repetitionLevels
 * @param {DecodedArray} values
 * @param {SchemaTree[]} schemaPath
 * @returns {DecodedArray}
 */
function assembleLists(output, definitionLevels, repetitionLevels, values, schemaPath) {
  const maxDefinitionLevel = (0,src_schema/* getMaxDefinitionLevel */.mM)(schemaPath)
  // If no def/rep levels, synthesize def levels at max
  if (!definitionLevels?.length && !repetitionLevels.length) {
    if (!maxDefinitionLevel || !values.length) return values
    definitionLevels = new Array(values.length).fill(maxDefinitionLevel)
  }
  const n = definitionLevels?.length || repetitionLevels.length
  const repetitionPath = schemaPath.map(({ element }) => element.repetition_type)
  let valueIndex = 0

  // Track state of nested structures
  const containerStack = [output]
  let currentContainer = output
  let currentDepth = 0 // schema depth
  let currentDefLevel = 0 // list depth
  let currentRepLevel = 0

  if (repetitionLevels[0]) {
    // continue previous row
    while (currentDepth < repetitionPath.length - 2 && currentRepLevel < repetitionLevels[0]) {
      currentDepth++
      if (repetitionPath[currentDepth] !== 'REQUIRED') {
        // go into last list
        currentContainer = currentContainer.at(-1)
        containerStack.push(currentContainer)
        currentDefLevel++
      }
      if (repetitionPath[currentDepth] === 'REPEATED') currentRepLevel++
    }
  }

  for (let i = 0; i < n; i++) {
    // assert(currentDefLevel === containerStack.length - 1)
    const def = definitionLevels?.length ? definitionLevels[i] : maxDefinitionLevel
    const rep = repetitionLevels[i]

    // Pop up to start of rep level
    while (currentDepth && (rep < currentRepLevel || repetitionPath[currentDepth] !== 'REPEATED')) {
      if (repetitionPath[currentDepth] !== 'REQUIRED') {
        containerStack.pop()
        currentDefLevel--
      }
      if (repetitionPath[currentDepth] === 'REPEATED') currentRepLevel--
      currentDepth--
    }
    // @ts-expect-error won't be empty
    currentContainer = containerStack.at(-1)

    // Go deeper to end of definition level
    while (
      (currentDepth < repetitionPath.length - 2 || repetitionPath[currentDepth + 1] === 'REPEATED') &&
      (currentDefLevel < def || repetitionPath[currentDepth + 1] === 'REQUIRED')
    ) {
      currentDepth++
      if (repetitionPath[currentDepth] !== 'REQUIRED') {
        /** @type {any[]} */
        const newList = []
        currentContainer.push(newList)
        currentContainer = newList
        containerStack.push(newList)
        currentDefLevel++
      }
      if (repetitionPath[currentDepth] === 'REPEATED') currentRepLevel++
    }

    // Add value or null based on definition level
    if (def === maxDefinitionLevel) {
      // assert(currentDepth === maxDefinitionLevel || currentDepth === repetitionPath.length - 2)
      currentContainer.push(values[valueIndex++])
    } else if (currentDepth === repetitionPath.length - 2) {
      currentContainer.push(null)
    } else {
      currentContainer.push([])
    }
  }

  // Handle edge cases for empty inputs or single-level data
  if (!output.length) {
    // return max definition level of nested lists
    for (let i = 0; i < maxDefinitionLevel; i++) {
      /** @type {any[]} */
      const newList = []
      currentContainer.push(newList)
      currentContainer = newList
    }
  }

  return output
}

/**
 * Assemble a nested structure from subcolumn data.
 *
 * @param {Map<string, DecodedArray>} subcolumnData
 * @param {SchemaTree} schema top-level schema element
 * @param {ParquetParsers} parsers
 * @param {number} [depth] depth of nested structure
 */
function assembleNested(subcolumnData, schema, parsers, depth = 0) {
  const path = schema.path.join('.')
  const optional = schema.element.repetition_type === 'OPTIONAL'
  const nextDepth = optional ? depth + 1 : depth

  if ((0,src_schema/* isListLike */.wq)(schema)) {
    let sublist = schema.children[0]
    let subDepth = nextDepth
    if (sublist.children.length === 1) {
      sublist = sublist.children[0]
      subDepth++
    }
    assembleNested(subcolumnData, sublist, parsers, subDepth)

    const subcolumn = sublist.path.join('.')
    const values = subcolumnData.get(subcolumn)
    if (!values) throw new Error('parquet list column missing values')
    if (optional) flattenAtDepth(values, depth)
    subcolumnData.set(path, values)
    subcolumnData.delete(subcolumn)
    return
  }

  if ((0,src_schema/* isMapLike */.ES)(schema)) {
    const mapName = schema.children[0].element.name

    // Assemble keys and values
    assembleNested(subcolumnData, schema.children[0].children[0], parsers, nextDepth + 1)
    assembleNested(subcolumnData, schema.children[0].children[1], parsers, nextDepth + 1)

    const keys = subcolumnData.get(`${path}.${mapName}.key`)
    const values = subcolumnData.get(`${path}.${mapName}.value`)

    if (!keys) throw new Error('parquet map column missing keys')
    if (!values) throw new Error('parquet map column missing values')
    if (keys.length !== values.length) {
      throw new Error('parquet map column key/value length mismatch')
    }

    const out = assembleMaps(keys, values, nextDepth)
    if (optional) flattenAtDepth(out, depth)

    subcolumnData.delete(`${path}.${mapName}.key`)
    subcolumnData.delete(`${path}.${mapName}.value`)
    subcolumnData.set(path, out)
    return
  }

  // Struct-like column
  if (schema.children.length) {
    // construct a meta struct and then invert
    const invertDepth = schema.element.repetition_type === 'REQUIRED' ? depth : depth + 1
    /** @type {Record<string, any>} */
    const struct = {}
    for (const child of schema.children) {
      assembleNested(subcolumnData, child, parsers, invertDepth)
      const childData = subcolumnData.get(child.path.join('.'))
      if (!childData) throw new Error('parquet struct missing child data')
      struct[child.element.name] = childData
    }
    // remove children
    for (const child of schema.children) {
      subcolumnData.delete(child.path.join('.'))
    }

    // invert struct by depth
    let inverted = invertStruct(struct, invertDepth)
    if (schema.element.logical_type?.type === 'VARIANT') {
      inverted = decodeVariantColumn(inverted, parsers)
    }
    if (optional) flattenAtDepth(inverted, depth)
    subcolumnData.set(path, inverted)
  }
}

/**
 * @import {DecodedArray, ParquetParsers, SchemaTree} from '../src/types.js'
 * @param {DecodedArray} arr
 * @param {number} depth
 */
function flattenAtDepth(arr, depth) {
  for (let i = 0; i < arr.length; i++) {
    if (depth) {
      flattenAtDepth(arr[i], depth - 1)
    } else {
      arr[i] = arr[i][0]
    }
  }
}

/**
 * @param {DecodedArray} keys
 * @param {DecodedArray} values
 * @param {number} depth
 * @returns {any[]}
 */
function assembleMaps(keys, values, depth) {
  const out = []
  for (let i = 0; i < keys.length; i++) {
    if (depth) {
      out.push(assembleMaps(keys[i], values[i], depth - 1)) // go deeper
    } else {
      if (keys[i]) {
        /** @type {Record<string, any>} */
        const obj = {}
        for (let j = 0; j < keys[i].length; j++) {
          const value = values[i][j]
          obj[keys[i][j]] = value === undefined ? null : value
        }
        out.push(obj)
      } else {
        out.push(undefined)
      }
    }
  }
  return out
}

/**
 * Invert a struct-like object by depth.
 *
 * @param {Record<string, any[]>} struct
 * @param {number} depth
 * @returns {any[]}
 */
function invertStruct(struct, depth) {
  const keys = Object.keys(struct)
  const length = struct[keys[0]]?.length
  const out = []
  for (let i = 0; i < length; i++) {
    /** @type {Record<string, any>} */
    const obj = {}
    for (const key of keys) {
      if (struct[key].length !== length) throw new Error('parquet struct parsing error')
      obj[key] = struct[key][i]
    }
    if (depth) {
      out.push(invertStruct(obj, depth - 1)) // deeper
    } else {
      out.push(obj)
    }
  }
  return out
}

// EXTERNAL MODULE: ./node_modules/hyparquet/src/constants.js
var constants = __nccwpck_require__(312);
;// CONCATENATED MODULE: ./node_modules/hyparquet/src/delta.js
/**
 * @import {DataReader} from '../src/types.js'
 */



/**
 * @param {DataReader} reader
 * @param {number} count number of values to read
 * @param {Int32Array | BigInt64Array} output
 */
function deltaBinaryUnpack(reader, count, output) {
  if (output instanceof Int32Array) {
    deltaBinaryUnpackInt32(reader, count, output)
    return
  }
  const blockSize = (0,src_thrift/* readVarInt */.pT)(reader)
  const miniblockPerBlock = (0,src_thrift/* readVarInt */.pT)(reader)
  ;(0,src_thrift/* readVarInt */.pT)(reader) // assert(=== count)
  let value = (0,src_thrift/* readZigZagBigInt */.GD)(reader) // first value
  let outputIndex = 0
  output[outputIndex++] = value

  const valuesPerMiniblock = blockSize / miniblockPerBlock

  while (outputIndex < count) {
    // new block
    const minDelta = (0,src_thrift/* readZigZagBigInt */.GD)(reader)
    const bitWidths = new Uint8Array(miniblockPerBlock)
    for (let i = 0; i < miniblockPerBlock; i++) {
      bitWidths[i] = reader.view.getUint8(reader.offset++)
    }

    for (let i = 0; i < miniblockPerBlock && outputIndex < count; i++) {
      // new miniblock
      const bitWidth = bitWidths[i]
      if (bitWidth) {
        // Miniblock data lengths are multiples of four bytes.
        let bitpackPos = 0
        let miniblockCount = valuesPerMiniblock
        const mask = (1n << BigInt(bitWidth)) - 1n
        while (miniblockCount && outputIndex < count) {
          let bits = BigInt(reader.view.getUint32(reader.offset, true) >>> bitpackPos) & mask // TODO: don't re-read value every time
          bitpackPos += bitWidth
          while (bitpackPos >= 32) {
            bitpackPos -= 32
            reader.offset += 4
            if (bitpackPos) {
              bits |= BigInt(reader.view.getUint32(reader.offset, true)) << BigInt(bitWidth - bitpackPos) & mask
            }
          }
          const delta = minDelta + bits
          value += delta
          output[outputIndex++] = value
          miniblockCount--
        }
        if (miniblockCount) {
          // consume leftover miniblock
          reader.offset += Math.ceil((miniblockCount * bitWidth + bitpackPos) / 8)
        }
      } else {
        for (let j = 0; j < valuesPerMiniblock && outputIndex < count; j++) {
          value += minDelta
          output[outputIndex++] = value
        }
      }
    }
  }
}

/**
 * Decode INT32 without BigInt arithmetic in the per-value loop.
 *
 * @param {DataReader} reader
 * @param {number} count
 * @param {Int32Array} output
 */
function deltaBinaryUnpackInt32(reader, count, output) {
  const blockSize = (0,src_thrift/* readVarInt */.pT)(reader)
  const miniblockPerBlock = (0,src_thrift/* readVarInt */.pT)(reader)
  ;(0,src_thrift/* readVarInt */.pT)(reader)
  let value = (0,src_thrift/* readZigZag */.fN)(reader)
  let outputIndex = 0
  output[outputIndex++] = value
  const valuesPerMiniblock = blockSize / miniblockPerBlock
  const { view } = reader
  while (outputIndex < count) {
    const minDelta = readZigZagInt33(reader)
    const bitWidthsOffset = reader.offset
    let offset = bitWidthsOffset + miniblockPerBlock
    for (let i = 0; i < miniblockPerBlock && outputIndex < count; i++) {
      const bitWidth = view.getUint8(bitWidthsOffset + i)
      const end = offset + valuesPerMiniblock * bitWidth / 8
      let bitOffset = 0
      for (let j = 0; j < valuesPerMiniblock && outputIndex < count; j++) {
        let residual = 0
        let bitsRead = 0
        while (bitsRead < bitWidth) {
          const bitsToRead = Math.min(8 - bitOffset, bitWidth - bitsRead)
          // Residual bits at 32 and above vanish modulo 2^32.
          if (bitsRead < 32) {
            residual |= (view.getUint8(offset) >>> bitOffset & (1 << bitsToRead) - 1) << bitsRead
          }
          bitsRead += bitsToRead
          bitOffset += bitsToRead
          if (bitOffset === 8) {
            bitOffset = 0
            offset++
          }
        }
        // Parquet INT32 delta arithmetic wraps in two's complement.
        value = value + minDelta + residual | 0
        output[outputIndex++] = value
      }
      // Consume the entire padded miniblock, but not unused miniblock bodies.
      offset = end
    }
    reader.offset = offset
  }
}

/**
 * Read a zigzag varint modulo 2^32. INT32 deltas can need 33 bits, which
 * readZigZag truncates, but only the low 32 bits of the decoded value matter.
 * readVarInt keeps the low 32 zigzag bits of a 5-byte varint; bit 32 is bit 4
 * of the fifth byte. Reusing readVarInt keeps the caller's hot loop fast.
 *
 * @param {DataReader} reader
 * @returns {number}
 */
function readZigZagInt33(reader) {
  const start = reader.offset
  const low = (0,src_thrift/* readVarInt */.pT)(reader)
  const high = reader.offset - start === 5 ? reader.view.getUint8(start + 4) >>> 4 & 1 : 0
  return (low >>> 1 | high << 31) ^ -(low & 1)
}

/**
 * @param {DataReader} reader
 * @param {number} count
 * @param {Uint8Array[]} output
 */
function deltaLengthByteArray(reader, count, output) {
  const lengths = new Int32Array(count)
  deltaBinaryUnpack(reader, count, lengths)
  for (let i = 0; i < count; i++) {
    output[i] = new Uint8Array(reader.view.buffer, reader.view.byteOffset + reader.offset, lengths[i])
    reader.offset += lengths[i]
  }
}

/**
 * @param {DataReader} reader
 * @param {number} count
 * @param {Uint8Array[]} output
 */
function deltaByteArray(reader, count, output) {
  const prefixData = new Int32Array(count)
  deltaBinaryUnpack(reader, count, prefixData)
  const suffixData = new Int32Array(count)
  deltaBinaryUnpack(reader, count, suffixData)

  for (let i = 0; i < count; i++) {
    const suffix = new Uint8Array(reader.view.buffer, reader.view.byteOffset + reader.offset, suffixData[i])
    if (prefixData[i]) {
      // copy from previous value
      output[i] = new Uint8Array(prefixData[i] + suffixData[i])
      output[i].set(output[i - 1].subarray(0, prefixData[i]))
      output[i].set(suffix, prefixData[i])
    } else {
      output[i] = suffix
    }
    reader.offset += suffixData[i]
  }
}

;// CONCATENATED MODULE: ./node_modules/hyparquet/src/encoding.js
/**
 * @import {DataReader, DecodedArray, ParquetType} from '../src/types.js'
 */



/**
 * Read values from a run-length encoded/bit-packed hybrid encoding.
 *
 * If length is zero, then read int32 length at the start.
 *
 * @param {DataReader} reader
 * @param {number} width - bitwidth
 * @param {DecodedArray} output
 * @param {number} [length] - length of the encoded data
 */
function readRleBitPackedHybrid(reader, width, output, length) {
  if (length === undefined) {
    length = reader.view.getUint32(reader.offset, true)
    reader.offset += 4
  }
  const startOffset = reader.offset
  let seen = 0
  while (seen < output.length) {
    const header = (0,src_thrift/* readVarInt */.pT)(reader)
    if (header & 1) {
      // bit-packed
      seen = readBitPacked(reader, header, width, output, seen)
    } else {
      // rle
      const count = header >>> 1
      readRle(reader, count, width, output, seen)
      seen += count
    }
  }
  reader.offset = startOffset + length // duckdb writes an empty block
}

/**
 * Run-length encoding: read value with bitWidth and repeat it count times.
 *
 * @param {DataReader} reader
 * @param {number} count
 * @param {number} bitWidth
 * @param {DecodedArray} output
 * @param {number} seen
 */
function readRle(reader, count, bitWidth, output, seen) {
  const width = bitWidth + 7 >> 3
  let value = 0
  for (let i = 0; i < width; i++) {
    value |= reader.view.getUint8(reader.offset++) << (i << 3)
  }
  // assert(value < 1 << bitWidth)

  // repeat value count times
  for (let i = 0; i < count; i++) {
    output[seen + i] = value
  }
}

/**
 * Read a bit-packed run of the rle/bitpack hybrid.
 * Supports width > 8 (crossing bytes).
 *
 * @param {DataReader} reader
 * @param {number} header - bit-pack header
 * @param {number} bitWidth
 * @param {DecodedArray} output
 * @param {number} seen
 * @returns {number} total output values so far
 */
function readBitPacked(reader, header, bitWidth, output, seen) {
  let count = header >> 1 << 3 // values to read
  const mask = (1 << bitWidth) - 1

  let data = 0
  if (reader.offset < reader.view.byteLength) {
    data = reader.view.getUint8(reader.offset++)
  } else if (mask) {
    // sometimes out-of-bounds reads are masked out
    throw new Error(`parquet bitpack offset ${reader.offset} out of range`)
  }
  let left = 8
  let right = 0

  // read values
  while (count) {
    // if we have crossed a byte boundary, shift the data
    if (right > 8) {
      right -= 8
      left -= 8
      data >>>= 8
    } else if (left - right < bitWidth) {
      // if we don't have bitWidth number of bits to read, read next byte
      data |= reader.view.getUint8(reader.offset) << left
      reader.offset++
      left += 8
    } else {
      if (seen < output.length) {
        // emit value
        output[seen++] = data >> right & mask
      }
      count--
      right += bitWidth
    }
  }

  return seen
}

/**
 * @param {DataReader} reader
 * @param {number} count
 * @param {ParquetType} type
 * @param {number | undefined} typeLength
 * @returns {DecodedArray}
 */
function byteStreamSplit(reader, count, type, typeLength) {
  const width = byteWidth(type, typeLength)
  const bytes = new Uint8Array(count * width)
  for (let b = 0; b < width; b++) {
    for (let i = 0; i < count; i++) {
      bytes[i * width + b] = reader.view.getUint8(reader.offset++)
    }
  }
  // interpret bytes as typed array
  if (type === 'FLOAT') return new Float32Array(bytes.buffer)
  else if (type === 'DOUBLE') return new Float64Array(bytes.buffer)
  else if (type === 'INT32') return new Int32Array(bytes.buffer)
  else if (type === 'INT64') return new BigInt64Array(bytes.buffer)
  else if (type === 'FIXED_LEN_BYTE_ARRAY') {
    // split into arrays of typeLength
    const split = new Array(count)
    for (let i = 0; i < count; i++) {
      split[i] = bytes.subarray(i * width, (i + 1) * width)
    }
    return split
  }
  throw new Error(`parquet byte_stream_split unsupported type: ${type}`)
}

/**
 * @param {ParquetType} type
 * @param {number | undefined} typeLength
 * @returns {number}
 */
function byteWidth(type, typeLength) {
  switch (type) {
  case 'INT32':
  case 'FLOAT':
    return 4
  case 'INT64':
  case 'DOUBLE':
    return 8
  case 'FIXED_LEN_BYTE_ARRAY':
    if (!typeLength) throw new Error('parquet byteWidth missing type_length')
    return typeLength
  default:
    throw new Error(`parquet unsupported type: ${type}`)
  }
}

;// CONCATENATED MODULE: ./node_modules/hyparquet/src/plain.js
/**
 * Read `count` values of the given type from the reader.view.
 *
 * @param {DataReader} reader - buffer to read data from
 * @param {ParquetType} type - parquet type of the data
 * @param {number} count - number of values to read
 * @param {number | undefined} fixedLength - length of each fixed length byte array
 * @returns {DecodedArray} array of values
 */
function readPlain(reader, type, count, fixedLength) {
  if (count === 0) return []
  if (type === 'BOOLEAN') {
    return readPlainBoolean(reader, count)
  } else if (type === 'INT32') {
    return readPlainInt32(reader, count)
  } else if (type === 'INT64') {
    return readPlainInt64(reader, count)
  } else if (type === 'INT96') {
    return readPlainInt96(reader, count)
  } else if (type === 'FLOAT') {
    return readPlainFloat(reader, count)
  } else if (type === 'DOUBLE') {
    return readPlainDouble(reader, count)
  } else if (type === 'BYTE_ARRAY') {
    return readPlainByteArray(reader, count)
  } else if (type === 'FIXED_LEN_BYTE_ARRAY') {
    if (!fixedLength) throw new Error('parquet missing fixed length')
    return readPlainByteArrayFixed(reader, count, fixedLength)
  } else {
    throw new Error(`parquet unhandled type: ${type}`)
  }
}

/**
 * Read `count` boolean values.
 *
 * @param {DataReader} reader
 * @param {number} count
 * @returns {boolean[]}
 */
function readPlainBoolean(reader, count) {
  const values = new Array(count)
  for (let i = 0; i < count; i++) {
    const byteOffset = reader.offset + (i / 8 | 0)
    const bitOffset = i % 8
    const byte = reader.view.getUint8(byteOffset)
    values[i] = (byte & 1 << bitOffset) !== 0
  }
  reader.offset += Math.ceil(count / 8)
  return values
}

/**
 * Read `count` int32 values.
 *
 * @param {DataReader} reader
 * @param {number} count
 * @returns {Int32Array}
 */
function readPlainInt32(reader, count) {
  const values = (reader.view.byteOffset + reader.offset) % 4
    ? new Int32Array(align(reader.view.buffer, reader.view.byteOffset + reader.offset, count * 4))
    : new Int32Array(reader.view.buffer, reader.view.byteOffset + reader.offset, count)
  reader.offset += count * 4
  return values
}

/**
 * Read `count` int64 values.
 *
 * @param {DataReader} reader
 * @param {number} count
 * @returns {BigInt64Array}
 */
function readPlainInt64(reader, count) {
  const values = (reader.view.byteOffset + reader.offset) % 8
    ? new BigInt64Array(align(reader.view.buffer, reader.view.byteOffset + reader.offset, count * 8))
    : new BigInt64Array(reader.view.buffer, reader.view.byteOffset + reader.offset, count)
  reader.offset += count * 8
  return values
}

/**
 * Read `count` int96 values.
 *
 * @param {DataReader} reader
 * @param {number} count
 * @returns {bigint[]}
 */
function readPlainInt96(reader, count) {
  const values = new Array(count)
  for (let i = 0; i < count; i++) {
    const low = reader.view.getBigInt64(reader.offset + i * 12, true)
    const high = reader.view.getInt32(reader.offset + i * 12 + 8, true)
    values[i] = BigInt(high) << 64n | low
  }
  reader.offset += count * 12
  return values
}

/**
 * Read `count` float values.
 *
 * @param {DataReader} reader
 * @param {number} count
 * @returns {Float32Array}
 */
function readPlainFloat(reader, count) {
  const values = (reader.view.byteOffset + reader.offset) % 4
    ? new Float32Array(align(reader.view.buffer, reader.view.byteOffset + reader.offset, count * 4))
    : new Float32Array(reader.view.buffer, reader.view.byteOffset + reader.offset, count)
  reader.offset += count * 4
  return values
}

/**
 * Read `count` double values.
 *
 * @param {DataReader} reader
 * @param {number} count
 * @returns {Float64Array}
 */
function readPlainDouble(reader, count) {
  const values = (reader.view.byteOffset + reader.offset) % 8
    ? new Float64Array(align(reader.view.buffer, reader.view.byteOffset + reader.offset, count * 8))
    : new Float64Array(reader.view.buffer, reader.view.byteOffset + reader.offset, count)
  reader.offset += count * 8
  return values
}

/**
 * Read `count` byte array values.
 *
 * @param {DataReader} reader
 * @param {number} count
 * @returns {Uint8Array[]}
 */
function readPlainByteArray(reader, count) {
  const values = new Array(count)
  for (let i = 0; i < count; i++) {
    const length = reader.view.getUint32(reader.offset, true)
    reader.offset += 4
    values[i] = new Uint8Array(reader.view.buffer, reader.view.byteOffset + reader.offset, length)
    reader.offset += length
  }
  return values
}

/**
 * Read a fixed length byte array.
 *
 * @param {DataReader} reader
 * @param {number} count
 * @param {number} fixedLength
 * @returns {Uint8Array[]}
 */
function readPlainByteArrayFixed(reader, count, fixedLength) {
  // assert(reader.view.byteLength - reader.offset >= count * fixedLength)
  const values = new Array(count)
  for (let i = 0; i < count; i++) {
    values[i] = new Uint8Array(reader.view.buffer, reader.view.byteOffset + reader.offset, fixedLength)
    reader.offset += fixedLength
  }
  return values
}

/**
 * Create a new buffer with the offset and size.
 *
 * @import {DataReader, DecodedArray, ParquetType} from '../src/types.js'
 * @param {ArrayBufferLike} buffer
 * @param {number} offset
 * @param {number} size
 * @returns {ArrayBuffer}
 */
function align(buffer, offset, size) {
  const aligned = new ArrayBuffer(size)
  new Uint8Array(aligned).set(new Uint8Array(buffer, offset, size))
  return aligned
}

;// CONCATENATED MODULE: ./node_modules/hyparquet/src/snappy.js
/**
 * The MIT License (MIT)
 * Copyright (c) 2016 Zhipeng Jia
 * https://github.com/zhipeng-jia/snappyjs
 */

const WORD_MASK = [0, 0xff, 0xffff, 0xffffff, 0xffffffff]

/**
 * Copy bytes from one array to another
 *
 * @param {Uint8Array} fromArray source array
 * @param {number} fromPos source position
 * @param {Uint8Array} toArray destination array
 * @param {number} toPos destination position
 * @param {number} length number of bytes to copy
 */
function copyBytes(fromArray, fromPos, toArray, toPos, length) {
  for (let i = 0; i < length; i++) {
    toArray[toPos + i] = fromArray[fromPos + i]
  }
}

/**
 * Decompress snappy data.
 * Accepts an output buffer to avoid allocating a new buffer for each call.
 *
 * @param {Uint8Array} input compressed data
 * @param {Uint8Array} output output buffer
 */
function snappyUncompress(input, output) {
  const inputLength = input.byteLength
  const outputLength = output.byteLength
  let pos = 0
  let outPos = 0

  // skip preamble (contains uncompressed length as varint)
  while (pos < inputLength) {
    const c = input[pos]
    pos++
    if (c < 128) {
      break
    }
  }
  if (outputLength && pos >= inputLength) {
    throw new Error('invalid snappy length header')
  }

  while (pos < inputLength) {
    const c = input[pos]
    let len = 0
    pos++

    if (pos >= inputLength) {
      throw new Error('missing eof marker')
    }

    // There are two types of elements, literals and copies (back references)
    if ((c & 0x3) === 0) {
      // Literals are uncompressed data stored directly in the byte stream
      let len = (c >>> 2) + 1
      // Longer literal length is encoded in multiple bytes
      if (len > 60) {
        if (pos + 3 >= inputLength) {
          throw new Error('snappy error literal pos + 3 >= inputLength')
        }
        const lengthSize = len - 60 // length bytes - 1
        len = input[pos]
          + (input[pos + 1] << 8)
          + (input[pos + 2] << 16)
          + (input[pos + 3] << 24)
        len = (len & WORD_MASK[lengthSize]) + 1
        pos += lengthSize
      }
      if (pos + len > inputLength) {
        throw new Error('snappy error literal exceeds input length')
      }
      copyBytes(input, pos, output, outPos, len)
      pos += len
      outPos += len
    } else {
      // Copy elements
      let offset = 0 // offset back from current position to read
      switch (c & 0x3) {
      case 1:
        // Copy with 1-byte offset
        len = (c >>> 2 & 0x7) + 4
        offset = input[pos] + (c >>> 5 << 8)
        pos++
        break
      case 2:
        // Copy with 2-byte offset
        if (inputLength <= pos + 1) {
          throw new Error('snappy error end of input')
        }
        len = (c >>> 2) + 1
        offset = input[pos] + (input[pos + 1] << 8)
        pos += 2
        break
      case 3:
        // Copy with 4-byte offset
        if (inputLength <= pos + 3) {
          throw new Error('snappy error end of input')
        }
        len = (c >>> 2) + 1
        offset = input[pos]
          + (input[pos + 1] << 8)
          + (input[pos + 2] << 16)
          + (input[pos + 3] << 24)
        pos += 4
        break
      default:
        break
      }
      if (offset === 0 || isNaN(offset)) {
        throw new Error(`invalid offset ${offset} pos ${pos} inputLength ${inputLength}`)
      }
      if (offset > outPos) {
        throw new Error('cannot copy from before start of buffer')
      }
      copyBytes(output, outPos - offset, output, outPos, len)
      outPos += len
    }
  }

  if (outPos !== outputLength) throw new Error('premature end of input')
}

;// CONCATENATED MODULE: ./node_modules/hyparquet/src/datapage.js
/**
 * @import {ColumnDecoder, CompressionCodec, Compressors, DataPage, DataPageHeader, DataPageHeaderV2, DataReader, DecodedArray, PageHeader, SchemaTree} from '../src/types.js'
 */







/**
 * Read a data page from uncompressed reader.
 *
 * @param {Uint8Array} bytes raw page data (should already be decompressed)
 * @param {DataPageHeader} daph data page header
 * @param {ColumnDecoder} columnDecoder
 * @returns {DataPage} definition levels, repetition levels, and array of values
 */
function readDataPage(bytes, daph, { type, element, schemaPath }) {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const reader = { view, offset: 0 }
  /** @type {DecodedArray} */
  let dataPage

  // repetition and definition levels
  const repetitionLevels = readRepetitionLevels(reader, daph, schemaPath)
  // assert(!repetitionLevels.length || repetitionLevels.length === daph.num_values)
  const { definitionLevels, numNulls } = readDefinitionLevels(reader, daph, schemaPath)
  // assert(!definitionLevels.length || definitionLevels.length === daph.num_values)

  // read values based on encoding
  const nValues = daph.num_values - numNulls
  if (daph.encoding === 'PLAIN') {
    dataPage = readPlain(reader, type, nValues, element.type_length)
  } else if (
    daph.encoding === 'PLAIN_DICTIONARY' ||
    daph.encoding === 'RLE_DICTIONARY' ||
    daph.encoding === 'RLE'
  ) {
    const bitWidth = type === 'BOOLEAN' ? 1 : view.getUint8(reader.offset++)
    if (bitWidth) {
      dataPage = new Array(nValues)
      if (type === 'BOOLEAN') {
        readRleBitPackedHybrid(reader, bitWidth, dataPage)
        dataPage = dataPage.map(x => !!x) // convert to boolean
      } else {
        // assert(daph.encoding.endsWith('_DICTIONARY'))
        readRleBitPackedHybrid(reader, bitWidth, dataPage, view.byteLength - reader.offset)
      }
    } else {
      dataPage = new Uint8Array(nValues) // nValue zeroes
    }
  } else if (daph.encoding === 'BYTE_STREAM_SPLIT') {
    dataPage = byteStreamSplit(reader, nValues, type, element.type_length)
  } else if (daph.encoding === 'DELTA_BINARY_PACKED') {
    const int32 = type === 'INT32'
    dataPage = int32 ? new Int32Array(nValues) : new BigInt64Array(nValues)
    deltaBinaryUnpack(reader, nValues, dataPage)
  } else if (daph.encoding === 'DELTA_LENGTH_BYTE_ARRAY') {
    dataPage = new Array(nValues)
    deltaLengthByteArray(reader, nValues, dataPage)
  } else if (daph.encoding === 'DELTA_BYTE_ARRAY') {
    dataPage = new Array(nValues)
    deltaByteArray(reader, nValues, dataPage)
  } else {
    throw new Error(`parquet unsupported encoding: ${daph.encoding}`)
  }

  return { definitionLevels, repetitionLevels, dataPage }
}

/**
 * @param {DataReader} reader data view for the page
 * @param {DataPageHeader} daph data page header
 * @param {SchemaTree[]} schemaPath
 * @returns {any[]} repetition levels and number of bytes read
 */
function readRepetitionLevels(reader, daph, schemaPath) {
  if (schemaPath.length > 1) {
    const maxRepetitionLevel = (0,src_schema/* getMaxRepetitionLevel */.qt)(schemaPath)
    if (maxRepetitionLevel) {
      const values = new Array(daph.num_values)
      readRleBitPackedHybrid(reader, bitWidth(maxRepetitionLevel), values)
      return values
    }
  }
  return []
}

/**
 * @param {DataReader} reader data view for the page
 * @param {DataPageHeader} daph data page header
 * @param {SchemaTree[]} schemaPath
 * @returns {{ definitionLevels: number[], numNulls: number }} definition levels
 */
function readDefinitionLevels(reader, daph, schemaPath) {
  const maxDefinitionLevel = (0,src_schema/* getMaxDefinitionLevel */.mM)(schemaPath)
  if (!maxDefinitionLevel) return { definitionLevels: [], numNulls: 0 }

  const definitionLevels = new Array(daph.num_values)
  readRleBitPackedHybrid(reader, bitWidth(maxDefinitionLevel), definitionLevels)

  // count nulls
  let numNulls = daph.num_values
  for (const def of definitionLevels) {
    if (def === maxDefinitionLevel) numNulls--
  }
  if (numNulls === 0) definitionLevels.length = 0

  return { definitionLevels, numNulls }
}

/**
 * @param {Uint8Array} compressedBytes
 * @param {number} uncompressed_page_size
 * @param {CompressionCodec} codec
 * @param {Compressors | undefined} compressors
 * @returns {Uint8Array}
 */
function decompressPage(compressedBytes, uncompressed_page_size, codec, compressors) {
  /** @type {Uint8Array} */
  let page
  const customDecompressor = compressors?.[codec]
  if (codec === 'UNCOMPRESSED') {
    page = compressedBytes
  } else if (customDecompressor) {
    page = customDecompressor(compressedBytes, uncompressed_page_size)
  } else if (codec === 'SNAPPY') {
    page = new Uint8Array(uncompressed_page_size)
    snappyUncompress(compressedBytes, page)
  } else {
    throw new Error(`parquet unsupported compression codec: ${codec}`)
  }
  if (page?.length !== uncompressed_page_size) {
    throw new Error(`parquet decompressed page length ${page?.length} does not match header ${uncompressed_page_size}`)
  }
  return page
}


/**
 * Read a data page from the given Uint8Array.
 *
 * @param {Uint8Array} compressedBytes raw page data
 * @param {PageHeader} ph page header
 * @param {ColumnDecoder} columnDecoder
 * @returns {DataPage} definition levels, repetition levels, and array of values
 */
function readDataPageV2(compressedBytes, ph, columnDecoder) {
  const view = new DataView(compressedBytes.buffer, compressedBytes.byteOffset, compressedBytes.byteLength)
  const reader = { view, offset: 0 }
  const { type, element, schemaPath, codec, compressors } = columnDecoder
  const daph2 = ph.data_page_header_v2
  if (!daph2) throw new Error('parquet data page header v2 is undefined')

  // repetition levels
  const repetitionLevels = readRepetitionLevelsV2(reader, daph2, schemaPath)
  reader.offset = daph2.repetition_levels_byte_length // readVarInt() => len for boolean v2?

  // definition levels
  const definitionLevels = readDefinitionLevelsV2(reader, daph2, schemaPath)
  // assert(reader.offset === daph2.repetition_levels_byte_length + daph2.definition_levels_byte_length)

  const uncompressedPageSize = ph.uncompressed_page_size - daph2.definition_levels_byte_length - daph2.repetition_levels_byte_length

  let page = compressedBytes.subarray(reader.offset)
  if (daph2.is_compressed !== false) {
    page = decompressPage(page, uncompressedPageSize, codec, compressors)
  }
  const pageView = new DataView(page.buffer, page.byteOffset, page.byteLength)
  const pageReader = { view: pageView, offset: 0 }

  // read values based on encoding
  /** @type {DecodedArray} */
  let dataPage
  const nValues = daph2.num_values - daph2.num_nulls
  if (daph2.encoding === 'PLAIN') {
    dataPage = readPlain(pageReader, type, nValues, element.type_length)
  } else if (daph2.encoding === 'RLE') {
    // assert(type === 'BOOLEAN')
    dataPage = new Array(nValues)
    readRleBitPackedHybrid(pageReader, 1, dataPage)
    dataPage = dataPage.map(x => !!x)
  } else if (
    daph2.encoding === 'PLAIN_DICTIONARY' ||
    daph2.encoding === 'RLE_DICTIONARY'
  ) {
    const bitWidth = pageView.getUint8(pageReader.offset++)
    dataPage = new Array(nValues)
    readRleBitPackedHybrid(pageReader, bitWidth, dataPage, uncompressedPageSize - 1)
  } else if (daph2.encoding === 'DELTA_BINARY_PACKED') {
    const int32 = type === 'INT32'
    dataPage = int32 ? new Int32Array(nValues) : new BigInt64Array(nValues)
    deltaBinaryUnpack(pageReader, nValues, dataPage)
  } else if (daph2.encoding === 'DELTA_LENGTH_BYTE_ARRAY') {
    dataPage = new Array(nValues)
    deltaLengthByteArray(pageReader, nValues, dataPage)
  } else if (daph2.encoding === 'DELTA_BYTE_ARRAY') {
    dataPage = new Array(nValues)
    deltaByteArray(pageReader, nValues, dataPage)
  } else if (daph2.encoding === 'BYTE_STREAM_SPLIT') {
    dataPage = byteStreamSplit(pageReader, nValues, type, element.type_length)
  } else {
    throw new Error(`parquet unsupported encoding: ${daph2.encoding}`)
  }

  return { definitionLevels, repetitionLevels, dataPage }
}

/**
 * @param {DataReader} reader
 * @param {DataPageHeaderV2} daph2 data page header v2
 * @param {SchemaTree[]} schemaPath
 * @returns {any[]} repetition levels
 */
function readRepetitionLevelsV2(reader, daph2, schemaPath) {
  const maxRepetitionLevel = (0,src_schema/* getMaxRepetitionLevel */.qt)(schemaPath)
  if (!maxRepetitionLevel) return []

  const values = new Array(daph2.num_values)
  readRleBitPackedHybrid(reader, bitWidth(maxRepetitionLevel), values, daph2.repetition_levels_byte_length)
  return values
}

/**
 * @param {DataReader} reader
 * @param {DataPageHeaderV2} daph2 data page header v2
 * @param {SchemaTree[]} schemaPath
 * @returns {number[] | undefined} definition levels
 */
function readDefinitionLevelsV2(reader, daph2, schemaPath) {
  const maxDefinitionLevel = (0,src_schema/* getMaxDefinitionLevel */.mM)(schemaPath)
  if (maxDefinitionLevel) {
    // V2 we know the length
    const values = new Array(daph2.num_values)
    readRleBitPackedHybrid(reader, bitWidth(maxDefinitionLevel), values, daph2.definition_levels_byte_length)
    return values
  }
}

/**
 * Minimum bits needed to store value.
 *
 * @param {number} value
 * @returns {number}
 */
function bitWidth(value) {
  return 32 - Math.clz32(value)
}

;// CONCATENATED MODULE: ./node_modules/hyparquet/src/column.js
/**
 * @import {ColumnDecoder, DataReader, DecodedArray, PageHeader, PageResult, RowGroupSelect, Statistics, SubColumnData} from '../src/types.js'
 */









/**
 * Parse column data from a buffer.
 *
 * @param {DataReader} reader
 * @param {RowGroupSelect} rowGroupSelect row group selection
 * @param {ColumnDecoder} columnDecoder column decoder params
 * @param {(chunk: SubColumnData) => void} [onPage] callback for each page
 * @returns {{ data: DecodedArray[], skipped: number }}
 */
function readColumn(reader, { groupStart, selectStart, selectEnd }, columnDecoder, onPage) {
  const { pathInSchema, schemaPath } = columnDecoder
  const isFlat = (0,src_schema/* isFlatColumn */.g7)(schemaPath)
  /** @type {DecodedArray[]} */
  const chunks = []
  /** @type {DecodedArray | undefined} */
  let dictionary = undefined
  /** @type {DecodedArray | undefined} */
  let lastChunk = undefined
  let rowCount = 0
  let skipped = 0

  const emitLastChunk = onPage && (() => {
    lastChunk && onPage({
      pathInSchema,
      columnData: lastChunk,
      rowStart: groupStart + rowCount - lastChunk.length,
      rowEnd: groupStart + rowCount,
    })
  })

  while (isFlat ? rowCount < selectEnd : reader.offset < reader.view.byteLength - 1) {
    if (reader.offset >= reader.view.byteLength - 1) break // end of reader

    // read page header
    const header = parquetHeader(reader)
    if (header.type === 'DICTIONARY_PAGE') {
      const { data } = readPage(reader, header, columnDecoder, dictionary, undefined, 0)
      if (data) dictionary = (0,convert/* convert */.C6)(data, columnDecoder)
    } else {
      const lastChunkLength = lastChunk?.length || 0
      const result = readPage(reader, header, columnDecoder, dictionary, lastChunk, selectStart - rowCount)
      if (result.skipped) {
        // skipped page - just advance row count, don't add to chunks
        if (!chunks.length) {
          skipped += result.skipped
        }
        rowCount += result.skipped
      } else if (result.data && lastChunk === result.data) {
        // continued from previous page
        rowCount += result.data.length - lastChunkLength
      } else if (result.data && result.data.length) {
        emitLastChunk?.()
        chunks.push(result.data)
        rowCount += result.data.length
        lastChunk = result.data
      }
    }
  }
  emitLastChunk?.()

  return { data: chunks, skipped }
}

/**
 * Read a page (data or dictionary) from a buffer.
 *
 * @param {DataReader} reader
 * @param {PageHeader} header
 * @param {ColumnDecoder} columnDecoder
 * @param {DecodedArray | undefined} dictionary
 * @param {DecodedArray | undefined} previousChunk
 * @param {number} pageStart skip this many rows in the page
 * @returns {PageResult}
 */
function readPage(reader, header, columnDecoder, dictionary, previousChunk, pageStart) {
  const { type, element, schemaPath, codec, compressors } = columnDecoder
  // read compressed_page_size bytes
  const compressedBytes = new Uint8Array(
    reader.view.buffer, reader.view.byteOffset + reader.offset, header.compressed_page_size
  )
  reader.offset += header.compressed_page_size

  // parse page data by type
  if (header.type === 'DATA_PAGE') {
    const daph = header.data_page_header
    if (!daph) throw new Error('parquet data page header is undefined')

    // skip unnecessary non-nested pages
    if (pageStart > daph.num_values && (0,src_schema/* isFlatColumn */.g7)(schemaPath)) {
      return { skipped: daph.num_values }
    }

    const page = decompressPage(compressedBytes, Number(header.uncompressed_page_size), codec, compressors)
    const { definitionLevels, repetitionLevels, dataPage } = readDataPage(page, daph, columnDecoder)
    // assert(!daph.statistics?.null_count || daph.statistics.null_count === BigInt(daph.num_values - dataPage.length))

    // convert types, dereference dictionary, and assemble lists
    const values = (0,convert/* convertWithDictionary */.Km)(dataPage, dictionary, daph.encoding, columnDecoder)
    const output = Array.isArray(previousChunk) ? previousChunk : []
    const assembled = assembleLists(output, definitionLevels, repetitionLevels, values, schemaPath)
    return { skipped: 0, data: assembled }
  } else if (header.type === 'DATA_PAGE_V2') {
    const daph2 = header.data_page_header_v2
    if (!daph2) throw new Error('parquet data page header v2 is undefined')

    // skip unnecessary pages
    if (pageStart > daph2.num_rows) {
      return { skipped: daph2.num_rows }
    }

    const { definitionLevels, repetitionLevels, dataPage } =
      readDataPageV2(compressedBytes, header, columnDecoder)

    // convert types, dereference dictionary, and assemble lists
    const values = (0,convert/* convertWithDictionary */.Km)(dataPage, dictionary, daph2.encoding, columnDecoder)
    const output = Array.isArray(previousChunk) ? previousChunk : []
    const assembled = assembleLists(output, definitionLevels, repetitionLevels, values, schemaPath)
    return { skipped: 0, data: assembled }
  } else if (header.type === 'DICTIONARY_PAGE') {
    const diph = header.dictionary_page_header
    if (!diph) throw new Error('parquet dictionary page header is undefined')

    const page = decompressPage(
      compressedBytes, Number(header.uncompressed_page_size), codec, compressors
    )

    const reader = { view: new DataView(page.buffer, page.byteOffset, page.byteLength), offset: 0 }
    const dictArray = readPlain(reader, type, diph.num_values, element.type_length)
    return { skipped: 0, data: dictArray }
  } else {
    throw new Error(`parquet unsupported page type: ${header.type}`)
  }
}

/**
 * Read a page header from a buffer, leaving the reader at the start of the page data.
 *
 * @param {DataReader} reader
 * @returns {PageHeader}
 */
function parquetHeader(reader) {
  const header = (0,src_thrift/* deserializeTCompactProtocol */.Tn)(reader)

  // Parse parquet header from thrift data
  const type = constants/* PageTypes */.P2[header.field_1]
  const uncompressed_page_size = header.field_2
  const compressed_page_size = header.field_3
  const crc = header.field_4
  const data_page_header = header.field_5 && {
    num_values: header.field_5.field_1,
    encoding: constants/* Encodings */.p6[header.field_5.field_2],
    definition_level_encoding: constants/* Encodings */.p6[header.field_5.field_3],
    repetition_level_encoding: constants/* Encodings */.p6[header.field_5.field_4],
    statistics: pageStatistics(header.field_5.field_5),
  }
  const index_page_header = header.field_6
  const dictionary_page_header = header.field_7 && {
    num_values: header.field_7.field_1,
    encoding: constants/* Encodings */.p6[header.field_7.field_2],
    is_sorted: header.field_7.field_3,
  }
  const data_page_header_v2 = header.field_8 && {
    num_values: header.field_8.field_1,
    num_nulls: header.field_8.field_2,
    num_rows: header.field_8.field_3,
    encoding: constants/* Encodings */.p6[header.field_8.field_4],
    definition_levels_byte_length: header.field_8.field_5,
    repetition_levels_byte_length: header.field_8.field_6,
    is_compressed: header.field_8.field_7 === undefined ? true : header.field_8.field_7, // default true
    statistics: pageStatistics(header.field_8.field_8),
  }

  return {
    type,
    uncompressed_page_size,
    compressed_page_size,
    crc,
    data_page_header,
    index_page_header,
    dictionary_page_header,
    data_page_header_v2,
  }
}

/**
 * @param {any} stats thrift Statistics struct
 * @returns {Statistics | undefined}
 */
function pageStatistics(stats) {
  return stats && {
    max: stats.field_1,
    min: stats.field_2,
    null_count: stats.field_3,
    distinct_count: stats.field_4,
    max_value: stats.field_5,
    min_value: stats.field_6,
    is_max_value_exact: stats.field_7,
    is_min_value_exact: stats.field_8,
  }
}

;// CONCATENATED MODULE: ./node_modules/hyparquet/src/indexes.js
/**
 * @import {ColumnIndex, DataReader, OffsetIndex, PageLocation, ParquetParsers, SchemaElement} from '../src/types.js'
 */






/**
 * @param {DataReader} reader
 * @param {SchemaElement} schema
 * @param {Partial<ParquetParsers> | undefined} parsers
 * @returns {ColumnIndex}
 */
function readColumnIndex(reader, schema, parsers = undefined) {
  const allParsers = { ...convert/* DEFAULT_PARSERS */.Rc, ...parsers }

  const thrift = (0,src_thrift/* deserializeTCompactProtocol */.Tn)(reader)
  return {
    null_pages: thrift.field_1,
    min_values: thrift.field_2.map((/** @type {any} */ m) => (0,src_metadata/* convertMetadata */.FS)(m, schema, allParsers)),
    max_values: thrift.field_3.map((/** @type {any} */ m) => (0,src_metadata/* convertMetadata */.FS)(m, schema, allParsers)),
    boundary_order: constants/* BoundaryOrders */.UQ[thrift.field_4],
    null_counts: thrift.field_5,
    repetition_level_histograms: thrift.field_6,
    definition_level_histograms: thrift.field_7,
  }
}

/**
 * @param {DataReader} reader
 * @returns {OffsetIndex}
 */
function readOffsetIndex(reader) {
  const thrift = (0,src_thrift/* deserializeTCompactProtocol */.Tn)(reader)
  return {
    // @ts-ignore
    page_locations: thrift.field_1.map(loc => ({
      offset: loc.field_1,
      compressed_page_size: loc.field_2,
      first_row_index: loc.field_3,
    })),
    unencoded_byte_array_data_bytes: thrift.field_2,
  }
}

;// CONCATENATED MODULE: ./node_modules/hyparquet/src/rowgroup.js
/**
 * @import {AsyncColumn, AsyncRowGroup, ChunkPlan, ColumnDecoder, DecodedArray, GroupPlan, PageLocation, ParquetParsers, ParquetReadOptions, QueryPlan, SchemaTree} from '../src/types.js'
 */









/**
 * Read a row group from a file-like object.
 *
 * @param {ParquetReadOptions} options
 * @param {QueryPlan} plan
 * @param {GroupPlan} groupPlan
 * @returns {AsyncRowGroup} resolves to column data
 */
function readRowGroup(options, { metadata }, groupPlan) {
  /** @type {AsyncColumn[]} */
  const asyncColumns = []
  // build the schema tree once, not per column chunk
  const schemaTree = (0,src_metadata/* parquetSchema */.YR)(metadata)

  // read column data
  for (const chunk of groupPlan.chunks) {
    const { path_in_schema: pathInSchema } = chunk.columnMetadata
    const schemaPath = (0,src_schema/* getTreePath */.st)(schemaTree, pathInSchema)
    const columnDecoder = {
      pathInSchema,
      element: schemaPath[schemaPath.length - 1].element,
      schemaPath,
      ...options,
      ...chunk.columnMetadata,
      // merge after options, so a partial parsers object keeps the defaults
      parsers: { ...convert/* DEFAULT_PARSERS */.Rc, ...options.parsers },
    }
    const { startByte, endByte } = chunk.range

    if ('pageLocations' in chunk) {
      // page locations already parsed from the offset index
      asyncColumns.push({
        pathInSchema,
        data: readSelectedPages(options, groupPlan, chunk, chunk.pageLocations, columnDecoder),
      })
    } else if ('offsetIndex' in chunk) {
      asyncColumns.push({
        pathInSchema,
        // fetch offset index
        data: Promise.resolve(options.file.slice(chunk.offsetIndex.startByte, chunk.offsetIndex.endByte))
          .then(arrayBuffer => {
            const pages = readOffsetIndex({ view: new DataView(arrayBuffer), offset: 0 }).page_locations
            return readSelectedPages(options, groupPlan, chunk, pages, columnDecoder)
          }),
      })
    } else {
      // full column chunk
      asyncColumns.push({
        pathInSchema,
        data: Promise.resolve(options.file.slice(startByte, endByte))
          .then(buffer => {
            const reader = { view: new DataView(buffer), offset: 0 }
            return readColumn(reader, groupPlan, columnDecoder, options.onPage)
          }),
      })
    }
  }

  return {
    groupStart: groupPlan.groupStart,
    groupRows: groupPlan.groupRows,
    selectStart: groupPlan.selectStart,
    selectEnd: groupPlan.selectEnd,
    asyncColumns,
  }
}

/**
 * Read only the pages of a column chunk that overlap the group plan's select
 * range [selectStart, selectEnd), using page locations from the offset index.
 *
 * @param {ParquetReadOptions} options
 * @param {GroupPlan} groupPlan
 * @param {ChunkPlan} chunk
 * @param {PageLocation[]} pages
 * @param {ColumnDecoder} columnDecoder
 * @returns {Promise<{data: DecodedArray[], skipped: number}>}
 */
async function readSelectedPages(options, groupPlan, chunk, pages, columnDecoder) {
  const { data_page_offset, dictionary_page_offset } = chunk.columnMetadata
  const { selectStart, selectEnd } = groupPlan
  let { startByte, endByte } = chunk.range
  let skipped = -1
  // include dictionary if present, handle polars missing dictionary_page_offset
  const hasDict = dictionary_page_offset || data_page_offset < pages[0].offset
  for (let i = 0; i < pages.length; i++) {
    const page = pages[i]
    const pageStart = Number(page.first_row_index)
    const pageEnd = i + 1 < pages.length
      ? Number(pages[i + 1].first_row_index)
      : groupPlan.groupRows // last page extends to end of row group
    // check if page overlaps with [selectStart, selectEnd)
    if (skipped < 0 && pageEnd > selectStart) {
      startByte = Number(page.offset)
      skipped = pageStart
    }
    if (pageStart < selectEnd) {
      endByte = Number(page.offset) + page.compressed_page_size
    }
  }
  if (skipped < 0) skipped = 0
  /** @type {DataView} */
  let view
  if (hasDict && skipped) {
    // fetch the dictionary page separately from the selected data pages so
    // the skipped leading pages are not transferred
    const dictLength = Number(pages[0].offset) - chunk.range.startByte
    const [dictBuffer, dataBuffer] = await Promise.all([
      options.file.slice(chunk.range.startByte, Number(pages[0].offset)),
      options.file.slice(startByte, endByte),
    ])
    // clamp in case the AsyncBuffer returned more bytes than requested
    const combined = new Uint8Array(dictLength + dataBuffer.byteLength)
    combined.set(new Uint8Array(dictBuffer, 0, dictLength))
    combined.set(new Uint8Array(dataBuffer), dictLength)
    view = new DataView(combined.buffer)
  } else if (hasDict) {
    // dictionary page is contiguous with the first selected page
    view = new DataView(await options.file.slice(chunk.range.startByte, endByte))
  } else {
    view = new DataView(await options.file.slice(startByte, endByte))
  }
  const reader = { view, offset: 0 }
  // adjust row selection for skipped pages
  const adjustedGroupPlan = skipped ? {
    ...groupPlan,
    groupStart: groupPlan.groupStart + skipped,
    selectStart: groupPlan.selectStart - skipped,
    selectEnd: groupPlan.selectEnd - skipped,
  } : groupPlan
  const { data, skipped: columnSkipped } = readColumn(reader, adjustedGroupPlan, columnDecoder, options.onPage)
  return {
    data,
    skipped: skipped + columnSkipped,
  }
}

/**
 * @overload
 * @param {AsyncRowGroup} asyncGroup
 * @param {number} selectStart
 * @param {number} selectEnd
 * @param {string[] | undefined} columns
 * @param {'object'} rowFormat
 * @returns {Promise<Record<string, any>[]>} resolves to row data
 */
/**
 * @overload
 * @param {AsyncRowGroup} asyncGroup
 * @param {number} selectStart
 * @param {number} selectEnd
 * @param {string[] | undefined} columns
 * @param {'array'} [rowFormat]
 * @returns {Promise<any[][]>} resolves to row data
 */
/**
 * @param {AsyncRowGroup} asyncGroup
 * @param {number} selectStart
 * @param {number} selectEnd
 * @param {string[] | undefined} columns
 * @param {'object' | 'array'} [rowFormat]
 * @returns {Promise<Record<string, any>[] | any[][]>} resolves to row data
 */
async function asyncGroupToRows({ asyncColumns }, selectStart, selectEnd, columns, rowFormat) {
  // TODO: do it without flatten
  const asyncPages = await Promise.all(asyncColumns.map(column =>
    column.data.then(({ skipped, data }) => ({ skipped, data: utils_flatten(data) }))
  ))

  // transpose columns into rows
  const selectCount = selectEnd - selectStart
  if (rowFormat === 'object') {
    /** @type {Record<string, any>[]} */
    const groupData = Array(selectCount)
    for (let selectRow = 0; selectRow < selectCount; selectRow++) {
      // return each row as an object
      /** @type {Record<string, any>} */
      const rowData = {}
      for (let i = 0; i < asyncColumns.length; i++) {
        const { data, skipped } = asyncPages[i]
        rowData[asyncColumns[i].pathInSchema[0]] = data[selectStart + selectRow - skipped]
      }
      groupData[selectRow] = rowData
    }
    return groupData
  }

  // careful mapping of column order for rowFormat: array
  const includedColumnNames = asyncColumns
    .map(child => child.pathInSchema[0])
    .filter(name => !columns || columns.includes(name))
  const columnOrder = columns ?? includedColumnNames
  const columnIndexes = columnOrder.map(name => asyncColumns.findIndex(column => column.pathInSchema[0] === name))

  /** @type {any[][]} */
  const groupData = Array(selectCount)
  for (let selectRow = 0; selectRow < selectCount; selectRow++) {
    // return each row as an array
    const rowData = Array(asyncColumns.length)
    for (let i = 0; i < columnOrder.length; i++) {
      const colIdx = columnIndexes[i]
      if (colIdx < 0) throw new Error(`parquet column not found: ${columnOrder[i]}`)
      const { data, skipped } = asyncPages[colIdx]
      rowData[i] = data[selectStart + selectRow - skipped]
    }
    groupData[selectRow] = rowData
  }
  return groupData
}

/**
 * Assemble physical columns into top-level columns asynchronously.
 *
 * @param {AsyncRowGroup} asyncRowGroup
 * @param {SchemaTree} schemaTree
 * @param {Partial<ParquetParsers>} [parsers]
 * @returns {AsyncRowGroup}
 */
function rowgroup_assembleAsync(asyncRowGroup, schemaTree, parsers) {
  const { asyncColumns } = asyncRowGroup
  const allParsers = { ...convert/* DEFAULT_PARSERS */.Rc, ...parsers }
  /** @type {AsyncColumn[]} */
  const assembled = []
  for (const child of schemaTree.children) {
    if (child.children.length) {
      const childColumns = asyncColumns.filter(column => column.pathInSchema[0] === child.element.name)
      if (!childColumns.length) continue

      assembled.push({
        pathInSchema: child.path,
        data: (async () => {
          // collect subcolumn data — Promise.all observes every rejection so
          // a sibling failure cannot leak as an unhandledRejection
          const resolved = await Promise.all(childColumns.map(c => c.data))
          /** @type {Map<string, DecodedArray>} */
          const subcolumnData = new Map()
          const flattened = resolved.map(({ data }) => utils_flatten(data))
          // Physical pages can cover far more rows than the requested range.
          // Clip before nested/VARIANT assembly, which expands compact binary
          // values into independent object graphs and strings for every row.
          const skipped = Math.max(asyncRowGroup.selectStart ?? 0, ...resolved.map(result => result.skipped))
          const end = Math.min(asyncRowGroup.selectEnd ?? Infinity, ...resolved.map((result, i) => result.skipped + flattened[i].length))
          for (let i = 0; i < childColumns.length; i++) {
            // Offset-index reads may start each physical child at a different
            // page boundary. Align them to their common absolute row range.
            const start = skipped - resolved[i].skipped
            const length = Math.max(0, end - skipped)
            subcolumnData.set(
              childColumns[i].pathInSchema.join('.'),
              flattened[i].slice(start, start + length)
            )
          }
          // assemble the column
          assembleNested(subcolumnData, child, allParsers)
          const assembled = subcolumnData.get(child.element.name)
          if (!assembled) throw new Error('parquet column data not assembled')
          return { data: [assembled], skipped }
        })(),
      })
    } else {
      // leaf node, return the column
      const asyncColumn = asyncColumns.find(column => column.pathInSchema[0] === child.element.name)
      if (asyncColumn) assembled.push(asyncColumn)
    }
  }
  return { ...asyncRowGroup, asyncColumns: assembled }
}

;// CONCATENATED MODULE: ./node_modules/hyparquet/src/plan.js






/**
 * @import {AsyncBuffer, BloomFilter, ByteRange, ChunkPlan, ColumnPageStats, FileMetaData, GroupPlan, PageLocation, PageRanges, ParquetParsers, ParquetQueryFilter, ParquetReadOptions, QueryPlan, RowGroup, SchemaElement, SchemaTree} from '../src/types.js'
 */

// Combine column chunks if less than 2mb
const runLimit = 1 << 21 // 2mb
// When reading selected columns, combine chunks separated by at most this many unrequested bytes.
// Arrow C++ before 18 and Polars write a copy of each column's metadata after its chunk, leaving small gaps.
// Same default as Arrow's CacheOptions hole_size_limit.
const columnGapLimit = 1 << 13 // 8kb

/**
 * Plan which byte ranges to read to satisfy a read request.
 * Metadata must be non-null.
 *
 * @param {ParquetReadOptions & { bloomFiltersByGroup?: Record<string, BloomFilter>[], schemaElements?: Record<string, SchemaElement>, pageRangesByGroup?: (PageRanges | undefined)[], pageLocationsByGroup?: Record<string, PageLocation[]>[] }} options
 * @returns {QueryPlan}
 */
function plan_parquetPlan(options) {
  const { metadata, rowStart = 0, columns, useOffsetIndex = false } = options
  if (!metadata) throw new Error('parquetPlan requires metadata')
  /** @type {GroupPlan[]} */
  const groups = []
  /** @type {ByteRange[]} */
  const fetches = []
  /** @type {ByteRange[]} */
  const indexes = []
  const scanPlan = plan_parquetPlanGroups(options)
  for (const group of scanPlan.groups) {
    const groupPlan = plan_parquetPlanGroup({ ...group, columns, useOffsetIndex })
    groups.push(...groupPlan.groups)
    fetches.push(...groupPlan.fetches)
    indexes.push(...groupPlan.indexes)
  }
  fetches.push(...indexes)

  return { metadata, rowStart, rowEnd: scanPlan.rowEnd, columns, fetches, groups }
}

/**
 * Select physical row-group ranges without planning column reads.
 *
 * @param {ParquetReadOptions & { bloomFiltersByGroup?: Record<string, BloomFilter>[], schemaElements?: Record<string, SchemaElement>, pageRangesByGroup?: (PageRanges | undefined)[], pageLocationsByGroup?: Record<string, PageLocation[]>[] }} options
 * @returns {{groups: {rowGroup: RowGroup, groupIndex: number, groupStart: number, groupRows: number, ranges: PageRanges, pageRanges?: PageRanges, pageLocations?: Record<string, PageLocation[]>}[], rowEnd: number}}
 */
function plan_parquetPlanGroups({ metadata, rowStart = 0, rowEnd = Infinity, columns, filter, filterStrict = true, bloomFiltersByGroup, schemaElements, pageRangesByGroup, pageLocationsByGroup }) {
  if (!metadata) throw new Error('parquetPlan requires metadata')
  const schemaTree = (0,src_metadata/* parquetSchema */.YR)(metadata)
  const physicalColumns = (0,src_schema/* getPhysicalColumns */.fX)(schemaTree)
  const elementsByPath = filter ? {
    ...physicalSchemaElements(schemaTree),
    ...schemaElements,
  } : schemaElements
  const groups = []
  let groupStart = 0
  for (let groupIndex = 0; groupIndex < metadata.row_groups.length; groupIndex++) {
    const rowGroup = metadata.row_groups[groupIndex]
    const groupRows = Number(rowGroup.num_rows)
    const groupEnd = groupStart + groupRows
    if (groupRows > 0 && groupEnd > rowStart && groupStart < rowEnd && !canSkipRowGroup({
      rowGroup,
      physicalColumns,
      filter,
      strict: filterStrict,
      bloomFilters: bloomFiltersByGroup?.[groupIndex],
      schemaElements: elementsByPath,
    })) {
      const selectStart = Math.max(rowStart - groupStart, 0)
      const selectEnd = Math.min(rowEnd - groupStart, groupRows)
      const pageRanges = pageRangesByGroup?.[groupIndex]
      const pageLocations = pageLocationsByGroup?.[groupIndex]
      /** @type {PageRanges} */
      let ranges = pageRanges
        ? pageRanges
          .map(([start, end]) => {
            /** @type {[number, number]} */
            const range = [Math.max(start, selectStart), Math.min(end, selectEnd)]
            return range
          })
          .filter(([start, end]) => start < end)
        : [[selectStart, selectEnd]]

      if (ranges.length > 1) {
        const canSplit = rowGroup.columns.every(chunk => {
          const columnName = chunk.meta_data?.path_in_schema[0]
          const columnPath = chunk.meta_data?.path_in_schema.join('.')
          if (columns && columnName && !columns.includes(columnName)) return true
          return !!(chunk.offset_index_offset && chunk.offset_index_length) || !!(columnPath && pageLocations?.[columnPath])
        })
        ranges = canSplit
          ? coalesceOverlappingPageRanges(ranges, rowGroup, columns, pageLocations)
          : [[ranges[0][0], ranges[ranges.length - 1][1]]]
      }
      if (ranges.length) {
        groups.push({ rowGroup, groupIndex, groupStart, groupRows, ranges, pageRanges, pageLocations })
      }
    }
    groupStart = groupEnd
  }
  return { groups, rowEnd: isFinite(rowEnd) ? rowEnd : groupStart }
}

/**
 * Build byte plans for retained ranges in one row group.
 *
 * @param {object} options
 * @param {RowGroup} options.rowGroup
 * @param {number} options.groupStart
 * @param {number} options.groupRows
 * @param {PageRanges} options.ranges
 * @param {string[]} [options.columns]
 * @param {boolean} [options.useOffsetIndex]
 * @param {PageRanges} [options.pageRanges]
 * @param {Record<string, PageLocation[]>} [options.pageLocations]
 * @returns {{groups: GroupPlan[], fetches: ByteRange[], indexes: ByteRange[]}}
 */
function plan_parquetPlanGroup({ rowGroup, groupStart, groupRows, ranges, columns, useOffsetIndex = false, pageRanges, pageLocations }) {
  /** @type {ChunkPlan[]} */
  const chunks = []
  /** @type {ByteRange[]} */
  const fetches = []
  /** @type {ByteRange[]} */
  const indexes = []
  const narrowed = ranges.length > 1 || ranges[0][0] > 0 || ranges[0][1] < groupRows
  for (const chunk of rowGroup.columns) {
    const meta = chunk.meta_data
    if (chunk.file_path) throw new Error('parquet file_path not supported')
    if (!meta) throw new Error('parquet column metadata is undefined')
    if (columns && !columns.includes(meta.path_in_schema[0])) continue
    const columnOffset = meta.dictionary_page_offset || meta.data_page_offset
    const startByte = Number(columnOffset)
    const endByte = Number(columnOffset + meta.total_compressed_size)
    const chunkPageLocations = pageLocations?.[meta.path_in_schema.join('.')]

    if (chunkPageLocations && narrowed) {
      chunks.push({ columnMetadata: meta, pageLocations: chunkPageLocations, range: { startByte, endByte } })
    } else if ((useOffsetIndex || pageRanges) && chunk.offset_index_offset && chunk.offset_index_length && narrowed) {
      const startByte = Number(chunk.offset_index_offset)
      chunks.push({
        columnMetadata: meta,
        offsetIndex: { startByte, endByte: startByte + chunk.offset_index_length },
        range: { startByte: Number(columnOffset), endByte },
      })
    } else {
      chunks.push({ columnMetadata: meta, range: { startByte, endByte } })
    }
  }

  /** @type {ByteRange[]} */
  const columnRanges = []
  /** @type {ByteRange | undefined} */
  let run
  for (const chunk of chunks) {
    if ('pageLocations' in chunk) continue
    if ('offsetIndex' in chunk) {
      indexes.push(chunk.offsetIndex)
    } else if (columns) {
      columnRanges.push(chunk.range)
    } else if (run && chunk.range.endByte - run.startByte <= runLimit) {
      run.endByte = chunk.range.endByte
    } else {
      if (run) fetches.push(run)
      run = { ...chunk.range }
    }
  }
  if (run) fetches.push(run)
  // selected chunks are combined in file order, skipping only small gaps
  fetches.push(...coalesceByteRanges(columnRanges, columnGapLimit, runLimit))
  const groups = ranges.map(([selectStart, selectEnd]) => ({
    chunks,
    rowGroup,
    groupStart,
    groupRows,
    selectStart,
    selectEnd,
  }))
  return { groups, fetches, indexes }
}

/**
 * Merge candidate ranges when any selected column would read an overlapping
 * data page for both ranges. Unknown page layouts are merged conservatively.
 *
 * @param {PageRanges} ranges
 * @param {RowGroup} rowGroup
 * @param {string[] | undefined} columns
 * @param {Record<string, PageLocation[]> | undefined} pageLocations
 * @returns {PageRanges}
 */
function coalesceOverlappingPageRanges(ranges, rowGroup, columns, pageLocations) {
  const selectedPageLayouts = rowGroup.columns
    .filter(chunk => !columns || columns.includes(chunk.meta_data?.path_in_schema[0] || ''))
    .map(chunk => pageLocations?.[chunk.meta_data?.path_in_schema.join('.') || ''])

  /** @type {PageRanges} */
  const merged = []
  for (const range of ranges) {
    const last = merged[merged.length - 1]
    const overlapsPage = last && selectedPageLayouts.some(pages => {
      if (!pages) return true
      const lastPages = pagesForRange(last, pages, Number(rowGroup.num_rows))
      const rangePages = pagesForRange(range, pages, Number(rowGroup.num_rows))
      return lastPages[0] <= rangePages[1] && rangePages[0] <= lastPages[1]
    })
    if (last && overlapsPage) last[1] = range[1]
    else merged.push([...range])
  }
  return merged
}

/**
 * Return the inclusive indexes of the first and last pages overlapping a row
 * range. Offset indexes cover every row, so a valid range always finds a page.
 *
 * @param {[number, number]} range
 * @param {PageLocation[]} pages
 * @param {number} groupRows
 * @returns {[number, number]}
 */
function pagesForRange([rangeStart, rangeEnd], pages, groupRows) {
  let first = Infinity
  let last = -Infinity
  for (let i = 0; i < pages.length; i++) {
    const pageStart = Number(pages[i].first_row_index)
    const pageEnd = i + 1 < pages.length ? Number(pages[i + 1].first_row_index) : groupRows
    if (pageEnd > rangeStart && pageStart < rangeEnd) {
      first = Math.min(first, i)
      last = i
    }
  }
  return [first, last]
}

/**
 * Fetch bloom filters for $eq / $in columns of row groups not already provably
 * skippable by statistics alone. Returns an array indexed by row-group ordinal;
 * each entry maps top-level column name → BloomFilter for any chunk whose
 * bloom filter we were able to parse. Adds one round-trip when at least one
 * bloom filter is fetched; otherwise returns synchronously.
 *
 * @param {object} options
 * @param {AsyncBuffer} options.file
 * @param {FileMetaData} options.metadata
 * @param {ParquetQueryFilter} options.filter
 * @param {boolean} [options.filterStrict]
 * @returns {Promise<Record<string, BloomFilter>[]>}
 */
async function prefetchBloomFilters({ file, metadata, filter, filterStrict = true }) {
  const result = metadata.row_groups.map(() => /** @type {Record<string, BloomFilter>} */ ({}))
  const eligibleCols = bloomEligibleColumns(filter)
  if (eligibleCols.size === 0) return result
  const physicalColumns = (0,src_schema/* getPhysicalColumns */.fX)((0,src_metadata/* parquetSchema */.YR)(metadata))

  /** @type {Promise<void>[]} */
  const tasks = []
  metadata.row_groups.forEach((rowGroup, rgIdx) => {
    if (canSkipRowGroup({ rowGroup, physicalColumns, filter, strict: filterStrict })) return
    for (const colName of eligibleCols) {
      const columnIdx = physicalColumns.indexOf(colName)
      if (columnIdx === -1) continue
      const meta = rowGroup.columns[columnIdx]?.meta_data
      if (!meta?.bloom_filter_offset || !meta.bloom_filter_length) continue
      const start = Number(meta.bloom_filter_offset)
      const end = start + meta.bloom_filter_length
      tasks.push((async () => {
        const buffer = await file.slice(start, end)
        const bloom = readBloomFilter({ view: new DataView(buffer), offset: 0 })
        if (bloom) result[rgIdx][colName] = bloom
      })())
    }
  })

  if (tasks.length) await Promise.all(tasks)
  return result
}

/**
 * Fetch page indexes (column index + offset index) for filter columns of row
 * groups that survive row-group-level pruning, and compute candidate row
 * ranges per group from the per-page min/max statistics.
 *
 * Returns pageRangesByGroup indexed by row-group ordinal: sorted disjoint
 * [start, end) row ranges (relative to the group) that could match the filter.
 * An empty array means the group provably contains no matching rows; undefined
 * means no page-level information was available for that group.
 * Also returns pageLocationsByGroup, mapping row-group ordinals and physical
 * leaf paths to page locations, so the read path can reuse the parsed offset
 * indexes without refetching them.
 *
 * @param {object} options
 * @param {AsyncBuffer} options.file
 * @param {FileMetaData} options.metadata
 * @param {ParquetQueryFilter} [options.filter]
 * @param {boolean} [options.filterStrict]
 * @param {number} [options.rowStart]
 * @param {number} [options.rowEnd]
 * @param {string[]} [options.columns]
 * @param {Record<string, BloomFilter>[]} [options.bloomFiltersByGroup]
 * @param {Record<string, SchemaElement>} [options.schemaElements]
 * @param {Partial<ParquetParsers>} [options.parsers]
 * @returns {Promise<{pageRangesByGroup: (PageRanges | undefined)[], pageLocationsByGroup: Record<string, PageLocation[]>[]}>}
 */
async function prefetchPageIndexes({ file, metadata, filter, filterStrict = true, rowStart = 0, rowEnd = Infinity, columns, bloomFiltersByGroup, schemaElements, parsers }) {
  /** @type {(PageRanges | undefined)[]} */
  const pageRangesByGroup = metadata.row_groups.map(() => undefined)
  const pageLocationsByGroup = metadata.row_groups.map(() => /** @type {Record<string, PageLocation[]>} */ ({}))
  if (filter && '$nor' in filter && Array.isArray(filter.$nor)) {
    return { pageRangesByGroup, pageLocationsByGroup }
  }
  const filterColumns = pathsNeededForFilter(filter)
  if (!filterColumns.length) return { pageRangesByGroup, pageLocationsByGroup }
  const schemaTree = (0,src_metadata/* parquetSchema */.YR)(metadata)
  const physicalColumns = (0,src_schema/* getPhysicalColumns */.fX)(schemaTree)
  const elementsByPath = {
    ...physicalSchemaElements(schemaTree),
    ...schemaElements,
  }

  /** @type {ByteRange[]} */
  const indexRanges = []
  /** @type {((file: AsyncBuffer) => Promise<void>)[]} */
  const indexTasks = []
  /** @type {{rgIdx: number, groupRows: number, columnPages: Record<string, ColumnPageStats>}[]} */
  const candidateGroups = []
  let groupStart = 0
  metadata.row_groups.forEach((rowGroup, rgIdx) => {
    const groupRows = Number(rowGroup.num_rows)
    const groupEnd = groupStart + groupRows
    const overlaps = groupRows > 0 && groupEnd > rowStart && groupStart < rowEnd
    groupStart = groupEnd
    if (!overlaps) return
    if (canSkipRowGroup({ rowGroup, physicalColumns, filter, strict: filterStrict, bloomFilters: bloomFiltersByGroup?.[rgIdx], schemaElements: elementsByPath })) return

    /** @type {Record<string, ColumnPageStats>} */
    const columnPages = {}
    let columnTaskCount = 0
    const scheduledOffsetPaths = new Set()
    let hasFilterIndex = false
    for (const columnName of filterColumns) {
      const columnIdx = physicalColumns.indexOf(columnName)
      if (columnIdx === -1) continue
      const chunk = rowGroup.columns[columnIdx]
      const meta = chunk?.meta_data
      if (!meta) continue
      if (!chunk.column_index_offset || !chunk.column_index_length) continue
      if (!chunk.offset_index_offset || !chunk.offset_index_length) continue
      const element = elementsByPath[columnName]
      if (!element) continue
      hasFilterIndex = true
      scheduledOffsetPaths.add(columnName)
      const columnIndexStart = Number(chunk.column_index_offset)
      const offsetIndexStart = Number(chunk.offset_index_offset)
      const columnIndexEnd = columnIndexStart + chunk.column_index_length
      const offsetIndexEnd = offsetIndexStart + chunk.offset_index_length
      indexRanges.push(
        { startByte: columnIndexStart, endByte: columnIndexEnd },
        { startByte: offsetIndexStart, endByte: offsetIndexEnd }
      )
      columnTaskCount++
      indexTasks.push(async prefetchedFile => {
        const [columnIndexBuffer, offsetIndexBuffer] = await Promise.all([
          prefetchedFile.slice(columnIndexStart, columnIndexEnd),
          prefetchedFile.slice(offsetIndexStart, offsetIndexEnd),
        ])
        const columnIndex = readColumnIndex({ view: new DataView(columnIndexBuffer), offset: 0 }, element, parsers)
        const offsetIndex = readOffsetIndex({ view: new DataView(offsetIndexBuffer), offset: 0 })
        pageLocationsByGroup[rgIdx][columnName] = offsetIndex.page_locations
        columnPages[columnName] = {
          minValues: columnIndex.min_values,
          maxValues: columnIndex.max_values,
          nullPages: columnIndex.null_pages,
          nullCounts: columnIndex.null_counts,
          pageStarts: offsetIndex.page_locations.map(page => Number(page.first_row_index)),
          element,
        }
      })
    }
    // Candidate ranges are shared by every selected column. Load their offset
    // indexes too so the planner can merge ranges that map to the same coarse
    // page instead of fetching and decoding that page more than once.
    if (hasFilterIndex) {
      for (const chunk of rowGroup.columns) {
        const meta = chunk.meta_data
        if (!meta) continue
        const columnName = meta.path_in_schema[0]
        const columnPath = meta.path_in_schema.join('.')
        if (columns && !columns.includes(columnName)) continue
        if (scheduledOffsetPaths.has(columnPath)) continue
        if (!chunk.offset_index_offset || !chunk.offset_index_length) continue
        scheduledOffsetPaths.add(columnPath)
        const offsetIndexStart = Number(chunk.offset_index_offset)
        const offsetIndexEnd = offsetIndexStart + chunk.offset_index_length
        indexRanges.push({ startByte: offsetIndexStart, endByte: offsetIndexEnd })
        columnTaskCount++
        indexTasks.push(async prefetchedFile => {
          const offsetIndexBuffer = await prefetchedFile.slice(offsetIndexStart, offsetIndexEnd)
          const offsetIndex = readOffsetIndex({ view: new DataView(offsetIndexBuffer), offset: 0 })
          pageLocationsByGroup[rgIdx][columnPath] = offsetIndex.page_locations
        })
      }
    }
    if (columnTaskCount) {
      candidateGroups.push({ rgIdx, groupRows, columnPages })
    }
  })

  if (indexTasks.length) {
    const prefetchedFile = prefetchAsyncBuffer(file, { fetches: coalesceByteRanges(indexRanges) })
    await Promise.all(indexTasks.map(task => task(prefetchedFile)))
    for (const { rgIdx, groupRows, columnPages } of candidateGroups) {
      pageRangesByGroup[rgIdx] = filterPageRanges(filter, columnPages, groupRows, filterStrict)
    }
  }
  return { pageRangesByGroup, pageLocationsByGroup }
}

/**
 * Merge overlapping or touching byte ranges. By default no bytes are added;
 * pass maxGap to also merge ranges separated by up to maxGap unrequested bytes,
 * as long as the merged range stays within maxSize.
 *
 * @param {ByteRange[]} ranges
 * @param {number} [maxGap]
 * @param {number} [maxSize]
 * @returns {ByteRange[]}
 */
function coalesceByteRanges(ranges, maxGap = 0, maxSize = Infinity) {
  const sorted = ranges
    .map(range => ({ ...range }))
    .sort((a, b) => a.startByte - b.startByte || a.endByte - b.endByte)
  /** @type {ByteRange[]} */
  const merged = []
  for (const range of sorted) {
    const last = merged[merged.length - 1]
    if (last && range.startByte <= last.endByte + maxGap && Math.max(last.endByte, range.endByte) - last.startByte <= maxSize) {
      last.endByte = Math.max(last.endByte, range.endByte)
    } else {
      merged.push(range)
    }
  }
  return merged
}

/**
 * Build a lookup from physical paths to leaf schema elements.
 *
 * @param {SchemaTree} schemaTree
 * @returns {Record<string, SchemaElement>}
 */
function physicalSchemaElements(schemaTree) {
  /** @type {Record<string, SchemaElement>} */
  const elements = {}
  /** @param {SchemaTree} node */
  function traverse(node) {
    if (node.children.length) {
      for (const child of node.children) traverse(child)
    } else {
      elements[node.path.join('.')] = node.element
    }
  }
  traverse(schemaTree)
  return elements
}

/**
 * Prefetch byte ranges from an AsyncBuffer.
 *
 * @param {AsyncBuffer} file
 * @param {{fetches: ByteRange[]}} options
 * @returns {AsyncBuffer}
 */
function prefetchAsyncBuffer(file, { fetches }) {
  // fetch byte ranges from the file
  const promises = fetches.map(({ startByte, endByte }) => file.slice(startByte, endByte))
  return {
    byteLength: file.byteLength,
    slice(start, end = file.byteLength) {
      // find matching slice
      const index = fetches.findIndex(({ startByte, endByte }) => startByte <= start && end <= endByte)
      if (index < 0) {
        // fallback to direct read
        return file.slice(start, end)
      }
      if (fetches[index].startByte !== start || fetches[index].endByte !== end) {
        // slice a subrange of the prefetch
        const startOffset = start - fetches[index].startByte
        const endOffset = end - fetches[index].startByte
        if (promises[index] instanceof Promise) {
          return promises[index].then(buffer => buffer.slice(startOffset, endOffset))
        } else {
          return promises[index].slice(startOffset, endOffset)
        }
      } else {
        return promises[index]
      }
    },
  }
}

;// CONCATENATED MODULE: ./node_modules/hyparquet/src/scan.js
/**
 * @import {AsyncRowGroup, BaseParquetReadOptions, BloomFilter, DecodedArray, PageLocation, PageRanges, ParquetScan, ParquetScanOptions, QueryPlan, SchemaElement} from '../src/types.js'
 */

/**
 * @typedef {BaseParquetReadOptions & {
 *   bloomFiltersByGroup?: Record<string, BloomFilter>[],
 *   schemaElements?: Record<string, SchemaElement>,
 *   pageRangesByGroup?: (PageRanges | undefined)[],
 *   pageLocationsByGroup?: Record<string, PageLocation[]>[],
 * }} PreparedParquetReadOptions
 */







/**
 * Prepare a lazy column-oriented scan of a parquet file.
 *
 * The returned ranges are physical, zero-based row ranges in the file. A
 * `pruningFilter` may narrow them using row-group statistics, bloom filters,
 * and page indexes, but does not filter individual values returned by
 * `readColumn`. This makes the scan suitable for query engines that maintain
 * their own row selections while retaining parquet-level I/O pushdown.
 *
 * `columns`, when supplied, limits the columns available to `readColumn`.
 * Columns referenced by `pruningFilter` are included automatically.
 *
 * @param {ParquetScanOptions} options
 * @returns {Promise<ParquetScan>}
 */
async function parquetScan(options) {
  options.metadata ??= await parquetMetadataAsync(options.file, options)
  const { pruningFilter, ...readOptions } = options
  let { columns } = readOptions
  if (columns && pruningFilter) {
    const selectedColumns = new Set(columns)
    const extraColumns = columnsNeededForFilter(pruningFilter)
      .filter(column => !selectedColumns.has(column))
    if (extraColumns.length) columns = [...columns, ...extraColumns]
  }
  const preparedOptions = await prepareParquetOptions({
    ...readOptions,
    columns,
    filter: pruningFilter,
    useOffsetIndex: readOptions.useOffsetIndex ?? true,
  })
  const { metadata } = preparedOptions
  if (!metadata) throw new Error('parquet requires metadata')

  const schemaTree = parquetSchema(metadata)
  const availableColumns = new Set(columns ?? schemaTree.children.map(child => child.element.name))
  const plan = parquetPlanGroups(preparedOptions)
  const candidates = plan.groups.flatMap(group => group.ranges.map(([selectStart, selectEnd]) => ({
    rowStart: group.groupStart + selectStart,
    rowEnd: group.groupStart + selectEnd,
    group,
  })))
  const ranges = candidates.map(({ rowStart, rowEnd }) => ({ rowStart, rowEnd }))
  /** @type {Map<string, {rowStart: number, rowEnd: number, data: Promise<DecodedArray>}>} */
  const cache = new Map()

  /**
   * @param {import('../src/types.js').ParquetScanColumnOptions} columnOptions
   * @returns {Promise<DecodedArray>}
   */
  function readColumn({ column, rowStart, rowEnd }) {
    if (!availableColumns.has(column)) {
      throw new Error(`parquet column not found in scan: ${column}`)
    }
    validateRange(rowStart, rowEnd)
    if (rowStart === rowEnd) return Promise.resolve([])
    const candidateIndex = findCandidate(candidates, rowStart, rowEnd)
    if (candidateIndex < 0) {
      throw new RangeError(`parquet row range [${rowStart}, ${rowEnd}) is outside scan ranges`)
    }
    const { group } = candidates[candidateIndex]

    const cached = cache.get(column)
    if (cached && rowStart >= cached.rowStart && rowEnd <= cached.rowEnd) {
      return cached.data.then(data => sliceDecodedArray(
        data,
        rowStart - cached.rowStart,
        rowEnd - cached.rowStart
      ))
    }

    const data = readColumnRange({
      options: preparedOptions,
      schemaTree,
      group,
      column,
      rowStart,
      rowEnd,
    })
    cache.set(column, { rowStart, rowEnd, data })
    return data
  }

  return {
    metadata,
    ranges,
    readColumn,
  }
}

/**
 * Load optional indexes and build the canonical physical read plan.
 * Shared by row-oriented reads and lazy scans so pruning behavior cannot
 * diverge between APIs.
 *
 * @param {BaseParquetReadOptions} options
 * @returns {Promise<{options: PreparedParquetReadOptions, plan: QueryPlan}>}
 */
async function scan_prepareParquetRead(options) {
  const prepared = await prepareParquetOptions(options)
  return {
    options: prepared,
    plan: plan_parquetPlan(prepared),
  }
}

/**
 * Load optional indexes and validate read options without planning data reads.
 *
 * @param {BaseParquetReadOptions} options
 * @returns {Promise<PreparedParquetReadOptions>}
 */
async function prepareParquetOptions(options) {
  const metadata = options.metadata ?? await (0,src_metadata/* parquetMetadataAsync */.Ei)(options.file, options)
  const schemaColumns = (0,src_metadata/* parquetSchema */.YR)(metadata).children.map(child => child.element.name)
  const filterColumns = filter_columnsNeededForFilter(options.filter)
  const missingFilterColumns = filterColumns.filter(column => !schemaColumns.includes(column))
  if (missingFilterColumns.length) {
    throw new Error(`parquet filter columns not found: ${missingFilterColumns.join(', ')}`)
  }

  if (options.columns) {
    const missingColumns = options.columns.filter(column => !schemaColumns.includes(column))
    if (missingColumns.length) throw new Error(`parquet column not found: ${missingColumns[0]}`)
  }

  /** @type {PreparedParquetReadOptions} */
  let prepared = { ...options, metadata }
  prepared = await withBloomFilters(prepared)
  prepared = await withPageIndexes(prepared)
  return prepared
}

/**
 * Read all planned row groups, prefetching their coalesced byte ranges.
 *
 * @param {BaseParquetReadOptions} options
 * @param {QueryPlan} plan
 * @returns {AsyncRowGroup[]}
 */
function scan_readParquetPlan(options, plan) {
  const readOptions = { ...options, file: prefetchAsyncBuffer(options.file, plan) }
  return plan.groups.map(group => readRowGroup(readOptions, plan, group))
}

/**
 * @param {object} input
 * @param {PreparedParquetReadOptions} input.options
 * @param {import('../src/types.js').SchemaTree} input.schemaTree
 * @param {ReturnType<typeof parquetPlanGroups>['groups'][number]} input.group
 * @param {string} input.column
 * @param {number} input.rowStart
 * @param {number} input.rowEnd
 * @returns {Promise<DecodedArray>}
 */
async function readColumnRange({ options, schemaTree, group, column, rowStart, rowEnd }) {
  const columnOptions = {
    ...options,
    columns: [column],
    filter: undefined,
    rowStart,
    rowEnd,
    useBloomFilters: false,
    useOffsetIndex: options.useOffsetIndex ?? true,
    usePageIndex: false,
    pageRangesByGroup: undefined,
  }
  const columnPlan = planCandidateColumn({ options, group, column, rowStart, rowEnd })
  const [asyncGroup] = scan_readParquetPlan(columnOptions, columnPlan)
  if (!asyncGroup) throw new Error('parquet scan range not planned')
  const assembled = assembleAsync(asyncGroup, schemaTree, options.parsers)
  const asyncColumn = assembled.asyncColumns.find(child => child.pathInSchema[0] === column)
  if (!asyncColumn) throw new Error(`parquet column not found: ${column}`)
  const result = await asyncColumn.data
  const data = flatten(result.data)
  const selectStart = assembled.selectStart ?? rowStart - assembled.groupStart
  const selectEnd = assembled.selectEnd ?? rowEnd - assembled.groupStart
  return sliceDecodedArray(data, selectStart - result.skipped, selectEnd - result.skipped)
}

/**
 * Build a one-column plan from a retained candidate without scanning the
 * file's row groups again.
 *
 * @param {object} input
 * @param {PreparedParquetReadOptions} input.options
 * @param {ReturnType<typeof parquetPlanGroups>['groups'][number]} input.group
 * @param {string} input.column
 * @param {number} input.rowStart
 * @param {number} input.rowEnd
 * @returns {QueryPlan}
 */
function planCandidateColumn({ options, group, column, rowStart, rowEnd }) {
  if (!options.metadata) throw new Error('parquet requires metadata')
  const localPlan = parquetPlanGroup({
    rowGroup: group.rowGroup,
    groupStart: group.groupStart,
    groupRows: group.groupRows,
    ranges: [[rowStart - group.groupStart, rowEnd - group.groupStart]],
    columns: [column],
    useOffsetIndex: options.useOffsetIndex ?? true,
    pageLocations: group.pageLocations,
  })
  const [localGroupPlan] = localPlan.groups
  if (!localGroupPlan) throw new Error(`parquet column not found: ${column}`)
  return {
    metadata: options.metadata,
    rowStart,
    rowEnd,
    columns: [column],
    fetches: [...localPlan.fetches, ...localPlan.indexes],
    groups: [localGroupPlan],
  }
}

/**
 * Find the one candidate that fully contains a requested non-empty range.
 * Candidates are sorted and disjoint, so lookup is logarithmic.
 *
 * @param {{rowStart: number, rowEnd: number}[]} candidates
 * @param {number} rowStart
 * @param {number} rowEnd
 * @returns {number}
 */
function findCandidate(candidates, rowStart, rowEnd) {
  let low = 0
  let high = candidates.length - 1
  while (low <= high) {
    const middle = Math.floor((low + high) / 2)
    const candidate = candidates[middle]
    if (rowStart < candidate.rowStart) {
      high = middle - 1
    } else if (rowStart >= candidate.rowEnd) {
      low = middle + 1
    } else {
      return rowEnd <= candidate.rowEnd ? middle : -1
    }
  }
  return -1
}

/**
 * @param {number} rowStart
 * @param {number} rowEnd
 */
function validateRange(rowStart, rowEnd) {
  if (!Number.isSafeInteger(rowStart) || rowStart < 0) {
    throw new RangeError('parquet rowStart must be a non-negative safe integer')
  }
  if (!Number.isSafeInteger(rowEnd) || rowEnd < rowStart) {
    throw new RangeError('parquet rowEnd must be a safe integer greater than or equal to rowStart')
  }
}

/**
 * Return an exact view over decoded values. Typed arrays retain a zero-copy
 * subarray while ordinary arrays use their native slice.
 *
 * @param {DecodedArray} data
 * @param {number} start
 * @param {number} end
 * @returns {DecodedArray}
 */
function sliceDecodedArray(data, start, end) {
  if (start === 0 && end === data.length) return data
  return Array.isArray(data) ? data.slice(start, end) : data.subarray(start, end)
}

/**
 * Conditionally fetch bloom filters and attach them to planner options.
 *
 * @param {PreparedParquetReadOptions} options
 * @returns {Promise<PreparedParquetReadOptions>}
 */
async function withBloomFilters(options) {
  if (!options.useBloomFilters || !options.filter || !options.metadata) return options
  const schemaTree = (0,src_metadata/* parquetSchema */.YR)(options.metadata)
  /** @type {Record<string, SchemaElement>} */
  const schemaElements = {}
  for (const child of schemaTree.children) schemaElements[child.element.name] = child.element
  const bloomFiltersByGroup = await prefetchBloomFilters({
    file: options.file,
    metadata: options.metadata,
    filter: options.filter,
    filterStrict: options.filterStrict,
  })
  return { ...options, bloomFiltersByGroup, schemaElements }
}

/**
 * Conditionally fetch page indexes and attach candidate ranges and layouts.
 *
 * @param {PreparedParquetReadOptions} options
 * @returns {Promise<PreparedParquetReadOptions>}
 */
async function withPageIndexes(options) {
  if (!options.usePageIndex || !options.filter || !options.metadata) return options
  const { pageRangesByGroup, pageLocationsByGroup } = await prefetchPageIndexes({
    file: options.file,
    metadata: options.metadata,
    filter: options.filter,
    filterStrict: options.filterStrict,
    rowStart: options.rowStart,
    rowEnd: options.rowEnd,
    columns: options.columns,
    bloomFiltersByGroup: options.bloomFiltersByGroup,
    schemaElements: options.schemaElements,
    parsers: options.parsers,
  })
  return { ...options, pageRangesByGroup, pageLocationsByGroup }
}

;// CONCATENATED MODULE: ./node_modules/hyparquet/src/read.js
/**
 * @import {AsyncRowGroup, BaseParquetReadOptions, DecodedArray, ParquetReadOptions, ParquetRow} from '../src/types.js'
 */








/**
 * Symbol for the absolute, zero-based physical position of an object row.
 * @type {typeof import('../src/types.js').rowIndex}
 */
// eslint-disable-next-line no-extra-parens
const rowIndex = /** @type {typeof import('../src/types.js').rowIndex} */ (Symbol('rowIndex'))

/**
 * Read parquet data rows from a file-like object.
 * Reads the minimal number of row groups and columns to satisfy the request.
 *
 * Returns a void promise when complete.
 * Errors are thrown on the returned promise.
 * Data is returned in callbacks onComplete, onChunk, onPage, NOT the return promise.
 * See parquetReadObjects for a more convenient API.
 *
 * @param {ParquetReadOptions} options read options
 * @returns {Promise<void>} resolves when all requested rows and columns are parsed, all errors are thrown here
 */
async function parquetRead(options) {
  // load metadata if not provided
  options.metadata ??= await (0,src_metadata/* parquetMetadataAsync */.Ei)(options.file, options)

  const { rowStart = 0, rowEnd, columns, onChunk, onComplete, rowFormat, filter, filterStrict = true } = options

  // Filter requires object format to match column names
  if (filter && rowFormat !== 'object') {
    throw new Error('parquet filter requires rowFormat: "object"')
  }

  if (options.includeRowIndex && rowFormat !== 'object') {
    throw new Error('parquet includeRowIndex requires rowFormat: "object"')
  }

  const filterColumns = filter_columnsNeededForFilter(filter)
  let readColumns = columns
  if (columns && filterColumns.length) {
    const selectedColumns = new Set(columns)
    const extraColumns = filterColumns.filter(column => !selectedColumns.has(column))
    if (extraColumns.length) readColumns = [...columns, ...extraColumns]
  }
  const readOptions = readColumns === columns ? options : { ...options, columns: readColumns }
  const prepared = await scan_prepareParquetRead(readOptions)
  const preparedOptions = prepared.options
  const requiresProjection = readColumns !== columns
  const asyncGroups = scan_readParquetPlan(preparedOptions, prepared.plan)

  // skip assembly if no onComplete or onChunk, but wait for reading to finish
  if (!onComplete && !onChunk) {
    await awaitAllColumns(asyncGroups)
    return
  }

  // assemble struct columns
  if (!preparedOptions.metadata) throw new Error('parquet requires metadata')
  const schemaTree = (0,src_metadata/* parquetSchema */.YR)(preparedOptions.metadata)
  const assembled = asyncGroups.map(arg => rowgroup_assembleAsync(arg, schemaTree, options.parsers))

  // onChunk emit all chunks (don't await). Rejection is surfaced by awaitAllColumns below.
  if (onChunk) {
    for (const asyncGroup of assembled) {
      for (const asyncColumn of asyncGroup.asyncColumns) {
        asyncColumn.data.then(({ data, skipped }) => {
          let rowStart = asyncGroup.groupStart + skipped
          for (const columnData of data) {
            onChunk({
              columnName: asyncColumn.pathInSchema[0],
              columnData,
              rowStart,
              rowEnd: rowStart + columnData.length,
            })
            rowStart += columnData.length
          }
        }, () => {})
      }
    }
  }

  // onComplete transpose column chunks to rows
  if (onComplete) {
    // wait for all reads to settle so a sibling rejection cannot leak
    await awaitAllColumns(assembled)
    // loosen the types to avoid duplicate code
    /** @type {any[]} */
    const rows = []
    for (const asyncGroup of assembled) {
      // filter to rows in range (the plan may have narrowed the selection to
      // a sub-range of the group via page index pushdown)
      const selectStart = asyncGroup.selectStart ?? Math.max(rowStart - asyncGroup.groupStart, 0)
      const selectEnd = asyncGroup.selectEnd ?? Math.min((rowEnd ?? Infinity) - asyncGroup.groupStart, asyncGroup.groupRows)
      // transpose column chunks to rows in output
      const groupData = rowFormat === 'object' ?
        await asyncGroupToRows(asyncGroup, selectStart, selectEnd, readColumns, 'object') :
        await asyncGroupToRows(asyncGroup, selectStart, selectEnd, columns, 'array')

      // Attach positions before filtering compacts rows. selectStart accounts
      // for both requested ranges and page-index pruning within the group.
      if (options.includeRowIndex) {
        for (let i = 0; i < groupData.length; i++) {
          Object.defineProperty(groupData[i], rowIndex, {
            value: asyncGroup.groupStart + selectStart + i,
          })
        }
      }

      // Apply filter and projection
      if (filter) {
        // eslint-disable-next-line no-extra-parens
        for (const row of /** @type {Record<string, any>[]} */ (groupData)) {
          if (matchFilter(row, filter, filterStrict)) {
            if (requiresProjection && columns) {
              for (const col of filterColumns) {
                if (!columns.includes(col)) delete row[col]
              }
            }
            rows.push(row)
          }
        }
      } else {
        utils_concat(rows, groupData)
      }
    }
    onComplete(rows)
  } else {
    // wait for all async groups to finish (complete takes care of this)
    await awaitAllColumns(assembled)
  }
}

/**
 * Await every column promise across the given row groups via Promise.allSettled
 * so no rejection escapes as an unhandledRejection. Throws the first rejection.
 *
 * @param {AsyncRowGroup[]} asyncGroups
 * @returns {Promise<void>}
 */
async function awaitAllColumns(asyncGroups) {
  const all = asyncGroups.flatMap(g => g.asyncColumns.map(c => c.data))
  const results = await Promise.allSettled(all)
  const failed = results.find(r => r.status === 'rejected')
  if (failed) throw failed.reason
}

/**
 * @param {ParquetReadOptions} options read options
 * @returns {AsyncRowGroup[]}
 */
function parquetReadAsync(options) {
  if (!options.metadata) throw new Error('parquet requires metadata')
  // TODO: validate options (start, end, columns, etc)
  return readParquetPlan(options, parquetPlan(options))
}

/**
 * Reads a single column from a parquet file.
 *
 * @param {BaseParquetReadOptions} options
 * @returns {Promise<DecodedArray>}
 */
async function parquetReadColumn(options) {
  if (options.columns?.length !== 1) {
    throw new Error('parquetReadColumn expected columns: [columnName]')
  }
  options.metadata ??= await parquetMetadataAsync(options.file, options)
  const column = options.columns[0]
  const prepared = await prepareParquetRead(options)
  const asyncGroups = readParquetPlan(prepared.options, prepared.plan)
  if (!prepared.options.metadata) throw new Error('parquet requires metadata')
  const schemaTree = parquetSchema(prepared.options.metadata)
  const assembled = asyncGroups.map(group => assembleAsync(group, schemaTree, options.parsers))

  // Keep one plan for the whole column so reads can be prefetched together.
  await awaitAllColumns(assembled)
  /** @type {DecodedArray} */
  const columnData = []
  for (const group of assembled) {
    const asyncColumn = group.asyncColumns.find(candidate => candidate.pathInSchema[0] === column)
    if (!asyncColumn) throw new Error(`parquet column not found: ${column}`)
    const { data } = await asyncColumn.data
    for (const chunk of data) concat(columnData, chunk)
  }
  return columnData
}

/**
 * This is a helper function to read parquet row data as a promise.
 * It is a wrapper around the more configurable parquetRead function.
 *
 * @param {Omit<ParquetReadOptions, 'onComplete'>} options
 * @returns {Promise<ParquetRow[]>} resolves when all requested rows and columns are parsed
 */
function parquetReadObjects(options) {
  return new Promise((onComplete, reject) => {
    parquetRead({
      ...options,
      rowFormat: 'object', // force object output
      onComplete,
    }).catch(reject)
  })
}

;// CONCATENATED MODULE: ./build/spark/shard-file.js



/** Texts stay bytes: a TextDecoder mends what is no UTF-8, and drops a mark at a text's start. */
const parsers = { stringFromBytes: (bytes) => bytes };
const compressors = { ZSTD: (input) => new Uint8Array((0,external_node_zlib_.zstdDecompressSync)(input)) };
/** A parquet file that Spark wrote. */
class ShardFile {
    file;
    metadata;
    #buffer;
    #columns;
    constructor(file, buffer, metadata, columns) {
        this.file = file;
        this.#buffer = buffer;
        this.metadata = metadata;
        this.#columns = columns;
    }
    /** @throws Error when it is no parquet file with a dataset's columns */
    static async open(file, shape) {
        const columns = [...shape.texts, ...shape.values].map(({ name }) => name);
        const buffer = await asyncBufferFromFile(file);
        const metadata = await (0,src_metadata/* parquetMetadataAsync */.Ei)(buffer).catch((cause) => {
            throw wrongShard(file, 'it is no parquet file', cause);
        });
        const [, ...elements] = metadata.schema;
        const expected = [
            ...shape.texts.map(({ name }) => [name, 'BYTE_ARRAY', 'UTF8']),
            ...shape.values.map(({ name }) => [name, 'INT64', undefined]),
        ];
        const found = elements.map(({ name, type, converted_type: as }) => [name, type, as]);
        if (JSON.stringify(found) !== JSON.stringify(expected))
            throw wrongShard(file, `its columns are not ${columns.join(', ')}, texts and a whole number`);
        return new ShardFile(file, buffer, metadata, columns);
    }
    /** Its length. */
    get bytes() {
        return this.#buffer.byteLength;
    }
    /** The rows in their order, a row group in memory at a time. */
    async *rows() {
        let start = 0;
        for (const { num_rows: length } of this.metadata.row_groups) {
            const end = start + Number(length);
            const objects = await parquetReadObjects({
                file: this.#buffer,
                metadata: this.metadata,
                rowStart: start,
                rowEnd: end,
                compressors,
                // The type wants texts; what it gives is handed through.
                parsers: parsers,
            }).catch((cause) => {
                throw wrongShard(this.file, `its rows from ${start} on cannot be read`, cause);
            });
            for (const object of objects) {
                const values = this.#columns.map((column) => object[column]);
                yield { texts: values.slice(0, -1), classId: values[values.length - 1] };
            }
            start = end;
        }
    }
}
/** @param what is wrong with it, without a text */
function wrongShard(file, what, cause) {
    const name = external_node_path_.join(external_node_path_.basename(external_node_path_.dirname(file)), external_node_path_.basename(file));
    return new Error(`What spark-command wrote cannot be published: in ${name} ${what}. Run the prepare.py that {script} names, of this version, and nothing after it that changes its files.`, { cause });
}


/***/ }),

/***/ 410:
/***/ ((__webpack_module__, __unused_webpack___webpack_exports__, __nccwpck_require__) => {

__nccwpck_require__.a(__webpack_module__, async (__webpack_handle_async_dependencies__, __webpack_async_result__) => { try {
/* harmony import */ var node_worker_threads__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(919);
/* harmony import */ var _engine_disk_prepare_spilled_js__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(516);
/* harmony import */ var _engine_workers_answer_requests_js__WEBPACK_IMPORTED_MODULE_2__ = __nccwpck_require__(628);
/* harmony import */ var _publish_shards_js__WEBPACK_IMPORTED_MODULE_3__ = __nccwpck_require__(411);
/* harmony import */ var _take_shards_js__WEBPACK_IMPORTED_MODULE_4__ = __nccwpck_require__(35);





const { source, counts } = node_worker_threads__WEBPACK_IMPORTED_MODULE_0__.workerData;
const taken = await (0,_take_shards_js__WEBPACK_IMPORTED_MODULE_4__/* .takeShards */ .p)(source);
(0,_engine_workers_answer_requests_js__WEBPACK_IMPORTED_MODULE_2__/* .answerRequests */ .v)({
    prepare(how) {
        const { dataset } = (0,_engine_disk_prepare_spilled_js__WEBPACK_IMPORTED_MODULE_1__/* .prepareSpilled */ .P)({ ...source, counts, settled: taken }, how);
        return { dataset };
    },
    write: () => (0,_publish_shards_js__WEBPACK_IMPORTED_MODULE_3__/* .publishShards */ .R)(source, taken.files),
});
node_worker_threads__WEBPACK_IMPORTED_MODULE_0__.parentPort?.postMessage({ classRows: taken.classRows });

__webpack_async_result__();
} catch(e) { __webpack_async_result__(e); } }, 1);

/***/ }),

/***/ 35:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {


// EXPORTS
__nccwpck_require__.d(__webpack_exports__, {
  p: () => (/* binding */ takeShards)
});

// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __nccwpck_require__(760);
// EXTERNAL MODULE: ./build/engine/disk/ordered-rows.js + 1 modules
var ordered_rows = __nccwpck_require__(623);
// EXTERNAL MODULE: ./build/engine/rows/identity.js + 6 modules
var identity = __nccwpck_require__(293);
// EXTERNAL MODULE: ./build/engine/rows/rank.js
var rank = __nccwpck_require__(139);
// EXTERNAL MODULE: ./build/engine/rows/row-spill.js
var row_spill = __nccwpck_require__(346);
// EXTERNAL MODULE: ./build/engine/split/split-of.js
var split_of = __nccwpck_require__(220);
// EXTERNAL MODULE: external "node:fs/promises"
var promises_ = __nccwpck_require__(455);
;// CONCATENATED MODULE: ./build/spark/read-report.js


/** Files that Spark wrote to a folder, in the order of what they hold. @throws Error of the file system */
async function partsIn(folder) {
    const names = await (0,promises_.readdir)(folder);
    return names
        .filter((name) => name.startsWith('part-'))
        .sort()
        .map((name) => external_node_path_.join(folder, name));
}
/**
 * Reads what spark/prepare.py told last.
 *
 * @param out the folder it wrote to
 * @param datasets names of those it was to prepare, in the order of the plan
 * @throws Error when there is no such report
 */
async function readReport(out, datasets) {
    const report = await parse(out).catch((cause) => {
        throw new Error('spark-command ended with 0, but there is no report where {out} says. Have it write to {out} on this machine, or copy what it wrote there before it ends.', { cause });
    });
    const names = report.datasets.map(({ name }) => name);
    if (report.version === 2 && JSON.stringify(names) === JSON.stringify(datasets))
        return report;
    throw new Error(`The report of spark-command is not about the datasets of this run (${datasets.join(', ')}). Run the prepare.py that {script} names.`);
}
async function parse(out) {
    const [part] = await partsIn(path.join(out, 'report.json'));
    return JSON.parse(await readFile(part, 'utf8'));
}

// EXTERNAL MODULE: ./build/spark/shard-file.js + 19 modules
var shard_file = __nccwpck_require__(670);
;// CONCATENATED MODULE: ./build/spark/take-shards.js








/** In the order of ranks. */
const BY_RANK = ['test', 'eval', 'train'];
const NO_ID = new Uint8Array();
/**
 * Reads the shards of a dataset once, and keeps their rows as `src/engine/disk` has them: checks that every row is cleaned, has a
 * class, is in the split and the place of its rank, and in no other, and that there are as many as were told.
 *
 * @throws Error that tells the file and what is wrong, without a text; SpillError
 */
async function takeShards(source) {
    const { shape, folder, name } = source;
    const ordered = new ordered_rows/* OrderedRows */.z0(folder, name, { hasOnlyClass: true });
    const check = new RowCheck(source);
    const files = { train: [], eval: [], test: [] };
    for (const split of BY_RANK) {
        check.begin(split);
        files[split] = await partsIn(external_node_path_.join(source.shards, split)).catch((cause) => {
            throw (0,shard_file/* wrongShard */.g)(external_node_path_.join(source.shards, split), 'there are no files', cause);
        });
        for (const file of files[split]) {
            const shard = await shard_file/* ShardFile */.p.open(file, shape);
            for await (const row of shard.rows()) {
                check.add(row, file);
                ordered.append(split, { source: 'reviewed', id: NO_ID, row: check.row }, check.rank);
            }
        }
        check.end(external_node_path_.join(source.shards, split, 'part-*'));
    }
    ordered.close();
    return { sizes: ordered.sizes, ranks: ordered.ranks, classRows: check.classRows, files };
}
/** Checks rows one after the other. */
class RowCheck {
    classRows;
    /** The row that was checked last, and its rank. */
    row = (0,row_spill/* emptyRow */.O)();
    #source;
    #reader;
    #ranker;
    #split = 'test';
    #rows = 0;
    #splitClassRows = [];
    #last = { high: -1, low: -1, text: new Uint8Array() };
    constructor(source) {
        this.#source = source;
        this.#reader = new identity/* IdentityReader */.mO(source.shape, source.shape.texts.map((_, index) => index));
        this.#ranker = new rank/* TextRanker */.F(source.seed);
        this.classRows = source.shape.classNames.map(() => 0);
    }
    get rank() {
        return this.#ranker;
    }
    begin(split) {
        this.#split = split;
        this.#rows = 0;
        this.#splitClassRows = this.classRows.map(() => 0);
    }
    /** @throws Error that tells what is wrong with the row */
    add({ texts, classId }, file) {
        this.#rows++;
        const problem = this.#problemOf(texts, classId);
        if (problem !== null)
            throw (0,shard_file/* wrongShard */.g)(file, `row ${this.#rows} of ${this.#split} ${problem}`);
        const { row } = this;
        row.classId = Number(classId);
        row.rankHigh = this.#ranker.high;
        row.rankLow = this.#ranker.low;
        this.#last = { high: row.rankHigh, low: row.rankLow, text: row.text.slice() };
        this.classRows[row.classId]++;
        this.#splitClassRows[row.classId]++;
    }
    /** @throws Error when there are other rows than were told */
    end(files) {
        const { rows, classRows } = this.#source.told[this.#split];
        const found = { rows: this.#rows, classRows: this.#splitClassRows };
        if (JSON.stringify(found) !== JSON.stringify({ rows, classRows }))
            throw (0,shard_file/* wrongShard */.g)(files, `there are ${this.#rows} rows, and not those of each class that the report tells (${rows})`);
    }
    #problemOf(texts, classId) {
        if (!texts.every((text) => text instanceof Uint8Array))
            return 'has no text';
        const identity = this.#reader.read(texts);
        if (typeof identity === 'string' || !isSame(identity, joined(texts)))
            return 'has a text that is not cleaned';
        const isClass = typeof classId === 'bigint' && classId >= 0n && classId < this.classRows.length;
        if (!isClass)
            return 'has no class of the dataset';
        this.row.text = identity;
        this.#ranker.rank(identity);
        if ((0,split_of/* splitOf */.u)(this.#ranker, this.#source.shares) !== this.#split)
            return 'belongs to another split';
        const order = this.#ranker.high - this.#last.high || this.#ranker.low - this.#last.low;
        const isAfter = order > 0 || (order === 0 && Buffer.compare(identity, this.#last.text) > 0);
        return isAfter ? null : 'stands after one of a higher rank, or stands there twice';
    }
}
function joined(texts) {
    return Buffer.concat(texts.flatMap((text, index) => (index === 0 ? [text] : [Uint8Array.of(identity/* TEXT_SEPARATOR */.QW), text])));
}
function isSame(a, b) {
    return Buffer.compare(a, b) === 0;
}


/***/ }),

/***/ 732:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   U: () => (/* binding */ ByteWriter)
/* harmony export */ });
/**
 * @import {Writer} from '../src/types.js'
 */

/**
 * Writes data to an auto-expanding ArrayBuffer.
 *
 * @implements {Writer}
 */
class ByteWriter {
  /**
   * @param {number} [initalSize]
   */
  constructor(initalSize = 1024) {
    this.buffer = new ArrayBuffer(initalSize)
    this.view = new DataView(this.buffer)
    this.offset = 0 // total bytes written
    this.index = 0 // index in buffer (may be reset when flushing to file)
  }

  /**
   * @param {number} size
   */
  ensure(size) {
    // auto-expanding buffer
    if (this.index + size > this.buffer.byteLength) {
      const newSize = Math.max(this.buffer.byteLength * 2, this.index + size)
      const newBuffer = new ArrayBuffer(newSize)
      // TODO: save buffers until later and merge once?
      new Uint8Array(newBuffer).set(new Uint8Array(this.buffer))
      this.buffer = newBuffer
      this.view = new DataView(this.buffer)
    }
  }

  finish() {
  }

  getBuffer() {
    return this.buffer.slice(0, this.index)
  }

  getBytes() {
    return new Uint8Array(this.buffer, 0, this.index)
  }

  /**
   * @param {number} value
   */
  appendUint8(value) {
    this.ensure(1)
    this.view.setUint8(this.index, value)
    this.offset++
    this.index++
  }

  /**
   * @param {number} value
   */
  appendUint32(value) {
    this.ensure(4)
    this.view.setUint32(this.index, value, true)
    this.offset += 4
    this.index += 4
  }

  /**
   * @param {number} value
   */
  appendInt32(value) {
    this.ensure(4)
    this.view.setInt32(this.index, value, true)
    this.offset += 4
    this.index += 4
  }

  /**
   * @param {bigint} value
   */
  appendInt64(value) {
    this.ensure(8)
    this.view.setBigInt64(this.index, BigInt(value), true)
    this.offset += 8
    this.index += 8
  }

  /**
   * @param {number} value
   */
  appendFloat32(value) {
    this.ensure(4)
    this.view.setFloat32(this.index, value, true)
    this.offset += 4
    this.index += 4
  }

  /**
   * @param {number} value
   */
  appendFloat64(value) {
    this.ensure(8)
    this.view.setFloat64(this.index, value, true)
    this.offset += 8
    this.index += 8
  }

  /**
   * @param {ArrayBuffer} value
   */
  appendBuffer(value) {
    this.appendBytes(new Uint8Array(value))
  }

  /**
   * @param {Uint8Array} value
   */
  appendBytes(value) {
    this.ensure(value.length)
    new Uint8Array(this.buffer, this.index, value.length).set(value)
    this.offset += value.length
    this.index += value.length
  }

  /**
   * Convert a 32-bit signed integer to varint (1-5 bytes).
   * Writes out groups of 7 bits at a time, setting high bit if more to come.
   *
   * @param {number} value
   */
  appendVarInt(value) {
    while (true) {
      if ((value & ~0x7f) === 0) {
        // fits in 7 bits
        this.appendUint8(value)
        return
      } else {
        // write 7 bits and set high bit
        this.appendUint8(value & 0x7f | 0x80)
        value >>>= 7
      }
    }
  }

  /**
   * Convert a bigint to varint (1-10 bytes for 64-bit range).
   *
   * @param {bigint} value
   */
  appendVarBigInt(value) {
    while (true) {
      if ((value & ~0x7fn) === 0n) {
        // fits in 7 bits
        this.appendUint8(Number(value))
        return
      } else {
        // write 7 bits and set high bit
        this.appendUint8(Number(value & 0x7fn | 0x80n))
        value >>= 7n
      }
    }
  }

  /**
   * Convert number to zigzag encoding and write as varint.
   *
   * @param {number | bigint} value
   */
  appendZigZag(value) {
    if (typeof value === 'number') {
      this.appendVarInt(value << 1 ^ value >> 31)
    } else {
      this.appendVarBigInt(value << 1n ^ value >> 63n)
    }
  }
}


/***/ }),

/***/ 312:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   CE: () => (/* binding */ ParquetTypes),
/* harmony export */   I7: () => (/* binding */ EdgeInterpolationAlgorithms),
/* harmony export */   IE: () => (/* binding */ CompressionCodecs),
/* harmony export */   Nw: () => (/* binding */ FieldRepetitionTypes),
/* harmony export */   P2: () => (/* binding */ PageTypes),
/* harmony export */   UQ: () => (/* binding */ BoundaryOrders),
/* harmony export */   gQ: () => (/* binding */ ConvertedTypes),
/* harmony export */   p6: () => (/* binding */ Encodings)
/* harmony export */ });

/** @type {import('../src/types.d.ts').ParquetType[]} */
const ParquetTypes = [
  'BOOLEAN',
  'INT32',
  'INT64',
  'INT96', // deprecated
  'FLOAT',
  'DOUBLE',
  'BYTE_ARRAY',
  'FIXED_LEN_BYTE_ARRAY',
]

/** @type {import('../src/types.d.ts').Encoding[]} */
const Encodings = [
  'PLAIN',
  'GROUP_VAR_INT', // deprecated
  'PLAIN_DICTIONARY',
  'RLE',
  'BIT_PACKED', // deprecated
  'DELTA_BINARY_PACKED',
  'DELTA_LENGTH_BYTE_ARRAY',
  'DELTA_BYTE_ARRAY',
  'RLE_DICTIONARY',
  'BYTE_STREAM_SPLIT',
]

/** @type {import('../src/types.d.ts').FieldRepetitionType[]} */
const FieldRepetitionTypes = [
  'REQUIRED',
  'OPTIONAL',
  'REPEATED',
]

/** @type {import('../src/types.d.ts').ConvertedType[]} */
const ConvertedTypes = [
  'UTF8',
  'MAP',
  'MAP_KEY_VALUE',
  'LIST',
  'ENUM',
  'DECIMAL',
  'DATE',
  'TIME_MILLIS',
  'TIME_MICROS',
  'TIMESTAMP_MILLIS',
  'TIMESTAMP_MICROS',
  'UINT_8',
  'UINT_16',
  'UINT_32',
  'UINT_64',
  'INT_8',
  'INT_16',
  'INT_32',
  'INT_64',
  'JSON',
  'BSON',
  'INTERVAL',
]

/** @type {import('../src/types.d.ts').CompressionCodec[]} */
const CompressionCodecs = [
  'UNCOMPRESSED',
  'SNAPPY',
  'GZIP',
  'LZO',
  'BROTLI',
  'LZ4',
  'ZSTD',
  'LZ4_RAW',
]

/** @type {import('../src/types.d.ts').PageType[]} */
const PageTypes = [
  'DATA_PAGE',
  'INDEX_PAGE',
  'DICTIONARY_PAGE',
  'DATA_PAGE_V2',
]

/** @type {import('../src/types.d.ts').BoundaryOrder[]} */
const BoundaryOrders = [
  'UNORDERED',
  'ASCENDING',
  'DESCENDING',
]

/** @type {import('../src/types.d.ts').EdgeInterpolationAlgorithm[]} */
const EdgeInterpolationAlgorithms = [
  'SPHERICAL',
  'VINCENTY',
  'THOMAS',
  'ANDOYER',
  'KARNEY',
]


/***/ }),

/***/ 234:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {


// EXPORTS
__nccwpck_require__.d(__webpack_exports__, {
  Rc: () => (/* binding */ DEFAULT_PARSERS),
  C6: () => (/* binding */ convert),
  Km: () => (/* binding */ convertWithDictionary),
  $Q: () => (/* binding */ parseDecimal),
  dq: () => (/* binding */ parseFloat16)
});

;// CONCATENATED MODULE: ./node_modules/hyparquet/src/wkb.js
/**
 * WKB (Well-Known Binary) decoder for geometry objects.
 *
 * @param {DataReader} reader
 * @returns {Geometry} geometry object
 */
function wkbToGeojson(reader) {
  const flags = getFlags(reader)

  if (flags.type === 1) { // Point
    return { type: 'Point', coordinates: readPosition(reader, flags) }
  } else if (flags.type === 2) { // LineString
    return { type: 'LineString', coordinates: readLine(reader, flags) }
  } else if (flags.type === 3) { // Polygon
    return { type: 'Polygon', coordinates: readPolygon(reader, flags) }
  } else if (flags.type === 4) { // MultiPoint
    const points = []
    for (let i = 0; i < flags.count; i++) {
      points.push(readPosition(reader, getFlags(reader)))
    }
    return { type: 'MultiPoint', coordinates: points }
  } else if (flags.type === 5) { // MultiLineString
    const lines = []
    for (let i = 0; i < flags.count; i++) {
      lines.push(readLine(reader, getFlags(reader)))
    }
    return { type: 'MultiLineString', coordinates: lines }
  } else if (flags.type === 6) { // MultiPolygon
    const polygons = []
    for (let i = 0; i < flags.count; i++) {
      polygons.push(readPolygon(reader, getFlags(reader)))
    }
    return { type: 'MultiPolygon', coordinates: polygons }
  } else if (flags.type === 7) { // GeometryCollection
    const geometries = []
    for (let i = 0; i < flags.count; i++) {
      geometries.push(wkbToGeojson(reader))
    }
    return { type: 'GeometryCollection', geometries }
  } else {
    throw new Error(`Unsupported geometry type: ${flags.type}`)
  }
}

/**
 * Extract ISO WKB flags and base geometry type.
 *
 * @param {DataReader} reader
 * @returns {WkbFlags}
 */
function getFlags(reader) {
  const { view } = reader
  const littleEndian = view.getUint8(reader.offset++) === 1
  const rawType = view.getUint32(reader.offset, littleEndian)
  reader.offset += 4

  const type = rawType % 1000
  const flags = Math.floor(rawType / 1000)

  let count = 0
  if (type > 1 && type <= 7) {
    count = view.getUint32(reader.offset, littleEndian)
    reader.offset += 4
  }

  // XY, XYZ, XYM, XYZM
  let dim = 2
  if (flags) dim++
  if (flags === 3) dim++

  return { littleEndian, type, dim, count }
}

/**
 * @param {DataReader} reader
 * @param {WkbFlags} flags
 * @returns {number[]}
 */
function readPosition(reader, flags) {
  const points = []
  for (let i = 0; i < flags.dim; i++) {
    const coord = reader.view.getFloat64(reader.offset, flags.littleEndian)
    reader.offset += 8
    points.push(coord)
  }
  return points
}

/**
 * @param {DataReader} reader
 * @param {WkbFlags} flags
 * @returns {number[][]}
 */
function readLine(reader, flags) {
  const points = []
  for (let i = 0; i < flags.count; i++) {
    points.push(readPosition(reader, flags))
  }
  return points
}

/**
 * @param {DataReader} reader
 * @param {WkbFlags} flags
 * @returns {number[][][]}
 */
function readPolygon(reader, flags) {
  const { view } = reader
  const rings = []
  for (let r = 0; r < flags.count; r++) {
    const count = view.getUint32(reader.offset, flags.littleEndian)
    reader.offset += 4
    rings.push(readLine(reader, { ...flags, count }))
  }
  return rings
}

/**
 * @typedef {object} WkbFlags
 * @property {boolean} littleEndian
 * @property {number} type
 * @property {number} dim
 * @property {number} count
 */

/**
 * @import {DataReader, Geometry} from '../src/types.js'
 */

;// CONCATENATED MODULE: ./node_modules/hyparquet/src/convert.js


/**
 * @import {ColumnDecoder, DecodedArray, Encoding, ParquetParsers} from '../src/types.js'
 */

const decoder = new TextDecoder()

/**
 * Default type parsers when no custom ones are given
 * @type ParquetParsers
 */
const DEFAULT_PARSERS = {
  timestampFromMilliseconds(millis) {
    return new Date(Number(millis))
  },
  timestampFromMicroseconds(micros) {
    return new Date(Number(micros / 1000n))
  },
  timestampFromNanoseconds(nanos) {
    return new Date(Number(nanos / 1000000n))
  },
  dateFromDays(days) {
    return new Date(days * 86400000)
  },
  stringFromBytes(bytes) {
    return bytes && decoder.decode(bytes)
  },
  jsonFromBytes(bytes) {
    return bytes && JSON.parse(decoder.decode(bytes))
  },
  geometryFromBytes(bytes) {
    return bytes && wkbToGeojson({ view: new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength), offset: 0 })
  },
  geographyFromBytes(bytes) {
    return bytes && wkbToGeojson({ view: new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength), offset: 0 })
  },
  uuidFromBytes(bytes) {
    if (!bytes) return undefined
    const hex = Array.from(bytes, b => b.toString(16).padStart(2, '0')).join('')
    return hex.slice(0, 8) + '-' + hex.slice(8, 12) + '-' + hex.slice(12, 16) + '-' + hex.slice(16, 20) + '-' + hex.slice(20, 32)
  },
}

/**
 * Convert known types from primitive to rich, and dereference dictionary.
 *
 * @param {DecodedArray} data series of primitive types
 * @param {DecodedArray | undefined} dictionary
 * @param {Encoding} encoding
 * @param {ColumnDecoder} columnDecoder
 * @returns {DecodedArray} series of rich types
 */
function convertWithDictionary(data, dictionary, encoding, columnDecoder) {
  if (dictionary && encoding.endsWith('_DICTIONARY')) {
    let output = data
    if (data instanceof Uint8Array && !(dictionary instanceof Uint8Array)) {
      // @ts-expect-error upgrade data to match dictionary type with fancy constructor
      output = new dictionary.constructor(data.length)
    }
    for (let i = 0; i < data.length; i++) {
      output[i] = dictionary[data[i]]
    }
    return output
  } else {
    return convert(data, columnDecoder)
  }
}

/**
 * Convert known types from primitive to rich.
 *
 * @param {DecodedArray} data series of primitive types
 * @param {ColumnDecoder} columnDecoder
 * @returns {DecodedArray} series of rich types
 */
function convert(data, columnDecoder) {
  const { element, parsers, utf8 = true, schemaPath } = columnDecoder
  const { type, converted_type: ctype, logical_type: ltype } = element
  const nullable = element.repetition_type !== 'REQUIRED'

  // Skip utf8 conversion for plain BYTE_ARRAY inside VARIANT
  const isVariant = schemaPath?.some(s => s.element.logical_type?.type === 'VARIANT')
  if (isVariant && type === 'BYTE_ARRAY' && ctype !== 'UTF8' && ltype?.type !== 'STRING') {
    return data
  }
  if (ctype === 'DECIMAL') {
    const scale = element.scale || 0
    const factor = 10 ** -scale
    const arr = new Array(data.length)
    for (let i = 0; i < arr.length; i++) {
      if (data[i] instanceof Uint8Array) {
        arr[i] = parseDecimal(data[i]) * factor
      } else {
        arr[i] = Number(data[i]) * factor
      }
    }
    return arr
  }
  if (!ctype && type === 'INT96') {
    return Array.from(data).map(v => parsers.timestampFromNanoseconds(parseInt96Nanos(v)))
  }
  if (ctype === 'DATE') {
    return Array.from(data).map(v => parsers.dateFromDays(v))
  }
  if (ctype === 'TIMESTAMP_MILLIS') {
    return Array.from(data).map(v => parsers.timestampFromMilliseconds(v))
  }
  if (ctype === 'TIMESTAMP_MICROS') {
    return Array.from(data).map(v => parsers.timestampFromMicroseconds(v))
  }
  if (ctype === 'JSON') {
    return data.map(v => parsers.jsonFromBytes(v))
  }
  if (ctype === 'BSON') {
    throw new Error('parquet bson not supported')
  }
  if (ctype === 'INTERVAL') {
    throw new Error('parquet interval not supported')
  }
  if (ltype?.type === 'GEOMETRY') {
    return data.map(v => parsers.geometryFromBytes(v))
  }
  if (ltype?.type === 'GEOGRAPHY') {
    return data.map(v => parsers.geographyFromBytes(v))
  }
  if (ltype?.type === 'UUID') {
    return data.map(v => parsers.uuidFromBytes(v))
  }
  if (ctype === 'UTF8' || ltype?.type === 'STRING' || utf8 && type === 'BYTE_ARRAY') {
    return data.map(v => parsers.stringFromBytes(v))
  }
  if (ctype === 'UINT_64' || ltype?.type === 'INTEGER' && ltype.bitWidth === 64 && !ltype.isSigned) {
    if (data instanceof BigInt64Array) return new BigUint64Array(data.buffer, data.byteOffset, data.length)
    const arr = nullable ? new Array(data.length) : new BigUint64Array(data.length)
    for (let i = 0; i < arr.length; i++) arr[i] = data[i]
    return arr
  }
  if (ctype === 'UINT_32' || ltype?.type === 'INTEGER' && ltype.bitWidth === 32 && !ltype.isSigned) {
    if (data instanceof Int32Array) return new Uint32Array(data.buffer, data.byteOffset, data.length)
    const arr = nullable ? new Array(data.length) : new Uint32Array(data.length)
    for (let i = 0; i < arr.length; i++) {
      arr[i] = data[i] < 0 ? 4294967296 + data[i] : data[i]
    }
    return arr
  }
  if (ltype?.type === 'FLOAT16') {
    return Array.from(data).map(parseFloat16)
  }
  if (ltype?.type === 'TIMESTAMP') {
    const { unit } = ltype
    /** @type {ParquetParsers[keyof ParquetParsers]} */
    let parser = parsers.timestampFromMilliseconds
    if (unit === 'MICROS') parser = parsers.timestampFromMicroseconds
    if (unit === 'NANOS') parser = parsers.timestampFromNanoseconds
    const arr = new Array(data.length)
    for (let i = 0; i < arr.length; i++) {
      arr[i] = parser(data[i])
    }
    return arr
  }
  return data
}

/**
 * @param {Uint8Array} bytes
 * @returns {number}
 */
function parseDecimal(bytes) {
  if (!bytes.length) return 0

  let value = 0n
  for (const byte of bytes) {
    value = value * 256n + BigInt(byte)
  }

  // handle signed
  const bits = bytes.length * 8
  if (value >= 2n ** BigInt(bits - 1)) {
    value -= 2n ** BigInt(bits)
  }

  return Number(value)
}

/**
 * Converts INT96 date format (hi 32bit days, lo 64bit nanos) to nanos since epoch
 * @param {bigint} value
 * @returns {bigint}
 */
function parseInt96Nanos(value) {
  const days = (value >> 64n) - 2440588n
  const nano = value & 0xffffffffffffffffn
  return days * 86400000000000n + nano
}

/**
 * @param {Uint8Array | undefined} bytes
 * @returns {number | undefined}
 */
function parseFloat16(bytes) {
  if (!bytes) return undefined
  const int16 = bytes[1] << 8 | bytes[0]
  const sign = int16 >> 15 ? -1 : 1
  const exp = int16 >> 10 & 0x1f
  const frac = int16 & 0x3ff
  if (exp === 0) return sign * 2 ** -14 * (frac / 1024) // subnormals
  if (exp === 0x1f) return frac ? NaN : sign * Infinity
  return sign * 2 ** (exp - 15) * (1 + frac / 1024)
}


/***/ }),

/***/ 367:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {


// EXPORTS
__nccwpck_require__.d(__webpack_exports__, {
  FS: () => (/* binding */ convertMetadata),
  Ei: () => (/* binding */ parquetMetadataAsync),
  YR: () => (/* binding */ parquetSchema)
});

// UNUSED EXPORTS: defaultInitialFetchSize, parquetMetadata

// EXTERNAL MODULE: ./node_modules/hyparquet/src/constants.js
var constants = __nccwpck_require__(312);
// EXTERNAL MODULE: ./node_modules/hyparquet/src/convert.js + 1 modules
var convert = __nccwpck_require__(234);
// EXTERNAL MODULE: ./node_modules/hyparquet/src/schema.js
var src_schema = __nccwpck_require__(286);
// EXTERNAL MODULE: ./node_modules/hyparquet/src/thrift.js
var thrift = __nccwpck_require__(558);
;// CONCATENATED MODULE: ./node_modules/hyparquet/src/geoparquet.js
/**
 * @param {SchemaElement[]} schema
 * @param {KeyValue[] | undefined} key_value_metadata
 * @returns {void}
 */
function markGeoColumns(schema, key_value_metadata) {
  // Prepare the list of GeoParquet columns
  /** @type {Map<string, LogicalType>} */
  const columns = new Map()
  const geo = key_value_metadata?.find(({ key }) => key === 'geo')?.value
  const decodedColumns = (geo && JSON.parse(geo)?.columns) ?? {}
  for (const [name, column] of Object.entries(decodedColumns)) {
    if (column.encoding !== 'WKB') continue

    const type = column.edges === 'spherical' ? 'GEOGRAPHY' : 'GEOMETRY'
    const id = column.crs?.id ?? column.crs?.ids?.[0]
    const crs = id ? `${id.authority}:${id.code.toString()}` : undefined
    // Note: we can't infer GEOGRAPHY's algorithm from GeoParquet
    columns.set(name, { type, crs })
  }

  // Mark schema elements with logical type
  // Only look at root-level columns of type BYTE_ARRAY without existing logical_type
  for (let i = 1; i < schema.length; i++) { // skip root
    const { logical_type, name, num_children, type } = schema[i]
    if (num_children) {
      i += num_children
      continue // skip the element and its children
    }
    if (type === 'BYTE_ARRAY' && !logical_type) {
      schema[i].logical_type = columns.get(name)
    }
  }
}

/**
 * @import {KeyValue, LogicalType, SchemaElement} from '../src/types.js'
 */

;// CONCATENATED MODULE: ./node_modules/hyparquet/src/metadata.js






/**
 * @import {AsyncBuffer, FileMetaData, KeyValue, LogicalType, MetadataOptions, MinMaxType, ParquetParsers, SchemaElement, SchemaTree, Statistics, TimeUnit} from '../src/types.js'
 */

const defaultInitialFetchSize = 1 << 19 // 512kb

const decoder = new TextDecoder()
function decode(/** @type {Uint8Array} */ value) {
  return value && decoder.decode(value)
}

/**
 * Read parquet metadata from an async buffer.
 *
 * An AsyncBuffer is like an ArrayBuffer, but the slices are loaded
 * asynchronously, possibly over the network.
 *
 * You must provide the byteLength of the buffer, typically from a HEAD request.
 *
 * In theory, you could use suffix-range requests to fetch the end of the file,
 * and save a round trip. But in practice, this doesn't work because chrome
 * deems suffix-range requests as a not-safe-listed header, and will require
 * a pre-flight. So the byteLength is required.
 *
 * To make this efficient, we initially request the last 512kb of the file,
 * which is likely to contain the metadata. If the metadata length exceeds the
 * initial fetch, 512kb, we request the rest of the metadata from the AsyncBuffer.
 *
 * This ensures that we either make one 512kb initial request for the metadata,
 * or a second request for up to the metadata size.
 *
 * @param {AsyncBuffer} asyncBuffer parquet file contents
 * @param {MetadataOptions & { initialFetchSize?: number }} options initial fetch size in bytes (default 512kb)
 * @returns {Promise<FileMetaData>} parquet metadata object
 */
async function parquetMetadataAsync(asyncBuffer, { parsers, initialFetchSize = defaultInitialFetchSize, geoparquet = true } = {}) {
  if (!asyncBuffer || !(asyncBuffer.byteLength >= 0)) throw new Error('parquet expected AsyncBuffer')

  // fetch last bytes (footer) of the file
  const footerOffset = Math.max(0, asyncBuffer.byteLength - initialFetchSize)
  const footerBuffer = await asyncBuffer.slice(footerOffset, asyncBuffer.byteLength)

  // Check for parquet magic number "PAR1"
  const footerView = new DataView(footerBuffer)
  if (footerView.getUint32(footerBuffer.byteLength - 4, true) !== 0x31524150) {
    throw new Error('parquet file invalid (footer != PAR1)')
  }

  // Parquet files store metadata at the end of the file
  // Metadata length is 4 bytes before the last PAR1
  const metadataLength = footerView.getUint32(footerBuffer.byteLength - 8, true)
  if (metadataLength > asyncBuffer.byteLength - 8) {
    throw new Error(`parquet metadata length ${metadataLength} exceeds available buffer ${asyncBuffer.byteLength - 8}`)
  }

  // check if metadata size fits inside the initial fetch
  if (metadataLength + 8 > initialFetchSize) {
    // fetch the rest of the metadata
    const metadataOffset = asyncBuffer.byteLength - metadataLength - 8
    const metadataBuffer = await asyncBuffer.slice(metadataOffset, footerOffset)
    // combine initial fetch with the new slice
    const combinedBuffer = new ArrayBuffer(metadataLength + 8)
    const combinedView = new Uint8Array(combinedBuffer)
    combinedView.set(new Uint8Array(metadataBuffer))
    combinedView.set(new Uint8Array(footerBuffer), footerOffset - metadataOffset)
    return parquetMetadata(combinedBuffer, { parsers, geoparquet })
  } else {
    // parse metadata from the footer
    return parquetMetadata(footerBuffer, { parsers, geoparquet })
  }
}

/**
 * Read parquet metadata from a buffer synchronously.
 *
 * @param {ArrayBuffer | Uint8Array} arrayBuffer parquet file footer
 * @param {MetadataOptions} options metadata parsing options
 * @returns {FileMetaData} parquet metadata object
 */
function parquetMetadata(arrayBuffer, { parsers, geoparquet = true } = {}) {
  let view
  if (arrayBuffer instanceof ArrayBuffer) {
    view = new DataView(arrayBuffer)
  } else if (arrayBuffer instanceof Uint8Array) {
    view = new DataView(arrayBuffer.buffer, arrayBuffer.byteOffset, arrayBuffer.byteLength)
  } else {
    throw new Error('parquet expected ArrayBuffer or Uint8Array')
  }

  // Use default parsers if not given
  const allParsers = { ...convert/* DEFAULT_PARSERS */.Rc, ...parsers }

  // Validate footer magic number "PAR1"
  if (view.byteLength < 8) {
    throw new Error('parquet file is too short')
  }
  if (view.getUint32(view.byteLength - 4, true) !== 0x31524150) {
    throw new Error('parquet file invalid (footer != PAR1)')
  }

  // Parquet files store metadata at the end of the file
  // Metadata length is 4 bytes before the last PAR1
  const metadataLengthOffset = view.byteLength - 8
  const metadataLength = view.getUint32(metadataLengthOffset, true)
  if (metadataLength > view.byteLength - 8) {
    // {metadata}, metadata_length, PAR1
    throw new Error(`parquet metadata length ${metadataLength} exceeds available buffer ${view.byteLength - 8}`)
  }

  const metadataOffset = metadataLengthOffset - metadataLength
  const reader = { view, offset: metadataOffset }
  const metadata = (0,thrift/* deserializeTCompactProtocol */.Tn)(reader)

  // Parse metadata from thrift data
  const version = metadata.field_1
  /** @type {SchemaElement[]} */
  const schema = metadata.field_2.map((/** @type {any} */ field) => ({
    type: constants/* ParquetTypes */.CE[field.field_1],
    type_length: field.field_2,
    repetition_type: constants/* FieldRepetitionTypes */.Nw[field.field_3],
    name: decode(field.field_4),
    num_children: field.field_5,
    converted_type: constants/* ConvertedTypes */.gQ[field.field_6],
    scale: field.field_7,
    precision: field.field_8,
    field_id: field.field_9,
    logical_type: logicalType(field.field_10),
  }))
  // schema element per column index
  const columnSchema = schema.filter(e => e.type)
  const num_rows = metadata.field_3
  const row_groups = metadata.field_4.map((/** @type {any} */ rowGroup) => ({
    columns: rowGroup.field_1.map((/** @type {any} */ column, /** @type {number} */ columnIndex) => ({
      file_path: decode(column.field_1),
      file_offset: column.field_2,
      meta_data: column.field_3 && {
        type: constants/* ParquetTypes */.CE[column.field_3.field_1],
        encodings: column.field_3.field_2?.map((/** @type {number} */ e) => constants/* Encodings */.p6[e]),
        path_in_schema: column.field_3.field_3.map(decode),
        codec: constants/* CompressionCodecs */.IE[column.field_3.field_4],
        num_values: column.field_3.field_5,
        total_uncompressed_size: column.field_3.field_6,
        total_compressed_size: column.field_3.field_7,
        key_value_metadata: column.field_3.field_8?.map((/** @type {any} */ kv) => ({
          key: decode(kv.field_1),
          value: decode(kv.field_2),
        })),
        data_page_offset: column.field_3.field_9,
        index_page_offset: column.field_3.field_10,
        dictionary_page_offset: column.field_3.field_11,
        statistics: convertStats(column.field_3.field_12, columnSchema[columnIndex], allParsers),
        encoding_stats: column.field_3.field_13?.map((/** @type {any} */ encodingStat) => ({
          page_type: constants/* PageTypes */.P2[encodingStat.field_1],
          encoding: constants/* Encodings */.p6[encodingStat.field_2],
          count: encodingStat.field_3,
        })),
        bloom_filter_offset: column.field_3.field_14,
        bloom_filter_length: column.field_3.field_15,
        size_statistics: column.field_3.field_16 && {
          unencoded_byte_array_data_bytes: column.field_3.field_16.field_1,
          repetition_level_histogram: column.field_3.field_16.field_2,
          definition_level_histogram: column.field_3.field_16.field_3,
        },
        geospatial_statistics: column.field_3.field_17 && {
          bbox: column.field_3.field_17.field_1 && {
            xmin: column.field_3.field_17.field_1.field_1,
            xmax: column.field_3.field_17.field_1.field_2,
            ymin: column.field_3.field_17.field_1.field_3,
            ymax: column.field_3.field_17.field_1.field_4,
            zmin: column.field_3.field_17.field_1.field_5,
            zmax: column.field_3.field_17.field_1.field_6,
            mmin: column.field_3.field_17.field_1.field_7,
            mmax: column.field_3.field_17.field_1.field_8,
          },
          geospatial_types: column.field_3.field_17.field_2,
        },
      },
      offset_index_offset: column.field_4,
      offset_index_length: column.field_5,
      column_index_offset: column.field_6,
      column_index_length: column.field_7,
      crypto_metadata: column.field_8,
      encrypted_column_metadata: column.field_9,
    })),
    total_byte_size: rowGroup.field_2,
    num_rows: rowGroup.field_3,
    sorting_columns: rowGroup.field_4?.map((/** @type {any} */ sortingColumn) => ({
      column_idx: sortingColumn.field_1,
      descending: sortingColumn.field_2,
      nulls_first: sortingColumn.field_3,
    })),
    file_offset: rowGroup.field_5,
    total_compressed_size: rowGroup.field_6,
    ordinal: rowGroup.field_7,
  }))
  /** @type {KeyValue[] | undefined} */
  const key_value_metadata = metadata.field_5?.map((/** @type {any} */ kv) => ({
    key: decode(kv.field_1),
    value: decode(kv.field_2),
  }))
  const created_by = decode(metadata.field_6)

  if (geoparquet) {
    markGeoColumns(schema, key_value_metadata)
  }

  return {
    version,
    schema,
    num_rows,
    row_groups,
    key_value_metadata,
    created_by,
    metadata_length: metadataLength,
  }
}

/**
 * Return a tree of schema elements from parquet metadata.
 *
 * @param {{schema: SchemaElement[]}} metadata parquet metadata object
 * @returns {SchemaTree} tree of schema elements
 */
function parquetSchema({ schema }) {
  return (0,src_schema/* getSchemaPath */.Dy)(schema, [])[0]
}

/**
 * @param {any} logicalType
 * @returns {LogicalType | undefined}
 */
function logicalType(logicalType) {
  if (logicalType?.field_1) return { type: 'STRING' }
  if (logicalType?.field_2) return { type: 'MAP' }
  if (logicalType?.field_3) return { type: 'LIST' }
  if (logicalType?.field_4) return { type: 'ENUM' }
  if (logicalType?.field_5) return {
    type: 'DECIMAL',
    scale: logicalType.field_5.field_1,
    precision: logicalType.field_5.field_2,
  }
  if (logicalType?.field_6) return { type: 'DATE' }
  if (logicalType?.field_7) return {
    type: 'TIME',
    isAdjustedToUTC: logicalType.field_7.field_1,
    unit: timeUnit(logicalType.field_7.field_2),
  }
  if (logicalType?.field_8) return {
    type: 'TIMESTAMP',
    isAdjustedToUTC: logicalType.field_8.field_1,
    unit: timeUnit(logicalType.field_8.field_2),
  }
  if (logicalType?.field_10) return {
    type: 'INTEGER',
    bitWidth: logicalType.field_10.field_1,
    isSigned: logicalType.field_10.field_2,
  }
  if (logicalType?.field_11) return { type: 'NULL' }
  if (logicalType?.field_12) return { type: 'JSON' }
  if (logicalType?.field_13) return { type: 'BSON' }
  if (logicalType?.field_14) return { type: 'UUID' }
  if (logicalType?.field_15) return { type: 'FLOAT16' }
  if (logicalType?.field_16) return {
    type: 'VARIANT',
    specification_version: logicalType.field_16.field_1,
  }
  if (logicalType?.field_17) return {
    type: 'GEOMETRY',
    crs: decode(logicalType.field_17.field_1),
  }
  if (logicalType?.field_18) return {
    type: 'GEOGRAPHY',
    crs: decode(logicalType.field_18.field_1),
    algorithm: constants/* EdgeInterpolationAlgorithms */.I7[logicalType.field_18.field_2],
  }
  return logicalType
}

/**
 * @param {any} unit
 * @returns {TimeUnit}
 */
function timeUnit(unit) {
  if (unit.field_1) return 'MILLIS'
  if (unit.field_2) return 'MICROS'
  if (unit.field_3) return 'NANOS'
  throw new Error('parquet time unit required')
}

/**
 * Convert column statistics based on column type.
 *
 * @param {any} stats
 * @param {SchemaElement} schema
 * @param {ParquetParsers} parsers
 * @returns {Statistics}
 */
function convertStats(stats, schema, parsers) {
  return stats && {
    max: convertMetadata(stats.field_1, schema, parsers),
    min: convertMetadata(stats.field_2, schema, parsers),
    null_count: stats.field_3,
    distinct_count: stats.field_4,
    max_value: convertMetadata(stats.field_5, schema, parsers),
    min_value: convertMetadata(stats.field_6, schema, parsers),
    is_max_value_exact: stats.field_7,
    is_min_value_exact: stats.field_8,
  }
}

/**
 * @param {Uint8Array | undefined} value
 * @param {SchemaElement} schema
 * @param {ParquetParsers} parsers
 * @returns {MinMaxType | undefined}
 */
function convertMetadata(value, schema, parsers) {
  const { type, converted_type, logical_type } = schema
  if (value === undefined) return value
  if (type === 'BOOLEAN') return value[0] === 1
  if (type === 'BYTE_ARRAY') return parsers.stringFromBytes(value)
  const view = new DataView(value.buffer, value.byteOffset, value.byteLength)
  if (type === 'FLOAT' && view.byteLength === 4) return view.getFloat32(0, true)
  if (type === 'DOUBLE' && view.byteLength === 8) return view.getFloat64(0, true)
  if (type === 'INT32' && converted_type === 'DECIMAL' && view.byteLength === 4) {
    return view.getInt32(0, true) * 10 ** -(schema.scale || 0)
  }
  if (type === 'INT64' && converted_type === 'DECIMAL' && view.byteLength === 8) {
    return Number(view.getBigInt64(0, true)) * 10 ** -(schema.scale || 0)
  }
  if (type === 'INT32' && converted_type === 'DATE') return parsers.dateFromDays(view.getInt32(0, true))
  if (type === 'INT64' && converted_type === 'TIMESTAMP_MILLIS') return parsers.timestampFromMilliseconds(view.getBigInt64(0, true))
  if (type === 'INT64' && converted_type === 'TIMESTAMP_MICROS') return parsers.timestampFromMicroseconds(view.getBigInt64(0, true))
  if (type === 'INT64' && logical_type?.type === 'TIMESTAMP' && logical_type?.unit === 'NANOS') return parsers.timestampFromNanoseconds(view.getBigInt64(0, true))
  if (type === 'INT64' && logical_type?.type === 'TIMESTAMP' && logical_type?.unit === 'MICROS') return parsers.timestampFromMicroseconds(view.getBigInt64(0, true))
  if (type === 'INT64' && logical_type?.type === 'TIMESTAMP') return parsers.timestampFromMilliseconds(view.getBigInt64(0, true))
  const unsigned = converted_type?.startsWith('UINT_') ||
    logical_type?.type === 'INTEGER' && !logical_type.isSigned
  if (type === 'INT32' && unsigned && view.byteLength === 4) return view.getUint32(0, true)
  if (type === 'INT64' && unsigned && view.byteLength === 8) return view.getBigUint64(0, true)
  if (type === 'INT32' && view.byteLength === 4) return view.getInt32(0, true)
  if (type === 'INT64' && view.byteLength === 8) return view.getBigInt64(0, true)
  if (converted_type === 'DECIMAL') return (0,convert/* parseDecimal */.$Q)(value) * 10 ** -(schema.scale || 0)
  if (logical_type?.type === 'FLOAT16') return (0,convert/* parseFloat16 */.dq)(value)
  if (logical_type?.type === 'UUID') return parsers.uuidFromBytes(value)
  if (type === 'FIXED_LEN_BYTE_ARRAY') return value
  // assert(false)
  return value
}


/***/ }),

/***/ 286:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   Dy: () => (/* binding */ getSchemaPath),
/* harmony export */   ES: () => (/* binding */ isMapLike),
/* harmony export */   fX: () => (/* binding */ getPhysicalColumns),
/* harmony export */   g7: () => (/* binding */ isFlatColumn),
/* harmony export */   mM: () => (/* binding */ getMaxDefinitionLevel),
/* harmony export */   qt: () => (/* binding */ getMaxRepetitionLevel),
/* harmony export */   st: () => (/* binding */ getTreePath),
/* harmony export */   wq: () => (/* binding */ isListLike)
/* harmony export */ });
/**
 * Build a tree from the schema elements.
 *
 * @param {SchemaElement[]} schema
 * @param {number} rootIndex index of the root element
 * @param {string[]} path path to the element
 * @returns {SchemaTree} tree of schema elements
 */
function schemaTree(schema, rootIndex, path) {
  const element = schema[rootIndex]
  const children = []
  let count = 1

  // Read the specified number of children
  if (element.num_children) {
    while (children.length < element.num_children) {
      const childElement = schema[rootIndex + count]
      const child = schemaTree(schema, rootIndex + count, [...path, childElement.name])
      count += child.count
      children.push(child)
    }
  }

  return { count, element, children, path }
}

/**
 * Get schema elements from the root to the given element name.
 *
 * @param {SchemaElement[]} schema
 * @param {string[]} name path to the element
 * @returns {SchemaTree[]} list of schema elements
 */
function getSchemaPath(schema, name) {
  return getTreePath(schemaTree(schema, 0, []), name)
}

/**
 * Get schema tree nodes from the root of a prebuilt tree to the given element name.
 *
 * @param {SchemaTree} tree root of the schema tree
 * @param {string[]} name path to the element
 * @returns {SchemaTree[]} list of schema elements
 */
function getTreePath(tree, name) {
  const path = [tree]
  for (const part of name) {
    const child = tree.children.find(child => child.element.name === part)
    if (!child) throw new Error(`parquet schema element not found: ${name}`)
    path.push(child)
    tree = child
  }
  return path
}

/**
 * Get all physical (leaf) column names.
 *
 * @param {SchemaTree} schemaTree
 * @returns {string[]} list of physical column names
 */
function getPhysicalColumns(schemaTree) {
  /** @type {string[]} */
  const columns = []
  /** @param {SchemaTree} node */
  function traverse(node) {
    if (node.children.length) {
      for (const child of node.children) {
        traverse(child)
      }
    } else {
      columns.push(node.path.join('.'))
    }
  }
  traverse(schemaTree)
  return columns
}

/**
 * Get the max repetition level for a given schema path.
 *
 * @param {SchemaTree[]} schemaPath
 * @returns {number} max repetition level
 */
function getMaxRepetitionLevel(schemaPath) {
  let maxLevel = 0
  for (const { element } of schemaPath) {
    if (element.repetition_type === 'REPEATED') {
      maxLevel++
    }
  }
  return maxLevel
}

/**
 * Get the max definition level for a given schema path.
 *
 * @param {SchemaTree[]} schemaPath
 * @returns {number} max definition level
 */
function getMaxDefinitionLevel(schemaPath) {
  let maxLevel = 0
  for (const { element } of schemaPath.slice(1)) {
    if (element.repetition_type !== 'REQUIRED') {
      maxLevel++
    }
  }
  return maxLevel
}

/**
 * Check if a column is list-like.
 *
 * @param {SchemaTree} schema
 * @returns {boolean} true if list-like
 */
function isListLike(schema) {
  if (!schema) return false
  if (schema.element.converted_type !== 'LIST') return false
  if (schema.children.length > 1) return false

  const firstChild = schema.children[0]
  if (firstChild.children.length > 1) return false
  if (firstChild.element.repetition_type !== 'REPEATED') return false

  return true
}

/**
 * Check if a column is map-like.
 *
 * @param {SchemaTree} schema
 * @returns {boolean} true if map-like
 */
function isMapLike(schema) {
  if (!schema) return false
  if (schema.element.converted_type !== 'MAP') return false
  if (schema.children.length > 1) return false

  const firstChild = schema.children[0]
  if (firstChild.children.length !== 2) return false
  if (firstChild.element.repetition_type !== 'REPEATED') return false

  const keyChild = firstChild.children.find(child => child.element.name === 'key')
  if (keyChild?.element.repetition_type === 'REPEATED') return false

  const valueChild = firstChild.children.find(child => child.element.name === 'value')
  if (valueChild?.element.repetition_type === 'REPEATED') return false

  return true
}

/**
 * Returns true if a column is non-nested.
 *
 * @param {SchemaTree[]} schemaPath
 * @returns {boolean}
 */
function isFlatColumn(schemaPath) {
  if (schemaPath.length !== 2) return false
  const [, column] = schemaPath
  if (column.element.repetition_type === 'REPEATED') return false
  if (column.children.length) return false
  return true
}

/**
 * @import {SchemaElement, SchemaTree} from '../src/types.js'
 */


/***/ }),

/***/ 558:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   GD: () => (/* binding */ readZigZagBigInt),
/* harmony export */   Tn: () => (/* binding */ deserializeTCompactProtocol),
/* harmony export */   fN: () => (/* binding */ readZigZag),
/* harmony export */   pT: () => (/* binding */ readVarInt)
/* harmony export */ });
/**
 * @import {DataReader, ThriftObject, ThriftType} from '../src/types.js'
 */

// TCompactProtocol types
const STOP = 0
const TRUE = 1
const FALSE = 2
const BYTE = 3
const I16 = 4
const I32 = 5
const I64 = 6
const DOUBLE = 7
const BINARY = 8
const LIST = 9
const STRUCT = 12

/**
 * Parse TCompactProtocol
 *
 * @param {DataReader} reader
 * @returns {{ [key: `field_${number}`]: any }}
 */
function deserializeTCompactProtocol(reader) {
  /** @type {ThriftObject} */
  const value = {}
  let fid = 0

  while (true) {
    if (reader.offset >= reader.view.byteLength) throw new Error('thrift struct ended without STOP')
    // Parse each field based on its type and add to the result object
    const byte = reader.view.getUint8(reader.offset++)
    const type = byte & 0x0f
    if (type === STOP) break
    const delta = byte >> 4
    fid = delta ? fid + delta : readZigZag(reader)
    value[`field_${fid}`] = readElement(reader, type)
  }

  return value
}

/**
 * Read a single element based on its type
 *
 * @param {DataReader} reader
 * @param {number} type
 * @returns {ThriftType}
 */
function readElement(reader, type) {
  switch (type) {
  case TRUE:
    return true
  case FALSE:
    return false
  case BYTE:
    return reader.view.getInt8(reader.offset++)
  case I16:
  case I32:
    return readZigZag(reader)
  case I64:
    return readZigZagBigInt(reader)
  case DOUBLE: {
    const value = reader.view.getFloat64(reader.offset, true)
    reader.offset += 8
    return value
  }
  case BINARY: {
    const stringLength = readVarInt(reader)
    if (reader.offset + stringLength > reader.view.byteLength) {
      throw new Error(`thrift binary length ${stringLength} exceeds remaining ${reader.view.byteLength - reader.offset} bytes`)
    }
    const strBytes = new Uint8Array(reader.view.buffer, reader.view.byteOffset + reader.offset, stringLength)
    reader.offset += stringLength
    return strBytes
  }
  case LIST: {
    const byte = reader.view.getUint8(reader.offset++)
    const elemType = byte & 0x0f
    let listSize = byte >> 4
    if (listSize === 15) {
      listSize = readVarInt(reader)
    }
    const boolType = elemType === TRUE || elemType === FALSE
    const values = new Array(listSize)
    for (let i = 0; i < listSize; i++) {
      values[i] = boolType ? readElement(reader, BYTE) === 1 : readElement(reader, elemType)
    }
    return values
  }
  case STRUCT:
    // main function handles struct parsing
    return deserializeTCompactProtocol(reader)
  default:
    // MAP, SET, UUID not used by parquet
    throw new Error(`thrift unhandled type: ${type}`)
  }
}

/**
 * Read varint aka Unsigned LEB128.
 *
 * @param {DataReader} reader
 * @returns {number}
 */
function readVarInt(reader) {
  let result = 0
  let shift = 0
  while (true) {
    // Read groups of 7 low bits until high bit is 0
    const byte = reader.view.getUint8(reader.offset++)
    result |= (byte & 0x7f) << shift
    if (!(byte & 0x80)) {
      return result
    }
    shift += 7
  }
}

/**
 * Read a varint as a bigint.
 *
 * @param {DataReader} reader
 * @returns {bigint}
 */
function readVarBigInt(reader) {
  let result = 0n
  let shift = 0n
  while (true) {
    const byte = reader.view.getUint8(reader.offset++)
    result |= BigInt(byte & 0x7f) << shift
    if (!(byte & 0x80)) {
      return result
    }
    shift += 7n
  }
}

/**
 * Read a zigzag number.
 * Zigzag folds positive and negative numbers into the positive number space.
 *
 * @param {DataReader} reader
 * @returns {number}
 */
function readZigZag(reader) {
  const zigzag = readVarInt(reader)
  return zigzag >>> 1 ^ -(zigzag & 1)
}

/**
 * Read a zigzag bigint.
 *
 * @param {DataReader} reader
 * @returns {bigint}
 */
function readZigZagBigInt(reader) {
  const zigzag = readVarBigInt(reader)
  return zigzag >> 1n ^ -(zigzag & 1n)
}


/***/ })

/******/ });
/************************************************************************/
/******/ // The module cache
/******/ var __webpack_module_cache__ = {};
/******/ 
/******/ // The require function
/******/ function __nccwpck_require__(moduleId) {
/******/ 	// Check if module is in cache
/******/ 	var cachedModule = __webpack_module_cache__[moduleId];
/******/ 	if (cachedModule !== undefined) {
/******/ 		return cachedModule.exports;
/******/ 	}
/******/ 	// Create a new module (and put it into the cache)
/******/ 	var module = __webpack_module_cache__[moduleId] = {
/******/ 		// no module.id needed
/******/ 		// no module.loaded needed
/******/ 		exports: {}
/******/ 	};
/******/ 
/******/ 	// Execute the module function
/******/ 	var threw = true;
/******/ 	try {
/******/ 		__webpack_modules__[moduleId](module, module.exports, __nccwpck_require__);
/******/ 		threw = false;
/******/ 	} finally {
/******/ 		if(threw) delete __webpack_module_cache__[moduleId];
/******/ 	}
/******/ 
/******/ 	// Return the exports of the module
/******/ 	return module.exports;
/******/ }
/******/ 
/************************************************************************/
/******/ /* webpack/runtime/asset-relocator-loader */
/******/ if (typeof __nccwpck_require__ !== 'undefined') __nccwpck_require__.ab = decodeURIComponent(new URL('.', import.meta.url).pathname).slice(import.meta.url.match(/^file:\/\/\/\w:/) ? 1 : 0, -1) + "/";
/******/ 
/******/ /* webpack/runtime/async module */
/******/ (() => {
/******/ 	var webpackQueues = typeof Symbol === "function" ? Symbol("webpack queues") : "__webpack_queues__";
/******/ 	var webpackExports = typeof Symbol === "function" ? Symbol("webpack exports") : "__webpack_exports__";
/******/ 	var webpackError = typeof Symbol === "function" ? Symbol("webpack error") : "__webpack_error__";
/******/ 	var resolveQueue = (queue) => {
/******/ 		if(queue && queue.d < 1) {
/******/ 			queue.d = 1;
/******/ 			queue.forEach((fn) => (fn.r--));
/******/ 			queue.forEach((fn) => (fn.r-- ? fn.r++ : fn()));
/******/ 		}
/******/ 	}
/******/ 	var wrapDeps = (deps) => (deps.map((dep) => {
/******/ 		if(dep !== null && typeof dep === "object") {
/******/ 			if(dep[webpackQueues]) return dep;
/******/ 			if(dep.then) {
/******/ 				var queue = [];
/******/ 				queue.d = 0;
/******/ 				dep.then((r) => {
/******/ 					obj[webpackExports] = r;
/******/ 					resolveQueue(queue);
/******/ 				}, (e) => {
/******/ 					obj[webpackError] = e;
/******/ 					resolveQueue(queue);
/******/ 				});
/******/ 				var obj = {};
/******/ 				obj[webpackQueues] = (fn) => (fn(queue));
/******/ 				return obj;
/******/ 			}
/******/ 		}
/******/ 		var ret = {};
/******/ 		ret[webpackQueues] = x => {};
/******/ 		ret[webpackExports] = dep;
/******/ 		return ret;
/******/ 	}));
/******/ 	__nccwpck_require__.a = (module, body, hasAwait) => {
/******/ 		var queue;
/******/ 		hasAwait && ((queue = []).d = -1);
/******/ 		var depQueues = new Set();
/******/ 		var exports = module.exports;
/******/ 		var currentDeps;
/******/ 		var outerResolve;
/******/ 		var reject;
/******/ 		var promise = new Promise((resolve, rej) => {
/******/ 			reject = rej;
/******/ 			outerResolve = resolve;
/******/ 		});
/******/ 		promise[webpackExports] = exports;
/******/ 		promise[webpackQueues] = (fn) => (queue && fn(queue), depQueues.forEach(fn), promise["catch"](x => {}));
/******/ 		module.exports = promise;
/******/ 		body((deps) => {
/******/ 			currentDeps = wrapDeps(deps);
/******/ 			var fn;
/******/ 			var getResult = () => (currentDeps.map((d) => {
/******/ 				if(d[webpackError]) throw d[webpackError];
/******/ 				return d[webpackExports];
/******/ 			}))
/******/ 			var promise = new Promise((resolve) => {
/******/ 				fn = () => (resolve(getResult));
/******/ 				fn.r = 0;
/******/ 				var fnQueue = (q) => (q !== queue && !depQueues.has(q) && (depQueues.add(q), q && !q.d && (fn.r++, q.push(fn))));
/******/ 				currentDeps.map((dep) => (dep[webpackQueues](fnQueue)));
/******/ 			});
/******/ 			return fn.r ? promise : getResult();
/******/ 		}, (err) => ((err ? reject(promise[webpackError] = err) : outerResolve(exports)), resolveQueue(queue)));
/******/ 		queue && queue.d < 0 && (queue.d = 0);
/******/ 	};
/******/ })();
/******/ 
/******/ /* webpack/runtime/define property getters */
/******/ (() => {
/******/ 	// define getter functions for harmony exports
/******/ 	__nccwpck_require__.d = (exports, definition) => {
/******/ 		for(var key in definition) {
/******/ 			if(__nccwpck_require__.o(definition, key) && !__nccwpck_require__.o(exports, key)) {
/******/ 				Object.defineProperty(exports, key, { enumerable: true, get: definition[key] });
/******/ 			}
/******/ 		}
/******/ 	};
/******/ })();
/******/ 
/******/ /* webpack/runtime/hasOwnProperty shorthand */
/******/ (() => {
/******/ 	__nccwpck_require__.o = (obj, prop) => (Object.prototype.hasOwnProperty.call(obj, prop))
/******/ })();
/******/ 
/************************************************************************/
/******/ 
/******/ // startup
/******/ // Load entry module and return exports
/******/ // This entry module used 'module' so it can't be inlined
/******/ var __webpack_exports__ = __nccwpck_require__(410);
/******/ __webpack_exports__ = await __webpack_exports__;
/******/ 
