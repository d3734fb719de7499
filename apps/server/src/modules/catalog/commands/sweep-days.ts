import type { CommandContext } from '../../context.ts';
import { dayIn } from '../../day-in.ts';
import { sweepDiscountDays } from '../../discount/commands/sweep-discount-days.ts';
import { listProductsWithTurn, lockSweptOn } from '../queries/price-periods.ts';
import { saveSweptOn } from '../store/save-price-periods.ts';

/** Products in one job. */
const productsAtOnce = 500;

/**
 * Once a day of the account: has the open orders priced anew that hold a product of which a price began or ended since the day before that
 * was looked at, and those that a discount reaches of which the days began or ended. Late by days it makes up for all of them; on the same day again it does nothing.
 */
export async function sweepDays(context: CommandContext): Promise<void> {
  const { tx, scope, account, now } = context;
  const today = dayIn(account.timeZone, now);
  const swept = await lockSweptOn(tx, scope);
  if (swept === today) return;
  // A time zone to the west can take the account back to the day before.
  const [since, until] = swept === null || swept < today ? [swept, today] : [today, swept];
  const productIds = await listProductsWithTurn(tx, scope, { since, until });
  for (let at = 0; at < productIds.length; at += productsAtOnce)
    await context.enqueue('order.reprice', { accountId: scope.accountId, productIds: productIds.slice(at, at + productsAtOnce) });
  await sweepDiscountDays(context, { since, until });
  await saveSweptOn(context, today);
}
