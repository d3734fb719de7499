export type Separators = { readonly decimal: string; readonly group: string };

const cache = new Map<string, Separators>();

/** The decimal and group marks of a locale: "." and "," for en-US, "," and "." for de-DE. */
export function separatorsOf(locale: string): Separators {
  const found = cache.get(locale);
  if (found) return found;
  const parts = new Intl.NumberFormat(locale, { useGrouping: true }).formatToParts(1234567.8);
  const made = {
    decimal: parts.find((part) => part.type === 'decimal')?.value ?? '.',
    group: parts.find((part) => part.type === 'group')?.value ?? ',',
  };
  cache.set(locale, made);
  return made;
}
