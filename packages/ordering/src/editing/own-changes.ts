// What was done from this page and can be taken back, the last first. A reload forgets it; the history of the order never does.
import type { OrderOp } from './order-op.ts';

/** Kinds of which the server knows the inverse. */
const invertible: ReadonlySet<OrderOp['kind']> = new Set<OrderOp['kind']>(['add_line', 'add_lines', 'change_line', 'remove_line', 'change_order']);

export function isInvertible(op: OrderOp): boolean {
  return invertible.has(op.kind);
}

export function createOwnChanges() {
  let versions: readonly number[] = [];
  return {
    /** `op` was saved as this version of the order. */
    add(op: OrderOp, version: number): void {
      if (isInvertible(op)) versions = [...versions, version];
    },
    /** It is undone by other means: by the history or a toast. */
    drop(version: number): void {
      versions = versions.filter((other) => other !== version);
    },
    last: (): number | undefined => versions.at(-1),
    has: (version: number): boolean => versions.includes(version),
  };
}
