import type { BulkChange, BulkEditPreview } from '@backdesk/contract/catalog/bulk-edit.ts';
import { useFormat } from '@backdesk/ui/format/use-format.tsx';
import styles from './bulk.module.css';
import { t } from './texts.ts';

/** How many a change reaches, and what it makes of the first of them. */
export function BulkPreview({ preview: { count, items, currency }, change }: { preview: BulkEditPreview; change: BulkChange }) {
  const format = useFormat();
  const price = (unit: string) => format.unitPrice(unit, currency);
  return (
    <section>
      <p role="status">{t.reaches(count, format.number(count), items.length === count)}</p>
      <ul className={styles.items}>
        {items.map((item) => (
          <li key={item.productId}>
            <span>
              <bdi className="medium">{item.name}</bdi> <bdi className="small muted">{item.code}</bdi>
            </span>
            {item.price !== null ? (
              <span>
                <span className="was">{price(item.price.from)}</span> <span className="vh">{t.toPrice()}</span>{' '}
                <span className="medium">{price(item.price.to)}</span>
              </span>
            ) : (
              <span className={item.isChanged ? undefined : 'muted'}>
                {item.isChanged ? willBe(change) : change.kind === 'list_prices' ? t.noPrices() : t.unchanged()}
              </span>
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}

function willBe(change: BulkChange): string {
  if (change.kind === 'publication') return change.published ? t.willPublish() : t.willHide();
  if (change.kind === 'category') return change.isIn ? t.willEnter() : t.willLeave();
  return '';
}
