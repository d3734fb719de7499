import type { SiteOrderRow } from '@backdesk/contract/site/schema.ts';
import { buttonClass } from '@backdesk/ui/actions/button.tsx';
import { EmptyState } from '@backdesk/ui/feedback/empty-state.tsx';
import { useFormat } from '@backdesk/ui/format/use-format.tsx';
import { cx } from '@backdesk/ui/text/cx.ts';
import { Link } from '@tanstack/react-router';
import { PageTitle } from '../components/page-title.tsx';
import { api } from '../lib/api.ts';
import styles from './account.module.css';
import { OwnRows, RowTotal, useSize } from './own-rows.tsx';
import { RepeatButton } from './repeat-button.tsx';
import { standingOf } from './standing-of.ts';
import { t } from './texts.ts';

/** What was ordered, whatever became of it. */
export function OrdersPage() {
  return (
    <>
      <PageTitle>{t.orders()}</PageTitle>
      <OwnRows
        queryKey={['orders']}
        read={(cursor, signal) => api.listSiteOrders({ query: cursor === undefined ? {} : { cursor } }, { signal })}
        empty={
          <EmptyState
            icon="box"
            title={t.noOrders()}
            action={
              <Link to="/" search={{}} className={buttonClass({})}>
                {t.toProducts()}
              </Link>
            }
          >
            {t.noOrdersDetail()}
          </EmptyState>
        }
        renderRow={(row) => <OrderRow key={row.id} row={row} />}
      />
    </>
  );
}

function OrderRow({ row }: { row: SiteOrderRow }) {
  const format = useFormat();
  const size = useSize();
  const number = row.orderNumber ?? String(row.number ?? '');
  const stage = standingOf(row);
  return (
    <li className={styles.row}>
      <h2>
        <Link to="/account/orders/$id" params={{ id: row.id }}>
          {t.order(number)}
        </Link>
      </h2>
      <RowTotal row={row} />
      <p className="small soft">{[row.submittedAt === null ? '' : t.placedOn(format.day(row.submittedAt)), stage].filter(Boolean).join(' · ')}</p>
      <p className={cx('small soft', styles.end)}>{size(row)}</p>
      <RepeatButton id={row.id} name={t.order(number)} />
    </li>
  );
}
