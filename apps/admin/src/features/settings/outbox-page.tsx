import { mailStates } from '@backdesk/contract/outbox/mail-states.ts';
import type { MailRow } from '@backdesk/contract/outbox/schema.ts';
import { Clip, type ListColumn, SubLine } from '@backdesk/ui/data/list-table.tsx';
import { StatusDot, type StatusShape, type StatusTone } from '@backdesk/ui/data/status-dot.tsx';
import { Tabs } from '@backdesk/ui/data/tabs.tsx';
import { EmptyState } from '@backdesk/ui/feedback/empty-state.tsx';
import { type Format, useFormat } from '@backdesk/ui/format/use-format.tsx';
import { useQuery } from '@tanstack/react-query';
import { Link, useNavigate } from '@tanstack/react-router';
import { useMemo } from 'react';
import { Listing } from '../../components/listing.tsx';
import type { ListSearch } from '../../lib/list-search.ts';
import { MailPanel } from './mail-panel.tsx';
import { ReturnedMail } from './returned-mail.tsx';
import styles from './settings-layout.module.css';
import { mailsQuery } from './settings-queries.ts';
import { t } from './texts.ts';

type OutboxSearch = ListSearch & { readonly mail?: string; readonly state?: MailRow['state'] };

/** Mail that was sent, or kept because no mail server is set. */
export function OutboxPage({ search }: { search: OutboxSearch }) {
  const navigate = useNavigate();
  const format = useFormat();
  const query = useQuery(mailsQuery(search.cursor, search.state));
  const columns = useMemo(() => mailColumns(format, search), [format, search]);
  const { mail, ...list } = search;
  const show = (id: string | undefined) => void navigate({ to: '/settings/outbox', search: { ...list, ...(id && { mail: id }) }, resetScroll: false });
  return (
    <>
      <div className={styles.outboxHead}>
        <StateTabs state={search.state} />
        <ReturnedMail />
      </div>
      <Listing
        label={t.outboxTitle()}
        search={search}
        query={query}
        columns={columns}
        rowKey={(row) => row.id}
        onOpen={(row) => show(row.id)}
        defaultSort=""
        empty={
          <EmptyState icon="mail" title={search.state === undefined ? t.noMails() : t.noneInState(t.states[search.state] ?? '')}>
            {search.state === undefined && <p>{t.noMailsHelp()}</p>}
          </EmptyState>
        }
      />
      {mail && <MailPanel mailId={mail} onClose={() => show(undefined)} />}
    </>
  );
}

function StateTabs({ state }: { state: MailRow['state'] | undefined }) {
  return (
    <Tabs label={t.mailStates()}>
      {[undefined, ...mailStates].map((each) => (
        <Link
          key={each ?? 'all'}
          to="/settings/outbox"
          search={each === undefined ? {} : { state: each }}
          // The router would mark "All" on every tab: its search is a part of theirs.
          aria-current={state === each ? 'page' : undefined}
          activeOptions={{ exact: true, includeSearch: true, explicitUndefined: true }}
          activeProps={{ 'aria-current': undefined }}
        >
          {each === undefined ? t.allMail() : t.states[each]}
        </Link>
      ))}
    </Tabs>
  );
}

const looks: Record<MailRow['state'], { tone: StatusTone; shape: StatusShape }> = {
  queued: { tone: 'open', shape: 'ring' },
  kept: { tone: 'neutral', shape: 'square' },
  sent: { tone: 'good', shape: 'full' },
  failed: { tone: 'bad', shape: 'block' },
  canceled: { tone: 'neutral', shape: 'ring' },
  bounced: { tone: 'bad', shape: 'block' },
};

function mailColumns(format: Format, search: ListSearch): readonly ListColumn<MailRow>[] {
  return [
    {
      id: 'subject',
      header: t.subject(),
      card: 'title',
      cell: (row) => (
        <Link to="/settings/outbox" search={{ ...search, mail: row.id }} resetScroll={false} data-row-link="">
          <bdi>{row.subject}</bdi>
        </Link>
      ),
    },
    { id: 'to', header: t.to(), card: 'sub', cell: (row) => <Clip>{row.recipients.join(', ')}</Clip> },
    {
      id: 'state',
      header: t.status(),
      card: 'foot',
      cell: (row) => (
        <>
          <StatusDot {...looks[row.state]}>{t.states[row.state]}</StatusDot>
          {row.error && (
            <SubLine>
              <Clip>{row.error}</Clip>
            </SubLine>
          )}
        </>
      ),
    },
    { id: 'time', header: t.when(), card: 'subEnd', cell: (row) => <span className="soft nowrap">{format.ago(row.sentAt ?? row.createdAt)}</span> },
  ];
}
