import type { EstimatePage } from '@backdesk/contract/estimate/schema.ts';
import { Button } from '@backdesk/ui/actions/button.tsx';
import { InlineNotice } from '@backdesk/ui/feedback/inline-notice.tsx';
import { daysUntil } from '@backdesk/ui/format/relative-time.ts';
import { useFormat } from '@backdesk/ui/format/use-format.tsx';
import { useEffect } from 'react';
import { EstimateLines } from './estimate-lines.tsx';
import { EstimateParties } from './estimate-parties.tsx';
import { EstimateTotals } from './estimate-totals.tsx';
import { texts } from './texts.ts';

function noticeOf(estimate: EstimatePage): { readonly title: string; readonly body: string } | null {
  if (estimate.status === 'withdrawn') return texts.withdrawn;
  if (estimate.status === 'superseded') return texts.superseded;
  return estimate.expired && estimate.status === 'open' ? texts.expired : null;
}

function Validity({ estimate }: { readonly estimate: EstimatePage }) {
  const format = useFormat();
  const left = daysUntil(estimate.validUntil, estimate.account.timeZone);
  const day = format.date(estimate.validUntil);
  if (estimate.expired) return <p className="estimate-until">{texts.ended(day)}</p>;
  return (
    <p className="estimate-until">
      <b>{texts.validUntil(day)}</b> <span className={left <= 3 ? 'late' : 'soft'}>{texts.daysLeft(left)}</span>
    </p>
  );
}

/** The frozen revision, to be read: who, until when, what, how much. */
export function EstimateDocument({ estimate }: { readonly estimate: EstimatePage }) {
  const format = useFormat();
  const notice = noticeOf(estimate);
  useEffect(() => {
    document.title = texts.documentTitle(estimate.number, estimate.account.name);
    document.documentElement.lang = estimate.account.locale;
  }, [estimate]);
  return (
    <div className="estimate">
      <header className="estimate-top">
        <span className="estimate-shop">
          <svg viewBox="0 0 24 24" aria-hidden="true">
            <rect width="24" height="24" rx="6" fill="currentColor" />
            <path d="M4.5 16.5 9 9l3 4.6L14 11l5.5 5.5" fill="none" stroke="var(--on-accent)" strokeWidth="1.8" strokeLinejoin="round" strokeLinecap="round" />
          </svg>
          {estimate.account.name}
        </span>
        <Button className="estimate-print" onClick={() => window.print()}>
          {texts.print}
        </Button>
      </header>
      <main>
        <div className="estimate-title">
          <div>
            <h1>{texts.title(estimate.number, estimate.revision)}</h1>
            {estimate.name !== '' && (
              <p className="estimate-name" dir="auto">
                {estimate.name}
              </p>
            )}
            <p className="soft">
              <bdi>{texts.forWhom(estimate.customer)}</bdi> · <bdi>{texts.from(estimate.issuedBy)}</bdi> · {format.day(estimate.issuedAt)}
            </p>
          </div>
          <Validity estimate={estimate} />
        </div>
        {notice !== null && (
          <InlineNotice tone="warn" title={notice.title}>
            {notice.body}
          </InlineNotice>
        )}
        <div className="estimate-grid">
          <div>
            {estimate.message !== '' && (
              <p className="estimate-words" dir="auto">
                {estimate.message}
              </p>
            )}
            <EstimateLines lines={estimate.lines} currency={estimate.currency} />
            {estimate.note !== '' && (
              <p className="estimate-words" dir="auto">
                {estimate.note}
              </p>
            )}
            <EstimateParties estimate={estimate} />
          </div>
          <aside className="estimate-sum" aria-label={texts.total}>
            <EstimateTotals estimate={estimate} />
            <p className="small soft">{texts.contact(estimate.issuedBy, estimate.account.name)}</p>
          </aside>
        </div>
      </main>
      <div className="estimate-bar" aria-hidden="true">
        <span>
          {texts.total}
          {estimate.totals.open.length > 0 && <span className="small soft"> {texts.plus(estimate.totals.open)}</span>}
        </span>
        <b className="num">{format.money(estimate.totals.total)}</b>
      </div>
    </div>
  );
}
