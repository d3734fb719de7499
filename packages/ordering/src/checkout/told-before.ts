// What a change would ask to be looked at again, said before it is made (mission A26). The rule is the domain's.
import type { Address } from '@backdesk/contract/core/primitives.ts';
import { checkoutFactsOf } from '@backdesk/contract/order/checkout-facts.ts';
import type { Order } from '@backdesk/contract/order/order.ts';
import type { CheckoutFacts } from '@backdesk/domain/order/checkout-facts.ts';
import { willGoStale } from '@backdesk/domain/order/checkout-progress.ts';
import { t } from './texts.ts';

/** A change that somebody is about to make. */
export type PlannedChange =
  | { readonly kind: 'quantity'; readonly lineId: string; readonly quantity: number }
  | { readonly kind: 'remove'; readonly lineId: string }
  /** Another unit price or discount, it is not known yet which. */
  | { readonly kind: 'price'; readonly lineId: string }
  | { readonly kind: 'add'; readonly ships: boolean; readonly weightGrams: number | null }
  /** null: another customer, it is not known yet which. */
  | { readonly kind: 'customer'; readonly customerId: string | null }
  | { readonly kind: 'address'; readonly address: Address };

/** Another items total, whatever it will be: only a rate that hangs on it takes notice. */
function withOtherItems(facts: CheckoutFacts): CheckoutFacts {
  return { ...facts, itemsAmount: (facts.itemsAmount + 1) as CheckoutFacts['itemsAmount'] };
}

function planned(facts: CheckoutFacts, order: Order, change: PlannedChange): CheckoutFacts {
  switch (change.kind) {
    case 'quantity': {
      const line = facts.lines.find(({ id }) => id === change.lineId);
      if (line === undefined || line.quantity === change.quantity) return facts;
      const after = { ...facts, lines: facts.lines.map((each) => (each === line ? { ...each, quantity: change.quantity } : each)) };
      return line.counted ? withOtherItems(after) : after;
    }
    case 'price':
      return facts.lines.some(({ id, counted }) => id === change.lineId && counted) ? withOtherItems(facts) : facts;
    case 'remove': {
      const gone = new Set(order.lines.filter((line) => line.id === change.lineId || line.parentLineId === change.lineId).map((line) => line.id));
      return withOtherItems({ ...facts, lines: facts.lines.filter((line) => !gone.has(line.id)) });
    }
    case 'add':
      return withOtherItems({
        ...facts,
        lines: [...facts.lines, { id: 'planned', quantity: 1, ships: change.ships, counted: true, weightGrams: change.weightGrams }],
      });
    case 'customer':
      return { ...facts, customerId: change.customerId ?? 'planned' };
    case 'address': {
      const [first, ...others] = facts.shipments;
      return first === undefined ? facts : { ...facts, shipments: [{ ...first, kind: 'ship', address: change.address }, ...others] };
    }
  }
}

/** One sentence naming the steps that are done now and would not be after the change; '' when it touches none. */
export function toldBefore(order: Order, change: PlannedChange): string {
  const facts = checkoutFactsOf(order);
  const steps = willGoStale(facts, planned(facts, order, change)).map((step) => step.name);
  return steps.length === 0 ? '' : t.askedAgain(steps.map((name) => t.step[name]()));
}
