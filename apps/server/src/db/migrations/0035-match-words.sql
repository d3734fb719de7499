-- Many words looked up in one statement: what pasted rows are made of (issue 4, "Paste").

-- Variants whose SKU, product code or name is exactly one of the words, as tier 0 of search_variants finds them; `place` is the
-- place of the word, from 1. in_names: the words of each joined by spaces, '' when it has none.
create function exact_variants(in_account uuid, in_raws text[], in_names text[], in_limit integer)
  returns table (place bigint, tier integer, id uuid, key text, product_id uuid, "position" integer) language sql stable rows 1000
  -- Generic plans guess badly at how many words there are; by index and word for word it is right for one and for thousands.
  set enable_seqscan = off set enable_hashjoin = off set enable_mergejoin = off
as $$
  select w.place, 0, h.id, h.name_key, h.product_id, h.position
  from unnest(in_raws, in_names) with ordinality as w (raw, name, place)
  cross join lateral (
    select e.id, e.name_key, e.product_id, e.position
    from (
      select a.id, a.name_key, a.product_id, a.position from variants a
      where a.account_id = in_account and a.deleted_at is null and lower(a.sku) = lower(w.raw)
      union
      select a.id, a.name_key, a.product_id, a.position from variants a
      where a.account_id = in_account and a.deleted_at is null and a.code_key = lower(w.raw) collate "C"
      union
      select a.id, a.name_key, a.product_id, a.position from variants a
      where a.account_id = in_account and a.deleted_at is null and w.name <> '' and a.name_key = w.name collate "C"
    ) e
    order by e.name_key, e.product_id, e.position, e.id
    limit in_limit
  ) h
$$;

-- The first page of search_variants for each of in_terms: [{"raw", "name", "parts", "whole"}], as search_variants takes them.
create function search_variants_for_each(in_account uuid, in_terms jsonb, in_limit integer)
  returns table (place bigint, tier integer, id uuid, key text, product_id uuid, "position" integer) language sql stable rows 1000
as $$
  select w.place, h.*
  from jsonb_array_elements(in_terms) with ordinality as w (terms, place)
  cross join lateral search_variants(in_account, w.terms ->> 'raw', w.terms ->> 'name',
    array(select jsonb_array_elements_text(w.terms -> 'parts')), array(select jsonb_array_elements_text(w.terms -> 'whole')),
    0, '', '00000000-0000-0000-0000-000000000000', -2147483648, '00000000-0000-0000-0000-000000000000', in_limit) h
$$;
