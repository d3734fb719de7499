import type { Product } from '@backdesk/contract/catalog/schema.ts';
import { onMatrixKey } from '@backdesk/ordering/product/matrix-keys.ts';
import { Table } from '@backdesk/ui/data/table.tsx';
import { MoneyInput } from '@backdesk/ui/forms/money-input.tsx';
import { NumberField } from '@backdesk/ui/forms/number-field.tsx';
import { PickBox } from '@backdesk/ui/forms/pick-box.tsx';
import { TextInput } from '@backdesk/ui/forms/text-input.tsx';
import { t as products } from '../texts.ts';
import type { AddRow, RowEdit } from './add-draft.ts';
import { t } from './texts.ts';
import styles from './variants.module.css';

type NewRowsProps = {
  product: Product;
  rows: readonly AddRow[];
  /** By their place among the rows that are made: "variants.3.sku". */
  errors: Readonly<Record<string, string>>;
  isChecked: boolean;
  onEdit: (keys: readonly string[], to: RowEdit) => void;
};

/** The variants to be made: each with a SKU to start from, its price and stock, and a tick to leave it out by. */
export function NewRows({ product, rows, errors, isChecked, onEdit }: NewRowsProps) {
  const made = rows.filter(({ isMade }) => isMade);
  const isSummed = product.bundle?.pricing === 'summed';
  const isBundle = product.bundle !== null;
  return (
    <div className={styles.newRows} onKeyDownCapture={onMatrixKey}>
      <Table label={t.rows()} edge>
        <thead>
          <tr>
            <th scope="col">
              <PickBox
                aria-label={t.tickAll()}
                checked={made.length === rows.length}
                onChange={(event) =>
                  onEdit(
                    rows.map(({ key }) => key),
                    { isMade: event.target.checked },
                  )
                }
              />
            </th>
            <th scope="col">{products.variant()}</th>
            <th scope="col">{products.sku()}</th>
            {!isSummed && (
              <th scope="col" className="num">
                {products.prices()}
              </th>
            )}
            {!isBundle && (
              <th scope="col" className="num">
                {t.inStock()}
              </th>
            )}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => {
            const at = `variants.${made.indexOf(row)}`;
            const title = row.values.join(' · ');
            const change = (to: RowEdit) => onEdit([row.key], to);
            return (
              <tr key={row.key} className={row.isMade ? undefined : styles.left}>
                <td>
                  <PickBox aria-label={t.tick(title)} checked={row.isMade} onChange={(event) => change({ isMade: event.target.checked })} />
                </td>
                <td>
                  <bdi className="medium">{title}</bdi>
                  {row.isMade && errors[`${at}.options`] !== undefined && (
                    <span className={styles.wrong} role="alert">
                      {errors[`${at}.options`]}
                    </span>
                  )}
                </td>
                <td>
                  <TextInput
                    label={t.skuOf(title)}
                    hideLabel
                    value={row.sku}
                    disabled={!row.isMade}
                    onChange={(event) => change({ sku: event.target.value })}
                    error={row.isMade ? (errors[`${at}.sku`] ?? (isChecked && row.sku.trim() === '' ? t.skuNeeded() : undefined)) : undefined}
                  />
                </td>
                {!isSummed && (
                  <td className="num" data-label={products.prices()}>
                    {row.breaks === null ? (
                      <MoneyInput
                        label={t.priceOf(title)}
                        hideLabel
                        currency={product.currency}
                        maxDecimals={6}
                        problems={{ not_a_number: products.notANumber(), too_many_decimals: products.tooManyDecimals() }}
                        value={row.price}
                        disabled={!row.isMade}
                        onChange={(price) => change({ price })}
                        error={row.isMade ? errors[`${at}.prices.0.extendedPrice`] : undefined}
                      />
                    ) : (
                      <span className="small muted">{t.byQuantity(row.sister?.title ?? '')}</span>
                    )}
                  </td>
                )}
                {!isBundle && (
                  <td className="num" data-label={t.inStock()}>
                    {row.sister?.stock.tracked === true ? (
                      <NumberField
                        label={t.stockOf(title)}
                        hideLabel
                        value={row.onHand}
                        disabled={!row.isMade}
                        unreadable={t.wholeNumber()}
                        onChange={(onHand) => change({ onHand })}
                        error={row.isMade ? errors[`${at}.stock.onHand`] : undefined}
                      />
                    ) : (
                      <span className="muted">{t.notTracked()}</span>
                    )}
                  </td>
                )}
              </tr>
            );
          })}
        </tbody>
      </Table>
    </div>
  );
}
