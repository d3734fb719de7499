import type { Conflict } from '@backdesk/ordering/editing/editor-state.ts';
import { Button } from '@backdesk/ui/actions/button.tsx';
import { type Format, useFormat } from '@backdesk/ui/format/use-format.tsx';
import { useDraft } from './draft-context.tsx';
import styles from './line-grid.module.css';
import { t } from './texts.ts';

/** Two people changed one field: both values side by side, and the choice. Nothing typed is thrown away. */
export function ConflictChoice({ conflict }: { conflict: Conflict }) {
  const format = useFormat();
  const { editor } = useDraft();
  const field = conflict.fields.at(0);
  const { op } = conflict.queued;
  const patch: Readonly<Record<string, unknown>> = op.kind === 'change_line' || op.kind === 'change_order' ? op.patch : {};
  const name = field !== undefined && field.field in patch ? field.field : (Object.keys(patch).at(0) ?? '');
  const mine = op.kind === 'remove_line' ? t.remove() : valueText(patch[name], format);
  return (
    <span className={styles.conflict} role="alert">
      <span>{t.conflict(field?.by ?? '', field === undefined ? '' : format.time(field.at))}</span>
      <Button size="small" onClick={() => editor.keepMine(conflict)}>
        {t.keepMine(mine)}
      </Button>
      <Button size="small" onClick={() => editor.takeTheirs(conflict)}>
        {t.takeTheirs(valueText(field?.value, format))}
      </Button>
    </span>
  );
}

function valueText(value: unknown, format: Format): string {
  if (value === null || value === undefined || value === '') return t.empty();
  if (typeof value === 'number') return format.number(value);
  if (typeof value === 'string') return value.length > 40 ? `${value.slice(0, 40)}…` : value;
  if (typeof value !== 'object') return String(value);
  if ('unitPrice' in value) return format.unitPrice(String(value.unitPrice), format.currency, { show: 'plain' });
  if ('ppm' in value) return format.percent(Number(value.ppm));
  if ('amount' in value) return valueText((value as { amount: unknown }).amount, format);
  if ('line1' in value) return String(value.line1);
  if ('quantity' in value) return format.number(Number(value.quantity));
  return t.empty();
}
