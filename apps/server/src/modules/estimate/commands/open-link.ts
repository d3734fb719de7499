import type { CommandContext } from '../../context.ts';
import { hashOfToken, linkToken } from '../link-token.ts';
import { findLink } from '../queries.ts';
import { insertLink } from '../store.ts';

/** `documentUrl`: its PDF. */
export type OpenedLink = { readonly id: string; readonly url: string; readonly documentUrl: string };

/** The permanent link of a recipient ('' is the one to copy), made when it is first needed. Call it under the order's lock. */
export async function openLink(context: CommandContext, orderId: string, recipient: string): Promise<OpenedLink> {
  const found = await findLink(context.tx, context.scope, orderId, recipient);
  const link = found ?? { id: context.newId(), generation: 1 };
  const token = linkToken(context.secret, link.id, link.generation);
  if (found === undefined) await insertLink(context, { id: link.id, orderId, recipient, tokenSha256: hashOfToken(token) });
  return { id: link.id, url: `${context.publicUrl}/e/${token}`, documentUrl: `${context.publicUrl}/api/estimates/v1/${token}/document` };
}
