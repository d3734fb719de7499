// A delivery status notification (RFC 3464), as mail servers send it back to the sender of a mail: which mail, to whom, and why it did
// not arrive. Programs that tell of bounces otherwise use the JSON route.
import { createReadStream } from 'node:fs';
import { simpleParser } from 'mailparser';

export type ReportedRecipient = {
  /** Whom we sent it to, where the report knows; else whom it was handed to last. */
  readonly address: string;
  readonly action: string;
  /** What the other server said, else its status code. */
  readonly reason: string;
};
export type DeliveryReport = {
  /** Every Message-ID named in it, without the brackets: that of the mail it is about is one of them. */
  readonly messageIds: readonly string[];
  readonly recipients: readonly ReportedRecipient[];
};

/** Reads a report from a file on disk; undefined: it is none. */
export async function readDeliveryReport(path: string): Promise<DeliveryReport | undefined> {
  const mail = await simpleParser(createReadStream(path), { skipHtmlToText: true, skipTextToHtml: true, skipImageLinks: true }).catch(() => undefined);
  if (mail === undefined) return undefined;
  // The part with the statuses comes as text behind what is said to people; the mail itself, or its heads, as a file or as text.
  const text = [mail.text ?? '', ...mail.attachments.map(({ content }) => content.toString('latin1').slice(0, 200_000))].join('\n\n');
  const recipients = unfolded(mail.text ?? '')
    .split(/\n\s*\n/)
    .flatMap(recipientIn);
  if (recipients.length === 0) return undefined;
  const named = [...unfolded(text).matchAll(/^message-id:\s*<([^<>\s]{1,300})>/gim)].map(([, id = '']) => id);
  const answered = [mail.inReplyTo ?? '', ...[mail.references ?? []].flat()].map((id) => id.replace(/[<>]/g, '')).filter((id) => id !== '');
  return { messageIds: [...new Set([...named, ...answered])], recipients };
}

/** A head that goes on in the next line is one line. */
const unfolded = (text: string) => text.replaceAll('\r\n', '\n').replace(/\n[ \t]+/g, ' ');

/** The statuses of one recipient: a block of heads of which `Action` and one recipient are always there. */
function recipientIn(block: string): readonly ReportedRecipient[] {
  const head = (name: string) => new RegExp(`^${name}:[ \\t]*(?:[\\w-]+[ \\t]*;[ \\t]*)?(.*)$`, 'im').exec(block)?.[1]?.trim() ?? '';
  const action = head('action').toLowerCase();
  const address = (head('original-recipient') || head('final-recipient')).replace(/[<>]/g, '');
  if (action === '' || address === '') return [];
  return [{ address, action, reason: head('diagnostic-code') || head('status') }];
}
