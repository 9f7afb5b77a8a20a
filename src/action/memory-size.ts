import { totalmem } from 'node:os';

const UNITS: Readonly<Record<string, number>> = {
  MB: 1e6,
  GB: 1e9,
  TB: 1e12,
  MiB: 2 ** 20,
  GiB: 2 ** 30,
  TiB: 2 ** 40,
};
const SIZE = /^(\d+(?:\.\d+)?) ?(%|[MGT]i?B)$/;

/**
 * Parses a size of memory: `2 GB`, `512MiB`, or a share of the memory of the machine, `50%`.
 *
 * @param machineBytes memory of the machine, or of its container if that is less
 * @returns bytes
 */
export function parseMemorySize(text: string, machineBytes = availableBytes()): number {
  const [, number, unit] = SIZE.exec(text) ?? [];
  if (number === undefined || Number(number) === 0)
    throw new Error(`must be a size such as 2GB, 512MiB or 50%, not ${JSON.stringify(text)}`);
  return Math.floor(unit === '%' ? (machineBytes * Number(number)) / 100 : Number(number) * UNITS[unit]);
}

/** Returns the memory of the machine in bytes, or the limit of the container if that is less. */
function availableBytes(): number {
  const constrained = process.constrainedMemory();
  return constrained > 0 ? Math.min(constrained, totalmem()) : totalmem();
}
