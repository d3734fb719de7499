// Where things stand in the demo store: a small tree, filled by what kind of thing a product is.
import { setProductCategories } from '../modules/catalog/commands/set-product-categories.ts';
import { createCategory } from '../modules/category/commands/create-category.ts';
import { demoProducts } from './catalogue.ts';
import type { DemoShop } from './demo-shop.ts';

/** Name of a category to its own, each with the product types in it. */
const tree: Readonly<Record<string, Readonly<Record<string, readonly string[]>>>> = {
  Apparel: { 'T-shirts': ['T-shirts'], 'Polos & sweatshirts': ['Polos', 'Sweatshirts'], Headwear: ['Headwear'], Aprons: ['Aprons'] },
  'Drinkware & home': { Drinkware: ['Drinkware'], Home: ['Home'] },
  Bags: {},
  'Print & paper': { Paper: ['Paper'], 'Stickers & labels': ['Stickers & labels'], Packaging: ['Packaging'] },
  Events: { Pens: ['Pens'] },
};

/** The categories with their products. Answers their ids by name. */
export async function seedCategories(shop: DemoShop, productIds: ReadonlyMap<string, string>): Promise<ReadonlyMap<string, string>> {
  const moment = { by: shop.ana, daysAgo: 87 };
  const ids = new Map<string, string>();
  const categoryOf = new Map<string, string>();
  for (const [name, children] of Object.entries(tree)) {
    const parentId = await shop.run(moment, (context) => createCategory(context, { name, parentId: null }));
    ids.set(name, parentId);
    categoryOf.set(name, parentId);
    for (const [child, types] of Object.entries(children)) {
      const id = await shop.run(moment, (context) => createCategory(context, { name: child, parentId }));
      ids.set(child, id);
      for (const type of types) categoryOf.set(type, id);
    }
  }
  for (const { code, type } of demoProducts) {
    const [productId, categoryId] = [productIds.get(code), categoryOf.get(type)];
    if (productId !== undefined && categoryId !== undefined) await shop.run(moment, (context) => setProductCategories(context, productId, [categoryId]));
  }
  return ids;
}
