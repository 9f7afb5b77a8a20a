import { readFileSync } from 'node:fs';
import path from 'node:path';
import { PII_KINDS, type PiiKind } from '../../src/model/trust.ts';
import { Matches } from '../../src/pii/matches.ts';
import { PiiScanner } from '../../src/pii/scanner.ts';

/** A text made up for this, and what it holds: positions in UTF-16 units. */
export interface LabelledText {
  readonly text: string;
  readonly language: 'en' | 'ne' | 'mix' | 'de' | 'fr';
  /** What the rules were tried on, and what they were only measured by. */
  readonly half: 'dev' | 'held-out';
  readonly spans: readonly (readonly [start: number, end: number, kind: PiiKind])[];
}

/** Texts of one part of the world, with the region their phone numbers are of. */
export interface LabelledSet {
  readonly name: string;
  readonly region: string;
  readonly texts: readonly LabelledText[];
}

export const LABELLED_SETS: readonly LabelledSet[] = [
  { name: 'English and Nepali', region: 'NP', texts: read('texts.jsonl') },
  { name: 'German', region: 'DE', texts: read('texts.de.jsonl') },
  { name: 'French', region: 'FR', texts: read('texts.fr.jsonl') },
];

function read(file: string): LabelledText[] {
  return readFileSync(path.join(import.meta.dirname, file), 'utf8')
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line));
}

/** How much of what is there was found, and how much of what was found is there. */
export interface Score {
  readonly labelled: number;
  readonly found: number;
  readonly recall: number;
  readonly precision: number;
}

/** Scores each kind, and all of them. Something counts as found when nothing of it is left. */
export function scoreTexts(texts: readonly LabelledText[], region: string): Record<PiiKind | 'all', Score> {
  const matches = new Matches();
  const scanner = new PiiScanner({ find: PII_KINDS, region }, matches);
  const tallies = new Map<string, { labelled: number; hits: number; found: number; right: number }>();
  const tallyOf = (kind: string) => {
    const tally = tallies.get(kind) ?? { labelled: 0, hits: 0, found: 0, right: 0 };
    tallies.set(kind, tally);
    return tally;
  };
  for (const { text, spans } of texts) {
    const bytes = Buffer.from(text);
    scanner.find(bytes);
    const found = Array.from({ length: matches.length }, (_, number) => {
      const { start, end, kind } = matches.at(number);
      const unitsTo = (position: number) => bytes.subarray(0, position).toString().length;
      return { start: unitsTo(start), end: unitsTo(end), kind: PII_KINDS[kind] };
    });
    for (const [start, end, kind] of spans) {
      const isHit = found.some((match) => match.kind === kind && match.start <= start && match.end >= end);
      for (const tally of [tallyOf(kind), tallyOf('all')]) {
        tally.labelled++;
        if (isHit) tally.hits++;
      }
    }
    for (const { start, end, kind } of found) {
      const isRight = spans.some((span) => span[2] === kind && span[0] < end && start < span[1]);
      for (const tally of [tallyOf(kind), tallyOf('all')]) {
        tally.found++;
        if (isRight) tally.right++;
      }
    }
  }
  const score = (kind: string): Score => {
    const { labelled, hits, found, right } = tallyOf(kind);
    return { labelled, found, recall: hits / labelled, precision: right / found };
  };
  return {
    email: score('email'),
    phone: score('phone'),
    iban: score('iban'),
    card: score('card'),
    all: score('all'),
  };
}
