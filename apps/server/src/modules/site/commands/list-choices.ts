import type { ReadContext } from '../../context.ts';
import type { FieldRow } from '../../field/field-row.ts';
import { listFields } from '../../field/queries.ts';
import { listPickupPlaces, type PickupPlaceRow } from '../../settings/queries/pickup-places.ts';
import { asksCustomers } from '../asks-customers.ts';

/** Where orders can be fetched now. */
export async function listPlaces({ db, scope }: ReadContext): Promise<readonly PickupPlaceRow[]> {
  const { rows } = await listPickupPlaces(db, scope, { limit: 200 });
  return rows.filter(({ active }) => active);
}

/** The order fields that customers are asked for. */
export async function listAskedFields({ db, scope }: ReadContext): Promise<readonly FieldRow[]> {
  return (await listFields(db, scope, 'order')).filter(asksCustomers);
}
