import { randomBytes } from 'node:crypto';
import { HttpError } from './http-error.ts';
import { mergeTexts } from './merge-texts.ts';
import {
  type Changes,
  regularFile,
  type StoredCommit,
  type StoredFile,
  type StoredRepo,
} from './repo-store.ts';

export type DiscussionStatus = 'draft' | 'open' | 'closed' | 'merged';

/** Something that happened in a discussion, as the Hub's API tells it. */
export interface DiscussionEvent {
  readonly id: string;
  readonly type: 'comment' | 'commit' | 'status-change' | 'title-change';
  readonly createdAt: string;
  readonly author: { readonly name: string };
  readonly data: Readonly<Record<string, unknown>>;
}

/** A discussion, which is a pull request when it has commits. */
export interface StoredDiscussion {
  readonly number: number;
  readonly isPullRequest: boolean;
  readonly author: string;
  readonly createdAt: string;
  title: string;
  status: DiscussionStatus;
  readonly events: DiscussionEvent[];
  /** What `refs/pr/<number>` leads to, from the commit of `main` it was made from; empty for a mere discussion, and once the reference is deleted. */
  readonly commits: StoredCommit[];
  /** The commit on `main` that merged it. */
  mergeCommit: string | null;
}

/** @param base commit of `main` a pull request is made from, null for a mere discussion */
export function openDiscussion(
  repo: StoredRepo,
  options: {
    title: string;
    description: string;
    author: string;
    base: StoredCommit | null;
    isDraft?: boolean;
  },
): StoredDiscussion {
  const { title, description, author, base, isDraft = false } = options;
  const discussion: StoredDiscussion = {
    number: repo.discussions.length + 1,
    isPullRequest: base !== null,
    author,
    createdAt: new Date().toISOString(),
    title,
    status: isDraft ? 'draft' : 'open',
    events: [],
    commits: base === null ? [] : [base],
    mergeCommit: null,
  };
  addEvent(discussion, 'comment', author, commentOf(description, author));
  repo.discussions.push(discussion);
  return discussion;
}

export function addCommit(discussion: StoredDiscussion, commit: StoredCommit): void {
  discussion.commits.push(commit);
  addEvent(discussion, 'commit', commit.author, { subject: commit.title, oid: commit.id });
}

export function addEvent(
  { events }: StoredDiscussion,
  type: DiscussionEvent['type'],
  author: string,
  data: DiscussionEvent['data'],
): DiscussionEvent {
  const id = randomBytes(12).toString('hex');
  const event = { id, type, createdAt: new Date().toISOString(), author: { name: author }, data };
  events.push(event);
  return event;
}

/** What the event of a comment tells. */
export function commentOf(text: string, author: string): DiscussionEvent['data'] {
  const updatedAt = new Date().toISOString();
  const latest = { raw: text, html: text, updatedAt, author: { name: author } };
  return { edited: false, hidden: false, numEdits: 0, latest, history: [] };
}

/** @throws HttpError 404 with `RevisionNotFound` when there is no such pull request */
export function pullRequestOf(repo: StoredRepo, number: string): StoredDiscussion {
  const found = repo.discussions[Number(number) - 1];
  if (found?.isPullRequest && found.commits.length > 0) return found;
  throw new HttpError(404, `Invalid rev id: refs/pr/${number}`, { code: 'RevisionNotFound' });
}

/**
 * Merges what a pull request changed into what `main` holds, file by file as git does.
 *
 * @returns what changes on `main`, and the files that were changed on both sides and cannot be merged
 */
export async function mergePullRequest(
  repo: StoredRepo,
  { commits }: StoredDiscussion,
): Promise<{ readonly changes: Changes; readonly conflicts: readonly string[] }> {
  const [base] = commits;
  const theirs = commits[commits.length - 1];
  const { files: ours } = repo.head;
  const changes = new Map<string, StoredFile | null>();
  const conflicts: string[] = [];
  for (const path of new Set([...base.files.keys(), ...theirs.files.keys()])) {
    const [before, here, there] = [base.files, ours, theirs.files].map((files) => files.get(path));
    if (before?.blobId === there?.blobId || here?.blobId === there?.blobId) continue;
    if (before?.blobId === here?.blobId) {
      changes.set(path, there ?? null);
      continue;
    }
    const merged = await mergeTexts(here?.content, before?.content ?? Buffer.alloc(0), there?.content);
    if (merged === null) conflicts.push(path);
    else changes.set(path, regularFile(merged));
  }
  return { changes, conflicts };
}
