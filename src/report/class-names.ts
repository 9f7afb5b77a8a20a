import type { MissingClass } from '../engine/prepare.ts';
import type { UnknownClass } from '../engine/rows/label.ts';
import { type Line, listLines, ownWords, words } from '../text/line.ts';
import { counted } from '../text/markdown.ts';
import { spellDifference } from '../text/spell-out.ts';
import { classSuggester } from '../text/suggest-class.ts';
import type { DatasetReport } from './dataset-report.ts';

/** How names of classes are shown in a sentence. */
export interface NameStyle {
  /** Names at most. */
  readonly most: number;
  /** Shortens a name. */
  readonly shown: (name: string) => string;
}

const LONGEST_NAME = 80;
/** Classes that get a sentence of their own. */
const NAMED_CLASSES = 3;

/** Name of a class as a summary shows it: short. */
export function shortName(name: string): string {
  const characters = Array.from(name);
  return characters.length > LONGEST_NAME ? `${characters.slice(0, LONGEST_NAME - 1).join('')}…` : name;
}

/** Name of a class in full. */
export function fullName(name: string): string {
  return name;
}

/**
 * Returns the names met that are none of the classes, with their rows and the class that may be meant:
 * `“normal” (1,200; did you mean “NORMAL”?)`; null when there are none.
 */
export function unknownClasses({ shape, counts }: DatasetReport, { most, shown }: NameStyle): Line | null {
  const unknown = counts?.unknownClassNames ?? [];
  if (unknown.length === 0) return null;
  const suggest = classSuggester(shape.classNames);
  const describe = ({ name, rows }: UnknownClass) => {
    const meant = suggest(name);
    if (meant === null) return words`“${shown(name)}” (${rows})`;
    const [met, near] = spellDifference(name, meant);
    return words`“${shown(met)}” (${rows}; did you mean “${shown(near)}”?)`;
  };
  return listLines(
    unknown.map((each, index) => (index < most ? describe(each) : '')),
    most,
  );
}

/** Names of classes in quotation marks. */
export function quoteClasses(names: readonly string[], { most, shown }: NameStyle): Line {
  return listLines(
    names.map((name) => words`“${shown(name)}”`),
    most,
  );
}

/** Describes classes that splits have no row of, a sentence each, and of many how many more there are. */
export function missingClasses(missing: readonly MissingClass[], shown: NameStyle['shown']): Line[] {
  const named = missing.slice(0, missing.length > NAMED_CLASSES + 1 ? NAMED_CLASSES : undefined);
  const sentences = named.map(({ className, splits, rows, groups }) => {
    const what = words`“${shown(className)}” has no row in ${splits.join(' and ')}`;
    if (groups === null) return words`${what}. Collect more reviews of this class.`;
    const where = `${counted(rows, 'row')} of it ${rows === 1 ? 'is' : 'are'} in ${counted(groups, 'group')}`;
    return words`${what}: ${ownWords(where)}, and the rows of a group stay in one split. Collect reviews of this class in more groups.`;
  });
  const more = missing.length - named.length;
  return more === 0 ? sentences : [...sentences, words`${more} more classes have no row in some split.`];
}
