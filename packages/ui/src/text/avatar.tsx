import { cx } from '../text/cx.ts';
import styles from './avatar.module.css';
import { initialsOf } from './initials.ts';

export type AvatarProps = {
  name: string;
  /** Which of the three person colours; the same person keeps theirs in one order. */
  colour?: 1 | 2 | 3;
  size?: 'small' | 'medium';
};

/** Initials in a person's colour, always beside the name, so it is hidden from assistive technology. */
export function Avatar({ name, colour = 2, size = 'medium' }: AvatarProps) {
  return (
    <span aria-hidden="true" className={cx(styles.avatar, styles[`p${colour}`], size === 'small' && styles.small)}>
      {initialsOf(name)}
    </span>
  );
}
