import {
  type PublishLab,
  SITUATIONS,
  type Situation,
} from '../../../test/support/publish-lab/publish-lab.ts';

/** One request of a publish, told from the others of its run by method, path and order. */
export interface PublishRequest {
  readonly situation: Situation;
  readonly index: number;
  readonly method: string;
  /** Source of the regular expression of its path. */
  readonly path: string;
  /** Requests of this method and path that come before it. */
  readonly skip: number;
  readonly name: string;
}

/** The requests of one publish in each situation, in their order. */
export async function recordRequests(lab: PublishLab): Promise<PublishRequest[]> {
  const recorded = await Promise.all(SITUATIONS.map((situation) => recordSituation(lab, situation)));
  return recorded.flat();
}

async function recordSituation(lab: PublishLab, situation: Situation): Promise<PublishRequest[]> {
  const hub = await lab.hub(situation);
  try {
    const { exitCode, log } = await lab.publish(hub);
    if (exitCode !== 0) throw new Error(`the publish without faults failed:\n${log}`);
    const seen = new Map<string, number>();
    return hub.requests.map(({ method, path }, index) => {
      const pathname = path.replace(/\?.*/, '');
      const pattern = `^${pathname.replaceAll('.', '\\.').replace(/(?<=\/)[0-9a-f]{40}(?=\/|$)/g, '[0-9a-f]{40}')}$`;
      const skip = seen.get(`${method} ${pattern}`) ?? 0;
      seen.set(`${method} ${pattern}`, skip + 1);
      const short = pathname.replace(/\/([0-9a-f]{6})[0-9a-f]{34,}(?=\/|$)/g, '/$1…');
      return { situation, index, method, path: pattern, skip, name: `${method} ${short}` };
    });
  } finally {
    await hub.close();
  }
}
