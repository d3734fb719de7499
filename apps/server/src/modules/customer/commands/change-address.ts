import { isDeepStrictEqual } from 'node:util';
import type { changeAddress as changeAddressBody } from '@backdesk/contract/customer/schema.ts';
import type { z } from 'zod';
import { fieldConflicts } from '../../../db/field-conflicts.ts';
import { recordEvents } from '../../../db/record-events.ts';
import { checkedAddress } from '../../checked-address.ts';
import type { CommandContext } from '../../context.ts';
import { Problem } from '../../problem.ts';
import { saveAddress, touchCustomer } from '../store/save-addresses.ts';
import { lockedAddress } from './locked-address.ts';

type Ids = { readonly id: string; readonly addressId: string };

/** Changes an address of the book. What someone else changed after `basedOn` is a conflict; orders keep the copy they have. */
export async function changeAddress(context: CommandContext, { id, addressId }: Ids, { basedOn, ...body }: z.output<typeof changeAddressBody>): Promise<void> {
  const { address: record } = await lockedAddress(context, id, addressId);
  if (record.isDeleted) throw new Problem('not_found');
  const address = body.address && (await checkedAddress({ address: body.address, pointer: '/address', stored: async () => [record.address] }));
  const now: Readonly<Record<string, unknown>> = record;
  const changes = Object.entries({ ...body, ...(address && { address }) }).flatMap(([field, to]) =>
    to === undefined || isDeepStrictEqual(to, now[field]) ? [] : [{ field, from: now[field], to }],
  );
  if (changes.length === 0) return;
  const current = Object.fromEntries(changes.map(({ field, from }) => [field, from]));
  const conflicts = await fieldConflicts({ context, subjectId: id, basedOn, fieldVersions: record.fieldVersions, current });
  if (conflicts.length > 0) throw new Problem('conflict', { conflicts });
  const version = await touchCustomer(context, id);
  const wanted = Object.fromEntries(changes.map(({ field, to }) => [field, to]));
  const fieldVersions = { ...record.fieldVersions, ...Object.fromEntries(changes.map(({ field }) => [field, version])) };
  await saveAddress(context, id, { ...record, ...wanted, version, fieldVersions });
  const after = { ...record, ...wanted };
  const data = { addressId, label: after.label, address: after.address, changes };
  await recordEvents(context, [{ subject: 'customer', subjectId: id, version, type: 'customer.address_changed', data }]);
}
