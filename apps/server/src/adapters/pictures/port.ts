// A picture from somewhere else, by its address. Adapter: `fetch-picture.ts`.
import type { PictureFault } from '@backdesk/domain/file/picture-fault.ts';

/** What came, beside us on the disk until it is discarded; what it is, its bytes say. `hash`: SHA-256, hexadecimal. */
export type FetchedPicture = { readonly path: string; readonly bytes: number; readonly hash: string; readonly discard: () => Promise<void> };
export type FetchPicture = (url: string) => Promise<FetchedPicture | PictureFault>;
