import type { EstimatePage } from '@backdesk/contract/estimate/schema.ts';
import { acceptedHoldText } from '@backdesk/domain/estimate/price-hold.ts';
import { buttonClass } from '@backdesk/ui/actions/button.tsx';
import { InlineNotice } from '@backdesk/ui/feedback/inline-notice.tsx';
import { useFormat } from '@backdesk/ui/format/use-format.tsx';
import { Icon } from '@backdesk/ui/icons/icon.tsx';
import { useEffect, useRef } from 'react';
import { revisionAddress } from './shown-revision.ts';
import { texts } from './texts.ts';

type NoticesProps = {
  readonly estimate: EstimatePage;
  readonly token: string;
  readonly replacedBy: number | undefined;
  /** It has just happened here, so it is read out and looked at. */
  readonly isNew: boolean;
  readonly isOvertaken: boolean;
  /** The PDF with the certificate is being fetched. */
  readonly onCertificate: () => void;
};

/** What became of the estimate, in a sentence with what to do. */
export function EstimateNotices({ estimate, token, replacedBy, isNew, isOvertaken, onCertificate }: NoticesProps) {
  const format = useFormat();
  const place = useRef<HTMLDivElement>(null);
  const { status, expired, decisions, account, acceptedBefore, orderedAt, prices } = estimate;
  useEffect(() => {
    if (isNew || isOvertaken) place.current?.focus();
  }, [isNew, isOvertaken]);
  const isAskedAgain = estimate.mayDecide || (status === 'superseded' && orderedAt === null);
  const before = replacedBy === undefined && isAskedAgain ? acceptedBefore : null;
  const closed =
    replacedBy !== undefined
      ? null
      : status === 'withdrawn'
        ? texts.withdrawn
        : status === 'superseded'
          ? orderedAt !== null
            ? texts.orderedWithout
            : before !== null
              ? null
              : texts.superseded(account.name)
          : expired && (status === 'open' || status === 'changes_requested')
            ? texts.expired
            : null;
  const last = decisions.findLast(({ kind }) => kind === status);
  const by = last === undefined ? '' : [last.name, last.title].filter((part) => part !== '').join(', ');
  const decided = last === undefined ? null : texts.decided[last.kind](format.day(last.at), by, last.total === null ? '' : format.money(last.total));
  const comments = decisions.filter(({ kind }) => kind === 'changes_requested').flatMap((decision) => decision.comments);
  return (
    <div ref={place} tabIndex={-1} className="estimate-notices">
      {replacedBy !== undefined && (
        <InlineNotice tone="warn" title={texts.old(estimate.revision)} actions={<a href={revisionAddress(replacedBy)}>{texts.backTo(replacedBy)}</a>}>
          {texts.replaced(replacedBy)}
        </InlineNotice>
      )}
      {isOvertaken && (
        <InlineNotice tone="warn" live="alert" title={texts.overtaken.title}>
          {texts.overtaken.body}
        </InlineNotice>
      )}
      {before !== null && (
        <InlineNotice tone="warn" title={texts.acceptedBefore(before.revision, format.money(before.total), format.day(before.at))}>
          {estimate.mayDecide ? texts.replacedAccepted(account.name, estimate.revision) : texts.awaitNew(account.name)}
        </InlineNotice>
      )}
      {closed !== null && (
        <InlineNotice tone="warn" title={closed.title}>
          {closed.body}
        </InlineNotice>
      )}
      {decided !== null && last !== undefined && (
        <InlineNotice
          tone={last.total === null ? 'open' : 'good'}
          title={decided.title}
          {...(isNew && { live: 'status' as const })}
          {...(last.total !== null && {
            actions: (
              <a
                className={buttonClass({ size: 'small' })}
                href={`/api/estimates/v1/${token}/revisions/${estimate.revision}/certificate`}
                download
                onClick={onCertificate}
              >
                <Icon name="download" />
                <span>{texts.certificate}</span>
              </a>
            ),
          })}
        >
          <p>{decided.body}</p>
          {last.total !== null && orderedAt !== null && <p>{texts.orderedAsAccepted(format.day(orderedAt))}</p>}
          {last.total !== null && prices !== null && <p>{acceptedHoldText(prices, { day: format.date }, account.name, prices.over)}</p>}
          {cameAlong(last) !== '' && (
            <p>
              <bdi>{cameAlong(last)}</bdi>
            </p>
          )}
        </InlineNotice>
      )}
      {comments.length > 0 && (
        <section className="estimate-comments" aria-label={texts.yourComments}>
          <h2 className="estimate-section">{texts.yourComments}</h2>
          {comments.map(({ line, text }, index) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: what was asked for is kept as it was, in its order
            <p key={index} dir="auto">
              {line !== '' && <b>{line}: </b>}
              {text}
            </p>
          ))}
        </section>
      )}
    </div>
  );
}

/** "PO number PO-77 · PO 77.pdf" */
function cameAlong({ poNumber, files }: EstimatePage['decisions'][number]): string {
  const order = files.filter(({ role }) => role === 'purchase_order').map(({ name }) => name);
  return [...(poNumber === '' ? [] : [texts.withPo(poNumber)]), ...order].join(' · ');
}
