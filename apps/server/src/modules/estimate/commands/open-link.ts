import type { CommandContext } from '../../context.ts';
import { hashOfToken, linkToken } from '../link-token.ts';
import { findLink } from '../queries/links.ts';
import { insertLink, reopenLink } from '../store.ts';

/** `documentUrl`: its PDF. */
export type OpenedLink = { readonly id: string; readonly url: string; readonly documentUrl: string };

/** The permanent link of a recipient ('' is the one to copy), made when it is first needed; one that was revoked gets a new address. Call it under the order's lock. */
export async function openLink(context: CommandContext, orderId: string, recipient: string): Promise<OpenedLink> {
  const found = await findLink(context.tx, context.scope, orderId, recipient);
  const link = found ?? { id: context.newId(), generation: 1 };
  const token = linkToken(context.secret, link.id, link.generation);
  const tokenSha256 = hashOfToken(token);
  if (found === undefined) await insertLink(context, { id: link.id, orderId, recipient, tokenSha256 });
  else if (found.revokedAt !== null) await reopenLink(context, { ...found, tokenSha256 });
  return { id: link.id, url: `${context.publicUrl}/e/${token}`, documentUrl: `${context.publicUrl}/api/estimates/v1/${token}/document` };
}
