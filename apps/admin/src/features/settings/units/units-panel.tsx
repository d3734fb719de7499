import { unitText } from '@backdesk/domain/catalog/selling-unit.ts';
import { Button } from '@backdesk/ui/actions/button.tsx';
import { Panel } from '@backdesk/ui/data/panel.tsx';
import { Tag } from '@backdesk/ui/data/status-dot.tsx';
import { Skeleton } from '@backdesk/ui/feedback/skeleton.tsx';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { LoadFailed } from '../../../components/load-failed.tsx';
import { useMay } from '../../../lib/session.tsx';
import { unitListQuery } from '../settings-queries.ts';
import { t as shared } from '../texts.ts';
import { EditUnits } from './edit-units.tsx';
import { t } from './texts.ts';
import styles from './units.module.css';

/** The units that the account sells by. */
export function UnitsPanel() {
  const query = useQuery(unitListQuery());
  const mayWrite = useMay('settings:write');
  const [isEditing, setEditing] = useState(false);
  const offered = query.data?.items.filter(({ active }) => active) ?? [];
  return (
    <Panel
      title={t.title()}
      note={t.note()}
      actions={
        mayWrite &&
        query.data && (
          <Button size="small" icon="pencil" aria-label={t.edit()} onClick={() => setEditing(true)}>
            {shared.edit()}
          </Button>
        )
      }
    >
      {query.isError && !query.data && <LoadFailed error={query.error} onRetry={() => void query.refetch()} />}
      {query.isPending && <Skeleton />}
      {query.data && offered.length === 0 && <p className="muted">{t.none()}</p>}
      {offered.length > 0 && (
        <ul className={styles.offered}>
          {offered.map(({ name, pieces }) => (
            <li key={name}>
              <Tag>{unitText({ name, pieces: pieces ?? 1 })}</Tag>
            </li>
          ))}
        </ul>
      )}
      {query.data && isEditing && <EditUnits list={query.data} onClose={() => setEditing(false)} />}
    </Panel>
  );
}
