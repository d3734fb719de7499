-- A second factor at sign-in: one-time codes of an app, and backup codes. better-auth's plugin keeps its rows in the first
-- table. Decision record 0025.
alter table staff add column two_factor_enabled boolean not null default false;

create table staff_second_factors (
  id text primary key,
  staff_id text not null unique references staff (id) on delete cascade,
  -- Both encrypted with the secret of the installation.
  secret text not null,
  backup_codes text not null,
  -- False while the first code was not given yet: then it is not asked at sign-in.
  verified boolean not null default false,
  failed_attempts integer not null default 0,
  locked_until timestamptz
);

-- A code works once: of a hundred at once one gets its row in.
create table staff_used_codes (
  staff_id text not null references staff (id) on delete cascade,
  code_sha256 bytea not null,
  used_at timestamptz not null,
  primary key (staff_id, code_sha256)
);

alter table accounts add column requires_second_factor boolean not null default false;
