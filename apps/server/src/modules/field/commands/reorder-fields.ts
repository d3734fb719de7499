import type { FieldSubject } from '@backdesk/domain/field/types.ts';
import type { CommandContext } from '../../context.ts';
import { invalidField } from '../../problem.ts';
import type { FieldRow } from '../field-row.ts';
import { listFields } from '../queries.ts';
import { lockFields, placeFields } from '../store.ts';

/** Puts all definitions of a subject into this order. With one too few or too many the list had changed meanwhile. */
export async function reorderFields(context: CommandContext, subject: FieldSubject, ids: readonly string[]): Promise<readonly FieldRow[]> {
  await lockFields(context);
  const known = new Set((await listFields(context.tx, context.scope, subject)).map((field) => field.id));
  if (new Set(ids).size !== ids.length || ids.length !== known.size || ids.some((id) => !known.has(id)))
    throw invalidField('/ids', 'must name each field once');
  await placeFields(context, ids);
  return listFields(context.tx, context.scope, subject);
}
