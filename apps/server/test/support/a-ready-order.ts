// An order on its way through checkout, by the API: an address in New York, one flat rate, payment by purchase order.
import type { TestApp } from './create-test-app.ts';

export const anAddress = {
  name: 'Dana Fox',
  company: 'Acme Ltd',
  line1: '14 Pier Street',
  line2: '',
  city: 'New York',
  region: 'NY',
  postcode: '10004',
  country: 'US',
  phone: '',
};

/** New York's sales tax of 8.875 % on goods, and a zone for the US with one flat rate of 12.00. */
export async function aPriceList(app: TestApp): Promise<void> {
  const { client } = app.owner;
  await client.createTaxRate({ body: { code: 'NY', name: 'Sales tax', ratePpm: 88_750, country: 'US', region: 'NY' } });
  await client.createShippingZone({
    body: { name: 'United States', areas: [{ country: 'US' }], rates: [{ name: 'Ground', terms: { kind: 'flat', amount: 1200 } }] },
  });
}

/** Enters what checkout asks for. */
export async function readyToSubmit(app: TestApp, id: string): Promise<void> {
  const { client } = app.owner;
  await client.setShipping({ params: { id }, body: { address: anAddress } });
  const zones = await client.listShippingZones({});
  await client.setShippingMethod({ params: { id }, body: { rateId: zones.items[0]?.rates[0]?.id ?? null } });
  await client.setBilling({ params: { id }, body: { sameAsShipping: true } });
  await client.setPayment({ params: { id }, body: { method: 'purchase_order', poNumber: 'PO-77' } });
}

/** The token in a link, wherever the link stands in a text. */
export function tokenOf(text: string): string {
  const token = /\/e\/([A-Za-z0-9_-]{20,})/.exec(text)?.[1];
  if (token === undefined) throw new Error('There is no link to an estimate.');
  return token;
}
