import type { Api } from '../support/api.ts';

/** One control's part of a result, as Label Studio's page sends it. */
export function choices(control: string, ...names: readonly string[]) {
  return { from_name: control, to_name: 'shown', type: 'choices', value: { choices: names } };
}

/** Calls that put tasks, predictions and annotations into one project; each returns the id of what it made. */
export interface Project {
  task(data: object): Promise<number>;
  predict(task: number, result: readonly object[], version?: string): Promise<number>;
  annotate(task: number, result: readonly object[], rest?: object): Promise<number>;
}

/** Creates a project. @param controls the part of its labelling interface below the text */
export async function createProject(
  api: Api,
  title: string,
  textKey: string,
  controls: string,
): Promise<Project & { readonly id: number }> {
  const { id: project } = await api<{ id: number }>('POST', '/api/projects/', {
    title,
    label_config: `<View><Text name="shown" value="$${textKey}"/>${controls}</View>`,
    enable_empty_annotation: true,
    maximum_annotations: 1,
  });
  const made = async (path: string, body: object) => (await api<{ id: number }>('POST', path, body)).id;
  return {
    id: project,
    task: (data) => made('/api/tasks/', { project, data }),
    predict: (task, result, version = 'v1') =>
      made('/api/predictions/', { task, project, result, model_version: version }),
    annotate: (task, result, rest) => made(`/api/tasks/${task}/annotations/`, { result, ...rest }),
  };
}
