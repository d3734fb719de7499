import { largestFile } from '@backdesk/domain/file/kinds.ts';
import type { Permission } from '@backdesk/domain/staff/permissions.ts';
import { type Actor, actorKey } from '../context.ts';

const isOfSite = ({ kind }: Actor) => kind === 'customer' || kind === 'guest';

/** Artwork comes with orders, pictures with products: who may write either may send a file, and who orders for themselves. */
export function maySend(actor: Actor): boolean {
  return isOfSite(actor) || actor.permissions.has('order:write') || actor.permissions.has('catalog:write');
}

/** Bytes of a file at most. Customers send artwork of a line; what is larger goes another way. */
export const largestOf = (actor: Actor): number => (isOfSite(actor) ? 10_000_000 : largestFile);

const readingOf = { order: 'order:read', product: 'catalog:read', evidence: 'order:read', account: 'order:read' } as const satisfies Readonly<
  Record<string, Permission>
>;

type Readable = {
  readonly nouns: readonly (keyof typeof readingOf)[];
  readonly createdBy: string;
  /** Customers whose carts and orders use it. */
  readonly customerIds: readonly string[];
};

/** Who sent it, who may read what uses it, and the customer whose order uses it. */
export function mayRead(actor: Actor, { nouns, createdBy, customerIds }: Readable): boolean {
  if (createdBy === actorKey(actor)) return true;
  if (actor.kind === 'customer') return customerIds.includes(actor.id);
  return nouns.some((noun) => actor.permissions.has(readingOf[noun]));
}
