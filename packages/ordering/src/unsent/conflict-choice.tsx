import { Button } from '@backdesk/ui/actions/button.tsx';
import { type Format, useFormat } from '@backdesk/ui/format/use-format.tsx';
import { mineOf } from '../editing/conflict-of.ts';
import type { Conflict } from '../editing/editor-state.ts';
import type { OrderEditor } from '../editing/order-editor.ts';
import { t } from './texts.ts';
import styles from './unsent.module.css';

export type ConflictWays = Pick<OrderEditor, 'keepMine' | 'takeTheirs'>;

/** Longer than this, or of several lines, a text is shown whole above the choice; shorter it stands on the button. */
const shortText = 40;

/** Two people changed one field: both values side by side with name and time, and the choice. Nothing typed is thrown away. */
export function ConflictChoice({ conflict, ways }: { conflict: Conflict; ways: ConflictWays }) {
  const format = useFormat();
  const { op } = conflict.queued;
  const field = conflict.fields.at(0);
  const name = field?.field ?? '';
  const mine = op.kind === 'remove_line' ? t.remove() : valueText(mineOf(op, name), format);
  const theirs = valueText(field?.value, format);
  const [by, at] = [field?.by ?? '', field === undefined ? '' : format.time(field.at)];
  const isLong = isLongText(mine) || isLongText(theirs);
  return (
    <div className={styles.conflict} role="alert">
      <span className={styles.said}>{t.conflict(by, t.what(op.kind, name), at)}</span>
      {isLong && (
        <dl className={styles.texts}>
          <div>
            <dt>{t.mine(format.time(conflict.queued.madeAt))}</dt>
            <dd dir="auto">{mine}</dd>
          </div>
          <div>
            <dt>{t.theirs(by, at)}</dt>
            <dd dir="auto">{theirs}</dd>
          </div>
        </dl>
      )}
      <Button size="small" onClick={() => ways.keepMine(conflict)}>
        {isLong ? t.keep() : t.keepMine(mine)}
      </Button>
      <Button size="small" onClick={() => ways.takeTheirs(conflict)}>
        {isLong ? t.take() : t.takeTheirs(theirs)}
      </Button>
    </div>
  );
}

function isLongText(text: string): boolean {
  return text.length > shortText || text.includes('\n');
}

function valueText(value: unknown, format: Format): string {
  if (value === null || value === undefined || value === '') return t.empty();
  if (typeof value === 'number') return format.number(value);
  if (typeof value === 'boolean') return value ? t.yes() : t.no();
  if (typeof value !== 'object') return String(value);
  if ('unitPrice' in value) return format.unitPrice(String(value.unitPrice), format.currency, { show: 'plain' });
  if ('ppm' in value) return format.percent(Number(value.ppm));
  if ('amount' in value) return valueText((value as { amount: unknown }).amount, format);
  if ('line1' in value) return String(value.line1);
  if ('quantity' in value) return format.number(Number(value.quantity));
  return t.empty();
}
