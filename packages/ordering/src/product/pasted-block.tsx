import { largestQuantity } from '@backdesk/domain/pricing/bounds.ts';
import { Button } from '@backdesk/ui/actions/button.tsx';
import { InlineNotice } from '@backdesk/ui/feedback/inline-notice.tsx';
import { useFormat } from '@backdesk/ui/format/use-format.tsx';
import type { LeftCell, WhyLeft } from './matrix-paste.ts';
import { t } from './texts.ts';

/** So many of one reason are named; the others are counted. */
const mostNamed = 8;

type Props = { readonly filled: number; readonly left: readonly LeftCell[]; readonly onUndo: () => void };

/** What became of a pasted block: how many cells were filled, which were not and why, each with its figure, and the way back. */
export function PastedBlock({ filled, left, onUndo }: Props) {
  const format = useFormat();
  const reasons: Readonly<Record<WhyLeft, string>> = {
    not_on_sale: t.pastedNotOnSale(),
    not_made: t.pastedNotMade(),
    outside: t.pastedOutside(),
    unreadable: t.matrixUnreadable(format.number(largestQuantity)),
  };
  const byReason = [...Map.groupBy(left, ({ why }) => why)];
  return (
    <InlineNotice
      tone={left.length > 0 ? 'warn' : 'good'}
      live="status"
      title={left.length === 0 ? t.pasted(format.number(filled), filled) : t.pastedInPart(format.number(filled), format.number(left.length), left.length)}
      actions={
        <Button size="small" onClick={onUndo}>
          {t.pastedUndo()}
        </Button>
      }
    >
      {byReason.length > 0 && (
        <ul>
          {byReason.map(([why, cells]) => (
            <li key={why}>
              {reasons[why]}:{' '}
              {cells
                .slice(0, mostNamed)
                .map(({ cell, figure }) => t.pastedCell(cell, figure))
                .join(' · ')}
              {cells.length > mostNamed && ` · ${t.pastedMore(format.number(cells.length - mostNamed))}`}
            </li>
          ))}
        </ul>
      )}
    </InlineNotice>
  );
}
