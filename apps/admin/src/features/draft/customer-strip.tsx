import type { CustomerRow } from '@backdesk/contract/customer/schema.ts';
import type { Order } from '@backdesk/contract/order/order.ts';
import { toldBefore } from '@backdesk/ordering/checkout/told-before.ts';
import { CustomerSearch } from '@backdesk/ordering/customer/customer-search.tsx';
import { Button } from '@backdesk/ui/actions/button.tsx';
import { useFormat } from '@backdesk/ui/format/use-format.tsx';
import { Dotted } from '@backdesk/ui/text/dotted.tsx';
import { useCallback, useRef, useState } from 'react';
import { api } from '../../lib/api.ts';
import { useDraft } from './draft-context.tsx';
import styles from './draft-page.module.css';
import { t } from './texts.ts';

/** Whom the order is for and what that means for prices, payment and tax; changed in place. */
export function CustomerStrip({ order }: { order: Order }) {
  const format = useFormat();
  const { editor, canEdit } = useDraft();
  const [isChanging, setChanging] = useState(false);
  const opener = useRef<HTMLButtonElement>(null);
  const search = useCallback(async (q: string, signal: AbortSignal) => (await api.listCustomers({ query: { q, limit: 8 } }, { signal })).items, []);
  const { customer, company } = order;
  const label = order.lines.find((line) => line.priceTable !== null)?.priceTable?.label;

  const told = isChanging ? toldBefore(order, { kind: 'customer', customerId: null }) : '';

  function close() {
    setChanging(false);
    // The field that had the focus goes.
    opener.current?.focus();
  }

  function choose(row: CustomerRow) {
    close();
    if (row.id !== customer?.id) editor.dispatch({ kind: 'change_order', patch: { customerId: row.id } });
  }

  return (
    <section className={styles.party} aria-label={t.customer()}>
      <b dir="auto">{company?.name ?? customer?.name ?? t.noCustomer()}</b>
      {customer !== null && (
        <>
          <Dotted
            items={[company === null ? null : customer.name, customer.email, customer.phone].flatMap((text) =>
              text === null || text === '' ? [] : { key: text, content: <bdi>{text}</bdi> },
            )}
          />
          {!customer.active && <span className="late">{t.inactive()}</span>}
        </>
      )}
      <dl>
        {label !== undefined && (
          <div>
            <dt>{t.prices()}</dt>
            <dd>{label}</dd>
          </div>
        )}
        {order.allowedPayments.includes('open_account') && (
          <div>
            <dt>{t.pays()}</dt>
            <dd>{t.openAccount()}</dd>
          </div>
        )}
        <div>
          <dt>{t.tax()}</dt>
          <dd>{taxText(order, format.percent)}</dd>
        </div>
      </dl>
      {canEdit && (
        <span className="push">
          <Button ref={opener} variant="link" size="small" aria-expanded={isChanging} onClick={() => setChanging(!isChanging)}>
            {isChanging ? t.keepCustomer() : t.changeCustomer()}
          </Button>
        </span>
      )}
      {isChanging && (
        <div className={styles.partySearch}>
          <CustomerSearch autoFocus search={search} onChoose={choose} />
          {told !== '' && (
            <p className={styles.warn} role="status">
              {told}
            </p>
          )}
        </div>
      )}
    </section>
  );
}

/** The rate, all that are stacked in one; goods that are taxed unlike have no one rate. */
function taxText({ exemption, totals }: Order, percent: (ppm: number) => string): string {
  if (exemption !== null) return t.exempt();
  if (totals.tax === null) return t.taxOpen();
  const bases = new Set(totals.taxLines.map(({ base }) => base.amount));
  if (bases.size > 1) return t.severalRates();
  return bases.size === 0 ? t.noTax() : percent(totals.taxLines.reduce((sum, { ratePpm }) => sum + ratePpm, 0));
}
