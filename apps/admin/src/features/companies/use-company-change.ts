import type { Company } from '@backdesk/contract/company/schema.ts';
import { useToast } from '@backdesk/ui/feedback/toast.tsx';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { sentenceOf } from '../../lib/problem.ts';
import { companyQuery } from './companies-query.ts';
import { t } from './texts.ts';

type Change = { readonly run: () => Promise<Company>; readonly message: string; readonly undo?: () => Promise<Company> };

/** Does a change of a company at once, says so and offers the way back where there is one. */
export function useCompanyChange(companyId: string) {
  const queryClient = useQueryClient();
  const toast = useToast();
  const change = useMutation({
    mutationFn: ({ run }: Change) => run(),
    onSuccess: (saved, { message, undo }) => {
      queryClient.setQueryData(companyQuery(companyId).queryKey, saved);
      toast.show({ message, ...(undo && { action: { label: t.undo(), icon: 'undo' as const, run: () => change.mutate({ run: undo, message: t.saved() }) } }) });
    },
    onError: (error) => toast.show({ message: t.failed(sentenceOf(error)), tone: 'bad' }),
    onSettled: () =>
      void Promise.all([['company', companyId], ['companies'], ['customers'], ['customer']].map((queryKey) => queryClient.invalidateQueries({ queryKey }))),
  });
  return change;
}
