import type { Actor } from '../context.ts';
import { Problem } from '../problem.ts';

const importKinds = ['products', 'customers'] as const;
type ImportKind = (typeof importKinds)[number];

/** Whoever may start an import of a kind may stop one. */
export function assertMayCancel(actor: Actor, { kind }: { readonly kind: ImportKind }): void {
  const permission = kind === 'products' ? 'catalog:write' : 'customer:write';
  if (!actor.permissions.has(permission)) throw new Problem('request.forbidden', { detail: { permission } });
}

/** What stands in a file of customers is theirs: whoever may not read customers reads no import of them. */
export function readableKinds(actor: Actor): readonly ImportKind[] {
  return importKinds.filter((kind) => actor.permissions.has(kind === 'products' ? 'catalog:read' : 'customer:read'));
}

export function assertMayRead(actor: Actor, { kind }: { readonly kind: ImportKind }): void {
  if (!readableKinds(actor).includes(kind)) throw new Problem('not_found');
}

/** A file with a column of price roles changes terms: whoever starts it must be allowed to. */
export function assertMayGiveRoles(actor: Actor, mapping: Readonly<Record<string, string>> | null): void {
  if (!Object.values(mapping ?? {}).includes('role') || actor.permissions.has('customer:terms')) return;
  throw new Problem('request.forbidden', { detail: { permission: 'customer:terms' } });
}
