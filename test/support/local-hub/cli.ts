// Serves a local Hub until SIGTERM or SIGINT; its address is the first line of output: {"url":"http://…"}.
// usage: cli.ts [--port <port>] [--token <token>:<user>[:write|read]]… [--organization <name>]…
//               [--default-visibility public|private] [--state-file <path>]
import { parseArgs } from 'node:util';
import type { HubOptions } from './hub-state.ts';
import { startLocalHub } from './server.ts';

const { values } = parseArgs({
  options: {
    port: { type: 'string', default: '0' },
    token: { type: 'string', multiple: true, default: [] },
    organization: { type: 'string', multiple: true, default: [] },
    'default-visibility': { type: 'string', default: 'public' },
    'state-file': { type: 'string' },
  },
});
const visibility = values['default-visibility'];
if (visibility !== 'public' && visibility !== 'private') {
  throw new Error(`--default-visibility is public or private, not ${visibility}`);
}
const defaultVisibility: HubOptions['defaultVisibility'] = visibility;
const hub = await startLocalHub({
  port: Number(values.port),
  defaultVisibility,
  stateFile: values['state-file'],
});
for (const text of values.token) {
  const [token, user, role = 'write'] = text.split(':');
  if (!user || (role !== 'read' && role !== 'write')) {
    throw new Error(`--token is <token>:<user>[:write|read], not ${text}`);
  }
  hub.addToken({ token, user, role, organizations: values.organization });
}
for (const signal of ['SIGTERM', 'SIGINT']) process.once(signal, () => hub.close());
console.log(JSON.stringify({ url: hub.url }));
