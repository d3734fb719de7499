import type { OrderLine } from '@backdesk/contract/order/lines.ts';
import { Button } from '@backdesk/ui/actions/button.tsx';
import { TextInput } from '@backdesk/ui/forms/text-input.tsx';
import { useId, useState } from 'react';
import { useDraft } from './draft-context.tsx';
import styles from './line-grid.module.css';
import { t } from './texts.ts';

/** The group of which the customer takes one: named here, or one of those there are. */
export function ChoiceRow({ line, at, onDone }: { line: OrderLine; at: string; onDone: () => void }) {
  const { editor, by } = useDraft();
  const [group, setGroup] = useState(line.choiceGroup ?? '');
  const listId = useId();
  const groups = new Set(editor.getState().shown.lines.flatMap(({ choiceGroup }) => choiceGroup ?? []));
  return (
    <form
      className={styles.reason}
      onSubmit={(event) => {
        event.preventDefault();
        const name = group.trim();
        editor.dispatch({ kind: 'change_line', lineId: line.id, patch: { choiceGroup: name === '' ? null : name }, by });
        onDone();
      }}
    >
      <TextInput
        label={t.choiceGroup(at)}
        help={t.choiceHelp()}
        autoFocus
        maxLength={100}
        list={listId}
        value={group}
        onChange={(event) => setGroup(event.currentTarget.value)}
      />
      <datalist id={listId}>
        {[...groups].map((name) => (
          <option key={name} value={name} />
        ))}
      </datalist>
      <Button type="submit">{t.done()}</Button>
    </form>
  );
}
