import { largestFile, pictureKinds } from '@backdesk/domain/file/kinds.ts';
import { type PictureFault, secondsUntilNext } from '@backdesk/domain/file/picture-fault.ts';
import type { FetchPicture } from '../../../adapters/pictures/port.ts';
import { recordEvents } from '../../../db/record-events.ts';
import { type Acting, inTransaction, type Services } from '../../../db/transaction.ts';
import type { CommandContext } from '../../context.ts';
import { takeFile } from '../../file/commands/upload-file.ts';
import { useFiles } from '../../file/commands/use-files.ts';
import { productPictureUrl } from '../../file/file-key.ts';
import type { FileRow } from '../../file/queries.ts';
import { Problem } from '../../problem.ts';
import { loadRecords } from '../queries/load-records.ts';
import { listWanting } from '../queries/picture-fetches.ts';
import type { CatalogRecord } from '../records.ts';
import { type ClaimedFetch, claimFetch, deleteFetch, noteFault, noteFetched } from '../store/picture-fetches.ts';
import { saveRecords } from '../store/save-records.ts';

type Fetching = Services & { readonly fetchPicture: FetchPicture };

/** Fetches the next picture that is due, outside of any transaction, and gives it to the products that have it by its address. false: there is none. */
export async function fetchNextPicture(services: Fetching, acting: Acting): Promise<boolean> {
  const claimed = await claimFetch(services.db, acting.scope, services.now());
  if (claimed === undefined) return false;
  const fetched = await services.fetchPicture(claimed.url);
  if (typeof fetched === 'string') {
    await inTransaction(services, acting, (context) => giveUpOrWait(context, claimed, fetched));
    return true;
  }
  try {
    await inTransaction(services, acting, (context) => takeOver(context, services, claimed, fetched));
  } catch (error) {
    // What was fetched is none of the files that are taken for a picture.
    if (!(error instanceof Problem)) throw error;
    await inTransaction(services, acting, (context) => giveUpOrWait(context, claimed, error.code === 'request.too_large' ? 'too_large' : 'no_picture'));
  } finally {
    await fetched.discard();
  }
  return true;
}

async function giveUpOrWait(context: CommandContext, { id, tries }: ClaimedFetch, reason: PictureFault): Promise<void> {
  const seconds = secondsUntilNext(reason, tries);
  await noteFault(context, id, { reason, nextAt: seconds === null ? null : new Date(context.now.getTime() + seconds * 1_000) });
}

async function takeOver(
  context: CommandContext,
  { files }: Services,
  { id, url }: ClaimedFetch,
  fetched: { readonly path: string; readonly bytes: number; readonly hash: string },
): Promise<void> {
  const { tx, scope, account } = context;
  const wanting = await loadRecords(tx, scope, { ids: [...(await listWanting(tx, scope, id))] }, { currency: account.currency });
  const having = wanting.filter((record) => hasPicture(record, url));
  if (having.length === 0) return deleteFetch(context, id);
  const file = await takeFile(context, files, fetched, { fileName: nameOf(url), demand: { kinds: pictureKinds, largestBytes: largestFile } });
  for (const record of having) await giveTo(context, record, { url, file });
  await noteFetched(context, id, file.id);
}

/** The last part of the address without its ending: what is there often is of another kind than that says. */
const nameOf = (url: string) => (new URL(url).pathname.split('/').at(-1) ?? '').replace(/\.[a-z0-9]{1,8}$/i, '').slice(0, 100);

const hasPicture = ({ product, variants, images }: CatalogRecord, url: string) =>
  product.imageUrl === url || images.some((image) => image.url === url) || variants.some(({ imageUrl }) => imageUrl === url);

/** The small one in lists and on variants, the large one on the page. Nobody changed it, so that an import may still bring another one. */
async function giveTo(context: CommandContext, { product, variants, images }: CatalogRecord, { url, file }: { readonly url: string; readonly file: FileRow }) {
  const at = (size: 'small' | 'large') => productPictureUrl(context.scope.accountId, file.id, size);
  const listed = (given: string | null) => (given === url ? at('small') : given);
  const version = product.version + 1;
  const rows = images.map((image) => (image.url === url ? { ...image, url: at('large') } : image));
  const isOfProduct = images.some((image) => image.url === url);
  await saveRecords(context, {
    products: [{ ...product, version, imageUrl: listed(product.imageUrl) }],
    variants: variants.filter(({ imageUrl }) => imageUrl === url).map((variant) => ({ ...variant, version: variant.version + 1, imageUrl: at('small') })),
    images: isOfProduct ? { of: [product.id], rows } : { of: [], rows: [] },
    pricesOf: new Set(),
  });
  await useFiles(context, [file.id], { noun: 'product', nounId: product.id });
  await recordEvents(context, [{ subject: 'product', subjectId: product.id, version, type: 'product.picture_fetched', data: { url, fileId: file.id } }]);
}
