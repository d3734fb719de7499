import type { OrderRecord, ShipmentRecord } from './order-record.ts';

/** The document without these lines; shipments let go of them too. Pure. */
export function withoutLines(record: OrderRecord, lineIds: ReadonlySet<string>): OrderRecord {
  const holdsOne = record.shipments.some(({ lines }) => lines?.some(({ lineId }) => lineIds.has(lineId)) === true);
  return {
    ...record,
    lines: record.lines.filter(({ id }) => !lineIds.has(id)),
    shipments: holdsOne ? record.shipments.map((shipment) => released(shipment, lineIds)) : record.shipments,
  };
}

function released(shipment: ShipmentRecord, lineIds: ReadonlySet<string>): ShipmentRecord {
  return shipment.lines === null ? shipment : { ...shipment, lines: shipment.lines.filter(({ lineId }) => !lineIds.has(lineId)) };
}
