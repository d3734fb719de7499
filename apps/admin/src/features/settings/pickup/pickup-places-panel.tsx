import type { PickupPlaceJson } from '@backdesk/contract/settings/schema.ts';
import { addressInOneLine } from '@backdesk/ordering/address/address-draft.ts';
import { Button } from '@backdesk/ui/actions/button.tsx';
import { Panel } from '@backdesk/ui/data/panel.tsx';
import { Table } from '@backdesk/ui/data/table.tsx';
import { Skeleton } from '@backdesk/ui/feedback/skeleton.tsx';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { LoadFailed } from '../../../components/load-failed.tsx';
import { pickupPlacesQuery } from '../../../lib/pickup-places-query.ts';
import { useMay } from '../../../lib/session.tsx';
import { t as settings } from '../texts.ts';
import { EditPickupPlace } from './edit-pickup-place.tsx';
import { t } from './texts.ts';

/** Where customers may fetch their goods. */
export function PickupPlacesPanel() {
  const query = useQuery({ ...pickupPlacesQuery(), staleTime: 0 });
  const mayWrite = useMay('settings:write');
  const [editing, setEditing] = useState<PickupPlaceJson | 'new' | null>(null);
  const places = query.data?.items ?? [];
  return (
    <Panel
      title={t.title()}
      note={t.note()}
      actions={
        mayWrite &&
        query.data && (
          <Button size="small" icon="plus" onClick={() => setEditing('new')}>
            {t.add()}
          </Button>
        )
      }
    >
      {query.isPending && <Skeleton />}
      {query.isError && !query.data && <LoadFailed error={query.error} onRetry={() => void query.refetch()} />}
      {query.data && places.length === 0 && <p className="muted">{t.empty()}</p>}
      {places.length > 0 && (
        <Table label={t.title()} edge>
          <tbody>
            {places.map((place) => (
              <tr key={place.id}>
                <td>
                  <bdi className="medium">{place.name}</bdi>
                  {!place.active && <span className="muted"> · {settings.inactive()}</span>}
                  <span className="small soft" style={{ display: 'block' }} dir="auto">
                    {addressInOneLine({ ...place.address, name: '', company: '' })}
                  </span>
                </td>
                <td className="soft hide-s" dir="auto">
                  {place.hours}
                </td>
                <td className="num">
                  {mayWrite && (
                    <Button variant="link" onClick={() => setEditing(place)}>
                      {settings.edit()}
                      <span className="vh"> {place.name}</span>
                    </Button>
                  )}
                </td>
              </tr>
            ))}
          </tbody>
        </Table>
      )}
      {editing !== null && <EditPickupPlace place={editing === 'new' ? null : editing} onClose={() => setEditing(null)} />}
    </Panel>
  );
}
