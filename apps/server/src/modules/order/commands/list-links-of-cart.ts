import type { ReadContext } from '../../context.ts';
import { type CartLinkRow, listCartLinks } from '../queries/cart-links.ts';
import { getOrderRecord } from '../queries/get-order.ts';

/** The links of an order that is there. */
export async function listLinksOfCart({ db, scope }: ReadContext, orderId: string): Promise<readonly CartLinkRow[]> {
  await getOrderRecord(db, scope, orderId);
  return listCartLinks(db, scope, orderId);
}
