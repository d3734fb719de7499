import type { OrderRow } from '@backdesk/contract/order/order-row.ts';
import { Button } from '@backdesk/ui/actions/button.tsx';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { orderQuery } from '../../lib/order-query.ts';
import { t } from './after-texts.ts';
import { DecideDialog, type Decision } from './decide-dialog.tsx';
import styles from './decide-in-row.module.css';
import { t as texts } from './texts.ts';

/** Lets an order through, or sends it back, from its row: the order is read when somebody begins to decide. */
export function DecideInRow({ row }: { row: OrderRow }) {
  const [decision, setDecision] = useState<Decision | null>(null);
  const { data: order } = useQuery({ ...orderQuery(row.id), enabled: decision !== null });
  if (row.stage !== 'pending') return null;
  const title = texts.order(row.orderNumber ?? String(row.number ?? ''));
  return (
    <span className={styles.ways}>
      <Button size="small" aria-label={`${t.approve()} ${title}`} onClick={() => setDecision('approve')}>
        {t.approve()}
      </Button>
      <Button size="small" variant="quiet" aria-label={`${t.decline()} ${title}`} onClick={() => setDecision('decline')}>
        {t.decline()}
      </Button>
      {decision !== null && order !== undefined && <DecideDialog order={order} decision={decision} title={title} onClose={() => setDecision(null)} />}
    </span>
  );
}
