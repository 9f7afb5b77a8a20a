import { createRequire as __WEBPACK_EXTERNAL_createRequire } from "module";
/******/ var __webpack_modules__ = ({

/***/ 4589:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:assert");

/***/ }),

/***/ 6698:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:async_hooks");

/***/ }),

/***/ 4573:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:buffer");

/***/ }),

/***/ 7540:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:console");

/***/ }),

/***/ 7598:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:crypto");

/***/ }),

/***/ 3053:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:diagnostics_channel");

/***/ }),

/***/ 610:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:dns");

/***/ }),

/***/ 8474:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:events");

/***/ }),

/***/ 7067:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:http");

/***/ }),

/***/ 2467:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:http2");

/***/ }),

/***/ 7030:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:net");

/***/ }),

/***/ 643:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:perf_hooks");

/***/ }),

/***/ 1792:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:querystring");

/***/ }),

/***/ 7075:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:stream");

/***/ }),

/***/ 8500:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:timers/promises");

/***/ }),

/***/ 1692:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:tls");

/***/ }),

/***/ 3136:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:url");

/***/ }),

/***/ 7975:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:util");

/***/ }),

/***/ 3429:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:util/types");

/***/ }),

/***/ 5919:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:worker_threads");

/***/ }),

/***/ 8522:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:zlib");

/***/ }),

/***/ 3193:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("string_decoder");

/***/ }),

/***/ 136:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {


// EXPORTS
__nccwpck_require__.d(__webpack_exports__, {
  Q: () => (/* binding */ GITHUB_ACTIONS)
});

;// CONCATENATED MODULE: external "os"
const external_os_namespaceObject = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("os");
;// CONCATENATED MODULE: ./build/node_modules/@actions/core/lib/utils.js
// We use any as a valid input type
/* eslint-disable @typescript-eslint/no-explicit-any */
/**
 * Sanitizes an input into a string so it can be passed into issueCommand safely
 * @param input input to sanitize into a string
 */
function utils_toCommandValue(input) {
    if (input === null || input === undefined) {
        return '';
    }
    else if (typeof input === 'string' || input instanceof String) {
        return input;
    }
    return JSON.stringify(input);
}
/**
 *
 * @param annotationProperties
 * @returns The command properties to send with the actual annotation command
 * See IssueCommandProperties: https://github.com/actions/runner/blob/main/src/Runner.Worker/ActionCommandManager.cs#L646
 */
function toCommandProperties(annotationProperties) {
    if (!Object.keys(annotationProperties).length) {
        return {};
    }
    return {
        title: annotationProperties.title,
        file: annotationProperties.file,
        line: annotationProperties.startLine,
        endLine: annotationProperties.endLine,
        col: annotationProperties.startColumn,
        endColumn: annotationProperties.endColumn
    };
}
//# sourceMappingURL=utils.js.map
;// CONCATENATED MODULE: ./build/node_modules/@actions/core/lib/command.js


/**
 * Issues a command to the GitHub Actions runner
 *
 * @param command - The command name to issue
 * @param properties - Additional properties for the command (key-value pairs)
 * @param message - The message to include with the command
 * @remarks
 * This function outputs a specially formatted string to stdout that the Actions
 * runner interprets as a command. These commands can control workflow behavior,
 * set outputs, create annotations, mask values, and more.
 *
 * Command Format:
 *   ::name key=value,key=value::message
 *
 * @example
 * ```typescript
 * // Issue a warning annotation
 * issueCommand('warning', {}, 'This is a warning message');
 * // Output: ::warning::This is a warning message
 *
 * // Set an environment variable
 * issueCommand('set-env', { name: 'MY_VAR' }, 'some value');
 * // Output: ::set-env name=MY_VAR::some value
 *
 * // Add a secret mask
 * issueCommand('add-mask', {}, 'secretValue123');
 * // Output: ::add-mask::secretValue123
 * ```
 *
 * @internal
 * This is an internal utility function that powers the public API functions
 * such as setSecret, warning, error, and exportVariable.
 */
function command_issueCommand(command, properties, message) {
    const cmd = new Command(command, properties, message);
    process.stdout.write(cmd.toString() + external_os_namespaceObject.EOL);
}
function command_issue(name, message = '') {
    command_issueCommand(name, {}, message);
}
const CMD_STRING = '::';
class Command {
    constructor(command, properties, message) {
        if (!command) {
            command = 'missing.command';
        }
        this.command = command;
        this.properties = properties;
        this.message = message;
    }
    toString() {
        let cmdStr = CMD_STRING + this.command;
        if (this.properties && Object.keys(this.properties).length > 0) {
            cmdStr += ' ';
            let first = true;
            for (const key in this.properties) {
                if (this.properties.hasOwnProperty(key)) {
                    const val = this.properties[key];
                    if (val) {
                        if (first) {
                            first = false;
                        }
                        else {
                            cmdStr += ',';
                        }
                        cmdStr += `${key}=${escapeProperty(val)}`;
                    }
                }
            }
        }
        cmdStr += `${CMD_STRING}${escapeData(this.message)}`;
        return cmdStr;
    }
}
function escapeData(s) {
    return utils_toCommandValue(s)
        .replace(/%/g, '%25')
        .replace(/\r/g, '%0D')
        .replace(/\n/g, '%0A');
}
function escapeProperty(s) {
    return utils_toCommandValue(s)
        .replace(/%/g, '%25')
        .replace(/\r/g, '%0D')
        .replace(/\n/g, '%0A')
        .replace(/:/g, '%3A')
        .replace(/,/g, '%2C');
}
//# sourceMappingURL=command.js.map
;// CONCATENATED MODULE: external "crypto"
const external_crypto_namespaceObject = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("crypto");
;// CONCATENATED MODULE: external "fs"
const external_fs_namespaceObject = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("fs");
;// CONCATENATED MODULE: ./build/node_modules/@actions/core/lib/file-command.js
// For internal use, subject to change.
// We use any as a valid input type
/* eslint-disable @typescript-eslint/no-explicit-any */




function file_command_issueFileCommand(command, message) {
    const filePath = process.env[`GITHUB_${command}`];
    if (!filePath) {
        throw new Error(`Unable to find environment variable for file command ${command}`);
    }
    if (!external_fs_namespaceObject.existsSync(filePath)) {
        throw new Error(`Missing file at path: ${filePath}`);
    }
    external_fs_namespaceObject.appendFileSync(filePath, `${utils_toCommandValue(message)}${external_os_namespaceObject.EOL}`, {
        encoding: 'utf8'
    });
}
function file_command_prepareKeyValueMessage(key, value) {
    const delimiter = `ghadelimiter_${external_crypto_namespaceObject.randomUUID()}`;
    const convertedValue = utils_toCommandValue(value);
    // These should realistically never happen, but just in case someone finds a
    // way to exploit uuid generation let's not allow keys or values that contain
    // the delimiter.
    if (key.includes(delimiter)) {
        throw new Error(`Unexpected input: name should not contain the delimiter "${delimiter}"`);
    }
    if (convertedValue.includes(delimiter)) {
        throw new Error(`Unexpected input: value should not contain the delimiter "${delimiter}"`);
    }
    return `${key}<<${delimiter}${external_os_namespaceObject.EOL}${convertedValue}${external_os_namespaceObject.EOL}${delimiter}`;
}
//# sourceMappingURL=file-command.js.map
;// CONCATENATED MODULE: external "path"
const external_path_namespaceObject = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("path");
;// CONCATENATED MODULE: ./build/node_modules/@actions/core/lib/core.js
var __awaiter = (undefined && undefined.__awaiter) || function (thisArg, _arguments, P, generator) {
    function adopt(value) { return value instanceof P ? value : new P(function (resolve) { resolve(value); }); }
    return new (P || (P = Promise))(function (resolve, reject) {
        function fulfilled(value) { try { step(generator.next(value)); } catch (e) { reject(e); } }
        function rejected(value) { try { step(generator["throw"](value)); } catch (e) { reject(e); } }
        function step(result) { result.done ? resolve(result.value) : adopt(result.value).then(fulfilled, rejected); }
        step((generator = generator.apply(thisArg, _arguments || [])).next());
    });
};






/**
 * The code to exit an action
 */
var ExitCode;
(function (ExitCode) {
    /**
     * A code indicating that the action was successful
     */
    ExitCode[ExitCode["Success"] = 0] = "Success";
    /**
     * A code indicating that the action was a failure
     */
    ExitCode[ExitCode["Failure"] = 1] = "Failure";
})(ExitCode || (ExitCode = {}));
//-----------------------------------------------------------------------
// Variables
//-----------------------------------------------------------------------
/**
 * Sets env variable for this action and future actions in the job
 * @param name the name of the variable to set
 * @param val the value of the variable. Non-string values will be converted to a string via JSON.stringify
 */
// eslint-disable-next-line @typescript-eslint/no-explicit-any
function exportVariable(name, val) {
    const convertedVal = toCommandValue(val);
    process.env[name] = convertedVal;
    const filePath = process.env['GITHUB_ENV'] || '';
    if (filePath) {
        return issueFileCommand('ENV', prepareKeyValueMessage(name, val));
    }
    issueCommand('set-env', { name }, convertedVal);
}
/**
 * Registers a secret which will get masked from logs
 *
 * @param secret - Value of the secret to be masked
 * @remarks
 * This function instructs the Actions runner to mask the specified value in any
 * logs produced during the workflow run. Once registered, the secret value will
 * be replaced with asterisks (***) whenever it appears in console output, logs,
 * or error messages.
 *
 * This is useful for protecting sensitive information such as:
 * - API keys
 * - Access tokens
 * - Authentication credentials
 * - URL parameters containing signatures (SAS tokens)
 *
 * Note that masking only affects future logs; any previous appearances of the
 * secret in logs before calling this function will remain unmasked.
 *
 * @example
 * ```typescript
 * // Register an API token as a secret
 * const apiToken = "abc123xyz456";
 * setSecret(apiToken);
 *
 * // Now any logs containing this value will show *** instead
 * console.log(`Using token: ${apiToken}`); // Outputs: "Using token: ***"
 * ```
 */
function setSecret(secret) {
    command_issueCommand('add-mask', {}, secret);
}
/**
 * Prepends inputPath to the PATH (for this action and future actions)
 * @param inputPath
 */
function addPath(inputPath) {
    const filePath = process.env['GITHUB_PATH'] || '';
    if (filePath) {
        issueFileCommand('PATH', inputPath);
    }
    else {
        issueCommand('add-path', {}, inputPath);
    }
    process.env['PATH'] = `${inputPath}${path.delimiter}${process.env['PATH']}`;
}
/**
 * Gets the value of an input.
 * Unless trimWhitespace is set to false in InputOptions, the value is also trimmed.
 * Returns an empty string if the value is not defined.
 *
 * @param     name     name of the input to get
 * @param     options  optional. See InputOptions.
 * @returns   string
 */
function getInput(name, options) {
    const val = process.env[`INPUT_${name.replace(/ /g, '_').toUpperCase()}`] || '';
    if (options && options.required && !val) {
        throw new Error(`Input required and not supplied: ${name}`);
    }
    if (options && options.trimWhitespace === false) {
        return val;
    }
    return val.trim();
}
/**
 * Gets the values of an multiline input.  Each value is also trimmed.
 *
 * @param     name     name of the input to get
 * @param     options  optional. See InputOptions.
 * @returns   string[]
 *
 */
function getMultilineInput(name, options) {
    const inputs = getInput(name, options)
        .split('\n')
        .filter(x => x !== '');
    if (options && options.trimWhitespace === false) {
        return inputs;
    }
    return inputs.map(input => input.trim());
}
/**
 * Gets the input value of the boolean type in the YAML 1.2 "core schema" specification.
 * Support boolean input list: `true | True | TRUE | false | False | FALSE` .
 * The return value is also in boolean type.
 * ref: https://yaml.org/spec/1.2/spec.html#id2804923
 *
 * @param     name     name of the input to get
 * @param     options  optional. See InputOptions.
 * @returns   boolean
 */
function getBooleanInput(name, options) {
    const trueValue = ['true', 'True', 'TRUE'];
    const falseValue = ['false', 'False', 'FALSE'];
    const val = getInput(name, options);
    if (trueValue.includes(val))
        return true;
    if (falseValue.includes(val))
        return false;
    throw new TypeError(`Input does not meet YAML 1.2 "Core Schema" specification: ${name}\n` +
        `Support boolean input list: \`true | True | TRUE | false | False | FALSE\``);
}
/**
 * Sets the value of an output.
 *
 * @param     name     name of the output to set
 * @param     value    value to store. Non-string values will be converted to a string via JSON.stringify
 */
// eslint-disable-next-line @typescript-eslint/no-explicit-any
function setOutput(name, value) {
    const filePath = process.env['GITHUB_OUTPUT'] || '';
    if (filePath) {
        return file_command_issueFileCommand('OUTPUT', file_command_prepareKeyValueMessage(name, value));
    }
    process.stdout.write(external_os_namespaceObject.EOL);
    command_issueCommand('set-output', { name }, utils_toCommandValue(value));
}
/**
 * Enables or disables the echoing of commands into stdout for the rest of the step.
 * Echoing is disabled by default if ACTIONS_STEP_DEBUG is not set.
 *
 */
function setCommandEcho(enabled) {
    issue('echo', enabled ? 'on' : 'off');
}
//-----------------------------------------------------------------------
// Results
//-----------------------------------------------------------------------
/**
 * Sets the action status to failed.
 * When the action exits it will be with an exit code of 1
 * @param message add error issue message
 */
function setFailed(message) {
    process.exitCode = ExitCode.Failure;
    error(message);
}
//-----------------------------------------------------------------------
// Logging Commands
//-----------------------------------------------------------------------
/**
 * Gets whether Actions Step Debug is on or not
 */
function isDebug() {
    return process.env['RUNNER_DEBUG'] === '1';
}
/**
 * Writes debug message to user log
 * @param message debug message
 */
function debug(message) {
    command_issueCommand('debug', {}, message);
}
/**
 * Adds an error issue
 * @param message error issue message. Errors will be converted to string via toString()
 * @param properties optional properties to add to the annotation.
 */
function error(message, properties = {}) {
    command_issueCommand('error', toCommandProperties(properties), message instanceof Error ? message.toString() : message);
}
/**
 * Adds a warning issue
 * @param message warning issue message. Errors will be converted to string via toString()
 * @param properties optional properties to add to the annotation.
 */
function warning(message, properties = {}) {
    command_issueCommand('warning', toCommandProperties(properties), message instanceof Error ? message.toString() : message);
}
/**
 * Adds a notice issue
 * @param message notice issue message. Errors will be converted to string via toString()
 * @param properties optional properties to add to the annotation.
 */
function notice(message, properties = {}) {
    command_issueCommand('notice', toCommandProperties(properties), message instanceof Error ? message.toString() : message);
}
/**
 * Writes info to log with console.log.
 * @param message info message
 */
function info(message) {
    process.stdout.write(message + external_os_namespaceObject.EOL);
}
/**
 * Begin an output group.
 *
 * Output until the next `groupEnd` will be foldable in this group
 *
 * @param name The name of the output group
 */
function startGroup(name) {
    command_issue('group', name);
}
/**
 * End an output group.
 */
function endGroup() {
    command_issue('endgroup');
}
/**
 * Wrap an asynchronous function call in a group.
 *
 * Returns the same type as the function itself.
 *
 * @param name The name of the group
 * @param fn The function to wrap in the group
 */
function group(name, fn) {
    return __awaiter(this, void 0, void 0, function* () {
        startGroup(name);
        let result;
        try {
            result = yield fn();
        }
        finally {
            endGroup();
        }
        return result;
    });
}
//-----------------------------------------------------------------------
// Wrapper action state
//-----------------------------------------------------------------------
/**
 * Saves state for current action, the state can only be retrieved by this action's post job execution.
 *
 * @param     name     name of the state to store
 * @param     value    value to store. Non-string values will be converted to a string via JSON.stringify
 */
// eslint-disable-next-line @typescript-eslint/no-explicit-any
function saveState(name, value) {
    const filePath = process.env['GITHUB_STATE'] || '';
    if (filePath) {
        return issueFileCommand('STATE', prepareKeyValueMessage(name, value));
    }
    issueCommand('save-state', { name }, toCommandValue(value));
}
/**
 * Gets the value of an state set by this action's main execution.
 *
 * @param     name     name of the state to get
 * @returns   string
 */
function getState(name) {
    return process.env[`STATE_${name}`] || '';
}
function getIDToken(aud) {
    return __awaiter(this, void 0, void 0, function* () {
        return yield OidcClient.getIDToken(aud);
    });
}
/**
 * Summary exports
 */

/**
 * @deprecated use core.summary
 */

/**
 * Path exports
 */

/**
 * Platform utilities exports
 */

//# sourceMappingURL=core.js.map
;// CONCATENATED MODULE: ./build/node_modules/@actions/core/lib/summary.js
var summary_awaiter = (undefined && undefined.__awaiter) || function (thisArg, _arguments, P, generator) {
    function adopt(value) { return value instanceof P ? value : new P(function (resolve) { resolve(value); }); }
    return new (P || (P = Promise))(function (resolve, reject) {
        function fulfilled(value) { try { step(generator.next(value)); } catch (e) { reject(e); } }
        function rejected(value) { try { step(generator["throw"](value)); } catch (e) { reject(e); } }
        function step(result) { result.done ? resolve(result.value) : adopt(result.value).then(fulfilled, rejected); }
        step((generator = generator.apply(thisArg, _arguments || [])).next());
    });
};


const { access, appendFile, writeFile } = external_fs_namespaceObject.promises;
const SUMMARY_ENV_VAR = 'GITHUB_STEP_SUMMARY';
const SUMMARY_DOCS_URL = 'https://docs.github.com/actions/using-workflows/workflow-commands-for-github-actions#adding-a-job-summary';
class Summary {
    constructor() {
        this._buffer = '';
    }
    /**
     * Finds the summary file path from the environment, rejects if env var is not found or file does not exist
     * Also checks r/w permissions.
     *
     * @returns step summary file path
     */
    filePath() {
        return summary_awaiter(this, void 0, void 0, function* () {
            if (this._filePath) {
                return this._filePath;
            }
            const pathFromEnv = process.env[SUMMARY_ENV_VAR];
            if (!pathFromEnv) {
                throw new Error(`Unable to find environment variable for $${SUMMARY_ENV_VAR}. Check if your runtime environment supports job summaries.`);
            }
            try {
                yield access(pathFromEnv, external_fs_namespaceObject.constants.R_OK | external_fs_namespaceObject.constants.W_OK);
            }
            catch (_a) {
                throw new Error(`Unable to access summary file: '${pathFromEnv}'. Check if the file has correct read/write permissions.`);
            }
            this._filePath = pathFromEnv;
            return this._filePath;
        });
    }
    /**
     * Wraps content in an HTML tag, adding any HTML attributes
     *
     * @param {string} tag HTML tag to wrap
     * @param {string | null} content content within the tag
     * @param {[attribute: string]: string} attrs key-value list of HTML attributes to add
     *
     * @returns {string} content wrapped in HTML element
     */
    wrap(tag, content, attrs = {}) {
        const htmlAttrs = Object.entries(attrs)
            .map(([key, value]) => ` ${key}="${value}"`)
            .join('');
        if (!content) {
            return `<${tag}${htmlAttrs}>`;
        }
        return `<${tag}${htmlAttrs}>${content}</${tag}>`;
    }
    /**
     * Writes text in the buffer to the summary buffer file and empties buffer. Will append by default.
     *
     * @param {SummaryWriteOptions} [options] (optional) options for write operation
     *
     * @returns {Promise<Summary>} summary instance
     */
    write(options) {
        return summary_awaiter(this, void 0, void 0, function* () {
            const overwrite = !!(options === null || options === void 0 ? void 0 : options.overwrite);
            const filePath = yield this.filePath();
            const writeFunc = overwrite ? writeFile : appendFile;
            yield writeFunc(filePath, this._buffer, { encoding: 'utf8' });
            return this.emptyBuffer();
        });
    }
    /**
     * Clears the summary buffer and wipes the summary file
     *
     * @returns {Summary} summary instance
     */
    clear() {
        return summary_awaiter(this, void 0, void 0, function* () {
            return this.emptyBuffer().write({ overwrite: true });
        });
    }
    /**
     * Returns the current summary buffer as a string
     *
     * @returns {string} string of summary buffer
     */
    stringify() {
        return this._buffer;
    }
    /**
     * If the summary buffer is empty
     *
     * @returns {boolen} true if the buffer is empty
     */
    isEmptyBuffer() {
        return this._buffer.length === 0;
    }
    /**
     * Resets the summary buffer without writing to summary file
     *
     * @returns {Summary} summary instance
     */
    emptyBuffer() {
        this._buffer = '';
        return this;
    }
    /**
     * Adds raw text to the summary buffer
     *
     * @param {string} text content to add
     * @param {boolean} [addEOL=false] (optional) append an EOL to the raw text (default: false)
     *
     * @returns {Summary} summary instance
     */
    addRaw(text, addEOL = false) {
        this._buffer += text;
        return addEOL ? this.addEOL() : this;
    }
    /**
     * Adds the operating system-specific end-of-line marker to the buffer
     *
     * @returns {Summary} summary instance
     */
    addEOL() {
        return this.addRaw(external_os_namespaceObject.EOL);
    }
    /**
     * Adds an HTML codeblock to the summary buffer
     *
     * @param {string} code content to render within fenced code block
     * @param {string} lang (optional) language to syntax highlight code
     *
     * @returns {Summary} summary instance
     */
    addCodeBlock(code, lang) {
        const attrs = Object.assign({}, (lang && { lang }));
        const element = this.wrap('pre', this.wrap('code', code), attrs);
        return this.addRaw(element).addEOL();
    }
    /**
     * Adds an HTML list to the summary buffer
     *
     * @param {string[]} items list of items to render
     * @param {boolean} [ordered=false] (optional) if the rendered list should be ordered or not (default: false)
     *
     * @returns {Summary} summary instance
     */
    addList(items, ordered = false) {
        const tag = ordered ? 'ol' : 'ul';
        const listItems = items.map(item => this.wrap('li', item)).join('');
        const element = this.wrap(tag, listItems);
        return this.addRaw(element).addEOL();
    }
    /**
     * Adds an HTML table to the summary buffer
     *
     * @param {SummaryTableCell[]} rows table rows
     *
     * @returns {Summary} summary instance
     */
    addTable(rows) {
        const tableBody = rows
            .map(row => {
            const cells = row
                .map(cell => {
                if (typeof cell === 'string') {
                    return this.wrap('td', cell);
                }
                const { header, data, colspan, rowspan } = cell;
                const tag = header ? 'th' : 'td';
                const attrs = Object.assign(Object.assign({}, (colspan && { colspan })), (rowspan && { rowspan }));
                return this.wrap(tag, data, attrs);
            })
                .join('');
            return this.wrap('tr', cells);
        })
            .join('');
        const element = this.wrap('table', tableBody);
        return this.addRaw(element).addEOL();
    }
    /**
     * Adds a collapsable HTML details element to the summary buffer
     *
     * @param {string} label text for the closed state
     * @param {string} content collapsable content
     *
     * @returns {Summary} summary instance
     */
    addDetails(label, content) {
        const element = this.wrap('details', this.wrap('summary', label) + content);
        return this.addRaw(element).addEOL();
    }
    /**
     * Adds an HTML image tag to the summary buffer
     *
     * @param {string} src path to the image you to embed
     * @param {string} alt text description of the image
     * @param {SummaryImageOptions} options (optional) addition image attributes
     *
     * @returns {Summary} summary instance
     */
    addImage(src, alt, options) {
        const { width, height } = options || {};
        const attrs = Object.assign(Object.assign({}, (width && { width })), (height && { height }));
        const element = this.wrap('img', null, Object.assign({ src, alt }, attrs));
        return this.addRaw(element).addEOL();
    }
    /**
     * Adds an HTML section heading element
     *
     * @param {string} text heading text
     * @param {number | string} [level=1] (optional) the heading level, default: 1
     *
     * @returns {Summary} summary instance
     */
    addHeading(text, level) {
        const tag = `h${level}`;
        const allowedTag = ['h1', 'h2', 'h3', 'h4', 'h5', 'h6'].includes(tag)
            ? tag
            : 'h1';
        const element = this.wrap(allowedTag, text);
        return this.addRaw(element).addEOL();
    }
    /**
     * Adds an HTML thematic break (<hr>) to the summary buffer
     *
     * @returns {Summary} summary instance
     */
    addSeparator() {
        const element = this.wrap('hr', null);
        return this.addRaw(element).addEOL();
    }
    /**
     * Adds an HTML line break (<br>) to the summary buffer
     *
     * @returns {Summary} summary instance
     */
    addBreak() {
        const element = this.wrap('br', null);
        return this.addRaw(element).addEOL();
    }
    /**
     * Adds an HTML blockquote to the summary buffer
     *
     * @param {string} text quote text
     * @param {string} cite (optional) citation url
     *
     * @returns {Summary} summary instance
     */
    addQuote(text, cite) {
        const attrs = Object.assign({}, (cite && { cite }));
        const element = this.wrap('blockquote', text, attrs);
        return this.addRaw(element).addEOL();
    }
    /**
     * Adds an HTML anchor tag to the summary buffer
     *
     * @param {string} text link text/content
     * @param {string} href hyperlink
     *
     * @returns {Summary} summary instance
     */
    addLink(text, href) {
        const element = this.wrap('a', text, { href });
        return this.addRaw(element).addEOL();
    }
}
const _summary = new Summary();
/**
 * @deprecated use `core.summary`
 */
const markdownSummary = (/* unused pure expression or super */ null && (_summary));
const summary = _summary;
//# sourceMappingURL=summary.js.map
// EXTERNAL MODULE: ./build/text/markdown.js
var markdown = __nccwpck_require__(1065);
;// CONCATENATED MODULE: ./build/report/redact.js

/** Puts `***` in the place of every secret, also as it is escaped in Markdown, the longest first, as a runner does in its log. */
function redact(text, secrets) {
    const forms = new Set(secrets.flatMap((secret) => (secret === '' ? [] : [secret, (0,markdown/* escapeInLine */.Dk)(secret)])));
    const longestFirst = [...forms].sort((a, b) => b.length - a.length);
    return longestFirst.reduce((redacted, secret) => redacted.replaceAll(secret, '***'), text);
}
/** A run without secrets in the texts that errors, gates and servers worded; outside the log no runner masks them. */
function redactRun(run, secrets) {
    const { failure, spacePause } = run;
    const redactGate = (result) => ({ ...result, measured: redact(result.measured, secrets) });
    return {
        ...run,
        datasets: run.datasets.map((report) => ({
            ...report,
            reason: redact(report.reason, secrets),
            gates: report.gates.map(redactGate),
            unjudged: report.unjudged.map((each) => ({ ...each, text: redact(each.text, secrets) })),
        })),
        failure: failure === null ? null : { ...failure, message: redact(failure.message, secrets) },
        spacePause: { ...spacePause, detail: redact(spacePause.detail, secrets) },
    };
}
/** A shorter name, such as `data`, is also a word of a sentence. */
const SHORTEST_NAME = 6;
/**
 * Returns a run without the names of repos in what errors and servers worded, for a reader who may not know them.
 *
 * @param given names besides those of the run's datasets, of any form
 */
function redactRepoNames(run, given) {
    const datasets = new Set(run.datasets.map(({ name }) => name));
    const names = [...given, ...run.datasets.map(({ repo }) => repo)].filter((name) => name !== '');
    return redactRun(run, names.flatMap((name) => formsOf(name, datasets)));
}
/** The ways in which a repo may be named: whole, quoted, in an address, or by one of its parts. */
function formsOf(name, datasets) {
    const parts = name.split('/');
    const quoted = [name, ...parts].map((part) => JSON.stringify(part));
    if (parts.length === 1)
        return quoted;
    const last = parts[parts.length - 1];
    const standsAlone = last.length >= SHORTEST_NAME && !datasets.has(last);
    return [...quoted, name, encodeURIComponent(name), ...(standsAlone ? [last] : [])];
}

;// CONCATENATED MODULE: ./build/action/github-actions.js



/** Values that the runner masks. */
const masked = new Set();
/** Outputs for which a warning was logged. */
const warned = new Set();
/** A step of GitHub Actions. The only module that writes to the runner. */
const GITHUB_ACTIONS = {
    info: info,
    debug: debug,
    progress: info,
    notice: (text, about) => notice(text, propertiesOf(about)),
    warning: (text, about) => warning(text, propertiesOf(about)),
    error: (text, about) => error(text, propertiesOf(about)),
    startGroup: startGroup,
    endGroup: endGroup,
    mask(secret) {
        setSecret(secret);
        masked.add(secret);
    },
    output,
    async summary(markdown) {
        try {
            await summary.addRaw(redact(markdown, escapedSecrets())).write();
        }
        catch {
            info('The job summary could not be written: GITHUB_STEP_SUMMARY names no writable file. Check the disk of the runner.');
        }
    },
    fail: setFailed,
};
function propertiesOf({ title, place } = {}) {
    const properties = title === undefined ? {} : { title };
    return place === undefined
        ? properties
        : { ...properties, file: place.file, startLine: place.line, startColumn: place.column };
}
/** Returns the secrets that the runner does not mask in a summary: it masks values as they are, not as Markdown escapes them. */
function escapedSecrets() {
    return [...masked].filter((value) => (0,markdown/* escapeInLine */.Dk)(value) !== value);
}
/**
 * Sets an output of the step. Warns once about an output that no other job will get: the runner drops a job output that
 * holds a masked value.
 *
 * @throws Error if the runner's file for outputs cannot be written
 */
function output(name, value) {
    try {
        setOutput(name, value);
    }
    catch (cause) {
        const code = cause instanceof Error && 'code' in cause ? ` (${cause.code})` : '';
        throw new Error(`The output ${name} could not be set: the file that GITHUB_OUTPUT names cannot be written${code}. Check the disk of the runner.`, { cause });
    }
    if (warned.has(name) || !isMasked(value))
        return;
    warned.add(name);
    warning(`The output ${name} contains a value of a secret, so GitHub drops it as a job output and other jobs get an empty text. Choose a secret that is not part of the name of a dataset or of a common word, or rename the dataset.`, { title: `${name}: masked` });
}
/** True if the runner masks a part of a text, as plain text or as JSON. */
function isMasked(text) {
    return [...masked].some((value) => text.includes(value) || text.includes(JSON.stringify(value).slice(1, -1)));
}


/***/ }),

/***/ 7128:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   MH: () => (/* binding */ INPUT_HEADLINE),
/* harmony export */   Nh: () => (/* binding */ InputProblems),
/* harmony export */   dz: () => (/* binding */ InputError),
/* harmony export */   so: () => (/* binding */ listText)
/* harmony export */ });
/* harmony import */ var _config_problems_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(3515);

/**
 * The inputs cannot be used. The message lists them with what they must look like, and never quotes a value that may be
 * secret.
 */
class InputError extends Error {
    /** What is wrong with inputs, each after its name. */
    listed;
    /** What is wrong with the file that declares datasets; null if it has no problem. */
    config;
    constructor(listed, config = null) {
        super(listText(INPUT_HEADLINE, [...listed, ...(config?.message.split('\n') ?? [])]));
        this.name = 'InputError';
        this.listed = listed;
        this.config = config;
    }
}
const INPUT_HEADLINE = 'The inputs cannot be used.';
/** Returns what happened, and each problem in a line that starts with a dash. */
function listText(headline, lines) {
    return [headline, ...lines.map((line) => `- ${line}`)].join('\n');
}
/** Collects the problems of inputs, so that all are reported at once. */
class InputProblems {
    #listed = [];
    #config = null;
    /** Adds a problem, which starts with the name of an input. */
    add(problem) {
        this.#listed.push(problem);
    }
    /** Adds why an input has no value. */
    addError(name, error) {
        if (error instanceof _config_problems_js__WEBPACK_IMPORTED_MODULE_0__/* .ConfigError */ .xL)
            this.#config = error;
        else
            this.add(`${name} ${error instanceof Error ? error.message : error}`);
    }
    /** @throws InputError that lists every problem */
    check() {
        if (this.#listed.length > 0 || this.#config !== null)
            throw new InputError(this.#listed, this.#config);
    }
}


/***/ }),

/***/ 5827:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   Q: () => (/* binding */ maskSecrets)
/* harmony export */ });
/**
 * Masks secrets wherever they would be shown. A secret is masked line by line, because a runner matches single lines.
 * The password of a URL is masked as written and decoded.
 *
 * @returns all texts that are masked now
 */
function maskSecrets({ mask }, secrets) {
    const values = new Set(secrets.flatMap((secret) => [...secretForms(secret)]));
    values.forEach(mask);
    return [...values];
}
function* secretForms(secret) {
    for (const line of secret.split(/[\r\n]+/)) {
        const text = line.trim();
        if (text !== '' && !/^-----(BEGIN|END) [A-Z ]+-----$/.test(text))
            yield text;
    }
    for (const password of passwordsOf(secret)) {
        yield password;
        try {
            yield decodeURIComponent(password);
        }
        catch {
            // Not percent-encoded: it is masked as written.
        }
    }
}
/** Parameters of a URL that hold a password. */
const PASSWORD_PARAMETER = /^(ssl)?(password|passwd|pwd|pass)$/i;
/**
 * Returns what may be the password of a URL. If a password is not percent-encoded or a user name holds an @, the end of
 * the password is ambiguous: it may end at each @.
 */
function* passwordsOf(secret) {
    const rest = /^[a-z][a-z0-9+.-]*:\/\/(.*)$/is.exec(secret.trim())?.[1] ?? '';
    const start = rest.indexOf(':') + 1;
    for (let end = rest.indexOf('@', start); end >= 0; end = rest.indexOf('@', end + 1)) {
        if (start > 0 && end > start)
            yield rest.slice(start, end);
    }
    for (const [, name, value] of rest.matchAll(/[?&]([^=&?]*)=([^&]*)/g)) {
        if (PASSWORD_PARAMETER.test(name) && value !== '')
            yield value;
    }
}


/***/ }),

/***/ 7534:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {


// EXPORTS
__nccwpck_require__.d(__webpack_exports__, {
  K: () => (/* binding */ readInputs),
  Z: () => (/* binding */ usableValues)
});

;// CONCATENATED MODULE: ./build/action/input-defaults.js
/** Defaults of the inputs of each action; written by `npm run docs` from its action.yml. */
const INPUT_DEFAULTS = {
    'prepare-dataset': {
        'min-dataset-len': '1000',
        'correct-ratio': '0.5',
        'random-state': '42',
        split: '80/10/10',
        'split-method': 'stable',
        'hub-endpoint': 'https://huggingface.co',
        private: 'true',
        'memory-limit': '50%',
        'dry-run': 'false',
        'wandb-project-name': 'prepare-dataset',
        'wandb-base-url': 'https://api.wandb.ai',
    },
    'pause-space': {
        'hub-endpoint': 'https://huggingface.co',
        wait: 'true',
        'dry-run': 'false',
    },
    'restart-space': {
        'hub-endpoint': 'https://huggingface.co',
        'factory-reboot': 'false',
        'timeout-minutes': '30',
        'dry-run': 'false',
    },
    'trigger-retraining': {
        'hub-endpoint': 'https://huggingface.co',
        'timeout-minutes': '60',
        force: 'false',
        'dry-run': 'false',
    },
    dashboard: {
        'hub-endpoint': 'https://huggingface.co',
        path: 'dashboard/index.html',
    },
    check: {
        'split-method': 'stable',
    },
    'promote-model': {
        alpha: '0.05',
        'min-gain': '0',
        'max-class-drop': '0.1',
        'timeout-minutes': '30',
        rollback: 'false',
        'dry-run': 'false',
        'wandb-project-name': 'prepare-dataset',
        'wandb-base-url': 'https://api.wandb.ai',
        'hub-endpoint': 'https://huggingface.co',
    },
    'prune-versions': {
        erase: 'false',
        force: 'false',
        receipt: 'prune-receipt.json',
        'hub-endpoint': 'https://huggingface.co',
        'dry-run': 'true',
    },
};

// EXTERNAL MODULE: ./build/action/input-error.js
var input_error = __nccwpck_require__(7128);
// EXTERNAL MODULE: ./build/action/mask-secrets.js
var mask_secrets = __nccwpck_require__(5827);
;// CONCATENATED MODULE: ./build/action/read-inputs.js



/**
 * Reads the inputs of an action once. Masks the secrets first, then parses each input. Does not throw for an unusable
 * input.
 *
 * @param surroundings what masks the secrets, and where the run reports
 * @param environment of the step, with the inputs as `INPUT_*`
 */
function readInputs(surroundings, { action, inputs }, environment = process.env) {
    const defaults = INPUT_DEFAULTS[action];
    const givenText = (name) => environment[`INPUT_${name.toUpperCase()}`]?.trim() ?? '';
    const entries = Object.entries(inputs).map(([name, spec]) => {
        const given = givenText(name);
        const standard = defaults[name] ?? '';
        const fallback = spec.variable === undefined ? '' : (environment[spec.variable]?.trim() ?? '');
        const isLeft = given === '' || given === standard;
        return { name, spec, text: isLeft ? fallback || standard : given };
    });
    const secrets = (0,mask_secrets/* maskSecrets */.Q)(surroundings, entries.filter(({ spec, text }) => spec.isSecret && text !== '').map(({ text }) => text));
    const problems = new input_error/* InputProblems */.Nh();
    const values = entries.flatMap(({ name, spec, text }) => {
        try {
            return [[camelCase(name), spec.parse(text, environment)]];
        }
        catch (error) {
            problems.addError(name, error);
            return [];
        }
    });
    return {
        texts: Object.fromEntries(entries.map(({ name, text }) => [name, text])),
        given: new Set(Object.keys(inputs).filter((name) => givenText(name) !== '')),
        values: Object.fromEntries(values),
        problems,
        secrets,
        environment,
        surroundings,
    };
}
/**
 * Returns the values of inputs, all of which can be used.
 *
 * @throws InputError that lists every problem
 */
function usableValues({ values, problems }) {
    problems.check();
    return values;
}
function camelCase(name) {
    return name.replace(/-([a-z])/g, (_, letter) => letter.toUpperCase());
}


/***/ }),

/***/ 1465:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {


// EXPORTS
__nccwpck_require__.d(__webpack_exports__, {
  C: () => (/* binding */ runAction)
});

// UNUSED EXPORTS: CancelledError

// EXTERNAL MODULE: ./build/text/markdown.js
var markdown = __nccwpck_require__(1065);
;// CONCATENATED MODULE: ./build/report/write-failure.js

/** Writes a failure as Markdown: what happened, and as a list the lines that start with a dash. */
function writeFailure(message) {
    const [headline, ...lines] = message.split('\n').map((line) => {
        return line.startsWith('- ') ? `- ${(0,markdown/* escapeMarkdown */.FV)(line.slice(2))}` : (0,markdown/* escapeMarkdown */.FV)(line);
    });
    return [`❌ ${headline}`, ...(lines.length === 0 ? [] : [lines.join('\n')])].join('\n\n');
}

// EXTERNAL MODULE: ./build/config/problems.js
var config_problems = __nccwpck_require__(3515);
// EXTERNAL MODULE: ./build/action/input-error.js
var input_error = __nccwpck_require__(7128);
;// CONCATENATED MODULE: ./build/action/failure.js


const CONFIG_HEADLINE = 'The datasets that config declares cannot be prepared.';
/**
 * Returns a failure as text for readers who see no annotations: what happened, and each problem of the file that
 * declares datasets after its place, in a line that starts with a dash.
 */
function describeFailure(error) {
    if (error instanceof config_problems/* ConfigError */.xL)
        return (0,input_error/* listText */.so)(CONFIG_HEADLINE, error.message.split('\n'));
    return error instanceof Error ? error.message : String(error);
}
/**
 * Annotates each problem of a file on its line.
 *
 * @returns the failure as text, which has only the number and the lines of these problems
 */
function annotateFailure(surroundings, error) {
    const config = error instanceof input_error/* InputError */.dz ? error.config : error instanceof config_problems/* ConfigError */.xL ? error : null;
    if (config === null)
        return describeFailure(error);
    const listed = error instanceof input_error/* InputError */.dz ? [...error.listed] : [];
    const byFile = Map.groupBy(config.problems, ({ file }) => file);
    for (const [file, problems] of byFile) {
        if (file === null) {
            listed.push(...problems.map(config_problems/* problemText */.fI));
            continue;
        }
        for (const { message, line, column } of problems) {
            surroundings.error(message, { place: { file, line, column } });
        }
        listed.push(`${file}: ${countProblems(problems)}`);
    }
    if (config.isCut)
        listed.push('There are more problems than these.');
    return (0,input_error/* listText */.so)(error instanceof input_error/* InputError */.dz ? input_error/* INPUT_HEADLINE */.MH : CONFIG_HEADLINE, listed);
}
function countProblems(problems) {
    const lines = problems.map(({ line }) => line);
    const [first, last] = [Math.min(...lines), Math.max(...lines)];
    const place = first === last ? `in line ${first}` : `between lines ${first} and ${last}`;
    const [count, each] = problems.length === 1 ? ['1 problem', ''] : [`${problems.length} problems`, 'each '];
    return `${count} ${place}, ${each}reported as an error`;
}

// EXTERNAL MODULE: ./build/http/causes.js
var causes = __nccwpck_require__(7701);
;// CONCATENATED MODULE: ./build/action/log-causes.js

/**
 * Logs an error and its causes for debugging, by their names and codes only: their messages and stacks may quote data.
 */
function logCauses({ debug }, error) {
    for (const { name, code } of (0,causes/* causesOf */.c)(error)) {
        debug(`caused by ${code === undefined ? name : `${name} ${code}`}`);
    }
}

// EXTERNAL MODULE: ./build/action/mask-secrets.js
var mask_secrets = __nccwpck_require__(5827);
;// CONCATENATED MODULE: external "node:path"
const external_node_path_namespaceObject = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:path");
;// CONCATENATED MODULE: ./build/action/stray-error.js


/**
 * An error that no part of a run handled, or a run that never ended. It has only a name and a place: its message may
 * quote a row.
 */
class StrayError extends Error {
    constructor(what, cause) {
        super(`${what}. Run the workflow again. If it happens again, report this line as a defect of the action.`, { cause });
        this.name = 'StrayError';
    }
}
/**
 * Watches for errors that no code awaits: rejected promises, errors thrown in events, and a run that waits for
 * something that can never happen. Otherwise Node would end the process at once, without any report.
 *
 * @param onError called with the first of them
 * @returns a function that ends the watch
 */
function watchForStrayErrors(onError) {
    let isFirst = true;
    const report = (error) => {
        process.exitCode = 1;
        if (isFirst)
            onError(error);
        isFirst = false;
    };
    const onStray = (error) => {
        report(new StrayError(`The run was stopped by an error that no part of it handled (${nameOf(error)})`, error));
    };
    const onEnd = () => report(new StrayError('The run stopped before its end, because it waited for something that could not happen'));
    process.on('uncaughtException', onStray).on('unhandledRejection', onStray).on('beforeExit', onEnd);
    return () => {
        process.off('beforeExit', onEnd);
        // After a stray error more errors may follow, and Node would print them in full.
        if (isFirst)
            process.off('uncaughtException', onStray).off('unhandledRejection', onStray);
    };
}
/** Rejects with the stray error that aborts a signal, and with no other reason. */
function strayErrorOf(signal) {
    return new Promise((_, reject) => {
        const look = () => {
            if (signal.reason instanceof StrayError)
                reject(signal.reason);
        };
        signal.addEventListener('abort', look, { once: true });
        look();
    });
}
/** Returns the kind of an error, and the place in the bundle where it was created. */
function nameOf(error) {
    const [{ name, code } = {}] = (0,causes/* causesOf */.c)(error);
    const place = /\(?([^\s()]+:\d+:\d+)\)?$/m.exec(error instanceof Error ? (error.stack ?? '') : '')?.[1];
    return [name ?? typeof error, code, place === undefined ? undefined : `at ${(0,external_node_path_namespaceObject.basename)(place)}`]
        .filter((part) => part !== undefined)
        .join(' ');
}

;// CONCATENATED MODULE: ./build/action/run-action.js





/** Reason of a run's aborted signal: the runner sent a signal, because a person or a time limit cancelled the job. */
class CancelledError extends Error {
    constructor() {
        super('The run was cancelled.');
        this.name = 'CancelledError';
    }
}
/** Time in milliseconds for a cancelled run to end; the runner kills it after 7.5 s. */
const CANCEL_LIMIT_MS = 4500;
/** Time in milliseconds for a run to report an error that no code awaited: longer than any channel takes. */
const STRAY_LIMIT_MS = 120_000;
/**
 * Runs an action or a command to its end; only this function fails it. Reports an error once, with its message and, if
 * it is about a file, on the lines of the file. Never prints its stack or the messages of its causes, because they may
 * quote data; only their names and codes are logged for debugging. SIGINT and SIGTERM, by which the runner cancels a
 * job, abort the signal. So does an error that no code awaits, which then fails the job. Requests use the runner's
 * proxy, if it has one.
 *
 * @param surroundings where it runs
 * @param main resolves to false if the job must fail and the reason was reported already
 * @param options.summarizes true if `main` writes a job summary in all cases
 */
async function runAction(surroundings, main, { summarizes = false } = {}) {
    const cancellation = new AbortController();
    const { promise: overdue, reject: giveUp } = Promise.withResolvers();
    const stopWatching = watchForStrayErrors((error) => {
        cancellation.abort(error);
        setTimeout(giveUp, STRAY_LIMIT_MS, error).unref();
        // A run that waits for nothing does not end by itself.
        process.once('beforeExit', () => giveUp(error));
        setImmediate(() => undefined);
    });
    const cancel = () => {
        cancellation.abort(new CancelledError());
        setTimeout(() => process.exit(1), CANCEL_LIMIT_MS).unref();
    };
    process.once('SIGINT', cancel).once('SIGTERM', cancel);
    try {
        await useProxy(surroundings, process.env);
        const isSuccess = await Promise.race([main(cancellation.signal), overdue]);
        if (!isSuccess)
            process.exitCode = 1;
        if (!isSuccess || cancellation.signal.reason instanceof StrayError)
            cancellation.signal.throwIfAborted();
    }
    catch (thrown) {
        // In a cancelled run, whatever fails, fails because of that.
        const error = cancellation.signal.aborted ? cancellation.signal.reason : thrown;
        surroundings.fail(annotateFailure(surroundings, error), error);
        logCauses(surroundings, error);
        if (error instanceof StrayError) {
            if (!summarizes)
                await surroundings.summary(`${writeFailure(error.message)}\n`);
            setTimeout(() => process.exit(1), CANCEL_LIMIT_MS).unref();
        }
    }
    stopWatching();
    process.off('SIGINT', cancel).off('SIGTERM', cancel);
}
/**
 * Sends every `fetch` through the proxy of a self-hosted runner: `https_proxy` and `http_proxy` by the scheme of the
 * request, also in capitals. Requests to this machine and to the hosts in `no_proxy` are direct
 * (https://docs.github.com/en/actions/how-tos/manage-runners/self-hosted-runners/use-proxy-servers). The rules are
 * those of `@actions/http-client`. Does nothing without a proxy.
 */
async function useProxy(surroundings, environment) {
    const proxies = new Map();
    for (const scheme of ['http', 'https']) {
        const url = environment[`${scheme}_proxy`] || environment[`${scheme.toUpperCase()}_PROXY`];
        if (url)
            proxies.set(`${scheme}:`, url.includes('://') ? url : `http://${url}`);
    }
    if (proxies.size === 0)
        return;
    (0,mask_secrets/* maskSecrets */.Q)(surroundings, [...proxies.values()].filter((url) => url.includes('@')));
    // The proxy code is a third of the bundle, and few runners have a proxy.
    const { sendThroughProxies } = await Promise.all(/* import() */[__nccwpck_require__.e(820), __nccwpck_require__.e(193)]).then(__nccwpck_require__.bind(__nccwpck_require__, 7193));
    sendThroughProxies(proxies);
}


/***/ }),

/***/ 5054:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {


// EXPORTS
__nccwpck_require__.d(__webpack_exports__, {
  s1: () => (/* binding */ PAUSE_SPACE)
});

// UNUSED EXPORTS: RESTART_SPACE, parseStage

// EXTERNAL MODULE: ./build/config/problems.js
var problems = __nccwpck_require__(3515);
// EXTERNAL MODULE: ./build/model/repo-name.js
var repo_name = __nccwpck_require__(9670);
;// CONCATENATED MODULE: ./build/action/parsers.js


const A_WEEK_IN_MINUTES = 7 * 24 * 60;
/** Returns a text as it is; the code that uses it reports what is wrong with it. */
function asGiven(text) {
    return text;
}
/** Returns a text, or null if none is given. */
function optional(text) {
    return text === '' ? null : text;
}
/** Parses a text that may not be empty. */
function required(what) {
    return (text) => {
        if (text === '')
            throw new Error(`is missing: ${what}`);
        return text;
    };
}
/** Parses a number of a range. */
function numberIn(least, most, kind) {
    return (text) => {
        const value = Number(text);
        const isUsable = /^[\d.]+(e\d+)?$/i.test(text) && value >= least && value <= most;
        if (isUsable && (kind === 'any' || Number.isInteger(value)))
            return value;
        const range = most === Number.MAX_SAFE_INTEGER ? `of at least ${least}` : `from ${least} to ${most}`;
        throw new Error(`must be a ${kind === 'whole' ? 'whole ' : ''}number ${range}, not ${JSON.stringify(text)}`);
    };
}
/** Parses the minutes of a wait, a week at most. */
const parseMinutes = numberIn(0, A_WEEK_IN_MINUTES, 'any');
/** Parses a word of a list. */
function oneOf(...choices) {
    return (text) => {
        const choice = choices.find((candidate) => candidate === text);
        if (choice === undefined)
            throw new Error(`must be ${choices.join(' or ')}, not ${JSON.stringify(text)}`);
        return choice;
    };
}
function parseBoolean(text) {
    return oneOf('true', 'false')(text.toLowerCase()) === 'true';
}
/** Parses a token; null when none is given. */
function parseToken(text) {
    if (/\s/.test(text))
        throw new Error('contains white space, which no token does. Check the secret');
    return optional(text);
}
/** Parses the base URL of a Hub, without a trailing slash. */
function parseEndpoint(text) {
    const url = URL.parse(text);
    if (url === null ||
        !['http:', 'https:'].includes(url.protocol) ||
        url.username !== '' ||
        url.password !== '' ||
        /[?#]/.test(url.href)) {
        throw new Error('must be an http(s) URL such as https://huggingface.co');
    }
    return url.href.replace(/\/+$/, '');
}
/** Parses the name of a Space, `owner/name`. */
function parseSpaceName(name) {
    return repoName(name, 'a Space', 'owner/retrain');
}
/** Parses the name of a dataset repo, `owner/name`. */
function parseDatasetName(name) {
    return repoName(name, 'a dataset repo', 'owner/corrections');
}
/** Parses the name of a model repo. */
function parseModelName(name) {
    return repoName(name, 'a model', 'owner/classifier');
}
function repoName(name, what, example) {
    if ((0,repo_name/* isRepoName */.AW)(name))
        return name;
    const meant = (0,repo_name/* repoNameIn */.VE)(name);
    const such = meant === null ? `, for example ${example}` : `; did you mean ${meant}?`;
    throw new Error(`is not the name of ${what} on the Hub: ${JSON.stringify((0,problems/* withoutUser */.q)(name))}. Write it as ${repo_name/* REPO_NAME_RULE */.Qv}${such}`);
}
/** Parses JSON; returns undefined for a text that is not JSON. */
function parseJson(text) {
    try {
        return JSON.parse(text);
    }
    catch {
        return undefined;
    }
}

;// CONCATENATED MODULE: ./build/action/hub-inputs.js

/** Inputs by which an action reaches the Hub; the token is null if none is given. */
const HUB_INPUTS = {
    'hf-token': { parse: parseToken, variable: 'HF_TOKEN', isSecret: true },
    'hub-endpoint': { parse: parseEndpoint, variable: 'HF_ENDPOINT' },
};

;// CONCATENATED MODULE: ./build/action/space-inputs.js


const STAGES = [
    'RUNNING',
    'PAUSED',
    'SLEEPING',
    'STOPPED',
    'BUILDING',
    'RUNNING_BUILDING',
    'APP_STARTING',
    'RUNNING_APP_STARTING',
];
/** Inputs of `pause-space`. */
const PAUSE_SPACE = {
    action: 'pause-space',
    inputs: {
        'space-id': {
            parse: (name) => parseSpaceName(required('the Space to pause, as owner/name')(name)),
        },
        ...HUB_INPUTS,
        wait: { parse: parseBoolean },
        'dry-run': { parse: parseBoolean },
    },
};
/** Inputs of `restart-space`. */
const RESTART_SPACE = {
    action: 'restart-space',
    inputs: {
        'space-id': { parse: parseSpaceNames },
        ...HUB_INPUTS,
        'factory-reboot': { parse: parseBoolean },
        'wait-for': { parse: parseStage },
        'timeout-minutes': { parse: parseMinutes },
        'dry-run': { parse: parseBoolean },
    },
};
function parseSpaceNames(text) {
    const names = text.split(/[\s,]+/).filter((name) => name !== '');
    required('the Space to restart, as owner/name, or several, one a line')(names.join());
    return [...new Set(names.map(parseSpaceName))];
}
/** Parses a stage to wait for; null if the text is empty. */
function parseStage(text) {
    const stage = text.toUpperCase();
    if (stage === '')
        return null;
    if (STAGES.includes(stage))
        return stage;
    throw new Error(`must be one of ${STAGES.join(', ')}, or empty, not ${JSON.stringify(text)}`);
}


/***/ }),

/***/ 3515:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   fI: () => (/* binding */ problemText),
/* harmony export */   q: () => (/* binding */ withoutUser),
/* harmony export */   xL: () => (/* binding */ ConfigError)
/* harmony export */ });
/* unused harmony exports ProblemList, quote */
/** Name of the place of a value that is not a file: the input. */
const INPUT = 'config';
const MAX_PROBLEMS = 100;
const MAX_QUOTED = 60;
/** The datasets cannot be read. The message lists each problem on a line of its own, after its place. */
class ConfigError extends Error {
    problems;
    /** True if there are more problems than listed. */
    isCut;
    constructor(problems, isCut = false) {
        super([...problems.map(problemText), ...(isCut ? ['There are more problems than these.'] : [])].join('\n'));
        this.name = 'ConfigError';
        this.problems = problems;
        this.isCut = isCut;
    }
}
/** Returns a problem after its place, in one line. */
function problemText({ file, line, column, message }) {
    return `${file ?? INPUT}:${line}:${column}: ${message}`;
}
/** Collects the problems of a file, so that all are reported at once; only the first of very many are kept. */
class ProblemList {
    #problems = new Map();
    #isCut = false;
    /** Adds a problem. One that several aliases lead to is added once. */
    add({ file, line, column }, message) {
        const key = `${line}:${column}:${message}`;
        if (this.#problems.size < MAX_PROBLEMS)
            this.#problems.set(key, { message, file, line, column });
        else
            this.#isCut ||= !this.#problems.has(key);
    }
    /** True while there is no problem. */
    get isEmpty() {
        return this.#problems.size === 0;
    }
    /** True once no more problems are kept. */
    get isFull() {
        return this.#isCut;
    }
    /** @throws ConfigError with every problem, if there is one */
    check() {
        if (this.#problems.size > 0)
            this.fail();
    }
    /** @throws ConfigError with every problem, in the order of their places */
    fail() {
        const problems = [...this.#problems.values()].sort((a, b) => a.line - b.line || a.column - b.column);
        throw new ConfigError(problems, this.#isCut);
    }
}
/**
 * Returns a value in the form that messages quote: short, in one line, without invisible characters, and without the
 * user and password of an address.
 */
function quote(value) {
    const text = withoutUser(value);
    const isLong = text.length > MAX_QUOTED;
    const start = (isLong ? text.slice(0, MAX_QUOTED) : text).replace(/[\p{C}\p{Zl}\p{Zp}]/gu, '?');
    return `"${start}${isLong ? '…' : ''}"`;
}
/** Returns a text without the user and the password of an address in it. */
function withoutUser(text) {
    return text.replace(/\/\/[^/\s]*@/g, '//…@');
}


/***/ }),

/***/ 3378:
/***/ ((__webpack_module__, __unused_webpack___webpack_exports__, __nccwpck_require__) => {

__nccwpck_require__.a(__webpack_module__, async (__webpack_handle_async_dependencies__, __webpack_async_result__) => { try {
/* harmony import */ var _action_github_actions_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(136);
/* harmony import */ var _action_read_inputs_js__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(7534);
/* harmony import */ var _action_run_action_js__WEBPACK_IMPORTED_MODULE_2__ = __nccwpck_require__(1465);
/* harmony import */ var _action_space_inputs_js__WEBPACK_IMPORTED_MODULE_3__ = __nccwpck_require__(5054);
/* harmony import */ var _runs_pause_space_js__WEBPACK_IMPORTED_MODULE_4__ = __nccwpck_require__(3751);
/* harmony import */ var _wire_hub_js__WEBPACK_IMPORTED_MODULE_5__ = __nccwpck_require__(9626);






await (0,_action_run_action_js__WEBPACK_IMPORTED_MODULE_2__/* .runAction */ .C)(_action_github_actions_js__WEBPACK_IMPORTED_MODULE_0__/* .GITHUB_ACTIONS */ .Q, (signal) => (0,_runs_pause_space_js__WEBPACK_IMPORTED_MODULE_4__/* .runPauseSpace */ .E)((0,_action_read_inputs_js__WEBPACK_IMPORTED_MODULE_1__/* .readInputs */ .K)(_action_github_actions_js__WEBPACK_IMPORTED_MODULE_0__/* .GITHUB_ACTIONS */ .Q, _action_space_inputs_js__WEBPACK_IMPORTED_MODULE_3__/* .PAUSE_SPACE */ .s1), { openSpace: (0,_wire_hub_js__WEBPACK_IMPORTED_MODULE_5__/* .openSpaceIn */ .O)(_action_github_actions_js__WEBPACK_IMPORTED_MODULE_0__/* .GITHUB_ACTIONS */ .Q) }, signal));

__webpack_async_result__();
} catch(e) { __webpack_async_result__(e); } }, 1);

/***/ }),

/***/ 7701:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   c: () => (/* binding */ causesOf)
/* harmony export */ });
/** Returns an error and its causes, outermost first. */
function* causesOf(error) {
    for (let cause = error; typeof cause === 'object' && cause !== null;) {
        yield cause;
        cause = cause.cause;
    }
}


/***/ }),

/***/ 8935:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   LR: () => (/* binding */ mayHaveActed),
/* harmony export */   WG: () => (/* binding */ isPassing),
/* harmony export */   zL: () => (/* binding */ waitMsOf)
/* harmony export */ });
/**
 * True if a server may have carried out a request although its answer is an error: it failed while working on it, or no
 * answer came.
 *
 * @param status status of the answer; undefined if none came
 */
function mayHaveActed(status) {
    // A server that does not know a method (501) has done nothing, and will do nothing the next time.
    return status === undefined || status === 408 || (status >= 500 && status !== 501);
}
/**
 * True if the same request may succeed a moment later, provided that it is safe to repeat.
 *
 * @param status status of the answer; undefined if none came
 */
function isPassing(status) {
    return status === 429 || mayHaveActed(status);
}
/**
 * Returns the wait in milliseconds that an answer asks for: by `Retry-After` (seconds or a date), or by `RateLimit:
 * "…";r=0;t=<seconds>`, which some servers send in every answer and which counts only if nothing is left.
 *
 * @returns undefined if it asks for none
 */
function waitMsOf(status, headers) {
    const retryAfter = headers.get('Retry-After');
    if (retryAfter !== null) {
        const seconds = Number(retryAfter);
        const wait = Number.isNaN(seconds) ? Date.parse(retryAfter) - Date.now() : seconds * 1000;
        if (!Number.isNaN(wait))
            return Math.max(0, wait);
    }
    const limit = /;\s*r=0\s*;\s*t=(\d+)/.exec(headers.get('RateLimit') ?? '');
    return status === 429 && limit !== null ? Number(limit[1]) * 1000 : undefined;
}


/***/ }),

/***/ 8541:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   CR: () => (/* binding */ wasNeverSent),
/* harmony export */   E3: () => (/* binding */ connectionProblem),
/* harmony export */   T6: () => (/* binding */ ProxyError),
/* harmony export */   uj: () => (/* binding */ PROXY_CODES)
/* harmony export */ });
/* harmony import */ var _causes_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(7701);

/** Why a request did not pass a proxy, in words that a user reads instead of a code. */
class ProxyError extends Error {
    /** The code of the failed connection, or one of {@link PROXY_CODES} if the proxy answered, or if no code is known. */
    code;
    constructor(message, code, cause) {
        super(message, { cause });
        this.name = 'ProxyError';
        this.code = code;
    }
}
/** Codes of a {@link ProxyError} without a failed connection: its setting is not an address, or it made no tunnel. */
const PROXY_CODES = { address: 'PROXY_ADDRESS', refused: 'PROXY_REFUSED' };
/** Codes of a connection that was never made. */
const NEVER_MADE = new Set([
    'ECONNREFUSED',
    'ENOTFOUND',
    'EAI_AGAIN',
    'ENETUNREACH',
    'EHOSTUNREACH',
    'UND_ERR_CONNECT_TIMEOUT',
    ...Object.values(PROXY_CODES),
]);
/** Returns why a connection failed: the proxy's part in words, or the outermost code; empty if there is neither. */
function connectionProblem(error) {
    for (const cause of (0,_causes_js__WEBPACK_IMPORTED_MODULE_0__/* .causesOf */ .c)(error)) {
        if (cause instanceof ProxyError)
            return cause.message;
        if (typeof cause.code === 'string')
            return cause.code;
    }
    return '';
}
/** True if a request failed before there was a connection, so that the server cannot have acted. */
function wasNeverSent(error) {
    return [...(0,_causes_js__WEBPACK_IMPORTED_MODULE_0__/* .causesOf */ .c)(error)].some(({ code }) => NEVER_MADE.has(code));
}


/***/ }),

/***/ 9196:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   Ik: () => (/* binding */ HubError),
/* harmony export */   JH: () => (/* binding */ plainReason),
/* harmony export */   cq: () => (/* binding */ explainStatus)
/* harmony export */ });
/** An error of the Hub in words for users, with the facts that code needs to decide how to continue. */
class HubError extends Error {
    /** HTTP status, undefined when no answer arrived. */
    status;
    /** The Hub's `X-Error-Code`, for example `RepoNotFound`. */
    code;
    /** True if the Hub may have carried out the request although it was not confirmed. */
    mayHaveHappened;
    /** True if the whole change may succeed when it starts anew, while the same request would fail again. */
    isWorthRepeating;
    constructor(message, details = {}) {
        super(message, { cause: details.cause });
        this.name = 'HubError';
        this.status = details.status;
        this.code = details.code;
        this.mayHaveHappened = details.mayHaveHappened ?? false;
        this.isWorthRepeating = details.isWorthRepeating ?? false;
    }
}
/** The Hub's answer if an owner has no storage left for a repo's files (huggingface_hub#3048). */
const STORAGE_FULL = /\bstorage (?:limit|quota)\b|\bstorage\b.*\b(?:reached|exceeded|full)\b/i;
/** Returns what an HTTP status of the Hub means for the user and how to fix it. */
function explainStatus(answer) {
    const { endpoint, repo, status, reason, requestId, location, isPage = false } = answer;
    const said = reason === '' ? '' : ` The Hub answered: ${reason}.`;
    const reference = requestId === null ? '' : ` (request id ${requestId})`;
    const advice = () => {
        if (location !== null) {
            return `The Hub at ${endpoint} redirected a request about ${repo} to ${location} (${status}), but only downloads and uploads follow redirects. If the repo was renamed, use its new name. Otherwise check hub-endpoint.`;
        }
        if (status < 500 && STORAGE_FULL.test(reason)) {
            const [, owner] = repo.split('/');
            return `The Hub has no storage left for the files of ${repo} (${status}). Remove versions or repos of ${owner} that are no longer needed, or buy storage: at ${endpoint}/settings/billing, or for an organization in its own settings. Then run the workflow again.`;
        }
        if (status === 403 && isPage) {
            return `A request about ${repo} was answered with a web page (403), which the Hub never sends. A proxy or firewall between the runner and ${endpoint} may have blocked the request. Allow the runner to reach ${endpoint}, then run the workflow again.`;
        }
        switch (status) {
            case 401:
                return `The Hub refused the token for ${repo} (401): it is not valid, has expired, or has no access to this repo. Create a token with write access at ${endpoint}/settings/tokens and pass it as hf-token.`;
            case 403:
                return `The token has no permission for this on ${repo} (403). Give it write access to this repo or its organization at ${endpoint}/settings/tokens, or pass another token as hf-token.`;
            case 404:
                return `The Hub does not find ${repo}, or the requested part of it (404). Check the name, and that the token may see it.`;
            case 409:
                return `Another change to ${repo} was in progress (409). Run the workflow again.`;
            case 412:
                return `${repo} was changed by someone else in the meantime (412). Run the workflow again.`;
            case 429:
                return `The Hub's rate limit for ${repo} was reached (429) and did not clear in time. Run the workflow again later.`;
            default:
                return status >= 500
                    ? `The Hub at ${endpoint} failed with ${status} on ${repo}. Check its state at https://status.huggingface.co, and run the workflow again later.`
                    : `The Hub rejected a request about ${repo} (${status}).`;
        }
    };
    return `${advice()}${said}${reference}`;
}
/** Returns a server's own words as one short line, without tokens and signed addresses. */
function plainReason(text) {
    return String(text ?? '')
        .replace(/\bhf_[\w.-]+/g, 'hf_…')
        .replace(/\b(https?:\/\/[^\s?]+)\?\S*/g, '$1')
        .replace(/[\s\p{Cc}]+/gu, ' ')
        .replace(/[.\s]+$/, '')
        .slice(0, 300);
}


/***/ }),

/***/ 9670:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   AW: () => (/* binding */ isRepoName),
/* harmony export */   Qv: () => (/* binding */ REPO_NAME_RULE),
/* harmony export */   VE: () => (/* binding */ repoNameIn)
/* harmony export */ });
/* unused harmony exports REPO_NAME_PATTERN, LONGEST_REPO_NAME, isOwnerName */
/** The form of the name of a repo on the Hub, after "Write it as". */
const REPO_NAME_RULE = 'owner/name, with letters, digits, "-", "_" and "."';
const PART = '[A-Za-z0-9_](?:[\\w.-]*[A-Za-z0-9_])?';
/** Pattern of the names that the Hub allows for a repo, without the limit of length. */
const REPO_NAME_PATTERN = new RegExp(`^(?!.*(?:--|\\.\\.|\\.git$))${PART}/${PART}$`);
const OWNER_NAME = new RegExp(`^${PART}$`);
const LONGEST_REPO_NAME = 96;
/**
 * True for a name that the Hub allows for a repo (`validate_repo_id` of huggingface_hub): `owner/name`, letters,
 * digits, `-`, `_` and `.`, neither starting nor ending with `-` or `.`, without `--` and `..`, at most 96 characters.
 */
function isRepoName(name) {
    return REPO_NAME_PATTERN.test(name) && name.length <= LONGEST_REPO_NAME;
}
/**
 * Returns the repo that an address names, such as that of its page, of a file in it or of its clone; null for a text
 * without one.
 */
function repoNameIn(address) {
    const path = address
        .replace(/^[a-z+]+:\/\/(?:[^/]*[.:@][^/]*\/)?|^git@[^:/]*:/i, '')
        .replace(/^[^/\s]*\.[^/\s]*\/(?=(?:datasets|models|spaces)\/)/, '');
    const [, name] = /^(?:(?:datasets|models|spaces)\/)?([^/\s]+\/[^/\s?#]+)(?:\/?$|[?#]|\/(?:tree|blob|resolve)\/)/.exec(path) ?? [];
    const repo = name?.replace(/\.git$/, '');
    return repo !== undefined && repo !== address && isRepoName(repo) ? repo : null;
}
/** True for a possible name of a user or an organization of the Hub. */
function isOwnerName(name) {
    return OWNER_NAME.test(name) && !/--|\.\./.test(name) && name.length <= LONGEST_REPO_NAME;
}


/***/ }),

/***/ 3751:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {


// EXPORTS
__nccwpck_require__.d(__webpack_exports__, {
  E: () => (/* binding */ runPauseSpace)
});

// EXTERNAL MODULE: ./build/action/read-inputs.js + 1 modules
var read_inputs = __nccwpck_require__(7534);
// EXTERNAL MODULE: ./build/http/failed-answer.js
var failed_answer = __nccwpck_require__(8935);
// EXTERNAL MODULE: external "node:timers/promises"
var promises_ = __nccwpck_require__(8500);
;// CONCATENATED MODULE: ./build/http/poll.js

const DELAYS_MS = [1000, 2000, 3000, 5000, 10_000, 15_000];
/** Time in milliseconds for a last look. */
const LEAST_LOOK_MS = 1000;
/**
 * Looks at something until it is done, the time is over, the run is cancelled, or a look fails for good. A look that
 * fails temporarily does not end the wait. Never rejects: the thing was started, however the looks end.
 *
 * @param options.first result before the first look
 * @param options.look must end when its signal is aborted, because the time is over
 * @param options.isPassing returns whether a failed look may be repeated
 * @param options.delaysMs waits between looks in milliseconds; the last one repeats
 */
async function pollUntil(options) {
    const { look, isDone, isPassing, timeoutMs, signal, delaysMs = DELAYS_MS } = options;
    const deadline = performance.now() + timeoutMs;
    let seen = options.first;
    for (let poll = 0;; poll++) {
        if (isDone(seen))
            return { seen, end: 'done', reason: '' };
        if (signal?.aborted)
            return { seen, end: 'cancelled', reason: '' };
        const left = deadline - performance.now();
        if (left <= 0)
            return { seen, end: 'time', reason: '' };
        const delayMs = Math.min(left, delaysMs[Math.min(poll, delaysMs.length - 1)]);
        await (0,promises_.setTimeout)(delayMs, undefined, { signal }).catch(() => undefined);
        if (signal?.aborted)
            continue;
        const lookMs = Math.max(LEAST_LOOK_MS, Math.ceil(deadline - performance.now()));
        const limit = AbortSignal.timeout(lookMs);
        try {
            seen = await look(limit);
        }
        catch (error) {
            if (signal?.aborted || limit.aborted || isPassing(error))
                continue;
            return { seen, end: 'lost', reason: error instanceof Error ? error.message : String(error) };
        }
    }
}

// EXTERNAL MODULE: ./build/hub/hub-error.js
var hub_error = __nccwpck_require__(9196);
;// CONCATENATED MODULE: ./build/hub/restart-space.js



const FAILED_STAGES = new Set(['BUILD_ERROR', 'RUNTIME_ERROR', 'CONFIG_ERROR', 'NO_APP_FILE']);
/** Stages that a Space leaves only when a person or its program acts. */
const SETTLED_STAGES = new Set(['RUNNING', 'SLEEPING', 'STOPPED', 'PAUSED', 'DELETING']);
const POLL_DELAYS_MS = [...Array(30).fill(1000), 2000, 3000, 5000, 8000, 10_000];
/**
 * Restarts a Space and waits for a stage of its new runtime. The Hub gives a runtime no identity, so the stage from
 * before the restart counts only after another one was seen. For that, the first looks are one second apart. A look
 * that fails temporarily does not end the wait.
 *
 * @throws HubError if the Space cannot be restarted
 */
async function restartSpace(space, options) {
    const { factoryReboot, variables = {}, waitFor, onStage } = options;
    const before = await space.stage();
    for (const [key, value] of Object.entries(variables))
        await space.setVariable(key, value);
    const answered = await space.restart({ factoryReboot });
    onStage?.(answered);
    if (waitFor === null)
        return { stage: answered, problem: null, isUnsettled: false };
    return waitForStage(space, { ...options, waitFor, before, first: answered });
}
/**
 * Returns whether a Space has been restarted with a value of an environment variable, and has not failed since. The Hub
 * restarts a running Space when a variable changes, so a run that was killed after that left nothing to do.
 *
 * @throws HubError if the Space cannot be read
 */
async function wasRestartedWith(space, key, value) {
    return (await space.variable(key)) === value && !FAILED_STAGES.has(await space.stage());
}
/** Pauses a Space and waits until it is paused. @throws HubError if the Space cannot be paused */
async function pauseSpace(space, options) {
    const first = await space.pause();
    options.onStage?.(first);
    if (!options.wait || first === 'PAUSED')
        return { stage: first, problem: null, isUnsettled: false };
    return waitForStage(space, { ...options, waitFor: 'PAUSED', before: first, first });
}
async function waitForStage(space, options) {
    const { waitFor, before, first, pollDelaysMs: delaysMs = POLL_DELAYS_MS, onStage } = options;
    let last = first;
    let isNew = first !== before;
    const { seen, end, reason } = await pollUntil({
        ...options,
        delaysMs,
        async look(limit) {
            const stage = await space.stage(limit);
            if (stage === last)
                return stage;
            last = stage;
            isNew = true;
            onStage?.(stage);
            return stage;
        },
        isDone: (stage) => isNew && (stage === waitFor || isEnd(stage, waitFor)),
        isPassing: (error) => error instanceof hub_error/* HubError */.Ik && (0,failed_answer/* isPassing */.WG)(error.status),
    });
    switch (end) {
        case 'done': {
            const problem = seen === waitFor ? null : endProblem(space, seen, waitFor);
            return { stage: seen, problem, isUnsettled: false };
        }
        case 'cancelled':
            return { stage: seen, problem: cancelProblem(space, seen, waitFor), isUnsettled: true };
        case 'time':
            return { stage: seen, problem: timeoutProblem(space, seen, isNew, options), isUnsettled: true };
        case 'lost':
            return { stage: seen, problem: reason, isUnsettled: true };
    }
}
function isEnd(stage, waitFor) {
    if (stage === 'RUNNING')
        return !SETTLED_STAGES.has(waitFor);
    return FAILED_STAGES.has(stage) || SETTLED_STAGES.has(stage);
}
function endProblem(space, stage, waitFor) {
    const logs = `Its logs: ${space.logsUrl(stage)}`;
    return FAILED_STAGES.has(stage)
        ? `The Space ${space.name} reached ${stage} instead of ${waitFor}. ${logs}`
        : `The Space ${space.name} reached ${stage} and stays there, instead of ${waitFor}. Its program or a person caused this. ${logs}`;
}
function cancelProblem(space, stage, waitFor) {
    return `The wait for ${waitFor} of the Space ${space.name} was ended, and the Space was left as it is: its last stage is ${stage}.`;
}
function timeoutProblem(space, stage, isNew, { waitFor, timeoutMs }) {
    const last = isNew
        ? `its last stage is ${stage}`
        : `its stage is still ${stage} as before, and no new runtime was seen`;
    const minutes = Number((timeoutMs / 60_000).toFixed(2));
    return `The Space ${space.name} did not reach ${waitFor} within ${minutes} minutes: ${last}. Raise timeout-minutes, or check its logs: ${space.logsUrl(stage)}`;
}

;// CONCATENATED MODULE: ./build/runs/pause-space.js


const TIMEOUT_MS = 5 * 60_000;
/** Pauses a Space. @throws InputError; Error that was not reported yet if the Space is not paused */
async function runPauseSpace(reading, { openSpace }, signal) {
    const { info, output } = reading.surroundings;
    output('stage', '');
    const inputs = (0,read_inputs/* usableValues */.Z)(reading);
    const { spaceId: name, wait, dryRun } = inputs;
    if (dryRun) {
        info(`Dry run: the Space ${name} would be paused.`);
        return true;
    }
    const { stage, problem } = await pauseSpace(openSpace(name, inputs, signal), {
        wait,
        timeoutMs: TIMEOUT_MS,
        signal,
        onStage: (seen) => info(`The Space ${name} is ${seen}.`),
    });
    output('stage', stage);
    if (problem !== null)
        throw new Error(problem);
    return true;
}


/***/ }),

/***/ 1065:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   Dk: () => (/* binding */ escapeInLine),
/* harmony export */   FV: () => (/* binding */ escapeMarkdown)
/* harmony export */ });
/* unused harmony exports markdownTable, formatCount, counted, formatPercent, listSome, escapeStart, oneLine, withoutControls */
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


/***/ }),

/***/ 9626:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {


// EXPORTS
__nccwpck_require__.d(__webpack_exports__, {
  O: () => (/* binding */ openSpaceIn)
});

// UNUSED EXPORTS: openHub

// EXTERNAL MODULE: ./build/http/failed-answer.js
var failed_answer = __nccwpck_require__(8935);
;// CONCATENATED MODULE: ./build/model/identity.js
/** Returns the identity token that another CI than GitHub's put into the environment; null when there is none. */
function givenIdentity({ HF_OIDC_ID_TOKEN: identity = '' }) {
    return identity.trim() || null;
}
/**
 * Returns whether the environment can prove its identity: it holds an identity token, or is that of a job of GitHub
 * Actions with `id-token: write`.
 */
function hasIdentity(environment) {
    const { ACTIONS_ID_TOKEN_REQUEST_URL: url, ACTIONS_ID_TOKEN_REQUEST_TOKEN: token } = environment;
    return givenIdentity(environment) !== null || (Boolean(url) && Boolean(token));
}

// EXTERNAL MODULE: ./build/hub/hub-error.js
var hub_error = __nccwpck_require__(9196);
;// CONCATENATED MODULE: external "node:fs/promises"
const promises_namespaceObject = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:fs/promises");
;// CONCATENATED MODULE: ./build/files/own-file.js

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
    const handle = await (0,promises_namespaceObject.open)(file).catch((cause) => {
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

;// CONCATENATED MODULE: ./build/files/pieces-blob.js
/** Bytes that come in pieces as a Blob. */
class PiecesBlob extends Blob {
    size;
    /** @param size bytes of all pieces */
    constructor(size) {
        super([]);
        this.size = size;
    }
    stream() {
        return ReadableStream.from(this.pieces());
    }
    async bytes() {
        const bytes = new Uint8Array(this.size);
        let offset = 0;
        for await (const piece of this.pieces()) {
            bytes.set(piece, offset);
            offset += piece.length;
        }
        return bytes;
    }
    async arrayBuffer() {
        return (await this.bytes()).buffer;
    }
    async text() {
        return new TextDecoder().decode(await this.bytes());
    }
}

;// CONCATENATED MODULE: ./build/files/file-blob.js


/** A range of a file as a Blob, of which only the piece that is sent is in memory. Reading it throws OwnFileError. */
class FileBlob extends PiecesBlob {
    /** Why the file could not be read; a request with this body reports only its own error. */
    failure = null;
    #file;
    #start;
    /**
     * @param file which must not change any more
     * @param end position of the first byte that is not part of it
     */
    constructor(file, start, end) {
        super(end - start);
        this.#file = file;
        this.#start = start;
    }
    slice(start = 0, end = this.size) {
        const [from, to] = [start, end].map((position) => Math.min(this.size, Math.max(0, position < 0 ? this.size + position : position)));
        return new FileBlob(this.#file, this.#start + from, this.#start + Math.max(from, to));
    }
    async *pieces() {
        try {
            yield* readPieces(this.#file, this.#start, this.#start + this.size);
        }
        catch (error) {
            this.failure = error;
            throw error;
        }
    }
}

// EXTERNAL MODULE: external "node:timers/promises"
var promises_ = __nccwpck_require__(8500);
;// CONCATENATED MODULE: ./node_modules/is-network-error/index.js
const objectToString = Object.prototype.toString;

const isError = value => objectToString.call(value) === '[object Error]';

const errorMessages = new Set([
	'network error', // Chrome
	'NetworkError when attempting to fetch resource.', // Firefox
	'The Internet connection appears to be offline.', // Safari 16
	'Network request failed', // `cross-fetch`
	'fetch failed', // Undici (Node.js)
	'terminated', // Undici (Node.js)
	' A network error occurred.', // Bun (WebKit)
	'Network connection lost', // Cloudflare Workers (fetch)
]);

function isNetworkError(error) {
	const isValid = error
		&& isError(error)
		&& error.name === 'TypeError'
		&& typeof error.message === 'string';

	if (!isValid) {
		return false;
	}

	const {message, stack} = error;

	// Safari 17+ has generic message but no stack for network errors
	if (message === 'Load failed' || (message.startsWith('Load failed (') && message.endsWith(')'))) {
		return stack === undefined
			// Sentry adds its own stack trace to the fetch error, so also check for that
			|| '__sentry_captured__' in error;
	}

	// Deno network errors start with specific text
	if (message.startsWith('error sending request for url')) {
		return true;
	}

	// Chrome: exact "Failed to fetch" or with hostname: "Failed to fetch (example.com)"
	if (message === 'Failed to fetch' || (message.startsWith('Failed to fetch (') && message.endsWith(')'))) {
		return true;
	}

	// Standard network error messages
	return errorMessages.has(message);
}

;// CONCATENATED MODULE: ./node_modules/p-retry/index.js


function validateRetries(retries) {
	if (typeof retries === 'number') {
		if (retries < 0) {
			throw new TypeError('Expected `retries` to be a non-negative number.');
		}

		if (Number.isNaN(retries)) {
			throw new TypeError('Expected `retries` to be a valid number or Infinity, got NaN.');
		}

		// Not `Number.isSafeInteger`, which would reject a huge `retries`. That is accepted on purpose and behaves as effectively forever.
		// eslint-disable-next-line unicorn/prefer-number-is-safe-integer
		if (Number.isFinite(retries) && !Number.isInteger(retries)) {
			throw new TypeError('Expected `retries` to be a non-negative integer or Infinity.');
		}
	} else if (retries !== undefined) {
		throw new TypeError('Expected `retries` to be a number or Infinity.');
	}
}

function validateNumberOption(name, value, {allowInfinity = false} = {}) {
	if (typeof value !== 'number' || Number.isNaN(value)) {
		throw new TypeError(`Expected \`${name}\` to be a number${allowInfinity ? ' or Infinity' : ''}.`);
	}

	if (!allowInfinity && !Number.isFinite(value)) {
		throw new TypeError(`Expected \`${name}\` to be a finite number.`);
	}

	if (value < 0) {
		throw new TypeError(`Expected \`${name}\` to be \u{2265} 0.`);
	}
}

function validateOption(name, value, type) {
	// `null` means "not provided", as it does for the other options. `unref` needs this because it is the one option with no default of its own.
	if (value === undefined || value === null) {
		return;
	}

	if (typeof value !== type) {
		throw new TypeError(`Expected \`${name}\` to be a ${type}.`);
	}
}

function validateSignal(value) {
	// `null` means "not provided", as it does for the other options.
	if (value === undefined || value === null) {
		return;
	}

	// Duck typed rather than `instanceof`, so a signal from another realm still works. All three methods are checked because `removeEventListener` is called from inside a timer callback, where a `TypeError` would be an uncaught exception rather than a rejection the caller could catch.
	if (typeof value.throwIfAborted !== 'function'
		|| typeof value.addEventListener !== 'function'
		|| typeof value.removeEventListener !== 'function') {
		throw new TypeError('Expected `signal` to be an AbortSignal.');
	}
}

class AbortError extends Error {
	constructor(message) {
		super(typeof message === 'string' ? message : undefined);

		this.name = 'AbortError';

		if (message instanceof Error) {
			this.originalError = message;
			({message} = message);
		} else {
			// Created here, so it already captures every caller frame. Copying `this.stack` instead would only rewrite the header, which is rendered lazily from `name` and `message` at read time. It also stringifies a non-string message, so reuse its result below.
			this.originalError = new Error(message);
			({message} = this.originalError);

			// The caller sees this error, so the frame for this constructor is dropped where the runtime supports it. Left in, the top frame blames p-retry for an error the caller threw. An error the caller passed keeps its own stack, which points at their throw site already. V8-only, hence the lint exception, and the optional call leaves the stack as it is where it is missing.
			// eslint-disable-next-line unicorn/no-nonstandard-builtin-properties
			Error.captureStackTrace?.(this.originalError, AbortError);
		}

		this.message = message;
	}
}

// `setTimeout` cannot represent a longer delay and fires it right away instead, which turns a long backoff into a tight retry loop. Cap at the largest value it can still hold.
const maximumDelay = (2 ** 31) - 1;

function calculateDelay(retriesConsumed, options) {
	// Nothing to wait for, and multiplying by a factor that has grown to `Infinity` would give `NaN`.
	if (options.minTimeout === 0) {
		return 0;
	}

	// `retriesConsumed` starts at 0 and only ever counts up, so the first retry is already attempt 1.
	const attempt = retriesConsumed + 1;
	const random = options.randomize ? (Math.random() + 1) : 1;

	const timeout = Math.round(random * options.minTimeout * (options.factor ** (attempt - 1)));

	// `maxTimeout` rounds up, so a fractional cap still gives a whole number of milliseconds. Rounding down would turn a cap below 1 into no timer at all, which never yields to the event loop. `Math.ceil(Infinity)` is `Infinity`.
	return Math.min(timeout, Math.ceil(options.maxTimeout), maximumDelay);
}

function calculateRemainingTime(start, max) {
	return Number.isFinite(max) ? max - (performance.now() - start) : max;
}

async function delayForRetry(delay, options) {
	if (delay <= 0) {
		return;
	}

	await new Promise((resolve, reject) => {
		// Registered with `once`, so it removes itself when it fires.
		const onAbort = () => {
			clearTimeout(timeoutToken);
			reject(options.signal.reason);
		};

		const timeoutToken = setTimeout(() => {
			options.signal?.removeEventListener('abort', onAbort);
			resolve();
		}, delay);

		if (options.unref) {
			timeoutToken.unref?.();
		}

		options.signal?.addEventListener('abort', onAbort, {once: true});
	});
}

// Stringifying a thrown value can itself throw, for an object with no usable `toString`. That must never be allowed to replace the failure the caller is actually dealing with.
//
// A thrown value whose own accessors or proxy traps throw is not supported, here or anywhere else. It comes from the caller's own code, so it is not something to defend against.
function stringifyThrownValue(value) {
	try {
		return String(value);
	} catch {
		return Object.prototype.toString.call(value);
	}
}

// `AbortError` wraps the error the caller actually wants, and the wrappers can be nested, so keep unwrapping until the cause is reached. Otherwise an `AbortError` would escape `pRetry` and a `catch` doing `error instanceof AbortError` would read a real failure as a cancellation.
//
// Two wrappers whose `originalError` points at each other are not supported, like the thrown values above.
function unwrapAbortError(error) {
	let cause = error;

	// A wrapper with no error to unwrap to is the cause as far as it goes.
	while (cause instanceof AbortError && cause.originalError instanceof Error) {
		cause = cause.originalError;
	}

	return cause;
}

async function onAttemptFailure({error, attemptNumber, retriesConsumed, startTime, options}) {
	// The signal is checked after the operation and after every callback, so a cancellation is never reported as an operation failure or a callback's decision, and no callback runs after it. The last check also guards the delay, whose abort listener never fires on a signal that is already aborted.
	const abortIfNeeded = () => {
		options.signal?.throwIfAborted();
	};

	const normalizedError = error instanceof Error
		? error
		: new TypeError(`Non-error was thrown: "${stringifyThrownValue(error)}". You should only throw errors.`);

	// Checked before unwrapping an `AbortError`, because the reason a caller aborted with is final. Unwrapping it would replace the reason they chose with whatever is inside it, and it would also let an `AbortError` from the operation outrank a cancellation the caller asked for.
	abortIfNeeded();

	if (normalizedError instanceof AbortError) {
		throw unwrapAbortError(normalizedError);
	}

	// `retriesConsumed` only ever advances while `retriesLeft` is above 0, so this is never negative. `Infinity` minus a finite count is `Infinity`, so an unlimited budget needs no special case.
	const retriesLeft = options.retries - retriesConsumed;

	// A `TypeError` normally means the operation itself is broken rather than the thing it was trying to reach, so retrying it does not help. A network `TypeError` is the exception, and its message differs per runtime, so it has to be recognised rather than assumed.
	const isRetriableError = !(normalizedError instanceof TypeError) || isNetworkError(normalizedError);

	// Out of time already, out of retries, or a failure that is never retried, so the delay is 0 and the callbacks are told that no retry follows. Only computed when a retry can still follow, so a randomized delay does not draw from `Math.random` for a wait that is never taken.
	const timeLeft = calculateRemainingTime(startTime, options.maxRetryTime);
	const delayTime = isRetriableError && timeLeft > 0 && retriesLeft > 0 ? calculateDelay(retriesConsumed, options) : 0;

	const consumeRetryContext = Object.freeze({
		error: normalizedError,
		attemptNumber,
		retriesLeft,
		retriesConsumed,
		retryDelay: delayTime,
	});

	// No answer means no opinion, so fall back to the default. Treating it as `false` instead would leave `retries` uncounted and let the loop run forever.
	const consumeRetry = (await options.shouldConsumeRetry(consumeRetryContext)) ?? true;

	abortIfNeeded();

	const effectiveDelay = consumeRetry ? delayTime : 0;
	const context = Object.freeze({
		error: normalizedError,
		attemptNumber,
		retriesLeft,
		retriesConsumed,
		retryDelay: effectiveDelay,
	});

	await options.onFailedAttempt(context);

	abortIfNeeded();

	const remainingTime = calculateRemainingTime(startTime, options.maxRetryTime);

	// No time or budget left, or a failure that retrying cannot help with.
	if (
		!isRetriableError
		|| remainingTime <= 0
		|| retriesLeft <= 0
	) {
		throw normalizedError;
	}

	const shouldRetry = await options.shouldRetry(context);

	abortIfNeeded();

	if (!shouldRetry) {
		throw normalizedError;
	}

	const remainingTimeAfterShouldRetry = calculateRemainingTime(startTime, options.maxRetryTime);

	if (remainingTimeAfterShouldRetry <= 0) {
		throw normalizedError;
	}

	if (!consumeRetry) {
		return false;
	}

	await delayForRetry(Math.min(effectiveDelay, remainingTimeAfterShouldRetry), options);

	return true;
}

async function pRetry(input, options = {}) {
	options = {...options};

	// Applied before validating, so that `null` means "not provided" here as it does for every other option.
	options.retries ??= 10;

	validateRetries(options.retries);

	if (Object.hasOwn(options, 'forever')) {
		throw new Error('The `forever` option is no longer supported. For many use-cases, you can set `retries: Infinity` instead.');
	}

	options.factor ??= 2;
	options.minTimeout ??= 1000;
	options.maxTimeout ??= Infinity;
	options.maxRetryTime ??= Infinity;
	options.randomize ??= false;
	options.onFailedAttempt ??= () => {};
	options.shouldRetry ??= () => true;
	options.shouldConsumeRetry ??= () => true;

	// Validate the options that have a runtime type to check.
	validateOption('onFailedAttempt', options.onFailedAttempt, 'function');
	validateOption('shouldRetry', options.shouldRetry, 'function');
	validateOption('shouldConsumeRetry', options.shouldConsumeRetry, 'function');
	validateOption('randomize', options.randomize, 'boolean');
	validateOption('unref', options.unref, 'boolean');
	validateSignal(options.signal);
	validateNumberOption('factor', options.factor);
	validateNumberOption('minTimeout', options.minTimeout);
	validateNumberOption('maxTimeout', options.maxTimeout, {allowInfinity: true});
	validateNumberOption('maxRetryTime', options.maxRetryTime, {allowInfinity: true});

	// A negative factor is rejected above, so this only catches `0`. Treat it as `1` to keep the delay constant instead of dropping to zero after the first retry.
	if (options.factor === 0) {
		options.factor = 1;
	}

	options.signal?.throwIfAborted();

	let attemptNumber = 0;
	let retriesConsumed = 0;
	const startTime = performance.now();

	// A consumed count is always finite, so `Infinity` keeps this true and needs no special case.
	while (retriesConsumed <= options.retries) {
		attemptNumber++;

		try {
			options.signal?.throwIfAborted();

			const result = await input(attemptNumber);

			options.signal?.throwIfAborted();

			return result;
		} catch (error) {
			if (await onAttemptFailure({
				error,
				attemptNumber,
				retriesConsumed,
				startTime,
				options,
			})) {
				retriesConsumed++;
			}
		}
	}

	// Unreachable: `onAttemptFailure` throws once `retriesLeft` reaches 0, which is the same state the loop condition tests, so the loop is always left by a throw. Kept as a guard against a future change to either side breaking that pairing.
	throw new Error('Retry attempts exhausted without throwing an error.');
}

function makeRetriable(function_, options) {
	return function (...arguments_) {
		return pRetry(() => function_.apply(this, arguments_), options);
	};
}

;// CONCATENATED MODULE: ./build/http/retry.js


/** One attempt's failure, with the facts that decide about the next attempt. */
class FailedAttempt extends Error {
    /** The error to throw if there is no further attempt. */
    error;
    /** Why it failed, for the log. */
    reason;
    canBeRepeated;
    /** Wait that the server asked for, in milliseconds. */
    waitMs;
    constructor(error, details) {
        super(error.message);
        this.error = error;
        this.reason = details.reason;
        this.canBeRepeated = details.canBeRepeated;
        this.waitMs = details.waitMs;
    }
}
/**
 * Repeats an attempt until it succeeds, or until none is left.
 *
 * @param attempt throws {@link FailedAttempt} for a failure that may be repeated; any other error ends the attempts
 * @throws the error of the last failed attempt; the signal's reason if that ends a wait
 */
async function retry(attempt, options) {
    const { delaysMs, longestWaitMs = Number.POSITIVE_INFINITY, signal, onWait } = options;
    signal?.throwIfAborted();
    try {
        // The signal is not passed on: the error of an attempt that it broke off would be lost, and with it whether the
        // server may have acted.
        return await pRetry(attempt, {
            retries: delaysMs.length,
            minTimeout: 0,
            maxTimeout: 0,
            shouldRetry: ({ error }) => error instanceof FailedAttempt && error.canBeRepeated,
            onFailedAttempt: async ({ error, attemptNumber, retriesLeft }) => {
                if (!(error instanceof FailedAttempt) || !error.canBeRepeated || retriesLeft === 0)
                    return;
                const delayMs = error.waitMs ?? delaysMs[attemptNumber - 1];
                if (delayMs > longestWaitMs)
                    throw error;
                onWait?.({ reason: error.reason, delayMs });
                await (0,promises_.setTimeout)(delayMs, undefined, { signal }).catch(() => signal?.throwIfAborted());
            },
        });
    }
    catch (error) {
        throw error instanceof FailedAttempt ? error.error : error;
    }
}
/** Returns a signal that is aborted with the first of several, each of which may be missing. */
function anySignal(...signals) {
    return AbortSignal.any(signals.filter((signal) => signal instanceof AbortSignal));
}

// EXTERNAL MODULE: ./build/http/causes.js
var causes = __nccwpck_require__(7701);
// EXTERNAL MODULE: ./build/http/failed-connection.js
var failed_connection = __nccwpck_require__(8541);
;// CONCATENATED MODULE: ./build/hub/storage-refusal.js

/**
 * Reads a failed answer of the storage of large files: of another host than the Hub's, or in the XML of S3
 * (https://docs.aws.amazon.com/AmazonS3/latest/API/ErrorResponses.html).
 *
 * @returns null for an answer of the Hub itself
 */
function readStorageRefusal({ url, endpoint, repo, init }, response, body) {
    const text = Buffer.from(body).toString();
    const code = /<Error>[\s\S]*?<Code>([A-Za-z]{1,64})<\/Code>/.exec(text)?.[1] ?? null;
    // A download is redirected to storage.
    const { host, origin } = URL.parse(response.url) ?? url;
    if (origin === new URL(endpoint).origin && code === null)
        return null;
    const { status } = response;
    const what = init.method === 'PUT' ? 'an upload to' : 'a request about';
    const refused = `The Hub's storage at ${host} refused ${what} ${repo} (${status}${code === null ? '' : ` ${code}`})`;
    const isExpired = status === 403 && (/expired/i.test(code ?? '') || /\bhas expired\b/i.test(text));
    return {
        message: `${refused}${adviceOn({ host, status, code, isExpired })}`,
        isExpired,
        canPass: (0,failed_answer/* isPassing */.WG)(status) || code === 'RequestTimeout',
    };
}
function adviceOn(answer) {
    const { host, status, code, isExpired } = answer;
    if (code === 'RequestTimeTooSkewed') {
        return ": the runner's clock is wrong. Set it, for example by NTP, then run the workflow again.";
    }
    if (isExpired) {
        return ": its signed address had expired. Check that the runner's clock is right and its connection is fast enough, then run the workflow again.";
    }
    if (code === 'RequestTimeout') {
        return ": too little arrived in time. Check the runner's connection, then run the workflow again.";
    }
    if (status >= 500 || status === 429) {
        return '. Check the state of the Hub at https://status.huggingface.co, and run the workflow again later.';
    }
    return code === null
        ? `, without a reason. A proxy or firewall may have blocked the request. Allow the runner to reach ${host}, then run the workflow again.`
        : `. The token is not the cause. Run the workflow again. If it is refused again, check what a proxy between the runner and ${host} changes.`;
}

;// CONCATENATED MODULE: ./build/hub/failed-attempt.js






/** A request without a complete answer. */
function failedConnection({ url, endpoint, repo, isToHub, isCommit }, error, timedOut) {
    const problem = timedOut ? 'no answer in time' : (0,failed_connection/* connectionProblem */.E3)(error) || lastMessage(error);
    const host = isToHub ? `The Hub at ${endpoint}` : `The Hub's storage at ${url.origin}`;
    const mayHaveHappened = isCommit && !(0,failed_connection/* wasNeverSent */.CR)(error);
    const hubError = new hub_error/* HubError */.Ik(`${host} could not be reached for ${repo}: ${problem}. Check hub-endpoint and the runner's network, then run the workflow again.`, { mayHaveHappened, cause: error });
    return new FailedAttempt(hubError, { reason: problem, canBeRepeated: !mayHaveHappened });
}
/** Returns the message of the innermost cause of an error. */
function lastMessage(error) {
    return String([...(0,causes/* causesOf */.c)(error)].at(-1)?.message ?? error);
}
/** An answer other than success. */
function failedStatus(request, response, body) {
    const { url, endpoint, repo, isCommit } = request;
    const { status } = response;
    const refusal = readStorageRefusal(request, response, body);
    if (refusal !== null) {
        const { message, isExpired, canPass } = refusal;
        const error = new hub_error/* HubError */.Ik(message, { status, isWorthRepeating: isExpired });
        const waitMs = (0,failed_answer/* waitMsOf */.zL)(status, response.headers);
        return new FailedAttempt(error, { reason: `status ${status}`, canBeRepeated: canPass, waitMs });
    }
    const code = response.headers.get('X-Error-Code') ?? undefined;
    const reason = serverReason(url, response, body);
    const canPass = (0,failed_answer/* isPassing */.WG)(status) || isBusyCreating(status, reason);
    const mayHaveHappened = isCommit && (0,failed_answer/* mayHaveActed */.LR)(status);
    const message = (0,hub_error/* explainStatus */.cq)({
        endpoint,
        repo,
        status,
        code,
        reason,
        requestId: response.headers.get('X-Request-Id'),
        location: redirectTarget(response, url),
        isPage: isPage(response),
    });
    return new FailedAttempt(new hub_error/* HubError */.Ik(message, { status, code, mayHaveHappened }), {
        reason: `status ${status}`,
        canBeRepeated: canPass && !mayHaveHappened,
        waitMs: (0,failed_answer/* waitMsOf */.zL)(status, response.headers),
    });
}
/** Returns the target of a redirect: another host, or a path of the same host; null for any other answer. */
function redirectTarget({ status, headers }, from) {
    const location = headers.get('Location');
    if (status < 300 || status > 399 || location === null)
        return null;
    const to = URL.parse(location, from.href);
    if (to === null)
        return 'an invalid address';
    return to.origin === from.origin ? to.pathname : to.origin;
}
/** True for the answer to a repo that is created while the Hub creates another one of the same owner. */
function isBusyCreating(status, reason) {
    return (status === 409 && reason.startsWith('Cannot create repo: another conflicting operation is in progress'));
}
/** True for a web page, which the Hub's API never sends: each of its answers has a request id. */
function isPage({ headers }) {
    const isHtml = /^text\/html\b/i.test(headers.get('Content-Type') ?? '');
    return isHtml && !headers.has('X-Request-Id') && !headers.has('X-Error-Code');
}
/** Returns the Hub's own words about a failure, as one short line. */
function serverReason({ pathname }, response, body) {
    let reason = response.headers.get('X-Error-Message') ?? '';
    try {
        const answer = Object(JSON.parse(Buffer.from(body).toString()));
        reason = (/\/info\/lfs\//.test(pathname) ? (answer.error ?? answer.message) : answer.error) ?? reason;
    }
    catch {
        // Not JSON: the page of a proxy, which does not help the user.
    }
    return (0,hub_error/* plainReason */.JH)(reason);
}

;// CONCATENATED MODULE: ./build/hub/hub-request.js
/** One request, and what it is about. */
class HubRequest {
    url;
    init;
    /** Base URL of the Hub without a trailing slash. */
    endpoint;
    /** Repo the request is about, for error messages. */
    repo;
    constructor(url, init, about) {
        this.url = url;
        this.init = init;
        this.endpoint = about.endpoint;
        this.repo = about.repo;
    }
    /** True if the request goes to the Hub itself, not to its storage or another host. */
    get isToHub() {
        return this.url.origin === new URL(this.endpoint).origin;
    }
    /** True for a download or an upload of a file; the Hub redirects only these to its storage. */
    get mayBeRedirected() {
        const { method = 'GET' } = this.init;
        if (method === 'PUT')
            return !this.isToHub;
        return method === 'GET' && this.isToHub && /^(?:\/datasets)?\/[^/]+\/[^/]+\/resolve\//.test(this.#path);
    }
    /** True for a commit, which must not be made twice. */
    get isCommit() {
        return this.init.method === 'POST' && /^\/api\/\w+\/[^/]+\/[^/]+\/commit\//.test(this.#path);
    }
    /** True for a change of a whole repo, before whose end the Hub does not answer. */
    get isLong() {
        return this.isCommit || /\/(?:super-squash\/[^/]+|lfs-files\/batch)$/.test(this.#path);
    }
    /** Path below the endpoint. */
    get #path() {
        const { pathname } = new URL(this.endpoint);
        return pathname === '/' ? this.url.pathname : this.url.pathname.slice(pathname.length);
    }
}

;// CONCATENATED MODULE: ./build/hub/hub-fetch.js




/**
 * Replaces the token in the requests to {@link createHubFetch}. A request that carries it is signed; any other, such as
 * an upload to a signed address, is not. It looks like a token because `@huggingface/hub` checks that.
 */
const TOKEN_PLACEHOLDER = 'hf_placeholder';
const RETRY_DELAYS_MS = [1000, 2000, 4000, 8000];
const TIMEOUT_MS = 60_000;
/** The Hub takes up to a minute for a commit before it answers. */
const COMMIT_TIMEOUT_MS = 180_000;
/** Speed of the slowest upload that is waited for. */
const UPLOAD_BYTES_PER_MS = 100;
/** Rate windows of the Hub last 5 minutes. */
const LONGEST_WAIT_MS = 330_000;
/** Nothing that is read from the Hub into memory is larger, unless data files are asked for. */
const MAX_BODY_BYTES = 16 << 20;
/**
 * Creates a `fetch` for the Hub that `@huggingface/hub` accepts as well. It signs requests to the Hub, limits their
 * time, reads the whole answer, and repeats requests that failed temporarily and are safe to repeat. Before that it
 * waits as `Retry-After` or `RateLimit` ask (https://huggingface.co/docs/hub/rate-limits). A commit is repeated only if
 * it cannot have been made.
 *
 * @returns a fetch whose promise is fulfilled by successful answers only; it rejects with {@link HubError}, or
 * OwnFileError for a body that is a missing file
 */
function createHubFetch(options) {
    const { retryDelaysMs: delaysMs = RETRY_DELAYS_MS, repo, onWait } = options;
    return (input, init) => {
        const request = new HubRequest(new URL(String(input)), init ?? {}, options);
        return retry(() => sendOnce(options, request), {
            delaysMs,
            longestWaitMs: LONGEST_WAIT_MS,
            signal: anySignal(options.signal, init?.signal),
            onWait: (wait) => onWait?.({ repo, ...wait }),
        });
    };
}
async function sendOnce(options, request) {
    const { url, init } = request;
    const headers = new Headers(init.headers);
    if (headers.get('Authorization') === `Bearer ${TOKEN_PLACEHOLDER}`) {
        if (request.isToHub)
            headers.set('Authorization', `Bearer ${await options.token(options.repo)}`);
        else
            headers.delete('Authorization');
    }
    const timeout = AbortSignal.timeout(timeLimit(options, request));
    const signal = anySignal(timeout, init.signal, options.signal);
    let response;
    let body;
    try {
        const send = options.fetch ?? fetch;
        // A redirect to another place would carry the body along: a commit, or the job's identity.
        const redirect = request.mayBeRedirected ? 'follow' : 'manual';
        response = await send(url, { ...init, headers, redirect, signal });
        body = await readBody(response, options.mostBytes);
    }
    catch (error) {
        options.signal?.throwIfAborted();
        init.signal?.throwIfAborted();
        if (init.body instanceof FileBlob && init.body.failure !== null)
            throw init.body.failure;
        throw failedConnection(request, error, timeout.aborted);
    }
    if (!response.ok)
        throw failedStatus(request, response, body);
    if (init.body instanceof Blob)
        options.onUploaded?.(options.repo, init.body.size);
    const hasBody = ![204, 205, 304].includes(response.status);
    const answer = new Response(hasBody ? body : null, response);
    return Object.defineProperty(answer, 'url', { value: response.url });
}
function timeLimit({ timeoutMs = TIMEOUT_MS }, { init, isLong }) {
    if (isLong)
        return Math.max(timeoutMs, COMMIT_TIMEOUT_MS);
    return timeoutMs + (init.body instanceof Blob ? Math.ceil(init.body.size / UPLOAD_BYTES_PER_MS) : 0);
}
async function readBody(response, mostBytes = MAX_BODY_BYTES) {
    const chunks = [];
    let size = 0;
    for await (const chunk of response.body ?? []) {
        size += chunk.length;
        if (size > mostBytes)
            throw new Error(`the answer is larger than ${mostBytes} bytes`);
        chunks.push(chunk);
    }
    return Buffer.concat(chunks);
}

// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __nccwpck_require__(7598);
;// CONCATENATED MODULE: ./build/model/file.js

/** Returns git's id for the content of a file: SHA-1 of the header `blob <length>\0` and the bytes. */
function gitBlobId(content) {
    return createHash('sha1').update(`blob ${content.length}\0`).update(content).digest('hex');
}
/** Returns the lower-case hexadecimal SHA-256 of content in pieces in order. */
function sha256Of(chunks) {
    const hash = createHash('sha256');
    for (const chunk of chunks)
        hash.update(chunk);
    return hash.digest('hex');
}
/** Returns whether a listed file is the expected one; null if the listed facts do not suffice. */
function file_agrees(listed, { size, sha256, chunks }) {
    if (listed.size !== null && listed.size !== size)
        return false;
    if (listed.sha256 !== null)
        return listed.sha256 === sha256;
    if (listed.blobId === null || chunks === undefined)
        return null;
    return listed.blobId === gitBlobId(Buffer.concat(chunks));
}
/** Returns the file with this content. */
function file_fileOf(path, content) {
    const chunks = [content];
    return { path, size: content.length, sha256: sha256Of(chunks), chunks };
}
/** True for two ids of one commit, even if a Hub gives only the first digits of one of them. */
function isSameCommit(a, b) {
    return a.startsWith(b) || b.startsWith(a);
}

;// CONCATENATED MODULE: ./build/hub/repo-state.js


/** A commit's id: SHA-1 or SHA-256 in hexadecimal, by the Hub's kind. */
const COMMIT_ID = /^[0-9a-f]{40}(?:[0-9a-f]{24})?$/;
/**
 * Returns what a repo holds, from the answer to `GET /api/datasets/{name}?blobs=true`; some Hubs leave out blob ids or
 * hashes.
 *
 * @returns null if the answer is not about a repo
 */
function stateOf(answer) {
    const { sha, private: isPrivate, siblings } = fields(answer);
    if (!matches(sha, COMMIT_ID) || !Array.isArray(siblings))
        return null;
    const files = siblings.map((sibling) => {
        const { rfilename, size, blobId, lfs } = fields(sibling);
        const { sha256 } = fields(lfs);
        const id = {
            size: Number.isSafeInteger(size) ? size : null,
            blobId: matches(blobId, /^[0-9a-f]{40}$/) ? blobId : null,
            sha256: matches(sha256, /^[0-9a-f]{64}$/) ? sha256 : null,
        };
        return [rfilename, id];
    });
    const named = files.filter((file) => typeof file[0] === 'string');
    return { commit: sha, isPrivate: isPrivate === true, files: new Map(named) };
}
/**
 * Returns the commit of each tag, from the answer to `GET /api/datasets/{name}/refs`; null if it is not such an answer.
 */
function tagsOf(answer) {
    const { tags } = fields(answer);
    if (!Array.isArray(tags))
        return null;
    const entries = tags.map((tag) => {
        const { name, targetCommit } = fields(tag);
        return [name, targetCommit];
    });
    return new Map(entries.filter((entry) => typeof entry[0] === 'string' && matches(entry[1], COMMIT_ID)));
}
/** Returns the fields of an answer of any shape. */
function fields(answer) {
    return Object(answer);
}
function matches(value, pattern) {
    return typeof value === 'string' && pattern.test(value);
}
/**
 * Returns the content that the Hub gave for a file in a state. Checks that it is that file, as far as the Hub sends its hash or
 * blob id.
 *
 * @param file.repo for the message
 * @throws HubError if it is not
 */
function checkedContent(content, file) {
    const { path, repo, state } = file;
    const listed = state.files.get(path);
    if (listed !== undefined && agrees(listed, fileOf(path, content)) !== false)
        return content;
    throw new HubError(`The Hub's answer for ${path} of ${repo} is not that file. Check hub-endpoint and any proxy between it and the runner, then run the workflow again.`);
}

;// CONCATENATED MODULE: ./build/hub/oidc-token.js





/** A token is not used in its last minutes, so that it stays valid during a long request. */
const MARGIN_MS = 5 * 60_000;
const GRANT_TYPE = 'urn:ietf:params:oauth:grant-type:token-exchange';
const SUBJECT_TOKEN_TYPE = 'urn:ietf:params:oauth:token-type:id_token';
/**
 * Returns the token for one repo: the given one, or else a short-lived one for which the Hub exchanges the job's
 * identity (https://huggingface.co/docs/hub/trusted-publishers). It is kept until shortly before it expires.
 *
 * @returns a function that rejects with {@link HubError} if no token is available
 */
function createTokenSource(options) {
    const { token, now = Date.now } = options;
    if (token !== null)
        return async () => token;
    let held;
    let pending;
    return async () => {
        if (held !== undefined && now() < held.staleAt)
            return held.value;
        pending ??= exchange(options, now).finally(() => {
            pending = undefined;
        });
        held = await pending;
        return held.value;
    };
}
async function exchange(options, now) {
    const { endpoint, repo, mask } = options;
    const identity = await jobIdentity(options);
    mask(identity);
    const send = createHubFetch({ ...options, token: async () => identity });
    let answer;
    const askedAt = now();
    try {
        const response = await send(`${endpoint}/oauth/token`, {
            method: 'POST',
            headers: { 'Content-Type': 'application/json' },
            body: JSON.stringify({
                grant_type: GRANT_TYPE,
                subject_token_type: SUBJECT_TOKEN_TYPE,
                subject_token: identity,
                resource: repo,
            }),
        });
        answer = fields(await response.json().catch(() => null));
    }
    catch (error) {
        throw error instanceof hub_error/* HubError */.Ik ? explainRefusal(error, options) : error;
    }
    const { access_token: value, expires_in: seconds } = answer;
    if (typeof value !== 'string' || value === '') {
        throw new hub_error/* HubError */.Ik(`The Hub at ${endpoint} did not exchange the job's identity for a token. Check hub-endpoint.`);
    }
    mask(value);
    const lifetimeMs = typeof seconds === 'number' && seconds > 0 ? seconds * 1000 : 0;
    return { value, staleAt: askedAt + lifetimeMs - Math.min(MARGIN_MS, lifetimeMs / 2) };
}
/** The job's identity: the token in HF_OIDC_ID_TOKEN, as huggingface_hub reads it, or a token of GitHub's for this Hub. */
async function jobIdentity(options) {
    const { endpoint, repo, environment = process.env } = options;
    const given = givenIdentity(environment);
    if (given !== null)
        return given;
    if (!hasIdentity(environment)) {
        throw new hub_error/* HubError */.Ik(`No token is available for ${repo}. Pass one as hf-token, or give the job "permissions: id-token: write" and add this workflow as a trusted publisher in ${endpoint}/${repo}/settings. Outside GitHub Actions, set HF_OIDC_ID_TOKEN to an identity token for ${endpoint}. A pull request from a fork gets none of them.`);
    }
    const url = new URL(String(environment.ACTIONS_ID_TOKEN_REQUEST_URL));
    url.searchParams.set('audience', endpoint);
    const authorization = `Bearer ${environment.ACTIONS_ID_TOKEN_REQUEST_TOKEN}`;
    // The request to GitHub has the same time limit, retries and limit of size as those to the Hub.
    const send = createHubFetch({ ...options, repo: 'the job’s identity', token: async () => '' });
    try {
        const response = await send(url, {
            headers: { Authorization: authorization, Accept: 'application/json' },
        });
        const { value } = fields(await response.json());
        if (typeof value === 'string' && value !== '')
            return value;
        throw new Error('the answer holds no token');
    }
    catch (cause) {
        const status = cause instanceof hub_error/* HubError */.Ik ? cause.status : undefined;
        throw new hub_error/* HubError */.Ik(`GitHub gave no proof of the job's identity for ${repo} (${status ?? 'no usable answer'}). Check that the job has "permissions: id-token: write", then run the workflow again.`, { status, cause });
    }
}
function explainRefusal(error, { endpoint, repo, environment = process.env }) {
    const { status, code } = error;
    if ((0,failed_answer/* isPassing */.WG)(status))
        return error;
    if (givenIdentity(environment) !== null) {
        return new hub_error/* HubError */.Ik(`The Hub did not accept the identity token in HF_OIDC_ID_TOKEN for ${repo} (${status}). In ${endpoint}/${repo}/settings name its issuer and claims as a trusted publisher; each repo needs its own, and must exist already. Check that its audience is ${endpoint}, and that it has not expired. Or pass a token as hf-token.`, { status, code, cause: error });
    }
    return new hub_error/* HubError */.Ik(`The Hub did not accept this job's identity for ${repo} (${status}). In ${endpoint}/${repo}/settings add this repository, workflow and environment as a trusted publisher. Each repo and each Space needs its own entry, and must exist already. Or pass a token as hf-token.`, { status, code, cause: error });
}

;// CONCATENATED MODULE: ./build/hub/hub.js

/**
 * A Hub on which datasets, Spaces, Jobs and marks are opened. It creates none of them itself, so that a bundle contains
 * only what its action opens.
 *
 * @param options.token null to exchange the job's identity for a token of each repo
 */
function createHub({ token, mask, environment, ...options }) {
    const sources = new Map();
    return {
        ...options,
        isKeyless: token === null,
        token(repo) {
            const source = sources.get(repo) ?? createTokenSource({ ...options, token, mask, environment, repo });
            sources.set(repo, source);
            return source();
        },
    };
}

// EXTERNAL MODULE: ./build/model/repo-name.js
var repo_name = __nccwpck_require__(9670);
;// CONCATENATED MODULE: ./build/hub/watched-fetch.js

/** Watches a fetch of {@link createHubFetch}: the error of a cancelled run does not show what was sent. */
function createWatchedFetch(options) {
    const { fetch: send = fetch } = options;
    let changes = 0;
    const watched = async (input, init) => {
        const isChange = (init?.method ?? 'GET') !== 'GET';
        if (isChange)
            changes++;
        const response = await send(input, init);
        if (isChange && response.status >= 300 && response.status < 500)
            changes--;
        return response;
    };
    return { fetch: createHubFetch({ ...options, fetch: watched }), mayHaveChanged: () => changes > 0 };
}

;// CONCATENATED MODULE: ./build/hub/space.js





/** One Space on the Hub. Every method rejects with {@link HubError}. */
class Space {
    name;
    #endpoint;
    #requests;
    /** @throws HubError if the name is not `owner/name` as the Hub allows it */
    constructor(name, hub) {
        checkSpaceName(name);
        this.name = name;
        this.#endpoint = hub.endpoint;
        this.#requests = createWatchedFetch({ ...hub, repo: `spaces/${name}` });
    }
    /** Address of the Space for people. */
    get pageUrl() {
        return `${this.#endpoint}/spaces/${this.name}`;
    }
    /** Returns the address of the log that explains the stage of the Space. */
    logsUrl(stage) {
        const isBuild = /BUILD|CONFIG|NO_APP_FILE/.test(stage);
        return `${this.pageUrl}?logs=${isBuild ? 'build' : 'container'}`;
    }
    /** Returns the stage of the Space, for example `RUNNING`. @param signal ends the request */
    stage(signal) {
        return this.#stageFrom('see', 'GET', '/runtime', signal);
    }
    /** Pauses the Space; one that is paused already is left unchanged. @returns the stage after that */
    async pause() {
        return (await this.stage()) === 'PAUSED' ? 'PAUSED' : this.#stageFrom('pause', 'POST', '/pause');
    }
    /**
     * Restarts the Space, even if it is paused.
     *
     * @returns the stage in the Hub's answer, which may still be that of the old runtime
     */
    restart(options = {}) {
        return this.#stageFrom('restart', 'POST', options.factoryReboot ? '/restart?factory=true' : '/restart');
    }
    /** Sets an environment variable of the Space; the Hub restarts a running Space for that. */
    async setVariable(key, value) {
        await this.#request(`set the variable ${key} of`, '/variables', {
            method: 'POST',
            body: JSON.stringify({ key, value }),
        });
    }
    /** Returns the value of an environment variable of the Space; null if it is not set. */
    async variable(key) {
        const response = await this.#request(`read the variable ${key} of`, '/variables', { method: 'GET' });
        const variables = fields(await response.json().catch(() => null));
        const { value } = fields(Object.hasOwn(variables, key) ? variables[key] : null);
        return typeof value === 'string' ? value : null;
    }
    async #stageFrom(action, method, path, signal) {
        const response = await this.#request(action, path, { method, signal });
        const { stage } = fields(await response.json().catch(() => null));
        if (typeof stage === 'string' && /^[A-Z_]{1,40}$/.test(stage))
            return stage;
        throw new hub_error/* HubError */.Ik(`The Hub's answer has no stage of the Space ${this.name}. Check hub-endpoint.`);
    }
    async #request(action, path, init) {
        const headers = { Authorization: `Bearer ${TOKEN_PLACEHOLDER}`, 'Content-Type': 'application/json' };
        try {
            const url = `${this.#endpoint}/api/spaces/${this.name}${path}`;
            return await this.#requests.fetch(url, { ...init, headers });
        }
        catch (error) {
            if (error instanceof hub_error/* HubError */.Ik)
                throw this.#explain(error, action);
            throw new hub_error/* HubError */.Ik(`The request to ${action} the Space ${this.name} was cancelled.`, {
                mayHaveHappened: this.#requests.mayHaveChanged(),
                cause: error,
            });
        }
    }
    #explain(error, action) {
        const advice = this.#advice(error.status, action);
        if (advice === null)
            return error;
        const { status, code } = error;
        return new hub_error/* HubError */.Ik(advice, { status, code, cause: error });
    }
    /** Returns what a status means if it is about a Space. */
    #advice(status, action) {
        const tokens = `${this.#endpoint}/settings/tokens`;
        switch (status) {
            case 400:
                return `The Hub refused to ${action} the Space ${this.name} (400). A static Space always runs and can be neither paused nor restarted. Check ${this.pageUrl}.`;
            case 401:
                return `The Hub refused the token on the request to ${action} the Space ${this.name} (401): it is not valid, has expired, or lacks the permission. A token from the job's identity (OIDC) may pause a Space, but perhaps not restart it. Pass a token with write access from ${tokens} as hf-token.`;
            case 403:
                return `The token may not ${action} the Space ${this.name} (403), because that needs write access to the Space. Give the token write access to it, or to its organization, at ${tokens}.`;
            case 404:
                return `The Hub does not find the Space ${this.name} (404), or hides it from this token. Check the name at ${this.pageUrl}, and that the token may see it.`;
            default:
                return null;
        }
    }
}
function checkSpaceName(name) {
    if ((0,repo_name/* isRepoName */.AW)(name))
        return;
    throw new hub_error/* HubError */.Ik(`${JSON.stringify(name)} is not the name of a Space on the Hub. Write it as ${repo_name/* REPO_NAME_RULE */.Qv} (for example owner/retrain).`);
}

;// CONCATENATED MODULE: ./build/wire/hub.js


/**
 * Opens the Hub that the inputs name. Every token that it gets is masked, and its waits are logged.
 *
 * @param options.signal ends every request and every wait
 */
function openHub({ info, mask }, { hfToken: token, hubEndpoint: endpoint }, options) {
    return createHub({
        ...options,
        token,
        endpoint,
        mask,
        onWait: ({ repo, reason, delayMs }) => info(`The Hub answered ${reason} for ${repo}; trying again in ${delayMs / 1000} s.`),
    });
}
/** Returns a function that opens a Space of the Hub that the inputs name. */
function openSpaceIn(surroundings) {
    return (name, inputs, signal) => new Space(name, openHub(surroundings, inputs, { signal }));
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
/******/ var __webpack_exports__ = __nccwpck_require__(3378);
/******/ __webpack_exports__ = await __webpack_exports__;
/******/ 
