import { describe, expect, test } from '@jest/globals';
import { type DashboardData, renderDashboard } from '../../src/dashboard/page.ts';
import { growingVersions, historyOf, someRuns } from '../support/dashboard.ts';

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
        { ...historyOf('urgency', []), missing: 'The Hub does not know it.' },
        historyOf('department', []),
      ],
    });
    expect(page).toContain('GitHub refused the token.');
    expect(page).toContain('The Hub does not know it.');
    expect(page).toContain('No version has been published yet.');
  });

  test('shows one version and one run', () => {
    const page = render({
      history: { runs: someRuns(1), workflow: 'retrain.yml' },
      datasets: [historyOf('urgency', growingVersions('urgency', CLASSES, 1))],
    });
    expect(page).toContain('in the latest version');
    expect(page).toContain('needs the classes of two versions');
  });
});

function render(changes: Partial<DashboardData> = {}): string {
  return renderDashboard({
    builtAt: new Date('2026-11-23T09:00:00Z'),
    repository: 'owner/app',
    history: { runs: someRuns(200), workflow: 'retrain.yml' },
    datasets: [historyOf('urgency', growingVersions('urgency', CLASSES, 60))],
    ...changes,
  });
}
