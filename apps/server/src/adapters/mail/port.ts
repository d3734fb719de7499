export type OutgoingMail = {
  /** Ours; becomes the Message-ID, so that a mail delivered twice is seen as one. */
  readonly id: string;
  readonly fromName: string;
  readonly recipients: readonly string[];
  readonly cc: readonly string[];
  readonly replyTo: string | null;
  readonly subject: string;
  readonly html: string;
  readonly text: string;
};

/** Delivers mail. Answers `sent` when a server took it, `kept` when there is none and it is to be read in the outbox. */
export interface Mailer {
  readonly deliver: (mail: OutgoingMail) => Promise<'sent' | 'kept'>;
  readonly close: () => void;
}
