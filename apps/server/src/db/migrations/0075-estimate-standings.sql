-- How each estimate stands: what the work queue counts, in rows narrow enough to be read through at each look (decision record
-- 0041). One row for each order in the stage `estimate`. Kept by triggers, so that no command can forget it.
alter table estimate_revisions
  -- What it would come to at the prices of today, and when that was worked out; null: not since it was issued or answered.
  add column today_amount bigint,
  add column compared_at timestamptz;

create table estimate_standings (
  account_id uuid not null,
  order_id uuid not null,
  revision integer not null,
  status text not null,
  currency text not null,
  -- As issued; once accepted, as accepted.
  promised_amount bigint not null,
  today_amount bigint,
  compared_at timestamptz,
  expires_at timestamptz not null,
  released_at timestamptz,
  viewed_at timestamptz,
  primary key (account_id, order_id),
  foreign key (account_id, order_id) references orders (account_id, id)
) with (fillfactor = 80);

create function stand_estimate(in_account uuid, of_order uuid) returns void language sql as $$
  delete from estimate_standings s where s.account_id = in_account and s.order_id = of_order and not exists (
    select from orders o where o.account_id = in_account and o.id = of_order and o.stage = 'estimate' and o.deleted_at is null);
  insert into estimate_standings as s
    select r.account_id, r.order_id, r.revision, r.status, r.currency,
      case when r.status in ('accepted', 'accepted_in_part') then coalesce((
        select (d.content::json #>> '{result,total}')::bigint from estimate_decisions d
        where d.account_id = r.account_id and d.order_id = r.order_id and d.revision = r.revision and d.kind = r.status), r.total_amount)
      else r.total_amount end,
      r.today_amount, r.compared_at, r.expires_at, r.released_at,
      (select max(f.at) from estimate_facts f
        where f.account_id = r.account_id and f.order_id = r.order_id and f.revision = r.revision and f.kind = 'viewed')
    from orders o join estimate_revisions r on r.account_id = o.account_id and r.order_id = o.id and r.revision = o.estimate_revision
    where o.account_id = in_account and o.id = of_order and o.stage = 'estimate' and o.deleted_at is null
  on conflict (account_id, order_id) do update set (revision, status, currency, promised_amount, today_amount, compared_at, expires_at, released_at, viewed_at) =
    (excluded.revision, excluded.status, excluded.currency, excluded.promised_amount, excluded.today_amount, excluded.compared_at, excluded.expires_at,
      excluded.released_at, excluded.viewed_at);
$$;

create function stand_estimate_of_order() returns trigger language plpgsql as $$
begin
  perform stand_estimate(new.account_id, new.id);
  return null;
end $$;
create trigger orders_stand_new after insert on orders for each row when (new.estimate_revision is not null) execute function stand_estimate_of_order();
create trigger orders_stand after update on orders for each row
  when ((old.stage, old.deleted_at, old.estimate_revision) is distinct from (new.stage, new.deleted_at, new.estimate_revision))
  execute function stand_estimate_of_order();

create function stand_estimate_of_revision() returns trigger language plpgsql as $$
begin
  perform stand_estimate(new.account_id, new.order_id);
  return null;
end $$;
create trigger estimate_revisions_stand after insert or update on estimate_revisions for each row execute function stand_estimate_of_revision();

create function stand_estimate_viewed() returns trigger language plpgsql as $$
begin
  update estimate_standings set viewed_at = new.at where account_id = new.account_id and order_id = new.order_id and revision = new.revision;
  return null;
end $$;
create trigger estimate_facts_stand after insert on estimate_facts for each row when (new.kind = 'viewed') execute function stand_estimate_viewed();

select stand_estimate(account_id, id) from orders where stage = 'estimate' and deleted_at is null;

-- Outcomes by month: what was decided, what ran out unanswered.
create index estimate_decisions_when on estimate_decisions (account_id, decided_at);
create index estimate_revisions_unanswered on estimate_revisions (account_id, expires_at) where status in ('open', 'changes_requested');
