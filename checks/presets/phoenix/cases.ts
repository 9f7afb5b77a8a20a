import { judgedChat } from '../support/judged-chat.ts';
/** A span to save, and what is said of it. */
export interface Case {
  readonly project: string;
  readonly attributes: unknown;
  readonly session?: string;
  readonly annotations: readonly Annotation[];
}

export interface Annotation {
  readonly name: string;
  readonly kind: 'HUMAN' | 'LLM' | 'CODE';
  readonly source: 'APP' | 'API';
  readonly label?: string;
  readonly score?: number;
  readonly explanation?: string;
  readonly identifier?: string;
  readonly user?: number;
  /** By the name of a source, the row it gives, or the cause for which it gives none. */
  readonly gives: Readonly<Record<string, Readonly<Record<string, unknown>> | string>>;
}

type Value = Pick<Annotation, 'label' | 'score' | 'explanation'>;

/** Spans of a classifier of tickets. */
export function tickets(): Case[] {
  const long = 'Where is my parcel? '.repeat(200);
  return [
    ...Array.from({ length: 12 }, (_, index) => ticket(`Ticket ${index}: the parcel is late`, index)),
    ticket(`${long}दुई दिन 🎉`, 12),
    ticket('x < 5 & "quotes" \\ back', 13),
    {
      project: 'tickets',
      attributes: { input: { value: '{"ticket": "as JSON"}', mime_type: 'application/json' } },
      annotations: [page('category', { label: 'billing' }, 1, { category: 'json-request' })],
    },
    {
      project: 'tickets',
      attributes: { input: { value: 7 }, metadata: { ticket: 'The text below another path' } },
      annotations: [
        page('category', { label: 'billing' }, 1, { category: 'no-request' }),
        page('urgency', { label: 'high' }, 1, {
          urgency: { text: 'The text below another path', label: 'high', predicted: null, annotator: '1' },
        }),
      ],
    },
    {
      project: 'tickets',
      attributes: { input: { value: 'Annotated several times' } },
      annotations: [
        // The same person by the page, by the API, and again by the page: the last one counts.
        page('category', { label: 'billing' }, 1, {}),
        { ...page('category', { label: 'billing' }, 1, {}), source: 'API' },
        page('category', { label: 'delivery' }, 1, {
          category: given('Annotated several times', 'delivery', { annotator: '1', predicted: null }),
        }),
        page('category', { label: 'billing' }, 2, {
          category: given('Annotated several times', 'billing', { annotator: '2', predicted: null }),
        }),
        // One key of the API for many people, who differ by the identifier.
        ...['cid', 'dan'].map(
          (identifier): Annotation => ({
            ...page('category', { label: 'billing' }, 2, {
              category: given('Annotated several times', 'billing', {
                annotator: identifier,
                predicted: null,
              }),
            }),
            source: 'API',
            identifier,
          }),
        ),
        // Judges that disagree predict nothing.
        judge('category', 'billing', 'LLM'),
        judge('category', 'delivery', 'CODE'),
        page('category', {}, undefined, { category: 'no-value' }),
        page('tone', { label: 'only a label' }, 1, { tone: 'no-value' }),
      ],
    },
    {
      ...ticket('Of another project', 0),
      project: 'elsewhere',
      annotations: [page('category', { label: 'billing' }, 1, {})],
    },
  ];
}

function ticket(text: string, index: number): Case {
  const label = index % 3 === 0 ? 'billing' : 'delivery';
  const urgency = index % 2 === 0 ? 'high' : 'low';
  return {
    project: 'tickets',
    attributes: {
      input: { value: text, mime_type: 'text/plain' },
      output: { value: 'delivery' },
      metadata: { ticket: `Elsewhere: ${text}` },
    },
    session: `session ${index}`,
    annotations: [
      page('category', { label }, 1, {
        category: given(text, label, { annotator: '1', predicted: 'delivery' }),
      }),
      judge('category', 'delivery', 'LLM'),
      page('tone', { score: index / 4 }, 1, { tone: { text, score: index / 4, annotator: '1' } }),
      page('urgency', { label: urgency }, 2, {
        urgency: { text: `Elsewhere: ${text}`, label: urgency, predicted: null, annotator: '2' },
      }),
      page('another name', { label }, 1, {}),
    ],
  };
}

/** Spans of a model that chats. The sessions have the numbers after those of the tickets. */
export function chats(firstSession: number): Case[] {
  const image = [{ message: { role: 'user', contents: [{ message_content: { type: 'image' } }] } }];
  const called = { role: 'assistant', content: 'Looking', tool_calls: [{ tool_call: { id: 'a' } }] };
  const asked = [{ message: { role: 'user', content: 'Is it there?' } }];
  return [
    ...Array.from({ length: 30 }, (_, index) => chat(index, String(firstSession + index))),
    broken({ input_messages: [], output_messages: answers('An answer') }, 'no-request'),
    broken({ input_messages: image, output_messages: answers('An answer') }, 'no-request'),
    broken({ output_messages: answers('An answer') }, 'no-request'),
    broken(
      { input_messages: [...asked, { message: called }], output_messages: answers('An answer') },
      'tool',
    ),
    broken({ input_messages: asked, output_messages: [{ message: called }] }, 'tool', 'What it should say'),
    broken({ input_messages: asked, output_messages: answers(' ') }, 'no-response', 'What it should say'),
    broken(
      { input_messages: asked, output_messages: answers('a', 'b') },
      'no-response',
      'What it should say',
    ),
  ];
}

function chat(index: number, group: string): Case {
  const { prompt, answer, wanted, completion, chosen } = judgedChat(index);
  const good = index % 3 !== 0;
  const row = { prompt, group, annotator: '1' };
  return {
    project: 'chats',
    session: `chat ${index}`,
    attributes: {
      input: { value: '{"messages": []}', mime_type: 'application/json' },
      output: { value: answer },
      llm: { input_messages: prompt.map((message) => ({ message })), output_messages: answers(answer) },
    },
    annotations: [
      page('correctness', { label: good ? 'correct' : 'incorrect', explanation: wanted }, 1, {
        thumbs: { ...row, completion, label: good },
        answers: { ...row, completion: chosen },
        pairs: index === 3 ? 'same-words' : { ...row, chosen, rejected: completion },
        texts: 'json-request',
      }),
      page('correctness', { label: 'partly' }, 2, {
        thumbs: 'other-label',
        answers: 'no-value',
        pairs: 'no-value',
        texts: 'other-label',
      }),
    ],
  };
}

/** A span that gives no pair; it gives an expected answer where `wanted` is one, which needs no given one. */
function broken(
  llm: { input_messages?: unknown; output_messages?: unknown },
  cause: string,
  wanted?: string,
): Case {
  const messages = llm.input_messages as { message: unknown }[] | undefined;
  const completion = [{ role: 'assistant', content: wanted }];
  const row = { prompt: messages?.map(({ message }) => message), completion, group: null, annotator: '1' };
  return {
    project: 'chats',
    attributes: {
      llm,
      input: { value: 'A question' },
      output: { value: '{}', mime_type: 'application/json' },
    },
    annotations: [
      page('correctness', { label: 'correct', explanation: 'What it should say' }, 1, {
        thumbs: cause,
        answers: wanted === undefined ? cause : row,
        pairs: cause,
        texts: 'json-response',
      }),
    ],
  };
}

function answers(...contents: string[]): object[] {
  return contents.map((content) => ({ message: { role: 'assistant', content } }));
}

function given(text: string, label: string, more: object): Readonly<Record<string, unknown>> {
  return { text, label, ...more };
}

/** An annotation as the page saves it; without a user where nobody has to sign in. */
function page(name: string, value: Value, user: number | undefined, gives: Annotation['gives']): Annotation {
  return { name, kind: 'HUMAN', source: 'APP', ...value, user, gives };
}

function judge(name: string, label: string, kind: 'LLM' | 'CODE'): Annotation {
  return { name, kind, source: 'API', identifier: kind, label, gives: {} };
}
