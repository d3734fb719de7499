import type { siteRoutes } from '@backdesk/contract/site/routes.ts';
import type { Limits } from '../access/limits.ts';
import { placeOf } from '../access/limits.ts';
import type { CommandContext, Handlers } from '../context.ts';
import { browseCategories, browseProducts, viewProduct } from './commands/browse.ts';
import { addCartLines, changeCart, changeLineOfCart, removeLineOfCart, undoRemovalInCart } from './commands/change-cart.ts';
import { listCartRates, setCartBilling, setCartCodes, setCartMethod, setCartPayment, setCartShipping, submitCart } from './commands/checkout-cart.ts';
import { listAskedFields, listPlaces } from './commands/list-choices.ts';
import { saveOwnCart } from './commands/saved-carts.ts';
import { setContact } from './commands/set-contact.ts';
import { viewCart, viewChangedCart } from './commands/view-cart.ts';
import { seesPrices } from './policy.ts';
import { presentOrderField, presentPlace, presentRate, presentSiteCategory, presentSiteOrder, presentSiteProduct, presentSiteProductRow } from './presenter.ts';

type Served = Pick<
  typeof siteRoutes,
  | 'listSiteProducts'
  | 'listSiteCategories'
  | 'getSiteProduct'
  | 'getCart'
  | 'addCartLines'
  | 'changeCartLine'
  | 'removeCartLine'
  | 'undoCartRemoval'
  | 'setCartCodes'
  | 'saveCart'
  | 'setCartContact'
  | 'setCartShipping'
  | 'listCartRates'
  | 'setCartMethod'
  | 'setCartBilling'
  | 'setCartPayment'
  | 'changeCart'
  | 'submitCart'
  | 'listSitePickupPlaces'
  | 'listSiteOrderFields'
>;

/** The cart as a change left it. */
async function changed(context: CommandContext, change: Promise<unknown>) {
  context.rereadAt('/api/site/v1/cart');
  await change;
  const view = await viewChangedCart(context);
  return { cart: view === null ? null : presentSiteOrder(view, context.now) };
}

export function cartHandlers(limits: Limits): Handlers<Served> {
  return {
    listSiteProducts: async (context, { query }) => {
      const { rows, nextCursor } = await browseProducts(context, query);
      return { items: rows.map((row) => presentSiteProductRow(row, context.account.currency, seesPrices(context))), nextCursor };
    },
    listSiteCategories: async (context) => ({ items: (await browseCategories(context)).map(presentSiteCategory) }),
    getSiteProduct: async (context, { params }) => presentSiteProduct(await viewProduct(context, params.code), seesPrices(context)),

    getCart: async (context) => {
      const view = await viewCart(context);
      return { cart: view === null ? null : presentSiteOrder(view, context.now) };
    },
    addCartLines: (context, { body }) => changed(context, addCartLines(context, body)),
    changeCartLine: (context, { params, body }) => changed(context, changeLineOfCart(context, params.lineId, body)),
    removeCartLine: (context, { params, query }) => changed(context, removeLineOfCart(context, params.lineId, query.basedOn)),
    undoCartRemoval: (context, { body }) => changed(context, undoRemovalInCart(context, body.version)),
    setCartCodes: async (context, { body }) => {
      if (body.codes.length > 0) await limits.take('site_code', placeOf(context.origin?.ipAddress ?? ''));
      return changed(context, setCartCodes(context, body));
    },
    saveCart: (context, { body }) => saveOwnCart(context, body.name),

    setCartContact: (context, { body }) => changed(context, setContact(context, body)),
    setCartShipping: (context, { body }) => changed(context, setCartShipping(context, body)),
    listCartRates: async (context) => {
      const { offers, currency } = await listCartRates(context);
      return { items: offers.map((offer) => presentRate(offer, currency)) };
    },
    setCartMethod: (context, { body }) => changed(context, setCartMethod(context, body)),
    setCartBilling: (context, { body }) => changed(context, setCartBilling(context, body)),
    setCartPayment: (context, { body }) => changed(context, setCartPayment(context, body)),
    changeCart: (context, { body }) => changed(context, changeCart(context, body)),
    submitCart: async (context, { body }) => presentSiteOrder(await submitCart(context, body), context.now),
    listSitePickupPlaces: async (context) => ({ items: (await listPlaces(context)).map(presentPlace) }),
    listSiteOrderFields: async (context) => ({ items: (await listAskedFields(context)).map(presentOrderField) }),
  };
}
