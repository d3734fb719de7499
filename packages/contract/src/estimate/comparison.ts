// What became different from one revision to another, in values; `describeChange` of the domain puts them into words.
import { sumKinds } from '@backdesk/domain/estimate/compare-estimates.ts';
import { changeKinds } from '@backdesk/domain/estimate/estimate-change.ts';
import { z } from 'zod';
import { money, time } from '../core/primitives.ts';

export const estimateChange = z.strictObject({
  kind: z.enum(changeKinds),
  label: z
    .string()
    .describe('name of the line, discount or field (of lines that moved together: the first, "and 2 more"; a heading in quotes); empty: about the whole'),
  from: z
    .string()
    .nullable()
    .describe(
      'by the kind: pieces, a unit price, minor units (discount), a day, "12-100" (bounds), fixed, chosen or open (line_offer), what it follows (line_moved; null: it is first), how many (lines_reordered), else text. null: none',
    ),
  to: z.string().nullable(),
  difference: money.nullable().describe('what it makes of the lines in the total; null: nothing by itself'),
});

export const estimateComparison = z
  .strictObject({
    since: z.int().describe('the older revision'),
    revision: z.int(),
    count: z.int().describe('how many changes a reader is told of'),
    changes: z.array(estimateChange),
    sums: z
      .array(z.strictObject({ kind: z.enum(sumKinds), from: money.nullable(), to: money.nullable() }))
      .describe('sums that are others; null: not known. A discount is negative'),
  })
  .meta({ id: 'EstimateComparison' });

/** The comparison with what a visitor of the page saw last. */
export const seenComparison = z.strictObject({ lookedAt: time, comparison: estimateComparison });

export type EstimateComparisonJson = z.infer<typeof estimateComparison>;
