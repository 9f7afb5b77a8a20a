/** Returns a number with as many decimals as a metric needs. */
export function rounded(value: number, decimals: number): number {
  return Number(value.toFixed(decimals));
}
