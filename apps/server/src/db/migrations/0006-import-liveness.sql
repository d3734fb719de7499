-- When a running import last got on: one that has not for long, and has no file to go on with, died with its process.
alter table imports add column touched_at timestamptz not null default now();
