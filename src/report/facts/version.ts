import { code, link, words } from '../../text/line.ts';
import { changesLine, changeTable, relabelledTable } from '../../version/change.ts';
import { loadExample } from '../../version/load-example.ts';
import { replacedVersion } from '../dataset-report.ts';
import { type Block, heading, paragraph } from '../document.ts';
import type { Fact } from '../fact.ts';
import { pageOf } from '../hub-page.ts';

/** How a version differs from the one before it. */
export const change = {
  summary(report) {
    const { contents, shape, changes } = report;
    const previous = replacedVersion(report);
    if (contents === null || previous === null) return [];
    const { numSamples, splits, classBalance } = contents;
    const { classNames } = shape;
    const compared = changeTable(previous, { numSamples, splits, classNames, classBalance });
    const relabelled = changes === null ? null : relabelledTable(changes);
    return [
      heading('Change since the last version'),
      paragraph(changesLine(previous, changes)),
      ...(relabelled === null ? [] : [{ kind: 'table', ...relabelled } as const]),
      { kind: 'table', ...compared },
    ];
  },
} satisfies Fact;

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
