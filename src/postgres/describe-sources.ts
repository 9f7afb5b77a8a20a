import type { StatementProblem } from '../model/corrections.ts';
import type { SourceDefinition, Statement } from '../model/definition.ts';
import type { DescribedColumn, DescribedSource, SourcePart, StatementOrigin } from '../model/selection.ts';
import { asTable, withoutSemicolon } from '../text/sql.ts';
import type { Descriptions } from './connect.ts';
import { policedTable, ROW_SECURITY } from './errors/explain-row-security.ts';
import type { WireDescription } from './extended-query.ts';
import type { Snapshot } from './snapshot.ts';
import { describeTypes, TYPE_COLUMNS, TypeCatalogue } from './types.ts';

/** The server's description of sources, in their order. */
interface SourcesDescription {
  /** Null for a source with a statement that cannot be read. */
  readonly sources: readonly (DescribedSource | null)[];
  /** The problem of each statement; empty if all can be read. */
  readonly problems: readonly StatementProblem[];
  readonly writableTables: readonly string[];
}

/** Each statement is described as written, which shows whether it is one statement, and as the table that is read. */
const TEXTS_A_STATEMENT = 2;
/** Returns the names of a source's datasets. */
type DatasetsOf = (source: SourceDefinition) => readonly string[];

const PARTS: readonly SourcePart[] = ['corrections', 'confirmed', 'pending', 'unjudged'];

/**
 * Describes the statements of sources by the server, which runs none of them, and names the types of their columns.
 * This takes two round trips, two more for each statement that is refused, and more for a source that allows row-level
 * security, to find whose policies filter it.
 *
 * @throws PostgresError if the session fails, or if the server refuses a statement for a reason other than its text
 */
export async function describeSources(
  snapshot: Snapshot,
  sources: readonly SourceDefinition[],
  datasetsOf: DatasetsOf,
): Promise<SourcesDescription> {
  const statements = sources.flatMap((source) =>
    PARTS.flatMap((part) => {
      const statement = source[part] ?? null;
      const origin: StatementOrigin = { source, part, datasets: datasetsOf(source) };
      return statement === null ? [] : [{ source, statement, origin }];
    }),
  );
  const described = new Map<Statement, WireDescription>();
  const problems: StatementProblem[] = [];
  for (let next = 0; next < statements.length; ) {
    const rest = statements.slice(next);
    const { descriptions, refusal } = await snapshot.describe(rest.flatMap(textsOf));
    const refused = refusal === null ? rest.length : Math.floor(descriptions.length / TEXTS_A_STATEMENT);
    for (const [index, { source, statement }] of rest.slice(0, refused + 1).entries()) {
      const description = descriptions[TEXTS_A_STATEMENT * index];
      const message = description === undefined ? null : problemOf(description, index === refused);
      if (message !== null) problems.push({ source, statement, message, offset: null, error: null });
      else if (index === refused) problems.push({ source, statement, ...explained(refusal!) });
      else described.set(statement, description);
    }
    next += refused + 1;
    // After a refusal, the server describes nothing more in the same transaction.
    if (refusal !== null) await snapshot.beginAnew();
  }
  const types = new TypeCatalogue();
  const oids = [...described.values()].flatMap(({ columns }) => columns!.map((column) => column.dataTypeID));
  await snapshot.copyRows(describeTypes(new Set(oids)), TYPE_COLUMNS, types.add);
  const columnsOf = (statement: Statement): DescribedColumn[] =>
    described.get(statement)!.columns!.map((column) => types.describe(column));
  const broken = new Set(problems.map(({ source }) => source));
  const policies = new Map<SourceDefinition, Set<string | null>>();
  for (const { source, statement } of statements) {
    if (source.rowSecurity !== 'allow' || broken.has(source)) continue;
    const tables = policies.get(source) ?? new Set();
    policies.set(source, tables);
    const refusal = await snapshot.refusedByPolicy(`SELECT * FROM ${asTable(statement.sql)}`);
    if (refusal?.code === ROW_SECURITY) tables.add(policedTable(refusal));
  }
  return {
    sources: sources.map((source) => {
      if (broken.has(source)) return null;
      return {
        corrections: columnsOf(source.corrections),
        confirmed: source.confirmed === null ? null : columnsOf(source.confirmed),
        pending: source.pending === null ? null : columnsOf(source.pending),
        ...(policies.has(source) && { policies: [...policies.get(source)!] }),
      };
    }),
    problems,
    writableTables: types.writableTables,
  };
}

function textsOf({ statement: { sql }, origin }: { statement: Statement; origin: StatementOrigin }) {
  return [
    { sql: withoutSemicolon(sql), origin },
    { sql: `SELECT * FROM ${asTable(sql)}`, origin },
  ];
}

function explained({ error, position }: NonNullable<Descriptions['refusal']>) {
  const { message, code } = error;
  return { message, error, offset: position === null ? null : position - 1, isHidden: code === ROW_SECURITY };
}

/** Returns why a statement that was described cannot be read. */
function problemOf({ columns, parameters }: WireDescription, isRefusedAsTable: boolean): string | null {
  if (columns === null) return 'This statement gives no rows. It must be one SELECT.';
  if (parameters > 0)
    return 'This SELECT has parameters ($1, …), which get no values. Replace them by values.';
  return isRefusedAsTable
    ? 'This statement cannot be read from. It must be one SELECT, without a WITH that changes rows.'
    : null;
}
