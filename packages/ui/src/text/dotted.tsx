import type { ReactNode } from 'react';
import { cx } from './cx.ts';
import styles from './dotted.module.css';

type DottedProps = { items: readonly { readonly key: string; readonly content: ReactNode }[]; className?: string | undefined };

/** Things in a row with dots between them. Where they need several rows, none begins or ends with a dot. */
export function Dotted({ items, className }: DottedProps) {
  return (
    <span className={cx(styles.dotted, className)}>
      <span className={styles.row}>
        {items.map(({ key, content }, at) => (
          <span key={key} className={styles.item}>
            {at > 0 && <span className={styles.dot}> · </span>}
            {content}
          </span>
        ))}
      </span>
    </span>
  );
}
