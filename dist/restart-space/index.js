import { createRequire as __WEBPACK_EXTERNAL_createRequire } from "module";
/******/ var __webpack_modules__ = ({

/***/ 9896:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("fs");

/***/ }),

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

/***/ 857:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("os");

/***/ }),

/***/ 3193:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("string_decoder");

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

/** Says which inputs cannot be used and what they must look like; never their values when they may be secret. */
class InputError extends Error {
    /** What is wrong with inputs, each after its name. */
    listed;
    /** What is wrong with the file that declares datasets, null when nothing is. */
    config;
    constructor(listed, config = null) {
        super(listText(INPUT_HEADLINE, [...listed, ...(config?.message.split('\n') ?? [])]));
        this.name = 'InputError';
        this.listed = listed;
        this.config = config;
    }
}
const INPUT_HEADLINE = 'The inputs cannot be used.';
/** What happened, and what is wrong one by one, each in a line that starts with a dash. */
function listText(headline, lines) {
    return [headline, ...lines.map((line) => `- ${line}`)].join('\n');
}
/** Keeps what is wrong with inputs, so that all of it is told at once. */
class InputProblems {
    #listed = [];
    #config = null;
    /** Keeps a problem, which starts with the name of an input. */
    add(problem) {
        this.#listed.push(problem);
    }
    /** Keeps why an input has no value. */
    addError(name, error) {
        if (error instanceof _config_problems_js__WEBPACK_IMPORTED_MODULE_0__/* .ConfigError */ .xL)
            this.#config = error;
        else
            this.add(`${name} ${error instanceof Error ? error.message : error}`);
    }
    /** @throws InputError that names every problem kept */
    check() {
        if (this.#listed.length > 0 || this.#config !== null)
            throw new InputError(this.#listed, this.#config);
    }
}


/***/ }),

/***/ 5827:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   Q: () => (/* binding */ maskSecrets),
/* harmony export */   S: () => (/* binding */ isMasked)
/* harmony export */ });
/* harmony import */ var _actions_core__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(2488);

/**
 * Has the runner mask secrets in every log. A secret is masked line by line, because the runner matches single
 * lines, and a URL's password both as it is written and decoded.
 *
 * @returns the texts that are masked now
 */
function maskSecrets(secrets) {
    const values = new Set(secrets.flatMap((secret) => [...secretForms(secret)]));
    for (const value of values) {
        (0,_actions_core__WEBPACK_IMPORTED_MODULE_0__/* .setSecret */ .Pq)(value);
        masked.add(value);
    }
    return [...values];
}
/** Values that the runner was asked to mask, by all calls together, as the runner holds them. */
const masked = new Set();
/** Whether the runner masks a part of a text, as it is or as JSON has it. */
function isMasked(text) {
    return [...masked].some((value) => text.includes(value) || text.includes(JSON.stringify(value).slice(1, -1)));
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
 * What may be the password of a URL. Where a password is not percent-encoded, or a user's name holds an @, only who
 * wrote the URL knows where it ends: it may end at each @.
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
};

// EXTERNAL MODULE: ./build/action/input-error.js
var input_error = __nccwpck_require__(7128);
// EXTERNAL MODULE: ./build/action/mask-secrets.js
var mask_secrets = __nccwpck_require__(5827);
;// CONCATENATED MODULE: ./build/action/read-inputs.js



/**
 * Reads the inputs of an action as the runner passes them, once: masks the secrets among them before anything is made
 * of any, then parses each. Never throws for what is wrong with an input.
 *
 * @param environment of the step, with the inputs as `INPUT_*`
 */
function readInputs({ action, inputs }, environment = process.env) {
    const defaults = INPUT_DEFAULTS[action];
    const givenText = (name) => environment[`INPUT_${name.toUpperCase()}`]?.trim() ?? '';
    const entries = Object.entries(inputs).map(([name, spec]) => {
        const given = givenText(name);
        const standard = defaults[name] ?? '';
        const fallback = spec.variable === undefined ? '' : (environment[spec.variable]?.trim() ?? '');
        const isLeft = given === '' || given === standard;
        return { name, spec, text: isLeft ? fallback || standard : given };
    });
    const secrets = (0,mask_secrets/* maskSecrets */.Q)(entries.filter(({ spec, text }) => spec.isSecret && text !== '').map(({ text }) => text));
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
    };
}
/**
 * The values of inputs that can all be used.
 *
 * @throws InputError that names every problem kept
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

// EXTERNAL MODULE: ./build/node_modules/@actions/core/lib/core.js + 5 modules
var core = __nccwpck_require__(2488);
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
 * A failure as text for whoever sees no annotations: what happened, and each problem of the file that declares datasets
 * after its place, in a line that starts with a dash.
 */
function describeFailure(error) {
    if (error instanceof config_problems/* ConfigError */.xL)
        return (0,input_error/* listText */.so)(CONFIG_HEADLINE, error.message.split('\n'));
    return error instanceof Error ? error.message : String(error);
}
/**
 * Annotates each problem of a file on its line.
 *
 * @returns the failure as text, which says of those problems only how many there are and where
 */
function annotateFailure(error) {
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
            (0,core/* error */.z3)(message, { file, startLine: line, startColumn: column });
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
    const place = first === last ? `in line ${first}` : `between the lines ${first} and ${last}`;
    const [count, told] = problems.length === 1 ? ['a problem', 'told'] : [`${problems.length} problems`, 'each told'];
    return `${count} ${place}, ${told} on its line`;
}

// EXTERNAL MODULE: ./build/http/causes.js
var causes = __nccwpck_require__(7701);
;// CONCATENATED MODULE: ./build/action/log-causes.js


/**
 * Tells an error and its causes in the debug log, by their names and codes alone: their messages and stacks may quote
 * data.
 */
function logCauses(error) {
    for (const { name, code } of (0,causes/* causesOf */.c)(error)) {
        (0,core/* debug */.Yz)(`caused by ${code === undefined ? name : `${name} ${code}`}`);
    }
}

// EXTERNAL MODULE: ./build/action/mask-secrets.js
var mask_secrets = __nccwpck_require__(5827);
;// CONCATENATED MODULE: external "node:path"
const external_node_path_namespaceObject = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:path");
;// CONCATENATED MODULE: ./build/action/stray-error.js


/**
 * An error of which no part of a run heard, or a run that came to nothing. It has a name and a place only: its message
 * may quote a row.
 */
class StrayError extends Error {
    constructor(what, cause) {
        super(`${what}. Run the workflow again; if it happens again, it is a defect of the action: report it with this line.`, { cause });
        this.name = 'StrayError';
    }
}
/**
 * Watches for errors that nobody awaits: rejected promises, what is thrown in an event, and a run
 * that waits for something that can never happen. Without it Node ends the process at once, and nothing is reported.
 *
 * @param onError called with the first of them
 * @returns a function that ends the watch, once the run has come to its end
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
    const onEnd = () => report(new StrayError('The run stopped before its end: nothing was left that it could wait for'));
    process.on('uncaughtException', onStray).on('unhandledRejection', onStray).on('beforeExit', onEnd);
    return () => {
        process.off('beforeExit', onEnd);
        // What a stray error leaves behind may fail later, and Node would print it whole.
        if (isFirst)
            process.off('uncaughtException', onStray).off('unhandledRejection', onStray);
    };
}
/** Rejects with the stray error that aborts a signal, and with nothing else. */
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
/** Kind of an error, and the place in the bundle where it was made. */
function nameOf(error) {
    const [{ name, code } = {}] = (0,causes/* causesOf */.c)(error);
    const place = /\(?([^\s()]+:\d+:\d+)\)?$/m.exec(error instanceof Error ? (error.stack ?? '') : '')?.[1];
    return [name ?? typeof error, code, place === undefined ? undefined : `at ${(0,external_node_path_namespaceObject.basename)(place)}`]
        .filter((part) => part !== undefined)
        .join(' ');
}

// EXTERNAL MODULE: ./build/action/summary/write-summary.js + 1 modules
var write_summary = __nccwpck_require__(1212);
;// CONCATENATED MODULE: ./build/action/run-action.js







/** Why the signal of a run was aborted: the runner sent a signal, because a person or a time limit cancelled the job. */
class CancelledError extends Error {
    constructor() {
        super('The run was cancelled.');
        this.name = 'CancelledError';
    }
}
/** Time in milliseconds a cancelled run has to come to its end; the runner kills it after 7.5 s. */
const CANCEL_LIMIT_MS = 4500;
/** Time in milliseconds a run has to report an error that nobody awaited: longer than any channel takes. */
const STRAY_LIMIT_MS = 120_000;
/**
 * Runs an action to its end: the one place that fails the job. An error is told once, in its own words and, where it is
 * about a file, on the file's lines. Its stack and the messages of its causes, which may quote data, are never printed,
 * only the causes' names and codes, and those in the debug log. SIGINT and SIGTERM, by which the runner cancels a job,
 * abort the signal, and so does an error that nobody awaits, which then fails the job. Requests go through the runner's
 * proxy, if it has one.
 *
 * @param main resolves to false when the job must fail and why has been told already
 * @param options.summarizes true when `main` writes a job summary however it ends
 */
async function runAction(main, { summarizes = false } = {}) {
    const cancellation = new AbortController();
    const { promise: overdue, reject: giveUp } = Promise.withResolvers();
    const stopWatching = watchForStrayErrors((error) => {
        cancellation.abort(error);
        setTimeout(giveUp, STRAY_LIMIT_MS, error).unref();
        // A run that waits for nothing any more does not come to an end by itself.
        process.once('beforeExit', () => giveUp(error));
        setImmediate(() => undefined);
    });
    const cancel = () => {
        cancellation.abort(new CancelledError());
        setTimeout(() => process.exit(1), CANCEL_LIMIT_MS).unref();
    };
    process.once('SIGINT', cancel).once('SIGTERM', cancel);
    try {
        await useProxy(process.env);
        const isSuccess = await Promise.race([main(cancellation.signal), overdue]);
        if (!isSuccess)
            process.exitCode = 1;
        if (!isSuccess || cancellation.signal.reason instanceof StrayError)
            cancellation.signal.throwIfAborted();
    }
    catch (thrown) {
        // What fails in a cancelled run fails because of that.
        const error = cancellation.signal.aborted ? cancellation.signal.reason : thrown;
        (0,core/* setFailed */.C1)(annotateFailure(error));
        logCauses(error);
        if (error instanceof StrayError) {
            if (!summarizes)
                await (0,write_summary/* writeSummary */.S)(`${writeFailure(error.message)}\n`);
            setTimeout(() => process.exit(1), CANCEL_LIMIT_MS).unref();
        }
    }
    stopWatching();
    process.off('SIGINT', cancel).off('SIGTERM', cancel);
}
/**
 * Has every `fetch` go through the proxy of a self-hosted runner: `https_proxy` and `http_proxy` by the scheme of
 * the request, also in capitals, but not to this machine nor to the hosts in `no_proxy`
 * (https://docs.github.com/en/actions/how-tos/manage-runners/self-hosted-runners/use-proxy-servers). The rules are
 * those of `@actions/http-client`. Does nothing without a proxy.
 */
async function useProxy(environment) {
    const proxies = new Map();
    for (const scheme of ['http', 'https']) {
        const url = environment[`${scheme}_proxy`] || environment[`${scheme.toUpperCase()}_PROXY`];
        if (url)
            proxies.set(`${scheme}:`, url.includes('://') ? url : `http://${url}`);
    }
    if (proxies.size === 0)
        return;
    (0,mask_secrets/* maskSecrets */.Q)([...proxies.values()].filter((url) => url.includes('@')));
    // What speaks to proxies is a third of the bundle, and few runners have one.
    const { sendThroughProxies } = await Promise.all(/* import() */[__nccwpck_require__.e(820), __nccwpck_require__.e(193)]).then(__nccwpck_require__.bind(__nccwpck_require__, 7193));
    sendThroughProxies(proxies);
}


/***/ }),

/***/ 5054:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {


// EXPORTS
__nccwpck_require__.d(__webpack_exports__, {
  Ng: () => (/* binding */ RESTART_SPACE)
});

// UNUSED EXPORTS: PAUSE_SPACE, parseStage

// EXTERNAL MODULE: ./build/config/problems.js
var problems = __nccwpck_require__(3515);
// EXTERNAL MODULE: ./build/model/repo-name.js
var repo_name = __nccwpck_require__(9670);
;// CONCATENATED MODULE: ./build/action/parsers.js


const A_WEEK_IN_MINUTES = 7 * 24 * 60;
/** Takes a text as it is; what is wrong with it is told by what uses it. */
function asGiven(text) {
    return text;
}
/** A text, null for one that was left out. */
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
/** Parses one of some words. */
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
        throw new Error('holds white space, which no token does: look at the secret');
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
/** Parses the name of a Space. */
function parseSpaceName(name) {
    return repoName(name, 'a Space', 'owner/retrain');
}
/** Parses the name of a dataset repo. */
function parseDatasetName(name) {
    return repoName(name, 'a dataset repo', 'owner/corrections');
}
function repoName(name, what, example) {
    if ((0,repo_name/* isRepoName */.AW)(name))
        return name;
    const meant = (0,repo_name/* repoNameIn */.VE)(name);
    const such = meant === null ? `, for example ${example}` : `; did you mean ${meant}?`;
    throw new Error(`is not the name of ${what} on the Hub: ${JSON.stringify((0,problems/* withoutUser */.q)(name))}. Write it as ${repo_name/* REPO_NAME_RULE */.Qv}${such}`);
}
/** A JSON value; undefined for a text that is none. */
function parseJson(text) {
    try {
        return JSON.parse(text);
    }
    catch {
        return undefined;
    }
}

;// CONCATENATED MODULE: ./build/action/hub-inputs.js

/** Inputs by which an action reaches the Hub; a token that was not given is null. */
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
/** Parses a stage to wait for; null when there is none. */
function parseStage(text) {
    const stage = text.toUpperCase();
    if (stage === '')
        return null;
    if (STAGES.includes(stage))
        return stage;
    throw new Error(`must be one of ${STAGES.join(', ')}, or empty, not ${JSON.stringify(text)}`);
}


/***/ }),

/***/ 1212:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {


// EXPORTS
__nccwpck_require__.d(__webpack_exports__, {
  S: () => (/* binding */ writeSummary)
});

// EXTERNAL MODULE: external "os"
var external_os_ = __nccwpck_require__(857);
// EXTERNAL MODULE: external "fs"
var external_fs_ = __nccwpck_require__(9896);
;// CONCATENATED MODULE: ./build/node_modules/@actions/core/lib/summary.js
var __awaiter = (undefined && undefined.__awaiter) || function (thisArg, _arguments, P, generator) {
    function adopt(value) { return value instanceof P ? value : new P(function (resolve) { resolve(value); }); }
    return new (P || (P = Promise))(function (resolve, reject) {
        function fulfilled(value) { try { step(generator.next(value)); } catch (e) { reject(e); } }
        function rejected(value) { try { step(generator["throw"](value)); } catch (e) { reject(e); } }
        function step(result) { result.done ? resolve(result.value) : adopt(result.value).then(fulfilled, rejected); }
        step((generator = generator.apply(thisArg, _arguments || [])).next());
    });
};


const { access, appendFile, writeFile } = external_fs_.promises;
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
        return __awaiter(this, void 0, void 0, function* () {
            if (this._filePath) {
                return this._filePath;
            }
            const pathFromEnv = process.env[SUMMARY_ENV_VAR];
            if (!pathFromEnv) {
                throw new Error(`Unable to find environment variable for $${SUMMARY_ENV_VAR}. Check if your runtime environment supports job summaries.`);
            }
            try {
                yield access(pathFromEnv, external_fs_.constants.R_OK | external_fs_.constants.W_OK);
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
        return __awaiter(this, void 0, void 0, function* () {
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
        return __awaiter(this, void 0, void 0, function* () {
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
        return this.addRaw(external_os_.EOL);
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
// EXTERNAL MODULE: ./build/node_modules/@actions/core/lib/core.js + 5 modules
var core = __nccwpck_require__(2488);
;// CONCATENATED MODULE: ./build/action/summary/write-summary.js

/** Writes the job summary; a runner that gives no place for one gets it in the log's stead of a failure. */
async function writeSummary(markdown) {
    try {
        await summary.addRaw(markdown).write();
    }
    catch {
        (0,core/* info */.pq)('The job summary could not be written: GITHUB_STEP_SUMMARY names no writable file.');
    }
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
/** What a place is called whose value is no file: the name of the input. */
const INPUT = 'config';
const MAX_PROBLEMS = 100;
const MAX_QUOTED = 60;
/** The datasets cannot be read; the message lists each problem on a line of its own, after its place. */
class ConfigError extends Error {
    problems;
    /** Whether there are more problems than these. */
    isCut;
    constructor(problems, isCut = false) {
        super([...problems.map(problemText), ...(isCut ? ['There are more problems than these.'] : [])].join('\n'));
        this.name = 'ConfigError';
        this.problems = problems;
        this.isCut = isCut;
    }
}
/** A problem after its place, in one line. */
function problemText({ file, line, column, message }) {
    return `${file ?? INPUT}:${line}:${column}: ${message}`;
}
/** Collects the problems of a file, so that all are reported at once; of very many only the first are kept. */
class ProblemList {
    #problems = new Map();
    #isCut = false;
    /** Keeps a problem; one that aliases lead to several times is kept once. */
    add({ file, line, column }, message) {
        const key = `${line}:${column}:${message}`;
        if (this.#problems.size < MAX_PROBLEMS)
            this.#problems.set(key, { message, file, line, column });
        else
            this.#isCut ||= !this.#problems.has(key);
    }
    /** True while no problem is kept. */
    get isEmpty() {
        return this.#problems.size === 0;
    }
    /** True when nothing more is kept. */
    get isFull() {
        return this.#isCut;
    }
    /** @throws ConfigError with every problem kept, when there is one */
    check() {
        if (this.#problems.size > 0)
            this.fail();
    }
    /** @throws ConfigError with every problem kept, in the order of their places */
    fail() {
        const problems = [...this.#problems.values()].sort((a, b) => a.line - b.line || a.column - b.column);
        throw new ConfigError(problems, this.#isCut);
    }
}
/**
 * A value as a message quotes it: short, in one line, without characters that are not seen, and without the user and
 * password of an address.
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

/***/ 695:
/***/ ((__webpack_module__, __unused_webpack___webpack_exports__, __nccwpck_require__) => {

__nccwpck_require__.a(__webpack_module__, async (__webpack_handle_async_dependencies__, __webpack_async_result__) => { try {
/* harmony import */ var _action_read_inputs_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(7534);
/* harmony import */ var _action_run_action_js__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(1465);
/* harmony import */ var _action_space_inputs_js__WEBPACK_IMPORTED_MODULE_2__ = __nccwpck_require__(5054);
/* harmony import */ var _runs_restart_space_js__WEBPACK_IMPORTED_MODULE_3__ = __nccwpck_require__(3794);
/* harmony import */ var _wire_hub_js__WEBPACK_IMPORTED_MODULE_4__ = __nccwpck_require__(7848);





await (0,_action_run_action_js__WEBPACK_IMPORTED_MODULE_1__/* .runAction */ .C)((signal) => (0,_runs_restart_space_js__WEBPACK_IMPORTED_MODULE_3__/* .runRestartSpace */ .v)((0,_action_read_inputs_js__WEBPACK_IMPORTED_MODULE_0__/* .readInputs */ .K)(_action_space_inputs_js__WEBPACK_IMPORTED_MODULE_2__/* .RESTART_SPACE */ .Ng), { openSpace: _wire_hub_js__WEBPACK_IMPORTED_MODULE_4__/* .openSpace */ .$ }, signal));

__webpack_async_result__();
} catch(e) { __webpack_async_result__(e); } }, 1);

/***/ }),

/***/ 7701:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   c: () => (/* binding */ causesOf)
/* harmony export */ });
/** An error and what caused it, outermost first. */
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
 * True when a server may have carried out a request although its answer is no success: it failed on the way, or no
 * answer came.
 *
 * @param status status of the answer; undefined when none came
 */
function mayHaveActed(status) {
    // Who does not know a method (501) has done nothing, and will do nothing the next time.
    return status === undefined || status === 408 || (status >= 500 && status !== 501);
}
/**
 * True when the same request may succeed a moment later, should it be safe to send it again.
 *
 * @param status status of the answer; undefined when none came
 */
function isPassing(status) {
    return status === 429 || mayHaveActed(status);
}
/**
 * Wait in milliseconds that an answer asks for: by `Retry-After` (seconds or a date), or by `RateLimit: "…";r=0;t=<seconds>`,
 * which every answer of some servers carries and which says something only when nothing is left.
 *
 * @returns undefined when it asks for none
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

/** Why a request did not get through a proxy, in words that a user reads in the place of a code. */
class ProxyError extends Error {
    /** The failed connection's own code, or one of {@link PROXY_CODES} when the proxy answered, or none is known. */
    code;
    constructor(message, code, cause) {
        super(message, { cause });
        this.name = 'ProxyError';
        this.code = code;
    }
}
/** Codes of a {@link ProxyError} that is no failed connection: its setting is no address, or it made no tunnel. */
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
/** Why a connection failed: a proxy's part in it in words, or else the outermost code; empty when there is neither. */
function connectionProblem(error) {
    for (const cause of (0,_causes_js__WEBPACK_IMPORTED_MODULE_0__/* .causesOf */ .c)(error)) {
        if (cause instanceof ProxyError)
            return cause.message;
        if (typeof cause.code === 'string')
            return cause.code;
    }
    return '';
}
/** True when a request failed before there was a connection to send it by, so that the server cannot have acted. */
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
/** What went wrong with the Hub, in the user's words, with what the code needs to decide what to do next. */
class HubError extends Error {
    /** HTTP status, undefined when no answer arrived. */
    status;
    /** The Hub's `X-Error-Code`, for example `RepoNotFound`. */
    code;
    /** True when the Hub may have carried out the request although it was not confirmed. */
    mayHaveHappened;
    /** True when the whole change, begun anew, may succeed: the same request would fail again. */
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
/** What the Hub says when an owner has no space left for a repo's files (huggingface_hub#3048). */
const STORAGE_FULL = /\bstorage (?:limit|quota)\b|\bstorage\b.*\b(?:reached|exceeded|full)\b/i;
/** Says what an HTTP status of the Hub means for the user and what to do about it. */
function explainStatus(answer) {
    const { endpoint, repo, status, reason, requestId, location, isPage = false } = answer;
    const said = reason === '' ? '' : ` The Hub said: ${reason}.`;
    const reference = requestId === null ? '' : ` (request id ${requestId})`;
    const advice = () => {
        if (location !== null) {
            return `The Hub at ${endpoint} redirected a request about ${repo} to ${location} (${status}), and only downloads and uploads are followed. If the repo was renamed, give its new name; else check hub-endpoint.`;
        }
        if (status < 500 && STORAGE_FULL.test(reason)) {
            const [, owner] = repo.split('/');
            return `The Hub has no space left for the files of ${repo} (${status}). Remove versions or repos of ${owner} that are not needed any more, or buy storage at ${endpoint}/settings/billing, for an organization in its own settings. Then run the workflow again.`;
        }
        if (status === 403 && isPage) {
            return `A request about ${repo} was answered with a web page (403), which the Hub does not send: a proxy or firewall between the runner and ${endpoint} may have blocked it. Allow the runner to reach ${endpoint}, then run the workflow again.`;
        }
        switch (status) {
            case 401:
                return `The Hub refused the token for ${repo} (401): it is not valid, has expired, or does not know this repo. Create a token with write access at ${endpoint}/settings/tokens and pass it as hf-token.`;
            case 403:
                return `The token may not do this on ${repo} (403). Give it write access to this repo or its organization at ${endpoint}/settings/tokens, or pass as hf-token one that has it.`;
            case 404:
                return `The Hub does not know ${repo}, or not what was asked of it (404). Check the name and that the token may see it.`;
            case 409:
                return `Another change to ${repo} was under way (409). Run the workflow again.`;
            case 412:
                return `${repo} was changed by someone else meanwhile (412). Run the workflow again.`;
            case 429:
                return `The Hub's rate limit for ${repo} was reached (429) and did not clear in time. Run the workflow again later.`;
            default:
                return status >= 500
                    ? `The Hub at ${endpoint} failed with ${status} on ${repo}. Its state is shown at https://status.huggingface.co; run the workflow again later.`
                    : `The Hub rejected a request about ${repo} (${status}).`;
        }
    };
    return `${advice()}${said}${reference}`;
}
/** A server's own words as one short line, without tokens and signed addresses. */
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
/** What the name of a repo on the Hub looks like, after "Write it as". */
const REPO_NAME_RULE = 'owner/name, with letters, digits, "-", "_" and "."';
const PART = '[A-Za-z0-9_](?:[\\w.-]*[A-Za-z0-9_])?';
/** What the Hub takes as the name of a repo, but for its length. */
const REPO_NAME_PATTERN = new RegExp(`^(?!.*(?:--|\\.\\.|\\.git$))${PART}/${PART}$`);
const OWNER_NAME = new RegExp(`^${PART}$`);
const LONGEST_REPO_NAME = 96;
/**
 * Whether the Hub takes a name for a repo (`validate_repo_id` of huggingface_hub): `owner/name`, letters, digits, `-`,
 * `_` and `.`, neither starting nor ending with `-` or `.`, without `--` and `..`, at most 96 characters.
 */
function isRepoName(name) {
    return REPO_NAME_PATTERN.test(name) && name.length <= LONGEST_REPO_NAME;
}
/**
 * Returns the repo that an address of it names, such as that of its page, of a file in it or of its clone; null for a
 * text that names none.
 */
function repoNameIn(address) {
    const path = address
        .replace(/^[a-z+]+:\/\/(?:[^/]*[.:@][^/]*\/)?|^git@[^:/]*:/i, '')
        .replace(/^[^/\s]*\.[^/\s]*\/(?=(?:datasets|models|spaces)\/)/, '');
    const [, name] = /^(?:(?:datasets|models|spaces)\/)?([^/\s]+\/[^/\s?#]+)(?:\/?$|[?#]|\/(?:tree|blob|resolve)\/)/.exec(path) ?? [];
    const repo = name?.replace(/\.git$/, '');
    return repo !== undefined && repo !== address && isRepoName(repo) ? repo : null;
}
/** Whether a name can be that of a user or an organization of the Hub. */
function isOwnerName(name) {
    return OWNER_NAME.test(name) && !/--|\.\./.test(name) && name.length <= LONGEST_REPO_NAME;
}


/***/ }),

/***/ 2488:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {


// EXPORTS
__nccwpck_require__.d(__webpack_exports__, {
  Yz: () => (/* binding */ debug),
  z3: () => (/* binding */ error),
  pq: () => (/* binding */ info),
  C1: () => (/* binding */ setFailed),
  uH: () => (/* binding */ setOutput),
  Pq: () => (/* binding */ setSecret),
  $e: () => (/* binding */ warning)
});

// UNUSED EXPORTS: ExitCode, addPath, endGroup, exportVariable, getBooleanInput, getIDToken, getInput, getMultilineInput, getState, group, isDebug, markdownSummary, notice, platform, saveState, setCommandEcho, startGroup, summary, toPlatformPath, toPosixPath, toWin32Path

// EXTERNAL MODULE: external "os"
var external_os_ = __nccwpck_require__(857);
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
function utils_toCommandProperties(annotationProperties) {
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
    process.stdout.write(cmd.toString() + external_os_.EOL);
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
// EXTERNAL MODULE: external "fs"
var external_fs_ = __nccwpck_require__(9896);
;// CONCATENATED MODULE: ./build/node_modules/@actions/core/lib/file-command.js
// For internal use, subject to change.
// We use any as a valid input type
/* eslint-disable @typescript-eslint/no-explicit-any */




function file_command_issueFileCommand(command, message) {
    const filePath = process.env[`GITHUB_${command}`];
    if (!filePath) {
        throw new Error(`Unable to find environment variable for file command ${command}`);
    }
    if (!external_fs_.existsSync(filePath)) {
        throw new Error(`Missing file at path: ${filePath}`);
    }
    external_fs_.appendFileSync(filePath, `${utils_toCommandValue(message)}${external_os_.EOL}`, {
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
    return `${key}<<${delimiter}${external_os_.EOL}${convertedValue}${external_os_.EOL}${delimiter}`;
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
    process.stdout.write(external_os_.EOL);
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
    command_issueCommand('error', utils_toCommandProperties(properties), message instanceof Error ? message.toString() : message);
}
/**
 * Adds a warning issue
 * @param message warning issue message. Errors will be converted to string via toString()
 * @param properties optional properties to add to the annotation.
 */
function warning(message, properties = {}) {
    command_issueCommand('warning', utils_toCommandProperties(properties), message instanceof Error ? message.toString() : message);
}
/**
 * Adds a notice issue
 * @param message notice issue message. Errors will be converted to string via toString()
 * @param properties optional properties to add to the annotation.
 */
function notice(message, properties = {}) {
    issueCommand('notice', toCommandProperties(properties), message instanceof Error ? message.toString() : message);
}
/**
 * Writes info to log with console.log.
 * @param message info message
 */
function info(message) {
    process.stdout.write(message + external_os_.EOL);
}
/**
 * Begin an output group.
 *
 * Output until the next `groupEnd` will be foldable in this group
 *
 * @param name The name of the output group
 */
function startGroup(name) {
    issue('group', name);
}
/**
 * End an output group.
 */
function endGroup() {
    issue('endgroup');
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

/***/ }),

/***/ 3794:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {


// EXPORTS
__nccwpck_require__.d(__webpack_exports__, {
  v: () => (/* binding */ runRestartSpace)
});

// EXTERNAL MODULE: ./build/node_modules/@actions/core/lib/core.js + 5 modules
var core = __nccwpck_require__(2488);
// EXTERNAL MODULE: ./build/action/read-inputs.js + 1 modules
var read_inputs = __nccwpck_require__(7534);
// EXTERNAL MODULE: ./build/text/markdown.js
var markdown = __nccwpck_require__(1065);
;// CONCATENATED MODULE: ./build/action/summary/space-summary.js

/** The summary of restarted Spaces. */
function renderSpaceSummary(reports) {
    const rows = reports.map(({ name, pageUrl, stage, problem, durationMs }) => [
        `[${(0,markdown/* escapeMarkdown */.FV)(name)}](${pageUrl})`,
        stage === '' ? 'unknown' : `\`${stage}\``,
        `${(durationMs / 1000).toFixed(1)} s`,
        problem === null ? 'restarted' : `❌ ${(0,markdown/* escapeMarkdown */.FV)(problem)}`,
    ]);
    return `## Restarted Spaces\n\n${(0,markdown/* markdownTable */.Qj)(['Space', 'Stage', 'After', 'Result'], rows)}\n`;
}

// EXTERNAL MODULE: ./build/action/summary/write-summary.js + 1 modules
var write_summary = __nccwpck_require__(1212);
// EXTERNAL MODULE: ./build/action/mask-secrets.js
var mask_secrets = __nccwpck_require__(5827);
;// CONCATENATED MODULE: ./build/action/write-output.js


/** Outputs that were warned about. */
const warned = new Set();
/**
 * Sets an output of the step, and warns once of one that no other job will get: the runner drops a job output that holds a
 * masked value.
 *
 * @throws Error that says so when the runner's file for outputs cannot be written
 */
function writeOutput(name, value) {
    try {
        (0,core/* setOutput */.uH)(name, value);
    }
    catch (cause) {
        const code = cause instanceof Error && 'code' in cause ? ` (${cause.code})` : '';
        throw new Error(`The output ${name} could not be set: GITHUB_OUTPUT names no file that can be written${code}. Check the runner's disk.`, { cause });
    }
    if (warned.has(name) || !(0,mask_secrets/* isMasked */.S)(value))
        return;
    warned.add(name);
    (0,core/* warning */.$e)(`The output ${name} contains a value of a secret, which the runner masks. GitHub drops it as a job output, so other jobs get an empty text. Choose a secret that is no part of a dataset's name or of a word, or rename the dataset.`, { title: `${name}: masked` });
}

// EXTERNAL MODULE: ./build/http/failed-answer.js
var failed_answer = __nccwpck_require__(8935);
// EXTERNAL MODULE: external "node:timers/promises"
var promises_ = __nccwpck_require__(8500);
;// CONCATENATED MODULE: ./build/http/poll.js

const DELAYS_MS = [1000, 2000, 3000, 5000, 10_000, 15_000];
/** Time in milliseconds that also a look at the last moment has. */
const LEAST_LOOK_MS = 1000;
/**
 * Looks at something until it is done, the time is over, the run is cancelled, or a look fails for good. One that fails
 * in passing does not end the wait. Never rejects: what is looked at was started, whatever becomes of the looks.
 *
 * @param options.first what was seen before the first look
 * @param options.look is to end when its signal is aborted, because the time is over
 * @param options.isPassing whether a failed look may be made again
 * @param options.delaysMs waits between looks in milliseconds; the last one goes on
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
/** Stages a Space stays in until someone, or what runs in it, acts. */
const SETTLED_STAGES = new Set(['RUNNING', 'SLEEPING', 'STOPPED', 'PAUSED', 'DELETING']);
const POLL_DELAYS_MS = [...Array(30).fill(1000), 2000, 3000, 5000, 8000, 10_000];
/**
 * Restarts a Space and waits for a stage of its new runtime. The Hub tells no identity of a runtime, so the stage
 * from before the restart counts only after another one was seen; for that the Space is looked at every second at
 * first. A look that fails in passing does not end the wait.
 *
 * @throws HubError when the Space cannot be restarted
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
/** Pauses a Space and waits until it is paused. @throws HubError when the Space cannot be paused */
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
        ? `The Space ${space.name} came to ${stage} instead of ${waitFor}. ${logs}`
        : `The Space ${space.name} came to ${stage} and stays there, instead of ${waitFor}. It, or someone, put it there. ${logs}`;
}
function cancelProblem(space, stage, waitFor) {
    return `The wait for ${waitFor} of the Space ${space.name} was ended, and the Space left as it is: its last stage is ${stage}.`;
}
function timeoutProblem(space, stage, isNew, { waitFor, timeoutMs }) {
    const last = isNew
        ? `its last stage is ${stage}`
        : `its stage is still ${stage} as before, and no new runtime was seen`;
    const minutes = Number((timeoutMs / 60_000).toFixed(2));
    return `The Space ${space.name} did not come to ${waitFor} within ${minutes} minutes: ${last}. Raise timeout-minutes, or look at its logs: ${space.logsUrl(stage)}`;
}

;// CONCATENATED MODULE: ./build/runs/restart-space.js






/**
 * Restarts Spaces side by side, and waits for the stage asked for.
 *
 * @returns false when one of them was not restarted, which was reported
 * @throws InputError
 */
async function runRestartSpace(reading, { openSpace }, signal) {
    writeOutput('stage', '');
    writeOutput('stages', '[]');
    const inputs = (0,read_inputs/* usableValues */.Z)(reading);
    const { spaceId: names, waitFor } = inputs;
    if (inputs.dryRun) {
        const wait = waitFor === null ? '' : ` and waited for until ${waitFor}`;
        for (const name of names)
            (0,core/* info */.pq)(`Dry run: the Space ${name} would be restarted${wait}.`);
        return true;
    }
    const spaces = names.map((name) => openSpace(name, inputs, signal));
    const reports = await Promise.all(spaces.map((space) => restart(space, inputs, signal)));
    writeOutput('stage', reports[0].stage);
    writeOutput('stages', JSON.stringify(reports.map(({ stage }) => stage)));
    await (0,write_summary/* writeSummary */.S)(renderSpaceSummary(reports));
    for (const { name, problem } of reports) {
        if (problem !== null)
            (0,core/* error */.z3)(problem, { title: `${name}: not restarted` });
    }
    return reports.every(({ problem }) => problem === null);
}
async function restart(space, { factoryReboot, waitFor, timeoutMinutes }, signal) {
    const startedAt = performance.now();
    const { name, pageUrl } = space;
    const report = (stage, problem) => {
        return { name, pageUrl, stage, problem, durationMs: performance.now() - startedAt };
    };
    try {
        const { stage, problem } = await restartSpace(space, {
            factoryReboot,
            waitFor,
            timeoutMs: timeoutMinutes * 60_000,
            signal,
            onStage: (seen) => (0,core/* info */.pq)(`The Space ${name} is ${seen}.`),
        });
        return report(stage, problem);
    }
    catch (cause) {
        return report('', cause instanceof Error ? cause.message : String(cause));
    }
}


/***/ }),

/***/ 1065:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   FV: () => (/* binding */ escapeMarkdown),
/* harmony export */   Qj: () => (/* binding */ markdownTable)
/* harmony export */ });
/* unused harmony exports formatCount, counted, formatPercent, listSome, escapeInLine, escapeStart, oneLine, withoutControls */
/** A GitHub-flavoured Markdown table; cells must be escaped already. */
function markdownTable(header, rows) {
    const line = (cells) => `| ${cells.join(' | ')} |`;
    const isNumeric = (column) => rows.every((row) => typeof row[column] === 'number');
    const rule = header.map((_, column) => (isNumeric(column) ? '---:' : '---'));
    const format = (cell) => (typeof cell === 'number' ? formatCount(cell) : cell);
    return [line(header), line(rule), ...rows.map((row) => line(row.map(format)))].join('\n');
}
/** A count with thousands separated as English writes them. */
function formatCount(count) {
    return String(count).replace(/\B(?=(\d{3})+$)/g, ',');
}
/** A count with its unit, in the singular for one. */
function counted(count, one, many = `${one}s`) {
    return `${formatCount(count)} ${count === 1 ? one : many}`;
}
/** A share in percent, with one decimal. */
function formatPercent(percent) {
    return `${percent.toFixed(1)} %`;
}
/** Texts in a sentence, and of many how many more there are. */
function listSome(texts, most) {
    const more = texts.length - most;
    return `${texts.slice(0, most).join(', ')}${more > 0 ? ` and ${formatCount(more)} more` : ''}`;
}
/**
 * Makes text that came from outside harmless in Markdown and HTML: one line, no markup, no links, no mentions,
 * no emoji codes, no control or invisible direction characters.
 */
function escapeMarkdown(text) {
    return escapeStart(escapeInLine(oneLine(text)));
}
/** Escapes what counts anywhere in a line, without the characters that count at its start. */
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
/** Escapes what makes a list or a heading of the line that a text starts. */
function escapeStart(text) {
    return text.replace(/^(\d*)([-+.)=])/, '$1\\$2');
}
/** Text on one line, without control characters and without characters that change the direction of text. */
function oneLine(text) {
    return withoutControls(text).trim();
}
/** Text on one line as {@link oneLine} makes it, with the spaces around it. */
function withoutControls(text) {
    return text.replace(/[\p{Cc}\p{Zl}\p{Zp}\u061C\u200E\u200F\u202A-\u202E\u2066-\u2069]+/gu, ' ');
}


/***/ }),

/***/ 7848:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {


// EXPORTS
__nccwpck_require__.d(__webpack_exports__, {
  $: () => (/* binding */ openSpace)
});

// UNUSED EXPORTS: openHub

// EXTERNAL MODULE: ./build/node_modules/@actions/core/lib/core.js + 5 modules
var core = __nccwpck_require__(2488);
// EXTERNAL MODULE: ./build/http/failed-answer.js
var failed_answer = __nccwpck_require__(8935);
// EXTERNAL MODULE: ./build/hub/hub-error.js
var hub_error = __nccwpck_require__(9196);
;// CONCATENATED MODULE: external "node:fs/promises"
const promises_namespaceObject = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:fs/promises");
;// CONCATENATED MODULE: ./build/files/own-file.js

/** A file that this run wrote for itself cannot be read again. */
class OwnFileError extends Error {
    name = 'OwnFileError';
}
/** Few enough calls for a fast disk, and little memory beside the request. */
const PIECE_BYTES = 1 << 20;
/**
 * Reads a stretch of a file that this run wrote, a piece at a time.
 *
 * @param end position of the first byte that is not part of it
 * @throws OwnFileError when the file is gone, or has become shorter
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
    return new OwnFileError(`${file}, which this run had written, could not be read again (${reason}). Run the workflow again, and see to it that nothing removes or changes files below RUNNER_TEMP meanwhile.`, { cause });
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


/** A stretch of a file as a Blob, of which only the piece that is sent is in memory; reading it throws OwnFileError. */
class FileBlob extends PiecesBlob {
    /** Why it could not be read; a request with this body reports it in its own words only. */
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
	} else if (retries !== undefined) {
		throw new TypeError('Expected `retries` to be a number or Infinity.');
	}
}

function validateNumberOption(name, value, {min = 0, allowInfinity = false} = {}) {
	if (value === undefined) {
		return;
	}

	if (typeof value !== 'number' || Number.isNaN(value)) {
		throw new TypeError(`Expected \`${name}\` to be a number${allowInfinity ? ' or Infinity' : ''}.`);
	}

	if (!allowInfinity && !Number.isFinite(value)) {
		throw new TypeError(`Expected \`${name}\` to be a finite number.`);
	}

	if (value < min) {
		throw new TypeError(`Expected \`${name}\` to be \u2265 ${min}.`);
	}
}

class AbortError extends Error {
	constructor(message) {
		super();

		if (message instanceof Error) {
			this.originalError = message;
			({message} = message);
		} else {
			this.originalError = new Error(message);
			this.originalError.stack = this.stack;
		}

		this.name = 'AbortError';
		this.message = message;
	}
}

function calculateDelay(retriesConsumed, options) {
	const attempt = Math.max(1, retriesConsumed + 1);
	const random = options.randomize ? (Math.random() + 1) : 1;

	let timeout = Math.round(random * options.minTimeout * (options.factor ** (attempt - 1)));
	timeout = Math.min(timeout, options.maxTimeout);

	return timeout;
}

function calculateRemainingTime(start, max) {
	if (!Number.isFinite(max)) {
		return max;
	}

	return max - (performance.now() - start);
}

async function onAttemptFailure({error, attemptNumber, retriesConsumed, startTime, options}) {
	const normalizedError = error instanceof Error
		? error
		: new TypeError(`Non-error was thrown: "${error}". You should only throw errors.`);

	if (normalizedError instanceof AbortError) {
		throw normalizedError.originalError;
	}

	const retriesLeft = Number.isFinite(options.retries)
		? Math.max(0, options.retries - retriesConsumed)
		: options.retries;

	const maxRetryTime = options.maxRetryTime ?? Number.POSITIVE_INFINITY;

	const context = Object.freeze({
		error: normalizedError,
		attemptNumber,
		retriesLeft,
		retriesConsumed,
	});

	await options.onFailedAttempt(context);

	if (calculateRemainingTime(startTime, maxRetryTime) <= 0) {
		throw normalizedError;
	}

	const consumeRetry = await options.shouldConsumeRetry(context);

	const remainingTime = calculateRemainingTime(startTime, maxRetryTime);

	if (remainingTime <= 0 || retriesLeft <= 0) {
		throw normalizedError;
	}

	if (normalizedError instanceof TypeError && !isNetworkError(normalizedError)) {
		if (consumeRetry) {
			throw normalizedError;
		}

		options.signal?.throwIfAborted();
		return false;
	}

	if (!await options.shouldRetry(context)) {
		throw normalizedError;
	}

	if (!consumeRetry) {
		options.signal?.throwIfAborted();
		return false;
	}

	const delayTime = calculateDelay(retriesConsumed, options);
	const finalDelay = Math.min(delayTime, remainingTime);

	options.signal?.throwIfAborted();

	if (finalDelay > 0) {
		await new Promise((resolve, reject) => {
			const onAbort = () => {
				clearTimeout(timeoutToken);
				options.signal?.removeEventListener('abort', onAbort);
				reject(options.signal.reason);
			};

			const timeoutToken = setTimeout(() => {
				options.signal?.removeEventListener('abort', onAbort);
				resolve();
			}, finalDelay);

			if (options.unref) {
				timeoutToken.unref?.();
			}

			options.signal?.addEventListener('abort', onAbort, {once: true});
		});
	}

	options.signal?.throwIfAborted();

	return true;
}

async function pRetry(input, options = {}) {
	options = {...options};

	validateRetries(options.retries);

	if (Object.hasOwn(options, 'forever')) {
		throw new Error('The `forever` option is no longer supported. For many use-cases, you can set `retries: Infinity` instead.');
	}

	options.retries ??= 10;
	options.factor ??= 2;
	options.minTimeout ??= 1000;
	options.maxTimeout ??= Number.POSITIVE_INFINITY;
	options.maxRetryTime ??= Number.POSITIVE_INFINITY;
	options.randomize ??= false;
	options.onFailedAttempt ??= () => {};
	options.shouldRetry ??= () => true;
	options.shouldConsumeRetry ??= () => true;

	// Validate numeric options and normalize edge cases
	validateNumberOption('factor', options.factor, {min: 0, allowInfinity: false});
	validateNumberOption('minTimeout', options.minTimeout, {min: 0, allowInfinity: false});
	validateNumberOption('maxTimeout', options.maxTimeout, {min: 0, allowInfinity: true});
	validateNumberOption('maxRetryTime', options.maxRetryTime, {min: 0, allowInfinity: true});

	// Treat non-positive factor as 1 to avoid zero backoff or negative behavior
	if (!(options.factor > 0)) {
		options.factor = 1;
	}

	options.signal?.throwIfAborted();

	let attemptNumber = 0;
	let retriesConsumed = 0;
	const startTime = performance.now();

	while (Number.isFinite(options.retries) ? retriesConsumed <= options.retries : true) {
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

	// Should not reach here, but in case it does, throw an error
	throw new Error('Retry attempts exhausted without throwing an error.');
}

function makeRetriable(function_, options) {
	return function (...arguments_) {
		return pRetry(() => function_.apply(this, arguments_), options);
	};
}

;// CONCATENATED MODULE: ./build/http/retry.js


/** One attempt's failure, with what decides about the next attempt. */
class FailedAttempt extends Error {
    /** What is thrown when there is no further attempt. */
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
 * Tries until an attempt succeeds, or there is none left.
 *
 * @param attempt throws {@link FailedAttempt} for what may be tried again; anything else that it throws is thrown on
 * @throws the error of the last failed attempt; the signal's reason when that ends a wait
 */
async function retry(attempt, options) {
    const { delaysMs, longestWaitMs = Number.POSITIVE_INFINITY, signal, onWait } = options;
    try {
        return await pRetry(attempt, {
            retries: delaysMs.length,
            minTimeout: 0,
            maxTimeout: 0,
            signal,
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
/** A signal that is aborted with the first of several, of which any may be missing. */
function anySignal(...signals) {
    return AbortSignal.any(signals.filter((signal) => signal instanceof AbortSignal));
}

// EXTERNAL MODULE: ./build/http/causes.js
var causes = __nccwpck_require__(7701);
// EXTERNAL MODULE: ./build/http/failed-connection.js
var failed_connection = __nccwpck_require__(8541);
;// CONCATENATED MODULE: ./build/hub/storage-refusal.js

/**
 * Reads an answer of the storage of large files that is no success: of another host than the Hub's, or in the XML of S3
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
        return ": its signed address had expired. Check that the runner's clock is right and its connection fast enough, then run the workflow again.";
    }
    if (code === 'RequestTimeout') {
        return ": too little arrived in time. Check the runner's connection, then run the workflow again.";
    }
    if (status >= 500 || status === 429) {
        return '. The state of the Hub is shown at https://status.huggingface.co; run the workflow again later.';
    }
    return code === null
        ? `, without a reason of its own. A proxy or firewall on the way may have blocked it: allow the runner to reach ${host}, then run the workflow again.`
        : `. The token is not the cause. Run the workflow again; if it is refused again, check what a proxy between the runner and ${host} changes.`;
}

;// CONCATENATED MODULE: ./build/hub/failed-attempt.js






/** A request that got no whole answer. */
function failedConnection({ url, endpoint, repo, isToHub, isCommit }, error, timedOut) {
    const problem = timedOut ? 'no answer in time' : (0,failed_connection/* connectionProblem */.E3)(error) || lastMessage(error);
    const host = isToHub ? `The Hub at ${endpoint}` : `The Hub's storage at ${url.origin}`;
    const mayHaveHappened = isCommit && !(0,failed_connection/* wasNeverSent */.CR)(error);
    const hubError = new hub_error/* HubError */.Ik(`${host} could not be reached for ${repo}: ${problem}. Check hub-endpoint and the runner's network, then run the workflow again.`, { mayHaveHappened, cause: error });
    return new FailedAttempt(hubError, { reason: problem, canBeRepeated: !mayHaveHappened });
}
/** Message of the error that all others come from. */
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
/** Where a redirect leads: another host, or a path of the same; null for any other answer. */
function redirectTarget({ status, headers }, from) {
    const location = headers.get('Location');
    if (status < 300 || status > 399 || location === null)
        return null;
    const to = URL.parse(location, from.href);
    if (to === null)
        return 'an address that is none';
    return to.origin === from.origin ? to.pathname : to.origin;
}
/** The Hub creates one repo of an owner at a time, and refuses the others meanwhile. */
function isBusyCreating(status, reason) {
    return (status === 409 && reason.startsWith('Cannot create repo: another conflicting operation is in progress'));
}
/** True for a web page, which the Hub's API never answers with: it names each request. */
function isPage({ headers }) {
    const isHtml = /^text\/html\b/i.test(headers.get('Content-Type') ?? '');
    return isHtml && !headers.has('X-Request-Id') && !headers.has('X-Error-Code');
}
/** The Hub's own words about a failure, as one short line. */
function serverReason({ pathname }, response, body) {
    let reason = response.headers.get('X-Error-Message') ?? '';
    try {
        const answer = Object(JSON.parse(Buffer.from(body).toString()));
        reason = (/\/info\/lfs\//.test(pathname) ? (answer.error ?? answer.message) : answer.error) ?? reason;
    }
    catch {
        // Not JSON: a proxy's page, of no use to the user.
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
    /** True when the request goes to the Hub itself, not to its storage or anywhere else. */
    get isToHub() {
        return this.url.origin === new URL(this.endpoint).origin;
    }
    /** True for a download or an upload of a file, which alone the Hub redirects to its storage. */
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
    /** Path below the endpoint. */
    get #path() {
        const { pathname } = new URL(this.endpoint);
        return pathname === '/' ? this.url.pathname : this.url.pathname.slice(pathname.length);
    }
}

;// CONCATENATED MODULE: ./build/hub/hub-fetch.js




/**
 * Stands for the token in the requests given to {@link createHubFetch}: a request that carries it is signed, any
 * other, such as an upload to a signed address, is not. It looks like a token because `@huggingface/hub` insists.
 */
const TOKEN_PLACEHOLDER = 'hf_placeholder';
const RETRY_DELAYS_MS = [1000, 2000, 4000, 8000];
const TIMEOUT_MS = 60_000;
/** The Hub commits for up to a minute before it answers. */
const COMMIT_TIMEOUT_MS = 180_000;
/** Slowest upload that is waited for. */
const UPLOAD_BYTES_PER_MS = 100;
/** Rate windows of the Hub last 5 minutes. */
const LONGEST_WAIT_MS = 330_000;
/** Nothing that is read from the Hub into memory is larger; data files are never downloaded. */
const MAX_BODY_BYTES = 16 << 20;
/**
 * A `fetch` for the Hub that `@huggingface/hub` takes as well: it signs requests to the Hub, limits their time,
 * reads the whole answer, and sends again what failed in passing and may safely be sent again, waiting as
 * `Retry-After` or `RateLimit` say (https://huggingface.co/docs/hub/rate-limits). A commit is sent again only when
 * it cannot have been made.
 *
 * @returns a fetch whose promise is fulfilled by successful answers only; it rejects with {@link HubError}, or OwnFileError for a
 *   body that is a file which is gone
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
        // A redirect to anywhere would take along the body: a commit, or the job's identity.
        const redirect = request.mayBeRedirected ? 'follow' : 'manual';
        response = await send(url, { ...init, headers, redirect, signal });
        body = await readBody(response);
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
function timeLimit({ timeoutMs = TIMEOUT_MS }, { init, isCommit }) {
    if (isCommit)
        return Math.max(timeoutMs, COMMIT_TIMEOUT_MS);
    return timeoutMs + (init.body instanceof Blob ? Math.ceil(init.body.size / UPLOAD_BYTES_PER_MS) : 0);
}
async function readBody(response) {
    const chunks = [];
    let size = 0;
    for await (const chunk of response.body ?? []) {
        size += chunk.length;
        if (size > MAX_BODY_BYTES)
            throw new Error(`the answer is larger than ${MAX_BODY_BYTES} bytes`);
        chunks.push(chunk);
    }
    return Buffer.concat(chunks);
}

;// CONCATENATED MODULE: ./build/hub/repo-state.js
/** A commit's id: SHA-1 or SHA-256 in hexadecimal, by the Hub's kind. */
const COMMIT_ID = /^[0-9a-f]{40}(?:[0-9a-f]{24})?$/;
/**
 * What a repo holds, from the answer to `GET /api/datasets/{name}?blobs=true`, in which some Hubs leave out blob ids or
 * hashes.
 *
 * @returns null when the answer is none about a repo
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
/** Commit each tag points to, from the answer to `GET /api/datasets/{name}/refs`; null when it is none. */
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
/** Fields of an answer of any shape. */
function fields(answer) {
    return Object(answer);
}
function matches(value, pattern) {
    return typeof value === 'string' && pattern.test(value);
}

;// CONCATENATED MODULE: ./build/hub/oidc-token.js




/** A token is not used in its last minutes, so that a request that takes long still finds it valid. */
const MARGIN_MS = 5 * 60_000;
const GRANT_TYPE = 'urn:ietf:params:oauth:grant-type:token-exchange';
const SUBJECT_TOKEN_TYPE = 'urn:ietf:params:oauth:token-type:id_token';
/** True when the runner lets this job prove its identity, that is with `id-token: write`. */
function hasJobIdentity(environment = process.env) {
    const { ACTIONS_ID_TOKEN_REQUEST_URL: url, ACTIONS_ID_TOKEN_REQUEST_TOKEN: token } = environment;
    return Boolean(url) && Boolean(token);
}
/**
 * The token for one repo: the one that was given, or else a short-lived one for which the Hub exchanges the job's
 * identity (https://huggingface.co/docs/hub/trusted-publishers). That is kept until shortly before it expires.
 *
 * @returns a function that rejects with {@link HubError} when there is no token to be had
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
        throw new hub_error/* HubError */.Ik(`The Hub at ${endpoint} exchanged the job's identity for no token. Check hub-endpoint.`);
    }
    mask(value);
    const lifetimeMs = typeof seconds === 'number' && seconds > 0 ? seconds * 1000 : 0;
    return { value, staleAt: askedAt + lifetimeMs - Math.min(MARGIN_MS, lifetimeMs / 2) };
}
/** The job's identity, a token of GitHub's for this Hub. */
async function jobIdentity(options) {
    const { endpoint, repo, environment = process.env } = options;
    if (!hasJobIdentity(environment)) {
        throw new hub_error/* HubError */.Ik(`There is no token for ${repo}: pass one as hf-token, or give the job "permissions: id-token: write" and name this workflow as a trusted publisher in ${endpoint}/${repo}/settings. A pull request from a fork gets neither.`);
    }
    const url = new URL(String(environment.ACTIONS_ID_TOKEN_REQUEST_URL));
    url.searchParams.set('audience', endpoint);
    const authorization = `Bearer ${environment.ACTIONS_ID_TOKEN_REQUEST_TOKEN}`;
    // GitHub is asked by the same means as the Hub: time limit, retries, answers of bounded size.
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
function explainRefusal(error, { endpoint, repo }) {
    const { status, code } = error;
    if ((0,failed_answer/* isPassing */.WG)(status))
        return error;
    return new hub_error/* HubError */.Ik(`The Hub did not accept this job's identity for ${repo} (${status}). In ${endpoint}/${repo}/settings name this repository, workflow and environment as a trusted publisher; each repo and each Space needs its own, and must exist already. Or pass a token as hf-token.`, { status, code, cause: error });
}

;// CONCATENATED MODULE: ./build/hub/hub.js

/**
 * A Hub for datasets, Spaces, Jobs and marks to be opened on. It makes none of them itself, so that a bundle holds only
 * what its action opens.
 *
 * @param options.token null has the job's identity exchanged for a token of each repo
 */
function createHub({ token, mask, environment, ...options }) {
    const sources = new Map();
    return {
        ...options,
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

/** A fetch as {@link createHubFetch} makes it, watched: an error of a cancelled run does not tell what was sent. */
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
    /** @throws HubError when the name is not `owner/name` as the Hub allows it */
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
    /** Address of the log that tells why the Space is in a stage. */
    logsUrl(stage) {
        const isBuild = /BUILD|CONFIG|NO_APP_FILE/.test(stage);
        return `${this.pageUrl}?logs=${isBuild ? 'build' : 'container'}`;
    }
    /** Stage the Space is in, for example `RUNNING`. @param signal ends the request */
    stage(signal) {
        return this.#stageFrom('see', 'GET', '/runtime', signal);
    }
    /** Pauses the Space; one that is paused already is left as it is. @returns the stage after that */
    async pause() {
        return (await this.stage()) === 'PAUSED' ? 'PAUSED' : this.#stageFrom('pause', 'POST', '/pause');
    }
    /**
     * Restarts the Space, also one that is paused.
     *
     * @returns the stage the Hub tells at once, which may still be that of the old runtime
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
    async #stageFrom(action, method, path, signal) {
        const response = await this.#request(action, path, { method, signal });
        const { stage } = fields(await response.json().catch(() => null));
        if (typeof stage === 'string' && /^[A-Z_]{1,40}$/.test(stage))
            return stage;
        throw new hub_error/* HubError */.Ik(`The Hub's answer tells no stage of the Space ${this.name}. Check hub-endpoint.`);
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
            throw new hub_error/* HubError */.Ik(`Asking the Hub to ${action} the Space ${this.name} was broken off.`, {
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
    /** What a status means when it is about a Space. */
    #advice(status, action) {
        const tokens = `${this.#endpoint}/settings/tokens`;
        switch (status) {
            case 400:
                return `The Hub refused to ${action} the Space ${this.name} (400). A static Space always runs and can be neither paused nor restarted. Look at ${this.pageUrl}.`;
            case 401:
                return `The Hub refused the token when asked to ${action} the Space ${this.name} (401): it is not valid, has expired, or may not do this. A token got without a secret (OIDC) may pause but perhaps not restart a Space; pass a token with write access from ${tokens} as hf-token.`;
            case 403:
                return `The token may not ${action} the Space ${this.name} (403): only who may write to the Space can. Give the token write access to it, or to its organization, at ${tokens}.`;
            case 404:
                return `The Hub knows no Space ${this.name} (404), or hides it from this token. Check the name at ${this.pageUrl} and that the token may see it.`;
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
 * Opens the Hub that an action's inputs name. The runner masks every token it gets, and the log says when it waits.
 *
 * @param options.signal ends every request and every wait
 */
function openHub({ hfToken: token, hubEndpoint: endpoint }, options) {
    return createHub({
        ...options,
        token,
        endpoint,
        mask: core/* setSecret */.Pq,
        onWait: ({ repo, reason, delayMs }) => (0,core/* info */.pq)(`The Hub answered ${reason} for ${repo}; trying again in ${delayMs / 1000} s.`),
    });
}
/** Opens a Space of the Hub that inputs name. */
function openSpace(name, inputs, signal) {
    return new Space(name, openHub(inputs, { signal }));
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
/******/ var __webpack_exports__ = __nccwpck_require__(695);
/******/ __webpack_exports__ = await __webpack_exports__;
/******/ 
