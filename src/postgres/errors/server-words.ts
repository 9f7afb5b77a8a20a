/** Largest number of characters of a server's message that is shown. */
const LONGEST_TEXT = 300;

/** Returns the words of a server on one line, cut to a length that a log can show; only for phases that read no rows. */
export function serverWords(text: string): string {
  return text.replace(/\s+/g, ' ').trim().slice(0, LONGEST_TEXT);
}
