import type { OrderLine } from '@backdesk/contract/order/lines.ts';
import { Button } from '@backdesk/ui/actions/button.tsx';
import { NumberField } from '@backdesk/ui/forms/number-field.tsx';
import { useState } from 'react';
import { useDraft } from './draft-context.tsx';
import styles from './line-grid.module.css';
import { t } from './texts.ts';

/** How many of a line the customer may take on the estimate page; empty: as many as it says. */
export function BoundsRow({ line, at, onDone }: { line: OrderLine; at: string; onDone: () => void }) {
  const { editor, by } = useDraft();
  const [from, setFrom] = useState<number | null>(line.quantityBounds?.minimum ?? null);
  const [to, setTo] = useState<number | null>(line.quantityBounds?.maximum ?? null);
  const [isWrong, setWrong] = useState(false);
  return (
    <form
      className={styles.reason}
      onSubmit={(event) => {
        event.preventDefault();
        const isFixed = from === null && to === null;
        const isRange = from !== null && to !== null && from >= 1 && from <= to;
        if (!isFixed && !isRange) return setWrong(true);
        editor.dispatch({ kind: 'change_line', lineId: line.id, patch: { quantityBounds: isRange ? { minimum: from, maximum: to } : null }, by });
        onDone();
      }}
    >
      <NumberField
        label={t.customerFrom(at)}
        help={t.customerHelp()}
        error={isWrong ? t.boundsWrong() : undefined}
        autoFocus
        value={from}
        onChange={setFrom}
        min={1}
        unreadable={t.unreadableNumber()}
      />
      <NumberField label={t.customerTo()} value={to} onChange={setTo} min={1} unreadable={t.unreadableNumber()} />
      <Button type="submit">{t.done()}</Button>
    </form>
  );
}
