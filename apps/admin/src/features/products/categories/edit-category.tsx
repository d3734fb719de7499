import type { Category } from '@backdesk/contract/category/schema.ts';
import { Button } from '@backdesk/ui/actions/button.tsx';
import { useToast } from '@backdesk/ui/feedback/toast.tsx';
import { Select } from '@backdesk/ui/forms/select.tsx';
import { TextInput } from '@backdesk/ui/forms/text-input.tsx';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { api } from '../../../lib/api.ts';
import { fieldErrorsOf, sentenceOf } from '../../../lib/problem.ts';
import { EditPanel } from '../edit-panel.tsx';
import { t } from './texts.ts';

type EditCategoryProps = { category: Category | null; all: readonly Category[]; onClose: () => void };

/** Name, code and place of a category; new when it is null. */
export function EditCategory({ category, all, onClose }: EditCategoryProps) {
  const queryClient = useQueryClient();
  const toast = useToast();
  const [name, setName] = useState(category?.name ?? '');
  const [code, setCode] = useState(category?.code ?? '');
  const [parentId, setParentId] = useState(category?.parentId ?? '');
  const refresh = () => Promise.all([['categories'], ['products'], ['product']].map((queryKey) => queryClient.invalidateQueries({ queryKey })));
  const save = useMutation({
    mutationFn: () => {
      const body = { name, parentId: parentId === '' ? null : parentId, ...(code !== '' && { code }) };
      return category === null ? api.createCategory({ body }) : api.changeCategory({ params: { id: category.id }, body });
    },
    onSuccess: () => {
      void refresh();
      toast.show({ message: t.saved() });
      onClose();
    },
  });
  const remove = useMutation({
    mutationFn: (gone: Category) => api.deleteCategory({ params: { id: gone.id } }),
    onSuccess: (_, gone) => {
      void refresh();
      toast.show({ message: t.deleted(gone.name) });
      onClose();
    },
    onError: (error) => toast.show({ message: sentenceOf(error), tone: 'bad' }),
  });
  const errors = fieldErrorsOf(save.error);
  return (
    <EditPanel
      title={category === null ? t.add() : t.edited(category.name)}
      save={save}
      onClose={onClose}
      extra={
        category && (
          <Button variant="quiet" danger icon="trash" busy={remove.isPending} onClick={() => remove.mutate(category)}>
            {t.delete()}
          </Button>
        )
      }
    >
      <TextInput label={t.name()} value={name} maxLength={100} onChange={(event) => setName(event.target.value)} error={errors.name} autoFocus />
      <Select
        label={t.parent()}
        placeholder={t.atTop()}
        options={parentsFor(category, all).map(({ id, path }) => ({ value: id, label: path.join(' › ') }))}
        value={parentId}
        error={errors.parentId}
        onChange={(event) => setParentId(event.currentTarget.value)}
      />
      <TextInput label={t.code()} help={t.codeHelp()} value={code} maxLength={100} onChange={(event) => setCode(event.target.value)} error={errors.code} />
    </EditPanel>
  );
}

/** Where it can hang: not under itself and its own. In the order of the tree these follow it, deeper than it is. */
function parentsFor(category: Category | null, all: readonly Category[]): readonly Category[] {
  if (category === null) return all;
  const at = all.findIndex(({ id }) => id === category.id);
  const end = all.findIndex(({ depth }, index) => index > at && depth <= category.depth);
  return all.filter((_, index) => index < at || (end >= 0 && index >= end));
}
