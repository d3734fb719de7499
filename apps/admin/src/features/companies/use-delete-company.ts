import { useToast } from '@backdesk/ui/feedback/toast.tsx';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { api } from '../../lib/api.ts';
import { sentenceOf } from '../../lib/problem.ts';
import { t } from './texts.ts';
import { useRestoreCompany } from './use-restore-company.ts';

/** Deletes at once, goes back to the list, and offers the way back; nothing asks "are you sure". */
export function useDeleteCompany(company: { readonly id: string; readonly name: string }) {
  const queryClient = useQueryClient();
  const navigate = useNavigate();
  const toast = useToast();
  const restore = useRestoreCompany(company);
  return useMutation({
    mutationFn: () => api.deleteCompany({ params: { id: company.id } }),
    onSuccess: () => {
      void navigate({ to: '/customers/companies' });
      toast.show({ message: t.deleted(company.name), action: { label: t.undo(), icon: 'undo', run: () => restore.mutate() } });
    },
    onError: (error) => toast.show({ message: t.failed(sentenceOf(error)), tone: 'bad' }),
    onSettled: () => Promise.all([['companies'], ['customers'], ['customer']].map((queryKey) => queryClient.invalidateQueries({ queryKey }))),
  });
}
