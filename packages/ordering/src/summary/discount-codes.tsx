import type { Order } from '@backdesk/contract/order/order.ts';
import { Button } from '@backdesk/ui/actions/button.tsx';
import { useFormat } from '@backdesk/ui/format/use-format.tsx';
import { TextInput } from '@backdesk/ui/forms/text-input.tsx';
import { type ReactNode, useState } from 'react';
import type { Outcome } from '../editing/outcome.ts';
import styles from './discount-codes.module.css';
import { t } from './texts.ts';

type Discount = Order['discounts'][number];

type ListProps = {
  order: Order;
  /** What may be taken off the order here: codes, and what was given by hand where it may be changed. */
  onRemove?: ((discount: Discount) => void) | undefined;
  onChange?: ((discount: Discount) => void) | undefined;
};

/** The discounts on an order: each with what it takes off, or why it takes nothing. One by hand that says no more than the sum is left out. */
export function OrderDiscounts({ order, onRemove, onChange }: ListProps) {
  const format = useFormat();
  const isPlain = ({ label, reach }: Discount) => order.discounts.length === 1 && label === plainLabel && reach === 'items';
  const shown = order.discounts.filter((discount) => discount.source !== 'manual' || onChange !== undefined || !isPlain(discount));
  if (shown.length === 0) return null;
  return (
    <ul className={styles.list} aria-label={t.discounts()}>
      {shown.map((discount) => (
        <li key={discount.id}>
          <span>
            {discount.source === 'manual' && onChange ? (
              <Button variant="link" size="small" onClick={() => onChange(discount)}>
                <bdi>{discount.label}</bdi>
              </Button>
            ) : (
              <bdi>{discount.label}</bdi>
            )}
            {discount.code !== null && <span className="muted"> {discount.code}</span>}
            {discount.source === 'manual' && <span className="muted"> {saysOf(discount, format.percent)}</span>}
            {onRemove && (discount.source === 'code' || (discount.source === 'manual' && onChange)) && (
              <Button variant="quiet" size="small" icon="close" className={styles.remove ?? ''} onClick={() => onRemove(discount)}>
                <span className="vh">{t.remove(discount.code ?? discount.label)}</span>
              </Button>
            )}
          </span>
          <span className={styles.end}>
            {discount.refused === null &&
              (discount.amount.amount === 0 ? <span className="muted">{t.takesNothing()}</span> : `−${format.money(discount.amount)}`)}
          </span>
          {discount.refused !== null && (
            <span className={styles.why} role="status">
              {t.codeRefused(discount.refused)}
            </span>
          )}
        </li>
      ))}
    </ul>
  );
}

/** What a discount is called that nobody gave a name. */
export const plainLabel = 'Discount';

/** "5 % of lines and shipping"; of an amount off the lines the sum says all. */
function saysOf({ value, reach }: Discount, percent: (ppm: number) => string): string {
  return t.takes(value.kind === 'percentage' ? percent(value.ppm) : '', reach === 'items' ? '' : t.reaches[reach]);
}

/** Discounts that staff give by hand: how one is added, changed and taken off. */
export type ByHand = {
  readonly onAdd: () => void;
  readonly onChange: (discount: Discount) => void;
  readonly onRemove: (discount: Discount) => void;
  /** Of the one that is being given or changed; null: none is. */
  readonly form: ReactNode;
};

type Props = { order: Order; onSet: (codes: readonly string[]) => Promise<Outcome>; byHand?: ByHand | undefined };

/** The discounts of an order, with a field for one more code. `onSet` sends all codes that the order is to have. */
export function DiscountCodes({ order, onSet, byHand }: Props) {
  const [text, setText] = useState<string | null>(null);
  const [error, setError] = useState<string | undefined>(undefined);
  const [isBusy, setBusy] = useState(false);
  // Whose form was open last: the focus goes back to where it was opened from.
  const [last, setLast] = useState<'code' | 'hand' | null>(null);
  const codes = order.discounts.flatMap(({ source, code }) => (source === 'code' && code !== null ? code : []));
  const form = byHand?.form ?? null;
  async function apply(code: string) {
    setBusy(true);
    const outcome = await onSet([...codes, code]);
    setBusy(false);
    if (outcome.ok) return setText(null);
    const reason = outcome.problem?.refusals?.find((refusal) => refusal.code === 'discount.not_valid')?.detail?.reason;
    setError(typeof reason === 'string' ? t.codeRefused(reason) : (outcome.problem?.title ?? t.discountUnsent()));
  }
  return (
    <div className={styles.codes}>
      <OrderDiscounts
        order={order}
        onRemove={(gone) => (gone.source === 'manual' ? byHand?.onRemove(gone) : void onSet(codes.filter((code) => code !== gone.code)))}
        onChange={
          byHand &&
          ((discount) => {
            setLast('hand');
            setText(null);
            byHand.onChange(discount);
          })
        }
      />
      {form}
      {form === null && text === null && (
        <div className={styles.add}>
          {byHand && (
            <Button
              variant="link"
              autoFocus={last === 'hand'}
              onClick={() => {
                setLast('hand');
                byHand.onAdd();
              }}
            >
              {t.addByHand()}
            </Button>
          )}
          <Button
            variant="link"
            autoFocus={last === 'code'}
            onClick={() => {
              setLast('code');
              setText('');
            }}
          >
            {t.addCode()}
          </Button>
        </div>
      )}
      {form === null && text !== null && (
        <form
          className={styles.form}
          onSubmit={(event) => {
            event.preventDefault();
            if (text.trim() !== '' && !isBusy) void apply(text.trim());
          }}
          onKeyDown={(event) => {
            if (event.key === 'Escape') setText(null);
          }}
        >
          <TextInput
            label={t.code()}
            hideLabel
            autoFocus
            autoCapitalize="characters"
            autoComplete="off"
            spellCheck={false}
            maxLength={60}
            placeholder={t.code()}
            value={text}
            error={error}
            onChange={(event) => {
              setText(event.currentTarget.value);
              setError(undefined);
            }}
          />
          <Button type="submit" size="small" busy={isBusy}>
            {t.applyCode()}
          </Button>
        </form>
      )}
    </div>
  );
}
