import { connect, createServer } from 'node:net';
import { listen } from './http/listen.ts';

/**
 * What a mail server may do at a step of a delivery: answer otherwise, break off before or after the step counts, break
 * off inside its answer, or say nothing.
 */
export type SmtpFault = { reply: string } | 'reset before' | 'reset after' | 'truncate' | 'hang';

/** Passes SMTP (RFC 5321) on, without TLS and with one command at a time, and strikes at one step. */
export interface SmtpProxy {
  readonly port: number;
  /** Steps in their order: `greeting`, each command's verb, and `.` for the end of the mail; `RCPT (2)` is the second. */
  readonly steps: readonly string[];
  readonly struck: number;
  close(): Promise<void>;
}

/**
 * @param port the real mail server's, on `localhost`
 * @param strike the step and what happens at it, each time; none passes everything on
 */
export async function startSmtpProxy(
  port: number,
  strike?: { readonly step: string; readonly fault: SmtpFault },
): Promise<SmtpProxy> {
  const steps: string[] = [];
  let struck = 0;

  const server = createServer((client) => {
    const upstream = connect(port, 'localhost');
    const seen = new Map<string, number>();
    let isMail = false;
    let end = '';
    let onAnswer = begin('greeting');
    for (const socket of [client, upstream]) {
      socket.on('error', () => breakOff()).on('close', () => breakOff());
    }

    function breakOff(): void {
      client.destroy();
      upstream.destroy();
    }

    /** Notes a step. @returns what becomes of its answer */
    function begin(verb: string): (answer: Buffer) => void {
      const times = (seen.get(verb) ?? 0) + 1;
      seen.set(verb, times);
      const step = times === 1 ? verb : `${verb} (${times})`;
      steps.push(step);
      if (step !== strike?.step) return (answer) => void client.write(answer);
      struck++;
      const { fault } = strike;
      if (fault === 'reset before' || fault === 'reset after') return breakOff;
      if (fault === 'hang') return () => undefined;
      if (fault === 'truncate') return (answer) => void client.write(answer.subarray(0, 2), breakOff);
      return () => void client.write(`${fault.reply}\r\n`);
    }

    upstream.on('data', (answer: Buffer) => {
      if (answer.toString().startsWith('354')) isMail = true;
      onAnswer(answer);
    });
    client.on('data', (data: Buffer) => {
      end = `${end}${data.toString('latin1')}`.slice(-5);
      const endsMail = isMail && end === '\r\n.\r\n';
      if (!isMail || endsMail) {
        isMail = false;
        onAnswer = begin(endsMail ? '.' : data.toString('latin1').split(/[ \r]/, 1)[0].toUpperCase());
        const fault = steps.at(-1) === strike?.step ? strike?.fault : undefined;
        if (fault === 'reset before' || typeof fault === 'object') return onAnswer(data);
      }
      upstream.write(data);
    });
  });
  const listening = await listen(server, { host: 'localhost' });
  return {
    ...listening,
    steps,
    get struck() {
      return struck;
    },
  };
}
