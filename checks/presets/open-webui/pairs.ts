import { Chat, type Turn } from './chat.ts';

/** A rated answer that has siblings, and the pairs to be made of it, the sibling's id first. */
export interface RatedSibling {
  readonly form: object;
  readonly arena: boolean;
  readonly label: boolean;
  readonly group: string;
  readonly prompt: readonly Turn[];
  readonly answer: string;
  readonly pairs: readonly (readonly [sibling: string, chosen: string, rejected: string])[];
  /** Why other answers make no pair with it, a name for each; and the answer alone no row, null where it makes one. */
  readonly causes: readonly string[];
  readonly cause: string | null;
}

/** Ratings of answers that stand side by side, in the arena and out of it. */
export function ratedSiblings(): RatedSibling[] {
  const sent: RatedSibling[] = [];

  /**
   * Rates answers to one question, each 1, -1 or not, and expects each pair that is named by two positions.
   *
   * @param more.causes why other answers make no pair, by the position of the rated one
   */
  function rate(
    name: string,
    arena: boolean,
    answers: readonly string[],
    thumbs: readonly (1 | -1 | null)[],
    pairs: readonly (readonly [rated: number, sibling: number])[],
    {
      earlier = [],
      causes = [],
      cause = null,
    }: { earlier?: readonly string[]; causes?: readonly (readonly string[])[]; cause?: string | null } = {},
  ): void {
    const chat = new Chat(name);
    let tip: string | null = null;
    const prompt: Turn[] = [];
    for (const [index, content] of [...earlier, `Which is better, ${name}?`].entries()) {
      const role = index % 2 === 0 ? 'user' : 'assistant';
      tip = chat.add(role, content, tip);
      prompt.push({ role, content });
    }
    const ids = answers.map((answer) => chat.add('assistant', answer, tip));
    for (const [rated, thumb] of thumbs.entries()) {
      if (thumb === null) continue;
      const label = thumb === 1;
      const [form, answer] = [chat.rate(ids[rated], thumb, arena), answers[rated]];
      const made = pairs
        .filter(([one]) => one === rated)
        .map(([, other]) => {
          const [chosen, rejected] = label ? [answer, answers[other]] : [answers[other], answer];
          return [ids[other], chosen, rejected] as const;
        });
      sent.push({
        form,
        arena,
        label,
        group: name,
        prompt,
        answer,
        pairs: made,
        causes: causes[rated] ?? [],
        cause,
      });
    }
  }

  for (let number = 0; number < 24; number++) {
    const thumb = number % 2 === 0 ? 1 : -1;
    rate(`arena-${number}`, true, [`Good ${number}`, `Other ${number}`], [thumb, null], [[0, 1]]);
    rate(`beside-${number}`, false, [`Good ${number}`, `Other ${number}`], [null, thumb], [[1, 0]]);
  }
  const three = ['one', 'two', 'three'];
  rate(
    'one-of-three',
    true,
    three,
    [1, null, null],
    [
      [0, 1],
      [0, 2],
    ],
  );
  const judged = [
    [0, 1],
    [1, 0],
    [1, 2],
    [2, 1],
  ] as const;
  rate('all-judged', true, three, [1, -1, 1], judged, { causes: [['same-thumb'], [], ['same-thumb']] });
  rate('later-on', true, ['left', 'right'], [-1, null], [[0, 1]], { earlier: ['Hello', 'Hi'] });
  rate('both-liked', true, ['fine', 'as fine'], [1, 1], [], { causes: [['same-thumb'], ['same-thumb']] });
  rate('same-words', true, ['echo', 'echo'], [1, null], [], { causes: [['same-words']] });
  rate('stopped', true, ['whole', ''], [1, null], [], { causes: [['no-text']] });
  rate('no-sibling', true, ['alone'], [1], [], { causes: [['no-sibling']] });
  rate('calling', true, ['whole', '<details type="tool_calls"></details>42'], [1, null], [], {
    causes: [['tool']],
  });
  rate('silent', true, ['', 'something'], [-1, null], [], { causes: [['no-text']], cause: 'no-text' });
  return sent;
}

/** The row a pair is to give, but for its id. */
export function preferenceRow({ prompt, group }: RatedSibling, chosen: string, rejected: string) {
  const said = (content: string): Turn[] => [{ role: 'assistant', content }];
  return {
    prompt,
    chosen: said(chosen),
    rejected: said(rejected),
    group,
    annotator: 'cid',
  };
}
