import type { changeOrder as changeOrderBody } from '@backdesk/contract/order/requests.ts';
import { missingFields } from '@backdesk/domain/field/missing-fields.ts';
import { poNumberCode } from '@backdesk/domain/field/types.ts';
import { isEditable } from '@backdesk/domain/order/lifecycle.ts';
import type { z } from 'zod';
import type { CommandContext } from '../../context.ts';
import { findCustomerOfOrder } from '../../customer/queries/customer-of-order.ts';
import { checkValues } from '../../field/commands/check-values.ts';
import { invalidField, Refused } from '../../problem.ts';
import { findMember } from '../../staff/queries/people.ts';
import { type Amended, amendOrder } from '../amend-order.ts';
import { assertNoConflict, type WrittenField } from '../conflicts.ts';
import { discountJson, discountValueOf } from '../discount-value.ts';
import { versionKey } from '../field-versions.ts';
import { gatherPricingFacts } from '../gather-pricing-facts.ts';
import { availabilityChanges, headChanges } from '../order-events.ts';
import type { OrderRecord } from '../order-record.ts';
import { assertEditable, assertFieldsEditable } from '../policy.ts';
import { readCatalogAgain } from '../read-catalog-again.ts';
import { paymentTermsOf } from '../terms-of.ts';

type ChangeOrder = z.output<typeof changeOrderBody>;

const textFields = ['name', 'poNumber', 'dueOn', 'noteCustomer', 'noteInternal'] as const;

/** Changes the head of the order. A new customer re-prices role prices and tax and keeps lines and overrides (cases). */
export function changeOrder(context: CommandContext, orderId: string, body: ChangeOrder): Promise<Amended> {
  return amendOrder(
    context,
    orderId,
    async (record) => {
      await assertNoConflict(context, orderId, body.basedOn, writtenFields(record, body));
      const texts = Object.fromEntries(textFields.flatMap((field) => (body[field] === undefined ? [] : [[field, body[field]]])));
      const fields = body.fields === undefined ? record.fields : changedFields(record, body.fields);
      const headed: OrderRecord = { ...record, ...texts, fields, ...termsPart(record, body), ...(await ownerPart(context, record, body)) };
      refuseEmptied(record, headed);
      const changed = body.customerId === undefined || body.customerId === record.customer?.id ? headed : await withCustomer(context, headed, body.customerId);
      return { record: changed, events: [...headChanges(record, changed), ...availabilityChanges(record, changed)] };
    },
    undefined,
    Object.keys(body).every((field) => laterFields.has(field)) ? assertFieldsEditable : assertEditable,
  );
}

/** What may change after submission: it moves no amount. */
const laterFields: ReadonlySet<string> = new Set(['basedOn', 'poNumber', 'fields']);

/** The values with these in them. The PO number is a field of its own on the order. */
function changedFields(record: OrderRecord, given: NonNullable<ChangeOrder['fields']>): OrderRecord['fields'] {
  if (Object.hasOwn(given, poNumberCode)) throw invalidField(`/fields/${poNumberCode}`, 'is set as poNumber');
  return checkValues({ definitions: record.fieldRules, stored: record.fields, mayBeEmpty: true }, given);
}

/** What an order was submitted with cannot be emptied afterwards where it is required. */
function refuseEmptied(before: OrderRecord, after: OrderRecord): void {
  if (isEditable(before.stage)) return;
  const missing = (record: OrderRecord) => missingFields(record.fieldRules, record.fields, record.poNumber).map(({ pointer }) => pointer);
  const had = missing(before);
  const emptied = missing(after).find((pointer) => !had.includes(pointer));
  if (emptied !== undefined) throw invalidField(emptied, 'must not be empty');
  if (before.payment?.method === 'purchase_order' && before.poNumber !== '' && after.poNumber === '') throw invalidField('/poNumber', 'must not be empty');
}

function writtenFields(record: OrderRecord, body: ChangeOrder): readonly WrittenField[] {
  const { fieldVersions } = record;
  const texts = textFields.map((field) => ({ pointer: `/${field}`, version: fieldVersions[field], now: record[field], wanted: body[field] }));
  const people = [
    { pointer: '/customerId', version: fieldVersions.customer, now: record.customer?.id ?? null, wanted: body.customerId },
    { pointer: '/ownerId', version: fieldVersions.owner, now: record.owner?.id ?? null, wanted: body.ownerId },
  ];
  const terms = [
    { pointer: '/paymentTerms', version: fieldVersions.paymentTerms, now: paymentTermsOf(record)?.terms ?? '', wanted: body.paymentTerms },
    { pointer: '/deposit', version: fieldVersions.deposit, now: discountJson(record.deposit, record.currency), wanted: body.deposit },
  ];
  const own = Object.entries(body.fields ?? {}).map(([code, wanted]) => ({
    pointer: `/fields/${code}`,
    version: fieldVersions[versionKey(code)],
    now: record.fields[code] ?? null,
    wanted,
  }));
  return [...texts, ...people, ...terms, ...own].filter(({ wanted }) => wanted !== undefined);
}

/** Terms typed here are the order's own; null gives back what was agreed. */
function termsPart({ currency }: OrderRecord, { paymentTerms, deposit }: ChangeOrder): Partial<OrderRecord> {
  return {
    ...(paymentTerms !== undefined && { paymentTerms: paymentTerms === null ? null : { terms: paymentTerms, from: 'order' as const } }),
    ...(deposit !== undefined && {
      deposit: deposit === null ? null : discountValueOf(deposit, currency, { pointer: '/deposit', code: 'discount.out_of_range' }),
    }),
  };
}

async function ownerPart(context: CommandContext, record: OrderRecord, { ownerId }: ChangeOrder): Promise<Partial<OrderRecord>> {
  if (ownerId === undefined || ownerId === (record.owner?.id ?? null)) return {};
  if (ownerId === null) return { owner: null };
  const owner = await findMember(context.tx, context.scope, ownerId);
  if (owner === undefined) throw invalidField('/ownerId', 'must be the id of a member of staff');
  return { owner };
}

async function withCustomer(context: CommandContext, record: OrderRecord, customerId: string): Promise<OrderRecord> {
  const found = await findCustomerOfOrder(context.tx, context.scope, customerId);
  if (found === undefined) throw new Refused([{ code: 'order.customer_missing', pointer: '/customerId' }]);
  const { record: taxed } = await gatherPricingFacts(context, { ...record, ...found });
  return readCatalogAgain(context, taxed);
}
