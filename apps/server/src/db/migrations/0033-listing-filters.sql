-- Filters that let few through, and companies by number: a page reads what it shows, not the whole table (decision record 0022).
-- Each index holds only the rows of its filter, so that other customers cost nothing.
create index customers_closed on customers (account_id, id) where not active and deleted_at is null;
create index customers_no_open_account on customers (account_id, id) where not open_account and deleted_at is null;
create index customers_exempt on customers (account_id, id) where tax_exemption is not null and deleted_at is null;

create index companies_exempt on companies (account_id, id) where tax_exemption is not null and deleted_at is null;
create index companies_deleted on companies (account_id, deleted_at) where deleted_at is not null;
create index companies_by_number on companies (account_id, (coalesce(lower(number), '') collate "C"), id) where deleted_at is null;
create index companies_search on companies using gin (name_key gin_trgm_ops) with (fastupdate = off) where deleted_at is null;
