import type { CheckoutStepJson } from '@backdesk/contract/order/checkout.ts';
import type { Format } from '@backdesk/ui/format/use-format.tsx';
import { refusalText } from '../lines/refusal-text.ts';
import { t } from './texts.ts';

type Reason = CheckoutStepJson['reasons'][number];

/** How the values of an input are said; the others change in a way that no two values would make plainer. */
const said: Readonly<Record<string, (value: number, format: Format, currency: string) => string>> = {
  weight: (value, format) => format.weight(value),
  quantity: (value, format) => format.number(value),
  lines: (value, format) => format.number(value),
  rate: (amount, format, currency) => format.money({ amount, currency }),
  itemsTotal: (amount, format, currency) => format.money({ amount, currency }),
};

/** A number, or the count before the mark in "12#1k9d…". */
function figure(value: Reason['was']): number | null {
  const text = typeof value === 'string' ? value.split('#')[0] : value;
  return text === null || text === undefined || text === '' || !Number.isFinite(Number(text)) ? null : Number(text);
}

/** Why a step needs another look, in words, with both values where they are figures: "the weight changed: 2.4 kg → 7.2 kg". */
export function staleReason(reason: Reason, format: Format, currency: string): string {
  const name = Object.hasOwn(t.reason, reason.input) ? t.reason[reason.input as keyof typeof t.reason]() : t.changed();
  const [was, now] = [figure(reason.was), figure(reason.now)];
  const say = said[reason.input];
  if (say === undefined || was === null || now === null || was === now) return name;
  return t.fromTo(name, say(was, format, currency), say(now, format, currency));
}

/** The inputs that say most come first: a line added moves lines, quantity and weight, and people think of the weight. */
const order = ['destination', 'rate', 'weight', 'itemsTotal', 'quantity', 'lines'];

/** Why a step needs another look in one phrase: what differs, or what keeps it from holding; '' when it holds. */
export function whyStale({ reasons, refusals }: Pick<CheckoutStepJson, 'reasons' | 'refusals'>, format: Format, currency: string): string {
  const rank = ({ input }: Reason) => (order.includes(input) ? order.indexOf(input) : order.length);
  const [first] = reasons.toSorted((a, b) => rank(a) - rank(b));
  if (first !== undefined) return staleReason(first, format, currency);
  const [refusal] = refusals;
  return refusal === undefined ? '' : refusalText(refusal, format.number);
}
