import type { EstimateReport as Report } from '@backdesk/contract/estimate/queue-routes.ts';
import { useFormat } from '@backdesk/ui/format/use-format.tsx';
import { Icon } from '@backdesk/ui/icons/icon.tsx';
import { useQuery } from '@tanstack/react-query';
import { useId, useState } from 'react';
import styles from './estimate-report.module.css';
import { PipelineBars } from './pipeline-bars.tsx';
import { queueQuery, reportQuery } from './queue-query.ts';
import { t } from './texts.ts';
import { WinRateColumns, winRate } from './win-rate-columns.tsx';

/** What is in the pipeline and how much of it is won: one line that opens into two small charts. */
export function EstimateReport() {
  const { data } = useQuery(reportQuery());
  const { data: queue } = useQuery(queueQuery());
  const [isOpen, setOpen] = useState(false);
  const id = useId();
  const format = useFormat();
  if (data === undefined || queue === undefined || isEmpty(data)) return null;
  const open = sumIn(data, format.currency);
  const rate = winRate(data.months);
  const says = [t.inPipeline(format.money({ amount: open, currency: format.currency })), ...(rate === null ? [] : [t.wonShare(format.percent(rate))])];
  return (
    <section className={styles.report} aria-label={t.report()}>
      <button type="button" className={styles.toggle} aria-expanded={isOpen} aria-controls={id} onClick={() => setOpen(!isOpen)}>
        <Icon name={isOpen ? 'chevron-down' : 'chevron-right'} />
        <span>{says.join(' · ')}</span>
      </button>
      <div id={id} className={styles.charts} hidden={!isOpen}>
        <PipelineBars pipeline={data.pipeline} currency={format.currency} />
        <WinRateColumns months={data.months} />
      </div>
    </section>
  );
}

const isEmpty = ({ pipeline, months }: Report) => pipeline.every(({ count }) => count === 0) && months.every(({ won, lost }) => won + lost === 0);

const sumIn = ({ pipeline }: Report, currency: string) =>
  pipeline.flatMap(({ values }) => values).reduce((sum, value) => (value.currency === currency ? sum + value.amount : sum), 0);
