import { createProduct as createProductBody } from '@backdesk/contract/catalog/schema.ts';
import { createProduct } from '../modules/catalog/commands/create-product.ts';
import { setProductCategories } from '../modules/catalog/commands/set-product-categories.ts';
import { listLineSnapshots } from '../modules/catalog/queries/line-snapshots.ts';
import { demoBundles } from './bundles.ts';
import type { DemoShop } from './demo-shop.ts';

/** The bundles, made of products that are there. `categories`: their ids by name. */
export async function seedBundles(shop: DemoShop, categories: ReadonlyMap<string, string>): Promise<void> {
  for (const { code, name, picture, category, description, pricing, breaks, parts } of demoBundles) {
    await shop.run({ by: shop.ana, daysAgo: 85 }, async (context) => {
      const wanted = { variantIds: [], skus: parts.map(([sku]) => sku), roleId: null, currency: 'USD' };
      const found = new Map((await listLineSnapshots(context.tx, context.scope, wanted)).map((snapshot) => [snapshot.sku, snapshot.variantId]));
      const made = parts.map(([sku, quantity]) => ({ variantId: found.get(sku) ?? '', quantity }));
      const prices = breaks.map(([quantity, extendedPrice]) => ({ quantity, extendedPrice }));
      const sold = { description: `<p>${description}</p>`, vendor: 'Ridgeline', productType: 'Bundles', variants: [{ sku: code, prices }] };
      const body = createProductBody.parse({ code, name, ...sold, bundle: { pricing, parts: made } });
      const id = await createProduct(context, { ...body, imageUrl: `/demo/${picture}.svg` });
      const categoryId = categories.get(category);
      if (categoryId !== undefined) await setProductCategories(context, id, [categoryId]);
    });
  }
}
