import type { CommandContext } from '../../context.ts';
import { invalidField, Problem } from '../../problem.ts';
import { loadRecords } from '../queries/load-records.ts';
import { knownUrls } from './set-images.ts';
import { wantPictures } from './want-pictures.ts';

/** Somebody has mended what kept a picture from coming, or thinks so: its address is asked once more, whatever was said before. */
export async function fetchPictureAgain(context: CommandContext, productId: string, url: string): Promise<void> {
  const { tx, scope, account } = context;
  const [found] = await loadRecords(tx, scope, { ids: [productId] }, { currency: account.currency });
  if (found === undefined) throw new Problem('not_found');
  if (!knownUrls(found).has(url)) throw invalidField('/url', 'is the address of no picture of this product');
  await wantPictures(context, [{ url, productId }], { again: true });
}
