import { expect, test } from 'vitest';
import type { Route } from '../route.ts';
import { calledRoutes } from './page-routes.ts';
import { estimateRoutes } from './routes.ts';

test('the page calls the routes of the table', () => {
  const table = Object.fromEntries(
    Object.entries(estimateRoutes as Readonly<Record<string, Route>>).map(([name, { method, path, body, bodyType }]) => [
      name,
      { method, path, ...(body !== undefined && { body: true }), ...(bodyType !== undefined && { bodyType }) },
    ]),
  );
  expect(calledRoutes).toEqual(table);
});
