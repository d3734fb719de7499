import { type CSSProperties, useEffect, useId, useLayoutEffect, useRef, useState } from 'react';
import { useFormat } from '../format/use-format.tsx';
import { Icon } from '../icons/icon.tsx';
import styles from './figure-list.module.css';

/** `detail`: what is told beside it. */
export type FigureChoice = { readonly figure: number; readonly detail?: string };

export type FigureListProps = {
  /** What the list is called. */
  label: string;
  /** What there is to pick, ascending, as of when it is opened. */
  choices: () => readonly FigureChoice[];
  /** The arrow keys go from line to line there while the list is closed, and Enter goes on. */
  isInGrid?: boolean;
};

type Open = {
  readonly choices: readonly FigureChoice[];
  /** Which one the keys are at; null: none was picked. */
  readonly at: number | null;
  /** Something was typed or picked since it opened. */
  readonly isChanged: boolean;
};

/**
 * The figures that a field may have, to pick from beside typing. It stands next to the input (a sibling, in a box that is positioned) and
 * picks by typing into it, so that a field knows nothing of it. A click, typing, Space or F4 opens it, the arrow keys do outside a grid;
 * they then pick.
 */
export function FigureList({ label, choices, isInGrid = false }: FigureListProps) {
  const { number } = useFormat();
  const [open, setOpen] = useState<Open | null>(null);
  const [place, setPlace] = useState<CSSProperties>({});
  const mark = useRef<HTMLSpanElement>(null);
  const list = useRef<HTMLDivElement>(null);
  const id = useId();

  function show(): readonly FigureChoice[] {
    const all = choices();
    if (all.length > 0) setOpen({ choices: all, at: null, isChanged: false });
    return all;
  }

  function pick(all: readonly FigureChoice[], at: number) {
    const figure = all[at]?.figure;
    const field = inputBeside(mark.current);
    if (figure === undefined || field === null) return;
    write(field, number(figure));
    setOpen({ choices: all, at, isChanged: true });
  }

  function step(all: readonly FigureChoice[], by: 1 | -1) {
    const now = figureOf(inputBeside(mark.current));
    const next = by === 1 ? all.findIndex(({ figure }) => figure > now) : all.findLastIndex(({ figure }) => figure < now);
    pick(all, next === -1 ? (by === 1 ? all.length - 1 : 0) : next);
  }

  function onKeyDown(event: KeyboardEvent) {
    if (event.isComposing || event.altKey || event.ctrlKey || event.metaKey || event.shiftKey) return;
    const by = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0;
    const done = () => {
      event.preventDefault();
      event.stopPropagation();
    };
    if (open === null) {
      if (event.key !== ' ' && event.key !== 'F4' && (by === 0 || isInGrid)) return;
      const all = show();
      if (all.length === 0) return;
      done();
      if (by !== 0) step(all, by);
    } else if (by !== 0) {
      done();
      step(open.choices, by);
    } else if (event.key === 'Escape') {
      // In a grid the same key gives back what was there.
      if (!isInGrid || !open.isChanged) done();
      setOpen(null);
    } else if (event.key === 'Enter') {
      // Taking what was picked is not yet sending the form.
      if (!isInGrid && open.at !== null) done();
      setOpen(null);
    }
  }

  function onInput() {
    const all = open?.choices ?? choices();
    setOpen(all.length === 0 ? null : { choices: all, at: null, isChanged: true });
  }

  const on = useRef({ onKeyDown, onInput, show });
  on.current = { onKeyDown, onInput, show };
  useEffect(() => {
    const field = inputBeside(mark.current);
    if (field === null) return;
    field.setAttribute('role', 'combobox');
    field.setAttribute('aria-haspopup', 'listbox');
    const stop = new AbortController();
    const { signal } = stop;
    // Before the field's own keys: they are its own again while the list is closed.
    field.addEventListener('keydown', (event) => on.current.onKeyDown(event), { signal });
    field.addEventListener('input', (event) => event instanceof Picked || on.current.onInput(), { signal });
    field.addEventListener('click', () => on.current.show(), { signal });
    field.addEventListener('blur', () => setOpen(null), { signal });
    return () => {
      stop.abort();
      for (const name of ['role', 'aria-haspopup', 'aria-expanded', 'aria-controls', 'aria-activedescendant']) field.removeAttribute(name);
    };
  }, []);

  const isOpen = open !== null;
  useLayoutEffect(() => {
    const field = inputBeside(mark.current);
    const element = list.current;
    if (field === null) return;
    field.setAttribute('aria-expanded', String(isOpen));
    if (!isOpen || element === null) return field.removeAttribute('aria-controls');
    field.setAttribute('aria-controls', id);
    // Above everything, so that nothing cuts it off; it goes along with what scrolls.
    if ('showPopover' in element) {
      element.popover = 'manual';
      element.showPopover();
    }
    const follow = () => setPlace(placeBeside(field));
    follow();
    window.addEventListener('scroll', follow, { capture: true, passive: true });
    window.addEventListener('resize', follow);
    return () => {
      window.removeEventListener('scroll', follow, { capture: true });
      window.removeEventListener('resize', follow);
    };
  }, [isOpen, id]);

  const at = open?.at ?? null;
  useLayoutEffect(() => {
    if (at === null) return inputBeside(mark.current)?.removeAttribute('aria-activedescendant');
    inputBeside(mark.current)?.setAttribute('aria-activedescendant', `${id}-${at}`);
    list.current?.children[at]?.scrollIntoView?.({ block: 'nearest' });
  }, [at, id]);

  const now = isOpen ? figureOf(inputBeside(mark.current)) : null;
  return (
    <>
      <span ref={mark} className={styles.mark} aria-hidden="true">
        <Icon name="chevron-down" />
      </span>
      {isOpen && (
        <div ref={list} id={id} role="listbox" aria-label={label} tabIndex={-1} className={styles.list} style={place}>
          {open.choices.map(({ figure, detail }, index) => (
            // biome-ignore lint/a11y/useKeyWithClickEvents: the field has the keys
            <div
              key={figure}
              id={`${id}-${index}`}
              role="option"
              tabIndex={-1}
              aria-selected={figure === now}
              className={styles.option}
              onMouseDown={(event) => event.preventDefault()}
              onClick={() => {
                pick(open.choices, index);
                setOpen(null);
              }}
            >
              <b>{number(figure)}</b>
              {detail !== undefined && <span>{detail}</span>}
            </div>
          ))}
        </div>
      )}
    </>
  );
}

/** Below the field, or above it where there is more room. */
function placeBeside(field: HTMLElement): CSSProperties {
  const { left, top, bottom, width } = field.getBoundingClientRect();
  const below = window.innerHeight - bottom;
  const across = { left, minWidth: width };
  return below < 240 && top > below ? { ...across, bottom: window.innerHeight - top + 4 } : { ...across, top: bottom + 4 };
}

const inputBeside = (mark: HTMLElement | null) => mark?.parentElement?.querySelector('input') ?? null;

/** What the list types, apart from what a person does. */
class Picked extends Event {}

/** As if it had been typed: a field that React draws hears of it only so. */
function write(field: HTMLInputElement, text: string): void {
  Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'value')?.set?.call(field, text);
  field.dispatchEvent(new Picked('input', { bubbles: true }));
}

const figureOf = (field: HTMLInputElement | null) => Number(field?.value.replace(/\D/gu, '') ?? 0);
