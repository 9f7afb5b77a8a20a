import { createRequire as __WEBPACK_EXTERNAL_createRequire } from "module";
/******/ var __webpack_modules__ = ({

/***/ 181:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("buffer");

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

/***/ 6760:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:path");

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

/***/ 932:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("process");

/***/ }),

/***/ 3193:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("string_decoder");

/***/ }),

/***/ 7349:
/***/ ((__unused_webpack_module, exports, __nccwpck_require__) => {



var identity = __nccwpck_require__(1127);
var Scalar = __nccwpck_require__(3301);
var YAMLMap = __nccwpck_require__(4454);
var YAMLSeq = __nccwpck_require__(2223);
var resolveBlockMap = __nccwpck_require__(7103);
var resolveBlockSeq = __nccwpck_require__(334);
var resolveFlowCollection = __nccwpck_require__(3142);

function resolveCollection(CN, ctx, token, onError, tagName, tag) {
    const coll = token.type === 'block-map'
        ? resolveBlockMap.resolveBlockMap(CN, ctx, token, onError, tag)
        : token.type === 'block-seq'
            ? resolveBlockSeq.resolveBlockSeq(CN, ctx, token, onError, tag)
            : resolveFlowCollection.resolveFlowCollection(CN, ctx, token, onError, tag);
    const Coll = coll.constructor;
    // If we got a tagName matching the class, or the tag name is '!',
    // then use the tagName from the node class used to create it.
    if (tagName === '!' || tagName === Coll.tagName) {
        coll.tag = Coll.tagName;
        return coll;
    }
    if (tagName)
        coll.tag = tagName;
    return coll;
}
function composeCollection(CN, ctx, token, props, onError) {
    const tagToken = props.tag;
    const tagName = !tagToken
        ? null
        : ctx.directives.tagName(tagToken.source, msg => onError(tagToken, 'TAG_RESOLVE_FAILED', msg));
    if (token.type === 'block-seq') {
        const { anchor, newlineAfterProp: nl } = props;
        const lastProp = anchor && tagToken
            ? anchor.offset > tagToken.offset
                ? anchor
                : tagToken
            : (anchor ?? tagToken);
        if (lastProp && (!nl || nl.offset < lastProp.offset)) {
            const message = 'Missing newline after block sequence props';
            onError(lastProp, 'MISSING_CHAR', message);
        }
    }
    const expType = token.type === 'block-map'
        ? 'map'
        : token.type === 'block-seq'
            ? 'seq'
            : token.start.source === '{'
                ? 'map'
                : 'seq';
    // shortcut: check if it's a generic YAMLMap or YAMLSeq
    // before jumping into the custom tag logic.
    if (!tagToken ||
        !tagName ||
        tagName === '!' ||
        (tagName === YAMLMap.YAMLMap.tagName && expType === 'map') ||
        (tagName === YAMLSeq.YAMLSeq.tagName && expType === 'seq')) {
        return resolveCollection(CN, ctx, token, onError, tagName);
    }
    let tag = ctx.schema.tags.find(t => t.tag === tagName && t.collection === expType);
    if (!tag) {
        const kt = ctx.schema.knownTags[tagName];
        if (kt?.collection === expType) {
            ctx.schema.tags.push(Object.assign({}, kt, { default: false }));
            tag = kt;
        }
        else {
            if (kt) {
                onError(tagToken, 'BAD_COLLECTION_TYPE', `${kt.tag} used for ${expType} collection, but expects ${kt.collection ?? 'scalar'}`, true);
            }
            else {
                onError(tagToken, 'TAG_RESOLVE_FAILED', `Unresolved tag: ${tagName}`, true);
            }
            return resolveCollection(CN, ctx, token, onError, tagName);
        }
    }
    const coll = resolveCollection(CN, ctx, token, onError, tagName, tag);
    const res = tag.resolve?.(coll, msg => onError(tagToken, 'TAG_RESOLVE_FAILED', msg), ctx.options) ?? coll;
    const node = identity.isNode(res)
        ? res
        : new Scalar.Scalar(res);
    node.range = coll.range;
    node.tag = tagName;
    if (tag?.format)
        node.format = tag.format;
    return node;
}

exports.composeCollection = composeCollection;


/***/ }),

/***/ 3683:
/***/ ((__unused_webpack_module, exports, __nccwpck_require__) => {



var Document = __nccwpck_require__(3021);
var composeNode = __nccwpck_require__(5937);
var resolveEnd = __nccwpck_require__(7788);
var resolveProps = __nccwpck_require__(4631);

function composeDoc(options, directives, { offset, start, value, end }, onError) {
    const opts = Object.assign({ _directives: directives }, options);
    const doc = new Document.Document(undefined, opts);
    const ctx = {
        atKey: false,
        atRoot: true,
        directives: doc.directives,
        options: doc.options,
        schema: doc.schema
    };
    const props = resolveProps.resolveProps(start, {
        indicator: 'doc-start',
        next: value ?? end?.[0],
        offset,
        onError,
        parentIndent: 0,
        startOnNewline: true
    });
    if (props.found) {
        doc.directives.docStart = true;
        if (value &&
            (value.type === 'block-map' || value.type === 'block-seq') &&
            !props.hasNewline)
            onError(props.end, 'MISSING_CHAR', 'Block collection cannot start on same line with directives-end marker');
    }
    // @ts-expect-error If Contents is set, let's trust the user
    doc.contents = value
        ? composeNode.composeNode(ctx, value, props, onError)
        : composeNode.composeEmptyNode(ctx, props.end, start, null, props, onError);
    const contentEnd = doc.contents.range[2];
    const re = resolveEnd.resolveEnd(end, contentEnd, false, onError);
    if (re.comment)
        doc.comment = re.comment;
    doc.range = [offset, contentEnd, re.offset];
    return doc;
}

exports.composeDoc = composeDoc;


/***/ }),

/***/ 5937:
/***/ ((__unused_webpack_module, exports, __nccwpck_require__) => {



var Alias = __nccwpck_require__(4065);
var identity = __nccwpck_require__(1127);
var composeCollection = __nccwpck_require__(7349);
var composeScalar = __nccwpck_require__(5413);
var resolveEnd = __nccwpck_require__(7788);
var utilEmptyScalarPosition = __nccwpck_require__(2599);

const CN = { composeNode, composeEmptyNode };
function composeNode(ctx, token, props, onError) {
    const atKey = ctx.atKey;
    const { spaceBefore, comment, anchor, tag } = props;
    let node;
    let isSrcToken = true;
    switch (token.type) {
        case 'alias':
            node = composeAlias(ctx, token, onError);
            if (anchor || tag)
                onError(token, 'ALIAS_PROPS', 'An alias node must not specify any properties');
            break;
        case 'scalar':
        case 'single-quoted-scalar':
        case 'double-quoted-scalar':
        case 'block-scalar':
            node = composeScalar.composeScalar(ctx, token, tag, onError);
            if (anchor)
                node.anchor = anchor.source.substring(1);
            break;
        case 'block-map':
        case 'block-seq':
        case 'flow-collection':
            try {
                node = composeCollection.composeCollection(CN, ctx, token, props, onError);
                if (anchor)
                    node.anchor = anchor.source.substring(1);
            }
            catch (error) {
                // Almost certainly here due to a stack overflow
                const message = error instanceof Error ? error.message : String(error);
                onError(token, 'RESOURCE_EXHAUSTION', message);
            }
            break;
        default: {
            const message = token.type === 'error'
                ? token.message
                : `Unsupported token (type: ${token.type})`;
            onError(token, 'UNEXPECTED_TOKEN', message);
            isSrcToken = false;
        }
    }
    node ?? (node = composeEmptyNode(ctx, token.offset, undefined, null, props, onError));
    if (anchor && node.anchor === '')
        onError(anchor, 'BAD_ALIAS', 'Anchor cannot be an empty string');
    if (atKey &&
        ctx.options.stringKeys &&
        (!identity.isScalar(node) ||
            typeof node.value !== 'string' ||
            (node.tag && node.tag !== 'tag:yaml.org,2002:str'))) {
        const msg = 'With stringKeys, all keys must be strings';
        onError(tag ?? token, 'NON_STRING_KEY', msg);
    }
    if (spaceBefore)
        node.spaceBefore = true;
    if (comment) {
        if (token.type === 'scalar' && token.source === '')
            node.comment = comment;
        else
            node.commentBefore = comment;
    }
    // @ts-expect-error Type checking misses meaning of isSrcToken
    if (ctx.options.keepSourceTokens && isSrcToken)
        node.srcToken = token;
    return node;
}
function composeEmptyNode(ctx, offset, before, pos, { spaceBefore, comment, anchor, tag, end }, onError) {
    const token = {
        type: 'scalar',
        offset: utilEmptyScalarPosition.emptyScalarPosition(offset, before, pos),
        indent: -1,
        source: ''
    };
    const node = composeScalar.composeScalar(ctx, token, tag, onError);
    if (anchor) {
        node.anchor = anchor.source.substring(1);
        if (node.anchor === '')
            onError(anchor, 'BAD_ALIAS', 'Anchor cannot be an empty string');
    }
    if (spaceBefore)
        node.spaceBefore = true;
    if (comment) {
        node.comment = comment;
        node.range[2] = end;
    }
    return node;
}
function composeAlias({ options }, { offset, source, end }, onError) {
    const alias = new Alias.Alias(source.substring(1));
    if (alias.source === '')
        onError(offset, 'BAD_ALIAS', 'Alias cannot be an empty string');
    if (alias.source.endsWith(':'))
        onError(offset + source.length - 1, 'BAD_ALIAS', 'Alias ending in : is ambiguous', true);
    const valueEnd = offset + source.length;
    const re = resolveEnd.resolveEnd(end, valueEnd, options.strict, onError);
    alias.range = [offset, valueEnd, re.offset];
    if (re.comment)
        alias.comment = re.comment;
    return alias;
}

exports.composeEmptyNode = composeEmptyNode;
exports.composeNode = composeNode;


/***/ }),

/***/ 5413:
/***/ ((__unused_webpack_module, exports, __nccwpck_require__) => {



var identity = __nccwpck_require__(1127);
var Scalar = __nccwpck_require__(3301);
var resolveBlockScalar = __nccwpck_require__(8913);
var resolveFlowScalar = __nccwpck_require__(6842);

function composeScalar(ctx, token, tagToken, onError) {
    const { value, type, comment, range } = token.type === 'block-scalar'
        ? resolveBlockScalar.resolveBlockScalar(ctx, token, onError)
        : resolveFlowScalar.resolveFlowScalar(token, ctx.options.strict, onError);
    const tagName = tagToken
        ? ctx.directives.tagName(tagToken.source, msg => onError(tagToken, 'TAG_RESOLVE_FAILED', msg))
        : null;
    let tag;
    if (ctx.options.stringKeys && ctx.atKey) {
        tag = ctx.schema[identity.SCALAR];
    }
    else if (tagName)
        tag = findScalarTagByName(ctx.schema, value, tagName, tagToken, onError);
    else if (token.type === 'scalar')
        tag = findScalarTagByTest(ctx, value, token, onError);
    else
        tag = ctx.schema[identity.SCALAR];
    let scalar;
    try {
        const res = tag.resolve(value, msg => onError(tagToken ?? token, 'TAG_RESOLVE_FAILED', msg), ctx.options);
        scalar = identity.isScalar(res) ? res : new Scalar.Scalar(res);
    }
    catch (error) {
        const msg = error instanceof Error ? error.message : String(error);
        onError(tagToken ?? token, 'TAG_RESOLVE_FAILED', msg);
        scalar = new Scalar.Scalar(value);
    }
    scalar.range = range;
    scalar.source = value;
    if (type)
        scalar.type = type;
    if (tagName)
        scalar.tag = tagName;
    if (tag.format)
        scalar.format = tag.format;
    if (comment)
        scalar.comment = comment;
    return scalar;
}
function findScalarTagByName(schema, value, tagName, tagToken, onError) {
    if (tagName === '!')
        return schema[identity.SCALAR]; // non-specific tag
    const matchWithTest = [];
    for (const tag of schema.tags) {
        if (!tag.collection && tag.tag === tagName) {
            if (tag.default && tag.test)
                matchWithTest.push(tag);
            else
                return tag;
        }
    }
    for (const tag of matchWithTest)
        if (tag.test?.test(value))
            return tag;
    const kt = schema.knownTags[tagName];
    if (kt && !kt.collection) {
        // Ensure that the known tag is available for stringifying,
        // but does not get used by default.
        schema.tags.push(Object.assign({}, kt, { default: false, test: undefined }));
        return kt;
    }
    onError(tagToken, 'TAG_RESOLVE_FAILED', `Unresolved tag: ${tagName}`, tagName !== 'tag:yaml.org,2002:str');
    return schema[identity.SCALAR];
}
function findScalarTagByTest({ atKey, directives, schema }, value, token, onError) {
    const tag = schema.tags.find(tag => (tag.default === true || (atKey && tag.default === 'key')) &&
        tag.test?.test(value)) || schema[identity.SCALAR];
    if (schema.compat) {
        const compat = schema.compat.find(tag => tag.default && tag.test?.test(value)) ??
            schema[identity.SCALAR];
        if (tag.tag !== compat.tag) {
            const ts = directives.tagString(tag.tag);
            const cs = directives.tagString(compat.tag);
            const msg = `Value may be parsed as either ${ts} or ${cs}`;
            onError(token, 'TAG_RESOLVE_FAILED', msg, true);
        }
    }
    return tag;
}

exports.composeScalar = composeScalar;


/***/ }),

/***/ 9984:
/***/ ((__unused_webpack_module, exports, __nccwpck_require__) => {



var node_process = __nccwpck_require__(932);
var directives = __nccwpck_require__(1342);
var Document = __nccwpck_require__(3021);
var errors = __nccwpck_require__(1464);
var identity = __nccwpck_require__(1127);
var composeDoc = __nccwpck_require__(3683);
var resolveEnd = __nccwpck_require__(7788);

function getErrorPos(src) {
    if (typeof src === 'number')
        return [src, src + 1];
    if (Array.isArray(src))
        return src.length === 2 ? src : [src[0], src[1]];
    const { offset, source } = src;
    return [offset, offset + (typeof source === 'string' ? source.length : 1)];
}
function parsePrelude(prelude) {
    let comment = '';
    let atComment = false;
    let afterEmptyLine = false;
    for (let i = 0; i < prelude.length; ++i) {
        const source = prelude[i];
        switch (source[0]) {
            case '#':
                comment +=
                    (comment === '' ? '' : afterEmptyLine ? '\n\n' : '\n') +
                        (source.substring(1) || ' ');
                atComment = true;
                afterEmptyLine = false;
                break;
            case '%':
                if (prelude[i + 1]?.[0] !== '#')
                    i += 1;
                atComment = false;
                break;
            default:
                // This may be wrong after doc-end, but in that case it doesn't matter
                if (!atComment)
                    afterEmptyLine = true;
                atComment = false;
        }
    }
    return { comment, afterEmptyLine };
}
/**
 * Compose a stream of CST nodes into a stream of YAML Documents.
 *
 * ```ts
 * import { Composer, Parser } from 'yaml'
 *
 * const src: string = ...
 * const tokens = new Parser().parse(src)
 * const docs = new Composer().compose(tokens)
 * ```
 */
class Composer {
    constructor(options = {}) {
        this.doc = null;
        this.atDirectives = false;
        this.prelude = [];
        this.errors = [];
        this.warnings = [];
        this.onError = (source, code, message, warning) => {
            const pos = getErrorPos(source);
            if (warning)
                this.warnings.push(new errors.YAMLWarning(pos, code, message));
            else
                this.errors.push(new errors.YAMLParseError(pos, code, message));
        };
        // eslint-disable-next-line @typescript-eslint/prefer-nullish-coalescing
        this.directives = new directives.Directives({ version: options.version || '1.2' });
        this.options = options;
    }
    decorate(doc, afterDoc) {
        const { comment, afterEmptyLine } = parsePrelude(this.prelude);
        //console.log({ dc: doc.comment, prelude, comment })
        if (comment) {
            const dc = doc.contents;
            if (afterDoc) {
                doc.comment = doc.comment ? `${doc.comment}\n${comment}` : comment;
            }
            else if (afterEmptyLine || doc.directives.docStart || !dc) {
                doc.commentBefore = comment;
            }
            else if (identity.isCollection(dc) && !dc.flow && dc.items.length > 0) {
                let it = dc.items[0];
                if (identity.isPair(it))
                    it = it.key;
                const cb = it.commentBefore;
                it.commentBefore = cb ? `${comment}\n${cb}` : comment;
            }
            else {
                const cb = dc.commentBefore;
                dc.commentBefore = cb ? `${comment}\n${cb}` : comment;
            }
        }
        if (afterDoc) {
            for (let i = 0; i < this.errors.length; ++i)
                doc.errors.push(this.errors[i]);
            for (let i = 0; i < this.warnings.length; ++i)
                doc.warnings.push(this.warnings[i]);
        }
        else {
            doc.errors = this.errors;
            doc.warnings = this.warnings;
        }
        this.prelude = [];
        this.errors = [];
        this.warnings = [];
    }
    /**
     * Current stream status information.
     *
     * Mostly useful at the end of input for an empty stream.
     */
    streamInfo() {
        return {
            comment: parsePrelude(this.prelude).comment,
            directives: this.directives,
            errors: this.errors,
            warnings: this.warnings
        };
    }
    /**
     * Compose tokens into documents.
     *
     * @param forceDoc - If the stream contains no document, still emit a final document including any comments and directives that would be applied to a subsequent document.
     * @param endOffset - Should be set if `forceDoc` is also set, to set the document range end and to indicate errors correctly.
     */
    *compose(tokens, forceDoc = false, endOffset = -1) {
        for (const token of tokens)
            yield* this.next(token);
        yield* this.end(forceDoc, endOffset);
    }
    /** Advance the composer by one CST token. */
    *next(token) {
        if (node_process.env.LOG_STREAM)
            console.dir(token, { depth: null });
        switch (token.type) {
            case 'directive':
                this.directives.add(token.source, (offset, message, warning) => {
                    const pos = getErrorPos(token);
                    pos[0] += offset;
                    this.onError(pos, 'BAD_DIRECTIVE', message, warning);
                });
                this.prelude.push(token.source);
                this.atDirectives = true;
                break;
            case 'document': {
                const doc = composeDoc.composeDoc(this.options, this.directives, token, this.onError);
                if (this.atDirectives && !doc.directives.docStart)
                    this.onError(token, 'MISSING_CHAR', 'Missing directives-end/doc-start indicator line');
                this.decorate(doc, false);
                if (this.doc)
                    yield this.doc;
                this.doc = doc;
                this.atDirectives = false;
                break;
            }
            case 'byte-order-mark':
            case 'space':
                break;
            case 'comment':
            case 'newline':
                this.prelude.push(token.source);
                break;
            case 'error': {
                const msg = token.source
                    ? `${token.message}: ${JSON.stringify(token.source)}`
                    : token.message;
                const error = new errors.YAMLParseError(getErrorPos(token), 'UNEXPECTED_TOKEN', msg);
                if (this.atDirectives || !this.doc)
                    this.errors.push(error);
                else
                    this.doc.errors.push(error);
                break;
            }
            case 'doc-end': {
                if (!this.doc) {
                    const msg = 'Unexpected doc-end without preceding document';
                    this.errors.push(new errors.YAMLParseError(getErrorPos(token), 'UNEXPECTED_TOKEN', msg));
                    break;
                }
                this.doc.directives.docEnd = true;
                const end = resolveEnd.resolveEnd(token.end, token.offset + token.source.length, this.doc.options.strict, this.onError);
                this.decorate(this.doc, true);
                if (end.comment) {
                    const dc = this.doc.comment;
                    this.doc.comment = dc ? `${dc}\n${end.comment}` : end.comment;
                }
                this.doc.range[2] = end.offset;
                break;
            }
            default:
                this.errors.push(new errors.YAMLParseError(getErrorPos(token), 'UNEXPECTED_TOKEN', `Unsupported token ${token.type}`));
        }
    }
    /**
     * Call at end of input to yield any remaining document.
     *
     * @param forceDoc - If the stream contains no document, still emit a final document including any comments and directives that would be applied to a subsequent document.
     * @param endOffset - Should be set if `forceDoc` is also set, to set the document range end and to indicate errors correctly.
     */
    *end(forceDoc = false, endOffset = -1) {
        if (this.doc) {
            this.decorate(this.doc, true);
            yield this.doc;
            this.doc = null;
        }
        else if (forceDoc) {
            const opts = Object.assign({ _directives: this.directives }, this.options);
            const doc = new Document.Document(undefined, opts);
            if (this.atDirectives)
                this.onError(endOffset, 'MISSING_CHAR', 'Missing directives-end indicator line');
            doc.range = [0, endOffset, endOffset];
            this.decorate(doc, false);
            yield doc;
        }
    }
}

exports.Composer = Composer;


/***/ }),

/***/ 7103:
/***/ ((__unused_webpack_module, exports, __nccwpck_require__) => {



var Pair = __nccwpck_require__(7165);
var YAMLMap = __nccwpck_require__(4454);
var resolveProps = __nccwpck_require__(4631);
var utilContainsNewline = __nccwpck_require__(9499);
var utilFlowIndentCheck = __nccwpck_require__(4051);
var utilMapIncludes = __nccwpck_require__(1187);

const startColMsg = 'All mapping items must start at the same column';
function resolveBlockMap({ composeNode, composeEmptyNode }, ctx, bm, onError, tag) {
    const NodeClass = tag?.nodeClass ?? YAMLMap.YAMLMap;
    const map = new NodeClass(ctx.schema);
    if (ctx.atRoot)
        ctx.atRoot = false;
    let offset = bm.offset;
    let commentEnd = null;
    for (const collItem of bm.items) {
        const { start, key, sep, value } = collItem;
        // key properties
        const keyProps = resolveProps.resolveProps(start, {
            indicator: 'explicit-key-ind',
            next: key ?? sep?.[0],
            offset,
            onError,
            parentIndent: bm.indent,
            startOnNewline: true
        });
        const implicitKey = !keyProps.found;
        if (implicitKey) {
            if (key) {
                if (key.type === 'block-seq')
                    onError(offset, 'BLOCK_AS_IMPLICIT_KEY', 'A block sequence may not be used as an implicit map key');
                else if ('indent' in key && key.indent !== bm.indent)
                    onError(offset, 'BAD_INDENT', startColMsg);
            }
            if (!keyProps.anchor && !keyProps.tag && !sep) {
                commentEnd = keyProps.end;
                if (keyProps.comment) {
                    if (map.comment)
                        map.comment += '\n' + keyProps.comment;
                    else
                        map.comment = keyProps.comment;
                }
                continue;
            }
            if (keyProps.newlineAfterProp || utilContainsNewline.containsNewline(key)) {
                onError(key ?? start[start.length - 1], 'MULTILINE_IMPLICIT_KEY', 'Implicit keys need to be on a single line');
            }
        }
        else if (keyProps.found?.indent !== bm.indent) {
            onError(offset, 'BAD_INDENT', startColMsg);
        }
        // key value
        ctx.atKey = true;
        const keyStart = keyProps.end;
        const keyNode = key
            ? composeNode(ctx, key, keyProps, onError)
            : composeEmptyNode(ctx, keyStart, start, null, keyProps, onError);
        if (ctx.schema.compat)
            utilFlowIndentCheck.flowIndentCheck(bm.indent, key, onError);
        ctx.atKey = false;
        if (utilMapIncludes.mapIncludes(ctx, map.items, keyNode))
            onError(keyStart, 'DUPLICATE_KEY', 'Map keys must be unique');
        // value properties
        const valueProps = resolveProps.resolveProps(sep ?? [], {
            indicator: 'map-value-ind',
            next: value,
            offset: keyNode.range[2],
            onError,
            parentIndent: bm.indent,
            startOnNewline: !key || key.type === 'block-scalar'
        });
        offset = valueProps.end;
        if (valueProps.found) {
            if (implicitKey) {
                if (value?.type === 'block-map' && !valueProps.hasNewline)
                    onError(offset, 'BLOCK_AS_IMPLICIT_KEY', 'Nested mappings are not allowed in compact mappings');
                if (ctx.options.strict &&
                    keyProps.start < valueProps.found.offset - 1024)
                    onError(keyNode.range, 'KEY_OVER_1024_CHARS', 'The : indicator must be at most 1024 chars after the start of an implicit block mapping key');
            }
            // value value
            const valueNode = value
                ? composeNode(ctx, value, valueProps, onError)
                : composeEmptyNode(ctx, offset, sep, null, valueProps, onError);
            if (ctx.schema.compat)
                utilFlowIndentCheck.flowIndentCheck(bm.indent, value, onError);
            offset = valueNode.range[2];
            const pair = new Pair.Pair(keyNode, valueNode);
            if (ctx.options.keepSourceTokens)
                pair.srcToken = collItem;
            map.items.push(pair);
        }
        else {
            // key with no value
            if (implicitKey)
                onError(keyNode.range, 'MISSING_CHAR', 'Implicit map keys need to be followed by map values');
            if (valueProps.comment) {
                if (keyNode.comment)
                    keyNode.comment += '\n' + valueProps.comment;
                else
                    keyNode.comment = valueProps.comment;
            }
            const pair = new Pair.Pair(keyNode);
            if (ctx.options.keepSourceTokens)
                pair.srcToken = collItem;
            map.items.push(pair);
        }
    }
    if (commentEnd && commentEnd < offset)
        onError(commentEnd, 'IMPOSSIBLE', 'Map comment with trailing content');
    map.range = [bm.offset, offset, commentEnd ?? offset];
    return map;
}

exports.resolveBlockMap = resolveBlockMap;


/***/ }),

/***/ 8913:
/***/ ((__unused_webpack_module, exports, __nccwpck_require__) => {



var Scalar = __nccwpck_require__(3301);

function resolveBlockScalar(ctx, scalar, onError) {
    const start = scalar.offset;
    const header = parseBlockScalarHeader(scalar, ctx.options.strict, onError);
    if (!header)
        return { value: '', type: null, comment: '', range: [start, start, start] };
    const type = header.mode === '>' ? Scalar.Scalar.BLOCK_FOLDED : Scalar.Scalar.BLOCK_LITERAL;
    const lines = scalar.source ? splitLines(scalar.source) : [];
    // determine the end of content & start of chomping
    let chompStart = lines.length;
    for (let i = lines.length - 1; i >= 0; --i) {
        const content = lines[i][1];
        if (content === '' || content === '\r')
            chompStart = i;
        else
            break;
    }
    // shortcut for empty contents
    if (chompStart === 0) {
        const value = header.chomp === '+' && lines.length > 0
            ? '\n'.repeat(Math.max(1, lines.length - 1))
            : '';
        let end = start + header.length;
        if (scalar.source)
            end += scalar.source.length;
        return { value, type, comment: header.comment, range: [start, end, end] };
    }
    // find the indentation level to trim from start
    let trimIndent = scalar.indent + header.indent;
    let offset = scalar.offset + header.length;
    let contentStart = 0;
    for (let i = 0; i < chompStart; ++i) {
        const [indent, content] = lines[i];
        if (content === '' || content === '\r') {
            if (header.indent === 0 && indent.length > trimIndent)
                trimIndent = indent.length;
        }
        else {
            if (indent.length < trimIndent) {
                const message = 'Block scalars with more-indented leading empty lines must use an explicit indentation indicator';
                onError(offset + indent.length, 'MISSING_CHAR', message);
            }
            if (header.indent === 0)
                trimIndent = indent.length;
            contentStart = i;
            if (trimIndent === 0 && !ctx.atRoot) {
                const message = 'Block scalar values in collections must be indented';
                onError(offset, 'BAD_INDENT', message);
            }
            break;
        }
        offset += indent.length + content.length + 1;
    }
    // include trailing more-indented empty lines in content
    for (let i = lines.length - 1; i >= chompStart; --i) {
        if (lines[i][0].length > trimIndent)
            chompStart = i + 1;
    }
    let value = '';
    let sep = '';
    let prevMoreIndented = false;
    // leading whitespace is kept intact
    for (let i = 0; i < contentStart; ++i)
        value += lines[i][0].slice(trimIndent) + '\n';
    for (let i = contentStart; i < chompStart; ++i) {
        let [indent, content] = lines[i];
        offset += indent.length + content.length + 1;
        const crlf = content[content.length - 1] === '\r';
        if (crlf)
            content = content.slice(0, -1);
        /* istanbul ignore if already caught in lexer */
        if (content && indent.length < trimIndent) {
            const src = header.indent
                ? 'explicit indentation indicator'
                : 'first line';
            const message = `Block scalar lines must not be less indented than their ${src}`;
            onError(offset - content.length - (crlf ? 2 : 1), 'BAD_INDENT', message);
            indent = '';
        }
        if (type === Scalar.Scalar.BLOCK_LITERAL) {
            value += sep + indent.slice(trimIndent) + content;
            sep = '\n';
        }
        else if (indent.length > trimIndent || content[0] === '\t') {
            // more-indented content within a folded block
            if (sep === ' ')
                sep = '\n';
            else if (!prevMoreIndented && sep === '\n')
                sep = '\n\n';
            value += sep + indent.slice(trimIndent) + content;
            sep = '\n';
            prevMoreIndented = true;
        }
        else if (content === '') {
            // empty line
            if (sep === '\n')
                value += '\n';
            else
                sep = '\n';
        }
        else {
            value += sep + content;
            sep = ' ';
            prevMoreIndented = false;
        }
    }
    switch (header.chomp) {
        case '-':
            break;
        case '+':
            for (let i = chompStart; i < lines.length; ++i)
                value += '\n' + lines[i][0].slice(trimIndent);
            if (value[value.length - 1] !== '\n')
                value += '\n';
            break;
        default:
            value += '\n';
    }
    const end = start + header.length + scalar.source.length;
    return { value, type, comment: header.comment, range: [start, end, end] };
}
function parseBlockScalarHeader({ offset, props }, strict, onError) {
    /* istanbul ignore if should not happen */
    if (props[0].type !== 'block-scalar-header') {
        onError(props[0], 'IMPOSSIBLE', 'Block scalar header not found');
        return null;
    }
    const { source } = props[0];
    const mode = source[0];
    let indent = 0;
    let chomp = '';
    let error = -1;
    for (let i = 1; i < source.length; ++i) {
        const ch = source[i];
        if (!chomp && (ch === '-' || ch === '+'))
            chomp = ch;
        else {
            const n = Number(ch);
            if (!indent && n)
                indent = n;
            else if (error === -1)
                error = offset + i;
        }
    }
    if (error !== -1)
        onError(error, 'UNEXPECTED_TOKEN', `Block scalar header includes extra characters: ${source}`);
    let hasSpace = false;
    let comment = '';
    let length = source.length;
    for (let i = 1; i < props.length; ++i) {
        const token = props[i];
        switch (token.type) {
            case 'space':
                hasSpace = true;
            // fallthrough
            case 'newline':
                length += token.source.length;
                break;
            case 'comment':
                if (strict && !hasSpace) {
                    const message = 'Comments must be separated from other tokens by white space characters';
                    onError(token, 'MISSING_CHAR', message);
                }
                length += token.source.length;
                comment = token.source.substring(1);
                break;
            case 'error':
                onError(token, 'UNEXPECTED_TOKEN', token.message);
                length += token.source.length;
                break;
            /* istanbul ignore next should not happen */
            default: {
                const message = `Unexpected token in block scalar header: ${token.type}`;
                onError(token, 'UNEXPECTED_TOKEN', message);
                const ts = token.source;
                if (ts && typeof ts === 'string')
                    length += ts.length;
            }
        }
    }
    return { mode, indent, chomp, comment, length };
}
/** @returns Array of lines split up as `[indent, content]` */
function splitLines(source) {
    const split = source.split(/\n( *)/);
    const first = split[0];
    const m = first.match(/^( *)/);
    const line0 = m?.[1]
        ? [m[1], first.slice(m[1].length)]
        : ['', first];
    const lines = [line0];
    for (let i = 1; i < split.length; i += 2)
        lines.push([split[i], split[i + 1]]);
    return lines;
}

exports.resolveBlockScalar = resolveBlockScalar;


/***/ }),

/***/ 334:
/***/ ((__unused_webpack_module, exports, __nccwpck_require__) => {



var YAMLSeq = __nccwpck_require__(2223);
var resolveProps = __nccwpck_require__(4631);
var utilFlowIndentCheck = __nccwpck_require__(4051);

function resolveBlockSeq({ composeNode, composeEmptyNode }, ctx, bs, onError, tag) {
    const NodeClass = tag?.nodeClass ?? YAMLSeq.YAMLSeq;
    const seq = new NodeClass(ctx.schema);
    if (ctx.atRoot)
        ctx.atRoot = false;
    if (ctx.atKey)
        ctx.atKey = false;
    let offset = bs.offset;
    let commentEnd = null;
    for (const { start, value } of bs.items) {
        const props = resolveProps.resolveProps(start, {
            indicator: 'seq-item-ind',
            next: value,
            offset,
            onError,
            parentIndent: bs.indent,
            startOnNewline: true
        });
        if (!props.found) {
            if (props.anchor || props.tag || value) {
                if (value?.type === 'block-seq')
                    onError(props.end, 'BAD_INDENT', 'All sequence items must start at the same column');
                else
                    onError(offset, 'MISSING_CHAR', 'Sequence item without - indicator');
            }
            else {
                commentEnd = props.end;
                if (props.comment)
                    seq.comment = props.comment;
                continue;
            }
        }
        const node = value
            ? composeNode(ctx, value, props, onError)
            : composeEmptyNode(ctx, props.end, start, null, props, onError);
        if (ctx.schema.compat)
            utilFlowIndentCheck.flowIndentCheck(bs.indent, value, onError);
        offset = node.range[2];
        seq.items.push(node);
    }
    seq.range = [bs.offset, offset, commentEnd ?? offset];
    return seq;
}

exports.resolveBlockSeq = resolveBlockSeq;


/***/ }),

/***/ 7788:
/***/ ((__unused_webpack_module, exports) => {



function resolveEnd(end, offset, reqSpace, onError) {
    let comment = '';
    if (end) {
        let hasSpace = false;
        let sep = '';
        for (const token of end) {
            const { source, type } = token;
            switch (type) {
                case 'space':
                    hasSpace = true;
                    break;
                case 'comment': {
                    if (reqSpace && !hasSpace)
                        onError(token, 'MISSING_CHAR', 'Comments must be separated from other tokens by white space characters');
                    const cb = source.substring(1) || ' ';
                    if (!comment)
                        comment = cb;
                    else
                        comment += sep + cb;
                    sep = '';
                    break;
                }
                case 'newline':
                    if (comment)
                        sep += source;
                    hasSpace = true;
                    break;
                default:
                    onError(token, 'UNEXPECTED_TOKEN', `Unexpected ${type} at node end`);
            }
            offset += source.length;
        }
    }
    return { comment, offset };
}

exports.resolveEnd = resolveEnd;


/***/ }),

/***/ 3142:
/***/ ((__unused_webpack_module, exports, __nccwpck_require__) => {



var identity = __nccwpck_require__(1127);
var Pair = __nccwpck_require__(7165);
var YAMLMap = __nccwpck_require__(4454);
var YAMLSeq = __nccwpck_require__(2223);
var resolveEnd = __nccwpck_require__(7788);
var resolveProps = __nccwpck_require__(4631);
var utilContainsNewline = __nccwpck_require__(9499);
var utilMapIncludes = __nccwpck_require__(1187);

const blockMsg = 'Block collections are not allowed within flow collections';
const isBlock = (token) => token && (token.type === 'block-map' || token.type === 'block-seq');
function resolveFlowCollection({ composeNode, composeEmptyNode }, ctx, fc, onError, tag) {
    const isMap = fc.start.source === '{';
    const fcName = isMap ? 'flow map' : 'flow sequence';
    const NodeClass = (tag?.nodeClass ?? (isMap ? YAMLMap.YAMLMap : YAMLSeq.YAMLSeq));
    const coll = new NodeClass(ctx.schema);
    coll.flow = true;
    const atRoot = ctx.atRoot;
    if (atRoot)
        ctx.atRoot = false;
    if (ctx.atKey)
        ctx.atKey = false;
    let offset = fc.offset + fc.start.source.length;
    for (let i = 0; i < fc.items.length; ++i) {
        const collItem = fc.items[i];
        const { start, key, sep, value } = collItem;
        const props = resolveProps.resolveProps(start, {
            flow: fcName,
            indicator: 'explicit-key-ind',
            next: key ?? sep?.[0],
            offset,
            onError,
            parentIndent: fc.indent,
            startOnNewline: false
        });
        if (!props.found) {
            if (!props.anchor && !props.tag && !sep && !value) {
                if (i === 0 && props.comma)
                    onError(props.comma, 'UNEXPECTED_TOKEN', `Unexpected , in ${fcName}`);
                else if (i < fc.items.length - 1)
                    onError(props.start, 'UNEXPECTED_TOKEN', `Unexpected empty item in ${fcName}`);
                if (props.comment) {
                    if (coll.comment)
                        coll.comment += '\n' + props.comment;
                    else
                        coll.comment = props.comment;
                }
                offset = props.end;
                continue;
            }
            if (!isMap && ctx.options.strict && utilContainsNewline.containsNewline(key))
                onError(key, // checked by containsNewline()
                'MULTILINE_IMPLICIT_KEY', 'Implicit keys of flow sequence pairs need to be on a single line');
        }
        if (i === 0) {
            if (props.comma)
                onError(props.comma, 'UNEXPECTED_TOKEN', `Unexpected , in ${fcName}`);
        }
        else {
            if (!props.comma)
                onError(props.start, 'MISSING_CHAR', `Missing , between ${fcName} items`);
            if (props.comment) {
                let prevItemComment = '';
                loop: for (const st of start) {
                    switch (st.type) {
                        case 'comma':
                        case 'space':
                            break;
                        case 'comment':
                            prevItemComment = st.source.substring(1);
                            break loop;
                        default:
                            break loop;
                    }
                }
                if (prevItemComment) {
                    let prev = coll.items[coll.items.length - 1];
                    if (identity.isPair(prev))
                        prev = prev.value ?? prev.key;
                    if (prev.comment)
                        prev.comment += '\n' + prevItemComment;
                    else
                        prev.comment = prevItemComment;
                    props.comment = props.comment.substring(prevItemComment.length + 1);
                }
            }
        }
        if (!isMap && !sep && !props.found) {
            // item is a value in a seq
            // → key & sep are empty, start does not include ? or :
            const valueNode = value
                ? composeNode(ctx, value, props, onError)
                : composeEmptyNode(ctx, props.end, sep, null, props, onError);
            coll.items.push(valueNode);
            offset = valueNode.range[2];
            if (isBlock(value))
                onError(valueNode.range, 'BLOCK_IN_FLOW', blockMsg);
        }
        else {
            // item is a key+value pair
            // key value
            ctx.atKey = true;
            const keyStart = props.end;
            const keyNode = key
                ? composeNode(ctx, key, props, onError)
                : composeEmptyNode(ctx, keyStart, start, null, props, onError);
            if (isBlock(key))
                onError(keyNode.range, 'BLOCK_IN_FLOW', blockMsg);
            ctx.atKey = false;
            // value properties
            const valueProps = resolveProps.resolveProps(sep ?? [], {
                flow: fcName,
                indicator: 'map-value-ind',
                next: value,
                offset: keyNode.range[2],
                onError,
                parentIndent: fc.indent,
                startOnNewline: false
            });
            if (valueProps.found) {
                if (!isMap && !props.found && ctx.options.strict) {
                    if (sep)
                        for (const st of sep) {
                            if (st === valueProps.found)
                                break;
                            if (st.type === 'newline') {
                                onError(st, 'MULTILINE_IMPLICIT_KEY', 'Implicit keys of flow sequence pairs need to be on a single line');
                                break;
                            }
                        }
                    if (props.start < valueProps.found.offset - 1024)
                        onError(valueProps.found, 'KEY_OVER_1024_CHARS', 'The : indicator must be at most 1024 chars after the start of an implicit flow sequence key');
                }
            }
            else if (value) {
                if ('source' in value && value.source?.[0] === ':')
                    onError(value, 'MISSING_CHAR', `Missing space after : in ${fcName}`);
                else
                    onError(valueProps.start, 'MISSING_CHAR', `Missing , or : between ${fcName} items`);
            }
            // value value
            const valueNode = value
                ? composeNode(ctx, value, valueProps, onError)
                : valueProps.found
                    ? composeEmptyNode(ctx, valueProps.end, sep, null, valueProps, onError)
                    : null;
            if (valueNode) {
                if (isBlock(value))
                    onError(valueNode.range, 'BLOCK_IN_FLOW', blockMsg);
            }
            else if (valueProps.comment) {
                if (keyNode.comment)
                    keyNode.comment += '\n' + valueProps.comment;
                else
                    keyNode.comment = valueProps.comment;
            }
            const pair = new Pair.Pair(keyNode, valueNode);
            if (ctx.options.keepSourceTokens)
                pair.srcToken = collItem;
            if (isMap) {
                const map = coll;
                if (utilMapIncludes.mapIncludes(ctx, map.items, keyNode))
                    onError(keyStart, 'DUPLICATE_KEY', 'Map keys must be unique');
                map.items.push(pair);
            }
            else {
                const map = new YAMLMap.YAMLMap(ctx.schema);
                map.flow = true;
                map.items.push(pair);
                const endRange = (valueNode ?? keyNode).range;
                map.range = [keyNode.range[0], endRange[1], endRange[2]];
                coll.items.push(map);
            }
            offset = valueNode ? valueNode.range[2] : valueProps.end;
        }
    }
    const expectedEnd = isMap ? '}' : ']';
    const [ce, ...ee] = fc.end;
    let cePos = offset;
    if (ce?.source === expectedEnd)
        cePos = ce.offset + ce.source.length;
    else {
        const name = fcName[0].toUpperCase() + fcName.substring(1);
        const msg = atRoot
            ? `${name} must end with a ${expectedEnd}`
            : `${name} in block collection must be sufficiently indented and end with a ${expectedEnd}`;
        onError(offset, atRoot ? 'MISSING_CHAR' : 'BAD_INDENT', msg);
        if (ce && ce.source.length !== 1)
            ee.unshift(ce);
    }
    if (ee.length > 0) {
        const end = resolveEnd.resolveEnd(ee, cePos, ctx.options.strict, onError);
        if (end.comment) {
            if (coll.comment)
                coll.comment += '\n' + end.comment;
            else
                coll.comment = end.comment;
        }
        coll.range = [fc.offset, cePos, end.offset];
    }
    else {
        coll.range = [fc.offset, cePos, cePos];
    }
    return coll;
}

exports.resolveFlowCollection = resolveFlowCollection;


/***/ }),

/***/ 6842:
/***/ ((__unused_webpack_module, exports, __nccwpck_require__) => {



var Scalar = __nccwpck_require__(3301);
var resolveEnd = __nccwpck_require__(7788);

function resolveFlowScalar(scalar, strict, onError) {
    const { offset, type, source, end } = scalar;
    let _type;
    let value;
    const _onError = (rel, code, msg) => onError(offset + rel, code, msg);
    switch (type) {
        case 'scalar':
            _type = Scalar.Scalar.PLAIN;
            value = plainValue(source, _onError);
            break;
        case 'single-quoted-scalar':
            _type = Scalar.Scalar.QUOTE_SINGLE;
            value = singleQuotedValue(source, _onError);
            break;
        case 'double-quoted-scalar':
            _type = Scalar.Scalar.QUOTE_DOUBLE;
            value = doubleQuotedValue(source, _onError);
            break;
        /* istanbul ignore next should not happen */
        default:
            onError(scalar, 'UNEXPECTED_TOKEN', `Expected a flow scalar value, but found: ${type}`);
            return {
                value: '',
                type: null,
                comment: '',
                range: [offset, offset + source.length, offset + source.length]
            };
    }
    const valueEnd = offset + source.length;
    const re = resolveEnd.resolveEnd(end, valueEnd, strict, onError);
    return {
        value,
        type: _type,
        comment: re.comment,
        range: [offset, valueEnd, re.offset]
    };
}
function plainValue(source, onError) {
    let badChar = '';
    switch (source[0]) {
        /* istanbul ignore next should not happen */
        case '\t':
            badChar = 'a tab character';
            break;
        case ',':
            badChar = 'flow indicator character ,';
            break;
        case '%':
            badChar = 'directive indicator character %';
            break;
        case '|':
        case '>': {
            badChar = `block scalar indicator ${source[0]}`;
            break;
        }
        case '@':
        case '`': {
            badChar = `reserved character ${source[0]}`;
            break;
        }
    }
    if (badChar)
        onError(0, 'BAD_SCALAR_START', `Plain value cannot start with ${badChar}`);
    return unfoldLines(source);
}
function singleQuotedValue(source, onError) {
    if (source[source.length - 1] !== "'" || source.length === 1)
        onError(source.length, 'MISSING_CHAR', "Missing closing 'quote");
    return unfoldLines(source.slice(1, -1)).replace(/''/g, "'");
}
function unfoldLines(source) {
    const line = /(.*?)\r?\n/sy;
    let match = line.exec(source);
    if (!match)
        return source;
    /**
     * The negative lookbehinds in these RegExps are to
     * prevent causing a polynomial search time in certain cases.
     *
     * The try-catch is for Safari < 16.4 and other old browsers:
     * https://caniuse.com/js-regexp-lookbehind
     */
    let trimEnd, trimBoth;
    try {
        trimEnd = new RegExp('(?<![ \t])[ \t]+$');
        trimBoth = new RegExp('^[ \t]+|(?<![ \t])[ \t]+$', 'g');
    }
    catch {
        trimEnd = /[ \t]+$/;
        trimBoth = /^[ \t]+|[ \t]+$/g;
    }
    let res = match[1].replace(trimEnd, '');
    let sep = ' ';
    let pos = line.lastIndex;
    while ((match = line.exec(source))) {
        const lm = match[1].replace(trimBoth, '');
        if (lm === '') {
            if (sep === '\n')
                res += sep;
            else
                sep = '\n';
        }
        else {
            res += sep + lm;
            sep = ' ';
        }
        pos = line.lastIndex;
    }
    const last = /[ \t]*(.*)/sy;
    last.lastIndex = pos;
    match = last.exec(source);
    return res + sep + (match?.[1] ?? '');
}
function doubleQuotedValue(source, onError) {
    let res = '';
    for (let i = 1; i < source.length - 1; ++i) {
        const ch = source[i];
        if (ch === '\r' && source[i + 1] === '\n')
            continue;
        if (ch === '\n') {
            const { fold, offset } = foldNewline(source, i);
            res += fold;
            i = offset;
        }
        else if (ch === '\\') {
            let next = source[++i];
            const cc = escapeCodes[next];
            if (cc)
                res += cc;
            else if (next === '\n') {
                // skip escaped newlines, but still trim the following line
                next = source[i + 1];
                while (next === ' ' || next === '\t')
                    next = source[++i + 1];
            }
            else if (next === '\r' && source[i + 1] === '\n') {
                // skip escaped CRLF newlines, but still trim the following line
                next = source[++i + 1];
                while (next === ' ' || next === '\t')
                    next = source[++i + 1];
            }
            else if (next === 'x' || next === 'u' || next === 'U') {
                const length = next === 'x' ? 2 : next === 'u' ? 4 : 8;
                res += parseCharCode(source, i + 1, length, onError);
                i += length;
            }
            else {
                const raw = source.substr(i - 1, 2);
                onError(i - 1, 'BAD_DQ_ESCAPE', `Invalid escape sequence ${raw}`);
                res += raw;
            }
        }
        else if (ch === ' ' || ch === '\t') {
            // trim trailing whitespace
            const wsStart = i;
            let next = source[i + 1];
            while (next === ' ' || next === '\t')
                next = source[++i + 1];
            if (next !== '\n' && !(next === '\r' && source[i + 2] === '\n'))
                res += i > wsStart ? source.slice(wsStart, i + 1) : ch;
        }
        else {
            res += ch;
        }
    }
    if (source[source.length - 1] !== '"' || source.length === 1)
        onError(source.length, 'MISSING_CHAR', 'Missing closing "quote');
    return res;
}
/**
 * Fold a single newline into a space, multiple newlines to N - 1 newlines.
 * Presumes `source[offset] === '\n'`
 */
function foldNewline(source, offset) {
    let fold = '';
    let ch = source[offset + 1];
    while (ch === ' ' || ch === '\t' || ch === '\n' || ch === '\r') {
        if (ch === '\r' && source[offset + 2] !== '\n')
            break;
        if (ch === '\n')
            fold += '\n';
        offset += 1;
        ch = source[offset + 1];
    }
    if (!fold)
        fold = ' ';
    return { fold, offset };
}
const escapeCodes = {
    '0': '\0', // null character
    a: '\x07', // bell character
    b: '\b', // backspace
    e: '\x1b', // escape character
    f: '\f', // form feed
    n: '\n', // line feed
    r: '\r', // carriage return
    t: '\t', // horizontal tab
    v: '\v', // vertical tab
    N: '\u0085', // Unicode next line
    _: '\u00a0', // Unicode non-breaking space
    L: '\u2028', // Unicode line separator
    P: '\u2029', // Unicode paragraph separator
    ' ': ' ',
    '"': '"',
    '/': '/',
    '\\': '\\',
    '\t': '\t'
};
function parseCharCode(source, offset, length, onError) {
    const cc = source.substr(offset, length);
    const ok = cc.length === length && /^[0-9a-fA-F]+$/.test(cc);
    const code = ok ? parseInt(cc, 16) : NaN;
    try {
        return String.fromCodePoint(code);
    }
    catch {
        const raw = source.substr(offset - 2, length + 2);
        onError(offset - 2, 'BAD_DQ_ESCAPE', `Invalid escape sequence ${raw}`);
        return raw;
    }
}

exports.resolveFlowScalar = resolveFlowScalar;


/***/ }),

/***/ 4631:
/***/ ((__unused_webpack_module, exports) => {



function resolveProps(tokens, { flow, indicator, next, offset, onError, parentIndent, startOnNewline }) {
    let spaceBefore = false;
    let atNewline = startOnNewline;
    let hasSpace = startOnNewline;
    let comment = '';
    let commentSep = '';
    let hasNewline = false;
    let reqSpace = false;
    let tab = null;
    let anchor = null;
    let tag = null;
    let newlineAfterProp = null;
    let comma = null;
    let found = null;
    let start = null;
    for (const token of tokens) {
        if (reqSpace) {
            if (token.type !== 'space' &&
                token.type !== 'newline' &&
                token.type !== 'comma')
                onError(token.offset, 'MISSING_CHAR', 'Tags and anchors must be separated from the next token by white space');
            reqSpace = false;
        }
        if (tab) {
            if (atNewline && token.type !== 'comment' && token.type !== 'newline') {
                onError(tab, 'TAB_AS_INDENT', 'Tabs are not allowed as indentation');
            }
            tab = null;
        }
        switch (token.type) {
            case 'space':
                // At the doc level, tabs at line start may be parsed
                // as leading white space rather than indentation.
                // In a flow collection, only the parser handles indent.
                if (!flow &&
                    (indicator !== 'doc-start' || next?.type !== 'flow-collection') &&
                    token.source.includes('\t')) {
                    tab = token;
                }
                hasSpace = true;
                break;
            case 'comment': {
                if (!hasSpace)
                    onError(token, 'MISSING_CHAR', 'Comments must be separated from other tokens by white space characters');
                const cb = token.source.substring(1) || ' ';
                if (!comment)
                    comment = cb;
                else
                    comment += commentSep + cb;
                commentSep = '';
                atNewline = false;
                break;
            }
            case 'newline':
                if (atNewline) {
                    if (comment)
                        comment += token.source;
                    else if (!found || indicator !== 'seq-item-ind')
                        spaceBefore = true;
                }
                else
                    commentSep += token.source;
                atNewline = true;
                hasNewline = true;
                if (anchor || tag)
                    newlineAfterProp = token;
                hasSpace = true;
                break;
            case 'anchor':
                if (anchor)
                    onError(token, 'MULTIPLE_ANCHORS', 'A node can have at most one anchor');
                if (token.source.endsWith(':'))
                    onError(token.offset + token.source.length - 1, 'BAD_ALIAS', 'Anchor ending in : is ambiguous', true);
                anchor = token;
                start ?? (start = token.offset);
                atNewline = false;
                hasSpace = false;
                reqSpace = true;
                break;
            case 'tag': {
                if (tag)
                    onError(token, 'MULTIPLE_TAGS', 'A node can have at most one tag');
                tag = token;
                start ?? (start = token.offset);
                atNewline = false;
                hasSpace = false;
                reqSpace = true;
                break;
            }
            case indicator:
                // Could here handle preceding comments differently
                if (anchor || tag)
                    onError(token, 'BAD_PROP_ORDER', `Anchors and tags must be after the ${token.source} indicator`);
                if (found)
                    onError(token, 'UNEXPECTED_TOKEN', `Unexpected ${token.source} in ${flow ?? 'collection'}`);
                found = token;
                atNewline =
                    indicator === 'seq-item-ind' || indicator === 'explicit-key-ind';
                hasSpace = false;
                break;
            case 'comma':
                if (flow) {
                    if (comma)
                        onError(token, 'UNEXPECTED_TOKEN', `Unexpected , in ${flow}`);
                    comma = token;
                    atNewline = false;
                    hasSpace = false;
                    break;
                }
            // else fallthrough
            default:
                onError(token, 'UNEXPECTED_TOKEN', `Unexpected ${token.type} token`);
                atNewline = false;
                hasSpace = false;
        }
    }
    const last = tokens[tokens.length - 1];
    const end = last ? last.offset + last.source.length : offset;
    if (reqSpace &&
        next &&
        next.type !== 'space' &&
        next.type !== 'newline' &&
        next.type !== 'comma' &&
        (next.type !== 'scalar' || next.source !== '')) {
        onError(next.offset, 'MISSING_CHAR', 'Tags and anchors must be separated from the next token by white space');
    }
    if (tab &&
        ((atNewline && tab.indent <= parentIndent) ||
            next?.type === 'block-map' ||
            next?.type === 'block-seq'))
        onError(tab, 'TAB_AS_INDENT', 'Tabs are not allowed as indentation');
    return {
        comma,
        found,
        spaceBefore,
        comment,
        hasNewline,
        anchor,
        tag,
        newlineAfterProp,
        end,
        start: start ?? end
    };
}

exports.resolveProps = resolveProps;


/***/ }),

/***/ 9499:
/***/ ((__unused_webpack_module, exports) => {



function containsNewline(key) {
    if (!key)
        return null;
    switch (key.type) {
        case 'alias':
        case 'scalar':
        case 'double-quoted-scalar':
        case 'single-quoted-scalar':
            if (key.source.includes('\n'))
                return true;
            if (key.end)
                for (const st of key.end)
                    if (st.type === 'newline')
                        return true;
            return false;
        case 'flow-collection':
            for (const it of key.items) {
                for (const st of it.start)
                    if (st.type === 'newline')
                        return true;
                if (it.sep)
                    for (const st of it.sep)
                        if (st.type === 'newline')
                            return true;
                if (containsNewline(it.key) || containsNewline(it.value))
                    return true;
            }
            return false;
        default:
            return true;
    }
}

exports.containsNewline = containsNewline;


/***/ }),

/***/ 2599:
/***/ ((__unused_webpack_module, exports) => {



function emptyScalarPosition(offset, before, pos) {
    if (before) {
        pos ?? (pos = before.length);
        for (let i = pos - 1; i >= 0; --i) {
            let st = before[i];
            switch (st.type) {
                case 'space':
                case 'comment':
                case 'newline':
                    offset -= st.source.length;
                    continue;
            }
            // Technically, an empty scalar is immediately after the last non-empty
            // node, but it's more useful to place it after any whitespace.
            st = before[++i];
            while (st?.type === 'space') {
                offset += st.source.length;
                st = before[++i];
            }
            break;
        }
    }
    return offset;
}

exports.emptyScalarPosition = emptyScalarPosition;


/***/ }),

/***/ 4051:
/***/ ((__unused_webpack_module, exports, __nccwpck_require__) => {



var utilContainsNewline = __nccwpck_require__(9499);

function flowIndentCheck(indent, fc, onError) {
    if (fc?.type === 'flow-collection') {
        const end = fc.end[0];
        if (end.indent === indent &&
            (end.source === ']' || end.source === '}') &&
            utilContainsNewline.containsNewline(fc)) {
            const msg = 'Flow end indicator should be more indented than parent';
            onError(end, 'BAD_INDENT', msg, true);
        }
    }
}

exports.flowIndentCheck = flowIndentCheck;


/***/ }),

/***/ 1187:
/***/ ((__unused_webpack_module, exports, __nccwpck_require__) => {



var identity = __nccwpck_require__(1127);

function mapIncludes(ctx, items, search) {
    const { uniqueKeys } = ctx.options;
    if (uniqueKeys === false)
        return false;
    const isEqual = typeof uniqueKeys === 'function'
        ? uniqueKeys
        : (a, b) => a === b || (identity.isScalar(a) && identity.isScalar(b) && a.value === b.value);
    return items.some(pair => isEqual(pair.key, search));
}

exports.mapIncludes = mapIncludes;


/***/ }),

/***/ 3021:
/***/ ((__unused_webpack_module, exports, __nccwpck_require__) => {



var Alias = __nccwpck_require__(4065);
var Collection = __nccwpck_require__(101);
var identity = __nccwpck_require__(1127);
var Pair = __nccwpck_require__(7165);
var toJS = __nccwpck_require__(4043);
var Schema = __nccwpck_require__(5840);
var stringifyDocument = __nccwpck_require__(6829);
var anchors = __nccwpck_require__(1596);
var applyReviver = __nccwpck_require__(3661);
var createNode = __nccwpck_require__(2404);
var directives = __nccwpck_require__(1342);

class Document {
    constructor(value, replacer, options) {
        /** A comment before this Document */
        this.commentBefore = null;
        /** A comment immediately after this Document */
        this.comment = null;
        /** Errors encountered during parsing. */
        this.errors = [];
        /** Warnings encountered during parsing. */
        this.warnings = [];
        Object.defineProperty(this, identity.NODE_TYPE, { value: identity.DOC });
        let _replacer = null;
        if (typeof replacer === 'function' || Array.isArray(replacer)) {
            _replacer = replacer;
        }
        else if (options === undefined && replacer) {
            options = replacer;
            replacer = undefined;
        }
        const opt = Object.assign({
            intAsBigInt: false,
            keepSourceTokens: false,
            logLevel: 'warn',
            prettyErrors: true,
            strict: true,
            stringKeys: false,
            uniqueKeys: true,
            version: '1.2'
        }, options);
        this.options = opt;
        let { version } = opt;
        if (options?._directives) {
            this.directives = options._directives.atDocument();
            if (this.directives.yaml.explicit)
                version = this.directives.yaml.version;
        }
        else
            this.directives = new directives.Directives({ version });
        this.setSchema(version, options);
        // @ts-expect-error We can't really know that this matches Contents.
        this.contents =
            value === undefined ? null : this.createNode(value, _replacer, options);
    }
    /**
     * Create a deep copy of this Document and its contents.
     *
     * Custom Node values that inherit from `Object` still refer to their original instances.
     */
    clone() {
        const copy = Object.create(Document.prototype, {
            [identity.NODE_TYPE]: { value: identity.DOC }
        });
        copy.commentBefore = this.commentBefore;
        copy.comment = this.comment;
        copy.errors = this.errors.slice();
        copy.warnings = this.warnings.slice();
        copy.options = Object.assign({}, this.options);
        if (this.directives)
            copy.directives = this.directives.clone();
        copy.schema = this.schema.clone();
        // @ts-expect-error We can't really know that this matches Contents.
        copy.contents = identity.isNode(this.contents)
            ? this.contents.clone(copy.schema)
            : this.contents;
        if (this.range)
            copy.range = this.range.slice();
        return copy;
    }
    /** Adds a value to the document. */
    add(value) {
        if (assertCollection(this.contents))
            this.contents.add(value);
    }
    /** Adds a value to the document. */
    addIn(path, value) {
        if (assertCollection(this.contents))
            this.contents.addIn(path, value);
    }
    /**
     * Create a new `Alias` node, ensuring that the target `node` has the required anchor.
     *
     * If `node` already has an anchor, `name` is ignored.
     * Otherwise, the `node.anchor` value will be set to `name`,
     * or if an anchor with that name is already present in the document,
     * `name` will be used as a prefix for a new unique anchor.
     * If `name` is undefined, the generated anchor will use 'a' as a prefix.
     */
    createAlias(node, name) {
        if (!node.anchor) {
            const prev = anchors.anchorNames(this);
            node.anchor =
                // eslint-disable-next-line @typescript-eslint/prefer-nullish-coalescing
                !name || prev.has(name) ? anchors.findNewAnchor(name || 'a', prev) : name;
        }
        return new Alias.Alias(node.anchor);
    }
    createNode(value, replacer, options) {
        let _replacer = undefined;
        if (typeof replacer === 'function') {
            value = replacer.call({ '': value }, '', value);
            _replacer = replacer;
        }
        else if (Array.isArray(replacer)) {
            const keyToStr = (v) => typeof v === 'number' || v instanceof String || v instanceof Number;
            const asStr = replacer.filter(keyToStr).map(String);
            if (asStr.length > 0)
                replacer = replacer.concat(asStr);
            _replacer = replacer;
        }
        else if (options === undefined && replacer) {
            options = replacer;
            replacer = undefined;
        }
        const { aliasDuplicateObjects, anchorPrefix, flow, keepUndefined, onTagObj, tag } = options ?? {};
        const { onAnchor, setAnchors, sourceObjects } = anchors.createNodeAnchors(this, 
        // eslint-disable-next-line @typescript-eslint/prefer-nullish-coalescing
        anchorPrefix || 'a');
        const ctx = {
            aliasDuplicateObjects: aliasDuplicateObjects ?? true,
            keepUndefined: keepUndefined ?? false,
            onAnchor,
            onTagObj,
            replacer: _replacer,
            schema: this.schema,
            sourceObjects
        };
        const node = createNode.createNode(value, tag, ctx);
        if (flow && identity.isCollection(node))
            node.flow = true;
        setAnchors();
        return node;
    }
    /**
     * Convert a key and a value into a `Pair` using the current schema,
     * recursively wrapping all values as `Scalar` or `Collection` nodes.
     */
    createPair(key, value, options = {}) {
        const k = this.createNode(key, null, options);
        const v = this.createNode(value, null, options);
        return new Pair.Pair(k, v);
    }
    /**
     * Removes a value from the document.
     * @returns `true` if the item was found and removed.
     */
    delete(key) {
        return assertCollection(this.contents) ? this.contents.delete(key) : false;
    }
    /**
     * Removes a value from the document.
     * @returns `true` if the item was found and removed.
     */
    deleteIn(path) {
        if (Collection.isEmptyPath(path)) {
            if (this.contents == null)
                return false;
            // @ts-expect-error Presumed impossible if Strict extends false
            this.contents = null;
            return true;
        }
        return assertCollection(this.contents)
            ? this.contents.deleteIn(path)
            : false;
    }
    /**
     * Returns item at `key`, or `undefined` if not found. By default unwraps
     * scalar values from their surrounding node; to disable set `keepScalar` to
     * `true` (collections are always returned intact).
     */
    get(key, keepScalar) {
        return identity.isCollection(this.contents)
            ? this.contents.get(key, keepScalar)
            : undefined;
    }
    /**
     * Returns item at `path`, or `undefined` if not found. By default unwraps
     * scalar values from their surrounding node; to disable set `keepScalar` to
     * `true` (collections are always returned intact).
     */
    getIn(path, keepScalar) {
        if (Collection.isEmptyPath(path))
            return !keepScalar && identity.isScalar(this.contents)
                ? this.contents.value
                : this.contents;
        return identity.isCollection(this.contents)
            ? this.contents.getIn(path, keepScalar)
            : undefined;
    }
    /**
     * Checks if the document includes a value with the key `key`.
     */
    has(key) {
        return identity.isCollection(this.contents) ? this.contents.has(key) : false;
    }
    /**
     * Checks if the document includes a value at `path`.
     */
    hasIn(path) {
        if (Collection.isEmptyPath(path))
            return this.contents !== undefined;
        return identity.isCollection(this.contents) ? this.contents.hasIn(path) : false;
    }
    /**
     * Sets a value in this document. For `!!set`, `value` needs to be a
     * boolean to add/remove the item from the set.
     */
    set(key, value) {
        if (this.contents == null) {
            // @ts-expect-error We can't really know that this matches Contents.
            this.contents = Collection.collectionFromPath(this.schema, [key], value);
        }
        else if (assertCollection(this.contents)) {
            this.contents.set(key, value);
        }
    }
    /**
     * Sets a value in this document. For `!!set`, `value` needs to be a
     * boolean to add/remove the item from the set.
     */
    setIn(path, value) {
        if (Collection.isEmptyPath(path)) {
            // @ts-expect-error We can't really know that this matches Contents.
            this.contents = value;
        }
        else if (this.contents == null) {
            // @ts-expect-error We can't really know that this matches Contents.
            this.contents = Collection.collectionFromPath(this.schema, Array.from(path), value);
        }
        else if (assertCollection(this.contents)) {
            this.contents.setIn(path, value);
        }
    }
    /**
     * Change the YAML version and schema used by the document.
     * A `null` version disables support for directives, explicit tags, anchors, and aliases.
     * It also requires the `schema` option to be given as a `Schema` instance value.
     *
     * Overrides all previously set schema options.
     */
    setSchema(version, options = {}) {
        if (typeof version === 'number')
            version = String(version);
        let opt;
        switch (version) {
            case '1.1':
                if (this.directives)
                    this.directives.yaml.version = '1.1';
                else
                    this.directives = new directives.Directives({ version: '1.1' });
                opt = { resolveKnownTags: false, schema: 'yaml-1.1' };
                break;
            case '1.2':
            case 'next':
                if (this.directives)
                    this.directives.yaml.version = version;
                else
                    this.directives = new directives.Directives({ version });
                opt = { resolveKnownTags: true, schema: 'core' };
                break;
            case null:
                if (this.directives)
                    delete this.directives;
                opt = null;
                break;
            default: {
                const sv = JSON.stringify(version);
                throw new Error(`Expected '1.1', '1.2' or null as first argument, but found: ${sv}`);
            }
        }
        // Not using `instanceof Schema` to allow for duck typing
        if (options.schema instanceof Object)
            this.schema = options.schema;
        else if (opt)
            this.schema = new Schema.Schema(Object.assign(opt, options));
        else
            throw new Error(`With a null YAML version, the { schema: Schema } option is required`);
    }
    // json & jsonArg are only used from toJSON()
    toJS({ json, jsonArg, mapAsMap, maxAliasCount, onAnchor, reviver } = {}) {
        const ctx = {
            anchors: new Map(),
            doc: this,
            keep: !json,
            mapAsMap: mapAsMap === true,
            mapKeyWarned: false,
            maxAliasCount: typeof maxAliasCount === 'number' ? maxAliasCount : 100
        };
        const res = toJS.toJS(this.contents, jsonArg ?? '', ctx);
        if (typeof onAnchor === 'function')
            for (const { count, res } of ctx.anchors.values())
                onAnchor(res, count);
        return typeof reviver === 'function'
            ? applyReviver.applyReviver(reviver, { '': res }, '', res)
            : res;
    }
    /**
     * A JSON representation of the document `contents`.
     *
     * @param jsonArg Used by `JSON.stringify` to indicate the array index or
     *   property name.
     */
    toJSON(jsonArg, onAnchor) {
        return this.toJS({ json: true, jsonArg, mapAsMap: false, onAnchor });
    }
    /** A YAML representation of the document. */
    toString(options = {}) {
        if (this.errors.length > 0)
            throw new Error('Document with errors cannot be stringified');
        if ('indent' in options &&
            (!Number.isInteger(options.indent) || Number(options.indent) <= 0)) {
            const s = JSON.stringify(options.indent);
            throw new Error(`"indent" option must be a positive integer, not ${s}`);
        }
        return stringifyDocument.stringifyDocument(this, options);
    }
}
function assertCollection(contents) {
    if (identity.isCollection(contents))
        return true;
    throw new Error('Expected a YAML collection as document contents');
}

exports.Document = Document;


/***/ }),

/***/ 1596:
/***/ ((__unused_webpack_module, exports, __nccwpck_require__) => {



var identity = __nccwpck_require__(1127);
var visit = __nccwpck_require__(204);

/**
 * Verify that the input string is a valid anchor.
 *
 * Will throw on errors.
 */
function anchorIsValid(anchor) {
    if (/[\x00-\x19\s,[\]{}]/.test(anchor)) {
        const sa = JSON.stringify(anchor);
        const msg = `Anchor must not contain whitespace or control characters: ${sa}`;
        throw new Error(msg);
    }
    return true;
}
function anchorNames(root) {
    const anchors = new Set();
    visit.visit(root, {
        Value(_key, node) {
            if (node.anchor)
                anchors.add(node.anchor);
        }
    });
    return anchors;
}
/** Find a new anchor name with the given `prefix` and a one-indexed suffix. */
function findNewAnchor(prefix, exclude) {
    for (let i = 1; true; ++i) {
        const name = `${prefix}${i}`;
        if (!exclude.has(name))
            return name;
    }
}
function createNodeAnchors(doc, prefix) {
    const aliasObjects = [];
    const sourceObjects = new Map();
    let prevAnchors = null;
    return {
        onAnchor: (source) => {
            aliasObjects.push(source);
            prevAnchors ?? (prevAnchors = anchorNames(doc));
            const anchor = findNewAnchor(prefix, prevAnchors);
            prevAnchors.add(anchor);
            return anchor;
        },
        /**
         * With circular references, the source node is only resolved after all
         * of its child nodes are. This is why anchors are set only after all of
         * the nodes have been created.
         */
        setAnchors: () => {
            for (const source of aliasObjects) {
                const ref = sourceObjects.get(source);
                if (typeof ref === 'object' &&
                    ref.anchor &&
                    (identity.isScalar(ref.node) || identity.isCollection(ref.node))) {
                    ref.node.anchor = ref.anchor;
                }
                else {
                    const error = new Error('Failed to resolve repeated object (this should not happen)');
                    error.source = source;
                    throw error;
                }
            }
        },
        sourceObjects
    };
}

exports.anchorIsValid = anchorIsValid;
exports.anchorNames = anchorNames;
exports.createNodeAnchors = createNodeAnchors;
exports.findNewAnchor = findNewAnchor;


/***/ }),

/***/ 3661:
/***/ ((__unused_webpack_module, exports) => {



/**
 * Applies the JSON.parse reviver algorithm as defined in the ECMA-262 spec,
 * in section 24.5.1.1 "Runtime Semantics: InternalizeJSONProperty" of the
 * 2021 edition: https://tc39.es/ecma262/#sec-json.parse
 *
 * Includes extensions for handling Map and Set objects.
 */
function applyReviver(reviver, obj, key, val) {
    if (val && typeof val === 'object') {
        if (Array.isArray(val)) {
            for (let i = 0, len = val.length; i < len; ++i) {
                const v0 = val[i];
                const v1 = applyReviver(reviver, val, String(i), v0);
                // eslint-disable-next-line @typescript-eslint/no-array-delete
                if (v1 === undefined)
                    delete val[i];
                else if (v1 !== v0)
                    val[i] = v1;
            }
        }
        else if (val instanceof Map) {
            for (const k of Array.from(val.keys())) {
                const v0 = val.get(k);
                const v1 = applyReviver(reviver, val, k, v0);
                if (v1 === undefined)
                    val.delete(k);
                else if (v1 !== v0)
                    val.set(k, v1);
            }
        }
        else if (val instanceof Set) {
            for (const v0 of Array.from(val)) {
                const v1 = applyReviver(reviver, val, v0, v0);
                if (v1 === undefined)
                    val.delete(v0);
                else if (v1 !== v0) {
                    val.delete(v0);
                    val.add(v1);
                }
            }
        }
        else {
            for (const [k, v0] of Object.entries(val)) {
                const v1 = applyReviver(reviver, val, k, v0);
                if (v1 === undefined)
                    delete val[k];
                else if (v1 !== v0)
                    val[k] = v1;
            }
        }
    }
    return reviver.call(obj, key, val);
}

exports.applyReviver = applyReviver;


/***/ }),

/***/ 2404:
/***/ ((__unused_webpack_module, exports, __nccwpck_require__) => {



var Alias = __nccwpck_require__(4065);
var identity = __nccwpck_require__(1127);
var Scalar = __nccwpck_require__(3301);

const defaultTagPrefix = 'tag:yaml.org,2002:';
function findTagObject(value, tagName, tags) {
    if (tagName) {
        const match = tags.filter(t => t.tag === tagName);
        const tagObj = match.find(t => !t.format) ?? match[0];
        if (!tagObj)
            throw new Error(`Tag ${tagName} not found`);
        return tagObj;
    }
    return tags.find(t => t.identify?.(value) && !t.format);
}
function createNode(value, tagName, ctx) {
    if (identity.isDocument(value))
        value = value.contents;
    if (identity.isNode(value))
        return value;
    if (identity.isPair(value)) {
        const map = ctx.schema[identity.MAP].createNode?.(ctx.schema, null, ctx);
        map.items.push(value);
        return map;
    }
    if (value instanceof String ||
        value instanceof Number ||
        value instanceof Boolean ||
        (typeof BigInt !== 'undefined' && value instanceof BigInt) // not supported everywhere
    ) {
        // https://tc39.es/ecma262/#sec-serializejsonproperty
        value = value.valueOf();
    }
    const { aliasDuplicateObjects, onAnchor, onTagObj, schema, sourceObjects } = ctx;
    // Detect duplicate references to the same object & use Alias nodes for all
    // after first. The `ref` wrapper allows for circular references to resolve.
    let ref = undefined;
    if (aliasDuplicateObjects && value && typeof value === 'object') {
        ref = sourceObjects.get(value);
        if (ref) {
            ref.anchor ?? (ref.anchor = onAnchor(value));
            return new Alias.Alias(ref.anchor);
        }
        else {
            ref = { anchor: null, node: null };
            sourceObjects.set(value, ref);
        }
    }
    if (tagName?.startsWith('!!'))
        tagName = defaultTagPrefix + tagName.slice(2);
    let tagObj = findTagObject(value, tagName, schema.tags);
    if (!tagObj) {
        if (value && typeof value.toJSON === 'function') {
            // eslint-disable-next-line @typescript-eslint/no-unsafe-call
            value = value.toJSON();
        }
        if (!value || typeof value !== 'object') {
            const node = new Scalar.Scalar(value);
            if (ref)
                ref.node = node;
            return node;
        }
        tagObj =
            value instanceof Map
                ? schema[identity.MAP]
                : Symbol.iterator in Object(value)
                    ? schema[identity.SEQ]
                    : schema[identity.MAP];
    }
    if (onTagObj) {
        onTagObj(tagObj);
        delete ctx.onTagObj;
    }
    const node = tagObj?.createNode
        ? tagObj.createNode(ctx.schema, value, ctx)
        : typeof tagObj?.nodeClass?.from === 'function'
            ? tagObj.nodeClass.from(ctx.schema, value, ctx)
            : new Scalar.Scalar(value);
    if (tagName)
        node.tag = tagName;
    else if (!tagObj.default)
        node.tag = tagObj.tag;
    if (ref)
        ref.node = node;
    return node;
}

exports.createNode = createNode;


/***/ }),

/***/ 1342:
/***/ ((__unused_webpack_module, exports, __nccwpck_require__) => {



var identity = __nccwpck_require__(1127);
var visit = __nccwpck_require__(204);

const escapeChars = {
    '!': '%21',
    ',': '%2C',
    '[': '%5B',
    ']': '%5D',
    '{': '%7B',
    '}': '%7D'
};
const escapeTagName = (tn) => tn.replace(/[!,[\]{}]/g, ch => escapeChars[ch]);
class Directives {
    constructor(yaml, tags) {
        /**
         * The directives-end/doc-start marker `---`. If `null`, a marker may still be
         * included in the document's stringified representation.
         */
        this.docStart = null;
        /** The doc-end marker `...`.  */
        this.docEnd = false;
        this.yaml = Object.assign({}, Directives.defaultYaml, yaml);
        this.tags = Object.assign({}, Directives.defaultTags, tags);
    }
    clone() {
        const copy = new Directives(this.yaml, this.tags);
        copy.docStart = this.docStart;
        return copy;
    }
    /**
     * During parsing, get a Directives instance for the current document and
     * update the stream state according to the current version's spec.
     */
    atDocument() {
        const res = new Directives(this.yaml, this.tags);
        switch (this.yaml.version) {
            case '1.1':
                this.atNextDocument = true;
                break;
            case '1.2':
                this.atNextDocument = false;
                this.yaml = {
                    explicit: Directives.defaultYaml.explicit,
                    version: '1.2'
                };
                this.tags = Object.assign({}, Directives.defaultTags);
                break;
        }
        return res;
    }
    /**
     * @param onError - May be called even if the action was successful
     * @returns `true` on success
     */
    add(line, onError) {
        if (this.atNextDocument) {
            this.yaml = { explicit: Directives.defaultYaml.explicit, version: '1.1' };
            this.tags = Object.assign({}, Directives.defaultTags);
            this.atNextDocument = false;
        }
        const parts = line.trim().split(/[ \t]+/);
        const name = parts.shift();
        switch (name) {
            case '%TAG': {
                if (parts.length !== 2) {
                    onError(0, '%TAG directive should contain exactly two parts');
                    if (parts.length < 2)
                        return false;
                }
                const [handle, prefix] = parts;
                this.tags[handle] = prefix;
                return true;
            }
            case '%YAML': {
                this.yaml.explicit = true;
                if (parts.length !== 1) {
                    onError(0, '%YAML directive should contain exactly one part');
                    return false;
                }
                const [version] = parts;
                if (version === '1.1' || version === '1.2') {
                    this.yaml.version = version;
                    return true;
                }
                else {
                    const isValid = /^\d+\.\d+$/.test(version);
                    onError(6, `Unsupported YAML version ${version}`, isValid);
                    return false;
                }
            }
            default:
                onError(0, `Unknown directive ${name}`, true);
                return false;
        }
    }
    /**
     * Resolves a tag, matching handles to those defined in %TAG directives.
     *
     * @returns Resolved tag, which may also be the non-specific tag `'!'` or a
     *   `'!local'` tag, or `null` if unresolvable.
     */
    tagName(source, onError) {
        if (source === '!')
            return '!'; // non-specific tag
        if (source[0] !== '!') {
            onError(`Not a valid tag: ${source}`);
            return null;
        }
        if (source[1] === '<') {
            const verbatim = source.slice(2, -1);
            if (verbatim === '!' || verbatim === '!!') {
                onError(`Verbatim tags aren't resolved, so ${source} is invalid.`);
                return null;
            }
            if (source[source.length - 1] !== '>')
                onError('Verbatim tags must end with a >');
            return verbatim;
        }
        const [, handle, suffix] = source.match(/^(.*!)([^!]*)$/s);
        if (!suffix)
            onError(`The ${source} tag has no suffix`);
        const prefix = this.tags[handle];
        if (prefix) {
            try {
                return prefix + decodeURIComponent(suffix);
            }
            catch (error) {
                onError(String(error));
                return null;
            }
        }
        if (handle === '!')
            return source; // local tag
        onError(`Could not resolve tag: ${source}`);
        return null;
    }
    /**
     * Given a fully resolved tag, returns its printable string form,
     * taking into account current tag prefixes and defaults.
     */
    tagString(tag) {
        for (const [handle, prefix] of Object.entries(this.tags)) {
            if (tag.startsWith(prefix))
                return handle + escapeTagName(tag.substring(prefix.length));
        }
        return tag[0] === '!' ? tag : `!<${tag}>`;
    }
    toString(doc) {
        const lines = this.yaml.explicit
            ? [`%YAML ${this.yaml.version || '1.2'}`]
            : [];
        const tagEntries = Object.entries(this.tags);
        let tagNames;
        if (doc && tagEntries.length > 0 && identity.isNode(doc.contents)) {
            const tags = {};
            visit.visit(doc.contents, (_key, node) => {
                if (identity.isNode(node) && node.tag)
                    tags[node.tag] = true;
            });
            tagNames = Object.keys(tags);
        }
        else
            tagNames = [];
        for (const [handle, prefix] of tagEntries) {
            if (handle === '!!' && prefix === 'tag:yaml.org,2002:')
                continue;
            if (!doc || tagNames.some(tn => tn.startsWith(prefix)))
                lines.push(`%TAG ${handle} ${prefix}`);
        }
        return lines.join('\n');
    }
}
Directives.defaultYaml = { explicit: false, version: '1.2' };
Directives.defaultTags = { '!!': 'tag:yaml.org,2002:' };

exports.Directives = Directives;


/***/ }),

/***/ 1464:
/***/ ((__unused_webpack_module, exports) => {



class YAMLError extends Error {
    constructor(name, pos, code, message) {
        super();
        this.name = name;
        this.code = code;
        this.message = message;
        this.pos = pos;
    }
}
class YAMLParseError extends YAMLError {
    constructor(pos, code, message) {
        super('YAMLParseError', pos, code, message);
    }
}
class YAMLWarning extends YAMLError {
    constructor(pos, code, message) {
        super('YAMLWarning', pos, code, message);
    }
}
const prettifyError = (src, lc) => (error) => {
    if (error.pos[0] === -1)
        return;
    error.linePos = error.pos.map(pos => lc.linePos(pos));
    const { line, col } = error.linePos[0];
    error.message += ` at line ${line}, column ${col}`;
    let ci = col - 1;
    let lineStr = src
        .substring(lc.lineStarts[line - 1], lc.lineStarts[line])
        .replace(/[\n\r]+$/, '');
    // Trim to max 80 chars, keeping col position near the middle
    if (ci >= 60 && lineStr.length > 80) {
        const trimStart = Math.min(ci - 39, lineStr.length - 79);
        lineStr = '…' + lineStr.substring(trimStart);
        ci -= trimStart - 1;
    }
    if (lineStr.length > 80)
        lineStr = lineStr.substring(0, 79) + '…';
    // Include previous line in context if pointing at line start
    if (line > 1 && /^ *$/.test(lineStr.substring(0, ci))) {
        // Regexp won't match if start is trimmed
        let prev = src.substring(lc.lineStarts[line - 2], lc.lineStarts[line - 1]);
        if (prev.length > 80)
            prev = prev.substring(0, 79) + '…\n';
        lineStr = prev + lineStr;
    }
    if (/[^ ]/.test(lineStr)) {
        let count = 1;
        const end = error.linePos[1];
        if (end?.line === line && end.col > col) {
            count = Math.max(1, Math.min(end.col - col, 80 - ci));
        }
        const pointer = ' '.repeat(ci) + '^'.repeat(count);
        error.message += `:\n\n${lineStr}\n${pointer}\n`;
    }
};

exports.YAMLError = YAMLError;
exports.YAMLParseError = YAMLParseError;
exports.YAMLWarning = YAMLWarning;
exports.prettifyError = prettifyError;


/***/ }),

/***/ 8815:
/***/ ((__unused_webpack_module, exports, __nccwpck_require__) => {

var __webpack_unused_export__;


var composer = __nccwpck_require__(9984);
var Document = __nccwpck_require__(3021);
var Schema = __nccwpck_require__(5840);
var errors = __nccwpck_require__(1464);
var Alias = __nccwpck_require__(4065);
var identity = __nccwpck_require__(1127);
var Pair = __nccwpck_require__(7165);
var Scalar = __nccwpck_require__(3301);
var YAMLMap = __nccwpck_require__(4454);
var YAMLSeq = __nccwpck_require__(2223);
var cst = __nccwpck_require__(3461);
var lexer = __nccwpck_require__(361);
var lineCounter = __nccwpck_require__(6628);
var parser = __nccwpck_require__(3456);
var publicApi = __nccwpck_require__(4047);
var visit = __nccwpck_require__(204);



exports.Dk = composer.Composer;
__webpack_unused_export__ = Document.Document;
__webpack_unused_export__ = Schema.Schema;
__webpack_unused_export__ = errors.YAMLError;
__webpack_unused_export__ = errors.YAMLParseError;
__webpack_unused_export__ = errors.YAMLWarning;
__webpack_unused_export__ = Alias.Alias;
exports.Vj = identity.isAlias;
__webpack_unused_export__ = identity.isCollection;
__webpack_unused_export__ = identity.isDocument;
exports.jh = identity.isMap;
__webpack_unused_export__ = identity.isNode;
__webpack_unused_export__ = identity.isPair;
exports.jn = identity.isScalar;
exports.oP = identity.isSeq;
__webpack_unused_export__ = Pair.Pair;
exports.X5 = Scalar.Scalar;
__webpack_unused_export__ = YAMLMap.YAMLMap;
__webpack_unused_export__ = YAMLSeq.YAMLSeq;
__webpack_unused_export__ = cst;
exports.JG = lexer.Lexer;
exports.HN = lineCounter.LineCounter;
exports.iX = parser.Parser;
exports.qg = publicApi.parse;
__webpack_unused_export__ = publicApi.parseAllDocuments;
__webpack_unused_export__ = publicApi.parseDocument;
__webpack_unused_export__ = publicApi.stringify;
__webpack_unused_export__ = visit.visit;
__webpack_unused_export__ = visit.visitAsync;


/***/ }),

/***/ 7249:
/***/ ((__unused_webpack_module, exports, __nccwpck_require__) => {



var node_process = __nccwpck_require__(932);

function debug(logLevel, ...messages) {
    if (logLevel === 'debug')
        console.log(...messages);
}
function warn(logLevel, warning) {
    if (logLevel === 'debug' || logLevel === 'warn') {
        if (typeof node_process.emitWarning === 'function')
            node_process.emitWarning(warning);
        else
            console.warn(warning);
    }
}

exports.debug = debug;
exports.warn = warn;


/***/ }),

/***/ 4065:
/***/ ((__unused_webpack_module, exports, __nccwpck_require__) => {



var anchors = __nccwpck_require__(1596);
var visit = __nccwpck_require__(204);
var identity = __nccwpck_require__(1127);
var Node = __nccwpck_require__(6673);
var toJS = __nccwpck_require__(4043);

class Alias extends Node.NodeBase {
    constructor(source) {
        super(identity.ALIAS);
        this.source = source;
        Object.defineProperty(this, 'tag', {
            set() {
                throw new Error('Alias nodes cannot have tags');
            }
        });
    }
    /**
     * Resolve the value of this alias within `doc`, finding the last
     * instance of the `source` anchor before this node.
     */
    resolve(doc, ctx) {
        if (ctx?.maxAliasCount === 0)
            throw new ReferenceError('Alias resolution is disabled');
        let nodes;
        if (ctx?.aliasResolveCache) {
            nodes = ctx.aliasResolveCache;
        }
        else {
            nodes = [];
            visit.visit(doc, {
                Node: (_key, node) => {
                    if (identity.isAlias(node) || identity.hasAnchor(node))
                        nodes.push(node);
                }
            });
            if (ctx)
                ctx.aliasResolveCache = nodes;
        }
        let found = undefined;
        for (const node of nodes) {
            if (node === this)
                break;
            if (node.anchor === this.source)
                found = node;
        }
        if (found && ctx) {
            const { anchors, doc, maxAliasCount } = ctx;
            let data = anchors.get(found);
            if (!data) {
                // Resolve anchors for Node.prototype.toJS()
                toJS.toJS(found, null, ctx);
                data = anchors.get(found);
            }
            /* istanbul ignore if */
            if (data?.res === undefined) {
                const msg = 'This should not happen: Alias anchor was not resolved?';
                throw new ReferenceError(msg);
            }
            if (maxAliasCount >= 0) {
                data.count += 1;
                if (data.aliasCount === 0)
                    data.aliasCount = getAliasCount(doc, found, anchors);
                if (data.count * data.aliasCount > maxAliasCount) {
                    const msg = 'Excessive alias count indicates a resource exhaustion attack';
                    throw new ReferenceError(msg);
                }
            }
        }
        return found;
    }
    toJSON(_arg, ctx) {
        if (!ctx)
            return { source: this.source };
        const source = this.resolve(ctx.doc, ctx);
        if (!source) {
            const msg = `Unresolved alias (the anchor must be set before the alias): ${this.source}`;
            throw new ReferenceError(msg);
        }
        return ctx.anchors.get(source).res;
    }
    toString(ctx, _onComment, _onChompKeep) {
        const src = `*${this.source}`;
        if (ctx) {
            anchors.anchorIsValid(this.source);
            if (ctx.options.verifyAliasOrder && !ctx.anchors.has(this.source)) {
                const msg = `Unresolved alias (the anchor must be set before the alias): ${this.source}`;
                throw new Error(msg);
            }
            if (ctx.implicitKey)
                return `${src} `;
        }
        return src;
    }
}
function getAliasCount(doc, node, anchors) {
    if (identity.isAlias(node)) {
        const source = node.resolve(doc);
        const anchor = anchors && source && anchors.get(source);
        return anchor ? anchor.count * anchor.aliasCount : 0;
    }
    else if (identity.isCollection(node)) {
        let count = 0;
        for (const item of node.items) {
            const c = getAliasCount(doc, item, anchors);
            if (c > count)
                count = c;
        }
        return count;
    }
    else if (identity.isPair(node)) {
        const kc = getAliasCount(doc, node.key, anchors);
        const vc = getAliasCount(doc, node.value, anchors);
        return Math.max(kc, vc);
    }
    return 1;
}

exports.Alias = Alias;


/***/ }),

/***/ 101:
/***/ ((__unused_webpack_module, exports, __nccwpck_require__) => {



var createNode = __nccwpck_require__(2404);
var identity = __nccwpck_require__(1127);
var Node = __nccwpck_require__(6673);

function collectionFromPath(schema, path, value) {
    let v = value;
    for (let i = path.length - 1; i >= 0; --i) {
        const k = path[i];
        if (typeof k === 'number' && Number.isInteger(k) && k >= 0) {
            const a = [];
            a[k] = v;
            v = a;
        }
        else {
            v = new Map([[k, v]]);
        }
    }
    return createNode.createNode(v, undefined, {
        aliasDuplicateObjects: false,
        keepUndefined: false,
        onAnchor: () => {
            throw new Error('This should not happen, please report a bug.');
        },
        schema,
        sourceObjects: new Map()
    });
}
// Type guard is intentionally a little wrong so as to be more useful,
// as it does not cover untypable empty non-string iterables (e.g. []).
const isEmptyPath = (path) => path == null ||
    (typeof path === 'object' && !!path[Symbol.iterator]().next().done);
class Collection extends Node.NodeBase {
    constructor(type, schema) {
        super(type);
        Object.defineProperty(this, 'schema', {
            value: schema,
            configurable: true,
            enumerable: false,
            writable: true
        });
    }
    /**
     * Create a copy of this collection.
     *
     * @param schema - If defined, overwrites the original's schema
     */
    clone(schema) {
        const copy = Object.create(Object.getPrototypeOf(this), Object.getOwnPropertyDescriptors(this));
        if (schema)
            copy.schema = schema;
        copy.items = copy.items.map(it => identity.isNode(it) || identity.isPair(it) ? it.clone(schema) : it);
        if (this.range)
            copy.range = this.range.slice();
        return copy;
    }
    /**
     * Adds a value to the collection. For `!!map` and `!!omap` the value must
     * be a Pair instance or a `{ key, value }` object, which may not have a key
     * that already exists in the map.
     */
    addIn(path, value) {
        if (isEmptyPath(path))
            this.add(value);
        else {
            const [key, ...rest] = path;
            const node = this.get(key, true);
            if (identity.isCollection(node))
                node.addIn(rest, value);
            else if (node === undefined && this.schema)
                this.set(key, collectionFromPath(this.schema, rest, value));
            else
                throw new Error(`Expected YAML collection at ${key}. Remaining path: ${rest}`);
        }
    }
    /**
     * Removes a value from the collection.
     * @returns `true` if the item was found and removed.
     */
    deleteIn(path) {
        const [key, ...rest] = path;
        if (rest.length === 0)
            return this.delete(key);
        const node = this.get(key, true);
        if (identity.isCollection(node))
            return node.deleteIn(rest);
        else
            throw new Error(`Expected YAML collection at ${key}. Remaining path: ${rest}`);
    }
    /**
     * Returns item at `key`, or `undefined` if not found. By default unwraps
     * scalar values from their surrounding node; to disable set `keepScalar` to
     * `true` (collections are always returned intact).
     */
    getIn(path, keepScalar) {
        const [key, ...rest] = path;
        const node = this.get(key, true);
        if (rest.length === 0)
            return !keepScalar && identity.isScalar(node) ? node.value : node;
        else
            return identity.isCollection(node) ? node.getIn(rest, keepScalar) : undefined;
    }
    hasAllNullValues(allowScalar) {
        return this.items.every(node => {
            if (!identity.isPair(node))
                return false;
            const n = node.value;
            return (n == null ||
                (allowScalar &&
                    identity.isScalar(n) &&
                    n.value == null &&
                    !n.commentBefore &&
                    !n.comment &&
                    !n.tag));
        });
    }
    /**
     * Checks if the collection includes a value with the key `key`.
     */
    hasIn(path) {
        const [key, ...rest] = path;
        if (rest.length === 0)
            return this.has(key);
        const node = this.get(key, true);
        return identity.isCollection(node) ? node.hasIn(rest) : false;
    }
    /**
     * Sets a value in this collection. For `!!set`, `value` needs to be a
     * boolean to add/remove the item from the set.
     */
    setIn(path, value) {
        const [key, ...rest] = path;
        if (rest.length === 0) {
            this.set(key, value);
        }
        else {
            const node = this.get(key, true);
            if (identity.isCollection(node))
                node.setIn(rest, value);
            else if (node === undefined && this.schema)
                this.set(key, collectionFromPath(this.schema, rest, value));
            else
                throw new Error(`Expected YAML collection at ${key}. Remaining path: ${rest}`);
        }
    }
}

exports.Collection = Collection;
exports.collectionFromPath = collectionFromPath;
exports.isEmptyPath = isEmptyPath;


/***/ }),

/***/ 6673:
/***/ ((__unused_webpack_module, exports, __nccwpck_require__) => {



var applyReviver = __nccwpck_require__(3661);
var identity = __nccwpck_require__(1127);
var toJS = __nccwpck_require__(4043);

class NodeBase {
    constructor(type) {
        Object.defineProperty(this, identity.NODE_TYPE, { value: type });
    }
    /** Create a copy of this node.  */
    clone() {
        const copy = Object.create(Object.getPrototypeOf(this), Object.getOwnPropertyDescriptors(this));
        if (this.range)
            copy.range = this.range.slice();
        return copy;
    }
    /** A plain JavaScript representation of this node. */
    toJS(doc, { mapAsMap, maxAliasCount, onAnchor, reviver } = {}) {
        if (!identity.isDocument(doc))
            throw new TypeError('A document argument is required');
        const ctx = {
            anchors: new Map(),
            doc,
            keep: true,
            mapAsMap: mapAsMap === true,
            mapKeyWarned: false,
            maxAliasCount: typeof maxAliasCount === 'number' ? maxAliasCount : 100
        };
        const res = toJS.toJS(this, '', ctx);
        if (typeof onAnchor === 'function')
            for (const { count, res } of ctx.anchors.values())
                onAnchor(res, count);
        return typeof reviver === 'function'
            ? applyReviver.applyReviver(reviver, { '': res }, '', res)
            : res;
    }
}

exports.NodeBase = NodeBase;


/***/ }),

/***/ 7165:
/***/ ((__unused_webpack_module, exports, __nccwpck_require__) => {



var createNode = __nccwpck_require__(2404);
var stringifyPair = __nccwpck_require__(9748);
var addPairToJSMap = __nccwpck_require__(7104);
var identity = __nccwpck_require__(1127);

function createPair(key, value, ctx) {
    const k = createNode.createNode(key, undefined, ctx);
    const v = createNode.createNode(value, undefined, ctx);
    return new Pair(k, v);
}
class Pair {
    constructor(key, value = null) {
        Object.defineProperty(this, identity.NODE_TYPE, { value: identity.PAIR });
        this.key = key;
        this.value = value;
    }
    clone(schema) {
        let { key, value } = this;
        if (identity.isNode(key))
            key = key.clone(schema);
        if (identity.isNode(value))
            value = value.clone(schema);
        return new Pair(key, value);
    }
    toJSON(_, ctx) {
        const pair = ctx?.mapAsMap ? new Map() : {};
        return addPairToJSMap.addPairToJSMap(ctx, pair, this);
    }
    toString(ctx, onComment, onChompKeep) {
        return ctx?.doc
            ? stringifyPair.stringifyPair(this, ctx, onComment, onChompKeep)
            : JSON.stringify(this);
    }
}

exports.Pair = Pair;
exports.createPair = createPair;


/***/ }),

/***/ 3301:
/***/ ((__unused_webpack_module, exports, __nccwpck_require__) => {



var identity = __nccwpck_require__(1127);
var Node = __nccwpck_require__(6673);
var toJS = __nccwpck_require__(4043);

const isScalarValue = (value) => !value || (typeof value !== 'function' && typeof value !== 'object');
class Scalar extends Node.NodeBase {
    constructor(value) {
        super(identity.SCALAR);
        this.value = value;
    }
    toJSON(arg, ctx) {
        return ctx?.keep ? this.value : toJS.toJS(this.value, arg, ctx);
    }
    toString() {
        return String(this.value);
    }
}
Scalar.BLOCK_FOLDED = 'BLOCK_FOLDED';
Scalar.BLOCK_LITERAL = 'BLOCK_LITERAL';
Scalar.PLAIN = 'PLAIN';
Scalar.QUOTE_DOUBLE = 'QUOTE_DOUBLE';
Scalar.QUOTE_SINGLE = 'QUOTE_SINGLE';

exports.Scalar = Scalar;
exports.isScalarValue = isScalarValue;


/***/ }),

/***/ 4454:
/***/ ((__unused_webpack_module, exports, __nccwpck_require__) => {



var stringifyCollection = __nccwpck_require__(1212);
var addPairToJSMap = __nccwpck_require__(7104);
var Collection = __nccwpck_require__(101);
var identity = __nccwpck_require__(1127);
var Pair = __nccwpck_require__(7165);
var Scalar = __nccwpck_require__(3301);

function findPair(items, key) {
    const k = identity.isScalar(key) ? key.value : key;
    for (const it of items) {
        if (identity.isPair(it)) {
            if (it.key === key || it.key === k)
                return it;
            if (identity.isScalar(it.key) && it.key.value === k)
                return it;
        }
    }
    return undefined;
}
class YAMLMap extends Collection.Collection {
    static get tagName() {
        return 'tag:yaml.org,2002:map';
    }
    constructor(schema) {
        super(identity.MAP, schema);
        this.items = [];
    }
    /**
     * A generic collection parsing method that can be extended
     * to other node classes that inherit from YAMLMap
     */
    static from(schema, obj, ctx) {
        const { keepUndefined, replacer } = ctx;
        const map = new this(schema);
        const add = (key, value) => {
            if (typeof replacer === 'function')
                value = replacer.call(obj, key, value);
            else if (Array.isArray(replacer) && !replacer.includes(key))
                return;
            if (value !== undefined || keepUndefined)
                map.items.push(Pair.createPair(key, value, ctx));
        };
        if (obj instanceof Map) {
            for (const [key, value] of obj)
                add(key, value);
        }
        else if (obj && typeof obj === 'object') {
            for (const key of Object.keys(obj))
                add(key, obj[key]);
        }
        if (typeof schema.sortMapEntries === 'function') {
            map.items.sort(schema.sortMapEntries);
        }
        return map;
    }
    /**
     * Adds a value to the collection.
     *
     * @param overwrite - If not set `true`, using a key that is already in the
     *   collection will throw. Otherwise, overwrites the previous value.
     */
    add(pair, overwrite) {
        let _pair;
        if (identity.isPair(pair))
            _pair = pair;
        else if (!pair || typeof pair !== 'object' || !('key' in pair)) {
            // In TypeScript, this never happens.
            _pair = new Pair.Pair(pair, pair?.value);
        }
        else
            _pair = new Pair.Pair(pair.key, pair.value);
        const prev = findPair(this.items, _pair.key);
        const sortEntries = this.schema?.sortMapEntries;
        if (prev) {
            if (!overwrite)
                throw new Error(`Key ${_pair.key} already set`);
            // For scalars, keep the old node & its comments and anchors
            if (identity.isScalar(prev.value) && Scalar.isScalarValue(_pair.value))
                prev.value.value = _pair.value;
            else
                prev.value = _pair.value;
        }
        else if (sortEntries) {
            const i = this.items.findIndex(item => sortEntries(_pair, item) < 0);
            if (i === -1)
                this.items.push(_pair);
            else
                this.items.splice(i, 0, _pair);
        }
        else {
            this.items.push(_pair);
        }
    }
    delete(key) {
        const it = findPair(this.items, key);
        if (!it)
            return false;
        const del = this.items.splice(this.items.indexOf(it), 1);
        return del.length > 0;
    }
    get(key, keepScalar) {
        const it = findPair(this.items, key);
        const node = it?.value;
        return (!keepScalar && identity.isScalar(node) ? node.value : node) ?? undefined;
    }
    has(key) {
        return !!findPair(this.items, key);
    }
    set(key, value) {
        this.add(new Pair.Pair(key, value), true);
    }
    /**
     * @param ctx - Conversion context, originally set in Document#toJS()
     * @param {Class} Type - If set, forces the returned collection type
     * @returns Instance of Type, Map, or Object
     */
    toJSON(_, ctx, Type) {
        const map = Type ? new Type() : ctx?.mapAsMap ? new Map() : {};
        if (ctx?.onCreate)
            ctx.onCreate(map);
        for (const item of this.items)
            addPairToJSMap.addPairToJSMap(ctx, map, item);
        return map;
    }
    toString(ctx, onComment, onChompKeep) {
        if (!ctx)
            return JSON.stringify(this);
        for (const item of this.items) {
            if (!identity.isPair(item))
                throw new Error(`Map items must all be pairs; found ${JSON.stringify(item)} instead`);
        }
        if (!ctx.allNullValues && this.hasAllNullValues(false))
            ctx = Object.assign({}, ctx, { allNullValues: true });
        return stringifyCollection.stringifyCollection(this, ctx, {
            blockItemPrefix: '',
            flowChars: { start: '{', end: '}' },
            itemIndent: ctx.indent || '',
            onChompKeep,
            onComment
        });
    }
}

exports.YAMLMap = YAMLMap;
exports.findPair = findPair;


/***/ }),

/***/ 2223:
/***/ ((__unused_webpack_module, exports, __nccwpck_require__) => {



var createNode = __nccwpck_require__(2404);
var stringifyCollection = __nccwpck_require__(1212);
var Collection = __nccwpck_require__(101);
var identity = __nccwpck_require__(1127);
var Scalar = __nccwpck_require__(3301);
var toJS = __nccwpck_require__(4043);

class YAMLSeq extends Collection.Collection {
    static get tagName() {
        return 'tag:yaml.org,2002:seq';
    }
    constructor(schema) {
        super(identity.SEQ, schema);
        this.items = [];
    }
    add(value) {
        this.items.push(value);
    }
    /**
     * Removes a value from the collection.
     *
     * `key` must contain a representation of an integer for this to succeed.
     * It may be wrapped in a `Scalar`.
     *
     * @returns `true` if the item was found and removed.
     */
    delete(key) {
        const idx = asItemIndex(key);
        if (typeof idx !== 'number')
            return false;
        const del = this.items.splice(idx, 1);
        return del.length > 0;
    }
    get(key, keepScalar) {
        const idx = asItemIndex(key);
        if (typeof idx !== 'number')
            return undefined;
        const it = this.items[idx];
        return !keepScalar && identity.isScalar(it) ? it.value : it;
    }
    /**
     * Checks if the collection includes a value with the key `key`.
     *
     * `key` must contain a representation of an integer for this to succeed.
     * It may be wrapped in a `Scalar`.
     */
    has(key) {
        const idx = asItemIndex(key);
        return typeof idx === 'number' && idx < this.items.length;
    }
    /**
     * Sets a value in this collection. For `!!set`, `value` needs to be a
     * boolean to add/remove the item from the set.
     *
     * If `key` does not contain a representation of an integer, this will throw.
     * It may be wrapped in a `Scalar`.
     */
    set(key, value) {
        const idx = asItemIndex(key);
        if (typeof idx !== 'number')
            throw new Error(`Expected a valid index, not ${key}.`);
        const prev = this.items[idx];
        if (identity.isScalar(prev) && Scalar.isScalarValue(value))
            prev.value = value;
        else
            this.items[idx] = value;
    }
    toJSON(_, ctx) {
        const seq = [];
        if (ctx?.onCreate)
            ctx.onCreate(seq);
        let i = 0;
        for (const item of this.items)
            seq.push(toJS.toJS(item, String(i++), ctx));
        return seq;
    }
    toString(ctx, onComment, onChompKeep) {
        if (!ctx)
            return JSON.stringify(this);
        return stringifyCollection.stringifyCollection(this, ctx, {
            blockItemPrefix: '- ',
            flowChars: { start: '[', end: ']' },
            itemIndent: (ctx.indent || '') + '  ',
            onChompKeep,
            onComment
        });
    }
    static from(schema, obj, ctx) {
        const { replacer } = ctx;
        const seq = new this(schema);
        if (obj && Symbol.iterator in Object(obj)) {
            let i = 0;
            for (let it of obj) {
                if (typeof replacer === 'function') {
                    const key = obj instanceof Set ? it : String(i++);
                    it = replacer.call(obj, key, it);
                }
                seq.items.push(createNode.createNode(it, undefined, ctx));
            }
        }
        return seq;
    }
}
function asItemIndex(key) {
    let idx = identity.isScalar(key) ? key.value : key;
    if (idx && typeof idx === 'string')
        idx = Number(idx);
    return typeof idx === 'number' && Number.isInteger(idx) && idx >= 0
        ? idx
        : null;
}

exports.YAMLSeq = YAMLSeq;


/***/ }),

/***/ 7104:
/***/ ((__unused_webpack_module, exports, __nccwpck_require__) => {



var log = __nccwpck_require__(7249);
var merge = __nccwpck_require__(452);
var stringify = __nccwpck_require__(2148);
var identity = __nccwpck_require__(1127);
var toJS = __nccwpck_require__(4043);

function addPairToJSMap(ctx, map, { key, value }) {
    if (identity.isNode(key) && key.addToJSMap)
        key.addToJSMap(ctx, map, value);
    // TODO: Should drop this special case for bare << handling
    else if (merge.isMergeKey(ctx, key))
        merge.addMergeToJSMap(ctx, map, value);
    else {
        const jsKey = toJS.toJS(key, '', ctx);
        if (map instanceof Map) {
            map.set(jsKey, toJS.toJS(value, jsKey, ctx));
        }
        else if (map instanceof Set) {
            map.add(jsKey);
        }
        else {
            const stringKey = stringifyKey(key, jsKey, ctx);
            const jsValue = toJS.toJS(value, stringKey, ctx);
            if (stringKey in map)
                Object.defineProperty(map, stringKey, {
                    value: jsValue,
                    writable: true,
                    enumerable: true,
                    configurable: true
                });
            else
                map[stringKey] = jsValue;
        }
    }
    return map;
}
function stringifyKey(key, jsKey, ctx) {
    if (jsKey === null)
        return '';
    // eslint-disable-next-line @typescript-eslint/no-base-to-string
    if (typeof jsKey !== 'object')
        return String(jsKey);
    if (identity.isNode(key) && ctx?.doc) {
        const strCtx = stringify.createStringifyContext(ctx.doc, {});
        strCtx.anchors = new Set();
        for (const node of ctx.anchors.keys())
            strCtx.anchors.add(node.anchor);
        strCtx.inFlow = true;
        strCtx.inStringifyKey = true;
        const strKey = key.toString(strCtx);
        if (!ctx.mapKeyWarned) {
            let jsonStr = JSON.stringify(strKey);
            if (jsonStr.length > 40)
                jsonStr = jsonStr.substring(0, 36) + '..."';
            log.warn(ctx.doc.options.logLevel, `Keys with collection values will be stringified due to JS Object restrictions: ${jsonStr}. Set mapAsMap: true to use object keys.`);
            ctx.mapKeyWarned = true;
        }
        return strKey;
    }
    return JSON.stringify(jsKey);
}

exports.addPairToJSMap = addPairToJSMap;


/***/ }),

/***/ 1127:
/***/ ((__unused_webpack_module, exports) => {



const ALIAS = Symbol.for('yaml.alias');
const DOC = Symbol.for('yaml.document');
const MAP = Symbol.for('yaml.map');
const PAIR = Symbol.for('yaml.pair');
const SCALAR = Symbol.for('yaml.scalar');
const SEQ = Symbol.for('yaml.seq');
const NODE_TYPE = Symbol.for('yaml.node.type');
const isAlias = (node) => !!node && typeof node === 'object' && node[NODE_TYPE] === ALIAS;
const isDocument = (node) => !!node && typeof node === 'object' && node[NODE_TYPE] === DOC;
const isMap = (node) => !!node && typeof node === 'object' && node[NODE_TYPE] === MAP;
const isPair = (node) => !!node && typeof node === 'object' && node[NODE_TYPE] === PAIR;
const isScalar = (node) => !!node && typeof node === 'object' && node[NODE_TYPE] === SCALAR;
const isSeq = (node) => !!node && typeof node === 'object' && node[NODE_TYPE] === SEQ;
function isCollection(node) {
    if (node && typeof node === 'object')
        switch (node[NODE_TYPE]) {
            case MAP:
            case SEQ:
                return true;
        }
    return false;
}
function isNode(node) {
    if (node && typeof node === 'object')
        switch (node[NODE_TYPE]) {
            case ALIAS:
            case MAP:
            case SCALAR:
            case SEQ:
                return true;
        }
    return false;
}
const hasAnchor = (node) => (isScalar(node) || isCollection(node)) && !!node.anchor;

exports.ALIAS = ALIAS;
exports.DOC = DOC;
exports.MAP = MAP;
exports.NODE_TYPE = NODE_TYPE;
exports.PAIR = PAIR;
exports.SCALAR = SCALAR;
exports.SEQ = SEQ;
exports.hasAnchor = hasAnchor;
exports.isAlias = isAlias;
exports.isCollection = isCollection;
exports.isDocument = isDocument;
exports.isMap = isMap;
exports.isNode = isNode;
exports.isPair = isPair;
exports.isScalar = isScalar;
exports.isSeq = isSeq;


/***/ }),

/***/ 4043:
/***/ ((__unused_webpack_module, exports, __nccwpck_require__) => {



var identity = __nccwpck_require__(1127);

/**
 * Recursively convert any node or its contents to native JavaScript
 *
 * @param value - The input value
 * @param arg - If `value` defines a `toJSON()` method, use this
 *   as its first argument
 * @param ctx - Conversion context, originally set in Document#toJS(). If
 *   `{ keep: true }` is not set, output should be suitable for JSON
 *   stringification.
 */
function toJS(value, arg, ctx) {
    // eslint-disable-next-line @typescript-eslint/no-unsafe-return
    if (Array.isArray(value))
        return value.map((v, i) => toJS(v, String(i), ctx));
    if (value && typeof value.toJSON === 'function') {
        // eslint-disable-next-line @typescript-eslint/no-unsafe-call
        if (!ctx || !identity.hasAnchor(value))
            return value.toJSON(arg, ctx);
        const data = { aliasCount: 0, count: 1, res: undefined };
        ctx.anchors.set(value, data);
        ctx.onCreate = res => {
            data.res = res;
            delete ctx.onCreate;
        };
        const res = value.toJSON(arg, ctx);
        if (ctx.onCreate)
            ctx.onCreate(res);
        return res;
    }
    if (typeof value === 'bigint' && !ctx?.keep)
        return Number(value);
    return value;
}

exports.toJS = toJS;


/***/ }),

/***/ 110:
/***/ ((__unused_webpack_module, exports, __nccwpck_require__) => {



var resolveBlockScalar = __nccwpck_require__(8913);
var resolveFlowScalar = __nccwpck_require__(6842);
var errors = __nccwpck_require__(1464);
var stringifyString = __nccwpck_require__(3069);

function resolveAsScalar(token, strict = true, onError) {
    if (token) {
        const _onError = (pos, code, message) => {
            const offset = typeof pos === 'number' ? pos : Array.isArray(pos) ? pos[0] : pos.offset;
            if (onError)
                onError(offset, code, message);
            else
                throw new errors.YAMLParseError([offset, offset + 1], code, message);
        };
        switch (token.type) {
            case 'scalar':
            case 'single-quoted-scalar':
            case 'double-quoted-scalar':
                return resolveFlowScalar.resolveFlowScalar(token, strict, _onError);
            case 'block-scalar':
                return resolveBlockScalar.resolveBlockScalar({ options: { strict } }, token, _onError);
        }
    }
    return null;
}
/**
 * Create a new scalar token with `value`
 *
 * Values that represent an actual string but may be parsed as a different type should use a `type` other than `'PLAIN'`,
 * as this function does not support any schema operations and won't check for such conflicts.
 *
 * @param value The string representation of the value, which will have its content properly indented.
 * @param context.end Comments and whitespace after the end of the value, or after the block scalar header. If undefined, a newline will be added.
 * @param context.implicitKey Being within an implicit key may affect the resolved type of the token's value.
 * @param context.indent The indent level of the token.
 * @param context.inFlow Is this scalar within a flow collection? This may affect the resolved type of the token's value.
 * @param context.offset The offset position of the token.
 * @param context.type The preferred type of the scalar token. If undefined, the previous type of the `token` will be used, defaulting to `'PLAIN'`.
 */
function createScalarToken(value, context) {
    const { implicitKey = false, indent, inFlow = false, offset = -1, type = 'PLAIN' } = context;
    const source = stringifyString.stringifyString({ type, value }, {
        implicitKey,
        indent: indent > 0 ? ' '.repeat(indent) : '',
        inFlow,
        options: { blockQuote: true, lineWidth: -1 }
    });
    const end = context.end ?? [
        { type: 'newline', offset: -1, indent, source: '\n' }
    ];
    switch (source[0]) {
        case '|':
        case '>': {
            const he = source.indexOf('\n');
            const head = source.substring(0, he);
            const body = source.substring(he + 1) + '\n';
            const props = [
                { type: 'block-scalar-header', offset, indent, source: head }
            ];
            if (!addEndtoBlockProps(props, end))
                props.push({ type: 'newline', offset: -1, indent, source: '\n' });
            return { type: 'block-scalar', offset, indent, props, source: body };
        }
        case '"':
            return { type: 'double-quoted-scalar', offset, indent, source, end };
        case "'":
            return { type: 'single-quoted-scalar', offset, indent, source, end };
        default:
            return { type: 'scalar', offset, indent, source, end };
    }
}
/**
 * Set the value of `token` to the given string `value`, overwriting any previous contents and type that it may have.
 *
 * Best efforts are made to retain any comments previously associated with the `token`,
 * though all contents within a collection's `items` will be overwritten.
 *
 * Values that represent an actual string but may be parsed as a different type should use a `type` other than `'PLAIN'`,
 * as this function does not support any schema operations and won't check for such conflicts.
 *
 * @param token Any token. If it does not include an `indent` value, the value will be stringified as if it were an implicit key.
 * @param value The string representation of the value, which will have its content properly indented.
 * @param context.afterKey In most cases, values after a key should have an additional level of indentation.
 * @param context.implicitKey Being within an implicit key may affect the resolved type of the token's value.
 * @param context.inFlow Being within a flow collection may affect the resolved type of the token's value.
 * @param context.type The preferred type of the scalar token. If undefined, the previous type of the `token` will be used, defaulting to `'PLAIN'`.
 */
function setScalarValue(token, value, context = {}) {
    let { afterKey = false, implicitKey = false, inFlow = false, type } = context;
    let indent = 'indent' in token ? token.indent : null;
    if (afterKey && typeof indent === 'number')
        indent += 2;
    if (!type)
        switch (token.type) {
            case 'single-quoted-scalar':
                type = 'QUOTE_SINGLE';
                break;
            case 'double-quoted-scalar':
                type = 'QUOTE_DOUBLE';
                break;
            case 'block-scalar': {
                const header = token.props[0];
                if (header.type !== 'block-scalar-header')
                    throw new Error('Invalid block scalar header');
                type = header.source[0] === '>' ? 'BLOCK_FOLDED' : 'BLOCK_LITERAL';
                break;
            }
            default:
                type = 'PLAIN';
        }
    const source = stringifyString.stringifyString({ type, value }, {
        implicitKey: implicitKey || indent === null,
        indent: indent !== null && indent > 0 ? ' '.repeat(indent) : '',
        inFlow,
        options: { blockQuote: true, lineWidth: -1 }
    });
    switch (source[0]) {
        case '|':
        case '>':
            setBlockScalarValue(token, source);
            break;
        case '"':
            setFlowScalarValue(token, source, 'double-quoted-scalar');
            break;
        case "'":
            setFlowScalarValue(token, source, 'single-quoted-scalar');
            break;
        default:
            setFlowScalarValue(token, source, 'scalar');
    }
}
function setBlockScalarValue(token, source) {
    const he = source.indexOf('\n');
    const head = source.substring(0, he);
    const body = source.substring(he + 1) + '\n';
    if (token.type === 'block-scalar') {
        const header = token.props[0];
        if (header.type !== 'block-scalar-header')
            throw new Error('Invalid block scalar header');
        header.source = head;
        token.source = body;
    }
    else {
        const { offset } = token;
        const indent = 'indent' in token ? token.indent : -1;
        const props = [
            { type: 'block-scalar-header', offset, indent, source: head }
        ];
        if (!addEndtoBlockProps(props, 'end' in token ? token.end : undefined))
            props.push({ type: 'newline', offset: -1, indent, source: '\n' });
        for (const key of Object.keys(token))
            if (key !== 'type' && key !== 'offset')
                delete token[key];
        Object.assign(token, { type: 'block-scalar', indent, props, source: body });
    }
}
/** @returns `true` if last token is a newline */
function addEndtoBlockProps(props, end) {
    if (end)
        for (const st of end)
            switch (st.type) {
                case 'space':
                case 'comment':
                    props.push(st);
                    break;
                case 'newline':
                    props.push(st);
                    return true;
            }
    return false;
}
function setFlowScalarValue(token, source, type) {
    switch (token.type) {
        case 'scalar':
        case 'double-quoted-scalar':
        case 'single-quoted-scalar':
            token.type = type;
            token.source = source;
            break;
        case 'block-scalar': {
            const end = token.props.slice(1);
            let oa = source.length;
            if (token.props[0].type === 'block-scalar-header')
                oa -= token.props[0].source.length;
            for (const tok of end)
                tok.offset += oa;
            delete token.props;
            Object.assign(token, { type, source, end });
            break;
        }
        case 'block-map':
        case 'block-seq': {
            const offset = token.offset + source.length;
            const nl = { type: 'newline', offset, indent: token.indent, source: '\n' };
            delete token.items;
            Object.assign(token, { type, source, end: [nl] });
            break;
        }
        default: {
            const indent = 'indent' in token ? token.indent : -1;
            const end = 'end' in token && Array.isArray(token.end)
                ? token.end.filter(st => st.type === 'space' ||
                    st.type === 'comment' ||
                    st.type === 'newline')
                : [];
            for (const key of Object.keys(token))
                if (key !== 'type' && key !== 'offset')
                    delete token[key];
            Object.assign(token, { type, indent, source, end });
        }
    }
}

exports.createScalarToken = createScalarToken;
exports.resolveAsScalar = resolveAsScalar;
exports.setScalarValue = setScalarValue;


/***/ }),

/***/ 1733:
/***/ ((__unused_webpack_module, exports) => {



/**
 * Stringify a CST document, token, or collection item
 *
 * Fair warning: This applies no validation whatsoever, and
 * simply concatenates the sources in their logical order.
 */
const stringify = (cst) => 'type' in cst ? stringifyToken(cst) : stringifyItem(cst);
function stringifyToken(token) {
    switch (token.type) {
        case 'block-scalar': {
            let res = '';
            for (const tok of token.props)
                res += stringifyToken(tok);
            return res + token.source;
        }
        case 'block-map':
        case 'block-seq': {
            let res = '';
            for (const item of token.items)
                res += stringifyItem(item);
            return res;
        }
        case 'flow-collection': {
            let res = token.start.source;
            for (const item of token.items)
                res += stringifyItem(item);
            for (const st of token.end)
                res += st.source;
            return res;
        }
        case 'document': {
            let res = stringifyItem(token);
            if (token.end)
                for (const st of token.end)
                    res += st.source;
            return res;
        }
        default: {
            let res = token.source;
            if ('end' in token && token.end)
                for (const st of token.end)
                    res += st.source;
            return res;
        }
    }
}
function stringifyItem({ start, key, sep, value }) {
    let res = '';
    for (const st of start)
        res += st.source;
    if (key)
        res += stringifyToken(key);
    if (sep)
        for (const st of sep)
            res += st.source;
    if (value)
        res += stringifyToken(value);
    return res;
}

exports.stringify = stringify;


/***/ }),

/***/ 7715:
/***/ ((__unused_webpack_module, exports) => {



const BREAK = Symbol('break visit');
const SKIP = Symbol('skip children');
const REMOVE = Symbol('remove item');
/**
 * Apply a visitor to a CST document or item.
 *
 * Walks through the tree (depth-first) starting from the root, calling a
 * `visitor` function with two arguments when entering each item:
 *   - `item`: The current item, which included the following members:
 *     - `start: SourceToken[]` – Source tokens before the key or value,
 *       possibly including its anchor or tag.
 *     - `key?: Token | null` – Set for pair values. May then be `null`, if
 *       the key before the `:` separator is empty.
 *     - `sep?: SourceToken[]` – Source tokens between the key and the value,
 *       which should include the `:` map value indicator if `value` is set.
 *     - `value?: Token` – The value of a sequence item, or of a map pair.
 *   - `path`: The steps from the root to the current node, as an array of
 *     `['key' | 'value', number]` tuples.
 *
 * The return value of the visitor may be used to control the traversal:
 *   - `undefined` (default): Do nothing and continue
 *   - `visit.SKIP`: Do not visit the children of this token, continue with
 *      next sibling
 *   - `visit.BREAK`: Terminate traversal completely
 *   - `visit.REMOVE`: Remove the current item, then continue with the next one
 *   - `number`: Set the index of the next step. This is useful especially if
 *     the index of the current token has changed.
 *   - `function`: Define the next visitor for this item. After the original
 *     visitor is called on item entry, next visitors are called after handling
 *     a non-empty `key` and when exiting the item.
 */
function visit(cst, visitor) {
    if ('type' in cst && cst.type === 'document')
        cst = { start: cst.start, value: cst.value };
    _visit(Object.freeze([]), cst, visitor);
}
// Without the `as symbol` casts, TS declares these in the `visit`
// namespace using `var`, but then complains about that because
// `unique symbol` must be `const`.
/** Terminate visit traversal completely */
visit.BREAK = BREAK;
/** Do not visit the children of the current item */
visit.SKIP = SKIP;
/** Remove the current item */
visit.REMOVE = REMOVE;
/** Find the item at `path` from `cst` as the root */
visit.itemAtPath = (cst, path) => {
    let item = cst;
    for (const [field, index] of path) {
        const tok = item?.[field];
        if (tok && 'items' in tok) {
            item = tok.items[index];
        }
        else
            return undefined;
    }
    return item;
};
/**
 * Get the immediate parent collection of the item at `path` from `cst` as the root.
 *
 * Throws an error if the collection is not found, which should never happen if the item itself exists.
 */
visit.parentCollection = (cst, path) => {
    const parent = visit.itemAtPath(cst, path.slice(0, -1));
    const field = path[path.length - 1][0];
    const coll = parent?.[field];
    if (coll && 'items' in coll)
        return coll;
    throw new Error('Parent collection not found');
};
function _visit(path, item, visitor) {
    let ctrl = visitor(item, path);
    if (typeof ctrl === 'symbol')
        return ctrl;
    for (const field of ['key', 'value']) {
        const token = item[field];
        if (token && 'items' in token) {
            for (let i = 0; i < token.items.length; ++i) {
                const ci = _visit(Object.freeze(path.concat([[field, i]])), token.items[i], visitor);
                if (typeof ci === 'number')
                    i = ci - 1;
                else if (ci === BREAK)
                    return BREAK;
                else if (ci === REMOVE) {
                    token.items.splice(i, 1);
                    i -= 1;
                }
            }
            if (typeof ctrl === 'function' && field === 'key')
                ctrl = ctrl(item, path);
        }
    }
    return typeof ctrl === 'function' ? ctrl(item, path) : ctrl;
}

exports.visit = visit;


/***/ }),

/***/ 3461:
/***/ ((__unused_webpack_module, exports, __nccwpck_require__) => {



var cstScalar = __nccwpck_require__(110);
var cstStringify = __nccwpck_require__(1733);
var cstVisit = __nccwpck_require__(7715);

/** The byte order mark */
const BOM = '\u{FEFF}';
/** Start of doc-mode */
const DOCUMENT = '\x02'; // C0: Start of Text
/** Unexpected end of flow-mode */
const FLOW_END = '\x18'; // C0: Cancel
/** Next token is a scalar value */
const SCALAR = '\x1f'; // C0: Unit Separator
/** @returns `true` if `token` is a flow or block collection */
const isCollection = (token) => !!token && 'items' in token;
/** @returns `true` if `token` is a flow or block scalar; not an alias */
const isScalar = (token) => !!token &&
    (token.type === 'scalar' ||
        token.type === 'single-quoted-scalar' ||
        token.type === 'double-quoted-scalar' ||
        token.type === 'block-scalar');
/* istanbul ignore next */
/** Get a printable representation of a lexer token */
function prettyToken(token) {
    switch (token) {
        case BOM:
            return '<BOM>';
        case DOCUMENT:
            return '<DOC>';
        case FLOW_END:
            return '<FLOW_END>';
        case SCALAR:
            return '<SCALAR>';
        default:
            return JSON.stringify(token);
    }
}
/** Identify the type of a lexer token. May return `null` for unknown tokens. */
function tokenType(source) {
    switch (source) {
        case BOM:
            return 'byte-order-mark';
        case DOCUMENT:
            return 'doc-mode';
        case FLOW_END:
            return 'flow-error-end';
        case SCALAR:
            return 'scalar';
        case '---':
            return 'doc-start';
        case '...':
            return 'doc-end';
        case '':
        case '\n':
        case '\r\n':
            return 'newline';
        case '-':
            return 'seq-item-ind';
        case '?':
            return 'explicit-key-ind';
        case ':':
            return 'map-value-ind';
        case '{':
            return 'flow-map-start';
        case '}':
            return 'flow-map-end';
        case '[':
            return 'flow-seq-start';
        case ']':
            return 'flow-seq-end';
        case ',':
            return 'comma';
    }
    switch (source[0]) {
        case ' ':
        case '\t':
            return 'space';
        case '#':
            return 'comment';
        case '%':
            return 'directive-line';
        case '*':
            return 'alias';
        case '&':
            return 'anchor';
        case '!':
            return 'tag';
        case "'":
            return 'single-quoted-scalar';
        case '"':
            return 'double-quoted-scalar';
        case '|':
        case '>':
            return 'block-scalar-header';
    }
    return null;
}

exports.createScalarToken = cstScalar.createScalarToken;
exports.resolveAsScalar = cstScalar.resolveAsScalar;
exports.setScalarValue = cstScalar.setScalarValue;
exports.stringify = cstStringify.stringify;
exports.visit = cstVisit.visit;
exports.BOM = BOM;
exports.DOCUMENT = DOCUMENT;
exports.FLOW_END = FLOW_END;
exports.SCALAR = SCALAR;
exports.isCollection = isCollection;
exports.isScalar = isScalar;
exports.prettyToken = prettyToken;
exports.tokenType = tokenType;


/***/ }),

/***/ 361:
/***/ ((__unused_webpack_module, exports, __nccwpck_require__) => {



var cst = __nccwpck_require__(3461);

/*
START -> stream

stream
  directive -> line-end -> stream
  indent + line-end -> stream
  [else] -> line-start

line-end
  comment -> line-end
  newline -> .
  input-end -> END

line-start
  doc-start -> doc
  doc-end -> stream
  [else] -> indent -> block-start

block-start
  seq-item-start -> block-start
  explicit-key-start -> block-start
  map-value-start -> block-start
  [else] -> doc

doc
  line-end -> line-start
  spaces -> doc
  anchor -> doc
  tag -> doc
  flow-start -> flow -> doc
  flow-end -> error -> doc
  seq-item-start -> error -> doc
  explicit-key-start -> error -> doc
  map-value-start -> doc
  alias -> doc
  quote-start -> quoted-scalar -> doc
  block-scalar-header -> line-end -> block-scalar(min) -> line-start
  [else] -> plain-scalar(false, min) -> doc

flow
  line-end -> flow
  spaces -> flow
  anchor -> flow
  tag -> flow
  flow-start -> flow -> flow
  flow-end -> .
  seq-item-start -> error -> flow
  explicit-key-start -> flow
  map-value-start -> flow
  alias -> flow
  quote-start -> quoted-scalar -> flow
  comma -> flow
  [else] -> plain-scalar(true, 0) -> flow

quoted-scalar
  quote-end -> .
  [else] -> quoted-scalar

block-scalar(min)
  newline + peek(indent < min) -> .
  [else] -> block-scalar(min)

plain-scalar(is-flow, min)
  scalar-end(is-flow) -> .
  peek(newline + (indent < min)) -> .
  [else] -> plain-scalar(min)
*/
function isEmpty(ch) {
    switch (ch) {
        case undefined:
        case ' ':
        case '\n':
        case '\r':
        case '\t':
            return true;
        default:
            return false;
    }
}
const hexDigits = new Set('0123456789ABCDEFabcdef');
const tagChars = new Set("0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz-#;/?:@&=+$_.!~*'()");
const flowIndicatorChars = new Set(',[]{}');
const invalidAnchorChars = new Set(' ,[]{}\n\r\t');
const isNotAnchorChar = (ch) => !ch || invalidAnchorChars.has(ch);
/**
 * Splits an input string into lexical tokens, i.e. smaller strings that are
 * easily identifiable by `tokens.tokenType()`.
 *
 * Lexing starts always in a "stream" context. Incomplete input may be buffered
 * until a complete token can be emitted.
 *
 * In addition to slices of the original input, the following control characters
 * may also be emitted:
 *
 * - `\x02` (Start of Text): A document starts with the next token
 * - `\x18` (Cancel): Unexpected end of flow-mode (indicates an error)
 * - `\x1f` (Unit Separator): Next token is a scalar value
 * - `\u{FEFF}` (Byte order mark): Emitted separately outside documents
 */
class Lexer {
    constructor() {
        /**
         * Flag indicating whether the end of the current buffer marks the end of
         * all input
         */
        this.atEnd = false;
        /**
         * Explicit indent set in block scalar header, as an offset from the current
         * minimum indent, so e.g. set to 1 from a header `|2+`. Set to -1 if not
         * explicitly set.
         */
        this.blockScalarIndent = -1;
        /**
         * Block scalars that include a + (keep) chomping indicator in their header
         * include trailing empty lines, which are otherwise excluded from the
         * scalar's contents.
         */
        this.blockScalarKeep = false;
        /** Current input */
        this.buffer = '';
        /**
         * Flag noting whether the map value indicator : can immediately follow this
         * node within a flow context.
         */
        this.flowKey = false;
        /** Count of surrounding flow collection levels. */
        this.flowLevel = 0;
        /**
         * Minimum level of indentation required for next lines to be parsed as a
         * part of the current scalar value.
         */
        this.indentNext = 0;
        /** Indentation level of the current line. */
        this.indentValue = 0;
        /** Position of the next \n character. */
        this.lineEndPos = null;
        /** Stores the state of the lexer if reaching the end of incpomplete input */
        this.next = null;
        /** A pointer to `buffer`; the current position of the lexer. */
        this.pos = 0;
    }
    /**
     * Generate YAML tokens from the `source` string. If `incomplete`,
     * a part of the last line may be left as a buffer for the next call.
     *
     * @returns A generator of lexical tokens
     */
    *lex(source, incomplete = false) {
        if (source) {
            if (typeof source !== 'string')
                throw TypeError('source is not a string');
            this.buffer = this.buffer ? this.buffer + source : source;
            this.lineEndPos = null;
        }
        this.atEnd = !incomplete;
        let next = this.next ?? 'stream';
        while (next && (incomplete || this.hasChars(1)))
            next = yield* this.parseNext(next);
    }
    atLineEnd() {
        let i = this.pos;
        let ch = this.buffer[i];
        while (ch === ' ' || ch === '\t')
            ch = this.buffer[++i];
        if (!ch || ch === '#' || ch === '\n')
            return true;
        if (ch === '\r')
            return this.buffer[i + 1] === '\n';
        return false;
    }
    charAt(n) {
        return this.buffer[this.pos + n];
    }
    continueScalar(offset) {
        let ch = this.buffer[offset];
        if (this.indentNext > 0) {
            let indent = 0;
            while (ch === ' ')
                ch = this.buffer[++indent + offset];
            if (ch === '\r') {
                const next = this.buffer[indent + offset + 1];
                if (next === '\n' || (!next && !this.atEnd))
                    return offset + indent + 1;
            }
            return ch === '\n' || indent >= this.indentNext || (!ch && !this.atEnd)
                ? offset + indent
                : -1;
        }
        if (ch === '-' || ch === '.') {
            const dt = this.buffer.substr(offset, 3);
            if ((dt === '---' || dt === '...') && isEmpty(this.buffer[offset + 3]))
                return -1;
        }
        return offset;
    }
    getLine() {
        let end = this.lineEndPos;
        if (typeof end !== 'number' || (end !== -1 && end < this.pos)) {
            end = this.buffer.indexOf('\n', this.pos);
            this.lineEndPos = end;
        }
        if (end === -1)
            return this.atEnd ? this.buffer.substring(this.pos) : null;
        if (this.buffer[end - 1] === '\r')
            end -= 1;
        return this.buffer.substring(this.pos, end);
    }
    hasChars(n) {
        return this.pos + n <= this.buffer.length;
    }
    setNext(state) {
        this.buffer = this.buffer.substring(this.pos);
        this.pos = 0;
        this.lineEndPos = null;
        this.next = state;
        return null;
    }
    peek(n) {
        return this.buffer.substr(this.pos, n);
    }
    *parseNext(next) {
        switch (next) {
            case 'stream':
                return yield* this.parseStream();
            case 'line-start':
                return yield* this.parseLineStart();
            case 'block-start':
                return yield* this.parseBlockStart();
            case 'doc':
                return yield* this.parseDocument();
            case 'flow':
                return yield* this.parseFlowCollection();
            case 'quoted-scalar':
                return yield* this.parseQuotedScalar();
            case 'block-scalar':
                return yield* this.parseBlockScalar();
            case 'plain-scalar':
                return yield* this.parsePlainScalar();
        }
    }
    *parseStream() {
        let line = this.getLine();
        if (line === null)
            return this.setNext('stream');
        if (line[0] === cst.BOM) {
            yield* this.pushCount(1);
            line = line.substring(1);
        }
        if (line[0] === '%') {
            let dirEnd = line.length;
            let cs = line.indexOf('#');
            while (cs !== -1) {
                const ch = line[cs - 1];
                if (ch === ' ' || ch === '\t') {
                    dirEnd = cs - 1;
                    break;
                }
                else {
                    cs = line.indexOf('#', cs + 1);
                }
            }
            while (true) {
                const ch = line[dirEnd - 1];
                if (ch === ' ' || ch === '\t')
                    dirEnd -= 1;
                else
                    break;
            }
            const n = (yield* this.pushCount(dirEnd)) + (yield* this.pushSpaces(true));
            yield* this.pushCount(line.length - n); // possible comment
            this.pushNewline();
            return 'stream';
        }
        if (this.atLineEnd()) {
            const sp = yield* this.pushSpaces(true);
            yield* this.pushCount(line.length - sp);
            yield* this.pushNewline();
            return 'stream';
        }
        yield cst.DOCUMENT;
        return yield* this.parseLineStart();
    }
    *parseLineStart() {
        const ch = this.charAt(0);
        if (!ch && !this.atEnd)
            return this.setNext('line-start');
        if (ch === '-' || ch === '.') {
            if (!this.atEnd && !this.hasChars(4))
                return this.setNext('line-start');
            const s = this.peek(3);
            if ((s === '---' || s === '...') && isEmpty(this.charAt(3))) {
                yield* this.pushCount(3);
                this.indentValue = 0;
                this.indentNext = 0;
                return s === '---' ? 'doc' : 'stream';
            }
        }
        this.indentValue = yield* this.pushSpaces(false);
        if (this.indentNext > this.indentValue && !isEmpty(this.charAt(1)))
            this.indentNext = this.indentValue;
        return yield* this.parseBlockStart();
    }
    *parseBlockStart() {
        const [ch0, ch1] = this.peek(2);
        if (!ch1 && !this.atEnd)
            return this.setNext('block-start');
        if ((ch0 === '-' || ch0 === '?' || ch0 === ':') && isEmpty(ch1)) {
            const n = (yield* this.pushCount(1)) + (yield* this.pushSpaces(true));
            this.indentNext = this.indentValue + 1;
            this.indentValue += n;
            return 'block-start';
        }
        return 'doc';
    }
    *parseDocument() {
        yield* this.pushSpaces(true);
        const line = this.getLine();
        if (line === null)
            return this.setNext('doc');
        let n = yield* this.pushIndicators();
        switch (line[n]) {
            case '#':
                yield* this.pushCount(line.length - n);
            // fallthrough
            case undefined:
                yield* this.pushNewline();
                return yield* this.parseLineStart();
            case '{':
            case '[':
                yield* this.pushCount(1);
                this.flowKey = false;
                this.flowLevel = 1;
                return 'flow';
            case '}':
            case ']':
                // this is an error
                yield* this.pushCount(1);
                return 'doc';
            case '*':
                yield* this.pushUntil(isNotAnchorChar);
                return 'doc';
            case '"':
            case "'":
                return yield* this.parseQuotedScalar();
            case '|':
            case '>':
                n += yield* this.parseBlockScalarHeader();
                n += yield* this.pushSpaces(true);
                yield* this.pushCount(line.length - n);
                yield* this.pushNewline();
                return yield* this.parseBlockScalar();
            default:
                return yield* this.parsePlainScalar();
        }
    }
    *parseFlowCollection() {
        let nl, sp;
        let indent = -1;
        do {
            nl = yield* this.pushNewline();
            if (nl > 0) {
                sp = yield* this.pushSpaces(false);
                this.indentValue = indent = sp;
            }
            else {
                sp = 0;
            }
            sp += yield* this.pushSpaces(true);
        } while (nl + sp > 0);
        const line = this.getLine();
        if (line === null)
            return this.setNext('flow');
        if ((indent !== -1 && indent < this.indentNext && line[0] !== '#') ||
            (indent === 0 &&
                (line.startsWith('---') || line.startsWith('...')) &&
                isEmpty(line[3]))) {
            // Allowing for the terminal ] or } at the same (rather than greater)
            // indent level as the initial [ or { is technically invalid, but
            // failing here would be surprising to users.
            const atFlowEndMarker = indent === this.indentNext - 1 &&
                this.flowLevel === 1 &&
                (line[0] === ']' || line[0] === '}');
            if (!atFlowEndMarker) {
                // this is an error
                this.flowLevel = 0;
                yield cst.FLOW_END;
                return yield* this.parseLineStart();
            }
        }
        let n = 0;
        while (line[n] === ',') {
            n += yield* this.pushCount(1);
            n += yield* this.pushSpaces(true);
            this.flowKey = false;
        }
        n += yield* this.pushIndicators();
        switch (line[n]) {
            case undefined:
                return 'flow';
            case '#':
                yield* this.pushCount(line.length - n);
                return 'flow';
            case '{':
            case '[':
                yield* this.pushCount(1);
                this.flowKey = false;
                this.flowLevel += 1;
                return 'flow';
            case '}':
            case ']':
                yield* this.pushCount(1);
                this.flowKey = true;
                this.flowLevel -= 1;
                return this.flowLevel ? 'flow' : 'doc';
            case '*':
                yield* this.pushUntil(isNotAnchorChar);
                return 'flow';
            case '"':
            case "'":
                this.flowKey = true;
                return yield* this.parseQuotedScalar();
            case ':': {
                const next = this.charAt(1);
                if (this.flowKey || isEmpty(next) || next === ',') {
                    this.flowKey = false;
                    yield* this.pushCount(1);
                    yield* this.pushSpaces(true);
                    return 'flow';
                }
            }
            // fallthrough
            default:
                this.flowKey = false;
                return yield* this.parsePlainScalar();
        }
    }
    *parseQuotedScalar() {
        const quote = this.charAt(0);
        let end = this.buffer.indexOf(quote, this.pos + 1);
        if (quote === "'") {
            while (end !== -1 && this.buffer[end + 1] === "'")
                end = this.buffer.indexOf("'", end + 2);
        }
        else {
            // double-quote
            while (end !== -1) {
                let n = 0;
                while (this.buffer[end - 1 - n] === '\\')
                    n += 1;
                if (n % 2 === 0)
                    break;
                end = this.buffer.indexOf('"', end + 1);
            }
        }
        // Only looking for newlines within the quotes
        const qb = this.buffer.substring(0, end);
        let nl = qb.indexOf('\n', this.pos);
        if (nl !== -1) {
            while (nl !== -1) {
                const cs = this.continueScalar(nl + 1);
                if (cs === -1)
                    break;
                nl = qb.indexOf('\n', cs);
            }
            if (nl !== -1) {
                // this is an error caused by an unexpected unindent
                end = nl - (qb[nl - 1] === '\r' ? 2 : 1);
            }
        }
        if (end === -1) {
            if (!this.atEnd)
                return this.setNext('quoted-scalar');
            end = this.buffer.length;
        }
        yield* this.pushToIndex(end + 1, false);
        return this.flowLevel ? 'flow' : 'doc';
    }
    *parseBlockScalarHeader() {
        this.blockScalarIndent = -1;
        this.blockScalarKeep = false;
        let i = this.pos;
        while (true) {
            const ch = this.buffer[++i];
            if (ch === '+')
                this.blockScalarKeep = true;
            else if (ch > '0' && ch <= '9')
                this.blockScalarIndent = Number(ch) - 1;
            else if (ch !== '-')
                break;
        }
        return yield* this.pushUntil(ch => isEmpty(ch) || ch === '#');
    }
    *parseBlockScalar() {
        let nl = this.pos - 1; // may be -1 if this.pos === 0
        let indent = 0;
        let ch;
        loop: for (let i = this.pos; (ch = this.buffer[i]); ++i) {
            switch (ch) {
                case ' ':
                    indent += 1;
                    break;
                case '\n':
                    nl = i;
                    indent = 0;
                    break;
                case '\r': {
                    const next = this.buffer[i + 1];
                    if (!next && !this.atEnd)
                        return this.setNext('block-scalar');
                    if (next === '\n')
                        break;
                } // fallthrough
                default:
                    break loop;
            }
        }
        if (!ch && !this.atEnd)
            return this.setNext('block-scalar');
        if (indent >= this.indentNext) {
            if (this.blockScalarIndent === -1)
                this.indentNext = indent;
            else {
                this.indentNext =
                    this.blockScalarIndent + (this.indentNext === 0 ? 1 : this.indentNext);
            }
            do {
                const cs = this.continueScalar(nl + 1);
                if (cs === -1)
                    break;
                nl = this.buffer.indexOf('\n', cs);
            } while (nl !== -1);
            if (nl === -1) {
                if (!this.atEnd)
                    return this.setNext('block-scalar');
                nl = this.buffer.length;
            }
        }
        // Trailing insufficiently indented tabs are invalid.
        // To catch that during parsing, we include them in the block scalar value.
        let i = nl + 1;
        ch = this.buffer[i];
        while (ch === ' ')
            ch = this.buffer[++i];
        if (ch === '\t') {
            while (ch === '\t' || ch === ' ' || ch === '\r' || ch === '\n')
                ch = this.buffer[++i];
            nl = i - 1;
        }
        else if (!this.blockScalarKeep) {
            do {
                let i = nl - 1;
                let ch = this.buffer[i];
                if (ch === '\r')
                    ch = this.buffer[--i];
                const lastChar = i; // Drop the line if last char not more indented
                while (ch === ' ')
                    ch = this.buffer[--i];
                if (ch === '\n' && i >= this.pos && i + 1 + indent > lastChar)
                    nl = i;
                else
                    break;
            } while (true);
        }
        yield cst.SCALAR;
        yield* this.pushToIndex(nl + 1, true);
        return yield* this.parseLineStart();
    }
    *parsePlainScalar() {
        const inFlow = this.flowLevel > 0;
        let end = this.pos - 1;
        let i = this.pos - 1;
        let ch;
        while ((ch = this.buffer[++i])) {
            if (ch === ':') {
                const next = this.buffer[i + 1];
                if (isEmpty(next) || (inFlow && flowIndicatorChars.has(next)))
                    break;
                end = i;
            }
            else if (isEmpty(ch)) {
                let next = this.buffer[i + 1];
                if (ch === '\r') {
                    if (next === '\n') {
                        i += 1;
                        ch = '\n';
                        next = this.buffer[i + 1];
                    }
                    else
                        end = i;
                }
                if (next === '#' || (inFlow && flowIndicatorChars.has(next)))
                    break;
                if (ch === '\n') {
                    const cs = this.continueScalar(i + 1);
                    if (cs === -1)
                        break;
                    i = Math.max(i, cs - 2); // to advance, but still account for ' #'
                }
            }
            else {
                if (inFlow && flowIndicatorChars.has(ch))
                    break;
                end = i;
            }
        }
        if (!ch && !this.atEnd)
            return this.setNext('plain-scalar');
        yield cst.SCALAR;
        yield* this.pushToIndex(end + 1, true);
        return inFlow ? 'flow' : 'doc';
    }
    *pushCount(n) {
        if (n > 0) {
            yield this.buffer.substr(this.pos, n);
            this.pos += n;
            return n;
        }
        return 0;
    }
    *pushToIndex(i, allowEmpty) {
        const s = this.buffer.slice(this.pos, i);
        if (s) {
            yield s;
            this.pos += s.length;
            return s.length;
        }
        else if (allowEmpty)
            yield '';
        return 0;
    }
    *pushIndicators() {
        let n = 0;
        loop: while (true) {
            switch (this.charAt(0)) {
                case '!':
                    n += yield* this.pushTag();
                    n += yield* this.pushSpaces(true);
                    continue loop;
                case '&':
                    n += yield* this.pushUntil(isNotAnchorChar);
                    n += yield* this.pushSpaces(true);
                    continue loop;
                case '-': // this is an error
                case '?': // this is an error outside flow collections
                case ':': {
                    const inFlow = this.flowLevel > 0;
                    const ch1 = this.charAt(1);
                    if (isEmpty(ch1) || (inFlow && flowIndicatorChars.has(ch1))) {
                        if (!inFlow)
                            this.indentNext = this.indentValue + 1;
                        else if (this.flowKey)
                            this.flowKey = false;
                        n += yield* this.pushCount(1);
                        n += yield* this.pushSpaces(true);
                        continue loop;
                    }
                }
            }
            break loop;
        }
        return n;
    }
    *pushTag() {
        if (this.charAt(1) === '<') {
            let i = this.pos + 2;
            let ch = this.buffer[i];
            while (!isEmpty(ch) && ch !== '>')
                ch = this.buffer[++i];
            return yield* this.pushToIndex(ch === '>' ? i + 1 : i, false);
        }
        else {
            let i = this.pos + 1;
            let ch = this.buffer[i];
            while (ch) {
                if (tagChars.has(ch))
                    ch = this.buffer[++i];
                else if (ch === '%' &&
                    hexDigits.has(this.buffer[i + 1]) &&
                    hexDigits.has(this.buffer[i + 2])) {
                    ch = this.buffer[(i += 3)];
                }
                else
                    break;
            }
            return yield* this.pushToIndex(i, false);
        }
    }
    *pushNewline() {
        const ch = this.buffer[this.pos];
        if (ch === '\n')
            return yield* this.pushCount(1);
        else if (ch === '\r' && this.charAt(1) === '\n')
            return yield* this.pushCount(2);
        else
            return 0;
    }
    *pushSpaces(allowTabs) {
        let i = this.pos - 1;
        let ch;
        do {
            ch = this.buffer[++i];
        } while (ch === ' ' || (allowTabs && ch === '\t'));
        const n = i - this.pos;
        if (n > 0) {
            yield this.buffer.substr(this.pos, n);
            this.pos = i;
        }
        return n;
    }
    *pushUntil(test) {
        let i = this.pos;
        let ch = this.buffer[i];
        while (!test(ch))
            ch = this.buffer[++i];
        return yield* this.pushToIndex(i, false);
    }
}

exports.Lexer = Lexer;


/***/ }),

/***/ 6628:
/***/ ((__unused_webpack_module, exports) => {



/**
 * Tracks newlines during parsing in order to provide an efficient API for
 * determining the one-indexed `{ line, col }` position for any offset
 * within the input.
 */
class LineCounter {
    constructor() {
        this.lineStarts = [];
        /**
         * Should be called in ascending order. Otherwise, call
         * `lineCounter.lineStarts.sort()` before calling `linePos()`.
         */
        this.addNewLine = (offset) => this.lineStarts.push(offset);
        /**
         * Performs a binary search and returns the 1-indexed { line, col }
         * position of `offset`. If `line === 0`, `addNewLine` has never been
         * called or `offset` is before the first known newline.
         */
        this.linePos = (offset) => {
            let low = 0;
            let high = this.lineStarts.length;
            while (low < high) {
                const mid = (low + high) >> 1; // Math.floor((low + high) / 2)
                if (this.lineStarts[mid] < offset)
                    low = mid + 1;
                else
                    high = mid;
            }
            if (this.lineStarts[low] === offset)
                return { line: low + 1, col: 1 };
            if (low === 0)
                return { line: 0, col: offset };
            const start = this.lineStarts[low - 1];
            return { line: low, col: offset - start + 1 };
        };
    }
}

exports.LineCounter = LineCounter;


/***/ }),

/***/ 3456:
/***/ ((__unused_webpack_module, exports, __nccwpck_require__) => {



var node_process = __nccwpck_require__(932);
var cst = __nccwpck_require__(3461);
var lexer = __nccwpck_require__(361);

function includesToken(list, type) {
    for (let i = 0; i < list.length; ++i)
        if (list[i].type === type)
            return true;
    return false;
}
function findNonEmptyIndex(list) {
    for (let i = 0; i < list.length; ++i) {
        switch (list[i].type) {
            case 'space':
            case 'comment':
            case 'newline':
                break;
            default:
                return i;
        }
    }
    return -1;
}
function isFlowToken(token) {
    switch (token?.type) {
        case 'alias':
        case 'scalar':
        case 'single-quoted-scalar':
        case 'double-quoted-scalar':
        case 'flow-collection':
            return true;
        default:
            return false;
    }
}
function getPrevProps(parent) {
    switch (parent.type) {
        case 'document':
            return parent.start;
        case 'block-map': {
            const it = parent.items[parent.items.length - 1];
            return it.sep ?? it.start;
        }
        case 'block-seq':
            return parent.items[parent.items.length - 1].start;
        /* istanbul ignore next should not happen */
        default:
            return [];
    }
}
/** Note: May modify input array */
function getFirstKeyStartProps(prev) {
    if (prev.length === 0)
        return [];
    let i = prev.length;
    loop: while (--i >= 0) {
        switch (prev[i].type) {
            case 'doc-start':
            case 'explicit-key-ind':
            case 'map-value-ind':
            case 'seq-item-ind':
            case 'newline':
                break loop;
        }
    }
    while (prev[++i]?.type === 'space') {
        /* loop */
    }
    return prev.splice(i, prev.length);
}
function arrayPushArray(target, source) {
    // May exhaust call stack with large `source` array
    if (source.length < 1e5)
        Array.prototype.push.apply(target, source);
    else
        for (let i = 0; i < source.length; ++i)
            target.push(source[i]);
}
function fixFlowSeqItems(fc) {
    if (fc.start.type === 'flow-seq-start') {
        for (const it of fc.items) {
            if (it.sep &&
                !it.value &&
                !includesToken(it.start, 'explicit-key-ind') &&
                !includesToken(it.sep, 'map-value-ind')) {
                if (it.key)
                    it.value = it.key;
                delete it.key;
                if (isFlowToken(it.value)) {
                    if (it.value.end)
                        arrayPushArray(it.value.end, it.sep);
                    else
                        it.value.end = it.sep;
                }
                else
                    arrayPushArray(it.start, it.sep);
                delete it.sep;
            }
        }
    }
}
/**
 * A YAML concrete syntax tree (CST) parser
 *
 * ```ts
 * const src: string = ...
 * for (const token of new Parser().parse(src)) {
 *   // token: Token
 * }
 * ```
 *
 * To use the parser with a user-provided lexer:
 *
 * ```ts
 * function* parse(source: string, lexer: Lexer) {
 *   const parser = new Parser()
 *   for (const lexeme of lexer.lex(source))
 *     yield* parser.next(lexeme)
 *   yield* parser.end()
 * }
 *
 * const src: string = ...
 * const lexer = new Lexer()
 * for (const token of parse(src, lexer)) {
 *   // token: Token
 * }
 * ```
 */
class Parser {
    /**
     * @param onNewLine - If defined, called separately with the start position of
     *   each new line (in `parse()`, including the start of input).
     */
    constructor(onNewLine) {
        /** If true, space and sequence indicators count as indentation */
        this.atNewLine = true;
        /** If true, next token is a scalar value */
        this.atScalar = false;
        /** Current indentation level */
        this.indent = 0;
        /** Current offset since the start of parsing */
        this.offset = 0;
        /** On the same line with a block map key */
        this.onKeyLine = false;
        /** Top indicates the node that's currently being built */
        this.stack = [];
        /** The source of the current token, set in parse() */
        this.source = '';
        /** The type of the current token, set in parse() */
        this.type = '';
        // Must be defined after `next()`
        this.lexer = new lexer.Lexer();
        this.onNewLine = onNewLine;
    }
    /**
     * Parse `source` as a YAML stream.
     * If `incomplete`, a part of the last line may be left as a buffer for the next call.
     *
     * Errors are not thrown, but yielded as `{ type: 'error', message }` tokens.
     *
     * @returns A generator of tokens representing each directive, document, and other structure.
     */
    *parse(source, incomplete = false) {
        if (this.onNewLine && this.offset === 0)
            this.onNewLine(0);
        for (const lexeme of this.lexer.lex(source, incomplete))
            yield* this.next(lexeme);
        if (!incomplete)
            yield* this.end();
    }
    /**
     * Advance the parser by the `source` of one lexical token.
     */
    *next(source) {
        this.source = source;
        if (node_process.env.LOG_TOKENS)
            console.log('|', cst.prettyToken(source));
        if (this.atScalar) {
            this.atScalar = false;
            yield* this.step();
            this.offset += source.length;
            return;
        }
        const type = cst.tokenType(source);
        if (!type) {
            const message = `Not a YAML token: ${source}`;
            yield* this.pop({ type: 'error', offset: this.offset, message, source });
            this.offset += source.length;
        }
        else if (type === 'scalar') {
            this.atNewLine = false;
            this.atScalar = true;
            this.type = 'scalar';
        }
        else {
            this.type = type;
            yield* this.step();
            switch (type) {
                case 'newline':
                    this.atNewLine = true;
                    this.indent = 0;
                    if (this.onNewLine)
                        this.onNewLine(this.offset + source.length);
                    break;
                case 'space':
                    if (this.atNewLine && source[0] === ' ')
                        this.indent += source.length;
                    break;
                case 'explicit-key-ind':
                case 'map-value-ind':
                case 'seq-item-ind':
                    if (this.atNewLine)
                        this.indent += source.length;
                    break;
                case 'doc-mode':
                case 'flow-error-end':
                    return;
                default:
                    this.atNewLine = false;
            }
            this.offset += source.length;
        }
    }
    /** Call at end of input to push out any remaining constructions */
    *end() {
        while (this.stack.length > 0)
            yield* this.pop();
    }
    get sourceToken() {
        const st = {
            type: this.type,
            offset: this.offset,
            indent: this.indent,
            source: this.source
        };
        return st;
    }
    *step() {
        const top = this.peek(1);
        if (this.type === 'doc-end' && top?.type !== 'doc-end') {
            while (this.stack.length > 0)
                yield* this.pop();
            this.stack.push({
                type: 'doc-end',
                offset: this.offset,
                source: this.source
            });
            return;
        }
        if (!top)
            return yield* this.stream();
        switch (top.type) {
            case 'document':
                return yield* this.document(top);
            case 'alias':
            case 'scalar':
            case 'single-quoted-scalar':
            case 'double-quoted-scalar':
                return yield* this.scalar(top);
            case 'block-scalar':
                return yield* this.blockScalar(top);
            case 'block-map':
                return yield* this.blockMap(top);
            case 'block-seq':
                return yield* this.blockSequence(top);
            case 'flow-collection':
                return yield* this.flowCollection(top);
            case 'doc-end':
                return yield* this.documentEnd(top);
        }
        /* istanbul ignore next should not happen */
        yield* this.pop();
    }
    peek(n) {
        return this.stack[this.stack.length - n];
    }
    *pop(error) {
        const token = error ?? this.stack.pop();
        /* istanbul ignore if should not happen */
        if (!token) {
            const message = 'Tried to pop an empty stack';
            yield { type: 'error', offset: this.offset, source: '', message };
        }
        else if (this.stack.length === 0) {
            yield token;
        }
        else {
            const top = this.peek(1);
            if (token.type === 'block-scalar') {
                // Block scalars use their parent rather than header indent
                token.indent = 'indent' in top ? top.indent : 0;
            }
            else if (token.type === 'flow-collection' && top.type === 'document') {
                // Ignore all indent for top-level flow collections
                token.indent = 0;
            }
            if (token.type === 'flow-collection')
                fixFlowSeqItems(token);
            switch (top.type) {
                case 'document':
                    top.value = token;
                    break;
                case 'block-scalar':
                    top.props.push(token); // error
                    break;
                case 'block-map': {
                    const it = top.items[top.items.length - 1];
                    if (it.value) {
                        top.items.push({ start: [], key: token, sep: [] });
                        this.onKeyLine = true;
                        return;
                    }
                    else if (it.sep) {
                        it.value = token;
                    }
                    else {
                        Object.assign(it, { key: token, sep: [] });
                        this.onKeyLine = !it.explicitKey;
                        return;
                    }
                    break;
                }
                case 'block-seq': {
                    const it = top.items[top.items.length - 1];
                    if (it.value)
                        top.items.push({ start: [], value: token });
                    else
                        it.value = token;
                    break;
                }
                case 'flow-collection': {
                    const it = top.items[top.items.length - 1];
                    if (!it || it.value)
                        top.items.push({ start: [], key: token, sep: [] });
                    else if (it.sep)
                        it.value = token;
                    else
                        Object.assign(it, { key: token, sep: [] });
                    return;
                }
                /* istanbul ignore next should not happen */
                default:
                    yield* this.pop();
                    yield* this.pop(token);
            }
            if ((top.type === 'document' ||
                top.type === 'block-map' ||
                top.type === 'block-seq') &&
                (token.type === 'block-map' || token.type === 'block-seq')) {
                const last = token.items[token.items.length - 1];
                if (last &&
                    !last.sep &&
                    !last.value &&
                    last.start.length > 0 &&
                    findNonEmptyIndex(last.start) === -1 &&
                    (token.indent === 0 ||
                        last.start.every(st => st.type !== 'comment' || st.indent < token.indent))) {
                    if (top.type === 'document')
                        top.end = last.start;
                    else
                        top.items.push({ start: last.start });
                    token.items.splice(-1, 1);
                }
            }
        }
    }
    *stream() {
        switch (this.type) {
            case 'directive-line':
                yield { type: 'directive', offset: this.offset, source: this.source };
                return;
            case 'byte-order-mark':
            case 'space':
            case 'comment':
            case 'newline':
                yield this.sourceToken;
                return;
            case 'doc-mode':
            case 'doc-start': {
                const doc = {
                    type: 'document',
                    offset: this.offset,
                    start: []
                };
                if (this.type === 'doc-start')
                    doc.start.push(this.sourceToken);
                this.stack.push(doc);
                return;
            }
        }
        yield {
            type: 'error',
            offset: this.offset,
            message: `Unexpected ${this.type} token in YAML stream`,
            source: this.source
        };
    }
    *document(doc) {
        if (doc.value)
            return yield* this.lineEnd(doc);
        switch (this.type) {
            case 'doc-start': {
                if (findNonEmptyIndex(doc.start) !== -1) {
                    yield* this.pop();
                    yield* this.step();
                }
                else
                    doc.start.push(this.sourceToken);
                return;
            }
            case 'anchor':
            case 'tag':
            case 'space':
            case 'comment':
            case 'newline':
                doc.start.push(this.sourceToken);
                return;
        }
        const bv = this.startBlockValue(doc);
        if (bv)
            this.stack.push(bv);
        else {
            yield {
                type: 'error',
                offset: this.offset,
                message: `Unexpected ${this.type} token in YAML document`,
                source: this.source
            };
        }
    }
    *scalar(scalar) {
        if (this.type === 'map-value-ind') {
            const prev = getPrevProps(this.peek(2));
            const start = getFirstKeyStartProps(prev);
            let sep;
            if (scalar.end) {
                sep = scalar.end;
                sep.push(this.sourceToken);
                delete scalar.end;
            }
            else
                sep = [this.sourceToken];
            const map = {
                type: 'block-map',
                offset: scalar.offset,
                indent: scalar.indent,
                items: [{ start, key: scalar, sep }]
            };
            this.onKeyLine = true;
            this.stack[this.stack.length - 1] = map;
        }
        else
            yield* this.lineEnd(scalar);
    }
    *blockScalar(scalar) {
        switch (this.type) {
            case 'space':
            case 'comment':
            case 'newline':
                scalar.props.push(this.sourceToken);
                return;
            case 'scalar':
                scalar.source = this.source;
                // block-scalar source includes trailing newline
                this.atNewLine = true;
                this.indent = 0;
                if (this.onNewLine) {
                    let nl = this.source.indexOf('\n') + 1;
                    while (nl !== 0) {
                        this.onNewLine(this.offset + nl);
                        nl = this.source.indexOf('\n', nl) + 1;
                    }
                }
                yield* this.pop();
                break;
            /* istanbul ignore next should not happen */
            default:
                yield* this.pop();
                yield* this.step();
        }
    }
    *blockMap(map) {
        const it = map.items[map.items.length - 1];
        // it.sep is true-ish if pair already has key or : separator
        switch (this.type) {
            case 'newline':
                this.onKeyLine = false;
                if (it.value) {
                    const end = 'end' in it.value ? it.value.end : undefined;
                    const last = Array.isArray(end) ? end[end.length - 1] : undefined;
                    if (last?.type === 'comment')
                        end?.push(this.sourceToken);
                    else
                        map.items.push({ start: [this.sourceToken] });
                }
                else if (it.sep) {
                    it.sep.push(this.sourceToken);
                }
                else {
                    it.start.push(this.sourceToken);
                }
                return;
            case 'space':
            case 'comment':
                if (it.value) {
                    map.items.push({ start: [this.sourceToken] });
                }
                else if (it.sep) {
                    it.sep.push(this.sourceToken);
                }
                else {
                    if (this.atIndentedComment(it.start, map.indent)) {
                        const prev = map.items[map.items.length - 2];
                        const end = prev?.value?.end;
                        if (Array.isArray(end)) {
                            arrayPushArray(end, it.start);
                            end.push(this.sourceToken);
                            map.items.pop();
                            return;
                        }
                    }
                    it.start.push(this.sourceToken);
                }
                return;
        }
        if (this.indent >= map.indent) {
            const atMapIndent = !this.onKeyLine && this.indent === map.indent;
            const atNextItem = atMapIndent &&
                (it.sep || it.explicitKey) &&
                this.type !== 'seq-item-ind';
            // For empty nodes, assign newline-separated not indented empty tokens to following node
            let start = [];
            if (atNextItem && it.sep && !it.value) {
                const nl = [];
                for (let i = 0; i < it.sep.length; ++i) {
                    const st = it.sep[i];
                    switch (st.type) {
                        case 'newline':
                            nl.push(i);
                            break;
                        case 'space':
                            break;
                        case 'comment':
                            if (st.indent > map.indent)
                                nl.length = 0;
                            break;
                        default:
                            nl.length = 0;
                    }
                }
                if (nl.length >= 2)
                    start = it.sep.splice(nl[1]);
            }
            switch (this.type) {
                case 'anchor':
                case 'tag':
                    if (atNextItem || it.value) {
                        start.push(this.sourceToken);
                        map.items.push({ start });
                        this.onKeyLine = true;
                    }
                    else if (it.sep) {
                        it.sep.push(this.sourceToken);
                    }
                    else {
                        it.start.push(this.sourceToken);
                    }
                    return;
                case 'explicit-key-ind':
                    if (!it.sep && !it.explicitKey) {
                        it.start.push(this.sourceToken);
                        it.explicitKey = true;
                    }
                    else if (atNextItem || it.value) {
                        start.push(this.sourceToken);
                        map.items.push({ start, explicitKey: true });
                    }
                    else {
                        this.stack.push({
                            type: 'block-map',
                            offset: this.offset,
                            indent: this.indent,
                            items: [{ start: [this.sourceToken], explicitKey: true }]
                        });
                    }
                    this.onKeyLine = true;
                    return;
                case 'map-value-ind':
                    if (it.explicitKey) {
                        if (!it.sep) {
                            if (includesToken(it.start, 'newline')) {
                                Object.assign(it, { key: null, sep: [this.sourceToken] });
                            }
                            else {
                                const start = getFirstKeyStartProps(it.start);
                                this.stack.push({
                                    type: 'block-map',
                                    offset: this.offset,
                                    indent: this.indent,
                                    items: [{ start, key: null, sep: [this.sourceToken] }]
                                });
                            }
                        }
                        else if (it.value) {
                            map.items.push({ start: [], key: null, sep: [this.sourceToken] });
                        }
                        else if (includesToken(it.sep, 'map-value-ind')) {
                            this.stack.push({
                                type: 'block-map',
                                offset: this.offset,
                                indent: this.indent,
                                items: [{ start, key: null, sep: [this.sourceToken] }]
                            });
                        }
                        else if (isFlowToken(it.key) &&
                            !includesToken(it.sep, 'newline')) {
                            const start = getFirstKeyStartProps(it.start);
                            const key = it.key;
                            const sep = it.sep;
                            sep.push(this.sourceToken);
                            // @ts-expect-error type guard is wrong here
                            delete it.key;
                            // @ts-expect-error type guard is wrong here
                            delete it.sep;
                            this.stack.push({
                                type: 'block-map',
                                offset: this.offset,
                                indent: this.indent,
                                items: [{ start, key, sep }]
                            });
                        }
                        else if (start.length > 0) {
                            // Not actually at next item
                            it.sep = it.sep.concat(start, this.sourceToken);
                        }
                        else {
                            it.sep.push(this.sourceToken);
                        }
                    }
                    else {
                        if (!it.sep) {
                            Object.assign(it, { key: null, sep: [this.sourceToken] });
                        }
                        else if (it.value || atNextItem) {
                            map.items.push({ start, key: null, sep: [this.sourceToken] });
                        }
                        else if (includesToken(it.sep, 'map-value-ind')) {
                            this.stack.push({
                                type: 'block-map',
                                offset: this.offset,
                                indent: this.indent,
                                items: [{ start: [], key: null, sep: [this.sourceToken] }]
                            });
                        }
                        else {
                            it.sep.push(this.sourceToken);
                        }
                    }
                    this.onKeyLine = true;
                    return;
                case 'alias':
                case 'scalar':
                case 'single-quoted-scalar':
                case 'double-quoted-scalar': {
                    const fs = this.flowScalar(this.type);
                    if (atNextItem || it.value) {
                        map.items.push({ start, key: fs, sep: [] });
                        this.onKeyLine = true;
                    }
                    else if (it.sep) {
                        this.stack.push(fs);
                    }
                    else {
                        Object.assign(it, { key: fs, sep: [] });
                        this.onKeyLine = true;
                    }
                    return;
                }
                default: {
                    const bv = this.startBlockValue(map);
                    if (bv) {
                        if (bv.type === 'block-seq') {
                            if (!it.explicitKey &&
                                it.sep &&
                                !includesToken(it.sep, 'newline')) {
                                yield* this.pop({
                                    type: 'error',
                                    offset: this.offset,
                                    message: 'Unexpected block-seq-ind on same line with key',
                                    source: this.source
                                });
                                return;
                            }
                        }
                        else if (atMapIndent) {
                            map.items.push({ start });
                        }
                        this.stack.push(bv);
                        return;
                    }
                }
            }
        }
        yield* this.pop();
        yield* this.step();
    }
    *blockSequence(seq) {
        const it = seq.items[seq.items.length - 1];
        switch (this.type) {
            case 'newline':
                if (it.value) {
                    const end = 'end' in it.value ? it.value.end : undefined;
                    const last = Array.isArray(end) ? end[end.length - 1] : undefined;
                    if (last?.type === 'comment')
                        end?.push(this.sourceToken);
                    else
                        seq.items.push({ start: [this.sourceToken] });
                }
                else
                    it.start.push(this.sourceToken);
                return;
            case 'space':
            case 'comment':
                if (it.value)
                    seq.items.push({ start: [this.sourceToken] });
                else {
                    if (this.atIndentedComment(it.start, seq.indent)) {
                        const prev = seq.items[seq.items.length - 2];
                        const end = prev?.value?.end;
                        if (Array.isArray(end)) {
                            arrayPushArray(end, it.start);
                            end.push(this.sourceToken);
                            seq.items.pop();
                            return;
                        }
                    }
                    it.start.push(this.sourceToken);
                }
                return;
            case 'anchor':
            case 'tag':
                if (it.value || this.indent <= seq.indent)
                    break;
                it.start.push(this.sourceToken);
                return;
            case 'seq-item-ind':
                if (this.indent !== seq.indent)
                    break;
                if (it.value || includesToken(it.start, 'seq-item-ind'))
                    seq.items.push({ start: [this.sourceToken] });
                else
                    it.start.push(this.sourceToken);
                return;
        }
        if (this.indent > seq.indent) {
            const bv = this.startBlockValue(seq);
            if (bv) {
                this.stack.push(bv);
                return;
            }
        }
        yield* this.pop();
        yield* this.step();
    }
    *flowCollection(fc) {
        const it = fc.items[fc.items.length - 1];
        if (this.type === 'flow-error-end') {
            let top;
            do {
                yield* this.pop();
                top = this.peek(1);
            } while (top?.type === 'flow-collection');
        }
        else if (fc.end.length === 0) {
            switch (this.type) {
                case 'comma':
                case 'explicit-key-ind':
                    if (!it || it.sep)
                        fc.items.push({ start: [this.sourceToken] });
                    else
                        it.start.push(this.sourceToken);
                    return;
                case 'map-value-ind':
                    if (!it || it.value)
                        fc.items.push({ start: [], key: null, sep: [this.sourceToken] });
                    else if (it.sep)
                        it.sep.push(this.sourceToken);
                    else
                        Object.assign(it, { key: null, sep: [this.sourceToken] });
                    return;
                case 'space':
                case 'comment':
                case 'newline':
                case 'anchor':
                case 'tag':
                    if (!it || it.value)
                        fc.items.push({ start: [this.sourceToken] });
                    else if (it.sep)
                        it.sep.push(this.sourceToken);
                    else
                        it.start.push(this.sourceToken);
                    return;
                case 'alias':
                case 'scalar':
                case 'single-quoted-scalar':
                case 'double-quoted-scalar': {
                    const fs = this.flowScalar(this.type);
                    if (!it || it.value)
                        fc.items.push({ start: [], key: fs, sep: [] });
                    else if (it.sep)
                        this.stack.push(fs);
                    else
                        Object.assign(it, { key: fs, sep: [] });
                    return;
                }
                case 'flow-map-end':
                case 'flow-seq-end':
                    fc.end.push(this.sourceToken);
                    return;
            }
            const bv = this.startBlockValue(fc);
            /* istanbul ignore else should not happen */
            if (bv)
                this.stack.push(bv);
            else {
                yield* this.pop();
                yield* this.step();
            }
        }
        else {
            const parent = this.peek(2);
            if (parent.type === 'block-map' &&
                ((this.type === 'map-value-ind' && parent.indent === fc.indent) ||
                    (this.type === 'newline' &&
                        !parent.items[parent.items.length - 1].sep))) {
                yield* this.pop();
                yield* this.step();
            }
            else if (this.type === 'map-value-ind' &&
                parent.type !== 'flow-collection') {
                const prev = getPrevProps(parent);
                const start = getFirstKeyStartProps(prev);
                fixFlowSeqItems(fc);
                const sep = fc.end.splice(1, fc.end.length);
                sep.push(this.sourceToken);
                const map = {
                    type: 'block-map',
                    offset: fc.offset,
                    indent: fc.indent,
                    items: [{ start, key: fc, sep }]
                };
                this.onKeyLine = true;
                this.stack[this.stack.length - 1] = map;
            }
            else {
                yield* this.lineEnd(fc);
            }
        }
    }
    flowScalar(type) {
        if (this.onNewLine) {
            let nl = this.source.indexOf('\n') + 1;
            while (nl !== 0) {
                this.onNewLine(this.offset + nl);
                nl = this.source.indexOf('\n', nl) + 1;
            }
        }
        return {
            type,
            offset: this.offset,
            indent: this.indent,
            source: this.source
        };
    }
    startBlockValue(parent) {
        switch (this.type) {
            case 'alias':
            case 'scalar':
            case 'single-quoted-scalar':
            case 'double-quoted-scalar':
                return this.flowScalar(this.type);
            case 'block-scalar-header':
                return {
                    type: 'block-scalar',
                    offset: this.offset,
                    indent: this.indent,
                    props: [this.sourceToken],
                    source: ''
                };
            case 'flow-map-start':
            case 'flow-seq-start':
                return {
                    type: 'flow-collection',
                    offset: this.offset,
                    indent: this.indent,
                    start: this.sourceToken,
                    items: [],
                    end: []
                };
            case 'seq-item-ind':
                return {
                    type: 'block-seq',
                    offset: this.offset,
                    indent: this.indent,
                    items: [{ start: [this.sourceToken] }]
                };
            case 'explicit-key-ind': {
                this.onKeyLine = true;
                const prev = getPrevProps(parent);
                const start = getFirstKeyStartProps(prev);
                start.push(this.sourceToken);
                return {
                    type: 'block-map',
                    offset: this.offset,
                    indent: this.indent,
                    items: [{ start, explicitKey: true }]
                };
            }
            case 'map-value-ind': {
                this.onKeyLine = true;
                const prev = getPrevProps(parent);
                const start = getFirstKeyStartProps(prev);
                return {
                    type: 'block-map',
                    offset: this.offset,
                    indent: this.indent,
                    items: [{ start, key: null, sep: [this.sourceToken] }]
                };
            }
        }
        return null;
    }
    atIndentedComment(start, indent) {
        if (this.type !== 'comment')
            return false;
        if (this.indent <= indent)
            return false;
        return start.every(st => st.type === 'newline' || st.type === 'space');
    }
    *documentEnd(docEnd) {
        if (this.type !== 'doc-mode') {
            if (docEnd.end)
                docEnd.end.push(this.sourceToken);
            else
                docEnd.end = [this.sourceToken];
            if (this.type === 'newline')
                yield* this.pop();
        }
    }
    *lineEnd(token) {
        switch (this.type) {
            case 'comma':
            case 'doc-start':
            case 'doc-end':
            case 'flow-seq-end':
            case 'flow-map-end':
            case 'map-value-ind':
                yield* this.pop();
                yield* this.step();
                break;
            case 'newline':
                this.onKeyLine = false;
            // fallthrough
            case 'space':
            case 'comment':
            default:
                // all other values are errors
                if (token.end)
                    token.end.push(this.sourceToken);
                else
                    token.end = [this.sourceToken];
                if (this.type === 'newline')
                    yield* this.pop();
        }
    }
}

exports.Parser = Parser;


/***/ }),

/***/ 4047:
/***/ ((__unused_webpack_module, exports, __nccwpck_require__) => {



var composer = __nccwpck_require__(9984);
var Document = __nccwpck_require__(3021);
var errors = __nccwpck_require__(1464);
var log = __nccwpck_require__(7249);
var identity = __nccwpck_require__(1127);
var lineCounter = __nccwpck_require__(6628);
var parser = __nccwpck_require__(3456);

function parseOptions(options) {
    const prettyErrors = options.prettyErrors !== false;
    const lineCounter$1 = options.lineCounter || (prettyErrors && new lineCounter.LineCounter()) || null;
    return { lineCounter: lineCounter$1, prettyErrors };
}
/**
 * Parse the input as a stream of YAML documents.
 *
 * Documents should be separated from each other by `...` or `---` marker lines.
 *
 * @returns If an empty `docs` array is returned, it will be of type
 *   EmptyStream and contain additional stream information. In
 *   TypeScript, you should use `'empty' in docs` as a type guard for it.
 */
function parseAllDocuments(source, options = {}) {
    const { lineCounter, prettyErrors } = parseOptions(options);
    const parser$1 = new parser.Parser(lineCounter?.addNewLine);
    const composer$1 = new composer.Composer(options);
    const docs = Array.from(composer$1.compose(parser$1.parse(source)));
    if (prettyErrors && lineCounter)
        for (const doc of docs) {
            doc.errors.forEach(errors.prettifyError(source, lineCounter));
            doc.warnings.forEach(errors.prettifyError(source, lineCounter));
        }
    if (docs.length > 0)
        return docs;
    return Object.assign([], { empty: true }, composer$1.streamInfo());
}
/** Parse an input string into a single YAML.Document */
function parseDocument(source, options = {}) {
    const { lineCounter, prettyErrors } = parseOptions(options);
    const parser$1 = new parser.Parser(lineCounter?.addNewLine);
    const composer$1 = new composer.Composer(options);
    // `doc` is always set by compose.end(true) at the very latest
    let doc = null;
    for (const _doc of composer$1.compose(parser$1.parse(source), true, source.length)) {
        if (!doc)
            doc = _doc;
        else if (doc.options.logLevel !== 'silent') {
            doc.errors.push(new errors.YAMLParseError(_doc.range.slice(0, 2), 'MULTIPLE_DOCS', 'Source contains multiple documents; please use YAML.parseAllDocuments()'));
            break;
        }
    }
    if (prettyErrors && lineCounter) {
        doc.errors.forEach(errors.prettifyError(source, lineCounter));
        doc.warnings.forEach(errors.prettifyError(source, lineCounter));
    }
    return doc;
}
function parse(src, reviver, options) {
    let _reviver = undefined;
    if (typeof reviver === 'function') {
        _reviver = reviver;
    }
    else if (options === undefined && reviver && typeof reviver === 'object') {
        options = reviver;
    }
    const doc = parseDocument(src, options);
    if (!doc)
        return null;
    doc.warnings.forEach(warning => log.warn(doc.options.logLevel, warning));
    if (doc.errors.length > 0) {
        if (doc.options.logLevel !== 'silent')
            throw doc.errors[0];
        else
            doc.errors = [];
    }
    return doc.toJS(Object.assign({ reviver: _reviver }, options));
}
function stringify(value, replacer, options) {
    let _replacer = null;
    if (typeof replacer === 'function' || Array.isArray(replacer)) {
        _replacer = replacer;
    }
    else if (options === undefined && replacer) {
        options = replacer;
    }
    if (typeof options === 'string')
        options = options.length;
    if (typeof options === 'number') {
        const indent = Math.round(options);
        options = indent < 1 ? undefined : indent > 8 ? { indent: 8 } : { indent };
    }
    if (value === undefined) {
        const { keepUndefined } = options ?? replacer ?? {};
        if (!keepUndefined)
            return undefined;
    }
    if (identity.isDocument(value) && !_replacer)
        return value.toString(options);
    return new Document.Document(value, _replacer, options).toString(options);
}

exports.parse = parse;
exports.parseAllDocuments = parseAllDocuments;
exports.parseDocument = parseDocument;
exports.stringify = stringify;


/***/ }),

/***/ 5840:
/***/ ((__unused_webpack_module, exports, __nccwpck_require__) => {



var identity = __nccwpck_require__(1127);
var map = __nccwpck_require__(7451);
var seq = __nccwpck_require__(1706);
var string = __nccwpck_require__(6464);
var tags = __nccwpck_require__(18);

const sortMapEntriesByKey = (a, b) => a.key < b.key ? -1 : a.key > b.key ? 1 : 0;
class Schema {
    constructor({ compat, customTags, merge, resolveKnownTags, schema, sortMapEntries, toStringDefaults }) {
        this.compat = Array.isArray(compat)
            ? tags.getTags(compat, 'compat')
            : compat
                ? tags.getTags(null, compat)
                : null;
        this.name = (typeof schema === 'string' && schema) || 'core';
        this.knownTags = resolveKnownTags ? tags.coreKnownTags : {};
        this.tags = tags.getTags(customTags, this.name, merge);
        this.toStringOptions = toStringDefaults ?? null;
        Object.defineProperty(this, identity.MAP, { value: map.map });
        Object.defineProperty(this, identity.SCALAR, { value: string.string });
        Object.defineProperty(this, identity.SEQ, { value: seq.seq });
        // Used by createMap()
        this.sortMapEntries =
            typeof sortMapEntries === 'function'
                ? sortMapEntries
                : sortMapEntries === true
                    ? sortMapEntriesByKey
                    : null;
    }
    clone() {
        const copy = Object.create(Schema.prototype, Object.getOwnPropertyDescriptors(this));
        copy.tags = this.tags.slice();
        return copy;
    }
}

exports.Schema = Schema;


/***/ }),

/***/ 7451:
/***/ ((__unused_webpack_module, exports, __nccwpck_require__) => {



var identity = __nccwpck_require__(1127);
var YAMLMap = __nccwpck_require__(4454);

const map = {
    collection: 'map',
    default: true,
    nodeClass: YAMLMap.YAMLMap,
    tag: 'tag:yaml.org,2002:map',
    resolve(map, onError) {
        if (!identity.isMap(map))
            onError('Expected a mapping for this tag');
        return map;
    },
    createNode: (schema, obj, ctx) => YAMLMap.YAMLMap.from(schema, obj, ctx)
};

exports.map = map;


/***/ }),

/***/ 3632:
/***/ ((__unused_webpack_module, exports, __nccwpck_require__) => {



var Scalar = __nccwpck_require__(3301);

const nullTag = {
    identify: value => value == null,
    createNode: () => new Scalar.Scalar(null),
    default: true,
    tag: 'tag:yaml.org,2002:null',
    test: /^(?:~|[Nn]ull|NULL)?$/,
    resolve: () => new Scalar.Scalar(null),
    stringify: ({ source }, ctx) => typeof source === 'string' && nullTag.test.test(source)
        ? source
        : ctx.options.nullStr
};

exports.nullTag = nullTag;


/***/ }),

/***/ 1706:
/***/ ((__unused_webpack_module, exports, __nccwpck_require__) => {



var identity = __nccwpck_require__(1127);
var YAMLSeq = __nccwpck_require__(2223);

const seq = {
    collection: 'seq',
    default: true,
    nodeClass: YAMLSeq.YAMLSeq,
    tag: 'tag:yaml.org,2002:seq',
    resolve(seq, onError) {
        if (!identity.isSeq(seq))
            onError('Expected a sequence for this tag');
        return seq;
    },
    createNode: (schema, obj, ctx) => YAMLSeq.YAMLSeq.from(schema, obj, ctx)
};

exports.seq = seq;


/***/ }),

/***/ 6464:
/***/ ((__unused_webpack_module, exports, __nccwpck_require__) => {



var stringifyString = __nccwpck_require__(3069);

const string = {
    identify: value => typeof value === 'string',
    default: true,
    tag: 'tag:yaml.org,2002:str',
    resolve: str => str,
    stringify(item, ctx, onComment, onChompKeep) {
        ctx = Object.assign({ actualString: true }, ctx);
        return stringifyString.stringifyString(item, ctx, onComment, onChompKeep);
    }
};

exports.string = string;


/***/ }),

/***/ 3959:
/***/ ((__unused_webpack_module, exports, __nccwpck_require__) => {



var Scalar = __nccwpck_require__(3301);

const boolTag = {
    identify: value => typeof value === 'boolean',
    default: true,
    tag: 'tag:yaml.org,2002:bool',
    test: /^(?:[Tt]rue|TRUE|[Ff]alse|FALSE)$/,
    resolve: str => new Scalar.Scalar(str[0] === 't' || str[0] === 'T'),
    stringify({ source, value }, ctx) {
        if (source && boolTag.test.test(source)) {
            const sv = source[0] === 't' || source[0] === 'T';
            if (value === sv)
                return source;
        }
        return value ? ctx.options.trueStr : ctx.options.falseStr;
    }
};

exports.boolTag = boolTag;


/***/ }),

/***/ 8405:
/***/ ((__unused_webpack_module, exports, __nccwpck_require__) => {



var Scalar = __nccwpck_require__(3301);
var stringifyNumber = __nccwpck_require__(8689);

const floatNaN = {
    identify: value => typeof value === 'number',
    default: true,
    tag: 'tag:yaml.org,2002:float',
    test: /^(?:[-+]?\.(?:inf|Inf|INF)|\.nan|\.NaN|\.NAN)$/,
    resolve: str => str.slice(-3).toLowerCase() === 'nan'
        ? NaN
        : str[0] === '-'
            ? Number.NEGATIVE_INFINITY
            : Number.POSITIVE_INFINITY,
    stringify: stringifyNumber.stringifyNumber
};
const floatExp = {
    identify: value => typeof value === 'number',
    default: true,
    tag: 'tag:yaml.org,2002:float',
    format: 'EXP',
    test: /^[-+]?(?:\.[0-9]+|[0-9]+(?:\.[0-9]*)?)[eE][-+]?[0-9]+$/,
    resolve: str => parseFloat(str),
    stringify(node) {
        const num = Number(node.value);
        return isFinite(num) ? num.toExponential() : stringifyNumber.stringifyNumber(node);
    }
};
const float = {
    identify: value => typeof value === 'number',
    default: true,
    tag: 'tag:yaml.org,2002:float',
    test: /^[-+]?(?:\.[0-9]+|[0-9]+\.[0-9]*)$/,
    resolve(str) {
        const node = new Scalar.Scalar(parseFloat(str));
        const dot = str.indexOf('.');
        if (dot !== -1 && str[str.length - 1] === '0')
            node.minFractionDigits = str.length - dot - 1;
        return node;
    },
    stringify: stringifyNumber.stringifyNumber
};

exports.float = float;
exports.floatExp = floatExp;
exports.floatNaN = floatNaN;


/***/ }),

/***/ 9874:
/***/ ((__unused_webpack_module, exports, __nccwpck_require__) => {



var stringifyNumber = __nccwpck_require__(8689);

const intIdentify = (value) => typeof value === 'bigint' || Number.isInteger(value);
const intResolve = (str, offset, radix, { intAsBigInt }) => (intAsBigInt ? BigInt(str) : parseInt(str.substring(offset), radix));
function intStringify(node, radix, prefix) {
    const { value } = node;
    if (intIdentify(value) && value >= 0)
        return prefix + value.toString(radix);
    return stringifyNumber.stringifyNumber(node);
}
const intOct = {
    identify: value => intIdentify(value) && value >= 0,
    default: true,
    tag: 'tag:yaml.org,2002:int',
    format: 'OCT',
    test: /^0o[0-7]+$/,
    resolve: (str, _onError, opt) => intResolve(str, 2, 8, opt),
    stringify: node => intStringify(node, 8, '0o')
};
const int = {
    identify: intIdentify,
    default: true,
    tag: 'tag:yaml.org,2002:int',
    test: /^[-+]?[0-9]+$/,
    resolve: (str, _onError, opt) => intResolve(str, 0, 10, opt),
    stringify: stringifyNumber.stringifyNumber
};
const intHex = {
    identify: value => intIdentify(value) && value >= 0,
    default: true,
    tag: 'tag:yaml.org,2002:int',
    format: 'HEX',
    test: /^0x[0-9a-fA-F]+$/,
    resolve: (str, _onError, opt) => intResolve(str, 2, 16, opt),
    stringify: node => intStringify(node, 16, '0x')
};

exports.int = int;
exports.intHex = intHex;
exports.intOct = intOct;


/***/ }),

/***/ 896:
/***/ ((__unused_webpack_module, exports, __nccwpck_require__) => {



var map = __nccwpck_require__(7451);
var _null = __nccwpck_require__(3632);
var seq = __nccwpck_require__(1706);
var string = __nccwpck_require__(6464);
var bool = __nccwpck_require__(3959);
var float = __nccwpck_require__(8405);
var int = __nccwpck_require__(9874);

const schema = [
    map.map,
    seq.seq,
    string.string,
    _null.nullTag,
    bool.boolTag,
    int.intOct,
    int.int,
    int.intHex,
    float.floatNaN,
    float.floatExp,
    float.float
];

exports.schema = schema;


/***/ }),

/***/ 3559:
/***/ ((__unused_webpack_module, exports, __nccwpck_require__) => {



var Scalar = __nccwpck_require__(3301);
var map = __nccwpck_require__(7451);
var seq = __nccwpck_require__(1706);

function intIdentify(value) {
    return typeof value === 'bigint' || Number.isInteger(value);
}
const stringifyJSON = ({ value }) => JSON.stringify(value);
const jsonScalars = [
    {
        identify: value => typeof value === 'string',
        default: true,
        tag: 'tag:yaml.org,2002:str',
        resolve: str => str,
        stringify: stringifyJSON
    },
    {
        identify: value => value == null,
        createNode: () => new Scalar.Scalar(null),
        default: true,
        tag: 'tag:yaml.org,2002:null',
        test: /^null$/,
        resolve: () => null,
        stringify: stringifyJSON
    },
    {
        identify: value => typeof value === 'boolean',
        default: true,
        tag: 'tag:yaml.org,2002:bool',
        test: /^true$|^false$/,
        resolve: str => str === 'true',
        stringify: stringifyJSON
    },
    {
        identify: intIdentify,
        default: true,
        tag: 'tag:yaml.org,2002:int',
        test: /^-?(?:0|[1-9][0-9]*)$/,
        resolve: (str, _onError, { intAsBigInt }) => intAsBigInt ? BigInt(str) : parseInt(str, 10),
        stringify: ({ value }) => intIdentify(value) ? value.toString() : JSON.stringify(value)
    },
    {
        identify: value => typeof value === 'number',
        default: true,
        tag: 'tag:yaml.org,2002:float',
        test: /^-?(?:0|[1-9][0-9]*)(?:\.[0-9]*)?(?:[eE][-+]?[0-9]+)?$/,
        resolve: str => parseFloat(str),
        stringify: stringifyJSON
    }
];
const jsonError = {
    default: true,
    tag: '',
    test: /^/,
    resolve(str, onError) {
        onError(`Unresolved plain scalar ${JSON.stringify(str)}`);
        return str;
    }
};
const schema = [map.map, seq.seq].concat(jsonScalars, jsonError);

exports.schema = schema;


/***/ }),

/***/ 18:
/***/ ((__unused_webpack_module, exports, __nccwpck_require__) => {



var map = __nccwpck_require__(7451);
var _null = __nccwpck_require__(3632);
var seq = __nccwpck_require__(1706);
var string = __nccwpck_require__(6464);
var bool = __nccwpck_require__(3959);
var float = __nccwpck_require__(8405);
var int = __nccwpck_require__(9874);
var schema = __nccwpck_require__(896);
var schema$1 = __nccwpck_require__(3559);
var binary = __nccwpck_require__(6083);
var merge = __nccwpck_require__(452);
var omap = __nccwpck_require__(303);
var pairs = __nccwpck_require__(8385);
var schema$2 = __nccwpck_require__(5913);
var set = __nccwpck_require__(1528);
var timestamp = __nccwpck_require__(6752);

const schemas = new Map([
    ['core', schema.schema],
    ['failsafe', [map.map, seq.seq, string.string]],
    ['json', schema$1.schema],
    ['yaml11', schema$2.schema],
    ['yaml-1.1', schema$2.schema]
]);
const tagsByName = {
    binary: binary.binary,
    bool: bool.boolTag,
    float: float.float,
    floatExp: float.floatExp,
    floatNaN: float.floatNaN,
    floatTime: timestamp.floatTime,
    int: int.int,
    intHex: int.intHex,
    intOct: int.intOct,
    intTime: timestamp.intTime,
    map: map.map,
    merge: merge.merge,
    null: _null.nullTag,
    omap: omap.omap,
    pairs: pairs.pairs,
    seq: seq.seq,
    set: set.set,
    timestamp: timestamp.timestamp
};
const coreKnownTags = {
    'tag:yaml.org,2002:binary': binary.binary,
    'tag:yaml.org,2002:merge': merge.merge,
    'tag:yaml.org,2002:omap': omap.omap,
    'tag:yaml.org,2002:pairs': pairs.pairs,
    'tag:yaml.org,2002:set': set.set,
    'tag:yaml.org,2002:timestamp': timestamp.timestamp
};
function getTags(customTags, schemaName, addMergeTag) {
    const schemaTags = schemas.get(schemaName);
    if (schemaTags && !customTags) {
        return addMergeTag && !schemaTags.includes(merge.merge)
            ? schemaTags.concat(merge.merge)
            : schemaTags.slice();
    }
    let tags = schemaTags;
    if (!tags) {
        if (Array.isArray(customTags))
            tags = [];
        else {
            const keys = Array.from(schemas.keys())
                .filter(key => key !== 'yaml11')
                .map(key => JSON.stringify(key))
                .join(', ');
            throw new Error(`Unknown schema "${schemaName}"; use one of ${keys} or define customTags array`);
        }
    }
    if (Array.isArray(customTags)) {
        for (const tag of customTags)
            tags = tags.concat(tag);
    }
    else if (typeof customTags === 'function') {
        tags = customTags(tags.slice());
    }
    if (addMergeTag)
        tags = tags.concat(merge.merge);
    return tags.reduce((tags, tag) => {
        const tagObj = typeof tag === 'string' ? tagsByName[tag] : tag;
        if (!tagObj) {
            const tagName = JSON.stringify(tag);
            const keys = Object.keys(tagsByName)
                .map(key => JSON.stringify(key))
                .join(', ');
            throw new Error(`Unknown custom tag ${tagName}; use one of ${keys}`);
        }
        if (!tags.includes(tagObj))
            tags.push(tagObj);
        return tags;
    }, []);
}

exports.coreKnownTags = coreKnownTags;
exports.getTags = getTags;


/***/ }),

/***/ 6083:
/***/ ((__unused_webpack_module, exports, __nccwpck_require__) => {



var node_buffer = __nccwpck_require__(181);
var Scalar = __nccwpck_require__(3301);
var stringifyString = __nccwpck_require__(3069);

const binary = {
    identify: value => value instanceof Uint8Array, // Buffer inherits from Uint8Array
    default: false,
    tag: 'tag:yaml.org,2002:binary',
    /**
     * Returns a Buffer in node and an Uint8Array in browsers
     *
     * To use the resulting buffer as an image, you'll want to do something like:
     *
     *   const blob = new Blob([buffer], { type: 'image/jpeg' })
     *   document.querySelector('#photo').src = URL.createObjectURL(blob)
     */
    resolve(src, onError) {
        if (typeof node_buffer.Buffer === 'function') {
            return node_buffer.Buffer.from(src, 'base64');
        }
        else if (typeof atob === 'function') {
            // On IE 11, atob() can't handle newlines
            const str = atob(src.replace(/[\n\r]/g, ''));
            const buffer = new Uint8Array(str.length);
            for (let i = 0; i < str.length; ++i)
                buffer[i] = str.charCodeAt(i);
            return buffer;
        }
        else {
            onError('This environment does not support reading binary tags; either Buffer or atob is required');
            return src;
        }
    },
    stringify({ comment, type, value }, ctx, onComment, onChompKeep) {
        if (!value)
            return '';
        const buf = value; // checked earlier by binary.identify()
        let str;
        if (typeof node_buffer.Buffer === 'function') {
            str =
                buf instanceof node_buffer.Buffer
                    ? buf.toString('base64')
                    : node_buffer.Buffer.from(buf.buffer).toString('base64');
        }
        else if (typeof btoa === 'function') {
            let s = '';
            for (let i = 0; i < buf.length; ++i)
                s += String.fromCharCode(buf[i]);
            str = btoa(s);
        }
        else {
            throw new Error('This environment does not support writing binary tags; either Buffer or btoa is required');
        }
        type ?? (type = Scalar.Scalar.BLOCK_LITERAL);
        if (type !== Scalar.Scalar.QUOTE_DOUBLE) {
            const lineWidth = Math.max(ctx.options.lineWidth - ctx.indent.length, ctx.options.minContentWidth);
            const n = Math.ceil(str.length / lineWidth);
            const lines = new Array(n);
            for (let i = 0, o = 0; i < n; ++i, o += lineWidth) {
                lines[i] = str.substr(o, lineWidth);
            }
            str = lines.join(type === Scalar.Scalar.BLOCK_LITERAL ? '\n' : ' ');
        }
        return stringifyString.stringifyString({ comment, type, value: str }, ctx, onComment, onChompKeep);
    }
};

exports.binary = binary;


/***/ }),

/***/ 8398:
/***/ ((__unused_webpack_module, exports, __nccwpck_require__) => {



var Scalar = __nccwpck_require__(3301);

function boolStringify({ value, source }, ctx) {
    const boolObj = value ? trueTag : falseTag;
    if (source && boolObj.test.test(source))
        return source;
    return value ? ctx.options.trueStr : ctx.options.falseStr;
}
const trueTag = {
    identify: value => value === true,
    default: true,
    tag: 'tag:yaml.org,2002:bool',
    test: /^(?:Y|y|[Yy]es|YES|[Tt]rue|TRUE|[Oo]n|ON)$/,
    resolve: () => new Scalar.Scalar(true),
    stringify: boolStringify
};
const falseTag = {
    identify: value => value === false,
    default: true,
    tag: 'tag:yaml.org,2002:bool',
    test: /^(?:N|n|[Nn]o|NO|[Ff]alse|FALSE|[Oo]ff|OFF)$/,
    resolve: () => new Scalar.Scalar(false),
    stringify: boolStringify
};

exports.falseTag = falseTag;
exports.trueTag = trueTag;


/***/ }),

/***/ 5782:
/***/ ((__unused_webpack_module, exports, __nccwpck_require__) => {



var Scalar = __nccwpck_require__(3301);
var stringifyNumber = __nccwpck_require__(8689);

const floatNaN = {
    identify: value => typeof value === 'number',
    default: true,
    tag: 'tag:yaml.org,2002:float',
    test: /^(?:[-+]?\.(?:inf|Inf|INF)|\.nan|\.NaN|\.NAN)$/,
    resolve: (str) => str.slice(-3).toLowerCase() === 'nan'
        ? NaN
        : str[0] === '-'
            ? Number.NEGATIVE_INFINITY
            : Number.POSITIVE_INFINITY,
    stringify: stringifyNumber.stringifyNumber
};
const floatExp = {
    identify: value => typeof value === 'number',
    default: true,
    tag: 'tag:yaml.org,2002:float',
    format: 'EXP',
    test: /^[-+]?(?:[0-9][0-9_]*)?(?:\.[0-9_]*)?[eE][-+]?[0-9]+$/,
    resolve: (str) => parseFloat(str.replace(/_/g, '')),
    stringify(node) {
        const num = Number(node.value);
        return isFinite(num) ? num.toExponential() : stringifyNumber.stringifyNumber(node);
    }
};
const float = {
    identify: value => typeof value === 'number',
    default: true,
    tag: 'tag:yaml.org,2002:float',
    test: /^[-+]?(?:[0-9][0-9_]*)?\.[0-9_]*$/,
    resolve(str) {
        const node = new Scalar.Scalar(parseFloat(str.replace(/_/g, '')));
        const dot = str.indexOf('.');
        if (dot !== -1) {
            const f = str.substring(dot + 1).replace(/_/g, '');
            if (f[f.length - 1] === '0')
                node.minFractionDigits = f.length;
        }
        return node;
    },
    stringify: stringifyNumber.stringifyNumber
};

exports.float = float;
exports.floatExp = floatExp;
exports.floatNaN = floatNaN;


/***/ }),

/***/ 873:
/***/ ((__unused_webpack_module, exports, __nccwpck_require__) => {



var stringifyNumber = __nccwpck_require__(8689);

const intIdentify = (value) => typeof value === 'bigint' || Number.isInteger(value);
function intResolve(str, offset, radix, { intAsBigInt }) {
    const sign = str[0];
    if (sign === '-' || sign === '+')
        offset += 1;
    str = str.substring(offset).replace(/_/g, '');
    if (intAsBigInt) {
        switch (radix) {
            case 2:
                str = `0b${str}`;
                break;
            case 8:
                str = `0o${str}`;
                break;
            case 16:
                str = `0x${str}`;
                break;
        }
        const n = BigInt(str);
        return sign === '-' ? BigInt(-1) * n : n;
    }
    const n = parseInt(str, radix);
    return sign === '-' ? -1 * n : n;
}
function intStringify(node, radix, prefix) {
    const { value } = node;
    if (intIdentify(value)) {
        const str = value.toString(radix);
        return value < 0 ? '-' + prefix + str.substr(1) : prefix + str;
    }
    return stringifyNumber.stringifyNumber(node);
}
const intBin = {
    identify: intIdentify,
    default: true,
    tag: 'tag:yaml.org,2002:int',
    format: 'BIN',
    test: /^[-+]?0b[0-1_]+$/,
    resolve: (str, _onError, opt) => intResolve(str, 2, 2, opt),
    stringify: node => intStringify(node, 2, '0b')
};
const intOct = {
    identify: intIdentify,
    default: true,
    tag: 'tag:yaml.org,2002:int',
    format: 'OCT',
    test: /^[-+]?0[0-7_]+$/,
    resolve: (str, _onError, opt) => intResolve(str, 1, 8, opt),
    stringify: node => intStringify(node, 8, '0')
};
const int = {
    identify: intIdentify,
    default: true,
    tag: 'tag:yaml.org,2002:int',
    test: /^[-+]?[0-9][0-9_]*$/,
    resolve: (str, _onError, opt) => intResolve(str, 0, 10, opt),
    stringify: stringifyNumber.stringifyNumber
};
const intHex = {
    identify: intIdentify,
    default: true,
    tag: 'tag:yaml.org,2002:int',
    format: 'HEX',
    test: /^[-+]?0x[0-9a-fA-F_]+$/,
    resolve: (str, _onError, opt) => intResolve(str, 2, 16, opt),
    stringify: node => intStringify(node, 16, '0x')
};

exports.int = int;
exports.intBin = intBin;
exports.intHex = intHex;
exports.intOct = intOct;


/***/ }),

/***/ 452:
/***/ ((__unused_webpack_module, exports, __nccwpck_require__) => {



var identity = __nccwpck_require__(1127);
var Scalar = __nccwpck_require__(3301);

// If the value associated with a merge key is a single mapping node, each of
// its key/value pairs is inserted into the current mapping, unless the key
// already exists in it. If the value associated with the merge key is a
// sequence, then this sequence is expected to contain mapping nodes and each
// of these nodes is merged in turn according to its order in the sequence.
// Keys in mapping nodes earlier in the sequence override keys specified in
// later mapping nodes. -- http://yaml.org/type/merge.html
const MERGE_KEY = '<<';
const merge = {
    identify: value => value === MERGE_KEY ||
        (typeof value === 'symbol' && value.description === MERGE_KEY),
    default: 'key',
    tag: 'tag:yaml.org,2002:merge',
    test: /^<<$/,
    resolve: () => Object.assign(new Scalar.Scalar(Symbol(MERGE_KEY)), {
        addToJSMap: addMergeToJSMap
    }),
    stringify: () => MERGE_KEY
};
const isMergeKey = (ctx, key) => (merge.identify(key) ||
    (identity.isScalar(key) &&
        (!key.type || key.type === Scalar.Scalar.PLAIN) &&
        merge.identify(key.value))) &&
    ctx?.doc.schema.tags.some(tag => tag.tag === merge.tag && tag.default);
function addMergeToJSMap(ctx, map, value) {
    const source = resolveAliasValue(ctx, value);
    if (identity.isSeq(source))
        for (const it of source.items)
            mergeValue(ctx, map, it);
    else if (Array.isArray(source))
        for (const it of source)
            mergeValue(ctx, map, it);
    else
        mergeValue(ctx, map, source);
}
function mergeValue(ctx, map, value) {
    const source = resolveAliasValue(ctx, value);
    if (!identity.isMap(source))
        throw new Error('Merge sources must be maps or map aliases');
    const srcMap = source.toJSON(null, ctx, Map);
    for (const [key, value] of srcMap) {
        if (map instanceof Map) {
            if (!map.has(key))
                map.set(key, value);
        }
        else if (map instanceof Set) {
            map.add(key);
        }
        else if (!Object.prototype.hasOwnProperty.call(map, key)) {
            Object.defineProperty(map, key, {
                value,
                writable: true,
                enumerable: true,
                configurable: true
            });
        }
    }
    return map;
}
function resolveAliasValue(ctx, value) {
    return ctx && identity.isAlias(value) ? value.resolve(ctx.doc, ctx) : value;
}

exports.addMergeToJSMap = addMergeToJSMap;
exports.isMergeKey = isMergeKey;
exports.merge = merge;


/***/ }),

/***/ 303:
/***/ ((__unused_webpack_module, exports, __nccwpck_require__) => {



var identity = __nccwpck_require__(1127);
var toJS = __nccwpck_require__(4043);
var YAMLMap = __nccwpck_require__(4454);
var YAMLSeq = __nccwpck_require__(2223);
var pairs = __nccwpck_require__(8385);

class YAMLOMap extends YAMLSeq.YAMLSeq {
    constructor() {
        super();
        this.add = YAMLMap.YAMLMap.prototype.add.bind(this);
        this.delete = YAMLMap.YAMLMap.prototype.delete.bind(this);
        this.get = YAMLMap.YAMLMap.prototype.get.bind(this);
        this.has = YAMLMap.YAMLMap.prototype.has.bind(this);
        this.set = YAMLMap.YAMLMap.prototype.set.bind(this);
        this.tag = YAMLOMap.tag;
    }
    /**
     * If `ctx` is given, the return type is actually `Map<unknown, unknown>`,
     * but TypeScript won't allow widening the signature of a child method.
     */
    toJSON(_, ctx) {
        if (!ctx)
            return super.toJSON(_);
        const map = new Map();
        if (ctx?.onCreate)
            ctx.onCreate(map);
        for (const pair of this.items) {
            let key, value;
            if (identity.isPair(pair)) {
                key = toJS.toJS(pair.key, '', ctx);
                value = toJS.toJS(pair.value, key, ctx);
            }
            else {
                key = toJS.toJS(pair, '', ctx);
            }
            if (map.has(key))
                throw new Error('Ordered maps must not include duplicate keys');
            map.set(key, value);
        }
        return map;
    }
    static from(schema, iterable, ctx) {
        const pairs$1 = pairs.createPairs(schema, iterable, ctx);
        const omap = new this();
        omap.items = pairs$1.items;
        return omap;
    }
}
YAMLOMap.tag = 'tag:yaml.org,2002:omap';
const omap = {
    collection: 'seq',
    identify: value => value instanceof Map,
    nodeClass: YAMLOMap,
    default: false,
    tag: 'tag:yaml.org,2002:omap',
    resolve(seq, onError) {
        const pairs$1 = pairs.resolvePairs(seq, onError);
        const seenKeys = [];
        for (const { key } of pairs$1.items) {
            if (identity.isScalar(key)) {
                if (seenKeys.includes(key.value)) {
                    onError(`Ordered maps must not include duplicate keys: ${key.value}`);
                }
                else {
                    seenKeys.push(key.value);
                }
            }
        }
        return Object.assign(new YAMLOMap(), pairs$1);
    },
    createNode: (schema, iterable, ctx) => YAMLOMap.from(schema, iterable, ctx)
};

exports.YAMLOMap = YAMLOMap;
exports.omap = omap;


/***/ }),

/***/ 8385:
/***/ ((__unused_webpack_module, exports, __nccwpck_require__) => {



var identity = __nccwpck_require__(1127);
var Pair = __nccwpck_require__(7165);
var Scalar = __nccwpck_require__(3301);
var YAMLSeq = __nccwpck_require__(2223);

function resolvePairs(seq, onError) {
    if (identity.isSeq(seq)) {
        for (let i = 0; i < seq.items.length; ++i) {
            let item = seq.items[i];
            if (identity.isPair(item))
                continue;
            else if (identity.isMap(item)) {
                if (item.items.length > 1)
                    onError('Each pair must have its own sequence indicator');
                const pair = item.items[0] || new Pair.Pair(new Scalar.Scalar(null));
                if (item.commentBefore)
                    pair.key.commentBefore = pair.key.commentBefore
                        ? `${item.commentBefore}\n${pair.key.commentBefore}`
                        : item.commentBefore;
                if (item.comment) {
                    const cn = pair.value ?? pair.key;
                    cn.comment = cn.comment
                        ? `${item.comment}\n${cn.comment}`
                        : item.comment;
                }
                item = pair;
            }
            seq.items[i] = identity.isPair(item) ? item : new Pair.Pair(item);
        }
    }
    else
        onError('Expected a sequence for this tag');
    return seq;
}
function createPairs(schema, iterable, ctx) {
    const { replacer } = ctx;
    const pairs = new YAMLSeq.YAMLSeq(schema);
    pairs.tag = 'tag:yaml.org,2002:pairs';
    let i = 0;
    if (iterable && Symbol.iterator in Object(iterable))
        for (let it of iterable) {
            if (typeof replacer === 'function')
                it = replacer.call(iterable, String(i++), it);
            let key, value;
            if (Array.isArray(it)) {
                if (it.length === 2) {
                    key = it[0];
                    value = it[1];
                }
                else
                    throw new TypeError(`Expected [key, value] tuple: ${it}`);
            }
            else if (it && it instanceof Object) {
                const keys = Object.keys(it);
                if (keys.length === 1) {
                    key = keys[0];
                    value = it[key];
                }
                else {
                    throw new TypeError(`Expected tuple with one key, not ${keys.length} keys`);
                }
            }
            else {
                key = it;
            }
            pairs.items.push(Pair.createPair(key, value, ctx));
        }
    return pairs;
}
const pairs = {
    collection: 'seq',
    default: false,
    tag: 'tag:yaml.org,2002:pairs',
    resolve: resolvePairs,
    createNode: createPairs
};

exports.createPairs = createPairs;
exports.pairs = pairs;
exports.resolvePairs = resolvePairs;


/***/ }),

/***/ 5913:
/***/ ((__unused_webpack_module, exports, __nccwpck_require__) => {



var map = __nccwpck_require__(7451);
var _null = __nccwpck_require__(3632);
var seq = __nccwpck_require__(1706);
var string = __nccwpck_require__(6464);
var binary = __nccwpck_require__(6083);
var bool = __nccwpck_require__(8398);
var float = __nccwpck_require__(5782);
var int = __nccwpck_require__(873);
var merge = __nccwpck_require__(452);
var omap = __nccwpck_require__(303);
var pairs = __nccwpck_require__(8385);
var set = __nccwpck_require__(1528);
var timestamp = __nccwpck_require__(6752);

const schema = [
    map.map,
    seq.seq,
    string.string,
    _null.nullTag,
    bool.trueTag,
    bool.falseTag,
    int.intBin,
    int.intOct,
    int.int,
    int.intHex,
    float.floatNaN,
    float.floatExp,
    float.float,
    binary.binary,
    merge.merge,
    omap.omap,
    pairs.pairs,
    set.set,
    timestamp.intTime,
    timestamp.floatTime,
    timestamp.timestamp
];

exports.schema = schema;


/***/ }),

/***/ 1528:
/***/ ((__unused_webpack_module, exports, __nccwpck_require__) => {



var identity = __nccwpck_require__(1127);
var Pair = __nccwpck_require__(7165);
var YAMLMap = __nccwpck_require__(4454);

class YAMLSet extends YAMLMap.YAMLMap {
    constructor(schema) {
        super(schema);
        this.tag = YAMLSet.tag;
    }
    add(key) {
        let pair;
        if (identity.isPair(key))
            pair = key;
        else if (key &&
            typeof key === 'object' &&
            'key' in key &&
            'value' in key &&
            key.value === null)
            pair = new Pair.Pair(key.key, null);
        else
            pair = new Pair.Pair(key, null);
        const prev = YAMLMap.findPair(this.items, pair.key);
        if (!prev)
            this.items.push(pair);
    }
    /**
     * If `keepPair` is `true`, returns the Pair matching `key`.
     * Otherwise, returns the value of that Pair's key.
     */
    get(key, keepPair) {
        const pair = YAMLMap.findPair(this.items, key);
        return !keepPair && identity.isPair(pair)
            ? identity.isScalar(pair.key)
                ? pair.key.value
                : pair.key
            : pair;
    }
    set(key, value) {
        if (typeof value !== 'boolean')
            throw new Error(`Expected boolean value for set(key, value) in a YAML set, not ${typeof value}`);
        const prev = YAMLMap.findPair(this.items, key);
        if (prev && !value) {
            this.items.splice(this.items.indexOf(prev), 1);
        }
        else if (!prev && value) {
            this.items.push(new Pair.Pair(key));
        }
    }
    toJSON(_, ctx) {
        return super.toJSON(_, ctx, Set);
    }
    toString(ctx, onComment, onChompKeep) {
        if (!ctx)
            return JSON.stringify(this);
        if (this.hasAllNullValues(true))
            return super.toString(Object.assign({}, ctx, { allNullValues: true }), onComment, onChompKeep);
        else
            throw new Error('Set items must all have null values');
    }
    static from(schema, iterable, ctx) {
        const { replacer } = ctx;
        const set = new this(schema);
        if (iterable && Symbol.iterator in Object(iterable))
            for (let value of iterable) {
                if (typeof replacer === 'function')
                    value = replacer.call(iterable, value, value);
                set.items.push(Pair.createPair(value, null, ctx));
            }
        return set;
    }
}
YAMLSet.tag = 'tag:yaml.org,2002:set';
const set = {
    collection: 'map',
    identify: value => value instanceof Set,
    nodeClass: YAMLSet,
    default: false,
    tag: 'tag:yaml.org,2002:set',
    createNode: (schema, iterable, ctx) => YAMLSet.from(schema, iterable, ctx),
    resolve(map, onError) {
        if (identity.isMap(map)) {
            if (map.hasAllNullValues(true))
                return Object.assign(new YAMLSet(), map);
            else
                onError('Set items must all have null values');
        }
        else
            onError('Expected a mapping for this tag');
        return map;
    }
};

exports.YAMLSet = YAMLSet;
exports.set = set;


/***/ }),

/***/ 6752:
/***/ ((__unused_webpack_module, exports, __nccwpck_require__) => {



var stringifyNumber = __nccwpck_require__(8689);

/** Internal types handle bigint as number, because TS can't figure it out. */
function parseSexagesimal(str, asBigInt) {
    const sign = str[0];
    const parts = sign === '-' || sign === '+' ? str.substring(1) : str;
    const num = (n) => asBigInt ? BigInt(n) : Number(n);
    const res = parts
        .replace(/_/g, '')
        .split(':')
        .reduce((res, p) => res * num(60) + num(p), num(0));
    return (sign === '-' ? num(-1) * res : res);
}
/**
 * hhhh:mm:ss.sss
 *
 * Internal types handle bigint as number, because TS can't figure it out.
 */
function stringifySexagesimal(node) {
    let { value } = node;
    let num = (n) => n;
    if (typeof value === 'bigint')
        num = n => BigInt(n);
    else if (isNaN(value) || !isFinite(value))
        return stringifyNumber.stringifyNumber(node);
    let sign = '';
    if (value < 0) {
        sign = '-';
        value *= num(-1);
    }
    const _60 = num(60);
    const parts = [value % _60]; // seconds, including ms
    if (value < 60) {
        parts.unshift(0); // at least one : is required
    }
    else {
        value = (value - parts[0]) / _60;
        parts.unshift(value % _60); // minutes
        if (value >= 60) {
            value = (value - parts[0]) / _60;
            parts.unshift(value); // hours
        }
    }
    return (sign +
        parts
            .map(n => String(n).padStart(2, '0'))
            .join(':')
            .replace(/000000\d*$/, '') // % 60 may introduce error
    );
}
const intTime = {
    identify: value => typeof value === 'bigint' || Number.isInteger(value),
    default: true,
    tag: 'tag:yaml.org,2002:int',
    format: 'TIME',
    test: /^[-+]?[0-9][0-9_]*(?::[0-5]?[0-9])+$/,
    resolve: (str, _onError, { intAsBigInt }) => parseSexagesimal(str, intAsBigInt),
    stringify: stringifySexagesimal
};
const floatTime = {
    identify: value => typeof value === 'number',
    default: true,
    tag: 'tag:yaml.org,2002:float',
    format: 'TIME',
    test: /^[-+]?[0-9][0-9_]*(?::[0-5]?[0-9])+\.[0-9_]*$/,
    resolve: str => parseSexagesimal(str, false),
    stringify: stringifySexagesimal
};
const timestamp = {
    identify: value => value instanceof Date,
    default: true,
    tag: 'tag:yaml.org,2002:timestamp',
    // If the time zone is omitted, the timestamp is assumed to be specified in UTC. The time part
    // may be omitted altogether, resulting in a date format. In such a case, the time part is
    // assumed to be 00:00:00Z (start of day, UTC).
    test: RegExp('^([0-9]{4})-([0-9]{1,2})-([0-9]{1,2})' + // YYYY-Mm-Dd
        '(?:' + // time is optional
        '(?:t|T|[ \\t]+)' + // t | T | whitespace
        '([0-9]{1,2}):([0-9]{1,2}):([0-9]{1,2}(\\.[0-9]+)?)' + // Hh:Mm:Ss(.ss)?
        '(?:[ \\t]*(Z|[-+][012]?[0-9](?::[0-9]{2})?))?' + // Z | +5 | -03:30
        ')?$'),
    resolve(str) {
        const match = str.match(timestamp.test);
        if (!match)
            throw new Error('!!timestamp expects a date, starting with yyyy-mm-dd');
        const [, year, month, day, hour, minute, second] = match.map(Number);
        const millisec = match[7] ? Number((match[7] + '00').substr(1, 3)) : 0;
        let date = Date.UTC(year, month - 1, day, hour || 0, minute || 0, second || 0, millisec);
        const tz = match[8];
        if (tz && tz !== 'Z') {
            let d = parseSexagesimal(tz, false);
            if (Math.abs(d) < 30)
                d *= 60;
            date -= 60000 * d;
        }
        return new Date(date);
    },
    stringify: ({ value }) => value?.toISOString().replace(/(T00:00:00)?\.000Z$/, '') ?? ''
};

exports.floatTime = floatTime;
exports.intTime = intTime;
exports.timestamp = timestamp;


/***/ }),

/***/ 4475:
/***/ ((__unused_webpack_module, exports) => {



const FOLD_FLOW = 'flow';
const FOLD_BLOCK = 'block';
const FOLD_QUOTED = 'quoted';
/**
 * Tries to keep input at up to `lineWidth` characters, splitting only on spaces
 * not followed by newlines or spaces unless `mode` is `'quoted'`. Lines are
 * terminated with `\n` and started with `indent`.
 */
function foldFlowLines(text, indent, mode = 'flow', { indentAtStart, lineWidth = 80, minContentWidth = 20, onFold, onOverflow } = {}) {
    if (!lineWidth || lineWidth < 0)
        return text;
    if (lineWidth < minContentWidth)
        minContentWidth = 0;
    const endStep = Math.max(1 + minContentWidth, 1 + lineWidth - indent.length);
    if (text.length <= endStep)
        return text;
    const folds = [];
    const escapedFolds = {};
    let end = lineWidth - indent.length;
    if (typeof indentAtStart === 'number') {
        if (indentAtStart > lineWidth - Math.max(2, minContentWidth))
            folds.push(0);
        else
            end = lineWidth - indentAtStart;
    }
    let split = undefined;
    let prev = undefined;
    let overflow = false;
    let i = -1;
    let escStart = -1;
    let escEnd = -1;
    if (mode === FOLD_BLOCK) {
        i = consumeMoreIndentedLines(text, i, indent.length);
        if (i !== -1)
            end = i + endStep;
    }
    for (let ch; (ch = text[(i += 1)]);) {
        if (mode === FOLD_QUOTED && ch === '\\') {
            escStart = i;
            switch (text[i + 1]) {
                case 'x':
                    i += 3;
                    break;
                case 'u':
                    i += 5;
                    break;
                case 'U':
                    i += 9;
                    break;
                default:
                    i += 1;
            }
            escEnd = i;
        }
        if (ch === '\n') {
            if (mode === FOLD_BLOCK)
                i = consumeMoreIndentedLines(text, i, indent.length);
            end = i + indent.length + endStep;
            split = undefined;
        }
        else {
            if (ch === ' ' &&
                prev &&
                prev !== ' ' &&
                prev !== '\n' &&
                prev !== '\t') {
                // space surrounded by non-space can be replaced with newline + indent
                const next = text[i + 1];
                if (next && next !== ' ' && next !== '\n' && next !== '\t')
                    split = i;
            }
            if (i >= end) {
                if (split) {
                    folds.push(split);
                    end = split + endStep;
                    split = undefined;
                }
                else if (mode === FOLD_QUOTED) {
                    // white-space collected at end may stretch past lineWidth
                    while (prev === ' ' || prev === '\t') {
                        prev = ch;
                        ch = text[(i += 1)];
                        overflow = true;
                    }
                    // Account for newline escape, but don't break preceding escape
                    const j = i > escEnd + 1 ? i - 2 : escStart - 1;
                    // Bail out if lineWidth & minContentWidth are shorter than an escape string
                    if (escapedFolds[j])
                        return text;
                    folds.push(j);
                    escapedFolds[j] = true;
                    end = j + endStep;
                    split = undefined;
                }
                else {
                    overflow = true;
                }
            }
        }
        prev = ch;
    }
    if (overflow && onOverflow)
        onOverflow();
    if (folds.length === 0)
        return text;
    if (onFold)
        onFold();
    let res = text.slice(0, folds[0]);
    for (let i = 0; i < folds.length; ++i) {
        const fold = folds[i];
        const end = folds[i + 1] || text.length;
        if (fold === 0)
            res = `\n${indent}${text.slice(0, end)}`;
        else {
            if (mode === FOLD_QUOTED && escapedFolds[fold])
                res += `${text[fold]}\\`;
            res += `\n${indent}${text.slice(fold + 1, end)}`;
        }
    }
    return res;
}
/**
 * Presumes `i + 1` is at the start of a line
 * @returns index of last newline in more-indented block
 */
function consumeMoreIndentedLines(text, i, indent) {
    let end = i;
    let start = i + 1;
    let ch = text[start];
    while (ch === ' ' || ch === '\t') {
        if (i < start + indent) {
            ch = text[++i];
        }
        else {
            do {
                ch = text[++i];
            } while (ch && ch !== '\n');
            end = i;
            start = i + 1;
            ch = text[start];
        }
    }
    return end;
}

exports.FOLD_BLOCK = FOLD_BLOCK;
exports.FOLD_FLOW = FOLD_FLOW;
exports.FOLD_QUOTED = FOLD_QUOTED;
exports.foldFlowLines = foldFlowLines;


/***/ }),

/***/ 2148:
/***/ ((__unused_webpack_module, exports, __nccwpck_require__) => {



var anchors = __nccwpck_require__(1596);
var identity = __nccwpck_require__(1127);
var stringifyComment = __nccwpck_require__(9799);
var stringifyString = __nccwpck_require__(3069);

function createStringifyContext(doc, options) {
    const opt = Object.assign({
        blockQuote: true,
        commentString: stringifyComment.stringifyComment,
        defaultKeyType: null,
        defaultStringType: 'PLAIN',
        directives: null,
        doubleQuotedAsJSON: false,
        doubleQuotedMinMultiLineLength: 40,
        falseStr: 'false',
        flowCollectionPadding: true,
        indentSeq: true,
        lineWidth: 80,
        minContentWidth: 20,
        nullStr: 'null',
        simpleKeys: false,
        singleQuote: null,
        trailingComma: false,
        trueStr: 'true',
        verifyAliasOrder: true
    }, doc.schema.toStringOptions, options);
    let inFlow;
    switch (opt.collectionStyle) {
        case 'block':
            inFlow = false;
            break;
        case 'flow':
            inFlow = true;
            break;
        default:
            inFlow = null;
    }
    return {
        anchors: new Set(),
        doc,
        flowCollectionPadding: opt.flowCollectionPadding ? ' ' : '',
        indent: '',
        indentStep: typeof opt.indent === 'number' ? ' '.repeat(opt.indent) : '  ',
        inFlow,
        options: opt
    };
}
function getTagObject(tags, item) {
    if (item.tag) {
        const match = tags.filter(t => t.tag === item.tag);
        if (match.length > 0)
            return match.find(t => t.format === item.format) ?? match[0];
    }
    let tagObj = undefined;
    let obj;
    if (identity.isScalar(item)) {
        obj = item.value;
        let match = tags.filter(t => t.identify?.(obj));
        if (match.length > 1) {
            const testMatch = match.filter(t => t.test);
            if (testMatch.length > 0)
                match = testMatch;
        }
        tagObj =
            match.find(t => t.format === item.format) ?? match.find(t => !t.format);
    }
    else {
        obj = item;
        tagObj = tags.find(t => t.nodeClass && obj instanceof t.nodeClass);
    }
    if (!tagObj) {
        const name = obj?.constructor?.name ?? (obj === null ? 'null' : typeof obj);
        throw new Error(`Tag not resolved for ${name} value`);
    }
    return tagObj;
}
// needs to be called before value stringifier to allow for circular anchor refs
function stringifyProps(node, tagObj, { anchors: anchors$1, doc }) {
    if (!doc.directives)
        return '';
    const props = [];
    const anchor = (identity.isScalar(node) || identity.isCollection(node)) && node.anchor;
    if (anchor && anchors.anchorIsValid(anchor)) {
        anchors$1.add(anchor);
        props.push(`&${anchor}`);
    }
    const tag = node.tag ?? (tagObj.default ? null : tagObj.tag);
    if (tag)
        props.push(doc.directives.tagString(tag));
    return props.join(' ');
}
function stringify(item, ctx, onComment, onChompKeep) {
    if (identity.isPair(item))
        return item.toString(ctx, onComment, onChompKeep);
    if (identity.isAlias(item)) {
        if (ctx.doc.directives)
            return item.toString(ctx);
        if (ctx.resolvedAliases?.has(item)) {
            throw new TypeError(`Cannot stringify circular structure without alias nodes`);
        }
        else {
            if (ctx.resolvedAliases)
                ctx.resolvedAliases.add(item);
            else
                ctx.resolvedAliases = new Set([item]);
            item = item.resolve(ctx.doc);
        }
    }
    let tagObj = undefined;
    const node = identity.isNode(item)
        ? item
        : ctx.doc.createNode(item, { onTagObj: o => (tagObj = o) });
    tagObj ?? (tagObj = getTagObject(ctx.doc.schema.tags, node));
    const props = stringifyProps(node, tagObj, ctx);
    if (props.length > 0)
        ctx.indentAtStart = (ctx.indentAtStart ?? 0) + props.length + 1;
    const str = typeof tagObj.stringify === 'function'
        ? tagObj.stringify(node, ctx, onComment, onChompKeep)
        : identity.isScalar(node)
            ? stringifyString.stringifyString(node, ctx, onComment, onChompKeep)
            : node.toString(ctx, onComment, onChompKeep);
    if (!props)
        return str;
    return identity.isScalar(node) || str[0] === '{' || str[0] === '['
        ? `${props} ${str}`
        : `${props}\n${ctx.indent}${str}`;
}

exports.createStringifyContext = createStringifyContext;
exports.stringify = stringify;


/***/ }),

/***/ 1212:
/***/ ((__unused_webpack_module, exports, __nccwpck_require__) => {



var identity = __nccwpck_require__(1127);
var stringify = __nccwpck_require__(2148);
var stringifyComment = __nccwpck_require__(9799);

function stringifyCollection(collection, ctx, options) {
    const flow = ctx.inFlow ?? collection.flow;
    const stringify = flow ? stringifyFlowCollection : stringifyBlockCollection;
    return stringify(collection, ctx, options);
}
function stringifyBlockCollection({ comment, items }, ctx, { blockItemPrefix, flowChars, itemIndent, onChompKeep, onComment }) {
    const { indent, options: { commentString } } = ctx;
    const itemCtx = Object.assign({}, ctx, { indent: itemIndent, type: null });
    let chompKeep = false; // flag for the preceding node's status
    const lines = [];
    for (let i = 0; i < items.length; ++i) {
        const item = items[i];
        let comment = null;
        if (identity.isNode(item)) {
            if (!chompKeep && item.spaceBefore)
                lines.push('');
            addCommentBefore(ctx, lines, item.commentBefore, chompKeep);
            if (item.comment)
                comment = item.comment;
        }
        else if (identity.isPair(item)) {
            const ik = identity.isNode(item.key) ? item.key : null;
            if (ik) {
                if (!chompKeep && ik.spaceBefore)
                    lines.push('');
                addCommentBefore(ctx, lines, ik.commentBefore, chompKeep);
            }
        }
        chompKeep = false;
        let str = stringify.stringify(item, itemCtx, () => (comment = null), () => (chompKeep = true));
        if (comment)
            str += stringifyComment.lineComment(str, itemIndent, commentString(comment));
        if (chompKeep && comment)
            chompKeep = false;
        lines.push(blockItemPrefix + str);
    }
    let str;
    if (lines.length === 0) {
        str = flowChars.start + flowChars.end;
    }
    else {
        str = lines[0];
        for (let i = 1; i < lines.length; ++i) {
            const line = lines[i];
            str += line ? `\n${indent}${line}` : '\n';
        }
    }
    if (comment) {
        str += '\n' + stringifyComment.indentComment(commentString(comment), indent);
        if (onComment)
            onComment();
    }
    else if (chompKeep && onChompKeep)
        onChompKeep();
    return str;
}
function stringifyFlowCollection({ items }, ctx, { flowChars, itemIndent }) {
    const { indent, indentStep, flowCollectionPadding: fcPadding, options: { commentString } } = ctx;
    itemIndent += indentStep;
    const itemCtx = Object.assign({}, ctx, {
        indent: itemIndent,
        inFlow: true,
        type: null
    });
    let reqNewline = false;
    let linesAtValue = 0;
    const lines = [];
    for (let i = 0; i < items.length; ++i) {
        const item = items[i];
        let comment = null;
        if (identity.isNode(item)) {
            if (item.spaceBefore)
                lines.push('');
            addCommentBefore(ctx, lines, item.commentBefore, false);
            if (item.comment)
                comment = item.comment;
        }
        else if (identity.isPair(item)) {
            const ik = identity.isNode(item.key) ? item.key : null;
            if (ik) {
                if (ik.spaceBefore)
                    lines.push('');
                addCommentBefore(ctx, lines, ik.commentBefore, false);
                if (ik.comment)
                    reqNewline = true;
            }
            const iv = identity.isNode(item.value) ? item.value : null;
            if (iv) {
                if (iv.comment)
                    comment = iv.comment;
                if (iv.commentBefore)
                    reqNewline = true;
            }
            else if (item.value == null && ik?.comment) {
                comment = ik.comment;
            }
        }
        if (comment)
            reqNewline = true;
        let str = stringify.stringify(item, itemCtx, () => (comment = null));
        reqNewline || (reqNewline = lines.length > linesAtValue || str.includes('\n'));
        if (i < items.length - 1) {
            str += ',';
        }
        else if (ctx.options.trailingComma) {
            if (ctx.options.lineWidth > 0) {
                reqNewline || (reqNewline = lines.reduce((sum, line) => sum + line.length + 2, 2) +
                    (str.length + 2) >
                    ctx.options.lineWidth);
            }
            if (reqNewline) {
                str += ',';
            }
        }
        if (comment)
            str += stringifyComment.lineComment(str, itemIndent, commentString(comment));
        lines.push(str);
        linesAtValue = lines.length;
    }
    const { start, end } = flowChars;
    if (lines.length === 0) {
        return start + end;
    }
    else {
        if (!reqNewline) {
            const len = lines.reduce((sum, line) => sum + line.length + 2, 2);
            reqNewline = ctx.options.lineWidth > 0 && len > ctx.options.lineWidth;
        }
        if (reqNewline) {
            let str = start;
            for (const line of lines)
                str += line ? `\n${indentStep}${indent}${line}` : '\n';
            return `${str}\n${indent}${end}`;
        }
        else {
            return `${start}${fcPadding}${lines.join(' ')}${fcPadding}${end}`;
        }
    }
}
function addCommentBefore({ indent, options: { commentString } }, lines, comment, chompKeep) {
    if (comment && chompKeep)
        comment = comment.replace(/^\n+/, '');
    if (comment) {
        const ic = stringifyComment.indentComment(commentString(comment), indent);
        lines.push(ic.trimStart()); // Avoid double indent on first line
    }
}

exports.stringifyCollection = stringifyCollection;


/***/ }),

/***/ 9799:
/***/ ((__unused_webpack_module, exports) => {



/**
 * Stringifies a comment.
 *
 * Empty comment lines are left empty,
 * lines consisting of a single space are replaced by `#`,
 * and all other lines are prefixed with a `#`.
 */
const stringifyComment = (str) => str.replace(/^(?!$)(?: $)?/gm, '#');
function indentComment(comment, indent) {
    if (/^\n+$/.test(comment))
        return comment.substring(1);
    return indent ? comment.replace(/^(?! *$)/gm, indent) : comment;
}
const lineComment = (str, indent, comment) => str.endsWith('\n')
    ? indentComment(comment, indent)
    : comment.includes('\n')
        ? '\n' + indentComment(comment, indent)
        : (str.endsWith(' ') ? '' : ' ') + comment;

exports.indentComment = indentComment;
exports.lineComment = lineComment;
exports.stringifyComment = stringifyComment;


/***/ }),

/***/ 6829:
/***/ ((__unused_webpack_module, exports, __nccwpck_require__) => {



var identity = __nccwpck_require__(1127);
var stringify = __nccwpck_require__(2148);
var stringifyComment = __nccwpck_require__(9799);

function stringifyDocument(doc, options) {
    const lines = [];
    let hasDirectives = options.directives === true;
    if (options.directives !== false && doc.directives) {
        const dir = doc.directives.toString(doc);
        if (dir) {
            lines.push(dir);
            hasDirectives = true;
        }
        else if (doc.directives.docStart)
            hasDirectives = true;
    }
    if (hasDirectives)
        lines.push('---');
    const ctx = stringify.createStringifyContext(doc, options);
    const { commentString } = ctx.options;
    if (doc.commentBefore) {
        if (lines.length !== 1)
            lines.unshift('');
        const cs = commentString(doc.commentBefore);
        lines.unshift(stringifyComment.indentComment(cs, ''));
    }
    let chompKeep = false;
    let contentComment = null;
    if (doc.contents) {
        if (identity.isNode(doc.contents)) {
            if (doc.contents.spaceBefore && hasDirectives)
                lines.push('');
            if (doc.contents.commentBefore) {
                const cs = commentString(doc.contents.commentBefore);
                lines.push(stringifyComment.indentComment(cs, ''));
            }
            // top-level block scalars need to be indented if followed by a comment
            ctx.forceBlockIndent = !!doc.comment;
            contentComment = doc.contents.comment;
        }
        const onChompKeep = contentComment ? undefined : () => (chompKeep = true);
        let body = stringify.stringify(doc.contents, ctx, () => (contentComment = null), onChompKeep);
        if (contentComment)
            body += stringifyComment.lineComment(body, '', commentString(contentComment));
        if ((body[0] === '|' || body[0] === '>') &&
            lines[lines.length - 1] === '---') {
            // Top-level block scalars with a preceding doc marker ought to use the
            // same line for their header.
            lines[lines.length - 1] = `--- ${body}`;
        }
        else
            lines.push(body);
    }
    else {
        lines.push(stringify.stringify(doc.contents, ctx));
    }
    if (doc.directives?.docEnd) {
        if (doc.comment) {
            const cs = commentString(doc.comment);
            if (cs.includes('\n')) {
                lines.push('...');
                lines.push(stringifyComment.indentComment(cs, ''));
            }
            else {
                lines.push(`... ${cs}`);
            }
        }
        else {
            lines.push('...');
        }
    }
    else {
        let dc = doc.comment;
        if (dc && chompKeep)
            dc = dc.replace(/^\n+/, '');
        if (dc) {
            if ((!chompKeep || contentComment) && lines[lines.length - 1] !== '')
                lines.push('');
            lines.push(stringifyComment.indentComment(commentString(dc), ''));
        }
    }
    return lines.join('\n') + '\n';
}

exports.stringifyDocument = stringifyDocument;


/***/ }),

/***/ 8689:
/***/ ((__unused_webpack_module, exports) => {



function stringifyNumber({ format, minFractionDigits, tag, value }) {
    if (typeof value === 'bigint')
        return String(value);
    const num = typeof value === 'number' ? value : Number(value);
    if (!isFinite(num))
        return isNaN(num) ? '.nan' : num < 0 ? '-.inf' : '.inf';
    let n = Object.is(value, -0) ? '-0' : JSON.stringify(value);
    if (!format &&
        minFractionDigits &&
        (!tag || tag === 'tag:yaml.org,2002:float') &&
        /^-?\d/.test(n) &&
        !n.includes('e')) {
        let i = n.indexOf('.');
        if (i < 0) {
            i = n.length;
            n += '.';
        }
        let d = minFractionDigits - (n.length - i - 1);
        while (d-- > 0)
            n += '0';
    }
    return n;
}

exports.stringifyNumber = stringifyNumber;


/***/ }),

/***/ 9748:
/***/ ((__unused_webpack_module, exports, __nccwpck_require__) => {



var identity = __nccwpck_require__(1127);
var Scalar = __nccwpck_require__(3301);
var stringify = __nccwpck_require__(2148);
var stringifyComment = __nccwpck_require__(9799);

function stringifyPair({ key, value }, ctx, onComment, onChompKeep) {
    const { allNullValues, doc, indent, indentStep, options: { commentString, indentSeq, simpleKeys } } = ctx;
    let keyComment = (identity.isNode(key) && key.comment) || null;
    if (simpleKeys) {
        if (keyComment) {
            throw new Error('With simple keys, key nodes cannot have comments');
        }
        if (identity.isCollection(key) || (!identity.isNode(key) && typeof key === 'object')) {
            const msg = 'With simple keys, collection cannot be used as a key value';
            throw new Error(msg);
        }
    }
    let explicitKey = !simpleKeys &&
        (!key ||
            (keyComment && value == null && !ctx.inFlow) ||
            identity.isCollection(key) ||
            (identity.isScalar(key)
                ? key.type === Scalar.Scalar.BLOCK_FOLDED || key.type === Scalar.Scalar.BLOCK_LITERAL
                : typeof key === 'object'));
    ctx = Object.assign({}, ctx, {
        allNullValues: false,
        implicitKey: !explicitKey && (simpleKeys || !allNullValues),
        indent: indent + indentStep
    });
    let keyCommentDone = false;
    let chompKeep = false;
    let str = stringify.stringify(key, ctx, () => (keyCommentDone = true), () => (chompKeep = true));
    if (!explicitKey && !ctx.inFlow && str.length > 1024) {
        if (simpleKeys)
            throw new Error('With simple keys, single line scalar must not span more than 1024 characters');
        explicitKey = true;
    }
    if (ctx.inFlow) {
        if (allNullValues || value == null) {
            if (keyCommentDone && onComment)
                onComment();
            return str === '' ? '?' : explicitKey ? `? ${str}` : str;
        }
    }
    else if ((allNullValues && !simpleKeys) || (value == null && explicitKey)) {
        str = `? ${str}`;
        if (keyComment && !keyCommentDone) {
            str += stringifyComment.lineComment(str, ctx.indent, commentString(keyComment));
        }
        else if (chompKeep && onChompKeep)
            onChompKeep();
        return str;
    }
    if (keyCommentDone)
        keyComment = null;
    if (explicitKey) {
        if (keyComment)
            str += stringifyComment.lineComment(str, ctx.indent, commentString(keyComment));
        str = `? ${str}\n${indent}:`;
    }
    else {
        str = `${str}:`;
        if (keyComment)
            str += stringifyComment.lineComment(str, ctx.indent, commentString(keyComment));
    }
    let vsb, vcb, valueComment;
    if (identity.isNode(value)) {
        vsb = !!value.spaceBefore;
        vcb = value.commentBefore;
        valueComment = value.comment;
    }
    else {
        vsb = false;
        vcb = null;
        valueComment = null;
        if (value && typeof value === 'object')
            value = doc.createNode(value);
    }
    ctx.implicitKey = false;
    if (!explicitKey && !keyComment && identity.isScalar(value))
        ctx.indentAtStart = str.length + 1;
    chompKeep = false;
    if (!indentSeq &&
        indentStep.length >= 2 &&
        !ctx.inFlow &&
        !explicitKey &&
        identity.isSeq(value) &&
        !value.flow &&
        !value.tag &&
        !value.anchor) {
        // If indentSeq === false, consider '- ' as part of indentation where possible
        ctx.indent = ctx.indent.substring(2);
    }
    let valueCommentDone = false;
    const valueStr = stringify.stringify(value, ctx, () => (valueCommentDone = true), () => (chompKeep = true));
    let ws = ' ';
    if (keyComment || vsb || vcb) {
        ws = vsb ? '\n' : '';
        if (vcb) {
            const cs = commentString(vcb);
            ws += `\n${stringifyComment.indentComment(cs, ctx.indent)}`;
        }
        if (valueStr === '' && !ctx.inFlow) {
            if (ws === '\n' && valueComment)
                ws = '\n\n';
        }
        else {
            ws += `\n${ctx.indent}`;
        }
    }
    else if (!explicitKey && identity.isCollection(value)) {
        const vs0 = valueStr[0];
        const nl0 = valueStr.indexOf('\n');
        const hasNewline = nl0 !== -1;
        const flow = ctx.inFlow ?? value.flow ?? value.items.length === 0;
        if (hasNewline || !flow) {
            let hasPropsLine = false;
            if (hasNewline && (vs0 === '&' || vs0 === '!')) {
                let sp0 = valueStr.indexOf(' ');
                if (vs0 === '&' &&
                    sp0 !== -1 &&
                    sp0 < nl0 &&
                    valueStr[sp0 + 1] === '!') {
                    sp0 = valueStr.indexOf(' ', sp0 + 1);
                }
                if (sp0 === -1 || nl0 < sp0)
                    hasPropsLine = true;
            }
            if (!hasPropsLine)
                ws = `\n${ctx.indent}`;
        }
    }
    else if (valueStr === '' || valueStr[0] === '\n') {
        ws = '';
    }
    str += ws + valueStr;
    if (ctx.inFlow) {
        if (valueCommentDone && onComment)
            onComment();
    }
    else if (valueComment && !valueCommentDone) {
        str += stringifyComment.lineComment(str, ctx.indent, commentString(valueComment));
    }
    else if (chompKeep && onChompKeep) {
        onChompKeep();
    }
    return str;
}

exports.stringifyPair = stringifyPair;


/***/ }),

/***/ 3069:
/***/ ((__unused_webpack_module, exports, __nccwpck_require__) => {



var Scalar = __nccwpck_require__(3301);
var foldFlowLines = __nccwpck_require__(4475);

const getFoldOptions = (ctx, isBlock) => ({
    indentAtStart: isBlock ? ctx.indent.length : ctx.indentAtStart,
    lineWidth: ctx.options.lineWidth,
    minContentWidth: ctx.options.minContentWidth
});
// Also checks for lines starting with %, as parsing the output as YAML 1.1 will
// presume that's starting a new document.
const containsDocumentMarker = (str) => /^(%|---|\.\.\.)/m.test(str);
function lineLengthOverLimit(str, lineWidth, indentLength) {
    if (!lineWidth || lineWidth < 0)
        return false;
    const limit = lineWidth - indentLength;
    const strLen = str.length;
    if (strLen <= limit)
        return false;
    for (let i = 0, start = 0; i < strLen; ++i) {
        if (str[i] === '\n') {
            if (i - start > limit)
                return true;
            start = i + 1;
            if (strLen - start <= limit)
                return false;
        }
    }
    return true;
}
function doubleQuotedString(value, ctx) {
    const json = JSON.stringify(value);
    if (ctx.options.doubleQuotedAsJSON)
        return json;
    const { implicitKey } = ctx;
    const minMultiLineLength = ctx.options.doubleQuotedMinMultiLineLength;
    const indent = ctx.indent || (containsDocumentMarker(value) ? '  ' : '');
    let str = '';
    let start = 0;
    for (let i = 0, ch = json[i]; ch; ch = json[++i]) {
        if (ch === ' ' && json[i + 1] === '\\' && json[i + 2] === 'n') {
            // space before newline needs to be escaped to not be folded
            str += json.slice(start, i) + '\\ ';
            i += 1;
            start = i;
            ch = '\\';
        }
        if (ch === '\\')
            switch (json[i + 1]) {
                case 'u':
                    {
                        str += json.slice(start, i);
                        const code = json.substr(i + 2, 4);
                        switch (code) {
                            case '0000':
                                str += '\\0';
                                break;
                            case '0007':
                                str += '\\a';
                                break;
                            case '000b':
                                str += '\\v';
                                break;
                            case '001b':
                                str += '\\e';
                                break;
                            case '0085':
                                str += '\\N';
                                break;
                            case '00a0':
                                str += '\\_';
                                break;
                            case '2028':
                                str += '\\L';
                                break;
                            case '2029':
                                str += '\\P';
                                break;
                            default:
                                if (code.substr(0, 2) === '00')
                                    str += '\\x' + code.substr(2);
                                else
                                    str += json.substr(i, 6);
                        }
                        i += 5;
                        start = i + 1;
                    }
                    break;
                case 'n':
                    if (implicitKey ||
                        json[i + 2] === '"' ||
                        json.length < minMultiLineLength) {
                        i += 1;
                    }
                    else {
                        // folding will eat first newline
                        str += json.slice(start, i) + '\n\n';
                        while (json[i + 2] === '\\' &&
                            json[i + 3] === 'n' &&
                            json[i + 4] !== '"') {
                            str += '\n';
                            i += 2;
                        }
                        str += indent;
                        // space after newline needs to be escaped to not be folded
                        if (json[i + 2] === ' ')
                            str += '\\';
                        i += 1;
                        start = i + 1;
                    }
                    break;
                default:
                    i += 1;
            }
    }
    str = start ? str + json.slice(start) : json;
    return implicitKey
        ? str
        : foldFlowLines.foldFlowLines(str, indent, foldFlowLines.FOLD_QUOTED, getFoldOptions(ctx, false));
}
function singleQuotedString(value, ctx) {
    if (ctx.options.singleQuote === false ||
        (ctx.implicitKey && value.includes('\n')) ||
        /[ \t]\n|\n[ \t]/.test(value) // single quoted string can't have leading or trailing whitespace around newline
    )
        return doubleQuotedString(value, ctx);
    const indent = ctx.indent || (containsDocumentMarker(value) ? '  ' : '');
    const res = "'" + value.replace(/'/g, "''").replace(/\n+/g, `$&\n${indent}`) + "'";
    return ctx.implicitKey
        ? res
        : foldFlowLines.foldFlowLines(res, indent, foldFlowLines.FOLD_FLOW, getFoldOptions(ctx, false));
}
function quotedString(value, ctx) {
    const { singleQuote } = ctx.options;
    let qs;
    if (singleQuote === false)
        qs = doubleQuotedString;
    else {
        const hasDouble = value.includes('"');
        const hasSingle = value.includes("'");
        if (hasDouble && !hasSingle)
            qs = singleQuotedString;
        else if (hasSingle && !hasDouble)
            qs = doubleQuotedString;
        else
            qs = singleQuote ? singleQuotedString : doubleQuotedString;
    }
    return qs(value, ctx);
}
// The negative lookbehind avoids a polynomial search,
// but isn't supported yet on Safari: https://caniuse.com/js-regexp-lookbehind
let blockEndNewlines;
try {
    blockEndNewlines = new RegExp('(^|(?<!\n))\n+(?!\n|$)', 'g');
}
catch {
    blockEndNewlines = /\n+(?!\n|$)/g;
}
function blockString({ comment, type, value }, ctx, onComment, onChompKeep) {
    const { blockQuote, commentString, lineWidth } = ctx.options;
    // 1. Block can't end in whitespace unless the last line is non-empty.
    // 2. Strings consisting of only whitespace are best rendered explicitly.
    if (!blockQuote || /\n[\t ]+$/.test(value)) {
        return quotedString(value, ctx);
    }
    const indent = ctx.indent ||
        (ctx.forceBlockIndent || containsDocumentMarker(value) ? '  ' : '');
    const literal = blockQuote === 'literal'
        ? true
        : blockQuote === 'folded' || type === Scalar.Scalar.BLOCK_FOLDED
            ? false
            : type === Scalar.Scalar.BLOCK_LITERAL
                ? true
                : !lineLengthOverLimit(value, lineWidth, indent.length);
    if (!value)
        return literal ? '|\n' : '>\n';
    // determine chomping from whitespace at value end
    let chomp;
    let endStart;
    for (endStart = value.length; endStart > 0; --endStart) {
        const ch = value[endStart - 1];
        if (ch !== '\n' && ch !== '\t' && ch !== ' ')
            break;
    }
    let end = value.substring(endStart);
    const endNlPos = end.indexOf('\n');
    if (endNlPos === -1) {
        chomp = '-'; // strip
    }
    else if (value === end || endNlPos !== end.length - 1) {
        chomp = '+'; // keep
        if (onChompKeep)
            onChompKeep();
    }
    else {
        chomp = ''; // clip
    }
    if (end) {
        value = value.slice(0, -end.length);
        if (end[end.length - 1] === '\n')
            end = end.slice(0, -1);
        end = end.replace(blockEndNewlines, `$&${indent}`);
    }
    // determine indent indicator from whitespace at value start
    let startWithSpace = false;
    let startEnd;
    let startNlPos = -1;
    for (startEnd = 0; startEnd < value.length; ++startEnd) {
        const ch = value[startEnd];
        if (ch === ' ')
            startWithSpace = true;
        else if (ch === '\n')
            startNlPos = startEnd;
        else
            break;
    }
    let start = value.substring(0, startNlPos < startEnd ? startNlPos + 1 : startEnd);
    if (start) {
        value = value.substring(start.length);
        start = start.replace(/\n+/g, `$&${indent}`);
    }
    const indentSize = indent ? '2' : '1'; // root is at -1
    // Leading | or > is added later
    let header = (startWithSpace ? indentSize : '') + chomp;
    if (comment) {
        header += ' ' + commentString(comment.replace(/ ?[\r\n]+/g, ' '));
        if (onComment)
            onComment();
    }
    if (!literal) {
        const foldedValue = value
            .replace(/\n+/g, '\n$&')
            .replace(/(?:^|\n)([\t ].*)(?:([\n\t ]*)\n(?![\n\t ]))?/g, '$1$2') // more-indented lines aren't folded
            //                ^ more-ind. ^ empty     ^ capture next empty lines only at end of indent
            .replace(/\n+/g, `$&${indent}`);
        let literalFallback = false;
        const foldOptions = getFoldOptions(ctx, true);
        if (blockQuote !== 'folded' && type !== Scalar.Scalar.BLOCK_FOLDED) {
            foldOptions.onOverflow = () => {
                literalFallback = true;
            };
        }
        const body = foldFlowLines.foldFlowLines(`${start}${foldedValue}${end}`, indent, foldFlowLines.FOLD_BLOCK, foldOptions);
        if (!literalFallback)
            return `>${header}\n${indent}${body}`;
    }
    value = value.replace(/\n+/g, `$&${indent}`);
    return `|${header}\n${indent}${start}${value}${end}`;
}
function plainString(item, ctx, onComment, onChompKeep) {
    const { type, value } = item;
    const { actualString, implicitKey, indent, indentStep, inFlow } = ctx;
    if ((implicitKey && value.includes('\n')) ||
        (inFlow && /[[\]{},]/.test(value))) {
        return quotedString(value, ctx);
    }
    if (/^[\n\t ,[\]{}#&*!|>'"%@`]|^[?-]$|^[?-][ \t]|[\n:][ \t]|[ \t]\n|[\n\t ]#|[\n\t :]$/.test(value)) {
        // not allowed:
        // - '-' or '?'
        // - start with an indicator character (except [?:-]) or /[?-] /
        // - '\n ', ': ' or ' \n' anywhere
        // - '#' not preceded by a non-space char
        // - end with ' ' or ':'
        return implicitKey || inFlow || !value.includes('\n')
            ? quotedString(value, ctx)
            : blockString(item, ctx, onComment, onChompKeep);
    }
    if (!implicitKey &&
        !inFlow &&
        type !== Scalar.Scalar.PLAIN &&
        value.includes('\n')) {
        // Where allowed & type not set explicitly, prefer block style for multiline strings
        return blockString(item, ctx, onComment, onChompKeep);
    }
    if (containsDocumentMarker(value)) {
        if (indent === '') {
            ctx.forceBlockIndent = true;
            return blockString(item, ctx, onComment, onChompKeep);
        }
        else if (implicitKey && indent === indentStep) {
            return quotedString(value, ctx);
        }
    }
    const str = value.replace(/\n+/g, `$&\n${indent}`);
    // Verify that output will be parsed as a string, as e.g. plain numbers and
    // booleans get parsed with those types in v1.2 (e.g. '42', 'true' & '0.9e-3'),
    // and others in v1.1.
    if (actualString) {
        const test = (tag) => tag.default && tag.tag !== 'tag:yaml.org,2002:str' && tag.test?.test(str);
        const { compat, tags } = ctx.doc.schema;
        if (tags.some(test) || compat?.some(test))
            return quotedString(value, ctx);
    }
    return implicitKey
        ? str
        : foldFlowLines.foldFlowLines(str, indent, foldFlowLines.FOLD_FLOW, getFoldOptions(ctx, false));
}
function stringifyString(item, ctx, onComment, onChompKeep) {
    const { implicitKey, inFlow } = ctx;
    const ss = typeof item.value === 'string'
        ? item
        : Object.assign({}, item, { value: String(item.value) });
    let { type } = item;
    if (type !== Scalar.Scalar.QUOTE_DOUBLE) {
        // force double quotes on control characters & unpaired surrogates
        if (/[\x00-\x08\x0b-\x1f\x7f-\x9f\u{D800}-\u{DFFF}]/u.test(ss.value))
            type = Scalar.Scalar.QUOTE_DOUBLE;
    }
    const _stringify = (_type) => {
        switch (_type) {
            case Scalar.Scalar.BLOCK_FOLDED:
            case Scalar.Scalar.BLOCK_LITERAL:
                return implicitKey || inFlow
                    ? quotedString(ss.value, ctx) // blocks are not valid inside flow containers
                    : blockString(ss, ctx, onComment, onChompKeep);
            case Scalar.Scalar.QUOTE_DOUBLE:
                return doubleQuotedString(ss.value, ctx);
            case Scalar.Scalar.QUOTE_SINGLE:
                return singleQuotedString(ss.value, ctx);
            case Scalar.Scalar.PLAIN:
                return plainString(ss, ctx, onComment, onChompKeep);
            default:
                return null;
        }
    };
    let res = _stringify(type);
    if (res === null) {
        const { defaultKeyType, defaultStringType } = ctx.options;
        const t = (implicitKey && defaultKeyType) || defaultStringType;
        res = _stringify(t);
        if (res === null)
            throw new Error(`Unsupported default string type ${t}`);
    }
    return res;
}

exports.stringifyString = stringifyString;


/***/ }),

/***/ 204:
/***/ ((__unused_webpack_module, exports, __nccwpck_require__) => {



var identity = __nccwpck_require__(1127);

const BREAK = Symbol('break visit');
const SKIP = Symbol('skip children');
const REMOVE = Symbol('remove node');
/**
 * Apply a visitor to an AST node or document.
 *
 * Walks through the tree (depth-first) starting from `node`, calling a
 * `visitor` function with three arguments:
 *   - `key`: For sequence values and map `Pair`, the node's index in the
 *     collection. Within a `Pair`, `'key'` or `'value'`, correspondingly.
 *     `null` for the root node.
 *   - `node`: The current node.
 *   - `path`: The ancestry of the current node.
 *
 * The return value of the visitor may be used to control the traversal:
 *   - `undefined` (default): Do nothing and continue
 *   - `visit.SKIP`: Do not visit the children of this node, continue with next
 *     sibling
 *   - `visit.BREAK`: Terminate traversal completely
 *   - `visit.REMOVE`: Remove the current node, then continue with the next one
 *   - `Node`: Replace the current node, then continue by visiting it
 *   - `number`: While iterating the items of a sequence or map, set the index
 *     of the next step. This is useful especially if the index of the current
 *     node has changed.
 *
 * If `visitor` is a single function, it will be called with all values
 * encountered in the tree, including e.g. `null` values. Alternatively,
 * separate visitor functions may be defined for each `Map`, `Pair`, `Seq`,
 * `Alias` and `Scalar` node. To define the same visitor function for more than
 * one node type, use the `Collection` (map and seq), `Value` (map, seq & scalar)
 * and `Node` (alias, map, seq & scalar) targets. Of all these, only the most
 * specific defined one will be used for each node.
 */
function visit(node, visitor) {
    const visitor_ = initVisitor(visitor);
    if (identity.isDocument(node)) {
        const cd = visit_(null, node.contents, visitor_, Object.freeze([node]));
        if (cd === REMOVE)
            node.contents = null;
    }
    else
        visit_(null, node, visitor_, Object.freeze([]));
}
// Without the `as symbol` casts, TS declares these in the `visit`
// namespace using `var`, but then complains about that because
// `unique symbol` must be `const`.
/** Terminate visit traversal completely */
visit.BREAK = BREAK;
/** Do not visit the children of the current node */
visit.SKIP = SKIP;
/** Remove the current node */
visit.REMOVE = REMOVE;
function visit_(key, node, visitor, path) {
    const ctrl = callVisitor(key, node, visitor, path);
    if (identity.isNode(ctrl) || identity.isPair(ctrl)) {
        replaceNode(key, path, ctrl);
        return visit_(key, ctrl, visitor, path);
    }
    if (typeof ctrl !== 'symbol') {
        if (identity.isCollection(node)) {
            path = Object.freeze(path.concat(node));
            for (let i = 0; i < node.items.length; ++i) {
                const ci = visit_(i, node.items[i], visitor, path);
                if (typeof ci === 'number')
                    i = ci - 1;
                else if (ci === BREAK)
                    return BREAK;
                else if (ci === REMOVE) {
                    node.items.splice(i, 1);
                    i -= 1;
                }
            }
        }
        else if (identity.isPair(node)) {
            path = Object.freeze(path.concat(node));
            const ck = visit_('key', node.key, visitor, path);
            if (ck === BREAK)
                return BREAK;
            else if (ck === REMOVE)
                node.key = null;
            const cv = visit_('value', node.value, visitor, path);
            if (cv === BREAK)
                return BREAK;
            else if (cv === REMOVE)
                node.value = null;
        }
    }
    return ctrl;
}
/**
 * Apply an async visitor to an AST node or document.
 *
 * Walks through the tree (depth-first) starting from `node`, calling a
 * `visitor` function with three arguments:
 *   - `key`: For sequence values and map `Pair`, the node's index in the
 *     collection. Within a `Pair`, `'key'` or `'value'`, correspondingly.
 *     `null` for the root node.
 *   - `node`: The current node.
 *   - `path`: The ancestry of the current node.
 *
 * The return value of the visitor may be used to control the traversal:
 *   - `Promise`: Must resolve to one of the following values
 *   - `undefined` (default): Do nothing and continue
 *   - `visit.SKIP`: Do not visit the children of this node, continue with next
 *     sibling
 *   - `visit.BREAK`: Terminate traversal completely
 *   - `visit.REMOVE`: Remove the current node, then continue with the next one
 *   - `Node`: Replace the current node, then continue by visiting it
 *   - `number`: While iterating the items of a sequence or map, set the index
 *     of the next step. This is useful especially if the index of the current
 *     node has changed.
 *
 * If `visitor` is a single function, it will be called with all values
 * encountered in the tree, including e.g. `null` values. Alternatively,
 * separate visitor functions may be defined for each `Map`, `Pair`, `Seq`,
 * `Alias` and `Scalar` node. To define the same visitor function for more than
 * one node type, use the `Collection` (map and seq), `Value` (map, seq & scalar)
 * and `Node` (alias, map, seq & scalar) targets. Of all these, only the most
 * specific defined one will be used for each node.
 */
async function visitAsync(node, visitor) {
    const visitor_ = initVisitor(visitor);
    if (identity.isDocument(node)) {
        const cd = await visitAsync_(null, node.contents, visitor_, Object.freeze([node]));
        if (cd === REMOVE)
            node.contents = null;
    }
    else
        await visitAsync_(null, node, visitor_, Object.freeze([]));
}
// Without the `as symbol` casts, TS declares these in the `visit`
// namespace using `var`, but then complains about that because
// `unique symbol` must be `const`.
/** Terminate visit traversal completely */
visitAsync.BREAK = BREAK;
/** Do not visit the children of the current node */
visitAsync.SKIP = SKIP;
/** Remove the current node */
visitAsync.REMOVE = REMOVE;
async function visitAsync_(key, node, visitor, path) {
    const ctrl = await callVisitor(key, node, visitor, path);
    if (identity.isNode(ctrl) || identity.isPair(ctrl)) {
        replaceNode(key, path, ctrl);
        return visitAsync_(key, ctrl, visitor, path);
    }
    if (typeof ctrl !== 'symbol') {
        if (identity.isCollection(node)) {
            path = Object.freeze(path.concat(node));
            for (let i = 0; i < node.items.length; ++i) {
                const ci = await visitAsync_(i, node.items[i], visitor, path);
                if (typeof ci === 'number')
                    i = ci - 1;
                else if (ci === BREAK)
                    return BREAK;
                else if (ci === REMOVE) {
                    node.items.splice(i, 1);
                    i -= 1;
                }
            }
        }
        else if (identity.isPair(node)) {
            path = Object.freeze(path.concat(node));
            const ck = await visitAsync_('key', node.key, visitor, path);
            if (ck === BREAK)
                return BREAK;
            else if (ck === REMOVE)
                node.key = null;
            const cv = await visitAsync_('value', node.value, visitor, path);
            if (cv === BREAK)
                return BREAK;
            else if (cv === REMOVE)
                node.value = null;
        }
    }
    return ctrl;
}
function initVisitor(visitor) {
    if (typeof visitor === 'object' &&
        (visitor.Collection || visitor.Node || visitor.Value)) {
        return Object.assign({
            Alias: visitor.Node,
            Map: visitor.Node,
            Scalar: visitor.Node,
            Seq: visitor.Node
        }, visitor.Value && {
            Map: visitor.Value,
            Scalar: visitor.Value,
            Seq: visitor.Value
        }, visitor.Collection && {
            Map: visitor.Collection,
            Seq: visitor.Collection
        }, visitor);
    }
    return visitor;
}
function callVisitor(key, node, visitor, path) {
    if (typeof visitor === 'function')
        return visitor(key, node, path);
    if (identity.isMap(node))
        return visitor.Map?.(key, node, path);
    if (identity.isSeq(node))
        return visitor.Seq?.(key, node, path);
    if (identity.isPair(node))
        return visitor.Pair?.(key, node, path);
    if (identity.isScalar(node))
        return visitor.Scalar?.(key, node, path);
    if (identity.isAlias(node))
        return visitor.Alias?.(key, node, path);
    return undefined;
}
function replaceNode(key, path, node) {
    const parent = path[path.length - 1];
    if (identity.isCollection(parent)) {
        parent.items[key] = node;
    }
    else if (identity.isPair(parent)) {
        if (key === 'key')
            parent.key = node;
        else
            parent.value = node;
    }
    else if (identity.isDocument(parent)) {
        parent.contents = node;
    }
    else {
        const pt = identity.isAlias(parent) ? 'alias' : 'scalar';
        throw new Error(`Cannot replace node with ${pt} parent`);
    }
}

exports.visit = visit;
exports.visitAsync = visitAsync;


/***/ }),

/***/ 8517:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {


// EXPORTS
__nccwpck_require__.d(__webpack_exports__, {
  f: () => (/* binding */ CHECK),
  s: () => (/* binding */ checkInputs)
});

// EXTERNAL MODULE: ./build/model/tasks.js
var tasks = __nccwpck_require__(6412);
;// CONCATENATED MODULE: ./build/config/describe-settings.js

/** Reason why scikit-learn cannot split the datasets of other tasks. */
const NO_SKLEARN = 'sklearn keeps classes in proportion, and needs a task whose rows have one class each';
const SHARE = '\\s*(?:\\d+(?:\\.\\d*)?|\\.\\d+)\\s*';
const SHARES = {
    kind: 'text',
    pattern: new RegExp(`^${SHARE}/${SHARE}/${SHARE}$`, 'u'),
    longest: 100,
    rule: 'the shares of train, eval and test, such as 80/10/10',
};
const METHOD = { kind: 'choice', values: ['stable', 'sklearn'] };
/** The settings of a dataset that are also inputs of the action. */
const SETTING_FIELDS = {
    'min-dataset-len': {
        is: { kind: 'number', least: 0, most: Number.MAX_SAFE_INTEGER, isWhole: true },
        about: 'the smallest number of usable rows; a dataset with fewer is skipped with a warning',
    },
    'correct-ratio': {
        is: { kind: 'number', least: 0, most: 1e6, isWhole: false },
        about: 'confirmed rows sampled per correction',
    },
    'random-state': {
        is: { kind: 'number', least: 0, most: 2 ** 32 - 1, isWhole: true },
        about: 'seed of the sample and of the split',
    },
    split: { is: SHARES, about: 'shares of train, eval and test, in percent' },
    'split-method': {
        is: METHOD,
        about: 'how rows are split: stable, the default, keeps every row in its split in all versions; sklearn splits like train_test_split of scikit-learn',
    },
    private: { is: { kind: 'flag' }, about: 'whether a dataset repo that the run creates is private' },
};
/** Returns the settings that a dataset of a task can have. */
function settingFieldsOf(task) {
    const method = SETTING_FIELDS['split-method'];
    const is = (0,tasks/* hasOneClass */.Rr)(task)
        ? METHOD
        : { kind: 'choice', values: ['stable'], reason: NO_SKLEARN };
    return { ...SETTING_FIELDS, 'split-method': { ...method, is } };
}

// EXTERNAL MODULE: ./build/model/trust.js
var trust = __nccwpck_require__(8728);
;// CONCATENATED MODULE: ./build/config/describe-trust.js

const PERCENT = { kind: 'number', least: 0, most: 100, isWhole: false };
const COUNT = { kind: 'number', least: 0, most: Number.MAX_SAFE_INTEGER, isWhole: true };
const DAYS_OF_UNIT = { h: 1 / 24, d: 1, w: 7 };
const AGE = {
    kind: 'text',
    pattern: /^[1-9]\d{0,4}[hdw]$/u,
    longest: 6,
    rule: 'hours, days or weeks, such as 36h, 14d or 4w',
};
const HOLD_OR_ALLOW = { kind: 'choice', values: ['hold', 'allow'] };
const KINDS = {
    kind: 'list',
    of: {
        kind: 'text',
        pattern: new RegExp(`^(?:${trust/* PII_KINDS */.tw.join('|')})$`, 'u'),
        longest: 10,
        rule: `one of ${trust/* PII_KINDS */.tw.join(', ')}`,
    },
    item: 'kind',
    least: 1,
    reason: 'to look for no personal data, remove pii',
    most: trust/* PII_KINDS */.tw.length,
};
const REGION = {
    kind: 'text',
    pattern: /^[A-Z]{2}$/u,
    longest: 2,
    rule: 'the ISO 3166-1 code of a country in capital letters, such as NP',
};
const PII = {
    kind: 'mapping',
    fields: {
        find: { is: KINDS, about: `the kinds to look for, ${trust/* PII_KINDS */.tw.join(', ')}; by default all of them` },
        action: {
            is: { kind: 'choice', values: trust/* PII_ACTIONS */.tW },
            about: 'count reports the matches, redact replaces them, drop leaves out their rows, hold publishes nothing',
        },
        region: {
            is: REGION,
            about: 'the country whose phone numbers are found without a calling code, such as NP; by default only numbers with + or 00 are found',
        },
    },
};
/** Checks that any dataset must pass before it is published. */
const COMMON_FIELDS = {
    'max-shrinkage': {
        is: PERCENT,
        about: 'the largest share of rows, in percent, that may be gone since the largest of the last 10 versions',
    },
    'breaking-changes': {
        is: HOLD_OR_ALLOW,
        about: 'whether ids, columns and splits may change their meaning since the last version',
    },
    'similar-repo': {
        is: HOLD_OR_ALLOW,
        about: 'whether a repo is created if its owner has one with a similar name',
    },
    'max-conflicts': {
        is: PERCENT,
        about: 'the largest share of the rows read, in percent, that may be left out because their labels disagree',
    },
    'max-age': { is: AGE, about: 'the largest age of the newest correction, such as 14d; needs the role time' },
    'near-duplicates': {
        is: { kind: 'choice', values: ['count', 'none'] },
        about: 'whether near-duplicates are counted: count, the default, compares the texts of different splits; none skips this search',
    },
    'max-near-duplicates': {
        is: PERCENT,
        about: 'the largest share of the rows of test, in percent, that may be near-duplicates of rows of train',
    },
    'drop-near-duplicates': {
        is: { kind: 'choice', values: ['train', 'none'] },
        about: 'whether near-duplicates are left out: train leaves out the rows of train that are near-duplicates of rows of eval or test; none, the default, keeps them',
    },
    publish: {
        is: { kind: 'choice', values: ['directly', 'pull-request'] },
        about: 'how a version is published: directly, the default; pull-request keeps each version in a pull request on the Hub until a person merges it',
    },
    'on-gate': {
        is: { kind: 'choice', values: ['hold', 'pull-request'] },
        about: 'what happens to a version that fails a gate: hold, the default, does not publish it; pull-request offers it in a pull request on the Hub',
    },
    annotators: {
        is: { kind: 'choice', values: trust/* ANNOTATOR_RULES */.rS },
        about: 'which correction counts if several people corrected the same text',
    },
    pii: { is: PII, about: 'the personal data to look for in the texts' },
};
/** Checks that a dataset with classes must pass. */
const CLASS_FIELDS = {
    'max-unknown-classes': {
        is: PERCENT,
        about: 'the largest share of the rows read, in percent, that may have an unknown class',
    },
    'lost-classes': { is: HOLD_OR_ALLOW, about: 'whether a class that had rows may have none' },
    'min-rows-per-class': { is: COUNT, about: 'the smallest number of rows a class may have' },
    'max-drift': {
        is: PERCENT,
        about: "the largest change of a class's share since the last version, in points; changes that chance explains pass",
    },
};
/** All checks before a publish that can be set. */
const TRUST_FIELDS = { ...COMMON_FIELDS, ...CLASS_FIELDS };
/** Values of the checks of a dataset. */
function trustFieldsOf(hasClasses) {
    return hasClasses ? TRUST_FIELDS : COMMON_FIELDS;
}
/** Returns the checks that the file sets. */
function trustOf(values) {
    const { pii, 'max-age': age } = values;
    const settings = {
        maxShrinkage: values['max-shrinkage'],
        maxUnknownClasses: values['max-unknown-classes'],
        lostClasses: values['lost-classes'],
        breakingChanges: values['breaking-changes'],
        similarRepo: values['similar-repo'],
        minRowsPerClass: values['min-rows-per-class'],
        maxConflicts: values['max-conflicts'],
        maxDrift: values['max-drift'],
        maxAge: age === undefined ? undefined : daysOf(age),
        nearDuplicates: values['near-duplicates'],
        maxNearDuplicates: values['max-near-duplicates'],
        dropNearDuplicates: values['drop-near-duplicates'],
        publish: values.publish,
        onGate: values['on-gate'],
        annotators: values.annotators,
        pii: pii === undefined ? undefined : piiOf(pii),
    };
    return Object.fromEntries(Object.entries(settings).filter(([, value]) => value !== undefined));
}
/** Returns the keys that need the search for near-duplicates, if `near-duplicates: none` skips it. */
function keysWithoutSearch({ nearDuplicates, maxNearDuplicates = null, dropNearDuplicates, }) {
    if (nearDuplicates !== 'none')
        return [];
    const unmet = [
        ['max-near-duplicates', maxNearDuplicates !== null],
        ['drop-near-duplicates', dropNearDuplicates === 'train'],
    ];
    return unmet
        .filter(([, isSet]) => isSet)
        .map(([key]) => ({
        key,
        message: `${key} needs the search that near-duplicates: none skips. Set near-duplicates: count, or remove ${key}`,
    }));
}
function piiOf({ find, action = 'count', region }) {
    return {
        find: trust/* PII_KINDS */.tw.filter((kind) => find === undefined || find.includes(kind)),
        action,
        region: region ?? null,
    };
}
function daysOf(age) {
    return Number.parseInt(age, 10) * DAYS_OF_UNIT[age.at(-1)];
}

// EXTERNAL MODULE: ./build/config/problems.js
var config_problems = __nccwpck_require__(3515);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __nccwpck_require__(6760);
// EXTERNAL MODULE: ./build/model/cleaning.js
var cleaning = __nccwpck_require__(5763);
// EXTERNAL MODULE: ./build/text/edit-distance.js
var edit_distance = __nccwpck_require__(46);
;// CONCATENATED MODULE: ./build/config/nearest.js

/** Largest number of edits between a misspelt name and the name that is meant. */
const MAX_EDITS = 3;
/** Returns the known name nearest to an unknown one, by edit distance; null if none is near. */
function nearest(name, known) {
    const limit = Math.min(MAX_EDITS, Math.floor(name.length / 2));
    const near = known
        .map((candidate) => ({
        candidate,
        edits: (0,edit_distance/* editDistance */.Y)(name.toLowerCase(), candidate.toLowerCase(), limit),
    }))
        .filter(({ edits }) => edits <= limit)
        .sort((a, b) => a.edits - b.edits);
    return near[0]?.candidate ?? null;
}

;// CONCATENATED MODULE: ./build/config/describe-rows.js



/** Reason why `clean: python` is refused for generative tasks. */
const NO_PYTHON = 'python removes the line breaks, tags and links of texts that a model learns to write';
/** Reason why the step `html` is refused for spans. */
const NO_HTML = 'html does not show where a part of the text is afterwards, so spans would be lost';
const STEP = {
    kind: 'text',
    pattern: new RegExp(`^(?:${cleaning/* CLEANING_STEPS */.yn.join('|')})$`, 'u'),
    longest: 20,
    rule: `one of ${cleaning/* CLEANING_STEPS */.yn.join(', ')}`,
    suggest: (text) => nearest(text, cleaning/* CLEANING_STEPS */.yn),
};
const STEPS = {
    kind: 'list',
    of: STEP,
    item: 'step',
    least: 1,
    reason: 'if there is no step, set clean: none',
    most: cleaning/* CLEANING_STEPS */.yn.length,
};
const CLEAN = {
    kind: 'wordOrList',
    word: { kind: 'choice', values: ['none', 'python'] },
    list: STEPS,
};
const CLEAN_OF_GENERATIVE = {
    kind: 'wordOrList',
    word: { kind: 'choice', values: ['none'], reason: NO_PYTHON },
    list: STEPS,
};
const STEPS_OF_SPANS = cleaning/* CLEANING_STEPS */.yn.filter((step) => step !== 'html');
const CLEAN_OF_SPANS = {
    ...CLEAN,
    list: {
        ...STEPS,
        of: {
            ...STEP,
            pattern: new RegExp(`^(?:${STEPS_OF_SPANS.join('|')})$`, 'u'),
            rule: `one of ${STEPS_OF_SPANS.join(', ')}, because ${NO_HTML}`,
            suggest: (text) => nearest(text, STEPS_OF_SPANS),
        },
        most: STEPS_OF_SPANS.length,
    },
};
/** Settings of the rows of any dataset. */
const ROW_FIELDS = {
    clean: {
        is: CLEAN,
        about: 'how texts are cleaned: html keeps the text that a browser shows, urls removes URLs, whitespace makes each run of white space one space, none only trims the ends, python cleans like the built-in datasets; by default [whitespace], and none for a task whose texts a model writes',
    },
};
/** Returns the settings of the rows of a dataset of a task. */
function rowFieldsOf(task) {
    return { clean: { ...ROW_FIELDS.clean, is: cleanFieldOf(task) } };
}
function cleanFieldOf(task) {
    if ((0,tasks/* hasSpans */.Gw)(task))
        return CLEAN_OF_SPANS;
    return tasks/* TASKS */.n3[task].isGenerative ? CLEAN_OF_GENERATIVE : CLEAN;
}
/** Returns how the texts of a dataset are cleaned. @param set value of the file, undefined if it is not set */
function cleaningOf(task, set) {
    if (set === undefined)
        return (0,cleaning/* defaultCleaning */.HP)(task);
    return typeof set === 'string' ? set : (0,cleaning/* orderedSteps */.f3)(set);
}

;// CONCATENATED MODULE: external "node:fs"
const external_node_fs_namespaceObject = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:fs");
// EXTERNAL MODULE: ./node_modules/yaml/dist/index.js
var dist = __nccwpck_require__(8815);
;// CONCATENATED MODULE: ./build/model/repo-name.js
/** The form of the name of a repo on the Hub, after "Write it as". */
const repo_name_REPO_NAME_RULE = 'owner/name, with letters, digits, "-", "_" and "."';
const PART = '[A-Za-z0-9_](?:[\\w.-]*[A-Za-z0-9_])?';
/** Pattern of the names that the Hub allows for a repo, without the limit of length. */
const REPO_NAME_PATTERN = new RegExp(`^(?!.*(?:--|\\.\\.|\\.git$))${PART}/${PART}$`);
const OWNER_NAME = new RegExp(`^${PART}$`);
const LONGEST_REPO_NAME = 96;
/**
 * True for a name that the Hub allows for a repo (`validate_repo_id` of huggingface_hub): `owner/name`, letters,
 * digits, `-`, `_` and `.`, neither starting nor ending with `-` or `.`, without `--` and `..`, at most 96 characters.
 */
function repo_name_isRepoName(name) {
    return REPO_NAME_PATTERN.test(name) && name.length <= LONGEST_REPO_NAME;
}
/**
 * Returns the repo that an address names, such as that of its page, of a file in it or of its clone; null for a text
 * without one.
 */
function repo_name_repoNameIn(address) {
    const path = address
        .replace(/^[a-z+]+:\/\/(?:[^/]*[.:@][^/]*\/)?|^git@[^:/]*:/i, '')
        .replace(/^[^/\s]*\.[^/\s]*\/(?=(?:datasets|models|spaces)\/)/, '');
    const [, name] = /^(?:(?:datasets|models|spaces)\/)?([^/\s]+\/[^/\s?#]+)(?:\/?$|[?#]|\/(?:tree|blob|resolve)\/)/.exec(path) ?? [];
    const repo = name?.replace(/\.git$/, '');
    return repo !== undefined && repo !== address && repo_name_isRepoName(repo) ? repo : null;
}
/** True for a possible name of a user or an organization of the Hub. */
function isOwnerName(name) {
    return OWNER_NAME.test(name) && !/--|\.\./.test(name) && name.length <= LONGEST_REPO_NAME;
}

;// CONCATENATED MODULE: ./build/config/texts.js

/** Names of datasets and sources. */
const NAME = {
    kind: 'text',
    pattern: /^[a-z][a-z0-9-]*$/u,
    longest: 60,
    rule: 'small letters, digits and "-", the first a letter, at most 60 characters',
};
/** One line of text. */
const LINE = {
    kind: 'text',
    pattern: /^(?=.*\S)[^\p{Cc}\p{Cs}]+$/u,
    longest: 200,
    rule: 'one line of text, at most 200 characters',
};
/** SQL and Markdown: any text that is not blank and that UTF-8 and PostgreSQL can hold. */
const PROSE = {
    kind: 'text',
    pattern: /^(?=[\s\S]*\S)[^\0\p{Cs}]+$/u,
    rule: 'text that is not empty and contains no NUL',
};
/** A column of a SELECT; PostgreSQL cuts longer names. */
const COLUMN = { ...LINE, longest: 63, rule: 'the name of a column, at most 63 characters' };
/** A column on the Hub with a name that Parquet, `datasets` and the Hub's viewer all accept. */
const PUBLISHED = {
    kind: 'text',
    pattern: /^[A-Za-z0-9_-]+$/u,
    longest: 100,
    rule: 'letters, digits, "_" and "-", at most 100 characters',
};
/** White space around a class is trimmed in every row, so no row could have such a class. */
const CLASS = {
    kind: 'text',
    pattern: /^[^\p{Z}\p{Cc}\p{Cs}](?:[^\p{Cc}\p{Cs}]*[^\p{Z}\p{Cc}\p{Cs}])?$/u,
    rule: 'a name in one line, without white space around it',
};
const LANGUAGE = {
    kind: 'text',
    pattern: /^(?:[a-z]{2,3}|code|multilingual)$/u,
    rule: 'an ISO 639 code such as en, code or multilingual',
};
/** A tag of a dataset card. The Hub reserves prefixes with a colon, such as `license:` and `region:`. */
const TAG = {
    kind: 'text',
    pattern: /^[^\p{Z}\p{C},:](?:[^\p{Zl}\p{Zp}\p{C},:]*[^\p{Z}\p{C},:])?$/u,
    longest: 100,
    rule: 'a tag in one line without commas and colons, at most 100 characters',
};
const REPO = {
    kind: 'text',
    pattern: REPO_NAME_PATTERN,
    longest: LONGEST_REPO_NAME,
    rule: `${repo_name_REPO_NAME_RULE}, at most ${LONGEST_REPO_NAME} characters`,
    suggest: repo_name_repoNameIn,
};
const SQL = { ...PROSE, rule: 'SQL, not empty and without NUL, or { file: a path }' };
const PATH = { ...LINE, longest: 1_000, rule: 'the path of a file, in one line' };
/** SQL in a file of its own. */
const STATEMENT_FILE = {
    kind: 'mapping',
    fields: {
        file: { is: PATH, about: 'the path of the SQL file, relative to this file', isRequired: true },
    },
};

;// CONCATENATED MODULE: ./build/config/presets.js




/** The file of the built-in datasets, which is not a preset. */
const presets_BUILT_IN_FILE = 'sambodhan.yml';
/** Returns the names of the sources that come with the action. */
function presetNames(folder) {
    return (0,external_node_fs_namespaceObject.readdirSync)(folder)
        .filter((file) => file.endsWith('.yml') && file !== presets_BUILT_IN_FILE)
        .map((file) => external_node_path_.basename(file, '.yml'))
        .sort();
}
/** Reads a source that comes with the action. Its file is part of the action and is not checked. */
function presets_readPreset(folder, name) {
    return (0,dist/* parse */.qg)((0,external_node_fs_namespaceObject.readFileSync)(external_node_path_.join(folder, `${name}.yml`), 'utf8'));
}
/** Returns the keys of a source with a preset, as in a file that declares datasets. */
function parameterFields({ parameters = {} }) {
    return Object.fromEntries(Object.entries(parameters).map(([name, parameter]) => {
        const field = { is: scalarOf(parameter), about: phraseOf(parameter.description) };
        return [name, parameter.required ? { ...field, isRequired: true } : field];
    }));
}
/** Returns a sentence in the form of a key's description, for use within a sentence. */
function phraseOf(sentence) {
    return `${sentence.charAt(0).toLowerCase()}${sentence.slice(1).replace(/\.$/, '')}`;
}
const PLACEHOLDER = /\$\{([^}]*)\}/g;
/**
 * Returns the SQL of a preset with its shared SQL and its parameters filled in, each value quoted by code.
 *
 * @returns null if the preset has no such SQL for these values
 * @throws Error about an unknown placeholder, which is a mistake in the preset
 */
function fillIn(sql, preset, values) {
    const text = typeof sql === 'object' ? sql[String(givenValue(sql.by, preset, values))] : sql;
    if (text === undefined)
        return null;
    const { shared = {} } = preset;
    return text.replace(PLACEHOLDER, (placeholder, name) => Object.hasOwn(shared, name)
        ? (fillIn(shared[name], preset, values) ?? '')
        : literalOf(requireValue(placeholder, name, preset, values)));
}
/**
 * Returns a text of a preset about its rows, with its parameters filled in unquoted.
 *
 * @throws Error about an unknown placeholder, which is a mistake in the preset
 */
function fillInText(text, preset, values) {
    return text.replace(PLACEHOLDER, (placeholder, name) => String(requireValue(placeholder, name, preset, values) ?? ''));
}
function requireValue(placeholder, name, preset, values) {
    if (Object.hasOwn(preset.parameters ?? {}, name))
        return givenValue(name, preset, values);
    throw new Error(`A preset names ${placeholder}, which is not one of its parameters.`);
}
function givenValue(name, { parameters }, values) {
    return values[name] ?? parameters?.[name]?.default;
}
/**
 * Returns a value as a SQL literal, NULL if none is given. A backslash is a plain character because
 * standard_conforming_strings is on.
 */
function literalOf(value) {
    if (value === undefined)
        return 'NULL';
    if (typeof value === 'number')
        return value < 0 ? `(${value})` : String(value);
    return `'${String(value).replaceAll("'", "''")}'`;
}
function scalarOf({ type, values = [] }) {
    if (type === 'one-of')
        return { kind: 'choice', values };
    if (type === 'text')
        return { ...PROSE, longest: 1_000, rule: 'text, at most 1000 characters' };
    const { MIN_SAFE_INTEGER: least, MAX_SAFE_INTEGER: most } = Number;
    return { kind: 'number', least, most, isWhole: true };
}

;// CONCATENATED MODULE: ./build/config/build-definitions.js



/**
 * Returns the datasets of a file that was checked, in their order.
 *
 * @param options.repos repos by dataset name for the built-in file, whose datasets have none; a dataset without one is
 * left out
 * @param options.presetOf returns a source that comes with the action
 * @param options.placeOf returns the place of the value, or of the key, at the end of a path
 */
function buildDefinitions(file, options) {
    const { repos, presetOf, placeOf } = options;
    const sources = new Map();
    for (const [name, source] of file.sources) {
        const place = placeOf(['sources', name, 'preset'], 'value');
        sources.set(name, sourceOf(name, source, { place, presetOf, isBuiltIn: repos !== null }));
    }
    return Array.from(file.datasets).flatMap(([name, dataset]) => {
        const repo = dataset.repo ?? repos?.get(name);
        if (repo === undefined)
            return [];
        const definition = definitionOf(dataset, file.defaults ?? {});
        const place = placeOf(['datasets', name], 'key');
        return [{ name, repo, source: sources.get(dataset.source), ...definition, place }];
    });
}
function sourceOf(name, source, { place, presetOf, isBuiltIn }) {
    const rowSecurity = source['row-security'];
    if (hasSelects(source)) {
        const { corrections, confirmed, pending } = source;
        return {
            name,
            origin: isBuiltIn ? 'built-in' : 'file',
            corrections: corrections,
            confirmed: confirmed ?? null,
            pending: pending ?? null,
            rowSecurity,
        };
    }
    const preset = presetOf(source.preset);
    const values = source;
    const sqlite = preset.sqlite && statementsOf(inSqlite(preset, preset.sqlite), values, place);
    return {
        name,
        origin: 'preset',
        ...statementsOf(preset, values, place),
        rowSecurity,
        ...(sqlite && { sqlite }),
    };
}
/** Returns a preset with its SQL for SQLite in place of that for PostgreSQL. */
function inSqlite(preset, { corrections, confirmed, pending, shared, unjudged }) {
    return {
        ...preset,
        ...{ corrections, confirmed, pending, shared },
        unjudged: unjudged && { ...preset.unjudged, ...unjudged },
    };
}
/** Returns the statements of a preset with its parameters filled in. @param place of all of them in the file */
function statementsOf(preset, values, place) {
    const statement = (sql) => {
        const filled = fillIn(sql, preset, values);
        return filled === null ? null : { sql: filled, ...place, pieces: [] };
    };
    const unjudged = statement(preset.unjudged?.select);
    return {
        corrections: statement(preset.corrections),
        confirmed: statement(preset.confirmed),
        pending: statement(preset.pending),
        ...(unjudged && { unjudged: { ...unjudged, causes: causesOf(preset, values) } }),
    };
}
/** Returns the causes for which a preset leaves rows out, with its parameters filled in. */
function causesOf(preset, values) {
    const { causes = {}, expected = {} } = preset.unjudged ?? {};
    const described = (texts, isExpected) => Object.entries(texts).map(([name, text]) => [
        name,
        { text: fillInText(text, preset, values), isExpected },
    ]);
    return new Map([...described(causes, false), ...described(expected, true)]);
}
function hasSelects(source) {
    return !('preset' in source);
}
function definitionOf(dataset, defaults) {
    const { 'unknown-classes': unknownClasses, 'span-offsets': spanOffsets, 'labels-as': labelsAs, 'keep-as': keepAs, } = dataset;
    return {
        task: dataset.task,
        clean: cleaningOf(dataset.task, dataset.clean ?? defaults.clean),
        columns: dataset.columns ?? {},
        publishAs: dataset['publish-as'] ?? {},
        keep: dataset.keep ?? [],
        classNames: dataset.classes ?? [],
        ...(unknownClasses && { unknownClasses }),
        ...(spanOffsets && { spanOffsets }),
        ...(labelsAs && { labelsAs }),
        ...(keepAs && { keepAs }),
        settings: { ...settingsOf(defaults), ...settingsOf(dataset) },
        trust: { ...trustOf(defaults), ...trustOf(dataset) },
        card: dataset.card ?? {},
    };
}
/** Returns the settings that the file sets. */
function settingsOf(values) {
    const settings = {
        minDatasetLen: values['min-dataset-len'],
        correctRatio: values['correct-ratio'],
        randomState: values['random-state'],
        split: values.split,
        splitMethod: values['split-method'],
        private: values.private,
    };
    return Object.fromEntries(Object.entries(settings).filter(([, value]) => value !== undefined));
}

// EXTERNAL MODULE: ./build/model/shape.js
var shape = __nccwpck_require__(7079);
// EXTERNAL MODULE: ./build/model/split-shares.js
var split_shares = __nccwpck_require__(4599);
// EXTERNAL MODULE: ./build/text/markdown.js
var markdown = __nccwpck_require__(1065);
;// CONCATENATED MODULE: ./build/config/expectation.js




/** Largest number of names that a message lists. */
const MAX_NAMES = 30;
/** Kinds of values that have lines of their own, below their key. */
const HOLDERS = new Set([
    'list',
    'wordOrList',
    'named',
    'mapping',
    'cases',
]);
/** True if a value matches a description. */
function isOf(description, value) {
    switch (description.kind) {
        case 'text': {
            const { longest = Number.POSITIVE_INFINITY, pattern } = description;
            return typeof value === 'string' && !isLonger(value, longest) && pattern.test(value);
        }
        case 'choice':
            return typeof value === 'string' && description.values.includes(value);
        case 'number': {
            const { least, most, isWhole } = description;
            if (typeof value !== 'number' || !(value >= least && value <= most))
                return false;
            return !isWhole || Number.isInteger(value);
        }
        case 'flag':
            return typeof value === 'boolean';
        case 'constant':
            return value === description.value;
    }
}
/** Returns a subject as the first word of a sentence. A subject with a space is prose; one without is a key, which keeps its case. */
function atStart(subject) {
    return subject.includes(' ') ? `${subject[0].toUpperCase()}${subject.slice(1)}` : subject;
}
/** Returns why a value cannot be used. @param subject name of the value in messages */
function refusal(description, subject, node) {
    if (node === null || ((0,dist/* isScalar */.jn)(node) && node.value === null)) {
        const advice = HOLDERS.has(description.kind) ? ' Indent its value deeper than its key.' : '';
        return `${atStart(subject)} is empty. It must be ${expectation(description)}.${advice}`;
    }
    if (description.kind === 'text' && (0,dist/* isScalar */.jn)(node) && typeof node.value !== 'string') {
        const type = typeof node.value === 'boolean' ? 'true or false' : 'a number';
        const source = (0,config_problems/* quote */.hD)(node.source ?? '');
        return `${atStart(subject)} must be text, and YAML reads ${source} as ${type}. Write it in quotes.`;
    }
    const refused = `${atStart(subject)} must be ${expectation(description)}, not ${whatIs(node)}`;
    if (!(0,dist/* isScalar */.jn)(node))
        return `${refused}.`;
    const meant = suggestion(description, subject, node.source ?? '');
    if (meant !== null)
        return `${refused}; did you mean ${meant}?`;
    const reason = wordsOf(description)?.reason;
    return reason === undefined ? `${refused}.` : `${refused}: ${reason}.`;
}
/** Returns the words that a value may be; null if it may be something else. */
function wordsOf(description) {
    if (description.kind === 'wordOrList')
        return description.word;
    return description.kind === 'choice' ? description : null;
}
/** Returns the probable correction of a text, as it is to be written; null if no known text is near. */
function suggestion(description, subject, text) {
    switch (description.kind) {
        case 'choice': {
            const { synonyms = {}, values } = description;
            const word = text.toLowerCase().replace(/[\s_]+/g, '-');
            if (Object.hasOwn(synonyms, word))
                return synonyms[word];
            return values.includes(word) ? word : nearest(text, values);
        }
        case 'text':
            return description.suggest?.(text) ?? null;
        case 'list':
            return listOf(description, subject, text);
        case 'wordOrList':
            return wordOrItems(description, subject, text);
        case 'mapping':
            return Object.hasOwn(description.meant ?? {}, text) ? description.meant[text] : null;
        default:
            return null;
    }
}
/**
 * Returns a list with the items that a text names, a word, or a list with the item that is near; null if none is near.
 */
function wordOrItems({ word, list }, subject, text) {
    const item = list.of.suggest?.(text) ?? null;
    const items = listOf(list, subject, text) ?? (item === null ? null : `${subject}: [${item}]`);
    return items ?? nearest(text, word.values);
}
/** Returns a list with the items that a text names, one or several after commas; null if one cannot be an item. */
function listOf({ of, item }, subject, text) {
    const items = text.split(',').map((each) => each.trim());
    if (!items.every((each) => isOf(of, each)) || items.length > MAX_NAMES)
        return null;
    // An item that is a list itself has no key to be written after.
    return subject.startsWith(`${item} `) ? null : `${subject}: [${items.join(', ')}]`;
}
/**
 * Returns a message about an unknown key with the probable correction: key and value swapped, the mapping that the key
 * belongs in, or a similar key. If none is near, it lists the known keys.
 */
function unknownKey(key, value, subject, fields) {
    if (key === '<<')
        return 'Merge keys (<<) are not read. Write the keys out, or set them once in defaults.';
    const unknown = `Unknown key ${(0,config_problems/* quote */.hD)(key)} in ${subject}`;
    const known = Object.keys(fields);
    const text = (0,dist/* isScalar */.jn)(value) ? (value.source ?? '') : '';
    const swapped = Object.hasOwn(fields, text) ? fields[text]?.is : undefined;
    if (swapped?.kind === 'text' && isOf(swapped, key)) {
        return `${unknown}. The key comes first: did you mean ${text}: ${key}?`;
    }
    const parent = known.find((name) => {
        const is = fields[name]?.is;
        return is?.kind === 'mapping' && Object.hasOwn(is.fields, key);
    });
    if (parent !== undefined) {
        const shown = text === '' ? '…' : (0,config_problems/* quote */.hD)(text).slice(1, -1);
        return `${unknown}. It belongs in ${parent}: did you mean ${parent}: { ${key}: ${shown} }?`;
    }
    return `${unknown}${otherNames(key, known)}`;
}
/** Returns the end of a sentence about an unknown name: the name that was probably meant, or all names. */
function otherNames(name, known) {
    const near = nearest(name, known);
    if (near !== null)
        return `; did you mean ${near}?`;
    return `; known: ${known.slice(0, MAX_NAMES).join(', ')}${known.length > MAX_NAMES ? ', …' : '.'}`;
}
/** Returns the form of a value, in words that follow "must be". */
function expectation(description) {
    switch (description.kind) {
        case 'text':
            return description.rule;
        case 'choice': {
            const { rule, values } = description;
            if (rule !== undefined)
                return rule;
            return values.length < 3 ? values.join(' or ') : `one of ${values.join(', ')}`;
        }
        case 'number':
            return rangeOf(description);
        case 'flag':
            return 'true or false';
        case 'constant':
            return String(description.value);
        case 'statement':
            return SQL.rule;
        case 'list':
            return 'a list';
        case 'wordOrList': {
            const { word, list } = description;
            return `${word.values.join(', ')} or a list of ${list.item}s`;
        }
        case 'named':
            return `a mapping with a ${description.item} under each name`;
        case 'mapping':
        case 'cases':
            return 'a mapping of keys and values';
    }
}
function rangeOf({ least, most, isWhole }) {
    const kind = isWhole ? 'a whole number' : 'a number';
    if (most !== Number.MAX_SAFE_INTEGER)
        return `${kind} from ${least} to ${most}`;
    return least === Number.MIN_SAFE_INTEGER ? kind : `${kind} of at least ${least}`;
}
/** Returns what a value is instead, in words that follow "not". */
function whatIs(node) {
    if ((0,dist/* isMap */.jh)(node))
        return 'a mapping';
    if ((0,dist/* isSeq */.oP)(node))
        return 'a list';
    const { source = '', type } = node;
    const isQuoted = type === dist/* Scalar */.X5.QUOTE_SINGLE || type === dist/* Scalar */.X5.QUOTE_DOUBLE;
    return `${isQuoted ? 'the text ' : ''}${(0,config_problems/* quote */.hD)(source)}`;
}
/** True if a text has more characters than the limit; a character has one or two UTF-16 units. */
function isLonger(text, longest) {
    return text.length > longest && (text.length > 2 * longest || Array.from(text).length > longest);
}

;// CONCATENATED MODULE: ./build/config/check-references.js









/** Classes from which on a list of 0 and 1 would take more than 4 kB a row. */
const MOST_MULTI_HOT = 1_000;
/** Checks what a single value cannot show: that everything that is named exists, and that nothing is used twice. */
function checkReferences(file, report) {
    const datasets = Array.from(file.datasets ?? []).flatMap(([name, dataset]) => dataset === undefined ? [] : [{ name, dataset, path: ['datasets', name] }]);
    checkShares(file.defaults?.split, ['defaults', 'split'], report);
    checkSources(file, datasets, report);
    checkRepos(datasets, report);
    for (const checked of datasets) {
        checkShares(checked.dataset.split, [...checked.path, 'split'], report);
        checkMethod(checked, file.defaults?.['split-method'], report);
        checkCleaning(checked, file.defaults?.clean, report);
        checkColumnNames(checked, report);
        checkLists(checked, report);
        checkSearch(checked, file.defaults ?? {}, report);
    }
}
function checkShares(split, path, report) {
    if (split === undefined)
        return;
    try {
        (0,split_shares/* parseSplit */.U)(split);
    }
    catch (error) {
        if (!(error instanceof RangeError))
            throw error;
        report(path, 'value', () => `split ${error.message}.`);
    }
}
function checkSources(file, datasets, report) {
    const { sources } = file;
    if (sources === undefined || sources.size === 0)
        return;
    const unused = new Set(sources.keys());
    // The source of a dataset that cannot be read is unknown.
    let areKnown = datasets.length === file.datasets?.size;
    for (const { dataset, path } of datasets) {
        const { source } = dataset;
        areKnown &&= source !== undefined && sources.has(source);
        if (source === undefined || unused.delete(source) || sources.has(source))
            continue;
        report([...path, 'source'], 'value', () => {
            return `The source ${(0,config_problems/* quote */.hD)(source)} does not exist${otherNames(source, [...sources.keys()])}`;
        });
    }
    if (!areKnown)
        return;
    for (const name of unused) {
        report(['sources', name], 'key', () => `No dataset uses the source ${name}. Use it in one, or remove it.`);
    }
}
/** The Hub ignores case in names. So with one repo for two datasets, each would replace the other in every run. */
function checkRepos(datasets, report) {
    const users = new Map();
    for (const { name, dataset, path } of datasets) {
        const { repo } = dataset;
        if (repo === undefined)
            continue;
        const user = users.get(repo.toLowerCase());
        if (user === undefined)
            users.set(repo.toLowerCase(), name);
        else {
            report([...path, 'repo'], 'value', () => {
                return `The dataset ${user} has the repo ${(0,config_problems/* quote */.hD)(repo)} already. Give each a repo of its own.`;
            });
        }
    }
}
function checkMethod({ dataset, path }, byDefault, report) {
    const { task, columns, 'split-method': method = byDefault } = dataset;
    if (method !== 'sklearn' || task === undefined)
        return;
    if (!(0,tasks/* hasOneClass */.Rr)(task)) {
        report(path, 'key', () => `The defaults set split-method: sklearn, but ${NO_SKLEARN}. Set split-method: stable here.`);
    }
    else if (columns?.group !== undefined) {
        report([...path, 'columns', 'group'], 'value', () => {
            return 'sklearn cannot keep a group in one split. Set split-method: stable here, or remove group.';
        });
    }
}
function checkCleaning({ dataset: { task, clean }, path }, byDefault, report) {
    if (clean !== undefined || byDefault === undefined || task === undefined)
        return;
    if (byDefault === 'python' && tasks/* TASKS */.n3[task].isGenerative)
        report(path, 'key', () => `The defaults set clean: python, but ${NO_PYTHON}. Set clean: none here.`);
    if (byDefault.includes('html') && (0,tasks/* hasSpans */.Gw)(task))
        report(path, 'key', () => `The defaults clean html, but ${NO_HTML}. Set clean: [whitespace] here.`);
}
/**
 * Reports keys that need the search for near-duplicates together with `near-duplicates: none`, wherever each is set.
 */
function checkSearch({ dataset, path }, defaults, report) {
    const unmet = keysWithoutSearch({ ...trustOf(defaults), ...trustOf(dataset) });
    for (const { key, message } of unmet) {
        const own = ['near-duplicates', key].find((each) => dataset[each] !== undefined);
        const place = own === undefined ? ['defaults', 'near-duplicates'] : [...path, own];
        report(place, 'value', () => `${message}.`);
    }
}
function checkLists({ dataset, path }, report) {
    const { classes = [] } = dataset;
    if (dataset['labels-as'] !== 'multi-hot' || classes.length <= MOST_MULTI_HOT)
        return;
    const most = (0,markdown/* formatCount */.B4)(MOST_MULTI_HOT);
    report([...path, 'labels-as'], 'value', () => {
        return `labels-as: multi-hot is for at most ${most} classes, and the dataset has ${(0,markdown/* formatCount */.B4)(classes.length)}. Remove labels-as.`;
    });
}
/** The Hub's viewer ignores case in the names of columns. */
function checkColumnNames({ dataset, path }, report) {
    const { task, keep = [], 'publish-as': publishAs = {} } = dataset;
    if (task === undefined)
        return;
    const users = new Map();
    const take = (name, user, place) => {
        const other = users.get(name.toLowerCase());
        if (other === undefined)
            users.set(name.toLowerCase(), user);
        else
            report(place, 'value', () => `${other} is called ${(0,config_problems/* quote */.hD)(name)} on the Hub already. Choose another name.`);
    };
    if ((0,tasks/* hasSpans */.Gw)(task))
        for (const { name } of shape/* COLUMNS_OF_SPANS */.iP)
            take(name, `The column of ${name}`, path);
    for (const role of (0,tasks/* rolesOf */.R7)(task)) {
        const name = publishAs[role];
        if (name !== undefined)
            take(name, `The role ${role}`, [...path, 'publish-as', role]);
        else if (!Object.hasOwn(publishAs, role))
            take(role, `The role ${role}`, path);
    }
    for (const [index, name] of keep.entries())
        take(name, `The kept column ${name}`, [...path, 'keep', index]);
}

;// CONCATENATED MODULE: ./build/config/licenses.js
/** Ids of licenses that the Hub knows: hub-docs, docs/hub/repositories-licenses.md, as of 2026-08-22. */
const IDS = [
    'apache-2.0',
    'mit',
    'openrail',
    'openrail++',
    'bigscience-openrail-m',
    'creativeml-openrail-m',
    'bigscience-bloom-rail-1.0',
    'bigcode-openrail-m',
    'afl-3.0',
    'artistic-2.0',
    'bsl-1.0',
    'bsd',
    'bsd-2-clause',
    'bsd-3-clause',
    'bsd-3-clause-clear',
    'c-uda',
    'cc',
    'cc0-1.0',
    'cc-by-2.0',
    'cc-by-2.5',
    'cc-by-3.0',
    'cc-by-4.0',
    'cc-by-sa-3.0',
    'cc-by-sa-4.0',
    'cc-by-nc-2.0',
    'cc-by-nc-3.0',
    'cc-by-nc-4.0',
    'cc-by-nd-4.0',
    'cc-by-nc-nd-3.0',
    'cc-by-nc-nd-4.0',
    'cc-by-nc-sa-2.0',
    'cc-by-nc-sa-3.0',
    'cc-by-nc-sa-4.0',
    'cdla-sharing-1.0',
    'cdla-permissive-1.0',
    'cdla-permissive-2.0',
    'wtfpl',
    'ecl-2.0',
    'epl-1.0',
    'epl-2.0',
    'etalab-2.0',
    'eupl-1.1',
    'eupl-1.2',
    'agpl-3.0',
    'gfdl',
    'gpl',
    'gpl-2.0',
    'gpl-3.0',
    'lgpl',
    'lgpl-2.1',
    'lgpl-3.0',
    'lgpl-lr',
    'isc',
    'h-research',
    'intel-research',
    'lppl-1.3c',
    'ms-pl',
    'apple-ascl',
    'apple-amlr',
    'mpl-2.0',
    'odc-by',
    'odbl',
    'openmdw-1.0',
    'openmdw-1.1',
    'osl-3.0',
    'postgresql',
    'ofl-1.1',
    'ncsa',
    'unlicense',
    'zlib',
    'pddl',
    'deepfloyd-if-license',
    'fair-noncommercial-research-license',
    'llama2',
    'llama3',
    'llama3.1',
    'llama3.2',
    'llama3.3',
    'llama4',
    'grok2-community',
    'gemma',
    'unknown',
    'other',
];
/** The license of a dataset. The Hub shows an id that it does not know as an error of the card. */
const LICENSE = {
    kind: 'choice',
    values: IDS,
    rule: 'a license id of the Hub, such as cc-by-4.0, or other (https://huggingface.co/docs/hub/repositories-licenses)',
    // Names that SPDX and people use, where they differ from the id in more than capitals.
    synonyms: {
        'agpl-3.0-only': 'agpl-3.0',
        'agpl-3.0-or-later': 'agpl-3.0',
        apache: 'apache-2.0',
        'apache-license-2.0': 'apache-2.0',
        cc0: 'cc0-1.0',
        'cc-by': 'cc-by-4.0',
        'cc-by-nc': 'cc-by-nc-4.0',
        'cc-by-nc-nd': 'cc-by-nc-nd-4.0',
        'cc-by-nc-sa': 'cc-by-nc-sa-4.0',
        'cc-by-nd': 'cc-by-nd-4.0',
        'cc-by-sa': 'cc-by-sa-4.0',
        'gpl-2.0-only': 'gpl-2.0',
        'gpl-2.0-or-later': 'gpl-2.0',
        'gpl-3.0-only': 'gpl-3.0',
        'gpl-3.0-or-later': 'gpl-3.0',
        'lgpl-2.1-only': 'lgpl-2.1',
        'lgpl-2.1-or-later': 'lgpl-2.1',
        'lgpl-3.0-only': 'lgpl-3.0',
        'lgpl-3.0-or-later': 'lgpl-3.0',
        lgpllr: 'lgpl-lr',
        'mit-license': 'mit',
        none: 'other',
        'odbl-1.0': 'odbl',
        'odc-by-1.0': 'odc-by',
        'pddl-1.0': 'pddl',
        private: 'other',
        proprietary: 'other',
        'all-rights-reserved': 'other',
        internal: 'other',
    },
};

;// CONCATENATED MODULE: ./build/config/describe-dataset.js






const CLASSES = {
    kind: 'list',
    of: CLASS,
    item: 'class',
    least: 2,
    reason: 'with a single class there is nothing to learn',
    most: 65_535,
};
/** The classes of parts of a text: with a single one there is text of the class and other text. */
const CLASSES_OF_SPANS = { ...CLASSES, least: 1, reason: 'a tag needs the name of a class' };
const LABEL_FORM = { kind: 'choice', values: ['class-ids', 'multi-hot'] };
const KEPT_FORM = { kind: 'choice', values: ['text', 'typed'] };
/** The form of labels, written where their name belongs. */
const MEANT_FORM = Object.fromEntries(LABEL_FORM.values.map((form) => [form, `labels-as: ${form}`]));
const SPAN_OFFSETS = { kind: 'choice', values: ['code-points', 'utf-16'] };
const UNKNOWN_CLASSES = { kind: 'choice', values: ['drop-row', 'drop-class'] };
const UNKNOWN_CLASS = {
    kind: 'choice',
    values: ['drop-row'],
    reason: 'a row has one class, and without it the row has none',
};
const UNKNOWN_CLASS_OF_SPAN = {
    kind: 'choice',
    values: ['drop-row'],
    reason: 'a text without one of its spans would teach that this part has no class',
};
/** The task of each other name that trainers and the Hub use for it. */
const TASK_SYNONYMS = Object.fromEntries(tasks/* TASK_NAMES */.TA.flatMap((task) => tasks/* TASKS */.n3[task].synonyms.map((name) => [name, task])));
/** Description of each role, for editors. */
const ROLES = {
    text: 'the text, which is cleaned',
    text_a: 'the first text, which is cleaned',
    text_b: 'the second text, which is cleaned',
    label: 'the corrected class, or for unpaired-preference whether the completion is good',
    labels: 'the corrected classes, an array of texts',
    spans: 'the corrected spans, json: a list of {start, end, label}',
    score: 'the corrected score, a number',
    messages: 'the conversation, json: a list of {role, content}',
    prompt: 'the prompt, a text or json messages',
    completion: 'the answer, a text or json messages',
    chosen: 'the better answer, a text or json messages',
    rejected: 'the worse answer, a text or json messages',
    id: "the row's id, by which rows are sampled and ordered",
    predicted: 'what the model predicted; it shows where the model was wrong',
    group: 'the value whose rows stay in one split',
    annotator: 'the person who corrected the row',
    time: 'the time of the correction',
    confidence: "the model's probability of each class, json or an array of numbers; it shows doubtful labels",
};
const CARD = {
    kind: 'mapping',
    fields: {
        title: { is: LINE, about: 'the title of the dataset card' },
        about: { is: PROSE, about: 'where the rows come from, as Markdown' },
        languages: {
            is: {
                kind: 'list',
                of: LANGUAGE,
                item: 'language',
                least: 1,
                reason: 'remove the key instead',
                most: 200,
            },
            about: 'the languages of the texts, as ISO 639 codes',
        },
        license: { is: LICENSE, about: "the license of the dataset, by the Hub's id" },
        tags: {
            is: { kind: 'list', of: TAG, item: 'tag', least: 1, reason: 'remove the key instead', most: 100 },
            about: 'words by which the dataset is found on the Hub',
        },
    },
};
/** Keys of a dataset that do not depend on its task. */
const DATASET_FIELDS = {
    source: { is: NAME, about: 'the source of its rows', isRequired: true },
    keep: {
        is: {
            kind: 'list',
            of: PUBLISHED,
            item: 'column',
            least: 1,
            reason: 'remove the key instead',
            most: 1_000,
        },
        about: 'further columns of the SELECTs, which are published unchanged',
    },
    'keep-as': {
        is: KEPT_FORM,
        about: 'how arrays and times of keep are published: text, the default, as text except arrays of texts; typed as lists, timestamps and dates',
    },
    card: { is: CARD, about: 'texts and settings of the dataset card' },
};
/**
 * A dataset of a task.
 *
 * @param hasRepo false for a built-in dataset, whose repo is an input
 */
function describeDataset(task, hasRepo) {
    const roles = (0,tasks/* rolesOf */.R7)(task);
    const hasLists = tasks/* TASKS */.n3[task].holds === 'classes';
    return {
        kind: 'mapping',
        fields: {
            task: {
                is: { kind: 'choice', values: tasks/* TASK_NAMES */.TA },
                about: 'the format of the dataset',
                isRequired: true,
            },
            ...(hasRepo
                ? { repo: { is: REPO, about: 'the dataset repo on the Hub, owner/name', isRequired: true } }
                : {}),
            ...DATASET_FIELDS,
            ...rowFieldsOf(task),
            ...settingFieldsOf(task),
            ...trustFieldsOf((0,tasks/* hasClasses */.Rq)(task)),
            columns: {
                is: roleMapping([...roles, ...(0,tasks/* unpublishedRoles */.b7)(task)], COLUMN, (role) => `column of ${ROLES[role]}`),
                about: 'the column of the SELECTs for each role whose column has another name',
            },
            'publish-as': {
                is: {
                    ...roleMapping(roles, PUBLISHED, (role) => `name on the Hub of ${ROLES[role]}`),
                    ...(hasLists ? { meant: MEANT_FORM } : {}),
                },
                about: 'the column on the Hub for each role that is published under another name',
            },
            ...(hasLists
                ? {
                    'labels-as': {
                        is: LABEL_FORM,
                        about: 'how labels are published: class-ids, the default, as a list of the ids of the classes; multi-hot as a list with a 1 for each class of the row and a 0 for each other class, as SetFit and transformers take them',
                    },
                }
                : {}),
            ...((0,tasks/* hasClasses */.Rq)(task)
                ? {
                    classes: {
                        is: (0,tasks/* hasSpans */.Gw)(task) ? CLASSES_OF_SPANS : CLASSES,
                        about: 'the names of the classes, such as [no, yes]; their order gives the ids and must never change',
                        isRequired: true,
                    },
                    'unknown-classes': {
                        is: unknownClassesOf(task),
                        about: 'what happens to a row with a label that is not one of the classes: drop-row, the default, drops the row; drop-class keeps the row without that label',
                    },
                }
                : {}),
            ...((0,tasks/* hasSpans */.Gw)(task)
                ? {
                    'span-offsets': {
                        is: SPAN_OFFSETS,
                        about: 'what the offsets of spans count: code-points, as in Python, or utf-16, as in JavaScript; if it is missing, the text of each span decides',
                    },
                }
                : {}),
        },
    };
}
function unknownClassesOf(task) {
    if ((0,tasks/* hasSpans */.Gw)(task))
        return UNKNOWN_CLASS_OF_SPAN;
    return (0,tasks/* hasSeveralClasses */.P6)(task) ? UNKNOWN_CLASSES : UNKNOWN_CLASS;
}
function roleMapping(roles, is, about) {
    const fields = Object.fromEntries(roles.map((role) => [role, { is, about: about(role) }]));
    return { kind: 'mapping', fields: fields };
}

;// CONCATENATED MODULE: ./build/config/describe-file.js






/** Keys of a source with or without a preset. */
const SOURCE_FIELDS = {
    'row-security': {
        is: { kind: 'choice', values: ['strict', 'allow'] },
        about: 'whether row-level security may hide rows from the role: strict, the default, fails if it would; allow reads only the rows that the policies show',
    },
};
const SELECT_FIELDS = {
    corrections: {
        is: { kind: 'statement' },
        about: 'the SELECT of the rows that a person reviewed, or { file: a path }',
        isRequired: true,
    },
    confirmed: {
        is: { kind: 'statement' },
        about: 'the SELECT of the rows that nobody corrected, of which a sample is taken, or { file: a path }',
    },
    pending: {
        is: { kind: 'statement' },
        about: 'a SELECT of one number, the rows that wait for review, or { file: a path }',
    },
    ...SOURCE_FIELDS,
};
/**
 * Returns the description of the file that declares datasets.
 *
 * @param options.presets names of the sources that come with the action
 * @param options.presetFields returns the parameters of a preset
 * @param options.hasRepos false for the file of the built-in datasets, whose repos are inputs
 */
function describe_file_describeFile({ presets, presetFields, hasRepos, }) {
    const source = {
        kind: 'cases',
        by: 'preset',
        choices: presets,
        of: (preset) => ({
            kind: 'mapping',
            fields: {
                preset: {
                    is: { kind: 'choice', values: presets },
                    about: 'the preset, whose SQL comes with the action',
                    isRequired: true,
                },
                ...presetFields(preset),
                ...SOURCE_FIELDS,
            },
        }),
        without: { kind: 'mapping', fields: SELECT_FIELDS },
    };
    const dataset = {
        kind: 'cases',
        by: 'task',
        choices: tasks/* TASK_NAMES */.TA,
        synonyms: TASK_SYNONYMS,
        of: (task) => describeDataset(task, hasRepos),
        without: null,
    };
    return {
        kind: 'mapping',
        fields: {
            version: {
                is: { kind: 'constant', value: 1 },
                about: 'the version of this format, 1',
                isRequired: true,
            },
            defaults: {
                is: { kind: 'mapping', fields: { ...ROW_FIELDS, ...SETTING_FIELDS, ...TRUST_FIELDS } },
                about: 'settings of every dataset that does not set them itself; they win over inputs of the same names',
            },
            sources: {
                is: { kind: 'named', names: NAME, of: source, item: 'source' },
                about: 'sources of rows, by name',
                isRequired: true,
            },
            datasets: {
                is: { kind: 'named', names: NAME, of: dataset, item: 'dataset' },
                about: 'datasets to publish, by name',
                isRequired: true,
            },
        },
    };
}

;// CONCATENATED MODULE: ./build/config/indentation.js
/** A key or a list item, as it opens a line. */
const ENTRY = /^ *(?:- |-$|(?:"[^"]*"|'[^']*'|[^\s"'#|>[{&*!%@`:-][^\s:]*) *:(?: |$))/;
/** A line whose value is the text below it. */
const BLOCK_TEXT = /(?:^|[:-]) *[|>][-+\d]* *(?:#.*)?$/;
/** A key with a value after it that is more than an anchor, tag or comment. */
const KEY_WITH_VALUE = /^ *(?:- +)?([^\s"'#-][^:]*): +(?![&!]\S*\s*$)[^#\s]/;
/**
 * Finds the line whose indentation made the YAML parser fail. A parser names the place where it could not continue, and
 * several more after it, while the mistake is in one line.
 *
 * @param line number, from 1, of the line the parser named first
 * @returns null if that line and the next are indented correctly
 */
function misplacedLine(text, line) {
    const lines = text.split(/\r?\n/);
    const next = nextFilled(lines, line);
    for (const candidate of next === null ? [line] : [line, next]) {
        const mistake = isFilled(lines[candidate - 1]) ? mistakeIn(lines, candidate - 1) : null;
        if (mistake === null)
            continue;
        const { at, message } = mistake;
        return { line: at + 1, column: indentOf(lines[at]) + 1, message };
    }
    return null;
}
/** Returns what is wrong with a line or with the text above that it belongs to, all by index. */
function mistakeIn(lines, at) {
    const isEntry = ENTRY.test(lines[at]);
    const opening = isEntry ? null : textAround(lines, at);
    if (opening !== null) {
        const first = nextFilled(lines, opening + 1) - 1;
        const isFirst = indentOf(lines[first]) <= indentOf(lines[opening]);
        const wanted = isFirst ? indentOf(lines[opening]) + 2 : indentOf(lines[first]);
        const message = `This line is not part of the text that starts in line ${opening + 1}, because it is not indented deep enough. Indent it by ${spaces(wanted)}.`;
        return { at: isFirst ? first : at, message };
    }
    const message = isEntry ? misplacedEntry(lines, at) : null;
    return message === null ? null : { at, message };
}
function misplacedEntry(lines, at) {
    const indent = indentOf(lines[at]);
    const before = previousFilled(lines, at);
    if (before === null)
        return null;
    const key = KEY_WITH_VALUE.exec(lines[before])?.[1];
    const levels = openLevels(lines, before, { ofItems: /^ *-(?: |$)/.test(lines[at]) });
    if (levels.length === 0)
        return null;
    if (key !== undefined && indent > levels[0]) {
        return `This line is indented deeper than line ${before + 1}, whose key ${key} has a value already. Start it in the same column as ${key}.`;
    }
    if (indent >= levels[0] || levels.includes(indent))
        return null;
    return `This line is indented by ${spaces(indent)}, but no line above that it could belong with has that indentation. Indent it by ${either(levels)} spaces.`;
}
/** Returns the line whose block of text a line would continue if it were indented deeper; null if there is none. */
function textAround(lines, at) {
    for (let index = at - 1; index >= 0; index--) {
        if (BLOCK_TEXT.test(lines[index]))
            return index;
        if (ENTRY.test(lines[index]) && indentOf(lines[index]) <= indentOf(lines[at]))
            return null;
    }
    return null;
}
/** Returns the indentations that a key, or a list item, after this line may have, deepest first. */
function openLevels(lines, at, { ofItems }) {
    const levels = [];
    let deepest = Number.POSITIVE_INFINITY;
    for (let index = at; index >= 0; index--) {
        if (!isFilled(lines[index]))
            continue;
        const indent = indentOf(lines[index]);
        const inItem = /^ *- +(?=\S)/.exec(lines[index])?.[0].length;
        const opened = inItem === undefined
            ? [{ level: indent, isItem: false }]
            : [
                { level: inItem, isItem: false },
                { level: indent, isItem: true },
            ];
        for (const { level, isItem } of opened) {
            if (level >= deepest)
                continue;
            deepest = level;
            if (isItem === ofItems)
                levels.push(level);
        }
    }
    return levels;
}
function previousFilled(lines, at) {
    for (let index = at - 1; index >= 0; index--)
        if (isFilled(lines[index]))
            return index;
    return null;
}
/** Returns the number of the first line after this one, both from 1, that holds more than a comment. */
function nextFilled(lines, line) {
    const index = lines.findIndex((text, at) => at >= line && isFilled(text));
    return index < 0 ? null : index + 1;
}
function isFilled(text) {
    return /^\s*[^\s#]/.test(text);
}
function indentOf(text) {
    return text.length - text.trimStart().length;
}
function spaces(count) {
    return count === 1 ? '1 space' : `${count} spaces`;
}
function either(counts) {
    const sorted = [...counts].sort((a, b) => a - b);
    return sorted.length === 1 ? String(sorted[0]) : `${sorted.slice(0, -1).join(', ')} or ${sorted.at(-1)}`;
}

;// CONCATENATED MODULE: ./build/config/yaml-file.js


/** A YAML text as its nodes. */
class YamlFile {
    text;
    root;
    #placeAt;
    #targets = new Map();
    #pairs = new Map();
    /** @param options.placeAt returns the place of a position in the text */
    constructor(text, { root, placeAt }) {
        this.text = text;
        this.root = root;
        this.#placeAt = placeAt;
        this.#findTargets(root, new Map());
    }
    /** Returns the node that an alias stands for: the last one before it with that anchor. */
    target(alias) {
        return this.#targets.get(alias);
    }
    /**
     * Returns the entries of a mapping whose keys are text.
     *
     * @param problems receives keys that are not text, and keys that occur twice
     */
    *entriesOf(map, problems) {
        const keys = new Set();
        for (const pair of map.items) {
            if (problems.isFull)
                return;
            const key = this.#keyOf(pair);
            const at = this.placeOf(pair.key);
            if (key === null) {
                problems.add(at, 'A key must be text.');
                continue;
            }
            const isRepeated = keys.has(key);
            if (isRepeated)
                problems.add(at, `The key ${(0,config_problems/* quote */.hD)(key)} occurs twice. Remove one.`);
            keys.add(key);
            yield { key, value: pair.value, at, isRepeated };
        }
    }
    /** Returns a key with its value; undefined if there is no such key. */
    pairOf(map, name) {
        const pairs = this.#pairs.get(map) ?? new Map(map.items.map((pair) => [this.#keyOf(pair), pair]));
        this.#pairs.set(map, pairs);
        return pairs.get(name);
    }
    /** Returns the place of a position in the text. */
    placeAt(offset) {
        return this.#placeAt(offset);
    }
    placeOf(node) {
        return this.#placeAt(node.range?.[0] ?? 0);
    }
    /**
     * Returns the place of the value at the end of a path, or of its key. If the path does not exist, it is the place of
     * its last existing part.
     */
    placeOnPath(path, what) {
        let node = this.root;
        let shown = this.root;
        for (const [index, step] of path.entries()) {
            const collection = (0,dist/* isAlias */.Vj)(node) ? this.target(node) : node;
            const pair = (0,dist/* isMap */.jh)(collection) ? this.pairOf(collection, String(step)) : undefined;
            node = (0,dist/* isSeq */.oP)(collection) ? collection.items[Number(step)] : pair?.value;
            const isKey = pair !== undefined && what === 'key' && index === path.length - 1;
            shown = ((isKey ? pair.key : node) ?? shown);
        }
        return this.placeOf(shown);
    }
    /** Returns the text of a key; null if it is not a scalar or has a tag. */
    #keyOf({ key }) {
        const node = (0,dist/* isAlias */.Vj)(key) ? this.target(key) : key;
        return (0,dist/* isScalar */.jn)(node) && node.tag === undefined ? (node.source ?? '') : null;
    }
    #findTargets(node, anchored) {
        if ((0,dist/* isAlias */.Vj)(node)) {
            const target = anchored.get(node.source);
            if (target !== undefined)
                this.#targets.set(node, target);
        }
        else if ((0,dist/* isScalar */.jn)(node) || (0,dist/* isMap */.jh)(node) || (0,dist/* isSeq */.oP)(node)) {
            if (node.anchor)
                anchored.set(node.anchor, node);
            if ((0,dist/* isSeq */.oP)(node))
                for (const item of node.items)
                    this.#findTargets(item, anchored);
            if (!(0,dist/* isMap */.jh)(node))
                return;
            for (const { key, value } of node.items) {
                this.#findTargets(key, anchored);
                this.#findTargets(value, anchored);
            }
        }
    }
}

;// CONCATENATED MODULE: ./build/config/parse-yaml.js



/** Largest depth that is read; a file that declares datasets has seven levels. */
const MAX_DEPTH = 100;
const ADVICE = {
    BAD_DQ_ESCAPE: 'Double quotes have no such escape. Use single quotes, in which a backslash is a plain character.',
    BAD_SCALAR_START: 'A text cannot start with this character. Put it in quotes.',
    BLOCK_AS_IMPLICIT_KEY: 'Neither a second key nor a list can start here. Put a text that contains ": " in quotes.',
    MULTILINE_IMPLICIT_KEY: 'A key must be in one line and be followed by ":".',
    TAB_AS_INDENT: 'A tab cannot indent. Use spaces.',
};
/**
 * Parses YAML 1.2 with its core schema: one document, without merge keys. Takes time linear in its length.
 *
 * @param options.file path of the file for places, null for a value that is not a file
 * @param options.problems receives the problems of the text
 * @returns null after a problem was added
 */
function parseYaml(text, { file, problems }) {
    const lines = new dist/* LineCounter */.HN();
    const placeAt = (offset) => {
        const { line, col } = lines.linePos(offset);
        return { file, line, column: col };
    };
    const documents = composeDocuments(text, lines);
    if (typeof documents === 'number') {
        problems.add(placeAt(documents), `The file has more than ${MAX_DEPTH} nested levels. Reduce the nesting.`);
        return null;
    }
    const [{ contents: root, errors }, second] = documents;
    let lineBefore = 0;
    for (const { code, message, pos } of errors) {
        const place = placeAt(pos[0]);
        const misplaced = problems.isEmpty && code !== 'TAB_AS_INDENT' ? misplacedLine(text, place.line) : null;
        if (misplaced !== null) {
            const { message, ...at } = misplaced;
            problems.add({ file, ...at }, message);
            // The parser's other errors follow from this one.
            break;
        }
        // After a mistake, the parser mostly reports more errors in the same line.
        if (place.line !== lineBefore)
            problems.add(place, ADVICE[code] ?? `This is not YAML. ${asSentence(message)}`);
        lineBefore = place.line;
        if (problems.isFull)
            break;
    }
    if (errors.length > 0)
        return null;
    if (second !== undefined) {
        const message = 'A second document starts here. Write one document, without another "---".';
        problems.add(placeAt(second.range[0]), message);
        return null;
    }
    if (root === null || ((0,dist/* isScalar */.jn)(root) && root.source === '')) {
        problems.add(placeAt(0), 'Nothing is declared here. Declare version, sources and datasets.');
        return null;
    }
    return new YamlFile(text, { root, placeAt });
}
/** Returns the parser's message in one line; it misses a space before the word quote. */
function asSentence(message) {
    return `${message.replace(/[^ -~]/g, '?').replace(/(["'])quote$/, 'quote $1')}.`;
}
/** Returns the documents of a text, or the position at which its nesting is too deep. */
function composeDocuments(text, lines) {
    const parser = new dist/* Parser */.iX(lines.addNewLine);
    // The reader compares keys, once each: the parser would compare each with all others.
    const composer = new dist/* Composer */.Dk({ schema: 'core', uniqueKeys: false });
    const documents = [];
    lines.addNewLine(0);
    for (const lexeme of new dist/* Lexer */.JG().lex(text)) {
        for (const token of parser.next(lexeme))
            documents.push(...composer.next(token));
        if (parser.stack.length > MAX_DEPTH)
            return parser.offset;
    }
    for (const token of parser.end())
        documents.push(...composer.next(token));
    documents.push(...composer.end(true, text.length));
    return documents;
}

// EXTERNAL MODULE: ./build/config/statement.js
var statement = __nccwpck_require__(5366);
;// CONCATENATED MODULE: ./build/config/read-value.js





/**
 * Largest number of values that all aliases together may stand for: a few lines of aliases to aliases can stand for any
 * number.
 */
const MAX_ALIASED = 100_000;
/** Reads the values of a file by their descriptions, and collects their problems. */
class ValueReader {
    #file;
    #problems;
    #readFile;
    /** The outermost alias around the current value; null outside of any alias. */
    #alias = null;
    #aliased = 0;
    /** @param options.readFile reads a file that holds a statement */
    constructor(file, options) {
        this.#file = file;
        this.#problems = options.problems;
        this.#readFile = options.readFile;
    }
    /** Reads the whole file; a part that cannot be used is undefined. @param subject name of the file in messages */
    read(description, subject = 'the file') {
        const found = { node: this.#file.root, subject, at: this.#file.placeAt(0) };
        return this.#read(description, found);
    }
    #read(description, found) {
        const { node, subject } = found;
        if ((0,dist/* isAlias */.Vj)(node))
            return this.#readAlias(description, found);
        if (this.#alias !== null && ++this.#aliased >= MAX_ALIASED) {
            const isFirst = this.#aliased === MAX_ALIASED;
            const message = `The aliases of the file up to this one stand for ${MAX_ALIASED} values, which is too many.`;
            return isFirst ? this.#report(this.#alias, message) : undefined;
        }
        if (node?.tag !== undefined) {
            return this.#report(found, `${atStart(subject)} has a YAML tag, and tags are not supported. Remove it.`);
        }
        switch (description.kind) {
            case 'statement':
                return this.#readStatement(found);
            case 'list':
                return this.#readList(description, found);
            case 'wordOrList':
                return this.#readWordOrList(description, found);
            case 'named':
                return this.#readNamed(description, found);
            case 'mapping':
                return this.#readMapping(description, found);
            case 'cases':
                return this.#readCases(description, found);
            default:
                return this.#readScalar(description, found);
        }
    }
    #readAlias(description, found) {
        const target = this.#file.target(found.node);
        if (target === undefined)
            return this.#report(found, 'This alias has no anchor of the same name before it.');
        const around = this.#alias;
        this.#alias = around ?? found;
        const value = this.#read(description, { ...found, node: target });
        this.#alias = around;
        return value;
    }
    #readScalar(description, found) {
        const { node } = found;
        return (0,dist/* isScalar */.jn)(node) && isOf(description, node.value) ? node.value : this.#refuse(description, found);
    }
    #readStatement(found) {
        const { node } = found;
        if ((0,dist/* isMap */.jh)(node))
            return this.#readStatementFile(found, node);
        const sql = this.#readScalar(SQL, found);
        if (typeof sql !== 'string' || !(0,dist/* isScalar */.jn)(node))
            return undefined;
        return { sql, ...this.#file.placeOf(node), pieces: (0,statement/* piecesOfScalar */.Jp)(node, this.#file) };
    }
    #readStatementFile(found, map) {
        const path = this.#readMapping(STATEMENT_FILE, found)?.file;
        if (path === undefined)
            return undefined;
        const read = this.#readFile(path);
        if (!('problem' in read) && isOf(SQL, read.text)) {
            return { sql: read.text, file: read.file, line: 1, column: 1, pieces: (0,statement/* piecesOfFile */.Dh)(read.text) };
        }
        const problem = 'problem' in read
            ? read.problem
            : `The file ${(0,config_problems/* quote */.hD)(path)} must hold SQL, but it is empty or contains NUL.`;
        return this.#report({ ...found, node: this.#file.pairOf(map, 'file')?.value }, problem);
    }
    #readWordOrList(description, found) {
        const { node } = found;
        if ((0,dist/* isSeq */.oP)(node))
            return this.#readList(description.list, found);
        return (0,dist/* isScalar */.jn)(node) && isOf(description.word, node.value)
            ? node.value
            : this.#refuse(description, found);
    }
    #readList(list, found) {
        const { of, item, least, most, reason } = list;
        const { node, subject } = found;
        if (!(0,dist/* isSeq */.oP)(node))
            return this.#refuse(list, found);
        const { length } = node.items;
        if (length < least) {
            return this.#report(found, `${atStart(subject)} must list at least ${least}, not ${length}: ${reason}.`);
        }
        if (length > most)
            return this.#report(found, `${atStart(subject)} must list at most ${most}, not ${length}.`);
        /** Items by their NFC form. */
        const texts = new Map();
        for (const [index, entry] of node.items.entries()) {
            const one = {
                node: entry,
                subject: `${item} ${index + 1}`,
                at: this.#file.placeOf(entry),
            };
            if (this.#isSwallowed(entry)) {
                this.#report(one, `${one.subject} spans several lines, one of which starts with "- ". Indent that line like the items before it.`);
                continue;
            }
            const text = this.#read(of, one);
            if (typeof text !== 'string')
                continue;
            const form = text.normalize();
            const other = texts.get(form);
            if (other === text)
                this.#report(one, `The ${item} ${(0,config_problems/* quote */.hD)(text)} is listed twice.`);
            else if (other !== undefined)
                this.#report(one, `The ${item} ${(0,config_problems/* quote */.hD)(text)} is listed twice, in two Unicode forms.`);
            texts.set(form, text);
        }
        return texts.size === length ? [...texts.values()] : undefined;
    }
    /** True if YAML read a list item and the next, which is indented deeper, as one text. */
    #isSwallowed(entry) {
        if (!(0,dist/* isScalar */.jn)(entry) || entry.type !== dist/* Scalar */.X5.PLAIN || !entry.range)
            return false;
        return /\n\s*- /.test(this.#file.text.slice(entry.range[0], entry.range[1]));
    }
    #readNamed(named, found) {
        const { names, of, item } = named;
        const { node, subject } = found;
        if (!(0,dist/* isMap */.jh)(node))
            return this.#refuse(named, found);
        if (node.items.length === 0)
            this.#report(found, `${atStart(subject)} is empty. Declare a ${item} under its name.`);
        const values = new Map();
        for (const { key, value, at, isRepeated } of this.#file.entriesOf(node, this.#problems)) {
            const isName = isOf(names, key);
            if (!isName)
                this.#problems.add(at, `The name of a ${item} must be ${names.rule}, not ${(0,config_problems/* quote */.hD)(key)}.`);
            const isUsable = isName && !isRepeated;
            values.set(key, isUsable ? this.#read(of, { node: value, subject: `${item} ${key}`, at }) : undefined);
        }
        return values;
    }
    /** @param passedOver known keys that are not read here */
    #readMapping(description, found, passedOver = new Set()) {
        const { node, subject, at: place } = found;
        const { fields } = description;
        if (!(0,dist/* isMap */.jh)(node))
            return this.#refuse(description, found);
        const values = {};
        for (const { key, value, at, isRepeated } of this.#file.entriesOf(node, this.#problems)) {
            const field = Object.hasOwn(fields, key) ? fields[key] : undefined;
            if (isRepeated || passedOver.has(key))
                continue;
            if (field === undefined)
                this.#problems.add(at, unknownKey(key, value, subject, fields));
            else
                values[key] = this.#read(field.is, { node: value, subject: key, at });
        }
        for (const [key, field] of Object.entries(fields)) {
            if (field?.isRequired && !Object.hasOwn(values, key)) {
                this.#problems.add(place, `${atStart(subject)} has no ${key}. Add ${key}: ${field.about}.`);
            }
        }
        return values;
    }
    #readCases(cases, found) {
        const { by, choices, synonyms, of, without } = cases;
        const { node, subject, at } = found;
        if (!(0,dist/* isMap */.jh)(node))
            return this.#refuse(cases, found);
        const pair = this.#file.pairOf(node, by);
        if (pair === undefined && without !== null)
            return this.#readMapping(without, found);
        if (pair === undefined) {
            this.#problems.add(at, `${atStart(subject)} has no ${by}. It is one of ${choices.join(', ')}.`);
            return this.#readShared(cases, found);
        }
        const decider = {
            node: pair.value,
            subject: by,
            at: this.#file.placeOf(pair.key),
        };
        const choice = this.#read({ kind: 'choice', values: choices, synonyms }, decider);
        return typeof choice === 'string' ? this.#readMapping(of(choice), found) : this.#readShared(cases, found);
    }
    /**
     * Reads the keys that every case of a mapping has if it does not name its case, so that all its problems are listed.
     */
    #readShared({ by, choices, of }, found) {
        const everyCase = choices.map((choice) => of(choice).fields);
        const shared = {};
        const passedOver = new Set([by]);
        for (const [key, field] of everyCase.flatMap((fields) => Object.entries(fields))) {
            if (field === undefined || passedOver.has(key))
                continue;
            if (everyCase.some((fields) => (fields[key]?.is ?? field.is) !== field.is))
                passedOver.add(key);
            else if (everyCase.every((fields) => fields[key]?.isRequired))
                shared[key] = field;
            else
                shared[key] = { is: field.is, about: field.about };
        }
        return this.#readMapping({ kind: 'mapping', fields: shared }, found, passedOver);
    }
    #refuse(description, found) {
        this.#report(found, refusal(description, found.subject, found.node));
    }
    /** Adds a problem with a value, or with its key if the value is empty. */
    #report({ node, at }, message) {
        const isShown = node?.range !== undefined && node.range !== null && node.range[1] > node.range[0];
        this.#problems.add(isShown ? this.#file.placeOf(node) : at, message);
    }
}

// EXTERNAL MODULE: external "node:buffer"
var external_node_buffer_ = __nccwpck_require__(4573);
;// CONCATENATED MODULE: ./build/config/workspace-file.js




const MAX_BYTES = 1024 * 1024;
/**
 * Reads a text file in the workspace. Links may not lead out of the workspace.
 *
 * @param given path as written
 * @param options.from folder that it is relative to
 */
function workspace_file_readWorkspaceFile(given, { workspace, from }) {
    const named = (0,config_problems/* quote */.hD)(given);
    try {
        const root = (0,external_node_fs_namespaceObject.realpathSync)(workspace);
        const real = (0,external_node_fs_namespaceObject.realpathSync)(external_node_path_.resolve(from, given));
        const file = external_node_path_.relative(root, real);
        if (file.split(external_node_path_.sep)[0] === '..' || external_node_path_.isAbsolute(file)) {
            return { problem: `The file ${named} is outside the workspace. Name a file of the repository.` };
        }
        const stats = (0,external_node_fs_namespaceObject.statSync)(real);
        if (stats.isDirectory())
            return { problem: `${named} is a folder. Name a file in it.` };
        if (!stats.isFile())
            return { problem: `${named} is not a file that can be read.` };
        if (stats.size > MAX_BYTES)
            return { problem: `The file ${named} is larger than 1 MiB.` };
        const bytes = (0,external_node_fs_namespaceObject.readFileSync)(real);
        if (!(0,external_node_buffer_.isUtf8)(bytes)) {
            return { problem: `The file ${named} is not UTF-8 in line ${brokenLine(bytes)}. Save it as UTF-8.` };
        }
        return { text: withoutMark(bytes.toString()), file: file.replaceAll(external_node_path_.sep, '/') };
    }
    catch (error) {
        const { code } = error;
        if (code === 'ENOENT' || code === 'ENOTDIR') {
            return {
                problem: `The workspace has no file ${named}. Check the path, and that the repository is checked out.`,
            };
        }
        return { problem: `The file ${named} could not be read (${code}).` };
    }
}
/** Returns a text without the byte order mark that it may start with. */
function withoutMark(text) {
    return text.startsWith('\uFEFF') ? text.slice(1) : text;
}
/** Returns the number of the first line that is not UTF-8, from 1. */
function brokenLine(bytes) {
    let line = 1;
    for (let start = 0; start < bytes.length; line++) {
        const newline = bytes.indexOf(0x0a, start);
        const end = newline === -1 ? bytes.length : newline + 1;
        if (!(0,external_node_buffer_.isUtf8)(bytes.subarray(start, end)))
            break;
        start = end;
    }
    return line;
}

;// CONCATENATED MODULE: ./build/config/read-config.js










/**
 * Reads the datasets that the input `config` declares.
 *
 * @param given a path in the workspace or, if it has a line break, the YAML itself
 * @param options.workspace folder of the repository that uses the action
 * @param options.presetsFolder the action's folder `presets`
 * @returns the datasets in their order; datasets that share a source share the object
 * @throws ConfigError with every problem and its place
 */
function readConfig(given, { workspace, presetsFolder }) {
    const isYaml = given.includes('\n');
    const read = isYaml ? inlineFile(given) : workspace_file_readWorkspaceFile(given, { workspace, from: workspace });
    if ('problem' in read)
        throw new config_problems/* ConfigError */.xL([{ message: read.problem, file: null, line: 1, column: 1 }]);
    const folder = external_node_path_.join(workspace, external_node_path_.dirname(read.file ?? ''));
    const presets = new Map();
    const presetOf = (name) => {
        const preset = presets.get(name) ?? presets_readPreset(presetsFolder, name);
        presets.set(name, preset);
        return preset;
    };
    return readFile(read, {
        repos: null,
        presetOf,
        description: describe_file_describeFile({
            presets: presetNames(presetsFolder),
            presetFields: (name) => parameterFields(presetOf(name)),
            hasRepos: true,
        }),
        readFile: (name) => workspace_file_readWorkspaceFile(name, { workspace, from: folder }),
    });
}
/**
 * Reads the built-in datasets that have a repo.
 *
 * @param repos repos by dataset name; a dataset that has none is left out
 * @param options.presetsFolder the action's folder `presets`
 */
function read_config_readBuiltIn(repos, { presetsFolder }) {
    const readText = (name) => readWorkspaceFile(name, { workspace: presetsFolder, from: presetsFolder });
    const read = readText(BUILT_IN_FILE);
    if ('problem' in read)
        throw new Error(read.problem);
    const description = describeFile({ presets: [], presetFields: () => ({}), hasRepos: false });
    const file = `${path.basename(presetsFolder)}/${BUILT_IN_FILE}`;
    const presetOf = (name) => readPreset(presetsFolder, name);
    return readFile({ text: read.text, file }, { description, readFile: readText, repos, presetOf });
}
/**
 * Reads the input `gates`, the checks before any dataset is published: a mapping like `defaults` of a file.
 *
 * @throws ConfigError with every problem and its place in the YAML
 */
function readGates(given) {
    const problems = new config_problems/* ProblemList */.Ku();
    const yaml = parseYaml(withoutMark(given), { file: null, problems });
    if (yaml === null)
        return problems.fail();
    const reader = new ValueReader(yaml, {
        problems,
        readFile: () => ({ problem: 'A file cannot be read here. Write the SQL itself.' }),
    });
    const values = reader.read({ kind: 'mapping', fields: TRUST_FIELDS }, 'gates');
    if (values === undefined)
        return problems.fail();
    const settings = trustOf(values);
    for (const { key, message } of keysWithoutSearch(settings)) {
        problems.add(yaml.placeOnPath([key], 'value'), `${message}.`);
    }
    problems.check();
    return settings;
}
function inlineFile(given) {
    if (Buffer.byteLength(given) > MAX_BYTES)
        return { problem: 'The YAML is larger than 1 MiB.' };
    return { text: withoutMark(given), file: null };
}
/**
 * Reads the datasets of a file.
 *
 * @throws ConfigError with every problem of the file
 */
function readFile({ text, file }, options) {
    const problems = new config_problems/* ProblemList */.Ku();
    const yaml = parseYaml(text, { file, problems });
    if (yaml === null)
        return problems.fail();
    const placeOf = (path, what) => yaml.placeOnPath(path, what);
    const reader = new ValueReader(yaml, { problems, readFile: options.readFile });
    const value = reader.read(options.description);
    if (value === undefined)
        return problems.fail();
    checkReferences(value, (path, what, message) => {
        if (!problems.isFull)
            problems.add(placeOf(path, what), message());
    });
    problems.check();
    return buildDefinitions(value, { ...options, placeOf });
}

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
function parsers_parseDatasetName(name) {
    return repoName(name, 'a dataset repo', 'owner/corrections');
}
/** Parses the name of a model repo. */
function parseModelName(name) {
    return repoName(name, 'a model', 'owner/classifier');
}
function repoName(name, what, example) {
    if (isRepoName(name))
        return name;
    const meant = repoNameIn(name);
    const such = meant === null ? `, for example ${example}` : `; did you mean ${meant}?`;
    throw new Error(`is not the name of ${what} on the Hub: ${JSON.stringify(withoutUser(name))}. Write it as ${REPO_NAME_RULE}${such}`);
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

;// CONCATENATED MODULE: ./build/action/check-settings.js






/** Inputs that may contradict what a file says of its datasets. */
const SETTING_INPUTS = {
    'split-method': { parse: oneOf('stable', 'sklearn'), isSetting: true },
    gates: { parse: parseGates, isSetting: true },
};
/** Keeps as problems what the inputs and the file together ask for of a dataset, and exclude each other. */
function checkSettings(reading, datasets) {
    if (reading.values.splitMethod === 'sklearn')
        check_settings_checkMethod(reading, datasets);
    check_settings_checkSearch(reading, datasets);
}
/** Keeps as problems datasets that the input's method cannot split; what a file says of its own method was checked with it. */
function check_settings_checkMethod({ problems }, datasets) {
    for (const { name, task, settings } of datasets) {
        if (settings.splitMethod !== undefined || (0,tasks/* hasOneClass */.Rr)(task))
            continue;
        problems.add(`split-method sklearn cannot split the dataset ${name} of the task ${task}: ${NO_SKLEARN}. Choose stable, or set split-method: stable for the dataset`);
    }
}
/** Keeps as problems datasets that `gates` and their file together ask for near-duplicates that are not searched. */
function check_settings_checkSearch({ values, problems }, datasets) {
    for (const { name, trust } of datasets) {
        for (const { message } of keysWithoutSearch({ ...values.gates, ...trust })) {
            problems.add(`gates and the settings of the dataset ${name} exclude each other: ${message}`);
        }
    }
}
/** What must hold before a dataset is published, as far as the YAML says it. */
function parseGates(text) {
    if (text === '')
        return {};
    try {
        return readGates(text);
    }
    catch (error) {
        if (!(error instanceof config_problems/* ConfigError */.xL))
            throw error;
        const places = error.problems.map(({ message, line, column }) => `line ${line}, column ${column}: ${message}`);
        throw new Error(`cannot be used. ${places.join(' ')}`);
    }
}

;// CONCATENATED MODULE: ./build/action/presets-folder.js

/** The action's folder of presets; it has the same relative path from a bundle and from this file. */
const PRESETS_FOLDER = external_node_path_.resolve(import.meta.dirname, '../../presets');

;// CONCATENATED MODULE: ./build/action/dataset-inputs.js



const presets = { presetsFolder: PRESETS_FOLDER };
/**
 * Inputs for the repos of the built-in datasets, each called `<dataset>-dataset`. The variables are those of the Python
 * service.
 */
const REPO_INPUTS = {
    'department-dataset': { parse: asGiven, variable: 'DEPARTMENT_DATASET', isSetting: true },
    'urgency-dataset': { parse: asGiven, variable: 'URGENCY_DATASET', isSetting: true },
};
/** Inputs that choose the datasets: a file, or the repos of the built-in datasets. */
const DATASET_INPUTS = { config: { parse: parseConfig }, ...REPO_INPUTS };
const REPO_INPUT_NAMES = Object.keys(REPO_INPUTS);
/** Repo of each built-in dataset as given, empty if none was given; no entry if a file declares the datasets. */
function givenRepos({ texts }) {
    if (texts.config !== '')
        return new Map();
    return new Map(REPO_INPUT_NAMES.map((input) => [nameOf(input), texts[input]]));
}
/**
 * Returns the datasets to prepare: those of the file `config`, or the built-in ones whose repos are given. Reports as
 * problems: both at once, none at all, a name that the Hub does not take, and one repo for two datasets, where each run
 * would replace one dataset by the other.
 */
function datasetsOf(reading, { isRequired }) {
    const { texts, given, values, problems } = reading;
    if (texts.config !== '') {
        const both = REPO_INPUT_NAMES.filter((input) => given.has(input));
        if (both.length > 0)
            problems.add(`config excludes ${both.join(' and ')}: name each repo in the file`);
        return values.config ?? [];
    }
    const repos = REPO_INPUT_NAMES.filter((input) => texts[input] !== '').map((input) => [input, texts[input]]);
    if (repos.length === 0 && isRequired) {
        const either = `config, ${REPO_INPUT_NAMES.join(' and ')}`;
        problems.add(`${either} are missing: declare datasets in a file, or give at least one of these repos, as owner/name`);
    }
    const seen = new Map();
    for (const [input, repo] of repos) {
        try {
            parseDatasetName(repo);
        }
        catch (error) {
            problems.addError(input, error);
            continue;
        }
        // The Hub ignores case in names.
        const key = repo.toLowerCase();
        const other = seen.get(key);
        if (other !== undefined)
            problems.add(`${other} and ${input} name the same repo, ${repo}: give each dataset a repo of its own`);
        seen.set(key, input);
    }
    return readBuiltIn(new Map(repos.map(([input, repo]) => [nameOf(input), repo])), presets);
}
/** Returns the names that a dataset can have: those of the file, or of all built-in datasets. */
function knownNames({ texts, values }) {
    return texts.config === '' ? REPO_INPUT_NAMES.map(nameOf) : (values.config ?? []).map(({ name }) => name);
}
/** Reads the datasets that a file declares; null for an empty text. @throws ConfigError */
function parseConfig(text, { GITHUB_WORKSPACE: workspace = process.cwd() }) {
    return text === '' ? null : readConfig(text, { ...presets, workspace });
}
/** Returns the name of the built-in dataset whose repo an input names. */
function nameOf(input) {
    return input.slice(0, -'-dataset'.length);
}

// EXTERNAL MODULE: ./build/action/read-inputs.js + 1 modules
var read_inputs = __nccwpck_require__(7534);
;// CONCATENATED MODULE: ./build/action/check-inputs.js




/** Inputs of `check`. */
const CHECK = {
    action: 'check',
    inputs: {
        config: {
            parse: (text, environment) => parseConfig(required('the file that declares the datasets')(text), environment) ?? [],
        },
        ...SETTING_INPUTS,
    },
};
/** The inputs of `check` that were read. @throws InputError that names everything that cannot be used */
function checkInputs(reading) {
    checkSettings(reading, reading.values.config ?? []);
    return (0,read_inputs/* usableValues */.Z)(reading);
}


/***/ }),

/***/ 5541:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   I: () => (/* binding */ describeFailure),
/* harmony export */   p: () => (/* binding */ annotateFailure)
/* harmony export */ });
/* harmony import */ var _config_problems_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(3515);
/* harmony import */ var _input_error_js__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(7128);


const CONFIG_HEADLINE = 'The datasets that config declares cannot be prepared.';
/**
 * Returns a failure as text for readers who see no annotations: what happened, and each problem of the file that
 * declares datasets after its place, in a line that starts with a dash.
 */
function describeFailure(error) {
    if (error instanceof _config_problems_js__WEBPACK_IMPORTED_MODULE_0__/* .ConfigError */ .xL)
        return (0,_input_error_js__WEBPACK_IMPORTED_MODULE_1__/* .listText */ .so)(CONFIG_HEADLINE, error.message.split('\n'));
    return error instanceof Error ? error.message : String(error);
}
/**
 * Annotates each problem of a file on its line.
 *
 * @returns the failure as text, which has only the number and the lines of these problems
 */
function annotateFailure(surroundings, error) {
    const config = error instanceof _input_error_js__WEBPACK_IMPORTED_MODULE_1__/* .InputError */ .dz ? error.config : error instanceof _config_problems_js__WEBPACK_IMPORTED_MODULE_0__/* .ConfigError */ .xL ? error : null;
    if (config === null)
        return describeFailure(error);
    const listed = error instanceof _input_error_js__WEBPACK_IMPORTED_MODULE_1__/* .InputError */ .dz ? [...error.listed] : [];
    const byFile = Map.groupBy(config.problems, ({ file }) => file);
    for (const [file, problems] of byFile) {
        if (file === null) {
            listed.push(...problems.map(_config_problems_js__WEBPACK_IMPORTED_MODULE_0__/* .problemText */ .fI));
            continue;
        }
        for (const { message, line, column } of problems) {
            surroundings.error(message, { place: { file, line, column } });
        }
        listed.push(`${file}: ${countProblems(problems)}`);
    }
    if (config.isCut)
        listed.push('There are more problems than these.');
    return (0,_input_error_js__WEBPACK_IMPORTED_MODULE_1__/* .listText */ .so)(error instanceof _input_error_js__WEBPACK_IMPORTED_MODULE_1__/* .InputError */ .dz ? _input_error_js__WEBPACK_IMPORTED_MODULE_1__/* .INPUT_HEADLINE */ .MH : CONFIG_HEADLINE, listed);
}
function countProblems(problems) {
    const lines = problems.map(({ line }) => line);
    const [first, last] = [Math.min(...lines), Math.max(...lines)];
    const place = first === last ? `in line ${first}` : `between lines ${first} and ${last}`;
    const [count, each] = problems.length === 1 ? ['1 problem', ''] : [`${problems.length} problems`, 'each '];
    return `${count} ${place}, ${each}reported as an error`;
}


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

/***/ 6674:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   N: () => (/* binding */ logCauses)
/* harmony export */ });
/* harmony import */ var _http_causes_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(7701);

/**
 * Logs an error and its causes for debugging, by their names and codes only: their messages and stacks may quote data.
 */
function logCauses({ debug }, error) {
    for (const { name, code } of (0,_http_causes_js__WEBPACK_IMPORTED_MODULE_0__/* .causesOf */ .c)(error)) {
        debug(`caused by ${code === undefined ? name : `${name} ${code}`}`);
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

/***/ 2138:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {


// EXPORTS
__nccwpck_require__.d(__webpack_exports__, {
  C: () => (/* binding */ runAction)
});

// UNUSED EXPORTS: CancelledError

// EXTERNAL MODULE: ./build/report/write-failure.js
var write_failure = __nccwpck_require__(7855);
// EXTERNAL MODULE: ./build/action/failure.js
var failure = __nccwpck_require__(5541);
// EXTERNAL MODULE: ./build/action/log-causes.js
var log_causes = __nccwpck_require__(6674);
// EXTERNAL MODULE: ./build/action/mask-secrets.js
var mask_secrets = __nccwpck_require__(5827);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __nccwpck_require__(6760);
// EXTERNAL MODULE: ./build/http/causes.js
var causes = __nccwpck_require__(7701);
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
    return [name ?? typeof error, code, place === undefined ? undefined : `at ${(0,external_node_path_.basename)(place)}`]
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
        surroundings.fail((0,failure/* annotateFailure */.p)(surroundings, error), error);
        (0,log_causes/* logCauses */.N)(surroundings, error);
        if (error instanceof StrayError) {
            if (!summarizes)
                await surroundings.summary(`${(0,write_failure/* writeFailure */.E)(error.message)}\n`);
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
    const { sendThroughProxies } = await Promise.all(/* import() */[__nccwpck_require__.e(820), __nccwpck_require__.e(55)]).then(__nccwpck_require__.bind(__nccwpck_require__, 3055));
    sendThroughProxies(proxies);
}


/***/ }),

/***/ 3515:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   Ku: () => (/* binding */ ProblemList),
/* harmony export */   fI: () => (/* binding */ problemText),
/* harmony export */   hD: () => (/* binding */ quote),
/* harmony export */   xL: () => (/* binding */ ConfigError)
/* harmony export */ });
/* unused harmony export withoutUser */
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

/***/ 5366:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   DY: () => (/* binding */ placeOfIndex),
/* harmony export */   Dh: () => (/* binding */ piecesOfFile),
/* harmony export */   Jp: () => (/* binding */ piecesOfScalar)
/* harmony export */ });
/* unused harmony export placeOf */
/* harmony import */ var yaml__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(8815);

/**
 * Returns the place of a character of a statement; the start of its value if no better place is known.
 *
 * @param offset characters before it, as PostgreSQL counts them: code points
 */
function placeOf(statement, offset) {
    const { sql } = statement;
    let index = 0;
    for (let left = offset; left > 0 && index < sql.length; left--) {
        index += (sql.codePointAt(index) ?? 0) > 0xffff ? 2 : 1;
    }
    return placeOfIndex(statement, index);
}
/** Returns the place of a character of a statement, like {@link placeOf}. @param index UTF-16 units before it */
function placeOfIndex({ file, line, column, pieces }, index) {
    const piece = pieces.findLast(({ start }) => start <= index);
    if (piece === undefined)
        return { file, line, column };
    return { file, line: piece.line, column: piece.column + index - piece.start };
}
/** Returns the pieces of a text that is a whole file. */
function piecesOfFile(text) {
    const starts = [0];
    for (let at = text.indexOf('\n'); at !== -1; at = text.indexOf('\n', at + 1))
        starts.push(at + 1);
    return starts.map((start, index) => ({ start, line: index + 1, column: 1 }));
}
/**
 * Returns the pieces of the text of a scalar in its file. YAML folds white space, removes indentation and replaces
 * escapes, but keeps everything else in order, so both texts are walked side by side.
 */
function piecesOfScalar(scalar, file) {
    const value = scalar.source ?? '';
    const pieces = [];
    let lineBefore = -1;
    let shiftBefore = 0;
    let index = 0;
    for (const { at, line: lineOfScalar, length } of shownCharacters(scalar, file.text)) {
        while (isSpace(value[index]))
            index++;
        if (lineOfScalar !== lineBefore || at - index !== shiftBefore) {
            const { line, column } = file.placeAt(at);
            pieces.push({ start: index, line, column });
        }
        lineBefore = lineOfScalar;
        shiftBefore = at - index;
        index += length;
    }
    return pieces;
}
/** Number of digits of the escapes that name a character by its number. */
const NUMBERED_ESCAPES = { x: 2, u: 4, U: 8 };
/** Escapes of white space, or of a line break that gives no character. */
const SPACE_ESCAPES = 'tnvfr_LP \t\r\n';
/** Returns the characters of a scalar that are not white space. */
function* shownCharacters({ type, range }, text) {
    const [start, end] = range ?? [0, 0];
    const isBlock = type === yaml__WEBPACK_IMPORTED_MODULE_0__/* .Scalar */ .X5.BLOCK_LITERAL || type === yaml__WEBPACK_IMPORTED_MODULE_0__/* .Scalar */ .X5.BLOCK_FOLDED;
    const isQuoted = type === yaml__WEBPACK_IMPORTED_MODULE_0__/* .Scalar */ .X5.QUOTE_SINGLE || type === yaml__WEBPACK_IMPORTED_MODULE_0__/* .Scalar */ .X5.QUOTE_DOUBLE;
    let at = start;
    if (isBlock)
        at = text.indexOf('\n', start) + 1;
    else if (isQuoted)
        at = start + 1;
    let line = 0;
    while (at < end) {
        const character = text[at];
        if (type === yaml__WEBPACK_IMPORTED_MODULE_0__/* .Scalar */ .X5.QUOTE_DOUBLE && character === '\\') {
            const code = text[at + 1];
            const digits = NUMBERED_ESCAPES[code] ?? 0;
            const number = Number.parseInt(text.slice(at + 2, at + 2 + digits), 16);
            const isShown = digits === 0 ? !SPACE_ESCAPES.includes(code) : !isSpace(String.fromCodePoint(number));
            if (isShown)
                yield { at, line, length: number > 0xffff ? 2 : 1 };
            at += 2 + digits;
            if (code === '\n')
                line++;
            continue;
        }
        if (!isSpace(character))
            yield { at, line, length: 1 };
        if (character === '\n')
            line++;
        at += type === yaml__WEBPACK_IMPORTED_MODULE_0__/* .Scalar */ .X5.QUOTE_SINGLE && character === "'" ? 2 : 1;
    }
}
function isSpace(character) {
    return character !== undefined && /\s/.test(character);
}


/***/ }),

/***/ 7899:
/***/ ((__webpack_module__, __unused_webpack___webpack_exports__, __nccwpck_require__) => {

__nccwpck_require__.a(__webpack_module__, async (__webpack_handle_async_dependencies__, __webpack_async_result__) => { try {
/* harmony import */ var _action_check_inputs_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(8517);
/* harmony import */ var _action_github_actions_js__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(136);
/* harmony import */ var _action_read_inputs_js__WEBPACK_IMPORTED_MODULE_2__ = __nccwpck_require__(7534);
/* harmony import */ var _action_run_action_js__WEBPACK_IMPORTED_MODULE_3__ = __nccwpck_require__(2138);
/* harmony import */ var _runs_check_js__WEBPACK_IMPORTED_MODULE_4__ = __nccwpck_require__(9940);





await (0,_action_run_action_js__WEBPACK_IMPORTED_MODULE_3__/* .runAction */ .C)(_action_github_actions_js__WEBPACK_IMPORTED_MODULE_1__/* .GITHUB_ACTIONS */ .Q, () => (0,_runs_check_js__WEBPACK_IMPORTED_MODULE_4__/* .runCheck */ .k)((0,_action_read_inputs_js__WEBPACK_IMPORTED_MODULE_2__/* .readInputs */ .K)(_action_github_actions_js__WEBPACK_IMPORTED_MODULE_1__/* .GITHUB_ACTIONS */ .Q, _action_check_inputs_js__WEBPACK_IMPORTED_MODULE_0__/* .CHECK */ .f)), { summarizes: true });

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

/***/ 5763:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   E3: () => (/* binding */ earlierCleaning),
/* harmony export */   HE: () => (/* binding */ writtenCleaning),
/* harmony export */   HP: () => (/* binding */ defaultCleaning),
/* harmony export */   f3: () => (/* binding */ orderedSteps),
/* harmony export */   yn: () => (/* binding */ CLEANING_STEPS)
/* harmony export */ });
/* harmony import */ var _tasks_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(6412);

/** The cleaning steps, in the order in which they are done, whatever the order in the file. */
const CLEANING_STEPS = ['html', 'urls', 'whitespace'];
/** Returns the steps that are listed, in the order in which they are done. */
function orderedSteps(listed) {
    return CLEANING_STEPS.filter((step) => listed.includes(step));
}
/** Returns the default cleaning of a task. */
function defaultCleaning(task) {
    return _tasks_js__WEBPACK_IMPORTED_MODULE_0__/* .TASKS */ .n3[task].isGenerative ? 'none' : ['whitespace'];
}
/** Returns how texts were cleaned up to 1.6, which had no choice and did not record it. */
function earlierCleaning(task) {
    return _tasks_js__WEBPACK_IMPORTED_MODULE_0__/* .TASKS */ .n3[task].isGenerative ? 'none' : 'python';
}
/** Returns a cleaning in the form of the file, such as `[html, whitespace]`. */
function writtenCleaning(cleaning) {
    return typeof cleaning === 'string' ? cleaning : `[${cleaning.join(', ')}]`;
}


/***/ }),

/***/ 7079:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   $l: () => (/* binding */ classColumn),
/* harmony export */   RO: () => (/* binding */ COLUMN_TYPES),
/* harmony export */   aX: () => (/* binding */ columnsOfValue),
/* harmony export */   bE: () => (/* binding */ multiHotColumn),
/* harmony export */   iP: () => (/* binding */ COLUMNS_OF_SPANS),
/* harmony export */   yJ: () => (/* binding */ fileColumns)
/* harmony export */ });
/* unused harmony exports hasOnlyClass, isGrouped, isListOfClasses */
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

/***/ 4599:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   U: () => (/* binding */ parseSplit)
/* harmony export */ });
/** The sums that shares may have: percentages, or parts of 1. */
const WHOLES = [100, 1];
/**
 * Parses shares such as `80/10/10` or `0.8/0.1/0.1`.
 *
 * @throws RangeError with the expected form
 */
function parseSplit(text) {
    const texts = text.split('/').map((part) => part.trim());
    const parts = texts.map((part) => (/^(\d+(\.\d*)?|\.\d+)$/.test(part) ? Number(part) : Number.NaN));
    const sum = parts.reduce((total, part) => total + part, 0);
    const whole = WHOLES.find((candidate) => Math.abs(sum - candidate) < 1e-9 * candidate);
    if (parts.length !== 3 || whole === undefined || parts.some((part) => part <= 0)) {
        throw new RangeError(`must be the shares of train, eval and test, three numbers above 0 that add up to 100 (or to 1), such as 80/10/10, not ${JSON.stringify(text)}`);
    }
    const [train, evaluation, test] = parts.map((part) => part / whole);
    const [, evalText, testText] = texts;
    return {
        train,
        eval: evaluation,
        test,
        testBelow: rankBound([testText], whole),
        evalBelow: rankBound([testText, evalText], whole),
    };
}
/**
 * Returns the smallest rank that is not below the sum of these decimal numbers, over `whole`, of all 2^64 ranks,
 * without rounding.
 */
function rankBound(decimals, whole) {
    const digits = Math.max(...decimals.map((decimal) => fractionOf(decimal).length));
    const sum = decimals.reduce((total, decimal) => {
        const [units] = decimal.split('.');
        return total + BigInt(units + fractionOf(decimal).padEnd(digits, '0'));
    }, 0n);
    const scale = BigInt(whole) * 10n ** BigInt(digits);
    const bound = ((sum << 64n) + scale - 1n) / scale;
    return { high: Number(bound >> 32n), low: Number(bound & 0xffffffffn) };
}
function fractionOf(decimal) {
    return decimal.split('.')[1] ?? '';
}


/***/ }),

/***/ 6412:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   CI: () => (/* binding */ describeRepeatedIds),
/* harmony export */   Gw: () => (/* binding */ hasSpans),
/* harmony export */   P6: () => (/* binding */ hasSeveralClasses),
/* harmony export */   R7: () => (/* binding */ rolesOf),
/* harmony export */   Rq: () => (/* binding */ hasClasses),
/* harmony export */   Rr: () => (/* binding */ hasOneClass),
/* harmony export */   TA: () => (/* binding */ TASK_NAMES),
/* harmony export */   b7: () => (/* binding */ unpublishedRoles),
/* harmony export */   n3: () => (/* binding */ TASKS),
/* harmony export */   we: () => (/* binding */ describeConflict)
/* harmony export */ });
/* unused harmony export areAnswers */
/* harmony import */ var _text_markdown_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(1065);

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
const COMMON_ROLES = ['id', 'predicted', 'group', 'annotator', 'time'];
/** Roles of tasks whose rows have one class each. */
const ONE_CLASS_ROLES = ['confidence'];
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
    const texts = conflictingTexts > 0 || conflictingIds === 0 ? [`${text} (${(0,_text_markdown_js__WEBPACK_IMPORTED_MODULE_0__/* .counted */ .hS)(conflictingTexts, text)})`] : [];
    const ids = conflictingIds > 0 ? [`id (${(0,_text_markdown_js__WEBPACK_IMPORTED_MODULE_0__/* .counted */ .hS)(conflictingIds, 'id')})`] : [];
    return `${values} that disagree on the same ${[...texts, ...ids].join(' or the same ')}`;
}
/**
 * Returns how many ids of disagreeing rows occur several times, and how to fix that: a sentence after a space, or an
 * empty text.
 */
function describeRepeatedIds({ repeatedIds = 0 }) {
    if (repeatedIds === 0)
        return '';
    const occur = `${(0,_text_markdown_js__WEBPACK_IMPORTED_MODULE_0__/* .counted */ .hS)(repeatedIds, 'id')} of these rows ${repeatedIds === 1 ? 'occurs' : 'occur'} several times.`;
    return ` ${occur} If a join repeats rows, give each id once with DISTINCT ON. If the newest correction counts, set annotators: latest.`;
}


/***/ }),

/***/ 8728:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   TC: () => (/* binding */ DEFAULT_TRUST),
/* harmony export */   rS: () => (/* binding */ ANNOTATOR_RULES),
/* harmony export */   tW: () => (/* binding */ PII_ACTIONS),
/* harmony export */   tw: () => (/* binding */ PII_KINDS)
/* harmony export */ });
/** Kinds of personal data that can be found in a text: identity, contact or payment. */
const PII_KINDS = ['email', 'phone', 'iban', 'card'];
/** What happens to a row with personal data. */
const PII_ACTIONS = ['count', 'redact', 'drop', 'hold'];
/** How the corrections of the same text by several people become one. */
const ANNOTATOR_RULES = ['unanimous', 'majority', 'latest'];
/** Defaults of the checks. */
const DEFAULT_TRUST = {
    maxShrinkage: 30,
    maxUnknownClasses: 50,
    lostClasses: 'hold',
    breakingChanges: 'hold',
    similarRepo: 'hold',
    minRowsPerClass: null,
    maxConflicts: null,
    maxDrift: null,
    maxAge: null,
    nearDuplicates: 'count',
    maxNearDuplicates: null,
    dropNearDuplicates: 'none',
    publish: 'directly',
    onGate: 'hold',
    annotators: 'unanimous',
    pii: null,
};


/***/ }),

/***/ 7855:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   E: () => (/* binding */ writeFailure)
/* harmony export */ });
/* harmony import */ var _text_markdown_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(1065);

/** Writes a failure as Markdown: what happened, and as a list the lines that start with a dash. */
function writeFailure(message) {
    const [headline, ...lines] = message.split('\n').map((line) => {
        return line.startsWith('- ') ? `- ${(0,_text_markdown_js__WEBPACK_IMPORTED_MODULE_0__/* .escapeMarkdown */ .FV)(line.slice(2))}` : (0,_text_markdown_js__WEBPACK_IMPORTED_MODULE_0__/* .escapeMarkdown */ .FV)(line);
    });
    return [`❌ ${headline}`, ...(lines.length === 0 ? [] : [lines.join('\n')])].join('\n\n');
}


/***/ }),

/***/ 9940:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {


// EXPORTS
__nccwpck_require__.d(__webpack_exports__, {
  k: () => (/* binding */ runCheck)
});

;// CONCATENATED MODULE: ./build/model/predictions.js

const MOST_PAIRS = 1000;
/** Most rows first, then by ids; no prediction is before class 0. */
function comparePairs(a, b) {
    return b[2] - a[2] || a[1] - b[1] || (a[0] ?? -1) - (b[0] ?? -1);
}
/** Returns whether rows with a right prediction were read too; otherwise the share of corrected rows means nothing. */
function hasRightOnes({ reviewed, corrected }) {
    return corrected < reviewed;
}
/** Returns the share of all reviewed rows that had to be corrected. */
function overallShare({ reviewed, corrected }) {
    return shareOf(reviewed, corrected);
}
/**
 * Returns by class id the share of its rows for which the model predicted another class. The shares are null if there
 * are more than {@link MOST_PAIRS} pairs, of which the rarest were left out.
 *
 * @param classes number of classes
 */
function classShares({ reviewed: all, pairs }, classes) {
    const reviewed = new Float64Array(classes);
    const corrected = new Float64Array(classes);
    for (const [predicted, right, rows] of pairs) {
        if (right >= classes)
            continue;
        reviewed[right] += rows;
        if (predicted !== right)
            corrected[right] += rows;
    }
    const isWhole = reviewed.reduce((sum, count) => sum + count, 0) === all;
    return Array.from(reviewed, (count, id) => ({
        ...shareOf(count, corrected[id]),
        ...(isWhole ? {} : { share: null }),
    }));
}
/** Returns the change of a share since another, from −1 to 1; null if one of them is unknown. */
function shareChange(now, before) {
    const from = before?.share ?? null;
    return now.share === null || from === null ? null : now.share - from;
}
/** Returns the pairs of a wrong prediction and the right class, most rows first. */
function confusions({ pairs }) {
    return pairs.filter(([predicted, corrected]) => predicted !== corrected);
}
/**
 * Reads the predictions in the metadata of a version, of any origin.
 *
 * @param classes number of classes of that version
 * @returns null if they do not have the form of {@link Predictions}
 */
function parsePredictions(value, classes) {
    if (typeof value !== 'object' || value === null)
        return null;
    const { reviewed, corrected, pairs } = value;
    if (!isCount(reviewed) || !isCount(corrected) || corrected > reviewed)
        return null;
    if (!Array.isArray(pairs) || pairs.length > MOST_PAIRS)
        return null;
    const isClass = (id) => isCount(id) && id < classes;
    const isPair = (pair) => Array.isArray(pair) &&
        pair.length === 3 &&
        (pair[0] === null || isClass(pair[0])) &&
        isClass(pair[1]) &&
        isCount(pair[2]) &&
        pair[2] > 0;
    if (!pairs.every(isPair))
        return null;
    const sum = (of) => of.reduce((total, [, , rows]) => total + rows, 0);
    const wrong = sum(pairs.filter(([predicted, right]) => predicted !== right));
    const isOnce = new Set(pairs.map(([predicted, right]) => `${predicted} ${right}`)).size === pairs.length;
    return isOnce && wrong <= corrected && sum(pairs) - wrong <= reviewed - corrected
        ? { reviewed, corrected, pairs }
        : null;
}
function shareOf(reviewed, corrected) {
    return { reviewed, corrected, share: reviewed === 0 ? null : corrected / reviewed };
}

;// CONCATENATED MODULE: ./build/model/rows.js
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

// EXTERNAL MODULE: ./build/model/tasks.js
var tasks = __nccwpck_require__(6412);
// EXTERNAL MODULE: ./build/text/markdown.js
var markdown = __nccwpck_require__(1065);
;// CONCATENATED MODULE: ./build/text/line.js

/** Returns the line of a template, whose own text is this project's and whose values are of any origin. */
function words(template, ...values) {
    return template.flatMap((text, index) => {
        const value = values[index];
        const part = text === '' ? [] : [{ kind: 'words', text }];
        return value === undefined ? part : [...part, ...partsOf(value)];
    });
}
/** Returns a line of this project's own words. */
function ownWords(text) {
    return [{ kind: 'words', text }];
}
/** Returns a part of a text of any origin as a line that keeps the spaces around it. */
function piece(text) {
    return text === '' ? [] : [{ kind: 'piece', text }];
}
function strong(line) {
    return [{ kind: 'strong', line }];
}
function code(text) {
    return [{ kind: 'code', text }];
}
/** Returns a link to an address that is made of checked parts. */
function line_link(line, url) {
    return [{ kind: 'link', line, url, isGiven: false }];
}
/** Returns a link to an address that a server gave. */
function givenLink(line, url) {
    return [{ kind: 'link', line, url, isGiven: true }];
}
/** Returns lines as one, with the separator between them. */
function joinLines(lines, separator) {
    return lines.flatMap((line, index) => [
        ...(index === 0 ? [] : [{ kind: 'words', text: separator }]),
        ...partsOf(line),
    ]);
}
/** Returns lines as one, separated by commas; after the first few, only the number of the others. */
function listLines(lines, most) {
    const more = lines.length - most;
    const listed = joinLines(lines.slice(0, most), ', ');
    return more > 0 ? words `${listed} and ${more} more` : listed;
}
/**
 * Returns for each column of a table whether it holds figures: numbers, words of this project that begin with a digit or a
 * sign, such as `+12` or `9.8 %`, and empty cells, but not only those. A text of any origin is never a figure.
 */
function figureColumns({ header, rows }) {
    return header.map((_, column) => {
        const cells = rows.map((row) => row[column] ?? '');
        return cells.some((cell) => !isEmpty(cell)) && cells.every((cell) => isEmpty(cell) || isFigure(cell));
    });
}
function isEmpty(cell) {
    return typeof cell !== 'number' && cell.length === 0;
}
function isFigure(cell) {
    if (typeof cell === 'number')
        return true;
    const [first] = cell;
    if (typeof first !== 'object')
        return false;
    return first.kind === 'strong'
        ? isFigure(first.line)
        : first.kind === 'words' && /^[+−±]?\d/.test(first.text);
}
/** Writes a line in a format. */
function writeLine(line, format) {
    return partsOf(line)
        .map((part, index) => writePart(part, { isFirst: index === 0 }, format))
        .join('');
}
function writePart(part, position, format) {
    if (typeof part === 'string')
        return format.text(part);
    switch (part.kind) {
        case 'words':
            return format.words(part.text);
        case 'piece':
            return format.piece(part.text, position);
        case 'strong':
            return format.strong(writeLine(part.line, format));
        case 'code':
            return format.code(part.text);
        case 'link':
            return format.link(writeLine(part.line, format), part);
    }
}
/**
 * Writes a line without markup.
 *
 * @param harmless makes a text of any origin harmless where the line is shown
 */
function plainLine(line, harmless) {
    return writeLine(line, {
        words: (text) => text,
        text: harmless,
        piece: (text) => text.replace(/\S(?:.*\S)?/su, harmless),
        strong: (written) => written,
        code: harmless,
        link: (written) => written,
    });
}
function partsOf(line) {
    if (typeof line === 'number')
        return [{ kind: 'words', text: (0,markdown/* formatCount */.B4)(line) }];
    return typeof line === 'string' ? [line] : line;
}

;// CONCATENATED MODULE: ./build/version/prediction-words.js



/** Largest number of classes in a readable matrix. */
const MOST_IN_MATRIX = 8;
const MOST_CONFUSIONS = 15;
/** Confusions that are emphasized in a matrix, and listed before it. */
const MOST_FREQUENT = 3;
const MOST_LISTED = 5;
/**
 * Describes where the model was wrong; null if nothing is known about it.
 *
 * @param shown shortens the name of a class for display
 */
function describePredictions({ classNames }, now, before, shown = (name) => name) {
    if (now === undefined || now.reviewed === 0)
        return null;
    const unknown = unknownPredictions(now);
    if (unknown !== null)
        return { sentences: [unknown], table: null, frequent: null };
    const names = classNames.map(shown);
    const isMatrix = names.length <= MOST_IN_MATRIX;
    return {
        sentences: [overallSentence(now, before), ...confusedSentence(now, names), ...worstSentence(now, names)],
        table: isMatrix ? matrixOf(now, names) : confusionList(now, names, MOST_CONFUSIONS),
        frequent: isMatrix && now.corrected > 0 ? confusionList(now, names, MOST_LISTED) : null,
    };
}
/** Returns that no prediction is one of the classes, and what to correct; null if one is, or no row was reviewed. */
function unknownPredictions(now) {
    if (now === undefined || now.reviewed === 0)
        return null;
    if (now.pairs.some(([predicted]) => predicted !== null))
        return null;
    return `None of the predictions of ${(0,markdown/* counted */.hS)(now.reviewed, 'reviewed row')} is one of the classes. The column with the role predicted must have names of classes.`;
}
/**
 * Returns the corrected rows of each class, by class id. If right predictions were read too, also their share and its
 * change.
 */
function describeClassShares({ classNames }, now, before) {
    const isShared = hasRightOnes(now);
    const earlier = comparable(before);
    const earlierShares = earlier === null ? [] : classShares(earlier.predictions, earlier.classNames.length);
    return classShares(now, classNames.length).map((share, id) => ({
        corrected: share.corrected,
        share: isShared ? describeShare(share) : '',
        change: isShared
            ? describeChange(share, earlierShares[earlier?.classNames.indexOf(classNames[id]) ?? -1] ?? null)
            : '',
    }));
}
/** Returns an earlier version whose shares can be compared. */
function comparable(before) {
    if (before === null)
        return null;
    const { classNames, predictions } = before;
    return classNames === null || predictions === null || !hasRightOnes(predictions)
        ? null
        : { classNames, predictions };
}
function overallSentence(now, before) {
    const { reviewed, corrected } = now;
    if (!hasRightOnes(now)) {
        return words `${(0,markdown/* counted */.hS)(reviewed, 'row')} ${reviewed === 1 ? 'was' : 'were'} corrected. The SELECT reads corrected rows only, so their share of all reviewed rows is not known.`;
    }
    const share = overallShare(now);
    const earlier = comparable(before);
    const change = earlier === null ? '' : describeChange(share, overallShare(earlier.predictions));
    const since = change === '' ? '' : `, ${change} since ${before.versionTag}`;
    const described = ownWords(`${describeShare(share)}${since}`);
    return words `${corrected} of ${(0,markdown/* counted */.hS)(reviewed, 'reviewed row')} ${corrected === 1 ? 'was' : 'were'} corrected (${described}).`;
}
function confusedSentence(now, names) {
    const [first] = confusions(now);
    if (first === undefined)
        return [];
    const [predicted, corrected, rows] = first;
    const given = predicted === null ? 'no class' : words `“${names[predicted]}”`;
    return [
        words `The most frequent confusion: the model predicted ${given} where “${names[corrected]}” is right (${(0,markdown/* counted */.hS)(rows, 'row')}).`,
    ];
}
function worstSentence(now, names) {
    if (!hasRightOnes(now))
        return [];
    const shares = classShares(now, names.length).map((share, id) => ({ ...share, id }));
    const [worst] = shares.toSorted((a, b) => (b.share ?? -1) - (a.share ?? -1) || b.corrected - a.corrected);
    if (worst === undefined || worst.corrected === 0 || worst.share === null)
        return [];
    return [
        words `The model was wrong most often on “${names[worst.id]}” (${ownWords(describeShare(worst))} of ${(0,markdown/* counted */.hS)(worst.reviewed, 'row')}).`,
    ];
}
function matrixOf(now, names) {
    const shareOf = shareReader(now, names.length);
    const frequent = confusions(now).slice(0, MOST_FREQUENT);
    const cellsOf = (predicted) => names.map((_, right) => {
        const rows = now.pairs.find(([said, correct]) => said === predicted && correct === right)?.[2] ?? 0;
        const cell = ownWords(`${(0,markdown/* formatCount */.B4)(rows)}${rows === 0 ? '' : inBrackets(shareOf(right, rows))}`);
        return frequent.some(([said, correct]) => said === predicted && correct === right)
            ? strong(cell)
            : cell;
    });
    const hasNone = now.pairs.some(([predicted]) => predicted === null);
    return {
        header: [ownWords('Predicted ↓ right →'), ...names],
        rows: [
            ...names.map((name, id) => [name, ...cellsOf(id)]),
            ...(hasNone ? [[NO_CLASS, ...cellsOf(null)]] : []),
        ],
    };
}
const NO_CLASS = ownWords('(no class)');
function confusionList(now, names, most) {
    const shareOf = shareReader(now, names.length);
    const isShared = hasRightOnes(now);
    return {
        header: [
            ownWords('Predicted → right'),
            'Rows',
            ...(isShared ? [ownWords('Share of the rows of the right class')] : []),
        ],
        rows: confusions(now)
            .slice(0, most)
            .map(([predicted, right, rows]) => [
            words `${predicted === null ? NO_CLASS : names[predicted]} → ${names[right]}`,
            rows,
            ...(isShared ? [ownWords(shareOf(right, rows))] : []),
        ]),
    };
}
/** Returns what writes rows as a share of the reviewed rows of their right class; empty where that is not known. */
function shareReader(now, classes) {
    if (!hasRightOnes(now))
        return () => '';
    const shares = classShares(now, classes);
    return (right, rows) => {
        const { reviewed, share } = shares[right];
        return share === null ? '' : (0,markdown/* formatPercent */.l9)((100 * rows) / reviewed);
    };
}
function inBrackets(share) {
    return share === '' ? '' : ` (${share})`;
}
function describeShare({ share }) {
    return share === null ? '' : (0,markdown/* formatPercent */.l9)(100 * share);
}
function describeChange(now, before) {
    const change = shareChange(now, before);
    if (change === null)
        return '';
    const points = (100 * change).toFixed(1);
    if (Number(points) === 0)
        return '±0.0 points';
    return `${change > 0 ? `+${points}` : points.replace('-', '−')} points`;
}

;// CONCATENATED MODULE: ./build/text/spell-out.js
/** Characters without a visible sign, and white space other than spaces. */
const INVISIBLE = /[\p{Cf}\p{Cc}\p{Zl}\p{Zp}]|(?! )\p{Zs}/gu;
const MARK = /\p{M}/gu;
const LATIN = /\p{Script=Latin}/u;
/** Letters of scripts that look like Latin ones. */
const LOOKALIKE = /[\p{Script=Cyrillic}\p{Script=Greek}\p{Script=Armenian}\p{Script=Cherokee}]/gu;
/**
 * Spells out the invisible difference between two names: invisible characters, Unicode forms and letters of other
 * scripts, `Bill[U+200B]ing`.
 *
 * @returns the names, with these characters spelt out
 */
function spellDifference(one, other) {
    return [spellOut(one, other), spellOut(other, one)];
}
function spellOut(name, other) {
    const isOwn = (character) => !other.includes(character);
    const spell = (character) => (isOwn(character) ? codeOf(character) : character);
    const isOtherForm = name !== other && name.normalize() === other.normalize();
    const marked = isOtherForm && name !== name.normalize() ? name.replace(MARK, codeOf) : name;
    const visible = marked.replace(INVISIBLE, spell);
    return LATIN.test(name) && LATIN.test(other) ? visible.replace(LOOKALIKE, spell) : visible;
}
/** Returns a character as `[U+200B]`. */
function codeOf(character) {
    return `[U+${character.codePointAt(0).toString(16).toUpperCase().padStart(4, '0')}]`;
}

// EXTERNAL MODULE: ./build/text/edit-distance.js
var edit_distance = __nccwpck_require__(46);
;// CONCATENATED MODULE: ./build/text/suggest-class.js

/** Length from which a name may be a misspelling by one edit; shorter names are too often real words. */
const SHORTEST_MISSPELT = 4;
/**
 * Finds the accepted class that an unknown name probably means: the same except for case, width, white space, invisible
 * characters and punctuation, or one letter away (missing, added, another, or swapped with its neighbour).
 *
 * @param accepted names of the classes, which are read once
 * @returns a function that takes a name of the database, and returns null if no class is near, or if several are as
 * near: names with different numbers are not misspellings of each other
 */
function classSuggester(accepted) {
    const classes = accepted.map((name) => ({ name, folded: fold(name) }));
    return (met) => {
        const folded = fold(met);
        if (folded === '')
            return null;
        const same = classes.filter((each) => each.folded === folded);
        const near = same.length > 0 ? same : classes.filter((each) => isMisspelt(folded, each.folded));
        return near.length === 1 ? near[0].name : null;
    };
}
/** Returns a name without what people vary in writing. Upper case first makes “ß” “ss” and “ς” “σ”. */
function fold(name) {
    return name
        .normalize('NFKC')
        .toUpperCase()
        .toLowerCase()
        .replace(/[\p{White_Space}\p{P}\p{Cf}\p{Cc}]+/gu, '');
}
function isMisspelt(a, b) {
    // A character has at most two units.
    if (Math.abs(a.length - b.length) > 2 || (0,edit_distance/* editDistance */.Y)(a, b, 1) !== 1)
        return false;
    const shorter = Math.min(Array.from(a).length, Array.from(b).length);
    return shorter >= SHORTEST_MISSPELT && digitsOf(a) === digitsOf(b);
}
function digitsOf(name) {
    return name.replace(/\P{N}/gu, '');
}

;// CONCATENATED MODULE: ./build/report/class-names.js




const LONGEST_NAME = 80;
/** Classes that get a sentence of their own. */
const NAMED_CLASSES = 3;
/** Name of a class as a summary shows it: short. */
function shortName(name) {
    const characters = Array.from(name);
    return characters.length > LONGEST_NAME ? `${characters.slice(0, LONGEST_NAME - 1).join('')}…` : name;
}
/** Name of a class in full. */
function fullName(name) {
    return name;
}
/**
 * Returns the names met that are none of the classes, with their rows and the class that may be meant:
 * `“normal” (1,200; did you mean “NORMAL”?)`; null when there are none.
 */
function unknownClasses({ shape, counts }, { most, shown }) {
    const unknown = counts?.unknownClassNames ?? [];
    if (unknown.length === 0)
        return null;
    const suggest = classSuggester(shape.classNames);
    const describe = ({ name, rows }) => {
        const meant = suggest(name);
        if (meant === null)
            return words `“${shown(name)}” (${rows})`;
        const [met, near] = spellDifference(name, meant);
        return words `“${shown(met)}” (${rows}; did you mean “${shown(near)}”?)`;
    };
    return listLines(unknown.map((each, index) => (index < most ? describe(each) : '')), most);
}
/** Names of classes in quotation marks. */
function quoteClasses(names, { most, shown }) {
    return listLines(names.map((name) => words `“${shown(name)}”`), most);
}
/** Describes classes that splits have no row of, a sentence each, and of many how many more there are. */
function missingClasses(missing, shown) {
    const named = missing.slice(0, missing.length > NAMED_CLASSES + 1 ? NAMED_CLASSES : undefined);
    const sentences = named.map(({ className, splits, rows, groups }) => {
        const what = words `“${shown(className)}” has no row in ${splits.join(' and ')}`;
        if (groups === null)
            return words `${what}. Collect more reviews of this class.`;
        const where = `${(0,markdown/* counted */.hS)(rows, 'row')} of it ${rows === 1 ? 'is' : 'are'} in ${(0,markdown/* counted */.hS)(groups, 'group')}`;
        return words `${what}: ${ownWords(where)}, and the rows of a group stay in one split. Collect reviews of this class in more groups.`;
    });
    const more = missing.length - named.length;
    return more === 0 ? sentences : [...sentences, words `${more} more classes have no row in some split.`];
}

;// CONCATENATED MODULE: ./build/report/document.js

/** Returns a heading, by default of a part of a dataset. */
function heading(line, level = 3) {
    return { kind: 'heading', level, line };
}
function paragraph(line) {
    return { kind: 'paragraph', line };
}
/** Returns sentences as one paragraph, or nothing when there are none. */
function sentences(lines) {
    return lines.length === 0 ? [] : [paragraph(joinLines(lines, ' '))];
}
/** Returns a list, or nothing when it has no items. */
function list(items) {
    return items.length === 0 ? [] : [{ kind: 'list', items }];
}
/** Returns a table, or nothing when it has no rows. */
function table(header, rows) {
    return rows.length === 0 ? [] : [{ kind: 'table', header, rows }];
}
/** Returns blocks to be unfolded. */
function folded(summary, blocks) {
    return { kind: 'details', summary, isOpen: false, blocks };
}

;// CONCATENATED MODULE: ./build/gates/gate.js
/** The gates by the names of their settings, in the order of display. */
const GATE_NAMES = (/* unused pure expression or super */ null && ([
    'usable-rows',
    'max-unknown-classes',
    'max-shrinkage',
    'lost-classes',
    'breaking-changes',
    'similar-repo',
    'min-rows-per-class',
    'max-conflicts',
    'max-drift',
    'max-age',
    'max-near-duplicates',
    'pii',
]));
/** Returns a share of a whole in percent, as people read it; 0 of an empty whole. */
function percentOf(part, whole) {
    return whole === 0 ? 0 : (100 * part) / whole;
}
/** Returns a result with its verdict. It has advice only if the gate failed. */
function judged(gate, hasFailed, { measured, limit, advice }) {
    return {
        gate,
        verdict: hasFailed ? 'failed' : 'passed',
        measured,
        limit,
        advice: hasFailed ? advice : null,
    };
}
/** Returns a result of a gate that has nothing, or too little, to judge. */
function notJudged(gate, measured, limit) {
    return { gate, verdict: 'not-judged', measured, limit, advice: null };
}

;// CONCATENATED MODULE: ./build/gates/age-gate.js


const MS_A_DAY = 86_400_000;
const ROUNDING_ERROR = 1e-9;
/** Holds a dataset whose newest correction is too old: reviews have stopped, or the database is the wrong one. */
const age_gate_maxAge = ({ counts, now }, { maxAge: most }) => {
    if (most === null)
        return null;
    const limit = `it may be at most ${describeDays(most)} old`;
    const { newestCorrection, futureCorrections = 0 } = counts;
    if (newestCorrection === null && futureCorrections > 0) {
        return judged('max-age', true, {
            measured: `${(0,markdown/* counted */.hS)(futureCorrections, 'correction has its time', 'corrections have their time')} in the future and none in the past`,
            limit,
            advice: 'Fix these times, or let the SELECT give the time at which each row was corrected.',
        });
    }
    if (newestCorrection === null)
        return notJudged('max-age', 'no correction has a time', limit);
    // A clock that is a little ahead makes no correction older.
    const days = Math.max(0, now.getTime() - Date.parse(newestCorrection)) / MS_A_DAY;
    return judged('max-age', days > most, {
        measured: `the newest correction is ${describeDays(days)} old${describeFuture(futureCorrections)}`,
        limit,
        advice: 'Have corrections reviewed, and check that postgres-url names the database that holds them. If no corrections are needed, raise max-age.',
    });
};
function describeFuture(corrections) {
    return corrections === 0
        ? ''
        : ` (without ${(0,markdown/* counted */.hS)(corrections, 'correction')} whose time is in the future)`;
}
/** Returns a time in days, or in hours if it is short; rounded up, so that a time over a limit reads that way. */
function describeDays(days) {
    const [amount, unit] = days < 2 ? [24 * days, 'hour'] : [days, 'day'];
    const rounded = Math.ceil(10 * amount - ROUNDING_ERROR) / 10;
    return `${rounded} ${unit}${rounded === 1 ? '' : 's'}`;
}

// EXTERNAL MODULE: ./build/model/shape.js
var model_shape = __nccwpck_require__(7079);
;// CONCATENATED MODULE: ./build/model/features.js


/** Returns the dataset's features as `datasets` writes them into the `huggingface` key of a parquet schema. */
function hubFeatures(shape) {
    const labelOf = (names) => ({ names, _type: 'ClassLabel' });
    const columns = (0,model_shape/* fileColumns */.yJ)(shape).map(({ name, type, isTags }) => {
        const names = isTags ? tagNames(shape.classNames) : shape.classNames;
        return [name, model_shape/* COLUMN_TYPES */.RO[type].feature(labelOf(names))];
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

// EXTERNAL MODULE: ./build/model/cleaning.js
var cleaning = __nccwpck_require__(5763);
// EXTERNAL MODULE: ./build/model/trust.js
var model_trust = __nccwpck_require__(8728);
;// CONCATENATED MODULE: ./build/pii/pii-words.js

/** Plural name of each kind. */
const PII_NAMES = {
    email: 'e-mail addresses',
    phone: 'phone numbers',
    iban: 'IBANs',
    card: 'card numbers',
};
/** Returns how much of each kind was found: `e-mail addresses: 3 in 2 rows`. */
function describePii(pii) {
    return listFound(pii)
        .filter(({ finds }) => finds > 0)
        .map(({ kind, ...counts }) => `${PII_NAMES[kind]}: ${describeFinds(counts)}`)
        .join(', ');
}
/** Returns the lines about personal data in a dataset's card; none if no personal data was searched. */
function piiSection(pii) {
    if (pii === undefined)
        return [];
    const items = listFound(pii).map(({ kind, ...counts }) => {
        const name = PII_NAMES[kind].replace(/^[a-z]/, (letter) => letter.toUpperCase());
        const what = counts.finds === 0 ? 'none' : `${describeFinds(counts)}, ${FATES[pii.action](kind)}`;
        return `- ${name}: ${what}`;
    });
    return [
        'This personal data was found in the rows read. Names and postal addresses are not searched.',
        items.join('\n'),
    ];
}
const LEFT = () => 'left as they are';
const FATES = {
    count: LEFT,
    hold: LEFT,
    redact: (kind) => `replaced by \`[${kind.toUpperCase()}]\``,
    drop: () => 'left out with their rows',
};
function listFound({ found }) {
    return Object.keys(found).map((kind) => ({ kind, ...found[kind] }));
}
function describeFinds({ finds, rows }) {
    return `${(0,markdown/* formatCount */.B4)(finds)} in ${(0,markdown/* formatCount */.B4)(rows)} ${rows === 1 ? 'row' : 'rows'}`;
}

// EXTERNAL MODULE: ./build/model/split-shares.js
var split_shares = __nccwpck_require__(4599);
;// CONCATENATED MODULE: ./build/version/split-rules.js





/** Rules of 1.3.0 and 1.4.0, which recorded what was found but not the rules. */
const FIRST_PII_RULES = 1;
/** Returns what is redacted by settings; null for nothing. */
function redactionOf(pii) {
    if (pii?.action !== 'redact')
        return null;
    return { kinds: pii.find, region: pii.region, rules: PII_RULES };
}
/** Returns the number of rows in which each redacted kind was found; nothing if none is redacted. */
function redactedRowsOf(pii) {
    if (pii?.action !== 'redact')
        return {};
    return Object.fromEntries(Object.entries(pii.found).map(([kind, { rows }]) => [kind, rows]));
}
/** Reads the rules of a version from its metadata, of any origin. */
function parseSplitRules(found) {
    const parameters = isRecord(found.parameters) ? found.parameters : {};
    const key = isRecord(found.split_key) ? found.split_key : null;
    const { random_state: seed, split, split_method: method } = parameters;
    const quality = isRecord(found.quality) ? found.quality : {};
    const counted = parseCounts(quality.pii);
    return {
        seed: isCount(seed) ? seed : undefined,
        shares: typeof split === 'string' && boundsOf(split) !== null ? split : undefined,
        method: method === 'stable' || method === 'sklearn' ? method : undefined,
        group: key !== null && (key.group === null || typeof key.group === 'string') ? key.group : undefined,
        clean: parseCleaning(key?.clean),
        role: typeof key?.role === 'string' ? key.role : null,
        folded: key?.folded === true,
        foldedRows: isCount(quality.folded) ? quality.folded : 0,
        redacted: parseRedaction(key?.redacted) ?? counted.redacted,
        redactedRows: counted.redactedRows,
    };
}
/** Returns how the texts of an earlier version of the same task were cleaned. */
function cleaningBefore({ clean }, { task }) {
    return clean ?? (0,cleaning/* earlierCleaning */.E3)(task);
}
/** Returns whether texts are cleaned as those of an earlier version were. */
function split_rules_areCleanedAlike(before, now) {
    return (0,cleaning/* writtenCleaning */.HE)(cleaningBefore(before, now)) === (0,cleaning/* writtenCleaning */.HE)(now.clean);
}
function parseCleaning(value) {
    if (value === 'none' || value === 'python')
        return value;
    const steps = Array.isArray(value) ? orderedSteps(value) : [];
    return steps.length > 0 ? steps : undefined;
}
function parseRedaction(value) {
    if (!isRecord(value))
        return null;
    const { kinds, region, rules } = value;
    if (!Array.isArray(kinds) || !isCount(rules))
        return null;
    return {
        kinds: PII_KINDS.filter((kind) => kinds.includes(kind)),
        region: typeof region === 'string' ? region : null,
        rules,
    };
}
/** Reads from the counts of a version what was redacted, and in how many rows. */
function parseCounts(pii) {
    if (!isRecord(pii) || pii.action !== 'redact')
        return { redacted: null, redactedRows: {} };
    const { found } = pii;
    const kinds = PII_KINDS.filter((kind) => isRecord(found) && isRecord(found[kind]));
    const rowsOf = (kind) => {
        const { rows } = found[kind];
        return isCount(rows) ? rows : 0;
    };
    return {
        redacted: { kinds, region: undefined, rules: FIRST_PII_RULES },
        redactedRows: Object.fromEntries(kinds.map((kind) => [kind, rowsOf(kind)])),
    };
}
/** True if shares that are written differently, such as `80/10/10` and `0.8/0.1/0.1`, are equal. */
function areSameShares(one, other) {
    const [a, b] = [boundsOf(one), boundsOf(other)];
    return a !== null && b !== null && isSame(a.testBelow, b.testBelow) && isSame(a.evalBelow, b.evalBelow);
}
/** Returns the ranks at which shares end; null for a malformed text. */
function boundsOf(shares) {
    try {
        return (0,split_shares/* parseSplit */.U)(shares);
    }
    catch {
        return null;
    }
}
function isSame(a, b) {
    return a.high === b.high && a.low === b.low;
}

;// CONCATENATED MODULE: ./build/version/split-changes.js





/** Finds what moves rows between splits. A setting that the earlier version does not record counts as the same. */
function findSplitChanges(before, current) {
    const { rules } = current;
    const settings = settingChanges(before, rules);
    const redaction = redactionChanges(before, current);
    const folding = foldingChanges(before, current);
    const rows = Math.max(0, ...redaction.map((change) => change.rows)) + (folding[0]?.rows ?? 0);
    const recorded = { 'random-state': before.seed, split: before.shares, 'split-method': before.method };
    return {
        changes: [...settings, ...[...redaction, ...folding].map(({ text }) => text)],
        changedTexts: settings.length > 0 ? null : rows,
        unknown: Object.entries({ ...recorded, group: before.group })
            .filter(([, value]) => value === undefined)
            .map(([name]) => name),
    };
}
function settingChanges(before, now) {
    const changes = [];
    if (before.seed !== undefined && before.seed !== now.seed)
        changes.push(`random-state changed from ${before.seed} to ${now.seed}`);
    if (before.shares !== undefined && !areSameShares(before.shares, now.shares))
        changes.push(`split changed from ${before.shares} to ${now.shares}`);
    if (before.method !== undefined && before.method !== now.method)
        changes.push(`split-method changed from ${before.method} to ${now.method}`);
    if (before.group !== undefined && before.group !== now.group)
        changes.push(`the group ${groupChange(before.group, now.group)}`);
    else if (now.group === null && before.role !== now.role)
        changes.push(now.role === null
            ? `rows are split by all their texts and no longer by their ${before.role} alone`
            : `rows are split by their ${now.role} alone and no longer by all their texts`);
    if (!split_rules_areCleanedAlike(before, now)) {
        const [cleaned, cleans] = [cleaningBefore(before, now), now.clean].map(cleaning/* writtenCleaning */.HE);
        const only = before.clean === undefined ? ', the only way up to 1.6 and kept by clean: python,' : '';
        changes.push(`clean changed from ${cleaned}${only} to ${cleans}`);
    }
    return changes;
}
function groupChange(before, now) {
    if (now === null)
        return 'was dropped';
    return before === null ? 'was added' : 'is another column';
}
/** Returns a clause if texts are compared in another form, and if that concerns a row of one of the two versions. */
function foldingChanges(before, { rules: now, foldedRows }) {
    if (before.folded === now.folded || now.group !== null)
        return [];
    const rows = now.folded ? foldedRows : before.foldedRows;
    if (rows === 0)
        return [];
    const how = now.folded ? 'now' : 'no longer';
    return [
        {
            text: `texts that differ only in Unicode form, line breaks or invisible characters (${(0,markdown/* counted */.hS)(rows, 'row')}) ${how} count as the same`,
            rows,
        },
    ];
}
/** Returns changes of what is redacted, as far as they concern a row of one of the two versions. */
function redactionChanges(before, { rules: now, redactedRows }) {
    const changes = [];
    for (const kind of model_trust/* PII_KINDS */.tw) {
        const [was, is] = [before.redacted, now.redacted].map((found) => found?.kinds.includes(kind) ?? false);
        const rows = Math.max(is ? (redactedRows[kind] ?? 0) : 0, was ? (before.redactedRows[kind] ?? 0) : 0);
        if (rows === 0)
            continue;
        const about = `${PII_NAMES[kind]} (${(0,markdown/* counted */.hS)(rows, 'row')})`;
        if (was !== is)
            changes.push({ text: `${about} ${is ? 'are' : 'are no longer'} redacted`, rows });
        else if (areFoundOtherwise(kind, before.redacted, now.redacted))
            changes.push({ text: `${about} are recognised by other rules`, rows });
    }
    return changes;
}
function areFoundOtherwise(kind, before, now) {
    const isOtherRegion = kind === 'phone' && before.region !== undefined && before.region !== now.region;
    return before.rules !== now.rules || isOtherRegion;
}
/** True if a row has the same rank in an earlier version, so that rows of both can be compared. */
function haveSameRanks(before, current) {
    const { rules } = current;
    return (before.seed === rules.seed &&
        areCleanedAlike(before, rules) &&
        redactionChanges(before, current).length === 0 &&
        foldingChanges(before, current).length === 0);
}
/** Returns whether rows of two versions have the same ranks, by what both record, and whether these order their files. */
function haveComparableRows(before, now) {
    const [a, b] = [before, now].map(({ seed, clean, folded, redacted }) => JSON.stringify([seed, clean, folded, redacted]));
    return a === b && before.method === 'stable' && now.method === 'stable';
}
/**
 * Returns the tag of the first version whose splits are comparable with those of a new one: a row of both versions is
 * in the same split of both.
 *
 * @param tag of the new version
 */
function splitsSinceOf(previous, current, tag) {
    // Up to 1.0.0, which did not record its columns, `stable` also used the class to place rows.
    if (previous === null || previous.features === null || current.rules.method === 'sklearn')
        return tag;
    if (!current.areTextsKnown)
        return tag;
    const { changes } = findSplitChanges(previous.splitRules, current);
    return changes.length > 0 ? tag : (previous.splitsSince ?? previous.versionTag);
}

;// CONCATENATED MODULE: ./build/gates/breaking-gate.js





const LIMIT = 'ids, columns and splits must mean the same in every version';
/** Largest number of ids and columns in a sentence. */
const MOST_NAMES = 5;
/**
 * Holds a dataset in which something changed its meaning since the version it replaces: a class id, a column, the task,
 * the dataset itself, or the split of a row. What that version does not record is not judged.
 */
const breakingChanges = (facts, { breakingChanges: rule, onGate }) => {
    if (rule === 'allow')
        return null;
    const { previous, strayTags } = facts;
    if (previous === null)
        return judgeFirst(strayTags, adviceFor('the repo should start anew', onGate));
    const { versionTag } = previous;
    const splits = findSplitChanges(previous.splitRules, facts.splits);
    const changes = [
        ...nameChange(facts, previous),
        ...taskChange(facts, previous),
        ...columnChanges(facts, previous),
        ...classChanges(facts, previous),
        ...splitChange(facts, splits),
        ...lostIndex(facts, previous, splits),
    ];
    const unknown = unknownOf(previous, splits);
    if (changes.length === 0 && unknown.length === ALL_PARTS)
        return notJudged('breaking-changes', `${versionTag} records nothing to compare with`, LIMIT);
    const note = unknown.length === 0 ? '' : ` (not judged, as ${versionTag} does not record it: ${unknown.join(', ')})`;
    const measured = changes.length === 0
        ? `everything that was compared means the same as in ${versionTag}`
        : `since ${versionTag} ${changes.join('; ')}`;
    return judged('breaking-changes', changes.length > 0, {
        measured: `${measured}${note}`,
        limit: LIMIT,
        advice: `Undo the change in the file or the inputs. ${adviceFor('the change is intended', onGate)}`,
    });
};
function adviceFor(condition, onGate) {
    const approval = onGate === 'pull-request' ? '' : ', or approve this version with on-gate: pull-request';
    return `If ${condition}, set breaking-changes: allow for one run${approval}.`;
}
/** Judges a repo without a version: it is new, unless versions were tagged in it. */
function judgeFirst(strayTags, advice) {
    if (strayTags.length === 0)
        return notJudged('breaking-changes', 'it has no previous version', LIMIT);
    const newest = strayTags.toSorted().at(-1);
    const versions = (0,markdown/* counted */.hS)(strayTags.length, 'version');
    return judged('breaking-changes', true, {
        measured: `main has no readable dataset_metadata.json, although ${versions} of the repo ${strayTags.length === 1 ? 'is' : 'are'} tagged, the last as ${newest}`,
        limit: 'a version must be compared with the previous one',
        advice: `Restore dataset_metadata.json on main, as it is in ${newest}. ${advice}`,
    });
}
function nameChange({ shape }, { name }) {
    return name === null || name === shape.name
        ? []
        : [`the repo holds the dataset ${name}, not ${shape.name}`];
}
function taskChange({ shape }, { task }) {
    return task === null || task === shape.task ? [] : [`the task went from ${task} to ${shape.task}`];
}
function columnChanges({ shape }, { features }) {
    if (features === null)
        return [];
    const { gone, retyped } = changedColumns(JSON.parse(features), hubFeatures(shape));
    const say = (names, one, many) => names.length === 0
        ? []
        : [
            `the column${names.length === 1 ? '' : 's'} ${(0,markdown/* listSome */.XT)(names, MOST_NAMES)} ${names.length === 1 ? one : many}`,
        ];
    return [...say(gone, 'is gone', 'are gone'), ...say(retyped, 'has another type', 'have another type')];
}
/** Returns the ids that mean another class. Classes added after the last one change no id. */
function classChanges({ shape }, { classNames, classBalance }) {
    const before = classNames ?? [];
    const changed = [...before.entries()].filter(([id, name]) => shape.classNames[id] !== name);
    if (changed.length === 0)
        return [];
    const texts = changed.map(([id, name]) => `${id}: ${name} → ${shape.classNames[id] ?? 'none'}`);
    const isForm = ([id, name]) => shape.classNames[id]?.normalize() === name.normalize();
    const form = changed.every(isForm) ? ', which differ only in their Unicode form' : '';
    const rows = changed.reduce((sum, [, name]) => sum + rowsOfClass(classBalance ?? {}, name), 0);
    const had = classBalance === null ? '' : ` of ${(0,markdown/* counted */.hS)(rows, 'row')}`;
    const ids = (0,markdown/* counted */.hS)(changed.length, 'class id');
    const verb = changed.length === 1 ? 'changes its' : 'change their';
    return [`${ids}${had} ${verb} meaning (${(0,markdown/* listSome */.XT)(texts, MOST_NAMES)}${form})`];
}
function splitChange({ numSamples, movedRows }, { changes, changedTexts }) {
    if (changes.length === 0)
        return [];
    const all = (0,markdown/* counted */.hS)(numSamples, 'row');
    const moved = changedTexts !== null
        ? `which may move up to ${(0,markdown/* formatCount */.B4)(changedTexts)} of ${all} to another split`
        : movedRows === null
            ? `which may move any of ${all} to another split`
            : `which moves ${(0,markdown/* formatCount */.B4)(movedRows)} of ${all} to another split`;
    return [`${changes.join(', ')}, ${moved}`];
}
/** Without the row index of a version, the split of a text that is in several groups is unknown. */
function lostIndex({ splits: { areTextsKnown } }, { rowIndex }, { changes }) {
    return areTextsKnown || rowIndex === null || changes.length > 0
        ? []
        : [`its ${rowIndex.path} is missing or damaged, so a text may come to another split than it had`];
}
const ALL_PARTS = 8;
/** Returns what the previous version does not record, of eight parts. */
function unknownOf(previous, { unknown }) {
    const { name, task, features, classNames } = previous;
    const parts = { dataset: name, task, columns: features, classes: classNames };
    const missing = Object.entries(parts).filter(([, value]) => value === null);
    return [...missing.map(([part]) => part), ...unknown];
}

;// CONCATENATED MODULE: ./build/gates/class-gates.js



/** Largest number of classes in a sentence. */
const class_gates_MOST_NAMES = 10;
/**
 * Holds a dataset in which a class of the last version has no rows any more, for example because it was renamed or
 * removed.
 */
const lostClasses = ({ shape, classRows, previous }, { lostClasses: rule }) => {
    if (shape.classNames.length === 0 || rule === 'allow')
        return null;
    const limit = 'a class that had rows must have some';
    if (previous === null)
        return notJudged('lost-classes', 'it has no previous version', limit);
    const { classBalance, versionTag } = previous;
    if (classBalance === null) {
        return notJudged('lost-classes', `${versionTag} does not record its classes`, limit);
    }
    const left = new Set(shape.classNames.filter((_, id) => classRows[id] > 0));
    const lost = Object.keys(classBalance).filter((name) => !left.has(name) && rowsOfClass(classBalance, name) > 0);
    const measured = lost.length === 0
        ? `every class of ${versionTag} has rows`
        : `${(0,markdown/* listSome */.XT)(lost, class_gates_MOST_NAMES)} had rows in ${versionTag} and ${lost.length === 1 ? 'has' : 'have'} none`;
    return judged('lost-classes', lost.length > 0, {
        measured,
        limit,
        advice: 'Check that the SELECTs still give these classes, under their accepted names. If the classes were removed on purpose, set lost-classes: allow.',
    });
};
/** Holds a dataset in which a class has too few rows. */
const minRowsPerClass = ({ shape, classRows, classGroups }, { minRowsPerClass: least }) => {
    if (least === null || shape.classNames.length === 0)
        return null;
    const few = shape.classNames.flatMap((name, id) => classRows[id] < least ? [`${name} (${(0,markdown/* formatCount */.B4)(classRows[id])}${groupsOf(classGroups, id)})`] : []);
    return judged('min-rows-per-class', few.length > 0, {
        measured: few.length === 0
            ? `the smallest class has ${(0,markdown/* formatCount */.B4)(Math.min(...classRows))} rows`
            : `${(0,markdown/* listSome */.XT)(few, class_gates_MOST_NAMES)} ${few.length === 1 ? 'has' : 'have'} fewer rows`,
        limit: `each class must have ${(0,markdown/* formatCount */.B4)(least)}`,
        advice: 'Have more rows of these classes reviewed, or lower min-rows-per-class.',
    });
};
/** Returns the number of groups that the rows of a class are in; an empty text if rows have none. */
function groupsOf(classGroups, id) {
    const groups = classGroups?.[id] ?? 0;
    return groups === 0 ? '' : ` in ${(0,markdown/* counted */.hS)(groups, 'group')}`;
}

;// CONCATENATED MODULE: ./build/gates/fisher.js
/** A term so small compared with the sum that later terms do not change the sum. */
const NEGLIGIBLE = 1e-17;
/**
 * Returns whether two shares differ beyond chance, by Fisher's exact test (R. A. Fisher, "The logic of inductive
 * inference", 1935), two-sided as twice the smaller tail. If both are drawn from the same whole, the result is true
 * with a probability of at most `alpha`, for any numbers of rows.
 */
function differBeyondChance(one, other, alpha) {
    const hits = one.rows + other.rows;
    const misses = one.of + other.of - hits;
    // Counted in the direction in which `one` has more than its share.
    const isMore = one.rows * other.of >= other.rows * one.of;
    const [property, rest] = isMore ? [hits, misses] : [misses, hits];
    let drawn = isMore ? one.rows : one.of - one.rows;
    const most = Math.min(property, one.of);
    let term = Math.exp(logChoose(property, drawn) + logChoose(rest, one.of - drawn) - logChoose(property + rest, one.of));
    let tail = 0;
    while (2 * tail <= alpha && term > NEGLIGIBLE * tail) {
        tail += term;
        if (drawn === most)
            break;
        term *= ((property - drawn) / (drawn + 1)) * ((one.of - drawn) / (rest - one.of + drawn + 1));
        drawn++;
    }
    return 2 * tail <= alpha;
}
/** Returns the logarithm of the number of ways to choose `k` of `n`. */
function logChoose(n, k) {
    return logFactorial(n) - logFactorial(k) - logFactorial(n - k);
}
/** Stirling's series (Abramowitz and Stegun, 6.1.41), exact to 1e-13 from 16 on; below, the product. */
function logFactorial(n) {
    if (n < 16) {
        let product = 1;
        for (let factor = 2; factor <= n; factor++)
            product *= factor;
        return Math.log(product);
    }
    const square = n * n;
    const series = (1 / 12 - (1 / 360 - 1 / (1260 * square)) / square) / n;
    return (n + 0.5) * Math.log(n) - n + 0.5 * Math.log(2 * Math.PI) + series;
}

;// CONCATENATED MODULE: ./build/gates/drift-gate.js





/**
 * Largest probability that a dataset whose classes have not changed is held, over all its classes together
 * (Bonferroni). Consecutive versions share most rows, which makes it smaller still.
 */
const FALSE_ALARM = 0.005;
/**
 * Holds a dataset in which the share of a class changed since the last version by more points than allowed, and by more
 * than chance explains at these numbers of rows.
 */
const maxDrift = (facts, { maxDrift: most }) => {
    if (most === null || facts.shape.classNames.length === 0)
        return null;
    const limit = `at most ${most} points are allowed`;
    const moves = findMoves(facts);
    if (typeof moves === 'string')
        return notJudged('max-drift', moves, limit);
    const alpha = FALSE_ALARM / moves.length;
    const { before, now } = moves[0];
    const least = { rows: 0, of: before.of };
    if (!differBeyondChance(least, { rows: now.of, of: now.of }, alpha)) {
        return notJudged('max-drift', `${rowsOf(before, now)} are too few to distinguish a change from chance`, limit);
    }
    const byPoints = moves.toSorted((a, b) => pointsOf(b) - pointsOf(a));
    const drifted = byPoints.filter((move) => pointsOf(move) > most && differBeyondChance(move.before, move.now, alpha));
    const [shown] = [...drifted, ...byPoints];
    const others = drifted.length - 1;
    return judged('max-drift', drifted.length > 0, {
        measured: `${describe(shown)}${describeRest(pointsOf(shown) > most, others)}`,
        limit,
        advice: `Check what was corrected since ${facts.previous?.versionTag}. If the change is right, raise max-drift, or approve this version with on-gate: pull-request.`,
    });
};
/** Returns the classes that both versions have, or why they cannot be compared. */
function findMoves({ shape, classRows, numSamples, previous }) {
    if (previous === null)
        return 'it has no previous version';
    const { classBalance, versionTag } = previous;
    if (classBalance === null)
        return `${versionTag} does not record its classes`;
    const known = shape.classNames.flatMap((name, id) => Object.hasOwn(classBalance, name)
        ? [{ name, before: rowsOfClass(classBalance, name), now: classRows[id] }]
        : []);
    // With several classes a row, the shares are of all rows; otherwise, of the rows of known classes.
    const isSeveral = (0,tasks/* hasSeveralClasses */.P6)(shape.task);
    const sum = (key) => known.reduce((total, move) => total + move[key], 0);
    const before = isSeveral ? (previous.numSamples ?? 0) : sum('before');
    const now = isSeveral ? numSamples : sum('now');
    if (known.length === 0 || before === 0 || now === 0)
        return `${versionTag} has no class in common with it`;
    if (known.some((move) => move.before > before))
        return `${versionTag} does not record its rows`;
    return known.map(({ name, ...rows }) => ({
        name,
        before: { rows: rows.before, of: before },
        now: { rows: rows.now, of: now },
    }));
}
function pointsOf({ before, now }) {
    return Math.abs(percent(now) - percent(before));
}
function percent({ rows, of }) {
    return percentOf(rows, of);
}
function describe(move) {
    const { name, before, now } = move;
    return `the share of ${name} went from ${(0,markdown/* formatPercent */.l9)(percent(before))} of ${(0,markdown/* formatCount */.B4)(before.of)} rows to ${(0,markdown/* formatPercent */.l9)(percent(now))} of ${(0,markdown/* formatCount */.B4)(now.of)}`;
}
/**
 * @param isMuch true if it is more than allowed @param others number of other classes that drifted too, -1 if none did
 */
function describeRest(isMuch, others) {
    if (others > 0)
        return `, that of ${others} other ${others === 1 ? 'class' : 'classes'} beyond chance as well`;
    if (others === 0)
        return ', beyond chance';
    return isMuch ? ', which chance explains' : ', and no other by more';
}
function rowsOf(before, now) {
    return `${(0,markdown/* formatCount */.B4)(before.of)} rows before and ${(0,markdown/* formatCount */.B4)(now.of)} now`;
}

;// CONCATENATED MODULE: ./build/gates/near-duplicates-gate.js


/** Holds a dataset whose scores on test would be too good, because train has rows similar to those of test. */
const maxNearDuplicates = ({ nearDuplicates }, { maxNearDuplicates: most }) => {
    if (most === null)
        return null;
    const limit = `at most ${most} % may be`;
    if (!nearDuplicates)
        return notJudged('max-near-duplicates', 'the rows were not split', limit);
    const { trainTest, testRows, notCompared } = nearDuplicates;
    const share = percentOf(trainTest, testRows);
    const isLeast = notCompared > 0 ? ', or more, because some rows have too many similar rows to compare all' : '';
    return judged('max-near-duplicates', share > most, {
        measured: `${(0,markdown/* formatPercent */.l9)(share)} of the rows of test (${(0,markdown/* formatCount */.B4)(trainTest)} of ${(0,markdown/* formatCount */.B4)(testRows)}) are near-duplicates of rows of train${isLeast}`,
        limit,
        advice: 'To leave these rows of train out, set drop-near-duplicates: train, or give the rows of one person or template a common group. If these rows are right, raise max-near-duplicates.',
    });
};

;// CONCATENATED MODULE: ./build/gates/pii-gate.js



/** Holds a dataset whose rows contain personal data. */
const noPii = ({ counts: { pii } }) => {
    if (pii?.action !== 'hold')
        return null;
    const rows = `${(0,markdown/* formatCount */.B4)(pii.rows)} ${pii.rows === 1 ? 'row holds' : 'rows hold'} personal data`;
    return judged('pii', pii.rows > 0, {
        measured: pii.rows === 0 ? 'no personal data was found' : `${rows} (${describePii(pii)})`,
        limit: 'none may',
        advice: 'To remove it, set action: redact; to leave its rows out, set action: drop; or remove it in the database.',
    });
};

;// CONCATENATED MODULE: ./build/version/earlier-versions.js

/** Versions whose rows a new version is compared with. */
const MOST_VERSIONS = 10;
/** Number of these versions that the metadata of the last one list beside its own. */
const MOST_EARLIER = MOST_VERSIONS - 1;
/** Reads from the metadata of a version the sizes of earlier ones, the newest first. */
function parseEarlierVersions(value) {
    if (!Array.isArray(value))
        return [];
    const sizes = value.map((entry) => {
        const { version_tag: tag, num_samples: rows } = isRecord(entry) ? entry : {};
        return typeof tag === 'string' && /^v\d{8}_\d{6}$/.test(tag) && isCount(rows) ? { tag, rows } : null;
    });
    return sizes.filter((size) => size !== null).slice(0, MOST_EARLIER);
}
/**
 * Returns the versions that a new one may not be much smaller than: the last one and those before it, back to one that
 * itself had lost more rows than allowed. A person accepted that loss by publishing it.
 *
 * @param most largest loss of rows in percent
 * @returns the newest first; empty if the last version has no recorded number of rows
 */
function comparedVersions({ versionTag, numSamples, earlierVersions, }, most) {
    if (numSamples === null)
        return [];
    const versions = [{ tag: versionTag, rows: numSamples }, ...earlierVersions];
    const accepted = versions.findIndex(({ rows }, index) => versions.slice(index + 1).some((older) => lossOf(older.rows, rows) > most));
    return accepted === -1 ? versions : versions.slice(0, accepted + 1);
}
/** Returns the loss of rows in percent; below 0 if there are more rows than before. */
function lossOf(before, now) {
    return before === 0 ? 0 : (100 * (before - now)) / before;
}

;// CONCATENATED MODULE: ./build/gates/unjudged-text.js

/**
 * Returns in one line which rows a source left out, and how many: `annotations without a result of the control “topic”:
 * 83`.
 */
function describeUnjudged(unjudged) {
    return unjudged.map(({ text, rows }) => `${(0,markdown/* oneLine */.TN)(text)}: ${(0,markdown/* formatCount */.B4)(rows)}`).join(', ');
}

;// CONCATENATED MODULE: ./build/gates/row-gates.js





/** Holds a dataset without a usable row although rows were read, or whose source left out every row. */
const usableRows = ({ shape, counts, numSamples, unjudged = [] }) => {
    const { fetched } = counts.stages;
    if (fetched === 0) {
        const leftOut = unjudged.filter(({ isExpected }) => !isExpected);
        if (leftOut.length === 0)
            return null;
        return judged('usable-rows', true, {
            measured: `no row was read, because the source left out ${describeUnjudged(leftOut)}`,
            limit: 'at least one row must be usable',
            advice: 'Compare the parameters of the preset with the project they name.',
        });
    }
    const accepted = shape.classNames.length === 0 ? '' : ' Compare these classes with the accepted ones.';
    const { notText = 0 } = counts.dropped;
    const names = shape.texts.map(({ name }) => name).join(', ');
    const advice = notText < fetched
        ? `Check why the rows were dropped, and fix the SELECT or the classes.${accepted}`
        : `The text of each row (${names}) is a JSON list or object. Extract its text in the SELECT, as in body->0->>'text'.`;
    return judged('usable-rows', numSamples === 0, {
        measured: `${(0,markdown/* formatCount */.B4)(numSamples)} of ${(0,markdown/* formatCount */.B4)(fetched)} rows read are usable`,
        limit: 'at least one must be',
        advice,
    });
};
/**
 * Holds a dataset most of whose rows have an unknown class, for example because a class was renamed or is spelt
 * differently.
 */
const maxUnknownClasses = ({ shape, counts }, { maxUnknownClasses: most }) => {
    if (shape.classNames.length === 0)
        return null;
    const { dropped, stages, shortenedRows = 0 } = counts;
    const rows = dropped.unknownClass + shortenedRows;
    const limit = `at most ${most} % may have one`;
    if (stages.fetched === 0)
        return notJudged('max-unknown-classes', 'no row was read', limit);
    const share = percentOf(rows, stages.fetched);
    return judged('max-unknown-classes', share > most, {
        measured: `${(0,markdown/* formatPercent */.l9)(share)} of the rows read (${(0,markdown/* formatCount */.B4)(rows)}) have an unknown class`,
        limit,
        advice: 'Add the classes of the database to classes, or fix them in the database. If these rows should be left out, raise max-unknown-classes.',
    });
};
/** Holds a dataset that lost rows since one of the last versions, like one that is read from another database. */
const maxShrinkage = ({ numSamples, previous }, { maxShrinkage: most, onGate }) => {
    const limit = `at most ${most} % may be gone`;
    if (previous === null)
        return notJudged('max-shrinkage', 'it has no previous version', limit);
    const largest = comparedVersions(previous, most).reduce((found, version) => (found === null || version.rows > found.rows ? version : found), null);
    if (largest === null || largest.rows === 0) {
        return notJudged('max-shrinkage', `${previous.versionTag} does not record its rows`, limit);
    }
    const { tag, rows: before } = largest;
    const share = lossOf(before, numSamples);
    const change = share > 0 ? `${(0,markdown/* formatPercent */.l9)(share)} of the rows are gone` : 'no row fewer';
    return judged('max-shrinkage', share > most, {
        measured: `${change} since ${tag} (${(0,markdown/* formatCount */.B4)(before)}, now ${(0,markdown/* formatCount */.B4)(numSamples)})`,
        limit,
        advice: `Check that postgres-url and the SELECTs read the same data as before. If the rows were removed on purpose, ${onGate === 'pull-request' ? 'raise max-shrinkage.' : 'raise max-shrinkage, or approve this version with on-gate: pull-request.'}`,
    });
};
/** Holds a dataset whose corrections contradict each other too often. */
const maxConflicts = ({ shape, counts }, { maxConflicts: most }) => {
    if (most === null)
        return null;
    const { dropped, stages } = counts;
    const limit = `at most ${most} % may`;
    if (stages.fetched === 0)
        return notJudged('max-conflicts', 'no row was read', limit);
    const share = percentOf(dropped.conflicting, stages.fetched);
    const conflict = (0,tasks/* describeConflict */.we)(tasks/* TASKS */.n3[shape.task].words, counts);
    return judged('max-conflicts', share > most, {
        measured: `${(0,markdown/* formatPercent */.l9)(share)} of the rows read (${(0,markdown/* formatCount */.B4)(dropped.conflicting)}) have ${conflict}`,
        limit,
        advice: `Settle the conflicting rows, which dropped.jsonl lists by id. If they should be left out, raise max-conflicts.${(0,tasks/* describeRepeatedIds */.CI)(counts)}`,
    });
};

;// CONCATENATED MODULE: ./build/gates/similar-repo-gate.js

/** Holds a first version whose repo would be created beside a repo that was probably meant. */
const similarRepo = ({ similarRepo: similar }, { similarRepo: rule }) => {
    if (similar === null || rule === 'allow')
        return null;
    const limit = 'no name may be almost the same';
    if (similar.kind === 'not-listed') {
        return notJudged('similar-repo', 'the Hub does not list the datasets of the owner of the repo', limit);
    }
    return judged('similar-repo', similar.kind !== 'none', {
        measured: `the repo does not exist${similar_repo_gate_describe(similar)}`,
        limit,
        advice: 'Correct the name of the repo. If a new repo is intended, create it on the Hub, or set similar-repo: allow.',
    });
};
function similar_repo_gate_describe(similar) {
    if (similar.kind === 'none')
        return '';
    const beside = ', while its owner has one whose name differs only in';
    if (similar.kind === 'punctuation')
        return `${beside} case, hyphens, underscores or full stops`;
    const { edits, place } = similar;
    return edits === 1
        ? `${beside} one character, at place ${place}`
        : `${beside} ${edits} characters, from place ${place} on`;
}

;// CONCATENATED MODULE: ./build/gates/judge.js








/** Gates that find data that was not intended: another database, other classes, another SELECT. */
const SOURCE_GATES = [
    usableRows,
    maxUnknownClasses,
    maxShrinkage,
    lostClasses,
    breakingChanges,
];
/** Gates that a dataset and its repo must pass to be published. */
const QUALITY_GATES = [
    similarRepo,
    minRowsPerClass,
    maxConflicts,
    maxDrift,
    age_gate_maxAge,
    maxNearDuplicates,
    noPii,
];
/** Judges whether the rows that were read can be the intended ones, however few they are. */
function judgeSource(facts, trust) {
    return judgeBy(SOURCE_GATES, facts, trust);
}
/** Judges a dataset as it would be published. */
function judgeDataset(facts, trust) {
    return judgeBy([...SOURCE_GATES, ...QUALITY_GATES], facts, trust);
}
/** Judges a dataset that is published already: only time can have changed it. */
function judgePublished(facts, trust) {
    return judgeBy([maxAge], facts, trust);
}
/** The results that hold the dataset. */
function failedOf(results) {
    return results.filter(({ verdict }) => verdict === 'failed');
}
/** Returns why a dataset is held: for each gate that failed, the measurement, the limit and how to continue. */
function describeFailed(failed) {
    return failed
        .map(({ gate, measured, limit, advice }) => `${gate}: ${measured}, and ${limit}. ${advice}`)
        .join(' ');
}
function judgeBy(gates, facts, trust) {
    return gates.map((gate) => gate(facts, trust)).filter((result) => result !== null);
}

;// CONCATENATED MODULE: ./build/report/dataset-report.js

/** The ending of a dataset that has no version and waits in no pull request. */
const NO_VERSION = { tag: null, commit: null, isNewVersion: false, pullRequest: null };
/** The status of a dataset, in a dry run the one that a real run would have. */
function realStatus(report) {
    return report.status === 'dry-run' ? report.would : report.status;
}
/** The version that the rows of a report take the place of; null when there is none, or they are its own rows. */
function replacedVersion({ status, tag, pullRequest, previous, }) {
    const isMerged = status === 'published' && pullRequest === null && previous?.versionTag === tag;
    return status === 'unchanged' || isMerged ? null : previous;
}

;// CONCATENATED MODULE: ./build/report/gate-text.js


/** Verdicts in words. */
const GATE_VERDICTS = {
    passed: 'passed',
    failed: 'failed',
    'not-judged': 'not judged',
};
/** Verdicts as icons. */
const VERDICT_ICONS = {
    passed: '✅',
    failed: '✋',
    'not-judged': '➖',
};
/** Gates that fail where the names of classes are others than those in the file. */
const CLASS_NAME_GATES = ['usable-rows', 'max-unknown-classes'];
/** Returns that a dataset is held, or would be by a real run, and by which gates; null when it is not. */
function heldSentence(report) {
    if (realStatus(report) !== 'held')
        return null;
    const names = failedOf(report.gates).map(({ gate }) => gate);
    if (report.status !== 'held')
        return `It would be held by ${names.join(', ')}`;
    return names.length === 0 ? 'Held' : `Held by ${names.join(', ')}`;
}
/** Returns why a dataset came to its end, without what each gate measured, which has lists and tables of its own. */
function shortReason(report) {
    const { gates, pullRequest, reason } = report;
    const failed = failedOf(gates);
    const held = heldSentence(report);
    if (held === null && (failed.length === 0 || realStatus(report) !== 'awaiting-approval'))
        return reason;
    const what = held ?? `Not passed: ${failed.map(({ gate }) => gate).join(', ')}`;
    const isOffered = held === null || pullRequest !== null;
    const rest = isOffered ? reason.replace(describeFailed(failed), '').trim() : '';
    return `${what}. ${rest}`.trim();
}
/** Whether a dataset is held by a gate that only the names of its classes explain. */
function failsByClassNames({ gates, shape, counts }) {
    const isMeant = failedOf(gates).some(({ gate }) => CLASS_NAME_GATES.includes(gate));
    return isMeant && shape.classNames.length > 0 && (counts?.unknownClassNames ?? []).length > 0;
}
/** Whether a dataset is held, or would be by a real run, by a gate that only the names of its classes explain. */
function isHeldByNames(report) {
    return realStatus(report) === 'held' && failsByClassNames(report);
}

;// CONCATENATED MODULE: ./build/report/facts/classes.js









/** Classes that get a row of their own; of more, those with the most rows. */
const MOST_ROWS = 40;
/** Unknown classes that an annotation names. */
const IN_WARNING = 5;
const SHORT = { most: 20, shown: shortName };
const FULL = { most: 20, shown: fullName };
/** How many rows each class has, which classes have none, and which names are unknown. */
const classes = {
    summary(report) {
        const { shape, classRows, contents } = report;
        if (shape.classNames.length === 0)
            return [];
        const all = classes_classesOf(report);
        const isCounted = classRows.length > 0;
        const never = isCounted ? neverMet(all) : [];
        const unknown = failsByClassNames(report) ? null : notAccepted(report);
        return [
            ...(isCounted ? [heading('Classes'), ...classTable(report, all)] : []),
            ...(isCounted ? severalNote(report) : []),
            ...(never.length === 0
                ? []
                : [paragraph(words `Classes without a row: ${quoteClasses(never, SHORT)}.`)]),
            ...(unknown === null ? [] : [paragraph(unknown)]),
            ...missingClasses(contents?.missingClasses ?? [], shortName).map((line) => ({ kind: 'warning', line })),
        ];
    },
    mail(report) {
        const { shape, classRows, contents } = report;
        if (contents === null)
            return [];
        const { classBalance, splits, numSamples } = contents;
        const all = classes_classesOf(report);
        const shown = largest(all, MOST_ROWS);
        const lines = shown.map(({ id, name }) => [
            name,
            ...SPLIT_NAMES.map((split) => classBalance[name][split]),
            classRows[id],
        ]);
        const total = ['All rows', ...SPLIT_NAMES.map((split) => splits[split]), numSamples];
        const header = [shape.classNames.length === 0 ? '' : 'Class', ...SPLIT_NAMES, 'Total'];
        return [
            { kind: 'table', header, rows: [...lines, total] },
            ...restNote(all.length - shown.length),
            ...severalNote(report),
        ];
    },
    log(report) {
        const { classNames } = report.shape;
        if (classNames.length === 0)
            return [];
        const counted = report.classRows.length === 0 ? [] : classes_classesOf(report);
        const met = counted.filter(({ rows }) => rows > 0).map(({ name, rows }) => words `“${name}” (${rows})`);
        const never = neverMet(counted);
        const unknown = (report.counts?.unknownClassNames.length ?? 0) > IN_WARNING ? unknownClasses(report, FULL) : null;
        return [
            ...(met.length === 0 ? [] : [paragraph(words `rows by class: ${listLines(met, FULL.most)}`)]),
            ...(never.length === 0 ? [] : [paragraph(words `classes without a row: ${quoteClasses(never, FULL)}`)]),
            // A warning or an error has the first of them, and the classes of the dataset.
            ...(unknown === null ? [] : [paragraph(words `unknown classes: ${unknown}`)]),
        ];
    },
    notes({ name, contents }) {
        return missingClasses(contents?.missingClasses ?? [], fullName).map((line) => ({
            level: 'warning',
            title: `${name}: class missing in a split`,
            text: plainLine(line, markdown/* oneLine */.TN),
        }));
    },
};
/** Returns the unknown classes beside those of the dataset; null when there are none. */
function notAccepted(report) {
    const met = unknownClasses(report, SHORT);
    return met === null
        ? null
        : words `Unknown classes: ${met}. The classes of the dataset: ${quoteClasses(report.shape.classNames, SHORT)}.`;
}
/** Returns the unknown classes and those of the dataset, to end an annotation. */
function metAndAccepted(report) {
    const met = unknownClasses(report, { most: IN_WARNING, shown: fullName }) ?? [];
    const accepted = quoteClasses(report.shape.classNames, { most: 10, shown: fullName });
    return plainLine(words `Unknown classes: ${met}. The classes of the dataset: ${accepted}.`, markdown/* oneLine */.TN);
}
function classes_classesOf({ shape, classRows }) {
    return shape.classNames.map((name, id) => ({ id, name, rows: classRows[id] ?? 0 }));
}
function classTable(report, all) {
    const { contents, counts } = report;
    const corrected = correctedCells(report);
    const shown = largest(all, MOST_ROWS);
    const allRows = contents?.numSamples ?? counts?.stages.deduplicated ?? 0;
    const rows = shown.map(({ id, name, rows: total }) => {
        const share = allRows === 0 ? '' : ownWords((0,markdown/* formatPercent */.l9)((100 * total) / allRows));
        const splits = contents === null ? [] : SPLIT_NAMES.map((split) => contents.classBalance[name][split]);
        return [shortName(name), ...splits, total, share, ...corrected.cells(id)];
    });
    const header = [
        'Class',
        ...(contents === null ? [] : SPLIT_NAMES),
        'Rows',
        'Share of all rows',
        ...corrected.header,
    ];
    return [...table(header, rows), ...restNote(all.length - shown.length)];
}
/** Returns the columns that show how many rows of a class had to be corrected; none where that is not known. */
function correctedCells({ shape, counts, previous }) {
    const predictions = counts?.predictions;
    if (predictions === undefined || predictions.reviewed === 0)
        return { header: [], cells: () => [] };
    const shares = describeClassShares(shape, predictions, previous);
    if (!hasRightOnes(predictions)) {
        return { header: ['Corrected'], cells: (id) => [shares[id].corrected] };
    }
    const hasChange = shares.some(({ change }) => change !== '');
    return {
        header: ['Corrected', 'Share corrected', ...(hasChange ? ['Change'] : [])],
        cells: (id) => {
            const { corrected, share, change } = shares[id];
            return [corrected, ownWords(share), ...(hasChange ? [ownWords(change)] : [])];
        },
    };
}
function restNote(rest) {
    return rest === 0
        ? []
        : [paragraph(`${rest} more ${rest === 1 ? 'class has' : 'classes have'} fewer rows.`)];
}
function severalNote({ shape }) {
    return (0,tasks/* hasSeveralClasses */.P6)(shape.task) ? [paragraph('A row may have several classes, or none.')] : [];
}
function neverMet(all) {
    return all.filter(({ rows }) => rows === 0).map(({ name }) => name);
}
/** Returns the classes with the most rows, in the order of their ids. */
function largest(all, most) {
    if (all.length <= most)
        return all;
    const kept = new Set(all.toSorted((a, b) => b.rows - a.rows).slice(0, most));
    return all.filter((each) => kept.has(each));
}

;// CONCATENATED MODULE: ./build/report/cut.js
/** A longer reason is cut: whoever wants all of it finds it in the run's log. */
const LONGEST_REASON = 2000;
/** Returns a text as mails and issues show it: not longer than a person reads. */
function cut(text) {
    return text.length > LONGEST_REASON
        ? `${text.slice(0, LONGEST_REASON)} … (cut; the run's log has all of it)`
        : text;
}

;// CONCATENATED MODULE: ./build/report/status-icons.js
/** How a dataset ended, for whoever looks over a table. */
const STATUS_ICONS = {
    published: '✅',
    unchanged: '💤',
    'awaiting-approval': '⏳',
    skipped: '⏭️',
    held: '✋',
    failed: '❌',
    'dry-run': '🧪',
};

;// CONCATENATED MODULE: ./build/report/facts/ending.js









/** Endings that an annotation or the preview of a dry run explains. */
const OUTCOMES = {
    skipped: 'Skipped. See the warning above.',
    failed: 'Failed. See the error above.',
    'dry-run': 'Not published, because this was a dry run.',
};
/** The words of the service before this one for each status; null for a dry run, which pushes nothing. */
const PUSH_STATUSES = {
    published: 'success',
    unchanged: 'success',
    'awaiting-approval': 'success',
    skipped: 'skipped_insufficient_data',
    held: 'failed',
    failed: 'failed',
    'dry-run': null,
};
/** How a dataset ended, and why. */
const ending_ending = {
    attention(report) {
        const { name, status, gates, pullRequest } = report;
        const title = (text) => heading(words `${STATUS_ICONS[status]} ${name} ${ownWords(text)}`);
        if (status === 'failed')
            return [title('failed'), paragraph(reasonOf(report))];
        if (status === 'skipped')
            return [title('was skipped'), paragraph(reasonOf(report))];
        // Gates that failed have a part of their own, with the same link.
        if (pullRequest?.state !== 'open' || failedOf(gates).length > 0)
            return [];
        const waits = status === 'awaiting-approval' ? 'waits for approval' : 'has newer data that waits for approval';
        return [title(waits), paragraph(approvalSentence(pullRequest))];
    },
    mail: (report) => [heading(`${report.name}: ${report.status}`), paragraph(reasonOf(report))],
    log(report) {
        // A warning or an error has the reason.
        if (report.status === 'skipped' || report.status === 'failed')
            return [];
        const held = heldSentence(report);
        return [paragraph(held === null ? shortReason(report) : `${held}.`)];
    },
    outcome(report) {
        const held = heldSentence(report);
        const text = held === null ? (OUTCOMES[report.status] ?? shortReason(report)) : `${held}. See the error above.`;
        return [words `${report.name}: ${text}`];
    },
    metrics({ status }) {
        const pushed = PUSH_STATUSES[status];
        return [['status', status], ...(pushed === null ? [] : [['push_status', pushed]])];
    },
    notes(report) {
        const { name, status, reason, pullRequest } = report;
        if (status === 'failed') {
            return [{ level: 'error', title: `${name}: failed`, text: reason, error: report.error }];
        }
        if (status === 'skipped')
            return [{ level: 'warning', title: `${name}: skipped`, text: reason }];
        const isDoubtful = report.status === 'awaiting-approval' && report.isDoubtful;
        const level = isDoubtful ? 'warning' : 'notice';
        const waits = pullRequest === null || status === 'held'
            ? []
            : [{ level, title: `${name}: pull request ${pullRequest.number}`, text: reason }];
        const real = realStatus(report);
        if (real === 'awaiting-approval' && pullRequest === null && failedOf(report.gates).length > 0)
            return [{ level: 'warning', title: `${name}: would wait for approval`, text: reason }];
        if (real !== 'held')
            return waits;
        const title = `${name}: ${status === 'held' ? 'held' : 'would be held'}`;
        const text = isHeldByNames(report) ? `${reason} ${metAndAccepted(report)}` : reason;
        return [{ level: 'error', title, text }, ...waits];
    },
};
/** Returns what a person may do with the pull request that a version waits in. */
function approvalSentence({ number, url }) {
    return words `To approve the version, merge pull request ${givenLink(`#${number}`, url)}. To turn it down, close the pull request.`;
}
/** Returns why a dataset ended as it did, without what each gate measured, as mails and issues show it. */
function reasonOf(report) {
    return cut((0,markdown/* oneLine */.TN)(shortReason(report)));
}

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
function emptySpanCounts() {
    const dropped = Object.fromEntries(Object.keys(SPAN_PROBLEMS).map((problem) => [problem, 0]));
    return { dropped: dropped, fitted: 0, redacted: 0, untagged: 0 };
}

;// CONCATENATED MODULE: ./build/version/span-words.js


/** Returns what happened to the spans of the rows that were read, a sentence each; nothing if all are as they were marked. */
function describeSpans({ dropped, fitted, redacted, untagged }) {
    const problems = Object.keys(SPAN_PROBLEMS).filter((problem) => dropped[problem] > 0);
    const rows = problems.reduce((sum, problem) => sum + dropped[problem], 0);
    const reasons = problems.map((problem) => `${SPAN_PROBLEMS[problem]}: ${(0,markdown/* formatCount */.B4)(dropped[problem])}`);
    return [
        ...(rows === 0
            ? []
            : [`${(0,markdown/* counted */.hS)(rows, 'row was', 'rows were')} dropped for spans (${reasons.join(', ')}).`]),
        ...(dropped.unclearOffsets === 0 ? [] : ['To say what offsets count, set span-offsets.']),
        ...(fitted === 0 ? [] : [`${(0,markdown/* counted */.hS)(fitted, 'span was', 'spans were')} moved to the borders of tokens.`]),
        ...(untagged === 0
            ? []
            : [
                `${(0,markdown/* counted */.hS)(untagged, 'span overlaps', 'spans overlap')} another one, and the tags leave ${untagged === 1 ? 'it' : 'them'} out.`,
            ]),
        ...(redacted === 0
            ? []
            : [`${(0,markdown/* counted */.hS)(redacted, 'span covers', 'spans cover')} what replaces personal data.`]),
    ];
}
/** Returns how far the spans of two annotators of a text agree, after a space; nothing if that is not known. */
function describeSpanF1(f1) {
    return f1 === null || f1 === undefined ? '' : ` The F1 score of the spans of two annotators is ${f1}.`;
}

;// CONCATENATED MODULE: ./build/report/facts/source-warnings.js

/** Returns what in the SELECTs of the source a person should look at; the summary lists it among the findings. */
function source_warnings_sourceNotes({ sourceWarnings: warnings }) {
    return warnings.map(({ source, message, place, isHarmless }) => {
        const { file, line, column } = place;
        return {
            level: isHarmless ? 'notice' : 'warning',
            title: file === null ? `Source ${source} at line ${line} of config` : `Source ${source}`,
            text: message,
            ...(file !== null && { place: { file, line, column } }),
        };
    });
}
/** Returns what in the SELECTs of the source a person should look at, each after its place. */
function sourceLines({ sourceWarnings: warnings }) {
    return warnings.map(({ message, place: { file, line, column }, isHarmless }) => {
        const text = `${file ?? 'config'}:${line}:${column}: ${message}`;
        return isHarmless ? text : words `⚠️ ${text}`;
    });
}

;// CONCATENATED MODULE: ./build/report/facts/findings.js







/** Rows the source left out. */
const unjudged = {
    finding: (report) => unjudgedSentence(report),
    notes(report) {
        // Where no other row was read, the error of the held dataset names them.
        if (report.status === 'held' && report.counts.stages.fetched === 0)
            return [];
        const title = `${report.name}: rows left out`;
        return unjudgedSentence(report).map((text) => ({ level: 'warning', title, text }));
    },
};
/** How far annotators agree. */
const agreement = {
    finding({ counts }) {
        const found = counts?.agreement ?? null;
        if (found === null || found.texts === 0)
            return [];
        const { alpha, texts, annotators, spanF1 } = found;
        const of = `of ${(0,markdown/* counted */.hS)(annotators, 'annotator')} over ${(0,markdown/* counted */.hS)(texts, 'text')}`;
        return [
            alpha === null
                ? `The agreement ${of} has no Krippendorff's alpha, because all values are the same.`
                : `The agreement ${of} is ${alpha} (Krippendorff's alpha; 1 is full agreement, 0 is chance).${describeSpanF1(spanF1)}`,
        ];
    },
};
/** What happened to spans on the way into the tags. */
const spans = {
    finding: ({ counts }) => (counts?.spans === undefined ? [] : describeSpans(counts.spans)),
};
const NEAR_DUPLICATES = 'A near-duplicate shares at least four fifths of its words with a row of another split, so a model is tested on what it was trained on.';
/** Rows that share most of their words with rows of another split. */
const nearDuplicates = {
    finding({ nearDuplicates }) {
        if (nearDuplicates === null)
            return [];
        const { trainTest, trainEval, evalTest, dropped, notCompared, tooShort } = nearDuplicates;
        const notes = [
            dropped === 0 ? [] : `${(0,markdown/* counted */.hS)(dropped, 'row')} of train ${were(dropped)} left out because of that.`,
            tooShort === 0 ? [] : `${(0,markdown/* counted */.hS)(tooShort, 'row has', 'rows have')} no word to compare.`,
            notCompared === 0 ? [] : `${(0,markdown/* counted */.hS)(notCompared, 'row')} ${were(notCompared)} not compared.`,
        ].flat();
        const pairs = `${(0,markdown/* formatCount */.B4)(trainTest)} of test with train, ${(0,markdown/* formatCount */.B4)(trainEval)} of eval with train, ${(0,markdown/* formatCount */.B4)(evalTest)} of test with eval`;
        const found = trainTest + trainEval + evalTest === 0
            ? 'No row of a split has a near-duplicate in another split.'
            : `Near-duplicates: ${pairs}. ${NEAR_DUPLICATES}`;
        return [[found, ...notes].join(' ')];
    },
};
/** Rows whose label a person should look at again. */
const review = {
    finding({ review: found }) {
        if (found === null)
            return [];
        const { 'near-duplicate-corrected': corrected, 'near-duplicate-label': differing = 0, 'confident-learning': suspects, } = found;
        const without = [
            corrected === 0 && differing === 0 ? ['No near-duplicates have different labels.'] : [],
            suspects === 0 ? ['Confident learning suspects no label.'] : [],
        ].flat();
        const rows = [
            (corrected ?? 0) === 0
                ? []
                : `${(0,markdown/* counted */.hS)(corrected, 'confirmed row has', 'confirmed rows have')} a near-duplicate that was corrected to another label`,
            differing === 0
                ? []
                : `${(0,markdown/* counted */.hS)(differing, 'row has', 'rows have')} a near-duplicate with another label`,
            (suspects ?? 0) === 0
                ? []
                : `confident learning suspects the ${suspects === 1 ? 'label' : 'labels'} of ${(0,markdown/* counted */.hS)(suspects, 'row')}`,
        ].flat();
        if (rows.length === 0)
            return without;
        return [
            ...without,
            `Worth another look: ${joinParts(rows)}. With output-dir, review.jsonl lists the ids.`,
        ];
    },
};
/** The model's probabilities of classes, where some rows have none that can be used. */
const confidence = {
    finding({ counts }) {
        const { rows, missing, invalid } = counts?.confidence ?? { rows: 0, missing: 0, invalid: 0 };
        const without = [
            missing === 0 ? [] : `${(0,markdown/* formatCount */.B4)(missing)} without`,
            invalid === 0
                ? []
                : `${(0,markdown/* formatCount */.B4)(invalid)} with a value that does not give each class a probability with the sum 1, which is read as NULL`,
        ].flat();
        return without.length === 0
            ? []
            : [`Probabilities of the classes (confidence): ${(0,markdown/* counted */.hS)(rows, 'row')} with, ${without.join(', ')}.`];
    },
};
const PII_ENDINGS = {
    count: 'They are published as they are.',
    redact: 'They were redacted.',
    drop: 'Their rows were left out.',
    hold: 'The dataset is held because of them.',
};
/** Personal data in the texts; a person should know of it. */
const personalData = {
    attention(report) {
        const found = foundPii(report);
        return found === null
            ? []
            : [paragraph(words `🔎 ${strong(`Personal data in ${report.name}`)}: ${ownWords(found)}`)];
    },
    finding(report) {
        if ((report.counts?.pii ?? null) === null)
            return [];
        const found = foundPii(report);
        return [
            found === null ? 'No personal data was found in the texts.' : `Personal data in the texts: ${found}`,
        ];
    },
};
/** How much personal data of each kind was found, and what happened to it; null where none was found or searched. */
function foundPii({ counts }) {
    const pii = counts?.pii ?? null;
    if (pii === null)
        return null;
    const found = describePii(pii);
    return found === '' ? null : `${found}. ${PII_ENDINGS[pii.action]}`;
}
const POLICIES_SENTENCE = 'Row-level security policies filtered the rows: rows that they hide from the database role are not in the dataset.';
/** Policies that filtered the rows, which the source allows. */
const policies = {
    finding: ({ reading }) => ((reading.policies ?? []).length > 0 ? [POLICIES_SENTENCE] : []),
    notes({ name, reading }) {
        const filtered = reading.policies ?? [];
        if (filtered.length === 0)
            return [];
        const tables = filtered.map((table) => (table === null ? 'a table' : (0,markdown/* oneLine */.TN)(table))).join(', ');
        const text = `${POLICIES_SENTENCE} Tables: ${tables}.`;
        return [{ level: 'notice', title: `${name}: row-level security`, text }];
    },
};
/** Times of corrections that are wrong, by which their age is known. */
const futureCorrections = {
    finding: (report) => futureSentence(report),
    notes(report) {
        const title = `${report.name}: corrections in the future`;
        return futureSentence(report).map((sentence) => ({
            level: 'warning',
            title,
            text: `${sentence} Correct these times in the database.`,
        }));
    },
};
/** What may be found in the rows, in the order in which it is reported. */
const FOUND = [
    unjudged,
    agreement,
    spans,
    nearDuplicates,
    review,
    confidence,
    personalData,
    policies,
    futureCorrections,
];
/** What was found in the rows of a dataset and in the SELECTs of its source; the ids of rows are to be unfolded. */
const findings = {
    summary(report) {
        const { conflictIds } = report;
        const examples = (report.nearDuplicates?.examples ?? []).map(({ ids, splits, similarity }) => [
            joinLines(ids, ', '),
            splits.join(', '),
            ownWords((0,markdown/* formatPercent */.l9)(100 * similarity)),
        ]);
        const blocks = [
            ...list(sourceLines(report)),
            ...findingSentences(report).map(paragraph),
            ...(conflictIds.length === 0
                ? []
                : [folded('Ids of rows in conflict', [paragraph(joinLines(conflictIds, ', '))])]),
            ...(examples.length === 0
                ? []
                : [folded('Ids of near-duplicates', table(['Ids', 'Splits', 'Shared words'], examples))]),
        ];
        return blocks.length === 0 ? [] : [heading('Findings'), ...blocks];
    },
    mail: (report) => sentences(findingSentences(report)),
    log: (report) => findingSentences(report).map(paragraph),
};
/** Describes what was found in the rows, a sentence each, without an id, a name or a text. */
function findingSentences(report) {
    return FOUND.flatMap(({ finding }) => finding(report));
}
function joinParts(parts) {
    return parts.length < 3 ? parts.join(', and ') : `${parts.slice(0, -1).join(', ')}, and ${parts.at(-1)}`;
}
function were(count) {
    return count === 1 ? 'was' : 'were';
}
function unjudgedSentence({ unjudged: left }) {
    return left.length === 0 ? [] : [`Left out by the source: ${describeUnjudged(left)}.`];
}
function futureSentence({ counts }) {
    const corrections = counts?.futureCorrections ?? 0;
    if (corrections === 0)
        return [];
    const have = (0,markdown/* counted */.hS)(corrections, 'correction has a time', 'corrections have a time');
    return [`${have} in the future, and ${were(corrections)} ignored for the age of the newest correction.`];
}

;// CONCATENATED MODULE: ./build/report/facts/gates.js









/** What each gate found; of those that failed, how to go on. */
const gates = {
    attention(report) {
        const failed = failedOf(report.gates);
        if (failed.length === 0)
            return [];
        // A list, which a telephone shows whole: the advice would be the last column of a table.
        const items = failed.map(({ gate, measured, limit, advice }) => words `${strong(gate)}: ${measured}, and ${limit}. ${advice ?? ''}`);
        const names = failsByClassNames(report) ? notAccepted(report) : null;
        const { pullRequest } = report;
        return [
            heading(words `✋ ${report.name} ${ownWords(endingOf(report))}`),
            ...list(items),
            ...(names === null ? [] : [paragraph(names)]),
            ...(pullRequest?.state === 'open' ? [paragraph(approvalSentence(pullRequest))] : []),
        ];
    },
    summary(report) {
        if (report.gates.length === 0)
            return [];
        const rows = report.gates.map(({ gate, verdict, measured, limit }) => [
            gate,
            `${VERDICT_ICONS[verdict]} ${GATE_VERDICTS[verdict]}`,
            measured,
            limit,
        ]);
        return [heading('Gates'), ...table(['Gate', 'Verdict', 'Measured', 'Limit'], rows)];
    },
    mail: (report) => list(failedGates(report)),
    log(report) {
        if (report.gates.length === 0)
            return [];
        const judged = report.gates.filter(({ verdict }) => verdict !== 'not-judged');
        const rows = judged.map(({ gate, verdict, measured, limit }) => [
            gate,
            GATE_VERDICTS[verdict],
            `${measured}; ${limit}`,
        ]);
        const advice = failedOf(report.gates).map(({ gate, advice: how }) => paragraph(words `${gate}: ${how ?? ''}`));
        return [paragraph('gates'), ...table([], rows), ...gates_notJudged(report).map(paragraph), ...advice];
    },
    metrics({ gates: results }) {
        const failed = failedOf(results).map(({ gate }) => gate);
        return failed.length === 0 ? [] : [['gates_failed', failed.join(',')]];
    },
    issue: (report) => failedGates(report, `${report.name}, `),
};
function endingOf(report) {
    const failed = `${(0,markdown/* counted */.hS)(failedOf(report.gates).length, 'gate')} failed`;
    if (report.status === 'held')
        return `is held: ${failed}, so nothing was published`;
    if (report.status === 'awaiting-approval')
        return `waits for approval: ${failed}`;
    const real = realStatus(report);
    if (real === 'awaiting-approval')
        return `would wait for approval: ${failed}`;
    return real === 'held' ? `would be held: ${failed}` : `does not pass every gate: ${failed}`;
}
/** Returns a line for each reason why gates were not judged: the gates, and the reason. */
function gates_notJudged({ gates: results }) {
    const byReason = Map.groupBy(results.filter(({ verdict }) => verdict === 'not-judged'), ({ measured }) => measured);
    return [...byReason].map(([reason, gatesOf]) => `not judged, because ${reason}: ${gatesOf.map(({ gate }) => gate).join(', ')}`);
}
/** What each gate that failed measured, its limit and how to go on. */
function failedGates({ gates: results }, before = '') {
    return failedOf(results).map((result) => cut((0,markdown/* oneLine */.TN)(`${before}${describeFailed([result])}`)));
}

;// CONCATENATED MODULE: ./build/report/correction-age.js
const correction_age_MS_A_DAY = 86_400_000;
/** Age of a dataset's newest correction in days, 0 for one in the future; null where no correction has a time. */
function correctionAgeDays({ counts }, now) {
    const newest = counts?.newestCorrection ?? null;
    return newest === null ? null : Math.max(0, now.getTime() - Date.parse(newest)) / correction_age_MS_A_DAY;
}
/** An age in whole days, or in hours below two. */
function describeAge(days) {
    const [amount, unit] = days < 2 ? [Math.floor(24 * days), 'hour'] : [Math.floor(days), 'day'];
    return `${amount} ${unit}${amount === 1 ? '' : 's'}`;
}

;// CONCATENATED MODULE: ./build/report/facts/waiting.js



/** How many rows wait for review, and how old the newest correction is; the table of the summary shows both. */
const waiting = {
    log: ({ pending }) => pending === null ? [] : [paragraph(`rows that wait for review: ${(0,markdown/* formatCount */.B4)(pending)}`)],
    metrics(report, { startedAt }) {
        const { pending } = report;
        const age = correctionAgeDays(report, startedAt);
        return [
            ...(pending === null ? [] : [['corrections_pending', pending]]),
            ...(age === null ? [] : [['newest_correction_age_days', rounded(age, 2)]]),
        ];
    },
};
/** Describes how many rows wait for review, and how old the newest correction is. */
function waitingSentences(report, now) {
    const { pending } = report;
    const wait = pending === null ? [] : [`${(0,markdown/* counted */.hS)(pending, 'row waits', 'rows wait')} for review.`];
    return [...wait, ...ageSentence(report, now)];
}
/** Describes how old the newest correction is; nothing where no correction has a time. */
function ageSentence(report, now) {
    const age = correctionAgeDays(report, now);
    return age === null ? [] : [`The newest correction is ${describeAge(age)} old.`];
}
/** Returns a number with as many decimals as a metric needs. */
function rounded(value, decimals) {
    return Number(value.toFixed(decimals));
}

;// CONCATENATED MODULE: ./build/report/facts/predictions.js






/** Where the model was wrong: what it had predicted, by what was right. */
const predictions = {
    head(report, { isInHead }) {
        const described = isInHead ? predictions_describe(report, shortName) : null;
        if (described === null)
            return [];
        const { sentences: lines, frequent, table: matrix } = described;
        const full = matrix === null ? [] : [{ kind: 'table', ...matrix }];
        return [
            heading(words `Where the model was wrong: ${report.name}`),
            ...sentences(lines),
            // A telephone has no room for the matrix, so that it shows the list and folds the matrix.
            ...(frequent === null
                ? full
                : [{ kind: 'table', ...frequent }, folded(words `Confusion matrix`, full)]),
        ];
    },
    summary(report, { isInHead }) {
        const described = isInHead ? null : predictions_describe(report, shortName);
        if (described === null)
            return [];
        const { sentences: lines, table: matrix } = described;
        return [
            heading('Where the model was wrong'),
            ...sentences(lines),
            ...(matrix === null ? [] : [{ kind: 'table', ...matrix }]),
        ];
    },
    mail(report, { startedAt }) {
        const described = predictions_describe(report);
        return [
            ...sentences([...(described?.sentences ?? []), ...waitingSentences(report, startedAt)]),
            ...(described?.table == null ? [] : [{ kind: 'table', ...described.table }]),
        ];
    },
    metrics({ counts }) {
        const known = counts?.predictions;
        if (known === undefined || !hasRightOnes(known))
            return [];
        return [['share_corrected', rounded(overallShare(known).share ?? 0, 4)]];
    },
    log(report) {
        const described = predictions_describe(report);
        // Where no prediction is known, a warning has the only sentence.
        if (described === null || described.table === null)
            return [];
        const lines = described.sentences.map(paragraph);
        return [...lines, paragraph('where the model was wrong'), { kind: 'table', ...described.table }];
    },
    notes(report) {
        const text = unknownPredictions(report.counts?.predictions);
        return text === null ? [] : [{ level: 'warning', title: `${report.name}: unknown predictions`, text }];
    },
};
function predictions_describe({ shape, counts, previous }, shown) {
    return describePredictions(shape, counts?.predictions, previous, shown);
}

;// CONCATENATED MODULE: ./build/report/facts/reading.js



/** What a dataset is read from: its task, and each column its SELECTs give with what it is to the dataset. */
const reading = {
    summary(report, { dryRun }) {
        if (!dryRun)
            return [];
        const { shape, repo } = report;
        const { source, corrections, confirmed } = report.reading;
        return [
            paragraph(words `Task ${strong(shape.task)}, from the source ${strong(source)}, for ${repo}.`),
            heading('Columns of the corrections'),
            ...columnTable(report, corrections),
            ...(confirmed === null
                ? [paragraph('No SELECT gives confirmed rows.')]
                : reading_isSame(report.reading)
                    ? [paragraph('The SELECT of the confirmed rows gives the same columns.')]
                    : [heading('Columns of the confirmed rows'), ...columnTable(report, confirmed)]),
        ];
    },
    log(report) {
        const { name, repo, shape } = report;
        const { source, corrections, confirmed } = report.reading;
        return [
            heading(words `${name}: ${shape.task} from the source ${source}, for ${repo}`),
            paragraph('columns of the corrections'),
            ...columnLines(report, corrections),
            ...(confirmed === null
                ? [paragraph('no SELECT gives confirmed rows')]
                : reading_isSame(report.reading)
                    ? [paragraph('the SELECT of the confirmed rows gives the same columns')]
                    : [paragraph('columns of the confirmed rows'), ...columnLines(report, confirmed)]),
        ];
    },
};
function reading_isSame({ corrections, confirmed }) {
    return JSON.stringify(confirmed) === JSON.stringify(corrections);
}
function columnTable({ shape }, columns) {
    const rows = columns.map(({ name, type, uses }) => [
        name,
        type,
        uses.length === 0 ? 'not used' : uses.map(({ role }) => role).join(', '),
        joinLines(uses.map((use) => publishedText(use, shape)).filter((text) => text !== null), ', '),
    ]);
    return [{ kind: 'table', header: ['Column', 'Type', 'Role', 'On the Hub'], rows }];
}
function columnLines({ shape }, columns) {
    const rows = columns.map(({ name, type, uses }) => {
        const roles = uses.map((use) => {
            const published = publishedText(use, shape);
            return published === null ? use.role : words `${use.role}, published as ${published}`;
        });
        return [name, type, roles.length === 0 ? 'not used' : joinLines(roles, '; ')];
    });
    return table([], rows);
}
/** Returns what a column is published as, `label (one of 3 classes)`; null for a role that is not published. */
function publishedText({ publishedAs }, { classNames }) {
    if (publishedAs === null)
        return null;
    const { name, type } = publishedAs;
    return words `${name} (${model_shape/* COLUMN_TYPES */.RO[type].words.replace('#', String(classNames.length))})`;
}

;// CONCATENATED MODULE: ./build/version/change.js




/** Pairs of classes that get a line of their own. */
const change_MOST_PAIRS = 20;
/** Classes that get a line of their own; if there are more, those that changed most. */
const MOST_CLASSES = 40;
/**
 * Names the classes of rows that got another class. @param before names of the classes of the previous version, by
 * their ids
 */
function nameChanges({ classes, ...changes }, before, now) {
    const named = classes.map(([from, to, rows]) => ({
        from: before[from] ?? String(from),
        to: now[to] ?? String(to),
        rows,
    }));
    return { ...changes, classes: named };
}
/**
 * Describes in Markdown how a version differs from the previous version. @param changes null if nothing can be counted
 */
function changeSince(previous, current, changes) {
    if (previous === null)
        return 'This is the first version.';
    const relabelled = changes === null ? null : relabelledTable(changes);
    return [
        markdownLine(changesLine(previous, changes)),
        ...(relabelled === null ? [] : [markdownLines(relabelled)]),
        markdownLines(changeTable(previous, current)),
    ].join('\n\n');
}
/** Returns how many rows were added, removed and relabelled since a version. @param changes null where they were not counted */
function changesLine({ versionTag, rowIndex }, changes) {
    if (changes !== null) {
        const { added, removed, relabelled } = changes;
        const were = added === 1 ? 'was' : 'were';
        return words `Since ${code(versionTag)}, ${(0,markdown/* counted */.hS)(added, 'row')} ${were} added, ${removed} removed and ${relabelled} relabelled.`;
    }
    const why = rowIndex === null ? ', because that version has no row index' : '';
    return words `The table compares with ${code(versionTag)}. Rows that were added, removed or relabelled could not be counted${why}.`;
}
/** Returns the classes of rows that got another class; null if none did, or if rows do not have one class each. */
function relabelledTable({ classes }) {
    if (classes.length === 0)
        return null;
    const rest = classes.slice(change_MOST_PAIRS);
    const others = rest.reduce((sum, { rows }) => sum + rows, 0);
    return {
        header: ['Relabelled from', 'To', 'Rows'],
        rows: [
            ...classes.slice(0, change_MOST_PAIRS).map(({ from, to, rows }) => [from, to, rows]),
            ...(rest.length === 0 ? [] : [[ownWords(`${rest.length} other pairs`), '', others]]),
        ],
    };
}
/** Returns how a version's size and class balance differ from the previous version's. */
function changeTable(previous, current) {
    const lines = [
        ['All rows', previous.numSamples, current.numSamples],
        ...SPLIT_NAMES.map((split) => [`Split ${split}`, previous.splits?.[split] ?? null, current.splits[split]]),
        ...classLines(previous.classBalance, current),
    ];
    return {
        header: ['', 'Before', 'Now', 'Change'],
        rows: lines.map(([name, before, now]) => [
            name,
            before ?? '',
            now,
            before === null ? '' : ownWords(signedCount(now - before)),
        ]),
    };
}
/** Returns a difference with its sign. */
function signedCount(difference) {
    return difference > 0 ? `+${(0,markdown/* formatCount */.B4)(difference)}` : (0,markdown/* formatCount */.B4)(difference).replace('-', '−');
}
function classLines(before, { classNames, classBalance }) {
    const lines = classNames.map((name) => [
        name,
        before === null ? null : rowsOfClass(before, name),
        rowsOfClass(classBalance, name),
    ]);
    if (lines.length <= MOST_CLASSES)
        return lines;
    const change = ([, from, to]) => Math.abs(to - (from ?? 0));
    const moved = new Set(lines.toSorted((a, b) => change(b) - change(a)).slice(0, MOST_CLASSES - 1));
    const rest = lines.filter((line) => !moved.has(line));
    const sum = (position) => rest.reduce((total, line) => total + (line[position] ?? 0), 0);
    return [
        ...lines.filter((line) => moved.has(line)),
        [`${rest.length} other classes`, before === null ? null : sum(1), sum(2)],
    ];
}

;// CONCATENATED MODULE: ./build/version/dropped-words.js
/** Returns the reasons for which rows with texts were dropped, as in `rows with tool calls`, with their numbers. */
function unusableTexts({ noAnswer = 0, sameAnswers = 0, toolCalls = 0, notText = 0, }) {
    return [
        ['without an answer of the assistant', noAnswer],
        ['with two answers that are the same', sameAnswers],
        ['with tool calls', toolCalls],
        ['with a text that is a list or object', notText],
    ];
}

;// CONCATENATED MODULE: ./build/report/row-stages.js



/** The stages of a dataset's rows in order, without a name from the database; none when no row was read. */
function rowStages({ counts, contents, nearDuplicates, shape, }) {
    if (counts === null)
        return [];
    const { fetched, dropped, stages } = counts;
    const words = tasks/* TASKS */.n3[shape.task].words;
    const { corrected = 0, keptColumn = 0 } = dropped;
    const read = `corrections: ${(0,markdown/* formatCount */.B4)(fetched.corrections)}, confirmed: ${(0,markdown/* formatCount */.B4)(fetched.confirmed)}`;
    const stagesOfAll = [
        { name: 'Read', rows: stages.fetched, dropped: 0, note: read },
        {
            name: words.cleaned,
            rows: stages.cleaned,
            dropped: stages.fetched - stages.cleaned,
            note: listReasons([
                ['no text', dropped.nullMessage],
                ['not valid UTF-8', dropped.invalidUtf8],
                [words.cleaned === 'Cleaned' ? 'empty after cleaning' : 'empty', dropped.empty],
                ['with personal data', dropped.pii],
                ...unusableTexts(dropped),
                ['changed by cleaning', counts.changedByCleaning ?? 0],
            ]),
        },
        {
            name: words.labelled,
            rows: stages.labelled,
            dropped: dropped.unknownClass + dropped.malformed,
            note: listReasons([
                ['unknown class', dropped.unknownClass],
                ['kept without an unknown class', counts.shortenedRows ?? 0],
                [words.malformed, dropped.malformed],
            ]),
        },
        {
            name: 'Deduplicated',
            rows: stages.deduplicated,
            dropped: dropped.duplicate +
                dropped.outvoted +
                corrected +
                keptColumn +
                dropped.conflicting +
                (dropped.severalSplits ?? 0),
            note: listReasons([
                ['duplicates', dropped.duplicate],
                ['other values than the kept row', dropped.outvoted],
                ['confirmed, with the id or the text of a correction', corrected],
                ['other kept columns than the kept row', keptColumn],
                [(0,tasks/* describeConflict */.we)(words, counts), dropped.conflicting],
                ['in groups of different splits', dropped.severalSplits ?? 0],
            ]),
        },
    ];
    if (contents === null)
        return stagesOfAll;
    const sizes = Object.entries(contents.splits).map(([split, rows]) => `${split}: ${(0,markdown/* formatCount */.B4)(rows)}`);
    const copies = nearDuplicates?.dropped ?? 0;
    const moved = counts.dropped.moved ?? 0;
    const reasons = listReasons([
        ['in another split before', moved],
        ['near-duplicates of rows of eval or test', copies],
    ]);
    const note = [...sizes, reasons].filter((part) => part !== '').join(', ');
    return [...stagesOfAll, { name: 'Split', rows: contents.numSamples, dropped: copies + moved, note }];
}
function listReasons(reasons) {
    const given = reasons.filter(([, rows]) => rows > 0);
    return given.map(([reason, rows]) => `${reason}: ${(0,markdown/* formatCount */.B4)(rows)}`).join(', ');
}

;// CONCATENATED MODULE: ./build/report/facts/rows.js











/** How many rows each stage left, and why it dropped the others. */
const rows = {
    summary(report) {
        if (report.counts === null)
            return [];
        const stages = rowStages(report);
        const cells = stages.map(({ name, rows: left, dropped, note }) => [name, left, dropped, ownWords(note)]);
        return [heading('Rows at each stage'), ...table(['Stage', 'Rows', 'Dropped', 'Details'], cells)];
    },
    mail(report) {
        if (report.counts === null)
            return [];
        const { corrections, confirmed } = report.counts.fetched;
        const left = rowStages({ ...report, contents: null }).map(({ name, rows: count }) => `${(0,markdown/* formatCount */.B4)(count)} ${name.toLowerCase()}`);
        return [
            paragraph(words `Rows: ${left.join(', ')}. ${(0,markdown/* counted */.hS)(corrections, 'correction')} and ${(0,markdown/* counted */.hS)(confirmed, 'confirmed row')} were read.`),
        ];
    },
    log(report) {
        const stages = rowStages(report);
        if (stages.length === 0)
            return [];
        const lines = stages.map(({ name, rows: left, note }) => [
            name.toLowerCase(),
            (0,markdown/* formatCount */.B4)(left),
            ownWords(note),
        ]);
        return [paragraph('rows'), ...table([], lines)];
    },
    outcome(report) {
        const { contents } = report;
        if (contents === null)
            return [];
        const { numSamples, splits } = contents;
        const replaced = replacedVersion(report);
        const before = replaced?.numSamples ?? null;
        const grown = before === null ? '' : `, ${growth(numSamples - before)} ${replaced?.versionTag}`;
        const sizes = SPLIT_NAMES.map((split) => `${split} ${(0,markdown/* formatCount */.B4)(splits[split])}`);
        return [words `${numSamples} rows${grown} (${sizes.join(', ')}).`];
    },
    metrics({ counts, contents }) {
        const { fetched, ...stages } = counts?.stages ?? {};
        return [
            ...(fetched === undefined ? [] : [['records_fetched', fetched]]),
            ...Object.entries({ ...stages, ...contents?.splits }).map(([name, count]) => [`rows_${name}`, count]),
        ];
    },
    notes(report) {
        const { name, shape, counts } = report;
        if (counts === null)
            return [];
        const { dropped } = counts;
        const { words: terms } = tasks/* TASKS */.n3[shape.task];
        const note = (lost, level, what, why) => lost === 0
            ? []
            : [
                {
                    level,
                    title: `${name}: ${what}`,
                    text: `${(0,markdown/* counted */.hS)(lost, 'row')} ${lost === 1 ? 'was' : 'were'} dropped${why()}`,
                },
            ];
        // The error of a dataset that is held for the names of its classes lists them already.
        const unknown = isHeldByNames(report) ? 0 : dropped.unknownClass;
        const withoutText = dropped.nullMessage + dropped.invalidUtf8 + dropped.empty;
        const texts = unusableTexts(dropped).filter(([, count]) => count > 0);
        const unusable = texts.reduce((sum, [, count]) => sum + count, 0);
        const reasons = texts.map(([reason, count]) => `${(0,markdown/* formatCount */.B4)(count)} ${reason}`);
        const { shortenedRows = 0 } = isHeldByNames(report) ? {} : counts;
        const shortened = {
            level: 'warning',
            title: `${name}: unknown classes`,
            text: `${(0,markdown/* counted */.hS)(shortenedRows, 'row')} kept without an unknown class. ${metAndAccepted(report)}`,
        };
        const conflict = () => `${(0,tasks/* describeConflict */.we)(terms, counts)}.${(0,tasks/* describeRepeatedIds */.CI)(counts)}`;
        return [
            ...(shortenedRows === 0 ? [] : [shortened]),
            ...note(unknown, 'warning', 'unknown classes', () => `. ${metAndAccepted(report)}`),
            ...note(dropped.conflicting, 'warning', `conflicting ${terms.values}`, () => ` for ${conflict()}`),
            ...note(dropped.severalSplits ?? 0, 'warning', 'texts in several splits', () => `, because the groups of their ${terms.text} are in different splits.`),
            ...note(dropped.moved ?? 0, 'warning', 'texts in another split before', () => `, because an earlier version has their ${terms.text} in another split.`),
            ...note(dropped.malformed, 'warning', 'malformed rows', () => ` for ${terms.malformed}.`),
            ...note(unusable, 'warning', 'unusable texts', () => `: ${reasons.join(', ')}.`),
            ...note(withoutText, 'notice', 'empty texts', () => ', because they have no text.'),
            ...note(dropped.corrected ?? 0, 'notice', 'corrected ids', () => '. These confirmed rows have the id or the text of a correction. If the two SELECTs read ids of different tables, make the ids differ.'),
            ...note(dropped.keptColumn ?? 0, 'notice', 'kept columns', () => `. Another row has the same ${keptText(terms, shape.task)} and other values in a column of keep. The row with the lowest id is published; with annotators: latest, the newest row.`),
        ];
    },
};
/** What rows have in common that differ only in a kept column. */
function keptText({ text, values }, task) {
    return tasks/* TASKS */.n3[task].value === null ? text : `${text} and ${values}`;
}
function growth(difference) {
    return difference === 0 ? 'as many as in' : `${signedCount(difference)} since`;
}

;// CONCATENATED MODULE: ./build/version/load-example.js


/** Returns Python code that loads one version of a dataset and takes the first step that its task needs. */
function loadExample(options) {
    const { repo, tag, endpoint, shape } = options;
    const training = tasks/* TASKS */.n3[shape.task].trainer;
    const hot = (0,model_shape/* multiHotColumn */.bE)(shape);
    return [
        ...(hot === null ? [] : ['import json', '']),
        'from datasets import load_dataset',
        ...(hot === null ? [] : ['from huggingface_hub import hf_hub_download']),
        ...(training === null ? [] : [`from trl import ${training.name}`]),
        '',
        ...(endpoint === 'https://huggingface.co' ? [] : [`# with HF_ENDPOINT=${endpoint}`]),
        `dataset = load_dataset("${repo}", revision="${tag}")`,
        ...(hot === null ? [] : namesInMetadata(repo, tag)),
        ...(training === null ? namesOfClasses(shape) : trainerLines(training, shape)),
    ].join('\n');
}
/** The column of lists of 0 and 1 does not name the classes. */
function namesInMetadata(repo, tag) {
    const file = `hf_hub_download("${repo}", "dataset_metadata.json", repo_type="dataset", revision="${tag}")`;
    return [
        `with open(${file}, encoding="utf-8") as file:`,
        '    ids = json.load(file)["label_map"]',
        'names = sorted(ids, key=ids.get)  # in the order of the numbers in a list',
    ];
}
function namesOfClasses(shape) {
    const column = shape.values[(0,model_shape/* classColumn */.$l)(shape)];
    if (column === undefined || column.type === 'multi-hot')
        return [];
    const tags = (0,model_shape/* columnsOfValue */.aX)(column).find(({ isTags }) => isTags);
    const feature = `dataset["train"].features[${JSON.stringify((tags ?? column).name)}]`;
    const isList = tags !== undefined || column.type === 'classes';
    return [`names = ${feature}${isList ? '.feature' : ''}.names  # by their ids`];
}
function trainerLines({ name: trainer, columns }, { texts, values }) {
    const published = [...texts, ...values];
    const renamed = columns
        .map((column, index) => [published[index].name, column])
        .filter(([name, column]) => name !== column)
        .map(([name, column]) => `${JSON.stringify(name)}: "${column}"`);
    return [
        ...(renamed.length === 0 ? [] : [`dataset = dataset.rename_columns({${renamed.join(', ')}})`]),
        `trainer = ${trainer}("your/model", train_dataset=dataset["train"], eval_dataset=dataset["eval"])`,
    ];
}

;// CONCATENATED MODULE: ./build/report/hub-page.js
/** Returns the address of a dataset's page, null for a repo that can have none. */
function pageOf(repo, endpoint) {
    return /^[\w.-]+\/[\w.-]+$/.test(repo) ? `${endpoint}/datasets/${repo}` : null;
}

;// CONCATENATED MODULE: ./build/report/facts/version.js






/** How a version differs from the one before it. */
const change = {
    summary(report, { endpoint }) {
        const { contents, shape, changes, repo } = report;
        const previous = replacedVersion(report);
        if (contents === null || previous === null)
            return [];
        const { numSamples, splits, classBalance } = contents;
        const { classNames } = shape;
        const compared = changeTable(previous, { numSamples, splits, classNames, classBalance });
        const relabelled = changes === null ? null : relabelledTable(changes);
        return [
            heading('Change since the last version'),
            paragraph(changesLine(previous, changes)),
            ...linkToPrevious(previous.versionTag, pageOf(repo, endpoint)),
            ...(relabelled === null ? [] : [{ kind: 'table', ...relabelled }]),
            { kind: 'table', ...compared },
        ];
    },
};
/** Returns a link to the version that a dataset is compared with, and its time; none for a repo without a page. */
function linkToPrevious(tag, page) {
    const [, year, month, day, hour, minute] = /^v(\d{4})(\d\d)(\d\d)_(\d\d)(\d\d)\d\d$/.exec(tag) ?? [];
    if (page === null || year === undefined)
        return [];
    const version = line_link(code(tag), `${page}/tree/${tag}`);
    return [
        paragraph(words `${version} was published on ${ownWords(`${year}-${month}-${day} at ${hour}:${minute} UTC`)}.`),
    ];
}
/** The version, where it is and how to load it. */
const version = {
    summary({ repo, tag, commit, shape }, { endpoint }) {
        const page = pageOf(repo, endpoint);
        const example = tag === null
            ? []
            : [
                heading('Load it'),
                { kind: 'code', language: 'python', text: loadExample({ repo, tag, endpoint, shape }) },
            ];
        if (page === null || commit === null)
            return example;
        const line = words `Commit ${line_link(code(commit.slice(0, 8)), `${page}/commit/${commit}`)}`;
        return [...example, { kind: 'paragraph', line }];
    },
    metrics: ({ tag }) => (tag === null ? [] : [['dataset_version', tag]]),
    mail({ repo, tag, pullRequest }, { endpoint }) {
        const page = pageOf(repo, endpoint);
        const links = [];
        if (pullRequest !== null) {
            links.push({ kind: 'link', line: `Pull request ${pullRequest.number}`, url: pullRequest.url });
        }
        if (tag !== null && page !== null) {
            links.push({ kind: 'link', line: `${repo} ${tag}`, url: `${page}/tree/${encodeURIComponent(tag)}` });
        }
        return links;
    },
};

;// CONCATENATED MODULE: ./build/report/describe-dataset.js










/** The facts of a dataset that each reader is shown, in their order. */
const SHOWN = {
    attention: [gates, ending_ending, personalData],
    head: [predictions],
    summary: [predictions, reading, rows, classes, gates, findings, change, version],
    mail: [ending_ending, gates, version, rows, predictions, findings, classes],
    log: [reading, waiting, rows, predictions, classes, findings, gates, ending_ending],
    issue: [gates],
    notes: [ending_ending, unjudged, rows, predictions, policies, futureCorrections, classes],
    outcome: [ending_ending, rows],
    metrics: [ending_ending, gates, version, rows, waiting, predictions],
};
/** Describes one dataset to a reader. */
function describe_dataset_describeDataset(reader, ...given) {
    return describeByFact(reader, [given]);
}
/** Describes datasets to a reader: of each fact first that of one, then that of the next. */
function describeByFact(reader, datasets) {
    const facts = SHOWN[reader];
    const described = [];
    for (const fact of facts) {
        for (const given of datasets)
            described.push(...fact[reader](...given));
    }
    return described;
}
/** Describes what of a dataset a person should look at besides how it ended, as warnings. */
function describeWarnings(report) {
    const others = SHOWN.notes.filter((fact) => fact !== ending);
    const notes = [...sourceNotes(report), ...others.flatMap((fact) => fact.notes(report))];
    return notes.filter(({ level }) => level === 'warning');
}

// EXTERNAL MODULE: ./build/action/log-causes.js
var log_causes = __nccwpck_require__(6674);
;// CONCATENATED MODULE: ./build/action/annotations.js



/**
 * Annotates the run with what a person should look at: a dataset that failed, is held, was skipped or waits for
 * approval, and dropped rows.
 */
function annotate(surroundings, report) {
    for (const note of describeDataset('notes', report))
        annotateNote(surroundings, note);
}
/**
 * Annotates the lines of the file whose SELECTs a person should look at. Each line is annotated once, however many
 * datasets share it.
 */
function annotateSources(surroundings, reports) {
    const notes = reports.flatMap(source_warnings_sourceNotes);
    const different = new Map(notes.map((note) => [JSON.stringify([note.place ?? note.title, note.text]), note]));
    for (const note of different.values())
        annotateNote(surroundings, note);
}
function annotateNote(surroundings, { level, title, text, place, error: cause }) {
    surroundings[level](text, { title, place });
    if (cause !== undefined)
        (0,log_causes/* logCauses */.N)(surroundings, cause);
}
/** Warns of settings of a dataset that probably do less than intended. */
function annotateSettings({ warning }, name, { pii }) {
    if (pii?.region !== null || !pii.find.includes('phone'))
        return;
    warning('pii has no region, so only phone numbers that start with + or 00 are found. Set the country of most numbers, such as region: DE, or remove phone from find.', { title: `${name}: phone numbers` });
}
/** Warns of each channel and each step besides publishing that failed. */
function annotateDelivery({ warning }, { channel, state, detail }) {
    if (state === 'failed')
        warning(detail, { title: `${channel}: failed` });
}

// EXTERNAL MODULE: ./build/action/check-inputs.js + 24 modules
var check_inputs = __nccwpck_require__(8517);
;// CONCATENATED MODULE: ./build/config/sql-tokens.js
const DOLLAR_QUOTE = /\$(?:[\p{L}_][\p{L}\p{N}_]*)?\$/uy;
const WORD = /[\p{L}_][\p{L}\p{N}_$]*/uy;
const NUMBER = /[0-9][0-9a-z_.]*/iy;
const PREFIXED_STRING = /(?:e|b|x|n|u&)'/iy;
/**
 * Splits a SQL text into tokens like PostgreSQL with standard_conforming_strings on
 * (https://www.postgresql.org/docs/current/sql-syntax-lexical.html), without comments and white space. A text that ends
 * within quotes ends with the rest of the text. Takes time linear in its length.
 */
function sql_tokens_sqlTokens(sql) {
    const tokens = [];
    let at = 0;
    const match = (pattern) => {
        pattern.lastIndex = at;
        return pattern.exec(sql)?.[0];
    };
    while (at < sql.length) {
        const start = at;
        const character = sql[at];
        if (/\s/.test(character))
            at++;
        else if (sql.startsWith('--', at))
            at = indexOrEnd(sql, '\n', at);
        else if (sql.startsWith('/*', at))
            at = endOfComment(sql, at);
        else if (character === "'" || character === '"') {
            at = endOfQuotes(sql, { start, quote: character, escapes: false });
            tokens.push({
                kind: character === "'" ? 'value' : 'name',
                text: sql.slice(start + 1, at - 1),
                at: start,
            });
        }
        else {
            const prefix = match(PREFIXED_STRING);
            const dollars = match(DOLLAR_QUOTE);
            const word = match(WORD);
            const number = match(NUMBER);
            if (prefix !== undefined) {
                const opening = start + prefix.length - 1;
                at = endOfQuotes(sql, { start: opening, quote: "'", escapes: /e/i.test(prefix) });
                tokens.push({ kind: 'value', text: sql.slice(opening + 1, at - 1), at: start });
            }
            else if (dollars !== undefined) {
                const end = sql.indexOf(dollars, start + dollars.length);
                at = end === -1 ? sql.length : end + dollars.length;
                tokens.push({
                    kind: 'value',
                    text: sql.slice(start + dollars.length, end === -1 ? at : end),
                    at: start,
                });
            }
            else if (word !== undefined) {
                at += word.length;
                tokens.push({ kind: 'word', text: word.toLowerCase(), at: start });
            }
            else if (number !== undefined) {
                at += number.length;
                tokens.push({ kind: 'value', text: number, at: start });
            }
            else {
                at++;
                tokens.push({ kind: 'symbol', text: character, at: start });
            }
        }
    }
    return tokens;
}
function indexOrEnd(sql, text, from) {
    const index = sql.indexOf(text, from);
    return index === -1 ? sql.length : index;
}
/** Comments nest. */
function endOfComment(sql, start) {
    let depth = 0;
    for (let at = start; at < sql.length;) {
        if (sql.startsWith('/*', at))
            [depth, at] = [depth + 1, at + 2];
        else if (sql.startsWith('*/', at)) {
            at += 2;
            if (--depth === 0)
                return at;
        }
        else
            at++;
    }
    return sql.length;
}
/**
 * Returns the position after the closing quote. A quote that is doubled or, with `escapes`, follows a backslash closes
 * nothing.
 */
function endOfQuotes(sql, { start, quote, escapes }) {
    for (let at = start + 1; at < sql.length; at++) {
        if (escapes && sql[at] === '\\')
            at++;
        else if (sql[at] === quote) {
            if (sql[at + 1] !== quote)
                return at + 1;
            at++;
        }
    }
    return sql.length;
}

;// CONCATENATED MODULE: ./build/config/changing-rows.js

const CLOCKS = new Set([
    'now',
    'clock_timestamp',
    'statement_timestamp',
    'transaction_timestamp',
    'timeofday',
]);
/** Reserved words, which are never columns. */
const CLOCK_WORDS = new Set([
    'current_date',
    'current_time',
    'current_timestamp',
    'localtime',
    'localtimestamp',
]);
const CLOCK_TEXTS = /^\s*(?:now|today|tomorrow|yesterday)\s*$/i;
/** `zone` ends `timestamp with time zone`. */
const TIME_TYPES = new Set(['date', 'timestamp', 'timestamptz', 'time', 'timetz', 'zone']);
const RANDOM = new Set([
    'random',
    'random_normal',
    'gen_random_uuid',
    'gen_random_bytes',
    'uuid_generate_v1',
    'uuid_generate_v1mc',
    'uuid_generate_v4',
    'uuidv4',
    'uuidv7',
    'nextval',
]);
const ORDERED_WINDOWS = new Set([
    'row_number',
    'first_value',
    'last_value',
    'nth_value',
    'lag',
    'lead',
    'ntile',
]);
/** Words that begin a window without a name. */
const WINDOW_WORDS = new Set(['partition', 'order', 'rows', 'range', 'groups']);
/** Words that end what ORDER BY, LIMIT and OFFSET belong to. */
const SET_OPERATIONS = new Set(['union', 'intersect', 'except']);
/**
 * Finds the parts of a SELECT that make its rows depend on the time, on chance, or on the number of rows. It looks at
 * the text only, not at views and functions that the SELECT reads.
 */
function changingParts(sql) {
    const tokens = sql_tokens_sqlTokens(sql);
    const pairs = pairParentheses(tokens);
    const found = [];
    const add = (at, message, isHarmless = false) => found.push({ at, message, isHarmless });
    const levels = [newLevel({ isQuery: true, isExists: false })];
    const close = (level, isTop) => {
        const { isJoined, orderBy, distinctOn, limit } = level;
        if (limit !== null && !level.isExists && (isTop || orderBy === null || !limit.isOne)) {
            add(limit.at, `${limit.word} gives other rows once rows are added or removed. Remove it, or select the rows by a condition on their columns.`);
        }
        else if (distinctOn !== null && (orderBy === null || isJoined)) {
            add(distinctOn, UNORDERED_DISTINCT);
        }
        else if (isTop && orderBy !== null && distinctOn === null) {
            add(orderBy, 'ORDER BY costs a sort, and the order of the rows is not kept. Remove it.', true);
        }
    };
    for (const [index, token] of tokens.entries()) {
        const level = levels.at(-1);
        if (token.kind === 'symbol' && token.text === '(')
            levels.push(levelAfter(tokens, index));
        else if (token.kind === 'symbol' && token.text === ')') {
            if (levels.length > 1) {
                levels.pop();
                if (level.isQuery)
                    close(level, false);
            }
        }
        else if (token.kind === 'value') {
            if (isClockText(tokens, index))
                add(token.at, clockMessage(`'${token.text.trim().toLowerCase()}'`));
        }
        else if (token.kind === 'word' && !isLabel(tokens, index)) {
            takeWord(tokens, index, { level, pairs, add });
        }
    }
    close(levels[0], true);
    return found.sort((a, b) => a.at - b.at);
}
function newLevel(kind) {
    return { ...kind, isJoined: false, orderBy: null, distinctOn: null, limit: null };
}
/** Returns the level that a parenthesis opens. */
function levelAfter(tokens, index) {
    let first = index + 1;
    while (tokens[first]?.text === '(' && tokens[first].kind === 'symbol')
        first++;
    const isQuery = ['select', 'with', 'values', 'table'].some((word) => isWord(tokens[first], word));
    return newLevel({ isQuery, isExists: isWord(tokens[index - 1], 'exists') });
}
function takeWord(tokens, index, { level, pairs, add }) {
    const { text: word, at } = tokens[index];
    const next = tokens[index + 1];
    const isCall = next?.kind === 'symbol' && next.text === '(';
    if (CLOCK_WORDS.has(word))
        add(at, clockMessage(word.toUpperCase()));
    else if (isCall && CLOCKS.has(word))
        add(at, clockMessage(`${word}()`));
    else if (isCall && word === 'age' && pairs.get(index + 1)?.hasComma === false)
        add(at, clockMessage('age() of one value'));
    else if (isCall && RANDOM.has(word)) {
        add(at, `${word}() gives other values in each run. Remove it; correct-ratio samples confirmed rows repeatably.`);
    }
    else if (word === 'tablesample') {
        add(at, 'TABLESAMPLE gives other rows in each run. Remove it; correct-ratio samples confirmed rows repeatably.');
    }
    else if (isCall && ORDERED_WINDOWS.has(word) && hasUnorderedWindow(tokens, pairs, index + 1)) {
        add(at, `${word}() over a window without ORDER BY may give another value in each run. Add an ORDER BY that ends with a unique column.`);
    }
    if (word === 'order' && isWord(next, 'by'))
        level.orderBy ??= at;
    else if (word === 'distinct' && isWord(next, 'on'))
        level.distinctOn ??= at;
    else if (SET_OPERATIONS.has(word)) {
        if (level.distinctOn !== null)
            add(level.distinctOn, UNORDERED_DISTINCT);
        level.distinctOn = null;
        level.isJoined = true;
    }
    if (word === 'limit' && !isWord(next, 'all') && !isWord(next, 'null')) {
        level.limit ??= { at, word: 'LIMIT', isOne: next?.text === '1' };
    }
    else if (word === 'offset' && next?.text !== '0')
        level.limit ??= { at, word: 'OFFSET', isOne: false };
    else if (word === 'fetch' && (isWord(next, 'first') || isWord(next, 'next'))) {
        const count = tokens[index + 2];
        level.limit ??= { at, word: 'FETCH', isOne: count?.text === '1' || /^rows?$/.test(count?.text ?? '') };
    }
}
const UNORDERED_DISTINCT = 'DISTINCT ON without an ORDER BY of its own may keep another row in each run. Add one that begins with the same columns and ends with a unique column.';
function clockMessage(what) {
    return `${what} changes with the clock, so rows enter and leave the dataset from run to run. Compare with a fixed date, or remove the condition.`;
}
function isWord(token, word) {
    return token?.kind === 'word' && token.text === word;
}
/** True if a word is the name of an output column or, except for pg_catalog, qualifies a name or is qualified. */
function isLabel(tokens, index) {
    const before = tokens[index - 1];
    if (isWord(before, 'as'))
        return true;
    if (before?.kind !== 'symbol' || before.text !== '.')
        return false;
    const schema = tokens[index - 2];
    return !(schema?.kind !== 'symbol' && ['pg_catalog', 'public', 'extensions'].includes(schema?.text ?? ''));
}
/** `date 'today'`, `'now'::timestamptz` and `CAST('now' AS timestamp)`. */
function isClockText(tokens, index) {
    if (!CLOCK_TEXTS.test(tokens[index].text))
        return false;
    const before = tokens[index - 1];
    if (before?.kind === 'word' && TIME_TYPES.has(before.text))
        return true;
    const [one, other, third] = tokens.slice(index + 1, index + 4);
    const type = isWord(one, 'as') ? other : one?.text === ':' && other?.text === ':' ? third : undefined;
    return TIME_TYPES.has(type?.text ?? '');
}
function pairParentheses(tokens) {
    const pairs = new Map();
    const open = [];
    for (const [index, { kind, text }] of tokens.entries()) {
        if (kind !== 'symbol')
            continue;
        const innermost = pairs.get(open.at(-1) ?? -1);
        if (text === ',' && innermost !== undefined)
            innermost.hasComma = true;
        else if (text === ')' && innermost !== undefined) {
            innermost.end = index;
            open.pop();
        }
        else if (text === '(') {
            pairs.set(index, { end: tokens.length, hasComma: false });
            open.push(index);
        }
    }
    return pairs;
}
/** True if a call is followed by OVER ( … ) without ORDER BY; a named window counts as ordered. */
function hasUnorderedWindow(tokens, pairs, open) {
    const over = pairs.get(open).end + 1;
    const window = pairs.get(over + 1);
    if (!isWord(tokens[over], 'over') || window === undefined)
        return false;
    const inside = tokens.slice(over + 2, window.end);
    const hasName = inside[0]?.kind === 'name' || (inside[0]?.kind === 'word' && !WINDOW_WORDS.has(inside[0].text));
    return !hasName && !inside.some((token) => isWord(token, 'order'));
}
/**
 * Returns the place of a NOT IN or `<> ALL` whose list is a subquery, null if there is none. Once the subquery gives a
 * NULL, the condition is never true.
 */
function changing_rows_notInSubquery(sql) {
    const tokens = sqlTokens(sql);
    const isSign = (index, ...signs) => signs.includes(tokens[index]?.text ?? '');
    const index = tokens.findIndex((token, at) => {
        const isNotIn = isWord(token, 'not') && isWord(tokens[at + 1], 'in');
        const isNotAll = isSign(at, '<', '!') && isSign(at + 1, '>', '=') && isWord(tokens[at + 2], 'all');
        const open = at + (isNotIn ? 2 : 3);
        return (isNotIn || isNotAll) && isSign(open, '(') && levelAfter(tokens, open).isQuery;
    });
    return index === -1 ? null : tokens[index].at;
}

// EXTERNAL MODULE: ./build/config/statement.js
var config_statement = __nccwpck_require__(5366);
;// CONCATENATED MODULE: ./build/pipeline/source-warnings.js



/**
 * Returns the parts of the SELECTs of a file that change their rows from run to run; none for SELECTs that come with
 * the action.
 */
function changingSource({ name: source, origin, corrections, confirmed, }) {
    if (origin !== 'file')
        return [];
    return [corrections, confirmed].flatMap((statement) => statement === null
        ? []
        : changingParts(statement.sql).map(({ message, at, isHarmless }) => {
            return { source, message, place: (0,config_statement/* placeOfIndex */.DY)(statement, at), isHarmless };
        }));
}
/** Warns of a SELECT of confirmed rows in a file that gives none, although there are corrections. */
function noConfirmedRows({ name, source, settings }, { corrections, confirmed: sampled }) {
    const { origin, confirmed } = source;
    const wanted = Math.floor(settings.correctRatio * corrections);
    if (origin !== 'file' || confirmed === null || wanted === 0 || sampled > 0)
        return [];
    const notIn = notInSubquery(confirmed.sql);
    const remedy = notIn === null
        ? 'Check its conditions; a comparison with NULL is never true. If no row is ever confirmed, remove confirmed.'
        : 'NOT IN and <> ALL are never true if their subquery gives a NULL. Use NOT EXISTS: WHERE NOT EXISTS (SELECT FROM reviews r WHERE r.item_id = i.id).';
    return [
        {
            source: source.name,
            message: `Dataset ${name}. The SELECT of the confirmed rows gives no row, although ${counted(corrections, 'correction')} were read. ${remedy}`,
            place: placeOfIndex(confirmed, notIn ?? 0),
            isHarmless: false,
        },
    ];
}

;// CONCATENATED MODULE: ./build/text/markdown-line.js


/** Writes a line as GitHub-flavoured Markdown, in which no text of any origin can mention, link or format anything. */
function markdown_line_markdownLine(line) {
    return writeLine(line, {
        words: (text) => text,
        text: markdown/* escapeMarkdown */.FV,
        piece: (text, { isFirst }) => {
            const escaped = (0,markdown/* escapeInLine */.Dk)((0,markdown/* withoutControls */.DJ)(text));
            return isFirst ? (0,markdown/* escapeStart */.Uo)(escaped) : escaped;
        },
        strong: (written) => `**${written}**`,
        code: (text) => `\`${text}\``,
        link: (written, { url, isGiven }) => `[${written}](${isGiven ? `<${encodeURI(url).replace(/[<>]/g, encodeURIComponent)}>` : url})`,
    });
}
/** Writes a table of lines as GitHub-flavoured Markdown. */
function markdown_line_markdownLines(table) {
    const { header, rows } = table;
    const write = (cell) => (typeof cell === 'number' ? cell : markdown_line_markdownLine(cell));
    return (0,markdown/* markdownTable */.Qj)(header.map(markdown_line_markdownLine), rows.map((row) => row.map(write)), figureColumns(table));
}

// EXTERNAL MODULE: ./build/report/write-failure.js
var write_failure = __nccwpck_require__(7855);
;// CONCATENATED MODULE: ./build/report/write-markdown.js




/** Writes blocks as GitHub-flavoured Markdown, in which no text of any origin can mention, link or format anything. */
function writeMarkdown(blocks) {
    return blocks.map((block) => writeBlock(block, { isFolded: false })).join('\n\n');
}
function writeBlock(block, { isFolded }) {
    switch (block.kind) {
        case 'heading':
            return `${'#'.repeat(block.level)} ${markdown_line_markdownLine(block.line)}`;
        case 'paragraph':
            return markdown_line_markdownLine(block.line);
        case 'list':
            return block.items.map((item) => `- ${markdown_line_markdownLine(item)}`).join('\n');
        case 'table':
            return markdown_line_markdownLines(block);
        case 'link':
            return markdown_line_markdownLine(givenLink(block.line, block.url));
        case 'note':
        case 'warning':
            return `> [!${block.kind.toUpperCase()}]\n> ${markdown_line_markdownLine(block.line)}`;
        case 'code':
            return `\`\`\`${block.language}\n${block.text}\n\`\`\``;
        case 'failure':
            return (0,write_failure/* writeFailure */.E)(block.text);
        case 'details':
            return writeDetails(block, isFolded);
    }
}
function writeDetails({ summary, isOpen, blocks }, isFolded) {
    const content = blocks.map((block) => writeBlock(block, { isFolded: true })).join('\n\n');
    const title = `<summary>${summaryLine(summary)}</summary>`;
    return `<details${isOpen ? ' open' : ''}>${isFolded ? '' : '\n'}${title}\n\n${content}\n\n</details>`;
}
/** Writes the line that is clicked on, in HTML: Markdown means nothing in it. */
function summaryLine(line) {
    return writeLine(line, {
        words: (text) => text,
        text: markdown/* escapeMarkdown */.FV,
        piece: markdown/* escapeMarkdown */.FV,
        strong: (written) => `<strong>${written}</strong>`,
        code: markdown/* escapeMarkdown */.FV,
        link: (written) => written,
    });
}

// EXTERNAL MODULE: ./build/action/failure.js
var failure = __nccwpck_require__(5541);
;// CONCATENATED MODULE: ./build/runs/list-problems.js


/** Checks inputs, and lists their problems in the job summary. @throws what the check throws */
async function orListed({ summary }, check) {
    try {
        return check();
    }
    catch (error) {
        await summary(`${(0,write_failure/* writeFailure */.E)((0,failure/* describeFailure */.I)(error))}\n`);
        throw error;
    }
}

;// CONCATENATED MODULE: ./build/runs/check.js








/**
 * Checks a file that declares datasets without a database and without the network, and warns of settings that probably
 * do less than intended.
 *
 * @throws InputError with every problem of the file
 */
async function runCheck(reading) {
    const { surroundings } = reading;
    surroundings.output('datasets', '[]');
    const { config: datasets, gates } = await orListed(surroundings, () => (0,check_inputs/* checkInputs */.s)(reading));
    surroundings.output('datasets', JSON.stringify(datasets.map(({ name }) => name)));
    const sources = new Set(datasets.map(({ source }) => source));
    annotateSources(surroundings, Array.from(sources, (source) => ({ sourceWarnings: changingSource(source) })));
    for (const { name, trust } of datasets) {
        annotateSettings(surroundings, name, { ...model_trust/* DEFAULT_TRUST */.TC, ...gates, ...trust });
    }
    const rows = datasets.map((dataset) => [dataset.name, dataset.task, check_classesOf(dataset), dataset.repo]);
    for (const [name, task, classes, repo] of rows) {
        surroundings.info(`${name}: ${task}${classes === '' ? '' : ` with ${classes}`}, for ${repo}`);
    }
    surroundings.info(`No problem was found in ${(0,markdown/* counted */.hS)(datasets.length, 'dataset')}.`);
    await surroundings.summary(`${writeMarkdown([
        heading('The file can be used', 2),
        ...table(['Dataset', 'Task', 'Classes', 'Repo'], rows),
    ])}\n`);
    return true;
}
/** Returns the number of classes of a dataset; an empty text without classes. */
function check_classesOf({ classNames }) {
    return classNames.length === 0 ? '' : (0,markdown/* counted */.hS)(classNames.length, 'class', 'classes');
}


/***/ }),

/***/ 46:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   Y: () => (/* binding */ editDistance)
/* harmony export */ });
/**
 * Returns the insertions, deletions, substitutions and swaps of neighbours that make one word the other, where no
 * character is changed twice: the optimal string alignment distance, which is that of Wagner and Fischer (1974) with
 * the swaps of Damerau (1964).
 *
 * @param most largest number of edits that matters; a greater distance is only known to be greater
 * @returns the number of edits, or Infinity for more than `most`
 */
function editDistance(a, b, most = Number.POSITIVE_INFINITY) {
    const parts = differingParts(a, b);
    // One edit leaves at most two characters that differ, each of at most two units.
    if (most < 2 && Math.max(parts[0].length, parts[1].length) > 4)
        return Number.POSITIVE_INFINITY;
    const [from, to] = parts.map((part) => Array.from(part));
    if (Math.abs(from.length - to.length) > most)
        return Number.POSITIVE_INFINITY;
    let beforeLast = [];
    let last = Array.from({ length: to.length + 1 }, (_, column) => column);
    for (let row = 1; row <= from.length; row++) {
        const now = [row];
        for (let column = 1; column <= to.length; column++) {
            const isSame = from[row - 1] === to[column - 1];
            const isSwap = row > 1 && from[row - 1] === to[column - 2] && from[row - 2] === to[column - 1];
            const edits = Math.min(last[column] + 1, now[column - 1] + 1, last[column - 1] + (isSame ? 0 : 1));
            now.push(isSwap ? Math.min(edits, beforeLast[column - 2] + 1) : edits);
        }
        // A swap needs the last two rows.
        if (Math.min(...now, ...last) > most)
            return Number.POSITIVE_INFINITY;
        [beforeLast, last] = [last, now];
    }
    const distance = last[to.length];
    return distance > most ? Number.POSITIVE_INFINITY : distance;
}
/** Returns two words without their common start and their common end, where nothing is edited. */
function differingParts(a, b) {
    const shorter = Math.min(a.length, b.length);
    let start = 0;
    while (start < shorter && a[start] === b[start])
        start++;
    if (isHighSurrogate(a.charCodeAt(start - 1)))
        start--;
    let end = 0;
    while (end < shorter - start && a.at(-1 - end) === b.at(-1 - end))
        end++;
    if (end > 0 && isLowSurrogate(a.charCodeAt(a.length - end)))
        end--;
    return [a.slice(start, a.length - end), b.slice(start, b.length - end)];
}
/** // Half a character must not count as a whole one. */
function isHighSurrogate(code) {
    return code >= 0xd800 && code < 0xdc00;
}
function isLowSurrogate(code) {
    return code >= 0xdc00 && code < 0xe000;
}


/***/ }),

/***/ 1065:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   B4: () => (/* binding */ formatCount),
/* harmony export */   DJ: () => (/* binding */ withoutControls),
/* harmony export */   Dk: () => (/* binding */ escapeInLine),
/* harmony export */   FV: () => (/* binding */ escapeMarkdown),
/* harmony export */   Qj: () => (/* binding */ markdownTable),
/* harmony export */   TN: () => (/* binding */ oneLine),
/* harmony export */   Uo: () => (/* binding */ escapeStart),
/* harmony export */   XT: () => (/* binding */ listSome),
/* harmony export */   hS: () => (/* binding */ counted),
/* harmony export */   l9: () => (/* binding */ formatPercent)
/* harmony export */ });
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
/******/ var __webpack_exports__ = __nccwpck_require__(7899);
/******/ __webpack_exports__ = await __webpack_exports__;
/******/ 
