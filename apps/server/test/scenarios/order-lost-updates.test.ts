import { afterAll, beforeAll, expect, test } from 'vitest';
import { aShop, type Shop } from '../support/a-shop.ts';
import type { Caller, TestApp } from '../support/create-test-app.ts';
import { createTestApp } from '../support/create-test-app.ts';

let app: TestApp;
let shop: Shop;
beforeAll(async () => {
  app = await createTestApp();
  shop = await aShop(app);
});
afterAll(() => app.close());

/** The same row of numbers in every run. */
function dice(seed: number): (sides: number) => number {
  let state = seed;
  return (sides) => {
    state = (state * 1_103_515_245 + 12_345) % 2_147_483_648;
    return Math.floor((state / 2_147_483_648) * sides);
  };
}

type Field = { readonly path: string; readonly name: 'quantity' | 'noteCustomer' | 'noteInternal' | 'name' | 'poNumber' };
type Known = { readonly value: unknown; readonly version: number; readonly by: Caller | null };

// A model beside the server: it knows for each field its value, the version that set it and who did.
test.each([1, 2, 3])('no update is ever lost between two people who edit on stale versions (seed %i)', async (seed) => {
  const roll = dice(seed);
  const people = [app.owner, await app.as('sales')] as const;
  const order = await app.owner.client.createOrder({ body: { customerId: shop.customerId, lines: [{ sku: 'MUG' }, { sku: 'TEE-S' }] } });
  const paths = order.lines.map((line) => `/lines/${line.id}`);
  const fields: readonly Field[] = [
    ...paths.flatMap((path) => (['quantity', 'noteCustomer', 'noteInternal'] as const).map((name) => ({ path, name }))),
    { path: '', name: 'name' },
    { path: '', name: 'poNumber' },
  ];
  const model = new Map<Field, Known>();
  let version = 1;
  const seen = [1, 1];
  let conflicts = 0;
  for (let step = 0; step < 120; step += 1) {
    const who = roll(2);
    const person = people[who] ?? app.owner;
    if (roll(3) === 0) seen[who] = version;
    const field = fields[roll(fields.length)] as Field;
    const value = field.name === 'quantity' ? 2 + step : `text ${step}`;
    const basedOn = seen[who] ?? 1;
    const known = model.get(field);
    const isConflict = known !== undefined && known.version > basedOn && known.by !== person;
    const response = await person.request('PATCH', `/api/v1/orders/${order.id}${field.path}`, { basedOn, [field.name]: value });
    expect([step, response.status]).toEqual([step, isConflict ? 409 : 200]);
    if (isConflict) {
      conflicts += 1;
      expect(await response.json()).toMatchObject({ conflicts: [{ pointer: `/${field.name}`, value: known.value, version: known.version }] });
      continue;
    }
    version += 1;
    model.set(field, { value, version, by: person });
  }
  expect(conflicts).toBeGreaterThan(5);
  const end = (await app.owner.client.getOrder({ params: { id: order.id } })) as unknown as Record<string, unknown> & {
    version: number;
    lines: readonly Record<string, unknown>[];
  };
  expect(end.version).toBe(version);
  for (const [{ path, name }, { value }] of model) expect((path === '' ? end : end.lines[paths.indexOf(path)])?.[name]).toBe(value);
});
