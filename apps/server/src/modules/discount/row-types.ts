// Rows as the queries give them to commands and presenter.
import type { DiscountReason, DiscountRule } from '@backdesk/domain/pricing/discounts/discount-rule.ts';

export type Used = { readonly inAll: number; readonly byCustomer: number; readonly amount: number };

/** A rule as one order meets it; `used` counts what other orders took. */
export type RuleOfOrder = DiscountRule & { readonly used: Used; readonly isLimitedToItems: boolean };

export type DiscountRow = DiscountRule & {
  readonly version: number;
  readonly used: Used;
  readonly isLimitedToItems: boolean;
  readonly productIds: readonly string[];
  readonly categoryIds: readonly string[];
  readonly state: DiscountReason | 'running';
};
