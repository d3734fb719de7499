import type { EstimatePage } from '@backdesk/contract/estimate/schema.ts';
import { depositBasis } from '@backdesk/domain/estimate/deposit.ts';
import { useFormat } from '@backdesk/ui/format/use-format.tsx';
import type { ReactNode } from 'react';
import { texts } from './texts.ts';

function Row({ label, children }: { readonly label: string; readonly children: ReactNode }) {
  return (
    <div>
      <dt>{label}</dt>
      <dd className="num">{children}</dd>
    </div>
  );
}

type DepositRowsProps = { readonly totals: EstimatePage['totals']; readonly deposit: NonNullable<EstimatePage['deposit']>; readonly isAccepted: boolean };

/** What is asked for first, with what it is of, and what is left. */
function DepositRows({ totals, deposit: { term, due, balance }, isAccepted }: DepositRowsProps) {
  const format = useFormat();
  const words = { amount: (amount: number) => format.money({ amount, currency: due.currency }), percent: format.percent };
  const basis = depositBasis(term.kind === 'fixed' ? { kind: term.kind, amount: term.amount.amount } : term, totals.total.amount, totals.open, words);
  return (
    <>
      <div>
        <dt>
          {isAccepted ? texts.depositDue : texts.deposit}
          {basis !== '' && <span className="estimate-basis small soft">{basis}</span>}
        </dt>
        <dd className="num">{format.money(due)}</dd>
      </div>
      <div>
        <dt>
          {texts.balance}
          {totals.open.length > 0 && <span className="estimate-basis small soft">{texts.plus(totals.open)}</span>}
        </dt>
        <dd className="num">{format.money(balance)}</dd>
      </div>
    </>
  );
}

/** The sums, for what is chosen; what is not known says so instead of reading 0. */
export function EstimateTotals({ estimate, totals, deposit }: { readonly estimate: EstimatePage } & Pick<EstimatePage, 'totals' | 'deposit'>) {
  const format = useFormat();
  const { priceMode, shipments } = estimate;
  const method = shipments.length === 1 ? shipments[0]?.method : null;
  const included = priceMode === 'tax_included';
  return (
    <>
      <dl className="estimate-sums">
        <Row label={texts.items}>{format.money(totals.items)}</Row>
        {totals.discount.amount !== 0 && <Row label={texts.discount}>− {format.money(totals.discount)}</Row>}
        <Row label={method ?? texts.shipping}>
          {totals.shipping === null ? <span className="soft">{texts.toCome}</span> : totals.shipping.amount === 0 ? texts.free : format.money(totals.shipping)}
        </Row>
        {!included &&
          (totals.tax === null ? (
            <Row label="Tax">
              <span className="soft">{texts.toCome}</span>
            </Row>
          ) : (
            totals.taxLines.map((line) => (
              <Row key={line.code} label={texts.taxRate(line.name, format.percent(line.ratePpm))}>
                {format.money(line.amount)}
              </Row>
            ))
          ))}
        <div className="estimate-total">
          <dt>
            {texts.total}
            {totals.open.length > 0 && <span className="small soft">{texts.plus(totals.open)}</span>}
          </dt>
          <dd className="num">{format.money(totals.total)}</dd>
        </div>
        {deposit !== null && deposit.due.amount > 0 && <DepositRows totals={totals} deposit={deposit} isAccepted={!estimate.mayDecide} />}
      </dl>
      {included && totals.tax !== null && <p className="small soft">{texts.taxIncluded(format.money(totals.tax))}</p>}
      {totals.open.length > 0 && <p className="small soft">{texts.openNote(totals.open)}</p>}
    </>
  );
}
