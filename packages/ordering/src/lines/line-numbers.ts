import type { OrderLine } from '@backdesk/contract/order/lines.ts';

/** What each line is called by: "3", and "3.1" for the first that hangs on it; a section by nothing. In the order of the lines. */
export function lineNumbers(lines: readonly Pick<OrderLine, 'parentLineId' | 'kind'>[]): readonly string[] {
  let top = 0;
  let below = 0;
  return lines.map(({ parentLineId, kind }) => {
    if (kind === 'section') return '';
    if (parentLineId !== null) return `${top}.${++below}`;
    below = 0;
    return String(++top);
  });
}
