import { isDeepStrictEqual } from 'node:util';
import type { Address } from '@backdesk/domain/order/types.ts';
import { checkedAddress } from '../checked-address.ts';
import type { CommandContext } from '../context.ts';
import { keepInBook } from '../customer/commands/add-address.ts';
import { listAddressesOfCustomer } from '../customer/queries/customer-of-order.ts';
import type { OrderRecord } from './order-record.ts';

/** An address entered on an order, checked; what the order or the customer's book holds already is taken as it is. */
export function enteredAddress(context: CommandContext, { customer, shipments, billing }: OrderRecord, address: Address, pointer: string): Promise<Address> {
  return checkedAddress({
    address,
    pointer,
    stored: async () => [
      billing.address,
      ...shipments.map((shipment) => shipment.address),
      ...(customer === null ? [] : await listAddressesOfCustomer(context.tx, context.scope, customer.id)),
    ],
  });
}

/** Adds an address of the order to the customer's address book, as it was asked for; one that is there is not added twice. */
export async function keepAddress(context: CommandContext, { customer }: OrderRecord, address: Address | null): Promise<void> {
  if (customer === null || address === null) return;
  const known = await listAddressesOfCustomer(context.tx, context.scope, customer.id);
  if (known.some((other) => isDeepStrictEqual(other, address))) return;
  await keepInBook(context, customer.id, { label: '', address, defaultShipping: false, defaultBilling: false });
}
