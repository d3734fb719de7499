import { recordEvents } from '../../../db/record-events.ts';
import type { CommandContext } from '../../context.ts';
import { enqueueRepriceOfCompany } from '../jobs.ts';
import { deleteCompanyRow, lockCompany } from '../store/save-company.ts';
import { lockContactsOf, saveContacts } from '../store/save-contacts.ts';
import { movedEvent } from './move-contacts.ts';

/** Deletes a company softly. Its contacts stay as customers without one; the event keeps who they were, for a restore. Orders keep the company. */
export async function deleteCompany(context: CommandContext, id: string): Promise<void> {
  const company = await lockCompany(context, id);
  const contacts = await lockContactsOf(context, id);
  const version = company.version + 1;
  await deleteCompanyRow(context, { id, version });
  await saveContacts(context, contacts, null);
  await recordEvents(context, [
    { subject: 'company', subjectId: id, version, type: 'company.deleted', data: { name: company.name, contactIds: contacts.map((contact) => contact.id) } },
    ...contacts.map((contact) => movedEvent(contact, null)),
  ]);
  await enqueueRepriceOfCompany(context, id);
}
