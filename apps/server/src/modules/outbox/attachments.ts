import type { Attachment } from '../../adapters/mail/port.ts';

/** What a mail carries, as its row says it. */
export type Carries = {
  readonly attaches_document: boolean;
  readonly certificate_of: string | null;
  readonly order_id: string | null;
  readonly revision: number | null;
};

/** The files a mail carries, drawn when nobody did yet. Given by the server: drawing is the estimate's. */
export type AttachmentsOf = (accountId: string, carries: Carries) => Promise<readonly Attachment[]>;
