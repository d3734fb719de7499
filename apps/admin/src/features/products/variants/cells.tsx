import type { Product, Variant } from '@backdesk/contract/catalog/schema.ts';
import type { ChangeVariant } from '@backdesk/contract/catalog/variants.ts';
import { periodText } from '@backdesk/ordering/lines/period-text.ts';
import { parseDecimal } from '@backdesk/ui/format/parse-decimal.ts';
import { useFormat } from '@backdesk/ui/format/use-format.tsx';
import { gramsOf, weightDecimals, weightInUnit, weightUnit } from '@backdesk/ui/format/weight.ts';
import { perPiece } from '../per-piece.ts';
import { spanText } from '../span-text.ts';
import { t as products } from '../texts.ts';
import { failedText } from './failed-text.tsx';
import { GridCell, type Read } from './grid-cell.tsx';
import { t } from './texts.ts';
import styles from './variants.module.css';

type CellProps = {
  product: Product;
  variant: Variant;
  canEdit: boolean;
  onChange: (variant: Variant, change: Omit<ChangeVariant, 'basedOn'>) => Promise<unknown>;
};

const no = (message: string) => ({ ok: false, message }) as const;

export function SkuCell({ variant, canEdit, onChange }: CellProps) {
  const { sku } = variant;
  if (!canEdit) return <bdi>{sku}</bdi>;
  const read = (text: string): Read<string> => (text.trim() === '' ? no(t.skuNeeded()) : { ok: true, value: text.trim() });
  return <GridCell label={t.skuOf(sku)} shown={sku} text={sku} read={read} onSave={(next) => onChange(variant, { sku: next })} failed={failedText} />;
}

/** A price of one piece is changed here; prices by quantity, and one that a period stands before, under Edit. */
export function PriceCell({ product, variant, canEdit, onChange }: CellProps) {
  const { locale, unitPrice } = useFormat();
  const breaks = variant.priceTable?.breaks ?? [];
  const [first] = breaks;
  const isSingle = breaks.length === 0 || (breaks.length === 1 && first?.quantity === 1);
  if (!canEdit || !isSingle || variant.standing !== undefined || product.bundle?.pricing === 'summed') return <Prices product={product} variant={variant} />;
  const shown = first === undefined ? '' : unitPrice(first.extendedPrice, product.currency, { show: 'plain' });
  const read = (text: string): Read<string | null> => {
    const parsed = parseDecimal(text, locale, 6);
    return parsed.ok && parsed.value?.startsWith('-') !== true ? parsed : no(t.notAPrice());
  };
  const save = (price: string | null) => onChange(variant, { prices: price === null ? [] : [{ quantity: 1, extendedPrice: price }] });
  return <GridCell label={t.priceOf(variant.sku)} shown={shown || products.noPrice()} text={shown} isFigure read={read} onSave={save} failed={failedText} />;
}

/** What can be had; while it is changed, what is there, of which orders may hold some. */
export function StockCell({ product, variant, canEdit, onChange }: CellProps) {
  const { locale, number } = useFormat();
  const { stock } = variant;
  if (!canEdit || !stock.tracked || product.bundle !== null) return <Stock variant={variant} isBundle={product.bundle !== null} />;
  const read = (text: string): Read<number> => {
    const parsed = parseDecimal(text, locale, 0);
    return parsed.ok && parsed.value !== null ? { ok: true, value: Number(parsed.value) } : no(t.wholeNumber());
  };
  const save = (onHand: number) => onChange(variant, { stock: { tracked: true, onHand, backorder: stock.backorder } });
  return (
    <>
      <GridCell
        label={t.stockOf(variant.sku)}
        shown={number(stock.available)}
        text={String(stock.onHand)}
        isFigure
        isLate={stock.available <= 0}
        read={read}
        onSave={save}
        failed={failedText}
      />
      <StockNotes variant={variant} />
    </>
  );
}

export function WeightCell({ variant, canEdit, onChange }: CellProps) {
  const { locale, weight } = useFormat();
  const { weightGrams } = variant;
  const shown = weightGrams === null ? products.none() : weight(weightGrams);
  if (!canEdit) return shown;
  const unit = weightUnit(locale);
  const read = (text: string): Read<number | null> => {
    const parsed = parseDecimal(text.replace(/\s*\p{L}+\.?\s*$/u, ''), locale, weightDecimals[unit]);
    if (!parsed.ok || parsed.value?.startsWith('-')) return no(t.notAWeight());
    return { ok: true, value: parsed.value === null ? null : gramsOf(parsed.value, unit) };
  };
  const text = weightGrams === null ? '' : `${weightInUnit(weightGrams, unit)} ${unit}`;
  const save = (grams: number | null) => onChange(variant, { weightGrams: grams });
  return <GridCell label={t.weightOf(variant.sku)} shown={shown} text={text} isFigure read={read} onSave={save} failed={failedText} />;
}

function Prices({ variant, product }: Pick<CellProps, 'variant' | 'product'>) {
  const format = useFormat();
  const breaks = variant.priceTable?.breaks ?? [];
  if (product.bundle?.pricing === 'summed') return <span className="muted">{products.byParts()}</span>;
  const only = breaks.length === 1 ? breaks[0] : undefined;
  if (breaks.length === 0) return <span className="muted">{products.noPrice()}</span>;
  const days = periodText(variant.priceTable ?? {}, format);
  if (only?.quantity === 1 && days === '') return <>{format.unitPrice(only.extendedPrice, product.currency, { show: 'plain' })}</>;
  const each = breaks.map(({ extendedPrice, quantity }) => perPiece(extendedPrice, quantity));
  // The table of them, with its curve, stands below.
  return (
    <>
      {spanText(each, (unitPrice) => format.unitPrice(unitPrice, product.currency, { show: 'plain' }))}
      <span className={styles.beneath}>{days !== '' ? days : only === undefined ? products.byQuantity() : products.from(format.number(only.quantity))}</span>
    </>
  );
}

function Stock({ variant, isBundle }: { variant: Variant; isBundle: boolean }) {
  const { number } = useFormat();
  const { stock } = variant;
  if (!stock.tracked) return <span className="muted">{products.notTracked()}</span>;
  return (
    <>
      <span className={stock.available <= 0 ? 'late' : undefined}>{number(stock.available)}</span>
      {isBundle && <span className={styles.beneath}>{products.ofParts()}</span>}
      <StockNotes variant={variant} />
    </>
  );
}

function StockNotes({ variant: { stock } }: { variant: Variant }) {
  const { number, date } = useFormat();
  return (
    <>
      {stock.reserved > 0 && <span className={styles.beneath}>{t.reservedOf(number(stock.onHand), number(stock.reserved))}</span>}
      {stock.incoming !== null && <span className={styles.beneath}>{products.expected(number(stock.incoming.quantity), date(stock.incoming.expectedOn))}</span>}
      {stock.backorder && <span className={styles.beneath}>{products.backorder()}</span>}
    </>
  );
}
