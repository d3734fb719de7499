import type { FieldDefinition } from '@backdesk/contract/field/schema.ts';
import { type FieldSubject, type FieldType, fieldTypes, orderFieldTypes } from '@backdesk/domain/field/types.ts';
import { Button } from '@backdesk/ui/actions/button.tsx';
import { Checkbox } from '@backdesk/ui/forms/checkbox.tsx';
import { Select } from '@backdesk/ui/forms/select.tsx';
import { TextArea } from '@backdesk/ui/forms/text-area.tsx';
import { TextInput } from '@backdesk/ui/forms/text-input.tsx';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { fieldErrorsOf } from '../../../lib/problem.ts';
import { SettingsPanel } from '../settings-panel.tsx';
import { codeFor } from './code-for.ts';
import { DeleteField } from './delete-field.tsx';
import { fieldCalls } from './field-calls.ts';
import { t } from './texts.ts';

/** A definition: new when `field` is null. */
export function EditField({ subject, field, onClose }: { subject: FieldSubject; field: FieldDefinition | null; onClose: () => void }) {
  const queryClient = useQueryClient();
  const calls = fieldCalls[subject];
  const [isDeleting, setDeleting] = useState(false);
  // null: the code follows the label until somebody types one.
  const [code, setCode] = useState<string | null>(null);
  const [fields, setFields] = useState({
    label: field?.label ?? '',
    type: field?.type ?? ('text' as FieldType),
    help: field?.help ?? '',
    options: (field?.options ?? []).join('\n'),
    required: field?.required ?? false,
    active: field?.active ?? true,
    shownOnOrders: field?.shownOnOrders ?? false,
  });
  const set = (part: Partial<typeof fields>) => setFields((now) => ({ ...now, ...part }));
  const save = useMutation({
    mutationFn: () => {
      const { type, options, ...same } = fields;
      const lines = options.split('\n').map((line) => line.trim());
      const body = { ...same, options: type === 'select' ? lines.filter((line) => line !== '') : [] };
      return field ? calls.change(field.id, { ...body, basedOn: field.version }) : calls.create({ ...body, type, code: code ?? codeFor(fields.label) });
    },
    onSuccess: () => {
      void queryClient.invalidateQueries({ queryKey: calls.queryKey });
      onClose();
    },
  });
  const errors = fieldErrorsOf(save.error);
  const optionsError = errors.options ?? Object.entries(errors).find(([name]) => name.startsWith('options.'))?.[1];
  if (field && isDeleting) return <DeleteField subject={subject} field={field} onKept={() => setDeleting(false)} onGone={onClose} />;
  return (
    <SettingsPanel
      title={field ? t.editing(field.label) : t.addTo[subject]()}
      onClose={onClose}
      save={save}
      extra={
        field &&
        !field.builtIn && (
          <Button variant="quiet" danger icon="trash" onClick={() => setDeleting(true)}>
            {t.remove()}
          </Button>
        )
      }
    >
      <TextInput
        label={t.label()}
        autoFocus
        maxLength={120}
        value={fields.label}
        error={errors.label}
        onChange={(event) => set({ label: event.currentTarget.value })}
      />
      <TextInput
        label={t.code()}
        help={t.codeHelp()}
        maxLength={60}
        disabled={field !== null}
        value={field?.code ?? code ?? codeFor(fields.label)}
        error={errors.code}
        onChange={(event) => setCode(event.currentTarget.value)}
      />
      <Select
        label={t.type()}
        disabled={field !== null}
        help={field ? t.typeStays() : undefined}
        value={fields.type}
        options={(subject === 'customer' ? fieldTypes : orderFieldTypes).map((type) => ({ value: type, label: t.types[type] }))}
        onChange={(event) => set({ type: fieldTypes.find((type) => type === event.currentTarget.value) ?? 'text' })}
      />
      {fields.type === 'select' && (
        <TextArea
          label={t.options()}
          help={t.optionsHelp()}
          rows={5}
          value={fields.options}
          error={optionsError}
          onChange={(event) => set({ options: event.currentTarget.value })}
        />
      )}
      <TextInput
        label={t.help()}
        help={t.helpHelp()}
        maxLength={500}
        value={fields.help}
        error={errors.help}
        onChange={(event) => set({ help: event.currentTarget.value })}
      />
      <Checkbox
        label={t.required()}
        help={`${t.requiredHelp[subject]()}${fields.type === 'checkbox' ? ` ${t.requiredBox()}` : ''}`}
        checked={fields.required}
        onChange={(event) => set({ required: event.currentTarget.checked })}
      />
      <Checkbox label={t.active()} help={t.activeHelp()} checked={fields.active} onChange={(event) => set({ active: event.currentTarget.checked })} />
      {subject === 'order' && field?.builtIn !== true && (
        <Checkbox label={t.shown()} checked={fields.shownOnOrders} onChange={(event) => set({ shownOnOrders: event.currentTarget.checked })} />
      )}
    </SettingsPanel>
  );
}
