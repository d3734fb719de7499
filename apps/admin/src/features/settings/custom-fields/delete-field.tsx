import type { FieldDefinition } from '@backdesk/contract/field/schema.ts';
import type { FieldSubject } from '@backdesk/domain/field/types.ts';
import { Button } from '@backdesk/ui/actions/button.tsx';
import { useToast } from '@backdesk/ui/feedback/toast.tsx';
import { Dialog } from '@backdesk/ui/overlays/dialog.tsx';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { SaveFailed } from '../../../components/save-failed.tsx';
import { fieldCalls } from './field-calls.ts';
import { t } from './texts.ts';

type DeleteFieldProps = { subject: FieldSubject; field: FieldDefinition; onKept: () => void; onGone: () => void };

/** What deleting means, before it is done. */
export function DeleteField({ subject, field, onKept, onGone }: DeleteFieldProps) {
  const queryClient = useQueryClient();
  const toast = useToast();
  const { queryKey, remove } = fieldCalls[subject];
  const gone = useMutation({
    mutationFn: () => remove(field.id),
    onSuccess: () => {
      void queryClient.invalidateQueries({ queryKey });
      toast.show({ message: t.removed(field.label) });
      onGone();
    },
  });
  return (
    <Dialog
      title={t.removeTitle(field.label)}
      onClose={onKept}
      onSubmit={() => gone.mutate()}
      actions={
        <>
          <Button onClick={onKept}>{t.keep()}</Button>
          <Button danger type="submit" busy={gone.isPending}>
            {t.remove()}
          </Button>
        </>
      }
    >
      {gone.isError && <SaveFailed error={gone.error} />}
      <p>{t.removeBody(field.code)}</p>
    </Dialog>
  );
}
