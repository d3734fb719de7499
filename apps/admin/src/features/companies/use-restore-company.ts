import { ApiProblem } from '@backdesk/contract/client.ts';
import { useToast } from '@backdesk/ui/feedback/toast.tsx';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { api } from '../../lib/api.ts';
import { sentenceOf } from '../../lib/problem.ts';
import { t } from './texts.ts';

type Which = { readonly id: string; readonly name: string };

/** Brings a deleted company back, or says why not: who has its name or number now is one press away. */
export function useRestoreCompany({ id, name }: Which) {
  const toast = useToast();
  const navigate = useNavigate();
  const queryClient = useQueryClient();
  const opening = (companyId: string) => ({
    label: t.openShort(),
    run: () => void navigate({ to: '/customers/companies/$companyId', params: { companyId } }),
  });
  return useMutation({
    mutationFn: () => api.restoreCompany({ params: { id } }),
    onSuccess: () => toast.show({ message: t.restored(name), action: opening(id) }),
    onError: (error) => {
      const holder = error instanceof ApiProblem ? error.problem.detail : undefined;
      toast.show({
        message: typeof holder?.name === 'string' ? t.notRestoredTaken(name, holder.name) : `${t.notRestored(name)} ${sentenceOf(error)}`,
        tone: 'bad',
        ...(typeof holder?.companyId === 'string' && { action: opening(holder.companyId) }),
      });
    },
    onSettled: () => Promise.all([['companies'], ['customers'], ['customer']].map((queryKey) => queryClient.invalidateQueries({ queryKey }))),
  });
}
