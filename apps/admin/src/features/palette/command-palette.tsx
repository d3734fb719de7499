import { Icon } from '@backdesk/ui/icons/icon.tsx';
import { useModal } from '@backdesk/ui/overlays/use-modal.ts';
import { cx } from '@backdesk/ui/text/cx.ts';
import { Kbd } from '@backdesk/ui/text/kbd.tsx';
import { type KeyboardEvent, type MouseEvent, useEffect, useId, useRef, useState } from 'react';
import styles from './command-palette.module.css';
import { type Entry, matching } from './entry.ts';
import { t } from './texts.ts';
import { useFixedEntries } from './use-fixed-entries.ts';
import { useSearchEntries } from './use-search-entries.ts';

export type CommandPaletteProps = { onClose: () => void; onShortcuts: () => void; onSignOut: () => void };

/** ⌘K: pages, actions, orders, customers and products by a few letters. The first found stands ready for Enter. */
export function CommandPalette({ onClose, onShortcuts, onSignOut }: CommandPaletteProps) {
  const [text, setText] = useState('');
  const [active, setActive] = useState(0);
  const id = useId();
  const modal = useModal(onClose);
  const words = text.trim();
  const fixed = matching(useFixedEntries({ onShortcuts, onSignOut }), words);
  const ahead = useSearchEntries(words);
  const found = words === '' ? [] : (ahead.items ?? ahead.stale);
  // Who types a number, a name or a SKU looks for a thing; what is always there follows it.
  const entries = /\d/.test(words) || fixed.length === 0 ? [...found, ...fixed] : [...fixed, ...found];
  const at = Math.min(active, Math.max(0, entries.length - 1));
  const isLooking = words !== '' && ahead.items === null && !ahead.failed;
  const list = useRef<HTMLDivElement>(null);

  useEffect(() => {
    list.current?.querySelector('[aria-selected="true"]')?.scrollIntoView({ block: 'nearest' });
  });

  function run(entry: Entry) {
    onClose();
    entry.run();
  }

  async function runWhenFound() {
    const [first] = await ahead.resultFor(words).catch(() => []);
    if (first !== undefined) run(first);
  }

  function onKeyDown(event: KeyboardEvent<HTMLInputElement>) {
    if (event.nativeEvent.isComposing) return;
    if (event.key === 'Enter') {
      event.preventDefault();
      const ready = entries[at];
      // A late answer to older words is never run: a fixed entry is always right, a found one only when it is of these words.
      if (ready !== undefined && (ahead.items !== null || fixed.includes(ready))) run(ready);
      else if (isLooking) void runWhenFound();
    }
    if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
      event.preventDefault();
      if (entries.length > 0) setActive((at + (event.key === 'ArrowDown' ? 1 : entries.length - 1)) % entries.length);
    }
  }

  function onClick(event: MouseEvent<HTMLDialogElement>) {
    // A click on the dialog element itself is on its backdrop: the content fills the rest.
    if (event.target === event.currentTarget) onClose();
  }

  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: Escape is the key for it, by the browser
    <dialog {...modal} onClick={onClick} className={styles.palette} aria-label={t.palette()}>
      <div className={styles.field}>
        <Icon name="search" />
        <input
          role="combobox"
          aria-label={t.palette()}
          aria-expanded="true"
          aria-controls={id}
          aria-autocomplete="list"
          aria-activedescendant={entries.length > 0 ? `${id}-${at}` : undefined}
          autoComplete="off"
          spellCheck={false}
          dir="auto"
          maxLength={200}
          placeholder={t.placeholder()}
          value={text}
          onChange={(event) => {
            setText(event.currentTarget.value);
            setActive(0);
          }}
          onKeyDown={onKeyDown}
        />
        <Kbd>Esc</Kbd>
      </div>
      <div ref={list} id={id} role="listbox" aria-label={t.results()} className={styles.list}>
        {entries.map((entry, index) => (
          <Option
            key={entry.id}
            id={`${id}-${index}`}
            entry={entry}
            isHead={entry.group !== entries[index - 1]?.group}
            isSelected={index === at}
            isFaded={isLooking && !fixed.includes(entry)}
            onPoint={() => index !== at && setActive(index)}
            onPress={() => run(entry)}
          />
        ))}
      </div>
      {isLooking && entries.length === 0 && <p className={styles.says}>{t.searching()}</p>}
      {ahead.failed && words !== '' && <p className={styles.says}>{t.failed()}</p>}
      {entries.length === 0 && ahead.items !== null && <p className={styles.says}>{t.nothing(words)}</p>}
      <p className={styles.foot} aria-hidden="true">
        <Kbd>↑</Kbd>
        <Kbd>↓</Kbd> {t.keyMove()} <Kbd>Enter</Kbd> {t.keyOpen()}
      </p>
    </dialog>
  );
}

type OptionProps = { id: string; entry: Entry; isHead: boolean; isSelected: boolean; isFaded: boolean; onPoint: () => void; onPress: () => void };

function Option({ id, entry, isHead, isSelected, isFaded, onPoint, onPress }: OptionProps) {
  return (
    <>
      {isHead && (
        <div role="presentation" className={styles.group}>
          {entry.group}
        </div>
      )}
      {/* biome-ignore lint/a11y/useKeyWithClickEvents: the combo box has the keys */}
      <div
        id={id}
        role="option"
        tabIndex={-1}
        aria-selected={isSelected}
        className={cx(styles.option, isFaded && styles.faded)}
        onPointerMove={onPoint}
        onMouseDown={(event) => event.preventDefault()}
        onClick={onPress}
      >
        <Icon name={entry.icon} />
        <span className={styles.label} dir="auto">
          {entry.label}
        </span>
        {entry.more && (
          <span className={styles.more}>
            <bdi>{entry.more}</bdi>
          </span>
        )}
        {entry.keyHint && <Kbd>{entry.keyHint}</Kbd>}
      </div>
    </>
  );
}
