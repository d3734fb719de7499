import type { CartLink } from '@backdesk/contract/order/cart-link-routes.ts';
import { cartLinkToken } from '../cart-link-token.ts';
import type { CartLinkRow } from '../queries/cart-links.ts';

export function presentCartLink(
  { id, createdAt, createdByName, expiresAt, revokedAt, mailedTo }: CartLinkRow,
  { secret, publicUrl }: { readonly secret: string; readonly publicUrl: string },
): CartLink {
  return {
    id,
    url: `${publicUrl}/shared/${cartLinkToken(secret, id)}`,
    createdAt: createdAt.toISOString(),
    createdBy: createdByName,
    expiresAt: expiresAt.toISOString(),
    revokedAt: revokedAt?.toISOString() ?? null,
    mailedTo,
  };
}
