-- What customers decided about a revision: the evidence, kept as the very text that was hashed (RFC 8785), never changed and
-- never removed. One acceptance for a revision, whoever raced for it.
create table estimate_decisions (
  account_id uuid not null,
  id uuid not null,
  order_id uuid not null,
  revision integer not null,
  kind text not null check (kind in ('accepted', 'accepted_in_part', 'declined', 'changes_requested')),
  content text not null,
  sha256 bytea not null,
  decided_at timestamptz not null,
  primary key (account_id, id),
  foreign key (account_id, order_id, revision) references estimate_revisions (account_id, order_id, revision)
);
create index estimate_decisions_revision on estimate_decisions (account_id, order_id, revision, decided_at);
create unique index estimate_decisions_one_acceptance on estimate_decisions (account_id, order_id, revision)
  where kind in ('accepted', 'accepted_in_part');

create function keep_estimate_decisions() returns trigger language plpgsql as $$
begin
  raise exception 'A decision about an estimate is kept as it was made.';
end $$;
create trigger estimate_decisions_kept before update or delete on estimate_decisions for each row execute function keep_estimate_decisions();

-- The prices of an accepted revision hold until then; null: until it expires.
alter table estimate_revisions add column lock_until timestamptz;

-- How many of a line the customer may take.
alter table order_lines
  add column customer_minimum integer check (customer_minimum > 0),
  add column customer_maximum integer,
  add constraint order_lines_customer_bounds check ((customer_minimum is null) = (customer_maximum is null) and customer_minimum <= customer_maximum);

alter table accounts
  add column accepted_lock_days integer not null default 30 check (accepted_lock_days between 0 and 365),
  add column drift_policy text not null default 'ask' check (drift_policy in ('honour', 'requote', 'ask')),
  add column accepts_in_part boolean not null default false;
