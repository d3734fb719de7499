import { isDeepStrictEqual } from 'node:util';
import type { OrderEvent } from '@backdesk/domain/order/events.ts';
import { isEditable } from '@backdesk/domain/order/lifecycle.ts';
import type { CommandContext } from '../../context.ts';
import { Problem } from '../../problem.ts';
import { acceptedRevision, keepsPromise } from '../accepted-promise.ts';
import type { OrderRecord } from '../order-record.ts';
import { refreshPrices } from '../refresh-prices.ts';
import { type LoadedOrder, loadOrderForUpdate } from '../store/load-order.ts';
import { saveOrder } from '../store/save-order.ts';

/** Brings an open order to the prices and tax rates of now. What somebody submitted or deleted meanwhile is left alone. */
export async function repriceOrder(context: CommandContext, orderId: string): Promise<void> {
  const loaded = await findForUpdate(context, orderId);
  if (loaded === undefined || !isEditable(loaded.record.stage)) return;
  const before = loaded.record;
  // What was accepted is submitted as it is: no rate of today moves it while it is held.
  if (acceptedRevision(before) !== undefined && (await keepsPromise({ ...context, db: context.tx }, before))) return;
  const { record, events } = await refreshPrices(context, before);
  if (isUnmoved(before, record)) return;
  await saveOrder(context, loaded, record, events.length > 0 ? events : movedOtherwise(before, record));
}

function isUnmoved(before: OrderRecord, after: OrderRecord): boolean {
  const isSamePolicy = before.taxRounding === after.taxRounding && before.includedElsewhere === after.includedElsewhere;
  return (
    isSamePolicy &&
    before.lines === after.lines &&
    before.discounts === after.discounts &&
    isDeepStrictEqual(before.pricing, after.pricing) &&
    isDeepStrictEqual(before.facts, after.facts)
  );
}

/**
 * Tax rates moved the total although no unit price moved: the history says that too. So it does of lines that are otherwise in the catalogue
 * (a weight, a unit, a quantity rule): who has the order open hears of events alone, and would keep the old ones.
 */
function movedOtherwise(before: OrderRecord, after: OrderRecord): readonly OrderEvent[] {
  const [fromAmount, toAmount] = [before.pricing.totals.total, after.pricing.totals.total];
  if (fromAmount !== toAmount) return [{ type: 'order.total_moved', data: { currency: before.currency, fromAmount, toAmount } }];
  const known = new Set(before.lines);
  const lines = after.lines.filter((line) => !known.has(line)).length;
  return lines === 0 ? [] : [{ type: 'order.brought_up_to_date', data: { lines } }];
}

async function findForUpdate(context: CommandContext, orderId: string): Promise<LoadedOrder | undefined> {
  try {
    return await loadOrderForUpdate(context, orderId);
  } catch (error) {
    if (error instanceof Problem && error.code === 'not_found') return undefined;
    throw error;
  }
}
