import type { EditorState } from '@backdesk/ordering/editing/editor-state.ts';
import type { OrderEditor } from '@backdesk/ordering/editing/order-editor.ts';
import { Icon } from '@backdesk/ui/icons/icon.tsx';
import { Link } from '@tanstack/react-router';
import { useEffect, useRef } from 'react';
import { MoreMenu } from './more-menu.tsx';
import { NameField } from './name-field.tsx';
import styles from './order-head.module.css';
import { SavedState } from './saved-state.tsx';
import { StageStatus } from './stage-status.tsx';
import { t } from './texts.ts';

/** What this order is called, in which stage it is and whether the work is saved: on the draft and in checkout, there with the step as its part in the window's title. */
export function OrderHead({ editor, state, part }: { editor: OrderEditor; state: EditorState; part?: string }) {
  const order = state.shown;
  const title = t.title(order);
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    document.title = [part, [title, order.name].filter(Boolean).join(' '), 'Backdesk'].filter(Boolean).join(' · ');
  }, [part, title, order.name]);
  useEffect(() => {
    if (document.activeElement === document.body) heading.current?.focus({ preventScroll: true });
  }, []);
  return (
    <header className={styles.head}>
      <div className={styles.titles}>
        <Link to="/orders/drafts" className={styles.crumb}>
          <Icon name="chevron-left" />
          {t.list()}
        </Link>
        <div className={styles.title}>
          <h1 ref={heading} tabIndex={-1}>
            {title}
          </h1>
          <NameField order={order} editor={editor} />
        </div>
      </div>
      <div className={styles.meta}>
        <StageStatus order={order} />
        <SavedState state={state} />
        <MoreMenu order={order} editor={editor} />
      </div>
    </header>
  );
}
