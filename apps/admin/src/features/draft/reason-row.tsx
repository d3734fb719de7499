import type { OrderLine } from '@backdesk/contract/order/lines.ts';
import { priceAt } from '@backdesk/ordering/editing/price-at.ts';
import { Button } from '@backdesk/ui/actions/button.tsx';
import { useFormat } from '@backdesk/ui/format/use-format.tsx';
import { TextInput } from '@backdesk/ui/forms/text-input.tsx';
import { useState } from 'react';
import { useDraft } from './draft-context.tsx';
import styles from './line-grid.module.css';
import { t } from './texts.ts';

/** Why a price was set by hand: asked in place, never in the way. Enter goes on to the next line. */
export function ReasonRow({ line, onDone }: { line: OrderLine; onDone: (goOn: boolean) => void }) {
  const format = useFormat();
  const { editor, by } = useDraft();
  const { override } = line;
  const [reason, setReason] = useState(override?.reason ?? '');
  if (override === null) return null;
  const { unitPrice } = override;
  const list = priceAt({ ...line, override: null }, line.quantity)?.unitPrice;
  const was = list ? format.unitPrice(list, line.amount.currency) : '';

  function keep(text: string, isTyping: boolean) {
    editor.dispatch({ kind: 'change_line', lineId: line.id, patch: { override: { unitPrice, reason: text.trim() } }, by }, { isTyping });
  }

  return (
    <form
      className={styles.reason}
      onSubmit={(event) => {
        event.preventDefault();
        keep(reason, false);
        onDone(true);
      }}
      onKeyDown={(event) => {
        if (event.key !== 'Escape') return;
        event.stopPropagation();
        onDone(false);
      }}
    >
      <TextInput
        label={t.reason()}
        autoFocus
        value={reason}
        maxLength={500}
        help={t.reasonHelp(format.unitPrice(unitPrice, line.amount.currency), was)}
        onChange={(event) => {
          setReason(event.currentTarget.value);
          keep(event.currentTarget.value, true);
        }}
        onBlur={() => editor.flush()}
      />
      <Button type="submit">{t.done()}</Button>
      <Button
        variant="quiet"
        onClick={() => {
          editor.dispatch({ kind: 'change_line', lineId: line.id, patch: { override: null }, by });
          onDone(false);
        }}
      >
        {t.giveBack()}
      </Button>
    </form>
  );
}
