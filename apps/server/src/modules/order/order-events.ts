// The events of the order's commands, worked out by comparing the order before and after. What happened is what differs:
// no command can tell another story than it wrote.
import { isDeepStrictEqual } from 'node:util';
import type { OrderEvent } from '@backdesk/domain/order/events.ts';
import { changedCodes } from './field-versions.ts';
import type { LineRecord, OrderRecord } from './order-record.ts';

/** How people call a line: by its SKU, or its name when it has none. */
export const labelOf = (line: Pick<LineRecord, 'sku' | 'name'>) => (line.sku === '' ? line.name : line.sku);

const onLine = (line: LineRecord) => ({ lineId: line.id, label: labelOf(line) });

const sectionMark = ({ kind }: LineRecord) => (kind === 'section' ? ({ isSection: true } as const) : {});

/** Lines that were not there: entered now, or brought back by undoing their removal. */
export function lineAdded(line: LineRecord, how: 'line.added' | 'line.restored' = 'line.added'): OrderEvent {
  return { type: how, data: { ...onLine(line), name: line.name, quantity: line.quantity, ...sectionMark(line) } };
}

/** Keeps the line and the charges that went with it: bringing it back is putting these in again after `after`. */
export function lineRemoved(record: OrderRecord, line: LineRecord, withIt: readonly LineRecord[]): OrderEvent {
  return {
    type: 'line.removed',
    data: { ...onLine(line), name: line.name, quantity: line.quantity, ...sectionMark(line), lines: [line, ...withIt], after: lineBefore(record, line.id) },
  };
}

/** The id of the line that this one follows, whatever hangs on it; null: it is the first. */
export function lineBefore({ lines }: Pick<OrderRecord, 'lines'>, lineId: string): string | null {
  const at = lines.findIndex(({ id }) => id === lineId);
  return lines.slice(0, Math.max(0, at)).findLast(({ parentLineId }) => parentLineId === null)?.id ?? null;
}

export function lineMoved(line: LineRecord, fromAfter: string | null, toAfter: string | null): OrderEvent {
  return { type: 'line.moved', data: { ...onLine(line), fromAfter, toAfter } };
}

/** What became of one line, an event for each field. */
export function lineChanges(before: OrderRecord, was: LineRecord, now: LineRecord): readonly OrderEvent[] {
  const { currency } = before;
  const line = onLine(was);
  return [
    ...on(was.quantity, now.quantity, (from, to): OrderEvent => ({ type: 'line.quantity_changed', data: { ...line, from, to } })),
    ...on(was.override, now.override, (from, to) => overrideEvent(before, was, from, to)),
    ...on(
      was.unitPrice,
      now.unitPrice,
      (from, to): OrderEvent => ({ type: 'line.price_typed', data: { ...line, currency, from: from ?? '0', to: to ?? '0' } }),
    ),
    ...on(was.discount, now.discount, (from, to): OrderEvent => ({ type: 'line.discounted', data: { ...line, currency, from, to } })),
    ...on(configured(was), configured(now), (from, to): OrderEvent => ({ type: 'line.configured', data: { ...line, from, to } })),
    ...on(choiceOf(was), choiceOf(now), (from, to): OrderEvent => ({ type: 'line.choice_set', data: { ...line, from, to } })),
    ...on(was.quantityBounds, now.quantityBounds, (from, to): OrderEvent => ({ type: 'line.bounds_set', data: { ...line, from, to } })),
    ...on(was.name, now.name, (from, to): OrderEvent => ({ type: 'line.renamed', data: { ...line, from, to } })),
    ...on(was.noteCustomer, now.noteCustomer, (from, to): OrderEvent => ({ type: 'line.noted', data: { ...line, audience: 'customer', from, to } })),
    ...on(was.noteInternal, now.noteInternal, (from, to): OrderEvent => ({ type: 'line.noted', data: { ...line, audience: 'internal', from, to } })),
  ];
}

const choiceOf = ({ optional, chosen, choiceGroup }: LineRecord) => ({ optional, chosen, choiceGroup });

/** The configuration, and in words: "Imprint: Left chest, Gift wrap: Yes". */
function configured({ configuration, answers }: LineRecord) {
  const says = answers.flatMap(({ name, value }) => (value === '' ? [] : `${name}: ${value}`)).join(', ');
  return { configuration, says };
}

function overrideEvent(before: OrderRecord, line: LineRecord, from: LineRecord['override'], to: LineRecord['override']): OrderEvent {
  const { currency } = before;
  if (to === null) return { type: 'line.override_cleared', data: { ...onLine(line), currency, previous: from ?? { unitPrice: '0', reason: '' } } };
  const unitPrice = before.pricing.lines.find(({ lineId }) => lineId === line.id)?.unitPrice ?? null;
  return { type: 'line.price_overridden', data: { ...onLine(line), currency, from: unitPrice, to: to.unitPrice, reason: to.reason, previous: from } };
}

/** What became of the order's head. */
export function headChanges(was: OrderRecord, now: OrderRecord): readonly OrderEvent[] {
  const person = (who: { readonly id: string; readonly name: string } | null) => ({ id: who?.id ?? null, name: who?.name ?? '' });
  const customer = now.customer;
  return [
    ...on(was.name, now.name, (from, to): OrderEvent => ({ type: 'order.renamed', data: { from, to } })),
    ...(customer === null || was.customer?.id === customer.id
      ? []
      : [{ type: 'order.customer_changed', data: { from: person(was.customer), to: { id: customer.id, name: customer.name } } } as const]),
    ...on(person(was.owner), person(now.owner), (from, to): OrderEvent => ({ type: 'order.owner_changed', data: { from, to } })),
    ...on(was.poNumber, now.poNumber, (from, to): OrderEvent => ({ type: 'order.po_number_set', data: { from, to } })),
    ...changedCodes(was.fields, now.fields).map((code): OrderEvent => fieldSet(was, now, code)),
    ...on(was.dueOn, now.dueOn, (from, to): OrderEvent => ({ type: 'order.due_set', data: { from, to } })),
    ...on(was.paymentTerms, now.paymentTerms, (from, to): OrderEvent => ({ type: 'order.payment_terms_set', data: { from, to } })),
    ...on(was.deposit, now.deposit, (from, to): OrderEvent => ({ type: 'order.deposit_set', data: { currency: now.currency, from, to } })),
    ...on(was.noteCustomer, now.noteCustomer, (from, to): OrderEvent => ({ type: 'order.noted', data: { audience: 'customer', from, to } })),
    ...on(was.noteInternal, now.noteInternal, (from, to): OrderEvent => ({ type: 'order.noted', data: { audience: 'internal', from, to } })),
  ];
}

function fieldSet(was: OrderRecord, now: OrderRecord, code: string): OrderEvent {
  const label = now.fieldRules.find((rule) => rule.code === code)?.label ?? code;
  return { type: 'order.field_set', data: { code, label, from: was.fields[code] ?? null, to: now.fields[code] ?? null } };
}

/** What became of shipments: each address, and how the lines are spread. */
export function shippingChanges(was: OrderRecord, now: OrderRecord): readonly OrderEvent[] {
  const before = new Map(was.shipments.map((shipment) => [shipment.id, shipment]));
  const place = ({ kind, address }: OrderRecord['shipments'][number]) => ({ kind, address });
  const spread = ({ shipments }: OrderRecord) => shipments.map(({ id, lines }) => ({ id, lines }));
  const moved = now.shipments.filter((shipment) => {
    const known = before.get(shipment.id);
    return known === undefined ? shipment.address !== null : !isDeepStrictEqual(place(known), place(shipment));
  });
  return [
    ...on(spread(was), spread(now), (from, to): OrderEvent => ({ type: 'shipping.split', data: { from: from.length, to: to.length } })),
    ...moved.map(
      ({ id, address }): OrderEvent => ({ type: 'shipping.address_set', data: { shipmentId: id, from: before.get(id)?.address ?? null, to: address } }),
    ),
  ];
}

/** Lines that are sold no more, or again, or not for another reason. */
export function availabilityChanges(was: OrderRecord, now: OrderRecord): readonly OrderEvent[] {
  const before = new Map(was.lines.map((line) => [line.id, line.unavailable]));
  return now.lines.flatMap((line) =>
    on(before.get(line.id) ?? null, line.unavailable, (from, to): OrderEvent => ({ type: 'line.availability_changed', data: { ...onLine(line), from, to } })),
  );
}

/** What is asked of lines, and what was answered, as the catalogue has it otherwise now. */
export function answerMoves(was: OrderRecord, now: OrderRecord): readonly OrderEvent[] {
  const before = new Map(was.lines.map((line) => [line.id, line]));
  return now.lines.flatMap((line) => {
    const from = before.get(line.id);
    if (from === undefined || from.answers === line.answers) return [];
    const [old, current] = [saidById(from), saidById(line)];
    return [...new Set([...current.keys(), ...old.keys()])].flatMap((optionId) =>
      on(
        old.get(optionId) ?? null,
        current.get(optionId) ?? null,
        (a, b): OrderEvent => ({ type: 'line.answer_moved', data: { ...onLine(line), from: a, to: b } }),
      ),
    );
  });
}

const saidById = ({ answers }: LineRecord) => new Map(answers.map(({ optionId, name, value, state }) => [optionId, { name, value, state }]));

/** Discounts that went, then those that came, then codes that stopped being valid; one whose value was changed is both gone and come. */
export function discountChanges(was: OrderRecord, now: OrderRecord): readonly OrderEvent[] {
  const { currency } = now;
  const missingIn = (record: OrderRecord) => (discount: OrderRecord['discounts'][number]) =>
    !record.discounts.some((other) => isDeepStrictEqual(saidOf(other), saidOf(discount)));
  const shown = ({ id, label, code, value }: OrderRecord['discounts'][number]) => ({ discountId: id, label: labelWith(label, code), currency, value });
  const before = new Map(was.discounts.map((discount) => [discount.id, discount]));
  return [
    ...was.discounts.filter(missingIn(now)).map((discount): OrderEvent => ({ type: 'discount.removed', data: shown(discount) })),
    ...now.discounts.filter(missingIn(was)).map((discount): OrderEvent => ({ type: 'discount.added', data: shown(discount) })),
    ...now.discounts.flatMap(({ id, label, code, refused = null }): readonly OrderEvent[] =>
      refused === null || before.get(id)?.refused === refused
        ? []
        : [{ type: 'discount.stopped', data: { discountId: id, label: labelWith(label, code), reason: refused } }],
    ),
  ];
}

const labelWith = (label: string, code: string | null | undefined) => (code == null ? label : `${label} (${code})`);

/** What a person would call a change: not which of the order's products it reaches, nor whether it is valid today. */
const saidOf = ({ id, source, label, value, reach }: OrderRecord['discounts'][number]) => ({ id, source, label, value, reach });

/** The event of a value that differs. */
export function on<Value>(from: Value, to: Value, event: (from: Value, to: Value) => OrderEvent): readonly OrderEvent[] {
  return isDeepStrictEqual(from, to) ? [] : [event(from, to)];
}
