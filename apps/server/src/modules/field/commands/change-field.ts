import { isDeepStrictEqual } from 'node:util';
import type { changeField as changeFieldBody } from '@backdesk/contract/field/schema.ts';
import type { FieldSubject } from '@backdesk/domain/field/types.ts';
import type { z } from 'zod';
import { fieldConflicts } from '../../../db/field-conflicts.ts';
import { recordEvents } from '../../../db/record-events.ts';
import type { CommandContext } from '../../context.ts';
import { Problem } from '../../problem.ts';
import type { FieldRow } from '../field-row.ts';
import { checkOptions } from '../policy.ts';
import { getField } from '../queries.ts';
import { lockFields, saveField } from '../store.ts';

type Change = { readonly context: CommandContext; readonly subject: FieldSubject; readonly id: string };

/** Changes a definition. What customers and orders hold is not touched: an option that goes stays where it was chosen. */
export async function changeField({ context, subject, id }: Change, { basedOn, ...body }: z.output<typeof changeFieldBody>): Promise<FieldRow> {
  await lockFields(context);
  const before = await getField(context.tx, context.scope, subject, id);
  const changes = Object.entries(body).flatMap(([field, to]) => {
    const from = before[field as keyof FieldRow];
    return to === undefined || isDeepStrictEqual(from, to) ? [] : [{ field, from, to }];
  });
  if (changes.length === 0) return before;
  const current = Object.fromEntries(changes.map(({ field, from }) => [field, from]));
  const conflicts = await fieldConflicts({ context, subjectId: id, basedOn, fieldVersions: before.fieldVersions, current });
  if (conflicts.length > 0) throw new Problem('conflict', { conflicts });
  const version = before.version + 1;
  const after: FieldRow = {
    ...before,
    ...Object.fromEntries(changes.map(({ field, to }) => [field, to])),
    version,
    fieldVersions: { ...before.fieldVersions, ...Object.fromEntries(changes.map(({ field }) => [field, version])) },
  };
  const errors = checkOptions(after);
  if (errors.length > 0) throw new Problem('request.invalid', { errors: [...errors] });
  await saveField(context, subject, after);
  await recordEvents(context, [{ subject: 'settings', subjectId: id, version, type: 'field.changed', data: { subject, code: before.code, changes } }]);
  return after;
}
