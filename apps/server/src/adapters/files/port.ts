// Files that people send: bytes under a key that we make, and what is in them. Adapters: `disk-store.ts`, `inspect-file.ts`.
import type { FileKindName } from '@backdesk/domain/file/kinds.ts';

/** What a file holds, as its own bytes say; `pictures`: the small ones made of it, or of the first page of a PDF. */
export type Inspected = {
  readonly kind: FileKindName;
  readonly width: number | null;
  readonly height: number | null;
  readonly pictures: Readonly<Partial<Record<PictureSize, Uint8Array>>>;
};

/** Longest side in pixels: `small` for lists and lines, `large` for a page. */
export const pictureSizes = { small: 320, large: 1280 } as const;
export type PictureSize = keyof typeof pictureSizes;

/** Why a file is not taken: nothing in it, a kind that is not ours, broken, locked by a password, a picture too large to be opened, a drawing that runs something. */
export type FileFault = 'empty' | 'unknown' | 'broken' | 'locked' | 'too_many_pixels' | 'has_script';

export interface Files {
  /** Keeps bytes under a key; the same again changes nothing. When it returns they are on the disk. */
  readonly keep: (key: string, content: { readonly path: string } | { readonly bytes: Uint8Array }) => Promise<void>;
  /** The bytes, piece by piece. Throws when there is nothing under the key. */
  readonly open: (key: string) => Promise<ReadableStream<Uint8Array>>;
  /** Keys of all that is kept, in no order. */
  readonly list: () => AsyncIterable<string>;
  /** Nothing there is fine. */
  readonly remove: (key: string) => Promise<void>;
  /** What is in the file at a path of this machine. */
  readonly inspect: (path: string) => Promise<Inspected | FileFault>;
}
