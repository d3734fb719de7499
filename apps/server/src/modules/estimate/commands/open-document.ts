import type { SentFile } from '@backdesk/contract/route.ts';
import type { Files } from '../../../adapters/files/port.ts';
import type { NewId } from '../../../adapters/ids/new-id.ts';
import type { ReadContext } from '../../context.ts';
import { sentFile } from '../../file/commands/open-file.ts';
import type { FileRow } from '../../file/queries.ts';
import { Problem } from '../../problem.ts';
import { documentLink } from '../document-link.ts';
import { findDocument } from '../queries/papers.ts';
import { findReleasedByLink, findRevisionByLink, type RevisionRow } from '../queries/revisions.ts';
import { recordDownload } from '../store.ts';
import { drawDocument, keepDocument } from './keep-document.ts';
import { assertIntact } from './read-revision.ts';

export type DocumentParts = { readonly files: Files; readonly newId: NewId; readonly secret: string };

/**
 * The document of the newest revision by a link, or of the one that is asked for. What was drawn is kept; the first time it is drawn here. That it was fetched is noted beside the
 * answer, as a view is: reading must not depend on a note.
 */
export async function openDocument(context: ReadContext, { files, newId, secret }: DocumentParts, number?: number): Promise<SentFile> {
  const { db, scope, actor, now } = context;
  const revision = number === undefined ? await findRevisionByLink(db, scope, actor.id) : await findReleasedByLink(db, scope, actor.id, number);
  if (revision === undefined) throw new Problem('not_found');
  const { orderId } = revision;
  assertIntact(revision, orderId);
  const file = await documentOf(context, { files, newId, secret }, orderId, revision);
  recordDownload(db, scope, { orderId, revision: revision.revision }, actor.id, now).catch((error: unknown) =>
    console.error(JSON.stringify({ level: 'error', message: 'A download was not noted', error: String(error) })),
  );
  return sentFile(files, file, { size: undefined, isPublic: false });
}

/** Who draws, for whom, and when. */
export type Drawing = Pick<ReadContext, 'db' | 'scope' | 'actor' | 'now' | 'publicUrl'>;

/** The document of a revision; what was never drawn is drawn here and kept. */
export async function documentOf(
  { db, scope, actor, now, publicUrl }: Drawing,
  { files, newId, secret }: DocumentParts,
  orderId: string,
  revision: RevisionRow,
): Promise<FileRow> {
  const kept = await findDocument(db, scope, { orderId, revision: revision.revision }, revision.sha256);
  if (kept !== undefined) return kept;
  const link = await documentLink(db, scope, orderId, { secret, publicUrl });
  const bytes = await drawDocument({ db, scope }, files, revision, link.url);
  return db.transaction().execute((tx) => keepDocument({ tx, scope, now, actor, newId }, files, { orderId, revision, bytes, link }));
}
