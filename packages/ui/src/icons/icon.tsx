import styles from './icon.module.css';
import { paths } from './paths.tsx';

export type IconName = keyof typeof paths;

/** A small line drawing beside a word; hidden from assistive technology because the word says it. */
export function Icon({ name, className }: { name: IconName; className?: string }) {
  return (
    <svg viewBox="0 0 16 16" aria-hidden="true" focusable="false" className={className ? `${styles.icon} ${className}` : styles.icon}>
      {paths[name]}
    </svg>
  );
}
