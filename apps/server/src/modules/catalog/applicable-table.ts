// Which price rows a variant is sold by: those of the most specific kind that has any (cases, policy 8).
import type { PriceBreak, PriceTable } from '@backdesk/domain/pricing/types.ts';

/** A price row that is valid on the day, in the currency, for everybody or for the customer's role. */
export type PriceRow = {
  readonly variantId: string | null;
  readonly role: string | null;
  readonly quantity: number;
  readonly extendedPrice: string;
  readonly dated: boolean;
};

type Kind = { readonly ofVariant: boolean; readonly ofRole: boolean };

// Variant + role, variant, role, product.
const kinds: readonly Kind[] = [
  { ofVariant: true, ofRole: true },
  { ofVariant: true, ofRole: false },
  { ofVariant: false, ofRole: true },
  { ofVariant: false, ofRole: false },
];

/** The table of the most specific kind, or null: no price. Rows with dates go before rows of the same quantity without. */
export function applicableTable(variantId: string, rows: readonly PriceRow[]): PriceTable | null {
  for (const { ofVariant, ofRole } of kinds) {
    const matching = rows.filter((row) => row.variantId === (ofVariant ? variantId : null) && (row.role !== null) === ofRole);
    if (matching.length === 0) continue;
    const role = matching[0]?.role ?? null;
    return { source: role === null ? 'list' : 'role', label: role ?? 'List', breaks: breaksOf(matching) };
  }
  return null;
}

function breaksOf(rows: readonly PriceRow[]): readonly PriceBreak[] {
  const byQuantity = new Map<number, PriceRow>();
  for (const row of rows) {
    const other = byQuantity.get(row.quantity);
    if (other === undefined || (row.dated && !other.dated)) byQuantity.set(row.quantity, row);
  }
  return [...byQuantity.values()]
    .sort((a, b) => a.quantity - b.quantity)
    .map(({ quantity, extendedPrice }) => ({ quantity, extendedPrice: shortDecimal(extendedPrice) }));
}

/** "8.500000" as "8.50": the zeros that numeric(20,6) adds are taken off, down to two places. */
export function shortDecimal(text: string): string {
  return text.replace(/(\.\d\d\d*?)0+$/, '$1');
}
