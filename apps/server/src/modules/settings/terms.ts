import type { newShippingZone } from '@backdesk/contract/settings/schema.ts';
import type { MinorUnits } from '@backdesk/domain/money/money.ts';
import type { ShippingRateTerms } from '@backdesk/domain/shipping/types.ts';
import type { z } from 'zod';

/** The terms of a rate as they came over the wire, as the domain has them: the amounts are checked whole numbers there. */
export function termsOf(terms: z.output<typeof newShippingZone>['rates'][number]['terms']): ShippingRateTerms {
  if (terms.kind === 'flat') return { kind: 'flat', amount: terms.amount as MinorUnits };
  return { kind: 'by_weight', tiers: terms.tiers.map((tier) => ({ upToGrams: tier.upToGrams, amount: tier.amount as MinorUnits })) };
}
