import { parseDocument } from 'yaml';
import { SPLIT_NAMES, type SplitName } from './rows.ts';

/** Longer front matter is nobody's handiwork, and the time to parse broken YAML grows with the square of its length. */
const LONGEST_FRONT_MATTER = 65_536;
const FRONT_MATTER = /^\s*---\r?\n([\s\S]*?)\r?\n---(?:\r?\n|$)/;
const BLOCK = /<!-- prepare-dataset:begin[^<>]*-->([\s\S]*?)<!-- prepare-dataset:end -->/;

/** A version as its card has to tell it. */
export interface ToldVersion {
  readonly versionTag: string;
  /** Rows of each split, null when they are not known. */
  readonly splits: Readonly<Record<SplitName, number>> | null;
  /** Paths of its data files. */
  readonly dataFiles: readonly string[];
}

/**
 * Whether a card, which a person may have edited, still is that of a version: its block names the version, and its
 * front matter has `datasets` load each split from exactly the version's files.
 *
 * @param paths all files beside the card, among which patterns such as `data/train-*` are looked for
 */
export function tellsVersion(card: string, version: ToldVersion, paths: readonly string[]): boolean {
  const block = BLOCK.exec(card)?.[1] ?? '';
  const frontMatter = parseFrontMatter(card);
  if (!block.includes(`| Version | \`${version.versionTag}\` |`) || frontMatter === null) return false;
  const told = filesBySplit(frontMatter.configs, paths);
  return SPLIT_NAMES.every((split) => {
    const files = version.dataFiles.filter((path) => path.startsWith(`data/${split}-`)).sort();
    const rows = version.splits?.[split] ?? null;
    return String(told.get(split)) === String(files) && hasRows(frontMatter.dataset_info, split, rows);
  });
}

function parseFrontMatter(card: string): Record<string, unknown> | null {
  const yaml = FRONT_MATTER.exec(card)?.[1];
  if (yaml === undefined || yaml.length > LONGEST_FRONT_MATTER) return null;
  try {
    const document = parseDocument(yaml, { logLevel: 'silent', uniqueKeys: false });
    const value: unknown = document.errors.length > 0 ? null : document.toJS();
    return isRecord(value) ? value : null;
  } catch {
    return null;
  }
}

/** Files each split of the only configuration is loaded from, sorted. */
function filesBySplit(configs: unknown, paths: readonly string[]): ReadonlyMap<unknown, string[]> {
  const [config, ...others] = Array.isArray(configs) ? configs.filter(isRecord) : [];
  if (config === undefined || others.length > 0 || !Array.isArray(config.data_files)) return new Map();
  return new Map(
    config.data_files.filter(isRecord).map(({ split, path }) => {
      const patterns = (Array.isArray(path) ? path : [path]).map(matcherOf);
      return [split, paths.filter((file) => patterns.some((matches) => matches(file))).sort()];
    }),
  );
}

/** Matches what a path of `data_files` does, as far as 1.0.0 and this version write it: exactly, or up to a last `*`. */
function matcherOf(pattern: unknown): (file: string) => boolean {
  if (typeof pattern !== 'string') return () => false;
  if (!pattern.endsWith('*')) return (file) => file === pattern;
  const start = pattern.slice(0, -1);
  return (file) => file.startsWith(start) && !file.slice(start.length).includes('/');
}

function hasRows(info: unknown, split: SplitName, rows: number | null): boolean {
  if (!isRecord(info) || !Array.isArray(info.splits)) return false;
  const told = info.splits.filter(isRecord).find(({ name }) => name === split);
  return told !== undefined && (rows === null || told.num_examples === rows);
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
