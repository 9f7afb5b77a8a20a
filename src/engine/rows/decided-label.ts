import type { DatasetShape } from '../../model/shape.ts';
import { hasSpans, TASKS } from '../../model/tasks.ts';
import type { TokenSpan } from '../spans/token-span.ts';
import type { Metric } from './agreement.ts';
import type { SpansOf } from './arbiter.ts';
import { TextReader } from './text-store.ts';
import type { ValueMemory } from './values.ts';
import { choicePartOf, labelPartOf, numberIn, spansIn } from './values.ts';

/** The label of a task whose rows have only texts. */
const NOTHING = 0;

/**
 * What people decide about a row: its score, its label or its choice, not the columns kept beside it; nothing for a
 * task that has none. Labels are compared by their numbers, which stay the same however the values are numbered. A
 * score is its own number.
 */
export class DecidedLabels {
  /** How two labels are compared: how far apart they are, and the spans of each. */
  readonly compared: { readonly metric: Metric; readonly spansOf: SpansOf | null };
  /** True when values are more than the label: rows of the same label may have different ones. */
  readonly hasMore: boolean;
  readonly #shape: DatasetShape;
  readonly #role: (typeof TASKS)[DatasetShape['task']]['value'];
  readonly #hasChoice: boolean;
  readonly #numbers = new Map<string, number>();
  /** By number of a label its spans, where labels are spans. */
  readonly #spans: (readonly TokenSpan[])[] = [];

  constructor(shape: DatasetShape) {
    this.#shape = shape;
    this.#role = TASKS[shape.task].value;
    this.#hasChoice = TASKS[shape.task].hasChoice;
    this.compared = {
      metric: this.#role === 'score' ? 'interval' : 'nominal',
      spansOf: hasSpans(shape.task) ? (label) => this.#spans[label] : null,
    };
    this.hasMore = shape.values.length > (this.#role === null ? 0 : 1);
  }

  /** The bytes of packed values that hold the label. */
  partOf(packed: Uint8Array): Uint8Array {
    if (this.#hasChoice) return choicePartOf(packed);
    return this.#role === null ? packed.subarray(0, 0) : labelPartOf(this.#shape, packed);
  }

  /** Number of the label that such bytes hold. */
  numberOf(part: Uint8Array): number {
    if (this.#role === null && !this.#hasChoice) return NOTHING;
    if (this.#role === 'score') return numberIn(part);
    const key = Buffer.from(part.buffer, part.byteOffset, part.length).toString('latin1');
    const known = this.#numbers.get(key);
    if (known !== undefined) return known;
    const number = this.#numbers.size;
    this.#numbers.set(key, number);
    if (this.compared.spansOf !== null) this.#spans.push(spansIn(part));
    return number;
  }

  /** Gives the label of values by their number. @param memory what the numbers stand for, null where they are classes */
  of(memory: ValueMemory): (value: number) => number {
    if (memory === null) return (value) => value;
    const reader = new TextReader(memory);
    return (value) => this.numberOf(this.partOf(reader.at(value)));
  }
}
