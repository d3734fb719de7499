// What can happen to an order. An event holds what it takes to say it in words and to undo it; amounts are minor units, unit prices
// decimals. Past tense; stored as it is and never changed.
import type { Answer, Configuration } from '../catalog/configuration-options.ts';
import type { Unavailability } from '../catalog/sold-to.ts';
import type { AvailabilityNotice } from '../estimate/availability.ts';
import type { RateGone } from '../estimate/total-today.ts';
import type { FieldValue } from '../field/types.ts';
import type { DecimalString, MinorUnits } from '../money/money.ts';
import type { DiscountReason } from '../pricing/discounts/discount-rule.ts';
import type { DiscountValue } from '../pricing/types.ts';
import type { Address, PaymentChoice, PaymentTerms, Stage } from './types.ts';

/** How a line is called in history: its SKU, or the name of a line without one. */
type OnLine = { readonly lineId: string; readonly label: string };
/** An answer as its line says it. */
type SaidAnswer = Pick<Answer, 'name' | 'value' | 'state'>;
type Changed<Value> = { readonly from: Value; readonly to: Value };

/** A whole line as it was, so that a removal can be undone. Its shape is the store's. */
export type KeptLine = Readonly<Record<string, unknown>>;

export type OrderEvent =
  | { readonly type: 'order.created'; readonly data: { readonly number: number | null; readonly customerName: string } }
  | { readonly type: 'order.repeated'; readonly data: { readonly orderId: string; readonly number: number | null; readonly stage: Stage } }
  | { readonly type: 'order.split_from'; readonly data: { readonly orderId: string; readonly number: number | null; readonly revision: number } }
  | { readonly type: 'order.renamed'; readonly data: Changed<string> }
  | { readonly type: 'order.noted'; readonly data: Changed<string> & { readonly audience: 'customer' | 'internal' } }
  | {
      readonly type: 'order.customer_changed';
      readonly data: { readonly from: { readonly id: string | null; readonly name: string }; readonly to: { readonly id: string; readonly name: string } };
    }
  | {
      readonly type: 'order.owner_changed';
      readonly data: {
        readonly from: { readonly id: string | null; readonly name: string };
        readonly to: { readonly id: string | null; readonly name: string };
      };
    }
  | { readonly type: 'order.po_number_set'; readonly data: Changed<string> }
  | {
      readonly type: 'order.field_set';
      readonly data: Changed<FieldValue | null> & { readonly code: string; readonly label: string };
    }
  | { readonly type: 'order.due_set'; readonly data: Changed<string | null> }
  /** Set on this order; null: as it was agreed with whom it is for. */
  | { readonly type: 'order.payment_terms_set'; readonly data: Changed<PaymentTerms | null> }
  | { readonly type: 'order.deposit_set'; readonly data: Changed<DiscountValue | null> & { readonly currency: string } }
  | { readonly type: 'order.stage_changed'; readonly data: Changed<Stage> }
  | {
      readonly type: 'order.price_moved';
      readonly data: OnLine & { readonly currency: string; readonly from: DecimalString | null; readonly to: DecimalString | null };
    }
  /** A line is sold no more, for another reason, or again (null), as it was found when the order was priced. */
  | { readonly type: 'line.availability_changed'; readonly data: OnLine & Changed<Unavailability | null> }
  /** What is asked of a line, or what was answered, is another in the catalogue than it was; null: it was not asked, or is not any more. */
  | { readonly type: 'line.answer_moved'; readonly data: OnLine & Changed<SaidAnswer | null> }
  /** So many lines are otherwise in the catalogue (a weight, a unit, a quantity rule) without a price, a total or an answer that moved. */
  | { readonly type: 'order.brought_up_to_date'; readonly data: { readonly lines: number } }
  | { readonly type: 'order.total_moved'; readonly data: { readonly currency: string; readonly fromAmount: MinorUnits; readonly toAmount: MinorUnits } }
  /** `waits`: for approval. */
  | { readonly type: 'order.submitted'; readonly data: { readonly currency: string; readonly totalAmount: MinorUnits; readonly waits?: true } }
  /** `reason` '' when none was given; `toldTo`: the address that was mailed, '' when nobody was. */
  | { readonly type: 'order.approved'; readonly data: { readonly reason: string; readonly toldTo: string } }
  | { readonly type: 'order.declined'; readonly data: { readonly reason: string; readonly toldTo: string } }
  /** `reason` '' when none was given; `toldTo`: the address that was mailed, '' when nobody was. */
  | { readonly type: 'order.canceled'; readonly data: { readonly reason: string; readonly toldTo: string } }
  /** Pieces that went out, or were handed over at a pickup place; `by`: carrier and tracking number as they were typed. `isReady`: they wait to be fetched. */
  | {
      readonly type: 'order.shipped';
      readonly data: {
        readonly fulfilmentId: string;
        readonly kind: 'ship' | 'pickup';
        readonly pieces: number;
        readonly isAll: boolean;
        readonly by: string;
        readonly toldTo: string;
        readonly isReady?: true;
      };
    }
  /** What waited was fetched; `on` null: that was taken back. */
  | { readonly type: 'order.fetched'; readonly data: { readonly fulfilmentId: string; readonly pieces: number; readonly on: string | null } }
  | { readonly type: 'order.tracking_changed'; readonly data: Changed<string> & { readonly fulfilmentId: string } }
  | {
      readonly type: 'order.shipping_voided';
      readonly data: { readonly fulfilmentId: string; readonly kind: 'ship' | 'pickup'; readonly pieces: number; readonly reason: string };
    }
  | { readonly type: 'order.deleted'; readonly data: Readonly<Record<string, never>> }
  | { readonly type: 'order.restored'; readonly data: Readonly<Record<string, never>> }
  | { readonly type: 'line.added'; readonly data: OnLine & { readonly name: string; readonly quantity: number; readonly isSection?: true } }
  | { readonly type: 'line.quantity_changed'; readonly data: OnLine & Changed<number> }
  | {
      readonly type: 'line.price_overridden';
      readonly data: OnLine & {
        readonly currency: string;
        readonly from: DecimalString | null;
        readonly to: DecimalString;
        readonly reason: string;
        readonly previous: { readonly unitPrice: DecimalString; readonly reason: string } | null;
      };
    }
  | {
      readonly type: 'line.override_cleared';
      readonly data: OnLine & { readonly currency: string; readonly previous: { readonly unitPrice: DecimalString; readonly reason: string } };
    }
  | { readonly type: 'line.price_typed'; readonly data: OnLine & Changed<DecimalString> & { readonly currency: string } }
  | { readonly type: 'line.discounted'; readonly data: OnLine & { readonly currency: string } & Changed<DiscountValue | null> }
  | {
      readonly type: 'line.configured';
      /** `says`: the answers in words as they were then ("Imprint: Left chest"). */
      readonly data: OnLine & Changed<{ readonly configuration: Configuration; readonly says: string }>;
    }
  | {
      readonly type: 'line.choice_set';
      readonly data: OnLine & Changed<{ readonly optional: boolean; readonly chosen: boolean; readonly choiceGroup: string | null }>;
    }
  | { readonly type: 'line.renamed'; readonly data: OnLine & Changed<string> }
  | { readonly type: 'line.noted'; readonly data: OnLine & Changed<string> & { readonly audience: 'customer' | 'internal' } }
  | { readonly type: 'line.moved'; readonly data: OnLine & { readonly fromAfter: string | null; readonly toAfter: string | null } }
  | {
      readonly type: 'line.removed';
      readonly data: OnLine & {
        readonly name: string;
        readonly quantity: number;
        readonly isSection?: true;
        readonly lines: readonly KeptLine[];
        readonly after: string | null;
      };
    }
  | { readonly type: 'line.restored'; readonly data: OnLine & { readonly name: string; readonly quantity: number; readonly isSection?: true } }
  | { readonly type: 'shipping.address_set'; readonly data: { readonly shipmentId: string } & Changed<Address | null> }
  | { readonly type: 'shipping.split'; readonly data: { readonly from: number; readonly to: number } }
  | {
      readonly type: 'shipping.method_chosen';
      readonly data: { readonly shipmentId: string; readonly currency: string } & Changed<{
        readonly rateId: string | null;
        readonly name: string;
        readonly amount: MinorUnits;
        /** Of a price typed by staff. */
        readonly reason?: string;
      } | null>;
    }
  | { readonly type: 'billing.set'; readonly data: Changed<{ readonly sameAsShipping: boolean; readonly address: Address | null }> }
  | { readonly type: 'payment.chosen'; readonly data: Changed<(PaymentChoice & { readonly poNumber?: string }) | null> }
  | {
      readonly type: 'discount.added';
      readonly data: { readonly discountId: string; readonly label: string; readonly currency: string; readonly value: DiscountValue };
    }
  | {
      readonly type: 'discount.removed';
      readonly data: { readonly discountId: string; readonly label: string; readonly currency: string; readonly value: DiscountValue };
    }
  | { readonly type: 'discount.stopped'; readonly data: { readonly discountId: string; readonly label: string; readonly reason: DiscountReason } }
  | {
      readonly type: 'estimate.issued';
      readonly data: {
        readonly revision: number;
        readonly currency: string;
        readonly totalAmount: MinorUnits;
        readonly validUntil: string;
        /** Hash of the frozen content, hex: the chain of events then vouches for the document. */
        readonly sha256?: string;
      };
    }
  /** `recipient` and `copies`: addresses, several by commas. */
  | { readonly type: 'estimate.sent'; readonly data: { readonly revision: number; readonly recipient: string; readonly copies?: string } }
  | { readonly type: 'estimate.sending_undone'; readonly data: { readonly revision: number; readonly recipient: string } }
  | {
      readonly type: 'estimate.reminded';
      readonly data: { readonly revision: number; readonly recipient: string; readonly reason: 'not_viewed' | 'expiring' };
    }
  /** A saved cart shared by a link, mailed or not ('' when not), until a day (UTC). */
  | { readonly type: 'cart.shared'; readonly data: { readonly mailedTo: string; readonly until: string } }
  | { readonly type: 'cart.share_revoked'; readonly data: { readonly mailedTo: string } }
  /** Mail about the order that was handed over and sent back by a server further on; `reason`: what that said. `revision`: of the estimate it brought. */
  | { readonly type: 'mail.bounced'; readonly data: { readonly recipient: string; readonly reason: string; readonly revision: number | null } }
  /** `recipient`: the person it was made for; '' is the link that was copied, 'document' the one on the PDF. */
  | { readonly type: 'estimate.link_revoked'; readonly data: { readonly recipient: string } }
  | { readonly type: 'estimate.link_copied'; readonly data: { readonly revision: number } }
  | { readonly type: 'estimate.document_drawn'; readonly data: { readonly revision: number } }
  | { readonly type: 'estimate.withdrawn'; readonly data: { readonly revision: number } }
  | { readonly type: 'estimate.superseded'; readonly data: { readonly revision: number } }
  | {
      readonly type: 'estimate.accepted';
      readonly data: {
        readonly revision: number;
        readonly by: string;
        /** How the yes came: by the page, or as staff recorded it. */
        readonly channel: 'page' | 'phone' | 'mail' | 'in_person';
        readonly isInPart: boolean;
        readonly currency: string;
        readonly totalAmount: MinorUnits;
        /** Hash of the kept acceptance, hex: the chain of events then vouches for it. */
        readonly sha256: string;
        /** What it would have come to at the prices of then, where that was another total, and until when what was accepted is held (null: for good). */
        readonly todayAmount?: number;
        readonly ratesGone?: readonly RateGone[];
        readonly heldUntil?: string | null;
        /** Lines that were short or no longer sold then, the first of them, and how many more. */
        readonly short?: readonly (AvailabilityNotice & { readonly label: string })[];
        readonly moreShort?: number;
        /** Who got no copy, because their link was revoked. */
        readonly withheldFrom?: string;
      };
    }
  | {
      readonly type: 'estimate.declined';
      readonly data: { readonly revision: number; readonly by: string; readonly reason: string; readonly text: string; readonly sha256: string };
    }
  | {
      readonly type: 'estimate.changes_requested';
      /** `texts`: the comments, those on a line after its name. */
      readonly data: { readonly revision: number; readonly by: string; readonly texts: readonly string[]; readonly sha256: string };
    }
  | { readonly type: 'estimate.extended'; readonly data: Changed<string> & { readonly revision: number } }
  | { readonly type: 'message.written'; readonly data: { readonly author: 'staff' | 'customer'; readonly name: string; readonly text: string } }
  | { readonly type: 'estimate.changes_dropped'; readonly data: { readonly revision: number } }
  | { readonly type: 'estimate.split_off'; readonly data: { readonly orderId: string; readonly number: number | null; readonly lines: number } }
  | {
      readonly type: 'line.bounds_set';
      readonly data: OnLine & Changed<{ readonly minimum: number; readonly maximum: number } | null>;
    }
  | { readonly type: 'change.undone'; readonly data: { readonly version: number; readonly index: number; readonly sentence: string } };

export type OrderEventType = OrderEvent['type'];

/** Changes an inverse command exists for. */
export const undoableEvents: ReadonlySet<OrderEventType> = new Set<OrderEventType>([
  'order.renamed',
  'order.noted',
  'order.po_number_set',
  'order.field_set',
  'order.due_set',
  'order.payment_terms_set',
  'order.deposit_set',
  'order.owner_changed',
  'line.added',
  'line.quantity_changed',
  'line.price_overridden',
  'line.override_cleared',
  'line.price_typed',
  'line.discounted',
  'line.configured',
  'line.renamed',
  'line.choice_set',
  'line.bounds_set',
  'line.noted',
  'line.moved',
  'line.removed',
]);
