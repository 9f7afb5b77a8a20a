import { readFrontMatter } from '../version/front-matter.ts';
import { plainName } from './html.ts';
import type { DatasetVersion } from './published-version.ts';

/** What was measured of a model that was trained on a version of a dataset. */
interface Score {
  /** Tag of the version, or its commit. */
  readonly revision: string;
  /** Name of the metric, for example `Accuracy`. */
  readonly metric: string;
  /** Split it was measured on, null when the card does not name it. */
  readonly split: string | null;
  /** A text where the card gives one, such as `0.91 ± 0.02`. */
  readonly value: number | string;
}

/** Scores of a model on one dataset. */
export interface ModelScores {
  /** Model repo on the Hub, `owner/name`. */
  readonly model: string;
  readonly scores: readonly Score[];
  /** Why there are none, null when there are. */
  readonly missing: string | null;
}

/** One metric of a model over versions. */
export interface ScoreLine {
  readonly model: string;
  /** The metric with its split, and with its model where several have scores. */
  readonly name: string;
  /** Value for each version, null where there is none. */
  readonly values: readonly (number | string | null)[];
}

/** Characters of front matter: a score of each of a thousand versions takes as many. */
const LONGEST_FRONT_MATTER = 1 << 19;

/**
 * The scores of one dataset in the `model-index` of the card of a model
 * (https://github.com/huggingface/hub-docs/blob/main/modelcard.md?plain=1), as `huggingface_hub` writes it. A card may be
 * written by anyone: what is malformed is left out.
 *
 * @param card text of the model's `README.md`
 * @param repo dataset repo, whose case the Hub ignores
 */
export function parseScores(card: string, repo: string): Score[] {
  const index = readFrontMatter(card, LONGEST_FRONT_MATTER)?.['model-index'];
  return list(index).flatMap((model) =>
    list(record(model).results).flatMap((result) => {
      const { type, revision, split } = record(record(result).dataset);
      const version = textOf(revision);
      if (version === null || textOf(type)?.toLowerCase() !== repo.toLowerCase()) return [];
      return list(record(result).metrics).flatMap((entry): Score[] => {
        const { type: id, name, value: given } = record(entry);
        const [metric, value] = [textOf(name) ?? textOf(id), scoreOf(given)];
        if (metric === null || value === null) return [];
        return [{ revision: version, metric, split: textOf(split), value }];
      });
    }),
  );
}

/** Each metric of each model over versions, in the order of the cards; of a value version twice, the last one. */
export function scoreLines(versions: readonly DatasetVersion[], models: readonly ModelScores[]): ScoreLine[] {
  const lines = models.flatMap(({ model, scores }) => {
    const values = new Map<string, (number | string | null)[]>();
    for (const { revision, metric, split, value } of scores) {
      const version = versions.findIndex(({ tag, commit }) => revision === tag || revision === commit);
      if (version === -1) continue;
      const name = split === null ? metric : `${metric} on ${split}`;
      const line = values.get(name) ?? versions.map(() => null);
      line[version] = value;
      values.set(name, line);
    }
    return Array.from(values, ([name, values]) => ({ model, name, values }));
  });
  const isAlone = new Set(lines.map(({ model }) => model)).size < 2;
  return isAlone ? lines : lines.map((line) => ({ ...line, name: `${line.model}: ${line.name}` }));
}

function scoreOf(value: unknown): number | string | null {
  if (typeof value === 'number') return Number.isFinite(value) ? value : null;
  return textOf(value);
}

/** A text or a number as text on one line, null for anything else and for what is empty. */
function textOf(value: unknown): string | null {
  if (typeof value !== 'string' && typeof value !== 'number') return null;
  const text = String(value).trim();
  return text === '' ? null : plainName(text);
}

function list(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [];
}

function record(value: unknown): Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : {};
}
