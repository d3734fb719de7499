// What customers are shown, by the names of the site's schemas and no other: a field that an order gains is not shown here until its
// schema says so. Decision record 0034.

import type { Product } from '@backdesk/contract/catalog/schema.ts';
import type { SavedAddress } from '@backdesk/contract/customer/schema.ts';
import type { ShippingRateOffer } from '@backdesk/contract/order/checkout.ts';
import type { Order } from '@backdesk/contract/order/order.ts';
import type { PickupPlaceJson } from '@backdesk/contract/settings/schema.ts';
import {
  type SiteAccess,
  type SiteCategory,
  type SiteLine,
  type SiteOrder,
  type SiteOrderField,
  type SiteOrderRow,
  type SiteProduct,
  type SiteProductRow,
  type SiteSession,
  siteCategory,
  siteFulfilment,
  siteLine,
  siteOrder,
  siteOrderField,
  siteProduct,
  siteShipment,
  siteStock,
  siteVariant,
} from '@backdesk/contract/site/schema.ts';
import type { SharedCart } from '@backdesk/contract/site/shared-cart-routes.ts';
import { whyNotSold } from '@backdesk/domain/catalog/sold-to.ts';
import { drawsFrom } from '@backdesk/domain/stock/shortages.ts';
import type { z } from 'zod';
import type { AccountSettings } from '../../db/account-settings.ts';
import { presentProduct } from '../catalog/presenter.ts';
import type { LineSnapshot } from '../catalog/queries/line-snapshots.ts';
import type { ListRow, LoadedProduct } from '../catalog/row-types.ts';
import { presentAddress } from '../customer/presenter.ts';
import type { AddressRow } from '../customer/row-types.ts';
import type { FieldRow } from '../field/field-row.ts';
import { presentField } from '../field/presenter.ts';
import type { LineRecord, OrderRecord } from '../order/order-record.ts';
import { presentOffer } from '../order/presenter/present-checkout.ts';
import { presentOrder } from '../order/presenter/present-order.ts';
import type { RateOffer } from '../order/shipping-rate-offers.ts';
import { termsOf } from '../order/terms-of.ts';
import { presentPickupPlace } from '../settings/presenter.ts';
import type { PickupPlaceRow } from '../settings/queries/pickup-places.ts';
import { asksCustomers } from './asks-customers.ts';
import type { Shared } from './commands/shared-carts.ts';
import type { FoundAccess } from './commands/site-access.ts';
import type { SiteView } from './commands/view-order.ts';
import { isOwnToChange } from './policy.ts';
import type { OwnOrderRow } from './queries/own-orders.ts';
import type { SiteVisitorRow } from './queries/site-session.ts';

/** Of an object what a schema names. */
function named<Schema extends z.ZodObject>(schema: Schema, value: object): Pick<z.output<Schema>, keyof z.output<Schema>> {
  const given = value as Readonly<Record<string, unknown>>;
  return Object.fromEntries(Object.keys(schema.shape).flatMap((key) => (key in given ? [[key, given[key]]] : []))) as z.output<Schema>;
}

const nobody = { kind: 'guest', id: '', name: '', permissions: new Set<never>() } as const;

type Now = { readonly sold: ReadonlyMap<string, LineSnapshot>; readonly roleId: string | null; readonly wanted: ReadonlyMap<string, number> };

/** What the catalogue says against a line at this moment; not why, which is staff's. */
function againstNow(line: LineRecord, { sold, roleId, wanted }: Now): SiteLine['blockers'] {
  if (line.variantId === null) return [];
  const snapshot = sold.get(line.variantId);
  if (snapshot === undefined || whyNotSold(snapshot, roleId) !== null) return [{ code: 'line.product_unavailable', lineId: line.id }];
  // Of a bundle its parts are counted.
  if (drawsFrom(line) === null) return [];
  const { tracked, backorder, onHand, reserved } = snapshot.stock;
  const available = Math.max(0, onHand - reserved);
  const isShort = tracked && !backorder && (wanted.get(line.variantId) ?? 0) > available;
  return isShort ? [{ code: 'line.short_of_stock', lineId: line.id, detail: { available, needed: wanted.get(line.variantId) ?? 0 } }] : [];
}

const isCounted = ({ optional, chosen }: LineRecord) => !optional || chosen;

function wantedOf({ lines }: OrderRecord): ReadonlyMap<string, number> {
  const wanted = new Map<string, number>();
  for (const line of lines) {
    const variantId = drawsFrom(line);
    if (variantId !== null && isCounted(line)) wanted.set(variantId, (wanted.get(variantId) ?? 0) + line.quantity);
  }
  return wanted;
}

export function presentSiteOrder({ record, sold, guest }: SiteView, now: Date): SiteOrder {
  const order: Order = presentOrder(record, { actor: nobody, now });
  const isOpen = order.stage === 'cart' || order.stage === 'saved_cart';
  const catalogue: Now = { sold, roleId: termsOf(record).role?.id ?? null, wanted: wantedOf(record) };
  const isKnown = ({ code }: { readonly code: string }) => serverOnly.has(code);
  const lines = record.lines.map((line, at): SiteLine => {
    const shown = order.lines[at];
    const against = isOpen && isCounted(line) ? againstNow(line, catalogue) : [];
    return {
      ...named(siteLine, shown ?? {}),
      agreedUnitPrice: line.override?.unitPrice ?? null,
      mayChange: isOpen && isOwnToChange(line),
      blockers: [...(shown?.blockers ?? []).filter((blocker) => !isKnown(blocker)), ...against],
    };
  });
  const { customer, company } = record;
  const asked = record.fieldRules.filter(asksCustomers).map(({ code }) => code);
  return {
    ...named(siteOrder, order),
    lines,
    shipping: {
      shipments: order.shipping.shipments.map((shipment) => ({
        ...named(siteShipment, shipment),
        method: shipment.method === null ? null : methodOf(shipment.method),
      })),
    },
    fulfilments: order.fulfilments.filter(({ voided }) => !voided).map((gone) => named(siteFulfilment, gone)),
    ending: order.ending === null ? null : { at: order.ending.at, told: order.ending.told ? order.ending.reason : '' },
    contact:
      customer === null
        ? null
        : { name: customer.name, email: guest?.email ?? customer.email ?? '', phone: customer.phone, company: guest?.company || (company?.name ?? '') },
    fields: Object.fromEntries(Object.entries(order.fields).filter(([code]) => asked.includes(code))),
    blockers: [...order.blockers.filter((blocker) => !isKnown(blocker)), ...lines.flatMap(({ blockers }) => blockers.filter(isKnown))],
  };
}

const serverOnly: ReadonlySet<string> = new Set(['line.short_of_stock', 'line.product_unavailable']);

/** Without who typed a price, and why. */
function methodOf({ rateId, name, amount, terms, termsNow }: NonNullable<Order['shipping']['shipments'][number]['method']>) {
  return { rateId, name, amount, terms, termsNow };
}

const noAddress = { sameAsShipping: true, address: null } as const;

/** A shared cart: what is in it and what it comes to. Whose it is, where it goes and how it is paid is nobody's who only has a link. */
export function presentSharedCart({ view, expiresAt, isOwn }: Shared, now: Date): SharedCart {
  const cart = presentSiteOrder({ ...view, guest: null }, now);
  return {
    cart: {
      ...cart,
      contact: null,
      ending: null,
      billing: noAddress,
      payment: null,
      allowedPayments: [],
      poNumber: '',
      noteCustomer: '',
      fields: {},
      exemption: null,
      checkout: { steps: [] },
      blockers: [],
      shipping: { shipments: cart.shipping.shipments.map((shipment) => ({ ...shipment, address: null, pickupPlace: null, method: null })) },
      lines: cart.lines.map((line) => ({ ...line, mayChange: false })),
    },
    expiresAt: expiresAt.toISOString(),
    isOwn,
  };
}

export function presentSiteRow(row: OwnOrderRow, now: Date): SiteOrderRow {
  const { id, number, orderNumber, stage, name, itemCount, lineCount, totalAmount, currency, open, estimate } = row;
  return {
    id,
    number,
    orderNumber,
    stage,
    name,
    itemCount,
    lineCount,
    total: { amount: totalAmount, currency },
    open: [...open],
    fulfilmentStatus: row.fulfilment,
    pickupStatus: row.pickup,
    estimate:
      estimate === null
        ? null
        : { revision: estimate.revision, status: estimate.status, validUntil: estimate.validUntil, expired: new Date(estimate.expiresAt) < now },
    createdAt: row.createdAt.toISOString(),
    updatedAt: row.updatedAt.toISOString(),
    submittedAt: row.submittedAt?.toISOString() ?? null,
  };
}

export function presentSiteProduct(loaded: LoadedProduct, hasPrices: boolean): SiteProduct {
  const product: Product = presentProduct(loaded);
  const variants = product.variants.filter(({ published }) => published);
  const shown: SiteProduct = {
    ...named(siteProduct, product),
    variants: variants.map((variant) => ({ ...named(siteVariant, variant), stock: named(siteStock, variant.stock) })),
  };
  return hasPrices ? shown : withoutPrices(shown);
}

/** What who has to sign in to see prices is told of a product: what it is, what is asked and whether it is there. No figure of money. */
function withoutPrices(product: SiteProduct): SiteProduct {
  const free = { perPiece: '0', perLine: { amount: 0, currency: product.currency }, ppm: 0, breaks: [] };
  return {
    ...product,
    configurationOptions: product.configurationOptions.map((option) =>
      option.kind === 'choice' ? { ...option, values: option.values.map(({ id, name }) => ({ id, name, ...free })) } : { ...option, ...free },
    ),
    variants: product.variants.map((variant) => ({
      ...variant,
      priceTable: null,
      charges: [],
      parts: variant.parts.map((part) => ({ ...part, priceTable: null })),
    })),
  };
}

export function presentSiteProductRow(
  { id, code, name, image_url: imageUrl, price_from: priceFrom, is_sold_out: soldOut }: ListRow,
  currency: string,
  hasPrices: boolean,
): SiteProductRow {
  return { id, code, name, imageUrl, currency, priceFrom: hasPrices ? priceFrom : null, soldOut };
}

export function presentSiteCategory(category: SiteCategory): SiteCategory {
  return named(siteCategory, category);
}

export function presentSiteSession({ customer, cartItems }: SiteVisitorRow, account: AccountSettings): SiteSession {
  const { name, locale, timeZone, currency, country, priceMode, accent, siteSignIn, siteRegistration, siteOrdersWait } = account;
  return {
    account: { name, locale, timeZone, currency, country, priceMode, accent },
    signIn: siteSignIn,
    registration: siteSignIn === 'guest_only' ? 'none' : siteRegistration,
    ordersWait: siteOrdersWait,
    customer,
    cartItems,
  };
}

export function presentOrderField(row: FieldRow): SiteOrderField {
  return named(siteOrderField, presentField(row));
}

export function presentPlace(row: PickupPlaceRow): Omit<PickupPlaceJson, 'version' | 'active'> {
  const { id, name, address, hours } = presentPickupPlace(row);
  return { id, name, address, hours };
}

export function presentRate(offer: RateOffer, currency: string): ShippingRateOffer {
  return presentOffer(offer, currency);
}

export function presentOwnAddress(row: AddressRow): SavedAddress {
  return presentAddress(row);
}

export function presentSiteAccess({ status, invitedAt, lastSeenAt }: FoundAccess): SiteAccess {
  return { status, invitedAt: invitedAt?.toISOString() ?? null, lastSeenAt: lastSeenAt?.toISOString() ?? null };
}
