// Calls that leave in one request. They are written as any others are, on a client that is handed out for them.
import { type Call, type CallsAnswer, callRoutes } from './calls/routes.ts';
import { type Client, type ClientOptions, createClient, NotMade } from './client.ts';
import type { RouteTable } from './route.ts';

/** What is asked of the client before `send` returns leaves as one request; alone it leaves by itself. */
export type Together<Table extends RouteTable> = <Sent>(send: (client: Client<Table>) => Sent) => Sent;

type Asked = {
  readonly address: string;
  readonly init: RequestInit;
  readonly answer: (response: Response) => void;
  readonly fail: (error: unknown) => void;
};

/**
 * Each call is answered as if it had been sent by itself, in the order in which they were asked. After one that was refused the
 * others were not made: they reject with `NotMade`.
 *
 * @example const [line, stock] = together((api) => [api.addLines({ params, body }), api.listOrderStock({ params })]);
 */
export function createTogether<Table extends RouteTable>(table: Table, options: ClientOptions = {}): Together<Table> {
  return (send) => {
    const asked: Asked[] = [];
    const gather = (address: string | URL | Request, init: RequestInit = {}) =>
      new Promise<Response>((answer, fail) => void asked.push({ address: String(address), init, answer, fail }));
    const sent = send(createClient(table, { ...options, fetch: gather }));
    void deliver(asked, options).catch((error: unknown) => {
      for (const { fail } of asked) fail(error);
    });
    return sent;
  };
}

async function deliver(asked: readonly Asked[], { baseUrl = '', headers = {}, fetch: own }: ClientOptions): Promise<void> {
  const send = own ?? fetch;
  const [only] = asked;
  if (only === undefined) return;
  if (asked.length === 1) return only.answer(await send(only.address, only.init));
  const calls = asked.map((each) => callOf(each, baseUrl));
  const { method, path } = callRoutes.makeCalls;
  const init = { method, headers: { accept: 'application/json', 'content-type': 'application/json', ...headers }, body: JSON.stringify({ calls }) };
  const response = await send(`${baseUrl}${path}`, init);
  const text = await response.text();
  if (isForAll(response)) {
    for (const { answer } of asked) answer(new Response(text, { status: response.status }));
    return;
  }
  // What is wrong with one of them is said when it is sent by itself.
  if (!response.ok) return alone(asked, only, send);
  const { answers } = JSON.parse(text) as CallsAnswer;
  for (const [at, { answer, fail }] of asked.entries()) {
    const given = answers[at];
    if (given === undefined) fail(new NotMade());
    else answer(new Response(JSON.stringify(given.body), { status: given.status }));
  }
}

/** Whether each would have been answered so: nobody is signed in, they are too many, or the server is not ready. */
const isForAll = ({ ok, status }: Response) => !ok && (status === 401 || status === 429 || status >= 500);

async function alone(asked: readonly Asked[], first: Asked, send: typeof fetch): Promise<void> {
  for (const { fail } of asked.slice(1)) fail(new NotMade());
  first.answer(await send(first.address, first.init));
}

function callOf({ address, init }: Asked, baseUrl: string): Call {
  const key = new Headers(init.headers).get('idempotency-key');
  return {
    method: (init.method ?? 'GET') as Call['method'],
    path: address.slice(baseUrl.length),
    ...(key !== null && { key }),
    ...(typeof init.body === 'string' && { body: JSON.parse(init.body) as Call['body'] }),
  };
}
