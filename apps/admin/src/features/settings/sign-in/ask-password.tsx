import { Button } from '@backdesk/ui/actions/button.tsx';
import { TextInput } from '@backdesk/ui/forms/text-input.tsx';
import { Dialog } from '@backdesk/ui/overlays/dialog.tsx';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { SaveFailed } from '../../../components/save-failed.tsx';
import { fieldErrorsOf } from '../../../lib/problem.ts';
import { t } from './texts.ts';

type AskPasswordProps<Answer> = {
  title: string;
  body?: string;
  submit: string;
  run: (password: string) => Promise<Answer>;
  onDone: (answer: Answer) => void;
  onClose: () => void;
};

/** Asks for the password once more, so that a desk left open is no way in. */
export function AskPassword<Answer>({ title, body, submit, run, onDone, onClose }: AskPasswordProps<Answer>) {
  const [password, setPassword] = useState('');
  const [asked, setAsked] = useState(false);
  const send = useMutation({ mutationFn: () => run(password), onSuccess: onDone });
  const isWrong = fieldErrorsOf(send.error).password !== undefined;
  return (
    <Dialog
      title={title}
      onClose={onClose}
      onSubmit={() => {
        setAsked(true);
        if (password !== '' && !send.isPending) send.mutate();
      }}
      actions={
        <>
          <Button onClick={onClose}>{t.cancel()}</Button>
          <Button variant="primary" type="submit" busy={send.isPending}>
            {submit}
          </Button>
        </>
      }
    >
      {body && <p>{body}</p>}
      {send.isError && !isWrong && <SaveFailed error={send.error} />}
      <TextInput
        label={t.current()}
        type="password"
        autoComplete="current-password"
        autoFocus
        value={password}
        onChange={(event) => setPassword(event.target.value)}
        error={asked && password === '' ? t.currentMissing() : isWrong ? t.wrong() : undefined}
      />
    </Dialog>
  );
}
