import type { Order } from '@backdesk/contract/order/order.ts';
import type { StepName } from './step-name.ts';

/** The first step that has to be looked at; the last one where all before it are done. */
export function firstOpenStep({ checkout: { steps } }: Order): StepName {
  return steps.find(({ state }) => state === 'empty' || state === 'stale')?.name ?? 'finalize';
}
