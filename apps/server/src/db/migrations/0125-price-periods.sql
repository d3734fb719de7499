-- Prices with days: the day of the account up to which the orders that use them were priced anew; null: none yet. Decision record 0054.
alter table accounts add column prices_swept_on date;

-- Which prices began or ended since: few rows have days.
create index price_rows_days on price_rows (account_id, valid_from, valid_until) where valid_from is not null or valid_until is not null;

-- A period that ends before it begins is in force on no day.
alter table price_rows add constraint price_rows_days_in_order check (valid_from is null or valid_until is null or valid_from <= valid_until);
