// Setup and run charges of a product: what an order pays beside its pieces. A setup is charged once for a break group (one screen for
// five sizes of one shirt), a run for each piece. Lines hold a copy, so that nothing in the catalogue can empty a document.
// Decision record 0030.
import type { CurrencyCode } from '../money/money.ts';
import type { PriceBreak } from '../pricing/types.ts';

export const chargeKinds = ['setup', 'run'] as const;
export type ChargeKind = (typeof chargeKinds)[number];

/** As the product defines it. `breaks` ascend and are extended prices, as a variant's are: of a setup one, for one. */
export type ProductCharge = {
  readonly id: string;
  /** null: of every variant. */
  readonly variantId: string | null;
  readonly kind: ChargeKind;
  readonly code: string;
  readonly name: string;
  readonly currency: CurrencyCode;
  readonly breaks: readonly PriceBreak[];
  /** Whether staff may leave it away on an order. */
  readonly removable: boolean;
};

/** As a line holds it. Without breaks it has no price in the currency of the order. */
export type LineCharge = Omit<ProductCharge, 'variantId' | 'currency'> & {
  /** A person took it off this line (or off the group that shares it). */
  readonly waived: boolean;
  /** The product charges it no more; what was entered before stays until somebody takes it off. */
  readonly gone: boolean;
};

/**
 * What a line is charged, from the product's charges of now and those that it held before: what was taken off stays off, and what the
 * product charges no more is kept as gone.
 */
export function lineCharges(
  charges: readonly ProductCharge[],
  sold: { readonly variantId: string; readonly currency: CurrencyCode },
  before: readonly LineCharge[] = [],
): readonly LineCharge[] {
  const held = new Map(before.map((charge) => [charge.id, charge]));
  const own = charges.filter(({ variantId }) => variantId === null || variantId === sold.variantId);
  const now = own.map(({ id, kind, code, name, currency, breaks, removable }): LineCharge => {
    const waived = held.get(id)?.waived ?? false;
    return { id, kind, code, name, breaks: currency === sold.currency ? breaks : [], removable, waived, gone: false };
  });
  const known = new Set(now.map(({ id }) => id));
  return [...now, ...before.flatMap((charge) => (known.has(charge.id) ? [] : { ...charge, removable: true, gone: true }))];
}
