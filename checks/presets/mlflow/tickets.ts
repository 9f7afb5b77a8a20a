/** A trace to log, and what is said of it. */
export interface Case {
  readonly experiment: string;
  readonly inputs: unknown;
  readonly outputs: unknown;
  readonly child?: { readonly inputs: unknown; readonly outputs: unknown };
  readonly assessments: readonly Assessment[];
}

export interface Assessment {
  readonly name: string;
  readonly kind: 'feedback' | 'expectation';
  readonly value?: unknown;
  readonly user: string;
  readonly source?: string;
  readonly error?: string;
  readonly of_child?: boolean;
  /** What the value is replaced by. */
  readonly then?: unknown;
  /** By the name of a source, the row it gives, or the cause for which it gives none. */
  readonly gives: Readonly<Record<string, Readonly<Record<string, unknown>> | string>>;
}

const EXPERIMENT = 'tickets';

/** Traces of a classifier of tickets. The first experiment of a database has the number 1. */
export function tickets(): Case[] {
  const long = 'Where is my parcel? '.repeat(200);
  return [
    ...Array.from({ length: 12 }, (_, index) => classified(`Ticket ${index}: the parcel is late`, index)),
    classified(`${long}दुई दिन 🎉`, 12),
    classified('x < 5 & "quotes" \\ back', 13),
    {
      experiment: EXPERIMENT,
      inputs: { ticket: 'Three keys', page: 'a page' },
      outputs: { category: 'billing' },
      assessments: [
        feedback('category', 'billing', 'ana', { category: 'no-request' }),
        feedback('topics', ['price', 'parcel'], 'ana', {
          topics: { text: 'Three keys', labels: ['price', 'parcel'] },
        }),
        feedback('topics', [], 'ben', { topics: { text: 'Three keys', labels: [] } }),
        feedback('topics', 'price', 'cid', { topics: 'other-type' }),
        feedback('topics', ['price', 3], 'dan', { topics: 'other-type' }),
        feedback('tone', '4', 'ana', { tone: 'other-type' }),
        feedback('tone', 2.5, 'ben', { tone: { text: 'Three keys', score: 2.5 } }),
      ],
    },
    {
      experiment: EXPERIMENT,
      inputs: 'An input that is a text',
      outputs: null,
      assessments: [
        feedback('category', true, 'ana', {
          category: { text: 'An input that is a text', label: 'true', predicted: null },
        }),
        feedback('tone', 1, 'ana', { tone: 'no-request' }),
        { ...feedback('category', null, 'ben', { category: 'no-value' }), error: 'it broke' },
        { ...feedback('category', 'delivery', 'judge', {}), source: 'LLM_JUDGE' },
        { ...feedback('category', 'delivery', 'code', {}), source: 'CODE' },
        feedback('category', { deep: 1 }, 'cid', { category: 'other-type' }),
        {
          ...feedback('category', 'billing', 'dan', {
            category: { text: 'An input that is a text', label: 'delivery', predicted: null },
          }),
          // biome-ignore lint/suspicious/noThenProperty: the name of a key of the script's input
          then: 'delivery',
        },
      ],
    },
    {
      experiment: EXPERIMENT,
      inputs: { ticket: 'Assessed below the root' },
      outputs: { category: 'billing' },
      child: { inputs: { ticket: 'The text of the child' }, outputs: { category: 'delivery' } },
      assessments: [
        {
          ...feedback('category', 'billing', 'ana', {
            category: { text: 'The text of the child', label: 'billing', predicted: null },
          }),
          of_child: true,
        },
      ],
    },
    // MLflow cannot encode half a surrogate pair, and does not save the span.
    ...Object.entries({ 'broken \u0000 text': 'unreadable', 'half \ud83d a pair': 'no-span' }).map(
      ([ticket, cause]) => ({
        experiment: EXPERIMENT,
        inputs: { ticket },
        outputs: { category: 'billing' },
        assessments: [feedback('category', 'billing', 'ana', { category: cause })],
      }),
    ),
    {
      experiment: EXPERIMENT,
      inputs: { ticket: 'kept elsewhere' },
      outputs: { category: 'billing' },
      assessments: [feedback('category', 'billing', 'ana', { category: 'no-span' })],
    },
  ];
}

function classified(ticket: string, index: number): Case {
  const [label, predicted] = index % 3 === 0 ? ['billing', 'delivery'] : ['delivery', 'delivery'];
  const topics = index % 2 === 0 ? ['price'] : ['parcel'];
  return {
    experiment: EXPERIMENT,
    inputs: { ticket },
    outputs: { category: predicted },
    assessments: [
      feedback('category', label, 'ana', { category: { text: ticket, label, predicted: null } }),
      {
        ...feedback('right category', label, 'ana', {
          'expected-category': { text: ticket, label, predicted },
        }),
        kind: 'expectation',
      },
      feedback('topics', topics, 'ana', { topics: { text: ticket, labels: topics } }),
      feedback('tone', index, 'ana', { tone: { text: ticket, score: index } }),
      feedback('another name', label, 'ana', {}),
    ],
  };
}

/** Returns feedback by a person. */
export function feedback(name: string, value: unknown, user: string, gives: Assessment['gives']): Assessment {
  return { name, kind: 'feedback', value, user, gives };
}
