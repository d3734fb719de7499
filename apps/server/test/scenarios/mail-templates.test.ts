// What an account writes itself in the mails to its customers: filled, looked at before, refused where it would not be filled, and taken back.

import { ApiProblem } from '@backdesk/contract/client.ts';
import { mailTemplateNames } from '@backdesk/domain/mail/mail-templates.ts';
import { afterAll, expect, test } from 'vitest';
import { aShop } from '../support/a-shop.ts';
import { createTestApp } from '../support/create-test-app.ts';

const app = await createTestApp();
afterAll(() => app.close());
const shop = await aShop(app);
const { client } = app.owner;
const own = { name: 'saved_cart_shared', subject: '{cart} for {customer}', text: 'Hi {customer},\n\nhave a look by {valid_until}.' } as const;
const refusedAt = async (asked: Promise<unknown>) => {
  const error = await asked.catch((thrown: unknown) => thrown);
  return error instanceof ApiProblem ? error.problem.errors?.map(({ pointer }) => pointer) : error;
};

async function mailOf(name: string) {
  const { id } = await client.createOrder({ body: { customerId: shop.customerId, lines: [{ sku: 'MUG', quantity: 2 }] } });
  await client.saveAsCart({ params: { id }, body: { name } });
  const { url } = await client.shareCart({ params: { id }, body: { email: `${name.toLowerCase()}@acme.example` } });
  await app.runJobs();
  const { items } = await client.listMails({});
  const mail = items.find(({ recipients }) => recipients.includes(`${name.toLowerCase()}@acme.example`));
  return { url, ...(await client.getMail({ params: { id: mail?.id ?? '' } })) };
}

test('all say what they say as they come, with what may be filled in', async () => {
  const { items } = await client.listMailTemplates({});
  expect(items.map(({ name, isOwn }) => [name, isOwn])).toEqual([
    ['site_invitation', false],
    ['site_approved', false],
    ['saved_cart_shared', false],
    ['order_received', false],
    ['order_approved', false],
    ['order_declined', false],
    ['order_shipped', false],
    ['order_ready', false],
    ['order_picked_up', false],
    ['order_canceled', false],
  ]);
  expect(items[2]?.placeholders).toContain('total');
});

test('what was written is sent, the link and the lines with it; taken back, the mail says again what it said', async () => {
  const set = await client.setMailTemplate({ body: own });
  expect(set).toMatchObject({ isOwn: true, subject: own.subject });
  const spring = await mailOf('Spring');
  expect(spring.subject).toBe('Spring for Dana Fox');
  for (const part of ['Hi Dana Fox,', 'have a look by', 'Mug 11 oz']) expect([spring.text.includes(part), spring.html.includes(part)]).toEqual([true, true]);
  expect([spring.text.includes(spring.url), spring.html.includes(spring.url)]).toEqual([true, true]);
  await client.resetMailTemplate({ body: { name: own.name } });
  expect((await mailOf('Autumn')).subject).toMatch(/^A cart for you at /);
});

test('it is looked at before, with nothing sent; markup in it is text', async () => {
  const { items: before } = await client.listMails({});
  const preview = await client.previewMailTemplate({ body: { ...own, text: '<script>alert(1)</script> {customer}' } });
  expect(preview.subject).toBe('Spring for Dana Wu');
  expect([preview.html.includes('<script>'), preview.html.includes('&lt;script&gt;')]).toEqual([false, true]);
  expect((await client.listMails({})).items.length).toBe(before.length);
});

test.each(mailTemplateNames)('%s can be looked at as it comes, in the account’s name', async (name) => {
  const { items } = await client.listMailTemplates({});
  const { subject, text } = items.find((template) => template.name === name)?.standard ?? { subject: '', text: '' };
  const preview = await client.previewMailTemplate({ body: { name, subject, text } });
  for (const part of [preview.subject, preview.html, preview.text]) expect(part).not.toMatch(/[{}](store|customer|order)|\{[a-z_]+\}/);
  expect(preview.text).toContain('Dana Wu');
});

test('what would not be filled is refused at its field', async () => {
  expect(await refusedAt(client.setMailTemplate({ body: { ...own, text: 'You owe {margin}' } }))).toEqual(['/text']);
  expect(await refusedAt(client.setMailTemplate({ body: { ...own, subject: '{po_number}' } }))).toEqual(['/subject']);
  expect(await refusedAt(client.previewMailTemplate({ body: { ...own, text: '{constructor}' } }))).toEqual(['/text']);
});

test('another account keeps its own words', async () => {
  await client.setMailTemplate({ body: own });
  expect((await app.stranger.client.listMailTemplates({})).items.map(({ isOwn }) => isOwn)).toEqual(mailTemplateNames.map(() => false));
});
