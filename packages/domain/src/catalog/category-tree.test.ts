import { describe, expect, test } from 'vitest';
import { checkParent, inTreeOrder, placedAmong, type TreeCategory } from './category-tree.ts';

const at = (id: string, parentId: string | null, position: number): TreeCategory => ({ id, parentId, position, name: id.toUpperCase() });
const shop = [at('tees', 'wear', 2), at('mugs', null, 2), at('wear', null, 1), at('caps', 'wear', 1), at('long', 'tees', 1)];

test('a category is followed by its own parts, siblings by position', () => {
  expect(inTreeOrder(shop).map(({ id, depth, path }) => [id, depth, path.join(' › ')])).toEqual([
    ['wear', 0, 'WEAR'],
    ['caps', 1, 'WEAR › CAPS'],
    ['tees', 1, 'WEAR › TEES'],
    ['long', 2, 'WEAR › TEES › LONG'],
    ['mugs', 0, 'MUGS'],
  ]);
});

describe('checkParent', () => {
  const chain = ['a', 'b', 'c', 'd', 'e', 'f'].map((id, index, all) => at(id, all[index - 1] ?? null, 1));
  test.each([
    ['to the top', shop, 'tees', null, undefined],
    ['under a sibling', shop, 'tees', 'caps', undefined],
    ['under itself', shop, 'wear', 'wear', 'category.within_itself'],
    ['under one of its own', shop, 'wear', 'long', 'category.within_itself'],
    ['new at the sixth level', chain, null, 'e', undefined],
    ['new at the seventh level', chain, null, 'f', 'category.too_deep'],
    ['two levels under the fifth', [...chain, at('x', null, 2), at('y', 'x', 1)], 'x', 'e', 'category.too_deep'],
    ['two levels under the fourth', [...chain, at('x', null, 2), at('y', 'x', 1)], 'x', 'd', undefined],
  ])('%s', (_, categories, id, parentId, code) => expect(checkParent(categories, id, parentId)?.code).toBe(code));
});

test.each([
  ['first', null, ['b', 'a', 'c']],
  ['after the last', 'c', ['a', 'c', 'b']],
  ['last when nothing is said', undefined, ['a', 'c', 'b']],
  ['last after what is not there', 'z', ['a', 'c', 'b']],
] as const)('placed %s', (_, after, order) => expect(placedAmong([at('a', null, 1), at('b', null, 2), at('c', null, 3)], 'b', after)).toEqual(order));
