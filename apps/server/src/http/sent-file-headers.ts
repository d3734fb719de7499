import type { SentFile } from '@backdesk/contract/route.ts';

/**
 * Headers of a file that somebody sent. Whatever it holds, a browser runs nothing of it: it is of the type that we found, no other is
 * guessed, and what is no picture is saved, not shown. It never changes under its address.
 */
export function sentFileHeaders({ name, mediaType, bytes, isPicture, isPublic }: SentFile): readonly (readonly [string, string])[] {
  return [
    ['content-type', mediaType],
    ['content-disposition', `${isPicture ? 'inline' : 'attachment'}; filename="${plainName(name)}"; filename*=UTF-8''${encoded(name)}`],
    ['content-security-policy', "default-src 'none'; sandbox; frame-ancestors 'none'"],
    ['x-content-type-options', 'nosniff'],
    ['cross-origin-resource-policy', isPublic ? 'cross-origin' : 'same-origin'],
    ['cache-control', `${isPublic ? 'public' : 'private'}, max-age=31536000, immutable`],
    ...(bytes === null ? [] : [['content-length', String(bytes)] as const]),
  ];
}

/** For programs that know no other letters. */
const plainName = (name: string) => name.replace(/[^\w. -]/g, '_');

/** RFC 5987: what encodeURIComponent leaves and a header does not take is written out too. */
const encoded = (name: string) => encodeURIComponent(name).replace(/['()*]/g, (character) => `%${character.charCodeAt(0).toString(16).toUpperCase()}`);
