/**
 * What a row of the comparison holds: a count, the rows of a class, those of a class of which a row may have several, a
 * setting, or a score of a model.
 */
export type RowKind = 'count' | 'class' | 'tag' | 'text' | 'score';

/** A value of a version; null is not known. */
export type RowValue = number | string | null;

/** A row of the comparison as it is shown. */
export interface ComparedRow {
  readonly from: string;
  readonly to: string;
  readonly change: string;
  /** Share of the class in both versions, for its bars. */
  readonly shares: readonly [number, number];
}

/**
 * Compares the values of two versions row by row; the first row counts all rows of a version. The page carries this function's own text, so it uses nothing
 * from outside.
 */
export function compareVersions(
  kinds: readonly RowKind[],
  from: readonly RowValue[],
  to: readonly RowValue[],
): ComparedRow[] {
  const unknown = '–';
  const grouped = (count: number) => String(count).replace(/\B(?=(\d{3})+$)/g, ',');
  const sign = (value: number) => (value > 0 ? '+' : value < 0 ? '−' : '±');
  const totalOf = (values: readonly RowValue[]) =>
    values.reduce<number>((sum, value, row) => (kinds[row] === 'class' ? sum + Number(value) : sum), 0);
  const parts = [totalOf(from), totalOf(to)];
  const wholes = [Number(from[0]), Number(to[0])];
  return kinds.map((kind, row) => {
    const [before, after] = [from[row], to[row]];
    if (kind === 'score') {
      const rounded = (value: number) => Number(value.toPrecision(4));
      const text = (value: RowValue) =>
        value === null ? unknown : String(typeof value === 'number' ? rounded(value) : value);
      const areNumbers = typeof before === 'number' && typeof after === 'number';
      const difference = areNumbers ? rounded(after - before) : 0;
      const change = areNumbers
        ? difference === 0
          ? 'same'
          : sign(difference) + Math.abs(difference)
        : unknown;
      return { from: text(before), to: text(after), change, shares: [0, 0] };
    }
    if (kind === 'text' || typeof before !== 'number' || typeof after !== 'number') {
      const shown = [before, after].map((value) =>
        value === null ? unknown : typeof value === 'number' ? grouped(value) : value,
      );
      const isKnown = before !== null && after !== null;
      const change = kind === 'text' && isKnown ? (before === after ? 'same' : 'changed') : unknown;
      return { from: shown[0], to: shown[1], change, shares: [0, 0] };
    }
    const isShare = kind === 'class' || kind === 'tag';
    const totals = kind === 'tag' ? wholes : parts;
    const shares: [number, number] = [
      totals[0] === 0 ? 0 : before / totals[0],
      totals[1] === 0 ? 0 : after / totals[1],
    ];
    const difference = after - before;
    const amount = sign(difference) + grouped(Math.abs(difference));
    const points = Number(((shares[1] - shares[0]) * 100).toFixed(1));
    const percent = before === 0 ? null : Number(((difference / before) * 100).toFixed(1));
    const detail = isShare
      ? `${sign(points)}${Math.abs(points).toFixed(1)} pp`
      : percent === null
        ? 'new'
        : `${sign(percent)}${Math.abs(percent).toFixed(1)} %`;
    const text = (value: number, share: number) =>
      isShare ? `${grouped(value)} (${(share * 100).toFixed(1)} %)` : grouped(value);
    return {
      from: text(before, shares[0]),
      to: text(after, shares[1]),
      change: difference === 0 && points === 0 ? 'same' : `${amount} (${detail})`,
      shares,
    };
  });
}
