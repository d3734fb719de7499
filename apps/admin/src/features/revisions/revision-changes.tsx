import type { Order } from '@backdesk/contract/order/order.ts';
import { describeChange, describeSum } from '@backdesk/domain/estimate/describe-change.ts';
import { Panel } from '@backdesk/ui/data/panel.tsx';
import { SkeletonPage } from '@backdesk/ui/feedback/skeleton.tsx';
import { changeWriting } from '@backdesk/ui/format/change-writing.ts';
import { useFormat } from '@backdesk/ui/format/use-format.tsx';
import { Select } from '@backdesk/ui/forms/select.tsx';
import { cx } from '@backdesk/ui/text/cx.ts';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { LoadFailed } from '../../components/load-failed.tsx';
import { changesQuery } from '../../lib/revision-queries.ts';
import styles from './revision-page.module.css';
import { t } from './texts.ts';

/** What is different from another revision, in plain words and amounts. */
export function RevisionChanges({ order, revision }: { order: Order; revision: number }) {
  const others = (order.estimate?.revisions ?? []).map((known) => known.revision).filter((known) => known !== revision);
  const before = others.findLast((known) => known < revision) ?? others[0];
  const [picked, setPicked] = useState<number | undefined>();
  const since = picked ?? before;
  if (since === undefined) return null;
  return (
    <Panel
      title={t.changes()}
      actions={
        <Select
          label={t.compareWith()}
          hideLabel
          options={others.toReversed().map((known) => ({ value: String(known), label: `${t.compareWith()} r${known}` }))}
          value={String(since)}
          onChange={(event) => setPicked(Number(event.currentTarget.value))}
        />
      }
    >
      <Changes order={order} revision={revision} since={since} />
    </Panel>
  );
}

function Changes({ order, revision, since }: { order: Order; revision: number; since: number }) {
  const format = useFormat();
  const query = useQuery(changesQuery(order.id, revision, since));
  if (query.isError) return <LoadFailed error={query.error} onRetry={() => void query.refetch()} />;
  if (query.data === undefined) return <SkeletonPage label={t.loading()} />;
  const { changes, sums, count } = query.data;
  if (count === 0) return <p className="muted">{t.noChanges(since)}</p>;
  const writing = changeWriting(format, order.currency);
  return (
    <>
      <p className="medium">{t.changesSince(count, since)}</p>
      <ul className={styles.changes}>
        {changes.map((change, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: a comparison of what is frozen never moves
          <li key={index}>
            <bdi>{describeChange(change, writing)}</bdi>
            {change.difference !== null && <span>{change.difference.amount === 0 ? t.samePrice() : writing.signed(change.difference.amount)}</span>}
          </li>
        ))}
        {sums.map(({ kind, from, to }) => (
          <li key={kind} className={cx(kind === 'total' ? 'medium' : 'soft')}>
            <span>{describeSum({ kind, from: from?.amount ?? null, to: to?.amount ?? null }, writing)}</span>
            <span>{writing.signed((to?.amount ?? 0) - (from?.amount ?? 0))}</span>
          </li>
        ))}
      </ul>
    </>
  );
}
