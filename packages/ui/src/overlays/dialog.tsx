import { type FormEvent, type ReactNode, useId } from 'react';
import { cx } from '../text/cx.ts';
import styles from './dialog.module.css';
import { useModal } from './use-modal.ts';

export type DialogProps = {
  title: string;
  onClose: () => void;
  children: ReactNode;
  /** Buttons: the way back first, the one that acts last. */
  actions: ReactNode;
  wide?: boolean;
  /** When given, the dialog is a form and its acting button a submit. */
  onSubmit?: () => void;
};

/** Only for what is sent, charged or erased. Mount it to open, unmount it to close. */
export function Dialog({ title, onClose, children, actions, wide = false, onSubmit }: DialogProps) {
  const titleId = useId();
  const modal = useModal(onClose);
  const content = (
    <>
      <div className={styles.head}>
        <h2 id={titleId}>{title}</h2>
      </div>
      <div className={styles.body}>{children}</div>
      <div className={styles.foot}>{actions}</div>
    </>
  );
  function submit(event: FormEvent) {
    event.preventDefault();
    event.stopPropagation();
    onSubmit?.();
  }
  return (
    <dialog {...modal} className={cx(styles.dialog, wide && styles.wide)} aria-labelledby={titleId}>
      {onSubmit ? (
        <form className={styles.form} noValidate onSubmit={submit}>
          {content}
        </form>
      ) : (
        content
      )}
    </dialog>
  );
}
