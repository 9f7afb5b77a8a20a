/** Returns the identity token that another CI than GitHub's put into the environment; null when there is none. */
export function givenIdentity({ HF_OIDC_ID_TOKEN: identity = '' }: NodeJS.ProcessEnv): string | null {
  return identity.trim() || null;
}

/**
 * Returns whether the environment can prove its identity: it holds an identity token, or is that of a job of GitHub
 * Actions with `id-token: write`.
 */
export function hasIdentity(environment: NodeJS.ProcessEnv): boolean {
  const { ACTIONS_ID_TOKEN_REQUEST_URL: url, ACTIONS_ID_TOKEN_REQUEST_TOKEN: token } = environment;
  return givenIdentity(environment) !== null || (Boolean(url) && Boolean(token));
}
