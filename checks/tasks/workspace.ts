import { cp, mkdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { parse } from 'yaml';
import type { TestDatabase } from '../../test/support/postgres/server.ts';

const CONFIG = 'datasets.yml';

interface Source {
  readonly corrections: string | { readonly file: string };
  readonly confirmed?: string;
}

/** What the file says, as far as it is needed here. */
interface Config {
  readonly sources: Readonly<Record<string, Source>>;
  readonly datasets: Readonly<
    Record<
      string,
      {
        readonly repo: string;
        readonly source: string;
        readonly task: string;
        readonly columns?: { id?: string };
      }
    >
  >;
}

/** A repository that declares datasets in a file. */
export class Workspace {
  readonly folder: string;

  private constructor(folder: string) {
    this.folder = folder;
  }

  /** Makes one in a folder. */
  static async create(folder: string): Promise<Workspace> {
    await cp(path.join(import.meta.dirname, 'workspace'), folder, { recursive: true });
    return new Workspace(folder);
  }

  get config(): string {
    return path.join(this.folder, CONFIG);
  }

  async read(): Promise<Config> {
    return parse(await readFile(this.config, 'utf8'));
  }

  /** Replaces a text that stands in the file once. @throws Error when it does not */
  async edit(before: string, after: string): Promise<void> {
    const text = await readFile(this.config, 'utf8');
    if (text.split(before).length !== 2) throw new Error(`${before} does not stand in ${CONFIG} once.`);
    await writeFile(
      this.config,
      text.replace(before, () => after),
    );
  }

  /** Writes the rows of each SELECT to a folder, in the order of their ids, as PostgreSQL writes them as JSON. */
  async writeRows(database: TestDatabase, folder: string): Promise<void> {
    await mkdir(folder, { recursive: true });
    const { sources, datasets } = await this.read();
    for (const [name, { corrections, confirmed }] of Object.entries(sources)) {
      const user = Object.values(datasets).find(({ source }) => source === name);
      const id = `source."${user?.columns?.id ?? 'id'}"`;
      const statements = {
        corrections:
          typeof corrections === 'string'
            ? corrections
            : await readFile(path.join(this.folder, corrections.file), 'utf8'),
        confirmed,
      };
      for (const [which, sql] of Object.entries(statements)) {
        if (sql === undefined) continue;
        const rows = await database.query(
          `SELECT to_json((${id})::text)::text AS id, row_to_json(source)::text AS row
           FROM (\n${sql.trimEnd().replace(/;$/, '')}\n) AS source ORDER BY ${id}`,
        );
        const lines = rows.map(({ id, row }) => `{"id": ${id}, "row": ${row}}\n`);
        await writeFile(path.join(folder, `${name}.${which}.jsonl`), lines.join(''));
      }
    }
  }
}
