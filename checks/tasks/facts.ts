/** A feature in one spelling: a dtype, the names of classes, a list of something, or the fields of a record. */
export type Feature =
  | string
  | { readonly classes: readonly string[] }
  | readonly [Feature]
  | { readonly [field: string]: Feature };

const MESSAGES: Feature = [{ role: 'string', content: 'string' }];

/** The features each dataset of the file must have, in the order of its columns. */
export const FEATURES: Readonly<Record<string, Readonly<Record<string, Feature>>>> = {
  sentiment: {
    review: 'string',
    mood: { classes: ['good', 'fair', 'bad'] },
    is_verified: 'bool',
    helpful: 'int64',
    place: 'int64',
    views: 'int64',
    weight: 'float32',
    share: 'float64',
    price: 'string',
    tags: ['string'],
    numbers: 'string',
    day: 'string',
    seen_at: 'string',
    at: 'string',
    span: 'string',
    details: 'string',
    facts: 'string',
    token: 'string',
    raw: 'string',
    code: 'string',
    turn: 'string',
    nothing: 'string',
  },
  topics: {
    text: 'string',
    labels: [{ classes: ['delivery', 'price', 'quality', 'never'] }],
    state: 'string',
  },
  typed: {
    text: 'string',
    label: { classes: ['good', 'fair', 'bad'] },
    tags: ['string'],
    numbers: ['int64'],
    prices: ['string'],
    day: 'date32',
    seen_at: 'timestamp[us, tz=UTC]',
    seen_local: 'timestamp[us]',
    at: 'string',
  },
  'topics-hot': { text: 'string', label: ['float32'] },
  entities: {
    text: 'string',
    tokens: ['string'],
    ner_tags: [{ classes: ['O', 'B-place', 'I-place', 'B-person', 'I-person', 'B-never', 'I-never'] }],
    spans: [{ start: 'int64', end: 'int64', label: 'string' }],
  },
  points: { text: 'string', score: 'float32' },
  'mood-sklearn': { text: 'string', label: { classes: ['bad', 'fair', 'good'] } },
  'same-ticket': { sentence1: 'string', sentence2: 'string', label: { classes: ['same', 'different'] } },
  'close-ticket': { text_a: 'string', text_b: 'string', score: 'float32' },
  history: { messages: MESSAGES },
  answers: { prompt: 'string', completion: 'string' },
  'answers-messages': { prompt: MESSAGES, completion: MESSAGES },
  choices: { prompt: 'string', chosen: 'string', rejected: 'string' },
  'choices-messages': { prompt: MESSAGES, chosen: MESSAGES, rejected: MESSAGES },
  votes: { prompt: 'string', completion: 'string', label: 'bool', worse: 'string' },
  'votes-messages': { prompt: MESSAGES, completion: MESSAGES, label: 'bool' },
  words: {
    on: 'string',
    no: {
      classes: ['no', 'yes', 'off', '12:30', '1_000', '2026-11-23', '=', '<<', '~', 'line\u2028separator'],
    },
  },
};

const MESSAGE_ROLES = Object.fromEntries(
  ['prompt', 'completion', 'chosen', 'rejected'].map((role) => [role, 'messages']),
);

/** Columns whose values are written otherwise than as PostgreSQL's JSON has them, by dataset. */
export const KINDS: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  sentiment: {
    is_verified: 'bool',
    helpful: 'integer',
    place: 'integer',
    views: 'integer',
    weight: 'float32',
    share: 'float64',
    price: 'numeric',
    tags: 'array',
    numbers: 'json',
    day: 'date',
    seen_at: 'timestamptz',
    at: 'time',
    span: 'interval',
    details: 'json',
    facts: 'json',
    token: 'uuid',
    raw: 'bytea',
    code: 'char',
    turn: 'composite',
    nothing: 'text',
  },
  typed: {
    tags: 'array',
    numbers: 'array',
    prices: 'numerics',
    day: 'typed-date',
    seen_at: 'typed-timestamptz',
    seen_local: 'typed-timestamp',
    at: 'time',
  },
  topics: { state: 'text' },
  votes: { worse: 'text' },
  'answers-messages': MESSAGE_ROLES,
  'choices-messages': MESSAGE_ROLES,
  'votes-messages': MESSAGE_ROLES,
};
