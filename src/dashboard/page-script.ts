import { compareVersions, type RowKind, type RowValue } from './compare-versions.ts';

/** What the page's script needs of the versions of a dataset. */
export interface ComparisonData {
  readonly kinds: readonly RowKind[];
  /** Tag and values of each version, oldest first. */
  readonly versions: readonly { readonly tag: string; readonly values: readonly RowValue[] }[];
}

/** As much of the browser's elements as the script uses. */
interface PageElement {
  textContent: string | null;
  value: string;
  hidden: boolean;
  readonly dataset: Record<string, string | undefined>;
  querySelector(selector: string): PageElement | null;
  querySelectorAll(selector: string): Iterable<PageElement>;
  setAttribute(name: string, value: string): void;
  addEventListener(event: string, listener: () => void): void;
}

interface Page {
  readonly document: PageElement & { readonly documentElement: PageElement };
  readonly localStorage: { getItem(key: string): string | null; setItem(key: string, value: string): void };
  matchMedia(query: string): { readonly matches: boolean };
}

/** Returns the script of the page as text: the version pickers, the groups, and the switch of light and dark. */
export function pageScript(): string {
  return `(${runPage})(window, ${compareVersions});`;
}

/** Runs in the browser, so it uses nothing from outside. */
function runPage(page: Page, compare: typeof compareVersions): void {
  const root = page.document.documentElement;
  const toggle = page.document.querySelector('#theme');
  const show = (theme: string) => {
    root.dataset.theme = theme;
    const said = toggle?.querySelector('span') ?? null;
    if (said !== null) said.textContent = theme === 'dark' ? 'Switch to light' : 'Switch to dark';
  };
  let kept: string | null = null;
  try {
    kept = page.localStorage.getItem('theme');
  } catch {
    // A page without storage starts as the system says.
  }
  show(kept ?? (page.matchMedia('(prefers-color-scheme: dark)').matches ? 'dark' : 'light'));
  if (toggle !== null) toggle.hidden = false;
  toggle?.addEventListener('click', () => {
    const theme = root.dataset.theme === 'dark' ? 'light' : 'dark';
    show(theme);
    try {
      page.localStorage.setItem('theme', theme);
    } catch {
      // The choice then lasts as long as the page is open.
    }
  });

  if (page.matchMedia('(min-width: 52rem)').matches) {
    for (const group of page.document.querySelectorAll('details.group')) group.setAttribute('open', '');
  }

  for (const comparison of page.document.querySelectorAll('[data-comparison]')) {
    const data: ComparisonData = JSON.parse(comparison.querySelector('script')?.textContent ?? '');
    const [from, to] = comparison.querySelectorAll('select');
    const said = comparison.querySelector('output');
    const update = () => {
      const [before, after] = [data.versions[Number(from.value)], data.versions[Number(to.value)]];
      const rows = compare(data.kinds, before.values, after.values);
      let row = 0;
      for (const line of comparison.querySelectorAll('tbody.rows tr')) {
        const shown = rows[row++];
        const cells = [...line.querySelectorAll('td')];
        [cells[0].textContent, cells[1].textContent, cells[2].textContent] = [
          shown.from,
          shown.to,
          shown.change,
        ];
        cells[2].dataset.same = String(shown.change === 'same');
        let bar = 0;
        for (const rect of line.querySelectorAll('rect')) {
          rect.setAttribute('width', (shown.shares[bar++] * 100).toFixed(2));
        }
      }
      if (said !== null) said.textContent = `${before.tag} to ${after.tag}: rows ${rows[0].change}.`;
    };
    for (const picker of [from, to]) picker.addEventListener('change', update);
    comparison.querySelector('button')?.addEventListener('click', () => {
      [from.value, to.value] = [to.value, from.value];
      update();
    });
    // A browser may have kept the choice of an earlier visit.
    update();
  }
}
