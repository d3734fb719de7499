// What each kind of cell may hold. A parser answers the value, or throws CellRefused with what it must be.

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
