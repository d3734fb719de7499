-- What was handed over to a mail server, so that it can be composed again to the byte; and mail that came back after that.
alter table mails
  drop constraint mails_state_check,
  add constraint mails_state_check check (state in ('queued', 'kept', 'sent', 'failed', 'canceled', 'bounced')),
  -- The acceptance whose certificate it carries.
  add column certificate_of uuid,
  -- Of the last time it was handed over; null: never, or before this was noted. The files it carried, by id, in their order.
  add column sender text,
  add column sender_name text,
  add column message_id text,
  add column attached uuid[],
  add column sha256 bytea,
  add column bounced_at timestamptz,
  add constraint mails_certificate foreign key (account_id, certificate_of) references estimate_decisions (account_id, id);
create index mails_certificate on mails (account_id, certificate_of) where certificate_of is not null;

-- An estimate all of whose mail was refused or came back is as good as unsent, until a link is handed on or the page is opened.
alter table estimate_standings add column came_back boolean not null default false;

create or replace function stand_estimate(in_account uuid, of_order uuid) returns void language sql as $$
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
        where f.account_id = r.account_id and f.order_id = r.order_id and f.revision = r.revision and f.kind = 'viewed'),
      exists (select from mails m where m.account_id = r.account_id and m.order_id = r.order_id and m.revision = r.revision
        and m.template = 'estimate' and m.state in ('failed', 'bounced'))
      and not exists (select from mails m where m.account_id = r.account_id and m.order_id = r.order_id and m.revision = r.revision
        and m.template = 'estimate' and m.state in ('queued', 'kept', 'sent'))
      and not exists (select from estimate_facts f where f.account_id = r.account_id and f.order_id = r.order_id and f.revision = r.revision
        and f.kind in ('viewed', 'downloaded', 'link_copied'))
    from orders o join estimate_revisions r on r.account_id = o.account_id and r.order_id = o.id and r.revision = o.estimate_revision
    where o.account_id = in_account and o.id = of_order and o.stage = 'estimate' and o.deleted_at is null
  on conflict (account_id, order_id) do update set
    (revision, status, currency, promised_amount, today_amount, compared_at, expires_at, released_at, viewed_at, came_back) =
    (excluded.revision, excluded.status, excluded.currency, excluded.promised_amount, excluded.today_amount, excluded.compared_at, excluded.expires_at,
      excluded.released_at, excluded.viewed_at, excluded.came_back);
$$;

create or replace function stand_estimate_viewed() returns trigger language plpgsql as $$
begin
  update estimate_standings set viewed_at = case when new.kind = 'viewed' then new.at else viewed_at end, came_back = false
    where account_id = new.account_id and order_id = new.order_id and revision = new.revision;
  return null;
end $$;
drop trigger estimate_facts_stand on estimate_facts;
create trigger estimate_facts_stand after insert on estimate_facts for each row
  when (new.kind in ('viewed', 'downloaded', 'link_copied')) execute function stand_estimate_viewed();

create function stand_estimate_of_mail() returns trigger language plpgsql as $$
begin
  if tg_op = 'INSERT' then
    update estimate_standings set came_back = false
      where account_id = new.account_id and order_id = new.order_id and revision = new.revision and came_back;
  else
    perform stand_estimate(new.account_id, new.order_id);
  end if;
  return null;
end $$;
-- Only what turns it one way or the other: most mail is sent and stays so.
create trigger mails_stand after update of state on mails for each row
  when (new.template = 'estimate' and old.state is distinct from new.state and (new.state in ('failed', 'bounced') or old.state in ('failed', 'bounced')))
  execute function stand_estimate_of_mail();
create trigger mails_stand_new after insert on mails for each row when (new.template = 'estimate' and new.state = 'queued')
  execute function stand_estimate_of_mail();
select stand_estimate(account_id, id) from orders where stage = 'estimate' and deleted_at is null;
