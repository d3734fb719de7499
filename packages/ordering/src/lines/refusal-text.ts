import type { RefusalJson } from '@backdesk/contract/order/refusal.ts';
import { problems } from '@backdesk/contract/problem.ts';

type Numbers = (value: number) => string;
type Detail = NonNullable<RefusalJson['detail']>;

/**
 * What a refusal means to the person who can mend it, staff or the customer themselves. Figures come from its detail; without them the general
 * sentence stands.
 */
export function refusalText({ code, detail = {} }: RefusalJson, number: Numbers): string {
  const say = Object.hasOwn(sentences, code) ? sentences[code]?.(detail, number) : undefined;
  if (say !== undefined) return say;
  return Object.hasOwn(problems, code) ? problems[code as keyof typeof problems].title : code;
}

function figure(detail: Detail, names: readonly string[], number: Numbers): string | undefined {
  const value = names.map((name) => detail[name]).find((found) => typeof found === 'number');
  return typeof value === 'number' ? number(value) : undefined;
}

const sentences: Readonly<Record<string, (detail: Detail, number: Numbers) => string | undefined>> = {
  'order.no_lines': () => 'No lines yet',
  'order.negative_total': () => 'The total is below 0: credits and discounts come to more than the rest',
  'order.customer_inactive': () => 'Closed for orders',
  conflict: ({ undone }) => (undone === true ? 'It was undone already' : undefined),
  'line.below_minimum': (detail, number) => {
    const least = figure(detail, ['minimum', 'least', 'from'], number);
    return least && `Sold from ${least}`;
  },
  'line.over_maximum': (detail, number) => {
    const most = figure(detail, ['maximum', 'most'], number);
    return most && `At most ${most} on one order`;
  },
  'line.not_in_increment': (detail, number) => {
    // Without a step the product is sold in the quantities of its breaks alone.
    const rule = detail.increment === 0 ? 'Sold in fixed quantities' : `Sold in steps of ${figure(detail, ['increment'], number) ?? '1'}`;
    const nearest = [detail.below, detail.above].filter((each) => typeof each === 'number' && each > 0).map((each) => number(Number(each)));
    const counted = figure(detail, ['quantity'], number);
    if (nearest.length === 0) return rule;
    // What is counted is that of all like lines, which may be more than stands on this one.
    return `${rule}: ${nearest.join(' or ')}${counted === undefined ? '' : `, not ${counted}`}`;
  },
  'line.quantity_out_of_range': (detail, number) => {
    if (detail.maximumAmount !== undefined) return 'One line cannot come to so much: fewer pieces, or a lower price';
    const [least, most] = [figure(detail, ['minimum'], number), figure(detail, ['maximum'], number)];
    return least && most && `A whole number from ${least} to ${most}`;
  },
  'line.override_out_of_range': ({ mostOfAllLines }) =>
    mostOfAllLines === undefined ? undefined : 'All lines together cannot come to so much: fewer pieces, or a lower price',
  'line.no_price': () => 'It has no price yet',
  'line.configuration_missing': ({ option }) => (typeof option === 'string' ? `${option}: not answered yet` : undefined),
  'line.configuration_unknown': ({ option, answer }) =>
    typeof option === 'string' && option !== '' ? `${option}: “${String(answer)}” is no longer offered, choose again` : undefined,
  'line.configuration_too_long': ({ option }) => (typeof option === 'string' ? `${option}: the text is too long` : undefined),
  'line.configuration_invalid': ({ option }) => (typeof option === 'string' ? `${option}: the answer is not what is asked for, look again` : undefined),
  'line.part_stays': () => 'A part stays in its bundle',
  'line.charge_stays': () => 'This charge stays with its line',
  'line.below_floor': () => 'Below the lowest price that you may give',
  'line.choice_open': ({ group }) => (typeof group === 'string' ? `${group}: choose one` : undefined),
  'order.differs_from_accepted': () => 'This is not what the customer accepted: drop the changes on the draft, or convert it again',
  'line.product_unavailable': ({ reason }) => (reason === 'excluded' ? 'Not sold to this customer' : 'No longer sold'),
  'line.short_of_stock': (detail, number) => {
    const left = figure(detail, ['available', 'inStock'], number);
    return left && (detail.available === 0 ? 'Sold out' : `Only ${left} in stock`);
  },
  'shipping.address_missing': () => 'Shipping address',
  'shipping.address_stale': () => 'Shipping address: look again',
  'shipping.country_not_served': () => 'We do not ship to this country',
  'shipping.quantities_differ': () => 'The shipments hold more or less of a line than is ordered',
  'shipping.method_missing': () => 'Shipping method',
  'shipping.method_stale': () => 'Shipping method: choose again',
  'shipping.method_not_serving': () => 'The shipping method does not serve this address',
  'billing.address_missing': () => 'Billing address',
  'billing.stale': () => 'Billing and payment: look again',
  'payment.missing': () => 'Payment',
  'fields.missing': ({ label }) => (typeof label === 'string' ? `${label} is needed` : undefined),
  'payment.not_allowed': () => 'This way to pay is not open here',
};
