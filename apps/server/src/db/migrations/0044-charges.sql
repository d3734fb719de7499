-- Setup and run charges: what an order of a product pays beside its pieces. A setup is charged once for a break group, a run for each piece.
create table product_charges (
  account_id uuid not null,
  id uuid not null,
  product_id uuid not null,
  -- null: of every variant.
  variant_id uuid,
  position integer not null,
  kind text not null check (kind in ('setup', 'run')),
  code text not null,
  name text not null,
  currency text not null,
  -- [{ quantity, extendedPrice }] ascending, as price tables of lines have them: major units for all of them together.
  breaks jsonb not null,
  removable boolean not null default true,
  primary key (account_id, id),
  foreign key (account_id, product_id) references products (account_id, id),
  foreign key (account_id, variant_id) references variants (account_id, id)
);
create index product_charges_product on product_charges (account_id, product_id, position);
create index product_charges_variant on product_charges (account_id, variant_id) where variant_id is not null;

-- [{ id, kind, code, name, breaks, removable, waived, gone }]: a line's copy of the charges it brings along; and of a charge line which
-- of them it is. No key to product_charges: nothing in the catalogue can empty a document.
alter table order_lines add column charges jsonb not null default '[]';
alter table order_lines add column charge_id uuid;
