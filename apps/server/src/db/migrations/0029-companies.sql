-- Companies merge changes field by field like customers, have numbers of their own, and one price role of the account may be
-- everybody's who has none (decision record 0024).
alter table companies add column field_versions jsonb not null default '{}';
alter table companies add column notes text not null default '';
update companies set name_key = lower(name) where name_key = '';
-- Nothing wrote numbers before; should somebody have, the second of two loses its own rather than stopping the update.
update companies c set number = null where number is not null and deleted_at is null and exists (
  select from companies o where o.account_id = c.account_id and lower(o.number) = lower(c.number) and o.deleted_at is null and o.id < c.id);
create unique index companies_number on companies (account_id, lower(number)) where deleted_at is null and number is not null;
create index companies_updated on companies (account_id, updated_at, id) where deleted_at is null;

alter table customer_roles add column version integer not null default 1;
alter table customer_roles add column is_default boolean not null default false;
update customer_roles c set name = c.name || ' ' || left(c.id::text, 8) where exists (
  select from customer_roles o where o.account_id = c.account_id and lower(o.name) = lower(c.name) and o.id < c.id);
create unique index customer_roles_name on customer_roles (account_id, lower(name));
create unique index customer_roles_default on customer_roles (account_id) where is_default;
