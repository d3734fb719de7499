import { useModal } from '@backdesk/ui/overlays/use-modal.ts';
import { useRouterState } from '@tanstack/react-router';
import { useEffect, useRef } from 'react';
import { NavContent, type NavContentProps } from './nav-content.tsx';
import styles from './shell.module.css';
import { t } from './texts.ts';

/** The navigation behind Menu. Going somewhere closes it. */
export function NavDrawer({ onClose, ...content }: NavContentProps & { onClose: () => void }) {
  const modal = useModal(onClose);
  const place = useRouterState({ select: (state) => state.location.href });
  const opened = useRef(place);
  useEffect(() => {
    if (place !== opened.current) onClose();
  }, [place, onClose]);
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: Escape is the key for it, by the browser
    <dialog {...modal} className={styles.drawer} aria-label={t.menu()} onClick={(event) => event.target === event.currentTarget && onClose()}>
      <NavContent {...content} />
    </dialog>
  );
}
