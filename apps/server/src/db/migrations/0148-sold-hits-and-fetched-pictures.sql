-- Searches for somebody who buys look past what is not sold to them before a page is handed out: it is full however few of the hits
-- they may have. Until now hits were filtered after they were read whole, and after fifty pages a search gave up.

-- What keeps this price role (null: none) from a product (variant_id null) or a variant: what `isSoldTo` of the domain says, as a set. The
-- two are held to each other by a test (sold-hits.test.ts).
create function kept_from(in_account uuid, in_role uuid) returns table (product_id uuid, variant_id uuid) language sql stable
as $$
  select b.product_id, b.variant_id
  from buyer_rules b
  where b.account_id = in_account and case b.effect
    when 'exclude' then b.role_id = in_role
    else not exists (
      select from buyer_rules o
      where o.account_id = b.account_id and o.product_id = b.product_id and o.variant_id is not distinct from b.variant_id
        and o.effect = 'include' and o.role_id = in_role)
    end
$$;

-- The hits of the catalogue, whoever asks: those of a category, all by name where nothing is typed (walking along the names for any word),
-- else those of the search. Planned for what is asked each time.
create function found_variants(
  in_account uuid, in_category uuid, in_raw text, in_name text, in_parts text[], in_whole text[],
  in_tier integer, in_key text, in_product uuid, in_position integer, in_id uuid, in_limit integer
) returns setof search_hit language plpgsql stable rows 20
as $$
begin
  if in_category is not null then
    return query execute 'select * from category_variants($1, $2, $3, $4, $5, $6, $7, $8, $9)'
      using in_account, in_category, case when in_parts = '{}' then array['%'] else in_parts end, in_raw, in_key, in_product, in_position, in_id, in_limit;
  elsif in_raw = '' then
    return query select * from walk_variants(in_account, 4, '{%}', null, '', '', '', '', '', '', in_key, in_product, in_position, in_id, null, in_limit);
  else
    return query select * from search_variants(in_account, in_raw, in_name, in_parts, in_whole, in_tier, in_key, in_product, in_position, in_id, in_limit);
  end if;
end $$;

create function found_products(
  in_account uuid, in_category uuid, in_raw text, in_name text, in_parts text[], in_whole text[],
  in_tier integer, in_key text, in_id uuid, in_limit integer
) returns setof search_hit language plpgsql stable rows 20
as $$
begin
  if in_category is not null then
    return query execute 'select * from category_products($1, $2, $3, $4, $5, $6, $7)'
      using in_account, in_category, case when in_parts = '{}' then array['%'] else in_parts end, in_raw, in_key, in_id, in_limit;
  elsif in_raw = '' then
    return query select * from walk_products(in_account, 4, '{%}', null, '', '', '', '', '{}', in_key, in_id, null, in_limit);
  else
    return query select * from search_products(in_account, in_raw, in_name, in_parts, in_whole, in_tier, in_key, in_id, in_limit);
  end if;
end $$;

-- Of the hits those that this price role may buy. As many as asked for are read first, which mostly is enough; then ten times as many at a
-- time, until the page is full or there are no more.
create function sold_variants(
  in_role uuid, in_account uuid, in_category uuid, in_raw text, in_name text, in_parts text[], in_whole text[],
  in_tier integer, in_key text, in_product uuid, in_position integer, in_id uuid, in_limit integer
) returns setof search_hit language plpgsql stable rows 20
as $$
declare
  missing integer := in_limit;
  size integer := in_limit;
  taken integer;
  hits search_hit[];
  last_hit search_hit;
begin
  loop
    hits := array(
      select f::search_hit
      from found_variants(in_account, in_category, in_raw, in_name, in_parts, in_whole, in_tier, in_key, in_product, in_position, in_id, size) f);
    return query
      select h.tier, h.id, h.key, h.product_id, h.position
      from unnest(hits) with ordinality as h (tier, id, key, product_id, position, place)
      where not exists (
        select from kept_from(in_account, in_role) k where k.product_id = h.product_id and (k.variant_id is null or k.variant_id = h.id))
      order by h.place
      limit missing;
    get diagnostics taken = row_count;
    missing := missing - taken;
    if missing <= 0 or cardinality(hits) < size then return; end if;
    last_hit := hits[size];
    in_tier := last_hit.tier; in_key := last_hit.key; in_product := last_hit.product_id; in_position := last_hit.position; in_id := last_hit.id;
    size := least(size * 10, 20000);
  end loop;
end $$;

-- A product is sold where it is on sale and one of its variants is, to this price role.
create function sold_products(
  in_role uuid, in_account uuid, in_category uuid, in_raw text, in_name text, in_parts text[], in_whole text[],
  in_tier integer, in_key text, in_id uuid, in_limit integer
) returns setof search_hit language plpgsql stable rows 20
as $$
declare
  missing integer := in_limit;
  size integer := in_limit;
  taken integer;
  hits search_hit[];
  last_hit search_hit;
begin
  loop
    hits := array(
      select f::search_hit
      from found_products(in_account, in_category, in_raw, in_name, in_parts, in_whole, in_tier, in_key, in_id, size) f);
    return query
      select h.tier, h.id, h.key, h.product_id, h.position
      from unnest(hits) with ordinality as h (tier, id, key, product_id, position, place)
      join products p on p.account_id = in_account and p.id = h.id and p.published
      where exists (
        select from variants v
        where v.account_id = in_account and v.product_id = h.id and v.published and v.deleted_at is null
          and not exists (
            select from kept_from(in_account, in_role) k where k.product_id = h.id and (k.variant_id is null or k.variant_id = v.id)))
      order by h.place
      limit missing;
    get diagnostics taken = row_count;
    missing := missing - taken;
    if missing <= 0 or cardinality(hits) < size then return; end if;
    last_hit := hits[size];
    in_tier := last_hit.tier; in_key := last_hit.key; in_id := last_hit.id;
    size := least(size * 10, 20000);
  end loop;
end $$;

-- Pictures of products by their address: each is fetched once by a job and kept as a file, small ones made of it. While that waits, or when
-- it failed, the address itself is what is shown.
create table picture_fetches (
  account_id uuid not null references accounts (account_id),
  id uuid not null,
  url text not null,
  state text not null default 'waiting' check (state in ('waiting', 'made', 'failed')),
  -- Why the last try brought nothing.
  reason text check (reason in ('unreachable', 'not_public', 'redirected', 'not_there', 'too_large', 'no_picture')),
  tries integer not null default 0,
  -- Of one that waits: not before.
  next_at timestamptz not null,
  file_id uuid,
  primary key (account_id, id),
  foreign key (account_id, file_id) references files (account_id, id),
  check ((state = 'made') = (file_id is not null))
);
-- An address may be longer than an index takes.
create unique index picture_fetches_url on picture_fetches (account_id, md5(url));
create index picture_fetches_file on picture_fetches (account_id, file_id);
create index picture_fetches_due on picture_fetches (account_id, next_at) where state = 'waiting';

-- Which products are to have it when it is there.
create table picture_wants (
  account_id uuid not null references accounts (account_id),
  fetch_id uuid not null,
  product_id uuid not null,
  primary key (account_id, fetch_id, product_id),
  foreign key (account_id, fetch_id) references picture_fetches (account_id, id) on delete cascade,
  foreign key (account_id, product_id) references products (account_id, id)
);
create index picture_wants_product on picture_wants (account_id, product_id);
