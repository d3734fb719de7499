// What makes an order of a draft: the requests in their turn.
import { randomUUID } from 'node:crypto';
import type { Call } from './load.ts';
import type { World } from './world.ts';

const anAddress = {
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

export function handIn({ ours, headers, rateId }: Pick<World, 'ours' | 'headers' | 'rateId'>, id: string): readonly Call[] {
  const write = (method: 'POST' | 'PUT', step: string, body: unknown): Call => ({
    method,
    url: `${ours}/api/v1/orders/${id}/${step}`,
    headers: { ...headers, 'idempotency-key': randomUUID() },
    body,
  });
  return [
    write('PUT', 'shipping', { address: anAddress }),
    write('PUT', 'shipping-method', { rateId }),
    write('PUT', 'billing', { sameAsShipping: true }),
    write('PUT', 'payment', { method: 'purchase_order', poNumber: 'PO-77' }),
    write('POST', 'submit', {}),
  ];
}
