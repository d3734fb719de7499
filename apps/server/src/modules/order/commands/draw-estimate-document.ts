import type { Files } from '../../../adapters/files/port.ts';
import type { CommandContext } from '../../context.ts';
import { handOutDocument } from '../../estimate/commands/hand-out-document.ts';
import { drawDocument } from '../../estimate/commands/keep-document.ts';
import { documentLink } from '../../estimate/document-link.ts';
import { findDocument } from '../../estimate/queries/papers.ts';
import { findRevision } from '../../estimate/queries/revisions.ts';
import type { FileRow } from '../../file/queries.ts';
import { Problem } from '../../problem.ts';
import { loadOrderForUpdate } from '../store/load-order.ts';
import { saveOrder } from '../store/save-order.ts';
import { getRevision } from './send-estimate.ts';

/**
 * The PDF of a revision for staff, to be printed or handed on: the revision is out. It is drawn before the order is locked
 * (long ones take seconds); one that was issued anew or extended meanwhile is not the one that was asked for.
 */
export async function drawEstimateDocument(context: CommandContext, files: Files, orderId: string, number: number): Promise<FileRow> {
  const { tx, scope } = context;
  const revision = await findRevision(tx, scope, orderId, number);
  if (revision === undefined) throw new Problem('not_found');
  const kept = await findDocument(tx, scope, { orderId, revision: number }, revision.sha256);
  if (kept !== undefined && revision.releasedAt !== null) return kept;
  const link = await documentLink(tx, scope, orderId, context);
  const bytes = kept === undefined ? await drawDocument({ db: tx, scope }, files, revision, link.url) : undefined;
  const loaded = await loadOrderForUpdate(context, orderId);
  getRevision(loaded.record, number);
  const now = await findRevision(tx, scope, orderId, number);
  if (now === undefined || !now.sha256.equals(revision.sha256) || now.validUntil !== revision.validUntil) throw new Problem('request.in_flight');
  const file = await handOutDocument(context, files, { orderId, revision, link, bytes });
  await saveOrder(context, loaded, loaded.record, [{ type: 'estimate.document_drawn', data: { revision: number } }]);
  return file;
}
