import type { FileFacts } from '@backdesk/domain/file/kinds.ts';
import type { CommandContext } from '../../context.ts';
import { mayRead } from '../policy.ts';
import { type FileRow, listFiles } from '../queries.ts';

const idPattern = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

type Context = Pick<CommandContext, 'tx' | 'scope' | 'actor'>;

/** Files that the actor may name in a command, of those asked for: what they may not read is missing, as what is no id at all. */
export async function listReadable(context: Context, ids: readonly string[]): Promise<readonly FileFacts[]> {
  return (await listReadableRows(context, ids)).map(({ id, name, mediaType, bytes }) => ({ id, name, mediaType, bytes }));
}

/** The same with their hash. */
export async function listReadableRows(context: Context, ids: readonly string[]): Promise<readonly FileRow[]> {
  const wanted = ids.filter((id) => idPattern.test(id));
  if (wanted.length === 0) return [];
  const files = await listFiles(context.tx, context.scope, wanted);
  return files.filter((file) => mayRead(context.actor, file));
}
