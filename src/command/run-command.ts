import { runAction } from '../action/run-action.ts';
import { describeCommand, describeSubcommand, packageVersion } from './help.ts';
import { parseWords } from './parse-words.ts';
import { SUBCOMMANDS } from './subcommands.ts';
import { Terminal } from './terminal.ts';

/**
 * Runs the command to its end, and sets the exit code of the process.
 *
 * @param words of the command line, without the program's name
 */
export async function runCommand(words: readonly string[]): Promise<void> {
  const { stdout, stderr, env: environment } = process;
  const terminal = new Terminal({ json: words.includes('--json'), stdout, stderr, environment });
  await runAction(terminal.surroundings, (signal) => dispatch(words, terminal, signal), { summarizes: true });
  terminal.end();
}

async function dispatch(words: readonly string[], terminal: Terminal, signal: AbortSignal): Promise<boolean> {
  const asked = parseWords(words, SUBCOMMANDS);
  if (asked.kind === 'version') {
    terminal.print(`${packageVersion()}\n`);
    return true;
  }
  const { subcommand } = asked;
  if (asked.kind === 'help') {
    terminal.print(subcommand === null ? describeCommand(SUBCOMMANDS) : describeSubcommand(subcommand));
    return true;
  }
  const summary = asked.given.flags.get('summary');
  if (typeof summary === 'string') terminal.summarizeTo(summary);
  return asked.subcommand.run(asked.given, terminal, signal);
}
