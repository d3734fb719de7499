import type { EstimateComparisonJson } from '@backdesk/contract/estimate/comparison.ts';
import { countChanges } from '@backdesk/domain/estimate/compare-estimates.ts';
import type { Comparison } from './commands/compare-revisions.ts';

/** A comparison of two revisions with its amounts as money. */
export function comparisonJson({ since, revision, currency, changes, sums }: Comparison): EstimateComparisonJson {
  const moneyOrNull = (amount: number | null) => (amount === null ? null : { amount, currency });
  return {
    ...{ since, revision, count: countChanges({ changes, sums }) },
    changes: changes.map((change) => ({ ...change, difference: moneyOrNull(change.difference) })),
    sums: sums.map(({ kind, from, to }) => ({ kind, from: moneyOrNull(from), to: moneyOrNull(to) })),
  };
}
