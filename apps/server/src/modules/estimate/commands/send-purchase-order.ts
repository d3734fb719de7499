import type { ReceivedUpload } from '@backdesk/contract/route.ts';
import { hasExpired } from '@backdesk/domain/estimate/expiry.ts';
import { mostUnusedFiles, poFileDemand } from '@backdesk/domain/file/evidence.ts';
import type { Files } from '../../../adapters/files/port.ts';
import { actorKey, type CommandContext } from '../../context.ts';
import { takeFile } from '../../file/commands/upload-file.ts';
import { countUnused, type FileRow } from '../../file/queries.ts';
import { Problem, Refused } from '../../problem.ts';
import { findRevisionByLink } from '../queries/revisions.ts';

/** A purchase order from whoever has the link, while there is something to accept; a link is no place to put files. */
export async function sendPurchaseOrder(context: CommandContext, files: Files, upload: ReceivedUpload, fileName: string): Promise<FileRow> {
  const { tx, scope, actor, now } = context;
  const newest = await findRevisionByLink(tx, scope, actor.id);
  if (newest === undefined) throw new Problem('not_found');
  const { revision, status } = newest;
  const expired = hasExpired(newest.expiresAt, now);
  const isOpen = status === 'open' || status === 'changes_requested';
  if (!isOpen || expired) throw new Refused([{ code: 'estimate.not_open', detail: { revision, status, expired, newest: revision } }]);
  if ((await countUnused(tx, scope, actorKey(actor))) >= mostUnusedFiles) throw new Problem('request.rate_limited');
  return takeFile(context, files, upload, { fileName, demand: poFileDemand });
}
