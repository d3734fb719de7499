import { isDeepStrictEqual } from 'node:util';
import type { setUnitList as setUnitListSchema } from '@backdesk/contract/settings/schema.ts';
import type { z } from 'zod';
import type { CommandContext } from '../../context.ts';
import { Problem } from '../../problem.ts';
import { checkUnitList } from '../policy.ts';
import { getUnitList, type UnitListRow } from '../queries/unit-list.ts';
import { addEvent, lockAccount, saveUnitList, updateAccount } from '../store.ts';
import { refuseConflict } from './refuse-conflict.ts';

/** Puts these units in place of those that are offered. Variants keep the unit they are sold by. */
export async function setUnitList(context: CommandContext, { basedOn, items }: z.output<typeof setUnitListSchema>): Promise<UnitListRow> {
  const { tx, scope } = context;
  await lockAccount(context);
  const before = await getUnitList(tx, scope);
  if (isDeepStrictEqual(items, before.items)) return before;
  if (basedOn !== undefined) await refuseConflict(context, basedOn, ['units']);
  const errors = checkUnitList(items);
  if (errors.length > 0) throw new Problem('request.invalid', { errors: [...errors] });
  await saveUnitList(context, items);
  await updateAccount(context, {});
  const changes = { units: { from: before.items, to: items } };
  await addEvent(context, { subjectId: scope.accountId, version: before.version + 1, type: 'settings.changed', data: { changes } });
  return getUnitList(tx, scope);
}
