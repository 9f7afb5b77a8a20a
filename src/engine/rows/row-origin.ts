/**
 * Where a row of a version comes from, in the order of the codes by which rows carry it: a correction of which nobody knows
 * what the model had predicted, a confirmed row, and a correction whose prediction was wrong or right. `null` stands for a row
 * of which none of this is known.
 */
export const ROW_ORIGINS = ['unknown', 'confirmed', 'wrong', 'right', null] as const;
type RowOrigin = (typeof ROW_ORIGINS)[number];

/** Returns the code of an origin. */
export function originCode(origin: RowOrigin): number {
  return ROW_ORIGINS.indexOf(origin);
}
