import type { Order } from '@backdesk/contract/order/order.ts';
import { InlineNotice } from '@backdesk/ui/feedback/inline-notice.tsx';
import { useFormat } from '@backdesk/ui/format/use-format.tsx';
import styles from './submitted-order-page.module.css';
import { t } from './texts.ts';

/** Why an order that was declined or canceled ended, and whether the customer knows. */
export function OrderEnding({ order }: { order: Order }) {
  const { dateTime } = useFormat();
  const { ending, stage } = order;
  if (ending === null) return null;
  const title = (stage === 'canceled' ? t.canceledBy : t.declinedBy)(ending.by, dateTime(ending.at));
  return (
    <div className={styles.ending}>
      <InlineNotice tone="bad" title={title}>
        {ending.reason !== '' && <p dir="auto">{ending.reason}</p>}
        {!ending.told && <p className="soft">{t.customerNotTold()}</p>}
      </InlineNotice>
    </div>
  );
}
