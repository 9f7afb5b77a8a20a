import { Tokenizer } from 'htmlparser2';

/** Elements that a browser shows in lines of their own, and `br`. */
const BLOCKS = new Set(
  `address article aside blockquote body br caption center dd details dialog dir div dl dt fieldset figcaption figure
  footer form frameset h1 h2 h3 h4 h5 h6 head header hgroup hr html legend li listing main menu nav ol optgroup option p
  plaintext pre search section select summary table tbody tfoot thead tr ul xmp`.split(/\s+/),
);
const CELLS = new Set(['td', 'th']);
/** Elements whose text a browser does not show. */
const HIDDEN = new Set(['iframe', 'noembed', 'noframes', 'script', 'style', 'template', 'title']);

const COMMENT_START = '<!--';

/**
 * Returns the text of HTML as a browser shows it, in time linear in its length: tags go, blocks become lines, entities
 * are decoded, scripts and styles are dropped. A `<` that starts no tag stays, and so does a tag that never ends.
 */
export function textOfHtml(html: string): string {
  const shown = new ShownText(html);
  const tokenizer = new Tokenizer({ decodeEntities: true }, shown);
  tokenizer.write(html);
  tokenizer.end();
  return shown.text;
}

/** Puts together the text that is shown from the tokens of HTML, of which only some are nested: a tag alone decides. */
class ShownText {
  text = '';
  readonly #html: string;
  /** Name of the tag that is being read. */
  #tag = '';
  /** The element whose text is not shown; null outside of any. */
  #hidden: string | null = null;
  /** Position up to which tokens were read. */
  #read = 0;

  constructor(html: string) {
    this.#html = html;
  }

  ontext(start: number, end: number): void {
    this.#show(this.#html.slice(start, end), end);
  }

  ontextentity(codePoint: number, end: number): void {
    this.#show(String.fromCodePoint(codePoint), end);
  }

  onopentagname(start: number, end: number): void {
    this.#tag = this.#html.slice(start, end).toLowerCase();
  }

  onopentagend(end: number): void {
    this.#break(this.#tag, end + 1);
    if (this.#hidden === null && HIDDEN.has(this.#tag)) this.#hidden = this.#tag;
  }

  onselfclosingtag(end: number): void {
    this.onopentagend(end);
  }

  onclosetag(start: number, end: number): void {
    const tag = this.#html.slice(start, end).toLowerCase();
    if (tag === this.#hidden) this.#hidden = null;
    this.#break(tag, end);
  }

  oncomment(start: number, end: number): void {
    // What only begins like a comment, such as </3, ends at the next >.
    const isComment = this.#html.startsWith(COMMENT_START, start - COMMENT_START.length);
    if (isComment || end < this.#html.length) this.#read = end;
  }

  ondeclaration(_start: number, end: number): void {
    this.#read = end;
  }

  onend(): void {
    const start = this.#html.indexOf('<', this.#read);
    if (start >= 0) this.#show(this.#html.slice(start), this.#html.length);
  }

  onattribname(): void {}
  onattribdata(): void {}
  onattribentity(): void {}
  onattribend(): void {}
  oncdata(): void {}
  onprocessinginstruction(): void {}

  #show(text: string, end: number): void {
    this.#read = end;
    if (this.#hidden === null) this.text += text;
  }

  #break(tag: string, end: number): void {
    const space = BLOCKS.has(tag) ? '\n' : CELLS.has(tag) ? '\t' : '';
    this.#show(space, end);
  }
}
