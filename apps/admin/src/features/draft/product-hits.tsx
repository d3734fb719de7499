import type { VariantHit } from '@backdesk/contract/catalog/search.ts';
import type { Order } from '@backdesk/contract/order/order.ts';
import { mergeTarget } from '@backdesk/ordering/editing/apply-op.ts';
import { previewLine } from '@backdesk/ordering/editing/preview-line.ts';
import { priceAt } from '@backdesk/ordering/editing/price-at.ts';
import { LinePicture } from '@backdesk/ordering/lines/line-picture.tsx';
import { lineTitle } from '@backdesk/ordering/lines/line-title.ts';
import { leastQuantity } from '@backdesk/ordering/product/quantity-rule.ts';
import { stockSays } from '@backdesk/ordering/product/stock-text.ts';
import { StatusDot } from '@backdesk/ui/data/status-dot.tsx';
import { useFormat } from '@backdesk/ui/format/use-format.tsx';
import { cx } from '@backdesk/ui/text/cx.ts';
import { useEffect, useRef } from 'react';
import styles from './add-product.module.css';
import type { Entry } from './read-entry.ts';
import { t } from './texts.ts';

export type ProductHitsProps = {
  listId: string;
  order: Order;
  entry: Entry;
  /** null: not known yet for this text. */
  hits: readonly VariantHit[] | null;
  /** Found for a text before: shown greyed, never chosen. */
  stale: readonly VariantHit[];
  failed: boolean;
  active: number;
  onActive: (at: number) => void;
  onPick: (hit: VariantHit) => void;
};

/** What the search found, priced for this customer at the quantity typed. */
export function ProductHits({ listId, order, entry, hits, stale, failed, active, onActive, onPick }: ProductHitsProps) {
  const format = useFormat();
  const shown = hits ?? stale;
  const quantity = entry.quantity ?? 1;
  if (failed) return <p className={styles.says}>{t.searchFailed()}</p>;
  if (hits !== null && hits.length === 0) {
    return (
      <p className={styles.says} role="status">
        {entry.words === '' ? (
          t.nothingInCategory()
        ) : (
          <>
            <b>{t.nothingFound(entry.words)}</b> {t.nothingFoundHelp()}
          </>
        )}
      </p>
    );
  }
  if (shown.length === 0) return <p className={styles.says}>{t.searching()}</p>;
  return (
    <>
      <div className={cx(styles.hit, styles.hitHead)} aria-hidden="true">
        <span />
        <span>
          {t.found(shown.length)} {order.customer && t.forCustomer(order.company?.name ?? order.customer.name)}
        </span>
        <span className={styles.hitSku}>{t.sku()}</span>
        <span className={styles.stock}>{t.stockHead()}</span>
        <span className={styles.each}>{t.eachAt(format.number(quantity))}</span>
        <span className="num">{t.cost(format.number(quantity))}</span>
      </div>
      <div id={listId} role="listbox" aria-label={t.found(shown.length)} className={cx(styles.hits, hits === null && styles.stale)}>
        {shown.map((hit, at) => (
          <Hit
            key={hit.id}
            id={`${listId}-${at}`}
            hit={hit}
            order={order}
            quantity={entry.quantity ?? leastQuantity(hit)}
            isActive={hits !== null && at === active}
            onActive={() => hits !== null && onActive(at)}
            onPick={() => onPick(hit)}
          />
        ))}
      </div>
    </>
  );
}

type HitProps = { id: string; hit: VariantHit; order: Order; quantity: number; isActive: boolean; onActive: () => void; onPick: () => void };

function Hit({ id, hit, order, quantity, isActive, onActive, onPick }: HitProps) {
  const format = useFormat();
  const row = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (isActive) row.current?.scrollIntoView?.({ block: 'nearest' });
  }, [isActive]);
  const preview = previewLine(hit, quantity, hit.id);
  const values = lineTitle({ name: '', options: preview.options });
  const priced = priceAt(preview, quantity);
  const target = mergeTarget(order.lines, preview);
  const stock = stockSays(hit.stock, quantity, format);
  const at = target === undefined ? -1 : order.lines.filter((line) => line.parentLineId === null).indexOf(target);
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: the combo box has the keys
    <div
      ref={row}
      id={id}
      role="option"
      tabIndex={-1}
      aria-selected={isActive}
      className={styles.hit}
      onPointerMove={isActive ? undefined : onActive}
      onMouseDown={(event) => event.preventDefault()}
      onClick={onPick}
    >
      <LinePicture url={hit.imageUrl} size={34} />
      <span className={styles.hitName}>
        <span className={styles.hitTitle} dir="auto">
          {/* A long name is cut off, never what tells the variants apart. */}
          <span className="ellipsis">{values === '' ? hit.name : `${hit.name} ·`}</span> {values !== '' && <span>{values}</span>}
        </span>
        {target !== undefined && (
          <span className={styles.hitSub}>{t.onLine(at + 1, format.number(target.quantity), format.number(target.quantity + quantity))}</span>
        )}
        <span className={styles.hitMore}>
          <span className={styles.hitMoreSku}>{hit.sku}</span>
          {stock?.text}
        </span>
        {!hit.published && <span className={styles.hitSub}>{t.unpublished()}</span>}
      </span>
      <span className={styles.hitSku} dir="auto">
        {hit.sku}
      </span>
      <span className={styles.stock}>
        {stock !== null &&
          (stock.tone === 'plain' ? (
            stock.text
          ) : (
            <StatusDot tone={stock.tone} shape={stock.tone === 'bad' ? 'block' : 'diamond'}>
              {stock.text}
            </StatusDot>
          ))}
      </span>
      <span className={styles.each}>{priced?.unitPrice ? format.unitPrice(priced.unitPrice, hit.currency, { show: 'plain' }) : '—'}</span>
      <span className={styles.cost}>{priced?.unitPrice ? format.money({ amount: priced.total, currency: hit.currency }, { show: 'plain' }) : '—'}</span>
    </div>
  );
}
