// The account's discounts on an order, as they are now: automatic ones come and go by themselves, a code stays until it is taken off, and
// says when it is no longer valid. Asked whenever an order is priced (decision record 0036).
import { isDeepStrictEqual } from 'node:util';
import { isLimit, judgeDiscount, valueOfRule } from '@backdesk/domain/pricing/discounts/discount-rule.ts';
import type { OrderDiscount } from '@backdesk/domain/pricing/types.ts';
import type { CommandContext } from '../context.ts';
import { dayIn } from '../day-in.ts';
import { type ReachingRule, rulesForOrder } from '../discount/commands/rules-for-order.ts';
import type { OrderRecord } from './order-record.ts';
import { termsOf } from './terms-of.ts';

type Settling = {
  /**
   * The prices are promised by an estimate: only uses that are gone count against a discount, no new one comes, and it reaches the products that it
   * reached then, whatever joined its categories since.
   */
  readonly isPromised?: boolean;
  /** Products that come to the order by this very command: what is promised reaches them as of now. */
  readonly added?: readonly string[];
  /** The order is about to use them: nobody else may meanwhile. */
  readonly isHeld?: boolean;
};

/** The record with its discounts as they are now, the same object when nothing changed. Not yet priced. */
export async function settleDiscounts(
  context: Pick<CommandContext, 'tx' | 'scope' | 'now' | 'newId' | 'account'>,
  record: OrderRecord,
  { isPromised = false, added = [], isHeld = false }: Settling = {},
): Promise<OrderRecord> {
  const present = new Map(record.discounts.filter(({ source }) => source !== 'manual').map((discount) => [discount.id, discount]));
  const productIds = [...new Set(record.lines.flatMap((line) => line.productId ?? []))];
  const rules = await rulesForOrder(context, { ids: [...present.keys()], orderId: record.id, customerId: record.customer?.id ?? null, productIds, isHeld });
  if (rules.length === 0) return record;
  const facts = { day: dayIn(context.account.timeZone, context.now), currency: record.currency, roleId: termsOf(record).role?.id ?? null };
  const settled = new Map(
    rules.flatMap((reaching): readonly (readonly [string, OrderDiscount])[] => {
      const { rule } = reaching;
      const was = present.get(rule.id);
      if (was === undefined && isPromised) return [];
      // One that was not valid when it was promised was not promised.
      const isOne = isPromised && (was?.refused == null || isLimit(was.refused));
      const refused = judgeDiscount(rule, { ...facts, used: rule.used }, isOne);
      const isAutomatic = was === undefined ? rule.code === null : was.source === 'automatic';
      if (isAutomatic && refused !== null && !isPromised) return [];
      return [[rule.id, isPromised && was !== undefined ? kept(was, reaching, { refused, added }) : discountOf(reaching, isAutomatic, refused)]];
    }),
  );
  const codes = record.discounts.flatMap((discount) => (discount.source === 'code' ? (settled.get(discount.id) ?? discount) : []));
  const automatic = [...settled.values()].filter(({ source }) => source === 'automatic');
  const discounts = [...automatic, ...codes, ...record.discounts.filter(({ source }) => source === 'manual')];
  return isDeepStrictEqual(discounts, record.discounts) ? record : { ...record, discounts };
}

/** A discount of the account as an order holds it, under its own id. */
export function discountOf({ rule, productIds }: ReachingRule, isAutomatic: boolean, refused: OrderDiscount['refused']): OrderDiscount {
  const { id, name, code, reach } = rule;
  return {
    id,
    source: isAutomatic ? 'automatic' : 'code',
    label: name,
    value: valueOfRule(rule, rule.used.amount),
    reach,
    code,
    productIds,
    refused: refused ?? null,
  };
}

/** As it was promised, up to what is left of it. */
function kept(
  was: OrderDiscount,
  { rule, productIds }: ReachingRule,
  { refused, added }: { readonly refused: OrderDiscount['refused']; readonly added: readonly string[] },
): OrderDiscount {
  const left = valueOfRule(rule, rule.used.amount);
  const isLess = rule.value.kind === 'balance' && was.value.kind === 'fixed' && left.kind === 'fixed' && left.amount < was.value.amount;
  const reached = was.productIds ?? null;
  const joining = (productIds ?? []).filter((id) => added.includes(id));
  const reaches = reached === null ? null : [...new Set([...reached, ...joining])];
  return { ...was, ...(isLess && { value: left }), productIds: reaches, refused: refused ?? null };
}
