import { Icon } from '@backdesk/ui/icons/icon.tsx';
import { Link, type LinkProps } from '@tanstack/react-router';
import { type ReactNode, useEffect, useRef } from 'react';
import styles from './page-head.module.css';

export type PageHeadProps = {
  title: string;
  /** Which part of the page is open: said in the window's title only. */
  part?: string | undefined;
  /** In the window's title in place of `title`, where it says more. */
  windowTitle?: string;
  /** Said after the title in a quieter voice: the name of an order. */
  aside?: ReactNode;
  /** The list this belongs to, or the order. */
  back?: { label: string; to: NonNullable<LinkProps['to']> } | { label: string; orderId: string };
  actions?: ReactNode;
};

/** The page's one heading. Names the document, and takes the focus when the page that had it is gone. */
export function PageHead({ title, windowTitle = title, part, aside, back, actions }: PageHeadProps) {
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    document.title = [part, windowTitle, 'Backdesk'].filter(Boolean).join(' · ');
  }, [part, windowTitle]);
  useEffect(() => {
    if (document.activeElement === document.body) heading.current?.focus({ preventScroll: true });
  }, []);
  return (
    <header className={styles.head}>
      <div className={styles.titles}>
        {back && (
          <Link {...('to' in back ? { to: back.to } : { to: '/orders/$orderId', params: { orderId: back.orderId } })} className={styles.crumb}>
            <Icon name="chevron-left" />
            {back.label}
          </Link>
        )}
        <div className={styles.title}>
          <h1 ref={heading} tabIndex={-1}>
            {title}
          </h1>
          {aside && <span className={styles.aside}>{aside}</span>}
        </div>
      </div>
      {actions && <div className={styles.actions}>{actions}</div>}
    </header>
  );
}
