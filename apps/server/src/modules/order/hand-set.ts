// What a person set by hand on the lines of a template, set again on the draft that is made of it: prices with their reasons and whose
// they are, discounts, bounds, charges that were taken off. What this actor may not set is not set, and told. Decision record 0046.
import type { TemplateChange } from '@backdesk/contract/template/routes.ts';
import { minor } from '@backdesk/domain/money/money.ts';
import type { DiscountValue, OrderDiscount } from '@backdesk/domain/pricing/types.ts';
import type { CommandContext } from '../context.ts';
import type { ReadTemplate } from '../template/content.ts';
import { belowFloor, fellBelowFloor } from './above-floor.ts';
import type { LineRecord, OrderRecord } from './order-record.ts';
import { priceRecord } from './price-record.ts';

/** A line of a template under the id that it gets in the draft. */
export type HandSetLine = ReadTemplate['lines'][number] & { readonly id: string };

export type HandSet = {
  /** The lines before what they are charged hangs on them. */
  readonly placed: (lines: readonly LineRecord[]) => readonly LineRecord[];
  /** The order with all its lines; not yet priced. */
  readonly settled: (record: OrderRecord) => OrderRecord;
};

type Set = Pick<HandSetLine, 'override' | 'discount'>;

const nothing: Set = { override: null, discount: null };

/** `changes` says what was not set, once `settled` was asked. */
export function setByHand(
  context: Pick<CommandContext, 'actor' | 'account' | 'newId'>,
  lines: readonly HandSetLine[],
  discounts: ReadTemplate['discounts'],
): HandSet & { readonly changes: () => readonly TemplateChange[] } {
  const byId = new Map(lines.map((line) => [line.id, line]));
  const maySet = context.actor.permissions.has('price:override');
  const changes: TemplateChange[] = [];

  const labelled = ({ id, name }: LineRecord) => byId.get(id)?.says ?? name;

  const kept = (line: LineRecord): LineRecord => {
    const { override, discount } = keptOf(byId, line);
    if (override !== null && !maySet) changes.push({ label: labelled(line), code: 'may_not_set_price' });
    return { ...line, override: maySet ? override : null, discount: discount === null ? null : discountOf(discount) };
  };

  /** Without the prices that are too low for this person to give. */
  const aboveFloor = (record: OrderRecord): OrderRecord => {
    const tooLow = belowFloor(context, priceRecord(record));
    const lines = record.lines.map((line) => {
      if ((line.override === null && line.discount === null) || !tooLow.has(line.id)) return line;
      changes.push({ label: labelled(line), code: 'below_floor' });
      return { ...line, override: null, discount: null };
    });
    return { ...record, lines };
  };

  /** With one discount more, unless it takes a line too low that was not. */
  const discounted = (record: OrderRecord, { label, value, reach }: ReadTemplate['discounts'][number]): OrderRecord => {
    const manual: OrderDiscount = {
      id: context.newId(),
      source: 'manual',
      label,
      value: discountOf(value),
      reach,
      code: null,
      productIds: null,
      refused: null,
    };
    const given = { ...record, discounts: [...record.discounts, manual] };
    if (fellBelowFloor(context, priceRecord(record), priceRecord(given)).length === 0) return given;
    changes.push({ label, code: 'below_floor' });
    return record;
  };

  return {
    placed: (placed) => placed.map((line) => withoutWaived({ ...line, quantityBounds: byId.get(line.id)?.quantityBounds ?? null }, byId)),
    settled: (record) => discounts.reduce(discounted, aboveFloor({ ...record, lines: record.lines.map(kept) })),
    changes: () => changes,
  };
}

/** Of a line of the catalogue its own, of what it is charged what was set there. */
function keptOf(byId: ReadonlyMap<string, HandSetLine>, { id, parentLineId, chargeId }: LineRecord): Set {
  if (parentLineId === null) return byId.get(id) ?? nothing;
  return byId.get(parentLineId)?.charges.find((charge) => charge.chargeId === chargeId && !charge.waived) ?? nothing;
}

function withoutWaived(line: LineRecord, byId: ReadonlyMap<string, HandSetLine>): LineRecord {
  const waived = new Set(byId.get(line.id)?.charges.flatMap((charge) => (charge.waived ? charge.chargeId : [])));
  // What must not be taken off any more is owed again.
  return { ...line, charges: line.charges.map((charge) => (waived.has(charge.id) && charge.removable ? { ...charge, waived: true } : charge)) };
}

function discountOf(value: NonNullable<Set['discount']>): DiscountValue {
  return value.kind === 'percentage' ? value : { kind: 'fixed', amount: minor(value.amount) };
}
