import type { FieldDefinition } from '@backdesk/contract/field/schema.ts';
import type { Order } from '@backdesk/contract/order/order.ts';
import { poNumberCode } from '@backdesk/domain/field/types.ts';
import { CustomFields } from '@backdesk/ordering/fields/custom-fields.tsx';
import { fieldDraftOf, fieldErrors } from '@backdesk/ordering/fields/field-draft.ts';
import { fieldFacts } from '@backdesk/ordering/fields/field-facts.tsx';
import { Button } from '@backdesk/ui/actions/button.tsx';
import { Facts } from '@backdesk/ui/data/facts.tsx';
import { Panel } from '@backdesk/ui/data/panel.tsx';
import { useFormat } from '@backdesk/ui/format/use-format.tsx';
import { SidePanel } from '@backdesk/ui/overlays/side-panel.tsx';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { type FormEvent, useEffect, useId, useState } from 'react';
import { SaveFailed } from '../../components/save-failed.tsx';
import { api } from '../../lib/api.ts';
import { orderFieldsQuery } from '../../lib/field-queries.ts';
import { orderQuery } from '../../lib/order-query.ts';
import { t } from './texts.ts';

/** The account's own fields of an order: to read, and to set for who may. Nothing where none is in use. */
export function OrderFields({ order }: { order: Order }) {
  const format = useFormat();
  const [editing, setEditing] = useState(false);
  const { data, refetch } = useQuery(orderFieldsQuery());
  // Definitions are kept for minutes: one that somebody made meanwhile is missing among them, and the order holds its value.
  const isOlder = data !== undefined && Object.keys(order.fields).some((code) => !data.items.some((field) => field.code === code));
  useEffect(() => {
    if (isOlder) void refetch();
  }, [isOlder, refetch]);
  const definitions = (data?.items ?? []).filter(({ active }) => active);
  if (definitions.length === 0) return null;
  const facts = fieldFacts(definitions, { ...order.fields, [poNumberCode]: order.poNumber }, format);
  const edit = order.abilities.setFields && (
    <Button size="small" icon="pencil" onClick={() => setEditing(true)}>
      {t.editFields()}
    </Button>
  );
  return (
    <Panel title={t.additional()} actions={edit}>
      {facts.length > 0 ? <Facts facts={facts} /> : <p className="muted">{t.noFields()}</p>}
      {editing && <EditFields order={order} definitions={definitions} onClose={() => setEditing(false)} />}
    </Panel>
  );
}

function EditFields({ order, definitions, onClose }: { order: Order; definitions: readonly FieldDefinition[]; onClose: () => void }) {
  const queryClient = useQueryClient();
  const formId = useId();
  const stored = { ...order.fields, [poNumberCode]: order.poNumber };
  const [draft, setDraft] = useState(() => fieldDraftOf(stored));
  const [asked, setAsked] = useState(false);
  const errors = fieldErrors({ definitions, draft, stored });
  const save = useMutation({
    mutationFn: () => {
      const { [poNumberCode]: poNumber, ...fields } = draft;
      const changed = Object.fromEntries(Object.entries(fields).filter(([code, value]) => value !== (order.fields[code] ?? null)));
      return api.changeOrder({ params: { id: order.id }, body: { basedOn: order.version, poNumber: String(poNumber ?? ''), fields: changed } });
    },
    onSuccess: async () => {
      await queryClient.invalidateQueries({ queryKey: orderQuery(order.id).queryKey });
      void queryClient.invalidateQueries({ queryKey: ['orders'] });
      onClose();
    },
  });
  function submit(event: FormEvent) {
    event.preventDefault();
    setAsked(true);
    if (Object.keys(errors).length === 0 && !save.isPending) save.mutate();
  }
  return (
    <SidePanel
      title={t.additional()}
      closeLabel={t.close()}
      onClose={onClose}
      foot={
        <div className="row">
          <span className="push" />
          <Button onClick={onClose}>{t.cancel()}</Button>
          <Button variant="primary" type="submit" form={formId} busy={save.isPending}>
            {t.save()}
          </Button>
        </div>
      }
    >
      <form id={formId} className="stack" noValidate onSubmit={submit}>
        {save.isError && <SaveFailed error={save.error} />}
        <CustomFields definitions={definitions} value={draft} onChange={setDraft} errors={asked ? errors : {}} />
      </form>
    </SidePanel>
  );
}
