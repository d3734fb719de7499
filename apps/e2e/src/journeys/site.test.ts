// The customer's side in a browser: somebody registers, finds, adds, saves, activates and checks out; staff see the order.
import { describe, expect, test } from 'vitest';
import { faultsOf } from '../support/axe.ts';
import { openPage } from '../support/browser.ts';
import { fillAddress } from '../support/desk.ts';
import { openStore } from '../support/journey.ts';
import { ownDatabase } from '../support/own-database.ts';

// Visitors are told their store by the host name alone, so the site has a server with one store.
const atTheDesk = openStore(ownDatabase());

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
        await page.getByRole('button', { name: 'Add to cart', exact: true }).click();
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
});

/** Where the newest mail to the address leads. */
async function mailedLink(api: Parameters<Parameters<typeof atTheDesk>[0]>[0]['api'], email: string): Promise<string> {
  for (;;) {
    const { items } = await api.listMails({});
    const mail = items.find(({ recipients, state }) => recipients.includes(email) && state !== 'queued');
    if (mail !== undefined) {
      const { text } = await api.getMail({ params: { id: mail.id } });
      const link = /\/password\/[A-Za-z0-9_-]{20,}/.exec(text)?.[0];
      if (link !== undefined) return link;
    }
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
}
