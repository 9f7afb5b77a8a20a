export const id = 147;
export const ids = [147];
export const modules = {

/***/ 147:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  SparkJob: () => (/* binding */ SparkJob)
});

// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(598);
// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __webpack_require__(24);
// EXTERNAL MODULE: external "node:fs/promises"
var promises_ = __webpack_require__(455);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(760);
// EXTERNAL MODULE: external "node:stream/promises"
var external_node_stream_promises_ = __webpack_require__(466);
// EXTERNAL MODULE: ./node_modules/hyparquet-writer/src/bytewriter.js
var bytewriter = __webpack_require__(732);
// EXTERNAL MODULE: ./node_modules/hyparquet-writer/src/metadata.js
var src_metadata = __webpack_require__(108);
// EXTERNAL MODULE: ./build/engine/disk/disk-rows.js
var disk_rows = __webpack_require__(576);
;// CONCATENATED MODULE: ./build/engine/engine.js
/** The largest number of conflicting rows that are listed by id; `dropped.jsonl` lists them all. */
const MOST_CONFLICT_IDS = 20;

// EXTERNAL MODULE: ./build/engine/parquet.js + 18 modules
var parquet = __webpack_require__(219);
// EXTERNAL MODULE: ./build/engine/prepare.js + 13 modules
var prepare = __webpack_require__(447);
// EXTERNAL MODULE: ./build/model/features.js
var features = __webpack_require__(599);
// EXTERNAL MODULE: ./build/model/rows.js
var rows = __webpack_require__(141);
;// CONCATENATED MODULE: ./build/spark/read-report.js



/** Files that Spark wrote to a folder, in the order of what they hold. @throws Error of the file system */
async function partsIn(folder) {
    const names = await (0,promises_.readdir)(folder);
    return names
        .filter((name) => name.startsWith('part-'))
        .sort()
        .map((name) => external_node_path_.join(folder, name));
}
/** The lines of JSON that Spark wrote of dropped rows. @param files in the order of their rows */
function* linesOf(files) {
    for (const file of files)
        yield readFileSync(file);
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

// EXTERNAL MODULE: external "node:zlib"
var external_node_zlib_ = __webpack_require__(522);
// EXTERNAL MODULE: ./node_modules/hyparquet/src/node.js
var node = __webpack_require__(609);
// EXTERNAL MODULE: ./node_modules/hyparquet/src/metadata.js + 1 modules
var hyparquet_src_metadata = __webpack_require__(367);
// EXTERNAL MODULE: ./node_modules/hyparquet/src/read.js + 13 modules
var read = __webpack_require__(630);
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
        const buffer = await (0,node/* asyncBufferFromFile */.Rv)(file);
        const metadata = await (0,hyparquet_src_metadata/* parquetMetadataAsync */.Ei)(buffer).catch((cause) => {
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
            const objects = await (0,read/* parquetReadObjects */.pS)({
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

// EXTERNAL MODULE: ./build/engine/rows/identity.js + 4 modules
var identity = __webpack_require__(631);
// EXTERNAL MODULE: ./build/engine/rows/rank.js
var rank = __webpack_require__(139);
// EXTERNAL MODULE: ./build/engine/rows/row-spill.js
var row_spill = __webpack_require__(346);
// EXTERNAL MODULE: ./build/engine/split/split-stable.js
var split_stable = __webpack_require__(394);
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
    const ordered = new disk_rows/* OrderedFiles */.p(folder, name, { hasOnlyClass: true });
    const check = new RowCheck(source);
    const files = { train: [], eval: [], test: [] };
    for (const split of BY_RANK) {
        check.begin(split);
        files[split] = await partsIn(external_node_path_.join(source.shards, split)).catch((cause) => {
            throw wrongShard(external_node_path_.join(source.shards, split), 'there are no files', cause);
        });
        for (const file of files[split]) {
            const shard = await ShardFile.open(file, shape);
            for await (const row of shard.rows()) {
                check.add(row, file);
                ordered.append(split, { source: 'corrections', id: NO_ID, row: check.row }, check.rank);
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
            throw wrongShard(file, `row ${this.#rows} of ${this.#split} ${problem}`);
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
        const { rows, classRows } = this.#source.reportedSplits[this.#split];
        const found = { rows: this.#rows, classRows: this.#splitClassRows };
        if (JSON.stringify(found) !== JSON.stringify({ rows, classRows }))
            throw wrongShard(files, `there are ${this.#rows} rows, and not those of each class that the report tells (${rows})`);
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
        if ((0,split_stable/* splitOf */.uv)(this.#ranker, this.#source.shares) !== this.#split)
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

;// CONCATENATED MODULE: ./build/spark/spark-job.js
















/** Takes over what Spark prepared. */
class SparkJob {
    #source;
    #counts;
    #taken;
    constructor({ source, counts }) {
        this.#source = source;
        this.#counts = counts;
    }
    /** @throws Error that names the file and what is wrong with it, without a text; SpillError */
    async settle() {
        this.#taken = await takeShards(this.#source);
        const droppedFiles = await partsIn(external_node_path_.join(this.#source.shards, 'dropped'));
        return {
            counts: this.#counts,
            classRows: this.#taken.classRows,
            conflictIds: conflictIds(droppedFiles),
            droppedFiles,
        };
    }
    /** @throws SpillError */
    prepare(how) {
        const rows = new disk_rows/* DiskRows */.B(this.#source, this.#taken);
        // Rows that are in a shard stay there: drop-near-duplicates is refused with spark-command.
        const { dataset } = (0,prepare/* prepareRows */.D)(rows, how, { counts: this.#counts, drop: () => undefined });
        // Shards have no ids, by which near copies would be shown.
        return { dataset, examples: [], dropped: [] };
    }
    write() {
        return publishShards(this.#source, this.#taken.files);
    }
}
/** Ids of the first conflicting rows. */
function conflictIds(files) {
    const ids = [];
    for (const file of files) {
        for (const line of (0,external_node_fs_.readFileSync)(file, 'utf8').split('\n')) {
            if (ids.length === MOST_CONFLICT_IDS)
                return ids;
            if (line === '')
                continue;
            const { id, reason } = JSON.parse(line);
            if (reason === 'conflict')
                ids.push(id);
        }
    }
    return ids;
}
/** Makes the data files of a dataset of Spark's shards: features into their footers, names as on the Hub. */
async function publishShards({ shape }, files) {
    const published = [];
    for (const split of rows/* SPLIT_NAMES */.g) {
        for (const [index, file] of files[split].entries()) {
            await addFeatures(await ShardFile.open(file, shape), shape);
            const path = (0,parquet/* shardPath */.A$)(split, index, files[split].length);
            const { size } = await (0,promises_.stat)(file);
            published.push({ split, path, file, size, sha256: await sha256OfFile(file) });
        }
    }
    return published;
}
async function sha256OfFile(file) {
    const hash = (0,external_node_crypto_.createHash)('sha256');
    await (0,external_node_stream_promises_.pipeline)((0,external_node_fs_.createReadStream)(file), hash);
    return hash.digest('hex');
}
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
    (0,src_metadata/* writeMetadata */.f)(writer, { ...metadata, key_value_metadata: [...others, { key: 'huggingface', value }] });
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


/***/ })

};
