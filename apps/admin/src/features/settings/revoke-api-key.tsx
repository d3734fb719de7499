import type { ApiKey } from '@backdesk/contract/session/schema.ts';
import { Button } from '@backdesk/ui/actions/button.tsx';
import { Dialog } from '@backdesk/ui/overlays/dialog.tsx';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { SaveFailed } from '../../components/save-failed.tsx';
import { api } from '../../lib/api.ts';
import { t } from './texts.ts';

/** Asks first: what uses the key stops at once, and there is no way back. */
export function RevokeApiKey({ apiKey, onClose }: { apiKey: ApiKey; onClose: () => void }) {
  const queryClient = useQueryClient();
  const revoke = useMutation({
    mutationFn: () => api.revokeApiKey({ params: { id: apiKey.id } }),
    onSuccess: () => {
      void queryClient.invalidateQueries({ queryKey: ['api-keys'] });
      onClose();
    },
  });
  return (
    <Dialog
      title={t.revokeTitle(apiKey.name)}
      onClose={onClose}
      onSubmit={() => revoke.mutate()}
      actions={
        <>
          <Button onClick={onClose}>{t.cancel()}</Button>
          <Button danger type="submit" busy={revoke.isPending}>
            {t.revoke()}
          </Button>
        </>
      }
    >
      {revoke.isError && <SaveFailed error={revoke.error} />}
      <p>{t.revokeBody()}</p>
    </Dialog>
  );
}
