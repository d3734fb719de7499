import type { InputHTMLAttributes, ReactNode, Ref } from 'react';
import { Icon, type IconName } from '../icons/icon.tsx';
import { cx } from '../text/cx.ts';
import styles from './field.module.css';
import { Field, type FieldProps } from './field.tsx';

export type TextInputProps = Omit<FieldProps, 'children'> &
  Omit<InputHTMLAttributes<HTMLInputElement>, 'id' | 'className'> & {
    ref?: Ref<HTMLInputElement>;
    icon?: IconName;
    /** Something small at the end: a key cap, a unit. */
    trail?: ReactNode;
    figure?: boolean;
  };

export function TextInput({ label, hideLabel, help, error, mark, className, icon, trail, figure = false, ref, type = 'text', ...rest }: TextInputProps) {
  const field = { label, help, error, className, ...(hideLabel && { hideLabel }), ...(mark && { mark }) };
  return (
    <Field {...field}>
      {(control) => (
        <span className={styles.affix}>
          {icon && (
            <span className={styles.lead}>
              <Icon name={icon} />
            </span>
          )}
          <input
            dir="auto"
            {...rest}
            {...control}
            ref={ref}
            type={type}
            className={cx(styles.input, icon && styles.withLead, trail !== undefined && styles.withTrail, figure && styles.figure)}
          />
          {trail !== undefined && <span className={styles.trail}>{trail}</span>}
        </span>
      )}
    </Field>
  );
}
