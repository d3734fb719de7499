const cache = new Map<string, Intl.NumberFormat>();

/** Intl.NumberFormat is slow to build and cheap to use, so each kind is built once. */
export function numberFormat(locale: string, options: Intl.NumberFormatOptions): Intl.NumberFormat {
  const key = `${locale} ${JSON.stringify(options)}`;
  const found = cache.get(key);
  if (found) return found;
  const made = new Intl.NumberFormat(locale, options);
  cache.set(key, made);
  return made;
}

/**
 * Formats a decimal string without going through a float: "0.1450" stays exact.
 * The cast only tells the type checker that the text is numeric.
 */
export function formatDecimalString(format: Intl.NumberFormat, decimal: string): string {
  return format.format(decimal as `${number}`);
}
