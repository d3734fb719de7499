// Categories are a tree of limited depth: a category hangs under another, never under one of its own, and stands among its
// siblings in an order that people set. Pure; the server keeps the rows, desk and site show them in the order given here.
import type { Refusal } from '../core/refusal.ts';

export type TreeCategory = { readonly id: string; readonly parentId: string | null; readonly name: string; readonly position: number };

/** Where a category stands: how many are above it, and their names from the top down to its own. */
export type Placed<Category> = Category & { readonly depth: number; readonly path: readonly string[] };

/** Levels that people still find their way in. */
export const mostLevels = 6;

const bySiblings = (categories: readonly TreeCategory[]) => Map.groupBy(categories, ({ parentId }) => parentId);

/** Every category with its own parts right after it, siblings by position. One whose parent is missing is left out. */
export function inTreeOrder<Category extends TreeCategory>(categories: readonly Category[]): readonly Placed<Category>[] {
  const children = Map.groupBy(categories, ({ parentId }) => parentId);
  const below = (parentId: string | null, path: readonly string[]): readonly Placed<Category>[] =>
    (children.get(parentId) ?? [])
      .toSorted((a, b) => a.position - b.position || (a.id < b.id ? -1 : 1))
      .flatMap((category) => {
        const own = [...path, category.name];
        return [{ ...category, depth: path.length, path: own }, ...below(category.id, own)];
      });
  return below(null, []);
}

/** Refuses to hang a category under itself or one of its own, or deeper than `mostLevels`. `id` null: it is new. */
export function checkParent(categories: readonly TreeCategory[], id: string | null, parentId: string | null): Refusal | null {
  if (parentId === null) return null;
  const parents = new Map(categories.map((category) => [category.id, category.parentId]));
  let above = 0;
  for (let at: string | null = parentId; at !== null; at = parents.get(at) ?? null) {
    if (at === id) return { code: 'category.within_itself', pointer: '/parentId' };
    above += 1;
  }
  const levels = above + (id === null ? 1 : heightOf(categories, id));
  return levels > mostLevels ? { code: 'category.too_deep', pointer: '/parentId', detail: { levels, maximum: mostLevels } } : null;
}

function heightOf(categories: readonly TreeCategory[], id: string): number {
  const children = bySiblings(categories);
  const height = (of: string): number => 1 + Math.max(0, ...(children.get(of) ?? []).map((child) => height(child.id)));
  return height(id);
}

/** The siblings' ids in their new order, with `id` after the one named (null: first; undefined or not among them: last). */
export function placedAmong(siblings: readonly TreeCategory[], id: string, after: string | null | undefined): readonly string[] {
  const others = siblings.filter((category) => category.id !== id).toSorted((a, b) => a.position - b.position || (a.id < b.id ? -1 : 1));
  const ids = others.map((category) => category.id);
  const at = after === null ? 0 : after === undefined ? ids.length : ids.indexOf(after) + 1 || ids.length;
  return [...ids.slice(0, at), id, ...ids.slice(at)];
}
