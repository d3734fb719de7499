import { expect, test } from 'vitest';
import { faultsOf } from '../support/axe.ts';
import { addByProductPage, fillAddress, saved, startDraftFor } from '../support/desk.ts';
import { openStore } from '../support/journey.ts';

const atTheDesk = openStore();

const brooklyn = { Name: 'Omar Haddad', Address: '11 Court St', City: 'Brooklyn', State: 'New York', 'ZIP code': '11201' };

test('a zone by postcode and a pickup place are set up, tried, and used in checkout; then a price is typed instead', () =>
  atTheDesk(async ({ page }) => {
    await page.goto('/admin/settings/shipping-zones');
    await page.getByRole('button', { name: 'Add shipping zone', exact: true }).click();
    const panel = page.getByRole('dialog');
    await panel.getByLabel('Name', { exact: true }).fill('Alaska');
    await panel.getByLabel('Only postcodes that begin with').fill('995, 996');
    await panel.getByLabel('Name of the rate').fill('Air');
    await panel.getByLabel('Amount', { exact: true }).fill('42');
    await panel.getByRole('button', { name: 'Save', exact: true }).click();
    await page.getByRole('heading', { name: /Alaska/ }).waitFor();

    await page.getByRole('button', { name: 'Add pickup place', exact: true }).click();
    await panel.getByLabel('Name of the place', { exact: true }).fill('Red Hook warehouse');
    await fillAddress(page, { Address: '175 Van Dyke Street', City: 'Brooklyn', State: 'New York', 'ZIP code': '11231' });
    await panel.getByRole('button', { name: 'Save', exact: true }).click();
    await page.getByText('175 Van Dyke Street, Brooklyn, NY 11231').waitFor();

    await page.getByLabel('SKU 1').fill('BOTTLE');
    await page.getByLabel('Quantity 1').fill('10');
    await page.getByLabel('Postcode', { exact: true }).fill('99501');
    await page.getByRole('button', { name: 'Try it', exact: true }).click();
    await page.getByText('Zone Alaska: the postcode begins with 995').waitFor();
    // 10 × 12.40 and 42.00, where no tax is set.
    await page.getByRole('row', { name: /Air.*\$42\.00.*\$166\.00/ }).waitFor();
    expect(await faultsOf(page)).toEqual([]);

    await startDraftFor(page, 'dana', 'Dana Wu');
    await addByProductPage(page, 'steel', /Steel bottle/, 10);
    await saved(page);
    await page.getByRole('button', { name: 'Continue to Shipping/Billing', exact: true }).click();
    await page.getByRole('radio', { name: /The customer picks it up/ }).check();
    // The only place there is stands ready.
    expect(await page.getByRole('radio', { name: /Red Hook warehouse/ }).isChecked()).toBe(true);
    await page.getByRole('button', { name: 'Continue', exact: true }).click();
    await page.getByText('The customer picks the order up, so there is no shipping method to choose.').waitFor();

    await page.getByRole('link', { name: /^Shipping\b(?! method)/ }).click();
    await page.getByRole('radio', { name: /Ship to one address/ }).check();
    await fillAddress(page, brooklyn);
    await page.getByRole('button', { name: 'Continue', exact: true }).click();
    await page.getByRole('radio', { name: /Another price/ }).check();
    await page.getByRole('button', { name: 'Continue', exact: true }).click();
    await page.getByText('Say why.').waitFor();
    await page.getByLabel('What the customer reads').fill('Own van');
    await page.getByLabel('Price', { exact: true }).fill('25');
    await page.getByLabel('Reason', { exact: true }).fill('Agreed by phone');
    expect(await faultsOf(page)).toEqual([]);
    await page.getByRole('button', { name: 'Continue', exact: true }).click();
    await page.getByRole('radio', { name: /Open account/i }).check();
    await page.getByRole('button', { name: 'Continue', exact: true }).click();
    await page.getByRole('heading', { name: 'Finalize Order' }).waitFor();
    await page.getByText('Own van · $25.00').waitFor();
    await page.getByText('Owner: Agreed by phone').waitFor();
  }));
