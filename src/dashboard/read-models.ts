import pMap from 'p-map';

/** Models that are asked for at a time. */
const AT_ONCE = 8;

/** Reads something of each model once. Never rejects: a model that cannot be read has the error in its place. */
export async function readModels<Read>(
  models: Iterable<string>,
  read: (model: string) => Promise<Read>,
): Promise<ReadonlyMap<string, Read | Error>> {
  const readOne = async (model: string) => {
    const answer = await read(model).catch((error: unknown) =>
      error instanceof Error ? error : new Error(String(error)),
    );
    return [model, answer] as const;
  };
  return new Map(await pMap(new Set(models), readOne, { concurrency: AT_ONCE }));
}
