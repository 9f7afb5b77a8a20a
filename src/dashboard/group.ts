import { type Html, html } from './html.ts';

/**
 * Renders figures under a title that can be folded: folded on a telephone, where they would make the page endless, and
 * unfolded by the script of the page where there is room.
 */
export function renderGroup(title: string, of: string, figures: readonly Html[]): Html {
  if (figures.length === 0) return html``;
  return html`<details class="group"><summary><h3>${title}<span class="hidden"> of ${of}</span></h3></summary>
<div class="grid">
${figures}</div>
</details>
`;
}
