// What is in the pipeline, and how estimates ended by month. Read for a chart, not for a decision: it may be minutes old.
import { sql } from 'kysely';
import type { ReadContext } from '../../context.ts';

export type PipelineTotal = {
  readonly state: 'unsent' | 'sent' | 'viewed' | 'changes_requested' | 'accepted';
  readonly currency: string;
  readonly count: number;
  readonly amount: number;
};
export type MonthOfOutcomes = { readonly month: string; readonly won: number; readonly lost: number };

/** Estimates that may still become an order, by how far they came; each is in one state. What expired unanswered is in none. */
export async function sumPipeline({ db, scope, now }: ReadContext): Promise<readonly PipelineTotal[]> {
  const { rows } = await sql<PipelineTotal>`
    select state, currency, count(*)::integer "count", sum(promised_amount)::bigint amount from (
      select s.currency, s.promised_amount, case
        when s.status in ('accepted', 'accepted_in_part') then 'accepted'
        when s.status = 'changes_requested' then 'changes_requested'
        when s.status <> 'open' or s.expires_at + interval '1 second' <= ${now}::timestamptz then null
        when s.viewed_at is not null then 'viewed'
        when s.released_at is not null and not s.came_back then 'sent'
        else 'unsent' end state
      from estimate_standings s where s.account_id = ${scope.accountId}) x
    where state is not null group by state, currency`.execute(db);
  return rows;
}

/**
 * Estimates won and lost in the last twelve months, by the month of the account in which it was known: won when accepted, or
 * ordered without an answer; lost when declined, or when a released one ran out unanswered. An order counts
 * once, by what came last of its newest revision.
 */
export async function countOutcomes({ db, scope, now, account }: ReadContext): Promise<readonly MonthOfOutcomes[]> {
  const { rows } = await sql<MonthOfOutcomes>`
    with bounds as (
      select date_trunc('month', ${now}::timestamptz, ${account.timeZone}) this_month,
        date_trunc('month', ${now}::timestamptz - interval '335 days', ${account.timeZone}) since),
    outcomes as (
      select d.order_id, d.revision, d.decided_at at, d.kind <> 'declined' is_won
      from bounds cross join estimate_decisions d
      join estimate_revisions r on r.account_id = d.account_id and r.order_id = d.order_id and r.revision = d.revision and r.status = d.kind
      where d.account_id = ${scope.accountId} and d.decided_at >= since and d.kind <> 'changes_requested'
      union all
      select o.id, o.estimate_revision, o.submitted_at, true from orders o, bounds
      where o.account_id = ${scope.accountId} and o.submitted_at >= since and o.deleted_at is null and o.estimate_revision is not null
        and not exists (select from estimate_decisions d where d.account_id = o.account_id and d.order_id = o.id and d.kind in ('accepted', 'accepted_in_part'))
      union all
      select r.order_id, r.revision, r.expires_at, false from estimate_revisions r, bounds
      where r.account_id = ${scope.accountId} and r.status in ('open', 'changes_requested') and r.expires_at >= since
        and r.expires_at + interval '1 second' <= ${now}::timestamptz and r.released_at is not null),
    last as (
      select distinct on (x.order_id) x.at, x.is_won from outcomes x
      join orders o on o.account_id = ${scope.accountId} and o.id = x.order_id and o.deleted_at is null and o.estimate_revision = x.revision
      order by x.order_id, x.at desc)
    select to_char(m.month at time zone ${account.timeZone}, 'YYYY-MM') "month",
      count(*) filter (where l.is_won)::integer won, count(*) filter (where not l.is_won)::integer lost
    from bounds cross join lateral generate_series(since, this_month, interval '1 month', ${account.timeZone}) m (month)
    left join last l on date_trunc('month', l.at, ${account.timeZone}) = m.month
    group by m.month order by m.month`.execute(db);
  return rows;
}
