import { Button } from '@backdesk/ui/actions/button.tsx';
import { Dialog } from '@backdesk/ui/overlays/dialog.tsx';
import { useState } from 'react';
import styles from './staff-page.module.css';
import { t } from './texts.ts';

/** The link of an invitation, this once: mail may not be set up yet. */
export function SentInvitation({ email, url, onClose }: { email: string; url: string; onClose: () => void }) {
  const [copied, setCopied] = useState(false);
  return (
    <Dialog
      title={t.invited(email)}
      onClose={onClose}
      actions={
        <Button variant="primary" onClick={onClose}>
          {t.done()}
        </Button>
      }
    >
      <p>{t.linkNote()}</p>
      <code className={styles.link}>{url}</code>
      <div>
        <Button icon={copied ? 'check' : 'copy'} onClick={() => void navigator.clipboard.writeText(url).then(() => setCopied(true))}>
          {copied ? t.copied() : t.copy()}
        </Button>
      </div>
    </Dialog>
  );
}
