import type { CommandContext } from '../../context.ts';
import { findCustomerOfOrder } from '../../customer/queries/customer-of-order.ts';
import { getOrderFieldRules } from '../../field/queries.ts';
import { Problem } from '../../problem.ts';
import { getSettingsFacts } from '../../settings/queries/pricing-facts.ts';
import { emptyDraft } from '../empty-draft.ts';
import { pricingFactsOf } from '../gather-pricing-facts.ts';
import type { OrderRecord } from '../order-record.ts';
import { priceRecord } from '../price-record.ts';
import { insertOrder } from '../store/save-order.ts';

/** An empty cart of a customer, or of a guest (null). It has no number until it is saved or submitted. */
export async function createCart(context: CommandContext, customerId: string | null): Promise<OrderRecord> {
  const { tx, scope, account } = context;
  const found = customerId === null ? { customer: null, company: null } : await findCustomerOfOrder(tx, scope, customerId);
  if (found === undefined) throw new Problem('not_found');
  const empty: OrderRecord = { ...emptyDraft(context, {}, found), stage: 'cart', fieldRules: await getOrderFieldRules(tx, scope) };
  const record = priceRecord({ ...empty, facts: pricingFactsOf(empty, await getSettingsFacts(tx, scope, []), account) });
  return insertOrder(context, record, [{ type: 'order.created', data: { number: null, customerName: found.customer?.name ?? 'a guest' } }]);
}
