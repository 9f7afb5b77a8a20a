import { styleText } from 'node:util';
import { wrapText } from '../../src/text/wrap.ts';
import { type LogLine, wordsOf } from '../../test/support/workflow-log.ts';

type Style = Parameters<typeof styleText>[0];

const WIDTH = 80;
const STYLES: Readonly<Partial<Record<LogLine['kind'], Style>>> = {
  heading: 'bold',
  notice: 'cyan',
  warning: 'yellow',
  error: 'red',
};

/** Prints the title of a part. */
export function sayTitle(title: string): void {
  say('');
  say(`━━ ${title} ━━`, { style: ['bold', 'cyan'] });
}

/** Prints lines of a step's log. */
export function sayLog(lines: readonly LogLine[]): void {
  for (const line of lines) say(wordsOf(line), { indent: 2, hanging: 4, style: STYLES[line.kind] });
}

/** Prints a name and what it stands for, the names below each other. */
export function sayPair(name: string, value: string): void {
  say(`${`${name}:`.padEnd(11)}${value}`, { indent: 2, hanging: 13 });
}

/** Prints a command as it is pasted, whatever its length. */
export function sayCommand(...lines: readonly string[]): void {
  for (const line of lines) console.log(line);
}

/**
 * Prints a text on lines of 80 columns at most, in colour where the terminal shows any.
 *
 * @param indent columns before the first line
 * @param hanging columns before the others; as many when left out
 */
export function say(
  text: string,
  { indent = 0, hanging = indent, style }: { indent?: number; hanging?: number; style?: Style } = {},
): void {
  const lines = text.split('\n').flatMap((line) => wrapText(line, { columns: WIDTH, indent, hanging }));
  for (const line of lines) console.log(style === undefined ? line : styleText(style, line));
}
