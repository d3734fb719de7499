import type { VariantHit } from '@backdesk/contract/catalog/search.ts';

/** `match` of a hit by the tier of the search it came from (migration 0003). */
const matchOfTier = ['exact', 'prefix', 'prefix', 'prefix', 'words', 'words'] as const;

export function matchOf({ tier }: { readonly tier: number }, isNear: boolean): VariantHit['match'] {
  return isNear ? 'near' : (matchOfTier[tier] ?? 'words');
}
