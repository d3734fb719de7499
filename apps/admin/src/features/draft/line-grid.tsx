// biome-ignore-all lint/a11y/useFocusableInteractive: rows and cells of the grid take no focus, the controls in them do
import type { OrderLine } from '@backdesk/contract/order/schema.ts';
import type { EditorState } from '@backdesk/ordering/editing/editor-state.ts';
import { EmptyState } from '@backdesk/ui/feedback/empty-state.tsx';
import { cx } from '@backdesk/ui/text/cx.ts';
import { type CSSProperties, useRef } from 'react';
import { useDraft } from './draft-context.tsx';
import { onGridKey } from './grid-keys.ts';
import styles from './line-grid.module.css';
import { LineRow } from './line-row.tsx';
import { t } from './texts.ts';
import { useLineActions } from './use-line-actions.ts';

/** From here on rows outside the window are not laid out. */
const MANY = 80;

/** The lines: an ARIA grid over native inputs, worked by keyboard alone. */
export function LineGrid({ state, goToAdd }: { state: EditorState; goToAdd: () => void }) {
  const { editor, by, canEdit } = useDraft();
  const grid = useRef<HTMLDivElement>(null);
  const { open, actions } = useLineActions(editor, by, grid, goToAdd);
  const { lines } = state.shown;
  if (lines.length === 0) {
    return (
      <div className={styles.none}>
        <EmptyState icon="box" title={t.noLines()}>
          {canEdit && t.noLinesHelp()}
        </EmptyState>
      </div>
    );
  }
  const ofLine = (queued: { readonly op: { readonly kind: string; readonly lineId?: string } }) => queued.op.lineId;
  const conflicts = new Map(state.conflicts.map((conflict) => [ofLine(conflict.queued), conflict]));
  const rejections = new Map(state.rejections.map((rejection) => [ofLine(rejection.queued), rejection]));
  let at = 0;
  return (
    <div
      ref={grid}
      role="grid"
      aria-label={t.lines()}
      aria-rowcount={lines.length + 1}
      style={figureWidths(lines)}
      className={cx(styles.grid, lines.length > MANY && styles.many)}
      onKeyDown={(event) =>
        onGridKey(event, {
          actions,
          canEdit,
          needsReason: (lineId) => editor.getState().shown.lines.some((line) => line.id === lineId && line.override !== null && line.override.reason === ''),
        })
      }
    >
      <div role="row" className={cx(styles.row, styles.head)}>
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
      {lines.map((line) => {
        if (line.parentLineId === null) at += 1;
        return (
          <LineRow
            key={line.id}
            line={line}
            at={at}
            open={open?.lineId === line.id ? open.part : null}
            actions={actions}
            conflict={conflicts.get(line.id)}
            rejection={rejections.get(line.id)}
          />
        );
      })}
    </div>
  );
}

/** How many characters the longest figures have, with their group marks, so that no column cuts one off. */
function figureWidths(lines: readonly OrderLine[]): CSSProperties {
  const grouped = (digits: number) => digits + Math.floor((digits - 1) / 3);
  const longest = (length: (line: OrderLine) => number) => lines.reduce((most, line) => Math.max(most, length(line)), 0);
  return {
    '--quantity-digits': grouped(longest((line) => String(line.quantity).length)),
    '--sku-letters': longest((line) => line.sku.length),
    '--unit-digits': longest((line) => {
      const [whole = '', fraction = ''] = (line.unitPrice ?? '').split('.');
      return grouped(whole.length) + Math.max(2, fraction.length) + 1;
    }),
    '--total-digits': grouped(longest((line) => String(line.total.amount).length)) + (lines.some((line) => line.optional) ? 3 : 1),
  } as CSSProperties;
}
