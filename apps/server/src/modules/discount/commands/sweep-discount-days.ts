import type { CommandContext } from '../../context.ts';
import { enqueueRepriceFor } from '../jobs.ts';
import { type DaySpan, listDiscountsWithTurn } from '../queries.ts';

/** Has the open orders follow the discounts whose first day came, or whose last day went, between two days of the account. */
export async function sweepDiscountDays(context: CommandContext, span: DaySpan): Promise<void> {
  await enqueueRepriceFor(context, await listDiscountsWithTurn(context.tx, context.scope, span));
}
