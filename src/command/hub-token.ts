import { readFileSync } from 'node:fs';
import { homedir } from 'node:os';
import path from 'node:path';

/**
 * Reads the token that `hf auth login` stored on this machine
 * (https://huggingface.co/docs/huggingface_hub/package_reference/environment_variables).
 *
 * @returns null when there is none
 */
export function storedToken(environment: NodeJS.ProcessEnv): string | null {
  const {
    XDG_CACHE_HOME: cache = path.join(homedir(), '.cache'),
    HF_HOME: home = path.join(cache, 'huggingface'),
    HF_TOKEN_PATH: file = path.join(home, 'token'),
  } = environment;
  try {
    return readFileSync(file, 'utf8').trim() || null;
  } catch {
    return null;
  }
}
