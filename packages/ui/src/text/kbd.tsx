import styles from './kbd.module.css';

/** A key cap. Hidden from assistive technology, so that it never changes the name of what it stands beside. */
export function Kbd({ children, className }: { children: string; className?: string }) {
  return (
    <kbd aria-hidden="true" className={className ? `${styles.kbd} ${className}` : styles.kbd}>
      {children}
    </kbd>
  );
}
