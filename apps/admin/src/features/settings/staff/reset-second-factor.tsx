import { ApiProblem } from '@backdesk/contract/client.ts';
import type { StaffMember } from '@backdesk/contract/staff/schema.ts';
import { Button } from '@backdesk/ui/actions/button.tsx';
import { InlineNotice } from '@backdesk/ui/feedback/inline-notice.tsx';
import { useToast } from '@backdesk/ui/feedback/toast.tsx';
import { Dialog } from '@backdesk/ui/overlays/dialog.tsx';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { api } from '../../../lib/api.ts';
import { sentenceOf } from '../../../lib/problem.ts';
import { staffQuery } from './staff-queries.ts';
import { t } from './texts.ts';

/** Asks first: their app and their backup codes are worth nothing after it. */
export function ResetSecondFactor({ member: { id, name, email }, onClose }: { member: StaffMember; onClose: () => void }) {
  const queryClient = useQueryClient();
  const toast = useToast();
  const reset = useMutation({
    mutationFn: () => api.resetSecondFactor({ params: { id } }),
    onSuccess: () => {
      toast.show({ message: t.factorReset(name) });
      onClose();
    },
    onSettled: () => queryClient.invalidateQueries({ queryKey: staffQuery().queryKey }),
  });
  const isElsewhere = reset.error instanceof ApiProblem && reset.error.problem.code === 'staff.works_elsewhere';
  return (
    <Dialog
      title={t.resetTitle(name)}
      onClose={onClose}
      onSubmit={() => reset.mutate()}
      actions={
        <>
          <Button onClick={onClose}>{t.cancel()}</Button>
          <Button danger type="submit" busy={reset.isPending}>
            {t.resetNow()}
          </Button>
        </>
      }
    >
      {reset.isError && (
        <InlineNotice tone="bad" live="alert">
          {isElsewhere ? t.worksElsewhere(name) : sentenceOf(reset.error)}
        </InlineNotice>
      )}
      <p>{t.resetBody(email)}</p>
    </Dialog>
  );
}
