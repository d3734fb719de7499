import type { VariantHit } from '@backdesk/contract/catalog/search.ts';
import { lineTitle } from '@backdesk/ordering/lines/line-title.ts';
import { useFormat } from '@backdesk/ui/format/use-format.tsx';
import { CatalogSearch } from '../../../components/catalog-search/catalog-search.tsx';
import { api } from '../../../lib/api.ts';
import { perPiece } from '../per-piece.ts';
import { t } from './texts.ts';

type PartSearchProps = {
  /** The product that is being made: none of its own variants goes into it. */
  productId: string | null;
  onPick: (hit: VariantHit) => void;
  error?: string | undefined;
};

const search = async (words: string, signal: AbortSignal) => (await api.searchVariants({ query: { q: words, limit: 8 } }, { signal })).items;

/** Finds what goes into a bundle. What cannot go in is shown with the reason and not taken. */
export function PartSearch({ productId, onPick, error }: PartSearchProps) {
  const format = useFormat();
  const priceOf = ({ priceTable, currency }: VariantHit) => {
    const first = priceTable?.breaks[0];
    return first === undefined ? '' : format.unitPrice(perPiece(first.extendedPrice, first.quantity), currency);
  };
  return (
    <CatalogSearch
      label={t.search()}
      search={search}
      shown={(hit) => ({
        ...{ id: hit.id, title: lineTitle(hit), code: hit.sku, imageUrl: hit.imageUrl, price: priceOf(hit) },
        whyNot: hit.productId === productId ? t.isItself() : hit.parts.length > 0 ? t.isBundle() : null,
      })}
      onPick={onPick}
      error={error}
    />
  );
}
