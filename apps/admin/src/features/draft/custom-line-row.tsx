import { toldBefore } from '@backdesk/ordering/checkout/told-before.ts';
import { newId } from '@backdesk/ordering/editing/new-id.ts';
import { previewCustomLine } from '@backdesk/ordering/editing/preview-line.ts';
import { Button } from '@backdesk/ui/actions/button.tsx';
import { useFormat } from '@backdesk/ui/format/use-format.tsx';
import { Checkbox } from '@backdesk/ui/forms/checkbox.tsx';
import { TextInput } from '@backdesk/ui/forms/text-input.tsx';
import { useState } from 'react';
import styles from './custom-line-row.module.css';
import { useDraft } from './draft-context.tsx';
import { readQuantity, readUnitPrice } from './read-figures.ts';
import { t } from './texts.ts';

/** Something that is not in the catalogue, written in place. */
export function CustomLineRow({ currency, onDone }: { currency: string; onDone: () => void }) {
  const { editor } = useDraft();
  const { locale } = useFormat();
  const [name, setName] = useState('');
  const [quantity, setQuantity] = useState('1');
  const [price, setPrice] = useState('');
  const [ships, setShips] = useState(true);
  const [isTried, setTried] = useState(false);
  const pieces = readQuantity(quantity, locale);
  const unit = readUnitPrice(price, locale, false);
  const told = toldBefore(editor.getState().shown, { kind: 'add', ships, weightGrams: null });
  const errors = {
    name: name.trim() === '' ? t.needed() : undefined,
    quantity: pieces.ok && Number(pieces.value) >= 1 ? undefined : t.wholeNumber(),
    price: !unit.ok ? unit.message : unit.value === null ? t.needed() : undefined,
  };

  function add() {
    setTried(true);
    if (errors.name !== undefined || errors.quantity !== undefined || errors.price !== undefined || !pieces.ok || !unit.ok || unit.value === null) return;
    const custom = { name: name.trim(), quantity: Number(pieces.value), unitPrice: unit.value, ships };
    const lineId = newId();
    editor.dispatch({ kind: 'add_line', preview: previewCustomLine(custom, currency, lineId), asNewLine: true, request: { custom, lineId } });
    onDone();
  }

  return (
    <form
      className={styles.row}
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        add();
      }}
      onKeyDown={(event) => {
        if (event.key === 'Escape') onDone();
      }}
    >
      <TextInput
        className={styles.name}
        label={t.customName()}
        autoFocus
        maxLength={500}
        value={name}
        error={isTried ? errors.name : undefined}
        onChange={(event) => setName(event.currentTarget.value)}
      />
      <TextInput
        label={t.customQuantity()}
        figure
        inputMode="numeric"
        value={quantity}
        error={isTried ? errors.quantity : undefined}
        onChange={(event) => setQuantity(event.currentTarget.value)}
      />
      <TextInput
        label={t.customPrice()}
        figure
        inputMode="decimal"
        value={price}
        error={isTried ? errors.price : undefined}
        onChange={(event) => setPrice(event.currentTarget.value)}
      />
      <div className={styles.ships}>
        <Checkbox label={t.customShips()} checked={ships} onChange={(event) => setShips(event.currentTarget.checked)} />
      </div>
      <span className={styles.buttons}>
        <Button type="submit">{t.addLine()}</Button>
        <Button variant="quiet" onClick={onDone}>
          {t.cancel()}
        </Button>
      </span>
      {told !== '' && (
        <p className={styles.told} role="status">
          {told}
        </p>
      )}
    </form>
  );
}
