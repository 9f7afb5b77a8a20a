/**
 * Loads @peculiar/x509. It brings tsyringe, which refuses to load without functions that the package
 * `reflect-metadata` adds to Reflect; the ones it calls are put there first, which an import at the top could not do
 * because jest loads CommonJS packages before any module runs.
 */
export async function loadX509(): Promise<typeof import('@peculiar/x509')> {
  const metadata = new WeakMap<object, Map<unknown, unknown>>();
  const getMetadata = (key: unknown, target: object) => metadata.get(target)?.get(key);
  const defineMetadata = (key: unknown, value: unknown, target: object) => {
    metadata.set(target, (metadata.get(target) ?? new Map()).set(key, value));
  };
  if (!('getMetadata' in Reflect)) {
    Object.assign(Reflect, { getMetadata, getOwnMetadata: getMetadata, defineMetadata });
  }
  return import('@peculiar/x509');
}
