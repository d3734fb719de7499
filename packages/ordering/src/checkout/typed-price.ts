// A price for shipping that staff type in place of a rate, while it is being entered.
import type { Order } from '@backdesk/contract/order/order.ts';
import { currencyDigits } from '@backdesk/domain/money/currency.ts';
import { decimalToMinor, minorToDecimal } from '@backdesk/ui/format/money.ts';
import { t } from './texts.ts';

/** The value of the choice beside the rates' ids. */
export const TYPED = 'typed';

/** `amount` is a plain decimal, null while it is empty. */
export type TypedPrice = { readonly name: string; readonly amount: string | null; readonly reason: string };

type Shipment = Order['shipping']['shipments'][number];

/** Whether the price was typed by staff; customers are not told by whom and why. */
export const isTypedPrice = ({ method }: Shipment): boolean => method !== null && method.rateId === null;

/** The price as the order has it; empty where it has none. */
export function priceOf({ method }: Shipment): TypedPrice {
  if (!method?.typed) return { name: t.typedNameDefault(), amount: null, reason: '' };
  const { amount, currency } = method.amount;
  return { name: method.name, amount: minorToDecimal(amount, currencyDigits(currency)), reason: method.typed.reason };
}

/** What was typed and is not in the order yet; null: nothing, the order has it already. */
export function unsentPrice(shipment: Shipment, typed: TypedPrice | undefined): TypedPrice | 'incomplete' | null {
  const price = typed ?? priceOf(shipment);
  if (typed === undefined && isTypedPrice(shipment)) return null;
  return isPriceComplete(price) ? price : 'incomplete';
}

function isPriceComplete({ name, amount, reason }: TypedPrice): boolean {
  return name.trim() !== '' && reason.trim() !== '' && amount !== null && decimalToMinor(amount, 6) !== undefined && !amount.startsWith('-');
}
