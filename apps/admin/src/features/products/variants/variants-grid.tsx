import type { Product, Variant } from '@backdesk/contract/catalog/schema.ts';
import { onMatrixKey } from '@backdesk/ordering/product/matrix-keys.ts';
import { Button } from '@backdesk/ui/actions/button.tsx';
import { Table } from '@backdesk/ui/data/table.tsx';
import { useFormat } from '@backdesk/ui/format/use-format.tsx';
import { PickBox } from '@backdesk/ui/forms/pick-box.tsx';
import { cx } from '@backdesk/ui/text/cx.ts';
import { useState } from 'react';
import { t as products } from '../texts.ts';
import { PriceCell, SkuCell, StockCell, WeightCell } from './cells.tsx';
import { QuantityRule } from './quantity-rule.tsx';
import { t } from './texts.ts';
import { useChangeVariant } from './use-change-variant.ts';
import styles from './variants.module.css';

export type Selected = { readonly ids: ReadonlySet<string>; readonly set: (ids: ReadonlySet<string>) => void };

type VariantsGridProps = {
  product: Product;
  /** Those that are shown: all, or what was looked for. */
  variants: readonly Variant[];
  /** What may be changed by whom; without it the grid is to read. */
  editing?: { readonly selected: Selected; readonly onEdit: (variant: Variant) => void };
};

/** So many rows are drawn at first. */
const drawnAtFirst = 200;

/** What is sold: SKU, options, list price, stock, weight. Who may change it does so in the grid; the rest of a variant is under Edit. */
export function VariantsGrid({ product, variants, editing }: VariantsGridProps) {
  const { number } = useFormat();
  const change = useChangeVariant(product.id);
  const [most, setMost] = useState(drawnAtFirst);
  const drawn = variants.slice(0, most);
  const canEdit = editing !== undefined;
  const selected = editing?.selected;
  const isAll = variants.length > 0 && variants.every(({ id }) => selected?.ids.has(id));
  const toggle = (ids: readonly string[], isIn: boolean) => {
    const next = new Set(selected?.ids);
    for (const id of ids) {
      if (isIn) next.add(id);
      else next.delete(id);
    }
    selected?.set(next);
  };
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: arrows move between the fields inside
    <div className={cx(styles.grid, canEdit && styles.canEdit)} onKeyDown={onMatrixKey}>
      <Table label={products.variants()} edge>
        <thead>
          <tr>
            {selected && (
              <th scope="col" className={styles.pick}>
                <PickBox
                  aria-label={t.selectAll()}
                  checked={isAll}
                  onChange={(event) =>
                    toggle(
                      variants.map(({ id }) => id),
                      event.target.checked,
                    )
                  }
                />
              </th>
            )}
            <th scope="col" className={canEdit ? styles.skuHead : 'hide-s'}>
              {products.sku()}
            </th>
            <th scope="col" className={styles.name}>
              {products.variant()}
            </th>
            <th scope="col" className="num">
              {products.prices()}
            </th>
            <th scope="col" className="num">
              {products.stock()}
            </th>
            <th scope="col" className="num hide-s">
              {products.weight()}
            </th>
            {canEdit && (
              <th scope="col">
                <span className="vh">{products.edit()}</span>
              </th>
            )}
          </tr>
        </thead>
        <tbody>
          {drawn.map((variant) => {
            const cell = { product, variant, canEdit, onChange: change };
            return (
              <tr key={variant.id}>
                {selected && (
                  <td className={styles.pick}>
                    <PickBox
                      aria-label={t.select(variant.sku)}
                      checked={selected.ids.has(variant.id)}
                      onChange={(event) => toggle([variant.id], event.target.checked)}
                    />
                  </td>
                )}
                <td className={canEdit ? styles.sku : 'soft hide-s'}>
                  <SkuCell {...cell} />
                </td>
                <td className={styles.name}>
                  <bdi className="medium">{variant.title || product.name}</bdi>
                  <bdi className={styles.skuBelow}>{variant.sku}</bdi>
                  {!variant.published && <span className="small muted"> · {products.hidden()}</span>}
                  <QuantityRule variant={variant} />
                </td>
                <td className="num">
                  <PriceCell {...cell} />
                </td>
                <td className="num">
                  <StockCell {...cell} />
                </td>
                <td className="num soft hide-s">
                  <WeightCell {...cell} />
                </td>
                {canEdit && (
                  <td className="num">
                    <Button variant="link" onClick={() => editing.onEdit(variant)}>
                      {products.edit()}
                      <span className="vh"> {variant.sku}</span>
                    </Button>
                  </td>
                )}
              </tr>
            );
          })}
        </tbody>
      </Table>
      {variants.length > drawn.length && (
        <Button variant="link" onClick={() => setMost(most + drawnAtFirst)}>
          {t.showMore(number(Math.min(drawnAtFirst, variants.length - drawn.length)))}
        </Button>
      )}
    </div>
  );
}
