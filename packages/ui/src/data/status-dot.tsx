import type { ReactNode } from 'react';
import { cx } from '../text/cx.ts';
import styles from './status-dot.module.css';

export type StatusTone = 'neutral' | 'open' | 'good' | 'warn' | 'bad' | 'accent';

/** Ring, half, outlined square, full, diamond (needs you), filled square (bad). */
export type StatusShape = 'ring' | 'half' | 'square' | 'full' | 'diamond' | 'block';

/** A small shape and a word. The shape tells it without colour, the word without either. */
export function StatusDot({ tone, shape, children }: { tone: StatusTone; shape: StatusShape; children: ReactNode }) {
  return <span className={cx(styles.status, styles[tone], styles[shape])}>{children}</span>;
}

/** A word on a soft ground, for what a thing is besides its status ("Custom", "Optional"). */
export function Tag({ tone = 'neutral', children }: { tone?: StatusTone; children: ReactNode }) {
  return <span className={cx(styles.tag, tone !== 'neutral' && styles[tone])}>{children}</span>;
}
