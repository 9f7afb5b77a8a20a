import type { TokenSpan } from '../spans/token-span.ts';

/** How far apart two values are: `nominal` ones are the same or not, `interval` ones have a difference. */
export type Metric = 'nominal' | 'interval';

/** How far annotators agree beyond chance. */
export interface AnnotatorAgreement {
  /** Krippendorff's alpha, 1 for full agreement and 0 for that of chance; null when all values are the same, or none. */
  readonly alpha: number | null;
  /**
   * F1 score of the spans of each two annotators of a text, over all texts (Hripcsak and Rothschild 2005, "Agreement, the
   * F-Measure, and Reliability in Information Retrieval"); null if nobody marked a span, missing without spans.
   */
  readonly spanF1?: number | null;
  /** Texts that have values of at least two annotators. */
  readonly texts: number;
  /** Annotators of these texts. */
  readonly annotators: number;
}

const DECIMALS = 4;

/**
 * Krippendorff's alpha over texts, one by one, in time linear in their values and memory linear in the different ones
 * (Krippendorff 2011, "Computing Krippendorff's Alpha-Reliability", https://repository.upenn.edu/asc_papers/43): one
 * less the disagreement observed within the texts over that expected between any two values.
 */
export class Alpha {
  readonly #sums: NominalSums | IntervalSums;
  texts = 0;
  #values = 0;
  #within = 0;

  constructor(metric: Metric) {
    this.#sums = metric === 'nominal' ? new NominalSums() : new IntervalSums();
  }

  /** Adds the values of a text, one for each annotator. A text with fewer than two values does not count. */
  add(values: readonly number[]): void {
    if (values.length < 2) return;
    this.texts++;
    this.#values += values.length;
    this.#within += this.#sums.add(values) / (values.length - 1);
  }

  /** Alpha of the texts so far, to four decimals; null where it has no meaning. */
  get(): number | null {
    const expected = this.#sums.total();
    if (expected === 0) return null;
    const alpha = 1 - ((this.#values - 1) * this.#within) / expected;
    return Number(alpha.toFixed(DECIMALS));
  }
}

/** Sums of differences between values that are the same, 0, or not, 1. */
class NominalSums {
  readonly #counts = new Map<number, number>();

  /** Sum over the ordered pairs of these values, which are taken in. */
  add(values: readonly number[]): number {
    const here = new Map<number, number>();
    for (const value of values) {
      here.set(value, (here.get(value) ?? 0) + 1);
      this.#counts.set(value, (this.#counts.get(value) ?? 0) + 1);
    }
    return differentPairs(here);
  }

  /** Sum over the ordered pairs of all values. */
  total(): number {
    return differentPairs(this.#counts);
  }
}

function differentPairs(counts: ReadonlyMap<number, number>): number {
  let all = 0;
  for (const count of counts.values()) all += count;
  let pairs = 0;
  for (const count of counts.values()) pairs += count * (all - count);
  return pairs;
}

/** Sums of squared differences. */
class IntervalSums {
  readonly #spread = new Spread();

  add(values: readonly number[]): number {
    const here = new Spread();
    for (const value of values) {
      here.add(value);
      this.#spread.add(value);
    }
    return here.squaredDifferences();
  }

  total(): number {
    return this.#spread.squaredDifferences();
  }
}

/** Squared distances from the mean of numbers as they come (Welford 1962, "Note on a Method for Calculating Corrected Sums of Squares and Products"). */
class Spread {
  #count = 0;
  #mean = 0;
  #squares = 0;

  add(value: number): void {
    const distance = value - this.#mean;
    this.#mean += distance / ++this.#count;
    this.#squares += distance * (value - this.#mean);
  }

  /** Sum over the ordered pairs. */
  squaredDifferences(): number {
    return 2 * this.#count * this.#squares;
  }
}

/** F1 score of the spans of each two annotators of a text, one text after the other. */
export class SpanAgreement {
  #common = 0;
  #all = 0;

  /** Takes the spans of each annotator of a text. */
  add(annotators: readonly (readonly TokenSpan[])[]): void {
    for (const [index, spans] of annotators.entries()) {
      const own = new Set(spans.map(keyOf));
      for (const others of annotators.slice(index + 1)) {
        this.#common += others.filter((span) => own.has(keyOf(span))).length;
        this.#all += spans.length + others.length;
      }
    }
  }

  /** The score so far, to four decimals; null without spans. */
  get(): number | null {
    return this.#all === 0 ? null : Number(((2 * this.#common) / this.#all).toFixed(DECIMALS));
  }
}

function keyOf({ first, end, classId }: TokenSpan): string {
  return `${first} ${end} ${classId}`;
}
