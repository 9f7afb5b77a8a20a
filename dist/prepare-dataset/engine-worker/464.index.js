export const id = 464;
export const ids = [464];
export const modules = {

/***/ 6464:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  SparkJob: () => (/* binding */ SparkJob)
});

// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(7598);
// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __webpack_require__(3024);
// EXTERNAL MODULE: external "node:fs/promises"
var promises_ = __webpack_require__(1455);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(6760);
// EXTERNAL MODULE: external "node:stream/promises"
var external_node_stream_promises_ = __webpack_require__(6466);
// EXTERNAL MODULE: ./node_modules/hyparquet-writer/src/bytewriter.js
var bytewriter = __webpack_require__(3732);
// EXTERNAL MODULE: ./node_modules/hyparquet-writer/src/metadata.js
var src_metadata = __webpack_require__(108);
// EXTERNAL MODULE: ./build/engine/disk/disk-job.js + 27 modules
var disk_job = __webpack_require__(678);
// EXTERNAL MODULE: ./build/engine/disk/disk-rows.js
var disk_rows = __webpack_require__(3576);
;// CONCATENATED MODULE: ./build/engine/engine.js
/** The largest number of conflicting rows that are listed by id; `dropped.jsonl` lists them all. */
const MOST_CONFLICT_IDS = 20;

// EXTERNAL MODULE: ./build/engine/parquet.js + 3 modules
var parquet = __webpack_require__(3103);
// EXTERNAL MODULE: ./build/engine/prepare.js + 15 modules
var prepare = __webpack_require__(7480);
// EXTERNAL MODULE: ./build/model/features.js
var features = __webpack_require__(8599);
// EXTERNAL MODULE: ./build/model/rows.js
var rows = __webpack_require__(6141);
// EXTERNAL MODULE: external "node:readline"
var external_node_readline_ = __webpack_require__(481);
// EXTERNAL MODULE: ./build/text/json.js
var json = __webpack_require__(5666);
// EXTERNAL MODULE: ./node_modules/hyparquet/src/node.js + 1 modules
var node = __webpack_require__(7523);
// EXTERNAL MODULE: ./node_modules/hyparquet/src/metadata.js + 1 modules
var hyparquet_src_metadata = __webpack_require__(6367);
// EXTERNAL MODULE: ./node_modules/hyparquet/src/read.js + 13 modules
var read = __webpack_require__(9249);
// EXTERNAL MODULE: ./build/engine/parquet-content.js
var parquet_content = __webpack_require__(5835);
;// CONCATENATED MODULE: ./build/spark/shard-file.js



/** Texts stay bytes: a TextDecoder would replace invalid UTF-8, and drop a byte order mark at a text's start. */
const parsers = { stringFromBytes: (bytes) => bytes };
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
    /** @throws Error if it is not a parquet file with a dataset's columns */
    static async open(file, shape) {
        const columns = [...shape.texts, ...shape.values].map(({ name }) => name);
        const buffer = await (0,node.asyncBufferFromFile)(file);
        const metadata = await (0,hyparquet_src_metadata/* parquetMetadataAsync */.Ei)(buffer).catch((cause) => {
            throw wrongShard(file, 'it is not a parquet file', cause);
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
    /** Number of its rows. */
    get bytes() {
        return this.#buffer.byteLength;
    }
    /** Reads the rows in their order, with one row group in memory at a time. */
    async *rows() {
        let start = 0;
        for (const { num_rows: length } of this.metadata.row_groups) {
            const end = start + Number(length);
            const objects = await (0,read/* parquetReadObjects */.pS)({
                file: this.#buffer,
                metadata: this.metadata,
                rowStart: start,
                rowEnd: end,
                compressors: parquet_content/* COMPRESSORS */.v,
                // The type requires texts; the bytes are passed through.
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
/** @param what what is wrong with it, without a text */
function wrongShard(file, what, cause) {
    const name = external_node_path_.join(external_node_path_.basename(external_node_path_.dirname(file)), external_node_path_.basename(file));
    return new Error(`The output of spark-command cannot be published: in ${name} ${what}. Run the prepare.py that {script} names, of this version, and change its files by no later step.`, { cause });
}

;// CONCATENATED MODULE: ./build/spark/read-report.js






/** Lists files that Spark wrote to a folder, in the order of their content. @throws Error of the file system */
async function partsIn(folder) {
    const names = await (0,promises_.readdir)(folder);
    return names
        .filter((name) => name.startsWith('part-'))
        .sort()
        .map((name) => external_node_path_.join(folder, name));
}
/** Reads the lines of JSON that Spark wrote about dropped rows. @param files in the order of their rows */
function* linesOf(files) {
    for (const file of files)
        yield readFileSync(file);
}
/**
 * Reads the rows of the list of dropped rows.
 *
 * @param files in the order of their rows
 * @throws Error that names the file and the malformed line, without its text
 */
async function* droppedRows(files) {
    for (const file of files) {
        let number = 0;
        for await (const line of (0,external_node_readline_.createInterface)({ input: (0,external_node_fs_.createReadStream)(file), crlfDelay: 0 })) {
            number++;
            if (line === '')
                continue;
            const row = (0,json/* parseJson */.qF)(Buffer.from(line));
            if (!(0,json/* isRecord */.u4)(row))
                throw wrongShard(file, `line ${number} is not a dropped row`);
            yield { id: row.id, source: row.source, reason: row.reason };
        }
    }
}
/**
 * Reads the report that spark/prepare.py wrote last.
 *
 * @param out the folder it wrote to
 * @param datasets names of the datasets of the plan, in its order
 * @throws Error if there is no such report
 */
async function readReport(out, datasets) {
    const report = await parse(out).catch((cause) => {
        // The message about malformed JSON would quote it.
        if (cause instanceof SyntaxError)
            throw new Error(NO_JSON);
        throw new Error('spark-command ended with 0, but {out} has no report. Write to {out} on this machine, or copy the output there before the command ends.', { cause });
    });
    const names = report.datasets.map(({ name }) => name);
    if (report.version === 2 && JSON.stringify(names) === JSON.stringify(datasets))
        return report;
    throw new Error(`The report of spark-command is not about the datasets of this run (${datasets.join(', ')}). Run the prepare.py that {script} names.`);
}
const NO_JSON = 'The report that spark-command left at {out} is not JSON. Run the prepare.py that {script} names, of this version, and change its files by no later step.';
async function parse(out) {
    const [part] = await partsIn(path.join(out, 'report.json'));
    return JSON.parse(await readFile(part, 'utf8'));
}

// EXTERNAL MODULE: external "node:buffer"
var external_node_buffer_ = __webpack_require__(4573);
// EXTERNAL MODULE: ./build/engine/rows/identity.js
var rows_identity = __webpack_require__(863);
// EXTERNAL MODULE: ./build/engine/rows/rank.js
var rank = __webpack_require__(1139);
// EXTERNAL MODULE: ./build/engine/rows/row-origin.js
var row_origin = __webpack_require__(2496);
// EXTERNAL MODULE: ./build/engine/rows/row-spill.js
var row_spill = __webpack_require__(7346);
// EXTERNAL MODULE: ./build/engine/rows/whitespace.js
var whitespace = __webpack_require__(8192);
// EXTERNAL MODULE: ./build/engine/split/split-stable.js + 1 modules
var split_stable = __webpack_require__(9121);
// EXTERNAL MODULE: ./build/engine/rows/dropped-rows.js
var dropped_rows = __webpack_require__(3953);
// EXTERNAL MODULE: ./build/engine/rows/label.js
var label = __webpack_require__(5831);
// EXTERNAL MODULE: ./build/engine/rows/row-ids.js
var row_ids = __webpack_require__(5622);
;// CONCATENATED MODULE: ./build/postgres/cut-queries.js


const INTEGERS = new Set(['smallint', 'integer', 'bigint']);
/** SELECT of a selection's number of rows and the type of its ids, null without rows, both as text. */
function countedRows(selection) {
    return `
    SELECT pg_catalog.count(*)::pg_catalog.text AS count, pg_catalog.min(pg_catalog.pg_typeof(id)::pg_catalog.text) AS type
    FROM (${fieldsOf(selection)}) AS picked
    WHERE ${isOfUse(selection)}`;
}
/** Labels that {@link classCounts} gives. */
const MOST_LABELS = 10_000;
/**
 * Returns a SELECT of how many rows of a SELECT have each value of a field, three columns as text: the value, its rows,
 * and the rows of all values. Of more than 10,000 values, the most frequent.
 */
function cut_queries_classCounts(sql, field) {
    return `
    WITH labels AS MATERIALIZED (
      SELECT planned.${quoteName(field)} AS label, pg_catalog.count(*) AS rows FROM (${sql}) AS planned GROUP BY 1
    )
    SELECT label, rows::pg_catalog.text, (SELECT pg_catalog.sum(rows) FROM labels)::pg_catalog.text
    FROM labels ORDER BY rows DESC LIMIT ${MOST_LABELS}`;
}
/** True for a type, as PostgreSQL writes it, whose ids can be cut into ranges. */
function hasRanges(type) {
    return type !== null && INTEGERS.has(type);
}
/** SELECT of the lowest and the highest id of a selection whose ids are whole numbers, as text. */
function idRange(selection) {
    return `
    SELECT pg_catalog.min(id)::pg_catalog.text AS low, pg_catalog.max(id)::pg_catalog.text AS high
    FROM (${fieldsOf(selection)}) AS picked
    WHERE ${isOfUse(selection)}`;
}
/**
 * SELECT of where a sample ends, three columns as text: the rank of row number `limit` by rank, NULL when there are no
 * more rows than that; of the first `limit` + 1 rows those below it; and those that have it. The ranks alone are sorted,
 * so that no text is written to temporary files, and the parts can then be read by any number of connections.
 *
 * @param limit rows of the sample, a whole number from 1
 */
function sampleEnd(selection, { seed, limit }) {
    return `
    WITH ranks AS MATERIALIZED (
      SELECT ${orderOf(seed)} AS rank
      FROM (${fieldsOf(selection)}) AS pool
      WHERE ${isOfUse(selection)}
      ORDER BY rank LIMIT ${limit + 1}
    ), bound AS (
      SELECT rank FROM ranks
      WHERE (SELECT pg_catalog.count(*) FROM ranks) OPERATOR(pg_catalog.>) ${limit}
      ORDER BY rank LIMIT 1 OFFSET ${limit - 1}
    )
    SELECT (SELECT pg_catalog.encode(rank, 'hex') FROM bound) AS rank,
      (SELECT pg_catalog.count(*) FROM ranks, bound WHERE ranks.rank OPERATOR(pg_catalog.<) bound.rank)::pg_catalog.text AS below,
      (SELECT pg_catalog.count(*) FROM ranks, bound WHERE ranks.rank OPERATOR(pg_catalog.=) bound.rank)::pg_catalog.text AS tied`;
}
/**
 * SELECT of every row of a selection beside a column `cut`, by which {@link cutConditions} part them.
 *
 * @param bound leaves out the rows beyond a sample, and those at its bound if only some of them belong to it
 */
function cut_queries_cuttableRows(selection, cutting, { seed, bound }) {
    const below = bound?.tied === null ? '<=' : '<';
    const sampled = bound === null ? '' : `AND ${orderOf(seed)} ${operator(below)} ${bytesOf(bound)}`;
    return `
    SELECT ${cutting.by === 'range' ? 'id' : hashOf(cutting.parts)} AS cut, ${names(selection)}
    FROM (${fieldsOf(selection)}) AS picked
    WHERE (${isOfUse(selection)}) ${sampled}`;
}
/**
 * Returns a condition, after others, of the rows up to the bound of a sample, with all that share it; empty without a
 * bound.
 */
function upToBound({ seed, bound }) {
    return bound === null ? '' : `AND ${orderOf(seed)} ${operator('<=')} ${bytesOf(bound)}`;
}
/** SELECT of the rows at the bound of a sample that are in it, columns as in {@link cuttableRows}; null without any. */
function cut_queries_tiedRows(selection, seed, bound) {
    if (bound === null || bound.tied === null)
        return null;
    return `
    SELECT 0 AS cut, ${names(selection)}
    FROM (${fieldsOf(selection)}) AS picked
    WHERE (${isOfUse(selection)}) AND ${orderOf(seed)} ${operator('=')} ${bytesOf(bound)}
    ORDER BY id, ${names(selection)} LIMIT ${bound.tied}`;
}
/** Returns conditions on the column `cut`; every row meets exactly one of them. */
function cut_queries_cutConditions(cutting) {
    const { parts } = cutting;
    if (parts === 1)
        return ['true'];
    if (cutting.by === 'hash')
        return numbers(parts).map((part) => `cut ${operator('=')} ${part}`);
    const width = (cutting.high - cutting.low) / BigInt(parts) + 1n;
    return numbers(parts).map((part) => {
        const from = `cut ${operator('>=')} ${literal(cutting.low + BigInt(part) * width)}`;
        const to = `cut ${operator('<')} ${literal(cutting.low + BigInt(part + 1) * width)}`;
        if (part === 0)
            return `(${to} OR cut IS NULL)`;
        return part === parts - 1 ? from : `(${from} AND ${to})`;
    });
}
function numbers(count) {
    return Array.from({ length: count }, (_, number) => number);
}
/** In quotes, because a bare number below 0 binds looser than what follows it. */
function literal(id) {
    const most = 2n ** 63n - 1n;
    return `'${id > most ? most : id}'::pg_catalog.int8`;
}
function hashOf(parts) {
    const hash = 'pg_catalog.hashtextextended(id::pg_catalog.text COLLATE pg_catalog."C", 0)';
    return `COALESCE(pg_catalog.abs(pg_catalog.mod(${hash}, ${parts}::pg_catalog.int8)), 0)`;
}
/** The rank of a row, after all others without an id, as NULLs are ordered. */
function orderOf(seed) {
    return `COALESCE(${rankOf(seed)}, pg_catalog.decode('${'ff'.repeat(33)}', 'hex'))`;
}
function bytesOf({ rank }) {
    return `pg_catalog.decode('${rank}', 'hex')`;
}
function operator(name) {
    return `OPERATOR(pg_catalog.${name})`;
}

;// CONCATENATED MODULE: ./build/spark/plan.js


/** Plans the reading and preparing of datasets for which `sparkProblems` finds no problem. */
function buildSparkPlan(database, reads) {
    return { version: 2, database, datasets: reads.map(plan_planDataset) };
}
/** Plans the reading and preparing of one dataset. */
function plan_planDataset({ read, corrections, confirmed }) {
    const { shape, layout, fractions, seed } = read;
    const isConfirmed = read.confirmed !== null && confirmed !== null;
    return {
        name: shape.name,
        texts: shape.texts.map(({ name }, index) => ({ field: fieldName(layout.texts[index]), column: name })),
        label: { field: fieldName(layout.values[0]), column: shape.values[0].name },
        classNames: shape.classNames,
        id: fieldName(layout.id),
        group: layout.group === null ? null : fieldName(layout.group),
        predicted: layout.predicted === null ? null : fieldName(layout.predicted),
        ...timeOf(layout),
        sessionSettings: `SET LOCAL ${rowSecuritySetting(read.corrections.origin.source.rowSecurity ?? 'strict')}`,
        seed,
        testBelow: digitsOf(fractions.testBelow),
        evalBelow: digitsOf(fractions.evalBelow),
        corrections: tablesOf(read.corrections, { seed, cutting: corrections, bound: null }),
        confirmed: isConfirmed ? tablesOf(read.confirmed, { seed, ...confirmed }) : [],
    };
}
function timeOf({ time }) {
    return time?.isInstant === true
        ? { time: fieldName(time.field), timeUntil: time.until }
        : { time: null, timeUntil: null };
}
function tablesOf(selection, { seed, cutting, bound }) {
    const tied = tiedRows(selection, seed, bound);
    return [
        { sql: cuttableRows(selection, cutting, { seed, bound }), parts: cutConditions(cutting) },
        ...(tied === null ? [] : [{ sql: tied, parts: ['true'] }]),
    ];
}
function fieldName(field) {
    return `field_${field}`;
}
/** Returns sixteen digits, which as texts compare like the numbers; a bound beyond all ranks becomes the last rank. */
function digitsOf({ high, low }) {
    const bound = (BigInt(high) << 32n) | BigInt(low);
    const last = 2n ** 64n - 1n;
    return (bound > last ? last : bound).toString(16).padStart(16, '0');
}
/** SELECT of the number of sessions that the role may have at once, -1 for any number. */
const CONNECTIONS_QUERY = 'SELECT rolconnlimit::pg_catalog.text FROM pg_catalog.pg_roles WHERE rolname OPERATOR(pg_catalog.=) CURRENT_USER';
const MOST_CONNECTIONS = 16;
/**
 * Returns the largest number of connections for Spark: one is needed here.
 *
 * @param limit result of {@link CONNECTIONS_QUERY}
 */
function connectionsOf(limit) {
    const most = Number(limit ?? -1);
    return most < 0 ? MOST_CONNECTIONS : Math.max(1, Math.min(MOST_CONNECTIONS, most - 1));
}

;// CONCATENATED MODULE: ./build/spark/database-rows.js







/** Rows of a dataset up to which all are read here too. */
const MOST_COMPLETE = 100_000;
/** Rows of each source that are read of a larger dataset: a sample that PostgreSQL sorts in memory. */
const SAMPLE = 5000;
/** Returns the key of a row in the list of dropped rows. */
function probeKey(source, id) {
    return `${source} ${id}`;
}
/** Reads from the snapshot the rows with which the work of Spark is compared. */
async function readDatabaseRows(measured, corrections) {
    const { read, confirmed } = measured;
    const { shape, layout, seed } = read;
    const counted = await countClasses(measured, corrections);
    const { fetched } = counted;
    const labeller = new ClassLabeller(shape.classNames, shape);
    const identity = new IdentityReader(shape, layout);
    const ranker = new TextRanker(seed);
    const probes = {
        high: [],
        low: [],
        classIds: [],
        keys: [],
    };
    const add = (source) => (row) => {
        const text = identity.read(row);
        const label = row[layout.values[0]];
        const classId = label === null ? UNKNOWN_CLASS : labeller.find(label);
        if (typeof text === 'string' || classId === UNKNOWN_CLASS)
            return;
        ranker.rank(text);
        probes.high.push(ranker.high);
        probes.low.push(ranker.low);
        probes.classIds.push(classId);
        const id = row[layout.id];
        probes.keys.push(probeKey(SOURCE_NAMES[source], id === null ? '' : shownId(id)));
    };
    const isComplete = measured.rows + (confirmed?.rows ?? 0) <= MOST_COMPLETE;
    const take = (selection, source) => {
        const limit = isComplete ? fetched[source] : Math.min(SAMPLE, fetched[source]);
        return corrections.sample(selection, { seed, ordered: false, limit }, add(source));
    };
    await take(read.corrections, 'corrections');
    if (read.confirmed !== null && confirmed !== null)
        await take(read.confirmed, 'confirmed');
    return { ...counted, probes: { isComplete, ...probes } };
}
/** Counts the rows that Spark reads by their labels. */
async function countClasses(measured, corrections) {
    const { read } = measured;
    const planned = planDataset(measured);
    const labeller = new ClassLabeller(read.shape.classNames, read.shape);
    const classRows = read.shape.classNames.map(() => 0);
    const fetched = { corrections: 0, confirmed: 0 };
    let isWhole = true;
    for (const source of ['corrections', 'confirmed']) {
        const origin = source === 'confirmed' ? read.confirmed?.origin : read.corrections.origin;
        for (const { sql } of planned[source]) {
            const labels = await corrections.ask(classCounts(sql, planned.label.field), 3, origin);
            const all = Number(labels[0]?.[2] ?? 0);
            fetched[source] += all;
            let counted = 0;
            for (const [label, rows] of labels) {
                counted += Number(rows);
                const id = label === null ? UNKNOWN_CLASS : labeller.find(Buffer.from(label));
                if (id !== UNKNOWN_CLASS)
                    classRows[id] += Number(rows);
            }
            isWhole &&= counted === all;
        }
    }
    return { fetched, classRows: isWhole ? classRows : classRows.map(() => null) };
}

;// CONCATENATED MODULE: ./build/spark/probe-check.js



/** Reasons for which a usable row may be listed as dropped. */
const REASONS = ['conflict', 'outvoted'];
const OTHER_CLASS = 1;
const FOUND = 2;
/** Looks for rows that were read here too in the output of Spark. */
class ProbeCheck {
    #probes;
    /** Probes by the upper half of their ranks. */
    #byRank = new Map();
    /** What was found for each probe. */
    #states;
    constructor(probes) {
        this.#probes = probes;
        this.#states = new Uint8Array(probes.keys.length);
        for (const [probe, high] of probes.high.entries()) {
            const others = this.#byRank.get(high);
            if (others === undefined)
                this.#byRank.set(high, [probe]);
            else
                others.push(probe);
        }
    }
    /** Takes a row that is published. @returns what is wrong with it, null if nothing is */
    problemOf({ rankHigh, rankLow, classId, }) {
        let isKnown = false;
        let isClass = false;
        for (const probe of this.#byRank.get(rankHigh) ?? []) {
            if (this.#probes.low[probe] !== rankLow)
                continue;
            isKnown = true;
            const isSame = this.#probes.classIds[probe] === classId;
            isClass ||= isSame;
            this.#states[probe] = isSame ? FOUND : OTHER_CLASS;
        }
        if (!this.#probes.isComplete)
            return null;
        if (!isKnown)
            return 'has a text that the database does not have';
        return isClass ? null : 'has a class that its text does not have in the database';
    }
    /**
     * Looks for the rows that were not found among those listed as dropped.
     *
     * @param folder of the list
     * @param files files of the list, in the order of its rows
     * @throws Error for a row that is neither published with its class nor listed
     */
    async end(folder, files) {
        const { keys } = this.#probes;
        const missing = new Map();
        for (const [probe, key] of keys.entries())
            if (this.#states[probe] !== FOUND)
                missing.set(key, probe);
        if (missing.size === 0)
            return;
        for await (const { id, source, reason } of droppedRows(files)) {
            const key = probeKey(String(source), String(id ?? ''));
            const probe = missing.get(key);
            if (probe !== undefined && REASONS.includes(reason) && this.#mayBeDisputed(probe))
                missing.delete(key);
        }
        if (missing.size === 0)
            return;
        throw wrongShard(folder, `${missing.size} of the ${keys.length} rows that were read from the database too are not listed, and are not published with their class`);
    }
    /** False if all rows are known, and none has the text with another class. */
    #mayBeDisputed(probe) {
        const { isComplete, high, low, classIds } = this.#probes;
        const others = this.#byRank.get(high[probe]) ?? [];
        return (!isComplete || others.some((other) => low[other] === low[probe] && classIds[other] !== classIds[probe]));
    }
}

;// CONCATENATED MODULE: ./build/spark/take-shards.js












/** In the order of ranks. */
const BY_RANK = ['test', 'eval', 'train'];
const NO_ID = new Uint8Array();
const SPACE = 0x20;
/**
 * Reads the shards of a dataset once, and stores their rows like `src/engine/disk`. Checks that every row has a class
 * and a text without white space to clean, that it is in the split and the position of its rank and nowhere else, that
 * the number of rows is the reported one, and that the rows that were read from the database are among them.
 *
 * @param droppedFiles the list of dropped rows
 * @throws Error with the file and its problem, without a text; SpillError
 */
async function takeShards(source, droppedFiles) {
    const { shape, folder, name } = source;
    const ordered = new disk_rows/* OrderedFiles */.p(folder, name, { hasOnlyClass: true, confidences: 0 });
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
    await check.endAll(droppedFiles);
    return { sizes: ordered.sizes, ranks: ordered.ranks, classRows: check.classRows, files };
}
/** Checks rows in their order. */
class RowCheck {
    classRows;
    /** The row that was checked last, and its rank. */
    row = { ...(0,row_spill/* emptyRow */.O)(), origin: (0,row_origin/* originCode */.G)(null) };
    #source;
    #ranker;
    #probes;
    #split = 'test';
    #rows = 0;
    #splitClassRows = [];
    #last = { high: -1, low: -1, text: new Uint8Array() };
    constructor(source) {
        this.#source = source;
        this.#ranker = new rank/* TextRanker */.F(source.seed);
        this.classRows = source.shape.classNames.map(() => 0);
        this.#probes = new ProbeCheck(source.probes);
    }
    get rank() {
        return this.#ranker;
    }
    begin(split) {
        this.#split = split;
        this.#rows = 0;
        this.#splitClassRows = this.classRows.map(() => 0);
    }
    /** @throws Error with what is wrong with the row */
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
        const unlike = this.#probes.problemOf(row);
        if (unlike !== null)
            throw wrongShard(file, `row ${this.#rows} of ${this.#split} ${unlike}`);
        this.classRows[row.classId]++;
        this.#splitClassRows[row.classId]++;
    }
    /** @throws Error if the rows differ from the reported ones */
    end(files) {
        const { rows, classRows } = this.#source.reportedSplits[this.#split];
        const found = { rows: this.#rows, classRows: this.#splitClassRows };
        if (JSON.stringify(found) !== JSON.stringify({ rows, classRows }))
            throw wrongShard(files, `there are ${this.#rows} rows, and the report counts others by class (${rows})`);
    }
    /** @throws Error if the database has fewer rows of a class, or one that is neither published nor listed as dropped */
    async endAll(droppedFiles) {
        const { shards, mostOfClass } = this.#source;
        for (const [id, rows] of this.classRows.entries()) {
            const most = mostOfClass[id] ?? rows;
            if (rows > most)
                throw wrongShard(external_node_path_.join(shards, '*'), `${rows} rows have the class ${id}, but only ${most} in the database`);
        }
        await this.#probes.end(external_node_path_.join(shards, 'dropped'), droppedFiles);
    }
    #problemOf(texts, classId) {
        if (!texts.every((text) => text instanceof Uint8Array))
            return 'has no text';
        if (!texts.every(isTidy))
            return 'has a text that is not cleaned';
        const identity = (0,rows_identity/* joinIdentity */.Ho)(texts);
        const isClass = typeof classId === 'bigint' && classId >= 0n && classId < this.classRows.length;
        if (!isClass)
            return 'has no class of the dataset';
        this.row.text = identity;
        this.#ranker.rank(identity);
        if ((0,split_stable/* splitOf */.uv)(this.#ranker, this.#source.shares) !== this.#split)
            return 'belongs to another split';
        const order = this.#ranker.high - this.#last.high || this.#ranker.low - this.#last.low;
        const isAfter = order > 0 || (order === 0 && Buffer.compare(identity, this.#last.text) > 0);
        return isAfter ? null : 'is after one of a higher rank, or occurs twice';
    }
}
/**
 * True for a text that may have been cleaned: valid UTF-8, not empty, without white space except single spaces between
 * other characters. It may still have a tag: a tag over two lines becomes a tag only when the line break has become a
 * space, and cleaning it again would change it.
 */
function isTidy(text) {
    if (text.length === 0 || !(0,external_node_buffer_.isUtf8)(text) || (0,whitespace/* trimWhitespace */.m)(text).length < text.length)
        return false;
    for (let position = 0; position < text.length; position++) {
        const width = (0,whitespace/* whitespaceLength */.mu)(text, position, text.length);
        if (width > 1 || (width === 1 && (text[position] !== SPACE || text[position + 1] === SPACE)))
            return false;
    }
    return true;
}

;// CONCATENATED MODULE: ./build/spark/spark-job.js

















/** Takes over the output of Spark. */
class SparkJob {
    #source;
    #counts;
    #taken;
    #rows;
    constructor({ source, counts }) {
        this.#source = source;
        this.#counts = counts;
    }
    /** @throws Error that names the file and its problem, without a text; SpillError */
    async settle() {
        const droppedFiles = await partsIn(external_node_path_.join(this.#source.shards, 'dropped'));
        this.#taken = await takeShards(this.#source, droppedFiles);
        return {
            counts: this.#counts,
            classRows: this.#taken.classRows,
            conflictIds: await conflictIds(droppedFiles),
            droppedFiles,
        };
    }
    /** @throws SpillError */
    prepare(how) {
        const rows = new disk_rows/* DiskRows */.B(this.#source, this.#taken);
        this.#rows = rows;
        // Rows of a shard stay in it: drop-near-duplicates is refused with spark-command.
        const { dataset } = (0,prepare/* prepareRows */.D)(rows, { ...how, review: false }, { counts: this.#counts, drop: () => undefined });
        // Shards have no ids, by which near-duplicates, rows to review and the rows themselves would be listed.
        return { dataset, examples: [], review: null, dropped: [], ids: null };
    }
    write() {
        return publishShards(this.#source, this.#taken.files);
    }
    /** @throws SpillError */
    index(earlier) {
        return (0,disk_job/* writeIndexOnDisk */.c)(this.#rows, this.#source, { leftOut: null, earlier, matches: null });
    }
}
/** Ids of the first conflicting rows. */
async function conflictIds(files) {
    const ids = [];
    for await (const { id, reason } of droppedRows(files)) {
        if (reason === 'conflict')
            ids.push(String(id ?? ''));
        if (ids.length === MOST_CONFLICT_IDS)
            break;
    }
    return ids;
}
/** Makes the data files of a dataset from Spark's shards: features in their footers, and the names of the Hub. */
async function publishShards({ shape }, files) {
    const published = [];
    for (const split of rows/* SPLIT_NAMES */.gP) {
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
 * Writes the features of a dataset into the footer of a parquet file, under the key `huggingface` where `datasets`
 * reads them. The row groups before it stay unchanged.
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
