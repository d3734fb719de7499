import type { Address } from '@backdesk/contract/core/primitives.ts';
import { layoutOf, type PlacePart } from '@backdesk/domain/address/layout.ts';

const all: readonly PlacePart[] = ['line1', 'line2', 'city', 'region', 'postcode'];

/** The fields of an address in its country's order; one that its country does not write is shown at the end while something stands in it. */
export function partsShown(address: Address): readonly PlacePart[] {
  const { order } = layoutOf(address.country);
  return [...order, ...all.filter((part) => !order.includes(part) && address[part] !== '')];
}

export type PartWidth = 'full' | 'wide' | 'half' | 'third';

/** Short fields between the long ones share a row: three by thirds, a town beside a postcode the wider. */
export function widthsOf(parts: readonly PlacePart[]): Readonly<Partial<Record<PlacePart, PartWidth>>> {
  const isLong = (part: PlacePart) => part === 'line1' || part === 'line2';
  const widths: Partial<Record<PlacePart, PartWidth>> = {};
  parts.forEach((part, at) => {
    if (isLong(part)) {
      widths[part] = 'full';
      return;
    }
    const before = parts.slice(0, at).findLastIndex(isLong);
    const after = parts.slice(at).findIndex(isLong);
    const row = parts.slice(before + 1, after === -1 ? parts.length : at + after);
    if (row.length > 2) widths[part] = 'third';
    else if (row.length === 2 && row.includes('postcode')) widths[part] = part === 'postcode' ? 'third' : 'wide';
    else widths[part] = 'half';
  });
  return widths;
}
