import type { FieldValues } from '@backdesk/contract/field/values.ts';
import type { CommandContext } from '../../context.ts';
import { checkValues } from '../../field/commands/check-values.ts';
import { listFields } from '../../field/queries.ts';
import type { CustomerRecord } from '../row-types.ts';

/** The custom fields of a customer with these changes in them. What no definition lets through is refused by its pointer. */
export async function checkFields({ tx, scope }: CommandContext, stored: CustomerRecord['fields'], given: CustomerRecord['fields']): Promise<FieldValues> {
  return checkValues({ definitions: await listFields(tx, scope, 'customer'), stored }, given);
}
