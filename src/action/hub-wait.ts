import { info } from '@actions/core';

/** Tells in the log that a request to the Hub will be sent again. */
export function logHubWait({
  repo,
  reason,
  delayMs,
}: {
  repo: string;
  reason: string;
  delayMs: number;
}): void {
  info(`The Hub answered ${reason} for ${repo}; trying again in ${delayMs / 1000} s.`);
}
