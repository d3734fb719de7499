import { Button } from '@backdesk/ui/actions/button.tsx';
import { TextInput } from '@backdesk/ui/forms/text-input.tsx';
import { Dialog } from '@backdesk/ui/overlays/dialog.tsx';
import { useMutation } from '@tanstack/react-query';
import { useMemo, useState } from 'react';
import { renderSVG } from 'uqr';
import { SaveFailed } from '../../../components/save-failed.tsx';
import { api } from '../../../lib/api.ts';
import { fieldErrorsOf } from '../../../lib/problem.ts';
import { AskPassword } from './ask-password.tsx';
import { BackupCodes } from './backup-codes.tsx';
import styles from './sign-in-settings.module.css';
import { t } from './texts.ts';

type Started = { readonly uri: string; readonly backupCodes: readonly string[] };

/** The password, then the QR code and its first code, then the backup codes. */
export function EnrolSecondFactor({ onClose, onDone }: { onClose: () => void; onDone: () => void }) {
  const [started, setStarted] = useState<Started | null>(null);
  const [isOn, setOn] = useState(false);
  if (started === null)
    return (
      <AskPassword
        title={t.factor()}
        submit={t.goOn()}
        run={(password) => api.startSecondFactor({ body: { password } })}
        onDone={setStarted}
        onClose={onClose}
      />
    );
  if (isOn) return <BackupCodes codes={started.backupCodes} onClose={onDone} />;
  return <ConfirmCode uri={started.uri} onClose={onClose} onConfirmed={() => setOn(true)} />;
}

function ConfirmCode({ uri, onClose, onConfirmed }: { uri: string; onClose: () => void; onConfirmed: () => void }) {
  const [code, setCode] = useState('');
  const [asked, setAsked] = useState(false);
  const picture = useMemo(() => `data:image/svg+xml,${encodeURIComponent(renderSVG(uri, { border: 2 }))}`, [uri]);
  const secret = new URL(uri).searchParams.get('secret') ?? '';
  const digits = code.replaceAll(/\s/g, '');
  const isCode = /^\d{6}$/.test(digits);
  const confirm = useMutation({ mutationFn: () => api.confirmSecondFactor({ body: { code: digits } }), onSuccess: onConfirmed });
  const isWrong = fieldErrorsOf(confirm.error).code !== undefined;
  return (
    <Dialog
      title={t.factor()}
      onClose={onClose}
      onSubmit={() => {
        setAsked(true);
        if (isCode && !confirm.isPending) confirm.mutate();
      }}
      actions={
        <>
          <Button onClick={onClose}>{t.cancel()}</Button>
          <Button variant="primary" type="submit" busy={confirm.isPending}>
            {t.turnOn()}
          </Button>
        </>
      }
    >
      <p>{t.scan()}</p>
      {confirm.isError && !isWrong && <SaveFailed error={confirm.error} />}
      <img className={styles.qr} src={picture} alt={t.qr()} width={176} height={176} />
      <p className="small soft">
        {t.typeIt()}: <code className={styles.secret}>{(secret.match(/.{1,4}/g) ?? []).join(' ')}</code>
      </p>
      <TextInput
        label={t.code()}
        name="code"
        inputMode="numeric"
        autoComplete="one-time-code"
        maxLength={9}
        value={code}
        onChange={(event) => setCode(event.target.value)}
        error={asked && !isCode ? t.codeMissing() : isWrong ? t.codeWrong() : undefined}
      />
    </Dialog>
  );
}
