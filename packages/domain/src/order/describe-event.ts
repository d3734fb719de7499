// History in plain words. The sentence goes without its subject: the reader sees who and when beside it. Figures and days are written by
// who shows them, in the account's locale.
import type { Unavailability } from '../catalog/sold-to.ts';
import { availabilityText } from '../estimate/availability.ts';
import { ratesGoneText, totalTodayText } from '../estimate/total-today.ts';
import type { FieldValue } from '../field/types.ts';
import type { DiscountReason } from '../pricing/discounts/discount-rule.ts';
import type { DiscountValue } from '../pricing/types.ts';
import type { OrderEvent } from './events.ts';
import type { Address, Stage } from './types.ts';

const stageNames: Readonly<Record<Stage, string>> = {
  cart: 'Cart',
  draft: 'Draft',
  estimate: 'Estimate',
  saved_cart: 'Saved cart',
  pending: 'Pending approval',
  approval_declined: 'Declined',
  submitted: 'Submitted',
  canceled: 'Canceled',
};

export type HistoryFormat = {
  /** Whole pieces. */
  readonly quantity: (pieces: number) => string;
  /** Minor units of a currency. */
  readonly amount: (minorUnits: number, currency: string) => string;
  /** Major units, up to six decimals. */
  readonly unitPrice: (decimal: string, currency: string) => string;
  /** Parts per million. */
  readonly percent: (ppm: number) => string;
  /** A calendar day, YYYY-MM-DD. */
  readonly day: (day: string) => string;
};

const price = (decimal: string | null, currency: string, { unitPrice }: HistoryFormat) => (decimal === null ? 'no price' : unitPrice(decimal, currency));

const piecesOf = (count: number, { quantity }: HistoryFormat) => `${quantity(count)} ${count === 1 ? 'piece' : 'pieces'}`;

const stopReasons: Readonly<Record<DiscountReason, string>> = {
  unknown: 'there is no such code',
  off: 'it was switched off',
  not_yet: 'its days have not begun',
  expired: 'its days are over',
  used_up: 'it was used as often as it may be',
  used_by_customer: 'the customer has used it',
  spent: 'nothing is left of it',
  other_customers: 'it is for other customers',
  other_currency: 'it is in another currency',
};

function discount(value: DiscountValue | null, currency: string, { amount, percent }: HistoryFormat): string {
  if (value === null) return 'none';
  return value.kind === 'fixed' ? amount(value.amount, currency) : percent(value.ppm);
}

function place(address: Address | null): string {
  return address === null ? 'none' : [address.line1, address.city, address.postcode, address.country].filter((part) => part !== '').join(', ');
}

const quoted = (text: string) => (text === '' ? 'empty' : `“${text}”`);

/** A history is for looking over: the thread has all of it. */
const shortened = (text: string) => (text.length > 120 ? `${text.slice(0, 119).trimEnd()}…` : text);

const shown = (value: FieldValue | null) =>
  typeof value === 'boolean' ? (value ? 'yes' : 'no') : typeof value === 'string' ? quoted(value) : value === null ? 'empty' : String(value);

const told = (address: string) => (address === '' ? '' : `, ${address} told`);

const because = ({ reason, toldTo }: { readonly reason: string; readonly toldTo: string }) =>
  `${reason === '' ? '' : `: ${quoted(shortened(reason))}`}${told(toldTo)}`;

const channels = { page: '', phone: ' by phone', mail: ' by mail', in_person: ' in person' } as const;

/** Why a customer said no, as they are offered it. */
export const reasonsInWords: Readonly<Record<string, string>> = {
  price: 'too expensive',
  timing: 'not in time',
  elsewhere: 'bought elsewhere',
  not_needed: 'no longer needed',
  other: 'another reason',
};

const notSold: Readonly<Record<Unavailability, string>> = {
  deleted: 'is no longer sold: it was deleted',
  unpublished: 'is no longer sold: it was taken off sale',
  excluded: 'is not sold to this customer',
};

function answerMoved({ from, to }: Extract<OrderEvent, { type: 'line.answer_moved' }>['data']): string {
  const said = ({ name, value }: { readonly name: string; readonly value: string }) => (value === '' ? name : `${name} “${value}”`);
  if (to === null) return `${from === null ? '' : said(from)} is no longer asked`;
  switch (to.state) {
    case 'gone':
      return `${said(to)} is no longer offered`;
    case 'missing':
      return `${to.name} is to be answered now`;
    case 'too_long':
    case 'invalid':
      return `${said(to)} no longer fits what is asked`;
    case 'unpriced':
      return `${said(to)} has no price any more`;
    case 'answered':
      if (from === null) return `${said(to)} is asked now`;
      return from.state === 'answered' ? `${said(from)} is called ${said(to)} now` : `${said(to)} can be had again`;
  }
}

/** "; at today’s prices $51.20, held until Jan 22, 2027; MUG: Only 38 in stock now". */
function foundAt(accepted: Extract<OrderEvent, { type: 'estimate.accepted' }>['data'], format: HistoryFormat): string {
  const { todayAmount, ratesGone = [], heldUntil = null, currency, short = [], moreShort = 0, withheldFrom } = accepted;
  const words = { amount: (amount: number) => format.amount(amount, currency) };
  const held = heldUntil === null ? 'what was accepted is charged' : `held until ${format.day(heldUntil)}`;
  return [
    ...(todayAmount === undefined ? [] : [`at today’s prices ${totalTodayText({ amount: todayAmount, ratesGone }, words)}, ${held}`]),
    ...(ratesGone.length === 0 ? [] : [ratesGoneText({ ratesGone }, words)]),
    ...short.map((notice) => `${notice.label}: ${availabilityText(notice, format)}`),
    ...(moreShort === 0 ? [] : [`and ${format.quantity(moreShort)} more lines`]),
    ...(withheldFrom === undefined ? [] : [`no copy was sent to ${withheldFrom}, whose link was revoked`]),
  ]
    .map((part) => `; ${part}`)
    .join('');
}

/** One sentence for an event: "Quantity of TEE-RED-M from 12 to 24". */
export function describeEvent(event: OrderEvent, format: HistoryFormat): string {
  const { amount, quantity, day } = format;
  switch (event.type) {
    case 'order.created':
      return `Started for ${event.data.customerName}`;
    case 'order.repeated':
      return `Repeated from ${event.data.stage === 'submitted' ? 'Order' : stageNames[event.data.stage]} ${event.data.number ?? ''}`.trimEnd();
    case 'order.split_from':
      return `Left out of ${['Estimate', event.data.number, `r${event.data.revision}`].filter((part) => part !== null).join(' ')} when the rest of it was accepted`;
    case 'order.renamed':
      return `Name from ${quoted(event.data.from)} to ${quoted(event.data.to)}`;
    case 'order.noted':
      return event.data.audience === 'customer' ? 'Notes for the customer changed' : 'Internal notes changed';
    case 'order.customer_changed':
      return `Customer from ${event.data.from.name} to ${event.data.to.name}`;
    case 'order.owner_changed':
      return `Owner from ${event.data.from.name || 'nobody'} to ${event.data.to.name || 'nobody'}`;
    case 'order.po_number_set':
      return event.data.to === '' ? 'PO number removed' : `PO number set to ${event.data.to}`;
    case 'order.field_set':
      return event.data.to === null ? `${event.data.label} removed` : `${event.data.label} from ${shown(event.data.from)} to ${shown(event.data.to)}`;
    case 'order.due_set':
      return event.data.to === null ? 'Due date removed' : `Due on ${day(event.data.to)}`;
    case 'order.payment_terms_set':
      if (event.data.to === null) return 'Payment terms as agreed';
      return event.data.to.terms === '' ? 'Payment terms removed' : `Payment terms set to ${event.data.to.terms}`;
    case 'order.deposit_set':
      return event.data.to === null ? 'Deposit removed' : `Deposit set to ${discount(event.data.to, event.data.currency, format)}`;
    case 'order.stage_changed':
      return `${stageNames[event.data.from]} became ${stageNames[event.data.to]}`;
    case 'order.price_moved':
      return `Price of ${event.data.label} moved from ${price(event.data.from, event.data.currency, format)} to ${price(event.data.to, event.data.currency, format)}`;
    case 'line.availability_changed':
      return `${event.data.label} ${event.data.to === null ? 'is sold again' : notSold[event.data.to]}`;
    case 'line.answer_moved':
      return `${event.data.label}: ${answerMoved(event.data)}`;
    case 'order.brought_up_to_date':
      return `${event.data.lines === 1 ? '1 line' : `${format.quantity(event.data.lines)} lines`} brought up to date with the catalogue`;
    case 'order.total_moved':
      return `Total from ${amount(event.data.fromAmount, event.data.currency)} to ${amount(event.data.toAmount, event.data.currency)} by a change of tax or shipping rates`;
    case 'order.submitted':
      return `Submitted at ${amount(event.data.totalAmount, event.data.currency)}${event.data.waits ? ', waits for approval' : ''}`;
    case 'order.approved':
      return `Approved${because(event.data)}`;
    case 'order.declined':
      return `Declined${because(event.data)}`;
    case 'order.canceled':
      return `Canceled${because(event.data)}`;
    case 'order.shipped': {
      const { kind, pieces, isAll, by, toldTo, isReady } = event.data;
      const done = isReady ? 'Ready for pickup:' : kind === 'pickup' ? 'Picked up' : 'Shipped';
      const what = `${done} ${piecesOf(pieces, format)}${isAll ? ', all there were' : ''}`;
      return `${what}${by === '' ? '' : `, ${by}`}${told(toldTo)}`;
    }
    case 'order.fetched': {
      const { pieces, on } = event.data;
      return on === null ? `Not picked up after all: ${piecesOf(pieces, format)}` : `Picked up ${piecesOf(pieces, format)}`;
    }
    case 'order.tracking_changed':
      return `Tracking from ${event.data.from || 'none'} to ${event.data.to || 'none'}`;
    case 'order.shipping_voided': {
      const { kind, pieces, reason } = event.data;
      return `${kind === 'pickup' ? 'Pickup' : 'Shipping'} of ${piecesOf(pieces, format)} taken back${reason === '' ? '' : `: ${quoted(shortened(reason))}`}`;
    }
    case 'order.deleted':
      return 'Deleted';
    case 'order.restored':
      return 'Restored';
    case 'line.added':
      if (event.data.isSection) return `Added the section ${quoted(event.data.name)}`;
      return `Added ${quantity(event.data.quantity)} × ${event.data.label === event.data.name ? event.data.name : `${event.data.label} ${event.data.name}`}`;
    case 'line.quantity_changed':
      return `Quantity of ${event.data.label} from ${quantity(event.data.from)} to ${quantity(event.data.to)}`;
    case 'line.price_overridden': {
      const { label, currency, from, to, reason } = event.data;
      return `Price of ${label} set to ${price(to, currency, format)} (was ${price(from, currency, format)})${reason === '' ? '' : `: ${reason}`}`;
    }
    case 'line.override_cleared':
      return `Catalogue price of ${event.data.label} given back (was set to ${price(event.data.previous.unitPrice, event.data.currency, format)})`;
    case 'line.price_typed':
      return `Price of ${event.data.label} from ${price(event.data.from, event.data.currency, format)} to ${price(event.data.to, event.data.currency, format)}`;
    case 'line.discounted':
      return event.data.to === null
        ? `Discount of ${event.data.label} removed`
        : `Discount of ${event.data.label} set to ${discount(event.data.to, event.data.currency, format)}`;
    case 'line.configured':
      return event.data.to.says === '' ? `Customization of ${event.data.label} removed` : `Customization of ${event.data.label} set to ${event.data.to.says}`;
    case 'line.choice_set': {
      const { label, from, to } = event.data;
      if (!to.optional) return `${label} is no longer optional`;
      if (from.optional && from.choiceGroup === to.choiceGroup) return to.chosen ? `${label} chosen` : `${label} left out`;
      return to.choiceGroup === null ? `${label} made optional` : `${label} is one to choose of ${quoted(to.choiceGroup)}`;
    }
    case 'line.renamed':
      return `${event.data.from} renamed to ${event.data.to}`;
    case 'line.noted':
      return event.data.audience === 'customer' ? `Note on ${event.data.label} changed` : `Internal note on ${event.data.label} changed`;
    case 'line.moved':
      return `${event.data.label} moved`;
    case 'line.removed':
      if (event.data.isSection) return `Removed the section ${quoted(event.data.name)}`;
      return `Removed ${quantity(event.data.quantity)} × ${event.data.label}`;
    case 'line.restored':
      if (event.data.isSection) return `Brought back the section ${quoted(event.data.name)}`;
      return `Brought back ${quantity(event.data.quantity)} × ${event.data.label}`;
    case 'shipping.address_set':
      return event.data.to === null ? 'Shipping address removed' : `Shipping address set to ${place(event.data.to)}`;
    case 'shipping.split':
      return event.data.to === 1 ? 'Ships in one' : `Split into ${event.data.to} shipments`;
    case 'shipping.method_chosen':
      return event.data.to === null
        ? 'Shipping method removed'
        : `Shipping by ${event.data.to.name} at ${amount(event.data.to.amount, event.data.currency)}${event.data.to.reason === undefined ? '' : `, typed: ${event.data.to.reason}`}`;
    case 'billing.set':
      return event.data.to.sameAsShipping ? 'Billing same as shipping' : `Billing address set to ${place(event.data.to.address)}`;
    case 'payment.chosen':
      return event.data.to === null
        ? 'Payment removed'
        : event.data.to.method === 'open_account'
          ? 'Pays on open account'
          : `Pays on purchase order ${event.data.to.poNumber ?? ''}`.trimEnd();
    case 'discount.added':
      return `${event.data.label} of ${discount(event.data.value, event.data.currency, format)} added`;
    case 'discount.stopped':
      return `${event.data.label} is not valid any more: ${stopReasons[event.data.reason]}`;
    case 'discount.removed':
      return `${event.data.label} of ${discount(event.data.value, event.data.currency, format)} removed`;
    case 'estimate.issued':
      return `Estimate r${event.data.revision} issued at ${amount(event.data.totalAmount, event.data.currency)}, valid until ${day(event.data.validUntil)}`;
    case 'estimate.sent':
      return `Estimate r${event.data.revision} sent to ${event.data.recipient}${event.data.copies === undefined ? '' : `, copy to ${event.data.copies}`}`;
    case 'estimate.sending_undone':
      return `Estimate r${event.data.revision} taken back before it left for ${event.data.recipient}`;
    case 'estimate.reminded':
      return `Reminder of estimate r${event.data.revision} sent to ${event.data.recipient}: ${event.data.reason === 'expiring' ? 'it expires soon' : 'it was not opened'}`;
    case 'cart.shared':
      return `Shared by a link until ${day(event.data.until)}${event.data.mailedTo === '' ? '' : `, mailed to ${event.data.mailedTo}`}`;
    case 'cart.share_revoked':
      return `Link${event.data.mailedTo === '' ? '' : ` of ${event.data.mailedTo}`} revoked`;
    case 'mail.bounced': {
      const { recipient, reason, revision } = event.data;
      return `${revision === null ? 'Mail' : `Estimate r${revision}`} to ${recipient} came back${reason === '' ? '' : `: ${reason}`}`;
    }
    case 'estimate.link_revoked':
      return event.data.recipient === ''
        ? 'Copied link to the estimate revoked'
        : event.data.recipient === 'document'
          ? 'Link on the PDF of the estimate revoked'
          : `Link of ${event.data.recipient} to the estimate revoked`;
    case 'estimate.link_copied':
      return `Link to estimate r${event.data.revision} copied`;
    case 'estimate.document_drawn':
      return `Document of estimate r${event.data.revision} drawn`;
    case 'estimate.withdrawn':
      return `Estimate r${event.data.revision} withdrawn`;
    case 'estimate.superseded':
      return `Estimate r${event.data.revision} superseded`;
    case 'estimate.accepted': {
      const { revision, by, channel, isInPart, totalAmount, currency } = event.data;
      return `Estimate r${revision} accepted${isInPart ? ' in part' : ''} by ${by}${channels[channel]} at ${amount(totalAmount, currency)}${foundAt(event.data, format)}`;
    }
    case 'estimate.declined': {
      const { revision, by, reason, text } = event.data;
      return `Estimate r${revision} declined${by === '' ? '' : ` by ${by}`}: ${[reasonsInWords[reason] ?? reason, text].filter((part) => part !== '').join(', ')}`;
    }
    case 'estimate.changes_requested':
      return `Changes to estimate r${event.data.revision} asked for${event.data.by === '' ? '' : ` by ${event.data.by}`}: ${event.data.texts.join(' · ')}`;
    case 'message.written':
      return `${event.data.author === 'staff' ? 'Wrote to the customer' : `${event.data.name} wrote`}: ${quoted(shortened(event.data.text))}`;
    case 'estimate.extended':
      return `Estimate r${event.data.revision} extended from ${day(event.data.from)} to ${day(event.data.to)}`;
    case 'estimate.changes_dropped':
      return `Changes since the acceptance of estimate r${event.data.revision} dropped`;
    case 'estimate.split_off':
      return `${event.data.lines === 1 ? '1 line' : `${event.data.lines} lines`} split off into Estimate ${event.data.number ?? ''}`.trimEnd();
    case 'line.bounds_set': {
      const { label, to } = event.data;
      return to === null
        ? `Quantity of ${label} is fixed for the customer`
        : `Customer may take ${quantity(to.minimum)} to ${quantity(to.maximum)} of ${label}`;
    }
    case 'change.undone':
      return `Undid: ${event.data.sentence}`;
  }
}
