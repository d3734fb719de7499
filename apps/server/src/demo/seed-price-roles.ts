// Who pays less than the list price in the demo store, for what. A role has no price for the rest, so the list price stands there.
import { setBuyers } from '../modules/catalog/commands/set-buyers.ts';
import { createPriceRole } from '../modules/price-role/commands/create-price-role.ts';
import { setRolePrices } from '../modules/price-role/commands/set-role-prices.ts';
import type { DemoShop } from './demo-shop.ts';

/** By product code: quantity and price of all pieces together. */
const rolePrices: Readonly<Record<string, Readonly<Record<string, readonly (readonly [number, string])[]>>>> = {
  Gold: {
    'MUG-11': [
      [1, '8.50'],
      [36, '178.20'],
      [144, '570.24'],
      [500, '1710.00'],
    ],
    'MUG-15': [
      [1, '10.25'],
      [36, '226.80'],
      [144, '741.60'],
    ],
    'TOTE-NAT': [
      [1, '5.80'],
      [50, '207.00'],
      [250, '900.00'],
    ],
  },
  Silver: {
    'MUG-11': [
      [1, '9.00'],
      [36, '188.10'],
      [144, '604.80'],
      [500, '1800.00'],
    ],
    'TOTE-NAT': [
      [1, '6.20'],
      [50, '218.50'],
      [250, '940.00'],
    ],
  },
};

/** Products that a role may not buy, by code. */
const notFor: Readonly<Record<string, string>> = { 'BTL-GLS': 'Silver' };

/** The price roles with their prices, and what is kept from one of them. Answers their ids by name. */
export async function seedPriceRoles(shop: DemoShop, productIds: ReadonlyMap<string, string>): Promise<ReadonlyMap<string, string>> {
  const moment = { by: shop.ana, daysAgo: 86 };
  const ids = new Map<string, string>();
  for (const [name, products] of Object.entries(rolePrices)) {
    const roleId = await shop.run(moment, (context) => createPriceRole(context, name));
    for (const [code, prices] of Object.entries(products)) {
      const breaks = prices.map(([quantity, extendedPrice]) => ({ quantity, extendedPrice }));
      await shop.run(moment, (context) => setRolePrices(context, productIds.get(code) ?? '', roleId, { breaks }));
    }
    ids.set(name, roleId);
  }
  for (const [code, name] of Object.entries(notFor)) {
    const rules = [{ roleId: ids.get(name) ?? '', variantId: null, effect: 'exclude' as const }];
    await shop.run(moment, (context) => setBuyers(context, productIds.get(code) ?? '', { rules }));
  }
  return ids;
}
