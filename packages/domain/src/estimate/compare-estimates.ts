// What became different between two revisions: what was changed, line by line, and the sums that follow. Pure; `describe-change.ts`
// puts it into words. Lines are the same when their id is. Where they stand is told in `compare-order.ts`. Issue 6.
import { orderChanges } from './compare-order.ts';
import { type ChangeKind, type ComparedLine, change, type EstimateChange, nameOf } from './estimate-change.ts';
import type { PromisedDiscount } from './promise.ts';

type Place = { readonly [Part in (typeof placeParts)[number]]?: string | null | undefined };

/** The part of a frozen revision that is compared; the frozen JSON fits it as it is. */
export type Compared = {
  readonly name: string;
  readonly validUntil: string;
  readonly poNumber: string;
  readonly dueOn: string | null;
  readonly texts: { readonly note: string; readonly terms?: string | undefined };
  /** Missing in revisions of before they were kept, as the deposit. */
  readonly paymentTerms?: string | undefined;
  readonly deposit?: { readonly term: PromisedDiscount } | null | undefined;
  readonly fields?: readonly { readonly code: string; readonly label: string; readonly value: unknown }[] | undefined;
  readonly lines: readonly ComparedLine[];
  readonly discounts: readonly { readonly id: string; readonly label: string; readonly value: PromisedDiscount; readonly amount: number }[];
  readonly shipments: readonly { readonly address: Place | null; readonly method: { readonly name: string } | null }[];
  readonly billing: { readonly sameAsShipping: boolean; readonly address: Place | null };
  readonly tax: { readonly exemption: string | null };
  readonly totals: { readonly discount: number; readonly shipping: number | null; readonly tax: number | null; readonly total: number };
};

export const sumKinds = ['discount', 'shipping', 'tax', 'total'] as const;
/** A sum that is another, minor units; null: not known. A discount is negative. */
export type EstimateSum = { readonly kind: (typeof sumKinds)[number]; readonly from: number | null; readonly to: number | null };

export type EstimateComparison = { readonly changes: readonly EstimateChange[]; readonly sums: readonly EstimateSum[] };

/**
 * The changes in the order of the newer document, lines that went first. The differences of the changes and of all sums but the total
 * make up the difference of the total, where tax is not within the prices.
 * @example 450 mugs at 3.96 become 500 at 3.80: `line_quantity` from "450" to "500", 1,900.00 − 1,782.00 = 118.00 more.
 */
export function compareEstimates(before: Compared, after: Compared): EstimateComparison {
  return {
    changes: [
      ...lineChanges(before.lines, after.lines),
      ...orderChanges(before.lines, after.lines),
      ...discountChanges(before, after),
      ...wholeChanges(before, after),
    ],
    sums: sumKinds.flatMap((kind) => {
      const [from, to] = [sumOf(before, kind), sumOf(after, kind)];
      return from === to ? [] : [{ kind, from, to }];
    }),
  };
}

/** How many changes a reader is told of: what was changed, or where nothing was (a tax rate moved), the sums that did. */
export function countChanges({ changes, sums }: EstimateComparison): number {
  return changes.length > 0 ? changes.length : sums.filter(({ kind }) => kind !== 'total').length;
}

const counted = (line: ComparedLine) => (line.optional && !line.chosen ? 0 : line.total);
const isPromised = ({ kind }: ComparedLine) => kind !== 'section';

function lineChanges(before: readonly ComparedLine[], after: readonly ComparedLine[]): readonly EstimateChange[] {
  const was = new Map(before.filter(isPromised).map((line) => [line.id, line]));
  const now = new Set(after.map(({ id }) => id));
  const renamed = renamedGroups(was, after);
  const gone = [...was.values()].filter(({ id }) => !now.has(id));
  return [
    ...gone.map((line) => change('line_removed', nameOf(line), String(line.quantity), null, -counted(line))),
    ...after.filter(isPromised).flatMap((line) => {
      const known = was.get(line.id);
      return known === undefined ? [change('line_added', nameOf(line), null, String(line.quantity), counted(line))] : changesOf(known, line, renamed);
    }),
    ...[...renamed].map(([from, to]) => change('group_renamed', from, from, to)),
  ];
}

/** Choice groups that only their name changed of: all their lines that stayed are together under another, and nothing else is there. */
function renamedGroups(was: ReadonlyMap<string, ComparedLine>, after: readonly ComparedLine[]): ReadonlyMap<string, string> {
  const pairs = after.flatMap(({ id, choiceGroup: to = null }) => {
    const known = was.get(id);
    return known === undefined ? [] : [{ from: known.choiceGroup ?? null, to }];
  });
  const [byOld, byNew] = [Map.groupBy(pairs, ({ from }) => from), Map.groupBy(pairs, ({ to }) => to)];
  return new Map(
    [...byOld].flatMap(([from, lines]) => {
      const to = lines[0]?.to ?? null;
      const isOne = lines.every((line) => line.to === to) && byNew.get(to)?.length === lines.length;
      return from === null || to === null || from === to || !isOne ? [] : [[from, to] as const];
    }),
  );
}

/** The whole difference of a line stands with what moved it most likely: its quantity, then its price, then whether it counts, then the rest. */
function changesOf(was: ComparedLine, now: ComparedLine, renamed: ReadonlyMap<string, string>): readonly EstimateChange[] {
  const label = nameOf(now);
  const moved = (kind: ChangeKind, of: (line: ComparedLine) => string | null) =>
    of(was) === of(now) ? [] : [change(kind, kind === 'line_renamed' ? nameOf(was) : label, of(was), of(now))];
  // At another quantity another price of the same table follows by itself.
  const price = was.quantity === now.quantity ? moved('line_price', ({ unitPrice }) => unitPrice) : [];
  const changes = [
    ...moved('line_quantity', ({ quantity }) => String(quantity)),
    ...price,
    ...moved('line_offer', offerOf),
    ...moved('line_customized', ({ answers = [] }) => textOrNull(answers.map(({ name, value }) => `${name}: ${value}`).join(', '))),
    ...moved('line_renamed', nameOf),
    ...moved('line_bounds', boundsOf),
    ...(renamed.has(was.choiceGroup ?? '') ? [] : moved('line_group', ({ choiceGroup = null }) => choiceGroup)),
    ...moved('line_note', ({ note }) => textOrNull(note)),
  ];
  const difference = counted(now) - counted(was);
  const [first, ...others] = changes;
  if (first !== undefined) return [{ ...first, difference: difference === 0 && !hasPrice(first.kind) ? null : difference }, ...others];
  return difference === 0 ? [] : [change('line_price', label, was.unitPrice, now.unitPrice, difference)];
}

const hasPrice = (kind: ChangeKind) => kind === 'line_quantity' || kind === 'line_price' || kind === 'line_offer';
const offerOf = ({ optional, chosen }: ComparedLine) => (optional ? (chosen ? 'chosen' : 'open') : 'fixed');
const boundsOf = ({ quantityBounds: bounds }: ComparedLine) => (bounds === null || bounds === undefined ? null : `${bounds.minimum}-${bounds.maximum}`);
const textOrNull = (text: string) => (text === '' ? null : text);

const partOrAmount = (value: PromisedDiscount) => (value.kind === 'percentage' ? `${value.ppm} ppm` : String(value.amount));

/** Only discounts whose terms are others: that one of 10 % takes more of more is no change. */
function discountChanges(before: Compared, after: Compared): readonly EstimateChange[] {
  const termsOf = ({ value }: Compared['discounts'][number]) => partOrAmount(value);
  const was = new Map(before.discounts.map((discount) => [discount.id, discount]));
  const now = new Set(after.discounts.map(({ id }) => id));
  const taken = (amount: number) => String(-amount);
  return [
    ...before.discounts.filter(({ id }) => !now.has(id)).map(({ label, amount }) => change('discount', label, taken(amount), null)),
    ...after.discounts.flatMap((discount) => {
      const known = was.get(discount.id);
      if (known === undefined) return [change('discount', discount.label, null, taken(discount.amount))];
      return termsOf(known) === termsOf(discount) ? [] : [change('discount', discount.label, taken(known.amount), taken(discount.amount))];
    }),
  ];
}

function wholeChanges(before: Compared, after: Compared): readonly EstimateChange[] {
  const moved = (kind: ChangeKind, of: (estimate: Compared) => string | null) => (of(before) === of(after) ? [] : [change(kind, '', of(before), of(after))]);
  return [
    ...moved('ship_to', ({ shipments }) =>
      textOrNull(
        shipments
          .map(({ address }) => placeInLine(address))
          .filter(Boolean)
          .join('; '),
      ),
    ),
    ...moved('shipping_method', ({ shipments }) => textOrNull(shipments.flatMap(({ method }) => (method === null ? [] : [method.name])).join(', '))),
    ...moved('bill_to', billedTo),
    ...moved('exemption', ({ tax }) => tax.exemption),
    ...moved('due_on', ({ dueOn }) => dueOn),
    ...moved('po_number', ({ poNumber }) => textOrNull(poNumber)),
    ...fieldChanges(before.fields ?? [], after.fields ?? []),
    ...moved('name', ({ name }) => textOrNull(name)),
    ...moved('note', ({ texts }) => textOrNull(texts.note)),
    ...moved('payment_terms', ({ paymentTerms = '' }) => textOrNull(paymentTerms)),
    ...moved('deposit', ({ deposit }) => (deposit === null || deposit === undefined ? null : partOrAmount(deposit.term))),
    ...moved('terms', ({ texts }) => textOrNull(texts.terms ?? '')),
    ...moved('valid_until', ({ validUntil }) => validUntil),
  ];
}

/** Billed where it ships to is no word of its own: then only the other place changed. */
const billedTo = ({ billing }: Compared) => (billing.sameAsShipping ? null : textOrNull(placeInLine(billing.address)));

const placeParts = ['name', 'company', 'line1', 'line2', 'city', 'region', 'postcode', 'country'] as const;

function placeInLine(place: Place | null): string {
  if (place === null) return '';
  return placeParts
    .map((part) => place[part] ?? '')
    .filter((part) => part !== '')
    .join(', ');
}

function fieldChanges(before: NonNullable<Compared['fields']>, after: NonNullable<Compared['fields']>): readonly EstimateChange[] {
  const written = (value: unknown) => (value === true ? 'yes' : value === false ? 'no' : String(value));
  const was = new Map(before.map((field) => [field.code, field]));
  const now = new Set(after.map(({ code }) => code));
  return [
    ...before.filter(({ code }) => !now.has(code)).map(({ label, value }) => change('field', label, written(value), null)),
    ...after.flatMap(({ code, label, value }) => {
      const from = was.get(code);
      const text = from === undefined ? null : written(from.value);
      return text === written(value) ? [] : [change('field', label, text, written(value))];
    }),
  ];
}

function sumOf({ totals }: Compared, kind: EstimateSum['kind']): number | null {
  return kind === 'discount' && totals.discount !== 0 ? -totals.discount : totals[kind];
}
