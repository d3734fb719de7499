import { browserStorage } from '@backdesk/ordering/editing/op-storage.ts';

/** What this browser keeps of carts until the store has it. Apart from the editors: whether there is anything is asked on every page. */
export const siteStorage = browserStorage('backdesk-site');

/**
 * Under what name that is kept which is on its way into the cart: there may be no cart yet. Of somebody who is signed in under their own, so
 * that it waits for them and never gets into the cart of who signs in next; a guest's goes along into the cart of who signs in.
 */
export function addingOf(customer: { readonly email: string } | null): string {
  return customer === null ? 'adding' : `adding ${customer.email}`;
}
