// A closed loop over kept connections: each client sends its next request when it has read the whole answer to the last.
import { Agent, request } from 'node:http';

export type Call = {
  readonly method: 'GET' | 'POST' | 'PATCH';
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body?: unknown;
};
export type Answer = { readonly status: number; readonly body: string };
export type Sample = {
  readonly milliseconds: readonly number[];
  readonly seconds: number;
  readonly failures: readonly string[];
  readonly processorTime?: number;
};

const agent = new Agent({ keepAlive: true, maxSockets: 64 });

/** Sends one request and reads its answer to the end. */
export function send({ method, url, headers, body }: Call): Promise<Answer> {
  const text = body === undefined ? undefined : JSON.stringify(body);
  return new Promise((done, fail) => {
    const length = text === undefined ? {} : { 'content-length': String(Buffer.byteLength(text)) };
    const sent = request(url, { method, agent, headers: { ...headers, ...length } }, (response) => {
      const chunks: Buffer[] = [];
      response.on('data', (chunk: Buffer) => chunks.push(chunk));
      response.on('end', () => done({ status: response.statusCode ?? 0, body: Buffer.concat(chunks).toString() }));
      response.on('error', fail);
    });
    sent.on('error', fail);
    sent.end(text);
  });
}

/** Runs `clients` loops for so many seconds. `next` makes the call for each turn; `seen` is told of every answer that was a success. */
export async function load(options: {
  readonly clients: number;
  readonly seconds: number;
  readonly next: () => Call;
  readonly seen?: (call: Call, answer: Answer) => void;
}): Promise<Sample> {
  const milliseconds: number[] = [];
  const failures: string[] = [];
  const began = performance.now();
  const end = began + options.seconds * 1000;
  const loop = async (): Promise<void> => {
    while (performance.now() < end) {
      const call = options.next();
      const start = performance.now();
      const answer = await send(call);
      // A refusal is quick and proves nothing: only what was done counts.
      if (answer.status >= 200 && answer.status < 300) {
        milliseconds.push(performance.now() - start);
        options.seen?.(call, answer);
      } else failures.push(`${call.method} ${new URL(call.url).pathname} → ${answer.status} ${answer.body.slice(0, 300)}`);
    }
  };
  await Promise.all(Array.from({ length: options.clients }, loop));
  return { milliseconds, seconds: (performance.now() - began) / 1000, failures };
}

export function closeConnections(): void {
  agent.destroy();
}
