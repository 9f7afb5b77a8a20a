export const id = 52;
export const ids = [52];
export const modules = {

/***/ 3875:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   createOutputFolder: () => (/* binding */ createOutputFolder)
/* harmony export */ });
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7598);
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(3024);
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(1455);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(6760);
/* harmony import */ var _files_own_file_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(351);





const DATA_FILE = /^(train|eval|test)-\d{5}-of-\d{5}\.parquet$/;
/** File with the ids of dropped rows and the reasons. */
const DROPPED_FILE = 'dropped.jsonl';
/** File with the ids of rows that are worth another look and the reasons. */
const REVIEW_FILE = 'review.jsonl';
/** Files with the ids of the rows of a content. */
const ROW_IDS_FILE = /^row_ids-[0-9a-f]{16}\.jsonl$/;
/** What a dataset is called, and so the folder with its files. */
const DATASET_NAME = /^\w[\w.-]*$/;
/** Name of the file with the ids of the rows of a content: 64 bits of its hash identify it. */
function rowIdsFile(contentSha256) {
    return `row_ids-${contentSha256.slice(0, 16)}.jsonl`;
}
/**
 * Writes the files of a version, the list of dropped rows and the list of rows to review to `<root>/<dataset>/…`, and removes the data files of an
 * earlier version there. The root may be a link. Below it nothing is written through a link: a link at the path of a
 * file is replaced, and one at the path of a folder is refused.
 *
 * @throws Error that names the folder if it cannot be written; OwnFileError for a file that cannot be read again
 */
function createOutputFolder(root) {
    return {
        root,
        async write(dataset, files) {
            const folder = node_path__WEBPACK_IMPORTED_MODULE_3__.resolve(root, dataset);
            try {
                await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_2__.mkdir)(root, { recursive: true });
                const dataFolder = node_path__WEBPACK_IMPORTED_MODULE_3__.join(folder, 'data');
                await ensureFolder(folder);
                await ensureFolder(dataFolder);
                for (const name of await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_2__.readdir)(dataFolder)) {
                    if (DATA_FILE.test(name))
                        await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_2__.rm)(node_path__WEBPACK_IMPORTED_MODULE_3__.join(dataFolder, name));
                }
                for (const file of files) {
                    await replaceFile(node_path__WEBPACK_IMPORTED_MODULE_3__.join(folder, file.path), file.chunks ?? (0,_files_own_file_js__WEBPACK_IMPORTED_MODULE_4__/* .readPieces */ .u)(file.file, 0, file.size));
                }
            }
            catch (cause) {
                throw notWritten(dataset, folder, cause);
            }
        },
        /** @param lines the dropped rows, as JSON Lines in pieces */
        writeDropped(dataset, lines) {
            return writeList(dataset, DROPPED_FILE, lines);
        },
        /** @param lines the rows, as JSON Lines in pieces; null removes the file of an earlier run */
        writeReview(dataset, lines) {
            return writeList(dataset, REVIEW_FILE, lines);
        },
        async writeRowIds(dataset, ids, { contentSha256, before }) {
            const lines = 'lines' in ids ? ids.lines() : (0,_files_own_file_js__WEBPACK_IMPORTED_MODULE_4__/* .readPieces */ .u)(ids.file, 0, ids.size);
            await writeList(dataset, rowIdsFile(contentSha256), lines);
            if (contentSha256 === before)
                return;
            const kept = [contentSha256, ...(before === null ? [] : [before])].map(rowIdsFile);
            const folder = node_path__WEBPACK_IMPORTED_MODULE_3__.resolve(root, dataset);
            try {
                for (const name of await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_2__.readdir)(folder))
                    if (ROW_IDS_FILE.test(name) && !kept.includes(name))
                        await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_2__.rm)(node_path__WEBPACK_IMPORTED_MODULE_3__.join(folder, name));
            }
            catch (cause) {
                throw notWritten(dataset, folder, cause);
            }
        },
        async idsOf(dataset, { contentSha256, splits }) {
            if (!DATASET_NAME.test(dataset))
                return null;
            const file = node_path__WEBPACK_IMPORTED_MODULE_3__.join(root, dataset, rowIdsFile(contentSha256));
            const stats = await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_2__.lstat)(file).catch(() => null);
            return stats?.isFile() === true ? readRowIds(file, splits) : null;
        },
        async writeDifference(dataset, name, lines) {
            await writeList(dataset, name, lines);
            return node_path__WEBPACK_IMPORTED_MODULE_3__.join(root, dataset, name);
        },
    };
    async function writeList(dataset, name, lines) {
        const folder = node_path__WEBPACK_IMPORTED_MODULE_3__.resolve(root, dataset);
        try {
            await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_2__.mkdir)(root, { recursive: true });
            await ensureFolder(folder);
            const file = node_path__WEBPACK_IMPORTED_MODULE_3__.join(folder, name);
            if (lines === null)
                await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_2__.rm)(file, { force: true });
            else
                await replaceFile(file, lines);
        }
        catch (cause) {
            throw notWritten(dataset, folder, cause);
        }
    }
}
/** A file of ids is not what this product wrote. */
class RowIdsError extends Error {
}
/**
 * Reads ids, a piece of the file in memory at a time. Lines end at `\n` only, because an id may have other line separators.
 *
 * @param sizes rows of each split
 * @throws RowIdsError that names the file and the line if the file is not a list of the ids of these rows
 */
async function* readRowIds(file, sizes) {
    const evalStart = sizes.train;
    const testStart = evalStart + sizes.eval;
    const end = testStart + sizes.test;
    let [number, rest] = [0, ''];
    const pieces = (0,node_fs__WEBPACK_IMPORTED_MODULE_1__.createReadStream)(file, { encoding: 'utf8', highWaterMark: 1 << 18 });
    for await (const piece of pieces) {
        const lines = `${rest}${piece}`.split('\n');
        rest = lines.pop();
        for (const line of lines) {
            const split = number < evalStart ? 'train' : number < testStart ? 'eval' : 'test';
            const row = number < end ? parseRowId(line, split) : null;
            number++;
            if (row === null)
                throw noRowIds(file, number);
            yield row;
        }
    }
    if (rest !== '' || number !== end)
        throw noRowIds(file, number + 1);
}
/** @returns null if a line is not the id of a row of the split */
function parseRowId(line, split) {
    try {
        const row = JSON.parse(line);
        if (row.split === split && typeof row.id === 'string' && typeof row.source === 'string')
            return { split, id: row.id, source: row.source };
    }
    catch { }
    return null;
}
function noRowIds(file, line) {
    return new RowIdsError(`Line ${line} of ${file} is not the id of the row at its place in the version. Remove the file, or restore it as prepare-dataset wrote it.`);
}
/** Something that is not a folder has the name of a folder. */
class NoFolderError extends Error {
}
/** Creates a folder, which may exist already. @throws NoFolderError if something else, or a link, has its name */
async function ensureFolder(folder) {
    try {
        await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_2__.mkdir)(folder);
    }
    catch (error) {
        if (codeOf(error) !== 'EEXIST')
            throw error;
        if (!(await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_2__.lstat)(folder)).isDirectory())
            throw new NoFolderError(folder);
    }
}
/** Moves a file to a path, and replaces whatever is there. */
async function replaceFile(file, chunks) {
    const draft = node_path__WEBPACK_IMPORTED_MODULE_3__.join(node_path__WEBPACK_IMPORTED_MODULE_3__.dirname(file), `.${(0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.randomUUID)()}.tmp`);
    try {
        await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_2__.writeFile)(draft, chunks, { flag: 'wx' });
        await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_2__.rename)(draft, file);
    }
    catch (error) {
        await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_2__.rm)(draft, { force: true });
        throw error;
    }
}
function notWritten(dataset, folder, cause) {
    if (cause instanceof _files_own_file_js__WEBPACK_IMPORTED_MODULE_4__/* .OwnFileError */ .L || cause instanceof RowIdsError)
        return cause;
    return new Error(`The files of ${dataset} could not be written to ${folder}${explain(cause)}`, { cause });
}
function explain(cause) {
    if (cause instanceof NoFolderError) {
        return `: ${cause.message} is a link, or not a folder, and nothing is written through a link. Remove it, or choose another output-dir.`;
    }
    const code = codeOf(cause);
    const reason = code === undefined ? '' : ` (${code})`;
    return `${reason}. Check output-dir, its permissions and the free space on the disk.`;
}
function codeOf(error) {
    return typeof error === 'object' && error !== null && 'code' in error ? error.code : undefined;
}


/***/ }),

/***/ 1052:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  prepare: () => (/* binding */ prepare)
});

// EXTERNAL MODULE: ./build/action/prepare-dataset-inputs.js + 1 modules
var prepare_dataset_inputs = __webpack_require__(4227);
// EXTERNAL MODULE: ./build/action/read-inputs.js + 1 modules
var read_inputs = __webpack_require__(7534);
// EXTERNAL MODULE: ./build/model/identity.js
var identity = __webpack_require__(6946);
// EXTERNAL MODULE: ./build/action/annotations.js
var annotations = __webpack_require__(2909);
// EXTERNAL MODULE: ./build/action/dataset-inputs.js + 1 modules
var dataset_inputs = __webpack_require__(460);
// EXTERNAL MODULE: ./build/action/failure.js
var failure = __webpack_require__(5541);
// EXTERNAL MODULE: ./build/action/input-error.js
var input_error = __webpack_require__(7128);
// EXTERNAL MODULE: ./build/report/describe-dataset.js + 7 modules
var describe_dataset = __webpack_require__(9626);
// EXTERNAL MODULE: ./build/text/line.js
var text_line = __webpack_require__(8194);
// EXTERNAL MODULE: ./build/text/markdown.js
var markdown = __webpack_require__(1065);
;// CONCATENATED MODULE: ./build/report/write-log.js


/**
 * Writes blocks as lines of a log, all but headings indented.
 *
 * @param harmless makes a text of any origin harmless in a line of the log
 */
function writeLog(blocks, harmless) {
    return blocks.flatMap((block) => writeBlock(block, harmless));
}
function writeBlock(block, harmless) {
    switch (block.kind) {
        case 'heading':
            return [(0,text_line/* plainLine */.h0)(block.line, harmless)];
        case 'paragraph':
        case 'note':
        case 'warning':
            return [`  ${(0,text_line/* plainLine */.h0)(block.line, harmless)}`];
        case 'list':
            return block.items.map((item) => `  - ${(0,text_line/* plainLine */.h0)(item, harmless)}`);
        case 'table':
            return writeTable(block, harmless);
        case 'link':
            return [`  ${(0,text_line/* plainLine */.h0)(block.line, harmless)}: ${harmless(block.url)}`];
        case 'code':
        case 'failure':
            return block.text.split('\n').map((line) => `  ${harmless(line)}`);
        case 'details':
            return [`  ${(0,text_line/* plainLine */.h0)(block.summary, harmless)}`, ...writeLog(block.blocks, harmless)];
    }
}
/** Lines in columns; each begins with a dash, so that no name in it can be a command to the runner. */
function writeTable({ header, rows }, harmless) {
    const lines = [...(header.length === 0 ? [] : [header]), ...rows].map((cells) => cells.map((cell) => (typeof cell === 'number' ? (0,markdown/* formatCount */.B4)(cell) : (0,text_line/* plainLine */.h0)(cell, harmless))));
    const widths = lines[0]?.map((_, column) => Math.max(...lines.map((line) => line[column].length))) ?? [];
    return lines.map((line) => `  - ${line.map((cell, column) => cell.padEnd(widths[column])).join('  ')}`.trimEnd());
}

;// CONCATENATED MODULE: ./build/action/log-text.js

const LONGEST_TEXT = 2000;
/**
 * Returns a text of any origin in a form that is safe within a line of the log: on one line, and without `##[`, which
 * starts a command of the runner anywhere in a line. A command that begins with `::` counts only at the start of a
 * line, so no line may begin with such a text.
 */
function logText(text) {
    const line = (0,markdown/* oneLine */.TN)(text).replaceAll('##[', '## [');
    return line.length > LONGEST_TEXT ? `${line.slice(0, LONGEST_TEXT)} …` : line;
}

;// CONCATENATED MODULE: ./build/action/outcome-log.js




/**
 * Logs the status of each dataset as the last lines of the log, one line each. In a dry run, a full report of each
 * comes first.
 */
function logOutcomes({ info }, datasets, { dryRun }) {
    if (datasets.length === 0)
        return;
    if (dryRun)
        for (const report of datasets)
            logPreview(info, report);
    info('');
    for (const report of datasets) {
        info((0,text_line/* plainLine */.h0)((0,text_line/* joinLines */.cT)((0,describe_dataset/* describeDataset */.g$)('outcome', report), ' '), logText));
    }
}
/**
 * Logs where a dataset of a dry run is read from, what happened to its rows, and what would be published. No line holds
 * a text of a row or SQL.
 */
function logPreview(info, report) {
    info('');
    for (const line of writeLog((0,describe_dataset/* describeDataset */.g$)('log', report), logText))
        info(line);
}

// EXTERNAL MODULE: ./build/report/dataset-report.js
var dataset_report = __webpack_require__(5110);
;// CONCATENATED MODULE: ./build/action/outputs.js

/**
 * Sets the outputs of the root action. They hold no name of a repo: a repo name may come from a secret, and the runner
 * drops a job output with a masked value.
 *
 * @param named datasets that have outputs of their own, and whether the run prepares them; one without a report failed
 * with the whole run
 * @param dryRun true to report the status that a real run would have as well
 */
function setOutputs({ output }, reports, { named, dryRun }) {
    for (const [name, isAsked] of named) {
        const report = reports.find((candidate) => candidate.name === name);
        output(`${name}-tag`, report?.tag ?? '');
        output(`${name}-status`, report?.status ?? (isAsked ? 'failed' : ''));
    }
    const updated = reports.filter(({ isNewVersion }) => isNewVersion).map(({ name }) => name);
    output('updated', JSON.stringify(updated));
    output('versions', JSON.stringify(Object.fromEntries(reports.map((report) => [report.name, describeVersion(report, dryRun)]))));
}
function describeVersion(report, dryRun) {
    const { tag, commit, status, contents, pullRequest, previous } = report;
    // While other data waits in a pull request, the tag is the one of the data on main.
    const rows = pullRequest !== null && tag !== null ? previous : contents;
    return {
        tag,
        commit,
        status,
        ...(dryRun ? { would: (0,dataset_report/* realStatus */.N1)(report) } : {}),
        num_samples: rows?.numSamples ?? null,
        splits: rows?.splits ?? null,
        pull_request: pullRequest?.number ?? null,
    };
}

// EXTERNAL MODULE: ./build/model/split-shares.js
var split_shares = __webpack_require__(4599);
// EXTERNAL MODULE: ./build/model/trust.js
var trust = __webpack_require__(8728);
;// CONCATENATED MODULE: ./build/action/run-place.js
/**
 * Returns where this run can be looked at, on GitHub Actions or GitLab CI
 * (https://docs.gitlab.com/ci/variables/predefined_variables/); elsewhere all of it is empty.
 */
function readRunPlace(environment = process.env) {
    const { GITHUB_SERVER_URL: server = 'https://github.com', GITHUB_REPOSITORY: repository = '', GITHUB_RUN_ID: runId = '', GITHUB_WORKFLOW: workflow = '', CI_PROJECT_PATH: project = '', CI_JOB_ID: jobId = '', CI_JOB_NAME: job = '', CI_JOB_URL: jobUrl = '', } = environment;
    if (repository === '' && project !== '') {
        return { repository: project, runId: jobId, workflow: job, url: jobUrl };
    }
    const hasPage = repository !== '' && runId !== '';
    return { repository, runId, workflow, url: hasPage ? `${server}/${repository}/actions/runs/${runId}` : '' };
}
/** Returns the address of the page that lists the runs of this workflow; null where the environment does not name it. */
function readRunsUrl(environment = process.env) {
    const { GITHUB_SERVER_URL: server = 'https://github.com', GITHUB_WORKFLOW_REF: reference = '' } = environment;
    const match = /^([\w.-]+\/[\w.-]+)\/\.github\/workflows\/([^/@]+)@/.exec(reference);
    return match === null ? null : `${server}/${match[1]}/actions/workflows/${encodeURIComponent(match[2])}`;
}

;// CONCATENATED MODULE: ./build/action/pipeline-settings.js



/** Returns the settings of the pipeline from the inputs of the root action. */
function settingsFrom(inputs) {
    return {
        targets: inputs.datasets.map((definition) => targetFrom(definition, inputs)),
        dryRun: inputs.dryRun,
        endpoint: inputs.hubEndpoint,
        runUrl: readRunPlace().url || null,
    };
}
/** Returns a dataset with its settings: a setting in the file wins over the input of the same name. */
function targetFrom(definition, inputs) {
    const { correctRatio, randomState, split, splitMethod, minDatasetLen, private: isPrivate } = inputs;
    const given = { correctRatio, randomState, split, splitMethod, minDatasetLen, private: isPrivate };
    const settings = { ...given, ...definition.settings };
    return {
        ...definition,
        settings,
        fractions: (0,split_shares/* parseSplit */.U)(settings.split),
        trust: { ...trust/* DEFAULT_TRUST */.TC, ...inputs.gates, ...definition.trust },
    };
}

;// CONCATENATED MODULE: ./build/action/progress-log.js


const SOURCES = {
    corrections: 'corrections',
    confirmed: 'confirmed rows',
};
/** Shortest time in milliseconds between two lines about the same work. */
const QUIET_MS = 5000;
/**
 * Logs each step of a run with the seconds since the start; a stage is a group of lines.
 *
 * @param startedAt time of the start by `performance.now()`, in milliseconds
 * @returns the progress, and the stages in the order in which they began, which are filled as they end
 */
function createProgressLog(surroundings, startedAt) {
    const { info, warning, startGroup, endGroup } = surroundings;
    const stages = [];
    let saidAt = startedAt;
    const say = (text, write = info) => {
        saidAt = performance.now();
        write(`[${((saidAt - startedAt) / 1000).toFixed(1)} s] ${logText(text)}`);
    };
    const progress = {
        async stage(name, work) {
            const stage = { name, durationMs: 0 };
            const beganAt = performance.now();
            stages.push(stage);
            startGroup(name);
            try {
                return await work();
            }
            finally {
                stage.durationMs = performance.now() - beganAt;
                say(`${name}: took ${(stage.durationMs / 1000).toFixed(1)} s`);
                endGroup();
            }
        },
        readingRows(dataset, source, rows) {
            if (performance.now() - saidAt < QUIET_MS)
                return;
            say(`${dataset}: ${(0,markdown/* formatCount */.B4)(rows)} ${SOURCES[source]} so far`, surroundings.progress);
        },
        readRows: (dataset, source, rows) => say(`${dataset}: read ${(0,markdown/* formatCount */.B4)(rows)} ${SOURCES[source]}`),
        spilling: (datasets, rows, freeBytes) => say(`${datasets}: ${(0,markdown/* formatCount */.B4)(rows)} rows use all the memory that memory-limit allows, so further rows are kept on disk${freeBytes === null ? '' : ` (${gigabytes(freeBytes)} free)`}`),
        preparedRows: (dataset, rows) => say(`${dataset}: split ${(0,markdown/* formatCount */.B4)(rows)} rows`),
        builtVersion: (dataset, tag, bytes) => say(`${dataset}: built ${tag}, ${kibibytes(bytes)}`),
        retryingCommit: (dataset, reason) => say(`${dataset}: trying the commit again. ${reason}`),
        notMarked: (dataset, reason) => warning(`The mark on the Hub that this version was announced could not be set, so the next run announces it again. ${reason}`, {
            title: `${dataset}: not marked`,
        }),
        uploaded: (repo, bytes) => say(`${repo}: uploaded ${kibibytes(bytes)}`),
    };
    return { progress, stages };
}
function gigabytes(bytes) {
    return `${(bytes / 1e9).toFixed(1)} GB`;
}
function kibibytes(bytes) {
    return `${(0,markdown/* formatCount */.B4)(Math.ceil(bytes / 1024))} KiB`;
}

// EXTERNAL MODULE: ./build/action/run-action.js
var run_action = __webpack_require__(9677);
// EXTERNAL MODULE: ./build/action/stray-error.js
var stray_error = __webpack_require__(93);
// EXTERNAL MODULE: ./build/version/change.js
var version_change = __webpack_require__(6399);
// EXTERNAL MODULE: ./build/report/document.js
var report_document = __webpack_require__(1294);
// EXTERNAL MODULE: ./build/report/facts/waiting.js + 1 modules
var waiting = __webpack_require__(8602);
// EXTERNAL MODULE: ./build/report/gate-text.js
var gate_text = __webpack_require__(8074);
// EXTERNAL MODULE: ./build/report/hub-page.js
var hub_page = __webpack_require__(8058);
// EXTERNAL MODULE: ./build/report/status-icons.js
var status_icons = __webpack_require__(3254);
;// CONCATENATED MODULE: ./build/report/verdict.js



/** Statuses as a verdict names them, in their order. */
const WORDS = {
    published: 'published',
    failed: 'failed',
    held: 'held',
    'awaiting-approval': 'waiting for approval',
    unchanged: 'unchanged',
    skipped: 'skipped',
};
/** The same in a dry run, where only a failure has really happened. */
const WOULD = {
    published: 'would be published',
    failed: 'failed',
    held: 'would be held',
    'awaiting-approval': 'would wait for approval',
    unchanged: 'would stay unchanged',
    skipped: 'would be skipped',
};
/** What needs a person most comes first. */
const WORST_FIRST = [
    'failed',
    'held',
    'awaiting-approval',
    'published',
    'skipped',
    'unchanged',
];
/** Why a run ended before any dataset was tried, as a clause. */
const FAILURES = {
    inputs: 'the inputs cannot be used',
    database: 'the database could not be read',
    preparation: 'the preparation failed',
};
/**
 * Returns how a run ended in one line, for example `2 of 2 published · 459 new rows · 1 warning`. It holds no name.
 * New rows are counted only where they are known of each version that was published.
 */
function describeVerdict({ run, dryRun, warnings }) {
    const { outcome, failure, datasets } = run;
    const isWhole = outcome !== 'cancelled' && failure === null;
    const words = dryRun ? WOULD : WORDS;
    // The end of a run ends its datasets too: they did not fail.
    const shown = outcome === 'cancelled' ? { ...words, failed: 'not finished' } : words;
    const statuses = countStatuses(datasets, { isWhole, words: shown });
    const parts = [
        ...(dryRun ? ['dry run'] : []),
        ...(outcome === 'cancelled' ? ['cancelled'] : []),
        ...(failure === null ? [] : [FAILURES[failure.stage]]),
        ...(statuses.length === 0 ? ['no dataset was prepared'] : statuses),
        ...newRows(datasets),
        ...(warnings === 0 ? [] : [(0,markdown/* counted */.hS)(warnings, 'warning')]),
    ];
    return parts.join(' · ');
}
/** Returns the icon of what needs a person most in a run. */
function verdictIcon({ outcome, failure, datasets }) {
    if (failure !== null)
        return status_icons/* STATUS_ICONS */.I.failed;
    if (outcome === 'cancelled')
        return '🚫';
    const statuses = new Set(datasets.map(dataset_report/* realStatus */.N1));
    const worst = WORST_FIRST.find((status) => statuses.has(status));
    return status_icons/* STATUS_ICONS */.I[worst ?? 'skipped'];
}
/** Counts the datasets by status; the first part has how many there are, unless the run ended before all were tried. */
function countStatuses(datasets, { isWhole, words }) {
    const counts = new Map();
    for (const report of datasets)
        counts.set((0,dataset_report/* realStatus */.N1)(report), (counts.get((0,dataset_report/* realStatus */.N1)(report)) ?? 0) + 1);
    const parts = Object.keys(WORDS)
        .filter((status) => counts.has(status))
        .map((status) => [counts.get(status), words[status]])
        .map(([count, word], index) => index === 0 && isWhole ? `${count} of ${datasets.length} ${word}` : `${count} ${word}`);
    const newer = datasets.filter(({ status, pullRequest }) => status === 'published' && pullRequest?.state === 'open').length;
    return newer === 0 ? parts : [...parts, `${newer} newer ${WORDS['awaiting-approval']}`];
}
/** Rows that the published versions have and those before had not; nothing where one version does not record them. */
function newRows(datasets) {
    const published = datasets.filter((report) => (0,dataset_report/* realStatus */.N1)(report) === 'published');
    if (published.length === 0)
        return [];
    const added = published.map(addedRows);
    if (added.includes(null))
        return [];
    return [
        (0,markdown/* counted */.hS)(added.reduce((sum, rows) => sum + Number(rows), 0), 'new row'),
    ];
}
/** Rows of a version that the one before had not: all of a first version; null where they were not counted. */
function addedRows(report) {
    const { previous, changes, contents, pullRequest } = report;
    // A version that was merged before, or is followed by newer data in a pull request, is not what these rows are about.
    if (contents === null || pullRequest !== null || (previous !== null && (0,dataset_report/* replacedVersion */.jQ)(report) === null))
        return null;
    return previous === null ? contents.numSamples : (changes?.added ?? null);
}

;// CONCATENATED MODULE: ./build/report/warnings.js


/**
 * Returns the warnings of a run, each once however many datasets share it: rows and SELECTs to look at, and what could not
 * be done besides publishing. How a dataset ended is none of them.
 *
 * @returns for each what it is about, and a text in the user's words
 */
function warningsOf(datasets, deliveries) {
    const notes = datasets.flatMap(describe_dataset/* describeWarnings */.Js).map((note) => [titleOf(note), note.text]);
    const failed = deliveries
        .filter(({ state }) => state === 'failed')
        .map(({ channel, detail }) => [channel, detail]);
    const different = new Map([...notes, ...failed].map((each) => [JSON.stringify(each), each]));
    return Array.from(different.values(), ([title, text]) => [(0,markdown/* oneLine */.TN)(title), (0,markdown/* oneLine */.TN)(text)]);
}
function titleOf({ title, place }) {
    return place === undefined ? title : `${title} at ${place.file}:${place.line}:${place.column}`;
}

;// CONCATENATED MODULE: ./build/report/describe-summary.js












/** Datasets whose previews are unfolded, or of whose new versions the head shows where the model was wrong. */
const MOST_OPEN = 3;
/** Warnings that are listed; the log has all. */
const MOST_WARNINGS = 20;
/**
 * Describes a run for the job summary: the verdict in one line, what needs a person, a row for each dataset, where the
 * model was wrong in what was published, the rest of the run, and each dataset in full.
 */
function describeSummary({ run, deliveries, dryRun, endpoint, runsUrl }) {
    const { datasets, outcome, failure } = run;
    const isOpen = dryRun && datasets.length <= MOST_OPEN;
    const published = datasets.filter(({ status }) => status === 'published');
    const inHead = published.length <= MOST_OPEN ? published : [];
    const described = datasets.map((report) => {
        return [report, { endpoint, dryRun, isInHead: inHead.includes(report) }];
    });
    const warnings = warningsOf(datasets, deliveries);
    const verdict = describeVerdict({ run, dryRun, warnings: warnings.length });
    const head = [
        (0,report_document/* heading */.R_)((0,text_line/* words */.aL) `${verdictIcon(run)} ${(0,text_line/* ownWords */.I1)(`Datasets: ${verdict}`)}`, 2),
        dryRun ? { kind: 'note', line: (0,text_line/* ownWords */.I1)('This was a dry run: nothing was written to the Hub.') } : [],
        outcome === 'cancelled'
            ? { kind: 'warning', line: 'The run was cancelled. The next run finishes what this run began.' }
            : [],
        failure === null ? [] : { kind: 'failure', text: failure.message },
        (0,describe_dataset/* describeByFact */.dx)('attention', described),
        warningBlocks(warnings),
        overview(run, endpoint),
        (0,describe_dataset/* describeByFact */.dx)('head', described),
        (0,report_document/* list */.p_)(deliveryItems(deliveries)),
        (0,report_document/* paragraph */.FY)(timing(run, runsUrl)),
    ];
    return {
        head: head.flat(),
        sections: described.flatMap(([report, context]) => datasetDetails(report, { ...context, isOpen })),
    };
}
function warningBlocks(warnings) {
    if (warnings.length === 0)
        return [];
    const items = warnings.slice(0, MOST_WARNINGS).map(([title, text]) => (0,text_line/* words */.aL) `${(0,text_line/* strong */.ko)(title)}: ${text}`);
    const more = warnings.length - items.length;
    return [
        (0,report_document/* heading */.R_)((0,text_line/* words */.aL) `⚠️ Warnings`),
        ...(0,report_document/* list */.p_)(items),
        ...(more === 0 ? [] : [(0,report_document/* paragraph */.FY)((0,text_line/* words */.aL) `${more} more warnings are in the log.`)]),
    ];
}
/**
 * Describes one dataset in full, to be unfolded.
 *
 * @param context.isOpen true to show it unfolded
 */
function datasetDetails(report, { isOpen, ...context }) {
    const blocks = (0,describe_dataset/* describeDataset */.g$)('summary', report, context);
    const summary = (0,text_line/* words */.aL) `${status_icons/* STATUS_ICONS */.I[report.status]} ${(0,text_line/* strong */.ko)(report.name)} in full`;
    return blocks.length === 0 ? [] : [{ kind: 'details', summary, isOpen, blocks }];
}
/** Statuses that the reason of a dataset does not name. */
const NAMED_STATUSES = ['failed', 'skipped'];
/** The table of the datasets: link and reason are first, and few columns follow, because a telephone is narrow. */
function overview({ datasets, startedAt }, endpoint) {
    const hasPending = datasets.some(({ pending }) => pending !== null);
    const rows = datasets.map((report) => {
        const { name, repo, status, contents, pending } = report;
        const page = (0,hub_page/* pageOf */.Z)(repo, endpoint);
        const title = (0,text_line/* strong */.ko)(page === null ? name : (0,text_line/* link */.nf)(name, page));
        const named = NAMED_STATUSES.includes(status) ? (0,text_line/* words */.aL) `${title} ${(0,text_line/* ownWords */.I1)(status)}` : title;
        const sentences = [linkedReason(report, page), ...(0,waiting/* ageSentence */.hM)(report, startedAt)];
        return [
            (0,text_line/* words */.aL) `${status_icons/* STATUS_ICONS */.I[status]} ${named}: ${(0,text_line/* joinLines */.cT)(sentences, ' ')}`,
            contents === null ? '' : (0,text_line/* ownWords */.I1)(`${(0,markdown/* formatCount */.B4)(contents.numSamples)}${growth(report)}`),
            ...(hasPending ? [pending === null ? '' : pending] : []),
        ];
    });
    return (0,report_document/* table */.tp)(['Dataset', 'Rows', ...(hasPending ? ['To review'] : [])], rows);
}
/** Returns why a dataset ended as it did, with links to its version and to the pull request it waits in. */
function linkedReason(report, page) {
    const { tag, pullRequest } = report;
    const reason = (0,markdown/* oneLine */.TN)((0,gate_text/* shortReason */.PR)(report));
    const toVersion = tag === null || page === null ? [] : [[tag, (0,text_line/* link */.nf)((0,text_line/* code */.aY)(tag), `${page}/tree/${tag}`)]];
    if (pullRequest === null)
        return withLinks(reason, toVersion);
    const { number, url } = pullRequest;
    const toPullRequest = (0,text_line/* givenLink */.wg)(`#${number}`, url);
    const named = `#${number} (${url})`;
    return reason.includes(named)
        ? withLinks(reason, [...toVersion, [named, toPullRequest]])
        : (0,text_line/* words */.aL) `${withLinks(reason, toVersion)} Pull request ${toPullRequest}.`;
}
/** Puts each link in the place of the first occurrence of its text. */
function withLinks(text, links) {
    const found = links
        .map(([name, line]) => ({ at: text.indexOf(name), length: name.length, line }))
        .filter(({ at }) => at >= 0)
        .toSorted((a, b) => a.at - b.at);
    const starts = [0, ...found.map(({ at, length }) => at + length)];
    const parts = starts.flatMap((start, index) => {
        const next = found.at(index);
        return next === undefined ? [(0,text_line/* piece */.fV)(text.slice(start))] : [(0,text_line/* piece */.fV)(text.slice(start, next.at)), next.line];
    });
    return (0,text_line/* joinLines */.cT)(parts, '');
}
/** Returns how many more rows there are than in the version before, in brackets; empty where that is not known. */
function growth(report) {
    const { contents } = report;
    const before = (0,dataset_report/* replacedVersion */.jQ)(report)?.numSamples ?? null;
    return contents === null || before === null ? '' : ` (${(0,version_change/* signedCount */.c3)(contents.numSamples - before)})`;
}
/** Describes what else the run did; what nobody asked for is left out, and what failed is a warning. */
function deliveryItems(deliveries) {
    return deliveries
        .filter(({ state, detail }) => state === 'delivered' || (state === 'off' && detail !== ''))
        .map(({ channel, state, detail }) => (0,text_line/* words */.aL) `${state === 'off' ? '➖' : '✅'} ${(0,text_line/* strong */.ko)(channel)}: ${detail === '' ? state : detail}`);
}
function timing({ durationMs, stages }, runsUrl) {
    const seconds = (ms) => `${(ms / 1000).toFixed(1)} s`;
    const parts = stages.map((stage) => `${stage.name.toLowerCase()} ${seconds(stage.durationMs)}`);
    const took = (0,text_line/* ownWords */.I1)(`The run took ${seconds(durationMs)}${parts.length === 0 ? '' : `: ${parts.join(', ')}`}.`);
    return runsUrl === null ? took : (0,text_line/* words */.aL) `${took} ${(0,text_line/* givenLink */.wg)('Earlier runs', runsUrl)}`;
}

// EXTERNAL MODULE: ./build/report/write-markdown.js
var write_markdown = __webpack_require__(4932);
;// CONCATENATED MODULE: ./build/action/summary/job-summary.js



/** GitHub drops a summary above 1 MiB; what is cut is reported. */
const MAX_SUMMARY_BYTES = 1_000_000;
/** Returns the job summary in Markdown, in which text from the database is escaped, and no text of a row is quoted. */
function renderJobSummary(facts) {
    const { head, sections } = describeSummary(facts);
    return `${joinToLimit((0,write_markdown/* writeMarkdown */.p)(head), sections.map((section) => (0,write_markdown/* writeMarkdown */.p)([section])))}\n`;
}
/** Returns the head with as many of the sections as GitHub shows. */
function joinToLimit(head, sections) {
    const parts = [head];
    let bytes = Buffer.byteLength(head);
    for (const [index, section] of sections.entries()) {
        bytes += Buffer.byteLength(section) + 2;
        if (bytes > MAX_SUMMARY_BYTES) {
            parts.push(`(The summary was cut: the details of ${(0,markdown/* counted */.hS)(sections.length - index, 'dataset')} are too long for GitHub. A dry run logs them.)`);
            break;
        }
        parts.push(section);
    }
    const summary = parts.join('\n\n');
    if (Buffer.byteLength(summary) <= MAX_SUMMARY_BYTES)
        return summary;
    return `${Buffer.from(summary).subarray(0, MAX_SUMMARY_BYTES).toString()}\n\n(The summary was cut: it was too long for GitHub.)`;
}

// EXTERNAL MODULE: ./build/model/corrections.js
var corrections = __webpack_require__(1915);
// EXTERNAL MODULE: ./node_modules/p-map/index.js
var p_map = __webpack_require__(606);
;// CONCATENATED MODULE: ./build/engine/engine.js
/** The largest number of conflicting rows that are listed by id; `dropped.jsonl` lists them all. */
const MOST_CONFLICT_IDS = 20;

// EXTERNAL MODULE: ./build/engine/split/too-few-rows.js
var too_few_rows = __webpack_require__(6955);
// EXTERNAL MODULE: ./build/model/rows.js
var model_rows = __webpack_require__(6141);
// EXTERNAL MODULE: ./build/engine/row-index/schema.js
var schema = __webpack_require__(4210);
// EXTERNAL MODULE: ./build/model/file.js
var model_file = __webpack_require__(7250);
// EXTERNAL MODULE: ./build/version/split-changes.js
var split_changes = __webpack_require__(5255);
;// CONCATENATED MODULE: ./build/publish/earlier-index.js



const NOTHING_MOVES = { content: undefined, tag: null, areTextsKnown: true };
const NOTHING_KNOWN = { content: undefined, tag: null, areTextsKnown: false };
/** Reads the row indexes of versions of a repo, each once. */
class EarlierIndexes {
    #open;
    #read = new Map();
    /** @param open opens the repo once an index has to be read */
    constructor(open) {
        this.#open = open;
    }
    /** Returns the index of the version that `main` holds: at its head, or if that is damaged at the version's tag. */
    of(version) {
        const { rowIndex, versionTag } = version;
        if (rowIndex === null)
            return Promise.resolve('none');
        const known = this.#read.get(rowIndex.sha256) ?? this.#find(rowIndex, ['main', versionTag]);
        this.#read.set(rowIndex.sha256, known);
        return known;
    }
    /**
     * Returns what the last version records of the splits of texts. Without groups, the rank of a text decides its split
     * in every version.
     *
     * @param previous null for a first version
     */
    async ledgerFor(previous, splits) {
        const { group, method } = splits.rules;
        if (previous === null || group === null || method !== 'stable')
            return NOTHING_MOVES;
        if ((0,split_changes/* findSplitChanges */.Rh)(previous.splitRules, splits).changes.length > 0)
            return NOTHING_KNOWN;
        const content = await this.of(previous);
        return typeof content === 'string'
            ? NOTHING_KNOWN
            : { content, tag: previous.versionTag, areTextsKnown: true };
    }
    async #find({ size, sha256 }, revisions) {
        const repo = await this.#open();
        for (const revision of revisions) {
            const content = await repo.readAt(schema/* ROW_INDEX_PATH */.Sb, revision, size);
            if (content?.length === size && (0,model_file/* sha256Of */.Bj)([content]) === sha256)
                return { chunks: [content] };
        }
        return 'lost';
    }
}

// EXTERNAL MODULE: ./build/publish/found.js
var publish_found = __webpack_require__(1396);
;// CONCATENATED MODULE: ./build/publish/owned-datasets.js
/** Lists the datasets of each owner once, however many of their repos would be created. */
function listOwnedOnce() {
    const lists = new Map();
    return (repo) => {
        const [owner] = repo.name.toLowerCase().split('/');
        const list = lists.get(owner) ?? repo.siblings();
        lists.set(owner, list);
        return list;
    };
}

// EXTERNAL MODULE: ./build/gates/judge.js + 10 modules
var judge = __webpack_require__(586);
// EXTERNAL MODULE: ./build/model/features.js
var model_features = __webpack_require__(8599);
// EXTERNAL MODULE: ./build/engine/spans/tokens.js + 1 modules
var tokens = __webpack_require__(3492);
// EXTERNAL MODULE: ./build/model/shape.js
var model_shape = __webpack_require__(7079);
// EXTERNAL MODULE: ./build/model/tasks.js
var tasks = __webpack_require__(6412);
// EXTERNAL MODULE: ./build/pii/pii-words.js
var pii_words = __webpack_require__(5459);
// EXTERNAL MODULE: ./build/text/markdown-line.js
var markdown_line = __webpack_require__(6176);
// EXTERNAL MODULE: ./build/version/dropped-words.js
var dropped_words = __webpack_require__(4985);
// EXTERNAL MODULE: ./node_modules/yaml/dist/index.js
var dist = __webpack_require__(8815);
;// CONCATENATED MODULE: ./build/version/front-matter.js

/**
 * Writes front matter that every reader understands in the same way. `datasets` and `huggingface_hub` read it by
 * PyYAML, which is YAML 1.1 and reads `no`, `1_000` or `12:30` as other values than texts, so every text is quoted as
 * in JSON.
 */
function writeFrontMatter(values) {
    return (0,dist/* stringify */.As)(values, {
        defaultStringType: 'QUOTE_DOUBLE',
        defaultKeyType: 'PLAIN',
        doubleQuotedAsJSON: true,
        lineWidth: 0,
    }).replace(UNQUOTABLE, (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`);
}
/**
 * Characters that JSON leaves unchanged, but that PyYAML reads as the end of a line, or refuses, even in quotes (its
 * reader.py).
 */
const UNQUOTABLE = /[\x7F-\x9F\u2028\u2029\uFFFE\uFFFF]/g;
/** Unquoted texts of YAML 1.2 that PyYAML reads as something else (its resolver.py) or refuses. */
const NO_PLAIN_TEXT = new RegExp([
    '^(?:=|<<|yes|Yes|YES|no|No|NO|on|On|ON|off|Off|OFF)$',
    '^[-+]?(?:0b[01_]+|0[0-7_]+|0|[1-9][0-9_]*|0x[0-9a-fA-F_]+|[1-9][0-9_]*(?::[0-5]?[0-9])+)$',
    '^[-+]?[0-9][0-9_]*\\.[0-9_]*(?:[eE][-+][0-9]+)?$',
    '^\\.[0-9][0-9_]*(?:[eE][-+][0-9]+)?$',
    '^[-+]?[0-9][0-9_]*(?::[0-5]?[0-9])+\\.[0-9_]*$',
    '^[0-9]{4}-[0-9]{2}-[0-9]{2}$',
    '^[0-9]{4}-[0-9]{1,2}-[0-9]{1,2}(?:[Tt]|[ \\t]+)[0-9]{1,2}:[0-9]{2}:[0-9]{2}(?:\\.[0-9]*)?(?:[ \\t]*(?:Z|[-+][0-9]{1,2}(?::[0-9]{2})?))?$',
    '\\t',
].join('|'));
/** True if PyYAML may read another value than this text in front matter of versions before 1.5.0. */
function mayBeMisread(text) {
    return NO_PLAIN_TEXT.test(text) || text.search(UNQUOTABLE) >= 0;
}
/**
 * Longest front matter that is read. No person writes more, and the time to parse broken YAML grows with the square of
 * its length.
 */
const LONGEST_FRONT_MATTER = 65_536;
const FRONT_MATTER = /^\s*---[ \t]*\r?\n((?:[\s\S]*?\n)??)---[ \t]*(?:\r?\n|$)/;
/**
 * Splits a card into the YAML of the front matter keys that are kept, as written and with all comments, and the text
 * below. A key that occurs twice, which the Hub refuses, is kept where it occurs last, as Python reads it, and becomes
 * a comment where it occurs before. If the part between rules (`---`) is not a mapping in YAML, it is text.
 */
function takeFrontMatter(card, isDropped) {
    const found = FRONT_MATTER.exec(card);
    const document = found === null ? null : parseMapping(found[1]);
    if (found === null || document === null)
        return { keptYaml: '', body: card.replace(/^\uFEFF/, '') };
    const keptYaml = document === 'empty' ? found[1] : keepPairs(found[1], document, isDropped);
    return { keptYaml, body: card.slice(found[0].length) };
}
/**
 * Returns the values of a card's front matter; null if it has none that is a mapping.
 *
 * @param longest characters of front matter that are read
 */
function readFrontMatter(card, longest = LONGEST_FRONT_MATTER) {
    const yaml = FRONT_MATTER.exec(card)?.[1];
    const document = yaml === undefined ? null : parseMapping(yaml, longest);
    return document === null || document === 'empty' ? null : document.toJS();
}
/** True if PyYAML reads every text below a key of a card's front matter as intended, or if the key is missing. */
function isReadAlike(card, key) {
    const yaml = FRONT_MATTER.exec(card)?.[1];
    const document = yaml === undefined ? null : parseMapping(yaml);
    if (yaml === undefined || document === null || document === 'empty')
        return true;
    let isAlike = true;
    const look = (_, scalar) => {
        if (typeof scalar.value !== 'string')
            return;
        const written = yaml.slice(...rangeOf(scalar).slice(0, 2));
        const isMisread = scalar.type === 'PLAIN' ? mayBeMisread(scalar.value) : written.search(UNQUOTABLE) >= 0;
        if (isMisread)
            isAlike = false;
    };
    const values = document.contents.items.filter((pair) => nameOf(pair) === key).map(({ value }) => value);
    for (const value of values)
        (0,dist/* visit */.YR)(value, { Scalar: look });
    return isAlike;
}
/** Returns null for a text that is not a mapping, that refers to itself or to nothing, or that is too large. */
function parseMapping(yaml, longest = LONGEST_FRONT_MATTER) {
    if (yaml.length > longest)
        return null;
    try {
        const document = (0,dist/* parseDocument */.Tp)(yaml, { logLevel: 'silent', uniqueKeys: false });
        JSON.stringify(document.toJS());
        if (document.errors.length > 0 || yaml.slice(document.range[2]).trim() !== '')
            return null;
        if (document.contents === null)
            return 'empty';
        return (0,dist/* isMap */.jh)(document.contents) ? document : null;
    }
    catch {
        return null;
    }
}
function keepPairs(yaml, document, isDropped) {
    const { items, flow } = document.contents;
    const kept = items.filter((pair) => !isDropped(nameOf(pair), contentOf(pair, document)));
    const last = new Map(kept.map((pair) => [nameOf(pair), pair]));
    const isLast = (pair) => last.get(nameOf(pair)) === pair;
    if (flow !== true) {
        const written = asWritten(yaml, items, (pair) => kept.includes(pair) && (isLast(pair) ? 'kept' : 'comment'));
        if (isSound(written, last, document))
            return written;
    }
    const repeated = kept.filter((pair) => !isLast(pair)).map((pair) => asComment(`${textOf(pair, yaml)}\n`));
    return repeated.join('') + writeAnew(document, kept.filter(isLast));
}
/** Returns the lines of pairs, and the comments after those that are not kept. */
function asWritten(yaml, items, fateOf) {
    const starts = items.map(({ key }) => yaml.lastIndexOf('\n', rangeOf(key)[0] - 1) + 1);
    const pieces = items.map((pair, index) => {
        const end = starts[index + 1] ?? yaml.length;
        const fate = fateOf(pair);
        if (fate === false)
            return commentsIn(yaml.slice(endOf(pair), end));
        const piece = yaml.slice(starts[index], end);
        return fate === 'kept' ? piece : asComment(piece);
    });
    return yaml.slice(0, starts[0]) + pieces.join('');
}
/** True if the kept keys keep their values when further keys follow. */
function isSound(written, kept, document) {
    const next = parseMapping(`${written}${PROBE}: 1\n`);
    if (next === null || next === 'empty')
        return false;
    const now = next.contents.items.map((pair) => [nameOf(pair), contentOf(pair, next)]);
    const before = Array.from(kept, ([name, pair]) => [name, contentOf(pair, document)]);
    const byName = (a, b) => (String(a[0]) < String(b[0]) ? -1 : 1);
    return JSON.stringify(now.sort(byName)) === JSON.stringify([...before, [PROBE, 1]].sort(byName));
}
/** Writes pairs of a mapping whose own lines cannot be mixed with others. */
function writeAnew(document, pairs) {
    if (pairs.length === 0)
        return '';
    (0,dist/* visit */.YR)(document, { Alias: (_, alias) => alias.resolve(document) });
    document.contents.items = pairs;
    document.contents.flow = false;
    return document.toString({ lineWidth: 0 });
}
/** // A key that no card has. */
const PROBE = 'prepare-dataset-probe';
function nameOf({ key }) {
    return (0,dist/* isScalar */.jn)(key) ? String(key.value) : String(key);
}
function contentOf({ value }, document) {
    return value?.toJS(document) ?? null;
}
function rangeOf(node) {
    return node.range ?? [0, 0, 0];
}
function endOf({ key, value }) {
    return rangeOf(value ?? key)[1];
}
function textOf(pair, yaml) {
    return yaml.slice(rangeOf(pair.key)[0], endOf(pair));
}
function commentsIn(yaml) {
    return (yaml.match(/#[^\n]*/g) ?? []).map((comment) => `${comment}\n`).join('');
}
function asComment(yaml) {
    return yaml.replace(/^(?!#|\r?$)/gm, '# ');
}

;// CONCATENATED MODULE: ./build/version/existing-card.js

const ANY_BLOCK_BEGIN = /<!-- prepare-dataset:begin[^<>]*-->/;
const ANY_BLOCK_END = /<!-- prepare-dataset:end -->/g;
/** The card of the Python service, from its title to its last line, which this card replaces. */
const LEGACY_BEGIN = /# Dataset: `[^`]*`/;
const LEGACY_END = /_Last updated automatically by the pipeline on [^\n]*_/g;
/** Keys of the front matter that only this project writes. It writes others, such as `license`, only if the file sets them. */
const OWN_KEYS = [
    'language',
    'task_categories',
    'task_ids',
    'size_categories',
    'pretty_name',
    'dataset_info',
    'configs',
];
/**
 * Returns what a person wrote into a card on the Hub: the YAML of the front matter, and the text around our block; null
 * if all of the text is ours. Takes any text, in time linear in its length.
 *
 * @param repo whose card it is, `owner/name`
 * @param written keys of the front matter that the new card sets, which replace those of the existing card
 */
function readExistingCard(existing, repo, written) {
    if (existing === null)
        return { foreignYaml: '', foreignText: null };
    // `datasets: [<this repo>]` was written by the Python service and is a key of model cards.
    const isOurs = (key, value) => OWN_KEYS.includes(key) ||
        written.includes(key) ||
        (key === 'datasets' && [value].flat().every((name) => name === repo));
    const { keptYaml, body } = takeFrontMatter(existing, isOurs);
    const title = readFrontMatter(existing)?.pretty_name;
    return {
        foreignYaml: keptYaml,
        foreignText: readForeignText(body, typeof title === 'string' ? title : ''),
    };
}
/** Finds text from the first begin to the first end after it, in time linear in the length of the text. */
function findPart(text, begin, end) {
    const first = begin.exec(text);
    if (first === null)
        return null;
    end.lastIndex = first.index + first[0].length;
    const last = end.exec(text);
    return last === null ? null : { from: first.index, to: last.index + last[0].length };
}
/** @param title text of the card's own heading */
function readForeignText(body, title) {
    const generated = findPart(body, ANY_BLOCK_BEGIN, ANY_BLOCK_END) ?? findPart(body, LEGACY_BEGIN, LEGACY_END);
    // The line between front matter and text is written anew.
    const start = /^(?:\r?\n)?/.exec(body)[0].length;
    const before = generated === null ? '' : body.slice(start, generated.from);
    const after = generated === null ? `\n\n${body.slice(start)}` : body.slice(generated.to);
    if (after.trim() === '' && ['', `# ${title}`].includes(before.trim()))
        return null;
    return { before, after };
}

// EXTERNAL MODULE: ./build/version/load-example.js
var load_example = __webpack_require__(3752);
// EXTERNAL MODULE: ./build/version/prediction-words.js
var prediction_words = __webpack_require__(5554);
// EXTERNAL MODULE: ./build/version/span-words.js
var span_words = __webpack_require__(5711);
;// CONCATENATED MODULE: ./build/version/card.js
















const BLOCK_BEGIN = '<!-- prepare-dataset:begin (generated; write outside this block) -->';
const BLOCK_END = '<!-- prepare-dataset:end -->';
/**
 * Writes the dataset card: front matter with `dataset_info` and `configs` as `datasets` writes them, and a marked block
 * about this version. Front matter keys of others and text outside the block are kept from `existing`, byte for byte.
 *
 * @param existing the replaced card, null if there is none or if all of it was generated
 */
function writeCard(options) {
    const { shape, metadata, existing } = options;
    const own = ownFrontMatter(options);
    const { foreignYaml, foreignText } = readExistingCard(existing, metadata.dataset_name, Object.keys(own));
    const frontMatter = `${foreignYaml}${writeFrontMatter(own)}`;
    const block = `${BLOCK_BEGIN}\n${versionBlock(options)}\n${BLOCK_END}`;
    const body = foreignText === null
        ? `# ${shape.card.title}\n\n${block}\n`
        : `${foreignText.before}${block}${foreignText.after}`;
    const markdown = `---\n${frontMatter}---\n\n${body}`;
    const isGenerated = foreignText === null && foreignYaml === '';
    return { markdown, generatedBlobId: isGenerated ? (0,model_file/* gitBlobId */.tK)(Buffer.from(markdown)) : null };
}
function ownFrontMatter(options) {
    const { shape, metadata, files } = options;
    const { languages, license, tags } = shape.card;
    const sum = (key) => model_rows/* SPLIT_NAMES */.gP.reduce((total, split) => total + files[split][key], 0);
    return {
        ...(languages.length === 0 ? {} : { language: languages }),
        ...(license === null ? {} : { license }),
        ...(tags.length === 0 ? {} : { tags }),
        ...tasks/* TASKS */.n3[shape.task].hub,
        size_categories: [sizeCategory(metadata.num_samples)],
        pretty_name: shape.card.title,
        dataset_info: {
            features: (0,model_features/* cardFeatures */.ie)(shape),
            splits: model_rows/* SPLIT_NAMES */.gP.map((name) => ({
                name,
                num_bytes: files[name].numBytes,
                num_examples: metadata.splits[name],
            })),
            download_size: sum('fileBytes'),
            dataset_size: sum('numBytes'),
        },
        // Each file by its name: a pattern would also match what another tool left in the folder.
        configs: [
            {
                config_name: 'default',
                data_files: model_rows/* SPLIT_NAMES */.gP.map((split) => ({ split, path: files[split].paths })),
            },
        ],
    };
}
/** Returns how many near-duplicates there are, after a space; nothing if they were not searched. */
function nearCopiesText(near) {
    if (near === undefined)
        return '';
    const { train_test: trainTest, train_eval: trainEval, eval_test: evalTest } = near;
    return ` ${describeNearCopies({ trainTest, trainEval, evalTest })}`;
}
function versionBlock({ shape, metadata, previous, endpoint }) {
    const { quality } = metadata;
    const { dropped, near_duplicates: near } = quality;
    const words = tasks/* TASKS */.n3[shape.task].words;
    return [
        `${(0,markdown/* escapeMarkdown */.FV)(metadata.description)} ${shape.card.about}`,
        '## This version',
        (0,markdown/* markdownTable */.Qj)(['', ''], [
            ['Version', `\`${metadata.version_tag}\``],
            ['Created', metadata.created_at],
            ['Samples', metadata.num_samples],
            ['Corrections read', metadata.source.reviewed_rows],
            ['Confirmed rows sampled', metadata.source.pool_rows],
            [
                'Split',
                `${metadata.parameters.split} (${metadata.parameters.split_method}, seed ${metadata.parameters.random_state})`,
            ],
            ['Splits comparable since', sinceText(metadata)],
            ['Content SHA-256', `\`${metadata.content_sha256}\``],
        ]),
        ...labelSection(shape, metadata),
        '## Data quality',
        (0,markdown/* markdownTable */.Qj)(['Rows', 'Count'], [
            ['Read', quality.fetched.reviewed + quality.fetched.pool],
            ['Without text', dropped.nullMessage + dropped.invalidUtf8 + dropped.empty],
            ...(0,dropped_words/* unusableTexts */.G)(dropped).flatMap(([reason, rows]) => rows === 0 ? [] : [[capitalized(reason), rows]]),
            ...(dropped.pii === 0 ? [] : [['With personal data', dropped.pii]]),
            ...(shape.classNames.length === 0 ? [] : [['With an unknown class', dropped.unknownClass]]),
            ...(dropped.malformed === 0 ? [] : [[`With ${words.malformed}`, dropped.malformed]]),
            ['Duplicates of another row', dropped.duplicate],
            ...(dropped.outvoted === 0 ? [] : [['With other values than the kept row', dropped.outvoted]]),
            ...optionalRow('Confirmed, with the id or the text of a correction', dropped.corrected),
            ...optionalRow('With other kept columns than the kept row', dropped.keptColumn),
            [`With ${(0,tasks/* describeConflict */.we)(words, quality)}`, dropped.conflicting],
            ...optionalRow('In groups of different splits', dropped.severalSplits),
            ...optionalRow('In another split in an earlier version', dropped.moved),
            ...(near === undefined || near.dropped === 0
                ? []
                : [['Near-duplicates of rows of eval or test', near.dropped]]),
            ...((quality.shortenedRows ?? 0) === 0
                ? []
                : [['Kept without an unknown class', quality.shortenedRows]]),
            ['Kept', metadata.num_samples],
        ]),
        ...agreementLine(quality.agreement ?? null),
        `${cleaningText(shape.clean)}Each ${metadata.split_key.role ?? words.text} is in one split only.${nearCopiesText(near)}`,
        ...(quality.spans === undefined
            ? []
            : [(0,span_words/* describeSpans */.t)(quality.spans).join(' ')].filter((text) => text !== '')),
        ...(0,pii_words/* piiSection */.iC)(quality.pii),
        ...predictionSection(shape, quality.predictions, previous),
        '## Change since the last version',
        (0,version_change/* changeSince */.Js)(previous, {
            numSamples: metadata.num_samples,
            splits: metadata.splits,
            classNames: shape.classNames,
            classBalance: quality.class_balance,
        }, metadata.changes ?? null),
        '## Load this version',
        `\`\`\`python\n${(0,load_example/* loadExample */.H)({ repo: metadata.dataset_name, tag: metadata.version_tag, endpoint, shape })}\n\`\`\``,
    ].join('\n\n');
}
const STEP_TEXTS = {
    html: 'HTML was replaced by its text',
    urls: 'URLs were removed',
    whitespace: 'runs of white space became one space',
};
/** Returns how the texts were cleaned, a sentence and a space; nothing if only their ends were trimmed. */
function cleaningText(cleaning) {
    if (cleaning === 'none')
        return '';
    if (cleaning === 'python')
        return 'URLs, HTML tags and superfluous white space were removed. ';
    const text = cleaning.map((step) => STEP_TEXTS[step]).join(', ');
    return `${capitalized(text)}. `;
}
function capitalized(text) {
    return `${text.charAt(0).toUpperCase()}${text.slice(1)}`;
}
function optionalRow(name, count = 0) {
    return count === 0 ? [] : [[name, count]];
}
function sinceText({ version_tag, splits_since, }) {
    return splits_since === version_tag ? 'this version' : `\`${splits_since}\``;
}
function agreementLine(agreement) {
    if (agreement === null)
        return [];
    const { alpha, texts, annotators, spanF1 } = agreement;
    const texted = `${(0,markdown/* formatCount */.B4)(texts)} ${texts === 1 ? 'text' : 'texts'}`;
    if (texts === 0)
        return ['No text was corrected by several annotators.'];
    const value = alpha === null ? 'cannot be computed, because all values are the same' : `is ${alpha}`;
    const pairs = (0,span_words/* describeSpanF1 */.l)(spanF1);
    return [`Krippendorff's alpha of ${(0,markdown/* formatCount */.B4)(annotators)} annotators over ${texted} ${value}.${pairs}`];
}
function labelSection(shape, { quality }) {
    const { task, classNames } = shape;
    if (classNames.length === 0)
        return [];
    const rows = classNames.map((name, id) => {
        const counts = quality.class_balance[name];
        return [(0,markdown/* escapeMarkdown */.FV)(name), id, ...model_rows/* SPLIT_NAMES */.gP.map((split) => counts[split])];
    });
    const table = (0,markdown/* markdownTable */.Qj)(['Class', 'Id', ...model_rows/* SPLIT_NAMES */.gP], rows);
    const several = 'Rows that have each class; a row may have several, or none.';
    const hot = (0,model_shape/* multiHotColumn */.bE)(shape);
    const form = hot === null
        ? ''
        : ` The list in \`${hot.name}\` has a 1 for each class of the row and a 0 for each other class, in the order of the ids.`;
    return ['## Labels', ...((0,tasks/* hasSeveralClasses */.P6)(task) ? [`${several}${form}`] : []), table];
}
/** Returns the size category of the Hub's card specification for a number of rows. */
function sizeCategory(rows) {
    const bounds = [
        [1e3, 'n<1K'],
        [1e4, '1K<n<10K'],
        [1e5, '10K<n<100K'],
        [1e6, '100K<n<1M'],
        [1e7, '1M<n<10M'],
        [1e8, '10M<n<100M'],
    ];
    return bounds.find(([bound]) => rows < bound)?.[1] ?? '100M<n<1B';
}
/** Returns what a card reports of where the model was wrong; nothing if that is unknown. */
function predictionSection(shape, predictions, previous) {
    const described = (0,prediction_words/* describePredictions */.eF)(shape, predictions, previous);
    if (described === null)
        return [];
    const { sentences, table } = described;
    return [
        '## Where the model was wrong',
        (0,markdown_line/* markdownLine */.i)((0,text_line/* joinLines */.cT)(sentences, ' ')),
        ...(table === null ? [] : [(0,markdown_line/* markdownLines */.z)(table)]),
    ];
}
/** Returns how many rows are near-duplicates of rows of another split, and what that means. */
function describeNearCopies({ trainTest, trainEval, evalTest, }) {
    const found = [
        describe('test', 'train', trainTest),
        describe('eval', 'train', trainEval),
        describe('test', 'eval', evalTest),
    ].filter((part) => part !== '');
    const what = 'at least four fifths of the different words of both are the same';
    return found.length === 0
        ? `No near-duplicates were found in two splits (${what}).`
        : `Rows with near-duplicates (${what}): ${found.join(', ')}.`;
}
function describe(split, other, rows) {
    if (rows === 0)
        return '';
    return `${(0,markdown/* formatCount */.B4)(rows)} of ${split} in ${other}`;
}

// EXTERNAL MODULE: ./build/version/earlier-versions.js
var earlier_versions = __webpack_require__(3413);
// EXTERNAL MODULE: ./build/version/metadata.js
var version_metadata = __webpack_require__(6766);
;// CONCATENATED MODULE: ./build/version/build-version.js











/**
 * Builds a version: data files, card and metadata that agree with each other.
 *
 * @param existingCard text of the card that it replaces, null if there is none or if nobody wrote in it
 */
function buildVersion(options) {
    const { dataset, dataFiles, rowIndex, repo, endpoint, parameters, splits, previous, existingCard } = options;
    const { shape, counts } = dataset;
    const multiHot = (0,model_shape/* multiHotColumn */.bE)(shape);
    const instant = (0,version_metadata/* versionInstant */.C0)(options.now, previous?.versionTag ?? null);
    const tag = (0,version_metadata/* versionTagOf */.e6)(instant);
    const title = versionTitle(shape.name, tag);
    const metadata = {
        dataset_name: repo,
        version_tag: tag,
        label_column: shape.name,
        created_at: instant.toISOString(),
        commit_message: title,
        num_samples: dataset.numSamples,
        splits: dataset.splitSizes,
        author: repo.split('/')[0],
        description: descriptionOf(shape),
        schema_version: 1,
        content_sha256: dataset.contentSha256,
        label_map: Object.fromEntries(shape.classNames.map((name, classId) => [name, classId])),
        source: { reviewed_rows: counts.fetched.corrections, pool_rows: counts.fetched.confirmed },
        population: populationOf(counts),
        quality: {
            ...knownOf(counts),
            class_balance: dataset.classBalance,
            ...nearDuplicateEntry(dataset.nearDuplicates),
        },
        parameters: {
            correct_ratio: parameters.correctRatio,
            random_state: parameters.randomState,
            split: parameters.split,
            split_method: parameters.splitMethod,
            min_dataset_len: parameters.minDatasetLen,
        },
        task: shape.task,
        ...((0,tasks/* hasSpans */.Gw)(shape.task) ? { tokenizer: tokens/* TOKENIZER_VERSION */.x } : {}),
        ...(multiHot === null ? {} : { multi_hot: multiHot.name }),
        split_key: {
            group: splits.rules.group,
            role: splits.rules.role,
            folded: splits.rules.folded,
            redacted: splits.rules.redacted,
            clean: splits.rules.clean,
        },
        splits_since: (0,split_changes/* splitsSinceOf */.zC)(previous, splits, tag),
        earlier_versions: earlierVersions(previous, options.maxShrinkage),
        ...(rowIndex.changes === null
            ? {}
            : { changes: (0,version_change/* nameChanges */.ZP)(rowIndex.changes, previous?.classNames ?? [], shape.classNames) }),
        features: (0,model_features/* hubFeatures */.xp)(shape),
    };
    const filesOf = (split) => {
        const files = dataFiles.filter((file) => file.split === split);
        return {
            paths: files.map(({ path }) => path),
            fileBytes: files.reduce((sum, { size }) => sum + size, 0),
            numBytes: dataset.splitBytes[split],
        };
    };
    const files = { train: filesOf('train'), eval: filesOf('eval'), test: filesOf('test') };
    const card = writeCard({ shape, metadata, files, previous, endpoint, existing: existingCard });
    const cardFile = (0,model_file/* fileOf */.W7)(version_metadata/* CARD_PATH */.d7, Buffer.from(card.markdown));
    const indexFile = { path: schema/* ROW_INDEX_PATH */.Sb, ...rowIndex.file };
    const finalMetadata = {
        ...metadata,
        files: [...dataFiles, indexFile, cardFile].map(({ path, size, sha256 }) => ({ path, size, sha256 })),
        generated_card_blob_id: card.generatedBlobId,
    };
    return {
        tag,
        title,
        changes: metadata.changes ?? null,
        files: [
            ...dataFiles,
            indexFile,
            cardFile,
            (0,model_file/* fileOf */.W7)(version_metadata/* METADATA_PATH */.GN, Buffer.from(`${JSON.stringify(finalMetadata, null, 4)}\n`)),
        ],
    };
}
function earlierVersions(previous, maxShrinkage) {
    if (previous === null)
        return [];
    return (0,earlier_versions/* comparedVersions */.N4)(previous, maxShrinkage)
        .slice(0, earlier_versions/* MOST_EARLIER */.Dr)
        .map(({ tag, rows }) => ({ version_tag: tag, num_samples: rows }));
}
/** Returns the rows that the version was sampled from. */
function populationOf({ fetched, predictions, confirmedRows }) {
    return {
        corrections: fetched.corrections,
        right: predictions === undefined ? null : predictions.reviewed - predictions.corrected,
        confirmed: confirmedRows?.rows ?? null,
        confirmed_is_estimated: confirmedRows?.isEstimated ?? false,
        sampled: fetched.confirmed,
    };
}
function knownOf({ fetched, agreement, newestCorrection, confirmedRows: _, ...counts }) {
    return {
        fetched: { reviewed: fetched.corrections, pool: fetched.confirmed },
        ...counts,
        ...(agreement === null ? {} : { agreement }),
        ...(newestCorrection === null ? {} : { newestCorrection }),
    };
}
/**
 * Returns the title of the commit that makes a version; without a tag, the start of the titles of all versions of a
 * dataset.
 */
function versionTitle(name, tag = 'v') {
    return `Dataset update (${name}) - ${tag.slice(1)}`;
}
/** Returns the counts under their key; nothing if near-duplicates were not searched. */
function nearDuplicateEntry(found) {
    if (found === null)
        return {};
    const { trainTest, trainEval, evalTest, dropped } = found;
    return {
        near_duplicates: { train_test: trainTest, train_eval: trainEval, eval_test: evalTest, dropped },
    };
}
/** Returns the description that the replaced service gave a classification, and a similar one for the other tasks. */
function descriptionOf({ name, task }) {
    return `Processed and versioned dataset for ${name} ${tasks/* TASKS */.n3[task].description}.`;
}

;// CONCATENATED MODULE: ./build/version/leftovers.js

const STALE_DATA_FILE = new RegExp(`^data/(${model_rows/* SPLIT_NAMES */.gP.join('|')})-.*\\.parquet$`);
/** Configurations that `datasets` prefers to the card's, or on which it fails. */
const OTHER_CONFIGURATIONS = ['.huggingface.yaml', 'dataset_infos.json'];
/**
 * True if a file keeps `datasets` from loading what the card describes: a loading script named after the repo, which it
 * refuses, or another configuration. Found by loading repos with leftovers of 21 kinds.
 *
 * @param repo `owner/name`
 */
function blocksLoading(path, repo) {
    return OTHER_CONFIGURATIONS.includes(path) || path === `${repo.split('/')[1]}.py`;
}
/** True if a file must be deleted when a version without it is published. */
function isLeftover(path, repo) {
    return STALE_DATA_FILE.test(path) || blocksLoading(path, repo);
}

// EXTERNAL MODULE: ./build/text/json.js
var text_json = __webpack_require__(5666);
;// CONCATENATED MODULE: ./build/version/check-card.js



const check_card_BLOCK_BEGIN = /<!-- prepare-dataset:begin[^<>]*-->/;
const check_card_BLOCK_END = '<!-- prepare-dataset:end -->';
/**
 * True if a card, which a person may have edited, still describes a version: its block names the version, and its front
 * matter makes `datasets` load each split from exactly the version's files, with its columns and classes under their
 * names.
 *
 * @param paths all files beside the card, which patterns such as `data/train-*` are matched with
 */
function describesVersion(card, version, paths) {
    const frontMatter = readFrontMatter(card);
    if (frontMatter === null || !blockOf(card).includes(`| Version | \`${version.versionTag}\` |`))
        return false;
    if (!isReadAlike(card, 'dataset_info'))
        return false;
    const listed = filesBySplit(frontMatter.configs, paths);
    return model_rows/* SPLIT_NAMES */.gP.every((split) => {
        const files = version.dataFiles.filter((path) => path.startsWith(`data/${split}-`)).sort();
        const rows = version.splits?.[split] ?? null;
        return String(listed.get(split)) === String(files) && hasRows(frontMatter.dataset_info, split, rows);
    });
}
/** Returns the content of the marked block, empty if it is incomplete. */
function blockOf(card) {
    const begin = check_card_BLOCK_BEGIN.exec(card);
    const end = begin === null ? -1 : card.indexOf(check_card_BLOCK_END, begin.index);
    return begin === null || end < 0 ? '' : card.slice(begin.index, end);
}
/** Returns the files from which each split of the only configuration is loaded, sorted. */
function filesBySplit(configs, paths) {
    const [config, ...others] = Array.isArray(configs) ? configs.filter(text_json/* isRecord */.u4) : [];
    if (config === undefined || others.length > 0 || !Array.isArray(config.data_files))
        return new Map();
    return new Map(config.data_files.filter(text_json/* isRecord */.u4).map(({ split, path }) => {
        const patterns = (Array.isArray(path) ? path : [path]).map(matcherOf);
        return [split, paths.filter((file) => patterns.some((matches) => matches(file))).sort()];
    }));
}
/**
 * Returns a function that matches like a path of `data_files` in the forms of 1.0.0 and this version: exactly, or up to
 * a last `*`.
 */
function matcherOf(pattern) {
    if (typeof pattern !== 'string')
        return () => false;
    if (!pattern.endsWith('*'))
        return (file) => file === pattern;
    const start = pattern.slice(0, -1);
    return (file) => file.startsWith(start) && !file.slice(start.length).includes('/');
}
function hasRows(info, split, rows) {
    if (!(0,text_json/* isRecord */.u4)(info) || !Array.isArray(info.splits))
        return false;
    const described = info.splits.filter(text_json/* isRecord */.u4).find(({ name }) => name === split);
    return described !== undefined && (rows === null || described.num_examples === rows);
}

;// CONCATENATED MODULE: ./build/version/erased-metadata.js
/**
 * Returns the text of metadata with another row index. Where groups decide the splits, `splits_since` becomes the version
 * itself: nothing knows any more in which split a text was that left.
 *
 * @param text metadata of a version, which were read before
 */
function withRowIndex(text, { path, size, sha256 }) {
    const metadata = JSON.parse(text);
    const files = metadata.files.map((file) => (file.path === path ? { path, size, sha256 } : file));
    const { split_key: key, version_tag: tag, splits_since: since } = metadata;
    const changed = { ...metadata, splits_since: key?.group == null ? since : tag, files };
    return `${JSON.stringify(changed, null, 4)}\n`;
}
/**
 * Returns whether metadata are those of a version after lines of its row index were erased: the tag names the version as it
 * was before until the erasure has moved it.
 *
 * @param text metadata at the tag
 * @param before what these say
 */
function isErasedFrom({ text, before }, erased) {
    if (text === null || before === null || before.rowIndex === null || erased.rowIndex === null)
        return false;
    return withRowIndex(text, erased.rowIndex) === erased.text;
}

;// CONCATENATED MODULE: ./build/version/marks.js

/** Returns the name of the tag that marks a version as announced by the outputs of a run. */
function announcedMark(versionTag) {
    return `announced-${versionTag}`;
}
const OFFERED = 'offered-';
/** True for a mark of {@link offeredMark}, also one that names the pull request. */
function isOfferedMark(tag) {
    return tag.startsWith(OFFERED);
}
/** Returns the name of the tag that marks a version with these metadata as one that this action was about to commit. */
function offeredMark(versionTag, metadata) {
    return `${OFFERED}${versionTag}-${(0,model_file/* sha256Of */.Bj)([Buffer.from(metadata)]).slice(0, 32)}`;
}
/** Returns the start of the names of all tags that mark a version as one whose retraining was triggered. */
function retrainedPrefix(versionTag) {
    return `retrained-${versionTag}-`;
}
/** A claim to a mark: a run was about to act on the version. */
const CLAIM = /-by-[0-9a-f]{16}$/;
/** Returns whether the tags of a repo show that a version was announced, or that a run acted on it. */
function isAnnounced(versionTag, tags) {
    const prefix = retrainedPrefix(versionTag);
    return [...tags].some((tag) => tag === announcedMark(versionTag) || (tag.startsWith(prefix) && !CLAIM.test(tag)));
}

;// CONCATENATED MODULE: ./build/publish/kept-version.js








/**
 * Checks whether all of a version is still in place: at the head of `main`, and at the commit of its tag. A card may
 * have been edited, as long as it loads the version's files.
 *
 * @param dataFiles the version's data files, for metadata that do not list them (of 1.0.0)
 * @param how.wasMerged true if a person may have edited its card before it came to `main`
 */
async function findKept(repo, found, dataFiles, { wasMerged = false } = {}) {
    const { state, metadata, previous } = found;
    const expected = previous.dataFiles ?? (await dataFiles());
    const [broken, tags] = await Promise.all([brokenFiles(repo, state, previous, expected), repo.tags()]);
    if (broken.length > 0)
        return { broken };
    const { versionTag: tag } = previous;
    const tagged = findTagged(previous, tags);
    const commit = tagged?.commit ?? (await repo.lastCommitOf(version_metadata/* METADATA_PATH */.GN, state.commit)) ?? state.commit;
    let committed = state;
    if (!(0,model_file/* isSameCommit */.sw)(commit, state.commit)) {
        const there = await (0,publish_found/* lookUp */.TE)(repo, commit);
        const { rowIndex } = previous;
        const isErased = isErasedFrom({ text: there?.metadata ?? null, before: there?.previous ?? null }, { text: metadata, rowIndex });
        if (there === null || (there.metadata !== metadata && !isErased))
            return { broken: [version_metadata/* METADATA_PATH */.GN] };
        const ownThere = isErased && there.previous !== null ? there.previous : previous;
        const brokenThere = await brokenFiles(repo, there.state, ownThere, expected);
        if (brokenThere.length > 0)
            return { broken: brokenThere };
        committed = there.state;
    }
    if (tagged !== null)
        return { kept: tagged };
    // In the commit that made the version, nobody has edited its card yet.
    if (previous.card !== null && !wasMerged) {
        const differing = await differingFiles(repo, committed, [previous.card]);
        if (differing.length > 0)
            return { broken: differing };
    }
    // Its tag is missing for a moment while earlier versions are erased; then its marks show that it was announced.
    return { kept: { tag, commit, isTagged: false, isAnnounced: isAnnounced(tag, tags.keys()) } };
}
/** Returns the paths of expected files that a state lacks or holds with other content. */
async function differingFiles(repo, state, expected) {
    const differs = await Promise.all(expected.map(async (file) => {
        const id = state.files.get(file.path);
        if (id === undefined)
            return true;
        const verdict = (0,model_file/* agrees */.ie)(id, file);
        if (verdict !== null)
            return !verdict;
        return (0,model_file/* sha256Of */.Bj)([await repo.readBytes(file.path, state)]) !== file.sha256;
    }));
    return expected.filter((_, index) => differs[index]).map(({ path }) => path);
}
/**
 * Returns what has been done for a version that `main` holds, even incompletely; null unless it is tagged.
 *
 * @param tags commit of each tag
 */
function findTagged({ versionTag: tag, dataFiles }, tags) {
    const commit = tags.get(tag);
    if (commit === undefined)
        return null;
    // Version 1.0.0 set no marks: its tagged versions count as announced.
    return { tag, commit, isTagged: true, isAnnounced: dataFiles === null || isAnnounced(tag, tags.keys()) };
}
/** Returns the paths of a version's files, and of others, that prevent a state from being loaded as that version. */
async function brokenFiles(repo, state, previous, expected) {
    const paths = [...state.files.keys()];
    const { rowIndex } = previous;
    const broken = await differingFiles(repo, state, rowIndex === null ? expected : [...expected, rowIndex]);
    if (!(await isCardWhole(repo, state, previous, expected)))
        broken.push(version_metadata/* CARD_PATH */.d7);
    return [...broken, ...paths.filter((path) => blocksLoading(path, repo.name))];
}
async function isCardWhole(repo, state, previous, expected) {
    const card = state.files.get(version_metadata/* CARD_PATH */.d7);
    if (card === undefined)
        return false;
    const isGenerated = card.blobId !== null && card.blobId === previous.generatedCardBlobId;
    // A card of 1.0.0 names its files by patterns, which other files may match by now.
    if (isGenerated && previous.dataFiles !== null && !namesOf(previous).some(mayBeMisread))
        return true;
    const dataFiles = expected.map(({ path }) => path);
    const markdown = await repo.readText(version_metadata/* CARD_PATH */.d7, state);
    return describesVersion(markdown, { ...previous, dataFiles }, [...state.files.keys()]);
}
/** Returns the names of a version's columns and classes, as far as its metadata have them. */
function namesOf({ classNames, features }) {
    return [...(classNames ?? []), ...Object.keys(JSON.parse(features ?? '{}'))];
}

;// CONCATENATED MODULE: ./build/publish/own-commits.js


/** Commits of a pull request that are searched for one with a mark, the newest first. */
const MOST_COMMITS = 20;
/**
 * Creates a check for changes by strangers, which only a public repo can have. The author shows them. With a token of no
 * user nobody knows the name under which the action writes: then the marks of {@link markOffered} show what it made.
 */
function createAuthorCheck({ isPrivate }, repo) {
    const { pullRequests } = repo;
    let own;
    let tags;
    return async (made) => {
        if (isPrivate)
            return false;
        own ??= pullRequests.ownName();
        const name = await own;
        if (name !== null)
            return made.author !== name;
        tags ??= repo.tags();
        const marks = [...(await tags).keys()];
        const commits = 'id' in made ? [made] : (await pullRequests.commits(made.number)).toReversed();
        for (const { id } of commits.slice(0, MOST_COMMITS)) {
            const found = await (0,publish_found/* lookUp */.TE)(repo, id);
            if (found !== null && isMarked(found, made.number, marks))
                return false;
        }
        return true;
    };
}
/** True if the marks show that this action made what a commit holds, for the pull request of this number or for `main`. */
function isMarked({ metadata, previous }, number, marks) {
    if (metadata === null || previous === null)
        return false;
    const mark = offeredMark(previous.versionTag, metadata);
    if (number !== undefined && marks.includes(offeredIn(mark, number)))
        return true;
    return marks.includes(mark) && !marks.some((other) => other.startsWith(offeredIn(mark, '')));
}
/**
 * Marks a version that this action makes, if only a mark can show that later: in a public repo, with a token of no user. No
 * stranger can set a tag. A version is marked before it is committed, so that no commit is without a mark, and once more
 * with the number of its new pull request, so that a copy of it does not count as ours.
 *
 * @param main what `main` holds, whose commit gets the mark
 * @param made.number of the pull request; null for none, or for one that is not open yet
 */
async function markOffered(repo, { state }, made) {
    if (state.isPrivate || (await repo.pullRequests.ownName()) !== null)
        return;
    const { tag, metadata, number } = made;
    const bare = offeredMark(tag, metadata);
    const mark = number === null ? bare : offeredIn(bare, number);
    if (!(await repo.tags()).has(mark))
        await repo.tag(mark, state.commit, `${tag} was made by this action`);
}
/** The mark of a version in one pull request. */
function offeredIn(mark, number) {
    return `${mark}-in-${number}`;
}
/**
 * Finds the newest commit of a pull request by which the action offered a version. The title identifies it: commits
 * that people make on the page of a pull request have other titles.
 *
 * @param titleStart start of the title of the commit
 * @returns its id, null for none
 */
async function findOffered({ pullRequests }, { number, titleStart, isByOthers }) {
    for (const commit of (await pullRequests.commits(number)).toReversed()) {
        if (commit.title.startsWith(titleStart) && !(await isByOthers({ ...commit, number })))
            return commit.id;
    }
    return null;
}

;// CONCATENATED MODULE: ./build/publish/find-proposals.js








/** Start of the title of a pull request that was replaced by another. */
const REPLACED = 'Replaced: ';
/** Finds the pull requests that offer a version, and checks whether the open one can be used. */
async function observeProposals(main, candidate) {
    const proposals = await findProposals(main, candidate);
    const { open } = proposals;
    return { ...proposals, openIs: open === null ? null : await stateOfOpen(open, candidate.repo) };
}
async function stateOfOpen(open, repo) {
    const mayBeChanged = open.namesSame && open.broken.length > 0;
    if (mayBeChanged && (open.broken.includes(version_metadata/* METADATA_PATH */.GN) || (await isChangedByOthers(open, repo))))
        return 'changed';
    return (await repo.pullRequests.isMergeable(open.number)) ? 'mergeable' : 'conflicting';
}
/** False if the files were lost in the very commit that made the version. */
async function isChangedByOthers({ found }, repo) {
    const made = await repo.lastCommitOf(version_metadata/* METADATA_PATH */.GN, found.state.commit);
    return made !== null && !(0,model_file/* isSameCommit */.sw)(made, found.state.commit);
}
/** Open pull requests of other titles that are read: a person may have renamed the one that offers a version. */
const MOST_RENAMED = 20;
/**
 * Finds the pull requests that offer a version. Their content is compared with what would be published, and nothing is
 * trusted. In a public repo, where everyone may open one, those of others are ignored.
 */
async function findProposals(main, candidate) {
    const { repo, name } = candidate;
    const titleStart = versionTitle(name);
    const isByOthers = createAuthorCheck(main.state, repo);
    let open = null;
    let looked = 0;
    const surplus = [];
    const foreign = [];
    for await (const listed of repo.pullRequests.list('open')) {
        const { number, title } = listed;
        const isReplaced = title.startsWith(`${REPLACED}${titleStart}`);
        const isTitled = isReplaced || title.startsWith(titleStart);
        const isOthers = await isByOthers(listed);
        if (!isTitled) {
            if (isOthers || looked++ === MOST_RENAMED)
                continue;
            if ((await findOffered(repo, { number, titleStart, isByOthers })) === null)
                continue;
        }
        const proposal = isOthers ? null : await readProposal(listed, main, { ...candidate, isByOthers });
        if (proposal === null)
            foreign.push(number);
        else if (isReplaced || open !== null)
            surplus.push(listed);
        else
            open = proposal;
    }
    if (open !== null)
        return { open, surplus, foreign, closed: null };
    for await (const listed of repo.pullRequests.list('closed')) {
        if (!listed.title.startsWith(titleStart) || (await isByOthers(listed)))
            continue;
        const closed = listed.status === 'merged' ? null : await readProposal(listed, main, { ...candidate, isByOthers });
        if (listed.status === 'merged' || closed !== null)
            return { open, surplus, foreign, closed };
    }
    return { open, surplus, foreign, closed: null };
}
/**
 * Returns what a pull request offers; null if it holds no version of this dataset, or has files that neither it nor
 * `main` has.
 */
async function readProposal(listed, main, candidate) {
    const { repo, name } = candidate;
    const found = await (0,publish_found/* lookUp */.TE)(repo, `refs/pr/${listed.number}`);
    if (found === null)
        return null;
    const { state, metadata, previous } = found;
    if (previous === null || previous.dataFiles === null || !isOf(repo.name, metadata))
        return null;
    if (previous.name !== name)
        return null;
    const own = new Set([
        version_metadata/* CARD_PATH */.d7,
        version_metadata/* METADATA_PATH */.GN,
        schema/* ROW_INDEX_PATH */.Sb,
        ...previous.dataFiles.map(({ path }) => path),
    ]);
    const others = [...state.files.keys()].filter((path) => !own.has(path));
    const isStrange = (path) => !main.state.files.has(path) && !isLeftover(path, repo.name);
    if (others.some(isStrange))
        return null;
    const broken = [
        ...(await brokenFiles(repo, state, previous, previous.dataFiles)),
        ...others.filter((path) => isLeftover(path, repo.name)),
    ];
    const namesSame = (0,version_metadata/* holdsSame */.x9)(previous, candidate);
    const isSame = namesSame && broken.length === 0 && (await hasFiles(previous, candidate));
    const isWhole = isSame || broken.length > 0 || listed.status !== 'open';
    if (!isWhole && (await isEdited(listed, { ...found, previous }, candidate)))
        broken.push(version_metadata/* METADATA_PATH */.GN);
    return {
        ...listed,
        found: { ...found, previous },
        broken: [...new Set(broken)],
        namesSame,
        holdsSame: isSame,
    };
}
/** True if the metadata of a pull request differ from those with which the action offered their version. */
async function isEdited({ number }, { state, metadata, previous }, { repo, name, isByOthers }) {
    const titleStart = versionTitle(name, previous.versionTag);
    const offered = await findOffered(repo, { number, titleStart, isByOthers });
    if (offered === null || (0,model_file/* isSameCommit */.sw)(offered, state.commit))
        return false;
    return (await (0,publish_found/* lookUp */.TE)(repo, offered))?.metadata !== metadata;
}
/** True if metadata belong to a repo, and were not copied from another. */
function isOf(repo, metadata) {
    return metadata !== null && JSON.parse(metadata).dataset_name === repo;
}
/** True if a version consists of the data files that would be published. */
async function hasFiles(version, candidate) {
    const recorded = new Map(version.dataFiles?.map(({ path, sha256 }) => [path, sha256]));
    const files = await candidate.dataFiles();
    return recorded.size === files.length && files.every(({ path, sha256 }) => recorded.get(path) === sha256);
}

// EXTERNAL MODULE: ./build/text/edit-distance.js
var edit_distance = __webpack_require__(46);
;// CONCATENATED MODULE: ./build/gates/similar-repo.js

/** Smallest length of a name in which two places may be misspelt. */
const LONG_NAME = 12;
/** Characters of a word for each edit that counts as a misspelling: `open` and `seen` are different words. */
const CHARACTERS_AN_EDIT = 4;
/**
 * Compares the name of a repo that does not exist with those of its owner. Names that differ only in digits count as
 * different.
 *
 * @param repo `owner/name`
 * @param datasets datasets of the owner; null if the Hub does not list them
 * @param used repos that are intended whatever their names, such as those of the other datasets of a run
 */
function similarRepoOf(repo, datasets, used) {
    if (datasets === null)
        return { kind: 'not-listed' };
    const [owner, name] = partsOf(repo);
    const folded = fold(name);
    const others = datasets
        .filter((other) => other !== repo && !used.includes(other) && partsOf(other)[0] === owner)
        .map((other) => partsOf(other)[1]);
    if (others.some((other) => fold(other) === folded))
        return { kind: 'punctuation' };
    const most = name.length < LONG_NAME ? 1 : 2;
    const near = others
        .filter((other) => withoutDigits(other) !== withoutDigits(name))
        .map((other) => ({ edits: misspellings(name, other), place: firstDifference(name, other) }))
        .filter(({ edits }) => edits <= most)
        .sort((a, b) => a.edits - b.edits);
    return near.length === 0 ? { kind: 'none' } : { kind: 'edits', ...near[0] };
}
/** Returns owner and name in lower case: the Hub ignores case in names. */
function partsOf(repo) {
    const [owner, name = ''] = repo.toLowerCase().split('/');
    return [owner, name];
}
/** Returns the edits that make one name the other; Infinity if they make one word another. */
function misspellings(a, b) {
    const [ofA, ofB] = [a, b].map((name) => name.split(/[-_.]/));
    if (ofA.length !== ofB.length)
        return wordEdits(fold(a), fold(b));
    return ofA.reduce((sum, word, index) => sum + wordEdits(word, ofB[index]), 0);
}
function wordEdits(a, b) {
    const most = Math.floor(Math.max(a.length, b.length) / CHARACTERS_AN_EDIT);
    return (0,edit_distance/* editDistance */.Y)(a, b, most);
}
function fold(name) {
    return name.replace(/[-_.]/g, '');
}
function withoutDigits(name) {
    return fold(name).replace(/\d/g, '');
}
/** Returns the place of the first character that differs, from 1. */
function firstDifference(a, b) {
    let index = 0;
    while (index < a.length && a[index] === b[index])
        index++;
    return index + 1;
}

;// CONCATENATED MODULE: ./build/publish/origin.js




/** Merged pull requests that are read: that of a version no run has announced is among the newest. */
const MOST_MERGED = 20;
/**
 * Finds out whether this action made a version on `main` for the dataset. Its metadata, which list its files by their
 * hashes, must equal those of the commit that offered it: a person may have renamed the pull request or changed its
 * content.
 *
 * @param how.isTagged true for a version that has its tag, which no stranger can set
 */
async function originOf({ repo, name }, { state, metadata, previous }, { isTagged }) {
    const { versionTag: tag } = previous;
    if (previous.name !== name)
        return { foreign: { tag, why: 'another', number: null } };
    const title = versionTitle(name, tag);
    const isByOthers = createAuthorCheck({ isPrivate: isTagged || state.isPrivate }, repo);
    let looked = 0;
    for await (const { number, status } of repo.pullRequests.list('closed')) {
        if (status !== 'merged')
            continue;
        const offered = await findOffered(repo, { number, titleStart: title, isByOthers });
        if (offered !== null) {
            const isAsOffered = (await (0,publish_found/* lookUp */.TE)(repo, offered))?.metadata === metadata;
            return isAsOffered ? { merged: number } : { foreign: { tag, why: 'changed', number } };
        }
        if (++looked === MOST_MERGED)
            break;
    }
    const made = await repo.lastCommitOf(version_metadata/* METADATA_PATH */.GN, state.commit);
    const commit = made === null ? null : await repo.describeCommit(made);
    const isOwn = commit?.title === title && !(await isByOthers(commit));
    return isOwn ? { merged: null } : { foreign: { tag, why: 'unknown', number: null } };
}

;// CONCATENATED MODULE: ./build/publish/observe.js




/**
 * Reads the facts about a repo that gates need to judge a version.
 *
 * @param how.usedRepos repos of all datasets of the run
 */
async function observeRepo(candidate, found, how) {
    const { repo } = candidate;
    const previous = found?.previous ?? null;
    return {
        found,
        isSame: previous !== null && (0,version_metadata/* holdsSame */.x9)(previous, candidate),
        strayTags: await findStrayTags(repo, found, how.trust),
        similarRepo: found === null ? await compareRepo(repo, how) : null,
    };
}
/** Returns the tags of versions in a repo whose `main` names no version; none unless a gate needs them. */
async function findStrayTags(repo, found, { breakingChanges }) {
    if (found === null || found.previous !== null || breakingChanges === 'allow')
        return [];
    return [...(await repo.tags()).keys()].filter(version_metadata/* isVersionTag */.JM);
}
/** Compares a repo that would be created with the others of its owner; null if no gate needs it. */
async function compareRepo(repo, { trust, usedRepos, listOwned, }) {
    return trust.similarRepo === 'allow' ? null : similarRepoOf(repo.name, await listOwned(repo), usedRepos);
}
/** Checks whether `main` holds all of the version that would be published. */
async function observeSame({ repo, dataFiles }, found) {
    const outcome = await findKept(repo, found, dataFiles);
    return 'broken' in outcome ? outcome : { kept: outcome.kept, merged: null };
}
/**
 * Verifies the version that `main` holds, which a person may have merged; null if it holds none. Until it is announced,
 * this action must have made it for the dataset. A version with other data than would be published is verified only
 * until it is tagged.
 */
async function observeMerged(candidate, { found, isSame }) {
    const previous = found?.previous ?? null;
    if (found === null || previous === null)
        return null;
    const outcome = await verify({ ...found, previous }, isSame, candidate);
    if ('broken' in outcome)
        return outcome;
    const { kept } = outcome;
    if (kept.isAnnounced)
        return { kept, merged: null };
    const origin = await originOf(candidate, { ...found, previous }, kept);
    return 'foreign' in origin ? origin : { kept, merged: origin.merged };
}
async function verify(found, isSame, { repo, dataFiles }) {
    if (isSame)
        return findKept(repo, found, dataFiles, { wasMerged: true });
    const tagged = findTagged(found.previous, await repo.tags());
    if (tagged !== null)
        return { kept: tagged };
    const { dataFiles: own } = found.previous;
    return own === null ? { broken: [] } : findKept(repo, found, async () => own, { wasMerged: true });
}

;// CONCATENATED MODULE: ./build/publish/plan.js
/**
 * Returns where a version goes. With `on-gate`, the version on `main` may have been merged from a pull request, so an
 * incomplete one is not repaired on `main` either.
 *
 * @param judged.holding the gates that hold it
 */
function routeOf({ publish, onGate }, { holding, isSame }) {
    if (holding.length > 0)
        return onGate === 'pull-request' ? 'offer' : 'hold';
    return publish === 'pull-request' || (onGate === 'pull-request' && isSame) ? 'offer' : 'publish';
}
/** Plans what happens to a version, from the observed facts only. */
function planVersion({ route, failed, found, isSame, main, proposals }) {
    if (route === 'hold')
        return { step: 'held' };
    if (found === null)
        return { step: 'create' };
    if (isSame && main !== null && 'kept' in main) {
        const { kept } = main;
        if (!kept.isTagged || !kept.isAnnounced)
            return { step: 'finish', kept };
        return { step: failed.length > 0 ? 'too-old' : 'unchanged', kept };
    }
    if (proposals !== null)
        return { ...planOffer(proposals), parent: found };
    const isBroken = main !== null && 'broken' in main;
    return isBroken
        ? { step: 'repair', broken: main.broken, parent: found }
        : { step: 'publish', parent: found };
}
function planOffer({ open, openIs, closed }) {
    if (open === null) {
        const isTurnedDown = closed?.holdsSame === true;
        return isTurnedDown ? { step: 'offer-closed', proposal: closed } : { step: 'offer-open', before: closed };
    }
    if (openIs === 'changed')
        return { step: 'offer-changed', proposal: open };
    if (openIs === 'conflicting')
        return { step: 'offer-open', before: open };
    return { step: open.holdsSame ? 'offer-wait' : 'offer-update', proposal: open };
}

;// CONCATENATED MODULE: ./build/publish/decide.js




/**
 * Observes a repo, judges the version that would replace what is found, and plans what happens to it. Writes nothing.
 *
 * @param created the decision before this run created the repo, which is valid until somebody else commits a version;
 * null for a repo that existed
 */
async function decide(options, found, created = null) {
    const isAsCreated = created !== null && found?.previous === null;
    const observed = isAsCreated ? { ...created.observed, found } : await observeRepo(options, found, options);
    const gates = isAsCreated ? created.gates : options.judge(observed);
    const { isSame } = observed;
    const failed = (0,judge/* failedOf */.ZA)(gates);
    const holding = isSame ? [] : failed;
    const route = routeOf(options.trust, { holding, isSame });
    const main = await observeMain(options, observed, route);
    const isKept = isSame && main !== null && 'kept' in main;
    const proposals = route === 'offer' && found !== null && !isKept ? await observeProposals(found, options) : null;
    const plan = planVersion({ route, failed, found, isSame, main, proposals });
    return { observed, gates, failed, holding, route, main, proposals, plan };
}
/** Reads the version on `main` if it may be the one that would be published, or may have been merged. */
async function observeMain(options, observed, route) {
    if (route === 'offer' || (route === 'hold' && options.trust.publish === 'pull-request'))
        return observeMerged(options, observed);
    const { found, isSame } = observed;
    const previous = found?.previous ?? null;
    return isSame && found !== null && previous !== null ? observeSame(options, { ...found, previous }) : null;
}

;// CONCATENATED MODULE: ./build/publish/publication-text.js
/** Returns that a version was published, and why if its data is that of the version before. */
function publishedReason(tag, { previous, repaired }) {
    return repaired.length > 0 && previous !== null
        ? `Version ${tag} was published with the same data, because ${brokenSince(previous.versionTag, repaired)}.`
        : `Version ${tag} was published.`;
}
/** Returns that `main` holds the data already, and what an interrupted run had left to do. */
function unchangedReason(tag, { isTagged, isAnnounced }) {
    if (!isTagged)
        return `The data has not changed. The tag ${tag} was missing, for example after an interrupted run, and was set.`;
    return isAnnounced
        ? `The data has not changed since ${tag}.`
        : `The data has not changed since ${tag}. No run has announced this version yet, for example after an interrupted run.`;
}
const NAMED_FILES = 5;
/** Returns which files of a version in a repo are no longer as they were published. */
function brokenSince(tag, broken) {
    return `these files of ${tag} in the repo are not as they were published: ${nameFiles(broken)}`;
}
/** Returns paths as a list, of many the first ones. */
function nameFiles(paths) {
    const named = paths.slice(0, NAMED_FILES).join(', ');
    return paths.length > NAMED_FILES ? `${named} and ${paths.length - NAMED_FILES} more` : named;
}

;// CONCATENATED MODULE: ./build/publish/proposal-text.js










/** Describes in Markdown the version that a person is asked to approve: what changes, the gates, and what to do. */
function describeProposal(dataset, { tag, previous, gates, holding, changes, runUrl }) {
    const { shape, numSamples, splitSizes: splits, classBalance, counts } = dataset;
    const { name, classNames } = shape;
    const sizes = model_rows/* SPLIT_NAMES */.gP.map((split) => `${split} ${(0,markdown/* formatCount */.B4)(splits[split])}`).join(', ');
    const before = previous?.numSamples ?? null;
    const change = before === null ? '' : `, ${(0,version_change/* signedCount */.c3)(numSamples - before)} since \`${previous?.versionTag}\``;
    const run = runUrl === null ? '' : ` [The run that offers it](${runUrl}) shows all details.`;
    const doubt = `✋ ${(0,markdown/* counted */.hS)(holding.length, 'gate')} failed. Merge this pull request only if the data is right all the same.`;
    return [
        `Version \`${tag}\` of the dataset \`${name}\` waits for approval: ${(0,markdown/* formatCount */.B4)(numSamples)} rows (${sizes})${change}.${run}`,
        ...(holding.length === 0 ? [] : [doubt]),
        '### Change since the last version',
        (0,version_change/* changeSince */.Js)(previous, { numSamples, splits, classNames, classBalance }, changes),
        ...gateSection(gates),
        ...(counts.pii === undefined ? [] : ['### Personal data', ...(0,pii_words/* piiSection */.iC)(counts.pii)]),
        '### Decide',
        [
            `- **To approve the version, merge this pull request.** The next run checks that \`main\` holds what is offered here, sets the tag \`${tag}\` and announces the version.`,
            '- **To turn it down, close this pull request.** If the data changes, the next run opens another one.',
            '- Until then, a run that reads other data updates this pull request. If you change data or metadata here, the version is not tagged.',
        ].join('\n'),
    ].join('\n\n');
}
/** Lists what each gate found, those that failed first. A list is not cut on a telephone. */
function gateSection(gates) {
    if (gates.length === 0)
        return [];
    const items = [...(0,judge/* failedOf */.ZA)(gates), ...gates.filter(({ verdict }) => verdict !== 'failed')].map(({ gate, measured, limit, verdict, advice }) => (0,text_line/* words */.aL) `${gate_text/* VERDICT_ICONS */.n_[verdict]} ${(0,text_line/* strong */.ko)(gate)} ${(0,text_line/* ownWords */.I1)(gate_text/* GATE_VERDICTS */.Jm[verdict])}: ${measured}${verdict === 'not-judged' ? '' : `, and ${limit}`}.${advice === null ? '' : (0,text_line/* words */.aL) ` ${advice}`}`);
    return ['### Gates', (0,write_markdown/* writeMarkdown */.p)((0,report_document/* list */.p_)(items))];
}
/** Returns in sentences what happened to a version that is offered. */
function offerReason({ main, previous, offer }, pageUrl) {
    return [...mainReasons(main, previous), ...offerReasons(offer, pageUrl)].join(' ');
}
/** Returns what a person should know of what `main` holds. */
function mainReasons(main, previous) {
    if (main === null)
        return [];
    if ('foreign' in main)
        return [foreignReason(main.foreign)];
    if ('kept' in main)
        return main.kept.isAnnounced ? [] : [mergedReason(main)];
    if (previous === null || main.broken.length === 0)
        return [];
    return [`${upperFirst(brokenSince(previous.versionTag, main.broken))}.`];
}
/** Returns why a version on `main` is left alone. */
function foreignReason({ tag, why, number }) {
    const what = {
        another: `main holds version ${tag} of another dataset`,
        changed: `Pull request #${number} was merged, but main does not hold version ${tag} as it was offered there`,
        unknown: `main holds version ${tag}, which this action did not offer`,
    }[why];
    return `${upperFirst(what)}. This version was left as it is: it was neither tagged nor announced.`;
}
/** Returns that a version was found on `main` that no run had announced. */
function mergedReason({ kept: { tag }, merged }) {
    return merged === null
        ? `Version ${tag} is on main, and no run had announced it. It was verified and tagged.`
        : `Pull request #${merged} was merged. Version ${tag} was verified and tagged.`;
}
function offerReasons({ step, number, tag, changed, before, foreign }, pageUrl) {
    const at = `pull request #${number} (${pageUrl(number)})`;
    const next = 'To approve it, merge the pull request. The next run tags and announces the version.';
    const files = nameFiles(changed);
    const about = {
        opened: `Version ${tag} waits for approval in ${at}. ${next}`,
        updated: `Version ${tag} waits for approval in ${at}, which was updated. ${next}`,
        waiting: `Version ${tag} with the same data waits for approval in ${at}. ${next}`,
        changed: `Somebody changed ${files} in ${at}, so it is no longer version ${tag}. Nothing was written. Undo that change, or close the pull request: the next run then opens another.`,
        closed: `The same data was turned down: ${at} was closed. To approve version ${tag} after all, reopen the pull request. If the data changes, the next run opens another one.`,
    }[step];
    return [
        about,
        ...(step === 'updated' && changed.length > 0
            ? [`Changes by others to these files of the pull request were replaced: ${files}.`]
            : []),
        ...(before === null ? [] : [beforeReason(before)]),
        ...foreign.map((other) => `Pull request #${other} has the title of a version but holds no version. It was left as it is.`),
    ];
}
function beforeReason({ number, why }) {
    return why === 'closed'
        ? `Pull request #${number} with other data was closed earlier.`
        : `It replaces pull request #${number}, which was in conflict with main.`;
}
/** Returns what a real run would do with a pull request. */
function planReason(plan, pageUrl) {
    if (plan.step === 'offer-open') {
        const replaced = plan.before?.status === 'open' ? `, in place of #${plan.before.number}` : '';
        return `A pull request would be opened with a new version${replaced}.`;
    }
    const { number, found, broken } = plan.proposal;
    const at = `pull request #${number} (${pageUrl(number)})`;
    const { versionTag: tag } = found.previous;
    return {
        'offer-update': `Version ${tag} in ${at} would be replaced by a new one.`,
        'offer-wait': `Nothing would change: ${tag} with the same data waits for approval in ${at}.`,
        'offer-changed': `Nothing would change: somebody changed ${nameFiles(broken)} in ${at}.`,
        'offer-closed': `Nothing would change: ${at} with the same data was closed.`,
    }[plan.step];
}
function upperFirst(text) {
    return text.charAt(0).toUpperCase() + text.slice(1);
}

;// CONCATENATED MODULE: ./build/publish/publication.js




function commonOf({ observed, gates }) {
    return { previous: observed.found?.previous ?? null, gates, changes: null, keptAt: null };
}
/** Returns the ending of a version that this run published. */
function published(decision, { tag }, commit) {
    const common = commonOf(decision);
    const { plan } = decision;
    const repaired = plan.step === 'repair' ? plan.broken : [];
    const reason = publishedReason(tag, { previous: common.previous, repaired });
    return { ...common, status: 'published', reason, tag, commit, isNewVersion: true, pullRequest: null };
}
/**
 * Returns the ending of data that `main` holds already. A version that a person has merged is announced as published.
 */
function kept(decision, { tag, commit, isTagged, isAnnounced }, main) {
    const common = { ...commonOf(decision), tag, commit, pullRequest: null, keptAt: commit };
    if (main !== null && main.merged !== null)
        return { ...common, status: 'published', reason: mergedReason(main), isNewVersion: true };
    const reason = unchangedReason(tag, { isTagged, isAnnounced });
    return { ...common, status: 'unchanged', reason, isNewVersion: !isAnnounced };
}
/** Returns the ending of a version that gates hold. A version that a person merged before is still announced. */
function held(decision, main) {
    const left = decision.main !== null && 'foreign' in decision.main ? ` ${foreignReason(decision.main.foreign)}` : '';
    const reason = `${(0,judge/* describeFailed */.hi)(decision.failed)}${left}`;
    const common = { ...commonOf(decision), status: 'held', pullRequest: null };
    if (main === null || main.kept.isAnnounced)
        return { ...common, ...dataset_report/* NO_VERSION */.dG, reason };
    return { ...common, ...mergedVersion(main.kept), reason: `${reason} ${mergedReason(main)}` };
}
/**
 * Returns the ending of a version that is offered in a pull request, or that a person rejected there. `main` does not
 * change until a person merges it.
 *
 * @param pageUrl address of a pull request's page
 */
function offered(decision, offer, pageUrl) {
    const { holding, main } = decision;
    const { previous } = commonOf(decision);
    const { number, step } = offer;
    const isBuilt = step !== 'waiting' && step !== 'closed';
    const keptAt = isBuilt ? null : offer.commit;
    const isClosed = step === 'closed';
    const pullRequest = { number, url: pageUrl(number), state: isClosed ? 'closed' : 'open' };
    // For content that main names, only the age failed: the pull request is not about that.
    if (isTooOld(decision))
        return { ...held(decision, null), pullRequest, keptAt };
    const onMain = main !== null && 'kept' in main ? main.kept : null;
    const reason = `${(0,judge/* describeFailed */.hi)(holding)} ${offerReason({ main, previous, offer }, pageUrl)}`.trim();
    const common = { ...commonOf(decision), changes: offer.changes, reason, keptAt, pullRequest };
    const status = offerStatus(decision, { isClosed });
    if (status === 'published')
        return { ...common, status, ...mergedVersion(onMain) };
    const isNew = onMain !== null && !onMain.isAnnounced;
    if (status === 'held')
        return { ...common, status, ...(isNew ? mergedVersion(onMain) : dataset_report/* NO_VERSION */.dG), pullRequest };
    const isForeign = main !== null && 'foreign' in main;
    const isDoubtful = holding.length > 0 || isForeign || step === 'changed';
    if (onMain === null)
        return { ...common, status, ...dataset_report/* NO_VERSION */.dG, pullRequest, isDoubtful };
    const { tag, commit } = onMain;
    return { ...common, status, tag, commit, isNewVersion: isNew, isDoubtful };
}
/** Returns the status of a version that is offered in a pull request, or that a person rejected there. */
function offerStatus(decision, { isClosed }) {
    const { main, holding } = decision;
    if (isTooOld(decision) || (isClosed && holding.length > 0))
        return 'held';
    if (main !== null && 'kept' in main && main.merged !== null)
        return 'published';
    return isClosed ? 'unchanged' : 'awaiting-approval';
}
/** True if the content that `main` names would be offered, and is too old as well. */
function isTooOld({ observed, failed }) {
    return observed.isSame && failed.length > 0;
}
/** Returns a version that a person has merged and no run has announced. */
function mergedVersion({ tag, commit }) {
    return { tag, commit, isNewVersion: true };
}

;// CONCATENATED MODULE: ./build/publish/describe.js




/**
 * Describes what a real run would do.
 *
 * @throws Error if it could not create the repo
 */
async function describeDecision(decision, options) {
    const { plan, failed } = decision;
    const done = await describePlan(decision, options);
    // The version on main is finished or repaired first, however old it is.
    if (failed.length === 0 || plan.step === 'finish' || plan.step === 'repair')
        return done;
    const why = (0,judge/* describeFailed */.hi)(failed);
    if (decision.route !== 'offer')
        return { ...done, would: 'held', reason: why };
    return { ...done, reason: `${why} ${done.reason}`.trim() };
}
async function describePlan(decision, { repo, visibility }) {
    const { plan, route, main, observed } = decision;
    const previous = observed.found?.previous ?? null;
    switch (plan.step) {
        case 'held':
            return { would: 'held', tag: null, reason: '' };
        case 'create': {
            const isOffered = route === 'offer';
            const how = isOffered ? 'offered in a pull request' : 'published';
            const note = await noteOnCreation(repo);
            const reason = `A ${visibility} repo would be created, and the first version ${how} in it.${note}`;
            return { would: isOffered ? 'awaiting-approval' : 'published', tag: null, reason };
        }
        case 'unchanged':
        case 'too-old':
        case 'finish': {
            const { tag, isTagged } = plan.kept;
            if (isMergedNow(main))
                return { would: 'published', tag: isTagged ? tag : null, reason: mergedPlan(main) };
            return isTagged
                ? { would: 'unchanged', tag, reason: `Nothing would change: ${tag} holds this data.` }
                : {
                    would: 'unchanged',
                    tag: null,
                    reason: `The data has not changed, and its missing tag ${tag} would be set.`,
                };
        }
        case 'publish': {
            const reason = previous === null
                ? 'The first version would be published.'
                : `A new version would be published, after ${previous.versionTag}.`;
            return { would: 'published', tag: null, reason };
        }
        case 'repair': {
            const why = brokenSince(previous?.versionTag ?? '', plan.broken);
            return { would: 'published', tag: null, reason: `It would be published again: ${why}.` };
        }
        default: {
            const offer = planReason(plan, (number) => repo.pullRequests.pageUrl(number));
            const isBroken = observed.isSame && previous !== null && main !== null && 'broken' in main;
            const why = isBroken
                ? `It would be offered again: ${brokenSince(previous.versionTag, main.broken)}. `
                : '';
            const left = main !== null && 'foreign' in main ? `${foreignReason(main.foreign)} ` : '';
            const merged = isMergedNow(main) ? `${mergedPlan(main)} ` : '';
            const would = offerStatus(decision, { isClosed: plan.step === 'offer-closed' });
            return { would, tag: null, reason: `${merged}${left}${why}${offer}` };
        }
    }
}
/** True for a version that a person has merged and no run has announced. */
function isMergedNow(main) {
    return main !== null && 'kept' in main && main.merged !== null;
}
function mergedPlan({ kept: { tag }, merged }) {
    return `Version ${tag} of the merged pull request #${merged} would be announced.`;
}
/**
 * Returns the note about a repo that would be created.
 *
 * @throws Error if the token may not create it
 */
async function noteOnCreation(repo) {
    const { verdict, reason } = await repo.creation();
    switch (verdict) {
        case 'refused':
            throw new Error(`datasets/${repo.name} does not exist, and creating it would fail: ${reason}. Correct the repo's name, or pass as hf-token a token that may write to its owner's repos.`);
        case 'reads-only':
            return ' The token of this dry run may only read; to publish, use a token with write access.';
        case 'unknown':
            return ' It is unknown whether the token may create it.';
        default:
            return '';
    }
}

// EXTERNAL MODULE: external "node:timers/promises"
var promises_ = __webpack_require__(8500);
// EXTERNAL MODULE: ./build/files/pieces-blob.js
var pieces_blob = __webpack_require__(413);
;// CONCATENATED MODULE: ./build/files/chunked-blob.js

/**
 * Bytes in pieces as a Blob, which reads them in place: a Blob of Node copies them, and makes two more copies of what
 * is read.
 */
class ChunkedBlob extends pieces_blob/* PiecesBlob */.F {
    #chunks;
    /** @param chunks the pieces in their order, which must not change any more */
    constructor(chunks) {
        super(chunks.reduce((sum, { length }) => sum + length, 0));
        this.#chunks = chunks;
    }
    slice(start = 0, end = this.size) {
        const [from, to] = [start, end].map((position) => (position < 0 ? this.size + position : position));
        let offset = 0;
        const parts = this.#chunks.map((chunk) => {
            const part = chunk.subarray(Math.max(0, from - offset), Math.max(0, to - offset));
            offset += chunk.length;
            return part;
        });
        return new ChunkedBlob(parts.filter(({ length }) => length > 0));
    }
    pieces() {
        return this.#chunks;
    }
}

// EXTERNAL MODULE: ./build/files/file-blob.js
var file_blob = __webpack_require__(346);
;// CONCATENATED MODULE: ./build/files/blob-of.js


/** Returns the bytes of a file as a Blob, which reads them in place. */
function blobOf(file) {
    return file.chunks === undefined ? new file_blob/* FileBlob */.u(file.file, 0, file.size) : new ChunkedBlob(file.chunks);
}

;// CONCATENATED MODULE: ./build/publish/version-commit.js







const RETRY_DELAYS_MS = [1000, 4000, 10_000];
/**
 * Waits before a commit is repeated. After the last attempt it does not wait: the next step only reads whether it was
 * made.
 */
async function waitToTryAgain({ onRetry, retryDelaysMs = RETRY_DELAYS_MS, signal }, attempt, failure) {
    if (attempt >= retryDelaysMs.length)
        return;
    onRetry(failure.message);
    await (0,promises_.setTimeout)(retryDelaysMs[attempt], undefined, { signal }).catch(() => signal?.throwIfAborted());
}
/** True if a commit was tried as often as allowed. */
function isLastTry({ retryDelaysMs = RETRY_DELAYS_MS }, attempt) {
    return attempt > retryDelaysMs.length;
}
/**
 * Reads a repo once more right before a commit: it was read while the database was read, which may be long ago.
 *
 * @param revision where the commit goes, by default the head of `main`
 * @returns the error about a commit of somebody else that came first, null if there was none
 * @throws Error if private data would be published to a public repo
 */
async function findConflict(repo, found, { visibility, revision }) {
    const state = await repo.state(revision);
    if (state !== null)
        (0,publish_found/* checkVisibility */.j)(repo, state, visibility);
    if (state !== null && (0,model_file/* isSameCommit */.sw)(state.commit, found.state.commit))
        return null;
    const error = new Error(`datasets/${repo.name} was changed by someone else in the meantime.`);
    return { outcome: 'conflict', error };
}
/**
 * Returns the commit that makes a state a version: it adds the files of the version and deletes all others.
 *
 * @param how.isNewRepo true for a repo that this run created
 */
function commitOf(repo, version, state, { isNewRepo = false } = {}) {
    return {
        title: version.title,
        parent: state.commit,
        files: version.files.map((file) => ({
            path: file.path,
            content: blobOf(file),
            isLarge: isKeptLarge(file, state, isNewRepo),
        })),
        deletions: leftoversOf(repo, state, version),
    };
}
/** Size from which the Hub may store a text as a large file. */
const SURELY_SMALL_BYTES = 1 << 20;
/**
 * Returns whether the Hub stores a file as a large one, by how it stores those of the previous version; undefined if
 * the Hub has to decide. In a repo that nobody has written to, the Hub's own rules apply: parquet files are large.
 */
function isKeptLarge({ path, size }, { files }, isNewRepo) {
    const isData = path.endsWith('.parquet');
    const alike = [...files].filter(([other]) => (isData ? other.endsWith('.parquet') : other === path));
    const isUntouched = isNewRepo && [...files.keys()].every((other) => other === '.gitattributes');
    if (isData) {
        const isLarge = alike.length > 0 ? alike.every(([, { sha256 }]) => sha256 !== null) : isUntouched;
        return isLarge || undefined;
    }
    const isSmall = alike.length > 0 ? alike.every(([, id]) => id.sha256 === null && id.blobId !== null) : isUntouched;
    return isSmall && size < SURELY_SMALL_BYTES ? false : undefined;
}
/**
 * Reads back what a commit holds.
 *
 * @throws Error if that is not the version, or if private data is public
 */
async function requireWhole(repo, version, { commit, visibility }) {
    const { tag, files } = version;
    const state = await repo.state(commit);
    const wrong = state === null ? files.map(({ path }) => path) : await differingFiles(repo, state, files);
    const stale = state === null ? [] : leftoversOf(repo, state, version);
    if (wrong.length > 0 || stale.length > 0) {
        throw new Error(`Commit ${commit} of datasets/${repo.name} does not hold what was sent (${[...wrong, ...stale].join(', ')}), so it was not tagged. Check the commit on the Hub, then run the workflow again.`);
    }
    if (visibility === 'private' && state?.isPrivate === false) {
        throw new Error(`datasets/${repo.name} was made public while ${tag} was committed, so everyone can read commit ${commit}, which was not tagged. Make the repo private in its settings, then run the workflow again.`);
    }
}
/** Returns the card with text by others that a new version has to keep; null for none. */
async function cardToKeep(repo, found, repaired = []) {
    const card = repaired.includes(version_metadata/* CARD_PATH */.d7) ? await cardBeforeDamage(repo, found) : null;
    return card ?? (await readForeignCard(repo, found));
}
/**
 * Returns the card from before the commit that made a version whose card is damaged, because that damage removed what a
 * person wrote. Null if others have committed since, because they may have intended it.
 */
async function cardBeforeDamage(repo, { state }) {
    const made = await repo.lastCommitOf(version_metadata/* METADATA_PATH */.GN, state.commit);
    if (made === null || !(0,model_file/* isSameCommit */.sw)(made, state.commit))
        return null;
    const commit = await repo.commitBefore(state.commit);
    const before = commit === null ? null : await repo.state(commit);
    return before?.files.has(version_metadata/* CARD_PATH */.d7) ? repo.readText(version_metadata/* CARD_PATH */.d7, before) : null;
}
/** Returns the card that a person may have written in; null if the repo has none or it is exactly as generated. */
async function readForeignCard(repo, { state, previous }) {
    const card = state.files.get(version_metadata/* CARD_PATH */.d7);
    const generated = previous?.generatedCardBlobId;
    if (card === undefined || (card.blobId !== null && card.blobId === generated))
        return null;
    const markdown = await repo.readText(version_metadata/* CARD_PATH */.d7, state);
    return (0,model_file/* gitBlobId */.tK)(Buffer.from(markdown)) === generated ? null : markdown;
}
function leftoversOf(repo, state, version) {
    const current = new Set(version.files.map(({ path }) => path));
    return [...state.files.keys()].filter((path) => isLeftover(path, repo.name) && !current.has(path));
}
/** True if a repo holds exactly the metadata of a version. */
function isMetadataOf(version, metadata) {
    return metadataOf(version) === metadata;
}
/** Returns the metadata of a version as text. */
function metadataOf({ files }) {
    const { chunks = [] } = files.find(({ path }) => path === version_metadata/* METADATA_PATH */.GN);
    return Buffer.concat(chunks).toString();
}

;// CONCATENATED MODULE: ./build/publish/attempt.js

/**
 * Builds a version to commit on top of what `main` or a pull request holds, and reads that once more.
 *
 * @param how.revision where it is committed, by default the head of `main`
 */
async function buildAndLook(options, { parent, previous, card }, { first, revision }) {
    const { repo, visibility } = options;
    const version = await buildOn(options, { previous, card }, first);
    return (await findConflict(repo, parent, { visibility, revision })) ?? version;
}
/** Builds a version on top of what a repo holds, unless the first one was built already. */
async function buildOn({ build }, { previous, card }, first) {
    return previous === null && card === null && first !== null ? first : build(previous, card);
}

;// CONCATENATED MODULE: ./build/publish/offer.js






const OFFERED_ELSEWHERE = 'Another pull request offers this dataset.';
/**
 * Offers a version in a pull request as planned. There is at most one pull request: it is opened, or updated on top of
 * what a person wrote in its card. If it is stopped anywhere, `main` is unchanged and the next run can finish.
 */
async function offerVersion(options, { decision, plan }, soFar) {
    const { repo, build } = options;
    const { surplus = [], foreign = [] } = decision.proposals ?? {};
    const offering = { ...soFar, decision };
    for (const pullRequest of surplus)
        await replace(repo, pullRequest, OFFERED_ELSEWHERE);
    let offer;
    if (plan.step === 'offer-open')
        offer = await offer_open(options, { ...offering, plan });
    else if (plan.step === 'offer-update')
        offer = await update(options, { ...offering, plan });
    else
        offer = await leave(options, { ...offering, plan });
    if ('error' in offer)
        return offer;
    // A file that is no longer part of the version would mislead readers of the output folder.
    if (offer.step === 'changed')
        await build(plan.parent.previous, null);
    return offered(decision, { ...offer, foreign }, (number) => repo.pullRequests.pageUrl(number));
}
/** Leaves a pull request unchanged. A waiting one gets the texts that an earlier run may not have written. */
async function leave(options, { decision, plan, sent }) {
    const { proposal, parent } = plan;
    const { number, broken: changed, found } = proposal;
    const { versionTag: tag } = found.previous;
    if (plan.step === 'offer-wait') {
        // Of a pull request that a run opened before it was stopped, only the first mark was set.
        if (found.metadata !== null)
            await markOffered(options.repo, parent, { tag, metadata: found.metadata, number });
        await bringUpToDate(options, proposal, { tag, previous: parent.previous, decision });
    }
    const own = sent.find(({ version }) => isMetadataOf(version, found.metadata))?.step;
    const step = plan.step === 'offer-wait' ? 'waiting' : plan.step === 'offer-changed' ? 'changed' : 'closed';
    return {
        step: own === undefined || own === 'published' ? step : own,
        number,
        tag,
        commit: found.state.commit,
        changed,
        before: null,
        changes: step === 'waiting' ? recordedChanges(proposal, parent.previous) : null,
    };
}
/** Returns how the rows of a proposal differ from those of a version; null where its metadata compare with another one. */
function recordedChanges({ found }, previous) {
    const { changes, earlierVersions } = found.previous;
    return earlierVersions[0]?.tag === previous?.versionTag ? changes : null;
}
async function offer_open(options, { decision, plan, first, sent }) {
    const { repo, visibility } = options;
    const { before, parent } = plan;
    const { previous } = parent;
    const isReplaced = before?.status === 'open';
    const own = await cardToKeep(repo, parent, brokenOf(decision));
    const card = own ?? (isReplaced ? await cardToKeep(repo, before.found) : null);
    const version = await buildAndLook(options, { parent, previous, card }, { first });
    if ('error' in version)
        return version;
    if (isReplaced)
        await replace(repo, before, 'It cannot be merged any more, because `main` has changed since. Another pull request replaces it.');
    sent.push({ version, step: 'opened', decision });
    const marked = { tag: version.tag, metadata: metadataOf(version) };
    await markOffered(repo, parent, { ...marked, number: null });
    const description = options.describe(version.tag, { ...decision, previous, changes: null });
    const request = commitOf(repo, version, parent.state, { isNewRepo: first !== null });
    const made = await repo.pullRequests.open({ ...request, description });
    if (made.outcome !== 'made')
        return made;
    const { number, commit } = made;
    await markOffered(repo, parent, { ...marked, number });
    await requireWhole(repo, version, { commit, visibility });
    const other = await settleRace(options, parent, number);
    if (other !== null)
        return { outcome: 'conflict', error: other };
    const why = isReplaced ? 'replaced' : 'closed';
    return {
        step: 'opened',
        number,
        tag: version.tag,
        commit,
        changed: [],
        before: before === null ? null : { number: before.number, why },
        changes: null,
    };
}
async function update(options, { decision, plan, sent }) {
    const { repo, visibility } = options;
    const { proposal, parent } = plan;
    const { previous } = parent;
    const { number, found, broken: changed } = proposal;
    // Git merges changes in the card of main with what a person wrote into this one.
    const card = (await cardToKeep(repo, found, changed)) ?? (await cardToKeep(repo, parent, brokenOf(decision)));
    const revision = `refs/pr/${number}`;
    const version = await buildAndLook(options, { parent: found, previous, card }, { first: null, revision });
    if ('error' in version)
        return version;
    sent.push({ version, step: 'updated', decision });
    const { tag } = version;
    await markOffered(repo, parent, { tag, metadata: metadataOf(version), number });
    const description = options.describe(tag, { ...decision, previous, changes: null });
    const made = await repo.pullRequests.update(number, {
        ...commitOf(repo, version, found.state),
        description,
    });
    if (made.outcome !== 'made')
        return made;
    const { commit } = made;
    await requireWhole(repo, version, { commit, visibility });
    await bringUpToDate(options, proposal, { tag, previous, decision });
    return { step: 'updated', number, tag, commit, changed, before: null, changes: null };
}
/**
 * Of the pull requests that parallel runs opened, keeps the newest.
 *
 * @returns a message if another run opened the newest; null if it is this run's
 */
async function settleRace(options, main, number) {
    const { repo, name } = options;
    if (!(await hasOther(repo, versionTitle(name), number)))
        return null;
    const { open, surplus } = await findProposals(main, options);
    if (open !== null && open.number > number)
        return new Error(`Another run opened pull request #${open.number} of datasets/${repo.name} in the meantime.`);
    for (const pullRequest of surplus)
        await replace(repo, pullRequest, OFFERED_ELSEWHERE);
    return null;
}
async function hasOther({ pullRequests }, titleStart, own) {
    for await (const { number, title } of pullRequests.list('open'))
        if (number !== own && title.startsWith(titleStart))
            return true;
    return false;
}
/** Closes the pull requests that offer data that a person has merged from another one. */
async function closeMerged(options, main) {
    const { open, surplus } = await findProposals(main, options);
    const isMerged = open?.namesSame && open.broken.length === 0;
    for (const pullRequest of isMerged ? [open, ...surplus] : surplus)
        await replace(options.repo, pullRequest, 'The main branch holds this data now.');
}
/** Returns the files that prevent the version on `main` from being loaded. */
function brokenOf({ main }) {
    return main !== null && 'broken' in main ? main.broken : [];
}
function bringUpToDate({ repo, name, describe }, proposal, { tag, previous, decision }) {
    const changes = recordedChanges(proposal, previous);
    const description = describe(tag, { ...decision, previous, changes });
    return describeUpdate(repo, proposal, { name, tag, description });
}
/**
 * Writes the new content into the texts of an updated pull request. The title is changed last, so that the next run
 * writes what this run could not.
 */
async function describeUpdate({ pullRequests }, { number, title }, update) {
    const upToDate = versionTitle(update.name, update.tag);
    if (title.startsWith(upToDate))
        return;
    await pullRequests.comment(number, update.description);
    await pullRequests.rename(number, upToDate);
}
/** Closes a replaced pull request. Its title is changed first, because the title shows that no person closed it. */
async function replace({ pullRequests }, { number, title }, why) {
    if (!title.startsWith(REPLACED))
        await pullRequests.rename(number, `${REPLACED}${title}`.slice(0, 200));
    await pullRequests.close(number, why);
}

;// CONCATENATED MODULE: ./build/publish/publish-version.js








/**
 * Handles a version as its gates and its repo require: publishes it in one commit and tags it, offers it in a pull
 * request, finishes what an earlier run began, or changes nothing. After a commit with an unknown result, reads whether
 * it was made. After another writer's commit, the version is judged, planned and built anew on top of it. If it is
 * stopped anywhere, the previous version stays readable and the next run can finish.
 *
 * @param found what the repo holds, read right before; null if it does not exist
 */
async function publishVersion(options, found) {
    const { repo, visibility } = options;
    const sent = [];
    let first = null;
    let created = null;
    let failure = null;
    let current = found;
    for (let attempt = 0;;) {
        const own = current === null ? null : await publish_version_confirm(options, sent, current);
        if (own !== null)
            return own;
        const decision = await decide(options, current, created);
        const { plan, main } = decision;
        const merged = main !== null && 'kept' in main ? main : null;
        if (merged !== null)
            await requireTag(repo, merged.kept);
        switch (plan.step) {
            case 'held':
                return held(decision, merged);
            case 'too-old':
                return { ...held(decision, null), keptAt: plan.kept.commit };
            case 'finish':
                if (merged?.merged != null)
                    await closeMerged(options, current);
                return kept(decision, plan.kept, merged);
            case 'unchanged':
                return kept(decision, plan.kept, merged);
            case 'create':
                // Nothing is created on the Hub for a version that cannot be built.
                first = await options.build(null, null);
                await repo.create(visibility);
                created = decision;
                current = await (0,publish_found/* requireFound */.y4)(repo);
                continue;
        }
        (0,publish_found/* checkVisibility */.j)(repo, plan.parent.state, visibility);
        if (failure !== null && isLastTry(options, attempt) && isCommitting(plan))
            throw failure;
        const soFar = { first, sent };
        const result = await (plan.step === 'publish' || plan.step === 'repair'
            ? commitVersion(options, { decision, plan }, soFar)
            : offerVersion(options, { decision, plan }, soFar));
        if (!('error' in result))
            return result;
        failure = result.error;
        await waitToTryAgain(options, attempt++, failure);
        current = await (0,publish_found/* requireFound */.y4)(repo);
    }
}
/** True when a plan makes a commit, on `main` or in a pull request. */
function isCommitting({ step }) {
    return step === 'publish' || step === 'repair' || step === 'offer-open' || step === 'offer-update';
}
/** Tags a version that is on `main`, unless it is tagged. */
async function requireTag(repo, { tag, commit, isTagged }) {
    if (!isTagged)
        await repo.tag(tag, commit, `Dataset version ${tag}`);
}
/** Commits the version on top of what `main` holds, and tags it. */
async function commitVersion(options, { decision, plan }, { first, sent }) {
    const { repo } = options;
    const { parent } = plan;
    const { previous } = parent;
    const card = await cardToKeep(repo, parent, plan.step === 'repair' ? plan.broken : []);
    // The repo was read right before, but reading its content has taken time since.
    const version = plan.step === 'publish'
        ? await buildOn(options, { previous, card }, first)
        : await buildAndLook(options, { parent, previous, card }, { first });
    if ('error' in version)
        return version;
    sent.push({ version, step: 'published', decision });
    // The next run may look for who made what is on main.
    if (options.trust.onGate === 'pull-request')
        await markOffered(repo, parent, { tag: version.tag, metadata: metadataOf(version), number: null });
    const isNewRepo = first !== null;
    const made = await repo.commit(commitOf(repo, version, parent.state, { isNewRepo }));
    return made.outcome === 'made' ? finish(options, { version, decision }, made.commit) : made;
}
/** Finishes a version that this run committed without a confirmation; null if `main` holds none. */
async function publish_version_confirm(options, sent, { metadata, state }) {
    const own = sent.find(({ step, version }) => step === 'published' && isMetadataOf(version, metadata));
    if (own === undefined)
        return null;
    const commit = await options.repo.lastCommitOf(version_metadata/* METADATA_PATH */.GN, state.commit);
    return finish(options, own, commit ?? state.commit);
}
async function finish({ repo, visibility }, { version, decision }, commit) {
    await requireWhole(repo, version, { commit, visibility });
    await repo.tag(version.tag, commit, version.title);
    return published(decision, version, commit);
}

;// CONCATENATED MODULE: ./build/publish/publish-dataset.js













/**
 * Publishes a prepared dataset as its gates and its repo require, or describes what a real run would do. The output
 * folder is filled before the commit, so that a full disk cannot hide a published version.
 */
async function publishDataset(prepared, { repo, found }, settings, ports) {
    const { outputFolder } = ports;
    const built = { version: null };
    const options = optionsOf(prepared, repo, { ...settings, built }, ports);
    const early = await found;
    if (settings.dryRun) {
        const outcome = await preview(options, await (0,publish_found/* lookUpAfter */.pN)(repo, early));
        return { ...outcome, changes: built.version?.changes ?? null };
    }
    if (isLikelyBuilt(options, early))
        await prepared.dataFiles();
    const { keptAt, ...outcome } = await publishVersion(options, await (0,publish_found/* lookUpAfter */.pN)(repo, early));
    if (keptAt !== null && outputFolder !== null) {
        const files = await publishedFiles(repo, keptAt, await prepared.dataFiles());
        await outputFolder.write(options.name, files);
    }
    return { ...outcome, changes: outcome.changes ?? built.version?.changes ?? null };
}
/**
 * Returns whether the data files will be needed. They are written before the repo is read, so that little time passes
 * between that and the commit, in which the repo may become public or get another commit.
 */
function isLikelyBuilt(options, early) {
    const previous = early?.previous ?? null;
    if (previous !== null && (0,version_metadata/* holdsSame */.x9)(previous, options))
        return false;
    const facts = { found: early, isSame: false, strayTags: [], similarRepo: null };
    return routeOf(options.trust, { holding: (0,judge/* failedOf */.ZA)(options.judge(facts)), isSame: false }) !== 'hold';
}
/** Finds out what a real run would do, and writes the version to the output folder. */
async function preview(options, found) {
    const { repo, visibility, build } = options;
    const previous = found?.previous ?? null;
    if (found !== null)
        (0,publish_found/* checkVisibility */.j)(repo, found.state, visibility);
    await build(previous, null);
    const decision = await decide(options, found);
    const described = await describeDecision(decision, options);
    const { gates } = decision;
    return { status: 'dry-run', ...dataset_report/* NO_VERSION */.dG, ...described, previous, gates };
}
function optionsOf({ dataset, dataFiles, rowIndex }, repo, settings, { outputFolder, progress, now, signal }) {
    const { shape, contentSha256 } = dataset;
    const { name } = shape;
    const { endpoint, parameters, splits, trust, usedRepos, listOwned, runUrl, built } = settings;
    return {
        repo,
        name,
        contentSha256,
        features: JSON.stringify((0,model_features/* hubFeatures */.xp)(shape)),
        classNames: shape.classNames,
        dataFiles,
        trust,
        usedRepos,
        listOwned,
        visibility: parameters.private ? 'private' : 'public',
        judge: (observed) => judgeVersion(dataset, observed, { ...settings, now: now() }),
        async build(previous, existingCard) {
            const version = buildVersion({
                dataset,
                dataFiles: await dataFiles(),
                rowIndex: await rowIndex(await earlierOf(repo, previous, settings)),
                repo: repo.name,
                endpoint,
                parameters,
                splits,
                maxShrinkage: trust.maxShrinkage,
                previous,
                existingCard,
                now: now(),
            });
            await outputFolder?.write(name, version.files);
            built.version = version;
            const bytes = version.files.reduce((sum, { size }) => sum + size, 0);
            progress.builtVersion(name, version.tag, bytes);
            return version;
        },
        describe: (tag, { changes, ...about }) => describeProposal(dataset, {
            ...about,
            tag,
            changes: built.version?.tag === tag ? built.version.changes : changes,
            runUrl,
        }),
        onRetry: (reason) => progress.retryingCommit(name, reason),
        signal,
    };
}
/**
 * Returns the index of the previous version, with which the rows are compared, if there is one.
 *
 * @throws Error if the rows were kept in the splits of another version than the previous one
 */
async function earlierOf({ name }, previous, { indexes, ledgerTag, splits }) {
    if (ledgerTag !== null && ledgerTag !== previous?.versionTag)
        throw new Error(`datasets/${name} got another version while this run prepared one after ${ledgerTag}, so a text could move to another split. Run the workflow again.`);
    if (previous === null || !(0,split_changes/* haveSameRanks */.aw)(previous.splitRules, splits))
        return null;
    const content = await indexes.of(previous);
    if (typeof content === 'string')
        return null;
    return { content, isContinued: (0,split_changes/* splitsSinceOf */.zC)(previous, splits, NO_TAG) !== NO_TAG };
}
/** Placeholder for the tag of a version that does not exist yet. */
const NO_TAG = '';
/**
 * Returns the files of the version that the repo holds: its own card and metadata, and the data files, which are the
 * same.
 */
async function publishedFiles(repo, commit, dataFiles) {
    const state = await (0,publish_found/* requireState */.JS)(repo, commit);
    const texts = await Promise.all([version_metadata/* CARD_PATH */.d7, version_metadata/* METADATA_PATH */.GN].map(async (path) => (0,model_file/* fileOf */.W7)(path, Buffer.from(await repo.readText(path, state)))));
    return [...dataFiles, ...texts];
}
/**
 * Judges a dataset by its gates as it would be published in place of what a repo holds. For content that `main` holds
 * already, a person or an earlier run has decided, so only its age is judged.
 */
function judgeVersion({ shape, counts, numSamples, classGroups, nearDuplicates, splitSizes, movedRows }, { found, isSame, strayTags, similarRepo }, how) {
    const { classRows, trust, splits, now } = how;
    const previous = found?.previous ?? null;
    const facts = {
        shape,
        counts,
        numSamples,
        classRows,
        classGroups,
        previous,
        splits,
        movedRows,
        strayTags,
        now,
    };
    if (isSame)
        return (0,judge/* judgePublished */.ad)({ ...facts, similarRepo: null }, trust);
    const near = nearDuplicates === null ? null : { ...nearDuplicates, testRows: splitSizes.test };
    return (0,judge/* judgeDataset */.gr)({ ...facts, similarRepo, nearDuplicates: near }, trust);
}

// EXTERNAL MODULE: ./build/version/split-rules.js + 1 modules
var split_rules = __webpack_require__(7702);
;// CONCATENATED MODULE: ./build/pipeline/leave-out.js




/** Skips a dataset with too few rows, or holds it if they are so few that something else must be wrong. */
async function leaveOut({ settings, trust }, few, opened) {
    const { shape, usable, unjudged, splits, now } = few;
    const { counts } = usable;
    const { numSamples = usable.length, classRows = usable.classRows() } = few;
    const found = await foundIn(opened);
    const previous = found?.previous ?? null;
    const strayTags = found === null ? [] : await findStrayTags((await opened).repo, found, trust);
    const facts = { shape, counts, numSamples, classRows, unjudged, previous, splits, strayTags, now };
    const gates = (0,judge/* judgeSource */.rl)({ ...facts, movedRows: null, similarRepo: null }, trust);
    const failed = (0,judge/* failedOf */.ZA)(gates);
    const left = { classRows, gates, previous, ...dataset_report/* NO_VERSION */.dG };
    if (failed.length > 0)
        return { ...left, status: 'held', reason: (0,judge/* describeFailed */.hi)(failed) };
    const reason = few.reason ??
        (counts.stages.fetched === 0
            ? 'No row was read: the SELECT of the corrections gives none.'
            : `Only ${(0,markdown/* formatCount */.B4)(numSamples)} rows are usable, and min-dataset-len is ${(0,markdown/* formatCount */.B4)(settings.minDatasetLen)}. Have more rows reviewed, or lower min-dataset-len.`);
    return { ...left, status: 'skipped', reason };
}
/** Returns what a repo holds; null also if that is unknown, which fails the run only if there are rows to publish. */
function foundIn(opened) {
    return opened.then(({ found }) => found).catch(() => null);
}

// EXTERNAL MODULE: ./build/config/problems.js
var config_problems = __webpack_require__(3515);
// EXTERNAL MODULE: ./build/config/nearest.js
var nearest = __webpack_require__(9445);
;// CONCATENATED MODULE: ./build/config/column-finder.js

/** Finds columns of a SELECT by their names, and reports those that are missing. */
class ColumnFinder {
    described;
    problems = [];
    constructor(described) {
        this.described = described;
    }
    /**
     * @param mapped name of the column that the file gives the role; undefined for the name of the role
     * @returns the column of a role; null, with a problem, if it is missing
     */
    findRole(role, mapped) {
        const alias = role === 'group' ? '"group"' : role;
        const fix = mapped === undefined ? ` Add AS ${alias} to the right column, or map it with columns.` : '';
        return this.find(mapped ?? role, `The role ${role}`, fix);
    }
    /**
     * @param what what the column is for, in the user's words
     * @param fix sentence after a space on how to add the column; empty for none
     */
    find(name, what, fix = '') {
        const [column, ...others] = this.described.filter((candidate) => candidate.name === name);
        if (column === undefined)
            this.problems.push(`${what}: ${this.#missing(name)}${fix}`);
        if (others.length > 0) {
            this.problems.push(`${what}: the SELECT has several columns ${name}. Give them different names with AS.`);
        }
        return column ?? null;
    }
    #missing(name) {
        const names = this.described.map((column) => column.name);
        const close = (0,nearest/* nearest */.p)(name, names);
        const there = names.slice(0, 30).map(printable).join(', ');
        const advice = close === null ? '.' : `; did you mean ${printable(close)}?`;
        return `the SELECT has no column ${name}${advice} It has ${there}.`;
    }
}
function printable(name) {
    return name.replace(/[^\p{L}\p{N}_ .-]/gu, '?').slice(0, 63);
}

;// CONCATENATED MODULE: ./build/config/column-types.js

/**
 * Types of plain columns that are kept as they are, by the name of PostgreSQL's type; any other is kept as its text.
 */
const KEPT_TYPES = {
    boolean: 'bool',
    smallint: 'int64',
    integer: 'int64',
    bigint: 'int64',
    real: 'float32',
    'double precision': 'float64',
};
/** Types of arrays and times as `keep-as: typed` publishes them; any other array is a list of texts. */
const TYPED = {
    'boolean[]': 'bools',
    'smallint[]': 'int64s',
    'integer[]': 'int64s',
    'bigint[]': 'int64s',
    'real[]': 'float32s',
    'double precision[]': 'float64s',
    'timestamp with time zone': 'timestamptz',
    'timestamp without time zone': 'timestamp',
    date: 'date',
};
/** PostgreSQL counts these types as arrays, but has no cast to an array of texts. */
const VECTORS = ['int2vector', 'oidvector'];
const EXPECTED = {
    text: 'text, varchar, char, citext, an enum, or json or jsonb that holds texts',
    class: 'a text, an enum or a number',
    list: 'an array of texts, or json',
    number: 'a number',
    flag: 'boolean',
    messages: 'json or jsonb',
    spans: 'json or jsonb',
    textOrMessages: 'text, or json or jsonb that holds messages',
};
const NOTED = {
    predicted: EXPECTED.class,
    annotator: 'a text, an enum, a number or a uuid',
    time: 'timestamptz, timestamp, date or a number',
    confidence: 'json, jsonb or an array of numbers',
};
const INSTANTS = ['timestamp with time zone', 'timestamp without time zone', 'date'];
const ORDERED = 'of a type whose values have an order, such as a number, a text or a uuid';
/** How to read a column of another type. */
const CONVERT = {
    file: 'Convert it in the SELECT.',
    preset: 'Name another column in columns, or write the SELECT yourself.',
    'built-in': 'Create a view that converts it in the first schema of the search_path, or change its type.',
};
/** Rule for the columns of texts, by their roles. */
const TEXTS = {
    text: 'text',
    text_a: 'text',
    text_b: 'text',
    messages: 'messages',
    prompt: 'textOrMessages',
    completion: 'textOrMessages',
    chosen: 'textOrMessages',
    rejected: 'textOrMessages',
};
/** Rule for the column of a value, by what the value holds. */
const VALUES = { class: 'class', classes: 'list', spans: 'spans', number: 'number', flag: 'flag' };
/** Type of a list of classes by the form in which it is published. */
const LISTS = { 'class-ids': 'classes', 'multi-hot': 'multi-hot' };
/** Returns the rule for the column of a published role. */
function expectedOf({ task }, role) {
    if (role !== 'label' && role !== 'labels' && role !== 'score' && role !== 'spans')
        return TEXTS[role];
    return VALUES[tasks/* TASKS */.n3[task].holds];
}
/** Returns why a column cannot have a role, for users. */
function typeProblem(definition, role, { name, type }) {
    const expected = expectationOf(definition, role);
    return `The column ${name} is ${type}, and ${role} must be ${expected}. ${CONVERT[definition.source.origin]}`;
}
function expectationOf(definition, role) {
    if (role === 'id')
        return ORDERED;
    return role in NOTED ? NOTED[role] : EXPECTED[expectedOf(definition, role)];
}
/** Returns how the column of a role that describes a row is read; null if its type does not fit. */
function notedAs(role, column) {
    const { type, category } = column;
    if (role === 'predicted')
        return isClass(column) ? 'text' : null;
    if (role === 'confidence') {
        if (isJson(column))
            return 'text';
        return category === 'A' && column.elementCategory === 'N' ? 'list' : null;
    }
    if (isNumber(column))
        return 'text';
    if (role === 'time')
        return INSTANTS.includes(type) ? 'time' : null;
    return category === 'S' || category === 'E' || type === 'uuid' ? 'text' : null;
}
/** Returns the type under which a column is published in a role; null if its type does not fit. */
function typeOf(definition, role, column) {
    const { category } = column;
    const isText = category === 'S' || category === 'E';
    const expected = expectedOf(definition, role);
    switch (expected) {
        case 'text':
            return isText || isJson(column) ? 'string' : null;
        case 'class':
            return isClass(column) ? 'class' : null;
        case 'list':
            return isJson(column) || (category === 'A' && 'SE'.includes(column.elementCategory ?? '-'))
                ? LISTS[definition.labelsAs ?? 'class-ids']
                : null;
        case 'number':
            return isNumber(column) ? 'float32' : null;
        case 'flag':
            return category === 'B' ? 'bool' : null;
        case 'messages':
        case 'spans':
            return isJson(column) ? expected : null;
        case 'textOrMessages':
            if (isJson(column))
                return 'messages';
            return isText ? 'string' : null;
    }
}
/** Returns the type under which a further column is published, and how it is read. */
function keptColumn({ keepAs }, column) {
    const { name, type, category, elementCategory } = column;
    const read = readOf(column);
    if (category === 'A' && 'SE'.includes(elementCategory ?? '-'))
        return { type: 'strings', read };
    if (keepAs === 'typed') {
        if (Object.hasOwn(TYPED, type))
            return { type: TYPED[type], read };
        if (category === 'A' && !VECTORS.includes(type))
            return { type: 'strings', read: { column: name, as: 'texts' } };
    }
    return { type: KEPT_TYPES[type] ?? 'string', read };
}
/** Returns how a column is read. */
function readOf({ name, category }) {
    return { column: name, as: category === 'A' ? 'list' : 'text' };
}
/**
 * Returns how the column of a published role is read: a text of type json or jsonb as JSON, whose lists and objects are
 * not texts.
 */
function readOfRole(definition, role, column) {
    return expectedOf(definition, role) === 'text' && isJson(column)
        ? { column: column.name, as: 'json' }
        : readOf(column);
}
/** PostgreSQL counts these types as numbers, but money is written with its currency, and the others are names. */
function isNumber({ type, category }) {
    return category === 'N' && !/^(money|oid|reg\w+)$/.test(type);
}
/** False for a type whose values have no order. */
function isOrdered(column) {
    return column.type !== 'json' && column.type !== 'xml' && column.category !== 'G';
}
function isClass(column) {
    return column.category !== 'A' && !isJson(column) && column.type !== 'bytea';
}
function isJson({ type }) {
    return type === 'json' || type === 'jsonb';
}

;// CONCATENATED MODULE: ./build/config/resolve.js




const ABOUT = 'People reviewed and corrected these rows; a sample of rows nobody had to correct keeps the classes in proportion.';
/**
 * Finds the columns of a dataset in the server's description of its SELECTs, and resolves the shape of the dataset.
 *
 * @returns the columns, or every problem that prevents them from being read
 */
function resolveDataset(definition, described) {
    const { source } = definition;
    const found = resolveIn(definition, described.corrections, source.corrections);
    const sampled = described.confirmed === null || source.confirmed === null
        ? null
        : resolveIn(definition, described.confirmed, source.confirmed, found.columns.group !== null);
    const problems = [...found.problems, ...(sampled?.problems ?? [])];
    if (sampled !== null && source.confirmed !== null && problems.length === 0) {
        problems.push(...differences(definition, [found.published, sampled.published], source.confirmed));
    }
    if (problems.length > 0)
        return problems;
    const count = found.columns.texts.length;
    const shape = {
        name: definition.name,
        task: definition.task,
        clean: definition.clean,
        classNames: definition.classNames,
        ...(definition.unknownClasses && { unknownClasses: definition.unknownClasses }),
        ...(definition.spanOffsets && { spanOffsets: definition.spanOffsets }),
        texts: found.published.slice(0, count),
        values: found.published.slice(count),
        // The rows of the built-in datasets are those of the service that this action replaces.
        isFolded: source.origin !== 'built-in' && definition.clean !== 'python',
        card: cardTexts(definition),
    };
    // If one SELECT has a text as JSON, it is read as JSON from both, so that the same text stays the same.
    const areJson = found.columns.texts.map((_, index) => [found, sampled].some((select) => select?.columns.texts[index].as === 'json'));
    const asRead = (columns) => ({
        ...columns,
        texts: columns.texts.map((read, index) => (areJson[index] ? { ...read, as: 'json' } : read)),
    });
    return {
        shape,
        corrections: asRead(found.columns),
        confirmed: sampled === null ? null : asRead(sampled.columns),
    };
}
/** Finds the columns of a dataset in one SELECT, what its published ones are on the Hub, and every problem of them. */
function resolveIn(definition, described, statement, needsGroup = false) {
    const finder = new ColumnFinder(described);
    const messages = finder.problems;
    const roles = (0,tasks/* rolesOf */.R7)(definition.task);
    const published = roles.map((role) => {
        const column = finder.findRole(role, definition.columns[role]);
        if (column === null)
            return null;
        const type = typeOf(definition, role, column);
        if (type === null) {
            messages.push(typeProblem(definition, role, column));
            return null;
        }
        const name = definition.publishAs[role] ?? role;
        return { column: { name, type }, read: readOfRole(definition, role, column) };
    });
    const eitherWay = roles.filter((role) => expectedOf(definition, role) === 'textOrMessages');
    const ways = eitherWay.flatMap((role) => published[roles.indexOf(role)]?.column.type ?? []);
    if (new Set(ways).size > 1) {
        messages.push(`${eitherWay.join(', ')} must all be texts, or all be messages (json or jsonb).`);
    }
    const kept = definition.keep.map((name) => {
        const column = finder.find(name, 'keep');
        if (column === null)
            return null;
        const { type, read } = keptColumn(definition, column);
        return { column: { name, type }, read };
    });
    const id = finder.findRole('id', definition.columns.id);
    if (id !== null && !isOrdered(id))
        messages.push(typeProblem(definition, 'id', id));
    const isCorrections = statement === definition.source.corrections;
    const all = [...published, ...kept].filter((entry) => entry !== null);
    const reads = all.map(({ read }) => read);
    const texts = roles.filter((role) => role !== tasks/* TASKS */.n3[definition.task].value).length;
    const columns = {
        id: id?.name ?? 'id',
        texts: reads.slice(0, texts),
        values: reads.slice(texts),
        group: groupOf(definition, finder, needsGroup),
        predicted: isCorrections ? predictedOf(definition, finder) : null,
        annotator: isCorrections ? notedOf(definition, 'annotator', finder) : null,
        time: isCorrections ? notedOf(definition, 'time', finder) : null,
        confidence: confidenceOf(definition, finder),
    };
    const problems = messages.map((message) => ({
        message: `Dataset ${definition.name}. ${message}`,
        statement,
    }));
    return { columns, published: all.map(({ column }) => column), problems };
}
/** Returns the column of the group: the one that the file names, or one called `group`. */
function groupOf({ columns }, finder, needsGroup) {
    const isThere = finder.described.some(({ name }) => name === 'group');
    if (columns.group === undefined && !isThere && !needsGroup)
        return null;
    const column = finder.findRole('group', columns.group);
    return column === null ? null : { column: column.name, as: 'text' };
}
/** Returns a problem for each column whose type in the corrections differs from that in the confirmed rows. */
function differences({ name: dataset }, [corrections, confirmed], statement) {
    return corrections.flatMap(({ name, type }, index) => {
        const other = confirmed[index].type;
        if (type === other)
            return [];
        const message = `Dataset ${dataset}. ${name} would be ${type} from the corrections and ${other} from the confirmed rows. Convert one of the two in its SELECT.`;
        return [{ message, statement }];
    });
}
function cardTexts({ repo, card }) {
    return {
        title: card.title ?? repo.slice(repo.indexOf('/') + 1),
        about: card.about ?? ABOUT,
        languages: card.languages ?? [],
        license: card.license ?? null,
        tags: card.tags ?? [],
    };
}
/**
 * Returns the column of the prediction. If the file names it, it must exist; it is read for tasks with one class a row.
 */
function predictedOf(definition, finder) {
    const said = definition.columns.predicted;
    if ((0,tasks/* hasOneClass */.Rr)(definition.task))
        return notedOf(definition, 'predicted', finder);
    if (said !== undefined)
        finder.findRole('predicted', said);
    return null;
}
/** Classes from which on the probabilities of a row would take more than 4 kB. */
const MOST_CONFIDENCES = 1_000;
/** Returns the column of the probabilities of the classes, for tasks with one class a row. */
function confidenceOf(definition, finder) {
    const { task, classNames, columns } = definition;
    if (!(0,tasks/* hasOneClass */.Rr)(task))
        return null;
    if (classNames.length <= MOST_CONFIDENCES)
        return notedOf(definition, 'confidence', finder);
    if (columns.confidence !== undefined) {
        finder.problems.push(`The role confidence is for at most ${(0,markdown/* formatCount */.B4)(MOST_CONFIDENCES)} classes, and the dataset has ${(0,markdown/* formatCount */.B4)(classNames.length)}. Remove confidence from columns.`);
    }
    return null;
}
/**
 * Returns the column of a role that describes a row: the one that the file names, or one with the role's name and a
 * suitable type.
 */
function notedOf(definition, role, finder) {
    const said = definition.columns[role];
    const own = finder.described.filter(({ name }) => name === role);
    if (said === undefined && own.length !== 1)
        return null;
    const column = finder.findRole(role, said);
    if (column === null)
        return null;
    const as = notedAs(role, column);
    if (as === null && said !== undefined)
        finder.problems.push(typeProblem(definition, role, column));
    return as === null ? null : { column: column.name, as };
}

// EXTERNAL MODULE: ./build/config/statement.js
var config_statement = __webpack_require__(5366);
;// CONCATENATED MODULE: ./build/pipeline/describe-reading.js

/** Returns what each column of a dataset's SELECTs means to the dataset. */
function describeReading(definition, { shape, corrections, confirmed }, described) {
    const published = [...shape.texts, ...shape.values];
    const columnsOf = (read, columns) => usesOf(definition, published, read, columns);
    return {
        source: definition.source.name,
        corrections: columnsOf(corrections, described.corrections),
        confirmed: confirmed === null || described.confirmed === null ? null : columnsOf(confirmed, described.confirmed),
        ...(described.policies !== undefined && { policies: described.policies }),
    };
}
function usesOf({ task, columns }, published, { id, texts, values, group, predicted: read, annotator, time, confidence }, described) {
    const uses = new Map(described.map(({ name }) => [name, []]));
    const roles = (0,tasks/* rolesOf */.R7)(task);
    for (const [index, { column }] of [...texts, ...values].entries()) {
        uses.get(column)?.push({ role: roles[index] ?? 'keep', publishedAs: published[index] });
    }
    const predicted = read?.column ?? columns.predicted;
    const [groups, annotators, times, confidences] = [group, annotator, time, confidence].map((noted) => noted?.column);
    const unpublished = {
        id,
        predicted,
        group: groups,
        annotator: annotators,
        time: times,
        confidence: confidences,
    };
    for (const role of (0,tasks/* unpublishedRoles */.b7)(task)) {
        const column = unpublished[role];
        if (column !== undefined)
            uses.get(column)?.push({ role, publishedAs: null });
    }
    return described.map(({ name, type }) => ({ name, type, uses: uses.get(name) }));
}

;// CONCATENATED MODULE: ./build/pipeline/describe-targets.js




/**
 * Describes the SELECTs of datasets by the database before any is run, and finds each dataset's columns in them.
 *
 * @throws ConfigError with every problem and its place in the file; errors of the database
 */
async function describeTargets(corrections, targets) {
    const sources = [...new Set(targets.map(({ source }) => source))];
    const datasetsOf = (source) => targets.filter((target) => target.source === source).map(({ name }) => name);
    const description = await corrections.describe(sources, datasetsOf);
    const problems = description.problems.map(problemOfFile);
    const described = new Map(sources.flatMap((source, index) => {
        const one = description.sources[index];
        return one === null ? [] : [[source, one]];
    }));
    const read = resolveTargets(targets, described, problems);
    const pending = new Map();
    const unjudged = new Map();
    for (const source of sources) {
        const waiting = waitingOf(source, described.get(source).pending);
        const originOf = (part) => ({ source, part, datasets: datasetsOf(source) });
        if (source.unjudged !== undefined) {
            const { value, causes } = await corrections.countCauses(source.unjudged, waiting, originOf('unjudged'));
            if (waiting !== null)
                pending.set(source, requireCount(value, waiting.statement));
            unjudged.set(source, unjudgedRows(source.unjudged, causes));
        }
        else if (waiting !== null) {
            const { statement, column } = waiting;
            const count = await corrections.count(statement, column, originOf('pending'));
            pending.set(source, requireCount(count, statement));
        }
    }
    return read.map((dataset) => {
        const { source } = dataset.target;
        return {
            ...dataset,
            reading: describeReading(dataset.target, dataset, described.get(source)),
            pending: pending.get(source) ?? null,
            unjudged: unjudged.get(source) ?? [],
        };
    });
}
/**
 * Returns a problem with a statement at its place in the file.
 *
 * @throws Error for a SELECT that comes with the action: the problem is the database it is sent to
 */
function problemOfFile({ source, statement, message, offset, error, isHidden }) {
    const isOurs = source.origin === 'built-in' || (source.origin === 'preset' && !isHidden);
    if (error !== null && isOurs)
        throw error;
    return { message, ...(0,config_statement/* placeOf */.$t)(statement, offset ?? 0) };
}
/** Returns the statement that counts the waiting rows of a source, and its column; null without one. */
function waitingOf({ pending: statement }, columns) {
    if (statement === null || columns === null)
        return null;
    if (columns.length !== 1)
        throw noCount(statement);
    return { statement, column: columns[0].name };
}
function requireCount(count, statement) {
    if (Number.isSafeInteger(count) && count >= 0)
        return count;
    throw noCount(statement);
}
function noCount(statement) {
    const message = 'This SELECT must give one row with one number: how many corrections wait for review.';
    return new config_problems/* ConfigError */.xL([{ message, ...(0,config_statement/* placeOf */.$t)(statement, 0) }]);
}
/** Returns the rows that a source leaves out, in the order of its causes. */
function unjudgedRows({ causes }, counts) {
    const unknown = [...counts.keys()].filter((name) => !causes.has(name));
    if (unknown.length > 0)
        throw new Error('A preset counts rows for a cause that it does not describe.');
    return Array.from(causes, ([name, cause]) => ({ ...cause, rows: counts.get(name) ?? 0 })).filter(({ rows }) => rows > 0);
}
/** @param statements problems with the SELECTs of sources that are not described */
function resolveTargets(targets, described, statements) {
    const problems = [...statements];
    const ofBuiltIn = new Set();
    const read = targets.flatMap((target) => {
        const source = described.get(target.source);
        if (source === undefined)
            return [];
        const columns = resolveDataset(target, source);
        const found = Array.isArray(columns) ? columns : settingProblems(target, columns);
        for (const { message, statement } of found) {
            if (target.source.origin === 'built-in')
                ofBuiltIn.add(message);
            else
                problems.push({ message, ...(0,config_statement/* placeOf */.$t)(statement, 0) });
        }
        return Array.isArray(columns) ? [] : [{ target, ...columns }];
    });
    if (ofBuiltIn.size > 0)
        throw new Error([...ofBuiltIn].join('\n'));
    if (problems.length > 0)
        throw new config_problems/* ConfigError */.xL(problems);
    return read;
}
/** Returns settings that the columns do not allow. */
function settingProblems({ name, source, settings, trust }, { corrections }) {
    const { group, annotator, time } = corrections;
    const messages = [];
    if (group !== null && settings.splitMethod !== 'stable') {
        messages.push('The rows of a group stay in one split only with split-method: stable.');
    }
    if (trust.annotators === 'majority' && annotator === null) {
        messages.push(needs('annotators: majority', 'annotator', 'who made each correction'));
    }
    if (trust.annotators === 'latest' && time === null) {
        messages.push(needs('annotators: latest', 'time', 'when each correction was made'));
    }
    if (trust.maxAge !== null && time?.as !== 'time') {
        messages.push(needs('max-age', 'time', 'when each correction was made, as timestamptz, timestamp or date'));
    }
    return messages.map((message) => ({
        message: `Dataset ${name}. ${message}`,
        statement: source.corrections,
    }));
}
function needs(setting, role, what) {
    return `${setting} needs a column of the corrections with the role ${role}: ${what}. Name it in columns, or call it ${role} in the SELECT.`;
}

;// CONCATENATED MODULE: ./build/pipeline/plan-reading.js

/**
 * Combines datasets that are read at once: those with the same source, seed and order, so that a row is ranked, sent
 * and cleaned once for all of them. Scikit-learn's split depends on the order of a dataset's rows, so with it each
 * dataset is read separately.
 *
 * @param now instant after which the time of a correction counts as future, with a tolerance of a few minutes
 */
function planReading(targets, now) {
    const groups = new Map();
    const sources = [...new Set(targets.map(({ target }) => target.source))];
    for (const [index, entry] of targets.entries()) {
        const { target, corrections, confirmed } = entry;
        const { splitMethod, randomState } = target.settings;
        const source = sources.indexOf(target.source);
        const alone = splitMethod === 'stable' ? null : index;
        const key = JSON.stringify([source, corrections.id, confirmed?.id, randomState, alone]);
        groups.set(key, [...(groups.get(key) ?? []), entry]);
    }
    const until = now.getTime() / 1000 + MOST_CLOCK_SKEW_S;
    return [...groups.values()].map((group) => planGroup(group, until));
}
/** Seconds by which the clock of the database may be ahead of the clock of the runner. */
const MOST_CLOCK_SKEW_S = 300;
/** @param until the last instant that is not in the future, in seconds since 1970 */
function planGroup(group, until) {
    const [{ target: first, corrections, confirmed }] = group;
    const fields = new FieldList();
    // First the fields that show which dataset a row belongs to: of rows with the same id, those whose fields come first
    // are sampled.
    for (const dataset of group)
        memberOf(dataset, fields);
    const layouts = group.map((dataset) => layoutOf(dataset, fields, until));
    const datasets = group.map((dataset, index) => {
        const { target, shape } = dataset;
        return {
            target,
            shape,
            // Probabilities come last, so that they do not decide which of the rows with the same id are sampled.
            layout: { ...layouts[index], ...plan_reading_confidenceOf(dataset, fields) },
            // The rows of the built-in datasets are those of the service that this action replaces.
            isIdItem: target.source.origin !== 'built-in',
            annotators: target.trust.annotators,
            pii: target.trust.pii,
            shares: target.fractions,
        };
    });
    const members = datasets.map(({ layout }) => layout.member);
    const shared = { members: members.every((member) => member !== null) ? members : null };
    const { source, settings } = first;
    const origin = { source, datasets: group.map(({ target }) => target.name) };
    return {
        datasets,
        corrections: {
            ...shared,
            origin: { ...origin, part: 'corrections' },
            sql: source.corrections.sql,
            id: corrections.id,
            fields: fields.pairs.map((pair) => pair.corrections),
        },
        confirmed: source.confirmed === null || confirmed === null
            ? null
            : {
                ...shared,
                origin: { ...origin, part: 'confirmed' },
                sql: source.confirmed.sql,
                id: confirmed.id,
                fields: fields.pairs.map((pair) => pair.confirmed),
            },
        seed: settings.randomState,
        ordered: settings.splitMethod === 'sklearn',
    };
}
/**
 * Returns the position of the field that is NULL in a row of another dataset; null if every row belongs to the dataset.
 */
function memberOf({ shape, corrections, confirmed }, fields) {
    if (tasks/* TASKS */.n3[shape.task].value === null)
        return null;
    return fields.positionOf({
        corrections: corrections.values[0],
        confirmed: confirmed?.values[0] ?? null,
    });
}
function layoutOf(dataset, fields, until) {
    const { corrections, confirmed } = dataset;
    const all = (key) => corrections[key].map((column, index) => fields.positionOf({ corrections: column, confirmed: confirmed?.[key][index] ?? null }));
    const noted = (read) => read === null ? null : fields.positionOf({ corrections: read, confirmed: null });
    const { group, predicted, annotator, time } = corrections;
    const texts = all('texts');
    const jsonTexts = texts.filter((_, index) => corrections.texts[index].as === 'json');
    const [annotatorField, timeField] = [noted(annotator), noted(time)];
    return {
        texts,
        ...(jsonTexts.length === 0 ? {} : { jsonTexts }),
        values: all('values'),
        member: memberOf(dataset, fields),
        group: group === null ? null : fields.positionOf({ corrections: group, confirmed: confirmed?.group ?? null }),
        id: fields.positionOf({
            corrections: { column: corrections.id, as: 'text' },
            confirmed: confirmed === null ? null : { column: confirmed.id, as: 'text' },
        }),
        predicted: noted(predicted),
        annotator: annotatorField,
        time: timeField === null ? null : { field: timeField, isInstant: time?.as === 'time', until },
    };
}
function plan_reading_confidenceOf({ corrections, confirmed }, fields) {
    if (corrections.confidence === null)
        return {};
    return {
        confidence: fields.positionOf({
            corrections: corrections.confidence,
            confirmed: confirmed?.confidence ?? null,
        }),
    };
}
/** The fields of a row, each once. */
class FieldList {
    pairs = [];
    #positions = new Map();
    positionOf(pair) {
        const key = JSON.stringify(pair);
        const known = this.#positions.get(key);
        if (known !== undefined)
            return known;
        this.#positions.set(key, this.pairs.length);
        return this.pairs.push(pair) - 1;
    }
}

;// CONCATENATED MODULE: ./build/pipeline/read-corrections.js


/**
 * Reads every dataset's corrections and its sample of confirmed rows from one snapshot. Datasets of the same source are
 * read together.
 *
 * @returns the rows of each dataset
 * @throws ConfigError for a SELECT that does not fit its datasets; errors of the database
 */
function readCorrections({ database, engine, progress, now, }, targets) {
    return database.withSnapshot(async (corrections) => {
        const described = await describeTargets(corrections, targets);
        const rows = await engine.read(corrections, planReading(described, now()), progress);
        return new Map(described.map((one) => [one.target, { ...one, rows: rows.get(one.target) }]));
    });
}

// EXTERNAL MODULE: ./build/pipeline/source-warnings.js + 2 modules
var source_warnings = __webpack_require__(9028);
;// CONCATENATED MODULE: ./build/pipeline/split-settings.js


/** Returns the rules that decide the split of the rows of a dataset. */
function splitRulesOf({ settings, clean, trust }, { corrections }, { task, isFolded: folded }) {
    const group = corrections.find(({ uses }) => uses.some(({ role }) => role === 'group'))?.name ?? null;
    const role = group === null ? tasks/* TASKS */.n3[task].splitRole : null;
    const { randomState: seed, split: shares, splitMethod: method } = settings;
    const redacted = (0,split_rules/* redactionOf */.Zx)(trust.pii);
    return { task, seed, shares, method, group, role, folded, redacted, clean };
}
/**
 * Returns how the rows of the last version were split if that differs from now, so that the rows that move can be
 * counted: with `stable`, for rows without groups, whose texts are the keys of their splits.
 */
function earlierSplitOf(previous, now) {
    if (previous === null)
        return {};
    const { method, group = null, role, folded, seed = now.seed, shares = now.shares } = previous.splitRules;
    if (now.method !== 'stable' || method !== 'stable' || now.group !== null || group !== null)
        return {};
    if (!(0,split_rules/* areCleanedAlike */.XF)(previous.splitRules, now))
        return {};
    const bounds = (0,split_rules/* boundsOf */.BO)(shares);
    const isSame = seed === now.seed && role === now.role;
    if (bounds === null || (isSame && (0,split_rules/* areSameShares */.FB)(shares, now.shares)))
        return {};
    const { testBelow, evalBelow } = bounds;
    return { earlierSplit: { seed, testBelow, evalBelow, folded, byRole: role !== null } };
}

;// CONCATENATED MODULE: ./build/pipeline/prepare-datasets.js















/** Each large dataset needs a thread and files in memory. */
const DATASETS_AT_ONCE = 4;
/**
 * Prepares and publishes each dataset: read → clean → label → deduplicate → split → publish. The datasets share one
 * snapshot of the database and are published in parallel, a few at a time. If one fails, the others continue.
 *
 * @throws errors of the database; a dataset's own failure is in its report
 */
async function prepareDatasets(settings, ports) {
    const { targets } = settings;
    const { progress } = ports;
    const listOwned = listOwnedOnce();
    const repos = targets.map((target) => openAhead(target, listOwned, ports));
    const collected = await progress.stage('Read corrections', () => readCorrections(ports, targets));
    return progress.stage(settings.dryRun ? 'Prepare datasets' : 'Prepare and publish datasets', () => (0,p_map/* default */.Ay)(targets, async (target, index) => {
        const opened = repos[index];
        const report = await prepareOne(collected.get(target), {
            opened,
            listOwned,
            settings,
            ports,
        });
        await announce(report, opened, ports);
        return report;
    }, { concurrency: DATASETS_AT_ONCE }));
}
/**
 * Opens a repo and reads what it holds while the database is read. If the repo would be created, it also lists the
 * other repos of its owner. A failure is reported when the dataset is published.
 */
function openAhead({ repo: repoName, trust }, listOwned, { openRepo }) {
    const opened = (async () => {
        const repo = openRepo(repoName);
        const found = (0,publish_found/* lookAhead */.Rf)(repo);
        found.then((held) => void (held === null && trust.similarRepo !== 'allow' && listOwned(repo)), () => { });
        return { repo, found };
    })();
    opened.catch(() => { });
    return opened;
}
async function prepareOne({ target, shape, reading, rows, pending, unjudged }, run) {
    const { opened, listOwned, settings, ports } = run;
    const { name, repo, source, settings: parameters, fractions, trust } = target;
    const rules = splitRulesOf(target, reading, shape);
    const unread = {
        name,
        repo,
        shape,
        reading,
        counts: null,
        conflictIds: [],
        classRows: [],
        contents: null,
        gates: [],
        nearDuplicates: null,
        review: null,
        pending,
        unjudged,
        previous: null,
        sourceWarnings: (0,source_warnings/* changingSource */.H)(source),
        changes: null,
    };
    let read = unread;
    let preparation;
    try {
        ports.signal?.throwIfAborted();
        const usable = await rows.settle();
        const { counts } = usable;
        const foldedRows = counts.folded ?? 0;
        const rulesNow = { rules, foldedRows, redactedRows: (0,split_rules/* redactedRowsOf */.rP)(counts.pii) };
        const unjudgedSplits = { ...rulesNow, areTextsKnown: true };
        const judgeFew = (left) => leaveOut(target, { shape, usable, unjudged, splits: unjudgedSplits, now: ports.now(), ...left }, opened);
        const sourceWarnings = [...unread.sourceWarnings, ...(0,source_warnings/* noConfirmedRows */.e)(target, counts.fetched)];
        const writeRows = async (review) => {
            await ports.outputFolder?.writeDropped(name, usable.droppedLines());
            await ports.outputFolder?.writeReview(name, review === null ? null : review.lines());
        };
        const base = { ...unread, counts, conflictIds: usable.conflictIds(MOST_CONFLICT_IDS), sourceWarnings };
        read = base;
        if (usable.length < parameters.minDatasetLen) {
            await writeRows(null);
            return { ...base, ...(await judgeFew({})) };
        }
        const { splitMethod: method, randomState: seed } = parameters;
        const { nearDuplicates: search, dropNearDuplicates } = trust;
        const previous = (await foundIn(opened))?.previous ?? null;
        const earlierSplit = earlierSplitOf(previous, rules);
        const indexes = new EarlierIndexes(async () => (await opened).repo);
        const ledger = await indexes.ledgerFor(previous, rulesNow);
        const splits = { ...rulesNow, areTextsKnown: ledger.areTextsKnown };
        // The rows may be gone once they are prepared, so datasets that lost rows are judged before.
        const few = (previous?.numSamples ?? 0) > usable.length ? await judgeFew({}) : null;
        try {
            const how = {
                fractions,
                method,
                seed,
                nearDuplicates: search,
                dropNearDuplicates,
                review: ports.outputFolder !== null,
                listIds: ports.outputFolder !== null,
            };
            const known = ledger.content === undefined ? {} : { ledger: ledger.content };
            preparation = await usable.prepare({ ...how, ...earlierSplit, ...known });
        }
        catch (error) {
            if (!(0,too_few_rows/* isTooFewRows */.Q)(error))
                throw error;
            const left = previous === null ? await judgeFew({}) : few;
            if (left?.status !== 'held')
                throw error;
            await writeRows(null);
            return { ...base, ...left };
        }
        const { dataset, nearDuplicates } = preparation;
        const review = preparation.review?.counts ?? null;
        read = { ...base, counts: dataset.counts };
        await writeRows(preparation.review);
        if (preparation.rowIds !== null)
            await ports.outputFolder?.writeRowIds(name, preparation.rowIds, {
                contentSha256: dataset.contentSha256,
                before: previous?.contentSha256 ?? null,
            });
        if (dataset.numSamples < parameters.minDatasetLen) {
            const reason = `Only ${dataset.numSamples} rows are left without near-duplicates, and min-dataset-len is ${parameters.minDatasetLen}.`;
            const left = {
                numSamples: dataset.numSamples,
                classRows: (0,model_rows/* sumClassRows */.Zs)(shape, dataset.classBalance),
                reason,
            };
            return { ...base, nearDuplicates, review, ...(await judgeFew(left)) };
        }
        ports.progress.preparedRows(name, dataset.numSamples);
        const contents = {
            numSamples: dataset.numSamples,
            splits: dataset.splitSizes,
            classBalance: dataset.classBalance,
            missingClasses: dataset.missingClasses,
        };
        const classRows = (0,model_rows/* sumClassRows */.Zs)(shape, dataset.classBalance);
        const { dryRun, endpoint, targets, runUrl } = settings;
        const usedRepos = targets.map((each) => each.repo);
        const known = { splits, indexes, ledgerTag: ledger.tag, runUrl };
        const settled = { parameters, trust, dryRun, endpoint, usedRepos, listOwned, ...known };
        const published = await publishDataset(preparation, await opened, { ...settled, classRows }, ports);
        return { ...read, classRows, contents, nearDuplicates, review, ...published };
    }
    catch (thrown) {
        const error = thrown instanceof Error ? thrown : new Error(String(thrown));
        return { ...read, ...dataset_report/* NO_VERSION */.dG, status: 'failed', reason: error.message, error };
    }
    finally {
        await preparation?.close();
        await rows.close();
    }
}
/**
 * Reports the result of a dataset as soon as it is known, and then marks a new version as announced. If a run is
 * stopped in between, or its mark fails, the next run announces the version again. That loses nothing, because what a
 * version triggers is started once.
 */
async function announce(report, opened, ports) {
    const { name, isNewVersion, tag, commit } = report;
    ports.report(report);
    if (!isNewVersion || tag === null || commit === null)
        return;
    try {
        const { repo } = await opened;
        await repo.tag(announcedMark(tag), commit, `${tag} was announced`);
    }
    catch (error) {
        ports.progress.notMarked(name, error instanceof Error ? error.message : String(error));
    }
}

// EXTERNAL MODULE: ./build/report/redact.js
var redact = __webpack_require__(7234);
;// CONCATENATED MODULE: ./build/report/report-to-channels.js

/**
 * Reports a run to every channel, side by side.
 *
 * @param secrets texts that no channel may pass on, and that no delivery holds
 * @returns what happened to each, in their order
 */
function reportToChannels(channels, run, secrets) {
    const redacted = (0,redact/* redactRun */.VS)(run, secrets);
    return Promise.all(channels.map(async (channel) => {
        try {
            const delivery = await channel.report(redacted);
            return { ...delivery, detail: (0,redact/* redact */.E$)(delivery.detail, secrets) };
        }
        catch (error) {
            const detail = error instanceof Error ? error.message : String(error);
            return { channel: channel.name, state: 'failed', detail: (0,redact/* redact */.E$)(detail, secrets) };
        }
    }));
}

;// CONCATENATED MODULE: ./build/runs/prepare-dataset.js

















/** What is reported of the Space if a run ended before it came to pause it, or was not asked to. */
const SPACE_LEFT_ALONE = { channel: 'Space to pause', state: 'off', detail: '' };
/**
 * Prepares the datasets, and reports the run in outputs, annotations, the job summary and the channels.
 *
 * @returns false if a dataset failed or is held, or in a dry run would be, which was reported
 * @throws InputError, or the error that kept the run from trying any dataset; it was reported everywhere but in the log
 */
async function runPrepareDataset(reading, clients, signal) {
    const { surroundings } = reading;
    const startedAt = new Date();
    const startMs = performance.now();
    const named = new Map(Array.from((0,dataset_inputs/* givenRepos */.Jf)(reading), ([name, repo]) => [name, repo !== '']));
    // If it is unknown whether this is a dry run, nothing is reported outside.
    const { dryRun = true } = reading.values;
    // Fails before anything is published if outputs cannot be set. The outputs stay if the process is killed.
    setOutputs(surroundings, [], { named, dryRun });
    const endpoint = reading.texts['hub-endpoint'].replace(/\/+$/, '');
    const channels = clients.openChannels(reading, { endpoint, dryRun });
    const { progress, stages } = createProgressLog(surroundings, startMs);
    let datasets = [];
    const ended = [];
    const report = (dataset) => {
        ended.push(dataset);
        setOutputs(surroundings, ended, { named, dryRun });
    };
    let spacePause = SPACE_LEFT_ALONE;
    let failure = null;
    let thrown;
    try {
        const inputs = (0,prepare_dataset_inputs/* prepareDatasetInputs */.p)(reading);
        const ports = clients.openPipeline(inputs, { progress, report, signal });
        const settings = settingsFrom(inputs);
        for (const { name, trust } of settings.targets)
            (0,annotations/* annotateSettings */.ET)(surroundings, name, trust);
        datasets = await Promise.race([prepareDatasets(settings, ports), (0,stray_error/* strayErrorOf */.lO)(signal)]);
        spacePause = await pausePreparationSpace(inputs, clients, signal);
    }
    catch (error) {
        thrown = error;
        datasets = ended;
        failure = isCancelled(signal) ? null : failureOf(error);
    }
    setOutputs(surroundings, datasets, { named, dryRun });
    (0,annotations/* annotateSources */.bT)(surroundings, datasets);
    for (const dataset of datasets)
        (0,annotations/* annotate */.fz)(surroundings, dataset);
    const hasFailed = thrown !== undefined || datasets.some((report) => ['failed', 'held'].includes((0,dataset_report/* realStatus */.N1)(report)));
    const run = {
        outcome: isCancelled(signal) ? 'cancelled' : hasFailed ? 'failure' : 'success',
        startedAt,
        durationMs: performance.now() - startMs,
        datasets,
        failure,
        stages,
        spacePause,
    };
    const deliveries = [spacePause, ...(await reportToChannels(channels, run, reading.secrets))];
    for (const delivery of deliveries)
        (0,annotations/* annotateDelivery */.V2)(surroundings, delivery);
    const runsUrl = readRunsUrl(reading.environment);
    await surroundings.summary(renderJobSummary({ run, deliveries, dryRun, endpoint, runsUrl }));
    logOutcomes(surroundings, datasets, { dryRun });
    if (thrown !== undefined)
        throw thrown;
    return run.outcome === 'success';
}
/** Pauses the Space that used to prepare the datasets; its failure never fails a run. */
async function pausePreparationSpace(inputs, { openSpace }, signal) {
    const { prepareDatasetSpaceId: name, dryRun } = inputs;
    if (name === null || dryRun)
        return SPACE_LEFT_ALONE;
    const { channel } = SPACE_LEFT_ALONE;
    try {
        const stage = await openSpace(name, inputs, signal).pause();
        return { channel, state: 'delivered', detail: `${name} is ${stage}` };
    }
    catch (error) {
        return { channel, state: 'failed', detail: error instanceof Error ? error.message : String(error) };
    }
}
function isCancelled({ reason }) {
    return reason instanceof run_action/* CancelledError */.c;
}
function failureOf(error) {
    const message = (0,failure/* describeFailure */.I)(error);
    if (error instanceof input_error/* InputError */.dz)
        return { stage: 'inputs', message };
    return { stage: error instanceof corrections/* DatabaseError */.a ? 'database' : 'preparation', message };
}

// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __webpack_require__(3024);
// EXTERNAL MODULE: ./build/github/answer.js
var github_answer = __webpack_require__(7674);
;// CONCATENATED MODULE: ./build/action/run-trigger.js


/** Reads what started the run from the variables and the event file of the runner. */
function readRunTrigger(environment) {
    const { GITHUB_EVENT_NAME: event = '', GITHUB_REF: ref = '', GITHUB_EVENT_PATH: path = '' } = environment;
    return { event, ref, defaultBranch: readDefaultBranch(path) };
}
function readDefaultBranch(eventPath) {
    try {
        const { repository } = (0,github_answer/* fieldsOf */.Pf)(JSON.parse((0,external_node_fs_.readFileSync)(eventPath, 'utf8')));
        return (0,github_answer/* textOf */.b6)((0,github_answer/* fieldsOf */.Pf)(repository).default_branch);
    }
    catch {
        // Other runners than GitHub's may write no event, or a different one.
        return null;
    }
}

// EXTERNAL MODULE: ./build/report/cut.js
var cut = __webpack_require__(3387);
// EXTERNAL MODULE: ./build/report/facts/ending.js
var ending = __webpack_require__(7716);
;// CONCATENATED MODULE: ./build/report/describe-run.js






/** Datasets that a title names each. */
const MOST_IN_TITLE = 4;
/**
 * Describes a run in full, for a mail. Names from the database stay out of it, except for the classes of a dataset, and so
 * does every text.
 *
 * @param endpoint base URL of the Hub, for the links
 */
function describeRun(run, place, endpoint) {
    const context = { endpoint, startedAt: run.startedAt };
    return {
        title: describe_run_titleOf(run),
        blocks: [
            ...outcomeBlocks(run, place),
            ...run.datasets.flatMap((report) => (0,describe_dataset/* describeDataset */.g$)('mail', report, context)),
            ...spaceBlocks(run),
        ],
    };
}
/** Describes how a run ended and why, for an issue: no repo is named, because no runner masks a secret name there. */
function describeOutcome(run, place) {
    const rows = run.datasets.map((report) => [report.name, report.status, (0,ending/* reasonOf */.A3)(report)]);
    return {
        title: describe_run_titleOf(run),
        blocks: [
            ...outcomeBlocks(run, place),
            ...(0,report_document/* table */.tp)(['Dataset', 'Status', 'Why'], rows),
            ...(0,report_document/* list */.p_)(run.datasets.flatMap((report) => (0,describe_dataset/* describeDataset */.g$)('issue', report))),
        ],
    };
}
/** What happened to each dataset, of many how many came to what, or why there was none, as one line. */
function describe_run_titleOf({ outcome, failure, datasets }) {
    const parts = datasets.length > MOST_IN_TITLE ? describe_run_countStatuses(datasets) : datasets.map(endingOf);
    if (failure !== null)
        parts.unshift(FAILURES[failure.stage]);
    if (outcome === 'cancelled')
        parts.unshift('cancelled');
    return `Prepare dataset: ${parts.join(', ') || outcome}`;
}
function endingOf({ name, status, tag }) {
    const version = tag === null ? '' : ` ${tag}`;
    return (0,markdown/* oneLine */.TN)(`${name} ${status}${version}`);
}
function describe_run_countStatuses(datasets) {
    const counts = new Map();
    for (const { status } of datasets)
        counts.set(status, (counts.get(status) ?? 0) + 1);
    return Array.from(counts, ([status, count]) => `${count} ${status}`);
}
function outcomeBlocks(run, place) {
    const started = `${run.startedAt.toISOString().slice(0, 16).replace('T', ' ')} UTC`;
    const seconds = (run.durationMs / 1000).toFixed(1);
    const where = place.repository === ''
        ? ''
        : ` by the workflow “${(0,markdown/* oneLine */.TN)(place.workflow)}” of ${(0,markdown/* oneLine */.TN)(place.repository)}`;
    const summary = `The preparation${where} ${ENDINGS[run.outcome]}. It started at ${started} and took ${seconds} s.`;
    return [
        (0,report_document/* paragraph */.FY)(summary),
        ...(place.url === '' ? [] : [{ kind: 'link', line: `Run ${place.runId}`, url: place.url }]),
        ...(run.failure === null ? [] : linesOf(run.failure.message)),
    ];
}
const ENDINGS = {
    success: 'succeeded',
    failure: 'failed',
    cancelled: 'was cancelled',
};
function spaceBlocks({ spacePause: { channel, state, detail } }) {
    return state === 'off' ? [] : [(0,report_document/* paragraph */.FY)((0,cut/* cut */.J)((0,markdown/* oneLine */.TN)(`${channel}: ${detail || state}`)))];
}
/** Lines as paragraphs, and those after a dash as a list. */
function linesOf(text) {
    const lines = (0,cut/* cut */.J)(text)
        .split(/\r?\n/)
        .map(markdown/* oneLine */.TN)
        .filter((line) => line !== '');
    const isItem = (line) => line.startsWith('- ');
    const items = lines.filter(isItem).map((line) => line.slice(2));
    return [...lines.filter((line) => !isItem(line)).map(report_document/* paragraph */.FY), ...(0,report_document/* list */.p_)(items)];
}

;// CONCATENATED MODULE: ./build/report/write-html.js


const FONT = 'font-family:system-ui,-apple-system,Segoe UI,Roboto,sans-serif;font-size:14px;line-height:1.5';
const CELL = 'padding:4px 12px 4px 0;border-bottom:1px solid #8888;vertical-align:top';
/**
 * Writes a document as an HTML page for mail programs: styles inline, because many drop a style sheet, and no image or
 * colour of its own, so that it reads on light and dark alike.
 */
function writeHtml({ title, blocks }) {
    return [
        '<!doctype html>',
        '<html lang="en">',
        '<head><meta charset="utf-8"><meta name="color-scheme" content="light dark">',
        `<title>${escapeHtml(title)}</title></head>`,
        `<body style="${FONT}">`,
        `<h1 style="font-size:18px">${escapeHtml(title)}</h1>`,
        ...blocks.map(write_html_writeBlock),
        '</body>',
        '</html>',
        '',
    ].join('\n');
}
function write_html_writeBlock(block) {
    switch (block.kind) {
        case 'heading':
            return `<h2 style="font-size:16px">${htmlLine(block.line)}</h2>`;
        case 'paragraph':
        case 'note':
        case 'warning':
            return `<p>${htmlLine(block.line)}</p>`;
        case 'list':
            return `<ul>\n${block.items.map((item) => `<li>${htmlLine(item)}</li>`).join('\n')}\n</ul>`;
        case 'table':
            return write_html_writeTable(block);
        case 'link':
            return `<p><a href="${escapeHtml(block.url)}">${htmlLine(block.line)}</a></p>`;
        case 'code':
            return `<pre>${escapeHtml(block.text)}</pre>`;
        case 'failure':
            return `<p>${block.text.split('\n').map(htmlLine).join('<br>\n')}</p>`;
        case 'details':
            return [`<p>${htmlLine(block.summary)}</p>`, ...block.blocks.map(write_html_writeBlock)].join('\n');
    }
}
function write_html_writeTable(table) {
    const { header, rows } = table;
    const isRight = (0,text_line/* figureColumns */.oJ)(table);
    const row = (tag, cells) => {
        const written = cells.map((cell, column) => {
            const text = typeof cell === 'number' ? (0,markdown/* formatCount */.B4)(cell) : htmlLine(cell);
            return `<${tag} style="${CELL};text-align:${isRight[column] ? 'right' : 'left'}">${text}</${tag}>`;
        });
        return `<tr>${written.join('')}</tr>`;
    };
    return `<table style="border-collapse:collapse">\n${[row('th', header), ...rows.map((cells) => row('td', cells))].join('\n')}\n</table>`;
}
function htmlLine(line) {
    return (0,text_line/* writeLine */._r)(line, {
        words: escapeHtml,
        text: (text) => escapeHtml((0,markdown/* oneLine */.TN)(text)),
        piece: escapeHtml,
        strong: (written) => `<strong>${written}</strong>`,
        code: (text) => `<code>${escapeHtml(text)}</code>`,
        link: (written, { url }) => `<a href="${escapeHtml(url)}">${written}</a>`,
    });
}
function escapeHtml(text) {
    return text
        .replaceAll('&', '&amp;')
        .replaceAll('<', '&lt;')
        .replaceAll('>', '&gt;')
        .replaceAll('"', '&quot;')
        .replaceAll("'", '&#39;');
}

;// CONCATENATED MODULE: ./build/report/write-text.js


/** Writes a document as plain text: tables in columns, addresses in full. */
function writeText({ title, blocks }) {
    return `${[title, ...blocks.map(write_text_writeBlock)].join('\n\n')}\n`;
}
function write_text_writeBlock(block) {
    switch (block.kind) {
        case 'heading': {
            const text = (0,text_line/* plainLine */.h0)(block.line, markdown/* oneLine */.TN);
            return `${text}\n${'-'.repeat(text.length)}`;
        }
        case 'paragraph':
        case 'note':
        case 'warning':
            return (0,text_line/* plainLine */.h0)(block.line, markdown/* oneLine */.TN);
        case 'list':
            return block.items.map((item) => `- ${(0,text_line/* plainLine */.h0)(item, markdown/* oneLine */.TN)}`).join('\n');
        case 'table':
            return write_text_writeTable(block);
        case 'link':
            return `${(0,text_line/* plainLine */.h0)(block.line, markdown/* oneLine */.TN)}: ${block.url}`;
        case 'code':
            return block.text;
        case 'failure':
            return block.text.split('\n').map(markdown/* oneLine */.TN).join('\n');
        case 'details':
            return [(0,text_line/* plainLine */.h0)(block.summary, markdown/* oneLine */.TN), ...block.blocks.map(write_text_writeBlock)].join('\n\n');
    }
}
function write_text_writeTable(table) {
    const { header, rows } = table;
    const write = (cell) => (typeof cell === 'number' ? (0,markdown/* formatCount */.B4)(cell) : (0,text_line/* plainLine */.h0)(cell, markdown/* oneLine */.TN));
    const lines = [header, ...rows].map((cells) => cells.map(write));
    const widths = header.map((_, column) => Math.max(...lines.map((line) => line[column].length)));
    const isRight = (0,text_line/* figureColumns */.oJ)(table);
    const pad = (cell, column) => isRight[column] ? cell.padStart(widths[column]) : cell.padEnd(widths[column]);
    return lines.map((line) => line.map(pad).join('  ').trimEnd()).join('\n');
}

;// CONCATENATED MODULE: ./build/alerts/explain-smtp-error.js

/**
 * Returns what went wrong with a mail server, and how to fix it. The server's own words are quoted, so redact the
 * result.
 */
function explainSmtpError(error, server) {
    const host = server.host.includes(':') ? `[${server.host}]` : server.host;
    const place = `The mail server ${host}:${server.port}`;
    const said = error.response === undefined ? '' : ` It answered: ${(0,markdown/* oneLine */.TN)(error.response).slice(0, 300)}`;
    if (error.command === 'STARTTLS' && error.responseCode !== undefined) {
        return `${place} offers no TLS (STARTTLS), so neither password nor mail was sent. If its port uses TLS from the start, write smtps://. If it is in a network of your own, add ?tls=opportunistic to smtp-url.${said}`;
    }
    const certificate = certificateProblem(error);
    if (certificate !== undefined)
        return `The certificate of the mail server ${host}:${server.port} ${certificate}`;
    switch (error.code) {
        case 'EAUTH':
            return `${place} refused the user or password in smtp-url (${replyCode(error)}). Check them; many providers require an app password.`;
        case 'EDNS':
            return `No mail server named ${host} was found in the DNS, or the DNS did not answer. Check the host in smtp-url.`;
        case 'ETIMEDOUT':
        case 'EABORT':
            return `${place} did not answer in time. Check host and port in smtp-url, whether the port uses TLS from the start (smtps://) or STARTTLS (smtp://), and whether the runner can reach it.`;
        case 'EENVELOPE':
            return `${place} refused the sender or the recipients. Check email-from and email-to, and whether the server requires a user and password.${said}`;
        case 'EMESSAGE':
            return `${place} refused the mail.${said}`;
    }
    if (error.originalCode === 'ECONNREFUSED') {
        return `Nothing accepts connections at ${host}:${server.port}. Check host and port in smtp-url.`;
    }
    if (/WRONG_VERSION_NUMBER|packet length too long|ERR_SSL_/i.test(`${error.originalCode} ${error.message}`)) {
        return `${place} does not use TLS from the start. Use smtp:// for STARTTLS, usually at port 587, or another port.`;
    }
    const code = error.originalCode ?? error.code;
    return `${place} closed the connection${code === undefined ? '' : ` (${code})`}. The mail may not have been sent.${said}`;
}
function replyCode({ response = '', responseCode }) {
    // Only the code and the enhanced code (RFC 3463): some servers repeat the user in the text after them.
    return (/^\d{3}[ -]\d\.\d{1,3}\.\d{1,3}/.exec(response)?.[0].replace('-', ' ') ??
        String(responseCode ?? 'no reply'));
}
function certificateProblem({ originalCode = '', message }) {
    const text = `${originalCode} ${message}`;
    if (/ALTNAME|altnames/.test(text))
        return 'is for another host. Use the host name of the certificate in smtp-url.';
    if (/CERT_HAS_EXPIRED|certificate has expired/.test(text))
        return 'has expired. Renew it on the server.';
    if (/self[- ]signed|SELF_SIGNED|issuer certificate|ISSUER_CERT|LEAF_SIGNATURE|first certificate/i.test(text)) {
        return "is not trusted. If your own authority issued it, set NODE_EXTRA_CA_CERTS in the step's environment to the PEM file of that authority.";
    }
    return undefined;
}

;// CONCATENATED MODULE: ./build/alerts/mail-address.js
const ATOM = String.raw `[^\s\p{C}<>()[\]\\,;:"@]+`;
const MAILBOX = new RegExp(String.raw `^(?:(?<name>[^\p{C}<>,;"]*)<(?<inner>${ATOM}@${ATOM})>|(?<plain>${ATOM}@${ATOM}))$`, 'u');
/**
 * Parses mailboxes separated by commas, each `local@host` or `Name <local@host>`; empty ones are skipped.
 *
 * @param input name of the input, for the error
 * @throws Error if there is none, or one that is not a mailbox; it names the position, not the text
 */
function parseMailAddresses(text, input) {
    const parts = text
        .split(',')
        .map((part) => part.trim())
        .filter((part) => part !== '');
    if (parts.length === 0)
        throw new Error(`${input} has no e-mail address. Write it as name@example.org.`);
    return parts.map((part, index) => {
        const { name = '', inner, plain } = MAILBOX.exec(part)?.groups ?? {};
        const address = inner ?? plain;
        if (address !== undefined)
            return { name: name.trim(), address };
        const which = parts.length === 1 ? '' : ` number ${index + 1}`;
        throw new Error(`${input}${which} is not an e-mail address. Write name@example.org or Name <name@example.org>, separated by commas.`);
    });
}

;// CONCATENATED MODULE: ./build/alerts/smtp-url.js
const FORM = 'smtps://user:password@host:465 or smtp://user:password@host:587';
const STARTTLS_CHOICES = ['required', 'opportunistic', 'off'];
/**
 * Parses an `smtp-url`.
 *
 * - `smtps://…` is TLS from the first byte (implicit TLS, RFC 8314, port 465).
 * - `smtp://…` is STARTTLS (RFC 3207, port 587), and TLS is required: a server that does not offer it, or an attacker
 *   who hides the offer, gets neither the password nor the mail. `?tls=opportunistic` uses TLS if it is offered, and
 *   `?tls=off` never does. The password is then sent in clear, so both are only for relays in a network of one's own.
 *
 * With TLS, the certificate is always checked. User and password are percent-decoded.
 *
 * @throws Error with the form that the URL must have, without the URL, which holds a password
 */
function parseSmtpUrl(text) {
    const url = URL.canParse(text) ? new URL(text) : null;
    if (url === null ||
        !['smtp:', 'smtps:'].includes(url.protocol) ||
        url.hostname === '' ||
        url.port === '0') {
        throw new Error(`smtp-url is not the address of a mail server. It must look like ${FORM}.`);
    }
    const isImplicit = url.protocol === 'smtps:';
    if (!['', '/'].includes(url.pathname) || url.hash !== '') {
        throw new Error(`smtp-url has something after the host that cannot be used. It must look like ${FORM}, with special characters of the password percent-encoded.`);
    }
    return {
        host: url.hostname.replace(/^\[(.*)\]$/, '$1'),
        port: url.port === '' ? (isImplicit ? 465 : 587) : Number(url.port),
        security: isImplicit ? implicitOnly(url.searchParams) : startTls(url.searchParams),
        credentials: credentialsOf(url),
    };
}
function implicitOnly(parameters) {
    if (parameters.size === 0)
        return 'implicit';
    throw new Error('smtp-url has parameters, but smtps:// takes none, because it always uses TLS from the first byte. Remove them.');
}
function startTls(parameters) {
    const unknown = [...parameters.keys()].filter((name) => name !== 'tls');
    const given = parameters.get('tls') ?? 'required';
    const choice = STARTTLS_CHOICES.find((known) => known === given);
    if (unknown.length === 0 && choice !== undefined)
        return choice;
    throw new Error(`smtp-url takes one parameter, tls, with the value ${STARTTLS_CHOICES.join(', ')}.`);
}
function credentialsOf({ username, password }) {
    if (username === '' && password === '')
        return null;
    if (username === '' || password === '') {
        throw new Error('smtp-url has only a user or only a password. Give both, or neither.');
    }
    try {
        return { user: decodeURIComponent(username), password: decodeURIComponent(password) };
    }
    catch {
        throw new Error('The user or password in smtp-url is not percent-encoded. Write % as %25.');
    }
}

;// CONCATENATED MODULE: ./build/alerts/email-channel.js








const CHANNEL = 'E-mail';
const TIMEOUT_MS = 30_000;
/** Time in milliseconds in a cancelled job, which is killed 10 s after the signal and has other work to do. */
const CANCELLED_TIMEOUT_MS = 3000;
const LONGEST_SUBJECT = 200;
/** Sends one summary of a run by e-mail, as text and as HTML. */
function createEmailChannel(options) {
    return {
        name: CHANNEL,
        async report(run) {
            if (!options.smtpUrl)
                return { channel: CHANNEL, state: 'off', detail: '' };
            try {
                return { channel: CHANNEL, state: 'delivered', detail: await sendSummary(run, options) };
            }
            catch (error) {
                return {
                    channel: CHANNEL,
                    state: 'failed',
                    detail: error instanceof Error ? error.message : String(error),
                };
            }
        },
    };
}
/** @returns the number of recipients: the summary of a run may be public, while the addresses need not be */
async function sendSummary(run, options) {
    const server = parseSmtpUrl(options.smtpUrl ?? '');
    const to = parseMailAddresses(options.to ?? '', 'email-to');
    const [from] = parseMailAddresses(options.from ?? '', 'email-from');
    const message = describeRun(run, options.place, options.endpoint);
    const timeoutMs = Math.min(options.timeoutMs ?? TIMEOUT_MS, run.outcome === 'cancelled' ? CANCELLED_TIMEOUT_MS : Number.POSITIVE_INFINITY);
    const privates = privateParts(server, [from, ...to]);
    try {
        const { accepted, rejected } = await send(message, { server, from, to, place: options.place, timeoutMs });
        const refused = rejected === 0 ? '' : `; the mail server refused ${rejected}`;
        return `Sent to ${accepted} of ${to.length} recipients${refused}.`;
    }
    catch (error) {
        throw new Error((0,redact/* redact */.E$)(explainSmtpError(error, server), privates));
    }
}
async function send(message, mail) {
    const { createTransport } = await __webpack_require__.e(/* import() */ 739).then(__webpack_require__.bind(__webpack_require__, 6739));
    const { server, from, to, place, timeoutMs } = mail;
    const { host, port, security, credentials } = server;
    const transport = createTransport({
        host,
        port,
        secure: security === 'implicit',
        requireTLS: security === 'required',
        ignoreTLS: security === 'off',
        auth: credentials === null ? undefined : { user: credentials.user, pass: credentials.password },
        connectionTimeout: timeoutMs,
        greetingTimeout: timeoutMs,
        socketTimeout: timeoutMs,
        dnsTimeout: timeoutMs,
        socketCloseTimeout: 1000,
        disableFileAccess: true,
        disableUrlAccess: true,
    });
    const { accepted, rejected } = await transport.sendMail({
        from: { ...from },
        to: to.map((address) => ({ ...address })),
        // nodemailer encodes headers; the title is still kept to one line.
        subject: (0,markdown/* oneLine */.TN)(place.repository === '' ? message.title : `[${place.repository}] ${message.title}`).slice(0, LONGEST_SUBJECT),
        text: writeText(message),
        html: writeHtml(message),
        // RFC 3834: keeps out-of-office programs from answering.
        headers: { 'Auto-Submitted': 'auto-generated' },
        signal: AbortSignal.timeout(timeoutMs),
    });
    return { accepted: accepted.length, rejected: rejected.length };
}
function privateParts({ credentials }, addresses) {
    const ofServer = credentials === null ? [] : [credentials.user, credentials.password];
    return [...ofServer, ...addresses.map(({ address }) => address)];
}

;// CONCATENATED MODULE: ./build/alerts/issue-text.js



/** Largest body of an issue or a comment that GitHub takes. */
const LONGEST_BODY = 65_536;
const LONGEST_TITLE = 256;
const CUT = '\n\n(Cut: it was too long for GitHub. See the run for all of it.)';
/**
 * Returns the invisible text at the start of an issue, by which later runs of the same job find it again. With the
 * version, a later release can recognise its own issues.
 *
 * @param job id of the job: two jobs of a workflow that prepare different datasets must not close each other's issue
 */
function issueMarker({ workflow }, job) {
    // A comment of HTML may hold neither `-->` nor `--`.
    const encode = (text) => encodeURIComponent(text).replaceAll('-', '%2D');
    return `<!-- prepare-dataset:${encode(workflow)} job=${encode(job)} v1 -->`;
}
/** Returns the title of the issue, which never changes. */
function issueTitle({ workflow }) {
    return (0,markdown/* oneLine */.TN)(`Prepare dataset: the workflow “${workflow}” fails`).slice(0, LONGEST_TITLE);
}
/** Returns the body of a new issue: why the run failed, and how the issue will change. */
function issueBody(run, place, marker) {
    const explanation = 'Later failures are added as comments. The next run that succeeds closes this issue, and the next failure after that opens it again.';
    return shorten(`${marker}\n${explanation}\n\n${(0,write_markdown/* writeMarkdown */.p)(describeOutcome(run, place).blocks)}`);
}
/** Returns a comment on the result of a later run. */
function issueComment(run, place) {
    return shorten((0,write_markdown/* writeMarkdown */.p)(describeOutcome(run, place).blocks));
}
function shorten(body) {
    if (body.length <= LONGEST_BODY)
        return body;
    const kept = body.slice(0, LONGEST_BODY - CUT.length);
    // A cut in the middle of a line could leave half an entity or link.
    return `${kept.slice(0, kept.lastIndexOf('\n'))}${CUT}`;
}

;// CONCATENATED MODULE: ./build/alerts/repository-issues.js

/** Label of every issue that is opened here; GitHub creates it if the repository has none of that name. */
const ISSUE_LABEL = 'prepare-dataset';
/**
 * The issues of a repository, by GitHub's REST API (https://docs.github.com/rest/issues). Every method rejects with
 * what `call` rejects with.
 */
class RepositoryIssues {
    #call;
    #repository;
    /** @param repository `owner/name` */
    constructor(call, repository) {
        this.#call = call;
        this.#repository = repository;
    }
    /**
     * Finds the issue that holds a marker and has the label {@link ISSUE_LABEL}: an open one before a closed one, and the
     * newest of those. The marker is not enough, because everyone may open an issue with a copy of it; only people who
     * may triage can set a label. The author is not enough either: a token of a person or an app has another author than
     * the token of the job, so the issue would be lost when tokens are changed. Looks at the 100 issues with the label
     * that were changed last.
     */
    async find(marker) {
        const listed = await this.#request('GET', '', 'find the issue about failing runs', {
            labels: ISSUE_LABEL,
            state: 'all',
            sort: 'updated',
            direction: 'desc',
            per_page: 100,
        });
        const issues = (0,github_answer/* listOf */.c3)(listed) ?? this.#unreadable();
        // GitHub lists pull requests as issues too.
        const found = issues.filter((issue) => {
            const { body, pull_request } = (0,github_answer/* fieldsOf */.Pf)(issue);
            return pull_request === undefined && (0,github_answer/* textOf */.b6)(body)?.includes(marker);
        });
        const newestFirst = found.map((issue) => this.#issueOf(issue)).sort((a, b) => b.number - a.number);
        return newestFirst.find(({ state }) => state === 'open') ?? newestFirst[0] ?? null;
    }
    /** Opens an issue. @throws Error if GitHub opened it without the label, so that later runs would not find it */
    async open(title, body) {
        const answer = await this.#request('POST', '', 'open an issue', { title, body, labels: [ISSUE_LABEL] });
        const issue = this.#issueOf(answer);
        const labels = (0,github_answer/* listOf */.c3)((0,github_answer/* fieldsOf */.Pf)(answer).labels) ?? [];
        if (labels.some((label) => (0,github_answer/* fieldsOf */.Pf)(label).name === ISSUE_LABEL))
            return issue;
        throw new Error(`GitHub opened issue ${issue.number} without the label "${ISSUE_LABEL}", so later runs will not find it. Set the label by hand, and use a token that may push to ${this.#repository}.`);
    }
    async setState(issue, state) {
        const reason = state === 'open' ? 'reopened' : 'completed';
        await this.#request('PATCH', '/{issue_number}', `${state === 'open' ? 'reopen' : 'close'} issue ${issue.number}`, {
            issue_number: issue.number,
            state,
            state_reason: reason,
        });
    }
    async comment(issue, body) {
        await this.#request('POST', '/{issue_number}/comments', `comment on issue ${issue.number}`, {
            issue_number: issue.number,
            body,
        });
    }
    #issueOf(answer) {
        const { number, state } = (0,github_answer/* fieldsOf */.Pf)(answer);
        return {
            number: (0,github_answer/* wholeNumberOf */.gd)(number) ?? this.#unreadable(),
            state: state === 'open' ? 'open' : 'closed',
        };
    }
    #unreadable() {
        throw new Error(`GitHub's answer about the issues of ${this.#repository} could not be read. Check the issues before the next run.`);
    }
    #request(method, path, action, parameters) {
        const [owner, repo] = this.#repository.split('/');
        return this.#call({
            route: `${method} /repos/{owner}/{repo}/issues${path}`,
            action: `${action} in ${this.#repository}`,
            permission: 'issues: write',
            parameters: { owner, repo, ...parameters },
        });
    }
}

;// CONCATENATED MODULE: ./build/alerts/run-trigger.js
/**
 * Returns why a run does not change the issue; null if it may.
 *
 * The issue shows whether the workflow that people rely on works. That is the workflow on the default branch, started
 * on time (a schedule always runs there), by a person who may push (workflow_dispatch, push) or by a program with such
 * a token (repository_dispatch). Another branch or a pull request is a trial, and strangers, who must not open or close
 * the issue, can cause events such as pull_request_target or issue_comment.
 */
function whyNoIssue({ event, ref, defaultBranch }) {
    if (event === 'schedule')
        return null;
    if (!['workflow_dispatch', 'repository_dispatch', 'push'].includes(event)) {
        return `A run started by ${event} does not change the issue.`;
    }
    if (defaultBranch !== null && ref === `refs/heads/${defaultBranch}`)
        return null;
    return 'A run outside the default branch does not change the issue.';
}

;// CONCATENATED MODULE: ./build/alerts/issue-channel.js




const issue_channel_CHANNEL = 'GitHub issue';
const issue_channel_TIMEOUT_MS = 10_000;
/** A read, and any request that was turned away, is made once more. */
const issue_channel_RETRY_DELAYS_MS = [1000];
const LONGEST_WAIT_MS = 5000;
/**
 * Keeps one issue open while runs fail: the first failure opens it, later failures add comments, and a success closes
 * it. A cancelled run leaves it as it is, because it proves nothing about the workflow.
 *
 * A failure after the issue was closed, by a success or by a person, opens the same issue again. With a new issue each
 * time, a workflow that fails now and then would leave many issues, and people who follow or have muted one would be
 * lost.
 *
 * At most three requests, each bounded in time. The state is changed before the comment is written: if the second
 * request fails, the issue is still right, and no run writes the same comment twice.
 */
function createIssueChannel(options) {
    return {
        name: issue_channel_CHANNEL,
        async report(run) {
            const { token, trigger } = options;
            if (!token)
                return { channel: issue_channel_CHANNEL, state: 'off', detail: '' };
            const reason = run.outcome === 'cancelled' ? 'A cancelled run does not change the issue.' : whyNoIssue(trigger);
            if (reason !== null)
                return { channel: issue_channel_CHANNEL, state: 'off', detail: reason };
            try {
                return {
                    channel: issue_channel_CHANNEL,
                    state: 'delivered',
                    detail: await updateIssue((0,redact/* redactRepoNames */.Un)(run, options.repoNames), token, options),
                };
            }
            catch (error) {
                return {
                    channel: issue_channel_CHANNEL,
                    state: 'failed',
                    detail: error instanceof Error ? error.message : String(error),
                };
            }
        },
    };
}
/** @returns what was done with the issue */
async function updateIssue(run, token, options) {
    const { createGitHubApi } = await Promise.all(/* import() */[__webpack_require__.e(752), __webpack_require__.e(413), __webpack_require__.e(447)]).then(__webpack_require__.bind(__webpack_require__, 8447));
    const { apiUrl, place, job, timeoutMs = issue_channel_TIMEOUT_MS } = options;
    const call = createGitHubApi({
        token,
        apiUrl,
        retryDelaysMs: issue_channel_RETRY_DELAYS_MS,
        longestWaitMs: LONGEST_WAIT_MS,
        timeoutMs,
    });
    const issues = new RepositoryIssues(call, place.repository);
    const marker = issueMarker(place, job);
    const issue = await issues.find(marker);
    if (run.outcome === 'success') {
        if (issue?.state !== 'open')
            return 'No issue is open.';
        await issues.setState(issue, 'closed');
        await issues.comment(issue, issueComment(run, place));
        return `Closed issue ${issue.number}.`;
    }
    if (issue === null) {
        const { number } = await issues.open(issueTitle(place), issueBody(run, place, marker));
        return `Opened issue ${number}.`;
    }
    if (issue.state === 'closed')
        await issues.setState(issue, 'open');
    await issues.comment(issue, issueComment(run, place));
    return issue.state === 'closed'
        ? `Opened issue ${issue.number} again.`
        : `Commented on issue ${issue.number}.`;
}

// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(7598);
// EXTERNAL MODULE: ./build/http/failed-answer.js
var failed_answer = __webpack_require__(8935);
// EXTERNAL MODULE: ./build/http/failed-connection.js
var failed_connection = __webpack_require__(8541);
// EXTERNAL MODULE: ./build/http/retry.js
var retry = __webpack_require__(4675);
;// CONCATENATED MODULE: ./build/report/write-chat.js


/**
 * Writes a document for a chat, which has no tables: each row of a table becomes a line of its cells. Details are left
 * out, because a chat cannot fold them.
 */
function writeChat({ title, blocks }) {
    return { title, parts: blocks.flatMap(write_chat_writeBlock) };
}
function write_chat_writeBlock(block) {
    switch (block.kind) {
        case 'heading':
        case 'paragraph':
        case 'note':
        case 'warning':
            return write_chat_text(plain(block.line));
        case 'list':
            return write_chat_text(block.items.map((item) => `• ${plain(item)}`).join('\n'));
        case 'table':
            return write_chat_text(block.rows
                .map((cells) => {
                const written = cells.map((cell) => (typeof cell === 'number' ? (0,markdown/* formatCount */.B4)(cell) : plain(cell)));
                return `• ${written.filter((cell) => cell !== '').join(' · ')}`;
            })
                .join('\n'));
        case 'link':
            return [{ kind: 'link', text: plain(block.line), url: block.url }];
        case 'code':
            return write_chat_text(block.text);
        case 'failure':
            return write_chat_text(block.text.split('\n').map(markdown/* oneLine */.TN).join('\n'));
        case 'details':
            return [];
    }
}
function plain(line) {
    return (0,text_line/* plainLine */.h0)(line, markdown/* oneLine */.TN);
}
function write_chat_text(written) {
    return written === '' ? [] : [{ kind: 'text', text: written }];
}

;// CONCATENATED MODULE: ./build/alerts/webhook-message.js



/** Characters that Slack allows in a section and in a header, and blocks in a message. */
const webhook_message_LONGEST_TEXT = 3000;
const LONGEST_HEADER = 150;
const MOST_BLOCKS = 50;
/** Bytes of the lines of a message; Teams refuses one of over 28 KB. */
const TEAMS_BYTES = 24_000;
/**
 * Returns the request that reports a run to a webhook. Like an issue, it names no repo: no runner masks a secret name
 * there.
 *
 * @param id identifies the message: a repeated one has the same
 * @param secret key of the signature of JSON, in bytes; null for none
 */
function webhookMessage(format, run, { place, id, now, secret }) {
    switch (format) {
        case 'slack':
            return { headers: {}, body: JSON.stringify(slackMessage(run, place)) };
        case 'teams':
            return { headers: {}, body: JSON.stringify(teamsMessage(run, place)) };
        case 'json': {
            const body = JSON.stringify(eventOf(run, place, now));
            return { headers: standardHeaders(body, { id, now, secret }), body };
        }
    }
}
/** @see https://docs.slack.dev/reference/block-kit/blocks */
function slackMessage(run, place) {
    const { title, parts } = writeChat(describeOutcome(run, place));
    const blocks = parts.slice(0, MOST_BLOCKS - 1).map((part) => ({ type: 'section', text: slackText(part) }));
    const header = {
        type: 'header',
        text: { type: 'plain_text', text: webhook_message_shorten(title, LONGEST_HEADER), emoji: false },
    };
    return { text: slackEscape(webhook_message_shorten(title, webhook_message_LONGEST_TEXT)), blocks: [header, ...blocks] };
}
function slackText(part) {
    if (part.kind === 'text')
        return { type: 'plain_text', text: webhook_message_shorten(part.text, webhook_message_LONGEST_TEXT), emoji: false };
    return { type: 'mrkdwn', text: `<${slackEscape(part.url)}|${slackEscape(part.text)}>` };
}
/** @see https://docs.slack.dev/messaging/formatting-message-text#escaping */
function slackEscape(text) {
    return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('|', '¦');
}
/**
 * Returns the message that a workflow “when a Teams webhook request is received” posts. Runs of text, unlike text
 * blocks, have no Markdown.
 *
 * @see https://adaptivecards.io/explorer/RichTextBlock.html
 */
function teamsMessage(run, place) {
    const { title, parts } = writeChat(describeOutcome(run, place));
    const textRun = (text, style = {}) => ({
        type: 'RichTextBlock',
        inlines: [{ type: 'TextRun', text, ...style }],
    });
    const lines = parts.flatMap((part) => (part.kind === 'text' ? part.text.split('\n') : []));
    const body = [textRun(webhook_message_shorten(title, webhook_message_LONGEST_TEXT), { weight: 'Bolder' })];
    let bytes = 0;
    for (const line of lines) {
        const written = textRun(webhook_message_shorten(line, webhook_message_LONGEST_TEXT));
        bytes += Buffer.byteLength(JSON.stringify(written));
        if (bytes > TEAMS_BYTES) {
            body.push(textRun('… The run has the rest.'));
            break;
        }
        body.push(written);
    }
    const content = {
        $schema: 'http://adaptivecards.io/schemas/adaptive-card.json',
        type: 'AdaptiveCard',
        version: '1.4',
        body,
        actions: parts.flatMap((part) => part.kind === 'link' ? [{ type: 'Action.OpenUrl', title: part.text, url: part.url }] : []),
    };
    const attachment = { contentType: 'application/vnd.microsoft.card.adaptive', contentUrl: null, content };
    return { type: 'message', attachments: [attachment] };
}
function eventOf(run, place, now) {
    const { title } = describeOutcome(run, place);
    return {
        type: 'prepare_dataset.run',
        timestamp: now.toISOString(),
        data: {
            title,
            outcome: run.outcome,
            repository: place.repository,
            workflow: place.workflow,
            run_id: place.runId,
            run_url: place.url,
            failure: run.failure?.message ?? null,
            datasets: run.datasets.map((report) => ({
                name: report.name,
                status: report.status,
                tag: report.tag,
                num_samples: report.contents?.numSamples ?? null,
                reason: report.reason,
            })),
        },
    };
}
/** @see https://github.com/standard-webhooks/standard-webhooks/blob/main/spec/standard-webhooks.md */
function standardHeaders(body, { id, now, secret }) {
    const timestamp = String(Math.floor(now.getTime() / 1000));
    const headers = { 'webhook-id': id, 'webhook-timestamp': timestamp };
    if (secret === null)
        return headers;
    const signature = (0,external_node_crypto_.createHmac)('sha256', secret).update(`${id}.${timestamp}.${body}`).digest('base64');
    return { ...headers, 'webhook-signature': `v1,${signature}` };
}
function webhook_message_shorten(text, longest) {
    if (text.length <= longest)
        return text;
    // A character outside the basic plane has two halves, of which none may be left alone.
    return `${text.slice(0, longest - 1).replace(/[\uD800-\uDBFF]$/, '')}…`;
}

;// CONCATENATED MODULE: ./build/alerts/webhook-channel.js






const webhook_channel_CHANNEL = 'Webhook';
const webhook_channel_TIMEOUT_MS = 10_000;
const webhook_channel_RETRY_DELAYS_MS = [1000];
const webhook_channel_LONGEST_WAIT_MS = 5000;
const FORMATS = ['slack', 'teams', 'json'];
const LOCAL_HOSTS = new Set(['localhost', '127.0.0.1', '[::1]']);
/** Statuses that people want to hear of; the others need nobody. */
const NEWS = new Set(['published', 'awaiting-approval', 'held', 'failed']);
/**
 * Posts a message to a chat or a program when a run published a version, when one waits for approval, when a dataset
 * is held, and when a dataset or the run failed. Other runs are not reported.
 *
 * A request that was turned away, or never arrived, is repeated once with the same id.
 */
function createWebhookChannel(options) {
    return {
        name: webhook_channel_CHANNEL,
        async report(run) {
            if (!options.url)
                return { channel: webhook_channel_CHANNEL, state: 'off', detail: '' };
            try {
                const webhook = readWebhook(options.url, options.format);
                if (!isNews(run))
                    return { channel: webhook_channel_CHANNEL, state: 'off', detail: 'The run has no news.' };
                return { channel: webhook_channel_CHANNEL, state: 'delivered', detail: await post(run, webhook, options) };
            }
            catch (error) {
                return {
                    channel: webhook_channel_CHANNEL,
                    state: 'failed',
                    detail: error instanceof Error ? error.message : String(error),
                };
            }
        },
    };
}
function isNews({ outcome, failure, datasets }) {
    if (outcome === 'cancelled')
        return false;
    return failure !== null || datasets.some(({ status }) => NEWS.has(status));
}
/** @throws Error that names neither the URL nor a part of its path */
function readWebhook(text, format) {
    const url = URL.parse(text);
    if (url === null || !/^https?:$/.test(url.protocol)) {
        throw new Error('webhook-url must be an address that starts with https://.');
    }
    if (url.protocol === 'http:' && !LOCAL_HOSTS.has(url.hostname)) {
        throw new Error('webhook-url must start with https://, because the address itself is a secret.');
    }
    if (/\.webhook\.office\.com$/.test(url.hostname)) {
        throw new Error('webhook-url is the address of an Office 365 connector, which Microsoft ended in 2026. Create a workflow “Post to a channel when a webhook request is received” in Teams, and use its address.');
    }
    if (format !== '' && !FORMATS.includes(format)) {
        throw new Error('webhook-format must be slack, teams or json.');
    }
    const chosen = format === '' ? formatOf(url.hostname) : format;
    const secret = /^#whsec_([A-Za-z0-9+/]+={0,2})$/.exec(url.hash);
    if (url.hash !== '' && secret === null) {
        throw new Error('webhook-url has a part after # that is not a signing secret. Write whsec_ and the key in Base64 after #, or remove the part.');
    }
    url.hash = '';
    return { url, format: chosen, secret: secret === null ? null : Buffer.from(secret[1], 'base64') };
}
function formatOf(host) {
    if (/(?:^|\.)slack(?:-gov)?\.com$/.test(host))
        return 'slack';
    return /\.(?:logic\.azure|powerplatform|powerautomate)\.(?:com|us|cn)$/.test(host) ? 'teams' : 'json';
}
/** @returns what was sent where, by the host alone */
async function post(run, webhook, options) {
    const { url, format, secret } = webhook;
    const { place, repoNames, timeoutMs = webhook_channel_TIMEOUT_MS } = options;
    const message = webhookMessage(format, (0,redact/* redactRepoNames */.Un)(run, repoNames), {
        place,
        id: `msg_${(0,external_node_crypto_.randomUUID)()}`,
        now: new Date(),
        secret,
    });
    await (0,retry/* retry */.L5)(() => webhook_channel_send(url, message, timeoutMs), {
        delaysMs: webhook_channel_RETRY_DELAYS_MS,
        longestWaitMs: webhook_channel_LONGEST_WAIT_MS,
    });
    return `Sent to ${url.host} as ${format}.`;
}
async function webhook_channel_send(url, { headers, body }, timeoutMs) {
    let response;
    try {
        response = await fetch(url, {
            method: 'POST',
            headers: { 'Content-Type': 'application/json', 'User-Agent': 'prepare-dataset', ...headers },
            body,
            // The address is a secret: it goes to no other host.
            redirect: 'manual',
            signal: AbortSignal.timeout(timeoutMs),
        });
    }
    catch (error) {
        const problem = (0,failed_connection/* connectionProblem */.E3)(error);
        const why = problem === '' ? '' : `: ${problem}`;
        throw new retry/* FailedAttempt */.$d(new Error(`${url.host} could not be reached${why}. Check webhook-url and the runner's network.`), { reason: 'nothing', canBeRepeated: (0,failed_connection/* wasNeverSent */.CR)(error) });
    }
    const { status } = response;
    const answer = await response.text().catch(() => '');
    if (response.ok)
        return;
    throw new retry/* FailedAttempt */.$d(new Error(explainStatus(url.host, status, answer)), {
        reason: `status ${status}`,
        canBeRepeated: (0,failed_answer/* isPassing */.WG)(status),
        waitMs: (0,failed_answer/* waitMsOf */.zL)(status, response.headers),
    });
}
function explainStatus(host, status, answer) {
    // Slack answers with a name such as no_service; anything else may repeat what was sent.
    const name = /^[a-z_]{2,60}$/.exec(answer.trim())?.[0];
    const said = name === undefined ? '' : ` (${name})`;
    if (status >= 300 && status < 400) {
        return `${host} answered ${status}, a redirect, which is not followed because the address is a secret. Set webhook-url to the final address.`;
    }
    if ([401, 403, 404, 410].includes(status)) {
        return `${host} does not know the webhook, or refuses it: ${status}${said}. Create a new webhook, and store its address as the secret.`;
    }
    if (status === 400 || status === 413 || status === 422) {
        return `${host} refused the message: ${status}${said}. Check that webhook-format fits the receiver.`;
    }
    return `${host} answered ${status}${said}. The message was not confirmed.`;
}

;// CONCATENATED MODULE: ./build/tracking/place-config.js
/** Returns where a run is on GitHub as settings of a run on W&B; none outside GitHub. */
function placeConfig(place) {
    if (place === null)
        return {};
    const { repository, workflow, runId, url } = place;
    return {
        github_repository: repository,
        github_workflow: workflow,
        github_run_id: runId,
        github_run_url: url,
    };
}

;// CONCATENATED MODULE: ./build/tracking/wandb-mutations.js
/** Creates a run; `modelName` is W&B's word for a project. */
const UPSERT_MUTATION = `
mutation UpsertBucket($name: String, $project: String, $entity: String, $config: JSONString, $jobType: String, $tags: [String!]) {
  upsertBucket(input: {name: $name, modelName: $project, entityName: $entity, config: $config, jobType: $jobType, tags: $tags}) {
    bucket { id name displayName project { id name entity { id name } } }
    inserted
  }
}`;
const ALERT_MUTATION = `
mutation NotifyScriptableRunAlert($entityName: String!, $projectName: String!, $runName: String!, $title: String!, $text: String!, $severity: AlertSeverity = INFO, $waitDuration: Duration) {
  notifyScriptableRunAlert(input: {entityName: $entityName, projectName: $projectName, runName: $runName, title: $title, text: $text, severity: $severity, waitDuration: $waitDuration}) {
    success
  }
}`;
/** Longest title: W&B refuses one of 64 characters (https://docs.wandb.ai/models/runs/alert). */
const ALERT_TITLE_LENGTH = 63;
/** W&B drops an alert of the same title within this time, so an alert that is sent twice arrives once. */
const WAIT_DURATION_MS = 60_000;
/** Variables of {@link UPSERT_MUTATION}. @param id name of the run in its address */
function upsertVariables(id, { project, entity, config, jobType, tags }) {
    const wrapped = Object.fromEntries(Object.entries(config).map(([name, value]) => [name, { value }]));
    return { name: id, project, entity, config: JSON.stringify(wrapped), jobType, tags };
}
/** Variables of {@link ALERT_MUTATION}. */
function alertVariables(run, { title, text, level }) {
    return {
        entityName: run.entity,
        projectName: run.project,
        runName: run.id,
        title: title.slice(0, ALERT_TITLE_LENGTH),
        text,
        severity: level,
        waitDuration: WAIT_DURATION_MS,
    };
}

;// CONCATENATED MODULE: ./build/tracking/explain-status.js
/** Returns what an HTTP status of W&B means for the user and how to fix it. */
function explain_status_explainStatus(answer) {
    const { baseUrl, status } = answer;
    const said = answer.said === '' ? '' : ` W&B answered: ${answer.said}.`;
    switch (status) {
        case 401:
            return `W&B at ${baseUrl} refused the key (401). Pass a valid one as wandb-api-key; ${appUrlOf(baseUrl)}/authorize shows it.${said}`;
        case 403:
        case 404:
            return `The W&B key may not write to this entity and project, or the entity does not exist (${status}). Check wandb-entity and wandb-project-name.${said}`;
        case 429:
            return `W&B's rate limit was reached (429).${said}`;
        case 301:
        case 302:
        case 307:
        case 308:
            return `W&B at ${baseUrl} redirected a request (${status}), which is not followed, so that the key is sent nowhere else. Check wandb-base-url.`;
        default:
            return status >= 500
                ? `W&B at ${baseUrl} failed with ${status}. Check its state at https://status.wandb.com.${said}`
                : `W&B at ${baseUrl} refused a request (${status}).${said}`;
    }
}
/** Returns the base URL of the pages that belong to an API, by the rule of W&B's Python client. */
function appUrlOf(baseUrl) {
    return baseUrl.replace('://api.wandb.', '://wandb.').replace('://api.', '://app.');
}

;// CONCATENATED MODULE: ./build/tracking/wandb-api.js





/** An error of W&B, in words for users. */
class WandbError extends Error {
    constructor(message, cause) {
        super(message, { cause });
        this.name = 'WandbError';
    }
}
const wandb_api_TIMEOUT_MS = 10_000;
const RETRY_DELAY_MS = 1000;
/**
 * Calls W&B's API: JSON, signed with Basic `api:<key>` like its Python client. A call that failed temporarily is
 * repeated once, which is safe for every call here.
 */
function createWandbApi(options) {
    const { retryDelayMs = RETRY_DELAY_MS, signal } = options;
    return (path, body) => (0,retry/* retry */.L5)(() => wandb_api_post(options, path, body), { delaysMs: [retryDelayMs], signal });
}
async function wandb_api_post(options, path, body) {
    const { apiKey, baseUrl, signal, timeoutMs = wandb_api_TIMEOUT_MS } = options;
    const send = options.fetch ?? fetch;
    const timeout = AbortSignal.timeout(timeoutMs);
    let status;
    let text;
    try {
        const response = await send(`${baseUrl}${path}`, {
            method: 'POST',
            headers: {
                Authorization: `Basic ${Buffer.from(`api:${apiKey}`).toString('base64')}`,
                'Content-Type': 'application/json',
                'User-Agent': 'prepare-dataset',
            },
            body: JSON.stringify(body),
            redirect: 'manual',
            signal: (0,retry/* anySignal */.JG)(timeout, signal),
        });
        status = response.status;
        text = await response.text();
    }
    catch (cause) {
        signal.throwIfAborted();
        const code = (0,failed_connection/* connectionProblem */.E3)(cause);
        const problem = timeout.aborted
            ? `did not answer within ${timeoutMs / 1000} s`
            : `could not be reached${code === '' ? '' : `: ${code}`}`;
        const error = new WandbError(`W&B at ${baseUrl} ${problem}. Check wandb-base-url and the runner's network, or https://status.wandb.com.`, cause);
        throw new retry/* FailedAttempt */.$d(error, { reason: problem, canBeRepeated: true });
    }
    const answer = parseJson(text);
    const said = serverReason(answer, apiKey);
    if (status < 200 || status > 299) {
        const error = new WandbError(explain_status_explainStatus({ baseUrl, status, said }));
        throw new retry/* FailedAttempt */.$d(error, { reason: `status ${status}`, canBeRepeated: (0,failed_answer/* isPassing */.WG)(status) });
    }
    if (answer === undefined) {
        throw new WandbError(`${baseUrl} does not answer like W&B. Check wandb-base-url.`);
    }
    if (said !== '')
        throw new WandbError(`W&B refused a request: ${said}.`);
    return answer;
}
function parseJson(text) {
    try {
        return JSON.parse(text);
    }
    catch {
        return undefined;
    }
}
/** Returns the server's own words about a failure, as one short line; GraphQL reports some failures with status 200. */
function serverReason(answer, apiKey) {
    const { errors, error } = Object(answer);
    const message = Array.isArray(errors) ? Object(errors[0]).message : error;
    if (typeof message !== 'string')
        return '';
    return (0,markdown/* oneLine */.TN)(message.replaceAll(apiKey, '…'))
        .replace(/[.\s]+$/, '')
        .slice(0, 200);
}

;// CONCATENATED MODULE: ./build/tracking/wandb-run.js




const wandb_run_TIMEOUT_MS = 20_000;
/** Exit codes of W&B's Python client, by the outcome of a run. */
const EXIT_CODES = { success: 0, failure: 1, cancelled: 255 };
/** GitHub kills a cancelled step 10 s after the signal, and the step has other work to do. */
const INTERRUPTED_TIMEOUT_MS = 3000;
/**
 * A run on W&B. It is started in the background, and only {@link finish} waits for the start.
 *
 * The requests hold what W&B's Python client sends, see test/interop/wandb_client.py.
 */
class WandbRun {
    #options;
    #api;
    #abort = new AbortController();
    #id = newRunId();
    #startedAt = Date.now();
    #created;
    constructor(options) {
        this.#options = options;
        const { apiKey, baseUrl, fetch, requestTimeoutMs: timeoutMs, retryDelayMs } = options;
        const { signal } = this.#abort;
        this.#api = createWandbApi({ apiKey, baseUrl, fetch, timeoutMs, retryDelayMs, signal });
        this.#created = this.#create();
        this.#created.catch(() => { });
    }
    /**
     * Reports how the run ended. If W&B refuses one part, the others are still sent.
     *
     * @param timeoutMs longest wait for W&B in milliseconds, including the run's start; by default 20 s, or 3 s if the run was
     *   interrupted
     * @returns address of the run's page
     * @throws the first error
     */
    async finish({ metrics, alerts, exitCode }, timeoutMs = exitCode === EXIT_CODES.cancelled ? INTERRUPTED_TIMEOUT_MS : wandb_run_TIMEOUT_MS) {
        const late = new Error(`W&B did not take the run within ${timeoutMs / 1000} s. Check its state at https://status.wandb.com.`);
        const timer = setTimeout(() => this.#abort.abort(late), timeoutMs);
        try {
            const address = await this.#created;
            const sent = await Promise.allSettled([
                this.#complete(address, metrics, exitCode),
                ...alerts.map((alert) => this.#sendAlert(address, alert)),
            ]);
            const failed = sent.find(({ status }) => status === 'rejected');
            if (failed?.status === 'rejected')
                throw failed.reason;
            return `${appUrlOf(this.#options.baseUrl)}/${projectPath(address)}/runs/${address.id}`;
        }
        finally {
            clearTimeout(timer);
        }
    }
    async #create() {
        const variables = upsertVariables(this.#id, this.#options);
        const answer = (await this.#api('/graphql', { query: UPSERT_MUTATION, variables }));
        const { baseUrl, project } = this.#options;
        const found = answer.data?.upsertBucket?.bucket?.project;
        const entity = found?.entity?.name;
        if (entity === undefined)
            throw new Error(`${baseUrl} does not answer like W&B. Check wandb-base-url.`);
        return { entity, project: found?.name ?? project, id: this.#id };
    }
    async #sendAlert(address, alert) {
        const variables = alertVariables(address, alert);
        await this.#api('/graphql', { query: ALERT_MUTATION, variables });
    }
    /**
     * Writes the one row of the run's history and its summary, and completes the run; otherwise W&B would show it as
     * crashed.
     */
    async #complete(address, metrics, exitcode) {
        const now = Date.now();
        const runtime = (now - this.#startedAt) / 1000;
        const row = { ...metrics, _step: 0, _runtime: runtime, _timestamp: now / 1000 };
        const summary = { ...row, _wandb: { runtime: Math.round(runtime) } };
        await this.#api(`/files/${projectPath(address)}/${address.id}/file_stream`, {
            files: {
                'wandb-history.jsonl': { offset: 0, content: [JSON.stringify(row)] },
                'wandb-summary.json': { offset: 0, content: [JSON.stringify(summary)] },
            },
            complete: true,
            exitcode,
        });
    }
}
function projectPath({ entity, project }) {
    return `${encodeURIComponent(entity)}/${encodeURIComponent(project)}`;
}
/** Returns eight lower-case letters and digits, the form that W&B's clients choose. */
function newRunId() {
    return Array.from((0,external_node_crypto_.randomBytes)(8), (byte) => (byte % 36).toString(36)).join('');
}

;// CONCATENATED MODULE: ./build/tracking/run-end.js



const RUN_STATUSES = { success: 'success', failure: 'failed', cancelled: 'cancelled' };
/**
 * Returns a run in W&B's terms. The metrics of the old service keep their names and values; what did not happen has no
 * metric. It contains no names and texts of the database.
 *
 * @param runUrl page of the workflow run, named in the alerts; null if there is none
 */
function runEndOf(run, runUrl) {
    return {
        metrics: metricsOf(run),
        alerts: alertsOf(run).map((alert) => {
            return runUrl === null ? alert : { ...alert, text: `${alert.text}\nWorkflow run: ${runUrl}` };
        }),
        exitCode: EXIT_CODES[run.outcome],
    };
}
/**
 * Returns the metrics of a run and of its datasets, in whose names a hyphen is an underscore. If two metrics have the
 * same name, that of the run wins, then that of the dataset with the shorter name: a metric of `x` can have the name of
 * one of a dataset `x-push`.
 */
function metricsOf(run) {
    const longestFirst = run.datasets.toSorted((a, b) => b.name.length - a.name.length);
    const ofRun = runMetrics(run);
    return Object.assign({ ...ofRun }, ...longestFirst.map((report) => datasetMetrics(report, run.startedAt)), ofRun);
}
function runMetrics(run) {
    const metrics = { status: RUN_STATUSES[run.outcome], duration_seconds: run.durationMs / 1000 };
    const connection = connectionStatus(run);
    if (connection !== null)
        metrics.db_connection_status = connection;
    if (run.spacePause.state !== 'off') {
        metrics.hf_space_pause = run.spacePause.state === 'delivered' ? 'success' : 'failed';
    }
    for (const { name, durationMs } of run.stages) {
        metrics[`stage_${name.replace(/\W+/g, '_')}_seconds`] = durationMs / 1000;
    }
    return metrics;
}
/** Null if the database was not asked, or if the result is unknown. */
function connectionStatus({ datasets, failure }) {
    if (datasets.length > 0)
        return 'success';
    return failure?.stage === 'database' ? 'failed' : null;
}
function datasetMetrics(report, startedAt) {
    const prefix = report.name.replaceAll('-', '_');
    const metrics = (0,describe_dataset/* describeDataset */.g$)('metrics', report, { startedAt });
    return Object.fromEntries(metrics.map(([name, value]) => [`${prefix}_${name}`, value]));
}
function alertsOf({ datasets, failure, spacePause }) {
    const alerts = datasets.flatMap(datasetAlert);
    if (failure !== null) {
        const title = failure.stage === 'database' ? 'Database Connection Failed' : 'Dataset Preparation Failed';
        alerts.push({ title, text: failure.message, level: 'ERROR' });
    }
    if (spacePause.state === 'failed') {
        alerts.push({ title: 'Space Not Paused', text: spacePause.detail, level: 'WARN' });
    }
    return alerts;
}
function datasetAlert(report) {
    const { name, repo, status, reason, isNewVersion } = report;
    const text = `${repo}: ${reason}`;
    if (status === 'failed')
        return [{ title: run_end_titleOf(name, 'Failed'), text, level: 'ERROR' }];
    if (status === 'held')
        return [{ title: run_end_titleOf(name, 'Held'), text, level: 'WARN' }];
    if (status === 'skipped')
        return [{ title: run_end_titleOf(name, 'Skipped'), text, level: 'WARN' }];
    if (report.status === 'awaiting-approval') {
        const level = report.isDoubtful ? 'WARN' : 'INFO';
        return [{ title: run_end_titleOf(name, 'Awaiting Approval'), text, level }];
    }
    return isNewVersion ? [{ title: run_end_titleOf(name, 'Updated'), text, level: 'INFO' }] : [];
}
/** Returns a title that W&B takes: a long name keeps both ends, because W&B drops an alert of the same title. */
function run_end_titleOf(name, what) {
    const end = ` Dataset ${what}`;
    const room = ALERT_TITLE_LENGTH - end.length;
    const half = Math.floor((room - 1) / 2);
    const shown = name.length <= room ? name : `${name.slice(0, half)}…${name.slice(-half)}`;
    return `${shown[0].toUpperCase()}${shown.slice(1)}${end}`;
}

;// CONCATENATED MODULE: ./build/tracking/wandb-channel.js



const NAME = 'W&B';
/** Tags by which W&B's users filter runs; those of the old service. */
const LABELS = { jobType: 'prepare_dataset', tags: ['dataset-prep', 'hf-space', 'auto-sync'] };
/**
 * Starts a run on W&B in the background, so that W&B shows a run that is killed as crashed, and reports its end later.
 */
function createWandbChannel({ apiKey, place, ...options }) {
    if (apiKey === null) {
        return { name: NAME, report: async () => ({ channel: NAME, state: 'off', detail: '' }) };
    }
    const config = { ...options.config, ...placeConfig(place) };
    const wandbRun = new WandbRun({ ...options, ...LABELS, apiKey, config });
    return {
        name: NAME,
        async report(run) {
            try {
                const url = await wandbRun.finish(runEndOf(run, place?.url ?? null));
                return { channel: NAME, state: 'delivered', detail: url };
            }
            catch (error) {
                const detail = error instanceof Error ? error.message : String(error);
                return { channel: NAME, state: 'failed', detail };
            }
        },
    };
}

;// CONCATENATED MODULE: ./build/wire/wandb-address.js
/** Returns where inputs have runs tracked on W&B. */
function wandbAddress(texts) {
    return {
        project: texts['wandb-project-name'],
        entity: texts['wandb-entity'] || null,
        baseUrl: texts['wandb-base-url'].replace(/\/+$/, ''),
    };
}

;// CONCATENATED MODULE: ./build/wire/channels.js








/**
 * Creates the channels to which a run is reported. Channels without inputs are off, and in a dry run all are. They
 * report problems with their inputs themselves, because no channel may fail a publish.
 *
 * @param options.endpoint base URL of the Hub, for links
 * @param options.dryRun true to report nothing outside
 */
function createChannels({ texts, environment }, { endpoint, dryRun }) {
    const { GITHUB_API_URL: apiUrl = 'https://api.github.com', GITHUB_JOB: job = '' } = environment;
    const place = readRunPlace(environment);
    const secret = (text) => (dryRun || text === '' ? null : text);
    const repoNames = [
        texts['department-dataset'],
        texts['urgency-dataset'],
        texts['prepare-dataset-space-id'],
    ];
    return [
        createWandbChannel({
            apiKey: secret(texts['wandb-api-key']),
            ...wandbAddress(texts),
            config: settingsOf(texts),
            place,
        }),
        createEmailChannel({
            smtpUrl: secret(texts['smtp-url']),
            to: texts['email-to'],
            from: texts['email-from'],
            place,
            endpoint,
        }),
        createIssueChannel({
            token: secret(texts['github-token']),
            apiUrl,
            place,
            job,
            trigger: readRunTrigger(environment),
            repoNames,
        }),
        createWebhookChannel({
            url: secret(texts['webhook-url']),
            format: texts['webhook-format'],
            place,
            repoNames,
        }),
    ];
}
/** Returns the settings of a run that W&B shows. */
function settingsOf(texts) {
    const settings = Object.entries(prepare_dataset_inputs/* PREPARE_DATASET */.j.inputs).filter(([, spec]) => 'isSetting' in spec);
    return Object.fromEntries(settings.map(([name]) => [name.replaceAll('-', '_'), texts[name]]));
}

// EXTERNAL MODULE: ./build/wire/hub.js + 4 modules
var hub = __webpack_require__(4209);
// EXTERNAL MODULE: external "node:os"
var external_node_os_ = __webpack_require__(8161);
// EXTERNAL MODULE: ./build/action/output-folder.js
var output_folder = __webpack_require__(3875);
// EXTERNAL MODULE: ./build/engine/disk/dropped-runs.js
var dropped_runs = __webpack_require__(4166);
// EXTERNAL MODULE: ./build/engine/disk/limited-collector.js + 5 modules
var limited_collector = __webpack_require__(4627);
// EXTERNAL MODULE: ./build/engine/disk/spill-folder.js
var spill_folder = __webpack_require__(568);
// EXTERNAL MODULE: ./build/engine/near-duplicates/query.js + 3 modules
var query = __webpack_require__(4618);
// EXTERNAL MODULE: ./build/engine/near-duplicates/sketches.js
var near_duplicates_sketches = __webpack_require__(843);
;// CONCATENATED MODULE: ./build/engine/near-duplicates/early-sketches.js


/** Number of texts between two checks for other work, about half a millisecond. */
const TEXTS_A_TURN = 256;
/**
 * Makes sketches of the texts that have arrived, while this thread waits for more. All datasets and threads that search the
 * texts share them. The search itself makes the sketch of any other text.
 */
class EarlySketches {
    #texts;
    #query;
    #sketched = 0;
    #isWaiting = false;
    constructor(texts) {
        this.#texts = texts;
    }
    /** Begins with the texts that have no sketch yet. */
    begin() {
        const words = near_duplicates_sketches/* SKETCH_WORDS */.Bt * this.#texts.length;
        const { sketches } = this.#texts;
        if (sketches === null)
            this.#sketched = 0;
        const made = new Int32Array(new SharedArrayBuffer(words * Int32Array.BYTES_PER_ELEMENT));
        if (sketches !== null)
            made.set(sketches);
        this.#texts.sketches = made;
        this.#isWaiting = true;
        setImmediate(this.#sketchSome);
    }
    /** Stops until {@link begin} is called again. */
    end() {
        this.#isWaiting = false;
    }
    #sketchSome = () => {
        const { sketches, length } = this.#texts;
        if (!this.#isWaiting || sketches === null)
            return;
        this.#query ??= new query/* Query */.X();
        const end = Math.min(length, this.#sketched + TEXTS_A_TURN);
        for (; this.#sketched < end; this.#sketched++) {
            if (!this.#query.read(this.#texts.at(this.#sketched)))
                continue;
            sketches.set(this.#query.sketches.numbers, near_duplicates_sketches/* SKETCH_WORDS */.Bt * this.#sketched);
        }
        if (end < length)
            setImmediate(this.#sketchSome);
    };
}

// EXTERNAL MODULE: ./build/engine/preparer.js + 21 modules
var preparer = __webpack_require__(4649);
;// CONCATENATED MODULE: ./build/engine/read-plan.js
/** Number of rows between two checks of the clock. */
const ROWS_A_LINE = 10_000;
/**
 * Reads the corrections of a plan's datasets, and then the sample of confirmed rows that goes with them.
 *
 * @param options.early makes sketches while the database puts the sample together; by default nothing is done meanwhile
 */
async function readPlan(corrections, plan, { collector, progress, early, }) {
    const { datasets, seed, ordered, confirmed } = plan;
    const names = datasets.map(({ target }) => target.name);
    const collect = (source) => {
        let rows = 0;
        return (row) => {
            collector.add(source, row);
            if (++rows % ROWS_A_LINE === 0)
                progress.readingRows(names.join(' and '), source, rows);
        };
    };
    const reportRead = (source) => {
        for (const [dataset, name] of names.entries()) {
            progress.readRows(name, source, collector.fetched(dataset)[source]);
        }
    };
    await corrections.all(plan.corrections, { ordered }, collect('corrections'));
    reportRead('corrections');
    const sizes = datasets.map(({ target }, dataset) => Math.floor(target.settings.correctRatio * collector.fetched(dataset).corrections));
    const largest = Math.max(...sizes);
    if (confirmed === null || largest === 0)
        return;
    for (const [dataset, size] of sizes.entries())
        collector.limitConfirmed(dataset, size, !ordered);
    const limit = sharedSampleSize(datasets, sizes);
    const isShort = () => sizes.some((size, dataset) => collector.fetched(dataset).confirmed < size);
    const take = collect('confirmed');
    let rows = 0;
    early?.begin();
    const sampling = corrections.sample(confirmed, { seed, ordered, limit }, (row) => {
        early?.end();
        // The largest dataset takes no more rows than its size, so that none is complete before.
        if (rows++ < largest || isShort())
            take(row);
    });
    const sampled = await sampling.finally(() => early?.end());
    if (sampled === limit)
        await readRest(corrections, plan, { collector, sizes });
    reportRead('confirmed');
}
/**
 * Returns how many confirmed rows are sampled for all datasets at once. A row whose value is NULL for one dataset is another
 * one's only, and a dataset that lacks a single row has all confirmed rows scanned, hashed and sorted again. So some more rows are
 * read than the datasets need.
 */
function sharedSampleSize(datasets, sizes) {
    const members = datasets.map(({ layout }) => layout.member);
    const isEachRowOfAll = members.every((member) => member === members[0]);
    if (isEachRowOfAll)
        return Math.max(...sizes);
    return Math.max(...sizes.map((size, dataset) => (members[dataset] === null || size === 0 ? size : withMargin(size))));
}
/** Returns a number of rows that holds `size` rows of a dataset if at most about 3 % of them are another one's only. */
function withMargin(size) {
    return size + Math.floor(size / 32) + 32;
}
/** Reads what a dataset's sample still lacks because some of the rows that were read for all are not its own. */
async function readRest(corrections, { datasets, confirmed, seed, ordered }, { collector, sizes }) {
    for (const [dataset, { layout }] of datasets.entries()) {
        const offset = collector.fetched(dataset).confirmed;
        const limit = sizes[dataset] - offset;
        if (limit === 0 || layout.member === null)
            continue;
        const own = { ...confirmed, members: [layout.member] };
        await corrections.sample(own, { seed, ordered, limit, offset }, (row) => collector.addTo(dataset, 'confirmed', row));
    }
}

;// CONCATENATED MODULE: ./build/pii/counts.js

/** Counts what was found, row by row; counts are in the order of {@link PII_KINDS}. */
class PiiTally {
    #settings;
    #finds = trust/* PII_KINDS */.tw.map(() => 0);
    #rowsWith = trust/* PII_KINDS */.tw.map(() => 0);
    #rows = 0;
    constructor(settings) {
        this.#settings = settings;
    }
    /** @param parts what was found in each part of a row, at least one in all */
    addRow(parts) {
        this.#rows++;
        for (let kind = 0; kind < trust/* PII_KINDS */.tw.length; kind++) {
            const finds = parts.reduce((sum, counts) => sum + counts[kind], 0);
            this.#finds[kind] += finds;
            if (finds > 0)
                this.#rowsWith[kind]++;
        }
    }
    counts() {
        const { action, find } = this.#settings;
        const found = find.map((kind) => {
            const number = trust/* PII_KINDS */.tw.indexOf(kind);
            return [kind, { rows: this.#rowsWith[number], finds: this.#finds[number] }];
        });
        return { action, rows: this.#rows, found: Object.fromEntries(found) };
    }
}

;// CONCATENATED MODULE: ./build/pii/pii-guard.js



/** Searches the kept columns of a dataset's rows for personal data, and counts the personal data of whole rows. */
class PiiGuard {
    #tally;
    #texts;
    #kept;
    #columns;
    #drops;
    /**
     * @param texts what looked for it in the texts of a row
     * @param kept looks for it in the columns that are kept
     * @param positions positions of the values in a row
     */
    constructor(settings, { texts, kept }, { values }, positions) {
        this.#tally = new PiiTally(settings);
        this.#texts = texts;
        this.#kept = kept;
        this.#columns = values.flatMap(({ type }, index) => {
            const { searched } = model_shape/* COLUMN_TYPES */.RO[type];
            return searched === null ? [] : [{ position: positions[index], isList: searched === 'texts' }];
        });
        this.#drops = settings.action === 'drop';
    }
    /** Looks at the columns of a row whose texts were looked at. @returns the row as it may be published */
    read(row) {
        this.#kept.begin();
        let published = null;
        for (const { position, isList } of this.#columns) {
            const field = row[position];
            if (field === null)
                continue;
            const left = isList ? readList(field, this.#kept) : this.#kept.read(field);
            if (left === field)
                continue;
            published ??= [...row];
            published[position] = left.slice();
        }
        return published ?? row;
    }
    /** True if the last row must be left out. */
    get isRejected() {
        return this.#drops && this.#hasFound;
    }
    /** Counts the personal data of the last row. */
    count() {
        if (this.#hasFound)
            this.#tally.addRow([this.#texts.finds, this.#kept.finds]);
    }
    counts() {
        return this.#tally.counts();
    }
    get #hasFound() {
        return this.#texts.hasFound || this.#kept.hasFound;
    }
}
/** @returns the list itself if nothing has changed, or if it is not a list */
function readList(json, reader) {
    const texts = (0,text_json/* parseJson */.qF)(json);
    if (!Array.isArray(texts))
        return json;
    const left = texts.map((text) => (typeof text === 'string' ? reader.readText(text) : text));
    return left.some((text, index) => text !== texts[index]) ? Buffer.from(JSON.stringify(left)) : json;
}

// EXTERNAL MODULE: ./build/engine/rows/class-sets.js
var class_sets = __webpack_require__(231);
// EXTERNAL MODULE: ./build/engine/rows/confidence.js
var rows_confidence = __webpack_require__(7621);
;// CONCATENATED MODULE: ./build/engine/rows/confirmed-population.js

/**
 * Counts the confirmed rows that a sample was taken from, without another scan of them. A sample holds the rows with the
 * smallest sha256(`<seed>:<id>`). If the sample holds all rows, their number is exact. Otherwise the rank u of its last row,
 * as a number from 0 to 1, gives an unbiased estimate, (k − 1) / u for a sample of k rows, whose relative standard error is
 * about 1 / √(k − 2) (Z. Bar-Yossef et al., "Counting distinct elements in a data stream", RANDOM 2002; K. Beyer et al., "On
 * synopses for distinct-value estimation under multiset operations", SIGMOD 2007).
 */
class ConfirmedPopulation {
    /** The largest number of rows that are taken. */
    limit = Number.POSITIVE_INFINITY;
    #seed;
    #isRanked = false;
    #lastRank = null;
    constructor(seed) {
        this.#seed = seed;
    }
    /**
     * Sets how many rows the sample has at most.
     *
     * @param isRanked true when its rows come by ascending rank of their ids
     */
    begin(limit, isRanked) {
        this.limit = limit;
        this.#isRanked = isRanked;
    }
    /** Takes the id of the last row of a full sample; a row without an id has no rank. */
    takeLast(id) {
        if (!this.#isRanked || id === null)
            return;
        const hash = (0,external_node_crypto_.createHash)('sha256').update(`${this.#seed}:`).update(id).digest();
        this.#lastRank = (hash.readUIntBE(0, 6) + 0.5) / 2 ** 48;
    }
    /** Returns the number of rows. @param sampled rows that were taken */
    counts(sampled) {
        if (this.limit === Number.POSITIVE_INFINITY || this.limit === 0)
            return {};
        if (sampled < this.limit)
            return { confirmedRows: { rows: sampled, isEstimated: false } };
        if (this.#lastRank === null || sampled < 2)
            return {};
        const rows = Math.max(sampled, Math.round((sampled - 1) / this.#lastRank));
        return { confirmedRows: { rows, isEstimated: true } };
    }
}

// EXTERNAL MODULE: ./build/engine/rows/correction-notes.js
var correction_notes = __webpack_require__(3209);
// EXTERNAL MODULE: ./build/engine/rows/memory-keeper.js + 2 modules
var memory_keeper = __webpack_require__(8960);
// EXTERNAL MODULE: ./build/model/predictions.js
var predictions = __webpack_require__(4180);
// EXTERNAL MODULE: ./build/engine/rows/label.js
var label = __webpack_require__(5831);
// EXTERNAL MODULE: ./build/engine/rows/row-origin.js
var row_origin = __webpack_require__(2496);
;// CONCATENATED MODULE: ./build/engine/rows/prediction-counter.js



/** Counts the predictions of a dataset; null if its corrections have none. */
function countPredictions(shape, { predicted, values }) {
    return predicted === null ? null : new PredictionCounter(shape, predicted, values[0]);
}
const [UNKNOWN, WRONG, RIGHT] = [(0,row_origin/* originCode */.G)('unknown'), (0,row_origin/* originCode */.G)('wrong'), (0,row_origin/* originCode */.G)('right')];
/** Classes of which every pair has a count from the start. */
const MOST_FLAT = 256;
/**
 * Counts the prediction of each correction that has a known class, whatever happens to its text. A pair is a number:
 * the prediction, 0 for an unknown class and else one more than its id, times the classes, plus the right class.
 */
class PredictionCounter {
    #classes;
    #predictedField;
    #labelField;
    #labeller;
    /** Rows by pair; of many classes only the pairs that were met. */
    #flat;
    #sparse = new Map();
    constructor(shape, predictedField, labelField) {
        this.#classes = shape.classNames.length;
        this.#predictedField = predictedField;
        this.#labelField = labelField;
        this.#labeller = new label/* ClassLabeller */.m(shape.classNames, shape);
        this.#flat = this.#classes > MOST_FLAT ? null : new Float64Array((this.#classes + 1) * this.#classes);
    }
    /** Takes one correction. @returns the code of its origin */
    add(row) {
        const corrected = this.#find(row[this.#labelField]);
        if (corrected === label/* UNKNOWN_CLASS */.u)
            return UNKNOWN;
        const name = row[this.#predictedField];
        const predicted = this.#find(name);
        const pair = (1 + predicted) * this.#classes + corrected;
        if (this.#flat !== null)
            this.#flat[pair]++;
        else
            this.#sparse.set(pair, 1 + (this.#sparse.get(pair) ?? 0));
        if (name === null)
            return UNKNOWN;
        return predicted === corrected ? RIGHT : WRONG;
    }
    counts() {
        const pairs = [];
        let reviewed = 0;
        let corrected = 0;
        for (const [pair, rows] of (this.#flat ?? this.#sparse).entries()) {
            if (rows === 0)
                continue;
            const predicted = Math.floor(pair / this.#classes) - 1;
            const right = pair % this.#classes;
            reviewed += rows;
            if (predicted !== right)
                corrected += rows;
            pairs.push([predicted === label/* UNKNOWN_CLASS */.u ? null : predicted, right, rows]);
        }
        return { reviewed, corrected, pairs: pairs.sort(predictions/* comparePairs */.ff).slice(0, predictions/* MOST_PAIRS */.AN) };
    }
    #find(name) {
        return name === null ? label/* UNKNOWN_CLASS */.u : this.#labeller.find(name);
    }
}

// EXTERNAL MODULE: ./build/engine/rows/row-counts.js
var row_counts = __webpack_require__(5482);
;// CONCATENATED MODULE: ./build/engine/rows/row-spill.js
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

;// CONCATENATED MODULE: ./build/engine/rows/spill-keeper.js


const CONFIRMED = (0,row_origin/* originCode */.G)('confirmed');
/** Passes on a dataset's rows, so that none is kept in memory. */
class SpillKeeper {
    #parts;
    #dataset;
    #spill;
    #row = emptyRow();
    /** @param dataset its number where the rows go */
    constructor(parts, dataset, spill) {
        this.#parts = parts;
        this.#dataset = dataset;
        this.#spill = spill;
    }
    setOrigin(_serial, origin) {
        this.#row.origin = origin;
    }
    setConfidence(_serial, confidence) {
        this.#row.confidence = confidence;
    }
    note(row) {
        this.#parts.notes.read(row);
    }
    valueOf(row) {
        const { values, identity } = this.#parts;
        return values.pack(row, identity);
    }
    keep(source, fields, value) {
        const { identity, values, notes, keys } = this.#parts;
        const row = this.#row;
        row.text = identity.ranked();
        row.rankHigh = identity.rankHigh;
        row.rankLow = identity.rankLow;
        row.classId = value;
        row.values = values.packed;
        const rank = keys?.rankOf(fields, identity.folded);
        row.groupHigh = rank?.high ?? row.rankHigh;
        row.groupLow = rank?.low ?? row.rankLow;
        if (source === 'confirmed')
            row.origin = CONFIRMED;
        if (notes !== null && source === 'corrections') {
            row.annotator = notes.annotator;
            row.time = notes.time;
        }
        this.#spill.keep(this.#dataset, row);
    }
    drop(reason) {
        this.#spill.drop(this.#dataset, reason);
    }
}

// EXTERNAL MODULE: ./build/engine/rows/split-keys.js
var split_keys = __webpack_require__(4694);
// EXTERNAL MODULE: ./build/engine/rows/values.js + 4 modules
var rows_values = __webpack_require__(980);
;// CONCATENATED MODULE: ./build/engine/rows/dataset-collector.js











const REASONS = {
    nullMessage: 'no-text',
    invalidUtf8: 'invalid-utf8',
    empty: 'empty',
    malformed: 'malformed',
    noAnswer: 'no-answer',
    sameAnswers: 'same-answers',
    toolCalls: 'tool-calls',
    notText: 'not-text',
};
/** Reads the rows of one dataset: keeps the usable ones, and counts the others. */
class DatasetCollector {
    fetched = { corrections: 0, confirmed: 0 };
    #population;
    #parts;
    #memory;
    #keeper;
    /** Null if corrections have no prediction. */
    #predictions;
    #problems = {
        nullMessage: 0,
        invalidUtf8: 0,
        empty: 0,
        pii: 0,
        unknownClass: 0,
        malformed: 0,
        noAnswer: 0,
        sameAnswers: 0,
        toolCalls: 0,
        notText: 0,
    };
    #pii;
    /** Number of rows that cleaning changed; null with the built-in cleaning rules, or without cleaning. */
    #changed;
    /** Number of rows that are kept without their unknown class; null if such rows are dropped. */
    #shortened;
    #folded = 0;
    constructor({ shape, layout, isIdItem, annotators, pii, shares }, { identity, index, ids, items, seed, keptPii, }) {
        this.#pii =
            pii === null ? null : new PiiGuard(pii, { texts: identity.pii, kept: keptPii }, shape, layout.values);
        this.#changed = typeof shape.clean === 'string' ? null : 0;
        this.#shortened = shape.unknownClasses === 'drop-class' ? 0 : null;
        const isNoted = layout.annotator !== null || layout.time !== null;
        const notes = isNoted ? new correction_notes/* CorrectionNotes */.eX(layout) : null;
        const values = (0,rows_values/* createValueReader */.bX)(shape, layout.values);
        const keys = split_keys/* SplitKeys */.$.open(shape, layout, seed);
        const confidence = rows_confidence/* ConfidenceReader */.C.open(shape, layout);
        const own = { shape, layout, annotators, shares, identity, values, notes, keys, confidence };
        this.#parts = { ...own, index, ids, items: isIdItem ? items : null };
        this.#memory = new memory_keeper/* MemoryKeeper */.g3(this.#parts);
        this.#keeper = this.#memory;
        this.#predictions = countPredictions(shape, layout);
        this.#population = new ConfirmedPopulation(seed);
    }
    /**
     * Limits the number of confirmed rows.
     *
     * @param isRanked true when they come by ascending rank of their ids
     */
    limitConfirmed(rows, isRanked) {
        this.#population.begin(rows, isRanked);
    }
    /** Bytes of memory its rows take, beside those of their texts and ids. */
    get bytes() {
        return this.#memory.bytes;
    }
    /** @param serial the row's serial number, see `RowIds` */
    add(source, row, serial) {
        const { layout, notes, identity } = this.#parts;
        if (layout.member !== null && row[layout.member] === null)
            return;
        if (source === 'confirmed') {
            if (this.fetched.confirmed === this.#population.limit)
                return;
            if (++this.fetched.confirmed === this.#population.limit)
                this.#population.takeLast(row[layout.id]);
        }
        else
            this.fetched.corrections++;
        const keeper = this.#keeper;
        if (notes !== null && source === 'corrections')
            keeper.note(row, serial);
        if (this.#predictions !== null && source === 'corrections')
            keeper.setOrigin(serial, this.#predictions.add(row));
        const problem = identity.problemOf(row);
        if (problem !== null) {
            this.#problems[problem]++;
            keeper.drop(REASONS[problem], serial);
            return;
        }
        const published = this.#pii === null ? row : this.#pii.read(row);
        if (this.#pii?.isRejected) {
            this.#pii.count();
            this.#problems.pii++;
            keeper.drop('pii', serial);
            return;
        }
        const value = keeper.valueOf(published);
        if (value < 0) {
            this.#problems[value === class_sets/* MALFORMED */.G ? 'malformed' : 'unknownClass']++;
            keeper.drop(value === class_sets/* MALFORMED */.G ? 'malformed' : 'unknown-class', serial);
            return;
        }
        this.#pii?.count();
        if (this.#changed !== null && identity.isChanged)
            this.#changed++;
        if (this.#shortened !== null && this.#parts.values.isShortened)
            this.#shortened++;
        if (identity.isFolded)
            this.#folded++;
        const { confidence } = this.#parts;
        if (confidence !== null)
            keeper.setConfidence(serial, confidence.read(row));
        keeper.keep(source, row, value, serial);
    }
    finish() {
        const { rows, left, agreement, ids } = this.#memory.finish();
        return { rows, counts: (0,row_counts/* rowCounts */.VZ)(this.counts(), left, agreement), ids, dropped: this.#memory.dropped };
    }
    /** Counts of the rows before they are deduplicated. */
    counts() {
        const { layout, values, notes, confidence } = this.#parts;
        return {
            fetched: this.fetched,
            problems: (0,row_counts/* withoutZeros */.Kd)(this.#problems),
            unknownClassNames: values.unknownClasses(),
            isCompared: layout.annotator !== null,
            newestCorrection: notes?.newest() ?? null,
            ...(0,row_counts/* futureOf */.f4)(notes?.future() ?? 0),
            ...(this.#shortened === null ? {} : { shortenedRows: this.#shortened }),
            ...(this.#changed === null ? {} : { changedByCleaning: this.#changed }),
            ...(0,row_counts/* foldedOf */.WF)(this.#folded),
            ...(values.spans === null ? {} : { spans: structuredClone(values.spans) }),
            ...(this.#pii === null ? {} : { pii: this.#pii.counts() }),
            ...(this.#predictions === null ? {} : { predictions: this.#predictions.counts() }),
            ...(confidence === null ? {} : { confidence: confidence.counts() }),
            ...this.#population.counts(this.fetched.confirmed),
        };
    }
    /** Hands over the rows of a source so far. @param dataset its number there */
    spillSoFar(source, dataset, spill) {
        this.#memory.spill(source, dataset, spill);
    }
    /** Keeps rows elsewhere from now on. @param dataset its number there */
    spillFromNowOn(dataset, spill) {
        this.#keeper = new SpillKeeper(this.#parts, dataset, spill);
        this.#memory.close();
    }
}

// EXTERNAL MODULE: ./build/engine/rows/id-hasher.js
var id_hasher = __webpack_require__(8926);
// EXTERNAL MODULE: ./build/engine/rows/row-ids.js
var row_ids = __webpack_require__(5622);
// EXTERNAL MODULE: ./build/engine/rows/row-items.js
var row_items = __webpack_require__(6016);
// EXTERNAL MODULE: ./build/engine/rows/fold.js
var rows_fold = __webpack_require__(2458);
// EXTERNAL MODULE: ./build/engine/rows/identity.js + 1 modules
var rows_identity = __webpack_require__(264);
// EXTERNAL MODULE: ./build/engine/rows/rank.js
var rank = __webpack_require__(1139);
;// CONCATENATED MODULE: ./build/engine/rows/shared-identity.js



/** The identity of a row, made once for all datasets that have it. */
class SharedIdentity {
    pii;
    #reader;
    #index;
    #texts;
    /** Null where rows of the same bytes are the same. */
    #folder;
    #identity;
    /** The identity in the form in which it is compared. */
    #folded;
    #number;
    #published;
    #ranker;
    #isRanked = false;
    rankHigh = 0;
    rankLow = 0;
    /**
     * @param layout positions of the texts in a row
     * @param options.seed of the ranks
     * @param options.pii looks for personal data in the texts; null to look for none
     * @param options.textOfHtml needed where HTML is cleaned
     */
    constructor(shape, layout, { index, seed, ...readers }) {
        this.#ranker = new rank/* TextRanker */.F(seed);
        this.#texts = shape.texts.length;
        this.#folder = rows_fold/* IdentityFolder */.b.open(shape);
        this.#reader = new rows_identity/* IdentityReader */.mO(shape, layout, readers);
        this.pii = readers.pii;
        this.#index = index;
    }
    /** Prepares for the next row. */
    forget() {
        this.#identity = undefined;
        this.#number = undefined;
        this.#published = undefined;
        this.#isRanked = false;
    }
    /** True when rows that are compared by the same bytes may be published with other ones. */
    get hasForms() {
        return this.#folder !== null;
    }
    /** Why the row has no identity, null when it has one. */
    problemOf(row) {
        this.#identity ??= this.#read(row);
        return typeof this.#identity === 'string' ? this.#identity : null;
    }
    /** Whether cleaning changed a text of the row. */
    get isChanged() {
        return this.#reader.isChanged;
    }
    /** True when folding changed a text of the row. */
    get isFolded() {
        return this.#folder?.hasChanged === true;
    }
    get choice() {
        return this.#folder?.isSecondChosen === true ? 1 : 0;
    }
    get source() {
        return this.#reader.source;
    }
    get published() {
        return this.#identity;
    }
    get redactions() {
        return this.pii?.redactions ?? [];
    }
    /** The identity of a row that has one, as it is published; {@link rankHigh} and {@link rankLow} are the rank of its form. */
    ranked() {
        if (!this.#isRanked) {
            this.#ranker.rank(this.#folded);
            this.rankHigh = this.#ranker.high;
            this.rankLow = this.#ranker.low;
            this.#isRanked = true;
        }
        return this.#identity;
    }
    /** The form in which a row that has an identity is compared. */
    get folded() {
        return this.#folded;
    }
    /** Number of the form in which a row that has an identity is compared. */
    numberOf() {
        this.#number ??= this.#index.numberOf(this.#folded);
        return this.#number;
    }
    /** Number of the identity of a row that has one, as it is published. */
    publishedNumberOf() {
        if (this.#folded === this.#identity)
            return this.numberOf();
        this.#published ??= this.#index.numberOf(this.#identity);
        return this.#published;
    }
    #read(row) {
        const identity = this.#reader.read(row);
        if (typeof identity === 'string')
            return identity;
        this.#folded = this.#folder === null ? identity : this.#folder.fold(identity);
        if (this.isFolded && hasEmptyText(this.#folded, this.#texts))
            return 'empty';
        return this.#folder?.hasSameAnswers === true ? 'sameAnswers' : identity;
    }
}
function hasEmptyText(identity, texts) {
    return (0,rows_identity/* splitIdentity */.Lt)(identity, texts).some(({ length }) => length === 0);
}

;// CONCATENATED MODULE: ./build/engine/rows/collect-rows.js





/** Takes rows as they are read and cleans, labels and deduplicates them one by one, for several datasets at once. */
class RowCollector {
    #datasets;
    #identities;
    #ids = new row_ids/* RowIds */.p1();
    /** Null where ids decide nothing for any dataset. */
    #items;
    #hasher = new id_hasher/* IdHasher */.Z();
    /** Number of rows that were passed on and are no longer in {@link #ids}. */
    #serial = 0;
    #index;
    /** By dataset the number of its identity. */
    #identityOf;
    #spill = null;
    #idField;
    /**
     * @param datasets the datasets, with the positions of their fields in a row; they share the id
     * @param index where the texts are kept
     * @param seed of the ranks of groups
     * @param loaded what only some datasets need
     */
    constructor(datasets, index, seed, { openPii = null, textOfHtml = null } = {}) {
        this.#items = datasets.some(({ isIdItem }) => isIdItem) ? new row_items/* RowItems */.n() : null;
        const identities = new Map();
        const used = [];
        this.#datasets = datasets.map((dataset) => {
            const { shape, layout, pii } = dataset;
            const open = () => (pii === null ? null : openPii(pii));
            const key = JSON.stringify([
                layout.texts,
                shape.texts.map(({ type }) => type),
                shape.task,
                shape.clean,
                shape.isFolded,
                pii,
            ]);
            const identity = identities.get(key) ?? new SharedIdentity(shape, layout, { index, seed, pii: open(), textOfHtml });
            identities.set(key, identity);
            used.push(identity);
            const shared = { identity, index, ids: this.#ids, items: this.#items };
            return new DatasetCollector(dataset, { ...shared, seed, keptPii: open() });
        });
        this.#identities = [...identities.values()];
        this.#identityOf = used.map((identity) => this.#identities.indexOf(identity));
        this.#index = index;
        this.#idField = datasets[0].layout.id;
    }
    /** Rows of a dataset so far. */
    fetched(dataset) {
        return this.#datasets[dataset].fetched;
    }
    /**
     * Limits the confirmed rows of a dataset. Further rows do not count as read.
     *
     * @param isRanked true when they come by ascending rank of their ids
     */
    limitConfirmed(dataset, rows, isRanked) {
        this.#datasets[dataset].limitConfirmed(rows, isRanked);
    }
    /** Takes one row, whose fields are copied if it is kept; all corrections come before the first confirmed row. */
    add(source, row) {
        const serial = this.#begin(source, row);
        for (let dataset = 0; dataset < this.#datasets.length; dataset++)
            this.#datasets[dataset].add(source, row, serial);
        this.#spill?.end();
    }
    /** Takes one row for one dataset only. */
    addTo(dataset, source, row) {
        this.#datasets[dataset].add(source, row, this.#begin(source, row));
        this.#spill?.end();
    }
    /** Bytes of memory the rows take, beside those of their texts. */
    get bytes() {
        let bytes = this.#ids.bytes + (this.#items?.bytes ?? 0);
        for (const dataset of this.#datasets)
            bytes += dataset.bytes;
        return bytes;
    }
    /** By dataset the number of its identity: datasets with the same one have the same text in a row. */
    get identities() {
        return this.#identityOf;
    }
    /** Hands over the rows so far, and all that are yet to come; the texts are not needed any more. */
    spillTo(spill) {
        for (const source of ['corrections', 'confirmed']) {
            for (const [number, dataset] of this.#datasets.entries())
                dataset.spillSoFar(source, number, spill);
        }
        for (const [number, dataset] of this.#datasets.entries())
            dataset.spillFromNowOn(number, spill);
        this.#spill = spill;
        this.#index.empty();
        this.#serial = this.#ids.length;
        this.#ids.clear();
        this.#items?.clear();
    }
    /** Counts of each dataset's rows before they are deduplicated. */
    counts() {
        return this.#datasets.map((dataset) => dataset.counts());
    }
    /** Prepares for the next row. @returns its serial number */
    #begin(source, row) {
        for (let index = 0; index < this.#identities.length; index++)
            this.#identities[index].forget();
        const id = row[this.#idField];
        if (this.#spill === null) {
            this.#items?.add(id);
            return this.#ids.add(source, id);
        }
        this.#spill.begin(source, { id, serial: this.#serial, hash: this.#hashOf(id) });
        return this.#serial++;
    }
    /** Hash of an id; null for NULL, and where ids decide nothing. */
    #hashOf(id) {
        if (id === null || this.#items === null)
            return null;
        this.#hasher.hash(id);
        return this.#hasher;
    }
    /** The rows of each dataset that are left and the counts; the collector takes no rows afterwards. */
    finish() {
        return this.#datasets.map((dataset) => dataset.finish());
    }
}

// EXTERNAL MODULE: ./build/engine/rows/dropped-rows.js
var dropped_rows = __webpack_require__(3953);
// EXTERNAL MODULE: ./build/engine/rows/text-index.js
var text_index = __webpack_require__(5295);
// EXTERNAL MODULE: ./build/engine/turns.js
var engine_turns = __webpack_require__(8951);
// EXTERNAL MODULE: ./build/engine/usable-rows.js + 3 modules
var usable_rows = __webpack_require__(1874);
;// CONCATENATED MODULE: ./build/engine/row-engine.js













/**
 * Cleans, labels and deduplicates rows as they arrive. Up to a limit
 * they are in memory, then on disk. The published dataset is the same.
 */
function createRowEngine(options) {
    return {
        async read(corrections, plans, progress) {
            const sweeping = (0,spill_folder/* removeAbandoned */.j)(options.temp);
            const reading = new Reading(options, progress);
            try {
                for (const plan of plans)
                    await reading.read(corrections, plan);
                await sweeping;
                return reading.end();
            }
            catch (error) {
                reading.abandon();
                throw error;
            }
        },
    };
}
/** The rows read so far; datasets share the texts. */
class Reading {
    #options;
    #progress;
    #folder;
    #indexes = new Map();
    #sketches = new Map();
    #inMemory = [];
    #onDisk = [];
    #plans = 0;
    /** Bytes of the rows in memory, beside their texts. */
    #rowBytes = 0;
    constructor(options, progress) {
        this.#options = options;
        this.#progress = progress;
        this.#folder = new spill_folder/* SpillFolder */.r(options.temp);
    }
    async read(corrections, plan) {
        const { datasets, seed } = plan;
        const index = this.#indexes.get(seed) ?? new text_index/* TextIndex */.U(new rank/* TextRanker */.F(seed));
        this.#indexes.set(seed, index);
        const collector = new RowCollector(datasets, index, seed, await loadReaders(plan));
        const limited = this.#limit(collector, plan);
        try {
            const early = datasets.some(({ target }) => target.trust.nearDuplicates !== 'none')
                ? this.#earlySketches(seed, index)
                : undefined;
            await readPlan(corrections, plan, { collector: limited, progress: this.#progress, early });
            limited.store?.close();
        }
        catch (error) {
            limited.store?.abandon();
            throw error;
        }
        if (limited.store === null) {
            this.#rowBytes += collector.bytes;
            for (const [number, rows] of collector.finish().entries()) {
                this.#inMemory.push({ ...datasets[number], rows });
            }
            return;
        }
        for (const [number, read] of collector.counts().entries()) {
            const job = { kind: 'disk', source: this.#sourceOf(number, plan, limited.store), read };
            this.#onDisk.push({
                target: datasets[number].target,
                job,
                droppedFiles: limited.store.dropped[number].files,
            });
        }
    }
    #earlySketches(seed, index) {
        const early = this.#sketches.get(seed) ?? new EarlySketches(index);
        this.#sketches.set(seed, early);
        return early;
    }
    end() {
        const memoryLeft = this.#options.memoryLimit - (0,limited_collector/* processBytes */.l)(this.#rowBytes + this.#textBytes());
        for (const index of this.#indexes.values())
            index.close();
        const share = memoryLeft / (this.#inMemory.length + this.#onDisk.length);
        return new Map([...this.#memoryRows(share), ...this.#spilledRows(share)]);
    }
    abandon() {
        this.#folder.close();
    }
    #limit(collector, { datasets, ordered }) {
        const names = datasets.map(({ target }) => target.name).join(' and ');
        return new limited_collector/* LimitedCollector */.i(collector, datasets, {
            rowsALook: this.#options.rowsALook ?? ROWS_A_LOOK,
            limit: this.#options.memoryLimit,
            bytesElsewhere: () => this.#rowBytes + this.#textBytes(),
            isOrdered: ordered,
            folder: () => this.#folder.open(),
            name: `plan${this.#plans++}`,
            onSpill: (rows) => this.#progress.spilling(names, rows, this.#folder.freeBytes()),
        });
    }
    #textBytes() {
        return [...this.#indexes.values()].reduce((sum, { bytes }) => sum + bytes, 0);
    }
    #sourceOf(number, { datasets, ordered }, store) {
        const { shape, layout, annotators, shares } = datasets[number];
        return {
            shape,
            annotators,
            isAnnotated: layout.annotator !== null,
            isTimed: layout.time !== null,
            folder: this.#folder.open(),
            ...store.rowsOf(number),
            shares,
            isOrdered: ordered,
            mostConflictIds: MOST_CONFLICT_IDS,
        };
    }
    /** @param bytes each dataset may take beside the memory of all rows */
    #memoryRows(bytes) {
        const { signal, workerFile, prepare = (0,preparer/* createPreparer */.om)({ workerFile, signal }) } = this.#options;
        const searchBlocks = (0,engine_turns/* blocksIn */.A)(bytes);
        return this.#inMemory.map(({ target, shape, layout, rows }) => {
            const isGrouped = layout.group !== null;
            const prepareAll = (of, collected, how) => prepare(of, collected, { ...how, searchBlocks, isGrouped });
            return [target, (0,usable_rows/* memoryRows */.B)(shape, rows, prepareAll)];
        });
    }
    /** @param bytes each dataset may take beside the memory of all rows */
    #spilledRows(bytes) {
        if (this.#onDisk.length === 0)
            return [];
        const { signal, workerFile = preparer/* WORKER_FILE */.YS } = this.#options;
        const turns = (0,engine_turns/* createTurns */.z)(this.#onDisk.length * bytes, this.#onDisk.length);
        return this.#onDisk.map(({ target, job, droppedFiles }) => [
            target,
            (0,usable_rows/* threadRows */.A)(job.source.shape.name, job, {
                workerFile,
                signal,
                turns,
                droppedFiles,
                linesOf: (files) => (0,dropped_rows/* droppedLines */.eW)((0,dropped_runs/* mergedRuns */.$)(files)),
                onClose: this.#folder.keep(),
            }),
        ]);
    }
}
const ROWS_A_LOOK = 4096;
/** Loads the modules that few datasets need: the numbering plans of phone numbers, and the HTML parser. */
async function loadReaders({ datasets }) {
    const needsPii = datasets.some(({ pii }) => pii !== null);
    const needsHtml = datasets.some(({ shape }) => shape.clean.includes('html'));
    return {
        openPii: needsPii ? (await Promise.all(/* import() */[__webpack_require__.e(750), __webpack_require__.e(485)]).then(__webpack_require__.bind(__webpack_require__, 485))).openPiiReader : null,
        textOfHtml: needsHtml ? (await Promise.all(/* import() */[__webpack_require__.e(264), __webpack_require__.e(664)]).then(__webpack_require__.bind(__webpack_require__, 2664))).textOfHtml : null,
    };
}

// EXTERNAL MODULE: ./build/text/sql.js
var text_sql = __webpack_require__(1190);
// EXTERNAL MODULE: ./build/postgres/errors/server-address.js
var server_address = __webpack_require__(2872);
;// CONCATENATED MODULE: ./build/postgres/errors/server-message.js
const IDENTIFIER = String.raw `[\p{L}_][\p{L}\p{N}_$]{0,62}`;
const RELATION_MISSING = new RegExp(`^relation "((?:${IDENTIFIER}\\.)?${IDENTIFIER})" does not exist$`, 'u');
const COLUMN_MISSING = new RegExp(`^column "?(?:${IDENTIFIER}\\.)?(${IDENTIFIER})"? does not exist$`, 'u');
const DENIED = new RegExp(`^permission denied for (table|relation|view|schema|database) "?(${IDENTIFIER})"?$`, 'u');
const POLICED = new RegExp(`^query would be affected by row-level security policy for table "(${IDENTIFIER})"$`, 'u');
// PostgreSQL's messages are parsed only if they have exactly the form of its English texts, so that only a name can
// come out; a server with another language gives `undefined`.
/** Returns the name of the missing table in the message of 42P01. */
function readRelationName(message) {
    return RELATION_MISSING.exec(message)?.[1];
}
/** Returns the name of the missing column, without its table's alias, in the message of 42703. */
function readColumnName(message) {
    return COLUMN_MISSING.exec(message)?.[1];
}
/** Returns the object that the message of 42501 is about. */
function readDeniedObject(message) {
    const [, kind, name] = DENIED.exec(message) ?? [];
    if (kind === undefined || name === undefined)
        return undefined;
    return { kind: kind === 'schema' || kind === 'database' ? kind : 'table', name };
}
/** Returns the name of the table whose policies would filter a query, in the message of 42501. */
function readPolicedTable(message) {
    return POLICED.exec(message)?.[1];
}
/** Returns a name in the form that SQL needs. */
function quoteIdentifier(name) {
    return /^[a-z_][a-z0-9_$]*$/.test(name) ? name : `"${name.replaceAll('"', '""')}"`;
}

;// CONCATENATED MODULE: ./build/postgres/errors/explain-row-security.js


/**
 * Code of the PostgresError for a SELECT that row-level security would filter; PostgreSQL's 42501 also means a missing
 * right.
 */
const ROW_SECURITY = 'ROW_SECURITY';
/** The function of PostgreSQL that reports it, in every language; it never holds a text of a row. */
const ROUTINE = 'check_enable_rls';
/** Explains that a SELECT was refused because policies would hide rows; `undefined` for any other reason. */
function explainRowSecurity(error, context) {
    if (error.code !== '42501')
        return undefined;
    const { settings, phase, origin } = context;
    const table = readPolicedTable(error.message);
    if (error.routine !== ROUTINE && (table === undefined || phase !== 'describe'))
        return undefined;
    const { user } = settings;
    const [named, ofTable] = table === undefined ? ['a table', 'the table'] : [`table "${table}"`, quoteIdentifier(table)];
    const role = quoteIdentifier(user);
    // PostgreSQL gives a hint only to the table's owner, to whom its policies apply by FORCE.
    const remedy = error.hint === undefined
        ? `Use a role that sees all rows: one with BYPASSRLS (a superuser runs: ALTER ROLE ${role} BYPASSRLS;) or the owner of ${ofTable}.`
        : `Use a role that sees all rows: one with BYPASSRLS (a superuser runs: ALTER ROLE ${role} BYPASSRLS;), or run ALTER TABLE ${ofTable} NO FORCE ROW LEVEL SECURITY;`;
    // The built-in source has no settings.
    const isSet = origin?.source.origin !== 'built-in';
    const allowed = 'To publish only the rows that the policies show, set row-security: allow for the source.';
    return {
        code: ROW_SECURITY,
        message: `Row-level security policies of ${named} of ${(0,server_address/* describeServer */.X)(settings)} would hide rows from user "${user}", so nothing was read. ` +
            `${remedy}${isSet ? ` ${allowed}` : ''}`,
    };
}
/** Returns the table whose policies caused the refusal of a SELECT; null if its name cannot be shown. */
function policedTable({ cause }) {
    return readPolicedTable(cause.message) ?? null;
}

;// CONCATENATED MODULE: ./build/postgres/types.js
/** Columns of the rows of {@link describeTypes}. */
const TYPE_COLUMNS = 4;
const MOST_TABLES = 3;
/** SELECT of the roles that the session is, or can become by SET ROLE, also those whose rights it does not inherit. */
const WRITERS = `
          SELECT r.oid FROM pg_catalog.pg_roles r
          WHERE pg_catalog.pg_has_role(r.oid, CASE
            WHEN pg_catalog.current_setting('server_version_num')::pg_catalog.int4 OPERATOR(pg_catalog.>=) 160000
            THEN 'SET' ELSE 'MEMBER' END)`;
/**
 * Condition on a table `c` that the role `writer` owns it, or has rights to change all of it or some of its columns.
 */
const MAY_CHANGE = `
            c.relowner OPERATOR(pg_catalog.=) writer.oid
            OR pg_catalog.has_table_privilege(writer.oid, c.oid, 'INSERT, UPDATE, DELETE, TRUNCATE')
            OR EXISTS (
              SELECT FROM pg_catalog.pg_attribute a
              WHERE a.attrelid OPERATOR(pg_catalog.=) c.oid AND a.attacl IS NOT NULL
            ) AND pg_catalog.has_any_column_privilege(writer.oid, c.oid, 'INSERT, UPDATE')`;
/**
 * Condition on a relation `c`, true of tables, and of views that lend the rights of their owner to the role `writer`. Bits
 * of pg_relation_is_updatable: 8 INSERT, 4 UPDATE, 16 DELETE.
 */
const IS_TABLE_TO_IT = `
            CASE WHEN c.relkind OPERATOR(pg_catalog.=) 'v' THEN
              c.relowner OPERATOR(pg_catalog.<>) writer.oid
              AND NOT EXISTS (
                SELECT FROM pg_catalog.pg_options_to_table(c.reloptions) o
                WHERE o.option_name OPERATOR(pg_catalog.=) 'security_invoker' AND o.option_value::pg_catalog.bool
              )
              AND (pg_catalog.pg_relation_is_updatable(c.oid, true) OPERATOR(pg_catalog.&) 28) OPERATOR(pg_catalog.<>) 0
            ELSE true END`;
/**
 * SELECT of types by their OIDs, each with its name, its category and that of its elements, of a domain those of the
 * type it is made from; then, without an OID, the names of some tables the role may change.
 */
function describeTypes(oids) {
    return `
    WITH RECURSIVE base AS (
      SELECT t.oid AS asked, t.oid, t.typtype, t.typbasetype, t.typcategory, t.typelem
      FROM pg_catalog.pg_type t WHERE t.oid OPERATOR(pg_catalog.=) ANY ('{${[...oids].join(',')}}'::pg_catalog.oid[])
      UNION ALL
      SELECT base.asked, t.oid, t.typtype, t.typbasetype, t.typcategory, t.typelem
      FROM base JOIN pg_catalog.pg_type t ON t.oid OPERATOR(pg_catalog.=) base.typbasetype
      WHERE base.typtype OPERATOR(pg_catalog.=) 'd'
    )
    SELECT base.asked::pg_catalog.text, pg_catalog.format_type(base.oid, NULL), base.typcategory::pg_catalog.text,
      element.typcategory::pg_catalog.text
    FROM base LEFT JOIN pg_catalog.pg_type element ON element.oid OPERATOR(pg_catalog.=) base.typelem
    WHERE base.typtype OPERATOR(pg_catalog.<>) 'd'
    UNION ALL (
      SELECT NULL, c.relname::pg_catalog.text, '', ''
      FROM pg_catalog.pg_class c JOIN pg_catalog.pg_namespace n ON n.oid OPERATOR(pg_catalog.=) c.relnamespace
      WHERE c.relkind OPERATOR(pg_catalog.=) ANY ('{r,p,f,v}'::pg_catalog."char"[])
        AND n.nspname OPERATOR(pg_catalog.!~) '^(pg_|information_schema$)'
        AND EXISTS (
          SELECT FROM pg_catalog.unnest(ARRAY(${WRITERS})) AS writer (oid)
          WHERE pg_catalog.has_schema_privilege(writer.oid, n.oid, 'USAGE')
            AND (${MAY_CHANGE})
            AND ${IS_TABLE_TO_IT}
        )
      LIMIT ${MOST_TABLES}
    )`;
}
/** The known types and tables of a database. */
class TypeCatalogue {
    #types = new Map();
    #writable = [];
    /** Takes one row of {@link describeTypes}. */
    add = (fields) => {
        const [oid, name, category, elementCategory] = fields.map((field) => field === null ? null : Buffer.from(field).toString());
        if (oid === null)
            this.#writable.push(harmless(name, 'another'));
        else
            this.#types.set(Number(oid), {
                type: harmless(name, category === 'E' ? 'enum' : 'of another type'),
                category: category ?? '',
                elementCategory,
            });
    };
    /** Some tables the role may change. */
    get writableTables() {
        return this.#writable;
    }
    describe({ name, dataTypeID }) {
        const { type, category, elementCategory } = this.#types.get(dataTypeID) ?? {
            type: 'of another type',
            category: '',
            elementCategory: null,
        };
        return { name, type, category, elementCategory };
    }
}
/** Returns a name if it looks like one; the creator of a type or a table may call it anything. */
function harmless(name, otherwise) {
    return /^([a-z_][a-z0-9_]{0,62}\.)?[a-z_][a-z0-9_ ]{0,62}(\[\])?$/.test(name ?? '') ? name : otherwise;
}

;// CONCATENATED MODULE: ./build/postgres/describe-sources.js



/** Each statement is described as written, which shows whether it is one statement, and as the table that is read. */
const TEXTS_A_STATEMENT = 2;
const PARTS = ['corrections', 'confirmed', 'pending', 'unjudged'];
/**
 * Describes the statements of sources by the server, which runs none of them, and names the types of their columns.
 * This takes two round trips, two more for each statement that is refused, and more for a source that allows row-level
 * security, to find whose policies filter it.
 *
 * @throws PostgresError if the session fails, or if the server refuses a statement for a reason other than its text
 */
async function describeSources(snapshot, sources, datasetsOf) {
    const statements = sources.flatMap((source) => PARTS.flatMap((part) => {
        const statement = source[part] ?? null;
        const origin = { source, part, datasets: datasetsOf(source) };
        return statement === null ? [] : [{ source, statement, origin }];
    }));
    const described = new Map();
    const problems = [];
    for (let next = 0; next < statements.length;) {
        const rest = statements.slice(next);
        const { descriptions, refusal } = await snapshot.describe(rest.flatMap(textsOf));
        const refused = refusal === null ? rest.length : Math.floor(descriptions.length / TEXTS_A_STATEMENT);
        for (const [index, { source, statement }] of rest.slice(0, refused + 1).entries()) {
            const description = descriptions[TEXTS_A_STATEMENT * index];
            const message = description === undefined ? null : problemOf(description, index === refused);
            if (message !== null)
                problems.push({ source, statement, message, offset: null, error: null });
            else if (index === refused)
                problems.push({ source, statement, ...explained(refusal) });
            else
                described.set(statement, description);
        }
        next += refused + 1;
        // After a refusal, the server describes nothing more in the same transaction.
        if (refusal !== null)
            await snapshot.beginAnew();
    }
    const types = new TypeCatalogue();
    const oids = [...described.values()].flatMap(({ columns }) => columns.map((column) => column.dataTypeID));
    await snapshot.copyRows(describeTypes(new Set(oids)), TYPE_COLUMNS, types.add);
    const columnsOf = (statement) => described.get(statement).columns.map((column) => types.describe(column));
    const broken = new Set(problems.map(({ source }) => source));
    const policies = new Map();
    for (const { source, statement } of statements) {
        if (source.rowSecurity !== 'allow' || broken.has(source))
            continue;
        const tables = policies.get(source) ?? new Set();
        policies.set(source, tables);
        const refusal = await snapshot.refusedByPolicy(`SELECT * FROM ${(0,text_sql/* asTable */.fO)(statement.sql)}`);
        if (refusal?.code === ROW_SECURITY)
            tables.add(policedTable(refusal));
    }
    return {
        sources: sources.map((source) => {
            if (broken.has(source))
                return null;
            return {
                corrections: columnsOf(source.corrections),
                confirmed: source.confirmed === null ? null : columnsOf(source.confirmed),
                pending: source.pending === null ? null : columnsOf(source.pending),
                ...(policies.has(source) && { policies: [...policies.get(source)] }),
            };
        }),
        problems,
        writableTables: types.writableTables,
    };
}
function textsOf({ statement: { sql }, origin }) {
    return [
        { sql: (0,text_sql/* withoutSemicolon */.CW)(sql), origin },
        { sql: `SELECT * FROM ${(0,text_sql/* asTable */.fO)(sql)}`, origin },
    ];
}
function explained({ error, position }) {
    const { message, code } = error;
    return { message, error, offset: position === null ? null : position - 1, isHidden: code === ROW_SECURITY };
}
/** Returns why a statement that was described cannot be read. */
function problemOf({ columns, parameters }, isRefusedAsTable) {
    if (columns === null)
        return 'This statement gives no rows. It must be one SELECT.';
    if (parameters > 0)
        return 'This SELECT has parameters ($1, …), which get no values. Replace them by values.';
    return isRefusedAsTable
        ? 'This statement cannot be read from. It must be one SELECT, without a WITH that changes rows.'
        : null;
}

// EXTERNAL MODULE: ./build/postgres/queries.js
var queries = __webpack_require__(766);
// EXTERNAL MODULE: ./node_modules/pg/esm/index.mjs
var esm = __webpack_require__(3849);
;// CONCATENATED MODULE: ./build/postgres/errors/conditions.js
const RETRY_LATER = 'Run again later.';
const TEST_JSON = 'Test the text before it is parsed, for example with IS JSON of PostgreSQL 16 or newer.';
const ASK_SERVER = "The server's log says what happened.";
/** The conditions that reading can meet (https://www.postgresql.org/docs/current/errcodes-appendix.html). */
const CONDITIONS = {
    '08P01': {
        means: 'a message was rejected as a violation of the protocol, by PostgreSQL or by a pooler before it',
        fix: 'If postgres-url names a pooler, have it work in transaction or session mode, or name the database itself.',
        retryable: true,
    },
    '21000': {
        means: 'a subquery that is used as one value gave several rows',
        fix: 'Aggregate them, or take one with ORDER BY and LIMIT 1.',
        ofRow: true,
    },
    '22001': {
        means: 'a text is longer than its type allows',
        fix: 'Cast it to text, or shorten it with left().',
        ofRow: true,
    },
    '22003': {
        means: 'a number is out of the range of its type',
        fix: 'Cast it to a larger type, such as bigint or numeric, before it is computed with.',
        ofRow: true,
    },
    '22007': {
        means: 'a text that is cast to a date or a time is not one',
        fix: 'Test the text before the cast, for example with pg_input_is_valid() of PostgreSQL 16 or newer.',
        ofRow: true,
    },
    '22008': {
        means: 'a date or a time is out of range',
        fix: 'Leave such rows out, or replace the value with NULL.',
        ofRow: true,
    },
    '22012': {
        means: 'a number was divided by zero',
        fix: 'Divide by NULLIF(divisor, 0).',
        ofRow: true,
    },
    '22021': {
        means: 'a text contains bytes that are not characters of its encoding, so it cannot be sent as UTF-8',
        fix: 'Repair such texts, or leave them out by a view.',
        ofRow: true,
    },
    '22023': {
        means: 'a function was given a value that it does not accept',
        fix: 'Test the value before the call.',
        ofRow: true,
    },
    '22032': { means: 'a text that is parsed as JSON is not JSON', fix: TEST_JSON, ofRow: true },
    '22P02': {
        means: 'a text cannot be read as the type that it is cast to, such as a number, json, uuid or an enum',
        fix: 'Test the text before the cast, for example with pg_input_is_valid() of PostgreSQL 16 or newer, or cast it by a CASE.',
        ofRow: true,
    },
    '22P05': {
        means: 'a text holds a character that cannot be converted: one that UTF-8 does not have, or \\u0000 in a json value',
        fix: 'Repair such texts, or leave them out by a view.',
        ofRow: true,
    },
    '2201B': {
        means: 'a regular expression is not valid',
        fix: 'Correct the pattern. If it comes from a column, test it before it is used.',
        ofRow: true,
    },
    '2202E': {
        means: 'an array was used with a wrong number of dimensions or a wrong subscript',
        fix: 'Test the array with array_ndims() before it is used.',
        ofRow: true,
    },
    '23502': {
        means: 'a NULL was cast to a domain that allows none',
        fix: 'Test for NULL first.',
        ofRow: true,
    },
    '23514': {
        means: 'a value does not meet the CHECK of the domain it is cast to',
        fix: "Cast to the domain's base type instead.",
        ofRow: true,
    },
    '25006': {
        means: 'a function of the SELECT tries to change the database, and the transaction is read-only',
        fix: 'Take that function out of the SELECT.',
    },
    '25P02': { means: 'an earlier statement of the transaction failed', fix: ASK_SERVER },
    '25P03': {
        means: 'the session was idle for longer than the idle_in_transaction_session_timeout of the server or the pooler allows',
        fix: 'Run again. If it happens often, raise that limit, or use a machine with more memory and processors.',
        retryable: true,
    },
    '25P04': {
        means: 'the transaction took longer than the transaction_timeout of the server or the role allows',
        fix: 'Raise it for this role: ALTER ROLE … SET transaction_timeout = …; 0 sets no limit.',
    },
    '2F003': {
        means: 'a foreign server is reached without a password, which only a superuser may do',
        fix: 'Give the user mapping a password: ALTER USER MAPPING … OPTIONS (ADD password …).',
    },
    '40003': { means: 'the server does not know whether the query ended', fix: RETRY_LATER, retryable: true },
    '40P01': {
        means: 'it was stopped to resolve a deadlock',
        fix: RETRY_LATER,
        retryable: true,
    },
    '42601': {
        means: 'a text that is parsed, as a tsquery, a jsonpath or dynamic SQL, has a wrong syntax',
        fix: 'Use a function that accepts any text, such as websearch_to_tsquery(), or quote the text.',
        ofRow: true,
    },
    '42602': {
        means: 'a text that is used as a name, as by ::regclass, is not one',
        fix: 'Use to_regclass() for a text that may name no table.',
        ofRow: true,
    },
    '42703': {
        means: 'dynamic SQL names a column that does not exist',
        fix: 'Correct the function of the SELECT that runs it.',
        ofRow: true,
    },
    '42704': {
        means: 'something that the SELECT needs does not exist, such as a user mapping for a foreign table, a role, a type, a setting or a text search configuration',
        fix: 'For a foreign table, have its owner run CREATE USER MAPPING FOR the role of postgres-url. If a text of a row names it, test the text first.',
    },
    '42804': {
        means: 'a value has another type than the SELECT, or a function of it, promises',
        fix: 'Correct the function, or cast its result.',
    },
    '42809': {
        means: 'a name is that of another kind of object, such as a table where a sequence is meant',
        fix: 'Correct the SELECT, or test the name first.',
        ofRow: true,
    },
    '42883': {
        means: 'a function or an operator that a value or dynamic SQL names does not exist',
        fix: 'Use to_regproc() or to_regprocedure(), which give NULL for an unknown name.',
        ofRow: true,
    },
    '42P01': {
        means: 'a table, view or sequence that a value or dynamic SQL names does not exist',
        fix: 'Use to_regclass(), which gives NULL for an unknown name.',
        ofRow: true,
    },
    '42P22': {
        means: 'texts of different collations are compared',
        fix: 'Add a COLLATE clause to the comparison.',
    },
    '53100': {
        means: 'its disk is full',
        fix: 'Free space there: sorting needs temporary files of about the size of the texts.',
    },
    '53200': {
        means: 'it has no memory left',
        fix: 'Run again later, or lower work_mem for this role.',
        retryable: true,
    },
    '53400': {
        means: 'a limit of the configuration is exceeded, usually temp_file_limit',
        fix: 'Raise it for this role: ALTER ROLE … SET temp_file_limit = …; sorting needs about the size of the texts.',
    },
    '54000': {
        means: 'a limit of PostgreSQL is exceeded, such as 1 GB for one value',
        fix: 'Leave such rows out, or shorten the value.',
        ofRow: true,
    },
    '54001': {
        means: 'the SELECT, or a recursion in it, is too deep for the stack',
        fix: 'Simplify the SELECT, end the recursion, or raise max_stack_depth.',
    },
    '55000': {
        means: 'something that the SELECT reads is not ready for it, such as a materialized view without data or a sequence without a value',
        fix: 'For a materialized view, have its owner run REFRESH MATERIALIZED VIEW.',
    },
    '55006': { means: 'something that the SELECT reads is in use', fix: RETRY_LATER, retryable: true },
    '57P04': { means: 'the database was dropped', fix: 'Check the database name in postgres-url.' },
    '57P05': {
        means: 'the session was idle for longer than idle_session_timeout allows',
        fix: RETRY_LATER,
        retryable: true,
    },
    '58030': { means: 'its disk reported an error', fix: ASK_SERVER },
    '58P01': { means: 'a file of the database or of an extension is missing', fix: ASK_SERVER },
    HV00N: {
        means: 'a foreign server that the SELECT reads from cannot be reached',
        fix: 'Check that it runs and accepts connections from the database server.',
        retryable: true,
    },
    P0001: {
        means: 'a function that the SELECT calls raised an error of its own by RAISE EXCEPTION',
        fix: "Its message is in the server's log.",
        ofRow: true,
    },
    P0002: { means: 'a function found no row where it needs one', fix: 'Correct the function.', ofRow: true },
    P0003: {
        means: 'a function found several rows where it needs one',
        fix: 'Correct the function.',
        ofRow: true,
    },
    P0004: { means: 'an ASSERT of a function failed', fix: 'Correct the function.', ofRow: true },
    XX001: {
        means: 'data of the database is damaged',
        fix: 'Restore the table from a backup; pg_amcheck finds what is damaged.',
    },
    XX002: { means: 'an index is damaged', fix: 'Run REINDEX; pg_amcheck finds what is damaged.' },
};
/** Meaning of a class, for its codes without an entry of their own. */
const CLASSES = {
    '08': {
        means: 'a connection failed, to a foreign server (postgres_fdw, dblink) or behind a pooler',
        fix: 'Check that the foreign server runs and accepts connections from the database server.',
        retryable: true,
    },
    '0A': {
        means: 'it does not support what the SELECT, or a function of it, asks for',
        fix: 'Write the SELECT in another way.',
    },
    '21': {
        means: 'a value has more rows or columns than it may',
        fix: 'Correct the SELECT.',
        ofRow: true,
    },
    '22': {
        means: 'a value of a row could not be converted or computed with',
        fix: 'Test the value before it is used.',
        ofRow: true,
    },
    '23': {
        means: 'a value breaks a constraint',
        fix: 'Take what checks the constraint out of the SELECT.',
        ofRow: true,
    },
    '25': {
        means: 'the transaction does not allow what the SELECT does',
        fix: 'Correct the SELECT, or the function it calls.',
    },
    '26': {
        means: 'a prepared statement is unknown, as behind a pooler that shares sessions',
        fix: 'Have the pooler work in transaction or session mode.',
    },
    '28': {
        means: 'a log-in failed, as that of a foreign server',
        fix: 'Check the user mapping of the foreign table.',
    },
    '2F': { means: 'a function failed', fix: 'Correct the function.', ofRow: true },
    '3D': {
        means: 'a database, such as that of a foreign server, does not exist',
        fix: 'Check the options of the foreign server.',
    },
    '3F': {
        means: 'a schema that a value or dynamic SQL names does not exist',
        fix: 'Use to_regnamespace(), which gives NULL for an unknown name.',
        ofRow: true,
    },
    '34': { means: 'a cursor is unknown', fix: 'Correct the function of the SELECT that uses it.' },
    '38': { means: 'a function failed', fix: 'Correct the function.', ofRow: true },
    '39': { means: 'a function was called in a wrong way', fix: 'Correct the function.', ofRow: true },
    '40': { means: 'the transaction was rolled back', fix: RETRY_LATER, retryable: true },
    '42': {
        means: 'dynamic SQL, or a name that a value holds, is wrong',
        fix: 'Correct the function of the SELECT that uses it.',
        ofRow: true,
    },
    '53': {
        means: 'it has not enough resources',
        fix: 'Run again later, or raise its limits.',
        retryable: true,
    },
    '54': { means: 'a limit of PostgreSQL is exceeded', fix: 'Simplify the SELECT.' },
    '55': {
        means: 'something that the SELECT reads is not in the state that reading needs',
        fix: ASK_SERVER,
    },
    '57': { means: 'an operator intervened', fix: RETRY_LATER, retryable: true },
    '58': { means: 'the system that it runs on reported an error', fix: ASK_SERVER },
    '72': {
        means: 'rows were removed that the transaction still needs (old_snapshot_threshold)',
        fix: 'Run again, or raise old_snapshot_threshold.',
        retryable: true,
    },
    F0: { means: 'its configuration is wrong', fix: ASK_SERVER },
    HV: {
        means: 'a foreign table that the SELECT reads failed',
        fix: 'Check the options of its foreign server, its user mapping and the table.',
    },
    P0: { means: 'a function in PL/pgSQL failed', fix: 'Correct the function.', ofRow: true },
    XX: {
        means: 'it, or an extension of it, met an internal error',
        fix: `${ASK_SERVER} Update PostgreSQL and its extensions.`,
    },
};
const conditions_UNKNOWN = {
    means: 'a function raised an error with a code of its own',
    fix: "Its message is in the server's log.",
    ofRow: true,
};
/** Returns what an SQLSTATE means. */
function conditionOf(code) {
    return isKnownCode(code) ? (CONDITIONS[code] ?? CLASSES[code.slice(0, 2)]) : conditions_UNKNOWN;
}
/** True for an SQLSTATE of a class of PostgreSQL; a function may raise any five letters, even those of a row. */
function isKnownCode(code) {
    return Object.hasOwn(CLASSES, code.slice(0, 2)) && /^..[0-9P]/.test(code);
}
/** Classes of errors whose cause is the server, the session or the role, and not the SELECT. */
const OF_THE_SERVER = /^(?:08|25|26|28|40|53|55|57|58|72|F0|XX)/;
/** Returns whether a SELECT was refused for its text, so that its line in the file must be changed. */
function isAboutStatement(code) {
    return code !== undefined && !OF_THE_SERVER.test(code);
}

;// CONCATENATED MODULE: ./build/model/describe-origin.js
const describe_origin_PARTS = {
    corrections: 'corrections',
    confirmed: 'confirmed rows',
    pending: 'number of pending corrections',
    unjudged: 'number of rows that nobody judged',
};
/** Returns a sentence that names the SELECT that failed, its place in the file and the datasets it was read for. */
function describeOrigin({ source, part, datasets }) {
    const names = datasets.join(' and ');
    if (source.origin === 'built-in') {
        return `The ${describe_origin_PARTS[part]} of the built-in ${datasets.length === 1 ? 'dataset' : 'datasets'} ${names} could not be read.`;
    }
    const { file, line, pieces } = source[part];
    const place = `line ${pieces[0]?.line ?? line} of ${file ?? 'config'}`;
    const readFor = `for ${datasets.length === 1 ? 'dataset' : 'datasets'} ${names}`;
    return `The ${describe_origin_PARTS[part]} of source ${source.name} (${place}) could not be read ${readFor}.`;
}

;// CONCATENATED MODULE: ./build/postgres/copy-decoder.js
/** The received bytes are not PostgreSQL's binary COPY format, or are incomplete. */
class CopyFormatError extends Error {
    name = 'CopyFormatError';
}
const SIGNATURE = Uint8Array.of(0x50, 0x47, 0x43, 0x4f, 0x50, 0x59, 0x0a, 0xff, 0x0d, 0x0a, 0x00);
const FIXED_HEADER_BYTES = SIGNATURE.length + 8;
const CRITICAL_FLAGS = 0xffff_0000;
const TRAILER_FIELD_COUNT = -1;
const NULL_LENGTH = -1;
// PostgreSQL's own limit of a field, 1 GB, here also of the header extension.
const MAX_FIELD_BYTES = 0x3fff_ffff;
/**
 * Decodes PostgreSQL's binary COPY format from chunks that are split anywhere: a header, tuples, a trailer
 * (https://www.postgresql.org/docs/current/sql-copy.html#id-1.9.3.55.9.4). A tuple within one chunk is passed on as
 * views of it; one that spans chunks is joined first, in time linear in its length.
 */
class CopyDecoder {
    #columnCount;
    #onRow;
    #fields;
    #rows = 0;
    #state = 'header';
    /** First `#partialLength` bytes: the beginning of a header or tuple whose end has not arrived. */
    #partial = new Uint8Array(1024);
    #partialLength = 0;
    /**
     * @param columnCount columns every row must have
     * @param onRow called once per row, in order; what it throws passes through `push`
     */
    constructor(columnCount, onRow) {
        this.#columnCount = columnCount;
        this.#onRow = onRow;
        this.#fields = new Array(columnCount).fill(null);
    }
    /** Rows so far. */
    get rows() {
        return this.#rows;
    }
    /** Takes the next bytes. @throws CopyFormatError, after which the decoder must not be used */
    push(data) {
        // Views of a Buffer cost several times those of a plain array.
        const chunk = new Uint8Array(data.buffer, data.byteOffset, data.length);
        let offset = this.#completePartial(chunk);
        while (offset < chunk.length) {
            const end = this.#readUnit(chunk, offset, chunk.length);
            if (end > chunk.length) {
                this.#keep(chunk, offset, chunk.length);
                return;
            }
            offset = end;
        }
    }
    /** Ends the input. @returns the number of rows. @throws CopyFormatError if the trailer has not arrived */
    end() {
        if (this.#state !== 'ended')
            throw new CopyFormatError(`the data ends early, after ${this.#rows} rows`);
        return this.#rows;
    }
    /** Adds to the partial unit exactly the bytes that it lacks. @returns the offset of the first byte not used */
    #completePartial(chunk) {
        let offset = 0;
        while (this.#partialLength > 0) {
            const end = this.#readUnit(this.#partial, 0, this.#partialLength);
            if (end === this.#partialLength) {
                this.#partialLength = 0;
            }
            else {
                if (offset === chunk.length)
                    break;
                const next = Math.min(chunk.length, offset + end - this.#partialLength);
                this.#keep(chunk, offset, next);
                offset = next;
            }
        }
        return offset;
    }
    #keep(chunk, from, to) {
        const length = this.#partialLength + to - from;
        if (length > this.#partial.length) {
            const larger = new Uint8Array(Math.max(length, 2 * this.#partial.length));
            larger.set(this.#partial.subarray(0, this.#partialLength));
            this.#partial = larger;
        }
        this.#partial.set(chunk.subarray(from, to), this.#partialLength);
        this.#partialLength = length;
    }
    /**
     * Reads the header, tuple or trailer at `offset`.
     *
     * @returns where it ends; beyond `available` if it is incomplete, as far as that is known without the missing bytes
     */
    #readUnit(bytes, offset, available) {
        switch (this.#state) {
            case 'header':
                return this.#readHeader(bytes, offset, available);
            case 'tuples':
                return this.#readTuple(bytes, offset, available);
            case 'ended':
                throw new CopyFormatError('there is data after the trailer');
        }
    }
    #readHeader(bytes, offset, available) {
        const signatureBytes = Math.min(SIGNATURE.length, available - offset);
        for (let i = 0; i < signatureBytes; i++) {
            if (bytes[offset + i] !== SIGNATURE[i])
                throw new CopyFormatError('it does not begin with the signature');
        }
        const fixedEnd = offset + FIXED_HEADER_BYTES;
        if (fixedEnd > available)
            return fixedEnd;
        if (readInt32(bytes, fixedEnd - 8) & CRITICAL_FLAGS) {
            throw new CopyFormatError('the header has a flag this reader does not know');
        }
        const extensionBytes = readInt32(bytes, fixedEnd - 4);
        if (extensionBytes < 0 || extensionBytes > MAX_FIELD_BYTES) {
            throw new CopyFormatError(`the header extension has the length ${extensionBytes}`);
        }
        const end = fixedEnd + extensionBytes;
        if (end <= available)
            this.#state = 'tuples';
        return end;
    }
    #readTuple(bytes, start, available) {
        let offset = start + 2;
        if (offset > available)
            return offset;
        const fieldCount = ((bytes[start] << 24) >> 16) | bytes[start + 1];
        if (fieldCount === TRAILER_FIELD_COUNT) {
            this.#state = 'ended';
            return offset;
        }
        if (fieldCount !== this.#columnCount) {
            throw new CopyFormatError(`row ${this.#rows + 1} has ${fieldCount} fields instead of ${this.#columnCount}`);
        }
        for (let column = 0; column < fieldCount; column++) {
            const fieldStart = offset + 4;
            if (fieldStart > available)
                return fieldStart;
            const length = readInt32(bytes, offset);
            if (length < NULL_LENGTH || length > MAX_FIELD_BYTES) {
                throw new CopyFormatError(`field ${column + 1} of row ${this.#rows + 1} has the length ${length}`);
            }
            offset = fieldStart + Math.max(length, 0);
            if (offset > available)
                return offset;
            this.#fields[column] = length === NULL_LENGTH ? null : bytes.subarray(fieldStart, offset);
        }
        this.#rows++;
        this.#onRow(this.#fields);
        return offset;
    }
}
function readInt32(bytes, offset) {
    return (bytes[offset] << 24) | (bytes[offset + 1] << 16) | (bytes[offset + 2] << 8) | bytes[offset + 3];
}

// EXTERNAL MODULE: external "node:net"
var external_node_net_ = __webpack_require__(7030);
;// CONCATENATED MODULE: ./build/postgres/waits.js
const WAIT_LIMITS = {
    graceMs: 30_000,
    // Sorting 100 million rows before the first one is sent takes long, and a user who sets no limit wants none.
    silenceMs: 2 * 60 * 60_000,
    heartbeatMs: 5 * 60_000,
    reportMs: 30_000,
};
/** The limit that connect_timeout=0 means. */
const LONGEST_CONNECT_MS = 10 * 60_000;
/** Returns how many milliseconds the start of a session may take. */
function connectLimitMs({ connectTimeoutMs }) {
    return connectTimeoutMs === 0 ? LONGEST_CONNECT_MS : connectTimeoutMs;
}
const LONGEST_TICK_MS = 1000;
const FEWEST_TICKS = 20;
/**
 * Watches a statement. Time is counted in ticks. A time in which this process was busy or stopped counts as one tick:
 * bytes that arrived in it were not read yet, so the server was not silent.
 */
function startWatch(options) {
    const { limitMs, ofSilence, reportMs, onReport, onExpire } = options;
    const tickMs = Math.ceil(Math.min(LONGEST_TICK_MS, limitMs / FEWEST_TICKS, reportMs / FEWEST_TICKS));
    const startedAt = performance.now();
    let heardAt = startedAt;
    let waitedMs = 0;
    let quietMs = 0;
    const timer = setInterval(() => {
        waitedMs += tickMs;
        quietMs += tickMs;
        const now = performance.now();
        if (waitedMs >= limitMs) {
            clearInterval(timer);
            onExpire(now - heardAt);
        }
        else if (quietMs >= reportMs) {
            quietMs = 0;
            onReport(now - startedAt);
        }
    }, tickMs);
    return {
        heard() {
            heardAt = performance.now();
            if (ofSilence)
                waitedMs = 0;
        },
        end: () => clearInterval(timer),
    };
}

;// CONCATENATED MODULE: ./build/postgres/errors/duration.js
/** Returns a duration in milliseconds as a person writes it, as in `30 min 30 s`. */
function describeDuration(milliseconds) {
    if (milliseconds < 1000)
        return `${Math.round(milliseconds)} ms`;
    const tenths = Math.round(milliseconds / 100);
    const minutes = Math.floor(tenths / 600);
    const seconds = (tenths % 600) / 10;
    if (minutes === 0)
        return `${seconds} s`;
    return seconds === 0 ? `${minutes} min` : `${minutes} min ${seconds} s`;
}

;// CONCATENATED MODULE: ./build/postgres/errors/explain-network-error.js




/** Code of the PostgresError for an answer that is not PostgreSQL's. */
const NOT_POSTGRES = 'NOT_POSTGRES';
const UNREACHABLE_CODES = ['ENETUNREACH', 'EHOSTUNREACH', 'EADDRNOTAVAIL', 'EAFNOSUPPORT'];
/**
 * Picks the most specific error. A host with several addresses fails with an AggregateError of one error per address;
 * that of an unreachable IPv6 address means nothing for a server that was tried by IPv4 too.
 */
function mostSpecificError(error) {
    const errors = error.errors ?? [];
    return errors.find(({ code = '' }) => !UNREACHABLE_CODES.includes(code)) ?? errors[0] ?? error;
}
/** Explains any error that neither PostgreSQL nor TLS reported. */
function explainNetworkError(error, context) {
    const { settings, phase } = context;
    const server = (0,server_address/* describeServer */.X)(settings);
    const address = (0,server_address/* describeAddress */.K)(settings);
    if (phase !== 'connect') {
        const doing = phase === 'read' ? 'rows were being read' : 'it described the SELECTs';
        return {
            message: `The connection to ${server} broke while ${doing}${error.code ? ` (${error.code})` : ''}.`,
            retryable: true,
        };
    }
    if (error.message === 'timeout expired') {
        return { code: 'ETIMEDOUT', message: explainSilence(context), retryable: true };
    }
    if (error.code === NOT_POSTGRES)
        return notPostgres(address);
    switch (error.code) {
        case 'ENOTFOUND':
            return {
                message: `No host named ${settings.host} was found in the DNS. Check the host in postgres-url.`,
            };
        case 'EAI_AGAIN':
            return {
                message: `The address of ${settings.host} could not be looked up, because the DNS did not answer. Run again later.`,
                retryable: true,
            };
        case 'ECONNREFUSED':
            return {
                message: `Nothing accepts connections at ${address}. Check the host and port in postgres-url, and that PostgreSQL runs ` +
                    'and listens there.',
                retryable: true,
            };
        case 'ETIMEDOUT':
            return {
                message: `${server} did not answer. Check that the host and port in postgres-url are right and that its firewall lets ` +
                    'this machine in.',
                retryable: true,
            };
        case 'ENOENT':
        case 'EACCES':
            return {
                message: `The Unix socket ${address} cannot be opened (${error.code}). Check host in postgres-url.`,
            };
    }
    if (UNREACHABLE_CODES.includes(error.code ?? '')) {
        return error.address !== undefined && (0,external_node_net_.isIPv6)(error.address)
            ? { message: ipv6Only(settings.host) }
            : { message: `No network route leads to ${address}. Check the host in postgres-url.` };
    }
    if (error.code === undefined && !error.message.startsWith('Connection terminated')) {
        return notPostgres(address);
    }
    return {
        message: `${server} closed the connection before the session began${error.code ? ` (${error.code})` : ''}.`,
        retryable: true,
    };
}
function notPostgres(address) {
    return {
        code: NOT_POSTGRES,
        message: `What answers at ${address} does not speak PostgreSQL's protocol. Check host and port in postgres-url.`,
    };
}
/** Requests that a server with an open port did not answer. */
const UNANSWERED = {
    offer: 'the request for TLS',
    handshake: 'the TLS handshake',
    start: 'the start of the session',
    'log-in': 'the log-in',
    ready: 'the log-in to its end',
};
/** Explains a start of a session that took longer than allowed. */
function explainSilence({ settings, step = 'reach' }) {
    const within = `within ${describeDuration(connectLimitMs(settings))}`;
    const longer = 'To wait longer, set connect_timeout=<seconds> in postgres-url.';
    if (step === 'reach') {
        return (`${(0,server_address/* describeServer */.X)(settings)} did not answer ${within}. Check that the host and port in postgres-url are right and ` +
            `that its firewall lets this machine in. ${longer}`);
    }
    return (`A server at ${(0,server_address/* describeAddress */.K)(settings)} accepted the connection, but did not answer ${UNANSWERED[step]} ${within}. ` +
        'A proxy, load balancer or pooler may have no running PostgreSQL behind it, or the server is stopped or overloaded. ' +
        `Check that PostgreSQL runs there. ${longer}`);
}
function ipv6Only(host) {
    const fact = `${host} can be reached only by IPv6, which GitHub's runners do not have.`;
    return host.endsWith('.supabase.co')
        ? `${fact} Use the "Session pooler" connection string from the Supabase dashboard (Connect) in postgres-url; its ` +
            'host ends in .pooler.supabase.com.'
        : `${fact} Use a host with an IPv4 address in postgres-url, or a self-hosted runner with IPv6.`;
}

;// CONCATENATED MODULE: ./build/postgres/errors/explain-pooler-error.js

const PROTOCOL_VIOLATION = '08P01';
/**
 * The SQLSTATE that PostgreSQL uses for the errors that PgBouncer reports. PgBouncer 1.18 reports everything as 08P01,
 * a wrong password as well as an unreachable server behind it, so only its words show the cause (`disconnect_client` in
 * https://github.com/pgbouncer/pgbouncer/tree/master/src).
 */
function standardCode(code, text) {
    if (code !== PROTOCOL_VIOLATION)
        return code;
    if (/^(SASL|password) authentication failed|^no such user/.test(text))
        return '28P01';
    return text.startsWith('no such database') ? '3D000' : code;
}
/** PgBouncer's messages about itself and the server behind it, all 08P01. */
const PGBOUNCER = [
    {
        said: /^query_wait_timeout$/,
        means: 'had no connection to PostgreSQL free in time (query_wait_timeout). Run again later, raise its default_pool_size, and check that PostgreSQL runs behind it.',
        retryable: true,
    },
    {
        said: /^server login has been failing|^pgbouncer cannot connect to server|^server connection crashed/,
        means: "cannot log in to the PostgreSQL behind it. Check that PostgreSQL runs there; the pooler's log says what is wrong.",
        retryable: true,
    },
    {
        said: /^no more connections allowed/,
        means: 'takes no more connections (max_client_conn). Run again later, or raise max_client_conn in its settings.',
        retryable: true,
    },
    {
        said: /^unsupported startup parameter in options: search_path/,
        means: 'refuses a search_path in options. Take it out of options in postgres-url and add search_path=<schema> to its parameters instead, which is set in the transaction.',
    },
    {
        said: /^unsupported startup parameter/,
        means: "refuses options in postgres-url. Remove options, or add it to the pooler's ignore_startup_parameters.",
    },
    {
        said: /^SSL required/,
        means: 'takes only encrypted connections. Set sslmode=require or stricter in postgres-url.',
    },
    {
        said: /^transaction blocks not allowed in statement pooling mode/,
        means: 'works in statement mode (pool_mode = statement), which allows no transactions, and all datasets are read in one. Set pool_mode = transaction or session for this database, or name PostgreSQL itself in postgres-url.',
    },
    {
        said: /^(query_timeout|query timeout|idle_transaction_timeout|idle transaction timeout|client_idle_timeout)$/,
        means: 'ended the session for taking too long. Raise query_timeout and idle_transaction_timeout for this user, or name the database itself in postgres-url.',
    },
    {
        said: /^(the )?(database|pooler|pgbouncer).*(disabled|paused|suspended|shutting down)/i,
        means: 'is paused, or its database disabled. Run again when that has ended.',
        retryable: true,
    },
];
/**
 * Messages of Supavisor, Supabase's pooler, which uses SQLSTATEs in its own way
 * (https://github.com/supabase/supavisor).
 */
const SUPAVISOR = [
    {
        said: /tenant or user not found|\(ENOTFOUND\) tenant/i,
        means: 'does not know this project (Tenant or user not found). In postgres-url, the user must be <user>.<project-ref>, such as postgres.abcdefghijklmnop, and the host must be the pooler of the region of the project. Copy both from Connect in the Supabase dashboard.',
    },
    {
        said: /max(imum number of)? client(s| connections) reached|max clients reached|\(EMAXCONN/i,
        means: 'takes no more connections. Run again later, or raise the pool size in the Supabase dashboard (Database, Settings).',
        retryable: true,
    },
    {
        said: /unable to check ?out (process|connection) from the pool/i,
        means: 'had no connection to PostgreSQL free in time. Run again later, or raise its pool size.',
        retryable: true,
    },
    {
        said: /SSL connection is required/i,
        means: 'takes only encrypted connections. Set sslmode=require or stricter in postgres-url.',
    },
];
/**
 * Explains errors that only a pooler reports, before a session or instead of its first answer.
 *
 * @returns undefined if it is not a message of a pooler
 */
function explainPoolerError(code, text, { settings, phase }) {
    // Once rows are read, only PgBouncer's own code distinguishes its words from those that may quote data.
    const known = code === PROTOCOL_VIOLATION ? PGBOUNCER : phase === 'connect' ? SUPAVISOR : [];
    const message = known.find(({ said }) => said.test(text));
    if (message === undefined)
        return undefined;
    const { means, retryable } = message;
    return {
        message: `The connection pooler at ${(0,server_address/* describeAddress */.K)(settings)} ${means}`,
        ...(retryable && { retryable }),
    };
}

;// CONCATENATED MODULE: ./build/postgres/errors/server-words.js
/** Largest number of characters of a server's message that is shown. */
const server_words_LONGEST_TEXT = 300;
/** Returns the words of a server on one line, cut to a length that a log can show; only for phases that read no rows. */
function serverWords(text) {
    return text.replace(/\s+/g, ' ').trim().slice(0, server_words_LONGEST_TEXT);
}

;// CONCATENATED MODULE: ./build/postgres/errors/explain-login.js


const REFUSALS = [
    {
        said: /valid client certificate|certificate authentication failed/i,
        means: 'demands a client certificate, which this action cannot send. Have pg_hba.conf ask this user for a password (scram-sha-256) instead.',
    },
    {
        said: /\b(?:PAM|IAM)\b.*failed/i,
        means: 'rejected the password by PAM or IAM. On Amazon RDS the password of a user with rds_iam is a token that expires after 15 minutes: create one in a step before, or give the user a password.',
    },
    {
        said: /\b(?:LDAP|RADIUS)\b.*failed/i,
        means: 'rejected the password by LDAP or RADIUS. Check user and password in postgres-url, and that the server reaches its directory.',
    },
    {
        said: /\b(?:peer|ident)\b.*failed/i,
        means: 'takes the user from the operating system (peer or ident), and it is another one here. Have pg_hba.conf ask this user for a password (scram-sha-256) instead.',
    },
    {
        said: /\b(?:GSSAPI|SSPI|OAuth)\b.*failed/i,
        means: 'demands a log-in by GSSAPI, SSPI or OAuth, which this action does not support. Have pg_hba.conf ask this user for a password (scram-sha-256) instead.',
    },
    {
        said: /not permitted to log ?in/i,
        means: 'does not allow this role to log in. Have an administrator run ALTER ROLE … LOGIN.',
    },
    {
        said: /^role .* does not exist/i,
        routine: 'InitializeSessionUserId',
        means: 'has no such role that may log in. Check the user in postgres-url.',
    },
];
const NETWORK = /no pg_hba\.conf entry|pg_hba\.conf rejects/i;
/** Explains 28000: a log-in that was refused for another reason than a wrong password. */
function explainLogin(text, { settings, encrypted, routine }) {
    const server = (0,server_address/* describeServer */.X)(settings);
    const { user, database } = settings;
    const refused = `${server} does not let user "${user}" into database "${database}"`;
    const refusal = REFUSALS.find(({ said }) => said.test(text)) ??
        REFUSALS.find((known) => routine !== undefined && known.routine === routine);
    if (refusal !== undefined)
        return `${refused}: it ${refusal.means}`;
    if (NETWORK.test(text) || routine === 'ClientAuthentication') {
        const letIn = "let this machine's address in (pg_hba.conf, or the provider's list of allowed addresses).";
        return encrypted
            ? `${refused} from this machine. Check the user, and ${letIn}`
            : `${refused} from this machine without encryption. Set sslmode=require or stricter in postgres-url, check the user, and ${letIn}`;
    }
    const words = serverWords(text);
    return `${refused} (SQLSTATE 28000)${words === '' ? '' : `: ${words}`}. Check the user in postgres-url and how pg_hba.conf, or the provider, lets it log in.`;
}

;// CONCATENATED MODULE: ./build/postgres/errors/statement-origin.js
/** Returns the name of a statement in the log, as in `tickets.corrections`. */
function statementName({ source, part }) {
    return `${source.name}.${part}`;
}
/** True if the SQL of a statement holds a name as a word, so that a message may show it. */
function isNamedIn({ source, part }, name) {
    return new Set(source[part].sql.match(/[\p{L}_][\p{L}\p{N}_$]*/gu)).has(name);
}

;// CONCATENATED MODULE: ./build/postgres/errors/explain-server-error.js







/** Where the lock that a read waits for can be seen. */
const BLOCKERS = 'SELECT pid, pg_blocking_pids(pid), query FROM pg_stat_activity WHERE cardinality(pg_blocking_pids(pid)) > 0';
/**
 * Explains an error that PostgreSQL reported. Its own words are passed on only while no rows are read and they cannot
 * quote data: before a session exists, when they come from poolers (`Tenant or user not found`), and about a SELECT
 * that it describes. Once rows are read, any identifier in them may be the text of a row (`text::regclass`).
 *
 * @param code SQLSTATE (https://www.postgresql.org/docs/current/errcodes-appendix.html)
 * @param text PostgreSQL's message
 */
function explainServerError(code, text, context) {
    const { settings, phase } = context;
    const { user, database, statementTimeoutMs } = settings;
    const server = (0,server_address/* describeServer */.X)(settings);
    const where = `in database "${database}" of ${server}`;
    switch (code) {
        case '28P01':
            if (phase !== 'connect')
                break;
            return {
                message: `${server} rejected the password of user "${user}". Check both in postgres-url, where special characters ` +
                    'must be percent-encoded (@ as %40).',
            };
        case '28000':
            if (phase !== 'connect')
                break;
            return { message: explainLogin(text, context) };
        case '3D000':
            if (phase !== 'connect')
                break;
            return {
                message: `${server} has no database "${database}". Check the name at the end of postgres-url.`,
            };
        case '42P01':
            if (phase === 'read')
                break;
            return {
                message: `The ${described('table', readRelationName(text))} does not exist ${where}. Check that postgres-url names the right ` +
                    `database. If the table is in a schema that is not on the search_path of user "${user}", add ` +
                    `search_path=<schema> to postgres-url.${hintOf(context)}`,
            };
        case '42703':
            if (phase === 'read')
                break;
            return {
                message: `The ${described('column', readColumnName(text))} does not exist ${where}. ${whereColumnsAre(context)}${hintOf(context)}`,
            };
        case '42501':
            return { message: explainDenial(text, context) };
        case '42883':
            if (/\bsha256\(/.test(text)) {
                return {
                    message: `${server} is older than version 11, which is the first with sha256(). Upgrade it.`,
                };
            }
            if (phase !== 'describe')
                break;
            return {
                message: `A function or an operator of the SELECT does not exist for the types it is used with, ${where}: ${serverWords(text)}. ${whatColumnsHold(context)}${hintOf(context)}`,
            };
        case '42804':
            if (phase !== 'describe')
                break;
            return {
                message: `A column that the query reads is of a type it cannot use, ${where}: ${serverWords(text)}. ${whatColumnsHold(context)}${hintOf(context)}`,
            };
        case '57014':
            return {
                message: text.includes('user request')
                    ? `The query was cancelled on ${server} by an administrator.`
                    : `${server} stopped the query at the statement timeout${timeLimit(statementTimeoutMs)}. Raise it with ` +
                        'statement_timeout=<milliseconds> in postgres-url (0 for no limit).',
            };
        case '40001':
            return {
                message: text.includes('conflict with recovery')
                    ? `${server} is a standby and cancelled the query to replay changes of its primary. Read from the primary, or raise ` +
                        'max_standby_streaming_delay or set hot_standby_feedback = on on the standby.'
                    : `${server} ended the query because of changes that were made at the same time (SQLSTATE 40001). Run again. A standby does that while it replays changes of its primary: read from the primary, or set hot_standby_feedback = on on the standby.`,
                retryable: true,
            };
        case '55P03':
            return {
                message: `A table that is read was locked by another session for longer than the lock_timeout, which is 1 min unless the role or postgres-url sets another, on ${server} (SQLSTATE 55P03). The usual cause is a migration, VACUUM FULL, REINDEX or REFRESH MATERIALIZED VIEW. Run again when it has ended. To find the session that blocks the action, run this while the action waits: ${BLOCKERS};`,
                retryable: true,
            };
        case '53300':
            return {
                message: `${server} has no connection left for user "${user}". Run again later, raise its connection limit, or connect through a pooler.`,
                retryable: true,
            };
        case '57P01':
        case '57P02':
            return {
                message: `${server} ended the session, as it does when it restarts or an administrator ends it.`,
                retryable: true,
            };
        case '57P03':
            return { message: `${server} is starting up or shutting down. Run again later.`, retryable: true };
    }
    return explainOther(code, text, context);
}
const explain_server_error_REFUSALS = { connect: 'refused the session', describe: 'refused the SELECT' };
function explainOther(code, text, context) {
    const { phase, settings } = context;
    const server = (0,server_address/* describeServer */.X)(settings);
    const { means, fix, retryable = false, ofRow = false } = conditionOf(code);
    if (phase !== 'read') {
        return {
            message: `${server} ${explain_server_error_REFUSALS[phase]} (SQLSTATE ${code}): ${serverWords(text)}.${hintOf(context)}`,
            retryable,
        };
    }
    const number = isKnownCode(code) ? ` (SQLSTATE ${code})` : '';
    const look = ofRow
        ? ' To see the row, run the SELECT in psql, because this action shows no text of a row.'
        : '';
    return { message: `${server} ended the query: ${means}${number}. ${fix}${look}`, retryable };
}
/** Returns PostgreSQL's hint about a SELECT that the user wrote, as a sentence after others. */
function hintOf({ phase, origin, hint }) {
    return phase === 'describe' && hint !== undefined && origin?.source.origin === 'file'
        ? ` PostgreSQL's hint: ${serverWords(hint)}`
        : '';
}
function whereColumnsAre({ origin }) {
    switch (origin?.source.origin) {
        case 'built-in':
            return 'Check its name; the columns of the built-in datasets are listed in docs/reference/built-in.md of the action.';
        case 'preset':
            return 'The SELECT is that of a preset: docs/reference/presets.md of the action names the versions it was written for.';
        default:
            return 'Correct its name in the SELECT.';
    }
}
function whatColumnsHold({ origin }) {
    switch (origin?.source.origin) {
        case 'built-in':
            return 'docs/reference/built-in.md of the action lists what the columns of the built-in datasets must hold.';
        case 'preset':
            return 'The SELECT is that of a preset: docs/reference/presets.md of the action names the versions it was written for.';
        default:
            return 'Add a cast to the SELECT, or correct it.';
    }
}
function explainDenial(text, context) {
    const { user } = context.settings;
    const server = (0,server_address/* describeServer */.X)(context.settings);
    const role = quoteIdentifier(user);
    const denied = shownDenial(text, context);
    const remedy = (grant) => `Have its owner run: ${grant} TO ${role};`;
    const subject = `User "${user}" may not`;
    switch (denied?.kind) {
        case 'table':
            return `${subject} read table "${denied.name}" of ${server}. ${remedy(`GRANT SELECT ON ${quoteIdentifier(denied.name)}`)}`;
        case 'schema':
            return `${subject} use schema "${denied.name}" of ${server}. ${remedy(`GRANT USAGE ON SCHEMA ${quoteIdentifier(denied.name)}`)}`;
        case 'database':
            return `${subject} connect to database "${denied.name}" of ${server}. ${remedy(`GRANT CONNECT ON DATABASE ${quoteIdentifier(denied.name)}`)}`;
        default:
            return `${subject} read what the query needs from ${server}. Grant it SELECT on the tables and USAGE on their schema.`;
    }
}
/**
 * Returns the name of an object, if it may be shown: while rows are read it may be a row's text, unless the SELECT
 * contains it.
 */
function shownDenial(text, { phase, origin }) {
    const denied = readDeniedObject(text);
    if (phase !== 'read' || denied === undefined)
        return denied;
    return origin !== undefined && isNamedIn(origin, denied.name) ? denied : undefined;
}
function described(kind, name) {
    return name === undefined ? `${kind} that the query names` : `${kind} "${name}"`;
}
function timeLimit(milliseconds) {
    return milliseconds === 0 ? '' : ` of ${describeDuration(milliseconds)}`;
}

;// CONCATENATED MODULE: ./build/postgres/errors/explain-tls-error.js

/** Explains an error code of Node's TLS, or returns `undefined` for other codes. */
function explainTlsError(code, context) {
    const server = (0,server_address/* describeServer */.X)(context.settings);
    switch (code) {
        case 'DEPTH_ZERO_SELF_SIGNED_CERT':
            return {
                message: `The certificate of ${server} is not trusted: it is signed by itself` +
                    `${context.hasCa ? ' and is not the certificate in postgres-ca' : ''}. Give that certificate in postgres-ca.`,
            };
        case 'SELF_SIGNED_CERT_IN_CHAIN':
        case 'UNABLE_TO_GET_ISSUER_CERT':
        case 'UNABLE_TO_GET_ISSUER_CERT_LOCALLY':
        case 'UNABLE_TO_VERIFY_LEAF_SIGNATURE':
        case 'CERT_SIGNATURE_FAILURE':
            return {
                message: context.hasCa
                    ? `The certificate of ${server} is not trusted: it is not signed by the certificate authority given in postgres-ca ` +
                        "or sslrootcert. Give the CA certificate that the database's provider offers for this server."
                    : `The certificate of ${server} is not trusted: it is signed by a private certificate authority. Give that ` +
                        "authority's CA certificate, which the database's provider offers for download, in postgres-ca.",
            };
        case 'CERT_HAS_EXPIRED':
            return { message: `The certificate of ${server} has expired. Renew it on the server.` };
        case 'CERT_NOT_YET_VALID':
            return {
                message: `The certificate of ${server} is not valid yet. Check its dates and the clocks of both machines.`,
            };
        case 'ERR_TLS_CERT_ALTNAME_INVALID':
            return {
                message: `The certificate of ${server} is for another host than ${context.settings.host}. Use the host name that the ` +
                    'certificate names in postgres-url, or sslmode=verify-ca, which trusts the authority and skips the name.',
            };
    }
    if (code !== undefined && /^(ERR_SSL_|ERR_TLS_|EPROTO$|CERT_|UNABLE_TO_|INVALID_)/.test(code)) {
        return {
            message: `The TLS connection to ${server} failed (${code}). Check the server's certificate and TLS versions.`,
        };
    }
    return undefined;
}

// EXTERNAL MODULE: ./build/postgres/errors/postgres-error.js
var postgres_error = __webpack_require__(5222);
;// CONCATENATED MODULE: ./build/postgres/errors/explain-error.js











/** Code of the PostgresError for a server that answers that it has no TLS; PostgreSQL has no code for that. */
const TLS_NOT_OFFERED = 'TLS_NOT_OFFERED';
/**
 * Turns an error of node-postgres, Node or OpenSSL into one in words for users, after the SELECT it is about. Once rows
 * are being read, nothing that PostgreSQL wrote gets into the message, because its texts and the identifiers in them
 * can be data.
 */
function explainError(error, context) {
    const shown = error instanceof esm/* DatabaseError */.a$ && error.code !== undefined ? error : (context.loss ?? error);
    if (error instanceof postgres_error/* PostgresError */.Y)
        return error;
    if (shown instanceof postgres_error/* PostgresError */.Y)
        return shown;
    const cause = mostSpecificError(shown);
    const { message, ...explanation } = explain(cause, context);
    const { origin, phase } = context;
    const code = explanation.code ?? cause.code;
    // A SELECT of a file that is refused is reported on its line.
    const isPlaced = phase === 'describe' &&
        origin?.source.origin === 'file' &&
        isAboutStatement(code) &&
        code !== ROW_SECURITY;
    const subject = origin === undefined || isPlaced ? '' : `${describeOrigin(origin)} `;
    // A function may raise any five letters as a code, even those of a row, so they are not logged.
    const isMadeUp = phase === 'read' && cause instanceof esm/* DatabaseError */.a$ && !isKnownCode(cause.code ?? '');
    return new postgres_error/* PostgresError */.Y(subject + message, isMadeUp ? {} : { ...explanation, code, cause });
}
function explain(error, context) {
    const server = (0,server_address/* describeServer */.X)(context.settings);
    if (error instanceof CopyFormatError) {
        return { message: `What ${server} sent is not PostgreSQL's binary COPY format: ${error.message}.` };
    }
    if (error instanceof esm/* DatabaseError */.a$ && error.code !== undefined) {
        const code = standardCode(error.code, error.message);
        const special = explainPoolerError(code, error.message, context) ?? explainRowSecurity(error, context);
        const { routine, hint } = error;
        return { code, ...(special ?? explainServerError(code, error.message, { ...context, routine, hint })) };
    }
    if (error.message === 'The server does not support SSL connections') {
        return {
            code: TLS_NOT_OFFERED,
            message: `${server} does not offer TLS, which sslmode=${context.settings.sslMode} asks for. Turn TLS on there (ssl = on), ` +
                'or, if every network in between can be trusted, set sslmode=disable in postgres-url.',
        };
    }
    return explainTlsError(error.code, context) ?? explainNetworkError(error, context);
}

;// CONCATENATED MODULE: ./build/postgres/errors/explain-wait.js




/**
 * Returns the error for a server that has not answered in time.
 *
 * @param limitMs longest time in milliseconds
 * @param silentMs milliseconds since its last byte arrived
 */
function explainWait({ action, limit, origin, rows }, { settings, limitMs, silentMs }) {
    const { database, statementTimeoutMs } = settings;
    const server = `${(0,server_address/* describeServer */.X)(settings)}`;
    const failed = `${server} did not ${action} in database "${database}" within ${describeDuration(limitMs)}`;
    const so = origin === undefined ? '' : `${describeOrigin(origin)} `;
    const code = 'ETIMEDOUT';
    if (limit === 'set-up') {
        const message = `${failed} (connect_timeout). All connections of a pooler may be in use, or a server or proxy no longer works. Check them. To wait longer, set connect_timeout=<seconds> in postgres-url.`;
        return new postgres_error/* PostgresError */.Y(message, { code, retryable: true });
    }
    if (limit === 'heartbeat')
        return new postgres_error/* PostgresError */.Y(`${failed}. ${CHECK}`, { code });
    const arrived = rows === undefined
        ? `The last byte arrived ${describeDuration(silentMs)} before.`
        : `${rows().toLocaleString('en')} rows had arrived, the last byte ${describeDuration(silentMs)} before.`;
    if (statementTimeoutMs > 0) {
        const message = `${so}${failed}: its statement timeout of ${describeDuration(statementTimeoutMs)} should have ended the statement before. ${arrived} ${CHECK}`;
        return new postgres_error/* PostgresError */.Y(message, { code });
    }
    const message = `${so}${server} sent no byte for ${describeDuration(silentMs)}, although it had to ${action} in database "${database}". ${arrived} ${CHECK} statement_timeout=0 in postgres-url sets no other limit: if the statement needs longer, set statement_timeout=<milliseconds> to more than it takes.`;
    return new postgres_error/* PostgresError */.Y(message, { code });
}
const CHECK = 'The server, or a proxy or pooler before it, no longer answers. Check that it runs, and run again.';

// EXTERNAL MODULE: ./node_modules/pg-copy-streams/index.js
var pg_copy_streams = __webpack_require__(6901);
;// CONCATENATED MODULE: ./build/postgres/extended-query.js


// The extended query protocol takes exactly one statement, whatever the text contains:
// https://www.postgresql.org/docs/current/protocol-flow.html#PROTOCOL-FLOW-EXT-QUERY
/**
 * Has the server parse and describe statements in one round trip, which runs only the statements before them. Rejects
 * if the session ends.
 */
function describeStatements(client, texts) {
    return new Promise((resolve, reject) => {
        client.query(new Description(texts, resolve, reject));
    });
}
class Description {
    #texts;
    #resolve;
    #reject;
    #descriptions = [];
    #parameters = 0;
    #wire;
    constructor(texts, resolve, reject) {
        this.#texts = texts;
        this.#resolve = resolve;
        this.#reject = reject;
    }
    submit(wire) {
        this.#wire = wire;
        wire.on('parameterDescription', this.#takeParameters);
        wire.on('noData', this.#takeNoData);
        for (const { before, text } of this.#texts) {
            for (const statement of before)
                run(wire, statement);
            wire.parse({ name: '', text, types: [] }, true);
            wire.describe({ type: 'S' }, true);
        }
        wire.sync();
    }
    handleRowDescription({ fields }) {
        const columns = fields.map(({ name, dataTypeID }) => ({ name, dataTypeID }));
        this.#descriptions.push({ columns, parameters: this.#parameters });
    }
    handleError(error) {
        this.#end();
        if (error instanceof esm/* DatabaseError */.a$)
            this.#resolve({ descriptions: this.#descriptions, error });
        else
            this.#reject(error);
    }
    handleCommandComplete() {
        // About a statement that runs before the described one.
    }
    handleReadyForQuery() {
        this.#end();
        this.#resolve({ descriptions: this.#descriptions, error: null });
    }
    #end() {
        this.#wire?.off('parameterDescription', this.#takeParameters).off('noData', this.#takeNoData);
    }
    #takeParameters = ({ parameterCount }) => {
        this.#parameters = parameterCount;
    };
    #takeNoData = () => {
        this.#descriptions.push({ columns: null, parameters: this.#parameters });
    };
}
/** Runs a statement, whose answer comes when the server is next made to send its answers. */
function run(wire, text) {
    wire.parse({ name: '', text, types: [] }, true);
    wire.bind({ portal: '', statement: '', values: [], binary: '' }, true);
    wire.execute({ portal: '', rows: '0' }, true);
}
/**
 * Creates a COPY … TO STDOUT by the extended query protocol, together with the statements before it, which costs no
 * further round trip; `client.query` starts it.
 */
function extendedCopy({ before, text }) {
    const copy = (0,pg_copy_streams.to)(text);
    const takeOver = copy.submit.bind(copy);
    const fail = copy.handleError.bind(copy);
    let isSynced = false;
    let bound = 0;
    copy.submit = (wire) => {
        const execute = () => {
            isSynced = true;
            wire.execute({ portal: '', rows: '0' }, true);
            wire.sync();
        };
        // The stream takes the socket over once the first messages are answered, because it understands only the answers to
        // a COPY.
        const countBound = () => {
            if (++bound <= before.length && !isSynced)
                return;
            wire.off('bindComplete', countBound);
            if (!isSynced)
                takeOver(Object.assign(Object.create(wire), { query: execute }));
        };
        wire.on('bindComplete', countBound);
        for (const statement of before)
            run(wire, statement);
        wire.parse({ name: '', text, types: [] }, true);
        wire.bind({ portal: '', statement: '', values: [], binary: '' }, true);
        wire.flush();
    };
    copy.handleError = (error, wire) => {
        // Until a Sync message says where the next statement begins, the server ignores everything after an error.
        if (!isSynced) {
            isSynced = true;
            wire.sync();
        }
        fail(error, wire);
    };
    return copy;
}

;// CONCATENATED MODULE: ./build/postgres/session-start.js


// Node gives each address of a host only 250 ms, less than a round trip to a far region takes.
const ADDRESS_TIMEOUT_MS = 4000;
/** Types of a server's first message: a request for a log-in, an error, an older version of the protocol. */
const FIRST_MESSAGES = Buffer.from('REv');
/** Longest first message in bytes that libpq accepts. */
const LONGEST_FIRST_MESSAGE = 30_000;
/** Creates the socket of a session. */
function createSocket() {
    const socket = new external_node_net_.Socket();
    const connectSocket = socket.connect.bind(socket);
    socket.connect = ((port, host) => typeof port === 'string'
        ? connectSocket(port)
        : connectSocket({
            port,
            host,
            autoSelectFamilyAttemptTimeout: ADDRESS_TIMEOUT_MS,
        }));
    return socket;
}
/**
 * Follows the start of a session, which must not have begun, and ends it if the first answer is not PostgreSQL's: of
 * another protocol's greeting, node-postgres reads four bytes as the length of a message, and waits for the rest.
 *
 * @returns a function that returns the progress of the start
 */
function followStart({ connection }, isEncrypted) {
    let step = 'reach';
    const comeTo = (next) => () => {
        step = next;
    };
    const checkFirst = (first) => {
        if (isFirstMessage(first))
            return;
        const error = new Error('The first answer is not one of PostgreSQL.');
        connection.stream.destroy(Object.assign(error, { code: NOT_POSTGRES }));
    };
    if (!isEncrypted)
        connection.stream.once('data', checkFirst);
    connection.once('connect', comeTo(isEncrypted ? 'offer' : 'start'));
    connection.once('sslconnect', () => {
        step = 'handshake';
        connection.stream.once('secureConnect', comeTo('start')).once('data', checkFirst);
    });
    for (const request of ['CleartextPassword', 'MD5Password', 'SASL']) {
        connection.once(`authentication${request}`, comeTo('log-in'));
    }
    connection.once('authenticationOk', comeTo('ready'));
    return () => step;
}
function isFirstMessage(first) {
    return (FIRST_MESSAGES.includes(first[0]) && (first.length < 5 || first.readUInt32BE(1) <= LONGEST_FIRST_MESSAGE));
}

// EXTERNAL MODULE: ./build/postgres/tls.js
var tls = __webpack_require__(623);
;// CONCATENATED MODULE: ./build/postgres/connect.js











const KEEP_ALIVE_IDLE_MS = 30_000;
const CLOSE_TIMEOUT_MS = 5000;
const ANSWER = { action: 'answer', limit: 'statement' };
const DESCRIBE = { action: 'describe the SELECTs', limit: 'statement' };
/** Failures that do not depend on encryption, so that an attempt with another encryption would only hide them. */
const SAME_WITH_ANY_ENCRYPTION = new Set([
    'ENOTFOUND EAI_AGAIN ECONNREFUSED ETIMEDOUT EHOSTUNREACH ENETUNREACH ENOENT EACCES',
    '28P01 3D000 42501 53300 57P01 57P02 57P03',
    NOT_POSTGRES,
].flatMap((codes) => codes.split(' ')));
/**
 * Opens a session, trying the encryptions of the sslmode in order. Unlike libpq, `allow` and `prefer` do not send the
 * password a second time after the server rejected it.
 *
 * @param signal cuts the connection, also later while it is in use
 * @throws PostgresError about the encrypted attempt if both failed, unless the server offers no TLS
 */
async function connect(target, signal) {
    const failures = [];
    for (const encryption of (0,tls/* encryptionsToTry */.Bg)(target.settings, target.ca)) {
        try {
            return await tryToConnect(target, encryption, signal);
        }
        catch (error) {
            if (!(error instanceof postgres_error/* PostgresError */.Y))
                throw error;
            failures.push({ encrypted: encryption !== false, error });
            if (signal?.aborted || SAME_WITH_ANY_ENCRYPTION.has(error.code ?? ''))
                throw error;
        }
    }
    const relevant = failures.filter(({ error }) => failures.length === 1 || error.code !== TLS_NOT_OFFERED);
    throw (relevant.find(({ encrypted }) => encrypted) ?? relevant[0]).error;
}
async function tryToConnect(target, encryption, signal) {
    const { settings, ca, applicationName } = target;
    const client = new esm/* Client */.Kj({
        host: settings.host,
        port: settings.port,
        database: settings.database,
        user: settings.user,
        password: () => requirePassword(settings),
        ssl: encryption,
        application_name: settings.applicationName ?? applicationName,
        options: settings.startupOptions,
        sslnegotiation: settings.sslNegotiation,
        enableChannelBinding: settings.requiresChannelBinding,
        client_encoding: 'UTF8',
        connectionTimeoutMillis: connectLimitMs(settings),
        keepAlive: true,
        keepAliveInitialDelayMillis: KEEP_ALIVE_IDLE_MS,
        stream: createSocket,
    });
    ignoreEnvironment(client, settings);
    if (settings.requiresChannelBinding)
        requireChannelBinding(client, settings);
    const encrypted = encryption !== false;
    const stepNow = followStart(client, encrypted);
    let phase = 'connect';
    let loss;
    let expired;
    const lost = new AbortController();
    client.on('error', (error) => {
        loss ??= error;
        lost.abort(error);
    });
    const explain = (error, origin) => {
        const context = { settings, phase, encrypted, hasCa: ca !== undefined, loss, step: stepNow(), origin };
        return expired ?? explainError(error, context);
    };
    const destroy = () => {
        client.connection.stream.destroy();
    };
    const limits = { ...WAIT_LIMITS, ...target.limits };
    const watch = (wait) => {
        const { action, origin, rows = () => null } = wait;
        const limitMs = limitOf(wait, settings, limits);
        return startWatch({
            limitMs,
            ofSilence: wait.limit === 'statement' && settings.statementTimeoutMs === 0,
            reportMs: limits.reportMs,
            onReport: (elapsedMs) => target.onWait?.({ action, origin, rows: rows(), elapsedMs }),
            onExpire: (silentMs) => {
                expired = explainWait(wait, { settings, limitMs, silentMs });
                destroy();
            },
        });
    };
    const watched = async (wait, work) => {
        const watching = watch(wait);
        try {
            return await work();
        }
        finally {
            watching.end();
        }
    };
    signal?.throwIfAborted();
    signal?.addEventListener('abort', destroy, { once: true });
    try {
        await client.connect();
    }
    catch (error) {
        signal?.removeEventListener('abort', destroy);
        destroy();
        throw explain(error);
    }
    return {
        isEncrypted: encrypted,
        lost: lost.signal,
        async query(sql, wait = ANSWER) {
            phase = wait.limit === 'set-up' ? 'connect' : 'read';
            const results = await watched(wait, () => client.query(sql)).catch((error) => {
                throw explain(error);
            });
            phase = 'read';
            return [results].flat().at(-1)?.rows ?? [];
        },
        async describe(statements) {
            phase = 'describe';
            const { descriptions, error } = await watched(DESCRIBE, () => describeStatements(client, statements)).catch((thrown) => {
                throw explain(thrown);
            });
            const refused = error === null ? null : explain(error, statements[descriptions.length]?.origin);
            phase = 'read';
            if (refused === null)
                return { descriptions, refusal: null };
            if (!isAboutStatement(refused.code))
                throw refused;
            const position = error?.position === undefined ? null : Number(error.position);
            return { descriptions, refusal: { error: refused, position } };
        },
        copyTo: (statement) => client.query(extendedCopy(statement)),
        watch,
        explain,
        destroy,
        async close() {
            signal?.removeEventListener('abort', destroy);
            const timer = setTimeout(destroy, CLOSE_TIMEOUT_MS);
            try {
                await client.query('COMMIT');
                await client.end();
            }
            catch {
                // The session is gone already; nothing that was read depends on its end.
            }
            finally {
                clearTimeout(timer);
                destroy();
            }
        },
    };
}
/**
 * Values for everything that node-postgres would otherwise read from variables such as PGOPTIONS, which must not change
 * what is read.
 */
function ignoreEnvironment(client, { startupOptions }) {
    const parameters = { options: startupOptions, replication: undefined };
    Object.assign(client.connectionParameters, parameters);
}
/**
 * Ends a session whose server does not prove over this TLS connection that it knows the password, before anything that
 * depends on the password is sent: node-postgres binds the channel only if the server offers it.
 */
function requireChannelBinding(client, settings) {
    const { connection } = client;
    let isBound = false;
    const refuse = () => {
        connection.stream.destroy(new postgres_error/* PostgresError */.Y(`${(0,server_address/* describeServer */.X)(settings)} does not bind the login to the TLS connection, which channel_binding=require in ` +
            'postgres-url asks for. Use TLS and a role whose password is stored as SCRAM-SHA-256, or remove channel_binding.'));
    };
    connection.on('authenticationSASL', ({ mechanisms }) => {
        isBound = mechanisms.includes('SCRAM-SHA-256-PLUS');
        if (!isBound)
            refuse();
    });
    connection.on('authenticationCleartextPassword', refuse);
    connection.on('authenticationMD5Password', refuse);
    connection.on('authenticationOk', () => {
        if (!isBound)
            refuse();
    });
}
// A function, because node-postgres looks for ~/.pgpass and PGPASSWORD when it is given no password.
function requirePassword(settings) {
    if (settings.password !== undefined)
        return settings.password;
    throw new postgres_error/* PostgresError */.Y(`The database asks for the password of user "${settings.user}", but postgres-url has none. Write it between the ` +
        'user and the host, as in postgresql://user:password@host/database.', { code: '28P01' });
}
/** @returns how many milliseconds a statement may take */
function limitOf({ limit }, settings, limits) {
    if (limit === 'set-up')
        return connectLimitMs(settings);
    if (limit === 'heartbeat')
        return limits.heartbeatMs;
    const { statementTimeoutMs } = settings;
    return statementTimeoutMs === 0 ? limits.silenceMs : statementTimeoutMs + limits.graceMs;
}

// EXTERNAL MODULE: ./build/postgres/connection-settings.js
var connection_settings = __webpack_require__(8412);
;// CONCATENATED MODULE: ./build/postgres/copy-rows.js

/**
 * Runs a query by binary COPY and passes on its rows. Chunks are taken one at a time and processed before the socket is
 * read again, so a slow `onRow` slows the server down instead of filling the memory.
 *
 * @param query one SELECT, without a semicolon
 * @param origin the SELECT of the source that it reads; undefined for a query of the action
 * @param before statements that run before it, none of which gives a row
 * @returns the number of rows
 * @throws PostgresError, and whatever `onRow` throws, which cuts the connection
 */
async function copyRows(connection, query, columnCount, onRow, before = [], origin) {
    const stream = connection.copyTo({ before, text: `COPY (${query}\n) TO STDOUT (FORMAT binary)` });
    let streamError;
    // Stays for the life of the stream: an error may come after the last chunk, and without a listener it would end the
    // process.
    stream.on('error', (error) => {
        streamError ??= error;
    });
    const decoder = new CopyDecoder(columnCount, onRow);
    const watch = connection.watch({
        action: origin === undefined ? 'answer' : 'send all rows',
        limit: 'statement',
        origin,
        rows: () => decoder.rows,
    });
    try {
        for await (const chunk of stream) {
            watch.heard();
            decoder.push(chunk);
        }
        return decoder.end();
    }
    catch (error) {
        if (streamError !== undefined)
            throw connection.explain(streamError, origin);
        connection.destroy();
        throw error instanceof CopyFormatError ? connection.explain(error, origin) : error;
    }
    finally {
        watch.end();
    }
}

// EXTERNAL MODULE: ./build/postgres/session-settings.js
var session_settings = __webpack_require__(3622);
;// CONCATENATED MODULE: ./build/postgres/held-snapshot.js



/** Often enough for proxies, which drop idle connections, and to detect a connection that broke silently. */
const HEARTBEAT_MS = 30_000;
const SIGN_OF_LIFE = {
    action: 'give a sign of life of the snapshot that Spark reads',
    limit: 'heartbeat',
};
/**
 * Holds a transaction open while others read on its snapshot.
 *
 * @param work receives the snapshot; its promise is awaited even if the snapshot is lost
 * @throws PostgresError if the snapshot is lost in the meantime, or what `work` throws
 */
async function holdSnapshot(connection, settings, work, heartbeatMs = HEARTBEAT_MS) {
    await connection.query('SET LOCAL idle_in_transaction_session_timeout = 0');
    let id = '';
    await copyRows(connection, 'SELECT pg_catalog.pg_export_snapshot()', 1, ([field]) => {
        id = Buffer.from(field).toString();
    });
    const lost = new AbortController();
    const done = new AbortController();
    const beating = beat(connection, { heartbeatMs, lost, done: done.signal });
    try {
        const result = await work({ sessionStart: (0,session_settings/* joinSnapshot */.FA)(id, settings), signal: lost.signal });
        lost.signal.throwIfAborted();
        return result;
    }
    catch (error) {
        lost.signal.throwIfAborted();
        throw error;
    }
    finally {
        done.abort();
        await beating;
    }
}
async function beat(connection, { heartbeatMs, lost, done }) {
    const signal = AbortSignal.any([done, connection.lost]);
    try {
        for (;;) {
            await (0,promises_.setTimeout)(heartbeatMs, undefined, { signal }).catch(() => undefined);
            if (done.aborted)
                return;
            await connection.query('SELECT', SIGN_OF_LIFE);
        }
    }
    catch (error) {
        lost.abort(error);
    }
}

// EXTERNAL MODULE: ./build/postgres/url-parameters.js
var url_parameters = __webpack_require__(2387);
;// CONCATENATED MODULE: ./build/postgres/snapshot.js









const snapshot_RETRY_DELAYS_MS = [2000, 4000, 8000];
// Frees the server of the transaction if this process hangs; between two queries it is idle for milliseconds.
const IDLE_TIMEOUT_MS = 10 * 60_000;
const LOCK_TIMEOUT_MS = 60_000;
// A role, or options in the URL, may set another limit.
const LIMIT_LOCKS = `
    SELECT pg_catalog.set_config('lock_timeout', '${LOCK_TIMEOUT_MS}', true)
    WHERE pg_catalog.current_setting('lock_timeout') OPERATOR(pg_catalog.=) '0'`;
// Ends a query that is still sorting after its client has gone; PostgreSQL 14 and later on Linux notice it.
const NOTICE_LOST_CLIENT = `
    SELECT pg_catalog.set_config('client_connection_check_interval', '1s', true)
    WHERE pg_catalog.current_setting('client_connection_check_interval', true) IS NOT NULL
      AND pg_catalog.version() OPERATOR(pg_catalog.~~) '%linux%'`;
// Texts of such a database have no encoding. Sent unchanged, a text that is not UTF-8 can be recognised; converted, it
// would end the query.
const SEND_BYTES_AS_THEY_ARE = `
    SELECT pg_catalog.set_config('client_encoding', 'SQL_ASCII', true)
    WHERE pg_catalog.getdatabaseencoding() OPERATOR(pg_catalog.=) 'SQL_ASCII'`;
/**
 * Runs `read` inside one read-only transaction that sees the database as it was at its start, and always closes the
 * connection. After an error that may go away with time, everything is repeated from the start, so `read` must begin
 * from nothing each time.
 *
 * @returns what `read` returned
 * @throws PostgresError, what `read` throws, or the reason of the signal
 */
async function withSnapshot(options, read) {
    const { retryDelaysMs = snapshot_RETRY_DELAYS_MS, signal } = options;
    const settings = (0,connection_settings/* parseConnectionUrl */.z)(options.url);
    const ca = (0,tls/* loadCa */.D$)(options.ca, settings.sslRootCert);
    const warning = (0,tls/* fallbackWarning */.Ll)(settings, ca);
    for (const each of [warning, ...(0,url_parameters/* unusedWarnings */.QM)(settings.givenParameters, process.env)]) {
        if (each !== undefined)
            options.onWarning?.(each);
    }
    const { applicationName = 'prepare-dataset', limits, onWait } = options;
    const target = { settings, ca, applicationName, limits, onWait };
    for (let attempt = 1;; attempt++) {
        try {
            return await readOnce(target, read, options);
        }
        catch (error) {
            signal?.throwIfAborted();
            const delayMs = retryDelaysMs[attempt - 1];
            if (!(error instanceof postgres_error/* PostgresError */.Y && error.retryable) || delayMs === undefined)
                throw error;
            options.onRetry?.({ attempt, attempts: retryDelaysMs.length + 1, delayMs, error });
            await (0,promises_.setTimeout)(delayMs, undefined, { signal }).catch(() => signal?.throwIfAborted());
        }
    }
}
async function readOnce(target, read, { signal, onWarning }) {
    const connection = await connect(target, signal);
    const warning = (0,tls/* plainWarning */.rB)(target.settings, connection.isEncrypted);
    if (warning !== undefined)
        onWarning?.(warning);
    try {
        let asBegun = await begin(connection, target.settings);
        const describe = (statements) => connection.describe(statements.map(({ sql, origin }) => ({
            before: [`SET LOCAL ${(0,session_settings/* rowSecuritySetting */.V$)(rowSecurityOf(origin))}`],
            text: sql,
            origin,
        })));
        return await read({
            describe,
            async beginAnew() {
                await connection.query('ROLLBACK');
                asBegun = await begin(connection, target.settings);
            },
            async refusedByPolicy(sql) {
                await connection.query('SAVEPOINT policies');
                const { refusal } = await describe([{ sql }]);
                await connection.query('ROLLBACK TO SAVEPOINT policies; RELEASE SAVEPOINT policies');
                return refusal?.error ?? null;
            },
            copyRows: (query, columnCount, onRow, origin) => copyRows(connection, query, columnCount, onRow, (0,session_settings/* pinnedSettings */.wW)(asBegun, rowSecurityOf(origin)), origin),
            hold: (work) => holdSnapshot(connection, target.settings, work),
        });
    }
    finally {
        await connection.close();
    }
}
/** @returns the settings of the session, to be set again before each statement */
async function begin(connection, settings) {
    const sql = `
    ${session_settings/* BEGIN */.Q};
    ${(0,session_settings/* sessionSettings */.MS)(settings)};
    SET LOCAL idle_in_transaction_session_timeout = ${IDLE_TIMEOUT_MS};
    ${LIMIT_LOCKS};
    ${NOTICE_LOST_CLIENT};
    ${SEND_BYTES_AS_THEY_ARE};
    ${session_settings/* SETTINGS_AS_THEY_ARE */.zN}`;
    return await connection.query(sql, { action: 'begin a transaction', limit: 'set-up' });
}
/** What happens if policies would hide rows from a statement. */
function rowSecurityOf(origin) {
    return origin?.source.rowSecurity ?? 'strict';
}

;// CONCATENATED MODULE: ./build/postgres/corrections-database.js



/** Reads corrections from PostgreSQL, and warns of a role that may do more than read. */
function createCorrectionsDatabase(options) {
    return {
        withSnapshot: (read) => withSnapshot(options, (snapshot) => read(correctionsIn(snapshot, options))),
    };
}
function correctionsIn(snapshot, { onWarning }) {
    const ask = async (sql, columnCount, origin) => {
        const rows = [];
        const take = (fields) => {
            rows.push(fields.map((field) => (field === null ? null : Buffer.from(field).toString())));
        };
        await snapshot.copyRows(sql, columnCount, take, origin);
        return rows;
    };
    const copy = ({ fields, origin }, query, onRow) => snapshot.copyRows(query, fields.length, onRow, origin);
    return {
        async describe(sources, datasetsOf) {
            const description = await describeSources(snapshot, sources, datasetsOf);
            const tables = description.problems.length > 0 ? [] : description.writableTables;
            if (tables.length > 0) {
                onWarning?.(`The database role may change tables (${tables.join(', ')}), but this action only reads. Give it a role of its own, as in examples/reader-role.sql.`);
            }
            return description;
        },
        all: (selection, how, onRow) => copy(selection, (0,queries/* allRows */.Pl)(selection, how), onRow),
        sample: (selection, how, onRow) => copy(selection, (0,queries/* sampledRows */.IR)(selection, how), onRow),
        ask,
        hold: (work) => snapshot.hold(work),
        async count({ sql }, column, origin) {
            let found = Number.NaN;
            const take = ([value]) => {
                found = value === null ? Number.NaN : Number(Buffer.from(value).toString());
            };
            const rows = await snapshot.copyRows((0,queries/* singleValue */.u9)(sql, column), 1, take, origin);
            return rows === 1 ? found : Number.NaN;
        },
        async countCauses({ sql }, value, origin) {
            const single = value === null ? null : { sql: value.statement.sql, column: value.column };
            const rows = await ask((0,queries/* valueAndCauses */.bW)(single, sql), 2, origin);
            const values = rows.filter(([cause]) => cause === null).map(([, found]) => Number(found ?? Number.NaN));
            return {
                value: values.length === 1 ? values[0] : Number.NaN,
                causes: new Map(rows.flatMap(([cause, count]) => (cause === null ? [] : [[cause, Number(count)]]))),
            };
        },
    };
}

;// CONCATENATED MODULE: ./build/postgres/describe-wait.js


/** Returns the line of the log about a statement that still runs. */
function describeWait({ action, origin, rows, elapsedMs }) {
    const seconds = describeDuration(Math.round(elapsedMs / 1000) * 1000);
    if (origin === undefined)
        return `Still waiting for the database to ${action}: ${seconds}.`;
    const arrived = rows === 0 ? 'no row' : `${rows.toLocaleString('en')} rows`;
    return `Still reading \`${statementName(origin)}\`: ${arrived} so far, ${seconds}.`;
}

;// CONCATENATED MODULE: ./build/sqlite/columns.js
/** The types of columns here, as PostgreSQL calls them and sorts them into categories. */
const CATEGORIES = {
    boolean: 'B',
    json: 'U',
    'timestamp without time zone': 'D',
    date: 'D',
    'time without time zone': 'D',
    bigint: 'N',
    numeric: 'N',
    'double precision': 'N',
    bytea: 'U',
    text: 'S',
    /** SQLite keeps no type for an expression; like a text, it is read as it is. */
    'of no declared type': 'S',
};
/** A declared type is of the first kind whose pattern it matches; SQLite takes any words. */
const DECLARED = [
    [/bool/, 'boolean'],
    [/json/, 'json'],
    [/datetime|timestamp/, 'timestamp without time zone'],
    [/^date$/, 'date'],
    [/^time/, 'time without time zone'],
    [/(?:^|tiny|small|medium|big|u|\b)int(?:eger|\d+)?\b|serial/, 'bigint'],
    [/real|floa|doub/, 'double precision'],
    [/^num|^decimal/, 'numeric'],
    [/blob|bytea|binary/, 'bytea'],
    [/./, 'text'],
];
/** A type after the name of a column, as Python's sqlite3 reads it with PARSE_COLNAMES: `"completion [json]"`. */
const NAMED_TYPE = /^(.*\S)\s*\[\s*([a-z][a-z0-9 ,()]*?)\s*\]$/i;
/**
 * Describes a column of a SELECT by the words that PostgreSQL has for its type.
 *
 * @param name as SQLite gives it, possibly followed by a type in brackets, which wins
 * @param declared type of the column of the table, or of the CAST, that it shows; empty for another expression
 */
function describeColumn(name, declared) {
    const [, plain = name, named = declared] = NAMED_TYPE.exec(name) ?? [];
    const words = named.toLowerCase().replace(/\(.*/, '').trim();
    const type = DECLARED.find(([pattern]) => pattern.test(words))?.[1] ?? 'of no declared type';
    return { name: plain, type, category: CATEGORIES[type], elementCategory: null };
}
/** Returns SQL of the value of a column with its storage class: texts as their bytes, which nothing has decoded. */
function storedValue(column) {
    return `CASE typeof(${column}) WHEN 'text' THEN CAST(${column} AS BLOB) WHEN 'blob' THEN hex(${column}) ELSE ${column} END`;
}
/** A value does not fit the type of its column. The message is the end of a sentence about the column. */
class WrongValueError extends Error {
}
/** Returns how the values of a column become the bytes that PostgreSQL would send. */
function readerOf({ type }, as) {
    const read = as === 'time' ? instantOf : READERS[type];
    const asRead = as === 'json' && type !== 'json' ? (value) => jsonOf(read(value)) : read;
    return (value) => {
        if (value === null)
            return null;
        const found = asRead(value);
        return typeof found === 'string' ? Buffer.from(found) : found;
    };
}
const READERS = {
    boolean(value) {
        if (value === 0n || value === 1n)
            return value === 1n ? 'true' : 'false';
        throw wrong('is boolean', value, 'Give 0 or 1');
    },
    // A column that is declared JSON keeps a number as one.
    json: (value) => columns_textOf(value, 'is json', 'Read JSON in binary form by json(column)'),
    'timestamp without time zone': (value) => columns_textOf(value, 'holds times', TIME_REMEDY),
    date: (value) => columns_textOf(value, 'holds dates', TIME_REMEDY),
    'time without time zone': (value) => columns_textOf(value, 'holds times', 'Give a text'),
    bigint(value) {
        if (typeof value === 'bigint')
            return String(value);
        throw wrong('holds whole numbers', value, 'Give a whole number, or CAST(… AS TEXT)');
    },
    numeric: numberOf,
    'double precision': numberOf,
    bytea(value) {
        if (typeof value === 'string')
            return `\\x${value.toLowerCase()}`;
        throw wrong('holds blobs', value, 'Give a blob');
    },
    text: (value) => columns_textOf(value, 'holds texts', 'Give a text'),
    'of no declared type': (value) => columns_textOf(value, 'has no declared type', 'Give a text'),
};
const TIME_REMEDY = "Give a text such as 2026-01-31 12:00:00, for example by datetime(column, 'unixepoch')";
function numberOf(value) {
    if (typeof value === 'bigint')
        return String(value);
    if (typeof value === 'number')
        return realText(value);
    throw wrong('holds numbers', value, 'Give a number, or CAST(… AS TEXT)');
}
function columns_textOf(value, rule, remedy) {
    if (typeof value === 'string')
        throw wrong(rule, value, remedy);
    if (typeof value === 'number')
        return realText(value);
    return typeof value === 'bigint' ? String(value) : value;
}
/** Texts that are not UTF-8 stay as they are, to be recognised as such. */
function jsonOf(text) {
    if (typeof text === 'string')
        return JSON.stringify(text);
    const decoded = Buffer.from(text).toString();
    return Buffer.from(decoded).equals(text) ? JSON.stringify(decoded) : text;
}
const INSTANT = /^(\d{4})-(\d\d)-(\d\d)(?:[T ](\d\d):(\d\d)(?::(\d\d)(?:\.(\d{1,9}))?)?\s*(Z|[+-]\d\d(?::?\d\d)?)?)?$/i;
/**
 * Returns the seconds since 1970 of a date or an instant in ISO 8601, in UTC without a time zone: what date_part('epoch', …)
 * gives. A number is refused: it may be days, seconds or milliseconds.
 */
function instantOf(value) {
    const text = value instanceof Uint8Array ? Buffer.from(value).toString('latin1') : null;
    const parts = text === null ? null : INSTANT.exec(text);
    if (parts === null)
        throw wrong('holds times', value, TIME_REMEDY);
    const [, year, month, day, hour = '0', minute = '0', second = '0', fraction = '', zone = 'Z'] = parts;
    const numbers = [year, month, day, hour, minute, second].map(Number);
    const date = new Date(0);
    date.setUTCFullYear(numbers[0], numbers[1] - 1, numbers[2]);
    date.setUTCHours(numbers[3], numbers[4], numbers[5]);
    const [isDate, isTime] = [date.getUTCMonth() + 1 === numbers[1], numbers[3] < 24 && numbers[4] < 60];
    const [, sign, hours, minutes = '0'] = /^([+-])(\d\d):?(\d\d)?$/.exec(zone) ?? [null, '+', '0'];
    // PostgreSQL takes no time zone that is further from UTC.
    const isZone = Number(hours) < 16 && Number(minutes) < 60;
    if (!isDate || !isTime || !isZone || numbers[5] > 59)
        throw wrong('holds times', value, TIME_REMEDY);
    const offset = (sign === '-' ? -60 : 60) * (60 * Number(hours) + Number(minutes));
    const microseconds = Number(fraction.padEnd(6, '0').slice(0, 6));
    return String(((date.getTime() / 1000 - offset) * 1e6 + microseconds) / 1e6);
}
/** Digits from which on PostgreSQL writes a double with an exponent. */
const EXPONENT_FROM = 15;
/** Returns a double as PostgreSQL writes it: the shortest digits that give it back. */
function realText(value) {
    if (!Number.isFinite(value))
        return String(value);
    const [digits, exponent] = value.toExponential().split('e');
    const power = Number(exponent);
    if (power >= -4 && power < EXPONENT_FROM)
        return Object.is(value, -0) ? '-0' : String(value);
    return `${digits}e${power < 0 ? '-' : '+'}${String(Math.abs(power)).padStart(2, '0')}`;
}
function wrong(rule, value, remedy) {
    const held = typeof value === 'string'
        ? 'a blob'
        : value instanceof Uint8Array
            ? 'another text'
            : 'a number of another kind';
    return new WrongValueError(`${rule}, but a row has ${held} in it. ${remedy} in the SELECT.`);
}

// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(6760);
;// CONCATENATED MODULE: ./build/sqlite/sqlite-error.js


/** A failure of a SQLite file; its message has what happened, where, and how to fix it, and no text of a row. */
class SqliteError extends corrections/* DatabaseError */.a {
    constructor(message, cause) {
        super(message, cause === undefined ? undefined : { cause });
        this.name = 'SqliteError';
    }
}
/** A pattern of REGEXP or regexp_replace is not one of JavaScript. */
class WrongPatternError extends Error {
}
/** Result codes of SQLite (https://www.sqlite.org/rescode.html) that name a problem of the file, and how to fix it. */
const FILE_PROBLEMS = {
    5: 'is locked by another program for longer than 5 s. Run again later, or read a copy that VACUUM INTO made',
    6: 'is locked by another program. Run again later, or read a copy that VACUUM INTO made',
    7: 'takes more memory to read than there is. Use a machine with more memory',
    8: 'cannot be read as it is: a program left changes in a journal, or the file is in WAL mode and its folder may not be written. Open it once with the program that writes it, run as a user who may write to its folder, or read a copy that VACUUM INTO made',
    10: 'cannot be read from the disk. Check the disk, or read a copy of the file',
    11: 'is damaged. Check it with PRAGMA integrity_check, and restore a backup',
    13: 'needs more temporary space than the disk has. Free some, or set SQLITE_TMPDIR to a folder on a larger disk',
    14: 'cannot be opened. Check its rights; if it is in WAL mode, its folder must be writable too',
    23: 'may not be read. Check the rights of the file',
    26: 'is not a SQLite database, or it is encrypted. Check the path',
};
/** Words of SQLite about values that quote nothing of a row, and say more than those for the result code. */
const PLAIN_WORDS = /^(?:malformed JSON|integer overflow)$/;
/** True for an error that SQLite itself gave. */
function isOfSqlite(error) {
    return error?.code === 'ERR_SQLITE_ERROR';
}
/** Returns what is wrong with the file if that is what an error is about; null for another one. */
function fileProblem(error, file) {
    const problem = isOfSqlite(error) ? FILE_PROBLEMS[error.errcode & 0xff] : undefined;
    return problem === undefined ? null : new SqliteError(`sqlite-file ${file} ${problem}.`, error);
}
/**
 * Returns the failure of a SELECT that was described, and whose rows are read.
 *
 * @param error what was thrown; one that is not SQLite's is returned as it is
 */
function readFailure(error, file, origin) {
    if (error instanceof WrongPatternError) {
        return new SqliteError(`${describeOrigin(origin)} A pattern of REGEXP or regexp_replace is not a regular expression of JavaScript. Correct the pattern in the SELECT.`);
    }
    if (!isOfSqlite(error))
        return error;
    const ofFile = fileProblem(error, file);
    if (ofFile !== null)
        return ofFile;
    const words = PLAIN_WORDS.test(error.message) ? error.message : error.errstr;
    return new SqliteError(`${describeOrigin(origin)} SQLite ended the SELECT: ${words}.`, error);
}
/** Returns why SQLite does not take a SELECT, for users. */
function refusalText(error) {
    const { message } = error;
    const table = /^no such table: /.test(message)
        ? ' Check that sqlite-file names the file that has this table.'
        : /^no such function: /.test(message)
            ? ' The SELECTs of sqlite-file are in the SQL of SQLite.'
            : '';
    return `SQLite does not take this SELECT: ${message}${message.endsWith('?') ? '' : '.'}${table}`;
}

;// CONCATENATED MODULE: ./build/sqlite/open-file.js



/** Milliseconds to wait for another program's lock, during which the process does nothing else. */
const BUSY_TIMEOUT_MS = 5000;
/**
 * Opens a SQLite file to read, in one transaction that sees it as it is now.
 *
 * @param given path as given, from the current folder
 * @throws SqliteError if there is no such file, if it is not a database, or if it is locked
 */
async function openFile(given) {
    const stats = statsOf(given);
    if (stats === undefined) {
        throw new SqliteError(`There is no file ${given} in ${process.cwd()}. Check sqlite-file.`);
    }
    if (!stats.isFile())
        throw new SqliteError(`sqlite-file ${given} is not a file. Name the file itself.`);
    const Database = await loadDriver();
    let database;
    try {
        // An absolute path is never read as a URI, which could set other options.
        database = new Database(external_node_path_.resolve(given), { readOnly: true, timeout: BUSY_TIMEOUT_MS });
        // Views and indexes of a file from elsewhere may call only functions without effects.
        database.exec('PRAGMA trusted_schema = OFF; BEGIN');
        addFunctions(database);
        // The transaction sees the file as it is at its first read.
        database.prepare('SELECT count(*) FROM sqlite_schema').get();
        const { encoding } = database.prepare('PRAGMA encoding').get();
        if (encoding !== 'UTF-8') {
            throw new SqliteError(`The texts of sqlite-file ${given} are ${encoding}, and only UTF-8 is read. Write its content into a new file, whose texts are UTF-8: sqlite3 old.db .dump | grep -v '^PRAGMA encoding' | sqlite3 new.db`);
        }
        return database;
    }
    catch (error) {
        database?.close();
        throw fileProblem(error, given) ?? error;
    }
}
/** @returns undefined if there is no such file. @throws SqliteError if its path cannot be followed */
function statsOf(given) {
    try {
        return (0,external_node_fs_.statSync)(given, { throwIfNoEntry: false });
    }
    catch (error) {
        const { code } = error;
        throw new SqliteError(`sqlite-file ${given} cannot be reached (${code}). Check the path, and the rights of its folders.`, error);
    }
}
/**
 * Adds what the SELECTs may call beside the functions of SQLite: `text REGEXP pattern`, and
 * `regexp_replace(text, pattern, replacement)` for each match. Patterns are those of JavaScript.
 */
function addFunctions(database) {
    const known = new Map();
    const patternOf = (pattern) => {
        const found = known.get(pattern) ?? toPattern(String(pattern));
        known.set(pattern, found);
        return found;
    };
    const options = { deterministic: true, directOnly: true, useBigIntArguments: true };
    database.function('regexp', options, (pattern, text) => {
        return pattern === null || text === null ? null : Number(String(text).search(patternOf(pattern)) !== -1);
    });
    database.function('regexp_replace', options, (text, pattern, replacement) => {
        if (text === null || pattern === null || replacement === null)
            return null;
        return String(text).replace(patternOf(pattern), String(replacement));
    });
}
/** @throws WrongPatternError, because the words of JavaScript quote the pattern, which may be a value of a row */
function toPattern(text) {
    try {
        return new RegExp(text, 'g');
    }
    catch {
        throw new WrongPatternError();
    }
}
/** @throws SqliteError with a Node that has no node:sqlite */
async function loadDriver() {
    try {
        return (await Promise.resolve(/* import() */).then(__webpack_require__.t.bind(__webpack_require__, 99, 19))).DatabaseSync;
    }
    catch (error) {
        throw new SqliteError(`Node ${process.version} cannot read SQLite files. Use Node 24 or newer, which has node:sqlite.`, error);
    }
}

;// CONCATENATED MODULE: ./build/sqlite/corrections-database.js







/** Rows between two looks at what else the process has to do. */
const ROWS_AT_ONCE = 1000;
/** Reads corrections from a SQLite file with the SQLite of Node. @param options.file path from the current folder */
function createSqliteDatabase({ file, signal, }) {
    return {
        async withSnapshot(read) {
            const database = await openFile(file);
            try {
                return await read(new SqliteCorrections(database, file, signal));
            }
            finally {
                database.close();
            }
        },
    };
}
/** The corrections in a file, in the transaction that it was opened with. */
class SqliteCorrections {
    #database;
    #file;
    #signal;
    /** The columns of each SELECT that was described, by its SQL. */
    #columns = new Map();
    constructor(database, file, signal) {
        this.#database = database;
        this.#file = file;
        this.#signal = signal;
    }
    async describe(sources) {
        const problems = [];
        const columnsOf = (source, statement) => {
            try {
                const columns = this.#describeOne(statement.sql);
                this.#columns.set(statement.sql, columns);
                return columns;
            }
            catch (error) {
                if (!isOfSqlite(error) && !(error instanceof SqliteError))
                    throw error;
                const message = isOfSqlite(error) ? refusalText(error) : error.message;
                problems.push({ source, statement, message, offset: null, error: new SqliteError(message, error) });
                return [];
            }
        };
        const described = sources.map((source) => {
            const { corrections, confirmed, pending, unjudged } = source;
            const before = problems.length;
            const found = {
                corrections: columnsOf(source, corrections),
                confirmed: confirmed && columnsOf(source, confirmed),
                pending: pending && columnsOf(source, pending),
            };
            if (unjudged !== undefined)
                columnsOf(source, unjudged);
            return problems.length > before ? null : found;
        });
        return { sources: described, problems };
    }
    all(selection, { ordered }, onRow) {
        const { from, names, texts, readers } = this.#prepare(selection, 0);
        const sql = `SELECT ${names} ${from} ${ordered ? inOrder(['id', ...texts]) : ''}`;
        return this.#pass(selection, { sql, readers }, onRow);
    }
    sample(selection, how, onRow) {
        const { seed, ordered, limit, offset = 0 } = how;
        const { from, names, texts, readers } = this.#prepare(selection, seed);
        const byRank = `${inOrder(['sample_rank(id)', 'id', ...texts])} LIMIT ${limit} OFFSET ${offset}`;
        const sql = ordered
            ? `SELECT ${names} FROM (SELECT id, ${names} ${from} ${byRank}) AS sample ${inOrder(['id', ...texts])}`
            : `SELECT ${names} ${from} ${byRank}`;
        return this.#pass(selection, { sql, readers }, onRow);
    }
    async count({ sql }, _column, origin) {
        const rows = this.#values(`SELECT * FROM ${(0,text_sql/* asTable */.fO)(sql)} LIMIT 2`, origin);
        return rows.length === 1 ? corrections_database_numberOf(rows[0][0]) : Number.NaN;
    }
    async countCauses(statement, value, origin) {
        const causes = this.#values(`SELECT source.cause, source.rows FROM ${(0,text_sql/* asTable */.fO)(statement.sql)}`, origin);
        return {
            value: value === null
                ? Number.NaN
                : await this.count(value.statement, value.column, { ...origin, part: 'pending' }),
            causes: new Map(causes.map(([cause, rows]) => [String(cause), corrections_database_numberOf(rows)])),
        };
    }
    ask() {
        throw withoutSpark();
    }
    hold() {
        throw withoutSpark();
    }
    /** @throws SqliteError, or an error of SQLite, if it is not one SELECT without parameters */
    #describeOne(sql) {
        const database = this.#database;
        // As written, which shows its names, and in parentheses, which shows whether it is one SELECT.
        const columns = database.prepare((0,text_sql/* withoutSemicolon */.CW)(sql)).columns();
        const table = `SELECT * FROM ${(0,text_sql/* asTable */.fO)(sql)}`;
        database.prepare(table);
        const code = database.prepare(`EXPLAIN ${table}`).all();
        if (code.some(({ opcode }) => opcode === 'Variable')) {
            throw new SqliteError('This SELECT has parameters (?, :name, …), which get no values. Replace them by values.');
        }
        // A view has the type of a CAST too, which a SELECT has not. It exists for this connection only.
        database.exec(`CREATE TEMP VIEW prepare_dataset_view AS ${table}`);
        const types = database.prepare('PRAGMA temp.table_info(prepare_dataset_view)').all();
        database.exec('DROP VIEW temp.prepare_dataset_view');
        // The view gives BLOB to a column of a table without a type too, which may have any values.
        return columns.map(({ name, type: declared }, index) => {
            const type = String(types[index].type);
            return describeColumn(name, type === 'BLOB' && declared === null ? '' : type);
        });
    }
    /**
     * Makes the functions that the SQL of a selection calls.
     *
     * @returns FROM with the usable rows, the names of their fields, SQL of each field as text, and how each is read
     */
    #prepare({ origin, sql, id, fields, members }, seed) {
        const columns = this.#columns.get(sql);
        const position = (name) => columns.findIndex((column) => column.name === name);
        const readerFor = (read) => named(readerOf(columns[position(read.column)], read.as), read, origin);
        const readers = fields.map((read) => read && readerFor(read));
        const readId = readerFor({ column: id, as: 'text' });
        const names = fields.map((_, field) => `field_${field}`);
        const values = fields.map((read, field) => {
            return `${read === null ? 'NULL' : storedValue(`column_${position(read.column)}`)} AS ${names[field]}`;
        });
        const options = { deterministic: true, directOnly: true, useBigIntArguments: true };
        const prefix = Buffer.from(`${seed}:`);
        this.#database.function('sample_rank', options, (value) => {
            const text = readId(value);
            return text === null ? null : (0,external_node_crypto_.hash)('sha256', Buffer.concat([prefix, text]), 'buffer');
        });
        this.#database.function('field_text', options, (field, value) => {
            return readers[Number(field)]?.(value) ?? null;
        });
        return {
            from: `
        FROM (
          WITH prepare_dataset_source (${columns.map((_, index) => `column_${index}`).join(', ')}) AS (
${(0,text_sql/* withoutSemicolon */.CW)(sql)}
          )
          SELECT ${storedValue(`column_${position(id)}`)} AS id, ${values.join(', ')} FROM prepare_dataset_source
        ) AS picked
        WHERE ${members === null ? 'true' : members.map((field) => `${names[field]} IS NOT NULL`).join(' OR ')}`,
            names: names.join(', '),
            // Rows with the same id have the same text of it.
            texts: fields.flatMap((read, field) => (read?.column === id ? [] : corrections_database_textOf(names[field], field, read))),
            readers,
        };
    }
    /** Passes on the rows of a SELECT. @returns their number */
    async #pass({ origin }, { sql, readers }, onRow) {
        let rows = 0;
        try {
            for (const values of rowsOf(this.#database.prepare(sql))) {
                onRow(values.map((value, field) => readers[field]?.(value) ?? null));
                // The loop holds up everything else, such as a signal and the requests under way.
                if (++rows % ROWS_AT_ONCE === 0)
                    await (0,promises_.setImmediate)();
                this.#signal?.throwIfAborted();
            }
        }
        catch (error) {
            throw readFailure(error, this.#file, origin);
        }
        return rows;
    }
    /** Returns all rows of a SELECT of a few. */
    #values(sql, origin) {
        try {
            return [...rowsOf(this.#database.prepare(sql))];
        }
        catch (error) {
            throw readFailure(error, this.#file, origin);
        }
    }
}
/** Returns the rows of a statement, whole numbers as bigints. */
function rowsOf(statement) {
    statement.setReadBigInts(true);
    statement.setReturnArrays(true);
    return statement.iterate();
}
/** Returns SQL of the text of a field: a text is read as it is, so that nothing is called for it. */
function corrections_database_textOf(name, field, read) {
    const text = `field_text(${field}, ${name})`;
    return read?.as === 'text' ? `CASE typeof(${name}) WHEN 'blob' THEN ${name} ELSE ${text} END` : text;
}
/** Returns ORDER BY in the order of PostgreSQL, NULLs last. */
function inOrder(keys) {
    return `ORDER BY ${keys.map((key) => `${key} NULLS LAST`).join(', ')}`;
}
/** Returns a reader whose errors name the column and its SELECT. */
function named(read, { column }, origin) {
    return (value) => {
        try {
            return read(value);
        }
        catch (error) {
            if (!(error instanceof WrongValueError))
                throw error;
            throw new SqliteError(`${describeOrigin(origin)} The column ${column} ${error.message}`);
        }
    };
}
function corrections_database_numberOf(value) {
    return value === null ? Number.NaN : Number(value);
}
function withoutSpark() {
    return new SqliteError('spark-command needs postgres-url: Spark cannot read a SQLite file.');
}

// EXTERNAL MODULE: ./build/wire/repos.js + 12 modules
var repos = __webpack_require__(4768);
;// CONCATENATED MODULE: ./build/wire/prepare-dataset.js







/** Where rows are prepared: here, or by Spark. */
function createEngine(inputs, signal) {
    const temp = process.env.RUNNER_TEMP || (0,external_node_os_.tmpdir)();
    const { sparkCommand, memoryLimit, postgresUrl, postgresCa } = inputs;
    if (sparkCommand === null || postgresUrl === null)
        return createRowEngine({ memoryLimit, temp, signal });
    return {
        async read(...reading) {
            const { createSparkEngine } = await __webpack_require__.e(/* import() */ 573).then(__webpack_require__.bind(__webpack_require__, 2573));
            const engine = createSparkEngine({
                command: sparkCommand,
                postgresUrl,
                postgresCa: postgresCa ?? undefined,
                memoryLimit,
                temp,
                environment: process.env,
                signal,
            });
            return engine.read(...reading);
        },
    };
}
/** The database that has the rows. */
function openDatabase({ info, warning }, { postgresUrl, postgresCa, sqliteFile }, signal) {
    if (postgresUrl === null)
        return createSqliteDatabase({ file: sqliteFile, signal });
    return createCorrectionsDatabase({
        url: postgresUrl,
        ca: postgresCa ?? undefined,
        signal,
        onWarning: (message) => warning(message, { title: 'PostgreSQL' }),
        onWait: (event) => info(describeWait(event)),
        onRetry: ({ attempt, attempts, delayMs, error }) => info(`${error.message} Attempt ${attempt} of ${attempts}; trying again in ${delayMs / 1000} s.`),
    });
}
/** The database, the Hub and the folder of a run. */
function createPipelineClients(surroundings, inputs, { progress, report, signal }) {
    return {
        database: openDatabase(surroundings, inputs, signal),
        openRepo: (name) => (0,repos.openDatasetRepo)(surroundings, name, inputs, { signal, onUploaded: progress.uploaded }),
        engine: createEngine(inputs, signal),
        outputFolder: inputs.outputDir === null ? null : (0,output_folder.createOutputFolder)(inputs.outputDir),
        progress,
        report,
        now: () => new Date(),
        signal,
    };
}

// EXTERNAL MODULE: ./build/command/given-file.js
var given_file = __webpack_require__(6266);
// EXTERNAL MODULE: ./build/command/hub-token.js
var hub_token = __webpack_require__(9553);
// EXTERNAL MODULE: ./build/command/prepare-flags.js
var prepare_flags = __webpack_require__(4259);
// EXTERNAL MODULE: ./build/engine/parquet-content.js
var parquet_content = __webpack_require__(5835);
;// CONCATENATED MODULE: ./build/engine/first-rows.js



/** Reads the first rows of a data file that this action wrote, with the names of classes in the place of their ids. */
async function firstRows(content, count) {
    const { parquetMetadataAsync, parquetReadObjects } = await __webpack_require__.e(/* import() */ 459).then(__webpack_require__.bind(__webpack_require__, 4459));
    const file = await (0,parquet_content/* openContent */.Q)(content);
    const metadata = await parquetMetadataAsync(file);
    const written = metadata.key_value_metadata?.find(({ key }) => key === 'huggingface')?.value;
    const features = JSON.parse(written ?? '{}').info?.features ?? {};
    const rowEnd = Math.min(count, Number(metadata.num_rows));
    const rows = await parquetReadObjects({ file, metadata, compressors: parquet_content/* COMPRESSORS */.v, rowEnd });
    return rows.map((row) => withClassNames(row, (0,text_json/* isRecord */.u4)(features) ? features : {}));
}
function withClassNames(row, features) {
    const named = Object.entries(features).map(([column, feature]) => {
        const value = row[column] ?? null;
        const classes = (0,model_features/* classesOf */.OX)({ column: feature });
        if (classes === null || value === null)
            return [column, value];
        const nameOf = (id) => classes[Number(id)] ?? null;
        return [column, Array.isArray(value) ? value.map(nameOf) : nameOf(value)];
    });
    return Object.fromEntries(named);
}

;// CONCATENATED MODULE: ./build/command/sample-rows.js


const ROWS = 5;
/** Longest value that is handed to a terminal, which cuts each line to its width. */
const LONGEST = 500;
const FIRST_FILE = /^data\/train-00000-of-\d+\.parquet$/;
/** The first rows of the training split of each dataset of a preview. */
class SampleRows {
    #lines = new Map();
    /** Returns the ports of a run with a folder that keeps the first rows of what passes. */
    watch(ports) {
        const { outputFolder } = ports;
        const watching = {
            write: async (dataset, files) => {
                const file = files.find(({ path }) => FIRST_FILE.test(path));
                if (file !== undefined)
                    this.#lines.set(dataset, sample_rows_linesOf(await firstRows(file, ROWS)));
                await outputFolder?.write(dataset, files);
            },
            writeDropped: async (dataset, lines) => outputFolder?.writeDropped(dataset, lines),
            writeRowIds: async (dataset, ids, contents) => outputFolder?.writeRowIds(dataset, ids, contents),
            writeReview: async (dataset, lines) => outputFolder?.writeReview(dataset, lines),
        };
        return { ...ports, outputFolder: watching };
    }
    /** Returns the rows of each dataset, each row on lines of its own. */
    lines() {
        return Array.from(this.#lines, ([dataset, rows]) => [
            '',
            `${dataset}: the first rows of train, shown on this terminal only`,
            ...rows,
        ]).flat();
    }
}
function sample_rows_linesOf(rows) {
    return rows.flatMap((row) => Object.entries(row).map(([column, value], index) => `  ${index === 0 ? '-' : ' '} ${(0,markdown/* oneLine */.TN)(column)}: ${sample_rows_textOf(value)}`));
}
/** A value in one line, without characters that a terminal would obey. */
function sample_rows_textOf(value) {
    const plain = (_, part) => (typeof part === 'bigint' ? Number(part) : part);
    const text = typeof value === 'string' ? value : JSON.stringify(value, plain);
    return (0,markdown/* oneLine */.TN)(text.slice(0, LONGEST));
}

// EXTERNAL MODULE: ./build/command/usage-error.js
var usage_error = __webpack_require__(9198);
;// CONCATENATED MODULE: ./build/command/prepare.js












/**
 * Prepares the datasets of a file as the root action does, with flags and environment variables as its inputs.
 *
 * @param options.isPreview true to write nothing to the Hub, and to show rows to the person at the terminal
 * @returns false when a dataset failed or is held, or would be, which was reported
 * @throws UsageError, InputError, or what kept the run from trying any dataset
 */
async function prepare({ arguments: [file], flags }, { terminal, signal, isPreview }) {
    const { surroundings } = terminal;
    const own = (0,given_file/* ownEnvironment */.am)();
    const environment = {
        ...own,
        ...(0,given_file/* fileEnvironment */._4)(file),
        ...(0,given_file/* inputEnvironment */._C)(flags),
        ...secretInputs(own, { isUrlNeeded: !flags.has('sqlite-file') }),
        'INPUT_DRY-RUN': String(isPreview),
    };
    const reading = (0,read_inputs/* readInputs */.K)(surroundings, prepare_dataset_inputs/* PREPARE_DATASET */.j, environment);
    const samples = new SampleRows();
    const isSuccess = await runPrepareDataset(reading, {
        openChannels: createChannels,
        openSpace: (0,hub/* openSpaceIn */.O)(surroundings),
        openPipeline(inputs, options) {
            const ports = createPipelineClients(surroundings, inputs, options);
            return isPreview && terminal.isPrivate ? samples.watch(ports) : ports;
        },
    }, signal);
    terminal.showPrivately(samples.lines());
    return isSuccess;
}
/** Returns the inputs that are secrets, from the environment. @throws UsageError that names what is missing, and how to set it */
function secretInputs(environment, { isUrlNeeded }) {
    const given = new Map(Array.from(prepare_flags/* SECRET_VARIABLES */.V, ([input, variable]) => [input, environment[variable]?.trim() ?? '']));
    if (isUrlNeeded && given.get('postgres-url') === '') {
        throw new usage_error/* UsageError */.e("POSTGRES_URL is not set. Set it to the connection URL of the database: export POSTGRES_URL='postgresql://user:password@host:5432/database'. Or give --sqlite-file");
    }
    if (given.get('hf-token') === '' && !(0,identity/* hasIdentity */.r)(environment)) {
        const stored = (0,hub_token/* storedToken */.V)(environment);
        if (stored === null) {
            throw new usage_error/* UsageError */.e('HF_TOKEN is not set, and there is no token that hf auth login stored. Make a token at https://huggingface.co/settings/tokens, and set it: export HF_TOKEN=hf_…');
        }
        given.set('hf-token', stored);
    }
    return (0,given_file/* inputEnvironment */._C)(given);
}


/***/ }),

/***/ 249:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $9: () => (/* binding */ ClassCounter),
/* harmony export */   $n: () => (/* binding */ countClassRows),
/* harmony export */   iw: () => (/* binding */ countClassGroups)
/* harmony export */ });
/* unused harmony export ClassGroups */
/* harmony import */ var _model_rows_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(6141);
/* harmony import */ var _model_shape_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7079);
/* harmony import */ var _rows_values_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(980);



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
    const values = valueMemory === null ? null : new _rows_values_js__WEBPACK_IMPORTED_MODULE_1__/* .ValueUnpacker */ .tj(shape, valueMemory);
    for (let row = 0; row < rows.length; row++)
        counter.add(classIds[row], values === null ? null : values.bytesAt(valueNumbers[row]));
    return counter.rows;
}


/***/ }),

/***/ 7372:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $: () => (/* binding */ AppendFile)
/* harmony export */ });
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3024);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(6760);
/* harmony import */ var _spill_error_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(3956);



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

/***/ 4166:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $: () => (/* binding */ mergedRuns),
/* harmony export */   b: () => (/* binding */ DroppedRuns)
/* harmony export */ });
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(6760);
/* harmony import */ var _rows_dropped_rows_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(3953);
/* harmony import */ var _append_file_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(7372);
/* harmony import */ var _record_file_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(479);




/** Rows that are sorted in memory, and written together. */
const RUN_ROWS = 1 << 16;
const BUFFER_BYTES = 1 << 16;
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
        const file = new _append_file_js__WEBPACK_IMPORTED_MODULE_2__/* .AppendFile */ .$(node_path__WEBPACK_IMPORTED_MODULE_0__.join(this.#folder, `${this.#name}-run${this.files.length}`), BUFFER_BYTES);
        for (const row of this.#rows.sort(_rows_dropped_rows_js__WEBPACK_IMPORTED_MODULE_1__/* .compareDropped */ .Gr))
            write(file, row);
        file.close();
        this.files.push(file.file);
        this.#rows = [];
    }
}
/** The rows of sorted runs in the order of {@link compareDropped}; each is valid until the next. @throws SpillError */
function* mergedRuns(files) {
    const runs = [];
    const opened = files.map((file) => new _record_file_js__WEBPACK_IMPORTED_MODULE_3__/* .RecordFile */ .WL(file));
    try {
        for (const records of opened)
            if (records.next())
                runs.push({ records, row: read(records) });
        runs.sort((a, b) => (0,_rows_dropped_rows_js__WEBPACK_IMPORTED_MODULE_1__/* .compareDropped */ .Gr)(a.row, b.row));
        while (runs.length > 0) {
            const [first] = runs;
            yield first.row;
            if (!first.records.next()) {
                runs.shift();
                continue;
            }
            first.row = read(first.records);
            let place = 1;
            while (place < runs.length && (0,_rows_dropped_rows_js__WEBPACK_IMPORTED_MODULE_1__/* .compareDropped */ .Gr)(runs[place].row, first.row) < 0) {
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
    const length = _record_file_js__WEBPACK_IMPORTED_MODULE_3__/* .LENGTH_BYTES */ .R2 + 2 + id.length;
    let at = file.reserve(length);
    at = file.buffer.writeUInt32LE(length, at);
    at = file.buffer.writeUInt8(source === 'confirmed' ? 1 : 0, at);
    at = file.buffer.writeUInt8(_rows_dropped_rows_js__WEBPACK_IMPORTED_MODULE_1__/* .DROP_REASONS */ .Uu.indexOf(reason), at);
    file.buffer.set(id, at);
}
function read({ buffer, start }) {
    const end = start + buffer.readUInt32LE(start);
    return {
        source: buffer[start + _record_file_js__WEBPACK_IMPORTED_MODULE_3__/* .LENGTH_BYTES */ .R2] === 1 ? 'confirmed' : 'corrections',
        reason: _rows_dropped_rows_js__WEBPACK_IMPORTED_MODULE_1__/* .DROP_REASONS */ .Uu[buffer[start + _record_file_js__WEBPACK_IMPORTED_MODULE_3__/* .LENGTH_BYTES */ .R2 + 1]],
        id: Uint8Array.prototype.slice.call(buffer, start + _record_file_js__WEBPACK_IMPORTED_MODULE_3__/* .LENGTH_BYTES */ .R2 + 2, end),
    };
}


/***/ }),

/***/ 4627:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  i: () => (/* binding */ LimitedCollector),
  l: () => (/* binding */ processBytes)
});

// EXTERNAL MODULE: ./build/model/shape.js
var model_shape = __webpack_require__(7079);
// EXTERNAL MODULE: ./build/engine/rows/decided-label.js
var decided_label = __webpack_require__(3498);
// EXTERNAL MODULE: ./build/engine/rows/row-ids.js
var row_ids = __webpack_require__(5622);
// EXTERNAL MODULE: ./build/engine/disk/dropped-runs.js
var dropped_runs = __webpack_require__(4166);
// EXTERNAL MODULE: ./build/engine/rows/correction-notes.js
var correction_notes = __webpack_require__(3209);
// EXTERNAL MODULE: ./build/engine/rows/item-judge.js
var item_judge = __webpack_require__(9616);
// EXTERNAL MODULE: ./build/engine/rows/verdicts.js
var verdicts = __webpack_require__(7351);
// EXTERNAL MODULE: ./build/engine/rows/arbiter.js + 1 modules
var arbiter = __webpack_require__(5292);
// EXTERNAL MODULE: ./build/engine/rows/confidence.js
var confidence = __webpack_require__(7621);
// EXTERNAL MODULE: ./build/engine/rows/counted-rows.js
var counted_rows = __webpack_require__(13);
// EXTERNAL MODULE: ./build/engine/rows/deduplicate.js + 1 modules
var deduplicate = __webpack_require__(6008);
// EXTERNAL MODULE: ./build/engine/rows/dropped-rows.js
var dropped_rows = __webpack_require__(3953);
// EXTERNAL MODULE: ./build/engine/rows/fold.js
var fold = __webpack_require__(2458);
// EXTERNAL MODULE: ./build/engine/rows/kept-order.js
var kept_order = __webpack_require__(5136);
// EXTERNAL MODULE: ./build/engine/rows/memory-keeper.js + 2 modules
var memory_keeper = __webpack_require__(8960);
// EXTERNAL MODULE: ./build/engine/rows/text-index.js
var text_index = __webpack_require__(5295);
// EXTERNAL MODULE: ./build/engine/rows/text-store.js
var text_store = __webpack_require__(7398);
// EXTERNAL MODULE: ./build/engine/rows/values.js + 4 modules
var values = __webpack_require__(980);
// EXTERNAL MODULE: ./build/engine/split/split-stable.js
var split_stable = __webpack_require__(7394);
// EXTERNAL MODULE: ./build/engine/disk/record-file.js
var record_file = __webpack_require__(479);
;// CONCATENATED MODULE: ./build/engine/disk/row-record.js


// Length, source, length of the id, rank, length of the text; then the id, the text, and for each dataset a byte that is 0
// for none and else one more than the code of its origin, its class or the length of its values and they, the rank of its
// group, its annotator and its time, its serial number, and its probabilities, of which the first is NaN for none.
const HEADER_BYTES = record_file/* LENGTH_BYTES */.R2 + 1 + 2 + 8 + 4;
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
class row_record_RowReader {
    source = 'corrections';
    id = new Uint8Array();
    /** Serial number of the row, where records hold it. */
    serial = 0;
    /** What the dataset holds; its bytes are views. */
    row = emptyRow();
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
        let at = start + LENGTH_BYTES;
        const { row } = this;
        this.source = buffer[at] === 1 ? 'confirmed' : 'corrections';
        const idLength = buffer.readUInt16LE(at + 1);
        row.rankHigh = buffer.readUInt32LE(at + 3);
        row.rankLow = buffer.readUInt32LE(at + 7);
        const textLength = buffer.readUInt32LE(at + 11);
        at += HEADER_BYTES - LENGTH_BYTES;
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

;// CONCATENATED MODULE: ./build/engine/disk/partition-reader.js




















/** Deduplicates the rows of one partition after the other, in memory that is used again. */
class PartitionReader {
    #source;
    #reader;
    #rank = { high: 0, low: 0, rank: () => undefined };
    #texts = new TextIndex(this.#rank);
    /** Texts that are different already. */
    #stored = new TextStore();
    #values;
    #folder;
    #ids = new RowIds();
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
        this.#reader = new RowReader(source.parts, source.position);
        this.#folder = IdentityFolder.open(source.shape);
        this.#values = hasOnlyClass(source.shape) ? null : new TextIndex(new FnvRanker());
        this.#labels = new DecidedLabels(source.shape);
        this.#arbiter = partition_reader_createArbiter(source, this.#labels);
        const { confidences } = source.parts[source.position];
        this.#confidences = confidences === 0 ? null : new ConfidenceColumn(confidences);
    }
    /** Reads a partition by the ranks of texts, and deduplicates its rows. */
    read(file) {
        this.#begin();
        const { parts, position, shares, isOrdered } = this.#source;
        const { isGrouped, isNoted } = parts[position];
        const ids = this.#folder === null ? null : this.#ids;
        const dropped = new DroppedRows(this.#ids);
        const deduplicator = new Deduplicator(this.#texts, { groups: isGrouped ? shares : null, ids });
        const counted = new CountedRows(deduplicator, dropped);
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
        const reader = new RowReader([{ ...parts[position], isGrouped: true }], 0);
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
        forEachRecord(file, (records) => {
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
            annotatorOf: (serial) => (isAnnotated ? annotators[serial] : UNNAMED),
            timeOf: (serial) => (isTimed ? times[serial] : NEVER),
        };
        const memory = this.#values?.memory ?? null;
        const hasMore = this.#labels.hasMore && memory !== null;
        return {
            arbiting: this.#arbiter === null ? null : { arbiter: this.#arbiter, notes },
            labelOf: this.#labels.of(memory),
            order: hasMore ? keptOrder(this.#ids, rule === 'latest' ? notes : null, memory) : null,
        };
    }
}
function rankColumns({ high, low }) {
    return { rankHigh: Uint32Array.from(high), rankLow: Uint32Array.from(low) };
}
/** Decides on corrections of the same text, or the same id; null where those that disagree are left out. */
function partition_reader_createArbiter({ annotators: rule, isAnnotated, isTimed }, { compared }) {
    const layout = { annotator: isAnnotated ? 0 : null, time: isTimed ? {} : null };
    return needsArbiter(rule, layout) ? new Arbiter({ rule, ...compared }) : null;
}
/** Rows in the order of their ranks, and of their texts where ranks are the same. */
function* sortedRows({ shape, rows, idOf, sourceOf }) {
    const { classIds, valueNumbers, valueMemory, rankHigh, rankLow, textRanks, origins } = rows;
    const unpacker = valueMemory === null ? null : new ValueUnpacker(shape, valueMemory);
    for (const number of rowsByRank(rows)) {
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

// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __webpack_require__(3024);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(6760);
// EXTERNAL MODULE: ./build/engine/disk/append-file.js
var append_file = __webpack_require__(7372);
;// CONCATENATED MODULE: ./build/engine/disk/partitions.js



/** Rows are sorted into files by the first byte of their rank. */
const PARTITIONS = 256;
/** Few writes for many files, and little memory. */
const BUFFER_BYTES = 1 << 15;
/** Files of rows by the first byte of a rank: one after the other they hold the rows in the order of their ranks. */
class Partitions {
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
function partitions_partitionFiles(folder, name) {
    return Array.from({ length: PARTITIONS }, (_, partition) => partitionFile(folder, name, partition)).filter((file) => existsSync(file));
}
function removeFile(file) {
    rmSync(file, { force: true });
}
function partitionFile(folder, name, partition) {
    return external_node_path_.join(folder, `${name}-${partition.toString(16).padStart(2, '0')}`);
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
        buffer.writeUInt32LE(row?.annotator ?? correction_notes/* UNNAMED */.rY, start + ANNOTATOR);
        buffer.writeDoubleLE(row?.time ?? correction_notes/* NEVER */.tm, start + TIME);
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
    const labels = new DecidedLabels(source.shape);
    const verdicts = new Verdicts(items.rows);
    const judge = new ItemJudge(createArbiter(source, labels), verdicts);
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
const COUNTERS = (/* unused pure expression or super */ null && (1 << 20));
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
        forEachRecord(file, (records) => {
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
            annotator: isNoted && isAnnotated ? buffer.readUInt32LE(start + ANNOTATOR) : UNNAMED,
            time: isNoted && isTimed ? buffer.readDoubleLE(start + TIME) : NEVER,
        };
    }
    #labelIn(bytes) {
        if (this.#source.parts[this.#source.position].hasOnlyClass)
            return bytes[0] | (bytes[1] << 8);
        return this.#labels.numberOf(bytes);
    }
}

;// CONCATENATED MODULE: ./build/engine/disk/spill-store.js





const NO_ID = new Uint8Array();
/** Writes the rows of datasets to disk, a text once for all datasets that have it, and the ids of dropped ones. */
class SpillStore {
    /** The ids of the rows that each dataset dropped. */
    dropped;
    #texts;
    /** By dataset its group, and its position there. */
    #places;
    #name;
    #datasets;
    /** Null where ids decide nothing for any dataset. */
    #items;
    #rows = 0;
    #serial = 0;
    #hash = null;
    #source = 'corrections';
    #id = NO_ID;
    /**
     * @param folder where the files go
     * @param name which they begin with
     */
    constructor(folder, name, datasets) {
        this.#name = name;
        this.#datasets = datasets;
        this.#items = datasets.some(({ labels }) => labels !== null)
            ? new ItemRecords(folder, `${name}-items`)
            : null;
        const groups = new Map();
        this.#places = datasets.map(({ part, identity }) => {
            const group = groups.get(identity) ?? new TextGroup(folder, `${name}-texts${identity}`);
            groups.set(identity, group);
            return { group, position: group.addPart(part) };
        });
        this.#texts = [...groups.values()];
        this.dropped = datasets.map((_, dataset) => new dropped_runs/* DroppedRuns */.b(folder, `${name}-dropped${dataset}`));
    }
    /** Where the rows of a dataset are. */
    rowsOf(dataset) {
        const { group, position } = this.#places[dataset];
        const items = this.#items === null || this.#datasets[dataset].labels === null
            ? null
            : { files: this.#items.name, dataset, rows: this.#rows };
        return {
            files: group.name,
            parts: group.parts,
            position,
            name: `${this.#name}-dataset${dataset}`,
            items,
        };
    }
    /** Bytes on disk so far. */
    get size() {
        return this.#texts.reduce((sum, { size }) => sum + size, this.#items?.size ?? 0);
    }
    begin(source, { id, serial, hash }) {
        this.#source = source;
        this.#id = id === null ? NO_ID : (0,row_ids/* keptId */.CS)(id);
        this.#serial = serial;
        this.#hash = hash;
        if (serial >= this.#rows)
            this.#rows = serial + 1;
    }
    keep(dataset, row) {
        const { group, position } = this.#places[dataset];
        group.set(position, row);
        this.#addItem(dataset, row);
    }
    drop(dataset, reason) {
        if (this.#source === 'corrections')
            this.#addItem(dataset, null);
        this.dropped[dataset].add({ source: this.#source, id: this.#id, reason });
    }
    end() {
        for (const group of this.#texts)
            group.write(this.#source, this.#id, this.#serial);
    }
    /** Closes the files, which are not needed any more. */
    abandon() {
        for (const group of this.#texts)
            group.abandon();
        this.#items?.abandon();
    }
    /** Writes what is in memory. @throws SpillError */
    close() {
        for (const group of this.#texts)
            group.close();
        this.#items?.close();
        for (const dropped of this.dropped)
            dropped.flush();
    }
    /** @param row null for a row that cannot be used */
    #addItem(dataset, row) {
        const { labels } = this.#datasets[dataset];
        if (this.#items === null || labels === null || this.#hash === null)
            return;
        this.#items.add(this.#hash, { dataset, serial: this.#serial, source: this.#source, row, labels });
    }
}
/** Datasets that have the same text in a row. */
class TextGroup {
    name;
    parts = [];
    #partitions;
    #rows = [];
    /** Upper half of the rank of the current row; -1 if no dataset can use it. */
    #rank = -1;
    constructor(folder, name) {
        this.name = name;
        this.#partitions = new Partitions(folder, name);
    }
    get size() {
        return this.#partitions.size;
    }
    /** @returns its position */
    addPart(part) {
        this.#rows.push(null);
        return this.parts.push(part) - 1;
    }
    set(position, row) {
        this.#rows[position] = row;
        this.#rank = row.rankHigh;
    }
    write(source, id, serial) {
        if (this.#rank === -1)
            return;
        writeRow(this.#partitions.of(this.#rank), this.parts, { source, id, serial, rows: this.#rows });
        this.#rows.fill(null);
        this.#rank = -1;
    }
    close() {
        this.#partitions.close();
    }
    abandon() {
        this.#partitions.abandon();
    }
}

;// CONCATENATED MODULE: ./build/engine/disk/limited-collector.js



/**
 * Memory of a process with its rows in memory: the process itself
 * and, for each collected byte, the memory to split, compare and write it.
 */
const PROCESS_BYTES = 120e6;
const PEAK_FACTOR = 1.7;
/** Bytes of a process that has rows in memory. @param rowBytes theirs */
function processBytes(rowBytes) {
    return PROCESS_BYTES + PEAK_FACTOR * rowBytes;
}
/** Moves the rows of a collector to disk before the process exceeds its memory limit. */
class LimitedCollector {
    /** Where the rows are on disk; null while they are in memory. */
    store = null;
    #collector;
    #datasets;
    #options;
    #rows = 0;
    constructor(collector, datasets, options) {
        this.#collector = collector;
        this.#datasets = datasets;
        this.#options = options;
    }
    fetched(...[dataset]) {
        return this.#collector.fetched(dataset);
    }
    limitConfirmed(...limit) {
        this.#collector.limitConfirmed(...limit);
    }
    add(...row) {
        this.#collector.add(...row);
        if (++this.#rows % this.#options.rowsALook === 0)
            this.#look();
    }
    addTo(...row) {
        this.#collector.addTo(...row);
        if (++this.#rows % this.#options.rowsALook === 0)
            this.#look();
    }
    #look() {
        if (this.store !== null)
            return;
        const { limit, bytesElsewhere } = this.#options;
        if (processBytes(this.#collector.bytes + bytesElsewhere()) > limit)
            this.#spill();
    }
    #spill() {
        const { folder, name, isOrdered, onSpill } = this.#options;
        onSpill(this.#rows);
        const { identities } = this.#collector;
        this.store = new SpillStore(folder(), name, this.#datasets.map(({ shape, layout, isIdItem }, dataset) => ({
            identity: identities[dataset],
            part: {
                hasOnlyClass: (0,model_shape/* hasOnlyClass */.f)(shape),
                isGrouped: (0,model_shape/* isGrouped */.Vu)(shape, layout),
                isNoted: layout.annotator !== null || layout.time !== null,
                hasSerial: isIdItem || isOrdered,
                confidences: layout.confidence === undefined ? 0 : shape.classNames.length,
            },
            labels: isIdItem ? new decided_label/* DecidedLabels */.A(shape) : null,
        })));
        this.#collector.spillTo(this.store);
    }
}


/***/ }),

/***/ 479:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   R2: () => (/* binding */ LENGTH_BYTES),
/* harmony export */   WL: () => (/* binding */ RecordFile)
/* harmony export */ });
/* unused harmony export forEachRecord */
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3024);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(6760);
/* harmony import */ var _spill_error_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(3956);



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

/***/ 3956:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
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

/***/ 568:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   j: () => (/* binding */ removeAbandoned),
/* harmony export */   r: () => (/* binding */ SpillFolder)
/* harmony export */ });
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3024);
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(1455);
/* harmony import */ var node_os__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(8161);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(6760);
/* harmony import */ var _spill_error_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(3956);





const PREFIX = 'prepare-dataset-rows-';
/** Names the owner of a folder. */
const OWNER_FILE = 'owner.json';
/** A folder of another machine, or without an owner, is kept for longer than any job may run. */
const ABANDONED_MS = 7 * 24 * 60 * 60 * 1000;
/** A folder for rows that only this user may read. It is created when it is first needed. */
class SpillFolder {
    #root;
    #folder = null;
    #keepers = 0;
    /** @param root where it is made */
    constructor(root) {
        this.#root = root;
    }
    /** Makes the folder. @throws SpillError */
    open() {
        if (this.#folder !== null)
            return this.#folder;
        try {
            this.#folder = (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.mkdtempSync)(node_path__WEBPACK_IMPORTED_MODULE_3__.join(this.#root, PREFIX));
            process.once('exit', this.#removeAtExit);
            (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.writeFileSync)(node_path__WEBPACK_IMPORTED_MODULE_3__.join(this.#folder, OWNER_FILE), JSON.stringify(ownerOf(process.pid)), {
                mode: 0o600,
            });
            return this.#folder;
        }
        catch (error) {
            throw (0,_spill_error_js__WEBPACK_IMPORTED_MODULE_4__/* .spillError */ .h)(error, 'written to', this.#root);
        }
    }
    /** Free bytes of its disk; null if unknown. */
    freeBytes() {
        try {
            const { bavail, bsize } = (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.statfsSync)(this.#folder ?? this.#root);
            return bavail * bsize;
        }
        catch {
            return null;
        }
    }
    /**
     * Keeps the folder until the returned function was called. If there were several calls, it is removed after the last
     * of their functions was called.
     */
    keep() {
        this.#keepers++;
        return () => {
            if (--this.#keepers === 0)
                this.close();
        };
    }
    /** Removes it with all that is in it. */
    close() {
        if (this.#folder === null)
            return;
        (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.rmSync)(this.#folder, { recursive: true, force: true });
        process.off('exit', this.#removeAtExit);
        this.#folder = null;
    }
    #removeAtExit = () => this.close();
}
/** Removes the folders of killed runs. A folder that cannot be read or removed is kept. @param root where they are */
async function removeAbandoned(root) {
    // The folder may hold thousands of others' files: meanwhile the database is asked.
    for (const name of await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_1__.readdir)(root).catch(() => [])) {
        if (!name.startsWith(PREFIX))
            continue;
        const folder = node_path__WEBPACK_IMPORTED_MODULE_3__.join(root, name);
        try {
            if (isAbandoned(folder))
                (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.rmSync)(folder, { recursive: true, force: true });
        }
        catch {
            // It is another user's.
        }
    }
}
function isAbandoned(folder) {
    const owner = readOwner(folder);
    if (owner?.host === (0,node_os__WEBPACK_IMPORTED_MODULE_2__.hostname)()) {
        const now = isRunning(owner.pid) ? ownerOf(owner.pid) : null;
        return now === null || now.started !== owner.started;
    }
    const changed = Math.max((0,node_fs__WEBPACK_IMPORTED_MODULE_0__.statSync)(folder).mtimeMs, ...(0,node_fs__WEBPACK_IMPORTED_MODULE_0__.readdirSync)(folder).map((name) => (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.statSync)(node_path__WEBPACK_IMPORTED_MODULE_3__.join(folder, name)).mtimeMs));
    return Date.now() - changed > ABANDONED_MS;
}
function readOwner(folder) {
    try {
        return JSON.parse((0,node_fs__WEBPACK_IMPORTED_MODULE_0__.readFileSync)(node_path__WEBPACK_IMPORTED_MODULE_3__.join(folder, OWNER_FILE), 'utf8'));
    }
    catch {
        return null;
    }
}
function isRunning(pid) {
    try {
        process.kill(pid, 0);
        return true;
    }
    catch (error) {
        // The process is another user's.
        return error instanceof Error && 'code' in error && error.code === 'EPERM';
    }
}
function ownerOf(pid) {
    return { pid, started: startOf(pid), host: (0,node_os__WEBPACK_IMPORTED_MODULE_2__.hostname)() };
}
/** Field 22 of /proc/<pid>/stat, starttime (https://man7.org/linux/man-pages/man5/proc_pid_stat.5.html); null elsewhere. */
function startOf(pid) {
    try {
        const stat = (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.readFileSync)(`/proc/${pid}/stat`, 'utf8');
        return stat.slice(stat.lastIndexOf(')') + 2).split(' ')[19];
    }
    catch {
        return null;
    }
}


/***/ }),

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

/***/ 7911:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  R: () => (/* binding */ CopyBlock)
});

// EXTERNAL MODULE: ./build/engine/rows/text-store.js
var text_store = __webpack_require__(7398);
// EXTERNAL MODULE: ./build/engine/near-duplicates/sketches.js
var near_duplicates_sketches = __webpack_require__(843);
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
        this.#next = new Int32Array(near_duplicates_sketches/* BANDS */.ZN * sketchesEnd);
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
        for (let band = 0; band < near_duplicates_sketches/* BANDS */.ZN && this.#left >= 0; band++) {
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
        const slots = 2 ** Math.ceil(Math.log2(near_duplicates_sketches/* BANDS */.ZN * size + 32));
        this.#filter = new Int32Array((slots * FILTER_BITS) / 32);
        this.#heads = new Int32Array(slots).fill(NONE);
        for (const sketch of this.#members)
            this.add(sketch);
    }
    /** Has later searches find a sketch, of which there is room for so many as the index was made for. */
    add(sketch) {
        for (let band = 0; band < near_duplicates_sketches/* BANDS */.ZN; band++) {
            const entry = near_duplicates_sketches/* BANDS */.ZN * sketch + band;
            const key = this.#sketches.numbers[near_duplicates_sketches/* SKETCH_WORDS */.Bt * sketch + band];
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
            const sketch = (entry / near_duplicates_sketches/* BANDS */.ZN) | 0;
            const seenBy = this.#seenBy[sketch];
            if (seenBy === REMOVED) {
                if (previous === NONE)
                    this.#heads[slot] = following;
                else
                    this.#next[previous] = following;
                continue;
            }
            previous = entry;
            if (seenBy === this.#searches || numbers[near_duplicates_sketches/* SKETCH_WORDS */.Bt * sketch + (entry % near_duplicates_sketches/* BANDS */.ZN)] !== key)
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
        this.#sketches = new near_duplicates_sketches/* Sketches */.tY(size);
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


/***/ }),

/***/ 167:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   G: () => (/* binding */ CopySearch),
/* harmony export */   Y: () => (/* binding */ BLOCK_BYTES)
/* harmony export */ });
/* harmony import */ var _bits_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(6747);
/* harmony import */ var _copy_block_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7911);
/* harmony import */ var _query_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(4618);



const LIMITS = { texts: 3 << 17, words: 3 << 22, blocks: 1 };
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
    #query = new _query_js__WEBPACK_IMPORTED_MODULE_1__/* .Query */ .X();
    #notCompared;
    /** By block. */
    #examples = { train: [], eval: [] };
    constructor(texts, drop, limits = {}) {
        this.#texts = texts;
        this.#drop = drop;
        this.#limits = { ...LIMITS, ...limits };
        this.copiesOfTrain = new _bits_js__WEBPACK_IMPORTED_MODULE_2__/* .Bits */ .t(texts.sizes.train);
        this.#notCompared = { train: new _bits_js__WEBPACK_IMPORTED_MODULE_2__/* .Bits */ .t(texts.sizes.train), eval: new _bits_js__WEBPACK_IMPORTED_MODULE_2__/* .Bits */ .t(texts.sizes.eval) };
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
        const begin = (first) => new _copy_block_js__WEBPACK_IMPORTED_MODULE_0__/* .CopyBlock */ .R(first, Math.min(test + evaluation - first, most));
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


/***/ }),

/***/ 4618:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  X: () => (/* binding */ Query)
});

// EXTERNAL MODULE: ./build/engine/split/mersenne-twister.js
var mersenne_twister = __webpack_require__(2088);
// EXTERNAL MODULE: ./build/engine/near-duplicates/sketches.js
var near_duplicates_sketches = __webpack_require__(843);
;// CONCATENATED MODULE: ./build/engine/near-duplicates/sketcher.js


/** Bins of a band, which must all agree for two texts to be compared. */
const BAND_BINS = 4;
const BINS = BAND_BINS * near_duplicates_sketches/* BANDS */.ZN;
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
        for (let band = 0; band < near_duplicates_sketches/* BANDS */.ZN; band++)
            this.#setBand(sketches.numbers, near_duplicates_sketches/* SKETCH_WORDS */.Bt * sketch, band);
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
        numbers[start + near_duplicates_sketches/* BANDS */.ZN + band] = low;
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
    sketches = new near_duplicates_sketches/* Sketches */.tY(1);
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


/***/ }),

/***/ 843:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Bt: () => (/* binding */ SKETCH_WORDS),
/* harmony export */   ZN: () => (/* binding */ BANDS),
/* harmony export */   tY: () => (/* binding */ Sketches)
/* harmony export */ });
/* harmony import */ var _rows_text_store_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7398);

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
        (0,_rows_text_store_js__WEBPACK_IMPORTED_MODULE_0__/* .release */ ._r)(this.numbers);
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

/***/ 4649:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  YS: () => (/* binding */ WORKER_FILE),
  om: () => (/* binding */ createPreparer),
  $b: () => (/* binding */ prepareBy)
});

// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(6760);
// EXTERNAL MODULE: ./build/engine/class-rows.js
var class_rows = __webpack_require__(249);
// EXTERNAL MODULE: ./build/engine/rows/values.js + 4 modules
var rows_values = __webpack_require__(980);
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
        this.#values = rows.valueMemory === null ? null : new rows_values/* ValueUnpacker */.tj(shape, rows.valueMemory);
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

// EXTERNAL MODULE: ./node_modules/hyparquet-writer/src/parquet-writer.js + 11 modules
var parquet_writer = __webpack_require__(4758);
// EXTERNAL MODULE: ./build/model/features.js
var features = __webpack_require__(8599);
// EXTERNAL MODULE: ./build/model/file.js
var file = __webpack_require__(7250);
// EXTERNAL MODULE: ./build/model/rows.js
var model_rows = __webpack_require__(6141);
// EXTERNAL MODULE: ./build/model/shape.js
var model_shape = __webpack_require__(7079);
// EXTERNAL MODULE: ./build/model/tasks.js
var tasks = __webpack_require__(6412);
// EXTERNAL MODULE: ./build/text/json.js
var json = __webpack_require__(5666);
// EXTERNAL MODULE: external "node:zlib"
var external_node_zlib_ = __webpack_require__(8522);
// EXTERNAL MODULE: ./node_modules/hyparquet-writer/src/bytewriter.js
var bytewriter = __webpack_require__(3732);
;// CONCATENATED MODULE: ./build/engine/parquet-memory.js


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
    return (0,external_node_zlib_.zstdCompressSync)(page, { params: { [external_node_zlib_.constants.ZSTD_c_compressionLevel]: ZSTD_LEVEL } });
}
/**
 * Writes to pieces that are never moved, each as long as all before it: a buffer that grows is copied again and again,
 * and many small pieces among the pages that come and go would keep the memory of those from being used again.
 */
class PieceWriter extends bytewriter/* ByteWriter */.U {
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

// EXTERNAL MODULE: ./build/engine/rows/identity.js + 1 modules
var identity = __webpack_require__(264);
// EXTERNAL MODULE: ./build/engine/spans/published-spans.js
var published_spans = __webpack_require__(395);
// EXTERNAL MODULE: ./node_modules/hyparquet-writer/src/encoding.js
var encoding = __webpack_require__(3096);
// EXTERNAL MODULE: ./node_modules/hyparquet-writer/src/datapage.js + 2 modules
var datapage = __webpack_require__(9477);
;// CONCATENATED MODULE: ./build/engine/bulk-columns.js



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
    const written = isCompressed ? compressPage(values) : values;
    const start = writer.offset;
    (0,datapage/* writePageHeader */.s)(writer, {
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
    const values = new bytewriter/* ByteWriter */.U();
    for (const text of texts) {
        const bytes = Buffer.from(text);
        values.appendUint32(bytes.length);
        values.appendBytes(bytes);
    }
    const compressed = compressPage(values.getBytes());
    const start = writer.offset;
    (0,datapage/* writePageHeader */.s)(writer, {
        type: 'DICTIONARY_PAGE',
        uncompressed_page_size: values.offset,
        compressed_page_size: compressed.length,
        dictionary_page_header: { num_values: texts.length, encoding: 'PLAIN' },
    });
    const headerBytes = writer.offset - start;
    writer.appendBytes(compressed);
    return headerBytes + values.offset;
}

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
        writeRowGroup(this.#parquet, [this.#writeColumn(texts)], others);
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
            uncompressed += writePage(writer, {
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
        const chunk = plainChunk(writer, {
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
    const writer = new PieceWriter(rows * rowBytes);
    return {
        writer,
        close() {
            const { pieces: chunks } = writer;
            const size = chunks.reduce((sum, { length }) => sum + length, 0);
            return { chunks, size, sha256: (0,file/* sha256Of */.Bj)(chunks) };
        },
    };
}
/** Writes one shard, a row group at a time. */
function writeShard(shape, groups, sink) {
    const parquet = new parquet_writer/* ParquetWriter */.o({
        writer: sink.writer,
        schema: parquetSchema(shape),
        codec: 'ZSTD',
        compressors: { ZSTD: createCompressor() },
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

// EXTERNAL MODULE: ./build/text/markdown.js
var markdown = __webpack_require__(1065);
// EXTERNAL MODULE: ./build/engine/rows/row-origin.js
var row_origin = __webpack_require__(2496);
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
var external_node_crypto_ = __webpack_require__(7598);
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
var bits = __webpack_require__(6747);
// EXTERNAL MODULE: ./build/engine/near-duplicates/copy-block.js + 2 modules
var copy_block = __webpack_require__(7911);
// EXTERNAL MODULE: ./build/engine/near-duplicates/query.js + 3 modules
var query = __webpack_require__(4618);
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
const FNV_BASIS = 0x811c9dc5;
const FNV_PRIME = 0x01000193;
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
    #query = new query/* Query */.X();
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
        const block = new copy_block/* CopyBlock */.R(start, Math.min(this.#end - start, texts));
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
        let hash = FNV_BASIS;
        for (const byte of (0,rows_values/* labelPartOf */.pK)(this.#rows.shape, values))
            hash = Math.imul(hash ^ byte, FNV_PRIME);
        return hash | 0;
    }
}

// EXTERNAL MODULE: ./build/engine/near-duplicates/copy-search.js
var copy_search = __webpack_require__(167);
;// CONCATENATED MODULE: ./build/engine/near-duplicates/near-duplicates.js

/**
 * Finds rows of different splits whose texts are near-duplicates: at least four fifths of their different words are the
 * same, which is all of them if there are one to three. Candidates are found by sketches, and confirmed by comparing
 * all their words, in time linear in the texts as long as all blocks are in memory.
 *
 * @throws Error when train is left without rows
 */
function findNearDuplicates(texts, { dropNearDuplicates, searchBlocks = 1 }) {
    const search = new copy_search/* CopySearch */.G(texts, dropNearDuplicates, { blocks: searchBlocks });
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

// EXTERNAL MODULE: ./build/engine/split/split-stable.js
var split_stable = __webpack_require__(7394);
// EXTERNAL MODULE: ./build/engine/split/too-few-rows.js
var too_few_rows = __webpack_require__(6955);
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
        ? `in ${(0,markdown/* counted */.hS)(ranks, 'group')}`
        : `of ${(0,markdown/* counted */.hS)(ranks, `${splitRole} or group`, `${splitRole}s or groups`)}`;
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

// EXTERNAL MODULE: ./build/engine/rows/text-store.js
var text_store = __webpack_require__(7398);
;// CONCATENATED MODULE: ./build/engine/row-index/entries.js


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
        (0,text_store/* release */._r)(this.rankHigh, this.rankLow, this.split, this.value, this.mark);
    }
    #enlarge() {
        this.rankHigh = (0,text_store/* enlarged */.vo)(this.rankHigh);
        this.rankLow = (0,text_store/* enlarged */.vo)(this.rankLow);
        this.split = (0,text_store/* enlarged */.vo)(this.split);
        this.value = (0,text_store/* enlarged */.vo)(this.value);
        this.mark = (0,text_store/* enlarged */.vo)(this.mark);
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
    return (0,split_stable/* rowsByRank */.XU)({ length, rankHigh, rankLow, textAt: () => NO_TEXT });
}

;// CONCATENATED MODULE: ./build/engine/row-index/matches.js
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
var fnv_ranker = __webpack_require__(9713);
;// CONCATENATED MODULE: ./build/engine/dictionary-column.js



/** Number of a row without a text. */
const dictionary_column_NO_TEXT = 255;
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
        this.#numbers[this.#rows++] = text === null ? dictionary_column_NO_TEXT : this.#numberOf(text);
    }
    #numberOf(text) {
        const number = this.#texts.indexOf(text);
        if (number >= 0)
            return number;
        if (this.#texts.length === dictionary_column_NO_TEXT)
            throw new RangeError(`${this.#name} has too many different texts`);
        return this.#texts.push(text) - 1;
    }
    /** Writes the rows that were added, and begins the next group. */
    write({ writer }) {
        const rows = this.#numbers.subarray(0, this.#rows);
        const levels = new bytewriter/* ByteWriter */.U();
        if (this.#isOptional)
            (0,encoding/* writeRleBitPackedHybrid */.Y)(levels, rows.map((number) => (number === dictionary_column_NO_TEXT ? 0 : 1)), 1);
        const numbers = rows.includes(dictionary_column_NO_TEXT) ? rows.filter((number) => number !== dictionary_column_NO_TEXT) : rows;
        const width = bitWidth(this.#texts.length);
        const page = new bytewriter/* ByteWriter */.U();
        page.appendUint8(width);
        (0,encoding/* writeRleBitPackedHybrid */.Y)(page, numbers, width);
        const start = writer.offset;
        const dictionaryBytes = writeDictionaryPage(writer, this.#texts);
        const dataStart = writer.offset;
        const dataBytes = writePage(writer, {
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

// EXTERNAL MODULE: ./build/engine/row-index/schema.js
var schema = __webpack_require__(4210);
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
            compressors: { ZSTD: createCompressor() },
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
            writeNumberColumn(parquet, 'rank', new Uint8Array(this.#ranks.buffer, 0, 8 * length), {
                isCompressed: false,
            }),
            writeNumberColumn(parquet, 'value', new Uint8Array(this.#values.buffer, 0, 8 * length), {
                isCompressed: true,
            }),
            this.#splits.write(parquet),
            this.#origins.write(parquet),
        ];
        endRowGroup(parquet, columns, length);
        this.#length = 0;
    }
}

// EXTERNAL MODULE: ./build/engine/row-index/read-index.js
var read_index = __webpack_require__(2996);
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
        await row_index_compare(current, { content, open, comparison });
    else if (matches !== null)
        compareMatches(matches, { leftOut, comparison });
    else
        throw new Error('The rows were prepared without the index with which they are compared.');
    current?.close();
    const changes = comparison.end(written);
    return { file: index.end(), changes };
}
/** Compares the entries of the rows with an earlier index. */
async function row_index_compare(current, how) {
    const { content, open, comparison } = how;
    const earlier = open('earlier');
    await (0,read_index/* readIndex */.v)(content, (entry) => earlier.add(entry));
    joinByRank(current, earlier, {
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
        if (place === NO_PLACE || isLeft)
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
    await (0,read_index/* readIndex */.v)(earlier, (entry) => {
        before.add(entry);
        entries++;
    });
    const { sizes } = rows;
    const moved = { train: new bits/* Bits */.t(sizes.train), eval: new bits/* Bits */.t(sizes.eval), test: new bits/* Bits */.t(sizes.test) };
    const store = openMatches(entries);
    joinByRank(current, before, {
        both(ours, row, theirs, other) {
            const [split, place] = [ours.split[row], ours.mark[row]];
            const isMoved = split !== theirs.split[other];
            if (isMoved)
                moved[model_rows/* SPLIT_NAMES */.gP[split]].add(place);
            store.add(theirs, other, isMoved ? NO_PLACE : place, ours.value[row]);
        },
        earlier: (theirs, other) => store.add(theirs, other, NO_PLACE, 0),
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

// EXTERNAL MODULE: ./build/engine/rows/row-counts.js
var row_counts = __webpack_require__(5482);
// EXTERNAL MODULE: ./build/engine/rows/stored-rows.js
var stored_rows = __webpack_require__(9422);
// EXTERNAL MODULE: ./build/engine/split/mersenne-twister.js
var mersenne_twister = __webpack_require__(2088);
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

;// CONCATENATED MODULE: ./build/engine/memory-job.js











const openEntries = () => new MemoryEntries();
const openMatches = (most) => new MemoryMatches(most);
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
        const splits = splitRows({ rows: stored, classNames: shape.classNames, ...how });
        const [nearDuplicates, movedRows] = [[], []];
        const { rows, moved, matches } = await leaveOutMoved(new MemoryRows(shape, stored, splits), {
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
        this.#prepared = prepareRows(rows, how, {
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
        return writeDataFiles(this.#rows, this.#prepared.plan, (_, __, rows) => memorySink(rows));
    }
    index(earlier) {
        const { dataset, plan } = this.#prepared;
        const sink = memorySink(dataset.numSamples, schema/* LINE_BYTES */.Z5);
        const matches = this.#matches;
        return writeRowIndex(this.#rows, { leftOut: plan.leftOut, earlier, matches, open: openEntries, sink });
    }
}

// EXTERNAL MODULE: ./build/engine/thread.js
var thread = __webpack_require__(2875);
;// CONCATENATED MODULE: ./build/engine/preparer.js



/**
 * Rows from which on a thread saves more time than it takes to start: two datasets of 50 000 rows each took a fifth less
 * CPU and 35 MB less without, and no more time.
 */
const THREAD_ROWS = 100_000;
/**
 * Bytes of text from which on a thread prepares, whatever the rows: here nothing else runs meanwhile, a cancellation
 * neither, for about 25 ms a megabyte.
 */
const THREAD_BYTES = 16 << 20;
/** The bundle of the threads that prepare rows, in memory or on disk: as far from each bundle that starts one. */
const WORKER_FILE = external_node_path_.resolve(import.meta.dirname, '../prepare-dataset/engine-worker/index.js');
/**
 * Prepares datasets that are in memory: large ones in a thread of their own each, so that datasets are prepared side by
 * side and a cancellation is heard.
 *
 * @param options.workerFile the thread's bundle
 * @param options.threadRows rows from which on a thread is started
 * @param options.threadBytes bytes of text from which on a thread is started, whatever the rows
 * @param options.signal ends the threads; what is under way rejects with its reason
 */
function createPreparer(options = {}) {
    const { threadRows = THREAD_ROWS, threadBytes = THREAD_BYTES, workerFile = WORKER_FILE, signal } = options;
    return async (shape, { rows, counts }, how) => {
        const source = { kind: 'memory', shape, columns: rows.columns, counts };
        const isSmall = rows.length < threadRows && !holdsBytes(rows, threadBytes);
        const preparing = isSmall
            ? new thread/* PreparingHere */.F(new MemoryJob(source))
            : new thread/* PreparingThread */.H(workerFile, source, { name: shape.name, transfer: memoryOf(source), signal });
        return prepareBy(preparing, how);
    };
}
/**
 * Prepares rows once, and then writes their files one after the other. If the rows cannot be prepared, the job is
 * closed.
 */
async function prepareBy(preparing, how) {
    try {
        const prepared = await preparing.prepare(how);
        let files;
        let last = Promise.resolve();
        const afterLast = (write) => {
            const next = last.then(write);
            last = next;
            return next;
        };
        return {
            ...prepared,
            dataFiles() {
                files ??= afterLast(() => preparing.write());
                return files;
            },
            rowIndex(earlier) {
                const isLedger = earlier !== null && earlier.content === how.ledger;
                const compared = isLedger ? { ...earlier, content: null } : earlier;
                return afterLast(() => preparing.index(compared));
            },
            close: () => preparing.close(),
        };
    }
    catch (error) {
        await preparing.close();
        throw error;
    }
}
/** True when the texts have at least so many bytes. */
function holdsBytes(rows, least) {
    let bytes = 0;
    for (let row = 0; row < rows.length; row++)
        bytes += rows.byteLengthAt(row);
    return bytes >= least;
}
/** The memory of the columns, which is handed over to the thread. */
function memoryOf({ columns }) {
    const { numbers, classIds, valueNumbers, rankHigh, rankLow, textRanks, origins, confidences } = columns;
    return [
        numbers,
        classIds,
        valueNumbers,
        rankHigh,
        rankLow,
        textRanks?.rankHigh ?? null,
        textRanks?.rankLow ?? null,
        origins,
        confidences,
    ]
        .filter((column) => column !== null)
        .map(({ buffer }) => buffer);
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

/***/ 5292:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  c: () => (/* binding */ Arbiter)
});

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

// EXTERNAL MODULE: ./build/engine/rows/correction-notes.js
var correction_notes = __webpack_require__(3209);
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
class Arbiter {
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
        const key = annotator === correction_notes/* UNNAMED */.rY ? -1 - this.#opinions.size : annotator;
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


/***/ }),

/***/ 231:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   G: () => (/* binding */ MALFORMED),
/* harmony export */   i: () => (/* binding */ ClassSetReader)
/* harmony export */ });
/* harmony import */ var _text_json_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(5666);
/* harmony import */ var _label_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(5831);


/** Number of values that cannot be what their column holds. */
const MALFORMED = -2;
/** Spellings whose classes are remembered, and their bytes. */
const MAX_SPELLINGS = 1024;
const MAX_SPELLING_BYTES = 1024;
/** Reads lists of class names as sets of classes. Most rows have one of a few lists, each of which is parsed once. */
class ClassSetReader {
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
        const found = (0,_text_json_js__WEBPACK_IMPORTED_MODULE_1__/* .parseJson */ .qF)(list);
        if (!Array.isArray(found) || !found.every((name) => name === null || typeof name === 'string'))
            return MALFORMED;
        const names = new Set(found.filter((name) => name !== null));
        const ids = new Set(Array.from(names, (name) => this.#labeller.classIdOf(Buffer.from(name))));
        const hasUnknown = ids.delete(_label_js__WEBPACK_IMPORTED_MODULE_0__/* .UNKNOWN_CLASS */ .u);
        if (hasUnknown && !this.#dropsClasses)
            return _label_js__WEBPACK_IMPORTED_MODULE_0__/* .UNKNOWN_CLASS */ .u;
        this.#isShortened = hasUnknown;
        return [...ids].sort((a, b) => a - b);
    }
}


/***/ }),

/***/ 7699:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   _: () => (/* binding */ urlsIn),
/* harmony export */   f: () => (/* binding */ withoutUrls)
/* harmony export */ });
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

/***/ 5842:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  Q: () => (/* binding */ TEXT_SEPARATOR),
  r: () => (/* binding */ createCleaner)
});

// EXTERNAL MODULE: ./build/engine/rows/whitespace.js
var whitespace = __webpack_require__(8192);
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
        length = (0,whitespace/* collapseWhitespace */.DK)(scratch, start, length);
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
        return SUSPECT[next] === 1 && (0,whitespace/* whitespaceLength */.mu)(text, position + 1, end) > 0;
    }
    if (byte === LOWER_H || byte === LOWER_W)
        return urlEnd(text, position, end) > 0;
    return byte === LESS_THAN || (0,whitespace/* whitespaceLength */.mu)(text, position, end) > 0;
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
    while (after < end && (whitespace/* WHITE_LEAD */.dI[text[after]] === 0 || (0,whitespace/* whitespaceLength */.mu)(text, after, end) === 0))
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
var clean_urls = __webpack_require__(7699);
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
            cleaned = changed(cleaned, clean_urls/* withoutUrls */.f);
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
    const start = (0,whitespace/* firstSurplusWhitespace */.cl)(text);
    if (start === text.length)
        return text;
    const copy = new Uint8Array(text);
    return copy.subarray(0, (0,whitespace/* collapseWhitespace */.DK)(copy, start, copy.length));
}
/** Returns a text without white space at its ends, with a space for each separator, which would look like the end of it. */
function trimmed(text) {
    const bare = (0,whitespace/* trimWhitespace */.m)(text);
    if (bare.includes(TEXT_SEPARATOR))
        return bare.map((byte) => (byte === TEXT_SEPARATOR ? cleaner_SPACE : byte));
    return bare.length === text.length ? text : bare;
}


/***/ }),

/***/ 7621:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   C: () => (/* binding */ ConfidenceReader),
/* harmony export */   X: () => (/* binding */ ConfidenceColumn)
/* harmony export */ });
/* harmony import */ var _text_json_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(5666);
/* harmony import */ var _label_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(5831);


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
        this.#labeller = new _label_js__WEBPACK_IMPORTED_MODULE_0__/* .ClassLabeller */ .m(shape.classNames, shape);
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
        const isRead = this.#take((0,_text_json_js__WEBPACK_IMPORTED_MODULE_1__/* .parseJson */ .qF)(json));
        this.#counts[isRead ? 'rows' : 'invalid']++;
        return isRead ? this.#confidence : null;
    }
    counts() {
        return { ...this.#counts };
    }
    #take(value) {
        if (Array.isArray(value))
            return value.length === this.classes && this.#fill(value.entries());
        if (!(0,_text_json_js__WEBPACK_IMPORTED_MODULE_1__/* .isRecord */ .u4)(value))
            return false;
        const entries = Object.entries(value).map(([name, probability]) => [this.#labeller.find(Buffer.from(name)), probability]);
        const ids = new Set(entries.map(([id]) => id));
        return !ids.has(_label_js__WEBPACK_IMPORTED_MODULE_0__/* .UNKNOWN_CLASS */ .u) && ids.size === entries.length && this.#fill(entries);
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
class ConfidenceColumn {
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


/***/ }),

/***/ 4612:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   M: () => (/* binding */ Copies),
/* harmony export */   P: () => (/* binding */ FormColumn)
/* harmony export */ });
/* harmony import */ var _text_store_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7398);

/** Numbers of texts as they are published. */
class FormColumn {
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
        this.#forms = (0,_text_store_js__WEBPACK_IMPORTED_MODULE_0__/* .enlarged */ .vo)(this.#forms);
    }
    close() {
        (0,_text_store_js__WEBPACK_IMPORTED_MODULE_0__/* .release */ ._r)(this.#forms);
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
        this.forms = hasForms ? new FormColumn(256) : null;
    }
    add(source, serial, number, value, form) {
        if (this.length === this.serials.length) {
            this.serials = (0,_text_store_js__WEBPACK_IMPORTED_MODULE_0__/* .enlarged */ .vo)(this.serials);
            this.numbers = (0,_text_store_js__WEBPACK_IMPORTED_MODULE_0__/* .enlarged */ .vo)(this.numbers);
            this.values = (0,_text_store_js__WEBPACK_IMPORTED_MODULE_0__/* .enlarged */ .vo)(this.values);
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
        (0,_text_store_js__WEBPACK_IMPORTED_MODULE_0__/* .release */ ._r)(this.serials, this.numbers, this.values);
        this.forms?.close();
    }
}


/***/ }),

/***/ 3209:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   eX: () => (/* binding */ CorrectionNotes),
/* harmony export */   rY: () => (/* binding */ UNNAMED),
/* harmony export */   tm: () => (/* binding */ NEVER)
/* harmony export */ });
/* harmony import */ var _fnv_ranker_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(9713);
/* harmony import */ var _text_index_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(5295);
/* harmony import */ var _text_store_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(7398);



/** Annotator of a correction that names none. */
const UNNAMED = 0;
/** Time of a correction without a time: before any other. */
const NEVER = Number.NEGATIVE_INFINITY;
/** Who made each correction of a dataset, and when, by the serial number of its row. */
class CorrectionNotes {
    /** Of the correction that was read last. */
    annotator = UNNAMED;
    time = NEVER;
    #future = 0;
    #annotatorField;
    #time;
    #names = new _text_index_js__WEBPACK_IMPORTED_MODULE_0__/* .TextIndex */ .U(new _fnv_ranker_js__WEBPACK_IMPORTED_MODULE_2__/* .FnvRanker */ .I());
    #annotators = new Uint32Array(1024);
    #times = new Float64Array(1024);
    #newest = NEVER;
    constructor({ annotator, time }) {
        this.#annotatorField = annotator;
        this.#time = time;
    }
    add(serial, row) {
        this.read(row);
        if (this.#annotatorField !== null) {
            while (serial >= this.#annotators.length)
                this.#annotators = (0,_text_store_js__WEBPACK_IMPORTED_MODULE_1__/* .enlarged */ .vo)(this.#annotators);
            this.#annotators[serial] = this.annotator;
        }
        if (this.#time !== null) {
            while (serial >= this.#times.length)
                this.#times = (0,_text_store_js__WEBPACK_IMPORTED_MODULE_1__/* .enlarged */ .vo)(this.#times);
            this.#times[serial] = this.time;
        }
    }
    /** Reads a correction's {@link annotator} and {@link time} without keeping them. */
    read(row) {
        if (this.#annotatorField !== null) {
            const name = row[this.#annotatorField];
            this.annotator = name === null ? UNNAMED : 1 + this.#names.numberOf(name);
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
        return this.#annotatorField === null ? UNNAMED : this.#annotators[serial];
    }
    timeOf(serial) {
        return this.#time === null ? NEVER : this.#times[serial];
    }
    /** Bytes of memory it takes for the corrections so far. */
    get bytes() {
        return ((this.#annotatorField === null ? 0 : 4 * this.#annotators.length) +
            (this.#time === null ? 0 : 8 * this.#times.length));
    }
    /** ISO 8601 of the time of the newest correction that is not in the future; null when none has an instant. */
    newest() {
        if (this.#time?.isInstant !== true || this.#newest === NEVER)
            return null;
        return new Date(Math.max(FIRST_INSTANT_MS, 1000 * this.#newest)).toISOString();
    }
    /** Corrections whose time is in the future, `infinity` included; 0 where times are no instants. */
    future() {
        return this.#time?.isInstant === true ? this.#future : 0;
    }
}
/** The first instant a Date has; PostgreSQL has earlier ones. */
const FIRST_INSTANT_MS = -8.64e15;
/** @param field a number as text */
function timeIn(field) {
    if (field === null)
        return NEVER;
    const time = Number(Buffer.from(field.buffer, field.byteOffset, field.length).toString('latin1'));
    return Number.isNaN(time) ? NEVER : time;
}


/***/ }),

/***/ 13:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   m: () => (/* binding */ CountedRows)
/* harmony export */ });
/* harmony import */ var _verdicts_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7351);

const REASONS = {
    [_verdicts_js__WEBPACK_IMPORTED_MODULE_0__/* .VERDICTS */ .b.corrected]: 'corrected',
    [_verdicts_js__WEBPACK_IMPORTED_MODULE_0__/* .VERDICTS */ .b.conflict]: 'conflict',
    [_verdicts_js__WEBPACK_IMPORTED_MODULE_0__/* .VERDICTS */ .b.outvoted]: 'outvoted',
};
/** Deduplicates those rows that count by their ids. */
class CountedRows {
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
        if (verdict !== _verdicts_js__WEBPACK_IMPORTED_MODULE_0__/* .VERDICTS */ .b.counts && verdict !== _verdicts_js__WEBPACK_IMPORTED_MODULE_0__/* .VERDICTS */ .b.repeats) {
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
        const isSecond = (serial) => verdictOf(serial) === _verdicts_js__WEBPACK_IMPORTED_MODULE_0__/* .VERDICTS */ .b.repeats;
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


/***/ }),

/***/ 3498:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   A: () => (/* binding */ DecidedLabels)
/* harmony export */ });
/* harmony import */ var _model_tasks_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(6412);
/* harmony import */ var _text_store_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(7398);
/* harmony import */ var _values_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(980);



/** The label of a task whose rows have only texts. */
const NOTHING = 0;
/**
 * What people decide about a row: its score, its label or its choice, not the columns kept beside it; nothing for a
 * task that has none. Labels are compared by their numbers, which stay the same however the values are numbered. A
 * score is its own number.
 */
class DecidedLabels {
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
        this.#role = _model_tasks_js__WEBPACK_IMPORTED_MODULE_0__/* .TASKS */ .n3[shape.task].value;
        this.#hasChoice = _model_tasks_js__WEBPACK_IMPORTED_MODULE_0__/* .TASKS */ .n3[shape.task].hasChoice;
        this.compared = {
            metric: this.#role === 'score' ? 'interval' : 'nominal',
            spansOf: (0,_model_tasks_js__WEBPACK_IMPORTED_MODULE_0__/* .hasSpans */ .Gw)(shape.task) ? (label) => this.#spans[label] : null,
        };
        this.hasMore = shape.values.length > (this.#role === null ? 0 : 1);
    }
    /** The bytes of packed values that hold the label. */
    partOf(packed) {
        if (this.#hasChoice)
            return (0,_values_js__WEBPACK_IMPORTED_MODULE_2__/* .choicePartOf */ .kk)(packed);
        return this.#role === null ? packed.subarray(0, 0) : (0,_values_js__WEBPACK_IMPORTED_MODULE_2__/* .labelPartOf */ .pK)(this.#shape, packed);
    }
    /** Number of the label that such bytes hold. */
    numberOf(part) {
        if (this.#role === null && !this.#hasChoice)
            return NOTHING;
        if (this.#role === 'score')
            return (0,_values_js__WEBPACK_IMPORTED_MODULE_2__/* .numberIn */ .Po)(part);
        const key = Buffer.from(part.buffer, part.byteOffset, part.length).toString('latin1');
        const known = this.#numbers.get(key);
        if (known !== undefined)
            return known;
        const number = this.#numbers.size;
        this.#numbers.set(key, number);
        if (this.compared.spansOf !== null)
            this.#spans.push((0,_values_js__WEBPACK_IMPORTED_MODULE_2__/* .spansIn */ .$H)(part));
        return number;
    }
    /** Gives the label of values by their number. @param memory what the numbers stand for, null where they are classes */
    of(memory) {
        if (memory === null)
            return (value) => value;
        const reader = new _text_store_js__WEBPACK_IMPORTED_MODULE_1__/* .TextReader */ .TX(memory);
        return (value) => this.numberOf(this.partOf(reader.at(value)));
    }
}


/***/ }),

/***/ 6008:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  P: () => (/* binding */ Deduplicator)
});

// EXTERNAL MODULE: ./build/engine/split/split-stable.js
var split_stable = __webpack_require__(7394);
// EXTERNAL MODULE: ./build/engine/rows/copies.js
var copies = __webpack_require__(4612);
// EXTERNAL MODULE: ./build/engine/rows/group-ranks.js
var group_ranks = __webpack_require__(8924);
// EXTERNAL MODULE: ./build/engine/rows/row-ids.js
var row_ids = __webpack_require__(5622);
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

// EXTERNAL MODULE: ./build/engine/rows/text-store.js
var text_store = __webpack_require__(7398);
;// CONCATENATED MODULE: ./build/engine/rows/deduplicate.js






const WITHOUT_ARBITER = { arbiting: null, labelOf: (value) => value, order: null };
const NO_ROW = 0;
/**
 * Keeps one row per text. Where a text has corrections its confirmed rows do not count; a text whose values then still
 * disagree is left out whole, unless an arbiter decides.
 */
class Deduplicator {
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
        this.#forms = ids === null ? null : new copies/* FormColumn */.P(1024);
        this.#copies = new copies/* Copies */.M({ hasForms: ids !== null });
        this.#groups = groups;
        this.#ranks = groups === null ? null : new group_ranks/* GroupRanks */.F(1024);
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


/***/ }),

/***/ 3953:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Gr: () => (/* binding */ compareDropped),
/* harmony export */   Uu: () => (/* binding */ DROP_REASONS),
/* harmony export */   eW: () => (/* binding */ droppedLines),
/* harmony export */   qm: () => (/* binding */ DroppedRows),
/* harmony export */   tN: () => (/* binding */ SOURCE_NAMES)
/* harmony export */ });
/* unused harmony export FirstDropped */
/* harmony import */ var _row_ids_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(5622);
/* harmony import */ var _text_store_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(7398);


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
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
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

/***/ 9872:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   T: () => (/* binding */ foldText)
/* harmony export */ });
/** Zero width space, word joiner, zero width no-break space and soft hyphen; joiners are not among them, as they carry meaning. */
const INVISIBLE = /[\u200B\u2060\uFEFF\u00AD]/g;
const LINE_BREAK = /\r\n?/g;
/** Returns a text in NFC, with LF for line breaks and without signs of no width. */
function foldText(text) {
    return text.replace(LINE_BREAK, '\n').replace(INVISIBLE, '').normalize();
}


/***/ }),

/***/ 2458:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   b: () => (/* binding */ IdentityFolder)
/* harmony export */ });
/* harmony import */ var node_buffer__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(4573);
/* harmony import */ var _model_tasks_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(6412);
/* harmony import */ var _text_json_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(5666);
/* harmony import */ var _cleaner_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(5842);
/* harmony import */ var _fold_text_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(9872);
/* harmony import */ var _identity_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(264);






const SEPARATOR = String.fromCharCode(_cleaner_js__WEBPACK_IMPORTED_MODULE_2__/* .TEXT_SEPARATOR */ .Q);
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
        this.#hasChoice = _model_tasks_js__WEBPACK_IMPORTED_MODULE_1__/* .TASKS */ .n3[shape.task].hasChoice;
    }
    /** Returns null where identities are compared as they are published. */
    static open(shape) {
        return shape.isFolded || _model_tasks_js__WEBPACK_IMPORTED_MODULE_1__/* .TASKS */ .n3[shape.task].hasChoice ? new IdentityFolder(shape) : null;
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
        if ((0,node_buffer__WEBPACK_IMPORTED_MODULE_0__.isAscii)(bytes) && !bytes.includes(this.#areMessages ? ESCAPED_RETURN : CARRIAGE_RETURN))
            return identity;
        const text = bytes.toString();
        const texts = text.split(SEPARATOR);
        const folded = texts.map((each) => (this.#areMessages ? foldMessages(each) : this.#foldText(each)));
        const joined = folded.join(SEPARATOR);
        return joined === text ? identity : Buffer.from(joined);
    }
    #inOrder(identity) {
        const [prompt, chosen, rejected] = (0,_identity_js__WEBPACK_IMPORTED_MODULE_3__/* .splitIdentity */ .Lt)(identity, this.#texts);
        const order = Buffer.compare(chosen, rejected);
        this.hasSameAnswers = order === 0;
        this.isSecondChosen = order > 0;
        return order > 0 ? (0,_identity_js__WEBPACK_IMPORTED_MODULE_3__/* .joinIdentity */ .Ho)([prompt, rejected, chosen]) : identity;
    }
    #foldText(text) {
        const folded = (0,_fold_text_js__WEBPACK_IMPORTED_MODULE_4__/* .foldText */ .T)(text);
        // A removed character may have had white space on both sides.
        if (folded === text)
            return text;
        const trimmed = folded.replace(OUTER_SPACES, '');
        return this.#hasOneSpace ? trimmed.replace(SPACES, ' ') : trimmed;
    }
}
/** @param json a list of messages in the one spelling that `parseMessages` gives it */
function foldMessages(json) {
    const messages = (0,_text_json_js__WEBPACK_IMPORTED_MODULE_5__/* .parseJson */ .qF)(Buffer.from(json));
    if (!Array.isArray(messages))
        return json;
    return JSON.stringify(messages.map((message) => (0,_text_json_js__WEBPACK_IMPORTED_MODULE_5__/* .isRecord */ .u4)(message) ? { ...message, content: (0,_fold_text_js__WEBPACK_IMPORTED_MODULE_4__/* .foldText */ .T)(String(message.content)) } : message));
}


/***/ }),

/***/ 8924:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   F: () => (/* binding */ GroupRanks)
/* harmony export */ });
/* harmony import */ var _text_store_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7398);

/** Ranks of groups by number of the text. */
class GroupRanks {
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
        this.#high = (0,_text_store_js__WEBPACK_IMPORTED_MODULE_0__/* .enlarged */ .vo)(this.#high);
        this.#low = (0,_text_store_js__WEBPACK_IMPORTED_MODULE_0__/* .enlarged */ .vo)(this.#low);
    }
    close() {
        (0,_text_store_js__WEBPACK_IMPORTED_MODULE_0__/* .release */ ._r)(this.#high, this.#low);
    }
}


/***/ }),

/***/ 8926:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Z: () => (/* binding */ IdHasher)
/* harmony export */ });
const PRIME_LOW = 0x1b3;
const TWO_TO_32 = 2 ** 32;
/**
 * Hashes whole ids by FNV-1a, 64 bits (http://www.isthe.com/chongo/tech/comp/fnv/). Ids of the same hash count as the same id:
 * of a hundred million different ids two have the same one with a probability of 0.03 %.
 */
class IdHasher {
    /** The last id's hash, as two unsigned 32-bit halves. */
    high = 0;
    low = 0;
    hash(id) {
        let high = 0xcbf29ce4;
        let low = 0x84222325;
        for (let index = 0; index < id.length; index++) {
            low = (low ^ id[index]) >>> 0;
            // The prime is 2^40 + 0x1b3, so that only the lower half reaches beyond 32 bits.
            const product = low * PRIME_LOW;
            high = (Math.imul(high, PRIME_LOW) + Math.floor(product / TWO_TO_32) + (low << 8)) >>> 0;
            low = product >>> 0;
        }
        this.high = high;
        this.low = low;
    }
}


/***/ }),

/***/ 264:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  mO: () => (/* binding */ IdentityReader),
  Ho: () => (/* binding */ joinIdentity),
  Lt: () => (/* binding */ splitIdentity)
});

// EXTERNAL MODULE: external "node:buffer"
var external_node_buffer_ = __webpack_require__(4573);
// EXTERNAL MODULE: ./build/model/tasks.js
var tasks = __webpack_require__(6412);
// EXTERNAL MODULE: ./build/text/json.js
var text_json = __webpack_require__(5666);
// EXTERNAL MODULE: ./build/engine/rows/cleaner.js + 1 modules
var cleaner = __webpack_require__(5842);
// EXTERNAL MODULE: ./build/engine/rows/fold-text.js
var fold_text = __webpack_require__(9872);
;// CONCATENATED MODULE: ./build/engine/rows/messages.js


/** The role of a model's answers. */
const ANSWERING = 'assistant';
/** Roles of what a tool returned, and the keys of a message that calls one. */
const TOOL_ROLES = ['tool', 'function'];
const CALLS = ['tool_calls', 'function_call'];
/**
 * Reads a list of messages and drops their other keys.
 *
 * @param json UTF-8 bytes
 * @param how.isAnswer true where a model learns to write them: each message of its role must then say something
 * @param how.clean cleans a content; null to keep contents as they are
 * @param how.pii looks for personal data in the contents; null to look for none
 * @returns the list as JSON in one spelling, or why there is none
 */
function parseMessages(json, { isAnswer = false, clean = null, pii = null, } = {}) {
    const found = (0,text_json/* parseJson */.qF)(json);
    if (!Array.isArray(found))
        return 'malformed';
    if (found.some(isAboutTools))
        return 'toolCalls';
    if (!found.every(isMessage))
        return 'malformed';
    const cleaned = found.map(({ role, content }) => ({ role, content: clean?.(content) ?? content }));
    if (cleaned.every(isBlank))
        return 'empty';
    if (isAnswer && !hasAnswers(cleaned))
        return 'noAnswer';
    const messages = cleaned.map(({ role, content }) => ({ role, content: pii?.readText(content) ?? content }));
    return Buffer.from(JSON.stringify(messages));
}
/**
 * Returns whether two lists of {@link parseMessages} are
 * the same, apart from white space around their contents.
 */
function areSameMessages(one, other) {
    const [a, b] = [one, other].map((json) => JSON.stringify((0,text_json/* parseJson */.qF)(json).map(({ role, content }) => [role, content.trim()])));
    return a === b;
}
function isAboutTools(value) {
    if (!(0,text_json/* isRecord */.u4)(value))
        return false;
    return TOOL_ROLES.includes(value.role) || CALLS.some((key) => isCalled(value[key]));
}
/** False for a value without a call: null, or an empty list. */
function isCalled(calls) {
    return Array.isArray(calls) ? calls.length > 0 : calls !== undefined && calls !== null;
}
function hasAnswers(messages) {
    const answers = messages.filter(({ role }) => role === ANSWERING);
    return answers.length > 0 && !answers.some(isBlank);
}
function isBlank({ content }) {
    return (0,fold_text/* foldText */.T)(content).trim() === '';
}
function isMessage(value) {
    if (!(0,text_json/* isRecord */.u4)(value))
        return false;
    const { role, content } = value;
    return isText(role) && role !== '' && isText(content);
}
/** True for a text that UTF-8 can hold; JSON can spell half a character. */
function isText(value) {
    return typeof value === 'string' && value.isWellFormed();
}

;// CONCATENATED MODULE: ./build/engine/rows/identity.js





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
        this.#cleaner = (0,cleaner/* createCleaner */.r)(shape.clean, textOfHtml);
        this.#cleanContent = shape.clean === 'none' ? null : (content) => this.#cleaned(content);
        const isAnswer = (0,tasks/* areAnswers */._G)(shape.task);
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
                this.#scratch[length++] = cleaner/* TEXT_SEPARATOR */.Q;
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
        if (!(0,external_node_buffer_.isUtf8)(found))
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
    const value = (0,text_json/* parseJson */.qF)(json);
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
        const end = identity.indexOf(cleaner/* TEXT_SEPARATOR */.Q, start);
        texts.push(identity.subarray(start, end));
        start = end + 1;
    }
    texts.push(identity.subarray(start));
    return texts;
}
/** The identity that texts make. */
function joinIdentity(texts) {
    return Buffer.concat(texts.flatMap((text, index) => (index === 0 ? [text] : [Uint8Array.of(cleaner/* TEXT_SEPARATOR */.Q), text])));
}


/***/ }),

/***/ 9616:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   X: () => (/* binding */ ItemJudge)
/* harmony export */ });
/* harmony import */ var _verdicts_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7351);

/**
 * Decides which rows of an id count, for an id is one item. Its confirmed rows do not if it has a correction, even one that
 * was dropped. Of rows with different texts only those count that have the label and the text that are decided on.
 */
class ItemJudge {
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
                    this.#verdicts.set(serial, _verdicts_js__WEBPACK_IMPORTED_MODULE_0__/* .VERDICTS */ .b.corrected);
        }
        if (counting.length < 2)
            return;
        const left = counting.every(({ text }) => isSame(text, counting[0].text))
            ? counting
            : this.#decide(counting, isCorrected ? this.#arbiter : null);
        if (left.length > 1)
            this.#verdicts.set(left[1].serial, _verdicts_js__WEBPACK_IMPORTED_MODULE_0__/* .VERDICTS */ .b.repeats);
    }
    /** Decides on rows of several texts. @returns those that count */
    #decide(rows, arbiter) {
        const label = arbiter === null ? onlyLabel(rows) : heardLabel(rows, arbiter);
        if (label === null) {
            this.#verdicts.conflictingIds++;
            for (const { serial } of rows)
                this.#verdicts.set(serial, _verdicts_js__WEBPACK_IMPORTED_MODULE_0__/* .VERDICTS */ .b.conflict);
            return [];
        }
        const { text } = rows.filter((row) => row.label === label).reduce(newer);
        const counts = (row) => row.label === label && isSame(row.text, text);
        for (const row of rows)
            if (!counts(row))
                this.#verdicts.set(row.serial, _verdicts_js__WEBPACK_IMPORTED_MODULE_0__/* .VERDICTS */ .b.outvoted);
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


/***/ }),

/***/ 5136:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   h: () => (/* binding */ keptOrder)
/* harmony export */ });
/* harmony import */ var _row_ids_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(5622);
/* harmony import */ var _text_store_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(7398);


/**
 * An order that does not depend on the order in which the database gives rows: the newest correction where times decide,
 * then the lowest id, shorter ones first, then the lowest values.
 *
 * @param times when corrections were made; null where that decides nothing
 * @param memory what the numbers of values stand for
 */
function keptOrder(ids, times, memory) {
    const values = new _text_store_js__WEBPACK_IMPORTED_MODULE_1__/* .TextReader */ .TX(memory);
    return (a, b, isCorrection) => {
        if (isCorrection && times !== null) {
            const [timeA, timeB] = [times.timeOf(a.serial), times.timeOf(b.serial)];
            if (timeA !== timeB)
                return timeA > timeB;
        }
        const byId = (0,_row_ids_js__WEBPACK_IMPORTED_MODULE_0__/* .compareByLength */ .bp)(ids.bytesOf(a.serial), ids.bytesOf(b.serial));
        return (byId === 0 ? (0,_row_ids_js__WEBPACK_IMPORTED_MODULE_0__/* .compareByLength */ .bp)(values.at(a.value), values.at(b.value)) : byId) < 0;
    };
}


/***/ }),

/***/ 5831:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   m: () => (/* binding */ ClassLabeller),
/* harmony export */   u: () => (/* binding */ UNKNOWN_CLASS)
/* harmony export */ });
/* harmony import */ var _whitespace_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8192);

/** Class id of a name that is not a class. */
const UNKNOWN_CLASS = -1;
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
    return (0,_whitespace_js__WEBPACK_IMPORTED_MODULE_0__/* .trimWhitespace */ .m)(Buffer.from(name.buffer, name.byteOffset, name.length));
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

/***/ 8960:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  g3: () => (/* binding */ MemoryKeeper)
});

// UNUSED EXPORTS: needsArbiter, storeRows

// EXTERNAL MODULE: ./build/engine/rows/arbiter.js + 1 modules
var arbiter = __webpack_require__(5292);
// EXTERNAL MODULE: ./build/engine/rows/confidence.js
var confidence = __webpack_require__(7621);
// EXTERNAL MODULE: ./build/engine/rows/counted-rows.js
var counted_rows = __webpack_require__(13);
// EXTERNAL MODULE: ./build/engine/rows/decided-label.js
var decided_label = __webpack_require__(3498);
// EXTERNAL MODULE: ./build/engine/rows/deduplicate.js + 1 modules
var deduplicate = __webpack_require__(6008);
// EXTERNAL MODULE: ./build/engine/rows/dropped-rows.js
var dropped_rows = __webpack_require__(3953);
// EXTERNAL MODULE: ./build/engine/rows/correction-notes.js
var correction_notes = __webpack_require__(3209);
// EXTERNAL MODULE: ./build/engine/rows/item-judge.js
var item_judge = __webpack_require__(9616);
// EXTERNAL MODULE: ./build/engine/rows/row-items.js
var row_items = __webpack_require__(6016);
// EXTERNAL MODULE: ./build/engine/rows/verdicts.js
var rows_verdicts = __webpack_require__(7351);
;// CONCATENATED MODULE: ./build/engine/rows/judge-items.js




/** Decides which rows count by their ids. @param arbiter decides on ids whose corrections have several texts */
function judgeItems(rows, arbiter) {
    const { items, list, droppedCorrections } = rows;
    const verdicts = new rows_verdicts/* Verdicts */.v(items.length);
    const judge = new item_judge/* ItemJudge */.X(arbiter, verdicts);
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
        if (item !== row_items/* NO_ITEM */.M && seen[item] < 2)
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
        const nothing = { text: NO_TEXT, label: 0, annotator: correction_notes/* UNNAMED */.rY, time: correction_notes/* NEVER */.tm };
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
        annotator: isNoted ? notes.annotatorOf(serial) : correction_notes/* UNNAMED */.rY,
        time: isNoted ? notes.timeOf(serial) : correction_notes/* NEVER */.tm,
    };
}

// EXTERNAL MODULE: ./build/engine/rows/kept-order.js
var kept_order = __webpack_require__(5136);
// EXTERNAL MODULE: ./build/engine/rows/row-ids.js
var row_ids = __webpack_require__(5622);
// EXTERNAL MODULE: ./build/engine/rows/copies.js
var copies = __webpack_require__(4612);
// EXTERNAL MODULE: ./build/engine/rows/group-ranks.js
var group_ranks = __webpack_require__(8924);
// EXTERNAL MODULE: ./build/engine/rows/text-store.js
var text_store = __webpack_require__(7398);
;// CONCATENATED MODULE: ./build/engine/rows/row-list.js



/** The rows of a dataset in the order in which they were read, before it is known which of them count. */
class RowList {
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
        this.#ranks = isGrouped ? new group_ranks/* GroupRanks */.F(1024) : null;
        this.#forms = hasForms ? new copies/* FormColumn */.P(1024) : null;
    }
    /** Takes a row as `Deduplicator` does. */
    add(source, number, value, serial, rank, form = number) {
        if (this.length === this.#serials.length) {
            this.#serials = (0,text_store/* enlarged */.vo)(this.#serials);
            this.#numbers = (0,text_store/* enlarged */.vo)(this.#numbers);
            this.#values = (0,text_store/* enlarged */.vo)(this.#values);
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
        (0,text_store/* release */._r)(this.#serials, this.#numbers, this.#values);
        this.#ranks?.close();
        this.#forms?.close();
    }
}

// EXTERNAL MODULE: ./build/engine/rows/row-origin.js
var row_origin = __webpack_require__(2496);
// EXTERNAL MODULE: ./build/engine/rows/stored-rows.js
var stored_rows = __webpack_require__(9422);
// EXTERNAL MODULE: ./build/engine/rows/values.js + 4 modules
var rows_values = __webpack_require__(980);
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
        this.dropped = new dropped_rows/* DroppedRows */.qm(parts.ids);
        const groups = parts.keys === null ? null : parts.shares;
        const { hasForms } = parts.identity;
        this.#deduplicator = new deduplicate/* Deduplicator */.P(parts.index, { groups, ids: hasForms ? parts.ids : null });
        this.#list = parts.items === null ? null : new RowList({ isGrouped: groups !== null, hasForms });
        this.#labels = new decided_label/* DecidedLabels */.A(parts.shape);
        this.#confidences = parts.confidence === null ? null : new confidence/* ConfidenceColumn */.X(parts.confidence.classes);
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
            ids: new row_ids/* KeptIds */.bH(this.#parts.ids, serials),
        };
    }
    /** Hands over the rows of a source so far, which are to be kept elsewhere. @param dataset its number there */
    spill(source, dataset, spill) {
        const { ids, index, items, notes, values } = this.#parts;
        const texts = new text_store/* TextReader */.TX(index.memory);
        const packed = values.memory === null ? null : new text_store/* TextReader */.TX(values.memory);
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
        const counted = new counted_rows/* CountedRows */.m(this.#deduplicator, this.dropped);
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
            order: hasMore ? (0,kept_order/* keptOrder */.h)(ids, times, values.memory) : null,
        };
    }
    #arbiting() {
        const { annotators: rule, layout, notes } = this.#parts;
        if (notes === null || !needsArbiter(rule, layout))
            return null;
        return { arbiter: new arbiter/* Arbiter */.c({ rule, ...this.#labels.compared }), notes };
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


/***/ }),

/***/ 1139:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   F: () => (/* binding */ TextRanker)
/* harmony export */ });
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7598);

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
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   I3: () => (/* binding */ withMoved),
/* harmony export */   Kd: () => (/* binding */ withoutZeros),
/* harmony export */   VZ: () => (/* binding */ rowCounts),
/* harmony export */   WF: () => (/* binding */ foldedOf),
/* harmony export */   f4: () => (/* binding */ futureOf)
/* harmony export */ });
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
const RARE = ['noAnswer', 'sameAnswers', 'toolCalls', 'notText'];
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
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   CS: () => (/* binding */ keptId),
/* harmony export */   bH: () => (/* binding */ KeptIds),
/* harmony export */   bp: () => (/* binding */ compareByLength),
/* harmony export */   fk: () => (/* binding */ shownId),
/* harmony export */   p1: () => (/* binding */ RowIds)
/* harmony export */ });
/* harmony import */ var _text_store_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7398);

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

/***/ 6016:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   M: () => (/* binding */ NO_ITEM),
/* harmony export */   n: () => (/* binding */ RowItems)
/* harmony export */ });
/* harmony import */ var _id_hasher_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(8926);
/* harmony import */ var _text_store_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7398);


/** Number of the item of a row whose id is NULL: such a row is an item of its own. */
const NO_ITEM = 0;
/**
 * Numbers the ids of rows, the same id with the same number, by an open-addressed table over their hashes. The ids
 * themselves are not kept.
 */
class RowItems {
    #hasher = new _id_hasher_js__WEBPACK_IMPORTED_MODULE_1__/* .IdHasher */ .Z();
    /** Number of an item, {@link NO_ITEM} where there is none. */
    #table = new Uint32Array(1 << 12);
    /** Hashes by number. */
    #high = new Uint32Array(1024);
    #low = new Uint32Array(1024);
    /** Numbers are below. */
    #end = NO_ITEM + 1;
    /** Number of the item by serial number of the row. */
    #items = new Uint32Array(1024);
    #rows = 0;
    /** Takes the id of the next row: the whole of it, as bytes, null for NULL. */
    add(id) {
        if (this.#rows === this.#items.length)
            this.#items = (0,_text_store_js__WEBPACK_IMPORTED_MODULE_0__/* .enlarged */ .vo)(this.#items);
        this.#items[this.#rows++] = id === null ? NO_ITEM : this.#numberOf(id);
    }
    /** Number of a row's item. @param serial the row's serial number, see `RowIds` */
    itemOf(serial) {
        return this.#items[serial];
    }
    /** Hash of a row's id as two 32-bit halves; null for NULL. */
    hashOf(serial) {
        const item = this.#items[serial];
        return item === NO_ITEM ? null : { high: this.#high[item], low: this.#low[item] };
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
        (0,_text_store_js__WEBPACK_IMPORTED_MODULE_0__/* .release */ ._r)(this.#table, this.#high, this.#low, this.#items);
        this.#table = new Uint32Array(1 << 12);
        this.#high = new Uint32Array(1024);
        this.#low = new Uint32Array(1024);
        this.#items = new Uint32Array(1024);
        this.#end = NO_ITEM + 1;
        this.#rows = 0;
    }
    #numberOf(id) {
        this.#hasher.hash(id);
        const { high, low } = this.#hasher;
        const mask = this.#table.length - 1;
        let slot = low & mask;
        for (let item = this.#table[slot]; item !== NO_ITEM; item = this.#table[slot]) {
            if (this.#low[item] === low && this.#high[item] === high)
                return item;
            slot = (slot + 1) & mask;
        }
        if (this.#end === this.#high.length) {
            this.#high = (0,_text_store_js__WEBPACK_IMPORTED_MODULE_0__/* .enlarged */ .vo)(this.#high);
            this.#low = (0,_text_store_js__WEBPACK_IMPORTED_MODULE_0__/* .enlarged */ .vo)(this.#low);
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
        for (let item = NO_ITEM + 1; item <= this.#end; item++) {
            let slot = this.#low[item] & mask;
            while (table[slot] !== NO_ITEM)
                slot = (slot + 1) & mask;
            table[slot] = item;
        }
        (0,_text_store_js__WEBPACK_IMPORTED_MODULE_0__/* .release */ ._r)(this.#table);
        this.#table = table;
    }
}


/***/ }),

/***/ 2496:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
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

/***/ 4694:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $: () => (/* binding */ SplitKeys),
/* harmony export */   K: () => (/* binding */ SplitPart)
/* harmony export */ });
/* harmony import */ var _model_shape_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7079);
/* harmony import */ var _model_tasks_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(6412);
/* harmony import */ var _identity_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(264);
/* harmony import */ var _rank_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(1139);




/** The part of an identity that decides the split of a row without a group: all of it, or one of its texts. */
class SplitPart {
    #texts;
    /** Position of the text among the others; -1 for all of them. */
    #position;
    constructor({ task, texts }) {
        const role = _model_tasks_js__WEBPACK_IMPORTED_MODULE_1__/* .TASKS */ .n3[task].splitRole;
        this.#texts = texts.length;
        this.#position = role === null ? -1 : (0,_model_tasks_js__WEBPACK_IMPORTED_MODULE_1__/* .rolesOf */ .R7)(task).indexOf(role);
    }
    /** @param identity in its folded form */
    of(identity) {
        return this.#position === -1 ? identity : (0,_identity_js__WEBPACK_IMPORTED_MODULE_2__/* .splitIdentity */ .Lt)(identity, this.#texts)[this.#position];
    }
}
/** Ranks rows by what decides their splits instead of all their texts: their groups, or one of their texts. */
class SplitKeys {
    #ranker;
    #part;
    #group;
    constructor(shape, { group }, seed) {
        this.#ranker = new _rank_js__WEBPACK_IMPORTED_MODULE_3__/* .TextRanker */ .F(seed);
        this.#part = new SplitPart(shape);
        this.#group = group;
    }
    /** Returns null where all texts of a row decide its split. */
    static open(shape, layout, seed) {
        return (0,_model_shape_js__WEBPACK_IMPORTED_MODULE_0__/* .isGrouped */ .Vu)(shape, layout) ? new SplitKeys(shape, layout, seed) : null;
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


/***/ }),

/***/ 9422:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   B: () => (/* binding */ StoredRows)
/* harmony export */ });
/* harmony import */ var _text_store_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7398);

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
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   U: () => (/* binding */ TextIndex)
/* harmony export */ });
/* harmony import */ var _text_store_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7398);

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
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
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

/***/ 980:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  tj: () => (/* binding */ ValueUnpacker),
  kk: () => (/* binding */ choicePartOf),
  F6: () => (/* binding */ classCountIn),
  xW: () => (/* binding */ classIdIn),
  bX: () => (/* binding */ createValueReader),
  v5: () => (/* binding */ firstClassIdIn),
  pK: () => (/* binding */ labelPartOf),
  Po: () => (/* binding */ numberIn),
  $H: () => (/* binding */ spansIn),
  Uy: () => (/* binding */ tokenCountIn),
  ID: () => (/* binding */ withoutChoice)
});

// EXTERNAL MODULE: external "node:buffer"
var external_node_buffer_ = __webpack_require__(4573);
// EXTERNAL MODULE: ./build/model/shape.js
var model_shape = __webpack_require__(7079);
// EXTERNAL MODULE: ./build/model/tasks.js
var tasks = __webpack_require__(6412);
// EXTERNAL MODULE: ./build/text/json.js
var text_json = __webpack_require__(5666);
// EXTERNAL MODULE: ./build/engine/rows/class-sets.js
var class_sets = __webpack_require__(231);
// EXTERNAL MODULE: ./build/engine/rows/label.js
var label = __webpack_require__(5831);
// EXTERNAL MODULE: ./build/engine/rows/clean-urls.js
var clean_urls = __webpack_require__(7699);
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
function editsOfCleaning(text, cleaning) {
    const steps = [];
    const isPython = cleaning === 'python';
    if (isPython)
        steps.push(matchesOf(PYTHON_URLS), matchesOf(TAG, (tag) => tag.endsWith('>')));
    else if (cleaning.includes('urls'))
        steps.push((input) => Array.from((0,clean_urls/* urlsIn */._)(input), removed));
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
function mapRange({ start, end }, edits) {
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
function isEdited({ start, end }, edits) {
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
var published_spans = __webpack_require__(395);
// EXTERNAL MODULE: ./build/engine/spans/span-counts.js
var span_counts = __webpack_require__(3770);
;// CONCATENATED MODULE: ./build/engine/spans/token-span.js
/** The order in which spans are kept: by their first token, then the longer, then by class. */
function compareSpans(a, b) {
    return a.first - b.first || b.end - a.end || a.classId - b.classId;
}

// EXTERNAL MODULE: ./build/engine/spans/tokens.js + 1 modules
var spans_tokens = __webpack_require__(3492);
;// CONCATENATED MODULE: ./build/engine/spans/span-reader.js








const UNITS = ['code-points', 'utf-16'];
const ASTRAL = /[\u{10000}-\u{10ffff}]/u;
/**
 * Reads lists of spans, `[{"start": 0, "end": 4, "label": "PER"}]`, and follows each into the text as it is published, to the
 * borders of its tokens. A row with a span that cannot be read is dropped whole.
 */
class SpanReader {
    #labeller;
    #cleaning;
    #units;
    #counts = (0,span_counts/* emptySpanCounts */.E)();
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
        const tokens = (0,spans_tokens/* tokensOf */.k)(textOf(published));
        if (marked.length === 0)
            return { tokens: tokens.length / 2, spans: [] };
        const ids = new Map([...new Set(marked.map(({ label }) => label))].map((label) => [
            label,
            this.#labeller.classIdOf(Buffer.from(label)),
        ]));
        if ([...ids.values()].includes(label/* UNKNOWN_CLASS */.u))
            return label/* UNKNOWN_CLASS */.u;
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
        this.#counts.untagged += spans.length - (0,published_spans/* taggedSpans */.ok)(spans).length;
        return { tokens: tokens.length / 2, spans };
    }
    #drop(problem) {
        this.#counts.dropped[problem]++;
        return class_sets/* MALFORMED */.G;
    }
}
function parseSpans(field) {
    const spans = (0,text_json/* parseJson */.qF)(field);
    return Array.isArray(spans) && spans.every(isSpan) ? spans : null;
}
function isSpan(value) {
    if (!(0,text_json/* isRecord */.u4)(value))
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

// EXTERNAL MODULE: ./build/engine/rows/fnv-ranker.js
var fnv_ranker = __webpack_require__(9713);
// EXTERNAL MODULE: ./build/engine/rows/text-index.js
var text_index = __webpack_require__(5295);
// EXTERNAL MODULE: ./build/engine/rows/text-store.js
var text_store = __webpack_require__(7398);
;// CONCATENATED MODULE: ./build/engine/rows/typed-values.js
const FLOAT = /^(?:-?\d+(?:\.\d+)?(?:e[-+]?\d+)?|"(?:NaN|-?Infinity)")$/;
const DAY_MS = 86_400_000;
/**
 * Returns the value that a text of PostgreSQL stands for: a list as JSON, or a time in ISO style, in UTC where it has a zone.
 *
 * @returns null for a list of several dimensions, for infinity, and for a year before 1 or after 9999, which Python's
 * datetime does not have
 */
function typedValueOf(type, text) {
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
    return (0,model_shape/* hasOnlyClass */.f)(shape) ? new ClassReader(shape, positions[0]) : new PackedReader(shape, positions);
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
        this.#labeller = new label/* ClassLabeller */.m(shape.classNames, shape);
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
    #index = new text_index/* TextIndex */.U(new fnv_ranker/* FnvRanker */.I());
    #packed = new ByteBuffer();
    #sets;
    /** Null without spans. */
    #spans;
    #hasChoice;
    constructor(shape, positions) {
        const { task, classNames, values, unknownClasses = 'drop-row' } = shape;
        this.#labeller = new label/* ClassLabeller */.m(classNames, shape);
        this.#hasChoice = tasks/* TASKS */.n3[task].hasChoice;
        this.#sets = new class_sets/* ClassSetReader */.i(this.#labeller, unknownClasses);
        this.#spans = (0,tasks/* hasSpans */.Gw)(task) ? new SpanReader(this.#labeller, shape) : null;
        this.#columns = values.map(({ type }, index) => {
            const isScore = index === 0 && tasks/* TASKS */.n3[task].holds === 'number';
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
                return Number.isFinite(score) ? 0 : class_sets/* MALFORMED */.G;
            }
            case 'float32':
            case 'float64':
                packed.addDouble(Number(values_textOf(field)));
                return 0;
            case 'string':
            case 'strings':
            case 'messages':
            case 'int64':
                if (!(0,external_node_buffer_.isUtf8)(field) || (type === 'strings' && !isListOfTexts(field)))
                    return class_sets/* MALFORMED */.G;
                packed.addUint32(field.length);
                packed.addBytes(field);
                return 0;
            default:
                // Packed as text, so that rows are the same whether the column is published as text or not.
                packed.addUint32(field.length);
                packed.addBytes(field);
                return typedValueOf(type, values_textOf(field)) === null ? class_sets/* MALFORMED */.G : 0;
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
        this.#packed.addByte(spans_tokens/* TOKENIZER_VERSION */.x);
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
    const texts = (0,text_json/* parseJson */.qF)(json);
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
            return (0,text_json/* parseJson */.qF)(textAt(bytes, start));
        case 'string':
        case 'messages':
            return textAt(bytes, start);
        default:
            return typedValueOf(type, values_textOf(textAt(bytes, start)));
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

/***/ 7351:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   b: () => (/* binding */ VERDICTS),
/* harmony export */   v: () => (/* binding */ Verdicts)
/* harmony export */ });
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
class Verdicts {
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


/***/ }),

/***/ 8192:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   DK: () => (/* binding */ collapseWhitespace),
/* harmony export */   cl: () => (/* binding */ firstSurplusWhitespace),
/* harmony export */   dI: () => (/* binding */ WHITE_LEAD),
/* harmony export */   m: () => (/* binding */ trimWhitespace),
/* harmony export */   mu: () => (/* binding */ whitespaceLength)
/* harmony export */ });
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
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Bu: () => (/* binding */ publishSpans),
/* harmony export */   ok: () => (/* binding */ taggedSpans)
/* harmony export */ });
/* unused harmony export spansOfTags */
/* harmony import */ var _tokens_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3492);

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
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  x: () => (/* binding */ TOKENIZER_VERSION),
  k: () => (/* binding */ tokensOf)
});

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
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
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

/***/ 7394:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Pz: () => (/* binding */ MovedRows),
/* harmony export */   XU: () => (/* binding */ rowsByRank),
/* harmony export */   Yx: () => (/* binding */ splitStable),
/* harmony export */   uv: () => (/* binding */ splitOf)
/* harmony export */ });
/* harmony import */ var _rows_fold_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(2458);
/* harmony import */ var _rows_rank_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(1139);
/* harmony import */ var _rows_split_keys_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(4694);



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
        this.#ranker = new _rows_rank_js__WEBPACK_IMPORTED_MODULE_1__/* .TextRanker */ .F(earlier.seed);
        this.#folder = new _rows_fold_js__WEBPACK_IMPORTED_MODULE_0__/* .IdentityFolder */ .b({ ...shape, isFolded: true });
        this.#part = new _rows_split_keys_js__WEBPACK_IMPORTED_MODULE_2__/* .SplitPart */ .K(shape);
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

/***/ 6955:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   E: () => (/* binding */ tooFewRowsError),
/* harmony export */   Q: () => (/* binding */ isTooFewRows)
/* harmony export */ });
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

/***/ 2875:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   F: () => (/* binding */ PreparingHere),
/* harmony export */   H: () => (/* binding */ PreparingThread)
/* harmony export */ });
/* harmony import */ var node_events__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8474);
/* harmony import */ var node_worker_threads__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(5919);


/** Prepares a dataset in this thread. */
class PreparingHere {
    #job;
    constructor(job) {
        this.#job = job;
    }
    async settle() {
        return this.#job.settle();
    }
    async prepare(how) {
        return this.#job.prepare(how);
    }
    async write() {
        return this.#job.write();
    }
    index(earlier) {
        return this.#job.index(earlier);
    }
    async close() { }
}
/**
 * A page of texts is garbage as soon as it is written, and these limits have it collected soon: at the peak of a run
 * of 1 M rows 377 MB instead of 560. A thread's own objects, those of one row group, take less than a tenth.
 */
const LIMITS = { maxYoungGenerationSizeMb: 8, maxOldGenerationSizeMb: 1536 };
/** A thread that prepares a dataset: it is given no secret, and ended when the run is cancelled. */
class PreparingThread {
    #worker;
    #name;
    #signal;
    /** Rejects with what the thread threw, or once it has ended. */
    #ended;
    /**
     * @param file the thread's bundle
     * @param job what it is started with
     * @param options.name of the dataset
     * @param options.transfer memory that is handed over to it
     */
    constructor(file, job, options) {
        const { name, transfer = [], signal } = options;
        this.#name = name;
        this.#signal = signal;
        this.#worker = new node_worker_threads__WEBPACK_IMPORTED_MODULE_1__.Worker(file, {
            workerData: job,
            transferList: [...transfer],
            resourceLimits: LIMITS,
            env: {},
        });
        this.#ended = this.#end();
        this.#ended.catch(() => undefined);
        signal?.addEventListener('abort', this.#abort);
    }
    /** @throws what the thread threw, or the reason of the signal */
    settle() {
        return this.#ask('settle');
    }
    /** @throws what the thread threw, or the reason of the signal */
    prepare(how) {
        return this.#ask({ prepare: how });
    }
    /** @throws what the thread threw, or the reason of the signal */
    write() {
        return this.#ask('write');
    }
    /** @throws what the thread threw, or the reason of the signal */
    index(earlier) {
        return this.#ask({ index: earlier });
    }
    async close() {
        this.#signal?.removeEventListener('abort', this.#abort);
        await this.#worker.terminate();
    }
    async #ask(request) {
        this.#worker.postMessage(request);
        const [message] = await Promise.race([(0,node_events__WEBPACK_IMPORTED_MODULE_0__.once)(this.#worker, 'message'), this.#ended]);
        return message;
    }
    async #end() {
        const [code] = await (0,node_events__WEBPACK_IMPORTED_MODULE_0__.once)(this.#worker, 'exit');
        this.#signal?.throwIfAborted();
        throw new Error(`The thread that prepares ${this.#name} ended early, with ${code}.`);
    }
    #abort = () => {
        void this.#worker.terminate();
    };
}


/***/ }),

/***/ 8951:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   A: () => (/* binding */ blocksIn),
/* harmony export */   z: () => (/* binding */ createTurns)
/* harmony export */ });
/* harmony import */ var p_limit__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(370);
/* harmony import */ var _near_duplicates_copy_search_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(167);


/**
 * Memory that a run with rows on disk needs beside the searches for near-duplicates, and that of a search with one
 * block.
 */
const RUN_BYTES = 180e6;
const SEARCH_BYTES = 200e6;
/**
 * Lets as many threads prepare rows on disk at once as the
 * memory allows, but at least one. The remaining memory is for their searches.
 *
 * @param memoryLeft bytes the process may take beside those it has
 * @param datasets threads there are at most
 */
function createTurns(memoryLeft, datasets) {
    const bytes = memoryLeft - RUN_BYTES;
    const atOnce = Math.max(1, Math.min(datasets, Math.floor(bytes / SEARCH_BYTES)));
    const searchBlocks = blocksIn(bytes / atOnce - SEARCH_BYTES);
    const limit = (0,p_limit__WEBPACK_IMPORTED_MODULE_1__/* ["default"] */ .A)(atOnce);
    return (prepare) => limit(prepare, searchBlocks);
}
/** How many blocks a search may have in memory at once. @param bytes it may take beside those of one block */
function blocksIn(bytes) {
    return 1 + Math.max(0, Math.floor(bytes / _near_duplicates_copy_search_js__WEBPACK_IMPORTED_MODULE_0__/* .BLOCK_BYTES */ .Y));
}


/***/ }),

/***/ 1874:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  B: () => (/* binding */ memoryRows),
  A: () => (/* binding */ threadRows)
});

// EXTERNAL MODULE: ./build/engine/class-rows.js
var class_rows = __webpack_require__(249);
;// CONCATENATED MODULE: ./build/engine/near-duplicates/report.js
/** @param idOf gives the id of a row by its name */
function reportNearDuplicates(found, examples, idOf) {
    return {
        ...found,
        examples: examples.map(({ names: [one, other], splits, similarity }) => ({
            ids: [idOf(one), idOf(other)],
            splits,
            similarity,
        })),
    };
}

// EXTERNAL MODULE: ./build/engine/rows/dropped-rows.js
var dropped_rows = __webpack_require__(3953);
;// CONCATENATED MODULE: ./build/engine/near-duplicates/review-rows.js

const CHUNK_ROWS = 1000;
const SELF_CONFIDENCE_DIGITS = 6;
/**
 * Returns every row as a line of JSON, in pieces:
 * `{"id":"7","source":"confirmed","reason":"near-duplicate-corrected","near_id":"3","near_source":"reviewed"}` or
 * `{"id":"7","source":"reviewed","reason":"confident-learning","label":"spam","suggested":"ham","self_confidence":0.021}`.
 *
 * @param classNames names of the classes in the order of their ids
 * @param idOf gives the id of a row by its name
 */
function* reviewLines({ pairs, suspects }, classNames, idOf) {
    yield* chunksOf(pairs, ({ reason, names, sources }) => ({
        id: idOf(names[0]),
        source: dropped_rows/* SOURCE_NAMES */.tN[sources[0]],
        reason,
        near_id: idOf(names[1]),
        near_source: dropped_rows/* SOURCE_NAMES */.tN[sources[1]],
    }));
    yield* chunksOf(suspects, ({ name, source, label, suggested, selfConfidence }) => ({
        id: idOf(name),
        source: dropped_rows/* SOURCE_NAMES */.tN[source],
        reason: 'confident-learning',
        label: classNames[label],
        suggested: classNames[suggested],
        self_confidence: Number(selfConfidence.toFixed(SELF_CONFIDENCE_DIGITS)),
    }));
}
function* chunksOf(rows, lineOf) {
    for (let start = 0; start < rows.length; start += CHUNK_ROWS) {
        const lines = rows.slice(start, start + CHUNK_ROWS).map((row) => JSON.stringify(lineOf(row)));
        yield Buffer.from(`${lines.join('\n')}\n`);
    }
}

// EXTERNAL MODULE: ./build/engine/preparer.js + 21 modules
var preparer = __webpack_require__(4649);
// EXTERNAL MODULE: ./build/model/rows.js
var rows = __webpack_require__(6141);
;// CONCATENATED MODULE: ./build/engine/rows/row-id-lines.js


const row_id_lines_CHUNK_ROWS = 1000;
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
    for (const split of rows/* SPLIT_NAMES */.gP) {
        for (const end = at + sizes[split]; at < end;) {
            const piece = numbers.subarray(at, Math.min(end, at + row_id_lines_CHUNK_ROWS));
            yield Buffer.from(Array.from(piece, (row) => rowIdLine(split, rowOf(row))).join(''));
            at += piece.length;
        }
    }
}

// EXTERNAL MODULE: ./build/engine/rows/row-ids.js
var row_ids = __webpack_require__(5622);
// EXTERNAL MODULE: ./build/engine/thread.js
var engine_thread = __webpack_require__(2875);
;// CONCATENATED MODULE: ./build/engine/usable-rows.js







/** Rows of a dataset that are in memory, deduplicated. */
function memoryRows(shape, collected, prepare) {
    const { rows, counts, dropped, ids } = collected;
    return {
        settle: async () => ({
            length: rows.length,
            counts,
            classRows: () => (0,class_rows/* countClassRows */.$n)(shape, rows),
            conflictIds: (most) => dropped.idsOf('conflict', most),
            async prepare(how) {
                const prepared = await prepare(shape, collected, how);
                const { nearDuplicates, moved } = prepared.dropped;
                for (const row of moved)
                    dropped.add('moved', ids.serialOf(row));
                for (const row of nearDuplicates)
                    dropped.add('near-duplicate', ids.serialOf(row));
                return preparationOf(prepared, (row) => ids.of(row), (numbers) => {
                    const lines = () => rowIdLines(numbers, prepared.dataset.splitSizes, (row) => ids.rowAt(row));
                    return { lines };
                });
            },
            droppedLines: () => dropped.lines(),
        }),
        close: async () => undefined,
    };
}
/** Rows of a dataset on disk, which a thread of their own settles, prepares and writes. @param name of the dataset */
function threadRows(name, job, options) {
    const { workerFile, signal, turns, linesOf, onClose } = options;
    let thread;
    let isClosed = false;
    return {
        async settle() {
            const started = new engine_thread/* PreparingThread */.H(workerFile, job, { name, signal });
            thread = started;
            const { counts, classRows, conflictIds, ...settled } = await started.settle();
            const droppedFiles = [...(options.droppedFiles ?? []), ...settled.droppedFiles];
            const prepare = async (how) => {
                const prepared = await (0,preparer/* prepareBy */.$b)(started, how);
                droppedFiles.push(...prepared.dropped);
                return preparationOf(prepared, ({ id }) => (0,row_ids/* shownId */.fk)(id), (file) => file);
            };
            return {
                length: counts.stages.deduplicated,
                counts,
                classRows: () => classRows,
                conflictIds: (most) => conflictIds.slice(0, most),
                prepare: (how) => turns((searchBlocks) => prepare({ ...how, searchBlocks })),
                droppedLines: () => linesOf(droppedFiles),
            };
        },
        async close() {
            if (isClosed)
                return;
            isClosed = true;
            await thread?.close();
            onClose();
        },
    };
}
/**
 * @param idOf gives the id of a row by its name
 * @param linesOf gives the ids of all rows as lines
 */
function preparationOf({ dataset, examples, review, ids, dataFiles, rowIndex, close, }, idOf, linesOf) {
    return {
        dataset,
        nearDuplicates: dataset.nearDuplicates === null ? null : reportNearDuplicates(dataset.nearDuplicates, examples, idOf),
        review: review === null
            ? null
            : { counts: review.counts, lines: () => reviewLines(review, dataset.shape.classNames, idOf) },
        rowIds: ids === null ? null : linesOf(ids),
        dataFiles,
        rowIndex,
        close,
    };
}


/***/ }),

/***/ 7674:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Pf: () => (/* binding */ fieldsOf),
/* harmony export */   b6: () => (/* binding */ textOf),
/* harmony export */   c3: () => (/* binding */ listOf),
/* harmony export */   gd: () => (/* binding */ wholeNumberOf)
/* harmony export */ });
/* unused harmony export webAddressOf */
/** Returns the fields of an answer of any shape. */
function fieldsOf(answer) {
    return Object(answer);
}
/** Returns the items of a list; null for anything else. */
function listOf(value) {
    return Array.isArray(value) ? value : null;
}
/** Returns a text; null for anything else. */
function textOf(value) {
    return typeof value === 'string' ? value : null;
}
/** Returns a whole number, such as an id; null for anything else. */
function wholeNumberOf(value) {
    return Number.isSafeInteger(value) ? value : null;
}
/** Returns an address that a browser may open; null for anything else. */
function webAddressOf(value) {
    return typeof value === 'string' && /^https?:\/\/[^\s<>"']+$/.test(value) ? value : null;
}


/***/ }),

/***/ 1915:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   a: () => (/* binding */ DatabaseError)
/* harmony export */ });
/** A failure of the database; its message has what happened, where, and how to fix it, and nothing of a row. */
class DatabaseError extends Error {
}


/***/ }),

/***/ 8412:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   z: () => (/* binding */ parseConnectionUrl)
/* harmony export */ });
/* harmony import */ var node_os__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8161);
/* harmony import */ var _url_parameters_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(2387);
/* harmony import */ var _url_text_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(531);



// Neon needs more than 5 s to wake up.
const DEFAULT_CONNECT_TIMEOUT_S = 15;
const DEFAULT_STATEMENT_TIMEOUT_MS = 30 * 60_000;
const MAX_INT32 = 2_147_483_647;
const URL_PARTS = /^(?<scheme>[a-z0-9+]+):\/\/(?<authority>[^/?#]*)(?<path>\/[^?#]*)?(?:\?(?<query>[^#]*))?$/i;
const SCHEME = /^postgres(?:ql)?(?:\+[a-z0-9_]+)?$/i;
const HOST_AND_PORT = /^(?:\[(?<ipv6>[^\]]*)\]|(?<name>[^:,[\]]*))(?::(?<port>[^:]*))?$/;
/**
 * Parses a connection URL of libpq (https://www.postgresql.org/docs/current/libpq-connect.html#LIBPQ-CONNSTRING-URIS)
 * or of SQLAlchemy (`postgresql+psycopg2://`). Parameters of the query win over the parts before it, as in libpq.
 * Written by hand because `URL` rejects a URL without a host, as for a Unix socket.
 *
 * @throws PostgresError with what is wrong with the URL, without quoting it
 */
function parseConnectionUrl(url) {
    const parts = URL_PARTS.exec(url.trim())?.groups;
    if (!parts)
        throw (0,_url_text_js__WEBPACK_IMPORTED_MODULE_2__/* .brokenUrl */ .v)(url.includes('#') ? 'a # in it must be written as %23' : EXPECTED_FORM);
    if (!SCHEME.test(parts.scheme))
        throw (0,_url_text_js__WEBPACK_IMPORTED_MODULE_2__/* .brokenUrl */ .v)(EXPECTED_FORM);
    // An @ behind the host shows a password that was cut short: the part before it would be read as the name of a host.
    if (parts.path?.includes('@')) {
        throw (0,_url_text_js__WEBPACK_IMPORTED_MODULE_2__/* .brokenUrl */ .v)('in a user name or password, / must be written as %2F; elsewhere, @ as %40');
    }
    if (parts.query?.includes('@')) {
        throw (0,_url_text_js__WEBPACK_IMPORTED_MODULE_2__/* .brokenUrl */ .v)('in a user name or password, ? must be written as %3F; elsewhere, @ as %40');
    }
    const authority = parts.authority;
    const endOfCredentials = authority.lastIndexOf('@');
    const credentials = authority.slice(0, Math.max(endOfCredentials, 0));
    const [, user, password] = /^([^:]*)(?::(.*))?$/s.exec(credentials);
    const { host, port } = parseHostAndPort(authority.slice(endOfCredentials + 1));
    // The part before the first @ or, without one, after a colon may be a password that was cut short.
    const isQuotable = endOfCredentials >= 0 || !authority.includes(':');
    const params = (0,_url_parameters_js__WEBPACK_IMPORTED_MODULE_1__/* .readUrlParameters */ .Gp)(parts.query ?? '', { isQuotable });
    const effectiveUser = params.get('user') ?? (0,_url_text_js__WEBPACK_IMPORTED_MODULE_2__/* .decode */ .D)(user, 'the user name') ?? (0,node_os__WEBPACK_IMPORTED_MODULE_0__.userInfo)().username;
    const sslRootCert = params.get('sslrootcert');
    const sslMode = chooseSslMode({ sslMode: params.get('sslmode'), ssl: params.get('ssl'), sslRootCert });
    return {
        host: oneHost(params.get('host') ?? host ?? 'localhost'),
        port: parseInteger(params.get('port') ?? port ?? '5432', 'the port', 1, 65_535),
        database: params.get('dbname') ?? (0,_url_text_js__WEBPACK_IMPORTED_MODULE_2__/* .decode */ .D)(parts.path?.slice(1), 'the database name') ?? effectiveUser,
        user: effectiveUser,
        password: params.get('password') ?? (0,_url_text_js__WEBPACK_IMPORTED_MODULE_2__/* .decode */ .D)(password, 'the password'),
        sslMode,
        hasSslMode: [params.get('sslmode'), params.get('ssl'), sslRootCert].some((value) => value !== undefined),
        sslRootCert,
        sslNegotiation: parseNegotiation(params.get('sslnegotiation'), sslMode),
        requiresChannelBinding: parseChannelBinding(params.get('channel_binding')),
        applicationName: params.get('application_name') ?? params.get('fallback_application_name'),
        startupOptions: params.get('options'),
        searchPath: parseSearchPath(params),
        connectTimeoutMs: 1000 *
            parseInteger(params.get('connect_timeout') ?? `${DEFAULT_CONNECT_TIMEOUT_S}`, 'connect_timeout', 0, 3600),
        statementTimeoutMs: parseInteger(params.get('statement_timeout') ?? `${DEFAULT_STATEMENT_TIMEOUT_MS}`, 'statement_timeout', 0, MAX_INT32),
        givenParameters: [...params.keys()],
    };
}
const EXPECTED_FORM = 'it must look like postgresql://user:password@host:5432/database';
function parseHostAndPort(text) {
    const groups = HOST_AND_PORT.exec(oneHost(text))?.groups;
    if (!groups)
        throw (0,_url_text_js__WEBPACK_IMPORTED_MODULE_2__/* .brokenUrl */ .v)(`${EXPECTED_FORM}, and an IPv6 address needs brackets, as in [::1]`);
    return { host: (0,_url_text_js__WEBPACK_IMPORTED_MODULE_2__/* .decode */ .D)(groups.ipv6 ?? groups.name, 'the host'), port: groups.port || undefined };
}
function oneHost(text) {
    if (text.includes(','))
        throw (0,_url_text_js__WEBPACK_IMPORTED_MODULE_2__/* .brokenUrl */ .v)('it names several hosts; name the one to read from');
    return text;
}
function parseNegotiation(text, sslMode) {
    if (text === undefined || text === 'postgres')
        return 'postgres';
    if (text !== 'direct')
        throw (0,_url_text_js__WEBPACK_IMPORTED_MODULE_2__/* .brokenUrl */ .v)('sslnegotiation must be one of postgres, direct');
    if (['disable', 'allow', 'prefer'].includes(sslMode)) {
        throw (0,_url_text_js__WEBPACK_IMPORTED_MODULE_2__/* .brokenUrl */ .v)('sslnegotiation=direct needs sslmode=require, verify-ca or verify-full');
    }
    return text;
}
function parseChannelBinding(text = 'prefer') {
    if (!['disable', 'prefer', 'require'].includes(text)) {
        throw (0,_url_text_js__WEBPACK_IMPORTED_MODULE_2__/* .brokenUrl */ .v)('channel_binding must be one of disable, prefer, require');
    }
    return text === 'require';
}
/** Schemas as `search_path` lists them: separated by commas, with or without double quotes. */
function parseSearchPath(params) {
    const [ours, ofJdbc] = [params.get('search_path'), params.get('currentSchema')];
    if (ours !== undefined && ofJdbc !== undefined && ours !== ofJdbc) {
        throw (0,_url_text_js__WEBPACK_IMPORTED_MODULE_2__/* .brokenUrl */ .v)('search_path and currentSchema differ. Keep search_path');
    }
    const names = (ours ?? ofJdbc)?.split(',').map((name) => name
        .trim()
        .replace(/^"(.*)"$/, '$1')
        .replaceAll('""', '"'));
    if (names?.includes(''))
        throw (0,_url_text_js__WEBPACK_IMPORTED_MODULE_2__/* .brokenUrl */ .v)('search_path must be names of schemas, separated by commas');
    return names;
}
function parseInteger(text, what, min, max) {
    const value = /^\d{1,10}$/.test(text) ? Number(text) : Number.NaN;
    if (value >= min && value <= max)
        return value;
    throw (0,_url_text_js__WEBPACK_IMPORTED_MODULE_2__/* .brokenUrl */ .v)(`${what} must be a whole number from ${min} to ${max}`);
}
const SSL_MODES = ['disable', 'allow', 'prefer', 'require', 'verify-ca', 'verify-full'];
/**
 * Returns the sslmode of a connection URL: the one it names, or else libpq's choice, which is `require` for JDBC's
 * `ssl=true`, `verify-full` for `sslrootcert=system`, and `prefer`.
 *
 * @throws PostgresError for an unknown mode, for `ssl` that is not `true` or contradicts the mode, and for
 * `sslrootcert=system` with a mode that does not check the name
 */
function chooseSslMode(params) {
    if (params.ssl !== undefined && params.ssl !== 'true') {
        throw (0,_url_text_js__WEBPACK_IMPORTED_MODULE_2__/* .brokenUrl */ .v)(`ssl can only be true. Write sslmode=<mode>, with one of ${SSL_MODES.join(', ')}`);
    }
    const isSystem = params.sslRootCert === 'system';
    const sslMode = params.sslMode ?? (isSystem ? 'verify-full' : params.ssl === 'true' ? 'require' : 'prefer');
    if (!isSslMode(sslMode))
        throw (0,_url_text_js__WEBPACK_IMPORTED_MODULE_2__/* .brokenUrl */ .v)(`sslmode must be one of ${SSL_MODES.join(', ')}`);
    if (params.ssl === 'true' && ['disable', 'allow', 'prefer'].includes(sslMode)) {
        throw (0,_url_text_js__WEBPACK_IMPORTED_MODULE_2__/* .brokenUrl */ .v)(`ssl=true contradicts sslmode=${sslMode}. Keep one of them`);
    }
    if (isSystem && sslMode !== 'verify-full') {
        throw (0,_url_text_js__WEBPACK_IMPORTED_MODULE_2__/* .brokenUrl */ .v)('sslrootcert=system needs sslmode=verify-full, because anyone can get a certificate from a well-known authority');
    }
    return sslMode;
}
function isSslMode(text) {
    return SSL_MODES.includes(text);
}


/***/ }),

/***/ 5222:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Y: () => (/* binding */ PostgresError)
/* harmony export */ });
/* harmony import */ var _model_corrections_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(1915);

/** A failure of PostgreSQL. */
class PostgresError extends _model_corrections_js__WEBPACK_IMPORTED_MODULE_0__/* .DatabaseError */ .a {
    /** SQLSTATE of PostgreSQL, or the error code of Node or OpenSSL, such as `28P01` or `ECONNREFUSED`. */
    code;
    /** True if the same attempt may succeed a few seconds later. */
    retryable;
    /**
     * @param message free of secrets and of row data
     * @param options.retryable default false
     * @param options.cause the original error; PostgreSQL's words in it may quote data, so it is not logged
     */
    constructor(message, options = {}) {
        super(message, 'cause' in options ? { cause: options.cause } : undefined);
        this.name = 'PostgresError';
        this.code = options.code;
        this.retryable = options.retryable ?? false;
    }
}


/***/ }),

/***/ 2872:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   K: () => (/* binding */ describeAddress),
/* harmony export */   X: () => (/* binding */ describeServer)
/* harmony export */ });
/** Returns where a server listens: host and port, or the Unix socket. */
function describeAddress({ host, port }) {
    if (host.startsWith('/'))
        return `${host}/.s.PGSQL.${port}`;
    return host.includes(':') ? `[${host}]:${port}` : `${host}:${port}`;
}
/** Returns the name of a server, as in `PostgreSQL at db.example.org:5432`. */
function describeServer(address) {
    return `PostgreSQL at ${describeAddress(address)}`;
}


/***/ }),

/***/ 766:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Dy: () => (/* binding */ names),
/* harmony export */   IQ: () => (/* binding */ rankOf),
/* harmony export */   IR: () => (/* binding */ sampledRows),
/* harmony export */   NN: () => (/* binding */ isOfUse),
/* harmony export */   Pf: () => (/* binding */ fieldsOf),
/* harmony export */   Pl: () => (/* binding */ allRows),
/* harmony export */   bW: () => (/* binding */ valueAndCauses),
/* harmony export */   u9: () => (/* binding */ singleValue)
/* harmony export */ });
/* harmony import */ var _text_sql_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(1190);

/**
 * SELECT of every row of a selection, its fields as text.
 *
 * @param options.ordered true returns the rows by id, then by their fields; false in the order the database likes
 */
function allRows(selection, { ordered }) {
    return `
    SELECT ${names(selection)}
    FROM (${fieldsOf(selection)}) AS picked
    WHERE ${isOfUse(selection)}
    ${ordered ? `ORDER BY id, ${names(selection)}` : ''}`;
}
/**
 * Returns a SELECT of a repeatable sample of a selection, columns as in {@link allRows}: the `limit` rows with the
 * smallest sha256(`<seed>:<id>`), compared as bytes; of rows that share an id, those whose fields come first. A row
 * keeps its rank when others are added or removed, so new rows barely change the sample.
 *
 * The rows are scanned once, by parallel workers, and sorted with their texts, which are written to temporary files if
 * the sample does not fit into work_mem. Ranking only ids and fetching the texts afterwards writes half as much, but
 * scans the rows twice and the second time without workers. Measured on PostgreSQL 18 with its default work_mem of 4
 * MB, 1 000 000 rows of 280 MB, sample of 166 666 rows: 3.0 s and 380 MB written against 5.3 s and 200 MB. A sample of
 * 500 rows is sorted in memory.
 *
 * @param options.seed a whole number
 * @param options.limit number of rows, a whole number from 0
 * @param options.offset number of smaller hashes to leave out, default 0
 * @param options.ordered true returns the rows by id, then by their fields; false by rank
 * @throws RangeError if the seed or the limit is not such a number
 */
function sampledRows(selection, { seed, limit, offset = 0, ordered }) {
    if (!Number.isSafeInteger(seed))
        throw new RangeError(`The seed must be a whole number, not ${seed}`);
    if (!Number.isSafeInteger(limit) || limit < 0) {
        throw new RangeError(`The sample size must be a whole number from 0, not ${limit}`);
    }
    const fields = names(selection);
    return `
    SELECT ${fields}
    FROM (
      SELECT id, ${fields}, ${rankOf(seed)} AS rank
      FROM (${fieldsOf(selection)}) AS pool
      WHERE ${isOfUse(selection)}
      ORDER BY rank, id, ${fields}
      LIMIT ${limit} OFFSET ${offset}
    ) AS sample
    ORDER BY ${ordered ? `id, ${fields}` : 'rank'}`;
}
/** SELECT of the one value a statement gives, as text. */
function singleValue(sql, column) {
    return `SELECT ${textOf({ column, as: 'text' })} FROM ${(0,_text_sql_js__WEBPACK_IMPORTED_MODULE_0__/* .asTable */ .fO)(sql)} LIMIT 2`;
}
/**
 * SELECT of two columns as text: for each row of a statement that counts rows by their cause, the cause and the rows; for
 * each of at most two rows of a statement that gives one value, NULL and the value.
 */
function valueAndCauses(value, causes) {
    const ofCauses = `
    SELECT source.cause::pg_catalog.text, source.rows::pg_catalog.text FROM ${(0,_text_sql_js__WEBPACK_IMPORTED_MODULE_0__/* .asTable */ .fO)(causes)}`;
    if (value === null)
        return ofCauses;
    const { sql, column } = value;
    return `
    (SELECT ${NOTHING}, ${textOf({ column, as: 'text' })} FROM ${(0,_text_sql_js__WEBPACK_IMPORTED_MODULE_0__/* .asTable */ .fO)(sql)} LIMIT 2) UNION ALL ${ofCauses}`;
}
/** SELECT of (id, field_0, field_1, …), texts in the order of their bytes. */
function fieldsOf({ sql, id, fields }) {
    const columns = fields.map((read, field) => `${read === null ? NOTHING : textOf(read)} COLLATE pg_catalog."C" AS field_${field}`);
    return `
      SELECT source.${(0,_text_sql_js__WEBPACK_IMPORTED_MODULE_0__/* .quoteName */ .AB)(id)} AS id, ${columns.join(', ')}
      FROM ${(0,_text_sql_js__WEBPACK_IMPORTED_MODULE_0__/* .asTable */ .fO)(sql)}`;
}
const NOTHING = 'NULL::pg_catalog.text';
function textOf({ column, as }) {
    const value = `source.${(0,_text_sql_js__WEBPACK_IMPORTED_MODULE_0__/* .quoteName */ .AB)(column)}`;
    switch (as) {
        case 'list':
            return `pg_catalog.array_to_json(${value})::pg_catalog.text`;
        case 'texts':
            return `pg_catalog.array_to_json(${value}::pg_catalog.text[])::pg_catalog.text`;
        case 'json':
            return `pg_catalog.to_json(${value})::pg_catalog.text`;
        case 'time':
            return `pg_catalog.date_part('epoch', ${value})::pg_catalog.text`;
        case 'text':
            return `(${value})::pg_catalog.text`;
    }
}
/** The fields of a selection as a list of columns. */
function names({ fields }) {
    return fields.map((_, field) => `field_${field}`).join(', ');
}
/** Returns the condition on the fields that a usable row meets. */
function isOfUse({ members }) {
    return members === null ? 'true' : members.map((field) => `field_${field} IS NOT NULL`).join(' OR ');
}
/** SQL of sha256(`<seed>:<id>`). */
function rankOf(seed) {
    const text = `'${seed}:'::pg_catalog.text OPERATOR(pg_catalog.||) id::pg_catalog.text`;
    return `pg_catalog.sha256(pg_catalog.convert_to(${text}, 'UTF8'))`;
}


/***/ }),

/***/ 3622:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   FA: () => (/* binding */ joinSnapshot),
/* harmony export */   MS: () => (/* binding */ sessionSettings),
/* harmony export */   Q: () => (/* binding */ BEGIN),
/* harmony export */   V$: () => (/* binding */ rowSecuritySetting),
/* harmony export */   wW: () => (/* binding */ pinnedSettings),
/* harmony export */   zN: () => (/* binding */ SETTINGS_AS_THEY_ARE)
/* harmony export */ });
/* harmony import */ var _text_sql_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(1190);

/** Begins a transaction that sees the database as it was at its start. */
const BEGIN = 'BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY';
/**
 * Settings that decide how long a statement may run, what it sees, and how its values are written as text. Any SELECT
 * can change them for later ones, by `set_config` in a function or a view that it reads.
 */
const PINNED = [
    'client_encoding',
    'role',
    'quote_all_identifiers',
    'search_path',
    'statement_timeout',
    'lock_timeout',
    'idle_in_transaction_session_timeout',
    'client_connection_check_interval',
    'TimeZone',
    'DateStyle',
    'IntervalStyle',
    'extra_float_digits',
    'bytea_output',
    'xmlbinary',
    'xmloption',
    'lc_monetary',
    'lc_numeric',
    'lc_time',
    'default_text_search_config',
    'standard_conforming_strings',
    'array_nulls',
    'transform_null_equals',
];
/** SELECT of the settings to pin as they are, columns `name` and `value`, which is NULL for one the server does not have. */
const SETTINGS_AS_THEY_ARE = `
    SELECT name, pg_catalog.current_setting(name, true) AS value
    FROM (VALUES ${PINNED.map((name) => `('${name}')`).join(', ')}) AS pinned (name)`;
/**
 * Returns SQL for the start of a transaction: how long a statement may run, where tables are looked up, and how values
 * are written as text, which must not depend on the role or the server. SET LOCAL, because poolers reject these as
 * start-up parameters and keep a session's settings for the next client.
 */
function sessionSettings({ statementTimeoutMs, searchPath }) {
    const path = searchPath === undefined ? [] : [`search_path = ${searchPath.map(_text_sql_js__WEBPACK_IMPORTED_MODULE_0__/* .quoteName */ .AB).join(', ')}`];
    return [
        `statement_timeout = ${statementTimeoutMs}`,
        ...path,
        `"TimeZone" = 'UTC'`,
        `"DateStyle" = 'ISO, YMD'`,
        `"IntervalStyle" = 'iso_8601'`,
        'extra_float_digits = 1',
        `bytea_output = 'hex'`,
        `lc_monetary = 'C'`,
        'standard_conforming_strings = on',
        rowSecuritySetting('strict'),
    ]
        .map((setting) => `SET LOCAL ${setting}`)
        .join('; ');
}
/**
 * Returns the setting with which a query that a policy would filter fails, or is filtered: the part after SET LOCAL.
 */
function rowSecuritySetting(rowSecurity) {
    return `row_security = ${rowSecurity === 'strict' ? 'off' : 'on'}`;
}
/**
 * Returns statements that reset a session to its state at the start, before a statement of the user runs. None returns
 * a row. The encoding comes first, on its own: the server reads the text of the next one in it.
 */
function pinnedSettings(settings, rowSecurity) {
    const known = settings.flatMap(({ name, value }) => (value === null ? [] : [[name, value]]));
    const [encoding, others] = [
        known.filter(([name]) => name === 'client_encoding'),
        known.filter(([name]) => name !== 'client_encoding'),
    ];
    return [
        ...[encoding, others].filter((some) => some.length > 0).map(setAll),
        `SET LOCAL ${rowSecuritySetting(rowSecurity)}`,
    ];
}
function setAll(settings) {
    const rows = settings.map(([name, value]) => `('${name}', ${literal(value)})`);
    // No value is NULL; the condition sets all of them and gives no row.
    return `SELECT FROM (VALUES ${rows.join(', ')}) AS pinned (name, value) WHERE pg_catalog.set_config(name, value, true) IS NULL`;
}
/** Returns a text in SQL, whatever standard_conforming_strings is. */
function literal(text) {
    return `E'${text.replaceAll('\\', '\\\\').replaceAll("'", "''")}'`;
}
/**
 * Returns SQL that makes another session read what a transaction sees, which must still be open
 * (https://www.postgresql.org/docs/current/functions-admin.html#FUNCTIONS-SNAPSHOT-SYNCHRONIZATION). It contains BEGIN,
 * because the JDBC driver may be in autocommit: then the snapshot would end with the statement that joins it.
 */
function joinSnapshot(id, settings) {
    return `${BEGIN}; SET TRANSACTION SNAPSHOT '${id}'; ${sessionSettings(settings)}`;
}


/***/ }),

/***/ 623:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Bg: () => (/* binding */ encryptionsToTry),
/* harmony export */   D$: () => (/* binding */ loadCa),
/* harmony export */   Ll: () => (/* binding */ fallbackWarning),
/* harmony export */   rB: () => (/* binding */ plainWarning)
/* harmony export */ });
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7598);
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(3024);
/* harmony import */ var _errors_postgres_error_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(5222);
/* harmony import */ var _errors_server_address_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(2872);




/**
 * Lists the ways to try a connection, in order, with libpq's meaning of every sslmode: a CA makes every mode verify the
 * chain whenever it uses TLS, `verify-*` without one relies on the authorities built into Node, and a Unix socket never
 * uses TLS. Verification is requested explicitly, because NODE_TLS_REJECT_UNAUTHORIZED could turn it off.
 *
 * @param ca certificates of the trusted authorities, PEM text
 */
function encryptionsToTry(settings, ca) {
    if (settings.host.startsWith('/'))
        return [false];
    switch (settings.sslMode) {
        case 'disable':
            return [false];
        case 'allow':
            return [false, verifyChainIfKnown(ca)];
        case 'prefer':
            return [verifyChainIfKnown(ca), false];
        case 'require':
            return [verifyChainIfKnown(ca)];
        case 'verify-ca':
            return [verifyChain(ca)];
        case 'verify-full':
            return [{ ca, rejectUnauthorized: true }];
    }
}
function verifyChainIfKnown(ca) {
    return ca === undefined ? { rejectUnauthorized: false } : verifyChain(ca);
}
function verifyChain(ca) {
    return { ca, rejectUnauthorized: true, checkServerIdentity: () => undefined };
}
/**
 * Loads the trusted CA certificates: those of the option, or else those of the URL, or else none.
 *
 * @param option PEM text or a path
 * @param sslRootCert a path, or `system` for the authorities built into Node
 * @throws PostgresError if the file holds no certificate or cannot be read (libpq ignores that below `verify-ca`, but a
 * CA that is named should be used)
 */
function loadCa(option, sslRootCert) {
    if (option?.trim()) {
        return checkedPem(option.includes('-----BEGIN') ? option : readCa(option.trim(), 'postgres-ca'), 'postgres-ca');
    }
    if (sslRootCert === undefined || sslRootCert === 'system')
        return undefined;
    return checkedPem(readCa(sslRootCert, 'sslrootcert in postgres-url'), 'sslrootcert in postgres-url');
}
function readCa(path, source) {
    try {
        return (0,node_fs__WEBPACK_IMPORTED_MODULE_1__.readFileSync)(path, 'utf8');
    }
    catch (cause) {
        const { code } = cause;
        throw new _errors_postgres_error_js__WEBPACK_IMPORTED_MODULE_2__/* .PostgresError */ .Y(`The CA certificate that ${source} names cannot be read (${code}). Give the path of a PEM file or, in ` +
            'postgres-ca, its text.', { code, cause });
    }
}
function checkedPem(pem, source) {
    try {
        new node_crypto__WEBPACK_IMPORTED_MODULE_0__.X509Certificate(pem);
    }
    catch (cause) {
        throw new _errors_postgres_error_js__WEBPACK_IMPORTED_MODULE_2__/* .PostgresError */ .Y(`${source} holds no valid certificate. It must be PEM text that begins with -----BEGIN CERTIFICATE-----.`, { cause });
    }
    return pem;
}
/** Returns a warning if the sslmode lets a connection ignore the given CA; else `undefined`. */
function fallbackWarning(settings, ca) {
    if (ca === undefined || !encryptionsToTry(settings, ca).includes(false))
        return undefined;
    if (settings.host.startsWith('/'))
        return undefined;
    const fault = settings.sslMode === 'disable' ? 'never uses it' : 'may still connect without encryption';
    return `A CA certificate is given, but sslmode=${settings.sslMode} in postgres-url ${fault}. Use sslmode=verify-full, or verify-ca when the certificate does not name the host.`;
}
/**
 * Returns a warning about an unencrypted connection that nobody asked for; else `undefined`. A connection within this
 * machine needs no encryption.
 */
function plainWarning(settings, isEncrypted) {
    const isLocal = settings.host.startsWith('/') || /^(localhost|127\.[\d.]+|::1)$/.test(settings.host);
    if (isEncrypted || isLocal || settings.hasSslMode)
        return undefined;
    return `The connection to ${(0,_errors_server_address_js__WEBPACK_IMPORTED_MODULE_3__/* .describeServer */ .X)(settings)} is not encrypted: the server offers no TLS, and postgres-url has no sslmode, so others on the network can read it. Turn TLS on there and set sslmode=verify-full. If every network in between can be trusted, set sslmode=disable.`;
}


/***/ }),

/***/ 2387:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Gp: () => (/* binding */ readUrlParameters),
/* harmony export */   QM: () => (/* binding */ unusedWarnings)
/* harmony export */ });
/* unused harmony exports URL_PARAMETERS, anyOf */
/* harmony import */ var _text_edit_distance_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(46);
/* harmony import */ var _url_text_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(531);


const NO_CERTIFICATES = 'Client certificates are not supported. Use a role that logs in with a password';
const NO_OTHER_LOGIN = 'Only logging in with a password is supported. Remove it';
/**
 * Every parameter of libpq 18 (https://www.postgresql.org/docs/18/libpq-connect.html#LIBPQ-PARAMKEYWORDS), those of
 * this action, and those that other clients are known to put into a connection URL.
 */
const URL_PARAMETERS = [
    { names: ['host'], kind: 'read', about: 'Host name, IP address, or directory of a Unix socket' },
    { names: ['port', 'dbname', 'user', 'password'], kind: 'read', about: 'As before the `?`, and preferred' },
    { names: ['sslmode'], kind: 'read', about: 'See [Encryption](#encryption)' },
    { names: ['ssl'], kind: 'read', about: '`true` is `sslmode=require`, as in JDBC' },
    { names: ['sslrootcert'], kind: 'read', about: 'Path of a CA certificate, or `system`' },
    { names: ['sslnegotiation'], kind: 'read', about: '`postgres`, or `direct` for PostgreSQL 17 or newer' },
    {
        names: ['channel_binding'],
        kind: 'read',
        about: '`require` fails unless the server proves over this TLS connection that it knows the password',
    },
    {
        names: ['application_name', 'fallback_application_name'],
        kind: 'read',
        about: 'Name shown in `pg_stat_activity`',
    },
    { names: ['options'], kind: 'read', about: 'Settings of the session, such as `-c%20role%3Dreader`' },
    {
        names: ['connect_timeout'],
        kind: 'read',
        about: 'Seconds an attempt to connect may take, by default 15',
    },
    {
        names: ['statement_timeout'],
        kind: 'read',
        about: 'Milliseconds a statement may run, by default 30 minutes; of this action, not of libpq',
    },
    {
        names: ['search_path', 'currentSchema'],
        kind: 'read',
        about: 'Schemas in which tables are looked up; of this action and of JDBC, not of libpq',
    },
    {
        names: ['client_encoding'],
        kind: 'fixed',
        values: ['UTF8', 'UTF-8', 'auto'],
        about: 'Rows are read as UTF-8',
    },
    {
        names: ['gssencmode'],
        kind: 'fixed',
        values: ['disable', 'prefer'],
        about: 'GSSAPI is not supported. Use sslmode=verify-full',
    },
    {
        names: ['target_session_attrs'],
        kind: 'fixed',
        values: ['any', 'prefer-standby'],
        about: 'The host is not asked what it is. Name the host to read from, a standby or the primary',
    },
    {
        names: ['sslcertmode'],
        kind: 'fixed',
        values: ['disable', 'allow'],
        about: NO_CERTIFICATES,
    },
    {
        names: ['sslsni'],
        kind: 'fixed',
        values: ['1'],
        about: 'The name of the host is always sent',
    },
    {
        names: ['ssl_min_protocol_version'],
        kind: 'fixed',
        values: ['TLSv1', 'TLSv1.1', 'TLSv1.2'],
        about: 'TLS 1.2 is the oldest version used. Demand a newer one on the server',
    },
    {
        names: ['ssl_max_protocol_version'],
        kind: 'fixed',
        values: ['TLSv1.3'],
        about: 'The newest TLS version of both sides is used. Limit it on the server',
    },
    { names: ['min_protocol_version'], kind: 'fixed', values: ['3.0'], about: 'Protocol 3.0 is spoken' },
    {
        names: ['max_protocol_version'],
        kind: 'fixed',
        values: ['3.0', '3.2', 'latest'],
        about: 'Protocol 3.0 is spoken',
    },
    {
        names: ['replication'],
        kind: 'fixed',
        values: ['false', 'off', 'no', '0'],
        about: 'Rows are read by SELECT. Remove it',
    },
    { names: ['requiressl'], kind: 'fixed', values: ['0'], about: 'Write sslmode=require' },
    {
        names: [
            'keepalives',
            'keepalives_idle',
            'keepalives_interval',
            'keepalives_count',
            'tcp_user_timeout',
            'load_balance_hosts',
            'sslcompression',
            'sslkeylogfile',
            'krbsrvname',
            'gsslib',
            'gssdelegation',
        ],
        kind: 'unused',
        about: "libpq's, without effect here",
    },
    {
        names: [
            'pgbouncer',
            'connection_limit',
            'pool_timeout',
            'socket_timeout',
            'statement_cache_size',
            'max_idle_connection_lifetime',
            'max_connection_lifetime',
            'supa',
            'workaround',
            'uselibpqcompat',
            'prepareThreshold',
            'prepared_statement_cache_size',
            'pool',
            'pool_size',
            'pool_mode',
            'max_overflow',
            'conn_max_age',
            'pool_max_conns',
            'pool_min_conns',
            'pool_max_conn_lifetime',
            'pool_max_conn_idle_time',
            'pool_health_check_period',
        ],
        kind: 'unused',
        about: "Other clients' settings of their pools and caches",
    },
    {
        names: ['schema'],
        kind: 'refused',
        about: 'Write search_path=<schema>',
    },
    {
        names: ['sslaccept', 'sslidentity'],
        kind: 'refused',
        about: 'Write sslmode=verify-full, and pass the CA as postgres-ca',
    },
    {
        names: ['sslcert', 'sslkey', 'sslpassword'],
        kind: 'refused',
        about: NO_CERTIFICATES,
    },
    {
        names: ['sslcrl', 'sslcrldir'],
        kind: 'refused',
        about: 'Lists of revoked certificates are not supported. Remove it',
    },
    {
        names: ['hostaddr'],
        kind: 'refused',
        about: 'Give the address as the host, with sslmode=verify-ca',
    },
    {
        names: ['service', 'servicefile'],
        kind: 'refused',
        about: 'Give host, port, user, password and database in the URL',
    },
    { names: ['passfile'], kind: 'refused', about: 'Give the password in the URL' },
    {
        names: ['require_auth', 'requirepeer'],
        kind: 'refused',
        about: 'How the server is to prove who it is cannot be chosen. Use sslmode=verify-full or channel_binding=require',
    },
    {
        names: [
            'scram_client_key',
            'scram_server_key',
            'oauth_issuer',
            'oauth_client_id',
            'oauth_client_secret',
            'oauth_scope',
        ],
        kind: 'refused',
        about: NO_OTHER_LOGIN,
    },
];
const RULES = new Map(URL_PARAMETERS.flatMap((rule) => rule.names.map((name) => [name, rule])));
/** Parameters whose value is a secret: if it is not percent-encoded, its rest appears as further parameters. */
const SECRETS = new Set([
    'password',
    'sslpassword',
    'scram_client_key',
    'scram_server_key',
    'oauth_client_secret',
]);
const MAX_EDITS = 2;
/** Variables from which libpq reads what a URL leaves out, if that decides who may read along or what is read. */
const VARIABLES = new Map([
    ['PGSSLMODE', 'sslmode'],
    ['PGSSLROOTCERT', 'sslrootcert'],
    ['PGCHANNELBINDING', 'channel_binding'],
    ['PGOPTIONS', 'options'],
]);
/** Lists values of which one is meant, as in `a, b or c`. */
function anyOf(values) {
    return new Intl.ListFormat('en-GB', { type: 'disjunction' }).format(values);
}
/**
 * Parses the query of a connection URL. Ignores nothing silently.
 *
 * @param options.isQuotable false if an unknown name may be a part of a secret, so that no message may show it
 * @throws PostgresError about every parameter that is unknown, empty, contradicted or not supported, without a value
 */
function readUrlParameters(query, { isQuotable }) {
    const values = new Map();
    const problems = new Set();
    const pairs = query.split('&').filter((pair) => pair !== '');
    const parameters = pairs.map((pair) => {
        const [, name, value] = /^([^=]*)=?(.*)$/s.exec(pair);
        return { name: (0,_url_text_js__WEBPACK_IMPORTED_MODULE_0__/* .decode */ .D)(name, 'a parameter') ?? '', value: (0,_url_text_js__WEBPACK_IMPORTED_MODULE_0__/* .decode */ .D)(value, 'a parameter') };
    });
    const mayQuote = isQuotable && !parameters.some(({ name }) => SECRETS.has(name));
    for (const [index, { name, value }] of parameters.entries()) {
        const rule = RULES.get(name);
        const before = values.get(name);
        if (rule === undefined)
            problems.add(unknown(name, { number: index + 1, mayQuote }));
        else if (rule.kind === 'refused')
            problems.add(`${name} is not supported. ${rule.about}`);
        else if (value === undefined)
            problems.add(`${name} has no value. Remove it, or give it one`);
        else if (before !== undefined && before !== value) {
            problems.add(`${name} occurs twice with different values. Keep one of them`);
        }
        else if (rule.values !== undefined && !includes(rule.values, value)) {
            problems.add(`${name} can only be ${anyOf(rule.values)}. ${rule.about}`);
        }
        else
            values.set(name, value);
    }
    if (problems.size > 0)
        throw (0,_url_text_js__WEBPACK_IMPORTED_MODULE_0__/* .brokenUrl */ .v)([...problems].join('. '));
    return values;
}
/**
 * Returns warnings about parameters and variables that look as if they changed the connection, but have no effect.
 *
 * @param given names of the parameters of the URL
 * @param environment of the process
 */
function unusedWarnings(given, environment) {
    const unused = given.filter((name) => RULES.get(name)?.kind === 'unused');
    const variables = [...VARIABLES].filter(([name, same]) => environment[name] && !given.includes(same));
    return [
        ...(unused.length === 0
            ? []
            : [
                `postgres-url has parameters without effect here: ${unused.join(', ')}. Remove them, or keep them for other clients of the same URL.`,
            ]),
        ...variables.map(([name, same]) => `The variable ${name} is not read. Add ${same} to the parameters of postgres-url instead.`),
    ];
}
function includes(values, value) {
    return values.some((accepted) => accepted.toLowerCase() === value.toLowerCase());
}
function unknown(name, { number, mayQuote }) {
    const isShown = mayQuote && /^[a-z][\w.-]{0,39}$/i.test(name);
    const subject = isShown ? `${name} is unknown` : `parameter ${number} after the ? is unknown`;
    const meant = nearestParameter(name);
    const rule = meant === null ? undefined : RULES.get(meant);
    if (rule?.kind === 'refused')
        return `${subject}. ${rule.about}`;
    if (meant !== null)
        return `${subject}. Write ${meant}`;
    return `${subject}. Remove it. All parameters are listed in docs/reference/postgresql.md of the action`;
}
/** Returns the parameter that a name is another spelling of, or a misspelling; null if none is near. */
function nearestParameter(name) {
    const bare = (text) => text.toLowerCase().replace(/[^a-z0-9]/g, '');
    const limit = Math.min(MAX_EDITS, Math.floor(name.length / 3));
    let found = null;
    let least = limit + 1;
    for (const known of RULES.keys()) {
        const edits = (0,_text_edit_distance_js__WEBPACK_IMPORTED_MODULE_1__/* .editDistance */ .Y)(bare(name), bare(known), limit);
        if (edits < least)
            [found, least] = [known, edits];
    }
    return found;
}


/***/ }),

/***/ 531:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   D: () => (/* binding */ decode),
/* harmony export */   v: () => (/* binding */ brokenUrl)
/* harmony export */ });
/* harmony import */ var _errors_postgres_error_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(5222);

/** Creates the error about a connection URL that cannot be used. @param reason quotes nothing that may be a secret */
function brokenUrl(reason) {
    return new _errors_postgres_error_js__WEBPACK_IMPORTED_MODULE_0__/* .PostgresError */ .Y(`postgres-url cannot be read: ${reason}.`);
}
/**
 * Decodes a part of a connection URL; an empty one is undefined.
 *
 * @param what what messages call the part
 * @throws PostgresError for a broken escape, and for a zero byte
 */
function decode(text, what) {
    if (!text)
        return undefined;
    let decoded;
    try {
        decoded = decodeURIComponent(text);
    }
    catch {
        throw brokenUrl(`${what} holds a % that is not followed by two hexadecimal digits; write a plain % as %25`);
    }
    // A zero byte would end the value in the start-up message, and begin another parameter.
    if (decoded.includes('\0'))
        throw brokenUrl(`${what} contains a zero byte (%00), which no value may`);
    return decoded;
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

/***/ 1190:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   AB: () => (/* binding */ quoteName),
/* harmony export */   CW: () => (/* binding */ withoutSemicolon),
/* harmony export */   fO: () => (/* binding */ asTable)
/* harmony export */ });
/** Returns a statement as a table named `source`. */
function asTable(sql) {
    return `(\n${withoutSemicolon(sql)}\n) AS source`;
}
/** Returns a statement without the semicolon at its end, and without the comments after that. */
function withoutSemicolon(sql) {
    return sql.replace(/(?:;\s*(?:--[^\n'"$]*(?:\n\s*|$))*)+$/, '');
}
/** Returns a name in SQL, whatever it contains. */
function quoteName(name) {
    return `"${name.replaceAll('"', '""')}"`;
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
