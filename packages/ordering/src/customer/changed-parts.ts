// Two people change one customer. What one typed is told from what the form was opened with, so that a save sends only that, and
// a form whose customer changed meanwhile goes on from the new one without losing a word.
import type { CreateCustomer } from '@backdesk/contract/customer/schema.ts';
import { type CustomerDraft, customerRequest } from './customer-draft.ts';

/** What differs between the form now and as it was opened, as the body of a change. `null`: a custom field was emptied. */
export function changedParts(draft: CustomerDraft, opened: CustomerDraft): Omit<Partial<CreateCustomer>, 'addresses'> {
  const { addresses: _, fields: fieldsNow = {}, ...now } = customerRequest(draft);
  const { addresses: __, fields: fieldsThen = {}, ...then } = customerRequest(opened);
  const before: Readonly<Record<string, unknown>> = then;
  const fields = Object.fromEntries(Object.entries(fieldsNow).filter(([code, value]) => (value ?? null) !== (fieldsThen[code] ?? null)));
  return {
    ...Object.fromEntries(Object.entries(now).filter(([name, value]) => value !== before[name])),
    ...(Object.keys(fields).length > 0 && { fields }),
  };
}

/** The form on top of the customer as they are now: what was typed stays, everything else is theirs. */
export function rebased(draft: CustomerDraft, opened: CustomerDraft, now: CustomerDraft): CustomerDraft {
  const kept = Object.entries(draft).filter(([name, value]) => name !== 'fields' && value !== opened[name as keyof CustomerDraft]);
  const keptFields = Object.entries(draft.fields).filter(([code, value]) => value !== opened.fields[code]);
  return { ...now, ...Object.fromEntries(kept), fields: { ...now.fields, ...Object.fromEntries(keptFields) } };
}
