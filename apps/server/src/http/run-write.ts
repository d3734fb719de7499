import type { Route } from '@backdesk/contract/route.ts';
import type { KeptAnswer } from '../db/idempotency-store.ts';
import { claimKey, isKeyTaken, keepAnswer, readTakenKey } from '../db/idempotency-store.ts';
import type { Acting, Services } from '../db/transaction.ts';
import { inTransaction } from '../db/transaction.ts';
import type { CommandContext } from '../modules/context.ts';
import { Problem } from '../modules/problem.ts';
import type { IdempotencyRequest } from './idempotency.ts';
import { readIdempotency } from './idempotency.ts';
import type { RawRequest, ReadInput } from './read-input.ts';
import { openAnswer, sealAnswer } from './sealed-answer.ts';

type Write = {
  readonly route: Route;
  readonly request: RawRequest;
  readonly read: ReadInput;
  readonly acting: Acting;
  readonly services: Services;
  readonly handler: (context: CommandContext, input: never) => Promise<unknown>;
  /** Turns the handler's answer into what is sent. */
  readonly finish: (answer: unknown) => string;
};

/** `rereadAt`: a replay whose answer was too large to be kept, to be read again there. */
export type Answered = { readonly status: number; readonly body: string; readonly replayed?: boolean; readonly rereadAt?: string };

const maxClaims = 3;

/**
 * The one place where a write becomes a transaction: claim the key, do the work, keep the answer, commit. Key and
 * effect exist together or not at all; a refusal rolls both back, so that the same key may be sent again.
 */
export async function runWrite(write: Write): Promise<Answered> {
  const { route, request, read, acting, services } = write;
  const idempotency = readIdempotency(request.headers, { method: route.method, url: request.url, text: read.text });
  if (idempotency === undefined) return inTransaction(services, acting, async (context) => ({ status: route.status, body: await work(write, context) }));
  for (let claims = 1; ; claims += 1) {
    try {
      return await runOnce(write, idempotency);
    } catch (error) {
      if (!isKeyTaken(error) || claims > maxClaims) throw error;
      const taken = await readTakenKey(services.db, { ...acting, ...idempotency, now: services.now() });
      if (taken === 'other_request') throw new Problem('request.idempotency_mismatch');
      if (taken !== 'free_again') return replay(taken, services.secret);
    }
  }
}

function runOnce(write: Write, idempotency: IdempotencyRequest): Promise<Answered> {
  const { route, acting, services } = write;
  return inTransaction(services, acting, async (context, reread) => {
    const asked = { ...acting, ...idempotency, now: context.now };
    await claimKey(context.tx, asked);
    const body = await work(write, context);
    const kept = route.answersSecret === true ? sealAnswer(services.secret, body) : body;
    await keepAnswer(context.tx, asked, { status: route.status, body: kept, resource: reread() });
    return { status: route.status, body };
  });
}

const work = async (write: Write, context: CommandContext) => write.finish(await write.handler(context, write.read.input as never));

function replay(kept: KeptAnswer, secret: string): Answered {
  const { status, body, resource } = kept;
  return { status, body: openAnswer(secret, body ?? ''), replayed: true, ...(body === null && resource !== null ? { rereadAt: resource } : {}) };
}
