// What files we take, and how each is told and called. The kind is told by what is in a file, never by its name or by what the sender
// says; a name that promises another kind is a lie and refused. Decision record 0031.

/** `isPicture`: shown as a picture, with a small one made of it. Everything else is only ever saved. */
export type FileKind = { readonly mediaType: string; readonly label: string; readonly endings: readonly string[]; readonly isPicture: boolean };

const kind = (mediaType: string, label: string, endings: readonly string[], isPicture = false): FileKind => ({ mediaType, label, endings, isPicture });

export const fileKinds = {
  png: kind('image/png', 'PNG', ['png'], true),
  jpeg: kind('image/jpeg', 'JPEG', ['jpg', 'jpeg'], true),
  webp: kind('image/webp', 'WebP', ['webp'], true),
  gif: kind('image/gif', 'GIF', ['gif'], true),
  tiff: kind('image/tiff', 'TIFF', ['tif', 'tiff']),
  svg: kind('image/svg+xml', 'SVG', ['svg']),
  pdf: kind('application/pdf', 'PDF', ['pdf']),
  eps: kind('application/eps', 'EPS', ['eps']),
  psd: kind('image/vnd.adobe.photoshop', 'Photoshop', ['psd']),
  zip: kind('application/zip', 'ZIP', ['zip']),
} as const satisfies Readonly<Record<string, FileKind>>;

export type FileKindName = keyof typeof fileKinds;
export const fileKindNames = Object.keys(fileKinds) as readonly FileKindName[];
/** Of which kinds a small picture is shown: pictures, and the first page of a PDF. */
export const isShownSmall = (name: FileKindName): boolean => fileKinds[name].isPicture || name === 'pdf';
/** What is taken for the picture of a product. */
export const pictureKinds = fileKindNames.filter((name) => fileKinds[name].isPicture);

/** 25 MB: what an upload may have. */
export const largestFile = 25_000_000;

export function kindNameOf(mediaType: string): FileKindName | undefined {
  return fileKindNames.find((name) => fileKinds[name].mediaType === mediaType);
}

/** What a name says by its ending: a kind, nothing (no ending, or one that is not of ours: `other`). Illustrator files hold PDF. */
export function promisedKind(name: string): FileKindName | 'other' | null {
  const ending = /\.([a-z0-9]{1,8})$/i.exec(name)?.[1]?.toLowerCase();
  if (ending === undefined) return null;
  if (ending === 'ai') return 'pdf';
  return fileKindNames.find((each) => (fileKinds[each].endings as readonly string[]).includes(ending)) ?? 'other';
}

/** A file that was uploaded: bytes are whole bytes; the id is what an answer holds. */
export type FileFacts = { readonly id: string; readonly name: string; readonly mediaType: string; readonly bytes: number };

export type FileDemand = { readonly kinds: readonly FileKindName[]; readonly largestBytes: number };

/** Why a file is not what is asked for, or null: its kind is not among those taken, or it is too large. */
export function fileFault(file: FileFacts, { kinds, largestBytes }: FileDemand): 'kind' | 'size' | null {
  const found = kindNameOf(file.mediaType);
  if (found === undefined || !kinds.includes(found)) return 'kind';
  return file.bytes > largestBytes ? 'size' : null;
}
