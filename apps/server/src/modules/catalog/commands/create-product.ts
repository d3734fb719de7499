import type { createProduct as createProductBody } from '@backdesk/contract/catalog/schema.ts';
import type { z } from 'zod';
import { recordEvents } from '../../../db/record-events.ts';
import type { CommandContext } from '../../context.ts';
import { Problem } from '../../problem.ts';
import type { ProductRecord } from '../records.ts';
import { sanitiseDescription } from '../sanitise-description.ts';
import { findTakenCode, saveRecords } from '../store/save-records.ts';
import { allEdited, newVariant, refuseTwins, skuPointer } from './new-variant.ts';
import { refuseTakenSkus } from './refuse-taken-skus.ts';
import { setParts } from './set-parts.ts';
import { wantPictures } from './want-pictures.ts';

type Body = z.output<typeof createProductBody>;

/** Makes a product as a person entered it: an import keeps all of that until it is told to overwrite. */
export async function createProduct(context: CommandContext, body: Body): Promise<string> {
  const { tx, scope, newId } = context;
  const id = newId();
  const options = optionsOf(body.variants);
  const variants = body.variants.map((variant, index) =>
    newVariant({ id: newId(), productId: id, position: index + 1 }, variant, { options, at: `/variants/${index}` }),
  );
  refuseTwins(variants, []);
  const takenBy = await findTakenCode(tx, scope, body.code, id);
  if (takenBy !== undefined) throw new Problem('product.code_taken', { detail: { productId: takenBy } });
  await refuseTakenSkus(
    context,
    variants.map((variant) => variant.sku),
    { pointerOf: skuPointer },
  );
  const product: ProductRecord = {
    id,
    version: 1,
    fieldVersions: {},
    handle: body.code,
    code: body.code,
    name: body.name,
    descriptionHtml: sanitiseDescription(body.description),
    vendor: body.vendor,
    productType: body.productType,
    tags: [],
    published: body.published,
    taxCategory: body.taxCategory,
    options,
    imageUrl: body.imageUrl,
    editedFields: allEdited(['name', 'descriptionHtml', 'vendor', 'productType', 'published', 'taxCategory', 'tags', 'imageUrl']),
    isDeleted: false,
  };
  const pricesOf = new Set(variants.map((variant) => variant.id));
  await saveRecords(context, { products: [product], variants, images: { of: [], rows: [] }, pricesOf });
  if (body.imageUrl !== null) await wantPictures(context, [{ url: body.imageUrl, productId: id }], { again: true });
  await recordEvents(context, [
    { subject: 'product', subjectId: id, version: 1, type: 'product.created', data: { code: body.code, name: body.name, variants: variants.length } },
  ]);
  if (body.bundle !== undefined) await setParts(context, id, { basedOn: undefined, ...body.bundle }, '/bundle');
  return id;
}

/** Options and their values in the order in which they first appear. */
function optionsOf(variants: Body['variants']): ProductRecord['options'] {
  const values = new Map<string, Set<string>>();
  for (const { options } of variants) for (const { name, value } of options) values.set(name, (values.get(name) ?? new Set()).add(value));
  return [...values].map(([name, set]) => ({ name, values: [...set] }));
}
