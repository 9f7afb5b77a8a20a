/** A mailbox of a mail. */
export interface MailAddress {
  /** Empty if the mailbox has none. */
  readonly name: string;
  readonly address: string;
}

const ATOM = String.raw`[^\s\p{C}<>()[\]\\,;:"@]+`;
const MAILBOX = new RegExp(
  String.raw`^(?:(?<name>[^\p{C}<>,;"]*)<(?<inner>${ATOM}@${ATOM})>|(?<plain>${ATOM}@${ATOM}))$`,
  'u',
);

/**
 * Parses mailboxes separated by commas, each `local@host` or `Name <local@host>`; empty ones are skipped.
 *
 * @param input name of the input, for the error
 * @throws Error if there is none, or one that is not a mailbox; it names the position, not the text
 */
export function parseMailAddresses(text: string, input: string): MailAddress[] {
  const parts = text
    .split(',')
    .map((part) => part.trim())
    .filter((part) => part !== '');
  if (parts.length === 0) throw new Error(`${input} has no e-mail address. Write it as name@example.org.`);
  return parts.map((part, index) => {
    const { name = '', inner, plain } = MAILBOX.exec(part)?.groups ?? {};
    const address = inner ?? plain;
    if (address !== undefined) return { name: name.trim(), address };
    const which = parts.length === 1 ? '' : ` number ${index + 1}`;
    throw new Error(
      `${input}${which} is not an e-mail address. Write name@example.org or Name <name@example.org>, separated by commas.`,
    );
  });
}
