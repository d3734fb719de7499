import type { ReactNode } from 'react';
import { Icon, type IconName } from '../icons/icon.tsx';
import { cx } from '../text/cx.ts';
import styles from './notice.module.css';

export type NoticeTone = 'info' | 'open' | 'good' | 'warn' | 'bad';

const icons: Record<NoticeTone, IconName> = { info: 'info', open: 'info', good: 'check', warn: 'warning', bad: 'warning' };

export type InlineNoticeProps = {
  tone: NoticeTone;
  title?: ReactNode;
  children?: ReactNode;
  actions?: ReactNode;
  /** `alert` interrupts those who listen: only for what just failed. */
  live?: 'alert' | 'status';
};

/** Something to know, in the place where it matters; never a dialog. */
export function InlineNotice({ tone, title, children, actions, live }: InlineNoticeProps) {
  return (
    <div className={cx(styles.notice, tone !== 'info' && styles[tone])} role={live}>
      <Icon name={icons[tone]} />
      <div className={styles.body}>
        {title && <p className={styles.title}>{title}</p>}
        {children && <div>{children}</div>}
        {actions && <div className={styles.actions}>{actions}</div>}
      </div>
    </div>
  );
}
