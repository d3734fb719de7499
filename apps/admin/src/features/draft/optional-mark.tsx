import type { OrderLine } from '@backdesk/contract/order/lines.ts';
import { Tag } from '@backdesk/ui/data/status-dot.tsx';
import { useDraft } from './draft-context.tsx';
import styles from './line-grid.module.css';
import { t } from './texts.ts';

/** That a line is optional or one of a group, with the choice: ticked, it is in the total. */
export function OptionalMark({ line, at }: { line: OrderLine; at: string }) {
  const { editor, by, canEdit } = useDraft();
  const text = line.choiceGroup === null ? t.optional() : t.oneOf(line.choiceGroup);
  if (!canEdit) return <Tag tone="open">{text}</Tag>;
  return (
    <label className={styles.optional}>
      <input
        type="checkbox"
        aria-label={t.lineChosen(at)}
        checked={line.chosen}
        onChange={(event) => editor.dispatch({ kind: 'change_line', lineId: line.id, patch: { chosen: event.currentTarget.checked }, by })}
      />
      <span dir="auto">{text}</span>
    </label>
  );
}
