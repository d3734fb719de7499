import { actorKey, type CommandContext } from '../../context.ts';
import { Problem } from '../../problem.ts';
import { listChangeAuthors } from '../store/change-authors.ts';
import { findEvents } from '../store/undoable-event.ts';
import { undoChange } from './undo-change.ts';

/** Brings back the line that whoever asks took out in this version, as it was, with what hung on it. Nothing else is undone by it. */
export async function undoRemoval(context: CommandContext, orderId: string, version: number): Promise<void> {
  const author = (await listChangeAuthors(context, orderId, [version])).get(version);
  const removal = (await findEvents(context, orderId, { version })).find(({ event }) => event.type === 'line.removed');
  if (removal === undefined || author?.actor !== actorKey(context.actor)) throw new Problem('not_found');
  await undoChange(context, orderId, { version, index: removal.index });
}
