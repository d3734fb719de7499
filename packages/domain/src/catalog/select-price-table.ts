// Which price rows apply: the most specific first (variant + role, variant, role, product); among those in force on the day and in the
// currency of the order. Rows of one level are never mixed with another's (cases, policy 8).
import type { PriceTable } from '../pricing/types.ts';

export type PriceRow = {
  readonly variantId: string | null;
  readonly roleId: string | null;
  readonly currency: string;
  readonly quantity: number;
  readonly extendedPrice: string;
  /** Calendar days ("2026-11-23"), inclusive; null: open. */
  readonly validFrom: string | null;
  readonly validUntil: string | null;
};

export type PriceQuestion = {
  readonly variantId: string;
  readonly role: { readonly id: string; readonly name: string } | null;
  readonly currency: string;
  readonly day: string;
};

/** The break table for a variant, customer role, currency and day; null when there is no price row: "no price", never 0. */
export function selectPriceTable(rows: readonly PriceRow[], { variantId, role, currency, day }: PriceQuestion): PriceTable | null {
  const inForce = rows.filter(
    (row) => row.currency === currency && (row.validFrom === null || row.validFrom <= day) && (row.validUntil === null || row.validUntil >= day),
  );
  const levels = [
    ...(role === null ? [] : [{ variantId, roleId: role.id }]),
    { variantId, roleId: null },
    ...(role === null ? [] : [{ variantId: null, roleId: role.id }]),
    { variantId: null, roleId: null },
  ];
  for (const level of levels) {
    const found = inForce.filter((row) => row.variantId === level.variantId && row.roleId === level.roleId);
    if (found.length === 0) continue;
    const newestFirst = found.toSorted((a, b) => a.quantity - b.quantity || (b.validFrom ?? '').localeCompare(a.validFrom ?? ''));
    const breaks = newestFirst.filter((row, index) => row.quantity !== newestFirst[index - 1]?.quantity);
    return {
      source: level.roleId === null ? 'list' : 'role',
      label: level.roleId === null ? listLabel(role) : (role?.name ?? 'Role'),
      breaks: breaks.map(({ quantity, extendedPrice }) => ({ quantity, extendedPrice })),
    };
  }
  return null;
}

/** A customer with a price role who pays the list price is to be told why: there is none for their role here. */
const listLabel = (role: PriceQuestion['role']) => (role === null ? 'List' : `List, no ${role.name} price`);
