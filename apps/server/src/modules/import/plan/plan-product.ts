// What becomes of one product of the file, given what is here: a pure decision, so that a second run of the same file
// provably changes nothing. Identity: the code of the file for the product, the option values within it for a variant (variant-of-row.ts).
import type { CatalogRecord, ImageRecord, ProductRecord, VariantRecord } from '../../catalog/records.ts';
import { sanitiseDescription } from '../../catalog/sanitise-description.ts';
import { listedPictureUrl } from '../../file/file-key.ts';
import type { Notice } from '../notice.ts';
import { type Heading, headingOf } from './columns.ts';
import { mergeFields, same } from './merge-fields.ts';
import { type FileOptions, keepsOptions, optionsKept, optionsOf } from './options.ts';
import type { ParsedRow } from './parse-row.ts';
import type { PlannedVariant } from './plan-variant.ts';
import { planVariant } from './plan-variant.ts';
import { type Said, saidBy } from './said-by.ts';
import type { Claim } from './variant-of-row.ts';

export type FileProduct = {
  readonly handle: string;
  readonly heading: Heading;
  readonly rows: readonly ParsedRow[];
  readonly here: CatalogRecord | undefined;
};

export type PlanOptions = {
  readonly overwrite: boolean;
  /** Rows of this handle came before in the file, with others between: these add to them. */
  readonly isContinued: boolean;
  readonly newId: () => string;
  /** What each variant row becomes; one that may not have its SKU is missing here. */
  readonly claimOf: ReadonlyMap<ParsedRow, Claim>;
};

export type Plan = {
  /** null: not changed, or not taken. */
  readonly product: ProductRecord | null;
  readonly variants: readonly VariantRecord[];
  readonly pricesOf: readonly string[];
  /** null: not changed. */
  readonly images: readonly ImageRecord[] | null;
  /** Ids of the variants that were deleted here and come back. */
  readonly back: ReadonlySet<string>;
  readonly notices: readonly Notice[];
  readonly outcome: 'created' | 'updated' | 'unchanged' | 'refused';
  readonly variantCounts: { readonly created: number; readonly updated: number; readonly unchanged: number };
  /** Prices, tax, weight or what is sold changed: open orders that use it are priced again. */
  readonly reprices: boolean;
};

const nothing = {
  product: null,
  variants: [],
  pricesOf: [],
  images: null,
  back: new Set<string>(),
  variantCounts: { created: 0, updated: 0, unchanged: 0 },
  reprices: false,
} as const;

type Planned = FileProduct & { readonly options: FileOptions };

export function planProduct({ handle, heading, rows, here, options: fileOptions }: Planned, options: PlanOptions): Plan {
  const { overwrite, isContinued, newId } = options;
  const head = rows.find((row) => row.product !== null);
  if (here?.product.isDeleted === true && !overwrite) {
    const reason = 'the product was deleted here';
    return { ...nothing, notices: [{ kind: 'kept', row: rows[0]?.row ?? 0, column: 'code', value: handle, reason }], outcome: 'unchanged' };
  }
  if (here === undefined && head === undefined)
    return refusedWhole(rows, { column: headingOf(heading, 'name'), reason: 'is empty, and there is no product of this code yet' });

  // A product whose variants were all refused comes in all the same: what is refused is those rows, not the product.
  const variantRows = rows.flatMap((row) => {
    const claim = options.claimOf.get(row);
    return claim === undefined ? [] : [{ row, claim }];
  });
  const productId = here?.product.id ?? newId();
  const exempt = head === undefined ? undefined : rows.find((row) => row.variant !== null)?.variant?.isTaxable === false;
  const byVariant = exempt === undefined ? (here?.product.taxCategory ?? 'standard') : exempt ? 'exempt' : 'standard';
  const taxCategory = head?.product?.taxCategory || byVariant;
  const planned = variantRows.map(({ row, claim }, index) =>
    planVariant({ row, heading, options: fileOptions, ...claim, productId, taxCategory, position: index }, options),
  );
  const isRevived = here?.product.isDeleted === true;
  const others = (isRevived ? [] : (here?.variants ?? [])).filter((variant) => !planned.some((plan) => plan.variant.id === variant.id));
  const isOrdered = keepsOptions(here?.product, overwrite);
  const placed = placeVariants(planned, others, isContinued || isOrdered);
  // Pictures that a person set here stay, as any other field does.
  const images = here?.product.editedFields.images === true && !options.overwrite ? here.images : imagesOf(rows, here, { productId, isContinued });
  const merged = mergeProduct(
    {
      handle,
      heading,
      head,
      here,
      productId,
      taxCategory,
      imageUrl: listedPictureUrl(images[0]?.url ?? '') || null,
      isOrdered,
      productOptions: isOrdered ? optionsKept(fileOptions.names, here?.product.options ?? [], placed.inOrder) : optionsOf(fileOptions.names, placed.inOrder),
    },
    options,
  );
  const changedVariants = placed.mine.filter(
    (variant, index) => planned[index]?.change !== 'unchanged' || variant.position !== planned[index]?.variant.position,
  );
  const imagesChanged = !same(
    images.map(({ url, alt }) => [url, alt]),
    (here?.images ?? []).map(({ url, alt }) => [url, alt]),
  );
  const isChanged = here === undefined || isRevived || merged.changed.length > 0 || changedVariants.length > 0 || imagesChanged;
  const count = (change: string) => planned.filter((plan, index) => actualChange(plan.change, placed.mine[index], plan.variant) === change).length;
  return {
    product: isChanged ? { ...merged.product, version: (here?.product.version ?? 0) + 1 } : null,
    variants: isRevived ? placed.mine : changedVariants,
    pricesOf: planned.filter((plan) => plan.pricesChanged).map((plan) => plan.variant.id),
    images: imagesChanged ? images : null,
    back: new Set(planned.flatMap(({ variant, isBack }) => (isBack ? [variant.id] : []))),
    notices: [...restored(rows, handle, isRevived), ...merged.kept, ...planned.flatMap((plan) => plan.notices)],
    outcome: here === undefined ? 'created' : isChanged ? 'updated' : 'unchanged',
    variantCounts: { created: count('created'), updated: count('updated'), unchanged: count('unchanged') },
    reprices:
      here !== undefined &&
      (merged.changed.some((field) => field === 'taxCategory' || field === 'published') || planned.some((plan) => plan.reprices || plan.isBack)),
  };
}

const actualChange = (change: string, placed: VariantRecord | undefined, before: VariantRecord) =>
  change === 'unchanged' && placed?.position !== before.position ? 'updated' : change;

/** What was deleted here and comes back is said at its row. */
function restored(rows: readonly ParsedRow[], handle: string, isRevived: boolean): readonly Notice[] {
  const [first] = rows;
  return isRevived && first !== undefined ? [{ kind: 'restored', row: first.row, column: '', value: handle, reason: 'the product was deleted here' }] : [];
}

/**
 * The variants of the file in its order, then those it does not name. When these rows continue earlier ones, or a person ordered the
 * options, all keep their places and new ones come last.
 */
function placeVariants(mine: readonly PlannedVariant[], others: readonly VariantRecord[], keepsPlaces: boolean) {
  const taken = new Set(others.map((variant) => variant.position));
  const present = [...others, ...mine.flatMap(({ variant, change, isBack }) => (change === 'created' || isBack ? [] : [variant]))];
  let next = keepsPlaces ? Math.max(0, ...present.map((variant) => variant.position)) + 1 : 1;
  const placed = mine.map(({ variant, change, isBack }) => {
    if (keepsPlaces && change !== 'created' && !isBack) return variant;
    while (taken.has(next)) next += 1;
    next += 1;
    const isMoved = change === 'unchanged' && variant.position !== next - 1;
    return { ...variant, position: next - 1, version: isMoved ? variant.version + 1 : variant.version };
  });
  return { mine: placed, inOrder: [...placed, ...others].toSorted((a, b) => a.position - b.position) };
}

function imagesOf(
  rows: readonly ParsedRow[],
  here: CatalogRecord | undefined,
  { productId, isContinued }: { readonly productId: string; readonly isContinued: boolean },
): readonly ImageRecord[] {
  const byUrl = new Map<string, string>(isContinued ? (here?.images ?? []).map(({ url, alt }) => [url, alt]) : []);
  for (const { image } of rows) if (image !== null && !byUrl.has(image.url)) byUrl.set(image.url, image.alt);
  return [...byUrl].map(([url, alt], index) => ({ productId, url, alt, position: index + 1 }));
}

type ProductFacts = {
  readonly handle: string;
  readonly heading: Heading;
  readonly head: ParsedRow | undefined;
  readonly here: CatalogRecord | undefined;
  readonly productId: string;
  readonly taxCategory: string;
  readonly imageUrl: string | null;
  readonly productOptions: ProductRecord['options'];
  /** A person named or ordered the options: they are no field that is kept as it is, since new values still come in. */
  readonly isOrdered: boolean;
};

function mergeProduct({ handle, heading, head, here, productId, taxCategory, imageUrl, productOptions, isOrdered }: ProductFacts, { overwrite }: PlanOptions) {
  const part = head?.product ?? null;
  const before: ProductRecord = here?.product ?? {
    id: productId,
    version: 0,
    fieldVersions: {},
    handle,
    code: handle,
    name: '',
    descriptionHtml: '',
    vendor: '',
    productType: '',
    tags: [],
    published: true,
    taxCategory,
    options: [],
    imageUrl: null,
    editedFields: {},
    isDeleted: false,
  };
  const fromHead: Said =
    part === null
      ? {}
      : {
          name: { value: part.name, column: 'name' },
          descriptionHtml: { value: sanitiseDescription(part.descriptionHtml), column: 'description' },
          vendor: { value: part.vendor, column: 'vendor' },
          productType: { value: part.productType, column: 'type' },
          tags: { value: part.tags, column: 'tags' },
          published: { value: part.published, column: 'published' },
          taxCategory: { value: taxCategory, column: heading.places.has('taxCategory') ? 'taxCategory' : 'taxable' },
        };
  const wanted: Said = {
    ...(head === undefined ? fromHead : saidBy(head, fromHead)),
    imageUrl: { value: imageUrl, column: 'image' },
    ...(!isOrdered && { options: { value: productOptions, column: 'optionName1' as const } }),
  };
  const merged = mergeFields<Readonly<Record<string, unknown>>>({ fields: before, editedFields: before.editedFields }, wanted, {
    row: head?.row ?? 0,
    heading,
    overwrite,
  });
  const { editedFields, kept } = merged;
  const fields = isOrdered ? { ...merged.fields, options: productOptions } : merged.fields;
  const changed = isOrdered && !same(before.options, productOptions) ? [...merged.changed, 'values'] : merged.changed;
  const stamps =
    here === undefined ? {} : Object.fromEntries(changed.map((field) => [field === 'descriptionHtml' ? 'description' : field, before.version + 1]));
  return { product: { ...(fields as ProductRecord), fieldVersions: { ...before.fieldVersions, ...stamps }, editedFields, isDeleted: false }, changed, kept };
}

function refusedWhole(rows: readonly ParsedRow[], { column, reason }: { readonly column: string; readonly reason: string }): Plan {
  const notices = rows.filter((row) => !row.isRefused).map((row) => ({ kind: 'refused' as const, row: row.row, column, value: '', reason }));
  return { ...nothing, notices, outcome: 'refused' };
}
