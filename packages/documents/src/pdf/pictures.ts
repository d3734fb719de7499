// Pictures come as WebP, which paper cannot hold: made into JPEG, small, on white; a logo into PNG, so that it keeps what shows through.
import sharp from 'sharp';
import type { EstimatePdfInput } from './types.ts';

type Source = { readonly data: Buffer; readonly format: 'jpg' | 'png' };

/** By the key that lines name them by. */
export type Pictures = Readonly<Record<string, Source>>;

/** Twice the pixels of the 28 points it is drawn in, three times over: sharp in print, some 4 kB. */
const pictureSide = 120;
/** Of the 48 points of artwork, or 144 where it is wide: it is looked at closely. */
const artworkSide = 300;

export const linePictures = ({ pictures }: Pick<EstimatePdfInput, 'pictures'>): Promise<Pictures> => onPaper(pictures, pictureSide);
export const lineArtwork = ({ artwork = {} }: Pick<EstimatePdfInput, 'artwork'>): Promise<Pictures> => onPaper(artwork, artworkSide);

async function onPaper(pictures: EstimatePdfInput['pictures'], side: number): Promise<Pictures> {
  const made: Record<string, Source> = {};
  for (const [key, bytes] of Object.entries(pictures)) {
    const data = await sharp(bytes)
      .resize({ width: side, height: side, fit: 'inside', withoutEnlargement: true })
      .flatten({ background: '#ffffff' })
      .jpeg({ quality: 80 })
      .toBuffer();
    made[key] = { data, format: 'jpg' };
  }
  return made;
}

export async function logoPicture({ logo }: Pick<EstimatePdfInput, 'logo'>): Promise<Source | null> {
  return logo === undefined ? null : { data: await sharp(logo).png().toBuffer(), format: 'png' };
}
