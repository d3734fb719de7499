// 5,000 lines: found, changed and gone on from by keyboard; the total moves with the key and is the server's; no focus is lost.
import { expect, test } from 'vitest';
import { saved } from '../support/desk.ts';
import { openStore } from '../support/journey.ts';
import type { Api } from '../support/world.ts';

const atTheDesk = openStore();

const skus = ['MUG', 'CAP', 'TOTE', 'APRON', 'BOTTLE', 'NOTE', 'PEN'] as const;

const dollars = (cents: number) => (cents / 100).toLocaleString('en-US', { style: 'currency', currency: 'USD' });

/** A draft of 5,000 lines, the one with this number a custom one. */
async function aLongDraft(api: Api, name: string, at: number): Promise<string> {
  const [dana] = (await api.listCustomers({ query: { q: 'Dana' } })).items;
  const { id } = await api.createOrder({ body: { customerId: dana?.id ?? '' } });
  for (let from = 1; from <= 5000; from += 1000) {
    const lines = Array.from({ length: 1000 }, (_, index) =>
      from + index === at
        ? { custom: { name, unitPrice: '2.50', quantity: 4 } }
        : { sku: skus[(from + index) % skus.length] ?? 'MUG', quantity: 1 + (index % 9), asNewLine: true },
    );
    await api.addLines({ params: { id }, body: { lines } });
  }
  return id;
}

test('a line of 5,000 is found and changed by keyboard, and the total that shows at once is the server’s', () =>
  atTheDesk(async ({ page, api }) => {
    const id = await aLongDraft(api, 'Kitting for Portland', 4321);
    await page.goto(`/admin/orders/${id}`);
    await page.getByLabel('Line 1 quantity', { exact: true }).waitFor();
    expect(await page.getByRole('grid').getAttribute('aria-rowcount')).toBe('5001');
    expect(await page.getByRole('row').count()).toBeLessThan(120);
    const shows = (text: string) => page.getByRole('complementary', { name: 'Totals and ways on' }).getByText(text, { exact: true }).first().waitFor();
    const focused = () => page.evaluate(() => document.activeElement?.getAttribute('aria-label'));

    await page.keyboard.press('Control+f');
    await page.keyboard.type('portland');
    await page.getByText('1 of 1', { exact: true }).waitFor();
    await page.keyboard.press('Enter');
    await page.waitForFunction(() => document.activeElement?.getAttribute('aria-label') === 'Line 4321 quantity');

    // Until the answer is let through, what shows is the browser's own figure.
    let letThrough = () => {};
    const held = new Promise<void>((resolve) => {
      letThrough = resolve;
    });
    await page.route(/\/lines\/|\/api\/v1\/calls$/, async (route) => {
      await held;
      await route.continue();
    });
    const before = (await api.getOrder({ params: { id } })).totals.total.amount;
    await shows(dollars(before));
    await page.keyboard.type('37');
    await page.keyboard.press('Enter');
    expect(await focused()).toBe('Line 4322 quantity');
    // 33 pieces more at 2.50
    await shows(dollars(before + 8_250));
    letThrough();
    await saved(page);
    const order = await api.getOrder({ params: { id } });
    expect(order.lines[4320]).toMatchObject({ name: 'Kitting for Portland', quantity: 37 });
    expect(order.totals.total.amount).toBe(before + 8_250);
    await shows(dollars(before + 8_250));

    // Looking elsewhere takes the focus from nothing: the next key lands where the work was.
    await page.evaluate(() => window.scrollTo(0, 0));
    await page.getByLabel('Line 1 quantity', { exact: true }).waitFor();
    expect(await page.getByLabel('Line 2500 quantity', { exact: true }).count()).toBe(0);
    expect(await focused()).toBe('Line 4322 quantity');
    await page.keyboard.type('8');
    await page.keyboard.press('ArrowUp');
    expect(await focused()).toBe('Line 4321 quantity');
    await saved(page);
    expect((await api.getOrder({ params: { id } })).lines[4321]?.quantity).toBe(8);
  }));
