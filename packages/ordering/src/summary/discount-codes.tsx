import type { Order } from '@backdesk/contract/order/schema.ts';
import { Button } from '@backdesk/ui/actions/button.tsx';
import { useFormat } from '@backdesk/ui/format/use-format.tsx';
import { TextInput } from '@backdesk/ui/forms/text-input.tsx';
import { useState } from 'react';
import type { Outcome } from '../editing/order-editor.ts';
import styles from './discount-codes.module.css';
import { t } from './texts.ts';

type Discount = Order['discounts'][number];

/** The account's discounts on an order: each with what it takes off, or why it takes nothing. */
export function OrderDiscounts({ order, onRemove }: { order: Order; onRemove?: ((discount: Discount) => void) | undefined }) {
  const format = useFormat();
  const shown = order.discounts.filter(({ source }) => source !== 'manual');
  if (shown.length === 0) return null;
  return (
    <ul className={styles.list} aria-label={t.discounts()}>
      {shown.map((discount) => (
        <li key={discount.id}>
          <span>
            <bdi>{discount.label}</bdi>
            {discount.code !== null && <span className="muted"> {discount.code}</span>}
          </span>
          <span className={styles.end}>
            {discount.refused === null &&
              (discount.amount.amount === 0 ? <span className="muted">{t.takesNothing()}</span> : `−${format.money(discount.amount)}`)}
            {discount.source === 'code' && onRemove && (
              <Button variant="quiet" size="small" icon="close" onClick={() => onRemove(discount)}>
                <span className="vh">{t.removeCode(discount.code ?? discount.label)}</span>
              </Button>
            )}
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

/** The discounts of an order, with a field for one more code. `onSet` sends all codes that the order is to have. */
export function DiscountCodes({ order, onSet }: { order: Order; onSet: (codes: readonly string[]) => Promise<Outcome> }) {
  const [text, setText] = useState<string | null>(null);
  const [error, setError] = useState<string | undefined>(undefined);
  const [isBusy, setBusy] = useState(false);
  const codes = order.discounts.flatMap(({ source, code }) => (source === 'code' && code !== null ? code : []));
  async function apply(code: string) {
    setBusy(true);
    const outcome = await onSet([...codes, code]);
    setBusy(false);
    if (outcome.ok) return setText(null);
    const reason = outcome.problem?.refusals?.find((refusal) => refusal.code === 'discount.not_valid')?.detail?.reason;
    setError(typeof reason === 'string' ? t.codeRefused(reason) : (outcome.problem?.title ?? t.codeUnsent()));
  }
  return (
    <div className={styles.codes}>
      <OrderDiscounts order={order} onRemove={(gone) => void onSet(codes.filter((code) => code !== gone.code))} />
      {text === null ? (
        <Button variant="link" onClick={() => setText('')}>
          {t.addCode()}
        </Button>
      ) : (
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
