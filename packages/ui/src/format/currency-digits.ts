const known = new Map<string, number>();

/** How many decimals a currency's minor unit has: 2 for USD, 0 for JPY, 3 for KWD (ISO 4217 as Intl knows it). */
export function currencyDigits(currency: string): number {
  const found = known.get(currency);
  if (found !== undefined) return found;
  const options = new Intl.NumberFormat('en', { style: 'currency', currency }).resolvedOptions();
  const digits = options.maximumFractionDigits ?? 2;
  known.set(currency, digits);
  return digits;
}
