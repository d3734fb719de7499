import type { CommandContext } from '../../context.ts';
import { assertNotMadeTooCheap } from '../above-floor.ts';
import { type Amended, amendOrder, type Change } from '../amend-order.ts';
import { assertNoConflict } from '../conflicts.ts';
import { lineFields } from '../field-versions.ts';
import { getLine } from '../get-line.ts';
import { lineRemoved } from '../order-events.ts';
import { takenOut } from '../take-out-line.ts';

/**
 * Takes a line out, with what hangs on it; a setup that others share passes on to them. A charge that must stay is refused. Against an edit by somebody else since `basedOn` it is a conflict;
 * a quantity rule that the rest breaks then is a blocker, never a refusal.
 */
export function removeLine(context: CommandContext, orderId: string, lineId: string, basedOn: number | undefined): Promise<Amended> {
  const remove: Change = async (record) => {
    const line = getLine(record, lineId);
    const removed = Symbol('removed');
    await assertNoConflict(
      context,
      orderId,
      basedOn,
      lineFields.map((field) => ({ pointer: `/${field}`, version: line.fieldVersions[field], now: line[field], wanted: removed })),
    );
    const without = takenOut(record, line);
    const left = new Set(without.lines.map(({ id }) => id));
    const withIt = record.lines.filter(({ id, parentLineId }) => parentLineId === lineId && !left.has(id));
    return { record: without, events: [lineRemoved(record, line, withIt)] };
  };
  return amendOrder(context, orderId, remove, (before, priced) => assertNotMadeTooCheap(context, before, priced, () => ''));
}
