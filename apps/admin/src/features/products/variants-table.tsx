import type { Product, Variant } from '@backdesk/contract/catalog/schema.ts';
import { unitText } from '@backdesk/domain/catalog/selling-unit.ts';
import { periodText } from '@backdesk/ordering/lines/period-text.ts';
import { Button } from '@backdesk/ui/actions/button.tsx';
import { Table } from '@backdesk/ui/data/table.tsx';
import { type Format, useFormat } from '@backdesk/ui/format/use-format.tsx';
import { cx } from '@backdesk/ui/text/cx.ts';
import { perPiece } from './per-piece.ts';
import styles from './product-page.module.css';
import { t } from './texts.ts';

/** What is sold: SKU, options, list price with its breaks, stock, weight. */
export function VariantsTable({ product, onEdit }: { product: Product; onEdit?: (variant: Variant) => void }) {
  const format = useFormat();
  return (
    <Table label={t.variants()} edge>
      <thead>
        <tr>
          <th scope="col" className="hide-s">
            {t.sku()}
          </th>
          <th scope="col">{t.variant()}</th>
          <th scope="col" className="num">
            {t.prices()}
          </th>
          <th scope="col" className="num">
            {t.stock()}
          </th>
          <th scope="col" className="num hide-s">
            {t.weight()}
          </th>
          {onEdit && (
            <th scope="col">
              <span className="vh">{t.edit()}</span>
            </th>
          )}
        </tr>
      </thead>
      <tbody>
        {product.variants.map((variant) => (
          <tr key={variant.id}>
            <td className="soft hide-s">
              <bdi>{variant.sku}</bdi>
            </td>
            <td>
              <bdi className="medium">{variant.title || product.name}</bdi>
              <bdi className={styles.skuBelow}>{variant.sku}</bdi>
              {!variant.published && <span className="small muted"> · {t.hidden()}</span>}
              <QuantityRule variant={variant} format={format} />
            </td>
            <td className="num">
              <Prices variant={variant} product={product} format={format} />
            </td>
            <td className="num">
              <Stock variant={variant} isBundle={product.bundle !== null} format={format} />
            </td>
            <td className="num soft hide-s">{variant.weightGrams === null ? t.none() : format.weight(variant.weightGrams)}</td>
            {onEdit && (
              <td className="num">
                <Button variant="link" onClick={() => onEdit(variant)}>
                  {t.edit()}
                  <span className="vh"> {variant.sku}</span>
                </Button>
              </td>
            )}
          </tr>
        ))}
      </tbody>
    </Table>
  );
}

function Prices({ variant, product, format }: { variant: Variant; product: Product; format: Format }) {
  const breaks = variant.priceTable?.breaks ?? [];
  if (product.bundle?.pricing === 'summed') return <span className="muted">{t.byParts()}</span>;
  const only = breaks.length === 1 ? breaks[0] : undefined;
  if (breaks.length === 0) return <span className="muted">{t.noPrice()}</span>;
  const days = periodText(variant.priceTable ?? {}, format);
  if (only?.quantity === 1 && days === '') return <>{format.unitPrice(only.extendedPrice, product.currency, { show: 'plain' })}</>;
  const each = breaks.map(({ extendedPrice, quantity }) => perPiece(extendedPrice, quantity)).toSorted((a, b) => Number(a) - Number(b));
  const price = (unitPrice: string | undefined) => format.unitPrice(unitPrice ?? '0', product.currency, { show: 'plain' });
  // The table of them, with its curve, stands below.
  return (
    <>
      {each.at(0) === each.at(-1) ? price(each.at(0)) : t.priceRange(price(each.at(0)), price(each.at(-1)))}
      <span className={cx('small muted', styles.beneath)}>
        {days !== '' ? days : only === undefined ? t.byQuantity() : t.from(format.number(only.quantity))}
      </span>
    </>
  );
}

function Stock({ variant, isBundle, format }: { variant: Variant; isBundle: boolean; format: Format }) {
  const { stock } = variant;
  if (!stock.tracked) return <span className="muted">{t.notTracked()}</span>;
  return (
    <>
      <span className={stock.available <= 0 ? 'late' : undefined}>{format.number(stock.available)}</span>
      {isBundle && <span className={cx('small muted', styles.beneath)}>{t.ofParts()}</span>}
      {stock.reserved > 0 && <span className={cx('small muted', styles.beneath)}>{t.reserved(format.number(stock.reserved))}</span>}
      {stock.incoming !== null && (
        <span className={cx('small muted', styles.beneath)}>{t.expected(format.number(stock.incoming.quantity), format.date(stock.incoming.expectedOn))}</span>
      )}
      {stock.backorder && <span className={cx('small muted', styles.beneath)}>{t.backorder()}</span>}
    </>
  );
}

function QuantityRule({ variant, format }: { variant: Variant; format: Format }) {
  const { increment, maximum } = variant.quantityRule;
  const breaks = variant.priceTable?.breaks ?? [];
  const parts = [
    variant.unit !== null && t.byThe(unitText(variant.unit)),
    increment === 0 && (breaks.length === 0 ? t.onlyBreaks() : t.onlyAs(breaks.map(({ quantity }) => format.number(quantity)).join(', '))),
    increment !== null && increment > 1 && t.packsOf(format.number(increment)),
    maximum !== null && t.upTo(format.number(maximum)),
  ].filter(Boolean);
  return parts.length === 0 ? null : <span className={cx('small muted', styles.beneath)}>{parts.join(', ')}</span>;
}
