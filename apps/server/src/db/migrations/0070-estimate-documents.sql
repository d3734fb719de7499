-- The PDF of a revision: drawn once, kept as a file, never drawn again. Its bytes' hash is the file's.
create table estimate_documents (
  account_id uuid not null,
  order_id uuid not null,
  revision integer not null,
  file_id uuid not null,
  -- Of the frozen content it was drawn from.
  content_sha256 bytea not null,
  made_at timestamptz not null,
  primary key (account_id, order_id, revision),
  foreign key (account_id, order_id, revision) references estimate_revisions (account_id, order_id, revision),
  foreign key (account_id, file_id) references files (account_id, id)
);
create index estimate_documents_file on estimate_documents (account_id, file_id);
