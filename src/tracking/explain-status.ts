/** Returns what an HTTP status of W&B means for the user and how to fix it. */
export function explainStatus(answer: { baseUrl: string; status: number; said: string }): string {
  const { baseUrl, status } = answer;
  const said = answer.said === '' ? '' : ` W&B answered: ${answer.said}.`;
  switch (status) {
    case 401:
      return `W&B at ${baseUrl} refused the key (401). Pass a valid one as wandb-api-key; ${appUrlOf(baseUrl)}/authorize shows it.${said}`;
    case 403:
    case 404:
      return `The W&B key may not write to this entity and project, or the entity does not exist (${status}). Check wandb-entity and wandb-project-name.${said}`;
    case 429:
      return `W&B's rate limit was reached (429).${said}`;
    case 301:
    case 302:
    case 307:
    case 308:
      return `W&B at ${baseUrl} redirected a request (${status}), which is not followed, so that the key is sent nowhere else. Check wandb-base-url.`;
    default:
      return status >= 500
        ? `W&B at ${baseUrl} failed with ${status}. Check its state at https://status.wandb.com.${said}`
        : `W&B at ${baseUrl} refused a request (${status}).${said}`;
  }
}

/** Returns the base URL of the pages that belong to an API, by the rule of W&B's Python client. */
export function appUrlOf(baseUrl: string): string {
  return baseUrl.replace('://api.wandb.', '://wandb.').replace('://api.', '://app.');
}
