import { LostRace } from '../../../db/failures.ts';
import { recordEvents, type SubjectEvent } from '../../../db/record-events.ts';
import type { CommandContext } from '../../context.ts';
import { invalidField, Problem } from '../../problem.ts';
import { lockCompanies, lockCompany, touchCompany } from '../store/save-company.ts';
import { type Contact, listCompaniesOfContacts, lockContacts, saveContacts } from '../store/save-contacts.ts';

type Company = { readonly id: string; readonly name: string };

/** Takes customers into a company; those of another leave it. Their open drafts stay with the company they were started for. */
export async function addContacts(context: CommandContext, companyId: string, customerIds: readonly string[]): Promise<void> {
  const locked = [companyId, ...(await listCompaniesOfContacts(context, customerIds))];
  await lockCompanies(context, locked);
  const company = await lockCompany(context, companyId);
  const found = await lockContacts(context, customerIds);
  // Somebody came into another company while we waited. Locking that one now would be out of order, and two could wait for each
  // other: everything is let go and begun again.
  if (found.some((contact) => contact.company !== null && !locked.includes(contact.company.id)))
    throw new LostRace(new Problem('request.in_flight', { headers: { 'retry-after': '1' } }));
  const known = new Set(found.map(({ id }) => id));
  const index = customerIds.findIndex((id) => !known.has(id));
  if (index >= 0) throw invalidField(`/customerIds/${index}`, 'must be a customer of the account');
  const moving = found.filter((contact) => contact.company?.id !== companyId);
  if (moving.length === 0) return;
  await saveContacts(context, moving, company);
  const left = Map.groupBy(
    moving.filter((contact) => contact.company !== null),
    (contact) => contact.company?.id ?? '',
  );
  const removals = [];
  for (const [id, contacts] of left) removals.push(await contactsEvent(context, id, 'company.contacts_removed', contacts));
  await recordEvents(context, [
    await contactsEvent(context, companyId, 'company.contacts_added', moving),
    ...removals,
    ...moving.map((contact) => movedEvent(contact, company)),
  ]);
}

/** Takes a customer out of a company; one who is not in it (any more) stays as they are. */
export async function removeContact(context: CommandContext, companyId: string, customerId: string): Promise<void> {
  await lockCompany(context, companyId);
  const contacts = (await lockContacts(context, [customerId])).filter((contact) => contact.company?.id === companyId);
  if (contacts.length === 0) return;
  await saveContacts(context, contacts, null);
  await recordEvents(context, [
    await contactsEvent(context, companyId, 'company.contacts_removed', contacts),
    ...contacts.map((contact) => movedEvent(contact, null)),
  ]);
}

/** What a customer's own history says of it. */
export function movedEvent({ id, version, company: from }: Contact, to: Company | null): SubjectEvent {
  const changes = [{ field: 'company', from: from?.name ?? null, to: to?.name ?? null }];
  return { subject: 'customer', subjectId: id, version: version + 1, type: 'customer.changed', data: { changes } };
}

async function contactsEvent(
  context: CommandContext,
  companyId: string,
  type: 'company.contacts_added' | 'company.contacts_removed',
  contacts: readonly Contact[],
): Promise<SubjectEvent> {
  const version = await touchCompany(context, companyId);
  return { subject: 'company', subjectId: companyId, version, type, data: { names: contacts.map(({ name }) => name), ids: contacts.map(({ id }) => id) } };
}
