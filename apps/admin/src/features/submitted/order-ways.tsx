import type { Order } from '@backdesk/contract/order/order.ts';
import { Button } from '@backdesk/ui/actions/button.tsx';
import { InlineNotice } from '@backdesk/ui/feedback/inline-notice.tsx';
import { useState } from 'react';
import { api } from '../../lib/api.ts';
import { sentenceOf } from '../../lib/problem.ts';
import { t } from './after-texts.ts';
import { DecideDialog, type Decision } from './decide-dialog.tsx';
import { ShipDialog } from './ship-dialog.tsx';
import { openOf } from './shippable.ts';
import { useAfterSubmission } from './use-after-submission.ts';

/** The ways on from what was handed in: let it through or send it back, ship what is open, or call it off while nothing has left. */
export function OrderWays({ order, title }: { order: Order; title: string }) {
  const [opened, setOpened] = useState<'ship' | Decision | null>(null);
  const reopen = useAfterSubmission(
    order.id,
    () => api.reopenOrder({ params: { id: order.id } }),
    () => undefined,
  );
  const open = openOf(order).filter((part) => part.open > 0);
  const { approve, reopen: mayReopen, ship, cancel } = order.abilities;
  const mayShip = ship && open.length > 0;
  const mayCancel = cancel && order.fulfilmentStatus === 'unshipped';
  if (!approve && !mayReopen && !mayShip && !mayCancel) return null;
  const isAllPickup = open.every(({ shipmentId }) => order.shipping.shipments.find(({ id }) => id === shipmentId)?.kind === 'pickup');
  return (
    <div className="stack">
      {approve && (
        <>
          <Button variant="primary" onClick={() => setOpened('approve')}>
            {t.approve()}
          </Button>
          <Button onClick={() => setOpened('decline')}>{t.decline()}</Button>
        </>
      )}
      {mayReopen && (
        <Button busy={reopen.isPending} onClick={() => reopen.mutate(undefined)}>
          {t.reopen()}
        </Button>
      )}
      {reopen.error !== null && (
        <InlineNotice tone="bad" live="alert">
          {sentenceOf(reopen.error)}
        </InlineNotice>
      )}
      {mayShip && (
        <Button variant="primary" onClick={() => setOpened('ship')}>
          {isAllPickup ? t.setAside() : t.ship()}
        </Button>
      )}
      {mayCancel && <Button onClick={() => setOpened('cancel')}>{t.cancelOrder()}</Button>}
      {opened === 'ship' && <ShipDialog order={order} title={title} onClose={() => setOpened(null)} />}
      {opened !== null && opened !== 'ship' && <DecideDialog order={order} decision={opened} title={title} onClose={() => setOpened(null)} />}
    </div>
  );
}
