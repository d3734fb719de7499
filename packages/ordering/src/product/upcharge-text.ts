import type { MoneyJson } from '@backdesk/contract/core/primitives.ts';
import { useFormat } from '@backdesk/ui/format/use-format.tsx';
import { t } from './texts.ts';

/** What an answer adds, in words: "+ $0.50 each", "+ $25.00", both, or nothing. */
export function useUpchargeText(): (upcharge: { readonly perPiece: string; readonly perLine: MoneyJson }) => string {
  const format = useFormat();
  return ({ perPiece, perLine }) =>
    [Number(perPiece) === 0 ? '' : t.addsEach(format.unitPrice(perPiece, perLine.currency)), perLine.amount === 0 ? '' : t.addsOnce(format.money(perLine))]
      .filter(Boolean)
      .join(' ');
}
