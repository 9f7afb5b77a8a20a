import { type Html, html } from './html.ts';

/** One figure to be seen at a glance. */
export interface Kpi {
  readonly name: string;
  readonly value: Html;
  readonly detail: Html;
}

/** Figures side by side. */
export function renderKpis(kpis: readonly Kpi[]): Html {
  const items = kpis.map(
    ({ name, value, detail }) =>
      html`<div class="card kpi"><dt>${name}</dt><dd><strong>${value}</strong><span>${detail}</span></dd></div>
`,
  );
  return html`<dl class="kpis">
${items}</dl>`;
}
