// Draws documents beside the server's own thread: five hundred lines take seconds, in which nobody else should wait.
import { parentPort } from 'node:worker_threads';
import type { EstimatePdfInput, PdfRenderer } from './types.ts';

export type Asked = { readonly id: number; readonly input: EstimatePdfInput };
export type Drawn = { readonly id: number; readonly bytes: Uint8Array } | { readonly id: number; readonly error: string };

const port = parentPort;
if (port === null) throw new Error('Documents are drawn in a worker.');
const built = new URL('../../dist/pdf.js', import.meta.url);
const loading = import(built.href) as Promise<{ readonly pdfRenderer: PdfRenderer }>;

port.on('message', async ({ id, input }: Asked) => {
  try {
    const { pdfRenderer } = await loading;
    port.postMessage({ id, bytes: await pdfRenderer.renderEstimatePdf(input) } satisfies Drawn);
  } catch (error) {
    port.postMessage({ id, error: error instanceof Error ? (error.stack ?? error.message) : String(error) } satisfies Drawn);
  }
});
