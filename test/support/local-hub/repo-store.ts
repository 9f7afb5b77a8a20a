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

/** A large file as the Hub lists it. */
export interface PushedFile {
  /** A name it was pushed under. */
  readonly filename: string;
  readonly size: number;
  /** Reference it was pushed to. */
  readonly ref: string;
  readonly pushedAt: string;
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
  /** Heads of the branches beside `main`. */
  readonly branches = new Map<string, StoredCommit>();
  /** Commits that `main` held before it was squashed: they are found as long as another reference leads to them. */
  readonly squashed: StoredCommit[] = [];
  /** Large files that were pushed to the repo, by SHA-256, whether or not a reference still leads to them. */
  readonly largeFiles = new Map<string, PushedFile>();
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

  /** Replaces the commits of `main` by one that holds the same files. */
  squash(title: string, author: string): StoredCommit {
    const { files } = this.head;
    this.squashed.push(...this.commits.splice(0));
    return this.commit({ title, message: '', author, changes: files });
  }

  /**
   * Forgets large files. What a reference leads to loses its pointers to them, and every commit gets another id, when the
   * history is rewritten.
   */
  deleteLargeFiles(shas: readonly string[], { rewritesHistory }: { rewritesHistory: boolean }): void {
    for (const sha of shas) this.largeFiles.delete(sha);
    if (!rewritesHistory) return;
    const rewritten = new Map<string, StoredCommit>();
    const rewrite = (commit: StoredCommit): StoredCommit => {
      const known = rewritten.get(commit.id);
      if (known !== undefined) return known;
      const before = findCommit(this, ({ id }) => id === commit.parent);
      const kept = [...commit.files].filter(([, { sha256 }]) => sha256 === null || !shas.includes(sha256));
      const id = createHash(this.hash).update(`rewritten ${commit.id}`).update(randomBytes(16)).digest('hex');
      const parent = before === undefined ? null : rewrite(before).id;
      const made = { ...commit, id, parent, files: new Map(kept) };
      rewritten.set(commit.id, made);
      return made;
    };
    const tags = [...this.tags].flatMap(([tag, { commit: id, message }]) => {
      const commit = findCommit(this, (each) => each.id === id);
      return commit === undefined ? [] : [[tag, { commit: rewrite(commit).id, message }] as const];
    });
    const branches = [...this.branches].map(([name, commit]) => [name, rewrite(commit)] as const);
    const offered = this.discussions.map(({ commits }) => commits.map(rewrite));
    const main = this.commits.map(rewrite);
    this.squashed.splice(0, Number.POSITIVE_INFINITY, ...rewritten.values());
    this.commits.splice(0, Number.POSITIVE_INFINITY, ...main);
    offered.forEach((commits, index) => {
      this.discussions[index].commits.splice(0, Number.POSITIVE_INFINITY, ...commits);
    });
    for (const [tag, target] of tags) this.tags.set(tag, target);
    for (const [name, commit] of branches) this.branches.set(name, commit);
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
    const id = this.tags.get(revision.replace(/^refs\/tags\//, ''))?.commit;
    if (id !== undefined) return findCommit(this, (commit) => commit.id === id);
    const branch = this.branches.get(revision.replace(/^refs\/heads\//, ''));
    if (branch !== undefined) return branch;
    const isMeant = ({ id }: StoredCommit) =>
      id === revision || (revision.length >= 7 && id.startsWith(revision));
    const found = findCommit(this, isMeant);
    return found === undefined || isReachable(this, found) ? found : undefined;
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

/** True for a commit that a reference leads to. */
function isReachable(repo: StoredRepo, { id }: StoredCommit): boolean {
  const { head, branches, discussions, tags } = repo;
  const heads = [
    head,
    ...branches.values(),
    ...discussions.flatMap(({ commits }) => commits.slice(-1)),
    ...[...tags.values()].flatMap(({ commit }) => findCommit(repo, (each) => each.id === commit) ?? []),
  ];
  return heads.some((each) => [...repo.history(each)].some((commit) => commit.id === id));
}

/** A commit of `main`, of a pull request or from before a squash. */
function findCommit(
  { commits, discussions, squashed }: StoredRepo,
  isMeant: (commit: StoredCommit) => boolean,
): StoredCommit | undefined {
  return (
    commits.find(isMeant) ??
    discussions.flatMap((discussion) => discussion.commits).find(isMeant) ??
    squashed.find(isMeant)
  );
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
