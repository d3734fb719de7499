import type { Product, Variant } from '@backdesk/contract/catalog/schema.ts';
import type { OrderLine } from '@backdesk/contract/order/lines.ts';
import { unitText } from '@backdesk/domain/catalog/selling-unit.ts';
import { largestQuantity } from '@backdesk/domain/pricing/bounds.ts';
import { Button } from '@backdesk/ui/actions/button.tsx';
import { InlineNotice } from '@backdesk/ui/feedback/inline-notice.tsx';
import { useFormat } from '@backdesk/ui/format/use-format.tsx';
import { focusFirstInvalid } from '@backdesk/ui/forms/focus-first-invalid.ts';
import { NumberField } from '@backdesk/ui/forms/number-field.tsx';
import { TextInput } from '@backdesk/ui/forms/text-input.tsx';
import { type FormEvent, type ReactNode, useMemo, useRef, useState } from 'react';
import { chargesAt } from '../editing/charges-at.ts';
import { configuredLine, previewLine } from '../editing/preview-line.ts';
import { priceAt } from '../editing/price-at.ts';
import { BreakTable } from '../lines/break-table.tsx';
import { answersText } from '../lines/line-answers.tsx';
import { periodText } from '../lines/period-text.ts';
import { QuantityList } from '../lines/quantity-list.tsx';
import { soldIn } from '../lines/sold-in.ts';
import { BundleParts } from './bundle-parts.tsx';
import { ChargeRows } from './charge-rows.tsx';
import { chosenOf, variantFor, variantWith } from './choose-variant.ts';
import { ConfigurationFields } from './configuration-fields.tsx';
import { OptionChips } from './option-chips.tsx';
import styles from './product-page.module.css';
import { ProductPicture } from './product-picture.tsx';
import { leastQuantity, quantityRule } from './quantity-rule.ts';
import { stockSays } from './stock-text.ts';
import { t } from './texts.ts';
import { type Entered, useConfiguration } from './use-configuration.ts';

export type ProductChoice = { readonly variant: Variant; readonly quantity: number; readonly entered: Entered; readonly note: string };

export type ProductPageProps = {
  product: Product;
  /** The variant that was found; the first one otherwise. */
  variantId?: string | undefined;
  quantity?: number | undefined;
  /** "Add to order" on the desk, "Add to cart" on the site. */
  addLabel: string;
  onAdd: (choice: ProductChoice) => void;
  /** A line that is there already: its variant stays, its prices and answers are where it starts. */
  line?: OrderLine | undefined;
  /** Lines of the order of the same product: one of them may bring the setup already. */
  beside?: readonly OrderLine[];
  /** What adding this many would ask for again elsewhere; '' for nothing. */
  saidBefore?: (variant: Variant, quantity: number) => string;
  /** It is a page of its own, not a panel that opened for a quantity: its name is the heading, and the caret stays where it was. */
  isPage?: boolean;
  /** What the note is called to whoever writes it. */
  noteLabel?: string;
  /** What stands in place of a price that there is none of. */
  noPrice?: ReactNode;
};

const nothingBeside: readonly OrderLine[] = [];

/** A product to choose from: the price for the quantity typed is the largest thing; quantity, rule and sum never scroll away. */
export function ProductPage({
  product,
  variantId,
  quantity: startQuantity,
  addLabel,
  onAdd,
  line: present,
  beside = nothingBeside,
  saidBefore,
  isPage = false,
  noteLabel,
  noPrice = <b className={styles.none}>{t.noPrice()}</b>,
}: ProductPageProps) {
  const format = useFormat();
  const Heading = isPage ? 'h1' : 'h3';
  const first =
    product.variants.find((variant) => variant.id === variantId) ?? product.variants.find((variant) => variant.stock.available > 0) ?? product.variants.at(0);
  const [chosen, setChosen] = useState(() => chosenOf(first));
  const variant = product.variants.length === 1 ? first : variantFor(product, chosen);
  const [typed, setTyped] = useState<number | null>(startQuantity ?? null);
  const [isEmpty, setEmpty] = useState(false);
  const [note, setNote] = useState(present?.noteCustomer ?? '');
  // A part follows its bundle: only what is asked of it is changed here.
  const isPart = present !== undefined && present.partId !== null;
  const isFree = isPart && present.typedUnitPrice !== null;
  const options = product.configurationOptions;
  const answers = useConfiguration(options, present);
  const { entered } = answers;
  const [isChecked, setChecked] = useState(false);
  const form = useRef<HTMLFormElement>(null);
  const quantity = isEmpty ? null : (typed ?? (variant === undefined ? 1 : leastQuantity(variant)));
  const isSellable = quantity !== null && quantity >= 1 && quantity <= largestQuantity;
  const said = variant === undefined || quantity === null || !isSellable ? '' : (saidBefore?.(variant, quantity) ?? '');
  const line = useMemo(() => {
    if (variant === undefined) return undefined;
    const { id: productId, name, code: productCode, currency, configurationOptions } = product;
    const sold = { ...variant, productId, name, productCode, currency, configurationOptions };
    return present === undefined ? previewLine(sold, 1, variant.id, entered) : { ...present, ...configuredLine(sold, entered) };
  }, [variant, product, entered, present]);
  const priced = useMemo(() => (line === undefined || quantity === null || !isSellable ? undefined : priceAt(line, quantity)), [line, quantity, isSellable]);

  function submit(event: FormEvent) {
    event.preventDefault();
    if (variant === undefined || quantity === null || !isSellable) return;
    const isOpen = answers.faults.size > 0;
    setChecked(isOpen);
    if (isOpen) focusFirstInvalid(form.current);
    else onAdd({ variant, quantity, entered, note: note.trim() });
  }

  const priceFor = (soldBy: Variant['unit'], count: string) => (soldBy === null ? t.each(count) : t.perUnit(unitText(soldBy), count));
  const stock = variant === undefined ? null : stockSays(variant.stock, quantity ?? 1, format);
  const unit = priced?.unitPrice ?? null;
  const charges = line === undefined || unit === null || isPart ? [] : chargesAt(line, quantity ?? 1, beside);
  const charged = charges.reduce((sum, { amount }) => sum + (amount ?? 0), 0);
  const days = periodText(line?.priceTable ?? {}, format);
  const gone = answersText(present?.answers.filter(({ state }) => state === 'gone') ?? []);
  const added = priced?.explanation.reduce((sum, step) => (step.step === 'upcharge' ? sum + step.amount : sum), 0) ?? 0;
  return (
    <form ref={form} className={styles.form} onSubmit={submit} noValidate>
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
            <Heading className={styles.title} dir="auto">
              {product.name}
            </Heading>
            <p className="soft small">{[product.code, variant?.sku].filter((text, at, all) => text && all.indexOf(text) === at).join(' · ')}</p>
            <p className={styles.price} aria-live="polite">
              {isFree ? (
                <span className="soft">{t.pricedInBundle()}</span>
              ) : unit === null ? (
                // A quantity that cannot be read, or is too large, says nothing about what a piece costs.
                !isSellable ? (
                  <b>—</b>
                ) : (
                  noPrice
                )
              ) : (
                <>
                  <b>{format.unitPrice(unit, product.currency)}</b>
                  <span className="soft">{priceFor(variant?.unit ?? null, format.number(quantity ?? 1))}</span>
                </>
              )}
            </p>
            {days !== '' && unit !== null && !isFree && <p className="small soft">{t.priceHolds(days)}</p>}
            {stock !== null && <p className={stock.tone === 'plain' ? styles.stock : styles.short}>{stock.text}</p>}
            {variant !== undefined && <BundleParts parts={variant.parts} quantity={quantity ?? 1} />}
            {charges.length > 0 && <ChargeRows charges={charges} currency={product.currency} />}
            {present === undefined &&
              product.options.map((option) => (
                <OptionChips
                  key={option.name}
                  product={product}
                  option={option}
                  chosen={chosen}
                  onChoose={(value) => setChosen(chosenOf(variantWith(product, chosen, option.name, value)))}
                />
              ))}
            {gone.length > 0 && (
              <InlineNotice tone="warn" title={t.gone(gone.join(', '))}>
                {t.goneHelp()}
              </InlineNotice>
            )}
            <ConfigurationFields state={answers} isChecked={isChecked} />
            <TextInput
              label={noteLabel ?? t.note()}
              mark={t.optional()}
              value={note}
              onChange={(event) => setNote(event.currentTarget.value)}
              maxLength={2000}
            />
            {product.descriptionHtml !== '' && (
              // biome-ignore lint/security/noDangerouslySetInnerHtml: the server has sanitised it (contract: descriptionHtml)
              <div className={styles.description} dangerouslySetInnerHTML={{ __html: product.descriptionHtml }} />
            )}
          </div>
        </div>
      </div>
      <div className={styles.buy}>
        {isPart ? (
          <p className="soft">{t.inBundle(format.number(quantity ?? 1))}</p>
        ) : (
          <NumberField
            label={t.quantity()}
            className={styles.quantity}
            value={quantity}
            onChange={(value) => {
              setEmpty(value === null);
              setTyped(value);
            }}
            min={1}
            max={largestQuantity}
            error={quantity !== null && quantity > largestQuantity ? t.atMost(format.number(largestQuantity)) : undefined}
            step={variant?.quantityRule.increment || 1}
            stops={line === undefined ? [] : soldIn(line, [line]).map(({ quantity: stop }) => stop)}
            list={line !== undefined && <QuantityList line={line} linesNow={() => [line]} />}
            buttons={{ less: t.less(), more: t.more() }}
            unreadable={t.unreadable()}
            autoFocus={!isPage}
          />
        )}
        <div className={styles.run}>
          <p className="small soft">
            {variant !== undefined && !isPart && quantityRule(variant, format.number)}
            {priced?.hint?.saves && (
              <>
                {' · '}
                <Button variant="link" onClick={() => setTyped(priced.hint?.quantity ?? null)}>
                  {t.costLess(format.number(priced.hint.quantity), format.money({ amount: priced.hint.saves, currency: product.currency }))}
                </Button>
              </>
            )}
          </p>
          {priced !== undefined && unit !== null && !isFree && (
            <p aria-live="polite">
              <b>{format.money({ amount: priced.total + charged, currency: product.currency })}</b>{' '}
              <span className="small soft">{t.sum(format.number(quantity ?? 1), format.unitPrice(unit, product.currency, { show: 'plain' }))}</span>
              {added > 0 && <span className="small soft">, {t.withUpcharges(format.money({ amount: added, currency: product.currency }))}</span>}
              {charged > 0 && <span className="small soft">, {t.withCharges(format.money({ amount: charged, currency: product.currency }))}</span>}
            </p>
          )}
          {said !== '' && (
            <p className="small soft" role="status">
              {said}
            </p>
          )}
        </div>
        <Button type="submit" variant="primary" size="large" disabled={variant === undefined || !isSellable}>
          {addLabel}
        </Button>
      </div>
    </form>
  );
}
