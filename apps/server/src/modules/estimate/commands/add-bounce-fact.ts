import type { CommandContext } from '../../context.ts';
import { findLink } from '../queries/links.ts';
import { addFact } from '../store.ts';

type Bounce = { readonly orderId: string; readonly revision: number; readonly recipient: string; readonly mailId: string };

/** Notes beside the revision that the mail which brought it came back. Call it under the order's lock. */
export async function addBounceFact(context: CommandContext, { orderId, revision, recipient, mailId }: Bounce): Promise<void> {
  const link = await findLink(context.tx, context.scope, orderId, recipient);
  if (link !== undefined) await addFact(context, orderId, revision, { kind: 'bounced', linkId: link.id, mailId });
}
