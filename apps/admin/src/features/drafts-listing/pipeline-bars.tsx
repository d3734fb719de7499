import type { EstimateReport } from '@backdesk/contract/estimate/queue-routes.ts';
import { useFormat } from '@backdesk/ui/format/use-format.tsx';
import { VisuallyHidden } from '@backdesk/ui/text/visually-hidden.tsx';
import styles from './estimate-report.module.css';
import { t } from './texts.ts';

type Pipeline = EstimateReport['pipeline'];

/** A table of stages whose bars show their value in the account's currency; it reads the same without them. */
export function PipelineBars({ pipeline, currency }: { pipeline: Pipeline; currency: string }) {
  const { money, number } = useFormat();
  const worth = ({ values }: Pipeline[number]) => values.find((value) => value.currency === currency)?.amount ?? 0;
  const most = Math.max(1, ...pipeline.map(worth));
  return (
    <table className={styles.pipeline}>
      <caption>{t.pipeline()}</caption>
      <thead>
        <tr>
          {[t.stage(), t.estimates(), t.bar(), t.value()].map((head) => (
            <th key={head} scope="col">
              <VisuallyHidden>{head}</VisuallyHidden>
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {pipeline.map((state) => (
          <tr key={state.state}>
            <th scope="row">{t.pipelineStates[state.state]}</th>
            <td className={styles.count}>{number(state.count)}</td>
            <td className={styles.bar} aria-hidden="true">
              <svg viewBox="0 0 100 10" preserveAspectRatio="none">
                <title>{t.pipelineStates[state.state]}</title>
                <rect width={(worth(state) / most) * 100} height="10" />
              </svg>
            </td>
            <td className={styles.worth}>{state.values.length === 0 ? '—' : state.values.map((value) => money(value)).join(' + ')}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
