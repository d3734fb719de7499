-- Files that prove an acceptance (the customer's purchase order, the mail their yes came by) are staff's to read, not everybody's who
-- has a link of the order.
alter table file_uses drop constraint file_uses_noun_check;
alter table file_uses add constraint file_uses_noun_check check (noun in ('order', 'product', 'evidence'));

-- The accepted estimate with its certificate page: drawn once from what is kept, never drawn again. Its bytes' hash is the file's.
create table estimate_certificates (
  account_id uuid not null,
  decision_id uuid not null,
  file_id uuid not null,
  made_at timestamptz not null,
  primary key (account_id, decision_id),
  foreign key (account_id, decision_id) references estimate_decisions (account_id, id),
  foreign key (account_id, file_id) references files (account_id, id)
);
create index estimate_certificates_file on estimate_certificates (account_id, file_id);

create function keep_estimate_certificates() returns trigger language plpgsql as $$
begin
  raise exception 'A certificate is kept as it was made.';
end $$;
create trigger estimate_certificates_kept before update or delete on estimate_certificates for each row execute function keep_estimate_certificates();
-- Whose file some bytes are, across accounts: what verifying asks.
create index files_hash on files (sha256);
