// The order as the API shows it. Inputs are what people set; everything marked "derived" is the calculator's output for
// this version. `pricing-input.ts` turns this JSON back into the calculator's input, so a screen can total as one types.
import { checkoutStepNames } from '@backdesk/domain/core/refusal.ts';
import { estimateQueues, queueActions } from '@backdesk/domain/estimate/queues.ts';
import { stages } from '@backdesk/domain/order/types.ts';
import { discountReasons } from '@backdesk/domain/pricing/discounts/discount-rule.ts';
import { z } from 'zod';
import { lineCharge } from '../catalog/charges.ts';
import { linePart } from '../catalog/parts.ts';
import { priceTable } from '../catalog/price-table.ts';
import { moreUpcharge, option } from '../catalog/schema.ts';
import { incomingStock } from '../catalog/stock.ts';
import { address, currencyCode, day, decimal, id, money, ppm, quantity, time } from '../core/primitives.ts';
import { estimateDecision } from '../estimate/decision.ts';
import { fileFacts } from '../file/schema.ts';
import { rateTerms } from '../settings/schema.ts';
import { fulfilment } from './after-submission.ts';

export const stage = z.enum(stages);

export const discountValue = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('percentage'), ppm }),
  z.strictObject({ kind: z.literal('fixed'), amount: money }),
]);

/** In words, and who says so: this order itself, its company or the account. */
export const paymentTerms = z.strictObject({ terms: z.string(), from: z.enum(['order', 'company', 'account']) }).meta({ id: 'PaymentTerms' });

/** What is asked for on acceptance; it is a term and moves no total. */
export const deposit = z
  .strictObject({ term: discountValue, due: money.describe('of the total as it is; never more than it'), balance: money.describe('what is left of the total') })
  .meta({ id: 'Deposit' });

export const refusal = z
  .strictObject({
    code: z.string(),
    pointer: z.string().optional(),
    lineId: z.string().optional(),
    step: z.enum(checkoutStepNames).optional(),
    detail: z.record(z.string(), z.union([z.string(), z.number(), z.boolean(), z.null()])).optional(),
  })
  .meta({ id: 'Refusal' });

export const taxLine = z.strictObject({ code: z.string(), name: z.string(), ratePpm: z.int(), base: money, amount: money }).meta({ id: 'TaxLine' });

/** One step of how the price came about; amounts are for the whole line. */
export const priceStep = z
  .strictObject({
    step: z.enum(['break', 'unit_price', 'upcharge', 'override', 'line_discount', 'order_discount']),
    label: z.string(),
    unitPrice: decimal.nullable(),
    amount: money.nullable(),
    breakQuantity: z.int().optional(),
    ppm: z.int().optional().describe('of an upcharge: the part of the price before it'),
    groupQuantity: z.int().optional(),
    listAmount: money.nullable().optional(),
    by: z.string().optional(),
    reason: z.string().optional(),
  })
  .meta({ id: 'PriceStep' });

/** An option of a line as a document shows it; `value` is empty while it has no answer. */
export const answer = z
  .strictObject({
    optionId: z.string(),
    name: z.string(),
    value: z.string(),
    state: z.enum(['answered', 'missing', 'gone', 'too_long', 'invalid', 'unpriced']),
    reason: z.enum(['pattern', 'number', 'minimum', 'maximum', 'step', 'date', 'file', 'file_kind', 'file_size']).optional().describe('of what is invalid'),
    file: fileFacts.optional().describe('the file that was answered'),
  })
  .meta({ id: 'Answer' });

export const quantityBounds = z.strictObject({ minimum: quantity, maximum: quantity });

export const orderLine = z
  .strictObject({
    id,
    kind: z.enum(['catalog', 'custom', 'bundle', 'charge', 'credit', 'section']).describe('section: a heading, its title is the name'),
    parentLineId: id.nullable(),
    productId: id.nullable(),
    variantId: id.nullable(),
    name: z.string(),
    sku: z.string(),
    productCode: z.string(),
    options: z.array(option),
    imageUrl: z.string().nullable(),
    configuration: z.record(z.string(), z.string()).describe('answers by option id: the id of the chosen value, or the text'),
    answers: z
      .array(answer)
      .describe('what was answered, by the names of when the line was last read from the catalogue; required options without an answer too'),
    quantity: z.int(),
    quantityVersion: z.int().describe('version that last changed the quantity: the rules of a break group are reported on the line changed last'),
    typedUnitPrice: decimal.nullable().describe('custom, charge and credit lines: the price a person typed'),
    priceTable: priceTable.nullable(),
    breakGroup: z.string().nullable(),
    quantityRule: z.strictObject({ increment: z.int().nullable(), maximum: z.int().nullable() }),
    upcharges: z.array(z.strictObject({ label: z.string(), perPiece: decimal, perLine: money, ...moreUpcharge })),
    charges: z.array(lineCharge).describe('setup and run charges that hang on it as lines of their own'),
    chargeId: id.nullable().describe('of a charge line: which of the charges of its parent it is'),
    parts: z.array(linePart).describe('of a bundle: what it is made of; each stands below it as a line of its own'),
    partId: id.nullable().describe('of the line of a part: which of the parts of its bundle it is'),
    override: z.strictObject({ unitPrice: decimal, reason: z.string(), by: z.string() }).nullable(),
    discount: discountValue.nullable(),
    optional: z.boolean(),
    chosen: z.boolean(),
    choiceGroup: z.string().nullable(),
    quantityBounds: quantityBounds.nullable().describe('how many the customer may take on the estimate page; null: as it is'),
    taxCategory: z.string(),
    ships: z.boolean(),
    weightGrams: z.int().nullable(),
    noteCustomer: z.string(),
    noteInternal: z.string(),
    unitPrice: decimal.nullable().describe('derived: before the line discount, up to six places; null: no price'),
    amount: money.describe('derived: before discounts'),
    discountAmount: money.describe('derived: line discount, positive'),
    total: money.describe('derived: amount − discountAmount'),
    subtotal: money.nullable().describe('derived, of a section: what its lines come to, of a bundle: it with its parts; it is in no total'),
    tax: money.nullable().describe('derived: null while the tax place is unknown'),
    taxLines: z.array(taxLine),
    explanation: z.array(priceStep).describe('derived: where the price came from, step by step'),
    hint: z
      .strictObject({ quantity: z.int(), unitPrice: decimal, saves: money.nullable() })
      .nullable()
      .describe('derived: a larger quantity that costs less, or less each'),
    blockers: z.array(refusal).describe('derived: what must be put right at this line before submission'),
  })
  .meta({ id: 'OrderLine' });

export const totals = z
  .strictObject({
    items: money,
    discount: money.describe('positive, subtracted'),
    shipping: money.nullable().describe('null while unknown or stale; 0 is free'),
    tax: money.nullable().describe('null while the tax place is unknown'),
    estimatedTax: money.nullable().describe('a guess by the place of the account while tax is open; never in total'),
    total: money.describe('sum of what is known'),
    amountDue: money,
    open: z.array(z.enum(['shipping', 'tax'])).describe('what total leaves out'),
    taxLines: z.array(taxLine),
  })
  .meta({ id: 'Totals' });

export const taxPlace = z.strictObject({ country: z.string(), region: z.string(), postcode: z.string() });
const appliedRate = z.strictObject({ code: z.string(), name: z.string(), ratePpm: z.int(), category: z.string().nullable(), onShipping: z.boolean() });
export const placeTax = z.strictObject({ place: taxPlace, rates: z.array(appliedRate) }).meta({ id: 'PlaceTax' });

export const chosenMethod = z.strictObject({
  rateId: z.string().nullable().describe('null: the price was typed'),
  name: z.string(),
  amount: money,
  typed: z
    .strictObject({ reason: z.string(), by: z.string() })
    .nullable()
    .describe('a price typed by staff, and why: kept until it is cleared, never quoted again'),
  terms: rateTerms.nullable().describe('as chosen; null: the price was typed'),
  termsNow: rateTerms.nullable().describe('as the rate charges today; null: it no longer serves this address'),
});

export const shipment = z
  .strictObject({
    id,
    kind: z.enum(['ship', 'pickup']),
    address: address.nullable().describe('of a pickup: where it is fetched'),
    pickupPlace: z.strictObject({ id, name: z.string(), hours: z.string() }).nullable().describe('a copy of the place as it was chosen'),
    method: chosenMethod.nullable(),
    amount: money.nullable().describe('what is counted: null while unknown or stale'),
    lines: z
      .array(z.strictObject({ lineId: id, quantity: z.int() }))
      .nullable()
      .describe('null: it holds every line that ships'),
    tax: placeTax.nullable(),
    served: z.boolean().describe('a zone reaches the address'),
  })
  .meta({ id: 'Shipment' });

export const checkoutStep = z
  .strictObject({
    name: z.enum(checkoutStepNames),
    title: z.string(),
    state: z.enum(['empty', 'done', 'stale', 'not_needed']),
    reasons: z
      .array(
        z.strictObject({
          input: z.string(),
          shipmentId: z.string().optional().describe('while there are several'),
          was: z.union([z.string(), z.number(), z.boolean(), z.null()]),
          now: z.union([z.string(), z.number(), z.boolean(), z.null()]),
        }),
      )
      .describe('what differs from when the step was completed; in "12#1k9d…" 12 is the count, the rest tells apart what counts the same'),
    refusals: z.array(refusal),
    offer: z.strictObject({ shipmentId: z.string(), rateId: z.string(), was: money, now: money }).nullable(),
  })
  .meta({ id: 'CheckoutStep' });

export const estimateRevision = z
  .strictObject({
    revision: z.int(),
    status: z.enum(['open', 'changes_requested', 'accepted', 'accepted_in_part', 'declined', 'withdrawn', 'superseded']),
    expired: z.boolean(),
    total: money,
    open: z.array(z.enum(['shipping', 'tax'])),
    validUntil: day,
    expiresAt: time,
    message: z.string(),
    issuedAt: time,
    issuedBy: z.string(),
    releasedAt: time.nullable().describe('from then on it never changes; null: issuing again replaces it'),
    sha256: z.string().describe('hash of the canonical content, hex'),
    sentTo: z.array(z.string()),
    deliveries: z
      .array(
        z.strictObject({
          mailId: id,
          recipient: z.string(),
          isCopy: z.boolean(),
          isRevoked: z.boolean().describe('the link of this person was revoked, and there is no other yet'),
          state: z
            .enum(['queued', 'kept', 'sent', 'failed', 'bounced'])
            .describe('sent: a mail server took it, which is not delivered; failed: refused, or given up; bounced: sent back by a server further on'),
          error: z.string().nullable(),
          heldUntil: time.nullable().describe('until then sending can be undone'),
          sentAt: time.nullable(),
          viewedAt: time.nullable().describe('the page by this person’s link, last'),
          viewCount: z.int(),
          readAt: time.nullable().describe('when the end of the lines was on this person’s screen, first'),
          downloadedAt: time.nullable(),
        }),
      )
      .describe('the last mail to each person, in the order in which they were added'),
    sentAt: time.nullable(),
    viewedAt: time.nullable(),
    viewCount: z.int(),
    lockUntil: time.describe('until when its prices hold'),
    today: money.nullable().describe('what was promised would come to at the prices of now, as it was last compared; null: it was not compared yet'),
    ratesGone: z
      .array(z.strictObject({ name: z.string(), nearest: z.strictObject({ name: z.string(), amount: money }).nullable() }))
      .describe('shipping that was promised and is not offered any more; today counts the nearest that is, and leaves shipping out where that is null'),
    decisions: z.array(estimateDecision).describe('what the customer decided, oldest first'),
  })
  .meta({ id: 'EstimateRevision' });

/** A mail before it is sent. */
export const mailPreview = z
  .strictObject({ subject: z.string(), html: z.string(), text: z.string(), attachments: z.array(z.string()).describe('names of the files it carries') })
  .meta({ id: 'MailPreview' });

export const person = z.strictObject({ id: z.string(), name: z.string() });

export const orderAbilities = z.strictObject({
  edit: z.boolean(),
  setFields: z.boolean().describe('the PO number and the fields of the account, after submission too'),
  overridePrice: z.boolean(),
  overrideShipping: z.boolean().describe('may type a price for shipping'),
  convert: z.boolean(),
  send: z.boolean().describe('mail the open estimate, or copy its link'),
  withdraw: z.boolean(),
  saveAsCart: z.boolean(),
  takeBack: z.boolean(),
  submit: z.boolean(),
  approve: z.boolean().describe('may approve or decline it: it waits for that'),
  reopen: z.boolean(),
  cancel: z.boolean(),
  ship: z.boolean().describe('may say what went out, and take it back'),
  delete: z.boolean(),
});

export const order = z
  .strictObject({
    id,
    number: z.int().nullable(),
    orderNumber: z.string().nullable(),
    stage,
    version: z.int(),
    name: z.string(),
    customer: z
      .strictObject({
        id,
        name: z.string(),
        email: z.string().nullable(),
        phone: z.string(),
        number: z.string().nullable(),
        taxExemption: z.string().nullable(),
        active: z.boolean(),
      })
      .nullable(),
    company: z.strictObject({ id, name: z.string() }).nullable(),
    currency: currencyCode,
    priceMode: z.enum(['tax_excluded', 'tax_included']),
    taxRounding: z.enum(['line', 'order']),
    includedElsewhere: z.enum(['keep_gross', 'keep_net']),
    lines: z.array(orderLine),
    discounts: z.array(
      z.strictObject({
        id,
        source: z.enum(['manual', 'code', 'automatic']),
        label: z.string(),
        value: discountValue,
        reach: z.enum(['items', 'shipping', 'items_and_shipping']),
        code: z.string().nullable().describe('of a discount by code'),
        productIds: z.array(id).nullable().describe('products of this order that it reaches; null: all'),
        refused: z.enum(discountReasons).nullable().describe('why it takes nothing off; it stays until it is taken off or valid again'),
        amount: money,
        blocker: refusal.nullable(),
      }),
    ),
    totals,
    itemCount: z.int(),
    shipping: z.strictObject({ shipments: z.array(shipment) }),
    fulfilments: z.array(fulfilment).describe('what went out, oldest first'),
    billing: z.strictObject({ sameAsShipping: z.boolean(), address: address.nullable() }),
    payment: z.strictObject({ method: z.enum(['open_account', 'purchase_order']), poNumber: z.string().optional() }).nullable(),
    allowedPayments: z.array(z.enum(['open_account', 'purchase_order'])),
    billingTax: placeTax.nullable(),
    homeTax: placeTax,
    exemption: z.string().nullable().describe('why no tax is charged'),
    checkout: z.strictObject({ steps: z.array(checkoutStep) }),
    blockers: z.array(refusal).describe('what is open before it can be submitted; stock is checked at submission'),
    estimate: z.strictObject({ revision: z.int(), revisions: z.array(estimateRevision) }).nullable(),
    poNumber: z.string(),
    dueOn: day.nullable(),
    validDays: z.int().nullable().describe('days its estimates are valid, where a template said so'),
    paymentTerms: paymentTerms.nullable().describe('as agreed, unless others were set on this order; null: none'),
    agreedTerms: paymentTerms.nullable().describe('of its company, else of the account, as they are now'),
    deposit: deposit.nullable(),
    noteCustomer: z.string(),
    noteInternal: z.string(),
    fields: z.record(z.string(), z.unknown()),
    owner: person.nullable(),
    paymentStatus: z.enum(['unpaid', 'authorized', 'part_paid', 'paid', 'credit_owed']).describe('derived'),
    fulfilmentStatus: z.enum(['unshipped', 'part_shipped', 'shipped']).describe('derived'),
    pickupStatus: z
      .enum(['waiting', 'fetched'])
      .nullable()
      .describe('derived; waiting: something is ready and was not fetched yet; fetched: all that went out was'),
    createdAt: time,
    updatedAt: time,
    submittedAt: time.nullable(),
    ending: z
      .strictObject({ at: time, by: z.string(), reason: z.string(), told: z.boolean().describe('the customer was mailed with the reason') })
      .nullable()
      .describe('of an order that is declined or canceled: by whom, when and why'),
    abilities: orderAbilities,
  })
  .meta({ id: 'Order' });

/** Answer of every write on lines and checkout facts: the order without its other lines. */
export const orderChange = order
  .omit({ lines: true })
  .extend({
    changedLines: z.array(orderLine).describe('lines whose inputs or amounts this change moved, in document order'),
    removedLineIds: z.array(id),
    lineOrder: z.array(id).optional().describe('ids in document order, when the order of lines changed'),
  })
  .meta({ id: 'OrderChange' });

export const orderRow = z
  .strictObject({
    id,
    number: z.int().nullable(),
    orderNumber: z.string().nullable(),
    stage,
    version: z.int(),
    name: z.string(),
    customer: z.strictObject({ id, name: z.string() }).nullable(),
    company: z.strictObject({ id, name: z.string() }).nullable(),
    owner: person.nullable(),
    itemCount: z.int(),
    lineCount: z.int(),
    total: money,
    open: z.array(z.enum(['shipping', 'tax'])),
    fulfilmentStatus: z.enum(['unshipped', 'part_shipped', 'shipped']),
    pickupStatus: z.enum(['waiting', 'fetched']).nullable(),
    estimate: z
      .strictObject({
        revision: z.int(),
        status: z.string(),
        validUntil: day,
        expired: z.boolean(),
        releasedAt: time.nullable().describe('when it first left the house: mailed, its link copied, its PDF fetched'),
        sentAt: time.nullable(),
        viewedAt: time.nullable(),
      })
      .nullable(),
    next: z
      .strictObject({ action: z.enum(queueActions), queue: z.enum(estimateQueues), besides: z.array(z.enum(estimateQueues)) })
      .nullable()
      .describe('what staff do next about it, by the work queue, and where else it stands there; null: it waits for nobody'),
    createdAt: time,
    updatedAt: time,
    submittedAt: time.nullable(),
  })
  .meta({ id: 'OrderRow' });

export const shippingRateOffer = z
  .strictObject({
    shipmentId: id,
    rateId: z.string(),
    name: z.string(),
    transit: z.string(),
    amount: money,
    terms: rateTerms,
    chosen: z.boolean(),
    was: money.nullable().describe('what this method was chosen at, when that differs now'),
  })
  .meta({ id: 'ShippingRateOffer' });

export const historyEntry = z
  .strictObject({
    version: z.int(),
    index: z.int(),
    type: z.string(),
    at: time,
    actor: person,
    sentence: z.string().describe('in plain words: "Quantity of TEE-RED-M from 12 to 24"'),
    undoable: z.boolean(),
    undone: z.boolean(),
  })
  .meta({ id: 'HistoryEntry' });

/** What a draft may be told of the stock behind its lines; read apart, because it moves without the order. */
export const orderStock = z
  .strictObject({
    variantId: id,
    available: z.int().describe('on hand less what submitted orders hold; may be negative'),
    backorder: z.boolean(),
    incoming: incomingStock.nullable(),
  })
  .meta({ id: 'OrderStock' });

export type OrderStock = z.infer<typeof orderStock>;
export const repeatedChange = z
  .strictObject({
    lineId: id.describe('of the order that is repeated'),
    label: z.string(),
    code: z.enum(['price_moved', 'not_sold', 'short_of_stock', 'answer_gone']).describe('not_sold: the line stays behind'),
    from: decimal.nullable().describe('of price_moved: each, then'),
    to: decimal.nullable().describe('of price_moved: each, today'),
    available: z.int().nullable().describe('of short_of_stock'),
  })
  .meta({ id: 'RepeatedChange' });

export type RepeatedChange = z.infer<typeof repeatedChange>;
export type Order = z.infer<typeof order>;
export type OrderLine = z.infer<typeof orderLine>;
export type OrderChange = z.infer<typeof orderChange>;
export type OrderRow = z.infer<typeof orderRow>;
export type OrderTotalsJson = z.infer<typeof totals>;
export type CheckoutStepJson = z.infer<typeof checkoutStep>;
export type EstimateRevision = z.infer<typeof estimateRevision>;
export type MailPreview = z.infer<typeof mailPreview>;
export type ShippingRateOffer = z.infer<typeof shippingRateOffer>;
export type HistoryEntry = z.infer<typeof historyEntry>;
export type RefusalJson = z.infer<typeof refusal>;
