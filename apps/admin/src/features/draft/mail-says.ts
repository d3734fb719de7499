import type { MailRow } from '@backdesk/contract/outbox/schema.ts';
import { t } from './texts.ts';

/** What became of a mail, as far as it needs saying: null when a mail server took it for everybody, or there is none. */
export function mailSays(mail: MailRow | undefined): { readonly says: string; readonly isBad: boolean; readonly isOut: boolean } | null {
  switch (mail?.state) {
    case 'queued':
      return mail.error === null ? { says: t.mailWaiting(), isBad: false, isOut: false } : { says: t.mailTriedAgain(mail.error), isBad: false, isOut: false };
    case 'kept':
      return { says: t.mailKept(), isBad: false, isOut: false };
    case 'failed':
      return { says: t.mailFailed(mail.error ?? ''), isBad: true, isOut: false };
    case 'sent':
      return mail.error === null ? null : { says: t.mailPartly(mail.error), isBad: true, isOut: true };
    case undefined:
      return null;
  }
}
