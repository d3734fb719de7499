import type { FieldDefinition } from '@backdesk/contract/field/schema.ts';
import type { FieldSubject } from '@backdesk/domain/field/types.ts';
import { Button } from '@backdesk/ui/actions/button.tsx';
import { Panel } from '@backdesk/ui/data/panel.tsx';
import { StatusDot } from '@backdesk/ui/data/status-dot.tsx';
import { Table } from '@backdesk/ui/data/table.tsx';
import { EmptyState } from '@backdesk/ui/feedback/empty-state.tsx';
import { InlineNotice } from '@backdesk/ui/feedback/inline-notice.tsx';
import { Icon } from '@backdesk/ui/icons/icon.tsx';
import { useAnnounce } from '@backdesk/ui/text/announcer.tsx';
import { type KeyboardEvent, useState } from 'react';
import { useMay } from '../../../lib/session.tsx';
import { EditField } from './edit-field.tsx';
import styles from './field-list.module.css';
import { t } from './texts.ts';
import { useFieldOrder } from './use-field-order.ts';

/** The fields of customers, or those of orders: as they are asked for, top to bottom. */
export function FieldList({ subject, fields }: { subject: FieldSubject; fields: readonly FieldDefinition[] }) {
  const mayWrite = useMay('settings:write');
  const announce = useAnnounce();
  const [editing, setEditing] = useState<FieldDefinition | 'new' | null>(null);
  const { move, isError } = useFieldOrder(subject, fields);

  function moveBy(field: FieldDefinition, by: 1 | -1) {
    const place = fields.indexOf(field) + by;
    if (!mayWrite || place < 0 || place >= fields.length) return;
    move(field.id, place);
    announce(t.movedTo(field.label, place + 1, fields.length));
  }
  function onKeyDown(event: KeyboardEvent, field: FieldDefinition) {
    if (!event.altKey || (event.key !== 'ArrowUp' && event.key !== 'ArrowDown')) return;
    event.preventDefault();
    moveBy(field, event.key === 'ArrowUp' ? -1 : 1);
  }
  const add = mayWrite && (
    <Button size="small" icon="plus" onClick={() => setEditing('new')}>
      {t.addTo[subject]()}
    </Button>
  );
  return (
    <Panel title={t.title[subject]()} note={t.note[subject]()} actions={fields.length > 0 && add}>
      {isError && (
        <InlineNotice tone="bad" live="alert">
          {t.moveFailed()}
        </InlineNotice>
      )}
      {fields.length === 0 ? (
        <EmptyState icon="plus" title={t.empty[subject]()} action={add}>
          <p>{t.emptyHelp()}</p>
        </EmptyState>
      ) : (
        <Table label={t.title[subject]()} edge>
          <thead>
            <tr>
              <th scope="col">{t.label()}</th>
              <th scope="col">{t.type()}</th>
              <th scope="col" className="hide-s">
                {t.status()}
              </th>
              <th scope="col" className="num">
                <span className="vh">{t.order()}</span>
              </th>
            </tr>
          </thead>
          <tbody>
            {fields.map((field, index) => (
              <tr key={field.id} onKeyDown={(event) => onKeyDown(event, field)} className={field.active ? undefined : styles.off}>
                <td>
                  <bdi className="medium">{field.label}</bdi>
                  <span className={`${styles.code} small muted`}>
                    {field.code}
                    {field.builtIn && ` · ${t.builtIn()}`}
                    {!field.active && <span className="only-s"> · {t.off()}</span>}
                  </span>
                </td>
                <td className="soft">
                  {t.types[field.type]}
                  {field.required && <span className={`${styles.code} small muted`}>{t.required()}</span>}
                </td>
                <td className="hide-s">
                  <StatusDot tone={field.active ? 'good' : 'neutral'} shape={field.active ? 'full' : 'ring'}>
                    {field.active ? t.on() : t.off()}
                  </StatusDot>
                </td>
                <td className="num">
                  {mayWrite && (
                    <span className={styles.ways}>
                      <button
                        type="button"
                        className={styles.move}
                        title={t.moveHelp()}
                        aria-label={t.up(field.label)}
                        aria-disabled={index === 0}
                        onClick={() => moveBy(field, -1)}
                      >
                        <Icon name="arrow-up" />
                      </button>
                      <button
                        type="button"
                        className={styles.move}
                        title={t.moveHelp()}
                        aria-label={t.down(field.label)}
                        aria-disabled={index === fields.length - 1}
                        onClick={() => moveBy(field, 1)}
                      >
                        <Icon name="arrow-down" />
                      </button>
                      <Button variant="link" onClick={() => setEditing(field)}>
                        {t.edit()}
                        <span className="vh"> {field.label}</span>
                      </Button>
                    </span>
                  )}
                </td>
              </tr>
            ))}
          </tbody>
        </Table>
      )}
      {editing !== null && <EditField subject={subject} field={editing === 'new' ? null : editing} onClose={() => setEditing(null)} />}
    </Panel>
  );
}
