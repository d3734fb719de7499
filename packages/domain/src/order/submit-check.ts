// Everything that stands against submitting, all at once, each pointing to its line or step (cases, "Lifecycle").
import type { Refusal } from '../core/refusal.ts';
import type { MinorUnits } from '../money/money.ts';
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
  readonly unavailable: 'deleted' | 'unpublished' | 'excluded' | null;
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
  return [...gone, ...line.blockers.map((blocker) => ({ ...blocker, ...at, pointer: `${at.pointer}${blocker.pointer ?? ''}` }))];
}

/** One variant on several lines draws from one stock: what is short is said at the line that exceeds it. */
function stockRefusals(lines: readonly SubmitLine[]): readonly Refusal[] {
  const taken = new Map<string, number>();
  return lines.flatMap((line): readonly Refusal[] => {
    if (line.variantId === null || line.stock === null || line.stock.allowsBackorder) return [];
    const wanted = (taken.get(line.variantId) ?? 0) + line.quantity;
    taken.set(line.variantId, wanted);
    const short = wanted - Math.max(0, line.stock.available);
    if (short <= 0) return [];
    return [
      {
        code: 'line.short_of_stock',
        lineId: line.id,
        pointer: `/lines/${line.index}/quantity`,
        detail: { short, available: Math.max(0, line.stock.available) },
      },
    ];
  });
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
