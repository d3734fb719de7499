// The work queue in SQL: what stands in each queue (`s` is a row of estimate_standings), how many, and what they are worth. The
// standings are narrow and read through once for all queues; the listing filters by the same conditions.
import { type EstimateQueue, estimateQueues, expiringDays, lapsedDays } from '@backdesk/domain/estimate/queues.ts';
import { type RawBuilder, sql } from 'kysely';
import type { ReadContext } from '../../context.ts';

/** All of its mail was refused or came back, and nobody has it otherwise: as good as unsent. */
const isOut = sql`(s.released_at is not null and not s.came_back)`;

/** An estimate counts through its last second, which `expires_at` names. */
const hasRun = (now: Date) => sql`s.expires_at + interval '1 second' <= ${now}::timestamptz`;
const hasLapsed = (now: Date) => sql`s.expires_at < ${now}::timestamptz - make_interval(days => ${lapsedDays})`;

/** Whether the estimate `s` is in this queue at this moment. */
export function isInQueue(queue: EstimateQueue, now: Date): RawBuilder<boolean> {
  switch (queue) {
    case 'changes_requested':
      return sql`(s.status = 'changes_requested')`;
    case 'accepted':
      return sql`(s.status in ('accepted', 'accepted_in_part'))`;
    case 'unsent':
      return sql`(s.status = 'open' and not ${isOut} and not ${hasRun(now)})`;
    case 'not_viewed':
      return sql`(s.status = 'open' and ${isOut} and s.viewed_at is null and not ${hasRun(now)})`;
    case 'no_answer':
      return sql`(s.status = 'open' and s.viewed_at is not null and not ${hasRun(now)})`;
    case 'expiring':
      return sql`(s.status in ('open', 'changes_requested') and s.expires_at < ${now}::timestamptz + make_interval(days => ${expiringDays}) and not ${hasLapsed(now)})`;
    case 'drifted':
      return sql`((s.today_amount <> s.promised_amount or s.today_open) and (s.status in ('accepted', 'accepted_in_part')
        or s.status in ('open', 'changes_requested') and not ${hasLapsed(now)}))`;
  }
}

/** The queues in which the estimate `s` is at this moment, as an array of their names. */
export function queuesOf(now: Date): RawBuilder<readonly EstimateQueue[]> {
  const named = estimateQueues.map((queue) => sql`case when ${isInQueue(queue, now)} then ${sql.lit(queue)} end`);
  return sql`array_remove(array[${sql.join(named)}], null)`;
}

export type QueueTotal = { readonly queue: EstimateQueue; readonly currency: string; readonly count: number; readonly amount: number };

/** Each queue that holds something, by currency. One pass over the standings of the account. */
export async function countQueues({ db, scope, now }: ReadContext): Promise<readonly QueueTotal[]> {
  const counted = estimateQueues.map((queue) => {
    const within = isInQueue(queue, now);
    const [name, count, amount] = [sql.lit(queue), sql`count(*) filter (where ${within})`, sql`coalesce(sum(s.promised_amount) filter (where ${within}), 0)`];
    return sql`json_build_object('queue', ${name}, 'count', ${count}, 'amount', ${amount})`;
  });
  const { rows } = await sql<{ currency: string; queues: readonly Omit<QueueTotal, 'currency'>[] }>`
    select s.currency, json_build_array(${sql.join(counted)}) queues
    from estimate_standings s where s.account_id = ${scope.accountId} group by s.currency order by s.currency`.execute(db);
  return rows.flatMap(({ currency, queues }) => queues.filter(({ count }) => count > 0).map((total) => ({ ...total, currency })));
}
