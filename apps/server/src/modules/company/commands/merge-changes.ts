import { isDeepStrictEqual } from 'node:util';
import { fieldConflicts } from '../../../db/field-conflicts.ts';
import { recordEvents } from '../../../db/record-events.ts';
import type { CommandContext } from '../../context.ts';
import { Problem } from '../../problem.ts';
import type { CompanyRecord } from '../row-types.ts';
import { saveCompany } from '../store/save-company.ts';

type Field = 'name' | 'number' | 'notes' | 'terms' | 'role' | 'taxExemption' | 'creditLimitAmount';
type Given = { readonly basedOn: number | undefined; readonly given: { readonly [Name in Field]?: CompanyRecord[Name] | undefined } };

/** As a request names the field and as a reader knows its value. */
const shown: { readonly [Name in Field]: (company: CompanyRecord, currency: string) => readonly [string, unknown] } = {
  name: ({ name }) => ['name', name],
  number: ({ number }) => ['number', number],
  notes: ({ notes }) => ['notes', notes],
  terms: ({ terms }) => ['terms', terms],
  role: ({ role }) => ['role', role?.name ?? null],
  taxExemption: ({ taxExemption }) => ['taxExemption', taxExemption],
  creditLimitAmount: ({ creditLimitAmount }, currency) => ['creditLimit', creditLimitAmount === null ? null : { amount: creditLimitAmount, currency }],
};

/**
 * Writes the fields that differ. A field changed by someone else after `basedOn` is a conflict, everything else merges.
 * Answers the company as it is then; null: nothing differed.
 */
export async function mergeChanges(context: CommandContext, before: CompanyRecord, { basedOn, given }: Given): Promise<CompanyRecord | null> {
  const fields = (Object.keys(given) as Field[]).filter((field) => given[field] !== undefined && !isDeepStrictEqual(given[field], before[field]));
  if (fields.length === 0) return null;
  const { currency } = context.account;
  const version = before.version + 1;
  const after = { ...before, ...Object.fromEntries(fields.map((field) => [field, given[field]])), version };
  const changes = fields.map((field) => {
    const [name, from] = shown[field](before, currency);
    return { field: name, from, to: shown[field](after, currency)[1] };
  });
  const current = Object.fromEntries(changes.map(({ field, from }) => [field, from]));
  const conflicts = await fieldConflicts({ context, subjectId: before.id, basedOn, fieldVersions: before.fieldVersions, current });
  if (conflicts.length > 0) throw new Problem('conflict', { conflicts });
  const fieldVersions = { ...before.fieldVersions, ...Object.fromEntries(changes.map(({ field }) => [field, version])) };
  await saveCompany(context, { ...after, fieldVersions });
  await recordEvents(context, [{ subject: 'company', subjectId: before.id, version, type: 'company.changed', data: { changes } }]);
  return after;
}
