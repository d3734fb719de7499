import { isDeepStrictEqual } from 'node:util';
import type { changeCustomer as changeCustomerBody } from '@backdesk/contract/customer/schema.ts';
import type { FieldValue } from '@backdesk/domain/field/types.ts';
import type { z } from 'zod';
import { fieldConflicts } from '../../../db/field-conflicts.ts';
import { recordEvents } from '../../../db/record-events.ts';
import { companyOf } from '../../company/commands/company-of.ts';
import type { CommandContext } from '../../context.ts';
import { Problem } from '../../problem.ts';
import { enqueueRepriceOfCustomers, movesPrices } from '../jobs.ts';
import type { CustomerRecord } from '../row-types.ts';
import { lockCustomer, saveCustomer } from '../store/save-customer.ts';
import { checkFields } from './check-fields.ts';
import { checkIdentity } from './check-identity.ts';

type Body = Omit<z.output<typeof changeCustomerBody>, 'basedOn'>;

/** Changes fields of a customer. A field changed by someone else after `basedOn` is a conflict, everything else merges. Another exemption prices open drafts anew. */
export async function changeCustomer(context: CommandContext, id: string, { basedOn, ...body }: z.output<typeof changeCustomerBody>): Promise<void> {
  const customer = await lockCustomer(context.tx, context.scope, id);
  if (customer === undefined) throw new Problem('not_found');
  const fields = await fieldsOf(context, customer, body);
  const changes = [...changesOf(customer, body), ...fieldChanges(customer.fields, fields)];
  if (changes.length === 0) return;
  const current = Object.fromEntries(changes.map(({ field, from }) => [field, from]));
  const conflicts = await fieldConflicts({ context, subjectId: id, basedOn, fieldVersions: customer.fieldVersions, current });
  if (conflicts.length > 0) throw new Problem('conflict', { conflicts });
  await checkIdentity(context, { id, email: body.email, number: body.number || null });
  const version = customer.version + 1;
  const given = Object.fromEntries(changes.filter(({ field }) => field !== 'company' && !field.startsWith('fields/')).map(({ field, to }) => [field, to]));
  const company = body.company === undefined ? customer.company : await companyOf(context, body.company);
  const fieldVersions = { ...customer.fieldVersions, ...Object.fromEntries(changes.map(({ field }) => [field, version])) };
  await saveCustomer(context, { ...customer, ...given, fields: fields ?? customer.fields, company, version, fieldVersions });
  await recordEvents(context, [{ subject: 'customer', subjectId: id, version, type: 'customer.changed', data: { changes } }]);
  if (movesPrices(changes)) await enqueueRepriceOfCustomers(context, [id]);
}

type Values = Readonly<Record<string, FieldValue>>;

/** Only a change of the custom fields is checked: a customer from before a field was required can still get another telephone number. */
async function fieldsOf(context: CommandContext, { fields: stored }: CustomerRecord, { fields: given }: Body): Promise<Values | undefined> {
  const isChanged = Object.entries(given ?? {}).some(([code, value]) => value !== (stored[code] ?? null));
  return given === undefined || !isChanged ? undefined : checkFields(context, stored, given);
}

type Change = { readonly field: string; readonly from: unknown; readonly to: unknown };

/** Each custom field is a change of its own ("fields/industry"), so that two people who fill in different ones both keep theirs. */
function fieldChanges(stored: CustomerRecord['fields'], fields: Values | undefined): readonly Change[] {
  if (fields === undefined) return [];
  return [...new Set([...Object.keys(stored), ...Object.keys(fields)])].flatMap((code) => {
    const [from, to] = [stored[code] ?? null, fields[code] ?? null];
    return isDeepStrictEqual(from, to) ? [] : [{ field: `fields/${code}`, from, to }];
  });
}

function changesOf(customer: CustomerRecord, { fields: _, ...body }: Body): readonly Change[] {
  const now: Readonly<Record<string, unknown>> = { ...customer, company: customer.company?.name ?? null };
  return Object.entries(emptyAsNull(body)).flatMap(([field, to]) => {
    if (to === undefined) return [];
    const same = field === 'company' ? lower(to) === lower(now[field]) : isDeepStrictEqual(to, now[field]);
    return same ? [] : [{ field, from: now[field], to }];
  });
}

/** An emptied field of the form: no company, no number, no exemption. */
function emptyAsNull(body: Body): Body {
  const nulled = (['company', 'number', 'taxExemption'] as const).filter((field) => body[field] === '');
  return { ...body, ...Object.fromEntries(nulled.map((field) => [field, null])) };
}

const lower = (value: unknown) => (typeof value === 'string' ? value.toLowerCase() : value);
