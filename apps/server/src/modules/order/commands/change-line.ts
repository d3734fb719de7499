import type { ChangeLine } from '@backdesk/contract/order/requests.ts';
import { normalConfiguration } from '@backdesk/domain/catalog/configuration.ts';
import { isFromCatalog } from '@backdesk/domain/order/section-totals.ts';
import { type ChoicePatch, settleChoice } from '@backdesk/domain/order/settle-choice.ts';
import { checkUnitPrice } from '@backdesk/domain/pricing/bounds.ts';
import type { CommandContext } from '../../context.ts';
import { invalidField, Refused } from '../../problem.ts';
import { assertAboveFloor, assertNotMadeTooCheap } from '../above-floor.ts';
import { type Amended, amendOrder } from '../amend-order.ts';
import { reconfigured } from '../configure-line.ts';
import { assertNoConflict, type WrittenField } from '../conflicts.ts';
import { discountJson, discountValueOf } from '../discount-value.ts';
import type { LineField } from '../field-versions.ts';
import { getLine } from '../get-line.ts';
import { moveLine } from '../move-line.ts';
import { lineBefore, lineChanges, lineMoved } from '../order-events.ts';
import type { LineRecord, OrderRecord } from '../order-record.ts';
import { assertMayOverride } from '../policy.ts';
import { assertQuantitiesAllowed } from '../quantity-refusals.ts';

/** What the body sets on the line itself; moving it is apart, since it may move others. */
function wantedFields(line: LineRecord, body: ChangeLine, context: CommandContext, currency: string): Partial<LineRecord> {
  if (line.partId !== null) assertNoPrice(body, 'is the bundle’s on this line: it is a part of it');
  if (line.parts[0]?.pricing === 'summed') assertNoPrice(body, 'cannot be set on a bundle that costs what its parts cost');
  if (body.name !== undefined && line.kind !== 'custom' && line.kind !== 'section') throw invalidField('/name', 'can be set on custom lines and sections only');
  if (body.unitPrice !== undefined && line.unitPrice === null) throw invalidField('/unitPrice', 'is the catalogue’s on this line: use override');
  if (body.unitPrice?.startsWith('-') === true && line.kind !== 'credit') throw invalidField('/unitPrice', 'must not be negative');
  if (body.override !== undefined && line.unitPrice !== null) throw invalidField('/override', 'is for catalogue lines: use unitPrice');
  if (body.configuration !== undefined && !isFromCatalog(line)) throw invalidField('/configuration', 'is for catalogue lines');
  if (line.parentLineId !== null) assertOwn(body);
  if (line.kind === 'section') assertHeading(body);
  const { quantity, quantityBounds, name, unitPrice, noteCustomer, noteInternal, override, discount, configuration } = body;
  assertInBounds(line, body);
  return {
    ...(quantity === undefined ? {} : { quantity }),
    ...(quantityBounds === undefined ? {} : { quantityBounds }),
    ...(name === undefined ? {} : { name }),
    ...(unitPrice === undefined ? {} : { unitPrice }),
    ...(noteCustomer === undefined ? {} : { noteCustomer }),
    ...(noteInternal === undefined ? {} : { noteInternal }),
    ...(override === undefined ? {} : { override: override === null ? null : { ...override, by: overrideBy(line, override, context) } }),
    ...(configuration === undefined ? {} : { configuration: normalConfiguration(configuration) }),
    ...(discount === undefined
      ? {}
      : { discount: discount === null ? null : discountValueOf(discount, currency, { pointer: '/discount', code: 'line.discount_out_of_range' }) }),
  };
}

/** A heading has a name and a place. */
function assertHeading({ basedOn: _, name: __, after: ___, ...others }: ChangeLine): void {
  const [field] = Object.entries(others).flatMap(([key, value]) => (value === undefined ? [] : key));
  if (field !== undefined) throw invalidField(`/${field}`, 'cannot be set on a section');
}

/** Where the price is said elsewhere. */
function assertNoPrice(body: ChangeLine, message: string): void {
  const set = (['unitPrice', 'override', 'discount'] as const).find((field) => body[field] !== undefined);
  if (set !== undefined) throw invalidField(`/${set}`, message);
}

/** What follows the line that it hangs on cannot be set on what hangs there. */
function assertOwn(body: ChangeLine): void {
  const followed = (['quantity', 'optional', 'chosen', 'choiceGroup', 'after'] as const).find((field) => body[field] !== undefined);
  if (followed !== undefined) throw invalidField(`/${followed}`, 'follows the line that it hangs on');
}

/** What of the choice the body says, as it comes out: a group makes a line optional. */
function choiceOf(settled: readonly LineRecord[], lineId: string, { optional, chosen, choiceGroup }: ChoicePatch): Partial<LineRecord> {
  const line = settled.find(({ id }) => id === lineId);
  if (line === undefined || (optional === undefined && chosen === undefined && choiceGroup === undefined)) return {};
  return { optional: line.optional, chosen: line.chosen, choiceGroup: line.choiceGroup };
}

/** A price nobody can mean is refused with the bounds; what it makes of the line is seen when the order is priced. */
function assertInBounds(line: LineRecord, { unitPrice, override }: ChangeLine): void {
  const typed = [
    { price: unitPrice, pointer: '/unitPrice' },
    { price: override?.unitPrice, pointer: '/override/unitPrice' },
  ];
  for (const { price, pointer } of typed) {
    const refusal = price === undefined ? null : checkUnitPrice(price, line.kind);
    if (refusal !== null) throw new Refused([{ ...refusal, lineId: line.id, pointer }]);
  }
}

/** The same price and reason again stay whose they were. */
function overrideBy(line: LineRecord, override: { unitPrice: string; reason: string }, context: CommandContext): string {
  const { override: now } = line;
  return now !== null && now.unitPrice === override.unitPrice && now.reason === override.reason ? now.by : context.actor.name;
}

const shown = (record: OrderRecord, field: string, value: unknown) =>
  field === 'discount' ? discountJson(value as LineRecord['discount'], record.currency) : value;

function writtenFields(record: OrderRecord, line: LineRecord, wanted: Partial<LineRecord>): readonly WrittenField[] {
  return Object.entries(wanted).map(([field, value]) => ({
    pointer: `/${field}`,
    version: line.fieldVersions[field],
    now: shown(record, field, line[field as LineField]),
    wanted: shown(record, field, value),
  }));
}

/** What moves how much of a sum taken off by hand falls on a line. */
function isOfSize({ quantity, optional, chosen, choiceGroup, configuration, unitPrice }: ChangeLine): boolean {
  return [quantity, optional, chosen, choiceGroup, configuration, unitPrice].some((field) => field !== undefined);
}

/** Changes quantity, configuration, price, discount, notes or position of one line; every field merges on its own. */
export function changeLine(context: CommandContext, orderId: string, lineId: string, body: ChangeLine): Promise<Amended> {
  return amendOrder(
    context,
    orderId,
    async (record) => {
      const line = getLine(record, lineId);
      if (body.override !== undefined && body.override !== null) assertMayOverride(context.actor);
      const settled = settleChoice(record.lines, lineId, body);
      const wanted = { ...wantedFields(line, body, context, record.currency), ...choiceOf(settled, lineId, body) };
      const after = lineBefore(record, lineId);
      const place: readonly WrittenField[] =
        body.after === undefined ? [] : [{ pointer: '/after', version: line.fieldVersions.position, now: after, wanted: body.after }];
      await assertNoConflict(context, orderId, body.basedOn, [...writtenFields(record, line, wanted), ...place]);
      const changed = wanted.configuration === undefined ? { ...line, ...wanted } : await reconfigured(context, record, { ...line, ...wanted });
      const lines = settled.map((other) => (other.id === lineId ? changed : other));
      // Others lose the choice to this one, and what hangs on it goes along.
      const events = record.lines.flatMap((was, at) => (lines[at] === was ? [] : lineChanges(record, was, lines[at] ?? was)));
      const inPlace = events.length === 0 ? record : { ...record, lines };
      const moved = body.after === undefined ? inPlace : moveLine(inPlace, lineId, body.after);
      const move = moved === inPlace ? [] : [lineMoved(line, after, body.after ?? null)];
      return { record: moved, events: [...events, ...move] };
    },
    (before, priced) => {
      assertQuantitiesAllowed(before, priced);
      const pointer = body.override != null ? '/override/unitPrice' : body.discount != null ? '/discount' : null;
      if (pointer !== null) assertAboveFloor(context, priced, lineId, pointer);
      if (isOfSize(body)) assertNotMadeTooCheap(context, before, priced, () => (body.quantity === undefined ? '' : '/quantity'));
    },
  );
}
