import { LinePicture } from '@backdesk/ordering/lines/line-picture.tsx';
import { useTypeAhead } from '@backdesk/ordering/search/use-type-ahead.ts';
import { TextInput } from '@backdesk/ui/forms/text-input.tsx';
import { type KeyboardEvent, useId, useState } from 'react';
import styles from './catalog-search.module.css';
import { t } from './texts.ts';

/** How something that was found is shown. */
export type Found = {
  readonly id: string;
  readonly title: string;
  /** SKU or code. */
  readonly code: string;
  readonly imageUrl: string | null;
  readonly price: string;
  /** Why it cannot be taken; null: it can. */
  readonly whyNot: string | null;
};

type CatalogSearchProps<Item> = {
  label: string;
  /** The same function each time it is drawn, so that it is asked once. */
  search: (words: string, signal: AbortSignal) => Promise<readonly Item[]>;
  shown: (item: Item) => Found;
  onPick: (item: Item) => void;
  error?: string | undefined;
};

/** Finds something of the catalogue: arrows and Enter, as Add Product. What cannot be taken is shown with the reason. */
export function CatalogSearch<Item>({ label, search, shown, onPick, error }: CatalogSearchProps<Item>) {
  const [text, setText] = useState('');
  const [isOpen, setOpen] = useState(false);
  const [active, setActive] = useState(0);
  const listId = useId();
  const words = text.trim();
  const ahead = useTypeAhead(words, search, isOpen && words !== '');
  const hits = ahead.items ?? [];
  const listed = ahead.items ?? ahead.stale;
  const at = Math.min(active, Math.max(0, hits.length - 1));
  const isShown = isOpen && words !== '';

  function pick(item: Item | undefined) {
    if (item === undefined || shown(item).whyNot !== null) return;
    onPick(item);
    setText('');
    setActive(0);
  }

  function onKeyDown(event: KeyboardEvent<HTMLInputElement>) {
    if (event.nativeEvent.isComposing) return;
    if (event.key === 'Enter' && words !== '') {
      event.preventDefault();
      if (ahead.items !== null) pick(hits[at]);
      else
        void ahead.resultFor(words).then(
          ([first]) => pick(first),
          () => undefined,
        );
    }
    if (event.key === 'Escape' && isShown) {
      event.preventDefault();
      event.stopPropagation();
      setOpen(false);
    }
    if ((event.key === 'ArrowDown' || event.key === 'ArrowUp') && hits.length > 0) {
      event.preventDefault();
      setOpen(true);
      setActive((at + (event.key === 'ArrowDown' ? 1 : hits.length - 1)) % hits.length);
    }
  }

  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: it only notices that the focus has left the field and its list
    <div
      className={styles.search}
      onBlur={(event) => {
        if (!event.currentTarget.contains(event.relatedTarget)) setOpen(false);
      }}
    >
      <TextInput
        label={label}
        placeholder={t.hint()}
        icon="search"
        role="combobox"
        aria-expanded={isShown && listed.length > 0}
        aria-controls={listId}
        aria-autocomplete="list"
        aria-activedescendant={isShown && hits.length > 0 ? `${listId}-${at}` : undefined}
        autoComplete="off"
        spellCheck={false}
        maxLength={200}
        value={text}
        error={error}
        onChange={(event) => {
          setText(event.currentTarget.value);
          setActive(0);
          setOpen(true);
        }}
        onKeyDown={onKeyDown}
      />
      {isShown && (
        <div className={styles.found}>
          {ahead.failed ? (
            <p className={styles.says}>{t.failed()}</p>
          ) : listed.length === 0 ? (
            <p className={styles.says} role="status">
              {ahead.items === null ? t.searching() : t.nothing(words)}
            </p>
          ) : (
            <div id={listId} role="listbox" aria-label={t.found(listed.length)} className={ahead.items === null ? styles.stale : undefined}>
              {listed.map((item, index) => {
                const found = shown(item);
                return (
                  <Hit
                    key={found.id}
                    id={`${listId}-${index}`}
                    found={found}
                    isActive={ahead.items !== null && index === at}
                    onActive={() => setActive(index)}
                    onPick={() => ahead.items !== null && pick(item)}
                  />
                );
              })}
            </div>
          )}
        </div>
      )}
    </div>
  );
}

type HitProps = { id: string; found: Found; isActive: boolean; onActive: () => void; onPick: () => void };

function Hit({ id, found: { title, code, imageUrl, price, whyNot }, isActive, onActive, onPick }: HitProps) {
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: the combo box has the keys
    <div
      id={id}
      role="option"
      tabIndex={-1}
      aria-selected={isActive}
      aria-disabled={whyNot !== null}
      className={styles.hit}
      onPointerMove={isActive ? undefined : onActive}
      onMouseDown={(event) => event.preventDefault()}
      onClick={onPick}
    >
      <LinePicture url={imageUrl} size={34} />
      <span>
        <bdi className="medium">{title}</bdi>
        <span className={styles.code}>
          <bdi>{code}</bdi>
          {whyNot !== null && ` · ${whyNot}`}
        </span>
      </span>
      <span className="num soft small">{whyNot === null && price}</span>
    </div>
  );
}
