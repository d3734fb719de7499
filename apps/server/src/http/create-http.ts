import { randomUUID } from 'node:crypto';
import type { RouteTable } from '@backdesk/contract/route.ts';
import { Hono } from 'hono';
import { Problem } from '../modules/problem.ts';
import { renderApiDocs } from './api-docs.ts';
import { clientAddress } from './client-address.ts';
import type { Ask } from './faces/draw-first-page.ts';
import type { ServeFace } from './faces/serve-faces.ts';
import type { AllHandlers } from './handlers.ts';
import { answerProblem } from './problem.ts';
import type { HttpEnvironment, RegisterOptions } from './register-routes.ts';
import { registerRoutes } from './register-routes.ts';
import { hasTokenInPath, securityHeaders } from './security-headers.ts';

export type HttpOptions<Table extends RouteTable> = RegisterOptions & {
  readonly table: Table;
  readonly handlers: Partial<AllHandlers<Table>>;
  readonly isReady: () => Promise<boolean>;
  /** How many proxies of ours stand before us: their word on where a request comes from is believed. */
  readonly proxies: number;
  readonly openapi: () => unknown;
  /** Answers what is no API address: a file or page of a face, or undefined. */
  readonly serveFace: ServeFace;
};

type NodeBinding = { readonly incoming?: { readonly socket?: { readonly remoteAddress?: string } } };

/** What says who visits, which store, and from where. */
const ofVisitor = ['cookie', 'host', 'backdesk-account', 'x-forwarded-for', 'user-agent'];

const requestIdPattern = /^[\w.:-]{1,64}$/;

/** The whole HTTP surface: the routes of the table, health, the API description and the faces. */
export function createHttp<Table extends RouteTable>(options: HttpOptions<Table>): Hono<HttpEnvironment> {
  const app = new Hono<HttpEnvironment>();
  const headers = securityHeaders(options.services.publicUrl);
  app.use(async (context, next) => {
    const given = context.req.header('x-request-id');
    context.set('requestId', given !== undefined && requestIdPattern.test(given) ? given : randomUUID());
    const connection = (context.env as NodeBinding | undefined)?.incoming?.socket?.remoteAddress ?? '127.0.0.1';
    context.set('ipAddress', clientAddress(connection, context.req.header('x-forwarded-for'), options.proxies));
    await next();
    // A file that somebody sent has a stricter policy of its own.
    const own = context.res.headers.get('content-security-policy');
    for (const [name, value] of headers) context.res.headers.set(name, value);
    if (own !== null) context.res.headers.set('content-security-policy', own);
    if (hasTokenInPath(context.req.path)) context.res.headers.set('referrer-policy', 'no-referrer');
    if (!context.res.headers.has('cache-control')) context.res.headers.set('cache-control', 'no-store');
  });
  app.onError((error, context) => answerProblem(error, context.get('requestId')));
  registerRoutes(app, options.table, options.handlers, options);
  app.get('/healthz', (context) => context.json({ status: 'ok' }));
  app.get('/readyz', async (context) => {
    if (!(await options.isReady())) throw new Problem('database.unavailable', { headers: { 'retry-after': '2' } });
    return context.json({ status: 'ready' });
  });
  app.get('/api/openapi.json', (context) => context.json(options.openapi() as Record<string, unknown>));
  app.get('/api/docs', (context) => context.html(renderApiDocs(options.openapi())));
  app.all('/api/*', () => {
    throw new Problem('request.not_found');
  });
  app.notFound(async (context) => {
    const ask: Ask = (path, init) => {
      const headers = new Headers(init.headers);
      for (const name of ofVisitor) {
        const value = context.req.header(name);
        if (value !== undefined) headers.set(name, value);
      }
      return Promise.resolve(app.request(new URL(path, context.req.url).href, { ...init, headers }, context.env));
    };
    const face = await options.serveFace(context.req.raw, ask);
    return face ?? answerProblem(new Problem('request.not_found'), context.get('requestId'));
  });
  return app;
}
