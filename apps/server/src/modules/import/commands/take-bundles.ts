// What the bundles of a file are made of. Looked at once the products of a batch are in, since a bundle names its parts by their SKUs.
import { setParts } from '../../catalog/commands/set-parts.ts';
import { listBundles } from '../../catalog/queries/bundle-parts.ts';
import { listSkuOwners } from '../../catalog/queries/sku-owners.ts';
import type { CommandContext } from '../../context.ts';
import { Problem } from '../../problem.ts';
import type { Notice } from '../notice.ts';
import { headingOf } from '../plan/columns.ts';
import { ownersByNow } from '../plan/dry-run-memory.ts';
import { same } from '../plan/merge-fields.ts';
import type { ParsedRow } from '../plan/parse-row.ts';
import type { FileProduct, Plan } from '../plan/plan-product.ts';
import type { Batch } from './import-batch.ts';

export type TakenBundles = {
  readonly notices: readonly Notice[];
  /** By the place of the product in the batch what became, or would become, of its parts, in words. */
  readonly changes: ReadonlyMap<number, string>;
};

type Named = {
  readonly product: FileProduct;
  readonly head: ParsedRow;
  readonly bundle: NonNullable<ParsedRow['product']>['bundle'];
  readonly productId: string | undefined;
};

/**
 * Makes products bundles of the parts that the file says, in a dry run only says it. A bundle whose parts are others here stays as it is
 * unless overwriting was asked for. Parts that are not here yet are refused at the row of the bundle; the product itself comes in.
 */
export async function takeBundles(
  context: CommandContext,
  products: readonly FileProduct[],
  plans: readonly Plan[],
  { overwrite, memory }: Pick<Batch, 'overwrite' | 'memory'>,
): Promise<TakenBundles> {
  const named = products.map((product, index) => namedOf(product, plans[index]));
  const ids = named.flatMap((each) => each?.productId ?? []);
  const here = await listBundles(context.tx, context.scope, ids);
  if (!named.some((each) => each !== null && (each.bundle.parts.length > 0 || here.has(each.productId ?? '')))) return { notices: [], changes: new Map() };
  const skus = [...new Set(named.flatMap((each) => each?.bundle.parts.map(({ sku }) => sku) ?? []))];
  const owners = await listSkuOwners(context.tx, context.scope, skus);
  const ownerOf = new Map((memory === null ? owners : ownersByNow(owners, memory)).map(({ asked, variantId }) => [asked, variantId]));
  const notices: Notice[] = [];
  const changes = new Map<number, string>();
  for (const [index, each] of named.entries()) {
    if (each === null) continue;
    const { product, head, bundle } = each;
    const notice = (kind: Notice['kind'], reason: string): Notice => ({
      ...{ kind, row: head.row, column: headingOf(product.heading, 'parts'), reason },
      value: bundle.parts
        .map(({ sku }) => sku)
        .join('; ')
        .slice(0, 200),
    });
    const known = here.get(each.productId ?? '');
    const missing = bundle.parts.find(({ sku }) => ownerOf.get(sku) == null);
    if (missing !== undefined) {
      notices.push(notice('refused', `names ${missing.sku}, and no variant has this SKU yet: put the parts before the bundle`));
      continue;
    }
    const parts = bundle.parts.map(({ sku, quantity }) => ({ variantId: ownerOf.get(sku) ?? '', quantity }));
    const before = known?.parts.map(({ variantId, quantity }) => ({ variantId, quantity })) ?? [];
    const isSame = same(before, parts) && (parts.length === 0 || known?.pricing === bundle.pricing);
    if (isSame) continue;
    if (known !== undefined && !overwrite) {
      notices.push(notice('kept', `kept as it is made of here: ${known.parts.map(({ sku, quantity }) => `${quantity} × ${sku}`).join('; ')}`));
      continue;
    }
    const reason = memory === null ? await reasonAgainst(context, each.productId ?? '', { pricing: bundle.pricing, parts }) : null;
    if (reason !== null) notices.push(notice('refused', reason));
    else changes.set(index, parts.length === 0 ? 'no bundle any more' : `made of ${parts.length === 1 ? '1 part' : `${parts.length} parts`}`);
  }
  return { notices, changes };
}

/** What a row says of parts; null: nothing, or the product was not taken. */
function namedOf(product: FileProduct, plan: Plan | undefined): Named | null {
  const head = product.rows.find((row) => row.product !== null);
  const isSaid = product.heading.places.has('parts') && (head?.says ?? new Set(['parts'])).has('parts');
  if (head?.product == null || !isSaid || plan === undefined || plan.outcome === 'refused' || head.isRefused) return null;
  return { product, head, bundle: head.product.bundle, productId: plan.product?.id ?? product.here?.product.id };
}

/** Sets the parts; why they cannot be, or null. It refuses before it writes. */
async function reasonAgainst(
  context: CommandContext,
  productId: string,
  body: Pick<Parameters<typeof setParts>[2], 'pricing' | 'parts'>,
): Promise<string | null> {
  try {
    await setParts(context, productId, { basedOn: undefined, ...body });
    return null;
  } catch (error) {
    if (!(error instanceof Problem)) throw error;
    return error.details.errors?.[0]?.message ?? 'cannot be set';
  }
}
