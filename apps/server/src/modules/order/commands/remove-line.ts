import type { CommandContext } from '../../context.ts';
import { type Amended, amendOrder } from '../amend-order.ts';
import { assertNoConflict } from '../conflicts.ts';
import { lineFields } from '../field-versions.ts';
import { getLine } from '../get-line.ts';
import { lineRemoved } from '../order-events.ts';
import { withoutLines } from '../without-lines.ts';

/**
 * Takes a line out, with the charges that hang on it. Against an edit by somebody else since `basedOn` it is a conflict;
 * a quantity rule that the rest breaks then is a blocker, never a refusal.
 */
export function removeLine(context: CommandContext, orderId: string, lineId: string, basedOn: number | undefined): Promise<Amended> {
  return amendOrder(context, orderId, async (record) => {
    const line = getLine(record, lineId);
    const removed = Symbol('removed');
    await assertNoConflict(
      context,
      orderId,
      basedOn,
      lineFields.map((field) => ({ pointer: `/${field}`, version: line.fieldVersions[field], now: line[field], wanted: removed })),
    );
    const charges = record.lines.filter(({ parentLineId }) => parentLineId === lineId);
    return { record: withoutLines(record, new Set([lineId, ...charges.map(({ id }) => id)])), events: [lineRemoved(record, line, charges)] };
  });
}
