import type { SiteOrderRow } from '@backdesk/contract/site/schema.ts';
import { Button } from '@backdesk/ui/actions/button.tsx';
import { EmptyState } from '@backdesk/ui/feedback/empty-state.tsx';
import { InlineNotice } from '@backdesk/ui/feedback/inline-notice.tsx';
import { useFormat } from '@backdesk/ui/format/use-format.tsx';
import { cx } from '@backdesk/ui/text/cx.ts';
import { useMutation } from '@tanstack/react-query';
import { PageTitle } from '../components/page-title.tsx';
import { api } from '../lib/api.ts';
import { sentenceOf } from '../lib/problem.ts';
import styles from './account.module.css';
import { OwnRows, RowTotal, useSize } from './own-rows.tsx';
import { t } from './texts.ts';

/** Estimates that were sent to the customer; each opens its own page. */
export function EstimatesPage() {
  return (
    <>
      <PageTitle>{t.estimates()}</PageTitle>
      <OwnRows
        queryKey={['estimates']}
        read={(cursor, signal) => api.listSiteEstimates({ query: cursor === undefined ? {} : { cursor } }, { signal })}
        empty={
          <EmptyState icon="file" title={t.noEstimates()}>
            {t.noEstimatesDetail()}
          </EmptyState>
        }
        renderRow={(row) => <EstimateRow key={row.id} row={row} />}
      />
    </>
  );
}

function EstimateRow({ row }: { row: SiteOrderRow }) {
  const format = useFormat();
  const size = useSize();
  const open = useMutation({ mutationFn: () => api.openSiteEstimate({ params: { id: row.id } }), onSuccess: ({ url }) => location.assign(url) });
  const { estimate } = row;
  const name = t.estimate(String(row.number ?? ''), estimate?.revision ?? 1);
  const status = estimate !== null && Object.hasOwn(t.status, estimate.status) ? t.status[estimate.status as keyof typeof t.status]() : '';
  const until = estimate === null ? '' : (estimate.expired ? t.expired : t.validUntil)(format.date(estimate.validUntil));
  return (
    <li className={styles.row}>
      <h2>{name}</h2>
      <RowTotal row={row} />
      <p className="small soft">{[status, until].filter(Boolean).join(' · ')}</p>
      <p className={cx('small soft', styles.end)}>{size(row)}</p>
      <div className={styles.ways}>
        <Button aria-label={t.of(t.open(), name)} busy={open.isPending} onClick={() => open.mutate()}>
          {t.open()}
        </Button>
      </div>
      {open.isError && (
        <InlineNotice tone="bad" live="alert">
          {sentenceOf(open.error)}
        </InlineNotice>
      )}
    </li>
  );
}
