// Each page, in light and dark and on a phone: no serious finding of axe, nothing to scroll sideways, a quiet console.
import type { Page } from 'playwright-core';
import { beforeAll, describe, expect, test } from 'vitest';
import { faultsOf } from '../support/axe.ts';
import { signIn } from '../support/desk.ts';
import { openStore } from '../support/journey.ts';
import type { Api } from '../support/world.ts';

const atTheDesk = openStore();

type Made = { readonly draft: string; readonly estimate: string; readonly order: string; readonly customer: string; readonly product: string };
let made: Made;

/** An order that could be submitted, with lines of several kinds. */
async function readyOrder(api: Api, customerId: string): Promise<string> {
  const lines = [
    { sku: 'TEE-RED-S', quantity: 6 },
    { sku: 'TEE-RED-M', quantity: 18 },
    { sku: 'MUG', quantity: 12 },
    { custom: { name: 'Proof print', unitPrice: '25.00', quantity: 1 } },
  ];
  const { id } = await api.createOrder({ body: { customerId, lines } });
  const customer = await api.getCustomer({ params: { id: customerId } });
  const address = customer.addresses[0]?.address;
  if (address === undefined) throw new Error('the customer has no address');
  await api.setShipping({ params: { id }, body: { address } });
  const [rate] = (await api.listShippingRates({ params: { id } })).items;
  await api.setShippingMethod({ params: { id }, body: { shipmentId: rate?.shipmentId ?? '', rateId: rate?.rateId ?? '' } });
  await api.setBilling({ params: { id }, body: { sameAsShipping: true } });
  await api.setPayment({ params: { id }, body: { method: 'open_account' } });
  return id;
}

beforeAll(async () => {
  await atTheDesk(async ({ api }) => {
    const [dana] = (await api.listCustomers({ query: { q: 'dana' } })).items;
    const customer = dana?.id ?? '';
    const [tee] = (await api.listProducts({ query: { q: 'tee' } })).items;
    const draft = await readyOrder(api, customer);
    const estimate = await readyOrder(api, customer);
    await api.issueEstimate({ params: { id: estimate }, body: { email: 'dana@harborcoffee.example' } });
    const order = await readyOrder(api, customer);
    await api.submitOrder({ params: { id: order }, body: {} });
    made = { draft, estimate, order, customer, product: tee?.id ?? '' };
  });
});

/** Goes to a page and waits until its heading and all it asked for are there. */
async function visit(page: Page, path: string): Promise<void> {
  await page.goto(path);
  await page.getByRole('heading', { level: 1 }).first().waitFor();
  await page.waitForLoadState('networkidle');
}

describe('pages that everybody can read and use', () => {
  test('signing in', () =>
    atTheDesk(async ({ page, owner }) => {
      await page.context().clearCookies();
      await page.goto('/admin/login');
      await page.getByLabel('Password').waitFor();
      expect(await faultsOf(page)).toEqual([]);
      await visit(page, '/admin/forgot');
      expect(await faultsOf(page), 'forgotten password').toEqual([]);
      await page.goto('/admin/login');
      await signIn(page, owner);
    }));

  test('mission 4, 5, 8: the listing, full and with nothing found, and a new draft with the customer form', () =>
    atTheDesk(async ({ page }) => {
      await visit(page, '/admin/orders/drafts');
      expect(await faultsOf(page), 'listing').toEqual([]);
      await visit(page, '/admin/orders/drafts?q=nothing-like-it');
      await page.getByText('nothing-like-it').first().waitFor();
      expect(await faultsOf(page), 'nothing found').toEqual([]);
      await visit(page, '/admin/orders/drafts?tab=saved-carts');
      expect(await faultsOf(page), 'no saved carts').toEqual([]);
      await visit(page, '/admin/orders/drafts/new');
      await page.getByRole('option').first().waitFor();
      expect(await faultsOf(page), 'new draft').toEqual([]);
      await page.getByRole('button', { name: 'New customer', exact: true }).click();
      expect(await faultsOf(page), 'new customer').toEqual([]);
    }));

  test('mission 13–19, 23: the draft, its search, product page, price, shipping and estimate', () =>
    atTheDesk(async ({ page }) => {
      await visit(page, `/admin/orders/${made.draft}`);
      expect(await faultsOf(page), 'draft').toEqual([]);
      await page.getByRole('button', { name: /^Line 1 price from/ }).click();
      expect(await faultsOf(page), 'price explained').toEqual([]);
      await page.getByRole('button', { name: 'Edit Shipping/Billing', exact: true }).click();
      expect(await faultsOf(page), 'shipping and billing').toEqual([]);
      await page.getByLabel('Add Product').fill('tee');
      await page
        .getByRole('option', { name: /Heavy tee/ })
        .first()
        .waitFor();
      expect(await faultsOf(page), 'search').toEqual([]);
      await page.getByRole('button', { name: 'Select Product', exact: true }).click();
      await page.getByRole('button', { name: 'Add to order', exact: true }).waitFor();
      expect(await faultsOf(page), 'product page').toEqual([]);
      await page.keyboard.press('Escape');
      await page.getByRole('button', { name: 'Convert to Estimate…', exact: true }).click();
      await page.getByRole('dialog').getByLabel('Email', { exact: true }).waitFor();
      expect(await faultsOf(page), 'estimate dialog').toEqual([]);
    }));

  test('mission 33–37: the four steps of checkout, and the order', () =>
    atTheDesk(async ({ page }) => {
      for (const step of ['shipping', 'shipping-method', 'billing', 'finalize']) {
        await visit(page, `/admin/orders/${made.draft}/checkout/${step}`);
        expect(await faultsOf(page), step).toEqual([]);
      }
      await visit(page, `/admin/orders/${made.order}`);
      expect(await faultsOf(page), 'order').toEqual([]);
      for (const list of ['submitted', 'pending']) {
        await visit(page, `/admin/orders/${list}`);
        expect(await faultsOf(page), list).toEqual([]);
      }
    }));

  test('mission 28: the estimate at the desk and as the customer reads it', () =>
    atTheDesk(async ({ page, api }) => {
      await visit(page, `/admin/orders/${made.estimate}`);
      expect(await faultsOf(page), 'at the desk').toEqual([]);
      const [kept] = (await api.listMails({ query: { orderId: made.estimate } })).items;
      const { text } = await api.getMail({ params: { id: kept?.id ?? '' } });
      await visit(page, new URL(/https?:\/\/\S+\/e\/\S+/.exec(text)?.[0] ?? '').pathname);
      expect(await faultsOf(page), 'estimate page').toEqual([]);
    }));

  const customers = () => ['customers', `customers/${made.customer}`, 'customers?q=nothing-like-it', 'customers/companies'];
  const products = () => ['products', `products/${made.product}`, 'products?q=nothing-like-it', 'products/categories'];
  const settings = ['account', 'tax-rates', 'shipping-zones', 'api-keys', 'outbox', 'price-roles', 'discounts', 'mails', 'sign-in'];
  test.each([
    ['customers and products', () => [...customers(), ...products()]],
    ['settings', () => settings.map((part) => `settings/${part}`)],
    ['a revision, and an address that is no page', () => [`orders/${made.estimate}/revisions/1`, 'not-a-page']],
  ])('%s', (_, pathsOf) =>
    atTheDesk(async ({ page }) => {
      for (const path of pathsOf()) {
        await visit(page, `/admin/${path}`);
        expect(await faultsOf(page), path).toEqual([]);
      }
    }),
  );

  test('the panels in which a product is made and changed', () =>
    atTheDesk(async ({ page }) => {
      const look = async (what: string) => {
        await page.getByRole('dialog').getByRole('button', { name: 'Cancel', exact: true }).waitFor();
        expect(await faultsOf(page), what).toEqual([]);
        await page.getByRole('dialog').getByRole('button', { name: 'Cancel', exact: true }).click();
        await page.getByRole('dialog').waitFor({ state: 'detached' });
      };
      await visit(page, '/admin/products');
      await page.getByRole('button', { name: 'New product', exact: true }).click();
      await look('new product');
      await visit(page, `/admin/products/${made.product}`);
      // The product, its pictures, a variant, customizations and charges, in the order in which they stand on the page.
      const ways = page.getByRole('button', { name: /^Edit\b/ });
      const count = await ways.count();
      expect(count).toBeGreaterThanOrEqual(5);
      const seen = new Set<string>();
      for (let at = 0; at < count; at += 1) {
        await ways.nth(at).click();
        const title = (await page.getByRole('dialog').getByRole('heading').first().textContent()) ?? '';
        // Of the variants one is enough.
        const kind = /^Edit (product|pictures|customizations|charges)$/.test(title) ? title : 'Edit a variant';
        if (seen.has(kind)) await page.keyboard.press('Escape');
        else await look(title);
        seen.add(kind);
      }
      expect(seen.size).toBe(5);
    }));

  test('what stands there while an answer is on its way', () =>
    atTheDesk(async ({ page }) => {
      const answers = /\/api\/v1\/(orders|products)(\/|\?|$)/;
      for (const path of ['orders/drafts', `orders/${made.draft}`, `products/${made.product}`]) {
        await page.route(answers, () => new Promise(() => undefined));
        await page.goto(`/admin/${path}`, { waitUntil: 'commit' });
        await page.locator('[aria-busy="true"]').first().waitFor();
        expect(await faultsOf(page), path).toEqual([]);
        await page.unrouteAll({ behavior: 'ignoreErrors' });
      }
    }));
});
