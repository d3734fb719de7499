// Whom a product is sold to, by price role. A rule that includes a role keeps everybody else away; one that excludes it keeps only that
// role away. A variant is sold to whom its product is sold to, less what its own rules take away.
export type BuyerRule = {
  /** null: the product with all its variants. */
  readonly variantId: string | null;
  readonly roleId: string;
  readonly effect: 'include' | 'exclude';
};

function allows(rules: readonly BuyerRule[], roleId: string | null): boolean {
  const ofRole = rules.filter((rule) => rule.roleId === roleId);
  if (ofRole.some(({ effect }) => effect === 'exclude')) return false;
  return ofRole.length > 0 || !rules.some(({ effect }) => effect === 'include');
}

/** Whether somebody with this price role (null: with none) may buy the variant (null: the product, in some variant). `rules` are all of its product. */
export function isSoldTo(rules: readonly BuyerRule[], variantId: string | null, roleId: string | null): boolean {
  if (rules.length === 0) return true;
  const ofProduct = rules.filter((rule) => rule.variantId === null);
  const ofVariant = variantId === null ? [] : rules.filter((rule) => rule.variantId === variantId);
  return allows(ofProduct, roleId) && allows(ofVariant, roleId);
}

/** Why a line's product is not sold: gone, taken off sale, or not for the customer's price role. */
export type Unavailability = 'deleted' | 'unpublished' | 'excluded';

type Sold = { readonly variantId: string; readonly published: boolean; readonly buyerRules: readonly BuyerRule[] };

/** What keeps a variant from somebody with this price role; null: it is sold to them. undefined stands for a variant that is gone. */
export function whyNotSold(sold: Sold | undefined, roleId: string | null): Unavailability | null {
  if (sold === undefined) return 'deleted';
  if (!sold.published) return 'unpublished';
  return isSoldTo(sold.buyerRules, sold.variantId, roleId) ? null : 'excluded';
}
