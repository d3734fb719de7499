-- The words we know that look most like each of the given ones, at most eight of each, the likest first. The threshold is lower
-- than pg_trgm's own, since a swapped pair of letters in a short word leaves few trigrams; the caller counts the differences.
create function near_words(in_account uuid, in_noun text, in_words text[])
returns table (asked text, word text) language sql stable
  set pg_trgm.similarity_threshold = 0.2
as $$
  select a.asked, n.word
  from unnest(in_words) as a (asked)
  cross join lateral (
    select w.word, similarity(w.word, a.asked) as alike
    from search_words w
    where w.account_id = in_account and w.noun = in_noun and w.word % a.asked
    order by alike desc, w.word
    limit 8
  ) n
  order by a.asked, n.alike desc, n.word
$$;

alter table companies add column name_key text collate "C" not null default '';
create index companies_by_name on companies (account_id, name_key, id) where deleted_at is null;
