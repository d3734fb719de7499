import { Button } from '@backdesk/ui/actions/button.tsx';
import { Dialog } from '@backdesk/ui/overlays/dialog.tsx';
import { CopyOnce } from '../copy-once.tsx';
import { t } from './texts.ts';

/** The link of an invitation, this once: mail may not be set up yet. */
export function SentInvitation({ email, url, onClose }: { email: string; url: string; onClose: () => void }) {
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
      <CopyOnce text={url} label={t.copy()} />
    </Dialog>
  );
}
