import { Button } from '@backdesk/ui/actions/button.tsx';
import { useFormat } from '@backdesk/ui/format/use-format.tsx';
import { Checkbox } from '@backdesk/ui/forms/checkbox.tsx';
import styles from './bulk.module.css';
import { t } from './texts.ts';
import type { Selection } from './use-selection.ts';

type SelectionBarProps = {
  selection: Selection;
  /** The products on this page. */
  shown: readonly string[];
  /** There are more pages. */
  hasMore: boolean;
  onEdit: () => void;
};

/** Above the listing: selects what is shown or all that is found, and says what to do with it. */
export function SelectionBar({ selection, shown, hasMore, onEdit }: SelectionBarProps) {
  const format = useFormat();
  const { ids, isAll } = selection;
  const isPage = shown.length > 0 && shown.every(selection.has);
  const isEmpty = ids.size === 0 && !isAll;
  return (
    <div className={styles.bar}>
      <Checkbox label={t.selectPage()} checked={isPage} onChange={(event) => (isAll ? selection.clear() : selection.toggle(shown, event.target.checked))} />
      {!isEmpty && (
        <>
          <span role="status" className="soft">
            {isAll ? t.allSelected() : t.selected(format.number(ids.size))}
          </span>
          {!isAll && isPage && hasMore && (
            <Button variant="link" onClick={selection.takeAll}>
              {t.selectAll()}
            </Button>
          )}
          <Button size="small" onClick={onEdit}>
            {t.edit()}
          </Button>
          <Button variant="link" onClick={selection.clear}>
            {t.clear()}
          </Button>
        </>
      )}
    </div>
  );
}
