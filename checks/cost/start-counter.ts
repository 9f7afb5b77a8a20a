// Loaded into a bundle's process by `--import`: when the bundle first speaks to a socket, prints as JSON how many bytes
// of script it has loaded and how many blocks of them it has run, by V8's precise coverage, and ends the process.
import { statSync } from 'node:fs';
import { Session } from 'node:inspector';
import { Socket } from 'node:net';
import { fileURLToPath } from 'node:url';

const session = new Session();
session.connect();
session.post('Profiler.enable');
session.post('Profiler.startPreciseCoverage', { callCount: true, detailed: true });

Socket.prototype.connect = () => {
  session.post('Profiler.takePreciseCoverage', (_, { result }) => {
    const scripts = result.filter(({ url }) => url.startsWith('file:') && url !== import.meta.url);
    const blocks = scripts.flatMap(({ functions }) =>
      functions.flatMap(({ ranges }) => ranges.map(({ count }) => count)),
    );
    const urls = new Set(scripts.map(({ url }) => url));
    const bytes = Array.from(urls, (url) => statSync(fileURLToPath(url)).size);
    const sum = (counts: Iterable<number>) => [...counts].reduce((total, count) => total + count, 0);
    process.stdout.write(`\n${JSON.stringify({ bytes: sum(bytes), blocks: sum(blocks) })}\n`);
    process.exit(0);
  });
  throw new Error('the process has ended');
};
