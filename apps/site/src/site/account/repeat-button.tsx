import type { LeftBehind } from '@backdesk/contract/site/schema.ts';
import { refusalText } from '@backdesk/ordering/lines/refusal-text.ts';
import { Button } from '@backdesk/ui/actions/button.tsx';
import { InlineNotice } from '@backdesk/ui/feedback/inline-notice.tsx';
import { useToast } from '@backdesk/ui/feedback/toast.tsx';
import { useFormat } from '@backdesk/ui/format/use-format.tsx';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { api } from '../lib/api.ts';
import { receiveCart } from '../lib/cart.ts';
import { refusalsOf, sentenceOf } from '../lib/problem.ts';
import styles from './account.module.css';
import { LeftBehindNotice } from './left-behind.tsx';
import { t } from './texts.ts';

/** The products of a past order once more, in the cart. */
export function RepeatButton({ id, name }: { id: string; name: string }) {
  const queryClient = useQueryClient();
  const navigate = useNavigate();
  const toast = useToast();
  const format = useFormat();
  const [left, setLeft] = useState<readonly LeftBehind[]>([]);
  const repeat = useMutation({
    mutationFn: () => api.repeatSiteOrder({ params: { id } }),
    onSuccess: (answer) => {
      receiveCart(queryClient, answer);
      setLeft(answer.left);
      toast.show({ message: t.copied(), action: { label: t.toCart(), run: () => void navigate({ to: '/cart' }) } });
    },
  });
  const refusal = refusalsOf(repeat.error)[0];
  return (
    <>
      <div className={styles.ways}>
        <Button aria-label={t.of(t.repeat(), name)} title={t.repeatDetail()} busy={repeat.isPending} onClick={() => repeat.mutate()}>
          {t.repeat()}
        </Button>
      </div>
      {left.length > 0 && <LeftBehindNotice left={left} />}
      {repeat.isError && (
        <InlineNotice tone="bad" live="alert">
          {refusal === undefined ? sentenceOf(repeat.error) : refusalText(refusal, format.number)}
        </InlineNotice>
      )}
    </>
  );
}
