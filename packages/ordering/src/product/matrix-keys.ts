import type { KeyboardEvent } from 'react';

/** Arrows between the cells of a matrix: up and down always, left and right where the text ends or is all selected. */
export function onMatrixKey(event: KeyboardEvent<HTMLElement>): void {
  const { target } = event;
  if (!(target instanceof HTMLInputElement) || event.ctrlKey || event.metaKey || event.altKey || event.shiftKey) return;
  const down = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0;
  const across = event.key === 'ArrowRight' ? 1 : event.key === 'ArrowLeft' ? -1 : 0;
  if (down === 0 && (across === 0 || !leaves(target, across))) return;
  event.preventDefault();
  nextCell(target, down, across)?.focus();
}

/** The next cell that can be filled in that direction: what is not made is passed over. */
export function nextCell(from: HTMLInputElement, down: number, across: number): HTMLInputElement | null {
  const cell = from.closest('td');
  const row = from.closest('tr');
  const rows = [...(from.closest('tbody')?.rows ?? [])];
  if (cell === null || row === null) return null;
  for (let step = 1; ; step += 1) {
    const found = rows[rows.indexOf(row) + down * step]?.cells[cell.cellIndex + across * step];
    if (found === undefined) return null;
    const input = found.querySelector('input');
    if (input !== null) return input;
  }
}

function leaves({ selectionStart, selectionEnd, value }: HTMLInputElement, by: number): boolean {
  if (selectionStart === 0 && selectionEnd === value.length) return true;
  return selectionStart === selectionEnd && selectionStart === (by === 1 ? value.length : 0);
}
