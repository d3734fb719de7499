import type { CommandContext } from '../../context.ts';
import { listReachedProducts, listRulesOfOrder } from '../queries.ts';
import type { RuleOfOrder } from '../row-types.ts';
import { lockLimitedDiscounts } from '../store.ts';

type Asked = {
  readonly ids: readonly string[];
  readonly orderId: string;
  readonly customerId: string | null;
  readonly productIds: readonly string[];
  /** Held until the transaction ends: nobody else takes the last use meanwhile. */
  readonly isHeld: boolean;
};

/** A rule and the products of the order that it reaches; null: all of it. */
export type ReachingRule = { readonly rule: RuleOfOrder; readonly productIds: readonly string[] | null };

/** The discounts of an order and the automatic ones, as they are now. They are held first and read then: what was read before the lock may be past. */
export async function rulesForOrder(context: Pick<CommandContext, 'tx' | 'scope' | 'now' | 'newId'>, asked: Asked): Promise<readonly ReachingRule[]> {
  const { tx, scope } = context;
  if (asked.isHeld) await lockLimitedDiscounts(context, asked.ids);
  const rules = await listRulesOfOrder(tx, scope, asked);
  const limited = rules.filter((rule) => rule.isLimitedToItems).map(({ id }) => id);
  const reached = await listReachedProducts(tx, scope, { ids: limited, productIds: asked.productIds });
  return rules.map((rule) => ({ rule, productIds: rule.isLimitedToItems ? (reached.get(rule.id) ?? []) : null }));
}
