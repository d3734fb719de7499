import type { CommandContext } from '../../context.ts';
import { Problem } from '../../problem.ts';
import { lockMail, noteBounced } from '../store.ts';

export type Bounced = {
  readonly recipient: string;
  readonly reason: string;
  /** Nobody got it: of a mail to several, the others may have. */
  readonly isAll: boolean;
  readonly template: string;
  readonly revision: number | null;
};

/** Notes that a mail came back. Answers what came back, or undefined when that is known already. */
export async function markBounced(
  context: CommandContext,
  mailId: string,
  { recipient, reason }: Pick<Bounced, 'recipient' | 'reason'>,
): Promise<Bounced | undefined> {
  const { tx, scope, now } = context;
  const mail = await lockMail(tx, scope, mailId);
  if (mail === undefined) throw new Problem('bounce.unknown_mail');
  if (mail.state === 'bounced') return undefined;
  if (mail.state !== 'sent') throw new Problem('bounce.not_sent');
  const everybody = [...mail.recipients, ...(mail.header_to === null ? mail.cc : [])];
  // A server further on may name the address it was forwarded to; with one recipient there is no doubt whose it was.
  const isAll = everybody.length === 1;
  const whom = isAll ? (everybody[0] ?? recipient) : recipient;
  const says = isAll ? reason : `${whom}: ${reason}`;
  if (!isAll && mail.error?.includes(says)) return undefined;
  await noteBounced(tx, scope, mailId, { isAll, error: isAll || mail.error === null ? says : `${mail.error}; ${says}`, at: now });
  return { recipient: whom, reason, isAll, template: mail.template, revision: mail.template === 'estimate' ? mail.revision : null };
}
