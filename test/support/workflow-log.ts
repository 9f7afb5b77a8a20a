/** A line of a step's log, as a person reads it. */
export interface LogLine {
  readonly kind: 'heading' | 'text' | 'notice' | 'warning' | 'error';
  readonly text: string;
}

/**
 * Reads the log of a step: what it asks of the runner becomes what the runner shows, as
 * https://docs.github.com/actions/reference/workflow-commands-for-github-actions says; empty lines go.
 */
export function readLog(log: string): LogLine[] {
  return log.split(/\r?\n/).flatMap((line): LogLine[] => {
    const command = /^::([\w-]+)(?: ([^:]*))?::(.*)$/.exec(line);
    if (command === null) return line === '' ? [] : [{ kind: 'text', text: line }];
    const [, name, properties = '', message] = command;
    const text = decode(message);
    if (name === 'group') return [{ kind: 'heading', text }];
    if (name !== 'notice' && name !== 'warning' && name !== 'error') return [];
    const [, title] = /(?:^|,)title=([^,]*)/.exec(properties) ?? [];
    return [{ kind: name, text: title === undefined ? text : `${decode(title)}: ${text}` }];
  });
}

/** A line of a log as it is printed. */
export function wordsOf({ kind, text }: LogLine): string {
  return kind === 'heading' || kind === 'text' ? text : `${kind}: ${text}`;
}

function decode(value: string): string {
  return value
    .replaceAll('%0D', '\r')
    .replaceAll('%0A', '\n')
    .replaceAll('%3A', ':')
    .replaceAll('%2C', ',')
    .replaceAll('%25', '%');
}
