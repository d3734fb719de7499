// Opens one PDF, draws its first page and ends: see draw-first-page.ts.
import { readFile } from 'node:fs/promises';
import { parentPort, workerData } from 'node:worker_threads';
import { PDFiumLibrary } from '@hyzyla/pdfium';

/** `side`: the longest side of the picture, in pixels. */
export type Asked = { readonly path: string; readonly side: number };
/** Pixels as RGBA; the page in points, turned as it is shown. */
export type DrawnPage = {
  readonly data: Uint8Array;
  readonly width: number;
  readonly height: number;
  readonly page: { readonly width: number; readonly height: number };
};
export type Drawn = DrawnPage | 'broken' | 'locked' | 'none';

/** What PDFium says of a file that it does not open (fpdfview.h): a password is wanted, or a lock that it does not know. */
const locks = [4, 5];

async function draw({ path, side }: Asked): Promise<Drawn> {
  const library = await PDFiumLibrary.init();
  const bytes = await readFile(path);
  const document = await library.loadDocument(bytes).catch(() => null);
  // biome-ignore lint/complexity/useLiteralKeys: the library tells why by a sentence only; its code is in what it keeps private
  if (document === null) return locks.includes(library['module']._FPDF_GetLastError()) ? 'locked' : 'broken';
  if (document.getPageCount() < 1) return 'broken';
  const page = document.getPage(0);
  const { originalWidth, originalHeight } = page.getOriginalSize();
  const scale = side / Math.max(originalWidth, originalHeight, 1);
  const pixels = (points: number) => Math.max(1, Math.round(points * scale));
  const { data, width, height } = await page.render({ render: 'bitmap', width: pixels(originalWidth), height: pixels(originalHeight), renderFormFields: true });
  return { data, width, height, page: { width: Math.max(1, Math.round(originalWidth)), height: Math.max(1, Math.round(originalHeight)) } };
}

const { port, asked } = { port: parentPort, asked: workerData as Asked };
if (port === null) throw new Error('Pages are drawn in a thread.');
port.postMessage(await draw(asked));
