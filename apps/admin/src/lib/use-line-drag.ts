// Lines are moved by dragging their number, with a mouse or a finger; by key it is Alt and an arrow. Our own, because only the rows around the
// window of a long order are in the page: what is dragged over comes and goes.
import { type PointerEvent as ReactPointerEvent, type RefObject, useEffect, useRef } from 'react';
import { type Block, type DropPlace, dropPlace } from './drop-place.ts';

type Drag = { readonly lineId: string; readonly from: number; y: number; isMoving: boolean; place: DropPlace | null; frame: number };

/** So far the pointer goes before it is a drag, and so near to the edge of the window that the page moves along; pixels. */
const slack = 5;
const edge = 72;

/** The rows of this list; a list within one of its rows has rows of its own. */
const rowsOf = (grid: HTMLElement) =>
  [...grid.querySelectorAll<HTMLElement>('[data-line]')].filter((row) => {
    const around = row.parentElement?.closest('[data-line]');
    return around == null || !grid.contains(around);
  });

function blocksOf(grid: HTMLElement): readonly Block[] {
  const rows = rowsOf(grid);
  const blocks: Block[] = [];
  for (const row of rows) {
    const { top, bottom } = row.getBoundingClientRect();
    const last = blocks.at(-1);
    if (row.dataset.below !== undefined && last !== undefined) blocks[blocks.length - 1] = { ...last, bottom };
    else if (row.dataset.below === undefined) blocks.push({ lineId: row.dataset.line ?? '', top, bottom });
  }
  return blocks;
}

/** The rows of the line that is on its way, as far as they are in the page. */
function markDragged(grid: HTMLElement, lineId: string | null): void {
  let isOf = false;
  for (const row of rowsOf(grid)) {
    if (row.dataset.below === undefined) isOf = row.dataset.line === lineId;
    row.toggleAttribute('data-dragged', isOf);
  }
}

/** Gives the grid its pointer handler and the mark its place. `firstId`: the first line of the order. */
export function useLineDrag(grid: RefObject<HTMLElement | null>, firstId: string | undefined, moveAfter: (lineId: string, after: string | null) => void) {
  const mark = useRef<HTMLDivElement>(null);
  const stop = useRef<(() => void) | null>(null);
  const first = useRef(firstId);
  first.current = firstId;
  useEffect(() => () => stop.current?.(), []);

  function onPointerDown(event: ReactPointerEvent<HTMLElement>) {
    const target = event.target instanceof Element ? event.target : null;
    const row = target?.closest<HTMLElement>('[data-drag]')?.closest<HTMLElement>('[data-line]');
    const lineId = row?.dataset.line;
    if (event.button !== 0 || row == null || lineId === undefined || stop.current !== null) return;
    if (grid.current === null || !rowsOf(grid.current).includes(row)) return;
    const drag: Drag = { lineId, from: event.clientY, y: event.clientY, isMoving: false, place: null, frame: 0 };

    function show() {
      const element = grid.current;
      if (element === null) return;
      const blocks = blocksOf(element);
      drag.place = dropPlace(blocks, drag.y, drag.lineId, blocks[0]?.lineId === first.current);
      element.toggleAttribute('data-dragging', true);
      markDragged(element, drag.lineId);
      if (mark.current === null) return;
      mark.current.hidden = drag.place === null;
      if (drag.place !== null) mark.current.style.top = `${drag.place.y - element.getBoundingClientRect().top}px`;
    }

    function follow() {
      const by = drag.y < edge ? -10 : drag.y > window.innerHeight - edge ? 10 : 0;
      if (by !== 0) window.scrollBy(0, by);
      show();
      drag.frame = requestAnimationFrame(follow);
    }

    function onMove(move: PointerEvent) {
      drag.y = move.clientY;
      if (drag.isMoving || Math.abs(drag.y - drag.from) < slack) return;
      drag.isMoving = true;
      follow();
    }

    function onUp() {
      if (drag.isMoving) {
        show();
        // The press that ends a drag opens no menu.
        const swallow = (click: MouseEvent) => {
          click.stopPropagation();
          click.preventDefault();
        };
        window.addEventListener('click', swallow, { capture: true, once: true });
        setTimeout(() => window.removeEventListener('click', swallow, { capture: true }), 0);
      }
      const { place, isMoving } = drag;
      end();
      if (isMoving && place !== null) moveAfter(drag.lineId, place.after);
    }

    function onKey(key: KeyboardEvent) {
      if (key.key === 'Escape') end();
    }

    function end() {
      cancelAnimationFrame(drag.frame);
      window.removeEventListener('pointermove', onMove);
      window.removeEventListener('pointerup', onUp);
      window.removeEventListener('pointercancel', end);
      window.removeEventListener('keydown', onKey);
      grid.current?.removeAttribute('data-dragging');
      if (grid.current !== null) markDragged(grid.current, null);
      if (mark.current !== null) mark.current.hidden = true;
      stop.current = null;
    }

    window.addEventListener('pointermove', onMove);
    window.addEventListener('pointerup', onUp);
    window.addEventListener('pointercancel', end);
    window.addEventListener('keydown', onKey);
    stop.current = end;
  }

  return { onPointerDown, mark };
}
