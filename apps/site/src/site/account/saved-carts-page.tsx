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
import { SavedCartWays } from './saved-cart-ways.tsx';
import { t } from './texts.ts';

/** Carts put aside, by the customer or by staff for them. */
export function SavedCartsPage() {
  return (
    <>
      <PageTitle sub={t.savedIntro()}>{t.savedCarts()}</PageTitle>
      <OwnRows
        queryKey={['saved-carts']}
        read={(cursor, signal) => api.listSavedCarts({ query: cursor === undefined ? {} : { cursor } }, { signal })}
        empty={
          <EmptyState
            icon="bag"
            title={t.noSaved()}
            action={
              <Link to="/cart" className={buttonClass({})}>
                {t.toCart()}
              </Link>
            }
          >
            {t.noSavedDetail()}
          </EmptyState>
        }
        renderRow={(row) => <SavedCartRow key={row.id} row={row} />}
      />
    </>
  );
}

function SavedCartRow({ row }: { row: SiteOrderRow }) {
  const format = useFormat();
  const size = useSize();
  return (
    <li className={styles.row}>
      <h2 className={cx(row.name === '' && styles.unnamed)} dir="auto">
        {row.name || t.unnamed()}
      </h2>
      <RowTotal row={row} />
      <p className="small soft">{t.changedOn(format.dateTime(row.updatedAt))}</p>
      <p className={cx('small soft', styles.end)}>{size(row)}</p>
      <SavedCartWays cart={row} hasView />
    </li>
  );
}
