import type { FieldSubject } from '@backdesk/domain/field/types.ts';
import { recordEvents } from '../../../db/record-events.ts';
import type { CommandContext } from '../../context.ts';
import { Problem } from '../../problem.ts';
import { getField } from '../queries.ts';
import { lockFields, removeField } from '../store.ts';

/** Deletes a definition. The values of customers and orders stay stored, and show again under a new definition of the code. */
export async function deleteField(context: CommandContext, subject: FieldSubject, id: string): Promise<void> {
  await lockFields(context);
  const { code, label, builtIn, version } = await getField(context.tx, context.scope, subject, id);
  if (builtIn) throw new Problem('field.built_in');
  await removeField(context, id);
  await recordEvents(context, [{ subject: 'settings', subjectId: id, version: version + 1, type: 'field.deleted', data: { subject, code, label } }]);
}
