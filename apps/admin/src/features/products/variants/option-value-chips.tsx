import { Button } from '@backdesk/ui/actions/button.tsx';
import { TextInput } from '@backdesk/ui/forms/text-input.tsx';
import { cx } from '@backdesk/ui/text/cx.ts';
import { useState } from 'react';
import type { OptionValues } from './add-draft.ts';
import { t } from './texts.ts';
import styles from './variants.module.css';

type OptionValueChipsProps = {
  option: OptionValues;
  autoFocus: boolean;
  onChoose: (value: string, isChosen: boolean) => void;
  /** One value, or several between commas. */
  onType: (text: string) => void;
};

/** Which values of an option the new variants have: those there are as chips, and a field for new ones. */
export function OptionValueChips({ option: { name, values }, autoFocus, onChoose, onType }: OptionValueChipsProps) {
  const [text, setText] = useState('');

  function take() {
    if (text.trim() === '') return;
    onType(text);
    setText('');
  }

  return (
    <fieldset className={styles.chipsOf}>
      <legend>{name}</legend>
      <div className={styles.chips}>
        {values.map((value) => (
          <label key={value.name} className={cx(styles.chip, value.isNew && styles.newChip)}>
            <input type="checkbox" checked={value.isChosen} onChange={(event) => onChoose(value.name, event.target.checked)} />
            <bdi>{value.name}</bdi>
          </label>
        ))}
      </div>
      <div className={styles.typed}>
        <TextInput
          label={t.newValue(name)}
          hideLabel
          placeholder={t.newValue(name)}
          help={autoFocus && t.newValueHint()}
          value={text}
          autoFocus={autoFocus}
          onChange={(event) => setText(event.target.value)}
          onBlur={take}
          onKeyDown={(event) => {
            // Enter takes the value; only in an empty field it saves the form.
            if (event.key !== 'Enter' || text.trim() === '' || event.nativeEvent.isComposing) return;
            event.preventDefault();
            take();
          }}
        />
        <Button onClick={take}>
          {t.addValue()}
          <span className="vh"> {t.newValue(name)}</span>
        </Button>
      </div>
    </fieldset>
  );
}
