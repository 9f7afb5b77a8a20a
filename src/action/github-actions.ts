import * as core from '@actions/core';
import type { About, Surroundings } from '../model/surroundings.ts';

/** Values that the runner was asked to mask. */
const masked = new Set<string>();
/** Outputs that were warned about. */
const warned = new Set<string>();

/** A step of GitHub Actions. The only module that speaks to the runner. */
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
      await core.summary.addRaw(markdown).write();
    } catch {
      core.info('The job summary could not be written: GITHUB_STEP_SUMMARY names no writable file.');
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

/**
 * Sets an output of the step, and warns once of one that no other job will get: the runner drops a job output that holds a
 * masked value.
 *
 * @throws Error that says so when the runner's file for outputs cannot be written
 */
function output(name: string, value: string): void {
  try {
    core.setOutput(name, value);
  } catch (cause) {
    const code = cause instanceof Error && 'code' in cause ? ` (${cause.code})` : '';
    throw new Error(
      `The output ${name} could not be set: GITHUB_OUTPUT names no file that can be written${code}. Check the runner's disk.`,
      { cause },
    );
  }
  if (warned.has(name) || !isMasked(value)) return;
  warned.add(name);
  core.warning(
    `The output ${name} contains a value of a secret, which the runner masks. GitHub drops it as a job output, so other jobs get an empty text. Choose a secret that is no part of a dataset's name or of a word, or rename the dataset.`,
    { title: `${name}: masked` },
  );
}

/** Whether the runner masks a part of a text, as it is or as JSON has it. */
function isMasked(text: string): boolean {
  return [...masked].some(
    (value) => text.includes(value) || text.includes(JSON.stringify(value).slice(1, -1)),
  );
}
