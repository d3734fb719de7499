import type { newPickupPlace } from '@backdesk/contract/settings/schema.ts';
import type { z } from 'zod';
import type { CommandContext } from '../../context.ts';
import { Problem } from '../../problem.ts';
import { checkPickupPlace } from '../policy.ts';
import { getPickupPlace, hasPickupPlaceOfName, type PickupPlaceRow } from '../queries/pickup-places.ts';
import { addEvent, lockAccount, updatePickupPlace } from '../store.ts';

/** Puts these fields in place of the place's own. Orders keep the copy they chose, so nothing is priced anew. */
export async function changePickupPlace(context: CommandContext, id: string, place: z.output<typeof newPickupPlace>): Promise<PickupPlaceRow> {
  const { tx, scope } = context;
  await lockAccount(context);
  const before = await getPickupPlace(tx, scope, id);
  const errors = checkPickupPlace(place, await hasPickupPlaceOfName(tx, scope, place.name, id));
  if (errors.length > 0) throw new Problem('request.invalid', { errors: [...errors] });
  await updatePickupPlace(context, id, place);
  await addEvent(context, { subjectId: id, version: before.version + 1, type: 'pickup_place.changed', data: { ...place } });
  return getPickupPlace(tx, scope, id);
}
