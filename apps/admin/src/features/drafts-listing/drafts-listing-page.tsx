import { Button, buttonClass } from '@backdesk/ui/actions/button.tsx';
import { TabCount, Tabs } from '@backdesk/ui/data/tabs.tsx';
import { useShortcut } from '@backdesk/ui/data/use-shortcut.ts';
import { EmptyState } from '@backdesk/ui/feedback/empty-state.tsx';
import { useFormat } from '@backdesk/ui/format/use-format.tsx';
import { useQuery } from '@tanstack/react-query';
import { Link, useNavigate } from '@tanstack/react-router';
import { useMemo } from 'react';
import { Listing } from '../../components/listing.tsx';
import { PageHead } from '../../components/page-head.tsx';
import { SearchBox } from '../../components/search-box.tsx';
import { useListNavigation } from '../../components/use-list-navigation.ts';
import { orderCountsQuery } from '../../lib/order-counts-query.ts';
import { useMay, useSession } from '../../lib/session.tsx';
import { draftsColumns } from './drafts-columns.tsx';
import { type DraftsSearch, type DraftTab, draftsQuery } from './drafts-query.ts';
import { EstimateReport } from './estimate-report.tsx';
import { t } from './texts.ts';
import { WorkQueue } from './work-queue.tsx';

const DEFAULT_SORT = '-updated';

/** Draft Orders / Estimates: where the day starts. */
export function DraftsListingPage({ search }: { search: DraftsSearch }) {
  const navigate = useNavigate();
  const format = useFormat();
  const { staff } = useSession();
  const mayWrite = useMay('order:write');
  const query = useQuery(draftsQuery(search));
  const { setWords } = useListNavigation(search, DEFAULT_SORT);
  const hasNext = search.tab !== 'drafts' && search.tab !== 'saved-carts';
  const columns = useMemo(() => draftsColumns(format, { meId: staff.id, hasNext }), [format, staff.id, hasNext]);
  const startDraft = () => void navigate({ to: '/orders/drafts/new' });
  useShortcut('n', () => mayWrite && startDraft());

  const newDraft = mayWrite && (
    <Button variant="primary" icon="plus" keyHint="N" onClick={startDraft}>
      <span>
        {t.newDraftShort()}
        {/* On a phone only said, so that the search beside it has room. */}
        <span className="vh-s"> {t.newDraftRest()}</span>
      </span>
    </Button>
  );
  return (
    <>
      <PageHead
        title={t.title()}
        actions={
          <>
            <SearchBox label={t.search()} placeholder={t.placeholder()} value={search.q ?? ''} onChange={setWords} />
            {newDraft}
          </>
        }
      />
      <WorkQueue search={search} />
      <EstimateReport />
      <DraftTabs search={search} />
      <Listing
        label={t.title()}
        search={search}
        query={query}
        columns={columns}
        rowKey={(row) => row.id}
        onOpen={(row) => void navigate({ to: '/orders/$orderId', params: { orderId: row.id } })}
        defaultSort={DEFAULT_SORT}
        isFiltered={search.queue !== undefined}
        empty={search.queue === undefined ? <NoDrafts tab={search.tab} /> : <NothingWaits queue={search.queue} />}
      />
    </>
  );
}

function DraftTabs({ search }: { search: DraftsSearch }) {
  const { number } = useFormat();
  const { data } = useQuery(orderCountsQuery());
  const stages = data?.stages;
  const drafts = stages?.draft ?? 0;
  const estimates = stages?.estimate ?? 0;
  const carts = stages?.saved_cart ?? 0;
  const tabs: readonly { tab: DraftTab | undefined; label: string; count: number }[] = [
    { tab: undefined, label: t.all(), count: drafts + estimates + carts },
    { tab: 'drafts', label: t.drafts(), count: drafts },
    { tab: 'estimates', label: t.estimates(), count: estimates },
    { tab: 'saved-carts', label: t.savedCarts(), count: carts },
  ];
  const kept = { ...(search.q && { q: search.q }), ...(search.sort && { sort: search.sort }) };
  return (
    <Tabs label={t.views()}>
      {tabs.map(({ tab, label, count }) => (
        <Link
          key={label}
          to="/orders/drafts"
          search={{ ...kept, ...(tab && { tab }) }}
          // The router would mark "All" on every tab: its search is a part of theirs.
          aria-current={search.queue === undefined && search.tab === tab ? 'page' : undefined}
          activeOptions={{ exact: true, includeSearch: true, explicitUndefined: true }}
          activeProps={{ 'aria-current': undefined }}
          // Named by its word alone, however the figure moves; the figure follows as its description.
          aria-description={stages && number(count)}
        >
          {label}
          {stages && <TabCount>{number(count)}</TabCount>}
        </Link>
      ))}
    </Tabs>
  );
}

function NothingWaits({ queue }: { queue: NonNullable<DraftsSearch['queue']> }) {
  return (
    <EmptyState
      icon="check"
      title={t.queueEmptyTitle(t.queues[queue])}
      action={
        <Link to="/orders/drafts" className={buttonClass({})}>
          {t.showAll()}
        </Link>
      }
    >
      <p>{t.queueEmpty()}</p>
    </EmptyState>
  );
}

function NoDrafts({ tab }: { tab: DraftTab | undefined }) {
  const texts = {
    all: [t.emptyTitle(), t.empty()],
    drafts: [t.noDraftsTitle(), t.noDrafts()],
    estimates: [t.noEstimatesTitle(), t.noEstimates()],
    'saved-carts': [t.noCartsTitle(), t.noCarts()],
  } as const;
  const [title, body] = texts[tab ?? 'all'];
  return (
    <EmptyState
      icon="tray"
      title={title}
      action={
        tab === undefined || tab === 'drafts' ? (
          <Link to="/orders/drafts/new" className={buttonClass({ variant: 'accent' })}>
            {t.newDraft()}
          </Link>
        ) : undefined
      }
    >
      <p>{body}</p>
    </EmptyState>
  );
}
