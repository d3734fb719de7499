-- Files that people sent. The bytes are in the files port under account and SHA-256; rows of one content share them. A file is sent first
-- and named in a command then; one that nothing has used a day later is removed.
alter table files
  -- Of a picture, in pixels, as it is shown.
  add column width integer check (width > 0),
  add column height integer check (height > 0),
  -- The actor who sent it, "staff:<id>": until it is used it is theirs alone.
  add column created_by text not null default 'system',
  -- Set with the first row of file_uses, so that the unused are found without a look at the others.
  add column used_at timestamptz;
alter table files alter column created_by drop default;
create index files_content on files (account_id, sha256);
create index files_unused on files (account_id, created_at) where used_at is null;

-- What refers to a file, and so who may read it. Never removed: revisions and history keep what a draft has let go.
create table file_uses (
  account_id uuid not null,
  file_id uuid not null,
  noun text not null check (noun in ('order', 'product')),
  noun_id uuid not null,
  primary key (account_id, file_id, noun, noun_id),
  foreign key (account_id, file_id) references files (account_id, id)
);
create index file_uses_noun on file_uses (account_id, noun, noun_id);
