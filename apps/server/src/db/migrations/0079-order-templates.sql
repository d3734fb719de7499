-- Drafts to start from: lines with their options, texts and validity, as the API takes them, so that they are priced at the prices of
-- the day for whoever they are used for.
create table order_templates (
  account_id uuid not null references accounts (account_id),
  id uuid not null,
  name text not null,
  content jsonb not null,
  line_count integer not null,
  created_by text not null,
  created_at timestamptz not null,
  primary key (account_id, id)
);
create unique index order_templates_name on order_templates (account_id, lower(name));

-- Days an estimate of this order is valid, where a template said so; null: as the account has it.
alter table orders add column valid_days integer check (valid_days between 1 and 365);
