import type { VariantHit } from '@backdesk/contract/catalog/schema.ts';
import { LinePicture } from '@backdesk/ordering/lines/line-picture.tsx';
import { lineTitle } from '@backdesk/ordering/lines/line-title.ts';
import { useTypeAhead } from '@backdesk/ordering/search/use-type-ahead.ts';
import { useFormat } from '@backdesk/ui/format/use-format.tsx';
import { TextInput } from '@backdesk/ui/forms/text-input.tsx';
import { type KeyboardEvent, useCallback, useId, useState } from 'react';
import { api } from '../../../lib/api.ts';
import { perPiece } from '../per-piece.ts';
import styles from './parts.module.css';
import { t } from './texts.ts';

type PartSearchProps = {
  /** The product that is being made: none of its own variants goes into it. */
  productId: string | null;
  onPick: (hit: VariantHit) => void;
  error?: string | undefined;
};

/** Finds what goes into a bundle: arrows and Enter, as Add Product. What cannot go in is shown with the reason and not taken. */
export function PartSearch({ productId, onPick, error }: PartSearchProps) {
  const [text, setText] = useState('');
  const [isOpen, setOpen] = useState(false);
  const [active, setActive] = useState(0);
  const listId = useId();
  const words = text.trim();
  const search = useCallback(
    async (wanted: string, signal: AbortSignal) => (await api.searchVariants({ query: { q: wanted, limit: 8 } }, { signal })).items,
    [],
  );
  const ahead = useTypeAhead(words, search, isOpen && words !== '');
  const hits = ahead.items ?? [];
  const shown = ahead.items ?? ahead.stale;
  const at = Math.min(active, Math.max(0, hits.length - 1));
  const isShown = isOpen && words !== '';
  const whyNot = (hit: VariantHit) => (hit.productId === productId ? t.isItself() : hit.parts.length > 0 ? t.isBundle() : null);

  function pick(hit: VariantHit | undefined) {
    if (hit === undefined || whyNot(hit) !== null) return;
    onPick(hit);
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
        label={t.search()}
        placeholder={t.searchHint()}
        icon="search"
        role="combobox"
        aria-expanded={isShown && shown.length > 0}
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
          ) : shown.length === 0 ? (
            <p className={styles.says} role="status">
              {ahead.items === null ? t.searching() : t.nothing(words)}
            </p>
          ) : (
            <div id={listId} role="listbox" aria-label={t.found(shown.length)} className={ahead.items === null ? styles.stale : undefined}>
              {shown.map((hit, index) => (
                <Hit
                  key={hit.id}
                  id={`${listId}-${index}`}
                  hit={hit}
                  whyNot={whyNot(hit)}
                  isActive={ahead.items !== null && index === at}
                  onActive={() => setActive(index)}
                  onPick={() => ahead.items !== null && pick(hit)}
                />
              ))}
            </div>
          )}
        </div>
      )}
    </div>
  );
}

type HitProps = { id: string; hit: VariantHit; whyNot: string | null; isActive: boolean; onActive: () => void; onPick: () => void };

function Hit({ id, hit, whyNot, isActive, onActive, onPick }: HitProps) {
  const format = useFormat();
  const first = hit.priceTable?.breaks[0];
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
      <LinePicture url={hit.imageUrl} size={34} />
      <span>
        <bdi className="medium">{lineTitle(hit)}</bdi>
        <span className={styles.sub}>
          <bdi>{hit.sku}</bdi>
          {whyNot !== null && ` · ${whyNot}`}
        </span>
      </span>
      <span className="num soft small">
        {first !== undefined && whyNot === null && format.unitPrice(perPiece(first.extendedPrice, first.quantity), hit.currency)}
      </span>
    </div>
  );
}
