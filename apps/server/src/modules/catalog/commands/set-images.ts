import type { SetImages } from '@backdesk/contract/catalog/schema.ts';
import { fieldConflicts } from '../../../db/field-conflicts.ts';
import { recordEvents } from '../../../db/record-events.ts';
import type { CommandContext } from '../../context.ts';
import { useFiles } from '../../file/commands/use-files.ts';
import { Problem } from '../../problem.ts';
import { stamped } from '../changed-fields.ts';
import { loadRecords } from '../queries/load-records.ts';
import type { CatalogRecord } from '../records.ts';
import { saveRecords } from '../store/save-records.ts';
import { picturesOf } from './picture-of.ts';
import { wantPictures } from './want-pictures.ts';

/**
 * Sets the pictures of a product, in order; the first is shown in lists and taken over by new lines. Lines that are there keep theirs: a
 * file that was the picture of a product stays for them.
 */
export async function setImages(context: CommandContext, productId: string, { basedOn, images }: SetImages): Promise<void> {
  const { tx, scope, account } = context;
  const [found] = await loadRecords(tx, scope, { ids: [productId] }, { currency: account.currency });
  if (found === undefined) throw new Problem('not_found');
  const { product } = found;
  const pictures = await picturesOf(context, images, { known: knownUrls(found), pointerOf: (index) => `/images/${index}` });
  const from = found.images.map(({ url }) => url);
  const version = product.version + 1;
  const conflicts = await fieldConflicts({ context, subjectId: productId, basedOn, fieldVersions: product.fieldVersions, current: { images: from } });
  if (conflicts.length > 0) throw new Problem('conflict', { conflicts });
  const changes = [{ field: 'images', from, to: pictures.map(({ shown }) => shown) }];
  const stamps = {
    fieldVersions: stamped(product.fieldVersions, changes, version),
    editedFields: stamped<true>(product.editedFields, [...changes, { field: 'imageUrl' }], true),
  };
  const rows = pictures.map(({ shown }, index) => ({ productId, url: shown, alt: images[index]?.alt ?? '', position: index + 1 }));
  await saveRecords(context, {
    products: [{ ...product, ...stamps, version, imageUrl: pictures[0]?.listed ?? null }],
    variants: [],
    images: { of: [productId], rows },
    pricesOf: new Set(),
  });
  await useFiles(
    context,
    pictures.flatMap(({ fileId }) => fileId ?? []),
    { noun: 'product', nounId: productId },
  );
  await wantPictures(
    context,
    pictures.map(({ shown: url }) => ({ url, productId })),
    { again: true },
  );
  await recordEvents(context, [{ subject: 'product', subjectId: productId, version, type: 'product.changed', data: { changes } }]);
}

/** The addresses that a product and its variants have. */
export function knownUrls({ product, variants, images }: CatalogRecord): ReadonlySet<string> {
  return new Set([...images.map(({ url }) => url), ...variants.map(({ imageUrl }) => imageUrl), product.imageUrl].flatMap((url) => url ?? []));
}
