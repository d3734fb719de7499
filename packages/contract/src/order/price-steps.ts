// Where a price came from, as the order's JSON says it: the same from the server and from a screen that has not heard from it yet.
import type { PriceStep } from '@backdesk/domain/pricing/types.ts';
import type { OrderLine } from './lines.ts';

/** One step of the calculator; amounts in minor units of `currency`. */
export function priceStepJson(step: PriceStep, currency: string): OrderLine['explanation'][number] {
  const money = (minorUnits: number) => ({ amount: minorUnits, currency });
  const amount = money(step.amount);
  switch (step.step) {
    case 'break':
      return { step: step.step, label: step.label, unitPrice: step.unitPrice, amount, breakQuantity: step.breakQuantity, groupQuantity: step.groupQuantity };
    case 'unit_price':
      return { step: step.step, label: 'Typed price', unitPrice: step.unitPrice, amount };
    case 'override': {
      const { unitPrice, by, reason, listAmount } = step;
      return { step: step.step, label: 'Set by hand', unitPrice, amount, listAmount: listAmount === null ? null : money(listAmount), by, reason };
    }
    case 'line_discount':
      return { step: step.step, label: 'Line discount', unitPrice: null, amount };
    case 'upcharge': {
      const { label, ppm, breakQuantity } = step;
      return { step: step.step, label, unitPrice: null, amount, ...(ppm !== undefined && { ppm }), ...(breakQuantity !== undefined && { breakQuantity }) };
    }
    case 'order_discount':
      return { step: step.step, label: step.label, unitPrice: null, amount };
  }
}
