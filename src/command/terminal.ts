import { appendFileSync, writeFileSync } from 'node:fs';
import { styleText } from 'node:util';
import { InputError } from '../action/input-error.ts';
import { CancelledError } from '../action/run-action.ts';
import { ConfigError } from '../config/problems.ts';
import type { About, Surroundings } from '../model/surroundings.ts';
import { redact } from '../report/redact.ts';
import { oneLine } from '../text/markdown.ts';
import { wrapText } from '../text/wrap.ts';
import { UsageError } from './usage-error.ts';

/** A stream that a terminal may be at the end of. */
type Stream = Pick<NodeJS.WriteStream, 'write' | 'on'> & { isTTY?: boolean; columns?: number };

interface TerminalOptions {
  /** True to print a result as JSON, on standard output, which then holds nothing else. */
  readonly json: boolean;
  readonly stdout: Stream;
  readonly stderr: Stream;
  readonly environment: NodeJS.ProcessEnv;
}

/** A message as the JSON result has it. */
interface Message {
  readonly level: 'notice' | 'warning' | 'error';
  readonly title: string | null;
  readonly text: string;
  readonly file: string | null;
  readonly line: number | null;
  readonly column: number | null;
}

/** Why a command ended as it did; documented in docs/reference/command.md. */
const EXIT_CODES = { failed: 1, unusable: 2, cancelled: 130 } as const;
const NARROWEST = 40;
const STYLES = { error: 'red', warning: 'yellow', notice: 'cyan' } as const;

/**
 * A terminal, or a replacement of it: a file, a pipe, the log of a CI. Nothing that it was asked to mask is ever
 * written, and no text can hold a control character.
 */
export class Terminal {
  readonly surroundings: Surroundings;
  /** True when a person reads what is printed, and nothing stores it: rows may be shown. */
  readonly isPrivate: boolean;
  readonly #options: TerminalOptions;
  readonly #log: Stream;
  readonly #secrets = new Set<string>();
  readonly #outputs = new Map<string, string>();
  readonly #messages: Message[] = [];
  #failure: string | null = null;
  #summaryFile: string | null = null;
  #hasProgress = false;

  constructor(options: TerminalOptions) {
    const { json, stdout, stderr, environment } = options;
    this.#options = options;
    this.#log = json ? stderr : stdout;
    this.isPrivate = !json && stdout.isTTY === true && !isOn(environment.CI);
    // Who reads it may stop to: that ends no run.
    for (const stream of [stdout, stderr]) stream.on('error', () => undefined);
    this.surroundings = {
      info: (text) => this.#print(this.#log, text),
      debug: (text) => {
        if (isOn(environment.PREPARE_DATASET_DEBUG)) this.#print(stderr, text);
      },
      progress: (text) => this.#showProgress(text),
      notice: (text, about) => this.#annotate('notice', text, about),
      warning: (text, about) => this.#annotate('warning', text, about),
      error: (text, about) => this.#annotate('error', text, about),
      startGroup: () => undefined,
      endGroup: () => undefined,
      mask: (secret) => void this.#secrets.add(secret),
      output: (name, value) => void this.#outputs.set(name, value),
      summary: async (markdown) => this.#summarize(markdown),
      fail: (text, error) => this.#fail(text, error),
    };
  }

  /** Has the summary written to a file, which is emptied. @throws UsageError when it cannot be written */
  summarizeTo(file: string): void {
    try {
      writeFileSync(file, '');
    } catch (error) {
      const { code } = error as NodeJS.ErrnoException;
      throw new UsageError(
        `--summary ${JSON.stringify(file)} cannot be written (${code}). Check that its folder exists and that you may write to it.`,
      );
    }
    this.#summaryFile = file;
  }

  /** Prints lines that only the person at this terminal may see. Does nothing where others might. */
  showPrivately(lines: readonly string[]): void {
    if (!this.isPrivate) return;
    const columns = this.#columns(this.#options.stdout);
    for (const line of lines) this.#write(this.#options.stdout, `${cutTo(line, columns)}\n`);
  }

  /** Prints text as it is. */
  print(text: string): void {
    this.#write(this.#options.stdout, text);
  }

  /** Ends the output: prints the result as JSON, where that was asked for. */
  end(): void {
    this.#clearProgress();
    if (!this.#options.json) return;
    const hide = (text: string) => redact(text, [...this.#secrets]);
    const outputs = Array.from(this.#outputs, ([name, value]) => [name, parsed(value, hide)]);
    const result = {
      exit_code: Number(process.exitCode ?? 0),
      ...Object.fromEntries(outputs.filter(([, value]) => value !== '')),
      messages: this.#messages.map((message) => hideIn(message, hide)),
      failure: this.#failure === null ? null : hide(this.#failure),
    };
    this.#options.stdout.write(`${JSON.stringify(result, null, 2)}\n`);
  }

  #annotate(level: Message['level'], text: string, { title, place }: About = {}): void {
    const { file = null, line = null, column = null } = place ?? {};
    this.#messages.push({ level, title: title ?? null, text, file, line, column });
    const where = file === null ? '' : `${file}:${line}:${column}: `;
    const what = title === undefined ? '' : `${title}: `;
    const stream = this.#options.stderr;
    this.#print(stream, `${where}${level}: ${what}${text}`, STYLES[level]);
  }

  #fail(text: string, error: unknown): void {
    this.#failure = text;
    this.#print(this.#options.stderr, text, STYLES.error);
    process.exitCode =
      error instanceof UsageError || error instanceof InputError || error instanceof ConfigError
        ? EXIT_CODES.unusable
        : error instanceof CancelledError
          ? EXIT_CODES.cancelled
          : EXIT_CODES.failed;
  }

  /** Prints each line of a text, on a terminal as wide as that. */
  #print(stream: Stream, text: string, style?: 'red' | 'yellow' | 'cyan'): void {
    this.#clearProgress();
    // Before it is wrapped: a line may end within a secret.
    for (const line of redact(text, [...this.#secrets]).split('\n')) {
      for (const part of this.#wrapped(stream, line)) {
        const isColoured =
          style !== undefined && stream.isTTY === true && !isOn(this.#options.environment.NO_COLOR);
        this.#write(stream, `${isColoured ? styleText(style, part, { validateStream: false }) : part}\n`);
      }
    }
  }

  #wrapped(stream: Stream, line: string): string[] {
    const indent = line.length - line.trimStart().length;
    const text = oneLine(line);
    if (stream.isTTY !== true) return [`${' '.repeat(indent)}${text}`.trimEnd()];
    return wrapText(text, { columns: this.#columns(stream), indent, hanging: indent + 2 });
  }

  #showProgress(text: string): void {
    const stream = this.#options.stderr;
    if (stream.isTTY !== true) return;
    this.#write(stream, `\r\u001b[K${cutTo(oneLine(text), this.#columns(stream) - 1)}`);
    this.#hasProgress = true;
  }

  #clearProgress(): void {
    if (!this.#hasProgress) return;
    this.#hasProgress = false;
    this.#options.stderr.write('\r\u001b[K');
  }

  #write(stream: Stream, text: string): void {
    stream.write(redact(text, [...this.#secrets]));
  }

  #columns({ columns }: Stream): number {
    return Math.max(columns || 80, NARROWEST);
  }

  #summarize(markdown: string): void {
    if (this.#summaryFile === null) return;
    try {
      appendFileSync(this.#summaryFile, redact(markdown, [...this.#secrets]));
    } catch (error) {
      const { code } = error as NodeJS.ErrnoException;
      this.#annotate('warning', `The summary could not be written (${code}).`);
    }
  }
}

/** Whether an environment variable is set to something that does not mean no. */
function isOn(value: string | undefined): boolean {
  return value !== undefined && !['', '0', 'false'].includes(value.toLowerCase());
}

function cutTo(line: string, columns: number): string {
  return line.length > columns ? `${line.slice(0, columns - 1)}…` : line;
}

/** A result as JSON has it: what holds JSON is that, with each text in it hidden where it must be. */
function parsed(value: string, hide: (text: string) => string): unknown {
  try {
    return hideIn(JSON.parse(value), hide);
  } catch {
    return hide(value);
  }
}

function hideIn(value: unknown, hide: (text: string) => string): unknown {
  return JSON.parse(JSON.stringify(value), (_, part) => (typeof part === 'string' ? hide(part) : part));
}
