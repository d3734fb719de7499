import type { Route } from '@backdesk/contract/route.ts';
import { isLockTimeout } from '../db/failures.ts';
import type { Claim } from '../db/idempotency-store.ts';
import { claimKey, keepAnswer } from '../db/idempotency-store.ts';
import type { Acting, Services } from '../db/transaction.ts';
import { inTransaction } from '../db/transaction.ts';
import type { CommandContext } from '../modules/context.ts';
import { Problem } from '../modules/problem.ts';
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

/**
 * The one place where a write becomes a transaction: claim the key, do the work, keep the answer, commit. Key and
 * effect exist together or not at all; a refusal rolls both back, so that the same key may be sent again.
 */
export async function runWrite(write: Write): Promise<Answered> {
  const { route, request, read, acting, services } = write;
  const idempotency = readIdempotency(request.headers, { method: route.method, url: request.url, text: read.text });
  return inTransaction(services, acting, async (context, reread) => {
    if (idempotency === undefined) return { status: route.status, body: await work(write, context) };
    const asked = { ...acting, ...idempotency, now: context.now };
    const claim = await claimOrWait(context, asked);
    if (claim === 'other_request') throw new Problem('request.idempotency_mismatch');
    if (claim !== 'ours') return replay(claim, services.secret);
    const body = await work(write, context);
    const kept = route.answersSecret === true ? sealAnswer(services.secret, body) : body;
    await keepAnswer(context.tx, asked, { status: route.status, body: kept, resource: reread() });
    return { status: route.status, body };
  });
}

const work = async (write: Write, context: CommandContext) => write.finish(await write.handler(context, write.read.input as never));

async function claimOrWait(context: CommandContext, asked: Parameters<typeof claimKey>[1]): Promise<Claim> {
  try {
    return await claimKey(context.tx, asked);
  } catch (error) {
    if (isLockTimeout(error)) throw new Problem('request.in_flight', { headers: { 'retry-after': '1' } });
    throw error;
  }
}

function replay(kept: Exclude<Claim, string>, secret: string): Answered {
  const { status, body, resource } = kept;
  return { status, body: openAnswer(secret, body ?? ''), replayed: true, ...(body === null && resource !== null ? { rereadAt: resource } : {}) };
}
