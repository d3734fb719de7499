import type { SentFile } from '@backdesk/contract/route.ts';
import { composeMail, messageIdOf } from '../../../adapters/mail/compose-mail.ts';
import type { Attachment } from '../../../adapters/mail/port.ts';
import type { ReadContext } from '../../context.ts';
import type { AttachmentsOf } from '../attachments.ts';
import { outgoing } from '../outgoing.ts';
import { getMail, getSourceRow } from '../queries.ts';

export type SourceParts = {
  readonly attachmentsOf: AttachmentsOf;
  /** Files that were handed over, by id and in their order. */
  readonly filesById: (accountId: string, ids: readonly string[]) => Promise<readonly Attachment[]>;
};

/**
 * A mail as a file: of one that was handed over the very bytes, since it is composed of the same parts at the same date; of another as it
 * would be. What a person may not see of it (a link that works once) is left out as on the screen. With `orderId`: of that order alone.
 */
export async function openSource(context: ReadContext, { attachmentsOf, filesById }: SourceParts, id: string, orderId?: string): Promise<SentFile> {
  const { html, text } = await getMail(context, id);
  const row = await getSourceRow(context, id, orderId);
  const { accountId } = context.scope;
  const host = new URL(context.publicUrl).hostname;
  const attachments = row.attached === null ? await attachmentsOf(accountId, row) : await filesById(accountId, row.attached);
  const mail = { ...outgoing({ ...row, html, text }), date: row.sent_at ?? row.created_at, attachments };
  const bytes = await composeMail(mail, { address: row.sender ?? `orders@${host}`, messageId: row.message_id ?? messageIdOf(id, host) });
  const content = new Blob([new Uint8Array(bytes)]).stream();
  return { name: `${row.subject.slice(0, 100)}.eml`, mediaType: 'message/rfc822', bytes: bytes.byteLength, isPicture: false, isPublic: false, content };
}
