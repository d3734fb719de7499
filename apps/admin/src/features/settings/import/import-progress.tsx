import type { ImportRun } from '@backdesk/contract/import/schema.ts';
import { useFormat } from '@backdesk/ui/format/use-format.tsx';
import { useEffect, useState } from 'react';
import styles from './import-page.module.css';
import { rateOf, type Sample, secondsLeft, withSample } from './progress-rate.ts';
import { t } from './texts.ts';

/** Rows read of all, rows per second and the time left, from one answer of the server to the next. */
export function ImportProgress({ run, at }: { run: ImportRun; at: number }) {
  const { number } = useFormat();
  const [samples, setSamples] = useState<readonly Sample[]>([{ at: Date.parse(run.createdAt), rows: 0 }]);
  useEffect(() => setSamples((before) => withSample(before, { at, rows: run.rowsRead })), [at, run.rowsRead]);
  const { rowsRead, rowsTotal } = run;
  const rate = rateOf(samples);
  const left = secondsLeft(rate, { read: rowsRead, total: rowsTotal });
  return (
    <div className="stack">
      <progress className={styles.bar} aria-label={t.progress()} {...(rowsTotal === null ? {} : { value: rowsRead, max: rowsTotal })} />
      <p className={styles.sums}>
        <span>{rowsTotal === null ? t.rowsRead(number(rowsRead)) : t.rowsOf(number(rowsRead), number(rowsTotal))}</span>
        {rate !== null && <span>{t.perSecond(number(Math.round(rate)))}</span>}
        {left !== null && <span>{t.left(left < 90 ? t.seconds(number(left)) : t.minutes(number(Math.ceil(left / 60))))}</span>}
      </p>
    </div>
  );
}
