import type { Files } from '../../adapters/files/port.ts';
import type { Attachment } from '../../adapters/mail/port.ts';
import { findSystemActing } from '../../db/sign-in-queries.ts';
import type { Acting, Services } from '../../db/transaction.ts';
import { bytesOfFile } from '../file/commands/open-file.ts';
import { type FileRow, listFiles } from '../file/queries.ts';
import type { AttachmentsOf } from '../outbox/attachments.ts';
import { certificateFile } from './commands/open-certificate.ts';
import { documentOf } from './commands/open-document.ts';
import { findDecision } from './queries/decisions.ts';
import { findRevision, type RevisionRow } from './queries/revisions.ts';

/** What a mail carries: the document of its revision, the certificate of an acceptance. What nobody drew yet is drawn now. */
export function attachmentsForMail(services: Omit<Services, 'enqueue'>): AttachmentsOf {
  const { db, files, newId, secret, publicUrl, now } = services;
  const parts = { files, newId, secret };
  return async (accountId, { attaches_document, certificate_of, order_id: orderId, revision: number }) => {
    const acting = await findSystemActing(db, accountId);
    if (acting === undefined || orderId === null) return [];
    const context = { db, scope: acting.scope, actor: acting.actor, now: now(), publicUrl };
    const drawn: FileRow[] = [];
    if (attaches_document && number !== null) drawn.push(await documentOf(context, parts, orderId, await getRevision(acting, orderId, number)));
    if (certificate_of !== null) {
      const decision = await findDecision(db, acting.scope, certificate_of);
      if (decision === undefined) throw new Error(`The acceptance ${certificate_of} is missing.`);
      drawn.push(await certificateFile(context, parts, { orderId, revision: await getRevision(acting, orderId, decision.content.revision), decision }));
    }
    return Promise.all(drawn.map((file) => attachment(files, file)));
  };

  async function getRevision({ scope }: Acting, orderId: string, number: number): Promise<RevisionRow> {
    const revision = await findRevision(db, scope, orderId, number);
    if (revision === undefined) throw new Error(`Revision ${number} of order ${orderId} is missing.`);
    return revision;
  }
}

/** Files that went out with a mail before, by id and in their order. */
export function filesById({ db, files }: Pick<Services, 'db' | 'files'>): (accountId: string, ids: readonly string[]) => Promise<readonly Attachment[]> {
  return async (accountId, ids) => {
    const acting = await findSystemActing(db, accountId);
    const found = acting === undefined ? [] : await listFiles(db, acting.scope, ids);
    return Promise.all(ids.flatMap((id) => found.filter((file) => file.id === id)).map((file) => attachment(files, file)));
  };
}

async function attachment(files: Files, file: FileRow): Promise<Attachment> {
  return { fileId: file.id, name: file.name, mediaType: file.mediaType, bytes: await bytesOfFile(files, file) };
}
