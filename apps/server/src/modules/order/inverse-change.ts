// What it takes to undo an event: the fields as they were before, or lines out again, or lines back in. Pure.
import type { FieldValue } from '@backdesk/domain/field/types.ts';
import type { OrderEvent } from '@backdesk/domain/order/events.ts';
import type { LineRecord, OrderRecord } from './order-record.ts';

export type Inverse =
  | {
      readonly kind: 'head';
      readonly field: 'name' | 'noteCustomer' | 'noteInternal' | 'poNumber' | 'dueOn' | 'paymentTerms' | 'deposit' | 'owner';
      readonly value: Partial<OrderRecord>;
    }
  | { readonly kind: 'own'; readonly code: string; readonly value: FieldValue | null }
  | { readonly kind: 'line'; readonly lineId: string; readonly field: keyof LineRecord; readonly value: Partial<LineRecord> }
  | { readonly kind: 'choice'; readonly lineId: string; readonly value: Pick<LineRecord, 'optional' | 'chosen' | 'choiceGroup'> }
  | { readonly kind: 'move'; readonly lineId: string; readonly after: string | null }
  | { readonly kind: 'remove'; readonly lineId: string }
  | { readonly kind: 'restore'; readonly lines: readonly LineRecord[] };

/** The inverse of an event, or null when it has none. `by` stands in for an override whose author was not kept. */
export function inverseOf(event: OrderEvent, by: string): Inverse | null {
  const head = (field: Extract<Inverse, { kind: 'head' }>['field'], value: Partial<OrderRecord>): Inverse => ({ kind: 'head', field, value });
  const line = (lineId: string, field: keyof LineRecord, value: Partial<LineRecord>): Inverse => ({ kind: 'line', lineId, field, value });
  const override = (previous: { readonly unitPrice: string; readonly reason: string; readonly by?: string } | null) => ({
    override: previous === null ? null : { unitPrice: previous.unitPrice, reason: previous.reason, by: previous.by ?? by },
  });
  switch (event.type) {
    case 'order.renamed':
      return head('name', { name: event.data.from });
    case 'order.noted':
      return event.data.audience === 'customer'
        ? head('noteCustomer', { noteCustomer: event.data.from })
        : head('noteInternal', { noteInternal: event.data.from });
    case 'order.po_number_set':
      return head('poNumber', { poNumber: event.data.from });
    case 'order.field_set':
      return { kind: 'own', code: event.data.code, value: event.data.from };
    case 'order.due_set':
      return head('dueOn', { dueOn: event.data.from });
    case 'order.payment_terms_set':
      return head('paymentTerms', { paymentTerms: event.data.from });
    case 'order.deposit_set':
      return head('deposit', { deposit: event.data.from });
    case 'order.owner_changed': {
      const { id, name } = event.data.from;
      return head('owner', { owner: id === null ? null : { id, name } });
    }
    case 'line.added':
    case 'line.restored':
      return { kind: 'remove', lineId: event.data.lineId };
    case 'line.quantity_changed':
      return line(event.data.lineId, 'quantity', { quantity: event.data.from });
    case 'line.price_overridden':
    case 'line.override_cleared':
      return line(event.data.lineId, 'override', override(event.data.previous));
    case 'line.price_typed':
      return line(event.data.lineId, 'unitPrice', { unitPrice: event.data.from });
    case 'line.discounted':
      return line(event.data.lineId, 'discount', { discount: event.data.from });
    case 'line.configured':
      return line(event.data.lineId, 'configuration', { configuration: event.data.from.configuration });
    case 'line.choice_set':
      return { kind: 'choice', lineId: event.data.lineId, value: event.data.from };
    case 'line.bounds_set':
      return line(event.data.lineId, 'quantityBounds', { quantityBounds: event.data.from });
    case 'line.renamed':
      return line(event.data.lineId, 'name', { name: event.data.from });
    case 'line.noted':
      return event.data.audience === 'customer'
        ? line(event.data.lineId, 'noteCustomer', { noteCustomer: event.data.from })
        : line(event.data.lineId, 'noteInternal', { noteInternal: event.data.from });
    case 'line.moved':
      return { kind: 'move', lineId: event.data.lineId, after: event.data.fromAfter };
    case 'line.removed':
      return {
        kind: 'restore',
        lines: (event.data.lines as unknown as readonly LineRecord[]).map((kept) => ({
          ...kept,
          answers: kept.answers ?? [],
          quantityBounds: kept.quantityBounds ?? null,
          charges: kept.charges ?? [],
          chargeId: kept.chargeId ?? null,
          parts: kept.parts ?? [],
          partId: kept.partId ?? null,
        })),
      };
    default:
      return null;
  }
}
