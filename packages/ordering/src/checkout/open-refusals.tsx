import type { Order } from '@backdesk/contract/order/order.ts';
import type { RefusalJson } from '@backdesk/contract/order/refusal.ts';
import { poNumberCode } from '@backdesk/domain/field/types.ts';
import { Button } from '@backdesk/ui/actions/button.tsx';
import { InlineNotice } from '@backdesk/ui/feedback/inline-notice.tsx';
import { useFormat } from '@backdesk/ui/format/use-format.tsx';
import { lineTitle } from '../lines/line-title.ts';
import { refusalText } from '../lines/refusal-text.ts';
import { useCheckout } from './checkout-face.ts';
import styles from './checkout-form.module.css';
import { t } from './texts.ts';

/** What stands against submitting, each with the way to where it is mended. `isNews`: somebody has just tried. */
export function OpenRefusals({ refusals, isNews }: { refusals: readonly RefusalJson[]; isNews: boolean }) {
  const { order, link } = useCheckout();
  const format = useFormat();
  return (
    <InlineNotice tone="warn" title={t.openHead(refusals.length)} {...(isNews && { live: 'alert' as const })}>
      <ul className={styles.refusals}>
        {refusals.map((refusal) => {
          const says = refusalText(refusal, format.number);
          const label = { 'aria-label': `${t.mend()}: ${says}` };
          const place = refusal.step === undefined || refusal.step === 'finalize' || refusal.lineId !== undefined ? 'lines' : refusal.step;
          return (
            <li key={`${refusal.code} ${refusal.lineId ?? ''} ${refusal.pointer ?? ''}`}>
              <span>{[lineOf(order, refusal), says].filter(Boolean).join(': ')}</span>
              {refusal.code === 'fields.missing' ? (
                <Button variant="link" {...label} onClick={() => focusField(refusal.pointer ?? '')}>
                  {t.mend()}
                </Button>
              ) : (
                link(place, t.mend(), label)
              )}
            </li>
          );
        })}
      </ul>
    </InlineNotice>
  );
}

/** Puts the caret into the field that a refusal points to: it is on this page. */
function focusField(pointer: string) {
  const code = pointer === '/poNumber' ? poNumberCode : pointer.replace('/fields/', '');
  document.querySelector<HTMLElement>(`[data-field="${CSS.escape(code)}"] :is(input, select)`)?.focus();
}

function lineOf(order: Order, refusal: RefusalJson): string {
  const line = order.lines.find((found) => found.id === refusal.lineId);
  return line === undefined ? '' : lineTitle(line);
}
