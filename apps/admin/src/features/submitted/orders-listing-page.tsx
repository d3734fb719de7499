import { buttonClass } from '@backdesk/ui/actions/button.tsx';
import { Tabs } from '@backdesk/ui/data/tabs.tsx';
import { EmptyState } from '@backdesk/ui/feedback/empty-state.tsx';
import { useFormat } from '@backdesk/ui/format/use-format.tsx';
import { useQuery } from '@tanstack/react-query';
import { Link, useNavigate } from '@tanstack/react-router';
import { useMemo } from 'react';
import { Listing } from '../../components/listing.tsx';
import { PageHead } from '../../components/page-head.tsx';
import { SearchBox } from '../../components/search-box.tsx';
import { useListNavigation } from '../../components/use-list-navigation.ts';
import { useMay, useSession } from '../../lib/session.tsx';
import { t as after } from './after-texts.ts';
import { ordersColumns } from './orders-columns.tsx';
import { ordersQuery, type SubmittedSearch, type SubmittedTab } from './orders-query.ts';
import { t } from './texts.ts';

const DEFAULT_SORT = '-submitted';

const listings = {
  pending: {
    stages: 'pending,approval_declined',
    icon: 'stamp',
    texts: { title: t.pendingTitle, search: t.searchPending, date: t.waiting, nothing: t.nothingPending, help: t.nothingPendingHelp },
  },
  submitted: {
    stages: 'submitted,canceled',
    icon: 'check',
    texts: { title: t.submittedTitle, search: t.searchSubmitted, date: t.submitted, nothing: t.nothingSubmitted, help: t.nothingSubmittedHelp },
  },
} as const;

/** Orders Pending Approval, or Submitted Orders: what has left the desk. */
export function OrdersListingPage({ listing, search }: { listing: keyof typeof listings; search: SubmittedSearch }) {
  const { stages, icon, texts } = listings[listing];
  const navigate = useNavigate();
  const format = useFormat();
  const { staff } = useSession();
  const query = useQuery(ordersQuery(stages, search));
  const { setWords } = useListNavigation(search, DEFAULT_SORT);
  const decides = useMay('order:approve') && listing === 'pending';
  const columns = useMemo(() => ordersColumns(format, staff.id, texts.date(), decides), [format, staff.id, texts, decides]);
  return (
    <>
      <PageHead title={texts.title()} actions={<SearchBox label={texts.search()} placeholder={t.placeholder()} value={search.q ?? ''} onChange={setWords} />} />
      {listing === 'submitted' && <SubmittedTabs search={search} />}
      <Listing
        label={texts.title()}
        search={search}
        query={query}
        columns={columns}
        rowKey={(row) => row.id}
        onOpen={(row) => void navigate({ to: '/orders/$orderId', params: { orderId: row.id } })}
        defaultSort={DEFAULT_SORT}
        isFiltered={search.tab !== undefined}
        empty={
          search.tab !== undefined ? (
            <EmptyState icon={icon} title={after.nothing[search.tab][0]}>
              <p>{after.nothing[search.tab][1]}</p>
            </EmptyState>
          ) : (
            <EmptyState
              icon={icon}
              title={texts.nothing()}
              action={
                <Link to="/orders/drafts" className={buttonClass({})}>
                  {t.toDrafts()}
                </Link>
              }
            >
              <p>{texts.help()}</p>
            </EmptyState>
          )
        }
      />
    </>
  );
}

const tabs: readonly (SubmittedTab | undefined)[] = [undefined, 'to-ship', 'shipped', 'canceled'];

function SubmittedTabs({ search }: { search: SubmittedSearch }) {
  const kept = { ...(search.q && { q: search.q }), ...(search.sort && { sort: search.sort }) };
  return (
    <Tabs label={after.views()}>
      {tabs.map((tab) => (
        <Link
          key={tab ?? 'all'}
          to="/orders/submitted"
          search={{ ...kept, ...(tab && { tab }) }}
          // The router would mark "All" on every tab: its search is a part of theirs.
          aria-current={search.tab === tab ? 'page' : undefined}
          activeOptions={{ exact: true, includeSearch: true, explicitUndefined: true }}
          activeProps={{ 'aria-current': undefined }}
        >
          {after.tabs[tab ?? 'all']}
        </Link>
      ))}
    </Tabs>
  );
}
