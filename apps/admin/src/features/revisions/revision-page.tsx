import type { EstimateContent } from '@backdesk/contract/estimate/schema.ts';
import type { Order } from '@backdesk/contract/order/order.ts';
import { Button } from '@backdesk/ui/actions/button.tsx';
import { Panel } from '@backdesk/ui/data/panel.tsx';
import { SkeletonPage } from '@backdesk/ui/feedback/skeleton.tsx';
import { useToast } from '@backdesk/ui/feedback/toast.tsx';
import { useFormat } from '@backdesk/ui/format/use-format.tsx';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { EstimateDecisions } from '../../components/estimate-decisions/estimate-decisions.tsx';
import { LoadFailed } from '../../components/load-failed.tsx';
import { t as head } from '../../components/order-head/texts.ts';
import { ReadingMeta, ReadingPage } from '../../components/order-reading/reading-page.tsx';
import { ReadingSums } from '../../components/order-reading/reading-sums.tsx';
import { PageHead } from '../../components/page-head.tsx';
import { api } from '../../lib/api.ts';
import { downloadFile } from '../../lib/download-file.ts';
import { orderQuery } from '../../lib/order-query.ts';
import { sentenceOf } from '../../lib/problem.ts';
import { revisionQuery } from '../../lib/revision-queries.ts';
import { useMay } from '../../lib/session.tsx';
import { RevisionChanges } from './revision-changes.tsx';
import { RevisionLines } from './revision-lines.tsx';
import { RevisionList } from './revision-list.tsx';
import styles from './revision-page.module.css';
import { RevisionParties } from './revision-parties.tsx';
import { RevisionStatus } from './revision-status.tsx';
import { t } from './texts.ts';

/** A revision of an estimate as it was frozen, to read: among all of its order, with what changed since another one. */
export function RevisionPage({ orderId, number }: { orderId: string; number: number }) {
  const order = useQuery(orderQuery(orderId));
  const content = useQuery(revisionQuery(orderId, number));
  const failed = [order, content].find(({ isError, data }) => isError && data === undefined);
  if (failed !== undefined) return <LoadFailed isPage error={failed.error} onRetry={() => void failed.refetch()} />;
  if (order.data === undefined || content.data === undefined) return <SkeletonPage label={t.loading()} />;
  return <Revision order={order.data} content={content.data} />;
}

function Revision({ order, content }: { order: Order; content: EstimateContent }) {
  const format = useFormat();
  const { revision, status, expired, validUntil, issuedAt, issuedBy, customer, sha256, papers } = content;
  const lockUntil = order.estimate?.revisions.find((known) => known.revision === revision)?.lockUntil ?? null;
  const title = t.title(content.number, revision);
  return (
    <ReadingPage
      railLabel={t.revisions()}
      rail={
        <>
          <ReadingSums totals={content.totals} priceMode={content.priceMode} deposit={content.deposit} />
          <RevisionList order={order} shown={revision} />
        </>
      }
    >
      <PageHead
        title={title}
        aside={content.name ? <bdi>{content.name}</bdi> : undefined}
        back={{ label: order.stage === 'estimate' ? t.estimate(content.number) : head.title(order), orderId: order.id }}
        actions={
          <span className="row">
            <RevisionStatus status={status} expired={expired} />
            <PdfButton order={order} revision={revision} />
          </span>
        }
      />
      <ReadingMeta>
        <b>
          <bdi>{[customer.company, customer.name].filter(Boolean).join(' · ')}</bdi>
        </b>
        <bdi>{t.issued(issuedBy, format.dateTime(issuedAt))}</bdi>
        <span>{expired ? t.ended(format.date(validUntil)) : t.validUntil(format.date(validUntil))}</span>
      </ReadingMeta>
      {content.decisions.length > 0 && (
        <Panel title={t.answers()}>
          <EstimateDecisions orderId={order.id} revision={{ decisions: content.decisions, lockUntil }} />
        </Panel>
      )}
      <RevisionChanges order={order} revision={revision} />
      <RevisionLines content={content} />
      <RevisionParties content={content} />
      <p className={styles.hash}>
        {t.hash()} <code>{sha256}</code>
        {papers.document !== null && (
          <>
            <br />
            {t.pdfHash()} <code>{papers.document}</code>
          </>
        )}
        {papers.certificate !== null && (
          <>
            <br />
            {t.certificateHash()} <code>{papers.certificate}</code>
          </>
        )}
      </p>
    </ReadingPage>
  );
}

/** The paper of it. Drawing one lets the revision out, so whoever may not send gets no button. */
function PdfButton({ order, revision }: { order: Order; revision: number }) {
  const maySend = useMay('estimate:send');
  const toast = useToast();
  const queryClient = useQueryClient();
  const draw = useMutation({
    mutationFn: () => api.drawDocument({ params: { id: order.id, revision } }),
    onSuccess: async (file) => {
      downloadFile(file);
      await queryClient.invalidateQueries({ queryKey: orderQuery(order.id).queryKey, exact: true });
      await queryClient.invalidateQueries({ queryKey: revisionQuery(order.id, revision).queryKey });
    },
    onError: (error) => toast.show({ message: sentenceOf(error), tone: 'bad' }),
  });
  if (!maySend) return null;
  return (
    <Button size="small" icon="download" busy={draw.isPending} onClick={() => draw.mutate()}>
      {t.pdf()}
    </Button>
  );
}
