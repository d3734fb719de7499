import type { UnitListJson } from '@backdesk/contract/settings/schema.ts';
import { Button } from '@backdesk/ui/actions/button.tsx';
import { Checkbox } from '@backdesk/ui/forms/checkbox.tsx';
import { NumberField } from '@backdesk/ui/forms/number-field.tsx';
import { TextInput } from '@backdesk/ui/forms/text-input.tsx';
import { cx } from '@backdesk/ui/text/cx.ts';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { DragHandle } from '../../../components/drag-handle/drag-handle.tsx';
import ordered from '../../../components/drag-handle/row-order.module.css';
import { useRowOrder } from '../../../components/drag-handle/use-row-order.ts';
import { api } from '../../../lib/api.ts';
import { fieldErrorsOf } from '../../../lib/problem.ts';
import { SettingsPanel } from '../settings-panel.tsx';
import { unitListQuery } from '../settings-queries.ts';
import { t } from './texts.ts';
import styles from './units.module.css';

type Row = UnitListJson['items'][number] & { readonly id: string };

/** The units of the account: named, with the pieces they bring along, put in order, switched off or taken out. */
export function EditUnits({ list, onClose }: { list: UnitListJson; onClose: () => void }) {
  const queryClient = useQueryClient();
  const [rows, setRows] = useState<readonly Row[]>(() => list.items.map((unit) => ({ ...unit, id: unit.name })));
  const [made, setMade] = useState(0);
  const [isTried, setTried] = useState(false);
  const order = useRowOrder(rows, setRows);
  const save = useMutation({
    mutationFn: () => api.setUnitList({ body: { basedOn: list.version, items: rows.map(({ id: _, name, ...unit }) => ({ name: name.trim(), ...unit })) } }),
    onSuccess: (saved) => {
      queryClient.setQueryData(unitListQuery().queryKey, saved);
      void queryClient.invalidateQueries({ queryKey: ['units'] });
      onClose();
    },
  });
  const errors = fieldErrorsOf(save.error);
  const change = (row: Row, to: Partial<Row>) => setRows((now) => now.map((other) => (other.id === row.id ? { ...other, ...to } : other)));
  const isNameless = ({ name }: Row) => name.trim() === '';

  function submit() {
    setTried(true);
    if (!rows.some(isNameless)) save.mutate();
  }

  return (
    <SettingsPanel title={t.editTitle()} onClose={onClose} save={{ ...save, mutate: submit }}>
      <p className="small soft">{t.about()}</p>
      <p className={styles.head} aria-hidden="true">
        <span />
        <span>{t.name()}</span>
        <span>{t.pieces()}</span>
        <span>{t.offered()}</span>
      </p>
      <ol ref={order.list} className={cx(ordered.rows, styles.units)} aria-label={t.units()} onPointerDown={order.onPointerDown}>
        {rows.map((row, at) => (
          <li key={row.id} className={styles.unit} data-line={row.id} onKeyDownCapture={(event) => order.onKeyDown(event, row)}>
            <DragHandle label={t.placeOf(row.name)} />
            <TextInput
              label={t.unit(String(at + 1))}
              hideLabel
              placeholder={t.name()}
              autoFocus={isNameless(row)}
              maxLength={30}
              value={row.name}
              error={errors[`items.${at}.name`] ?? (isTried && isNameless(row) ? t.needed() : undefined)}
              onChange={(event) => change(row, { name: event.target.value })}
            />
            <NumberField
              label={t.piecesOf(row.name)}
              hideLabel
              placeholder={t.asUsed()}
              min={1}
              max={1_000_000}
              value={row.pieces}
              unreadable={t.unreadable()}
              error={errors[`items.${at}.pieces`]}
              onChange={(pieces) => change(row, { pieces })}
            />
            <Checkbox
              label={<span className="vh">{t.offer(row.name)}</span>}
              checked={row.active}
              onChange={(event) => change(row, { active: event.target.checked })}
            />
            <Button variant="quiet" icon="trash" danger onClick={() => setRows((now) => now.filter((other) => other.id !== row.id))}>
              <span className="vh">{t.remove(row.name)}</span>
            </Button>
          </li>
        ))}
        <div ref={order.mark} role="presentation" className={ordered.mark} hidden />
      </ol>
      <Button
        icon="plus"
        onClick={() => {
          setMade(made + 1);
          setRows([...rows, { id: `new ${made}`, name: '', pieces: null, active: true }]);
        }}
      >
        {t.add()}
      </Button>
    </SettingsPanel>
  );
}
