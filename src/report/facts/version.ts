import { code, link, ownWords, words } from '../../text/line.ts';
import { changesLine, changeTable, relabelledTable } from '../../version/change.ts';
import { loadExample } from '../../version/load-example.ts';
import { replacedVersion } from '../dataset-report.ts';
import { type Block, heading, paragraph } from '../document.ts';
import type { Fact } from '../fact.ts';
import { pageOf } from '../hub-page.ts';

/** How a version differs from the one before it. */
export const change = {
  summary(report, { endpoint }) {
    const { contents, shape, changes, repo } = report;
    const previous = replacedVersion(report);
    if (contents === null || previous === null) return [];
    const { numSamples, splits, classBalance } = contents;
    const { classNames } = shape;
    const compared = changeTable(previous, { numSamples, splits, classNames, classBalance });
    const relabelled = changes === null ? null : relabelledTable(changes);
    return [
      heading('Change since the last version'),
      paragraph(changesLine(previous, changes)),
      ...linkToPrevious(previous.versionTag, pageOf(repo, endpoint)),
      ...(relabelled === null ? [] : [{ kind: 'table', ...relabelled } as const]),
      { kind: 'table', ...compared },
    ];
  },
} satisfies Fact;

/** Returns a link to the version that a dataset is compared with, and its time; none for a repo without a page. */
function linkToPrevious(tag: string, page: string | null): Block[] {
  const [, year, month, day, hour, minute] = /^v(\d{4})(\d\d)(\d\d)_(\d\d)(\d\d)\d\d$/.exec(tag) ?? [];
  if (page === null || year === undefined) return [];
  const version = link(code(tag), `${page}/tree/${tag}`);
  return [
    paragraph(
      words`${version} was published on ${ownWords(`${year}-${month}-${day} at ${hour}:${minute} UTC`)}.`,
    ),
  ];
}

/** The version, where it is and how to load it. */
export const version = {
  summary({ repo, tag, commit, shape }, { endpoint }) {
    const page = pageOf(repo, endpoint);
    const example: Block[] =
      tag === null
        ? []
        : [
            heading('Load it'),
            { kind: 'code', language: 'python', text: loadExample({ repo, tag, endpoint, shape }) },
          ];
    if (page === null || commit === null) return example;
    const line = words`Commit ${link(code(commit.slice(0, 8)), `${page}/commit/${commit}`)}`;
    return [...example, { kind: 'paragraph', line }];
  },
  metrics: ({ tag }) => (tag === null ? [] : [['dataset_version', tag]]),
  mail({ repo, tag, pullRequest }, { endpoint }) {
    const page = pageOf(repo, endpoint);
    const links: Block[] = [];
    if (pullRequest !== null) {
      links.push({ kind: 'link', line: `Pull request ${pullRequest.number}`, url: pullRequest.url });
    }
    if (tag !== null && page !== null) {
      links.push({ kind: 'link', line: `${repo} ${tag}`, url: `${page}/tree/${encodeURIComponent(tag)}` });
    }
    return links;
  },
} satisfies Fact;
