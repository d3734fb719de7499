import { Button } from '@backdesk/ui/actions/button.tsx';
import { Dialog } from '@backdesk/ui/overlays/dialog.tsx';
import { useState } from 'react';
import styles from './sign-in-settings.module.css';
import { t } from './texts.ts';

/** The backup codes, shown this once. */
export function BackupCodes({ codes, onClose }: { codes: readonly string[]; onClose: () => void }) {
  const [copied, setCopied] = useState(false);
  return (
    <Dialog
      title={t.backupTitle()}
      onClose={onClose}
      actions={
        <>
          <Button icon={copied ? 'check' : 'copy'} onClick={() => void navigator.clipboard.writeText(codes.join('\n')).then(() => setCopied(true))}>
            {copied ? t.copied() : t.copyCodes()}
          </Button>
          <Button variant="primary" onClick={onClose}>
            {t.kept()}
          </Button>
        </>
      }
    >
      <p>{t.backupBody()}</p>
      <ul className={styles.codes}>
        {codes.map((code) => (
          <li key={code}>{code}</li>
        ))}
      </ul>
    </Dialog>
  );
}
