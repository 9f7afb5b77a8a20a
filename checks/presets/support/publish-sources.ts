import { execFile } from 'node:child_process';
import path from 'node:path';
import { promisify } from 'node:util';
import type { DatasetDefinition } from '../../../src/model/definition.ts';
import { rolesOf, TASKS } from '../../../src/model/tasks.ts';
import type { Checks } from '../../../test/support/checks.ts';
import { startLocalHub } from '../../../test/support/local-hub/server.ts';
import type { TestDatabase } from '../../../test/support/postgres/server.ts';
import { runBundle } from '../../../test/support/run-bundle.ts';
import type { ExpectedRow, ExpectedSource } from './check-sources.ts';
import { type MarkedSpan, publishedSpan } from './marked-spans.ts';
import { configuration, declaredDatasets } from './preset-sources.ts';

const TOKEN = 'hf_presets';

/**
 * Publishes the datasets of a configuration by the committed bundle, reads them with Python's `datasets`, and compares
 * their rows with what was put in by the product itself: each text once, none on which rows disagree.
 *
 * @param python has the package `datasets`
 * @param expected what each source gives, by its name
 */
export async function publishSources(
  checks: Checks,
  python: string,
  database: TestDatabase,
  name: string,
  expected: Readonly<Record<string, ExpectedSource>>,
): Promise<void> {
  const datasets = await declaredDatasets(name);
  const hub = await startLocalHub();
  hub.addToken({ token: TOKEN, user: 'presets', role: 'write' });
  try {
    const inputs = {
      'postgres-url': database.url(),
      config: await configuration(name),
      'hf-token': TOKEN,
      'hub-endpoint': hub.url,
    };
    const { outputs, log } = await runBundle(inputs);
    const updated: string[] = JSON.parse(outputs.updated ?? '[]');
    const full = datasets.filter(({ source }) => expected[source.name].rows.length > 0);
    const isPublished = full.every((dataset) => updated.includes(dataset.name));
    checks.check(`${name}: every dataset is published`, isPublished, log);
    const empty = datasets.filter((dataset) => !full.includes(dataset)).map((dataset) => dataset.name);
    const statuses = empty.map((dataset) => JSON.parse(outputs.versions)[dataset].status);
    checks.same(
      `${name}: what nobody judged is held`,
      statuses,
      empty.map(() => 'held'),
    );
    const script = path.join(import.meta.dirname, '../read_datasets.py');
    const repos = full.map(({ repo }) => repo);
    const { stdout } = await promisify(execFile)(python, [script, hub.url, TOKEN, ...repos]);
    const published = JSON.parse(stdout);
    for (const definition of full) {
      const { rows } = expected[definition.source.name];
      checks.same(
        `${definition.name}: the rows on the Hub`,
        sorted(published[definition.repo].map(withoutTokens)),
        sorted(keptRows(definition, rows)),
      );
    }
  } finally {
    await hub.close();
  }
}

/** The rows that are to be published: of each identity one, unless what they say of it differs. */
function keptRows(definition: DatasetDefinition, rows: readonly ExpectedRow[]): object[] {
  const roles: readonly string[] = rolesOf(definition.task);
  const value = TASKS[definition.task].value;
  const byIdentity = new Map<string, object[]>();
  for (const row of rows) {
    const published = Object.fromEntries(roles.map((role) => [role, publishedValue(role, row, definition)]));
    if (!hasKnownClasses(definition, published[value ?? ''])) continue;
    const { [value ?? '']: _, ...texts } = published;
    const identity = JSON.stringify(texts);
    byIdentity.set(identity, [...(byIdentity.get(identity) ?? []), published]);
  }
  return [...byIdentity.values()]
    .filter((same) => new Set(same.map((row) => JSON.stringify(row))).size === 1)
    .map(([first]) => first);
}

/** A text without superfluous white space; the classes or the spans of a row in one order. */
function publishedValue(role: string, row: ExpectedRow, { spanOffsets }: DatasetDefinition): unknown {
  const value = row[role];
  if (role.startsWith('text') && typeof value === 'string') return value.replace(/\s+/g, ' ').trim();
  if (role !== 'spans') return role === 'labels' ? [...(value as string[])].sort() : value;
  return (value as MarkedSpan[]).map((span) => publishedSpan(String(row.text), span, spanOffsets));
}

/** The tokens and tags are made from the text and the spans: checks/tasks.ts compares them. */
function withoutTokens({ tokens: _, ner_tags: __, ...row }: Record<string, unknown>): object {
  return row;
}

function hasKnownClasses({ classNames }: DatasetDefinition, value: unknown): boolean {
  const names = [value].flat().map((each) => (isSpan(each) ? each.label : String(each)));
  return classNames.length === 0 || names.every((name) => classNames.includes(name));
}

function isSpan(value: unknown): value is MarkedSpan {
  return typeof value === 'object' && value !== null && 'label' in value;
}

function sorted(rows: readonly object[]): string[] {
  return rows
    .map((row) =>
      JSON.stringify(
        Object.entries(row)
          .map(([column, value]) => [
            column,
            column === 'labels' || column === 'spans' ? inOrder(value) : value,
          ])
          .sort(),
      ),
    )
    .sort();
}

function inOrder(values: readonly unknown[]): unknown[] {
  return values.toSorted((a, b) => (JSON.stringify(a) < JSON.stringify(b) ? -1 : 1));
}
