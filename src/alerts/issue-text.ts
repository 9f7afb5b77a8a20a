import { describeOutcome } from '../report/describe-run.ts';
import type { RunPlace, RunReport } from '../report/run-report.ts';
import { writeMarkdown } from '../report/write-markdown.ts';
import { oneLine } from '../text/markdown.ts';

/** GitHub refuses a longer body of an issue or a comment. */
const LONGEST_BODY = 65_536;
const LONGEST_TITLE = 256;
const CUT = '\n\n(Cut: it was too long for GitHub. The run has all of it.)';

/**
 * Invisible text that an issue begins with, so that later runs of the same job find it again. The version lets a
 * later release know its own issues from these.
 *
 * @param job id of the job: two jobs of a workflow that prepare different datasets must not close each other's issue
 */
export function issueMarker({ workflow }: RunPlace, job: string): string {
  // A comment of HTML may hold neither `-->` nor `--`.
  const encode = (text: string) => encodeURIComponent(text).replaceAll('-', '%2D');
  return `<!-- prepare-dataset:${encode(workflow)} job=${encode(job)} v1 -->`;
}

/** Title of the issue, the same for all its life. */
export function issueTitle({ workflow }: RunPlace): string {
  return oneLine(`Prepare dataset: the workflow “${workflow}” fails`).slice(0, LONGEST_TITLE);
}

/** Body of a new issue: why the run failed, and what will happen to the issue. */
export function issueBody(run: RunReport, place: RunPlace, marker: string): string {
  const explanation =
    'Later failures are added as comments; the next run that succeeds closes this issue, and the next failure after that opens it again.';
  return shorten(`${marker}\n${explanation}\n\n${writeMarkdown(describeOutcome(run, place).blocks)}`);
}

/** Comment on how a later run ended. */
export function issueComment(run: RunReport, place: RunPlace): string {
  return shorten(writeMarkdown(describeOutcome(run, place).blocks));
}

function shorten(body: string): string {
  if (body.length <= LONGEST_BODY) return body;
  const kept = body.slice(0, LONGEST_BODY - CUT.length);
  // Not in the middle of a line: half an entity or link would show.
  return `${kept.slice(0, kept.lastIndexOf('\n'))}${CUT}`;
}
