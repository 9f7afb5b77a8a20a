import { describe, expect, test } from '@jest/globals';
import { parseWords } from '../../src/command/parse-words.ts';
import type { Subcommand } from '../../src/command/subcommand.ts';
import { SUBCOMMANDS } from '../../src/command/subcommands.ts';
import { UsageError } from '../../src/command/usage-error.ts';

const refusal = (...words: string[]): string => {
  try {
    parseWords(words, SUBCOMMANDS);
  } catch (error) {
    if (error instanceof UsageError) return error.message;
    throw error;
  }
  return 'nothing is wrong';
};

describe('a command line', () => {
  test('gives the subcommand, its file and its flags, in any order', () => {
    const asked = parseWords(
      ['preview', '--split=70/15/15', 'a.yml', '--json', '--gates', '{}'],
      SUBCOMMANDS,
    );
    if (asked.kind !== 'run') throw new Error('it is no run');
    const { subcommand, given } = asked;
    expect([subcommand.name, given.arguments, [...given.flags]]).toEqual([
      'preview',
      ['a.yml'],
      [
        ['split', '70/15/15'],
        ['json', true],
        ['gates', '{}'],
      ],
    ]);
  });

  test.each([
    [['--help'], 'help', null],
    [['-h'], 'help', null],
    [['help'], 'help', null],
    [['help', 'run'], 'help', 'run'],
    [['run', '--help'], 'help', 'run'],
    [['run', 'a.yml', '--bad', '-h'], 'help', 'run'],
  ])('%j asks for %s of %s', (words, kind, of) => {
    const asked = parseWords(words, SUBCOMMANDS);
    expect([asked.kind, 'subcommand' in asked ? (asked.subcommand?.name ?? null) : 'none']).toEqual([
      kind,
      of,
    ]);
  });

  test('after -- everything is an argument', () => {
    const asked = parseWords(['check', '--', '--odd.yml'], SUBCOMMANDS);
    expect(asked).toMatchObject({ given: { arguments: ['--odd.yml'] } });
  });

  test.each([
    [[], 'Choose a subcommand: prepare-dataset check|'],
    [['chek', 'a.yml'], 'There is no subcommand "chek". Did you mean check?'],
    [['help', 'rnu'], 'There is no subcommand "rnu". Did you mean run?'],
    [['datasets.yml'], 'Write prepare-dataset check datasets.yml.'],
    [['check'], 'check needs the file that declares the datasets: write prepare-dataset check FILE.'],
    [['check', 'a.yml', 'b.yml'], 'was also given "b.yml"'],
    [['check', 'a.yml', '--jsn'], 'check has no flag --jsn. Did you mean --json?'],
    [['check', 'a.yml', '-j'], 'prepare-dataset check --help lists the flags.'],
    [['check', 'a.yml', '--output-dir', 'x'], 'check has no flag --output-dir.'],
    [['check', 'a.yml', '--toString'], 'check has no flag --toString.'],
    [['run', 'a.yml', '--output-dri', 'x'], 'Did you mean --output-dir?'],
    [['run', 'a.yml', '--output-dir'], '--output-dir needs a value'],
    [['run', 'a.yml', '--output-dir='], '--output-dir needs a value'],
    [['run', 'a.yml', '--output-dir', '--json'], '--output-dir needs a value'],
    [['run', 'a.yml', '--split', '1/1/1', '--split', '2/1/1'], '--split was given twice.'],
    [['run', 'a.yml', '--json=no'], '--json takes no value.'],
    [['run', 'a.yml', '--dry-run'], 'write prepare-dataset preview FILE'],
    [['run', 'a.yml', '--config', 'b.yml'], 'run has no flag --config.'],
  ])('%j is refused: %s', (words, message) => {
    expect(refusal(...words)).toContain(message);
  });

  test.each(['preview', 'run'])('%s takes no secret, and names the variable for each', (name) => {
    const { variables, flags } = SUBCOMMANDS.find((each) => each.name === name) as Subcommand;
    const inputs = [...(variables?.keys() ?? [])];
    expect(inputs).toEqual(expect.arrayContaining(['postgres-url', 'postgres-ca', 'hf-token', 'smtp-url']));
    for (const input of inputs) {
      const message = refusal(name, 'a.yml', `--${input}`, 'CANARY');
      expect(message).toContain(`Set the environment variable ${variables?.get(input)} instead.`);
      expect(message).not.toContain('CANARY');
      expect(Object.keys(flags)).not.toContain(input);
    }
  });
});
