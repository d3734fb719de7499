import type { createOrder as createOrderBody } from '@backdesk/contract/order/requests.ts';
import type { z } from 'zod';
import { actorKey, type CommandContext } from '../context.ts';
import { emptyPricing, type OrderRecord } from './order-record.ts';

type CreateOrder = z.output<typeof createOrderBody>;

const noPlace = { place: { country: '', region: '', postcode: '' }, rates: [] };

/** A draft with nothing in it but whom it is for, in the currency and price mode that the account has now. */
export function emptyDraft(
  context: CommandContext,
  body: Pick<CreateOrder, 'name' | 'poNumber'>,
  found: Pick<OrderRecord, 'customer' | 'company'>,
): OrderRecord {
  const { account, actor, newId } = context;
  const now = context.now.toISOString();
  return {
    id: newId(),
    number: null,
    orderNumber: null,
    stage: 'draft',
    version: 1,
    fieldVersions: {},
    ...found,
    owner: actor.kind === 'staff' ? { id: actor.id, name: actor.name } : null,
    splitFromOrderId: null,
    name: body.name ?? '',
    currency: account.currency,
    priceMode: account.priceMode,
    taxRounding: account.taxRounding,
    includedElsewhere: account.includedElsewhere,
    poNumber: body.poNumber ?? '',
    dueOn: null,
    validDays: null,
    paymentTerms: null,
    deposit: null,
    noteCustomer: '',
    noteInternal: '',
    fields: {},
    fieldRules: [],
    billing: { sameAsShipping: true, address: null },
    payment: null,
    checkout: {},
    facts: { shipmentTax: {}, billingTax: null, homeTax: noPlace, exemption: null, zones: [] },
    pricing: emptyPricing,
    estimate: null,
    revisions: [],
    lines: [],
    fulfilments: [],
    shipments: [{ id: newId(), position: 0, kind: 'ship', address: null, pickupPlace: null, method: null, lines: null, fieldVersions: {} }],
    discounts: [],
    createdBy: actorKey(actor),
    createdAt: now,
    updatedAt: now,
    submittedAt: null,
    ending: null,
  };
}
