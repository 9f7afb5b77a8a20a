import { createHash, randomBytes } from 'node:crypto';
import type { StoredDiscussion } from './discussion-store.ts';
import { treeIds } from './git-tree.ts';

/** A file of a commit: its content, or for a large file what its LFS pointer says. */
export interface StoredFile {
  readonly blobId: string;
  readonly size: number;
  /** Content of a regular file; of a large one it lies in the LFS store under `sha256`. */
  readonly content: Buffer | null;
  readonly sha256: string | null;
}

export interface StoredCommit {
  readonly id: string;
  readonly parent: string | null;
  readonly title: string;
  readonly message: string;
  readonly author: string;
  readonly date: string;
  readonly files: ReadonlyMap<string, StoredFile>;
}

/** What a commit changes: new content, null to delete. */
export type Changes = ReadonlyMap<string, StoredFile | null>;

/** A commit that is to be made. */
export interface NewCommit {
  readonly title: string;
  readonly message: string;
  readonly author: string;
  readonly changes: Changes;
}

const GIT_ATTRIBUTES =
  '*.parquet filter=lfs diff=lfs merge=lfs -text\n*.bin filter=lfs diff=lfs merge=lfs -text\n';

/** One repo: commits on `main`, tags, discussions and pull requests, and visibility. */
export class StoredRepo {
  readonly name: string;
  isPrivate: boolean;
  readonly createdAt = new Date().toISOString();
  readonly tags = new Map<string, { commit: string; message: string }>();
  readonly commits: StoredCommit[] = [];
  /** Discussions and pull requests, which share their numbers, from 1 on. */
  readonly discussions: StoredDiscussion[] = [];
  readonly hash: 'sha1' | 'sha256';

  /** @param hash makes the ids of commits */
  constructor(name: string, isPrivate: boolean, hash: 'sha1' | 'sha256' = 'sha1') {
    this.name = name;
    this.isPrivate = isPrivate;
    this.hash = hash;
    this.commit({
      title: 'initial commit',
      message: '',
      author: name.split('/')[0],
      changes: new Map([['.gitattributes', regularFile(Buffer.from(GIT_ATTRIBUTES))]]),
    });
  }

  /** The newest commit on `main`. */
  get head(): StoredCommit {
    return this.commits[this.commits.length - 1];
  }

  /** Adds a commit to `main`. */
  commit(options: NewCommit): StoredCommit {
    const commit = this.makeCommit(this.commits.at(-1) ?? null, options);
    this.commits.push(commit);
    return commit;
  }

  /** A commit on top of another, which no reference leads to yet. */
  makeCommit(parent: StoredCommit | null, { title, message, author, changes }: NewCommit): StoredCommit {
    const files = new Map(parent?.files);
    for (const [path, file] of changes) {
      if (file === null) files.delete(path);
      else files.set(path, file);
    }
    const date = new Date().toISOString();
    const id = createHash(this.hash)
      .update(`commit ${parent?.id} ${title} ${date}`)
      .update(randomBytes(16))
      .digest('hex');
    return { id, parent: parent?.id ?? null, title, message, author, date, files };
  }

  /** Commits texts by path, null to delete, as somebody who does not wait for others. */
  commitTexts(user: string, texts: Readonly<Record<string, string | null>>): StoredCommit {
    const changes = new Map(
      Object.entries(texts).map(([path, text]) => [
        path,
        text === null ? null : regularFile(Buffer.from(text)),
      ]),
    );
    return this.commit({ title: `Change by ${user}`, message: '', author: user, changes });
  }

  /** The commit a branch, a pull request, a tag or an id (of at least 7 digits) names. */
  resolve(revision: string): StoredCommit | undefined {
    if (['main', 'refs/heads/main', 'HEAD'].includes(revision)) return this.head;
    const number = /^refs\/pr\/(\d+)$/.exec(revision)?.[1];
    if (number !== undefined) return this.discussions[Number(number) - 1]?.commits.at(-1);
    const id = this.tags.get(revision.replace(/^refs\/tags\//, ''))?.commit ?? revision;
    return findCommit(this, (commit) => commit.id === id || (id.length >= 7 && commit.id.startsWith(id)));
  }

  /** A commit and those before it, the newest first. */
  *history(commit: StoredCommit): Generator<StoredCommit> {
    for (let current: StoredCommit | undefined = commit; current !== undefined; ) {
      yield current;
      const { parent }: StoredCommit = current;
      current = findCommit(this, ({ id }) => id === parent);
    }
  }

  /** The commit that last changed a file or a folder, as of a commit. */
  lastCommitOf(path: string, commit: StoredCommit): StoredCommit {
    let last = commit;
    for (const before of this.history(commit)) {
      if (objectId(path, before) !== objectId(path, commit)) break;
      last = before;
    }
    return last;
  }
}

/** A commit of `main` or of a pull request. */
function findCommit(
  { commits, discussions }: StoredRepo,
  isMeant: (commit: StoredCommit) => boolean,
): StoredCommit | undefined {
  return commits.find(isMeant) ?? discussions.flatMap((discussion) => discussion.commits).find(isMeant);
}

/** Git's id of what a commit has at a path, undefined for nothing. */
export function objectId(path: string, { files }: StoredCommit): string | undefined {
  return files.get(path)?.blobId ?? treeIds(files).get(path);
}

/** A file git keeps itself. */
export function regularFile(content: Buffer): StoredFile {
  return { blobId: blobId(content), size: content.length, content, sha256: null };
}

/** A file of which git keeps a pointer (https://github.com/git-lfs/git-lfs/blob/main/docs/spec.md). */
export function largeFile(sha256: string, size: number): StoredFile {
  return { blobId: blobId(Buffer.from(lfsPointer(sha256, size))), size, content: null, sha256 };
}

export function lfsPointer(sha256: string, size: number): string {
  return `version https://git-lfs.github.com/spec/v1\noid sha256:${sha256}\nsize ${size}\n`;
}

function blobId(content: Buffer): string {
  return createHash('sha1').update(`blob ${content.length}\0`).update(content).digest('hex');
}
