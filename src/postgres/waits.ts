import type { ConnectionSettings } from './connection-settings.ts';

/** Limits of the waits for the server, in milliseconds, beyond those of the connection URL. */
export interface WaitLimits {
  /** Time beyond the statement timeout, in which the server's own report of it may arrive. */
  readonly graceMs: number;
  /** Time without a byte after which a statement ends whose statement timeout is 0. */
  readonly silenceMs: number;
  /** Time after which a missing answer to a heartbeat of a held snapshot is an error. */
  readonly heartbeatMs: number;
  /** Time between two reports of a statement that still runs. */
  readonly reportMs: number;
}

export const WAIT_LIMITS: WaitLimits = {
  graceMs: 30_000,
  // Sorting 100 million rows before the first one is sent takes long, and a user who sets no limit wants none.
  silenceMs: 2 * 60 * 60_000,
  heartbeatMs: 5 * 60_000,
  reportMs: 30_000,
};

/** The limit that connect_timeout=0 means. */
const LONGEST_CONNECT_MS = 10 * 60_000;

/** Returns how many milliseconds the start of a session may take. */
export function connectLimitMs({ connectTimeoutMs }: Pick<ConnectionSettings, 'connectTimeoutMs'>): number {
  return connectTimeoutMs === 0 ? LONGEST_CONNECT_MS : connectTimeoutMs;
}

/** A statement that is waited for. */
export interface Watch {
  /** Bytes of its answer have arrived. */
  heard(): void;
  end(): void;
}

export interface WatchOptions {
  readonly limitMs: number;
  /** True for a limit of the time since the last byte, false for one of the whole. */
  readonly ofSilence: boolean;
  readonly reportMs: number;
  /** Called repeatedly, with the milliseconds since the start. */
  readonly onReport: (elapsedMs: number) => void;
  /** Called once, with the milliseconds since the last byte, or since the start if there was none. */
  readonly onExpire: (silentMs: number) => void;
}

const LONGEST_TICK_MS = 1000;
const FEWEST_TICKS = 20;

/**
 * Watches a statement. Time is counted in ticks. A time in which this process was busy or stopped counts as one tick:
 * bytes that arrived in it were not read yet, so the server was not silent.
 */
export function startWatch(options: WatchOptions): Watch {
  const { limitMs, ofSilence, reportMs, onReport, onExpire } = options;
  const tickMs = Math.ceil(Math.min(LONGEST_TICK_MS, limitMs / FEWEST_TICKS, reportMs / FEWEST_TICKS));
  const startedAt = performance.now();
  let heardAt = startedAt;
  let waitedMs = 0;
  let quietMs = 0;
  const timer = setInterval(() => {
    waitedMs += tickMs;
    quietMs += tickMs;
    const now = performance.now();
    if (waitedMs >= limitMs) {
      clearInterval(timer);
      onExpire(now - heardAt);
    } else if (quietMs >= reportMs) {
      quietMs = 0;
      onReport(now - startedAt);
    }
  }, tickMs);
  return {
    heard() {
      heardAt = performance.now();
      if (ofSilence) waitedMs = 0;
    },
    end: () => clearInterval(timer),
  };
}
