import type { CustomerRow } from '@backdesk/contract/customer/schema.ts';
import { Icon } from '@backdesk/ui/icons/icon.tsx';
import { cx } from '@backdesk/ui/text/cx.ts';
import { type KeyboardEvent, useId, useRef, useState } from 'react';
import { useTypeAhead } from '../search/use-type-ahead.ts';
import styles from './customer-search.module.css';
import { t } from './texts.ts';

export type CustomerSearchProps = {
  search: (words: string, signal: AbortSignal) => Promise<readonly CustomerRow[]>;
  /** `isSure`: Enter was pressed again before the choice could be shown, by someone who wants to go on with it. */
  onChoose: (customer: CustomerRow, isSure: boolean) => void;
  /** What is typed, for a customer to be made of it. */
  onText?: (text: string) => void;
  autoFocus?: boolean;
};

/** Finds a customer by name, e-mail, company, phone, number or a past order. The first result stands ready for Enter. */
export function CustomerSearch({ search, onChoose, onText, autoFocus = false }: CustomerSearchProps) {
  const [text, setText] = useState('');
  const [isOpen, setOpen] = useState(autoFocus);
  const [active, setActive] = useState(0);
  const typed = useRef('');
  /** Words whose result is awaited since Enter, and whether it was pressed again meanwhile. */
  const awaited = useRef<{ readonly words: string; isSure: boolean } | null>(null);
  const listId = useId();
  const ahead = useTypeAhead(text.trim(), search, isOpen);
  const found = ahead.items ?? [];
  const shown = ahead.items ?? ahead.stale;
  const hasList = isOpen && shown.length > 0;
  const at = Math.min(active, Math.max(0, found.length - 1));

  function choose(customer: CustomerRow, isSure = false) {
    setOpen(false);
    onChoose(customer, isSure);
  }

  /** Within the search delay: the result of exactly these words, and only while they still stand there. */
  async function chooseWhenFound(words: string) {
    const mine = { words, isSure: false };
    awaited.current = mine;
    const items = await ahead.resultFor(words).catch(() => []);
    if (awaited.current !== mine) return;
    awaited.current = null;
    if (items[0] !== undefined && typed.current.trim() === words) choose(items[0], mine.isSure);
  }

  function onKeyDown(event: KeyboardEvent<HTMLInputElement>) {
    if (event.nativeEvent.isComposing) return;
    if (event.key === 'Escape' && isOpen) {
      event.stopPropagation();
      setOpen(false);
    }
    if (event.key === 'Enter') {
      event.preventDefault();
      const wanted = text.trim();
      const ready = found[at];
      if (event.repeat) return;
      if (ready !== undefined) choose(ready);
      else if (awaited.current?.words === wanted) awaited.current.isSure = true;
      else if (wanted !== '') void chooseWhenFound(wanted);
    }
    if ((event.key === 'ArrowDown' || event.key === 'ArrowUp') && found.length > 0) {
      event.preventDefault();
      if (!isOpen) return setOpen(true);
      setActive((at + (event.key === 'ArrowDown' ? 1 : found.length - 1)) % found.length);
    }
  }

  return (
    <div className={styles.search}>
      <label className={styles.label} htmlFor={`${listId}-input`}>
        {t.search()}
      </label>
      <span className={styles.field}>
        <Icon name="search" />
        <input
          id={`${listId}-input`}
          role="combobox"
          aria-expanded={hasList}
          aria-controls={hasList ? listId : undefined}
          aria-autocomplete="list"
          aria-activedescendant={isOpen && found.length > 0 ? `${listId}-${at}` : undefined}
          aria-busy={isOpen && ahead.items === null}
          autoComplete="off"
          spellCheck={false}
          dir="auto"
          maxLength={200}
          placeholder={t.searchPlaceholder()}
          value={text}
          // biome-ignore lint/a11y/noAutofocus: the page is there to do this first
          autoFocus={autoFocus}
          onFocus={() => setOpen(true)}
          onChange={(event) => {
            typed.current = event.currentTarget.value;
            setText(event.currentTarget.value);
            onText?.(event.currentTarget.value);
            setActive(0);
            setOpen(true);
          }}
          onKeyDown={onKeyDown}
        />
      </span>
      {isOpen && (
        // A list box must hold options: what is said instead of them stands in a box of its own.
        <div
          {...(hasList ? { id: listId, role: 'listbox', 'aria-label': t.customers() } : { role: 'status' })}
          className={cx(styles.list, ahead.items === null && styles.stale)}
        >
          {shown.map((customer, index) => (
            // biome-ignore lint/a11y/useKeyWithClickEvents: the combo box has the keys
            <div
              key={customer.id}
              id={`${listId}-${index}`}
              role="option"
              tabIndex={-1}
              aria-selected={ahead.items !== null && index === at}
              className={styles.option}
              onPointerMove={() => index !== at && setActive(index)}
              onMouseDown={(event) => event.preventDefault()}
              // A press is on the row that is seen, also while newer words are looked up; only Enter must wait.
              onClick={() => choose(customer)}
            >
              <span className={styles.name} dir="auto">
                {customer.name}
                {customer.company !== null && <span className={styles.company}>{customer.company.name}</span>}
              </span>
              <span className={styles.more}>
                {[customer.email, customer.phone, customer.number === null ? '' : `#${customer.number}`].filter(Boolean).join(' · ')}
              </span>
              {!customer.active && <span className={styles.inactive}>{t.inactive()}</span>}
            </div>
          ))}
          {ahead.items !== null && found.length === 0 && <p className={styles.says}>{text.trim() === '' ? t.noCustomers() : t.nobody(text.trim())}</p>}
          {ahead.items === null && shown.length === 0 && <p className={styles.says}>{ahead.failed ? t.searchFailed() : t.searching()}</p>}
        </div>
      )}
    </div>
  );
}
