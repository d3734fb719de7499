import type { newPickupPlace } from '@backdesk/contract/settings/schema.ts';
import type { z } from 'zod';
import type { CommandContext } from '../../context.ts';
import { Problem } from '../../problem.ts';
import { checkPickupPlace } from '../policy.ts';
import { getPickupPlace, hasPickupPlaceOfName, type PickupPlaceRow } from '../queries/pickup-places.ts';
import { addEvent, insertPickupPlace, lockAccount } from '../store.ts';

/** Adds a place where customers fetch their goods. */
export async function createPickupPlace(context: CommandContext, place: z.output<typeof newPickupPlace>): Promise<PickupPlaceRow> {
  const { tx, scope } = context;
  await lockAccount(context);
  const errors = checkPickupPlace(place, await hasPickupPlaceOfName(tx, scope, place.name, null));
  if (errors.length > 0) throw new Problem('request.invalid', { errors: [...errors] });
  const id = context.newId();
  await insertPickupPlace(context, id, place);
  await addEvent(context, { subjectId: id, version: 1, type: 'pickup_place.created', data: { name: place.name } });
  return getPickupPlace(tx, scope, id);
}
