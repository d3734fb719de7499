import { isDeepStrictEqual } from 'node:util';
import type { Address } from '@backdesk/domain/order/types.ts';
import type { CommandContext } from '../context.ts';
import { addAddress } from '../customer/commands/add-address.ts';
import { listAddressesOfCustomer } from '../customer/queries/customer-of-order.ts';
import type { OrderRecord } from './order-record.ts';

/** Adds an address of the order to the customer's address book, as it was asked for; one that is there is not added twice. */
export async function keepAddress(context: CommandContext, { customer }: OrderRecord, address: Address | null): Promise<void> {
  if (customer === null || address === null) return;
  const known = await listAddressesOfCustomer(context.tx, context.scope, customer.id);
  if (known.some((other) => isDeepStrictEqual(other, address))) return;
  await addAddress(context, customer.id, { label: '', address, defaultShipping: false, defaultBilling: false });
}
