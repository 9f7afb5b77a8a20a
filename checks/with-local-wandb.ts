// Runs a command with the address of a fresh local W&B and a key that may write to it as its last two arguments.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { startLocalWandb } from '../test/support/local-wandb/server.ts';

/** W&B's Python client wants 40 characters or more. */
const KEY = '0123456789'.repeat(4);
const [command, ...args] = process.argv.slice(2);
const wandb = await startLocalWandb();
wandb.addKey(KEY, { entity: 'sambodhan' });
const [exitCode] = await once(spawn(command, [...args, wandb.url, KEY], { stdio: 'inherit' }), 'exit');
await wandb.close();
process.exitCode = exitCode ?? 1;
