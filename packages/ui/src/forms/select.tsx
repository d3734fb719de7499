import type { Ref, SelectHTMLAttributes } from 'react';
import { cx } from '../text/cx.ts';
import styles from './field.module.css';
import { Field, type FieldProps } from './field.tsx';

export type SelectOption = {
  readonly value: string;
  readonly label: string;
  readonly disabled?: boolean /** Options of one group stand together under its name. */;
  readonly group?: string;
};

export type SelectProps = Omit<FieldProps, 'children'> &
  Omit<SelectHTMLAttributes<HTMLSelectElement>, 'id' | 'className' | 'children'> & {
    ref?: Ref<HTMLSelectElement>;
    options: readonly SelectOption[];
    /** First, empty choice; without it the first option is chosen. */
    placeholder?: string;
  };

export function Select({ label, hideLabel, help, error, mark, className, options, placeholder, ref, ...rest }: SelectProps) {
  const field = { label, help, error, className, ...(hideLabel && { hideLabel }), ...(mark && { mark }) };
  return (
    <Field {...field}>
      {(control) => (
        <select {...rest} {...control} ref={ref} className={cx(styles.input, styles.select)}>
          {placeholder !== undefined && <option value="">{placeholder}</option>}
          {groupsOf(options).map(([group, members]) => {
            const entries = members.map((option) => (
              <option key={option.value} value={option.value} disabled={option.disabled}>
                {option.label}
              </option>
            ));
            return group === '' ? (
              entries
            ) : (
              <optgroup key={group} label={group}>
                {entries}
              </optgroup>
            );
          })}
        </select>
      )}
    </Field>
  );
}

function groupsOf(options: readonly SelectOption[]): readonly (readonly [string, readonly SelectOption[]])[] {
  return [...Map.groupBy(options, ({ group }) => group ?? '')];
}
