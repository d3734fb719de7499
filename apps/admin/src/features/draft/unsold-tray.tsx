import type { OrderLine } from '@backdesk/contract/order/lines.ts';
import { pricingLineOf } from '@backdesk/contract/order/pricing-input.ts';
import { quantityRefusals } from '@backdesk/domain/pricing/quantity-rules.ts';
import { newId } from '@backdesk/ordering/editing/new-id.ts';
import { previewLine, reachOf } from '@backdesk/ordering/editing/preview-line.ts';
import { lineTitle } from '@backdesk/ordering/lines/line-title.ts';
import { refusalText } from '@backdesk/ordering/lines/refusal-text.ts';
import { Button } from '@backdesk/ui/actions/button.tsx';
import { useFormat } from '@backdesk/ui/format/use-format.tsx';
import { Icon } from '@backdesk/ui/icons/icon.tsx';
import { Kbd } from '@backdesk/ui/text/kbd.tsx';
import type { KeyboardEvent, Ref } from 'react';
import styles from './add-product.module.css';
import { useDraft } from './draft-context.tsx';
import { t } from './texts.ts';
import type { Unsold, UnsoldRow } from './use-product-entry.ts';

type UnsoldTrayProps = {
  rows: readonly UnsoldRow[];
  onLeave: (lineId: string) => void;
  /** A way was taken: on with the next entry. */
  onDone: () => void;
  ref: Ref<HTMLUListElement>;
};

/** What was entered and may not stay so: the quantities nearest to what the line came to, or a line of its own. 1 to 3 take one, Delete leaves it. */
export function UnsoldTray({ rows, onLeave, onDone, ref }: UnsoldTrayProps) {
  const format = useFormat();
  const { editor, by } = useDraft();
  if (rows.length === 0) return null;

  const setQuantity = (line: OrderLine, quantity: number) => editor.dispatch({ kind: 'change_line', lineId: line.id, patch: { quantity }, by });

  function setApart(line: OrderLine, { hit, quantity }: Unsold) {
    const lineId = newId();
    setQuantity(line, line.quantity - quantity);
    const request = { variantId: hit.id, quantity, lineId, asNewLine: true };
    editor.dispatch({ kind: 'add_line', preview: previewLine(hit, quantity, lineId), asNewLine: true, ...reachOf(hit), request });
  }

  return (
    <ul ref={ref} className={styles.tray} role="status">
      {rows.map(({ entered, line, near }) => {
        const ways = [
          ...near.quantities.map((quantity) => ({ says: t.makeIt(format.number(quantity)), take: () => setQuantity(line, quantity) })),
          ...(isSoldApart(line, entered) ? [{ says: t.apart(format.number(entered.quantity)), take: () => setApart(line, entered) }] : []),
        ];
        const leave = () => {
          onLeave(line.id);
          onDone();
        };
        const take = (at: number) => {
          ways[at]?.take();
          leave();
        };
        const onKeyDown = (event: KeyboardEvent) => {
          if (event.altKey || event.ctrlKey || event.metaKey) return;
          const at = /^[1-3]$/u.test(event.key) ? Number(event.key) - 1 : -1;
          if (at >= 0 && at < ways.length) take(at);
          else if (event.key === 'Delete' || event.key === 'Backspace' || event.key === 'Escape') leave();
          else if (event.key === 'ArrowDown') onDone();
          else return;
          event.preventDefault();
          event.stopPropagation();
        };
        const says = t.unsold(format.number(line.quantity), lineTitle(line), refusalText(near.blocker, format.number));
        return (
          // biome-ignore lint/a11y/noNoninteractiveTabindex: the keys of a row need a row that has the focus
          <li key={line.id} tabIndex={0} aria-label={says} onKeyDown={onKeyDown}>
            <Icon name="warning" />
            <span>{says}</span>
            {ways.map((way, at) => (
              <Button key={way.says} size="small" onClick={() => take(at)}>
                {way.says} <Kbd className="hide-m">{String(at + 1)}</Kbd>
              </Button>
            ))}
            <Button size="small" variant="quiet" onClick={leave}>
              {t.leaveIt()}
            </Button>
          </li>
        );
      })}
    </ul>
  );
}

/** Whether what was entered may stand by itself, and the line go back to what it was. Lines that count together come to the same sum. */
function isSoldApart(line: OrderLine, { hit, quantity, isMerged }: Unsold): boolean {
  if (!isMerged || line.breakGroup !== null || line.quantity <= quantity) return false;
  return quantityRefusals(pricingLineOf(previewLine(hit, quantity, line.id)), quantity).length === 0;
}
