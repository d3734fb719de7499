// Whether what an estimate promises can be had: prices are promised, stock is not. What is short or no longer sold is told at the line, on the
// page and at acceptance, and keeps nobody from accepting, unless nothing of it can be delivered and the policy is to issue anew.
// Decision record 0056.
import type { Refusal } from '../core/refusal.ts';
import { type Shortage, shortages } from '../stock/shortages.ts';
import type { DriftPolicy } from './price-hold.ts';

/** What catalogue and stock say of one variant now, with the lines that ask for it. */
export type VariantNow = {
  readonly lineIds: readonly string[];
  /** Published, there, and for this customer. */
  readonly isSold: boolean;
  /** null: not counted. */
  readonly stock: VariantStock | null;
};

export type VariantStock = {
  /** Whole pieces (selling units), may be negative. null: not for this reader, who is told that it is short but not by how much. */
  readonly available: number | null;
  /** Only where `available` is kept back: how it stands to what the estimate asks for as it was issued. */
  readonly kept?: 'enough' | 'some' | 'none' | undefined;
  readonly allowsBackorder: boolean;
  readonly incoming: { readonly quantity: number; readonly expectedOn: string } | null;
};

export type WantedLine = { readonly id: string; readonly quantity: number; readonly optional: boolean; readonly chosen: boolean };

/** `later`: on back-order, the rest follows. `some`, `none`: not on back-order, so much of it is there. `available` null: the reader is not told. */
export type AvailabilityNotice =
  | { readonly lineId: string; readonly kind: 'not_sold' }
  | {
      readonly lineId: string;
      readonly kind: 'later' | 'some' | 'none';
      readonly short: number | null;
      readonly available: number | null;
      readonly incoming: VariantStock['incoming'];
    };

/**
 * What the customer is told of the lines that count, in their order. Optional lines that are not chosen are told of as if each were taken
 * alone: who chooses must know.
 * @example 50 of a mug of which 38 are there, on back-order: `{ kind: 'later', short: 12, available: 38 }`
 */
export function availabilityNotices(lines: readonly WantedLine[], now: readonly VariantNow[]): readonly AvailabilityNotice[] {
  const variants = now.map((variant, at) => ({ ...variant, key: String(at) }));
  const variantOf = new Map(variants.flatMap((variant) => variant.lineIds.map((id) => [id, variant] as const)));
  const asked = (counted: readonly WantedLine[]) =>
    shortages(
      counted.map(({ id, quantity }) => {
        const { key = null, stock = null } = variantOf.get(id) ?? {};
        const { available = null, allowsBackorder = false } = stock ?? {};
        return { id, variantId: key, quantity, stock: available === null ? null : { available, allowsBackorder } };
      }),
    );
  const short = new Map(asked(lines.filter(isCounted)).map((each) => [each.lineId, each]));
  return lines.flatMap((line) => {
    const variant = variantOf.get(line.id);
    if (variant === undefined) return [];
    if (!variant.isSold) return [{ lineId: line.id, kind: 'not_sold' as const }];
    if (variant.stock === null) return [];
    if (variant.stock.available === null) return keptBack(line.id, variant.stock);
    const shortage = isCounted(line) ? short.get(line.id) : asked([line])[0];
    return shortage === undefined ? [] : [noticeOf(shortage, line.quantity, variant.stock)];
  });
}

const isCounted = ({ optional, chosen }: WantedLine) => !optional || chosen;

function noticeOf({ lineId, short, available, allowsBackorder }: Shortage, quantity: number, { incoming }: VariantStock): AvailabilityNotice {
  const kind = allowsBackorder ? 'later' : short < quantity ? 'some' : 'none';
  return { lineId, kind, short, available, incoming };
}

function keptBack(lineId: string, { kept, allowsBackorder, incoming }: VariantStock): readonly AvailabilityNotice[] {
  if (kept === undefined || kept === 'enough') return [];
  return [{ lineId, kind: allowsBackorder ? 'later' : kept, short: null, available: null, incoming }];
}

/** Nothing of it can be delivered: no longer sold, or none there and not on back-order. */
const isUndeliverable = ({ kind }: AvailabilityNotice): boolean => kind === 'not_sold' || kind === 'none';

/**
 * What stands against accepting these lines, each at its line; empty: it may be accepted. Only where the policy is to issue anew, and only
 * for what counts. Under the others it is accepted, and staff are told.
 */
export function checkAvailability(policy: DriftPolicy, lines: readonly WantedLine[], notices: readonly AvailabilityNotice[]): readonly Refusal[] {
  if (policy !== 'requote') return [];
  const counted = new Set(lines.filter(isCounted).map(({ id }) => id));
  return notices
    .filter((notice) => counted.has(notice.lineId) && isUndeliverable(notice))
    .map(({ lineId, kind }) => ({ code: 'estimate.not_deliverable', lineId, detail: { why: kind } }));
}

type Words = { readonly quantity: (pieces: number) => string; readonly day: (day: string) => string };

/** "Only 38 in stock now, 100 more from Dec 3; the rest follows". */
export function availabilityText(notice: AvailabilityNotice, { quantity, day }: Words): string {
  if (notice.kind === 'not_sold') return 'No longer sold';
  const { kind, available, incoming } = notice;
  const isNothing = kind === 'none' || available === 0;
  const there = isNothing ? 'Not in stock now' : available === null ? 'Not all of it is in stock now' : `Only ${quantity(available)} in stock now`;
  const more = incoming === null ? '' : `, ${quantity(incoming.quantity)} more from ${day(incoming.expectedOn)}`;
  return `${there}${more}${kind === 'later' ? (isNothing ? '; it follows' : '; the rest follows') : ''}`;
}
