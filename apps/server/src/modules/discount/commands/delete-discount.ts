import { recordEvents } from '../../../db/record-events.ts';
import type { CommandContext } from '../../context.ts';
import { enqueueRepriceFor } from '../jobs.ts';
import { getDiscount } from '../queries.ts';
import { markDiscountDeleted } from '../store.ts';

/** Deletes a discount. Its code is free again; a draft that has it says that it is no longer valid. */
export async function deleteDiscount(context: CommandContext, id: string): Promise<void> {
  const gone = await getDiscount({ ...context, db: context.tx }, id);
  const version = gone.version + 1;
  await markDiscountDeleted(context, id, version);
  await recordEvents(context, [{ subject: 'settings', subjectId: id, version, type: 'discount.deleted', data: { name: gone.name, code: gone.code } }]);
  await enqueueRepriceFor(context, [gone]);
}
