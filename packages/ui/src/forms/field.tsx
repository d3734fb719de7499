import { type ReactNode, useId } from 'react';
import { cx } from '../text/cx.ts';
import styles from './field.module.css';

/** What a control needs to be tied to its label, help and error. */
export type FieldControl = {
  id: string;
  'aria-describedby': string | undefined;
  'aria-invalid': true | undefined;
};

export type FieldProps = {
  label: ReactNode;
  /** Kept for those who listen when the place makes the label plain to see. */
  hideLabel?: boolean;
  help?: ReactNode;
  error?: string | undefined;
  /** A word after the label: "optional". */
  mark?: string;
  className?: string | undefined;
  children: (control: FieldControl) => ReactNode;
};

/** A label over a control, with help and error below it and tied to it by id. */
export function Field({ label, hideLabel = false, help, error, mark, className, children }: FieldProps) {
  const id = useId();
  const helpId = help ? `${id}-help` : undefined;
  const errorId = error ? `${id}-error` : undefined;
  return (
    <div className={cx(styles.field, className)}>
      <label htmlFor={id} className={hideLabel ? 'vh' : styles.label}>
        {label}
        {mark && <span className={styles.optional}>{mark}</span>}
      </label>
      {children({ id, 'aria-describedby': cx(errorId, helpId) || undefined, 'aria-invalid': error ? true : undefined })}
      {error && (
        <p id={errorId} className={styles.error}>
          {error}
        </p>
      )}
      {help && (
        <p id={helpId} className={styles.help}>
          {help}
        </p>
      )}
    </div>
  );
}
