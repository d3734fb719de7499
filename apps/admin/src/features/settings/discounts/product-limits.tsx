import type { ProductRow } from '@backdesk/contract/catalog/schema.ts';
import { Button } from '@backdesk/ui/actions/button.tsx';
import { useFormat } from '@backdesk/ui/format/use-format.tsx';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { CatalogSearch } from '../../../components/catalog-search/catalog-search.tsx';
import { api } from '../../../lib/api.ts';
import styles from './discounts.module.css';
import { t } from './texts.ts';

type ProductLimitsProps = { ids: readonly string[]; errors: Readonly<Record<string, string>>; onChange: (ids: readonly string[]) => void };

const search = async (words: string, signal: AbortSignal) => (await api.listProducts({ query: { q: words, limit: 8 } }, { signal })).items;

/** Named; of more, which only programs set, the number stands. */
const mostNamed = 20;

/** Which products a discount is for, beside categories: found, listed by name, taken off. */
export function ProductLimits({ ids, errors, onChange }: ProductLimitsProps) {
  const format = useFormat();
  const named = ids.slice(0, mostNamed);
  const query = useQuery({
    queryKey: ['products', 'named', named],
    queryFn: ({ signal }) => api.listProducts({ query: { ids: named.join(',') } }, { signal }),
    placeholderData: keepPreviousData,
    enabled: named.length > 0,
  });
  const products = new Map(query.data?.items.map((product) => [product.id, product]));
  const priceOf = ({ priceFrom, currency }: ProductRow) => (priceFrom === null ? '' : format.unitPrice(priceFrom, currency));
  return (
    <fieldset className={styles.limits}>
      <legend>{t.products()}</legend>
      {ids.length > 0 && (
        <ul className={styles.products}>
          {named.map((id, at) => {
            // One that was deleted is named by nothing; it can be taken off all the same.
            const product = products.get(id);
            const name = product?.name ?? (query.isFetching ? '…' : t.noName());
            return (
              <li key={id}>
                <span>
                  <bdi>{name}</bdi> <bdi className="muted">{product?.code}</bdi>
                  {errors[`productIds.${at}`] !== undefined && (
                    <span className={styles.wrong} role="alert">
                      {t.productGone()}
                    </span>
                  )}
                </span>
                <Button variant="quiet" size="small" icon="close" onClick={() => onChange(ids.filter((other) => other !== id))}>
                  <span className="vh">{t.takeOff(name)}</span>
                </Button>
              </li>
            );
          })}
          {ids.length > named.length && <li className="muted">{t.moreProducts(format.number(ids.length - named.length))}</li>}
        </ul>
      )}
      <CatalogSearch
        label={t.addProduct()}
        search={search}
        shown={(row) => ({
          ...{ id: row.id, title: row.name, code: row.code, imageUrl: row.imageUrl, price: priceOf(row) },
          whyNot: ids.includes(row.id) ? t.isIn() : null,
        })}
        onPick={({ id }) => onChange([...ids, id])}
      />
    </fieldset>
  );
}
