import { Composer, type Document, type ErrorCode, isScalar, Lexer, LineCounter, Parser } from 'yaml';
import { misplacedLine } from './indentation.ts';
import type { Place, ProblemList } from './problems.ts';
import { YamlFile } from './yaml-file.ts';

/** Largest depth that is read; a file that declares datasets has seven levels. */
const MAX_DEPTH = 100;

const ADVICE: Readonly<Partial<Record<ErrorCode, string>>> = {
  BAD_DQ_ESCAPE:
    'Double quotes have no such escape. Use single quotes, in which a backslash is a plain character.',
  BAD_SCALAR_START: 'A text cannot start with this character. Put it in quotes.',
  BLOCK_AS_IMPLICIT_KEY:
    'Neither a second key nor a list can start here. Put a text that contains ": " in quotes.',
  MULTILINE_IMPLICIT_KEY: 'A key must be in one line and be followed by ":".',
  TAB_AS_INDENT: 'A tab cannot indent. Use spaces.',
};

/**
 * Parses YAML 1.2 with its core schema: one document, without merge keys. Takes time linear in its length.
 *
 * @param options.file path of the file for places, null for a value that is not a file
 * @param options.problems receives the problems of the text
 * @returns null after a problem was added
 */
export function parseYaml(
  text: string,
  { file, problems }: { file: string | null; problems: ProblemList },
): YamlFile | null {
  const lines = new LineCounter();
  const placeAt = (offset: number): Place => {
    const { line, col } = lines.linePos(offset);
    return { file, line, column: col };
  };
  const documents = composeDocuments(text, lines);
  if (typeof documents === 'number') {
    problems.add(
      placeAt(documents),
      `The file has more than ${MAX_DEPTH} nested levels. Reduce the nesting.`,
    );
    return null;
  }
  const [{ contents: root, errors }, second] = documents;
  let lineBefore = 0;
  for (const { code, message, pos } of errors) {
    const place = placeAt(pos[0]);
    const misplaced = problems.isEmpty && code !== 'TAB_AS_INDENT' ? misplacedLine(text, place.line) : null;
    if (misplaced !== null) {
      const { message, ...at } = misplaced;
      problems.add({ file, ...at }, message);
      // The parser's other errors follow from this one.
      break;
    }
    // After a mistake, the parser mostly reports more errors in the same line.
    if (place.line !== lineBefore)
      problems.add(place, ADVICE[code] ?? `This is not YAML. ${asSentence(message)}`);
    lineBefore = place.line;
    if (problems.isFull) break;
  }
  if (errors.length > 0) return null;
  if (second !== undefined) {
    const message = 'A second document starts here. Write one document, without another "---".';
    problems.add(placeAt(second.range[0]), message);
    return null;
  }
  if (root === null || (isScalar(root) && root.source === '')) {
    problems.add(placeAt(0), 'Nothing is declared here. Declare version, sources and datasets.');
    return null;
  }
  return new YamlFile(text, { root, placeAt });
}

/** Returns the parser's message in one line; it misses a space before the word quote. */
function asSentence(message: string): string {
  return `${message.replace(/[^ -~]/g, '?').replace(/(["'])quote$/, 'quote $1')}.`;
}

/** Returns the documents of a text, or the position at which its nesting is too deep. */
function composeDocuments(text: string, lines: LineCounter): Document.Parsed[] | number {
  const parser = new Parser(lines.addNewLine);
  // The reader compares keys, once each: the parser would compare each with all others.
  const composer = new Composer({ schema: 'core', uniqueKeys: false });
  const documents: Document.Parsed[] = [];
  lines.addNewLine(0);
  for (const lexeme of new Lexer().lex(text)) {
    for (const token of parser.next(lexeme)) documents.push(...composer.next(token));
    if (parser.stack.length > MAX_DEPTH) return parser.offset;
  }
  for (const token of parser.end()) documents.push(...composer.next(token));
  documents.push(...composer.end(true, text.length));
  return documents;
}
