import type { Category } from '@backdesk/contract/category/schema.ts';
import type { Placed } from '@backdesk/domain/catalog/category-tree.ts';
import type { CategoryRow } from './queries.ts';

export function presentCategory({ id, version, name, code, parentId, depth, path, productCount }: Placed<CategoryRow>): Category {
  return { id, version, name, code, parentId, depth, path: [...path], productCount };
}
