import { describe, expect, test } from 'vitest';
import { faultsOf } from '../support/axe.ts';
import { addByProductPage, fillAddress, saved, startDraftFor } from '../support/desk.ts';
import { openStore } from '../support/journey.ts';

const atTheDesk = openStore();

const brooklyn = { Name: 'Omar Haddad', Address: '11 Court St', City: 'Brooklyn', State: 'New York', 'ZIP code': '11201' };

describe('fields of the account’s own', () => {
  test('mission 9, 10: a field is defined, asked for in the New customer form of a draft, and read in Customers / Contacts', () =>
    atTheDesk(async ({ page, api }) => {
      await page.goto('/admin/settings/custom-fields');
      await page.getByRole('button', { name: 'Add customer field', exact: true }).click();
      const panel = page.getByRole('dialog');
      await panel.getByLabel('Label', { exact: true }).fill('Industry');
      await panel.getByLabel('Type', { exact: true }).selectOption('select');
      await panel.getByLabel('Options', { exact: true }).fill('Print\nRetail');
      await panel.getByRole('checkbox', { name: 'Required' }).check();
      await panel.getByRole('button', { name: 'Save', exact: true }).click();
      await page.getByRole('table', { name: 'Customers' }).getByText('industry', { exact: true }).waitFor();
      expect(await faultsOf(page)).toEqual([]);

      await page.goto('/admin/orders/drafts/new');
      await page.getByRole('button', { name: 'New customer', exact: true }).click();
      await page.getByLabel('Name', { exact: true }).first().fill('Ida Lund');
      await page.getByLabel('Industry', { exact: true }).waitFor();
      await page.getByRole('button', { name: 'Continue', exact: true }).click();
      await page.getByText('Industry must not be empty').waitFor();
      await page.getByLabel('Industry', { exact: true }).selectOption('Retail');
      await page.getByRole('button', { name: 'Continue', exact: true }).click();
      await page.getByLabel('Add Product').waitFor();

      const [ida] = (await api.listCustomers({ query: { q: 'Ida Lund' } })).items;
      await page.goto(`/admin/customers/${ida?.id ?? ''}`);
      await page.getByText('Retail', { exact: true }).waitFor();
      const [field] = (await api.listCustomerFields({})).items;
      await api.deleteCustomerField({ params: { id: field?.id ?? '' } });
    }));

  test('mission 37: a required order field keeps an order from being submitted until it is filled in', () =>
    atTheDesk(async ({ page, api }) => {
      await api.createOrderField({ body: { code: 'in_hands_date', label: 'In-hands date', type: 'text', required: true } });
      await startDraftFor(page, 'dana', 'Dana Wu');
      await addByProductPage(page, 'steel', /Steel bottle/, 10);
      await saved(page);
      await page.getByRole('button', { name: 'Continue to Shipping/Billing', exact: true }).click();
      await fillAddress(page, brooklyn);
      await page.getByRole('button', { name: 'Continue', exact: true }).click();
      await page.getByRole('radio', { name: /Ground/ }).check();
      await page.getByRole('button', { name: 'Continue', exact: true }).click();
      await page.getByRole('radio', { name: /Open account/i }).check();
      await page.getByRole('button', { name: 'Continue', exact: true }).click();
      await page.getByRole('heading', { name: 'Finalize Order' }).waitFor();
      // The no comes while what it asks for is being typed: it must not take the keyboard.
      const answer = Promise.withResolvers<void>();
      await page.route(
        '**/api/v1/**',
        async (route) => {
          const said = await route.fetch();
          await answer.promise;
          await route.fulfill({ response: said });
        },
        { times: 1 },
      );
      await page.getByRole('button', { name: 'Submit Order', exact: true }).click();
      await page.getByRole('button', { name: 'Fix it: In-hands date is needed' }).click();
      const field = page.getByLabel('In-hands date', { exact: true });
      expect(await field.evaluate((element) => element === document.activeElement)).toBe(true);
      await page.keyboard.type('12');
      answer.resolve();
      await page.getByRole('button', { name: 'Submit Order', exact: true, disabled: false }).waitFor();
      await page.keyboard.type(' December');
      await page.getByText('Ready to submit').waitFor();
      expect(await faultsOf(page)).toEqual([]);
      await page.getByRole('button', { name: 'Submit Order', exact: true }).click();
      await page.getByRole('heading', { level: 1, name: /^Order \d+/ }).waitFor();
      await page.getByText('12 December', { exact: true }).waitFor();
      const [order] = (await api.listOrders({ query: { stage: 'submitted' } })).items;
      expect((await api.getOrder({ params: { id: order?.id ?? '' } })).fields).toEqual({ in_hands_date: '12 December' });
    }));
});
