// History in plain words: one sentence for each event, and a person's own text stands in it as it was typed.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { newYork } from '../../test/a-checkout.ts';
import { runs } from '../../test/runs.ts';
import { minor } from '../money/money.ts';
import { describeEvent, type HistoryFormat } from './describe-event.ts';
import type { OrderEvent, OrderEventType } from './events.ts';
import { stages } from './types.ts';

/** As an account in the United States writes them. */
const format: HistoryFormat = {
  quantity: (pieces) => pieces.toLocaleString('en-US'),
  amount: (minorUnits, currency) => (minorUnits / { USD: 100, JPY: 1, KWD: 1000 }[currency as 'USD']).toLocaleString('en-US', { style: 'currency', currency }),
  unitPrice: (decimal, currency) => Number(decimal).toLocaleString('en-US', { style: 'currency', currency, maximumFractionDigits: 6 }),
  percent: (ppm) => (ppm / 1e6).toLocaleString('en-US', { style: 'percent', maximumFractionDigits: 4 }),
  day: (day) => new Date(day).toLocaleDateString('en-US', { dateStyle: 'medium', timeZone: 'UTC' }),
};

const tee = { lineId: 'l1', label: 'TEE-RED-M' };
const print = { name: 'Print', value: 'Front', state: 'answered' as const };
const usd = { currency: 'USD' };
const fair = { discountId: 'd1', label: 'Fair', ...usd };
const nobody = { id: null, name: '' };
const ana = { id: 'ana', name: 'Ana' };

type Said = { readonly [Type in OrderEventType]: readonly (readonly [Extract<OrderEvent, { type: Type }>['data'], string])[] };

const said: Said = {
  'order.created': [[{ number: 1042, customerName: 'Acme Ltd' }, 'Started for Acme Ltd']],
  'line.configured': [
    [
      { ...tee, from: { configuration: {}, says: '' }, to: { configuration: { o1: 'v1' }, says: 'Imprint: Left chest' } },
      'Customization of TEE-RED-M set to Imprint: Left chest',
    ],
    [{ ...tee, from: { configuration: { o1: 'v1' }, says: 'Imprint: Left chest' }, to: { configuration: {}, says: '' } }, 'Customization of TEE-RED-M removed'],
  ],
  'order.renamed': [
    [{ from: '', to: 'Autumn' }, 'Name from empty to “Autumn”'],
    [{ from: 'Autumn', to: '' }, 'Name from “Autumn” to empty'],
  ],
  'order.noted': [
    [{ from: '', to: 'Call first', audience: 'internal' }, 'Internal notes changed'],
    [{ from: '', to: 'Thank you', audience: 'customer' }, 'Notes for the customer changed'],
  ],
  'order.customer_changed': [[{ from: { id: 'dana', name: 'Dana Fox' }, to: { id: 'golda', name: 'Golda Meyer' } }, 'Customer from Dana Fox to Golda Meyer']],
  'order.owner_changed': [
    [{ from: nobody, to: ana }, 'Owner from nobody to Ana'],
    [{ from: ana, to: nobody }, 'Owner from Ana to nobody'],
  ],
  'order.field_set': [
    [{ code: 'hands', label: 'In-hands date', from: null, to: '12 Dec' }, 'In-hands date from empty to “12 Dec”'],
    [{ code: 'rush', label: 'Rush', from: false, to: true }, 'Rush from no to yes'],
    [{ code: 'boxes', label: 'Boxes', from: 3, to: null }, 'Boxes removed'],
  ],
  'order.po_number_set': [
    [{ from: '', to: 'PO-77' }, 'PO number set to PO-77'],
    [{ from: 'PO-77', to: '' }, 'PO number removed'],
  ],
  'order.due_set': [
    [{ from: null, to: '2026-12-01' }, 'Due on Dec 1, 2026'],
    [{ from: '2026-12-01', to: null }, 'Due date removed'],
  ],
  'order.payment_terms_set': [
    [{ from: null, to: { terms: 'Net 30', from: 'order' } }, 'Payment terms set to Net 30'],
    [{ from: { terms: 'Net 30', from: 'order' }, to: { terms: '', from: 'order' } }, 'Payment terms removed'],
    [{ from: { terms: 'Prepaid', from: 'order' }, to: null }, 'Payment terms as agreed'],
  ],
  'order.deposit_set': [
    [{ ...usd, from: null, to: { kind: 'percentage', ppm: 500_000 } }, 'Deposit set to 50%'],
    [{ ...usd, from: null, to: { kind: 'fixed', amount: minor(25_000) } }, 'Deposit set to $250.00'],
    [{ ...usd, from: { kind: 'percentage', ppm: 500_000 }, to: null }, 'Deposit removed'],
  ],
  'order.stage_changed': [[{ from: 'draft', to: 'saved_cart' }, 'Draft became Saved cart']],
  'order.price_moved': [
    [{ ...tee, ...usd, from: '8.5', to: '8.9' }, 'Price of TEE-RED-M moved from $8.50 to $8.90'],
    [{ ...tee, ...usd, from: null, to: '0.145' }, 'Price of TEE-RED-M moved from no price to $0.145'],
  ],
  'line.availability_changed': [
    [{ ...tee, from: null, to: 'deleted' }, 'TEE-RED-M is no longer sold: it was deleted'],
    [{ ...tee, from: null, to: 'unpublished' }, 'TEE-RED-M is no longer sold: it was taken off sale'],
    [{ ...tee, from: 'unpublished', to: 'excluded' }, 'TEE-RED-M is not sold to this customer'],
    [{ ...tee, from: 'excluded', to: null }, 'TEE-RED-M is sold again'],
  ],
  'line.answer_moved': [
    [{ ...tee, from: print, to: { ...print, state: 'gone' } }, 'TEE-RED-M: Print “Front” is no longer offered'],
    [{ ...tee, from: { ...print, state: 'gone' }, to: print }, 'TEE-RED-M: Print “Front” can be had again'],
    [{ ...tee, from: print, to: { ...print, name: 'Imprint' } }, 'TEE-RED-M: Print “Front” is called Imprint “Front” now'],
    [{ ...tee, from: null, to: { name: 'Lid', value: '', state: 'missing' } }, 'TEE-RED-M: Lid is to be answered now'],
    [{ ...tee, from: { name: 'Lid', value: '', state: 'missing' }, to: null }, 'TEE-RED-M: Lid is no longer asked'],
    [{ ...tee, from: null, to: print }, 'TEE-RED-M: Print “Front” is asked now'],
    [{ ...tee, from: print, to: { ...print, state: 'too_long' } }, 'TEE-RED-M: Print “Front” no longer fits what is asked'],
    [{ ...tee, from: print, to: { ...print, state: 'invalid' } }, 'TEE-RED-M: Print “Front” no longer fits what is asked'],
    [{ ...tee, from: print, to: { ...print, state: 'unpriced' } }, 'TEE-RED-M: Print “Front” has no price any more'],
  ],
  'order.brought_up_to_date': [
    [{ lines: 1 }, '1 line brought up to date with the catalogue'],
    [{ lines: 1200 }, '1,200 lines brought up to date with the catalogue'],
  ],
  'order.total_moved': [
    [{ ...usd, fromAmount: minor(5_480), toAmount: minor(5_520) }, 'Total from $54.80 to $55.20 by a change of tax or shipping rates'],
    [{ currency: 'JPY', fromAmount: minor(105), toAmount: minor(110) }, 'Total from ¥105 to ¥110 by a change of tax or shipping rates'],
  ],
  'order.submitted': [
    [{ ...usd, totalAmount: minor(7) }, 'Submitted at $0.07'],
    [{ currency: 'KWD', totalAmount: minor(1_106) }, 'Submitted at KWD\u00a01.106'],
    [{ ...usd, totalAmount: minor(7), waits: true }, 'Submitted at $0.07, waits for approval'],
  ],
  'order.approved': [[{ reason: 'Called them', toldTo: '' }, 'Approved: “Called them”']],
  'order.declined': [[{ reason: '', toldTo: 'dana@acme.example' }, 'Declined, dana@acme.example told']],
  'order.canceled': [
    [{ reason: '', toldTo: '' }, 'Canceled'],
    [{ reason: 'Ordered twice', toldTo: 'dana@acme.example' }, 'Canceled: “Ordered twice”, dana@acme.example told'],
  ],
  'order.shipped': [
    [{ fulfilmentId: 'f1', kind: 'ship', pieces: 1, isAll: false, by: '', toldTo: '' }, 'Shipped 1 piece'],
    [
      { fulfilmentId: 'f1', kind: 'ship', pieces: 24, isAll: true, by: 'UPS 1Z9', toldTo: 'dana@acme.example' },
      'Shipped 24 pieces, all there were, UPS 1Z9, dana@acme.example told',
    ],
    [{ fulfilmentId: 'f1', kind: 'pickup', pieces: 2, isAll: false, by: '', toldTo: '' }, 'Picked up 2 pieces'],
    [{ fulfilmentId: 'f1', kind: 'pickup', pieces: 2, isAll: true, by: '', toldTo: '', isReady: true }, 'Ready for pickup: 2 pieces, all there were'],
  ],
  'order.fetched': [
    [{ fulfilmentId: 'f1', pieces: 2, on: '2026-11-24' }, 'Picked up 2 pieces'],
    [{ fulfilmentId: 'f1', pieces: 2, on: null }, 'Not picked up after all: 2 pieces'],
  ],
  'order.tracking_changed': [
    [{ fulfilmentId: 'f1', from: '', to: 'UPS 1Z9' }, 'Tracking from none to UPS 1Z9'],
    [{ fulfilmentId: 'f1', from: 'UPS 1Z9', to: '' }, 'Tracking from UPS 1Z9 to none'],
  ],
  'order.shipping_voided': [
    [{ fulfilmentId: 'f1', kind: 'ship', pieces: 24, reason: '' }, 'Shipping of 24 pieces taken back'],
    [{ fulfilmentId: 'f1', kind: 'pickup', pieces: 1, reason: 'Wrong box' }, 'Pickup of 1 piece taken back: “Wrong box”'],
  ],
  'order.deleted': [[{}, 'Deleted']],
  'order.restored': [[{}, 'Restored']],
  'line.added': [
    [{ ...tee, name: 'T-shirt red, M', quantity: 12 }, 'Added 12 × TEE-RED-M T-shirt red, M'],
    [{ lineId: 'l2', label: 'Setup', name: 'Setup', quantity: 1 }, 'Added 1 × Setup'],
  ],
  'line.quantity_changed': [[{ ...tee, from: 12, to: 24 }, 'Quantity of TEE-RED-M from 12 to 24']],
  'line.price_overridden': [
    [{ ...tee, ...usd, from: '10', to: '8.5', reason: '', previous: null }, 'Price of TEE-RED-M set to $8.50 (was $10.00)'],
    [{ ...tee, ...usd, from: null, to: '3.333333', reason: 'promised', previous: null }, 'Price of TEE-RED-M set to $3.333333 (was no price): promised'],
  ],
  'line.override_cleared': [[{ ...tee, ...usd, previous: { unitPrice: '8.50', reason: '' } }, 'Catalogue price of TEE-RED-M given back (was set to $8.50)']],
  'line.price_typed': [[{ ...tee, currency: 'JPY', from: '35', to: '40.5' }, 'Price of TEE-RED-M from ¥35 to ¥40.5']],
  'line.discounted': [
    [{ ...tee, ...usd, from: null, to: { kind: 'percentage', ppm: 125_000 } }, 'Discount of TEE-RED-M set to 12.5%'],
    [{ ...tee, ...usd, from: null, to: { kind: 'fixed', amount: minor(500) } }, 'Discount of TEE-RED-M set to $5.00'],
    [{ ...tee, ...usd, from: { kind: 'percentage', ppm: 125_000 }, to: null }, 'Discount of TEE-RED-M removed'],
  ],
  'order.repeated': [
    [{ orderId: 'o1', number: 1042, stage: 'submitted' }, 'Repeated from Order 1042'],
    [{ orderId: 'o1', number: 1042, stage: 'draft' }, 'Repeated from Draft 1042'],
    [{ orderId: 'o1', number: null, stage: 'cart' }, 'Repeated from Cart'],
  ],
  'order.split_from': [[{ orderId: 'o1', number: 1042, revision: 2 }, 'Left out of Estimate 1042 r2 when the rest of it was accepted']],
  'line.renamed': [[{ ...tee, from: 'Setup', to: 'Setup, two colours' }, 'Setup renamed to Setup, two colours']],
  'line.choice_set': [
    [
      { ...tee, from: { optional: false, chosen: true, choiceGroup: null }, to: { optional: true, chosen: false, choiceGroup: null } },
      'TEE-RED-M made optional',
    ],
    [{ ...tee, from: { optional: true, chosen: false, choiceGroup: null }, to: { optional: true, chosen: true, choiceGroup: null } }, 'TEE-RED-M chosen'],
    [{ ...tee, from: { optional: true, chosen: true, choiceGroup: null }, to: { optional: true, chosen: false, choiceGroup: null } }, 'TEE-RED-M left out'],
    [
      { ...tee, from: { optional: false, chosen: true, choiceGroup: null }, to: { optional: true, chosen: false, choiceGroup: 'Print' } },
      'TEE-RED-M is one to choose of “Print”',
    ],
    [
      { ...tee, from: { optional: true, chosen: false, choiceGroup: 'Print' }, to: { optional: false, chosen: true, choiceGroup: null } },
      'TEE-RED-M is no longer optional',
    ],
  ],
  'line.noted': [
    [{ ...tee, from: '', to: 'x', audience: 'customer' }, 'Note on TEE-RED-M changed'],
    [{ ...tee, from: '', to: 'x', audience: 'internal' }, 'Internal note on TEE-RED-M changed'],
  ],
  'line.moved': [[{ ...tee, fromAfter: null, toAfter: 'l2' }, 'TEE-RED-M moved']],
  'line.removed': [[{ ...tee, name: 'T-shirt', quantity: 12, lines: [], after: null }, 'Removed 12 × TEE-RED-M']],
  'line.restored': [[{ ...tee, name: 'T-shirt', quantity: 12 }, 'Brought back 12 × TEE-RED-M']],
  'shipping.address_set': [
    [{ shipmentId: 's1', from: null, to: newYork }, 'Shipping address set to 1 Main St, Albany, 12207, US'],
    [{ shipmentId: 's1', from: null, to: { ...newYork, postcode: '' } }, 'Shipping address set to 1 Main St, Albany, US'],
    [{ shipmentId: 's1', from: newYork, to: null }, 'Shipping address removed'],
  ],
  'shipping.split': [
    [{ from: 1, to: 3 }, 'Split into 3 shipments'],
    [{ from: 3, to: 1 }, 'Ships in one'],
  ],
  'shipping.method_chosen': [
    [{ shipmentId: 's1', ...usd, from: null, to: { rateId: 'r', name: 'Ground', amount: minor(0) } }, 'Shipping by Ground at $0.00'],
    [{ shipmentId: 's1', ...usd, from: { rateId: 'r', name: 'Ground', amount: minor(980) }, to: null }, 'Shipping method removed'],
  ],
  'billing.set': [
    [{ from: { sameAsShipping: false, address: newYork }, to: { sameAsShipping: true, address: null } }, 'Billing same as shipping'],
    [{ from: { sameAsShipping: true, address: null }, to: { sameAsShipping: false, address: newYork } }, 'Billing address set to 1 Main St, Albany, 12207, US'],
    [{ from: { sameAsShipping: true, address: null }, to: { sameAsShipping: false, address: null } }, 'Billing address set to none'],
  ],
  'payment.chosen': [
    [{ from: null, to: { method: 'open_account' } }, 'Pays on open account'],
    [{ from: null, to: { method: 'purchase_order', poNumber: 'PO-77' } }, 'Pays on purchase order PO-77'],
    [{ from: { method: 'open_account' }, to: null }, 'Payment removed'],
  ],
  'discount.added': [
    [{ ...fair, value: { kind: 'percentage', ppm: 100_000 } }, 'Fair of 10% added'],
    [{ ...fair, value: { kind: 'fixed', amount: minor(2_000) } }, 'Fair of $20.00 added'],
  ],
  'discount.removed': [[{ ...fair, value: { kind: 'percentage', ppm: 1 } }, 'Fair of 0.0001% removed']],
  'discount.stopped': [[{ discountId: 'd1', label: 'Spring (SPRING)', reason: 'expired' }, 'Spring (SPRING) is not valid any more: its days are over']],
  'estimate.issued': [
    [{ revision: 2, ...usd, totalAmount: minor(123_450), validUntil: '2026-12-23' }, 'Estimate r2 issued at $1,234.50, valid until Dec 23, 2026'],
  ],
  'estimate.sent': [[{ revision: 1, recipient: 'dana@acme.example' }, 'Estimate r1 sent to dana@acme.example']],
  'estimate.document_drawn': [[{ revision: 1 }, 'Document of estimate r1 drawn']],
  'cart.shared': [
    [{ mailedTo: '', until: '2026-12-23' }, 'Shared by a link until Dec 23, 2026'],
    [{ mailedTo: 'dana@acme.example', until: '2026-12-23' }, 'Shared by a link until Dec 23, 2026, mailed to dana@acme.example'],
  ],
  'cart.share_revoked': [
    [{ mailedTo: '' }, 'Link revoked'],
    [{ mailedTo: 'dana@acme.example' }, 'Link of dana@acme.example revoked'],
  ],
  'estimate.sending_undone': [[{ revision: 2, recipient: 'dana@acme.example' }, 'Estimate r2 taken back before it left for dana@acme.example']],
  'estimate.reminded': [
    [{ revision: 2, recipient: 'dana@acme.example', reason: 'not_viewed' }, 'Reminder of estimate r2 sent to dana@acme.example: it was not opened'],
    [{ revision: 2, recipient: 'dana@acme.example', reason: 'expiring' }, 'Reminder of estimate r2 sent to dana@acme.example: it expires soon'],
  ],
  'message.written': [
    [{ author: 'staff', name: 'Ana', text: 'Shall we ship on Friday?' }, 'Wrote to the customer: “Shall we ship on Friday?”'],
    [{ author: 'customer', name: 'Dana Fox', text: 'Friday is fine' }, 'Dana Fox wrote: “Friday is fine”'],
  ],
  'mail.bounced': [
    [{ recipient: 'dana@acme.example', reason: '550 User unknown', revision: 2 }, 'Estimate r2 to dana@acme.example came back: 550 User unknown'],
    [{ recipient: 'dana@acme.example', reason: '', revision: null }, 'Mail to dana@acme.example came back'],
  ],
  'estimate.link_revoked': [
    [{ recipient: '' }, 'Copied link to the estimate revoked'],
    [{ recipient: 'document' }, 'Link on the PDF of the estimate revoked'],
    [{ recipient: 'dana@acme.example' }, 'Link of dana@acme.example to the estimate revoked'],
  ],
  'estimate.link_copied': [[{ revision: 1 }, 'Link to estimate r1 copied']],
  'estimate.withdrawn': [[{ revision: 1 }, 'Estimate r1 withdrawn']],
  'estimate.superseded': [[{ revision: 1 }, 'Estimate r1 superseded']],
  'estimate.accepted': [
    [
      { revision: 2, by: 'Dana Wu', channel: 'page', isInPart: false, ...usd, totalAmount: minor(415_660), sha256: 'ab' },
      'Estimate r2 accepted by Dana Wu at $4,156.60',
    ],
    [
      { revision: 1, by: 'Dana Wu', channel: 'phone', isInPart: true, ...usd, totalAmount: minor(100), sha256: 'ab' },
      'Estimate r1 accepted in part by Dana Wu by phone at $1.00',
    ],
  ],
  'estimate.declined': [
    [{ revision: 1, by: '', reason: 'price', text: '', sha256: 'ab' }, 'Estimate r1 declined: too expensive'],
    [{ revision: 1, by: 'Dana', reason: 'other', text: 'The fair is off', sha256: 'ab' }, 'Estimate r1 declined by Dana: another reason, The fair is off'],
  ],
  'estimate.changes_requested': [
    [
      { revision: 1, by: '', texts: ['Heavy tee: in blue', 'A week later'], sha256: 'ab' },
      'Changes to estimate r1 asked for: Heavy tee: in blue · A week later',
    ],
  ],
  'estimate.extended': [[{ revision: 1, from: '2026-12-23', to: '2027-01-10' }, 'Estimate r1 extended from Dec 23, 2026 to Jan 10, 2027']],
  'estimate.changes_dropped': [[{ revision: 1 }, 'Changes since the acceptance of estimate r1 dropped']],
  'estimate.split_off': [
    [{ orderId: 'o', number: 1050, lines: 1 }, '1 line split off into Estimate 1050'],
    [{ orderId: 'o', number: 1050, lines: 3 }, '3 lines split off into Estimate 1050'],
  ],
  'line.bounds_set': [
    [{ lineId: 'l', label: 'STICKER', from: null, to: { minimum: 500, maximum: 2000 } }, 'Customer may take 500 to 2,000 of STICKER'],
    [{ lineId: 'l', label: 'STICKER', from: { minimum: 500, maximum: 2000 }, to: null }, 'Quantity of STICKER is fixed for the customer'],
  ],
  'change.undone': [[{ version: 4, index: 0, sentence: 'Quantity of TEE-RED-M from 12 to 24' }, 'Undid: Quantity of TEE-RED-M from 12 to 24']],
};

const cases = Object.entries(said).flatMap(([type, each]) => each.map(([data, sentence]) => ({ event: { type, data } as OrderEvent, sentence })));

describe('each event is one sentence', () => {
  test.each(cases)('$sentence', ({ event, sentence }) => expect(describeEvent(event, format)).toBe(sentence));

  test('every stage has a name of its own', () => {
    const sentences = stages.map((to) => describeEvent({ type: 'order.stage_changed', data: { from: 'draft', to } }, format));
    expect(new Set(sentences).size).toBe(stages.length);
    expect(sentences.some((sentence) => sentence.includes('undefined') || sentence.includes('_'))).toBe(false);
  });
});

describe('a person’s text', () => {
  test.each(['<script>alert(1)</script>', "“quoted” & 'single'", '$& $1 %s {0} `code`', 'שלום', '👩‍🏭 mug', 'constructor', '__proto__'])(
    '%s stands as it was typed',
    (text) => {
      expect(describeEvent({ type: 'line.quantity_changed', data: { lineId: 'l', label: text, from: 1, to: 2 } }, format)).toBe(
        `Quantity of ${text} from 1 to 2`,
      );
      expect(describeEvent({ type: 'order.renamed', data: { from: text, to: '' } }, format)).toBe(`Name from “${text}” to empty`);
      expect(describeEvent({ type: 'change.undone', data: { version: 1, index: 0, sentence: text } }, format)).toBe(`Undid: ${text}`);
    },
  );

  const anyText = fc
    .array(fc.constantFrom('a', ' ', '$&', '%s', '“', '\u202e', '\ud83d', '\u0000', '<b>', 'ש', '{0}'), { maxLength: 8 })
    .map((parts) => parts.join(''));

  test('whatever it is, changes no word around it', () => {
    fc.assert(
      fc.property(anyText, anyText, (label, reason) => {
        const event: OrderEvent = { type: 'line.price_overridden', data: { lineId: 'l', label, currency: 'USD', from: '1', to: '2', reason, previous: null } };
        expect(describeEvent(event, format)).toBe(`Price of ${label} set to $2.00 (was $1.00)${reason === '' ? '' : `: ${reason}`}`);
      }),
      runs,
    );
  });
});
