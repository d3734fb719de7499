import type { EstimatePage } from '@backdesk/contract/estimate/schema.ts';
import { describeChange, describeSum } from '@backdesk/domain/estimate/describe-change.ts';
import { changeWriting } from '@backdesk/ui/format/change-writing.ts';
import { useFormat } from '@backdesk/ui/format/use-format.tsx';
import { texts } from './texts.ts';

type Changed = NonNullable<EstimatePage['changed']>;

/** What is different from what this visitor looked at last, in plain words and amounts: first of all, before anything is decided. */
export function EstimateChanges({ changed, currency }: { readonly changed: Changed; readonly currency: string }) {
  const format = useFormat();
  const { changes, sums, count, since } = changed.comparison;
  if (count === 0) return null;
  const writing = changeWriting(format, currency);
  const title = texts.changedSince(count, since);
  return (
    <section className="estimate-changes" aria-label={title}>
      <h2>{title}</h2>
      <p className="small soft">{texts.youSaw(since, format.day(changed.lookedAt))}</p>
      <ul>
        {changes.map((change, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: a comparison of what is frozen never moves
          <li key={index}>
            <bdi>{describeChange(change, writing)}</bdi>
            {change.difference !== null && (
              <span className="num">{change.difference.amount === 0 ? texts.samePrice : writing.signed(change.difference.amount)}</span>
            )}
          </li>
        ))}
        {sums.map(({ kind, from, to }) => (
          <li key={kind} className={kind === 'total' ? 'estimate-changes-total' : 'soft'}>
            <span>{describeSum({ kind, from: from?.amount ?? null, to: to?.amount ?? null }, writing)}</span>
            <span className="num">{writing.signed((to?.amount ?? 0) - (from?.amount ?? 0))}</span>
          </li>
        ))}
      </ul>
    </section>
  );
}
