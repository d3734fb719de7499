import { recordEvents } from '../../../db/record-events.ts';
import type { CommandContext } from '../../context.ts';
import { Problem } from '../../problem.ts';
import { deleteCustomerRow, lockCustomer } from '../store/save-customer.ts';

/** Deletes a customer softly; their orders stay as they are, and those still open are handed in for nobody: like those of a closed customer. */
export async function deleteCustomer(context: CommandContext, id: string): Promise<void> {
  const customer = await lockCustomer(context.tx, context.scope, id);
  if (customer === undefined) throw new Problem('not_found');
  const version = customer.version + 1;
  await deleteCustomerRow(context, { id, version });
  await recordEvents(context, [{ subject: 'customer', subjectId: id, version, type: 'customer.deleted', data: { name: customer.name } }]);
}
