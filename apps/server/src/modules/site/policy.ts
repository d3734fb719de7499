// What a guest gets to see and do, by the sign-in mode of the account; each mode asks for a sign-in where the one before it does.

import type { SitePart } from '@backdesk/contract/route.ts';
import type { Settings } from '@backdesk/contract/settings/schema.ts';
import { isFromCatalog } from '@backdesk/domain/order/section-totals.ts';
import type { LineRecord } from '../order/order-record.ts';

type Mode = Settings['siteSignIn'];

const closedTo: Readonly<Record<Mode, readonly SitePart[]>> = {
  guest_only: [],
  optional: [],
  checkout: ['checkout'],
  // Without prices there is nothing to put into a cart.
  prices: ['cart', 'checkout'],
  all_pages: ['browse', 'cart', 'checkout'],
};

export function mayGuest(mode: Mode, part: SitePart): boolean {
  return !closedTo[mode].includes(part);
}

/** Whether who is here sees what things cost. */
export function seesPrices({ account, actor }: { readonly account: Pick<Settings, 'siteSignIn'>; readonly actor: { readonly kind: string } }): boolean {
  return actor.kind === 'customer' || mayGuest(account.siteSignIn, 'cart');
}

/** Whether a line is the customer's own to change. What staff priced (by hand, by a discount, as a line of their own) is kept or removed. */
export function isOwnToChange({ kind, parentLineId, override, discount }: Pick<LineRecord, 'kind' | 'parentLineId' | 'override' | 'discount'>): boolean {
  return isFromCatalog({ kind }) && parentLineId === null && override === null && discount === null;
}
