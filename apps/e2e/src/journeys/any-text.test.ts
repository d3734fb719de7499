// Whatever people type is text, on every screen and paper: emoji, right to left, markup, and words without an end.
import { describe, expect, test } from 'vitest';
import { addByProductPage, saved } from '../support/desk.ts';
import { openStore } from '../support/journey.ts';

const atTheDesk = openStore();

const script = '<script>window.broken = true</script>';
const picture = '<img src=x onerror="window.broken = true">';
const arabic = 'مقهى الميناء';
const name = `Zoë ${arabic} 🦀 ${script}`;
const company = `${picture} & Sons "Ltd" ${'Llanfairpwllgwyngyll'.repeat(4)}`;
const orderName = `شتاء 👩‍🚀 <b>bold</b> ${'x'.repeat(120)}`;
const lineName = `🎁 تغليف ${picture} ${'Donaudampfschifffahrt'.repeat(5)}`;
const noteCustomer = `Ring twice 🔔\n${script}\nاتصل قبل الظهر`;
const noteInternal = `</textarea>${script} internal only`;

describe('whatever people type is text', () => {
  test('mission 8, 10, 28: emoji, Arabic, markup and endless words in customer, order name, custom line and notes', () =>
    atTheDesk(async ({ page, api }) => {
      const isWhole = async (where: string) => {
        expect(await page.evaluate(() => 'broken' in window), `${where}: nothing typed became a script`).toBe(false);
        const over = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
        expect.soft(over, `${where}: nothing sticks out`).toBeLessThanOrEqual(0);
      };
      await page.goto('/admin/orders/drafts/new');
      await page.getByRole('button', { name: 'New customer', exact: true }).click();
      await page.getByLabel('Name', { exact: true }).first().fill(name);
      await page.getByLabel('Email', { exact: true }).first().fill('zoe@hafen.example');
      await page.getByLabel('Company').first().fill(company);
      await page.getByRole('button', { name: 'Continue', exact: true }).click();
      await page.getByLabel('Add Product').waitFor();
      const id = new URL(page.url()).pathname.split('/').at(-1) ?? '';
      await page.getByLabel('Name of this order').fill(orderName);
      await page.getByRole('button', { name: 'Custom line', exact: true }).click();
      await page.getByLabel('What it is').fill(lineName);
      await page.getByLabel('Price each').fill('7');
      await page.getByRole('button', { name: 'Add line', exact: true }).click();
      await addByProductPage(page, 'mug', /Mug 11 oz/, 2);
      await page.getByLabel('Notes for the customer').fill(noteCustomer);
      await page.getByLabel('Internal notes').fill(noteInternal);
      await page.getByLabel('Internal notes').blur();
      await saved(page);
      await page.reload();
      await page.getByLabel('Add Product').waitFor();
      expect(await page.getByLabel('Name of this order').inputValue()).toBe(orderName);
      expect(await page.getByLabel('Line 1 name', { exact: true }).inputValue()).toBe(lineName);
      expect(await page.getByLabel('Notes for the customer').inputValue()).toBe(noteCustomer);
      expect(await page.getByLabel('Internal notes').inputValue()).toBe(noteInternal);
      await page.getByText(name).first().waitFor();
      await isWhole('draft');
      await page.setViewportSize({ width: 390, height: 844 });
      await isWhole('draft on a phone');
      await page.setViewportSize({ width: 1440, height: 1000 });

      await page.getByRole('button', { name: 'Convert to Estimate…', exact: true }).click();
      await page.getByRole('dialog').getByRole('button', { name: 'Convert', exact: true }).click();
      await page.getByRole('heading', { level: 1, name: /^Estimate \d+ r1$/ }).waitFor();
      await page.goto('/admin/orders/drafts');
      const row = page.getByRole('row').filter({ hasText: company.slice(0, 30) });
      await row.waitFor();
      await isWhole('listing');
      await page.setViewportSize({ width: 390, height: 844 });
      await isWhole('listing on a phone');
      await page.setViewportSize({ width: 1440, height: 1000 });
      const endless = 'Taumatawhakatangihangakoauauotamatea'.repeat(5);
      await api.createCustomer({ body: { name: endless } });
      await page.goto('/admin/customers');
      await page.getByText(arabic).first().waitFor();
      await page.getByText(endless).waitFor();
      await isWhole('customers');
      const created = await page.getByRole('columnheader', { name: 'Created' }).boundingBox();
      expect((created?.x ?? 0) + (created?.width ?? 0), 'customers: every column is on the sheet').toBeLessThanOrEqual(page.viewportSize()?.width ?? 0);

      const [kept] = (await api.listMails({ query: { orderId: id } })).items;
      const mail = await api.getMail({ params: { id: kept?.id ?? '' } });
      expect(mail.subject).not.toMatch(/[\r\n]/);
      for (const text of [name, company, lineName]) expect(mail.text).toContain(text);
      for (const part of [mail.text, mail.html]) expect(part).not.toContain('internal only');
      expect(mail.html).not.toContain('<script>window');
      expect(mail.html).not.toContain('<img src=x');
      const html = await page.context().newPage();
      await html.setContent(mail.html);
      for (const text of [name, lineName, script]) expect(await html.locator('body').innerText()).toContain(text);
      expect(await html.evaluate(() => 'broken' in window), 'mail').toBe(false);

      await page.goto(new URL(/https?:\/\/\S+\/e\/\S+/.exec(mail.text)?.[0] ?? '').pathname);
      await page.getByRole('heading', { level: 1, name: /^Estimate \d+ r1$/ }).waitFor();
      const body = await page.locator('body').innerText();
      for (const text of [name, company, lineName, ...noteCustomer.split('\n')]) expect(body).toContain(text);
      expect(body).not.toContain('internal only');
      await isWhole('estimate page');
      await page.setViewportSize({ width: 390, height: 844 });
      await isWhole('estimate page on a phone');
    }));
});
