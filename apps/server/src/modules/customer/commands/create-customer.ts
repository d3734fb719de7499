import type { createCustomer as createCustomerBody } from '@backdesk/contract/customer/schema.ts';
import type { z } from 'zod';
import { recordEvents } from '../../../db/record-events.ts';
import type { CommandContext } from '../../context.ts';
import { addAddresses } from '../store/save-addresses.ts';
import { saveCustomer } from '../store/save-customer.ts';
import { checkFields } from './check-fields.ts';
import { checkIdentity } from './check-identity.ts';
import { companyOf } from './company-of.ts';

/** Makes a customer with their addresses, and their company when there is none of that name. Answers the id. */
export async function createCustomer(context: CommandContext, body: z.output<typeof createCustomerBody>): Promise<string> {
  const id = context.newId();
  const number = body.number || null;
  await checkIdentity(context, { id, email: body.email, number });
  const fields = await checkFields(context, {}, body.fields ?? {});
  await saveCustomer(context, {
    id,
    version: 1,
    fieldVersions: {},
    name: body.name,
    email: body.email ?? null,
    phone: body.phone ?? '',
    title: body.title ?? '',
    company: await companyOf(context, body.company ?? null),
    number,
    active: body.active ?? true,
    openAccount: body.openAccount ?? true,
    taxExemption: body.taxExemption || null,
    notes: body.notes ?? '',
    fields,
  });
  await addAddresses(context, id, body.addresses ?? []);
  await recordEvents(context, [{ subject: 'customer', subjectId: id, version: 1, type: 'customer.created', data: { name: body.name } }]);
  return id;
}
