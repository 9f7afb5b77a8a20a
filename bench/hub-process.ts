// A local Hub in a process of its own, so that its work is not counted as anybody's. Prints its address; answers the
// message "take" with what it got since the last one. Usage: hub-process.ts <milliseconds added to each request>
import { startLocalHub } from '../test/support/local-hub/server.ts';

const latencyMs = Number(process.argv[2] ?? 0);
const hub = await startLocalHub();
hub.addToken({ token: 'hf_bench', user: 'bench', role: 'write' });
if (latencyMs > 0) {
  hub.faults.add({
    path: /./,
    times: Number.POSITIVE_INFINITY,
    when: 'before',
    kind: { delayMs: latencyMs },
  });
}
process.on('message', () => {
  const bytes = hub.requests.reduce((sum, { bytesIn }) => sum + bytesIn, 0);
  process.send?.({ requests: hub.requests.length, bytes });
  hub.clearRequests();
  hub.clearLargeFiles();
});
process.send?.({ url: hub.url });
