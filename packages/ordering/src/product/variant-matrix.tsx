import type { Product, Variant } from '@backdesk/contract/catalog/schema.ts';
import type { OrderLine } from '@backdesk/contract/order/lines.ts';
import { largestQuantity } from '@backdesk/domain/pricing/bounds.ts';
import { Button } from '@backdesk/ui/actions/button.tsx';
import { useFormat } from '@backdesk/ui/format/use-format.tsx';
import { focusFirstInvalid } from '@backdesk/ui/forms/focus-first-invalid.ts';
import { cx } from '@backdesk/ui/text/cx.ts';
import { type ClipboardEvent, type FormEvent, useMemo, useRef, useState } from 'react';
import { previewLine } from '../editing/preview-line.ts';
import { refusalText } from '../lines/refusal-text.ts';
import { ConfigurationFields } from './configuration-fields.tsx';
import { onMatrixKey } from './matrix-keys.ts';
import type { MatrixLayout } from './matrix-layout.ts';
import { PastedBlock } from './pasted-block.tsx';
import { priceMatrix } from './price-matrix.ts';
import { t } from './texts.ts';
import { type Entered, useConfiguration } from './use-configuration.ts';
import { useMatrixQuantities } from './use-matrix-quantities.ts';
import styles from './variant-matrix.module.css';

export type MatrixChoice = { readonly variant: Variant; readonly quantity: number; readonly entered: Entered };

type VariantMatrixProps = {
  product: Product;
  layout: MatrixLayout;
  /** The cell to start in. */
  variantId: string;
  /** Lines of the order: those of the same break group choose the break together with what is typed here. */
  present: readonly OrderLine[];
  addLabel: string;
  /** It is a page of its own: its name is the heading. */
  isPage?: boolean;
  onAdd: (choices: readonly MatrixChoice[]) => void;
};

/** Whole numbers only; empty is none, null cannot be read. */
function read(text: string): number | null {
  const plain = text.trim();
  if (plain === '') return 0;
  return /^\d{1,7}$/u.test(plain) ? Number(plain) : null;
}

/** Quantities of many variants at once, priced together: arrows and Tab move, Enter adds. */
export function VariantMatrix({ product, layout, variantId, present, addLabel, isPage = false, onAdd }: VariantMatrixProps) {
  const Heading = isPage ? 'h1' : 'h3';
  const format = useFormat();
  const form = useRef<HTMLFormElement>(null);
  const { typed, pasted, type, paste, undoPaste, onKey } = useMatrixQuantities(layout);
  const answers = useConfiguration(product.configurationOptions, undefined);
  const { entered } = answers;
  const [isChecked, setChecked] = useState(false);
  const lines = useMemo(() => linesOf(product, entered), [product, entered]);
  const quantities = new Map(product.variants.map(({ id }) => [id, read(typed[id] ?? '')]));
  const counted = new Map([...quantities].map(([id, quantity]) => [id, quantity ?? 0]));
  const { unitPrices, pieces, lineCount, amount, refusal } = priceMatrix(lines, counted, present, product.currency);
  const isUnreadable = [...quantities.values()].includes(null);

  function submit(event: FormEvent) {
    event.preventDefault();
    const isOpen = answers.faults.size > 0;
    setChecked(true);
    if (isOpen || isUnreadable) return focusFirstInvalid(form.current);
    if (pieces === 0 || refusal !== null) return;
    onAdd(
      // By rows, as they were typed.
      layout.rows
        .flatMap(({ variants }) => variants)
        .flatMap((variant) => {
          const quantity = counted.get(variant?.id ?? '') ?? 0;
          return variant === undefined || quantity === 0 ? [] : [{ variant, quantity, entered }];
        }),
    );
  }

  const sumOf = (variants: readonly (Variant | undefined)[]) => variants.reduce((sum, variant) => sum + (quantities.get(variant?.id ?? '') ?? 0), 0);
  const shown = (sum: number) => (sum === 0 ? '' : format.number(sum));
  return (
    <form ref={form} className={styles.form} onSubmit={submit} noValidate>
      <div className={styles.body}>
        <div className={styles.head}>
          <Heading dir="auto">{product.name}</Heading>
          <p className="soft small">
            {t.matrixHelp()} <span className="hide-s">{t.matrixKeys()}</span>
          </p>
        </div>
        {pasted !== null && (
          <div className={styles.pasted}>
            <PastedBlock filled={pasted.filled} left={pasted.left} onUndo={undoPaste} />
          </div>
        )}
        <table
          className={styles.table}
          onKeyDown={(event) => {
            onKey(event);
            onMatrixKey(event);
          }}
          data-matrix=""
        >
          <caption className="vh">{t.matrixCaption(product.name)}</caption>
          <thead>
            <tr>
              {layout.down !== null && <th scope="col">{layout.down}</th>}
              {layout.columns.map((name) => (
                <th key={name} scope="col" className={styles.column} dir="auto">
                  {name}
                </th>
              ))}
              <th scope="col" className={styles.sum}>
                {t.matrixPieces()}
              </th>
            </tr>
          </thead>
          <tbody>
            {layout.rows.map(({ name, variants }, row) => (
              <tr key={name}>
                {layout.down !== null && (
                  <th scope="row" dir="auto">
                    {name}
                  </th>
                )}
                {variants.map((variant, column) => (
                  <td key={layout.columns[column]}>
                    {variant === undefined || !variant.published ? (
                      <span className={styles.none}>
                        <span aria-hidden="true">–</span>
                        <span className="vh">{t.matrixNotMade()}</span>
                      </span>
                    ) : (
                      <MatrixCell
                        variant={variant}
                        label={t.matrixCell([name, layout.columns[column]].filter(Boolean).join(', '))}
                        text={typed[variant.id] ?? ''}
                        quantity={quantities.get(variant.id) ?? null}
                        unitPrice={unitPrices.get(variant.id) ?? null}
                        currency={product.currency}
                        isFirst={variant.id === variantId}
                        onText={(text) => type(variant.id, text)}
                        onPaste={(event) => paste(event, row, column)}
                      />
                    )}
                  </td>
                ))}
                <td className={styles.sum}>{shown(sumOf(variants))}</td>
              </tr>
            ))}
          </tbody>
          {layout.down !== null && (
            <tfoot>
              <tr>
                <th scope="row">{t.matrixPieces()}</th>
                {layout.columns.map((name, column) => (
                  <td key={name} className={styles.columnSum}>
                    {shown(sumOf(layout.rows.map(({ variants }) => variants[column])))}
                  </td>
                ))}
                <td className={styles.sum}>{shown(pieces)}</td>
              </tr>
            </tfoot>
          )}
        </table>
        {product.configurationOptions.length > 0 && (
          <div className={styles.options}>
            <ConfigurationFields state={answers} isChecked={isChecked} />
          </div>
        )}
      </div>
      <div className={styles.buy}>
        <div className={styles.run} aria-live="polite">
          {pieces > 0 ? (
            <>
              <b>{format.money({ amount, currency: product.currency })}</b>
              <span className="small soft">{t.matrixTotal(format.number(pieces), format.number(lineCount), lineCount)}</span>
            </>
          ) : (
            <span className="small soft">{t.matrixEmpty()}</span>
          )}
          {refusal !== null && <span className={styles.short}>{refusalText(refusal, format.number)}</span>}
          {isChecked && isUnreadable && <span className={styles.short}>{t.matrixUnreadable(format.number(largestQuantity))}</span>}
        </div>
        <Button type="submit" variant="primary" size="large" disabled={pieces === 0 && !isUnreadable}>
          {addLabel}
        </Button>
      </div>
    </form>
  );
}

type MatrixCellProps = {
  variant: Variant;
  label: string;
  text: string;
  /** null: what is typed is no quantity. */
  quantity: number | null;
  /** Each, with all that is typed; null: it has no price. */
  unitPrice: string | null;
  currency: string;
  isFirst: boolean;
  onText: (text: string) => void;
  onPaste: (event: ClipboardEvent) => void;
};

function MatrixCell({ variant, label, text, quantity, unitPrice, currency, isFirst, onText, onPaste }: MatrixCellProps) {
  const format = useFormat();
  const { tracked, available, backorder } = variant.stock;
  const isShort = tracked && (quantity ?? 0) > available;
  const stock = tracked ? t.matrixStock(format.number(Math.max(0, available)), isShort && backorder) : '';
  const price = unitPrice === null ? t.matrixNoPrice() : format.unitPrice(unitPrice, currency, { show: 'plain' });
  return (
    <label className={styles.cell}>
      <span className="vh">{label}</span>
      <input
        className={cx(styles.input, quantity !== 0 && styles.filled)}
        inputMode="numeric"
        autoComplete="off"
        // biome-ignore lint/a11y/noAutofocus: the grid was asked for to be filled, beginning with the variant that was found
        autoFocus={isFirst}
        aria-invalid={quantity === null || undefined}
        aria-description={[price, stock].filter(Boolean).join(' · ')}
        maxLength={9}
        value={text}
        onChange={(event) => onText(event.currentTarget.value)}
        onFocus={(event) => event.currentTarget.select()}
        onPaste={onPaste}
      />
      <span className={cx(styles.says, isShort && styles.short)} aria-hidden="true">
        <span>{price}</span>
        {stock !== '' && (
          <>
            <span className={styles.dot}> · </span>
            <span>{stock}</span>
          </>
        )}
      </span>
    </label>
  );
}

/** A line for each variant, with what was answered for all of them. */
function linesOf(product: Product, entered: Entered): readonly OrderLine[] {
  const { id: productId, name, code: productCode, currency, configurationOptions } = product;
  return product.variants.map((variant) => previewLine({ ...variant, productId, name, productCode, currency, configurationOptions }, 1, variant.id, entered));
}
