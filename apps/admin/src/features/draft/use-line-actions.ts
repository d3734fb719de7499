import type { OrderLine } from '@backdesk/contract/order/lines.ts';
import { derivedId } from '@backdesk/domain/core/derived-id.ts';
import { newId } from '@backdesk/ordering/editing/new-id.ts';
import type { OrderEditor } from '@backdesk/ordering/editing/order-editor.ts';
import { previewSection } from '@backdesk/ordering/editing/preview-line.ts';
import { mayTakeOff } from '@backdesk/ordering/editing/with-charges.ts';
import { lineTitle } from '@backdesk/ordering/lines/line-title.ts';
import { useToast } from '@backdesk/ui/feedback/toast.tsx';
import { type RefObject, useMemo, useState } from 'react';
import { useDraft } from './draft-context.tsx';
import { t } from './texts.ts';

/** What can be open under a line. */
export type RowPart = 'explain' | 'reason' | 'notes' | 'choice' | 'bounds';

export type LineActions = {
  readonly toggle: (lineId: string, part: RowPart) => void;
  /** What is open under it is done with: back to the cell that opened it. */
  readonly close: (lineId: string, part: RowPart) => void;
  readonly askReason: (lineId: string) => void;
  readonly closeReason: (lineId: string, goOn: boolean) => void;
  readonly giveBack: (lineId: string) => void;
  readonly makeOptional: (lineId: string, isOptional: boolean) => void;
  readonly move: (lineId: string, by: -1 | 1) => void;
  /** Behind this line; null: to the top. */
  readonly moveAfter: (lineId: string, after: string | null) => void;
  /** Once more right below it, at the catalogue's price; what hangs on a line is not doubled by itself. */
  readonly duplicate: (lineId: string) => void;
  /** A heading above this line, or at the end for null; its name is typed next. */
  readonly addSection: (above: string | null) => void;
  readonly remove: (lineId: string) => void;
  readonly focusCell: (lineId: string, cell: string) => void;
  /** The cell of the same column in the row above or below. False: there is none. */
  readonly step: (lineId: string, cell: string, by: -1 | 1) => boolean;
  /** The cell of the same column in the next row; after the last row the Add Product field. */
  readonly goOn: (lineId: string, cell: string) => void;
  /** The parts of a bundle below its line: away, or there again. */
  readonly fold: (bundleId: string) => void;
  /** Whether a line stays in the page wherever the window is: what was typed there cannot be read yet. */
  readonly keepInPage: (lineId: string, isUnread: boolean) => void;
};

export type OpenPart = { readonly lineId: string; readonly part: RowPart } | null;

/** Its answers, without those that are gone from the catalogue: they could not be entered again. */
function offered({ configuration, answers }: OrderLine) {
  const gone = new Set(answers.flatMap(({ optionId, state }) => (state === 'gone' || state === 'too_long' ? optionId : [])));
  return Object.fromEntries(Object.entries(configuration).filter(([id]) => !gone.has(id)));
}

/** What was answered and written at a part of a bundle; nothing where nobody did. */
function saidAt(part: OrderLine) {
  const { variantId, noteCustomer, noteInternal } = part;
  const configuration = offered(part);
  const isSaid = Object.keys(configuration).length > 0 || noteCustomer !== '' || noteInternal !== '';
  return variantId !== null && isSaid ? [{ variantId, configuration, noteCustomer, noteInternal }] : [];
}

/** Whether a line has a field in this column: custom lines alone have one for their name, and what hangs on another no quantity of its own. */
function hasCell(line: OrderLine, cell: string, canOverride: boolean): boolean {
  if (cell === 'name') return line.kind === 'custom' || line.kind === 'section';
  if (line.kind === 'section') return cell === 'at';
  if (cell === 'parts') return line.kind === 'bundle';
  if (cell === 'quantity') return line.parentLineId === null;
  return cell !== 'unit' || canOverride || line.typedUnitPrice !== null;
}

type GridParts = {
  readonly grid: RefObject<HTMLElement | null>;
  readonly goToAdd: () => void;
  /** Puts a line into the page. */
  readonly reveal: (lineId: string) => void;
  readonly keep: (lineId: string, isUnread: boolean) => void;
  readonly fold: (bundleId: string) => void;
  /** Whether a line is folded away. */
  readonly isHidden: (lineId: string) => boolean;
};

/** What can be done to a line, stable over renders so that rows stay as they are. */
export function useLineActions({ grid, goToAdd, reveal, keep, fold, isHidden }: GridParts): { open: OpenPart; actions: LineActions } {
  const { editor, by, canOverride } = useDraft();
  const [open, setOpen] = useState<OpenPart>(null);
  const toast = useToast();
  const actions = useMemo<LineActions>(() => {
    const lines = () => editor.getState().shown.lines;
    const find = (lineId: string) => lines().find((line) => line.id === lineId);

    function cellOf(lineId: string, cell: string) {
      reveal(lineId);
      return grid.current?.querySelector<HTMLElement>(`[data-line="${lineId}"] [data-cell="${cell}"]`);
    }

    function focusCell(lineId: string, cell: string) {
      requestAnimationFrame(() => cellOf(lineId, cell)?.focus());
    }

    function step(lineId: string, cell: string, by: -1 | 1): boolean {
      const all = lines();
      const from = all.findIndex((line) => line.id === lineId);
      const has = (line: OrderLine) => !isHidden(line.id) && hasCell(line, cell, canOverride);
      const next = by === 1 ? all.slice(from + 1).find(has) : all.slice(0, from).findLast(has);
      if (next === undefined) return false;
      cellOf(next.id, cell)?.focus();
      return true;
    }

    function goOn(lineId: string, cell: string) {
      if (!step(lineId, cell, 1)) goToAdd();
    }

    function remove(lineId: string) {
      const tops = lines().filter((line) => line.parentLineId === null);
      const found = find(lineId);
      if (found !== undefined && found.parentLineId !== null) takeOff(found, found.parentLineId);
      const at = tops.findIndex((line) => line.id === lineId);
      const line = tops[at];
      if (line === undefined) return;
      const goods = (other: OrderLine) => other.kind !== 'section';
      const neighbour = tops.slice(at + 1).find(goods) ?? tops.slice(0, at).findLast(goods);
      const done = editor.perform({ kind: 'remove_line', lineId });
      if (neighbour === undefined) goToAdd();
      else focusCell(neighbour.id, 'quantity');
      toast.show({
        message: t.removed(lineTitle(line)),
        action: { label: t.undo(), icon: 'undo', run: () => void bringBack(line, tops[at - 1]?.id ?? null, done) },
      });
    }

    /** Ctrl+Z or the history was there before: taken back a second time it would be refused. */
    const isBack = (line: OrderLine) => find(line.id) !== undefined;

    /** A charge off the line it hangs on. */
    function takeOff(line: OrderLine, parentLineId: string) {
      if (!mayTakeOff(lines(), line)) return toast.show({ message: t.chargeStays(lineTitle(line)) });
      const done = editor.perform({ kind: 'remove_line', lineId: line.id });
      focusCell(parentLineId, 'quantity');
      toast.show({ message: t.removed(lineTitle(line)), action: { label: t.undo(), icon: 'undo', run: () => void owe(line, done) } });
    }

    async function owe(line: OrderLine, done: ReturnType<OrderEditor['perform']>) {
      if (isBack(line)) return;
      if (editor.withdraw((op) => op.kind === 'remove_line' && op.lineId === line.id)) return;
      const outcome = await done;
      if (outcome.ok) editor.dispatch({ kind: 'undo', version: outcome.version, index: 0, restore: null });
    }

    async function bringBack(line: OrderLine, after: string | null, done: ReturnType<OrderEditor['perform']>) {
      if (!isBack(line) && !editor.withdraw((op) => op.kind === 'remove_line' && op.lineId === line.id)) {
        const outcome = await done;
        if (!outcome.ok) return;
        editor.dispatch({ kind: 'undo', version: outcome.version, index: 0, restore: { line, after } });
      }
      focusCell(line.id, line.kind === 'section' ? 'name' : 'quantity');
    }

    function move(lineId: string, by: -1 | 1) {
      const tops = lines().filter((line) => line.parentLineId === null);
      const at = tops.findIndex((line) => line.id === lineId);
      if (at < 0 || at + by < 0 || at + by >= tops.length) return;
      const after = by === 1 ? tops[at + 1] : tops[at - 2];
      const cell = document.activeElement instanceof HTMLElement ? document.activeElement.dataset.cell : undefined;
      editor.dispatch({ kind: 'change_line', lineId, patch: { after: after?.id ?? null }, by: '' });
      if (cell !== undefined) focusCell(lineId, cell);
    }

    function addSection(above: string | null) {
      const id = newId();
      const tops = lines().filter((line) => line.parentLineId === null);
      const at = tops.findIndex((line) => line.id === above);
      const after = at < 0 ? undefined : (tops[at - 1]?.id ?? null);
      const { currency } = editor.getState().shown;
      const request = { section: { name: t.newSection() }, lineId: id, ...(after !== undefined && { after }) };
      editor.dispatch({ kind: 'add_line', request, preview: previewSection(t.newSection(), currency, id), asNewLine: true });
      focusCell(id, 'name');
    }

    function duplicate(lineId: string) {
      const line = find(lineId);
      // What hangs on a line comes with it, and is nothing that could be ordered by itself.
      if (line === undefined || line.kind === 'section' || line.parentLineId !== null) return;
      const id = newId();
      const { quantity, noteCustomer, noteInternal, optional, choiceGroup } = line;
      // Of a group one is chosen: the copy does not take the choice from its original.
      const chosen = optional && choiceGroup !== null ? false : line.chosen;
      const preview: OrderLine = { ...line, id, override: null, discount: null, quantityBounds: null, chosen };
      const choice = optional ? { optional, chosen, ...(choiceGroup !== null && { choiceGroup }) } : {};
      const parts = lines().filter(({ parentLineId, partId }) => parentLineId === lineId && partId !== null);
      const said = parts.flatMap(saidAt);
      const shared = { lineId: id, asNewLine: true, noteCustomer, noteInternal, after: lineId, ...choice };
      const { name, ships, weightGrams, taxCategory } = line;
      const request =
        line.variantId === null
          ? { custom: { name, unitPrice: line.typedUnitPrice ?? '0', quantity, ships, weightGrams, taxCategory }, ...shared }
          : { variantId: line.variantId, quantity, configuration: offered(line), ...(said.length > 0 && { parts: said }), ...shared };
      editor.dispatch({
        kind: 'add_line',
        request,
        preview,
        asNewLine: true,
        below: parts.map((part) => ({ ...part, id: derivedId(id, part.partId ?? ''), parentLineId: id, chosen })),
      });
      focusCell(id, 'quantity');
    }

    return {
      toggle: (lineId, part) => setOpen((now) => (now?.lineId === lineId && now.part === part ? null : { lineId, part })),
      close: (lineId, part) => {
        setOpen(null);
        focusCell(lineId, part === 'explain' ? 'from' : 'at');
      },
      askReason: (lineId) => setOpen({ lineId, part: 'reason' }),
      closeReason: (lineId, isGoingOn) => {
        setOpen(null);
        if (isGoingOn) goOn(lineId, 'unit');
        else focusCell(lineId, 'unit');
      },
      giveBack: (lineId) => editor.dispatch({ kind: 'change_line', lineId, patch: { override: null }, by }),
      makeOptional: (lineId, optional) => editor.dispatch({ kind: 'change_line', lineId, patch: { optional }, by }),
      move,
      moveAfter: (lineId, after) => editor.dispatch({ kind: 'change_line', lineId, patch: { after }, by: '' }),
      duplicate,
      addSection,
      remove,
      focusCell,
      step,
      goOn,
      fold,
      keepInPage: keep,
    };
  }, [editor, by, canOverride, grid, goToAdd, reveal, keep, fold, isHidden, toast]);
  return { open, actions };
}
