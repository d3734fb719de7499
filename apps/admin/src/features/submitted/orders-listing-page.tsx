import { buttonClass } from '@backdesk/ui/actions/button.tsx';
import { EmptyState } from '@backdesk/ui/feedback/empty-state.tsx';
import { useFormat } from '@backdesk/ui/format/use-format.tsx';
import { useQuery } from '@tanstack/react-query';
import { Link, useNavigate } from '@tanstack/react-router';
import { useMemo } from 'react';
import { Listing } from '../../components/listing.tsx';
import { PageHead } from '../../components/page-head.tsx';
import { SearchBox } from '../../components/search-box.tsx';
import { useListNavigation } from '../../components/use-list-navigation.ts';
import type { ListSearch } from '../../lib/list-search.ts';
import { useSession } from '../../lib/session.tsx';
import { ordersColumns } from './orders-columns.tsx';
import { ordersQuery } from './orders-query.ts';
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
export function OrdersListingPage({ listing, search }: { listing: keyof typeof listings; search: ListSearch }) {
  const { stages, icon, texts } = listings[listing];
  const navigate = useNavigate();
  const format = useFormat();
  const { staff } = useSession();
  const query = useQuery(ordersQuery(stages, search));
  const { setWords } = useListNavigation(search, DEFAULT_SORT);
  const columns = useMemo(() => ordersColumns(format, staff.id, texts.date()), [format, staff.id, texts]);
  return (
    <>
      <PageHead title={texts.title()} actions={<SearchBox label={texts.search()} placeholder={t.placeholder()} value={search.q ?? ''} onChange={setWords} />} />
      <Listing
        label={texts.title()}
        search={search}
        query={query}
        columns={columns}
        rowKey={(row) => row.id}
        onOpen={(row) => void navigate({ to: '/orders/$orderId', params: { orderId: row.id } })}
        defaultSort={DEFAULT_SORT}
        empty={
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
        }
      />
    </>
  );
}
