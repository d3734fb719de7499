import type { PricePeriodJson, PricePeriodList } from '@backdesk/contract/catalog/price-periods.ts';
import type { Product } from '@backdesk/contract/catalog/schema.ts';
import { periodText } from '@backdesk/ordering/lines/period-text.ts';
import { Button } from '@backdesk/ui/actions/button.tsx';
import { Panel } from '@backdesk/ui/data/panel.tsx';
import { StatusDot } from '@backdesk/ui/data/status-dot.tsx';
import { Table } from '@backdesk/ui/data/table.tsx';
import { Skeleton } from '@backdesk/ui/feedback/skeleton.tsx';
import { useFormat } from '@backdesk/ui/format/use-format.tsx';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { LoadFailed } from '../../../components/load-failed.tsx';
import { Breaks } from '../breaks.tsx';
import { EditPricePeriods } from './edit-price-periods.tsx';
import { pricePeriodsQuery } from './periods-query.ts';
import styles from './price-periods.module.css';
import { t } from './texts.ts';

/** What the product costs on certain days: seasons, sales, and prices that are to come. */
export function PricePeriods({ product, mayWrite }: { product: Product; mayWrite: boolean }) {
  const query = useQuery(pricePeriodsQuery(product.id));
  const [editing, setEditing] = useState<PricePeriodList | null>(null);
  const periods = query.data?.items;
  return (
    <Panel
      title={t.title()}
      note={periods !== undefined && periods.length > 0 && t.count(periods.length)}
      actions={
        mayWrite && (
          <Button size="small" icon="pencil" disabled={query.data === undefined} onClick={() => setEditing(query.data ?? null)}>
            {t.edit()}
          </Button>
        )
      }
    >
      {periods === undefined ? (
        query.isError ? (
          <LoadFailed error={query.error} onRetry={() => void query.refetch()} />
        ) : (
          <Skeleton />
        )
      ) : periods.length === 0 ? (
        <p className="muted">{t.none()}</p>
      ) : (
        <Periods product={product} periods={periods} />
      )}
      {editing !== null && <EditPricePeriods product={product} known={editing} onClose={() => setEditing(null)} />}
    </Panel>
  );
}

function Periods({ product: { variants, currency }, periods }: { product: Product; periods: readonly PricePeriodJson[] }) {
  const format = useFormat();
  const titles = new Map(variants.map(({ id, title, sku }) => [id, title || sku]));
  return (
    <Table label={t.title()} edge>
      <thead>
        <tr>
          <th scope="col">{t.days()}</th>
          <th scope="col">{t.who()}</th>
          <th scope="col" className="num">
            {t.each()}
          </th>
        </tr>
      </thead>
      <tbody>
        {periods.map((period) => (
          <tr key={[period.variantId, period.roleId, period.validFrom, period.validUntil].join(' ')} className={period.state === 'ended' ? 'muted' : undefined}>
            <td>
              <span className={styles.days}>{periodText(period, format)}</span>
              <span className="small">
                <State state={period.state} />
              </span>
            </td>
            <td>
              <bdi>{period.roleName ?? t.everybody()}</bdi>
              {period.variantId !== null && (
                <>
                  , <bdi>{titles.get(period.variantId) ?? ''}</bdi>
                </>
              )}
            </td>
            <td className="num">
              <Breaks breaks={period.breaks} currency={currency} />
            </td>
          </tr>
        ))}
      </tbody>
    </Table>
  );
}

function State({ state }: Pick<PricePeriodJson, 'state'>) {
  if (state === 'now')
    return (
      <StatusDot tone="good" shape="full">
        {t.now()}
      </StatusDot>
    );
  return (
    <StatusDot tone={state === 'coming' ? 'open' : 'neutral'} shape={state === 'coming' ? 'half' : 'ring'}>
      {state === 'coming' ? t.coming() : t.ended()}
    </StatusDot>
  );
}
