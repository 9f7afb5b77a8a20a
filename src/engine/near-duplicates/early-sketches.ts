import type { TextIndex } from '../rows/text-index.ts';
import { Query } from './query.ts';
import { SKETCH_WORDS } from './sketches.ts';

/** Number of texts between two checks for other work, about half a millisecond. */
const TEXTS_A_TURN = 256;

/**
 * Makes sketches of the texts that have arrived, while this thread waits for more. All datasets and threads that search the
 * texts share them. The search itself makes the sketch of any other text.
 */
export class EarlySketches {
  readonly #texts: TextIndex;
  #query: Query | undefined;
  #sketched = 0;
  #isWaiting = false;

  constructor(texts: TextIndex) {
    this.#texts = texts;
  }

  /** Begins with the texts that have no sketch yet. */
  begin(): void {
    const words = SKETCH_WORDS * this.#texts.length;
    const { sketches } = this.#texts;
    if (sketches === null) this.#sketched = 0;
    const made = new Int32Array(new SharedArrayBuffer(words * Int32Array.BYTES_PER_ELEMENT));
    if (sketches !== null) made.set(sketches);
    this.#texts.sketches = made;
    this.#isWaiting = true;
    setImmediate(this.#sketchSome);
  }

  /** Stops until {@link begin} is called again. */
  end(): void {
    this.#isWaiting = false;
  }

  readonly #sketchSome = () => {
    const { sketches, length } = this.#texts;
    if (!this.#isWaiting || sketches === null) return;
    this.#query ??= new Query();
    const end = Math.min(length, this.#sketched + TEXTS_A_TURN);
    for (; this.#sketched < end; this.#sketched++) {
      if (!this.#query.read(this.#texts.at(this.#sketched))) continue;
      sketches.set(this.#query.sketches.numbers, SKETCH_WORDS * this.#sketched);
    }
    if (end < length) setImmediate(this.#sketchSome);
  };
}
