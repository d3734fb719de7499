import type { KeyboardEvent, ReactNode, Ref } from 'react';
import { formatNumber } from '../format/number.ts';
import { useFormat } from '../format/use-format.tsx';
import { Icon } from '../icons/icon.tsx';
import { cx } from '../text/cx.ts';
import fieldStyles from './field.module.css';
import { Field, type FieldProps } from './field.tsx';
import styles from './number-field.module.css';
import { useDecimalText } from './use-decimal-text.ts';

export type NumberFieldProps = Omit<FieldProps, 'children'> & {
  value: number | null;
  onChange: (value: number | null) => void;
  /** While the text is no number: where each readable keystroke counts at once, what is to count in its place. */
  onUnreadable?: () => void;
  min?: number;
  max?: number;
  /** What an arrow key or a button changes it by; values between steps may still be typed and are judged by the caller. */
  step?: number;
  /** The only values there are, ascending: an arrow key or a button goes to the next of them. */
  stops?: readonly number[];
  /** Stands with the input: a list to pick from (figure-list.tsx). */
  list?: ReactNode;
  maxDecimals?: number;
  /** Names of the two buttons beside the figure; without them there are none. */
  buttons?: { less: string; more: string };
  /** Said while the text is no number. */
  unreadable: string;
  placeholder?: string;
  disabled?: boolean;
  autoFocus?: boolean;
  name?: string;
  onEnter?: () => void;
  ref?: Ref<HTMLInputElement>;
};

/** A quantity. Selects its content on focus, keeps what is typed as typed, steps with the arrow keys. */
export function NumberField(props: NumberFieldProps) {
  const { value, onChange, stops = [], step = 1, list, maxDecimals = 0, buttons, unreadable, onUnreadable, error, onEnter, ref } = props;
  const { min = stops[0], max = stops.at(-1) } = props;
  const { locale } = useFormat();
  const figure = useDecimalText({
    value: value === null ? null : String(value),
    locale,
    maxDecimals,
    format: (text) => formatNumber(text, locale),
    onValue: (text) => onChange(text === null ? null : Number(text)),
    onUnreadable,
  });

  function stepBy(direction: 1 | -1) {
    const next = nextStop(stops, value ?? 0, direction) ?? stepped(value ?? 0, direction * step, min, max);
    figure.onTextChange(formatNumber(next, locale));
    if (next !== value) onChange(next);
  }

  function onKeyDown(event: KeyboardEvent<HTMLInputElement>) {
    if (event.key === 'ArrowUp' || event.key === 'ArrowDown') {
      event.preventDefault();
      stepBy(event.key === 'ArrowUp' ? 1 : -1);
    }
    if (event.key === 'Enter') onEnter?.();
  }

  const { label, hideLabel, help, mark, className, placeholder, disabled, autoFocus, name } = props;
  const field = {
    label,
    help,
    className,
    error: error ?? (figure.problem !== null ? unreadable : undefined),
    ...(hideLabel && { hideLabel }),
    ...(mark && { mark }),
  };
  return (
    <Field {...field}>
      {(control) => {
        const input = (
          <input
            {...control}
            ref={ref}
            name={name}
            inputMode={maxDecimals > 0 ? 'decimal' : 'numeric'}
            autoComplete="off"
            // biome-ignore lint/a11y/noAutofocus: a panel that opens for a quantity puts the caret there
            autoFocus={autoFocus}
            disabled={disabled}
            placeholder={placeholder}
            className={cx(fieldStyles.input, fieldStyles.figure)}
            value={figure.text}
            onChange={(event) => figure.onTextChange(event.target.value)}
            onFocus={figure.onFocus}
            onBlur={figure.onBlur}
            onKeyDown={onKeyDown}
          />
        );
        if (!buttons)
          return (
            <>
              {input}
              {list}
            </>
          );
        return (
          <span className={styles.steps}>
            <button
              type="button"
              tabIndex={-1}
              aria-label={buttons.less}
              disabled={disabled || (min !== undefined && (value ?? 0) <= min)}
              onClick={() => stepBy(-1)}
            >
              <Icon name="minus" />
            </button>
            {input}
            {list}
            <button
              type="button"
              tabIndex={-1}
              aria-label={buttons.more}
              disabled={disabled || (max !== undefined && (value ?? 0) >= max)}
              onClick={() => stepBy(1)}
            >
              <Icon name="plus" />
            </button>
          </span>
        );
      }}
    </Field>
  );
}

/** The next of the stops in that direction, the last one beyond it; undefined: there are none. */
function nextStop(stops: readonly number[], value: number, direction: 1 | -1): number | undefined {
  return direction === 1 ? (stops.find((stop) => stop > value) ?? stops.at(-1)) : (stops.findLast((stop) => stop < value) ?? stops[0]);
}

/** The next multiple of the step in that direction, kept within bounds. */
function stepped(value: number, by: number, min: number | undefined, max: number | undefined): number {
  const size = Math.abs(by);
  const base = by > 0 ? Math.floor(value / size) : Math.ceil(value / size);
  const next = Number(((base + Math.sign(by)) * size).toFixed(6));
  return Math.min(max ?? Number.MAX_SAFE_INTEGER, Math.max(min ?? Number.MIN_SAFE_INTEGER, next));
}
