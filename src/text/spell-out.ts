/** Characters without a visible sign, and white space other than spaces. */
const INVISIBLE = /[\p{Cf}\p{Cc}\p{Zl}\p{Zp}]|(?! )\p{Zs}/gu;
const MARK = /\p{M}/gu;
const LATIN = /\p{Script=Latin}/u;
/** Letters of scripts that look like Latin ones. */
const LOOKALIKE = /[\p{Script=Cyrillic}\p{Script=Greek}\p{Script=Armenian}\p{Script=Cherokee}]/gu;

/**
 * Spells out the invisible difference between two names: invisible characters, Unicode forms and letters of other
 * scripts, `Bill[U+200B]ing`.
 *
 * @returns the names, with these characters spelt out
 */
export function spellDifference(one: string, other: string): [string, string] {
  return [spellOut(one, other), spellOut(other, one)];
}

function spellOut(name: string, other: string): string {
  const isOwn = (character: string) => !other.includes(character);
  const spell = (character: string) => (isOwn(character) ? codeOf(character) : character);
  const isOtherForm = name !== other && name.normalize() === other.normalize();
  const marked = isOtherForm && name !== name.normalize() ? name.replace(MARK, codeOf) : name;
  const visible = marked.replace(INVISIBLE, spell);
  return LATIN.test(name) && LATIN.test(other) ? visible.replace(LOOKALIKE, spell) : visible;
}

/** Returns a character as `[U+200B]`. */
function codeOf(character: string): string {
  return `[U+${character.codePointAt(0)!.toString(16).toUpperCase().padStart(4, '0')}]`;
}
