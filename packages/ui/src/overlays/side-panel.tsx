import { type MouseEvent, type ReactNode, useId } from 'react';
import { Button } from '../actions/button.tsx';
import { cx } from '../text/cx.ts';
import styles from './dialog.module.css';
import { useModal } from './use-modal.ts';

export type SidePanelProps = {
  title: ReactNode;
  closeLabel: string;
  onClose: () => void;
  children: ReactNode;
  /** Stays below the scrolling part: the button that acts. */
  foot?: ReactNode;
  wide?: boolean;
  /** True when there is nothing to press inside: the keyboard then scrolls the text itself. */
  reading?: boolean;
  /** False when the content brings its own edges. */
  padded?: boolean;
};

/** A drawer at the right for work that belongs to the page under it. Escape and the scrim close it. */
export function SidePanel({ title, closeLabel, onClose, children, foot, wide = false, reading = false, padded = true }: SidePanelProps) {
  const titleId = useId();
  const modal = useModal(onClose);
  function onClick(event: MouseEvent<HTMLDialogElement>) {
    // A click on the dialog element itself is on its backdrop: the content fills the rest.
    if (event.target === event.currentTarget) onClose();
  }
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: Escape is the key for it, by the browser
    <dialog {...modal} onClick={onClick} className={cx(styles.side, wide && styles.sideWide)} aria-labelledby={titleId}>
      <div className={styles.sideHead}>
        <h2 id={titleId}>{title}</h2>
        <Button variant="quiet" icon="close" className="push" onClick={onClose}>
          {closeLabel}
        </Button>
      </div>
      <div className={cx(styles.sideBody, padded && styles.padded)} {...(reading ? { role: 'group', tabIndex: 0, 'aria-labelledby': titleId } : {})}>
        {children}
      </div>
      {foot}
    </dialog>
  );
}
