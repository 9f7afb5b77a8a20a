import { isRepoName, REPO_NAME_RULE } from '../model/repo-name.ts';
import { HubError } from './hub-error.ts';

/** Checks the name of a dataset repo against the Hub's rule. @throws HubError with the form of a name */
export function checkRepoName(name: string): void {
  if (isRepoName(name)) return;
  throw new HubError(
    `${JSON.stringify(name)} is not the name of a dataset repo on the Hub. Write it as ${REPO_NAME_RULE} (for example owner/corrections).`,
  );
}
