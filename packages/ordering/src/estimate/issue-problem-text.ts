import type { Order } from '@backdesk/contract/order/order.ts';
import type { RefusalJson } from '@backdesk/contract/order/refusal.ts';
import type { ProblemBody } from '@backdesk/contract/problem.ts';
import { lineTitle } from '../lines/line-title.ts';
import { refusalText } from '../lines/refusal-text.ts';
import { t } from './texts.ts';

/** More than these are only counted. */
const mostTold = 4;

/** What stands against converting, each with the line it is about; undefined: the problem names nothing, and its title stands. */
export function issueProblemText({ refusals = [] }: ProblemBody, { lines }: Pick<Order, 'lines'>, number: (value: number) => string): string | undefined {
  if (refusals.length === 0) return undefined;
  const told = (refusals as readonly RefusalJson[]).slice(0, mostTold).map((refusal) => {
    const line = lines.find(({ id }) => id === refusal.lineId);
    const says = refusalText(refusal, number).replace(/\.$/, '');
    return line === undefined ? says : t.ofLine(lineTitle(line), says);
  });
  return t.standsAgainst(told, refusals.length - told.length);
}
