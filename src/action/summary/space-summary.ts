import { escapeMarkdown, markdownTable } from '../../text/markdown.ts';

/** What happened to one Space. */
export interface SpaceReport {
  readonly name: string;
  readonly pageUrl: string;
  /** Empty when it is not known. */
  readonly stage: string;
  readonly problem: string | null;
  readonly durationMs: number;
}

/** The summary of restarted Spaces. */
export function renderSpaceSummary(reports: readonly SpaceReport[]): string {
  const rows = reports.map(({ name, pageUrl, stage, problem, durationMs }) => [
    `[${escapeMarkdown(name)}](${pageUrl})`,
    stage === '' ? 'unknown' : `\`${stage}\``,
    `${(durationMs / 1000).toFixed(1)} s`,
    problem === null ? 'restarted' : `❌ ${escapeMarkdown(problem)}`,
  ]);
  return `## Restarted Spaces\n\n${markdownTable(['Space', 'Stage', 'After', 'Result'], rows)}\n`;
}
