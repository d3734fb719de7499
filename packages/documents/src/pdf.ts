// The documents as the server sees them: one worker draws them, one after the other. It starts with the first document
// and never keeps the process alive.
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { Worker } from 'node:worker_threads';
import type { EstimatePdfInput } from './pdf/types.ts';
import type { Asked, Drawn } from './pdf/worker.ts';

export type { EstimatePdfInput } from './pdf/types.ts';

type Waiting = { readonly done: (bytes: Uint8Array) => void; readonly fail: (error: Error) => void };

const built = new URL('../dist/pdf.js', import.meta.url);
const longest = 60_000;
let worker: Worker | null = null;
let last = 0;
const waiting = new Map<number, Waiting>();

function end(error: Error): void {
  worker = null;
  for (const { fail } of waiting.values()) fail(error);
  waiting.clear();
}

function start(): Worker {
  if (!existsSync(fileURLToPath(built))) throw new Error('The documents are not built. Run: npm run build');
  const started = new Worker(new URL('./pdf/worker.ts', import.meta.url));
  started.on('message', (drawn: Drawn) => {
    const asked = waiting.get(drawn.id);
    waiting.delete(drawn.id);
    if (waiting.size === 0) started.unref();
    if ('bytes' in drawn) asked?.done(drawn.bytes);
    else asked?.fail(new Error(`A document could not be drawn: ${drawn.error}`));
  });
  started.on('error', end);
  started.on('exit', () => end(new Error('The thread that draws documents ended.')));
  return started;
}

/** The document of an estimate revision as the bytes of a PDF; fails after a minute. The same input makes the same bytes. */
export function renderEstimatePdf(input: EstimatePdfInput): Promise<Uint8Array> {
  worker ??= start();
  const drawing = worker;
  last += 1;
  const id = last;
  drawing.ref();
  return new Promise<Uint8Array>((done, fail) => {
    const limit = setTimeout(() => void drawing.terminate(), longest);
    const settle =
      <Value>(next: (value: Value) => void) =>
      (value: Value): void => {
        clearTimeout(limit);
        next(value);
      };
    waiting.set(id, { done: settle(done), fail: settle(fail) });
    drawing.postMessage({ id, input } satisfies Asked);
  });
}
