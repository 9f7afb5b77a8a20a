/** A longer reason is cut: whoever wants all of it finds it in the run's log. */
const LONGEST_REASON = 2000;

/** Returns a text as mails and issues show it: not longer than a person reads. */
export function cut(text: string): string {
  return text.length > LONGEST_REASON
    ? `${text.slice(0, LONGEST_REASON)} … (cut; the run's log has all of it)`
    : text;
}
