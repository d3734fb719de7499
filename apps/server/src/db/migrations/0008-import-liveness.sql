-- When a running import last got on: one that has not for long, and has no file to go on with, died with its process.
alter table imports add column touched_at timestamptz not null default now();

-- An import looks handles up among deleted products too: what a person deleted stays deleted.
create index products_any_handle on products (account_id, lower(handle));
