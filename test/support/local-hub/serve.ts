import type { IncomingMessage, ServerResponse } from 'node:http';
import { sendAnswer } from './answer.ts';
import { type Answer, Exchange } from './exchange.ts';
import { HttpError } from './http-error.ts';
import type { HubState } from './hub-state.ts';
import { makeFault } from './make-fault.ts';
import { findRoute, type Route } from './router.ts';

/** Calls of the Hub's API, and those that control this server: they are not recorded and have no faults. */
export interface Routes {
  readonly hub: readonly Route[];
  readonly control: readonly Route[];
}

/** Answers one request. */
export async function serve(
  state: HubState,
  routes: Routes,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const { method = 'GET', url: path = '/', headers } = request;
  const url = new URL(path, `http://${headers.host}`);
  const isControl = url.pathname.startsWith('/_local/');
  const { handler, params } = findRoute(isControl ? routes.control : routes.hub, method, url.pathname);
  const exchange = new Exchange(state, request, url, params);
  if (isControl) {
    sendAnswer(response, await answerOf(() => handler(exchange)));
    return;
  }

  const recorded = state.log.begin(request);
  const send = (answer: Answer) => {
    recorded.status = answer.status ?? 200;
    recorded.bytesOut = sendAnswer(response, answer);
  };
  const received = await answerOf(async () => {
    state.log.addBody(recorded, await exchange.body(), headers['content-type']);
    return {};
  });
  const faults = state.faults.take(method, url.pathname);
  const strike = async (when: 'before' | 'after', trueAnswer?: Answer) => {
    for (const fault of faults) {
      if (fault.when === when && (await makeFault(fault, response, send, trueAnswer))) return true;
    }
    return false;
  };
  if (await strike('before')) return;
  const answer = received.status === undefined ? await answerOf(() => handler(exchange)) : received;
  if (await strike('after', answer)) return;
  send(answer);
}

async function answerOf(carryOut: () => Answer | Promise<Answer>): Promise<Answer> {
  try {
    return await carryOut();
  } catch (error) {
    if (!(error instanceof HttpError)) throw error;
    return { status: error.status, headers: error.headers, body: error.body };
  }
}
