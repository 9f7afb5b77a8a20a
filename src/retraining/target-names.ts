import { isOwnerName, isRepoName, REPO_NAME_RULE } from '../model/repo-name.ts';

/** Returns what is wrong with a name, after "that is"; null if it is valid. */
export type NameCheck = (name: string) => string | null;

/** Longest type of an event that GitHub takes. */
const LONGEST_EVENT = 100;
const REPOSITORY = /^[A-Za-z0-9][A-Za-z0-9_-]*\/(?!\.{1,2}$)[\w.-]{1,100}$/;
const WORKFLOW = /^(?:\d+|[^/\\\p{Cc}]{1,250}\.ya?ml)$/u;
/** What git refuses in the name of a branch or a tag (https://git-scm.com/docs/git-check-ref-format). */
const NO_REF = /^[-/]|[/.]$|\.\.|\/\/|@\{|(?:^|\/)\.|\.lock(?:\/|$)|[\0-\x20\x7f~^:?*[\\]/;

export const checkSpace: NameCheck = (name) =>
  isRepoName(name) ? null : `not the name of a Space: write it as ${REPO_NAME_RULE}`;

export const checkNamespace: NameCheck = (name) =>
  isOwnerName(name) ? null : 'not the name of a user or an organization of the Hub';

export const checkImage: NameCheck = (name) =>
  /[\s\p{Cc}]/u.test(name) ? 'not the name of a Docker image' : null;

/** File name in `.github/workflows`, or the id of a workflow. */
export const checkWorkflow: NameCheck = (name) =>
  WORKFLOW.test(name)
    ? null
    : 'not the file name of a workflow: write it without its folder, such as train.yml';

export const checkRepository: NameCheck = (name) => (REPOSITORY.test(name) ? null : 'not owner/name');

export const checkRef: NameCheck = (name) => (NO_REF.test(name) ? 'not the name of a branch or a tag' : null);

export const checkEvent: NameCheck = (name) =>
  name.length > LONGEST_EVENT || /\p{Cc}/u.test(name)
    ? `not the type of an event: GitHub takes one line of at most ${LONGEST_EVENT} characters`
    : null;
