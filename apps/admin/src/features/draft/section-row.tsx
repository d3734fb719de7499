// biome-ignore-all lint/a11y/useFocusableInteractive: rows and cells of the grid take no focus, the controls in them do
import type { OrderLine } from '@backdesk/contract/order/lines.ts';
import type { Rejection } from '@backdesk/ordering/editing/editor-state.ts';
import { problemText } from '@backdesk/ordering/lines/problem-text.ts';
import { Button } from '@backdesk/ui/actions/button.tsx';
import { useFormat } from '@backdesk/ui/format/use-format.tsx';
import { Icon } from '@backdesk/ui/icons/icon.tsx';
import { Menu, type MenuEntry } from '@backdesk/ui/overlays/menu.tsx';
import { cx } from '@backdesk/ui/text/cx.ts';
import { memo } from 'react';
import { useDraft } from './draft-context.tsx';
import styles from './line-grid.module.css';
import { NameCell } from './name-cell.tsx';
import { t } from './texts.ts';
import type { LineActions } from './use-line-actions.ts';

type SectionRowProps = {
  line: OrderLine;
  index: number;
  actions: LineActions;
  isFound: boolean;
  rejection: Rejection | undefined;
  measure: ((row: HTMLElement | null) => void) | undefined;
};

/** A heading between the lines, written in place, with what its lines come to. */
export const SectionRow = memo(function SectionRow({ line, index, actions, isFound, rejection, measure }: SectionRowProps) {
  const format = useFormat();
  const { editor, canEdit } = useDraft();
  const entries: MenuEntry[] = [
    { label: t.moveUp(), icon: 'arrow-up', onSelect: () => actions.move(line.id, -1) },
    { label: t.moveDown(), icon: 'arrow-down', onSelect: () => actions.move(line.id, 1) },
    { kind: 'rule' },
    { label: t.removeSection(), icon: 'trash', danger: true, onSelect: () => actions.remove(line.id) },
  ];
  return (
    <div ref={measure} role="rowgroup" className={cx(styles.block, isFound && styles.found)} data-line={line.id} data-index={index}>
      <div role="row" aria-rowindex={index + 2} className={cx(styles.row, styles.section)}>
        <span role="gridcell" className={styles.at}>
          {canEdit && (
            <Menu entries={entries} align="start">
              {(trigger) => (
                <button type="button" className={styles.number} data-cell="at" data-drag="" aria-label={t.sectionMore(line.name)} {...trigger}>
                  <Icon name="more" />
                </button>
              )}
            </Menu>
          )}
        </span>
        <span role="gridcell" className={styles.title}>
          {canEdit ? <NameCell line={line} label={t.sectionName(line.name)} /> : <span dir="auto">{line.name}</span>}
          {rejection !== undefined && (
            <span className={styles.bad} role="alert">
              {t.notSaved(problemText(rejection.problem, format.number))}{' '}
              <Button variant="link" size="small" onClick={() => editor.dismiss(rejection.queued.id)}>
                {t.dismiss()}
              </Button>
            </span>
          )}
        </span>
        <span role="gridcell" className={styles.total}>
          <span className="vh">{t.subtotal()} </span>
          {line.subtotal !== null && format.money(line.subtotal, { show: 'plain' })}
        </span>
      </div>
    </div>
  );
});
