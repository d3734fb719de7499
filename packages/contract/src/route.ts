// What a route is. One table of these (routes.ts) makes the server's registration, the OpenAPI document, the typed client
// and the test that walks every route. No HTTP framework here.
import type { Permission } from '@backdesk/domain/staff/permissions.ts';
import type { z } from 'zod';
import type { ProblemCode } from './problem.ts';

export type Method = 'GET' | 'POST' | 'PATCH' | 'PUT' | 'DELETE';

/**
 * 'staff': session cookie or API key; 'link': the token in the path; 'open': nobody in particular; 'site': a visitor of the site,
 * signed in or a guest, as far as the account lets guests (`part`); 'customer': a customer who is signed in.
 */
export type Audience = 'staff' | 'link' | 'open' | 'site' | 'customer';

/** What of the site a route belongs to: the account says up to where a guest gets. */
export type SitePart = 'browse' | 'cart' | 'checkout';

export type Route = {
  readonly method: Method;
  /** With `{name}` for parameters. */
  readonly path: string;
  readonly summary: string;
  readonly audience: Audience;
  /** Of the audience 'site'. */
  readonly part?: SitePart;
  /** What the actor must be allowed; null: being signed in is enough (or nobody need be, for 'open' and 'link'). */
  readonly permission: Permission | null;
  readonly params?: z.ZodObject;
  readonly query?: z.ZodObject;
  readonly body?: z.ZodType;
  /** What the body is when it is not JSON. */
  readonly bodyType?: 'text/csv' | 'application/octet-stream';
  /** The answer holds what opens something (a key, a link): it is kept for a replay under encryption only. */
  readonly answersSecret?: true;
  readonly status: 200 | 201 | 202;
  /** The answer when it is not JSON: a file, streamed, or events without end. `answer` is then `z.string()` (of any other file `z.instanceof(Blob)`). */
  readonly answerType?: 'text/csv' | 'text/event-stream' | '*/*';
  readonly answer: z.ZodType;
  /** Beyond those any route can answer (invalid, unauthenticated, forbidden, not found …). */
  readonly problems: readonly ProblemCode[];
};

export type RouteTable = Readonly<Record<string, Route>>;

/** A file as a handler gets it: on disk until the request is answered, never whole in memory. */
export type ReceivedFile = {
  readonly bytes: number;
  /** Its text (checked to be UTF-8), piece by piece, as often as it is asked for. */
  readonly pieces: () => AsyncIterable<string>;
};

/** A file of any kind as a handler gets it: on disk until the request is answered. */
export type ReceivedUpload = {
  readonly bytes: number;
  readonly path: string;
  /** SHA-256 of its bytes, in hexadecimal. */
  readonly hash: string;
};

type InputPart<R extends Route, Key extends 'params' | 'query' | 'body', Name extends string> =
  R extends Record<Key, infer Schema extends z.ZodType> ? { readonly [K in Name]: z.input<Schema> } : unknown;

/** What a caller gives: `params`, `query` and `body` where the route has them. */
export type RouteInput<R extends Route> = InputPart<R, 'params', 'params'> &
  (R extends { query: infer Query extends z.ZodType } ? { readonly query?: z.input<Query> } : unknown) &
  (R extends { bodyType: string } ? { readonly body: string | Blob } : InputPart<R, 'body', 'body'>);

type ParsedPart<R extends Route, Key extends 'params' | 'query' | 'body'> =
  R extends Record<Key, infer Schema extends z.ZodType> ? z.output<Schema> : undefined;

/** What a handler gets: the same, parsed and with defaults. */
export type ParsedInput<R extends Route> = {
  readonly params: ParsedPart<R, 'params'>;
  readonly query: ParsedPart<R, 'query'>;
  readonly body: R extends { bodyType: 'text/csv' }
    ? ReceivedFile
    : R extends { bodyType: 'application/octet-stream' }
      ? ReceivedUpload
      : ParsedPart<R, 'body'>;
};

/** What a caller gets. */
export type RouteAnswer<R extends Route> = z.output<R['answer']>;

/** A file to download, written piece by piece: it is never whole in memory. */
export type CsvFile = { readonly fileName: string; readonly pieces: AsyncIterable<string> };

/** A file that somebody sent, as it came. */
export type SentFile = {
  readonly name: string;
  readonly mediaType: string;
  readonly bytes: number | null;
  /** A picture may be shown where it stands; anything else is saved. */
  readonly isPicture: boolean;
  /** Whether anybody may keep it on the way (pictures of products); else the browser alone. */
  readonly isPublic: boolean;
  readonly content: ReadableStream<Uint8Array>;
};

/** What a handler gives. */
export type HandlerAnswer<R extends Route> = R extends { answerType: 'text/csv' }
  ? CsvFile
  : R extends { answerType: 'text/event-stream' }
    ? ReadableStream<Uint8Array>
    : R extends { answerType: '*/*' }
      ? SentFile
      : RouteAnswer<R>;
