-- One search over name, code and SKU, in tiers: exact, prefix of SKU, name or code, whole words, parts of words, near-misses.
-- Each tier is read in the order of an index from where the page before ended, so that a page costs the same however much
-- matches. `search_text`, `name_key` hold only a–z, 0–9 and spaces (domain/core/search-words.ts), so a pattern needs no escape
-- and nothing here depends on the locale of the server.

alter table products
  add column name_key text collate "C" not null default '',
  add column search_text text not null default '';
alter table variants
  add column name_key text collate "C" not null default '',
  -- lower(code) of the product.
  add column code_key text collate "C" not null default '';
alter table customers add column name_key text collate "C" not null default '';

create index products_by_name on products (account_id, name_key, id) where deleted_at is null;
create index products_code_prefix on products (account_id, lower(code) text_pattern_ops) where deleted_at is null;
create index products_search on products using gin (search_text gin_trgm_ops) with (fastupdate = off);
create index variants_by_name on variants (account_id, name_key, product_id, position, id) where deleted_at is null;
create index variants_by_code on variants (account_id, code_key, product_id, position, id) where deleted_at is null;
create index customers_by_name on customers (account_id, name_key, id) where deleted_at is null;
create index customers_email_prefix on customers (account_id, lower(email) text_pattern_ops) where deleted_at is null;
alter index variants_search set (fastupdate = off);
alter index customers_search set (fastupdate = off);

-- What was deleted is no longer found by its words, and takes no room among what is.
drop index variants_search;
create index variants_search on variants using gin (search_text gin_trgm_ops) with (fastupdate = off) where deleted_at is null;
drop index customers_search;
create index customers_search on customers using gin (search_text gin_trgm_ops) with (fastupdate = off) where deleted_at is null;

-- Every word of two letters and more that something is found by: where near-misses of a mistyped word are looked up. Words are
-- added in the transaction of the write and stay; one that nothing has any more only finds nothing.
create table search_words (
  account_id uuid not null references accounts (account_id),
  noun text not null check (noun in ('catalog', 'customer')),
  word text not null,
  primary key (account_id, noun, word)
);
create index search_words_near on search_words using gin (word gin_trgm_ops) with (fastupdate = off);

create type search_hit as (tier integer, id uuid, key text, product_id uuid, position integer);

-- Reads variants in the order of their names until enough match: for words that many match, where a sort of all would be slow.
-- The planner does not know how many that is, so it is told to walk the index. in_reach: how far at most; null: to the end.
create function walk_variants(
  in_account uuid, in_tier integer, in_words text[], in_not_words text[], in_sku text, in_sku_end text, in_name text, in_name_end text,
  in_code text, in_code_end text, in_key text, in_product uuid, in_position integer, in_id uuid, in_reach integer, in_limit integer
) returns setof search_hit language sql stable
  set enable_seqscan = off set enable_bitmapscan = off set enable_sort = off
as $$
  select in_tier, v.id, v.name_key, v.product_id, v.position
  from (
    select r.id, r.name_key, r.product_id, r.position, r.sku, r.code_key, r.search_text
    from variants r
    where r.account_id = in_account and r.deleted_at is null
      and (r.name_key, r.product_id, r.position, r.id) > (in_key collate "C", in_product, in_position, in_id)
    order by r.name_key, r.product_id, r.position, r.id
    limit in_reach
  ) v
  where v.search_text like all (in_words)
    and (in_not_words is null or not v.search_text like all (in_not_words))
    and not (lower(v.sku) ~>=~ in_sku and lower(v.sku) ~<~ in_sku_end)
    and not (v.name_key >= in_name collate "C" and v.name_key < in_name_end collate "C")
    and not (v.code_key >= in_code collate "C" and v.code_key < in_code_end collate "C")
  order by v.name_key, v.product_id, v.position, v.id
  limit in_limit
$$;

-- in_raw: what was typed, trimmed. in_name: its words joined by spaces ('' when it has none). in_parts and in_whole: a like-pattern
-- for each different word, longest first. in_tier and the four keys: where the page before ended.
create function search_variants(
  in_account uuid, in_raw text, in_name text, in_parts text[], in_whole text[],
  in_tier integer, in_key text, in_product uuid, in_position integer, in_id uuid, in_limit integer
) returns setof search_hit language plpgsql stable
  set enable_seqscan = off set plan_cache_mode = force_generic_plan
as $$
declare
  most constant integer := 2000;
  top constant text := chr(1114111);
  nobody constant uuid := '00000000-0000-0000-0000-000000000000';
  raw constant text := lower(in_raw);
  raw_end constant text := lower(in_raw) || chr(1114111);
  -- Without words nothing may count as a prefix of a name.
  name_from constant text := case when in_name = '' then chr(1114111) else in_name end;
  name_end constant text := case when in_name = '' then chr(1114111) else in_name || '~' end;
  exact uuid[];
  missing integer := in_limit;
  taken integer;
  found_count integer;
  hits search_hit[];
  words text[];
  not_words text[];
  second text;
  third text;
begin
  exact := array(
      select a.id from variants a where a.account_id = in_account and a.deleted_at is null and lower(a.sku) ~>=~ raw and lower(a.sku) ~<=~ raw
      union all
      select a.id from variants a where a.account_id = in_account and a.deleted_at is null and a.code_key = raw collate "C"
      union all
      select a.id from variants a where a.account_id = in_account and a.deleted_at is null and a.name_key = name_from collate "C");
  for now_at in in_tier..5 loop
    if now_at <> in_tier then
      in_key := ''; in_product := nobody; in_position := -2147483648; in_id := nobody;
    end if;
    if now_at = 0 then
      return query
        select 0, v.id, v.name_key::text, v.product_id, v.position
        from variants v
        where v.account_id = in_account and v.deleted_at is null
          and v.id = any (exact)
          and (v.name_key, v.product_id, v.position, v.id) > (in_key collate "C", in_product, in_position, in_id)
        order by v.name_key, v.product_id, v.position, v.id
        limit missing;
    elsif now_at = 1 then
      return query
        select 1, v.id, lower(v.sku), v.product_id, v.position
        from variants v
        where v.account_id = in_account and v.deleted_at is null
          and lower(v.sku) ~>~ raw and lower(v.sku) ~<~ raw_end and lower(v.sku) ~>~ in_key
          and v.code_key <> raw collate "C" and v.name_key <> name_from collate "C"
        order by lower(v.sku) using ~<~
        limit missing;
    elsif now_at = 2 then
      return query
        select 2, v.id, v.name_key::text, v.product_id, v.position
        from variants v
        where v.account_id = in_account and v.deleted_at is null
          and v.name_key > name_from collate "C" and v.name_key < name_end collate "C"
          and (v.name_key, v.product_id, v.position, v.id) > (in_key collate "C", in_product, in_position, in_id)
          and not (lower(v.sku) ~>=~ raw and lower(v.sku) ~<~ raw_end) and v.code_key <> raw collate "C"
        order by v.name_key, v.product_id, v.position, v.id
        limit missing;
    elsif now_at = 3 then
      return query
        select 3, v.id, v.code_key::text, v.product_id, v.position
        from variants v
        where v.account_id = in_account and v.deleted_at is null
          and v.code_key > raw collate "C" and v.code_key < raw_end collate "C"
          and (v.code_key, v.product_id, v.position, v.id) > (in_key collate "C", in_product, in_position, in_id)
          and not (lower(v.sku) ~>=~ raw and lower(v.sku) ~<~ raw_end)
          and not (v.name_key >= name_from collate "C" and v.name_key < name_end collate "C")
        order by v.code_key, v.product_id, v.position, v.id
        limit missing;
    else
      exit when in_name = '';
      words := case when now_at = 4 then in_whole else in_parts end;
      not_words := case when now_at = 4 then null else in_whole end;
      -- A common word fills the page from the next few hundred rows by name.
      hits := array(select w::search_hit from walk_variants(in_account, now_at, words, not_words, raw, raw_end, name_from, name_end, raw, raw_end,
                                              in_key, in_product, in_position, in_id, 400, missing) w);
      if cardinality(hits) < missing then
      -- Else the index of trigrams: the three longest words are looked up in it.
      second := coalesce(words[2], words[1]);
      third := coalesce(words[3], words[1]);
      select count(*), (array_agg(row(now_at, s.id, s.name_key, s.product_id, s.position)::search_hit
                                  order by s.name_key, s.product_id, s.position, s.id))[1:missing]
      into found_count, hits
      from (
        select v.id, v.name_key, v.product_id, v.position
        from variants v
        where v.account_id = in_account and v.deleted_at is null
          and v.search_text like words[1]
          and v.search_text like second and v.search_text like third
          and v.search_text like all (words)
          and (not_words is null or not v.search_text like all (not_words))
          and (v.name_key, v.product_id, v.position, v.id) > (in_key collate "C", in_product, in_position, in_id)
          and not (lower(v.sku) ~>=~ raw and lower(v.sku) ~<~ raw_end)
          and not (v.name_key >= name_from collate "C" and v.name_key < name_end collate "C")
          and not (v.code_key >= raw collate "C" and v.code_key < raw_end collate "C")
        limit most
      ) s;
      if found_count >= most then
        hits := array(select w::search_hit from walk_variants(in_account, now_at, words, not_words, raw, raw_end, name_from, name_end, raw, raw_end,
                                                 in_key, in_product, in_position, in_id, null, missing) w);
      end if;
      end if;
      return query select * from unnest(hits);
    end if;
    get diagnostics taken = row_count;
    missing := missing - taken;
    if missing <= 0 then return; end if;
  end loop;
end $$;

create function walk_products(
  in_account uuid, in_tier integer, in_words text[], in_not_words text[], in_raw text, in_raw_end text, in_name text, in_name_end text,
  in_exact uuid[], in_key text, in_id uuid, in_reach integer, in_limit integer
) returns setof search_hit language sql stable
  set enable_seqscan = off set enable_bitmapscan = off set enable_sort = off
as $$
  select in_tier, r.id, r.name_key, null::uuid, 0
  from (
    select t.id, t.name_key, t.code, t.search_text
    from products t
    where t.account_id = in_account and t.deleted_at is null and (t.name_key, t.id) > (in_key collate "C", in_id)
    order by t.name_key, t.id
    limit in_reach
  ) r
  where r.search_text like all (in_words) and r.id <> all (in_exact)
    and (in_not_words is null or not r.search_text like all (in_not_words))
    and not coalesce(lower(r.code) ~>=~ in_raw and lower(r.code) ~<~ in_raw_end, false)
    and not (r.name_key >= in_name collate "C" and r.name_key < in_name_end collate "C")
  order by r.name_key, r.id
  limit in_limit
$$;

-- As search_variants; a prefix is one of the code or the name, and the words hold those of the variants and their SKUs.
create function search_products(
  in_account uuid, in_raw text, in_name text, in_parts text[], in_whole text[],
  in_tier integer, in_key text, in_id uuid, in_limit integer
) returns setof search_hit language plpgsql stable
  set enable_seqscan = off set plan_cache_mode = force_generic_plan
as $$
declare
  most constant integer := 2000;
  nobody constant uuid := '00000000-0000-0000-0000-000000000000';
  raw constant text := lower(in_raw);
  raw_end constant text := lower(in_raw) || chr(1114111);
  name_from constant text := case when in_name = '' then chr(1114111) else in_name end;
  name_end constant text := case when in_name = '' then chr(1114111) else in_name || '~' end;
  exact uuid[];
  missing integer := in_limit;
  taken integer;
  found_count integer;
  hits search_hit[];
  words text[];
  not_words text[];
  second text;
  third text;
begin
  -- Computed for every page: later tiers leave out what the first one had.
  exact := array(
      select p.id from products p where p.account_id = in_account and p.deleted_at is null and lower(p.code) ~>=~ raw and lower(p.code) ~<=~ raw
      union all
      select v.product_id from variants v where v.account_id = in_account and v.deleted_at is null and lower(v.sku) ~>=~ raw and lower(v.sku) ~<=~ raw
      union all
      select p.id from products p where p.account_id = in_account and p.deleted_at is null and p.name_key = name_from collate "C");
  for now_at in in_tier..5 loop
    continue when now_at = 3;
    if now_at <> in_tier then
      in_key := ''; in_id := nobody;
    end if;
    if now_at = 0 then
      return query
        select 0, r.id, r.name_key::text, null::uuid, 0
        from products r
        where r.account_id = in_account and r.deleted_at is null
          and r.id = any (exact)
          and (r.name_key, r.id) > (in_key collate "C", in_id)
        order by r.name_key, r.id
        limit missing;
    elsif now_at = 1 then
      return query
        select 1, r.id, lower(r.code), null::uuid, 0
        from products r
        where r.account_id = in_account and r.deleted_at is null
          and lower(r.code) ~>~ raw and lower(r.code) ~<~ raw_end and lower(r.code) ~>~ in_key
          and r.id <> all (exact)
        order by lower(r.code) using ~<~
        limit missing;
    elsif now_at = 2 then
      return query
        select 2, r.id, r.name_key::text, null::uuid, 0
        from products r
        where r.account_id = in_account and r.deleted_at is null
          and r.id <> all (exact) and r.name_key > name_from collate "C" and r.name_key < name_end collate "C"
          and (r.name_key, r.id) > (in_key collate "C", in_id)
          and not coalesce(lower(r.code) ~>=~ raw and lower(r.code) ~<~ raw_end, false)
        order by r.name_key, r.id
        limit missing;
    else
      exit when in_name = '';
      words := case when now_at = 4 then in_whole else in_parts end;
      not_words := case when now_at = 4 then null else in_whole end;
      -- A common word fills the page from the next few hundred rows by name.
      hits := array(select w::search_hit from walk_products(in_account, now_at, words, not_words, raw, raw_end, name_from, name_end, exact, in_key, in_id, 400, missing) w);
      if cardinality(hits) < missing then
      -- Else the index of trigrams: the three longest words are looked up in it.
      second := coalesce(words[2], words[1]);
      third := coalesce(words[3], words[1]);
      select count(*), (array_agg(row(now_at, s.id, s.name_key, null::uuid, 0)::search_hit order by s.name_key, s.id))[1:missing]
      into found_count, hits
      from (
        select r.id, r.name_key
        from products r
        where r.account_id = in_account and r.deleted_at is null
          and r.search_text like words[1]
          and r.search_text like second and r.search_text like third
          and r.search_text like all (words) and r.id <> all (exact)
          and (not_words is null or not r.search_text like all (not_words))
          and (r.name_key, r.id) > (in_key collate "C", in_id)
          and not coalesce(lower(r.code) ~>=~ raw and lower(r.code) ~<~ raw_end, false)
          and not (r.name_key >= name_from collate "C" and r.name_key < name_end collate "C")
        limit most
      ) s;
      if found_count >= most then
        hits := array(select w::search_hit from walk_products(in_account, now_at, words, not_words, raw, raw_end, name_from, name_end, exact, in_key, in_id, null, missing) w);
      end if;
      end if;
      return query select * from unnest(hits);
    end if;
    get diagnostics taken = row_count;
    missing := missing - taken;
    if missing <= 0 then return; end if;
  end loop;
end $$;

create function walk_customers(
  in_account uuid, in_tier integer, in_words text[], in_not_words text[], in_raw text, in_raw_end text, in_name text, in_name_end text,
  in_exact uuid[], in_key text, in_id uuid, in_reach integer, in_limit integer
) returns setof search_hit language sql stable
  set enable_seqscan = off set enable_bitmapscan = off set enable_sort = off
as $$
  select in_tier, r.id, r.name_key, null::uuid, 0
  from (
    select t.id, t.name_key, t.email, t.search_text
    from customers t
    where t.account_id = in_account and t.deleted_at is null and (t.name_key, t.id) > (in_key collate "C", in_id)
    order by t.name_key, t.id
    limit in_reach
  ) r
  where r.search_text like all (in_words) and r.id <> all (in_exact)
    and (in_not_words is null or not r.search_text like all (in_not_words))
    and not coalesce(lower(r.email) ~>=~ in_raw and lower(r.email) ~<~ in_raw_end, false)
    and not (r.name_key >= in_name collate "C" and r.name_key < in_name_end collate "C")
  order by r.name_key, r.id
  limit in_limit
$$;

-- As search_variants; exact is e-mail, customer number, name, or the number of one of their orders.
create function search_customers(
  in_account uuid, in_raw text, in_name text, in_parts text[], in_whole text[],
  in_tier integer, in_key text, in_id uuid, in_limit integer
) returns setof search_hit language plpgsql stable
  set enable_seqscan = off set plan_cache_mode = force_generic_plan
as $$
declare
  most constant integer := 2000;
  nobody constant uuid := '00000000-0000-0000-0000-000000000000';
  raw constant text := lower(in_raw);
  raw_end constant text := lower(in_raw) || chr(1114111);
  name_from constant text := case when in_name = '' then chr(1114111) else in_name end;
  name_end constant text := case when in_name = '' then chr(1114111) else in_name || '~' end;
  exact uuid[];
  missing integer := in_limit;
  taken integer;
  found_count integer;
  hits search_hit[];
  words text[];
  not_words text[];
  second text;
  third text;
begin
  -- Computed for every page: later tiers leave out what the first one had.
  exact := array(
      select c.id from customers c where c.account_id = in_account and c.deleted_at is null and lower(c.email) ~>=~ raw and lower(c.email) ~<=~ raw
      union all
      select c.id from customers c where c.account_id = in_account and c.deleted_at is null and c.number is not null and lower(c.number) = raw
      union all
      select o.customer_id from orders o where o.account_id = in_account and o.deleted_at is null and raw ~ '^[0-9]{1,15}$'
        and o.number = (case when raw ~ '^[0-9]{1,15}$' then raw end)::bigint
      union all
      select o.customer_id from orders o where o.account_id = in_account and o.deleted_at is null and o.order_number = in_raw
      union all
      select c.id from customers c where c.account_id = in_account and c.deleted_at is null and c.name_key = name_from collate "C");
  for now_at in in_tier..5 loop
    continue when now_at = 3;
    if now_at <> in_tier then
      in_key := ''; in_id := nobody;
    end if;
    if now_at = 0 then
      return query
        select 0, r.id, r.name_key::text, null::uuid, 0
        from customers r
        where r.account_id = in_account and r.deleted_at is null
          and r.id = any (exact)
          and (r.name_key, r.id) > (in_key collate "C", in_id)
        order by r.name_key, r.id
        limit missing;
    elsif now_at = 1 then
      return query
        select 1, r.id, lower(r.email), null::uuid, 0
        from customers r
        where r.account_id = in_account and r.deleted_at is null
          and lower(r.email) ~>~ raw and lower(r.email) ~<~ raw_end and lower(r.email) ~>~ in_key
          and r.id <> all (exact)
        order by lower(r.email) using ~<~
        limit missing;
    elsif now_at = 2 then
      return query
        select 2, r.id, r.name_key::text, null::uuid, 0
        from customers r
        where r.account_id = in_account and r.deleted_at is null
          and r.id <> all (exact) and r.name_key > name_from collate "C" and r.name_key < name_end collate "C"
          and (r.name_key, r.id) > (in_key collate "C", in_id)
          and not coalesce(lower(r.email) ~>=~ raw and lower(r.email) ~<~ raw_end, false)
        order by r.name_key, r.id
        limit missing;
    else
      exit when in_name = '';
      words := case when now_at = 4 then in_whole else in_parts end;
      not_words := case when now_at = 4 then null else in_whole end;
      -- A common word fills the page from the next few hundred rows by name.
      hits := array(select w::search_hit from walk_customers(in_account, now_at, words, not_words, raw, raw_end, name_from, name_end, exact, in_key, in_id, 400, missing) w);
      if cardinality(hits) < missing then
      -- Else the index of trigrams: the three longest words are looked up in it.
      second := coalesce(words[2], words[1]);
      third := coalesce(words[3], words[1]);
      select count(*), (array_agg(row(now_at, s.id, s.name_key, null::uuid, 0)::search_hit order by s.name_key, s.id))[1:missing]
      into found_count, hits
      from (
        select r.id, r.name_key
        from customers r
        where r.account_id = in_account and r.deleted_at is null
          and r.search_text like words[1]
          and r.search_text like second and r.search_text like third
          and r.search_text like all (words) and r.id <> all (exact)
          and (not_words is null or not r.search_text like all (not_words))
          and (r.name_key, r.id) > (in_key collate "C", in_id)
          and not coalesce(lower(r.email) ~>=~ raw and lower(r.email) ~<~ raw_end, false)
          and not (r.name_key >= name_from collate "C" and r.name_key < name_end collate "C")
        limit most
      ) s;
      if found_count >= most then
        hits := array(select w::search_hit from walk_customers(in_account, now_at, words, not_words, raw, raw_end, name_from, name_end, exact, in_key, in_id, null, missing) w);
      end if;
      end if;
      return query select * from unnest(hits);
    end if;
    get diagnostics taken = row_count;
    missing := missing - taken;
    if missing <= 0 then return; end if;
  end loop;
end $$;
