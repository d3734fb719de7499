import type { VariantHit } from '@backdesk/contract/catalog/search.ts';
import type { Order } from '@backdesk/contract/order/order.ts';
import { toldBefore } from '@backdesk/ordering/checkout/told-before.ts';
import { searchDelayMs, useTypeAhead } from '@backdesk/ordering/search/use-type-ahead.ts';
import { Button } from '@backdesk/ui/actions/button.tsx';
import { useShortcut } from '@backdesk/ui/data/use-shortcut.ts';
import { useFormat } from '@backdesk/ui/format/use-format.tsx';
import { Select } from '@backdesk/ui/forms/select.tsx';
import { Icon } from '@backdesk/ui/icons/icon.tsx';
import { commandKey } from '@backdesk/ui/text/command-key.ts';
import { Kbd } from '@backdesk/ui/text/kbd.tsx';
import { useQuery } from '@tanstack/react-query';
import { type KeyboardEvent, type Ref, useCallback, useEffect, useId, useImperativeHandle, useRef, useState } from 'react';
import { api } from '../../lib/api.ts';
import { categoriesQuery } from '../../lib/categories-query.ts';
import styles from './add-product.module.css';
import { AddTray } from './add-tray.tsx';
import { useDraft } from './draft-context.tsx';
import listStyles from './list-entry.module.css';
import { ListEntry } from './list-entry.tsx';
import { PasteTray } from './paste-tray.tsx';
import { ProductHits } from './product-hits.tsx';
import { readEntry } from './read-entry.ts';
import { t } from './texts.ts';
import { useDroppedFile } from './use-dropped-file.ts';
import { usePastedRows } from './use-pasted-rows.ts';
import { asksFirst, type ChosenProduct, isDefinite, isFigureUnread, tooManyOf, useProductEntry } from './use-product-entry.ts';
import { isEntry, useRefusedEntries } from './use-refused-entries.ts';

export type AddProductHandle = {
  readonly focus: () => void;
  /** Waits for what was entered faster than it could be looked up and sent; false: something in the field, or of what waits above it, has still to be decided. */
  readonly allDecided: () => Promise<boolean>;
};

export type AddProductProps = {
  order: Order;
  openPage: (chosen: ChosenProduct) => void;
  onCustomLine: () => void;
  /** A heading after the last line. */
  onSection: () => void;
  ref?: Ref<AddProductHandle>;
};

/** The Add Product field: quantity and search in one, everything by keyboard, and never the product of an older text. */
export function AddProduct({ order, openPage, onCustomLine, onSection, ref }: AddProductProps) {
  const { editor, by } = useDraft();
  const format = useFormat();
  const [text, setText] = useState('');
  const [isOpen, setOpen] = useState(false);
  /** Chosen with the arrow keys or the pointer; null: the first one stands ready. */
  const [active, setActive] = useState<number | null>(null);
  const [isAbove, setAbove] = useState(false);
  const [isListing, setListing] = useState(false);
  const input = useRef<HTMLInputElement>(null);
  const box = useRef<HTMLDivElement>(null);
  const tray = useRef<HTMLUListElement>(null);
  const now = useRef('');
  const listId = useId();
  const categories = useQuery(categoriesQuery()).data?.items ?? [];
  const [category, setCategory] = useState('');
  const entry = readEntry(text);
  const { id: orderId } = order;
  const customerId = order.customer?.id;
  const discountIds = order.discounts.map(({ id }) => id).join();
  // biome-ignore lint/correctness/useExhaustiveDependencies: what is found says which of the order's discounts reach it, so another discount asks anew
  const search = useCallback(
    async (asked: string, signal: AbortSignal): Promise<readonly VariantHit[]> => {
      const { categoryId, words } = readAsked(asked);
      const query = { limit: 8, orderId, ...(customerId && { customerId }), ...(categoryId !== '' && { categoryId }) };
      const find = async (q: string) => (await api.searchVariants({ query: { q, ...query } }, { signal })).items;
      const items = await find(words);
      // A figure that no line can hold may be a SKU; where it is none, the product is found without it.
      const { beyond } = readEntry(words);
      return items.length === 0 && beyond !== null ? find(beyond.words) : items;
    },
    [customerId, orderId, discountIds],
  );
  const isAsking = entry.words !== '' || category !== '';
  const ahead = useTypeAhead(askedOf(category, entry.words), search, isOpen && isAsking, /^\d{1,3}$/.test(entry.words) ? quantityDelayMs : searchDelayMs);
  const { add, addWhenFound, allDecided, undecided, skip } = useProductEntry(editor, order.id, openPage);
  const refused = useRefusedEntries(editor, by);
  const hasWays = refused.some(({ ways }) => ways.length > 0);
  const rows = usePastedRows(editor, order.id, customerId);
  const hits = ahead.items ?? [];
  const at = Math.min(active ?? 0, Math.max(0, hits.length - 1));
  const isShown = isOpen && isAsking;
  const isListed = isShown && !ahead.failed && (ahead.items ?? ahead.stale).length > 0;
  const picked = hits[at];
  const tooMany = isShown && picked !== undefined ? tooManyOf(entry, picked) : null;
  const told = isShown && picked !== undefined ? toldBefore(order, { kind: 'add', ships: picked.ships, weightGrams: picked.weightGrams }) : '';
  const focusField = useCallback(() => input.current?.focus(), []);
  useShortcut('a', focusField);
  // A new draft is there to be filled: the first product can be typed at once.
  const isEmpty = useRef(order.lines.length === 0);
  useEffect(() => {
    if (isEmpty.current && window.innerWidth >= 900) input.current?.focus();
  }, []);
  const { areDecided } = rows;
  useImperativeHandle(
    ref,
    () => ({
      focus: focusField,
      allDecided: async () => {
        if (!(await allDecided()) || now.current !== '' || !areDecided()) return false;
        await editor.settledOrKept();
        return !editor.getState().rejections.some(({ queued }) => isEntry(queued.op));
      },
    }),
    [focusField, allDecided, areDecided, editor],
  );

  // Rows pasted anywhere on the page where nothing else takes them.
  const { paste, takeFile } = rows;
  const isOver = useDroppedFile(takeFile);
  useEffect(() => {
    function onPaste(event: ClipboardEvent) {
      const pasted = event.clipboardData?.getData('text/plain') ?? '';
      const isElsewhere = event.target instanceof Element && event.target.closest('input, textarea, [contenteditable], dialog') !== null;
      if ((isElsewhere && event.target !== input.current) || !isRows(pasted)) return;
      event.preventDefault();
      paste(pasted);
    }
    document.addEventListener('paste', onPaste);
    return () => document.removeEventListener('paste', onPaste);
  }, [paste]);

  function type(next: string) {
    now.current = next;
    setText(next);
    setActive(null);
    setOpen(true);
    // On a phone the hits push the page on below the field, so the field goes to the top first.
    if (window.innerWidth < 900 && next !== '') box.current?.scrollIntoView?.({ block: 'start' });
    const rect = box.current?.getBoundingClientRect();
    if (rect) setAbove(window.innerHeight - rect.bottom < 420 && rect.top > window.innerHeight - rect.bottom);
  }

  function closeList() {
    setListing(false);
    input.current?.focus();
  }

  function clear() {
    type('');
    setOpen(false);
    input.current?.focus();
  }

  function select(hit: VariantHit) {
    openPage({ productId: hit.productId, variantId: hit.id, quantity: entry.quantity ?? tooManyOf(entry, hit) });
    clear();
  }

  function take(hit: VariantHit, asNewLine: boolean) {
    add(hit, entry, asNewLine);
    clear();
  }

  function onEnter(event: KeyboardEvent) {
    // With nothing typed and nothing chosen the key belongs to the page.
    if (entry.words === '' && (!isShown || active === null)) return;
    event.preventDefault();
    const wantsPage = event.metaKey || event.ctrlKey;
    if (ahead.items === null) {
      const typed = text;
      const found = ahead.resultFor(askedOf(category, entry.words));
      if (wantsPage)
        return void found.then(
          (items) => items[0] && now.current === typed && select(items[0]),
          () => undefined,
        );
      addWhenFound(
        typed,
        event.shiftKey,
        found,
        // Free while it is there and empty: once the page is left, what cannot be decided waits for whoever comes back.
        () => now.current === '' && input.current !== null,
        (back) => type(back),
      );
      return clear();
    }
    const hit = hits[at];
    // A quantity that is too large stays to be mended: what is wrong with it stands below.
    if (hit === undefined || (tooMany !== null && !wantsPage)) return;
    const isMeant = active !== null || event.shiftKey || isDefinite(entry, hits, true);
    if (!wantsPage && isMeant && !asksFirst(hit) && !isFigureUnread(entry, hit)) take(hit, event.shiftKey);
    else select(hit);
  }

  function onKeyDown(event: KeyboardEvent<HTMLInputElement>) {
    if (event.nativeEvent.isComposing) return;
    if (event.key === 'Enter') onEnter(event);
    if (event.key === 'Escape' && isShown) {
      event.stopPropagation();
      setOpen(false);
    }
    if ((event.key === 'ArrowDown' || event.key === 'ArrowUp') && hits.length > 0) {
      event.preventDefault();
      setOpen(true);
      setActive(active === null && event.key === 'ArrowDown' && hits.length > 1 ? 1 : (at + (event.key === 'ArrowDown' ? 1 : hits.length - 1)) % hits.length);
    } else if (event.key === 'ArrowUp' && text === '') {
      const quantities = document.querySelectorAll<HTMLElement>('[role="grid"] [data-cell="quantity"]');
      const refusedRows = tray.current?.querySelectorAll<HTMLElement>(':scope > [tabindex]') ?? [];
      event.preventDefault();
      (refusedRows[refusedRows.length - 1] ?? quantities[quantities.length - 1])?.focus();
    }
  }

  return (
    <div className={styles.add}>
      <AddTray
        ref={tray}
        refused={refused}
        onRefused={({ id }, way) => {
          editor.dismiss(id);
          if (way !== undefined) editor.dispatch(way.op);
          focusField();
        }}
        undecided={undecided}
        onSearch={(item) => {
          skip(item.id);
          type(item.entry.text);
          input.current?.focus();
        }}
        onSkip={(id) => {
          skip(id);
          focusField();
        }}
        onOpen={(item, asking) => openPage({ ...asking, onAdded: () => skip(item.id) })}
      />
      <PasteTray
        rows={rows.open}
        pasting={rows.pasting}
        hasFailed={rows.hasFailed}
        onPick={(row, hit, quantity) => {
          // Its page may be left without adding it: the row waits until it is on the order.
          if (asksFirst(hit)) {
            openPage({ productId: hit.productId, variantId: hit.id, quantity, onAdded: () => rows.close([row.id]) });
            return false;
          }
          add(hit, { text: row.text, words: row.text, quantity, beyond: null }, false);
          rows.close([row.id]);
          return true;
        }}
        onSearch={(row) => {
          rows.close([row.id]);
          type(row.text);
          input.current?.focus();
        }}
        onSkip={rows.close}
        onAgain={() => void rows.again()}
        onUndo={rows.undo}
        onDismiss={rows.dismiss}
        onEmpty={focusField}
      />
      {isListing && (
        <ListEntry
          onText={(list) => {
            // What is refused stays to be mended.
            if (paste(list)) closeList();
          }}
          onFile={(file) => {
            closeList();
            void takeFile(file);
          }}
          onClose={closeList}
        />
      )}
      <div className={styles.line}>
        {isOver && <span className={listStyles.drop}>{t.listDrop()}</span>}
        {/* biome-ignore lint/a11y/noStaticElementInteractions: it only notices that the focus has left the field and its list */}
        <div
          ref={box}
          className={styles.box}
          onBlur={(event) => {
            if (!event.currentTarget.contains(event.relatedTarget)) setOpen(false);
          }}
        >
          <label className={styles.field}>
            <Icon name="plus" />
            {entry.quantity !== null && (
              <span className={styles.chip} aria-hidden="true">
                {entry.quantity} ×
              </span>
            )}
            <input
              ref={input}
              role="combobox"
              aria-label={t.addProduct()}
              aria-expanded={isListed}
              aria-controls={isListed ? listId : undefined}
              aria-autocomplete="list"
              aria-activedescendant={isShown && hits.length > 0 ? `${listId}-${at}` : undefined}
              aria-busy={isShown && ahead.items === null}
              autoComplete="off"
              spellCheck={false}
              dir="auto"
              maxLength={mostTyped}
              placeholder={t.addPlaceholder()}
              value={text}
              onChange={(event) => type(event.currentTarget.value)}
              onFocus={() => isAsking && setOpen(true)}
              onKeyDown={onKeyDown}
            />
            {text === '' && <Kbd className={`hide-s ${styles.whenAway}`}>A</Kbd>}
            {text === '' && order.lines.length > 0 && (
              <span className={`hide-s ${styles.whenHere}`} aria-hidden="true">
                <Kbd>↑</Kbd> {hasWays ? t.refusedKey() : t.lastQuantityKey()}
              </span>
            )}
          </label>
          {isShown && (
            <div className={isAbove ? styles.above : styles.below}>
              <ProductHits
                listId={listId}
                order={order}
                entry={entry}
                hits={ahead.items}
                stale={ahead.stale}
                failed={ahead.failed}
                active={at}
                onActive={setActive}
                onPick={(hit) => select(hit)}
              />
              {tooMany !== null && (
                <p className={styles.told} role="status">
                  {t.tooMany(format.number(tooMany))}
                </p>
              )}
              {told !== '' && (
                <p className={styles.told} role="status">
                  {told}
                </p>
              )}
              <div className={styles.foot}>
                <span className="hide-s">
                  <kbd>↑</kbd> <kbd>↓</kbd> {t.choose()}
                </span>
                <span className="hide-m">
                  <kbd>{commandKey} Enter</kbd> {t.productPageKey()}
                </span>
                <span className="hide-m">
                  <kbd>⇧ Enter</kbd> {t.newLineKey()}
                </span>
                <span className="hide-s">
                  <kbd>Esc</kbd> {t.closeKey()}
                </span>
                <Button variant="primary" size="small" className="push" disabled={hits.length === 0} onClick={() => hits[at] && select(hits[at])}>
                  {t.selectProduct()}
                </Button>
              </div>
            </div>
          )}
        </div>
        {categories.length > 0 && (
          <Select
            label={t.category()}
            hideLabel
            className={styles.category}
            placeholder={t.anyCategory()}
            options={categories.map(({ id, name, depth }) => ({ value: id, label: `${'\u2003'.repeat(depth)}${name}` }))}
            value={category}
            onChange={({ currentTarget: { value } }) => {
              setCategory(value);
              setActive(null);
              setOpen(true);
              input.current?.focus();
            }}
          />
        )}
        <Button variant="quiet" icon="paste" aria-expanded={isListing} onClick={() => setListing((now) => !now)}>
          {t.list()}
        </Button>
        <Button variant="quiet" icon="rows" onClick={onSection}>
          {t.section()}
        </Button>
        <Button variant="quiet" icon="custom-line" onClick={onCustomLine}>
          {t.customLine()}
        </Button>
      </div>
    </div>
  );
}

/** A few digits are the quantity of what is typed next, more often than a SKU. */
const quantityDelayMs = 400;

/** What is asked for, as one text: the words, and the category they are looked for in. */
const askedOf = (categoryId: string, words: string) => (categoryId === '' ? words : `${categoryId}\n${words}`);

function readAsked(asked: string): { readonly categoryId: string; readonly words: string } {
  const at = asked.indexOf('\n');
  return at === -1 ? { categoryId: '', words: asked } : { categoryId: asked.slice(0, at), words: asked.slice(at + 1) };
}

/** What the field takes; a longer text would be searched for cut short. */
const mostTyped = 200;

/** More than one row, the cells of one, or more than anybody searches for: a name of several words is no list. */
function isRows(text: string): boolean {
  return text.length > mostTyped || /\S[^\S\r\n]*[\r\n]+[\s\S]*\S/u.test(text) || text.trim().includes('\t');
}
