import { missingOptions } from '@backdesk/domain/catalog/configuration.ts';
import type { LineSnapshot } from '../catalog/queries/line-snapshots.ts';
import type { LineRecord, OrderRecord } from './order-record.ts';

/**
 * A line that keeps what an estimate promised, without the answers that were left open and that the catalogue asks for no more: nobody could
 * give them, and it would never be submitted. What was answered stays as it was promised.
 */
function withoutEndedQuestions(line: LineRecord, snapshot: LineSnapshot | undefined): LineRecord {
  if (snapshot === undefined || line.answers.every(({ state }) => state !== 'missing')) return line;
  const asked = new Set(missingOptions(snapshot.configurationOptions, line.configuration).map(({ id }) => id));
  const answers = line.answers.filter(({ optionId, state }) => state !== 'missing' || asked.has(optionId));
  return answers.length === line.answers.length ? line : { ...line, answers };
}

/** The order with such lines; the same when there is none. Not yet priced. */
export function orderWithoutEndedQuestions(record: OrderRecord, snapshots: ReadonlyMap<string, LineSnapshot>): OrderRecord {
  const lines = record.lines.map((line) => withoutEndedQuestions(line, snapshots.get(line.variantId ?? '')));
  return lines.every((line, at) => line === record.lines[at]) ? record : { ...record, lines };
}
