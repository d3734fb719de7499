import { recordEvents } from '../../../db/record-events.ts';
import type { CommandContext } from '../../context.ts';
import { Problem } from '../../problem.ts';
import { keptSince } from '../kept-since.ts';
import { lockDeletedCustomer, undeleteCustomerRow } from '../store/save-customer.ts';
import { checkIdentity } from './check-identity.ts';

/** Brings a customer back within 30 days, as they were. Who has taken their e-mail address or number since is named. */
export async function restoreCustomer(context: CommandContext, id: string): Promise<void> {
  const customer = await lockDeletedCustomer(context.tx, context.scope, id, keptSince(context.now));
  if (customer === undefined) throw new Problem('not_found');
  await checkIdentity(context, customer);
  const version = customer.version + 1;
  await undeleteCustomerRow(context, { id, version });
  await recordEvents(context, [{ subject: 'customer', subjectId: id, version, type: 'customer.restored', data: { name: customer.name } }]);
}
