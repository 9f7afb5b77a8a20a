import { Composer, type Document, type ErrorCode, isScalar, Lexer, LineCounter, Parser } from 'yaml';
import { misplacedLine } from './indentation.ts';
import type { Place, ProblemList } from './problems.ts';
import { YamlFile } from './yaml-file.ts';

/** Levels that are followed; a file that declares datasets has seven. */
const MAX_DEPTH = 100;

const ADVICE: Readonly<Partial<Record<ErrorCode, string>>> = {
  BAD_DQ_ESCAPE:
    'Double quotes know no such escape. Use single quotes, in which a backslash stands for itself.',
  BAD_SCALAR_START: 'A text cannot start with this character. Put it in quotes.',
  BLOCK_AS_IMPLICIT_KEY:
    'Neither a second key nor a list can start here. Put a text that holds ": " in quotes.',
  MULTILINE_IMPLICIT_KEY: 'A key must stand in one line and be followed by ":".',
  TAB_AS_INDENT: 'A tab cannot indent. Use spaces.',
};

/**
 * Parses YAML 1.2 with its core schema: one document, without merge keys, in a time that grows with its length alone.
 *
 * @param options.file path of the file for places, null for a value that is no file
 * @param options.problems receives what makes the text no such document
 * @returns null after a problem was kept
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
    problems.add(placeAt(documents), `The file nests more than ${MAX_DEPTH} levels, which cannot be meant.`);
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
    // What follows a mistake in its line is mostly one of the parser.
    if (place.line !== lineBefore)
      problems.add(place, ADVICE[code] ?? `This is no YAML. ${asSentence(message)}`);
    lineBefore = place.line;
    if (problems.isFull) break;
  }
  if (errors.length > 0) return null;
  if (second !== undefined) {
    const message = 'A second document starts here. Write one, without another "---".';
    problems.add(placeAt(second.range[0]), message);
    return null;
  }
  if (root === null || (isScalar(root) && root.source === '')) {
    problems.add(placeAt(0), 'Nothing is declared here. Declare version, sources and datasets.');
    return null;
  }
  return new YamlFile(text, { root, placeAt });
}

/** What the parser says, in one line; it misses a space before the word quote. */
function asSentence(message: string): string {
  return `${message.replace(/[^ -~]/g, '?').replace(/(["'])quote$/, 'quote $1')}.`;
}

/** The documents of a text, or the position at which it nests too deep. */
function composeDocuments(text: string, lines: LineCounter): Document.Parsed[] | number {
  const parser = new Parser(lines.addNewLine);
  // Keys are compared by the reader, once each: the parser would compare each with all others.
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
