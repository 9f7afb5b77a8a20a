import type { AnnotatorRule } from '../../model/trust.ts';
import { Alpha, type AnnotatorAgreement, type Metric } from './agreement.ts';
import { type Notes, UNNAMED } from './correction-notes.ts';

/** Stands for several values of which none is newer; no number of values. */
const SEVERAL = -1;

/** What somebody says of a text: what they said last. */
class Opinion {
  value: number;
  #time: number;

  constructor(value: number, time: number) {
    this.value = value;
    this.#time = time;
  }

  hear(value: number, time: number): void {
    if (time < this.#time) return;
    this.value = time > this.#time || value === this.value ? value : SEVERAL;
    this.#time = time;
  }
}

function heard(opinion: Opinion | undefined, value: number, time: number): Opinion {
  if (opinion === undefined) return new Opinion(value, time);
  opinion.hear(value, time);
  return opinion;
}

/**
 * Decides which value of a text counts that several people corrected, whatever the order of their corrections, and
 * measures how far they agree.
 */
export class Arbiter {
  readonly #rule: AnnotatorRule;
  #notes: Notes;
  #labelOf: (value: number) => number;
  readonly #alpha: Alpha;
  /** Annotators of texts that have several, by their numbers, and those without a name. */
  readonly #named = new Set<number>();
  #unnamed = 0;
  /** Of the text in hand: its values, what all say together, and what each annotator says, those without a name below 0. */
  readonly #values = new Set<number>();
  #all: Opinion | undefined;
  readonly #opinions = new Map<number, Opinion>();

  /**
   * @param options.rule which value counts
   * @param options.notes who made the corrections, and when
   * @param options.metric how far apart two labels are
   * @param options.labelOf what the annotators decided of values: a label's number, or the score itself
   */
  constructor(options: {
    rule: AnnotatorRule;
    notes: Notes;
    metric: Metric;
    labelOf: (value: number) => number;
  }) {
    this.#rule = options.rule;
    this.#notes = options.notes;
    this.#labelOf = options.labelOf;
    this.#alpha = new Alpha(options.metric);
  }

  /** Has it hear other rows from now on, whose values have other numbers. */
  turnTo({ notes, labelOf }: { notes: Notes; labelOf: (value: number) => number }): void {
    this.#notes = notes;
    this.#labelOf = labelOf;
  }

  /** Hears a correction of the text in hand. @param value number of its values @param serial of its row */
  hear(value: number, serial: number): void {
    const time = this.#notes.timeOf(serial);
    this.#values.add(value);
    this.#all = heard(this.#all, value, time);
    const annotator = this.#notes.annotatorOf(serial);
    const key = annotator === UNNAMED ? -1 - this.#opinions.size : annotator;
    this.#opinions.set(key, heard(this.#opinions.get(key), value, time));
  }

  /** Ends the text in hand. @returns number of the values that count, null when none do */
  decide(): number | null {
    this.#compare();
    const [only, ...others] = this.#values;
    const value = others.length === 0 ? only : this.#valueByRule();
    this.#values.clear();
    this.#opinions.clear();
    this.#all = undefined;
    return value === SEVERAL ? null : value;
  }

  /** How far the annotators of all texts agree. */
  agreement(): AnnotatorAgreement {
    const { texts } = this.#alpha;
    return { alpha: this.#alpha.get(), texts, annotators: this.#named.size + this.#unnamed };
  }

  #valueByRule(): number {
    if (this.#rule === 'unanimous') return SEVERAL;
    return this.#rule === 'latest' ? this.#all!.value : mostFrequent(this.#votes());
  }

  /** What the annotators say; who says several things at once says nothing. */
  #votes(): number[] {
    return Array.from(this.#opinions.values(), ({ value }) => value).filter((value) => value !== SEVERAL);
  }

  #compare(): void {
    const votes = this.#votes();
    if (votes.length < 2) return;
    this.#alpha.add(votes.map(this.#labelOf));
    for (const [annotator, { value }] of this.#opinions) {
      if (value === SEVERAL) continue;
      if (annotator < 0) this.#unnamed++;
      else this.#named.add(annotator);
    }
  }
}

/** The value that is there more often than any other, {@link SEVERAL} when there is none. */
function mostFrequent(values: readonly number[]): number {
  const counts = new Map<number, number>();
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
  let [most, winner] = [0, SEVERAL];
  for (const [value, count] of counts) {
    if (count === most) winner = SEVERAL;
    if (count <= most) continue;
    most = count;
    winner = value;
  }
  return winner;
}
