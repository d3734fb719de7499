-- Variants of the products in a category and those below it, by name; all words somewhere in what a variant is found by, or the beginning of
-- its SKU. Add Product narrowed to a category: there is one tier, since there are few.
create function category_variants(
  in_account uuid, in_category uuid, in_words text[], in_raw text, in_key text, in_product uuid, in_position integer, in_id uuid, in_limit integer
)
returns setof search_hit language sql stable
as $$
  with recursive within as (
    select c.id from categories c where c.account_id = in_account and c.id = in_category
    union all
    select c.id from categories c join within w on c.account_id = in_account and c.parent_id = w.id
  )
  select 4, v.id, v.name_key::text, v.product_id, v.position
  from variants v
  where v.account_id = in_account and v.deleted_at is null
    and (v.name_key, v.product_id, v.position, v.id) > (in_key collate "C", in_product, in_position, in_id)
    and v.product_id in (select m.product_id from product_categories m where m.account_id = in_account and m.category_id in (select id from within))
    and (v.search_text like all (in_words) or (in_raw <> '' and starts_with(lower(v.sku), lower(in_raw))))
  order by v.name_key, v.product_id, v.position, v.id
  limit in_limit
$$;
