import * as core from '@actions/core';
import type { About, Surroundings } from '../model/surroundings.ts';
import { redact } from '../report/redact.ts';
import { escapeInLine } from '../text/markdown.ts';

/** Values that the runner masks. */
const masked = new Set<string>();
/** Outputs for which a warning was logged. */
const warned = new Set<string>();

/** A step of GitHub Actions. The only module that writes to the runner. */
export const GITHUB_ACTIONS: Surroundings = {
  info: core.info,
  debug: core.debug,
  progress: core.info,
  notice: (text, about) => core.notice(text, propertiesOf(about)),
  warning: (text, about) => core.warning(text, propertiesOf(about)),
  error: (text, about) => core.error(text, propertiesOf(about)),
  startGroup: core.startGroup,
  endGroup: core.endGroup,
  mask(secret) {
    core.setSecret(secret);
    masked.add(secret);
  },
  output,
  async summary(markdown) {
    try {
      await core.summary.addRaw(redact(markdown, escapedSecrets())).write();
    } catch {
      core.info(
        'The job summary could not be written: GITHUB_STEP_SUMMARY names no writable file. Check the disk of the runner.',
      );
    }
  },
  fail: core.setFailed,
};

function propertiesOf({ title, place }: About = {}): core.AnnotationProperties {
  const properties = title === undefined ? {} : { title };
  return place === undefined
    ? properties
    : { ...properties, file: place.file, startLine: place.line, startColumn: place.column };
}

/** Returns the secrets that the runner does not mask in a summary: it masks values as they are, not as Markdown escapes them. */
function escapedSecrets(): string[] {
  return [...masked].filter((value) => escapeInLine(value) !== value);
}

/**
 * Sets an output of the step. Warns once about an output that no other job will get: the runner drops a job output that
 * holds a masked value.
 *
 * @throws Error if the runner's file for outputs cannot be written
 */
function output(name: string, value: string): void {
  try {
    core.setOutput(name, value);
  } catch (cause) {
    const code = cause instanceof Error && 'code' in cause ? ` (${cause.code})` : '';
    throw new Error(
      `The output ${name} could not be set: the file that GITHUB_OUTPUT names cannot be written${code}. Check the disk of the runner.`,
      { cause },
    );
  }
  if (warned.has(name) || !isMasked(value)) return;
  warned.add(name);
  core.warning(
    `The output ${name} contains a value of a secret, so GitHub drops it as a job output and other jobs get an empty text. Choose a secret that is not part of the name of a dataset or of a common word, or rename the dataset.`,
    { title: `${name}: masked` },
  );
}

/** True if the runner masks a part of a text, as plain text or as JSON. */
function isMasked(text: string): boolean {
  return [...masked].some(
    (value) => text.includes(value) || text.includes(JSON.stringify(value).slice(1, -1)),
  );
}
