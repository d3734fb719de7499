// What some products cost in the demo store, so that its drafts say what they earn.
import { setCosts } from '../modules/catalog/commands/set-costs.ts';
import { listCosts } from '../modules/catalog/queries/list-costs.ts';
import type { DemoShop } from './demo-shop.ts';

/** Per piece, by product code. */
const costs: Readonly<Record<string, string>> = {
  'TEE-HVY': '3.85',
  'POLO-PQ': '9.20',
  'HOOD-ZIP': '17.40',
  'MUG-11': '2.35',
  'MUG-15': '2.90',
  'TOTE-NAT': '1.62',
  'PEN-BALL': '0.41',
  'CARD-350': '0.038',
};

export async function seedCosts(shop: DemoShop, productIds: ReadonlyMap<string, string>): Promise<void> {
  for (const [code, unitCost] of Object.entries(costs)) {
    const productId = productIds.get(code) ?? '';
    await shop.run({ by: shop.ana, daysAgo: 86 }, async (context) => {
      const variants = await listCosts(context.tx, context.scope, productId, context.account.currency);
      await setCosts(context, productId, { costs: variants.map(({ variantId }) => ({ variantId, unitCost })) });
    });
  }
}
