import { type KeyboardEvent, type ReactNode, useEffect, useId, useRef, useState } from 'react';
import { Icon, type IconName } from '../icons/icon.tsx';
import { cx } from '../text/cx.ts';
import styles from './menu.module.css';

export type MenuEntry =
  | {
      readonly kind?: 'item';
      readonly label: string;
      readonly icon?: IconName;
      readonly danger?: boolean;
      readonly checked?: boolean;
      readonly disabled?: boolean;
      readonly onSelect: () => void;
    }
  | { readonly kind: 'rule' }
  | { readonly kind: 'group'; readonly label: string };

export type MenuProps = {
  entries: readonly MenuEntry[];
  placement?: 'below' | 'above';
  align?: 'start' | 'end';
  /** The button that opens it gets these; it keeps its own look. */
  children: (trigger: { 'aria-haspopup': 'menu'; 'aria-expanded': boolean; 'aria-controls': string | undefined; onClick: () => void }) => ReactNode;
  className?: string;
};

/** A short list of further ways. Arrow keys, Home, End and first letters move; Escape and a press elsewhere close. */
export function Menu({ entries, placement = 'below', align = 'end', children, className }: MenuProps) {
  const [open, setOpen] = useState(false);
  const wrap = useRef<HTMLDivElement>(null);
  const list = useRef<HTMLDivElement>(null);
  const id = useId();

  useEffect(() => {
    if (!open) return;
    items(list.current).at(0)?.focus();
    function onPress(event: PointerEvent) {
      if (event.target instanceof Node && !wrap.current?.contains(event.target)) setOpen(false);
    }
    document.addEventListener('pointerdown', onPress);
    return () => document.removeEventListener('pointerdown', onPress);
  }, [open]);

  function close() {
    setOpen(false);
    wrap.current?.querySelector<HTMLElement>('[aria-haspopup="menu"]')?.focus();
  }

  function onKeyDown(event: KeyboardEvent<HTMLDivElement>) {
    if (event.key === 'Escape') {
      event.stopPropagation();
      return close();
    }
    if (event.key === 'Tab') return setOpen(false);
    const all = items(list.current);
    const at = all.indexOf(document.activeElement as HTMLElement);
    const target = movedTo(event.key, at, all);
    if (!target) return;
    event.preventDefault();
    target.focus();
  }

  return (
    <div ref={wrap} className={cx(styles.wrap, className)}>
      {children({ 'aria-haspopup': 'menu', 'aria-expanded': open, 'aria-controls': open ? id : undefined, onClick: () => setOpen(!open) })}
      {open && (
        <div ref={list} id={id} role="menu" tabIndex={-1} className={cx(styles.menu, styles[placement], styles[align])} onKeyDown={onKeyDown}>
          {entries.map((entry) => (
            <MenuRow key={entry.kind === 'rule' ? 'rule' : entry.label} entry={entry} onDone={() => close()} />
          ))}
        </div>
      )}
    </div>
  );
}

function MenuRow({ entry, onDone }: { entry: MenuEntry; onDone: () => void }) {
  if (entry.kind === 'rule') return <div role="separator" className={styles.rule} />;
  if (entry.kind === 'group') return <div className={styles.group}>{entry.label}</div>;
  const { label, icon, danger = false, checked, disabled = false, onSelect } = entry;
  return (
    <button
      type="button"
      {...(checked === undefined ? { role: 'menuitem' } : { role: 'menuitemradio', 'aria-checked': checked })}
      aria-disabled={disabled || undefined}
      tabIndex={-1}
      className={cx(styles.item, danger && styles.danger)}
      onClick={() => {
        if (disabled) return;
        onDone();
        onSelect();
      }}
    >
      {icon && <Icon name={icon} />}
      {label}
      {checked && (
        <span className={styles.tick}>
          <Icon name="check" />
        </span>
      )}
    </button>
  );
}

function items(list: HTMLElement | null): HTMLElement[] {
  return list ? [...list.querySelectorAll<HTMLElement>('[role^="menuitem"]')] : [];
}

function movedTo(key: string, at: number, all: readonly HTMLElement[]): HTMLElement | undefined {
  if (key === 'ArrowDown') return all[(at + 1) % all.length];
  if (key === 'ArrowUp') return all[(at - 1 + all.length) % all.length];
  if (key === 'Home') return all.at(0);
  if (key === 'End') return all.at(-1);
  if (key.length === 1) return all.find((item) => item.textContent?.toLowerCase().startsWith(key.toLowerCase()));
  return undefined;
}
