import type { InputHTMLAttributes } from 'react';
import styles from './field.module.css';

type PickBoxProps = Omit<InputHTMLAttributes<HTMLInputElement>, 'className' | 'type'> & { 'aria-label': string };

/** A check box whose label is told and not shown: it picks the row that it stands in. */
export function PickBox(props: PickBoxProps) {
  return <input {...props} type="checkbox" className={styles.box} />;
}
