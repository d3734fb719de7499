// Amounts as a locale writes them, for mails and histories. Exact: they pass through Intl as decimal strings, never as floats.

const numberFormats = new Map<string, Intl.NumberFormat>();

/** Intl.NumberFormat is slow to build and cheap to use: each kind is built once. */
export function numberFormat(locale: string, options: Intl.NumberFormatOptions): Intl.NumberFormat {
  const key = `${locale} ${JSON.stringify(options)}`;
  const found = numberFormats.get(key) ?? new Intl.NumberFormat(locale, options);
  numberFormats.set(key, found);
  return found;
}

/** How many decimals a currency has. */
export const digitsOf = (currency: string) => numberFormat('en', { style: 'currency', currency }).resolvedOptions().maximumFractionDigits ?? 2;

/** 12345 with 2 digits is "123.45". */
function decimalOf(minor: number, digits: number): string {
  const text = String(Math.abs(minor)).padStart(digits + 1, '0');
  const sign = minor < 0 ? '-' : '';
  return digits === 0 ? `${sign}${text}` : `${sign}${text.slice(0, -digits)}.${text.slice(-digits)}`;
}

/** Whole minor units as "$204.00". */
export function moneyInWords(minor: number, currency: string, locale: string): string {
  const digits = digitsOf(currency);
  const format = numberFormat(locale, { style: 'currency', currency, minimumFractionDigits: digits, maximumFractionDigits: digits });
  return format.format(decimalOf(minor, digits) as `${number}`);
}

/** Whole minor units as "204.00", for a table whose head names the currency. */
export function amountInWords(minor: number, currency: string, locale: string): string {
  const digits = digitsOf(currency);
  return numberFormat(locale, { minimumFractionDigits: digits, maximumFractionDigits: digits }).format(decimalOf(minor, digits) as `${number}`);
}

/** Parts per million as "8.875%". */
export function percentInWords(ppm: number, locale: string): string {
  return numberFormat(locale, { style: 'percent', maximumFractionDigits: 4 }).format(`${ppm}e-6` as `${number}`);
}
