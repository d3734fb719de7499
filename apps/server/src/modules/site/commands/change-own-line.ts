import type { changeCartLine as changeCartLineBody } from '@backdesk/contract/site/requests.ts';
import type { z } from 'zod';
import type { CommandContext } from '../../context.ts';
import { changeLine } from '../../order/commands/change-line.ts';
import { removeLine } from '../../order/commands/remove-line.ts';
import type { LineRecord } from '../../order/order-record.ts';
import { getOrderRecord } from '../../order/queries/get-order.ts';
import { Refused } from '../../problem.ts';
import { isOwnToChange } from '../policy.ts';

type Body = z.output<typeof changeCartLineBody>;

/** Changes a line as a customer may. The order must be locked: what is read here still holds when it is written. */
export async function changeOwnLine(context: CommandContext, orderId: string, lineId: string, body: Body): Promise<void> {
  const line = await ownLine(context, orderId, lineId);
  if (!isOwnToChange(line)) assertAgreed(line, body);
  if (body.chosen !== undefined && !line.optional) throw agreed(lineId, '/chosen');
  await changeLine(context, orderId, lineId, body);
}

/** Of a line that staff priced only the quantity moves, and only within the bounds that they gave. */
function assertAgreed({ id, parentLineId, quantityBounds: bounds }: LineRecord, { quantity, configuration }: Body): void {
  if (configuration !== undefined) throw agreed(id, '/configuration');
  if (quantity === undefined) return;
  if (bounds === null || parentLineId !== null) throw agreed(id, '/quantity');
  const { minimum, maximum } = bounds;
  if (quantity < minimum || quantity > maximum)
    throw new Refused([{ code: 'line.quantity_out_of_range', lineId: id, pointer: '/quantity', detail: { minimum, maximum } }]);
}

/** Takes a line out, with what hangs on it. A charge goes with the line that it is for, never alone. */
export async function removeOwnLine(context: CommandContext, orderId: string, lineId: string, basedOn: number | undefined): Promise<void> {
  const line = await ownLine(context, orderId, lineId);
  if (line.parentLineId !== null) throw agreed(lineId, '');
  await removeLine(context, orderId, lineId, basedOn);
}

async function ownLine({ tx, scope }: CommandContext, orderId: string, lineId: string): Promise<LineRecord> {
  const { lines } = await getOrderRecord(tx, scope, orderId);
  const line = lines.find(({ id }) => id === lineId);
  if (line === undefined) throw new Refused([{ code: 'line.not_found', lineId }]);
  return line;
}

const agreed = (lineId: string, pointer: string) => new Refused([{ code: 'line.price_agreed', lineId, pointer }]);
