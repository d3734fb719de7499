import type { newShippingZone } from '@backdesk/contract/settings/schema.ts';
import type { z } from 'zod';
import type { CommandContext } from '../../context.ts';
import { Problem } from '../../problem.ts';
import { enqueueReprice } from '../jobs.ts';
import { checkAreas, checkRates } from '../policy.ts';
import type { Zone } from '../queries/settings.ts';
import { getShippingZone } from '../queries/settings.ts';
import { addEvent, insertZone, lockAccount, replaceRates } from '../store.ts';
import { termsOf } from '../terms.ts';

/** Adds a zone behind the others, with its rates. */
export async function createShippingZone(context: CommandContext, zone: z.output<typeof newShippingZone>): Promise<Zone> {
  await lockAccount(context);
  const rates = zone.rates.map((rate) => ({ ...rate, id: context.newId(), terms: termsOf(rate.terms) }));
  const errors = [...checkAreas(zone.areas), ...checkRates(rates)];
  if (errors.length > 0) throw new Problem('request.invalid', { errors });
  const id = context.newId();
  await insertZone(context, { id, name: zone.name, areas: zone.areas });
  await replaceRates(context, id, rates);
  await addEvent(context, { subjectId: id, version: 1, type: 'shipping_zone.created', data: { name: zone.name } });
  await enqueueReprice(context, 'shipping_rates');
  return getShippingZone(context.tx, context.scope, id);
}
