import type { CsvFile } from '@backdesk/contract/route.ts';

/** Headers of a file to be saved, not shown. Its name is ours: plain letters, digits, dots and dashes. */
export function csvHeaders({ fileName }: CsvFile): readonly (readonly [string, string])[] {
  return [
    ['content-type', 'text/csv; charset=utf-8'],
    ['content-disposition', `attachment; filename="${fileName.replace(/[^\w.-]/g, '-')}"`],
  ];
}

/**
 * Pieces as a body: the next one is asked for when the last has been taken, so a slow reader holds one piece in memory. The
 * first is made before the answer starts, so that what fails at once is still a problem; a later failure breaks the download off.
 */
export async function streamPieces(pieces: AsyncIterable<string>): Promise<ReadableStream<Uint8Array>> {
  const encoder = new TextEncoder();
  const iterator = pieces[Symbol.asyncIterator]();
  let ahead: IteratorResult<string> | undefined = await iterator.next();
  return new ReadableStream<Uint8Array>({
    async pull(controller) {
      const piece = ahead ?? (await iterator.next());
      ahead = undefined;
      if (piece.done === true) controller.close();
      else controller.enqueue(encoder.encode(piece.value));
    },
    async cancel() {
      await iterator.return?.();
    },
  });
}
