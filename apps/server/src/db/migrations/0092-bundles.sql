-- Bundles: a product that is made of other variants, so many of each for one bundle. Decision record 0047.
-- fixed: it has a price of its own; summed: it costs what its parts cost; null: it is no bundle.
alter table products add column bundle_pricing text check (bundle_pricing in ('fixed', 'summed'));
alter table products add constraint products_bundle_pricing check ((kind = 'bundle') = (bundle_pricing is not null));

create table bundle_parts (
  account_id uuid not null,
  id uuid not null,
  product_id uuid not null,
  variant_id uuid not null,
  position integer not null,
  -- Pieces in one bundle.
  quantity integer not null check (quantity between 1 and 10000),
  primary key (account_id, id),
  foreign key (account_id, product_id) references products (account_id, id),
  foreign key (account_id, variant_id) references variants (account_id, id)
);
create index bundle_parts_product on bundle_parts (account_id, product_id, position);
create index bundle_parts_variant on bundle_parts (account_id, variant_id);

-- A bundle line's copy of its parts; and of the line of a part which of them it is. No key to bundle_parts: nothing in the catalogue can
-- empty a document.
alter table order_lines add column parts jsonb not null default '[]';
alter table order_lines add column part_id uuid;
