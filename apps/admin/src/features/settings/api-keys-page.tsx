import type { ApiKey } from '@backdesk/contract/session/schema.ts';
import { Button } from '@backdesk/ui/actions/button.tsx';
import { SubLine } from '@backdesk/ui/data/list-table.tsx';
import { Panel } from '@backdesk/ui/data/panel.tsx';
import { StatusDot, type StatusShape, type StatusTone } from '@backdesk/ui/data/status-dot.tsx';
import { Table } from '@backdesk/ui/data/table.tsx';
import { EmptyState } from '@backdesk/ui/feedback/empty-state.tsx';
import { SkeletonPage } from '@backdesk/ui/feedback/skeleton.tsx';
import { useFormat } from '@backdesk/ui/format/use-format.tsx';
import { cx } from '@backdesk/ui/text/cx.ts';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { LoadFailed } from '../../components/load-failed.tsx';
import { useMay } from '../../lib/session.tsx';
import { NewApiKey } from './new-api-key.tsx';
import { RevokeApiKey } from './revoke-api-key.tsx';
import styles from './settings-layout.module.css';
import { apiKeysQuery } from './settings-queries.ts';
import { t } from './texts.ts';

const looks: Record<ApiKey['state'], { tone: StatusTone; shape: StatusShape }> = {
  active: { tone: 'good', shape: 'full' },
  expired: { tone: 'neutral', shape: 'ring' },
  revoked: { tone: 'neutral', shape: 'ring' },
  stopped: { tone: 'warn', shape: 'block' },
};

export function ApiKeysPage() {
  const { ago, day } = useFormat();
  const query = useQuery(apiKeysQuery());
  const mayWrite = useMay('staff:write');
  const [creating, setCreating] = useState(false);
  const [revoking, setRevoking] = useState<ApiKey | null>(null);
  if (query.isError && !query.data) return <LoadFailed error={query.error} onRetry={() => void query.refetch()} />;
  if (!query.data) return <SkeletonPage label={t.loading()} />;
  const keys = query.data.items;
  const add = mayWrite && (
    <Button size="small" icon="plus" onClick={() => setCreating(true)}>
      {t.newKey()}
    </Button>
  );
  const dialogs = (
    <>
      {creating && <NewApiKey onClose={() => setCreating(false)} />}
      {revoking && <RevokeApiKey apiKey={revoking} onClose={() => setRevoking(null)} />}
    </>
  );
  if (keys.length === 0)
    return (
      <EmptyState icon="key" title={t.noKeys()} action={add}>
        <p>{t.noKeysHelp()}</p>
        {dialogs}
      </EmptyState>
    );
  return (
    <Panel title={t.keysTitle()} actions={add}>
      <Table label={t.keysTitle()} edge>
        <thead>
          <tr>
            <th scope="col">{t.name()}</th>
            <th scope="col">{t.status()}</th>
            <th scope="col" className="hide-s">
              {t.lastUsed()}
            </th>
            <th scope="col" className="hide-s">
              {t.created()}
            </th>
            <th scope="col">
              <span className="vh">{t.revoke()}</span>
            </th>
          </tr>
        </thead>
        <tbody>
          {keys.map((key) => (
            <tr key={key.id}>
              <td>
                <bdi className="medium">{key.name}</bdi>
                <SubLine>
                  <bdi>{t.keyOf(key.roles.map((role) => t.roleNames[role] ?? role).join(', '), key.madeBy)}</bdi>
                </SubLine>
                <span className={cx(styles.mono, 'soft')}>{key.prefix}…</span>
              </td>
              <td>
                <StatusDot {...looks[key.state]}>{t.keyStates[key.state]}</StatusDot>
                <SubLine>
                  {key.state === 'stopped'
                    ? t.makerGone(key.madeBy ?? '')
                    : key.expiresAt && !key.revokedAt && <span className="nowrap">{t.expires(day(key.expiresAt))}</span>}
                </SubLine>
              </td>
              <td className="soft nowrap hide-s">{key.lastUsedAt ? ago(key.lastUsedAt) : t.never()}</td>
              <td className="soft nowrap hide-s">{ago(key.createdAt)}</td>
              <td className="num">
                {mayWrite && !key.revokedAt && (
                  <Button variant="link" danger onClick={() => setRevoking(key)}>
                    {t.revoke()}
                    <span className="vh"> {key.name}</span>
                  </Button>
                )}
              </td>
            </tr>
          ))}
        </tbody>
      </Table>
      {dialogs}
    </Panel>
  );
}
