// What taking back a change of many makes of one product. Pure. It puts back what the events of that change say was before, where nothing
// was changed since; what somebody changed meanwhile is theirs and stays.
import { millionths } from '@backdesk/domain/money/rational.ts';
import { type BulkChanged, type NewPrices, type OnRecords, pricedAs, publishedAs } from './bulk-change.ts';
import type { CatalogRecord, ListBreak } from './records.ts';

/** What the change did to a product: the version it made, with its events. */
export type BulkDone = {
  readonly productId: string;
  readonly version: number;
  /** Whose field no person had set before. */
  readonly marked: readonly string[];
  readonly events: readonly { readonly data: EventData }[];
};

type EventData = {
  readonly variantId?: string;
  readonly variantVersion?: number;
  readonly changes?: readonly { readonly field: string; readonly from: unknown; readonly to: unknown }[];
};

/** `changed` is null when it is as before already. `isLeft`: something of it was changed since, and stays. */
export type BulkUndone = { readonly changed: BulkChanged | null; readonly isLeft: boolean };

/** `isUndo`: false makes again what was taken back, as a person set it. */
export function bulkUndone(record: CatalogRecord, kind: OnRecords['kind'], done: BulkDone, isUndo: boolean): BulkUndone {
  return kind === 'publication' ? publicationUndone(record, done, isUndo) : pricesUndone(record, done, isUndo);
}

function publicationUndone({ product }: CatalogRecord, { version, marked, events }: BulkDone, isUndo: boolean): BulkUndone {
  const before = changeOf(events[0]?.data, 'published')?.from;
  if (typeof before !== 'boolean' || product.published === before) return { changed: null, isLeft: false };
  if (product.fieldVersions.published !== version) return { changed: null, isLeft: true };
  return { changed: publishedAs(product, before, !(isUndo && marked.includes(product.id))), isLeft: false };
}

function pricesUndone({ product, variants }: CatalogRecord, { marked, events }: BulkDone, isUndo: boolean): BulkUndone {
  const back: NewPrices[] = [];
  let isLeft = false;
  for (const { data } of events) {
    const change = changeOf(data, 'prices');
    const variant = variants.find(({ id }) => id === data.variantId);
    // A variant that is gone has no price to put back.
    if (change === undefined || variant === undefined) continue;
    const [from, to] = [change.from, change.to] as readonly [readonly ListBreak[], readonly ListBreak[]];
    if (isSame(variant.prices, from)) continue;
    // Not by the stamp alone: in another currency there are other prices, which nobody changed.
    if (variant.fieldVersions.prices === data.variantVersion && isSame(variant.prices, to))
      back.push({ variant, prices: from, isEdited: !(isUndo && marked.includes(variant.id)) });
    else isLeft = true;
  }
  return { changed: back.length === 0 ? null : pricedAs(product, back), isLeft };
}

const changeOf = (data: EventData | undefined, field: string) => data?.changes?.find((change) => change.field === field);

function isSame(some: readonly ListBreak[], others: readonly ListBreak[]): boolean {
  return (
    some.length === others.length &&
    some.every(({ quantity, extendedPrice }, at) => {
      const other = others[at];
      return other !== undefined && other.quantity === quantity && millionths(other.extendedPrice) === millionths(extendedPrice);
    })
  );
}
