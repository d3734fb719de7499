-- Discounts of the account: by code or automatic, limited by days, uses, products, categories and price roles. On an order they
-- stand in order_discounts under their own id; a use is written at submission and released when the order is taken back.
create table discounts (
  account_id uuid not null references accounts (account_id),
  id uuid not null,
  version integer not null default 1,
  name text not null,
  -- null: automatic.
  code text,
  active boolean not null default true,
  kind text not null check (kind in ('percentage', 'fixed', 'balance')),
  ppm integer check (ppm between 0 and 1000000),
  -- Of a fixed one what it takes off, of a balance what there is to use up in all.
  amount bigint check (amount >= 0),
  currency text not null,
  reach text not null default 'items' check (reach in ('items', 'shipping', 'items_and_shipping')),
  valid_from date,
  valid_until date,
  max_uses integer check (max_uses > 0),
  max_uses_per_customer integer check (max_uses_per_customer > 0),
  -- Said apart from the limits themselves: one whose only category was deleted reaches nothing, not everything.
  has_items_limit boolean not null default false,
  has_role_limit boolean not null default false,
  created_at timestamptz not null,
  deleted_at timestamptz,
  primary key (account_id, id),
  check ((kind = 'percentage') = (ppm is not null) and (kind = 'percentage') = (amount is null))
);
create unique index discounts_code on discounts (account_id, lower(code)) where deleted_at is null and code is not null;
create index discounts_automatic on discounts (account_id, id) where deleted_at is null and code is null and active;
create index discounts_listing on discounts (account_id, lower(name), id) where deleted_at is null;

create table discount_limits (
  account_id uuid not null references accounts (account_id),
  id uuid not null,
  discount_id uuid not null,
  product_id uuid,
  category_id uuid,
  role_id uuid,
  primary key (account_id, id),
  foreign key (account_id, discount_id) references discounts (account_id, id),
  foreign key (account_id, product_id) references products (account_id, id),
  foreign key (account_id, category_id) references categories (account_id, id) on delete cascade,
  foreign key (account_id, role_id) references customer_roles (account_id, id) on delete cascade,
  check (num_nonnulls(product_id, category_id, role_id) = 1)
);
create index discount_limits_discount on discount_limits (account_id, discount_id);
create index discount_limits_product on discount_limits (account_id, product_id);
create index discount_limits_category on discount_limits (account_id, category_id);
create index discount_limits_role on discount_limits (account_id, role_id);

create table discount_uses (
  account_id uuid not null references accounts (account_id),
  order_id uuid not null,
  discount_id uuid not null,
  customer_id uuid,
  amount bigint not null,
  used_at timestamptz not null,
  released_at timestamptz,
  primary key (account_id, order_id, discount_id),
  foreign key (account_id, order_id) references orders (account_id, id),
  foreign key (account_id, discount_id) references discounts (account_id, id),
  foreign key (account_id, customer_id) references customers (account_id, id)
);
create index discount_uses_discount on discount_uses (account_id, discount_id, customer_id);
create index discount_uses_customer on discount_uses (account_id, customer_id);

alter table order_discounts
  add column code text,
  -- The order's products that it reaches; null: all.
  add column product_ids jsonb,
  -- Why it stands here and takes nothing off.
  add column refused text;
create index order_discounts_id on order_discounts (account_id, id);

-- Which of these products a discount reaches that is limited to products and categories, with those below them.
create function discount_products(in_account uuid, in_discount uuid, in_products uuid[]) returns setof uuid language sql stable
as $$
  with recursive within as (
    select l.category_id id from discount_limits l where l.account_id = in_account and l.discount_id = in_discount and l.category_id is not null
    union
    select c.id from categories c join within w on c.account_id = in_account and c.parent_id = w.id
  )
  select l.product_id from discount_limits l
  where l.account_id = in_account and l.discount_id = in_discount and l.product_id = any (in_products)
  union
  select m.product_id from product_categories m
  where m.account_id = in_account and m.product_id = any (in_products) and m.category_id in (select id from within)
$$;
