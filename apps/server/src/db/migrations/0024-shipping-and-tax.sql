-- Shipping and tax by postcode, and places where goods are fetched (decision record 0016).

-- How the postcodes begin that a rate reaches; empty: all of its country or region.
alter table tax_rates add column postcodes text[] not null default '{}';

create table pickup_places (
  account_id uuid not null references accounts (account_id),
  id uuid not null,
  version integer not null default 1,
  name text not null,
  address jsonb not null,
  hours text not null default '',
  active boolean not null default true,
  position integer not null default 0,
  primary key (account_id, id)
);
create unique index pickup_places_name on pickup_places (account_id, lower(name));

-- A copy of the place as chosen: { id, name, hours }. Its address is the shipment's own, so that it can change without moving orders.
alter table shipments add column pickup_place jsonb;
