/**
 * What a URL starts with, and the characters that may be in one: those of RFC 3986, and the letters of Latin, Greek and
 * Cyrillic words (müller.de, пример.рф), which spaces part from a URL. Text of other scripts may follow one at once.
 */
const URL_IN_TEXT =
  /(?:https?:\/\/|(?<![\w.@/-])www\.)(?=[\p{L}\p{N}[%])[\w\-.~:/?#[\]@!$&'()*+,;=%\p{Script=Latin}\p{Script=Greek}\p{Script=Cyrillic}\p{Script=Inherited}]+/giu;

/** Punctuation that ends a sentence rather than a URL. */
const ENDS = ".,;:!?'*";
const BRACKETS = new Map([
  [')', '('],
  [']', '['],
]);

/**
 * Returns a text without its URLs, in time linear in its length. Punctuation behind a URL stays, and so does a bracket that
 * none opens in it.
 */
export function withoutUrls(text: string): string {
  return text.replace(URL_IN_TEXT, (url) => url.slice(urlEnd(url)));
}

/** Yields where the URLs are that {@link withoutUrls} removes, in UTF-16 units. */
export function* urlsIn(text: string): Generator<{ readonly start: number; readonly end: number }> {
  for (const { index: start, 0: url } of text.matchAll(URL_IN_TEXT)) {
    yield { start, end: start + urlEnd(url) };
  }
}

/** Returns the length of a URL without the characters that only follow it. */
function urlEnd(url: string): number {
  const surplus = new Map(
    Array.from(BRACKETS, ([close, open]) => [close, countOf(url, close) - countOf(url, open)]),
  );
  let end = url.length;
  for (; end > 0; end--) {
    const last = url[end - 1];
    const unopened = surplus.get(last) ?? 0;
    if (unopened > 0) surplus.set(last, unopened - 1);
    else if (!ENDS.includes(last)) break;
  }
  return end;
}

function countOf(text: string, character: string): number {
  return text.split(character).length - 1;
}
