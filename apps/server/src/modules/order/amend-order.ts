// The frame of every command that changes an order: load under the lock, ask the policy, change, price, save, answer.
import type { OrderEvent } from '@backdesk/domain/order/events.ts';
import { isEditable } from '@backdesk/domain/order/lifecycle.ts';
import type { CommandContext } from '../context.ts';
import { keepsPromise } from './accepted-promise.ts';
import { assertAmountsFit } from './amounts-fit.ts';
import { stampLines } from './field-versions.ts';
import { discountChanges } from './order-events.ts';
import type { OrderRecord } from './order-record.ts';
import { assertEditable } from './policy.ts';
import { priceRecord } from './price-record.ts';
import { settleDiscounts } from './settle-discounts.ts';
import { type LoadedOrder, loadOrderForUpdate } from './store/load-order.ts';
import { saveOrder } from './store/save-order.ts';
import { useLineFiles } from './use-line-files.ts';
import { withCharges } from './with-charges.ts';

/** What a command made of the order (not yet priced), and what happened; no event: nothing changed, nothing is written. */
export type Amendment = { readonly record: OrderRecord; readonly events: readonly OrderEvent[] };

/** An order before and after a command. */
export type Amended = { readonly before: OrderRecord; readonly after: OrderRecord };

export type Change = (record: OrderRecord, loaded: LoadedOrder) => Promise<Amendment> | Amendment;

/** Looks at the priced order before it is saved, and throws what must be refused. */
export type Check = (before: OrderRecord, priced: OrderRecord) => void;

export async function amendOrder(
  context: CommandContext,
  orderId: string,
  change: Change,
  check: Check = () => undefined,
  mayChange = assertEditable,
): Promise<Amended> {
  const loaded = await loadOrderForUpdate(context, orderId);
  mayChange(loaded.record);
  const amendment = await change(loaded.record, loaded);
  if (amendment.events.length === 0) return { before: loaded.record, after: loaded.record };
  // What was handed in keeps its prices.
  if (!isEditable(loaded.record.stage)) return { before: loaded.record, after: await saveOrder(context, loaded, amendment.record, amendment.events) };
  const charged = withCharges(amendment.record);
  assertAmountsFit(charged);
  // What an estimate promises keeps its discounts, for the customer it was promised to.
  const isPromised = charged.customer?.id === loaded.record.customer?.id && (await keepsPromise({ ...context, db: context.tx }, charged));
  const settled = await settleDiscounts(context, charged, { isPromised, added: productsAdded(loaded.record, charged) });
  const lines = stampLines(loaded.record, settled, loaded.record.version + 1);
  const priced = priceRecord({ ...settled, lines });
  check(loaded.record, priced);
  const after = await saveOrder(context, loaded, priced, [...amendment.events, ...discountChanges(amendment.record, settled)]);
  await useLineFiles(context, loaded.record, after);
  return { before: loaded.record, after };
}

/** The products that were in no line of the order before. */
function productsAdded(before: OrderRecord, after: OrderRecord): readonly string[] {
  const known = new Set(before.lines.map(({ productId }) => productId));
  return after.lines.flatMap(({ productId }) => (productId === null || known.has(productId) ? [] : productId));
}
