import { LONGEST_REPO_NAME, REPO_NAME_PATTERN, REPO_NAME_RULE, repoNameIn } from '../model/repo-name.ts';
import type { Mapping, Text } from './description.ts';

/** Names of datasets and sources. */
export const NAME: Text = {
  kind: 'text',
  pattern: /^[a-z][a-z0-9-]*$/u,
  longest: 60,
  rule: 'small letters, digits and "-", the first a letter, at most 60 characters',
};

/** One line of text. */
export const LINE: Text = {
  kind: 'text',
  pattern: /^(?=.*\S)[^\p{Cc}\p{Cs}]+$/u,
  longest: 200,
  rule: 'one line of text, at most 200 characters',
};

/** SQL and Markdown: any text that is not blank and that UTF-8 and PostgreSQL can hold. */
export const PROSE: Text = {
  kind: 'text',
  pattern: /^(?=[\s\S]*\S)[^\0\p{Cs}]+$/u,
  rule: 'text that is not empty and contains no NUL',
};

/** A column of a SELECT; PostgreSQL cuts longer names. */
export const COLUMN: Text = { ...LINE, longest: 63, rule: 'the name of a column, at most 63 characters' };

/** A column on the Hub with a name that Parquet, `datasets` and the Hub's viewer all accept. */
export const PUBLISHED: Text = {
  kind: 'text',
  pattern: /^[A-Za-z0-9_-]+$/u,
  longest: 100,
  rule: 'letters, digits, "_" and "-", at most 100 characters',
};

/** White space around a class is trimmed in every row, so no row could have such a class. */
export const CLASS: Text = {
  kind: 'text',
  pattern: /^[^\p{Z}\p{Cc}\p{Cs}](?:[^\p{Cc}\p{Cs}]*[^\p{Z}\p{Cc}\p{Cs}])?$/u,
  rule: 'a name in one line, without white space around it',
};

export const LANGUAGE: Text = {
  kind: 'text',
  pattern: /^(?:[a-z]{2,3}|code|multilingual)$/u,
  rule: 'an ISO 639 code such as en, code or multilingual',
};

/** A tag of a dataset card. The Hub reserves prefixes with a colon, such as `license:` and `region:`. */
export const TAG: Text = {
  kind: 'text',
  pattern: /^[^\p{Z}\p{C},:](?:[^\p{Zl}\p{Zp}\p{C},:]*[^\p{Z}\p{C},:])?$/u,
  longest: 100,
  rule: 'a tag in one line without commas and colons, at most 100 characters',
};

export const REPO: Text = {
  kind: 'text',
  pattern: REPO_NAME_PATTERN,
  longest: LONGEST_REPO_NAME,
  rule: `${REPO_NAME_RULE}, at most ${LONGEST_REPO_NAME} characters`,
  suggest: repoNameIn,
};

export const SQL: Text = { ...PROSE, rule: 'SQL, not empty and without NUL, or { file: a path }' };

const PATH: Text = { ...LINE, longest: 1_000, rule: 'the path of a file, in one line' };

/** SQL in a file of its own. */
export const STATEMENT_FILE = {
  kind: 'mapping',
  fields: {
    file: { is: PATH, about: 'the path of the SQL file, relative to this file', isRequired: true },
  },
} as const satisfies Mapping;
