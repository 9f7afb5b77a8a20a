/** Latin words before a phone number, without their full stop. */
const LABELS = new Set(
  (
    'call cell contact fax fon handy m mo mob mobil mobile no nos nr num number p ph phn phone sms t tel telefon ' +
    'telephone viber whatsapp'
  ).split(' '),
);
const WORD_AT_END = /[A-Za-z]+$/;
const DASH_AT_END = /[-\u2010-\u2015\u2212]$/u;
const ID_SIGN_AT_END = /[_#=&?$€£₹₨¥]$/u;
const MONEY_AT_END =
  /(?:^|[^A-Za-z])(?:rs|nrs|npr|inr|re|usd|eur|gbp|aud|chf)[.:]? ?$|(?:रु|रू)[.:]? ?$|[$€£₹₨¥] ?$/iu;
/** Words directly before a number that are not part of
 * an id: an id has capital letters, or further digits. */
const JOINED_BEFORE = /(?:^|[^-A-Za-z0-9_])[a-z]{2,}$/;
const JOINED_AFTER = /^[a-z]{2,}(?![-A-Za-z0-9_[])/;
const AMOUNT_AFTER =
  /^(?:,\d\d)? ?(?:\/[-=]|[%$€£¥₹]|(?:rs|npr|eur|usd|gbp|chf|f ?cfa|lac)\b|euros?\b|rupee|lakh|crore|रु|रू|लाख|करोड)/iu;
/** A word of capitals with a full stop and no space before a number: the beginning of an id. */
const CODE_BEFORE = /(?:^|[^\p{L}\p{N}])[A-Z]{2,}\.$/u;
const CODE_AFTER = /^[-_][A-Z]{1,4}(?![\p{L}\p{N}])/u;
/** Further hexadecimal letters. */
const HEX_BEFORE = /(?:^|[^A-Za-z])[a-f]{3,}$/;
const HEX_AFTER = /^[a-f]{3,}(?![a-z])/;
const HASH_BEFORE =
  /(?:^|[^\p{L}\p{N}])(?:sha-?\d{0,3}|md5|crc-?\d{0,2}|hash|commit|checksum|digest|uuid|guid|etag|prüfsumme|empreinte)[:=]? ?$/iu;
const VERSION_BEFORE = /(?:^|\P{L})(?:version|release|build|firmware)[.:]? ?$/iu;
/** Words before numbers that are not telephone numbers, in English, German, French, Spanish and Italian. */
const NUMBERED =
  '(?:order|invoice|ticket|case|account|reference|ref|tracking|customer|contract|serial|policy|parcel|receipt|claim|' +
  'bestell(?:ung)?|auftrags?|rechnungs?|kunden|vertrags?|vorgangs?|sendungs?|referenz|artikel|konto|policen|serien|mitglieds?|akten|zähler|' +
  'commande|facture|dossier|contrat|colis|devis|chèque|référence|réf|abonné|siren|siret|compte|' +
  'pedido|factura|expediente|contrato|referencia|ordine|fattura|pratica|contratto)';
const NUMBER = '(?:no|nr|n°|nº|num|number|nummer|numéro|numero|número)';
const REFERENCE_BEFORE = new RegExp(
  `(?:${NUMBERED}[ -]?${NUMBER}|(?:^|\\P{L})${NUMBER}[.:]? ?(?:d[eiu] |del |of )?${NUMBERED})[.:]{0,2} ?$`,
  'iu',
);
/** An extension, written with the number that is called first. */
const EXTENSION_AFTER = /^x\d{1,5}(?!\w)/;

/** Number of bytes around a number that are read. */
const MOST_BEFORE = 48;
const MOST_AFTER = 24;
const LONGEST_LINK = 256;
const SPACE = 0x20;
const LINK = Buffer.from('://');

/**
 * True if the number at `start` is the end of something else: an id, a reference, an amount, a link.
 *
 * @param floor position before which all is part of a match
 * @param isList true when a slash there separates this number from another one as long
 */
export function isBoundBefore(
  text: Uint8Array,
  start: number,
  { floor, isList }: { floor: number; isList: boolean },
): boolean {
  const before = decode(text, Math.max(floor, start - MOST_BEFORE), start);
  if (
    [MONEY_AT_END, HASH_BEFORE, HEX_BEFORE, VERSION_BEFORE, REFERENCE_BEFORE].some((sign) =>
      sign.test(before),
    )
  )
    return true;
  if (/[A-Za-z]$/.test(before)) return !isLabelled(before) && !JOINED_BEFORE.test(before);
  if (ID_SIGN_AT_END.test(before)) return true;
  const rest = before.slice(0, -1);
  if (CODE_BEFORE.test(before)) return !isLabelled(rest);
  if (DASH_AT_END.test(before)) return /[A-Za-z]$/.test(rest) && !isLabelled(rest);
  if (before.endsWith('/')) return !isList && /[A-Za-z\p{N}/]$/u.test(rest) && !isLabelled(rest);
  return isInLink(text, start);
}

/**
 * True if the text at `end` shows that the number before it cannot be called: a unit, a currency, an id that continues.
 */
export function isBoundAfter(text: Uint8Array, end: number, ceiling: number): boolean {
  const after = decode(text, end, Math.min(ceiling, end + MOST_AFTER));
  if ([AMOUNT_AFTER, CODE_AFTER, HEX_AFTER].some((sign) => sign.test(after))) return true;
  return /^[A-Za-z_]/.test(after) && !JOINED_AFTER.test(after) && !EXTENSION_AFTER.test(after);
}

function isLabelled(before: string): boolean {
  return LABELS.has(WORD_AT_END.exec(before)?.[0].toLowerCase() ?? '');
}

function isInLink(text: Uint8Array, position: number): boolean {
  const from = Math.max(0, position - LONGEST_LINK);
  const before = Buffer.from(text.buffer, text.byteOffset + from, position - from);
  return before.lastIndexOf(LINK) > before.lastIndexOf(SPACE);
}

function decode(text: Uint8Array, start: number, end: number): string {
  return Buffer.from(text.buffer, text.byteOffset + start, Math.max(0, end - start)).toString();
}
