import type { Api } from '../support/api.ts';

interface Made {
  readonly id: string;
}

const options = (...values: readonly (string | number)[]) =>
  values.map((value) => (typeof value === 'number' ? { value } : { value, text: value }));

const QUESTIONS = {
  urgency: { type: 'label_selection', options: options('normal', 'urgent') },
  topics: { type: 'multi_label_selection', options: options('roads', 'water', 'schools') },
  quality: { type: 'rating', options: options(1, 2, 3, 4, 5) },
  note: { type: 'text', use_markdown: false },
};

/** Answers or suggestions by the name of the question. */
export type Answers = Readonly<Record<string, string | readonly string[] | number>>;

/** Calls that put records and responses into one dataset; each returns the id of what it made. */
export interface AnnotatedDataset {
  record(body: string, suggestions?: Answers, type?: 'model' | 'human' | null): Promise<string>;
  respond(annotator: Api, record: string, answers: Answers, status?: string): Promise<string>;
}

/** Creates and publishes a dataset with a text and four questions. */
export async function createDataset(owner: Api, workspace: string, name: string): Promise<AnnotatedDataset> {
  const { id: dataset } = await owner<Made>('POST', '/api/v1/datasets', {
    name,
    workspace_id: workspace,
    distribution: { strategy: 'overlap', min_submitted: 2 },
  });
  const path = `/api/v1/datasets/${dataset}`;
  await owner('POST', `${path}/fields`, {
    name: 'body',
    title: 'Body',
    required: true,
    settings: { type: 'text', use_markdown: false },
  });
  const questions = new Map<string, string>();
  for (const [question, settings] of Object.entries(QUESTIONS)) {
    const required = question === 'urgency';
    const form = { name: question, title: question, required, settings };
    questions.set(question, (await owner<Made>('POST', `${path}/questions`, form)).id);
  }
  await owner('PUT', `${path}/publish`);
  return {
    async record(body, suggestions = {}, type = 'model') {
      const suggested = Object.entries(suggestions).map(([question, value]) => {
        return { question_id: questions.get(question), value, type, agent: 'classifier' };
      });
      const { items } = await owner<{ items: Made[] }>('POST', `${path}/records/bulk`, {
        items: [{ fields: { body }, suggestions: suggested }],
      });
      return items[0].id;
    },
    async respond(annotator, record, answers, status = 'submitted') {
      const values = Object.fromEntries(Object.entries(answers).map(([key, value]) => [key, { value }]));
      const response = await annotator<Made>('POST', `/api/v1/records/${record}/responses`, {
        values,
        status,
      });
      return response.id;
    },
  };
}
