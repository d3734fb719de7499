import { fieldsWithoutColumn, mapCustomerColumns } from '@backdesk/domain/customer/import-columns.ts';
import type { CommandContext } from '../../context.ts';
import { listFields } from '../../field/queries.ts';
import type { NewImport } from '../store/imports.ts';

/** The required custom fields that no column of a customer file fills. */
export async function findUnfilled(
  { tx, scope }: CommandContext,
  { kind, heading, mapping }: Pick<NewImport, 'kind' | 'heading' | 'mapping'>,
): Promise<NewImport['unfilledFields']> {
  if (kind !== 'customers') return [];
  const columns = mapCustomerColumns(
    heading.map((cell) => cell.trim()),
    mapping ?? {},
  );
  return fieldsWithoutColumn(await listFields(tx, scope, 'customer'), columns).map(({ code, label }) => ({ code, label }));
}
