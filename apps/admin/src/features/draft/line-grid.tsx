// biome-ignore-all lint/a11y/useFocusableInteractive: rows and cells of the grid take no focus, the controls in them do
import type { EditorState } from '@backdesk/ordering/editing/editor-state.ts';
import { lineNumbers } from '@backdesk/ordering/lines/line-numbers.ts';
import { EmptyState } from '@backdesk/ui/feedback/empty-state.tsx';
import { cx } from '@backdesk/ui/text/cx.ts';
import { Fragment, type Ref, useCallback, useImperativeHandle, useMemo, useRef, useState } from 'react';
import { useLineDrag } from '../../lib/use-line-drag.ts';
import { useDraft } from './draft-context.tsx';
import { figureWidths } from './figure-widths.ts';
import { FindLine } from './find-line.tsx';
import { onGridKey } from './grid-keys.ts';
import styles from './line-grid.module.css';
import { LineRow } from './line-row.tsx';
import { SectionRow } from './section-row.tsx';
import { t } from './texts.ts';
import { useFocusOfGone } from './use-focus-of-gone.ts';
import { useFoldedParts } from './use-folded-parts.ts';
import { useLineActions } from './use-line-actions.ts';
import { useVirtualLines } from './use-virtual-lines.ts';

export type LineGridHandle = { readonly goToLine: (lineId: string) => void; readonly addSection: () => void };

type LineGridProps = { state: EditorState; goToAdd: () => void; ref?: Ref<LineGridHandle> };

/** The lines: an ARIA grid over native inputs, worked by keyboard alone. */
export function LineGrid({ state, goToAdd, ref }: LineGridProps) {
  const { editor, canEdit } = useDraft();
  const grid = useRef<HTMLDivElement>(null);
  const all = state.shown.lines;
  const ofLine = (queued: { readonly op: { readonly kind: string; readonly lineId?: string } }) => queued.op.lineId;
  const conflicts = new Map(state.conflicts.map((conflict) => [ofLine(conflict.queued), conflict]));
  const rejections = new Map(state.rejections.map((rejection) => [ofLine(rejection.queued), rejection]));
  const { hidden, folds, fold, unfold, isHidden } = useFoldedParts(all, ({ id, blockers }) => blockers.length > 0 || conflicts.has(id) || rejections.has(id));
  const lines = useMemo(() => (hidden.size === 0 ? all : all.filter(({ id }) => !hidden.has(id))), [all, hidden]);
  const { body, pieces, measure, hold, reveal: putIn, keep } = useVirtualLines(lines, grid);
  const reveal = useCallback(
    (lineId: string) => {
      unfold(lineId);
      putIn(lineId);
    },
    [unfold, putIn],
  );
  const { open, actions } = useLineActions({ grid, goToAdd, reveal, keep, fold, isHidden });
  const { focusCell } = actions;
  const focusLine = useCallback((lineId: string) => focusCell(lineId, 'quantity'), [focusCell]);
  const focus = useFocusOfGone(lines, { focusLine, goToAdd });
  const [found, setFound] = useState<string | null>(null);
  const drag = useLineDrag(grid, lines[0]?.id, actions.moveAfter);
  useImperativeHandle(ref, () => ({ goToLine: (lineId) => actions.focusCell(lineId, 'quantity'), addSection: () => actions.addSection(null) }), [actions]);
  if (lines.length === 0) {
    return (
      <div className={styles.none}>
        <EmptyState icon="box" title={t.noLines()}>
          {canEdit && t.noLinesHelp()}
        </EmptyState>
      </div>
    );
  }
  // Folded away or not, a line keeps its number.
  const numbers = lineNumbers(all);
  const places = hidden.size === 0 ? numbers : numbers.filter((_, at) => !hidden.has(all[at]?.id ?? ''));
  const row = (index: number) => {
    const line = lines[index];
    if (line?.kind === 'section') {
      const rowMeasure = pieces === null ? undefined : measure;
      return (
        <SectionRow
          key={line.id}
          line={line}
          index={index}
          actions={actions}
          isFound={found === line.id}
          rejection={rejections.get(line.id)}
          measure={rowMeasure}
        />
      );
    }
    return (
      line !== undefined && (
        <LineRow
          key={line.id}
          line={line}
          index={index}
          at={places[index] ?? ''}
          open={open?.lineId === line.id ? open.part : null}
          fold={folds.get(line.id)}
          isFound={found === line.id}
          actions={actions}
          conflict={conflicts.get(line.id)}
          rejection={rejections.get(line.id)}
          measure={pieces === null ? undefined : measure}
        />
      )
    );
  };

  function show(lineId: string | null) {
    setFound(lineId);
    if (lineId === null) return;
    reveal(lineId);
    grid.current?.querySelector(`[data-line="${lineId}"]`)?.scrollIntoView({ block: 'center' });
  }

  const table = (
    <div
      ref={grid}
      role="grid"
      aria-label={t.lines()}
      aria-rowcount={lines.length + 1}
      style={figureWidths(lines)}
      className={cx(styles.grid, pieces !== null && styles.many)}
      onPointerDown={canEdit ? drag.onPointerDown : undefined}
      onBlur={focus.onBlur}
      onFocus={(event) => {
        focus.onFocus(event);
        if (pieces !== null) hold(event.target.closest<HTMLElement>('[data-line]')?.dataset.line ?? null);
      }}
      onKeyDown={(event) =>
        onGridKey(event, {
          actions,
          canEdit,
          needsReason: (lineId) => editor.getState().shown.lines.some((line) => line.id === lineId && line.override !== null && line.override.reason === ''),
        })
      }
    >
      <div role="row" aria-rowindex={1} className={cx(styles.row, styles.head)}>
        <span role="columnheader" className={styles.at}>
          {t.at()}
        </span>
        <span role="columnheader" className={styles.sku}>
          {t.sku()}
        </span>
        <span role="columnheader" className={styles.item}>
          {t.item()}
        </span>
        <span role="columnheader" className={styles.quantity}>
          {t.quantity()}
        </span>
        <span role="columnheader" className={styles.unit}>
          {t.unit()}
        </span>
        <span role="columnheader" className={styles.from}>
          {t.from()}
        </span>
        <span role="columnheader" className={styles.discount}>
          {t.discount()}
        </span>
        <span role="columnheader" className={styles.total}>
          {t.total()}
        </span>
      </div>
      <div ref={drag.mark} role="presentation" className={styles.dropMark} hidden />
      <div ref={body} role="presentation">
        {pieces === null
          ? lines.map((_, index) => row(index))
          : pieces.map((piece) =>
              piece.kind === 'gap' ? (
                <div key={`gap ${piece.after}`} role="presentation" style={{ height: piece.height }} />
              ) : (
                <Fragment key={lines[piece.index]?.id}>{row(piece.index)}</Fragment>
              ),
            )}
      </div>
    </div>
  );
  if (pieces === null) return table;
  return (
    <>
      <FindLine lines={all} onFound={show} onTake={(lineId) => actions.focusCell(lineId, 'quantity')} />
      {table}
    </>
  );
}
