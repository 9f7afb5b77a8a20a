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
  /** Confirms an example, or takes the confirmation back, as the page's button does. */
  confirm(by: Annotator, example: number): Promise<void>;
  call(by: Annotator, method: string, path: string, body?: object): Promise<void>;
}

interface Made {
  readonly id: number;
}

/**
 * Creates a project of two annotators, the first of which owns it.
 *
 * @param categories their names; none for a project of sequence to sequence
 */
export async function createProject(
  [owner, other]: readonly [Annotator, Annotator],
  categories: readonly string[],
  settings: object = {},
): Promise<Project> {
  const isClassification = categories.length > 0;
  const made = async ({ api }: Annotator, path: string, body: object) =>
    (await api<Made>('POST', path, body)).id;
  const type = isClassification
    ? { project_type: 'DocumentClassification', resourcetype: 'TextClassificationProject' }
    : { project_type: 'Seq2seq', resourcetype: 'Seq2seqProject' };
  const id = await made(owner, '/v1/projects', {
    name: 'Project',
    description: 'Tried',
    ...type,
    ...settings,
  });
  const path = `/v1/projects/${id}`;
  const roles = await owner.api<(Made & { name: string })[]>('GET', '/v1/roles');
  const role = roles.find(({ name }) => name === 'annotator')!.id;
  await made(owner, `${path}/members`, { user: other.id, role });
  const types = new Map<string, number>();
  for (const text of categories) types.set(text, await made(owner, `${path}/category-types`, { text }));
  return {
    example: (text) => made(owner, `${path}/examples`, { text }),
    async label(by, example, ...labels) {
      const ids: number[] = [];
      for (const label of labels) {
        const [kind, body] = isClassification
          ? ['categories', { label: types.get(label) }]
          : ['texts', { text: label }];
        ids.push(await made(by, `${path}/examples/${example}/${kind}`, body));
      }
      return ids;
    },
    confirm: ({ api }, example) => api('POST', `${path}/examples/${example}/states`, {}),
    call: ({ api }, method, rest, body) => api(method, `${path}${rest}`, body),
  };
}
