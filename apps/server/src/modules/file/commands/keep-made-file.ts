import { createHash } from 'node:crypto';
import type { Files } from '../../../adapters/files/port.ts';
import { actorKey, type CommandContext } from '../../context.ts';
import { fileKey } from '../file-key.ts';
import type { FileRow, FileUse } from '../queries.ts';
import { holdContent, insertFile, insertUses } from '../store.ts';

export type MadeFile = { readonly bytes: Uint8Array; readonly mediaType: string; readonly name: string; readonly use: FileUse };

/** Keeps a file that we made ourselves: nobody sent it, so nothing of it has to be found out, and it is in use from the start. */
export async function keepMadeFile(
  context: Pick<CommandContext, 'tx' | 'scope' | 'now' | 'actor' | 'newId'>,
  files: Files,
  { bytes, mediaType, name, use }: MadeFile,
): Promise<FileRow> {
  const { tx, scope, now, actor, newId } = context;
  const file: FileRow = {
    id: newId(),
    accountId: scope.accountId,
    hash: createHash('sha256').update(bytes).digest('hex'),
    bytes: bytes.byteLength,
    mediaType,
    name,
    width: null,
    height: null,
    createdBy: actorKey(actor),
    createdAt: now,
  };
  const key = fileKey(file);
  await holdContent(tx, key);
  await insertFile(context, file);
  await files.keep(key, { bytes });
  await insertUses(context, [file.id], use);
  return file;
}
