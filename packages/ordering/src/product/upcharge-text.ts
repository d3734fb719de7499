import type { MoneyJson } from '@backdesk/contract/core/primitives.ts';
import { useFormat } from '@backdesk/ui/format/use-format.tsx';
import { t } from './texts.ts';

type Upcharge = {
  readonly perPiece: string;
  readonly perLine: MoneyJson;
  readonly ppm: number;
  readonly breaks: readonly { readonly quantity: number; readonly perPiece: string }[];
};

/** What an answer adds, in words: "+ $0.50 each, $0.40 from 50", "+ 10 %", "+ $25.00", several of these, or nothing. */
export function useUpchargeText(): (upcharge: Upcharge) => string {
  const format = useFormat();
  return ({ perPiece, perLine, ppm, breaks }) => {
    const price = (decimal: string) => format.unitPrice(decimal, perLine.currency);
    const each = Number(perPiece) === 0 && breaks.length === 0 ? '' : t.addsEach(price(perPiece));
    const cheaper = breaks.map((each) => t.addsFrom(price(each.perPiece), format.number(each.quantity)));
    return [
      [each, ...cheaper].filter(Boolean).join(', '),
      ppm === 0 ? '' : t.addsPart(format.percent(ppm)),
      perLine.amount === 0 ? '' : t.addsOnce(format.money(perLine)),
    ]
      .filter(Boolean)
      .join(' ');
  };
}
