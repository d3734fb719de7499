import type { VariantHit } from '@backdesk/contract/catalog/search.ts';
import { lineTitle } from '@backdesk/ordering/lines/line-title.ts';
import { Button } from '@backdesk/ui/actions/button.tsx';
import { useFormat } from '@backdesk/ui/format/use-format.tsx';
import { NumberField } from '@backdesk/ui/forms/number-field.tsx';
import { Icon } from '@backdesk/ui/icons/icon.tsx';
import { type KeyboardEvent, useCallback, useEffect, useRef, useState } from 'react';
import styles from './paste-tray.module.css';
import { t } from './texts.ts';
import type { OpenRow, Pasting } from './use-pasted-rows.ts';

type PasteTrayProps = {
  rows: readonly OpenRow[];
  pasting: Pasting;
  /** Something was pasted that nobody answered for. */
  hasFailed: boolean;
  /** False: its page is open first, and the row stays until it is added there. */
  onPick: (row: OpenRow, hit: VariantHit, quantity: number) => boolean;
  onSearch: (row: OpenRow) => void;
  onSkip: (ids: readonly string[]) => void;
  onAgain: () => void;
  onUndo: (version: number) => void;
  onDismiss: () => void;
  /** No row is left to look at. */
  onEmpty: () => void;
};

/** What came of pasted rows, and the ones that need a look: 1 to 6 pick a candidate, Delete skips, the arrows move on. */
export function PasteTray({ rows, pasting, hasFailed, onPick, onSearch, onSkip, onAgain, onUndo, onDismiss, onEmpty }: PasteTrayProps) {
  const format = useFormat();
  const list = useRef<HTMLUListElement>(null);
  const count = rows.length;
  const hadRows = useRef(count);
  useEffect(() => {
    // New rows to look at: the first takes the focus, so that its keys work at once.
    if (count > hadRows.current) list.current?.querySelector<HTMLElement>('li')?.focus();
    hadRows.current = count;
  }, [count]);

  const focusRow = useCallback((at: number) => {
    const items = list.current?.querySelectorAll<HTMLElement>('li');
    items?.[Math.min(Math.max(at, 0), items.length - 1)]?.focus();
  }, []);
  /** The row whose page is open; once it is added the next one is looked at. */
  const opened = useRef<{ readonly id: string; readonly at: number } | null>(null);
  useEffect(() => {
    const was = opened.current;
    if (was === null || rows.some(({ id }) => id === was.id)) return;
    opened.current = null;
    // Behind what the page does with the focus when it closes.
    requestAnimationFrame(() => (rows.length === 0 ? onEmpty() : focusRow(was.at)));
  }, [rows, onEmpty, focusRow]);

  /** From a row that is done with. */
  function goOn(at: number) {
    if (count === 1) onEmpty();
    else focusRow(at === count - 1 ? at - 1 : at + 1);
  }

  if (count === 0 && pasting.state === 'idle' && !hasFailed) return null;
  return (
    <section className={styles.tray} aria-label={t.pasteLeft(count)}>
      {hasFailed && (
        <div className={styles.head} role="alert">
          <Icon name="warning" />
          <span>{t.pasteFailed()}</span>
          <Button size="small" onClick={onAgain}>
            {t.pasteAgain()}
          </Button>
        </div>
      )}
      {pasting.state !== 'idle' && <PasteSays pasting={pasting} onUndo={onUndo} onDismiss={onDismiss} />}
      {count > 0 && (
        <>
          <div className={styles.head}>
            <Icon name="warning" />
            <b>{t.pasteLeft(count)}</b>
            <span className="muted hide-s">
              <kbd>1</kbd>–<kbd>6</kbd> {t.pasteKeys()} · <kbd>Del</kbd> {t.skip().toLowerCase()} · <kbd>↑</kbd> <kbd>↓</kbd>
            </span>
            <Button
              size="small"
              variant="quiet"
              className="push"
              onClick={() => {
                onEmpty();
                onSkip(rows.map(({ id }) => id));
              }}
            >
              {t.skipAll()}
            </Button>
          </div>
          <ul ref={list} className={styles.rows}>
            {rows.map((row, at) => (
              <TrayRow
                key={row.id}
                row={row}
                number={format.number(row.row)}
                onMove={(by) => focusRow(at + by)}
                onPick={(hit, quantity) => {
                  if (onPick(row, hit, quantity)) goOn(at);
                  else opened.current = { id: row.id, at };
                }}
                onSearch={() => onSearch(row)}
                onSkip={() => {
                  goOn(at);
                  onSkip([row.id]);
                }}
              />
            ))}
          </ul>
        </>
      )}
    </section>
  );
}

function PasteSays({ pasting, onUndo, onDismiss }: Pick<PasteTrayProps, 'pasting' | 'onUndo' | 'onDismiss'>) {
  const format = useFormat();
  if (pasting.state === 'idle') return null;
  const isBad = pasting.state === 'refused';
  return (
    <div className={styles.head} role={isBad ? 'alert' : 'status'}>
      <Icon name={isBad ? 'warning' : pasting.state === 'done' ? 'check' : 'paste'} />
      <span>
        {pasting.state === 'reading' && t.fileReading(pasting.name)}
        {pasting.state === 'looking_up' && t.pasteReading(format.number(pasting.count))}
        {(pasting.state === 'refused' || pasting.state === 'done') && pasting.says}
      </span>
      {pasting.state === 'done' && (
        <Button size="small" icon="undo" className="push" onClick={() => onUndo(pasting.version)}>
          {t.undo()}
        </Button>
      )}
      {pasting.state !== 'looking_up' && pasting.state !== 'reading' && (
        <Button size="small" variant="quiet" {...(pasting.state !== 'done' && { className: 'push' })} onClick={onDismiss}>
          {t.dismiss()}
        </Button>
      )}
    </div>
  );
}

type TrayRowProps = {
  row: OpenRow;
  number: string;
  onMove: (by: 1 | -1) => void;
  onPick: (hit: VariantHit, quantity: number) => void;
  onSearch: () => void;
  onSkip: () => void;
};

function TrayRow({ row, number, onMove, onPick, onSearch, onSkip }: TrayRowProps) {
  const [quantity, setQuantity] = useState(row.quantity);
  const [isAsked, setAsked] = useState(false);
  const field = useRef<HTMLInputElement>(null);
  const format = useFormat();
  /** In the quantities nearest to one that was refused, where there are any. */
  const choices = (row.near ?? [null]).flatMap((near) => row.hits.map((hit) => ({ hit, near })));
  const isReady = quantity !== null && quantity >= 1 && quantity <= 9_999_999;

  function pick(hit: VariantHit | undefined, near: number | null = null) {
    if (hit === undefined) return;
    if (near !== null) return onPick(hit, near);
    if (isReady) return onPick(hit, quantity);
    setAsked(true);
    field.current?.focus();
  }

  function pickAt(at: number) {
    const choice = choices[at];
    pick(choice?.hit, choice?.near);
  }

  function onKeyDown(event: KeyboardEvent<HTMLLIElement>) {
    const isTyping = event.target instanceof HTMLInputElement;
    if (event.altKey || event.ctrlKey || event.metaKey) return;
    if (event.key === 'Enter' && isTyping) pick(row.hits.at(0));
    else if (isTyping) return;
    else if (/^[1-6]$/u.test(event.key)) pickAt(Number(event.key) - 1);
    else if (event.key === 'Delete' || event.key === 'Backspace') onSkip();
    else if (event.key === 'ArrowDown' || event.key === 'ArrowUp') onMove(event.key === 'ArrowDown' ? 1 : -1);
    else return;
    event.preventDefault();
  }

  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: the keys of a row need a row that has the focus
    <li className={styles.row} tabIndex={0} onKeyDown={onKeyDown} aria-label={`${t.pasteRow(number)}: ${row.text}. ${row.why}`}>
      <span className={styles.text}>
        <span className={styles.number}>{number}</span>
        <span dir="auto">{row.text}</span>
        <span className={styles.why}>{row.why}</span>
      </span>
      <NumberField
        ref={field}
        className={styles.quantity}
        label={t.pasteQuantity(number)}
        hideLabel
        min={1}
        max={9_999_999}
        value={quantity}
        onChange={setQuantity}
        unreadable={t.needed()}
        {...(isAsked && !isReady && { error: t.needed() })}
      />
      <span className={styles.hits}>
        {choices.map(({ hit, near }, at) => {
          const count = near === null ? '' : `${format.number(near)} × `;
          return (
            <button
              key={`${hit.id} ${near}`}
              type="button"
              className={styles.hit}
              aria-label={t.pastePick(`${count}${lineTitle(hit)} ${hit.sku}`)}
              onClick={() => pickAt(at)}
            >
              <kbd aria-hidden="true">{at + 1}</kbd>
              <span dir="auto">
                {count}
                {lineTitle(hit)}
              </span>
              <span className="muted">{hit.sku}</span>
            </button>
          );
        })}
      </span>
      <span className={styles.ways}>
        <Button size="small" onClick={onSearch}>
          {t.search()}
        </Button>
        <Button size="small" variant="quiet" onClick={onSkip}>
          {t.skip()}
        </Button>
      </span>
    </li>
  );
}
