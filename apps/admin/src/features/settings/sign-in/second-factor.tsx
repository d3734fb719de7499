import { Button } from '@backdesk/ui/actions/button.tsx';
import { Panel } from '@backdesk/ui/data/panel.tsx';
import { StatusDot } from '@backdesk/ui/data/status-dot.tsx';
import { useToast } from '@backdesk/ui/feedback/toast.tsx';
import { useQueryClient } from '@tanstack/react-query';
import { useRouter } from '@tanstack/react-router';
import { useState } from 'react';
import { api } from '../../../lib/api.ts';
import { sessionQuery, useSession } from '../../../lib/session.tsx';
import { AskPassword } from './ask-password.tsx';
import { BackupCodes } from './backup-codes.tsx';
import { EnrolSecondFactor } from './enrol-second-factor.tsx';
import styles from './sign-in-settings.module.css';
import { t } from './texts.ts';

type Asked = 'on' | 'off' | 'codes' | null;

/** One's own second factor: on or off, and new backup codes. */
export function SecondFactor() {
  const { secondFactor } = useSession();
  const queryClient = useQueryClient();
  const router = useRouter();
  const toast = useToast();
  const [asked, setAsked] = useState<Asked>(null);
  const [codes, setCodes] = useState<readonly string[] | null>(null);
  const close = () => setAsked(null);
  const { isOn } = secondFactor;

  async function changed(message: string) {
    close();
    // What one may do can hang on it, so the session is read anew.
    await queryClient.fetchQuery({ ...sessionQuery(), staleTime: 0 });
    await queryClient.invalidateQueries({ queryKey: ['sessions'] });
    await router.invalidate();
    toast.show({ message });
  }

  return (
    <Panel title={t.factor()}>
      <div className={`stack ${styles.form}`}>
        <div>
          <StatusDot tone={isOn ? 'good' : 'neutral'} shape={isOn ? 'full' : 'ring'}>
            {t.factorState(isOn)}
          </StatusDot>
          <p className="soft">{isOn ? t.factorOn() : t.factorOff()}</p>
        </div>
        <div className="row">
          {isOn ? (
            <>
              <Button onClick={() => setAsked('codes')}>{t.newCodes()}</Button>
              <Button variant="quiet" onClick={() => setAsked('off')}>
                {t.turnOff()}
              </Button>
            </>
          ) : (
            <Button onClick={() => setAsked('on')}>{t.turnOn()}</Button>
          )}
        </div>
      </div>
      {asked === 'on' && <EnrolSecondFactor onClose={close} onDone={() => void changed(t.factorTurnedOn())} />}
      {asked === 'off' && (
        <AskPassword
          title={t.turnOff()}
          body={t.turnOffBody()}
          submit={t.turnOff()}
          run={(password) => api.removeSecondFactor({ body: { password } })}
          onDone={() => void changed(t.factorTurnedOff())}
          onClose={close}
        />
      )}
      {asked === 'codes' && (
        <AskPassword
          title={t.newCodes()}
          body={t.newCodesBody()}
          submit={t.goOn()}
          run={(password) => api.renewBackupCodes({ body: { password } })}
          onDone={({ backupCodes }) => {
            close();
            setCodes(backupCodes);
          }}
          onClose={close}
        />
      )}
      {codes && <BackupCodes codes={codes} onClose={() => setCodes(null)} />}
    </Panel>
  );
}
