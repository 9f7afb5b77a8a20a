import type { ServerResponse } from 'node:http';
import { setTimeout as sleep } from 'node:timers/promises';
import { type Answer, bytesOf } from './answer.ts';
import type { Fault } from './faults.ts';

/**
 * Answers a request, but for the faults that strike it.
 *
 * @param carryOut gives the true answer
 * @param send sends an answer, the true one or one in its place
 * @param onStrike told of each fault that is made
 */
export async function answerWithFaults(
  faults: readonly Fault[],
  response: ServerResponse,
  {
    carryOut,
    send,
    onStrike,
  }: {
    carryOut: () => Promise<Answer>;
    send: (answer: Answer) => void;
    onStrike?: () => void;
  },
): Promise<void> {
  const strike = async (when: Fault['when'], answer?: Answer) => {
    for (const fault of faults) {
      if (fault.when !== when) continue;
      onStrike?.();
      if (await makeFault(fault, response, send, answer)) return true;
    }
    return false;
  };
  if (await strike('before')) return;
  const answer = await carryOut();
  if (!(await strike('after', answer))) send(answer);
}

/**
 * Makes a fault.
 *
 * @param send sends an answer in the place of the true one
 * @param answer the true answer, when the request was carried out
 * @returns true when the request is done with, false when the true answer is still to be sent
 */
async function makeFault(
  { kind }: Fault,
  response: ServerResponse,
  send: (answer: Answer) => void,
  answer: Answer = { body: {} },
): Promise<boolean> {
  if (kind === 'reset') response.socket?.resetAndDestroy();
  else if (kind === 'hang') return true;
  else if (kind === 'invalid-json') send({ body: Buffer.from('<html>surprise</html>') });
  else if (kind === 'truncate') truncate(response, answer);
  else if ('alter' in kind) send({ ...answer, body: kind.alter(bytesOf(answer)) });
  else if ('status' in kind)
    send({ ...kind, body: Buffer.from(kind.body ?? '{"error":"fault on request"}') });
  else {
    if ('run' in kind) await kind.run();
    if ('delayMs' in kind) await sleep(kind.delayMs);
    return false;
  }
  return true;
}

function truncate(response: ServerResponse, answer: Answer): void {
  const content = bytesOf(answer);
  const headers = { 'Content-Type': 'application/json', ...answer.headers };
  response.writeHead(answer.status ?? 200, { ...headers, 'Content-Length': content.length + 1 });
  response.write(content.subarray(0, content.length / 2), () => response.destroy());
}
