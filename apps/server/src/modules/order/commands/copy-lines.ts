import type { addLines as addLinesBody, SaidAtPart } from '@backdesk/contract/order/requests.ts';
import { whyNotSold } from '@backdesk/domain/catalog/sold-to.ts';
import type { FileFacts } from '@backdesk/domain/file/kinds.ts';
import { isFromCatalog, isGoods } from '@backdesk/domain/order/section-totals.ts';
import type { z } from 'zod';
import type { LineSnapshot } from '../../catalog/queries/line-snapshots.ts';
import type { CommandContext } from '../../context.ts';
import { listReadable } from '../../file/commands/list-readable.ts';
import { enteredOn } from '../line-from-catalog.ts';
import { offeredAnswers } from '../offered-answers.ts';
import { labelOf } from '../order-events.ts';
import type { LineRecord, OrderRecord } from '../order-record.ts';
import { getOrderRecord } from '../queries/get-order.ts';
import { listSnapshotsOf } from '../read-catalog-again.ts';
import { offeredAtParts, saidAtParts, withoutInternal } from '../said-at-parts.ts';
import { termsOf } from '../terms-of.ts';
import { addLines } from './add-lines.ts';

type Wanted = Extract<z.output<typeof addLinesBody>, { lines: unknown }>['lines'][number];
export type LeftBehind = { readonly label: string; readonly why: 'not_sold' | 'custom_line' | 'agreed_price' | 'answer_gone' };

/**
 * Adds the products of one order to another at the prices of today; what is in there already is raised. Prices that were set by hand, and
 * lines that are not in the catalogue, do not travel: each is told. Lines that were not chosen stay behind without a word.
 */
export async function copyLines(context: CommandContext, source: OrderRecord, targetId: string): Promise<readonly LeftBehind[]> {
  const snapshots = await listSnapshotsOf(context, source);
  const lines = source.lines.filter((line) => line.parentLineId === null && isGoods(line) && (!line.optional || line.chosen));
  const roleId = termsOf(await getOrderRecord(context.tx, context.scope, targetId)).role?.id ?? null;
  // An answer with a file that is not theirs to read stays behind.
  const files = await listReadable(
    context,
    source.lines.flatMap((line) => enteredOn(line).files.map(({ id }) => id)),
  );
  const copies = lines.map((line) => copyOf(line, saidAtParts(source.lines, line), snapshots.get(line.variantId ?? ''), { roleId, files }));
  const wanted = copies.flatMap(({ line }) => line ?? []);
  // The bound of one request, in pieces of it.
  for (let at = 0; at < wanted.length; at += 1000) await addLines(context, targetId, { lines: wanted.slice(at, at + 1000) });
  return copies.flatMap(({ left }) => left);
}

/** Who takes them: the price role, and the files that may be named. */
type Taker = { readonly roleId: string | null; readonly files: readonly FileFacts[] };

function copyOf(
  line: LineRecord,
  said: readonly SaidAtPart[],
  snapshot: LineSnapshot | undefined,
  { roleId, files }: Taker,
): { readonly line?: Wanted; readonly left: readonly LeftBehind[] } {
  const told = (why: LeftBehind['why']): LeftBehind => ({ label: labelOf(line), why });
  if (!isFromCatalog(line) || line.variantId === null) return { left: [told('custom_line')] };
  if (snapshot === undefined || whyNotSold(snapshot, roleId) !== null) return { left: [told('not_sold')] };
  const { configuration, isLess } = offeredAnswers(snapshot.configurationOptions, line.configuration, files);
  const { parts, isLess: isLessBelow } = offeredAtParts(snapshot, withoutInternal(said), files);
  const { variantId, quantity, noteCustomer } = line;
  return {
    line: { variantId, quantity, configuration, ...(parts.length > 0 && { parts }), ...(noteCustomer !== '' && { noteCustomer }) },
    left: [...(line.override !== null || line.discount !== null ? [told('agreed_price')] : []), ...(isLess || isLessBelow ? [told('answer_gone')] : [])],
  };
}
