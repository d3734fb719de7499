import { currencyDigits } from '@backdesk/domain/money/currency.ts';
import type { Ref } from 'react';
import type { ParsedDecimal } from '../format/parse-decimal.ts';
import { formatUnitPrice } from '../format/unit-price.ts';
import { useFormat } from '../format/use-format.tsx';
import { cx } from '../text/cx.ts';
import styles from './field.module.css';
import { Field, type FieldProps } from './field.tsx';
import { useDecimalText } from './use-decimal-text.ts';

export type MoneyInputProps = Omit<FieldProps, 'children'> & {
  /** A plain decimal string ("1234.50") or null when empty. Becomes minor units at the edge, by the domain. */
  value: string | null;
  onChange: (value: string | null) => void;
  currency: string;
  /** Unit prices go to six decimals; amounts to the currency's own. */
  maxDecimals?: number;
  /** What to say about a text that can't be read. */
  problems: Record<Extract<ParsedDecimal, { ok: false }>['reason'], string>;
  disabled?: boolean;
  placeholder?: string;
  name?: string;
  onEnter?: () => void;
  ref?: Ref<HTMLInputElement>;
};

/** Money as people write it, in their locale's marks or another's; out comes an exact decimal string. */
export function MoneyInput(props: MoneyInputProps) {
  const { value, onChange, currency, maxDecimals, problems, error, disabled, placeholder, name, onEnter, ref } = props;
  const { locale } = useFormat();
  const figure = useDecimalText({
    value,
    locale,
    maxDecimals: maxDecimals ?? currencyDigits(currency),
    format: (text) => formatUnitPrice(text, currency, locale, { show: 'plain' }),
    onValue: onChange,
  });
  const { label, hideLabel, help, mark, className } = props;
  const field = {
    label,
    help,
    className,
    error: error ?? (figure.problem ? problems[figure.problem] : undefined),
    ...(hideLabel && { hideLabel }),
    ...(mark && { mark }),
  };
  return (
    <Field {...field}>
      {(control) => (
        <span className={styles.affix}>
          <input
            {...control}
            ref={ref}
            name={name}
            inputMode="decimal"
            autoComplete="off"
            disabled={disabled}
            placeholder={placeholder}
            className={cx(styles.input, styles.figure, styles.withTrail)}
            value={figure.text}
            onChange={(event) => figure.onTextChange(event.target.value)}
            onFocus={figure.onFocus}
            onBlur={figure.onBlur}
            onKeyDown={(event) => {
              if (event.key === 'Enter') onEnter?.();
            }}
          />
          <span className={styles.trail} aria-hidden="true">
            {currency}
          </span>
        </span>
      )}
    </Field>
  );
}
