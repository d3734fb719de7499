// The entry that Vite builds into dist/pdf.js.
import { renderEstimatePdf } from './estimate-pdf.tsx';
import type { PdfRenderer } from './types.ts';

export const pdfRenderer: PdfRenderer = { renderEstimatePdf };
