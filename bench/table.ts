import type { Measurement } from './measure.ts';
import type { TaskContender } from './tasks.ts';

/** Runs of each contender in their order; a ratio is taken of the runs of one round. */
export type Measured = ReadonlyMap<string, readonly Measurement[]>;

/** What each contender took, and the first one's wall time and memory in those of each. */
export function comparisonTable(measured: Measured): string {
  const [[first, ours]] = measured;
  const head = ['', 'wall s', 'CPU s', 'peak MB', 'requests', 'sent MB', `${first} / it: wall`, 'peak'];
  return tableOf(
    head,
    [...measured].map(([name, runs]) => [
      ...cellsOf(name, runs),
      spread(runs.map(({ wall }, round) => ours[round].wall / wall)),
      spread(runs.map(({ peak }, round) => ours[round].peak / peak)),
    ]),
  );
}

/** What each contender took, also by bytes of its text, and that in the first one's. */
export function tasksTable(measured: Measured, contenders: readonly TaskContender[]): string {
  const [[first, ours]] = measured;
  const [{ textBytes: ourBytes }] = contenders;
  const head = [
    '',
    'wall s',
    'CPU s',
    'peak MB',
    'requests',
    'sent MB',
    'text MB',
    'ns a byte',
    `it / ${first}, a byte: wall`,
    'CPU',
  ];
  return tableOf(
    head,
    contenders.map(({ name, textBytes }) => {
      const runs = measured.get(name)!;
      const ratios = (cost: (run: Measurement) => number) =>
        spread(runs.map((run, round) => cost(run) / textBytes / (cost(ours[round]) / ourBytes)));
      return [
        ...cellsOf(name, runs),
        (textBytes / 1e6).toFixed(0),
        spread(runs.map(({ wall }) => (wall * 1e9) / textBytes)),
        ratios(({ wall }) => wall),
        ratios(cpu),
      ];
    }),
  );
}

function cellsOf(name: string, runs: readonly Measurement[]): string[] {
  return [
    name,
    spread(runs.map(({ wall }) => wall)),
    spread(runs.map(cpu)),
    median(runs.map(({ peak }) => peak)).toFixed(0),
    String(median(runs.map(({ requests }) => requests))),
    (median(runs.map(({ bytes }) => bytes)) / 1e6).toFixed(1),
  ];
}

function cpu({ user, system }: Measurement): number {
  return user + system;
}

function tableOf(head: readonly string[], rows: readonly (readonly string[])[]): string {
  return [head, head.map(() => '---'), ...rows].map((cells) => `| ${cells.join(' | ')} |`).join('\n');
}

function spread(values: number[]): string {
  return `${median(values).toFixed(2)} (${Math.min(...values).toFixed(2)}–${Math.max(...values).toFixed(2)})`;
}

function median(values: number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  return (sorted[Math.floor((sorted.length - 1) / 2)] + sorted[Math.ceil((sorted.length - 1) / 2)]) / 2;
}
