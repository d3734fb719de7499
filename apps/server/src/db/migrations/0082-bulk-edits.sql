-- One change of many products: which, what, and how far the job has come.
create table bulk_edits (
  account_id uuid not null references accounts (account_id),
  id uuid not null,
  change jsonb not null,
  product_ids uuid[] not null,
  done integer not null default 0,
  changed integer not null default 0,
  created_by text not null,
  created_name text not null,
  created_at timestamptz not null,
  finished_at timestamptz,
  primary key (account_id, id)
);
