-- Imports of customers and their dry runs; how far a run is, and an end by a person.
alter table imports
  add column dry_run boolean not null default false,
  -- Of a customer file: heading -> what it is taken for, as the run began.
  add column mapping jsonb,
  add column heading text[] not null default '{}',
  -- Rows without the heading; null: not counted (the command line reads as it goes).
  add column rows_total integer,
  add column customers_created integer not null default 0,
  add column customers_updated integer not null default 0,
  add column customers_unchanged integer not null default 0,
  add column values_kept integer not null default 0;
alter table imports drop constraint imports_state_check;
alter table imports add constraint imports_state_check check (state in ('running', 'done', 'failed', 'canceled'));
create index imports_at on imports (account_id, created_at desc, id desc);

-- Of a dry run also what each row would do.
alter table import_notices drop constraint import_notices_kind_check;
alter table import_notices add constraint import_notices_kind_check check (kind in ('refused', 'kept', 'created', 'updated', 'unchanged'));

-- A file is kept in pieces, so that neither the server nor the database ever holds it whole in memory.
alter table import_files add column part integer not null default 0;
alter table import_files drop constraint import_files_pkey;
alter table import_files add primary key (account_id, import_id, part);

-- Refused rows as they stood in the file: they can be fetched, mended and imported again.
create table import_refused_rows (
  account_id uuid not null,
  import_id uuid not null,
  row_number integer not null,
  cells text[] not null,
  reason text not null,
  primary key (account_id, import_id, row_number),
  foreign key (account_id, import_id) references imports (account_id, id)
);
