-- Which price roles may buy a product or a variant of it: those named to include, or all but those named to exclude.
create table buyer_rules (
  account_id uuid not null references accounts (account_id),
  id uuid not null,
  product_id uuid not null,
  -- null: the product with all its variants.
  variant_id uuid,
  role_id uuid not null,
  effect text not null check (effect in ('include', 'exclude')),
  primary key (account_id, id),
  foreign key (account_id, product_id) references products (account_id, id),
  foreign key (account_id, variant_id) references variants (account_id, id),
  foreign key (account_id, role_id) references customer_roles (account_id, id)
);
create unique index buyer_rules_once on buyer_rules (account_id, product_id, variant_id, role_id) nulls not distinct;
create index buyer_rules_variant on buyer_rules (account_id, variant_id);
create index buyer_rules_role on buyer_rules (account_id, role_id);

-- Why the line's product is not sold to this customer, as it was when the line was last read from the catalogue.
alter table order_lines add column unavailable text check (unavailable in ('deleted', 'unpublished', 'excluded'));
