import type { Order } from '@backdesk/contract/order/schema.ts';
import { Button } from '@backdesk/ui/actions/button.tsx';
import { useState } from 'react';
import { t } from './after-texts.ts';
import { CancelDialog } from './cancel-dialog.tsx';
import { ShipDialog } from './ship-dialog.tsx';
import { openOf } from './shippable.ts';

/** The ways on from a submitted order: ship what is open, or call it off while nothing has left. */
export function OrderWays({ order, title }: { order: Order; title: string }) {
  const [opened, setOpened] = useState<'ship' | 'cancel' | null>(null);
  const open = openOf(order).filter((part) => part.open > 0);
  const mayShip = order.abilities.ship && open.length > 0;
  const mayCancel = order.abilities.cancel && order.fulfilmentStatus === 'unshipped';
  if (!mayShip && !mayCancel) return null;
  const isAllPickup = open.every(({ shipmentId }) => order.shipping.shipments.find(({ id }) => id === shipmentId)?.kind === 'pickup');
  return (
    <div className="stack">
      {mayShip && (
        <Button variant="primary" onClick={() => setOpened('ship')}>
          {isAllPickup ? t.handOver() : t.ship()}
        </Button>
      )}
      {mayCancel && <Button onClick={() => setOpened('cancel')}>{t.cancelOrder()}</Button>}
      {opened === 'ship' && <ShipDialog order={order} title={title} onClose={() => setOpened(null)} />}
      {opened === 'cancel' && <CancelDialog order={order} title={title} onClose={() => setOpened(null)} />}
    </div>
  );
}
