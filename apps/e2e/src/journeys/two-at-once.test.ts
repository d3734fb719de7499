// Two people in one order: what one does, the other sees; nothing that was typed is lost, offline too.
import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { saved } from '../support/desk.ts';
import { openStore } from '../support/journey.ts';
import { type Api, anotherParty } from '../support/world.ts';

const atTheDesk = openStore();

async function draftOfThree(api: Api): Promise<string> {
  const [dana] = (await api.listCustomers({ query: { q: 'dana@harborcoffee.example' } })).items;
  const lines = [
    { sku: 'MUG', quantity: 10 },
    { sku: 'CAP', quantity: 20 },
    { sku: 'TOTE', quantity: 30 },
  ];
  return (await api.createOrder({ body: { customerId: dana?.id ?? '', lines } })).id;
}

async function openDraft(page: Page, id: string): Promise<void> {
  await page.goto(`/admin/orders/${id}`);
  await page.getByLabel('Add Product').waitFor();
}

const quantity = (page: Page, line: number) => page.getByLabel(`Line ${line} quantity`, { exact: true });
/** The name at a line stands on what is its own, and the frame goes around all of it. */
async function seesWhoIsIn(page: Page, line: number): Promise<void> {
  const row = page.getByRole('rowgroup').filter({ has: quantity(page, line) });
  const name = row.getByText('Owner', { exact: true });
  await name.scrollIntoViewIfNeeded();
  const [flag, frame, field] = await Promise.all([name, name.locator('..'), quantity(page, line)].map((it) => it.boundingBox()));
  if (!flag || !frame || !field) throw new Error('Nobody is seen there.');
  expect(frame.y).toBeLessThan(field.y);
  expect(frame.y + frame.height).toBeGreaterThanOrEqual(field.y + field.height);
  expect(flag.y + flag.height).toBeLessThanOrEqual(frame.y + frame.height);
}

const total = (page: Page) => page.getByRole('complementary', { name: 'Totals and ways on' });

async function setQuantity(page: Page, line: number, pieces: number): Promise<void> {
  await quantity(page, line).fill(String(pieces));
  await quantity(page, line).press('Enter');
}

async function showsQuantities(page: Page, pieces: readonly number[]): Promise<void> {
  for (const [at, count] of pieces.entries()) await expect.poll(() => quantity(page, at + 1).inputValue(), { timeout: 15_000 }).toBe(String(count));
}

describe('two people in one order', () => {
  test('each sees where the other is and what they change, without asking', () =>
    atTheDesk(async ({ page: ana, api, url, openAnother }) => {
      const id = await draftOfThree(api);
      const { page: ben } = await openAnother();
      await openDraft(ana, id);
      await openDraft(ben, id);
      await ana.getByRole('list', { name: 'Also here' }).getByRole('listitem').waitFor();
      await quantity(ben, 2).click();
      const second = ana.getByRole('rowgroup').filter({ has: quantity(ana, 2) });
      await second.getByText('Owner', { exact: true }).waitFor();
      await quantity(ben, 3).click();
      await seesWhoIsIn(ana, 3);
      await ana.setViewportSize({ width: 390, height: 844 });
      await seesWhoIsIn(ana, 3);
      await ana.setViewportSize({ width: 1440, height: 1000 });

      await setQuantity(ben, 1, 12);
      await showsQuantities(ana, [12, 20, 30]);
      await Promise.all([setQuantity(ana, 2, 25), setQuantity(ben, 3, 35)]);
      await showsQuantities(ana, [12, 25, 35]);
      await showsQuantities(ben, [12, 25, 35]);
      // 12 × 4.10 + 25 × 10.50 + 35 × 4.60
      for (const page of [ana, ben]) await total(page).getByText('$472.70', { exact: true }).first().waitFor();

      const program = await anotherParty(api, url, 'The ERP');
      const { lines } = await api.getOrder({ params: { id } });
      await program.changeLine({ params: { id, lineId: lines[0]?.id ?? '' }, body: { quantity: 15 } });
      await showsQuantities(ana, [15, 25, 35]);
      await ana.getByText('The ERP changed a line.').waitFor({ state: 'attached' });
      await ben.getByLabel('Add Product').focus();
      await ben.goto('/admin/orders/drafts');
      await ana.getByRole('list', { name: 'Also here' }).waitFor({ state: 'detached' });
    }));

  test('who was offline keeps what they typed, and both have everything afterwards', () =>
    atTheDesk(async ({ page: ana, api, openAnother }) => {
      const id = await draftOfThree(api);
      const { page: ben, context } = await openAnother();
      await openDraft(ana, id);
      await openDraft(ben, id);
      await context.setOffline(true);
      await setQuantity(ben, 1, 99);
      await ben
        .getByText(/1 change kept/)
        .first()
        .waitFor();
      await setQuantity(ana, 2, 22);
      await setQuantity(ana, 3, 33);
      await saved(ana);
      await context.setOffline(false);
      await showsQuantities(ana, [99, 22, 33]);
      await showsQuantities(ben, [99, 22, 33]);
      expect((await api.getOrder({ params: { id } })).lines.map((line) => line.quantity)).toEqual([99, 22, 33]);
    }));

  test('both changed the same field: both values are shown with the name, and one is chosen', () =>
    atTheDesk(async ({ page: ana, api, url, openAnother }) => {
      const id = await draftOfThree(api);
      const { page: ben, context } = await openAnother();
      await openDraft(ana, id);
      await openDraft(ben, id);
      await context.setOffline(true);
      await setQuantity(ben, 1, 99);
      const program = await anotherParty(api, url, 'Carla');
      const { lines } = await api.getOrder({ params: { id } });
      await program.changeLine({ params: { id, lineId: lines[0]?.id ?? '' }, body: { quantity: 44 } });
      await showsQuantities(ana, [44, 20, 30]);
      await context.setOffline(false);
      await ben.getByText(/Carla/).first().waitFor();
      await ben.getByRole('button', { name: /99/ }).click();
      await showsQuantities(ana, [99, 20, 30]);
      await showsQuantities(ben, [99, 20, 30]);
    }));
});
