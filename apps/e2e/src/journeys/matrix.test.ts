// Issue 4: a product in twelve colours and five sizes, filled as a grid without a pointer and priced as one.
import { type Call, callsPath } from '@backdesk/contract/calls/routes.ts';
import { describe, expect, test } from 'vitest';
import { saved } from '../support/desk.ts';
import { openStore } from '../support/journey.ts';

const atTheDesk = openStore();

describe('a matrix of quantities', () => {
  test('12 × 5 by keyboard: one request, one break, and one Undo', () =>
    atTheDesk(async ({ page, api }) => {
      const colours = Array.from({ length: 12 }, (_, at) => `Colour ${at + 1}`);
      const sizes = ['S', 'M', 'L', 'XL', '2XL'];
      await api.createProduct({
        body: {
          code: 'grid',
          name: 'Grid polo',
          variants: colours.flatMap((colour) =>
            sizes.map((size) => ({
              sku: `GRID-${colour.slice(7)}-${size}`,
              options: [
                { name: 'Size', value: size },
                { name: 'Colour', value: colour },
              ],
              prices: [
                { quantity: 1, extendedPrice: '10.00' },
                { quantity: 120, extendedPrice: '600.00' },
              ],
            })),
          ),
        },
      });
      const { id } = await api.createOrder({ body: { customerId: (await api.listCustomers({ query: { q: 'dana' } })).items[0]?.id ?? '' } });
      await page.goto(`/admin/orders/${id}`);
      const writes: string[] = [];
      // Telling others where one is writes nothing of the order.
      // What is read along with a change leaves in its request, and is none.
      page.on('request', (request) => {
        const { calls } = (request.url().endsWith(callsPath) ? request.postDataJSON() : { calls: undefined }) as { readonly calls?: readonly Call[] };
        const made = calls ?? [{ method: request.method(), path: request.url() }];
        for (const { method, path } of made) if (method !== 'GET' && path.includes(`/orders/${id}`) && !path.endsWith('/presence')) writes.push(path);
      });
      await page.getByLabel('Add Product').focus();
      await page.keyboard.type('grid');
      await page
        .getByRole('option', { name: /Grid polo/ })
        .first()
        .waitFor();
      await page.keyboard.press('Control+Enter');
      await page.getByLabel('Quantity', { exact: true }).waitFor();
      await page.keyboard.press('Alt+m');
      await page.getByLabel('Quantity of Colour 1, S').waitFor();
      await page.getByLabel('Quantity of Colour 1, S').focus();
      for (let cell = 0; cell < 60; cell += 1) {
        await page.keyboard.type('2');
        await page.keyboard.press('Tab');
      }
      // 120 pieces at 5.00: the last break, reached by all of them together.
      await page.getByText('$600.00', { exact: true }).waitFor();
      await page.keyboard.press('Shift+Tab');
      await page.keyboard.press('ArrowUp');
      await page.keyboard.press('Enter');
      await page.getByLabel('Line 60 quantity').waitFor();
      await saved(page);
      expect(writes).toEqual([expect.stringMatching(/\/lines$/)]);
      const order = await api.getOrder({ params: { id } });
      expect([order.lines.length, order.itemCount, order.totals.items.amount]).toEqual([60, 120, 60_000]);
      expect(new Set(order.lines.map(({ unitPrice }) => unitPrice))).toEqual(new Set(['5']));
      await page.keyboard.press('Control+z');
      await page.getByRole('heading', { name: 'No lines yet' }).waitFor();

      // A wrong SKU is taken back by two keys, and the field waits for the right one.
      await page.getByLabel('Add Product').focus();
      await page.keyboard.type('2 mug');
      await page.keyboard.press('Enter');
      await page.getByLabel('Line 1 quantity', { exact: true }).waitFor();
      await page.keyboard.press('Control+z');
      await page.getByRole('heading', { name: 'No lines yet' }).waitFor();
      expect(await page.evaluate(() => document.activeElement?.getAttribute('aria-label'))).toBe('Add Product');
    }));
});
