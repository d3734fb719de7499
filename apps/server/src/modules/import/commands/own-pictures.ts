import { listFetchedFiles } from '../../catalog/queries/picture-fetches.ts';
import type { CommandContext } from '../../context.ts';
import { productPictureUrl } from '../../file/file-key.ts';
import type { ParsedRow } from '../plan/parse-row.ts';
import type { FileGroup } from '../plan/read-products.ts';

/**
 * The rows with pictures at our addresses where we have them: those that were fetched from the address a row names, and those of a file
 * that we wrote. The same file taken in once more then changes nothing.
 */
export async function withOwnPictures({ tx, scope, publicUrl }: CommandContext, groups: readonly FileGroup[]): Promise<readonly FileGroup[]> {
  const urlsOf = ({ image, variant }: ParsedRow) => [image?.url, variant?.imageUrl].flatMap((url) => url ?? []);
  const fetched = await listFetchedFiles(tx, scope, [...new Set(groups.flatMap(({ rows }) => rows.flatMap(urlsOf)))]);
  const ours = `${publicUrl}/api/pictures/v1/${scope.accountId}/`;
  const own = (url: string, size: 'small' | 'large') => {
    const fileId = fetched.get(url);
    if (fileId !== undefined) return productPictureUrl(scope.accountId, fileId, size);
    return url.startsWith(ours) ? url.slice(publicUrl.length) : url;
  };
  const ofRow = (row: ParsedRow): ParsedRow => ({
    ...row,
    image: row.image === null ? null : { ...row.image, url: own(row.image.url, 'large') },
    variant: row.variant === null || row.variant.imageUrl === null ? row.variant : { ...row.variant, imageUrl: own(row.variant.imageUrl, 'small') },
  });
  return groups.map((group) => ({ ...group, rows: group.rows.map((row) => (urlsOf(row).length === 0 ? row : ofRow(row))) }));
}
