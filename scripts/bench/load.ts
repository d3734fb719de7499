// A closed loop over kept connections: each client sends its next request when it has read the whole answer to the last.
import { Agent, request } from 'node:http';

export type Call = {
  readonly method: 'GET' | 'POST' | 'PATCH' | 'PUT';
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

/** Several requests that are one thing to a person; `step` throws when one is refused. */
export type Flow = (step: (call: Call) => Promise<Answer>) => Promise<void>;

class Refused extends Error {}

/** As `send`, but only what was done counts: a refusal is quick and proves nothing. */
export async function sendAndExpect(call: Call): Promise<Answer> {
  const answer = await send(call);
  if (answer.status >= 200 && answer.status < 300) return answer;
  throw new Refused(`${call.method} ${new URL(call.url).pathname} → ${answer.status} ${answer.body.slice(0, 300)}`);
}

/** Runs `clients` loops of a flow for so many seconds. */
export async function load(options: { readonly clients: number; readonly seconds: number; readonly flow: Flow }): Promise<Sample> {
  const milliseconds: number[] = [];
  const failures: string[] = [];
  const began = performance.now();
  const end = began + options.seconds * 1000;
  const loop = async (): Promise<void> => {
    while (performance.now() < end) {
      const start = performance.now();
      try {
        await options.flow(sendAndExpect);
        milliseconds.push(performance.now() - start);
      } catch (error) {
        if (!(error instanceof Refused)) throw error;
        failures.push(error.message);
      }
    }
  };
  await Promise.all(Array.from({ length: options.clients }, loop));
  return { milliseconds, seconds: (performance.now() - began) / 1000, failures };
}

export function closeConnections(): void {
  agent.destroy();
}
