import { type InputHTMLAttributes, type ReactNode, type Ref, useId } from 'react';
import styles from './field.module.css';

export type CheckboxProps = Omit<InputHTMLAttributes<HTMLInputElement>, 'id' | 'className' | 'type'> & {
  label: ReactNode;
  help?: ReactNode;
  ref?: Ref<HTMLInputElement>;
};

export function Checkbox({ label, help, ref, ...rest }: CheckboxProps) {
  const id = useId();
  return (
    <div>
      <label className={styles.check} htmlFor={id}>
        <input {...rest} ref={ref} id={id} type="checkbox" className={styles.box} aria-describedby={help ? `${id}-help` : undefined} />
        <span>{label}</span>
        {help && (
          <span id={`${id}-help`} className={styles.help}>
            {help}
          </span>
        )}
      </label>
    </div>
  );
}
