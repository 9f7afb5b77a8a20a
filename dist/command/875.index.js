export const id = 875;
export const ids = [875];
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

/***/ 351:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   L: () => (/* binding */ OwnFileError),
/* harmony export */   u: () => (/* binding */ readPieces)
/* harmony export */ });
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(1455);

/** A file that this run wrote for itself cannot be read again. */
class OwnFileError extends Error {
    name = 'OwnFileError';
}
/** Few calls for a fast disk, and little memory beside the request. */
const PIECE_BYTES = 1 << 20;
/**
 * Reads a range of a file that this run wrote, in pieces.
 *
 * @param end position of the first byte that is not part of it
 * @throws OwnFileError if the file is gone or has become shorter
 */
async function* readPieces(file, start, end) {
    const handle = await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.open)(file).catch((cause) => {
        throw unreadable(file, cause.code, cause);
    });
    try {
        for (let position = start; position < end;) {
            const piece = new Uint8Array(Math.min(PIECE_BYTES, end - position));
            const { bytesRead } = await handle.read(piece, 0, piece.length, position).catch((cause) => {
                throw unreadable(file, cause.code, cause);
            });
            if (bytesRead === 0)
                throw unreadable(file, 'it has become shorter');
            yield piece.subarray(0, bytesRead);
            position += bytesRead;
        }
    }
    finally {
        await handle.close();
    }
}
function unreadable(file, reason, cause) {
    return new OwnFileError(`${file}, which this run wrote, could not be read again (${reason}). Run the workflow again, and make sure that nothing removes or changes files below RUNNER_TEMP meanwhile.`, { cause });
}


/***/ })

};
