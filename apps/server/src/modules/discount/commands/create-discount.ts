import type { CreateDiscount } from '@backdesk/contract/discount/schema.ts';
import { recordEvents } from '../../../db/record-events.ts';
import type { CommandContext } from '../../context.ts';
import { enqueueRepriceFor } from '../jobs.ts';
import { writeDiscount } from './write-discount.ts';

/** Makes a discount and answers its id. An automatic one comes to the open drafts by the job. */
export async function createDiscount(context: CommandContext, body: CreateDiscount): Promise<string> {
  const id = context.newId();
  const made = await writeDiscount(context, { id, version: 1 }, body);
  await recordEvents(context, [{ subject: 'settings', subjectId: id, version: 1, type: 'discount.created', data: { name: made.name, code: made.code } }]);
  if (made.code === null) await enqueueRepriceFor(context, [made]);
  return id;
}
