// Who leaves a shared computer leaves nothing on it.
import { expect, test } from 'vitest';
import { signOut } from '../support/desk.ts';
import { openStore } from '../support/journey.ts';

const atTheDesk = openStore();

test('who signs out leaves nothing of a customer in the browser', () =>
  atTheDesk(async ({ page, api }) => {
    const { id: customerId } = await api.createCustomer({ body: { name: 'Nobody’s Address' } });
    const { id } = await api.createOrder({ body: { customerId, lines: [{ sku: 'MUG', quantity: 1 }] } });
    await page.goto(`/admin/orders/${id}/checkout/shipping`);
    await page.getByLabel('City', { exact: true }).fill('Marfa');
    const kept = () => page.evaluate(() => JSON.stringify({ ...sessionStorage, ...localStorage }));
    await expect.poll(kept).toContain('Marfa');
    await signOut(page);
    expect(await kept()).not.toContain('Marfa');
    expect(await page.evaluate(() => Object.keys({ ...sessionStorage }))).toEqual([]);
    expect(await page.evaluate(() => Object.keys({ ...localStorage }).filter((name) => !/^backdesk\.(appearance|countries)$/.test(name)))).toEqual([]);
  }));
