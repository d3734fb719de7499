// Turns the order as it is at issuing into the document that never changes again. Pure: everything it says was handed in.
import { createHash } from 'node:crypto';
import type { KeptDecision } from '@backdesk/contract/estimate/decision.ts';
import type { FrozenEstimate, FrozenLine } from '@backdesk/contract/estimate/frozen.ts';
import { setupsOf } from '@backdesk/domain/order/settle-charges.ts';
import type { DiscountValue, OrderPricing, PlaceTax, PricedLine } from '@backdesk/domain/pricing/types.ts';
import type { TaxLine } from '@backdesk/domain/tax/types.ts';
import canonicalize from 'canonicalize';
import type { AccountSettings } from '../../db/account-settings.ts';
import type { LineRecord, OrderRecord } from '../order/order-record.ts';
import { askedDeposit, paymentTermsOf } from '../order/terms-of.ts';
import type { LetterheadRow } from '../settings/queries/letterhead.ts';

export type Issue = {
  readonly revision: number;
  readonly orderVersion: number;
  readonly issuedAt: Date;
  readonly issuedBy: string;
  readonly validUntil: string;
  readonly expiresAt: Date;
  readonly message: string;
  /** What the account says of itself at this moment. */
  readonly letterhead: LetterheadRow;
};

const taxLineOf = (line: TaxLine) => ({ code: line.code, name: line.name, ratePpm: line.ratePpm, base: line.base, amount: line.amount });
const discountOf = (value: DiscountValue) => (value.kind === 'percentage' ? { kind: value.kind, ppm: value.ppm } : { kind: value.kind, amount: value.amount });
const placeOf = (tax: PlaceTax | null | undefined) =>
  tax === null || tax === undefined
    ? null
    : { place: { ...tax.place }, rates: tax.rates.map(({ code, name, ratePpm, category, onShipping }) => ({ code, name, ratePpm, category, onShipping })) };

/** The frozen content of an order with a customer and a number; the caller has priced it for exactly this moment. */
export function freezeEstimate(account: AccountSettings, order: OrderRecord, issue: Issue): FrozenEstimate {
  const { customer, company, number } = order;
  if (customer === null || number === null) throw new TypeError('An estimate is for a customer and has a number.');
  return {
    format: 'backdesk.estimate/1',
    account: {
      id: account.id,
      name: account.name,
      accent: account.accent,
      locale: account.locale,
      timeZone: account.timeZone,
      country: account.country,
      paper: account.paper,
      address: { ...((issue.letterhead.address ?? account.address ?? {}) as Record<string, unknown>) },
      ...sellerOf(issue.letterhead),
    },
    orderId: order.id,
    number,
    revision: issue.revision,
    orderVersion: issue.orderVersion,
    name: order.name,
    issuedAt: issue.issuedAt.toISOString(),
    issuedBy: issue.issuedBy,
    validUntil: issue.validUntil,
    expiresAt: issue.expiresAt.toISOString(),
    customer: { id: customer.id, name: customer.name, email: customer.email, phone: customer.phone, number: customer.number },
    company: company === null ? null : { id: company.id, name: company.name },
    poNumber: order.poNumber,
    ...shownFields(order),
    dueOn: order.dueOn,
    texts: { message: issue.message, note: order.noteCustomer, ...(issue.letterhead.terms !== '' && { terms: issue.letterhead.terms }) },
    paymentTerms: paymentTermsOf(order)?.terms ?? '',
    deposit: frozenDeposit(order),
    policies: {
      rounding: 'half_away_from_zero',
      priceMode: order.priceMode,
      taxRounding: order.taxRounding,
      includedElsewhere: order.includedElsewhere,
      priceLock: 'until_expiry',
      ...(issue.letterhead.pictures && { pictures: true as const }),
      ...(account.acceptsInPart && { inPart: true as const }),
      acceptedLockDays: account.acceptedLockDays,
      drift: account.driftPolicy,
    },
    currency: order.currency,
    ...frozenParts(order),
  };
}

function frozenDeposit(order: OrderRecord): FrozenEstimate['deposit'] {
  const asked = askedDeposit(order);
  return asked === null ? null : { ...asked, term: discountOf(asked.term) };
}

/** Nothing where nothing was entered, so that the hash of such a document stays what it was. */
function sellerOf({ legalName, taxId, phone, email, logo }: LetterheadRow): Pick<FrozenEstimate['account'], 'seller' | 'logoFileId'> {
  const seller = { legalName, taxId, phone, email };
  return { ...(Object.values(seller).some((text) => text !== '') && { seller }), ...(logo !== null && { logoFileId: logo.fileId }) };
}

/** The account's own fields that the customer is shown; nothing where there are none, so that the hash of such a document stays what it was. */
function shownFields({ fieldRules, fields }: OrderRecord): Pick<FrozenEstimate, 'fields'> {
  const shown = fieldRules.flatMap(({ code, label, type, active, shownOnOrders }) => {
    const value = fields[code];
    return active && shownOnOrders && value !== undefined ? [{ code, label, type, value }] : [];
  });
  return shown.length === 0 ? {} : { fields: shown };
}

function frozenParts(order: OrderRecord): Pick<FrozenEstimate, 'lines' | 'discounts' | 'shipments' | 'billing' | 'tax' | 'totals' | 'itemCount'> {
  const { pricing, facts } = order;
  const priced = new Map(pricing.lines.map((line) => [line.lineId, line]));
  const { items, discount, shipping, tax, total, open } = pricing.totals;
  const hasSetups = order.lines.some(({ charges }) => charges.some(({ kind }) => kind === 'setup'));
  return {
    lines: order.lines.map((line) => frozenLine(line, priced.get(line.id), { quantityBounds: boundsOf(order, line), hasSetups })),
    discounts: order.discounts.flatMap((discount) => frozenDiscount(discount, pricing)),
    shipments: order.shipments.map((shipment) => frozenShipment(shipment, pricing, facts.shipmentTax[shipment.id])),
    billing: { sameAsShipping: order.billing.sameAsShipping, address: order.billing.address },
    tax: {
      billing: placeOf(facts.billingTax),
      home: placeOf(facts.homeTax) ?? { place: { country: '', region: '', postcode: '' }, rates: [] },
      exemption: facts.exemption,
    },
    totals: { items, discount, shipping, tax, total, open: [...open], taxLines: pricing.taxLines.map(taxLineOf) },
    itemCount: pricing.itemCount,
  };
}

/** Nothing of one that is not valid: it takes nothing off, and what is not promised is not written down. */
function frozenDiscount(discount: OrderRecord['discounts'][number], pricing: OrderPricing): FrozenEstimate['discounts'] {
  const { id, source, label, value, reach, productIds = null, code = null, refused = null } = discount;
  if (refused !== null) return [];
  return [
    {
      ...{ id, source, label, value: discountOf(value), reach },
      ...(productIds !== null && { productIds: [...productIds] }),
      ...(code !== null && { code }),
      amount: pricing.discounts.find((counted) => counted.discountId === id)?.amount ?? 0,
    },
  ];
}

/**
 * A quantity that is spread over several shipments is staff's: nobody could say which of them gets more. So is one that charges by the
 * piece or parts of a bundle hang on: they follow the catalogue, which the frozen content does not hold.
 */
function boundsOf({ shipments, lines: all }: OrderRecord, { id, parentLineId, quantityBounds }: LineRecord): LineRecord['quantityBounds'] {
  const holders = shipments.filter(({ lines }) => lines?.some(({ lineId }) => lineId === id) === true);
  const hasFollowers = all.some((line) => line.parentLineId === id && (line.partId !== null || line.breakGroup?.startsWith('run ') === true));
  return parentLineId === null && holders.length <= 1 && !hasFollowers ? quantityBounds : null;
}

/** `hasSetups`: somewhere in the order; where there is none no line says anything of them, so that the hash of such a document stays what it was. */
type Around = { readonly quantityBounds: LineRecord['quantityBounds']; readonly hasSetups: boolean };

function frozenLine(line: LineRecord, priced: PricedLine | undefined, { quantityBounds, hasSetups }: Around): FrozenLine {
  if (priced === undefined) throw new TypeError(`Line ${line.id} is not priced.`);
  return {
    id: line.id,
    kind: line.kind,
    parentLineId: line.parentLineId,
    productId: line.productId,
    variantId: line.variantId,
    name: line.name,
    sku: line.sku,
    productCode: line.productCode,
    imageUrl: line.imageUrl,
    quantity: line.quantity,
    breakGroup: line.breakGroup,
    ...(hasSetups && line.parentLineId === null ? { setups: [...setupsOf(line)] } : {}),
    ...(line.partId !== null && { partId: line.partId }),
    optional: line.optional,
    chosen: line.chosen,
    choiceGroup: line.choiceGroup,
    ...(quantityBounds !== null && { quantityBounds: { ...quantityBounds } }),
    taxCategory: line.taxCategory,
    ships: line.ships,
    weightGrams: line.weightGrams,
    options: line.options.map((option) => ({ ...option })),
    configuration: { ...line.configuration },
    answers: line.answers.flatMap(({ name: option, value, file }) => (value === '' ? [] : [{ name: option, value, ...(file !== undefined && { file }) }])),
    typedUnitPrice: line.unitPrice,
    priceTable:
      line.priceTable === null
        ? null
        : { source: line.priceTable.source, label: line.priceTable.label, breaks: line.priceTable.breaks.map((step) => ({ ...step })) },
    quantityRule: { increment: line.quantityRule.increment, maximum: line.quantityRule.maximum },
    upcharges: line.upcharges.map((upcharge) => ({ ...upcharge })),
    overrideUnitPrice: line.override?.unitPrice ?? null,
    discount: line.discount === null ? null : discountOf(line.discount),
    note: line.noteCustomer,
    unitPrice: priced.unitPrice,
    amount: priced.amount,
    discountAmount: priced.discount,
    total: priced.total,
    orderDiscountAmount: priced.orderDiscount,
    tax: priced.tax,
    taxLines: priced.taxLines.map(taxLineOf),
  };
}

function frozenShipment(shipment: OrderRecord['shipments'][number], pricing: OrderPricing, tax: PlaceTax | undefined): FrozenEstimate['shipments'][number] {
  const { id, kind, address, method } = shipment;
  const priced = pricing.shipments.find((one) => one.shipmentId === id);
  return {
    id,
    kind,
    address,
    method: method === null ? null : { rateId: method.rateId, name: method.name, amount: method.amount, ...frozenTerms(method) },
    amount: priced?.charge ?? null,
    discountAmount: priced?.discount ?? 0,
    tax: priced?.tax ?? null,
    taxLines: (priced?.taxLines ?? []).map(taxLineOf),
    taxPlace: placeOf(tax),
    lines: shipment.lines === null ? null : shipment.lines.map((held) => ({ ...held })),
  };
}

/** What a rate charges by, as chosen; a typed price has no terms. */
function frozenTerms(method: NonNullable<OrderRecord['shipments'][number]['method']>): { terms?: FrozenTerms } {
  if (method.rateId === null) return {};
  const { terms } = method;
  const { freeOverAmount = null } = terms;
  if (terms.kind === 'flat') return { terms: { kind: terms.kind, amount: terms.amount, freeOverAmount } };
  if (terms.kind === 'by_weight') return { terms: { kind: terms.kind, tiers: terms.tiers.map((tier) => ({ ...tier })), freeOverAmount } };
  return { terms: { kind: terms.kind, tiers: terms.tiers.map((tier) => ({ ...tier })), freeOverAmount } };
}
type FrozenTerms = NonNullable<NonNullable<FrozenEstimate['shipments'][number]['method']>['terms']>;

export type Sealed = { readonly text: string; readonly sha256: Buffer };

/** The content as RFC 8785 canonical JSON, and the SHA-256 of its UTF-8 bytes. */
export function seal(content: FrozenEstimate | KeptDecision): Sealed {
  const text = canonicalize(content);
  if (text === undefined) throw new TypeError('What is to be kept has no canonical JSON.');
  return { text, sha256: createHash('sha256').update(text).digest() };
}

/** Whether the text is still the one that was sealed: one changed byte answers no. */
export function isSealIntact(sealed: Sealed): boolean {
  return createHash('sha256').update(sealed.text).digest().equals(sealed.sha256);
}
