import type { StaffMember } from '@backdesk/contract/staff/schema.ts';
import { Button } from '@backdesk/ui/actions/button.tsx';
import { Dialog } from '@backdesk/ui/overlays/dialog.tsx';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { SaveFailed } from '../../../components/save-failed.tsx';
import { api } from '../../../lib/api.ts';
import { t } from './texts.ts';

/** Asks first: only a new invitation brings them back. */
export function RemoveMember({ member, onClose }: { member: StaffMember; onClose: () => void }) {
  const queryClient = useQueryClient();
  const remove = useMutation({
    mutationFn: () => api.removeStaff({ params: { id: member.id } }),
    onSuccess: () => {
      void queryClient.invalidateQueries({ queryKey: ['staff'] });
      onClose();
    },
  });
  return (
    <Dialog
      title={t.removeTitle(member.name)}
      onClose={onClose}
      onSubmit={() => remove.mutate()}
      actions={
        <>
          <Button onClick={onClose}>{t.cancel()}</Button>
          <Button danger type="submit" busy={remove.isPending}>
            {t.removeNow()}
          </Button>
        </>
      }
    >
      {remove.isError && <SaveFailed error={remove.error} />}
      <p>{t.removeBody()}</p>
    </Dialog>
  );
}
