// While someone types, nearly the same order is priced at every key. What was worked out for a line is used again as long as everything
// it hangs on is the same, so that one of 5,000 lines costs one line. It is no second formula: the answer is the same as without a memory,
// and a property test holds that. Decision record 0029.
import type { TaxLine } from '../tax/types.ts';
import type { LineGroup } from './price-breaks.ts';
import { type LineAmounts, priceLine } from './price-line.ts';
import type { PricedLine, PriceStep, PricingLine } from './types.ts';

type Worked = LineGroup & { readonly currency: string; readonly amounts: LineAmounts };
type Shown = { readonly steps: readonly PriceStep[]; readonly reports: boolean; readonly priced: PricedLine };

/** Remembered by the identity of a line: a line that changed is another object. Give one memory to one order only. */
export type PricingMemory = { readonly worked: WeakMap<PricingLine, Worked>; readonly shown: WeakMap<LineAmounts, Shown> };

export function createPricingMemory(): PricingMemory {
  return { worked: new WeakMap(), shown: new WeakMap() };
}

/** `priceLine`, or what it gave when the same line stood in a group of the same size. */
export function priceLineOnce(memory: PricingMemory | null, line: PricingLine, group: LineGroup, currency: string): LineAmounts {
  const known = memory?.worked.get(line);
  if (known !== undefined && sameGroup(known, group) && known.currency === currency) return known.amounts;
  const amounts = priceLine(line, group, currency);
  memory?.worked.set(line, { quantity: group.quantity, alike: group.alike, hasRun: group.hasRun, currency, amounts });
  return amounts;
}

function sameGroup(a: LineGroup, b: LineGroup): boolean {
  return a.quantity === b.quantity && a.alike === b.alike && a.hasRun === b.hasRun;
}

type Figures = Pick<PricedLine, 'amount' | 'total' | 'orderDiscount' | 'tax' | 'taxLines' | 'groupQuantity'>;

/** The line as it was given last, when it comes out with the very same figures; else as `make` has it. */
export function keptLine(
  memory: PricingMemory | null,
  amounts: LineAmounts,
  figures: Figures,
  { steps, reports }: Pick<Shown, 'steps' | 'reports'>,
  make: () => PricedLine,
): PricedLine {
  if (memory === null) return make();
  const known = memory.shown.get(amounts);
  if (known !== undefined && known.reports === reports && sameFigures(known.priced, figures) && sameSteps(known.steps, steps)) return known.priced;
  const priced = make();
  memory.shown.set(amounts, { steps, reports, priced });
  return priced;
}

function sameFigures(a: Figures, b: Figures): boolean {
  return (
    a.amount === b.amount &&
    a.total === b.total &&
    a.orderDiscount === b.orderDiscount &&
    a.tax === b.tax &&
    a.groupQuantity === b.groupQuantity &&
    a.taxLines.length === b.taxLines.length &&
    a.taxLines.every((line, at) => sameTaxLine(line, b.taxLines[at]))
  );
}

function sameTaxLine(a: TaxLine, b: TaxLine | undefined): boolean {
  return a.code === b?.code && a.name === b.name && a.ratePpm === b.ratePpm && a.base === b.base && a.amount === b.amount;
}

function sameSteps(a: readonly PriceStep[], b: readonly PriceStep[]): boolean {
  return a.length === b.length && a.every((step, at) => sameStep(step, b[at]));
}

/** Steps of order discounts: which, and what it took. */
function sameStep(a: PriceStep, b: PriceStep | undefined): boolean {
  if (a.step !== 'order_discount' || b?.step !== 'order_discount') return false;
  return a.discountId === b.discountId && a.label === b.label && a.amount === b.amount;
}
