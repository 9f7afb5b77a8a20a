import { createRequire as __WEBPACK_EXTERNAL_createRequire } from "module";
/******/ var __webpack_modules__ = ({

/***/ 9896:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("fs");

/***/ }),

/***/ 4573:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:buffer");

/***/ }),

/***/ 7598:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:crypto");

/***/ }),

/***/ 3024:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:fs");

/***/ }),

/***/ 1455:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:fs/promises");

/***/ }),

/***/ 6760:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:path");

/***/ }),

/***/ 481:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:readline");

/***/ }),

/***/ 6466:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:stream/promises");

/***/ }),

/***/ 5919:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:worker_threads");

/***/ }),

/***/ 8522:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:zlib");

/***/ }),

/***/ 5141:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   Hy: () => (/* binding */ writeDictionaryPage),
/* harmony export */   S8: () => (/* binding */ plainChunk),
/* harmony export */   fC: () => (/* binding */ writeNumberColumn),
/* harmony export */   j8: () => (/* binding */ writeRowGroup),
/* harmony export */   jR: () => (/* binding */ endRowGroup),
/* harmony export */   xv: () => (/* binding */ writePage)
/* harmony export */ });
/* harmony import */ var hyparquet_writer__WEBPACK_IMPORTED_MODULE_2__ = __nccwpck_require__(3732);
/* harmony import */ var hyparquet_writer_src_datapage_js__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(9477);
/* harmony import */ var _parquet_memory_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(6971);



/** Bytes of a number. */
const NUMBER_BYTES = 8;
const NO_LEVELS = new Uint8Array();
/** Writes a row group of columns that are written already, which come first, and others, at least one. */
function writeRowGroup(parquet, written, others) {
    parquet.pendingIndexes.push(...written);
    parquet.write({ columnData: others, rowGroupSize: others[0].data.length });
    const { columns, num_rows } = parquet.row_groups.pop();
    parquet.row_groups.push(rowGroupOf([...written.map(({ chunk }) => chunk), ...columns], num_rows));
}
/** Ends a row group of which all columns are written already. */
function endRowGroup(parquet, written, rows) {
    parquet.pendingIndexes.push(...written);
    parquet.num_rows += BigInt(rows);
    const columns = written.map(({ chunk }) => chunk);
    parquet.row_groups.push(rowGroupOf(columns, BigInt(rows)));
}
function rowGroupOf(columns, rows) {
    let [uncompressed, compressed] = [0n, 0n];
    for (const { meta_data } of columns) {
        uncompressed += meta_data.total_uncompressed_size;
        compressed += meta_data.total_compressed_size;
    }
    return { columns, total_byte_size: uncompressed, num_rows: rows, total_compressed_size: compressed };
}
/**
 * Writes a column of numbers that is not optional as one page.
 *
 * @param numbers 8 bytes each, little-endian
 * @param options.isCompressed false for numbers without a pattern, which compression makes longer
 */
function writeNumberColumn({ writer }, name, numbers, { isCompressed }) {
    const start = writer.offset;
    const values = numbers.length / NUMBER_BYTES;
    const uncompressed = writePage(writer, {
        encoding: 'PLAIN',
        rows: values,
        nulls: 0,
        levels: NO_LEVELS,
        values: numbers,
        isCompressed,
    });
    const codec = isCompressed ? 'ZSTD' : 'UNCOMPRESSED';
    return { chunk: plainChunk(writer, { name, type: 'INT64', codec, values, start, uncompressed }) };
}
/** Describes a column of plain pages that ends here. @param column.start offset of its first page */
function plainChunk({ offset }, column) {
    const { name, type, codec, values, start, uncompressed } = column;
    return {
        meta_data: {
            type,
            encodings: ['PLAIN'],
            path_in_schema: [name],
            codec,
            num_values: BigInt(values),
            total_compressed_size: BigInt(offset - start),
            total_uncompressed_size: BigInt(uncompressed),
            data_page_offset: BigInt(start),
        },
        file_offset: BigInt(start),
    };
}
/**
 * Writes a page of values.
 *
 * @param page.levels the definition levels, empty for a column that is not optional
 * @param page.values those that are not NULL, as they are encoded
 * @returns its bytes before they are compressed
 */
function writePage(writer, page) {
    const { encoding, rows, nulls, levels, values, isCompressed } = page;
    const written = isCompressed ? (0,_parquet_memory_js__WEBPACK_IMPORTED_MODULE_0__/* .compressPage */ .EY)(values) : values;
    const start = writer.offset;
    (0,hyparquet_writer_src_datapage_js__WEBPACK_IMPORTED_MODULE_1__/* .writePageHeader */ .s)(writer, {
        type: 'DATA_PAGE_V2',
        uncompressed_page_size: levels.length + values.length,
        compressed_page_size: levels.length + written.length,
        data_page_header_v2: {
            num_values: rows,
            num_nulls: nulls,
            num_rows: rows,
            encoding,
            definition_levels_byte_length: levels.length,
            repetition_levels_byte_length: 0,
            is_compressed: isCompressed,
        },
    });
    const headerBytes = writer.offset - start;
    writer.appendBytes(levels);
    writer.appendBytes(written);
    return headerBytes + levels.length + values.length;
}
/** Writes the page of a column's different texts. @returns its bytes before they are compressed */
function writeDictionaryPage(writer, texts) {
    const values = new hyparquet_writer__WEBPACK_IMPORTED_MODULE_2__/* .ByteWriter */ .U();
    for (const text of texts) {
        const bytes = Buffer.from(text);
        values.appendUint32(bytes.length);
        values.appendBytes(bytes);
    }
    const compressed = (0,_parquet_memory_js__WEBPACK_IMPORTED_MODULE_0__/* .compressPage */ .EY)(values.getBytes());
    const start = writer.offset;
    (0,hyparquet_writer_src_datapage_js__WEBPACK_IMPORTED_MODULE_1__/* .writePageHeader */ .s)(writer, {
        type: 'DICTIONARY_PAGE',
        uncompressed_page_size: values.offset,
        compressed_page_size: compressed.length,
        dictionary_page_header: { num_values: texts.length, encoding: 'PLAIN' },
    });
    const headerBytes = writer.offset - start;
    writer.appendBytes(compressed);
    return headerBytes + values.offset;
}


/***/ }),

/***/ 249:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   $9: () => (/* binding */ ClassCounter),
/* harmony export */   iw: () => (/* binding */ countClassGroups),
/* harmony export */   ld: () => (/* binding */ ClassGroups)
/* harmony export */ });
/* unused harmony export countClassRows */
/* harmony import */ var _model_rows_js__WEBPACK_IMPORTED_MODULE_2__ = __nccwpck_require__(6141);
/* harmony import */ var _model_shape_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(7079);
/* harmony import */ var _rows_values_js__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(5629);



/** Counts the rows of each class, a row of several classes for each of them. */
class ClassCounter {
    /** Rows of each class in the order of the ids; empty for a task without classes. */
    rows;
    #type;
    constructor(shape) {
        this.#type = typeOfClasses(shape);
        this.rows = shape.classNames.map(() => 0);
    }
    /** Counts a row. @param classId its class where that is its only value @param values its packed values, else null */
    add(classId, values) {
        if (values === null)
            this.rows[classId]++;
        else
            forEachClass(this.#type, values, this.#count);
    }
    #count = (classId) => {
        this.rows[classId]++;
    };
}
/** Counts the groups that the rows of each class are in. */
class ClassGroups {
    /** Groups of each class in the order of the ids; empty for a task without classes. */
    groups;
    #type;
    /** Number of the group in which each class was met last, from 1. */
    #last;
    #group = 0;
    #high = -1;
    #low = -1;
    constructor(shape) {
        this.#type = typeOfClasses(shape);
        this.groups = shape.classNames.map(() => 0);
        this.#last = shape.classNames.map(() => 0);
    }
    /**
     * Counts a row, those of a group after each other.
     *
     * @param rank of its group
     * @param classId its class where that is its only value
     * @param values its packed values, else null
     */
    add({ high, low }, classId, values) {
        if (high !== this.#high || low !== this.#low)
            this.#group++;
        this.#high = high;
        this.#low = low;
        if (values === null)
            this.#meet(classId);
        else
            forEachClass(this.#type, values, this.#meet);
    }
    #meet = (classId) => {
        if (this.#last[classId] === this.#group)
            return;
        this.#last[classId] = this.#group;
        this.groups[classId]++;
    };
}
/** Groups of each class of rows that were split by the ranks of their groups. */
function countClassGroups(shape, rows, splits) {
    const counter = new ClassGroups(shape);
    const { rankHigh, rankLow, classIds, valueNumbers, valueMemory } = rows;
    const values = valueMemory === null ? null : new _rows_values_js__WEBPACK_IMPORTED_MODULE_1__/* .ValueUnpacker */ .tj(shape, valueMemory);
    for (const split of _model_rows_js__WEBPACK_IMPORTED_MODULE_2__/* .SPLIT_NAMES */ .gP) {
        for (const row of splits[split]) {
            const rank = { high: rankHigh[row], low: rankLow[row] };
            counter.add(rank, classIds[row], values === null ? null : values.bytesAt(valueNumbers[row]));
        }
    }
    return counter.groups;
}
function typeOfClasses(shape) {
    return shape.values[(0,_model_shape_js__WEBPACK_IMPORTED_MODULE_0__/* .classColumn */ .$l)(shape)]?.type ?? null;
}
/** Visits each class of the packed values of a row once. */
function forEachClass(type, values, visit) {
    if (type === 'class')
        visit((0,_rows_values_js__WEBPACK_IMPORTED_MODULE_1__/* .firstClassIdIn */ .v5)(values));
    else if (type !== null && (0,_model_shape_js__WEBPACK_IMPORTED_MODULE_0__/* .isListOfClasses */ .Eh)(type)) {
        const classes = (0,_rows_values_js__WEBPACK_IMPORTED_MODULE_1__/* .classCountIn */ .F6)(values);
        for (let index = 0; index < classes; index++)
            visit((0,_rows_values_js__WEBPACK_IMPORTED_MODULE_1__/* .classIdIn */ .xW)(values, index));
    }
    else if (type === 'spans') {
        for (const classId of new Set((0,_rows_values_js__WEBPACK_IMPORTED_MODULE_1__/* .spansIn */ .$H)(values).map((span) => span.classId)))
            visit(classId);
    }
}
/** Rows of each class in the order of the ids, before they are split. */
function countClassRows(shape, rows) {
    const counter = new ClassCounter(shape);
    const { classIds, valueNumbers, valueMemory } = rows;
    const values = valueMemory === null ? null : new ValueUnpacker(shape, valueMemory);
    for (let row = 0; row < rows.length; row++)
        counter.add(classIds[row], values === null ? null : values.bytesAt(valueNumbers[row]));
    return counter.rows;
}


/***/ }),

/***/ 7372:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   $: () => (/* binding */ AppendFile)
/* harmony export */ });
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(3024);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(6760);
/* harmony import */ var _spill_error_js__WEBPACK_IMPORTED_MODULE_2__ = __nccwpck_require__(3956);



/** Writes records one after the other to a new file that only its owner may read. */
class AppendFile {
    /** Where records are put together, from the position that {@link reserve} returns. */
    buffer;
    /** Bytes written so far. */
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

/***/ 678:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {


// EXPORTS
__nccwpck_require__.d(__webpack_exports__, {
  j: () => (/* binding */ DiskJob),
  c: () => (/* binding */ writeIndexOnDisk)
});

// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __nccwpck_require__(6760);
// EXTERNAL MODULE: ./build/engine/parquet.js + 3 modules
var parquet = __nccwpck_require__(3103);
// EXTERNAL MODULE: ./build/engine/prepare.js + 15 modules
var prepare = __nccwpck_require__(7480);
// EXTERNAL MODULE: ./build/engine/row-index/row-index.js + 4 modules
var row_index = __nccwpck_require__(8205);
// EXTERNAL MODULE: ./build/engine/rows/row-counts.js
var row_counts = __nccwpck_require__(5482);
// EXTERNAL MODULE: ./build/engine/rows/dropped-rows.js
var dropped_rows = __nccwpck_require__(3953);
;// CONCATENATED MODULE: ./build/engine/rows/row-id-lines.js


const CHUNK_ROWS = 1000;
/** Returns a published row as a line of JSON: `{"split":"train","id":"7","source":"reviewed"}`. */
function rowIdLine(split, { id, source }) {
    return `${JSON.stringify({ split, id, source: dropped_rows/* SOURCE_NAMES */.tN[source] })}\n`;
}
/**
 * Returns the lines of published rows, in pieces.
 *
 * @param numbers of the rows in the order of the data files
 * @param sizes rows of each split
 * @param rowOf gives the id of a row and its source by its number
 */
function* rowIdLines(numbers, sizes, rowOf) {
    let at = 0;
    for (const split of SPLIT_NAMES) {
        for (const end = at + sizes[split]; at < end;) {
            const piece = numbers.subarray(at, Math.min(end, at + CHUNK_ROWS));
            yield Buffer.from(Array.from(piece, (row) => rowIdLine(split, rowOf(row))).join(''));
            at += piece.length;
        }
    }
}

// EXTERNAL MODULE: ./build/engine/rows/row-ids.js
var row_ids = __nccwpck_require__(5622);
// EXTERNAL MODULE: ./build/engine/disk/append-file.js
var append_file = __nccwpck_require__(7372);
// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __nccwpck_require__(3024);
// EXTERNAL MODULE: ./build/engine/row-index/entries.js
var entries = __nccwpck_require__(5297);
;// CONCATENATED MODULE: ./build/engine/disk/partitions.js



/** Rows are sorted into files by the first byte of their rank. */
const PARTITIONS = 256;
/** Few writes for many files, and little memory. */
const BUFFER_BYTES = 1 << 15;
/** Files of rows by the first byte of a rank: one after the other they hold the rows in the order of their ranks. */
class partitions_Partitions {
    #folder;
    #name;
    #files = [];
    /** @param name which its files begin with */
    constructor(folder, name) {
        this.#folder = folder;
        this.#name = name;
    }
    /** Bytes written so far. */
    get size() {
        return this.#files.reduce((sum, file) => sum + (file?.size ?? 0), 0);
    }
    /** The file of a rank. @param high its upper half */
    of(high) {
        const partition = high >>> 24;
        this.#files[partition] ??= new append_file/* AppendFile */.$(partitionFile(this.#folder, this.#name, partition), BUFFER_BYTES);
        return this.#files[partition];
    }
    /** Writes what is in memory. @throws SpillError */
    close() {
        for (const file of this.#files)
            file?.close();
    }
    /** Closes the files, which are not needed any more. */
    abandon() {
        for (const file of this.#files)
            file?.abandon();
    }
}
/** The files that hold rows, in the order of their ranks. */
function partitionFiles(folder, name) {
    return Array.from({ length: PARTITIONS }, (_, partition) => partitionFile(folder, name, partition)).filter((file) => (0,external_node_fs_.existsSync)(file));
}
function removeFile(file) {
    (0,external_node_fs_.rmSync)(file, { force: true });
}
function partitionFile(folder, name, partition) {
    return external_node_path_.join(folder, `${name}-${partition.toString(16).padStart(2, '0')}`);
}

// EXTERNAL MODULE: ./build/engine/disk/spill-error.js
var spill_error = __nccwpck_require__(3956);
;// CONCATENATED MODULE: ./build/engine/disk/disk-entries.js






/** Rank, split, value and mark of a record, little-endian. */
const RECORD_BYTES = 17;
/** With 30 million rows, a bucket and the memory to sort it take about 60 MB. */
const BUCKET_BITS = 4;
const disk_entries_BUFFER_BYTES = 1 << 15;
/** Entries on disk, in a file for each range of ranks. */
class DiskEntries {
    buckets = 1 << BUCKET_BITS;
    #path;
    #files = [];
    #bucket = new entries/* MemoryEntries */.S();
    #entry = { rankHigh: 0, rankLow: 0, split: 0, value: 0, mark: 0 };
    /** @param name which its files begin with */
    constructor(folder, name) {
        this.#path = external_node_path_.join(folder, name);
    }
    /** @throws SpillError */
    add({ rankHigh, rankLow, split, value, mark }) {
        const number = rankHigh >>> (32 - BUCKET_BITS);
        this.#files[number] ??= new append_file/* AppendFile */.$(`${this.#path}-${number}`, disk_entries_BUFFER_BYTES);
        const file = this.#files[number];
        const at = file.reserve(RECORD_BYTES);
        const { buffer } = file;
        buffer.writeUInt32LE(rankHigh, at);
        buffer.writeUInt32LE(rankLow, at + 4);
        buffer.writeUInt32LE(value, at + 8);
        buffer.writeUInt32LE(mark, at + 12);
        buffer.writeUInt8(split, at + 16);
    }
    /** No entry can be added afterwards. @throws SpillError */
    bucket(number) {
        this.#bucket.clear();
        const records = this.#read(this.#files[number]);
        const entry = this.#entry;
        for (let at = 0; at < records.length; at += RECORD_BYTES) {
            entry.rankHigh = records.readUInt32LE(at);
            entry.rankLow = records.readUInt32LE(at + 4);
            entry.value = records.readUInt32LE(at + 8);
            entry.mark = records.readUInt32LE(at + 12);
            entry.split = records[at + 16];
            this.#bucket.add(entry);
        }
        return this.#bucket;
    }
    close() {
        for (const file of this.#files) {
            file?.abandon();
            if (file !== undefined)
                removeFile(file.file);
        }
    }
    #read(written) {
        if (written === undefined)
            return Buffer.alloc(0);
        written.close();
        try {
            return (0,external_node_fs_.readFileSync)(written.file);
        }
        catch (error) {
            throw (0,spill_error/* spillError */.h)(error, 'read from', external_node_path_.dirname(written.file));
        }
    }
}

// EXTERNAL MODULE: ./build/engine/row-index/matches.js
var matches = __nccwpck_require__(5020);
// EXTERNAL MODULE: ./build/engine/disk/record-file.js
var record_file = __nccwpck_require__(479);
;// CONCATENATED MODULE: ./build/engine/disk/disk-matches.js



/** Length, rank, value, mark, place, value of the row and split of a record, little-endian. */
const disk_matches_RECORD_BYTES = record_file/* LENGTH_BYTES */.R2 + 25;
const disk_matches_BUFFER_BYTES = 1 << 15;
/** Matches on disk, in a file. */
class DiskMatches {
    #file;
    /** @throws SpillError */
    constructor(file) {
        this.#file = new append_file/* AppendFile */.$(file, disk_matches_BUFFER_BYTES);
    }
    /** @throws SpillError */
    add({ rankHigh, rankLow, split, value, mark }, row, place, now) {
        const at = this.#file.reserve(disk_matches_RECORD_BYTES);
        const { buffer } = this.#file;
        buffer.writeUInt32LE(disk_matches_RECORD_BYTES, at);
        const numbers = at + record_file/* LENGTH_BYTES */.R2;
        buffer.writeUInt32LE(rankHigh[row], numbers);
        buffer.writeUInt32LE(rankLow[row], numbers + 4);
        buffer.writeUInt32LE(value[row], numbers + 8);
        buffer.writeUInt32LE(mark[row], numbers + 12);
        buffer.writeUInt32LE(place, numbers + 16);
        buffer.writeUInt32LE(now, numbers + 20);
        buffer.writeUInt8(split[row], numbers + 24);
    }
    /** @throws SpillError */
    end() {
        this.#file.close();
    }
    /** @throws SpillError */
    forEach(visit) {
        const one = new matches/* MemoryMatches */.X(1);
        (0,record_file/* forEachRecord */.cz)(this.#file.file, ({ buffer, start }) => {
            const numbers = start + record_file/* LENGTH_BYTES */.R2;
            one.rankHigh[0] = buffer.readUInt32LE(numbers);
            one.rankLow[0] = buffer.readUInt32LE(numbers + 4);
            one.value[0] = buffer.readUInt32LE(numbers + 8);
            one.mark[0] = buffer.readUInt32LE(numbers + 12);
            one.place[0] = buffer.readUInt32LE(numbers + 16);
            one.now[0] = buffer.readUInt32LE(numbers + 20);
            one.split[0] = buffer[numbers + 24];
            visit(one, 0);
        });
    }
}

// EXTERNAL MODULE: ./build/engine/disk/disk-rows.js
var disk_rows = __nccwpck_require__(3576);
// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __nccwpck_require__(7598);
// EXTERNAL MODULE: ./node_modules/hyparquet-writer/src/bytewriter.js
var bytewriter = __nccwpck_require__(3732);
;// CONCATENATED MODULE: ./build/engine/disk/disk-sink.js



const disk_sink_BUFFER_BYTES = 1 << 20;
/** Writes a file to disk as it is made, and hashes it meanwhile. @throws SpillError */
function diskSink(file) {
    const target = new append_file/* AppendFile */.$(file, disk_sink_BUFFER_BYTES);
    const hash = (0,external_node_crypto_.createHash)('sha256');
    const writer = new PassingWriter((bytes) => {
        hash.update(bytes);
        target.append(bytes);
    });
    return {
        writer,
        close() {
            target.close();
            return { file, size: target.size, sha256: hash.digest('hex') };
        },
    };
}
/** Passes bytes on when its buffer is full. */
class PassingWriter extends bytewriter/* ByteWriter */.U {
    #pass;
    constructor(pass) {
        super(disk_sink_BUFFER_BYTES);
        this.#pass = pass;
    }
    ensure(size) {
        if (this.index + size <= this.buffer.byteLength)
            return;
        this.finish();
        if (size <= this.buffer.byteLength)
            return;
        this.buffer = new ArrayBuffer(size);
        this.view = new DataView(this.buffer);
    }
    finish() {
        if (this.index > 0)
            this.#pass(new Uint8Array(this.buffer, 0, this.index));
        this.index = 0;
    }
}

;// CONCATENATED MODULE: ./build/engine/disk/dropped-runs.js




/** Rows that are sorted in memory, and written together. */
const RUN_ROWS = 1 << 16;
const dropped_runs_BUFFER_BYTES = 1 << 16;
/** Keeps the dropped rows of a dataset on disk in sorted runs, which are merged when the rows are listed. */
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
        for (const row of this.#rows.sort(dropped_rows/* compareDropped */.Gr))
            write(file, row);
        file.close();
        this.files.push(file.file);
        this.#rows = [];
    }
}
/** The rows of sorted runs in the order of {@link compareDropped}; each is valid until the next. @throws SpillError */
function* mergedRuns(files) {
    const runs = [];
    const opened = files.map((file) => new RecordFile(file));
    try {
        for (const records of opened)
            if (records.next())
                runs.push({ records, row: read(records) });
        runs.sort((a, b) => compareDropped(a.row, b.row));
        while (runs.length > 0) {
            const [first] = runs;
            yield first.row;
            if (!first.records.next()) {
                runs.shift();
                continue;
            }
            first.row = read(first.records);
            let place = 1;
            while (place < runs.length && compareDropped(runs[place].row, first.row) < 0) {
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
// Length, source, reason, id.
function write(file, { source, id, reason }) {
    const length = record_file/* LENGTH_BYTES */.R2 + 2 + id.length;
    let at = file.reserve(length);
    at = file.buffer.writeUInt32LE(length, at);
    at = file.buffer.writeUInt8(source === 'confirmed' ? 1 : 0, at);
    at = file.buffer.writeUInt8(dropped_rows/* DROP_REASONS */.Uu.indexOf(reason), at);
    file.buffer.set(id, at);
}
function read({ buffer, start }) {
    const end = start + buffer.readUInt32LE(start);
    return {
        source: buffer[start + LENGTH_BYTES] === 1 ? 'confirmed' : 'corrections',
        reason: DROP_REASONS[buffer[start + LENGTH_BYTES + 1]],
        id: Uint8Array.prototype.slice.call(buffer, start + LENGTH_BYTES + 2, end),
    };
}

// EXTERNAL MODULE: ./build/engine/class-rows.js
var class_rows = __nccwpck_require__(249);
// EXTERNAL MODULE: ./build/engine/split/split-stable.js + 1 modules
var split_stable = __nccwpck_require__(9121);
// EXTERNAL MODULE: ./build/engine/rows/text-index.js
var text_index = __nccwpck_require__(5295);
// EXTERNAL MODULE: ./build/engine/rows/text-store.js
var text_store = __nccwpck_require__(7398);
;// CONCATENATED MODULE: ./build/engine/rows/correction-notes.js



/** Annotator of a correction that names none. */
const correction_notes_UNNAMED = 0;
/** Time of a correction without a time: before any other. */
const correction_notes_NEVER = Number.NEGATIVE_INFINITY;
/** Who made each correction of a dataset, and when, by the serial number of its row. */
class CorrectionNotes {
    /** Of the correction that was read last. */
    annotator = correction_notes_UNNAMED;
    time = correction_notes_NEVER;
    #future = 0;
    #annotatorField;
    #time;
    #names = new TextIndex(new FnvRanker());
    #annotators = new Uint32Array(1024);
    #times = new Float64Array(1024);
    #newest = correction_notes_NEVER;
    constructor({ annotator, time }) {
        this.#annotatorField = annotator;
        this.#time = time;
    }
    add(serial, row) {
        this.read(row);
        if (this.#annotatorField !== null) {
            while (serial >= this.#annotators.length)
                this.#annotators = enlarged(this.#annotators);
            this.#annotators[serial] = this.annotator;
        }
        if (this.#time !== null) {
            while (serial >= this.#times.length)
                this.#times = enlarged(this.#times);
            this.#times[serial] = this.time;
        }
    }
    /** Reads a correction's {@link annotator} and {@link time} without keeping them. */
    read(row) {
        if (this.#annotatorField !== null) {
            const name = row[this.#annotatorField];
            this.annotator = name === null ? correction_notes_UNNAMED : 1 + this.#names.numberOf(name);
        }
        if (this.#time !== null) {
            this.time = timeIn(row[this.#time.field]);
            if (this.time > this.#time.until)
                this.#future++;
            else if (this.time > this.#newest)
                this.#newest = this.time;
        }
    }
    annotatorOf(serial) {
        return this.#annotatorField === null ? correction_notes_UNNAMED : this.#annotators[serial];
    }
    timeOf(serial) {
        return this.#time === null ? correction_notes_NEVER : this.#times[serial];
    }
    /** Bytes of memory it takes for the corrections so far. */
    get bytes() {
        return ((this.#annotatorField === null ? 0 : 4 * this.#annotators.length) +
            (this.#time === null ? 0 : 8 * this.#times.length));
    }
    /** ISO 8601 of the time of the newest correction that is not in the future; null when none has an instant. */
    newest() {
        if (this.#time?.isInstant !== true || this.#newest === correction_notes_NEVER)
            return null;
        return new Date(Math.max(FIRST_INSTANT_MS, 1000 * this.#newest)).toISOString();
    }
    /** Corrections whose time is in the future, `infinity` included; 0 where times are no instants. */
    future() {
        return this.#time?.isInstant === true ? this.#future : 0;
    }
}
/** The first instant a Date has; PostgreSQL has earlier ones. */
const FIRST_INSTANT_MS = (/* unused pure expression or super */ null && (-8.64e15));
/** @param field a number as text */
function timeIn(field) {
    if (field === null)
        return correction_notes_NEVER;
    const time = Number(Buffer.from(field.buffer, field.byteOffset, field.length).toString('latin1'));
    return Number.isNaN(time) ? correction_notes_NEVER : time;
}

// EXTERNAL MODULE: ./build/model/tasks.js
var tasks = __nccwpck_require__(6412);
// EXTERNAL MODULE: ./build/engine/rows/values.js + 5 modules
var rows_values = __nccwpck_require__(5629);
;// CONCATENATED MODULE: ./build/engine/rows/decided-label.js



/** The label of a task whose rows have only texts. */
const NOTHING = 0;
/**
 * What people decide about a row: its score, its label or its choice, not the columns kept beside it; nothing for a
 * task that has none. Labels are compared by their numbers, which stay the same however the values are numbered. A
 * score is its own number.
 */
class decided_label_DecidedLabels {
    /** How two labels are compared: how far apart they are, and the spans of each. */
    compared;
    /** True when values are more than the label: rows of the same label may have different ones. */
    hasMore;
    #shape;
    #role;
    #hasChoice;
    #numbers = new Map();
    /** By number of a label its spans, where labels are spans. */
    #spans = [];
    constructor(shape) {
        this.#shape = shape;
        this.#role = tasks/* TASKS */.n3[shape.task].value;
        this.#hasChoice = tasks/* TASKS */.n3[shape.task].hasChoice;
        this.compared = {
            metric: this.#role === 'score' ? 'interval' : 'nominal',
            spansOf: (0,tasks/* hasSpans */.Gw)(shape.task) ? (label) => this.#spans[label] : null,
        };
        this.hasMore = shape.values.length > (this.#role === null ? 0 : 1);
    }
    /** The bytes of packed values that hold the label. */
    partOf(packed) {
        if (this.#hasChoice)
            return (0,rows_values/* choicePartOf */.kk)(packed);
        return this.#role === null ? packed.subarray(0, 0) : (0,rows_values/* labelPartOf */.pK)(this.#shape, packed);
    }
    /** Number of the label that such bytes hold. */
    numberOf(part) {
        if (this.#role === null && !this.#hasChoice)
            return NOTHING;
        if (this.#role === 'score')
            return (0,rows_values/* numberIn */.Po)(part);
        const key = Buffer.from(part.buffer, part.byteOffset, part.length).toString('latin1');
        const known = this.#numbers.get(key);
        if (known !== undefined)
            return known;
        const number = this.#numbers.size;
        this.#numbers.set(key, number);
        if (this.compared.spansOf !== null)
            this.#spans.push((0,rows_values/* spansIn */.$H)(part));
        return number;
    }
    /** Gives the label of values by their number. @param memory what the numbers stand for, null where they are classes */
    of(memory) {
        if (memory === null)
            return (value) => value;
        const reader = new text_store/* TextReader */.TX(memory);
        return (value) => this.numberOf(this.partOf(reader.at(value)));
    }
}

;// CONCATENATED MODULE: ./build/engine/rows/verdicts.js
/** Decision about a row by its id: it counts, or it is left out for this reason. */
const VERDICTS = {
    counts: 0,
    /** It counts, and is the second one of its id that does. */
    repeats: 1,
    corrected: 2,
    conflict: 3,
    outvoted: 4,
};
const BITS = 4;
const MASK = (1 << BITS) - 1;
const ROWS_A_WORD = 32 / BITS;
/** Decisions about rows by their ids, half a byte a row; a row that is not set counts. */
class verdicts_Verdicts {
    /** Ids of several texts whose values disagree. */
    conflictingIds = 0;
    #words;
    /** @param end serial numbers of rows are below */
    constructor(end) {
        this.#words = new Uint32Array(Math.ceil(end / ROWS_A_WORD));
    }
    /** Sets the decision about a row, once. @param serial its serial number */
    set(serial, verdict) {
        this.#words[Math.floor(serial / ROWS_A_WORD)] |= verdict << (BITS * (serial % ROWS_A_WORD));
    }
    at(serial) {
        const word = this.#words[Math.floor(serial / ROWS_A_WORD)];
        return ((word >>> (BITS * (serial % ROWS_A_WORD))) & MASK);
    }
}

;// CONCATENATED MODULE: ./build/engine/rows/item-judge.js

/**
 * Decides which rows of an id count, for an id is one item. Its confirmed rows do not if it has a correction, even one that
 * was dropped. Of rows with different texts only those count that have the label and the text that are decided on.
 */
class item_judge_ItemJudge {
    #arbiter;
    #verdicts;
    /**
     * @param arbiter decides on the corrections of an id; without one those that disagree are left out
     * @param verdicts are set, by the serial numbers of the rows
     */
    constructor(arbiter, verdicts) {
        this.#arbiter = arbiter;
        this.#verdicts = verdicts;
    }
    /** @param rows all rows of an id, in any order */
    judge(rows) {
        const corrections = rows.filter(({ source }) => source === 'corrections');
        const isCorrected = corrections.length > 0;
        const counting = (isCorrected ? corrections : rows).filter(({ isUsable }) => isUsable);
        if (isCorrected) {
            for (const { serial, source, isUsable } of rows)
                if (source === 'confirmed' && isUsable)
                    this.#verdicts.set(serial, VERDICTS.corrected);
        }
        if (counting.length < 2)
            return;
        const left = counting.every(({ text }) => isSame(text, counting[0].text))
            ? counting
            : this.#decide(counting, isCorrected ? this.#arbiter : null);
        if (left.length > 1)
            this.#verdicts.set(left[1].serial, VERDICTS.repeats);
    }
    /** Decides on rows of several texts. @returns those that count */
    #decide(rows, arbiter) {
        const label = arbiter === null ? onlyLabel(rows) : heardLabel(rows, arbiter);
        if (label === null) {
            this.#verdicts.conflictingIds++;
            for (const { serial } of rows)
                this.#verdicts.set(serial, VERDICTS.conflict);
            return [];
        }
        const { text } = rows.filter((row) => row.label === label).reduce(newer);
        const counts = (row) => row.label === label && isSame(row.text, text);
        for (const row of rows)
            if (!counts(row))
                this.#verdicts.set(row.serial, VERDICTS.outvoted);
        return rows.filter(counts);
    }
}
function isSame(a, b) {
    return a.high === b.high && a.low === b.low;
}
/** The label that all rows have; null when they differ. */
function onlyLabel(rows) {
    const [{ label }] = rows;
    return rows.every((row) => row.label === label) ? label : null;
}
function heardLabel(rows, arbiter) {
    for (const { label, annotator, time } of rows)
        arbiter.hear(label, annotator, time);
    return arbiter.decide();
}
/** The newer of two rows; of the same time the one whose text has the lower rank, whatever the order they were read in. */
function newer(a, b) {
    if (a.time !== b.time)
        return a.time > b.time ? a : b;
    return (a.text.high - b.text.high || a.text.low - b.text.low) <= 0 ? a : b;
}

// EXTERNAL MODULE: ./build/model/shape.js
var shape = __nccwpck_require__(7079);
;// CONCATENATED MODULE: ./build/engine/rows/agreement.js
const DECIMALS = 4;
/**
 * Krippendorff's alpha over texts, one by one, in time linear in their values and memory linear in the different ones
 * (Krippendorff 2011, "Computing Krippendorff's Alpha-Reliability", https://repository.upenn.edu/asc_papers/43): one
 * less the disagreement observed within the texts over that expected between any two values.
 */
class Alpha {
    #sums;
    texts = 0;
    #values = 0;
    #within = 0;
    constructor(metric) {
        this.#sums = metric === 'nominal' ? new NominalSums() : new IntervalSums();
    }
    /** Adds the values of a text, one for each annotator. A text with fewer than two values does not count. */
    add(values) {
        if (values.length < 2)
            return;
        this.texts++;
        this.#values += values.length;
        this.#within += this.#sums.add(values) / (values.length - 1);
    }
    /** Alpha of the texts so far, to four decimals; null where it has no meaning. */
    get() {
        const expected = this.#sums.total();
        if (expected === 0)
            return null;
        const alpha = 1 - ((this.#values - 1) * this.#within) / expected;
        return Number(alpha.toFixed(DECIMALS));
    }
}
/** Sums of differences between values that are the same, 0, or not, 1. */
class NominalSums {
    #counts = new Map();
    /** Sum over the ordered pairs of these values, which are taken in. */
    add(values) {
        const here = new Map();
        for (const value of values) {
            here.set(value, (here.get(value) ?? 0) + 1);
            this.#counts.set(value, (this.#counts.get(value) ?? 0) + 1);
        }
        return differentPairs(here);
    }
    /** Sum over the ordered pairs of all values. */
    total() {
        return differentPairs(this.#counts);
    }
}
function differentPairs(counts) {
    let all = 0;
    for (const count of counts.values())
        all += count;
    let pairs = 0;
    for (const count of counts.values())
        pairs += count * (all - count);
    return pairs;
}
/** Sums of squared differences. */
class IntervalSums {
    #spread = new Spread();
    add(values) {
        const here = new Spread();
        for (const value of values) {
            here.add(value);
            this.#spread.add(value);
        }
        return here.squaredDifferences();
    }
    total() {
        return this.#spread.squaredDifferences();
    }
}
/** Squared distances from the mean of numbers as they come (Welford 1962, "Note on a Method for Calculating Corrected Sums of Squares and Products"). */
class Spread {
    #count = 0;
    #mean = 0;
    #squares = 0;
    add(value) {
        const distance = value - this.#mean;
        this.#mean += distance / ++this.#count;
        this.#squares += distance * (value - this.#mean);
    }
    /** Sum over the ordered pairs. */
    squaredDifferences() {
        return 2 * this.#count * this.#squares;
    }
}
/** F1 score of the spans of each two annotators of a text, one text after the other. */
class SpanAgreement {
    #common = 0;
    #all = 0;
    /** Takes the spans of each annotator of a text. */
    add(annotators) {
        for (const [index, spans] of annotators.entries()) {
            const own = new Set(spans.map(keyOf));
            for (const others of annotators.slice(index + 1)) {
                this.#common += others.filter((span) => own.has(keyOf(span))).length;
                this.#all += spans.length + others.length;
            }
        }
    }
    /** The score so far, to four decimals; null without spans. */
    get() {
        return this.#all === 0 ? null : Number(((2 * this.#common) / this.#all).toFixed(DECIMALS));
    }
}
function keyOf({ first, end, classId }) {
    return `${first} ${end} ${classId}`;
}

;// CONCATENATED MODULE: ./build/engine/rows/arbiter.js


/** Stands for several labels of which none is newer. */
const SEVERAL = null;
/** An annotator's label of a text: the last one that they gave. */
class Opinion {
    label;
    #time;
    constructor(label, time) {
        this.label = label;
        this.#time = time;
    }
    hear(label, time) {
        if (time < this.#time)
            return;
        this.label = time > this.#time || label === this.label ? label : SEVERAL;
        this.#time = time;
    }
}
function heard(opinion, label, time) {
    if (opinion === undefined)
        return new Opinion(label, time);
    opinion.hear(label, time);
    return opinion;
}
/**
 * Decides which label of a text, or of an id, counts that several people corrected, whatever the order of their corrections,
 * and measures how far they agree.
 */
class arbiter_Arbiter {
    #rule;
    #alpha;
    #spanAgreement = new SpanAgreement();
    #spansOf;
    /** Annotators of texts that have several, by their numbers, and those without a name. */
    #named = new Set();
    #unnamed = 0;
    /** Of the text in hand: its labels, what all say together, and what each annotator says, those without a name below 0. */
    #labels = new Set();
    #all;
    #opinions = new Map();
    /**
     * @param options.rule which label counts
     * @param options.metric how far apart two labels are
     * @param options.spansOf returns the spans of a label; null for other labels
     */
    constructor({ rule, metric, spansOf = null, }) {
        this.#rule = rule;
        this.#spansOf = spansOf;
        this.#alpha = new Alpha(metric);
    }
    /** Adds a correction of the current text. @param label number of its label, see `DecidedLabels` */
    hear(label, annotator, time) {
        this.#labels.add(label);
        this.#all = heard(this.#all, label, time);
        const key = annotator === correction_notes_UNNAMED ? -1 - this.#opinions.size : annotator;
        this.#opinions.set(key, heard(this.#opinions.get(key), label, time));
    }
    /** Ends the current text. @returns number of the label that counts, null when none does */
    decide() {
        this.#compare();
        const [only, ...others] = this.#labels;
        const label = others.length === 0 ? only : this.#labelByRule();
        this.#labels.clear();
        this.#opinions.clear();
        this.#all = undefined;
        return label;
    }
    /** How far the annotators of all texts agree. */
    agreement() {
        const { texts } = this.#alpha;
        const spanF1 = this.#spansOf === null ? {} : { spanF1: this.#spanAgreement.get() };
        return { alpha: this.#alpha.get(), ...spanF1, texts, annotators: this.#named.size + this.#unnamed };
    }
    #labelByRule() {
        if (this.#rule === 'unanimous')
            return SEVERAL;
        return this.#rule === 'latest' ? this.#all.label : mostFrequent(this.#votes());
    }
    /** The annotators' labels, without annotators who gave several labels at the same time. */
    #votes() {
        return Array.from(this.#opinions.values(), ({ label }) => label).filter((label) => label !== SEVERAL);
    }
    #compare() {
        const votes = this.#votes();
        if (votes.length < 2)
            return;
        this.#alpha.add(votes);
        if (this.#spansOf !== null)
            this.#spanAgreement.add(votes.map(this.#spansOf));
        for (const [annotator, { label }] of this.#opinions) {
            if (label === SEVERAL)
                continue;
            if (annotator < 0)
                this.#unnamed++;
            else
                this.#named.add(annotator);
        }
    }
}
/** The most frequent label, {@link SEVERAL} if several are equally frequent. */
function mostFrequent(labels) {
    const counts = new Map();
    for (const label of labels)
        counts.set(label, (counts.get(label) ?? 0) + 1);
    let most = 0;
    let winner = SEVERAL;
    for (const [label, count] of counts) {
        if (count === most)
            winner = SEVERAL;
        if (count <= most)
            continue;
        most = count;
        winner = label;
    }
    return winner;
}

// EXTERNAL MODULE: ./build/engine/rows/label.js
var label = __nccwpck_require__(5831);
;// CONCATENATED MODULE: ./build/engine/rows/confidence.js


/** Largest difference from 1 of the sum of the probabilities, which allows for rounded ones. */
const MOST_ROUNDING = 0.02;
/** Reads the model's probability of each class, and counts values that are not a distribution. */
class ConfidenceReader {
    classes;
    #field;
    #labeller;
    #confidence;
    #counts = { rows: 0, missing: 0, invalid: 0 };
    constructor(shape, field) {
        this.classes = shape.classNames.length;
        this.#field = field;
        this.#labeller = new ClassLabeller(shape.classNames, shape);
        this.#confidence = new Float32Array(this.classes);
    }
    /** Returns a reader; null where rows have no such column. */
    static open(shape, { confidence }) {
        return confidence === undefined ? null : new ConfidenceReader(shape, confidence);
    }
    /**
     * Reads the column of a row: a JSON object from classes to probabilities, in which a class that is left out has 0, or an array
     * of the probabilities in the order of the class ids.
     *
     * @returns the probabilities by class id, valid until the next row; null where there are none, or they are not a distribution
     */
    read(row) {
        const json = row[this.#field];
        if (json === null) {
            this.#counts.missing++;
            return null;
        }
        const isRead = this.#take(parseJson(json));
        this.#counts[isRead ? 'rows' : 'invalid']++;
        return isRead ? this.#confidence : null;
    }
    counts() {
        return { ...this.#counts };
    }
    #take(value) {
        if (Array.isArray(value))
            return value.length === this.classes && this.#fill(value.entries());
        if (!isRecord(value))
            return false;
        const entries = Object.entries(value).map(([name, probability]) => [this.#labeller.find(Buffer.from(name)), probability]);
        const ids = new Set(entries.map(([id]) => id));
        return !ids.has(UNKNOWN_CLASS) && ids.size === entries.length && this.#fill(entries);
    }
    /** @returns false for values that are not a distribution */
    #fill(entries) {
        this.#confidence.fill(0);
        let sum = 0;
        for (const [id, probability] of entries) {
            if (typeof probability !== 'number' || !(probability >= 0 && probability <= 1))
                return false;
            this.#confidence[id] = probability;
            sum += probability;
        }
        return Math.abs(sum - 1) <= MOST_ROUNDING;
    }
}
/** The probabilities of rows by their serial numbers. */
class confidence_ConfidenceColumn {
    #classes;
    #values = new Float32Array(0);
    /** @param classes probabilities of a row */
    constructor(classes) {
        this.#classes = classes;
    }
    /** Bytes of memory it takes. */
    get bytes() {
        return this.#values.byteLength;
    }
    /** @param confidence null for a row without probabilities */
    set(serial, confidence) {
        const start = this.#classes * serial;
        if (start >= this.#values.length) {
            const larger = new Float32Array(this.#classes * Math.max(1024, 2 * serial)).fill(Number.NaN);
            larger.set(this.#values);
            this.#values = larger;
        }
        if (confidence === null)
            this.#values[start] = Number.NaN;
        else
            this.#values.set(confidence, start);
    }
    /** Returns the probabilities of a row: a view; null where it has none. */
    at(serial) {
        const start = this.#classes * serial;
        if (start >= this.#values.length || Number.isNaN(this.#values[start]))
            return null;
        return this.#values.subarray(start, start + this.#classes);
    }
    /** Returns the probabilities of some rows one after the other, NaN where a row has none. */
    of(serials) {
        const values = new Float32Array(this.#classes * serials.length);
        for (let row = 0; row < serials.length; row++) {
            const confidence = this.at(serials[row]);
            if (confidence === null)
                values[this.#classes * row] = Number.NaN;
            else
                values.set(confidence, this.#classes * row);
        }
        return values;
    }
    /** Gives its memory back. */
    close() {
        this.#values = new Float32Array(0);
    }
}

;// CONCATENATED MODULE: ./build/engine/rows/counted-rows.js

const REASONS = {
    [VERDICTS.corrected]: 'corrected',
    [VERDICTS.conflict]: 'conflict',
    [VERDICTS.outvoted]: 'outvoted',
};
/** Deduplicates those rows that count by their ids. */
class counted_rows_CountedRows {
    #deduplicator;
    #dropped;
    #left = { corrected: 0, conflict: 0, outvoted: 0 };
    /** Numbers of texts that have corrections of which some do not count. */
    #disputed = new Set();
    constructor(deduplicator, dropped) {
        this.#deduplicator = deduplicator;
        this.#dropped = dropped;
    }
    /**
     * Takes a row as `Deduplicator` does. A confirmed row of a text all of whose corrections do not count does not either: a
     * person judged that text.
     */
    add(source, row, verdict) {
        const { number, value, serial, rank, form } = row;
        if (verdict !== VERDICTS.counts && verdict !== VERDICTS.repeats) {
            this.#drop(REASONS[verdict], serial);
            if (source === 'corrections')
                this.#disputed.add(number);
            return;
        }
        const isJudged = source === 'confirmed' && this.#disputed.has(number) && !this.#deduplicator.isCorrected(number);
        if (isJudged)
            this.#drop('corrected', serial);
        else
            this.#deduplicator.add(source, number, value, serial, rank, form);
    }
    /**
     * The rows that are left, as `Deduplicator` has them, and how many ids several rows of conflicting texts have; no row can
     * be added afterwards.
     *
     * @param verdictOf by serial number of a row
     */
    finish(settling, verdictOf) {
        const { conflictingRows, outvotedRows, ...left } = this.#deduplicator.finish(this.#dropped, settling);
        const isSecond = (serial) => verdictOf(serial) === VERDICTS.repeats;
        return {
            ...left,
            conflictingRows: conflictingRows + this.#left.conflict,
            outvotedRows: outvotedRows + this.#left.outvoted,
            correctedRows: this.#left.corrected,
            repeatedIds: this.#dropped.countOf('conflict', isSecond),
        };
    }
    #drop(reason, serial) {
        this.#left[reason]++;
        this.#dropped.add(reason, serial);
    }
}

;// CONCATENATED MODULE: ./build/engine/rows/copies.js

/** Numbers of texts as they are published. */
class copies_FormColumn {
    #forms;
    /** @param length rows it has room for */
    constructor(length) {
        this.#forms = new Uint32Array(length);
    }
    at(row) {
        return this.#forms[row];
    }
    set(row, form) {
        this.#forms[row] = form;
    }
    enlarge() {
        this.#forms = (0,text_store/* enlarged */.vo)(this.#forms);
    }
    close() {
        (0,text_store/* release */._r)(this.#forms);
    }
}
/** Rows of texts that were met before, in the order they arrived. */
class Copies {
    /** Serial number of each row, number of its text, and of its values. */
    serials = new Uint32Array(256);
    numbers = new Uint32Array(256);
    values = new Uint32Array(256);
    /** Number of its text as it is published; null where that is the text itself. */
    forms;
    length = 0;
    /** How many of them are corrections: the first ones. */
    corrections = 0;
    constructor({ hasForms }) {
        this.forms = hasForms ? new copies_FormColumn(256) : null;
    }
    add(source, serial, number, value, form) {
        if (this.length === this.serials.length) {
            this.serials = (0,text_store/* enlarged */.vo)(this.serials);
            this.numbers = (0,text_store/* enlarged */.vo)(this.numbers);
            this.values = (0,text_store/* enlarged */.vo)(this.values);
            this.forms?.enlarge();
        }
        this.forms?.set(this.length, form);
        if (source === 'corrections')
            this.corrections++;
        this.serials[this.length] = serial;
        this.numbers[this.length] = number;
        this.values[this.length++] = value;
    }
    /**
     * Chains the corrected copies of each text, in the order they arrived.
     *
     * @param texts numbers of texts are below
     * @returns by number of the text its first copy, and by copy the next one, each plus 1, 0 for none
     */
    chain(texts) {
        const first = new Uint32Array(texts);
        const next = new Uint32Array(this.corrections);
        for (let copy = this.corrections - 1; copy >= 0; copy--) {
            const number = this.numbers[copy];
            next[copy] = first[number];
            first[number] = copy + 1;
        }
        return { first, next };
    }
    close() {
        (0,text_store/* release */._r)(this.serials, this.numbers, this.values);
        this.forms?.close();
    }
}

;// CONCATENATED MODULE: ./build/engine/rows/group-ranks.js

/** Ranks of groups by number of the text. */
class group_ranks_GroupRanks {
    #high;
    #low;
    /** @param length texts it has room for */
    constructor(length) {
        this.#high = new Uint32Array(length);
        this.#low = new Uint32Array(length);
    }
    set(number, { high, low }) {
        this.#high[number] = high;
        this.#low[number] = low;
    }
    /** Sets a rank that is lower than that of the text. */
    lower(number, rank) {
        const high = this.#high[number];
        if (rank.high < high || (rank.high === high && rank.low < this.#low[number]))
            this.set(number, rank);
    }
    rankOf(number) {
        return { high: this.#high[number], low: this.#low[number] };
    }
    /** The ranks of some texts. */
    ranksOf(numbers) {
        return {
            rankHigh: numbers.map((number) => this.#high[number]),
            rankLow: numbers.map((number) => this.#low[number]),
        };
    }
    enlarge() {
        this.#high = (0,text_store/* enlarged */.vo)(this.#high);
        this.#low = (0,text_store/* enlarged */.vo)(this.#low);
    }
    close() {
        (0,text_store/* release */._r)(this.#high, this.#low);
    }
}

;// CONCATENATED MODULE: ./build/engine/rows/settle-copies.js
/** Has a copy count instead of the row of its text that did, which becomes the copy. */
function swapCopy(copy, { firsts, values, forms }, copies) {
    const number = copies.numbers[copy];
    const out = { serial: firsts[number] - 1, value: values[number], form: forms?.at(number) ?? 0 };
    firsts[number] = copies.serials[copy] + 1;
    values[number] = copies.values[copy];
    forms?.set(number, copies.forms.at(copy));
    copies.serials[copy] = out.serial;
    copies.values[copy] = out.value;
    copies.forms?.set(copy, out.form);
}
/** Marks as conflicting the texts whose rows that count have different labels, and no others. */
function findConflicts({ values: kept, isCorrected, isConflicting }, copies, { labelOf }) {
    const { numbers, values, corrections, length } = copies;
    for (let copy = 0; copy < length; copy++)
        isConflicting[numbers[copy]] = 0;
    for (let copy = 0; copy < length; copy++) {
        const number = numbers[copy];
        if (copy >= corrections && isCorrected[number] === 1)
            continue;
        if (values[copy] !== kept[number] && labelOf(values[copy]) !== labelOf(kept[number]))
            isConflicting[number] = 1;
    }
}
/**
 * Has an arbiter decide on each text with several corrections: a row with the label it decides on counts, and takes
 * its place from the one that came first.
 *
 * @param texts numbers of the texts
 */
function settleCopies(texts, columns, copies, { arbiter, notes, labelOf, }) {
    const { firsts, values: kept, isConflicting } = columns;
    const { serials, values } = copies;
    const { first, next } = copies.chain(firsts.length);
    const hear = (value, serial) => arbiter.hear(labelOf(value), notes.annotatorOf(serial), notes.timeOf(serial));
    for (const number of texts) {
        if (first[number] === 0)
            continue;
        hear(kept[number], firsts[number] - 1);
        for (let copy = first[number]; copy > 0; copy = next[copy - 1])
            hear(values[copy - 1], serials[copy - 1]);
        const label = arbiter.decide();
        isConflicting[number] = label === null ? 1 : 0;
        if (label === null || label === labelOf(kept[number]))
            continue;
        let winner = first[number] - 1;
        while (labelOf(values[winner]) !== label)
            winner = next[winner] - 1;
        swapCopy(winner, columns, copies);
    }
}
/** Has of the rows of each text that have the label of the one that counts the first in the order count. */
function settleKept(columns, copies, { labelOf, order }) {
    const { firsts, values: kept, isCorrected, isConflicting } = columns;
    const { serials, numbers, values, corrections, length } = copies;
    for (let copy = 0; copy < length; copy++) {
        const number = numbers[copy];
        const isCorrection = copy < corrections;
        if (isConflicting[number] === 1 || (!isCorrection && isCorrected[number] === 1))
            continue;
        if (labelOf(values[copy]) !== labelOf(kept[number]))
            continue;
        const counting = { serial: firsts[number] - 1, value: kept[number] };
        if (order({ serial: serials[copy], value: values[copy] }, counting, isCorrection))
            swapCopy(copy, columns, copies);
    }
}

;// CONCATENATED MODULE: ./build/engine/rows/deduplicate.js






const WITHOUT_ARBITER = { arbiting: null, labelOf: (value) => value, order: null };
const NO_ROW = 0;
/**
 * Keeps one row per text. Where a text has corrections its confirmed rows do not count; a text whose values then still
 * disagree is left out whole, unless an arbiter decides.
 */
class deduplicate_Deduplicator {
    #index;
    /** Numbers of this dataset's texts in the order they arrived. */
    #numbers = new Uint32Array(1024);
    #length = 0;
    /** By number of the text: serial number of its first row plus 1, or {@link NO_ROW} for another dataset's. */
    #firsts = new Uint32Array(1024);
    #values = new Uint32Array(1024);
    #isCorrected = new Uint8Array(1024);
    #isConflicting = new Uint8Array(1024);
    /** 1 for a text in groups of different splits. */
    #isScattered = new Uint8Array(0);
    /** By number of the text its row's text as it is published; null where that is the text itself. */
    #forms;
    /** Numbers of the texts that have rows in several forms. */
    #severalForms = new Set();
    #ids;
    #copies;
    /** Ranks by number of the text where they are not the texts' own. */
    #ranks;
    #groups;
    /**
     * @param index texts, which other datasets may share
     * @param options.groups the ranks at which splits end, when {@link add} is given ranks of groups; null when it is given none
     * @param options.ids names rows by their serial numbers; given where {@link add} is given forms
     */
    constructor(index, { groups = null, ids = null } = {}) {
        this.#index = index;
        this.#ids = ids;
        this.#forms = ids === null ? null : new copies_FormColumn(1024);
        this.#copies = new Copies({ hasForms: ids !== null });
        this.#groups = groups;
        this.#ranks = groups === null ? null : new group_ranks_GroupRanks(1024);
        if (groups !== null)
            this.#isScattered = new Uint8Array(1024);
    }
    /**
     * Takes a cleaned, labelled row; all corrections come before the first confirmed row.
     *
     * @param number the text's number in the index
     * @param value number of the row's values
     * @param serial the row's serial number, see `RowIds`
     * @param rank rank of its group; of several groups with the same text the lowest counts, whichever comes first
     * @param form number in the index of the text as it is published
     */
    add(source, number, value, serial, rank, form = number) {
        while (number >= this.#firsts.length)
            this.#growColumns();
        if (this.#firsts[number] === NO_ROW) {
            if (this.#length === this.#numbers.length)
                this.#numbers = (0,text_store/* enlarged */.vo)(this.#numbers);
            this.#numbers[this.#length++] = number;
            this.#firsts[number] = serial + 1;
            this.#values[number] = value;
            this.#isCorrected[number] = source === 'corrections' ? 1 : 0;
            this.#forms?.set(number, form);
            if (rank !== undefined)
                this.#ranks.set(number, rank);
            return;
        }
        this.#copies.add(source, serial, number, value, form);
        if (this.#forms !== null && this.#forms.at(number) !== form)
            this.#severalForms.add(number);
        if (rank !== undefined)
            this.#compareSplits(number, rank);
        if (source === 'confirmed' && this.#isCorrected[number] === 1)
            return;
        if (this.#values[number] !== value)
            this.#isConflicting[number] = 1;
        if (rank !== undefined)
            this.#ranks.lower(number, rank);
    }
    /** Finds a text in groups of different splits. Every row that was read counts, also one whose values do not. */
    #compareSplits(number, rank) {
        const groups = this.#groups;
        if ((0,split_stable/* splitOf */.uv)(rank, groups) !== (0,split_stable/* splitOf */.uv)(this.#ranks.rankOf(number), groups))
            this.#isScattered[number] = 1;
    }
    /** Number of its texts so far. */
    get length() {
        return this.#length;
    }
    /** True when a text has a correction. @param number the text's number in the index */
    isCorrected(number) {
        return this.#isCorrected[number] === 1;
    }
    /** Bytes of memory it takes. */
    get bytes() {
        const perForm = this.#forms === null ? 0 : 4;
        const perText = 14 + (this.#ranks === null ? 0 : 9) + perForm;
        return perText * this.#length + (12 + perForm) * this.#copies.length;
    }
    /**
     * Hands over the rows of a source that it has, of each text in the order in which they arrived.
     *
     * @param visit is given each row's serial number, the numbers of its text and its values, the rank of its group, or of the
     *   text, and the number of the text as it is published
     */
    forEach(source, visit) {
        const ranks = this.#ranks ?? this.#index;
        const handOver = (serial, number, value, form = number) => visit(serial, number, value, ranks.rankOf(number), form);
        const isCorrected = source === 'corrections' ? 1 : 0;
        for (const number of this.#numbers.subarray(0, this.#length)) {
            if (this.#isCorrected[number] === isCorrected)
                handOver(this.#firsts[number] - 1, number, this.#values[number], this.#forms?.at(number));
        }
        const { serials, numbers, values, forms, corrections, length } = this.#copies;
        const [from, to] = source === 'corrections' ? [0, corrections] : [corrections, length];
        for (let copy = from; copy < to; copy++)
            handOver(serials[copy], numbers[copy], values[copy], forms?.at(copy));
    }
    /**
     * The rows that are left; no row can be added afterwards.
     *
     * @param dropped called with the rows that are dropped and are not duplicates of rows that are left
     */
    finish(dropped, settling = WITHOUT_ARBITER) {
        const texts = this.#numbers.subarray(0, this.#length);
        const settled = {
            firsts: this.#firsts,
            values: this.#values,
            forms: this.#forms,
            isCorrected: this.#isCorrected,
            isConflicting: this.#isConflicting,
        };
        const { arbiting, order } = settling;
        if (order !== null)
            findConflicts(settled, this.#copies, settling);
        if (arbiting !== null)
            settleCopies(texts, settled, this.#copies, { ...settling, ...arbiting });
        if (order !== null)
            settleKept(settled, this.#copies, { ...settling, order });
        if (this.#severalForms.size > 0)
            this.#chooseForms(settled);
        let length = 0;
        let conflictingTexts = 0;
        let scatteredTexts = 0;
        for (const number of texts) {
            if (this.#isScattered[number] === 1) {
                scatteredTexts++;
                dropped.add('several-splits', this.#firsts[number] - 1);
            }
            else if (this.#isConflicting[number] === 1) {
                conflictingTexts++;
                dropped.add('conflict', this.#firsts[number] - 1);
            }
            else
                this.#numbers[length++] = number;
        }
        const { duplicateRows, outvotedRows, keptColumnRows, ...copies } = this.#dropCopies(dropped, settling);
        const conflictingRows = conflictingTexts + copies.conflicting;
        const scatteredRows = scatteredTexts + copies.scattered;
        const left = this.#numbers.subarray(0, length);
        const textRanks = this.#index.ranksOf(left);
        const forms = this.#forms;
        const columns = {
            numbers: forms === null ? left : left.map((number) => forms.at(number)),
            values: left.map((number) => this.#values[number]),
            ...(this.#ranks?.ranksOf(left) ?? textRanks),
            textRanks: this.#ranks === null ? null : textRanks,
        };
        const serials = left.map((number) => this.#firsts[number] - 1);
        this.#release();
        const counts = {
            duplicateRows,
            outvotedRows,
            keptColumnRows,
            conflictingTexts,
            conflictingRows,
            scatteredRows,
        };
        return { columns, serials, ...counts };
    }
    /** Frees its memory; nothing can be asked of it afterwards. */
    close() {
        this.#length = 0;
        this.#release();
        (0,text_store/* release */._r)(this.#numbers);
    }
    #release() {
        this.#copies.close();
        (0,text_store/* release */._r)(this.#firsts, this.#values, this.#isCorrected, this.#isConflicting, this.#isScattered);
        this.#forms?.close();
        this.#ranks?.close();
    }
    /**
     * Of the rows of a text that count and have its values, has the one with the lowest id give the text that is published,
     * whatever the order in which they came.
     */
    #chooseForms(columns) {
        const { corrections, length, numbers, serials, values, forms } = this.#copies;
        const texts = new text_store/* TextReader */.TX(this.#index.memory);
        for (let copy = 0; copy < length; copy++) {
            const number = numbers[copy];
            if (!this.#severalForms.has(number) || values[copy] !== this.#values[number])
                continue;
            if (copy >= corrections && this.#isCorrected[number] === 1)
                continue;
            const order = this.#compareIds(serials[copy], this.#firsts[number] - 1) ||
                (0,row_ids/* compareByLength */.bp)(texts.at(forms.at(copy)), texts.at(this.#forms.at(number)));
            if (order < 0)
                swapCopy(copy, columns, this.#copies);
        }
    }
    /** Compares ids as `compareDropped` does. */
    #compareIds(one, other) {
        return (0,row_ids/* compareByLength */.bp)(this.#ids.bytesOf(one), this.#ids.bytesOf(other));
    }
    #dropCopies(dropped, { labelOf, order }) {
        const { serials, numbers, values, length } = this.#copies;
        let [duplicateRows, outvotedRows, keptColumnRows, conflicting, scattered] = [0, 0, 0, 0, 0];
        for (let copy = 0; copy < length; copy++) {
            const number = numbers[copy];
            if (this.#isScattered[number] === 1) {
                scattered++;
                dropped.add('several-splits', serials[copy]);
            }
            else if (this.#isConflicting[number] === 1) {
                conflicting++;
                dropped.add('conflict', serials[copy]);
            }
            else if (values[copy] === this.#values[number]) {
                // A duplicate is not listed.
                duplicateRows++;
            }
            else if (order !== null && labelOf(values[copy]) === labelOf(this.#values[number])) {
                keptColumnRows++;
                dropped.add('kept-column', serials[copy]);
            }
            else {
                outvotedRows++;
                dropped.add('outvoted', serials[copy]);
            }
        }
        return { duplicateRows, outvotedRows, keptColumnRows, conflicting, scattered };
    }
    #growColumns() {
        this.#firsts = (0,text_store/* enlarged */.vo)(this.#firsts);
        this.#values = (0,text_store/* enlarged */.vo)(this.#values);
        this.#isCorrected = (0,text_store/* enlarged */.vo)(this.#isCorrected);
        this.#isConflicting = (0,text_store/* enlarged */.vo)(this.#isConflicting);
        this.#forms?.enlarge();
        if (this.#ranks === null)
            return;
        this.#isScattered = (0,text_store/* enlarged */.vo)(this.#isScattered);
        this.#ranks.enlarge();
    }
}

// EXTERNAL MODULE: ./build/engine/rows/fnv-ranker.js
var fnv_ranker = __nccwpck_require__(9713);
// EXTERNAL MODULE: ./build/engine/rows/fold.js + 1 modules
var fold = __nccwpck_require__(9471);
;// CONCATENATED MODULE: ./build/engine/rows/kept-order.js


/**
 * An order that does not depend on the order in which the database gives rows: the newest correction where times decide,
 * then the lowest id, shorter ones first, then the lowest values.
 *
 * @param times when corrections were made; null where that decides nothing
 * @param memory what the numbers of values stand for
 */
function kept_order_keptOrder(ids, times, memory) {
    const values = new text_store/* TextReader */.TX(memory);
    return (a, b, isCorrection) => {
        if (isCorrection && times !== null) {
            const [timeA, timeB] = [times.timeOf(a.serial), times.timeOf(b.serial)];
            if (timeA !== timeB)
                return timeA > timeB;
        }
        const byId = (0,row_ids/* compareByLength */.bp)(ids.bytesOf(a.serial), ids.bytesOf(b.serial));
        return (byId === 0 ? (0,row_ids/* compareByLength */.bp)(values.at(a.value), values.at(b.value)) : byId) < 0;
    };
}

;// CONCATENATED MODULE: ./build/engine/rows/row-items.js


/** Number of the item of a row whose id is NULL: such a row is an item of its own. */
const row_items_NO_ITEM = 0;
/**
 * Numbers the ids of rows, the same id with the same number, by an open-addressed table over their hashes. The ids
 * themselves are not kept.
 */
class RowItems {
    #hasher = new IdHasher();
    /** Number of an item, {@link NO_ITEM} where there is none. */
    #table = new Uint32Array(1 << 12);
    /** Hashes by number. */
    #high = new Uint32Array(1024);
    #low = new Uint32Array(1024);
    /** Numbers are below. */
    #end = row_items_NO_ITEM + 1;
    /** Number of the item by serial number of the row. */
    #items = new Uint32Array(1024);
    #rows = 0;
    /** Takes the id of the next row: the whole of it, as bytes, null for NULL. */
    add(id) {
        if (this.#rows === this.#items.length)
            this.#items = enlarged(this.#items);
        this.#items[this.#rows++] = id === null ? row_items_NO_ITEM : this.#numberOf(id);
    }
    /** Number of a row's item. @param serial the row's serial number, see `RowIds` */
    itemOf(serial) {
        return this.#items[serial];
    }
    /** Hash of a row's id as two 32-bit halves; null for NULL. */
    hashOf(serial) {
        const item = this.#items[serial];
        return item === row_items_NO_ITEM ? null : { high: this.#high[item], low: this.#low[item] };
    }
    /** Number of rows. */
    get length() {
        return this.#rows;
    }
    /** Numbers of items are below. */
    get end() {
        return this.#end;
    }
    /** Bytes of memory it takes. */
    get bytes() {
        return 4 * this.#table.length + 8 * this.#end + 4 * this.#rows;
    }
    /** Forgets all rows, and gives their memory back. */
    clear() {
        release(this.#table, this.#high, this.#low, this.#items);
        this.#table = new Uint32Array(1 << 12);
        this.#high = new Uint32Array(1024);
        this.#low = new Uint32Array(1024);
        this.#items = new Uint32Array(1024);
        this.#end = row_items_NO_ITEM + 1;
        this.#rows = 0;
    }
    #numberOf(id) {
        this.#hasher.hash(id);
        const { high, low } = this.#hasher;
        const mask = this.#table.length - 1;
        let slot = low & mask;
        for (let item = this.#table[slot]; item !== row_items_NO_ITEM; item = this.#table[slot]) {
            if (this.#low[item] === low && this.#high[item] === high)
                return item;
            slot = (slot + 1) & mask;
        }
        if (this.#end === this.#high.length) {
            this.#high = enlarged(this.#high);
            this.#low = enlarged(this.#low);
        }
        this.#table[slot] = this.#end;
        this.#high[this.#end] = high;
        this.#low[this.#end] = low;
        if (this.#end * 2 > this.#table.length)
            this.#growTable();
        return this.#end++;
    }
    #growTable() {
        const mask = 2 * this.#table.length - 1;
        const table = new Uint32Array(mask + 1);
        for (let item = row_items_NO_ITEM + 1; item <= this.#end; item++) {
            let slot = this.#low[item] & mask;
            while (table[slot] !== row_items_NO_ITEM)
                slot = (slot + 1) & mask;
            table[slot] = item;
        }
        release(this.#table);
        this.#table = table;
    }
}

;// CONCATENATED MODULE: ./build/engine/rows/judge-items.js




/** Decides which rows count by their ids. @param arbiter decides on ids whose corrections have several texts */
function judge_items_judgeItems(rows, arbiter) {
    const { items, list, droppedCorrections } = rows;
    const verdicts = new Verdicts(items.length);
    const judge = new ItemJudge(arbiter, verdicts);
    const serialOf = (entry) => entry < list.length ? list.serialOf(entry) : droppedCorrections[entry - list.length];
    const itemOf = (entry) => items.itemOf(serialOf(entry));
    const entries = list.length + droppedCorrections.length;
    const isRepeated = repeatedItems(entries, itemOf, items.end);
    const repeated = numbersBelow(entries, (entry) => isRepeated[itemOf(entry)] > 1);
    repeated.sort((a, b) => itemOf(a) - itemOf(b) || serialOf(a) - serialOf(b));
    for (let start = 0; start < repeated.length;) {
        let end = start + 1;
        while (end < repeated.length && itemOf(repeated[end]) === itemOf(repeated[start]))
            end++;
        judge.judge(Array.from(repeated.subarray(start, end), (entry) => itemRow(rows, entry, serialOf(entry))));
        start = end;
    }
    return verdicts;
}
/** By the number of an item: 2 if several rows have it. */
function repeatedItems(entries, itemOf, end) {
    const seen = new Uint8Array(end);
    for (let entry = 0; entry < entries; entry++) {
        const item = itemOf(entry);
        if (item !== NO_ITEM && seen[item] < 2)
            seen[item]++;
    }
    return seen;
}
function numbersBelow(end, isMeant) {
    let count = 0;
    for (let number = 0; number < end; number++)
        if (isMeant(number))
            count++;
    const numbers = new Uint32Array(count);
    for (let number = 0, place = 0; number < end; number++)
        if (isMeant(number))
            numbers[place++] = number;
    return numbers;
}
const NO_TEXT = { high: 0, low: 0 };
function itemRow({ list, textOf, labelOf, notes }, entry, serial) {
    if (entry >= list.length) {
        const nothing = { text: NO_TEXT, label: 0, annotator: UNNAMED, time: NEVER };
        return { serial, source: 'corrections', isUsable: false, ...nothing };
    }
    const source = list.sourceOf(entry);
    const isNoted = notes !== null && source === 'corrections';
    return {
        serial,
        source,
        isUsable: true,
        text: textOf(list.numberOf(entry)),
        label: labelOf(list.valueOf(entry)),
        annotator: isNoted ? notes.annotatorOf(serial) : UNNAMED,
        time: isNoted ? notes.timeOf(serial) : NEVER,
    };
}

;// CONCATENATED MODULE: ./build/engine/rows/row-list.js



/** The rows of a dataset in the order in which they were read, before it is known which of them count. */
class row_list_RowList {
    length = 0;
    #serials = new Uint32Array(1024);
    #numbers = new Uint32Array(1024);
    #values = new Uint32Array(1024);
    /** Ranks of the rows' groups; null where rows are not grouped. */
    #ranks;
    /** Numbers of texts as they are published; null where these are the texts themselves. */
    #forms;
    #corrections = 0;
    constructor({ isGrouped = false, hasForms = false } = {}) {
        this.#ranks = isGrouped ? new GroupRanks(1024) : null;
        this.#forms = hasForms ? new FormColumn(1024) : null;
    }
    /** Takes a row as `Deduplicator` does. */
    add(source, number, value, serial, rank, form = number) {
        if (this.length === this.#serials.length) {
            this.#serials = enlarged(this.#serials);
            this.#numbers = enlarged(this.#numbers);
            this.#values = enlarged(this.#values);
            this.#ranks?.enlarge();
            this.#forms?.enlarge();
        }
        if (source === 'corrections')
            this.#corrections++;
        if (rank !== undefined)
            this.#ranks.set(this.length, rank);
        this.#forms?.set(this.length, form);
        this.#serials[this.length] = serial;
        this.#numbers[this.length] = number;
        this.#values[this.length++] = value;
    }
    sourceOf(row) {
        return row < this.#corrections ? 'corrections' : 'confirmed';
    }
    serialOf(row) {
        return this.#serials[row];
    }
    numberOf(row) {
        return this.#numbers[row];
    }
    valueOf(row) {
        return this.#values[row];
    }
    /** Number of the row's text as it is published. */
    formOf(row) {
        return this.#forms?.at(row) ?? this.#numbers[row];
    }
    /** Rank of the row's group; undefined where rows are not grouped. */
    rankOf(row) {
        return this.#ranks?.rankOf(row);
    }
    /** Bytes of memory it takes. */
    get bytes() {
        return (12 + (this.#ranks === null ? 0 : 8) + (this.#forms === null ? 0 : 4)) * this.length;
    }
    /** Frees its memory; nothing can be asked of it afterwards. */
    close() {
        this.length = 0;
        release(this.#serials, this.#numbers, this.#values);
        this.#ranks?.close();
        this.#forms?.close();
    }
}

// EXTERNAL MODULE: ./build/engine/rows/row-origin.js
var row_origin = __nccwpck_require__(2496);
// EXTERNAL MODULE: ./build/engine/rows/stored-rows.js
var stored_rows = __nccwpck_require__(9422);
;// CONCATENATED MODULE: ./build/engine/rows/memory-keeper.js














const CONFIRMED = (0,row_origin/* originCode */.G)('confirmed');
/** The verdicts if ids decide nothing. */
const NOTHING_BY_ID = { correctedRows: 0, conflictingIds: 0, repeatedIds: 0 };
/** Keeps a dataset's rows in memory, each text once. */
class MemoryKeeper {
    dropped;
    #parts;
    #deduplicator;
    /** Codes of the origins of corrections by their serial numbers; 0 where nothing was set. */
    #origins = new Uint8Array();
    /** By serial number; null where rows have none. */
    #confidences;
    #labels;
    /** Rows that are deduplicated when all of an id have been read; null if ids decide nothing. */
    #list;
    constructor(parts) {
        this.#parts = parts;
        this.dropped = new DroppedRows(parts.ids);
        const groups = parts.keys === null ? null : parts.shares;
        const { hasForms } = parts.identity;
        this.#deduplicator = new Deduplicator(parts.index, { groups, ids: hasForms ? parts.ids : null });
        this.#list = parts.items === null ? null : new RowList({ isGrouped: groups !== null, hasForms });
        this.#labels = new DecidedLabels(parts.shape);
        this.#confidences = parts.confidence === null ? null : new ConfidenceColumn(parts.confidence.classes);
    }
    /** Bytes of memory they take, beside those of their texts and ids. */
    get bytes() {
        const rows = this.#deduplicator.bytes +
            (this.#list?.bytes ?? 0) +
            this.#origins.length +
            (this.#confidences?.bytes ?? 0);
        return rows + this.dropped.bytes + (this.#parts.notes?.bytes ?? 0);
    }
    setOrigin(serial, origin) {
        if (serial >= this.#origins.length) {
            const larger = new Uint8Array(Math.max(1024, 2 * serial));
            larger.set(this.#origins);
            this.#origins = larger;
        }
        this.#origins[serial] = origin;
    }
    setConfidence(serial, confidence) {
        this.#confidences.set(serial, confidence);
    }
    note(row, serial) {
        this.#parts.notes.add(serial, row);
    }
    valueOf(row) {
        const { values, identity } = this.#parts;
        return values.numberOf(row, identity);
    }
    keep(source, row, value, serial) {
        const { identity, keys } = this.#parts;
        const number = identity.numberOf();
        const rank = keys === null ? undefined : keys.rankOf(row, identity.folded);
        const rows = this.#list ?? this.#deduplicator;
        rows.add(source, number, value, serial, rank, identity.publishedNumberOf());
    }
    drop(reason, serial) {
        this.dropped.add(reason, serial);
    }
    finish() {
        const settling = this.#settling();
        const { serials, columns, ...counts } = this.#deduplicate(settling);
        const origins = new Uint8Array(serials.length);
        for (let row = 0; row < origins.length; row++)
            origins[row] = this.#originOf(serials[row]);
        const { numbers } = columns;
        const confidences = this.#confidences?.of(serials) ?? null;
        this.#confidences?.close();
        return {
            rows: this.#store({ ...columns, origins, confidences }),
            left: { ...counts, rows: numbers.length },
            agreement: settling.arbiting?.arbiter.agreement() ?? null,
            ids: new KeptIds(this.#parts.ids, serials),
        };
    }
    /** Hands over the rows of a source so far, which are to be kept elsewhere. @param dataset its number there */
    spill(source, dataset, spill) {
        const { ids, index, items, notes, values } = this.#parts;
        const texts = new TextReader(index.memory);
        const packed = values.memory === null ? null : new TextReader(values.memory);
        const begin = (serial) => spill.begin(source, { id: ids.bytesOf(serial), serial, hash: items?.hashOf(serial) ?? null });
        this.#forEach(source, (serial, number, value, group, form) => {
            const { high, low } = index.rankOf(number);
            const row = {
                text: texts.at(form),
                rankHigh: high,
                rankLow: low,
                classId: packed === null ? value : 0,
                values: packed === null ? null : packed.at(value),
                groupHigh: group.high,
                groupLow: group.low,
                origin: this.#originOf(serial),
                annotator: source === 'confirmed' || notes === null ? 0 : notes.annotatorOf(serial),
                time: source === 'confirmed' || notes === null ? 0 : notes.timeOf(serial),
                confidence: this.#confidences?.at(serial) ?? null,
            };
            begin(serial);
            spill.keep(dataset, row);
            spill.end();
        });
        this.dropped.forEach((row, serial) => {
            if (row.source !== source)
                return;
            begin(serial);
            spill.drop(dataset, row.reason);
            spill.end();
        });
    }
    /** Frees the memory of the rows, which were handed over. */
    close() {
        this.#deduplicator.close();
        this.#list?.close();
        this.#confidences?.close();
    }
    #forEach(source, visit) {
        const { index } = this.#parts;
        const list = this.#list;
        if (list === null) {
            this.#deduplicator.forEach(source, visit);
            return;
        }
        for (let row = 0; row < list.length; row++) {
            if (list.sourceOf(row) !== source)
                continue;
            const number = list.numberOf(row);
            const rank = list.rankOf(row) ?? index.rankOf(number);
            visit(list.serialOf(row), number, list.valueOf(row), rank, list.formOf(row));
        }
    }
    /** The rows that are left: those that count by their ids, deduplicated. */
    #deduplicate(settling) {
        const { items, index, ids, notes } = this.#parts;
        const list = this.#list;
        if (items === null || list === null)
            return { ...this.#deduplicator.finish(this.dropped, settling), ...NOTHING_BY_ID };
        const droppedCorrections = [];
        this.dropped.forEach(({ source }, serial) => {
            if (source === 'corrections')
                droppedCorrections.push(serial);
        });
        const textOf = (number) => index.rankOf(number);
        const { labelOf } = settling;
        const verdicts = judgeItems({ items, list, droppedCorrections, textOf, labelOf, notes }, this.#arbiting()?.arbiter ?? null);
        const counted = new CountedRows(this.#deduplicator, this.dropped);
        for (let row = 0; row < list.length; row++) {
            const serial = list.serialOf(row);
            const values = {
                number: list.numberOf(row),
                value: list.valueOf(row),
                serial,
                rank: list.rankOf(row),
                form: list.formOf(row),
            };
            counted.add(ids.sourceOf(serial), values, verdicts.at(serial));
        }
        list.close();
        const { conflictingIds } = verdicts;
        const left = counted.finish(settling, (serial) => verdicts.at(serial));
        return { ...left, conflictingIds, repeatedIds: left.repeatedIds + conflictingIds };
    }
    #settling() {
        const { annotators, ids, notes, values } = this.#parts;
        const times = annotators === 'latest' ? notes : null;
        const hasMore = this.#labels.hasMore && values.memory !== null;
        return {
            arbiting: this.#arbiting(),
            labelOf: this.#labels.of(values.memory),
            order: hasMore ? keptOrder(ids, times, values.memory) : null,
        };
    }
    #arbiting() {
        const { annotators: rule, layout, notes } = this.#parts;
        if (notes === null || !needsArbiter(rule, layout))
            return null;
        return { arbiter: new Arbiter({ rule, ...this.#labels.compared }), notes };
    }
    #originOf(serial) {
        return this.#parts.ids.sourceOf(serial) === 'confirmed' ? CONFIRMED : (this.#origins[serial] ?? 0);
    }
    #store(left) {
        const { shape, index, values } = this.#parts;
        return storeRows(shape, left, { memory: index.memory, valueMemory: values.memory });
    }
}
/**
 * True if an arbiter decides on texts with several corrections.
 * Else conflicting texts are left out, and annotators do not matter.
 */
function needsArbiter(annotators, { annotator, time }) {
    return annotator !== null || (time !== null && annotators !== 'unanimous');
}
/** Deduplicated rows as they are split and written. */
function storeRows(shape, { values, ...columns }, { memory, valueMemory }) {
    if (valueMemory === null) {
        const classIds = Uint16Array.from(values);
        (0,text_store/* release */._r)(values);
        return new stored_rows/* StoredRows */.B({ ...columns, memory, classIds, valueNumbers: null, valueMemory });
    }
    const hasClass = shape.values[0]?.type === 'class';
    const classIds = hasClass ? classIdsOf(shape, valueMemory, values) : new Uint16Array();
    return new stored_rows/* StoredRows */.B({ ...columns, memory, classIds, valueNumbers: values, valueMemory });
}
function classIdsOf(shape, memory, values) {
    const unpacker = new rows_values/* ValueUnpacker */.tj(shape, memory);
    const classIds = new Uint16Array(values.length);
    for (let row = 0; row < values.length; row++)
        classIds[row] = unpacker.firstClassId(values[row]);
    return classIds;
}

// EXTERNAL MODULE: ./build/engine/disk/row-record.js
var row_record = __nccwpck_require__(239);
;// CONCATENATED MODULE: ./build/engine/disk/partition-reader.js




















/** Deduplicates the rows of one partition after the other, in memory that is used again. */
class PartitionReader {
    #source;
    #reader;
    #rank = { high: 0, low: 0, rank: () => undefined };
    #texts = new text_index/* TextIndex */.U(this.#rank);
    /** Texts that are different already. */
    #stored = new text_store/* TextStore */.lJ();
    #values;
    #folder;
    #ids = new row_ids/* RowIds */.p1();
    #sources = [];
    /** Codes of origins by serial number. */
    #origins = [];
    /** By serial number; null where rows have none. */
    #confidences;
    /** Numbers of texts by serial number, and serial numbers in all partitions of their first rows, by number. */
    #numbers = [];
    #arrivals = [];
    #notes = { annotators: [], times: [] };
    #labels;
    /** Null if ids decide nothing. */
    #verdicts;
    #arbiter;
    /** @param verdicts whether rows count, by their ids; null if ids decide nothing */
    constructor(source, verdicts) {
        this.#source = source;
        this.#verdicts = verdicts;
        this.#reader = new row_record/* RowReader */.o(source.parts, source.position);
        this.#folder = fold/* IdentityFolder */.b.open(source.shape);
        this.#values = (0,shape/* hasOnlyClass */.f)(source.shape) ? null : new text_index/* TextIndex */.U(new fnv_ranker/* FnvRanker */.I());
        this.#labels = new decided_label_DecidedLabels(source.shape);
        this.#arbiter = createArbiter(source, this.#labels);
        const { confidences } = source.parts[source.position];
        this.#confidences = confidences === 0 ? null : new confidence_ConfidenceColumn(confidences);
    }
    /** Reads a partition by the ranks of texts, and deduplicates its rows. */
    read(file) {
        this.#begin();
        const { parts, position, shares, isOrdered } = this.#source;
        const { isGrouped, isNoted } = parts[position];
        const ids = this.#folder === null ? null : this.#ids;
        const dropped = new dropped_rows/* DroppedRows */.qm(this.#ids);
        const deduplicator = new deduplicate_Deduplicator(this.#texts, { groups: isGrouped ? shares : null, ids });
        const counted = new counted_rows_CountedRows(deduplicator, dropped);
        const verdicts = [];
        this.#forEach(file, this.#reader, (serial) => {
            const { source, row } = this.#reader;
            this.#origins[serial] = row.origin;
            this.#confidences?.set(serial, row.confidence);
            if (isNoted) {
                this.#notes.annotators[serial] = row.annotator;
                this.#notes.times[serial] = row.time;
            }
            const folded = this.#folder === null ? row.text : this.#folder.fold(row.text);
            const number = this.#texts.numberOf(folded);
            const form = folded === row.text ? number : this.#texts.numberOf(row.text);
            const group = isGrouped ? { high: row.groupHigh, low: row.groupLow } : undefined;
            verdicts[serial] = this.#verdicts?.at(this.#reader.serial) ?? VERDICTS.counts;
            const values = { number, value: this.#valueOf(row), serial, rank: group, form };
            const texts = deduplicator.length;
            counted.add(source, values, verdicts[serial]);
            if (!isOrdered)
                return;
            this.#numbers[serial] = number;
            if (deduplicator.length > texts)
                this.#arrivals[number] = this.#reader.serial;
        });
        const { columns, serials, ...counts } = counted.finish(this.#settling(), (serial) => verdicts[serial]);
        const origins = new Uint8Array(serials.length);
        for (let row = 0; row < origins.length; row++)
            origins[row] = this.#origins[serials[row]];
        const confidences = this.#confidences?.of(serials) ?? null;
        return {
            ...this.#identified({ ...columns, origins, confidences }, this.#texts.memory, (row) => serials[row]),
            left: { ...counts, conflictingIds: 0, rows: serials.length },
            dropped,
            arrivalOf: (row) => this.#arrivals[this.#numbers[serials[row]]],
        };
    }
    /** Reads a partition by the ranks of groups, whose rows have been deduplicated. */
    readGroups(file) {
        this.#begin();
        const { parts, position } = this.#source;
        const reader = new row_record/* RowReader */.o([{ ...parts[position], isGrouped: true }], 0);
        const texts = this.#stored;
        texts.clear();
        const values = [];
        const groups = { high: [], low: [] };
        const ranks = { high: [], low: [] };
        const origins = [];
        this.#forEach(file, reader, (serial) => {
            const { row } = reader;
            texts.add(row.text);
            values[serial] = this.#valueOf(row);
            origins[serial] = row.origin;
            this.#confidences?.set(serial, row.confidence);
            groups.high[serial] = row.groupHigh;
            groups.low[serial] = row.groupLow;
            ranks.high[serial] = row.rankHigh;
            ranks.low[serial] = row.rankLow;
        });
        const numbers = Uint32Array.from(values, (_, serial) => serial);
        const columns = {
            numbers,
            values: Uint32Array.from(values),
            origins: Uint8Array.from(origins),
            confidences: this.#confidences?.of(numbers) ?? null,
            ...rankColumns(groups),
            textRanks: rankColumns(ranks),
        };
        return this.#identified(columns, texts.memory, (row) => row);
    }
    agreement() {
        return this.#arbiter?.agreement() ?? null;
    }
    #begin() {
        this.#texts.clear();
        this.#values?.clear();
        this.#ids.clear();
        this.#sources.length = 0;
    }
    #forEach(file, reader, visit) {
        (0,record_file/* forEachRecord */.cz)(file, (records) => {
            if (!reader.read(records))
                return;
            this.#rank.high = reader.row.rankHigh;
            this.#rank.low = reader.row.rankLow;
            this.#sources.push(reader.source);
            visit(this.#ids.add(reader.source, reader.id));
        });
    }
    /** Number of the values of a row. */
    #valueOf(row) {
        return this.#values === null ? row.classId : this.#values.numberOf(row.values);
    }
    #identified(columns, memory, serialOf) {
        const { shape } = this.#source;
        return {
            shape,
            rows: storeRows(shape, columns, { memory, valueMemory: this.#values?.memory ?? null }),
            idOf: (row) => this.#ids.bytesOf(serialOf(row)),
            sourceOf: (row) => this.#sources[serialOf(row)],
        };
    }
    /** How the rows of the current partition are settled. */
    #settling() {
        const { annotators, times } = this.#notes;
        const { annotators: rule, isAnnotated, isTimed } = this.#source;
        const notes = {
            annotatorOf: (serial) => (isAnnotated ? annotators[serial] : correction_notes_UNNAMED),
            timeOf: (serial) => (isTimed ? times[serial] : correction_notes_NEVER),
        };
        const memory = this.#values?.memory ?? null;
        const hasMore = this.#labels.hasMore && memory !== null;
        return {
            arbiting: this.#arbiter === null ? null : { arbiter: this.#arbiter, notes },
            labelOf: this.#labels.of(memory),
            order: hasMore ? kept_order_keptOrder(this.#ids, rule === 'latest' ? notes : null, memory) : null,
        };
    }
}
function rankColumns({ high, low }) {
    return { rankHigh: Uint32Array.from(high), rankLow: Uint32Array.from(low) };
}
/** Decides on corrections of the same text, or the same id; null where those that disagree are left out. */
function createArbiter({ annotators: rule, isAnnotated, isTimed }, { compared }) {
    const layout = { annotator: isAnnotated ? 0 : null, time: isTimed ? {} : null };
    return needsArbiter(rule, layout) ? new arbiter_Arbiter({ rule, ...compared }) : null;
}
/** Rows in the order of their ranks, and of their texts where ranks are the same. */
function* sortedRows({ shape, rows, idOf, sourceOf }) {
    const { classIds, valueNumbers, valueMemory, rankHigh, rankLow, textRanks, origins } = rows;
    const unpacker = valueMemory === null ? null : new rows_values/* ValueUnpacker */.tj(shape, valueMemory);
    for (const number of (0,split_stable/* rowsByRank */.XU)(rows)) {
        const value = valueNumbers?.[number] ?? 0;
        const rank = { high: rankHigh[number], low: rankLow[number] };
        const row = {
            text: rows.textAt(number),
            rankHigh: textRanks.rankHigh[number],
            rankLow: textRanks.rankLow[number],
            classId: classIds[number] ?? 0,
            values: unpacker === null ? null : unpacker.bytesAt(value),
            groupHigh: rank.high,
            groupLow: rank.low,
            origin: origins[number],
            annotator: 0,
            time: 0,
            confidence: rows.confidenceAt(number),
        };
        yield {
            number,
            source: sourceOf(number),
            id: idOf(number),
            row,
            rank,
        };
    }
}

;// CONCATENATED MODULE: ./build/engine/disk/item-records.js







// Length, hash of the id, dataset, serial number, and 1 for a confirmed row, 2 for a correction that cannot be used,
// else 0; then the rank of the text, annotator and time, and the label: a class id, or a part of the packed values.
const HASH = record_file/* LENGTH_BYTES */.R2;
const DATASET = HASH + 8;
const SERIAL = DATASET + 2;
const KIND = SERIAL + 4;
const TEXT = KIND + 1;
const ANNOTATOR = TEXT + 8;
const TIME = ANNOTATOR + 4;
const LABEL = TIME + 8;
const KINDS = { correction: 0, confirmed: 1, useless: 2 };
/** Writes to disk what decides which rows of an id count: sorted by the hash of the id, so that an id is in one file. */
class ItemRecords {
    name;
    #partitions;
    /** @param name which its files begin with */
    constructor(folder, name) {
        this.name = name;
        this.#partitions = new Partitions(folder, name);
    }
    /** Bytes written so far. */
    get size() {
        return this.#partitions.size;
    }
    add({ high, low }, { dataset, serial, source, row, labels }) {
        // The lowest byte of such a hash is spread better than the highest.
        const file = this.#partitions.of(low << 24);
        const part = row === null || row.values === null ? null : labels.partOf(row.values);
        const labelBytes = part === null ? 2 : part.length;
        const length = LABEL + labelBytes;
        const start = file.reserve(length);
        const { buffer } = file;
        buffer.writeUInt32LE(length, start);
        buffer.writeUInt32LE(high, start + HASH);
        buffer.writeUInt32LE(low, start + HASH + 4);
        buffer.writeUInt16LE(dataset, start + DATASET);
        buffer.writeUInt32LE(serial, start + SERIAL);
        buffer.writeUInt8(row === null ? KINDS.useless : source === 'confirmed' ? KINDS.confirmed : KINDS.correction, start + KIND);
        buffer.writeUInt32LE(row?.rankHigh ?? 0, start + TEXT);
        buffer.writeUInt32LE(row?.rankLow ?? 0, start + TEXT + 4);
        buffer.writeUInt32LE(row?.annotator ?? UNNAMED, start + ANNOTATOR);
        buffer.writeDoubleLE(row?.time ?? NEVER, start + TIME);
        if (part === null)
            buffer.writeUInt16LE(row?.classId ?? 0, start + LABEL);
        else
            buffer.set(part, start + LABEL);
    }
    /** Writes what is in memory. @throws SpillError */
    close() {
        this.#partitions.close();
    }
    /** Closes the files, which are not needed any more. */
    abandon() {
        this.#partitions.abandon();
    }
}
/**
 * Decides by the ids which rows of a dataset count, one file at a time.
 *
 * @returns null if ids decide nothing
 * @throws SpillError
 */
function settleItems(source) {
    const { items, folder } = source;
    if (items === null)
        return null;
    const labels = new decided_label_DecidedLabels(source.shape);
    const verdicts = new verdicts_Verdicts(items.rows);
    const judge = new item_judge_ItemJudge(createArbiter(source, labels), verdicts);
    const reader = new ItemReader(source, items.dataset, labels);
    for (const file of partitionFiles(folder, items.files)) {
        const rows = reader.repeatedRows(file);
        rows.sort((a, b) => a.high - b.high || a.low - b.low || a.serial - b.serial);
        for (let start = 0; start < rows.length;) {
            let end = start + 1;
            while (end < rows.length && rows[end].high === rows[start].high && rows[end].low === rows[start].low)
                end++;
            if (end - start > 1)
                judge.judge(rows.slice(start, end));
            start = end;
        }
    }
    return verdicts;
}
/** Counters of hashes. There are enough that few unique ids share a counter. */
const COUNTERS = 1 << 20;
/** Reads the rows of a dataset whose ids may be those of other rows. */
class ItemReader {
    #source;
    #dataset;
    #labels;
    #seen = new Uint8Array(COUNTERS);
    constructor(source, dataset, labels) {
        this.#source = source;
        this.#dataset = dataset;
        this.#labels = labels;
    }
    /** The rows of a file whose ids occur several times, and a few other rows. @throws SpillError */
    repeatedRows(file) {
        this.#seen.fill(0);
        this.#forEach(file, (_, counter) => {
            if (this.#seen[counter] < 2)
                this.#seen[counter]++;
        });
        const rows = [];
        this.#forEach(file, (records, counter) => {
            if (this.#seen[counter] > 1)
                rows.push(this.#read(records));
        });
        return rows;
    }
    #forEach(file, visit) {
        (0,record_file/* forEachRecord */.cz)(file, (records) => {
            const { buffer, start } = records;
            if (buffer.readUInt16LE(start + DATASET) !== this.#dataset)
                return;
            // The lowest byte is the same in all records of a file.
            visit(records, (buffer.readUInt32LE(start + HASH + 4) >>> 8) % COUNTERS);
        });
    }
    #read({ buffer, bytes, start }) {
        const kind = buffer[start + KIND];
        const isUsable = kind !== KINDS.useless;
        const isNoted = kind === KINDS.correction;
        const { isAnnotated, isTimed } = this.#source;
        const label = bytes.subarray(start + LABEL, start + buffer.readUInt32LE(start));
        return {
            high: buffer.readUInt32LE(start + HASH),
            low: buffer.readUInt32LE(start + HASH + 4),
            serial: buffer.readUInt32LE(start + SERIAL),
            source: kind === KINDS.confirmed ? 'confirmed' : 'corrections',
            isUsable,
            text: { high: buffer.readUInt32LE(start + TEXT), low: buffer.readUInt32LE(start + TEXT + 4) },
            label: isUsable ? this.#labelIn(label) : 0,
            annotator: isNoted && isAnnotated ? buffer.readUInt32LE(start + ANNOTATOR) : correction_notes_UNNAMED,
            time: isNoted && isTimed ? buffer.readDoubleLE(start + TIME) : correction_notes_NEVER,
        };
    }
    #labelIn(bytes) {
        if (this.#source.parts[this.#source.position].hasOnlyClass)
            return bytes[0] | (bytes[1] << 8);
        return this.#labels.numberOf(bytes);
    }
}

// EXTERNAL MODULE: ./build/model/rows.js
var rows = __nccwpck_require__(6141);
// EXTERNAL MODULE: ./build/engine/split/split.js + 1 modules
var split = __nccwpck_require__(6631);
;// CONCATENATED MODULE: ./build/engine/disk/unsplit-rows.js









const unsplit_rows_BUFFER_BYTES = 1 << 20;
const NO_SERIAL = 0;
const PLACES = 2 ** 32;
/**
 * Deduplicated rows on disk that are split as scikit-learn does, which needs the classes of all rows in the order in
 * which they were read. Memory holds 6 to 12 bytes of each row until then, and about 40 while the rows are split.
 */
class UnsplitRows {
    #source;
    #part;
    #file;
    #arrivals = new NumberList((length) => new Uint32Array(length));
    #classIds = new NumberList((length) => new Uint16Array(length));
    constructor(source) {
        const part = source.parts[source.position];
        this.#source = source;
        this.#part = { ...part, isGrouped: false, isNoted: false, hasSerial: false };
        this.#file = new append_file/* AppendFile */.$(external_node_path_.join(source.folder, `${source.name}-unsplit`), unsplit_rows_BUFFER_BYTES);
    }
    /** Appends a row. @param arrival serial number of the first row of its text that counts. @throws SpillError */
    append({ source, id, row }, arrival) {
        (0,row_record/* writeRow */.G)(this.#file, [this.#part], { source, id, serial: NO_SERIAL, rows: [row] });
        this.#arrivals.push(arrival);
        this.#classIds.push(row.classId);
    }
    /** Writes what is in memory. @throws SpillError */
    close() {
        this.#file.close();
    }
    /**
     * Splits the rows, and writes them to the files of their splits: each row goes to a partition by its place, and each
     * partition is sorted in memory.
     *
     * @param partitions reads partitions of the same rows
     * @throws Error where scikit-learn refuses to split; SpillError
     */
    split(partitions, { fractions, seed }) {
        const { shape, folder, name } = this.#source;
        const order = orderOf(this.#arrivals.values);
        const classIds = this.#classIds.values;
        const splits = (0,split/* splitSklearn */.F)({
            classIds: Uint16Array.from(order, (row) => classIds[row]),
            classNames: shape.classNames,
            fractions,
            seed,
        });
        const places = new Uint32Array(order.length);
        let place = 0;
        for (const split of rows/* SPLIT_NAMES */.gP)
            for (const row of splits[split])
                places[order[row]] = place++;
        this.#writeByPlace(places);
        const ordered = new disk_rows/* OrderedFiles */.p(folder, name, this.#part);
        const trainEnd = splits.train.length;
        const evalEnd = trainEnd + splits.eval.length;
        for (const file of partitionFiles(folder, `${name}-places`)) {
            for (const row of sortedRows(partitions.readGroups(file))) {
                const { low } = row.rank;
                ordered.append(low < trainEnd ? 'train' : low < evalEnd ? 'eval' : 'test', row, row.rank);
            }
            removeFile(file);
        }
        ordered.close();
        return ordered;
    }
    /** Writes the rows to partitions by their places, which are written as the ranks of groups. */
    #writeByPlace(places) {
        const { folder, name, parts: read, position } = this.#source;
        const partitions = new partitions_Partitions(folder, `${name}-places`);
        const reader = new row_record/* RowReader */.o([this.#part], 0);
        const parts = [{ ...read[position], isGrouped: true }];
        let next = 0;
        (0,record_file/* forEachRecord */.cz)(this.#file.file, (records) => {
            reader.read(records);
            const { source, id, row } = reader;
            row.groupLow = places[next++];
            row.groupHigh = Math.floor((row.groupLow / places.length) * PLACES);
            (0,row_record/* writeRow */.G)(partitions.of(row.groupHigh), parts, { source, id, serial: NO_SERIAL, rows: [row] });
        });
        partitions.close();
        removeFile(this.#file.file);
    }
}
/** Returns the positions of numbers that are all different, by ascending number. */
function orderOf(numbers) {
    const most = numbers.reduce((a, b) => Math.max(a, b), 0);
    const positions = new Uint32Array(most + 1);
    for (let position = 0; position < numbers.length; position++)
        positions[numbers[position]] = position + 1;
    let length = 0;
    for (const position of positions)
        if (position > 0)
            positions[length++] = position - 1;
    return positions.subarray(0, length);
}
/** Numbers in memory that grows. */
class NumberList {
    #make;
    #values;
    #length = 0;
    constructor(make) {
        this.#make = make;
        this.#values = make(1024);
    }
    push(value) {
        if (this.#length === this.#values.length) {
            const larger = this.#make(2 * this.#length);
            larger.set(this.#values);
            this.#values = larger;
        }
        this.#values[this.#length++] = value;
    }
    get values() {
        return this.#values.subarray(0, this.#length);
    }
}

;// CONCATENATED MODULE: ./build/engine/disk/settle.js










const NO_ROWS = {
    rows: 0,
    duplicateRows: 0,
    outvotedRows: 0,
    correctedRows: 0,
    keptColumnRows: 0,
    conflictingTexts: 0,
    conflictingRows: 0,
    scatteredRows: 0,
};
/**
 * Deduplicates rows that are on disk, a partition at a time, by the very steps that rows in memory go through. Those that
 * are left are written to files in the order of their ranks, or by `split` in the order of scikit-learn.
 *
 * @throws SpillError
 */
function settleSpilled(source) {
    const { shape, folder, files, parts, position, name, shares, isOrdered } = source;
    const part = parts[position];
    const dropped = new DroppedRuns(folder, `${name}-conflicts`);
    const conflicts = new dropped_rows/* FirstDropped */.pc('conflict', source.mostConflictIds);
    const verdicts = settleItems(source);
    const partitions = new PartitionReader(source, verdicts);
    const unsplit = isOrdered ? new UnsplitRows(source) : null;
    const ordered = isOrdered ? null : new disk_rows/* OrderedFiles */.p(folder, name, part);
    const groups = part.isGrouped ? new partitions_Partitions(folder, `${name}-groups`) : null;
    const classes = new class_rows/* ClassCounter */.$9(shape);
    const classGroups = new class_rows/* ClassGroups */.ld(shape);
    const conflictingIds = verdicts?.conflictingIds ?? 0;
    const left = { ...NO_ROWS, conflictingIds, repeatedIds: conflictingIds };
    for (const file of partitionFiles(folder, files)) {
        const partition = partitions.read(file);
        for (const key of Object.keys(left))
            left[key] += partition.left[key];
        partition.dropped.forEach((row) => {
            dropped.add(row);
            conflicts.add(row);
        });
        for (const sorted of sortedRows(partition)) {
            const { source: from, id, row, rank } = sorted;
            classes.add(row.classId, row.values);
            if (groups !== null)
                (0,row_record/* writeRow */.G)(groups.of(rank.high), [part], { source: from, id, serial: 0, rows: [row] });
            else if (ordered !== null)
                ordered.append((0,split_stable/* splitOf */.uv)(rank, shares), sorted, rank);
            else
                unsplit.append(sorted, partition.arrivalOf(sorted.number));
        }
    }
    groups?.close();
    if (groups !== null) {
        for (const file of partitionFiles(folder, `${name}-groups`)) {
            for (const sorted of sortedRows(partitions.readGroups(file))) {
                const { row, rank } = sorted;
                classGroups.add(rank, row.classId, row.values);
                ordered.append((0,split_stable/* splitOf */.uv)(rank, shares), sorted, rank);
            }
            removeFile(file);
        }
    }
    ordered?.close();
    unsplit?.close();
    dropped.flush();
    const agreement = partitions.agreement();
    const conflictIds = conflicts.ids;
    return {
        left,
        agreement,
        conflictIds,
        classRows: classes.rows,
        split: (how) => ordered ?? unsplit.split(partitions, how),
        classGroups: groups === null || shape.classNames.length === 0 ? null : classGroups.groups,
        droppedFiles: dropped.files,
    };
}

;// CONCATENATED MODULE: ./build/engine/disk/disk-job.js















const disk_job_BUFFER_BYTES = 1 << 16;
/** Deduplicates, splits and writes rows on disk. */
class DiskJob {
    #job;
    #split;
    #rows;
    #matches = null;
    #counts;
    #classGroups = null;
    #prepared;
    constructor(job) {
        this.#job = job;
    }
    /** @throws SpillError */
    settle() {
        const { source, read } = this.#job;
        const { left, agreement, classRows, classGroups, conflictIds, droppedFiles, split } = settleSpilled(source);
        this.#classGroups = classGroups;
        this.#split = split;
        this.#counts = (0,row_counts/* rowCounts */.VZ)(read, left, agreement);
        return { counts: this.#counts, classRows, conflictIds, droppedFiles };
    }
    /** @throws Error when the rows are too few; SpillError */
    async prepare(how) {
        const { source } = this.#job;
        const { folder, name } = source;
        const { confidences } = source.parts[source.position];
        const settled = new disk_rows/* DiskRows */.B({ ...source, confidences }, this.#split(how));
        const dropped = new DroppedRuns(folder, `${name}-copies`);
        const { rows, moved, matches } = await (0,row_index/* leaveOutMoved */.b)(settled, {
            ledger: how.ledger,
            open: entriesIn(folder, `${name}-moved`),
            openMatches: () => new DiskMatches(external_node_path_.join(folder, `${name}-matches`)),
            drop: (row) => dropped.add({ ...row, reason: 'moved' }),
        });
        this.#rows = rows;
        this.#matches = matches;
        const ids = how.listIds === true ? new append_file/* AppendFile */.$(external_node_path_.join(folder, `${name}-ids`), disk_job_BUFFER_BYTES) : null;
        this.#prepared = (0,prepare/* prepareRows */.D)(rows, how, {
            counts: (0,row_counts/* withMoved */.I3)(this.#counts, moved),
            classGroups: this.#classGroups,
            drop: (row) => dropped.add({ ...row, reason: 'near-duplicate' }),
            keep: ids === null
                ? undefined
                : ({ id, source: from }, split) => ids.append(Buffer.from(rowIdLine(split, { id: (0,row_ids/* shownId */.fk)(id), source: from }))),
        });
        dropped.flush();
        ids?.close();
        const { dataset, examples, review } = this.#prepared;
        return {
            dataset,
            examples,
            review,
            dropped: dropped.files,
            ids: ids === null ? null : { file: ids.file, size: ids.size },
        };
    }
    /** @throws SpillError */
    write() {
        const { folder, name } = this.#job.source;
        return (0,parquet/* writeDataFiles */.hB)(this.#rows, this.#prepared.plan, (split, shard) => diskSink(external_node_path_.join(folder, `${name}-${split}-${shard}.parquet`)));
    }
    /** @throws SpillError */
    index(earlier) {
        return writeIndexOnDisk(this.#rows, this.#job.source, {
            leftOut: this.#prepared.plan.leftOut,
            earlier,
            matches: this.#matches,
        });
    }
}
/** Writes the row index of a dataset to its folder. */
function writeIndexOnDisk(rows, { folder, name }, how) {
    const file = external_node_path_.join(folder, `${name}-index.parquet`);
    // If a version is built again on another parent, its index differs.
    removeFile(file);
    return (0,row_index/* writeRowIndex */.C)(rows, { ...how, open: entriesIn(folder, `${name}-index`), sink: diskSink(file) });
}
function entriesIn(folder, name) {
    return (entries) => new DiskEntries(folder, `${name}-${entries}`);
}


/***/ }),

/***/ 3576:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   B: () => (/* binding */ DiskRows),
/* harmony export */   p: () => (/* binding */ OrderedFiles)
/* harmony export */ });
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(6760);
/* harmony import */ var _model_shape_js__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(7079);
/* harmony import */ var _rows_stored_rows_js__WEBPACK_IMPORTED_MODULE_2__ = __nccwpck_require__(9422);
/* harmony import */ var _rows_text_store_js__WEBPACK_IMPORTED_MODULE_3__ = __nccwpck_require__(7398);
/* harmony import */ var _rows_values_js__WEBPACK_IMPORTED_MODULE_4__ = __nccwpck_require__(5629);
/* harmony import */ var _append_file_js__WEBPACK_IMPORTED_MODULE_5__ = __nccwpck_require__(7372);
/* harmony import */ var _record_file_js__WEBPACK_IMPORTED_MODULE_6__ = __nccwpck_require__(479);
/* harmony import */ var _row_record_js__WEBPACK_IMPORTED_MODULE_7__ = __nccwpck_require__(239);








const BUFFER_BYTES = 1 << 20;
/** Rows that have been settled are not asked for their serial numbers. */
const NO_SERIAL = 0;
/** Writes the rows of a dataset to files, one a split, in the order of their ranks. */
class OrderedFiles {
    sizes = { train: 0, eval: 0, test: 0 };
    /** Number of different ranks: rows with the same one stay in one split. */
    ranks = 0;
    #files;
    #parts;
    #high = -1;
    #low = -1;
    /** @param name which its files begin with */
    constructor(folder, name, part) {
        const open = (split) => new _append_file_js__WEBPACK_IMPORTED_MODULE_5__/* .AppendFile */ .$(fileOf(folder, name, split), BUFFER_BYTES);
        this.#files = { train: open('train'), eval: open('eval'), test: open('test') };
        this.#parts = [partOf(part)];
    }
    /** Appends a row. Its rank must be above the ranks of all earlier rows. @param rank of its group, or its text */
    append(split, { source, id, row }, rank) {
        if (rank.high !== this.#high || rank.low !== this.#low)
            this.ranks++;
        this.#high = rank.high;
        this.#low = rank.low;
        this.sizes[split]++;
        (0,_row_record_js__WEBPACK_IMPORTED_MODULE_7__/* .writeRow */ .G)(this.#files[split], this.#parts, { source, id, serial: NO_SERIAL, rows: [row] });
    }
    close() {
        for (const file of Object.values(this.#files))
            file.close();
    }
}
/** Rows on disk, read from there as often as they are asked for; they are named by their sources and ids. */
class DiskRows {
    shape;
    sizes;
    ranks;
    #source;
    #reader;
    #maker;
    constructor(source, { sizes, ranks }) {
        this.shape = source.shape;
        this.sizes = sizes;
        this.ranks = ranks;
        this.#source = source;
        this.#reader = new _row_record_js__WEBPACK_IMPORTED_MODULE_7__/* .RowReader */ .o([partOf({ hasOnlyClass: (0,_model_shape_js__WEBPACK_IMPORTED_MODULE_1__/* .hasOnlyClass */ .f)(source.shape), confidences: source.confidences ?? 0 })], 0);
    }
    /** @throws SpillError */
    forEach(split, visit) {
        const reader = this.#reader;
        const row = new DiskRow(reader);
        let place = 0;
        (0,_record_file_js__WEBPACK_IMPORTED_MODULE_6__/* .forEachRecord */ .cz)(this.#fileOf(split), (records) => {
            reader.read(records);
            visit(row, place++);
        });
    }
    /** @throws SpillError */
    *groups(split, sizes, leftOut) {
        const records = new _record_file_js__WEBPACK_IMPORTED_MODULE_6__/* .RecordFile */ .WL(this.#fileOf(split));
        this.#maker ??= new GroupMaker(this.shape);
        const maker = this.#maker;
        let place = 0;
        try {
            for (const size of sizes) {
                maker.begin();
                for (let rows = 0; rows < size;) {
                    if (!records.next())
                        throw new Error(`${split} of ${this.shape.name} has fewer rows than were counted.`);
                    if (leftOut?.has(place++))
                        continue;
                    this.#reader.read(records);
                    maker.add(this.#reader.row);
                    rows++;
                }
                yield maker.group;
            }
        }
        finally {
            records.close();
        }
    }
    #fileOf(split) {
        return fileOf(this.#source.folder, this.#source.name, split);
    }
}
/** The row that was read last. */
class DiskRow {
    #reader;
    constructor(reader) {
        this.#reader = reader;
    }
    /** A copy, which stays when the next row is read. */
    get name() {
        return { source: this.#reader.source, id: this.#reader.id.slice() };
    }
    get text() {
        return this.#reader.row.text;
    }
    get byteLength() {
        return this.#reader.row.text.length;
    }
    copyText(target, position) {
        target.set(this.#reader.row.text, position);
    }
    /** Returns false. Sketches are not stored on disk, because reading one takes as long as making it. */
    copySketch() {
        return false;
    }
    copyConfidence(target) {
        const { confidence } = this.#reader.row;
        if (confidence === null)
            return false;
        target.set(confidence);
        return true;
    }
    get rankHigh() {
        return this.#reader.row.rankHigh;
    }
    get rankLow() {
        return this.#reader.row.rankLow;
    }
    get origin() {
        return this.#reader.row.origin;
    }
    get classId() {
        return this.#reader.row.classId;
    }
    get values() {
        return this.#reader.row.values;
    }
}
const NO_RANKS = new Uint32Array();
const NO_ORIGINS = new Uint8Array();
/** Puts rows together to be written, one group after the other in the same memory. */
class GroupMaker {
    #shape;
    #texts = new _rows_text_store_js__WEBPACK_IMPORTED_MODULE_3__/* .TextStore */ .lJ();
    #values;
    #classIds = [];
    constructor(shape) {
        this.#shape = shape;
        this.#values = (0,_model_shape_js__WEBPACK_IMPORTED_MODULE_1__/* .hasOnlyClass */ .f)(shape) ? null : new _rows_text_store_js__WEBPACK_IMPORTED_MODULE_3__/* .TextStore */ .lJ();
    }
    /** Makes ready for the next group; the last one must not be used any more. */
    begin() {
        this.#texts.clear();
        this.#values?.clear();
        this.#classIds = [];
    }
    add({ text, classId, values }) {
        this.#texts.add(text);
        if (this.#values === null)
            this.#classIds.push(classId);
        else
            this.#values.add(values);
    }
    get group() {
        const { length } = this.#texts;
        const numbers = Uint32Array.from({ length }, (_, row) => row);
        const valueMemory = this.#values?.memory ?? null;
        return {
            rows: new _rows_stored_rows_js__WEBPACK_IMPORTED_MODULE_2__/* .StoredRows */ .B({
                memory: this.#texts.memory,
                numbers,
                classIds: Uint16Array.from(this.#classIds),
                valueNumbers: valueMemory === null ? null : numbers,
                valueMemory,
                rankHigh: NO_RANKS,
                rankLow: NO_RANKS,
                textRanks: null,
                origins: NO_ORIGINS,
                confidences: null,
            }),
            group: numbers,
            values: valueMemory === null ? null : new _rows_values_js__WEBPACK_IMPORTED_MODULE_4__/* .ValueUnpacker */ .tj(this.#shape, valueMemory),
        };
    }
}
function fileOf(folder, name, split) {
    return node_path__WEBPACK_IMPORTED_MODULE_0__.join(folder, `${name}-${split}`);
}
/** Layout of the records. Ordered rows no longer need notes, groups and serial numbers. */
function partOf(part) {
    return { ...part, isGrouped: false, isNoted: false, hasSerial: false };
}


/***/ }),

/***/ 479:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   R2: () => (/* binding */ LENGTH_BYTES),
/* harmony export */   WL: () => (/* binding */ RecordFile),
/* harmony export */   cz: () => (/* binding */ forEachRecord)
/* harmony export */ });
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(3024);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(6760);
/* harmony import */ var _spill_error_js__WEBPACK_IMPORTED_MODULE_2__ = __nccwpck_require__(3956);



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

/***/ 239:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   G: () => (/* binding */ writeRow),
/* harmony export */   o: () => (/* binding */ RowReader)
/* harmony export */ });
/* harmony import */ var _rows_row_spill_js__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(7346);
/* harmony import */ var _record_file_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(479);


// Length, source, length of the id, rank, length of the text; then the id, the text, and for each dataset a byte that is 0
// for none and else one more than the code of its origin, its class or the length of its values and they, the rank of its
// group, its annotator and its time, its serial number, and its probabilities, of which the first is NaN for none.
const HEADER_BYTES = _record_file_js__WEBPACK_IMPORTED_MODULE_0__/* .LENGTH_BYTES */ .R2 + 1 + 2 + 8 + 4;
/** Writes a row as it is in several datasets that share its text; integers little-endian. @param rows null where it is not */
function writeRow(target, parts, { source, id, serial, rows, }) {
    const first = rows.find((row) => row !== null);
    let length = HEADER_BYTES + id.length + first.text.length;
    for (let dataset = 0; dataset < parts.length; dataset++)
        length += partBytes(parts[dataset], rows[dataset]);
    let at = target.reserve(length);
    const { buffer } = target;
    at = buffer.writeUInt32LE(length, at);
    at = buffer.writeUInt8(source === 'confirmed' ? 1 : 0, at);
    at = buffer.writeUInt16LE(id.length, at);
    at = buffer.writeUInt32LE(first.rankHigh, at);
    at = buffer.writeUInt32LE(first.rankLow, at);
    at = buffer.writeUInt32LE(first.text.length, at);
    buffer.set(id, at);
    at += id.length;
    buffer.set(first.text, at);
    at += first.text.length;
    for (let dataset = 0; dataset < parts.length; dataset++)
        at = writePart(buffer, at, parts[dataset], { row: rows[dataset], serial });
}
function partBytes(part, row) {
    if (row === null)
        return 1;
    return 1 + (row.values === null ? 2 : 4 + row.values.length) + restBytes(part);
}
/** Bytes of a part behind its values. */
function restBytes({ isGrouped, isNoted, hasSerial, confidences }) {
    return (isGrouped ? 8 : 0) + (isNoted ? 12 : 0) + (hasSerial ? 4 : 0) + 4 * confidences;
}
function writePart(buffer, start, { isGrouped, isNoted, hasSerial, confidences }, { row, serial }) {
    let at = buffer.writeUInt8(row === null ? 0 : 1 + row.origin, start);
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
    if (hasSerial)
        at = buffer.writeUInt32LE(serial, at);
    for (let classId = 0; classId < confidences; classId++)
        at = buffer.writeFloatLE(row.confidence?.[classId] ?? Number.NaN, at);
    return at;
}
/** Reads rows as they are in one of the datasets. */
class RowReader {
    source = 'corrections';
    id = new Uint8Array();
    /** Serial number of the row, where records hold it. */
    serial = 0;
    /** What the dataset holds; its bytes are views. */
    row = (0,_rows_row_spill_js__WEBPACK_IMPORTED_MODULE_1__/* .emptyRow */ .O)();
    #parts;
    #dataset;
    #confidence;
    /** @param dataset its position among the parts */
    constructor(parts, dataset) {
        this.#parts = parts;
        this.#dataset = dataset;
        this.#confidence = new Float32Array(parts[dataset].confidences);
    }
    /** @returns false if the row belongs to another dataset */
    read({ buffer, bytes, start }) {
        let at = start + _record_file_js__WEBPACK_IMPORTED_MODULE_0__/* .LENGTH_BYTES */ .R2;
        const { row } = this;
        this.source = buffer[at] === 1 ? 'confirmed' : 'corrections';
        const idLength = buffer.readUInt16LE(at + 1);
        row.rankHigh = buffer.readUInt32LE(at + 3);
        row.rankLow = buffer.readUInt32LE(at + 7);
        const textLength = buffer.readUInt32LE(at + 11);
        at += HEADER_BYTES - _record_file_js__WEBPACK_IMPORTED_MODULE_0__/* .LENGTH_BYTES */ .R2;
        const textStart = at + idLength;
        let part = textStart + textLength;
        for (let dataset = 0; dataset < this.#dataset; dataset++)
            part = partEnd(buffer, part, this.#parts[dataset]);
        if (buffer[part] === 0)
            return false;
        this.id = bytes.subarray(at, textStart);
        row.text = bytes.subarray(textStart, textStart + textLength);
        row.origin = buffer[part] - 1;
        this.#readPart(buffer, bytes, part + 1);
        return true;
    }
    #readPart(buffer, bytes, start) {
        const { hasOnlyClass, isGrouped, isNoted, hasSerial, confidences } = this.#parts[this.#dataset];
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
            at += 12;
        }
        if (hasSerial) {
            this.serial = buffer.readUInt32LE(at);
            at += 4;
        }
        if (confidences === 0)
            return;
        const confidence = this.#confidence;
        for (let classId = 0; classId < confidences; classId++)
            confidence[classId] = buffer.readFloatLE(at + 4 * classId);
        row.confidence = Number.isNaN(confidence[0]) ? null : confidence;
    }
}
function partEnd(buffer, start, part) {
    if (buffer[start] === 0)
        return start + 1;
    const values = part.hasOnlyClass ? 2 : 4 + buffer.readUInt32LE(start + 1);
    return start + 1 + values + restBytes(part);
}


/***/ }),

/***/ 3956:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   h: () => (/* binding */ spillError)
/* harmony export */ });
/** Rows could not be written to disk or read from it. */
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
    return new SpillError(`Rows beyond memory-limit could not be ${what} ${folder}${reason}. ${adviceOn(code)}, or raise memory-limit if the machine has more memory. The datasets with these rows were not published.`, { cause });
}
function adviceOn(code) {
    if (code !== null && FULL.has(code))
        return 'The disk is full. Free some space, set RUNNER_TEMP to a folder on a larger disk';
    if (code === 'EMFILE' || code === 'ENFILE')
        return 'Too many files are open. Allow several hundred (ulimit -n)';
    return 'Check that the folder may be written to';
}
/** No space, quota or size limit left. */
const FULL = new Set(['ENOSPC', 'EDQUOT', 'EFBIG']);
function codeOf(cause) {
    const isNamed = typeof cause === 'object' && cause !== null && 'code' in cause;
    return isNamed && typeof cause.code === 'string' ? cause.code : null;
}


/***/ }),

/***/ 9284:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   v: () => (/* binding */ answerRequests)
/* harmony export */ });
/* harmony import */ var node_worker_threads__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(5919);

/**
 * Runs the main thread's requests in this thread and answers them. Data files in memory
 * are transferred. An error ends the thread and is an event in the main thread.
 */
function answerRequests(job) {
    node_worker_threads__WEBPACK_IMPORTED_MODULE_0__.parentPort?.on('message', async (request) => {
        if (request === 'settle')
            node_worker_threads__WEBPACK_IMPORTED_MODULE_0__.parentPort?.postMessage(await job.settle());
        else if (request === 'write') {
            const files = await job.write();
            node_worker_threads__WEBPACK_IMPORTED_MODULE_0__.parentPort?.postMessage(files, files.flatMap(memoryOf));
        }
        else if ('index' in request) {
            const index = await job.index(request.index);
            node_worker_threads__WEBPACK_IMPORTED_MODULE_0__.parentPort?.postMessage(index, memoryOf(index.file));
        }
        else
            node_worker_threads__WEBPACK_IMPORTED_MODULE_0__.parentPort?.postMessage(await job.prepare(request.prepare));
    });
}
function memoryOf({ chunks = [] }) {
    return chunks.map(({ buffer }) => buffer);
}


/***/ }),

/***/ 8983:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {


// EXPORTS
__nccwpck_require__.d(__webpack_exports__, {
  x: () => (/* binding */ MemoryJob)
});

// EXTERNAL MODULE: ./build/engine/class-rows.js
var class_rows = __nccwpck_require__(249);
// EXTERNAL MODULE: ./build/engine/rows/values.js + 5 modules
var values = __nccwpck_require__(5629);
;// CONCATENATED MODULE: ./build/engine/memory-rows.js

/** Rows in memory that were split; they are named by their numbers. */
class MemoryRows {
    shape;
    sizes;
    #rows;
    #splits;
    #values;
    constructor(shape, rows, splits) {
        const { train, eval: evaluation, test } = splits;
        this.shape = shape;
        this.sizes = { train: train.length, eval: evaluation.length, test: test.length };
        this.#rows = rows;
        this.#splits = splits;
        this.#values = rows.valueMemory === null ? null : new values/* ValueUnpacker */.tj(shape, rows.valueMemory);
    }
    get ranks() {
        const { rankHigh, rankLow } = this.#rows;
        return new Set(Array.from(rankHigh, (high, row) => `${high}:${rankLow[row]}`)).size;
    }
    forEach(split, visit) {
        const numbers = this.#splits[split];
        const row = new MemoryRow(this.#rows, this.#values);
        for (let place = 0; place < numbers.length; place++) {
            row.name = numbers[place];
            visit(row, place);
        }
    }
    *groups(split, sizes, leftOut) {
        const all = this.#splits[split];
        const numbers = leftOut === null ? all : all.filter((_, place) => !leftOut.has(place));
        let start = 0;
        for (const size of sizes) {
            const group = numbers.subarray(start, start + size);
            start += size;
            yield { rows: this.#rows, group, values: this.#values };
        }
    }
}
/** The current row. Its values are read from the columns, so that no object is made for each row. */
class MemoryRow {
    /** Its number. */
    name = 0;
    #rows;
    #values;
    constructor(rows, values) {
        this.#rows = rows;
        this.#values = values;
    }
    get text() {
        return this.#rows.textAt(this.name);
    }
    get byteLength() {
        return this.#rows.byteLengthAt(this.name);
    }
    copyText(target, position) {
        this.#rows.copyText(this.name, target, position);
    }
    copySketch(target) {
        return this.#rows.copySketch(this.name, target);
    }
    copyConfidence(target) {
        return this.#rows.copyConfidence(this.name, target);
    }
    get rankHigh() {
        return this.#rows.textRanks.rankHigh[this.name];
    }
    get rankLow() {
        return this.#rows.textRanks.rankLow[this.name];
    }
    get origin() {
        return this.#rows.origins[this.name];
    }
    get classId() {
        return this.#rows.classIds[this.name];
    }
    get values() {
        return this.#values === null ? null : this.#values.bytesAt(this.#rows.valueNumbers[this.name]);
    }
}

// EXTERNAL MODULE: ./build/engine/parquet.js + 3 modules
var parquet = __nccwpck_require__(3103);
// EXTERNAL MODULE: ./build/engine/prepare.js + 15 modules
var prepare = __nccwpck_require__(7480);
// EXTERNAL MODULE: ./build/engine/row-index/entries.js
var entries = __nccwpck_require__(5297);
// EXTERNAL MODULE: ./build/engine/row-index/matches.js
var matches = __nccwpck_require__(5020);
// EXTERNAL MODULE: ./build/engine/row-index/row-index.js + 4 modules
var row_index = __nccwpck_require__(8205);
// EXTERNAL MODULE: ./build/engine/row-index/schema.js
var schema = __nccwpck_require__(4210);
// EXTERNAL MODULE: ./build/engine/rows/row-counts.js
var row_counts = __nccwpck_require__(5482);
// EXTERNAL MODULE: ./build/engine/rows/stored-rows.js
var stored_rows = __nccwpck_require__(9422);
// EXTERNAL MODULE: ./build/engine/split/split.js + 1 modules
var split = __nccwpck_require__(6631);
;// CONCATENATED MODULE: ./build/engine/memory-job.js











const openEntries = () => new entries/* MemoryEntries */.S();
const openMatches = (most) => new matches/* MemoryMatches */.X(most);
/** Splits rows that are in memory, and writes them there. */
class MemoryJob {
    #source;
    #stored;
    #rows;
    #matches = null;
    #prepared;
    constructor(source) {
        this.#source = source;
        this.#stored = new stored_rows/* StoredRows */.B(source.columns);
    }
    /** Rows in memory have been settled. */
    settle() {
        return null;
    }
    async prepare(how) {
        const { shape, counts } = this.#source;
        const stored = this.#stored;
        const splits = (0,split/* splitRows */.a)({ rows: stored, classNames: shape.classNames, ...how });
        const [nearDuplicates, movedRows] = [[], []];
        const { rows, moved, matches } = await (0,row_index/* leaveOutMoved */.b)(new MemoryRows(shape, stored, splits), {
            ledger: how.ledger,
            open: openEntries,
            openMatches,
            drop: (row) => movedRows.push(row),
        });
        this.#rows = rows;
        this.#matches = matches;
        const { train, eval: evaluation, test } = rows.sizes;
        const ids = how.listIds === true ? new Uint32Array(train + evaluation + test) : null;
        let kept = 0;
        this.#prepared = (0,prepare/* prepareRows */.D)(rows, how, {
            counts: (0,row_counts/* withMoved */.I3)(counts, moved),
            classGroups: how.isGrouped && shape.classNames.length > 0 ? (0,class_rows/* countClassGroups */.iw)(shape, stored, splits) : null,
            drop: (row) => nearDuplicates.push(row),
            keep: ids === null
                ? undefined
                : (row) => {
                    ids[kept++] = row;
                },
        });
        const { dataset, examples, review } = this.#prepared;
        const dropped = { nearDuplicates: Uint32Array.from(nearDuplicates), moved: Uint32Array.from(movedRows) };
        return { dataset, examples, review, dropped, ids };
    }
    write() {
        return (0,parquet/* writeDataFiles */.hB)(this.#rows, this.#prepared.plan, (_, __, rows) => (0,parquet/* memorySink */.jz)(rows));
    }
    index(earlier) {
        const { dataset, plan } = this.#prepared;
        const sink = (0,parquet/* memorySink */.jz)(dataset.numSamples, schema/* LINE_BYTES */.Z5);
        const matches = this.#matches;
        return (0,row_index/* writeRowIndex */.C)(this.#rows, { leftOut: plan.leftOut, earlier, matches, open: openEntries, sink });
    }
}


/***/ }),

/***/ 6747:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
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
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   Q: () => (/* binding */ openContent),
/* harmony export */   v: () => (/* binding */ COMPRESSORS)
/* harmony export */ });
/* harmony import */ var node_zlib__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(8522);

/** Decompressors for the pages of the files that this action writes. */
const COMPRESSORS = { ZSTD: (input) => new Uint8Array((0,node_zlib__WEBPACK_IMPORTED_MODULE_0__.zstdDecompressSync)(input)) };
/** Opens a parquet file in memory or on disk for reading. */
async function openContent(content) {
    if (!('file' in content))
        return inMemory(content.chunks);
    const { asyncBufferFromFile } = await __nccwpck_require__.e(/* import() */ 523).then(__nccwpck_require__.bind(__nccwpck_require__, 7523));
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

/***/ 6971:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   EY: () => (/* binding */ compressPage),
/* harmony export */   Wn: () => (/* binding */ PieceWriter),
/* harmony export */   _S: () => (/* binding */ createCompressor)
/* harmony export */ });
/* harmony import */ var node_zlib__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(8522);
/* harmony import */ var hyparquet_writer__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(3732);


/** Level 3 wrote faster than snappy, made files half the size and was read faster by pyarrow. */
const ZSTD_LEVEL = 3;
/** What a file takes besides its rows. */
const FRAME_BYTES = 1 << 12;
/** Compresses pages one after the other, and gives the memory of each back when the next one comes. */
function createCompressor() {
    let last = null;
    return (page) => {
        // The garbage collector lets megabytes of pages pile up in each thread.
        if (last instanceof ArrayBuffer)
            last.transfer(0);
        last = page.buffer;
        return compressPage(page);
    };
}
/** Returns a page as it is written. */
function compressPage(page) {
    return (0,node_zlib__WEBPACK_IMPORTED_MODULE_0__.zstdCompressSync)(page, { params: { [node_zlib__WEBPACK_IMPORTED_MODULE_0__.constants.ZSTD_c_compressionLevel]: ZSTD_LEVEL } });
}
/**
 * Writes to pieces that are never moved, each as long as all before it: a buffer that grows is copied again and again,
 * and many small pieces among the pages that come and go would keep the memory of those from being used again.
 */
class PieceWriter extends hyparquet_writer__WEBPACK_IMPORTED_MODULE_1__/* .ByteWriter */ .U {
    pieces = [];
    /** @param rowBytes about how many bytes the rows will take */
    constructor(rowBytes) {
        super(FRAME_BYTES + rowBytes);
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


/***/ }),

/***/ 3103:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {


// EXPORTS
__nccwpck_require__.d(__webpack_exports__, {
  jz: () => (/* binding */ memorySink),
  A$: () => (/* binding */ shardPath),
  hB: () => (/* binding */ writeDataFiles)
});

// EXTERNAL MODULE: ./node_modules/hyparquet-writer/src/parquet-writer.js + 8 modules
var parquet_writer = __nccwpck_require__(2939);
// EXTERNAL MODULE: ./build/model/features.js
var features = __nccwpck_require__(8599);
// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __nccwpck_require__(7598);
;// CONCATENATED MODULE: ./build/model/file.js

/** Returns git's id for the content of a file: SHA-1 of the header `blob <length>\0` and the bytes. */
function gitBlobId(content) {
    return createHash('sha1').update(`blob ${content.length}\0`).update(content).digest('hex');
}
/** Returns the lower-case hexadecimal SHA-256 of content in pieces in order. */
function sha256Of(chunks) {
    const hash = (0,external_node_crypto_.createHash)('sha256');
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

// EXTERNAL MODULE: ./build/model/rows.js
var model_rows = __nccwpck_require__(6141);
// EXTERNAL MODULE: ./build/model/shape.js
var model_shape = __nccwpck_require__(7079);
// EXTERNAL MODULE: ./build/model/tasks.js
var tasks = __nccwpck_require__(6412);
// EXTERNAL MODULE: ./build/text/json.js
var json = __nccwpck_require__(5666);
// EXTERNAL MODULE: ./build/engine/parquet-memory.js
var parquet_memory = __nccwpck_require__(6971);
;// CONCATENATED MODULE: ./build/engine/parquet-schema.js

// No minima and maxima of free text: nobody filters by them, and finding them is a tenth of the writing.
const FREE_TEXT = { encoding: 'PLAIN', statistics: false };
/** How the values of each type are written. */
const ENCODINGS = {
    string: FREE_TEXT,
    strings: { statistics: false },
    bools: { statistics: false },
    int64s: { statistics: false },
    float32s: { statistics: false },
    float64s: { statistics: false },
    timestamptz: {},
    timestamp: {},
    date: {},
    messages: { statistics: false },
    class: { encoding: 'RLE_DICTIONARY', columnIndex: true },
    classes: {},
    'multi-hot': { statistics: false },
    spans: { statistics: false },
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
function parquetSchema(shape) {
    const columns = (0,model_shape/* fileColumns */.yJ)(shape);
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
        case 'timestamptz':
            return [optional(name, { ...instant(true), converted_type: 'TIMESTAMP_MICROS' })];
        case 'timestamp':
            return [optional(name, instant(false))];
        case 'date':
            return [optional(name, { type: 'INT32', converted_type: 'DATE', logical_type: { type: 'DATE' } })];
        case 'bools':
            return listOf(name, [optional('element', { type: 'BOOLEAN' })]);
        case 'int64s':
            return listOf(name, [optional('element', { type: 'INT64' })]);
        case 'float64s':
            return listOf(name, [optional('element', { type: 'DOUBLE' })]);
        case 'float32s':
        case 'multi-hot':
            return listOf(name, [optional('element', { type: 'FLOAT' })]);
        case 'strings':
            return listOf(name, [optional('element', TEXT)]);
        case 'spans':
            return listOf(name, [
                optional('element', { num_children: 3 }),
                optional('start', { type: 'INT64' }),
                optional('end', { type: 'INT64' }),
                optional('label', TEXT),
            ]);
        case 'messages':
            return listOf(name, [
                optional('element', { num_children: 2 }),
                optional('role', TEXT),
                optional('content', TEXT),
            ]);
    }
}
/** Microseconds since 1970. @param isAdjustedToUTC false for a time without a time zone, whose converted type would claim UTC */
function instant(isAdjustedToUTC) {
    return { type: 'INT64', logical_type: { type: 'TIMESTAMP', isAdjustedToUTC, unit: 'MICROS' } };
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

// EXTERNAL MODULE: ./build/engine/rows/identity.js
var identity = __nccwpck_require__(863);
// EXTERNAL MODULE: ./build/engine/spans/published-spans.js
var published_spans = __nccwpck_require__(395);
// EXTERNAL MODULE: ./node_modules/hyparquet-writer/src/bytewriter.js
var bytewriter = __nccwpck_require__(3732);
// EXTERNAL MODULE: ./node_modules/hyparquet-writer/src/encoding.js
var encoding = __nccwpck_require__(3096);
// EXTERNAL MODULE: ./build/engine/bulk-columns.js
var bulk_columns = __nccwpck_require__(5141);
;// CONCATENATED MODULE: ./build/engine/text-column.js



/** Bytes of text from which on the library begins another page. */
const PAGE_BYTES = 1 << 20;
/** A text is stored after its length. */
const LENGTH_BYTES = 4;
/**
 * Writes rows as a row group, of which the first column is their texts: optional, PLAIN and without statistics, byte for byte
 * as `ParquetWriter` writes such a column. The library writes a text at a time to memory that grows with it, for each page
 * anew. This copies all texts of a page into the same memory again and again. It may go once the library reserves the memory
 * of a page at once.
 */
class TextColumnWriter {
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
        (0,bulk_columns/* writeRowGroup */.j8)(this.#parquet, [this.#writeColumn(texts)], others);
    }
    #writeColumn(texts) {
        const { writer } = this.#parquet;
        const start = writer.offset;
        const pages = [];
        let uncompressed = 0;
        for (const [first, end] of pagesOf(texts)) {
            const offset = writer.offset;
            const levels = new bytewriter/* ByteWriter */.U();
            (0,encoding/* writeRleBitPackedHybrid */.Y)(levels, new Uint8Array(end - first).fill(1), 1);
            uncompressed += (0,bulk_columns/* writePage */.xv)(writer, {
                encoding: 'PLAIN',
                rows: end - first,
                nulls: 0,
                levels: levels.getBytes(),
                values: this.#fillPage(texts, first, end),
                isCompressed: true,
            });
            pages.push({
                offset: BigInt(offset),
                compressed_page_size: writer.offset - offset,
                first_row_index: BigInt(first),
            });
        }
        const chunk = (0,bulk_columns/* plainChunk */.S8)(writer, {
            name: this.#name,
            type: 'BYTE_ARRAY',
            codec: 'ZSTD',
            values: texts.group.length,
            start,
            uncompressed,
        });
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

;// CONCATENATED MODULE: ./build/engine/parquet.js












/**
 * Writes the data files of a dataset as parquet, zstd, with the schema metadata key `huggingface` that gives `datasets`
 * the features.
 *
 * @param sink opens what a file is written to, by its split, its number among the split's and how many rows it will have
 * @returns the shards of each split in order; a split without rows is one file without rows
 * @throws SpillError
 */
function writeDataFiles(rows, { shards, leftOut }, sink) {
    return model_rows/* SPLIT_NAMES */.gP.flatMap((split) => {
        const ofSplit = shards[split];
        const groups = rows.groups(split, ofSplit.flat(), split === 'train' ? leftOut : null);
        const files = ofSplit.map((sizes, shard) => {
            const length = sizes.reduce((sum, size) => sum + size, 0);
            const written = writeShard(rows.shape, take(groups, sizes.length), sink(split, shard, length));
            return { split, path: shardPath(split, shard, ofSplit.length), ...written };
        });
        groups.return(undefined);
        return files;
    });
}
/** The next items of an iterator, which is left open. */
function* take(items, count) {
    for (let taken = 0; taken < count; taken++) {
        const { value, done } = items.next();
        if (done)
            return;
        yield value;
    }
}
/** Path of a shard in the dataset repo, counted from 0. */
function shardPath(split, shard, shards) {
    const [number, total] = [shard, shards].map((count) => String(count).padStart(5, '0'));
    return `data/${split}-${number}-of-${total}.parquet`;
}
/** Bytes of a row of short text. */
const ROW_BYTES = 32;
/** Keeps a file in memory. @param rows how many it will have @param rowBytes about how many bytes each takes */
function memorySink(rows, rowBytes = ROW_BYTES) {
    const writer = new parquet_memory/* PieceWriter */.Wn(rows * rowBytes);
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
    const parquet = new parquet_writer/* ParquetWriter */.o({
        writer: sink.writer,
        schema: parquetSchema(shape),
        codec: 'ZSTD',
        compressors: { ZSTD: (0,parquet_memory/* createCompressor */._S)() },
        kvMetadata: [{ key: 'huggingface', value: JSON.stringify({ info: { features: (0,features/* hubFeatures */.xp)(shape) } }) }],
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
    const columns = emptyColumns(shape.values.flatMap(model_shape/* columnsOfValue */.aX), rowGroup);
    if (rowGroup.values === null)
        fillClasses(columns[0].data, classIds, rowGroup);
    else
        fillValues(dataOf(columns), shape, rowGroup.values, rowGroup);
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
        const row = (0,identity/* splitIdentity */.Lt)(rows.textAt(group[index]), texts.length);
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
function fillValues(data, { task, classNames }, values, { rows, group }) {
    const first = (0,tasks/* hasSpans */.Gw)(task) ? model_shape/* COLUMNS_OF_SPANS */.iP.length : 0;
    for (let index = 0; index < group.length; index++) {
        const row = values.at(rows.valueNumbers[group[index]]);
        for (let column = first; column < data.length; column++)
            data[column][index] = row[column - first];
        if (first === 0)
            continue;
        const text = rows.textAt(group[index]);
        const { tokens, tags, spans } = (0,published_spans/* publishSpans */.Bu)(textOf(text), row[0], classNames);
        [data[0][index], data[1][index], data[2][index]] = [tokens, tags, spans];
    }
}
function textOf({ buffer, byteOffset, length }) {
    return Buffer.from(buffer, byteOffset, length).toString();
}
function published(type, text) {
    return type === 'messages' ? (0,json/* parseJson */.qF)(text) : text;
}


/***/ }),

/***/ 7480:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {


// EXPORTS
__nccwpck_require__.d(__webpack_exports__, {
  D: () => (/* binding */ prepareRows)
});

// EXTERNAL MODULE: ./build/model/rows.js
var model_rows = __nccwpck_require__(6141);
// EXTERNAL MODULE: ./build/model/shape.js
var model_shape = __nccwpck_require__(7079);
// EXTERNAL MODULE: ./build/model/tasks.js
var tasks = __nccwpck_require__(6412);
;// CONCATENATED MODULE: ./build/text/markdown.js
/**
 * Returns a GitHub-flavoured Markdown table.
 *
 * @param header escaped already, as the rows are
 * @param isRight for each column whether it is aligned to the right; by default where all cells are numbers
 */
function markdownTable(header, rows, isRight = header.map((_, column) => rows.every((row) => typeof row[column] === 'number'))) {
    const line = (cells) => `| ${cells.join(' | ')} |`;
    const rule = isRight.map((right) => (right ? '---:' : '---'));
    const format = (cell) => (typeof cell === 'number' ? formatCount(cell) : cell);
    return [line(header), line(rule), ...rows.map((row) => line(row.map(format)))].join('\n');
}
/** Returns a count with English thousands separators. */
function formatCount(count) {
    return String(count).replace(/\B(?=(\d{3})+$)/g, ',');
}
/** Returns a count with its unit, in the singular for one. */
function counted(count, one, many = `${one}s`) {
    return `${formatCount(count)} ${count === 1 ? one : many}`;
}
/** Returns a share in percent, with one decimal. */
function formatPercent(percent) {
    return `${percent.toFixed(1)} %`;
}
/** Returns texts for a sentence; after the first few, only the number of the others. */
function listSome(texts, most) {
    const more = texts.length - most;
    return `${texts.slice(0, most).join(', ')}${more > 0 ? ` and ${formatCount(more)} more` : ''}`;
}
/**
 * Returns a text of any origin in a form that is harmless in Markdown and HTML: one line, no markup, no links, no
 * mentions, no emoji codes, no control or invisible direction characters.
 */
function escapeMarkdown(text) {
    return escapeStart(escapeInLine(oneLine(text)));
}
/** Escapes the characters that have a meaning anywhere in a line. */
function escapeInLine(text) {
    return text
        .replace(/[\\`*_[\]#|~$]/g, '\\$&')
        .replaceAll('&', '&amp;')
        .replaceAll('<', '&lt;')
        .replaceAll('>', '&gt;')
        .replaceAll('@', '&#64;')
        .replaceAll(':', '&#58;')
        .replace(/\b(www)\./gi, '$1&#46;');
}
/** Escapes the characters that make a list or a heading of the line that a text starts. */
function escapeStart(text) {
    return text.replace(/^(\d*)([-+.)=])/, '$1\\$2');
}
/** Returns a text on one line, without control characters and without characters that change the direction of text. */
function oneLine(text) {
    return withoutControls(text).trim();
}
/** Returns a text on one line like {@link oneLine}, with the spaces around it. */
function withoutControls(text) {
    return text.replace(/[\p{Cc}\p{Zl}\p{Zp}\u061C\u200E\u200F\u202A-\u202E\u2066-\u2069]+/gu, ' ');
}

// EXTERNAL MODULE: ./build/engine/class-rows.js
var class_rows = __nccwpck_require__(249);
// EXTERNAL MODULE: ./build/engine/rows/row-origin.js
var row_origin = __nccwpck_require__(2496);
// EXTERNAL MODULE: ./build/engine/rows/values.js + 5 modules
var rows_values = __nccwpck_require__(5629);
;// CONCATENATED MODULE: ./build/engine/confident-learning.js



/** Suspects that are listed. */
const MOST_SUSPECTS = 10_000;
/** By how much a probability may be below its class's threshold, as in cleanlab. */
const TOLERANCE = 1e-6;
const CONFIRMED = (0,row_origin/* originCode */.G)('confirmed');
/**
 * Finds rows whose label is probably wrong by confident learning (Northcutt, Jiang and Chuang 2021, Confident Learning:
 * Estimating Uncertainty in Dataset Labels, https://doi.org/10.1613/jair.1.12125), as `find_label_issues(…,
 * filter_by="confident_learning")` of cleanlab does. The threshold of a class is the mean probability of the class over the
 * rows that have it as their label. Of the classes whose probability reaches their threshold, the most probable one of the
 * row is its likely class. A row is suspect if its likely class is not its label, nor its label the most probable class.
 *
 * @param rows rows without probabilities are left out
 * @param leftOut places in train of rows that are not published; null for none
 * @throws SpillError
 */
function findSuspects(rows, leftOut, most = MOST_SUSPECTS) {
    const thresholds = thresholdsOf(rows, leftOut);
    const worst = new Worst(most);
    let count = 0;
    forEachConfidence(rows, leftOut, (confidence, label, { row, place }) => {
        const suggested = likelyClass(confidence, thresholds);
        if (suggested === null || suggested === label || mostProbable(confidence) === label)
            return;
        count++;
        worst.add({
            place,
            source: row.origin === CONFIRMED ? 'confirmed' : 'corrections',
            label,
            suggested,
            selfConfidence: confidence[label],
        });
    });
    return { count, listed: worst.finish() };
}
/** Returns by class id the mean probability of the class over the rows with that label; infinite for a class without rows. */
function thresholdsOf(rows, leftOut) {
    const classes = rows.shape.classNames.length;
    const sums = new Float64Array(classes);
    const counts = new Float64Array(classes);
    forEachConfidence(rows, leftOut, (confidence, label) => {
        sums[label] += confidence[label];
        counts[label]++;
    });
    return sums.map((sum, classId) => counts[classId] === 0 ? Number.POSITIVE_INFINITY : sum / counts[classId]);
}
/**
 * Returns the most probable class if several reach their thresholds, the one that does if it is one, and null if there is
 * none. The most probable class of all counts in the first case, even if it does not reach its own threshold, as in cleanlab.
 */
function likelyClass(confidence, thresholds) {
    let only = null;
    for (let classId = 0; classId < confidence.length; classId++) {
        if (confidence[classId] < thresholds[classId] - TOLERANCE)
            continue;
        if (only !== null)
            return mostProbable(confidence);
        only = classId;
    }
    return only;
}
/** Returns the first of the most probable classes. */
function mostProbable(confidence) {
    let best = 0;
    for (let classId = 1; classId < confidence.length; classId++)
        if (confidence[classId] > confidence[best])
            best = classId;
    return best;
}
function forEachConfidence(rows, leftOut, visit) {
    const confidence = new Float32Array(rows.shape.classNames.length);
    for (const split of model_rows/* SPLIT_NAMES */.gP) {
        rows.forEach(split, (row, place) => {
            if (split === 'train' && leftOut?.has(place))
                return;
            if (!row.copyConfidence(confidence))
                return;
            const label = row.values === null ? row.classId : (0,rows_values/* firstClassIdIn */.v5)(row.values);
            visit(confidence, label, { row, place: { split, place } });
        });
    }
}
/** Keeps the rows with the lowest self-confidence, in memory that does not depend on how many are added. */
class Worst {
    #most;
    #rows = [];
    constructor(most) {
        this.#most = most;
    }
    add(row) {
        this.#rows.push(row);
        if (this.#rows.length >= 2 * this.#most)
            this.#cut();
    }
    finish() {
        this.#cut();
        return this.#rows;
    }
    /** The sort is stable, so that of equal ones the first of the dataset stay. */
    #cut() {
        this.#rows = this.#rows.sort((a, b) => a.selfConfidence - b.selfConfidence).slice(0, this.#most);
    }
}

// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __nccwpck_require__(7598);
;// CONCATENATED MODULE: ./build/engine/content-hash.js

const BUFFER_BYTES = 1 << 16;
const ROW_HEADER_BYTES = 8;
/**
 * Hashes the content of a version, without when or how it was made: for each split its name, a newline, and the number
 * of rows (uint32), then for each row its class id (uint32), the text's length in bytes (uint32) and the text; integers
 * little-endian. If a row holds more than a text and a class, the length of its packed values (uint32) and these values
 * replace the class id. Two datasets with the same hash and the same columns hold the same rows in the same order.
 */
class ContentHash {
    #hash = (0,external_node_crypto_.createHash)('sha256');
    #buffer = Buffer.allocUnsafe(BUFFER_BYTES);
    #filled = 0;
    /** Begins the next split, in the order of `SPLIT_NAMES`, of so many rows. */
    beginSplit(split, rows) {
        this.#makeRoom(split.length + 1 + 4);
        this.#filled += this.#buffer.write(`${split}\n`, this.#filled, 'latin1');
        this.#filled = this.#buffer.writeUInt32LE(rows, this.#filled);
    }
    /** Adds the next row: its text without a view of it, which takes longest. @param values those of the row */
    addRow(row, values) {
        const length = row.byteLength;
        if (values === null) {
            this.#makeRoom(ROW_HEADER_BYTES + length);
            this.#filled = this.#buffer.writeUInt32LE(row.classId, this.#filled);
        }
        else {
            this.#addValues(values);
            this.#makeRoom(4 + length);
        }
        this.#filled = this.#buffer.writeUInt32LE(length, this.#filled);
        if (this.#filled + length <= BUFFER_BYTES) {
            row.copyText(this.#buffer, this.#filled);
            this.#filled += length;
        }
        else
            this.#addLong(row.text);
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
    #addValues(bytes) {
        this.#makeRoom(4 + bytes.length);
        this.#filled = this.#buffer.writeUInt32LE(bytes.length, this.#filled);
        if (this.#filled + bytes.length <= BUFFER_BYTES) {
            this.#buffer.set(bytes, this.#filled);
            this.#filled += bytes.length;
        }
        else
            this.#addLong(bytes);
    }
    #addLong(bytes) {
        this.#hash.update(this.#buffer.subarray(0, this.#filled)).update(bytes);
        this.#filled = 0;
    }
}

// EXTERNAL MODULE: ./build/engine/near-duplicates/bits.js
var bits = __nccwpck_require__(6747);
// EXTERNAL MODULE: ./build/engine/rows/text-store.js
var text_store = __nccwpck_require__(7398);
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
    /** Frees its memory. */
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


/** A number that no search has. */
const REMOVED = 0xffffffff;
/** No entry follows. */
const NONE = -1;
/** Largest number of sketches that a search compares, which limits its cost. */
const MOST_SKETCHES = 32;
/** Number of 24 bins that agree in most near-duplicates. In other texts, fewer agree. */
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
    /** Sketches that are compared last, the most similar first, and how many of their bins agree. */
    #putOff = new Int32Array(MOST_SKETCHES);
    #equal = new Uint8Array(MOST_SKETCHES);
    #putOffs = 0;
    /**
     * @param members the sketches it finds, in ascending order; its own from now on
     * @param size how many sketches there may be; by default none can be added
     */
    constructor(sketches, members, size) {
        const sketchesEnd = size ?? (members.length === 0 ? 0 : members[members.length - 1] + 1);
        this.#sketches = sketches;
        this.#members = members;
        this.#next = new Int32Array(BANDS * sketchesEnd);
        this.#seenBy = new Uint32Array(sketchesEnd);
        this.#makeTable(size ?? members.length);
    }
    /** Frees its memory. It cannot be searched afterwards. */
    close() {
        (0,text_store/* release */._r)(this.#filter, this.#heads, this.#next, this.#seenBy, this.#members);
    }
    /** Hides a sketch from later searches. */
    remove(sketch) {
        this.#seenBy[sketch] = REMOVED;
        this.#removed++;
    }
    /**
     * Passes on the sketches that are alike and have a band in common with the first of others, each once, until `visit`
     * returns true; sketches that are hardly near-duplicates come last.
     *
     * @returns false if there were more than a search compares
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
    /** A smaller table is searched faster. Together, all shrinking costs no more than making the table. */
    #shrink() {
        const members = this.#members.filter((sketch) => this.#seenBy[sketch] !== REMOVED);
        (0,text_store/* release */._r)(this.#members, this.#filter, this.#heads);
        this.#members = members;
        this.#removed = 0;
        this.#makeTable(members.length);
    }
    /** @param size sketches that the table has room for */
    #makeTable(size) {
        const slots = 2 ** Math.ceil(Math.log2(BANDS * size + 32));
        this.#filter = new Int32Array((slots * FILTER_BITS) / 32);
        this.#heads = new Int32Array(slots).fill(NONE);
        for (const sketch of this.#members)
            this.add(sketch);
    }
    /** Has later searches find a sketch, of which there is room for so many as the index was made for. */
    add(sketch) {
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
    /** True for a very similar sketch. A less similar one is compared later. */
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
    /** Frees its memory. */
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



/** Similarity from which two texts are near-duplicates. */
const NEAR_COPY = 0.8;
/**
 * Largest number of unsuccessful comparisons of a text, which limits its cost if many texts are almost near-duplicates.
 */
const MOST_IN_VAIN = 16;
/** The sketches and words of some texts, in which near-duplicates of other texts are searched. */
class CopyBlock {
    /** Number of its first text among those of all blocks. */
    start;
    /** Texts so far. */
    length = 0;
    #size;
    #sketches;
    #keptWords;
    #query;
    /** Called with the near-duplicates of the current text. */
    #onCopy = () => true;
    /** Number of unsuccessful comparisons of the current text. */
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
    /** Returns an index of its first texts. It depends only on their order. */
    indexOf(count) {
        const numbers = new Uint32Array(count);
        let members = 0;
        for (let number = 0; number < count; number++)
            if (this.#keptWords.sizeOf(number) > 0)
                numbers[members++] = number;
        return new BandIndex(this.#sketches, numbers.slice(0, members));
    }
    /** Returns an index without a text, which has room for all of its texts. */
    emptyIndex() {
        return new BandIndex(this.#sketches, new Uint32Array(), this.#size);
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
     * @returns true if all similar texts were compared, false if there are too many
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

// EXTERNAL MODULE: ./build/engine/split/mersenne-twister.js
var mersenne_twister = __nccwpck_require__(2088);
;// CONCATENATED MODULE: ./build/engine/near-duplicates/sketcher.js


/** Bins of a band, which must all agree for two texts to be compared. */
const BAND_BINS = 4;
const BINS = BAND_BINS * BANDS;
/**
 * Largest number of different words of a text for which four
 * fifths, rounded up, are all words: its near-duplicates have the same words.
 */
const MOST_WORDS_OF_SHORT = 3;
/** Value of a bin without a word: none is higher. */
const EMPTY = 0x7fffffff;
/** A bit for each bin. */
const ALL_BINS = 2 ** BINS - 1;
/**
 * Makes sketches of texts by MinHash (Broder, "On the resemblance and containment of documents", 1997): the share of
 * their 24 bins that agree is about that of the words two texts have in common. One hash of each word fills all bins
 * (Li, Owen and Zhang, "One permutation hashing", 2012), and an empty bin has the value of another one, chosen at
 * random but always the same way (Shrivastava, "Optimal densification for fast and accurate minwise hashing", 2017).
 * Texts with the same key of a band may be near-duplicates (Leskovec, Rajaraman and Ullman, "Mining of massive
 * datasets", chapter 3). A text of one to three different words has the sketch of all of them together, so that texts
 * with only some of them are not compared.
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
    const random = new mersenne_twister/* MersenneTwister */.M(0);
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
/** Largest number of words of a text that are read. Of a longer text, only the beginning is compared. */
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
    /** The current text, if its words were not read and are not kept; else null. */
    #unread = null;
    /** Takes a text, and its sketch if that was made before. @returns false for a text without a word, which is not searched for */
    find(text) {
        if (!text.copySketch(this.sketches.numbers))
            return this.read(text.text);
        this.#unread = text;
        this.#isSetFilled = false;
        return true;
    }
    /** Takes a text. @returns false for one without a word, which is not searched for */
    read(text) {
        this.#unread = null;
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
        if (this.#isSetFilled)
            return this.#set;
        if (this.#unread !== null)
            this.#wordsRead = this.#words.read(this.#unread.text);
        this.#set.fill(this.#words.hashes, 0, this.#wordsRead);
        this.#isSetFilled = true;
        return this.#set;
    }
}

;// CONCATENATED MODULE: ./build/engine/near-duplicates/label-review.js







/**
 * Why a row is worth another look: it is a confirmed row, and a near-duplicate was corrected to another label; or else it is
 * a row that has a near-duplicate with another label.
 */
const REVIEW_REASONS = ['near-duplicate-corrected', 'near-duplicate-label'];
const LIMITS = { texts: 3 << 17, words: 3 << 22, blocks: 4, pairs: 10_000 };
/** Order in which rows are compared: the smaller splits first. */
const ORDER = ['test', 'eval', 'train'];
const label_review_CONFIRMED = (0,row_origin/* originCode */.G)('confirmed');
const label_review_FNV_BASIS = 0x811c9dc5;
const label_review_FNV_PRIME = 0x01000193;
/** Returns true for a task whose rows have a label that is right or wrong. */
function canReviewLabels({ task }) {
    const { holds } = tasks/* TASKS */.n3[task];
    return holds !== null && holds !== 'number';
}
/**
 * Finds near-duplicates whose labels differ, in the same split too. The rows of test, eval and train are numbered through in
 * that order. A block of them is kept, and the block's rows and all rows after it are compared with it; then the next block
 * follows. The result depends only on the rows and their order, not on where they are stored.
 *
 * @param leftOut places in train of rows that are not published; null for none
 * @throws SpillError
 */
function reviewLabels(rows, leftOut, limits = {}) {
    const search = new LabelSearch(rows, leftOut, { ...LIMITS, ...limits });
    const { counts, pairs } = search;
    return { counts, pairs: REVIEW_REASONS.flatMap((reason) => pairs[reason]) };
}
/**
 * The texts of a block that have a near-duplicate in it. Each text is searched for once when it is read, among those before
 * it: most have none, and are not found in an index without them, which is fast. Only the others are searched for again.
 */
class AlikeTexts {
    #numbers;
    /** False once a text was not compared with all that are similar, so that any text may be its near-duplicate. */
    #isComplete = true;
    /** @param size texts of the block at most */
    constructor(size) {
        this.#numbers = new bits/* Bits */.t(size);
    }
    /** Searches for a text in an index of those before it. @param number of the text in the block */
    search(number, block, index, query) {
        if (!this.#isComplete)
            return;
        this.#isComplete = block.search(query, index, (copy) => {
            this.#numbers.add(copy);
            this.#numbers.add(number);
            return false;
        });
    }
    /** True unless a text has no near-duplicate in the block. */
    mayHave(number) {
        return !this.#isComplete || this.#numbers.has(number);
    }
}
class LabelSearch {
    counts = {
        'near-duplicate-corrected': 0,
        'near-duplicate-label': 0,
    };
    pairs = {
        'near-duplicate-corrected': [],
        'near-duplicate-label': [],
    };
    #rows;
    #leftOut;
    #limits;
    #query = new Query();
    /** Number of the first row of each split. */
    #starts;
    #end;
    #confirmed;
    /** Rows of clusters that are listed. */
    #listed;
    /** Near-duplicates of the current row. */
    #copies = [];
    constructor(rows, leftOut, limits) {
        const { test, eval: evaluation, train } = rows.sizes;
        this.#rows = rows;
        this.#leftOut = leftOut;
        this.#limits = limits;
        this.#starts = { test: 0, eval: test, train: test + evaluation };
        this.#end = test + evaluation + train;
        this.#confirmed = new bits/* Bits */.t(this.#end);
        this.#listed = new bits/* Bits */.t(this.#end);
        let start = 0;
        for (let block = 0; block < limits.blocks && start < this.#end; block++)
            start = this.#searchFrom(start);
    }
    /** Keeps a block of rows from this one on, and compares its rows and all after it. @returns the first row after it */
    #searchFrom(start) {
        const { texts, words } = this.#limits;
        const query = this.#query;
        const block = new CopyBlock(start, Math.min(this.#end - start, texts));
        const labels = new Int32Array(Math.min(this.#end - start, texts));
        const index = block.emptyIndex();
        const alike = new AlikeTexts(labels.length);
        this.#forEachFrom(start, (row, number, isLeft) => {
            if (number !== block.end || block.isFull(words))
                return;
            labels[number - start] = this.#labelOf(row);
            if (row.origin === label_review_CONFIRMED)
                this.#confirmed.add(number);
            const isRead = !isLeft && query.read(row.text);
            if (isRead)
                alike.search(number - start, block, index, query);
            block.add(isRead ? query : null);
            if (isRead)
                index.add(number - start);
        });
        const { end } = block;
        let current = 0;
        const onCopy = (copy) => {
            if (start + copy !== current)
                this.#copies.push(start + copy);
            return false;
        };
        const compare = (number, label) => {
            current = number;
            this.#copies = [];
            block.search(query, index, onCopy);
            this.#judge(number, (copy) => labels[copy - start] !== label);
        };
        for (let number = start; number < end; number++) {
            if (alike.mayHave(number - start) && !this.#listed.has(number) && block.take(number - start, query))
                compare(number, labels[number - start]);
        }
        this.#forEachFrom(end, (row, number, isLeft) => {
            if (isLeft || this.#listed.has(number) || !query.find(row))
                return;
            if (row.origin === label_review_CONFIRMED)
                this.#confirmed.add(number);
            compare(number, this.#labelOf(row));
        });
        index.close();
        block.close();
        return end;
    }
    /** Visits the rows from a number on. */
    #forEachFrom(start, visit) {
        for (const split of ORDER) {
            const first = this.#starts[split];
            if (first + this.#rows.sizes[split] <= start)
                continue;
            const leftOut = split === 'train' ? this.#leftOut : null;
            this.#rows.forEach(split, (row, place) => {
                if (first + place >= start)
                    visit(row, first + place, leftOut?.has(place) ?? false);
            });
        }
    }
    /** Lists the current row with a near-duplicate whose label differs, unless their cluster is listed. */
    #judge(number, differs) {
        const copies = this.#copies;
        if (copies.some((copy) => this.#listed.has(copy))) {
            this.#listed.add(number);
            return;
        }
        const isConfirmed = this.#confirmed.has(number);
        const others = copies.filter(differs).sort((a, b) => a - b);
        if (others.length === 0)
            return;
        const corrected = others.find((copy) => this.#confirmed.has(copy) !== isConfirmed);
        for (const listed of [number, ...copies])
            this.#listed.add(listed);
        if (corrected === undefined)
            this.#list('near-duplicate-label', number, others[0]);
        else if (isConfirmed)
            this.#list('near-duplicate-corrected', number, corrected);
        else
            this.#list('near-duplicate-corrected', corrected, number);
    }
    #list(reason, row, other) {
        this.counts[reason]++;
        if (this.pairs[reason].length === this.#limits.pairs)
            return;
        this.pairs[reason].push({
            reason,
            rows: [this.#placeOf(row), this.#placeOf(other)],
            sources: [this.#sourceOf(row), this.#sourceOf(other)],
        });
    }
    #placeOf(number) {
        const split = model_rows/* SPLIT_NAMES */.gP.find((name) => number >= this.#starts[name] && number < this.#starts[name] + this.#rows.sizes[name]);
        return { split, place: number - this.#starts[split] };
    }
    #sourceOf(number) {
        return this.#confirmed.has(number) ? 'confirmed' : 'corrections';
    }
    /** A number that is the same for the same label: its class id, or a hash (FNV-1a, 32 bits) of its packed bytes. */
    #labelOf({ classId, values }) {
        if (values === null)
            return classId;
        let hash = label_review_FNV_BASIS;
        for (const byte of (0,rows_values/* labelPartOf */.pK)(this.#rows.shape, values))
            hash = Math.imul(hash ^ byte, label_review_FNV_PRIME);
        return hash | 0;
    }
}

;// CONCATENATED MODULE: ./build/engine/near-duplicates/copy-search.js



const copy_search_LIMITS = { texts: 3 << 17, words: 3 << 22, blocks: 1 };
/** Memory of a block and its index, in bytes. */
const BLOCK_BYTES = 110e6;
/** Pairs that are kept to be shown. */
const MOST_EXAMPLES = 20;
/**
 * Searches rows of eval and test for near-duplicates of rows of other splits: those of eval and test are kept, some
 * blocks of them at a time, and all others are compared with each block, in the order of their ranks. So the result
 * does not depend on the order in which rows were read, nor on where they are stored.
 */
class CopySearch {
    trainTest = 0;
    trainEval = 0;
    evalTest = 0;
    /** Rows without a word, which are not judged. */
    tooShort = 0;
    /** Positions of the rows of train that have a near-duplicate in eval or test, if they are to be left out. */
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
        this.#limits = { ...copy_search_LIMITS, ...limits };
        this.copiesOfTrain = new bits/* Bits */.t(texts.sizes.train);
        this.#notCompared = { train: new bits/* Bits */.t(texts.sizes.train), eval: new bits/* Bits */.t(texts.sizes.eval) };
        const kept = texts.sizes.test + texts.sizes.eval;
        for (let start = 0; start < kept;)
            start = this.#searchFrom(start);
    }
    /** Some of the pairs that were found. */
    get examples() {
        return [...this.#examples.train, ...this.#examples.eval].flat().slice(0, MOST_EXAMPLES);
    }
    /** Rows of train or eval with more similar rows than were compared. */
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
        const keep = (row, number) => {
            if (number !== block.end)
                return;
            if (block.isFull(words)) {
                if (blocks.length === mostBlocks)
                    return;
                block = begin(number);
                blocks.push(block);
            }
            const isRead = this.#query.read(row.text);
            if (!isRead)
                this.tooShort++;
            block.add(isRead ? this.#query : null);
        };
        if (start < test)
            this.#texts.forEach('test', keep);
        this.#texts.forEach('eval', (row, place) => keep(row, test + place));
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
        this.#texts.forEach('train', (row, at) => {
            place = at;
            if (this.copiesOfTrain.has(at))
                return;
            if (!this.#query.find(row)) {
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
    /** Counts rows of test in the block that have a near-duplicate in eval. */
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
            this.#texts.forEach('eval', (row, at) => {
                if (at >= own && this.#query.find(row))
                    search(at);
            });
        }
        index.close();
    }
    /**
     * @returns a function that takes a row of the split and the number of the row in the block of which it is a
     * near-duplicate
     */
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
 * Finds rows of different splits whose texts are near-duplicates: at least four fifths of their different words are the
 * same, which is all of them if there are one to three. Candidates are found by sketches, and confirmed by comparing
 * all their words, in time linear in the texts as long as all blocks are in memory.
 *
 * @throws Error when train is left without rows
 */
function findNearDuplicates(texts, { dropNearDuplicates, searchBlocks = 1 }) {
    const search = new CopySearch(texts, dropNearDuplicates, { blocks: searchBlocks });
    const { trainTest, trainEval, evalTest, notCompared, tooShort, examples, copiesOfTrain: dropped } = search;
    if (dropped.count > 0 && dropped.count === texts.sizes.train)
        throw new Error(NOTHING_LEFT);
    const counts = { trainTest, trainEval, evalTest, notCompared, tooShort };
    return { found: { ...counts, dropped: dropped.count }, copies: { examples, dropped } };
}
const NOTHING_LEFT = 'Every row of train is a near-duplicate of a row of eval or test, so drop-near-duplicates: train leaves none. Set drop-near-duplicates: none, or collect texts that differ.';

;// CONCATENATED MODULE: ./build/engine/shard-plan.js
/** Shards stay below this many bytes of data, as `datasets` counts them (its `MAX_SHARD_SIZE`, 500 MB). */
const MAX_SHARD_BYTES = 500_000_000;
/** Small enough that the Hub's viewer, which reads whole row groups, shows a page of rows quickly. */
const ROW_GROUP_ROWS = 20_000;
const ROW_GROUP_BYTES = 32 << 20;
/** While a row group is written, each value of its lists takes some 30 bytes of memory. */
const ROW_GROUP_VALUES = 1_000_000;
/** Cuts the rows of a split into shards, and those into row groups; a larger single row is one of its own. */
class ShardPlan {
    /** How many rows each row group of each shard has. */
    shards = [[0]];
    #maxShardBytes;
    #mostGroupRows;
    #shardBytes = 0;
    #groupBytes = 0;
    #groupRows = 0;
    /**
     * @param maxShardBytes bytes of data, as `datasets` counts them
     * @param rowValues values of a list that every row has
     */
    constructor(maxShardBytes = MAX_SHARD_BYTES, rowValues = 1) {
        this.#maxShardBytes = maxShardBytes;
        this.#mostGroupRows = Math.min(ROW_GROUP_ROWS, Math.ceil(ROW_GROUP_VALUES / rowValues));
    }
    /** Places the next row. @param bytes those of its data, as `datasets` counts them */
    add(bytes) {
        if (this.#shardBytes > 0 && this.#shardBytes + bytes > this.#maxShardBytes) {
            this.shards.push([]);
            this.#shardBytes = 0;
            this.#beginGroup();
        }
        else if (this.#groupRows === this.#mostGroupRows ||
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

// EXTERNAL MODULE: ./build/engine/split/split-stable.js + 1 modules
var split_stable = __nccwpck_require__(9121);
// EXTERNAL MODULE: ./build/engine/split/too-few-rows.js
var too_few_rows = __nccwpck_require__(6955);
;// CONCATENATED MODULE: ./build/engine/prepare.js













/**
 * Summarises the rows of a dataset in one pass after the search for near-duplicates, unless that search is off.
 *
 * @param options.counts what happened to the rows that are not among these
 * @param options.classGroups groups of each class; null, or left out, where rows have none
 * @param options.drop receives the names of the rows of train that are left out as near-duplicates
 * @param options.keep receives the names of the others in the order of the data files; left out where nobody needs them
 * @param options.maxShardBytes bound of a data file, in bytes as `datasets` counts them
 * @throws Error when there are too few rows to split, or none is left in train; SpillError
 */
function prepareRows(rows, how, options) {
    checkSizes(rows);
    const { shape, sizes } = rows;
    const { counts, classGroups = null, drop, keep, maxShardBytes } = options;
    const search = how.nearDuplicates === 'none' ? null : findNearDuplicates(rows, how);
    const dropCount = search?.found.dropped ?? 0;
    const leftOut = search !== null && dropCount > 0 ? search.copies.dropped : null;
    const examples = search?.copies.examples ?? [];
    const isReviewed = how.review === true && search !== null && canReviewLabels(shape);
    const review = isReviewed ? reviewLabels(rows, leftOut) : null;
    const suspects = (counts.confidence?.rows ?? 0) > 0 ? findSuspects(rows, leftOut) : null;
    const suspectPlaces = suspects?.listed.map(({ place }) => ({ rows: [place] })) ?? [];
    const names = namesOf([...examples, ...(review?.pairs ?? []), ...suspectPlaces]);
    const nameOf = ({ split, place }) => names[split].get(place);
    const hash = new ContentHash();
    const classes = ofSplits(() => new class_rows/* ClassCounter */.$9(shape));
    const hotValues = (0,model_shape/* multiHotColumn */.bE)(shape) === null ? 0 : shape.classNames.length;
    const plans = ofSplits(() => new ShardPlan(maxShardBytes, Math.max(1, hotValues)));
    const moved = how.earlierSplit === undefined ? null : new split_stable/* MovedRows */.Pz(shape, how.earlierSplit);
    const splitSizes = { ...sizes, train: sizes.train - dropCount };
    const splitBytes = { train: 0, eval: 0, test: 0 };
    const more = bytesBesideParts(shape) + 4 * hotValues;
    const bytesOf = (0,tasks/* hasSpans */.Gw)(shape.task) ? bytesOfTokens : ({ length }) => length;
    for (const split of model_rows/* SPLIT_NAMES */.gP) {
        const dropped = split === 'train' ? leftOut : null;
        const wanted = names[split].size > 0 ? names[split] : null;
        const counter = classes[split];
        const plan = plans[split];
        hash.beginSplit(split, splitSizes[split]);
        rows.forEach(split, (row, place) => {
            if (wanted?.has(place))
                wanted.set(place, row.name);
            if (dropped?.has(place)) {
                drop(row.name);
                return;
            }
            keep?.(row.name, split);
            const values = row.values === null ? null : (0,rows_values/* withoutChoice */.ID)(shape, row.values);
            hash.addRow(row, values);
            counter.add(row.classId, values);
            moved?.add(split, row.text);
            const bytes = row.byteLength + (values === null ? 0 : bytesOf(values, row.byteLength)) + more;
            splitBytes[split] += bytes;
            plan.add(bytes);
        });
    }
    const classBalance = balanceOf(shape, classes);
    return {
        dataset: {
            shape,
            numSamples: splitSizes.train + splitSizes.eval + splitSizes.test,
            splitSizes,
            splitBytes,
            classBalance,
            missingClasses: findMissingClasses(shape, classBalance, classGroups),
            classGroups,
            counts,
            nearDuplicates: search?.found ?? null,
            contentSha256: hash.digest(),
            movedRows: moved === null ? null : moved.count,
        },
        examples: examples.map(({ rows: [one, other], similarity }) => ({
            names: [nameOf(one), nameOf(other)],
            splits: [one.split, other.split],
            similarity,
        })),
        review: review === null && suspects === null
            ? null
            : {
                counts: {
                    ...review?.counts,
                    ...(suspects === null ? {} : { 'confident-learning': suspects.count }),
                },
                pairs: (review?.pairs ?? []).map(({ reason, rows: [one, other], sources }) => ({
                    reason,
                    names: [nameOf(one), nameOf(other)],
                    sources,
                })),
                suspects: (suspects?.listed ?? []).map((suspect) => ({
                    ...suspect,
                    name: nameOf(suspect.place),
                })),
            },
        plan: { shards: ofSplits((split) => plans[split].shards), leftOut },
    };
}
/** @throws Error when a split has no rows */
function checkSizes(ordered) {
    const { train, eval: evaluation, test } = ordered.sizes;
    if (train > 0 && evaluation > 0 && test > 0)
        return;
    const rows = train + evaluation + test;
    const { ranks, shape } = ordered;
    const { splitRole } = tasks/* TASKS */.n3[shape.task];
    const isGrouped = ranks < rows;
    const keys = splitRole === null
        ? `in ${counted(ranks, 'group')}`
        : `of ${counted(ranks, `${splitRole} or group`, `${splitRole}s or groups`)}`;
    const size = isGrouped ? `${rows} rows ${keys}` : `${rows} rows`;
    const more = splitRole === null ? 'groups' : `${splitRole}s`;
    const what = isGrouped
        ? `The rows of a ${splitRole ?? 'group'} stay in one split: collect reviews of more ${more}`
        : 'Collect more reviews';
    throw (0,too_few_rows/* tooFewRowsError */.E)(`${size} are too few: train, eval and test need at least one row each. ${what}, or choose other shares for split.`);
}
/** The places of some rows by their splits, for their names. */
function namesOf(pairs) {
    const names = ofSplits(() => new Map());
    for (const { rows } of pairs)
        for (const { split, place } of rows)
            names[split].set(place, undefined);
    return names;
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
 * Bytes `datasets` counts for the values of a text with spans: the text again, with an offset of 4 bytes and a tag of 8 for
 * each token; a span with a label of some letters as twice its packed bytes.
 */
function bytesOfTokens(values, textBytes) {
    return textBytes + 12 * (0,rows_values/* tokenCountIn */.Uy)(values) + 2 * values.length;
}
function balanceOf({ classNames }, classes) {
    return Object.fromEntries(classNames.map((name, classId) => [name, ofSplits((split) => classes[split].rows[classId])]));
}
/** Classes that have rows, but none in some splits. */
function findMissingClasses({ classNames }, classBalance, classGroups) {
    return Object.entries(classBalance).flatMap(([className, balance]) => {
        const splits = model_rows/* SPLIT_NAMES */.gP.filter((split) => balance[split] === 0);
        if (splits.length === 0 || splits.length === model_rows/* SPLIT_NAMES */.gP.length)
            return [];
        const groups = classGroups === null ? null : classGroups[classNames.indexOf(className)];
        return [{ className, splits, rows: (0,model_rows/* rowsOfClass */.LU)(classBalance, className), groups }];
    });
}
function ofSplits(make) {
    return { train: make('train'), eval: make('eval'), test: make('test') };
}


/***/ }),

/***/ 5297:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   S: () => (/* binding */ MemoryEntries),
/* harmony export */   q: () => (/* binding */ joinByRank)
/* harmony export */ });
/* harmony import */ var _rows_text_store_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(7398);
/* harmony import */ var _split_split_stable_js__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(9121);


/** Entries in memory: one bucket. */
class MemoryEntries {
    buckets = 1;
    length = 0;
    rankHigh = new Uint32Array(1024);
    rankLow = new Uint32Array(1024);
    split = new Uint8Array(1024);
    value = new Uint32Array(1024);
    mark = new Uint32Array(1024);
    add({ rankHigh, rankLow, split, value, mark }) {
        if (this.length === this.rankHigh.length)
            this.#enlarge();
        this.rankHigh[this.length] = rankHigh;
        this.rankLow[this.length] = rankLow;
        this.split[this.length] = split;
        this.value[this.length] = value;
        this.mark[this.length++] = mark;
    }
    bucket() {
        return this;
    }
    clear() {
        this.length = 0;
    }
    close() {
        this.length = 0;
        (0,_rows_text_store_js__WEBPACK_IMPORTED_MODULE_0__/* .release */ ._r)(this.rankHigh, this.rankLow, this.split, this.value, this.mark);
    }
    #enlarge() {
        this.rankHigh = (0,_rows_text_store_js__WEBPACK_IMPORTED_MODULE_0__/* .enlarged */ .vo)(this.rankHigh);
        this.rankLow = (0,_rows_text_store_js__WEBPACK_IMPORTED_MODULE_0__/* .enlarged */ .vo)(this.rankLow);
        this.split = (0,_rows_text_store_js__WEBPACK_IMPORTED_MODULE_0__/* .enlarged */ .vo)(this.split);
        this.value = (0,_rows_text_store_js__WEBPACK_IMPORTED_MODULE_0__/* .enlarged */ .vo)(this.value);
        this.mark = (0,_rows_text_store_js__WEBPACK_IMPORTED_MODULE_0__/* .enlarged */ .vo)(this.mark);
    }
}
/** Visits the entries of two stores of one kind in the order of their ranks, those with the same rank together. */
function joinByRank(current, earlier, visitor) {
    for (let number = 0; number < current.buckets; number++) {
        joinBuckets(current.bucket(number), earlier.bucket(number), visitor);
    }
}
function joinBuckets(current, earlier, visitor) {
    const [ours, theirs] = [byRank(current), byRank(earlier)];
    let [row, other] = [0, 0];
    while (row < ours.length || other < theirs.length) {
        const order = compare(current, ours[row], earlier, theirs[other]);
        if (order > 0)
            visitor.earlier(earlier, theirs[other]);
        else if (order === 0)
            visitor.both(current, ours[row], earlier, theirs[other]);
        if (order <= 0)
            row++;
        if (order >= 0)
            other++;
    }
}
/** Compares two ranks; the position of none is undefined, and after all others. */
function compare(a, row, b, other) {
    if (row === undefined)
        return 1;
    if (other === undefined)
        return -1;
    return a.rankHigh[row] - b.rankHigh[other] || a.rankLow[row] - b.rankLow[other];
}
const NO_TEXT = new Uint8Array();
function byRank({ length, rankHigh, rankLow }) {
    return (0,_split_split_stable_js__WEBPACK_IMPORTED_MODULE_1__/* .rowsByRank */ .XU)({ length, rankHigh, rankLow, textAt: () => NO_TEXT });
}


/***/ }),

/***/ 5020:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   I: () => (/* binding */ NO_PLACE),
/* harmony export */   X: () => (/* binding */ MemoryMatches)
/* harmony export */ });
/** Place of what no row has. */
const NO_PLACE = 0xffffffff;
/** Matches in memory. */
class MemoryMatches {
    length = 0;
    rankHigh;
    rankLow;
    split;
    value;
    mark;
    place;
    now;
    /** @param most how many there can be */
    constructor(most) {
        this.rankHigh = new Uint32Array(most);
        this.rankLow = new Uint32Array(most);
        this.split = new Uint8Array(most);
        this.value = new Uint32Array(most);
        this.mark = new Uint32Array(most);
        this.place = new Uint32Array(most);
        this.now = new Uint32Array(most);
    }
    add({ rankHigh, rankLow, split, value, mark }, row, place, now) {
        const at = this.length++;
        this.rankHigh[at] = rankHigh[row];
        this.rankLow[at] = rankLow[row];
        this.split[at] = split[row];
        this.value[at] = value[row];
        this.mark[at] = mark[row];
        this.place[at] = place;
        this.now[at] = now;
    }
    end() { }
    forEach(visit) {
        for (let row = 0; row < this.length; row++)
            visit(this, row);
    }
}


/***/ }),

/***/ 8205:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {


// EXPORTS
__nccwpck_require__.d(__webpack_exports__, {
  b: () => (/* binding */ leaveOutMoved),
  C: () => (/* binding */ writeRowIndex)
});

// EXTERNAL MODULE: ./build/model/rows.js
var model_rows = __nccwpck_require__(6141);
// EXTERNAL MODULE: ./build/model/tasks.js
var tasks = __nccwpck_require__(6412);
// EXTERNAL MODULE: ./build/engine/near-duplicates/bits.js
var bits = __nccwpck_require__(6747);
;// CONCATENATED MODULE: ./build/engine/remaining-rows.js

/** Rows without some of them: places are counted anew. */
class RemainingRows {
    shape;
    sizes;
    #all;
    #without;
    /** @param without places of the rows that do not remain */
    constructor(all, without) {
        const left = (split) => all.sizes[split] - without[split].count;
        this.shape = all.shape;
        this.sizes = { train: left('train'), eval: left('eval'), test: left('test') };
        this.#all = all;
        this.#without = without;
    }
    /** Counted when it is asked for, because rows in memory take long to count. */
    get ranks() {
        return this.#all.ranks;
    }
    forEach(split, visit) {
        const without = this.#without[split];
        let place = 0;
        this.#all.forEach(split, (row, before) => {
            if (!without.has(before))
                visit(row, place++);
        });
    }
    groups(split, sizes, leftOut) {
        return this.#all.groups(split, sizes, this.placesWithout(split, leftOut));
    }
    /** Returns the places, among all rows, of those that do not remain, or are left out. */
    placesWithout(split, leftOut) {
        const without = this.#without[split];
        if (leftOut === null)
            return without;
        const places = new bits/* Bits */.t(this.#all.sizes[split]);
        let place = 0;
        for (let before = 0; before < this.#all.sizes[split]; before++) {
            if (without.has(before) || leftOut.has(place++))
                places.add(before);
        }
        return places;
    }
}

// EXTERNAL MODULE: ./build/engine/rows/fnv-ranker.js
var fnv_ranker = __nccwpck_require__(9713);
// EXTERNAL MODULE: ./build/engine/rows/row-origin.js
var row_origin = __nccwpck_require__(2496);
// EXTERNAL MODULE: ./build/engine/rows/values.js + 5 modules
var rows_values = __nccwpck_require__(5629);
// EXTERNAL MODULE: ./build/engine/row-index/entries.js
var row_index_entries = __nccwpck_require__(5297);
// EXTERNAL MODULE: ./node_modules/hyparquet-writer/src/parquet-writer.js + 8 modules
var parquet_writer = __nccwpck_require__(2939);
// EXTERNAL MODULE: ./build/engine/bulk-columns.js
var bulk_columns = __nccwpck_require__(5141);
// EXTERNAL MODULE: ./node_modules/hyparquet-writer/src/bytewriter.js
var bytewriter = __nccwpck_require__(3732);
// EXTERNAL MODULE: ./node_modules/hyparquet-writer/src/encoding.js
var encoding = __nccwpck_require__(3096);
;// CONCATENATED MODULE: ./build/engine/dictionary-column.js



/** Number of a row without a text. */
const NO_TEXT = 255;
/**
 * A column of a few different texts, a row group at a time: a row takes a byte until its group is written. The dictionary page
 * has each text once, by its first row, and the data page has the number of each row's text. It is byte for byte what
 * `ParquetWriter` writes for `RLE_DICTIONARY` without statistics; the library asks for a hundred bytes of memory a row.
 *
 * Source: Apache Parquet format, Encodings.md, "Dictionary Encoding" and "Run Length Encoding / Bit-Packing Hybrid":
 * https://parquet.apache.org/docs/file-format/data-pages/encodings/
 */
class DictionaryColumn {
    #name;
    #isOptional;
    /** Number of each row's text. */
    #numbers;
    /** Rows of the group in hand. */
    #rows = 0;
    #texts = [];
    /**
     * @param name of the column
     * @param options.rows most rows of a group
     * @param options.isOptional true if a row may have no text
     */
    constructor(name, { rows, isOptional }) {
        this.#name = name;
        this.#isOptional = isOptional;
        this.#numbers = new Uint8Array(rows);
    }
    /**
     * Adds a row to the group.
     *
     * @param text null for none, in an optional column
     * @throws RangeError if the group has more than 255 different texts
     */
    add(text) {
        this.#numbers[this.#rows++] = text === null ? NO_TEXT : this.#numberOf(text);
    }
    #numberOf(text) {
        const number = this.#texts.indexOf(text);
        if (number >= 0)
            return number;
        if (this.#texts.length === NO_TEXT)
            throw new RangeError(`${this.#name} has too many different texts`);
        return this.#texts.push(text) - 1;
    }
    /** Writes the rows that were added, and begins the next group. */
    write({ writer }) {
        const rows = this.#numbers.subarray(0, this.#rows);
        const levels = new bytewriter/* ByteWriter */.U();
        if (this.#isOptional)
            (0,encoding/* writeRleBitPackedHybrid */.Y)(levels, rows.map((number) => (number === NO_TEXT ? 0 : 1)), 1);
        const numbers = rows.includes(NO_TEXT) ? rows.filter((number) => number !== NO_TEXT) : rows;
        const width = bitWidth(this.#texts.length);
        const page = new bytewriter/* ByteWriter */.U();
        page.appendUint8(width);
        (0,encoding/* writeRleBitPackedHybrid */.Y)(page, numbers, width);
        const start = writer.offset;
        const dictionaryBytes = (0,bulk_columns/* writeDictionaryPage */.Hy)(writer, this.#texts);
        const dataStart = writer.offset;
        const dataBytes = (0,bulk_columns/* writePage */.xv)(writer, {
            encoding: 'RLE_DICTIONARY',
            rows: rows.length,
            nulls: rows.length - numbers.length,
            levels: levels.getBytes(),
            values: page.getBytes(),
            isCompressed: true,
        });
        this.#rows = 0;
        this.#texts = [];
        return {
            chunk: {
                meta_data: {
                    type: 'BYTE_ARRAY',
                    encodings: ['PLAIN', 'RLE_DICTIONARY'],
                    path_in_schema: [this.#name],
                    codec: 'ZSTD',
                    num_values: BigInt(rows.length),
                    total_compressed_size: BigInt(writer.offset - start),
                    total_uncompressed_size: BigInt(dictionaryBytes + dataBytes),
                    data_page_offset: BigInt(dataStart),
                    dictionary_page_offset: BigInt(start),
                },
                file_offset: BigInt(start),
            },
        };
    }
}
/** Returns the bits that numbers below `count` take. */
function bitWidth(count) {
    return count < 2 ? 0 : 32 - Math.clz32(count - 1);
}

// EXTERNAL MODULE: ./build/engine/parquet-memory.js
var parquet_memory = __nccwpck_require__(6971);
// EXTERNAL MODULE: ./build/engine/row-index/schema.js
var schema = __nccwpck_require__(4210);
;// CONCATENATED MODULE: ./build/engine/row-index/index-writer.js






/** Rows that are written together. */
const GROUP_ROWS = 1 << 17;
const LEAST_GROUP_ROWS = 1 << 10;
/** Writes the lines of an index, a row group at a time. */
class IndexWriter {
    #sink;
    #parquet;
    /** Halves of each number, the lower one first. */
    #ranks;
    #values;
    #splits;
    #origins;
    #groupRows;
    /** Lines of the group that is being filled. */
    #length = 0;
    /** @param rows about how many lines there will be */
    constructor(sink, rows) {
        const size = Math.min(GROUP_ROWS, Math.max(LEAST_GROUP_ROWS, rows));
        this.#ranks = new Uint32Array(2 * size);
        this.#values = new Uint32Array(2 * size);
        this.#splits = new DictionaryColumn('split', { rows: size, isOptional: false });
        this.#origins = new DictionaryColumn('origin', { rows: size, isOptional: true });
        this.#groupRows = size;
        this.#sink = sink;
        this.#parquet = new parquet_writer/* ParquetWriter */.o({
            writer: sink.writer,
            schema: schema/* INDEX_SCHEMA */.v4,
            codec: 'ZSTD',
            compressors: { ZSTD: (0,parquet_memory/* createCompressor */._S)() },
            createdBy: 'prepare-dataset',
        });
    }
    add({ rankHigh, rankLow, split, value }, origin) {
        const at = 2 * this.#length++;
        this.#ranks[at] = rankLow;
        this.#ranks[at + 1] = rankHigh;
        this.#values[at] = value;
        this.#splits.add(model_rows/* SPLIT_NAMES */.gP[split]);
        this.#origins.add(origin);
        if (this.#length === this.#groupRows)
            this.#writeGroup();
    }
    end() {
        if (this.#length > 0)
            this.#writeGroup();
        this.#parquet.finish();
        return this.#sink.close();
    }
    #writeGroup() {
        const [parquet, length] = [this.#parquet, this.#length];
        const columns = [
            (0,bulk_columns/* writeNumberColumn */.fC)(parquet, 'rank', new Uint8Array(this.#ranks.buffer, 0, 8 * length), {
                isCompressed: false,
            }),
            (0,bulk_columns/* writeNumberColumn */.fC)(parquet, 'value', new Uint8Array(this.#values.buffer, 0, 8 * length), {
                isCompressed: true,
            }),
            this.#splits.write(parquet),
            this.#origins.write(parquet),
        ];
        (0,bulk_columns/* endRowGroup */.jR)(parquet, columns, length);
        this.#length = 0;
    }
}

// EXTERNAL MODULE: ./build/engine/row-index/matches.js
var row_index_matches = __nccwpck_require__(5020);
// EXTERNAL MODULE: ./build/engine/parquet-content.js
var parquet_content = __nccwpck_require__(5835);
;// CONCATENATED MODULE: ./build/engine/row-index/read-index.js



/**
 * Reads a row index, a row group in memory at a time.
 *
 * @param visit is handed an entry a line, marked {@link EARLIER} or 0, and its origin; the object is valid during the
 * call
 * @throws Error if it is not a row index
 */
async function readIndex(content, visit) {
    // Loaded when needed, because few runs read parquet.
    const { parquetMetadataAsync, parquetRead } = await __nccwpck_require__.e(/* import() */ 523).then(__nccwpck_require__.bind(__nccwpck_require__, 7523));
    const file = 'byteLength' in content ? content : await (0,parquet_content/* openContent */.Q)(content);
    const metadata = await parquetMetadataAsync(file);
    const names = metadata.schema.map(({ name, type }) => [name, type]);
    if (JSON.stringify(names.slice(1)) !==
        JSON.stringify(schema/* INDEX_SCHEMA */.v4.slice(1).map(({ name, type }) => [name, type])))
        throw new Error('its columns are others');
    const entry = { rankHigh: 0, rankLow: 0, split: 0, value: 0, mark: 0 };
    let start = 0;
    for (const { num_rows } of metadata.row_groups) {
        const length = Number(num_rows);
        const columns = { rank: [], split: [], value: [], origin: [] };
        await parquetRead({
            file,
            metadata,
            compressors: parquet_content/* COMPRESSORS */.v,
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
            entry.split = model_rows/* SPLIT_NAMES */.gP.indexOf(split.next());
            const from = origin.next();
            entry.mark = from === 'earlier' ? schema/* EARLIER */.P8 : 0;
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

;// CONCATENATED MODULE: ./build/engine/row-index/row-index.js












/** Pairs of classes that are kept of rows that got another. */
const MOST_PAIRS = 100;
/**
 * Writes the row index of a version: a line for each row in file order, then those of earlier versions that are
 * no longer in it, with the split they had, by ascending rank, as long as rows keep their splits.
 *
 * @param options.leftOut places in train of the rows that are not written; null for none
 * @param options.earlier index of the version before; null for none
 * @param options.matches what {@link leaveOutMoved} found in the ledger; null without one
 * @throws Error if the earlier index is malformed, or is the ledger without matches; SpillError
 */
async function writeRowIndex(rows, options) {
    const { earlier, matches, open, sink, leftOut } = options;
    const { train, eval: evaluation, test } = rows.sizes;
    const index = new IndexWriter(sink, train + evaluation + test);
    const content = earlier?.content ?? null;
    const current = content === null ? null : open('current');
    let written = 0;
    forEachEntry(rows, leftOut, (entry, origin) => {
        index.add(entry, row_origin/* ROW_ORIGINS */.x[origin]);
        current?.add(entry);
        written++;
    });
    if (earlier === null)
        return { file: index.end(), changes: null };
    const comparison = new Comparison(rows.shape, { isContinued: earlier.isContinued, index });
    if (content !== null)
        await compare(current, { content, open, comparison });
    else if (matches !== null)
        compareMatches(matches, { leftOut, comparison });
    else
        throw new Error('The rows were prepared without the index with which they are compared.');
    current?.close();
    const changes = comparison.end(written);
    return { file: index.end(), changes };
}
/** Compares the entries of the rows with an earlier index. */
async function compare(current, how) {
    const { content, open, comparison } = how;
    const earlier = open('earlier');
    await readIndex(content, (entry) => earlier.add(entry));
    (0,row_index_entries/* joinByRank */.q)(current, earlier, {
        earlier: (theirs, other) => comparison.leave(theirs, other),
        both: (ours, row, theirs, other) => comparison.keep(theirs, other, ours.value[row]),
    });
    earlier.close();
}
/** Compares the rows with the ledger, by their matches. */
function compareMatches({ store, unwrittenOf }, how) {
    const { leftOut, comparison } = how;
    const unwritten = leftOut === null ? null : unwrittenOf(leftOut);
    store.forEach((matches, row) => {
        const place = matches.place[row];
        const isLeft = model_rows/* SPLIT_NAMES */.gP[matches.split[row]] === 'train' && unwritten?.has(place) === true;
        if (place === row_index_matches/* NO_PLACE */.I || isLeft)
            comparison.leave(matches, row);
        else
            comparison.keep(matches, row, matches.now[row]);
    });
}
/** Counts how rows differ from those of the version before, and writes those that are no longer there. */
class Comparison {
    #kept = 0;
    #removed = 0;
    #relabelled = 0;
    #pairs;
    #isContinued;
    #index;
    constructor({ task }, { isContinued, index }) {
        this.#pairs = (0,tasks/* hasOneClass */.Rr)(task) ? new Map() : null;
        this.#isContinued = isContinued;
        this.#index = index;
    }
    /** Counts an entry of the earlier index whose row is not written. */
    leave(entries, row) {
        if (entries.mark[row] !== schema/* EARLIER */.P8)
            this.#removed++;
        if (this.#isContinued)
            this.#index.add(entryAt(entries, row), 'earlier');
    }
    /** Counts an entry of the earlier index whose row is written. @param now its value */
    keep({ mark, value }, row, now) {
        if (mark[row] === schema/* EARLIER */.P8)
            return;
        this.#kept++;
        const before = value[row];
        if (before === now)
            return;
        this.#relabelled++;
        const pair = before * CLASSES + now;
        this.#pairs?.set(pair, 1 + (this.#pairs.get(pair) ?? 0));
    }
    /** @param rows how many are written */
    end(rows) {
        const classes = Array.from(this.#pairs ?? [], ([pair, count]) => [
            Math.floor(pair / CLASSES),
            pair % CLASSES,
            count,
        ]);
        classes.sort(([a, b, count], [c, d, other]) => other - count || a - c || b - d);
        return {
            added: rows - this.#kept,
            removed: this.#removed,
            relabelled: this.#relabelled,
            classes: classes.slice(0, MOST_PAIRS),
        };
    }
}
/** More than there are classes. */
const CLASSES = 2 ** 20;
/**
 * Finds the rows whose texts an earlier version has in another split, in this version or before: a model that was trained on
 * them must not be tested on them.
 *
 * @returns the places of these rows by split, null when there is none; and the matches of the others
 * @throws Error when `earlier` is no index; SpillError
 */
async function findMoved(rows, earlier, { open, openMatches }) {
    const [current, before] = [open('current'), open('earlier')];
    forEachEntry(rows, null, (entry) => current.add(entry));
    let entries = 0;
    await readIndex(earlier, (entry) => {
        before.add(entry);
        entries++;
    });
    const { sizes } = rows;
    const moved = { train: new bits/* Bits */.t(sizes.train), eval: new bits/* Bits */.t(sizes.eval), test: new bits/* Bits */.t(sizes.test) };
    const store = openMatches(entries);
    (0,row_index_entries/* joinByRank */.q)(current, before, {
        both(ours, row, theirs, other) {
            const [split, place] = [ours.split[row], ours.mark[row]];
            const isMoved = split !== theirs.split[other];
            if (isMoved)
                moved[model_rows/* SPLIT_NAMES */.gP[split]].add(place);
            store.add(theirs, other, isMoved ? row_index_matches/* NO_PLACE */.I : place, ours.value[row]);
        },
        earlier: (theirs, other) => store.add(theirs, other, row_index_matches/* NO_PLACE */.I, 0),
    });
    store.end();
    current.close();
    before.close();
    return { places: model_rows/* SPLIT_NAMES */.gP.some((split) => moved[split].count > 0) ? moved : null, store };
}
/**
 * Leaves out the rows whose texts an earlier version has in another split.
 *
 * @param how.ledger index of the last version; left out where no row can move
 * @param how.drop is given the names of the rows that are left out
 * @throws Error when the ledger is no index; SpillError
 */
async function leaveOutMoved(rows, how) {
    if (how.ledger === undefined)
        return { rows, moved: 0, matches: null };
    const { places, store } = await findMoved(rows, how.ledger, how);
    if (places === null)
        return { rows, moved: 0, matches: { store, unwrittenOf: (leftOut) => leftOut } };
    let moved = 0;
    for (const split of model_rows/* SPLIT_NAMES */.gP) {
        if (places[split].count === 0)
            continue;
        moved += places[split].count;
        rows.forEach(split, (row, place) => places[split].has(place) && how.drop(row.name));
    }
    const remaining = new RemainingRows(rows, places);
    const unwrittenOf = (leftOut) => remaining.placesWithout('train', leftOut);
    return { rows: remaining, moved, matches: { store, unwrittenOf } };
}
/** Hands over an entry for each row, marked by its place; the object is valid during the call. */
function forEachEntry(rows, leftOut, visit) {
    const readValue = valueReader(rows.shape);
    const entry = new RowEntry();
    for (const [number, split] of model_rows/* SPLIT_NAMES */.gP.entries()) {
        entry.split = number;
        rows.forEach(split, (row, place) => {
            if (split === 'train' && leftOut?.has(place))
                return;
            entry.row = row;
            entry.value = readValue(row);
            entry.mark = place;
            visit(entry, row.origin);
        });
    }
}
/** The entry of the current row, with its rank: a number that is read and set again takes memory each time. */
class RowEntry {
    row = { rankHigh: 0, rankLow: 0 };
    split = 0;
    value = 0;
    mark = 0;
    get rankHigh() {
        return this.row.rankHigh;
    }
    get rankLow() {
        return this.row.rankLow;
    }
}
/**
 * Returns what reads the value of a row: its class, which answer was chosen, or 32 bits of a hash of what else the texts are
 * worth; 0 for nothing.
 */
function valueReader(shape) {
    const { task } = shape;
    if ((0,tasks/* hasOneClass */.Rr)(task))
        return ({ classId, values }) => (values === null ? classId : (0,rows_values/* firstClassIdIn */.v5)(values));
    if (tasks/* TASKS */.n3[task].hasChoice)
        return ({ values }) => values.at(-1);
    if (tasks/* TASKS */.n3[task].value === null)
        return () => 0;
    const hash = new fnv_ranker/* FnvRanker */.I();
    return ({ values }) => {
        hash.rank((0,rows_values/* labelPartOf */.pK)(shape, values));
        return hash.low;
    };
}
function entryAt({ rankHigh, rankLow, split, value }, row) {
    return { rankHigh: rankHigh[row], rankLow: rankLow[row], split: split[row], value: value[row] };
}


/***/ }),

/***/ 4210:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   P8: () => (/* binding */ EARLIER),
/* harmony export */   Z5: () => (/* binding */ LINE_BYTES),
/* harmony export */   v4: () => (/* binding */ INDEX_SCHEMA)
/* harmony export */ });
/* unused harmony export ROW_INDEX_PATH */
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

/***/ 7699:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* unused harmony exports withoutUrls, urlsIn */
/**
 * What a URL starts with, and the characters that may be in one: those of RFC 3986, and the letters of Latin, Greek and
 * Cyrillic words (müller.de, пример.рф), which spaces part from a URL. Text of other scripts may follow one at once.
 */
const URL_IN_TEXT = /(?:https?:\/\/|(?<![\w.@/-])www\.)(?=[\p{L}\p{N}[%])[\w\-.~:/?#[\]@!$&'()*+,;=%\p{Script=Latin}\p{Script=Greek}\p{Script=Cyrillic}\p{Script=Inherited}]+/giu;
/** Punctuation that ends a sentence rather than a URL. */
const ENDS = ".,;:!?'*";
const BRACKETS = new Map([
    [')', '('],
    [']', '['],
]);
/**
 * Returns a text without its URLs, in time linear in its length. Punctuation behind a URL stays, and so does a bracket that
 * none opens in it.
 */
function withoutUrls(text) {
    return text.replace(URL_IN_TEXT, (url) => url.slice(urlEnd(url)));
}
/** Yields where the URLs are that {@link withoutUrls} removes, in UTF-16 units. */
function* urlsIn(text) {
    for (const { index: start, 0: url } of text.matchAll(URL_IN_TEXT)) {
        yield { start, end: start + urlEnd(url) };
    }
}
/** Returns the length of a URL without the characters that only follow it. */
function urlEnd(url) {
    const surplus = new Map(Array.from(BRACKETS, ([close, open]) => [close, countOf(url, close) - countOf(url, open)]));
    let end = url.length;
    for (; end > 0; end--) {
        const last = url[end - 1];
        const unopened = surplus.get(last) ?? 0;
        if (unopened > 0)
            surplus.set(last, unopened - 1);
        else if (!ENDS.includes(last))
            break;
    }
    return end;
}
function countOf(text, character) {
    return text.split(character).length - 1;
}


/***/ }),

/***/ 3461:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {


// EXPORTS
__nccwpck_require__.d(__webpack_exports__, {
  Q: () => (/* binding */ TEXT_SEPARATOR)
});

// UNUSED EXPORTS: createCleaner

// EXTERNAL MODULE: ./build/engine/rows/whitespace.js
var whitespace = __nccwpck_require__(8192);
;// CONCATENATED MODULE: ./build/engine/rows/clean.js

const NEWLINE = 0x0a;
const SPACE = 0x20;
const LESS_THAN = 0x3c;
const GREATER_THAN = 0x3e;
const LOWER_H = 0x68;
const LOWER_W = 0x77;
/** First byte of three-byte characters, among them all of Devanagari, of which none is white space. */
const INDIC_LEAD = 0xe0;
/** Bytes that may start something to clean: white space, `<`, `h` and `w`. */
const SUSPECT = whitespace/* WHITE_LEAD */.dI.slice();
for (const byte of [LESS_THAN, LOWER_H, LOWER_W])
    SUSPECT[byte] = 1;
/**
 * Cleans texts as Python's `clean_text` of the service this action replaces does, on UTF-8 bytes and in time linear
 * in their length: URLs `https?://\S+|www\.\S+` and then tags `<.*?>` are removed, runs of white space become one
 * space, and white space at the ends is removed.
 */
class clean_TextCleaner {
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

// EXTERNAL MODULE: ./build/engine/rows/clean-urls.js
var clean_urls = __nccwpck_require__(7699);
;// CONCATENATED MODULE: ./build/engine/rows/cleaner.js



/** Separates the texts of an identity; white space to Python, so no cleaned text holds one. */
const TEXT_SEPARATOR = 0x1f;
const cleaner_SPACE = 0x20;
const AMPERSAND = 0x26;
const cleaner_LESS_THAN = 0x3c;
const URL_SIGN = /:\/\/|www\./i;
/**
 * Returns the cleaner for a list of steps.
 *
 * @param textOfHtml returns the text of HTML as a browser shows it; needed for the step `html`
 */
function createCleaner(cleaning, textOfHtml) {
    if (cleaning === 'python')
        return new TextCleaner();
    return cleaning === 'none' ? { clean: trimmed } : new StepCleaner(cleaning, textOfHtml);
}
/** Does some steps, each in time linear in the length of the text. */
class StepCleaner {
    /** Null without the step `html`. */
    #textOfHtml;
    #hasUrls;
    #hasWhitespace;
    constructor(steps, textOfHtml) {
        this.#textOfHtml = steps.includes('html') ? textOfHtml : null;
        this.#hasUrls = steps.includes('urls');
        this.#hasWhitespace = steps.includes('whitespace');
    }
    clean(text) {
        let cleaned = text;
        if (this.#textOfHtml !== null && (text.includes(cleaner_LESS_THAN) || text.includes(AMPERSAND)))
            cleaned = changed(cleaned, this.#textOfHtml);
        if (this.#hasUrls && URL_SIGN.test(textOf(cleaned, 'latin1')))
            cleaned = changed(cleaned, withoutUrls);
        return this.#hasWhitespace ? collapsed(cleaned) : trimmed(cleaned);
    }
}
function changed(text, change) {
    const before = textOf(text, 'utf8');
    const after = change(before);
    return after === before ? text : Buffer.from(after);
}
function textOf({ buffer, byteOffset, length }, encoding) {
    return Buffer.from(buffer, byteOffset, length).toString(encoding);
}
/** Returns a text with one space for each run of white space, and none at its ends. */
function collapsed(text) {
    const start = firstSurplusWhitespace(text);
    if (start === text.length)
        return text;
    const copy = new Uint8Array(text);
    return copy.subarray(0, collapseWhitespace(copy, start, copy.length));
}
/** Returns a text without white space at its ends, with a space for each separator, which would look like the end of it. */
function trimmed(text) {
    const bare = trimWhitespace(text);
    if (bare.includes(TEXT_SEPARATOR))
        return bare.map((byte) => (byte === TEXT_SEPARATOR ? cleaner_SPACE : byte));
    return bare.length === text.length ? text : bare;
}


/***/ }),

/***/ 3953:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   Gr: () => (/* binding */ compareDropped),
/* harmony export */   Uu: () => (/* binding */ DROP_REASONS),
/* harmony export */   pc: () => (/* binding */ FirstDropped),
/* harmony export */   qm: () => (/* binding */ DroppedRows),
/* harmony export */   tN: () => (/* binding */ SOURCE_NAMES)
/* harmony export */ });
/* unused harmony export droppedLines */
/* harmony import */ var _row_ids_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(5622);
/* harmony import */ var _text_store_js__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(7398);


/** Reasons to drop a row, other than a duplicate of a row that is kept. */
const DROP_REASONS = [
    'no-text',
    'invalid-utf8',
    'empty',
    'unknown-class',
    'malformed',
    'conflict',
    'outvoted',
    'near-duplicate',
    'pii',
    'no-answer',
    'same-answers',
    'tool-calls',
    'not-text',
    'several-splits',
    'moved',
    'corrected',
    'kept-column',
];
/** Names of the sources for people. */
const SOURCE_NAMES = {
    corrections: 'reviewed',
    confirmed: 'confirmed',
};
const CHUNK_CHARACTERS = 1 << 16;
/**
 * The order in which dropped rows are listed, whatever the order they were read in: corrections first, then by their
 * ids, shorter ones first, so that numbers are in their order. @returns a number below, at or above 0
 */
function compareDropped(a, b) {
    if (a.source !== b.source)
        return a.source === 'corrections' ? -1 : 1;
    return (0,_row_ids_js__WEBPACK_IMPORTED_MODULE_0__/* .compareByLength */ .bp)(a.id, b.id) || DROP_REASONS.indexOf(a.reason) - DROP_REASONS.indexOf(b.reason);
}
/**
 * Every row as a line of JSON, `{"id":"7","source":"reviewed","reason":"empty"}`, in pieces of some 64 kB.
 *
 * @param rows in the order of {@link compareDropped}
 */
function* droppedLines(rows) {
    let text = '';
    for (const { id, source, reason } of rows) {
        text += `${JSON.stringify({ id: (0,_row_ids_js__WEBPACK_IMPORTED_MODULE_0__/* .shownId */ .fk)(id), source: SOURCE_NAMES[source], reason })}\n`;
        if (text.length < CHUNK_CHARACTERS)
            continue;
        yield Buffer.from(text);
        text = '';
    }
    if (text !== '')
        yield Buffer.from(text);
}
/** Ids of the first rows that were dropped for a reason, in the order of {@link compareDropped}; `most` at most. */
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
        const after = this.#rows.findLastIndex((other) => compareDropped(other, row) <= 0);
        if (after + 1 >= this.#most)
            return;
        this.#rows.splice(after + 1, 0, { ...row, id: row.id.slice() });
        if (this.#rows.length > this.#most)
            this.#rows.pop();
    }
    get ids() {
        return this.#rows.map(({ id }) => (0,_row_ids_js__WEBPACK_IMPORTED_MODULE_0__/* .shownId */ .fk)(id));
    }
}
/** The rows of a dataset that were dropped, and why: a few bytes each, as their ids are kept elsewhere. */
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
    /** @param serial the row's serial number, see `RowIds` */
    add(reason, serial) {
        if (this.#length === this.#serials.length) {
            this.#serials = (0,_text_store_js__WEBPACK_IMPORTED_MODULE_1__/* .enlarged */ .vo)(this.#serials);
            this.#reasons = (0,_text_store_js__WEBPACK_IMPORTED_MODULE_1__/* .enlarged */ .vo)(this.#reasons);
        }
        this.#serials[this.#length] = serial;
        this.#reasons[this.#length++] = DROP_REASONS.indexOf(reason);
    }
    /** How many rows that were dropped for a reason meet a condition. */
    countOf(reason, isMeant) {
        const number = DROP_REASONS.indexOf(reason);
        let count = 0;
        for (let entry = 0; entry < this.#length; entry++)
            if (this.#reasons[entry] === number && isMeant(this.#serials[entry]))
                count++;
        return count;
    }
    /** Hands over each in the order in which they were added, and its serial number; the bytes of its id are a view. */
    forEach(visit) {
        for (let entry = 0; entry < this.#length; entry++)
            visit(this.#at(entry), this.#serials[entry]);
    }
    /** Every row as {@link droppedLines}. */
    lines() {
        return droppedLines(this.#sorted());
    }
    /** Ids of the first rows dropped for a reason, as {@link FirstDropped}. */
    idsOf(reason, most) {
        const first = new FirstDropped(reason, most);
        for (let entry = 0; entry < this.#length; entry++)
            first.add(this.#at(entry));
        return first.ids;
    }
    *#sorted() {
        const order = Uint32Array.from({ length: this.#length }, (_, entry) => entry);
        order.sort((a, b) => compareDropped(this.#at(a), this.#at(b)));
        for (const entry of order)
            yield this.#at(entry);
    }
    #at(entry) {
        const serial = this.#serials[entry];
        const reason = DROP_REASONS[this.#reasons[entry]];
        return { source: this.#ids.sourceOf(serial), id: this.#ids.bytesOf(serial), reason };
    }
}


/***/ }),

/***/ 9713:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   I: () => (/* binding */ FnvRanker)
/* harmony export */ });
/** Finds equal values by FNV-1a, 32 bits (http://www.isthe.com/chongo/tech/comp/fnv/): they are compared all the same. */
class FnvRanker {
    high = 0;
    low = 0;
    rank(bytes) {
        let hash = 0x811c9dc5;
        for (let index = 0; index < bytes.length; index++) {
            hash = Math.imul(hash ^ bytes[index], 0x01000193);
        }
        this.low = hash >>> 0;
    }
}


/***/ }),

/***/ 9471:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {


// EXPORTS
__nccwpck_require__.d(__webpack_exports__, {
  b: () => (/* binding */ IdentityFolder)
});

// EXTERNAL MODULE: external "node:buffer"
var external_node_buffer_ = __nccwpck_require__(4573);
// EXTERNAL MODULE: ./build/model/tasks.js
var tasks = __nccwpck_require__(6412);
// EXTERNAL MODULE: ./build/text/json.js
var text_json = __nccwpck_require__(5666);
// EXTERNAL MODULE: ./build/engine/rows/cleaner.js + 1 modules
var cleaner = __nccwpck_require__(3461);
;// CONCATENATED MODULE: ./build/engine/rows/fold-text.js
/** Zero width space, word joiner, zero width no-break space and soft hyphen; joiners are not among them, as they carry meaning. */
const INVISIBLE = /[\u200B\u2060\uFEFF\u00AD]/g;
const LINE_BREAK = /\r\n?/g;
/** Returns a text in NFC, with LF for line breaks and without signs of no width. */
function foldText(text) {
    return text.replace(LINE_BREAK, '\n').replace(INVISIBLE, '').normalize();
}

// EXTERNAL MODULE: ./build/engine/rows/identity.js
var rows_identity = __nccwpck_require__(863);
;// CONCATENATED MODULE: ./build/engine/rows/fold.js






const SEPARATOR = String.fromCharCode(cleaner/* TEXT_SEPARATOR */.Q);
const CARRIAGE_RETURN = 0x0d;
/** A carriage return in JSON. */
const ESCAPED_RETURN = '\\r';
// White space as `whitespaceLength` has it.
const SPACE = '[\\t-\\r\\x1c-\\x20\\x85\\xa0\\u1680\\u2000-\\u200a\\u2028\\u2029\\u202f\\u205f\\u3000]';
const SPACES = new RegExp(`${SPACE}+`, 'g');
const OUTER_SPACES = new RegExp(`^${SPACE}+|${SPACE}+$`, 'g');
/**
 * Makes the form in which identities are compared: where texts are folded, in NFC, with LF for line breaks and without signs
 * of no width; and where one of two answers was chosen, with the answers in the order of their bytes.
 */
class IdentityFolder {
    /** Whether folding changed a text of the last identity. */
    hasChanged = false;
    /** Whether the second answer in the order of bytes was chosen. */
    isSecondChosen = false;
    /** Whether the answers have the same form. */
    hasSameAnswers = false;
    #texts;
    #areMessages;
    /** Whether each run of white space is one space. */
    #hasOneSpace;
    #isFolded;
    #hasChoice;
    constructor(shape) {
        this.#texts = shape.texts.length;
        this.#areMessages = shape.texts[0].type === 'messages';
        this.#hasOneSpace =
            shape.clean !== 'none' && (shape.clean === 'python' || shape.clean.includes('whitespace'));
        this.#isFolded = shape.isFolded;
        this.#hasChoice = tasks/* TASKS */.n3[shape.task].hasChoice;
    }
    /** Returns null where identities are compared as they are published. */
    static open(shape) {
        return shape.isFolded || tasks/* TASKS */.n3[shape.task].hasChoice ? new IdentityFolder(shape) : null;
    }
    /**
     * @param identity as `IdentityReader` makes it; its texts are all messages or none is
     * @returns the identity itself when it has that form already
     */
    fold(identity) {
        const folded = this.#isFolded ? this.#foldTexts(identity) : identity;
        this.hasChanged = folded !== identity;
        return this.#hasChoice ? this.#inOrder(folded) : folded;
    }
    #foldTexts(identity) {
        const bytes = Buffer.from(identity.buffer, identity.byteOffset, identity.length);
        if ((0,external_node_buffer_.isAscii)(bytes) && !bytes.includes(this.#areMessages ? ESCAPED_RETURN : CARRIAGE_RETURN))
            return identity;
        const text = bytes.toString();
        const texts = text.split(SEPARATOR);
        const folded = texts.map((each) => (this.#areMessages ? foldMessages(each) : this.#foldText(each)));
        const joined = folded.join(SEPARATOR);
        return joined === text ? identity : Buffer.from(joined);
    }
    #inOrder(identity) {
        const [prompt, chosen, rejected] = (0,rows_identity/* splitIdentity */.Lt)(identity, this.#texts);
        const order = Buffer.compare(chosen, rejected);
        this.hasSameAnswers = order === 0;
        this.isSecondChosen = order > 0;
        return order > 0 ? (0,rows_identity/* joinIdentity */.Ho)([prompt, rejected, chosen]) : identity;
    }
    #foldText(text) {
        const folded = foldText(text);
        // A removed character may have had white space on both sides.
        if (folded === text)
            return text;
        const trimmed = folded.replace(OUTER_SPACES, '');
        return this.#hasOneSpace ? trimmed.replace(SPACES, ' ') : trimmed;
    }
}
/** @param json a list of messages in the one spelling that `parseMessages` gives it */
function foldMessages(json) {
    const messages = (0,text_json/* parseJson */.qF)(Buffer.from(json));
    if (!Array.isArray(messages))
        return json;
    return JSON.stringify(messages.map((message) => (0,text_json/* isRecord */.u4)(message) ? { ...message, content: foldText(String(message.content)) } : message));
}


/***/ }),

/***/ 863:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   Ho: () => (/* binding */ joinIdentity),
/* harmony export */   Lt: () => (/* binding */ splitIdentity)
/* harmony export */ });
/* unused harmony export IdentityReader */
/* harmony import */ var node_buffer__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(4573);
/* harmony import */ var _model_tasks_js__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(6412);
/* harmony import */ var _cleaner_js__WEBPACK_IMPORTED_MODULE_2__ = __nccwpck_require__(3461);





/**
 * Makes the identity of rows: the cleaned text, of several texts each, joined by the unit separator, messages as JSON
 * of their roles and contents. Rows with the same identity are the same row.
 */
class IdentityReader {
    #cleaner;
    /** Cleans the content of a message; null where contents are kept as they are. */
    #cleanContent;
    #parts;
    #pii;
    #scratch = new Uint8Array(1 << 12);
    #isChanged = false;
    #source = new Uint8Array();
    /**
     * @param layout positions of the texts in a row
     * @param readers.pii looks for personal data in the texts; null to look for none
     * @param readers.textOfHtml needed where HTML is cleaned
     */
    constructor(shape, { texts: positions, jsonTexts = [] }, { pii = null, textOfHtml = null } = {}) {
        this.#pii = pii;
        this.#cleaner = createCleaner(shape.clean, textOfHtml);
        this.#cleanContent = shape.clean === 'none' ? null : (content) => this.#cleaned(content);
        const isAnswer = areAnswers(shape.task);
        this.#parts = shape.texts.map(({ type }, index) => ({
            position: positions[index],
            isMessages: type === 'messages',
            isJson: jsonTexts.includes(positions[index]),
            isAnswer: isAnswer[index],
        }));
    }
    /**
     * @param row fields as UTF-8 bytes, null for NULL
     * @returns the identity, valid until the next call, or why there is none
     */
    read(row) {
        this.#isChanged = false;
        this.#pii?.begin();
        if (this.#parts.length === 1)
            return this.#textOf(row, this.#parts[0]);
        let length = 0;
        /** Position of the previous answer, below 0 without one. */
        let [answerStart, answerEnd] = [-1, -1];
        for (const part of this.#parts) {
            const text = this.#textOf(row, part);
            if (typeof text === 'string')
                return text;
            while (length + 1 + text.length > this.#scratch.length)
                this.#growScratch();
            if (length > 0)
                this.#scratch[length++] = TEXT_SEPARATOR;
            this.#scratch.set(text, length);
            if (part.isAnswer) {
                const before = this.#scratch.subarray(answerStart, answerEnd);
                if (answerStart >= 0 && areSame(before, text, part))
                    return 'sameAnswers';
                [answerStart, answerEnd] = [length, length + text.length];
            }
            length += text.length;
        }
        return this.#scratch.subarray(0, length);
    }
    /** Whether cleaning changed a text of the row that was read last. */
    get isChanged() {
        return this.#isChanged;
    }
    /** The last text that was read, before it was cleaned: UTF-8 bytes. */
    get source() {
        return this.#source;
    }
    #textOf(row, { position, isMessages, isJson, isAnswer }) {
        const found = row[position];
        if (found === null)
            return 'nullMessage';
        if (!isUtf8(found))
            return 'invalidUtf8';
        const field = isJson ? textInJson(found) : found;
        if (typeof field === 'string')
            return field;
        if (isMessages)
            return parseMessages(field, { isAnswer, clean: this.#cleanContent, pii: this.#pii });
        this.#source = field;
        const text = this.#cleaner.clean(field);
        if (text !== field)
            this.#isChanged = true;
        if (text.length === 0)
            return 'empty';
        return this.#pii === null ? text : this.#pii.read(text);
    }
    #cleaned(content) {
        const bytes = Buffer.from(content);
        const text = this.#cleaner.clean(bytes);
        if (text === bytes)
            return content;
        this.#isChanged = true;
        return Buffer.from(text.buffer, text.byteOffset, text.length).toString();
    }
    #growScratch() {
        const larger = new Uint8Array(2 * this.#scratch.length);
        larger.set(this.#scratch);
        this.#scratch = larger;
    }
}
/** Returns the text of a value of JSON, or why it has none; a number is its digits. */
function textInJson(json) {
    const value = parseJson(json);
    if (value === null)
        return 'nullMessage';
    if (typeof value === 'object')
        return 'notText';
    if (typeof value !== 'string')
        return json;
    return value.isWellFormed() ? Buffer.from(value) : 'invalidUtf8';
}
/** Returns whether two answers are the same; texts are already trimmed. */
function areSame(one, other, { isMessages }) {
    return isMessages ? areSameMessages(one, other) : Buffer.compare(one, other) === 0;
}
/** The texts of an identity: views, not copies. */
function splitIdentity(identity, count) {
    const texts = [];
    let start = 0;
    for (let text = 1; text < count; text++) {
        const end = identity.indexOf(_cleaner_js__WEBPACK_IMPORTED_MODULE_2__/* .TEXT_SEPARATOR */ .Q, start);
        texts.push(identity.subarray(start, end));
        start = end + 1;
    }
    texts.push(identity.subarray(start));
    return texts;
}
/** The identity that texts make. */
function joinIdentity(texts) {
    return Buffer.concat(texts.flatMap((text, index) => (index === 0 ? [text] : [Uint8Array.of(_cleaner_js__WEBPACK_IMPORTED_MODULE_2__/* .TEXT_SEPARATOR */ .Q), text])));
}


/***/ }),

/***/ 5831:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* unused harmony exports UNKNOWN_CLASS, ClassLabeller */
/* harmony import */ var _whitespace_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(8192);

/** Class id of a name that is not a class. */
const UNKNOWN_CLASS = (/* unused pure expression or super */ null && (-1));
const MAX_NAMES = 100;
const MAX_NAME_LENGTH = 80;
/** Spellings, differing in the white space around a name, whose class is remembered. */
const MAX_SPELLINGS = 16;
/** Bytes of an unknown name that are decoded: enough for its first 80 characters. */
const MAX_DECODED_BYTES = 4 * MAX_NAME_LENGTH;
/** UTF-8 bytes of a name in NFD for one in NFC, at most. */
const MOST_BYTES_DECOMPOSED = 3;
/**
 * Gives class names their ids: the exact name, except for white space around it and, if requested, its Unicode form.
 */
class ClassLabeller {
    #spellings = [];
    #unknown = new Map();
    #idByName;
    #longestName;
    #isFolded;
    /**
     * @param classNames names in the order of their ids
     * @param options.isFolded true when names of the same NFC are the same
     */
    constructor(classNames, { isFolded }) {
        this.#isFolded = isFolded;
        const names = classNames.map((name) => this.#keyOf(name));
        this.#idByName = new Map(names.map((name, id) => [name, id]));
        const longest = Math.max(0, ...names.map((name) => Buffer.byteLength(name)));
        this.#longestName = isFolded ? MOST_BYTES_DECOMPOSED * longest : longest;
    }
    /**
     * @param name UTF-8 bytes as the database has them
     * @returns the class id, or {@link UNKNOWN_CLASS}, which is counted
     */
    classIdOf(name) {
        const id = this.find(name);
        return id === UNKNOWN_CLASS ? this.#countUnknown(trimmed(name)) : id;
    }
    /**
     * @param name UTF-8 bytes as the database has them
     * @returns the class id, or {@link UNKNOWN_CLASS}, which is not counted
     */
    find(name) {
        for (const { bytes, id } of this.#spellings) {
            if (equals(bytes, name))
                return id;
        }
        const bare = trimmed(name);
        const id = bare.length > this.#longestName ? undefined : this.#idByName.get(this.#keyOf(bare.toString()));
        if (id !== undefined && this.#spellings.length < MAX_SPELLINGS) {
            this.#spellings.push({ bytes: name.slice(), id });
        }
        return id ?? UNKNOWN_CLASS;
    }
    /** The unknown names and their rows, the most frequent first; names beyond the first 100 are counted as others. */
    unknownClasses() {
        return Array.from(this.#unknown, ([name, rows]) => ({ name, rows })).sort((a, b) => b.rows - a.rows);
    }
    #keyOf(name) {
        return this.#isFolded ? name.normalize() : name;
    }
    #countUnknown(name) {
        const shortened = Array.from(name.toString('utf8', 0, MAX_DECODED_BYTES))
            .slice(0, MAX_NAME_LENGTH)
            .join('');
        const isRemembered = this.#unknown.has(shortened) || this.#unknown.size < MAX_NAMES;
        const counted = isRemembered ? shortened : OTHER_NAMES;
        this.#unknown.set(counted, (this.#unknown.get(counted) ?? 0) + 1);
        return UNKNOWN_CLASS;
    }
}
const OTHER_NAMES = '(other names)';
function trimmed(name) {
    return trimWhitespace(Buffer.from(name.buffer, name.byteOffset, name.length));
}
/** Compares short names; a loop beats a call that leaves JavaScript. */
function equals(a, b) {
    if (a.length !== b.length)
        return false;
    for (let index = 0; index < a.length; index++)
        if (a[index] !== b[index])
            return false;
    return true;
}


/***/ }),

/***/ 1139:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   F: () => (/* binding */ TextRanker)
/* harmony export */ });
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(7598);

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

/***/ 5482:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   I3: () => (/* binding */ withMoved),
/* harmony export */   VZ: () => (/* binding */ rowCounts)
/* harmony export */ });
/* unused harmony exports futureOf, withoutZeros, foldedOf */
/** Returns the count of corrections in the future in the form of the report: missing if there is none. */
function futureOf(corrections) {
    return some({ futureCorrections: corrections });
}
/** Returns the counts that are not 0. */
function some(counts) {
    return Object.fromEntries(Object.entries(counts).filter(([, count]) => count > 0));
}
/** Counts rows whose text an earlier version has in another split. */
function withMoved(counts, moved) {
    return moved === 0 ? counts : { ...counts, dropped: { ...counts.dropped, moved } };
}
/** Reasons that are left out of the counts when no row was dropped for them: few tasks have them. */
const RARE = (/* unused pure expression or super */ null && (['noAnswer', 'sameAnswers', 'toolCalls', 'notText']));
/** Returns the rows dropped while reading without the rare reasons for which none was. */
function withoutZeros(problems) {
    const isTold = ([reason, rows]) => rows > 0 || !RARE.some((rare) => rare === reason);
    return Object.fromEntries(Object.entries(problems).filter(isTold));
}
/** Returns the count of rows that are compared in another form, as it is reported: left out when there is none. */
function foldedOf(rows) {
    return rows === 0 ? {} : { folded: rows };
}
/** Puts together what was counted while reading, and while deduplicating. */
function rowCounts({ fetched, problems, isCompared, unknownClassNames, newestCorrection, ...others }, left, agreement) {
    const { unknownClass, malformed, ...ofTexts } = problems;
    const { rows, conflictingTexts, conflictingIds, repeatedIds } = left;
    const all = fetched.corrections + fetched.confirmed;
    const cleaned = Object.values(ofTexts).reduce((rest, dropped) => rest - dropped, all);
    return {
        fetched,
        stages: {
            fetched: all,
            cleaned,
            labelled: cleaned - unknownClass - malformed,
            deduplicated: rows,
        },
        dropped: {
            ...problems,
            duplicate: left.duplicateRows,
            outvoted: left.outvotedRows,
            conflicting: left.conflictingRows,
            ...some({
                corrected: left.correctedRows,
                keptColumn: left.keptColumnRows,
                severalSplits: left.scatteredRows,
            }),
        },
        unknownClassNames,
        conflictingTexts,
        ...some({ conflictingIds, repeatedIds }),
        agreement: isCompared ? agreement : null,
        newestCorrection,
        ...others,
    };
}


/***/ }),

/***/ 5622:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   bp: () => (/* binding */ compareByLength),
/* harmony export */   fk: () => (/* binding */ shownId),
/* harmony export */   p1: () => (/* binding */ RowIds)
/* harmony export */ });
/* unused harmony exports keptId, KeptIds */
/* harmony import */ var _text_store_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(7398);

/** Characters of an id that are shown; a longer one is cut. */
const MOST_CHARACTERS = 80;
/** Bytes that hold one character more than is shown, by which a longer id is recognised. */
const MOST_BYTES = 4 * (MOST_CHARACTERS + 1);
const CHUNK_BYTES = 1 << 17;
/**
 * The order of byte strings in which shorter ones come first, so that numbers are in their order.
 *
 * @returns a number below, at or above 0
 */
function compareByLength(a, b) {
    return a.length - b.length || Buffer.compare(a, b);
}
/** What is kept of an id. */
function keptId(id) {
    return id.length > MOST_BYTES ? id.subarray(0, MOST_BYTES) : id;
}
/** Returns an id as it is shown; of a longer one, its first 80 characters and an ellipsis. @param id its first bytes */
function shownId(id) {
    const text = Buffer.from(id.buffer, id.byteOffset, id.length).toString();
    const characters = Array.from(text);
    return characters.length > MOST_CHARACTERS ? `${characters.slice(0, MOST_CHARACTERS).join('')}…` : text;
}
/** The ids of all rows that are read at once, by the order in which the rows were read: their serial numbers. */
class RowIds {
    /** Pieces of memory whose last byte stays free, so that an end identifies its piece. */
    #chunks = [new Uint8Array(CHUNK_BYTES)];
    /** Position of the end of each row's id, in bytes of all pieces; an id is in one piece. */
    #ends = new Uint32Array(1024);
    #end = 0;
    #length = 0;
    #corrections = 0;
    /**
     * Copies the id of the next row; all corrections come before the first confirmed row.
     *
     * @param id UTF-8 bytes, as good as empty for NULL
     * @returns the row's serial number, counted from 0
     */
    add(source, id) {
        if (source === 'corrections')
            this.#corrections++;
        if (this.#length === this.#ends.length)
            this.#ends = (0,_text_store_js__WEBPACK_IMPORTED_MODULE_0__/* .enlarged */ .vo)(this.#ends);
        if (id)
            this.#append(keptId(id));
        this.#ends[this.#length] = this.#end;
        return this.#length++;
    }
    /** Number of rows. */
    get length() {
        return this.#length;
    }
    /** Forgets all rows. */
    clear() {
        this.#chunks = this.#chunks.slice(0, 1);
        this.#end = 0;
        this.#length = 0;
        this.#corrections = 0;
    }
    /** Bytes of memory they take. */
    get bytes() {
        return this.#end + 4 * this.#length;
    }
    /** The id of a row; of a longer one its first 80 characters and an ellipsis. */
    of(serial) {
        return shownId(this.bytesOf(serial));
    }
    sourceOf(serial) {
        return serial < this.#corrections ? 'corrections' : 'confirmed';
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
    /** The bytes of an id, or the first bytes of a very long one: a view, not a copy. */
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
    /** Id and source of a row that is kept, by its number among these. */
    rowAt(row) {
        const serial = this.#serials[row];
        return { id: this.#ids.of(serial), source: this.#ids.sourceOf(serial) };
    }
    /** Its serial number, by which it can be dropped. */
    serialOf(row) {
        return this.#serials[row];
    }
}


/***/ }),

/***/ 2496:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   G: () => (/* binding */ originCode),
/* harmony export */   x: () => (/* binding */ ROW_ORIGINS)
/* harmony export */ });
/**
 * Where a row of a version comes from, in the order of the codes by which rows carry it: a correction of which nobody knows
 * what the model had predicted, a confirmed row, and a correction whose prediction was wrong or right. `null` stands for a row
 * of which none of this is known.
 */
const ROW_ORIGINS = ['unknown', 'confirmed', 'wrong', 'right', null];
/** Returns the code of an origin. */
function originCode(origin) {
    return ROW_ORIGINS.indexOf(origin);
}


/***/ }),

/***/ 7346:
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
        origin: 0,
        annotator: 0,
        time: 0,
        confidence: null,
    };
}


/***/ }),

/***/ 9422:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   B: () => (/* binding */ StoredRows)
/* harmony export */ });
/* harmony import */ var _text_store_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(7398);

/** Rows whose texts are kept in a store. */
class StoredRows {
    columns;
    length;
    classIds;
    valueNumbers;
    valueMemory;
    rankHigh;
    rankLow;
    textRanks;
    origins;
    #numbers;
    #reader;
    constructor(columns) {
        this.columns = columns;
        this.length = columns.numbers.length;
        this.classIds = columns.classIds;
        this.valueNumbers = columns.valueNumbers;
        this.valueMemory = columns.valueMemory;
        this.rankHigh = columns.rankHigh;
        this.rankLow = columns.rankLow;
        this.textRanks = columns.textRanks ?? columns;
        this.origins = columns.origins;
        this.#numbers = columns.numbers;
        this.#reader = new _text_store_js__WEBPACK_IMPORTED_MODULE_0__/* .TextReader */ .TX(columns.memory);
    }
    textAt(row) {
        return this.#reader.at(this.#numbers[row]);
    }
    copyText(row, target, position) {
        this.#reader.copyTo(this.#numbers[row], target, position);
    }
    copySketch(row, target) {
        const { sketches } = this.#reader;
        if (sketches === null)
            return false;
        const start = target.length * this.#numbers[row];
        if (start >= sketches.length || sketches[start] === 0)
            return false;
        for (let word = 0; word < target.length; word++)
            target[word] = sketches[start + word];
        return true;
    }
    /** Returns the model's probability of each class, a view; null where the row has none. */
    confidenceAt(row) {
        const { confidences } = this.columns;
        if (confidences === null)
            return null;
        const classes = confidences.length / this.length;
        const confidence = confidences.subarray(classes * row, classes * (row + 1));
        return Number.isNaN(confidence[0]) ? null : confidence;
    }
    copyConfidence(row, target) {
        const confidence = this.confidenceAt(row);
        if (confidence !== null)
            target.set(confidence);
        return confidence !== null;
    }
    byteLengthAt(row) {
        return this.#reader.byteLengthAt(this.#numbers[row]);
    }
}


/***/ }),

/***/ 5295:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   U: () => (/* binding */ TextIndex)
/* harmony export */ });
/* harmony import */ var _text_store_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(7398);

const FREE = 0;
/**
 * Numbers texts, the same text with the same number, and keeps each once, for all datasets together: most rows
 * are in several. Texts are found by an open-addressed table over their ranks, and compared by bytes where ranks
 * are equal.
 */
class TextIndex {
    #ranker;
    #store = new _text_store_js__WEBPACK_IMPORTED_MODULE_0__/* .TextStore */ .lJ();
    /** Number of a text plus 1, {@link FREE} where there is none. */
    #table = new Uint32Array(1 << 12);
    #rankHigh = new Uint32Array(1024);
    #rankLow = new Uint32Array(1024);
    constructor(ranker) {
        this.#ranker = ranker;
    }
    /** Number of a text, counted from 0; a text that is new is copied in. */
    numberOf(text) {
        this.#ranker.rank(text);
        const { high, low } = this.#ranker;
        const slot = this.#findSlot(high, low, text);
        if (this.#table[slot] !== FREE)
            return this.#table[slot] - 1;
        const number = this.#store.add(text, high);
        if (number === this.#rankHigh.length) {
            this.#rankHigh = (0,_text_store_js__WEBPACK_IMPORTED_MODULE_0__/* .enlarged */ .vo)(this.#rankHigh);
            this.#rankLow = (0,_text_store_js__WEBPACK_IMPORTED_MODULE_0__/* .enlarged */ .vo)(this.#rankLow);
        }
        this.#table[slot] = number + 1;
        this.#rankHigh[number] = high;
        this.#rankLow[number] = low;
        if (this.#store.length * 2 > this.#table.length)
            this.#growTable();
        return number;
    }
    /** Number of texts. */
    get length() {
        return this.#store.length;
    }
    /** A text's bytes: a view, not a copy. */
    at(number) {
        return this.#store.at(number);
    }
    /** Sketches of its first texts, see {@link TextMemory}. */
    get sketches() {
        return this.#store.sketches;
    }
    set sketches(sketches) {
        this.#store.sketches = sketches;
    }
    /** The texts so far, to be read by their numbers. */
    get memory() {
        return this.#store.memory;
    }
    /** Bytes of memory it takes. */
    get bytes() {
        return this.#store.bytes + 4 * this.#table.length + 8 * this.#store.length;
    }
    /** Forgets all texts, and uses their memory again. */
    clear() {
        this.#store.clear();
        this.#table.fill(FREE);
    }
    /** Forgets all texts, and gives their memory back. */
    empty() {
        this.#store.close();
        (0,_text_store_js__WEBPACK_IMPORTED_MODULE_0__/* .release */ ._r)(this.#table, this.#rankHigh, this.#rankLow);
        this.#table = new Uint32Array(1 << 12);
        this.#rankHigh = new Uint32Array(1024);
        this.#rankLow = new Uint32Array(1024);
    }
    /** Frees what finds texts; their memory stays. */
    close() {
        (0,_text_store_js__WEBPACK_IMPORTED_MODULE_0__/* .release */ ._r)(this.#table, this.#rankHigh, this.#rankLow);
    }
    /** Rank of a text, as two 32-bit halves. */
    rankOf(number) {
        return { high: this.#rankHigh[number], low: this.#rankLow[number] };
    }
    /** Ranks of texts, as two 32-bit halves. */
    ranksOf(numbers) {
        const rankHigh = new Uint32Array(numbers.length);
        const rankLow = new Uint32Array(numbers.length);
        for (let index = 0; index < numbers.length; index++) {
            rankHigh[index] = this.#rankHigh[numbers[index]];
            rankLow[index] = this.#rankLow[numbers[index]];
        }
        return { rankHigh, rankLow };
    }
    /** Slot of a text, or the free slot where it belongs. */
    #findSlot(high, low, text) {
        const mask = this.#table.length - 1;
        let slot = low & mask;
        while (this.#table[slot] !== FREE) {
            const number = this.#table[slot] - 1;
            if (this.#rankLow[number] === low &&
                this.#rankHigh[number] === high &&
                equals(this.#store.at(number), text)) {
                break;
            }
            slot = (slot + 1) & mask;
        }
        return slot;
    }
    #growTable() {
        const mask = 2 * this.#table.length - 1;
        const table = new Uint32Array(mask + 1);
        for (let number = 0; number < this.#store.length; number++) {
            let slot = this.#rankLow[number] & mask;
            while (table[slot] !== FREE)
                slot = (slot + 1) & mask;
            table[slot] = number + 1;
        }
        (0,_text_store_js__WEBPACK_IMPORTED_MODULE_0__/* .release */ ._r)(this.#table);
        this.#table = table;
    }
}
function equals(a, b) {
    return a.length === b.length && Buffer.compare(a, b) === 0;
}


/***/ }),

/***/ 7398:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   TX: () => (/* binding */ TextReader),
/* harmony export */   _r: () => (/* binding */ release),
/* harmony export */   lJ: () => (/* binding */ TextStore),
/* harmony export */   vo: () => (/* binding */ enlarged)
/* harmony export */ });
/** Bytes of the first pieces of memory, which all texts share. */
const SHARED_BYTES = 8 << 20;
/** Bytes of text from which on lanes are worth their pieces: fewer stay in the processor's cache anyway. */
const LANES_FROM = 16 << 20;
/**
 * Bytes of each later piece, which belongs to one lane. The length doubles after so many pieces, because the operating system
 * limits the pieces of memory of a process.
 */
const LANE_BYTES = 128 << 10;
const PIECES_OF_A_LENGTH = 2048;
/** Lanes of texts: with 1 M texts, one lane fits into the processor's cache. */
const LANES = 64;
/** What shifts the upper half of a rank to its lane. */
const LANE_SHIFT = 32 - Math.log2(LANES);
/** Stands for a lane that has no piece yet. */
const NONE = -1;
/** Words of a text's place: its chunk, its offset there, its length. */
const PLACE_WORDS = 3;
/** Reads texts by their numbers. */
class TextReader {
    /** See {@link TextMemory}. */
    sketches;
    chunks = [];
    places;
    constructor({ chunks, places, sketches }) {
        this.places = places;
        this.sketches = sketches;
        for (const [index, chunk] of chunks.entries())
            this.setChunk(index, chunk);
    }
    /** Its memory, for a reader in another thread. */
    get memory() {
        const { places, sketches } = this;
        return { chunks: this.chunks.map(({ bytes }) => bytes.buffer), places, sketches };
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
/**
 * Keeps many byte strings in pieces of memory, each string once. Texts of one lane are next to each other, so that a reader
 * that goes lane by lane seldom waits for memory.
 */
class TextStore extends TextReader {
    /** The piece that each lane fills, and what is free in it. */
    #filled = new Int32Array(LANES).fill(NONE);
    #free = new Uint32Array(LANES);
    /** Pieces in use; more may be there from before. */
    #taken = 0;
    #length = 0;
    #textBytes = 0;
    constructor() {
        super({ chunks: [], places: sharedWords(1024 * PLACE_WORDS), sketches: null });
    }
    /** Number of texts. */
    get length() {
        return this.#length;
    }
    /** Bytes of memory it takes; memory that holds no text yet takes none. */
    get bytes() {
        return this.#textBytes + 12 * this.#length + (this.sketches?.byteLength ?? 0);
    }
    /** Copies a text in. @param high upper half of its rank, whose upper bits are its lane @returns its number, counted from 0 */
    add(text, high = 0) {
        const lane = this.#textBytes < LANES_FROM ? 0 : high >>> LANE_SHIFT;
        if (text.length > this.#free[lane] || this.#filled[lane] === NONE)
            this.#takeChunk(lane, text.length);
        const place = this.#length * PLACE_WORDS;
        if (place === this.places.length)
            this.#growPlaces();
        const chunk = this.#filled[lane];
        const { bytes } = this.chunks[chunk];
        const offset = bytes.length - this.#free[lane];
        bytes.set(text, offset);
        this.#free[lane] -= text.length;
        this.#textBytes += text.length;
        this.places[place] = chunk;
        this.places[place + 1] = offset;
        this.places[place + 2] = text.length;
        return this.#length++;
    }
    /** Forgets all texts, and uses their memory again. */
    clear() {
        this.#length = 0;
        this.#textBytes = 0;
        this.#taken = 0;
        this.sketches = null;
        this.#filled.fill(NONE);
        this.#free.fill(0);
    }
    /** Forgets all texts, and gives their memory back. */
    close() {
        this.clear();
        this.chunks.length = 0;
        this.places = sharedWords(1024 * PLACE_WORDS);
    }
    /** Has a lane go on to a piece of memory with so much room. */
    #takeChunk(lane, bytes) {
        const chunk = this.#taken++;
        const ofLane = LANE_BYTES * 2 ** Math.floor(chunk / PIECES_OF_A_LENGTH);
        const usual = this.#textBytes < LANES_FROM ? SHARED_BYTES : ofLane;
        if (chunk >= this.chunks.length || this.chunks[chunk].bytes.length < bytes) {
            this.setChunk(chunk, new SharedArrayBuffer(Math.max(usual, bytes)));
        }
        this.#filled[lane] = chunk;
        this.#free[lane] = this.chunks[chunk].bytes.length;
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
/** Frees the memory of arrays at once, without a garbage collection. */
function release(...arrays) {
    for (const { buffer } of arrays)
        buffer.transfer(0);
}


/***/ }),

/***/ 5629:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {


// EXPORTS
__nccwpck_require__.d(__webpack_exports__, {
  tj: () => (/* binding */ ValueUnpacker),
  kk: () => (/* binding */ choicePartOf),
  F6: () => (/* binding */ classCountIn),
  xW: () => (/* binding */ classIdIn),
  v5: () => (/* binding */ firstClassIdIn),
  pK: () => (/* binding */ labelPartOf),
  Po: () => (/* binding */ numberIn),
  $H: () => (/* binding */ spansIn),
  Uy: () => (/* binding */ tokenCountIn),
  ID: () => (/* binding */ withoutChoice)
});

// UNUSED EXPORTS: createValueReader

// EXTERNAL MODULE: external "node:buffer"
var external_node_buffer_ = __nccwpck_require__(4573);
// EXTERNAL MODULE: ./build/model/shape.js
var shape = __nccwpck_require__(7079);
// EXTERNAL MODULE: ./build/model/tasks.js
var tasks = __nccwpck_require__(6412);
// EXTERNAL MODULE: ./build/text/json.js
var json = __nccwpck_require__(5666);
// EXTERNAL MODULE: ./build/engine/rows/label.js
var label = __nccwpck_require__(5831);
;// CONCATENATED MODULE: ./build/engine/rows/class-sets.js


/** Number of values that cannot be what their column holds. */
const class_sets_MALFORMED = (/* unused pure expression or super */ null && (-2));
/** Spellings whose classes are remembered, and their bytes. */
const MAX_SPELLINGS = 1024;
const MAX_SPELLING_BYTES = 1024;
/** Reads lists of class names as sets of classes. Most rows have one of a few lists, each of which is parsed once. */
class class_sets_ClassSetReader {
    #labeller;
    #dropsClasses;
    #spellings = new Map();
    #isShortened = false;
    /** @param rule what happens to a list with an unknown class */
    constructor(labeller, rule) {
        this.#labeller = labeller;
        this.#dropsClasses = rule === 'drop-class';
    }
    /** True if the list that was read last had an unknown class, without which its classes are kept. */
    get isShortened() {
        return this.#isShortened;
    }
    /**
     * @param list JSON array of class names, UTF-8 bytes; order and repetitions do not matter, and NULL is ignored,
     *   because a join without a match gives a list of NULL
     * @returns the class ids in ascending order, {@link UNKNOWN_CLASS} or {@link MALFORMED}
     */
    read(list) {
        this.#isShortened = false;
        if (list.length > MAX_SPELLING_BYTES)
            return this.#parse(list);
        const spelling = Buffer.from(list.buffer, list.byteOffset, list.length).toString('latin1');
        const known = this.#spellings.get(spelling);
        if (known !== undefined)
            return known;
        const ids = this.#parse(list);
        const isWhole = typeof ids !== 'number' && !this.#isShortened;
        if (isWhole && this.#spellings.size < MAX_SPELLINGS)
            this.#spellings.set(spelling, ids);
        return ids;
    }
    #parse(list) {
        const found = parseJson(list);
        if (!Array.isArray(found) || !found.every((name) => name === null || typeof name === 'string'))
            return class_sets_MALFORMED;
        const names = new Set(found.filter((name) => name !== null));
        const ids = new Set(Array.from(names, (name) => this.#labeller.classIdOf(Buffer.from(name))));
        const hasUnknown = ids.delete(UNKNOWN_CLASS);
        if (hasUnknown && !this.#dropsClasses)
            return UNKNOWN_CLASS;
        this.#isShortened = hasUnknown;
        return [...ids].sort((a, b) => a - b);
    }
}

// EXTERNAL MODULE: ./build/engine/rows/clean-urls.js
var clean_urls = __nccwpck_require__(7699);
;// CONCATENATED MODULE: ./build/engine/spans/map-offsets.js

// White space as `whitespaceLength` has it.
const SPACE = '\\t-\\r\\x1c-\\x20\\x85\\xa0\\u1680\\u2000-\\u200a\\u2028\\u2029\\u202f\\u205f\\u3000';
const SPACES = new RegExp(`[${SPACE}]+`, 'g');
const OUTER_SPACES = new RegExp(`^[${SPACE}]+|[${SPACE}]+$`, 'g');
/** URLs as `TextCleaner` removes them. */
const PYTHON_URLS = new RegExp(`(?:https?://|www\\.)[^${SPACE}]+`, 'g');
/** A tag, or what is left of the line after a `<` that none closes, so that the time is linear. */
const TAG = /<[^>\n]*>?/g;
/**
 * Returns where the parts of a text are once it is cleaned: what each step replaces, in its own input, in the order in which
 * the steps are done. The step `html` gives no places, so it is refused for tasks with spans.
 */
function map_offsets_editsOfCleaning(text, cleaning) {
    const steps = [];
    const isPython = cleaning === 'python';
    if (isPython)
        steps.push(matchesOf(PYTHON_URLS), matchesOf(TAG, (tag) => tag.endsWith('>')));
    else if (cleaning.includes('urls'))
        steps.push((input) => Array.from(urlsIn(input), removed));
    if (isPython || cleaning.includes('whitespace'))
        steps.push(surplusSpaces);
    else
        steps.push(matchesOf(OUTER_SPACES));
    const edits = [];
    let cleaned = text;
    for (const step of steps) {
        const own = step(cleaned);
        if (own.length === 0)
            continue;
        edits.push(own);
        cleaned = applied(cleaned, own);
    }
    return { text: cleaned, edits };
}
/** Returns where a range is once parts were replaced: it covers what replaces a part of it. */
function map_offsets_mapRange({ start, end }, edits) {
    let [first, last] = [start, end];
    let shift = 0;
    for (const edit of edits) {
        if (edit.start >= end)
            break;
        const after = edit.start + shift + edit.length;
        if (edit.end <= start)
            first = start + after - edit.end;
        else if (edit.start < start)
            first = edit.start + shift;
        else if (edit.start === start)
            first = start + shift;
        last = edit.end <= end ? end + after - edit.end : after;
        shift = after - edit.end;
    }
    return { start: first, end: last };
}
/** Returns whether one of the parts that are replaced is in a range, even in part. */
function map_offsets_isEdited({ start, end }, edits) {
    return edits.some((edit) => edit.start < end && start < edit.end);
}
function removed({ start, end }) {
    return { start, end, length: 0 };
}
function matchesOf(pattern, isMeant = (_match) => true) {
    return (input) => Array.from(input.matchAll(pattern)).flatMap(({ index: start, 0: match }) => isMeant(match) ? [removed({ start, end: start + match.length })] : []);
}
/** Each run of white space that is not one space between two words. */
function surplusSpaces(input) {
    return Array.from(input.matchAll(SPACES)).flatMap(({ index: start, 0: run }) => {
        const end = start + run.length;
        if (start === 0 || end === input.length)
            return [removed({ start, end })];
        return run === ' ' ? [] : [{ start, end, length: 1 }];
    });
}
function applied(text, edits) {
    const parts = [];
    let position = 0;
    for (const { start, end, length } of edits) {
        parts.push(text.slice(position, start), ' '.repeat(length));
        position = end;
    }
    return parts.join('') + text.slice(position);
}

// EXTERNAL MODULE: ./build/engine/spans/published-spans.js
var published_spans = __nccwpck_require__(395);
;// CONCATENATED MODULE: ./build/engine/spans/span-counts.js
/** Why a row with spans is dropped, other than for an unknown label. */
const SPAN_PROBLEMS = {
    notSpans: 'no list of start, end and label',
    reversed: 'an end before its start',
    empty: 'a span without text',
    outOfRange: 'a span beyond the end of the text',
    otherText: 'a span that covers another text than it names',
    unclearOffsets: 'offsets of which it is not known what they count',
    removed: 'a span in text that cleaning removes',
};
/** Returns counts of nothing, to be raised. */
function span_counts_emptySpanCounts() {
    const dropped = Object.fromEntries(Object.keys(SPAN_PROBLEMS).map((problem) => [problem, 0]));
    return { dropped: dropped, fitted: 0, redacted: 0, untagged: 0 };
}

// EXTERNAL MODULE: ./build/engine/spans/tokens.js + 1 modules
var tokens = __nccwpck_require__(3492);
;// CONCATENATED MODULE: ./build/engine/spans/span-reader.js








const UNITS = (/* unused pure expression or super */ null && (['code-points', 'utf-16']));
const ASTRAL = /[\u{10000}-\u{10ffff}]/u;
/**
 * Reads lists of spans, `[{"start": 0, "end": 4, "label": "PER"}]`, and follows each into the text as it is published, to the
 * borders of its tokens. A row with a span that cannot be read is dropped whole.
 */
class span_reader_SpanReader {
    #labeller;
    #cleaning;
    #units;
    #counts = emptySpanCounts();
    /** @param how.spanOffsets what offsets count; missing if the texts that spans cover are to show it */
    constructor(labeller, { clean, spanOffsets }) {
        this.#labeller = labeller;
        this.#cleaning = clean;
        this.#units = spanOffsets === undefined ? UNITS : [spanOffsets];
    }
    /** What happened to the spans of all rows so far. */
    get counts() {
        return this.#counts;
    }
    /**
     * @param field JSON, UTF-8 bytes
     * @returns the spans, {@link UNKNOWN_CLASS} or {@link MALFORMED}
     */
    read(field, text) {
        const marked = parseSpans(field);
        if (marked === null)
            return this.#drop('notSpans');
        const { source, published, redactions } = text;
        const tokens = tokensOf(textOf(published));
        if (marked.length === 0)
            return { tokens: tokens.length / 2, spans: [] };
        const ids = new Map([...new Set(marked.map(({ label }) => label))].map((label) => [
            label,
            this.#labeller.classIdOf(Buffer.from(label)),
        ]));
        if ([...ids.values()].includes(UNKNOWN_CLASS))
            return UNKNOWN_CLASS;
        const original = textOf(source);
        const ranges = findRanges(marked, original, this.#units);
        if (typeof ranges === 'string')
            return this.#drop(ranges);
        const cleaned = editsOfCleaning(original, this.#cleaning);
        const replaced = inUnits(redactions, cleaned.text);
        const found = [];
        let [widened, redacted] = [0, 0];
        for (const [index, range] of ranges.entries()) {
            const kept = mapThrough(range, cleaned.edits);
            if (kept === null)
                return this.#drop('removed');
            const last = mapRange(kept, replaced);
            const covered = coveredTokens(last, tokens);
            if (covered.first === covered.end)
                return this.#drop('empty');
            if (tokens[2 * covered.first] !== last.start || tokens[2 * covered.end - 1] !== last.end)
                widened++;
            if (isEdited(kept, replaced))
                redacted++;
            found.push({ ...covered, classId: ids.get(marked[index].label) });
        }
        const spans = withoutRepeated(found.sort(compareSpans));
        this.#counts.fitted += widened;
        this.#counts.redacted += redacted;
        this.#counts.untagged += spans.length - taggedSpans(spans).length;
        return { tokens: tokens.length / 2, spans };
    }
    #drop(problem) {
        this.#counts.dropped[problem]++;
        return MALFORMED;
    }
}
function parseSpans(field) {
    const spans = parseJson(field);
    return Array.isArray(spans) && spans.every(isSpan) ? spans : null;
}
function isSpan(value) {
    if (!isRecord(value))
        return false;
    const { start, end, label, text } = value;
    const isNamed = text === undefined || text === null || typeof text === 'string';
    return Number.isSafeInteger(start) && Number.isSafeInteger(end) && typeof label === 'string' && isNamed;
}
/**
 * Returns what spans cover in a text, in UTF-16 units, or why that is not known. Offsets count what makes all spans cover the
 * texts that they name.
 */
function findRanges(spans, text, units) {
    if (spans.some(({ start, end }) => start > end))
        return 'reversed';
    if (spans.some(({ start, end }) => start === end))
        return 'empty';
    const isPlain = !ASTRAL.test(text);
    const readings = (isPlain ? ['utf-16'] : units).map((unit) => rangesBy(unit, spans, text));
    const [fitting, other] = readings.filter((ranges) => typeof ranges !== 'string');
    if (fitting === undefined)
        return readings.find((problem) => problem === 'otherText') ?? 'outOfRange';
    const isClear = other === undefined ||
        fitting.every((range, index) => range.start === other[index].start && range.end === other[index].end);
    return isClear ? fitting : 'unclearOffsets';
}
function rangesBy(unit, spans, text) {
    const positions = unit === 'utf-16' ? null : positionsOfPoints(text);
    const ranges = spans.map(({ start, end }) => positions === null ? { start, end } : { start: positions[start], end: positions[end] });
    const isInside = ({ start, end }) => start >= 0 && end <= text.length;
    if (!ranges.every(isInside))
        return 'outOfRange';
    const isWhole = ({ start, end }) => text.slice(start, end).isWellFormed();
    const isNamed = ({ start, end }, index) => (spans[index].text ?? text.slice(start, end)) === text.slice(start, end);
    return ranges.every(isWhole) && ranges.every(isNamed) ? ranges : 'otherText';
}
/** Returns by code point its position in UTF-16 units, the end of the text included. */
function positionsOfPoints(text) {
    const positions = [];
    let position = 0;
    for (const character of text) {
        positions.push(position);
        position += character.length;
    }
    positions.push(position);
    return positions;
}
/** Returns where a range is after some steps; null if one leaves nothing of it. */
function mapThrough(range, steps) {
    let mapped = range;
    for (const edits of steps) {
        mapped = mapRange(mapped, edits);
        if (mapped.start === mapped.end)
            return null;
    }
    return mapped;
}
/** Returns parts of a text given in bytes of UTF-8, in UTF-16 units; what replaces them is ASCII. */
function inUnits(edits, text) {
    if (edits.length === 0)
        return [];
    const bytes = Buffer.from(text);
    const unitAt = (byte) => bytes.toString('utf8', 0, byte).length;
    return edits.map(({ start, end, length }) => ({ start: unitAt(start), end: unitAt(end), length }));
}
/** Returns the tokens that a range touches. @param tokens as `tokensOf` returns them */
function coveredTokens({ start, end }, tokens) {
    const first = firstTokenAfter(start, tokens);
    let after = first;
    while (2 * after < tokens.length && tokens[2 * after] < end)
        after++;
    return { first, end: after };
}
/** Returns the number of the first token that ends after a position, by bisection. */
function firstTokenAfter(position, tokens) {
    let low = 0;
    let high = tokens.length / 2;
    while (low < high) {
        const middle = (low + high) >> 1;
        if (tokens[2 * middle + 1] > position)
            high = middle;
        else
            low = middle + 1;
    }
    return low;
}
/** @param spans in the order of `compareSpans` */
function withoutRepeated(spans) {
    return spans.filter((span, index) => index === 0 || compareSpans(spans[index - 1], span) !== 0);
}
function textOf({ buffer, byteOffset, length }) {
    return Buffer.from(buffer, byteOffset, length).toString();
}

// EXTERNAL MODULE: ./build/engine/rows/text-index.js
var text_index = __nccwpck_require__(5295);
// EXTERNAL MODULE: ./build/engine/rows/text-store.js
var text_store = __nccwpck_require__(7398);
;// CONCATENATED MODULE: ./build/engine/rows/typed-values.js
const FLOAT = /^(?:-?\d+(?:\.\d+)?(?:e[-+]?\d+)?|"(?:NaN|-?Infinity)")$/;
const DAY_MS = 86_400_000;
/**
 * Returns the value that a text of PostgreSQL stands for: a list as JSON, or a time in ISO style, in UTC where it has a zone.
 *
 * @returns null for a list of several dimensions, for infinity, and for a year before 1 or after 9999, which Python's
 * datetime does not have
 */
function typed_values_typedValueOf(type, text) {
    switch (type) {
        case 'bools':
            return listOf(text, /^(?:true|false)$/, (element) => element === 'true');
        case 'int64s':
            return listOf(text, /^-?\d+$/, BigInt);
        case 'float32s':
        case 'float64s':
            return listOf(text, FLOAT, (element) => Number(element.replaceAll('"', '')));
        case 'timestamptz':
            return text.endsWith('+00') ? microsecondsOf(text.slice(0, -'+00'.length)) : null;
        case 'timestamp':
            return microsecondsOf(text);
        case 'date':
            return daysOf(text);
    }
}
function listOf(json, pattern, make) {
    if (json === '[]')
        return [];
    if (!json.startsWith('[') || !json.endsWith(']'))
        return null;
    const elements = json.slice(1, -1).split(',');
    if (!elements.every((element) => element === 'null' || pattern.test(element)))
        return null;
    return elements.map((element) => (element === 'null' ? null : make(element)));
}
function microsecondsOf(text) {
    const match = /^(\d{4}-\d\d-\d\d) (\d\d:\d\d:\d\d)(?:\.(\d{1,6}))?$/.exec(text);
    if (match === null)
        return null;
    const [, date, time, fraction = ''] = match;
    const milliseconds = millisecondsOf(date, time);
    return milliseconds === null ? null : BigInt(milliseconds) * 1000n + BigInt(fraction.padEnd(6, '0'));
}
function daysOf(text) {
    const milliseconds = /^\d{4}-\d\d-\d\d$/.test(text) ? millisecondsOf(text, '00:00:00') : null;
    return milliseconds === null ? null : milliseconds / DAY_MS;
}
/** @returns null for a date or a time that does not exist, which SQLite takes, and Date.parse takes for a later one */
function millisecondsOf(date, time) {
    const milliseconds = Date.parse(`${date}T${time}Z`);
    if (Number.isNaN(milliseconds) || date.startsWith('0000'))
        return null;
    return new Date(milliseconds).toISOString().startsWith(`${date}T${time}`) ? milliseconds : null;
}

;// CONCATENATED MODULE: ./build/engine/rows/values.js












/** @param positions positions of the values in a row */
function createValueReader(shape, positions) {
    return hasOnlyClass(shape) ? new ClassReader(shape, positions[0]) : new PackedReader(shape, positions);
}
/** A class id is its own number: nothing else has to be kept. */
class ClassReader {
    memory = null;
    packed = null;
    isShortened = false;
    spans = null;
    #labeller;
    #position;
    constructor(shape, position) {
        this.#labeller = new ClassLabeller(shape.classNames, shape);
        this.#position = position;
    }
    numberOf(row) {
        return this.#labeller.classIdOf(row[this.#position]);
    }
    pack(row) {
        return this.numberOf(row);
    }
    unknownClasses() {
        return this.#labeller.unknownClasses();
    }
}
/**
 * Packs the values of a row into bytes, each after a byte that is 0 for NULL, and after them a byte for its choice, where the
 * task has one; equal values have equal bytes.
 */
class PackedReader {
    #labeller;
    #columns;
    #index = new TextIndex(new FnvRanker());
    #packed = new ByteBuffer();
    #sets;
    /** Null without spans. */
    #spans;
    #hasChoice;
    constructor(shape, positions) {
        const { task, classNames, values, unknownClasses = 'drop-row' } = shape;
        this.#labeller = new ClassLabeller(classNames, shape);
        this.#hasChoice = TASKS[task].hasChoice;
        this.#sets = new ClassSetReader(this.#labeller, unknownClasses);
        this.#spans = hasSpans(task) ? new SpanReader(this.#labeller, shape) : null;
        this.#columns = values.map(({ type }, index) => {
            const isScore = index === 0 && TASKS[task].holds === 'number';
            return { type: isScore ? 'score' : type, position: positions[index] };
        });
    }
    get memory() {
        return this.#index.memory;
    }
    get isShortened() {
        return this.#sets.isShortened;
    }
    get spans() {
        return this.#spans?.counts ?? null;
    }
    get packed() {
        return this.#packed.bytes;
    }
    numberOf(row, text) {
        const problem = this.pack(row, text);
        return problem < 0 ? problem : this.#index.numberOf(this.packed);
    }
    pack(row, text) {
        this.#packed.length = 0;
        for (const { type, position } of this.#columns) {
            const field = row[position];
            this.#packed.addByte(field === null ? 0 : 1);
            const problem = field === null ? 0 : this.#packField(type, field, text);
            if (problem < 0)
                return problem;
        }
        if (this.#hasChoice)
            this.#packed.addByte(text?.choice ?? 0);
        return 0;
    }
    unknownClasses() {
        return this.#labeller.unknownClasses();
    }
    /** @returns a number below 0 for a value that cannot be packed */
    #packField(type, field, text) {
        const packed = this.#packed;
        switch (type) {
            case 'class': {
                const id = this.#labeller.classIdOf(field);
                packed.addUint32(Math.max(0, id));
                return id;
            }
            case 'classes':
            case 'multi-hot':
                return this.#packClasses(field);
            case 'spans':
                return this.#packSpans(field, text);
            case 'bool':
                packed.addByte(field[0] === 't'.charCodeAt(0) ? 1 : 0);
                return 0;
            case 'score': {
                const score = Math.fround(Number(values_textOf(field)));
                packed.addDouble(score);
                return Number.isFinite(score) ? 0 : MALFORMED;
            }
            case 'float32':
            case 'float64':
                packed.addDouble(Number(values_textOf(field)));
                return 0;
            case 'string':
            case 'strings':
            case 'messages':
            case 'int64':
                if (!isUtf8(field) || (type === 'strings' && !isListOfTexts(field)))
                    return MALFORMED;
                packed.addUint32(field.length);
                packed.addBytes(field);
                return 0;
            default:
                // Packed as text, so that rows are the same whether the column is published as text or not.
                packed.addUint32(field.length);
                packed.addBytes(field);
                return typedValueOf(type, values_textOf(field)) === null ? MALFORMED : 0;
        }
    }
    #packClasses(field) {
        const ids = this.#sets.read(field);
        if (typeof ids === 'number')
            return ids;
        this.#packed.addUint32(ids.length);
        for (let index = 0; index < ids.length; index++)
            this.#packed.addUint32(ids[index]);
        return 0;
    }
    /** The version of the tokenizer is one of the bytes, so that with another one the content is another one. */
    #packSpans(field, text) {
        const found = this.#spans.read(field, text);
        if (typeof found === 'number')
            return found;
        const { tokens, spans } = found;
        this.#packed.addByte(TOKENIZER_VERSION);
        this.#packed.addUint32(tokens);
        this.#packed.addUint32(spans.length);
        for (const { first, end, classId } of spans) {
            this.#packed.addUint32(first);
            this.#packed.addUint32(end);
            this.#packed.addUint32(classId);
        }
        return 0;
    }
}
/** False for an array of several dimensions. */
function isListOfTexts(json) {
    const texts = parseJson(json);
    return Array.isArray(texts) && texts.every((text) => text === null || typeof text === 'string');
}
function values_textOf(bytes) {
    return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).toString();
}
/** Reads packed values again. */
class ValueUnpacker {
    #bytes;
    #values;
    constructor({ values, classNames }, memory) {
        const reader = new text_store/* TextReader */.TX(memory);
        this.#bytes = new Remembered((number) => reader.at(number));
        this.#values = new Remembered((number) => unpack(values, classNames.length, this.bytesAt(number)));
    }
    /** The packed bytes of values. */
    bytesAt(number) {
        return this.#bytes.at(number);
    }
    /** The class id of values whose first is a class. */
    firstClassId(number) {
        return firstClassIdIn(this.bytesAt(number));
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
/** The bytes that say which of two answers was chosen, in packed values of a task with a choice. */
function choicePartOf(bytes) {
    return bytes.subarray(bytes.length - 1);
}
/** Packed values without the choice, which the order of the published answers says. */
function withoutChoice({ task }, bytes) {
    return tasks/* TASKS */.n3[task].hasChoice ? bytes.subarray(0, bytes.length - 1) : bytes;
}
/** The class id of packed values whose first is a class. */
function firstClassIdIn(bytes) {
    return uint32At(bytes, 1);
}
/** The first of packed values with the byte before it: equal values have equal bytes. */
function labelPartOf({ values: [{ type }] }, bytes) {
    return bytes.subarray(0, bytes[0] === 1 ? 1 + packedLength(type, bytes, 1) : 1);
}
/** The number of packed values whose first is one. */
function numberIn(bytes) {
    return doubleAt(bytes, 1);
}
/** Length of the list of classes that packed values begin with. */
function classCountIn(bytes) {
    return uint32At(bytes, 1);
}
/** A class id of the list of classes that packed values begin with. */
function classIdIn(bytes, index) {
    return uint32At(bytes, 5 + 4 * index);
}
/** The number of tokens of a text whose packed values begin with spans. */
function tokenCountIn(bytes) {
    return uint32At(bytes, 2);
}
/** The spans that packed values begin with. */
function spansIn(bytes) {
    return spansAt(bytes, 1);
}
function unpack(columns, classes, bytes) {
    const values = [];
    let position = 0;
    for (const { type } of columns) {
        const isThere = bytes[position++] === 1;
        values.push(isThere ? unpackOne(type, classes, bytes, position) : null);
        if (isThere)
            position += packedLength(type, bytes, position);
    }
    return values;
}
/** @param classes number of the classes of the dataset */
function unpackOne(type, classes, bytes, start) {
    switch (type) {
        case 'class':
            return BigInt(uint32At(bytes, start));
        case 'classes':
            return Array.from({ length: uint32At(bytes, start) }, (_, index) => BigInt(uint32At(bytes, start + 4 + 4 * index)));
        case 'multi-hot': {
            const hot = new Array(classes).fill(0);
            const count = uint32At(bytes, start);
            for (let index = 0; index < count; index++)
                hot[uint32At(bytes, start + 4 + 4 * index)] = 1;
            return hot;
        }
        case 'spans':
            return spansAt(bytes, start);
        case 'bool':
            return bytes[start] === 1;
        case 'float32':
        case 'float64':
            return doubleAt(bytes, start);
        case 'int64':
            return BigInt(values_textOf(textAt(bytes, start)));
        case 'strings':
            return (0,json/* parseJson */.qF)(textAt(bytes, start));
        case 'string':
        case 'messages':
            return textAt(bytes, start);
        default:
            return typed_values_typedValueOf(type, values_textOf(textAt(bytes, start)));
    }
}
function packedLength(type, bytes, start) {
    switch (type) {
        case 'class':
            return 4;
        case 'classes':
        case 'multi-hot':
            return 4 + 4 * uint32At(bytes, start);
        case 'spans':
            return SPANS_HEADER + SPAN_BYTES * uint32At(bytes, start + SPAN_COUNT);
        case 'bool':
            return 1;
        case 'float32':
        case 'float64':
            return 8;
        case 'string':
        case 'strings':
        case 'messages':
        case 'int64':
        case 'bools':
        case 'int64s':
        case 'float32s':
        case 'float64s':
        case 'timestamptz':
        case 'timestamp':
        case 'date':
            return 4 + uint32At(bytes, start);
    }
}
/** After the version of the tokenizer and the number of tokens, where the number of spans is. */
const SPAN_COUNT = 5;
const SPANS_HEADER = 9;
/** First token, token after the last one, and class. */
const SPAN_BYTES = 12;
function spansAt(bytes, start) {
    return Array.from({ length: uint32At(bytes, start + SPAN_COUNT) }, (_, index) => {
        const at = start + SPANS_HEADER + SPAN_BYTES * index;
        return { first: uint32At(bytes, at), end: uint32At(bytes, at + 4), classId: uint32At(bytes, at + 8) };
    });
}
/** The bytes of a text after its length: a view. */
function textAt(bytes, start) {
    return bytes.subarray(start + 4, start + 4 + uint32At(bytes, start));
}
/** Little-endian. */
function doubleAt(bytes, position) {
    return new DataView(bytes.buffer, bytes.byteOffset + position).getFloat64(0, true);
}
/** Little-endian. */
function uint32At(bytes, position) {
    return ((bytes[position] |
        (bytes[position + 1] << 8) |
        (bytes[position + 2] << 16) |
        (bytes[position + 3] << 24)) >>>
        0);
}
/** Bytes one after the other, in memory that grows. */
class ByteBuffer {
    length = 0;
    #buffer = Buffer.alloc(1 << 10);
    /** What was added: a view. */
    get bytes() {
        // Views of a Buffer cost several times those of a plain array.
        return new Uint8Array(this.#buffer.buffer, this.#buffer.byteOffset, this.length);
    }
    addByte(value) {
        this.#makeRoom(1);
        this.#buffer[this.length++] = value;
    }
    addUint32(value) {
        this.#makeRoom(4);
        this.length = this.#buffer.writeUInt32LE(value, this.length);
    }
    addDouble(value) {
        this.#makeRoom(8);
        this.length = this.#buffer.writeDoubleLE(value, this.length);
    }
    addBytes(value) {
        this.#makeRoom(value.length);
        this.#buffer.set(value, this.length);
        this.length += value.length;
    }
    #makeRoom(bytes) {
        if (this.length + bytes <= this.#buffer.length)
            return;
        const larger = Buffer.alloc(2 * (this.length + bytes));
        larger.set(this.#buffer);
        this.#buffer = larger;
    }
}


/***/ }),

/***/ 8192:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   dI: () => (/* binding */ WHITE_LEAD),
/* harmony export */   m: () => (/* binding */ trimWhitespace),
/* harmony export */   mu: () => (/* binding */ whitespaceLength)
/* harmony export */ });
/* unused harmony exports firstSurplusWhitespace, collapseWhitespace */
const SPACE = 0x20;
/** By byte 1 for those that may start white space. */
const WHITE_LEAD = new Uint8Array(256).fill(1, 0, SPACE + 1);
for (const byte of [0xc2, 0xe1, 0xe2, 0xe3])
    WHITE_LEAD[byte] = 1;
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
/** Returns the position of the first white space that is more than a space between two words, the length when there is none. */
function firstSurplusWhitespace(text) {
    const end = text.length;
    for (let position = 0; position < end; position++) {
        const byte = text[position];
        if (WHITE_LEAD[byte] === 0)
            continue;
        if (byte !== SPACE) {
            if (whitespaceLength(text, position, end) > 0)
                return position;
        }
        else if (position === 0 || position + 1 === end || whitespaceLength(text, position + 1, end) > 0) {
            return position;
        }
    }
    return end;
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


/***/ }),

/***/ 395:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   Bu: () => (/* binding */ publishSpans)
/* harmony export */ });
/* unused harmony exports spansOfTags, taggedSpans */
/* harmony import */ var _tokens_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(3492);

/** Tag of a token outside of all spans. */
const OUTSIDE = 0n;
/**
 * Returns the tokens of a text, their tags by the scheme BIO (Ramshaw and Marcus 1995, "Text Chunking using
 * Transformation-Based Learning", in its form IOB2), and the spans.
 *
 * @param text as it is published
 * @param spans in the order of `compareSpans`
 */
function publishSpans(text, spans, classNames) {
    const offsets = (0,_tokens_js__WEBPACK_IMPORTED_MODULE_0__/* .tokensOf */ .k)(text);
    const tokens = Array.from({ length: offsets.length / 2 }, (_, token) => text.slice(offsets[2 * token], offsets[2 * token + 1]));
    const tags = tokens.map(() => OUTSIDE);
    for (const { first, end, classId } of taggedSpans(spans)) {
        tags.fill(BigInt(2 * classId + 2), first, end);
        tags[first] = BigInt(2 * classId + 1);
    }
    const points = new CodePoints(text);
    return {
        tokens,
        tags,
        spans: spans.map(({ first, end, classId }) => ({
            start: points.at(offsets[2 * first]),
            end: points.at(offsets[2 * end - 1]),
            label: classNames[classId],
        })),
    };
}
/**
 * Returns the spans of the tags of tokens, as conlleval (Tjong Kim Sang and Buchholz 2000, "Introduction to the CoNLL-2000 shared
 * task: Chunking") and seqeval in its default mode read them: an `I-` that follows no tag of its class begins a span.
 *
 * @param tags ids in `tagNames`
 */
function spansOfTags(tags) {
    const spans = [];
    for (const [token, tag] of tags.entries()) {
        if (tag === 0)
            continue;
        const classId = Math.floor((tag - 1) / 2);
        const last = spans.at(-1);
        const isInside = tag % 2 === 0 && last?.end === token && last.classId === classId;
        if (isInside)
            spans[spans.length - 1] = { ...last, end: token + 1 };
        else
            spans.push({ first: token, end: token + 1, classId });
    }
    return spans;
}
/**
 * Returns the spans that tags can hold, of which no two have a token in common: of spans that overlap the longest one, by
 * tokens, of the same length the first.
 *
 * @param spans in the order of `compareSpans`
 */
function taggedSpans(spans) {
    const lengthOf = ({ first, end }) => end - first;
    const isTaken = new Uint8Array(spans.reduce((most, { end }) => Math.max(most, end), 0));
    return spans
        .toSorted((a, b) => lengthOf(b) - lengthOf(a))
        .filter(({ first, end }) => {
        const isFree = !isTaken.subarray(first, end).includes(1);
        if (isFree)
            isTaken.fill(1, first, end);
        return isFree;
    });
}
/** Positions in a text by code points. */
class CodePoints {
    #text;
    #unit = 0;
    #point = 0;
    constructor(text) {
        this.#text = text;
    }
    /** @param unit position in UTF-16 units, between two characters */
    at(unit) {
        if (unit < this.#unit)
            [this.#unit, this.#point] = [0, 0];
        for (; this.#unit < unit; this.#point++)
            this.#unit += this.#text.codePointAt(this.#unit) > 0xffff ? 2 : 1;
        return BigInt(this.#point);
    }
}


/***/ }),

/***/ 3492:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {


// EXPORTS
__nccwpck_require__.d(__webpack_exports__, {
  k: () => (/* binding */ tokensOf)
});

// UNUSED EXPORTS: TOKENIZER_VERSION

;// CONCATENATED MODULE: ./build/engine/spans/characters.js
/** What a character is to a token. Every other one is a sign, which is a token of its own. */
const SIGN = 0;
/** A letter or a digit of a script that puts spaces between words. */
const WORD = 1;
/** A letter of a script without spaces, such as Chinese, Japanese, Thai, Lao, Khmer and Burmese. */
const ALONE = 2;
/** A mark, a joiner or a modifier, which belongs to the character before it. */
const EXTENDS = 3;
/**
 * The ranges of each kind in Unicode 17.0: how far one begins after the end of the range before, and its length unless that
 * is 1, in base 36. They are written here because the tables of a runtime change with its version: a letter that Unicode
 * adds later stays a sign until another version of the rules.
 *
 * EXTENDS is \p{M}, \p{Cf} and \p{Emoji_Modifier}; ALONE what else is \p{L} and in Script_Extensions Han, Hiragana,
 * Katakana, Thai, Lao, Khmer, Myanmar, Tai_Le, New_Tai_Lue, Tai_Tham, Tai_Viet or Ahom; WORD what else is \p{L} or \p{N}.
 */
const RANGES = [
    [
        WORD,
        '1c.a 7.q 6.q 1b 7.2 1 3.2 1.3 1.n 1.v 1.ck 1.5 4.c e.5 7 1 3l.5 1.2 2.4 1 6 1.3 1 1.k 1.2b 1.3v 8.4m 1.12 2 6.15 1z.r 4.4 19.17 l.a 4.2 1.2r 1 f.2 7.f 2 g 1.u t.2h b e.17 9.2 4 5.m 4 9 3 n.p 7.b 5.o 1.7 g.16 1m.1i 3 i 7.a 4.a 1.g 4.8 2.2 2.m 1.7 1 3.4 3 g d.2 1.3 4.c 2.6 2 8.6 4.2 2.m 1.7 1.2 1.2 1.2 v.4 1 7.a 2.3 g.9 1.3 1.m 1.7 1.2 1.5 3 i f.2 4.a 9 b.8 2.2 2.m 1.7 1.2 1.5 3 u.2 1.3 4.a 1.7 b 1.6 3.3 1.4 3.2 1 1.2 3.2 3.3 3.c m l.d i.8 1.3 1.n 1.g 3 q.3 1.2 2.2 4.a 8.7 1 4.8 1.3 1.n 1.a 1.5 3 u.3 1.2 4.a 1.2 h.9 1.3 1.15 2 g 5.3 1.a 4.j 1.6 5.i 3.o 1.9 1 2.7 v.a 2o.a 3a.a 12 v.k c.8 1.10 r.5 4z.a 1y.a 6.12 1 5 2.17 1.99 1.4 2.7 1 1.4 2.15 1.4 2.x 1.4 2.7 1 1.4 2.f 1.1l 1.4 2.1v e.k 3.g g.2e 2.6 3.h8 2.h 1.q 5.23 3.b 7.i d.j e.i e.d 1.3 33.a 6.a m.a 6.2h 7.5 2.y 1 5.1y a.v 13.a 3k.b 11.n 2x.a 6.a 2z.1b h.8 3.a 15.u d.1k q.10 s.a 3.1d 2.b 5.17 2.3 15.4 1.6 1.2 3 5.5c 1s.7q 2.6 2.12 2.6 2.8 1 1 1 1.v 2.1h 1.7 1 3.3 1.7 3.4 2.6 4.d 5.3 1.7 37.2 2.6 5.b 6.d 2t 4 2.a 1 3.5 6 1 1 1.4 1.b 2.4 5.5 4 1.1m k6.1o 26.m hi.u vg.6d 6.4 3.2 9 2.12 1 5 2.1k 7 g.n 9.7 1.7 1.7 1.7 1.7 1.7 1.7 1.7 28 d3 p.9 e.3 5m.17 1.2m 3.4 a.w 2o.a u.8 1.f w.a 13.f lkw.wd 1v.1a 2.7h 3.s k.1b g.v 2.28 13.9 2.2v 2.2a k.h 1.3 1.4 1.n d.6 a.1g e.1e s.a o.6 3 1.2 1.12 a.n p.t 7.1b s.b m.a 6.15 n.3 1.8 4.a 3q.b 7.3 c.6 2.6 2.6 9.7 1.7 1.17 1.e 6.37 d.a 6.8mc c.n 4.1d 6x0.7 c.5 5 1.a 1.d 1.5 1 1.2 1.2 1.30 x.a3 i.1s 2.1i 14.c 38.5 1.3r j.a 7.q 6.q 1x.v 3.6 2.6 2.6 2.3 z.c 1.q 1.j 1.2 1.f 2.e y.3f c.19 c.1l h.2 6s.t 3.1d g.r 4.10 9.u 5.12 a.u 2.10 4.8 1.5 16.4e 2.a 6.10 4.10 4.14 8.1g c.b 1.f 1.7 1.2 1.b 1.f 1.7 1.2 3.1g c.8n 9.m a.8 o.6 1.16 1.9 1x.6 2 1.18 1.2 3 2.n 2.v 2.12 8.9 1c.j 1.2 5.x 4.q 6.q 12.1k 4.k 2.1b f.4 1.3 1.t a.9 n.v 1.w w.8 1.s 6.5 g.1i a.m 2.r 5.q n.7 28.21 1j.1f d.1f 7.16 c.a 6.12 9.n 62.v 1.16 6.2 g.6 1k.14 8.m b.4 r.i 1a.s k.n c.1h q.u 1.2 2 d.19 w.p 7.a 9.10 f.a 4 2 8.z 3 c.1c e.4 b.b 1 4.k b.i 1.p j.2 1r.7 1 1.4 1.f 1.a 7.1b h.a b.8 2.2 2.m 1.7 1.2 1.5 3 i c.5 u.a 1 2 1.12 1 p 1 18.1h i.4 5.a 5.3 u.1c k.2 1 8.a 4m.1b 15.4 10.1c k b.a 12.17 d 7.a 6.k 24.c 5g.18 38.2b c.8 2 2.8 1.2 1.o f 1 e.a 1y.8 2.13 g 1 s a.14 7 l b.1a j i.21 5j.x f.a 6.9 1.11 h f.t 5.u 34.7 1.2 1.12 l 9.a 6.6 1.2 1.w e 7.a 6.18 4.a 6u.j f 1.d 1.y s.a 2e f.l 17.pm 2u.33 h.5g 218.2p f.ts h.6 p.32z 5.g7 5a1.u i.a 1c6.ft 7.v 1.a 6.27 1.a 6.u i.1c g.4 c.a 1.7 1.l 5.j c0.19 3.a 5i.2f 9.p 2.p 18.23 5 1u.d 1s.2 i.3 9.5p2 15.w 2p.37 70d.b0 1s4.2z 5.d 3.9 7.a 386.a 152.k c.k 30.p 3r.2d 1.1z 1.2 2 2.2 2.4 1.c 1 1.7 1.1t 1.4 2.8 1.7 1.s 1.4 1.5 1 3.7 1.9g 2.p 1.p 1.v 1.p 1.v 1.p 1.v 1.p 1.v 1.p 1.8 2.1e 1ds.v 6.6 79.1q 42.19 a.7 2.a 4 8x.u i.18 4.a d2.s 4.a 5y.u 2.b 5h.v 1.3 1.2 1.7 2.5 9.2 68.7 1.4 1.2 1.f 1.5h 2.9 1c.1w 7 4.a lz.1n 1.3 1.4 24.19 1.f 5e.4 1.r 1.2 1 2 1.a 1.4 1 1 6 4 1 1 1.3 1.2 1 2 1 1 1 1 1.2 1 2.4 1.7 1.4 1.4 1 1.a 1.h 5.3 1.5 1.h g4.d 25f.a',
    ],
    [
        ALONE,
        'jg 284.1c 1.2 c.7 1m.2 1 1.5 1.o 1 1.a 1.2 9 2.5 1 l.4 80.17 k g.6 4.4 3 3.2 7.3 4.d c 1dd.1g z 4 ab.u 2.5 b.18 4.q 2e.1h 2a 47x.2 16.5 5.2 4.2e 6.3 1.2i 1.4 6o.g e8.534 1s.g74 1y8.5 1.a a.5 2p.n 3 3.1e 1 3.2 2.5 2 1 o.3 ffm.a6 2.2y wc.1m 4m8.r 11.7 hi4 e.2 cn0.4 1.7 1.2 1.83 f t.3 2 e.4 fiw.wyo w.3dq 2.4ge 2.5rl f.ha 1wi.f2 15u.3t7 5.6ju',
    ],
    [
        EXTENDS,
        '4t gi.34 7n.7 7b.19 1 1.2 1.2 1 1k.6 a.b 1 1a.l g 2t.8 1.6 2.2 1.4 x 1 u.r 2j.b 1m.9 9 o.4 1.9 1.3 1.5 17.3 1g.2 5.9 16.1m 1i.3 1.i 1.7 a.2 t.3 1k 1.7 2.2 2.3 9 a.2 q 2.3 1k 1.5 4.2 2.3 3 u.2 3 b.3 1k 1.8 1.3 1.3 k.2 m.6 1.3 1k 1.7 2.2 2.3 7.3 a.2 u 1n.5 3.3 1.4 9 14.5 1j 1.7 1.3 1.4 7.2 b.2 t.3 1k 1.7 1.3 1.4 7.2 b.2 f c.4 1j.2 1.7 1.3 1.4 9 a.2 t.3 1y 4.6 1 1.8 i.2 1p 2.7 c.8 2q 2.9 b.7 21.2 r 1 1 4.2 1d.k 1.2 5.b 1.10 9 2s.k n.4 4.3 1.3 2.7 3.4 d.c 1 a.4 jj.3 qa.4 s.3 t.2 u.2 1s.w 9 19.5 39.2 y 3a.c 4.c 63.5 1l.a 1.t 2 1c.1a 2.c k.5 1b.h 12.9 c.3 u.d 1k.e 1c.k 48.3 1.l 4 6 2.3 5i.1s ej.5 q.5 1d.5 1.a 2o.x 2da.3 3x 2o.w fe.6 2x.2 n9w.4 1.a w.2 28.2 7k 3 4 n.5 4 2b.2 1e.i q.i d 12.8 p.d 18.4 1b.e 10 1v.e c 8.2 19.3 1e 1.3 2.2 5.2 1 15.5 5.2 6k.8 1.2 fn4 kh.g g.g 5r 6x.3 e9 6a 45.5 1ae.3 1.2 5.4 14.3 4 4l.2 fx.4 1t.5 8t.2 25.6 1y.b 1d.4 3e.3 1h.f 15 2.2 a.4 19.b 2 4 a 1e.3 10.e g.2 18 c.3 1c.e 8.4 1.2 2k.c 6 2 4d.c l.4 1j.2 1.7 2.2 2.3 9 a.2 2.7 3.5 1v.9 1 2 1.4 1.5 1 e.2 2a.i n 29.k 6j.7 2.9 r.2 2a.h 2y.d 2t.f 74.f 6t.6 1.2 2.4 1 1.2 3x.7 2.7 3 s.a 14.7 1.4 8 9.b 1a.g 5i.8 5j.8 1.8 2a.m 1.e 3e.6 3 1.2 1.7 1 1u.5 1.2 1.5 9n.4 9.2 1 1c.7 3.5 n 445.h 6.f 8ug.i 1xc.5 1n.7 t4 1.1j 7.4 29 b.2 f57.2 1.4 3mk.1a 2.n f2.5 3.m 2.7 u.4 44.3 1iz.1j 4.1e 8 e m.5 1.f 11s.7 1.h 2.7 1.2 1.5 2s 4g.7 af 1p.4 e4.4 72.2 6r 2 7.2 5 d6.7 31.7 240.5 gx6p u.2o 3k.6o',
    ],
];
const CODE_POINTS = 0x110000;
const BASE = 36;
let kinds;
/** Returns the kind of each code point, white space included, which is a sign here. */
function characterKinds() {
    kinds ??= readRanges();
    return kinds;
}
function readRanges() {
    const read = new Uint8Array(CODE_POINTS);
    for (const [kind, ranges] of RANGES) {
        let position = 0;
        for (const range of ranges.split(' ')) {
            const [distance, length = '1'] = range.split('.');
            position += Number.parseInt(distance, BASE);
            const end = position + Number.parseInt(length, BASE);
            read.fill(kind, position, end);
            position = end;
        }
    }
    return read;
}

;// CONCATENATED MODULE: ./build/engine/spans/tokens.js

/** Version of the rules below, which is recorded in the metadata of a version. */
const TOKENIZER_VERSION = 1;
// White space as `whitespaceLength` has it.
const SPACE = /[\t-\r\x1c-\x20\x85\xa0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000]/;
/** Signs that folding removes; they change no token. */
const INVISIBLE = new Set([0xad, 0x200b, 0x2060, 0xfeff]);
const JOINER = 0x200d;
const FIRST_FLAG = 0x1f1e6;
const LAST_FLAG = 0x1f1ff;
/** No token: the start of a text, or white space. */
const NONE = -1;
/**
 * Returns where the tokens of a text begin and end, in UTF-16 units: start, end, start, end. White space is between tokens,
 * and everything else is in one, except invisible signs before a token. The rules use no table of the runtime:
 *
 * 1. Letters and digits next to each other are one token; other letters of scripts without spaces are one each.
 * 2. Each sign is one token. Two regional indicators, which make a flag, are one, and so are signs with a zero width joiner
 *    between them, as in emoji.
 * 3. Marks, joiners and modifiers belong to the token before them. Without one, a mark is a token.
 *
 * Texts of the same folded form have the same number of tokens, see `foldText`.
 */
function tokensOf(text) {
    const kinds = characterKinds();
    const tokens = [];
    /** Kind of the token in hand. */
    let current = NONE;
    let isJoined = false;
    /** True after the first half of a flag. */
    let isHalfFlag = false;
    for (let position = 0; position < text.length;) {
        const code = text.codePointAt(position);
        const end = position + (code > 0xffff ? 2 : 1);
        const isInvisible = INVISIBLE.has(code);
        const isFlag = code >= FIRST_FLAG && code <= LAST_FLAG;
        const kind = kinds[code];
        if (code <= 0x3000 && SPACE.test(text[position])) {
            current = NONE;
            [isJoined, isHalfFlag] = [false, false];
        }
        else if (isInvisible && current === NONE) {
            // It begins no token, as folding would leave nothing of it.
        }
        else if (current !== NONE &&
            (kind === EXTENDS ||
                (kind === WORD && current === WORD) ||
                (isFlag && isHalfFlag) ||
                (isJoined && kind === SIGN))) {
            tokens[tokens.length - 1] = end;
            if (!isInvisible)
                [isJoined, isHalfFlag] = [code === JOINER && current === SIGN, false];
        }
        else {
            tokens.push(position, end);
            current = kind === EXTENDS ? SIGN : kind;
            [isJoined, isHalfFlag] = [false, isFlag];
        }
        position = end;
    }
    return tokens;
}


/***/ }),

/***/ 2088:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   M: () => (/* binding */ MersenneTwister)
/* harmony export */ });
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
        const numbers = new Uint32Array(length);
        for (let index = 0; index < length; index++)
            numbers[index] = index;
        return this.shuffle(numbers);
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


/***/ }),

/***/ 9121:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {


// EXPORTS
__nccwpck_require__.d(__webpack_exports__, {
  Pz: () => (/* binding */ MovedRows),
  XU: () => (/* binding */ rowsByRank),
  uv: () => (/* binding */ splitOf),
  Yx: () => (/* binding */ splitStable)
});

// EXTERNAL MODULE: ./build/engine/rows/fold.js + 1 modules
var fold = __nccwpck_require__(9471);
// EXTERNAL MODULE: ./build/engine/rows/rank.js
var rank = __nccwpck_require__(1139);
// EXTERNAL MODULE: ./build/model/shape.js
var shape = __nccwpck_require__(7079);
// EXTERNAL MODULE: ./build/model/tasks.js
var tasks = __nccwpck_require__(6412);
// EXTERNAL MODULE: ./build/engine/rows/identity.js
var rows_identity = __nccwpck_require__(863);
;// CONCATENATED MODULE: ./build/engine/rows/split-keys.js




/** The part of an identity that decides the split of a row without a group: all of it, or one of its texts. */
class SplitPart {
    #texts;
    /** Position of the text among the others; -1 for all of them. */
    #position;
    constructor({ task, texts }) {
        const role = tasks/* TASKS */.n3[task].splitRole;
        this.#texts = texts.length;
        this.#position = role === null ? -1 : (0,tasks/* rolesOf */.R7)(task).indexOf(role);
    }
    /** @param identity in its folded form */
    of(identity) {
        return this.#position === -1 ? identity : (0,rows_identity/* splitIdentity */.Lt)(identity, this.#texts)[this.#position];
    }
}
/** Ranks rows by what decides their splits instead of all their texts: their groups, or one of their texts. */
class SplitKeys {
    #ranker;
    #part;
    #group;
    constructor(shape, { group }, seed) {
        this.#ranker = new TextRanker(seed);
        this.#part = new SplitPart(shape);
        this.#group = group;
    }
    /** Returns null where all texts of a row decide its split. */
    static open(shape, layout, seed) {
        return isGrouped(shape, layout) ? new SplitKeys(shape, layout, seed) : null;
    }
    /**
     * @param identity of the row in its folded form, which decides where the row has no group
     * @returns its rank, valid until the next call
     */
    rankOf(row, identity) {
        const group = this.#group === null ? null : row[this.#group];
        this.#ranker.rank(group ?? this.#part.of(identity));
        return this.#ranker;
    }
}

;// CONCATENATED MODULE: ./build/engine/split/split-stable.js



/** The split of a rank: its own, or that of its group. */
function splitOf(rank, { testBelow, evalBelow }) {
    if (isBelow(rank, testBelow))
        return 'test';
    return isBelow(rank, evalBelow) ? 'eval' : 'train';
}
function isBelow({ high, low }, bound) {
    return high < bound.high || (high === bound.high && low < bound.low);
}
/**
 * Splits rows by the ranks of their texts alone, so that no other row and no class can ever move one: the lowest
 * ranks are test, the next eval, the rest train, each share as wide as it says. Each split is in rank order.
 */
function splitStable(texts, { testBelow, evalBelow }) {
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
function countBelow(bound, rows, { rankHigh, rankLow }) {
    let below = 0;
    let end = rows.length;
    while (below < end) {
        const middle = (below + end) >>> 1;
        const row = rows[middle];
        if (isBelow({ high: rankHigh[row], low: rankLow[row] }, bound))
            below = middle + 1;
        else
            end = middle;
    }
    return below;
}
/**
 * Returns row numbers by ascending rank, then by bytes. Ranks are spread evenly, so a counting sort by their upper bits puts
 * each row nearly in its place. Then each bucket is sorted by itself.
 */
function rowsByRank(texts) {
    const { length, rankHigh, rankLow } = texts;
    const shift = 32 - Math.min(MOST_BUCKET_BITS, Math.max(1, Math.ceil(Math.log2(length / BUCKET_ROWS))));
    const rows = new Uint32Array(length);
    const ends = new Uint32Array((MAX_RANK_HIGH >>> shift) + 1);
    for (let row = 0; row < length; row++)
        ends[rankHigh[row] >>> shift]++;
    for (let bucket = 0, start = 0; bucket < ends.length; bucket++) {
        const count = ends[bucket];
        ends[bucket] = start;
        start += count;
    }
    for (let row = 0; row < length; row++)
        rows[ends[rankHigh[row] >>> shift]++] = row;
    const compare = (a, b) => rankHigh[a] - rankHigh[b] || rankLow[a] - rankLow[b] || Buffer.compare(texts.textAt(a), texts.textAt(b));
    for (let bucket = 0, start = 0; bucket < ends.length; bucket++) {
        const end = ends[bucket];
        if (end - start > MOST_INSERTED_ROWS)
            rows.subarray(start, end).sort(compare);
        else
            insertInOrder(rows, { start, end }, compare);
        start = end;
    }
    return rows;
}
/** Mean rows of a bucket, unless there are more buckets than the processor's cache holds. */
const BUCKET_ROWS = 4;
const MOST_BUCKET_BITS = 18;
const MAX_RANK_HIGH = 0xffffffff;
/** Rows of a bucket up to which insertion is the fastest sort. A large group makes a larger bucket. */
const MOST_INSERTED_ROWS = 32;
/** Sorts a few rows where they are. */
function insertInOrder(rows, { start, end }, compare) {
    for (let next = start + 1; next < end; next++) {
        const row = rows[next];
        let place = next;
        for (; place > start && compare(rows[place - 1], row) > 0; place--)
            rows[place] = rows[place - 1];
        rows[place] = row;
    }
}
/** Counts the rows that were in another split before. */
class MovedRows {
    count = 0;
    #earlier;
    #ranker;
    #folder;
    #part;
    constructor(shape, earlier) {
        this.#earlier = earlier;
        this.#ranker = new rank/* TextRanker */.F(earlier.seed);
        this.#folder = new fold/* IdentityFolder */.b({ ...shape, isFolded: true });
        this.#part = new SplitPart(shape);
    }
    /** @param identity of a row of the split, as it is published */
    add(split, identity) {
        const { folded, byRole } = this.#earlier;
        const key = folded ? this.#folder.fold(identity) : identity;
        this.#ranker.rank(byRole ? this.#part.of(key) : key);
        if (splitOf(this.#ranker, this.#earlier) !== split)
            this.count++;
    }
}


/***/ }),

/***/ 6631:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {


// EXPORTS
__nccwpck_require__.d(__webpack_exports__, {
  a: () => (/* binding */ splitRows),
  F: () => (/* binding */ splitSklearn)
});

// EXTERNAL MODULE: ./build/engine/split/mersenne-twister.js
var mersenne_twister = __nccwpck_require__(2088);
// EXTERNAL MODULE: ./build/engine/split/too-few-rows.js
var too_few_rows = __nccwpck_require__(6955);
;// CONCATENATED MODULE: ./build/engine/split/split-sklearn.js


/**
 * Splits rows as scikit-learn does: `train_test_split(test_size=eval + test, stratify=y, random_state=seed)`, and
 * the rest again into eval and test, bit for bit (`StratifiedShuffleSplit` and `_approximate_mode` of scikit-learn 1.9
 * over NumPy's `RandomState`).
 *
 * @param rows row numbers in the order scikit-learn would get them
 * @throws Error in the user's words where scikit-learn refuses to split
 */
function splitLikeSklearn(options) {
    const { rows, fractions, seed } = options;
    const { restShare, testShare } = sklearnShares(fractions);
    const first = trainTestSplit({ ...options, testSize: restShare, seed });
    const second = trainTestSplit({ ...options, rows: pick(rows, first.test), testSize: testShare, seed });
    return {
        train: pick(rows, first.train),
        eval: pick(pick(rows, first.test), second.train),
        test: pick(pick(rows, first.test), second.test),
    };
}
/** The two `test_size` arguments: of all rows for eval and test together, and of those for test. */
function sklearnShares(fractions) {
    const restShare = fractions.eval + fractions.test;
    return { restShare, testShare: 1 - fractions.eval / restShare };
}
/** @returns positions in `rows` */
function trainTestSplit(options) {
    const { rows, testSize, seed } = options;
    const testCount = Math.ceil(testSize * rows.length);
    const trainCount = rows.length - testCount;
    const strata = stratify(options);
    checkStrata(strata, options, trainCount, testCount);
    const random = new mersenne_twister/* MersenneTwister */.M(seed);
    const counts = strata.map(({ positions }) => positions.length);
    const trainCounts = approximateMode(counts, trainCount, random);
    const testCounts = approximateMode(counts.map((count, index) => count - trainCounts[index]), testCount, random);
    const train = new Uint32Array(sum(trainCounts));
    const test = new Uint32Array(sum(testCounts));
    let [trainEnd, testEnd] = [0, 0];
    for (const [index, { positions }] of strata.entries()) {
        const order = random.permutation(positions.length);
        const cut = trainCounts[index];
        for (const position of order.subarray(0, cut))
            train[trainEnd++] = positions[position];
        for (const position of order.subarray(cut, cut + testCounts[index]))
            test[testEnd++] = positions[position];
    }
    return { train: random.shuffle(train), test: random.shuffle(test) };
}
function stratify({ rows, classIds }) {
    const counts = new Map();
    for (const row of rows)
        counts.set(classIds[row], (counts.get(classIds[row]) ?? 0) + 1);
    const strata = [...counts]
        .sort(([a], [b]) => a - b)
        .map(([classId, count]) => ({ classId, positions: new Uint32Array(count), length: 0 }));
    const byClass = new Map(strata.map((stratum) => [stratum.classId, stratum]));
    for (let position = 0; position < rows.length; position++) {
        const stratum = byClass.get(classIds[rows[position]]);
        stratum.positions[stratum.length++] = position;
    }
    return strata;
}
function checkStrata(strata, { classIds, classNames }, trainCount, testCount) {
    const advice = 'Collect more reviews, or use split-method: stable.';
    const tooSmall = strata.find(({ positions }) => positions.length < 2);
    if (tooSmall !== undefined) {
        const rows = classIds.filter((classId) => classId === tooSmall.classId).length;
        throw (0,too_few_rows/* tooFewRowsError */.E)(`The class “${classNames[tooSmall.classId]}” has ${rows} rows, and only 1 of them would be in eval and test together. split-method: sklearn needs 2 there. ${advice}`);
    }
    if (Math.min(trainCount, testCount) < strata.length) {
        throw (0,too_few_rows/* tooFewRowsError */.E)(`There are too few rows for split-method: sklearn: ${strata.length} classes do not fit into a split of ${Math.min(trainCount, testCount)} rows. ${advice}`);
    }
}
/** `_approximate_mode`: how many of each class's rows are drawn; ties between equal remainders are drawn by lot. */
function approximateMode(counts, draws, random) {
    const total = sum(counts);
    const continuous = counts.map((count) => (count / total) * draws);
    const drawn = continuous.map(Math.floor);
    let needed = draws - sum(drawn);
    const remainders = continuous.map((value, index) => value - drawn[index]);
    for (const value of [...new Set(remainders)].sort((a, b) => b - a)) {
        if (needed <= 0)
            break;
        const tied = [...remainders.keys()].filter((index) => remainders[index] === value);
        const added = Math.min(tied.length, needed);
        for (const pickedIndex of random.permutation(tied.length).subarray(0, added))
            drawn[tied[pickedIndex]]++;
        needed -= added;
    }
    return drawn;
}
function sum(counts) {
    return counts.reduce((total, count) => total + count, 0);
}
function pick(rows, positions) {
    return positions.map((position) => rows[position]);
}

// EXTERNAL MODULE: ./build/engine/split/split-stable.js + 1 modules
var split_stable = __nccwpck_require__(9121);
;// CONCATENATED MODULE: ./build/engine/split/split.js


/** With scikit-learn, all rows of a class with fewer rows are in train, because it cannot be in every split. */
const SMALLEST_SKLEARN_CLASS = 3;
/**
 * Splits rows in memory into train, eval and test.
 *
 * @param options.seed of scikit-learn's random numbers; that of the stable split is in the ranks
 * @throws Error where scikit-learn refuses to split
 */
function splitRows(options) {
    const { rows, fractions, method } = options;
    return method === 'stable'
        ? (0,split_stable/* splitStable */.Yx)(rows, fractions)
        : splitSklearn({ ...options, classIds: rows.classIds });
}
/**
 * Splits rows as scikit-learn does. A class that is too small for it goes to train, after the other rows.
 *
 * @param options.classIds class of each row in the order in which the rows were read
 * @throws Error where scikit-learn refuses to split
 */
function splitSklearn(options) {
    const { classIds } = options;
    const classCounts = new Uint32Array(options.classNames.length);
    for (const classId of classIds)
        classCounts[classId]++;
    const isTiny = (row) => classCounts[classIds[row]] < SMALLEST_SKLEARN_CLASS;
    const all = Uint32Array.from(classIds, (_, row) => row);
    const splits = splitLikeSklearn({ ...options, rows: all.filter((row) => !isTiny(row)) });
    const tiny = all.filter(isTiny);
    const train = new Uint32Array(splits.train.length + tiny.length);
    train.set(splits.train);
    train.set(tiny, splits.train.length);
    return { ...splits, train };
}


/***/ }),

/***/ 6955:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   E: () => (/* binding */ tooFewRowsError)
/* harmony export */ });
/* unused harmony export isTooFewRows */
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


/***/ }),

/***/ 8599:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   xp: () => (/* binding */ hubFeatures)
/* harmony export */ });
/* unused harmony exports tagNames, classesOf, changedColumns, cardFeatures */
/* harmony import */ var _shape_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(7079);


/** Returns the dataset's features as `datasets` writes them into the `huggingface` key of a parquet schema. */
function hubFeatures(shape) {
    const labelOf = (names) => ({ names, _type: 'ClassLabel' });
    const columns = (0,_shape_js__WEBPACK_IMPORTED_MODULE_0__/* .fileColumns */ .yJ)(shape).map(({ name, type, isTags }) => {
        const names = isTags ? tagNames(shape.classNames) : shape.classNames;
        return [name, _shape_js__WEBPACK_IMPORTED_MODULE_0__/* .COLUMN_TYPES */ .RO[type].feature(labelOf(names))];
    });
    return Object.fromEntries(columns);
}
/** Returns the names of the tags of tokens, in the order of their ids: outside of all spans, then two for each class. */
function tagNames(classNames) {
    return ['O', ...classNames.flatMap((name) => [`B-${name}`, `I-${name}`])];
}
/** Returns the classes of which a list has the tags; null for other names. */
function taggedClasses(names) {
    const classes = names.filter((_, id) => id % 2 === 1).map((name) => name.slice('B-'.length));
    return JSON.stringify(tagNames(classes)) === JSON.stringify(names) ? classes : null;
}
/** Returns the names of the classes in the order of their ids, from features of any origin; null if there are none. */
function classesOf(features) {
    if (!isRecord(features))
        return null;
    for (const feature of Object.values(features)) {
        const label = isRecord(feature) && isRecord(feature.feature) ? feature.feature : feature;
        if (!isRecord(label) || label._type !== 'ClassLabel')
            continue;
        const { names } = label;
        if (!Array.isArray(names) || !names.every((name) => typeof name === 'string'))
            return null;
        return label === feature ? names : (taggedClasses(names) ?? names);
    }
    return null;
}
/**
 * Returns the columns that were removed or changed their type since an earlier version; classes are not part of a type.
 */
function changedColumns(before, now) {
    const typeOf = (feature) => JSON.stringify(feature, (key, value) => (key === 'names' ? undefined : value));
    const names = Object.keys(before);
    return {
        gone: names.filter((name) => !Object.hasOwn(now, name)),
        retyped: names.filter((name) => Object.hasOwn(now, name) && typeOf(before[name]) !== typeOf(now[name])),
    };
}
/** Returns the same features as the `dataset_info` of a dataset card spells them. */
function cardFeatures(shape) {
    const labelOf = (names) => ({
        class_label: { names: Object.fromEntries(names.map((name, id) => [String(id), name])) },
    });
    return fileColumns(shape).map(({ name, type, isTags }) => {
        const names = isTags ? tagNames(shape.classNames) : shape.classNames;
        return { name, ...COLUMN_TYPES[type].inCard(labelOf(names)) };
    });
}


/***/ }),

/***/ 6141:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   LU: () => (/* binding */ rowsOfClass),
/* harmony export */   gP: () => (/* binding */ SPLIT_NAMES)
/* harmony export */ });
/* unused harmony export sumClassRows */
/** The splits of a dataset, in the order in which they are reported and configured. */
const SPLIT_NAMES = ['train', 'eval', 'test'];
/** Rows of each class of a dataset that was split. */
function sumClassRows({ classNames }, balance) {
    return classNames.map((name) => rowsOfClass(balance, name));
}
/** Rows of one class in all splits; 0 for a class that the balance does not have. */
function rowsOfClass(balance, name) {
    return Object.hasOwn(balance, name) ? SPLIT_NAMES.reduce((sum, split) => sum + balance[name][split], 0) : 0;
}


/***/ }),

/***/ 7079:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   $l: () => (/* binding */ classColumn),
/* harmony export */   Eh: () => (/* binding */ isListOfClasses),
/* harmony export */   RO: () => (/* binding */ COLUMN_TYPES),
/* harmony export */   aX: () => (/* binding */ columnsOfValue),
/* harmony export */   bE: () => (/* binding */ multiHotColumn),
/* harmony export */   f: () => (/* binding */ hasOnlyClass),
/* harmony export */   iP: () => (/* binding */ COLUMNS_OF_SPANS),
/* harmony export */   yJ: () => (/* binding */ fileColumns)
/* harmony export */ });
/* unused harmony export isGrouped */
/* harmony import */ var _tasks_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(6412);

const STRING = { dtype: 'string', _type: 'Value' };
const INT64 = { dtype: 'int64', _type: 'Value' };
/**
 * What a published column may hold: `class` and `classes` hold ids, `multi-hot` a 1 or a 0 for each class, `messages` a list of {role, content}, `spans` one of
 * {start, end, label}.
 */
const COLUMN_TYPES = {
    string: { ...plain('string'), searched: 'text' },
    strings: {
        feature: () => ({ feature: STRING, _type: 'Sequence' }),
        inCard: () => ({ sequence: 'string' }),
        words: 'list of strings',
        searched: 'texts',
    },
    // Messages are texts of a row, which are searched before kept columns.
    messages: {
        feature: () => [{ role: STRING, content: STRING }],
        inCard: () => ({ list: ['role', 'content'].map((name) => ({ name, dtype: 'string' })) }),
        words: 'list of role and content',
        searched: null,
    },
    class: {
        feature: (classLabel) => classLabel,
        inCard: (classLabel) => ({ dtype: classLabel }),
        words: 'one of # classes',
        searched: null,
    },
    classes: {
        feature: (classLabel) => ({ feature: classLabel, _type: 'Sequence' }),
        inCard: (classLabel) => ({ sequence: classLabel }),
        words: 'list of # classes',
        searched: null,
    },
    // Floats: BCEWithLogitsLoss, which transformers uses for several labels, refuses integers; SetFit and scikit-learn take both.
    'multi-hot': {
        ...list('float32'),
        words: 'list of 0 or 1 for each of # classes',
    },
    // A span holds positions in a text, and no text of its own.
    spans: {
        feature: () => [{ start: INT64, end: INT64, label: STRING }],
        inCard: () => ({
            list: [
                { name: 'start', dtype: 'int64' },
                { name: 'end', dtype: 'int64' },
                { name: 'label', dtype: 'string' },
            ],
        }),
        words: 'list of start, end and one of # classes',
        searched: null,
    },
    bools: list('bool'),
    int64s: list('int64'),
    float32s: list('float32'),
    float64s: list('float64'),
    timestamptz: plain('timestamp[us, tz=UTC]'),
    timestamp: plain('timestamp[us]'),
    date: plain('date32'),
    bool: plain('bool'),
    int64: plain('int64'),
    float32: plain('float32'),
    float64: plain('float64'),
};
/** A plain value. @param dtype its name in `datasets` */
function plain(dtype) {
    return {
        feature: () => ({ dtype, _type: 'Value' }),
        inCard: () => ({ dtype }),
        words: dtype,
        searched: null,
    };
}
/** A list of plain values. @param dtype their name in `datasets` */
function list(dtype) {
    return {
        feature: () => ({ feature: { dtype, _type: 'Value' }, _type: 'Sequence' }),
        inCard: () => ({ sequence: dtype }),
        words: `list of ${dtype}`,
        searched: null,
    };
}
/** True if a row's only value is its class, which then needs only a number. */
function hasOnlyClass({ values }) {
    return values.length === 1 && values[0].type === 'class';
}
/** True if something other than all texts decides the split of a row: its group, or one of the texts. */
function isGrouped({ task }, { group }) {
    return group !== null || TASKS[task].splitRole !== null;
}
/** Position of the value whose classes are counted: the label, the labels or the spans; -1 for a task without classes. */
function classColumn({ values }) {
    return values.findIndex(({ type }) => type === 'class' || isListOfClasses(type) || type === 'spans');
}
/** True for a column with a list of classes a row, in either form. */
function isListOfClasses(type) {
    return type === 'classes' || type === 'multi-hot';
}
/** Returns the column whose lists have a 1 or a 0 for each class; null without one. */
function multiHotColumn({ values }) {
    return values.find(({ type }) => type === 'multi-hot') ?? null;
}
/** Columns that are written before those of spans, under the names that trainers of token classification look for. */
const COLUMNS_OF_SPANS = [
    { name: 'tokens', type: 'strings' },
    { name: 'ner_tags', type: 'classes', isTags: true },
];
/** Returns the columns that a value is written to. */
function columnsOfValue(value) {
    return value.type === 'spans' ? [...COLUMNS_OF_SPANS, value] : [value];
}
/** Returns the columns of the files of a dataset, in their order. */
function fileColumns({ texts, values, }) {
    return [...texts, ...values.flatMap(columnsOfValue)];
}


/***/ }),

/***/ 6412:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   Gw: () => (/* binding */ hasSpans),
/* harmony export */   R7: () => (/* binding */ rolesOf),
/* harmony export */   Rr: () => (/* binding */ hasOneClass),
/* harmony export */   n3: () => (/* binding */ TASKS)
/* harmony export */ });
/* unused harmony exports TASK_NAMES, unpublishedRoles, areAnswers, hasClasses, hasSeveralClasses, describeConflict, describeRepeatedIds */

/** A row may also be dropped for a further column, whatever the task. */
const UNFIT = 'a kept value that its column cannot hold';
const LABELLED = {
    cleaned: 'Cleaned',
    labelled: 'Labelled',
    text: 'text',
    values: 'labels',
    malformed: UNFIT,
};
const SCORED = {
    ...LABELLED,
    labelled: 'Scored',
    values: 'scores',
    malformed: `a score that is not a number, or ${UNFIT}`,
};
const GENERATED = {
    cleaned: 'With text',
    labelled: 'Well-formed',
    text: 'answer',
    values: 'further columns',
    malformed: `messages that are not a list of role and content, or ${UNFIT}`,
};
/** The task formats of datasets. Everything that depends on a task is read from here. */
const TASKS = {
    'text-classification': {
        roles: ['text', 'label'],
        value: 'label',
        holds: 'class',
        splitRole: null,
        hasChoice: false,
        isGenerative: false,
        answers: [],
        isOnSpark: true,
        synonyms: ['classification', 'binary-classification', 'multi-class-classification', 'sentiment-analysis'],
        description: 'classification',
        hub: { task_categories: ['text-classification'], task_ids: ['multi-class-classification'] },
        trainer: null,
        compares: 'class',
        words: LABELLED,
    },
    'multi-label-classification': {
        roles: ['text', 'labels'],
        value: 'labels',
        holds: 'classes',
        splitRole: null,
        hasChoice: false,
        isGenerative: false,
        answers: [],
        isOnSpark: false,
        synonyms: ['multi-label', 'multilabel'],
        description: 'multi label classification',
        hub: { task_categories: ['text-classification'], task_ids: ['multi-label-classification'] },
        trainer: null,
        compares: 'classes',
        words: { ...LABELLED, malformed: `labels that are not a list of names, or ${UNFIT}` },
    },
    'token-classification': {
        roles: ['text', 'spans'],
        value: 'spans',
        holds: 'spans',
        splitRole: null,
        hasChoice: false,
        isGenerative: false,
        answers: [],
        isOnSpark: false,
        synonyms: [
            'ner',
            'named-entity-recognition',
            'sequence-labeling',
            'sequence-labelling',
            'span-labelling',
        ],
        description: 'token classification',
        hub: { task_categories: ['token-classification'], task_ids: ['named-entity-recognition'] },
        trainer: null,
        compares: 'spans',
        words: {
            ...LABELLED,
            values: 'spans',
            malformed: `spans that cannot be read or found in the text, or ${UNFIT}`,
        },
    },
    'text-scoring': {
        roles: ['text', 'score'],
        value: 'score',
        holds: 'number',
        splitRole: null,
        hasChoice: false,
        isGenerative: false,
        answers: [],
        isOnSpark: false,
        synonyms: ['regression', 'text-regression', 'scoring'],
        description: 'text scoring',
        hub: { task_categories: ['text-classification'], task_ids: ['text-scoring'] },
        trainer: null,
        compares: 'number',
        words: SCORED,
    },
    'text-pair-classification': {
        roles: ['text_a', 'text_b', 'label'],
        value: 'label',
        holds: 'class',
        splitRole: null,
        hasChoice: false,
        isGenerative: false,
        answers: [],
        isOnSpark: true,
        synonyms: ['nli', 'natural-language-inference'],
        description: 'text pair classification',
        hub: { task_categories: ['text-classification'] },
        trainer: null,
        compares: 'class',
        words: { ...LABELLED, text: 'pair' },
    },
    'text-pair-scoring': {
        roles: ['text_a', 'text_b', 'score'],
        value: 'score',
        holds: 'number',
        splitRole: null,
        hasChoice: false,
        isGenerative: false,
        answers: [],
        isOnSpark: false,
        synonyms: ['sts', 'sentence-similarity'],
        description: 'text pair scoring',
        hub: { task_categories: ['sentence-similarity'] },
        trainer: null,
        compares: 'number',
        words: { ...SCORED, text: 'pair' },
    },
    chat: {
        roles: ['messages'],
        value: null,
        holds: null,
        splitRole: null,
        hasChoice: false,
        isGenerative: true,
        answers: ['messages'],
        isOnSpark: false,
        synonyms: ['conversational', 'messages', 'text-generation'],
        description: 'chat',
        hub: { task_categories: ['text-generation'] },
        trainer: { name: 'SFTTrainer', columns: ['messages'] },
        compares: null,
        words: { ...GENERATED, text: 'conversation' },
    },
    'prompt-completion': {
        roles: ['prompt', 'completion'],
        value: null,
        holds: null,
        splitRole: 'prompt',
        hasChoice: false,
        isGenerative: true,
        answers: ['completion'],
        isOnSpark: false,
        synonyms: ['instruction', 'sft'],
        description: 'prompt completion',
        hub: { task_categories: ['text-generation'] },
        trainer: { name: 'SFTTrainer', columns: ['prompt', 'completion'] },
        compares: null,
        words: GENERATED,
    },
    preference: {
        roles: ['prompt', 'chosen', 'rejected'],
        value: null,
        holds: null,
        splitRole: 'prompt',
        hasChoice: true,
        isGenerative: true,
        answers: ['chosen', 'rejected'],
        isOnSpark: false,
        synonyms: ['dpo', 'orpo', 'reward', 'rlhf'],
        description: 'preference',
        hub: { task_categories: ['text-generation'] },
        trainer: { name: 'DPOTrainer', columns: ['prompt', 'chosen', 'rejected'] },
        compares: 'choice',
        words: { ...GENERATED, text: 'answer pair', values: 'choices' },
    },
    'unpaired-preference': {
        roles: ['prompt', 'completion', 'label'],
        value: 'label',
        holds: 'flag',
        splitRole: 'prompt',
        hasChoice: false,
        isGenerative: true,
        answers: ['completion'],
        isOnSpark: false,
        synonyms: ['kto'],
        description: 'unpaired preference',
        hub: { task_categories: ['text-generation'] },
        trainer: { name: 'KTOTrainer', columns: ['prompt', 'completion', 'label'] },
        compares: 'flag',
        words: { ...GENERATED, values: 'labels' },
    },
};
const TASK_NAMES = Object.keys(TASKS);
/** Roles that every task has; of these only `id` is required. */
const COMMON_ROLES = (/* unused pure expression or super */ null && (['id', 'predicted', 'group', 'annotator', 'time']));
/** Roles of tasks whose rows have one class each. */
const ONE_CLASS_ROLES = (/* unused pure expression or super */ null && (['confidence']));
/** Returns the roles of a task whose columns are not published. */
function unpublishedRoles(task) {
    return hasOneClass(task) ? [...COMMON_ROLES, ...ONE_CLASS_ROLES] : COMMON_ROLES;
}
/** Returns the roles of a task whose columns are published, in file order. */
function rolesOf(task) {
    return TASKS[task].roles;
}
/** Returns for each text of a task, in order, whether it is an answer that a model learns to write. */
function areAnswers(task) {
    const { roles, value, answers } = TASKS[task];
    return roles.filter((role) => role !== value).map((role) => answers.includes(role));
}
/** True if a task has classes, one or several a row, which must be named. */
function hasClasses(task) {
    const { holds } = TASKS[task];
    return holds === 'class' || holds === 'classes' || holds === 'spans';
}
/** True if each row of a task has one class, which scikit-learn's split keeps in proportion. */
function hasOneClass(task) {
    return TASKS[task].holds === 'class';
}
/** True if each row of a task may have several classes, or none. */
function hasSeveralClasses(task) {
    return TASKS[task].holds === 'classes' || hasSpans(task);
}
/** True if the classes of a task are those of parts of a text. */
function hasSpans(task) {
    return TASKS[task].holds === 'spans';
}
/** Returns where copies of a row disagree, and how many there are. */
function describeConflict({ text, values }, { conflictingTexts, conflictingIds = 0 }) {
    const texts = conflictingTexts > 0 || conflictingIds === 0 ? [`${text} (${counted(conflictingTexts, text)})`] : [];
    const ids = conflictingIds > 0 ? [`id (${counted(conflictingIds, 'id')})`] : [];
    return `${values} that disagree on the same ${[...texts, ...ids].join(' or the same ')}`;
}
/**
 * Returns how many ids of disagreeing rows occur several times, and how to fix that: a sentence after a space, or an
 * empty text.
 */
function describeRepeatedIds({ repeatedIds = 0 }) {
    if (repeatedIds === 0)
        return '';
    const occur = `${counted(repeatedIds, 'id')} of these rows ${repeatedIds === 1 ? 'occurs' : 'occur'} several times.`;
    return ` ${occur} If a join repeats rows, give each id once with DISTINCT ON. If the newest correction counts, set annotators: latest.`;
}


/***/ }),

/***/ 2053:
/***/ ((__webpack_module__, __unused_webpack___webpack_exports__, __nccwpck_require__) => {

__nccwpck_require__.a(__webpack_module__, async (__webpack_handle_async_dependencies__, __webpack_async_result__) => { try {
/* harmony import */ var node_worker_threads__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(5919);
/* harmony import */ var _engine_disk_disk_job_js__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(678);
/* harmony import */ var _engine_job_js__WEBPACK_IMPORTED_MODULE_2__ = __nccwpck_require__(9284);
/* harmony import */ var _engine_memory_job_js__WEBPACK_IMPORTED_MODULE_3__ = __nccwpck_require__(8983);




// The thread that prepares a dataset, with its rows in memory or on disk.
(0,_engine_job_js__WEBPACK_IMPORTED_MODULE_2__/* .answerRequests */ .v)(await open(node_worker_threads__WEBPACK_IMPORTED_MODULE_0__.workerData));
async function open(job) {
    switch (job.kind) {
        case 'memory':
            return new _engine_memory_job_js__WEBPACK_IMPORTED_MODULE_3__/* .MemoryJob */ .x(job);
        case 'disk':
            return new _engine_disk_disk_job_js__WEBPACK_IMPORTED_MODULE_1__/* .DiskJob */ .j(job);
        case 'spark': {
            // The parquet reader is loaded only where it is needed.
            const { SparkJob } = await Promise.all(/* import() */[__nccwpck_require__.e(523), __nccwpck_require__.e(464)]).then(__nccwpck_require__.bind(__nccwpck_require__, 6464));
            return new SparkJob(job);
        }
    }
}

__webpack_async_result__();
} catch(e) { __webpack_async_result__(e); } }, 1);

/***/ }),

/***/ 5666:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   qF: () => (/* binding */ parseJson),
/* harmony export */   u4: () => (/* binding */ isRecord)
/* harmony export */ });
/* unused harmony export isCount */
/** True for an object of JSON, of any origin. */
function isRecord(value) {
    return typeof value === 'object' && value !== null && !Array.isArray(value);
}
/** True for a number that can count something. */
function isCount(value) {
    return Number.isSafeInteger(value) && value >= 0;
}
/** Returns the value of a JSON text, undefined if it is malformed. */
function parseJson(json) {
    try {
        return JSON.parse(Buffer.from(json.buffer, json.byteOffset, json.length).toString());
    }
    catch {
        return undefined;
    }
}


/***/ }),

/***/ 3732:
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

/***/ 9477:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {


// EXPORTS
__nccwpck_require__.d(__webpack_exports__, {
  t: () => (/* binding */ writeDataPageV2),
  s: () => (/* binding */ writePageHeader)
});

// EXTERNAL MODULE: ./node_modules/hyparquet/src/constants.js
var constants = __nccwpck_require__(312);
// EXTERNAL MODULE: ./node_modules/hyparquet-writer/src/bytewriter.js
var bytewriter = __nccwpck_require__(3732);
;// CONCATENATED MODULE: ./node_modules/hyparquet-writer/src/delta.js
/**
 * Delta Binary Packed encoding for parquet.
 * Encodes integers as deltas with variable bit-width packing.
 *
 * @import {DecodedArray} from 'hyparquet'
 * @import {Writer} from '../src/types.js'
 */

const BLOCK_SIZE = 128
const MINIBLOCKS_PER_BLOCK = 4
const VALUES_PER_MINIBLOCK = BLOCK_SIZE / MINIBLOCKS_PER_BLOCK // 32

/**
 * Write values using delta binary packed encoding.
 * Deltas wrap around in two's complement at the width of the physical type.
 *
 * @param {Writer} writer
 * @param {DecodedArray} values
 * @param {'INT32' | 'INT64'} type
 */
function deltaBinaryPack(writer, values, type) {
  if (values.length === 0) {
    // Write header with zero count
    writer.appendVarInt(BLOCK_SIZE)
    writer.appendVarInt(MINIBLOCKS_PER_BLOCK)
    writer.appendVarInt(0)
    writer.appendVarInt(0)
    return
  }
  if (typeof values[0] !== 'number' && typeof values[0] !== 'bigint') {
    throw new Error('deltaBinaryPack only supports number or bigint arrays')
  }

  if (usesInt32NumberPath(values)) {
    deltaBinaryPackInt32(writer, values, type === 'INT32')
  } else {
    deltaBinaryPackBigInt(writer, values, type === 'INT32' ? 32 : 64)
  }
}

/**
 * Return whether all values can use exact Number arithmetic. Unwrapped deltas
 * of int32 values can span 33 signed bits, but they and their adjusted deltas
 * remain exactly representable as JavaScript numbers.
 *
 * @param {DecodedArray} values
 * @returns {values is DecodedArray & ArrayLike<number>}
 */
function usesInt32NumberPath(values) {
  if (values instanceof Int32Array) return true
  for (let i = 0; i < values.length; i++) {
    const value = values[i]
    if (typeof value !== 'number' || value !== (value | 0)) return false
  }
  return true
}

/**
 * Write signed 32-bit values without allocating or operating on BigInts.
 *
 * @param {Writer} writer
 * @param {ArrayLike<number>} values
 * @param {boolean} wrap - wrap deltas to int32, for the INT32 physical type
 */
function deltaBinaryPackInt32(writer, values, wrap) {
  const count = values.length

  // Write header
  writer.appendVarInt(BLOCK_SIZE)
  writer.appendVarInt(MINIBLOCKS_PER_BLOCK)
  writer.appendVarInt(count)
  appendZigZagNumber(writer, values[0])

  // Process blocks
  /** @type {Array<Uint8Array | undefined>} */
  const packedByBitWidth = []
  const blockDeltas = new Float64Array(BLOCK_SIZE)
  const bitWidths = new Uint8Array(MINIBLOCKS_PER_BLOCK)
  let index = 1
  while (index < count) {
    const blockEnd = Math.min(index + BLOCK_SIZE, count)
    const blockSize = blockEnd - index

    // Constant-delta blocks have no packed payload or miniblock widths to scan.
    const firstDelta = wrap ? values[index] - values[index - 1] | 0 : values[index] - values[index - 1]
    let previous = values[index]
    let constantEnd = index + 1
    while (constantEnd < blockEnd) {
      const value = values[constantEnd]
      if ((wrap ? value - previous | 0 : value - previous) !== firstDelta) break
      previous = value
      constantEnd++
    }
    if (constantEnd === blockEnd) {
      appendZigZagNumber(writer, firstDelta)
      writer.appendUint32(0) // four zero-width miniblocks
      index = blockEnd
      continue
    }

    // Compute deltas for this block
    // Unwrapped, adjacent INT32 extremes differ by 4,294,967,295, so Int32Array
    // is not sufficient even though every input value is a signed 32-bit integer.
    let minDelta = firstDelta
    blockDeltas[0] = minDelta
    for (let i = 1; i < blockSize; i++) {
      const delta = wrap ? values[index + i] - values[index + i - 1] | 0 : values[index + i] - values[index + i - 1]
      blockDeltas[i] = delta
      if (delta < minDelta) minDelta = delta
    }
    appendZigZagNumber(writer, minDelta)

    // Calculate bit widths for each miniblock
    for (let mb = 0; mb < MINIBLOCKS_PER_BLOCK; mb++) {
      const mbStart = mb * VALUES_PER_MINIBLOCK
      const mbEnd = Math.min(mbStart + VALUES_PER_MINIBLOCK, blockSize)

      let maxAdjusted = 0
      for (let i = mbStart; i < mbEnd; i++) {
        const adjusted = blockDeltas[i] - minDelta
        if (adjusted > maxAdjusted) maxAdjusted = adjusted
      }
      bitWidths[mb] = bitWidthNumber(maxAdjusted)
    }

    // Write bit widths
    writer.appendBytes(bitWidths)

    // Write packed miniblocks
    for (let mb = 0; mb < MINIBLOCKS_PER_BLOCK; mb++) {
      const bitWidth = bitWidths[mb]
      if (bitWidth === 0) continue // No data needed for zero bit width

      const mbStart = mb * VALUES_PER_MINIBLOCK
      const mbEnd = Math.min(mbStart + VALUES_PER_MINIBLOCK, blockSize)

      // Bit pack into a reusable miniblock buffer, then append it in one call.
      // There are always 32 values including padding, so the byte length is
      // exactly bitWidth * 4.
      const packed = packedByBitWidth[bitWidth] ??= new Uint8Array(bitWidth * 4)
      let byteIndex = 0
      let buffer = 0
      let bitsUsed = 0
      if (bitWidth <= 25) {
        // Up to 25 data bits plus at most 7 pending bits fit in the 32-bit
        // bitwise operations, which are faster than arithmetic packing.
        for (let i = 0; i < VALUES_PER_MINIBLOCK; i++) {
          const adjusted = mbStart + i < mbEnd ? blockDeltas[mbStart + i] - minDelta : 0
          buffer |= adjusted << bitsUsed
          bitsUsed += bitWidth
          while (bitsUsed >= 8) {
            packed[byteIndex++] = buffer & 0xff
            buffer >>>= 8
            bitsUsed -= 8
          }
        }
      } else {
        for (let i = 0; i < VALUES_PER_MINIBLOCK; i++) {
          const adjusted = mbStart + i < mbEnd ? blockDeltas[mbStart + i] - minDelta : 0
          // bitsUsed is below 8 at the start of each iteration. The largest
          // adjusted INT32 delta is below 2^33, so this stays below 2^40 and is
          // exactly representable by Number.
          buffer += adjusted * 2 ** bitsUsed
          bitsUsed += bitWidth
          while (bitsUsed >= 8) {
            packed[byteIndex++] = buffer % 0x100
            buffer = Math.floor(buffer / 0x100)
            bitsUsed -= 8
          }
        }
      }
      writer.appendBytes(packed)
      // assert(bitsUsed === 0) // because multiple of 8
    }

    index = blockEnd
  }
}

/**
 * BigInt fallback for INT64 values and numeric input outside the INT32 range.
 *
 * @param {Writer} writer
 * @param {DecodedArray} values
 * @param {number} bits - physical type width that deltas wrap at
 */
function deltaBinaryPackBigInt(writer, values, bits) {
  const count = values.length

  // Write header
  writer.appendVarInt(BLOCK_SIZE)
  writer.appendVarInt(MINIBLOCKS_PER_BLOCK)
  writer.appendVarInt(count)
  writer.appendZigZag(BigInt.asIntN(bits, BigInt(values[0])))

  // Process blocks
  const blockDeltas = new BigInt64Array(BLOCK_SIZE)
  const bitWidths = new Uint8Array(MINIBLOCKS_PER_BLOCK)
  let index = 1
  while (index < count) {
    const blockEnd = Math.min(index + BLOCK_SIZE, count)
    const blockSize = blockEnd - index

    // Compute deltas for this block
    // BigInt64Array wraps stored deltas to int64, so read them back
    let minDelta = 0n
    for (let i = 0; i < blockSize; i++) {
      blockDeltas[i] = BigInt(values[index + i]) - BigInt(values[index + i - 1])
      if (bits === 32) blockDeltas[i] = BigInt.asIntN(32, blockDeltas[i])
      const delta = blockDeltas[i]
      if (i === 0 || delta < minDelta) minDelta = delta
    }
    writer.appendZigZag(minDelta)

    // Calculate bit widths for each miniblock
    for (let mb = 0; mb < MINIBLOCKS_PER_BLOCK; mb++) {
      const mbStart = mb * VALUES_PER_MINIBLOCK
      const mbEnd = Math.min(mbStart + VALUES_PER_MINIBLOCK, blockSize)

      let maxAdjusted = 0n
      for (let i = mbStart; i < mbEnd; i++) {
        const adjusted = blockDeltas[i] - minDelta
        if (adjusted > maxAdjusted) maxAdjusted = adjusted
      }
      bitWidths[mb] = bitWidth(maxAdjusted)
    }

    // Write bit widths
    writer.appendBytes(bitWidths)

    // Write packed miniblocks
    for (let mb = 0; mb < MINIBLOCKS_PER_BLOCK; mb++) {
      const bitWidth = bitWidths[mb]
      if (bitWidth === 0) continue // No data needed for zero bit width

      const mbStart = mb * VALUES_PER_MINIBLOCK
      const mbEnd = Math.min(mbStart + VALUES_PER_MINIBLOCK, blockSize)

      // Bit pack the adjusted deltas
      let buffer = 0n
      let bitsUsed = 0

      for (let i = 0; i < VALUES_PER_MINIBLOCK; i++) {
        const adjusted = mbStart + i < mbEnd ? blockDeltas[mbStart + i] - minDelta : 0n
        buffer |= adjusted << BigInt(bitsUsed)
        bitsUsed += bitWidth

        // Flush complete bytes
        while (bitsUsed >= 8) {
          writer.appendUint8(Number(buffer & 0xffn))
          buffer >>= 8n
          bitsUsed -= 8
        }
      }
      // assert(bitsUsed === 0) // because multiple of 8
    }

    index = blockEnd
  }
}

/**
 * Zigzag-encode an exactly represented integer and write it as a varint without
 * truncating through JavaScript's 32-bit bitwise operators.
 *
 * @param {Writer} writer
 * @param {number} value
 */
function appendZigZagNumber(writer, value) {
  let encoded = value < 0 ? -value * 2 - 1 : value * 2
  while (encoded >= 0x80) {
    writer.appendUint8(encoded % 0x80 + 0x80)
    encoded = Math.floor(encoded / 0x80)
  }
  writer.appendUint8(encoded)
}

/**
 * Minimum bits needed to store an adjusted INT32 delta.
 *
 * @param {number} value
 * @returns {number}
 */
function bitWidthNumber(value) {
  if (value === 0) return 0
  return value > 0xffffffff ? 33 : 32 - Math.clz32(value)
}

/**
 * Write byte arrays using delta length encoding.
 * Encodes lengths using delta binary packed, then writes raw bytes.
 *
 * @param {Writer} writer
 * @param {DecodedArray} values
 */
function deltaLengthByteArray(writer, values) {
  // Extract lengths
  const lengths = new Int32Array(values.length)
  for (let i = 0; i < values.length; i++) {
    const value = values[i]
    if (!(value instanceof Uint8Array)) {
      throw new Error('deltaLengthByteArray expects Uint8Array values')
    }
    lengths[i] = value.length
  }

  // Write delta-packed lengths
  deltaBinaryPack(writer, lengths, 'INT32')

  // Write raw byte data
  for (const value of values) {
    writer.appendBytes(value)
  }
}

/**
 * Write byte arrays using delta encoding with prefix compression.
 * Stores common prefixes with previous value to improve compression.
 *
 * @param {Writer} writer
 * @param {DecodedArray} values
 */
function deltaByteArray(writer, values) {
  if (values.length === 0) {
    deltaBinaryPack(writer, [], 'INT32')
    deltaBinaryPack(writer, [], 'INT32')
    return
  }

  // Calculate prefix and suffix lengths. Write suffix bytes in a second pass
  // to avoid allocating one subarray view for every value.
  const prefixLengths = new Int32Array(values.length)
  const suffixLengths = new Int32Array(values.length)

  // First value has no prefix
  const value = values[0]
  if (!(value instanceof Uint8Array)) {
    throw new Error('deltaByteArray expects Uint8Array values')
  }
  prefixLengths[0] = 0
  suffixLengths[0] = value.length

  for (let i = 1; i < values.length; i++) {
    const prev = values[i - 1]
    const curr = values[i]

    // Find common prefix length
    let prefixLen
    if (curr === prev) {
      // Reused byte arrays are common in dictionary-like columns. Identity
      // proves the entire value is a prefix without scanning its bytes.
      prefixLen = curr.length
    } else {
      if (!(curr instanceof Uint8Array)) {
        throw new Error('deltaByteArray expects Uint8Array values')
      }
      prefixLen = 0
      const maxPrefix = Math.min(prev.length, curr.length)
      while (prefixLen < maxPrefix && prev[prefixLen] === curr[prefixLen]) {
        prefixLen++
      }
    }

    prefixLengths[i] = prefixLen
    suffixLengths[i] = curr.length - prefixLen
  }

  // Write delta-packed prefix lengths
  deltaBinaryPack(writer, prefixLengths, 'INT32')

  // Write delta-packed suffix lengths
  deltaBinaryPack(writer, suffixLengths, 'INT32')

  // Write suffix bytes
  for (let i = 0; i < values.length; i++) {
    if (suffixLengths[i] > 0) {
      writer.appendBytes(values[i].subarray(prefixLengths[i]))
    }
  }
}

/**
 * Minimum bits needed to store value.
 *
 * @param {bigint} value
 * @returns {number}
 */
function bitWidth(value) {
  if (value === 0n) return 0
  let bits = 0
  while (value > 0n) {
    bits++
    value >>= 1n
  }
  return bits
}

// EXTERNAL MODULE: ./node_modules/hyparquet-writer/src/encoding.js
var src_encoding = __nccwpck_require__(3096);
// EXTERNAL MODULE: ./node_modules/hyparquet-writer/src/plain.js
var plain = __nccwpck_require__(2697);
// EXTERNAL MODULE: ./node_modules/hyparquet-writer/src/schema.js
var schema = __nccwpck_require__(9022);
;// CONCATENATED MODULE: ./node_modules/hyparquet-writer/src/splitstream.js
/**
 * Write values using BYTE_STREAM_SPLIT encoding.
 * This encoding writes all first bytes of values, then all second bytes, etc.
 * Can improve compression for floating-point and fixed-width numeric data.
 *
 * @import {DecodedArray, ParquetType} from 'hyparquet'
 * @import {Writer} from '../src/types.js'
 * @param {Writer} writer
 * @param {DecodedArray} values
 * @param {ParquetType} type
 * @param {number | undefined} typeLength
 */
function writeByteStreamSplit(writer, values, type, typeLength) {
  const count = values.length

  // Get bytes from values based on type
  /** @type {Uint8Array} */
  let bytes
  /** @type {number} */
  let width
  if (type === 'FLOAT') {
    const typed = values instanceof Float32Array ? values : new Float32Array(numberArray(values))
    bytes = new Uint8Array(typed.buffer, typed.byteOffset, typed.byteLength)
    width = 4
  } else if (type === 'DOUBLE') {
    const typed = values instanceof Float64Array ? values : new Float64Array(numberArray(values))
    bytes = new Uint8Array(typed.buffer, typed.byteOffset, typed.byteLength)
    width = 8
  } else if (type === 'INT32') {
    const typed = values instanceof Int32Array ? values : new Int32Array(numberArray(values))
    bytes = new Uint8Array(typed.buffer, typed.byteOffset, typed.byteLength)
    width = 4
  } else if (type === 'INT64') {
    const typed = bigIntArray(values)
    bytes = new Uint8Array(typed.buffer, typed.byteOffset, typed.byteLength)
    width = 8
  } else if (type === 'FIXED_LEN_BYTE_ARRAY') {
    if (!typeLength) throw new Error('parquet byte_stream_split missing type_length')
    width = typeLength
    bytes = new Uint8Array(count * width)
    for (let i = 0; i < count; i++) {
      bytes.set(values[i], i * width)
    }
  } else {
    throw new Error(`parquet byte_stream_split unsupported type: ${type}`)
  }

  // Write bytes in column format (all byte 0 from all values, then byte 1, etc.)
  for (let b = 0; b < width; b++) {
    for (let i = 0; i < count; i++) {
      writer.appendUint8(bytes[i * width + b])
    }
  }
}

/**
 * @param {DecodedArray} values
 * @returns {number[]}
 */
function numberArray(values) {
  if (Array.isArray(values) && values.every(v => typeof v === 'number')) {
    return values
  }
  throw new Error('Expected number array for BYTE_STREAM_SPLIT encoding')
}

/**
 * @param {DecodedArray} values
 * @returns {BigInt64Array}
 */
function bigIntArray(values) {
  if (values instanceof BigInt64Array) return values
  if (Array.isArray(values) && values.every(v => typeof v === 'bigint')) {
    return new BigInt64Array(values)
  }
  throw new Error('Expected bigint array for BYTE_STREAM_SPLIT encoding')
}


// EXTERNAL MODULE: ./node_modules/hyparquet-writer/src/thrift.js
var thrift = __nccwpck_require__(2302);
;// CONCATENATED MODULE: ./node_modules/hyparquet-writer/src/datapage.js









/**
 * @param {Object} options
 * @param {Writer} options.writer
 * @param {ColumnEncoder} options.column
 * @param {Encoding} options.encoding
 * @param {PageData} options.pageData
 * @returns {number} uncompressed page size including the header
 */
function writeDataPageV2({ writer, column, encoding, pageData }) {
  const { columnName, element, codec, compressors } = column
  const { type, type_length, repetition_type } = element

  if (!type) throw new Error(`column ${columnName} cannot determine type`)
  if (repetition_type === 'REPEATED') throw new Error(`column ${columnName} repeated types not supported`)

  // write levels to temp buffer
  const levelWriter = new bytewriter/* ByteWriter */.U()
  const {
    definition_levels_byte_length,
    repetition_levels_byte_length,
    num_nulls,
    num_values,
    num_rows,
  } = writeLevels(levelWriter, column, pageData)

  // TODO: skip nulls while writing instead of filtering
  const nonnull = num_nulls ? pageData.values.filter(v => v !== null && v !== undefined) : pageData.values

  // write page data to temp buffer
  const page = new bytewriter/* ByteWriter */.U()
  if (encoding === 'PLAIN') {
    (0,plain/* writePlain */.y)(page, nonnull, type, type_length)
  } else if (encoding === 'RLE') {
    if (type !== 'BOOLEAN') throw new Error('RLE encoding only supported for BOOLEAN type')
    const rleData = new bytewriter/* ByteWriter */.U()
    ;(0,src_encoding/* writeRleBitPackedHybrid */.Y)(rleData, nonnull, 1)
    page.appendUint32(rleData.offset) // prepend byte length
    page.appendBytes(rleData.getBytes())
  } else if (encoding === 'PLAIN_DICTIONARY' || encoding === 'RLE_DICTIONARY') {
    // find max bitwidth
    let maxValue = 0
    for (const v of nonnull) if (v > maxValue) maxValue = v
    const bitWidth = Math.ceil(Math.log2(maxValue + 1))
    page.appendUint8(bitWidth) // prepend bitWidth
    ;(0,src_encoding/* writeRleBitPackedHybrid */.Y)(page, nonnull, bitWidth)
  } else if (encoding === 'DELTA_BINARY_PACKED') {
    if (type !== 'INT32' && type !== 'INT64') {
      throw new Error('DELTA_BINARY_PACKED encoding only supported for INT32 and INT64 types')
    }
    deltaBinaryPack(page, nonnull, type)
  } else if (encoding === 'DELTA_LENGTH_BYTE_ARRAY') {
    if (type !== 'BYTE_ARRAY') {
      throw new Error('DELTA_LENGTH_BYTE_ARRAY encoding only supported for BYTE_ARRAY type')
    }
    deltaLengthByteArray(page, nonnull)
  } else if (encoding === 'DELTA_BYTE_ARRAY') {
    if (type !== 'BYTE_ARRAY') {
      throw new Error('DELTA_BYTE_ARRAY encoding only supported for BYTE_ARRAY type')
    }
    deltaByteArray(page, nonnull)
  } else if (encoding === 'BYTE_STREAM_SPLIT') {
    writeByteStreamSplit(page, nonnull, type, type_length)
  } else {
    throw new Error(`parquet unsupported encoding: ${encoding}`)
  }

  // compress page data
  const pageBytes = page.getBytes()
  const compressedBytes = compressors[codec]?.(pageBytes) ?? pageBytes

  // write page header
  const headerStart = writer.offset
  writePageHeader(writer, {
    type: 'DATA_PAGE_V2',
    uncompressed_page_size: levelWriter.offset + page.offset,
    compressed_page_size: levelWriter.offset + compressedBytes.length,
    data_page_header_v2: {
      num_values,
      num_nulls,
      num_rows,
      encoding,
      definition_levels_byte_length,
      repetition_levels_byte_length,
      is_compressed: !!codec,
      // is there benefit to page statistics here?
    },
  })

  const headerSize = writer.offset - headerStart

  // write levels
  writer.appendBytes(levelWriter.getBytes())

  // write page data
  writer.appendBytes(compressedBytes)
  return headerSize + levelWriter.offset + page.offset
}

/**
 * @param {Writer} writer
 * @param {PageHeader} header
 */
function writePageHeader(writer, header) {
  /** @type {ThriftObject} */
  const compact = {
    field_1: constants/* PageTypes */.P2.indexOf(header.type),
    field_2: header.uncompressed_page_size,
    field_3: header.compressed_page_size,
    field_4: header.crc,
    field_5: header.data_page_header && {
      field_1: header.data_page_header.num_values,
      field_2: constants/* Encodings */.p6.indexOf(header.data_page_header.encoding),
      field_3: constants/* Encodings */.p6.indexOf(header.data_page_header.definition_level_encoding),
      field_4: constants/* Encodings */.p6.indexOf(header.data_page_header.repetition_level_encoding),
      // field_5: header.data_page_header.statistics,
    },
    field_7: header.dictionary_page_header && {
      field_1: header.dictionary_page_header.num_values,
      field_2: constants/* Encodings */.p6.indexOf(header.dictionary_page_header.encoding),
    },
    field_8: header.data_page_header_v2 && {
      field_1: header.data_page_header_v2.num_values,
      field_2: header.data_page_header_v2.num_nulls,
      field_3: header.data_page_header_v2.num_rows,
      field_4: constants/* Encodings */.p6.indexOf(header.data_page_header_v2.encoding),
      field_5: header.data_page_header_v2.definition_levels_byte_length,
      field_6: header.data_page_header_v2.repetition_levels_byte_length,
      field_7: header.data_page_header_v2.is_compressed ? undefined : false, // default true
    },
  }
  ;(0,thrift/* serializeTCompactProtocol */.mC)(writer, compact)
}

/**
 * @import {DecodedArray, Encoding, PageHeader} from 'hyparquet'
 * @import {ColumnEncoder, PageData, ThriftObject, Writer} from '../src/types.js'
 * @param {Writer} writer
 * @param {ColumnEncoder} column
 * @param {PageData} dataPage
 * @returns {{
 *   definition_levels_byte_length: number
 *   repetition_levels_byte_length: number
 *   num_values: number
 *   num_nulls: number
 *   num_rows: number
 * }}
 */
function writeLevels(writer, column, dataPage) {
  const { schemaPath } = column
  const { values, definitionLevels, repetitionLevels, maxDefinitionLevel } = dataPage
  const num_values = definitionLevels.length || values.length
  let num_nulls = 0
  let num_rows = 0
  if (repetitionLevels.length) {
    for (let i = 0; i < repetitionLevels.length; i++) {
      if (repetitionLevels[i] === 0) num_rows++
    }
  } else {
    num_rows = values.length
  }
  if (definitionLevels.length) {
    for (let i = 0; i < definitionLevels.length; i++) {
      if (definitionLevels[i] < maxDefinitionLevel) num_nulls++
    }
  }

  const maxRepetitionLevel = (0,schema/* getMaxRepetitionLevel */.qt)(schemaPath)
  let repetition_levels_byte_length = 0
  if (maxRepetitionLevel) {
    const bitWidth = Math.ceil(Math.log2(maxRepetitionLevel + 1))
    repetition_levels_byte_length = (0,src_encoding/* writeRleBitPackedHybrid */.Y)(writer, repetitionLevels, bitWidth)
  }

  let definition_levels_byte_length = 0
  if (maxDefinitionLevel) {
    const bitWidth = Math.ceil(Math.log2(maxDefinitionLevel + 1))
    definition_levels_byte_length = (0,src_encoding/* writeRleBitPackedHybrid */.Y)(writer, definitionLevels, bitWidth)
  }
  return { definition_levels_byte_length, repetition_levels_byte_length, num_values, num_nulls, num_rows }
}


/***/ }),

/***/ 3096:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   Y: () => (/* binding */ writeRleBitPackedHybrid)
/* harmony export */ });
/**
 * @import {DecodedArray} from 'hyparquet'
 * @import {Writer} from '../src/types.js'
 */

/**
 * @param {Writer} writer
 * @param {DecodedArray} values
 * @param {number} bitWidth
 * @returns {number} bytes written
 */
function writeRleBitPackedHybrid(writer, values, bitWidth) {
  const offsetStart = writer.offset
  let pendingBitPackedGroups = 0
  let bitPackedStart = 0
  let i = 0

  while (i < values.length) {
    // Try to write RLE runs of 8+ values
    let rleCount = 1
    const firstVal = values[i]
    while (i + rleCount < values.length && values[i + rleCount] === firstVal) {
      rleCount++
    }
    if (rleCount >= 8) {
      // Flush pending bit-packed groups
      if (pendingBitPackedGroups) {
        writeBitPackedGroups(writer, values, bitPackedStart, pendingBitPackedGroups, bitWidth)
        pendingBitPackedGroups = 0
      }

      // Write RLE run
      writeRleRun(writer, firstVal, rleCount, bitWidth)
      i += rleCount
    } else {
      // Add to pending bit-packed groups
      if (pendingBitPackedGroups === 0) {
        bitPackedStart = i
      }
      pendingBitPackedGroups++
      i += 8
    }
  }

  // Flush remaining
  if (pendingBitPackedGroups) {
    writeBitPackedGroups(writer, values, bitPackedStart, pendingBitPackedGroups, bitWidth)
  }

  return writer.offset - offsetStart
}

/**
 * Write a single RLE run: a repeated value and its count.
 *
 * @param {Writer} writer
 * @param {number} value
 * @param {number} count
 * @param {number} bitWidth
 */
function writeRleRun(writer, value, count, bitWidth) {
  writer.appendVarInt(count << 1) // rle header
  const width = bitWidth + 7 >> 3
  for (let j = 0; j < width; j++) {
    writer.appendUint8(value >> (j << 3) & 0xff)
  }
}

/**
 * Write consecutive bit-packed groups of 8 values each.
 *
 * @param {Writer} writer
 * @param {DecodedArray} values
 * @param {number} start index of first value
 * @param {number} numGroups number of 8-value groups
 * @param {number} bitWidth
 */
function writeBitPackedGroups(writer, values, start, numGroups, bitWidth) {
  writer.appendVarInt(numGroups << 1 | 1) // bp header

  if (bitWidth === 0) return

  const mask = (1 << bitWidth) - 1
  let buffer = 0
  let bitsUsed = 0
  const totalValues = numGroups * 8

  for (let i = 0; i < totalValues; i++) {
    const idx = start + i
    const v = idx < values.length ? values[idx] & mask : 0
    buffer |= v << bitsUsed
    bitsUsed += bitWidth

    // Flush full bytes
    while (bitsUsed >= 8) {
      writer.appendUint8(buffer & 0xff)
      buffer >>>= 8
      bitsUsed -= 8
    }
  }

  // Flush any remaining bits
  if (bitsUsed > 0) {
    writer.appendUint8(buffer & 0xff)
  }
}


/***/ }),

/***/ 108:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   f: () => (/* binding */ writeMetadata)
/* harmony export */ });
/* unused harmony export logicalType */
/* harmony import */ var hyparquet_src_constants_js__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(312);
/* harmony import */ var _schema_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(9022);
/* harmony import */ var _thrift_js__WEBPACK_IMPORTED_MODULE_3__ = __nccwpck_require__(2302);
/* harmony import */ var _unconvert_js__WEBPACK_IMPORTED_MODULE_2__ = __nccwpck_require__(933);





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
  const resolveSchemaPath = (0,_schema_js__WEBPACK_IMPORTED_MODULE_0__/* .schemaPathResolver */ .NF)(metadata.schema)
  /** @type {ThriftObject} */
  const compact = {
    field_1: metadata.version,
    field_2: metadata.schema.map(element => ({
      field_1: element.type && hyparquet_src_constants_js__WEBPACK_IMPORTED_MODULE_1__/* .ParquetTypes */ .CE.indexOf(element.type),
      field_2: element.type_length,
      field_3: element.repetition_type && hyparquet_src_constants_js__WEBPACK_IMPORTED_MODULE_1__/* .FieldRepetitionTypes */ .Nw.indexOf(element.repetition_type),
      field_4: element.name,
      field_5: element.num_children,
      field_6: element.converted_type && hyparquet_src_constants_js__WEBPACK_IMPORTED_MODULE_1__/* .ConvertedTypes */ .gQ.indexOf(element.converted_type),
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
          field_1: hyparquet_src_constants_js__WEBPACK_IMPORTED_MODULE_1__/* .ParquetTypes */ .CE.indexOf(c.meta_data.type),
          field_2: c.meta_data.encodings.map(e => hyparquet_src_constants_js__WEBPACK_IMPORTED_MODULE_1__/* .Encodings */ .p6.indexOf(e)),
          field_3: c.meta_data.path_in_schema,
          field_4: hyparquet_src_constants_js__WEBPACK_IMPORTED_MODULE_1__/* .CompressionCodecs */ .IE.indexOf(c.meta_data.codec),
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
          field_12: c.meta_data.statistics && (0,_unconvert_js__WEBPACK_IMPORTED_MODULE_2__/* .unconvertStatistics */ .g6)(
            c.meta_data.statistics,
            schemaElement(c.meta_data.path_in_schema),
            statisticsTruncateLength
          ),
          field_13: c.meta_data.encoding_stats && c.meta_data.encoding_stats.map(es => ({
            field_1: hyparquet_src_constants_js__WEBPACK_IMPORTED_MODULE_1__/* .PageTypes */ .P2.indexOf(es.page_type),
            field_2: hyparquet_src_constants_js__WEBPACK_IMPORTED_MODULE_1__/* .Encodings */ .p6.indexOf(es.encoding),
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
  ;(0,_thrift_js__WEBPACK_IMPORTED_MODULE_3__/* .serializeTCompactProtocol */ .mC)(writer, compact)
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
  return new _thrift_js__WEBPACK_IMPORTED_MODULE_3__/* .ThriftStruct */ .N1([
    [1, _thrift_js__WEBPACK_IMPORTED_MODULE_3__/* .DOUBLE */ .y4, bbox.xmin],
    [2, _thrift_js__WEBPACK_IMPORTED_MODULE_3__/* .DOUBLE */ .y4, bbox.xmax],
    [3, _thrift_js__WEBPACK_IMPORTED_MODULE_3__/* .DOUBLE */ .y4, bbox.ymin],
    [4, _thrift_js__WEBPACK_IMPORTED_MODULE_3__/* .DOUBLE */ .y4, bbox.ymax],
    [5, _thrift_js__WEBPACK_IMPORTED_MODULE_3__/* .DOUBLE */ .y4, bbox.zmin],
    [6, _thrift_js__WEBPACK_IMPORTED_MODULE_3__/* .DOUBLE */ .y4, bbox.zmax],
    [7, _thrift_js__WEBPACK_IMPORTED_MODULE_3__/* .DOUBLE */ .y4, bbox.mmin],
    [8, _thrift_js__WEBPACK_IMPORTED_MODULE_3__/* .DOUBLE */ .y4, bbox.mmax],
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
    field_2: type.algorithm && hyparquet_src_constants_js__WEBPACK_IMPORTED_MODULE_1__/* .EdgeInterpolationAlgorithms */ .I7.indexOf(type.algorithm),
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


/***/ }),

/***/ 2939:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {


// EXPORTS
__nccwpck_require__.d(__webpack_exports__, {
  o: () => (/* binding */ ParquetWriter)
});

// UNUSED EXPORTS: groupSize

// EXTERNAL MODULE: ./node_modules/hyparquet/src/bloom.js + 1 modules
var bloom = __nccwpck_require__(9974);
// EXTERNAL MODULE: ./node_modules/hyparquet-writer/src/thrift.js
var thrift = __nccwpck_require__(2302);
;// CONCATENATED MODULE: ./node_modules/hyparquet-writer/src/bloom.js
// Split Block Bloom Filter (https://github.com/apache/parquet-format/blob/master/BloomFilter.md)
// A bloom filter is a sequence of 32-byte blocks. Each block holds 8 little-endian uint32 words.
// Insertion sets one bit per word, chosen by salting the low 32 bits of an xxhash64.
// Membership requires all 8 bits to be set; misses are exact, hits are probabilistic.




/**
 * @import {SchemaElement} from 'hyparquet'
 * @import {PageIndexes, Writer} from '../src/types.js'
 */

const SALT = new Uint32Array([
  0x47b6137b, 0x44974d91, 0x8824ad5b, 0xa2b7289d,
  0x705495c7, 0x2df1424b, 0x9efc4947, 0x5c6bfb31,
])

const MIN_BYTES = 32 // one block
const MAX_BYTES = 128 * 1024 * 1024 // parquet-mr default cap

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
 * Round up to the next power of two (32-bit).
 *
 * @param {number} n
 * @returns {number}
 */
function nextPowerOfTwo(n) {
  let p = 1
  while (p < n) p <<= 1
  return p
}

/**
 * Optimal SBBF size in bytes for a given number of distinct values and
 * target false-positive probability. Matches parquet-java's BlockSplitBloomFilter:
 * derives bits from m = -8 * ndv / ln(1 - p^(1/8)) and rounds up to a power of two
 * between one block and MAX_BYTES. Arrow C++ rejects a bitset that is not a power of two.
 *
 * @param {number} ndv expected number of distinct values
 * @param {number} fpp target false positive probability, in (0, 1)
 * @returns {number} bloom filter size in bytes (power of two, at least 32)
 */
function optimalNumBytes(ndv, fpp) {
  if (!(fpp > 0 && fpp < 1)) throw new Error(`bloom filter fpp must be in (0, 1), got ${fpp}`)
  if (!(ndv >= 0)) throw new Error(`bloom filter ndv must be >= 0, got ${ndv}`)
  const m = -8 * ndv / Math.log(1 - fpp ** (1 / 8))
  const numBytes = Math.ceil(m / 8)
  if (!(numBytes <= MAX_BYTES)) return MAX_BYTES
  return nextPowerOfTwo(Math.max(numBytes, MIN_BYTES))
}

/**
 * Allocate a zeroed Split Block Bloom Filter sized for the given NDV and FPP.
 *
 * @param {number} ndv expected number of distinct values
 * @param {number} [fpp] target false positive probability, default 0.01
 * @returns {Uint32Array} blocks (numBytes / 4 uint32 words)
 */
function createBloomFilter(ndv, fpp = 0.01) {
  const numBytes = optimalNumBytes(ndv, fpp)
  return new Uint32Array(numBytes >> 2)
}

/**
 * Collects distinct hashes of column values and finalizes them into an SBBF
 * sized for the actual distinct count. `finalize` returns `undefined` if any
 * non-null value was unhashable (the filter would have false negatives), if
 * no values were seen, or if `maxBytes` is below one block. Above `maxBytes`
 * the filter is capped at the largest power of two that fits, like parquet-java.
 */
class BloomBuilder {
  /**
   * @param {SchemaElement} element
   * @param {{ fpp?: number, maxBytes?: number }} [options]
   */
  constructor(element, { fpp = 0.01, maxBytes = 1024 * 1024 } = {}) {
    /** @type {SchemaElement} */
    this.element = element
    this.fpp = fpp
    this.maxBytes = maxBytes
    /** @type {Set<bigint>} */
    this.hashes = new Set()
    this.skipped = 0
  }

  /** @param {any} value */
  insert(value) {
    if (value === null || value === undefined) return
    const h = (0,bloom/* hashParquetValue */.wv)(value, this.element)
    if (h === undefined) {
      this.skipped++
      return
    }
    this.hashes.add(h)
  }

  /** @returns {Uint32Array | undefined} */
  finalize() {
    if (this.skipped > 0 || this.hashes.size === 0) return undefined
    let numBytes = optimalNumBytes(this.hashes.size, this.fpp)
    while (numBytes > this.maxBytes && numBytes > MIN_BYTES) numBytes >>= 1
    if (numBytes > this.maxBytes) return undefined
    const blocks = new Uint32Array(numBytes >> 2)
    for (const h of this.hashes) sbbfInsert(blocks, h)
    return blocks
  }
}

/**
 * Write a parquet bloom filter: BloomFilterHeader thrift struct followed by
 * the raw little-endian bytes of the SBBF blocks. Always uses BLOCK / XXHASH /
 * UNCOMPRESSED, the only variants parquet currently defines.
 *
 * @param {Writer} writer
 * @param {Uint32Array} blocks bloom filter words (8 * numBlocks long)
 */
function writeBloomFilter(writer, blocks) {
  if (blocks.length % 8 !== 0) {
    throw new Error(`bloom filter block count must be a multiple of 8 uint32 words, got ${blocks.length}`)
  }
  (0,thrift/* serializeTCompactProtocol */.mC)(writer, {
    field_1: blocks.byteLength, // numBytes
    field_2: { field_1: {} }, // algorithm: SplitBlockAlgorithm
    field_3: { field_1: {} }, // hash: XxHash
    field_4: { field_1: {} }, // compression: Uncompressed
  })
  for (let i = 0; i < blocks.length; i++) {
    writer.appendUint32(blocks[i])
  }
}

/**
 * Write all pending bloom filters in a contiguous block and patch each chunk's
 * meta_data.bloom_filter_offset / bloom_filter_length so readers can find them.
 * Clustering matches parquet-mr's tail placement: a reader fetching the footer
 * region can pull every bloom in one range request.
 *
 * @param {Writer} writer
 * @param {PageIndexes[]} pageIndexes
 */
function writeBlooms(writer, pageIndexes) {
  for (const { chunk, bloomFilter } of pageIndexes) {
    if (!bloomFilter || !chunk.meta_data) continue
    const offset = writer.offset
    writeBloomFilter(writer, bloomFilter)
    chunk.meta_data.bloom_filter_offset = BigInt(offset)
    chunk.meta_data.bloom_filter_length = writer.offset - offset
  }
}

// EXTERNAL MODULE: ./node_modules/hyparquet-writer/src/datapage.js + 2 modules
var datapage = __nccwpck_require__(9477);
// EXTERNAL MODULE: ./node_modules/hyparquet-writer/src/bytewriter.js
var bytewriter = __nccwpck_require__(3732);
// EXTERNAL MODULE: ./node_modules/hyparquet-writer/src/plain.js
var plain = __nccwpck_require__(2697);
;// CONCATENATED MODULE: ./node_modules/hyparquet-writer/src/dictionary.js




const textEncoder = new TextEncoder()

/**
 * @import {DecodedArray, Encoding, ParquetType} from 'hyparquet'
 * @import {ColumnEncoder, Writer} from './types.js'
 */

/**
 * Estimate the byte size of a value for page size calculation.
 *
 * @param {any} value
 * @param {ParquetType} type
 * @param {number} [type_length]
 * @returns {number}
 */
function estimateValueSize(value, type, type_length) {
  if (value === null || value === undefined) return 0
  if (type === 'BOOLEAN') return 0.125
  if (type === 'INT32' || type === 'FLOAT') return 4
  if (type === 'INT64' || type === 'DOUBLE') return 8
  if (type === 'INT96') return 12
  if (type === 'FIXED_LEN_BYTE_ARRAY') return type_length ?? 0
  if (type === 'BYTE_ARRAY') {
    if (value instanceof Uint8Array) return value.byteLength
    if (typeof value === 'string') return value.length
  }
  return 0
}

/**
 * FNV-1a hash of a byte array, used to bucket byte-array dictionary values
 * without allocating a string key per value.
 *
 * @param {Uint8Array} bytes
 * @returns {number}
 */
function hashBytes(bytes) {
  let h = 0x811c9dc5
  for (let i = 0; i < bytes.length; i++) {
    h ^= bytes[i]
    h = Math.imul(h, 0x01000193)
  }
  return h >>> 0
}

/**
 * @param {Uint8Array} a
 * @param {Uint8Array} b
 * @returns {boolean}
 */
function bytesEqual(a, b) {
  if (a.length !== b.length) return false
  for (let i = 0; i < a.length; i++) {
    if (a[i] !== b[i]) return false
  }
  return true
}

// Sampling only rejects columns that are very likely to lose. Columns in the
// uncertain middle are decided by the complete-column win check below.
const sampleRejectionRatio = 0.9

/**
 * Decide whether to dictionary-encode a column, and if so build the dictionary
 * and per-row indexes. Returns {} to fall back to plain encoding.
 *
 * Sampling is spread across the complete column chunk and weighted by value
 * bytes. It only rejects columns whose sampled distinct bytes exceed 90% of
 * sampled value bytes. Other columns are built and kept when distinct-value
 * bytes are at most half the total value bytes, so dictionary encoding offers
 * a material win. There is no fixed size cap by default; a low-cardinality
 * column of large values is exactly where a big dictionary pays for itself,
 * and capping it at page size caused 20-100x file bloat (#35). Callers can
 * still impose a hard cap via `dictionarySize`.
 *
 * When `encoding` explicitly requests RLE_DICTIONARY, the dictionary is built
 * unconditionally (no sampling, no size or win checks), so the written pages
 * always match the requested encoding.
 *
 * @param {DecodedArray} values
 * @param {ParquetType} type
 * @param {number | undefined} type_length
 * @param {Encoding | undefined} encoding
 * @param {number} [dictionarySize] - optional hard cap on distinct-value bytes
 * @param {boolean} [required] - reject null or undefined values
 * @returns {{ dictionary?: any[], indexes?: number[] }}
 */
function useDictionary(values, type, type_length, encoding, dictionarySize, required) {
  if (encoding && encoding !== 'RLE_DICTIONARY') return {}
  if (type === 'BOOLEAN') return {}
  const forced = encoding === 'RLE_DICTIONARY'
  const byteArrayPrefixSize = type === 'BYTE_ARRAY' ? 4 : 0

  // Estimate distinct-value bytes from a sample spread over the complete
  // column. Byte arrays are keyed by hash so distinct Uint8Array objects with
  // identical bytes count as one (a plain Set would key them by object
  // identity). Null/undefined contribute no encoded value bytes.
  if (!forced) {
    const sampleSize = Math.min(values.length, 1000)
    const sampleSizes = new Map()
    const sampleHashes = new Map()
    let sampleDictionarySize = 0
    let sampleTotalSize = 0
    for (let i = 0; i < sampleSize; i++) {
      const sampleIndex = sampleSize === 1 ? 0 : Math.floor(i * (values.length - 1) / (sampleSize - 1))
      const value = values[sampleIndex]
      let key = value
      if (value instanceof Uint8Array) {
        key = sampleHashes.get(value)
        if (key === undefined) {
          key = hashBytes(value)
          sampleHashes.set(value, key)
        }
      }
      let valueSize = sampleSizes.get(key)
      if (valueSize === undefined) {
        valueSize = estimateValueSize(value, type, type_length)
          + (value === null || value === undefined ? 0 : byteArrayPrefixSize)
        sampleSizes.set(key, valueSize)
        sampleDictionarySize += valueSize
      }
      sampleTotalSize += valueSize
    }
    if (!sampleTotalSize || sampleDictionarySize / sampleTotalSize > sampleRejectionRatio) return {}
  }

  // build dictionary and indexes. Primitives (string/number/bigint) dedupe by
  // value; byte arrays dedupe by content via hash buckets with an exact
  // byte-equality check (hashes can collide).
  /** @type {any[]} */
  const dictionary = []
  /** @type {number[]} */
  const indexes = new Array(values.length)
  /** @type {Map<any, number>} */
  const valueIndex = new Map()
  /** @type {number[]} */
  const valueSizes = []
  /** @type {Map<number, number[]>} */
  const hashBuckets = new Map()
  let dictSize = 0
  let physicalDictSize = 0
  let totalSize = 0
  let nonNullCount = 0
  for (let i = 0; i < values.length; i++) {
    const value = values[i]
    if (value === null || value === undefined) {
      if (required) throw new Error('parquet required value is undefined')
      continue
    }
    nonNullCount++

    let index
    if (value instanceof Uint8Array) {
      totalSize += value.byteLength
      index = valueIndex.get(value)
      if (index !== undefined) {
        indexes[i] = index
        continue
      }
      const hash = hashBytes(value)
      const bucket = hashBuckets.get(hash)
      if (bucket) {
        for (const j of bucket) {
          if (bytesEqual(dictionary[j], value)) { index = j; break }
        }
      }
      if (index === undefined) {
        dictSize += value.byteLength
        if (!forced && dictionarySize) {
          physicalDictSize += value.byteLength
          if (physicalDictSize > dictionarySize) return {}
        }
        index = dictionary.length
        dictionary.push(value)
        if (bucket) bucket.push(index)
        else hashBuckets.set(hash, [index])
      }
      valueIndex.set(value, index)
    } else {
      index = valueIndex.get(value)
      const valueSize = index === undefined
        ? estimateValueSize(value, type, type_length)
        : valueSizes[index]
      totalSize += valueSize
      if (index === undefined) {
        dictSize += valueSize
        if (!forced && dictionarySize) {
          physicalDictSize += typeof value === 'string' ? textEncoder.encode(value).byteLength : valueSize
          if (physicalDictSize > dictionarySize) return {}
        }
        index = dictionary.length
        dictionary.push(value)
        valueSizes[index] = valueSize
        valueIndex.set(value, index)
      }
    }
    indexes[i] = index
  }

  // An automatic dictionary plus its bit-packed indexes must at least halve
  // the PLAIN value bytes. BYTE_ARRAY values have a four-byte length prefix
  // per occurrence in PLAIN and per distinct value in the dictionary.
  const bitWidth = Math.ceil(Math.log2(dictionary.length))
  const indexSize = Math.ceil(nonNullCount * bitWidth / 8)
  const plainSize = totalSize + nonNullCount * byteArrayPrefixSize
  const dictionaryValueSize = dictSize + dictionary.length * byteArrayPrefixSize
  if (!forced && 2 * (dictionaryValueSize + indexSize) > plainSize) return {}

  // TODO: sort by frequency?
  return { dictionary, indexes }
}

/**
 * @param {Writer} writer
 * @param {ColumnEncoder} column
 * @param {DecodedArray} dictionary
 * @returns {number} uncompressed page size including the header
 */
function writeDictionaryPage(writer, column, dictionary) {
  const { element, codec, compressors } = column
  const { type, type_length } = element
  if (!type) throw new Error(`column ${column.columnName} cannot determine type`)

  // write values to temp buffer
  const dictionaryPage = new bytewriter/* ByteWriter */.U()
  ;(0,plain/* writePlain */.y)(dictionaryPage, dictionary, type, type_length)
  const dictionaryBytes = dictionaryPage.getBytes()

  // compress dictionary page data
  const compressedBytes = compressors[codec]?.(dictionaryBytes) ?? dictionaryBytes

  // write dictionary page header
  const headerStart = writer.offset
  ;(0,datapage/* writePageHeader */.s)(writer, {
    type: 'DICTIONARY_PAGE',
    uncompressed_page_size: dictionaryBytes.byteLength,
    compressed_page_size: compressedBytes.byteLength,
    dictionary_page_header: {
      num_values: dictionary.length,
      encoding: 'PLAIN',
    },
  })
  const headerSize = writer.offset - headerStart
  writer.appendBytes(compressedBytes)
  return headerSize + dictionaryBytes.byteLength
}

;// CONCATENATED MODULE: ./node_modules/hyparquet-writer/src/geospatial.js
/**
 * Compute geospatial statistics for GEOMETRY and GEOGRAPHY columns.
 *
 * @import {BoundingBox, DecodedArray, Geometry, GeospatialStatistics} from 'hyparquet/src/types.js'
 * @param {DecodedArray} values
 * @returns {GeospatialStatistics | undefined}
 */
function geospatialStatistics(values) {
  /** @type {Set<number>} */
  const typeCodes = new Set()
  /** @type {Partial<BoundingBox> | undefined} */
  let partial

  for (const value of values) {
    if (value === null || value === undefined) continue
    if (typeof value !== 'object') {
      throw new Error('geospatial column expects GeoJSON geometries')
    }
    partial = extendBoundsFromGeometry(partial, value)
    typeCodes.add(geometryTypeCodeWithDimension(value))
  }

  // If either the X or Y dimension has no finite values, the bounding box itself is not produced
  /** @type {BoundingBox | undefined} */
  let bbox
  const { xmin, ymin, xmax, ymax } = partial ?? {}
  if (xmin !== undefined && ymin !== undefined && xmax !== undefined && ymax !== undefined) {
    bbox = { ...partial, xmin, ymin, xmax, ymax }
  }

  if (typeCodes.size || bbox) {
    return {
      bbox,
      // Geospatial type codes of all instances, or an empty list if not known
      geospatial_types: typeCodes.size ? Array.from(typeCodes).sort((a, b) => a - b) : [],
    }
  }
}

/**
 * @param {Partial<BoundingBox> | undefined} bbox
 * @param {Geometry} geometry
 * @returns {Partial<BoundingBox> | undefined}
 */
function extendBoundsFromGeometry(bbox, geometry) {
  if (geometry.type === 'GeometryCollection') {
    for (const child of geometry.geometries || []) {
      bbox = extendBoundsFromGeometry(bbox, child)
    }
    return bbox
  }
  return extendBoundsFromCoordinates(bbox, geometry.coordinates)
}

/**
 * Recurse through nested coordinate arrays. At a leaf position [x,y,(z),(m)],
 * each dimension is filtered independently. NaN/non-finite values in one
 * dimension does not skip the others.
 * @param {Partial<BoundingBox> | undefined} bbox
 * @param {any[]} coordinates
 * @returns {Partial<BoundingBox> | undefined}
 */
function extendBoundsFromCoordinates(bbox, coordinates) {
  if (typeof coordinates[0] === 'number') {
    // Expand bbox
    bbox = updateAxis(bbox, 'xmin', 'xmax', coordinates[0])
    bbox = updateAxis(bbox, 'ymin', 'ymax', coordinates[1])
    if (coordinates.length > 2) bbox = updateAxis(bbox, 'zmin', 'zmax', coordinates[2])
    if (coordinates.length > 3) bbox = updateAxis(bbox, 'mmin', 'mmax', coordinates[3])
    return bbox
  }
  for (const child of coordinates) {
    bbox = extendBoundsFromCoordinates(bbox, child)
  }
  return bbox
}

/**
 * @param {Partial<BoundingBox> | undefined} bbox
 * @param {'xmin' | 'ymin' | 'zmin' | 'mmin'} minKey
 * @param {'xmax' | 'ymax' | 'zmax' | 'mmax'} maxKey
 * @param {number | undefined} value
 * @returns {Partial<BoundingBox> | undefined}
 */
function updateAxis(bbox, minKey, maxKey, value) {
  if (value === undefined || !Number.isFinite(value)) return bbox
  if (!bbox) bbox = {}
  const min = bbox[minKey]
  const max = bbox[maxKey]
  if (min === undefined || value < min) bbox[minKey] = value
  if (max === undefined || value > max) bbox[maxKey] = value
  return bbox
}

/**
 * @param {Geometry} geometry
 * @returns {number}
 */
function geometryTypeCodeWithDimension(geometry) {
  const base = geometryTypeCodes[geometry.type]
  if (base === undefined) throw new Error(`unknown geometry type: ${geometry.type}`)
  const dim = inferGeometryDimensions(geometry)
  if (dim === 2) return base
  if (dim === 3) return base + 1000
  if (dim === 4) return base + 3000
  throw new Error(`unsupported geometry dimensions: ${dim}`)
}

const geometryTypeCodes = {
  Point: 1,
  LineString: 2,
  Polygon: 3,
  MultiPoint: 4,
  MultiLineString: 5,
  MultiPolygon: 6,
  GeometryCollection: 7,
}

/**
 * Determine the maximum coordinate dimensions for the geometry.
 * @param {Geometry} geometry
 * @returns {number}
 */
function inferGeometryDimensions(geometry) {
  if (geometry.type === 'GeometryCollection') {
    let maxDim = 0
    for (const child of geometry.geometries || []) {
      maxDim = Math.max(maxDim, inferGeometryDimensions(child))
    }
    return maxDim || 2
  }
  return inferCoordinateDimensions(geometry.coordinates)
}

/**
 * @param {any[]} value
 * @returns {number}
 */
function inferCoordinateDimensions(value) {
  if (!value.length) return 2
  if (typeof value[0] === 'number') return value.length
  let maxDim = 0
  for (const item of value) {
    maxDim = Math.max(maxDim, inferCoordinateDimensions(item))
  }
  return maxDim || 2
}

// EXTERNAL MODULE: ./node_modules/hyparquet-writer/src/unconvert.js + 1 modules
var unconvert = __nccwpck_require__(933);
;// CONCATENATED MODULE: ./node_modules/hyparquet-writer/src/column.js






/**
 * @import {ColumnChunk, DecodedArray, Encoding, OffsetIndex, ParquetType, SchemaElement} from 'hyparquet'
 * @import {PageEncodingStats} from 'hyparquet/src/types.js'
 * @import {ChunkStatistics, ColumnEncoder, PageColumnIndex, PageData, Writer} from '../src/types.js'
 */

/**
 * Write a column chunk to the writer.
 *
 * @param {object} options
 * @param {Writer} options.writer
 * @param {ColumnEncoder} options.column
 * @param {PageData} options.pageData
 * @returns {{ chunk: ColumnChunk, columnIndex?: PageColumnIndex, offsetIndex?: OffsetIndex, bloomFilter?: Uint32Array }}
 */
function writeColumn({ writer, column, pageData }) {
  const { columnName, element, schemaPath, stats, pageSize, dictionarySize, encoding: userEncoding } = column
  const { type, type_length } = element
  if (!type) throw new Error(`column ${columnName} cannot determine type`)
  const { values, definitionLevels, repetitionLevels, maxDefinitionLevel } = pageData
  const offsetStart = writer.offset
  let uncompressedSize = 0

  /** @type {Encoding[]} */
  const encodings = []

  const isGeospatial = element?.logical_type?.type === 'GEOMETRY' || element?.logical_type?.type === 'GEOGRAPHY'

  // Compute statistics
  const geospatial_statistics = stats && isGeospatial ? geospatialStatistics(values) : undefined

  // Build bloom filter from original values (hashParquetValue reads schema info from element)
  let bloomFilter
  if (column.bloomFilter) {
    const opts = typeof column.bloomFilter === 'object' ? column.bloomFilter : undefined
    const builder = new BloomBuilder(element, opts)
    for (const v of values) builder.insert(v)
    bloomFilter = builder.finalize()
  }

  // dictionary encoding
  /** @type {bigint | undefined} */
  let dictionary_page_offset
  const selectPhysical = element.converted_type !== 'UTF8'
  const dictionaryValues = selectPhysical ? (0,unconvert/* unconvert */.tu)(element, values) : values
  // Validate physical values before statistics or encoders can wrap them.
  if (type === 'INT64') {
    const unsigned = element.converted_type === 'UINT_64' ||
      element.logical_type?.type === 'INTEGER' && !element.logical_type.isSigned
    const min = unsigned ? 0n : -(2n ** 63n)
    const max = unsigned ? 2n ** 64n - 1n : 2n ** 63n - 1n
    for (const value of dictionaryValues) {
      if (value !== null && value !== undefined && (value < min || value > max)) {
        throw new RangeError(`parquet INT64 value out of range: ${value}`)
      }
    }
  }
  // JSON bounds order the encoded bytes, not the JS values
  const statisticsValues = element.converted_type === 'JSON' ? dictionaryValues : values
  const statistics = stats ? getStatistics(statisticsValues, element) : undefined
  const { dictionary, indexes } = useDictionary(
    dictionaryValues, type, type_length, userEncoding, dictionarySize, maxDefinitionLevel === 0
  )

  // Determine encoding and prepare values for writing
  /** @type {Encoding} */
  let encoding
  /** @type {DecodedArray} */
  let writeValues
  let writeType = type
  if (dictionary && indexes) {
    // replace values with dictionary indices
    writeValues = indexes
    writeType = 'INT32'
    encoding = 'RLE_DICTIONARY'

    // write dictionary page first
    dictionary_page_offset = BigInt(writer.offset)
    const unconverted = selectPhysical ? dictionary : (0,unconvert/* unconvert */.tu)(element, dictionary)
    uncompressedSize += writeDictionaryPage(writer, column, unconverted)
    encodings.push('PLAIN')
  } else {
    // unconvert values from rich types to simple
    writeValues = selectPhysical ? dictionaryValues : (0,unconvert/* unconvert */.tu)(element, values)
    // a requested RLE_DICTIONARY that produced no dictionary (BOOLEAN) must
    // not label plain pages as dictionary-encoded
    encoding = userEncoding && userEncoding !== 'RLE_DICTIONARY' ? userEncoding
      : type === 'BOOLEAN' && values.length > 16 ? 'RLE' : 'PLAIN'
  }
  encodings.push(encoding)

  // Split values into pages based on pageSize
  const pageBoundaries = getPageBoundaries(writeValues, writeType, type_length, pageSize, repetitionLevels)

  // Initialize index structures if requested
  /** @type {PageColumnIndex | undefined} */
  let columnIndex = column.columnIndex && pageBoundaries.length > 1 ? {
    null_pages: [],
    min_values: [],
    max_values: [],
    boundary_order: 'UNORDERED',
    null_counts: [],
    nan_counts: isFloat(element) ? [] : undefined,
  } : undefined
  /** @type {OffsetIndex | undefined} */
  const offsetIndex = column.offsetIndex && pageBoundaries.length > 1 ? {
    page_locations: [],
  } : undefined

  // Write data pages
  const data_page_offset = BigInt(writer.offset)
  let first_row_index = 0n
  let prevStart = 0
  let prevMinValue
  let prevMaxValue
  let ascending = true
  let descending = true

  for (const { start, end } of pageBoundaries) {
    const pageOffset = writer.offset

    // Slice into subpage and write levels and data
    const pageChunk = {
      values: writeValues.slice(start, end),
      definitionLevels: definitionLevels.slice(start, end),
      repetitionLevels: repetitionLevels.slice(start, end),
      maxDefinitionLevel,
    }
    uncompressedSize += (0,datapage/* writeDataPageV2 */.t)({ writer, column, encoding, pageData: pageChunk })

    // ColumnIndex construction
    if (columnIndex) {
      const pageValues = statisticsValues.slice(start, end) // original values not indexes
      const { min_value, max_value, null_count = 0n, nan_count } = getStatistics(pageValues, element)
      const nullPage = null_count === BigInt(end - start)
      const minBytes = (0,unconvert/* unconvertMinMax */.lj)(min_value, element, false, column.statisticsTruncateLength)
      const maxBytes = (0,unconvert/* unconvertMinMax */.lj)(max_value, element, true, column.statisticsTruncateLength)
      if (!nullPage && (!minBytes || !maxBytes)) {
        // Spec: bounds are required, so a non-null page without them (all NaN) drops the index
        columnIndex = undefined
      } else {
        columnIndex.null_pages.push(nullPage)
        // Spec: for all-null pages set "byte[0]"
        columnIndex.min_values.push(minBytes ?? new Uint8Array())
        columnIndex.max_values.push(maxBytes ?? new Uint8Array())
        columnIndex.null_counts?.push(null_count)
        if (nan_count !== undefined) columnIndex.nan_counts?.push(nan_count)

        // Track boundary order using original JS values
        if (prevMinValue !== undefined && min_value !== undefined) {
          const order = compareValues(prevMinValue, min_value)
          if (order > 0) ascending = false
          if (order < 0) descending = false
        }
        if (prevMaxValue !== undefined && max_value !== undefined) {
          const order = compareValues(prevMaxValue, max_value)
          if (order > 0) ascending = false
          if (order < 0) descending = false
        }
        prevMinValue = min_value
        prevMaxValue = max_value
      }
    }

    // OffsetIndex construction
    if (offsetIndex) {
      if (repetitionLevels.length) {
        // Count row boundaries from previous page
        for (let i = prevStart + 1; i <= start; i++) {
          if (repetitionLevels[i] === 0) first_row_index++
        }
      } else {
        first_row_index = BigInt(start) // Flat column
      }

      offsetIndex.page_locations.push({
        offset: BigInt(pageOffset),
        compressed_page_size: writer.offset - pageOffset,
        first_row_index,
      })
    }

    prevStart = start
  }

  // Set boundary order after all pages are written
  if (columnIndex) {
    if (ascending) columnIndex.boundary_order = 'ASCENDING'
    else if (descending) columnIndex.boundary_order = 'DESCENDING'
  }

  // Build encoding stats
  /** @type {PageEncodingStats[] | undefined} */
  let encoding_stats
  if (stats) {
    encoding_stats = []
    if (dictionary_page_offset !== undefined) {
      encoding_stats.push({ page_type: 'DICTIONARY_PAGE', encoding: 'PLAIN', count: 1 })
    }
    encoding_stats.push({ page_type: 'DATA_PAGE_V2', encoding, count: pageBoundaries.length })
  }

  return {
    chunk: {
      meta_data: {
        type,
        encodings,
        path_in_schema: schemaPath.slice(1).map(s => s.name),
        codec: column.codec ?? 'UNCOMPRESSED',
        num_values: BigInt(values.length),
        total_compressed_size: BigInt(writer.offset - offsetStart),
        total_uncompressed_size: BigInt(uncompressedSize),
        data_page_offset,
        dictionary_page_offset,
        statistics,
        encoding_stats,
        geospatial_statistics,
      },
      file_offset: BigInt(offsetStart),
    },
    columnIndex,
    offsetIndex,
    bloomFilter,
  }
}

/**
 * Split values into pages by estimated byte size. A page can only begin at a
 * row boundary (repetition level 0), as data page v2 requires: a row never
 * spans pages, so a page may run past pageSize to reach the next row.
 *
 * @param {DecodedArray} values
 * @param {ParquetType} type
 * @param {number | undefined} type_length
 * @param {number} pageSize
 * @param {number[]} [repetitionLevels] empty for unrepeated columns
 * @returns {{start: number, end: number}[]}
 */
function getPageBoundaries(values, type, type_length, pageSize, repetitionLevels = []) {
  // If no pageSize limit, return single page with all values
  if (!pageSize) {
    return [{ start: 0, end: values.length }]
  }

  const boundaries = []
  let start = 0
  let accumulatedBytes = 0

  for (let i = 0; i < values.length; i++) {
    const valueSize = estimateValueSize(values[i], type, type_length)
    accumulatedBytes += valueSize

    // Check if we should start a new page
    const rowStart = !repetitionLevels.length || repetitionLevels[i] === 0
    if (accumulatedBytes >= pageSize && i > start && rowStart) {
      boundaries.push({ start, end: i })
      start = i
      accumulatedBytes = valueSize
    }
  }

  // Final page with remaining values
  if (start < values.length) {
    boundaries.push({ start, end: values.length })
  }

  return boundaries
}

/**
 * @param {DecodedArray} values
 * @param {SchemaElement} element
 * @returns {ChunkStatistics}
 */
function getStatistics(values, element) {
  let min_value = undefined
  let max_value = undefined
  let null_count = 0n
  let nan_count = isFloat(element) ? 0n : undefined
  for (const value of values) {
    if (value === null || value === undefined) {
      null_count++
      continue
    }
    const statisticValue = physicalStatistic(value, element)
    if (typeof statisticValue === 'object' && !(statisticValue instanceof Uint8Array)) continue
    if (typeof statisticValue === 'number' && Number.isNaN(statisticValue)) {
      if (nan_count !== undefined) nan_count++
      continue // skip NaN per parquet spec
    }
    if (min_value === undefined || compareValues(statisticValue, min_value) < 0) min_value = statisticValue
    if (max_value === undefined || compareValues(statisticValue, max_value) > 0) max_value = statisticValue
  }
  // Normalize signed zero per parquet spec: min becomes -0, max becomes +0
  if (min_value === 0) min_value = -0
  if (max_value === 0) max_value = 0
  return { min_value, max_value, null_count, nan_count }
}

/**
 * @param {SchemaElement} element
 * @returns {boolean}
 */
function isFloat({ type, logical_type }) {
  return type === 'FLOAT' || type === 'DOUBLE' || logical_type?.type === 'FLOAT16'
}

/**
 * Normalize values that have more than one input representation, so that
 * statistics compare them as the physical values they are written as. DECIMAL
 * numbers are logical values while bigints are already unscaled, and a Date in
 * a DATE or TIMESTAMP column is stored in the column's unit.
 *
 * @param {any} value
 * @param {SchemaElement} element
 * @returns {any}
 */
function physicalStatistic(value, element) {
  if (element.converted_type === 'DECIMAL' && typeof value === 'number') {
    return BigInt(Math.round(value * 10 ** (element.scale || 0)))
  }
  if (value instanceof Date && (element.type === 'INT32' || element.type === 'INT64')) {
    return (0,unconvert/* unconvert */.tu)(element, [value])[0]
  }
  return value
}

/**
 * Compare primitive statistic values or Parquet byte arrays. Byte arrays use
 * unsigned lexicographic order, as required for BYTE_ARRAY min/max bounds.
 *
 * @param {any} left
 * @param {any} right
 * @returns {number}
 */
function compareValues(left, right) {
  if (left instanceof Uint8Array && right instanceof Uint8Array) {
    const length = Math.min(left.length, right.length)
    for (let i = 0; i < length; i += 1) {
      if (left[i] !== right[i]) return left[i] - right[i]
    }
    return left.length - right.length
  }
  if (typeof left === 'string' && typeof right === 'string') return compareStrings(left, right)
  if (left < right) return -1
  if (left > right) return 1
  return 0
}

/**
 * Compare strings in UTF-8 byte order, which is code point order. JavaScript
 * `<` compares UTF-16 code units, which misorders supplementary characters
 * (surrogate pairs) against U+E000..U+FFFF. Lone surrogates compare as U+FFFD,
 * matching how TextEncoder writes them.
 *
 * @param {string} left
 * @param {string} right
 * @returns {number}
 */
function compareStrings(left, right) {
  if (left === right) return 0
  const length = Math.min(left.length, right.length)
  let i = 0
  while (i < length && left.charCodeAt(i) === right.charCodeAt(i)) i++
  // back up if the difference is in the low half of a surrogate pair
  if (i > 0) {
    const prev = left.charCodeAt(i - 1)
    if (prev >= 0xd800 && prev <= 0xdbff) i--
  }
  while (i < left.length && i < right.length) {
    const a = codePointAt(left, i)
    const b = codePointAt(right, i)
    if (a !== b) return a - b
    i += a > 0xffff ? 2 : 1
  }
  return left.length - right.length
}

/**
 * @param {string} str
 * @param {number} i
 * @returns {number}
 */
function codePointAt(str, i) {
  const code = str.codePointAt(i) ?? 0xfffd
  return code >= 0xd800 && code <= 0xdfff ? 0xfffd : code
}

// EXTERNAL MODULE: ./node_modules/hyparquet/src/schema.js
var schema = __nccwpck_require__(8286);
;// CONCATENATED MODULE: ./node_modules/hyparquet-writer/src/dremel.js


/**
 * @import {DecodedArray, SchemaElement, SchemaTree} from 'hyparquet'
 * @import {PageData} from '../src/types.js'
 */

/**
 * Encode column values into repetition and definition levels following the
 * Dremel algorithm. Returns page data for one subcolumn (leaf node in the schema).
 *
 * @param {SchemaTree[]} treePath schema tree nodes from root to leaf
 * @param {DecodedArray} rows top-level column data
 * @returns {PageData}
 */
function encodeNestedValues(treePath, rows) {
  const schemaPath = treePath.map(n => n.element)
  if (treePath.length < 2) throw new Error('parquet schema path must include column')

  /** @type {number[]} */
  const definitionLevels = []
  /** @type {number[]} */
  const repetitionLevels = []
  const maxDefinitionLevel = (0,schema/* getMaxDefinitionLevel */.mM)(treePath)

  // Flat required columns don't need dremel encoding
  if (treePath.length === 2 && maxDefinitionLevel === 0) {
    return { values: rows, definitionLevels, repetitionLevels, maxDefinitionLevel }
  }

  // Flat optional columns: just compute definition levels
  if (treePath.length === 2 && maxDefinitionLevel === 1) {
    const definitionLevels = new Array(rows.length)
    for (let i = 0; i < rows.length; i++) {
      definitionLevels[i] = rows[i] === null || rows[i] === undefined ? 0 : 1
    }
    return { values: rows, definitionLevels, repetitionLevels, maxDefinitionLevel }
  }

  // Track repetition depth prior to each level
  const repLevelPrior = new Array(treePath.length)
  let repeatedCount = 0
  for (let i = 0; i < treePath.length; i++) {
    repLevelPrior[i] = repeatedCount
    if (schemaPath[i].repetition_type === 'REPEATED') repeatedCount++
  }

  /** @type {any[]} */
  const values = []

  for (const row of rows) {
    visit(1, row, 0, 0, false)
  }

  return { values, definitionLevels, repetitionLevels, maxDefinitionLevel }

  /**
   * Recursively walk the schema path, emitting definition/repetition pairs.
   *
   * @param {number} depth index into schemaPath
   * @param {any} value value at the current depth
   * @param {number} defLevel definition level accumulated so far
   * @param {number} repLevel repetition level for the next emitted slot
   * @param {boolean} allowNull whether the current value is allowed to be null
   */
  function visit(depth, value, defLevel, repLevel, allowNull) {
    const element = schemaPath[depth]
    const repetition = element.repetition_type || 'REQUIRED'

    // Leaf node
    if (depth === treePath.length - 1) {
      if (value === null || value === undefined) {
        if (repetition === 'REQUIRED' && !allowNull) {
          throw new Error('parquet required value is undefined')
        }
        definitionLevels.push(defLevel)
      } else {
        definitionLevels.push(repetition === 'REQUIRED' ? defLevel : defLevel + 1)
      }
      repetitionLevels.push(repLevel)
      values.push(value)
      return
    }

    if (repetition === 'REPEATED') {
      if (value === null || value === undefined) {
        if (!allowNull) throw new Error('parquet required value is undefined')
        visit(depth + 1, undefined, defLevel, repLevel, true)
        return
      }
      if (!Array.isArray(value)) {
        throw new Error(`parquet repeated field ${element.name} must be an array`)
      }
      if (!value.length) {
        visit(depth + 1, undefined, defLevel, repLevel, true)
        return
      }
      // For MAP key_value entries, extract the child field (key or value) from each entry
      const isMapEntry = (0,schema/* isMapLike */.ES)(treePath[depth - 1])
      const childElement = schemaPath[depth + 1]
      for (let i = 0; i < value.length; i++) {
        let childValue = value[i]
        if (isMapEntry && childValue && typeof childValue === 'object' && childElement) {
          childValue = childValue[childElement.name]
        }
        const childRep = i === 0 ? repLevel : repLevelPrior[depth] + 1
        visit(depth + 1, childValue, defLevel + 1, childRep, false)
      }
      return
    }

    if (repetition === 'OPTIONAL') {
      if (value === null || value === undefined) {
        visit(depth + 1, undefined, defLevel, repLevel, true)
      } else {
        const childValue = getChildValue(depth, value)
        const childIsNull = childValue === null || childValue === undefined
        // Increment def level if: (1) this is a struct (contributes to def even if child is null),
        // or (2) the child value exists. LIST/MAP wrappers don't increment def level themselves.
        const isLogicalContainer = (0,schema/* isListLike */.wq)(treePath[depth]) || (0,schema/* isMapLike */.ES)(treePath[depth])
        const isStruct = element.num_children && !element.type && !isLogicalContainer
        const nextDef = isStruct || !childIsNull ? defLevel + 1 : defLevel
        visit(depth + 1, childValue, nextDef, repLevel, childIsNull)
      }
      return
    }

    // REQUIRED
    if (value === null || value === undefined) {
      if (!allowNull) throw new Error('parquet required value is undefined')
      visit(depth + 1, undefined, defLevel, repLevel, true)
    } else {
      visit(depth + 1, getChildValue(depth, value), defLevel, repLevel, false)
    }
  }

  /**
   * Select the child value for the next schema element in the path.
   * Normalizes maps to {key, value} entries.
   *
   * @param {number} depth current schema depth
   * @param {any} currentValue current value at this depth
   * @returns {any}
   */
  function getChildValue(depth, currentValue) {
    if (currentValue === null || currentValue === undefined) return undefined
    const child = schemaPath[depth + 1]
    if (!child) return undefined

    // LIST and MAP wrappers
    if ((0,schema/* isListLike */.wq)(treePath[depth])) return currentValue
    if ((0,schema/* isMapLike */.ES)(treePath[depth])) {
      return normalizeMap(currentValue, schemaPath[depth])
    }

    if (typeof currentValue === 'object' && !Array.isArray(currentValue)) {
      return currentValue[child.name]
    }

    throw new Error(`parquet expected struct, got ${currentValue}`)
  }

}

/**
 * Normalize a map value to an array of {key, value} entries.
 * Accepts Map, plain object, array of [k, v] pairs, or array of {key, value}.
 *
 * @param {any} value
 * @param {SchemaElement} element
 * @returns {{key: any, value: any}[]}
 */
function normalizeMap(value, element) {
  if (value instanceof Map) {
    return Array.from(value.entries(), ([k, v]) => ({ key: k, value: v }))
  }
  if (Array.isArray(value)) {
    return value.map(entry => {
      if (entry && typeof entry === 'object' && 'key' in entry && 'value' in entry) {
        return entry
      }
      if (Array.isArray(entry) && entry.length === 2) {
        return { key: entry[0], value: entry[1] }
      }
      throw new Error('parquet map entry must provide key and value')
    })
  }
  if (typeof value === 'object') {
    return Object.entries(value).map(([k, v]) => ({ key: k, value: v }))
  }
  throw new Error(`parquet map field ${element.name} must be Map, array, or object`)
}

// EXTERNAL MODULE: ./node_modules/hyparquet/src/constants.js
var constants = __nccwpck_require__(312);
;// CONCATENATED MODULE: ./node_modules/hyparquet-writer/src/indexes.js



/**
 * @import {ColumnChunk, OffsetIndex} from 'hyparquet'
 * @import {PageColumnIndex, PageIndexes, Writer} from '../src/types.js'
 */

/**
 * Write ColumnIndex and OffsetIndex for the given columns.
 *
 * @param {Writer} writer
 * @param {PageIndexes[]} pageIndexes
 */
function writeIndexes(writer, pageIndexes) {
  for (const { chunk, columnIndex } of pageIndexes) {
    writeColumnIndex(writer, chunk, columnIndex)
  }
  for (const { chunk, offsetIndex } of pageIndexes) {
    writeOffsetIndex(writer, chunk, offsetIndex)
  }
}

/**
 * @param {Writer} writer
 * @param {ColumnChunk} columnChunk
 * @param {PageColumnIndex} [columnIndex]
 */
function writeColumnIndex(writer, columnChunk, columnIndex) {
  // Page indexes only help when multiple pages
  if (!columnIndex || columnIndex.min_values.length <= 1) return
  const columnIndexOffset = writer.offset
  ;(0,thrift/* serializeTCompactProtocol */.mC)(writer, {
    field_1: columnIndex.null_pages,
    field_2: columnIndex.min_values,
    field_3: columnIndex.max_values,
    field_4: constants/* BoundaryOrders */.UQ.indexOf(columnIndex.boundary_order),
    field_5: columnIndex.null_counts,
    field_8: columnIndex.nan_counts,
  })
  columnChunk.column_index_offset = BigInt(columnIndexOffset)
  columnChunk.column_index_length = writer.offset - columnIndexOffset
}

/**
 * @param {Writer} writer
 * @param {ColumnChunk} columnChunk
 * @param {OffsetIndex} [offsetIndex]
 */
function writeOffsetIndex(writer, columnChunk, offsetIndex) {
  // Page indexes only help when multiple pages
  if (!offsetIndex || offsetIndex.page_locations.length <= 1) return
  const offsetIndexOffset = writer.offset
  ;(0,thrift/* serializeTCompactProtocol */.mC)(writer, {
    field_1: offsetIndex.page_locations.map(p => ({
      field_1: p.offset,
      field_2: p.compressed_page_size,
      field_3: p.first_row_index,
    })),
  })
  columnChunk.offset_index_offset = BigInt(offsetIndexOffset)
  columnChunk.offset_index_length = writer.offset - offsetIndexOffset
}

// EXTERNAL MODULE: ./node_modules/hyparquet-writer/src/metadata.js
var src_metadata = __nccwpck_require__(108);
// EXTERNAL MODULE: ./node_modules/hyparquet-writer/src/schema.js
var src_schema = __nccwpck_require__(9022);
;// CONCATENATED MODULE: ./node_modules/hyparquet-writer/src/snappy.js
/**
 * The MIT License (MIT)
 * Copyright (c) 2016 Zhipeng Jia
 * https://github.com/zhipeng-jia/snappyjs
 */



/**
 * @import {Writer} from '../src/types.js'
 */

const MAX_HASH_TABLE_BITS = 14
const MAX_OFFSET = 0xffff
const globalHashTables = new Array(MAX_HASH_TABLE_BITS + 1)

/**
 * Compress snappy data.
 * Returns Snappy-compressed bytes as Uint8Array.
 *
 * @param {Uint8Array} input - uncompressed data
 * @returns {Uint8Array}
 */
function snappyCompress(input) {
  const writer = new bytewriter/* ByteWriter */.U()
  writer.appendVarInt(input.length) // uncompressed length

  compressInput(writer, input)

  return writer.getBytes()
}

/**
 * Hash function used in the reference implementation.
 *
 * @param {number} key
 * @param {number} hashFuncShift
 * @returns {number}
 */
function hashFunc(key, hashFuncShift) {
  return Math.imul(key, 0x1e35a7bd) >>> hashFuncShift
}

/**
 * Load a 32-bit little-endian integer from a byte array.
 *
 * @param {Uint8Array} array
 * @param {number} pos
 * @returns {number}
 */
function load32(array, pos) {
  return (
    array[pos] +
    (array[pos + 1] << 8) +
    (array[pos + 2] << 16) +
    (array[pos + 3] << 24)
  )
}

/**
 * Compare two 32-bit sequences for equality.
 *
 * @param {Uint8Array} array
 * @param {number} pos1
 * @param {number} pos2
 * @returns {boolean}
 */
function equals32(array, pos1, pos2) {
  return (
    array[pos1] === array[pos2] &&
    array[pos1 + 1] === array[pos2 + 1] &&
    array[pos1 + 2] === array[pos2 + 2] &&
    array[pos1 + 3] === array[pos2 + 3]
  )
}

/**
 * Emit a literal chunk of data.
 * @param {Writer} writer
 * @param {Uint8Array} input
 * @param {number} ip
 * @param {number} len
 */
function emitLiteral(writer, input, ip, len) {
  // The first byte(s) encode the literal length
  if (len <= 60) {
    writer.appendUint8(len - 1 << 2)
  } else {
    const value = len - 1
    const bytes = value < 0x100 ? 1 : value < 0x10000 ? 2 : value < 0x1000000 ? 3 : 4
    writer.appendUint8(59 + bytes << 2)
    for (let i = 0; i < bytes; i++) {
      writer.appendUint8(value >>> i * 8)
    }
  }

  // Then copy the literal bytes
  writer.appendBytes(input.subarray(ip, ip + len))
}

/**
 * Emit a copy of previous data.
 * @param {Writer} writer
 * @param {number} offset
 * @param {number} len
 */
function emitCopyLessThan64(writer, offset, len) {
  if (len < 12 && offset < 2048) {
    // Copy 4..11 bytes, offset < 2048
    //    --> [  1   | (len-4)<<2 | (offset>>8)<<5 ]
    writer.appendUint8(1 + (len - 4 << 2) + (offset >>> 8 << 5))
    writer.appendUint8(offset & 0xff)
  } else {
    // Copy len bytes, offset 1..65535
    //    --> [  2   | (len-1)<<2 ]
    writer.appendUint8(2 + (len - 1 << 2))
    writer.appendUint8(offset & 0xff)
    writer.appendUint8(offset >>> 8)
  }
}

/**
 * Emit a copy of previous data.
 * @param {Writer} writer
 * @param {number} offset
 * @param {number} len
 */
function emitCopy(writer, offset, len) {
  // Emit 64-byte copies as long as we can
  while (len >= 68) {
    emitCopyLessThan64(writer, offset, 64)
    len -= 64
  }
  // Emit one 60-byte copy if needed
  if (len > 64) {
    emitCopyLessThan64(writer, offset, 60)
    len -= 60
  }
  // Final copy
  emitCopyLessThan64(writer, offset, len)
}

/**
 * Compress input data.
 * @param {Writer} writer
 * @param {Uint8Array} input
 */
function compressInput(writer, input) {
  const inputSize = input.length
  let hashTableBits = 1
  while (1 << hashTableBits <= inputSize && hashTableBits <= MAX_HASH_TABLE_BITS) {
    hashTableBits++
  }
  hashTableBits--
  const hashFuncShift = 32 - hashTableBits

  // Initialize the hash table
  globalHashTables[hashTableBits] ??= new Uint32Array(1 << hashTableBits)
  const hashTable = globalHashTables[hashTableBits]
  hashTable.fill(0)

  const ipEnd = inputSize
  let ipLimit
  let ip = 0
  let nextEmit = 0

  let hash, nextHash
  let nextIp, candidate, skip
  let bytesBetweenHashLookups
  let base, matched, offset
  let prevHash, curHash
  let flag = true

  const INPUT_MARGIN = 15
  if (inputSize >= INPUT_MARGIN) {
    ipLimit = ipEnd - INPUT_MARGIN
    ip++
    nextHash = hashFunc(load32(input, ip), hashFuncShift)

    while (flag) {
      skip = 32
      nextIp = ip
      do {
        ip = nextIp
        hash = nextHash
        bytesBetweenHashLookups = skip >>> 5
        skip++
        nextIp = ip + bytesBetweenHashLookups
        if (ip > ipLimit) {
          flag = false
          break
        }
        nextHash = hashFunc(load32(input, nextIp), hashFuncShift)
        candidate = hashTable[hash]
        hashTable[hash] = ip
      } while (ip - candidate > MAX_OFFSET || !equals32(input, ip, candidate))

      if (!flag) {
        break
      }

      // Emit the literal from `nextEmit` to `ip`
      emitLiteral(writer, input, nextEmit, ip - nextEmit)

      // We found a match. Repeatedly match and emit copies
      do {
        base = ip
        matched = 4
        while (
          ip + matched < ipEnd &&
          input[ip + matched] === input[candidate + matched]
        ) {
          matched++
        }
        ip += matched
        offset = base - candidate
        emitCopy(writer, offset, matched)

        nextEmit = ip
        if (ip >= ipLimit) {
          flag = false
          break
        }
        prevHash = hashFunc(load32(input, ip - 1), hashFuncShift)
        hashTable[prevHash] = ip - 1
        curHash = hashFunc(load32(input, ip), hashFuncShift)
        candidate = hashTable[curHash]
        hashTable[curHash] = ip
      } while (ip - candidate <= MAX_OFFSET && equals32(input, ip, candidate))

      if (!flag) {
        break
      }

      ip++
      nextHash = hashFunc(load32(input, ip), hashFuncShift)
    }
  }

  // Emit the last literal (if any)
  if (nextEmit < ipEnd) {
    emitLiteral(writer, input, nextEmit, ipEnd - nextEmit)
  }
}

;// CONCATENATED MODULE: ./node_modules/hyparquet-writer/src/variant.js


const encoder = new TextEncoder()
const INT64_MIN = -(2n ** 63n)
const INT64_MAX = 2n ** 63n - 1n
const VARIANT_NULL = new Uint8Array([0x00])
const RESERVED_SHREDDING_FIELDS = new Set(['value', 'typed_value'])
/** @type {Map<string, number>} */
const EMPTY_KEY_INDEX = new Map()
const EMPTY_METADATA = writeVariantMetadata([])

/**
 * Encode an array of arbitrary JS values into variant binary format.
 * Each row becomes { metadata, value } (or null for missing values).
 * When shredding is provided, produces { metadata, value, typed_value } per row.
 *
 * @import {BasicType, ShredType} from '../src/types.js'
 * @param {any[]} values
 * @param {ShredType | undefined} shredding
 * @param {{ name: string, required: boolean }} [column]
 * @returns {Array<Record<string, any> | null>}
 */
function encodeVariantColumn(values, shredding, column) {
  if (column?.required) {
    for (let i = 0; i < values.length; i++) {
      if (values[i] === undefined) {
        throw new Error(`required variant column ${column.name} has undefined value at index ${i}`)
      }
    }
  }
  // Scratch writers are safe to reuse after their bytes have been copied into
  // a parent. Keep the pool local so no buffers are retained between columns.
  /** @type {ByteWriter[]} */
  const scratchWriters = []
  const shreddingConfig = shredding && normalizeShreddingConfig(shredding)
  if (shreddingConfig) {
    // Cache (metadata, keyIndex) by sorted-dictionary signature so rows with
    // the same set of keys share a single Uint8Array + Map.
    /** @type {Map<string, { metadata: Uint8Array, keyIndex: Map<string, number> }>} */
    const metadataCache = new Map()
    return values.map(value => {
      // undefined is a missing row; null is a present Variant null.
      if (value === undefined) return null
      // Build the metadata dictionary from every nested key in the row. The
      // reader uses dictionary membership to decide which object fields are
      // present, so all present keys (shredded or not) must be in the dictionary.
      /** @type {Set<string>} */
      const keys = new Set()
      collectKeys(value, keys)
      const { metadata, keyIndex } = getVariantRowMetadata(keys, metadataCache)
      return { metadata, ...encodeShredded(value, shreddingConfig, keyIndex, true, scratchWriters) }
    })
  }

  const dictionary = buildVariantDictionary(values)
  const metadata = writeVariantMetadata(dictionary)
  /** @type {Map<string, number>} */
  const keyIndex = new Map()
  for (let i = 0; i < dictionary.length; i++) {
    keyIndex.set(dictionary[i], i)
  }
  return values.map(value => {
    // Keep top-level null as a present Variant null (0x00). Only undefined is missing.
    if (value === undefined) return null
    return { metadata, value: writeVariantValue(value, keyIndex, scratchWriters) }
  })
}

/**
 * Recursively encode a value against a shred type into a { value, typed_value }
 * shredded group (the metadata wrapper is added by the caller at the top level).
 *
 * Shape rules (per the Variant shredding spec):
 * - scalar: matches the type -> typed_value holds the value, value is null;
 *   otherwise fall back to a binary variant in value.
 * - object: shredded fields go into the typed_value struct (absent fields are
 *   omitted), remaining fields are packed into a binary value.
 * - array: each element is recursively shredded into the typed_value LIST, value
 *   is null. A non-array value falls back to a binary value.
 *
 * @param {any} value
 * @param {ShredType} shredType
 * @param {Map<string, number>} keyIndex
 * @param {boolean} allowPartialObjects
 * @param {ByteWriter[]} scratchWriters
 * @returns {{ value: Uint8Array | null, typed_value: any }}
 */
function encodeShredded(value, shredType, keyIndex, allowPartialObjects, scratchWriters) {
  // Present Variant null: value holds variant null, typed_value is null.
  if (value === null || value === undefined) {
    return { value: VARIANT_NULL, typed_value: null }
  }

  // Array shred type
  if (Array.isArray(shredType)) {
    if (!Array.isArray(value)) {
      // Not an array: typed_value must be null, store the value as binary.
      return { value: writeVariantValue(value, keyIndex, scratchWriters), typed_value: null }
    }
    const elemShred = shredType[0]
    return {
      value: null,
      typed_value: value.map(el => encodeShredded(el, elemShred, keyIndex, false, scratchWriters)),
    }
  }

  // Object shred type
  if (typeof shredType === 'object') {
    // Not a plain object: fall back to a binary value.
    if (typeof value !== 'object' || Array.isArray(value) || value instanceof Date || value instanceof Uint8Array) {
      return { value: writeVariantValue(value, keyIndex, scratchWriters), typed_value: null }
    }

    // Remaining (non-shredded) fields are packed into a binary value.
    /** @type {Record<string, any>} */
    const remaining = {}
    let hasRemaining = false
    for (const k of Object.keys(value)) {
      if (k in shredType || value[k] === undefined) continue
      remaining[k] = value[k]
      hasRemaining = true
    }
    if (hasRemaining && !allowPartialObjects) {
      return { value: writeVariantValue(value, keyIndex, scratchWriters), typed_value: null }
    }

    const fieldNames = Object.keys(shredType)
    const hasMissingFieldConflict = fieldNames.some(fieldName =>
      (!Object.prototype.hasOwnProperty.call(value, fieldName) || value[fieldName] === undefined) &&
      keyIndex.has(fieldName)
    )
    if (hasMissingFieldConflict) {
      return { value: writeVariantValue(value, keyIndex, scratchWriters), typed_value: null }
    }

    /** @type {Record<string, any>} */
    const typedValue = {}
    for (const fieldName of fieldNames) {
      if (!Object.prototype.hasOwnProperty.call(value, fieldName) || value[fieldName] === undefined) {
        // missing field: omit the optional field wrapper entirely
        continue
      }
      typedValue[fieldName] = encodeShredded(
        value[fieldName], shredType[fieldName], keyIndex, false, scratchWriters
      )
    }
    const binaryValue = hasRemaining ? writeVariantValue(remaining, keyIndex, scratchWriters) : null

    return { value: binaryValue, typed_value: typedValue }
  }

  // Scalar shred type
  if (matchesType(value, shredType)) {
    return { value: null, typed_value: value }
  }
  return { value: writeVariantValue(value, keyIndex, scratchWriters), typed_value: null }
}

/**
 * Build metadata and keyIndex, sharing across rows with the same dictionary.
 *
 * @param {Set<string>} keys
 * @param {Map<string, { metadata: Uint8Array, keyIndex: Map<string, number> }>} metadataCache
 * @returns {{ metadata: Uint8Array, keyIndex: Map<string, number> }}
 */
function getVariantRowMetadata(keys, metadataCache) {
  if (keys.size === 0) {
    return { metadata: EMPTY_METADATA, keyIndex: EMPTY_KEY_INDEX }
  }

  const dictionary = [...keys].sort()
  const cacheKey = dictionary.join('\0')
  const cached = metadataCache.get(cacheKey)
  if (cached) {
    return cached
  }

  const metadata = writeVariantMetadata(dictionary)
  const keyIndex = new Map()
  for (let i = 0; i < dictionary.length; i++) keyIndex.set(dictionary[i], i)
  const rowMetadata = { metadata, keyIndex }
  metadataCache.set(cacheKey, rowMetadata)
  return rowMetadata
}

/**
 * Check if a JS value matches a BasicType for shredding.
 *
 * @param {any} value
 * @param {BasicType} type
 * @returns {boolean}
 */
function matchesType(value, type) {
  if (value === null || value === undefined) return false
  switch (type) {
  case 'BOOLEAN': return typeof value === 'boolean'
  case 'INT32': return typeof value === 'number' && Number.isInteger(value) && value >= -2147483648 && value <= 2147483647
  case 'INT64': return typeof value === 'bigint' && value >= INT64_MIN && value <= INT64_MAX
  case 'FLOAT': return typeof value === 'number'
  case 'DOUBLE': return typeof value === 'number'
  case 'STRING': return typeof value === 'string'
  case 'TIMESTAMP': return value instanceof Date
  default: return false
  }
}

// Conservative defaults for auto-detected shredding. Shredding is a query
// optimization, not a compression one: each shredded leaf is a full column
// (page headers, dictionary page, offset index), so deep/wide structures
// auto-shred into hundreds of columns and bloat the file. Auto-detect only
// descends a couple of container levels and bails on very wide schemas,
// leaving the rest in the binary value fallback. Explicit configs are unbounded.
const MAX_SHRED_DEPTH = 3
const MAX_SHRED_LEAVES = 256

/**
 * Auto-detect a shredding config by recursively analyzing values for consistent
 * structure. Detects scalar fields, nested objects, and arrays. Only structured
 * top-level values (objects/arrays) are shredded; a column of bare scalars is
 * left unshredded. Descent is bounded (see MAX_SHRED_DEPTH/MAX_SHRED_LEAVES) to
 * avoid exploding deeply nested variants into a column per leaf.
 *
 * @param {any[]} values
 * @returns {ShredType | undefined}
 */
function autoDetectShredding(values) {
  const detected = detectShred(values, 0)
  // Top level: only shred structured values (objects/arrays), not bare scalars.
  if (detected === undefined || typeof detected !== 'object') return undefined
  const normalized = normalizeShreddingConfig(detected)
  // Leave pathologically wide schemas as a single binary value.
  if (normalized === undefined || countShredLeaves(normalized) > MAX_SHRED_LEAVES) return undefined
  return normalized
}

/**
 * Count the typed leaf columns a shred type expands into (per array element).
 *
 * @param {ShredType} shredType
 * @returns {number}
 */
function countShredLeaves(shredType) {
  if (Array.isArray(shredType)) return shredType.length ? countShredLeaves(shredType[0]) : 0
  if (shredType && typeof shredType === 'object') {
    let leaves = 0
    for (const key of Object.keys(shredType)) leaves += countShredLeaves(shredType[key])
    return leaves
  }
  return 1 // scalar leaf
}

/**
 * Recursively detect a shred type from a pool of sample values at one position.
 * Returns undefined when the values are not consistently shreddable, or when a
 * container is nested deeper than MAX_SHRED_DEPTH (left as binary fallback).
 *
 * @param {any[]} values
 * @param {number} depth container nesting levels already descended
 * @returns {ShredType | undefined}
 */
function detectShred(values, depth) {
  /** @type {any[]} */
  const nonNull = []
  for (const v of values) {
    if (v !== null && v !== undefined) nonNull.push(v)
  }
  if (!nonNull.length) return undefined

  // Object shred: any plain object present. Non-objects are ignored here and
  // fall back to binary at encode time.
  if (nonNull.some(isPlainObject)) {
    if (depth >= MAX_SHRED_DEPTH) return undefined
    /** @type {Map<string, any[]>} field name -> its present values */
    const fieldValues = new Map()
    for (const v of nonNull) {
      if (!isPlainObject(v)) continue
      for (const [key, fieldValue] of Object.entries(v)) {
        if (fieldValue === undefined) continue
        const arr = fieldValues.get(key)
        if (arr) arr.push(fieldValue)
        else fieldValues.set(key, [fieldValue])
      }
    }
    /** @type {Record<string, ShredType>} */
    const shredding = {}
    for (const [key, vals] of fieldValues) {
      const fieldShred = detectShred(vals, depth + 1)
      if (fieldShred !== undefined) shredding[key] = fieldShred
    }
    return Object.keys(shredding).length > 0 ? shredding : undefined
  }

  // Array shred: every value is an array. Pool all elements and recurse.
  if (nonNull.every(Array.isArray)) {
    if (depth >= MAX_SHRED_DEPTH) return undefined
    /** @type {any[]} */
    const elements = []
    for (const arr of nonNull) for (const el of arr) elements.push(el)
    const elemShred = detectShred(elements, depth + 1)
    return elemShred === undefined ? undefined : [elemShred]
  }

  // Scalar shred: every value is the same basic JS type.
  /** @type {string | undefined} */
  let jsType
  for (const v of nonNull) {
    if (Array.isArray(v)) return undefined // mixed array + scalar
    const t = v instanceof Date ? 'date' : typeof v
    if (jsType === undefined) jsType = t
    else if (jsType !== t) return undefined
  }
  return jsType ? jsTypeToBasicType(jsType) : undefined
}

/**
 * True for plain objects (not null, array, Date, or Uint8Array).
 *
 * @param {any} v
 * @returns {boolean}
 */
function isPlainObject(v) {
  return typeof v === 'object' && v !== null &&
    !Array.isArray(v) && !(v instanceof Date) && !(v instanceof Uint8Array)
}

/**
 * Recursively strip field names reserved by the shredded variant wrapper layout
 * (`value`, `typed_value`). Returns undefined when an object level empties out.
 *
 * @param {ShredType} shredding
 * @returns {ShredType | undefined}
 */
function normalizeShreddingConfig(shredding) {
  if (Array.isArray(shredding)) {
    const elem = shredding.length ? normalizeShreddingConfig(shredding[0]) : undefined
    return elem === undefined ? undefined : [elem]
  }
  if (typeof shredding === 'object') {
    /** @type {Record<string, ShredType>} */
    const normalized = {}
    for (const [key, type] of Object.entries(shredding)) {
      if (RESERVED_SHREDDING_FIELDS.has(key)) continue
      const norm = normalizeShreddingConfig(type)
      if (norm !== undefined) normalized[key] = norm
    }
    return Object.keys(normalized).length > 0 ? normalized : undefined
  }
  // scalar
  return shredding
}

/**
 * Map a JS typeof string to a BasicType for shredding.
 *
 * @param {string} jsType
 * @returns {BasicType | undefined}
 */
function jsTypeToBasicType(jsType) {
  switch (jsType) {
  case 'boolean': return 'BOOLEAN'
  case 'string': return 'STRING'
  case 'number': return 'DOUBLE'
  case 'bigint': return 'INT64'
  case 'date': return 'TIMESTAMP'
  default: return undefined
  }
}

/**
 * Recursively collect all unique object keys from the column values.
 * Returns a sorted string array.
 *
 * @param {any[]} values
 * @returns {string[]}
 */
function buildVariantDictionary(values) {
  /** @type {Set<string>} */
  const keys = new Set()
  collectKeys(values, keys)
  return [...keys].sort()
}

/**
 * @param {any} value
 * @param {Set<string>} keys
 */
function collectKeys(value, keys) {
  if (value === null || value === undefined) return
  if (Array.isArray(value)) {
    for (const item of value) {
      collectKeys(item, keys)
    }
    return
  }
  if (value instanceof Date || value instanceof Uint8Array) return
  if (typeof value === 'object') {
    for (const key of Object.keys(value)) {
      keys.add(key)
      collectKeys(value[key], keys)
    }
  }
}

/**
 * Encode variant metadata binary.
 * Format: header byte, dictionary size, offsets, UTF-8 string data.
 *
 * @param {string[]} dictionary sorted array of unique keys
 * @returns {Uint8Array}
 */
function writeVariantMetadata(dictionary) {
  // Encode strings and compute total byte length in one pass
  const n = dictionary.length
  /** @type {Uint8Array[]} */
  const encoded = new Array(n)
  let totalStringBytes = 0
  for (let i = 0; i < n; i++) {
    const e = encoder.encode(dictionary[i])
    encoded[i] = e
    totalStringBytes += e.length
  }

  // Determine offset size: max offset is totalStringBytes
  const offsetSize = byteWidth(totalStringBytes)

  // Header: version=1, sorted=1, offsetSize
  const header = 1 | 1 << 4 | offsetSize - 1 << 6

  // Total size: 1 (header) + offsetSize (dict size) + (n + 1) * offsetSize (offsets) + totalStringBytes
  const totalSize = 1 + offsetSize + (n + 1) * offsetSize + totalStringBytes
  const bytes = new Uint8Array(totalSize)
  let offset = 0

  bytes[offset++] = header

  // Dictionary size
  for (let j = 0; j < offsetSize; j++) bytes[offset++] = n >> j * 8 & 0xff

  // String offsets
  let strOffset = 0
  for (let i = 0; i < n; i++) {
    for (let j = 0; j < offsetSize; j++) bytes[offset++] = strOffset >> j * 8 & 0xff
    strOffset += encoded[i].length
  }
  // Final offset
  for (let j = 0; j < offsetSize; j++) bytes[offset++] = strOffset >> j * 8 & 0xff

  // String data
  for (let i = 0; i < n; i++) {
    bytes.set(encoded[i], offset)
    offset += encoded[i].length
  }

  return bytes
}

/**
 * Encode a single JS value to variant binary format.
 *
 * @param {any} value
 * @param {Map<string, number>} keyIndex map from key string to dictionary index
 * @param {ByteWriter[]} scratchWriters
 * @returns {Uint8Array}
 */
function writeVariantValue(value, keyIndex, scratchWriters) {
  const writer = new bytewriter/* ByteWriter */.U(8)
  writeValue(value, writer, keyIndex, scratchWriters)
  return writer.getBytes()
}

/**
 * @param {any} val
 * @param {ByteWriter} writer
 * @param {Map<string, number>} keyIndex
 * @param {ByteWriter[]} scratchWriters
 */
function writeValue(val, writer, keyIndex, scratchWriters) {
  if (val === null || val === undefined) {
    writer.appendUint8(0x00) // basicType=0, typeId=0
    return
  }
  if (val === true) {
    writer.appendUint8(0x04) // typeId=1
    return
  }
  if (val === false) {
    writer.appendUint8(0x08) // typeId=2
    return
  }
  if (typeof val === 'bigint') {
    if (val < INT64_MIN || val > INT64_MAX) {
      throw new RangeError(`variant bigint out of int64 range: ${val}`)
    }
    writer.appendUint8(6 << 2) // int64
    writer.appendInt64(val)
    return
  }
  if (typeof val === 'number') {
    if (Number.isInteger(val)) {
      if (val >= -128 && val <= 127) {
        writer.appendUint8(3 << 2) // int8
        writer.appendUint8(val & 0xff)
        return
      }
      if (val >= -32768 && val <= 32767) {
        writer.appendUint8(4 << 2) // int16
        appendUnsignedLE(writer, val, 2)
        return
      }
      if (val >= -2147483648 && val <= 2147483647) {
        writer.appendUint8(5 << 2) // int32
        writer.appendInt32(val)
        return
      }
    }
    writer.appendUint8(7 << 2) // double
    writer.appendFloat64(val)
    return
  }
  if (typeof val === 'string') {
    const strBytes = encoder.encode(val)
    if (strBytes.length <= 63) {
      // short string: basicType=1, length in header
      writer.appendUint8(strBytes.length << 2 | 1)
      writer.appendBytes(strBytes)
    } else {
      // long string: primitive typeId=16
      writer.appendUint8(16 << 2)
      writer.appendUint32(strBytes.length)
      writer.appendBytes(strBytes)
    }
    return
  }
  if (val instanceof Date) {
    writer.appendUint8(13 << 2) // timestamp_micros_ntz
    writer.appendInt64(BigInt(val.getTime()) * 1000n)
    return
  }
  if (val instanceof Uint8Array) {
    writer.appendUint8(15 << 2) // binary
    writer.appendUint32(val.length)
    writer.appendBytes(val)
    return
  }
  if (Array.isArray(val)) {
    writeVariantArray(val, writer, keyIndex, scratchWriters)
    return
  }
  if (typeof val === 'object') {
    writeVariantObject(val, writer, keyIndex, scratchWriters)
    return
  }

  throw new Error(`variant cannot encode value: ${val}`)
}

/**
 * @param {Record<string, any>} obj
 * @param {ByteWriter} writer
 * @param {Map<string, number>} keyIndex
 * @param {ByteWriter[]} scratchWriters
 */
function writeVariantObject(obj, writer, keyIndex, scratchWriters) {
  const entries = Object.keys(obj).filter(key => obj[key] !== undefined).map(key => {
    const id = keyIndex.get(key)
    if (id === undefined) throw new Error(`variant key not in dictionary: ${key}`)
    return { id, key }
  })
  // Sort by field ID for spec compliance
  entries.sort((a, b) => a.id - b.id)

  const numElements = entries.length
  const maxFieldId = numElements > 0 ? entries[numElements - 1].id : 0
  const idWidth = byteWidth(maxFieldId)

  // Encode child values into a scratch writer so we can compute offsets
  const scratch = scratchWriters.pop() ?? new bytewriter/* ByteWriter */.U(8)
  const offsets = new Array(numElements + 1)
  offsets[0] = 0
  for (let i = 0; i < numElements; i++) {
    writeValue(obj[entries[i].key], scratch, keyIndex, scratchWriters)
    offsets[i + 1] = scratch.index
  }
  const offsetWidth = byteWidth(offsets[numElements])
  const isLarge = numElements > 255 ? 1 : 0

  // Header: basicType=2, header encodes offsetWidth, idWidth, isLarge
  writer.appendUint8((offsetWidth - 1 | idWidth - 1 << 2 | isLarge << 4) << 2 | 2)
  if (isLarge) writer.appendUint32(numElements)
  else writer.appendUint8(numElements)
  for (const { id } of entries) appendUnsignedLE(writer, id, idWidth)
  for (const off of offsets) appendUnsignedLE(writer, off, offsetWidth)
  writer.appendBytes(scratch.getBytes())
  scratch.index = 0
  scratch.offset = 0
  scratchWriters.push(scratch)
}

/**
 * @param {any[]} arr
 * @param {ByteWriter} writer
 * @param {Map<string, number>} keyIndex
 * @param {ByteWriter[]} scratchWriters
 */
function writeVariantArray(arr, writer, keyIndex, scratchWriters) {
  const numElements = arr.length

  const scratch = scratchWriters.pop() ?? new bytewriter/* ByteWriter */.U(8)
  const offsets = new Array(numElements + 1)
  offsets[0] = 0
  for (let i = 0; i < numElements; i++) {
    writeValue(arr[i], scratch, keyIndex, scratchWriters)
    offsets[i + 1] = scratch.index
  }
  const offsetWidth = byteWidth(offsets[numElements])
  const isLarge = numElements > 255 ? 1 : 0

  // Header: basicType=3, header encodes fieldOffsetSize, isLarge
  writer.appendUint8((offsetWidth - 1 | isLarge << 2) << 2 | 3)
  if (isLarge) writer.appendUint32(numElements)
  else writer.appendUint8(numElements)
  for (const off of offsets) appendUnsignedLE(writer, off, offsetWidth)
  writer.appendBytes(scratch.getBytes())
  scratch.index = 0
  scratch.offset = 0
  scratchWriters.push(scratch)
}

/**
 * Determine the minimum byte width needed to represent a value.
 *
 * @param {number} maxValue
 * @returns {number} 1, 2, 3, or 4
 */
function byteWidth(maxValue) {
  if (maxValue <= 0xff) return 1
  if (maxValue <= 0xffff) return 2
  if (maxValue <= 0xffffff) return 3
  return 4
}

/**
 * Write an unsigned integer in little-endian format into a ByteWriter.
 *
 * @param {ByteWriter} writer
 * @param {number} value
 * @param {number} width byte width (1-4)
 */
function appendUnsignedLE(writer, value, width) {
  for (let i = 0; i < width; i++) {
    writer.appendUint8(value >> i * 8 & 0xff)
  }
}

;// CONCATENATED MODULE: ./node_modules/hyparquet-writer/src/parquet-writer.js









/**
 * @import {ColumnChunk, CompressionCodec, FileMetaData, KeyValue, RowGroup, SchemaElement, SchemaTree} from 'hyparquet'
 * @import {ColumnEncoder, ColumnSource, Compressors, PageIndexes, Writer} from '../src/types.js'
 */

/**
 * ParquetWriter class allows incremental writing of parquet files.
 */
class ParquetWriter {
  /**
   * @param {object} options
   * @param {Writer} options.writer
   * @param {SchemaElement[]} options.schema
   * @param {CompressionCodec} [options.codec]
   * @param {Compressors} [options.compressors]
   * @param {boolean} [options.statistics]
   * @param {number} [options.statisticsTruncateLength]
   * @param {KeyValue[]} [options.kvMetadata]
   * @param {string} [options.createdBy]
   */
  constructor({ writer, schema, codec = 'SNAPPY', compressors, statistics = true, statisticsTruncateLength, kvMetadata, createdBy = 'hyparquet' }) {
    if (statisticsTruncateLength !== undefined && statisticsTruncateLength !== Infinity &&
      !(Number.isInteger(statisticsTruncateLength) && statisticsTruncateLength > 0)) {
      throw new Error('statisticsTruncateLength must be a positive integer or Infinity')
    }
    this.writer = writer
    /** @type {SchemaElement[]} */
    this.schema = schema
    /** @type {CompressionCodec} */
    this.codec = codec
    // Include built-in snappy as fallback
    this.compressors = { SNAPPY: snappyCompress, ...compressors }
    this.statistics = statistics
    this.statisticsTruncateLength = statisticsTruncateLength
    /** @type {KeyValue[] | undefined} */
    this.kvMetadata = kvMetadata
    this.createdBy = createdBy

    /** @type {RowGroup[]} */
    this.row_groups = []
    this.num_rows = 0n

    /** @type {PageIndexes[]} */
    this.pendingIndexes = []

    // write header PAR1
    this.writer.appendUint32(0x31524150)
  }

  /**
   * Write data to the file.
   * Will split data into row groups of the specified size.
   * Calls writer.flush() (if defined) after each row group; if it returns a
   * Promise, subsequent row groups await it before encoding more data.
   *
   * @param {object} options
   * @param {ColumnSource[]} options.columnData
   * @param {number | number[]} [options.rowGroupSize]
   * @param {number} [options.pageSize]
   * @param {number} [options.dictionarySize]
   * @returns {void | Promise<void>}
   */
  write({ columnData, rowGroupSize = [1000, 100000], pageSize = 1048576, dictionarySize }) {
    for (const { codec = this.codec } of columnData) {
      if (codec !== 'UNCOMPRESSED' && !this.compressors[codec]) {
        throw new Error(`parquet no compressor for codec ${codec}`)
      }
    }
    const columnDataRows = columnData[0]?.data?.length || 0
    const resolveSchemaPath = (0,src_schema/* schemaPathResolver */.NF)(this.schema)
    /** @type {Promise<void> | undefined} */
    let pending
    for (const { groupStartIndex, groupSize } of groupIterator({ columnDataRows, rowGroupSize })) {
      const writeGroup = () => {
        const groupStartOffset = this.writer.offset
        /** @type {ColumnChunk[]} */
        const columns = []

        // write columns
        for (let j = 0; j < columnData.length; j++) {
          const { name, data, encoding, codec = this.codec, columnIndex = false, offsetIndex = true, shredding, bloomFilter, statistics = this.statistics } = columnData[j]

          // Spec: if ColumnIndex is present, OffsetIndex must also be present
          if (columnIndex && !offsetIndex) {
            throw new Error('parquet ColumnIndex cannot be present without OffsetIndex')
          }
          if (data.length !== columnDataRows) {
            throw new Error('parquet columns must have the same length')
          }

          const groupData = data.slice(groupStartIndex, groupStartIndex + groupSize)
          const columnPath = resolveSchemaPath([name])
          const leafPaths = getLeafSchemaPaths(columnPath)

          // For VARIANT logical type, encode JS values into {metadata, value} structs
          const columnElement = columnPath.at(-1)?.element
          const shreddingConfig = shredding && shredding !== true ? shredding : undefined
          const isVariant = columnElement?.logical_type?.type === 'VARIANT'
          const isRequired = columnElement?.repetition_type === 'REQUIRED'
          const rows = isVariant
            ? encodeVariantColumn(Array.from(groupData), shreddingConfig, { name, required: isRequired })
            : groupData

          for (const leafPath of leafPaths) {
            const schemaPath = leafPath.map(node => node.element)

            /** @type {ColumnEncoder} */
            const column = {
              columnName: schemaPath.slice(1).map(s => s.name).join('.'),
              element: schemaPath[schemaPath.length - 1],
              schemaPath,
              codec,
              compressors: this.compressors,
              stats: statistics,
              statisticsTruncateLength: this.statisticsTruncateLength,
              pageSize,
              dictionarySize,
              columnIndex,
              offsetIndex,
              encoding,
              bloomFilter,
            }

            const pageData = encodeNestedValues(leafPath, rows)
            const result = writeColumn({
              writer: this.writer,
              column,
              pageData,
            })

            columns.push(result.chunk)
            this.pendingIndexes.push(result)
          }
        }

        let total_byte_size = 0n
        for (const { meta_data } of columns) total_byte_size += meta_data?.total_uncompressed_size ?? 0n
        this.num_rows += BigInt(groupSize)
        this.row_groups.push({
          columns,
          total_byte_size,
          num_rows: BigInt(groupSize),
          total_compressed_size: BigInt(this.writer.offset - groupStartOffset),
        })
        return this.writer.flush?.()
      }
      if (pending) {
        pending = pending.then(writeGroup)
      } else {
        const r = writeGroup()
        if (r) pending = Promise.resolve(r)
      }
    }
    return pending
  }

  /**
   * Finish writing the file.
   *
   * @returns {void | Promise<void>}
   */
  finish() {
    // Write all indexes at end of file
    writeIndexes(this.writer, this.pendingIndexes)
    // Bloom filters cluster after indexes so pushdown readers fetch them in one range
    writeBlooms(this.writer, this.pendingIndexes)

    // write metadata
    /** @type {FileMetaData} */
    const metadata = {
      version: 2,
      created_by: this.createdBy,
      schema: this.schema,
      num_rows: this.num_rows,
      row_groups: this.row_groups,
      metadata_length: 0,
      key_value_metadata: this.kvMetadata,
    }
    // @ts-ignore don't want to actually serialize metadata_length
    delete metadata.metadata_length
    ;(0,src_metadata/* writeMetadata */.f)(this.writer, metadata, this.statisticsTruncateLength)

    // write footer PAR1
    this.writer.appendUint32(0x31524150)
    return this.writer.finish()
  }
}

/**
 * Target row count for the i-th row group. When rowGroupSize is an array, the
 * last entry repeats once the array is exhausted.
 *
 * @param {number | number[]} rowGroupSize - Size of each row group or an array of sizes
 * @param {number} i - zero-based group index
 * @returns {number}
 */
function groupSize(rowGroupSize, i) {
  return Array.isArray(rowGroupSize)
    ? rowGroupSize[Math.min(i, rowGroupSize.length - 1)]
    : rowGroupSize
}

/**
 * Create an iterator for row groups based on the specified row group size.
 * If rowGroupSize is an array, it will return groups based on the sizes in the array.
 * When the array runs out, it will continue with the last size.
 *
 * @param {object} options
 * @param {number} options.columnDataRows - Total number of rows in the column data
 * @param {number | number[]} options.rowGroupSize - Size of each row group or an array of sizes
 * @returns {Array<{groupStartIndex: number, groupSize: number}>}
 */
function groupIterator({ columnDataRows, rowGroupSize }) {
  if (Array.isArray(rowGroupSize) && !rowGroupSize.length) {
    throw new Error('rowGroupSize array cannot be empty')
  }
  const groups = []
  let groupIndex = 0
  let groupStartIndex = 0
  while (groupStartIndex < columnDataRows) {
    const size = groupSize(rowGroupSize, groupIndex)
    groups.push({ groupStartIndex, groupSize: Math.min(size, columnDataRows - groupStartIndex) })
    groupStartIndex += size
    groupIndex++
  }
  return groups
}

/**
 * Expand a schema path to all primitive leaf nodes under the column.
 *
 * @param {SchemaTree[]} schemaPath
 * @returns {SchemaTree[][]}
 */
function getLeafSchemaPaths(schemaPath) {
  /** @type {SchemaTree[][]} */
  const leaves = []
  dfs(schemaPath)
  return leaves

  /**
   * @param {SchemaTree[]} path
   */
  function dfs(path) {
    const node = path[path.length - 1]
    if (!node.children.length) {
      leaves.push(path)
      return
    }
    for (const child of node.children) {
      dfs([...path, child])
    }
  }
}


/***/ }),

/***/ 2697:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   y: () => (/* binding */ writePlain)
/* harmony export */ });

/**
 * @import {DecodedArray, ParquetType} from 'hyparquet'
 * @import {Writer} from '../src/types.js'
 * @param {Writer} writer
 * @param {DecodedArray} values
 * @param {ParquetType} type
 * @param {number | undefined} fixedLength
 */
function writePlain(writer, values, type, fixedLength) {
  if (type === 'BOOLEAN') {
    writePlainBoolean(writer, values)
  } else if (type === 'INT32') {
    writePlainInt32(writer, values)
  } else if (type === 'INT64') {
    writePlainInt64(writer, values)
  } else if (type === 'FLOAT') {
    writePlainFloat(writer, values)
  } else if (type === 'DOUBLE') {
    writePlainDouble(writer, values)
  } else if (type === 'BYTE_ARRAY') {
    writePlainByteArray(writer, values)
  } else if (type === 'FIXED_LEN_BYTE_ARRAY') {
    if (!fixedLength) throw new Error('parquet FIXED_LEN_BYTE_ARRAY expected type_length')
    writePlainByteArrayFixed(writer, values, fixedLength)
  } else {
    throw new Error(`parquet unsupported type: ${type}`)
  }
}

/**
 * @param {Writer} writer
 * @param {DecodedArray} values
 */
function writePlainBoolean(writer, values) {
  let currentByte = 0

  for (let i = 0; i < values.length; i++) {
    const value = values[i]
    if (typeof value !== 'boolean') throw new Error('parquet expected boolean value, got ' + value)
    const bitOffset = i % 8

    if (value) {
      currentByte |= 1 << bitOffset
    }

    // once we've packed 8 bits or are at a multiple of 8, we write out the byte
    if (bitOffset === 7) {
      writer.appendUint8(currentByte)
      currentByte = 0
    }
  }

  // if the array length is not a multiple of 8, write the leftover bits
  if (values.length % 8) {
    writer.appendUint8(currentByte)
  }
}

/**
 * @param {Writer} writer
 * @param {DecodedArray} values
 */
function writePlainInt32(writer, values) {
  for (const value of values) {
    if (!Number.isSafeInteger(value)) throw new Error('parquet expected integer value, got ' + value)
    if (value < -2147483648 || value > 2147483647) throw new Error('parquet expected int32 value, got ' + value)
    writer.appendInt32(value)
  }
}

/**
 * @param {Writer} writer
 * @param {DecodedArray} values
 */
function writePlainInt64(writer, values) {
  for (const value of values) {
    if (typeof value !== 'bigint') throw new Error('parquet expected bigint value, got ' + value)
    writer.appendInt64(value)
  }
}

/**
 * @param {Writer} writer
 * @param {DecodedArray} values
 */
function writePlainFloat(writer, values) {
  for (const value of values) {
    if (typeof value !== 'number') throw new Error('parquet expected number value, got ' + value)
    writer.appendFloat32(value)
  }
}

/**
 * @param {Writer} writer
 * @param {DecodedArray} values
 */
function writePlainDouble(writer, values) {
  for (const value of values) {
    if (typeof value !== 'number') throw new Error('parquet expected number value, got ' + value)
    writer.appendFloat64(value)
  }
}

/**
 * @param {Writer} writer
 * @param {DecodedArray} values
 */
function writePlainByteArray(writer, values) {
  for (const value of values) {
    let bytes = value
    if (typeof bytes === 'string') {
      // convert string to Uint8Array
      bytes = new TextEncoder().encode(value)
    }
    if (!(bytes instanceof Uint8Array)) {
      throw new Error('parquet expected Uint8Array value, got ' + typeof bytes)
    }
    writer.appendUint32(bytes.length)
    writer.appendBytes(bytes)
  }
}

/**
 * @param {Writer} writer
 * @param {DecodedArray} values
 * @param {number} fixedLength
 */
function writePlainByteArrayFixed(writer, values, fixedLength) {
  for (const value of values) {
    if (!(value instanceof Uint8Array)) throw new Error('parquet expected Uint8Array value, got ' + typeof value)
    if (value.length !== fixedLength) throw new Error(`parquet expected Uint8Array of length ${fixedLength}`)
    writer.appendBytes(value)
  }
}


/***/ }),

/***/ 9022:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   NF: () => (/* binding */ schemaPathResolver),
/* harmony export */   qt: () => (/* binding */ getMaxRepetitionLevel)
/* harmony export */ });
/* unused harmony exports schemaFromColumnData, autoSchemaElement */
/* harmony import */ var hyparquet__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(6367);



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
  const root = (0,hyparquet__WEBPACK_IMPORTED_MODULE_0__/* .parquetSchema */ .YR)({ schema })
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


/***/ }),

/***/ 2302:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   N1: () => (/* binding */ ThriftStruct),
/* harmony export */   mC: () => (/* binding */ serializeTCompactProtocol),
/* harmony export */   y4: () => (/* binding */ DOUBLE)
/* harmony export */ });
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


/***/ }),

/***/ 933:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {


// EXPORTS
__nccwpck_require__.d(__webpack_exports__, {
  tu: () => (/* binding */ unconvert),
  lj: () => (/* binding */ unconvertMinMax),
  g6: () => (/* binding */ unconvertStatistics)
});

// UNUSED EXPORTS: unconvertDecimal, unconvertFloat16

// EXTERNAL MODULE: ./node_modules/hyparquet/src/utils.js
var utils = __nccwpck_require__(4428);
// EXTERNAL MODULE: ./node_modules/hyparquet-writer/src/bytewriter.js
var bytewriter = __nccwpck_require__(3732);
;// CONCATENATED MODULE: ./node_modules/hyparquet-writer/src/wkb.js


/**
 * @import {Geometry, Position} from 'hyparquet/src/types.js'
 */

/**
 * Serialize a GeoJSON geometry into ISO WKB.
 *
 * @param {Geometry} geometry
 * @returns {Uint8Array}
 */
function geojsonToWkb(geometry) {
  const writer = new bytewriter/* ByteWriter */.U()
  writeGeometry(writer, geometry)
  return writer.getBytes()
}

/**
 * @param {ByteWriter} writer
 * @param {Geometry} geometry
 */
function writeGeometry(writer, geometry) {
  if (typeof geometry !== 'object') {
    throw new Error('geometry values must be GeoJSON geometries')
  }
  const typeCode = geometryTypeCode(geometry.type)

  // infer dimensions
  const dim = inferGeometryDimensions(geometry)
  let flag = 0
  if (dim === 3) flag = 1
  else if (dim === 4) flag = 3
  else if (dim > 4) throw new Error(`unsupported geometry dimensions: ${dim}`)

  writer.appendUint8(1) // little endian
  writer.appendUint32(typeCode + flag * 1000)

  if (geometry.type === 'Point') {
    writePosition(writer, geometry.coordinates, dim)
  } else if (geometry.type === 'LineString') {
    writeLine(writer, geometry.coordinates, dim)
  } else if (geometry.type === 'Polygon') {
    writer.appendUint32(geometry.coordinates.length)
    for (const ring of geometry.coordinates) {
      writeLine(writer, ring, dim)
    }
  } else if (geometry.type === 'MultiPoint') {
    writer.appendUint32(geometry.coordinates.length)
    for (const coordinates of geometry.coordinates) {
      writeGeometry(writer, { type: 'Point', coordinates })
    }
  } else if (geometry.type === 'MultiLineString') {
    writer.appendUint32(geometry.coordinates.length)
    for (const coordinates of geometry.coordinates) {
      writeGeometry(writer, { type: 'LineString', coordinates })
    }
  } else if (geometry.type === 'MultiPolygon') {
    writer.appendUint32(geometry.coordinates.length)
    for (const coordinates of geometry.coordinates) {
      writeGeometry(writer, { type: 'Polygon', coordinates })
    }
  } else if (geometry.type === 'GeometryCollection') {
    writer.appendUint32(geometry.geometries.length)
    for (const child of geometry.geometries) {
      writeGeometry(writer, child)
    }
  } else {
    throw new Error('unsupported geometry type')
  }
}

/**
 * @param {ByteWriter} writer
 * @param {Position} position
 * @param {number} dim
 */
function writePosition(writer, position, dim) {
  if (position.length < dim) {
    throw new Error('geometry position dimensions mismatch')
  }
  for (let i = 0; i < dim; i++) {
    writer.appendFloat64(position[i])
  }
}

/**
 * @param {ByteWriter} writer
 * @param {Position[]} coordinates
 * @param {number} dim
 */
function writeLine(writer, coordinates, dim) {
  writer.appendUint32(coordinates.length)
  for (const position of coordinates) {
    writePosition(writer, position, dim)
  }
}

/**
 * @param {Geometry['type']} type
 * @returns {number}
 */
function geometryTypeCode(type) {
  if (type === 'Point') return 1
  if (type === 'LineString') return 2
  if (type === 'Polygon') return 3
  if (type === 'MultiPoint') return 4
  if (type === 'MultiLineString') return 5
  if (type === 'MultiPolygon') return 6
  if (type === 'GeometryCollection') return 7
  throw new Error(`unknown geometry type: ${type}`)
}

/**
 * Determine the maximum coordinate dimensions for the geometry.
 *
 * @param {Geometry} geometry
 * @returns {number}
 */
function inferGeometryDimensions(geometry) {
  if (geometry.type === 'GeometryCollection') {
    let maxDim = 0
    for (const child of geometry.geometries) {
      maxDim = Math.max(maxDim, inferGeometryDimensions(child))
    }
    return maxDim || 2
  }
  return inferCoordinateDimensions(geometry.coordinates)
}

/**
 * @param {any} value
 * @returns {number}
 */
function inferCoordinateDimensions(value) {
  if (!Array.isArray(value)) return 2
  if (!value.length) return 2
  if (typeof value[0] === 'number') return value.length
  let maxDim = 0
  for (const item of value) {
    maxDim = Math.max(maxDim, inferCoordinateDimensions(item))
  }
  return maxDim || 2
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
      v => v === null || v === undefined ? v : encoder.encode(JSON.stringify((0,utils/* toJson */.aB)(v)))
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


/***/ }),

/***/ 9974:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {


// EXPORTS
__nccwpck_require__.d(__webpack_exports__, {
  W0: () => (/* binding */ bloomEligibleColumns),
  wv: () => (/* binding */ hashParquetValue),
  Mw: () => (/* binding */ readBloomFilter),
  xo: () => (/* binding */ sbbfContains)
});

// UNUSED EXPORTS: sbbfInsert

// EXTERNAL MODULE: ./node_modules/hyparquet/src/thrift.js
var thrift = __nccwpck_require__(2558);
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
  const header = (0,thrift/* deserializeTCompactProtocol */.Tn)(reader)
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

/***/ 9234:
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

/***/ 6367:
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
var convert = __nccwpck_require__(9234);
// EXTERNAL MODULE: ./node_modules/hyparquet/src/schema.js
var src_schema = __nccwpck_require__(8286);
// EXTERNAL MODULE: ./node_modules/hyparquet/src/thrift.js
var thrift = __nccwpck_require__(2558);
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

/***/ 8286:
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

/***/ 2558:
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


/***/ }),

/***/ 4428:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   Bq: () => (/* binding */ flatten),
/* harmony export */   aB: () => (/* binding */ toJson),
/* harmony export */   aI: () => (/* binding */ equals),
/* harmony export */   xW: () => (/* binding */ concat)
/* harmony export */ });
/* unused harmony exports byteLengthFromUrl, asyncBufferFromUrl, cachedAsyncBuffer */
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
function concat(aaa, bbb) {
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
function flatten(chunks) {
  if (!chunks) return []
  if (chunks.length === 1) return chunks[0]
  /** @type {any[]} */
  const output = []
  for (const chunk of chunks) {
    concat(output, chunk)
  }
  return output
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
/******/ // expose the modules object (__webpack_modules__)
/******/ __nccwpck_require__.m = __webpack_modules__;
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
/******/ /* webpack/runtime/ensure chunk */
/******/ (() => {
/******/ 	__nccwpck_require__.f = {};
/******/ 	// This file contains only the entry chunk.
/******/ 	// The chunk loading function for additional chunks
/******/ 	__nccwpck_require__.e = (chunkId) => {
/******/ 		return Promise.all(Object.keys(__nccwpck_require__.f).reduce((promises, key) => {
/******/ 			__nccwpck_require__.f[key](chunkId, promises);
/******/ 			return promises;
/******/ 		}, []));
/******/ 	};
/******/ })();
/******/ 
/******/ /* webpack/runtime/get javascript chunk filename */
/******/ (() => {
/******/ 	// This function allow to reference async chunks
/******/ 	__nccwpck_require__.u = (chunkId) => {
/******/ 		// return url for filenames based on template
/******/ 		return "" + chunkId + ".index.js";
/******/ 	};
/******/ })();
/******/ 
/******/ /* webpack/runtime/hasOwnProperty shorthand */
/******/ (() => {
/******/ 	__nccwpck_require__.o = (obj, prop) => (Object.prototype.hasOwnProperty.call(obj, prop))
/******/ })();
/******/ 
/******/ /* webpack/runtime/import chunk loading */
/******/ (() => {
/******/ 	// no baseURI
/******/ 	
/******/ 	// object to store loaded and loading chunks
/******/ 	// undefined = chunk not loaded, null = chunk preloaded/prefetched
/******/ 	// [resolve, Promise] = chunk loading, 0 = chunk loaded
/******/ 	var installedChunks = {
/******/ 		792: 0
/******/ 	};
/******/ 	
/******/ 	var installChunk = (data) => {
/******/ 		var {ids, modules, runtime} = data;
/******/ 		// add "modules" to the modules object,
/******/ 		// then flag all "ids" as loaded and fire callback
/******/ 		var moduleId, chunkId, i = 0;
/******/ 		for(moduleId in modules) {
/******/ 			if(__nccwpck_require__.o(modules, moduleId)) {
/******/ 				__nccwpck_require__.m[moduleId] = modules[moduleId];
/******/ 			}
/******/ 		}
/******/ 		if(runtime) runtime(__nccwpck_require__);
/******/ 		for(;i < ids.length; i++) {
/******/ 			chunkId = ids[i];
/******/ 			if(__nccwpck_require__.o(installedChunks, chunkId) && installedChunks[chunkId]) {
/******/ 				installedChunks[chunkId][0]();
/******/ 			}
/******/ 			installedChunks[ids[i]] = 0;
/******/ 		}
/******/ 	
/******/ 	}
/******/ 	
/******/ 	__nccwpck_require__.f.j = (chunkId, promises) => {
/******/ 			// import() chunk loading for javascript
/******/ 			var installedChunkData = __nccwpck_require__.o(installedChunks, chunkId) ? installedChunks[chunkId] : undefined;
/******/ 			if(installedChunkData !== 0) { // 0 means "already installed".
/******/ 	
/******/ 				// a Promise means "currently loading".
/******/ 				if(installedChunkData) {
/******/ 					promises.push(installedChunkData[1]);
/******/ 				} else {
/******/ 					if(true) { // all chunks have JS
/******/ 						// setup Promise in chunk cache
/******/ 						var promise = import("./" + __nccwpck_require__.u(chunkId)).then(installChunk, (e) => {
/******/ 							if(installedChunks[chunkId] !== 0) installedChunks[chunkId] = undefined;
/******/ 							throw e;
/******/ 						});
/******/ 						var promise = Promise.race([promise, new Promise((resolve) => (installedChunkData = installedChunks[chunkId] = [resolve]))])
/******/ 						promises.push(installedChunkData[1] = promise);
/******/ 					}
/******/ 				}
/******/ 			}
/******/ 	};
/******/ 	
/******/ 	// no prefetching
/******/ 	
/******/ 	// no preloaded
/******/ 	
/******/ 	// no external install chunk
/******/ 	
/******/ 	// no on chunks loaded
/******/ })();
/******/ 
/************************************************************************/
/******/ 
/******/ // startup
/******/ // Load entry module and return exports
/******/ // This entry module used 'module' so it can't be inlined
/******/ var __webpack_exports__ = __nccwpck_require__(2053);
/******/ __webpack_exports__ = await __webpack_exports__;
/******/ 
