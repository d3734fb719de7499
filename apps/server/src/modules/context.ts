// What every route handler, command and query is given. A write's handler runs inside one transaction that `http` opened
// after authenticating, checking the permission of the route and taking the idempotency key: commands never open their
// own, and their writes, events and jobs commit together. A read's handler gets the pool itself as `db`.

import type { HandlerAnswer, ParsedInput, Route } from '@backdesk/contract/route.ts';
import type { Permission } from '@backdesk/domain/staff/permissions.ts';
import type { Kysely, Transaction } from 'kysely';
import type { AccountSettings } from '../db/account-settings.ts';
import type { Tables } from '../db/tables.ts';
import type { KeptOrders } from './order/kept-orders.ts';

/** The account every query of this request is about. Branded, so that a bare id cannot be passed for it. */
export type AccountScope = { readonly accountId: string & { readonly __brand: 'AccountScope' } };

export type Actor = {
  readonly kind: 'staff' | 'api_key' | 'customer' | 'guest' | 'link' | 'system';
  readonly id: string;
  /** As it was at this moment: history keeps it. */
  readonly name: string;
  readonly permissions: ReadonlySet<Permission>;
};

/** "staff:<id>" and the like, as events and idempotency keys store it. */
export function actorKey(actor: Actor): string {
  return actor.kind === 'system' ? 'system' : `${actor.kind}:${actor.id}`;
}

/** A job to be run after the transaction has committed, not before `afterSeconds`; it is stored in the transaction. Names: `<module>/jobs.ts`. */
export type Enqueue = (job: string, payload: Readonly<Record<string, unknown>>, afterSeconds?: number) => Promise<void>;

export type ReadContext = {
  readonly db: Kysely<Tables>;
  readonly scope: AccountScope;
  /** The account's settings, read with the sign-in: no handler reads them again. */
  readonly account: AccountSettings;
  readonly actor: Actor;
  /** Names of the actor's roles and their e-mail address, to be shown: rights are `actor.permissions`. */
  readonly roles: readonly string[];
  readonly email: string | null;
  /** The staff session the request came by, if it did. */
  readonly sessionId?: string | undefined;
  /** Whether the person signs in with a second factor, and must; a key has none. */
  readonly secondFactor?: { readonly isOn: boolean; readonly isRequired: boolean } | undefined;
  /** Where the request came from and by what: evidence of who decided. Missing where nobody asked (a job). */
  readonly origin?: { readonly ipAddress: string; readonly userAgent: string } | undefined;
  /** The one clock of the request (a fake one in tests). */
  readonly now: Date;
  /** Where people reach this installation, without a slash at the end. */
  readonly publicUrl: string;
};

export type CommandContext = Omit<ReadContext, 'db'> & {
  readonly tx: Transaction<Tables>;
  /** A new UUID version 7. */
  readonly newId: () => string;
  readonly enqueue: Enqueue;
  /** What this process knows of orders that it wrote. */
  readonly keptOrders: KeptOrders;
  /** HMAC secret of the installation (estimate links). */
  readonly secret: string;
  /** Runs when it has committed, for what may be lost with the process (a notification); never for a promise. */
  readonly afterCommit: (effect: () => void) => void;
  /** Who follows this order is told when it has committed. */
  readonly announce: (orderId: string) => void;
  /** Where the answer can be read again when it is too large to be kept for a replay of the idempotency key. */
  readonly rereadAt: (path: string) => void;
};

/** A handler of a route: GET gets a ReadContext, every other method a CommandContext. */
export type Handler<R extends Route> = (context: R['method'] extends 'GET' ? ReadContext : CommandContext, input: ParsedInput<R>) => Promise<HandlerAnswer<R>>;

/** What a module's `routes.ts` exports: handlers by the names of the contract's table. `app.ts` joins them and misses none. */
export type Handlers<Table extends Readonly<Record<string, Route>>> = { readonly [Name in keyof Table]: Handler<Table[Name]> };
