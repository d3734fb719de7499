// Customers / Contacts in a browser: a company with its terms and contacts, an address book that the checkout offers, and the export.
import { describe, expect, test } from 'vitest';
import { faultsOf } from '../support/axe.ts';
import { fillAddress, startDraftFor } from '../support/desk.ts';
import { openStore } from '../support/journey.ts';

const atTheDesk = openStore();

describe('customers, companies and addresses', () => {
  test('a company is made, given terms and a contact, who has them; deleted, it is found among the deleted and restored', () =>
    atTheDesk(async ({ page, api }) => {
      await api.createPriceRole({ body: { name: 'Gold' } });
      await api.createCustomer({ body: { name: 'Omar Haddad', email: 'omar@pier.example' } });
      await page.goto('/admin/customers/companies');
      await page.getByRole('button', { name: 'New company', exact: true }).click();
      const panel = page.getByRole('dialog');
      await panel.getByLabel('Name', { exact: true }).fill('Pier Nine Ltd');
      await panel.getByRole('button', { name: 'Save', exact: true }).click();
      await page.getByRole('heading', { level: 1, name: 'Pier Nine Ltd' }).waitFor();

      await page.getByRole('button', { name: 'Edit terms', exact: true }).click();
      await panel.getByLabel('Payment terms').fill('Net 30');
      await panel.getByLabel('Price role').selectOption({ label: 'Gold' });
      await panel.getByLabel('Credit limit').fill('5000');
      await panel.getByRole('button', { name: 'Save', exact: true }).click();
      await page.getByText('$5,000.00', { exact: true }).waitFor();
      await page.getByRole('button', { name: 'Add contacts', exact: true }).click();
      await page.getByLabel('Search customers').fill('omar');
      await page.getByRole('option', { name: 'Omar Haddad' }).click();
      const omar = page.getByRole('table', { name: 'Contacts' }).getByRole('link', { name: 'Omar Haddad' });
      await omar.waitFor();
      expect(await faultsOf(page)).toEqual([]);
      await omar.click();
      await page.getByRole('heading', { level: 1, name: 'Omar Haddad' }).waitFor();
      await page.getByText('Gold', { exact: true }).waitFor();
      await page.getByRole('link', { name: 'Pier Nine Ltd', exact: true }).click();

      await page.getByRole('button', { name: 'Delete company', exact: true }).click();
      await page.getByRole('link', { name: 'Deleted companies', exact: true }).click();
      await page.getByRole('button', { name: 'Restore Pier Nine Ltd' }).click();
      await page.getByText('No company was deleted within the last 30 days').waitFor();
      const [omarNow] = (await api.listCustomers({ query: { q: 'omar' } })).items;
      expect([omarNow?.company?.name, omarNow?.role?.name]).toEqual(['Pier Nine Ltd', 'Gold']);
    }));

  test('an address is added to the book, made the default, and offered where the order ships', () =>
    atTheDesk(async ({ page, api }) => {
      const [dana] = (await api.listCustomers({ query: { q: 'Dana Wu' } })).items;
      await page.goto(`/admin/customers/${dana?.id ?? ''}`);
      await page.getByRole('button', { name: 'Add address', exact: true }).click();
      const panel = page.getByRole('dialog');
      await panel.getByLabel(/^Label/).fill('Roastery');
      await fillAddress(page, { Address: '88 Front Street', City: 'Brooklyn', State: 'New York', 'ZIP code': '11201' });
      await panel.getByRole('button', { name: 'Save', exact: true }).click();
      await page.getByRole('button', { name: 'Change Roastery', exact: true }).click();
      await page.getByRole('menuitem', { name: 'Ship here by default', exact: true }).click();
      await page.getByText('Ships to Roastery, 88 Front Street, Brooklyn by default', { exact: true }).waitFor();
      expect(await faultsOf(page)).toEqual([]);

      await startDraftFor(page, 'dana', 'Dana Wu');
      await page.getByRole('button', { name: 'Edit Shipping/Billing', exact: true }).click();
      await page
        .getByText(/88 Front Street/)
        .first()
        .waitFor();
    }));

  test('what a search shows is what its export holds', () =>
    atTheDesk(async ({ page }) => {
      await page.goto('/admin/customers?q=harbor');
      await page.getByRole('link', { name: 'Dana Wu', exact: true }).waitFor();
      const [file] = await Promise.all([page.waitForEvent('download'), page.getByRole('button', { name: 'Export CSV', exact: true }).click()]);
      expect(file.suggestedFilename()).toMatch(/^customers-\d{4}-\d\d-\d\d\.csv$/);
      const pieces: Buffer[] = [];
      for await (const piece of await file.createReadStream()) pieces.push(piece);
      const lines = Buffer.concat(pieces).toString('utf8').trim().split(/\r?\n/);
      expect(lines).toHaveLength(2);
      expect(lines[1]).toContain('dana@harborcoffee.example');
    }));
});
