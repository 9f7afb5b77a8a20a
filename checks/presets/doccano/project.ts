import type { Api } from '../support/api.ts';

/** Somebody who annotates: the number, and calls as him or her. */
export interface Annotator {
  readonly id: number;
  readonly api: Api;
}

/** Calls that put examples, labels and confirmations into one project. */
export interface Project {
  /** Makes an example and returns its number. */
  example(text: string): Promise<number>;
  /** Gives an example categories by name, or texts in a project of sequence to sequence; returns the labels' numbers. */
  label(by: Annotator, example: number, ...labels: readonly string[]): Promise<number[]>;
  /** Marks a span of an example, in a project of sequence labelling. */
  mark(by: Annotator, example: number, label: string, start: number, end: number): Promise<void>;
  /** Confirms an example, or takes the confirmation back, as the page's button does. */
  confirm(by: Annotator, example: number): Promise<void>;
  call(by: Annotator, method: string, path: string, body?: object): Promise<void>;
}

/** What the annotators of a project give an example; the names of the labels, where there are some. */
export type Kind =
  | { readonly gives: 'categories' | 'spans'; readonly names: readonly string[] }
  | { readonly gives: 'texts' };

const TYPES = {
  categories: { project_type: 'DocumentClassification', resourcetype: 'TextClassificationProject' },
  spans: { project_type: 'SequenceLabeling', resourcetype: 'SequenceLabelingProject' },
  texts: { project_type: 'Seq2seq', resourcetype: 'Seq2seqProject' },
};

interface Made {
  readonly id: number;
}

/** Creates a project of two annotators, the first of which owns it. */
export async function createProject(
  [owner, other]: readonly [Annotator, Annotator],
  kind: Kind,
  settings: object = {},
): Promise<Project> {
  const made = async ({ api }: Annotator, path: string, body: object) =>
    (await api<Made>('POST', path, body)).id;
  const id = await made(owner, '/v1/projects', {
    name: 'Project',
    description: 'Tried',
    ...TYPES[kind.gives],
    ...settings,
  });
  const path = `/v1/projects/${id}`;
  const roles = await owner.api<(Made & { name: string })[]>('GET', '/v1/roles');
  const role = roles.find(({ name }) => name === 'annotator')!.id;
  await made(owner, `${path}/members`, { user: other.id, role });
  const types = new Map<string, number>();
  const route = kind.gives === 'spans' ? 'span-types' : 'category-types';
  const names = kind.gives === 'texts' ? [] : kind.names;
  for (const text of names) types.set(text, await made(owner, `${path}/${route}`, { text }));
  return {
    example: (text) => made(owner, `${path}/examples`, { text }),
    async label(by, example, ...labels) {
      const ids: number[] = [];
      for (const label of labels) {
        const body = kind.gives === 'texts' ? { text: label } : { label: types.get(label) };
        ids.push(await made(by, `${path}/examples/${example}/${kind.gives}`, body));
      }
      return ids;
    },
    async mark(by, example, label, start, end) {
      const body = { label: types.get(label), start_offset: start, end_offset: end };
      await made(by, `${path}/examples/${example}/spans`, body);
    },
    confirm: ({ api }, example) => api('POST', `${path}/examples/${example}/states`, {}),
    call: ({ api }, method, rest, body) => api(method, `${path}${rest}`, body),
  };
}
