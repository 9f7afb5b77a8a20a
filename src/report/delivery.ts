/** What happened to something a run does besides publishing; none of it can undo or fail a publish. */
export interface Delivery {
  /** For example `W&B`, `E-mail` or `Space to pause`. */
  readonly channel: string;
  readonly state: 'delivered' | 'failed' | 'off';
  /** What was done, or why it failed; may be empty. */
  readonly detail: string;
}
