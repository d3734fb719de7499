// What a Viewer and Sales see: a Viewer reads every page and is offered no write on any of them, Sales none on what is not theirs.
// Every control of a page must be in the list of those that only read: a new button fails until somebody has looked at it.
import type { Page } from 'playwright-core';
import { beforeAll, describe, expect, test } from 'vitest';
import { faultsOf } from '../support/axe.ts';
import { openStore } from '../support/journey.ts';
import type { Api } from '../support/world.ts';

const atTheDesk = openStore();
const password = 'seven quiet harbours';

type Made = {
  readonly draft: string;
  readonly estimate: string;
  readonly cart: string;
  readonly order: string;
  readonly customer: string;
  readonly product: string;
};
let made: Made;

async function invite(api: Api, role: 'viewer' | 'sales'): Promise<void> {
  const { url } = await api.createInvitation({ body: { email: `${role}@backdesk.example`, roles: [role] } });
  await api.acceptInvitation({ params: { token: url.split('/').at(-1) ?? '' }, body: { name: `The ${role}`, password } });
}

beforeAll(async () => {
  await atTheDesk(async ({ api }) => {
    await invite(api, 'viewer');
    await invite(api, 'sales');
    const [dana] = (await api.listCustomers({ query: { q: 'dana' } })).items;
    const [tee] = (await api.listProducts({ query: { q: 'tee' } })).items;
    const customer = dana?.id ?? '';
    const anOrder = async () => {
      const lines = [{ sku: 'MUG', quantity: 12 }, { custom: { name: 'Proof print', unitPrice: '25.00', quantity: 1 } }];
      const { id } = await api.createOrder({ body: { customerId: customer, lines } });
      await api.changeOrder({ params: { id }, body: { name: 'Read by others', noteInternal: 'Call before ten' } });
      return id;
    };
    const estimate = await anOrder();
    await api.issueEstimate({ params: { id: estimate }, body: { email: 'dana@harborcoffee.example' } });
    const cart = await anOrder();
    await api.saveAsCart({ params: { id: cart }, body: {} });
    const [order] = (await api.listOrders({ query: { stage: 'submitted' } })).items;
    made = { draft: await anOrder(), estimate, cart, order: order?.id ?? '', customer, product: tee?.id ?? '' };
  });
});

async function enter(page: Page, role: 'viewer' | 'sales'): Promise<void> {
  await page.context().clearCookies();
  await page.goto('/admin/login');
  await page.getByLabel('Email').fill(`${role}@backdesk.example`);
  await page.getByLabel('Password').fill(password);
  await page.getByRole('button', { name: 'Sign in', exact: true }).click();
  await page.getByRole('heading', { level: 1, name: 'Draft Orders / Estimates' }).waitFor();
}

async function visit(page: Page, path: string): Promise<void> {
  await page.goto(path);
  await page.getByRole('heading', { level: 1 }).first().waitFor();
  await page.waitForLoadState('networkidle');
}

/** Names of all buttons and fields of a page that are not links, disabled ones too: a ghost offers as well. */
function controlsOf(page: Page): Promise<readonly string[]> {
  return page.locator('main').evaluate((main) => {
    const found = [...main.querySelectorAll('button, input, textarea, select, [role="switch"], [contenteditable="true"]')];
    const nameOf = (element: Element) => {
      const label = 'labels' in element ? (element as HTMLInputElement).labels?.[0]?.textContent : undefined;
      return (element.getAttribute('aria-label') ?? label ?? element.textContent ?? '').trim().replaceAll(/\s+/g, ' ');
    };
    return found.filter((element) => element.getClientRects().length > 0).map((element) => `${element.tagName.toLowerCase()} ${nameOf(element)}`);
  });
}

/** What only reads: searching, sorting, turning pages, opening, copying an address, explaining a price. */
const reads = [
  /^input (Search|Find)/,
  /^button (Search|Clear|Sort|Newest|Oldest|Show|Older|Newer|Next|Previous|More of|Load|Earlier)/,
  /^button More/,
  /^button Line \d+ price from/,
  /^button (Name|Customer|Company|Email|Updated|Created|Total|Number|Code|Status|Price|Stock|Orders|Last order|Order|Submitted|Placed|When)\b/,
  /^button (Filter|All|Canceled|Valid until)/,
  /^button (Open|Copy address|Copy link to this page)/,
  // The products as a file; that of the customers has a permission that neither has (the walk over all routes).
  /^button Export CSV$/,
  // The pipeline as a picture opens and closes.
  /^button .+ in the pipeline/,
  /^select (Sort|Stage|Status|Owner|Rows)/,
];
const unread = (controls: readonly string[]) => controls.filter((control) => !reads.some((pattern) => pattern.test(control)));

describe('a Viewer', () => {
  test('is offered no write on any page, at a desk or on a phone', () =>
    atTheDesk(async ({ page }) => {
      await enter(page, 'viewer');
      const pages = [
        'orders/drafts',
        'orders/drafts?tab=saved-carts',
        'orders/submitted',
        'orders/pending',
        `orders/${made.draft}`,
        `orders/${made.estimate}`,
        `orders/${made.cart}`,
        `orders/${made.order}`,
        'customers',
        `customers/${made.customer}`,
        'products',
        `products/${made.product}`,
      ];
      const offered: Record<string, readonly string[]> = {};
      for (const path of pages) {
        await page.setViewportSize({ width: 1440, height: 900 });
        await visit(page, `/admin/${path}`);
        const found = unread(await controlsOf(page));
        // Turned to a phone, the page lays itself out anew without being loaded again.
        await page.setViewportSize({ width: 390, height: 900 });
        await page.evaluate(() => new Promise((painted) => requestAnimationFrame(() => requestAnimationFrame(painted))));
        found.push(...unread(await controlsOf(page)));
        if (found.length > 0) offered[path] = found;
        expect(await faultsOf(page), path).toEqual([]);
      }
      expect(offered).toEqual({});
    }));

  test('reads a draft as text, with one line that says why, and finds no write behind More', () =>
    atTheDesk(async ({ page }) => {
      await enter(page, 'viewer');
      await visit(page, `/admin/orders/${made.draft}`);
      await page.getByText('You can read this order but not change it.').waitFor();
      await page.getByText('Call before ten').first().waitFor();
      await page.getByRole('button', { name: 'More', exact: true }).click();
      expect(await page.getByRole('menuitem').allTextContents()).toEqual(['Copy link to this page']);
    }));

  test('is told clearly by the pages that are not for them, which are in no menu', () =>
    atTheDesk(async ({ page }) => {
      await enter(page, 'viewer');
      expect(await page.getByRole('navigation').getByText('New draft').count()).toBe(0);
      const settings = ['account', 'tax-rates', 'shipping-zones', 'import', 'staff', 'custom-fields', 'api-keys', 'outbox'].map((part) => `settings/${part}`);
      for (const path of ['orders/drafts/new', `orders/${made.draft}/checkout/shipping`, `orders/${made.draft}/checkout/finalize`, ...settings]) {
        await page.goto(`/admin/${path}`);
        await page.getByText('Your role does not open this').waitFor();
        expect(unread(await controlsOf(page)), path).toEqual([]);
      }
      // One and the same page was shown each time.
      expect(await faultsOf(page)).toEqual([]);
      await visit(page, '/admin/settings');
      expect(await page.getByRole('navigation', { name: 'Settings' }).getByRole('link').allTextContents()).toEqual(['Your sign-in']);
    }));
});

test('Sales works on orders and customers, reads products, and finds settings closed', () =>
  atTheDesk(async ({ page }) => {
    await enter(page, 'sales');
    await visit(page, `/admin/orders/${made.draft}`);
    await page.getByLabel('Add Product').waitFor();
    await page.getByRole('button', { name: 'More', exact: true }).click();
    expect(await page.getByRole('menuitem').allTextContents()).not.toContain('Delete');
    await visit(page, `/admin/customers/${made.customer}`);
    await page.getByRole('button', { name: 'Edit', exact: true }).waitFor();
    for (const path of ['products', `products/${made.product}`]) {
      await visit(page, `/admin/${path}`);
      expect(unread(await controlsOf(page)), path).toEqual([]);
    }
    await page.goto('/admin/settings/account');
    await page.getByText('Your role does not open this').waitFor();
  }));
