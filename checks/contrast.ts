/**
 * Contrast of the text of elements and their own background, by WCAG 2 (https://www.w3.org/TR/WCAG22/#dfn-contrast-ratio).
 * It runs in the browser, so it uses nothing from outside.
 *
 * @param elements of a page, none of them transparent
 */
export function contrastsOf(elements: readonly unknown[]): number[] {
  const { getComputedStyle } = globalThis as unknown as {
    getComputedStyle(element: unknown): { readonly color: string; readonly backgroundColor: string };
  };
  const luminance = (colour: string) => {
    const [red, green, blue] = (colour.match(/[\d.]+/g) ?? []).slice(0, 3).map((part) => {
      const value = Number(part) / 255;
      return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
    });
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
  };
  return elements.map((element) => {
    const { color, backgroundColor } = getComputedStyle(element);
    const [low, high] = [luminance(color), luminance(backgroundColor)].sort((a, b) => a - b);
    return (high + 0.05) / (low + 0.05);
  });
}
