import type { shareCart as shareCartBody } from '@backdesk/contract/order/cart-link-routes.ts';
import type { z } from 'zod';
import { sha256 } from '../../../db/token-hash.ts';
import type { CommandContext } from '../../context.ts';
import { Problem } from '../../problem.ts';
import { cartLinkToken } from '../cart-link-token.ts';
import type { CartLinkRow } from '../queries/cart-links.ts';
import { insertCartLink } from '../store/cart-links.ts';
import { loadOrderForUpdate } from '../store/load-order.ts';
import { saveOrder } from '../store/save-order.ts';
import { mailSharedCart } from './mail-shared-cart.ts';

const dayMs = 24 * 3_600_000;

/** Makes a link to a saved cart, also while its customer has it in their cart, and mails it where that was asked for. */
export async function shareCart(context: CommandContext, orderId: string, { days, email, message }: z.output<typeof shareCartBody>): Promise<CartLinkRow> {
  const { now, newId, secret, publicUrl, actor } = context;
  const loaded = await loadOrderForUpdate(context, orderId);
  const { record } = loaded;
  const isSaved = record.stage === 'saved_cart' || (record.stage === 'cart' && record.number !== null);
  if (!isSaved) throw new Problem('cart_link.not_saved');
  const id = newId();
  const token = cartLinkToken(secret, id);
  const expiresAt = new Date(now.getTime() + days * dayMs);
  const mailedTo = email ?? null;
  await insertCartLink(context, { id, orderId, tokenHash: sha256(token), expiresAt, mailedTo });
  await saveOrder(context, loaded, record, [{ type: 'cart.shared', data: { mailedTo: mailedTo ?? '', until: expiresAt.toISOString().slice(0, 10) } }]);
  if (mailedTo !== null) await mailSharedCart(context, record, { email: mailedTo, message, link: `${publicUrl}/shared/${token}`, expiresAt });
  return { id, orderId, createdAt: now, createdByName: actor.name, expiresAt, revokedAt: null, mailedTo };
}
