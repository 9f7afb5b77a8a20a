// Runs a command with the address of a fresh local Hub and a token that may write to it as its last two arguments.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { startLocalHub } from '../test/support/local-hub/server.ts';

const TOKEN = 'hf_local_hub';
const [command, ...args] = process.argv.slice(2);
const hub = await startLocalHub();
hub.addToken({ token: TOKEN, user: 'sambodhan', role: 'write' });
const [exitCode] = await once(spawn(command, [...args, hub.url, TOKEN], { stdio: 'inherit' }), 'exit');
await hub.close();
process.exitCode = exitCode ?? 1;
