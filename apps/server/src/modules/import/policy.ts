import type { Actor } from '../context.ts';
import { Problem } from '../problem.ts';

/** Whoever may start an import of a kind may stop one. */
export function assertMayCancel(actor: Actor, { kind }: { readonly kind: 'products' | 'customers' }): void {
  const permission = kind === 'products' ? 'catalog:write' : 'customer:write';
  if (!actor.permissions.has(permission)) throw new Problem('request.forbidden', { detail: { permission } });
}

/** A file with a column of price roles changes terms: whoever starts it must be allowed to. */
export function assertMayGiveRoles(actor: Actor, mapping: Readonly<Record<string, string>> | null): void {
  if (!Object.values(mapping ?? {}).includes('role') || actor.permissions.has('customer:terms')) return;
  throw new Problem('request.forbidden', { detail: { permission: 'customer:terms' } });
}
