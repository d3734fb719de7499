import type { newAddress } from '@backdesk/contract/customer/schema.ts';
import type { z } from 'zod';
import { recordEvents } from '../../../db/record-events.ts';
import type { CommandContext } from '../../context.ts';
import { Problem } from '../../problem.ts';
import { addAddresses, touchCustomer } from '../store/save-addresses.ts';
import { lockCustomer } from '../store/save-customer.ts';

/** Adds an address to a customer's book and answers its id. */
export async function addAddress(context: CommandContext, customerId: string, body: z.output<typeof newAddress>): Promise<string> {
  if ((await lockCustomer(context.tx, context.scope, customerId)) === undefined) throw new Problem('not_found');
  const [id] = await addAddresses(context, customerId, [body]);
  if (id === undefined) throw new Error('The address was not added.');
  const version = await touchCustomer(context, customerId);
  await recordEvents(context, [{ subject: 'customer', subjectId: customerId, version, type: 'customer.address_added', data: { addressId: id } }]);
  return id;
}
