import { describe, expect, test } from '@jest/globals';
import { type DashboardData, renderDashboard } from '../../src/dashboard/page.ts';
import { hasSeveralClasses, TASK_NAMES, type Task } from '../../src/model/tasks.ts';
import { growingVersions, historyOf, someRuns, taskVersions } from '../support/dashboard.ts';
import { someScores } from '../support/scores.ts';

const HOSTILE = '</script><img src=x onerror=alert(1)>"\'\u202E<b>';
const CLASSES = ['NORMAL', 'URGENT', HOSTILE];

describe('the page', () => {
  test('holds every version and run that is given, and needs nothing from outside', () => {
    const page = render();
    for (const part of ['#200', 'v20260406_021500', 'Rows per split', 'Label mix drift', 'owner/urgency'])
      expect(page).toContain(part);
    expect(page).not.toMatch(/<link|<script src|<img|url\((?!#)|@import/);
    expect(page).toContain('default-src &#39;none&#39;');
  });

  test('makes names of any origin harmless, in markup and in the data of its script', () => {
    const page = render();
    expect(page).not.toContain('<img src=x');
    expect(page).not.toContain('</script><');
    expect(page).not.toContain('\u202E');
  });

  test('says what is missing instead of showing nothing', () => {
    const page = render({
      history: { missing: 'GitHub refused the token.' },
      datasets: [
        { ...historyOf('urgency', []), missing: 'The Hub does not find it.' },
        historyOf('department', []),
      ],
    });
    expect(page).toContain('GitHub refused the token.');
    expect(page).toContain('The Hub does not find it.');
    expect(page).toContain('No version has been published yet.');
  });

  test('says of a dataset that a run published nothing of, and that a version waits', () => {
    const history = historyOf('urgency', growingVersions('urgency', CLASSES, 3));
    const notices = (changes: object) =>
      render({ datasets: [{ ...history, ...changes }] }).match(/<p class="card notice">.*<\/p>/g) ?? [];
    expect(notices({})).toEqual([]);
    expect(notices({ lastStatus: 'held', waitsIn: 3 })).toEqual([
      expect.stringContaining('>Held</span> by a gate: nothing was published.'),
      expect.stringContaining('<a href="https://hub.example/datasets/owner/urgency/discussions/3">#3</a>'),
    ]);
    expect(notices({ lastStatus: 'failed' })).toEqual([expect.stringContaining('>Failed</span>')]);
    expect(notices({ lastStatus: 'skipped', versions: [] })).toEqual([expect.stringContaining('>Skipped<')]);
  });

  test('opens with all datasets, those that need a person first, whatever they are called', () => {
    const of = (name: string, changes: object = {}) => ({
      ...historyOf(name, growingVersions('urgency', CLASSES, 3)),
      ...changes,
    });
    const page = render({
      datasets: [
        of('fine'),
        of('new', { versions: [] }),
        of('waiting', { waitsIn: 3 }),
        of('held', { lastStatus: 'held', waitsIn: 4 }),
        of('lost', { versions: [], missing: 'The Hub does not know it.' }),
        of('failed', { lastStatus: 'failed' }),
        of('skipped', { lastStatus: 'skipped' }),
      ],
    });
    const [glance] = /<ol class="card glance">.*?<\/ol>/s.exec(page) ?? [''];
    const lines = [...glance.matchAll(/<bdi>(\w+)<\/bdi><\/a><span class="outcome \w+">([^<]+)/g)];
    expect(lines.map(([, name, word]) => `${name}: ${word}`)).toEqual([
      'failed: Failed',
      'held: Held by a gate',
      'waiting: Waits for approval',
      'lost: Cannot be read',
      'skipped: Skipped',
      'new: No version yet',
      'fine: Published',
    ]);
    expect(page).toContain('1 failed · 1 held by a gate · 1 waits for approval');
    expect(glance).toContain(
      'waits in <a href="https://hub.example/datasets/owner/waiting/discussions/3">#3</a>',
    );
    expect(glance.match(/<polyline/g)).toHaveLength(5);
    const sections = [...page.matchAll(/<section id="(\w+)"/g)].map(([, id]) => id);
    expect(sections).toEqual(['glance', ...lines.map(([, name]) => `dataset_${name}`), 'runs']);
  });

  test.each(TASK_NAMES)('of %s shows the charts that say something', (task) => {
    const page = render({ datasets: [historyOf(task, taskVersions(task, 3))] });
    const figures = [...page.matchAll(/<figure [^>]*id="dataset_[^"]*_(\w+)"/g)].map(([, part]) => part);
    const ofClasses: Readonly<Partial<Record<Task, string[]>>> = {
      'text-classification': ['classes', 'mix', 'drift'],
      'text-pair-classification': ['classes', 'mix', 'drift'],
      'multi-label-classification': ['classes', 'mix'],
      'token-classification': ['classes', 'mix'],
    };
    expect(figures).toEqual(['splits', ...(ofClasses[task] ?? []), 'measures', 'dropped']);
    expect(page.includes('Label mix drift')).toBe(figures.includes('drift'));
    expect(page.includes('<th colspan="4" scope="colgroup">Classes</th>')).toBe(figures.includes('classes'));
    expect(page.includes('"kinds":["count","count","count","count","tag"')).toBe(hasSeveralClasses(task));
    expect(page).not.toMatch(/NaN|undefined|Infinity/);
  });

  test('tells how old the latest version is, and marks one that is', () => {
    const [version] = taskVersions('chat', 1);
    const page = (builtAt: string) =>
      render({ builtAt: new Date(builtAt), datasets: [historyOf('chat', [version])] });
    expect(page('2026-04-06T12:00:00Z')).toContain('UTC, less than a day old');
    expect(page('2026-04-07T12:00:00Z')).toContain('UTC, 1 day old');
    expect(page('2026-05-05T12:00:00Z')).toContain('UTC, 29 days old');
    expect(page('2026-05-06T12:00:00Z')).toContain('UTC, <span class="old">30 days old</span>');
  });

  test.each([
    [{ added: 12, removed: 3, relabelled: 5, classes: [] }, '12 added, 3 removed, 5 relabelled'],
    [{ added: 12, removed: -1, relabelled: 5, classes: [] }, '−'],
    [undefined, '−'],
  ])('counts the rows that changed where the version records it: %j', (changes, text) => {
    const [first, second] = taskVersions('chat', 2);
    const page = render({ datasets: [historyOf('mood', [first, { ...second, changes }])] });
    const [, detail] = />([^<>]*) since the version before</.exec(page) ?? [];
    expect(detail.slice(0, text.length)).toBe(text);
  });

  test('has no id twice, whatever the datasets are called', () => {
    const names = ['runs', 'content', 'theme', 'run', 'a', 'a-title', 'constructor', 'success', 'step'];
    const page = render({
      datasets: names.map((name) => historyOf(name, taskVersions('text-classification', 2))),
    });
    const ids = [...page.matchAll(/ id="([^"]*)"/g)].map(([, id]) => id);
    expect(ids.length).toBeGreaterThan(9 * names.length);
    expect(new Set(ids).size).toBe(ids.length);
    for (const [, id] of page.matchAll(/href="#([^"]*)"/g)) expect(ids).toContain(id);
  });

  test('shows 200 classes as so many as can be told apart', () => {
    const classNames = Array.from({ length: 200 }, (_, id) => `class ${id}`);
    const versions = taskVersions('multi-label-classification', 3, classNames);
    const page = render({ datasets: [historyOf('many', versions)], history: { missing: 'No runs.' } });
    expect(page.match(/<li><svg class="key"/g)).toHaveLength(3 + 2 * 7 + 4 + 5);
    expect(Buffer.byteLength(page)).toBeLessThan(200_000);
  });

  test('shows the scores of each version beside it, whatever the metrics are called', () => {
    const history = historyOf('urgency', growingVersions('urgency', CLASSES, 6));
    const silent = { model: 'o/silent', scores: [], missing: 'The model has no card yet.' };
    const scores = new Map([['urgency', [someScores(history, HOSTILE), silent]]]);
    const page = render({ datasets: [history], scores });
    expect(page).not.toMatch(/<img src=x|<\/script><|\u202E|NaN|undefined/);
    expect(page.match(/<figure [^>]*id="dataset_urgency_scores"/g)).toHaveLength(1);
    expect(page).toContain('o/silent: The model has no card yet.');
    // A version that no model was trained on has a place in the table, and no value.
    const told = [
      ...page.matchAll(/<th scope="row">(v\d+_\d+)<\/th><td>(0\.\d+|–)<\/td><td>(0\.\d+|–)<\/td><\/tr>/g),
    ];
    expect(told.map(([, tag]) => tag)).toEqual(history.versions.map(({ tag }) => tag).toReversed());
    expect(told.map(([, , , f1]) => f1 === '–')).toEqual([false, false, true, false, false, false]);
    const [newest] = told;
    expect(page).toMatch(new RegExp(`days old(?:</span>)?; <bdi>[^<]*</bdi> ${newest[2]}`));
    expect(page).toContain('"kinds":["count","count","count","count","score","score"');
  });

  test('says why there is no score, and shows nothing where no model is named', () => {
    const history = historyOf('urgency', growingVersions('urgency', CLASSES, 2));
    const silent = { model: '<b>', scores: [], missing: 'The Hub does not find <b>.' };
    const page = render({ datasets: [history], scores: new Map([['urgency', [silent]]]) });
    expect(page).toContain('<p class="empty">&lt;b&gt;: The Hub does not find &lt;b&gt;.</p>');
    const old = {
      ...silent,
      missing: null,
      scores: [{ revision: 'v1', metric: 'a', split: null, value: 1 }],
    };
    const other = render({ datasets: [history], scores: new Map([['urgency', [old]]]) });
    expect(other).toContain('The card has no score of the versions shown.');
    expect(render({ datasets: [history] })).not.toContain('Scores');
  });

  test('shows scores that are texts in the table alone', () => {
    const history = historyOf('urgency', growingVersions('urgency', CLASSES, 2));
    const score = { revision: history.versions[1].tag, metric: 'Rating', split: null, value: 'good <b>' };
    const scores = new Map([['urgency', [{ model: 'o/m', scores: [score], missing: null }]]]);
    const page = render({ datasets: [history], scores });
    expect(page).toContain('<td>good &lt;b&gt;</td>');
    expect(page).not.toContain('<figure class="card chart full" id="dataset_urgency_scores"');
  });

  test('shows one version and one run', () => {
    const page = render({
      history: { runs: someRuns(1), workflow: 'retrain.yml' },
      datasets: [historyOf('urgency', growingVersions('urgency', CLASSES, 1))],
    });
    expect(page).toContain('in the latest version');
    expect(page).toContain('known from the second version on');
    expect(page.match(/A chart appears as soon as there are two values/g)!.length).toBeGreaterThan(4);
    expect(page).not.toContain('class="drawing"');
    // A row for each measure: columns would be cut on a telephone.
    expect(page).toMatch(/<tr><th scope="row">Unknown classes<\/th><td>0\.\d.%<\/td><\/tr>/);
  });
});

function render(changes: Partial<DashboardData> = {}): string {
  return renderDashboard({
    builtAt: new Date('2026-11-23T09:00:00Z'),
    repository: 'owner/app',
    history: { runs: someRuns(200), workflow: 'retrain.yml' },
    datasets: [historyOf('urgency', growingVersions('urgency', CLASSES, 60))],
    scores: new Map(),
    promotions: new Map(),
    ...changes,
  });
}
