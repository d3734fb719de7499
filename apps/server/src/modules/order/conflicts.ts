// Two people in one order (design "Two at once"): a write names the version it was made on; a field that somebody else
// changed after that, to another value, is refused with what it is now, who set it and when. Everything else merges.
import { isDeepStrictEqual } from 'node:util';
import { conflictingFields } from '@backdesk/domain/order/merge-fields.ts';
import { actorKey, type CommandContext } from '../context.ts';
import { Problem } from '../problem.ts';
import { listChangeAuthors } from './store/change-authors.ts';

/** One field that a write sets: where, the version that last changed it, its value now (as the API shows it) and the one wanted. */
export type WrittenField = { readonly pointer: string; readonly version: number | undefined; readonly now: unknown; readonly wanted: unknown };

/** Throws `order.conflict` with every conflicting field at once. Without `basedOn` the write applies as it comes. */
export async function assertNoConflict(context: CommandContext, orderId: string, basedOn: number | undefined, fields: readonly WrittenField[]): Promise<void> {
  if (basedOn === undefined) return;
  const suspects = fields.filter(({ version, now, wanted }) => version !== undefined && version > basedOn && !isDeepStrictEqual(now, wanted));
  if (suspects.length === 0) return;
  const authors = await listChangeAuthors(
    context,
    orderId,
    suspects.map(({ version }) => version ?? 0),
  );
  const self = actorKey(context.actor);
  // Customers know the store, not who works there.
  const isOfSite = context.actor.kind === 'customer' || context.actor.kind === 'guest';
  // By place, not by pointer: undoing a list writes the same field of many lines.
  const changes = Object.fromEntries(
    suspects.flatMap(({ version = 0 }, at) => {
      const author = authors.get(version);
      return author === undefined ? [] : [[String(at), { ...author, version }]];
    }),
  );
  const conflicting = new Set(conflictingFields(Object.keys(changes), changes, { basedOn, actor: self }));
  const conflicts = suspects.flatMap(({ pointer, now }, at) => {
    const change = changes[String(at)];
    return change === undefined || !conflicting.has(String(at))
      ? []
      : [{ pointer, value: now, version: change.version, by: isOfSite ? context.account.name : change.name, at: change.at }];
  });
  if (conflicts.length > 0) throw new Problem('order.conflict', { conflicts });
}
