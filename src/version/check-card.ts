import { SPLIT_NAMES, type SplitName } from '../model/rows.ts';
import { isRecord } from '../text/json.ts';
import { isReadAlike, readFrontMatter } from './front-matter.ts';

const BLOCK_BEGIN = /<!-- prepare-dataset:begin[^<>]*-->/;
const BLOCK_END = '<!-- prepare-dataset:end -->';

/** A version as its card must describe it. */
interface ExpectedVersion {
  readonly versionTag: string;
  /** Rows of each split, null if they are unknown. */
  readonly splits: Readonly<Record<SplitName, number>> | null;
  /** Paths of its data files. */
  readonly dataFiles: readonly string[];
}

/**
 * True if a card, which a person may have edited, still describes a version: its block names the version, and its front
 * matter makes `datasets` load each split from exactly the version's files, with its columns and classes under their
 * names.
 *
 * @param paths all files beside the card, which patterns such as `data/train-*` are matched with
 */
export function describesVersion(card: string, version: ExpectedVersion, paths: readonly string[]): boolean {
  const frontMatter = readFrontMatter(card);
  if (frontMatter === null || !blockOf(card).includes(`| Version | \`${version.versionTag}\` |`))
    return false;
  if (!isReadAlike(card, 'dataset_info')) return false;
  const listed = filesBySplit(frontMatter.configs, paths);
  return SPLIT_NAMES.every((split) => {
    const files = version.dataFiles.filter((path) => path.startsWith(`data/${split}-`)).sort();
    const rows = version.splits?.[split] ?? null;
    return String(listed.get(split)) === String(files) && hasRows(frontMatter.dataset_info, split, rows);
  });
}

/** Returns the content of the marked block, empty if it is incomplete. */
function blockOf(card: string): string {
  const begin = BLOCK_BEGIN.exec(card);
  const end = begin === null ? -1 : card.indexOf(BLOCK_END, begin.index);
  return begin === null || end < 0 ? '' : card.slice(begin.index, end);
}

/** Returns the files from which each split of the only configuration is loaded, sorted. */
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

/**
 * Returns a function that matches like a path of `data_files` in the forms of 1.0.0 and this version: exactly, or up to
 * a last `*`.
 */
function matcherOf(pattern: unknown): (file: string) => boolean {
  if (typeof pattern !== 'string') return () => false;
  if (!pattern.endsWith('*')) return (file) => file === pattern;
  const start = pattern.slice(0, -1);
  return (file) => file.startsWith(start) && !file.slice(start.length).includes('/');
}

function hasRows(info: unknown, split: SplitName, rows: number | null): boolean {
  if (!isRecord(info) || !Array.isArray(info.splits)) return false;
  const described = info.splits.filter(isRecord).find(({ name }) => name === split);
  return described !== undefined && (rows === null || described.num_examples === rows);
}
