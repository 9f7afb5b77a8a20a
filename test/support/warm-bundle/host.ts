// Runs one bundle again and again in one process, one run after another: `node host.ts <bundle>`. Each run has the
// bundle's modules anew, the environment and the folder it is sent, and ends when nothing keeps it waiting any more, as
// a process does. What is warm is Node and the compiled code.
import { enableCompileCache, registerHooks } from 'node:module';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { reportSavedTime } from '../publish-lab/fast-clock.ts';
import { END_OF_RUN, type HostedEnd, type HostedRun } from './protocol.ts';

/** How a bundle ends: with the module that runs the action. */
const START =
  /^(?:\/\*+\/ )?var __webpack_exports__ = (__nccwpck_require__\(\d+\));\n(?:\/\*+\/ )?__webpack_exports__ = await __webpack_exports__;$/gm;
const AGAIN = `export async function runAgain() {
  for (const id of Object.keys(__webpack_module_cache__)) delete __webpack_module_cache__[id];
  await $1;
}`;
const LOOK_MS = 2;

enableCompileCache();
const url = pathToFileURL(path.resolve(process.argv[2])).href;
registerHooks({
  load(loaded, context, next) {
    const module = next(loaded, context);
    if (loaded !== url) return module;
    const source = String(module.source);
    if ([...source.matchAll(START)].length !== 1) throw new Error('the bundle does not end as it used to');
    return { ...module, source: source.replace(START, AGAIN) };
  },
});
const { runAgain }: { runAgain: () => Promise<void> } = await import(url);
const streams = [process.stdout, process.stderr];

process.on('message', async (run: HostedRun) => {
  for (const name of Object.keys(process.env)) delete process.env[name];
  Object.assign(process.env, run.environment);
  process.chdir(run.cwd);
  process.exitCode = undefined;
  const atRest = countWaits();
  await runAgain();
  // The clock of the run may be fast, this one is not.
  while (countWaits() > atRest) await new Promise((resolve) => setTimeout(resolve, LOOK_MS));
  reportSavedTime();
  for (const stream of streams) stream.write(END_OF_RUN);
  process.send!({ exitCode: Number(process.exitCode ?? 0) } satisfies HostedEnd);
});

/** What would keep a process from ending. */
function countWaits(): number {
  return process.getActiveResourcesInfo().length;
}
