import type { HandlerAnswer, ParsedInput, Route, RouteAnswer, RouteTable } from '@backdesk/contract/route.ts';
import type { Services } from '../db/transaction.ts';
import type { Handler, ReadContext } from '../modules/context.ts';

export type Ask = (
  path: string,
  init: { readonly method: string; readonly headers?: Readonly<Record<string, string>>; readonly body?: string },
) => Promise<Response>;

/** What a route gets that signs nobody in (sign-in itself), or that has to touch the answer's headers. */
export type Visit = {
  readonly services: Services;
  readonly now: Date;
  readonly headers: Headers;
  readonly host: string;
  readonly ipAddress: string;
  readonly requestId: string;
  /** Asks something else of this server as the same visitor, through the same door. */
  readonly ask: Ask;
  /** Adds a header to the answer (a cookie). */
  readonly setHeader: (name: string, value: string) => void;
};

/** For an address that is open to anybody. */
export type VisitHandler<R extends Route> = { readonly visit: (visit: Visit, input: ParsedInput<R>) => Promise<HandlerAnswer<R>> };

/** A write of a signed-in actor that is not one transaction (signing out): it sees to itself. */
export type OwnTransactions<R extends Route> = {
  readonly ownTransactions: (context: ReadContext, input: ParsedInput<R>, visit: Visit) => Promise<RouteAnswer<R>>;
};

export type AnyHandler<R extends Route> = Handler<R> | VisitHandler<R> | OwnTransactions<R>;

/** What `app.ts` joins: a handler for each route of the table. */
export type AllHandlers<Table extends RouteTable> = { readonly [Name in keyof Table]: AnyHandler<Table[Name]> };
