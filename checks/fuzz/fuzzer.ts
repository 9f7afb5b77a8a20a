import fc from 'fast-check';

/** A property that must hold for anything that comes from outside. */
export interface Fuzzer {
  readonly name: string;
  readonly property: fc.IProperty<unknown>;
}

/** Makes a fuzzer; `check` throws when the property does not hold. */
export function fuzzer<T>(name: string, arbitrary: fc.Arbitrary<T>, check: (value: T) => void): Fuzzer {
  return { name, property: fc.property(arbitrary, check) as fc.IProperty<unknown> };
}

/** Fails the property. */
export function must(condition: boolean, what: string): asserts condition {
  if (!condition) throw new Error(what);
}

/**
 * Runs what may refuse its input.
 *
 * @returns its result, or null when it refused with this class of error, in a message that says something and does not
 * quote any of the secrets
 */
export function mayRefuse<T>(
  run: () => T,
  refusal: new (...args: never[]) => Error,
  secrets: readonly string[] = [],
): T | null {
  try {
    return run();
  } catch (error) {
    must(error instanceof refusal, `threw ${error instanceof Error ? error.stack : error}`);
    const isPlain = !(
      error instanceof TypeError ||
      error instanceof ReferenceError ||
      error.name === 'SyntaxError'
    );
    must(isPlain, `broke: ${error.stack}`);
    must(
      error.message.length > 10 && error.message.length < 20_000,
      `says ${error.message.length} characters`,
    );
    for (const secret of secrets) must(!error.message.includes(secret), `tells the secret: ${error.message}`);
    return null;
  }
}

/** Text of any kind, short as a rule, with what is special to URLs, shells, Markdown, HTML, YAML and logs. */
export const hostileText = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 40 }),
  fc.string({ unit: 'grapheme', maxLength: 40 }),
  fc
    .array(
      fc.constantFrom(
        ...[
          '::error::',
          '\n',
          '\r',
          '%0A',
          '<img src=x>',
          '](http://e)',
          '`',
          '|',
          '"',
          "'",
          '\\',
          '{',
          '}',
          '[',
          ']',
        ],
        ...[
          ':',
          '#',
          '@',
          '/',
          '?',
          '&',
          '=',
          '%',
          '%zz',
          '%40',
          '\u202E',
          '\u0000',
          '😡',
          'न',
          '-->',
          '---',
          '${{',
          '&a',
          '*a',
          '!!js',
        ],
      ),
      { maxLength: 12 },
    )
    .map((parts) => parts.join('')),
);

/** A secret that can be recognized wherever it turns up. */
export const secret = fc.stringMatching(/^CANARY[a-z0-9]{6}$/);
