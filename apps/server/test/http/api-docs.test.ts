import { routes } from '@backdesk/contract/routes.ts';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { renderApiDocs } from '../../src/http/api-docs.ts';
import type { TestApp } from '../support/create-test-app.ts';
import { createTestApp } from '../support/create-test-app.ts';

let app: TestApp;
beforeAll(async () => {
  app = await createTestApp();
});
afterAll(() => app.close());

test('the API is described for programs and for people, without a sign-in', async () => {
  const document = (await (await app.anonymous.request('GET', '/api/openapi.json')).json()) as { readonly paths: Record<string, unknown> };
  const page = await (await app.anonymous.request('GET', '/api/docs')).text();
  for (const { path } of Object.values(routes)) {
    expect(Object.keys(document.paths)).toContain(path);
    expect(page).toContain(path);
  }
});

test('nothing in the description becomes markup', () => {
  const page = renderApiDocs({ info: { title: '<script>alert(1)</script>' }, paths: {}, components: {} });
  expect(page).not.toContain('<script>');
});
