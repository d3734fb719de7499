import { expect, test } from 'vitest';
import { faultsOf } from '../support/axe.ts';
import { openStore } from '../support/journey.ts';
import type { Api } from '../support/world.ts';

const atTheDesk = openStore();

/** One page, as a purchase order comes. */
const pdf = `%PDF-1.4
1 0 obj
<</Type/Catalog/Pages 2 0 R>>
endobj
2 0 obj
<</Type/Pages/Kids[3 0 R]/Count 1>>
endobj
3 0 obj
<</Type/Page/Parent 2 0 R/MediaBox[0 0 100 60]/Contents 4 0 R>>
endobj
4 0 obj
<</Length 29>>stream
0.8 0.1 0.1 rg 0 0 50 60 re f
endstream
endobj
xref
0 5
0000000000 65535 f 
0000000009 00000 n 
0000000054 00000 n 
0000000105 00000 n 
0000000184 00000 n 
trailer
<</Root 1 0 R/Size 5>>
startxref
260
%%EOF
`;

const harbor = { name: 'Dana Wu', line1: '14 Pier Street', city: 'Brooklyn', region: 'NY', postcode: '11231', country: 'US' };

test('a customer asks for a change and then says yes on a phone, with choices; staff see both and submit exactly that', () =>
  atTheDesk(async ({ page, api, openAnother }) => {
    const customerId = (await api.listCustomers({ query: { q: 'dana' } })).items[0]?.id ?? '';
    const lines = [
      { sku: 'MUG', quantity: 24 },
      { sku: 'BOTTLE', quantity: 10 },
      { sku: 'TOTE', quantity: 10 },
      { sku: 'NOTE', quantity: 5 },
    ];
    const order = await api.createOrder({ body: { customerId, lines } });
    const params = { id: order.id };
    const [mug, bottle, tote, note] = order.lines.map(({ id }) => ({ ...params, lineId: id }));
    if (mug === undefined || bottle === undefined || tote === undefined || note === undefined) throw new Error('The draft has four lines.');
    await api.changeLine({ params: mug, body: { quantityBounds: { minimum: 12, maximum: 100 } } });
    await api.changeLine({ params: bottle, body: { choiceGroup: 'Gift', chosen: true } });
    await api.changeLine({ params: tote, body: { choiceGroup: 'Gift' } });
    await api.changeLine({ params: note, body: { optional: true } });
    await api.setShipping({ params, body: { address: harbor } });
    const { items } = await api.listShippingRates({ params });
    await api.setShippingMethod({ params, body: { rateId: items.find(({ name }) => name === 'Flat')?.rateId ?? null } });
    await api.setBilling({ params, body: { sameAsShipping: true } });
    await api.setPayment({ params, body: { method: 'purchase_order', poNumber: 'PO-1' } });
    await api.issueEstimate({ params, body: { message: 'As agreed.' } });
    const { url } = await api.copyEstimateLink({ params: { ...params, revision: 1 } });

    const { page: phone } = await openAnother();
    await phone.setViewportSize({ width: 390, height: 844 });
    await phone.goto(new URL(url).pathname);
    await phone.getByRole('heading', { name: `Estimate ${order.number} r1` }).waitFor();
    await phone.getByText(/^These prices hold until .*, and once you accept until /).waitFor();
    expect(await faultsOf(phone)).toEqual([]);
    // Who moves over the page with the end of the lines before them has read it to the end.
    const read = phone.waitForResponse((response) => response.url().endsWith('/read'));
    await phone.getByText('Ships to', { exact: true }).scrollIntoViewIfNeeded();
    await phone.mouse.move(20, 20);
    expect((await read).status()).toBe(200);

    await phone.getByRole('button', { name: 'Request changes', exact: true }).click();
    await phone.getByLabel('About').selectOption({ label: 'Mug 11 oz' });
    await phone.getByLabel('What should change?').fill('In navy, please. <b>Soon</b>');
    expect(await faultsOf(phone)).toEqual([]);
    await phone.getByRole('button', { name: 'Send request', exact: true }).click();
    await phone.getByText(/^Changes asked for on/).waitFor();
    await page.goto(`/admin/orders/${order.id}`);
    await page.getByText('In navy, please. <b>Soon</b>').first().waitFor();
    await page.getByText(/^Changes asked for,/).waitFor();

    // Staff answer with r2: both sides read what changed, and r1 as it was.
    await api.changeLine({ params: mug, body: { quantity: 36 } });
    await api.setShippingMethod({ params, body: { rateId: items.find(({ name }) => name === 'Flat')?.rateId ?? null } });
    await api.issueEstimate({ params, body: {} });
    await api.copyEstimateLink({ params: { ...params, revision: 2 } });
    await phone.reload();
    await phone.getByRole('region', { name: '1 change since r1' }).getByText('Mug 11 oz: 36, was 24').waitFor();
    expect(await faultsOf(phone)).toEqual([]);
    await phone.getByRole('link', { name: `Estimate ${order.number} r1` }).click();
    await phone.getByText('You are reading r1').waitFor();
    expect(await phone.getByRole('button', { name: 'Accept', exact: true }).count()).toBe(0);
    await phone.getByRole('link', { name: 'Back to r2' }).click();
    await phone.getByRole('heading', { name: `Estimate ${order.number} r2` }).waitFor();
    await page.reload();
    await page.getByRole('link', { name: '1 change since r1' }).click();
    await page.getByRole('heading', { level: 1, name: `Estimate ${order.number} r2` }).waitFor();
    await page.getByText('Mug 11 oz: 36, was 24').waitFor();
    await page.getByRole('navigation', { name: 'Revisions' }).getByRole('link', { name: /^r1/ }).click();
    await page.getByRole('heading', { level: 1, name: `Estimate ${order.number} r1` }).waitFor();
    expect(await faultsOf(page)).toEqual([]);
    await page.goto(`/admin/orders/${order.id}`);

    // Sent by mail, and taken back within the ten seconds: nobody is told.
    await page.getByRole('button', { name: 'Send…', exact: true }).click();
    await page.getByRole('dialog').getByRole('button', { name: 'Send', exact: true }).click();
    await page.getByRole('status').filter({ hasText: 'It leaves in a few seconds.' }).getByRole('button', { name: 'Undo', exact: true }).click();
    await page.getByText('Not sent. The estimate stays as it is.').waitFor();
    const mails = (await api.listMails({ query: { orderId: order.id } })).items.filter(({ template }) => template === 'estimate');
    expect(mails.map(({ state }) => state)).toEqual(['canceled']);

    // 40 mugs 164.00, tote bags instead of bottles 46.00, notebooks 30.00: 240.00, shipping 15.00, tax 21.30: 276.30.
    await phone.getByLabel('Quantity of Mug 11 oz').fill('101');
    await phone.getByText('Choose from 12 to 100.').waitFor();
    expect(await phone.getByRole('button', { name: 'Accept', exact: true }).isDisabled()).toBe(true);
    await phone.getByLabel('Quantity of Mug 11 oz').fill('40');
    await phone.getByRole('radio', { name: /Tote bag/ }).check();
    await phone.getByRole('checkbox', { name: /Add Notebook/ }).check();
    await phone.getByRole('button', { name: 'Accept', exact: true }).click();
    const yes = phone.getByRole('button', { name: 'Accept for $276.30', exact: true });
    await yes.click();
    await phone.getByText('Type your name.').waitFor();
    await phone.getByLabel('Your name').fill('Dana Wu');
    const purchaseOrder = phone.getByLabel('Your purchase order');
    await purchaseOrder.setInputFiles({ name: 'po.pdf', mimeType: 'application/pdf', buffer: Buffer.from('Dear shop, here is our order.') });
    await phone.getByText('“po.pdf” is no PDF and no picture inside. Choose another.').waitFor();
    expect(await phone.getByLabel('Your name').inputValue()).toBe('Dana Wu');
    await purchaseOrder.setInputFiles({ name: 'po.pdf', mimeType: 'application/pdf', buffer: Buffer.from(pdf) });
    await phone.getByRole('button', { name: /^Remove.*po.pdf$/ }).waitFor();
    await phone.getByRole('checkbox', { name: /I accept Estimate/ }).check();
    expect(await faultsOf(phone)).toEqual([]);
    await yes.click();
    await phone.getByText(/^Accepted on .* at \$276\.30$/).waitFor();
    await phone.getByText(/^What you accepted holds until /).waitFor();
    // Fetched once it is drawn, and then by what it is known.
    await Promise.all([phone.waitForEvent('download'), phone.getByRole('link', { name: 'PDF with certificate' }).click()]);
    await phone.getByRole('button', { name: 'Copy the SHA-256: PDF with certificate' }).waitFor();
    expect(await phone.getByRole('button', { name: 'Accept', exact: true }).count()).toBe(0);
    expect(await faultsOf(phone)).toEqual([]);

    await page.reload();
    await page.getByText(/^Accepted by Dana Wu/).waitFor();
    await page.getByRole('link', { name: 'Purchase order: po.pdf' }).waitFor();
    expect(await faultsOf(page)).toEqual([]);
    // The link was pasted somewhere it should not be: it is ended, and says so to who has it.
    await page.getByRole('button', { name: 'Links…' }).click();
    await page.getByRole('button', { name: 'Revoke: Copied link' }).click();
    // While it waits for its answer the button still has its name.
    const revocation = Promise.withResolvers<void>();
    await page.route('**/estimate-links/*', async (route) => {
      await revocation.promise;
      await route.continue();
    });
    await page.getByRole('button', { name: 'Revoke', exact: true }).click();
    await page.locator('button[aria-busy=true]').getByText('Revoke', { exact: true }).waitFor();
    expect(await faultsOf(page)).toEqual([]);
    revocation.resolve();
    await page.getByText(/^revoked /).waitFor();
    expect(await faultsOf(page)).toEqual([]);
    await phone.reload();
    await phone.getByText('This link has ended').waitFor();
    expect(await faultsOf(phone)).toEqual([]);

    await page.goto(`/admin/orders/${order.id}/checkout/finalize`);
    await page.getByRole('button', { name: 'Submit Order', exact: true }).click();
    await page.getByRole('heading', { level: 1, name: new RegExp(`^Order ${order.number}`) }).waitFor();
    expect((await api.getOrder({ params })).totals.total.amount).toBe(27_630);
  }));

/** 24 mugs 98.40 and ten tote bags 46.00, sent flat for 15.00 to New York, in the customer's hands. */
async function inTheirHands(api: Api) {
  const customerId = (await api.listCustomers({ query: { q: 'dana' } })).items[0]?.id ?? '';
  const lines = [
    { sku: 'MUG', quantity: 24 },
    { sku: 'TOTE', quantity: 10 },
  ];
  const { id } = await api.createOrder({ body: { customerId, lines } });
  const params = { id };
  await api.setShipping({ params, body: { address: harbor } });
  const { items } = await api.listShippingRates({ params });
  await api.setShippingMethod({ params, body: { rateId: items.find(({ name }) => name === 'Flat')?.rateId ?? null } });
  await api.issueEstimate({ params, body: {} });
  const { url } = await api.copyEstimateLink({ params: { ...params, revision: 1 } });
  return { id, path: new URL(url).pathname };
}

test('a customer leaves a line out and accepts the rest; the desk shows what was taken, and the other estimate with its sums', () =>
  atTheDesk(async ({ page, api, openAnother }) => {
    await api.changeSettings({ body: { acceptsInPart: true } });
    const { id, path } = await inTheirHands(api);
    const { page: customer } = await openAnother();
    await customer.goto(path);
    await customer.getByRole('checkbox', { name: 'Take Tote bag' }).uncheck();
    await customer.getByRole('button', { name: 'Accept', exact: true }).click();
    // Mugs 98.40, shipping 15.00, tax 8.73 (8.875 % of 98.40).
    await customer.getByLabel('Your name').fill('Dana Wu');
    await customer.getByRole('checkbox', { name: /I accept Estimate/ }).check();
    await customer.getByRole('button', { name: 'Accept for $122.13', exact: true }).click();
    await customer.getByText(/^Accepted in part on .* at \$122\.13$/).waitFor();
    expect(await faultsOf(customer)).toEqual([]);

    await page.goto(`/admin/orders/${id}`);
    await page.getByText(/^Accepted in part by Dana Wu/).waitFor();
    await page.getByText('at $122.13', { exact: true }).waitFor();
    await page.getByText('1 line, 24 pieces', { exact: true }).waitFor();
    // What was left out is an estimate of its own: bags 46.00, tax 4.08 (4.0825), shipping to be asked for.
    const told = await page.getByText(/^1 line split off into Estimate \d+$/).textContent();
    const rest = told?.split(' ').at(-1) ?? '';
    await page.goto('/admin/orders/drafts');
    await page.getByRole('link', { name: new RegExp(`\\b${rest}$`) }).click();
    await page.getByText(`Estimate ${rest} r1 · $50.08`).waitFor();
    await page.getByText('1 line, 10 pieces', { exact: true }).waitFor();
    await page
      .getByText(/^plus shipping/)
      .first()
      .waitFor();
    expect(await faultsOf(page)).toEqual([]);
    const { items } = await api.listOrders({ query: { stage: 'estimate' } });
    const { totals, lines } = await api.getOrder({ params: { id: items.find((row) => String(row.number) === rest)?.id ?? '' } });
    expect(lines.map(({ sku, quantity }) => `${quantity} ${sku}`)).toEqual(['10 TOTE']);
    expect([totals.items.amount, totals.tax?.amount, totals.total.amount, totals.open]).toEqual([4_600, 408, 5_008, ['shipping']]);
  }));

test('a customer declines and says why; the desk shows it, and nothing can be accepted any more', () =>
  atTheDesk(async ({ page, api, openAnother }) => {
    const { id, path } = await inTheirHands(api);
    const { page: customer } = await openAnother();
    await customer.goto(path);
    await customer.getByRole('button', { name: 'Decline', exact: true }).click();
    await customer.getByRole('radio', { name: 'It comes too late' }).check();
    await customer.getByLabel('In your own words').fill('We open on Monday.');
    await customer.getByRole('button', { name: 'Decline the estimate', exact: true }).click();
    await customer.getByText(/^Declined on /).waitFor();
    expect(await customer.getByRole('button', { name: 'Accept', exact: true }).count()).toBe(0);
    expect(await faultsOf(customer)).toEqual([]);

    await page.goto(`/admin/orders/${id}`);
    await page.getByText(/^Declined, /).waitFor();
    await page.getByText('Not in time: We open on Monday.', { exact: true }).waitFor();
    expect(await faultsOf(page)).toEqual([]);
  }));
