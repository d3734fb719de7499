import type { entryRoutes } from '@backdesk/contract/order/entry-routes.ts';
import type { Handlers } from '../context.ts';
import { changed } from './changed.ts';
import { addLines } from './commands/add-lines.ts';
import { changeLine } from './commands/change-line.ts';
import { fillCheckout } from './commands/fill-checkout.ts';
import { listRateOffers } from './commands/list-rate-offers.ts';
import { removeLine } from './commands/remove-line.ts';
import { setBilling } from './commands/set-billing.ts';
import { setDiscounts } from './commands/set-discounts.ts';
import { setPayment } from './commands/set-payment.ts';
import { setShipping } from './commands/set-shipping.ts';
import { setShippingMethod } from './commands/set-shipping-method.ts';
import { presentOffer } from './presenter/present-checkout.ts';
import { presentLines } from './presenter/present-lines.ts';
import { listOrderLines } from './queries/list-lines.ts';

export const entryHandlers: Handlers<typeof entryRoutes> = {
  addLines: (context, { params, body }) => changed(context, params.id, addLines(context, params.id, body)),
  listLines: async ({ db, scope }, { params, query }) => {
    const { record, lines, nextCursor } = await listOrderLines(db, scope, params.id, query);
    return { items: presentLines(record, lines), nextCursor };
  },
  changeLine: (context, { params, body }) => changed(context, params.id, changeLine(context, params.id, params.lineId, body)),
  removeLine: (context, { params, query }) => changed(context, params.id, removeLine(context, params.id, params.lineId, query.basedOn)),
  setShipping: (context, { params, body }) => changed(context, params.id, setShipping(context, params.id, body)),
  listShippingRates: async (context, { params }) => {
    const { offers, currency } = await listRateOffers(context, params.id);
    return { items: offers.map((offer) => presentOffer(offer, currency)) };
  },
  setShippingMethod: (context, { params, body }) => changed(context, params.id, setShippingMethod(context, params.id, body)),
  setBilling: (context, { params, body }) => changed(context, params.id, setBilling(context, params.id, body)),
  setPayment: (context, { params, body }) => changed(context, params.id, setPayment(context, params.id, body)),
  fillCheckout: (context, { params, body }) => changed(context, params.id, fillCheckout(context, params.id, body)),
  setDiscounts: (context, { params, body }) => changed(context, params.id, setDiscounts(context, params.id, body)),
};
