import type { KeyboardEvent } from 'react';
import type { LineActions } from './use-line-actions.ts';

type GridKeys = {
  readonly actions: LineActions;
  readonly canEdit: boolean;
  /** Whether the price of a line was set by hand and nobody has said why yet. */
  readonly needsReason: (lineId: string) => boolean;
};

/**
 * The keys of the line grid (quality B4): arrows between cells, Enter to the next row, Alt+arrows move the line, Ctrl+D
 * doubles it, Delete on its number (or with Ctrl anywhere) removes it, 0 and Enter too. Typing stays typing.
 */
export function onGridKey(event: KeyboardEvent<HTMLElement>, { actions, canEdit, needsReason }: GridKeys): void {
  const target = event.target instanceof HTMLElement ? event.target : null;
  const cell = target?.dataset.cell;
  const lineId = target?.closest<HTMLElement>('[data-line]')?.dataset.line;
  if (target === null || cell === undefined || lineId === undefined || event.nativeEvent.isComposing) return;
  const command = event.ctrlKey || event.metaKey;
  const vertical = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0;
  const done = () => event.preventDefault();

  if (vertical !== 0 && event.altKey) {
    done();
    if (canEdit) actions.move(lineId, vertical);
  } else if (vertical !== 0 && !command && !event.shiftKey) {
    done();
    actions.step(lineId, cell, vertical);
  } else if (event.key === 'ArrowLeft' || event.key === 'ArrowRight') {
    const by = event.key === 'ArrowRight' ? 1 : -1;
    if (command || event.altKey || event.shiftKey || !leaves(target, by)) return;
    const next = inRow(target, by);
    if (next === undefined) return;
    done();
    next.focus();
  } else if (command && event.key.toLowerCase() === 'd') {
    done();
    if (canEdit) actions.duplicate(lineId);
  } else if (event.key === 'Delete' && (command || cell === 'at')) {
    done();
    if (canEdit) actions.remove(lineId);
  } else if (event.key === 'Enter' && !(command && event.shiftKey) && (target instanceof HTMLInputElement || target instanceof HTMLTextAreaElement)) {
    done();
    if (cell === 'quantity' && canEdit && /^\s*0+\s*$/.test(target.value)) actions.remove(lineId);
    else if (cell === 'unit' && needsReason(lineId)) actions.askReason(lineId);
    else actions.goOn(lineId, cell);
  }
}

function inRow(from: HTMLElement, by: 1 | -1): HTMLElement | undefined {
  const cells = [...(from.closest('[role="row"]')?.querySelectorAll<HTMLElement>('[data-cell]') ?? [])];
  return cells[cells.indexOf(from) + by];
}

/** Whether an arrow key leaves the text: all of it is selected, or the caret stands at that end. */
function leaves(target: HTMLElement, by: 1 | -1): boolean {
  if (!(target instanceof HTMLInputElement || target instanceof HTMLTextAreaElement)) return true;
  const { selectionStart, selectionEnd, value } = target;
  if (selectionStart === 0 && selectionEnd === value.length) return true;
  return selectionStart === selectionEnd && selectionStart === (by === 1 ? value.length : 0);
}
