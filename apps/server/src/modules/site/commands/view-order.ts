import type { Kysely } from 'kysely';
import type { Tables } from '../../../db/tables.ts';
import { type LineSnapshot, listLineSnapshots } from '../../catalog/queries/line-snapshots.ts';
import type { AccountScope, Actor } from '../../context.ts';
import type { OrderRecord } from '../../order/order-record.ts';
import { getOrderRecord } from '../../order/queries/get-order.ts';
import { findGuestCart, type GuestContact } from '../store/guest-carts.ts';

/** An order as the site shows it: with what the catalogue says about its lines at this moment. */
export type SiteView = {
  readonly record: OrderRecord;
  /** What is sold, by variant; a deleted one is missing. */
  readonly sold: ReadonlyMap<string, LineSnapshot>;
  readonly guest: GuestContact | null;
};

type Looking = { readonly db: Kysely<Tables>; readonly scope: AccountScope; readonly actor: Pick<Actor, 'kind' | 'id'> };

/** Reads the order anew with the catalogue behind it. Nothing is priced here. */
export async function viewOrder({ db, scope, actor }: Looking, orderId: string): Promise<SiteView> {
  const record = await getOrderRecord(db, scope, orderId);
  const variantIds = [...new Set(record.lines.flatMap(({ variantId }) => variantId ?? []))];
  const snapshots = variantIds.length === 0 ? [] : await listLineSnapshots(db, scope, { variantIds, skus: [], roleId: null, currency: record.currency });
  const guest = actor.kind === 'guest' ? ((await findGuestCart(db, scope, actor.id))?.contact ?? null) : null;
  return { record, sold: new Map(snapshots.map((snapshot) => [snapshot.variantId, snapshot])), guest };
}
