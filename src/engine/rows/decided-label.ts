import type { DatasetShape } from '../../model/shape.ts';
import { TASKS } from '../../model/tasks.ts';
import type { Metric } from './agreement.ts';
import { choiceIn, ValueUnpacker } from './value-unpacker.ts';
import type { ValueMemory } from './values.ts';

/**
 * What annotators decide of a row: its score, its label or its choice, not the columns kept beside it; all values of a task that has
 * neither.
 *
 * @param memory what the numbers of values stand for
 * @param numbers gives labels their numbers; labels of several memories have the same ones by the same map
 * @returns how far apart two labels are, and the label of values by their number
 */
export function decidedLabel(
  shape: DatasetShape,
  memory: ValueMemory,
  numbers?: Map<string, number>,
): { metric: Metric; labelOf: (value: number) => number } {
  const { value: role, hasChoice } = TASKS[shape.task];
  const unpacker = memory === null ? null : new ValueUnpacker(shape, memory);
  if (unpacker !== null && hasChoice)
    return { metric: 'nominal', labelOf: (value) => choiceIn(unpacker.bytesAt(value)) };
  if (unpacker === null || (role === null && numbers === undefined))
    return { metric: 'nominal', labelOf: (value) => value };
  if (role === 'score') return { metric: 'interval', labelOf: (value) => Number(unpacker.at(value)[0]) };
  const known = numbers ?? new Map<string, number>();
  const numberOf = (label: string) => {
    const number = known.get(label) ?? known.size;
    known.set(label, number);
    return number;
  };
  return role === null
    ? {
        metric: 'nominal',
        labelOf: (value) => numberOf(Buffer.from(unpacker.bytesAt(value)).toString('latin1')),
      }
    : { metric: 'nominal', labelOf: (value) => numberOf(String(unpacker.at(value)[0])) };
}
