import type { newCustomerField } from '@backdesk/contract/field/schema.ts';
import type { FieldSubject } from '@backdesk/domain/field/types.ts';
import type { z } from 'zod';
import { recordEvents } from '../../../db/record-events.ts';
import type { CommandContext } from '../../context.ts';
import { invalidField, Problem } from '../../problem.ts';
import type { FieldRow } from '../field-row.ts';
import { checkOptions } from '../policy.ts';
import { listFields } from '../queries.ts';
import { lockFields, saveField } from '../store.ts';

/** As many as a form can still be read with. */
const mostFields = 200;

/** Defines a field, behind the others of its subject. */
export async function createField(context: CommandContext, subject: FieldSubject, body: z.output<typeof newCustomerField>): Promise<FieldRow> {
  await lockFields(context);
  const errors = checkOptions(body);
  if (errors.length > 0) throw new Problem('request.invalid', { errors: [...errors] });
  const others = await listFields(context.tx, context.scope, subject);
  if (others.some(({ code }) => code === body.code)) throw invalidField('/code', 'is the code of another field');
  if (others.length >= mostFields) throw invalidField('/code', `is one too many: there are ${mostFields} fields already`);
  const field: FieldRow = { ...body, id: context.newId(), version: 1, fieldVersions: {}, builtIn: false };
  await saveField(context, subject, field);
  const { code, label, type } = body;
  await recordEvents(context, [{ subject: 'settings', subjectId: field.id, version: 1, type: 'field.created', data: { subject, code, label, type } }]);
  return field;
}
