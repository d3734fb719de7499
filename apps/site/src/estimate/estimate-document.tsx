import type { EstimatePage } from '@backdesk/contract/estimate/schema.ts';
import { priceHoldText } from '@backdesk/domain/estimate/price-hold.ts';
import { Button, buttonClass } from '@backdesk/ui/actions/button.tsx';
import { daysUntil } from '@backdesk/ui/format/relative-time.ts';
import { useFormat } from '@backdesk/ui/format/use-format.tsx';
import { Icon } from '@backdesk/ui/icons/icon.tsx';
import { Dotted } from '@backdesk/ui/text/dotted.tsx';
import { useEffect, useRef } from 'react';
import { ChoiceLines } from './choice-lines.tsx';
import { EarlierRevisions } from './earlier-revisions.tsx';
import { EstimateAnswer } from './estimate-answer.tsx';
import { EstimateChanges } from './estimate-changes.tsx';
import { EstimateLines } from './estimate-lines.tsx';
import { EstimateNotices } from './estimate-notices.tsx';
import { EstimateParties } from './estimate-parties.tsx';
import { EstimateProof } from './estimate-proof.tsx';
import { EstimateSeller } from './estimate-seller.tsx';
import { EstimateTotals } from './estimate-totals.tsx';
import { AvailabilityProvider, useAvailability } from './line-availability.tsx';
import { MessagesPanel } from './messages-panel.tsx';
import { texts } from './texts.ts';
import type { Sent } from './use-answer.ts';
import { useChoices } from './use-choices.ts';
import { usePapers } from './use-papers.ts';
import { useReadToEnd } from './use-read-to-end.ts';

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

type EstimateDocumentProps = {
  readonly estimate: EstimatePage;
  readonly token: string;
  /** Of a revision of before: the newest one, where it is answered. */
  readonly replacedBy?: number;
  /** What the last answer from here came to. */
  readonly sent?: Sent | null;
  readonly onSent?: (sent: Sent) => Promise<void>;
};

const toNobody = async () => {};

/** The frozen revision, to be read and answered: who, until when, what, how much, and three ways to say so. */
export function EstimateDocument({ estimate, token, replacedBy, sent = null, onSent = toNobody }: EstimateDocumentProps) {
  const format = useFormat();
  const choosing = useChoices(estimate);
  const { papers, fetched } = usePapers({ estimate, token, isEarlier: replacedBy !== undefined });
  const answer = useRef<HTMLElement>(null);
  const end = useReadToEnd(token, estimate, replacedBy === undefined && estimate.mayDecide);
  const { mayDecide, mayAcceptInPart, status } = estimate;
  // Once answered or taken back, until when it might have been is beside the point.
  const isUnanswered = status === 'open' || status === 'changes_requested';
  const mayChoose = mayDecide && !estimate.needsReissue;
  const notices = useAvailability({ lines: choosing.lines, now: estimate.availability, leftOut: choosing.leftOut });
  useEffect(() => {
    document.title = texts.documentTitle(estimate.number, estimate.account.name);
    document.documentElement.lang = estimate.account.locale;
  }, [estimate]);
  return (
    <AvailabilityProvider notices={notices}>
      <div className="estimate">
        <header className="estimate-top">
          <span className="estimate-shop">
            {estimate.account.logoUrl === null ? (
              <svg viewBox="0 0 24 24" aria-hidden="true">
                <rect width="24" height="24" rx="6" fill="currentColor" />
                <path
                  d="M4.5 16.5 9 9l3 4.6L14 11l5.5 5.5"
                  fill="none"
                  stroke="var(--on-accent)"
                  strokeWidth="1.8"
                  strokeLinejoin="round"
                  strokeLinecap="round"
                />
              </svg>
            ) : (
              <img className="estimate-logo" src={estimate.account.logoUrl} alt="" />
            )}
            {estimate.account.name}
          </span>
          <span className="estimate-print estimate-paper">
            <a
              className={buttonClass({})}
              href={`/api/estimates/v1/${token}/document?revision=${estimate.revision}`}
              download
              onClick={() => fetched('document')}
            >
              <Icon name="download" />
              <span>{texts.document}</span>
            </a>
            <Button onClick={() => window.print()}>{texts.print}</Button>
          </span>
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
                <Dotted
                  items={[
                    { key: 'customer', content: <bdi>{texts.forWhom(estimate.customer)}</bdi> },
                    { key: 'seller', content: <bdi>{texts.from(estimate.issuedBy)}</bdi> },
                    { key: 'day', content: format.day(estimate.issuedAt) },
                  ]}
                />
              </p>
            </div>
            {replacedBy === undefined && isUnanswered && <Validity estimate={estimate} />}
          </div>
          <EstimateNotices
            estimate={estimate}
            token={token}
            onCertificate={() => fetched('certificate')}
            replacedBy={replacedBy}
            isNew={sent === 'answered'}
            isOvertaken={sent === 'overtaken'}
          />
          {mayDecide && estimate.changed !== null && <EstimateChanges changed={estimate.changed} currency={estimate.currency} />}
          <div className="estimate-grid">
            <div>
              {estimate.message !== '' && (
                <p className="estimate-words" dir="auto">
                  {estimate.message}
                </p>
              )}
              <EstimateLines lines={choosing.lines} currency={estimate.currency} choosing={mayChoose ? choosing : null} mayLeaveOut={mayAcceptInPart} />
              {mayChoose && <ChoiceLines choosing={choosing} currency={estimate.currency} />}
              <div ref={end} className="estimate-end" />
              {estimate.note !== '' && (
                <p className="estimate-words" dir="auto">
                  {estimate.note}
                </p>
              )}
              <EstimateParties estimate={estimate} />
              {estimate.terms !== '' && (
                <section className="estimate-terms" aria-label={texts.terms}>
                  <h2 className="estimate-section">{texts.terms}</h2>
                  <p className="estimate-words small" dir="auto">
                    {estimate.terms}
                  </p>
                </section>
              )}
            </div>
            <aside ref={answer} className="estimate-sum" aria-label={texts.total}>
              <EstimateTotals estimate={estimate} totals={choosing.totals} deposit={choosing.deposit} />
              {mayDecide && estimate.prices !== null && (
                <p className="small soft">{priceHoldText(estimate.prices, { day: format.date }, estimate.account.name)}</p>
              )}
              {mayDecide && <EstimateAnswer estimate={estimate} token={token} choosing={choosing} notices={notices} onSent={onSent} />}
              <p className="small soft">{texts.contact(estimate.issuedBy, estimate.account.name)}</p>
            </aside>
            <div>
              {replacedBy === undefined && <MessagesPanel token={token} shop={estimate.account.name} />}
              <EarlierRevisions estimate={estimate} />
              <EstimateProof papers={papers} />
              <EstimateSeller seller={estimate.seller} />
            </div>
          </div>
        </main>
        <div className="estimate-bar">
          <p aria-live="polite">
            <span className="small soft">
              {texts.total}
              {choosing.totals.open.length > 0 && ` ${texts.plus(choosing.totals.open)}`}
            </span>
            <b className="num">{format.money(choosing.totals.total)}</b>
          </p>
          {mayDecide && (
            <Button variant="primary" size="large" onClick={() => answer.current?.scrollIntoView({ block: 'end' })}>
              {texts.toAnswer}
            </Button>
          )}
        </div>
      </div>
    </AvailabilityProvider>
  );
}
