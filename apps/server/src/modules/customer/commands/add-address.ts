import type { newAddress } from '@backdesk/contract/customer/schema.ts';
import type { z } from 'zod';
import { recordEvents } from '../../../db/record-events.ts';
import { checkedAddress } from '../../checked-address.ts';
import type { CommandContext } from '../../context.ts';
import { Problem } from '../../problem.ts';
import { addAddresses, touchCustomer } from '../store/save-addresses.ts';
import { lockCustomer } from '../store/save-customer.ts';

type NewAddress = z.output<typeof newAddress>;

/** Adds an address that a person entered to a customer's book and answers its id. */
export async function addAddress(context: CommandContext, customerId: string, body: NewAddress): Promise<string> {
  return keepInBook(context, customerId, { ...body, address: await checkedAddress({ address: body.address, pointer: '/address' }) });
}

/** Adds an address that was checked where it was entered. */
export async function keepInBook(context: CommandContext, customerId: string, given: NewAddress): Promise<string> {
  if ((await lockCustomer(context.tx, context.scope, customerId)) === undefined) throw new Problem('not_found');
  const version = await touchCustomer(context, customerId);
  const [id] = await addAddresses(context, { customerId, version, addresses: [given] });
  if (id === undefined) throw new Error('The address was not added.');
  const data = { addressId: id, label: given.label, address: given.address };
  await recordEvents(context, [{ subject: 'customer', subjectId: customerId, version, type: 'customer.address_added', data }]);
  return id;
}
