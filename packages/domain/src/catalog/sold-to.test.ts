import { expect, test } from 'vitest';
import { type BuyerRule, isSoldTo, whyNotSold } from './sold-to.ts';

const rule = (effect: BuyerRule['effect'], roleId: string, variantId: string | null = null): BuyerRule => ({ effect, roleId, variantId });

test.each([
  ['no rule, nobody in particular', [], 'v', null, true],
  ['a role that is excluded', [rule('exclude', 'gold')], 'v', 'gold', false],
  ['another role', [rule('exclude', 'gold')], 'v', 'silver', true],
  ['no role, while one is excluded', [rule('exclude', 'gold')], 'v', null, true],
  ['a role that is included', [rule('include', 'gold')], 'v', 'gold', true],
  ['another than the included one', [rule('include', 'gold')], 'v', 'silver', false],
  ['no role, while one is included', [rule('include', 'gold')], 'v', null, false],
  ['one of two included', [rule('include', 'gold'), rule('include', 'silver')], 'v', 'silver', true],
  ['the variant is kept from a role', [rule('exclude', 'gold', 'v')], 'v', 'gold', false],
  ['another variant of it is not', [rule('exclude', 'gold', 'v')], 'w', 'gold', true],
  ['the product is seen, whatever a variant’s rule', [rule('exclude', 'gold', 'v')], null, 'gold', true],
  ['a variant cannot open what the product keeps away', [rule('include', 'gold'), rule('include', 'silver', 'v')], 'v', 'silver', false],
] as const)('%s', (_, rules, variantId, roleId, sold) => expect(isSoldTo(rules, variantId, roleId)).toBe(sold));

test.each([
  ['gone', undefined, 'deleted'],
  ['taken off sale, whoever asks', { variantId: 'v', published: false, buyerRules: [rule('exclude', 'gold')] }, 'unpublished'],
  ['kept from the role', { variantId: 'v', published: true, buyerRules: [rule('exclude', 'gold')] }, 'excluded'],
  ['sold', { variantId: 'v', published: true, buyerRules: [rule('exclude', 'silver')] }, null],
] as const)('why not: %s', (_, sold, why) => expect(whyNotSold(sold, 'gold')).toBe(why));
