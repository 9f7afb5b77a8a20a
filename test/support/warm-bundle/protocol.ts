/** One run of a bundle, as its host is sent it. */
export interface HostedRun {
  readonly environment: Readonly<Record<string, string | undefined>>;
  readonly cwd: string;
}

/** What a host sends when a run has ended. */
export interface HostedEnd {
  readonly exitCode: number;
}

/** What a host writes to both streams after all that the run wrote. */
export const END_OF_RUN = '\0';
