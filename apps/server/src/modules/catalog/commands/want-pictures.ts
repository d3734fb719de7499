import type { CommandContext } from '../../context.ts';
import { insertWants, type PictureWant } from '../store/picture-fetches.ts';

/**
 * Pictures of products by their address, to be fetched after the commit, with small ones made of them; what is one of ours is passed over.
 * `again`: somebody asks for them, so what brought nothing before is tried once more, at once.
 */
export async function wantPictures(context: CommandContext, pictures: readonly PictureWant[], { again }: { readonly again: boolean }): Promise<void> {
  const elsewhere = pictures.filter(({ url }) => /^https?:/i.test(url));
  if (elsewhere.length === 0) return;
  await insertWants(context, elsewhere, again);
  await context.enqueue('picture.fetch', { accountId: context.scope.accountId });
}
