// The history of an order is a chain: each event's hash covers the hash before it and its own canonical JSON (RFC 8785),
// so that an event changed or taken out later shows.
import { createHash } from 'node:crypto';
import canonicalize from 'canonicalize';

/** One event as it is hashed. `at` is RFC 3339 in UTC with milliseconds. */
export type ChainedEvent = {
  readonly orderId: string;
  readonly version: number;
  readonly index: number;
  readonly type: string;
  readonly actor: string;
  readonly actorName: string;
  readonly at: string;
  readonly data: unknown;
};

/** SHA-256, hex, over the previous hash (nothing for the first event) and the event's canonical JSON. */
export function chainHash(previous: string | null, event: ChainedEvent): string {
  const { orderId, version, index, type, actor, actorName, at, data } = event;
  const text = canonicalize({ orderId, version, index, type, actor, actorName, at, data });
  if (text === undefined) throw new TypeError('An event has no canonical JSON.');
  return createHash('sha256')
    .update(Buffer.from(previous ?? '', 'hex'))
    .update(text)
    .digest('hex');
}
