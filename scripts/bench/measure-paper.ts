// Draws the PDF of estimates that nobody has drawn before, one after the other: what a person waits for who presses PDF.
import { sendAndExpect } from './load.ts';
import type { World } from './world.ts';

export type PaperFigures = {
  readonly lines: number;
  readonly drawn: number;
  /** Milliseconds from the request to the answer; the first one starts the thread that draws. */
  readonly first: number;
  readonly p50: number;
  readonly most: number;
  readonly kilobytes: number;
  readonly wrong: readonly string[];
};

/** Issue 6: a PDF of 50 lines is there in two seconds. */
const goal = { lines: 50, milliseconds: 2000 };
const estimates = 6;

export async function measurePaper(world: World, lines: number): Promise<PaperFigures> {
  const { ours, headers, catalog, customers } = world;
  const post = async <Answer>(path: string, body: unknown): Promise<Answer> => {
    const answer = await sendAndExpect({ method: 'POST', url: `${ours}/api/v1${path}`, headers, body });
    return JSON.parse(answer.body) as Answer;
  };
  const times: number[] = [];
  const wrong: string[] = [];
  let bytes = 0;
  for (let at = 0; at < estimates; at += 1) {
    const entries = Array.from({ length: lines }, (_, line) => ({ sku: catalog[(at * lines + line) % catalog.length]?.sku, quantity: 24, asNewLine: true }));
    const { id } = await post<{ id: string }>('/orders', { customerId: customers[at]?.id, lines: entries });
    await post(`/orders/${id}/estimates`, {});
    const began = performance.now();
    const paper = await post<{ kind: string; bytes: number }>(`/orders/${id}/estimates/1/document`, {});
    times.push(performance.now() - began);
    bytes = Math.max(bytes, paper.bytes);
    if (paper.kind !== 'pdf') wrong.push(`What was drawn is no PDF but ${paper.kind}.`);
  }
  const [first = 0, ...others] = times;
  const sorted = others.toSorted((a, b) => a - b);
  return { lines, drawn: estimates, first, p50: sorted[Math.floor(sorted.length / 2)] ?? 0, most: sorted.at(-1) ?? 0, kilobytes: bytes / 1000, wrong };
}

export function paperText({ lines, drawn, first, p50, most, kilobytes }: PaperFigures): string {
  const verdict =
    lines > goal.lines ? '' : ` Goal for ${goal.lines} lines: ${goal.milliseconds} ms, ${Math.max(first, most) <= goal.milliseconds ? 'met' : 'not met'}.`;
  return `PDF: ${drawn} estimates of ${lines} lines, the first drawn in ${first.toFixed(0)} ms, then ${p50.toFixed(0)} ms at the median, at most ${most.toFixed(0)} ms; ${kilobytes.toFixed(0)} kB.${verdict}`;
}
