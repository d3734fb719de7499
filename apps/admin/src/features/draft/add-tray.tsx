import { lineTitle } from '@backdesk/ordering/lines/line-title.ts';
import { problemText } from '@backdesk/ordering/lines/problem-text.ts';
import { Button } from '@backdesk/ui/actions/button.tsx';
import { useFormat } from '@backdesk/ui/format/use-format.tsx';
import { Icon } from '@backdesk/ui/icons/icon.tsx';
import { useSyncExternalStore } from 'react';
import styles from './add-product.module.css';
import { useDraft } from './draft-context.tsx';
import { t } from './texts.ts';
import type { ChosenProduct, Undecided } from './use-product-entry.ts';

type AddTrayProps = {
  undecided: readonly Undecided[];
  onSearch: (item: Undecided) => void;
  onSkip: (id: string) => void;
  onOpen: (item: Undecided, asking: ChosenProduct) => void;
};

/** Entries that wait: still looked up, fitting several products, not found, or refused. Nothing entered disappears. */
export function AddTray({ undecided, onSearch, onSkip, onOpen }: AddTrayProps) {
  const format = useFormat();
  const { editor } = useDraft();
  const rejections = useSyncExternalStore(editor.subscribe, () => editor.getState().rejections);
  const refused = rejections.flatMap(({ queued, problem }) => {
    const { op } = queued;
    if (op.kind !== 'add_line' && op.kind !== 'add_lines') return [];
    const lines = op.kind === 'add_line' ? [op.preview] : op.added.map(({ preview }) => preview);
    const [first] = lines;
    const what = lines.length > 1 || first === undefined ? t.severalLines(format.number(lines.length)) : `${format.number(first.quantity)} ${lineTitle(first)}`;
    return [{ id: queued.id, says: t.notAdded(what, problemText(problem, format.number)) }];
  });
  if (undecided.length === 0 && refused.length === 0) return null;
  return (
    <ul className={styles.tray} role="status">
      {refused.map(({ id, says }) => (
        <li key={id}>
          <Icon name="warning" />
          <span>{says}</span>
          <Button size="small" variant="quiet" className="push" onClick={() => editor.dismiss(id)}>
            {t.dismiss()}
          </Button>
        </li>
      ))}
      {undecided.map((item) => (
        <li key={item.id}>
          {item.count === null ? (
            <span className="muted">{t.lookingUp(item.entry.text.trim())}</span>
          ) : (
            <>
              <Icon name="warning" />
              <span>{saysOf(item, format.number)}</span>
              <OnWith item={item} onSearch={onSearch} onOpen={onOpen} />
              <Button size="small" variant="quiet" onClick={() => onSkip(item.id)}>
                {t.skip()}
              </Button>
            </>
          )}
        </li>
      ))}
    </ul>
  );
}

function saysOf({ entry, count, asking }: Undecided, number: (value: number) => string): string {
  const text = entry.text.trim();
  if (asking !== undefined) return t.asksOptions(text);
  if (count !== null && count > 0 && entry.beyond !== null) return t.tooMany(number(entry.beyond.quantity));
  return count === null || count === 0 ? t.fitsNone(text) : t.fitsSeveral(text, count);
}

function OnWith({ item, onSearch, onOpen }: { item: Undecided } & Pick<AddTrayProps, 'onSearch' | 'onOpen'>) {
  const { asking } = item;
  return (
    <Button size="small" className="push" onClick={() => (asking === undefined ? onSearch(item) : onOpen(item, asking))}>
      {asking === undefined ? t.search() : t.chooseOptions()}
    </Button>
  );
}
