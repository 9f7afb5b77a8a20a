import { VALUE_ROLES } from '../definition.ts';
import type { DatasetShape } from '../shape.ts';
import type { Metric } from './agreement.ts';
import { type Value, ValueUnpacker } from './value-unpacker.ts';
import type { ValueMemory } from './values.ts';

/**
 * What annotators decide of a row: its score or its label, not the columns kept beside it; all values of a task that has
 * neither.
 *
 * @param memory what the numbers of values stand for
 * @returns how far apart two labels are, and the label of values by their number
 */
export function decidedLabel(
  shape: DatasetShape,
  memory: ValueMemory,
): { metric: Metric; labelOf: (value: number) => number } {
  const role = VALUE_ROLES[shape.task];
  const unpacker = memory === null ? null : new ValueUnpacker(shape, memory);
  if (unpacker === null || role === null) return { metric: 'nominal', labelOf: (value) => value };
  if (role === 'score') return { metric: 'interval', labelOf: (value) => Number(unpacker.at(value)[0]) };
  const numbers = new Map<string, number>();
  const numberOf = (label: Value) => {
    const text = String(label);
    const number = numbers.get(text) ?? numbers.size;
    numbers.set(text, number);
    return number;
  };
  return { metric: 'nominal', labelOf: (value) => numberOf(unpacker.at(value)[0]) };
}
