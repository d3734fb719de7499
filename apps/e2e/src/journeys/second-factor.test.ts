// A second factor from beginning to end: set up, asked for, its backup code once, a remembered device; then required of a colleague, and reset.
import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { codeOf } from '../support/authenticator.ts';
import { faultsOf } from '../support/axe.ts';
import { signOut } from '../support/desk.ts';
import { openStore } from '../support/journey.ts';

const atTheDesk = openStore();
const vera = { email: 'vera@second-factor.example', password: 'seven quiet harbours' };
const secrets = new Map<Page, string>();

const press = (page: Page, name: string) => page.getByRole('button', { name, exact: true }).click();
const atDrafts = (page: Page) => page.getByRole('heading', { level: 1, name: 'Draft Orders / Estimates' }).waitFor();

async function knock(page: Page, who: { readonly email: string; readonly password: string }): Promise<void> {
  await page.goto('/admin/login');
  await page.getByLabel('Email').fill(who.email);
  await page.getByLabel('Password').fill(who.password);
  await press(page, 'Sign in');
}

/** From Turn on to the backup codes, which are given back; the dialog with them stays open. */
async function setUp(page: Page, password: string): Promise<readonly string[]> {
  await press(page, 'Turn on');
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('Password now').fill('not my password at all');
  await dialog.getByRole('button', { name: 'Continue', exact: true }).click();
  await dialog.getByText('This is not your password.').waitFor();
  await dialog.getByLabel('Password now').fill(password);
  await dialog.getByRole('button', { name: 'Continue', exact: true }).click();
  const picture = dialog.getByRole('img', { name: 'QR code for the app' });
  await picture.waitFor();
  // A picture that the page's own policy refuses is there too, but cannot be drawn.
  await picture.evaluate((image: HTMLImageElement) => image.decode());
  const secret = ((await dialog.locator('code').textContent()) ?? '').replaceAll(' ', '');
  secrets.set(page, secret);
  await dialog.getByLabel('Code', { exact: true }).fill('000000');
  await dialog.getByRole('button', { name: 'Turn on', exact: true }).click();
  await dialog.getByText('This is not the code that the app shows now.').waitFor();
  expect(await faultsOf(page), 'the QR code').toEqual([]);
  await dialog.getByLabel('Code', { exact: true }).fill(codeOf(secret));
  await dialog.getByRole('button', { name: 'Turn on', exact: true }).click();
  await dialog.getByRole('heading', { name: 'Backup codes' }).waitFor();
  expect(await faultsOf(page), 'the backup codes').toEqual([]);
  return dialog.getByRole('listitem').allTextContents();
}

test('a second factor is set up, asked for at sign-in, required of all, and reset for who lost it', () =>
  atTheDesk(async ({ page, api, owner, openAnother }) => {
    const { url } = await api.createInvitation({ body: { email: vera.email, roles: ['sales'] } });
    await api.acceptInvitation({ params: { token: url.split('/').at(-1) ?? '' }, body: { name: 'Vera Quist', password: vera.password } });
    await page.goto('/admin/settings/staff');
    expect(await page.getByLabel('Staff need a second factor').isDisabled(), 'before one’s own').toBe(true);

    await page.goto('/admin/settings/sign-in');
    await page.getByText('Off', { exact: true }).waitFor();
    const codes = await setUp(page, owner.password);
    expect(new Set(codes).size).toBe(10);
    await press(page, 'I have kept them');
    await page.getByText('On', { exact: true }).waitFor();

    await signOut(page);
    await knock(page, owner);
    await page.getByRole('heading', { name: 'Enter your code' }).waitFor();
    expect(await faultsOf(page), 'the code').toEqual([]);
    await page.getByLabel('Code', { exact: true }).fill('000000');
    await press(page, 'Sign in');
    await page.getByText('This code is wrong, too old, or was used already.').waitFor();
    await page.getByLabel('Code', { exact: true }).fill(codes[0] ?? '');
    await press(page, 'Sign in');
    await atDrafts(page);

    await signOut(page);
    await knock(page, owner);
    await page.getByLabel('Code', { exact: true }).fill(codes[0] ?? '');
    await press(page, 'Sign in');
    await page.getByText('This code is wrong, too old, or was used already.').waitFor();
    await page.getByLabel('Code', { exact: true }).fill(codeOf(secrets.get(page) ?? '', 1));
    await page.getByLabel('Do not ask on this device for 30 days').check();
    await press(page, 'Sign in');
    await atDrafts(page);
    await signOut(page);
    await knock(page, owner);
    await atDrafts(page);

    const { page: hers } = await openAnother();
    await hers.context().clearCookies();
    await knock(hers, vera);
    await atDrafts(hers);
    await page.goto('/admin/settings/staff');
    await page.getByLabel('Staff need a second factor').click();
    await page.getByText('Staff need a second factor now.').waitFor();
    expect(await faultsOf(page), 'staff').toEqual([]);

    await hers.goto('/admin/customers');
    await hers.getByRole('heading', { name: 'Set up a second factor' }).waitFor();
    expect(await faultsOf(hers), 'must set one up').toEqual([]);
    await setUp(hers, vera.password);
    await press(hers, 'I have kept them');
    await hers.getByRole('heading', { level: 1, name: 'Customers / Contacts' }).waitFor();

    await page.reload();
    await press(page, 'More for Vera Quist');
    await page.getByRole('menuitem', { name: 'Reset the second factor' }).click();
    await page.getByRole('dialog', { name: 'Reset the second factor of Vera Quist?' }).waitFor();
    await press(page, 'Reset');
    await page.getByText(/^Vera Quist signs in with the password alone now/).waitFor();
    await hers.goto('/admin/customers');
    await knock(hers, vera);
    await hers.getByRole('heading', { name: 'Set up a second factor' }).waitFor();
  }));
