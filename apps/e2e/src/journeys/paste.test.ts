// Issue 4: a list of a hundred rows out of a mail or a sheet becomes priced lines; what is not certain waits to be picked by key.
import { describe, expect, test } from 'vitest';
import { aSheet } from '../../../admin/test/a-sheet.ts';
import { saved } from '../support/desk.ts';
import { openStore } from '../support/journey.ts';

const atTheDesk = openStore();

describe('pasting rows', () => {
  test('100 rows with 7 that ask: 93 become lines, none is lost, and the seven are settled without a pointer', () =>
    atTheDesk(async ({ page, api }) => {
      await api.createProduct({
        body: {
          code: 'bulk',
          name: 'Bulk item',
          variants: Array.from({ length: 93 }, (_, at) => ({
            sku: `BULK-${at + 100}`,
            options: [{ name: 'Kind', value: `K${at}` }],
            prices: [{ quantity: 1, extendedPrice: '1.00' }],
          })),
        },
      });
      const { id } = await api.createOrder({ body: { customerId: (await api.listCustomers({ query: { q: 'dana' } })).items[0]?.id ?? '' } });
      const rows = Array.from({ length: 93 }, (_, at) => `BULK-${at + 100}\t2`);
      // Not found, several, similar only, no quantity, courtesy, a SKU that is a beginning, a quantity of none.
      const asking = ['NO-SUCH-SKU\t12', 'Heavy tee\t24', 'bib aprn\t6', 'MUG\t', 'Thank you\t', 'TEE-RED\t5', 'CAP\t0'];
      const list = [...rows.slice(0, 40), ...asking, ...rows.slice(40)].join('\n');
      await page.goto(`/admin/orders/${id}`);
      await page.getByLabel('Add Product').focus();
      await page.evaluate((text) => {
        const clipboardData = new DataTransfer();
        clipboardData.setData('text/plain', text);
        document.activeElement?.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }));
      }, list);
      await page.getByText('93 rows added.').waitFor();
      await page.getByText('7 rows need a look').waitFor();
      await saved(page);
      const order = await api.getOrder({ params: { id } });
      expect([order.lines.length, order.totals.items.amount]).toEqual([93, 18_600]);

      // The first row has the focus: one is skipped, the next takes its second candidate by its figure.
      await page.keyboard.press('Delete');
      await page.getByText('6 rows need a look').waitFor();
      await page.keyboard.press('2');
      await page.getByText('5 rows need a look').waitFor();
      // A reload in the middle keeps the others.
      await page.reload();
      await page.getByText('5 rows need a look').waitFor();
      await page.getByRole('listitem', { name: /Row 43: bib aprn 6/ }).focus();
      await page.keyboard.press('1');
      await page.getByText('4 rows need a look').waitFor();
      await page.getByRole('button', { name: 'Skip all' }).press('Enter');
      await page.getByText('need a look').waitFor({ state: 'detached' });
      await saved(page);
      const settled = await api.getOrder({ params: { id } });
      expect(settled.lines.slice(93).map(({ sku, quantity }) => [sku, quantity])).toEqual([
        ['TEE-RED-M', 24],
        ['APRON', 6],
      ]);
    }));

  test('an Excel sheet that is chosen becomes lines, and Ctrl+Z takes all of them back at once', () =>
    atTheDesk(async ({ page, api }) => {
      const { id } = await api.createOrder({ body: { customerId: (await api.listCustomers({ query: { q: 'dana' } })).items[0]?.id ?? '' } });
      await page.goto(`/admin/orders/${id}`);
      await page.getByRole('button', { name: 'Paste or drop a list…' }).click();
      await page.getByLabel('File with a list').setInputFiles({ name: 'list.xlsx', mimeType: '', buffer: Buffer.from(aSheet, 'base64') });
      await page.getByText('2 rows added.').waitFor();
      await saved(page);
      expect((await api.getOrder({ params: { id } })).lines.map(({ sku, quantity }) => [sku, quantity])).toEqual([
        ['MUG', 24],
        ['CAP', 6],
      ]);
      await page.keyboard.press('Control+z');
      await page.getByRole('heading', { name: 'No lines yet' }).waitFor();
      await saved(page);
      expect((await api.getOrder({ params: { id } })).lines).toEqual([]);
    }));

  test('a picture and ten thousand rows are refused in words, and nothing is added', () =>
    atTheDesk(async ({ page, api }) => {
      const { id } = await api.createOrder({ body: { customerId: (await api.listCustomers({ query: { q: 'dana' } })).items[0]?.id ?? '' } });
      await page.goto(`/admin/orders/${id}`);
      await page.getByLabel('Add Product').focus();
      for (const [text, says] of [
        ['\u0089PNG\r\n\u001a\u0000\u0001', /is not text/],
        ['MUG 1\n'.repeat(10_000), /10,000 rows are too many/],
      ] as const) {
        await page.evaluate((pasted) => {
          const clipboardData = new DataTransfer();
          clipboardData.setData('text/plain', pasted);
          document.activeElement?.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }));
        }, text);
        await page.getByText(says).waitFor();
      }
      expect((await api.getOrder({ params: { id } })).lines).toEqual([]);
    }));
});
