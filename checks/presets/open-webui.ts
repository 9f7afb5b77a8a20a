// The preset open-webui on tables made by Open WebUI's own migrations, installed from PyPI, in PostgreSQL and in SQLite, with
// ratings saved by its own model from the forms its page sends. Its server does not run: it needs torch and more, gigabytes that no table
// depends on. Needs Python 3.11.
// Usage: open-webui.ts <python with datasets>
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { Checks } from '../../test/support/checks.ts';
import { startPostgres } from '../../test/support/postgres/server.ts';
import { preferenceRow, ratedSiblings } from './open-webui/pairs.ts';
import { HALVES, ratings } from './open-webui/ratings.ts';
import { checkSources, type ExpectedRow } from './support/check-sources.ts';
import { checkSqlite } from './support/check-sqlite.ts';
import { installFromPyPI, run } from './support/product.ts';
import { publishSources } from './support/publish-sources.ts';

/** How often each name is given. */
function tally(names: readonly string[]): Record<string, number> {
  return Object.fromEntries(
    [...new Set(names)].map((name) => [name, names.filter((other) => other === name).length]),
  );
}

const since = new Date(Math.floor(Date.now() / 1000) * 1000);
const [reader] = process.argv.slice(2);
const checks = new Checks();
const programs = installFromPyPI('open-webui');
const python = path.join(programs, 'python');
const folder = await mkdtemp(path.join(tmpdir(), 'open-webui-'));
const postgres = await startPostgres();

try {
  const database = await postgres.createDatabase('open_webui');
  const file = path.join(folder, 'webui.db');
  const find =
    'from importlib.util import find_spec; print(find_spec("open_webui").submodule_search_locations[0])';
  const cwd = run(python, ['-c', find]).trim();

  const single = ratings();
  const siblings = ratedSiblings();
  const input = JSON.stringify([...single, ...siblings.map(({ form }) => ({ user: 'cid', form }))]);
  const script = path.join(import.meta.dirname, 'open-webui/insert_feedback.py');
  /** Makes the tables and saves the ratings. @returns their ids */
  const fill = (url: string): string[] => {
    const env = {
      PATH: process.env.PATH,
      HOME: folder,
      DATA_DIR: folder,
      DATABASE_URL: url,
      WEBUI_SECRET_KEY: 'a secret of this run',
    };
    run(path.join(programs, 'alembic'), ['upgrade', 'head'], { cwd, env });
    return JSON.parse(run(python, [script], { env, input }));
  };
  const ids = fill(database.url().replace('postgresql:', 'postgresql+psycopg:'));
  const idsInFile = fill(`sqlite:///${file}`);

  const halves = [HALVES.high, '\\ud83d', HALVES.low, '\\ude00'];
  await database.query(
    'UPDATE feedback SET snapshot = replace(replace(snapshot::text, $1, $2), $3, $4)::json',
    halves,
  );
  const inFile = new DatabaseSync(file);
  inFile.prepare('UPDATE feedback SET snapshot = replace(replace(snapshot, ?, ?), ?, ?)').run(...halves);
  inFile.close();
  const expected = expectedOf(ids);
  await checkSources(checks, database, 'open-webui', expected, since);
  await checkSqlite(checks, file, 'open-webui', expectedOf(idsInFile), since);
  await publishSources(checks, reader, database, 'open-webui', expected);

  /** What the sources are to give of the ratings. @param ids of all ratings */
  function expectedOf(ids: readonly string[]) {
    const rated: ExpectedRow[] = single.flatMap(({ user, row }, index) =>
      row === undefined ? [] : [{ id: ids[index], annotator: user, ...row }],
    );
    const [arena, all]: ExpectedRow[][] = [[], []];
    for (const [index, sibling] of siblings.entries()) {
      const { prompt, answer, label, group } = sibling;
      const id = ids[single.length + index];
      const completion = [{ role: 'assistant', content: answer }];
      if (sibling.cause === null) rated.push({ id, prompt, completion, label, group, annotator: 'cid' });
      for (const [other, chosen, rejected] of sibling.pairs) {
        const row = { id: `${id}/${other}`, ...preferenceRow(sibling, chosen, rejected) };
        all.push(row);
        if (sibling.arena) arena.push(row);
      }
    }
    const causes = single.flatMap(({ cause }) => cause ?? []);
    const alone = single.flatMap(({ row }) => (row === undefined ? [] : 'no-sibling'));
    const unread = causes.filter((cause) => cause === 'unreadable');
    const arenaCauses = siblings.flatMap((sibling) => (sibling.arena ? sibling.causes : []));
    return {
      ratings: { rows: rated, unjudged: tally([...causes, ...siblings.flatMap(({ cause }) => cause ?? [])]) },
      arena: { rows: arena, unjudged: tally([...unread, ...arenaCauses]) },
      siblings: {
        rows: all,
        unjudged: tally([...causes, ...alone, ...siblings.flatMap((each) => each.causes)]),
      },
    };
  }
} finally {
  await Promise.all([postgres.close(), rm(folder, { recursive: true, force: true })]);
}
checks.close();
