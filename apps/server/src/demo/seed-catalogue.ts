import { setCharges as setChargesBody } from '@backdesk/contract/catalog/charges.ts';
import { setConfiguration as setConfigurationBody } from '@backdesk/contract/catalog/configuration.ts';
import { createProduct as createProductBody } from '@backdesk/contract/catalog/schema.ts';
import { createProduct } from '../modules/catalog/commands/create-product.ts';
import { setCharges } from '../modules/catalog/commands/set-charges.ts';
import { setConfiguration } from '../modules/catalog/commands/set-configuration.ts';
import { demoProducts, variantsOf } from './catalogue.ts';
import { demoCharges } from './charges.ts';
import { demoConfiguration } from './configuration.ts';
import type { DemoShop } from './demo-shop.ts';

/** The products, each with its variants, prices, stock and picture. Answers their ids by code. */
export async function seedCatalogue(shop: DemoShop): Promise<ReadonlyMap<string, string>> {
  const ids = new Map<string, string>();
  for (const product of demoProducts) {
    const { code, name, type, description, taxCategory = 'standard', breaks, grams, stock, backorder = false, increment = null, maximum = null } = product;
    const prices = breaks.map(([quantity, extendedPrice]) => ({ quantity, extendedPrice }));
    const levels = { tracked: stock !== null, onHand: stock ?? 0, backorder };
    const { incoming, unit = null } = product;
    const delivery = incoming === undefined ? null : { quantity: incoming.quantity, expectedOn: shop.dayAfter(incoming.inDays) };
    const variants = variantsOf(product).map((variant) => ({
      ...variant,
      incoming: delivery,
      weightGrams: grams,
      prices,
      stock: levels,
      quantityIncrement: increment,
      maxQuantity: maximum,
      unit,
    }));
    const body = createProductBody.parse({ code, name, description: `<p>${description}</p>`, vendor: 'Ridgeline', productType: type, taxCategory, variants });
    // Ours to serve, so its address is a path: over the API a picture is a whole URL.
    const id = await shop.run({ by: shop.ana, daysAgo: 88 }, (context) => createProduct(context, { ...body, imageUrl: `/demo/${product.picture}.svg` }));
    ids.set(code, id);
    const options = demoConfiguration[code];
    if (options !== undefined)
      await shop.run({ by: shop.ana, daysAgo: 87 }, (context) => setConfiguration(context, id, setConfigurationBody.parse({ options })));
    const charges = demoCharges[code];
    if (charges !== undefined) await shop.run({ by: shop.ana, daysAgo: 87 }, (context) => setCharges(context, id, setChargesBody.parse({ charges })));
  }
  return ids;
}
