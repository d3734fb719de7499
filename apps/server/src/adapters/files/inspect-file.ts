// What a file is, told by its bytes (file-type, sharp for pictures, PDFium for the first page of a PDF). A picture is opened once, when it
// comes: what cannot be opened is no picture, and one of more pixels than a page could need is a bomb of a few bytes that would fill the
// memory.
import { open, readFile, stat } from 'node:fs/promises';
import type { FileKindName } from '@backdesk/domain/file/kinds.ts';
import { fileKinds, kindNameOf } from '@backdesk/domain/file/kinds.ts';
import { fileTypeFromFile } from 'file-type';
import sharp, { type Sharp } from 'sharp';
import { drawFirstPage } from './draw-first-page.ts';
import { type FileFault, type Inspected, type PictureSize, pictureSizes } from './port.ts';

/** 50 megapixels are 200 MB when opened: a photo of a good camera. */
const mostPixels = 50_000_000;
sharp.cache(false);
sharp.concurrency(1);

/** Other names of what we know, as file-type gives them. */
const otherNames: Readonly<Record<string, FileKindName>> = { 'application/postscript': 'eps', 'application/illustrator': 'pdf' };

export async function inspectFile(path: string): Promise<Inspected | FileFault> {
  if ((await stat(path)).size === 0) return 'empty';
  const found = await fileTypeFromFile(path);
  const kind = found === undefined || found.mime === 'application/xml' ? await drawingOf(path) : (kindNameOf(found.mime) ?? otherNames[found.mime]);
  if (kind === undefined) return 'unknown';
  if (kind === 'svg' && (await runsSomething(path))) return 'has_script';
  if (kind === 'pdf') return (await endsAsPdf(path)) ? openPdf(path) : 'broken';
  if (!fileKinds[kind].isPicture) return { kind, width: null, height: null, pictures: {} };
  return openPicture(path, kind);
}

/** A PDF says at its end where its parts are: what only begins like one, or was cut short, opens nowhere. Readers allow for some bytes after it. */
async function endsAsPdf(path: string): Promise<boolean> {
  const length = 4096;
  const file = await open(path, 'r');
  try {
    const { size } = await file.stat();
    const { buffer, bytesRead } = await file.read(Buffer.alloc(length), 0, length, Math.max(0, size - length));
    return buffer.toString('latin1', 0, bytesRead).includes('%%EOF');
  } finally {
    await file.close();
  }
}

/** An SVG is text; what begins with another element is none. */
async function drawingOf(path: string): Promise<FileKindName | undefined> {
  const file = await open(path, 'r');
  try {
    const { buffer, bytesRead } = await file.read(Buffer.alloc(4096), 0, 4096, 0);
    const head = buffer.toString('utf8', 0, bytesRead).replace(/^\uFEFF/, '');
    return /^\s*(<\?xml[^>]*>\s*)?(<!--[^>]*-->\s*)*(<!DOCTYPE\s+svg[^>]*>\s*)?<svg[\s>]/i.test(head) ? 'svg' : undefined;
  } finally {
    await file.close();
  }
}

/**
 * Whether a drawing could run something, or fetch it, where somebody opens it: a script, a handler, an address that runs, another page in
 * it, or entities, by which any of these could be hidden. We never show an SVG, but who saves one opens it in a browser.
 */
async function runsSomething(path: string): Promise<boolean> {
  const bytes = await readFile(path);
  // Another encoding would hide all of it from these patterns.
  if (bytes.includes(0)) return true;
  return /<\s*[\w:-]*(script|foreignObject|iframe|embed|object)\b|[\s"'/]on[a-z]+\s*=|(java|vb)script\s*:|data\s*:\s*text\/|<!ENTITY|<\?xml-stylesheet|&#/i.test(
    bytes.toString('latin1'),
  );
}

/** A PDF with its first page as a picture: who looks at a line sees the artwork. One whose page is not drawn in time is taken without. */
async function openPdf(path: string): Promise<Inspected | FileFault> {
  const drawn = await drawFirstPage({ path, side: pictureSizes.large });
  if (drawn === 'broken' || drawn === 'locked') return drawn;
  if (drawn === 'none') return { kind: 'pdf', width: null, height: null, pictures: {} };
  const { data, width, height, page } = drawn;
  return { kind: 'pdf', ...page, pictures: await picturesOf(() => sharp(data, { raw: { width, height, channels: 4 } }).flatten({ background: '#fff' })) };
}

/** The small ones, each from the picture as it is opened anew. */
async function picturesOf(open: () => Sharp): Promise<Inspected['pictures']> {
  const pictures: Partial<Record<PictureSize, Uint8Array>> = {};
  for (const [name, side] of Object.entries(pictureSizes) as [PictureSize, number][])
    pictures[name] = await open().resize({ width: side, height: side, fit: 'inside', withoutEnlargement: true }).webp({ quality: 82 }).toBuffer();
  return pictures;
}

async function openPicture(path: string, kind: FileKindName): Promise<Inspected | FileFault> {
  try {
    const { width = 0, height = 0, pages = 1, orientation = 1 } = await sharp(path, { limitInputPixels: false }).metadata();
    if (width * height * pages > mostPixels) return 'too_many_pixels';
    const pictures = await picturesOf(() => sharp(path, { limitInputPixels: mostPixels, failOn: 'error' }).rotate());
    // Turned as the camera says, as it is shown.
    return orientation >= 5 ? { kind, width: height, height: width, pictures } : { kind, width, height, pictures };
  } catch {
    return 'broken';
  }
}
