// Starts each bundle alone in an empty folder, as a runner that holds nothing else, and prints how long it takes to
// come to its first complaint about the missing inputs, beside the time Node itself takes to start. Of the root action
// it also checks the time to its first words to the database.
import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { cpSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { type AddressInfo, createServer } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { Checks } from '../../test/support/checks.ts';

const DIST = path.resolve(import.meta.dirname, '../../dist');
const RUNS = 9;
/** The root action may take this much longer to its first words to the database than Node to do nothing. */
const LIMIT_MS = 150;
const checks = new Checks();

for (const name of readdirSync(DIST)) {
  const folder = mkdtempSync(path.join(tmpdir(), 'cold-start-'));
  try {
    cpSync(path.join(DIST, name), folder, { recursive: true });
    const { status, stdout, stderr } = start('index.js', folder);
    const isClear = status === 1 && /^::error::The inputs cannot be used\./m.test(stdout) && stderr === '';
    const bundle = medianMs(() => start('index.js', folder));
    const bare = medianMs(() => start('--eval=0', folder));
    const times = `${bundle.toFixed(0)} ms to start, ${bare.toFixed(0)} ms of them Node's own`;
    checks.check(`${name}: ${times}`, isClear, `exit ${status}\n${stdout}${stderr}`);
    if (name === 'prepare-dataset') await checkFirstQuery(folder);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
checks.close();

/** The fastest start counts: noise of the machine only ever adds. */
async function checkFirstQuery(folder: string): Promise<void> {
  const bare: number[] = [];
  const bundle: number[] = [];
  for (let run = 0; run < RUNS; run++) {
    const startedAt = performance.now();
    start('--eval=0', folder);
    bare.push(performance.now() - startedAt);
    bundle.push(await firstQueryMs(folder));
  }
  const more = Math.min(...bundle) - Math.min(...bare);
  const name = `prepare-dataset: speaks to the database ${more.toFixed(0)} ms after bare Node would have ended`;
  checks.check(name, more <= LIMIT_MS, `the limit is ${LIMIT_MS} ms`);
}

async function firstQueryMs(cwd: string): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  const env = {
    'INPUT_POSTGRES-URL': `postgresql://user:password@127.0.0.1:${port}/db`,
    'INPUT_DEPARTMENT-DATASET': 'owner/name',
    'INPUT_HF-TOKEN': 'hf_token',
  };
  const startedAt = performance.now();
  const child = spawn(process.execPath, ['index.js'], { cwd, env, stdio: 'ignore' });
  const [socket] = await once(server, 'connection');
  await once(socket, 'data');
  const ms = performance.now() - startedAt;
  child.kill('SIGKILL');
  await once(child, 'exit');
  socket.destroy();
  server.close();
  return ms;
}

function start(argument: string, cwd: string) {
  return spawnSync(process.execPath, [argument], { cwd, env: {}, encoding: 'utf8' });
}

function medianMs(run: () => void): number {
  const times = Array.from({ length: RUNS }, () => {
    const startedAt = performance.now();
    run();
    return performance.now() - startedAt;
  });
  return times.sort((a, b) => a - b)[Math.floor(RUNS / 2)];
}
