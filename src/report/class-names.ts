import type { UnknownClass } from '../engine/rows/label.ts';
import { formatCount, listSome } from '../text/markdown.ts';
import { classSuggester } from '../text/suggest-class.ts';
import type { DatasetReport } from './dataset-report.ts';

/** How names are written where they are shown. */
export interface NameStyle {
  /** Names at most. */
  readonly most: number;
  /** Makes a name harmless. */
  readonly harmless: (name: string) => string;
}

/**
 * The names met that are none of the classes, with their rows and the class that may be meant:
 * `“normal” (1,200; did you mean “NORMAL”?)`. Empty when there are none.
 */
export function unknownClasses({ shape, counts }: DatasetReport, { most, harmless }: NameStyle): string {
  const unknown = counts?.unknownClassNames ?? [];
  if (unknown.length === 0) return '';
  const suggest = classSuggester(shape.classNames);
  const describe = ({ name, rows }: UnknownClass) => {
    const meant = suggest(name);
    const question = meant === null ? '' : `; did you mean “${harmless(meant)}”?`;
    return `“${harmless(name)}” (${formatCount(rows)}${question})`;
  };
  const texts = unknown.map((each, index) => (index < most ? describe(each) : ''));
  return listSome(texts, most);
}

/** Names of classes in quotation marks. */
export function quoteClasses(names: readonly string[], { most, harmless }: NameStyle): string {
  return listSome(
    names.map((name) => `“${harmless(name)}”`),
    most,
  );
}
