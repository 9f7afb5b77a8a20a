import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';

interface WebpackModule {
  readonly nameForCondition?: string | null;
  readonly modules?: readonly WebpackModule[];
}

const LICENSE_FILE = /^(licen[cs]e|copying|notice)(\.\w+)?$/i;

/**
 * The licences of every package a bundle holds parts of, from the bundler's list of modules.
 *
 * @param statsFile webpack's statistics as ncc's `--stats-out` writes them
 * @throws Error for a package that names no licence
 */
export function thirdPartyLicenses(statsFile: string): string {
  const stats: { modules: readonly WebpackModule[] } = JSON.parse(readFileSync(statsFile, 'utf8'));
  const folders = new Set<string>();
  collectPackageFolders(stats.modules, folders);
  const notices = [...folders].map(noticeOf).sort();
  return notices.join(`\n${'-'.repeat(80)}\n\n`);
}

function collectPackageFolders(modules: readonly WebpackModule[], folders: Set<string>): void {
  for (const { nameForCondition, modules: inner } of modules) {
    const folder = /^.*[\\/]node_modules[\\/](?:@[^\\/]+[\\/])?[^\\/]+/.exec(nameForCondition ?? '')?.[0];
    if (folder !== undefined) folders.add(folder);
    if (inner !== undefined) collectPackageFolders(inner, folders);
  }
}

function noticeOf(folder: string): string {
  const { name, version, license, author } = JSON.parse(
    readFileSync(path.join(folder, 'package.json'), 'utf8'),
  );
  if (typeof license !== 'string') throw new Error(`${name} names no licence in ${folder}/package.json`);
  const texts = readdirSync(folder)
    .filter((file) => LICENSE_FILE.test(file))
    .sort()
    .map((file) => readFileSync(path.join(folder, file), 'utf8').trim().replaceAll('\r\n', '\n'));
  const holder = typeof author === 'string' ? author : author?.name;
  const fallback = holder === undefined ? '' : `Copyright ${holder}`;
  const text = texts.length > 0 ? texts.join('\n\n') : fallback;
  return `${name} ${version} (${license})\n${text === '' ? '' : `\n${text}\n`}`;
}
