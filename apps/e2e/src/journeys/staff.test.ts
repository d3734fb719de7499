// Letting a colleague in, what a Viewer sees, a forgotten password, and ending a session elsewhere.
import { expect, test } from 'vitest';
import { faultsOf } from '../support/axe.ts';
import { openStore } from '../support/journey.ts';

const atTheDesk = openStore();
const email = 'vera@backdesk.example';
const password = 'seven quiet harbours';
const another = 'eight quiet harbours';

test('a colleague is invited as Viewer, joins, and sees nothing they may not use', () =>
  atTheDesk(async ({ page, api, openAnother }) => {
    await page.goto('/admin/settings/staff');
    await page.getByRole('button', { name: 'Invite', exact: true }).click();
    await page.getByLabel('Email').fill(email);
    await page.getByLabel('Role', { exact: true }).selectOption({ label: 'Viewer' });
    expect(await faultsOf(page), 'invite').toEqual([]);
    await page.getByRole('button', { name: 'Send invitation', exact: true }).click();
    const link = (await page.getByRole('dialog').locator('code').textContent()) ?? '';
    await page.getByRole('button', { name: 'Done', exact: true }).click();
    await page.getByText('Invited', { exact: true }).waitFor();
    expect(await faultsOf(page), 'staff').toEqual([]);

    const { page: hers } = await openAnother();
    await hers.context().clearCookies();
    await hers.goto(new URL(link).pathname);
    await hers.getByLabel('Your name').fill('Vera Quist');
    await hers.getByLabel('Choose a password').fill('password1234');
    await hers.getByRole('button', { name: 'Join', exact: true }).click();
    await hers.getByText('This is too easy to guess').waitFor();
    expect(await faultsOf(hers), 'invitation').toEqual([]);
    await hers.getByLabel('Choose a password').fill(password);
    await hers.getByRole('button', { name: 'Join', exact: true }).click();
    await hers.getByRole('link', { name: 'Sign in', exact: true }).click();
    await hers.getByLabel('Email').fill(email);
    await hers.getByLabel('Password').fill(password);
    await hers.getByRole('button', { name: 'Sign in', exact: true }).click();
    await hers.getByRole('heading', { level: 1, name: 'Draft Orders / Estimates' }).waitFor();
    expect(await hers.getByRole('button', { name: 'New draft order', exact: true }).count()).toBe(0);

    const [dana] = (await api.listCustomers({ query: { q: 'dana' } })).items;
    const { id } = await api.createOrder({ body: { customerId: dana?.id ?? '', lines: [{ sku: 'MUG', quantity: 12 }] } });
    await hers.goto(`/admin/orders/${id}`);
    await hers.getByText('MUG').first().waitFor();
    expect(await hers.getByLabel('Add Product').count()).toBe(0);
    expect(await hers.getByRole('button', { name: 'Convert to Estimate…', exact: true }).count()).toBe(0);
    for (const path of ['orders/drafts/new', 'settings/staff']) {
      await hers.goto(`/admin/${path}`);
      await hers.getByText('Your role does not open this').waitFor();
      expect(await faultsOf(hers), path).toEqual([]);
    }
  }));

test('a forgotten password is set anew by the mail in the Outbox, and another session is ended', () =>
  atTheDesk(async ({ page, api, openAnother }) => {
    const { page: hers } = await openAnother();
    await hers.context().clearCookies();
    await hers.goto('/admin/login');
    await hers.getByRole('link', { name: 'Forgot password?', exact: true }).click();
    // Sign-in has an Email field of its own.
    await hers.getByRole('heading', { name: 'Forgot your password?' }).waitFor();
    await hers.getByLabel('Email').fill(email);
    expect(await faultsOf(hers), 'forgot').toEqual([]);
    await hers.getByRole('button', { name: 'Send the link', exact: true }).click();
    await hers.getByRole('heading', { name: 'Look at your mail' }).waitFor();

    await page.goto('/admin/settings/outbox');
    await expect.poll(async () => (await api.listMails({})).items.find((mail) => mail.template === 'password_reset')?.state, { timeout: 15_000 }).toBe('kept');
    const kept = (await api.listMails({})).items.find((mail) => mail.template === 'password_reset');
    const { text } = await api.getMail({ params: { id: kept?.id ?? '' } });
    const link = /https?:\/\/\S+\/admin\/reset\/\S+/.exec(text)?.[0] ?? '';
    await hers.goto(new URL(link).pathname);
    await hers.getByLabel('New password').fill(another);
    expect(await faultsOf(hers), 'reset').toEqual([]);
    await hers.getByRole('button', { name: 'Save password', exact: true }).click();
    await hers.getByText('Your new password is set').waitFor();
    await hers.goto(new URL(link).pathname);
    await hers.getByLabel('New password').fill(another);
    await hers.getByRole('button', { name: 'Save password', exact: true }).click();
    await hers.getByRole('heading', { name: 'This link no longer works' }).waitFor();

    const { page: phone } = await openAnother();
    for (const at of [hers, phone]) {
      await at.context().clearCookies();
      await at.goto('/admin/login');
      await at.getByLabel('Email').fill(email);
      await at.getByLabel('Password').fill(another);
      await at.getByRole('button', { name: 'Sign in', exact: true }).click();
      await at.getByRole('heading', { level: 1, name: 'Draft Orders / Estimates' }).waitFor();
    }
    await hers.goto('/admin/settings/sign-in');
    await hers.getByText('This one', { exact: true }).waitFor();
    expect(await faultsOf(hers), 'your sign-in').toEqual([]);
    await hers.getByRole('button', { name: /^End Chrome/ }).click();
    await hers.getByText(/^The session on Chrome .* is ended/).waitFor();
    await phone.goto('/admin/customers');
    await phone.getByRole('button', { name: 'Sign in', exact: true }).waitFor();
  }));
