-- What was promised and is not offered any more, as it was last compared: [{"name", "nearest": {"name", "amount"} or null}].
alter table estimate_revisions add column today_rates_gone jsonb;
-- Whether today's total leaves shipping out because nothing is offered for it: another than was promised, whatever the rest comes to.
alter table estimate_standings add column today_open boolean not null default false;
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
        and f.kind in ('viewed', 'downloaded', 'link_copied')),
      exists (select from jsonb_array_elements(r.today_rates_gone) gone where jsonb_typeof(gone -> 'nearest') = 'null')
    from orders o join estimate_revisions r on r.account_id = o.account_id and r.order_id = o.id and r.revision = o.estimate_revision
    where o.account_id = in_account and o.id = of_order and o.stage = 'estimate' and o.deleted_at is null
  on conflict (account_id, order_id) do update set
    (revision, status, currency, promised_amount, today_amount, compared_at, expires_at, released_at, viewed_at, came_back, today_open) =
    (excluded.revision, excluded.status, excluded.currency, excluded.promised_amount, excluded.today_amount, excluded.compared_at, excluded.expires_at,
      excluded.released_at, excluded.viewed_at, excluded.came_back, excluded.today_open);
$$;

-- A revision that is out never changes and is never removed, by a slip in plain SQL neither, as with decisions and certificates (0052, 0071).
-- What may move is what happens to it: its status, a later day, what it would come to today. One that nobody was given yet is written
-- anew under its number, and is unreleased again where a mail was taken back before it left and nothing else let it out. Soft delete
-- touches none of this. Restoring a backup, and a migration that must, switch the triggers off in their transaction.
create function keep_estimate_revisions() returns trigger language plpgsql as $$
begin
  if tg_op = 'DELETE'
    or (old.account_id, old.order_id, old.revision) is distinct from (new.account_id, new.order_id, new.revision)
    or (old.released_at is not null and (
      (old.content, old.sha256, old.order_version, old.total_amount, old.open_parts, old.currency, old.message, old.issued_by, old.issued_at)
        is distinct from
        (new.content, new.sha256, new.order_version, new.total_amount, new.open_parts, new.currency, new.message, new.issued_by, new.issued_at)
      or new.valid_until < old.valid_until
      or (old.lock_until is not null and new.lock_until is distinct from old.lock_until)
      or (new.status = 'open' and old.status <> 'open')
      or (new.released_at is not null and new.released_at <> old.released_at)
      or (new.released_at is null and (
        exists (select from estimate_facts f where (f.account_id, f.order_id, f.revision) = (old.account_id, old.order_id, old.revision))
        or exists (select from estimate_documents d where (d.account_id, d.order_id, d.revision) = (old.account_id, old.order_id, old.revision))
        or exists (select from estimate_decisions d where (d.account_id, d.order_id, d.revision) = (old.account_id, old.order_id, old.revision))))))
  then
    raise exception 'A revision that is out is kept as it was frozen.';
  end if;
  return new;
end $$;
create trigger estimate_revisions_kept before update or delete on estimate_revisions for each row execute function keep_estimate_revisions();

-- Its papers: only one that was drawn of what an unreleased revision said before gives way.
create function keep_estimate_documents() returns trigger language plpgsql as $$
begin
  if tg_op = 'UPDATE' or exists (select from estimate_revisions r
    where (r.account_id, r.order_id, r.revision) = (old.account_id, old.order_id, old.revision) and r.sha256 = old.content_sha256)
  then
    raise exception 'The document of a revision is kept as it was drawn.';
  end if;
  return old;
end $$;
create trigger estimate_documents_kept before update or delete on estimate_documents for each row execute function keep_estimate_documents();

-- And the hashes they are known by. Rows of files that nothing names may go; what they say of their bytes never changes.
create function keep_files() returns trigger language plpgsql as $$
begin
  raise exception 'What a file holds is kept as it came.';
end $$;
create trigger files_kept before update on files for each row
  when ((old.account_id, old.id, old.sha256, old.bytes) is distinct from (new.account_id, new.id, new.sha256, new.bytes)) execute function keep_files();
