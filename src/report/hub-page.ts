/** Returns the address of a dataset's page, null for a repo that can have none. */
export function pageOf(repo: string, endpoint: string): string | null {
  return /^[\w.-]+\/[\w.-]+$/.test(repo) ? `${endpoint}/datasets/${repo}` : null;
}
