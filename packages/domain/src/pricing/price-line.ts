// The price of one line before order discounts and tax: break or typed price → upcharges → override → line discount, computed exactly
// and rounded once (cases, policies 3 and 8). Each step says what it added, and the steps add up to the line.
import { answerBlockers } from '../catalog/configuration.ts';
import type { Refusal } from '../core/refusal.ts';
import { type MinorUnits, minor, zero } from '../money/money.ts';
import { priceOfPieces, unitDecimal } from '../money/rational.ts';
import { checkQuantity, largestLineAmount, largestQuantity } from './bounds.ts';
import { amountOff } from './discounts/amount-off.ts';
import { breakFor, breakHint, type LineGroup } from './price-breaks.ts';
import type { BreakHint, PriceStep, PricingLine, Upcharge } from './types.ts';
import { amountWith, nothingAdded, unitPriceWith, upchargeBreak, withUpcharge } from './upcharges.ts';

export type LineAmounts = {
  readonly unitPrice: string | null;
  readonly amount: MinorUnits;
  readonly discount: MinorUnits;
  readonly total: MinorUnits;
  readonly explanation: readonly PriceStep[];
  readonly hint: BreakHint | null;
  readonly blockers: readonly Refusal[];
};

/** A price for `per` pieces, and where it came from. The step's amount is filled in when the line is worked out. */
type BasePrice = { readonly price: string; readonly per: number; readonly unitPrice: string; readonly step: (amount: MinorUnits) => PriceStep };

/** The catalogue's or the typed price of the line; under the lowest break the lowest counts, with a blocker elsewhere. */
function basePrice(line: PricingLine, groupQuantity: number): BasePrice | null {
  if (line.unitPrice !== null) {
    const { unitPrice } = line;
    return { price: unitPrice, per: 1, unitPrice, step: (amount) => ({ step: 'unit_price', unitPrice, amount }) };
  }
  const table = line.priceTable;
  const found = table === null ? undefined : (breakFor(table.breaks, groupQuantity) ?? table.breaks[0]);
  if (table === null || found === undefined) return null;
  const unitPrice = unitDecimal(found.extendedPrice, found.quantity);
  return {
    price: found.extendedPrice,
    per: found.quantity,
    unitPrice,
    step: (amount) => ({ step: 'break', label: table.label, unitPrice, breakQuantity: found.quantity, groupQuantity, amount }),
  };
}

/** Of the line, and of all lines that choose the break with it. */
type Pieces = { readonly quantity: number; readonly groupQuantity: number };

type Worked = { readonly unitPrice: string; readonly amount: number; readonly steps: readonly PriceStep[] };

/** Base and upcharges. The sum is exact and rounded once; each step is the difference it makes to that rounded sum. */
function listPrice(line: PricingLine, base: BasePrice, { quantity, groupQuantity }: Pieces, currency: string): Worked {
  const alone = bounded(priceOfPieces(base.price, quantity, base.per, currency));
  if (line.upcharges.length === 0) return { unitPrice: base.unitPrice, amount: alone, steps: [base.step(alone)] };
  const steps: PriceStep[] = [base.step(alone)];
  let added = nothingAdded;
  let perLine = 0;
  let before: number = alone;
  for (const upcharge of line.upcharges) {
    added = withUpcharge(added, upcharge, groupQuantity);
    perLine += upcharge.perLine;
    const after = bounded(amountWith(base, added, quantity, currency) + perLine);
    steps.push({ step: 'upcharge', label: upcharge.label, amount: minor(after - before), ...howAdded(upcharge, groupQuantity) });
    before = after;
  }
  return { unitPrice: unitPriceWith(base.unitPrice, added), amount: before, steps };
}

function howAdded(upcharge: Upcharge, groupQuantity: number): { readonly ppm?: number; readonly breakQuantity?: number } {
  const reached = upchargeBreak(upcharge, groupQuantity);
  return { ...(upcharge.ppm !== undefined && { ppm: upcharge.ppm }), ...(reached !== null && { breakQuantity: reached.quantity }) };
}

/** A price set by a person: instead of list, break and per-piece upcharges; per-line upcharges stay. */
function overridden(line: PricingLine, listAmount: MinorUnits | null, quantity: number, currency: string): Worked | null {
  if (line.override === null) return null;
  const { unitPrice, by, reason } = line.override;
  const amount = bounded(priceOfPieces(unitPrice, quantity, 1, currency));
  const charges = line.upcharges.filter((upcharge) => upcharge.perLine !== 0);
  return {
    unitPrice,
    amount: bounded(charges.reduce((total: number, upcharge) => total + upcharge.perLine, amount)),
    steps: [
      { step: 'override', unitPrice, by, reason, listAmount, amount },
      ...charges.map((upcharge): PriceStep => ({ step: 'upcharge', label: upcharge.label, amount: upcharge.perLine })),
    ],
  };
}

/** An amount beyond what a line can hold is held at the bound; the line then says so. */
function bounded(amount: number): MinorUnits {
  return minor(Math.max(-largestLineAmount, Math.min(largestLineAmount, amount)));
}

const heading: LineAmounts = { unitPrice: null, amount: zero, discount: zero, total: zero, explanation: [], hint: null, blockers: [] };

/** Prices one line. The group's quantity chooses the break; the line's own is what is paid for. A quantity or an amount out of bounds is a blocker. */
export function priceLine(line: PricingLine, group: LineGroup, currency: string): LineAmounts {
  if (line.kind === 'section') return heading;
  const blockers: Refusal[] = [];
  if (line.unavailable != null) blockers.push({ code: 'line.product_unavailable', lineId: line.id, detail: { reason: line.unavailable } });
  const outOfRange = checkQuantity(line.quantity);
  if (outOfRange !== null) blockers.push({ ...outOfRange, lineId: line.id });
  const quantity = outOfRange === null ? line.quantity : 0;
  const base = basePrice(line, group.quantity);
  const list = base === null ? null : listPrice(line, base, { quantity, groupQuantity: group.quantity }, currency);
  const worked = overridden(line, list === null ? null : minor(list.amount), quantity, currency) ?? list;
  if (worked === null) blockers.push({ code: 'line.no_price', lineId: line.id, pointer: '/unitPrice' });
  const amount = minor(worked?.amount ?? 0);
  if (Math.abs(amount) >= largestLineAmount) {
    blockers.push({
      code: 'line.quantity_out_of_range',
      lineId: line.id,
      pointer: '/quantity',
      detail: { minimum: 1, maximum: largestQuantity, maximumAmount: largestLineAmount },
    });
  }
  const discount = line.discount === null ? zero : amountOff(amount, line.discount);
  if (line.discount?.kind === 'fixed' && line.discount.amount > Math.max(0, amount)) {
    blockers.push({
      code: 'discount.exceeds_base',
      lineId: line.id,
      pointer: '/discount',
      detail: { discountAmount: line.discount.amount, baseAmount: amount },
    });
  }
  if (line.answers !== undefined && line.answers.length > 0) blockers.push(...answerBlockers(line.answers, line.id));
  const steps = worked?.steps ?? [];
  return {
    unitPrice: worked?.unitPrice ?? null,
    amount,
    discount,
    total: minor(amount - discount),
    explanation: line.discount === null ? steps : [...steps, { step: 'line_discount', value: line.discount, amount: discount }],
    // How many a charge is for, or a bundle holds, nobody chooses there.
    hint: outOfRange === null && line.parentLineId === null && line.override === null && line.unitPrice === null ? breakHint(line, group, currency) : null,
    blockers,
  };
}
