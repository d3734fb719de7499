import type { Attachment } from '../../adapters/mail/port.ts';
import { findSystemActing } from '../../db/sign-in-queries.ts';
import { inTransaction, type Services } from '../../db/transaction.ts';
import { bytesOfFile } from '../file/commands/open-file.ts';
import { drawDocument, keepDocument } from './commands/keep-document.ts';
import { documentLink } from './document-link.ts';
import { findDocument, findRevision } from './queries.ts';

type Of = { readonly accountId: string; readonly orderId: string; readonly revision: number };

/** The document that a mail carries: the one that is kept, which is drawn now if nobody did yet. */
export function documentForMail(services: Omit<Services, 'enqueue'>): (of: Of) => Promise<Attachment> {
  const all: Services = { ...services, enqueue: () => Promise.reject(new Error('Drawing a document asks for no further job.')) };
  return async ({ accountId, orderId, revision: number }) => {
    const { db, files, secret, publicUrl } = services;
    const acting = await findSystemActing(db, accountId);
    const revision = acting && (await findRevision(db, acting.scope, orderId, number));
    if (acting === undefined || revision === undefined) throw new Error(`Revision ${number} of order ${orderId} is missing.`);
    const kept = await findDocument(db, acting.scope, { orderId, revision: number }, revision.sha256);
    const file = kept ?? (await draw());
    return { name: file.name, mediaType: file.mediaType, bytes: await bytesOfFile(files, file) };

    async function draw() {
      if (acting === undefined || revision === undefined) throw new Error('There is nothing to draw.');
      const link = await documentLink(db, acting.scope, orderId, { secret, publicUrl });
      const bytes = await drawDocument(revision, link.url);
      return inTransaction(all, acting, (context) => keepDocument(context, files, { orderId, revision, bytes, link }));
    }
  };
}
