// Products that the API makes, and a bundle of them, as scenarios of bundles begin with.
import type { TestApp } from './create-test-app.ts';

export const each = (extendedPrice: string, quantity = 1) => ({ quantity, extendedPrice });

let made = 0;

/** A product of one variant under a code of its own that begins with its name. */
export async function aProduct({ owner }: TestApp, name: string, prices: readonly object[], more: object = {}) {
  made += 1;
  const code = `${name.toUpperCase()}-${made}`;
  const product = await owner.client.createProduct({ body: { code, name, variants: [{ sku: code, prices, weightGrams: 200, ...more }] } as never });
  return { id: product.id, sku: code, variantId: product.variants[0]?.id ?? '', product };
}

/** A welcome kit at 25.00 (20.00 from ten), of a shirt at 10.00 and three pens at 2.00. */
export async function aKit(app: TestApp, pricing: 'fixed' | 'summed', pens: object = {}) {
  const shirt = await aProduct(app, 'Shirt', [each('10')], { weightGrams: 180 });
  const pen = await aProduct(app, 'Pen', [each('2')], { weightGrams: 10, ...pens });
  const kit = await aProduct(app, 'Kit', [each('25'), each('200', 10)], { weightGrams: null });
  const parts = [{ variantId: shirt.variantId }, { variantId: pen.variantId, quantity: 3 }];
  const product = await app.owner.client.setParts({ params: { id: kit.id }, body: { pricing, parts } });
  return { ...kit, product, shirt, pen };
}

type Shown = { readonly name: string; readonly quantity: number; readonly total: { readonly amount: number }; readonly parentLineId: string | null };

/** Name, quantity and total of each line; what hangs on another with a dash. */
export const shownLines = (lines: readonly Shown[]) =>
  lines.map(({ name, quantity, total, parentLineId }) => [parentLineId === null ? name : `- ${name}`, quantity, total.amount]);
