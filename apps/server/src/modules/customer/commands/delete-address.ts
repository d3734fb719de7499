import { recordEvents } from '../../../db/record-events.ts';
import type { CommandContext } from '../../context.ts';
import { Problem } from '../../problem.ts';
import { saveAddress, touchCustomer } from '../store/save-addresses.ts';
import { lockedAddress } from './locked-address.ts';

/** Takes an address off the book softly: it can be restored as it was. Nothing becomes the default in its place. */
export async function deleteAddress(context: CommandContext, { id, addressId }: { readonly id: string; readonly addressId: string }): Promise<void> {
  const { address } = await lockedAddress(context, id, addressId);
  if (address.isDeleted) throw new Problem('not_found');
  const version = await touchCustomer(context, id);
  await saveAddress(context, id, { ...address, version, isDeleted: true });
  const data = { addressId, label: address.label, address: address.address };
  await recordEvents(context, [{ subject: 'customer', subjectId: id, version, type: 'customer.address_deleted', data }]);
}
