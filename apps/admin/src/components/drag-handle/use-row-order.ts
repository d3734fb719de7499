import { useFormat } from '@backdesk/ui/format/use-format.tsx';
import { useAnnounce } from '@backdesk/ui/text/announcer.tsx';
import { type KeyboardEvent, useRef } from 'react';
import { useLineDrag } from '../../lib/use-line-drag.ts';
import { moved } from './moved.ts';
import { t } from './texts.ts';

type Named = { readonly id: string; readonly name: string };

/**
 * Rows in an order that is changed: by handle with the pointer, by arrows on the handle, by Alt and an arrow anywhere in the row.
 * `titleOf`: what a row is called where its name alone does not tell it.
 */
export function useRowOrder<Row extends Named>(rows: readonly Row[], onChange: (rows: readonly Row[]) => void, titleOf = ({ name }: Row): string => name) {
  const { number } = useFormat();
  const announce = useAnnounce();
  const list = useRef<HTMLOListElement>(null);
  const { mark, onPointerDown } = useLineDrag(list, rows[0]?.id, (id, after) => onChange(moved(rows, id, after)));

  function onKeyDown(event: KeyboardEvent, row: Row) {
    const by = event.key === 'ArrowUp' ? -1 : event.key === 'ArrowDown' ? 1 : 0;
    const { target } = event;
    if (by === 0 || !(target instanceof HTMLElement) || !(event.altKey || target.dataset.drag !== undefined)) return;
    event.preventDefault();
    // A field of figures would step with the arrow.
    event.stopPropagation();
    const to = rows.indexOf(row) + by;
    if (to < 0 || to >= rows.length) return;
    onChange(moved(rows, row.id, (by === 1 ? rows[to] : rows[to - 1])?.id ?? null));
    announce(t.moved(titleOf(row), number(to + 1), number(rows.length)));
    // A row that is put elsewhere in the page loses the keyboard.
    requestAnimationFrame(() => target.focus());
  }

  return { list, mark, onPointerDown, onKeyDown };
}
