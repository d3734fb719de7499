// What the store changed in a cart, in sentences: somebody about to order should not have to find out. Pure.
import type { OrderLine } from '@backdesk/contract/order/lines.ts';
import type { Order } from '@backdesk/contract/order/order.ts';
import { addressInOneLine } from '@backdesk/ordering/address/address-draft.ts';
import { sameJson } from '@backdesk/ordering/editing/same-json.ts';
import type { Format } from '@backdesk/ui/format/use-format.tsx';
import { t } from './texts.ts';

/** At most so many lines are said one by one. */
const mostSaid = 5;

type SeenLine = Pick<OrderLine, 'id' | 'parentLineId' | 'kind' | 'name' | 'quantity' | 'total' | 'noteCustomer' | 'chosen' | 'answers'>;
type Money = Order['totals']['total'];
type Shipment = Order['shipping']['shipments'][number];
type SeenShipment = Pick<Shipment, 'kind' | 'address' | 'pickupPlace'> & { readonly method: Pick<NonNullable<Shipment['method']>, 'name'> | null };
type Seen = Pick<Order, 'billing' | 'payment' | 'poNumber' | 'noteCustomer' | 'name' | 'fields' | 'paymentTerms' | 'deposit'> & {
  readonly lines: readonly SeenLine[];
  readonly shipping: { readonly shipments: readonly SeenShipment[] };
  readonly totals: Pick<Order['totals'], 'total' | 'discount'>;
};

export function cartChanges(before: Seen, after: Seen, format: Pick<Format, 'number' | 'money'>): readonly string[] {
  return [...partChanges(before, after, format), ...totalChange(before.totals.total, after.totals.total, format)];
}

/** The total that moved, in a sentence; none: it did not. */
export function totalChange(was: Money, now: Money, format: Pick<Format, 'money'>): readonly string[] {
  return was.amount === now.amount ? [] : [t.total(format.money(was), format.money(now))];
}

/** What was changed, without the total that follows from it. */
export function partChanges(before: Seen, after: Seen, format: Pick<Format, 'number' | 'money'>): readonly string[] {
  const [was, is] = [byId(before.lines), byId(after.lines)];
  const said = [
    ...after.lines.flatMap((line) => {
      const known = was.get(line.id);
      return line.parentLineId !== null || line.kind === 'section'
        ? []
        : known === undefined
          ? [t.added(format.number(line.quantity), line.name)]
          : changesOf(known, line, format);
    }),
    ...before.lines.flatMap((line) => (line.parentLineId === null && line.kind !== 'section' && !is.has(line.id) ? [t.removed(line.name)] : [])),
  ];
  const rest = said.length - mostSaid;
  return [...(rest > 0 ? [...said.slice(0, mostSaid), t.more(rest)] : said), ...headChanges(before, after, format)];
}

/** What is not of a line: where it goes and how, the bill, what was written and taken off. It may change without the total moving. */
function headChanges(before: Seen, after: Seen, format: Pick<Format, 'money'>): readonly string[] {
  const texts: readonly (readonly [(was: string, now: string) => string, (order: Seen) => string])[] = [
    [t.named, ({ name }) => name],
    [t.shippingTo, ({ shipping }) => shipping.shipments.map(placeOf).filter(Boolean).join('; ')],
    [t.method, ({ shipping }) => [...new Set(shipping.shipments.flatMap(({ method }) => method?.name ?? []))].join(', ')],
    [t.bill, ({ billing: { sameAsShipping, address } }) => (sameAsShipping ? t.sameAsShipping() : address === null ? '' : addressInOneLine(address))],
    [t.payment, ({ payment }) => (payment === null ? '' : t.payments[payment.method]())],
    [t.poNumber, ({ payment, poNumber }) => payment?.poNumber || poNumber],
    [t.noted, ({ noteCustomer }) => noteCustomer],
    [t.discount, ({ totals }) => format.money(totals.discount)],
  ];
  const said = texts.flatMap(([says, textOf]) => {
    const [was, now] = [textOf(before), textOf(after)];
    return was === now ? [] : [says(was || t.nothing(), now || t.nothing())];
  });
  const asked = !sameJson([before.paymentTerms, termOf(before)], [after.paymentTerms, termOf(after)]);
  return [...said, ...(asked ? [t.terms()] : []), ...(sameJson(before.fields, after.fields) ? [] : [t.information()])];
}

const termOf = ({ deposit }: Seen) => deposit?.term ?? null;

function placeOf({ kind, address, pickupPlace }: SeenShipment): string {
  if (kind === 'pickup') return t.pickup(pickupPlace?.name ?? '');
  return address === null ? '' : addressInOneLine(address);
}

function changesOf(before: SeenLine, after: SeenLine, format: Pick<Format, 'number' | 'money'>): readonly string[] {
  if (before.quantity !== after.quantity) return [t.quantity(after.name, format.number(before.quantity), format.number(after.quantity))];
  if (before.total.amount !== after.total.amount) return [t.price(after.name, format.money(before.total), format.money(after.total))];
  if (before.noteCustomer !== after.noteCustomer || before.name !== after.name || before.chosen !== after.chosen) return [t.changed(after.name)];
  return JSON.stringify(before.answers) === JSON.stringify(after.answers) ? [] : [t.changed(after.name)];
}

const byId = (lines: readonly SeenLine[]) => new Map(lines.map((line) => [line.id, line]));
