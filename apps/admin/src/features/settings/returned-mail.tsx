import { Button } from '@backdesk/ui/actions/button.tsx';
import { useToast } from '@backdesk/ui/feedback/toast.tsx';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useRef } from 'react';
import { api } from '../../lib/api.ts';
import { sentenceOf } from '../../lib/problem.ts';
import { useMay } from '../../lib/session.tsx';
import { t } from './texts.ts';

/** A mail that came back, as a file: it says itself which of ours it is about, whom it did not reach, and why. */
export function ReturnedMail() {
  const maySend = useMay('estimate:send');
  const toast = useToast();
  const queryClient = useQueryClient();
  const input = useRef<HTMLInputElement>(null);
  const read = useMutation({
    mutationFn: (file: File) => api.readBounceReport({ query: { fileName: file.name }, body: file }),
    onSuccess: async ({ recipients }) => {
      await queryClient.invalidateQueries({ queryKey: ['outbox'] });
      toast.show({ message: t.returned(recipients.join(', ')) });
    },
    onError: (error) => toast.show({ message: sentenceOf(error), tone: 'bad' }),
  });
  if (!maySend) return null;
  return (
    <>
      <input
        ref={input}
        type="file"
        hidden
        accept=".eml,message/rfc822"
        aria-label={t.returnedMail()}
        onChange={(event) => {
          const [file] = event.currentTarget.files ?? [];
          event.currentTarget.value = '';
          if (file !== undefined) read.mutate(file);
        }}
      />
      <Button size="small" variant="quiet" icon="mail" title={t.returnedHelp()} busy={read.isPending} onClick={() => input.current?.click()}>
        {t.returnedMail()}
      </Button>
    </>
  );
}
