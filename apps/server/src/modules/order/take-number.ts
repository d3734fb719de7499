import { selectNextOrderNumber } from '../../db/order-numbers.ts';
import type { CommandContext } from '../context.ts';
import type { OrderRecord } from './order-record.ts';

/** The number of an order: the one it has, else the next of the account. */
export async function takeNumber({ tx, scope }: Pick<CommandContext, 'tx' | 'scope'>, { number }: Pick<OrderRecord, 'number'>): Promise<number> {
  if (number !== null) return number;
  const { rows } = await selectNextOrderNumber(scope).execute(tx);
  const [next] = rows;
  if (next === undefined) throw new Error('The account has no order numbers.');
  return next.number;
}
