import { type CustomerTerms, customerTerms } from '@backdesk/domain/customer/customer-terms.ts';
import { depositOn } from '@backdesk/domain/estimate/deposit.ts';
import { isEditable } from '@backdesk/domain/order/lifecycle.ts';
import type { PaymentTerms } from '@backdesk/domain/order/types.ts';
import type { OrderRecord } from './order-record.ts';

type Parties = Pick<OrderRecord, 'customer' | 'company'>;

/** The terms an order is priced and taxed by: those of its customer under the company it was started for. */
export function termsOf({ customer, company }: Parties): CustomerTerms {
  return customerTerms({ customer, company, defaultRole: customer?.defaultRole ?? null, defaultTerms: customer?.defaultTerms ?? '' });
}

/** What was agreed with whom it is for, as it is now; null: nothing. */
export function agreedTermsOf(order: Parties): PaymentTerms | null {
  const { payment } = termsOf(order);
  return payment === null ? null : { terms: payment.terms, from: payment.from === 'company' ? 'company' : 'account' };
}

/** The payment terms in force: those of the order itself, else what was agreed, while that can still reach it; null: none. */
export function paymentTermsOf(order: Parties & Pick<OrderRecord, 'paymentTerms' | 'stage'>): PaymentTerms | null {
  const terms = order.paymentTerms ?? (isEditable(order.stage) ? agreedTermsOf(order) : null);
  return terms === null || terms.terms === '' ? null : terms;
}

/** The order with its terms as they are in force now: what is promised or submitted does not follow the company any more. */
export function withTermsHeld(order: OrderRecord): OrderRecord {
  return { ...order, paymentTerms: paymentTermsOf(order) ?? { terms: '', from: 'account' } };
}

/** Before it is promised anew: what was only held from an agreement follows it again. */
export function withTermsOfNow(order: OrderRecord): OrderRecord {
  return order.paymentTerms === null || order.paymentTerms.from === 'order' ? order : { ...order, paymentTerms: null };
}

/** The deposit with what is due of the total as it is; null: none is asked for. */
export function askedDeposit({ deposit, pricing }: Pick<OrderRecord, 'deposit' | 'pricing'>) {
  return deposit === null ? null : { term: deposit, ...depositOn(deposit, pricing.totals.total) };
}
