import type { changeDiscount as changeDiscountBody } from '@backdesk/contract/discount/schema.ts';
import type { z } from 'zod';
import { recordEvents } from '../../../db/record-events.ts';
import type { CommandContext } from '../../context.ts';
import { bodyOfDiscount } from '../discount-body.ts';
import { enqueueRepriceFor } from '../jobs.ts';
import { getDiscount } from '../queries.ts';
import { lockLimitedDiscounts } from '../store.ts';
import { writeDiscount } from './write-discount.ts';

/** Changes a discount; the open drafts that have it, and all when it is or was automatic, follow by the job. */
export async function changeDiscount(context: CommandContext, id: string, body: z.output<typeof changeDiscountBody>): Promise<void> {
  await lockLimitedDiscounts(context, [id]);
  const before = await getDiscount({ ...context, db: context.tx }, id);
  const version = before.version + 1;
  const changed = await writeDiscount(context, { id, version }, { ...bodyOfDiscount(before), ...definedOf(body) });
  const data = {
    from: { name: before.name, code: before.code, active: before.active },
    to: { name: changed.name, code: changed.code, active: changed.active },
  };
  await recordEvents(context, [{ subject: 'settings', subjectId: id, version, type: 'discount.changed', data }]);
  await enqueueRepriceFor(context, [before, changed]);
}

/** Only what was given: a field that is left out is not emptied. */
function definedOf<Body extends object>(body: Body): { readonly [Name in keyof Body]: Exclude<Body[Name], undefined> } {
  return Object.fromEntries(Object.entries(body).filter(([, value]) => value !== undefined)) as never;
}
