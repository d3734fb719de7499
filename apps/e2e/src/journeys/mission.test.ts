// The brief, sentence by sentence, at the desk and by the names that people see: one story a number of the mission's list A.
import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { faultsOf } from '../support/axe.ts';
import { addByProductPage, fillAddress, saved, startDraftFor } from '../support/desk.ts';
import { openStore } from '../support/journey.ts';
import type { Api } from '../support/world.ts';

const atTheDesk = openStore();

const brooklyn = { Name: 'Dana Wu', Address: '11 Court St', City: 'Brooklyn', State: 'New York', 'ZIP code': '11201' };
const button = (page: Page, name: string) => page.getByRole('button', { name, exact: true });
const heading = (page: Page, name: RegExp | string) => page.getByRole('heading', { level: 1, name });
/** Types what nothing is found by, so that no hit of an earlier search stands there for the next one's. */
async function findNothing(page: Page, field: string): Promise<void> {
  await page.getByLabel(field).fill('qqqzzz');
  await expect.poll(() => page.getByRole('option').count()).toBe(0);
}
const orderOf = (page: Page) => /orders\/([0-9a-f-]{36})/.exec(page.url())?.[1] ?? '';
const rowOf = (page: Page, number: number | null) => page.getByRole('row').filter({ has: page.getByRole('link', { name: new RegExp(`\\b${number}$`) }) });

async function danas(api: Api) {
  const [dana] = (await api.listCustomers({ query: { q: 'dana@harborcoffee.example' } })).items;
  if (dana === undefined) throw new Error('Dana is missing.');
  return api.getCustomer({ params: { id: dana.id } });
}

/** A draft of 6 mugs for Dana, made over the API: the story is about what follows. */
async function aDraft(api: Api, lines: readonly { readonly sku: string; readonly quantity: number }[] = [{ sku: 'MUG', quantity: 6 }]) {
  return api.createOrder({ body: { customerId: (await danas(api)).id, lines: [...lines] } });
}

/** The same with address, method and payment: only submitting is left. */
async function aReadyDraft(api: Api) {
  const { id } = await aDraft(api);
  const address = (await danas(api)).addresses[0]?.address;
  if (address === undefined) throw new Error('Dana has no address.');
  await api.setShipping({ params: { id }, body: { address } });
  const flat = (await api.listShippingRates({ params: { id } })).items.find((offer) => offer.name === 'Flat');
  await api.setShippingMethod({ params: { id }, body: { shipmentId: flat?.shipmentId ?? '', rateId: flat?.rateId ?? '' } });
  await api.setBilling({ params: { id }, body: { sameAsShipping: true } });
  await api.setPayment({ params: { id }, body: { method: 'open_account' } });
  return api.getOrder({ params: { id } });
}

async function openDraft(page: Page, id: string): Promise<void> {
  await page.goto(`/admin/orders/${id}`);
  await page.getByLabel('Add Product').waitFor();
}

async function convert(page: Page, email: string): Promise<void> {
  await button(page, 'Convert to Estimate…').click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('Email', { exact: true }).fill(email);
  await dialog.getByRole('button', { name: 'Convert', exact: true }).click();
  await heading(page, /Estimate \d+ r1/).waitFor();
}

describe('scope', () => {
  test('mission 1: the desk has the tools: a draft, an estimate of it, and checkout to submission', () =>
    atTheDesk(async ({ page, api }) => {
      const { id } = await aReadyDraft(api);
      await openDraft(page, id);
      await convert(page, '');
      await button(page, 'Continue to Shipping/Billing').click();
      await page.goto(`/admin/orders/${id}/checkout/finalize`);
      await button(page, 'Submit Order').click();
      await heading(page, /Order \d+/).waitFor();
      expect((await api.getOrder({ params: { id } })).stage).toBe('submitted');
    }));

  test('mission 2: the prices and rules of a customer’s own order hold here: the break over all sizes', () =>
    atTheDesk(async ({ page, api }) => {
      const { id } = await aDraft(api, [
        { sku: 'TEE-RED-S', quantity: 6 },
        { sku: 'TEE-RED-M', quantity: 18 },
      ]);
      await openDraft(page, id);
      await page.getByText('$180.00').first().waitFor();
      await page.getByLabel('Line 1 quantity', { exact: true }).fill('5');
      // 23 are under the break of 24 for 180.00: 10.00 each.
      await page.getByText('$230.00').first().waitFor();
    }));

  test('mission 3: a draft serves for a customer’s order, for pricing an estimate, and for keeping', () =>
    atTheDesk(async ({ page, api }) => {
      const { id, number } = await aDraft(api);
      await openDraft(page, id);
      for (const way of ['Continue to Shipping/Billing', 'Convert to Estimate…', 'Save as Cart…', 'Done Editing Order']) await button(page, way).waitFor();
      await button(page, 'Done Editing Order').click();
      await rowOf(page, number).waitFor();
    }));

  test('mission 4: the menu leads to Draft Orders / Estimates, which lists the drafts and starts a new one', () =>
    atTheDesk(async ({ page, api }) => {
      const { number } = await aDraft(api);
      await page.goto('/admin/customers');
      await page.getByRole('navigation', { name: 'Main' }).getByRole('link', { name: 'Draft Orders / Estimates' }).click();
      await heading(page, 'Draft Orders / Estimates').waitFor();
      await rowOf(page, number).waitFor();
      await button(page, 'New draft order').click();
      await page.waitForURL('**/admin/orders/drafts/new');
    }));
});

describe('customer', () => {
  test('mission 5: a new draft starts with the customer to act for', () =>
    atTheDesk(async ({ page }) => {
      await page.goto('/admin/orders/drafts/new');
      await page.getByLabel('Search customers').waitFor();
      expect(await page.getByLabel('Add Product').count()).toBe(0);
    }));

  test('mission 6: either an existing customer or a new one', () =>
    atTheDesk(async ({ page }) => {
      await page.goto('/admin/orders/drafts/new');
      await page.getByRole('option', { name: 'Dana Wu' }).waitFor();
      await button(page, 'New customer').waitFor();
    }));

  test('mission 7: typing searches by name, e-mail, company, phone, customer number and past order; picked, then Continue', () =>
    atTheDesk(async ({ page, api }) => {
      const { number } = await aDraft(api);
      await api.changeCustomer({ params: { id: (await danas(api)).id }, body: { number: 'HC-4471' } });
      await page.goto('/admin/orders/drafts/new');
      for (const words of ['dana', 'dana@harborcoffee.example', 'harbor coffee', '718 555 0142', 'HC-4471', String(number)]) {
        await findNothing(page, 'Search customers');
        await page.getByLabel('Search customers').fill(words);
        await page.getByRole('option', { name: 'Dana Wu' }).first().waitFor();
      }
      await page.getByRole('option', { name: 'Dana Wu' }).first().click();
      await button(page, 'Continue').click();
      await page.getByLabel('Add Product').waitFor();
      expect((await api.getOrder({ params: { id: orderOf(page) } })).customer?.name).toBe('Dana Wu');
    }));

  test('mission 8: New customer reveals the form in place', () =>
    atTheDesk(async ({ page, api }) => {
      await page.goto('/admin/orders/drafts/new');
      await button(page, 'New customer').click();
      expect(new URL(page.url()).pathname).toBe('/admin/orders/drafts/new');
      await page.getByLabel('Name', { exact: true }).first().fill('Ines Prado');
      await page.getByLabel('Email', { exact: true }).first().fill('ines@prado.example');
      await button(page, 'Continue').click();
      await page.getByLabel('Add Product').waitFor();
      expect((await api.listCustomers({ query: { q: 'ines@prado' } })).items).toHaveLength(1);
    }));

  test('mission 9: it asks for exactly what Customers / Contacts asks for', () =>
    atTheDesk(async ({ page }) => {
      const labels = async () => {
        await page.getByLabel('Name', { exact: true }).first().waitFor();
        const form = page.getByLabel('Name', { exact: true }).first().locator('xpath=ancestor::*[.//textarea][1]');
        return (await form.locator('label').allInnerTexts()).map((label) => label.replaceAll(/\s+/g, ' ').trim());
      };
      await page.goto('/admin/orders/drafts/new');
      await button(page, 'New customer').click();
      const inDraft = await labels();
      await page.goto('/admin/customers');
      await button(page, 'New customer').click();
      const inCustomers = await labels();
      expect(inDraft.length).toBeGreaterThan(7);
      expect(inCustomers).toEqual(inDraft);
    }));
});

describe('placeholder and products', () => {
  test('mission 11, 12: Done Editing Order saves the empty draft; it is listed and can be filled in', () =>
    atTheDesk(async ({ page, api }) => {
      await startDraftFor(page, 'dana', 'Dana Wu');
      const id = orderOf(page);
      const { number } = await api.getOrder({ params: { id } });
      await button(page, 'Done Editing Order').click();
      await rowOf(page, number).getByText('Draft', { exact: true }).waitFor();
      await rowOf(page, number).getByRole('link').first().click();
      await addByProductPage(page, 'MUG', /Mug 11 oz/, 1);
      await saved(page);
      expect((await api.getOrder({ params: { id } })).lines).toHaveLength(1);
    }));

  test('mission 13: Add Product searches by name, product code and SKU', () =>
    atTheDesk(async ({ page, api }) => {
      await openDraft(page, (await aDraft(api, [])).id);
      for (const words of ['heavy', 'tee', 'TEE-RED-L']) {
        await findNothing(page, 'Add Product');
        await page.getByLabel('Add Product').fill(words);
        await page.getByRole('option', { name: /TEE-RED-L/ }).waitFor();
      }
    }));

  test('mission 14–16, 18–22: Select Product leads to its page; the quantity there comes back as a new line beside the earlier ones', () =>
    atTheDesk(async ({ page, api }) => {
      const { id } = await aDraft(api);
      await openDraft(page, id);
      await addByProductPage(page, 'apron', /Bib apron/, 7);
      await page.getByText('APRON', { exact: true }).waitFor();
      await page.getByText('MUG', { exact: true }).waitFor();
      await saved(page);
      expect((await api.getOrder({ params: { id } })).lines.map(({ sku, quantity }) => [sku, quantity])).toEqual([
        ['MUG', 6],
        ['APRON', 7],
      ]);
    }));

  test('mission 17: variants are chosen on the product page, the searched SKU first', () =>
    atTheDesk(async ({ page, api }) => {
      const { id } = await aDraft(api, []);
      await openDraft(page, id);
      await page.getByLabel('Add Product').fill('TEE-RED-M');
      await page
        .getByRole('option', { name: /TEE-RED-M/ })
        .first()
        .waitFor();
      await button(page, 'Select Product').click();
      const sizes = page.getByRole('radio', { name: /^(S|M|L)$/ });
      await sizes.first().waitFor();
      expect(await page.getByRole('radio', { name: 'M', exact: true }).isChecked()).toBe(true);
      await page.getByRole('radio', { name: 'L', exact: true }).check({ force: true });
      await page.getByLabel('Quantity', { exact: true }).last().fill('2');
      await button(page, 'Add to order').click();
      await page.getByText('TEE-RED-L', { exact: true }).waitFor();
      await saved(page);
      expect((await api.getOrder({ params: { id } })).lines.map(({ sku }) => sku)).toEqual(['TEE-RED-L']);
    }));

  test('mission 18: customizations are answered on the product page, the required one first asked for, and charged on the line', () =>
    atTheDesk(async ({ page, api }) => {
      const pen = (await api.listProducts({ query: { q: 'pen' } })).items.find(({ code }) => code === 'pen');
      await api.setConfiguration({
        params: { id: pen?.id ?? '' },
        body: {
          options: [
            { kind: 'choice', name: 'Box', required: true, values: [{ name: 'Gift box', perPiece: '1.20' }, { name: 'Plain sleeve' }] },
            { kind: 'text', name: 'Engraving', maxLength: 24, perPiece: '0.10', perLine: { amount: 500, currency: 'USD' } },
          ],
        },
      });
      const { id } = await aDraft(api);
      await openDraft(page, id);
      await addByProductPage(page, 'PEN', /Pen/, 20);
      // Nothing is added while what must be answered is not: the page says which.
      await page.getByRole('alert').filter({ hasText: 'Box' }).waitFor();
      await page.getByRole('radio', { name: /Gift box/ }).check({ force: true });
      await page.getByLabel(/^Engraving/).fill('Harbor Coffee');
      await button(page, 'Add to order').click();
      // 20 × (0.85 + 1.20 + 0.10) + 5.00 for the engraving, once a line.
      await page.getByText('48.00', { exact: true }).waitFor();
      await page.getByText(/Engraving: Harbor Coffee/).waitFor();
      await saved(page);
      const [, line] = (await api.getOrder({ params: { id } })).lines;
      expect(line?.answers.map(({ name, value }) => [name, value])).toEqual([
        ['Box', 'Gift box'],
        ['Engraving', 'Harbor Coffee'],
      ]);
      expect(line?.total.amount).toBe(4800);
    }));
});

describe('when the draft is finished', () => {
  test('mission 23: all the ways on are visible together, at a desk and on a phone', () =>
    atTheDesk(async ({ page, api }) => {
      await openDraft(page, (await aDraft(api)).id);
      const ways = ['Done Editing Order', 'Edit Shipping/Billing', 'Convert to Estimate…', 'Save as Cart…', 'Continue to Shipping/Billing'];
      for (const way of ways) expect(await button(page, way).isVisible(), way).toBe(true);
      await page.setViewportSize({ width: 390, height: 844 });
      for (const way of ways) {
        await button(page, way).waitFor();
        const box = await button(page, way).boundingBox();
        expect(box !== null && box.y >= 0 && box.y + box.height <= 844 && box.x >= 0 && box.x + box.width <= 390, `${way} in view on a phone`).toBe(true);
      }
    }));

  test('mission 24: left as it is, it goes on from where it was', () =>
    atTheDesk(async ({ page, api }) => {
      const { id } = await aDraft(api);
      await openDraft(page, id);
      await page.getByLabel('Line 1 quantity', { exact: true }).fill('9');
      await button(page, 'Done Editing Order').click();
      await heading(page, 'Draft Orders / Estimates').waitFor();
      await openDraft(page, id);
      expect(await page.getByLabel('Line 1 quantity', { exact: true }).inputValue()).toBe('9');
      await saved(page);
      expect((await api.getOrder({ params: { id } })).lines[0]?.quantity).toBe(9);
    }));

  test('mission 25: Edit Shipping/Billing takes both, and is optional', () =>
    atTheDesk(async ({ page, api }) => {
      const { id } = await aDraft(api);
      // The customer's addresses come late: nothing may be typed before they are there.
      await page.route('**/api/v1/customers/*', async (route) => {
        await new Promise((resolve) => setTimeout(resolve, 500));
        await route.continue();
      });
      await openDraft(page, id);
      await button(page, 'Edit Shipping/Billing').click();
      await fillAddress(page, brooklyn);
      await button(page, 'Save shipping and billing').click();
      await expect
        .poll(async () => (await api.getOrder({ params: { id } })).shipping.shipments[0]?.address?.line1 ?? '', { timeout: 10_000 })
        .toBe('11 Court St');
      await convert(page, '');
    }));

  test('mission 26: a change that makes the method doubtful is told, and its old price is not in the total', () =>
    atTheDesk(async ({ page, api }) => {
      const { id } = await aReadyDraft(api);
      await openDraft(page, id);
      await page.getByLabel('Line 1 quantity', { exact: true }).fill('60');
      await page.getByLabel('Line 1 quantity', { exact: true }).press('Enter');
      await page.getByText('plus shipping', { exact: false }).first().waitFor();
      await saved(page);
      const order = await api.getOrder({ params: { id } });
      expect(order.totals.shipping).toBeNull();
      expect(order.totals.open).toContain('shipping');
      expect(order.checkout.steps[1]?.state).toBe('stale');
    }));
});

describe('estimate', () => {
  test('mission 27, 28: Convert to Estimate… with an e-mail sends the details; the mail can be looked at before', () =>
    atTheDesk(async ({ page, api }) => {
      const { id } = await aReadyDraft(api);
      await openDraft(page, id);
      await button(page, 'Convert to Estimate…').click();
      const dialog = page.getByRole('dialog');
      await dialog.getByLabel('Email', { exact: true }).fill('dana@harborcoffee.example');
      await dialog.getByRole('button', { name: 'Preview mail', exact: true }).click();
      // 6 × 4.10 = 24.60, flat 15.00, 8.875 % of 24.60 = 2.18.
      await dialog.getByText(/Estimate \d+ from .* – \$41\.78/).waitFor();
      expect((await api.listOrderMails({ params: { id } })).items).toEqual([]);
      await dialog.getByRole('button', { name: 'Convert', exact: true }).click();
      await heading(page, /Estimate \d+ r1/).waitFor();
      const [mail] = (await api.listOrderMails({ params: { id } })).items;
      expect(mail).toMatchObject({ recipients: ['dana@harborcoffee.example'], revision: 1 });
      expect(mail?.subject).toContain('$41.78');
    }));

  test('mission 29: with the field blank nothing is sent; it can be sent later', () =>
    atTheDesk(async ({ page, api }) => {
      const { id } = await aDraft(api);
      await openDraft(page, id);
      await convert(page, '');
      expect((await api.listOrderMails({ params: { id } })).items).toEqual([]);
      await button(page, 'Send…').click();
      const dialog = page.getByRole('dialog');
      await dialog.getByLabel('Email', { exact: true }).fill('buyer@harborcoffee.example');
      await dialog.getByRole('button', { name: 'Send', exact: true }).click();
      await page
        .getByText(/buyer@harborcoffee\.example/)
        .first()
        .waitFor();
      expect((await api.listOrderMails({ params: { id } })).items).toMatchObject([{ recipients: ['buyer@harborcoffee.example'] }]);
    }));

  test('mission 30: the listing then says Estimate instead of Draft', () =>
    atTheDesk(async ({ page, api }) => {
      const { id, number } = await aDraft(api);
      await page.goto('/admin/orders/drafts');
      await rowOf(page, number).getByText('Draft', { exact: true }).waitFor();
      await api.issueEstimate({ params: { id }, body: {} });
      await page.reload();
      await rowOf(page, number).getByText('Estimate', { exact: true }).waitFor();
      expect(await rowOf(page, number).getByText('Draft', { exact: true }).count()).toBe(0);
    }));
});

describe('checkout', () => {
  test('mission 33, 34: Continue to Shipping/Billing takes the draft into the four steps', () =>
    atTheDesk(async ({ page, api }) => {
      const { id } = await aDraft(api);
      await openDraft(page, id);
      await button(page, 'Continue to Shipping/Billing').click();
      await page.waitForURL(`**/admin/orders/${id}/checkout/shipping`);
      const steps = await page.getByRole('navigation', { name: 'Checkout steps' }).innerText();
      for (const step of ['Shipping', 'Shipping method', 'Billing & payment', 'Finalize Order']) expect(steps).toContain(step);
    }));

  test.each(['shipping', 'shipping-method', 'billing', 'finalize'])('mission 35: at step %s progress can be saved and come back to', (step) =>
    atTheDesk(async ({ page, api }) => {
      const { id } = await aReadyDraft(api);
      await page.goto(`/admin/orders/${id}/checkout/${step}`);
      await button(page, 'Save & Return to Draft').click();
      await page.getByLabel('Add Product').waitFor();
      const order = await api.getOrder({ params: { id } });
      expect(order.stage).toBe('draft');
      expect(order.totals.open).toEqual([]);
    }),
  );

  test.each(['shipping', 'shipping-method', 'billing', 'finalize'])('mission 36: at step %s it can be converted, with all that was entered', (step) =>
    atTheDesk(async ({ page, api }) => {
      const { id } = await aReadyDraft(api);
      await page.goto(`/admin/orders/${id}/checkout/${step}`);
      await convert(page, '');
      const { estimate } = await api.getOrder({ params: { id } });
      expect(estimate?.revisions[0]).toMatchObject({ open: [], total: { amount: 4_178 } });
    }),
  );

  test('mission 37: the last step reviews and submits; it is an ordinary submitted order', () =>
    atTheDesk(async ({ page, api }) => {
      const { id, number } = await aReadyDraft(api);
      await page.goto(`/admin/orders/${id}/checkout/finalize`);
      await page.getByRole('heading', { name: 'Finalize Order' }).waitFor();
      for (const shown of ['214 Van Brunt St', 'Flat', '$41.78', 'Mug 11 oz']) await page.getByText(shown).first().waitFor();
      await button(page, 'Submit Order').click();
      await heading(page, `Order ${number}`).waitFor();
      await page.goto('/admin/orders/submitted');
      await rowOf(page, number).waitFor();
    }));

  test('beyond: a submitted order is shipped from its page, by Enter, and the listing and its customer know', () =>
    atTheDesk(async ({ page, api }) => {
      const { id, number } = await aReadyDraft(api);
      await api.submitOrder({ params: { id }, body: {} });
      await page.goto(`/admin/orders/${id}`);
      await button(page, 'Ship…').click();
      const dialog = page.getByRole('dialog', { name: `Ship Order ${number}` });
      await dialog.getByLabel('Tracking number').fill('1Z 42');
      expect(await faultsOf(page)).toEqual([]);
      await page.keyboard.press('Enter');
      await page.getByText('1Z 42').first().waitFor();
      await button(page, 'Take back…').waitFor();
      expect(await faultsOf(page)).toEqual([]);
      await page.goto('/admin/orders/submitted?tab=shipped');
      await rowOf(page, number).waitFor();
      const { items } = await api.listOrderMails({ params: { id } });
      expect(items.map(({ template }) => template)).toContain('order_shipped');
    }));
});

describe('everywhere', () => {
  test('Ctrl K finds pages, orders and customers without a pointer; a question mark lists the keys', () =>
    atTheDesk(async ({ page, api }) => {
      const { number } = await aDraft(api);
      await page.goto('/admin/products');
      await heading(page, 'Products').waitFor();
      await page.keyboard.press('?');
      await page.getByRole('dialog', { name: 'Keyboard shortcuts' }).waitFor();
      await page.keyboard.press('Escape');
      await page.keyboard.press('Control+k');
      await page.getByRole('combobox', { name: 'Find anything' }).waitFor();
      await page.keyboard.type(String(number));
      await page.keyboard.press('Enter');
      await heading(page, `Draft ${number}`).waitFor();
      await page.keyboard.press('Control+k');
      await page.keyboard.type('outb');
      await page.keyboard.press('Enter');
      await page.waitForURL('**/admin/settings/outbox');
    }));
});
