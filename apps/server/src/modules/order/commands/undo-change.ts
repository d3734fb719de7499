import { type OrderEvent, undoableEvents } from '@backdesk/domain/order/events.ts';
import { withWaiver } from '@backdesk/domain/order/settle-charges.ts';
import { settleChoice } from '@backdesk/domain/order/settle-choice.ts';
import type { CommandContext } from '../../context.ts';
import { invalidField, Problem } from '../../problem.ts';
import { type Amended, type Amendment, amendOrder } from '../amend-order.ts';
import { configureLine } from '../configure-line.ts';
import { assertNoConflict, type WrittenField } from '../conflicts.ts';
import { eventInWords } from '../event-in-words.ts';
import { lineFields, versionKey } from '../field-versions.ts';
import { getLine } from '../get-line.ts';
import { type Inverse, inverseOf } from '../inverse-change.ts';
import { moveLine } from '../move-line.ts';
import { lineAdded, lineBefore } from '../order-events.ts';
import type { LineRecord, OrderRecord } from '../order-record.ts';
import { assertMayOverride } from '../policy.ts';
import { assertQuantitiesAllowed } from '../quantity-refusals.ts';
import { type EventPlace, findEvents, markUndone, type StoredEvent } from '../store/undoable-event.ts';
import { takenOut } from '../take-out-line.ts';

type Undone = { readonly record: OrderRecord; readonly written: readonly WrittenField[]; readonly events: readonly OrderEvent[] };

type Place = { readonly version: number; readonly index?: number | undefined };

/**
 * Undoes one change of the history, or without `index` all that one command did (a list that was pasted): the inverse command, made
 * on the version of that change, so that what others did since conflicts.
 */
export async function undoChange(context: CommandContext, orderId: string, place: Place): Promise<Amended> {
  let undone: readonly EventPlace[] = [];
  const amended = await amendOrder(
    context,
    orderId,
    async (record) => {
      const stored = await standing(context, record, place);
      undone = stored.map(({ index }) => ({ version: place.version, index }));
      return inverse(context, record, place, stored);
    },
    assertQuantitiesAllowed,
  );
  await markUndone(context, orderId, undone, amended.after.version);
  return amended;
}

/** What of it is not undone yet; a change that is undone cannot be undone again. */
async function standing(context: CommandContext, record: OrderRecord, place: Place): Promise<readonly StoredEvent[]> {
  const named = await findEvents(context, record.id, place);
  const isOneChoice = place.index !== undefined && named[0]?.event.type === 'line.choice_set';
  const stored = isOneChoice ? chosenWith(record, await findEvents(context, record.id, { version: place.version }), place.index) : named;
  if (stored.length === 0) throw new Problem('not_found');
  const left = stored.filter(({ isUndone }) => !isUndone);
  if (left.length === 0) throw new Problem('conflict', { detail: { version: place.version, index: place.index ?? 0, undone: true } });
  return left;
}

/**
 * What was chosen and left out with the choice at this index: the others of its group, and what hangs on the line. Taken back by itself, one of
 * them would leave two of a group, or none where one was.
 */
function chosenWith({ lines }: OrderRecord, stored: readonly StoredEvent[], index: number | undefined): readonly StoredEvent[] {
  const parents = new Map(lines.map(({ id, parentLineId }) => [id, parentLineId]));
  const choices = stored.flatMap((each) => {
    if (each.event.type !== 'line.choice_set') return [];
    const { lineId, from, to } = each.event.data;
    return [{ each, owner: parents.get(lineId) ?? lineId, groups: [from.choiceGroup, to.choiceGroup].filter((group) => group !== null) }];
  });
  const owner = choices.find(({ each }) => each.index === index)?.owner;
  const groups = new Set(choices.flatMap((choice) => (choice.owner === owner ? choice.groups : [])));
  const together = new Set(choices.flatMap((choice) => (choice.owner === owner || choice.groups.some((group) => groups.has(group)) ? choice.owner : [])));
  return choices.flatMap((choice) => (together.has(choice.owner) ? choice.each : []));
}

async function inverse(context: CommandContext, record: OrderRecord, { version, index }: Place, stored: readonly StoredEvent[]): Promise<Amendment> {
  const changes = stored.flatMap(({ event }) => (undoableEvents.has(event.type) ? (inverseOf(event, context.actor.name) ?? []) : []));
  if (changes.length < stored.length) throw invalidField(index === undefined ? '/version' : '/index', 'names a change that cannot be undone');
  let now = record;
  const written: WrittenField[] = [];
  const events: OrderEvent[] = [];
  for (const change of changes.toReversed()) {
    const undone = await configuredAgain(context, applied(context, now, change), change);
    now = undone.record;
    written.push(...undone.written);
    events.push(...undone.events);
  }
  await assertNoConflict(context, record.id, version, written);
  const [first, ...others] = stored;
  const sentence = `${first === undefined ? '' : eventInWords(first.event, context.account)}${others.length === 0 ? '' : ` and ${others.length} more`}`;
  return { record: now, events: [{ type: 'change.undone', data: { version, index: first?.index ?? 0, sentence } }, ...events] };
}

/** An old configuration is read again from the catalogue of now: what it said then may be gone, or cost otherwise. */
async function configuredAgain(context: CommandContext, undone: Undone, change: Inverse): Promise<Undone> {
  if (change.kind !== 'line' || change.field !== 'configuration') return undone;
  const line = getLine(undone.record, change.lineId);
  const configured = await configureLine(context, undone.record, line);
  return { ...undone, record: { ...undone.record, lines: undone.record.lines.map((other) => (other === line ? configured : other)) } };
}

function applied(context: CommandContext, record: OrderRecord, change: Inverse): Undone {
  switch (change.kind) {
    case 'head':
      return {
        record: { ...record, ...change.value },
        written: [{ pointer: `/${change.field}`, version: record.fieldVersions[change.field], now: record[change.field], wanted: change.value[change.field] }],
        events: [],
      };
    case 'own': {
      const { [change.code]: now = null, ...others } = record.fields;
      return {
        record: { ...record, fields: change.value === null ? others : { ...others, [change.code]: change.value } },
        written: [{ pointer: `/fields/${change.code}`, version: record.fieldVersions[versionKey(change.code)], now, wanted: change.value }],
        events: [],
      };
    }
    case 'choice': {
      // Another may lose the choice to the one that gets it back: that is written too. What hangs on a line only follows.
      const lines = settleChoice(record.lines, getLine(record, change.lineId).id, change.value);
      const written = record.lines.flatMap((was, at) => (was.parentLineId === null ? choiceWritten(was, lines[at] ?? was) : []));
      return { record: { ...record, lines }, written, events: [] };
    }
    case 'line': {
      const line = getLine(record, change.lineId);
      if (change.value.override !== undefined && change.value.override !== null) assertMayOverride(context.actor);
      return {
        record: { ...record, lines: record.lines.map((other) => (other === line ? { ...line, ...change.value } : other)) },
        written: [{ pointer: `/${change.field}`, version: line.fieldVersions[change.field], now: line[change.field], wanted: change.value[change.field] }],
        events: [],
      };
    }
    case 'move': {
      const line = getLine(record, change.lineId);
      const after = record.lines.some(({ id }) => id === change.after) ? change.after : null;
      return {
        record: moveLine(record, change.lineId, after),
        written: [{ pointer: '/after', version: line.fieldVersions.position, now: lineBefore(record, line.id), wanted: after }],
        events: [],
      };
    }
    case 'remove': {
      const line = getLine(record, change.lineId);
      const removed = Symbol('removed');
      return {
        record: takenOut(record, line),
        written: lineFields.map((field) => ({ pointer: `/${field}`, version: line.fieldVersions[field], now: line[field], wanted: removed })),
        events: [],
      };
    }
    case 'restore':
      if (change.lines.some(({ id }) => record.lines.some((line) => line.id === id))) throw new Problem('conflict', { detail: { lineIsBack: true } });
      return {
        record: { ...record, lines: withOneOfEach(withOwed([...record.lines, ...change.lines].toSorted(byPosition), change.lines), change.lines) },
        written: [],
        events: change.lines.map((line) => lineAdded(line, 'line.restored')),
      };
  }
}

const choiceWritten = (was: LineRecord, now: LineRecord): readonly WrittenField[] =>
  (['optional', 'chosen', 'choiceGroup'] as const).flatMap((field) =>
    was[field] === now[field] ? [] : [{ pointer: `/${field}`, version: was.fieldVersions[field], now: was[field], wanted: now[field] }],
  );

/** A line that comes back after another of its group was chosen comes back as one to choose. */
function withOneOfEach(lines: readonly LineRecord[], back: readonly LineRecord[]): readonly LineRecord[] {
  const returned = new Set(back.map(({ id }) => id));
  const taken = new Set(lines.flatMap(({ id, chosen, choiceGroup }) => (chosen && choiceGroup !== null && !returned.has(id) ? choiceGroup : [])));
  return back.reduce((all, { id, choiceGroup }) => (choiceGroup !== null && taken.has(choiceGroup) ? settleChoice(all, id, { chosen: false }) : all), lines);
}

/** A charge that is brought back is owed again. */
function withOwed(lines: readonly LineRecord[], back: readonly LineRecord[]): readonly LineRecord[] {
  return back.reduce((all, line) => (line.chargeId === null ? all : withWaiver(all, line, false)), lines);
}

const byPosition = (a: LineRecord, b: LineRecord) => a.position - b.position || (a.id < b.id ? -1 : 1);
