import type { Order } from '@backdesk/contract/order/order.ts';
import { Button } from '@backdesk/ui/actions/button.tsx';
import { useShortcut } from '@backdesk/ui/data/use-shortcut.ts';
import { useFormat } from '@backdesk/ui/format/use-format.tsx';
import { Kbd } from '@backdesk/ui/text/kbd.tsx';
import type { OrderOp } from '../editing/order-op.ts';
import { t } from './texts.ts';

type MethodOp = Extract<OrderOp, { kind: 'set_shipping_method' }>;

/** The change that takes the new price of a built-in rate; null: nothing is offered. */
export function offeredMethod(order: Order): (MethodOp & { readonly was: number }) | null {
  const offer = order.checkout.steps.find((step) => step.name === 'shipping-method')?.offer ?? null;
  const method = order.shipping.shipments.find((shipment) => shipment.id === offer?.shipmentId)?.method ?? null;
  if (offer === null || method === null || method.termsNow === null) return null;
  const { shipmentId, rateId, now, was } = offer;
  return { kind: 'set_shipping_method', shipmentId, rateId, name: method.name, amount: now.amount, terms: method.termsNow, was: was.amount };
}

/** The new price of a method that no longer holds, taken by a click or by one key. */
export function TakeOffer({ order, onTake }: { order: Order; onTake: (op: MethodOp) => void }) {
  const format = useFormat();
  const offer = offeredMethod(order);
  function take() {
    if (offer === null) return;
    const { was: _, ...op } = offer;
    onTake(op);
  }
  useShortcut('u', take);
  if (offer === null) return null;
  const money = (amount: number) => format.money({ amount, currency: order.currency });
  return (
    <Button size="small" onClick={take} aria-keyshortcuts="u">
      {offer.amount === offer.was ? t.keepIt(offer.name, money(offer.amount)) : t.takeIt(money(offer.amount), money(offer.was))} <Kbd className="hide-m">U</Kbd>
    </Button>
  );
}
