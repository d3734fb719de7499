import { formatNumber } from '../format/number.ts';
import { useFormat } from '../format/use-format.tsx';
import { gramsOf, weightDecimals, weightInUnit, weightUnit } from '../format/weight.ts';
import { cx } from '../text/cx.ts';
import styles from './field.module.css';
import { Field, type FieldProps } from './field.tsx';
import { useDecimalText } from './use-decimal-text.ts';

export type WeightFieldProps = Omit<FieldProps, 'children'> & {
  /** Whole grams; null when empty. */
  grams: number | null;
  onChange: (grams: number | null) => void;
  /** Said while the text is no weight. */
  unreadable: string;
  placeholder?: string;
};

/** A weight in the unit people there use, pounds or kilograms; whole grams go out. */
export function WeightField({ grams, onChange, unreadable, placeholder, ...field }: WeightFieldProps) {
  const { locale } = useFormat();
  const unit = weightUnit(locale);
  const figure = useDecimalText({
    value: grams === null ? null : weightInUnit(grams, unit),
    locale,
    maxDecimals: weightDecimals[unit],
    format: (text) => formatNumber(text, locale),
    isImpossible: (text) => text.startsWith('-'),
    onValue: (text) => onChange(text === null ? null : gramsOf(text, unit)),
  });
  return (
    <Field {...field} error={field.error ?? (figure.problem !== null ? unreadable : undefined)}>
      {(control) => (
        <span className={styles.affix}>
          <input
            {...control}
            inputMode="decimal"
            autoComplete="off"
            placeholder={placeholder}
            className={cx(styles.input, styles.figure, styles.withTrail)}
            value={figure.text}
            onChange={(event) => figure.onTextChange(event.target.value)}
            onFocus={figure.onFocus}
            onBlur={figure.onBlur}
          />
          <span className={styles.trail}>{unit}</span>
        </span>
      )}
    </Field>
  );
}
