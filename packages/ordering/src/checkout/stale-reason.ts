import type { CheckoutStepJson } from '@backdesk/contract/order/schema.ts';
import { t } from './texts.ts';

type Reason = CheckoutStepJson['reasons'][number];

/** Why a step needs another look, in words. */
export function staleReason(reason: Reason): string {
  const named = Object.hasOwn(t.reason, reason.input) ? t.reason[reason.input as keyof typeof t.reason]() : undefined;
  if (named !== undefined) return named;
  // Inputs of several shipments carry the shipment's id ("weight:…"): the part before is what is named.
  const kind = reason.input.split(/[.:/]/).find((part) => Object.hasOwn(t.reason, part));
  return kind === undefined ? t.changed() : t.reason[kind as keyof typeof t.reason]();
}
