import { Button } from '@backdesk/ui/actions/button.tsx';
import { useFormat } from '@backdesk/ui/format/use-format.tsx';
import { Icon } from '@backdesk/ui/icons/icon.tsx';
import { Kbd } from '@backdesk/ui/text/kbd.tsx';
import type { KeyboardEvent, Ref } from 'react';
import styles from './add-product.module.css';
import { t } from './texts.ts';
import type { ChosenProduct, Undecided } from './use-product-entry.ts';
import type { RefusedEntry } from './use-refused-entries.ts';

type AddTrayProps = {
  refused: readonly RefusedEntry[];
  onRefused: RefusedRowProps['onDone'];
  undecided: readonly Undecided[];
  onSearch: (item: Undecided) => void;
  onSkip: (id: string) => void;
  onOpen: (item: Undecided, asking: ChosenProduct) => void;
  ref: Ref<HTMLUListElement>;
};

/** Entries that wait: still looked up, fitting several products, not found, or refused. Nothing entered disappears. */
export function AddTray({ refused, onRefused, undecided, onSearch, onSkip, onOpen, ref }: AddTrayProps) {
  const format = useFormat();
  if (undecided.length === 0 && refused.length === 0) return null;
  return (
    <ul ref={ref} className={styles.tray} role="status">
      {refused.map((entry) => (
        <RefusedRow key={entry.id} entry={entry} onDone={onRefused} />
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

type RefusedRowProps = {
  entry: RefusedEntry;
  /** `way`: what is done in its place; undefined: nothing. */
  onDone: (entry: RefusedEntry, way?: RefusedEntry['ways'][number]) => void;
};

/** What was refused, with the quantities that would not be: 1 and 2 take one, Delete leaves it. */
function RefusedRow({ entry, onDone }: RefusedRowProps) {
  const format = useFormat();
  const { says, ways } = entry;

  function onKeyDown(event: KeyboardEvent) {
    if (event.altKey || event.ctrlKey || event.metaKey) return;
    const way = ways[Number(event.key) - 1];
    if (way === undefined && event.key !== 'Delete' && event.key !== 'Backspace') return;
    event.preventDefault();
    onDone(entry, way);
  }

  return (
    <li tabIndex={ways.length > 0 ? 0 : undefined} aria-label={says} onKeyDown={onKeyDown}>
      <Icon name="warning" />
      <span>{says}</span>
      {ways.map((way, at) => (
        <Button key={way.quantity} size="small" onClick={() => onDone(entry, way)}>
          {t.makeIt(format.number(way.quantity))} <Kbd className="hide-m">{String(at + 1)}</Kbd>
        </Button>
      ))}
      <Button size="small" variant="quiet" onClick={() => onDone(entry)}>
        {t.dismiss()}
      </Button>
    </li>
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
