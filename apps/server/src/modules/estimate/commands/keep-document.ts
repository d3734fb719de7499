import { renderEstimatePdf } from '@backdesk/documents/pdf.ts';
import type { Files } from '../../../adapters/files/port.ts';
import type { CommandContext, ReadContext } from '../../context.ts';
import { keepMadeFile } from '../../file/commands/keep-made-file.ts';
import type { FileRow } from '../../file/queries.ts';
import { type DocumentLink, documentRecipient } from '../document-link.ts';
import { documentName } from '../mail-input.ts';
import { estimatePdfInput } from '../pdf-input.ts';
import { findLink } from '../queries/links.ts';
import { findDocument } from '../queries/papers.ts';
import type { RevisionRow } from '../queries/revisions.ts';
import { holdDocument, insertLink, reopenLink, saveDocument } from '../store.ts';
import { picturesOnPaper } from './pictures-on-paper.ts';
import { assertIntact } from './read-revision.ts';

type Context = Pick<CommandContext, 'tx' | 'scope' | 'now' | 'actor' | 'newId'>;

const drawing = new Map<string, Promise<Uint8Array>>();

type Reading = Pick<ReadContext, 'db' | 'scope'>;

/** Draws the document of a revision; who asks while it is being drawn gets the same. `link`: where the customer answers. */
export function drawDocument(reading: Reading, files: Files, revision: RevisionRow, link: string): Promise<Uint8Array> {
  assertIntact(revision, revision.content.orderId);
  const key = `${revision.sha256.toString('hex')} ${revision.validUntil} ${link}`;
  const begun = drawing.get(key) ?? draw(reading, files, revision, link).finally(() => drawing.delete(key));
  drawing.set(key, begun);
  return begun;
}

async function draw(reading: Reading, files: Files, { content, sha256, validUntil }: RevisionRow, link: string): Promise<Uint8Array> {
  return renderEstimatePdf(estimatePdfInput({ content, sha256, validUntil, link, pictures: await picturesOnPaper(reading, files, content) }));
}

export type Drawn = { readonly orderId: string; readonly revision: RevisionRow; readonly bytes: Uint8Array; readonly link: DocumentLink };

/** Keeps drawn bytes as the revision's document, unless somebody was quicker: then theirs is it. */
export async function keepDocument(context: Context, files: Files, { orderId, revision, bytes, link }: Drawn): Promise<FileRow> {
  const { tx, scope, now } = context;
  await holdDocument(tx, orderId);
  const there = await findDocument(tx, scope, { orderId, revision: revision.revision }, revision.sha256);
  if (there !== undefined) return there;
  const printed = await findLink(tx, scope, orderId, documentRecipient);
  if (printed === undefined) await insertLink(context, { id: link.id, orderId, recipient: documentRecipient, tokenSha256: link.tokenSha256 });
  else if (printed.revokedAt !== null) await reopenLink(context, link);
  const use = { noun: 'order', nounId: orderId } as const;
  const file = await keepMadeFile(context, files, { bytes, mediaType: 'application/pdf', name: documentName(revision.content), use });
  await saveDocument(tx, scope, {
    ...{ orderId, revision: revision.revision, fileId: file.id, contentSha256: revision.sha256, validUntil: revision.validUntil },
    madeAt: now,
  });
  return file;
}
