// A revision as it was accepted: the frozen content with the choices, quantities and sums of the kept decision. Nothing is reckoned here.
import type { KeptDecision } from '@backdesk/contract/estimate/decision.ts';
import type { FrozenEstimate, FrozenLine } from '@backdesk/contract/estimate/frozen.ts';

/** A decision without a result (a no, a request for changes) leaves the content as it is. */
export function acceptedContent(content: FrozenEstimate, decision: KeptDecision): FrozenEstimate {
  const { result } = decision;
  if (result === null) return content;
  const { items, discount, shipping, tax, total, open, taxLines } = result;
  return {
    ...content,
    poNumber: decision.poNumber === '' ? content.poNumber : decision.poNumber,
    lines: acceptedLines(content.lines, decision),
    discounts: discount === content.totals.discount ? content.discounts : together(content.discounts, discount),
    ...(content.deposit != null && result.deposit !== undefined && { deposit: { ...content.deposit, ...result.deposit } }),
    totals: { items, discount, shipping, tax, total, open, taxLines },
  };
}

/** What each of several discounts came to is not kept with a decision, only all of them. */
function together([first]: FrozenEstimate['discounts'], amount: number): FrozenEstimate['discounts'] {
  return first === undefined ? [] : [{ ...first, label: '', amount }];
}

/** The lines as they were accepted: those left out are gone, those not chosen stay as they were offered. */
function acceptedLines(lines: readonly FrozenLine[], { result, leftOut }: KeptDecision): FrozenLine[] {
  const taken = new Map(result?.lines.map((line) => [line.id, line]));
  return lines.flatMap((line): readonly FrozenLine[] => {
    // A setup that others share stays when the line it hung on was left out.
    if (leftOut.includes(line.parentLineId ?? line.id) && !taken.has(line.id)) return [];
    const { quantity, unitPrice, amount, discount, total } = taken.get(line.id) ?? {};
    if (quantity === undefined || amount === undefined || discount === undefined || total === undefined) return [{ ...line, chosen: false }];
    return [{ ...line, chosen: true, quantity, unitPrice: unitPrice ?? null, amount, discountAmount: discount, total }];
  });
}
