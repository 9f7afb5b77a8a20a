/** One Job that was started. */
export interface StoredJob {
  readonly id: string;
  readonly namespace: string;
  /** What was asked for. */
  readonly spec: Readonly<Record<string, unknown>>;
  readonly createdAt: string;
  /** Stages it still goes through; the last one stays. */
  readonly stages: string[];
}
