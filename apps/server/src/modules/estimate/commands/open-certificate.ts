import type { SentFile } from '@backdesk/contract/route.ts';
import { renderEstimatePdf } from '@backdesk/documents/pdf.ts';
import type { ReadContext } from '../../context.ts';
import { keepMadeFile } from '../../file/commands/keep-made-file.ts';
import { sentFile } from '../../file/commands/open-file.ts';
import type { FileRow } from '../../file/queries.ts';
import { Problem, Refused } from '../../problem.ts';
import { certificatePdfInput } from '../certificate-input.ts';
import { isSealIntact } from '../freeze-estimate.ts';
import { type DecisionRow, listDecisions } from '../queries/decisions.ts';
import { findCertificate } from '../queries/papers.ts';
import { findReadableRevision, findReleasedByLink, type RevisionRow } from '../queries/revisions.ts';
import { holdDocument, saveCertificate } from '../store.ts';
import { type DocumentParts, type Drawing, documentOf } from './open-document.ts';
import { picturesOnPaper } from './pictures-on-paper.ts';
import { assertIntact } from './read-revision.ts';

/** The accepted estimate with its certificate, for staff. */
export async function openCertificate(context: ReadContext, parts: DocumentParts, orderId: string, number: number): Promise<SentFile> {
  const revision = await findReadableRevision(context.db, context.scope, orderId, number);
  if (revision === undefined) throw new Problem('not_found');
  return certificateOf(context, parts, orderId, revision);
}

/** The same for the customer, by a link. */
export async function openOwnCertificate(context: ReadContext, parts: DocumentParts, number: number): Promise<SentFile> {
  const revision = await findReleasedByLink(context.db, context.scope, context.actor.id, number);
  if (revision === undefined) throw new Problem('not_found');
  return certificateOf(context, parts, revision.orderId, revision);
}

async function certificateOf(context: ReadContext, parts: DocumentParts, orderId: string, revision: RevisionRow): Promise<SentFile> {
  assertIntact(revision, orderId);
  const decisions = await listDecisions(context.db, context.scope, orderId, revision.revision);
  const decision = decisions.findLast(({ content: { kind } }) => kind === 'accepted' || kind === 'accepted_in_part');
  if (decision === undefined) throw new Refused([{ code: 'estimate.not_accepted', detail: { revision: revision.revision } }]);
  return sentFile(parts.files, await certificateFile(context, parts, { orderId, revision, decision }), { size: undefined, isPublic: false });
}

type Accepted = { readonly orderId: string; readonly revision: RevisionRow; readonly decision: DecisionRow };

/** The certificate of an acceptance. What was drawn is kept; the first time it is drawn here, from what is kept alone. */
export async function certificateFile(context: Drawing, parts: DocumentParts, { orderId, revision, decision }: Accepted): Promise<FileRow> {
  const { db, scope, actor, now } = context;
  const { files, newId } = parts;
  assertIntact(revision, orderId);
  if (!isSealIntact(decision)) throw new Error(`The acceptance ${decision.id} of order ${orderId} does not match its hash.`);
  const kept = await findCertificate(db, scope, decision.id);
  if (kept !== undefined) return kept;
  const document = await documentOf(context, parts, orderId, revision);
  const { content, sha256, validUntil, lockUntil } = revision;
  const pictures = await picturesOnPaper({ db, scope }, files, content);
  const bytes = await renderEstimatePdf(certificatePdfInput({ content, sha256, validUntil, lockUntil, decision, documentSha256: document.hash, pictures }));
  return db.transaction().execute(async (tx) => {
    await holdDocument(tx, orderId);
    const there = await findCertificate(tx, scope, decision.id);
    if (there !== undefined) return there;
    const name = `Estimate ${content.number} r${content.revision} accepted.pdf`;
    const use = { noun: 'evidence', nounId: orderId } as const;
    const file = await keepMadeFile({ tx, scope, now, actor, newId }, files, { bytes, mediaType: 'application/pdf', name, use });
    await saveCertificate(tx, scope, { decisionId: decision.id, fileId: file.id, madeAt: now });
    return file;
  });
}
