export type Attachment = { readonly fileId: string; readonly name: string; readonly mediaType: string; readonly bytes: Uint8Array };

export type OutgoingMail = {
  /** Ours; becomes the Message-ID, so that a mail delivered twice is seen as one. */
  readonly id: string;
  /** When it is handed over, to the second. */
  readonly date: Date;
  readonly fromName: string;
  readonly recipients: readonly string[];
  readonly cc: readonly string[];
  /** What To and Cc say where each person of a round gets a mail of their own; null: recipients and cc. */
  readonly heads: { readonly to: readonly string[]; readonly cc: readonly string[] } | null;
  readonly replyTo: string | null;
  readonly subject: string;
  readonly html: string;
  readonly text: string;
  readonly attachments: readonly Attachment[];
};

/** What a mail server took: from which address, under which Message-ID, and the SHA-256 of the very bytes. */
export type HandedOver = { readonly sender: string; readonly messageId: string; readonly sha256: Buffer };

/** What became of a mail: `sent` when a server took it, `kept` when there is none and it is to be read in the outbox. */
export type Delivery = {
  readonly state: 'sent' | 'kept';
  /** Recipients that the server would not take while it took others, as it said so; '' when it took all. */
  readonly complaint: string;
  readonly handedOver: HandedOver | null;
};

/** The mail server said no for good (an SMTP reply of 500 or more): another try would get the same answer. */
export class MailRefused extends Error {}

/** Delivers mail. Throws `MailRefused` when no later try can help; any other error is worth trying again. */
export interface Mailer {
  readonly deliver: (mail: OutgoingMail) => Promise<Delivery>;
  readonly close: () => void;
}
