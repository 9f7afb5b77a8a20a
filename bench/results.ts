import { readFile, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';

const FILE = path.join(import.meta.dirname, 'RESULTS.md');

/** Prints a table and puts it into RESULTS.md, in the place of the last one of that title or at the end. */
export async function writeSection(title: string, rounds: number, table: string): Promise<void> {
  const { model } = os.cpus()[0];
  const machine = `${os.cpus().length} × ${model.trim()}, ${Math.round(os.totalmem() / 2 ** 30)} GB, ${os.type()} ${os.release()}, Node ${process.versions.node}`;
  const load = os.loadavg()[0].toFixed(1);
  const day = new Date().toISOString().slice(0, 10);
  const section = `### ${title}\n\n${day}, ${rounds} rounds in turn, load ${load} at the end, on ${machine}. Median (least–most).\n\n${table}\n`;
  console.log(`\n${section}`);
  const text = await readFile(FILE, 'utf8');
  const start = text.indexOf(`### ${title}\n`);
  if (start === -1) {
    await writeFile(FILE, `${text.trimEnd()}\n\n${section}`);
    return;
  }
  const next = text.indexOf('\n### ', start);
  await writeFile(FILE, `${text.slice(0, start)}${section}${next === -1 ? '' : text.slice(next)}`);
}
