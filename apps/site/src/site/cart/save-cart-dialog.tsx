import { Button } from '@backdesk/ui/actions/button.tsx';
import { InlineNotice } from '@backdesk/ui/feedback/inline-notice.tsx';
import { useToast } from '@backdesk/ui/feedback/toast.tsx';
import { TextInput } from '@backdesk/ui/forms/text-input.tsx';
import { Dialog } from '@backdesk/ui/overlays/dialog.tsx';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { api } from '../lib/api.ts';
import { receiveCart } from '../lib/cart.ts';
import { sentenceOf } from '../lib/problem.ts';
import { t } from './texts.ts';

/** Puts the cart aside, under a name or without one. */
export function SaveCartDialog({ name: before, onClose }: { name: string; onClose: () => void }) {
  const [name, setName] = useState(before);
  const queryClient = useQueryClient();
  const toast = useToast();
  const navigate = useNavigate();
  const save = useMutation({
    mutationFn: () => api.saveCart({ body: { name: name.trim() } }),
    onSuccess: (saved) => {
      onClose();
      receiveCart(queryClient, { cart: null });
      void queryClient.invalidateQueries({ queryKey: ['saved-carts'] });
      toast.show({ message: t.wasSaved(saved.name), action: { label: t.show(), run: () => void navigate({ to: '/account/saved-carts' }) } });
    },
  });
  return (
    <Dialog
      title={t.saveTitle()}
      onClose={onClose}
      onSubmit={() => save.mutate()}
      actions={
        <>
          <Button onClick={onClose}>{t.cancel()}</Button>
          <Button type="submit" variant="primary" busy={save.isPending}>
            {t.save()}
          </Button>
        </>
      }
    >
      <div className="stack">
        <p className="soft">{t.saveDetail()}</p>
        <TextInput
          label={t.name()}
          mark={t.optional()}
          help={t.nameHelp()}
          value={name}
          maxLength={200}
          onChange={(event) => setName(event.currentTarget.value)}
        />
        {save.isError && (
          <InlineNotice tone="bad" live="alert">
            {sentenceOf(save.error)}
          </InlineNotice>
        )}
      </div>
    </Dialog>
  );
}
