import type { Permission } from '@backdesk/domain/staff/permissions.ts';
import type { Actor } from '../context.ts';

/** Artwork comes with orders, pictures with products: who may write either may send a file. */
export function maySend({ permissions }: Actor): boolean {
  return permissions.has('order:write') || permissions.has('catalog:write');
}

const readingOf = { order: 'order:read', product: 'catalog:read', evidence: 'order:read' } as const satisfies Readonly<Record<string, Permission>>;

/** Who sent it, and who may read what uses it. */
export function mayRead(actor: Actor, file: { readonly nouns: readonly (keyof typeof readingOf)[]; readonly isOwn: boolean }): boolean {
  return file.isOwn || file.nouns.some((noun) => actor.permissions.has(readingOf[noun]));
}
