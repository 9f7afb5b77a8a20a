import { isRepoName, REPO_NAME_RULE } from '../model/repo-name.ts';
import type { Hub } from './hub.ts';
import { HubError } from './hub-error.ts';
import { TOKEN_PLACEHOLDER } from './hub-fetch.ts';
import { fields } from './repo-state.ts';
import { createWatchedFetch, type WatchedFetch } from './watched-fetch.ts';

/** One Space on the Hub. Every method rejects with {@link HubError}. */
export class Space {
  readonly name: string;
  readonly #endpoint: string;
  readonly #requests: WatchedFetch;

  /** @throws HubError if the name is not `owner/name` as the Hub allows it */
  constructor(name: string, hub: Hub) {
    checkSpaceName(name);
    this.name = name;
    this.#endpoint = hub.endpoint;
    this.#requests = createWatchedFetch({ ...hub, repo: `spaces/${name}` });
  }

  /** Address of the Space for people. */
  get pageUrl(): string {
    return `${this.#endpoint}/spaces/${this.name}`;
  }

  /** Returns the address of the log that explains the stage of the Space. */
  logsUrl(stage: string): string {
    const isBuild = /BUILD|CONFIG|NO_APP_FILE/.test(stage);
    return `${this.pageUrl}?logs=${isBuild ? 'build' : 'container'}`;
  }

  /** Returns the stage of the Space, for example `RUNNING`. @param signal ends the request */
  stage(signal?: AbortSignal): Promise<string> {
    return this.#stageFrom('see', 'GET', '/runtime', signal);
  }

  /** Pauses the Space; one that is paused already is left unchanged. @returns the stage after that */
  async pause(): Promise<string> {
    return (await this.stage()) === 'PAUSED' ? 'PAUSED' : this.#stageFrom('pause', 'POST', '/pause');
  }

  /**
   * Restarts the Space, even if it is paused.
   *
   * @returns the stage in the Hub's answer, which may still be that of the old runtime
   */
  restart(options: { factoryReboot?: boolean } = {}): Promise<string> {
    return this.#stageFrom('restart', 'POST', options.factoryReboot ? '/restart?factory=true' : '/restart');
  }

  /** Sets an environment variable of the Space; the Hub restarts a running Space for that. */
  async setVariable(key: string, value: string): Promise<void> {
    await this.#request(`set the variable ${key} of`, '/variables', {
      method: 'POST',
      body: JSON.stringify({ key, value }),
    });
  }

  /** Returns the value of an environment variable of the Space; null if it is not set. */
  async variable(key: string): Promise<string | null> {
    const response = await this.#request(`read the variable ${key} of`, '/variables', { method: 'GET' });
    const variables = fields(await response.json().catch(() => null));
    const { value } = fields(Object.hasOwn(variables, key) ? variables[key] : null);
    return typeof value === 'string' ? value : null;
  }

  async #stageFrom(action: string, method: string, path: string, signal?: AbortSignal): Promise<string> {
    const response = await this.#request(action, path, { method, signal });
    const { stage } = fields(await response.json().catch(() => null));
    if (typeof stage === 'string' && /^[A-Z_]{1,40}$/.test(stage)) return stage;
    throw new HubError(`The Hub's answer has no stage of the Space ${this.name}. Check hub-endpoint.`);
  }

  async #request(action: string, path: string, init: RequestInit): Promise<Response> {
    const headers = { Authorization: `Bearer ${TOKEN_PLACEHOLDER}`, 'Content-Type': 'application/json' };
    try {
      const url = `${this.#endpoint}/api/spaces/${this.name}${path}`;
      return await this.#requests.fetch(url, { ...init, headers });
    } catch (error) {
      if (error instanceof HubError) throw this.#explain(error, action);
      throw new HubError(`The request to ${action} the Space ${this.name} was cancelled.`, {
        mayHaveHappened: this.#requests.mayHaveChanged(),
        cause: error,
      });
    }
  }

  #explain(error: HubError, action: string): HubError {
    const advice = this.#advice(error.status, action);
    if (advice === null) return error;
    const { status, code } = error;
    return new HubError(advice, { status, code, cause: error });
  }

  /** Returns what a status means if it is about a Space. */
  #advice(status: number | undefined, action: string): string | null {
    const tokens = `${this.#endpoint}/settings/tokens`;
    switch (status) {
      case 400:
        return `The Hub refused to ${action} the Space ${this.name} (400). A static Space always runs and can be neither paused nor restarted. Check ${this.pageUrl}.`;
      case 401:
        return `The Hub refused the token on the request to ${action} the Space ${this.name} (401): it is not valid, has expired, or lacks the permission. A token from the job's identity (OIDC) may pause a Space, but perhaps not restart it. Pass a token with write access from ${tokens} as hf-token.`;
      case 403:
        return `The token may not ${action} the Space ${this.name} (403), because that needs write access to the Space. Give the token write access to it, or to its organization, at ${tokens}.`;
      case 404:
        return `The Hub does not find the Space ${this.name} (404), or hides it from this token. Check the name at ${this.pageUrl}, and that the token may see it.`;
      default:
        return null;
    }
  }
}

function checkSpaceName(name: string): void {
  if (isRepoName(name)) return;
  throw new HubError(
    `${JSON.stringify(name)} is not the name of a Space on the Hub. Write it as ${REPO_NAME_RULE} (for example owner/retrain).`,
  );
}
