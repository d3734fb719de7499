-- Categories are a tree; a product may be in several. A category that is deleted hands its own parts to its parent, and products stay.
create table categories (
  account_id uuid not null references accounts (account_id),
  id uuid not null,
  version integer not null default 1,
  parent_id uuid,
  name text not null,
  code text not null,
  -- Among the categories with the same parent.
  position integer not null,
  primary key (account_id, id),
  foreign key (account_id, parent_id) references categories (account_id, id)
);
create unique index categories_code on categories (account_id, lower(code));
create index categories_parent on categories (account_id, parent_id, position);

create table product_categories (
  account_id uuid not null references accounts (account_id),
  category_id uuid not null,
  product_id uuid not null,
  primary key (account_id, category_id, product_id),
  foreign key (account_id, category_id) references categories (account_id, id),
  foreign key (account_id, product_id) references products (account_id, id)
);
create index product_categories_product on product_categories (account_id, product_id);

-- Products of a category and those below it by name, for words in what they are found by or the beginning of their code.
create function category_products(in_account uuid, in_category uuid, in_words text[], in_raw text, in_key text, in_id uuid, in_limit integer)
returns setof search_hit language sql stable
as $$
  with recursive within as (
    select c.id from categories c where c.account_id = in_account and c.id = in_category
    union all
    select c.id from categories c join within w on c.account_id = in_account and c.parent_id = w.id
  )
  select 4, p.id, p.name_key::text, null::uuid, 0
  from products p
  where p.account_id = in_account and p.deleted_at is null and (p.name_key, p.id) > (in_key collate "C", in_id)
    and p.id in (select m.product_id from product_categories m where m.account_id = in_account and m.category_id in (select id from within))
    and (p.search_text like all (in_words) or (in_raw <> '' and starts_with(lower(p.code), lower(in_raw))))
  order by p.name_key, p.id
  limit in_limit
$$;
