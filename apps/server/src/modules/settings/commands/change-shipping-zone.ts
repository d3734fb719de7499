import type { changeShippingZone as changeShippingZoneSchema } from '@backdesk/contract/settings/schema.ts';
import type { z } from 'zod';
import type { CommandContext } from '../../context.ts';
import { invalidField, Problem } from '../../problem.ts';
import { enqueueReprice } from '../jobs.ts';
import { checkAreas, checkRates } from '../policy.ts';
import type { Zone } from '../queries/settings.ts';
import { fieldsChangedSince, getShippingZone } from '../queries/settings.ts';
import { addEvent, lockAccount, replaceRates, updateZone } from '../store.ts';
import { termsOf } from '../terms.ts';

type Change = z.output<typeof changeShippingZoneSchema>;

/** Changes a zone. Rates that come are all of its rates from now on; one with an id stays the same rate under its choosers. */
export async function changeShippingZone(context: CommandContext, id: string, change: Change): Promise<Zone> {
  const { tx, scope } = context;
  await lockAccount(context);
  const before = await getShippingZone(tx, scope, id, true);
  const changed = (['name', 'areas', 'rates'] as const).filter((field) => change[field] !== undefined);
  if (changed.length === 0) return before;
  if (change.basedOn !== undefined) await refuseConflict(context, id, change.basedOn, changed);
  const areas = change.areas ?? before.areas;
  const rates = change.rates?.map((rate) => ({ ...rate, id: rate.id ?? context.newId(), terms: termsOf(rate.terms) }));
  refuseForeignRates(before, change);
  const errors = [...checkAreas(areas), ...checkRates(rates ?? [])];
  if (errors.length > 0) throw new Problem('request.invalid', { errors });
  await updateZone(context, id, { name: change.name ?? before.name, areas });
  if (rates !== undefined) await replaceRates(context, id, rates);
  const changes = Object.fromEntries(changed.map((field) => [field, { from: before[field], to: change[field] }]));
  await addEvent(context, { subjectId: id, version: before.version + 1, type: 'shipping_zone.changed', data: { changes } });
  await enqueueReprice(context, 'shipping_rates');
  return getShippingZone(tx, scope, id);
}

/** An id must be a rate of this zone, and each only once: it would take another zone's rate along. */
function refuseForeignRates(before: Zone, change: Change): void {
  const ids = change.rates?.map((rate) => rate.id) ?? [];
  const own = new Set(before.rates.map((rate) => rate.id));
  const wrong = ids.findIndex((rateId, index) => rateId !== undefined && (!own.has(rateId) || ids.indexOf(rateId) < index));
  if (wrong >= 0) throw invalidField(`/rates/${wrong}/id`, 'must be the id of a rate of this zone, named once');
}

async function refuseConflict({ tx, scope }: CommandContext, id: string, basedOn: number, changed: readonly string[]): Promise<void> {
  const since = await fieldsChangedSince(tx, scope, id, basedOn);
  const both = changed.filter((field) => since.has(field));
  if (both.length > 0) throw new Problem('conflict', { errors: both.map((field) => ({ pointer: `/${field}`, message: 'was changed by someone else' })) });
}
