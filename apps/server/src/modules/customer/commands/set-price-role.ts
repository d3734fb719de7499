import type { setPriceRole as setPriceRoleBody } from '@backdesk/contract/customer/schema.ts';
import type { z } from 'zod';
import { fieldConflicts } from '../../../db/field-conflicts.ts';
import { recordEvents } from '../../../db/record-events.ts';
import type { CommandContext } from '../../context.ts';
import { invalidField, Problem } from '../../problem.ts';
import { enqueueRepriceOfCustomers } from '../jobs.ts';
import { lockRoleOf, saveRoleOf } from '../store/save-price-role.ts';

/** Gives a customer a price role of their own, or takes it; their open drafts are priced anew. */
export async function setPriceRole(context: CommandContext, id: string, { roleId, basedOn }: z.output<typeof setPriceRoleBody>): Promise<void> {
  const locked = await lockRoleOf(context, id, roleId);
  if (locked === undefined) throw new Problem('not_found');
  const { version: was, fieldVersions, from, to } = locked;
  if (roleId !== null && to === null) throw invalidField('/roleId', 'must be a price role of the account');
  if (from?.id === to?.id) return;
  const conflicts = await fieldConflicts({ context, subjectId: id, basedOn, fieldVersions, current: { role: from?.name ?? null } });
  if (conflicts.length > 0) throw new Problem('conflict', { conflicts });
  const version = was + 1;
  await saveRoleOf(context, { id, roleId, version });
  const changes = [{ field: 'role', from: from?.name ?? null, to: to?.name ?? null }];
  await recordEvents(context, [{ subject: 'customer', subjectId: id, version, type: 'customer.changed', data: { changes } }]);
  await enqueueRepriceOfCustomers(context, [id]);
}
