import { expect, test } from 'vitest';
import { createTestApp } from '../../test/support/create-test-app.ts';
import { findSystemActing } from '../db/sign-in-queries.ts';
import { seedDemo } from './seed-demo.ts';

test('the demo store is made in every stage, and each number adds up', async () => {
  const app = await createTestApp();
  try {
    const acting = await findSystemActing(app.db, app.accountId);
    if (acting === undefined) throw new Error('There is no account.');
    await seedDemo(app.services, acting);

    const { client } = app.owner;
    const { stages } = await client.countOrders({});
    expect(stages).toMatchObject({ draft: 9, estimate: 9, saved_cart: 2, submitted: 12 });
    const orders = await client.listOrders({ query: { limit: 200, sort: 'number' } });
    expect(orders.items.map((row) => row.number)).toEqual(Array.from({ length: 32 }, (_, index) => 1001 + index));
    for (const row of orders.items) {
      const { totals, blockers, stage } = await client.getOrder({ params: { id: row.id } });
      const { items, discount, shipping, tax, total } = totals;
      expect(total.amount).toBe(items.amount - discount.amount + (shipping?.amount ?? 0) + (tax?.amount ?? 0));
      if (stage === 'submitted') expect([totals.open, blockers]).toEqual([[], []]);
    }
    const uniforms = orders.items.find((row) => row.name === 'Winter uniforms');
    expect(uniforms).toMatchObject({ stage: 'estimate', estimate: { revision: 2, status: 'open' }, owner: { name: 'Jonas Berg' } });
    expect((await client.listMails({ query: { limit: 200 } })).items.length).toBeGreaterThan(15);
    expect((await client.listProducts({ query: { q: 'mug' } })).items.length).toBeGreaterThanOrEqual(3);
    expect((await client.listCustomers({ query: { q: 'Шевченко' } })).items).toHaveLength(1);
    const dana = (await client.listCustomers({ query: { q: 'Dana Wu' } })).items[0];
    const { addresses, terms } = await client.getCustomer({ params: { id: dana?.id ?? '' } });
    expect([addresses.length, terms.role?.name, terms.role?.from, terms.payment?.terms]).toEqual([5, 'Gold', 'company', 'Net 30']);
    expect((await client.listPriceRoles({})).items).toMatchObject([
      { name: 'Gold', companyCount: 1, priceCount: 10 },
      { name: 'Silver', companyCount: 1, customerCount: 1, priceCount: 7 },
    ]);
    expect((await client.listCustomers({ query: { active: 'false' } })).items.map(({ name }) => name)).toEqual(['Peter Vance']);
    expect((await client.listCustomers({ query: { deleted: 'true' } })).items.map(({ name }) => name)).toEqual(['Lena Hartmann']);
  } finally {
    await app.close();
  }
}, 60_000);
