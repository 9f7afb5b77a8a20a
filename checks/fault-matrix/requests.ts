import type { PublishLab } from '../../test/support/publish-lab/publish-lab.ts';
import { type PeerName, SCENARIOS, type Scenario } from '../../test/support/publish-lab/scenarios.ts';
import { Stage } from '../../test/support/publish-lab/stage.ts';
import type { RunOptions } from '../../test/support/run-bundle.ts';

/** One request of a run, told from the others of its run by peer, method, path and order. */
export interface PublishRequest {
  /** Its place among all requests of all scenarios. */
  readonly index: number;
  readonly scenario: Scenario;
  readonly peer: PeerName;
  readonly method: string;
  /** Source of the regular expression of its path. */
  readonly path: string;
  /** Requests of this method and path that come before it. */
  readonly skip: number;
  /** Answers of its peer that come before it. */
  readonly answersBefore: number;
  readonly name: string;
}

/** The requests of one run in each scenario, by peer in their order. */
export async function recordRequests(lab: PublishLab, options: RunOptions = {}): Promise<PublishRequest[]> {
  const recorded = await Promise.all(SCENARIOS.map((scenario) => recordScenario(lab, scenario, options)));
  return recorded.flat().map((request, index) => ({ ...request, index }));
}

async function recordScenario(
  lab: PublishLab,
  scenario: Scenario,
  options: RunOptions,
): Promise<Omit<PublishRequest, 'index'>[]> {
  const stage = await Stage.open(lab, scenario);
  try {
    const { exitCode, log } = await stage.run(options);
    if ((exitCode !== 0) !== scenario.end.isFailure)
      throw new Error(`${scenario.name} without faults came to exit code ${exitCode}:\n${log}`);
    return stage.peers.flatMap((peer) => {
      const seen = new Map<string, number>();
      return stage.proxy(peer).requests.map(({ method, path, answersBefore }) => {
        const pattern = patternOf(path);
        const skip = seen.get(`${method} ${pattern}`) ?? 0;
        seen.set(`${method} ${pattern}`, skip + 1);
        const name = `${peer === 'hub' ? '' : `${peer}: `}${method} ${shorten(path)}${skip === 0 ? '' : ` (${skip + 1})`}`;
        return { scenario, peer, method, path: pattern, skip, answersBefore, name };
      });
    });
  } finally {
    await stage.close();
  }
}

/** Matches the path in any run: ids of commits and of runs on W&B, and tags of versions, are new in each. */
function patternOf(path: string): string {
  const source = path
    .replaceAll('.', '\\.')
    .replace(/(?<=\/)[0-9a-f]{40}(?=\/|$)/g, '[0-9a-f]{40}')
    .replace(/v\d{8}_\d{6}/g, 'v\\d{8}_\\d{6}')
    .replace(/(?<=\/erasing-)[0-9a-f]{12}/, '[0-9a-f]{12}')
    .replace(/(?<=^\/files\/[^/]+\/[^/]+\/)[^/]+/, '[^/]+');
  return `^${source}$`;
}

function shorten(path: string): string {
  return path
    .replace(/(?<=\/)([0-9a-f]{6})[0-9a-f]{34,}(?=\/|$)/g, '$1…')
    .replace(/\/datasets\/owner\/urgency/, '/…')
    .replace(/(?<=^\/files\/[^/]+\/[^/]+\/)[^/]+/, '…');
}
