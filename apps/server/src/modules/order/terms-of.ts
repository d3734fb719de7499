import { type CustomerTerms, customerTerms } from '@backdesk/domain/customer/customer-terms.ts';
import type { OrderRecord } from './order-record.ts';

/** The terms an order is priced and taxed by: those of its customer under the company it was started for. */
export function termsOf({ customer, company }: Pick<OrderRecord, 'customer' | 'company'>): CustomerTerms {
  return customerTerms({ customer, company, defaultRole: customer?.defaultRole ?? null });
}
