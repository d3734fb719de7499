// The typed client that every screen uses, made from the route table it is given: `createClient(routes).createOrder({ body })`.
import type { ProblemBody } from './problem.ts';
import type { Route, RouteAnswer, RouteInput, RouteTable } from './route.ts';

export type CallOptions = {
  /** Sent as `Idempotency-Key`; every write gets one of its own when it is left out. Give the same one to retry. */
  readonly idempotencyKey?: string;
  readonly signal?: AbortSignal;
  /** Goes out also when the page that sends it is being left. */
  readonly keepalive?: boolean;
  /** Sends this call in place of the client's: one that tells how much of a file is out. */
  readonly fetch?: typeof fetch;
};

export type Client<Table extends RouteTable> = {
  readonly [Name in keyof Table]: (input: RouteInput<Table[Name]>, options?: CallOptions) => Promise<RouteAnswer<Table[Name]>>;
};

/** The server said no: the problem it sent. */
export class ApiProblem extends Error {
  readonly problem: ProblemBody;
  constructor(problem: ProblemBody) {
    super(problem.title);
    this.name = 'ApiProblem';
    this.problem = problem;
  }
}

/** No answer came at all: offline, server down, or something in between answered. The write may or may not have been done. */
export class Unreachable extends Error {
  constructor(cause: unknown) {
    super('The server did not answer.', { cause });
    this.name = 'Unreachable';
  }
}

/** It was to go in one request with others, and was not made because of them: sent again it is made for the first time. */
export class NotMade extends Error {
  constructor() {
    super('A call before it was refused.');
    this.name = 'NotMade';
  }
}

export type ClientOptions = {
  readonly baseUrl?: string;
  readonly fetch?: typeof fetch;
  readonly headers?: Readonly<Record<string, string>>;
};

type LooseInput = {
  readonly params?: Readonly<Record<string, unknown>>;
  readonly query?: Readonly<Record<string, unknown>>;
  readonly body?: unknown;
};

function addressOf(route: Route, input: LooseInput, baseUrl: string): string {
  const path = route.path.replace(/\{(\w+)\}/g, (_, name: string) => encodeURIComponent(String(input.params?.[name])));
  const query = new URLSearchParams();
  for (const [name, value] of Object.entries(input.query ?? {})) {
    if (value !== undefined && value !== null && value !== '') query.set(name, Array.isArray(value) ? value.join(',') : String(value));
  }
  const search = query.toString();
  return `${baseUrl}${path}${search === '' ? '' : `?${search}`}`;
}

async function call(route: Route, input: LooseInput, options: CallOptions, client: ClientOptions): Promise<unknown> {
  const headers: Record<string, string> = { accept: route.answerType ?? 'application/json', ...client.headers };
  if (route.method !== 'GET') headers['idempotency-key'] = options.idempotencyKey ?? crypto.randomUUID();
  let body: string | Blob | undefined;
  if (route.body !== undefined) {
    headers['content-type'] = route.bodyType ?? 'application/json';
    body = route.bodyType === undefined ? JSON.stringify(input.body) : (input.body as string | Blob);
  }
  const send = options.fetch ?? client.fetch ?? fetch;
  let response: Response;
  let answer: unknown;
  try {
    response = await send(addressOf(route, input, client.baseUrl ?? ''), {
      method: route.method,
      headers,
      ...(body === undefined ? {} : { body }),
      ...(options.signal === undefined ? {} : { signal: options.signal }),
      ...(options.keepalive === true ? { keepalive: true } : {}),
    });
    answer = await read(route, response);
  } catch (error) {
    if (error instanceof NotMade || (error instanceof DOMException && error.name === 'AbortError')) throw error;
    throw new Unreachable(error);
  }
  if (!response.ok) throw new ApiProblem(answer as ProblemBody);
  return answer;
}

function read(route: Route, response: Response): Promise<unknown> {
  if (!response.ok || route.answerType === undefined) return response.json();
  return route.answerType === 'text/csv' ? response.text() : response.blob();
}

/**
 * A function for each route of the table. Rejects with `ApiProblem` when the server refuses, `Unreachable` when no answer
 * came. Answers are not validated here (the tests hold the server to the schemas).
 */
export function createClient<Table extends RouteTable>(table: Table, client: ClientOptions = {}): Client<Table> {
  const functions = Object.entries(table).map(([name, route]) => [
    name,
    (input: LooseInput = {}, options: CallOptions = {}) => call(route, input, options, client),
  ]);
  return Object.fromEntries(functions) as Client<Table>;
}
