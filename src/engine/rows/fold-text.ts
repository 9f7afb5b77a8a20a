/** Zero width space, word joiner, zero width no-break space and soft hyphen; joiners are not among them, as they carry meaning. */
const INVISIBLE = /[\u200B\u2060\uFEFF\u00AD]/g;
const LINE_BREAK = /\r\n?/g;

/** Returns a text in NFC, with LF for line breaks and without signs of no width. */
export function foldText(text: string): string {
  return text.replace(LINE_BREAK, '\n').replace(INVISIBLE, '').normalize();
}
