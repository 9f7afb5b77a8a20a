import { describeOutcome } from '../report/describe-run.ts';
import type { RunPlace, RunReport } from '../report/run-report.ts';
import { writeMarkdown } from '../report/write-markdown.ts';
import { oneLine } from '../text/markdown.ts';

/** Largest body of an issue or a comment that GitHub takes. */
const LONGEST_BODY = 65_536;
const LONGEST_TITLE = 256;
const CUT = '\n\n(Cut: it was too long for GitHub. See the run for all of it.)';

/**
 * Returns the invisible text at the start of an issue, by which later runs of the same job find it again. With the
 * version, a later release can recognise its own issues.
 *
 * @param job id of the job: two jobs of a workflow that prepare different datasets must not close each other's issue
 */
export function issueMarker({ workflow }: RunPlace, job: string): string {
  // A comment of HTML may hold neither `-->` nor `--`.
  const encode = (text: string) => encodeURIComponent(text).replaceAll('-', '%2D');
  return `<!-- prepare-dataset:${encode(workflow)} job=${encode(job)} v1 -->`;
}

/** Returns the title of the issue, which never changes. */
export function issueTitle({ workflow }: RunPlace): string {
  return oneLine(`Prepare dataset: the workflow “${workflow}” fails`).slice(0, LONGEST_TITLE);
}

/** Returns the body of a new issue: why the run failed, and how the issue will change. */
export function issueBody(run: RunReport, place: RunPlace, marker: string): string {
  const explanation =
    'Later failures are added as comments. The next run that succeeds closes this issue, and the next failure after that opens it again.';
  return shorten(`${marker}\n${explanation}\n\n${writeMarkdown(describeOutcome(run, place).blocks)}`);
}

/** Returns a comment on the result of a later run. */
export function issueComment(run: RunReport, place: RunPlace): string {
  return shorten(writeMarkdown(describeOutcome(run, place).blocks));
}

function shorten(body: string): string {
  if (body.length <= LONGEST_BODY) return body;
  const kept = body.slice(0, LONGEST_BODY - CUT.length);
  // A cut in the middle of a line could leave half an entity or link.
  return `${kept.slice(0, kept.lastIndexOf('\n'))}${CUT}`;
}
