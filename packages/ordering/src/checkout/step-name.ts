import type { CheckoutStepJson } from '@backdesk/contract/order/checkout.ts';

export type StepName = CheckoutStepJson['name'];

/** As they follow each other. */
export const stepNames = ['shipping', 'shipping-method', 'billing', 'finalize'] as const satisfies readonly StepName[];

export function isStepName(text: string): text is StepName {
  return (stepNames as readonly string[]).includes(text);
}
