import type { Ref, TextareaHTMLAttributes } from 'react';
import { cx } from '../text/cx.ts';
import styles from './field.module.css';
import { Field, type FieldProps } from './field.tsx';

export type TextAreaProps = Omit<FieldProps, 'children'> &
  Omit<TextareaHTMLAttributes<HTMLTextAreaElement>, 'id' | 'className'> & { ref?: Ref<HTMLTextAreaElement> };

export function TextArea({ label, hideLabel, help, error, mark, className, ref, rows = 3, ...rest }: TextAreaProps) {
  const field = { label, help, error, className, ...(hideLabel && { hideLabel }), ...(mark && { mark }) };
  return (
    <Field {...field}>{(control) => <textarea dir="auto" {...rest} {...control} ref={ref} rows={rows} className={cx(styles.input, styles.area)} />}</Field>
  );
}
