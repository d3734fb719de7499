import type { CommandContext } from '../../context.ts';
import { advance } from '../advance.ts';
import type { OrderRecord } from '../order-record.ts';
import { deleteCharges } from '../store/charges.ts';
import { loadOrderForUpdate } from '../store/load-order.ts';
import { saveOrder } from '../store/save-order.ts';
import { withTermsOfNow } from '../terms-of.ts';

/** What was declined becomes a draft again, under its number: it is priced anew when it is submitted. */
export async function reopenOrder(context: CommandContext, orderId: string): Promise<OrderRecord> {
  const loaded = await loadOrderForUpdate(context, orderId);
  const { record } = loaded;
  const stage = advance(record, 'reopen');
  await deleteCharges(context, orderId);
  return saveOrder(context, loaded, { ...withTermsOfNow(record), stage, submittedAt: null, ending: null }, [
    { type: 'order.stage_changed', data: { from: record.stage, to: stage } },
  ]);
}
