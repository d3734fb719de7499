import type { Product, Variant } from '@backdesk/contract/catalog/schema.ts';
import { BreakCurve } from '@backdesk/ordering/lines/break-curve.tsx';
import { periodText } from '@backdesk/ordering/lines/period-text.ts';
import { Panel } from '@backdesk/ui/data/panel.tsx';
import { useFormat } from '@backdesk/ui/format/use-format.tsx';
import { perPiece } from './per-piece.ts';
import styles from './price-breaks.module.css';
import { t } from './texts.ts';
import { variantsInWords } from './variants-in-words.ts';

/** What a quantity costs, as a table with its curve: one for all variants that cost the same. Nothing where nothing has breaks. */
export function PriceBreaks({ product }: { product: Product }) {
  const format = useFormat();
  const groups = [...Map.groupBy(product.variants.filter(hasBreaks), pricesOf).values()];
  if (groups.length === 0 || product.bundle?.pricing === 'summed') return null;
  return (
    <Panel title={t.priceBreaks()} note={t.eachNote()}>
      <ul className={styles.groups}>
        {groups.map((variants) => {
          const [first] = variants;
          const breaks = first?.priceTable?.breaks ?? [];
          const title = variantsInWords(variants, product);
          const days = periodText(first?.priceTable ?? {}, format);
          return (
            <li key={first?.id}>
              <h3 className={styles.title}>
                <bdi>{title}</bdi>
                {days !== '' && <span className="small muted"> · {days}</span>}
              </h3>
              <table className={styles.table} aria-label={t.breaksOf(title)}>
                <thead>
                  <tr>
                    <th scope="col">{t.fromQuantity()}</th>
                    <th scope="col">{t.eachHead()}</th>
                    <th scope="col">{t.togetherPrice()}</th>
                  </tr>
                </thead>
                <tbody>
                  {breaks.map(({ quantity, extendedPrice }) => (
                    <tr key={quantity}>
                      <td>{format.number(quantity)}</td>
                      <td>{format.unitPrice(perPiece(extendedPrice, quantity), product.currency, { show: 'plain' })}</td>
                      <td>{format.unitPrice(extendedPrice, product.currency, { show: 'plain' })}</td>
                    </tr>
                  ))}
                </tbody>
              </table>
              <BreakCurve breaks={breaks} quantity={0} />
            </li>
          );
        })}
      </ul>
    </Panel>
  );
}

const hasBreaks = ({ priceTable }: Variant) => (priceTable?.breaks.length ?? 0) > 1;
const pricesOf = ({ priceTable }: Variant) => JSON.stringify([priceTable?.breaks, priceTable?.validFrom, priceTable?.validUntil]);
