export const id = 573;
export const ids = [573];
export const modules = {

/***/ 2573:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  createSparkEngine: () => (/* binding */ createSparkEngine)
});

// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __webpack_require__(3024);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(6760);
// EXTERNAL MODULE: ./build/engine/disk/limited-collector.js + 5 modules
var limited_collector = __webpack_require__(4627);
// EXTERNAL MODULE: ./build/engine/disk/spill-folder.js
var spill_folder = __webpack_require__(568);
// EXTERNAL MODULE: ./build/engine/preparer.js + 42 modules
var preparer = __webpack_require__(4377);
// EXTERNAL MODULE: ./build/engine/turns.js + 2 modules
var engine_turns = __webpack_require__(2732);
// EXTERNAL MODULE: ./build/engine/usable-rows.js + 3 modules
var usable_rows = __webpack_require__(1874);
// EXTERNAL MODULE: ./build/postgres/connection-settings.js
var connection_settings = __webpack_require__(8412);
// EXTERNAL MODULE: ./build/text/sql.js
var text_sql = __webpack_require__(1190);
// EXTERNAL MODULE: ./build/postgres/errors/postgres-error.js
var postgres_error = __webpack_require__(5222);
;// CONCATENATED MODULE: ./build/postgres/jdbc-target.js


/**
 * @param caFile path of the certificates of the trusted authorities; null for none
 * @throws PostgresError for a Unix socket, which the driver does not support
 */
function jdbcTarget(settings, caFile) {
    const { host, port, database, user, sslMode, searchPath, applicationName, startupOptions } = settings;
    if (host.startsWith('/')) {
        throw new postgres_error/* PostgresError */.Y('postgres-url names a Unix socket, but spark-command reads by JDBC, which needs a host and a port. Write host and port.');
    }
    const parameters = new URLSearchParams({
        sslmode: sslMode,
        ApplicationName: applicationName ?? 'prepare-dataset',
        ...(caFile === null ? {} : { sslrootcert: caFile }),
        ...(startupOptions === undefined ? {} : { options: startupOptions }),
        ...(settings.sslNegotiation === 'direct' ? { sslNegotiation: 'direct' } : {}),
        ...(settings.requiresChannelBinding ? { channelBinding: 'require' } : {}),
        // Columns are described on a connection that no SQL was sent to.
        ...(searchPath === undefined ? {} : { currentSchema: searchPath.map(text_sql/* quoteName */.AB).join(',') }),
    });
    const address = host.includes(':') ? `[${host}]` : encodeURIComponent(host);
    const query = parameters.toString().replaceAll('+', '%20');
    return { url: `jdbc:postgresql://${address}:${port}/${encodeURIComponent(database)}?${query}`, user };
}

// EXTERNAL MODULE: ./build/postgres/tls.js
var tls = __webpack_require__(623);
// EXTERNAL MODULE: ./build/engine/rows/dropped-rows.js
var dropped_rows = __webpack_require__(3953);
// EXTERNAL MODULE: ./build/engine/rows/identity.js + 1 modules
var rows_identity = __webpack_require__(264);
// EXTERNAL MODULE: ./build/engine/rows/label.js
var rows_label = __webpack_require__(5831);
// EXTERNAL MODULE: ./build/engine/rows/rank.js
var rank = __webpack_require__(1139);
// EXTERNAL MODULE: ./build/engine/rows/row-ids.js
var row_ids = __webpack_require__(5622);
// EXTERNAL MODULE: ./build/postgres/queries.js
var queries = __webpack_require__(766);
;// CONCATENATED MODULE: ./build/postgres/cut-queries.js


const INTEGERS = new Set(['smallint', 'integer', 'bigint']);
/** SELECT of a selection's number of rows and the type of its ids, null without rows, both as text. */
function countedRows(selection) {
    return `
    SELECT pg_catalog.count(*)::pg_catalog.text AS count, pg_catalog.min(pg_catalog.pg_typeof(id)::pg_catalog.text) AS type
    FROM (${(0,queries/* fieldsOf */.Pf)(selection)}) AS picked
    WHERE ${(0,queries/* isOfUse */.NN)(selection)}`;
}
/** Labels that {@link classCounts} gives. */
const MOST_LABELS = 10_000;
/**
 * Returns a SELECT of how many rows of a SELECT have each value of a field, three columns as text: the value, its rows,
 * and the rows of all values. Of more than 10,000 values, the most frequent.
 */
function classCounts(sql, field) {
    return `
    WITH labels AS MATERIALIZED (
      SELECT planned.${(0,text_sql/* quoteName */.AB)(field)} AS label, pg_catalog.count(*) AS rows FROM (${sql}) AS planned GROUP BY 1
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
    FROM (${(0,queries/* fieldsOf */.Pf)(selection)}) AS picked
    WHERE ${(0,queries/* isOfUse */.NN)(selection)}`;
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
      FROM (${(0,queries/* fieldsOf */.Pf)(selection)}) AS pool
      WHERE ${(0,queries/* isOfUse */.NN)(selection)}
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
function cuttableRows(selection, cutting, { seed, bound }) {
    const below = bound?.tied === null ? '<=' : '<';
    const sampled = bound === null ? '' : `AND ${orderOf(seed)} ${operator(below)} ${bytesOf(bound)}`;
    return `
    SELECT ${cutting.by === 'range' ? 'id' : hashOf(cutting.parts)} AS cut, ${(0,queries/* names */.Dy)(selection)}
    FROM (${(0,queries/* fieldsOf */.Pf)(selection)}) AS picked
    WHERE (${(0,queries/* isOfUse */.NN)(selection)}) ${sampled}`;
}
/**
 * Returns a condition, after others, of the rows up to the bound of a sample, with all that share it; empty without a
 * bound.
 */
function upToBound({ seed, bound }) {
    return bound === null ? '' : `AND ${orderOf(seed)} ${operator('<=')} ${bytesOf(bound)}`;
}
/** SELECT of the rows at the bound of a sample that are in it, columns as in {@link cuttableRows}; null without any. */
function tiedRows(selection, seed, bound) {
    if (bound === null || bound.tied === null)
        return null;
    return `
    SELECT 0 AS cut, ${(0,queries/* names */.Dy)(selection)}
    FROM (${(0,queries/* fieldsOf */.Pf)(selection)}) AS picked
    WHERE (${(0,queries/* isOfUse */.NN)(selection)}) AND ${orderOf(seed)} ${operator('=')} ${bytesOf(bound)}
    ORDER BY id, ${(0,queries/* names */.Dy)(selection)} LIMIT ${bound.tied}`;
}
/** Returns conditions on the column `cut`; every row meets exactly one of them. */
function cutConditions(cutting) {
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
    return `COALESCE(${(0,queries/* rankOf */.IQ)(seed)}, pg_catalog.decode('${'ff'.repeat(33)}', 'hex'))`;
}
function bytesOf({ rank }) {
    return `pg_catalog.decode('${rank}', 'hex')`;
}
function operator(name) {
    return `OPERATOR(pg_catalog.${name})`;
}

// EXTERNAL MODULE: ./build/postgres/session-settings.js
var session_settings = __webpack_require__(3622);
;// CONCATENATED MODULE: ./build/spark/plan.js


/** Plans the reading and preparing of datasets for which `sparkProblems` finds no problem. */
function buildSparkPlan(database, reads) {
    return { version: 2, database, datasets: reads.map(planDataset) };
}
/** Plans the reading and preparing of one dataset. */
function planDataset({ read, corrections, confirmed }) {
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
        sessionSettings: `SET LOCAL ${(0,session_settings/* rowSecuritySetting */.V$)(read.corrections.origin.source.rowSecurity ?? 'strict')}`,
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
    const labeller = new rows_label/* ClassLabeller */.m(shape.classNames, shape);
    const identity = new rows_identity/* IdentityReader */.mO(shape, layout);
    const ranker = new rank/* TextRanker */.F(seed);
    const probes = {
        high: [],
        low: [],
        classIds: [],
        keys: [],
    };
    const add = (source) => (row) => {
        const text = identity.read(row);
        const label = row[layout.values[0]];
        const classId = label === null ? rows_label/* UNKNOWN_CLASS */.u : labeller.find(label);
        if (typeof text === 'string' || classId === rows_label/* UNKNOWN_CLASS */.u)
            return;
        ranker.rank(text);
        probes.high.push(ranker.high);
        probes.low.push(ranker.low);
        probes.classIds.push(classId);
        const id = row[layout.id];
        probes.keys.push(probeKey(dropped_rows/* SOURCE_NAMES */.tN[source], id === null ? '' : (0,row_ids/* shownId */.fk)(id)));
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
    const labeller = new rows_label/* ClassLabeller */.m(read.shape.classNames, read.shape);
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
                const id = label === null ? rows_label/* UNKNOWN_CLASS */.u : labeller.find(Buffer.from(label));
                if (id !== rows_label/* UNKNOWN_CLASS */.u)
                    classRows[id] += Number(rows);
            }
            isWhole &&= counted === all;
        }
    }
    return { fetched, classRows: isWhole ? classRows : classRows.map(() => null) };
}

;// CONCATENATED MODULE: ./build/postgres/id-queries.js


/** SELECT of how many ids have rows with different texts, as text. @param sample null for all rows */
function idsOfSeveralTexts({ selection, id, texts }, sample) {
    const differs = texts.map((text) => `pg_catalog.min(field_${text}) OPERATOR(pg_catalog.<>) pg_catalog.max(field_${text})`);
    return `
    SELECT pg_catalog.count(*)::pg_catalog.text FROM (
      SELECT field_${id} FROM (${rowsOf(selection, sample)}) AS picked
      WHERE field_${id} IS NOT NULL
      GROUP BY field_${id} HAVING ${differs.join(' OR ')}
    ) AS ids`;
}
/** SELECT of how many confirmed rows have the id of a correction, as text. */
function correctedIds({ selection, id }, confirmed) {
    return `
    SELECT pg_catalog.count(*)::pg_catalog.text FROM (${rowsOf(confirmed.selection, confirmed)}) AS picked
    WHERE EXISTS (
      SELECT 1 FROM (${rowsOf(selection, null)}) AS corrected
      WHERE corrected.field_${id} OPERATOR(pg_catalog.=) picked.field_${id}
    )`;
}
function rowsOf(selection, sample) {
    return `
      SELECT * FROM (${(0,queries/* fieldsOf */.Pf)(selection)}) AS read
      WHERE (${(0,queries/* isOfUse */.NN)(selection)}) ${sample === null ? '' : upToBound(sample)}`;
}

;// CONCATENATED MODULE: ./build/spark/measure-reads.js


/** // A part of fewer rows costs more for its connection than it saves. */
const ROWS_A_PART = 250_000;
const MOST_PARTS = 1000;
/** What Spark reads of datasets that are read together here: the same fields, so that the same rows are sampled. */
function sparkReads({ datasets, corrections, confirmed, seed }) {
    return datasets.map(({ target, shape, layout, isIdItem, shares }) => {
        const members = layout.member === null ? null : [layout.member];
        return {
            shape,
            layout,
            isIdItem,
            corrections: { ...corrections, members },
            confirmed: confirmed === null ? null : { ...confirmed, members },
            seed,
            correctRatio: target.settings.correctRatio,
            fractions: shares,
        };
    });
}
/**
 * Queries how many rows there are and where the sample of the confirmed rows ends.
 *
 * @param rowsAPart rows in each part
 */
async function measureRead(read, ask, { rowsAPart = ROWS_A_PART } = {}) {
    const { rows, cutting: corrections } = await measure(read.corrections, ask, rowsAPart);
    const limit = Math.floor(read.correctRatio * rows);
    if (read.confirmed === null || limit === 0)
        return { read, rows, corrections, confirmed: null };
    const { rows: pool, cutting } = await measure(read.confirmed, ask, rowsAPart);
    const [[rank, below, equal]] = await ask(sampleEnd(read.confirmed, { seed: read.seed, limit }), 3, read.confirmed.origin);
    const left = limit - Number(below);
    const bound = rank === null ? null : { rank, tied: Number(equal) > left ? left : null };
    return { read, rows, corrections, confirmed: { rows: pool, cutting, bound } };
}
/**
 * Queries whether rows must be compared by their ids, which Spark does not do.
 *
 * @returns the problems, a sentence each; none if Spark gives the rows that this process would give
 */
async function idProblems({ read, confirmed }, ask) {
    const { shape, layout, isIdItem, corrections, seed } = read;
    if (!isIdItem)
        return [];
    const { id, texts } = layout;
    const count = async (sql, { origin }) => Number((await ask(sql, 1, origin))[0][0]);
    const repeated = await count(idsOfSeveralTexts({ selection: corrections, id, texts }, null), corrections);
    const problems = [problemOf(repeated, 'ids of corrections that have several texts', ONCE)];
    if (read.confirmed !== null && confirmed !== null) {
        const sample = { selection: read.confirmed, seed, bound: confirmed.bound };
        const corrected = await count(correctedIds({ selection: corrections, id }, sample), read.confirmed);
        const several = await count(idsOfSeveralTexts({ selection: read.confirmed, id, texts }, sample), read.confirmed);
        problems.push(problemOf(several, 'ids of confirmed rows that have several texts', ONCE), problemOf(corrected, 'confirmed rows with the id of a correction', 'Remove them from that SELECT'));
    }
    return problems.flatMap((problem) => (problem === null ? [] : [`Dataset ${shape.name}. ${problem}`]));
}
const ONCE = 'Give each id once, for example with DISTINCT ON';
function problemOf(count, what, advice) {
    if (count === 0)
        return null;
    return `spark-command does not compare rows by their ids. There are ${what}: ${count}. ${advice}, or remove spark-command.`;
}
async function measure(selection, ask, rowsAPart) {
    const [[count, type]] = await ask(countedRows(selection), 2, selection.origin);
    const rows = Number(count);
    const parts = Math.min(MOST_PARTS, Math.max(1, Math.ceil(rows / rowsAPart)));
    return { rows, cutting: await cut(selection, ask, { parts, type }) };
}
async function cut(selection, ask, { parts, type }) {
    if (parts === 1 || !hasRanges(type))
        return { by: 'hash', parts };
    const [[low, high]] = await ask(idRange(selection), 2, selection.origin);
    if (low === null || high === null)
        return { by: 'hash', parts };
    return { by: 'range', low: BigInt(low), high: BigInt(high), parts };
}

// EXTERNAL MODULE: ./build/model/cleaning.js
var cleaning = __webpack_require__(5763);
// EXTERNAL MODULE: ./build/model/tasks.js
var tasks = __webpack_require__(6412);
;// CONCATENATED MODULE: ./build/spark/problems.js


const SUPPORTED = tasks/* TASK_NAMES */.TA.filter((task) => tasks/* TASKS */.n3[task].isOnSpark);
/** SELECT of the encoding of the database's texts. */
const ENCODING_QUERY = 'SELECT pg_catalog.getdatabaseencoding()::pg_catalog.text';
/**
 * Returns what spark-command does not support, a sentence each.
 *
 * @param encoding result of {@link ENCODING_QUERY}
 * @returns none for a dataset that Spark prepares like this action
 */
function sparkProblems({ shape, layout, splitMethod, trust, columns }, encoding) {
    const problems = [
        [!tasks/* TASKS */.n3[shape.task].isOnSpark, `the task ${shape.task}; it knows ${SUPPORTED.join(' and ')}`],
        [shape.clean !== 'python', `clean: ${(0,cleaning/* writtenCleaning */.HE)(shape.clean)}; set clean: python`],
        [layout.jsonTexts !== undefined, 'a text of the type json or jsonb; use ->> in the SELECT'],
        [shape.values.length > 1, 'further columns (keep)'],
        [hasSimilarNames(shape), 'columns whose names differ only in upper and lower case'],
        [splitMethod !== 'stable', 'split-method: sklearn; choose stable'],
        [trust.pii !== null, 'looking for personal data (pii)'],
        [layout.annotator !== null, 'the role annotator'],
        // A column that has the name of the role, and that the file does not name, is not used.
        [columns.confidence !== undefined, 'the role confidence'],
        [trust.annotators !== 'unanimous', `annotators: ${trust.annotators}`],
        [trust.dropNearDuplicates !== 'none', 'drop-near-duplicates'],
        [encoding === 'SQL_ASCII', 'a database of the encoding SQL_ASCII, which the JDBC driver cannot read'],
    ];
    return problems
        .filter(([isOne]) => isOne)
        .map(([, what]) => `Dataset ${shape.name}. spark-command does not support ${what}. Change that, or remove spark-command.`);
}
function hasSimilarNames({ texts, values }) {
    const names = [...texts, ...values].map(({ name }) => name.toLowerCase());
    return new Set(names).size < names.length;
}

// EXTERNAL MODULE: external "node:fs/promises"
var promises_ = __webpack_require__(1455);
// EXTERNAL MODULE: external "node:readline"
var external_node_readline_ = __webpack_require__(481);
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
        const buffer = await asyncBufferFromFile(file);
        const metadata = await parquetMetadataAsync(buffer).catch((cause) => {
            throw shard_file_wrongShard(file, 'it is not a parquet file', cause);
        });
        const [, ...elements] = metadata.schema;
        const expected = [
            ...shape.texts.map(({ name }) => [name, 'BYTE_ARRAY', 'UTF8']),
            ...shape.values.map(({ name }) => [name, 'INT64', undefined]),
        ];
        const found = elements.map(({ name, type, converted_type: as }) => [name, type, as]);
        if (JSON.stringify(found) !== JSON.stringify(expected))
            throw shard_file_wrongShard(file, `its columns are not ${columns.join(', ')}, texts and a whole number`);
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
            const objects = await parquetReadObjects({
                file: this.#buffer,
                metadata: this.metadata,
                rowStart: start,
                rowEnd: end,
                compressors: COMPRESSORS,
                // The type requires texts; the bytes are passed through.
                parsers: parsers,
            }).catch((cause) => {
                throw shard_file_wrongShard(this.file, `its rows from ${start} on cannot be read`, cause);
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
function shard_file_wrongShard(file, what, cause) {
    const name = path.join(path.basename(path.dirname(file)), path.basename(file));
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
        yield (0,external_node_fs_.readFileSync)(file);
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
        for await (const line of createInterface({ input: createReadStream(file), crlfDelay: 0 })) {
            number++;
            if (line === '')
                continue;
            const row = parseJson(Buffer.from(line));
            if (!isRecord(row))
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
    const [part] = await partsIn(external_node_path_.join(out, 'report.json'));
    return JSON.parse(await (0,promises_.readFile)(part, 'utf8'));
}

// EXTERNAL MODULE: ./build/engine/rows/row-counts.js
var row_counts = __webpack_require__(5482);
;// CONCATENATED MODULE: ./build/spark/report.js

/** The last instant of a Date; PostgreSQL has later ones. */
const LAST_INSTANT_MS = 8.64e15;
/** Returns the counts like those of rows that were collected here. */
function rowCountsOf({ fetched, newestCorrection, futureCorrections, predictions, ...counts }) {
    const newest = newestCorrection === null ? null : 1000 * newestCorrection;
    return {
        fetched: { corrections: fetched.reviewed, confirmed: fetched.pool },
        ...counts,
        agreement: null,
        newestCorrection: newest === null
            ? null
            : new Date(Math.min(LAST_INSTANT_MS, Math.max(-LAST_INSTANT_MS, newest))).toISOString(),
        ...(0,row_counts/* futureOf */.f4)(futureCorrections),
        ...(predictions === null ? {} : { predictions }),
    };
}

// EXTERNAL MODULE: external "node:child_process"
var external_node_child_process_ = __webpack_require__(1421);
// EXTERNAL MODULE: external "node:events"
var external_node_events_ = __webpack_require__(8474);
// EXTERNAL MODULE: external "node:timers/promises"
var external_node_timers_promises_ = __webpack_require__(8500);
;// CONCATENATED MODULE: ./build/spark/run-command.js



/** Time in milliseconds after which a command that was ended is killed. */
const TERM_MS = 1500;
/** Variables of the job that the command must not see: inputs, tokens, the old service's secrets. */
const WITHHELD = /^(?:INPUT_.*|ACTIONS_(?:RUNTIME|ID_TOKEN_REQUEST)_.*|POSTGRES_URL|HF_TOKEN|WANDB_API_KEY|GITHUB_(?:TOKEN|OUTPUT|ENV|PATH|STATE|STEP_SUMMARY))$/i;
/**
 * Runs a command to its end, in a process group of its own. Its output may quote rows, so it is not shown: a command
 * that needs a log writes one.
 *
 * @throws Error with how it ended, unless it ended with 0; or the reason of the signal
 */
async function runSparkCommand(run) {
    const { command, paths, signal } = run;
    signal.throwIfAborted();
    const line = command.replace(/\{(script|plan|out)\}/g, (_, name) => quoted(paths[name]));
    const child = (0,external_node_child_process_.spawn)('bash', ['-c', line], {
        detached: true,
        stdio: 'ignore',
        env: environmentOf(run),
    });
    const end = () => void endGroup(child);
    signal.addEventListener('abort', end, { once: true });
    try {
        const [code, killedBy] = await (0,external_node_events_.once)(child, 'exit');
        signal.throwIfAborted();
        if (code === 0)
            return;
        const how = killedBy === null ? `ended with ${code}` : `was ended by ${killedBy}`;
        throw new Error(`spark-command ${how}, so nothing was published. Its output is not shown, because it may quote rows. To see it, write it to a log, as in "spark-submit … > spark.log 2>&1".`);
    }
    finally {
        signal.removeEventListener('abort', end);
        killGroup(child, 'SIGKILL');
    }
}
function environmentOf({ environment, secretsFile, password }) {
    const kept = Object.entries(environment).filter(([name]) => !WITHHELD.test(name));
    return {
        ...Object.fromEntries(kept),
        PREPARE_DATASET_SECRETS: secretsFile,
        ...(password === undefined ? {} : { PREPARE_DATASET_POSTGRES_PASSWORD: password }),
    };
}
async function endGroup(child) {
    killGroup(child, 'SIGTERM');
    await (0,external_node_timers_promises_.setTimeout)(TERM_MS, undefined, { ref: false });
    killGroup(child, 'SIGKILL');
}
function killGroup({ pid }, signal) {
    try {
        if (pid !== undefined)
            process.kill(-pid, signal);
    }
    catch {
        // No process of it is left.
    }
}
/** Returns a path as one word of a shell. */
function quoted(path) {
    return `'${path.replaceAll("'", `'\\''`)}'`;
}

;// CONCATENATED MODULE: ./build/spark/spark-engine.js

















/** Rows that the JDBC driver fetches at once. */
const FETCH_SIZE = 10_000;
const SCRIPT = external_node_path_.resolve(import.meta.dirname, '../../spark/prepare.py');
/** Prepares the rows on Spark, from a plan of the same definitions, and takes over its output. */
function createSparkEngine(options) {
    return {
        async read(corrections, plans, progress) {
            await (0,spill_folder/* removeAbandoned */.j)(options.temp);
            const folder = new spill_folder/* SpillFolder */.r(options.temp);
            try {
                return await readBySpark(corrections, plans, { options, folder, progress });
            }
            catch (error) {
                folder.close();
                throw error;
            }
        },
    };
}
async function readBySpark(corrections, plans, { options, folder, progress }) {
    const settings = (0,connection_settings/* parseConnectionUrl */.z)(options.postgresUrl);
    const root = folder.open();
    const out = external_node_path_.join(root, 'out');
    const [measured, connections] = [await measureAll(corrections, plans), await askConnections(corrections)];
    const target = jdbcTarget(settings, writeCa(root, settings, options.postgresCa));
    await corrections.hold(async ({ sessionStart, signal: lost }) => {
        const database = { ...target, sessionStart, fetchSize: FETCH_SIZE, connections };
        const plan = write(root, 'plan.json', JSON.stringify(buildSparkPlan(database, measured.map(({ read }) => read))));
        const secretsFile = write(root, 'secrets.json', JSON.stringify({ password: settings.password ?? null }));
        await runSparkCommand({
            command: options.command,
            paths: { script: SCRIPT, plan, out },
            secretsFile,
            password: settings.password,
            environment: options.environment,
            signal: AbortSignal.any([options.signal, lost]),
        });
    });
    const report = await readReport(out, measured.map(({ read }) => read.read.shape.name));
    const turns = (0,engine_turns/* createTurns */.z)(options.memoryLimit - (0,limited_collector/* processBytes */.l)(0), measured.length);
    return new Map(measured.map(({ target: dataset, read, rows }, index) => {
        const { shape, seed } = read.read;
        const { splits: reportedSplits, ...reported } = report.datasets[index];
        const sampledFrom = read.confirmed === null ? undefined : { rows: read.confirmed.rows, isEstimated: false };
        const counts = { ...rowCountsOf(reported.counts), confirmedRows: sampledFrom };
        requireRead(shape.name, counts, rows);
        for (const source of ['corrections', 'confirmed']) {
            progress.readRows(shape.name, source, counts.fetched[source]);
        }
        const shards = external_node_path_.join(out, shape.name);
        const source = {
            shape,
            shards,
            folder: root,
            name: `dataset${index}`,
            shares: dataset.fractions,
            seed,
            reportedSplits,
            mostOfClass: rows.classRows,
            probes: rows.probes,
        };
        const { workerFile = preparer/* WORKER_FILE */.YS, signal } = options;
        const job = { kind: 'spark', source, counts };
        return [
            dataset,
            (0,usable_rows/* threadRows */.A)(shape.name, job, { workerFile, signal, turns, linesOf: linesOf, onClose: folder.keep() }),
        ];
    }));
}
/** @throws Error with everything that Spark does not support */
async function measureAll(corrections, plans) {
    const [[encoding]] = await corrections.ask(ENCODING_QUERY, 1);
    const problems = [];
    const measured = [];
    for (const plan of plans) {
        for (const [index, read] of sparkReads(plan).entries()) {
            const { target } = plan.datasets[index];
            const { settings, trust, columns } = target;
            const candidate = { ...read, trust, columns, splitMethod: settings.splitMethod };
            problems.push(...sparkProblems(candidate, encoding));
            if (read.layout.group !== null)
                problems.push(noGroups(read.shape.name));
            if (problems.length > 0)
                continue;
            const ask = (...asked) => corrections.ask(...asked);
            const measuredRead = await measureRead(read, ask);
            problems.push(...(await idProblems(measuredRead, ask)));
            const rows = await readDatabaseRows(measuredRead, corrections);
            measured.push({ target, read: measuredRead, rows });
        }
    }
    if (problems.length > 0)
        throw new Error(problems.join('\n'));
    return measured;
}
/** @throws Error if Spark reports other rows than the snapshot has */
function requireRead(name, { fetched }, rows) {
    for (const source of ['corrections', 'confirmed']) {
        if (fetched[source] === rows.fetched[source])
            continue;
        throw new Error(`Dataset ${name}. The report of spark-command counts ${fetched[source]} rows of ${source}, but the database has ${rows.fetched[source]} in the same snapshot. Run the prepare.py that {script} names, on the plan of this run.`);
    }
}
/** Shards do not hold the ranks of groups, which are needed to check their order and their splits. */
function noGroups(name) {
    return `Dataset ${name}. spark-command does not support the role group. Change that, or remove spark-command.`;
}
async function askConnections(corrections) {
    const [[limit]] = await corrections.ask(CONNECTIONS_QUERY, 1);
    return connectionsOf(limit);
}
/** @returns path of the certificates that the JDBC driver trusts; null for those that Java trusts */
function writeCa(root, { sslRootCert }, option) {
    const ca = (0,tls/* loadCa */.D$)(option, sslRootCert);
    return ca === undefined ? null : write(root, 'ca.pem', ca);
}
function write(root, name, text) {
    const file = external_node_path_.join(root, name);
    (0,external_node_fs_.writeFileSync)(file, text, { mode: 0o600, flag: 'wx' });
    return file;
}


/***/ })

};
