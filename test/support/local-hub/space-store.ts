/** A stage, with how long it lasts: a number of milliseconds, or until it has been told once. */
export type Stage = string | { readonly stage: string; readonly lastsMs: number };

/** One Space: the stages it goes through, and what was asked of it. */
export class StoredSpace {
  readonly name: string;
  readonly sdk: string;
  isPrivate: boolean;
  readonly variables = new Map<string, string>();
  /** Restarts asked for; a factory reboot rebuilds first. */
  readonly restarts: { factory: boolean }[] = [];
  /** Stages a restart leads through; the answer to the restart tells the first, the last one stays. */
  afterRestart: readonly Stage[] = ['RUNNING_APP_STARTING', 'APP_STARTING', 'RUNNING'];
  /** The same for a factory reboot. */
  afterFactoryReboot: readonly Stage[] = ['RUNNING_BUILDING', 'BUILDING', 'APP_STARTING', 'RUNNING'];
  /** The same for a pause. */
  afterPause: readonly Stage[] = ['PAUSED'];
  #stages: Stage[];
  #since = Date.now();

  constructor(name: string, options: { sdk?: string; stage?: string; private?: boolean } = {}) {
    this.name = name;
    this.sdk = options.sdk ?? 'docker';
    this.isPrivate = options.private ?? true;
    this.#stages = [options.stage ?? 'RUNNING'];
  }

  /** Tells the stage the Space is in; one that lasts until it was told is over with that. */
  tellStage(): string {
    for (;;) {
      const [current] = this.#stages;
      const isLast = this.#stages.length === 1;
      if (typeof current === 'string') {
        if (!isLast) this.#next();
        return current;
      }
      if (isLast || Date.now() - this.#since < current.lastsMs) return current.stage;
      this.#next();
    }
  }

  restart(factory: boolean): void {
    this.restarts.push({ factory });
    this.#enter(factory ? this.afterFactoryReboot : this.afterRestart);
  }

  pause(): void {
    this.#enter(this.afterPause);
  }

  /** Sets a variable, which restarts a Space that runs. */
  setVariable(key: string, value: string): void {
    this.variables.set(key, value);
    const [current] = this.#stages;
    if (current === 'RUNNING') this.#enter(this.afterRestart);
  }

  #enter(stages: readonly Stage[]): void {
    this.#stages = [...stages];
    this.#since = Date.now();
  }

  #next(): void {
    this.#stages.shift();
    this.#since = Date.now();
  }
}
