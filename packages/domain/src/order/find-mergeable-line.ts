// Adding the same variant with the same configuration raises the quantity of the line there is, but only of one that nobody has given a
// price, discount, note, group or charges of its own (cases, policy 10).

export type MergeCandidate = {
  readonly id: string;
  readonly variantId: string | null;
  readonly configuration: string;
  readonly hasOverride: boolean;
  readonly hasDiscount: boolean;
  readonly hasNote: boolean;
  readonly hasChoiceGroup: boolean;
  readonly hasCharges: boolean;
  readonly optional: boolean;
};

/** The line a new one of this variant and configuration merges into, the first in document order; null: it becomes a line of its own. */
export function findMergeableLine<Line extends MergeCandidate>(lines: readonly Line[], variantId: string, configuration: string): Line | null {
  return (
    lines.find(
      (line) =>
        line.variantId === variantId &&
        line.configuration === configuration &&
        !(line.hasOverride || line.hasDiscount || line.hasNote || line.hasChoiceGroup || line.hasCharges || line.optional),
    ) ?? null
  );
}
