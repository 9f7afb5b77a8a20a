/**
 * Returns the contrast of the text of elements and their background, by WCAG 2 (https://www.w3.org/TR/WCAG22/#dfn-contrast-ratio).
 * The background of a transparent element is that of what it is in. It runs in the browser, so it uses nothing from outside.
 *
 * @param elements of a page
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
  const backgroundOf = (element: unknown): string => {
    const { backgroundColor } = getComputedStyle(element);
    const { parentElement } = element as { readonly parentElement: unknown };
    return /^rgba\(.*, 0\)$/.test(backgroundColor) && parentElement !== null
      ? backgroundOf(parentElement)
      : backgroundColor;
  };
  return elements.map((element) => {
    const [low, high] = [luminance(getComputedStyle(element).color), luminance(backgroundOf(element))].sort(
      (a, b) => a - b,
    );
    return (high + 0.05) / (low + 0.05);
  });
}
