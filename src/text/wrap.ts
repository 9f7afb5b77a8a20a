/**
 * Breaks a text at spaces into lines; a word longer than a line gets a line of its own.
 *
 * @param options.columns largest length of a line
 * @param options.indent columns before the first line
 * @param options.hanging columns before the others
 */
export function wrapText(
  text: string,
  { columns, indent, hanging }: { columns: number; indent: number; hanging: number },
): string[] {
  const wrapped: string[] = [];
  let current = ' '.repeat(indent);
  for (const [word] of text.matchAll(/\S+\s*/g)) {
    const isFirst = current.trim() === '';
    if (!isFirst && current.length + word.trimEnd().length > columns) {
      wrapped.push(current.trimEnd());
      current = ' '.repeat(hanging);
    }
    current += word;
  }
  return [...wrapped, current.trimEnd()];
}
