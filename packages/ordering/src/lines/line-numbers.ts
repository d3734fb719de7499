import type { OrderLine } from '@backdesk/contract/order/schema.ts';

/** What each line is called by: "3", and "3.1" for the first that hangs on it. In the order of the lines. */
export function lineNumbers(lines: readonly Pick<OrderLine, 'parentLineId'>[]): readonly string[] {
  let top = 0;
  let below = 0;
  return lines.map(({ parentLineId }) => {
    if (parentLineId !== null) return `${top}.${++below}`;
    below = 0;
    return String(++top);
  });
}
