// How a portion is taxed, and what of its price is paid (cases, policy 2). Excluded prices: the net stays, the place's tax is added.
// Included prices hold the tax of the account's own place: a customer taxed elsewhere keeps the gross or (a setting) the net; who pays
// no tax pays the net, derived with the account's own rate.
import { type MinorUnits, minor, zero } from '../money/money.ts';
import { netOf, ratesFor, taxInGross, taxOnNet } from '../tax/tax-of.ts';
import type { TaxLine, TaxRate } from '../tax/types.ts';
import type { PlaceTax, PriceOrderInput } from './types.ts';

export type Treatment = {
  /** The rates of the place; null: the place is not known. */
  readonly rates: readonly TaxRate[] | null;
  /** What is paid for an amount in the price mode. Rises with it, so a discount never turns negative; null: the amount itself. */
  readonly paid: ((amount: MinorUnits) => MinorUnits) | null;
  /** The tax of an amount in the price mode; null: not known. */
  readonly taxLines: (amount: MinorUnits) => readonly TaxLine[] | null;
  /** The tax as the account's own place would have it, while the place is not known. */
  readonly guess: (amount: MinorUnits) => readonly TaxLine[];
};

export type TreatmentFinder = {
  readonly forItem: (place: PlaceTax | null, category: string) => Treatment;
  readonly forCharge: (place: PlaceTax | null) => Treatment;
};

function sameRates(left: readonly TaxRate[], right: readonly TaxRate[]): boolean {
  return left.length === right.length && left.every((rate, index) => rate.code === right[index]?.code && rate.ratePpm === right[index]?.ratePpm);
}

const taxTotal = (lines: readonly TaxLine[]) => minor(lines.reduce((sum, line) => sum + line.amount, 0));

/** Zero tax, with the reason where the tax would stand. */
function exemptTreatment(input: PriceOrderInput, home: readonly TaxRate[], reason: string): Treatment {
  const paid = input.priceMode === 'tax_included' ? (amount: MinorUnits) => netOf(amount, home) : null;
  const taxLines = (amount: MinorUnits): readonly TaxLine[] => [{ code: 'exempt', name: reason, ratePpm: 0, base: paid?.(amount) ?? amount, amount: zero }];
  return { rates: [], paid, taxLines, guess: taxLines };
}

function treatmentOf(input: PriceOrderInput, rates: readonly TaxRate[] | null, home: readonly TaxRate[]): Treatment {
  if (input.exemption !== null) return exemptTreatment(input, home, input.exemption);
  const taxBy = input.priceMode === 'tax_included' ? taxInGross : taxOnNet;
  const guess = (amount: MinorUnits) => taxBy(amount, home);
  if (rates === null) return { rates, paid: null, taxLines: () => null, guess };
  if (input.priceMode === 'tax_included' && input.includedElsewhere === 'keep_net' && !sameRates(rates, home)) {
    const taxLines = (amount: MinorUnits) => taxOnNet(netOf(amount, home), rates);
    return { rates, paid: (amount) => minor(netOf(amount, home) + taxTotal(taxLines(amount))), taxLines, guess };
  }
  return { rates, paid: null, taxLines: (amount) => taxBy(amount, rates), guess };
}

/** Finds the treatment by place and category, worked out once for each pair. */
export function treatmentFinder(input: PriceOrderInput): TreatmentFinder {
  const ofItems = new Map<PlaceTax | null, Map<string, Treatment>>();
  const ofCharges: typeof ofItems = new Map();
  const find = (known: typeof ofItems, place: PlaceTax | null, key: string, pick: (rates: readonly TaxRate[]) => readonly TaxRate[]): Treatment => {
    const ofPlace = known.get(place);
    const found = ofPlace?.get(key);
    if (found !== undefined) return found;
    const made = treatmentOf(input, place === null ? null : pick(place.rates), pick(input.homeTax.rates));
    if (ofPlace === undefined) known.set(place, new Map([[key, made]]));
    else ofPlace.set(key, made);
    return made;
  };
  return {
    // A category that is never taxed needs no place.
    forItem: (place, category) => find(ofItems, category === 'exempt' ? input.homeTax : place, category, (rates) => ratesFor(rates, { category })),
    forCharge: (place) => find(ofCharges, place, '', (rates) => ratesFor(rates, 'shipping')),
  };
}
