/** Markup that is safe to put into a page as it is. Only {@link html} and {@link trusted} make it. */
export class Html {
  readonly #markup: string;

  constructor(markup: string) {
    this.#markup = markup;
  }

  toString(): string {
    return this.#markup;
  }
}

type Insertion = Html | string | number | readonly Html[];

const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};
const LONGEST_NAME = 60;

/**
 * Id of the section of a dataset, or of a part of it. No name of a dataset holds `_`, so that none of these is the id of
 * another element.
 */
export function idOf(dataset: string, part?: string): string {
  return part === undefined ? `dataset_${dataset}` : `dataset_${dataset}_${part}`;
}

/** Template of markup: everything put into it is escaped but what is {@link Html} already. */
export function html(strings: TemplateStringsArray, ...insertions: readonly Insertion[]): Html {
  const parts = insertions.map((insertion, index) => markupOf(insertion) + strings[index + 1]);
  return new Html(strings[0] + parts.join(''));
}

/** Declares markup safe; for what this code wrote itself, such as a chart. */
export function trusted(markup: string): Html {
  return new Html(markup);
}

/**
 * A name of any origin on one line: characters that cannot be seen are shown as such, and a long name is cut.
 * Its direction is its own, so that it cannot turn the text around it.
 */
export function nameText(name: string): Html {
  return html`<bdi>${plainName(name)}</bdi>`;
}

/** A name of any origin as text, for places that take no elements. */
export function plainName(name: string): string {
  const visible = name.replace(/[\p{Cc}\p{Cf}\p{Cs}\u2028\u2029]/gu, '\uFFFD').trim();
  const characters = Array.from(visible);
  if (characters.length === 0) return '(no name)';
  return characters.length > LONGEST_NAME ? `${characters.slice(0, LONGEST_NAME - 1).join('')}…` : visible;
}

/** Data for a script of the page: JSON that ends no element. */
export function jsonText(data: unknown): Html {
  return new Html(JSON.stringify(data).replaceAll('<', '\\u003c'));
}

function markupOf(insertion: Insertion): string {
  if (insertion instanceof Html) return String(insertion);
  if (typeof insertion === 'object') return insertion.join('');
  return String(insertion).replace(/[&<>"']/g, (character) => ENTITIES[character]);
}
