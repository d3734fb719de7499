// Everything that stands against submitting, all at once, each pointing to its line or step (cases, "Lifecycle").
import type { Unavailability } from '../catalog/sold-to.ts';
import type { Refusal } from '../core/refusal.ts';
import type { MinorUnits } from '../money/money.ts';
import { shortages } from '../stock/shortages.ts';
import { nextStage } from './lifecycle.ts';
import type { CheckoutStep, Stage } from './types.ts';

export type SubmitLine = {
  readonly id: string;
  /** Position in the document from 0, for the pointer. */
  readonly index: number;
  readonly counted: boolean;
  readonly quantity: number;
  /** null: a line without a catalogue variant. */
  readonly variantId: string | null;
  /** Why the catalogue no longer sells it, or null. */
  readonly unavailable: Unavailability | null;
  /** null: stock is not tracked, or not looked at. */
  readonly stock: { readonly available: number; readonly allowsBackorder: boolean } | null;
  readonly blockers: readonly Refusal[];
};

export type SubmitFacts = {
  readonly stage: Stage;
  readonly customer: { readonly active: boolean } | null;
  readonly lines: readonly SubmitLine[];
  /** Groups of which nothing is chosen. Optional lines by themselves are left out without a word. */
  readonly choiceBlockers: readonly Refusal[];
  readonly discountBlockers: readonly Refusal[];
  readonly steps: readonly CheckoutStep[];
  readonly totalAmount: MinorUnits;
};

function lineRefusals(line: SubmitLine): readonly Refusal[] {
  const at = { lineId: line.id, pointer: `/lines/${line.index}` };
  const gone: readonly Refusal[] = line.unavailable === null ? [] : [{ code: 'line.product_unavailable', ...at, detail: { reason: line.unavailable } }];
  // What the line was told when it was last read from the catalogue gives way to what is known now.
  const others = line.blockers.filter(({ code }) => line.unavailable === null || code !== 'line.product_unavailable');
  return [...gone, ...others.map((blocker) => ({ ...blocker, ...at, pointer: `${at.pointer}${blocker.pointer ?? ''}` }))];
}

function stockRefusals(lines: readonly SubmitLine[]): readonly Refusal[] {
  const indexOf = new Map(lines.map(({ id, index }) => [id, index]));
  return shortages(lines)
    .filter(({ allowsBackorder }) => !allowsBackorder)
    .map(({ lineId, short, available }) => ({
      code: 'line.short_of_stock',
      lineId,
      pointer: `/lines/${indexOf.get(lineId)}/quantity`,
      detail: { short, available },
    }));
}

/** All reasons against submitting; empty means it can be submitted. */
export function checkSubmit(facts: SubmitFacts): readonly Refusal[] {
  const next = nextStage(facts.stage, 'submit');
  if (!next.ok) return [next.reason];
  const counted = facts.lines.filter((line) => line.counted);
  const customer: readonly Refusal[] =
    facts.customer === null
      ? [{ code: 'order.customer_missing', pointer: '/customer' }]
      : facts.customer.active
        ? []
        : [{ code: 'order.customer_inactive', pointer: '/customer' }];
  return [
    ...customer,
    ...(counted.length === 0 ? [{ code: 'order.no_lines', pointer: '/lines' } as const] : []),
    ...counted.flatMap(lineRefusals),
    ...stockRefusals(counted),
    ...facts.choiceBlockers,
    ...facts.discountBlockers,
    ...(facts.totalAmount < 0 ? [{ code: 'order.negative_total', pointer: '/totals' } as const] : []),
    // The last step repeats what is open in the others.
    ...facts.steps.flatMap((step) => step.refusals.filter((refusal) => step.name !== 'finalize' || refusal.step === 'finalize')),
  ];
}
