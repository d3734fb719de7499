// The record as rows, under the column names of the schema: `jsonb_populate_recordset` in the store reads them.
import { searchText } from '@backdesk/domain/core/search-words.ts';
import { fulfilmentStatus } from '@backdesk/domain/fulfilment/open-to-ship.ts';
import { pickupStatus } from '@backdesk/domain/fulfilment/pickup-status.ts';
import { isGoods } from '@backdesk/domain/order/section-totals.ts';
import type { LineRecord, OrderRecord, ShipmentRecord } from '../order-record.ts';
import { shippableOf } from '../shippable-of.ts';

type Row = Readonly<Record<string, unknown>>;
type Key = { readonly accountId: string; readonly orderId: string };

/** All columns but `pricing`, which is written as a value of its own. */
export function orderRow(accountId: string, record: OrderRecord): Row {
  const { totals } = record.pricing;
  return {
    account_id: accountId,
    id: record.id,
    number: record.number,
    order_number: record.orderNumber,
    stage: record.stage,
    version: record.version,
    field_versions: record.fieldVersions,
    customer_id: record.customer?.id ?? null,
    company_id: record.company?.id ?? null,
    split_from_order_id: record.splitFromOrderId,
    name: record.name,
    currency: record.currency,
    price_mode: record.priceMode,
    tax_rounding: record.taxRounding,
    included_elsewhere: record.includedElsewhere,
    po_number: record.poNumber,
    due_on: record.dueOn,
    valid_days: record.validDays,
    payment_terms: record.paymentTerms,
    deposit: record.deposit,
    note_customer: record.noteCustomer,
    note_internal: record.noteInternal,
    owner_staff_id: record.owner?.id ?? null,
    fields: record.fields,
    billing_same_as_shipping: record.billing.sameAsShipping,
    billing_address: record.billing.address,
    payment: record.payment,
    checkout: record.checkout,
    pricing_facts: record.facts,
    items_amount: totals.items,
    discount_amount: totals.discount,
    shipping_amount: totals.shipping,
    tax_amount: totals.tax,
    total_amount: totals.total,
    open_parts: totals.open,
    item_count: record.pricing.itemCount,
    line_count: record.lines.filter((line) => line.parentLineId === null && isGoods(line)).length,
    estimate_revision: record.estimate?.revision ?? null,
    estimate_status: record.estimate?.status ?? null,
    valid_until: record.estimate?.validUntil ?? null,
    fulfilment: record.fulfilments.length === 0 ? 'unshipped' : fulfilmentStatus(shippableOf(record)),
    pickup: pickupStatus(record),
    search_text: searchTextOf(record),
    created_by: record.createdBy,
    created_at: record.createdAt,
    updated_at: record.updatedAt,
    submitted_at: record.submittedAt,
    deleted_at: null,
  };
}

type Found = Pick<OrderRecord, 'number' | 'orderNumber' | 'name' | 'poNumber'> & {
  readonly customer: { readonly name: string; readonly email: string | null } | null;
  readonly company: { readonly name: string } | null;
};

/** What the listing finds an order by, as `searchWords` of the domain cuts it. */
export function searchTextOf(record: Found): string {
  const { customer, company } = record;
  const texts = [
    record.number === null ? null : String(record.number),
    record.orderNumber,
    record.name,
    customer?.name,
    company?.name,
    customer?.email,
    record.poNumber,
  ];
  return searchText(texts.flatMap((text) => text ?? []));
}

export function lineRow({ accountId, orderId }: Key, line: LineRecord): Row {
  return {
    account_id: accountId,
    order_id: orderId,
    id: line.id,
    position: line.position,
    kind: line.kind,
    parent_line_id: line.parentLineId,
    product_id: line.productId,
    variant_id: line.variantId,
    name: line.name,
    sku: line.sku,
    product_code: line.productCode,
    options: line.options,
    image_url: line.imageUrl,
    configuration: line.configuration,
    answers: line.answers,
    quantity: line.quantity,
    unit_price: line.unitPrice,
    price_table: line.priceTable,
    break_group: line.breakGroup,
    quantity_increment: line.quantityRule.increment,
    max_quantity: line.quantityRule.maximum,
    upcharges: line.upcharges,
    charges: line.charges,
    charge_id: line.chargeId,
    parts: line.parts,
    part_id: line.partId,
    override_unit_price: line.override?.unitPrice ?? null,
    override_reason: line.override?.reason ?? '',
    override_by: line.override?.by ?? null,
    discount: line.discount,
    optional: line.optional,
    chosen: line.chosen,
    choice_group: line.choiceGroup,
    customer_minimum: line.quantityBounds?.minimum ?? null,
    customer_maximum: line.quantityBounds?.maximum ?? null,
    tax_category: line.taxCategory,
    ships: line.ships,
    weight_grams: line.weightGrams,
    cost: line.cost,
    unavailable: line.unavailable,
    note_customer: line.noteCustomer,
    note_internal: line.noteInternal,
    field_versions: line.fieldVersions,
  };
}

export function shipmentRow({ accountId, orderId }: Key, shipment: ShipmentRecord): Row {
  return {
    account_id: accountId,
    order_id: orderId,
    id: shipment.id,
    position: shipment.position,
    kind: shipment.kind,
    address: shipment.address,
    pickup_place: shipment.pickupPlace,
    method: shipment.method,
    holds_all_lines: shipment.lines === null,
    field_versions: shipment.fieldVersions,
  };
}

export function shipmentLineRows({ accountId, orderId }: Key, shipments: readonly ShipmentRecord[]): readonly Row[] {
  return shipments.flatMap((shipment) =>
    (shipment.lines ?? []).map((held) => ({
      account_id: accountId,
      order_id: orderId,
      shipment_id: shipment.id,
      line_id: held.lineId,
      quantity: held.quantity,
    })),
  );
}

export function discountRows({ accountId, orderId }: Key, discounts: OrderRecord['discounts']): readonly Row[] {
  return discounts.map((discount, position) => ({
    account_id: accountId,
    order_id: orderId,
    id: discount.id,
    position,
    source: discount.source,
    label: discount.label,
    value: discount.value,
    reach: discount.reach,
    code: discount.code ?? null,
    product_ids: discount.productIds ?? null,
    refused: discount.refused ?? null,
  }));
}
