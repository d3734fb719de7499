import { recordEvents } from '../../../db/record-events.ts';
import type { CommandContext } from '../../context.ts';
import { saveAddress, touchCustomer } from '../store/save-addresses.ts';
import { lockedAddress } from './locked-address.ts';

/** Brings a deleted address back. It is the default again unless another one became it since; one that is there stays as it is. */
export async function restoreAddress(context: CommandContext, { id, addressId }: { readonly id: string; readonly addressId: string }): Promise<void> {
  const { address, book } = await lockedAddress(context, id, addressId);
  if (!address.isDeleted) return;
  const here = book.filter(({ isDeleted }) => !isDeleted);
  const version = await touchCustomer(context, id);
  await saveAddress(context, id, {
    ...address,
    version,
    isDeleted: false,
    defaultShipping: address.defaultShipping && !here.some(({ defaultShipping }) => defaultShipping),
    defaultBilling: address.defaultBilling && !here.some(({ defaultBilling }) => defaultBilling),
  });
  const data = { addressId, label: address.label, address: address.address };
  await recordEvents(context, [{ subject: 'customer', subjectId: id, version, type: 'customer.address_restored', data }]);
}
