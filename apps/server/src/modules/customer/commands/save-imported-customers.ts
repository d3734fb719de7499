import { recordEvents } from '../../../db/record-events.ts';
import type { CommandContext } from '../../context.ts';
import type { CustomerSave } from '../import-record.ts';
import { addAddressesOfMany } from '../store/save-addresses.ts';
import { findOrMakeCompanies } from '../store/save-companies.ts';
import { saveCustomers } from '../store/save-customer.ts';

/** Writes what an import made of its rows, in a handful of statements, with one event for each customer that is new or changed. */
export async function saveImportedCustomers(context: CommandContext, saves: readonly CustomerSave[], importId: string): Promise<void> {
  if (saves.length === 0) return;
  const names = saves.flatMap(({ customer }) => (customer.company?.id === '' ? [customer.company.name] : []));
  const companies = await findOrMakeCompanies(context, names);
  const customers = saves.map(({ customer }) => {
    const made = customer.company?.id === '' ? companies.byName.get(customer.company.name) : undefined;
    return made === undefined ? customer : { ...customer, company: made };
  });
  await saveCustomers(context, customers);
  await addAddressesOfMany(
    context,
    saves.flatMap(({ customer, addresses }) => addresses.map((address) => ({ ...address, customerId: customer.id }))),
  );
  await recordEvents(context, [
    ...companies.made.map(
      (company) => ({ subject: 'company', subjectId: company.id, version: 1, type: 'company.created', data: { name: company.name } }) as const,
    ),
    ...saves.map(
      ({ customer: { id, version, name }, isNew, changes }) =>
        ({
          subject: 'customer',
          subjectId: id,
          version,
          type: isNew ? 'customer.imported' : 'customer.import_changed',
          data: isNew ? { importId, name } : { importId, changes },
        }) as const,
    ),
  ]);
}
