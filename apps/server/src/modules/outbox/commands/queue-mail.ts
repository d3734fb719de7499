import type { CommandContext } from '../../context.ts';
import type { NewMail } from '../store.ts';
import { insertMail } from '../store.ts';

/** Writes a mail and the job that delivers it, in the transaction of the command it belongs to. Answers the mail's id. */
export async function queueMail(context: CommandContext, mail: Omit<NewMail, 'id' | 'createdAt'>): Promise<string> {
  const id = context.newId();
  await insertMail(context.tx, context.scope, { ...mail, id, createdAt: context.now });
  const heldSeconds = mail.heldUntil === undefined ? 0 : Math.ceil((mail.heldUntil.getTime() - context.now.getTime()) / 1000);
  await context.enqueue('mail.send', { accountId: context.scope.accountId, mailId: id }, heldSeconds);
  return id;
}
