import type { PricePeriodJson } from '@backdesk/contract/catalog/price-periods.ts';
import { type BreakDraft, breakDrafts, breaksRequest, newBreak } from '../break-fields.tsx';

/** A price period as it is typed; days as date fields have them, empty for none. */
export type PeriodDraft = {
  readonly key: string;
  readonly variantId: string | null;
  readonly roleId: string | null;
  readonly validFrom: string;
  readonly validUntil: string;
  readonly breaks: readonly BreakDraft[];
};

export function newPeriod(): PeriodDraft {
  return { key: crypto.randomUUID(), variantId: null, roleId: null, validFrom: '', validUntil: '', breaks: [newBreak([])] };
}

export function periodDraft({ variantId, roleId, validFrom, validUntil, breaks }: PricePeriodJson): PeriodDraft {
  return { key: crypto.randomUUID(), variantId, roleId, validFrom: validFrom ?? '', validUntil: validUntil ?? '', breaks: breakDrafts(breaks) };
}

/** As the API takes it; null: it has no day, or its prices are missing or half filled in. */
export function periodRequest({ variantId, roleId, validFrom, validUntil, breaks }: PeriodDraft) {
  const prices = breaksRequest(breaks);
  if (prices === null || prices.length === 0 || (validFrom === '' && validUntil === '')) return null;
  return { variantId, roleId, validFrom: validFrom || null, validUntil: validUntil || null, breaks: prices };
}
