// What one cell of a product file says of several things: breaks, what a bundle is made of, the next delivery. Written by the export and
// read by the import, so that a file that goes out comes in as it was. Pure.
import { isDay } from '../core/is-day.ts';

export type FileBreak = { readonly quantity: number; readonly price: string };
export type FileDelivery = { readonly quantity: number; readonly expectedOn: string };
export type FilePart = { readonly sku: string; readonly quantity: number };

/** "24: 180; 100: 650": what so many cost together. */
export const breaksText = (breaks: readonly FileBreak[]): string => breaks.map(({ quantity, price }) => `${quantity}: ${price}`).join('; ');

/** The breaks of a cell as they stand there; null: it cannot be read so. A price is checked by who takes it. */
export function breaksIn(text: string): readonly FileBreak[] | null {
  const entries = entriesOf(text).map((entry) => /^([1-9]\d{0,6})\s*:\s*(\S+)$/.exec(entry));
  if (entries.includes(null)) return null;
  return entries.flatMap((found) => (found === null ? [] : [{ quantity: Number(found[1]), price: found[2] ?? '' }]));
}

/** "3 × PEN-BLU; SHIRT-M": pieces in one bundle and SKU. A SKU with a semicolon makes lines of it. */
export function partsText(parts: readonly FilePart[]): string {
  const entries = parts.map(({ sku, quantity }) => `${quantity} × ${sku}`);
  return parts.some(({ sku }) => sku.includes(';')) ? `${entries.join('\n')}\n` : entries.join('; ');
}

/**
 * The parts of a cell, one of each where it says no number ("3 x PEN-BLU" and "3 × PEN-BLU" are the same).
 * @example partsIn('3 × PEN; SHIRT') is three pens and one shirt
 */
export function partsIn(text: string): readonly FilePart[] {
  return entriesOf(text).map((entry) => {
    const [, quantity, sku] = /^(\d{1,7})\s*[×x*]\s+(.+)$/is.exec(entry) ?? [];
    return quantity === undefined || sku === undefined ? { sku: entry, quantity: 1 } : { sku, quantity: Number(quantity) };
  });
}

/** "200 on 2026-12-03": pieces of the next delivery and the day they are expected. */
export const deliveryText = ({ quantity, expectedOn }: FileDelivery): string => `${quantity} on ${expectedOn}`;

/** The delivery of a cell; null: it cannot be read so, or there is no such day. */
export function deliveryIn(text: string): FileDelivery | null {
  const [, quantity, expectedOn] = /^([1-9]\d{0,7})\s+on\s+(\d{4}-\d{2}-\d{2})$/i.exec(text.trim()) ?? [];
  return quantity === undefined || expectedOn === undefined || !isDay(expectedOn) ? null : { quantity: Number(quantity), expectedOn };
}

function entriesOf(text: string): readonly string[] {
  return text
    .split(text.includes('\n') ? '\n' : ';')
    .map((entry) => entry.trim())
    .filter((entry) => entry !== '');
}
