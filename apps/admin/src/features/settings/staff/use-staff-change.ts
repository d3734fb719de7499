import type { StaffMember } from '@backdesk/contract/staff/schema.ts';
import type { RoleName } from '@backdesk/domain/staff/roles.ts';
import { useToast } from '@backdesk/ui/feedback/toast.tsx';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { api } from '../../../lib/api.ts';
import { sentenceOf } from '../../../lib/problem.ts';
import { sessionQuery } from '../../../lib/session.tsx';
import { t } from './texts.ts';

type Change = { readonly roles?: RoleName[]; readonly active?: boolean };

/** Changes a member at once and offers the way back. */
export function useStaffChange(member: StaffMember) {
  const queryClient = useQueryClient();
  const toast = useToast();
  const change = useMutation({
    mutationFn: ({ body }: { readonly body: Change; readonly said: string; readonly back?: Change }) => api.changeStaff({ params: { id: member.id }, body }),
    onSuccess: (_, { said, back }) => {
      void queryClient.invalidateQueries({ queryKey: ['staff'] });
      // One's own rights may have changed.
      void queryClient.invalidateQueries({ queryKey: sessionQuery().queryKey });
      toast.show({
        message: said,
        ...(back !== undefined && { action: { label: t.undo(), icon: 'undo', run: () => change.mutate({ body: back, said: '' }) } }),
      });
    },
    onError: (error) => toast.show({ tone: 'bad', message: sentenceOf(error) }),
  });
  return change;
}
