import { recordEvents } from '../../../db/record-events.ts';
import type { CommandContext } from '../../context.ts';
import { enqueueRepriceOfCompany } from '../jobs.ts';
import { keptSince } from '../kept-since.ts';
import { assertFree, lockDeleted, restoreCompanyRow } from '../store/save-company.ts';
import { lockContacts, saveContacts } from '../store/save-contacts.ts';
import { movedEvent } from './move-contacts.ts';

/** Takes back a deletion of the last 30 days, with the contacts that have no other company since. */
export async function restoreCompany(context: CommandContext, id: string): Promise<void> {
  const { name, number, contactIds, version: deletedVersion } = await lockDeleted(context, id, keptSince(context.now));
  await assertFree(context, { id, name, number });
  const version = deletedVersion + 1;
  await restoreCompanyRow(context, { id, version });
  const contacts = (await lockContacts(context, contactIds)).filter(({ company }) => company === null);
  await saveContacts(context, contacts, { id, name });
  await recordEvents(context, [
    { subject: 'company', subjectId: id, version, type: 'company.restored', data: { name } },
    ...contacts.map((contact) => movedEvent(contact, { id, name })),
  ]);
  await enqueueRepriceOfCompany(context, id);
}
