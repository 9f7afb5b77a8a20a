import { listDatasets } from '@huggingface/hub';

/** Pages of the datasets of an owner, of 500 each: who has more is not asked for all of them. */
const MOST_PAGES = 20;

/**
 * Names of the datasets of an owner that the token may see. Null when the Hub does not list them: nothing depends on it
 * so much that it may fail a run.
 */
export async function listSiblings(
  owner: string,
  { hubUrl, accessToken, fetch: send }: { hubUrl: string; accessToken: string; fetch: typeof fetch },
): Promise<readonly string[] | null> {
  let pages = 0;
  const fetchPage: typeof fetch = (...request) => {
    if (++pages > MOST_PAGES) throw new Error('there are too many');
    return send(...request);
  };
  const names: string[] = [];
  try {
    const listed = listDatasets({ hubUrl, accessToken, search: { owner }, fetch: fetchPage });
    for await (const { name } of listed) names.push(String(name));
    return names;
  } catch {
    return null;
  }
}
