// What the columns of a product file may mean, and how they are recognised by their heading. Pure: the screen shows with it what the
// server will do. The layout of Shopify's export has names of its own: it is only told from others here.

const plainTargets = [
  'code',
  'name',
  'sku',
  'price',
  'option',
  'stock',
  'weightGrams',
  'weightKg',
  'weightLb',
  'ships',
  'published',
  'description',
  'vendor',
  'type',
  'tags',
  'barcode',
  'image',
  'breaks',
  'soldBy',
  'unitPieces',
  'increment',
  'most',
  'variantPublished',
  'taxCategory',
  'variantTaxCategory',
  'incoming',
  'parts',
  'bundlePrice',
] as const;
type PlainTarget = (typeof plainTargets)[number];

/** What a column is taken for. `price:24` is what one piece costs from 24 pieces on; an `option` is named by its heading, its values are the cells. */
export type ProductTarget = PlainTarget | `price:${number}`;

export const productTargets: readonly ProductTarget[] = plainTargets;

/** Options a product can have. */
export const mostOptions = 5;

/** By heading without spaces, signs and case. */
const names: Readonly<Record<PlainTarget, readonly string[]>> = {
  code: ['code', 'productcode', 'handle', 'itemcode', 'item', 'itemnumber', 'itemno', 'style', 'stylenumber', 'productid', 'productnumber', 'artikelnummer'],
  name: ['name', 'title', 'productname', 'itemname', 'bezeichnung'],
  sku: ['sku', 'variantsku', 'stockcode', 'partnumber', 'partno'],
  price: ['price', 'unitprice', 'list', 'listprice', 'variantprice', 'each', 'preis'],
  option: ['color', 'colour', 'size', 'material', 'farbe', 'groesse', 'größe'],
  stock: ['stock', 'onhand', 'quantityonhand', 'qtyonhand', 'inventory', 'available', 'inventoryqty', 'bestand'],
  weightGrams: ['weightgrams', 'grams', 'weightg', 'variantgrams'],
  weightKg: ['weightkg', 'kg', 'kilograms'],
  weightLb: ['weightlb', 'weightlbs', 'lb', 'lbs', 'pounds'],
  ships: ['ships', 'requiresshipping', 'shippable'],
  published: ['published', 'active', 'onsale', 'enabled'],
  description: ['description', 'bodyhtml', 'longdescription', 'beschreibung'],
  vendor: ['vendor', 'brand', 'supplier', 'manufacturer', 'marke'],
  type: ['type', 'producttype'],
  tags: ['tags', 'keywords'],
  barcode: ['barcode', 'ean', 'gtin', 'upc'],
  image: ['image', 'imageurl', 'imagesrc', 'picture', 'pictureurl'],
  breaks: ['pricebreaks'],
  soldBy: ['soldby', 'sellingunit'],
  unitPieces: ['piecesinone', 'unitpieces'],
  increment: ['inmultiplesof', 'orderinmultiplesof', 'quantityincrement', 'multiplesof'],
  most: ['atmost', 'maximumquantity', 'maxquantity', 'quantitymaximum'],
  variantPublished: ['variantpublished', 'variantonsale'],
  taxCategory: ['taxcategory', 'taxclass'],
  variantTaxCategory: ['varianttaxcategory'],
  incoming: ['nextdelivery'],
  parts: ['bundleparts'],
  bundlePrice: ['bundleprice'],
};

const known: ReadonlyMap<string, PlainTarget> = new Map(plainTargets.flatMap((target) => names[target].map((name) => [name, target] as const)));

export function isProductTarget(text: string): text is ProductTarget {
  return (plainTargets as readonly string[]).includes(text) || breakQuantity(text) !== undefined;
}

/** Pieces from which on a `price:…` holds; undefined: it is none. */
export function breakQuantity(target: string): number | undefined {
  const found = /^price:([1-9]\d{0,6})$/.exec(target)?.[1];
  return found === undefined ? undefined : Number(found);
}

const pieces = String.raw`(?:pcs?\.?|pieces|units|stk\.?|stück)`;
/** How price lists head the column of a break: "Price 24+", "From 24", "Qty 24", "24 pcs", "24+". */
const breakHeadings = [
  new RegExp(String.raw`^(?:unit |list )?(?:price|preis)[^\d]{0,12}([1-9]\d{0,6})\s*(?:\+|${pieces})?\)?$`, 'i'),
  new RegExp(String.raw`^(?:from|ab|qty\.?|quantity|menge)\s*([1-9]\d{0,6})\s*(?:\+|${pieces})?$`, 'i'),
  new RegExp(String.raw`^([1-9]\d{0,6})\s*(?:\+|${pieces})$`, 'i'),
];

/**
 * What a heading means, whatever its case, spaces and signs; undefined when nobody can say.
 * @example "Price 24+" and "From 24" are `price:24`, "Item No." is `code`.
 */
export function productTargetOf(heading: string): ProductTarget | undefined {
  const text = heading.trim();
  if (isProductTarget(text)) return text;
  const from = breakHeadings.map((pattern) => pattern.exec(text)?.[1]).find((found) => found !== undefined);
  if (from !== undefined) return `price:${Number(from)}`;
  return known.get(text.toLowerCase().replace(/[^\p{L}\p{N}]/gu, ''));
}

/** Targets that stand in one column at most; options and prices may stand in several. */
type OwnColumn = Exclude<PlainTarget, 'option' | 'price'>;

export type ProductMapping = Readonly<Record<string, string>>;
export type MappedProductColumns = {
  readonly places: ReadonlyMap<OwnColumn, number>;
  /** Named by their headings, in the order of the file; of two alike the second with a number. */
  readonly options: readonly { readonly name: string; readonly place: number }[];
  /** Prices of one piece from so many on, fewest first. */
  readonly breaks: readonly { readonly quantity: number; readonly place: number }[];
};

/**
 * Where each target stands, by `mapping` (heading → target, or '' to leave the column out) and else by its heading. A target that two
 * columns claim is that of the one a person mapped, else of the first; of options the first five count.
 */
export function mapProductColumns(headings: readonly string[], mapping: ProductMapping): MappedProductColumns {
  const meant = headings.map((heading) => {
    const asked = mapping[heading.trim()];
    const target = asked === undefined ? productTargetOf(heading) : asked;
    return { isAsked: asked !== undefined, target: target !== undefined && isProductTarget(target) ? target : undefined };
  });
  const inOrder = [...meant.keys()].toSorted((a, b) => Number(meant[b]?.isAsked) - Number(meant[a]?.isAsked) || a - b);
  const places = new Map<OwnColumn, number>();
  const breaks = new Map<number, number>();
  const options: { name: string; place: number }[] = [];
  for (const place of inOrder) {
    const target = meant[place]?.target;
    if (target === undefined) continue;
    const quantity = target === 'price' ? 1 : breakQuantity(target);
    if (target === 'option') options.push({ name: (headings[place] ?? '').trim(), place });
    else if (quantity !== undefined) breaks.set(quantity, breaks.get(quantity) ?? place);
    else if (isPlain(target)) places.set(target, places.get(target) ?? place);
  }
  const inFileOrder = options.toSorted((a, b) => a.place - b.place).slice(0, mostOptions);
  const called = distinctNames(inFileOrder.map(({ name }) => name));
  return {
    places,
    options: inFileOrder.map(({ name, place }, at) => ({ name: called[at] ?? name, place })),
    breaks: [...breaks].map(([quantity, place]) => ({ quantity, place })).toSorted((a, b) => a.quantity - b.quantity),
  };
}

/** Without these columns a file is not of Shopify's layout. */
export const shopifyColumns = ['Handle', 'Title', 'Variant Price'] as const;

/** Shopify's export needs no mapping: its columns have a meaning of their own. */
export function isShopifyHeading(headings: readonly string[]): boolean {
  const known = new Set(headings.map((heading) => heading.trim().toLowerCase()));
  return shopifyColumns.every((heading) => known.has(heading.toLowerCase()));
}

/**
 * Names of options that are told apart: of two that are called the same, whatever their case, the second gets a number.
 * @example ['Size', 'size', ''] is ['Size', 'size 2', '']
 */
export function distinctNames(all: readonly string[]): readonly string[] {
  const taken = new Set<string>();
  return all.map((name) => {
    let distinct = name;
    for (let at = 2; name !== '' && taken.has(distinct.toLowerCase()); at += 1) distinct = `${name} ${at}`;
    taken.add(distinct.toLowerCase());
    return distinct;
  });
}

const isPlain = (target: ProductTarget): target is OwnColumn => (plainTargets as readonly string[]).includes(target);

/** What keeps a file from being read as products: nothing to know them again by. A SKU will do where each product is one variant. */
export function missingProductColumns({ places }: MappedProductColumns): 'identity' | undefined {
  return places.has('code') || places.has('sku') ? undefined : 'identity';
}
