import type { AnnotatorRule } from '../../model/trust.ts';
import type { TokenSpan } from '../spans/token-span.ts';
import { Alpha, type AnnotatorAgreement, type Metric, SpanAgreement } from './agreement.ts';
import { UNNAMED } from './correction-notes.ts';

/** Returns the spans of a label by its number. */
export type SpansOf = (label: number) => readonly TokenSpan[];

/** Stands for several labels of which none is newer. */
const SEVERAL = null;

/** An annotator's label of a text: the last one that they gave. */
class Opinion {
  label: number | typeof SEVERAL;
  #time: number;

  constructor(label: number, time: number) {
    this.label = label;
    this.#time = time;
  }

  hear(label: number, time: number): void {
    if (time < this.#time) return;
    this.label = time > this.#time || label === this.label ? label : SEVERAL;
    this.#time = time;
  }
}

function heard(opinion: Opinion | undefined, label: number, time: number): Opinion {
  if (opinion === undefined) return new Opinion(label, time);
  opinion.hear(label, time);
  return opinion;
}

/**
 * Decides which label of a text, or of an id, counts that several people corrected, whatever the order of their corrections,
 * and measures how far they agree.
 */
export class Arbiter {
  readonly #rule: AnnotatorRule;
  readonly #alpha: Alpha;
  readonly #spanAgreement = new SpanAgreement();
  readonly #spansOf: SpansOf | null;
  /** Annotators of texts that have several, by their numbers, and those without a name. */
  readonly #named = new Set<number>();
  #unnamed = 0;
  /** Of the text in hand: its labels, what all say together, and what each annotator says, those without a name below 0. */
  readonly #labels = new Set<number>();
  #all: Opinion | undefined;
  readonly #opinions = new Map<number, Opinion>();

  /**
   * @param options.rule which label counts
   * @param options.metric how far apart two labels are
   * @param options.spansOf returns the spans of a label; null for other labels
   */
  constructor({
    rule,
    metric,
    spansOf = null,
  }: { rule: AnnotatorRule; metric: Metric; spansOf?: SpansOf | null }) {
    this.#rule = rule;
    this.#spansOf = spansOf;
    this.#alpha = new Alpha(metric);
  }

  /** Adds a correction of the current text. @param label number of its label, see `DecidedLabels` */
  hear(label: number, annotator: number, time: number): void {
    this.#labels.add(label);
    this.#all = heard(this.#all, label, time);
    const key = annotator === UNNAMED ? -1 - this.#opinions.size : annotator;
    this.#opinions.set(key, heard(this.#opinions.get(key), label, time));
  }

  /** Ends the current text. @returns number of the label that counts, null when none does */
  decide(): number | null {
    this.#compare();
    const [only, ...others] = this.#labels;
    const label = others.length === 0 ? only : this.#labelByRule();
    this.#labels.clear();
    this.#opinions.clear();
    this.#all = undefined;
    return label;
  }

  /** How far the annotators of all texts agree. */
  agreement(): AnnotatorAgreement {
    const { texts } = this.#alpha;
    const spanF1 = this.#spansOf === null ? {} : { spanF1: this.#spanAgreement.get() };
    return { alpha: this.#alpha.get(), ...spanF1, texts, annotators: this.#named.size + this.#unnamed };
  }

  #labelByRule(): number | typeof SEVERAL {
    if (this.#rule === 'unanimous') return SEVERAL;
    return this.#rule === 'latest' ? this.#all!.label : mostFrequent(this.#votes());
  }

  /** The annotators' labels, without annotators who gave several labels at the same time. */
  #votes(): number[] {
    return Array.from(this.#opinions.values(), ({ label }) => label).filter((label) => label !== SEVERAL);
  }

  #compare(): void {
    const votes = this.#votes();
    if (votes.length < 2) return;
    this.#alpha.add(votes);
    if (this.#spansOf !== null) this.#spanAgreement.add(votes.map(this.#spansOf));
    for (const [annotator, { label }] of this.#opinions) {
      if (label === SEVERAL) continue;
      if (annotator < 0) this.#unnamed++;
      else this.#named.add(annotator);
    }
  }
}

/** The most frequent label, {@link SEVERAL} if several are equally frequent. */
function mostFrequent(labels: readonly number[]): number | typeof SEVERAL {
  const counts = new Map<number, number>();
  for (const label of labels) counts.set(label, (counts.get(label) ?? 0) + 1);
  let most = 0;
  let winner: number | typeof SEVERAL = SEVERAL;
  for (const [label, count] of counts) {
    if (count === most) winner = SEVERAL;
    if (count <= most) continue;
    most = count;
    winner = label;
  }
  return winner;
}
