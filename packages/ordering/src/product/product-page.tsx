import type { Product, Variant } from '@backdesk/contract/catalog/schema.ts';
import { Button } from '@backdesk/ui/actions/button.tsx';
import { useFormat } from '@backdesk/ui/format/use-format.tsx';
import { NumberField } from '@backdesk/ui/forms/number-field.tsx';
import { TextInput } from '@backdesk/ui/forms/text-input.tsx';
import { type FormEvent, useMemo, useState } from 'react';
import { previewLine } from '../editing/preview-line.ts';
import { priceAt } from '../editing/price-at.ts';
import { BreakTable } from '../lines/break-table.tsx';
import { chosenOf, variantFor, variantWith } from './choose-variant.ts';
import { OptionChips } from './option-chips.tsx';
import styles from './product-page.module.css';
import { ProductPicture } from './product-picture.tsx';
import { leastQuantity, quantityRule } from './quantity-rule.ts';
import { stockSays } from './stock-text.ts';
import { t } from './texts.ts';

export type ProductChoice = { readonly variant: Variant; readonly quantity: number; readonly note: string };

export type ProductPageProps = {
  product: Product;
  /** The variant that was found; the first one otherwise. */
  variantId?: string | undefined;
  quantity?: number | undefined;
  /** "Add to order" on the desk, "Add to cart" on the site. */
  addLabel: string;
  onAdd: (choice: ProductChoice) => void;
};

/** A product to choose from: the price for the quantity typed is the largest thing; quantity, rule and sum never scroll away. */
export function ProductPage({ product, variantId, quantity: startQuantity, addLabel, onAdd }: ProductPageProps) {
  const format = useFormat();
  const first =
    product.variants.find((variant) => variant.id === variantId) ?? product.variants.find((variant) => variant.stock.available > 0) ?? product.variants.at(0);
  const [chosen, setChosen] = useState(() => chosenOf(first));
  const variant = product.variants.length === 1 ? first : variantFor(product, chosen);
  const [typed, setTyped] = useState<number | null>(startQuantity ?? null);
  const [isEmpty, setEmpty] = useState(false);
  const [note, setNote] = useState('');
  const quantity = isEmpty ? null : (typed ?? (variant === undefined ? 1 : leastQuantity(variant)));
  const line = useMemo(
    () =>
      variant && previewLine({ ...variant, productId: product.id, name: product.name, productCode: product.code, currency: product.currency }, 1, variant.id),
    [variant, product],
  );
  const priced = useMemo(() => (line === undefined || quantity === null || quantity < 1 ? undefined : priceAt(line, quantity)), [line, quantity]);

  function submit(event: FormEvent) {
    event.preventDefault();
    if (variant !== undefined && quantity !== null && quantity >= 1) onAdd({ variant, quantity, note: note.trim() });
  }

  const stock = variant === undefined ? null : stockSays(variant.stock, quantity ?? 1, format.number);
  const unit = priced?.unitPrice ?? null;
  return (
    <form className={styles.form} onSubmit={submit} noValidate>
      <div className={styles.body}>
        <div className={styles.product}>
          <div className={styles.left}>
            <ProductPicture product={product} url={variant?.imageUrl ?? null} />
            {line !== undefined && (line.priceTable?.breaks.length ?? 0) > 1 && (
              <div className={styles.breaks}>
                <BreakTable line={line} quantity={quantity ?? 0} large />
                <p className="tiny muted">{t.allBreaks(line.priceTable?.label ?? '')}</p>
              </div>
            )}
          </div>
          <div className={styles.right}>
            <h3 className={styles.title} dir="auto">
              {product.name}
            </h3>
            <p className="soft small">{[product.code, variant?.sku].filter((text, at, all) => text && all.indexOf(text) === at).join(' · ')}</p>
            <p className={styles.price} aria-live="polite">
              {unit === null ? <b className={styles.none}>{t.noPrice()}</b> : <b>{format.unitPrice(unit, product.currency)}</b>}
              {unit !== null && <span className="soft">{t.each(format.number(quantity ?? 1))}</span>}
            </p>
            {stock !== null && <p className={stock.tone === 'plain' ? styles.stock : styles.short}>{stock.text}</p>}
            {product.options.map((option) => (
              <OptionChips
                key={option.name}
                product={product}
                option={option}
                chosen={chosen}
                onChoose={(value) => setChosen(chosenOf(variantWith(product, chosen, option.name, value)))}
              />
            ))}
            <TextInput label={t.note()} mark={t.optional()} value={note} onChange={(event) => setNote(event.currentTarget.value)} maxLength={2000} />
            {product.descriptionHtml !== '' && (
              // biome-ignore lint/security/noDangerouslySetInnerHtml: the server has sanitised it (contract: descriptionHtml)
              <div className={styles.description} dangerouslySetInnerHTML={{ __html: product.descriptionHtml }} />
            )}
          </div>
        </div>
      </div>
      <div className={styles.buy}>
        <NumberField
          label={t.quantity()}
          className={styles.quantity}
          value={quantity}
          onChange={(value) => {
            setEmpty(value === null);
            setTyped(value);
          }}
          min={1}
          max={9_999_999}
          step={variant?.quantityRule.increment || 1}
          buttons={{ less: t.less(), more: t.more() }}
          unreadable={t.unreadable()}
          autoFocus
        />
        <div className={styles.run}>
          <p className="small soft">
            {variant !== undefined && quantityRule(variant, format.number)}
            {priced?.hint?.saves && (
              <>
                {' · '}
                <Button variant="link" onClick={() => setTyped(priced.hint?.quantity ?? null)}>
                  {t.costLess(format.number(priced.hint.quantity), format.money({ amount: priced.hint.saves, currency: product.currency }))}
                </Button>
              </>
            )}
          </p>
          {priced !== undefined && unit !== null && (
            <p aria-live="polite">
              <b>{format.money({ amount: priced.total, currency: product.currency })}</b>{' '}
              <span className="small soft">{t.sum(format.number(quantity ?? 1), format.unitPrice(unit, product.currency, { show: 'plain' }))}</span>
            </p>
          )}
        </div>
        <Button type="submit" variant="primary" size="large" disabled={variant === undefined || quantity === null || quantity < 1}>
          {addLabel}
        </Button>
      </div>
    </form>
  );
}
