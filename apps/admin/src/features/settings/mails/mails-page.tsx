import type { MailTemplateJson } from '@backdesk/contract/mail-template/routes.ts';
import { Button } from '@backdesk/ui/actions/button.tsx';
import { Panel } from '@backdesk/ui/data/panel.tsx';
import { Tag } from '@backdesk/ui/data/status-dot.tsx';
import { Table } from '@backdesk/ui/data/table.tsx';
import { SkeletonPage } from '@backdesk/ui/feedback/skeleton.tsx';
import { queryOptions, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { LoadFailed } from '../../../components/load-failed.tsx';
import { api } from '../../../lib/api.ts';
import { useMay } from '../../../lib/session.tsx';
import { EditMail } from './edit-mail.tsx';
import { t } from './texts.ts';

export function mailTemplatesQuery() {
  return queryOptions({ queryKey: ['mail-templates'], queryFn: ({ signal }) => api.listMailTemplates({}, { signal }) });
}

/** What the mails to customers say: as they come, or in the account's own words. */
export function MailsPage() {
  const query = useQuery(mailTemplatesQuery());
  const mayWrite = useMay('settings:write');
  const [shown, setShown] = useState<MailTemplateJson['name'] | null>(null);
  if (query.isError && !query.data) return <LoadFailed error={query.error} onRetry={() => void query.refetch()} />;
  if (!query.data) return <SkeletonPage label={t.loading()} />;
  const edited = query.data.items.find(({ name }) => name === shown);
  return (
    <Panel title={t.title()} note={t.note()}>
      <Table label={t.title()} edge>
        <thead>
          <tr>
            <th scope="col">{t.mail()}</th>
            <th scope="col">{t.wording()}</th>
            <th scope="col">
              <span className="vh">{t.edit()}</span>
            </th>
          </tr>
        </thead>
        <tbody>
          {query.data.items.map(({ name, isOwn }) => (
            <tr key={name}>
              <td>
                <span className="medium">{t.name(name)}</span>
                <br />
                <span className="small muted">{t.when(name)}</span>
              </td>
              <td>{isOwn ? <Tag tone="open">{t.own()}</Tag> : <span className="muted">{t.standard()}</span>}</td>
              <td className="num">
                {mayWrite && (
                  <Button variant="link" aria-label={t.editOf(t.name(name))} onClick={() => setShown(name)}>
                    {t.edit()}
                  </Button>
                )}
              </td>
            </tr>
          ))}
        </tbody>
      </Table>
      {edited !== undefined && <EditMail key={edited.name} template={edited} onClose={() => setShown(null)} />}
    </Panel>
  );
}
