import type { CommandContext } from '../../context.ts';
import { Problem } from '../../problem.ts';
import { type AddressRecord, loadAddressBook } from '../store/save-addresses.ts';
import { lockCustomer } from '../store/save-customer.ts';

export type LockedAddress = { readonly address: AddressRecord; readonly book: readonly AddressRecord[] };

/** An address of a customer's own book, deleted or not, under the customer's lock. One of the company is not changed here. */
export async function lockedAddress(context: CommandContext, customerId: string, addressId: string): Promise<LockedAddress> {
  if ((await lockCustomer(context.tx, context.scope, customerId)) === undefined) throw new Problem('not_found');
  const book = await loadAddressBook(context, customerId);
  const address = book.find(({ id }) => id === addressId);
  if (address === undefined) throw new Problem('not_found');
  return { address, book };
}
