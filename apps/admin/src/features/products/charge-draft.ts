import type { ProductChargeJson } from '@backdesk/contract/catalog/charges.ts';
import { type BreakDraft, breakDrafts, breaksRequest, newBreak } from './break-fields.tsx';

/** A setup or run charge as it is typed. `breaks` are of a run, `amount` of a setup. */
export type ChargeDraft = {
  readonly key: string;
  readonly id: string | null;
  readonly kind: ProductChargeJson['kind'];
  readonly code: string;
  readonly name: string;
  readonly variantId: string | null;
  readonly amount: string | null;
  readonly breaks: readonly BreakDraft[];
  readonly removable: boolean;
};

export function newCharge(kind: ChargeDraft['kind']): ChargeDraft {
  return { key: crypto.randomUUID(), id: null, kind, code: '', name: '', variantId: null, amount: null, breaks: [newBreak([])], removable: true };
}

export function chargeDraft({ id, kind, code, name, variantId, breaks, removable }: ProductChargeJson): ChargeDraft {
  const amount = kind === 'setup' ? (breaks[0]?.extendedPrice ?? null) : null;
  return { key: id, id, kind, code, name, variantId, amount, breaks: kind === 'run' ? breakDrafts(breaks) : [newBreak([])], removable };
}

/** The request of one charge; null: its price is missing, or a break is only half filled in. */
export function chargeRequest({ id, kind, code, name, variantId, amount, breaks, removable }: ChargeDraft) {
  const prices = kind === 'run' ? breaksRequest(breaks) : amount === null ? null : [{ quantity: 1, extendedPrice: amount }];
  if (prices === null || prices.length === 0) return null;
  return { ...(id !== null && { id }), kind, code, name, variantId, breaks: prices, removable };
}
