// A stream of server-sent events, one at a time.
export type SentEvent = { readonly id: string; readonly event: string; readonly data: unknown };
export type EventReader = { readonly next: () => Promise<SentEvent>; readonly cancel: () => Promise<void> };

export function readEvents(response: Response): EventReader {
  const reader = (response.body as ReadableStream<Uint8Array<ArrayBuffer>>).pipeThrough(new TextDecoderStream()).getReader();
  let text = '';
  const next = async (): Promise<SentEvent> => {
    for (;;) {
      const end = text.indexOf('\n\n');
      if (end < 0) {
        const { value, done } = await reader.read();
        if (done) throw new Error('The stream ended.');
        text += value;
        continue;
      }
      const fields = new Map(
        text
          .slice(0, end)
          .split('\n')
          .map((line) => [line.slice(0, line.indexOf(': ')), line.slice(line.indexOf(': ') + 2)]),
      );
      text = text.slice(end + 2);
      const event = fields.get('event');
      if (event !== undefined) return { id: fields.get('id') ?? '', event, data: JSON.parse(fields.get('data') ?? '') };
    }
  };
  return { next, cancel: () => reader.cancel() };
}
