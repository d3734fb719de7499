-- Addresses of the book are changed, deleted and restored: each holds the version of its customer by which it last changed, and
-- by which version each of its fields did, so that two people who change one are told (decision record 0023).
alter table addresses
  add column version integer not null default 1,
  add column field_versions jsonb not null default '{}',
  add column deleted_at timestamptz;
