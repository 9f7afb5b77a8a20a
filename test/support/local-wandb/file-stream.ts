import { WandbServerError } from './wandb-error.ts';
import type { StoredRun, WandbState } from './wandb-state.ts';

interface FileChunk {
  readonly offset: number;
  readonly content: readonly string[];
}

interface FileStream {
  readonly files?: Readonly<Record<string, FileChunk>>;
  readonly complete?: boolean;
  readonly exitcode?: number;
}

const PATH = /^\/files\/([^/]+)\/([^/]+)\/([^/]+)\/file_stream$/;

export function isFileStream(path: string): boolean {
  return PATH.test(path);
}

/** Takes what a client streams about a run. @throws WandbServerError when there is no such run */
export function takeFileStream(state: WandbState, path: string, body: string): object {
  const [entity, project, name] = (PATH.exec(path) ?? []).slice(1).map(decodeURIComponent);
  const run = state.run(entity, project, name);
  if (run === undefined) throw new WandbServerError(404, `run ${entity}/${project}/${name} not found`);
  const { files = {}, complete = false, exitcode = 0 } = JSON.parse(body) as FileStream;
  const { 'wandb-history.jsonl': history, 'wandb-summary.json': summary } = files;
  if (history !== undefined) writeLines(run, history);
  if (summary !== undefined) run.summary = JSON.parse(summary.content.at(-1) ?? '{}');
  if (complete) {
    run.exitCode = exitcode;
    run.state = exitcode === 0 ? 'finished' : exitcode === 255 ? 'killed' : 'failed';
  }
  return { exitcode: null, limits: {} };
}

/** Lines that are sent again take the place of those sent before. */
function writeLines({ history }: StoredRun, { offset, content }: FileChunk): void {
  if (offset > history.length) throw new WandbServerError(400, `lines before ${offset} are missing`);
  history.splice(offset, content.length, ...content.map((line) => JSON.parse(line)));
}
