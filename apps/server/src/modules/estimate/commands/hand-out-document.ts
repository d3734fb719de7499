import type { Files } from '../../../adapters/files/port.ts';
import type { CommandContext } from '../../context.ts';
import type { FileRow } from '../../file/queries.ts';
import { findDocument } from '../queries/papers.ts';
import { releaseRevision } from '../store.ts';
import { type Drawn, keepDocument } from './keep-document.ts';

/** The document of a revision leaves the house: the revision is released, and what was drawn just now is kept. Call it under the order's lock. */
export async function handOutDocument(
  context: CommandContext,
  files: Files,
  drawn: Omit<Drawn, 'bytes'> & { readonly bytes: Uint8Array | undefined },
): Promise<FileRow> {
  const { orderId, revision, bytes } = drawn;
  await releaseRevision(context, orderId, revision.revision);
  if (bytes !== undefined) return keepDocument(context, files, { ...drawn, bytes });
  const kept = await findDocument(context.tx, context.scope, { orderId, revision: revision.revision }, revision.sha256);
  if (kept === undefined) throw new Error('A document was neither kept nor drawn.');
  return kept;
}
