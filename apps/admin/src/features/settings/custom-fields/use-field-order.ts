import type { FieldDefinition } from '@backdesk/contract/field/schema.ts';
import type { FieldSubject } from '@backdesk/domain/field/types.ts';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { fieldCalls } from './field-calls.ts';

/** Moves a field to a place in its list: seen at once, put back when the server does not take it. */
export function useFieldOrder(subject: FieldSubject, fields: readonly FieldDefinition[]) {
  const queryClient = useQueryClient();
  const { queryKey, reorder } = fieldCalls[subject];
  const show = (items: readonly FieldDefinition[]) => queryClient.setQueryData(queryKey, { items: [...items] });
  const { mutate, isError } = useMutation({
    // One after another: two moves in a hurry arrive in the order they were made.
    scope: { id: `${subject}-fields` },
    mutationFn: (items: readonly FieldDefinition[]) => reorder(items.map(({ id }) => id)),
    onMutate: (items) => show(items),
    onError: () => queryClient.invalidateQueries({ queryKey }),
  });
  return {
    isError,
    move: (id: string, place: number) => {
      const moved = fields.find((field) => field.id === id);
      if (moved === undefined) return;
      mutate(fields.filter((field) => field !== moved).toSpliced(place, 0, moved));
    },
  };
}
