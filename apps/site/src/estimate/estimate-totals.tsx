import type { EstimatePage } from '@backdesk/contract/estimate/schema.ts';
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

/** The sums, for what is chosen; what is not known says so instead of reading 0. */
export function EstimateTotals({ estimate, totals }: { readonly estimate: EstimatePage; readonly totals: EstimatePage['totals'] }) {
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
      </dl>
      {included && totals.tax !== null && <p className="small soft">{texts.taxIncluded(format.money(totals.tax))}</p>}
      {totals.open.length > 0 && <p className="small soft">{texts.openNote(totals.open)}</p>}
    </>
  );
}
