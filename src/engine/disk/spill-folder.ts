import { mkdtempSync, readdirSync, readFileSync, rmSync, statfsSync, statSync, writeFileSync } from 'node:fs';
import { readdir } from 'node:fs/promises';
import { hostname } from 'node:os';
import path from 'node:path';
import { spillError } from './spill-error.ts';

const PREFIX = 'prepare-dataset-rows-';
/** Names the owner of a folder. */
const OWNER_FILE = 'owner.json';
/** A folder of another machine, or without an owner, is kept for longer than any job may run. */
const ABANDONED_MS = 7 * 24 * 60 * 60 * 1000;

/** A process: its number may be given to another one once it has ended, and is another one's in another container. */
interface Owner {
  readonly pid: number;
  /** Start time of the process, in the form of its system; null if that is unknown. */
  readonly started: string | null;
  readonly host: string;
}

/** A folder for rows that only this user may read. It is created when it is first needed. */
export class SpillFolder {
  readonly #root: string;
  #folder: string | null = null;
  #keepers = 0;

  /** @param root where it is made */
  constructor(root: string) {
    this.#root = root;
  }

  /** Makes the folder. @throws SpillError */
  open(): string {
    if (this.#folder !== null) return this.#folder;
    try {
      this.#folder = mkdtempSync(path.join(this.#root, PREFIX));
      process.once('exit', this.#removeAtExit);
      writeFileSync(path.join(this.#folder, OWNER_FILE), JSON.stringify(ownerOf(process.pid)), {
        mode: 0o600,
      });
      return this.#folder;
    } catch (error) {
      throw spillError(error, 'written to', this.#root);
    }
  }

  /** Free bytes of its disk; null if unknown. */
  freeBytes(): number | null {
    try {
      const { bavail, bsize } = statfsSync(this.#folder ?? this.#root);
      return bavail * bsize;
    } catch {
      return null;
    }
  }

  /**
   * Keeps the folder until the returned function was called. If there were several calls, it is removed after the last
   * of their functions was called.
   */
  keep(): () => void {
    this.#keepers++;
    return () => {
      if (--this.#keepers === 0) this.close();
    };
  }

  /** Removes it with all that is in it. */
  close(): void {
    if (this.#folder === null) return;
    rmSync(this.#folder, { recursive: true, force: true });
    process.off('exit', this.#removeAtExit);
    this.#folder = null;
  }

  readonly #removeAtExit = () => this.close();
}

/** Removes the folders of killed runs. A folder that cannot be read or removed is kept. @param root where they are */
export async function removeAbandoned(root: string): Promise<void> {
  // The folder may hold thousands of others' files: meanwhile the database is asked.
  for (const name of await readdir(root).catch(() => [])) {
    if (!name.startsWith(PREFIX)) continue;
    const folder = path.join(root, name);
    try {
      if (isAbandoned(folder)) rmSync(folder, { recursive: true, force: true });
    } catch {
      // It is another user's.
    }
  }
}

function isAbandoned(folder: string): boolean {
  const owner = readOwner(folder);
  if (owner?.host === hostname()) {
    const now = isRunning(owner.pid) ? ownerOf(owner.pid) : null;
    return now === null || now.started !== owner.started;
  }
  const changed = Math.max(
    statSync(folder).mtimeMs,
    ...readdirSync(folder).map((name) => statSync(path.join(folder, name)).mtimeMs),
  );
  return Date.now() - changed > ABANDONED_MS;
}

function readOwner(folder: string): Owner | null {
  try {
    return JSON.parse(readFileSync(path.join(folder, OWNER_FILE), 'utf8'));
  } catch {
    return null;
  }
}

function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    // The process is another user's.
    return error instanceof Error && 'code' in error && error.code === 'EPERM';
  }
}

function ownerOf(pid: number): Owner {
  return { pid, started: startOf(pid), host: hostname() };
}

/** Field 22 of /proc/<pid>/stat, starttime (https://man7.org/linux/man-pages/man5/proc_pid_stat.5.html); null elsewhere. */
function startOf(pid: number): string | null {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    return stat.slice(stat.lastIndexOf(')') + 2).split(' ')[19];
  } catch {
    return null;
  }
}
