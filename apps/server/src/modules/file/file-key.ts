import type { PictureSize } from '../../adapters/files/port.ts';

/** Where the content of a file is kept: an account's own, so that accounts never share or remove each other's. */
export function fileKey({ accountId, hash }: { readonly accountId: string; readonly hash: string }, size?: PictureSize): string {
  return `${accountId}/${hash}${size === undefined ? '' : `.${size}`}`;
}

/** Whether small ones were made of it when it came: of a picture, or of the first page of a PDF. */
export const hasPictures = ({ width }: { readonly width: number | null }): boolean => width !== null;

/** Where anybody sees a picture of a product. */
export function productPictureUrl(accountId: string, id: string, size: PictureSize): string {
  return `/api/pictures/v1/${accountId}/${id}/${size}`;
}

/** The address of a picture as lists have it: the small one, where it is ours. */
export const listedPictureUrl = (url: string): string => url.replace(/^(\/api\/pictures\/v1\/.*\/)large$/, '$1small');

/** The file a picture's address is of, if it is one of ours. */
export function fileOfPictureUrl(accountId: string, url: string): string | undefined {
  const prefix = `/api/pictures/v1/${accountId}/`;
  return url.startsWith(prefix) ? url.slice(prefix.length).split('/')[0] : undefined;
}
