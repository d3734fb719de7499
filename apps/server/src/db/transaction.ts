import { setTimeout as wait } from 'node:timers/promises';
import type { Files } from '../adapters/files/port.ts';
import type { NewId } from '../adapters/ids/new-id.ts';
import type { FetchPicture } from '../adapters/pictures/port.ts';
import type { AccountScope, Actor, CommandContext, ReadContext } from '../modules/context.ts';
import type { KeptOrders } from '../modules/order/kept-orders.ts';
import type { AccountSettings } from './account-settings.ts';
import { isSerializationFailure, LostRace } from './failures.ts';
import type { EnqueueJob } from './jobs.ts';
import type { Announce } from './live-channel.ts';
import type { Database } from './pool.ts';

/** What everything that runs for a request shares. */
export type Services = {
  readonly db: Database;
  readonly newId: NewId;
  readonly now: () => Date;
  readonly enqueue: EnqueueJob;
  readonly announce: Announce;
  /** What this process knows of orders that it wrote. */
  readonly keptOrders: KeptOrders;
  /** Where people open it: links in mail begin with this. */
  readonly publicUrl: string;
  readonly files: Files;
  /** Brings a picture from its address. */
  readonly fetchPicture: FetchPicture;
  /** Keys for links and cookies are derived from it. */
  readonly secret: string;
};

/** On whose behalf, in which account. */
export type Acting = {
  readonly scope: AccountScope;
  readonly account: AccountSettings;
  readonly actor: Actor;
  readonly roles: readonly string[];
  readonly email: string | null;
  /** The staff session it comes by, if it does. */
  readonly sessionId?: string | undefined;
  /** Whether the person signs in with a second factor, and must; a key has none. */
  readonly secondFactor?: ReadContext['secondFactor'];
  readonly origin?: ReadContext['origin'];
};

/** What queries are given outside a transaction. */
export function readContext(services: Services, acting: Acting): ReadContext {
  const { scope, account, actor, roles, email, sessionId, secondFactor, origin } = acting;
  return { db: services.db, scope, account, actor, roles, email, sessionId, secondFactor, origin, now: services.now(), publicUrl: services.publicUrl };
}

const maxTries = 5;

/**
 * Runs a command in a transaction and commits, or rolls back when it throws. When PostgreSQL ended it for the sake of
 * another (40001, 40P01) the whole closure runs again, up to five times: it must have no effect but in the transaction.
 */
export async function inTransaction<Answer>(
  services: Services,
  acting: Acting,
  command: (context: CommandContext, reread: () => string | undefined) => Promise<Answer>,
): Promise<Answer> {
  for (let tries = 1; ; tries += 1) {
    try {
      return await once(services, acting, command);
    } catch (error) {
      if (tries >= maxTries || !isSerializationFailure(error)) throw error instanceof LostRace ? error.refusal : error;
      await wait(tries * 10 + Math.random() * 20);
    }
  }
}

async function once<Answer>(
  services: Services,
  acting: Acting,
  command: (context: CommandContext, reread: () => string | undefined) => Promise<Answer>,
): Promise<Answer> {
  const effects: (() => void)[] = [];
  let path: string | undefined;
  const { scope, account, actor, roles, email, sessionId, secondFactor, origin } = acting;
  const answer = await services.db.transaction().execute((tx) =>
    command(
      {
        tx,
        scope,
        account,
        actor,
        roles,
        email,
        sessionId,
        secondFactor,
        origin,
        now: services.now(),
        newId: services.newId,
        publicUrl: services.publicUrl,
        secret: services.secret,
        keptOrders: services.keptOrders,
        enqueue: (job, payload, afterSeconds) => services.enqueue(tx, job, payload, afterSeconds),
        afterCommit: (effect) => effects.push(effect),
        announce: (orderId) => effects.push(() => services.announce(scope.accountId, orderId)),
        rereadAt: (at) => {
          path = at;
        },
      },
      () => path,
    ),
  );
  for (const effect of effects) effect();
  return answer;
}
