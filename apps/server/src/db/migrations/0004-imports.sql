-- What a field was last changed by, as for customers and orders: a write on an older version merges, field by field.
alter table products add column field_versions jsonb not null default '{}';
alter table variants add column field_versions jsonb not null default '{}';

alter table imports add column overwrite boolean not null default false;

-- The file of a running import. The job reads it, and goes on from `imports.rows_read` when the process died; it goes when all is in.
create table import_files (
  account_id uuid not null,
  import_id uuid not null,
  content text not null,
  primary key (account_id, import_id),
  foreign key (account_id, import_id) references imports (account_id, id)
);
