// What stock and catalogue say about the lines that are being accepted. Prices, tax and shipping are promised and stay as they were frozen;
// this is not. Decision record 0056.
import type { FrozenEstimate } from '@backdesk/contract/estimate/frozen.ts';
import { type AvailabilityNotice, availabilityNotices, checkAvailability } from '@backdesk/domain/estimate/availability.ts';
import type { PricedChoices } from '@backdesk/domain/estimate/price-choices.ts';
import { listVariantsNow } from '../catalog/queries/variants-now.ts';
import type { CommandContext } from '../context.ts';
import { driftPolicyOf } from '../estimate/price-hold-of.ts';
import { type NowFacts, showsStock, variantIdsOf, variantsNow } from '../estimate/variants-now.ts';
import { Refused } from '../problem.ts';
import type { OrderRecord } from './order-record.ts';
import { termsOf } from './terms-of.ts';

/** The same notices for both sides; the customer's without figures that the site does not show either. */
export type AvailabilityTold = { readonly staff: readonly AvailabilityNotice[]; readonly customer: readonly AvailabilityNotice[] };

/** Throws `estimate.not_deliverable`, each at its line, where nothing of it can be delivered and the policy is to issue anew. */
export async function availabilityAtAcceptance(
  context: CommandContext,
  order: OrderRecord,
  content: FrozenEstimate,
  { lines }: PricedChoices,
): Promise<AvailabilityTold> {
  const { tx, scope, account } = context;
  const facts: NowFacts = { variants: await listVariantsNow(tx, scope, variantIdsOf(content.lines)), roleId: termsOf(order).role?.id ?? null };
  const taken = lines.filter(({ optional, chosen }) => !optional || chosen);
  const told = (isOpen: boolean) => availabilityNotices(taken, variantsNow(content.lines, facts, isOpen));
  const staff = told(true);
  const [first, ...others] = checkAvailability(driftPolicyOf(content, account), taken, staff);
  if (first !== undefined) throw new Refused([first, ...others]);
  return { staff, customer: showsStock(account) ? staff : told(false) };
}
