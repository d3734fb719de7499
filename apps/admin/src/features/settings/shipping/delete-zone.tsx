import type { ShippingZoneJson } from '@backdesk/contract/settings/schema.ts';
import { Button } from '@backdesk/ui/actions/button.tsx';
import { useToast } from '@backdesk/ui/feedback/toast.tsx';
import { Dialog } from '@backdesk/ui/overlays/dialog.tsx';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { SaveFailed } from '../../../components/save-failed.tsx';
import { api } from '../../../lib/api.ts';
import { shippingZonesQuery } from '../settings-queries.ts';
import { t } from '../texts.ts';

/** What deleting a zone means, before it is done: its rates cannot come back as the ones that drafts chose. */
export function DeleteZone({ zone, onKept, onGone }: { zone: ShippingZoneJson; onKept: () => void; onGone: () => void }) {
  const queryClient = useQueryClient();
  const toast = useToast();
  const gone = useMutation({
    mutationFn: () => api.deleteShippingZone({ params: { id: zone.id } }),
    onSuccess: () => {
      void queryClient.invalidateQueries({ queryKey: shippingZonesQuery().queryKey });
      toast.show({ message: t.zoneDeleted(zone.name) });
      onGone();
    },
  });
  return (
    <Dialog
      title={t.deleteZoneTitle(zone.name)}
      onClose={onKept}
      onSubmit={() => gone.mutate()}
      actions={
        <>
          <Button onClick={onKept}>{t.keepZone()}</Button>
          <Button danger type="submit" busy={gone.isPending}>
            {t.delete()}
          </Button>
        </>
      }
    >
      {gone.isError && <SaveFailed error={gone.error} />}
      <p>{t.deleteZoneBody()}</p>
    </Dialog>
  );
}
