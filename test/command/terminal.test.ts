import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, afterEach, describe, expect, test } from '@jest/globals';
import { Terminal } from '../../src/command/terminal.ts';
import { UsageError } from '../../src/command/usage-error.ts';
import { escapeMarkdown } from '../../src/text/markdown.ts';

const folder = mkdtempSync(path.join(tmpdir(), 'terminal-'));
afterAll(() => rmSync(folder, { recursive: true }));
afterEach(() => {
  process.exitCode = 0;
});

/** A stream that keeps what is written to it. */
function stream(screen: { isTTY?: boolean; columns?: number } = {}) {
  const written: string[] = [];
  return {
    ...screen,
    write: (text: unknown) => written.push(String(text)) > 0,
    on: () => undefined as never,
    text: () => written.join(''),
  };
}

function terminal({ json = false, isTTY = false, columns = 80, environment = {} as NodeJS.ProcessEnv } = {}) {
  const [stdout, stderr] = [stream({ isTTY, columns }), stream({ isTTY, columns })];
  const made = new Terminal({ json, stdout, stderr, environment } as never);
  return { made, ...made.surroundings, stdout, stderr };
}

describe('Terminal', () => {
  test('writes no secret, wherever it is shown', async () => {
    const file = path.join(folder, 'summary.md');
    const { made, info, warning, summary, mask, output, fail, stdout, stderr } = terminal({ json: true });
    made.summarizeTo(file);
    mask('CANARY');
    info('info CANARY');
    warning('warning CANARY', { title: 'CANARY' });
    output('versions', '{"a":{"tag":"CANARY"}}');
    output('updated', 'CANARY');
    await summary('summary CANARY\n');
    fail('failed CANARY', new Error('CANARY'));
    made.end();
    const all = stdout.text() + stderr.text() + readFileSync(file, 'utf8');
    expect([all.includes('CANARY'), all.match(/\*\*\*/g)?.length]).toEqual([false, 10]);
    expect(readFileSync(file, 'utf8')).toBe('summary ***\n');
  });

  test('writes no secret that is escaped in Markdown or longer than a line', async () => {
    const file = path.join(folder, 'escaped.md');
    const { made, info, summary, mask, stdout } = terminal({ isTTY: true, columns: 40 });
    made.summarizeTo(file);
    const secret = `hf_${'s'.repeat(60)}_[x]`;
    mask(secret);
    info(`an id ${escapeMarkdown(secret)} and ${secret}`);
    await summary(`| ${escapeMarkdown(secret)} |\n`);
    expect(stdout.text()).toBe('an id *** and ***\n');
    expect(readFileSync(file, 'utf8')).toBe('| *** |\n');
  });

  test('prints the result as JSON on standard output, and nothing else there', () => {
    const { made, info, error, output, stdout, stderr } = terminal({ json: true });
    info('a line');
    error('wrong', { place: { file: 'a.yml', line: 3, column: 5 } });
    output('versions', '{"reviews":{"status":"held"}}');
    output('department-tag', '');
    process.exitCode = 1;
    made.end();
    expect(JSON.parse(stdout.text())).toEqual({
      exit_code: 1,
      versions: { reviews: { status: 'held' } },
      messages: [{ level: 'error', title: null, text: 'wrong', file: 'a.yml', line: 3, column: 5 }],
      failure: null,
    });
    expect(stderr.text()).toBe('a line\na.yml:3:5: error: wrong\n');
  });

  test('a text is neither a command to a terminal nor one to a runner', () => {
    const { info, warning, stdout, stderr } = terminal();
    info('a\u001b[31mred\u0007');
    info('::add-mask::x');
    warning('b\u202E\u009b31m');
    expect(stdout.text()).toBe('a [31mred\n::add-mask::x\n');
    expect(stderr.text()).toBe('warning: b 31m\n');
  });

  test('a narrow terminal breaks lines between words, and colours them', () => {
    const { info, error, stdout, stderr } = terminal({ isTTY: true, columns: 10 });
    info(`  - ${'word '.repeat(12).trim()}`);
    error('wrong');
    expect(stdout.text()).toBe(`  - ${'word '.repeat(7).trim()}\n    ${'word '.repeat(5).trim()}\n`);
    expect(stderr.text()).toBe('\u001b[31merror: wrong\u001b[39m\n');
    const plain = terminal({ isTTY: true, environment: { NO_COLOR: '1' } });
    plain.error('wrong');
    expect(plain.stderr.text()).toBe('error: wrong\n');
  });

  test('shows progress on a terminal only, on one line that what follows replaces', () => {
    const on = terminal({ isTTY: true });
    on.progress('1 row');
    on.progress('2 rows');
    on.info('done');
    expect(on.stderr.text()).toBe('\r\u001b[K1 row\r\u001b[K2 rows\r\u001b[K');
    expect(on.stdout.text()).toBe('done\n');
    const off = terminal();
    off.progress('1 row');
    expect(off.stdout.text() + off.stderr.text()).toBe('');
  });

  test.each([
    [{ isTTY: true }, true],
    [{ isTTY: false }, false],
    [{ isTTY: true, json: true }, false],
    [{ isTTY: true, environment: { CI: 'true' } }, false],
    [{ isTTY: true, environment: { CI: 'false' } }, true],
  ])('shows rows only to the person at it: %j, %p', (how, shown) => {
    const { made, stdout, stderr } = terminal(how);
    made.showPrivately(['a row']);
    expect([made.isPrivate, stdout.text() + stderr.text()]).toEqual([shown, shown ? 'a row\n' : '']);
  });

  test.each([
    [new UsageError('x'), 2],
    [new Error('x'), 1],
  ])('%p gives the exit code %d', (error, code) => {
    terminal().fail('x', error);
    expect(process.exitCode).toBe(code);
  });

  test('a summary that cannot be written is refused before anything is done', () => {
    const { made } = terminal();
    expect(() => made.summarizeTo(path.join(folder, 'none', 'x.md'))).toThrow('cannot be written (ENOENT)');
  });
});
