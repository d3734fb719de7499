// The link that stands on paper: one for all who get it, because nobody knows whose hands paper comes into; a personal link
// on it would make somebody else's answer theirs.
import { createHash } from 'node:crypto';
import type { Kysely } from 'kysely';
import type { Tables } from '../../db/tables.ts';
import type { AccountScope } from '../context.ts';
import { hashOfToken, linkToken } from './link-token.ts';
import { findLink } from './queries/links.ts';

/** No address has this recipient. */
export const documentRecipient = 'document';

export type DocumentLink = { readonly id: string; readonly generation: number; readonly url: string; readonly tokenSha256: Buffer };

/**
 * Its address, also before it was made: the id follows from the order's (a UUID version 8), so that a document can be drawn
 * for seconds without a row of the database being held.
 */
export async function documentLink(
  db: Kysely<Tables>,
  scope: AccountScope,
  orderId: string,
  { secret, publicUrl }: { readonly secret: string; readonly publicUrl: string },
): Promise<DocumentLink> {
  const found = await findLink(db, scope, orderId, documentRecipient);
  const id = found?.id ?? idFrom(orderId);
  const generation = found?.generation ?? 1;
  const token = linkToken(secret, id, generation);
  return { id, generation, url: `${publicUrl}/e/${token}`, tokenSha256: hashOfToken(token) };
}

function idFrom(orderId: string): string {
  const hex = createHash('sha256').update(`document ${orderId}`).digest('hex');
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-8${hex.slice(13, 16)}-a${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
}
