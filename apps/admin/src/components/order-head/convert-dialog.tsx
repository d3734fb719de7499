import { ApiProblem } from '@backdesk/contract/client.ts';
import type { EstimateRevision } from '@backdesk/contract/order/estimate-revision.ts';
import type { EditorState } from '@backdesk/ordering/editing/editor-state.ts';
import type { OrderEditor } from '@backdesk/ordering/editing/order-editor.ts';
import { EstimateDialog, type EstimateDialogProps, type EstimateRequest } from '@backdesk/ordering/estimate/estimate-dialog.tsx';
import { issueProblemText } from '@backdesk/ordering/estimate/issue-problem-text.ts';
import { t as estimate } from '@backdesk/ordering/estimate/texts.ts';
import { useFormat } from '@backdesk/ui/format/use-format.tsx';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useRef } from 'react';
import { api } from '../../lib/api.ts';
import { sentenceOf } from '../../lib/problem.ts';

export type ConvertDialogProps = Pick<EstimateDialogProps, 'onDone' | 'onClose' | 'lead'> & { editor: OrderEditor; state: EditorState };

/** Converting to an estimate, from the draft and from every step of checkout. What is on its way is saved first. */
export function ConvertDialog({ editor, state, ...told }: ConvertDialogProps) {
  const format = useFormat();
  const queryClient = useQueryClient();
  const settings = useQuery({ queryKey: ['settings'], queryFn: ({ signal }) => api.getSettings({}, { signal }) });
  const key = useRef({ of: '', value: '' });
  const order = state.shown;
  const params = { id: order.id };

  async function convert(request: EstimateRequest): Promise<EstimateRevision> {
    await editor.settled();
    const body = { ...request, expectedTotal: editor.getState().confirmed.totals.total };
    // The same request made again after a lost answer mails nothing twice; a changed one is another.
    const written = JSON.stringify(body);
    if (key.current.of !== written) key.current = { of: written, value: crypto.randomUUID() };
    const revision = await api.issueEstimate({ params, body }, { idempotencyKey: key.current.value });
    editor.receive(await api.getOrder({ params }));
    await queryClient.invalidateQueries({ queryKey: ['orders'] });
    return revision;
  }

  async function preview(request: EstimateRequest) {
    await editor.settled();
    return api.previewEstimate({ params, body: { ...request, expectedTotal: editor.getState().confirmed.totals.total } });
  }

  function textOf(error: unknown): string {
    if (!(error instanceof ApiProblem)) return sentenceOf(error);
    if (error.problem.code !== 'order.moved') return issueProblemText(error.problem, order, format.number) ?? sentenceOf(error);
    const detail = error.problem.refusals?.at(0)?.detail ?? error.problem.detail ?? {};
    const money = (amount: unknown) => (typeof amount === 'number' ? format.money({ amount, currency: order.currency }) : '');
    void queryClient.invalidateQueries({ queryKey: ['order', order.id] });
    return estimate.moved(money(detail.expectedAmount), money(detail.totalAmount));
  }

  if (settings.isPending) return null;
  return (
    <EstimateDialog
      order={order}
      validDays={order.validDays ?? settings.data?.estimateValidDays ?? 30}
      onConvert={convert}
      onPreview={preview}
      textOf={textOf}
      {...told}
    />
  );
}
