import { type Html, html } from './html.ts';

type Cell = Html | string | number;

/** A table that scrolls inside its own frame, by keyboard too. The first cell of each row is its header. */
export function renderTable(
  caption: string,
  columns: readonly Cell[],
  rows: readonly (readonly Cell[])[],
): Html {
  const head = columns.map((column) => html`<th scope="col">${column}</th>`);
  const body = rows.map(
    ([first, ...others]) =>
      html`<tr><th scope="row">${first}</th>${others.map((cell) => html`<td>${cell}</td>`)}</tr>\n`,
  );
  return html`<div class="scroll" role="region" aria-label="${caption}" tabindex="0"><table><caption class="hidden">${caption}</caption><thead><tr>${head}</tr></thead><tbody>
${body}</tbody></table></div>`;
}
