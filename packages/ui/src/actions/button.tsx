import type { ButtonHTMLAttributes, ReactNode, Ref } from 'react';
import { Icon, type IconName } from '../icons/icon.tsx';
import { cx } from '../text/cx.ts';
import styles from './button.module.css';

export type ButtonLook = {
  /** One `primary` a view. */
  variant?: 'default' | 'primary' | 'accent' | 'quiet' | 'link';
  size?: 'small' | 'medium' | 'large';
  danger?: boolean;
  block?: boolean;
  icon?: IconName;
};

export type ButtonProps = ButtonLook &
  ButtonHTMLAttributes<HTMLButtonElement> & {
    children: ReactNode;
    /** A key that does the same; shown as a cap, never part of the accessible name. */
    keyHint?: string;
    /** Waiting for an answer: keeps its width and its name, refuses a second press. */
    busy?: boolean;
    ref?: Ref<HTMLButtonElement>;
  };

/** Class names of a button, for links that look like one. */
export function buttonClass({ variant = 'default', size = 'medium', danger = false, block = false }: ButtonLook): string {
  return cx(styles.button, variant !== 'default' && styles[variant], size !== 'medium' && styles[size], danger && styles.danger, block && styles.block);
}

export function Button({ variant, size, danger, block, icon, keyHint, busy = false, className, children, onClick, type = 'button', ...rest }: ButtonProps) {
  const look = { ...(variant && { variant }), ...(size && { size }), ...(danger && { danger }), ...(block && { block }) };
  return (
    <button
      {...rest}
      type={type}
      className={cx(buttonClass(look), busy && styles.busy, className)}
      aria-keyshortcuts={keyHint?.toLowerCase()}
      aria-busy={busy || undefined}
      onClick={(event) => {
        // A busy button keeps focus (disabled would drop it) but does nothing.
        if (busy) event.preventDefault();
        else onClick?.(event);
      }}
    >
      {icon && <Icon name={icon} />}
      <span>{children}</span>
      {keyHint && <kbd aria-hidden="true">{keyHint}</kbd>}
    </button>
  );
}
