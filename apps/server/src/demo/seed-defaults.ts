import { newShippingZone } from '@backdesk/contract/settings/schema.ts';
import { type Acting, inTransaction, type Services } from '../db/transaction.ts';
import { createShippingZone } from '../modules/settings/commands/create-shipping-zone.ts';

/**
 * What an account without a demo starts with, so that its first order can be taken to the end: no tax, and one flat rate
 * for everywhere. 10.00 rather than nothing, because a forgotten 0 would ship for free without anybody noticing.
 */
export async function seedDefaults(services: Services, acting: Acting): Promise<void> {
  const everywhere = newShippingZone.parse({
    name: 'Everywhere',
    areas: [{ country: '*' }],
    rates: [{ name: 'Standard', terms: { kind: 'flat', amount: 1000 } }],
  });
  await inTransaction(services, acting, (context) => createShippingZone(context, everywhere));
}
