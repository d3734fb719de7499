import type { ReactNode } from 'react';
import { Icon, type IconName } from '../icons/icon.tsx';
import { cx } from '../text/cx.ts';
import styles from './empty-state.module.css';

export type EmptyStateProps = {
  icon?: IconName;
  title: string;
  children?: ReactNode;
  action?: ReactNode;
  /** True when it is the whole page: its title is then the page's heading. */
  isPage?: boolean;
  /** True when more of the page stands below: it then takes no more room than it needs. */
  isPart?: boolean;
};

/** Says what goes here and offers the one next thing. */
export function EmptyState({ icon, title, children, action, isPage = false, isPart = false }: EmptyStateProps) {
  const Heading = isPage ? 'h1' : 'h2';
  return (
    <div className={cx(styles.empty, isPart && styles.part)}>
      {icon && <Icon name={icon} {...(styles.icon && { className: styles.icon })} />}
      <Heading className={styles.title}>{title}</Heading>
      {children && <div className={styles.body}>{children}</div>}
      {action && <div className={styles.action}>{action}</div>}
    </div>
  );
}
