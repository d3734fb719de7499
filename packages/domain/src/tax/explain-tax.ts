// Why a line or a shipping charge bears these taxes, or none: for staff who ask. The same picks as the calculator's.
import { explainRates, type PlacedTaxRate, type TaxMatch } from './match-rates.ts';
import { ratesFor } from './tax-of.ts';
import type { TaxPlace } from './types.ts';

/** Why no rate applies: the customer is exempt; what is sold is never taxed; nobody taxes there; none of the place's rates reaches this. */
export type NoTaxReason = 'exempt' | 'never_taxed' | 'no_rate_for_place' | 'no_rate_for_category' | 'not_on_shipping';

export type TaxExplanation = { readonly matches: readonly TaxMatch[]; readonly none: NoTaxReason | null };

/** The rates that apply to a category, or to shipping, at a place, each with why; or why none does. */
export function explainTax(
  rates: readonly PlacedTaxRate[],
  asked: { readonly place: TaxPlace; readonly what: { readonly category: string } | 'shipping'; readonly isExempt: boolean },
): TaxExplanation {
  const { place, what, isExempt } = asked;
  if (isExempt) return { matches: [], none: 'exempt' };
  if (what !== 'shipping' && what.category === 'exempt') return { matches: [], none: 'never_taxed' };
  const here = explainRates(rates, place);
  if (here.length === 0) return { matches: [], none: 'no_rate_for_place' };
  const reaching = new Set(
    ratesFor(
      here.map(({ rate }) => rate),
      what,
    ),
  );
  const matches = here.filter(({ rate }) => reaching.has(rate));
  return { matches, none: matches.length > 0 ? null : what === 'shipping' ? 'not_on_shipping' : 'no_rate_for_category' };
}
