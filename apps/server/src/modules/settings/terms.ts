import type { newShippingZone } from '@backdesk/contract/settings/schema.ts';
import { type MinorUnits, minor } from '@backdesk/domain/money/money.ts';
import type { ShippingRateTerms } from '@backdesk/domain/shipping/types.ts';
import type { z } from 'zod';

const orNull = (amount: number | null): MinorUnits | null => (amount === null ? null : minor(amount));

/** The terms of a rate as they came over the wire, as the domain has them: the amounts are checked whole numbers there. */
export function termsOf(terms: z.output<typeof newShippingZone>['rates'][number]['terms']): ShippingRateTerms {
  const freeOverAmount = orNull(terms.freeOverAmount);
  switch (terms.kind) {
    case 'flat':
      return { kind: 'flat', amount: minor(terms.amount), freeOverAmount };
    case 'by_weight':
      return { kind: 'by_weight', tiers: terms.tiers.map(({ upToGrams, amount }) => ({ upToGrams, amount: minor(amount) })), freeOverAmount };
    case 'by_items':
      return {
        kind: 'by_items',
        tiers: terms.tiers.map(({ upToAmount, amount }) => ({ upToAmount: orNull(upToAmount), amount: minor(amount) })),
        freeOverAmount,
      };
  }
}
