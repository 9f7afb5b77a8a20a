import type { IncomingMessage, ServerResponse } from 'node:http';
import { answerOf, sendAnswer } from '../http/answer.ts';
import { answerWithFaults } from '../http/make-fault.ts';
import { findRoute, type Route } from '../http/router.ts';
import { Exchange } from './exchange.ts';
import { HttpError } from './http-error.ts';
import type { HubState } from './hub-state.ts';

export type HubRoute = Route<Exchange>;

/** Calls of the Hub's API, and those that control this server: they are not recorded and have no faults. */
export interface Routes {
  readonly hub: readonly HubRoute[];
  readonly control: readonly HubRoute[];
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
  const { handler, params } = handlerOf(isControl ? routes.control : routes.hub, method, url.pathname);
  const exchange = new Exchange(state, request, url, params);
  if (isControl) {
    sendAnswer(response, await answerOf(() => handler(exchange)));
    return;
  }

  const recorded = state.log.begin(request);
  const received = await answerOf(async () => {
    state.log.addBody(recorded, await exchange.body(), headers['content-type']);
    return {};
  });
  await answerWithFaults(state.faults.take(method, url.pathname), response, {
    carryOut: async () => (received.status === undefined ? answerOf(() => handler(exchange)) : received),
    send(answer) {
      recorded.status = answer.status ?? 200;
      recorded.bytesOut = sendAnswer(response, answer);
    },
  });
}

function handlerOf(routes: readonly HubRoute[], method: string, path: string) {
  const refuse = (status: number, message: string) => {
    const handler: HubRoute['handler'] = () => {
      throw new HttpError(status, message);
    };
    return { handler, params: {} };
  };
  try {
    return (
      findRoute(routes, method, path) ?? refuse(404, 'Sorry, we can’t find the page you are looking for.')
    );
  } catch {
    return refuse(400, 'Invalid URL encoding');
  }
}
