-- The listing of customers in each of its orders (decision record 0022). Each order is an index that ends in the id, so that a
-- page costs the same wherever it is. `company_key` and `number_key` are written by the store; '~' sorts behind all letters and
-- digits and stands for none.
alter table customers
  add column company_key text collate "C" not null default '~',
  -- The number in small letters with each group of digits filled up with zeros: C-9 stands before C-10.
  add column number_key text collate "C" not null default '~';

update customers c set company_key = o.name_key
from companies o where o.account_id = c.account_id and o.id = c.company_id and o.name_key <> '';
update customers set number_key = case when number ~ '^[0-9]{1,12}$' then lpad(number, 12, '0') else lower(number) end where number is not null;

drop index customers_listing;
create index customers_by_company on customers (account_id, company_key, name_key, id) where deleted_at is null;
create index customers_by_number on customers (account_id, number_key, id) where deleted_at is null;
create index customers_by_created on customers (account_id, created_at, id) where deleted_at is null;
create index customers_deleted on customers (account_id, deleted_at) where deleted_at is not null;
create index customers_fields on customers using gin (fields jsonb_path_ops) with (fastupdate = off) where deleted_at is null;

-- A company with another name keeps its people where they belong in the listing.
create function keep_company_key() returns trigger language plpgsql as $$
begin
  update customers set company_key = case when new.name_key = '' then '~' else new.name_key end
  where account_id = new.account_id and company_id = new.id;
  return null;
end $$;
create trigger companies_key after update on companies for each row
  when (old.name_key is distinct from new.name_key) execute function keep_company_key();

-- When a customer last ordered, in a narrow row of its own: an order submitted touches no index of `customers`. Every customer
-- has a row, however it was made; who has not ordered yet has the first day of all.
create table customer_activity (
  account_id uuid not null,
  customer_id uuid not null,
  last_order_at timestamptz not null default '0001-01-01 00:00:00+00',
  primary key (account_id, customer_id),
  foreign key (account_id, customer_id) references customers (account_id, id)
) with (fillfactor = 80);
insert into customer_activity (account_id, customer_id, last_order_at)
  select c.account_id, c.id, coalesce((select max(o.submitted_at) from orders o
    where o.account_id = c.account_id and o.customer_id = c.id and o.deleted_at is null), '0001-01-01 00:00:00+00')
  from customers c;
create index customer_activity_last_order on customer_activity (account_id, last_order_at, customer_id);

create function add_customer_activity() returns trigger language plpgsql as $$
begin
  insert into customer_activity (account_id, customer_id) select n.account_id, n.id from new_rows n on conflict do nothing;
  return null;
end $$;
create trigger customers_activity after insert on customers referencing new table as new_rows for each statement execute function add_customer_activity();

create function note_last_order() returns trigger language plpgsql as $$
begin
  update customer_activity set last_order_at = new.submitted_at
  where account_id = new.account_id and customer_id = new.customer_id and last_order_at < new.submitted_at;
  return null;
end $$;
create trigger orders_last_order after update on orders for each row
  when (new.submitted_at is not null and new.submitted_at is distinct from old.submitted_at) execute function note_last_order();
create trigger orders_last_order_made after insert on orders for each row when (new.submitted_at is not null) execute function note_last_order();
