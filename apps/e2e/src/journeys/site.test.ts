// The customer's side in a browser: somebody registers, finds, adds, saves, activates and checks out; staff see the order. And both
// sides of one saved cart at two server processes, of which one is killed.
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Page } from 'playwright-core';
import { afterAll, describe, expect, test } from 'vitest';
import { faultsOf } from '../support/axe.ts';
import { openPage } from '../support/browser.ts';
import { fillAddress, saved } from '../support/desk.ts';
import { openStore } from '../support/journey.ts';
import { mailedLink } from '../support/mailed-link.ts';
import { ownDatabase } from '../support/own-database.ts';
import { startServer } from '../support/server.ts';
import type { Api } from '../support/world.ts';

const files = await mkdtemp(join(tmpdir(), 'backdesk-e2e-files-'));
afterAll(() => rm(files, { recursive: true, force: true }));
// Processes of one installation have one secret and one folder of files.
const together = { BACKDESK_SECRET: 'one secret for both of the processes', FILES_URL: pathToFileURL(files).href };
const own = ownDatabase();
let databaseUrl = '';
// Visitors are told their store by the host name alone, so the site has a server with one store.
const atTheDesk = openStore({
  ...own,
  open: async () => {
    databaseUrl = await own.open();
    return databaseUrl;
  },
  more: together,
});

const email = 'dana@harborcoffee.example';
const [mugs, caps, totes] = ['Mug 11 oz', 'Five-panel cap', 'Tote bag'] as const;

const atDesk = (page: Page, line: number) => page.getByLabel(`Line ${line} quantity`, { exact: true });
const onSite = (page: Page, name: string) => page.getByLabel(`Quantity of ${name}`, { exact: true });
const shows = (field: ReturnType<typeof atDesk>, pieces: number) => expect.poll(() => field.inputValue(), { timeout: 30_000 }).toBe(String(pieces));

async function savedCart(api: Api): Promise<string> {
  const [dana] = (await api.listCustomers({ query: { q: email } })).items;
  await api.inviteToSite({ params: { id: dana?.id ?? '' } });
  const lines = [
    { sku: 'MUG', quantity: 10 },
    { sku: 'CAP', quantity: 20 },
    { sku: 'TOTE', quantity: 30 },
  ];
  const { id } = await api.createOrder({ body: { customerId: dana?.id ?? '', lines } });
  await api.saveAsCart({ params: { id }, body: { name: 'For the fair' } });
  return id;
}

describe('the site', () => {
  test('a customer registers, finds, adds, saves, activates and checks out; staff see it', () =>
    atTheDesk(async ({ page: desk, api, context, url }) => {
      const browser = context.browser();
      if (browser === null) throw new Error('the browser is gone');
      const { page, errors, context: own } = await openPage(browser, url);
      try {
        await page.goto('/');
        await page.getByRole('heading', { level: 1, name: 'Products' }).waitFor();
        expect(await faultsOf(page)).toEqual([]);
        await page.getByRole('searchbox', { name: 'Search products' }).fill('mug');
        await page.keyboard.press('Enter');
        await page.getByRole('link', { name: 'Mug 11 oz', exact: true }).click();
        await page.getByLabel('Quantity', { exact: true }).fill('12');
        expect(await faultsOf(page)).toEqual([]);
        // There is no cart yet, and no answer: it is kept over a reload, and put into one when the store answers.
        const toCart = '**/api/site/v1/cart/lines';
        await page.route(toCart, (route) => route.abort());
        await page.getByRole('button', { name: 'Add to cart', exact: true }).click();
        await page.getByText(/Kept here, and put into the cart/).waitFor();
        // On whatever page they come back to, and counted.
        await page.goto('/');
        await page.getByText('12 × Mug 11 oz', { exact: true }).waitFor();
        await page.getByRole('link', { name: 'Cart, 12', exact: true }).waitFor();
        await page.unroute(toCart);
        await page.getByText(/Kept here/).waitFor({ state: 'detached' });
        await page.getByRole('link', { name: 'Cart, 12', exact: true }).waitFor();

        // By a link in the mail; the cart comes along.
        await page.getByRole('link', { name: 'Sign in', exact: true }).click();
        await page.getByRole('link', { name: 'Register', exact: true }).click();
        await page.getByLabel('Name', { exact: true }).fill('Nora Vale');
        await page.getByLabel('Email', { exact: true }).fill('nora@vale.example');
        await page.getByRole('button', { name: 'Register', exact: true }).click();
        await page.getByRole('heading', { name: 'Look into your mail' }).waitFor();
        await page.goto(await mailedLink(api, 'nora@vale.example'));
        await page.getByLabel('Password', { exact: true }).fill('four plain words here');
        await page.getByRole('button', { name: 'Continue', exact: true }).click();
        await page.getByRole('link', { name: 'My Account: Nora Vale', exact: true }).waitFor();
        await page.getByRole('link', { name: 'Cart, 12', exact: true }).click();

        // Counted as it is typed, and put aside under a name.
        await page.getByLabel('Quantity of Mug 11 oz', { exact: true }).fill('20');
        await page.locator('[data-total]').getByText('$82.00').waitFor();
        expect(await faultsOf(page)).toEqual([]);
        await page.getByRole('button', { name: 'Save Cart', exact: true }).click();
        await page.getByRole('dialog').getByLabel('Name').fill('Mugs for May');
        await page.getByRole('dialog').getByRole('button', { name: 'Save Cart', exact: true }).click();
        await page.getByRole('heading', { name: 'Your cart is empty' }).waitFor();
        await desk.goto('/admin/orders/drafts?tab=saved-carts');
        await desk.getByText('Nora Vale').first().waitFor();

        await page.getByRole('link', { name: 'Saved carts', exact: true }).click();
        await page.getByRole('heading', { name: 'Mugs for May' }).waitFor();
        expect(await faultsOf(page)).toEqual([]);
        await page.getByRole('button', { name: 'Activate: Mugs for May', exact: true }).click();
        await page.getByRole('heading', { level: 1, name: 'Cart' }).waitFor();
        await desk.reload();
        await desk.getByText('in cart', { exact: true }).waitFor();

        // What the store gives no answer to is kept over a reload; staff write the same field meanwhile, and both values are shown.
        const [inCart] = (await api.listOrders({ query: { stage: 'cart', numbered: 'true' } })).items;
        const id = inCart?.id ?? '';
        const pieces = page.getByLabel('Quantity of Mug 11 oz', { exact: true });
        const changes = '**/api/site/v1/cart/lines/*';
        await page.route(changes, (route) => route.abort());
        await pieces.fill('30');
        await page.getByText('1 change is kept here').waitFor();
        const { lines } = await api.getOrder({ params: { id } });
        await api.changeLine({ params: { id, lineId: lines[0]?.id ?? '' }, body: { quantity: 22 } });
        await page.reload();
        await page.getByText('1 change is kept here').waitFor();
        expect(await pieces.inputValue()).toBe('30');
        await page.unroute(changes);
        await page.getByText(/changed the quantity at/).waitFor();
        await page.getByRole('button', { name: 'Keep mine: 30', exact: true }).click();
        await page.getByRole('link', { name: 'Cart, 30', exact: true }).waitFor();
        expect((await api.getOrder({ params: { id } })).lines[0]?.quantity).toBe(30);

        await page.getByRole('button', { name: 'Checkout', exact: true }).click();
        await page.getByRole('heading', { level: 1, name: 'Shipping' }).waitFor();
        // Staff see where the customer is; what they change all the same is told before it is ordered.
        await desk.goto(`/admin/orders/${id}`);
        await desk.getByText('Nora Vale is at checkout with this').waitFor();
        await desk.getByRole('button', { name: 'Edit anyway', exact: true }).click();
        await desk.getByLabel('Line 1 quantity', { exact: true }).fill('24');
        await desk.getByLabel('Line 1 quantity', { exact: true }).press('Enter');
        await page.getByText('Quantity of Mug 11 oz: 30 → 24').waitFor();
        // What moves no sum is told too, and stands beside what was told before.
        await api.changeOrder({ params: { id }, body: { noteCustomer: 'Packed by fifties' } });
        await page.getByText('Note: none → Packed by fifties').waitFor();
        await page.getByText('Quantity of Mug 11 oz: 30 → 24').waitFor();
        await page.getByRole('button', { name: 'OK', exact: true }).click();
        await fillAddress(page, { Name: 'Nora Vale', Address: '7 Elm Street', City: 'Albany', State: 'New York', 'ZIP code': '12203' });
        await page.getByRole('button', { name: 'Continue', exact: true }).click();
        await page.getByRole('radio', { name: /^Flat/ }).check();
        await page.locator('[data-total]').getByText('$122.13').waitFor();
        await page.getByRole('button', { name: 'Continue', exact: true }).click();
        await page.getByLabel('Purchase order number', { exact: true }).fill('PO-551');
        await page.getByRole('button', { name: 'Continue', exact: true }).click();
        await page.getByRole('heading', { level: 1, name: 'Finalize Order' }).waitFor();
        expect(await faultsOf(page)).toEqual([]);
        await page.getByRole('button', { name: 'Submit Order', exact: true }).click();
        await page.getByRole('heading', { name: /^Thank you: order/ }).waitFor();
        await page.getByRole('link', { name: 'My orders', exact: true }).click();
        await page.getByRole('heading', { name: /^Order \d+/ }).waitFor();

        await desk.goto('/admin/orders/submitted');
        await desk.getByText('Nora Vale').first().waitFor();
        // On a phone nothing of it lies outside the screen.
        await page.setViewportSize({ width: 390, height: 844 });
        for (const path of ['/', '/products/mug', '/cart', '/account/orders', '/account/saved-carts', '/account/addresses', '/account']) {
          await page.goto(path);
          await page.getByRole('heading', { level: 1 }).waitFor();
          expect(await page.evaluate(() => document.documentElement.scrollWidth <= window.innerWidth), path).toBe(true);
        }
        expect(errors).toEqual([]);
      } finally {
        await own.close();
      }
    }));

  test('staff at one process and a customer at another: a killed one, a dead network and a closed tab lose nothing and do nothing twice', () =>
    atTheDesk(async ({ page: desk, api, context }) => {
      const browser = context.browser();
      if (browser === null) throw new Error('the browser is gone');
      const id = await savedCart(api);
      const other = await startServer({ databaseUrl, more: together });
      const { page: customer, context: theirs, errors } = await openPage(browser, other.url);
      try {
        await customer.goto(await mailedLink(api, email));
        await customer.getByLabel('Password', { exact: true }).fill('four plain words here');
        await customer.getByRole('button', { name: 'Continue', exact: true }).click();
        await customer.getByRole('link', { name: 'My Account: Dana Wu', exact: true }).waitFor();
        await customer.goto(`/account/saved-carts/${id}`);
        await onSite(customer, mugs).waitFor();
        await desk.goto(`/admin/orders/${id}`);
        await desk.getByLabel('Add Product').waitFor();

        await onSite(customer, mugs).fill('12');
        await shows(atDesk(desk, 1), 12);
        await atDesk(desk, 2).fill('25');
        await atDesk(desk, 2).press('Enter');
        await shows(onSite(customer, caps), 25);

        // It has written and is killed before it could say so; the customer types on.
        const writes = '**/api/site/v1/saved-carts/*/lines/*';
        let isKilled = false;
        await customer.route(writes, async (route) => {
          if (!isKilled) {
            isKilled = true;
            await route.fetch();
            await other.kill();
          }
          await route.abort();
        });
        await onSite(customer, mugs).fill('40');
        await customer.getByText(/1 change is kept here/).waitFor();
        await onSite(customer, mugs).fill('48');
        await customer.getByText(/2 changes are kept here/).waitFor();
        await shows(atDesk(desk, 1), 40);
        await atDesk(desk, 3).fill('33');
        await atDesk(desk, 3).press('Enter');
        await saved(desk);
        await customer.unroute(writes);
        await other.startAgain();
        await shows(atDesk(desk, 1), 48);
        await shows(onSite(customer, totes), 33);
        await customer.getByText(/kept here/).waitFor({ state: 'detached' });
        expect(await onSite(customer, mugs).inputValue()).toBe('48');

        // Without a network in two tabs, of which one is closed.
        const second = await theirs.newPage();
        await second.goto(`/account/saved-carts/${id}`);
        await onSite(second, totes).waitFor();
        await theirs.setOffline(true);
        await onSite(customer, mugs).fill('60');
        await onSite(second, totes).fill('66');
        for (const page of [customer, second]) await page.getByText(/1 change is kept here/).waitFor();
        await second.close();
        await atDesk(desk, 2).fill('27');
        await atDesk(desk, 2).press('Enter');
        await saved(desk);
        await theirs.setOffline(false);
        for (const [at, pieces] of [60, 27, 66].entries()) await shows(atDesk(desk, at + 1), pieces);
        for (const [name, pieces] of [
          [mugs, 60],
          [caps, 27],
          [totes, 66],
        ] as const)
          await shows(onSite(customer, name), pieces);

        const { items } = await api.getHistory({ params: { id }, query: {} });
        const changes = items.filter(({ type }) => type === 'line.quantity_changed').map(({ sentence }) => / to (\d+)/.exec(sentence)?.[1]);
        expect(changes.toSorted()).toEqual(['12', '25', '27', '33', '40', '48', '60', '66']);
        expect(errors).toEqual([]);
      } finally {
        await theirs.close();
        await other.stop();
      }
    }));
});
