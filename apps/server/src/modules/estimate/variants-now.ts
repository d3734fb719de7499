// What catalogue and stock say now of what an estimate asks for, as one reader may be told it. Pure. Decision record 0056.
import type { FrozenLine } from '@backdesk/contract/estimate/frozen.ts';
import { whyNotSold } from '@backdesk/domain/catalog/sold-to.ts';
import type { VariantNow, VariantStock } from '@backdesk/domain/estimate/availability.ts';
import { drawsFrom } from '@backdesk/domain/stock/shortages.ts';
import type { AccountSettings } from '../../db/account-settings.ts';
import type { VariantNowRow } from '../catalog/queries/variants-now.ts';

export type NowFacts = {
  readonly variants: ReadonlyMap<string, VariantNowRow>;
  /** The price role of the customer, as it is now. */
  readonly roleId: string | null;
};

/** A site of which all pages need a sign-in shows no stock to whoever has a link. */
export const showsStock = ({ siteSignIn }: Pick<AccountSettings, 'siteSignIn'>): boolean => siteSignIn !== 'all_pages';

export const variantIdsOf = (lines: readonly Pick<FrozenLine, 'variantId'>[]): readonly string[] => [
  ...new Set(lines.flatMap(({ variantId }) => variantId ?? [])),
];

/** One entry a variant, in the order of the lines. `isOpen`: with how many there are, though never more than these lines can ask for. */
export function variantsNow(lines: readonly FrozenLine[], { variants, roleId }: NowFacts, isOpen: boolean): readonly VariantNow[] {
  const asking = Map.groupBy(
    lines.filter(({ variantId }) => variantId !== null),
    ({ variantId }) => variantId ?? '',
  );
  return [...asking].map(([variantId, wanted]) => {
    const row = variants.get(variantId);
    const drawing = wanted.filter((line) => drawsFrom(line) !== null);
    return {
      lineIds: wanted.map(({ id }) => id),
      isSold: whyNotSold(row, roleId) === null,
      stock: row === undefined || !row.tracked || drawing.length === 0 ? null : stockOf(row, drawing, isOpen),
    };
  });
}

function stockOf({ available, backorder, incoming }: VariantNowRow, lines: readonly FrozenLine[], isOpen: boolean): VariantStock {
  const how = { allowsBackorder: backorder, incoming: incoming === null ? null : { ...incoming } };
  const most = lines.reduce((sum, { quantity, quantityBounds }) => sum + Math.max(quantity, quantityBounds?.maximum ?? 0), 0);
  if (isOpen) return { available: Math.max(0, Math.min(available, most)), ...how };
  const wanted = lines.reduce((sum, { quantity, optional, chosen }) => (optional && !chosen ? sum : sum + quantity), 0);
  return { available: null, kept: available >= wanted ? 'enough' : available > 0 ? 'some' : 'none', allowsBackorder: backorder, incoming: null };
}
