// Hard days: a customer file with rows that cannot come in, and a PostgreSQL that is stopped while somebody types.
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { describe, expect, test } from 'vitest';
import { faultsOf } from '../support/axe.ts';
import { saved } from '../support/desk.ts';
import { openStore } from '../support/journey.ts';
import { ownDatabase } from '../support/own-database.ts';

const database = ownDatabase();
const atTheDesk = openStore(database);

const customers = [
  'Kundennr;E-Mail;Name;Firma;Bemerkung',
  'K-1;ina@nord.example;Ina Nord;Nord GmbH;=2+5',
  'K-2;ole@nord.example;Ole Nord;Nord GmbH;',
  'K-3;ina@nord.example;=cmd|calc;Nord GmbH;twice',
  ';;Nobody to know again;;',
].join('\r\n');

describe('hard days', () => {
  test('a customer file: columns are mapped, a dry run changes nothing, the import tells its refused rows, and they come back safe', () =>
    atTheDesk(async ({ page, api }) => {
      const folder = await mkdtemp(join(tmpdir(), 'backdesk-e2e-file-'));
      const path = join(folder, 'kunden.csv');
      await writeFile(path, customers);
      await page.goto('/admin/settings/import');
      await page.getByRole('radio', { name: /^Customers/ }).check({ force: true });
      await page.getByLabel('CSV file').setInputFiles(path);
      await page.getByLabel('Kundennr is taken for', { exact: true }).selectOption({ label: 'Customer number' });
      await page.getByLabel('Firma is taken for', { exact: true }).selectOption({ label: 'Company' });
      expect(await faultsOf(page)).toEqual([]);
      await page.getByRole('button', { name: 'Dry run', exact: true }).click();
      await page.getByText('This was a dry run: nothing was changed.').waitFor();
      await expect.poll(() => page.getByText('Would be new', { exact: true }).count()).toBe(2);
      expect((await api.listCustomers({ query: { q: 'nord.example' } })).items).toEqual([]);

      await page.getByRole('link', { name: 'All imports', exact: true }).click();
      await page.getByRole('radio', { name: /^Customers/ }).check({ force: true });
      await page.getByLabel('CSV file').setInputFiles(path);
      await page.getByLabel('Kundennr is taken for', { exact: true }).selectOption({ label: 'Customer number' });
      await page.getByLabel('Firma is taken for', { exact: true }).selectOption({ label: 'Company' });
      await page.getByRole('button', { name: 'Start import', exact: true }).click();
      await page.getByText('Rows to look at', { exact: true }).waitFor();
      const cameIn = async () => (await api.listCustomers({ query: { q: 'nord.example' } })).items.map(({ name }) => name).sort();
      await expect.poll(cameIn).toEqual(['Ina Nord', 'Ole Nord']);
      expect(await faultsOf(page)).toEqual([]);
      const arrived = page.waitForEvent('download');
      await page.getByRole('button', { name: 'Download refused rows', exact: true }).click();
      const refused = await readFile(await (await arrived).path(), 'utf8');
      // Divided as the file was, and a spreadsheet opens it as text: the formula of the name has an apostrophe before it.
      expect(refused.trim().split('\r\n').slice(1)).toEqual([
        expect.stringMatching(/^.*row 2.*;K-3;ina@nord\.example;'=cmd\|calc;Nord GmbH;twice$/),
        expect.stringMatching(/;;;Nobody to know again;;$/),
      ]);
      await rm(folder, { recursive: true });
    }));

  test('a large file over a slow line: how much of it is sent shows, canceled nothing is begun, and sent again it comes in', () =>
    atTheDesk(async ({ page, api }) => {
      const folder = await mkdtemp(join(tmpdir(), 'backdesk-e2e-large-'));
      const path = join(folder, 'large.csv');
      const people = Array.from({ length: 40 }, (_, at) => `large${at}@slow.example,Person ${at},${'word '.repeat(10_000)}\n`);
      await writeFile(path, `Email,Name,Remark\n${people.join('')}`);
      await page.goto('/admin/settings/import');
      await page.getByRole('radio', { name: /^Customers/ }).check({ force: true });
      await page.getByLabel('CSV file').setInputFiles(path);
      await page.getByLabel('Email is taken for', { exact: true }).waitFor();
      const line = await page.context().newCDPSession(page);
      const slowTo = (uploadThroughput: number) =>
        line.send('Network.emulateNetworkConditions', { offline: false, latency: 0, downloadThroughput: -1, uploadThroughput });
      await line.send('Network.enable');
      await slowTo(300_000);
      await page.getByRole('button', { name: 'Start import', exact: true }).click();
      const bar = page.getByRole('progressbar', { name: 'How much of the file is sent' });
      const sent = () => bar.evaluate((element: HTMLProgressElement) => (element.hasAttribute('value') ? element.value / element.max : 0));
      await expect.poll(sent).toBeGreaterThan(0);
      const before = await sent();
      await expect.poll(sent).toBeGreaterThan(before);
      expect(await sent()).toBeLessThan(1);
      await page.getByText(/ of 2 MB$/).waitFor();
      await page.getByRole('button', { name: 'Cancel', exact: true }).click();
      await bar.waitFor({ state: 'detached' });
      await slowTo(-1);
      expect((await api.listImports({ query: {} })).items.filter(({ fileName }) => fileName === 'large.csv')).toEqual([]);
      await page.getByRole('button', { name: 'Start import', exact: true }).click();
      await page.getByText('40 rows read, all taken in.').waitFor();
      await rm(folder, { recursive: true });
    }));

  test('PostgreSQL itself is stopped and started while somebody types: the screen says so, nothing typed is lost, each job runs once', () =>
    atTheDesk(async ({ page, api }) => {
      const [dana] = (await api.listCustomers({ query: { q: 'dana@harborcoffee.example' } })).items;
      const draft = await api.createOrder({ body: { customerId: dana?.id ?? '', lines: [{ sku: 'MUG', quantity: 1 }] } });
      const mailed = await api.createOrder({ body: { customerId: dana?.id ?? '', lines: [{ sku: 'CAP', quantity: 1 }] } });
      await page.goto(`/admin/orders/${draft.id}`);
      await page.getByLabel('Add Product').waitFor();
      await api.issueEstimate({ params: { id: mailed.id }, body: { email: 'before@harborcoffee.example' } });
      await database.stop();

      const quantity = page.getByLabel('Line 1 quantity', { exact: true });
      await quantity.fill('12');
      await quantity.press('Enter');
      await page.getByLabel('Notes for the customer').fill('Leave at the back door');
      await page.getByText(/2 changes kept/).waitFor();
      await page.getByText('$49.20', { exact: true }).first().waitFor();
      await wait(secondsAway * 1_000);
      await page.getByLabel('Notes for the customer').fill('Leave at the back door, please');
      await page.getByText(/changes kept/).waitFor();
      await database.start();

      // The server's connections, then the desk's next try: on a busy machine that is more than a save takes.
      await saved(page, 60_000);
      const order = await api.getOrder({ params: { id: draft.id } });
      expect([order.lines.map((line) => line.quantity), order.noteCustomer]).toEqual([[12], 'Leave at the back door, please']);
      const { items } = await api.getHistory({ params: { id: draft.id }, query: {} });
      expect(items.filter((entry) => entry.type === 'line.quantity_changed')).toHaveLength(1);

      await api.issueEstimate({ params: { id: mailed.id }, body: { email: 'after@harborcoffee.example' } });
      const mails = async () =>
        (await api.listOrderMails({ params: { id: mailed.id } })).items.map(({ recipients, state }) => `${recipients.join(' ')} ${state}`).sort();
      await expect.poll(mails, { timeout: 60_000, interval: 250 }).toEqual(['after@harborcoffee.example kept', 'before@harborcoffee.example kept']);
    }));
});

/** Long enough that everything has noticed. */
const secondsAway = 4;
