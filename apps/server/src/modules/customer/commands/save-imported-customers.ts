import { recordEvents } from '../../../db/record-events.ts';
import { companiesOf } from '../../company/commands/company-of.ts';
import type { CommandContext } from '../../context.ts';
import type { CustomerSave } from '../import-record.ts';
import { enqueueRepriceOfCustomers, movesPrices } from '../jobs.ts';
import { addAddressesOfMany } from '../store/save-addresses.ts';
import { saveCustomers } from '../store/save-customer.ts';
import { saveRolesOfMany } from '../store/save-price-role.ts';

/** Writes what an import made of its rows, in a handful of statements, with one event for each customer that is new or changed. */
export async function saveImportedCustomers(context: CommandContext, saves: readonly CustomerSave[], importId: string): Promise<void> {
  if (saves.length === 0) return;
  const names = saves.flatMap(({ customer }) => (customer.company?.id === '' ? [customer.company.name] : []));
  const companies = await companiesOf(context, names);
  const customers = saves.map(({ customer }) => {
    const made = customer.company?.id === '' ? companies.get(customer.company.name) : undefined;
    return made === undefined ? customer : { ...customer, company: made };
  });
  await saveCustomers(context, customers);
  await giveRoles(context, saves);
  await addAddressesOfMany(
    context,
    saves.flatMap(({ customer, addresses }) => addresses.map((address) => ({ ...address, customerId: customer.id }))),
  );
  await enqueueRepriceOfCustomers(
    context,
    saves.flatMap(({ customer, changes }) => (movesPrices(changes) ? [customer.id] : [])),
  );
  await recordEvents(context, [
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

/** Price roles stand apart from what a form holds. */
async function giveRoles(context: CommandContext, saves: readonly CustomerSave[]): Promise<void> {
  await saveRolesOfMany(
    context,
    saves.flatMap(({ customer, role }) => (role === undefined ? [] : [{ id: customer.id, roleId: role.id }])),
  );
}
