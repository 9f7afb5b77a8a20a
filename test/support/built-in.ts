import path from 'node:path';
import { readBuiltIn } from '../../src/config/read-config.ts';
import type { DatasetDefinition, DatasetSettings } from '../../src/model/definition.ts';
import type { DescribedSource, ReadColumn, Selection } from '../../src/model/selection.ts';
import { parseSplit } from '../../src/model/split-shares.ts';
import type { DatasetTarget } from '../../src/model/target.ts';
import { DEFAULT_TRUST } from '../../src/model/trust.ts';
import { SETTINGS } from './metadata.ts';
import { textShape } from './shapes.ts';

const presetsFolder = path.resolve(import.meta.dirname, '../../presets');

const REPOS = new Map(['department', 'urgency'].map((name) => [name, `owner/${name}`]));

/** The datasets of the two inputs. */
export const BUILT_IN = readBuiltIn(REPOS, { presetsFolder }) as [DatasetDefinition, DatasetDefinition];

/** What their rows are. */
export const [DEPARTMENT, URGENCY] = BUILT_IN.map(({ name, classNames }) => textShape(classNames, { name }));

/** What is read of their source for some of them: the text, then the class of each. */
export function selectionOf(
  which: 'corrections' | 'confirmed',
  definitions: readonly DatasetDefinition[] = BUILT_IN,
): Selection {
  const classes = definitions.map(({ columns }): ReadColumn => ({ column: columns.label!, as: 'text' }));
  const [{ source }] = definitions;
  return {
    origin: { source, part: which, datasets: definitions.map(({ name }) => name) },
    sql: definitions[0].source[which]!.sql,
    id: 'id',
    fields: [{ column: 'message', as: 'text' }, ...classes],
    members: definitions.map((_, index) => 1 + index),
  };
}

const COLUMN = { type: 'text', category: 'S', elementCategory: null };
const COLUMNS = ['id', 'message', ...BUILT_IN.flatMap(({ columns }) => [columns.label!, columns.predicted!])];

/** What a server says of their source. */
export const DESCRIBED: DescribedSource = {
  corrections: COLUMNS.map((name) => ({ ...COLUMN, name })),
  confirmed: COLUMNS.map((name) => ({ ...COLUMN, name })),
  pending: null,
};

/** A target with the usual settings, with changes. */
export function targetOf(
  definition: DatasetDefinition,
  settings: Partial<DatasetSettings> = {},
): DatasetTarget {
  return {
    ...definition,
    settings: { ...SETTINGS, ...settings },
    fractions: parseSplit('80/10/10'),
    trust: DEFAULT_TRUST,
  };
}
