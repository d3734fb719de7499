// What the demo store gives off: a code for everybody, one for a part of the catalogue, and a credit that is used up over orders.
import { createDiscount as createDiscountBody } from '@backdesk/contract/discount/schema.ts';
import { createDiscount } from '../modules/discount/commands/create-discount.ts';
import type { DemoShop } from './demo-shop.ts';

export async function seedDiscounts(shop: DemoShop, categories: ReadonlyMap<string, string>): Promise<void> {
  const drinkware = categories.get('Drinkware') ?? '';
  const bodies = [
    { name: 'First order', code: 'WELCOME10', value: { kind: 'percentage', ppm: 100_000 }, maxUsesPerCustomer: 1 },
    { name: 'Mugs and bottles', code: 'DRINK15', value: { kind: 'percentage', ppm: 150_000 }, categoryIds: [drinkware] },
    { name: 'Goodwill credit', code: 'HARBOR-CREDIT', value: { kind: 'balance', amount: { amount: 25_000, currency: 'USD' } } },
  ];
  for (const body of bodies) await shop.run({ by: shop.ana, daysAgo: 40 }, (context) => createDiscount(context, createDiscountBody.parse(body)));
}
