// What staff do at the desk, by the names they see.
import type { Page } from 'playwright-core';
import type { Owner } from './server.ts';

export async function signIn(page: Page, owner: Owner): Promise<void> {
  await page.goto('/admin/login');
  await page.getByLabel('Email').fill(owner.email);
  await page.getByLabel('Password').fill(owner.password);
  await page.getByRole('button', { name: 'Sign in', exact: true }).click();
  await page.getByRole('button', { name: 'New draft order', exact: true }).waitFor();
}

/** Signs out, by the menu of the person. */
export async function signOut(page: Page): Promise<void> {
  await page
    .getByRole('banner')
    .getByRole('button', { name: /Owner$/ })
    .click();
  await page.getByRole('menuitem', { name: 'Sign out' }).click();
  await page.getByRole('heading', { name: 'Sign in', exact: true }).waitFor();
}

/** From the listing: a new draft for the customer found by these words. */
export async function startDraftFor(page: Page, words: string, shown: string): Promise<void> {
  await page.goto('/admin/orders/drafts');
  await page.getByRole('button', { name: 'New draft order', exact: true }).click();
  await page.getByLabel('Search customers').fill(words);
  await page.getByRole('option', { name: shown }).first().click();
  await page.getByRole('button', { name: 'Continue', exact: true }).click();
  await page.getByLabel('Add Product').waitFor();
}

/** Search, Select Product, quantity on the product page, Add to order. */
export async function addByProductPage(page: Page, words: string, shown: RegExp, quantity: number): Promise<void> {
  await page.getByLabel('Add Product').fill(words);
  await page.getByRole('option', { name: shown }).first().hover();
  await page.getByRole('option', { name: shown }).first().waitFor();
  await page.getByRole('button', { name: 'Select Product', exact: true }).click();
  const amount = page.getByLabel('Quantity', { exact: true }).last();
  await amount.fill(String(quantity));
  await page.getByRole('button', { name: 'Add to order', exact: true }).click();
}

/** Waits until the page says that everything is saved; `atMost` milliseconds where more than a request has to come back. */
export async function saved(page: Page, atMost = 15_000): Promise<void> {
  await page
    .getByText(/^Saved/)
    .first()
    .waitFor({ timeout: atMost });
}

/** Types an address; where the customer has some already, as another one: the fields open only then. */
export async function fillAddress(page: Page, address: Readonly<Record<string, string>>): Promise<void> {
  const another = page.getByRole('radio', { name: 'Another address', exact: true });
  await another
    .or(page.getByLabel('Address', { exact: true }))
    .first()
    .waitFor();
  if (await another.first().isVisible()) await another.first().check();
  for (const [label, value] of Object.entries(address)) {
    const field = page.getByLabel(label, { exact: true }).first();
    if ((await field.evaluate((element) => element.tagName)) === 'SELECT') await field.selectOption({ label: value });
    else await field.fill(value);
  }
}
