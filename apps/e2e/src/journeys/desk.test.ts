import { describe, expect, test } from 'vitest';
import { addByProductPage, fillAddress, saved, startDraftFor } from '../support/desk.ts';
import { openStore } from '../support/journey.ts';

const atTheDesk = openStore();

const brooklyn = { Name: 'Omar Haddad', Address: '11 Court St', City: 'Brooklyn', State: 'New York', 'ZIP code': '11201' };

describe('ordering for a customer at the desk', () => {
  test('mission 11, 12: an empty draft is kept as a placeholder and filled in later', () =>
    atTheDesk(async ({ page, api }) => {
      await startDraftFor(page, 'dana', 'Dana Wu');
      const title = await page.getByRole('heading', { level: 1 }).innerText();
      const number = /\d+/.exec(title)?.[0] ?? '';
      await page.getByRole('button', { name: 'Done Editing Order', exact: true }).click();
      const row = page.getByRole('row').filter({ hasText: number });
      await row.waitFor();
      expect(await row.innerText()).toContain('Draft');
      await row.getByRole('link').first().click();
      await page.getByLabel('Add Product').waitFor();
      await addByProductPage(page, 'mug', /Mug 11 oz/, 2);
      await page.getByText('MUG', { exact: true }).waitFor();
      await saved(page);
      const [found] = (await api.listOrders({ query: { q: number } })).items;
      expect(found?.itemCount).toBe(2);
      expect(found?.total.amount).toBe(820);
    }));

  test('mission 4, 12: a press anywhere on a row opens its order, at a desk and on a phone', () =>
    atTheDesk(async ({ page }) => {
      await startDraftFor(page, 'dana', 'Dana Wu');
      const title = await page.getByRole('heading', { level: 1 }).innerText();
      const number = /\d+/.exec(title)?.[0] ?? '';
      const row = page.getByRole('row').filter({ hasText: number });
      const opens = async (press: () => Promise<void>) => {
        await page.goto('/admin/orders/drafts');
        await row.waitFor();
        await press();
        await page.getByLabel('Add Product').waitFor();
        expect(await page.getByRole('heading', { level: 1 }).innerText()).toBe(title);
      };
      await opens(() => row.getByText('Harbor Coffee Co.').click());
      await opens(() => row.getByRole('link', { name: `Draft ${number}`, exact: true }).click());
      await page.setViewportSize({ width: 390, height: 844 });
      await opens(() => row.getByRole('link', { name: `Draft ${number}`, exact: true }).click());
      await opens(() => row.click());
    }));

  test('mission 7: the customer seen is the customer taken, also while a slow search is still on its way', () =>
    atTheDesk(async ({ page, api }) => {
      await page.route(/\/api\/v1\/customers\?/, async (route) => {
        await new Promise((resolve) => setTimeout(resolve, 300));
        await route.continue();
      });
      for (const words of ['harbor', 'dana@', '555 0142']) {
        await startDraftFor(page, words, 'Dana Wu');
        const id = new URL(page.url()).pathname.split('/').at(-1) ?? '';
        expect((await api.getOrder({ params: { id } })).customer?.name).toBe('Dana Wu');
      }
    }));

  test('mission 13–22, 27–30: search, product page, a line beside earlier ones, and an estimate by mail', () =>
    atTheDesk(async ({ page, api }) => {
      await startDraftFor(page, 'harbor', 'Dana Wu');
      await addByProductPage(page, 'heavy tee', /TEE-RED-S/, 6);
      await addByProductPage(page, 'TEE-RED-M', /TEE-RED-M/, 18);
      await page.getByText('TEE-RED-S', { exact: true }).waitFor();
      await page.getByText('TEE-RED-M', { exact: true }).waitFor();
      // 6 + 18 of one shirt reach the break of 24: 180.00 in all.
      await page.getByText('$180.00').first().waitFor();
      await saved(page);
      await page.getByRole('button', { name: 'Convert to Estimate…', exact: true }).click();
      const dialog = page.getByRole('dialog');
      await dialog.getByLabel('Email', { exact: true }).fill('dana@harborcoffee.example');
      await dialog.getByRole('button', { name: 'Convert', exact: true }).click();
      await page.getByRole('heading', { level: 1, name: /Estimate \d+ r1/ }).waitFor();
      const number = /\d+/.exec(await page.getByRole('heading', { level: 1 }).innerText())?.[0] ?? '';
      await page.goto('/admin/orders/drafts');
      const row = page.getByRole('row').filter({ hasText: number });
      expect(await row.innerText()).toContain('Estimate');
      const [mail] = (await api.listMails({})).items;
      expect(mail?.recipients).toEqual(['dana@harborcoffee.example']);
      const { text } = await api.getMail({ params: { id: mail?.id ?? '' } });
      expect(text).toContain('$180.00');
      expect(text).toContain('plus shipping');
      const link = /https?:\/\/\S+\/e\/\S+/.exec(text)?.[0] ?? '';
      await page.goto(new URL(link).pathname);
      await page.getByRole('heading', { level: 1, name: `Estimate ${number} r1` }).waitFor();
      expect(await page.getByText('$180.00').count()).toBeGreaterThan(0);
    }));

  test('mission 6, 8, 33–37: a new customer, checkout in four steps, and a submitted order', () =>
    atTheDesk(async ({ page, api }) => {
      await page.goto('/admin/orders/drafts/new');
      await page.getByRole('button', { name: 'New customer', exact: true }).click();
      await page.getByLabel('Name', { exact: true }).first().fill('Omar Haddad');
      await page.getByLabel('Email', { exact: true }).first().fill('omar@velarunning.example');
      await page.getByRole('button', { name: 'Continue', exact: true }).click();
      await page.getByLabel('Add Product').waitFor();
      await addByProductPage(page, 'steel', /Steel bottle/, 10);
      await saved(page);
      await page.getByRole('button', { name: 'Continue to Shipping/Billing', exact: true }).click();
      await fillAddress(page, brooklyn);
      await page.getByRole('button', { name: 'Continue', exact: true }).click();
      await page.getByRole('radio', { name: /Ground/ }).check();
      await page.getByRole('button', { name: 'Continue', exact: true }).click();
      await page.getByRole('radio', { name: /Purchase order/i }).waitFor();
      await page.getByRole('radio', { name: /Open account/i }).check();
      await page.getByRole('button', { name: 'Continue', exact: true }).click();
      await page.getByRole('heading', { name: 'Finalize Order' }).waitFor();
      // 10 × 12.40 = 124.00; ground up to 5 kg 9.80; 8.875 % of 124.00 = 11.005 → 11.01 (half up).
      await page.getByText('$144.81').first().waitFor();
      await page.getByRole('button', { name: 'Submit Order', exact: true }).click();
      await page.getByRole('heading', { level: 1, name: /Order \d+/ }).waitFor();
      const submitted = await api.listOrders({ query: { stage: 'submitted' } });
      expect(submitted.items[0]?.total.amount).toBe(14_481);
      await page.goto('/admin/orders/submitted');
      await page.getByText('Omar Haddad').first().waitFor();
    }));

  test('mission 24, 35: save and return in checkout keeps all that was entered', () =>
    atTheDesk(async ({ page, api }) => {
      await startDraftFor(page, 'dana', 'Dana Wu');
      await addByProductPage(page, 'cap', /Five-panel cap/, 3);
      await saved(page);
      await page.getByRole('button', { name: 'Continue to Shipping/Billing', exact: true }).click();
      await fillAddress(page, { ...brooklyn, Name: 'Dana Wu' });
      await page.getByRole('button', { name: 'Continue', exact: true }).click();
      await page.getByRole('radio', { name: /Flat/ }).check();
      await page.getByRole('button', { name: 'Save & Return to Draft', exact: true }).click();
      await page.getByLabel('Add Product').waitFor();
      await page.reload();
      await page.getByLabel('Add Product').waitFor();
      const id = new URL(page.url()).pathname.split('/').at(-1) ?? '';
      const order = await api.getOrder({ params: { id } });
      expect(order.shipping.shipments[0]?.method?.name).toBe('Flat');
      expect(order.totals.shipping?.amount).toBe(1_500);
      expect(order.totals.open).toEqual([]);
      // 3 × 10.50 + 15.00 + 8.875 % of 31.50 (2.795625 → 2.80) = 49.30
      await page.getByText('$49.30').first().waitFor();
    }));

  test('mission 36: converting in the middle of checkout keeps what was entered so far', () =>
    atTheDesk(async ({ page, api }) => {
      await startDraftFor(page, 'dana', 'Dana Wu');
      await addByProductPage(page, 'tote', /Tote bag/, 5);
      await saved(page);
      await page.getByRole('button', { name: 'Continue to Shipping/Billing', exact: true }).click();
      await fillAddress(page, { ...brooklyn, Name: 'Dana Wu' });
      await page.getByRole('button', { name: 'Continue', exact: true }).click();
      await page.getByRole('radio', { name: /Flat/ }).check();
      await page.getByRole('button', { name: 'Convert to Estimate…', exact: true }).click();
      const dialog = page.getByRole('dialog');
      const before = (await api.listMails({})).items.length;
      await dialog.getByLabel('Email', { exact: true }).fill('');
      await dialog.getByRole('button', { name: 'Convert', exact: true }).click();
      await page.getByRole('heading', { level: 1, name: /Estimate \d+ r1/ }).waitFor();
      const number = /\d+/.exec(await page.getByRole('heading', { level: 1 }).innerText())?.[0] ?? '';
      const [row] = (await api.listOrders({ query: { stage: 'estimate', q: number } })).items;
      const order = await api.getOrder({ params: { id: row?.id ?? '' } });
      expect(order.shipping.shipments[0]?.address?.line1).toBe('11 Court St');
      expect(order.totals.shipping?.amount).toBe(1_500);
      expect(order.estimate?.revisions[0]?.open).toEqual([]);
      expect(order.estimate?.revisions[0]?.sentTo).toEqual([]);
      expect((await api.listMails({})).items.length).toBe(before);
    }));

  test('from page to page the desk stays in view while the next one is loaded', () =>
    atTheDesk(async ({ page }) => {
      await page.goto('/admin/orders/drafts');
      await page.getByRole('button', { name: 'New draft order', exact: true }).waitFor();
      // Longer than a page is waited for before it is said that it comes.
      await page.route(/\/assets\/(orders-listing|customers-listing|products-listing|settings-layout|account)-page-.*\.js$/, async (route) => {
        await new Promise((done) => setTimeout(done, 400));
        await route.continue();
      });
      await page.evaluate(() => {
        const look = () => {
          const parts = ['header', '#main'].map((part) => [...document.querySelectorAll(part)].some((each) => each.checkVisibility()));
          if (!parts.every(Boolean)) document.documentElement.dataset.hidden = `${location.pathname} ${parts.join(' ')}`;
          requestAnimationFrame(look);
        };
        look();
      });
      const menu = page.getByRole('navigation', { name: 'Main' });
      for (const [link, title] of [
        ['Submitted Orders', 'Submitted Orders'],
        ['Customers / Contacts', 'Customers / Contacts'],
        ['Products', 'Products'],
        ['Settings', 'Settings'],
      ] as const) {
        await menu.getByRole('link', { name: link, exact: true }).click();
        await page.getByRole('heading', { name: title, exact: true }).first().waitFor();
      }
      expect(await page.locator('html').getAttribute('data-hidden')).toBeNull();
    }));
});
