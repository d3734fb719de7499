// A discount of the account (by code, or automatic) and whether it may be used on one order: its days, its uses, its customers. What
// it then takes off is for the calculator. Decision record 0036.
import type { MinorUnits } from '../../money/money.ts';
import type { DiscountValue, OrderDiscount } from '../types.ts';

/** A balance is an amount that is used up over several orders. */
export type RuleValue = DiscountValue | { readonly kind: 'balance'; readonly amount: MinorUnits };

export type DiscountRule = {
  readonly id: string;
  readonly name: string;
  /** null: automatic, on every order it may be used on. */
  readonly code: string | null;
  readonly active: boolean;
  readonly value: RuleValue;
  readonly currency: string;
  readonly reach: OrderDiscount['reach'];
  /** Days of the account, both included; null: open. */
  readonly validFrom: string | null;
  readonly validUntil: string | null;
  readonly maxUses: number | null;
  readonly maxUsesPerCustomer: number | null;
  /** Price roles it is for; null: everybody. */
  readonly roleIds: readonly string[] | null;
};

/** Whom and what day a rule is judged for, and how often it was used by other orders. */
export type DiscountFacts = {
  readonly day: string;
  readonly currency: string;
  readonly roleId: string | null;
  /** In all, by this customer, and how much in minor units. */
  readonly used: { readonly inAll: number; readonly byCustomer: number; readonly amount: number };
};

export const discountReasons = ['unknown', 'off', 'not_yet', 'expired', 'used_up', 'used_by_customer', 'spent', 'other_customers', 'other_currency'] as const;
/** Why a discount may not be used: `spent` is a balance with nothing left. */
export type DiscountReason = (typeof discountReasons)[number];

/** What a promise does not shield from: what is gone is gone, whoever was told of it. */
const limits: ReadonlySet<DiscountReason> = new Set(['used_up', 'used_by_customer', 'spent']);

/** Whether this is a reason that a promise does not shield from. */
export const isLimit = (reason: DiscountReason) => limits.has(reason);

/** Why this rule may not be used on the order, or null. With `isPromised` (an estimate whose prices are held) only its uses count. */
export function judgeDiscount(rule: DiscountRule, { day, currency, roleId, used }: DiscountFacts, isPromised = false): DiscountReason | null {
  const reasons: readonly (readonly [DiscountReason, boolean])[] = [
    ['off', !rule.active],
    ['not_yet', rule.validFrom !== null && day < rule.validFrom],
    ['expired', rule.validUntil !== null && day > rule.validUntil],
    ['other_customers', rule.roleIds !== null && (roleId === null || !rule.roleIds.includes(roleId))],
    ['other_currency', rule.value.kind !== 'percentage' && rule.currency !== currency],
    ['used_up', rule.maxUses !== null && used.inAll >= rule.maxUses],
    ['used_by_customer', rule.maxUsesPerCustomer !== null && used.byCustomer >= rule.maxUsesPerCustomer],
    ['spent', rule.value.kind === 'balance' && used.amount >= rule.value.amount],
  ];
  const applying = isPromised ? reasons.filter(([reason]) => limits.has(reason)) : reasons;
  return applying.find(([, applies]) => applies)?.[0] ?? null;
}

/** What the calculator takes off by it: of a balance what is left. */
export function valueOfRule({ value }: DiscountRule, usedAmount: number): DiscountValue {
  return value.kind === 'balance' ? { kind: 'fixed', amount: Math.max(0, value.amount - usedAmount) as MinorUnits } : value;
}
