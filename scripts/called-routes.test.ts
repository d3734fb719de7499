// The tables that a browser is given hold what it calls with, and nothing that validates.
import { expect, test } from 'vitest';
import { z } from 'zod';
import { callsPath } from '../packages/contract/src/calls/routes.ts';
import { createClient } from '../packages/contract/src/client.ts';
import type { RouteTable } from '../packages/contract/src/route.ts';
import { routes } from '../packages/contract/src/routes.ts';
import { calledModule, calledRoutes } from './called-routes.ts';

const evaluated = (source: string) => import(`data:text/javascript,${encodeURIComponent(source)}`) as Promise<Record<string, unknown>>;

/** What a call of each route sends, with a body where it takes one. */
async function sentBy(table: RouteTable): Promise<readonly unknown[]> {
  const sent: unknown[] = [];
  const client = createClient(table, {
    fetch: (address, { method, headers, body } = {}) => {
      sent.push([
        String(address),
        method,
        Object.keys(headers ?? {}),
        (headers as Record<string, string>).accept,
        (headers as Record<string, string>)['content-type'],
        body,
      ]);
      return Promise.resolve(new Response('{}'));
    },
  });
  for (const call of Object.values(client)) await call({ params: { id: 'i', token: 't' }, query: { limit: 5 }, body: 'b' } as never);
  return sent;
}

test('every route is called as the whole table says', async () => {
  const { routes: called } = await evaluated(calledModule({ routes }));
  expect(await sentBy(called as RouteTable)).toEqual(await sentBy(routes));
});

test('schemas and functions are left out, names and limits stay', async () => {
  const table = { list: { method: 'GET', path: '/a', summary: 's', permission: 'order:read', query: z.object({}), answer: z.string(), status: 200 } };
  const exported = await evaluated(calledModule({ table, most: 20, path: '/b', schema: z.string(), act: () => 1 }));
  expect({ ...exported }).toEqual({ table: { list: { method: 'GET', path: '/a', permission: 'order:read' } }, most: 20, path: '/b' });
});

test('modules of the contract without a table are left as they are', async () => {
  const at = (file: string) => new URL(`../packages/contract/src/${file}`, import.meta.url).pathname;
  const { load } = calledRoutes();
  expect(await load(at('order/price-steps.ts'))).toBeNull();
  expect((await load(at('calls/routes.ts')))?.code).toContain(`export const callsPath = "${callsPath}"`);
});
