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

export function SubmittedListingPage({ search }: { search: ListSearch }) {
  const navigate = useNavigate();
  const format = useFormat();
  const { staff } = useSession();
  const query = useQuery(ordersQuery('submitted,canceled', search));
  const { setWords } = useListNavigation(search, DEFAULT_SORT);
  const columns = useMemo(() => ordersColumns(format, staff.id, t.submitted()), [format, staff.id]);
  return (
    <>
      <PageHead
        title={t.submittedTitle()}
        actions={<SearchBox label={t.searchSubmitted()} placeholder={t.placeholder()} value={search.q ?? ''} onChange={setWords} />}
      />
      <Listing
        label={t.submittedTitle()}
        search={search}
        query={query}
        columns={columns}
        rowKey={(row) => row.id}
        onOpen={(row) => void navigate({ to: '/orders/$orderId', params: { orderId: row.id } })}
        defaultSort={DEFAULT_SORT}
        empty={
          <EmptyState
            icon="check"
            title={t.nothingSubmitted()}
            action={
              <Link to="/orders/drafts" className={buttonClass({})}>
                {t.toDrafts()}
              </Link>
            }
          >
            <p>{t.nothingSubmittedHelp()}</p>
          </EmptyState>
        }
      />
    </>
  );
}
