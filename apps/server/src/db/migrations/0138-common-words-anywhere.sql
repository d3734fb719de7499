-- Words that a tenth of the rows hold, but none of the first 64 by name, were read from the index of trigrams to the end: 10,000 rows
-- for a page of twenty. Now that reading stops at the first thousand: fewer are all there are, and the answer. As many say that the
-- words are common, and their page is filled from the next rows by name, which takes some thousands of them at most; only what
-- those do not fill is read to the end. The hits and their order are the same.

-- What the index of trigrams finds, in no order; its hits are whole words (4) or parts (5) after the place of the page. The three longest
-- words are looked up in it. in_most: how many at most; null: all.
create function find_variants(
  in_account uuid, in_tier integer, in_words text[], in_whole text[], in_raw text, in_raw_end text, in_name text, in_name_end text,
  in_key text, in_product uuid, in_position integer, in_id uuid, in_most integer
) returns setof search_hit language sql stable
as $$
  select h.tier, h.id, h.name_key::text, h.product_id, h.position
  from (
    select case when r.search_text like all (in_whole) then 4 else 5 end as tier, r.name_key, r.product_id, r.position, r.id
    from variants r
    where r.account_id = in_account and r.deleted_at is null
      and r.search_text like in_words[1] and r.search_text like coalesce(in_words[2], '%') and r.search_text like coalesce(in_words[3], '%')
      and r.search_text like all (in_words)
      and not (lower(r.sku) ~>=~ in_raw and lower(r.sku) ~<~ in_raw_end)
      and not (r.name_key >= in_name collate "C" and r.name_key < in_name_end collate "C")
      and not (r.code_key >= in_raw collate "C" and r.code_key < in_raw_end collate "C")
  ) h
  where h.tier > in_tier or (h.tier = in_tier and (h.name_key > in_key collate "C" or (h.name_key = in_key collate "C" and (h.product_id, h.position, h.id) > (in_product, in_position, in_id))))
  limit in_most
$$;

create or replace function search_variants(
  in_account uuid, in_raw text, in_name text, in_parts text[], in_whole text[],
  in_tier integer, in_key text, in_product uuid, in_position integer, in_id uuid, in_limit integer
) returns setof search_hit language plpgsql stable rows 20
  set enable_seqscan = off set plan_cache_mode = force_generic_plan
as $$
declare
  most constant integer := 1000;
  reach integer := 1500;
  nobody constant uuid := '00000000-0000-0000-0000-000000000000';
  raw constant text := lower(in_raw);
  raw_end constant text := lower(in_raw) || chr(1114111);
  -- Without words nothing may count as a prefix of a name.
  name_from constant text := case when in_name = '' then chr(1114111) else in_name end;
  name_end constant text := case when in_name = '' then chr(1114111) else in_name || '~' end;
  exact uuid[];
  missing integer := in_limit;
  taken integer;
  hits search_hit[];
  words text[];
  is_common boolean;
  whole_is_common boolean;
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
      if is_common is null then
        select count(*) >= 2, count(*) filter (where f.search_text like all (in_whole)) >= 2 into is_common, whole_is_common
        from (
          select r.search_text from variants r where r.account_id = in_account and r.deleted_at is null
          order by r.name_key, r.product_id, r.position, r.id
          limit 64
        ) f
        where f.search_text like all (in_parts);
        if not is_common then
          -- The index of trigrams tells whether they are rare: then these are all.
          hits := array(select f::search_hit from find_variants(in_account, now_at, in_parts, in_whole, raw, raw_end, name_from, name_end,
            in_key, in_product, in_position, in_id, most) f);
          if cardinality(hits) < most then
            return query select f.* from unnest(hits) f order by f.tier, f.key collate "C", f.product_id, f.position, f.id limit missing;
            return;
          end if;
          select count(*) > most / 10 from unnest(hits) f where f.tier = 4 into whole_is_common;
          -- As far as about as many rows match: those found are the first of the table, so the place of the last of them tells.
          select most * (pg_relation_size('variants') / 8192) / (1 + (r.ctid::text::point)[0]) from variants r
          where r.account_id = in_account and r.id = hits[most].id into reach;
        end if;
      end if;
      words := case when now_at = 4 then in_whole else in_parts end;
      if now_at = 5 or whole_is_common then
        -- A common word fills the page from the next rows by name, often from the first hundred of them.
        hits := array(
          select w::search_hit
          from walk_variants(in_account, now_at, words, case when now_at = 5 then in_whole end, raw, raw_end, name_from, name_end, raw, raw_end,
            in_key, in_product, in_position, in_id, reach, missing) w);
        if cardinality(hits) = missing then
          return query select * from unnest(hits);
          return;
        end if;
      end if;
      return query
        select f.*
        from find_variants(in_account, now_at, words, in_whole, raw, raw_end, name_from, name_end,
        in_key, in_product, in_position, in_id, null) f
        order by f.tier, f.key collate "C", f.product_id, f.position, f.id
        limit missing;
    end if;
    get diagnostics taken = row_count;
    missing := missing - taken;
    if missing <= 0 then return; end if;
  end loop;
end $$;

create function find_products(
  in_account uuid, in_tier integer, in_words text[], in_whole text[], in_raw text, in_raw_end text, in_name text, in_name_end text,
  in_exact uuid[], in_key text, in_id uuid, in_most integer
) returns setof search_hit language sql stable
as $$
  select h.tier, h.id, h.name_key::text, null::uuid, 0
  from (
    select case when r.search_text like all (in_whole) then 4 else 5 end as tier, r.name_key, r.id
    from products r
    where r.account_id = in_account and r.deleted_at is null
      and r.search_text like in_words[1] and r.search_text like coalesce(in_words[2], '%') and r.search_text like coalesce(in_words[3], '%')
      and r.search_text like all (in_words)
      and r.id <> all (in_exact)
      and not coalesce(lower(r.code) ~>=~ in_raw and lower(r.code) ~<~ in_raw_end, false)
      and not (r.name_key >= in_name collate "C" and r.name_key < in_name_end collate "C")
  ) h
  where h.tier > in_tier or (h.tier = in_tier and (h.name_key > in_key collate "C" or (h.name_key = in_key collate "C" and h.id > in_id)))
  limit in_most
$$;

create or replace function search_products(
  in_account uuid, in_raw text, in_name text, in_parts text[], in_whole text[],
  in_tier integer, in_key text, in_id uuid, in_limit integer
) returns setof search_hit language plpgsql stable rows 20
  set enable_seqscan = off set plan_cache_mode = force_generic_plan
as $$
declare
  most constant integer := 1000;
  reach integer := 1500;
  nobody constant uuid := '00000000-0000-0000-0000-000000000000';
  raw constant text := lower(in_raw);
  raw_end constant text := lower(in_raw) || chr(1114111);
  name_from constant text := case when in_name = '' then chr(1114111) else in_name end;
  name_end constant text := case when in_name = '' then chr(1114111) else in_name || '~' end;
  exact uuid[];
  missing integer := in_limit;
  taken integer;
  hits search_hit[];
  words text[];
  is_common boolean;
  whole_is_common boolean;
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
      if is_common is null then
        select count(*) >= 2, count(*) filter (where f.search_text like all (in_whole)) >= 2 into is_common, whole_is_common
        from (
          select r.search_text from products r where r.account_id = in_account and r.deleted_at is null
          order by r.name_key, r.id
          limit 64
        ) f
        where f.search_text like all (in_parts);
        if not is_common then
          -- The index of trigrams tells whether they are rare: then these are all.
          hits := array(select f::search_hit from find_products(in_account, now_at, in_parts, in_whole, raw, raw_end, name_from, name_end,
            exact, in_key, in_id, most) f);
          if cardinality(hits) < most then
            return query select f.* from unnest(hits) f order by f.tier, f.key collate "C", f.id limit missing;
            return;
          end if;
          select count(*) > most / 10 from unnest(hits) f where f.tier = 4 into whole_is_common;
          -- As far as about as many rows match: those found are the first of the table, so the place of the last of them tells.
          select most * (pg_relation_size('products') / 8192) / (1 + (r.ctid::text::point)[0]) from products r
          where r.account_id = in_account and r.id = hits[most].id into reach;
        end if;
      end if;
      words := case when now_at = 4 then in_whole else in_parts end;
      if now_at = 5 or whole_is_common then
        -- A common word fills the page from the next rows by name, often from the first hundred of them.
        hits := array(
          select w::search_hit
          from walk_products(in_account, now_at, words, case when now_at = 5 then in_whole end, raw, raw_end, name_from, name_end, exact,
            in_key, in_id, reach, missing) w);
        if cardinality(hits) = missing then
          return query select * from unnest(hits);
          return;
        end if;
      end if;
      return query
        select f.*
        from find_products(in_account, now_at, words, in_whole, raw, raw_end, name_from, name_end,
        exact, in_key, in_id, null) f
        order by f.tier, f.key collate "C", f.id
        limit missing;
    end if;
    get diagnostics taken = row_count;
    missing := missing - taken;
    if missing <= 0 then return; end if;
  end loop;
end $$;

create function find_customers(
  in_account uuid, in_tier integer, in_words text[], in_whole text[], in_raw text, in_raw_end text, in_name text, in_name_end text,
  in_exact uuid[], in_key text, in_id uuid, in_most integer
) returns setof search_hit language sql stable
as $$
  select h.tier, h.id, h.name_key::text, null::uuid, 0
  from (
    select case when r.search_text like all (in_whole) then 4 else 5 end as tier, r.name_key, r.id
    from customers r
    where r.account_id = in_account and r.deleted_at is null
      and r.search_text like in_words[1] and r.search_text like coalesce(in_words[2], '%') and r.search_text like coalesce(in_words[3], '%')
      and r.search_text like all (in_words)
      and r.id <> all (in_exact)
      and not coalesce(lower(r.email) ~>=~ in_raw and lower(r.email) ~<~ in_raw_end, false)
      and not (r.name_key >= in_name collate "C" and r.name_key < in_name_end collate "C")
  ) h
  where h.tier > in_tier or (h.tier = in_tier and (h.name_key > in_key collate "C" or (h.name_key = in_key collate "C" and h.id > in_id)))
  limit in_most
$$;

create or replace function search_customers(
  in_account uuid, in_raw text, in_name text, in_parts text[], in_whole text[],
  in_tier integer, in_key text, in_id uuid, in_limit integer
) returns setof search_hit language plpgsql stable rows 20
  set enable_seqscan = off set plan_cache_mode = force_generic_plan
as $$
declare
  most constant integer := 1000;
  reach integer := 1500;
  nobody constant uuid := '00000000-0000-0000-0000-000000000000';
  raw constant text := lower(in_raw);
  raw_end constant text := lower(in_raw) || chr(1114111);
  name_from constant text := case when in_name = '' then chr(1114111) else in_name end;
  name_end constant text := case when in_name = '' then chr(1114111) else in_name || '~' end;
  exact uuid[];
  missing integer := in_limit;
  taken integer;
  hits search_hit[];
  words text[];
  is_common boolean;
  whole_is_common boolean;
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
      if is_common is null then
        select count(*) >= 2, count(*) filter (where f.search_text like all (in_whole)) >= 2 into is_common, whole_is_common
        from (
          select r.search_text from customers r where r.account_id = in_account and r.deleted_at is null
          order by r.name_key, r.id
          limit 64
        ) f
        where f.search_text like all (in_parts);
        if not is_common then
          -- The index of trigrams tells whether they are rare: then these are all.
          hits := array(select f::search_hit from find_customers(in_account, now_at, in_parts, in_whole, raw, raw_end, name_from, name_end,
            exact, in_key, in_id, most) f);
          if cardinality(hits) < most then
            return query select f.* from unnest(hits) f order by f.tier, f.key collate "C", f.id limit missing;
            return;
          end if;
          select count(*) > most / 10 from unnest(hits) f where f.tier = 4 into whole_is_common;
          -- As far as about as many rows match: those found are the first of the table, so the place of the last of them tells.
          select most * (pg_relation_size('customers') / 8192) / (1 + (r.ctid::text::point)[0]) from customers r
          where r.account_id = in_account and r.id = hits[most].id into reach;
        end if;
      end if;
      words := case when now_at = 4 then in_whole else in_parts end;
      if now_at = 5 or whole_is_common then
        -- A common word fills the page from the next rows by name, often from the first hundred of them.
        hits := array(
          select w::search_hit
          from walk_customers(in_account, now_at, words, case when now_at = 5 then in_whole end, raw, raw_end, name_from, name_end, exact,
            in_key, in_id, reach, missing) w);
        if cardinality(hits) = missing then
          return query select * from unnest(hits);
          return;
        end if;
      end if;
      return query
        select f.*
        from find_customers(in_account, now_at, words, in_whole, raw, raw_end, name_from, name_end,
        exact, in_key, in_id, null) f
        order by f.tier, f.key collate "C", f.id
        limit missing;
    end if;
    get diagnostics taken = row_count;
    missing := missing - taken;
    if missing <= 0 then return; end if;
  end loop;
end $$;
