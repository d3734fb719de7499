// What is usual at checkout: the answers that an order of a known customer nearly always gets. The steps stand at them until somebody
// chooses otherwise, and the way straight to Finalize Order fills them in. Design "Checkout".
import type { MinorUnits } from '../money/money.ts';
import type { Address, AllowedPayment, PaymentChoice } from './types.ts';

/** An address of the customer's book. */
export type BookedAddress = { readonly address: Address; readonly defaultShipping: boolean; readonly defaultBilling: boolean };

export type UsualBilling = { readonly sameAsShipping: boolean; readonly address: Address | null };

/** Where it goes: the default for shipping, else the first of the book; null: the book is empty. */
export function usualShippingAddress(book: readonly BookedAddress[]): Address | null {
  return (book.find(({ defaultShipping }) => defaultShipping) ?? book.at(0))?.address ?? null;
}

/** What is known of where the bill goes: as stored, whether the step was answered, and where it ships to (null: to no address). */
type BillingSoFar = UsualBilling & { readonly isAnswered: boolean; readonly shipsTo: Address | null };

/** Whether somebody has said where the bill goes: "same as shipping" is how an order begins, and says nothing where nothing is sent to an address. */
export function isBillingSaid({ sameAsShipping, address, isAnswered, shipsTo }: BillingSoFar): boolean {
  return address !== null || !sameAsShipping || (isAnswered && shipsTo !== null);
}

/**
 * Where the bill goes: the default for billing where that is another address than it ships to, else the same. Where nothing is shipped to an
 * address (`shipsTo` null) the default for billing, else the first of the book; null: the book is empty.
 */
export function usualBilling(book: readonly BookedAddress[], shipsTo: Address | null): UsualBilling | null {
  const own = book.find(({ defaultBilling }) => defaultBilling)?.address ?? null;
  if (shipsTo === null) {
    const address = own ?? book.at(0)?.address ?? null;
    return address && { sameAsShipping: false, address };
  }
  return own === null || isSameAddress(own, shipsTo) ? { sameAsShipping: true, address: null } : { sameAsShipping: false, address: own };
}

function isSameAddress(one: Address, other: Address): boolean {
  return (Object.keys(one) as (keyof Address)[]).every((part) => one[part] === other[part]);
}

/**
 * Of what is offered for a shipment: the first rate of `lastSentBy` (the ids by which the customer's newest order was sent) that is among it,
 * else the lowest amount, of several the first; null: nothing serves.
 */
export function usualOffer<Offer extends { readonly rateId: string; readonly amount: MinorUnits }>(
  offers: readonly Offer[],
  lastSentBy: readonly string[],
): Offer | null {
  const again = lastSentBy.flatMap((rateId) => offers.find((offer) => offer.rateId === rateId) ?? []).at(0);
  const [lowest] = offers.toSorted((a, b) => a.amount - b.amount);
  return again ?? lowest ?? null;
}

/** Who has an open account orders on it; a purchase order needs its number, and whoever pays otherwise is asked (null). */
export function usualPayment(allowed: readonly AllowedPayment[]): PaymentChoice | null {
  return allowed.includes('open_account') ? { method: 'open_account' } : null;
}
