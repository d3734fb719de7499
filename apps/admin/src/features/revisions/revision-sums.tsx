import type { EstimateContent } from '@backdesk/contract/estimate/schema.ts';
import { useFormat } from '@backdesk/ui/format/use-format.tsx';
import { openWords } from '../../components/order-cells.tsx';
import styles from './revision-page.module.css';
import { t } from './texts.ts';

/** What it came to, each tax by its rate. */
export function RevisionSums({ content }: { content: EstimateContent }) {
  const { money, percent } = useFormat();
  const { totals, priceMode } = content;
  return (
    <dl className={styles.sums}>
      <div>
        <dt>{t.items()}</dt>
        <dd>{money(totals.items)}</dd>
      </div>
      {totals.discount.amount !== 0 && (
        <div>
          <dt>{t.discount()}</dt>
          <dd>− {money(totals.discount)}</dd>
        </div>
      )}
      <div>
        <dt>{t.shipping()}</dt>
        <dd>{totals.shipping === null ? t.none() : totals.shipping.amount === 0 ? t.free() : money(totals.shipping)}</dd>
      </div>
      {totals.taxLines.length > 0 ? (
        totals.taxLines.map((tax) => (
          <div key={`${tax.code} ${tax.ratePpm}`}>
            <dt>
              <bdi>{tax.name}</bdi> {percent(tax.ratePpm)}
            </dt>
            <dd>{money(tax.amount)}</dd>
          </div>
        ))
      ) : (
        <div>
          <dt>{priceMode === 'tax_included' ? t.taxIncluded() : t.tax()}</dt>
          <dd>{totals.tax === null ? t.none() : money(totals.tax)}</dd>
        </div>
      )}
      <div className={styles.grand}>
        <dt>{t.total()}</dt>
        <dd>{money(totals.total)}</dd>
        {totals.open.length > 0 && <dd className={styles.fine}>{openWords(totals.open)}</dd>}
      </div>
    </dl>
  );
}
