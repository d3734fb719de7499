import type { EstimateReport } from '@backdesk/contract/estimate/queue-routes.ts';
import { useFormat } from '@backdesk/ui/format/use-format.tsx';
import styles from './estimate-report.module.css';
import { t } from './texts.ts';

type Month = EstimateReport['months'][number];

/** Won of all that were won or lost, in parts per million, to a whole percent: of few, more digits say nothing; null: there were none. */
export function winRate(months: readonly Month[]): number | null {
  const won = months.reduce((sum, month) => sum + month.won, 0);
  const ended = months.reduce((sum, month) => sum + month.won + month.lost, 0);
  return ended === 0 ? null : Math.round((won / ended) * 100) * 10_000;
}

const column = 32;
const tall = 72;
const head = 16;
const foot = 20;

/** The share of estimates won, a column a month; beside the picture the same figures as a table for who does not see it. */
export function WinRateColumns({ months }: { months: readonly Month[] }) {
  const { locale, percent, number } = useFormat();
  const monthName = (month: string, style: 'short' | 'long') =>
    new Intl.DateTimeFormat(locale, { month: style, ...(style === 'long' && { year: 'numeric' }), timeZone: 'UTC' }).format(new Date(`${month}-15T00:00:00Z`));
  return (
    <figure className={styles.wins}>
      <figcaption>{t.winRate()}</figcaption>
      <svg viewBox={`0 0 ${column * months.length} ${head + tall + foot}`} aria-hidden="true">
        {months.map((month, index) => {
          const rate = winRate([month]);
          const height = rate === null ? 0 : Math.max(2, (rate / 1_000_000) * tall);
          const middle = index * column + column / 2;
          return (
            <g key={month.month}>
              <rect className={styles.ground} x={middle - 9} y={head} width="18" height={tall} rx="2" />
              {rate !== null && <rect className={styles.won} x={middle - 9} y={head + tall - height} width="18" height={height} rx="2" />}
              <text x={middle} y={head - 5} textAnchor="middle">
                {rate === null ? '' : percent(rate)}
              </text>
              <text x={middle} y={head + tall + 14} textAnchor="middle">
                {monthName(month.month, 'short')}
              </text>
            </g>
          );
        })}
      </svg>
      <div className="vh">
        <table>
          <caption>{t.winRate()}</caption>
          <thead>
            <tr>
              <th scope="col">{t.month()}</th>
              <th scope="col">{t.won()}</th>
              <th scope="col">{t.lost()}</th>
              <th scope="col">{t.winShare()}</th>
            </tr>
          </thead>
          <tbody>
            {months.map((month) => {
              const rate = winRate([month]);
              return (
                <tr key={month.month}>
                  <th scope="row">{monthName(month.month, 'long')}</th>
                  <td>{number(month.won)}</td>
                  <td>{number(month.lost)}</td>
                  <td>{rate === null ? '—' : percent(rate)}</td>
                </tr>
              );
            })}
          </tbody>
        </table>
      </div>
    </figure>
  );
}
