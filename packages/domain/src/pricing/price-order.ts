// The one calculator. Every total the product shows, freezes, compares or charges comes from here; there is no second
// formula. Totals are sums of stored, rounded parts. Unknown is not zero: what is not known is null and named in `open`.
// Decision records 0002 to 0004; cases.md has the worked figures.
import { type MinorUnits, minor, sum, zero } from '../money/money.ts';
import { mergeTaxLines } from '../tax/tax-of.ts';
import type { TaxLine } from '../tax/types.ts';
import { checkQuantity } from './bounds.ts';
import { breakGroups } from './break-groups.ts';
import { applyOrderDiscounts } from './discounts/order-discounts.ts';
import { type Portion, type Portions, portionsOf } from './portions.ts';
import { keptLine, type PricingMemory, priceLineOnce } from './pricing-memory.ts';
import { quantityRefusals } from './quantity-rules.ts';
import { taxPortions } from './tax-portions.ts';
import type { OpenPart, OrderPricing, OrderTotals, PricedLine, PricedShipment, PriceOrderInput, PricingLine } from './types.ts';

const paid = (portion: Portion, amount: MinorUnits) => portion.treatment.paid?.(amount) ?? amount;
const taxSum = (taxLines: readonly TaxLine[]) => taxLines.reduce((total, line) => total + line.amount, 0);

/** The figures of one line or charge, added up over its portions. */
class Parts {
  amount = 0;
  total = 0;
  orderDiscount = 0;
  tax: number | null = 0;
  taxLines: readonly TaxLine[] = [];

  add(portion: Portion, taxLines: readonly TaxLine[] | null): void {
    const total = paid(portion, portion.start);
    this.amount += paid(portion, portion.amount);
    this.total += total;
    this.orderDiscount += total - paid(portion, portion.left);
    this.tax = taxLines === null || this.tax === null ? null : this.tax + taxSum(taxLines);
    if (taxLines !== null) this.taxLines = this.taxLines.length === 0 ? taxLines : mergeTaxLines([...this.taxLines, ...taxLines]);
  }
}

type Gathered = {
  readonly lines: ReadonlyMap<number, Parts>;
  readonly charges: ReadonlyMap<number, Parts>;
  readonly allTaxLines: readonly (readonly TaxLine[] | null)[];
};

function gather(input: PriceOrderInput, portions: Portions): Gathered {
  const counted = [...portions.items, ...portions.charges];
  const allTaxLines = taxPortions(input, counted);
  const lines = new Map<number, Parts>();
  const charges = new Map<number, Parts>();
  const into = (map: Map<number, Parts>, key: number, portion: Portion, taxLines: readonly TaxLine[] | null) => {
    const parts = map.get(key) ?? new Parts();
    parts.add(portion, taxLines);
    map.set(key, parts);
  };
  counted.forEach((portion, index) => {
    const taxLines = allTaxLines[index] ?? null;
    if (portion.line !== null) into(lines, portion.line, portion, taxLines);
    else if (portion.shipment !== null) into(charges, portion.shipment, portion, taxLines);
  });
  // An optional line that is not chosen is shown with its price; it bears no tax.
  for (const portion of portions.shown) if (portion.line !== null) into(lines, portion.line, portion, []);
  return { lines, charges, allTaxLines };
}

/** The charge as shown: nothing in it, nothing to pay; while another shipment's is open it is shown but not counted. */
function shipmentOf(input: PriceOrderInput, index: number, portions: Portions, charges: ReadonlyMap<number, Parts>): PricedShipment {
  const shipment = input.shipments[index];
  const parts = charges.get(index);
  const shipmentId = shipment?.id ?? '';
  if (parts !== undefined) {
    return {
      shipmentId,
      charge: minor(parts.amount),
      discount: minor(parts.orderDiscount),
      tax: parts.tax === null ? null : minor(parts.tax),
      taxLines: parts.taxLines,
    };
  }
  const holds = portions.holds[index] === true;
  return { shipmentId, charge: holds ? (shipment?.charge ?? null) : zero, discount: zero, tax: holds ? null : zero, taxLines: [] };
}

function totalsOf(input: PriceOrderInput, portions: Portions, gathered: Gathered, discount: number, shippingIsOpen: boolean): OrderTotals {
  const counted = [...portions.items, ...portions.charges];
  let items = 0;
  for (const portion of portions.items) items += paid(portion, portion.start);
  let shipping = 0;
  for (const parts of gathered.charges.values()) shipping += parts.amount;
  // With nothing in it there is nothing to tax: an empty order owes 0, as its shipping is 0 while nothing ships.
  const taxIsOpen = gathered.allTaxLines.includes(null);
  const known = gathered.allTaxLines.reduce((total, taxLines) => total + (taxLines === null ? 0 : taxSum(taxLines)), 0);
  const guess = taxIsOpen
    ? counted.reduce((total, portion, index) => total + taxSum(gathered.allTaxLines[index] ?? portion.treatment.guess(portion.left)), 0)
    : null;
  const before = items - discount + (shippingIsOpen ? 0 : shipping);
  const open: OpenPart[] = [];
  if (shippingIsOpen) open.push('shipping');
  if (taxIsOpen) open.push('tax');
  return {
    items: minor(items),
    discount: minor(discount),
    shipping: shippingIsOpen ? null : minor(shipping),
    tax: taxIsOpen ? null : minor(known),
    estimatedTax: guess === null ? null : minor(guess),
    total: minor(input.priceMode === 'tax_included' || taxIsOpen ? before : before + known),
    open,
  };
}

const noPieces: ReadonlySet<PricingLine['kind']> = new Set(['charge', 'credit', 'section']);

/** Pieces over counted lines; charges, credits and what a bundle holds are not pieces of their own. */
function countItems(input: PriceOrderInput): number {
  const bundles = new Set(input.lines.filter((line) => line.kind === 'bundle').map((line) => line.id));
  return input.lines.reduce((count, line) => {
    const isPiece = line.counted && !noPieces.has(line.kind) && !(line.parentLineId !== null && bundles.has(line.parentLineId));
    return isPiece && checkQuantity(line.quantity) === null ? count + line.quantity : count;
  }, 0);
}

const none: readonly never[] = [];

/** What the line adds up to over its portions. */
function figuresOf(parts: Parts, groupQuantity: number) {
  return {
    amount: minor(parts.amount),
    discount: minor(parts.amount - parts.total),
    total: minor(parts.total),
    orderDiscount: minor(parts.orderDiscount),
    tax: parts.tax === null ? null : minor(parts.tax),
    taxLines: parts.taxLines,
    groupQuantity,
  };
}

/**
 * Prices an order. In: lines with the price tables that apply, shipments with their charge, the tax of each place, discounts; amounts in
 * minor units, unit prices as decimals, rates in parts per million. Out: every line, shipment and total, each with where it came from.
 * Never refuses: what must be put right comes as blockers on lines and discounts. `total` = items − discount + shipping + tax, without
 * the tax when prices hold it; what is not known is left out and named in `open`. `memory`: of the same order, priced before; the answer is
 * the same with it, only sooner, and lines that come out as before are the same objects.
 */
export function priceOrder(input: PriceOrderInput, memory: PricingMemory | null = null): OrderPricing {
  const groups = breakGroups(input.lines);
  const alone = { quantity: 0, alike: true, hasRun: false, reportsAt: '' };
  const priced = input.lines.map((line, index) => priceLineOnce(memory, line, groups[index] ?? alone, input.currency));
  const portions = portionsOf(input, priced);
  const shippingIsOpen =
    portions.somethingShips && (portions.unassigned || input.shipments.some((shipment, index) => portions.holds[index] === true && shipment.charge === null));
  const discounted = applyOrderDiscounts(input.discounts, portions, shippingIsOpen, input.lines);
  const gathered = gather(input, portions);
  const lines = input.lines.map((line, index): PricedLine => {
    const amounts = priced[index] ?? priceLineOnce(memory, line, alone, input.currency);
    const group = groups[index] ?? alone;
    const reports = line.counted && group.reportsAt === line.id && (line.kind === 'catalog' || line.kind === 'bundle') && line.parentLineId === null;
    const steps = discounted.steps.get(index) ?? none;
    const figures = figuresOf(gathered.lines.get(index) ?? new Parts(), group.quantity);
    return keptLine(memory, amounts, figures, { steps, reports }, () => ({
      lineId: line.id,
      unitPrice: amounts.unitPrice,
      ...figures,
      explanation: steps.length === 0 ? amounts.explanation : [...amounts.explanation, ...steps],
      hint: amounts.hint,
      blockers: reports ? [...amounts.blockers, ...quantityRefusals(line, group.quantity)] : amounts.blockers,
    }));
  });
  return {
    lines,
    shipments: input.shipments.map((_, index) => shipmentOf(input, index, portions, gathered.charges)),
    discounts: discounted.amounts,
    taxLines: mergeTaxLines(gathered.allTaxLines.flatMap((taxLines) => taxLines ?? [])),
    totals: totalsOf(input, portions, gathered, sum(discounted.amounts.map((each) => each.amount)), shippingIsOpen),
    itemCount: countItems(input),
  };
}
