// Which field was changed by which version of the order: what a later write with `basedOn` is held against. Worked out by
// comparing, so that no command can forget it.
import { isDeepStrictEqual } from 'node:util';
import { finderById } from '@backdesk/domain/core/finder-by-id.ts';
import type { FieldVersions, LineRecord, OrderRecord, ShipmentRecord } from './order-record.ts';
import { paymentTermsOf } from './terms-of.ts';

export const lineFields = [
  'quantity',
  'override',
  'discount',
  'name',
  'unitPrice',
  'noteCustomer',
  'noteInternal',
  'position',
  'configuration',
  'chosen',
  'optional',
  'choiceGroup',
  'quantityBounds',
] as const satisfies readonly (keyof LineRecord)[];
export type LineField = (typeof lineFields)[number];

export const headerFields = [
  'name',
  'customer',
  'owner',
  'poNumber',
  'dueOn',
  'paymentTerms',
  'deposit',
  'noteCustomer',
  'noteInternal',
  'billing',
  'payment',
  'discounts',
  'shipping',
] as const;
export type HeaderField = (typeof headerFields)[number];

/** Where the version of one of the account's own fields is noted. */
export const versionKey = (code: string) => `fields.${code}`;

type Values = OrderRecord['fields'];

export function changedCodes(before: Values, after: Values): readonly string[] {
  return [...new Set([...Object.keys(before), ...Object.keys(after)])].filter((code) => before[code] !== after[code]);
}

function headerValue(record: OrderRecord, field: HeaderField): unknown {
  if (field === 'customer') return record.customer?.id ?? null;
  if (field === 'owner') return record.owner?.id ?? null;
  // Holding what was agreed is no change of it.
  if (field === 'paymentTerms') return paymentTermsOf(record)?.terms ?? '';
  if (field === 'shipping') return record.shipments.map(({ id, kind, address, lines }) => ({ id, kind, address, lines }));
  return record[field];
}

/** The account's own fields that differ: each has a version of its own. */
function ownFields({ fields: before }: OrderRecord, { fields: after }: OrderRecord): readonly string[] {
  if (before === after) return [];
  return changedCodes(before, after).map((code) => versionKey(code));
}

function stamp<Field extends string>(versions: FieldVersions, fields: readonly Field[], changed: (field: Field) => boolean, version: number): FieldVersions {
  const moved = fields.filter(changed);
  return moved.length === 0 ? versions : { ...versions, ...Object.fromEntries(moved.map((field) => [field, version])) };
}

function stampLine(before: LineRecord | undefined, after: LineRecord, version: number): LineRecord {
  if (before === after) return after;
  // What was added last was also changed last: its break group's quantity rules are reported on it.
  if (before === undefined) return { ...after, fieldVersions: { quantity: version } };
  return { ...after, fieldVersions: stamp(before.fieldVersions, lineFields, (field) => !isDeepStrictEqual(before[field], after[field]), version) };
}

function stampShipment(before: ShipmentRecord | undefined, after: ShipmentRecord, version: number): ShipmentRecord {
  if (before === after) return after;
  const isMoved = before === undefined || !isDeepStrictEqual(before.method, after.method);
  return isMoved ? { ...after, fieldVersions: { ...after.fieldVersions, method: version } } : after;
}

/** The lines with the version noted at every field that differs: before pricing, which asks whose quantity changed last. */
export function stampLines(before: OrderRecord, after: OrderRecord, version: number): readonly LineRecord[] {
  if (after.lines === before.lines) return after.lines;
  const known = finderById(before.lines, (line) => line.id);
  return after.lines.map((line, at) => stampLine(known(line.id, at), line, version));
}

/** `after` with the version it becomes, and that version noted at every field that differs from `before`. */
export function stampVersions(before: OrderRecord, after: OrderRecord, version: number): OrderRecord {
  const shipmentsBefore = new Map(before.shipments.map((shipment) => [shipment.id, shipment]));
  return {
    ...after,
    version,
    fieldVersions: stamp(
      stamp(before.fieldVersions, headerFields, (field) => !isDeepStrictEqual(headerValue(before, field), headerValue(after, field)), version),
      ownFields(before, after),
      () => true,
      version,
    ),
    lines: stampLines(before, after, version),
    shipments:
      after.shipments === before.shipments
        ? after.shipments
        : after.shipments.map((shipment) => stampShipment(shipmentsBefore.get(shipment.id), shipment, version)),
  };
}
