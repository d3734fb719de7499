import type { Discount } from '@backdesk/contract/discount/schema.ts';
import { t as summary } from '@backdesk/ordering/summary/texts.ts';
import { Button } from '@backdesk/ui/actions/button.tsx';
import { Panel } from '@backdesk/ui/data/panel.tsx';
import { StatusDot } from '@backdesk/ui/data/status-dot.tsx';
import { Table } from '@backdesk/ui/data/table.tsx';
import { EmptyState } from '@backdesk/ui/feedback/empty-state.tsx';
import { SkeletonPage } from '@backdesk/ui/feedback/skeleton.tsx';
import { type Format, useFormat } from '@backdesk/ui/format/use-format.tsx';
import { useInfiniteQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { LoadFailed } from '../../../components/load-failed.tsx';
import { useMay } from '../../../lib/session.tsx';
import { discountsQuery } from './discounts-query.ts';
import { EditDiscount } from './edit-discount.tsx';
import { t } from './texts.ts';

/** The account's discounts: codes and automatic ones, how they run and how they were used. */
export function DiscountsPage() {
  const query = useInfiniteQuery(discountsQuery());
  const format = useFormat();
  const mayWrite = useMay('settings:write');
  const [editing, setEditing] = useState<Discount | 'new' | null>(null);
  if (query.isError && !query.data) return <LoadFailed error={query.error} onRetry={() => void query.refetch()} />;
  if (!query.data) return <SkeletonPage label={t.loading()} />;
  const discounts = query.data.pages.flatMap(({ items }) => items);
  const panel = editing !== null && <EditDiscount discount={editing === 'new' ? null : editing} onClose={() => setEditing(null)} />;
  const add = mayWrite && (
    <Button size="small" icon="plus" onClick={() => setEditing('new')}>
      {t.add()}
    </Button>
  );
  if (discounts.length === 0)
    return (
      <EmptyState icon="percent" title={t.emptyTitle()} action={add}>
        <p>{t.empty()}</p>
        {panel}
      </EmptyState>
    );
  return (
    <Panel title={t.title()} note={t.note()} actions={add}>
      <Table label={t.title()} edge>
        <thead>
          <tr>
            <th scope="col">{t.name()}</th>
            <th scope="col">{t.value()}</th>
            <th scope="col" className="hide-s">
              {t.when()}
            </th>
            <th scope="col" className="num hide-s">
              {t.used()}
            </th>
            <th scope="col">{t.state()}</th>
            <th scope="col">
              <span className="vh">{t.edit()}</span>
            </th>
          </tr>
        </thead>
        <tbody>
          {discounts.map((discount) => (
            <tr key={discount.id}>
              <td>
                <bdi className="medium">{discount.name}</bdi>
                <br />
                <span className="small muted">{discount.code ?? t.automatic()}</span>
              </td>
              <td>
                {valueText(discount, format)}
                {limitText(discount) !== '' && (
                  <>
                    <br />
                    <span className="small muted">{limitText(discount)}</span>
                  </>
                )}
              </td>
              <td className="soft hide-s">{daysText(discount, format)}</td>
              <td className="num soft hide-s">{usedText(discount, format)}</td>
              <td className="nowrap">
                <StatusDot tone={discount.state === 'running' ? 'good' : 'neutral'} shape={discount.state === 'running' ? 'full' : 'ring'}>
                  {t.states[discount.state]}
                </StatusDot>
              </td>
              <td className="num">
                {mayWrite && (
                  <Button variant="link" onClick={() => setEditing(discount)}>
                    {t.edit()}
                    <span className="vh"> {discount.name}</span>
                  </Button>
                )}
              </td>
            </tr>
          ))}
        </tbody>
      </Table>
      {query.hasNextPage && (
        <Button busy={query.isFetchingNextPage} onClick={() => void query.fetchNextPage()}>
          {t.more()}
        </Button>
      )}
      {panel}
    </Panel>
  );
}

function valueText({ value, reach }: Discount, format: Format): string {
  const off = value.kind === 'percentage' ? format.percent(value.ppm) : format.money(value.amount);
  return reach === 'items' ? off : `${off} · ${summary.reaches[reach]}`;
}

function limitText({ isLimitedToItems, isLimitedToRoles }: Discount): string {
  const what = [...(isLimitedToItems ? [t.certainItems()] : []), ...(isLimitedToRoles ? [t.certainRoles()] : [])];
  return what.length === 0 ? '' : t.limitedTo(what);
}

function daysText({ validFrom, validUntil }: Discount, format: Format): string {
  if (validFrom !== null && validUntil !== null) return t.between(format.date(validFrom), format.date(validUntil));
  if (validFrom !== null) return t.since(format.date(validFrom));
  return validUntil === null ? t.always() : t.till(format.date(validUntil));
}

function usedText({ value, uses, usedAmount, maxUses }: Discount, format: Format): string {
  if (value.kind === 'balance') return t.left(format.money({ ...usedAmount, amount: Math.max(0, value.amount.amount - usedAmount.amount) }));
  return t.usedOf(format.number(uses), maxUses === null ? null : format.number(maxUses));
}
