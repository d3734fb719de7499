// The first page of a PDF as a picture (PDFium, compiled to WebAssembly: nothing of the machine's own). A PDF from outside can take any time
// and memory, so each is opened in a thread of its own, one after the other, and given up when it takes too long.
import { Worker } from 'node:worker_threads';
import type { Asked, Drawn } from './page-thread.ts';

const longest = 8_000;
/** Who sends a file waits for its page: when so many are being drawn, the next ones are taken without. */
const mostWaiting = 4;

let last: Promise<unknown> = Promise.resolve();
let waiting = 0;

/** The page with its longest side as asked; `broken` and `locked` (it wants a password) say that the PDF opens nowhere; `none`: not drawn in time. */
export function drawFirstPage(asked: Asked): Promise<Drawn> {
  if (waiting === mostWaiting) return Promise.resolve('none');
  waiting += 1;
  const drawn = last.then(() => drawInThread(asked));
  last = drawn;
  return drawn.finally(() => {
    waiting -= 1;
  });
}

function drawInThread(asked: Asked): Promise<Drawn> {
  return new Promise((resolve) => {
    const thread = new Worker(new URL('./page-thread.ts', import.meta.url), { workerData: asked, resourceLimits: { maxOldGenerationSizeMb: 256 } });
    const end = (drawn: Drawn) => {
      clearTimeout(limit);
      resolve(drawn);
      void thread.terminate();
    };
    const limit = setTimeout(() => end('none'), longest);
    thread.once('message', end);
    // Drawing that fails says nothing of whether the PDF is good elsewhere.
    thread.once('error', () => end('none'));
    thread.once('exit', () => end('none'));
  });
}
