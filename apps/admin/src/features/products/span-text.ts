import { t } from './texts.ts';

/**
 * Figures of several quantities as one: from the least to the most, "10.00 – 12.00"; one alone where all read the same, a dash where there is
 * none. Every table of a product says it so, whichever way its breaks run.
 */
export function spanText<Figure extends number | string>(figures: readonly Figure[], say: (figure: Figure) => string): string {
  const said = figures.toSorted((a, b) => Number(a) - Number(b)).map(say);
  const [least, most] = [said[0], said.at(-1)];
  if (least === undefined || most === undefined) return t.none();
  return least === most ? least : t.priceRange(least, most);
}
