import type { Hub } from './hub.ts';
import { HubError } from './hub-error.ts';
import { createHubFetch, TOKEN_PLACEHOLDER } from './hub-fetch.ts';

/**
 * Reads the card of a model, its `README.md`.
 *
 * @param model `owner/name` as the Hub allows it
 * @param revision branch, tag or commit
 * @returns null for a model that has none
 * @throws HubError when it cannot be read, or there is no such model
 */
export async function readModelCard(model: string, hub: Hub, revision = 'main'): Promise<string | null> {
  const send = createHubFetch({ ...hub, repo: model });
  try {
    const response = await send(
      `${hub.endpoint}/${model}/resolve/${encodeURIComponent(revision)}/README.md`,
      {
        headers: { Authorization: `Bearer ${TOKEN_PLACEHOLDER}` },
      },
    );
    return await response.text();
  } catch (error) {
    if (error instanceof HubError && error.code === 'EntryNotFound') return null;
    throw error;
  }
}
