export const id = 664;
export const ids = [664];
export const modules = {

/***/ 2664:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   textOfHtml: () => (/* binding */ textOfHtml)
/* harmony export */ });
/* harmony import */ var htmlparser2__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(9264);

/** Elements that a browser shows in lines of their own, and `br`. */
const BLOCKS = new Set(`address article aside blockquote body br caption center dd details dialog dir div dl dt fieldset figcaption figure
  footer form frameset h1 h2 h3 h4 h5 h6 head header hgroup hr html legend li listing main menu nav ol optgroup option p
  plaintext pre search section select summary table tbody tfoot thead tr ul xmp`.split(/\s+/));
const CELLS = new Set(['td', 'th']);
/** Elements whose text a browser does not show. */
const HIDDEN = new Set(['iframe', 'noembed', 'noframes', 'script', 'style', 'template', 'title']);
const COMMENT_START = '<!--';
/**
 * Returns the text of HTML as a browser shows it, in time linear in its length: tags go, blocks become lines, entities
 * are decoded, scripts and styles are dropped. A `<` that starts no tag stays, and so does a tag that never ends.
 */
function textOfHtml(html) {
    const shown = new ShownText(html);
    const tokenizer = new htmlparser2__WEBPACK_IMPORTED_MODULE_0__/* ["default"] */ .A({ decodeEntities: true }, shown);
    tokenizer.write(html);
    tokenizer.end();
    return shown.text;
}
/** Puts together the text that is shown from the tokens of HTML, of which only some are nested: a tag alone decides. */
class ShownText {
    text = '';
    #html;
    /** Name of the tag that is being read. */
    #tag = '';
    /** The element whose text is not shown; null outside of any. */
    #hidden = null;
    /** Position up to which tokens were read. */
    #read = 0;
    constructor(html) {
        this.#html = html;
    }
    ontext(start, end) {
        this.#show(this.#html.slice(start, end), end);
    }
    ontextentity(codePoint, end) {
        this.#show(String.fromCodePoint(codePoint), end);
    }
    onopentagname(start, end) {
        this.#tag = this.#html.slice(start, end).toLowerCase();
    }
    onopentagend(end) {
        this.#break(this.#tag, end + 1);
        if (this.#hidden === null && HIDDEN.has(this.#tag))
            this.#hidden = this.#tag;
    }
    onselfclosingtag(end) {
        this.onopentagend(end);
    }
    onclosetag(start, end) {
        const tag = this.#html.slice(start, end).toLowerCase();
        if (tag === this.#hidden)
            this.#hidden = null;
        this.#break(tag, end);
    }
    oncomment(start, end) {
        // What only begins like a comment, such as </3, ends at the next >.
        const isComment = this.#html.startsWith(COMMENT_START, start - COMMENT_START.length);
        if (isComment || end < this.#html.length)
            this.#read = end;
    }
    ondeclaration(_start, end) {
        this.#read = end;
    }
    onend() {
        const start = this.#html.indexOf('<', this.#read);
        if (start >= 0)
            this.#show(this.#html.slice(start), this.#html.length);
    }
    onattribname() { }
    onattribdata() { }
    onattribentity() { }
    onattribend() { }
    oncdata() { }
    onprocessinginstruction() { }
    #show(text, end) {
        this.#read = end;
        if (this.#hidden === null)
            this.text += text;
    }
    #break(tag, end) {
        const space = BLOCKS.has(tag) ? '\n' : CELLS.has(tag) ? '\t' : '';
        this.#show(space, end);
    }
}


/***/ })

};
