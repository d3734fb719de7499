import type { ReadContext } from '../../context.ts';
import { getCustomer } from '../../customer/queries/get-customer.ts';
import type { AddressRow } from '../../customer/row-types.ts';
import { assertOwnOrder } from '../queries/own-orders.ts';
import { type SiteView, viewOrder } from './view-order.ts';

export async function viewSaved(context: ReadContext, id: string): Promise<SiteView> {
  await assertOwnOrder(context, id, ['saved_cart']);
  return viewOrder(context, id);
}

export async function viewHandedIn(context: ReadContext, id: string): Promise<SiteView> {
  await assertOwnOrder(context, id, ['pending', 'submitted', 'approval_declined', 'canceled']);
  return viewOrder(context, id);
}

/** The customer's own addresses, then those of their company. */
export async function listOwnAddresses({ db, scope, actor }: ReadContext): Promise<readonly AddressRow[]> {
  return (await getCustomer(db, scope, actor.id)).addresses;
}
