import type { Order } from '@backdesk/contract/order/order.ts';
import { type OpenPieces, openToShip, shippingLines } from '@backdesk/domain/fulfilment/open-to-ship.ts';

/** What of the order has still to go out, by the rule that the server decides by. */
export function openOf({ lines, shipping, fulfilments }: Order): readonly OpenPieces[] {
  return openToShip({
    lines: shippingLines(lines),
    shipments: shipping.shipments,
    fulfilments: fulfilments.map(({ shipmentId, voided, lines: pieces }) => ({ shipmentId, isVoided: voided, lines: pieces })),
  });
}

export const piecesIn = (parts: readonly { readonly quantity: number }[]): number => parts.reduce((sum, { quantity }) => sum + quantity, 0);
