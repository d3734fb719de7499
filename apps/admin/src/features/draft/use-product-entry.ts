import { configurationOptionsOf } from '@backdesk/contract/catalog/configuration-input.ts';
import type { VariantHit } from '@backdesk/contract/catalog/search.ts';
import { missingOptions } from '@backdesk/domain/catalog/configuration.ts';
import { newId } from '@backdesk/ordering/editing/new-id.ts';
import type { OrderEditor } from '@backdesk/ordering/editing/order-editor.ts';
import { previewLine, reachOf } from '@backdesk/ordering/editing/preview-line.ts';
import { useKept } from '@backdesk/ordering/editing/use-kept.ts';
import { lineTitle } from '@backdesk/ordering/lines/line-title.ts';
import { leastQuantity } from '@backdesk/ordering/product/quantity-rule.ts';
import { useFormat } from '@backdesk/ui/format/use-format.tsx';
import { useAnnounce } from '@backdesk/ui/text/announcer.tsx';
import { useCallback, useRef } from 'react';
import { type Entry, readEntry } from './read-entry.ts';
import { t } from './texts.ts';

/** What was entered faster than it could be looked up, and what could not be decided alone. */
export type Undecided = {
  readonly id: string;
  readonly entry: Entry;
  /** How many products fit; null: not known yet. */
  readonly count: number | null;
  /** It is this one, which asks something: its page is opened when nothing else is being typed, and it waits until it was added there. */
  readonly asking?: ChosenProduct;
};

export type ChosenProduct = {
  readonly productId: string;
  readonly variantId: string;
  readonly quantity: number | null;
  /** The line whose customization is changed; without one a new line is added. */
  readonly lineId?: string;
  /** Told once it is on the order: until then what was entered is kept where it came from. */
  readonly onAdded?: () => void;
};

/** Something must be answered before it can be ordered: its page asks. */
export function asksFirst(hit: VariantHit): boolean {
  return missingOptions(configurationOptionsOf(hit.configurationOptions), {}).length > 0;
}

/**
 * A figure stands with the words that is neither a quantity ("0", "-1", "1,5") nor in the product's name or code ("3.5 oz mug"): how many are meant
 * is not known, and one must not be added for it.
 */
export function isFigureUnread({ quantity, words, beyond }: Entry, hit: VariantHit): boolean {
  const figure = quantity !== null ? undefined : beyond !== null ? String(beyond.quantity) : /^([-+−]?\d[\d.,]*)\s+\S/u.exec(words)?.[1];
  if (figure === undefined) return false;
  const said = [hit.name, hit.sku, hit.productCode, ...hit.options.map(({ value }) => value)].flatMap((text) => (text ?? '').split(/[^\d.,]+/u));
  return !said.includes(figure);
}

/** The quantity typed with it that no line can hold; null: none. */
export function tooManyOf(entry: Entry, hit: VariantHit): number | null {
  return entry.beyond !== null && isFigureUnread(entry, hit) ? entry.beyond.quantity : null;
}

/**
 * A hit that needs no further question: its SKU was typed, it has no options, it is the only one, or its quantity was given while it
 * stood first before the eyes (`isSeen`). Entered faster than it is seen it is the product that fits best, but never one of its variants by chance.
 */
export function isDefinite(entry: Entry, hits: readonly VariantHit[], isSeen: boolean): boolean {
  const first = hits.at(0);
  if (first === undefined || isFigureUnread(entry, first)) return false;
  if (first.match === 'exact' || hits.length === 1 || (first.options.length === 0 && hits.filter((hit) => hit.options.length === 0).length === 1)) return true;
  return (
    entry.quantity !== null &&
    first.match !== 'near' &&
    (isSeen || !hits.some((hit) => hit !== first && hit.productId === first.productId && hit.match === first.match))
  );
}

/** Adds what is found to the order, in the order in which it was entered, however late an answer comes. */
export function useProductEntry(editor: OrderEditor, orderId: string, openPage: (chosen: ChosenProduct) => void) {
  const announce = useAnnounce();
  const format = useFormat();
  // Kept, as pasted rows are: the page may be left before somebody has decided.
  const { value: undecided, keep } = useKept<readonly Undecided[]>(`entered.${orderId}`, []);
  const latest = useRef(undecided);
  const setUndecided = useCallback(
    (next: (now: readonly Undecided[]) => readonly Undecided[]) => {
      latest.current = next(latest.current);
      keep(latest.current);
    },
    [keep],
  );
  const queue = useRef<Promise<unknown>>(Promise.resolve());
  const lookedUpHere = useRef(new Set<string>());
  const open = useRef(new Set(undecided.map(({ id }) => id)));

  const add = useCallback(
    (hit: VariantHit, entry: Entry, asNewLine: boolean) => {
      const quantity = entry.quantity ?? leastQuantity(hit);
      const lineId = newId();
      const preview = previewLine(hit, quantity, lineId);
      editor.dispatch({
        kind: 'add_line',
        preview,
        asNewLine,
        ...reachOf(hit),
        request: { variantId: hit.id, quantity, lineId, ...(asNewLine && { asNewLine }) },
      });
      announce(t.added(format.number(quantity), lineTitle(hit)));
    },
    [editor, announce, format],
  );

  const skip = useCallback(
    (id: string) => {
      open.current.delete(id);
      setUndecided((now) => now.filter((other) => other.id !== id));
    },
    [setUndecided],
  );

  /** Enter before the answer was there: waits for the answer to exactly what was typed, behind what was entered before. */
  const addWhenFound = useCallback(
    (text: string, asNewLine: boolean, found: Promise<readonly VariantHit[]>, isFieldFree: () => boolean, giveBack: (text: string) => void) => {
      const entry = readEntry(text);
      const id = newId();
      open.current.add(id);
      lookedUpHere.current.add(id);
      setUndecided((now) => [...now, { id, entry, count: null }]);
      const decide = async () => {
        const hits = await found.catch(() => null);
        const first = hits?.at(0);
        const isSure = hits !== null && first !== undefined && isDefinite(entry, hits, false);
        const asking = isSure && asksFirst(first) ? { productId: first.productId, variantId: first.id, quantity: entry.quantity } : undefined;
        const isFree = isFieldFree();
        const isOver = asking === undefined && (isFree || isSure);
        if (isOver) open.current.delete(id);
        setUndecided((now) => {
          if (isOver) return now.filter((other) => other.id !== id);
          return now.map((other) => (other.id === id ? { ...other, count: hits?.length ?? 0, ...(asking !== undefined && { asking }) } : other));
        });
        // A page takes the keyboard: never from under who is typing the next entry. It may be left by a key that was meant for that one.
        if (asking !== undefined) return isFree ? openPage({ ...asking, onAdded: () => skip(id) }) : undefined;
        if (isSure) add(first, entry, asNewLine);
        else if (isFree) giveBack(text);
      };
      queue.current = queue.current.then(decide);
    },
    [add, openPage, skip, setUndecided],
  );

  /** Waits for all that was entered to be looked up; false: some of it has still to be decided. */
  const allDecided = useCallback(async () => {
    await queue.current;
    return open.current.size === 0;
  }, []);

  // What a reload cut short is searched again by hand.
  const waiting = undecided.map((item) => (item.count === null && !lookedUpHere.current.has(item.id) ? { ...item, count: 0 } : item));
  return { add, addWhenFound, allDecided, undecided: waiting, skip, openPage };
}
