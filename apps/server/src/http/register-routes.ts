import { problemCodesOf } from '@backdesk/contract/openapi.ts';
import type { CsvFile, Route, RouteTable, SentFile } from '@backdesk/contract/route.ts';
import type { Context, Hono } from 'hono';
import type { Acting, Services } from '../db/transaction.ts';
import { readContext } from '../db/transaction.ts';
import type { Limits } from '../modules/access/limits.ts';
import { placeOf } from '../modules/access/limits.ts';
import { actorKey } from '../modules/context.ts';
import { Problem, Refused } from '../modules/problem.ts';
import { isCrossSite } from './cross-site.ts';
import { csvHeaders, streamPieces } from './csv-answer.ts';
import type { AllHandlers, AnyHandler, Ask, OwnTransactions, Visit, VisitHandler } from './handlers.ts';
import { identify } from './identify.ts';
import type { RawRequest } from './read-input.ts';
import { readInput } from './read-input.ts';
import type { Answered } from './run-write.ts';
import { runWrite } from './run-write.ts';
import { sentFileHeaders } from './sent-file-headers.ts';

export type HttpEnvironment = { Variables: { requestId: string; ipAddress: string } };
export type RegisterOptions = {
  readonly services: Services;
  readonly limits: Limits;
  /** Holds every answer to its schema: the tests do, production does not pay for it. */
  readonly checksAnswers: boolean;
};

/** A handler as it is called here: the table's types are held where the handlers are joined. */
type Loose = (context: unknown, input: unknown) => Promise<unknown>;

/** Registers the routes of a table with their handlers; a method that an address does not take answers 405. */
export function registerRoutes<Table extends RouteTable>(
  app: Hono<HttpEnvironment>,
  table: Table,
  handlers: Partial<AllHandlers<Table>>,
  options: RegisterOptions,
): void {
  const methods = new Map<string, string[]>();
  for (const [name, route] of Object.entries(table)) {
    const handler = handlers[name as keyof Table] as AnyHandler<Route> | undefined;
    if (handler === undefined) continue;
    const path = route.path.replaceAll(/\{(\w+)\}/g, ':$1');
    methods.set(path, [...(methods.get(path) ?? []), route.method]);
    app.on(route.method, path, (context) =>
      answer(app, context, route, handler, options).catch((thrown) => Promise.reject(documented(route, thrown, options))),
    );
  }
  for (const [path, allowed] of methods) {
    app.all(path, () => {
      throw new Problem('request.method_not_allowed', { headers: { allow: allowed.join(', ') } });
    });
  }
}

/** The tests hold every refusal to the codes that the route documents: what is not in `openapi.json` is a defect. */
function documented(route: Route, thrown: unknown, { checksAnswers }: RegisterOptions): unknown {
  if (!checksAnswers || !(thrown instanceof Problem || thrown instanceof Refused)) return thrown;
  const undocumented = [thrown.code].filter((code) => !problemCodesOf(route).includes(code));
  return undocumented.length === 0
    ? thrown
    : new Error(`${route.method} ${route.path} answers ${undocumented.join(', ')}, which its contract does not list.`, { cause: thrown });
}

async function answer(
  app: Hono<HttpEnvironment>,
  context: Context<HttpEnvironment>,
  route: Route,
  handler: AnyHandler<Route>,
  options: RegisterOptions,
): Promise<Response> {
  const headers = new Headers({ 'content-type': 'application/json; charset=utf-8', 'cache-control': 'no-store' });
  headers.set('x-request-id', context.get('requestId'));
  const url = new URL(context.req.url);
  const request: RawRequest = { url, params: context.req.param(), headers: context.req.raw.headers, body: context.req.raw.body };
  const visit: Visit = {
    services: options.services,
    now: options.services.now(),
    headers: request.headers,
    host: url.hostname,
    ipAddress: context.get('ipAddress'),
    requestId: context.get('requestId'),
    ask: askerOf(app, context),
    setHeader: (name, value) => headers.append(name, value),
  };
  const finish = (value: unknown) => JSON.stringify(options.checksAnswers ? route.answer.parse(value) : value);
  if (route.answerType !== undefined) {
    if (route.answerType === 'text/event-stream') return answerEvents(route, handler, request, visit, { headers, limits: options.limits });
    const file = await answerFile(route, handler, request, visit, options.limits);
    const isCsv = 'pieces' in file;
    for (const [name, value] of isCsv ? csvHeaders(file) : sentFileHeaders(file)) headers.set(name, value);
    return new Response(isCsv ? await streamPieces(file.pieces) : file.content, { status: route.status, headers });
  }
  const answered =
    'visit' in handler ? await answerVisit(route, handler, request, visit, finish) : await answerKnown(route, handler, request, visit, finish, options.limits);
  if (answered.replayed === true) headers.set('idempotency-replayed', 'true');
  const body = answered.rereadAt === undefined ? answered.body : await (await visit.ask(answered.rereadAt, { method: 'GET' })).text();
  return new Response(body, { status: answered.status, headers });
}

/** A file is only ever read: it has no key and no transaction. Sign-in and limits are those of any read. */
async function answerFile(route: Route, handler: AnyHandler<Route>, request: RawRequest, visit: Visit, limits: Limits): Promise<CsvFile | SentFile> {
  if ('visit' in handler) return (await handler.visit(visit, (await readInput(route, request)).input as never)) as CsvFile | SentFile;
  const found = await identify(route, request, visit, limits);
  if (request.url.searchParams.has('q')) await limits.takeSearch(actorKey(found.actor));
  const { input } = await readInput(route, request);
  return (await (handler as Loose)(readContext(visit.services, found), input)) as CsvFile | SentFile;
}

/** Events without end. A browser that comes back says where it was in a header, which is newer than what stands in the address. */
async function answerEvents(
  route: Route,
  handler: AnyHandler<Route>,
  request: RawRequest,
  visit: Visit,
  { headers, limits }: { readonly headers: Headers; readonly limits: Limits },
): Promise<Response> {
  const found = await identify(route, request, visit, limits);
  const last = request.headers.get('last-event-id');
  if (last !== null && last !== '') {
    request.url.searchParams.set('cursor', last);
    // Said when it was opened: the tab may have gone out of sight since.
    request.url.searchParams.delete('here');
  }
  const { input } = await readInput(route, request);
  const events = (await (handler as Loose)(readContext(visit.services, found), input)) as ReadableStream<Uint8Array>;
  headers.set('content-type', 'text/event-stream; charset=utf-8');
  // A proxy must not gather them.
  headers.set('x-accel-buffering', 'no');
  return new Response(events, { status: route.status, headers });
}

async function answerVisit(
  route: Route,
  handler: VisitHandler<Route>,
  request: RawRequest,
  visit: Visit,
  finish: (value: unknown) => string,
): Promise<Answered> {
  if (route.method !== 'GET' && isCrossSite(request.headers, visit.services.publicUrl)) throw new Problem('request.cross_site');
  const { input } = await readInput(route, request);
  return { status: route.status, body: finish(await handler.visit(visit, input as never)) };
}

async function answerKnown(
  route: Route,
  handler: Exclude<AnyHandler<Route>, VisitHandler<Route>>,
  request: RawRequest,
  visit: Visit,
  finish: (value: unknown) => string,
  limits: Limits,
): Promise<Answered> {
  const { services } = visit;
  const found = { ...(await identify(route, request, visit, limits)), origin: originOf(visit) };
  // A guest who looks around is nobody twice in a row: their searches count by where they come from.
  const searcher = found.actor.kind === 'guest' ? `guest:${placeOf(visit.ipAddress)}` : actorKey(found.actor);
  if (route.method === 'GET' && request.url.searchParams.has('q')) await limits.takeSearch(searcher);
  const read = await readInput(route, request);
  try {
    if (typeof handler !== 'function') {
      const own = handler as OwnTransactions<Route>;
      return { status: route.status, body: finish(await own.ownTransactions(readContext(services, found), read.input as never, visit)) };
    }
    const loose = handler as Loose;
    if (route.method === 'GET') return { status: route.status, body: finish(await loose(readContext(services, found), read.input)) };
    return await runWrite({ route, request, read, acting: found, services, handler: loose, finish });
  } finally {
    await read.dispose?.();
  }
}

/** Who asked, as far as the network says: kept with a customer's decision. */
function originOf({ ipAddress, headers }: Visit): NonNullable<Acting['origin']> {
  return { ipAddress, userAgent: (headers.get('user-agent') ?? '').slice(0, 500) };
}

/** What of a request is about its body, or is its own. */
const ofOneRequest = ['content-length', 'content-type', 'idempotency-key', 'transfer-encoding', 'x-request-id'];

/** Asks as the visitor of a request does: with all that says who they are and where they come from. */
function askerOf(app: Hono<HttpEnvironment>, context: Context<HttpEnvironment>): Ask {
  return async (path, { headers: own = {}, ...init }) => {
    const headers = new Headers(context.req.raw.headers);
    for (const name of ofOneRequest) headers.delete(name);
    headers.set('x-request-id', context.get('requestId'));
    for (const [name, value] of Object.entries(own)) headers.set(name, value);
    return app.request(new URL(path, context.req.url).href, { ...init, headers }, context.env);
  };
}
