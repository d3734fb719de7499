// What happens to a draft while it is worked on: slow answers, a lost network, a reload, a second window, a stale method.
import type { Page, Route } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { saved } from '../support/desk.ts';
import { openStore } from '../support/journey.ts';
import { type Api, anotherParty } from '../support/world.ts';

const atTheDesk = openStore();

const brooklyn = {
  name: 'Dana Wu',
  company: 'Harbor Coffee Co.',
  line1: '214 Van Brunt St',
  line2: '',
  city: 'Brooklyn',
  region: 'NY',
  postcode: '11231',
  country: 'US',
  phone: '',
};

const databaseAway = { type: 'about:blank', title: 'The database is not available', status: 503, code: 'database.unavailable', requestId: 'e2e' };

type Lines = readonly (readonly [sku: string, quantity: number])[];

/** A draft for Dana with these lines, made over the API: the story is about what follows. */
async function draftOf(api: Api, lines: Lines): Promise<string> {
  const [dana] = (await api.listCustomers({ query: { q: 'dana@harborcoffee.example' } })).items;
  const order = await api.createOrder({ body: { customerId: dana?.id ?? '', lines: lines.map(([sku, quantity]) => ({ sku, quantity })) } });
  return order.id;
}

async function openDraft(page: Page, id: string): Promise<void> {
  await page.goto(`/admin/orders/${id}`);
  await page.getByLabel('Add Product').waitFor();
}

async function setQuantity(page: Page, line: number, quantity: number): Promise<void> {
  const field = page.getByLabel(`Line ${line} quantity`, { exact: true });
  await field.fill(String(quantity));
  await field.press('Enter');
}

const totals = (page: Page) => page.getByRole('complementary', { name: 'Totals and ways on' });
const shows = (page: Page, text: string) => totals(page).getByText(text, { exact: true }).first().waitFor();

describe('a draft while it is worked on', () => {
  test('beyond 3: a custom line and a price by hand with its reason, written in place', () =>
    atTheDesk(async ({ page, api }) => {
      const id = await draftOf(api, [['MUG', 10]]);
      await openDraft(page, id);
      await page.getByRole('button', { name: 'Custom line', exact: true }).click();
      await page.getByLabel('What it is').fill('Gift wrapping');
      await page.getByLabel('How many').fill('3');
      await page.getByLabel('Price each').fill('2.50');
      await page.getByRole('button', { name: 'Add line', exact: true }).click();
      await shows(page, '$48.50');
      const price = page.getByLabel('Line 1 unit price', { exact: true });
      await price.fill('3.75');
      // 10 × 3.75 + 3 × 2.50
      await shows(page, '$45.00');
      await price.press('Enter');
      await page.getByLabel('Reason for this price').fill('Promised in March');
      await page.getByRole('button', { name: 'Done', exact: true }).click();
      await saved(page);
      await page.getByText('“Promised in March”').waitFor();
      const order = await api.getOrder({ params: { id } });
      expect(order.lines[0]?.override).toMatchObject({ unitPrice: '3.75', reason: 'Promised in March' });
      expect(order.lines[1]).toMatchObject({ kind: 'custom', name: 'Gift wrapping', quantity: 3 });
      expect(order.totals.total.amount).toBe(4_500);

      // The second line is dragged by its number above the first.
      const number = async (line: number) => {
        const box = await page
          .locator('[data-drag]')
          .nth(line - 1)
          .boundingBox();
        return { x: (box?.x ?? 0) + (box?.width ?? 0) / 2, y: (box?.y ?? 0) + (box?.height ?? 0) / 2 };
      };
      const [from, to] = [await number(2), await number(1)];
      await page.mouse.move(from.x, from.y);
      await page.mouse.down();
      await page.mouse.move(to.x, to.y - 4, { steps: 5 });
      await page.mouse.up();
      await page.getByLabel('Line 1 name', { exact: true }).waitFor();
      await saved(page);
      expect((await api.getOrder({ params: { id } })).lines.map(({ name }) => name)).toEqual(['Gift wrapping', order.lines[0]?.name]);
    }));

  test('beyond 3: totals move before the server has answered, and history tells it once it has', () =>
    atTheDesk(async ({ page, api }) => {
      const id = await draftOf(api, [['TEE-RED-S', 6]]);
      await openDraft(page, id);
      await shows(page, '$60.00');
      let answered = 0;
      await page.route(/\/api\/v1\/(orders\/[^/]+\/lines|calls)/, async (route) => {
        await new Promise((resolve) => setTimeout(resolve, 1_000));
        await route.continue();
        answered += 1;
      });
      await setQuantity(page, 1, 24);
      // 24 reach the break: 180.00. Seen while the request is still held back.
      await shows(page, '$180.00');
      expect(answered, 'answers before the total moved').toBe(0);
      await page.getByText('Saving…').first().waitFor();
      await saved(page);
      await page.getByRole('region', { name: 'History' }).getByText('Quantity of TEE-RED-S from 6 to 24').waitFor();
      expect((await api.getOrder({ params: { id } })).totals.total.amount).toBe(18_000);
      await shows(page, '$180.00');
      // A few less cost more, and the line says so: 20 × 10.00 against 24 for 180.00.
      await setQuantity(page, 1, 20);
      await page.getByText('24 cost $20.00 less').waitFor();
      await page.getByRole('button', { name: 'Make it 24' }).click();
      await shows(page, '$180.00');
    }));

  test('mission 24: a reload in the middle of typing loses nothing', () =>
    atTheDesk(async ({ page, api }) => {
      const id = await draftOf(api, [
        ['CAP', 2],
        ['PEN', 5],
      ]);
      await openDraft(page, id);
      // Nothing gets out any more: what was typed is only in this browser when the page goes.
      await page.route(/\/api\/v1\/(orders\/[^/]+(\/lines.*)?|calls)$/, (route) => (route.request().method() === 'GET' ? route.continue() : route.abort()));
      await page.getByLabel('Internal notes').fill('Call before noon');
      await setQuantity(page, 2, 50);
      await page.getByText(/Offline – \d changes? kept/).waitFor();
      await page.unroute(/\/api\/v1\/(orders\/[^/]+(\/lines.*)?|calls)$/);
      await page.reload();
      await page.getByLabel('Add Product').waitFor();
      // 2 × 10.50 + 50 × 0.85
      await shows(page, '$63.50');
      await saved(page);
      const order = await api.getOrder({ params: { id } });
      expect(order.noteInternal).toBe('Call before noon');
      expect(order.lines[1]?.quantity).toBe(50);
    }));

  test('beyond 4: without a network the work goes on, says that it is kept, and is sent when the network is back', () =>
    atTheDesk(async ({ page, context, api }) => {
      const id = await draftOf(api, [['MUG', 1]]);
      await openDraft(page, id);
      await context.setOffline(true);
      await setQuantity(page, 1, 12);
      await page.getByLabel('Notes for the customer').fill('Leave at the back door');
      await page.getByText('Offline – 2 changes kept').waitFor();
      await shows(page, '$49.20');
      expect((await api.getOrder({ params: { id } })).lines[0]?.quantity).toBe(1);
      await context.setOffline(false);
      await saved(page);
      const order = await api.getOrder({ params: { id } });
      expect(order.lines[0]?.quantity).toBe(12);
      expect(order.noteCustomer).toBe('Leave at the back door');
      expect(order.totals.total.amount).toBe(4_920);
    }));

  test('beyond 4: while the server cannot save, what is typed is kept, the screen says so, and each change is made once afterwards', () =>
    atTheDesk(async ({ page, api }) => {
      const id = await draftOf(api, [['MUG', 1]]);
      await openDraft(page, id);
      const away = (route: Route) =>
        route.request().method() === 'GET'
          ? route.fallback()
          : route.fulfill({ status: 503, contentType: 'application/problem+json', headers: { 'retry-after': '2' }, body: JSON.stringify(databaseAway) });
      await page.route(/\/api\/v1\/(orders\/|calls$)/, away);
      await setQuantity(page, 1, 12);
      await page.getByLabel('Notes for the customer').fill('Leave at the back door');
      await page.getByText(/2 changes kept/).waitFor();
      await shows(page, '$49.20');
      await page.unroute(/\/api\/v1\/(orders\/|calls$)/, away);
      await saved(page);
      const order = await api.getOrder({ params: { id } });
      expect([order.lines.map((line) => line.quantity), order.noteCustomer]).toEqual([[12], 'Leave at the back door']);
      const { items } = await api.getHistory({ params: { id }, query: {} });
      expect(items.filter((entry) => entry.type === 'line.quantity_changed')).toHaveLength(1);
    }));

  test('mission 26: a method that no longer holds is struck out, says why, is taken anew with one button, and heals when undone', () =>
    atTheDesk(async ({ page, api }) => {
      const id = await draftOf(api, [['MUG', 10]]);
      await api.setShipping({ params: { id }, body: { shipments: [{ kind: 'ship', address: brooklyn }] } });
      const [ground] = (await api.listShippingRates({ params: { id } })).items.filter(({ name }) => name === 'Ground');
      await api.setShippingMethod({ params: { id }, body: { shipmentId: ground?.shipmentId ?? '', rateId: ground?.rateId ?? '' } });
      await openDraft(page, id);
      // 41.00 + 9.80 + 8.875 % of 41.00 (3.63875 → 3.64)
      await shows(page, '$54.44');
      await page.getByLabel('Line 1 quantity', { exact: true }).focus();
      await page.getByText('After this change Shipping method needs another look.').waitFor();
      // 40 × 150 g are over 5 kg.
      await setQuantity(page, 1, 40);
      await saved(page);
      await totals(page).getByRole('button', { name: 'choose again', exact: true }).waitFor();
      expect(
        await totals(page)
          .getByText('$9.80', { exact: true })
          .evaluate((element) => getComputedStyle(element).textDecorationLine),
      ).toContain('line-through');
      expect(await totals(page).innerText()).toMatch(/quantities changed|weight changed|what ships changed/);
      expect((await api.getOrder({ params: { id } })).totals).toMatchObject({ shipping: null, open: ['shipping'] });

      await setQuantity(page, 1, 10);
      await shows(page, '$54.44');
      await saved(page);
      expect((await api.getOrder({ params: { id } })).totals.shipping?.amount).toBe(980);

      await setQuantity(page, 1, 40);
      await saved(page);
      await totals(page).getByRole('button', { name: 'choose again', exact: true }).click();
      await page.getByText(/Please choose the method again: (quantities|the weight|what ships) changed/).waitFor();
      await page.getByRole('button', { name: '$24.50, was $9.80: use it', exact: true }).click();
      // 164.00 + 24.50 + 14.56 (14.555 half up)
      await page.getByText('$203.06').first().waitFor();
      await page.getByRole('button', { name: 'Save & Return to Draft', exact: true }).click();
      await page.getByLabel('Add Product').waitFor();
      expect((await api.getOrder({ params: { id } })).totals).toMatchObject({ shipping: { amount: 2_450 }, open: [] });
    }));

  test('beyond 4: two windows on one draft merge by field; where somebody else changed the same one, both values stand there to choose', () =>
    atTheDesk(async ({ page, api, url, openAnother }) => {
      const id = await draftOf(api, [
        ['MUG', 1],
        ['CAP', 1],
      ]);
      const { page: other, context } = await openAnother();
      await openDraft(page, id);
      await openDraft(other, id);
      await setQuantity(page, 1, 7);
      await saved(page);
      // The other window has not seen that, and changes something else.
      await setQuantity(other, 2, 9);
      await saved(other);
      await other.getByLabel('Internal notes').fill('From the second window');
      await other.getByLabel('Internal notes').blur();
      await saved(other);
      const merged = await api.getOrder({ params: { id } });
      expect(merged.lines.map(({ quantity }) => quantity)).toEqual([7, 9]);
      expect(merged.noteInternal).toBe('From the second window');

      const program = await anotherParty(api, url, 'Warehouse');
      const line = { id, lineId: merged.lines[0]?.id ?? '' };
      // Cut off while it types: else it would often have seen the other's change before, and there is nothing to choose.
      await context.setOffline(true);
      await setQuantity(other, 1, 30);
      await program.changeLine({ params: line, body: { basedOn: merged.version, quantity: 20 } });
      await context.setOffline(false);
      const choice = other.getByRole('alert').filter({ hasText: /^Warehouse changed the quantity at / });
      await choice.getByRole('button', { name: 'Take theirs: 20', exact: true }).waitFor();
      await other.getByText('Conflict', { exact: true }).waitFor();
      expect((await api.getOrder({ params: { id } })).lines[0]?.quantity).toBe(20);
      await choice.getByRole('button', { name: 'Keep mine: 30', exact: true }).click();
      await choice.waitFor({ state: 'detached' });
      await saved(other);
      const kept = await api.getOrder({ params: { id } });
      expect(kept.lines[0]?.quantity).toBe(30);

      await context.setOffline(true);
      await setQuantity(other, 1, 55);
      await program.changeLine({ params: line, body: { basedOn: kept.version, quantity: 44 } });
      await context.setOffline(false);
      await choice.getByRole('button', { name: 'Take theirs: 44', exact: true }).click();
      await saved(other);
      expect(await other.getByLabel('Line 1 quantity', { exact: true }).inputValue()).toBe('44');
      expect((await api.getOrder({ params: { id } })).lines[0]?.quantity).toBe(44);
    }));
});
