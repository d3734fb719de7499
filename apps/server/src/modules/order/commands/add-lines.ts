import type { addLines as addLinesBody } from '@backdesk/contract/order/requests.ts';
import type { z } from 'zod';
import type { CommandContext } from '../../context.ts';
import { assertNotMadeTooCheap } from '../above-floor.ts';
import { type Amended, amendOrder } from '../amend-order.ts';
import { audienceOf } from '../line-from-catalog.ts';
import { placeLines } from '../place-lines.ts';
import { assertQuantitiesAllowed } from '../quantity-refusals.ts';
import { filesOfRequest, resolveVariants } from '../resolve-variants.ts';

type AddLines = z.output<typeof addLinesBody>;

/** Adds one line or up to 1,000, catalogue and custom ones, at the prices of this moment. */
export function addLines(context: CommandContext, orderId: string, body: AddLines): Promise<Amended> {
  const requested = 'lines' in body ? body.lines : [body];
  const pointerOf = (index: number) => ('lines' in body ? `/lines/${index}` : '');
  let pointers: ReadonlyMap<string, string> = new Map();
  return amendOrder(
    context,
    orderId,
    async (record) => {
      const audience = audienceOf(record, context);
      const snapshots = await resolveVariants(context, requested, audience, pointerOf);
      const files = await filesOfRequest(context, requested, snapshots);
      const placed = placeLines({ present: record.lines, requested, snapshots, files, audience, newId: context.newId, pointerOf });
      pointers = placed.pointers;
      return { record: { ...record, lines: placed.lines }, events: placed.events };
    },
    (before, priced) => {
      assertQuantitiesAllowed(before, priced, pointers);
      assertNotMadeTooCheap(context, before, priced, (lineId) => pointers.get(lineId) ?? '');
    },
  );
}
