// What each kind of cell may hold. A parser answers the value, or throws CellRefused with what it must be.
import { breaksIn, deliveryIn, type FileDelivery, type FilePart, partsIn } from '@backdesk/domain/catalog/file-cells.ts';
import { type BundlePricing, bundlePricings } from '@backdesk/domain/catalog/parts.ts';

export class CellRefused extends Error {
  override readonly name = 'CellRefused';
}

const controlCharacters = /[\u0000-\u001f\u007f]/;

/** One line of text; a tab or line break in it becomes a space. */
export function lineCell(most: number) {
  return (text: string): string => {
    const value = text.replace(/[\t\r\n]+/g, ' ').trim();
    checkText(value, most);
    return value;
  };
}

/** A code or SKU: trimmed, and without the apostrophe with which spreadsheets keep digits from becoming numbers. */
export function codeCell(text: string): string {
  const value = text.trim().replace(/^'/, '').trim();
  checkText(value, 255);
  return value;
}

function checkText(value: string, most: number): void {
  if (value.length > most) throw new CellRefused(`is longer than ${most} characters`);
  if (controlCharacters.test(value)) throw new CellRefused('holds a control character');
  if (!value.isWellFormed() || value.includes('\ufffd')) throw new CellRefused('holds characters that are not UTF-8: save the file as "CSV UTF-8"');
}

export function htmlCell(text: string): string {
  if (text.length > 200_000) throw new CellRefused('is longer than 200000 characters');
  const value = text.replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f]/g, '');
  if (!value.isWellFormed() || value.includes('\ufffd')) throw new CellRefused('holds characters that are not UTF-8: save the file as "CSV UTF-8"');
  return value;
}

export function flagCell(whenEmpty: boolean) {
  return (text: string): boolean => {
    const value = text.trim().toLowerCase();
    if (value === '') return whenEmpty;
    if (['true', 'yes', '1'].includes(value)) return true;
    if (['false', 'no', '0'].includes(value)) return false;
    throw new CellRefused('must be true or false');
  };
}

/** A figure where a comma divides off the decimals, with a point for it ("1.234,50" is "1234.50"). A point alone divides off decimals too ("0.85"), where it cannot divide thousands. */
export function pointedCell(text: string): string {
  const value = text.trim();
  if (/^-?[1-9]\d{0,2}(\.\d{3})+$/.test(value)) throw new CellRefused('can be read two ways: write thousands without a point, or decimals with a comma');
  return /^-?(\d+|[1-9]\d{0,2}(\.\d{3})+),\d+$/.test(value) ? value.replaceAll('.', '').replace(',', '.') : value;
}

/** A price with a decimal point, zero or more; null when empty: no price. */
export function priceCell(text: string): string | null {
  const value = text.trim().replace(/^'/, '');
  if (value === '') return null;
  if (!/^(\d{1,12}(\.\d{0,6})?|\.\d{1,6})$/.test(value)) throw new CellRefused('must be a price of zero or more such as 8.50');
  const [whole = '', fraction = ''] = value.split('.');
  return `${whole.replace(/^0+(?=\d)/, '') || '0'}.${fraction.padEnd(6, '0')}`;
}

/** A weight in a unit of so many grams as whole grams; parts of a gram are rounded up from a half. null when empty: unknown. */
export function weightCell(gramsInUnit: number) {
  return (text: string): number | null => {
    const value = text.trim();
    if (value === '') return null;
    const grams = /^\d{1,9}(\.\d+)?$/.test(value) ? Math.round(Number(value) * gramsInUnit) : -1;
    if (grams < 0 || grams > 100_000_000) {
      throw new CellRefused(gramsInUnit === 1 ? 'must be grams from 0 to 100000000' : 'must be a weight such as 2.5, of at most 100 tonnes');
    }
    return grams;
  };
}

/** Pieces in stock; negative is kept. */
export function stockCell(text: string): number {
  const value = text.trim();
  if (value === '') return 0;
  if (!/^-?\d{1,8}(\.0+)?$/.test(value) || Math.abs(Number(value)) > 10_000_000) throw new CellRefused('must be a whole number from -10000000 to 10000000');
  return Number(value);
}

/** Breaks of one cell, "24: 180; 100: 650": what so many cost together, with six places. */
export function breaksCell(text: string): readonly { readonly quantity: number; readonly extendedPrice: string }[] {
  const breaks = breaksIn(text);
  if (breaks === null) throw new CellRefused('must be quantities with what so many cost together, such as "24: 180; 100: 650"');
  return breaks.map(({ quantity, price }) => ({ quantity, extendedPrice: priceCell(price) ?? '' }));
}

/** A quantity of a line, from the least that means something; null when empty: no rule. */
export function quantityCell(least: 0 | 1) {
  return (text: string): number | null => {
    const value = text.trim();
    if (value === '') return null;
    if (!/^\d{1,7}$/.test(value) || Number(value) < least) throw new CellRefused(`must be a whole number from ${least} to 9999999`);
    return Number(value);
  };
}

/** The next delivery, "200 on 2026-12-03"; null when empty: none is known. */
export function incomingCell(text: string): FileDelivery | null {
  if (text.trim() === '') return null;
  const found = deliveryIn(text);
  if (found === null || found.quantity > 10_000_000) throw new CellRefused('must be pieces with the day they are expected, such as "200 on 2026-12-03"');
  return found;
}

/** Pieces in one selling unit; 1 when empty. */
export function unitPiecesCell(text: string): number {
  const value = text.trim();
  if (value === '') return 1;
  if (!/^[1-9]\d{0,6}$/.test(value) || Number(value) > 1_000_000) throw new CellRefused('must be a whole number from 1 to 1000000');
  return Number(value);
}

/** What a bundle is made of: "3 × PEN-BLU; SHIRT-M". */
export function partsCell(text: string): readonly FilePart[] {
  const parts = partsIn(text).map(({ sku, quantity }) => ({ sku: codeCell(sku), quantity }));
  if (parts.length > 50) throw new CellRefused('holds more than 50 parts');
  if (parts.some(({ quantity }) => quantity < 1 || quantity > 10_000)) throw new CellRefused('must have 1 to 10000 pieces of each part');
  const skus = parts.map(({ sku }) => sku.toLowerCase());
  if (new Set(skus).size < skus.length) throw new CellRefused('names a part twice: say how many of it');
  return parts;
}

/** How a bundle is priced; fixed when empty. */
export function bundlePriceCell(text: string): BundlePricing {
  const value = text.trim().toLowerCase();
  if (value === '') return 'fixed';
  const found = bundlePricings.find((pricing) => pricing === value);
  if (found === undefined) throw new CellRefused('must be fixed (a price of its own) or summed (what its parts cost)');
  return found;
}

/** Whether it can be ordered when there is none. */
export function policyCell(text: string): boolean {
  const value = text.trim().toLowerCase();
  if (value === '' || value === 'deny') return false;
  if (value === 'continue') return true;
  throw new CellRefused('must be deny or continue');
}

/** The address of a picture; null when empty. */
export function pictureCell(text: string): string | null {
  const value = text.trim().replace(/^\/\//, 'https://');
  if (value === '') return null;
  if (value.length > 2000 || !/^https?:\/\//i.test(value) || !URL.canParse(value) || controlCharacters.test(value)) {
    throw new CellRefused('must be an http or https address of at most 2000 characters');
  }
  return value;
}
