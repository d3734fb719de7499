/** Countries that weigh parcels in pounds. */
const inPounds: ReadonlySet<string> = new Set(['US', 'LR', 'MM']);
const GRAMS_A_POUND = 453.592_37;

/** A weight in grams as people there say it: "2.4 kg", "850 g", "5.3 lb". */
export function formatWeight(grams: number, locale: string): string {
  const say = (value: number, unit: string, digits: number) =>
    new Intl.NumberFormat(locale, { style: 'unit', unit, unitDisplay: 'short', maximumFractionDigits: digits }).format(value);
  if (inPounds.has(new Intl.Locale(locale).maximize().region ?? '')) return say(grams / GRAMS_A_POUND, 'pound', grams < GRAMS_A_POUND ? 2 : 1);
  return grams < 1000 ? say(grams, 'gram', 0) : say(grams / 1000, 'kilogram', grams < 10_000 ? 2 : 1);
}
