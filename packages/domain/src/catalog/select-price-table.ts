// Which price rows apply, in the currency of the order and on the day: those of the customer's role before the list; of each those with days
// (a price period) before the standing ones; of these a variant's own before the product's. Rows are taken from one such place and never
// mixed with another's (decision 54).
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
  for (const roleId of role === null ? [null] : [role.id, null]) {
    const ofAudience = inForce.filter((row) => row.roleId === roleId);
    for (const isDated of [true, false]) {
      const ofKind = ofAudience.filter((row) => hasDays(row) === isDated);
      const own = ofKind.filter((row) => row.variantId === variantId);
      const found = newest(own.length > 0 ? own : ofKind.filter((row) => row.variantId === null));
      const [first] = found;
      if (first === undefined) continue;
      return {
        source: roleId === null ? 'list' : 'role',
        label: roleId === null ? listLabel(role) : (role?.name ?? 'Role'),
        breaks: found.map(({ quantity, extendedPrice }) => ({ quantity, extendedPrice })),
        ...(isDated && { validFrom: first.validFrom, validUntil: first.validUntil }),
      };
    }
  }
  return null;
}

const hasDays = ({ validFrom, validUntil }: PriceRow) => validFrom !== null || validUntil !== null;

/** Of periods that overlap all the same, the one that began last; by quantity. */
function newest(rows: readonly PriceRow[]): readonly PriceRow[] {
  const began = rows.reduce((latest, { validFrom }) => ((validFrom ?? '') > latest ? (validFrom ?? '') : latest), '');
  const [first] = rows.filter(({ validFrom }) => (validFrom ?? '') === began);
  return rows
    .filter(({ validFrom, validUntil }) => validFrom === first?.validFrom && validUntil === first?.validUntil)
    .toSorted((a, b) => a.quantity - b.quantity);
}

/** A customer with a price role who pays the list price is to be told why: there is none for their role here. */
const listLabel = (role: PriceQuestion['role']) => (role === null ? 'List' : `List, no ${role.name} price`);
